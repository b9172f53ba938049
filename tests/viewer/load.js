/* Runs scripts of the page that need no page, one after another, as a browser would. */
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const FOLDER = path.join(__dirname, "..", "..", "geo", "viewer");
const PURE = [
  "days", "words", "spelling", "packed", "store", "filters", "permalink", "writer", "grid", "search", "tally",
  "symbols", "labels", "tiles", "background", "flags", "timeline",
];

/** The values of these names once all scripts have run: load("days", "words"). */
function load(...names) {
  for (const name of PURE) {
    const filename = path.join(FOLDER, `${name}.js`);
    vm.runInThisContext(fs.readFileSync(filename, "utf8"), { filename });
  }
  return Object.fromEntries(names.map((name) => [name, vm.runInThisContext(name)]));
}

module.exports = { load };
