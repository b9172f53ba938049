/* Where the boxes of countries and first-level units stand: near their label, whole in the view, clear
   of markers, controls and each other. Pure; boxes are [left, top, right, bottom] in pixels. */
"use strict";

const flags = (() => {
  const ASIDE_PX = [0, 32, -32, 64, -64, 96, -96]; // tried above and below the label
  const EDGE_PX = 4; // kept from the edges of the view

  /** The box of each of `wanted` ({x, y, w, h, must}), or null for what finds no room. */
  function place(wanted, taken, view) {
    const busy = [...taken];
    return wanted.map(({ x, y, w, h, must }) => {
      const left = Math.max(view[0] + EDGE_PX, Math.min(x - w / 2, view[2] - EDGE_PX - w));
      const boxes = ASIDE_PX.map((aside) => [left, y - h / 2 + aside, left + w, y + h / 2 + aside]);
      const whole = boxes.filter((box) => box[1] >= view[1] && box[3] <= view[3]);
      const free = whole.find((box) => !busy.some((other) => labels.overlaps(box, other)));
      const box = free || (must ? boxes[0] : null);
      if (box) busy.push(box);
      return box;
    });
  }

  /** The same; if some find no room, `corner` is kept free for the box that tells of them. */
  function lay(wanted, taken, view, corner) {
    const laid = place(wanted, taken, view);
    return laid.every(Boolean) ? laid : place(wanted, [...taken, corner], view);
  }

  return { lay };
})();
