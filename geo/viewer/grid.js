/* Places that would overlap on the screen, joined: one pass over a grid. Pure, typed arrays. */
"use strict";

const grid = (() => {
  const WORLD_PX = 256; // Leaflet's world at zoom 0
  const DEGREES = Math.PI / 180;
  const EDGE_DEG = 85.05; // just within 85.0511, where a square map of the world ends: what lies beyond stands there

  /** Where positions lie in the world at zoom 0, in pixels: Float64Arrays x and y. */
  function project(lons, lats) {
    const x = new Float64Array(lons.length), y = new Float64Array(lons.length);
    for (let n = 0; n < lons.length; n += 1) {
      const sine = Math.sin(Math.max(Math.min(lats[n], EDGE_DEG), -EDGE_DEG) * DEGREES);
      x[n] = WORLD_PX * (lons[n] / 360 + 0.5);
      y[n] = WORLD_PX * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI));
    }
    return { x, y };
  }

  /** Join places nearer than `reach` pixels at a zoom.
      `order`: numbers of the places to draw, those that shall stand for others first.
      Returns {anchors, group}: the place that each group stands at, and the group of each in order. */
  function join({ x, y }, order, zoom, reach) {
    const scale = 2 ** zoom;
    const cell = reach / scale;
    const columns = Math.ceil(WORLD_PX / cell) + 3;
    const heads = new Map(); // cell → last group in it; others hang on `previous`
    const anchors = new Int32Array(order.length), previous = new Int32Array(order.length);
    const group = new Int32Array(order.length);
    const near = cell * cell;
    let count = 0;
    for (let k = 0; k < order.length; k += 1) {
      const n = order[k];
      const px = x[n], py = y[n];
      const own = (Math.floor(py / cell) + 1) * columns + Math.floor(px / cell) + 1;
      let home = -1;
      for (let row = own - columns; row <= own + columns && home < 0; row += columns) {
        for (let at = row - 1; at <= row + 1 && home < 0; at += 1) {
          for (let g = heads.get(at) ?? -1; g >= 0; g = previous[g]) {
            const dx = x[anchors[g]] - px, dy = y[anchors[g]] - py;
            if (dx * dx + dy * dy < near) { home = g; break; }
          }
        }
      }
      if (home < 0) {
        home = count;
        count += 1;
        anchors[home] = n;
        previous[home] = heads.get(own) ?? -1;
        heads.set(own, home);
      }
      group[k] = home;
    }
    return { anchors: anchors.slice(0, count), group };
  }

  /** Members of each group: [starts, places], so that group g has places[starts[g]..starts[g+1]]. */
  function members({ anchors, group }, order) {
    const starts = new Int32Array(anchors.length + 1);
    for (const g of group) starts[g + 1] += 1;
    for (let g = 0; g < anchors.length; g += 1) starts[g + 1] += starts[g];
    const next = starts.slice(0, anchors.length);
    const places = new Int32Array(order.length);
    group.forEach((g, k) => { places[next[g]] = order[k]; next[g] += 1; });
    return [starts, places];
  }

  return { EDGE_DEG, WORLD_PX, join, members, project };
})();
