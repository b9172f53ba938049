/* Which incidents are shown: one pass over the arrays for all filters and all counts. Pure. */
"use strict";

const filters = (() => {
  const FACETS = ["kind", "actor", "country", "place", "source", "confidence", "where", "when", "status", "harm"];

  /** Nothing asked for: everything but talk and history. */
  function none(talk = false) {
    return { ...Object.fromEntries(FACETS.map((name) => [name, []])), q: "", from: null, to: null, undated: true, talk };
  }

  /** The same without the keys that no incident of this page has: a link may come from another one. */
  function known(own, criteria) {
    const kept = FACETS.map((name) => [name, criteria[name].filter((key) => own.facets[name].numbers.has(key))]);
    return { ...criteria, ...Object.fromEntries(kept) };
  }

  /** Whether an incident may have happened in the days asked for, as `geo export --since` has it. */
  function inTime(own, n, { from, to, undated }) {
    const dated = own.start[n] !== store.UNKNOWN;
    if (!dated && !undated) return false;
    const last = dated ? own.end[n] : own.latest[n];
    if (from !== null && last !== store.UNKNOWN && last < from) return false;
    return !(to !== null && dated && own.start[n] > to);
  }

  function anyOf({ starts, values }, n, wanted) {
    for (let k = starts[n]; k < starts[n + 1]; k += 1) if (wanted[values[k]]) return true;
    return false;
  }

  /** The tests of a set of criteria: [[name, n → boolean], …]. `found` marks what the search found. */
  function tests(own, criteria, found) {
    const told = [];
    for (const name of FACETS) {
      const chosen = criteria[name];
      if (!chosen.length) continue;
      const wanted = new Uint8Array(own.facets[name].keys.length);
      for (const key of chosen) wanted[own.facets[name].numbers.get(key)] = 1;
      told.push([name, (n) => anyOf(own.facets[name], n, wanted)]);
    }
    if (found) told.push(["q", (n) => found[n] === 1]);
    if (criteria.from !== null || criteria.to !== null || !criteria.undated) {
      told.push(["time", (n) => inTime(own, n, criteria)]);
    }
    if (!criteria.talk) told.push(["talk", (n) => own.aside[n] === 0]);
    return told;
  }

  /** What is left: `chosen` in order; `timeless`, chosen but for the days; for each facet the
      `counts` of its keys among what all other filters leave; `aside`, how much talk is left out. */
  function select(own, criteria, found = null) {
    const asked = tests(own, criteria, found);
    const counts = Object.fromEntries(FACETS.map((name) => [name, new Int32Array(own.facets[name].keys.length)]));
    const chosen = [], timeless = [];
    let aside = 0;
    for (let n = 0; n < own.rows; n += 1) {
      let missed = null, fails = 0;
      for (let t = 0; t < asked.length && fails < 2; t += 1) {
        if (!asked[t][1](n)) { fails += 1; missed = asked[t][0]; }
      }
      if (fails > 1) continue;
      if (missed === null) chosen.push(n);
      if (missed === null || missed === "time") timeless.push(n);
      if (missed === "talk") aside += 1;
      for (const name of FACETS) if (missed === null || missed === name) count(own.facets[name], n, counts[name]);
    }
    return { chosen: Int32Array.from(chosen), timeless: Int32Array.from(timeless), counts, aside };
  }

  function count({ starts, values }, n, into) {
    for (let k = starts[n]; k < starts[n + 1]; k += 1) into[values[k]] += 1;
  }

  /** How many filters are set, the search and the days included. */
  function active(criteria) {
    const days_ = criteria.from !== null || criteria.to !== null || !criteria.undated;
    return FACETS.reduce((sum, name) => sum + criteria[name].length, 0) + (criteria.q ? 1 : 0) + (days_ ? 1 : 0);
  }

  return { FACETS, active, inTime, known, none, select };
})();
