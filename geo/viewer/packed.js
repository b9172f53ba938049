/* What geo/mapping/packing.py wrote, read back: columns, tables, and blocks that are inflated on demand.
   No page here: Node can run it. */
"use strict";

const packed = (() => {
  const PER_ROW = 0, TABLE = 1, SAME = 2, TWIN = 3, BLOCK = 4; // as in geo/mapping/packing.py

  const MOST_OPEN = 24; // blocks of 0.5 MB each: who scrolls through all of a large set keeps his memory

  /** A value as it was: lists begin with 0, objects with the number of their keys. */
  function decode(value, keys) {
    if (!Array.isArray(value)) return value;
    const items = value.slice(1).map((item) => decode(item, keys));
    if (value[0] === 0) return items;
    return Object.fromEntries(keys[value[0] - 1].map((key, n) => [key, items[n]]));
  }

  /** A plain value, as blocks hold it, in the same form; new lists of keys are added. */
  function encode(value, keys) {
    if (value === null || typeof value !== "object") return value;
    if (Array.isArray(value)) return [0, ...value.map((item) => encode(item, keys))];
    const names = Object.keys(value), name = JSON.stringify(names);
    let number = keys.findIndex((known) => JSON.stringify(known) === name);
    if (number < 0) number = keys.push(names) - 1;
    return [number + 1, ...names.map((key) => encode(value[key], keys))];
  }

  /** The `key` of the first object in an encoded list, still encoded; null if there is none. */
  function first(list, key, keys) {
    const item = Array.isArray(list) ? list[1] : null;
    if (!Array.isArray(item) || item[0] === 0) return null;
    const at = keys[item[0] - 1].indexOf(key);
    return at < 0 ? null : item[at + 1];
  }

  /** One column: `at(n)` gives the encoded value, `table` and `numbers` are there if it has them. */
  function column([name, form, a, b]) {
    if (form === PER_ROW) return { name, at: (n) => a[n] };
    if (form === TABLE) return { name, at: (n) => a[b[n]], table: a, numbers: b };
    if (form === SAME) return { name, at: () => a, table: [a], numbers: null };
    return null;
  }

  async function inflate(base64) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return JSON.parse(await new Response(stream).text());
  }

  /** Open a packed set. `blockText(number)` gives the base64 of a block. */
  function open(whole, blockText = () => "") {
    const [, rows, size, keys, told, derived, places, ground] = whole;
    const names = told.map(([name]) => name);
    const columns = new Map(told.map((one) => [one[0], column(one)]));
    const blocks = new Map(); // number → columns of the block, or the promise of them
    const late = told.some(([, form]) => form === BLOCK);
    const ready = (n) => !late || Array.isArray(blocks.get(Math.floor(n / size)));

    /** Have the block of an incident inflated; those that nobody asked for lately are let go. */
    async function need(n) {
      const number = Math.floor(n / size);
      if (!late || Array.isArray(blocks.get(number))) return;
      if (!blocks.has(number)) blocks.set(number, inflate(blockText(number)));
      const loaded = await blocks.get(number);
      blocks.delete(number); // the latest stands last
      blocks.set(number, loaded);
      for (const old of blocks.keys()) if (blocks.size > MOST_OPEN) blocks.delete(old);
    }

    /** Let go of a block that was only read through. */
    const drop = (n) => { if (late) blocks.delete(Math.floor(n / size)); };

    /** The encoded value of a property; what stands in a block must be `ready`. */
    function raw(name, n) {
      const index = names.indexOf(name);
      if (index < 0) return null;
      const [, form, a, b] = told[index];
      if (form === TWIN) return first(raw(a, n), b, keys);
      if (form === BLOCK) return encode(blocks.get(Math.floor(n / size))[a][n % size], keys);
      return columns.get(name).at(n);
    }

    /** All properties of an incident that have a value, as the card reads them. */
    function row(n) {
      return Object.fromEntries(names.map((name) => [name, decode(raw(name, n), keys)])
        .filter(([, value]) => !isEmpty(value)));
    }

    const has = (name) => names.includes(name);
    const resident = (name) => columns.get(name) || null;
    const others = (list) => new Map(list.map((one) => [one[0], column(one)]));
    return {
      rows, size, places, keys, names, late, ready, need, drop, raw, row, has, resident,
      derived: others(derived), ground: others(ground), decode: (value) => decode(value, keys),
      isBlock: (name) => told[names.indexOf(name)]?.[1] === BLOCK,
    };
  }

  function isEmpty(value) {
    if (value === null || value === undefined || value === "") return true;
    return typeof value === "object" && Object.keys(value).length === 0;
  }

  return { decode, encode, open };
})();
