/* The lines behind the incidents, and the names on them. */
"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { load } = require("./load.js");

const { backdrop, labels, tiles } = load("backdrop", "labels", "tiles");

test("lines are read as geo.geometry.background.encode wrote them, latitude first", () => {
  assert.deepEqual(backdrop.decode("ohoBw_zCUT", 1), [[43000, 20500], [42990, 20510]]);
  assert.deepEqual(backdrop.decode("", 1), []);
});

test("a ring goes on beyond 180 degrees instead of jumping to the other edge", () => {
  const ring = backdrop.unwrap([[60, 160], [61, 179], [62, -179], [63, -170]]);
  assert.deepEqual(ring.map(([, lon]) => lon), [160, 179, 181, 190]);
});

test("most of a ring stays on the map", () => {
  const ring = backdrop.unwrap([[60, 179], [61, -179], [62, -150], [63, -140]]);
  assert.deepEqual(ring.map(([, lon]) => lon), [-181, -179, -150, -140]);
});

test("a ring around a pole begins at the edge of the map, and holds the pole", () => {
  const coast = [[-75, -60], [-70, -170], [-78, 170], [-66, 60], [-75, -60]];
  const line = backdrop.turned(coast);
  assert.deepEqual(line, [[-78, 170], [-66, 60], [-75, -60], [-70, -170]]);
  const ring = backdrop.stitch([0], () => line);
  assert.deepEqual(ring.slice(4), [[-70, -180], [-90, -180], [-90, 180], [-78, 180]]);
  const other = [[60, 179], [61, -179], [60, 178], [60, 179]];
  assert.deepEqual(backdrop.turned(other), other);
});

test("neighbours run through the same line in both directions", () => {
  const arcs = [[[0, 0], [0, 1]], [[0, 1], [1, 1], [0, 0]]];
  const line = (n) => arcs[n];
  assert.deepEqual(backdrop.stitch([0, 1], line), [[0, 0], [0, 1], [0, 1], [1, 1], [0, 0]]);
  assert.deepEqual(backdrop.stitch([~1, ~0], line), [[0, 0], [1, 1], [0, 1], [0, 1], [0, 0]]);
});

test("both levels of a country end where its neighbours' lines begin", () => {
  const text = (points) => points.map(([x, y]) => [y, x]);
  const borders = {
    unit_deg: 1, arcs: ["oUoU", "oUoU"], fine: { 1: "oUoU" },
    countries: [["XA", "Ardovia", 0, 0, 1, [[[0, 1]]], {}]],
  };
  const { line, land, parts, shapes, boxes } = backdrop.read(borders);
  assert.deepEqual(line(1, true), line(1, false));
  assert.deepEqual(land(parts[0], true), shapes[0][0]);
  assert.deepEqual(boxes[0], backdrop.box(text([line(0, false)[0].slice().reverse()])));
});

test("boxes meet where they touch", () => {
  assert.ok(backdrop.meet([0, 0, 1, 1], [1, 1, 2, 2]));
  assert.ok(!backdrop.meet([0, 0, 1, 1], [1.1, 0, 2, 1]));
});

test("the graticule is never closer than reads well, and finer the nearer one is", () => {
  const steps = Array.from({ length: 17 }, (_, zoom) => backdrop.spacing(zoom));
  assert.deepEqual(steps, [...steps].sort((a, b) => b - a));
  for (const [zoom, step] of steps.entries()) {
    assert.ok(step * 256 * 2 ** zoom / 360 >= 130 || step === 30, `zoom ${zoom}`);
  }
});

test("a name stands in the language of the page, or else in English", () => {
  const others = { sq: "Prishtinë", "sr-Latn": "Priština" };
  assert.equal(labels.named("Pristina", others, "en"), "Pristina");
  assert.equal(labels.named("Pristina", others, "sq"), "Prishtinë");
  assert.equal(labels.named("Pristina", others, "sr-Cyrl"), "Priština");
  assert.equal(labels.named("Paris", undefined, "sq"), "Paris");
});

test("holes are outside", () => {
  const square = (size) => [[-size, -size], [-size, size], [size, size], [size, -size]];
  const rings = [square(10), square(2)];
  assert.ok(labels.holds(rings, 5, 5));
  assert.ok(!labels.holds(rings, 1, 1));
  assert.ok(!labels.holds(rings, 11, 0));
});

const VIEW = [0, 0, 400, 300];

test("a name stands beside its dot, on the side that is free", () => {
  const label = { width: 60 };
  const at = { x: 200, y: 150 };
  const right = labels.place(label, at, [], VIEW);
  assert.ok(right.box[0] > at.x && !right.covered);
  const left = labels.place(label, at, [[205, 100, 300, 200]], VIEW);
  assert.ok(left.box[2] < at.x);
});

test("a name never touches what is taken, nor the edge of the view", () => {
  const label = { width: 60 };
  for (let x = 0; x <= 400; x += 7) {
    for (let y = 0; y <= 300; y += 7) {
      const taken = [[180, 120, 214, 154], [0, 250, 120, 300]];
      const found = labels.place(label, { x, y }, taken, VIEW);
      if (!found) continue;
      assert.ok(!taken.some((box) => labels.overlaps(box, found.box)), `${x} ${y}`);
      assert.ok(found.box[0] >= 0 && found.box[1] >= 0 && found.box[2] <= 400 && found.box[3] <= 300);
    }
  }
});

test("a dot below the legend or another name has no name, one below a marker has", () => {
  const at = { x: 200, y: 150 };
  assert.equal(labels.place({ width: 60 }, at, [[100, 100, 300, 200]], VIEW), null);
  assert.equal(labels.place({ width: 60 }, at, [Object.assign([180, 145, 220, 160], { name: "X" })], VIEW), null);
  assert.equal(labels.place({ width: 60 }, at, [[183, 133, 217, 167]], VIEW).covered, true);
});

test("a background that does not come is told in words, one that comes in part is not", () => {
  assert.match(tiles.notice("https://tiles.example:8443", 0, 5), /^tiles\.example:8443 sent no background/);
  assert.equal(tiles.notice("https://tiles.example", 1, 5), "");
  assert.equal(tiles.notice("https://tiles.example", 0, 0), "");
});
