/* What markers are drawn of on a canvas: discs, rings, numbers, in the colours of the page. */
"use strict";

const pen = (() => {
  const COLOURS = ["disc", "accent", "soft", "paper", "pin-ink"];
  const BADGE_FONT = "600 12.5px";

  function create(context) {
    const widths = new Map();
    let colours = {}, letters = "";

    /** Ask for colours and letters once for each change of light: asking lays the page out. */
    function dress() {
      const style = getComputedStyle(document.documentElement);
      colours = Object.fromEntries(COLOURS.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
      letters = getComputedStyle(document.body).fontFamily;
    }

    const colour = (name) => colours[name];

    /** How wide a text in a badge will be; measured once, for every pan asks again. */
    function width(text) {
      if (!widths.has(text)) {
        context.font = `${BADGE_FONT} ${letters}`;
        widths.set(text, context.measureText(text).width);
      }
      return widths.get(text);
    }

    function circle(r) {
      context.beginPath();
      context.arc(0, 0, r, 0, 2 * Math.PI);
    }

    function disc(r, ring) {
      circle(r);
      context.fillStyle = colour("disc");
      context.shadowColor = "rgb(40 30 10 / 35%)";
      context.shadowBlur = 3;
      context.shadowOffsetY = 1;
      context.fill();
      context.shadowColor = "transparent";
      if (!ring) return;
      circle(r + 4);
      context.lineWidth = 3;
      context.strokeStyle = colour("accent");
      context.stroke();
    }

    function dashed(r, colour) {
      context.setLineDash([4, 3]);
      context.lineWidth = 1.5;
      context.strokeStyle = colour;
      circle(r);
      context.stroke();
      context.setLineDash([]);
    }

    function label(text, size) {
      context.font = `650 ${size}px ${letters}`;
      context.textAlign = "center";
      context.textBaseline = "middle";
      context.fillStyle = colour("pin-ink");
      context.fillText(text, 0, 0.5);
    }

    function badge(r, number) {
      const text = words.short(number);
      const width = 9 + 6 * text.length;
      context.save();
      context.translate(r * 0.85, -r * 0.8);
      context.beginPath();
      context.roundRect(-width / 2, -7.5, width, 15, 7.5);
      context.fillStyle = colour("pin-ink");
      context.fill();
      context.lineWidth = 1.5;
      context.strokeStyle = colour("disc");
      context.stroke();
      context.font = `650 10.5px ${letters}`;
      context.textAlign = "center";
      context.textBaseline = "middle";
      context.fillStyle = colour("disc");
      context.fillText(text, 0, 0.5);
      context.restore();
    }

    dress();
    return { badge, circle, colour, dashed, disc, dress, label, width };
  }

  /** A copy to be printed in the place of a canvas: what is drawn on one for a print is opaque there,
      over all that lies below, unless the canvas is new (Chromium). */
  function copy(canvas) {
    const twin = canvas.cloneNode();
    twin.classList.add("copy");
    twin.getContext("2d").drawImage(canvas, 0, 0);
    canvas.after(twin);
  }

  return { copy, create };
})();
