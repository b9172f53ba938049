/* Shapes under the markers: outlines of areas, footprints of crossings, crossings where nothing is
   told to have happened. */
"use strict";

const areas = (() => {
  const MOST = 300; // outlines drawn at once; more are taken by what the view holds
  const { bdi, edge, el, look } = symbols;

  /** What a tooltip says: a line, and below it the place's names in the other languages. */
  function tip(line, names, shown) {
    return el("span", {}, bdi(line), ...words.others(names, shown).map(([name, tags]) => (
      el("bdi", { class: "block soft", lang: tags[0], text: name }))));
  }

  /** Crossings where nothing is told to have happened: faint, for orientation. */
  function quiet(app, map) {
    const dots = [];
    for (const zone of app.meta.zones) {
      const options = { pane: "areas", className: "quiet", bubblingMouseEvents: false };
      const dot = L.circleMarker([zone.lat, zone.lon], { ...options, radius: 3.5 });
      const layers = zone.shape ? [dot, L.geoJSON(zone.shape, { style: options })] : [dot];
      const named = () => spelling.name(zone.names, app.state.language, zone.name);
      const line = () => [named(), zone.gate && `gate ${zone.gate}`, zone.status].filter(Boolean).join(", ");
      const told = () => tip(line(), zone.names, named());
      for (const layer of layers) layer.bindTooltip(told, { className: "tip" }).addTo(map);
      reach(dot.getElement(), line);
      dots.push(dot.getElement());
      if (layers[1]) layers[1].eachLayer((part) => quieten(part.getElement()));
    }
    rove(dots);
  }

  /** A footprint says nothing that its point does not say. */
  function quieten(node) {
    node?.setAttribute("tabindex", "-1");
    node?.setAttribute("aria-hidden", "true");
  }

  /** One of the crossings is reached by Tab, the others from it by arrows: there may be dozens. */
  function rove(dots) {
    dots.forEach((dot, k) => {
      dot.setAttribute("tabindex", k ? "-1" : "0");
      dot.addEventListener("keydown", (event) => {
        const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
        if (!step) return;
        event.preventDefault();
        event.stopPropagation(); // Leaflet would move the map
        const next = dots[(k + step + dots.length) % dots.length];
        dot.setAttribute("tabindex", "-1");
        next.setAttribute("tabindex", "0");
        next.focus({ preventScroll: true });
      });
    });
  }

  /** Leaflet lets the keyboard come to what has a tooltip, and tells nobody what it is. */
  function reach(node, line) {
    node.setAttribute("role", "img");
    node.setAttribute("aria-label", line());
    node.addEventListener("focus", () => node.setAttribute("aria-label", line()));
  }

  /** Draw the outlines of what is shown; `alive(site)` gives its incidents, `open(site)` lists them. */
  function create(app, map, { alive, open }) {
    const { own } = app;
    const { sites } = own;
    map.createPane("areas").style.zIndex = 380;
    const group = L.layerGroup().addTo(map);
    const shaped = Array.from({ length: sites.size }, (_, s) => s).filter(sites.shaped);
    const known = new Map(); // site → layer, made when it is first seen
    symbols.hatch(document.getElementById("patterns").firstElementChild);
    quiet(app, map);

    function layer(site) {
      if (!known.has(site)) {
        const made = L.geoJSON(sites.shape(site), { pointToLayer: (_, at) => L.circleMarker(at, { radius: 4 }) });
        known.set(site, made.on("click", () => open(site)));
      }
      return known.get(site);
    }

    function style(site, numbers) {
      const families = new Set(Array.from(numbers, (n) => own.family[n]));
      const family = families.size === 1 ? store.FAMILIES[[...families][0]] : "other";
      const chosen = numbers.includes(app.state.selected);
      const area = store.SORTS[sites.sort[site]] === "area";
      return {
        pane: "areas", color: edge(family), weight: chosen ? 2.5 : 1.4,
        className: "outline", dashArray: sites.loose(site) ? "7 5" : null,
        fillColor: area ? `url(#hatch-${family})` : look(family).fill,
        fillOpacity: area ? (chosen ? 0.75 : 0.4) : 0.35,
      };
    }

    function inView() {
      const living = shaped.filter((site) => alive(site).length);
      if (living.length <= MOST) return living;
      const view = map.getBounds().pad(0.2);
      return living.filter((site) => view.contains([sites.lat[site], sites.lon[site]])).slice(0, MOST);
    }

    function draw() {
      group.clearLayers();
      const layers = inView().map((site) => {
        const made = layer(site);
        made.setStyle(style(site, alive(site)));
        return made;
      });
      const extent = (one) => one.getBounds().getNorth() - one.getBounds().getSouth();
      layers.sort((a, b) => extent(b) - extent(a)); // the small lie on top, to be clicked
      for (const one of layers) group.addLayer(one);
      fade();
    }

    /** Hatching that fills the whole view says nothing and hides much: then the outline stays. */
    function fade() {
      const view = map.getBounds();
      const size = view.getNorth() - view.getSouth();
      group.eachLayer((one) => {
        const box = one.getBounds();
        const whole = box.contains(view) || box.getNorth() - box.getSouth() > 1.5 * size;
        one.setStyle({ fill: !whole }); // nor does it catch clicks
      });
    }

    map.on("moveend", () => (shaped.length > MOST ? draw() : fade()));
    return { draw };
  }

  return { create, tip };
})();
