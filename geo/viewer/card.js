/* The card of one incident: what, when, where and why there, who, how many, and each source with
   the sentence that says so. */
"use strict";

const card = (() => {
  const { bdi, el, icon } = symbols;
  const COUNTED = ["killed", "injured", "arrested", "missing"];
  const PRECISIONS = { day: "to the day", week: "to the week", month: "to the month", year: "to the year", range: "a range of days" };

  const NO_SCORE = 0.005; // what is less would be shown as 0.00

  const soft = (text) => (text ? [el("span", { class: "soft block" }, bdi(text))] : []);
  const many = (value) => (Array.isArray(value) ? value : []);

  function facts(app, n, one) {
    const node = el("dl", { class: "facts" });
    const add = (name, ...nodes) => {
      if (nodes.length) node.append(el("dt", { text: name }), el("dd", {}, ...nodes));
    };
    add("When", bdi(words.when(one)), ...soft(words.lookUp(PRECISIONS, one.date_precision)), ...soft(one.date_basis));
    add("Where", ...where(app, n, one));
    add("Why here", ...why(app, one));
    add("People", ...people(one));
    add("Told otherwise", ...conflicts(one.conflicts));
    if (one.status) add("Status", bdi(one.status));
    add("Who", ...who(one.actors));
    add("Crossing", ...crossings(app, one.crossings));
    if (typeof one.confidence === "number") add("Confidence", ...confidence(one.confidence));
    return node;
  }

  function where(app, n, one) {
    const { language } = app.state;
    const placed = app.own.sitesOf(n).length > 0;
    if (!one.place && !placed) return [bdi("not known")];
    const shown = spelling.name(one.names, language, one.names_en || one.place) || "Unnamed place";
    const own = Object.entries(one.names || {}).find(([, name]) => name === shown);
    const nodes = [el("bdi", { lang: own ? own[0] : null, text: shown })];
    for (const [name, tags] of words.others(one.names, shown)) {
      const languages = tags.map((tag) => words.lookUp(words.LANGUAGES, tag, tag)).join("; ");
      nodes.push(el("span", { class: "block" }, el("bdi", { lang: tags[0], text: String(name) }),
        el("span", { class: "soft" }, " ", bdi(languages))));
    }
    if (!placed) nodes.push(...soft("Not on the map: no position is known."));
    nodes.push(...soft(precision(one)));
    const single = many(one.members).length < 2; // between the places of a set lies none of them
    if (typeof one.lat === "number" && placed && single) {
      nodes.push(...soft(`${one.lat.toFixed(4)}, ${one.lon.toFixed(4)} (latitude, longitude)`));
    }
    return nodes;
  }

  function precision(one) {
    // A set is where its members are; how far they lie apart is no doubt about any of them.
    const members = many(one.members).length;
    if (members > 1) return `These ${members} places together`;
    const told = [words.lookUp(words.PLACE_PRECISION, one.geo_precision)];
    if (one.uncertainty_m > 0) told.push(`within about ${words.distance(one.uncertainty_m)}`);
    return words.capital(told.filter(Boolean).join(", "));
  }

  /** The reasons for the place, and the namesakes that lost. */
  function why(app, one) {
    const reasons = typeof one.place_reasons === "string" ? [one.place_reasons] : many(one.place_reasons);
    const nodes = reasons.map((text) => el("span", { class: "block" }, bdi(text)));
    const others = many(one.place_alternatives);
    if (!others.length) return nodes;
    const told = others.map((other) => {
      const unit = other.admin1 === other.name ? null : other.admin1;
      const within = [unit, ...many(other.countries).map((code) => app.countries.get(code) || code)].filter(Boolean).join(", ");
      const score = other.score >= NO_SCORE ? other.score.toFixed(2) : "";
      return el("li", {}, bdi(other.name || other.id || "unnamed"),
        el("span", { class: "soft" }, " ", bdi([within, other.id, score].filter(Boolean).join(" · "))));
    });
    return [...nodes, el("span", { class: "soft block", text: "It was not:" }), el("ul", { class: "others" }, ...told)];
  }

  function people(one) {
    return COUNTED.flatMap((name) => {
      const number = words.count(one[name], one[`${name}_max`], one[`${name}_approximate`]);
      return number ? [el("span", { class: "figure" }, el("b", { text: number }), ` ${name}`)] : [];
    });
  }

  /** What some articles say otherwise than the card: "injured 2 (a.md)". */
  function conflicts(told) {
    return many(told).map((one) => {
      const by = many(one.documents).join(", ");
      return el("span", { class: "block" }, bdi(`${one.field} ${one.told}`), ...by ? [el("span", { class: "soft" }, " ", bdi(by))] : []);
    });
  }

  function who(actors) {
    return many(actors).map((actor) => {
      const role = [actor.role, actor.sector].filter(Boolean).join(", ").replaceAll("_", " ");
      return el("span", { class: "block" }, bdi(actor.name || "unnamed"), ...role ? [el("span", { class: "soft" }, " ", bdi(role))] : []);
    });
  }

  function crossings(app, relations) {
    return many(relations).map((one) => {
      const known = words.lookUp(app.meta.crossings, one.id, { names: {} });
      const name = spelling.name(known.names, app.state.language, known.name || one.id || "a crossing");
      const far = one.distance_m > 0 ? `, ${words.distance(one.distance_m)}` : "";
      const others = words.others(known.names, name).flatMap(([other, tags], k) => [
        k ? " · " : "", el("bdi", { lang: tags[0], text: other })]);
      return el("span", { class: "block" }, bdi(`${one.relation || "near"} `), bdi(name), far,
        others.length ? el("span", { class: "soft block" }, ...others) : null);
    });
  }

  function confidence(value) {
    const meter = el("meter", { min: 0, max: 1, low: words.FAIR, high: words.HIGH, optimum: 1, value, "aria-label": "Confidence" });
    return [meter, el("span", { text: `${words.confidence(value)} (${value.toFixed(2)})` })];
  }

  function quote(source) {
    const [before, told, after] = words.marked(source);
    return el("blockquote", {}, el("q", { dir: "auto" },
      el("bdi", {}, before, ...told ? [el("mark", { text: told })] : [], after)));
  }

  /** A source with the sentence that says so. */
  function source(told) {
    const href = words.link(told.url);
    const by = [told.publisher, told.published && words.day(told.published)].filter(Boolean);
    const name = told.title || told.document || "Source";
    return el("figure", { class: "source" }, told.quote ? quote(told) : null,
      el("figcaption", {},
        href ? el("a", { href, target: "_blank", rel: "noopener noreferrer" }, bdi(name)) : bdi(name),
        ...by.map((text) => el("span", { class: "told" }, bdi(text)))));
  }

  /** The first source stands above the facts, the others below. */
  function evidence(one) {
    const [first, ...rest] = many(one.sources).filter((told) => told && typeof told === "object");
    const more = rest.length ? [el("h3", { text: `${words.plural(rest.length, "more source")}` }), ...rest.map(source)] : [];
    return [first ? [source(first)] : [], more];
  }

  function codes(one) {
    const node = el("dl", { class: "facts small" });
    const add = (name, value) => { if (value) node.append(el("dt", { text: name }), el("dd", {}, bdi(value))); };
    add("ACLED", [one.acled_event_type, one.acled_sub_event_type].filter(Boolean).join(": "));
    add("PLOVER", one.plover);
    add("CAMEO", one.cameo);
    add("Reports", many(one.report_ids).join(", "));
    return el("details", { class: "more" }, el("summary", { text: "Codes and reports" }), node);
  }

  /** The id, to be quoted and found again. */
  function id(one, say) {
    if (!one.id) return null;
    const copy = el("button", { type: "button", class: "button small", text: "Copy", "aria-label": "Copy the id", onclick: async () => {
      try {
        await navigator.clipboard.writeText(String(one.id));
        say("The id is in the clipboard");
      } catch {
        getSelection().selectAllChildren(code);
        say("The id is selected; copy it with the keyboard");
      }
    } });
    const code = el("code", {}, bdi(one.id));
    return el("p", { class: "id" }, el("span", { class: "soft", text: "Id " }), code, copy);
  }

  /** Everything about incident `n`, whose block must be ready. */
  function build(app, n, { back, backText, previous, next, say }) {
    const one = app.set.row(n);
    const [first, more] = evidence(one);
    const step = (text, name, go) => el("button", { type: "button", class: "step", "aria-label": name, disabled: !go, onclick: go || undefined, text });
    return [
      el("div", { class: "bar" },
        el("button", { type: "button", class: "back", onclick: back }, el("span", { "aria-hidden": "true", text: "← " }), bdi(backText)),
        el("span", { class: "steps" }, step("‹", "Previous incident", previous), step("›", "Next incident", next))),
      el("p", { class: "kind" }, icon(store.FAMILIES[app.own.family[n]], app.own.unsure(n)),
        bdi(words.capital(app.own.label(n))), ...list.tags(app, n)),
      el("h2", { tabindex: "-1" }, bdi(one.title || words.capital(app.own.label(n)))),
      ...first, facts(app, n, one), ...more, codes(one), id(one, say)].filter(Boolean);
  }

  return { build };
})();
