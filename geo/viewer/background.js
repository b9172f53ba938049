/* What lies behind the incidents: land, coasts, borders, a graticule, and what a user puts there.
   Names are in labels.js, online pictures in tiles.js. No facts. */
"use strict";

const backdrop = (() => {
  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUE = new Map([...ALPHABET].map((letter, value) => [letter, value]));
  const STEPS = [30, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01];
  const LINE_EVERY_PX = 130;
  const FAR_ZOOM = 6; // below it lines crowd, and are drawn thinner

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

  /** Join lines to a ring; `~n` is line n backwards. */
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

  const known = new WeakMap(); // read once, drawn and named

  /** The lines, and the polygons of each country, as [latitude, longitude]. */
  function read(borders) {
    if (!known.has(borders)) {
      const arcs = borders.arcs.map((text) => unwrap(decode(text, borders.unit_deg)));
      const shapes = borders.countries.map((country) =>
        country[5].map((polygon) => polygon.map((ring) => stitch(ring, arcs))));
      known.set(borders, { arcs, shapes });
    }
    return known.get(borders);
  }

  /** Degrees between two lines of the graticule, as wide apart as reads well at this zoom. */
  function spacing(zoom) {
    const perDegree = (256 * 2 ** zoom) / 360;
    return STEPS.filter((s) => s * perDegree >= LINE_EVERY_PX).pop() || STEPS[0];
  }

  function style() {
    const read = getComputedStyle(document.documentElement);
    return (name) => read.getPropertyValue(`--${name}`).trim();
  }

  /** Draw land and lines on a canvas of their own, under everything, deaf to the mouse. */
  function draw(map, borders) {
    const renderer = L.canvas({ padding: 0.3, pane: pane(map, "backdrop", 150) });
    const base = { renderer, pane: "backdrop", interactive: false, lineJoin: "round" };
    const grid = L.polyline([], { ...base, weight: 0.6 });
    const layers = [...ground(borders, base, grid), ...own(borders.basemap, base)];
    const paint = () => {
      const colour = style();
      const far = map.getZoom() < FAR_ZOOM;
      for (const [layer, look] of layers) layer.setStyle(look(colour, far));
    };
    paint();
    for (const [layer] of layers) layer.addTo(map);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
    document.addEventListener("geo:theme", paint); // the page's own switch
    map.on("zoomend", paint);
    const rule = () => graticule(map, grid);
    map.on("zoomend moveend", rule);
    rule();
    if (borders.tiles) tiles.add(map, borders.tiles, pane(map, "tiles", 160));
  }

  /** Land, graticule, coasts and borders: [[layer, its look], …] from below. */
  function ground(borders, base, grid) {
    const { arcs, shapes } = read(borders);
    const shared = new Set(borders.shared), disputed = new Set(borders.disputed);
    const edge = (point) => Math.abs(point[1]) > 179.9 || point[0] < -85;
    const coast = arcs.filter((arc, n) => !shared.has(n) && !arc.every(edge));
    const agreed = arcs.filter((_, n) => shared.has(n) && !disputed.has(n));
    const dashed = arcs.filter((_, n) => disputed.has(n));
    const land = { ...base, smoothFactor: 0.5, fillOpacity: 1, weight: 1 };
    return [
      [L.polygon(shapes.flat(), land), (c) => ({ fillColor: c("land"), color: c("land") })],
      [grid, (c) => ({ color: c("grid") })],
      [L.polyline(coast, { ...base, weight: 0.9 }), (c) => ({ color: c("coast") })],
      [L.polyline([...agreed, ...dashed], { ...base, opacity: 0.45 }),
        (c, far) => ({ color: c("border-band"), weight: far ? 2 : 6 })],
      [L.polyline(agreed, base), (c, far) => ({ color: c("border"), weight: far ? 0.7 : 1.3 })],
      [L.polyline(dashed, { ...base, lineCap: "butt" }),
        (c, far) => ({
          color: c("border"), weight: far ? 0.9 : 1.5, dashArray: far ? "3 3" : "5 4",
        })],
    ];
  }

  /** A user's own map: its areas cover the land and borders that are built in. */
  function own(basemap, base) {
    if (!basemap) return [];
    const line = (text) => decode(text, basemap.unit_deg);
    const areas = basemap.areas.map((rings) => rings.map(line));
    const look = (c, far) => ({ color: c("border"), fillColor: c("land"), weight: far ? 0.7 : 1.1 });
    return [
      [L.polygon(areas, { ...base, fillOpacity: 1 }), look],
      [L.polyline(basemap.lines.map(line), base), (c, far) => ({ color: c("border"), weight: far ? 0.6 : 1.2 })],
    ];
  }

  function pane(map, name, level) {
    const node = map.createPane(name);
    node.style.zIndex = level;
    node.style.pointerEvents = "none";
    return name;
  }

  function graticule(map, layer) {
    const view = map.getBounds().pad(0.3);
    const step = spacing(map.getZoom());
    const lines = [];
    const from = (value) => Math.ceil(value / step) * step;
    const [south, north] = [Math.max(view.getSouth(), -85), Math.min(view.getNorth(), 85)];
    const [west, east] = [Math.max(view.getWest(), -180), Math.min(view.getEast(), 180)];
    for (let lon = from(west); lon <= east; lon += step) lines.push([[south, lon], [north, lon]]);
    for (let lat = from(south); lat <= north; lat += step) lines.push([[lat, west], [lat, east]]);
    layer.setLatLngs(lines);
  }

  return { decode, draw, pane, read, spacing, stitch, unwrap };
})();
