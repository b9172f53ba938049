/* What is asked for, as chips: each says one filter, and takes it away. */
"use strict";

const chips = (() => {
  const MOST = 6;
  const { bdi, el } = symbols;

  function create(app, node, { labelOf, clear }) {
    const chip = (text, patch) => el("button", {
      type: "button", class: "chip", "aria-label": `Remove the filter: ${text}`, onclick: () => app.change({ criteria: { ...app.state.criteria, ...patch } }),
    }, bdi(text), el("span", { "aria-hidden": "true", text: "×" }));

    /** One chip for each filter of some criteria. */
    function all(criteria) {
      const made = criteria.q ? [chip(`“${criteria.q}”`, { q: "" })] : [];
      for (const name of filters.FACETS) {
        for (const key of criteria[name]) made.push(chip(labelOf(name, key), { [name]: criteria[name].filter((other) => other !== key) }));
      }
      if (criteria.from !== null || criteria.to !== null) {
        const [first, last] = [criteria.from, criteria.to].map((number) => (number === null ? "…" : words.day(days.iso(number), true)));
        made.push(chip(`${first} – ${last}`, { from: null, to: null }));
      }
      return criteria.undated ? made : [...made, chip("without the undated", { undated: true })];
    }

    function draw() {
      const { criteria, tab } = app.state;
      const held = node.contains(document.activeElement);
      const made = all(criteria);
      const more = made.splice(MOST).length;
      node.replaceChildren(...made, ...more ? [el("span", { class: "soft", text: `and ${more} more` })] : [],
        ...made.length > 1 ? [el("button", { type: "button", class: "chip clear", text: "Clear all", onclick: clear })] : []);
      const active = filters.active(criteria);
      document.getElementById("tab-filters").textContent = active ? `Filters (${active})` : "Filters";
      if (held) (node.querySelector("button") || document.getElementById(`tab-${tab}`)).focus(); // what was pressed is gone
    }

    return { draw };
  }

  return { create };
})();
