/* Days, spellings, packed values, the writer of files, the grid, the timeline's arithmetic. */
"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { load } = require("./load.js");

const names = ["days", "flags", "grid", "labels", "packed", "spelling", "timeline", "words", "writer"];
const { days, flags, grid, labels, packed, spelling, timeline, words, writer } = load(...names);

test("a day is a number and back, over four centuries, leap years included", () => {
  assert.equal(days.number("1970-01-01"), 0);
  assert.equal(days.number("2000-03-01") - days.number("2000-02-28"), 2);
  assert.equal(days.number("1900-03-01") - days.number("1900-02-28"), 1);
  for (let day = -60000; day < 60000; day += 37) assert.equal(days.number(days.iso(day)), day);
});

test("what is no day of the calendar has no number", () => {
  for (const text of ["2011-02-30", "2011-13-01", "2011-1-1", "yesterday", "", null, "2011-10-19T00:00:00"]) {
    assert.ok(Number.isNaN(days.number(text)), String(text));
  }
});

test("weeks begin on Monday, and units tile the days without a gap", () => {
  assert.equal(days.iso(days.floor(days.number("2011-10-19"), "week")), "2011-10-17");
  for (const unit of days.UNITS) {
    const edges = days.edges(days.number("1999-12-31"), days.number("2001-01-01"), unit);
    assert.ok(edges[0] <= days.number("1999-12-31") && edges.at(-1) > days.number("2001-01-01"), unit);
    edges.slice(1).forEach((edge, k) => assert.equal(days.floor(edge - 1, unit), edges[k]));
  }
});

test("the finest unit is taken that fits", () => {
  assert.equal(days.unit(0, 30, 40), "day");
  assert.equal(days.unit(0, 3650, 130), "month");
  assert.equal(days.unit(0, 36500, 15), "decade");
});

test("a typed day may be a month or a year, whose end is meant at the end of a range", () => {
  assert.equal(days.iso(words.typedDay("2011-07", false)), "2011-07-01");
  assert.equal(days.iso(words.typedDay("2012-02", true)), "2012-02-29");
  assert.equal(days.iso(words.typedDay("2011", true)), "2011-12-31");
  assert.equal(words.typedDay("  ", true), null);
  assert.ok(Number.isNaN(words.typedDay("19.10.2011", false)));
});

const finds = (asked, text) => spelling.holds(spelling.keys(text), spelling.query(asked));

test("one word in two scripts, with marks or without, is one word", () => {
  const told = ["Шевченко", "Ševčenko", "sevcenko", "ŠEVČENKO"].map(spelling.fold);
  assert.deepEqual([...new Set(told)], ["sevcenko"]);
  assert.equal(spelling.fold("Љубљана — Njegoš"), "ljubljana njegos");
});

test("đ is found as dj and as d", () => {
  assert.ok(finds("djak", "Đakovica") && finds("dakovica", "Đakovica"));
  assert.ok(!finds("akovica", "Đakovica"));
});

test("Cyrillic is found by the Latin spellings of Serbia, Russia and Ukraine, and the other way round", () => {
  for (const [cyrillic, latin] of [
    ["Харків", "Kharkiv"], ["Харьков", "Kharkov"], ["Шевченко", "Shevchenko"], ["Шевченко", "Ševčenko"], ["Горлівка", "Horlivka"],
    ["Київ", "Kyiv"], ["Запоріжжя", "Zaporizhzhia"], ["Слов'янськ", "Sloviansk"], ["Щорса", "Shchorsa"], ["Ёлкино", "Yolkino"],
    ["Яворів", "Yavoriv"], ["Юрина", "Yurina"], ["Елабуга", "Yelabuga"], ["Єнакієве", "Yenakiieve"], ["Хоргош", "Horgoš"], ["Ђаковица", "Đakovica"], ["Жупа", "Župa"],
  ]) assert.ok(finds(cyrillic, latin) && finds(latin, cyrillic) && finds(cyrillic, cyrillic), `${cyrillic} ${latin}`);
});

test("a town of Ukraine is found by its Russian name where only the ending differs", () => {
  assert.ok(finds("Харьков", "Kharkiv") && finds("Львов", "Lviv") && finds("Киев", "Kyiv") && finds("Киев", "Київ"));
  assert.ok(!finds("Харьков", "Kharkiwka") && !finds("ов", "Lviv"));
});

test("each word of a search must begin a word, in whatever script, and marks alone ask for nothing", () => {
  assert.ok(finds("лука 2011", "In 2011: Banja Luka") && !finds("лука 2012", "In 2011: Banja Luka"));
  assert.ok(!finds("арків", "Kharkiv") && !finds("shaw", "He saw it"));
  assert.deepEqual([" — “!” ", "", "'"].map(spelling.query), [[], [], []]);
});

test("a name is shown in the language asked for, else in the nearest", () => {
  const names = { en: "Brnjak", sq: "Bërnjak", "sr-Cyrl": "Брњак" };
  assert.equal(spelling.name(names, "sq", "x"), "Bërnjak");
  assert.equal(spelling.name(names, "sr-Latn", "x"), "Brnjak");
  assert.equal(spelling.name({ en: "Holm" }, "sr-Cyrl", "Holm gate"), "Holm gate");
  assert.equal(spelling.name(null, "en", null), "");
});

test("a value survives being encoded and decoded, whatever its keys are called", () => {
  const keys = [];
  const value = { b: [1, "x", null, { __proto__x: true }], a: { 2: "two", 1: [] }, c: {} };
  assert.deepEqual(packed.decode(packed.encode(value, keys), keys), value);
});

test("JSON is written with spaces, true to numbers, without half letters", () => {
  const keys = [["name", "far"]];
  assert.equal(writer.json([1, "Ra\"ška\u2028\ud800", 20], keys), '{"name": "Ra\\"ška\u2028\ufffd", "far": 20}');
  assert.equal(writer.json([0, 1e21, 1e-7, -0, null, true], keys), "[1e+21, 1e-7, 0, null, true]");
});

test("the box of shapes holds every position, and is none without one", () => {
  const polygon = [1, "Polygon", [0, [0, [0, 20.1, 43], [0, 20.2, 43.5], [0, 20.1, 43]]]];
  assert.deepEqual(writer.box([null, [1, "Point", [0, 21, 42]], polygon]), [20.1, 42, 21, 43.5]);
  assert.equal(writer.box([null]), null);
});

test("places that would overlap are joined, each exactly once", () => {
  const lons = Float64Array.from({ length: 500 }, (_, n) => ((n * 7919) % 1000) / 50);
  const lats = Float64Array.from({ length: 500 }, (_, n) => 40 + ((n * 104729) % 1000) / 100);
  const spots = grid.project(lons, lats), order = Int32Array.from(lons, (_, n) => n);
  const joined = grid.join(spots, order, 6, 40);
  const [starts, places] = grid.members(joined, order);
  assert.deepEqual([...places].sort((a, b) => a - b), [...order]);
  assert.equal(starts.at(-1), 500);
  const far = (a, b) => Math.hypot(spots.x[a] - spots.x[b], spots.y[a] - spots.y[b]) * 64;
  const anchors = [...joined.anchors];
  anchors.forEach((a, k) => anchors.slice(k + 1).forEach((b) => assert.ok(far(a, b) >= 40)));
});

test("deep in, places stand alone", () => {
  const spots = grid.project(Float64Array.of(20, 20.001), Float64Array.of(43, 43));
  assert.equal(grid.join(spots, Int32Array.of(0, 1), 2, 40).anchors.length, 1);
  assert.equal(grid.join(spots, Int32Array.of(0, 1), 16, 40).anchors.length, 2);
});

test("the trigger is cut out by letters as Python counts them", () => {
  const quote = "😀 They blocked a road.";
  assert.deepEqual(words.marked({ quote, start: 10, trigger_start: 17, trigger_end: 24 }), ["😀 They ", "blocked", " a road."]);
  assert.deepEqual(words.marked({ quote, start: 10, trigger_start: 5, trigger_end: 24 })[1], "");
  assert.deepEqual(words.marked({ quote, start: null })[1], "");
});

test("blocks that were let go of are inflated again when they are needed", async () => {
  const { deflateRawSync } = require("node:zlib");
  const block = (number) => deflateRawSync(JSON.stringify([[{ id: number }]])).toString("base64");
  const read = [];
  const set = packed.open([1, 60, 1, [], [["x", 4, 0]], [], 0, []], (number) => { read.push(number); return block(number); });
  for (let n = 0; n < 60; n += 1) await set.need(n);
  assert.ok(!set.ready(0) && set.ready(59));
  await Promise.all([set.need(0), set.need(0)]);
  assert.deepEqual(set.row(0), { x: { id: 0 } });
  assert.equal(read.filter((number) => number === 0).length, 2);
});

test("badges touch neither markers nor controls nor each other, and end within the view", () => {
  const view = [0, 0, 400, 300], control = [0, 0, 50, 100], marker = [180, 130, 220, 170], corner = [260, 0, 400, 40];
  const wanted = [[20, 50], [200, 150], [390, 150], [200, 152], [200, 148], [330, 20], [200, 151]]
    .map(([x, y]) => ({ x, y, w: 120, h: 28, must: false }));
  const laid = flags.lay(wanted, [control, marker], view, corner);
  const boxes = laid.filter(Boolean);
  assert.ok(boxes.length >= 4);
  const taken = [control, marker, ...laid.includes(null) ? [corner] : []];
  for (const [k, box] of boxes.entries()) {
    assert.ok(box[0] >= 0 && box[1] >= 0 && box[2] <= 400 && box[3] <= 300);
    for (const other of [...taken, ...boxes.slice(k + 1)]) assert.ok(!labels.overlaps(box, other));
  }
});

test("what finds no room is told in a corner that is kept for it, but for what must be seen", () => {
  const corner = [0, 0, 100, 28], one = { x: 60, y: 14, w: 80, h: 28 };
  assert.deepEqual(flags.lay([{ ...one, must: false }], [], [0, 0, 120, 30], corner), [[20, 0, 100, 28]]);
  assert.deepEqual(flags.lay([one, one].map((flag) => ({ ...flag, must: false })), [], [0, 0, 120, 30], corner), [null, null]);
  assert.deepEqual(flags.lay([{ ...one, must: true }, one], [], [0, 0, 120, 30], corner), [[20, 0, 100, 28], null]);
});

test("twelve years are named on a narrow axis too, every second or fifth", () => {
  const [first, last] = [days.number("2011-07-01"), days.number("2023-01-31")];
  const told = (most) => timeline.ticks(first, last, most).map(([, text]) => text);
  assert.deepEqual(told(6), ["2012", "2014", "2016", "2018", "2020", "2022"]);
  assert.deepEqual(told(3), ["2015", "2020"]);
  assert.equal(told(20).length, 12);
});

test("a single day does not fill the timeline", () => {
  const day = days.number("2011-10-18");
  const [first, last] = timeline.roomy([day, day]);
  assert.ok(first < day && day < last && last - first === 20);
  assert.deepEqual(timeline.roomy([day, day + 400]), [day, day + 400]);
  assert.equal(timeline.roomy(null), null);
});
