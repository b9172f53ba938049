/* Days, words and spelling: from values to text. */
"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { load } = require("./load.js");

const { days, spelling, words } = load("days", "spelling", "words");

test("every day has one number, and the number gives it back", () => {
  const first = days.number("1899-12-31"), last = days.number("2101-01-01");
  let before = null;
  for (let n = first; n <= last; n += 1) {
    const iso = days.iso(n);
    assert.equal(days.number(iso), n);
    assert.ok(before === null || iso > before, iso);
    before = iso;
  }
  assert.equal(days.number("1970-01-01"), 0);
  assert.equal(days.number("2000-03-01") - days.number("2000-02-28"), 2);
  assert.equal(days.number("1900-03-01") - days.number("1900-02-28"), 1);
});

test("what is no day is none", () => {
  for (const text of ["2011-02-30", "2011-13-01", "2011-1-1", "yesterday", "", null, undefined, "{{7*7}}"]) {
    assert.ok(Number.isNaN(days.number(text)), String(text));
  }
});

test("a day lies in the unit that begins at its floor", () => {
  for (const unit of days.UNITS) {
    for (let n = -40_000; n < 40_000; n += 617) {
      const start = days.floor(n, unit);
      assert.ok(start <= n && n < days.next(start, unit), `${unit} ${n}`);
      assert.equal(days.floor(start, unit), start);
    }
  }
});

test("a date is no surer than its precision", () => {
  const told = (date_start, date_end, date_precision) => words.when({ date_start, date_end, date_precision });
  assert.equal(told("2011-10-18", "2011-10-18", "day"), "18 October 2011");
  assert.equal(told("2011-07-01", "2011-07-31", "month"), "July 2011 (month)");
  assert.equal(told("1999-01-01", "1999-12-31", "year"), "1999 (year)");
  assert.equal(told("2011-09-27", "2011-10-03", "week"), "27 September – 3 October 2011 (week)");
  assert.equal(told(null, null, "unknown"), "date unknown");
});

test("a number of people says how sure it is", () => {
  assert.equal(words.count(2, 2), "2");
  assert.equal(words.count(2, 4), "2–4");
  assert.equal(words.count(2, undefined), "at least 2");
  assert.equal(words.count(undefined, 4), "up to 4");
  assert.equal(words.count(200, 200, true), "about 200");
  assert.equal(words.count(undefined, undefined), "");
});

test("only http and https addresses are links", () => {
  assert.equal(words.link("https://a.example/x?y=1"), "https://a.example/x?y=1");
  const bad = [
    "javascript:alert(1)", " JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "vbscript:x",
    "file:///etc/passwd", "blob:https://a.example/1", "//a.example", "a.example", "", null, undefined, "https://",
  ];
  for (const address of bad) assert.equal(words.link(address), null, String(address));
});

test("one word is one spelling, whatever its script and marks", () => {
  const brnjak = ["Brnjak", "BRNJAK", "Брњак", "брњак", " Brnjak "];
  assert.deepEqual(new Set(brnjak.map(spelling.fold)), new Set(["brnjak"]));
  assert.equal(spelling.fold("Štrpce / Штрпце"), "strpce strpce");
  assert.equal(spelling.fold("Zveçan"), "zvecan");
});

test("folding twice is folding once", () => {
  for (const text of ["Đakovica", "İstanbul", "Ниш—Niš", "ﬁn", "a\u0301", "Œuvre", "ß", "\ud800", "ẞ"]) {
    assert.equal(spelling.fold(spelling.fold(text)), spelling.fold(text), text);
  }
});

test("a name falls back to another script, then to English", () => {
  const names = { en: "Holm", "sr-Cyrl": "Холм" };
  assert.equal(spelling.name(names, "sr-Latn", "x"), "Holm");
  assert.equal(spelling.name(names, "sr-Cyrl", "x"), "Холм");
  assert.equal(spelling.name({}, "sq", "x"), "x");
});
