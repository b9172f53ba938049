/* Elements and symbols. Text goes in as text nodes only; there is no HTML in this file. */
"use strict";

const symbols = (() => {
  const LONG = /(\S{120,})/u;
  const PIECE = /.{1,60}/gsu;
  const SVG = "http://www.w3.org/2000/svg";
  const ORDER = store.FAMILIES;
  /* Okabe and Ito's colours, each with a darker ink for edges; the shape says the same again.
     Shapes fit a circle of radius 8 around 0,0. */
  const LOOK = {
    violence: { fill: "#d55e00", ink: "#983f00", path: burst(8, 8, 3.9) },
    protest: { fill: "#e69f00", ink: "#8f6000", path: "M0-7.6 7.6 5.8H-7.6Z" },
    detention: { fill: "#0072b2", ink: "#004f7d", path: "M-6-6H6V6H-6Z" },
    forces: { fill: "#009e73", ink: "#006b4e", path: "M-7-6.5H0L7 0 0 6.5H-7L-1.5 0Z" },
    control: { fill: "#cc79a7", ink: "#8c3f6a", path: "M0-8 7.4 0 0 8-7.4 0Z" },
    property: { fill: "#f0e442", ink: "#6f6800", line: "#a89b00", path: "M0-7.5 7-1.5V6.5H-7V-1.5Z" },
    politics: { fill: "#56b4e9", ink: "#1f6f9f", path: "M-7-6H7V3H0L-4 7V3H-7Z" },
    other: { fill: "#9a9a9a", ink: "#4a4a4a", path: "M-6 0A6 6 0 1 0 6 0 6 6 0 1 0-6 0Z" },
  };

  function burst(points, outer, inner) {
    const corners = [];
    for (let n = 0; n < points * 2; n += 1) {
      const radius = n % 2 ? inner : outer;
      const angle = (Math.PI * n) / points - Math.PI / 2;
      corners.push(`${(radius * Math.cos(angle)).toFixed(2)} ${(radius * Math.sin(angle)).toFixed(2)}`);
    }
    return `M${corners.join("L")}Z`;
  }

  /** Make an HTML element. `options`: class, text, and any attribute; children are nodes. */
  function el(tag, options = {}, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(options)) {
      if (value === undefined || value === null || value === false) continue;
      if (name === "class") node.className = value;
      else if (name === "text") node.append(...broken(value));
      else if (typeof value === "function") node.addEventListener(name.slice(2), value);
      else node.setAttribute(name, value === true ? "" : value);
    }
    for (const child of children) {
      if (child === null || child === undefined) continue;
      node.append(...(typeof child === "string" ? broken(child) : [child]));
    }
    return node;
  }

  /** A text as nodes, the same letter by letter, with places to break very long words at: to find
      them itself in a word of 20,000 letters takes the browser 2 s, and 40 s for a whole card. */
  function broken(text) {
    const told = String(text);
    if (!LONG.test(told)) return [told];
    return told.split(LONG).flatMap((part, n) => (n % 2 === 0 ? [part]
      : part.match(PIECE).flatMap((piece) => [piece, document.createElement("wbr")])));
  }

  /** Text from outside: its direction cannot turn what stands around it. */
  function bdi(text) {
    return el("bdi", { text: String(text) });
  }

  function svg(tag, attributes, ...children) {
    const node = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  }

  function look(family) {
    return Object.hasOwn(LOOK, family) ? LOOK[family] : LOOK.other;
  }

  /** The colour of lines on the map: dark on light, light on dark; online pictures are light. */
  function edge(family) {
    if (document.querySelector(".with-tiles")) return look(family).ink;
    const { theme } = document.documentElement.dataset;
    const dark = theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    return dark ? look(family).fill : look(family).ink;
  }

  function glyph(family, hollow) {
    const { fill, ink, path, line = fill } = look(family); // yellow lines vanish on paper
    return svg("path", {
      d: path, fill: hollow ? "none" : fill, stroke: hollow ? line : ink,
      "stroke-width": hollow ? 2.2 : 1, "stroke-linejoin": "round",
    });
  }

  /** The bare symbol, for lists and the legend. */
  function icon(family, hollow = false) {
    return svg("svg", { viewBox: "-10 -10 20 20", class: "icon", "aria-hidden": "true" },
      glyph(family, hollow));
  }

  const paths = new Map();

  /** Draw a family's symbol on a canvas, around 0,0. */
  function paint(context, family, hollow) {
    const { fill, ink, path, line = fill } = look(family);
    if (!paths.has(path)) paths.set(path, new Path2D(path));
    context.lineJoin = "round";
    context.lineWidth = hollow ? 2.2 : 1;
    context.strokeStyle = hollow ? line : ink;
    context.fillStyle = fill;
    if (!hollow) context.fill(paths.get(path));
    context.stroke(paths.get(path));
  }

  /** A ring round 0,0 that shows the share of each family: [[family, number], …]. */
  function ring(context, shares, radius, width) {
    const total = shares.reduce((sum, [, number]) => sum + number, 0);
    const gap = shares.length > 1 ? 1.2 / radius : 0;
    let start = -Math.PI / 2;
    context.lineWidth = width;
    for (const [family, number] of shares) {
      const end = start + (2 * Math.PI * number) / total;
      context.strokeStyle = look(family).fill;
      context.beginPath();
      context.arc(0, 0, radius, start + gap / 2, Math.max(end - gap / 2, start + gap / 2 + 0.02));
      context.stroke();
      start = end;
    }
  }

  /** Hatching for areas, one pattern for each family. */
  function hatch(defs) {
    for (const family of ORDER) {
      defs.append(svg("pattern", {
        id: `hatch-${family}`, width: 7, height: 7, patternUnits: "userSpaceOnUse",
        patternTransform: "rotate(45)",
      }, svg("line", { x1: 0, y1: 0, x2: 0, y2: 7, stroke: look(family).fill, "stroke-width": 1.6 })));
    }
  }

  return { ORDER, bdi, broken, edge, el, hatch, icon, look, paint, ring, svg };
})();
