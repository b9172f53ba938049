/* The page put together. State lives here and changes through `app.change`, which tells whoever
   draws it. What a news article said arrives as JSON and leaves as text nodes (`symbols.bdi`). */
"use strict";

(() => {
  const { bdi, el } = symbols;
  const byId = (id) => document.getElementById(id);
  const read = (id) => JSON.parse(byId(id).textContent);
  const NEAR_ZOOM = 9; // a single place is shown at least so near
  const APART_ZOOM = 11; // the places of a set are seen together no nearer than this
  const CLOSE_ZOOM = 12; // what was joined comes apart here
  const SMALL_PX = 500; // a map narrower than this gets narrower margins
  const TYPING_MS = 140;
  const BEHIND_MS = 200; // land and names wait no longer than this for an idle moment
  const WORLD_ZOOM = 2; // from which on the world is wider than most maps
  const BEYOND_DEG = 20, ASIDE_DEG = 220; // that may be seen beyond the date line: near, and of the whole world beside a legend
  const PHONE = matchMedia("(max-width: 759px)"), LOW = matchMedia("(max-height: 519px)"); // as in viewer.css

  const meta = read("geo-data");
  const borders = read("geo-borders");
  const map = window.map_incidents;
  const set = packed.open(read("geo-rows"), (number) => byId(`geo-block-${number}`).textContent);
  const own = store.build(set, meta.kinds);
  const finder = search.create(own);
  const start = linked();
  const app = {
    meta, set, own, calm: matchMedia("(prefers-reduced-motion: reduce)").matches, printing: false,
    countries: new Map(borders.countries.map(([code, name]) => [code, name])),
    state: { ...start, selected: -1, opened: null, found: null, result: null, tab: "list" }, change,
  };
  const listeners = [];
  const when = (keys, act) => listeners.push([keys, act]);

  function select() {
    const { criteria, found } = app.state;
    return filters.select(own, criteria, found);
  }

  /** Take a change of the state over, and let those draw whom it concerns. */
  function change(patch) {
    const before = { ...app.state };
    Object.assign(app.state, patch);
    if (app.state.criteria !== before.criteria || app.state.found !== before.found) app.state.result = select();
    if (app.state.criteria.q !== before.criteria.q) look();
    const changed = Object.keys(app.state).filter((key) => app.state[key] !== before[key]);
    for (const [keys, act] of listeners) if (keys.some((key) => changed.includes(key))) act(before);
    remember();
  }

  /** Search; findings in the quotes of a large set come in one after another. */
  function look() {
    byId("progress").hidden = true;
    finder.find(app.state.criteria.q, (found, done) => {
      byId("progress").hidden = done;
      change({ found });
    });
  }

  // ---- the address

  let remembering = 0;

  function remember() {
    clearTimeout(remembering);
    remembering = setTimeout(() => {
      const { criteria, selected, language, theme, size } = app.state;
      const centre = map.getCenter();
      const id = selected >= 0 ? own.text("id", selected) : "";
      const hash = permalink.write({ criteria, talk: meta.talk, id, language, theme, size, view: [map.getZoom(), centre.lat, centre.lng] });
      try { history.replaceState(null, "", `#${hash}`); } catch { /* a frame without an address */ }
    }, 250);
  }

  /** What the address asks for, as far as this page has it. */
  function linked() {
    const told = permalink.read(location.hash, meta.talk);
    const criteria = filters.known(own, told.criteria);
    if (filters.active(criteria) < filters.active(told.criteria)) say("A filter of this link fits nothing in this page");
    return { ...told, criteria };
  }

  function recall() {
    const told = linked();
    change({ criteria: told.criteria, language: told.language, theme: told.theme, size: told.size, opened: null });
    if (told.view) map.setView([told.view[1], told.view[2]], told.view[0], { animate: false });
    openId(told.id);
  }

  function openId(id) {
    if (!id) { change({ selected: -1 }); return; }
    for (let n = 0; n < own.rows; n += 1) if (own.text("id", n) === id) { open(n, Boolean(start.view)); return; }
    say("The incident of this link is not in this page");
  }

  // ---- words for those who listen

  function say(text) {
    byId("said").textContent = "";
    byId("said").textContent = text;
    byId("toast").textContent = text;
    byId("toast").hidden = false;
    clearTimeout(say.timer);
    say.timer = setTimeout(() => { byId("toast").hidden = true; }, 4000);
  }

  function counts() {
    const { chosen } = app.state.result;
    const whole = own.rows - (app.state.criteria.talk ? 0 : own.aside.reduce((sum, one) => sum + one, 0));
    let first = Infinity, last = -Infinity;
    for (const n of chosen) {
      if (own.start[n] === store.UNKNOWN) continue;
      first = Math.min(first, own.start[n]);
      last = Math.max(last, own.end[n]);
    }
    const number = chosen.length === whole ? words.plural(whole, "incident")
      : `${words.number(chosen.length)} of ${words.plural(whole, "incident")}`;
    const span = first <= last ? words.span(days.iso(first), days.iso(last)) : "";
    byId("counts").textContent = [number, span].filter(Boolean).join(" · ");
  }

  function clear() {
    change({ criteria: { ...filters.none(app.state.criteria.talk) } });
    if (document.activeElement === document.body) rows.focus(rows.numbers()[0]);
  }

  // ---- the map

  function setUpMap() {
    const credit = el("span", { text: [...meta.credits, ...meta.background].join(" · ") });
    // Leaflet takes markup: what the user's layers say of themselves is handed over escaped.
    const credits = L.control.attribution({ prefix: false }).addTo(map).addAttribution(credit.innerHTML).getContainer();
    new ResizeObserver(() => { byId("legend").style.bottom = `${credits.offsetHeight + 8}px`; }).observe(credits);
    L.control.scale({ imperial: false, position: "bottomright" }).addTo(map);
    map.getContainer().classList.add("ready");
    map.on("zoomend", hold);
    if (start.view) map.setView([start.view[1], start.view[2]], start.view[0], { animate: false });
    else frame(meta.bounds, legend.beside(own), { animate: false });
  }

  /** How far the map can be dragged: the world as a whole may stand anywhere, beside the legend too. */
  function hold() {
    const edge = 180 + (map.getZoom() < WORLD_ZOOM ? ASIDE_DEG : BEYOND_DEG);
    map.options.maxBounds = L.latLngBounds([-90, -edge], [90, edge]);
  }

  /** What names must not run under: controls, the legend, faint crossings; in layer pixels. */
  function fixed() {
    const box = map.getContainer().getBoundingClientRect();
    const origin = map.containerPointToLayerPoint([0, 0]);
    const controls = document.querySelectorAll(".leaflet-control, .legend");
    return [...controls].map((node) => node.getBoundingClientRect()).map((r) => [
      r.left - box.left + origin.x, r.top - box.top + origin.y,
      r.right - box.left + origin.x, r.bottom - box.top + origin.y,
    ]).concat(meta.zones.map((zone) => {
      const at = map.latLngToLayerPoint([zone.lat, zone.lon]);
      return [at.x - 5, at.y - 5, at.x + 5, at.y + 5];
    }));
  }

  /** (west, south, east, north) → Leaflet's order: the one place where axes are flipped for it. */
  function frame([west, south, east, north], left, options = {}) {
    const small = map.getSize().x < SMALL_PX;
    map.fitBounds(L.latLngBounds([south, west], [north, east]), {
      paddingTopLeft: [Math.max(left, small ? 34 : 60), 40], paddingBottomRight: [small ? 34 : 60, small ? 50 : 70],
      maxZoom: APART_ZOOM, ...options,
    });
  }

  /** How much of the map's left side the open legend hides, where enough is left beside it. */
  function covered() {
    const wide = byId("legend").offsetLeft + byId("legend").offsetWidth;
    return byId("legend").open && wide < map.getSize().x / 2 ? wide : 0;
  }

  /** Bring an incident's places into view, no nearer than they deserve. */
  function reveal(n) {
    const { sites } = own;
    const places = Array.from(own.sitesOf(n));
    if (!places.length) return;
    const box = L.latLngBounds(places.map((s) => [sites.lat[s], sites.lon[s]]));
    for (const s of places) { // the doubt fills half the view: what lies around tells where it is
      if (sites.doubt[s] > 0) box.extend(L.latLng(sites.lat[s], sites.lon[s]).toBounds(4 * sites.doubt[s]));
      if (store.SORTS[sites.sort[s]] === "area") box.extend(L.geoJSON(sites.shape(s)).getBounds());
    }
    const joined = mark.joined(n);
    const left = covered();
    const free = L.latLngBounds(map.containerPointToLatLng([left, 0]), map.containerPointToLatLng(map.getSize()));
    if (free.pad(-0.1).contains(box) && !joined) return;
    const wide = places.some((s) => store.SORTS[sites.sort[s]] === "badge");
    const nearest = wide ? map.getZoom() : joined ? CLOSE_ZOOM : Math.max(map.getZoom(), NEAR_ZOOM);
    const most = places.length > 1 ? Math.min(APART_ZOOM, nearest) : nearest;
    map.fitBounds(box, { paddingTopLeft: [left + 50, 50], paddingBottomRight: [50, 50], maxZoom: most, animate: !app.calm });
  }

  // ---- list and card

  function listed() {
    const { opened, result } = app.state;
    if (!opened) { rows.show(result.chosen, []); return; }
    const numbers = opened.numbers.filter((n) => tally.has(result.chosen, n));
    rows.show(Int32Array.from(numbers), [
      el("button", { type: "button", class: "back", onclick: leave },
        el("span", { "aria-hidden": "true", text: "← " }), el("span", { text: "All incidents" })),
      el("h2", { tabindex: "-1" }, bdi(opened.name)),
      el("p", { class: "soft", text: words.plural(numbers.length, "incident") })]);
  }

  /** List what lies at some sites; a single incident is opened. */
  function openSites(places) {
    const numbers = [...new Set(places.flatMap((s) => [...mark.alive(s)]))].sort((a, b) => a - b);
    if (numbers.length === 1) { open(numbers[0]); return; }
    const names = [...new Set(places.map((s) => spelling.name(own.sites.names(s), app.state.language, own.sites.name(s))).filter(Boolean))];
    const name = names.length > 3 ? `${words.number(names.length)} places` : names.join(", ") || "One place";
    change({ opened: { numbers, name, places }, selected: -1, tab: "list" });
    byId("scroll").scrollTop = 0;
    byId("list").querySelector("h2").focus({ preventScroll: !LOW.matches });
  }

  /** Back to all incidents, and to the marker that some were listed from, where one can see it. */
  function leave() {
    const { places } = app.state.opened;
    change({ opened: null, selected: -1 });
    const marker = map.getSize().y ? mark.standing(places) : null;
    if (marker) marker.focus({ preventScroll: true });
    else rows.focus(rows.numbers()[0]);
  }

  /** Open the card of an incident; in a large set its block is inflated first. */
  async function open(n, still = false) {
    await set.need(n);
    change({ selected: n, tab: "list" });
    if (!still) reveal(n);
  }

  function drawCard() {
    const n = app.state.selected;
    if (n < 0) return;
    if (!set.ready(n)) { set.need(n).then(drawCard); return; } // it was let go of meanwhile
    const { opened } = app.state;
    const numbers = rows.numbers();
    const at = numbers.indexOf(n);
    const step = (k) => (k >= 0 && k < numbers.length && at >= 0 ? () => open(numbers[k]) : null);
    byId("card").replaceChildren(...card.build(app, n, {
      back: () => close(n), backText: opened ? opened.name : "All incidents", previous: step(at - 1), next: step(at + 1), say,
    }));
  }

  function close(n) {
    change({ selected: -1 });
    rows.focus(n);
  }

  // ---- the panel

  const TABS = ["list", "filters", "tools"];

  function tabs(before) {
    const { tab, selected } = app.state;
    for (const name of TABS) {
      byId(`tab-${name}`).setAttribute("aria-selected", String(name === tab));
      byId(`tab-${name}`).tabIndex = name === tab ? 0 : -1;
      if (name !== "list") byId(name).hidden = name !== tab;
    }
    const carded = tab === "list" && selected >= 0;
    byId("list").hidden = tab !== "list" || carded;
    byId("card").hidden = !carded;
    if (before && (before.tab !== tab || before.selected !== selected)) {
      if (before.tab === "list" && before.selected < 0) tabs.scroll = byId("scroll").scrollTop;
      byId("scroll").scrollTop = byId("list").hidden ? 0 : tabs.scroll || 0;
    }
    if (carded && before && before.selected !== selected) byId("card").querySelector("h2").focus({ preventScroll: !LOW.matches });
    rows.draw();
  }

  function sheet(state) {
    document.body.dataset.sheet = state;
    byId("sheet").setAttribute("aria-expanded", String(state === "full"));
    byId("sheet").setAttribute("aria-label", state === "full" ? "Show the map again" : "Show more of the list");
    map.invalidateSize();
    rows.draw();
  }

  /** On a phone what is rarely set gives its room to the list. */
  function fold() {
    const home = PHONE.matches ? byId("facets") : byId("timeline");
    home.prepend(time.bar);
    if (PHONE.matches) byId("facets").prepend(byId("talk-label"));
    else byId("chips").before(byId("talk-label"));
    map.invalidateSize({ animate: false, pan: false });
  }

  /** Take over what stands in the search; nothing waits behind what is done next. */
  function typed() {
    clearTimeout(typed.timer);
    const text = byId("search").value.trim();
    const q = spelling.query(text).length ? text : "";
    unsought(text !== q);
    if (q !== app.state.criteria.q) change({ criteria: { ...app.state.criteria, q }, opened: null, selected: -1 });
  }

  /** Say that a search holds nothing to look for: it finds all, and a quotation mark may only be its beginning. */
  function unsought(whether) {
    byId("unsought").textContent = whether ? "Type a letter or a digit: marks alone are not searched for" : "";
  }

  function setUpPanel() {
    document.title = meta.title;
    byId("title").append(...symbols.broken(meta.title));
    const talk = own.aside.reduce((sum, one) => sum + one, 0);
    byId("talk-label").hidden = talk === 0;
    byId("talk-text").textContent = `Talk and background (${words.number(talk)})`;
    byId("talk").addEventListener("change", (event) => change({ criteria: { ...app.state.criteria, talk: event.target.checked } }));
    byId("search").addEventListener("input", () => {
      clearTimeout(typed.timer);
      typed.timer = setTimeout(typed, TYPING_MS);
    });
    byId("search").addEventListener("change", typed);
    for (const name of TABS) byId(`tab-${name}`).addEventListener("click", () => change({ tab: name }));
    byId("tabs").addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const next = TABS[(TABS.indexOf(app.state.tab) + step + TABS.length) % TABS.length];
      change({ tab: next });
      byId(`tab-${next}`).focus();
    });
    byId("sheet").addEventListener("click", () => sheet(document.body.dataset.sheet === "full" ? "half" : "full"));
    document.body.prepend(byId("skip")); // before the map and all that is on it
    byId("skip").addEventListener("click", () => { change({ tab: "list", selected: -1 }); rows.focus(rows.numbers()[0]); });
    document.body.dataset.sheet = "half";
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (app.state.selected >= 0) close(app.state.selected);
    else if (app.state.opened) leave();
  });

  function dress(theme = app.state.theme) {
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
    document.dispatchEvent(new Event("geo:theme"));
  }

  /** On paper the map has another size, and is light: it shows no less there, and is afterwards what it was. */
  function paper(printing) {
    if (printing) paper.before = { bounds: map.getBounds(), centre: map.getCenter(), zoom: map.getZoom(), legend: byId("legend").open };
    const { bounds, centre, zoom, legend: opened } = paper.before;
    app.printing = printing;
    document.body.classList.toggle("printing", printing);
    dress(printing ? "light" : app.state.theme);
    mark.dress();
    byId("legend").open = printing || opened;
    map.invalidateSize({ animate: false, pan: false });
    if (printing) map.fitBounds(bounds, { animate: false });
    else map.setView(centre, zoom, { animate: false });
    area.draw();
    time.draw();
    label();
    document.querySelector(".copy")?.remove();
    if (printing) pen.copy(document.querySelector("canvas.marks"));
  }

  // ---- together

  setUpPanel();
  dress();
  app.state.result = select();
  setUpMap();
  const rows = list.create(app, byId("list"), byId("scroll"), { open, clear });
  const mark = marks.create(app, map, { open, list: openSites, taken: fixed });
  const area = areas.create(app, map, { alive: mark.alive, open: (site) => openSites([site]) });
  const facet = facets.create(app, byId("facets"));
  const chip = chips.create(app, byId("chips"), { labelOf: facet.labelOf, clear });
  const time = timeline.create(app, byId("timeline"), say);
  const tool = tools.create(app, byId("tools"), say);
  const key = legend.create(app, map, () => { mark.draw(); label(); });
  let label = () => {}; // until there are names on the map

  const everything = ["result", "selected", "language", "theme", "size"];
  when(["theme"], () => { dress(); mark.dress(); });
  document.addEventListener("geo:ground", () => { mark.draw(); area.draw(); });
  when(["result"], () => {
    counts();
    chip.draw();
    byId("talk").checked = app.state.criteria.talk;
    const field = byId("search");
    if (field !== document.activeElement && field.value.trim() !== app.state.criteria.q) { field.value = app.state.criteria.q; unsought(false); }
  });
  when(["result", "opened"], listed);
  when(["language"], () => { rows.refresh(); document.dispatchEvent(new Event("geo:language")); });
  when(["selected", "language", "result", "opened"], drawCard);
  when(["tab", "selected", "opened"], tabs);
  when(["result", "selected"], () => mark.count());
  when(everything, () => { mark.draw(); area.draw(); label(); });
  when(["result", "theme"], () => time.draw());
  when(["result"], () => facet.draw());
  when(["language", "theme"], () => tool.draw());
  when(["size"], () => key.draw());

  counts();
  chip.draw();
  byId("search").value = app.state.criteria.q;
  byId("talk").checked = app.state.criteria.talk;
  mark.count();
  mark.draw();
  area.draw();
  label();
  listed();
  tabs();
  time.draw();
  facet.draw();
  tool.draw();
  key.draw();
  if (start.criteria.q) look();
  openId(start.id);
  map.on("moveend", remember);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { mark.dress(); mark.draw(); area.draw(); time.draw(); });
  PHONE.addEventListener("change", fold);
  fold();
  addEventListener("hashchange", recall);
  addEventListener("beforeprint", () => { paper(true); tools.printed(app, byId("printed")); });
  addEventListener("afterprint", () => paper(false));

  // What happened is there first: land, borders and names follow when the browser has a moment.
  const whenIdle = window.requestIdleCallback || ((run) => setTimeout(run, BEHIND_MS)); // Safari has none
  addEventListener("load", () => whenIdle(() => {
    backdrop.draw(map, borders);
    label = labels.names(map, meta.labels, borders, () => [...mark.boxes(), ...fixed()], mark.badges, () => app.state.language);
    label();
  }, { timeout: BEHIND_MS }));
})();
