/* The search: over names in any script, titles and quotes. A large set is read block by block while
   the first findings are already shown. No page here. */
"use strict";

const search = (() => {
  const TELL_EVERY = 16; // blocks

  function create(own) {
    const { set } = own;
    const quotes = new Array(own.rows);
    let names = null, turn = 0;

    /** The folded quotes and titles of an incident's sources; its block must be ready. */
    function quotesOf(n) {
      if (quotes[n] === undefined) {
        const sources = set.decode(set.raw("sources", n));
        const told = (Array.isArray(sources) ? sources : []).flatMap((one) => (one ? [one.quote, one.title] : []));
        quotes[n] = told.filter(Boolean).map((text) => spelling.keys(String(text))).join(" ");
      }
      return quotes[n];
    }

    const fits = (n, query) => (spelling.holds(`${names[n]} ${quotesOf(n)}`, query) ? 1 : 0);

    /** Find a query. `tell(found, done)` is called with a mark for each incident, null for no query. */
    async function find(text, tell) {
      turn += 1;
      const mine = turn;
      const query = spelling.query(text);
      if (!query.length) { tell(null, true); return; }
      names = names || store.texts(own);
      if (!set.late) { tell(Uint8Array.from({ length: own.rows }, (_, n) => fits(n, query)), true); return; }
      const found = Uint8Array.from(names, (told) => (spelling.holds(told, query) ? 1 : 0));
      tell(found.slice(), false);
      for (let n = 0, blocks = 1; n < own.rows; n += set.size, blocks += 1) {
        const end = Math.min(n + set.size, own.rows);
        const known = quotes[n] !== undefined && quotes[end - 1] !== undefined;
        const held = set.ready(n);
        if (!known) await set.need(n);
        if (mine !== turn) return;
        for (let k = n; k < end; k += 1) found[k] = found[k] || fits(k, query);
        if (!known && !held) set.drop(n);
        if (blocks % TELL_EVERY === 0) tell(found.slice(), false);
      }
      tell(found, true);
    }

    return { find };
  }

  return { create };
})();
