/* What lies behind the incidents: land, coasts, borders, a graticule, names. No facts. */
"use strict";

const backdrop = (() => {
  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUE = new Map([...ALPHABET].map((letter, value) => [letter, value]));
  const STEPS = [30, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01];
  const LINE_EVERY_PX = 130;
  const LABEL_AREA_PX = 15000;
  const FAR_ZOOM = 6; // below it lines crowd, and are drawn thinner
  const COUNTRY_PX = 1200; // size of a country on the screen from which on it gets its name
  const DEEP_ENOUGH = 8; // neighbours on the grid, of 25, that lie in the country as well
  const MOST_SPOTS = 12; // tried for it, the roomiest first
  const COLUMNS = 16, ROWS = 14; // grid on which a country's name is tried

  /** Undo geo.background.encode, and flip to Leaflet's [latitude, longitude]. */
  function decode(text, unit) {
    const points = [];
    let x = 0, y = 0, number = 0, shift = 0, first = true;
    for (const letter of text) {
      const five = VALUE.get(letter);
      number += (five & 31) * 2 ** shift;
      if (five & 32) { shift += 5; continue; }
      const step = number % 2 ? -(number + 1) / 2 : number / 2;
      if (first) x += step;
      else { y += step; points.push([y * unit, x * unit]); }
      first = !first;
      number = shift = 0;
    }
    return points;
  }

  function stitch(ring, arcs) {
    return unwrap(ring.flatMap((n) => (n >= 0 ? arcs[n] : [...arcs[~n]].reverse())));
  }

  /** Go on beyond 180° instead of jumping to the other edge; most of it stays on the map. */
  function unwrap(points) {
    let turn = 0, last = points[0][1], sum = 0;
    const whole = points.map(([lat, lon]) => {
      if (Math.abs(lon - last) > 180) turn += lon < last ? 360 : -360;
      last = lon;
      sum += lon + turn;
      return [lat, lon + turn];
    });
    const shift = 360 * Math.round(sum / points.length / 360);
    return shift ? whole.map(([lat, lon]) => [lat, lon - shift]) : whole;
  }

  let shapes = []; // each country's polygons, as [latitude, longitude]

  function style() {
    const read = getComputedStyle(document.documentElement);
    return (name) => read.getPropertyValue(`--${name}`).trim();
  }

  /** Draw land and lines on canvases of their own, under everything, deaf to the mouse. */
  function draw(map, borders) {
    const arcs = borders.arcs.map((text) => unwrap(decode(text, borders.unit_deg)));
    const renderer = L.canvas({ padding: 0.3, pane: pane(map, "backdrop", 150) });
    const base = { renderer, pane: "backdrop", interactive: false, lineJoin: "round" };
    const shared = new Set(borders.shared), disputed = new Set(borders.disputed);
    const edge = (point) => Math.abs(point[1]) > 179.9 || point[0] < -85;
    const coast = arcs.filter((arc, n) => !shared.has(n) && !arc.every(edge));
    const agreed = arcs.filter((_, n) => shared.has(n) && !disputed.has(n));
    const dashed = arcs.filter((_, n) => disputed.has(n));
    shapes = borders.countries.map((country) =>
      country[5].map((polygon) => polygon.map((ring) => stitch(ring, arcs))));
    const layers = [
      [L.polygon(shapes.flat(), { ...base, smoothFactor: 0.5, fillOpacity: 1, weight: 1 }),
        (c) => ({ fillColor: c("land"), color: c("land") })],
      [L.polyline([], { ...base, weight: 0.6 }), (c) => ({ color: c("grid") })],
      [L.polyline(coast, { ...base, weight: 0.9 }), (c) => ({ color: c("coast") })],
      [L.polyline([...agreed, ...dashed], { ...base, opacity: 0.45 }),
        (c, far) => ({ color: c("border-band"), weight: far ? 2 : 6 })],
      [L.polyline(agreed, base), (c, far) => ({ color: c("border"), weight: far ? 0.7 : 1.3 })],
      [L.polyline(dashed, { ...base, lineCap: "butt" }),
        (c, far) => ({
          color: c("border"), weight: far ? 0.9 : 1.5, dashArray: far ? "3 3" : "5 4",
        })],
    ];
    const paint = () => {
      const colour = style();
      const far = map.getZoom() < FAR_ZOOM;
      for (const [layer, look] of layers) layer.setStyle(look(colour, far));
    };
    paint();
    for (const [layer] of layers) layer.addTo(map);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
    map.on("zoomend", paint);
    const grid = () => graticule(map, layers[1][0]);
    map.on("zoomend moveend", grid);
    grid();
  }

  function pane(map, name, level) {
    const node = map.createPane(name);
    node.style.zIndex = level;
    node.style.pointerEvents = "none";
    return name;
  }

  /** Lines of longitude and latitude as wide apart as reads well at this zoom. */
  function graticule(map, layer) {
    const view = map.getBounds().pad(0.3);
    const perDegree = (256 * 2 ** map.getZoom()) / 360;
    const step = STEPS.filter((s) => s * perDegree >= LINE_EVERY_PX).pop() || STEPS[0];
    const lines = [];
    const from = (value) => Math.ceil(value / step) * step;
    const [south, north] = [Math.max(view.getSouth(), -85), Math.min(view.getNorth(), 85)];
    const [west, east] = [Math.max(view.getWest(), -180), Math.min(view.getEast(), 180)];
    for (let lon = from(west); lon <= east; lon += step) lines.push([[south, lon], [north, lon]]);
    for (let lat = from(south); lat <= north; lat += step) lines.push([[lat, west], [lat, east]]);
    layer.setLatLngs(lines);
  }

  const ruler = document.createElement("canvas").getContext("2d");

  function width(text, font, spacing = 0) {
    ruler.font = font;
    return ruler.measureText(text).width + spacing * text.length;
  }

  const overlaps = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

  /** Names, the important first; what would touch another name or a marker is left out.
      `taken` gives the boxes of markers in layer pixels, `said` the countries that have a badge. */
  function names(map, places, borders, taken, said) {
    const holder = map.getPane(pane(map, "names", 350));
    holder.classList.add("leaflet-zoom-hide");
    const family = getComputedStyle(document.body).fontFamily;
    const kinds = [
      ...borders.countries.map(([, name, lon, lat, size], number) => ({
        name: name.toUpperCase(), at: [lat, lon], size, country: shapes[number],
        width: width(name.toUpperCase(), `600 11px ${family}`, 2),
      })).sort((a, b) => b.size - a.size),
      ...places.map(([name, lon, lat], rank) => ({
        name, at: [lat, lon], rank, width: width(name, `12px ${family}`),
      })),
    ];

    function layout() {
      const boxes = [...taken()];
      const view = map.getPixelBounds();
      const origin = map.getPixelOrigin();
      const inside = L.bounds(view.min.subtract(origin), view.max.subtract(origin));
      let left = Math.floor((view.getSize().x * view.getSize().y) / LABEL_AREA_PX);
      const made = [];
      const known = new Set(said().map((name) => name.toUpperCase()));
      for (const label of kinds) {
        if (left <= 0) break;
        if (label.country && known.has(label.name)) continue;
        if (label.country && label.size * 4 ** map.getZoom() < COUNTRY_PX) continue;
        const usual = map.latLngToLayerPoint(label.at);
        const whole = inside.contains(usual);
        if (!whole && !label.country) continue;
        const spots = whole ? [usual] : insides(map, label.country);
        const at = spots.find((point) => place(label, point, boxes, inside));
        if (!at) continue;
        const spot = place(label, at, boxes, inside);
        boxes.push(spot.box);
        left -= label.country ? 0.3 : 1;
        made.push(...nodes(label, at, spot));
      }
      holder.replaceChildren(...made);
    }

    map.on("zoomend moveend", layout);
    return layout;
  }

  /** Points of the view that lie in a country whose usual label is out of sight, deepest first. */
  function insides(map, polygons) {
    const size = map.getSize();
    const view = map.getBounds();
    const near = polygons.filter(([outer]) => view.intersects(box(outer)));
    if (!near.length) return [];
    const held = [];
    for (let column = 1; column < COLUMNS; column += 1) {
      for (let row = 1; row < ROWS; row += 1) {
        const at = L.point((column / COLUMNS) * size.x, (row / ROWS) * size.y);
        const { lat, lng } = map.containerPointToLatLng(at);
        if (near.some((rings) => holds(rings, lat, lng))) held.push({ at, column, row });
      }
    }
    const depth = (one) => held.filter((o) =>
      Math.abs(o.column - one.column) <= 2 && Math.abs(o.row - one.row) <= 2).length;
    return held.map((one) => [depth(one), one]).filter(([deep]) => deep >= DEEP_ENOUGH)
      .sort(([a], [b]) => b - a).slice(0, MOST_SPOTS)
      .map(([, one]) => map.containerPointToLayerPoint(one.at));
  }

  const boxed = new WeakMap();

  function box(ring) {
    if (!boxed.has(ring)) boxed.set(ring, L.latLngBounds(ring));
    return boxed.get(ring);
  }

  /** Even-odd rule over all rings, so that holes are outside. */
  function holds(rings, lat, lon) {
    let inside = false;
    for (const ring of rings) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
        const [y1, x1] = ring[i], [y2, x2] = ring[j];
        if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
      }
    }
    return inside;
  }

  /** Find a free spot: centred for countries; right, left, above or below the dot for places. */
  function place(label, at, boxes, inside) {
    const w = label.width, h = 15;
    const covered = boxes.some((box) => overlaps(box, [at.x - 3, at.y - 3, at.x + 3, at.y + 3]));
    const gap = covered ? 19 : 6, drop = covered ? 17 : 4;
    const corners = label.country
      ? [[0, 0], [0, -14], [0, 14], [-24, 0], [24, 0]].map(([x, y]) => [x - w / 2, y - h / 2])
      : [[gap, -h / 2], [-gap - w, -h / 2], [-w / 2, -drop - h], [-w / 2, drop]];
    for (const [dx, dy] of corners) {
      const box = [at.x + dx, at.y + dy, at.x + dx + w, at.y + dy + h];
      const air = label.country ? [8, 1] : [8, 5];
      const roomy = [box[0] - air[0], box[1] - air[1], box[2] + air[0], box[3] + air[1]];
      const whole = inside.contains([box[0], box[1]]) && inside.contains([box[2], box[3]]);
      const dot = [at.x - 4, at.y - 4, at.x + 4, at.y + 4];
      const own = (other) => covered && !label.country && overlaps(other, dot);
      const free = !boxes.some((other) => overlaps(roomy, other) && !own(other));
      if (whole && free && !boxes.some((other) => overlaps(box, other))) return { box, covered };
    }
    return null;
  }

  function nodes(label, at, { box, covered }) {
    const text = symbols.el("span", { class: label.country ? "name country" : "name", text: label.name });
    L.DomUtil.setPosition(text, L.point(Math.round(box[0]), Math.round(box[1])));
    if (label.country || covered) return [text];
    const dot = symbols.el("span", { class: "dot" });
    L.DomUtil.setPosition(dot, L.point(Math.round(at.x) - 2, Math.round(at.y) - 2));
    return [dot, text];
  }

  return { draw, decode, names, overlaps };
})();
