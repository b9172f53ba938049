/* The filters: what incidents can be sorted into, with counts that follow all other filters. */
"use strict";

const facets = (() => {
  const { bdi, el, icon } = symbols;
  const SHORT = 6; // keys shown of a long list before somebody asks for more
  const LONG = 12; // a list from this length on can be searched
  const MOST = 200; // rows of a long list that are drawn; the search finds the others
  const TITLES = {
    kind: "Kind", actor: "Actor", country: "Country", place: "Place", source: "Source", confidence: "Confidence",
    where: "How precise is the place", when: "How precise is the date", status: "Status", harm: "Casualties",
  };
  const ORDERED = {
    confidence: ["high", "fair", "low"], where: ["1", "2", "3", "0"],
    when: ["day", "week", "month", "year", "range", "unknown"], harm: ["killed", "injured", "none"],
  };
  const LABELS = {
    confidence: { high: "high (0.8 and more)", fair: "fair", low: "low (below 0.5): drawn hollow" },
    where: { 0: "no place", 1: "the place itself", 2: "near it, or a part of an area", 3: "a wide area only" },
    when: { day: "to the day", week: "to the week", month: "to the month", year: "to the year", range: "a range of days", unknown: "no date" },
    harm: { killed: "somebody killed", injured: "somebody injured", none: "neither told" },
  };
  const FAMILY = Object.fromEntries(store.FAMILIES.map((name, number) => [name, number]));

  function create(app, node) {
    const { own } = app;
    const shown = filters.FACETS.filter((name) => own.facets[name].keys.length > (name === "kind" ? 0 : 1));
    const groups = new Map(shown.map((name) => [name, group(name)]));
    node.append(...[...groups.values()].map(({ box }) => box));
    if (!own.rows) node.append(el("p", { class: "soft", text: "There is nothing to filter: no incident was found." }));

    const labelOf = (name, key) => {
      if (name === "kind") return words.capital(own.labelOf(key));
      if (name === "country") return app.countries.get(key) || key;
      return words.lookUp(LABELS[name] || {}, key, words.capital(String(key)));
    };

    function group(name) {
      const body = el("div", { class: "options" });
      const input = own.facets[name].keys.length >= LONG
        ? el("input", { type: "search", class: "find", placeholder: "Find", "aria-label": `Find in: ${TITLES[name]}`, oninput: () => draw(name) }) : null;
      const set = el("span", { class: "set" });
      const box = el("details", { class: "facet", open: ["kind", "confidence"].includes(name), ontoggle: () => draw(name) },
        el("summary", {}, el("span", { text: TITLES[name] }), set), input, body);
      return { box, body, input, set, all: false };
    }

    /** The keys in the order they are shown: fixed, or the most frequent first; chosen ones stay. */
    function keysOf(name) {
      const { keys, numbers } = own.facets[name];
      if (ORDERED[name]) return ORDERED[name].filter((key) => numbers.has(key));
      const counts = app.state.result.counts[name];
      const chosen = new Set(app.state.criteria[name]);
      return keys.filter((key) => counts[numbers.get(key)] || chosen.has(key))
        .sort((a, b) => counts[numbers.get(b)] - counts[numbers.get(a)] || (labelOf(name, a) < labelOf(name, b) ? -1 : 1));
    }

    function option(name, key) {
      const chosen = app.state.criteria[name].includes(key);
      const number = app.state.result.counts[name][own.facets[name].numbers.get(key)];
      const input = el("input", { type: "checkbox", checked: chosen, "data-key": key, onchange: () => toggle(name, [key], input.checked) });
      input.checked = chosen;
      return el("label", { class: number ? "option" : "option none" }, input,
        name === "kind" ? icon(store.FAMILIES[own.familyOf(key)]) : null,
        el("span", { class: "option-text" }, bdi(labelOf(name, key))), el("span", { class: "number", text: words.number(number) }));
    }

    function toggle(name, keys, on) {
      const rest = app.state.criteria[name].filter((key) => !keys.includes(key));
      app.change({ criteria: { ...app.state.criteria, [name]: on ? [...rest, ...keys] : rest } });
    }

    function draw(name) {
      const { box, body, input, set, all } = groups.get(name);
      const chosen = app.state.criteria[name].length;
      set.textContent = chosen ? `${chosen} chosen` : "";
      if (!box.open) return;
      const focused = document.activeElement && body.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
      const query = spelling.query(input ? input.value : "");
      const keys = keysOf(name).filter((key) => !query.length || spelling.holds(spelling.keys(labelOf(name, key)), query));
      body.replaceChildren(...name === "kind" && !query.length ? families(keys) : plain(name, keys, all || query.length > 0));
      const again = focused === undefined ? null : [...body.querySelectorAll("[data-key]")].find((one) => one.dataset.key === focused);
      if (again) again.focus({ preventScroll: true });
    }

    function plain(name, keys, all) {
      const chosen = keys.filter((key, k) => k >= SHORT && app.state.criteria[name].includes(key));
      const first = all || keys.length <= SHORT + 2 ? keys.slice(0, MOST) : [...keys.slice(0, SHORT), ...chosen];
      const nodes = first.map((key) => option(name, key));
      if (!keys.length) nodes.push(el("p", { class: "soft", text: "None" }));
      const left = keys.length - first.length;
      if (left > 0) nodes.push(more(name, left, all));
      return nodes;
    }

    function more(name, left, all) {
      if (all) return el("p", { class: "soft", text: `and ${words.number(left)} more: find them by name` });
      return el("button", { type: "button", class: "button small", "data-key": "more", text: `Show ${words.number(left)} more`, onclick: () => {
        groups.get(name).all = true;
        draw(name);
      } });
    }

    /** Kinds under their families, each of which is a checkbox for all of its kinds. */
    function families(keys) {
      const known = own.facets.kind.keys;
      return store.FAMILIES.filter((family) => known.some((key) => own.familyOf(key) === FAMILY[family])).map((family) => {
        const members = known.filter((key) => own.familyOf(key) === FAMILY[family]);
        const on = members.filter((key) => app.state.criteria.kind.includes(key));
        const { counts } = app.state.result;
        const number = members.reduce((sum, key) => sum + counts.kind[own.facets.kind.numbers.get(key)], 0);
        const input = el("input", { type: "checkbox", "data-key": `family ${family}`, onchange: () => toggle("kind", members, input.checked) });
        input.checked = on.length === members.length;
        input.indeterminate = on.length > 0 && on.length < members.length;
        const head = el("label", { class: number ? "option family" : "option family none" }, input, icon(family),
          el("span", { class: "option-text", text: words.FAMILIES[family] }), el("span", { class: "number", text: words.number(number) }));
        const own_ = keys.filter((key) => members.includes(key));
        return el("div", { class: "family-group" }, head, el("div", { class: "kinds" }, ...own_.map((key) => option("kind", key))));
      });
    }

    return { draw: () => shown.forEach(draw), labelOf, titles: TITLES };
  }

  return { create };
})();
