/* Names of countries and places behind the incidents, in the language of the page. What would touch
   another name or a marker is left out, the less important first; so more appear the nearer one is. */
"use strict";

const labels = (() => {
  const AREA_PX = 15000; // of the view for each name
  const COUNTRY_PX = 1200; // size of a country on the screen from which on it gets its name
  const DEEP_ENOUGH = 8; // neighbours on the grid, of 25, that lie in the country as well
  const MOST_SPOTS = 12; // tried for it, the roomiest first
  const COLUMNS = 16, ROWS = 14; // grid on which a country's name is tried
  const HEIGHT_PX = 15;
  const PAUSE_MS = 60;
  const MARKER_PX = 60; // what is wider is no marker: a dot below it cannot be seen

  /** The form of a name in a language; Latin Serbian where Cyrillic is lacking, then English. */
  function named(name, others, language) {
    const forms = others || {};
    return forms[language] || (language === "sr-Cyrl" && forms["sr-Latn"]) || name;
  }

  const overlaps = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

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

  /** Find a free spot in the box `view`: centred for countries; right, left, above or below the dot
      for places. `boxes` are taken; the answer is null or {box, covered}. */
  function place(label, at, boxes, view) {
    const w = label.width, h = HEIGHT_PX;
    const over = boxes.filter((box) => overlaps(box, [at.x - 3, at.y - 3, at.x + 3, at.y + 3]));
    if (!label.country && over.some((box) => box[2] - box[0] > MARKER_PX || box.name)) return null;
    const covered = over.length > 0;
    const gap = covered ? 19 : 6, drop = covered ? 17 : 4;
    const corners = label.country
      ? [[0, 0], [0, -14], [0, 14], [-24, 0], [24, 0]].map(([x, y]) => [x - w / 2, y - h / 2])
      : [[gap, -h / 2], [-gap - w, -h / 2], [-w / 2, -drop - h], [-w / 2, drop]];
    for (const [dx, dy] of corners) {
      const box = [at.x + dx, at.y + dy, at.x + dx + w, at.y + dy + h];
      const air = label.country ? [8, 1] : [8, 5];
      const roomy = [box[0] - air[0], box[1] - air[1], box[2] + air[0], box[3] + air[1]];
      const whole = box[0] >= view[0] && box[1] >= view[1] && box[2] <= view[2] && box[3] <= view[3];
      const dot = [at.x - 4, at.y - 4, at.x + 4, at.y + 4];
      const own = (other) => covered && !label.country && overlaps(other, dot);
      const free = !boxes.some((other) => overlaps(roomy, other) && !own(other));
      if (whole && free && !boxes.some((other) => overlaps(box, other))) return { box, covered };
    }
    return null;
  }

  // ---- on the map

  let ruler = null;

  function width(text, font, spacing = 0) {
    ruler = ruler || document.createElement("canvas").getContext("2d");
    ruler.font = font;
    return ruler.measureText(text).width + spacing * text.length;
  }

  /** All names in one language: countries by size, the user's own points, places by importance. */
  function inLanguage(places, borders, shapes, language) {
    const family = getComputedStyle(document.body).fontFamily;
    const countries = borders.countries.map(([, name, lon, lat, size, , others], number) => {
      const told = named(name, others, language).toUpperCase();
      const known = [name, ...Object.values(others || {})].map((one) => one.toUpperCase());
      return {
        name: told, known, at: [lat, lon], size, country: shapes[number],
        width: width(told, `600 11px ${family}`, 2),
      };
    });
    const points = borders.basemap ? borders.basemap.points : [];
    return [
      ...countries.sort((a, b) => b.size - a.size),
      ...[...points, ...places].map(([name, lon, lat, others]) => {
        const told = named(name, others, language);
        return { name: told, at: [lat, lon], width: width(told, `12px ${family}`) };
      }),
    ];
  }

  /** Lay names out now and whenever the view has changed; the answer does it on demand.
      `taken` gives the boxes of markers in layer pixels, `said` the countries that have a badge,
      `language` the tag of the language to name things in. */
  function names(map, places, borders, taken, said, language = () => "en") {
    const holder = map.getPane(backdrop.pane(map, "names", 350));
    holder.classList.add("leaflet-zoom-hide", "names");
    const { shapes } = backdrop.read(borders);
    const known = new Map();

    function layout() {
      const tag = language();
      if (!known.has(tag)) known.set(tag, inLanguage(places, borders, shapes, tag));
      holder.setAttribute("lang", tag);
      holder.replaceChildren(...fit(map, known.get(tag), taken(), said()));
    }

    let soon = 0, zoom = map.getZoom();
    map.on("moveend", () => { // names move with the map: after a pan they may wait for the next ones
      clearTimeout(soon);
      if (zoom === map.getZoom()) soon = setTimeout(layout, PAUSE_MS);
      else layout();
      zoom = map.getZoom();
    });
    return layout;
  }

  /** The nodes of the names that find room. */
  function fit(map, kinds, taken, said) {
    const boxes = [...taken];
    const seen = map.getPixelBounds(), origin = map.getPixelOrigin();
    const [min, max] = [seen.min.subtract(origin), seen.max.subtract(origin)];
    const view = [min.x, min.y, max.x, max.y];
    const badges = new Set(said.map((name) => name.toUpperCase()));
    let left = Math.floor((seen.getSize().x * seen.getSize().y) / AREA_PX);
    const made = [];
    for (const label of kinds) {
      if (left <= 0) break;
      if (label.country && label.known.some((name) => badges.has(name))) continue;
      if (label.country && label.size * 4 ** map.getZoom() < COUNTRY_PX) continue;
      const [at, spot] = find(map, label, boxes, view);
      if (!spot) continue;
      boxes.push(Object.assign(spot.box, { name: label.name }));
      left -= label.country ? 0.3 : 1;
      made.push(...nodes(label, at, spot));
    }
    return made;
  }

  /** Where a name may stand: at its own point, or for a country anywhere inside it in the view. */
  function find(map, label, boxes, view) {
    const usual = map.latLngToLayerPoint(label.at);
    const seen = overlaps(view, [usual.x, usual.y, usual.x, usual.y]);
    if (!seen && !label.country) return [usual, null];
    for (const at of seen ? [usual] : insides(map, label.country)) {
      const spot = place(label, at, boxes, view);
      if (spot) return [at, spot];
    }
    return [usual, null];
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

  function nodes(label, at, { box: [left, top], covered }) {
    const text = symbols.el("span", { class: label.country ? "name country" : "name", text: label.name });
    L.DomUtil.setPosition(text, L.point(Math.round(left), Math.round(top)));
    if (label.country || covered) return [text];
    const dot = symbols.el("span", { class: "dot" });
    L.DomUtil.setPosition(dot, L.point(Math.round(at.x) - 2, Math.round(at.y) - 2));
    return [dot, text];
  }

  return { holds, named, names, overlaps, place };
})();
