/* The incidents as the page counts, filters and draws them: typed arrays by their number.
   Built once from the packed columns; no page here. */
"use strict";

const store = (() => {
  const UNKNOWN = -(2 ** 31); // a day that nobody told
  const FAMILIES = ["violence", "protest", "detention", "forces", "control", "property", "politics", "other"];
  const LOST = 0; // place precision of what has no place; else it is ACLED's 1, 2, 3
  const SORTS = ["point", "zone", "area", "badge"];

  /** Day numbers of a column of ISO days. */
  function dayColumn(column, rows) {
    const told = new Int32Array(rows);
    const known = new Map();
    for (let n = 0; n < rows; n += 1) {
      const iso = column ? column.at(n) : null;
      if (!known.has(iso)) {
        const number = days.number(iso);
        known.set(iso, Number.isNaN(number) ? UNKNOWN : number);
      }
      told[n] = known.get(iso);
    }
    return told;
  }

  function numberColumn(column, rows, missing) {
    const told = new Float64Array(rows);
    for (let n = 0; n < rows; n += 1) {
      const value = column ? column.at(n) : null;
      told[n] = typeof value === "number" ? value : missing;
    }
    return told;
  }

  /** What incidents are sorted into by one property: `keys`, and the numbers of those that each
      incident has, from `starts[n]` to `starts[n + 1]`. */
  function facet(rows, keysOf) {
    const numbers = new Map();
    const starts = new Int32Array(rows + 1);
    const values = [];
    for (let n = 0; n < rows; n += 1) {
      for (const key of keysOf(n)) {
        let number = numbers.get(key);
        if (number === undefined) numbers.set(key, number = numbers.size);
        values.push(number);
      }
      starts[n + 1] = values.length;
    }
    return { keys: [...numbers.keys()], numbers, starts, values: Int32Array.from(values) };
  }

  const isNone = (value) => value === null || value === undefined || value === "";
  const only = (value) => (isNone(value) ? [] : [value]);
  const listed = (value) => (Array.isArray(value) ? [...new Set(value.slice(1))] : only(value));

  const spelled = (value) => [...new Set(listed(value).map((name) => words.capital(String(name))))]; // "police" opens a sentence, too

  /** The same of a column: what repeats is sorted once. */
  function facetOf(rows, column, keysOf) {
    if (!column) return facet(rows, () => []);
    if (!column.table) return facet(rows, (n) => keysOf(column.at(n)));
    const known = column.table.map(keysOf);
    return facet(rows, column.numbers ? (n) => known[column.numbers[n]] : () => known[0]);
  }

  function facets(set, own) {
    const { rows } = set;
    const kinds = set.resident("place_kind"), places = set.resident("place");
    const country = (n) => kinds && kinds.at(n) === "country";
    const classes = new Map(["", "high", "fair", "low"].map((name) => [name, only(name)]));
    const precisions = ["0", "1", "2", "3"].map(only);
    return {
      kind: facetOf(rows, set.resident("type"), only),
      actor: facetOf(rows, set.derived.get("cast"), spelled),
      country: facetOf(rows, set.resident("countries"), listed),
      place: facet(rows, (n) => (!places || country(n) ? [] : only(places.at(n)))),
      source: facetOf(rows, set.derived.get("voices"), listed),
      confidence: facet(rows, (n) => classes.get(words.confidence(own.confidence[n]))),
      where: facet(rows, (n) => precisions[own.precision[n]] || [String(own.precision[n])]),
      when: facetOf(rows, set.resident("date_precision"), (value) => [value || "unknown"]),
      status: facetOf(rows, set.resident("status"), only),
      harm: facet(rows, (n) => HARMED[harmed(own, n)]),
    };
  }

  const HARMED = [["none"], ["killed"], ["injured"], ["killed", "injured"]];
  const harmed = (own, n) => (own.killed[n] > 0 ? 1 : 0) + (own.injured[n] > 0 ? 2 : 0);

  /** For each incident its sites, and for each site its incidents. */
  function ground(set) {
    const { rows } = set;
    const at = set.derived.get("at");
    const size = set.places;
    const own = { starts: new Int32Array(rows + 1) };
    const told = [];
    for (let n = 0; n < rows; n += 1) { // one number, a list that begins with 0, or none
      const value = at.at(n);
      if (Array.isArray(value)) told.push(...value.slice(1));
      else if (!isNone(value)) told.push(value);
      own.starts[n + 1] = told.length;
    }
    const placed = Int32Array.from(told);
    const starts = new Int32Array(size + 1);
    for (const site of placed) starts[site + 1] += 1;
    for (let s = 0; s < size; s += 1) starts[s + 1] += starts[s];
    const next = starts.slice(0, size);
    const incidents = new Int32Array(placed.length);
    for (let n = 0; n < rows; n += 1) {
      for (let k = own.starts[n]; k < own.starts[n + 1]; k += 1) {
        incidents[next[placed[k]]] = n;
        next[placed[k]] += 1;
      }
    }
    const column = (name) => set.ground.get(name);
    const text = (name) => (s) => column(name).at(s);
    return {
      size, starts, incidents, of: { starts: own.starts, sites: placed },
      lon: numberColumn(column("lon"), size, 0), lat: numberColumn(column("lat"), size, 0),
      doubt: numberColumn(column("uncertainty_m"), size, 0),
      sort: Uint8Array.from({ length: size }, (_, s) => SORTS.indexOf(column("sort").at(s))),
      loose: (s) => Boolean(column("approximate").at(s)),
      shape: (s) => set.decode(column("shape").at(s)),
      shaped: (s) => column("shape").at(s) !== null,
      name: text("name"), names: (s) => set.decode(column("names").at(s)),
    };
  }

  /** Build everything for a packed set; `kinds` is [[type, label, family], …]. */
  function build(set, kinds) {
    const { rows } = set;
    const column = set.resident;
    const families = new Map(kinds.map(([type, , family]) => [type, Math.max(0, FAMILIES.indexOf(family))]));
    const labels = new Map(kinds.map(([type, label]) => [type, label]));
    const other = FAMILIES.length - 1;
    const type = (n) => (column("type") ? column("type").at(n) : null);
    const flag = (name, n) => Boolean(column(name) && column(name).at(n));
    const start = dayColumn(column("date_start"), rows), end = dayColumn(column("date_end"), rows);
    for (let n = 0; n < rows; n += 1) { // one end told stands for both
      if (start[n] === UNKNOWN) start[n] = end[n];
      if (end[n] === UNKNOWN || end[n] < start[n]) end[n] = start[n];
    }
    const own = {
      rows, start, end, latest: dayColumn(set.derived.get("latest"), rows),
      family: Uint8Array.from({ length: rows }, (_, n) => families.get(type(n)) ?? other),
      aside: Uint8Array.from({ length: rows }, (_, n) => flag("background", n) || flag("verbal", n)),
      confidence: numberColumn(column("confidence"), rows, NaN),
      precision: numberColumn(column("geo_precision"), rows, LOST),
      killed: numberColumn(column("killed"), rows, 0),
      injured: numberColumn(column("injured"), rows, 0),
      reports: numberColumn(set.derived.get("reports"), rows, 1),
    };
    const sites = ground(set);
    for (let n = 0; n < rows; n += 1) {
      if (sites.of.starts[n] === sites.of.starts[n + 1]) own.precision[n] = LOST;
    }
    return {
      ...own, sites, facets: facets(set, own), set,
      label: (n) => labels.get(type(n)) || String(type(n) || "incident"),
      labelOf: (key) => labels.get(key) || key,
      familyOf: (key) => families.get(key) ?? other,
      unsure: (n) => own.confidence[n] < words.FAIR,
      text: (name, n) => (column(name) ? set.decode(column(name).at(n)) : null),
      sitesOf: (n) => sites.of.sites.subarray(sites.of.starts[n], sites.of.starts[n + 1]),
      at: (s) => sites.incidents.subarray(sites.starts[s], sites.starts[s + 1]),
    };
  }

  /** What the search finds of an incident besides its quotes: folded text, made when asked for. */
  function texts(own) {
    const known = new Map();
    const folded = (value) => {
      if (!known.has(value)) known.set(value, spelling.keys(value));
      return known.get(value);
    };
    const places = own.set.resident("names");
    const named = new Map();
    const namesOf = (n) => {
      const value = places ? places.at(n) : null;
      if (!named.has(value)) named.set(value, spelling.keys(Object.values(own.set.decode(value) || {}).join(" | ")));
      return named.get(value);
    };
    const listed = ["cast", "voices"].map((name) => own.set.derived.get(name));
    return Array.from({ length: own.rows }, (_, n) => {
      const title = spelling.keys(String(own.text("title", n) || ""));
      const told = listed.flatMap((column) => (column.at(n) || [0]).slice(1).map(folded));
      return [title, folded(String(own.text("place", n) || "")), namesOf(n), ...told, folded(own.label(n))].join(" ");
    });
  }

  return { FAMILIES, LOST, SORTS, UNKNOWN, build, facet, texts };
})();
