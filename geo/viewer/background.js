/* What lies behind the incidents: land, coasts, borders, a graticule, and what a user puts there.
   Names are in labels.js, online pictures in tiles.js. No facts. */
"use strict";

const backdrop = (() => {
  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUE = new Map([...ALPHABET].map((letter, value) => [letter, value]));
  const STEPS = [30, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01];
  const LINE_EVERY_PX = 130;
  const FAR_ZOOM = 6; // below it lines crowd: they are coarse, and drawn thinner
  const PADDING = 0.5; // drawn beyond the view, of its size: what a pan brings in
  const AROUND = 1; // made ready beyond the view, of its size: what a few pans bring in
  const LEAST_PX = 1.5; // smaller islands are not drawn

  /** Undo geo.geometry.background.encode, and flip to Leaflet's [latitude, longitude]. */
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
  function stitch(ring, line) {
    return closed(unwrap(ring.flatMap((n) => (n >= 0 ? line(n) : [...line(~n)].reverse()))));
  }

  const over = (a, b) => Math.abs(a[1] - b[1]) > 180; // one step over the edge of the map

  /** A line around a pole begins at the edge of the map: elsewhere a part of it would lie beyond. */
  function turned(points) {
    const steps = points.flatMap((point, n) => (n && over(point, points[n - 1]) ? [n] : []));
    const [first, last] = [points[0], points.at(-1)];
    if (steps.length % 2 === 0 || first[0] !== last[0] || first[1] !== last[1]) return points;
    return [...points.slice(steps[0]), ...points.slice(1, steps[0])];
  }

  /** A ring around a pole has its two ends at the edges of the map, and all that lies beyond it. */
  function closed(ring) {
    const [first, last] = [ring[0], ring.at(-1)];
    if (!over(first, last)) return ring;
    const east = last[1] > first[1] ? 180 : -180, pole = first[0] < 0 ? -90 : 90;
    return [...ring, [last[0], east], [pole, east], [pole, -east], [first[0], -east]];
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

  /** [south, west, north, east] of points. */
  function box(points) {
    const edge = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [lat, lon] of points) {
      if (lat < edge[0]) edge[0] = lat;
      if (lon < edge[1]) edge[1] = lon;
      if (lat > edge[2]) edge[2] = lat;
      if (lon > edge[3]) edge[3] = lon;
    }
    return edge;
  }

  const meet = (a, b) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

  const known = new WeakMap(); // read once, drawn and named

  /** Lines and areas at both levels. What is fine is read when it first comes into view:
      `line(n, near)`, `land(part, near)`; `parts` are the polygons, `shapes` those of each country,
      coarse, as [latitude, longitude]. */
  function read(borders) {
    if (!known.has(borders)) known.set(borders, open(borders));
    return known.get(borders);
  }

  function open({ arcs, fine, unit_deg: unit, countries }) {
    const far = arcs.map((text) => unwrap(turned(decode(text, unit))));
    const fineLines = new Map(), fineLand = new Map();
    function line(n, near) {
      if (!near || !fine[n]) return far[n];
      if (!fineLines.has(n)) fineLines.set(n, unwrap(turned(decode(fine[n], unit))));
      return fineLines.get(n);
    }
    const rings = (numbers, near) => numbers.map((ring) => stitch(ring, (n) => line(n, near)));
    const shapes = countries.map((country) => country[5].map((numbers) => rings(numbers, false)));
    const parts = countries.flatMap((country, c) => country[5].map((numbers, p) => (
      { numbers, coarse: shapes[c][p], box: box(shapes[c][p][0]) })));
    function land(part, near) {
      if (!near) return part.coarse;
      if (!fineLand.has(part)) fineLand.set(part, rings(part.numbers, true));
      return fineLand.get(part);
    }
    return { line, land, parts, shapes, boxes: far.map(box) };
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
    const renderer = still({ padding: PADDING, pane: pane(map, "backdrop", 150) });
    const base = { renderer, pane: "backdrop", interactive: false, lineJoin: "round" };
    const [layers, fill] = ground(borders, base);
    layers.push(...own(borders.basemap, base));
    const paint = () => {
      const colour = style();
      const far = map.getZoom() < FAR_ZOOM;
      for (const [layer, look] of layers) layer.setStyle(look(colour, far));
      renderer.stale = true;
    };
    let held = null, zoom = null; // the view that the layers are filled for, with its surroundings
    const show = () => { // before Leaflet projects what is there, hence before layers are added
      if (zoom === map.getZoom() && held.contains(map.getBounds().pad(PADDING))) return;
      zoom = map.getZoom();
      held = map.getBounds().pad(AROUND);
      fill(held, zoom);
    };
    map.on("zoomend moveend", show);
    show();
    paint();
    for (const [layer] of layers) layer.addTo(map);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
    document.addEventListener("geo:theme", paint); // the page's own switch
    map.on("zoomend", paint);
    if (borders.tiles) tiles.add(map, borders.tiles, pane(map, "tiles", 160));
  }

  /** A canvas that is drawn anew only when the view has left it; Leaflet's is after every pan. */
  function still(options) {
    const { _clear, _reset, _update } = L.Canvas.prototype;
    const Still = L.Canvas.extend({
      _reset() {
        this.stale = true; // from here on places have other pixels
        _reset.call(this);
        L.DomUtil.setPosition(this._container, this._bounds.min); // on whole pixels: sharp
      },
      _clear() { // a canvas that is drawn for a print is white there where nothing is drawn (Chromium)
        _clear.call(this);
        if (!document.body.classList.contains("printing")) return;
        this._ctx.fillStyle = style()("sea");
        this._ctx.fillRect(this._bounds.min.x, this._bounds.min.y, this._bounds.getSize().x, this._bounds.getSize().y);
      },
      _update() {
        const corner = this._map.containerPointToLayerPoint([0, 0]);
        const view = L.bounds(corner, corner.add(this._map.getSize()));
        if (!this.stale && this._zoom === this._map.getZoom() && this._bounds.contains(view)) return;
        this.stale = false;
        _update.call(this);
      },
    });
    return new Still(options);
  }

  /** Land, graticule, coasts and borders: [[[layer, its look], …] from below, fill], where `fill`
      puts into them what a view at a zoom shows. */
  function ground(borders, base) {
    const whole = read(borders);
    const layer = (options) => L.polyline([], { ...base, ...options });
    const land = L.polygon([], { ...base, smoothFactor: 0.5, fillOpacity: 1, stroke: false });
    const grid = layer({ weight: 0.6 }), coast = layer({ weight: 0.9 }), band = layer({ opacity: 0.45 });
    const agreed = layer({}), dashed = layer({ lineCap: "butt" });
    const shared = new Set(borders.shared), disputed = new Set(borders.disputed);
    const edge = (point) => Math.abs(point[1]) > 179.9 || point[0] < -85;
    const coasts = new Set([...whole.boxes.keys()].filter((n) => !shared.has(n) && !whole.line(n).every(edge)));

    function fill(view, zoom) {
      const near = zoom >= FAR_ZOOM;
      const seen = [view.getSouth(), view.getWest(), view.getNorth(), view.getEast()];
      const least = (LEAST_PX * 360) / (256 * 2 ** zoom);
      const large = ([south, west, north, east]) => north - south > least || east - west > least;
      const shown = (edges) => meet(edges, seen) && large(edges);
      const lines = [...whole.boxes.keys()].filter((n) => shown(whole.boxes[n]));
      const of = (test) => lines.filter(test).map((n) => whole.line(n, near));
      land.setLatLngs(whole.parts.filter((part) => shown(part.box)).map((part) => whole.land(part, near)));
      coast.setLatLngs(of((n) => coasts.has(n)));
      band.setLatLngs(of((n) => shared.has(n)));
      agreed.setLatLngs(of((n) => shared.has(n) && !disputed.has(n)));
      dashed.setLatLngs(of((n) => disputed.has(n)));
      grid.setLatLngs(graticule(view, zoom));
    }

    return [[
      [land, (c) => ({ fillColor: c("land") })],
      [grid, (c) => ({ color: c("grid") })],
      [coast, (c) => ({ color: c("coast") })],
      [band, (c, far) => ({ color: c("border-band"), weight: far ? 2 : 6 })],
      [agreed, (c, far) => ({ color: c("border"), weight: far ? 0.7 : 1.3 })],
      [dashed, (c, far) => ({
        color: c("border"), weight: far ? 0.9 : 1.5, dashArray: far ? "3 3" : "5 4",
      })],
    ], fill];
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

  /** Lines of longitude and latitude through a view. */
  function graticule(view, zoom) {
    const step = spacing(zoom);
    const lines = [];
    const from = (value) => Math.ceil(value / step) * step;
    const [south, north] = [Math.max(view.getSouth(), -85), Math.min(view.getNorth(), 85)];
    const [west, east] = [Math.max(view.getWest(), -180), Math.min(view.getEast(), 180)];
    for (let lon = from(west); lon <= east; lon += step) lines.push([[south, lon], [north, lon]]);
    for (let lat = from(south); lat <= north; lat += step) lines.push([[lat, west], [lat, east]]);
    return lines;
  }

  return { box, decode, draw, meet, pane, read, spacing, stitch, turned, unwrap };
})();
