/* The page: incidents on the map, the list, the card with its evidence. Everything that a news
   article said arrives as JSON and leaves as text nodes (`symbols.el`, `symbols.bdi`). */
"use strict";

(() => {
  const { bdi, el, icon, look, pin } = symbols;
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const byId = (id) => document.getElementById(id);
  const data = read("geo-data");
  const borders = read("geo-borders");
  const map = window.map_incidents;
  const MANY_SITES = 80;
  const JOIN_PX = data.sites.length > MANY_SITES ? 46 : 30; // markers nearer than this are one
  const HALO_PX = 16; // a smaller one would hide under its marker
  const CLOSE_ZOOM = 12; // what was joined comes apart here
  const APART_ZOOM = 11; // the places of a set are seen together no nearer than this
  const NEAR_ZOOM = 9; // a single place is shown at least so near
  const DEEPEST_ZOOM = 15;
  const SMALL_PX = 500; // a map narrower than this gets narrower margins
  const WIDE_PX = 1000; // of a window in which the open legend leaves the markers room
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

  const incidents = data.incidents;
  const sites = data.sites;
  const places = incidents.map((_, n) => sites.filter((site) => site.incidents.includes(n)));
  const isTalk = (incident) => Boolean(incident.background || incident.verbal);
  const state = { talk: incidents.length > 0 && incidents.every(isTalk), chosen: null, back: null };
  const shown = (n) => state.talk || !isTalk(incidents[n]) || n === state.chosen;

  // ---- the map

  const overlay = L.layerGroup().addTo(map); // shapes: redrawn when what is shown changes
  const halos = L.layerGroup().addTo(map); // how far the doubt reaches, where that can be seen
  const markers = L.layerGroup().addTo(map); // markers: also when the zoom changes
  let boxes = []; // what names must keep clear of, in layer pixels
  let shownAt = []; // [sites of a marker, marker]

  function setUpMap() {
    map.createPane("areas").style.zIndex = 380;
    const credit = el("span", { text: data.attribution.join(" · ") });
    // Leaflet takes markup: what the user's layers say of themselves is handed over escaped.
    L.control.attribution({ prefix: false }).addTo(map).addAttribution(credit.innerHTML);
    L.control.scale({ imperial: false, position: "bottomright" }).addTo(map);
    map.getContainer().classList.add("ready");
    frame(data.bounds, { animate: false });
    backdrop.draw(map, borders);
    quietZones();
    symbols.hatch(byId("patterns").firstElementChild);
    const label = labels.names(map, data.labels, borders, () => [...boxes, ...fixed()], badges);
    map.on("zoomend", () => { drawMarkers(); label(); });
    map.on("moveend", fade);
    return label;
  }

  /** Names of countries that stand in a badge within the view. */
  function badges() {
    const view = map.getBounds();
    return sites.filter((s) => s.sort === "badge" && s.name && alive(s).length)
      .filter((s) => view.contains([s.lat, s.lon])).map((s) => s.name);
  }

  /** What names must not run under: controls, the legend, faint crossings; in layer pixels. */
  function fixed() {
    const frame = map.getContainer().getBoundingClientRect();
    const origin = map.containerPointToLayerPoint([0, 0]);
    const controls = document.querySelectorAll(".leaflet-control, .legend");
    return [...controls].map((node) => node.getBoundingClientRect()).map((r) => [
      r.left - frame.left + origin.x, r.top - frame.top + origin.y,
      r.right - frame.left + origin.x, r.bottom - frame.top + origin.y,
    ]).concat(data.zones.map((zone) => {
      const at = map.latLngToLayerPoint([zone.lat, zone.lon]);
      return [at.x - 5, at.y - 5, at.x + 5, at.y + 5];
    }));
  }

  /** (west, south, east, north) → Leaflet's order: the one place where axes are flipped for it. */
  function frame([west, south, east, north], options = {}) {
    const box = L.latLngBounds([south, west], [north, east]);
    const small = map.getSize().x < SMALL_PX;
    map.fitBounds(box, {
      paddingTopLeft: [small ? 34 : 60, 40], paddingBottomRight: [small ? 34 : 60, small ? 50 : 70],
      maxZoom: APART_ZOOM, ...options,
    });
  }

  /** Crossings where nothing is told to have happened: faint, for orientation. */
  function quietZones() {
    for (const zone of data.zones) {
      const options = { pane: "areas", className: "quiet", bubblingMouseEvents: false };
      const layers = [L.circleMarker([zone.lat, zone.lon], { ...options, radius: 3.5 })];
      if (zone.shape) layers.push(L.geoJSON(zone.shape, { style: options }));
      const told = [zone.name, zone.gate && `gate ${zone.gate}`, zone.status].filter(Boolean).join(", ");
      for (const layer of layers) {
        layer.bindTooltip(tip(told, zone.names, zone.name), { className: "tip" }).addTo(map);
      }
    }
  }

  /** What a tooltip says: a line, and below it the place's names in the other languages. */
  function tip(line, names, shownName) {
    return el("span", {}, bdi(line), ...words.others(names, shownName).map(([name, tags]) => (
      el("bdi", { class: "block soft", lang: tags[0], text: name }))));
  }

  const alive = (site) => site.incidents.filter(shown);

  function drawShapes() {
    overlay.clearLayers();
    const layers = [];
    for (const site of sites) {
      const numbers = alive(site);
      if (!numbers.length || !site.shape) continue;
      const families = symbols.tally(numbers.map((n) => incidents[n]));
      const family = families.length === 1 ? families[0][0] : "other";
      const chosen = numbers.includes(state.chosen);
      const style = {
        pane: "areas", color: look(family).ink, weight: chosen ? 2.5 : 1.4,
        dashArray: site.approximate ? "7 5" : null,
        fillColor: site.sort === "area" ? `url(#hatch-${family})` : look(family).fill,
        fillOpacity: site.sort === "area" ? (chosen ? 0.75 : 0.4) : 0.35,
      };
      layers.push(L.geoJSON(site.shape, {
        style, pointToLayer: (_, at) => L.circleMarker(at, { ...style, radius: 4 }),
      }).on("click", () => openSites([site])));
    }
    const extent = (layer) => layer.getBounds().getNorth() - layer.getBounds().getSouth();
    layers.sort((a, b) => extent(b) - extent(a)); // the small lie on top, to be clicked
    for (const layer of layers) overlay.addLayer(layer);
    fade();
  }

  /** Hatching that fills the whole view says nothing and hides much: then only the outline stays. */
  function fade() {
    const view = map.getBounds();
    const size = view.getNorth() - view.getSouth();
    overlay.eachLayer((layer) => {
      const box = layer.getBounds();
      const whole = box.contains(view) || box.getNorth() - box.getSouth() > 1.5 * size;
      layer.setStyle({ fill: !whole }); // nor does it catch clicks
    });
  }

  function addHalo(site) {
    const at = L.latLng([site.lat, site.lon]);
    const pixels = site.uncertainty_m / map.distance(at, map.layerPointToLatLng(
      map.latLngToLayerPoint(at).add([1, 0])));
    if (!(pixels > HALO_PX)) return;
    const families = symbols.tally(alive(site).map((n) => incidents[n]));
    halos.addLayer(L.circle(at, {
      pane: "areas", radius: site.uncertainty_m, interactive: false, className: "halo",
      color: look(families.length === 1 ? families[0][0] : "other").ink,
      weight: 1, opacity: 0.5, fillOpacity: 0.1,
    }));
  }

  /** Join what would overlap on the screen: [{at, sites}], the fullest first. */
  function groups() {
    const found = [];
    const live = sites.filter((site) => site.sort !== "badge" && alive(site).length);
    live.sort((a, b) => alive(b).length - alive(a).length);
    const cells = new Map();
    for (const site of live) {
      const at = map.latLngToLayerPoint([site.lat, site.lon]);
      const [column, row] = [Math.floor(at.x / JOIN_PX), Math.floor(at.y / JOIN_PX)];
      let home = null;
      for (let x = column - 1; x <= column + 1 && !home; x += 1) {
        for (let y = row - 1; y <= row + 1 && !home; y += 1) {
          home = (cells.get(`${x} ${y}`) || []).find((g) => g.at.distanceTo(at) < JOIN_PX) || null;
        }
      }
      if (home) { home.sites.push(site); continue; }
      const group = { at, sites: [site] };
      const cell = `${column} ${row}`;
      cells.set(cell, [...(cells.get(cell) || []), group]);
      found.push(group);
    }
    return found;
  }

  function drawMarkers() {
    markers.clearLayers();
    halos.clearLayers();
    shownAt = [];
    boxes = [];
    for (const group of groups()) {
      const [first] = group.sites;
      const numbers = [...new Set(group.sites.flatMap(alive))].sort((a, b) => a - b);
      const cluster = group.sites.length > 1;
      if (!cluster) addHalo(first);
      const node = pin(numbers.map((n) => incidents[n]), { cluster, area: first.sort === "area" });
      const name = cluster ? "Several places" : first.name || "Unnamed place";
      addMarker(group.sites, node, [44, 44], `${name}: ${words.plural(numbers.length, "incident")}`);
      boxes.push([group.at.x - 17, group.at.y - 17, group.at.x + 17, group.at.y + 17]);
    }
    for (const site of sites.filter((s) => s.sort === "badge" && alive(s).length)) addBadge(site);
    markChosen();
  }

  function addMarker(group, node, size, label, anchor = null) {
    const [first] = group;
    const options = { className: "site", html: node, iconSize: size };
    if (anchor) options.iconAnchor = anchor;
    const marker = L.marker([first.lat, first.lon], { icon: L.divIcon(options), riseOnHover: true, zIndexOffset: anchor ? 500 : 0 });
    const act = () => (group.length > 1 ? spread(group) : openSites(group));
    marker.on("click", act).addTo(markers);
    const element = marker.getElement();
    element.setAttribute("aria-label", label);
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      act();
    });
    if (group.length === 1) marker.bindTooltip(tip(label, first.names, first.name), { className: "tip", direction: "top", offset: [0, -14] });
    shownAt.push([group, element]);
  }

  /** A country is no point: its name in a box, moved aside from markers. */
  function addBadge(site) {
    const numbers = alive(site);
    const at = map.latLngToLayerPoint([site.lat, site.lon]);
    const name = site.name || "Unnamed country";
    const node = el("span", { class: "country-badge" },
      ...symbols.tally(numbers.map((n) => incidents[n])).map(([family]) => icon(family)),
      bdi(name), el("b", { text: String(numbers.length) }));
    const room = el("span", { class: "measure" }, node);
    document.body.append(room);
    const [w, h] = [node.offsetWidth + 2, node.offsetHeight + 2];
    room.remove();
    const box = (dy) => [at.x - w / 2, at.y - h / 2 + dy, at.x + w / 2, at.y + h / 2 + dy];
    const free = (dy) => !boxes.some((other) => labels.overlaps(box(dy), other));
    const aside = [0, 32, -32, 64, -64, 96, -96].find(free) || 0;
    boxes.push(box(aside));
    const label = `${name}, the country as a whole: ${words.plural(numbers.length, "incident")}`;
    addMarker([site], node, [w, h], label, [w / 2, h / 2 - aside]);
  }

  function markChosen() {
    for (const [group, element] of shownAt) {
      const on = group.some((site) => site.incidents.includes(state.chosen));
      element.classList.toggle("chosen", on);
    }
  }

  /** Zoom until the places of a joined marker come apart; list them where they cannot. */
  function spread(group) {
    const box = L.latLngBounds(group.map((site) => [site.lat, site.lon]));
    const zoom = map.getBoundsZoom(box.pad(0.6));
    if (map.getZoom() >= DEEPEST_ZOOM || zoom <= map.getZoom()) openSites(group);
    else map.setView(box.getCenter(), Math.min(zoom, DEEPEST_ZOOM), { animate: !calm });
  }

  /** Bring an incident's places into view, no nearer than they deserve. */
  function show(number) {
    const own = places[number];
    if (!own.length) return;
    const box = L.latLngBounds(own.map((site) => [site.lat, site.lon]));
    for (const site of own) {
      if (site.uncertainty_m > 0) box.extend(L.latLng(site.lat, site.lon).toBounds(2 * site.uncertainty_m));
      if (site.sort === "area") box.extend(L.geoJSON(site.shape).getBounds());
    }
    const joined = shownAt.some(([group]) => group.length > 1
      && group.some((site) => own.includes(site)));
    if (map.getBounds().pad(-0.1).contains(box) && !joined) return;
    const wide = own.some((site) => site.sort === "badge");
    const nearest = wide ? map.getZoom() : joined ? CLOSE_ZOOM : Math.max(map.getZoom(), NEAR_ZOOM);
    const apart = own.length > 1 ? APART_ZOOM : nearest;
    map.fitBounds(box, { padding: [50, 50], maxZoom: Math.min(apart, nearest), animate: !calm });
  }

  // ---- the panel

  function head() {
    const located = places.filter((own) => own.length).length;
    const talk = incidents.filter(isTalk).length;
    document.title = data.title;
    byId("title").textContent = data.title;
    const told = incidents.every(isTalk) ? incidents : incidents.filter((one) => !isTalk(one));
    const days = told.flatMap((one) => [one.date_start, one.date_end]).filter(Boolean).sort();
    byId("counts").textContent = [
      words.plural(incidents.length, "incident"),
      located < incidents.length && `${located} with a place`,
      days.length && words.span(days[0], days[days.length - 1]),
    ].filter(Boolean).join(" · ");
    byId("talk-label").hidden = talk === 0;
    byId("talk-text").textContent = `Talk and background on the map (${words.number(talk)})`;
    byId("talk").checked = state.talk;
    byId("talk").addEventListener("change", (event) => {
      state.talk = event.target.checked;
      redraw();
    });
  }

  function tags(incident, own) {
    const told = [];
    if (incident.status && incident.status !== "occurred") told.push(incident.status);
    if (incident.background) told.push("background");
    if (incident.verbal) told.push("talk");
    if (!own.length) told.push("no place");
    return told.map((text) => el("span", { class: text === "no place" ? "tag lost" : "tag", text }));
  }

  function row(number, back) {
    const incident = incidents[number];
    const title = incident.title || incident.kind || "Incident";
    const quote = (Array.isArray(incident.sources) ? incident.sources : [])[0]?.quote;
    // Our own titles say place and date; those that somebody wrote may not.
    const told = [incident.date_start && words.when(incident), incident.names_en || incident.place]
      .filter((text) => text && !text.replace(/ \(.*/, "").split(", ").every((t) => title.includes(t)));
    const button = el("button", {
      type: "button", class: isTalk(incident) ? "row muted" : "row", "data-number": number,
      onclick: () => openCard(number, back),
    },
    icon(incident.family, words.unsure(incident)),
    el("span", { class: "row-text" },
      el("span", { class: "row-title" }, bdi(title)),
      told.length ? el("span", { class: "row-meta" }, ...told.map((t) => el("span", {}, bdi(t)))) : null,
      quote ? el("span", { class: "row-quote" }, bdi(`“${quote}”`)) : null, ...tags(incident, places[number])));
    return el("li", {}, button);
  }

  /** Show a list: of everything, or of what lies at one place. */
  function openList(numbers = null, name = null) {
    const all = numbers === null;
    const list = byId("list");
    const back = all ? null : { numbers, name };
    choose(null);
    list.replaceChildren();
    if (!all) {
      list.append(backButton("All incidents", () => openList()),
        el("h2", { tabindex: "-1" }, bdi(name)),
        el("p", { class: "soft", text: words.plural(numbers.length, "incident") }));
    }
    const chosen = all ? incidents.map((_, n) => n) : numbers;
    if (!chosen.length) list.append(empty());
    for (const [year, members] of byYear(chosen)) {
      list.append(el("h3", { class: "year", text: year }),
        el("ul", { class: "rows" }, ...members.map((n) => row(n, back))));
    }
    swap("list");
  }

  /** [[year, numbers], …] in the order of the list, undated last. */
  function byYear(numbers) {
    const years = new Map();
    for (const n of numbers) {
      const year = (incidents[n].date_start || incidents[n].date_end || "").slice(0, 4) || "Undated";
      years.set(year, [...(years.get(year) || []), n]);
    }
    return [...years];
  }

  function empty() {
    return el("div", { class: "empty" },
      el("h2", { text: "No incident was found" }),
      el("p", { text: "There is nothing to show: no source told of one, or none is left of those that did. The map shows borders only." }));
  }

  function swap(name) {
    byId("list").hidden = name !== "list";
    byId("card").hidden = name !== "card";
    byId("scroll").scrollTop = 0;
  }

  function backButton(text, onclick) {
    return el("button", { type: "button", class: "back", onclick }, el("span", { "aria-hidden": "true", text: "← " }), bdi(text));
  }

  function openSites(group) {
    const numbers = [...new Set(group.flatMap(alive))].sort((a, b) => a - b);
    const names = [...new Set(group.map((site) => site.name).filter(Boolean))];
    if (numbers.length === 1) { openCard(numbers[0], null); return; }
    openList(numbers, names.length > 3 ? `${names.length} places` : names.join(", ") || "One place");
    byId("list").querySelector("h2").focus({ preventScroll: true });
  }

  function openCard(number, back) {
    const incident = incidents[number];
    state.back = back;
    choose(number);
    const goBack = () => closeCard(number);
    byId("card").replaceChildren(
      backButton(back ? back.name : "All incidents", goBack),
      el("p", { class: "kind" }, icon(incident.family, words.unsure(incident)),
        bdi(words.capital(incident.kind || "Incident")), ...tags(incident, places[number])),
      el("h2", { tabindex: "-1" }, bdi(incident.title || incident.kind || "Incident")),
      facts(incident, places[number]), ...evidence(incident), more(incident));
    swap("card");
    byId("card").querySelector("h2").focus({ preventScroll: true });
    show(number);
  }

  function closeCard(number) {
    const { back } = state;
    openList(back ? back.numbers : null, back ? back.name : null);
    const button = byId("list").querySelector(`button[data-number="${number}"]`);
    if (button) { button.focus({ preventScroll: true }); button.scrollIntoView({ block: "center" }); }
  }

  // ---- the card

  function facts(incident, own) {
    const list = el("dl", { class: "facts" });
    const add = (name, ...nodes) => {
      if (nodes.length) list.append(el("dt", { text: name }), el("dd", {}, ...nodes));
    };
    add("When", bdi(words.when(incident)), ...soft(incident.date_basis));
    add("Where", ...where(incident, own));
    add("People", ...people(incident));
    add("Told otherwise", ...conflicts(incident.conflicts));
    if (incident.status) add("Status", bdi(incident.status));
    add("Who", ...who(incident.actors));
    add("Crossing", ...crossings(incident.crossings));
    if (incident.confidence !== undefined) add("Confidence", ...confidence(incident.confidence));
    return list;
  }

  const soft = (text) => (text ? [el("span", { class: "soft block" }, bdi(text))] : []);

  function where(incident, own) {
    if (!incident.place && !own.length) return [bdi("not known"), ...soft(reasons(incident))];
    const nodes = [bdi(incident.names_en || incident.place || "Unnamed place")];
    for (const [name, tags] of words.others(incident.names, incident.names_en || incident.place)) {
      const languages = tags.map((tag) => words.LANGUAGES[tag] || tag).join("; ");
      nodes.push(el("span", { class: "block" }, el("bdi", { lang: tags[0], text: String(name) }),
        el("span", { class: "soft" }, " ", bdi(languages))));
    }
    if (!own.length) nodes.push(...soft("Not on the map: no position is known."));
    nodes.push(...soft(precision(incident)));
    return nodes;
  }

  function precision(incident) {
    // A set is where its members are; how far they lie apart is no doubt about any of them.
    const members = Array.isArray(incident.members) ? incident.members.length : 0;
    if (members > 1) return `These ${members} places together`;
    const told = [words.PLACE_PRECISION[incident.geo_precision]];
    if (incident.uncertainty_m > 0) told.push(`within about ${words.distance(incident.uncertainty_m)}`);
    return words.capital(told.filter(Boolean).join(", "));
  }

  const reasons = (incident) => (Array.isArray(incident.place_reasons) ? incident.place_reasons.join("; ") : incident.place_reasons);

  function people(incident) {
    return ["killed", "injured", "arrested", "missing"].flatMap((name) => {
      const number = words.count(incident[name], incident[`${name}_max`], incident[`${name}_approximate`]);
      return number ? [el("span", { class: "figure" }, el("b", { text: number }), ` ${name}`)] : [];
    });
  }

  /** What some articles say otherwise than the card: "injured 2 (a.md)". */
  function conflicts(told) {
    return (Array.isArray(told) ? told : []).map((one) => {
      const by = (Array.isArray(one.documents) ? one.documents : []).join(", ");
      return el("span", { class: "block" }, bdi(`${one.field} ${one.told}`),
        ...(by ? [el("span", { class: "soft" }, " ", bdi(by))] : []));
    });
  }

  function who(actors) {
    return (Array.isArray(actors) ? actors : []).map((actor) => {
      const role = [actor.role, actor.sector].filter(Boolean).join(", ");
      return el("span", { class: "block" }, bdi(actor.name || "unnamed"),
        ...(role ? [el("span", { class: "soft" }, " ", bdi(role))] : []));
    });
  }

  function crossings(relations) {
    return (Array.isArray(relations) ? relations : []).map((one) => {
      const known = data.crossings[one.id] || { names: {} };
      const name = known.name || one.id || "a crossing";
      const far = one.distance_m > 0 ? `, ${words.distance(one.distance_m)}` : "";
      const others = words.others(known.names, name).flatMap(([other, tags], n) => [
        n ? " · " : "", el("bdi", { lang: tags[0], text: other })]);
      return el("span", { class: "block" }, `${one.relation || "near"} `, bdi(name), far,
        others.length ? el("span", { class: "soft block" }, ...others) : null);
    });
  }

  function confidence(value) {
    const meter = el("meter", { min: 0, max: 1, low: words.FAIR, high: words.HIGH, optimum: 1, value, "aria-label": "Confidence" });
    return [meter, el("span", { text: `${words.confidence(value)} (${value.toFixed(2)})` })];
  }

  /** Each source with the sentence that says so. */
  function evidence(incident) {
    const sources = Array.isArray(incident.sources) ? incident.sources : [];
    if (!sources.length) return [];
    return [el("h3", { text: words.plural(sources.length, "source") }), ...sources.map((source) => {
      const href = words.link(source.url);
      const told = [source.publisher, source.published && words.day(source.published)].filter(Boolean);
      const name = source.title || source.document || "Source";
      return el("figure", { class: "source" },
        source.quote ? el("blockquote", {}, el("q", { dir: "auto" }, bdi(source.quote))) : null,
        el("figcaption", {},
          href ? el("a", { href, target: "_blank", rel: "noopener noreferrer" }, bdi(name)) : bdi(name),
          ...told.map((text) => el("span", { class: "told" }, bdi(text)))));
    })];
  }

  /** What explains the marker: why this place, codes, the id. */
  function more(incident) {
    const list = el("dl", { class: "facts small" });
    const add = (name, value) => {
      if (value) list.append(el("dt", { text: name }), el("dd", {}, bdi(value)));
    };
    add("Why here", reasons(incident));
    add("ACLED", [incident.acled_event_type, incident.acled_sub_event_type].filter(Boolean).join(": "));
    add("PLOVER", incident.plover);
    add("CAMEO", incident.cameo);
    add("Id", incident.id);
    return el("details", { class: "more" }, el("summary", { text: "Why here, and codes" }), list);
  }

  // ---- the legend

  function legend() {
    const families = symbols.tally(incidents).map(([family]) => [icon(family), words.FAMILIES[family]]);
    const round = (name) => el("i", { class: `key ${name}` });
    const any = (test) => sites.some((site) => test(site));
    const signs = [
      [incidents.some(words.unsure) && icon("other", true), "hollow: low confidence"],
      [any((s) => s.uncertainty_m > 0) && round("halo-key"), "circle: it was somewhere in here"],
      [any((s) => s.sort === "area") && round("hatch-key"), "hatched: somewhere in this area"],
      [any((s) => s.approximate) && round("dash-key"), "dashed outline: approximate"],
      [data.zones.length > 0 && round("quiet-key"), "border crossing, nothing told"],
      [round("line-key"), "border that one side does not accept"],
    ].filter(([sign]) => sign);
    const lines = [...families, ...signs].map(([sign, text]) => el("li", {}, sign, el("span", { text })));
    byId("legend-body").append(el("ul", {}, ...lines),
      el("p", { text: "The background is for orientation only and never decides on which side something lies; “border crossing” is the word of the sources and says nothing about status." }));
    byId("legend").open = innerWidth >= WIDE_PX;
    map.getContainer().parentElement.append(byId("legend"));
    L.DomEvent.disableClickPropagation(byId("legend"));
    byId("legend").addEventListener("toggle", () => label());
  }

  // ---- together

  function choose(number) {
    const talked = (n) => n !== null && isTalk(incidents[n]) && !state.talk;
    const before = state.chosen;
    state.chosen = number;
    if (before === number) return;
    drawShapes();
    if (talked(before) || talked(number)) drawMarkers();
    else markChosen();
    label();
  }

  function redraw() {
    drawShapes();
    drawMarkers();
    label();
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (state.chosen !== null) closeCard(state.chosen);
    else openList();
  });

  head();
  const label = setUpMap();
  legend();
  redraw();
  openList();
})();
