/* The chosen incidents as a file: GeoJSON and CSV, byte for byte as geo/io/geojson.py and
   geo/io/tables.py write them. Works on encoded values, whose keys keep their order. Pure. */
"use strict";

const writer = (() => {
  const HALF = /[\ud800-\udfff]/gu; // with "u" only letters that are broken in two
  const DECIMALS = 6;
  const LISTS = new Set(["report_ids", "members", "countries", "place_reasons"]);
  const SPACE = "[\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
  const SIGN = `(?:${SPACE}|["'])*[=+\\-@＝＋－＠]`;
  const FORMULA = new RegExp(`^(?=${SIGN}|[\\t\\r\\n])|(?<=[;\\t\\r\\n])(?=${SIGN})`, "gu");
  // eslint-disable-next-line no-control-regex -- these are what is taken out
  const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f]|[\ud800-\udfff]/gu;

  const text = (value) => JSON.stringify(value.replace(HALF, "\ufffd"));

  /** One encoded value as JSON, with a space behind commas and colons. */
  function json(value, keys) {
    if (typeof value === "string") return text(value);
    if (!Array.isArray(value)) return String(value === undefined ? null : value);
    const items = value.slice(1).map((item) => json(item, keys));
    if (value[0] === 0) return `[${items.join(", ")}]`;
    return `{${keys[value[0] - 1].map((key, n) => `${text(key)}: ${items[n]}`).join(", ")}}`;
  }

  function feature(set, n) {
    const properties = set.names.filter((name) => name !== "geometry")
      .map((name) => `${text(name)}: ${json(set.raw(name, n), set.keys)}`);
    const shape = json(set.raw("geometry", n), set.keys);
    const id = json(set.raw("id", n), set.keys);
    return `{"type": "Feature", "id": ${id}, "geometry": ${shape}, "properties": {${properties.join(", ")}}}`;
  }

  /** [west, south, east, north] of encoded geometries, null without a point. */
  function box(shapes) {
    const edge = [Infinity, Infinity, -Infinity, -Infinity];
    const widen = (value) => {
      if (!Array.isArray(value)) return;
      if (value[0] === 0 && typeof value[1] === "number") {
        edge[0] = Math.min(edge[0], value[1]);
        edge[1] = Math.min(edge[1], value[2]);
        edge[2] = Math.max(edge[2], value[1]);
        edge[3] = Math.max(edge[3], value[2]);
      } else value.slice(1).forEach(widen);
    };
    shapes.forEach(widen);
    return edge[0] <= edge[2] ? edge : null;
  }

  const rounded = (value) => String(Number(value.toFixed(DECIMALS)));

  function head(shapes, credits) {
    const edges = box(shapes);
    const told = credits.map(text).join(", ");
    const bbox = edges ? `"bbox": [${edges.map(rounded).join(", ")}], ` : "";
    return `{"type": "FeatureCollection", "attribution": [${told}], ${bbox}"features": [\n`;
  }

  /** Parts of the GeoJSON file for the incidents `chosen`, in this order. */
  async function geojson(set, chosen, credits) {
    const shapes = [];
    const lines = [];
    await each(set, chosen, (n) => {
      shapes.push(set.raw("geometry", n));
      lines.push(feature(set, n));
    });
    return [head(shapes, credits), lines.join(",\n"), lines.length ? "\n]}\n" : "]}\n"];
  }

  /** Parts of the CSV file, with the byte order mark that Excel needs. */
  async function csv(set, chosen) {
    const names = set.names.filter((name) => name !== "geometry");
    const lines = [names.map((name) => quoted(safe(name))).join(",")];
    await each(set, chosen, (n) => {
      lines.push(names.map((name) => quoted(cell(name, set.raw(name, n), set.keys))).join(","));
    });
    return ["\ufeff", lines.join("\r\n"), "\r\n"];
  }

  /** Go through incidents in order, block by block, and let go of blocks that were not open. */
  async function each(set, chosen, act) {
    let held = -1;
    for (const n of chosen) {
      if (!set.ready(n)) {
        if (held >= 0) set.drop(held);
        held = n;
        await set.need(n);
      }
      act(n);
    }
    if (held >= 0) set.drop(held);
  }

  function cell(name, value, keys) {
    if (value === null || value === undefined) return "";
    if (typeof value !== "object") return typeof value === "string" ? safe(value) : String(value);
    if (LISTS.has(name)) return safe(value.slice(1).join(name === "place_reasons" ? " | " : ";"));
    const bare = value.length === 1 || (value[0] > 0 && keys[value[0] - 1].length === 0);
    return bare && KNOWN.has(name) ? "" : safe(json(value, keys));
  }

  const KNOWN = new Set(["place_alternatives", "names", "actors", "crossings", "sources", "conflicts"]);

  /** No control characters, and nothing that a spreadsheet would run. */
  const safe = (value) => value.replace(CONTROL, "\ufffd").replace(FORMULA, "'");

  const quoted = (value) => (/[",\r\n]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value);

  return { box, csv, geojson, json };
})();
