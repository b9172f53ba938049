/* The state of the page in its address, so that a link gives back what was seen. Pure. */
"use strict";

const permalink = (() => {
  const THEMES = ["light", "dark"];
  const SIZES = ["casualties", "reports"];
  const DECIMALS = 5;

  /** What is worth telling, in a fixed order; what stands at its beginning is left out. */
  function write({ criteria, talk, id, language, theme, size, view }) {
    const told = new URLSearchParams();
    const put = (name, value) => { if (value) told.append(name, value); };
    put("q", criteria.q);
    for (const name of filters.FACETS) for (const key of criteria[name]) told.append(name, key);
    put("from", criteria.from === null ? "" : days.iso(criteria.from));
    put("to", criteria.to === null ? "" : days.iso(criteria.to));
    put("undated", criteria.undated ? "" : "no");
    put("talk", criteria.talk === talk ? "" : criteria.talk ? "yes" : "no");
    put("id", id);
    put("names", language === "en" ? "" : language);
    put("theme", theme);
    put("size", size === SIZES[0] ? "" : size);
    if (view) told.append("view", view.map((part, n) => Number(part.toFixed(n ? DECIMALS : 2))).join("/"));
    return told.toString();
  }

  /** Read it back; what cannot be understood is as if it were not there. */
  function read(hash, talk) {
    const told = new URLSearchParams(String(hash).replace(/^#/, ""));
    const criteria = filters.none(talk);
    criteria.q = spelling.query(told.get("q") || "").length ? told.get("q") : "";
    for (const name of filters.FACETS) criteria[name] = [...new Set(told.getAll(name))];
    criteria.from = day(told.get("from"));
    criteria.to = day(told.get("to"));
    if (criteria.from !== null && criteria.to !== null && criteria.from > criteria.to) criteria.from = criteria.to = null;
    criteria.undated = told.get("undated") !== "no";
    if (told.has("talk")) criteria.talk = told.get("talk") === "yes";
    const pick = (name, list, usual) => (list.includes(told.get(name)) ? told.get(name) : usual);
    return {
      criteria, id: told.get("id"), language: pick("names", spelling.LANGUAGES, "en"),
      theme: pick("theme", THEMES, ""), size: pick("size", SIZES, SIZES[0]), view: view(told.get("view")),
    };
  }

  function day(iso) {
    const number = days.number(iso);
    return Number.isNaN(number) ? null : number;
  }

  /** [zoom, latitude, longitude] or null. */
  function view(text) {
    const parts = String(text || "").split("/").map(Number);
    const sound = parts.length === 3 && parts.every(Number.isFinite) && text;
    return sound && Math.abs(parts[1]) <= 90 && Math.abs(parts[2]) <= 400 && parts[0] >= 0 && parts[0] <= 20 ? parts : null;
  }

  return { SIZES, THEMES, read, write };
})();
