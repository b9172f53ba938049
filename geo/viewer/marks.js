/* Markers: one canvas for all of them, and over each a button that needs no mouse. What would
   overlap is joined; a place where several things happened opens like a spider. */
"use strict";

const marks = (() => {
  const FAMILIES = store.FAMILIES.length;
  const { has } = tally;
  const FEW = 80; // sites; more are joined more
  const JOIN_PX = [32, 56];
  const PAD = 0.25; // of the view, drawn beyond its edges, so that a pan shows no gap
  const HALO_PX = 17; // a smaller one would hide under its marker
  const DEEPEST = 15;
  const MOST_BUTTONS = 400;
  const BADGE_PX = 28; // height of a badge
  const REST_PX = 190, CORNER_PX = 12; // the most that one for those without room takes in its corner; its distance from the edges
  const LEGS = 12; // a spider with more could not be told apart: the list does it
  const LEG_PX = 48, FOOT_PX = 12;
  const BADGE = store.SORTS.indexOf("badge"), AREA = store.SORTS.indexOf("area");
  const { bdi, el, icon } = symbols;
  const HORIZONTAL = { ArrowLeft: -1, ArrowRight: 1 }, VERTICAL = { ArrowUp: -1, ArrowDown: 1 };

  function create(app, map, act) {
    const { own } = app;
    const { sites } = own;
    const spots = grid.project(sites.lon, sites.lat);
    const pane = map.createPane("marks");
    pane.style.zIndex = 620;
    const canvas = el("canvas", { class: "marks leaflet-zoom-hide", "aria-hidden": "true" });
    const hits = el("div", { class: "hits leaflet-zoom-hide", role: "group", "aria-label": "Places on the map" });
    const hint = el("div", { class: "tip hover leaflet-zoom-hide", hidden: true });
    pane.append(canvas, hits, hint);
    const context = canvas.getContext("2d");
    const { circle, disc, dashed, label, badge, dress, colour, width } = pen.create(context);
    const reach = JOIN_PX[sites.size > FEW ? 1 : 0];
    const multi = Array.from({ length: own.rows }, (_, n) => n).filter((n) => own.sitesOf(n).length > 1);
    let told = tally.count(own, [], -1), order = [], badges = [];
    let cache = new Map(); // zoom → groups
    let spider = null;
    let shown = []; // what is in view: {x, y, r, sites, label, go}
    let boxes = [];
    let marked = new Set(); // the sites of the incident whose card is open

    function count() {
      told = tally.count(own, app.state.result.chosen, app.state.selected);
      const alive = [];
      badges = [];
      for (let s = 0; s < sites.size; s += 1) {
        if (told.total[s]) (sites.sort[s] === BADGE ? badges : alive).push(s);
      }
      const first = (a, b) => told.total[b] - told.total[a] || a - b;
      order = Int32Array.from(alive).sort(first);
      badges.sort(first);
      cache = new Map();
      spider = null;
    }

    const isChosen = (n) => n === told.extra || has(app.state.result.chosen, n);
    const alive = (site) => sites.incidents.subarray(sites.starts[site], sites.starts[site + 1]).filter(isChosen);

    function groups(zoom) {
      if (!cache.has(zoom)) cache.set(zoom, build(zoom));
      return cache.get(zoom);
    }

    function build(zoom) {
      const joined = grid.join(spots, order, zoom, reach);
      const [starts, places] = grid.members(joined, order);
      const size = joined.anchors.length;
      const by = new Uint32Array(size * FAMILIES), total = new Uint32Array(size);
      const home = new Int32Array(sites.size).fill(-1);
      joined.group.forEach((g, k) => {
        const s = order[k];
        home[s] = g;
        total[g] += told.total[s];
        for (let f = 0; f < FAMILIES; f += 1) by[g * FAMILIES + f] += told.by[s * FAMILIES + f];
      });
      for (const n of multi.filter(isChosen)) { // an incident is one, at however many places
        const seen = new Set();
        for (const s of own.sitesOf(n)) {
          const g = home[s];
          if (g >= 0 && seen.has(g)) { total[g] -= 1; by[g * FAMILIES + own.family[n]] -= 1; }
          seen.add(g);
        }
      }
      return { anchors: joined.anchors, starts, places, by, total, home };
    }

    const shares = (by, g) => store.FAMILIES.map((family, f) => [family, by[g * FAMILIES + f]]).filter(([, number]) => number);

    const at = (site) => {
      const scale = 2 ** map.getZoom(), origin = map.getPixelOrigin();
      return { x: spots.x[site] * scale - origin.x, y: spots.y[site] * scale - origin.y };
    };

    // ---- drawing

    function place() {
      const size = map.getSize();
      const pad = size.multiplyBy(PAD).round();
      const whole = size.add(pad.multiplyBy(2));
      const corner = map.containerPointToLayerPoint([0, 0]).subtract(pad);
      const ratio = app.printing ? 3 : Math.min(devicePixelRatio || 1, 2);
      if (canvas.width !== Math.round(whole.x * ratio) || canvas.height !== Math.round(whole.y * ratio)) {
        canvas.width = Math.round(whole.x * ratio);
        canvas.height = Math.round(whole.y * ratio);
        canvas.style.width = `${whole.x}px`;
        canvas.style.height = `${whole.y}px`;
      }
      L.DomUtil.setPosition(canvas, corner);
      context.setTransform(ratio, 0, 0, ratio, -corner.x * ratio, -corner.y * ratio);
      context.clearRect(corner.x, corner.y, whole.x, whole.y);
      return { min: corner, max: corner.add(whole), inner: L.bounds(corner.add(pad), corner.add(pad).add(size)) };
    }

    function draw() {
      marked = new Set(app.state.selected >= 0 ? own.sitesOf(app.state.selected) : []);
      const view = place();
      const all = groups(map.getZoom());
      shown = [];
      for (let g = 0; g < all.anchors.length; g += 1) {
        if (!all.total[g]) continue;
        const { x, y } = at(all.anchors[g]);
        if (x < view.min.x || y < view.min.y || x > view.max.x || y > view.max.y) continue;
        shown.push(describe(all, g, x, y));
      }
      links(all, view);
      shown.forEach(halo);
      for (const mark of [...shown].reverse()) paint(mark);
      if (spider) legs();
      boxes = shown.map(({ x, y, r }) => [x - r - 2, y - r - 2, x + r + 2, y + r + 2]);
      buttons(view.inner);
    }

    /** What one marker is: its place, its size, what it stands for. */
    function describe(all, g, x, y) {
      const members = all.places.subarray(all.starts[g], all.starts[g + 1]);
      const site = all.anchors[g];
      const parts = shares(all.by, g);
      const cluster = members.length > 1;
      const number = all.total[g];
      const pin = parts.length === 1 && !cluster;
      const weight = told.weight[app.state.size][site];
      const scale = Math.min(1 + 0.13 * Math.log2(1 + weight), 1.7);
      const r = pin ? 13.5 * scale : Math.min(14 + 1.5 * Math.log2(number), 27);
      return { x, y, r, scale, site, members, parts, number, cluster, pin, hollow: pin && !told.sure[site] };
    }

    function paint({ x, y, r, scale, site, parts, number, pin, hollow, members, cluster }) {
      const ring = members.some((s) => marked.has(s));
      context.save();
      context.translate(x, y);
      disc(r + (pin ? 0 : 1.5), ring);
      if (pin) {
        if (sites.sort[site] === AREA && !cluster) dashed(r + 4, symbols.edge(parts[0][0]));
        context.lineWidth = 1.5;
        circle(r);
        context.strokeStyle = symbols.look(parts[0][0]).ink;
        context.stroke();
        context.save();
        context.scale(scale, scale);
        symbols.paint(context, parts[0][0], hollow);
        context.restore();
        if (number > 1) badge(r, number);
      } else {
        if (sites.sort[site] === AREA && !cluster) dashed(r + 5, symbols.edge("other"));
        symbols.ring(context, parts, r - 2, Math.min(4.5, r / 3));
        label(words.short(number), r > 20 ? 14 : 12.5);
      }
      context.restore();
    }

    /** How far the doubt about a place reaches, where that can be seen. */
    function halo({ x, y, site, cluster, parts }) {
      if (cluster || !(sites.doubt[site] > 0)) return;
      const pixels = metres(site);
      if (pixels < HALO_PX) return;
      const family = parts.length === 1 ? parts[0][0] : "other";
      context.save();
      context.translate(x, y);
      circle(pixels);
      context.globalAlpha = 0.1;
      context.fillStyle = symbols.look(family).fill;
      context.fill();
      context.globalAlpha = 0.55;
      context.lineWidth = 1;
      context.strokeStyle = symbols.edge(family);
      context.stroke();
      context.restore();
    }

    /** The doubt about a site in pixels: Mercator stretches with the latitude, at a pole without end. */
    function metres(site) {
      const lat = Math.min(Math.abs(sites.lat[site]), grid.EDGE_DEG);
      const around = 40075016.7 * Math.cos((lat * Math.PI) / 180);
      return (sites.doubt[site] * grid.WORLD_PX * 2 ** map.getZoom()) / around;
    }

    /** Lines between the places of one incident. */
    function links(all, view) {
      const inside = (p) => p.x > view.min.x && p.y > view.min.y && p.x < view.max.x && p.y < view.max.y;
      for (const n of multi) {
        if (!isChosen(n)) continue;
        const own_ = Array.from(own.sitesOf(n)).filter((s) => all.home[s] >= 0);
        const ends = [...new Set(own_.map((s) => all.anchors[all.home[s]]))].map(at);
        if (ends.length < 2 || !ends.some(inside)) continue;
        context.save();
        context.setLineDash([2, 4]);
        context.lineWidth = n === app.state.selected ? 3 : 1.6;
        context.strokeStyle = symbols.edge(store.FAMILIES[own.family[n]]);
        context.globalAlpha = 0.8;
        context.beginPath();
        ends.forEach(({ x, y }, k) => (k ? context.lineTo(x, y) : context.moveTo(x, y)));
        context.stroke();
        context.restore();
      }
    }

    // ---- the spider: incidents at one point, drawn apart

    function unfold(site) {
      const numbers = alive(site);
      spider = numbers.length > 1 && numbers.length <= LEGS ? { site, numbers } : null;
      draw();
    }

    function feet() {
      const centre = at(spider.site);
      return Array.from(spider.numbers, (n, k) => {
        const angle = (2 * Math.PI * k) / spider.numbers.length - Math.PI / 2;
        return { n, x: centre.x + LEG_PX * Math.cos(angle), y: centre.y + LEG_PX * Math.sin(angle) };
      });
    }

    function legs() {
      const centre = at(spider.site);
      const middle = shown.find(({ site }) => site === spider.site);
      context.save();
      context.translate(centre.x, centre.y);
      circle(LEG_PX + FOOT_PX + 6);
      context.globalAlpha = 0.82;
      context.fillStyle = colour("paper");
      context.fill();
      context.restore();
      context.strokeStyle = colour("soft");
      context.lineWidth = 1.2;
      for (const { x, y } of feet()) {
        context.beginPath();
        context.moveTo(centre.x, centre.y);
        context.lineTo(x, y);
        context.stroke();
      }
      if (middle) paint(middle);
      for (const { n, x, y } of feet()) {
        context.save();
        context.translate(x, y);
        disc(FOOT_PX, n === app.state.selected);
        context.scale(0.92, 0.92);
        symbols.paint(context, store.FAMILIES[own.family[n]], own.unsure(n));
        context.restore();
      }
    }

    // ---- buttons

    function buttons(inner) {
      const focused = hits.contains(document.activeElement) ? document.activeElement.dataset.site : null;
      const made = [];
      for (const mark of shown) {
        if (!inner.contains([mark.x, mark.y]) || made.length >= MOST_BUTTONS) continue;
        made.push(button(mark));
      }
      made.push(...spider ? feet().map(foot) : [], ...wholes(inner));
      made.forEach((node, k) => { node.tabIndex = k ? -1 : 0; });
      hint.hidden = true;
      hits.replaceChildren(...made);
      if (focused !== null) (made.find((node) => node.dataset.site === focused) || map.getContainer()).focus({ preventScroll: true });
    }

    const nameOf = (site) => spelling.name(sites.names(site), app.state.language, sites.name(site)) || "Unnamed place";

    function button(mark) {
      const { site, number, cluster, x, y, r } = mark;
      const name = cluster ? `${nameOf(site)} and nearby` : nameOf(site);
      const side = Math.max(2 * r, 26);
      return hit(`${name}: ${words.plural(number, "incident")}`, site, x, y, side, () => go(mark), cluster ? null : sites.names(site));
    }

    function foot({ n, x, y }) {
      const node = hit(String(own.text("title", n) || own.label(n)), spider.site, x, y, 26, () => act.open(n), null);
      node.dataset.site = `${spider.site}/${n}`;
      return node;
    }

    function hit(text, site, x, y, side, run, names) {
      const node = el("button", { type: "button", class: "site", "aria-label": text, "data-site": site });
      node.style.width = node.style.height = `${side}px`;
      L.DomUtil.setPosition(node, L.point(Math.round(x - side / 2), Math.round(y - side / 2)));
      listen(node, run, () => areas.tip(text, names, text.split(":")[0]), x, y - side / 2);
      return node;
    }

    function listen(node, run, tip, x, y) {
      let from = null; // a drag that began on a button is no click
      node.addEventListener("pointerdown", (event) => { from = [event.clientX, event.clientY]; });
      node.addEventListener("click", (event) => {
        event.stopPropagation();
        const moved = event.detail && from && Math.hypot(event.clientX - from[0], event.clientY - from[1]) > 5;
        if (!moved) run();
      });
      const show = () => {
        if (spider && node.dataset.site === String(spider.site)) return; // its legs are there
        hint.replaceChildren(tip());
        hint.hidden = false;
        const { min, max } = L.bounds(map.containerPointToLayerPoint([4, 0]), map.containerPointToLayerPoint(map.getSize().subtract([4, 0])));
        const left = Math.max(min.x, Math.min(x - hint.offsetWidth / 2, max.x - hint.offsetWidth));
        L.DomUtil.setPosition(hint, L.point(Math.round(left), Math.round(Math.max(min.y, y - hint.offsetHeight - 7))));
      };
      const hide = () => { hint.hidden = true; };
      node.addEventListener("mouseenter", show);
      node.addEventListener("focus", show);
      node.addEventListener("mouseleave", hide);
      node.addEventListener("blur", hide);
    }

    /** The boxes of what happened in countries and regions as a whole, and one for those without room. */
    function wholes(inner) {
      const wanted = badges.filter((site) => inner.contains(L.point(at(site)))).map(flagged).sort((a, b) => b.must - a.must);
      if (!wanted.length) return [];
      const view = [inner.min.x, inner.min.y, inner.max.x, inner.max.y];
      const corner = [view[2] - REST_PX, view[1] + CORNER_PX, view[2], view[1] + CORNER_PX + BADGE_PX];
      const laid = flags.lay(wanted, [...boxes, ...act.taken()], view, corner);
      const crowded = wanted.filter((_, k) => !laid[k]).map(({ site }) => site);
      boxes.push(...laid.filter(Boolean), ...crowded.length ? [corner] : []);
      return [...wanted.flatMap((one, k) => (laid[k] ? [flag(one, laid[k])] : [])), ...crowded.length ? [remainder(crowded, corner)] : []];
    }

    function flagged(site) {
      const name = nameOf(site), number = words.short(told.total[site]);
      const parts = shares(told.by, site).slice(0, 3);
      return { site, name, number, parts, ...at(site), w: badgeWidth(name, number, parts.length), h: BADGE_PX, must: marked.has(site) };
    }

    /** A country is no point: its name stands in a box. */
    function flag({ site, name, number, parts, w }, [left, top]) {
      const said = `${name}, as a whole: ${words.plural(told.total[site], "incident")}`;
      const node = el("button", { type: "button", class: `site country-badge${marked.has(site) ? " chosen" : ""}`, "aria-label": said, "data-site": site },
        ...parts.map(([family]) => icon(family)), bdi(name), el("b", { text: number }));
      L.DomUtil.setPosition(node, L.point(Math.round(left), Math.round(top)));
      listen(node, () => act.list([site]), () => areas.tip(said, sites.names(site), name), left + w / 2, top);
      return node;
    }

    /** One box in the corner for the countries that found no room: none is hidden without a word. */
    function remainder(crowded, [, top, right]) {
      const number = crowded.reduce((sum, site) => sum + told.total[site], 0);
      const text = `${words.plural(crowded.length, "more country or region", "more countries or regions")}, as a whole: ${words.plural(number, "incident")}`;
      const short = `+${crowded.length} as a whole`, amount = words.short(number);
      const left = right - CORNER_PX - badgeWidth(short, amount, 0);
      const node = el("button", { type: "button", class: "site country-badge rest", "aria-label": text, "data-site": `rest ${crowded[0]}` },
        el("span", { text: short }), el("b", { text: amount }));
      L.DomUtil.setPosition(node, L.point(Math.round(left), Math.round(top)));
      listen(node, () => act.list(crowded), () => el("span", { text }), left + 60, top + BADGE_PX + 48);
      return node;
    }

    /** How wide a badge will be: to lay it out and ask would cost 2 ms each. */
    function badgeWidth(name, number, icons) {
      const apart = name.length * 0.25; // letters of a badge stand 0.02 em apart
      return width(name) + apart + width(number) + 20 * icons + 24;
    }

    /** Open a marker: zoom until what was joined comes apart, list what cannot. */
    function go({ members, site, cluster }) {
      if (!cluster) {
        act.list([site]);
        if (alive(site).length > 1) unfold(site);
        return;
      }
      const box = L.latLngBounds(Array.from(members, (s) => [sites.lat[s], sites.lon[s]]));
      const zoom = map.getBoundsZoom(box.pad(0.6));
      if (map.getZoom() >= DEEPEST || zoom <= map.getZoom()) act.list(Array.from(members));
      else map.setView(box.getCenter(), Math.min(zoom, DEEPEST), { animate: !app.calm });
    }

    hits.addEventListener("keydown", (event) => {
      const step = [HORIZONTAL[event.key] || 0, VERTICAL[event.key] || 0];
      if (!["Enter", " ", "Escape", "Tab"].includes(event.key) && !step[0] && !step[1]) return;
      if (event.key === "Escape") hint.hidden = true;
      if (event.key === "Escape" && spider) { spider = null; draw(); }
      if (event.key !== "Escape" && event.key !== "Tab") event.stopPropagation();
      if (!step[0] && !step[1]) return;
      event.preventDefault();
      const next = neighbour(event.target, step);
      if (next) { event.target.tabIndex = -1; next.tabIndex = 0; next.focus({ preventScroll: true }); }
    });
    hits.addEventListener("dblclick", (event) => event.stopPropagation());

    /** The nearest button in a direction. */
    function neighbour(node, [dx, dy]) {
      const middle = (one) => { const r = one.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; };
      const [x, y] = middle(node);
      let best = null, least = Infinity;
      for (const other of hits.children) {
        const [ox, oy] = middle(other);
        const along = (ox - x) * dx + (oy - y) * dy, across = Math.abs((ox - x) * dy) + Math.abs((oy - y) * dx);
        const cost = along + 2 * across;
        if (other !== node && along > 1 && cost < least) { best = other; least = cost; }
      }
      return best;
    }

    const joined = (n) => {
      const all = groups(map.getZoom());
      return own.sitesOf(n).some((s) => all.home[s] >= 0 && all.starts[all.home[s] + 1] - all.starts[all.home[s]] > 1);
    };

    map.on("moveend resize", draw); // a zoom ends in a move
    map.on("click", () => { if (spider) { spider = null; draw(); } });
    /** The button in sight that stands for one of some sites. */
    const standing = (places) => [...hits.children].find((node) => places.includes(parseInt(node.dataset.site.replace("rest ", ""), 10)));
    return { alive, boxes: () => boxes, count, draw, dress, joined, standing, badges: () => badges.filter((s) => told.total[s]).map(nameOf) };
  }

  return { create };
})();
