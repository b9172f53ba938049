/* What each site holds of the incidents that are shown. Pure, typed arrays. */
"use strict";

const tally = (() => {
  const FAMILIES = store.FAMILIES.length;

  /** Count what each site holds of the chosen incidents. */
  function count(own, chosen, selected) {
    const { sites } = own;
    const by = new Uint32Array(sites.size * FAMILIES), total = new Uint32Array(sites.size);
    const sure = new Uint8Array(sites.size), weight = { casualties: new Float64Array(sites.size), reports: new Float64Array(sites.size) };
    const add = (n) => {
      for (const site of own.sitesOf(n)) {
        by[site * FAMILIES + own.family[n]] += 1;
        total[site] += 1;
        if (!own.unsure(n)) sure[site] = 1;
        weight.casualties[site] += own.killed[n] + own.injured[n];
        weight.reports[site] += own.reports[n] - 1;
      }
    };
    chosen.forEach(add);
    const extra = selected >= 0 && !has(chosen, selected);
    if (extra) add(selected); // what a card speaks of is on the map, whatever the filters say
    return { by, total, sure, weight, extra: extra ? selected : -1 };
  }

  /** Binary search: the numbers are sorted. */
  function has(sorted, n) {
    let low = 0, high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < n) low = middle + 1; else high = middle;
    }
    return sorted[low] === n;
  }

  return { count, has };
})();
