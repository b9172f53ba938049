/* Packed columns, filters, search, the address and the grid, on a set as geo.mapping.packing writes it. */
"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { load } = require("./load.js");

const names = ["filters", "grid", "packed", "permalink", "search", "store", "writer", "days"];
const { filters, grid, packed, permalink, search, store, writer, days } = load(...names);

const PER_ROW = 0;
const COLUMNS = {
  id: ["a", "b", "c"],
  type: ["riot", "riot", "arrest"],
  title: ["Riot at Holm", "Riot in Брњак", "{{7*7}} </script>"],
  date_start: ["2011-10-18", "2011-11-01", null],
  date_end: ["2011-10-18", "2011-11-30", null],
  verbal: [false, true, false],
  confidence: [0.9, 0.4, null],
  lat: [1.5, 2.5, null],
  sources: [[0, [1, "They ran.", "=1+1"]], [0], [0, [1, "Nobody ran, \"he\" said", "\u202e"]]],
  geometry: [[2, "Point", [0, 10, 50]], null, null],
};
const KEYS = [["quote", "title"], ["type", "coordinates"]];
const DERIVED = { at: [0, 0, [0]], cast: [[0, "crowd"], [0, "Police"], [0, "police"]], voices: [[0], [0], [0, "Herald"]], reports: [1, 1, 1], latest: [null, null, "2020-01-01"] };
const SITES = { lon: [10], lat: [50], uncertainty_m: [300], sort: ["point"], approximate: [false], shape: [null], name: ["Holm"], names: [null] };

function open() {
  const told = (columns) => Object.entries(columns).map(([name, values]) => [name, PER_ROW, values]);
  return packed.open([1, 3, 512, KEYS, told(COLUMNS), told(DERIVED), 1, told(SITES)]);
}

const build = () => store.build(open(), [["arrest", "Arrest", "detention"], ["riot", "Riot", "violence"]]);
const chosen = (criteria, found) => [...filters.select(build(), { ...filters.none(true), ...criteria }, found).chosen];

test("a row comes back with every property that has a value", () => {
  const row = open().row(0);
  assert.deepEqual(row.sources, [{ quote: "They ran.", title: "=1+1" }]);
  assert.deepEqual(row.geometry, { type: "Point", coordinates: [10, 50] });
  assert.ok(!("lat" in open().row(2)));
});

test("a name that means something to objects is a name like any other", () => {
  const keys = [["__proto__", "constructor"]];
  const read = packed.decode([1, "x", "y"], keys);
  assert.equal(Object.getPrototypeOf(read), Object.prototype);
  assert.deepEqual(Object.keys(read), ["__proto__", "constructor"]);
});

test("filters join with and, the values of one filter with or", () => {
  assert.deepEqual(chosen({}), [0, 1, 2]);
  assert.deepEqual(chosen({ kind: ["riot"] }), [0, 1]);
  assert.deepEqual(chosen({ kind: ["riot", "arrest"] }), [0, 1, 2]);
  assert.deepEqual(chosen({ kind: ["riot"], confidence: ["high"] }), [0]);
  assert.deepEqual(chosen({ talk: false }), [0, 2]);
});

test("undated incidents stay until they are sent away", () => {
  const from = days.number("2011-10-20");
  assert.deepEqual(chosen({ from }), [1, 2]);
  assert.deepEqual(chosen({ from, undated: false }), [1]);
});

test("an interval is in time if any of its days is", () => {
  const at = (iso) => chosen({ from: days.number(iso), to: days.number(iso), undated: false });
  assert.deepEqual(at("2011-11-15"), [1]);
  assert.deepEqual(at("2011-10-31"), []);
});

test("counts say what a filter would leave, whatever it is set to", () => {
  const { counts } = filters.select(build(), { ...filters.none(true), kind: ["arrest"] });
  assert.deepEqual([...counts.kind], [2, 1]);
  assert.deepEqual([...counts.source], [1]);
});

test("the search finds words of any script in titles and quotes", async () => {
  const own = build();
  const find = async (text) => {
    let marks = null;
    await search.create(own).find(text, (found) => { marks = found; });
    return marks && [...marks];
  };
  assert.deepEqual(await find("brnjak"), [0, 1, 0]);
  assert.deepEqual(await find("RAN they"), [1, 0, 0]);
  assert.deepEqual(await find("nobody"), [0, 0, 1]);
  assert.equal(await find(" "), null);
});

test("an address gives back what it was made of", () => {
  const criteria = { ...filters.none(false), q: "a&b=#", kind: ["riot", "x y"], from: 15000, undated: false };
  const state = { criteria, talk: false, id: "é/1", language: "sr-Cyrl", theme: "dark", size: "reports", view: [9.5, 42.9, 20.87] };
  const read = permalink.read(`#${permalink.write(state)}`, false);
  assert.deepEqual({ ...read, talk: false }, state);
});

test("an address that makes no sense is the beginning", () => {
  for (const hash of ["", "#", "#view=a/b/c&from=never&names=xx&theme=red&size=__proto__", "#%E0%A4%A"]) {
    const read = permalink.read(hash, true);
    assert.deepEqual([read.language, read.theme, read.size, read.view], ["en", "", "casualties", null], hash);
    assert.equal(read.criteria.from, null);
  }
});

test("the CSV holds no formula, and quotes what it must", async () => {
  const text = (await writer.csv(open(), [2, 0])).join("");
  assert.ok(text.startsWith("\ufeffid,type,"));
  const lines = text.split("\r\n");
  assert.equal(lines.length, 4);
  assert.match(lines[1], /^c,arrest,/);
});

test("the GeoJSON parses and keeps the order", async () => {
  const told = JSON.parse((await writer.geojson(open(), [2, 0], ["somebody"])).join(""));
  assert.deepEqual(told.features.map((one) => one.id), ["c", "a"]);
  assert.deepEqual(told.bbox, [10, 50, 10, 50]);
  assert.equal(told.features[0].properties.title, "{{7*7}} </script>");
  assert.deepEqual(JSON.parse((await writer.geojson(open(), [], [])).join("")).features, []);
});

test("places nearer than the reach are joined, and each is in one group", () => {
  const lons = Array.from({ length: 500 }, (_, n) => ((n * 7919) % 3600) / 10 - 180);
  const lats = Array.from({ length: 500 }, (_, n) => ((n * 104729) % 1600) / 10 - 80);
  const at = grid.project(lons, lats);
  const order = Int32Array.from(lons, (_, n) => n);
  const joined = grid.join(at, order, 3, 40);
  const [starts, places] = grid.members(joined, order);
  assert.equal(new Set(places).size, 500);
  assert.equal(starts[joined.anchors.length], 500);
  for (let g = 0; g < joined.anchors.length; g += 1) {
    for (const n of places.subarray(starts[g], starts[g + 1])) {
      const anchor = joined.anchors[g];
      assert.ok(Math.hypot(at.x[n] - at.x[anchor], at.y[n] - at.y[anchor]) * 8 < 40);
    }
  }
});

test("an actor is one, whether its name began a sentence or not", () => {
  assert.deepEqual(build().facets.actor.keys, ["Crowd", "Police"]);
  assert.deepEqual(chosen({ actor: ["Police"] }), [1, 2]);
});
