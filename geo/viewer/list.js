/* The list: all chosen incidents by year, of which only the rows in sight exist. Rows are buttons:
   the way through the map for whoever has no mouse. */
"use strict";

const list = (() => {
  const ROW_PX = 92, HEAD_PX = 34; // as in viewer.css
  const ONE_LINE_PX = 26; // a higher title leaves its quote one line
  const BEYOND_PX = 400; // drawn above and below what is in sight
  const { bdi, el, icon } = symbols;

  /** Lay rows out by year: [{top, n}] for rows and [{top, year}] for headings, and the height. */
  function layout(own, numbers) {
    const tops = new Float64Array(numbers.length);
    const heads = [];
    let top = 0, last = null;
    numbers.forEach((n, k) => {
      const year = own.start[n] === store.UNKNOWN ? "Undated" : String(days.parts(own.start[n]).year);
      if (year !== last) {
        heads.push({ top, year });
        top += HEAD_PX;
        last = year;
      }
      tops[k] = top;
      top += ROW_PX;
    });
    return { tops, heads, height: top };
  }

  /** The first row whose bottom lies below a height. */
  function firstBelow(tops, height) {
    let low = 0, high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tops[middle] + ROW_PX < height) low = middle + 1; else high = middle;
    }
    return low;
  }

  function create(app, node, scroller, act) {
    const { own, set } = app;
    let numbers = new Int32Array(0), plan = layout(own, numbers), current = 0;
    const title = el("div", { class: "list-head" });
    const rows = el("ul", { class: "rows" });
    const year = el("div", { class: "year now", "aria-hidden": "true" });
    const scene = el("div", { class: "scene" }, rows);
    node.append(title, year, scene);

    function show(next, head) {
      numbers = next;
      plan = layout(own, numbers);
      current = Math.min(current, Math.max(numbers.length - 1, 0));
      title.replaceChildren(...head, ...numbers.length ? [] : [empty()]);
      scene.style.height = `${plan.height}px`;
      rows.replaceChildren();
      draw();
    }

    /** Draw the rows in sight; those that are drawn already stay, with their focus. */
    function draw() {
      if (node.hidden || !scroller.clientHeight) return; // on paper nothing can be measured
      const above = scroller.scrollTop - scene.offsetTop;
      const from = firstBelow(plan.tops, above - BEYOND_PX);
      const limit = above + scroller.clientHeight + BEYOND_PX;
      const old = new Map([...rows.children].map((child) => [child.dataset.key, child]));
      const made = [];
      for (const { top, year: told } of plan.heads) {
        if (top > above - BEYOND_PX - HEAD_PX && top < limit) made.push(old.get(told) || heading(told, top));
      }
      for (let k = from; k < numbers.length && plan.tops[k] < limit; k += 1) {
        made.push(old.get(`#${numbers[k]}`) || row(numbers[k], k));
      }
      made.sort((a, b) => a.dataset.top - b.dataset.top);
      const held = document.activeElement && rows.contains(document.activeElement);
      const keep = new Set(made);
      for (const child of [...rows.children]) if (!keep.has(child)) child.remove();
      made.forEach((child, k) => { if (rows.children[k] !== child) rows.insertBefore(child, rows.children[k] || null); });
      fit(made.filter((child) => !old.has(child.dataset.key)));
      rove(held);
      const head = plan.heads.filter(({ top }) => top <= above + 1).pop();
      year.hidden = !head || above < 0;
      year.textContent = head ? head.year : "";
    }

    /** Leave a quote as many lines as its title leaves room for: all are measured, then all are set. */
    function fit(fresh) {
      const buttons = fresh.map((child) => child.querySelector(".row")).filter(Boolean);
      const heights = buttons.map((button) => button.querySelector(".row-title").offsetHeight);
      buttons.forEach((button, k) => button.classList.toggle("long", heights[k] > ONE_LINE_PX));
    }

    /** One row is reached by Tab, the others by arrows. */
    function rove() {
      for (const child of rows.querySelectorAll("button")) child.tabIndex = Number(child.dataset.place) === current ? 0 : -1;
      if (!rows.querySelector("button[tabindex='0']")) {
        const first = rows.querySelector("button");
        if (first) first.tabIndex = 0;
      }
    }

    function heading(text, top) {
      const item = el("li", { class: "year", "data-key": text, "data-top": top }, el("span", { text }));
      item.style.top = `${top}px`;
      return item;
    }

    function row(n, k) {
      const button = el("button", {
        type: "button", class: own.aside[n] ? "row muted" : "row", "data-number": n, "data-place": k,
        onclick: () => act.open(n),
      }, icon(store.FAMILIES[own.family[n]], own.unsure(n)), text(n));
      const item = el("li", { "data-key": `#${n}`, "data-top": plan.tops[k], "aria-posinset": k + 1, "aria-setsize": numbers.length }, button);
      item.style.top = `${plan.tops[k]}px`;
      return item;
    }

    function text(n) {
      const quote = el("span", { class: "row-quote" });
      fill(quote, n);
      return el("span", { class: "row-text" },
        el("span", { class: "row-title" }, bdi(own.text("title", n) || words.capital(own.label(n)))),
        el("span", { class: "row-meta" }, ...meta(n)), quote);
    }

    /** What the title does not say yet: day, place, who reports it. Our own titles say the first two. */
    function meta(n) {
      const title = String(own.text("title", n) || "");
      const english = own.text("names_en", n) || own.text("place", n);
      const place = spelling.name(own.text("names", n), app.state.language, english);
      const day = own.start[n] === store.UNKNOWN ? "date unknown" : words.when(when(own, n), true);
      const long = own.start[n] === store.UNKNOWN ? "" : words.when(when(own, n));
      const known = [day, place].filter((text) => text && !said(title, text) && !(text === day && long && said(title, long)));
      const voices = (set.derived.get("voices").at(n) || [0]).slice(1);
      const by = voices.length > 1 ? [`${voices[0]} and ${voices.length - 1} more`] : voices;
      return [...[...known, ...by].map((text) => el("span", {}, bdi(text))), ...tags(app, n)];
    }

    /** Whether a title says a text, part by part, whatever is added in brackets. */
    const said = (title, text) => text.replace(/ \(.*/, "").split(/, | and /).every((part) => title.includes(part));

    /** The first sentence; in a large set it comes when its block is there. */
    function fill(span, n) {
      if (!set.ready(n)) {
        set.need(n).then(() => { if (span.isConnected || !span.firstChild) fill(span, n); });
        return;
      }
      const sources = set.decode(set.raw("sources", n));
      const quote = Array.isArray(sources) && sources[0] && sources[0].quote;
      if (quote) span.replaceChildren(bdi(`“${quote}”`));
    }

    function empty() {
      const any = own.rows > 0;
      return el("div", { class: "empty" },
        el("h2", { text: any ? "Nothing is left" : "No incident was found" }),
        el("p", { text: any
          ? "No incident fits the search and the filters."
          : "There is nothing to show: no source told of one, or none is left of those that did. The map shows borders only." }),
        any ? el("button", { type: "button", class: "button", onclick: act.clear, text: "Clear the search and the filters" }) : null);
    }

    function goTo(k, focus = true) {
      current = Math.max(0, Math.min(numbers.length - 1, k));
      if (!numbers.length) return;
      const top = scene.offsetTop + plan.tops[current];
      if (top < scroller.scrollTop + HEAD_PX) scroller.scrollTop = top - HEAD_PX;
      if (top + ROW_PX > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = top + ROW_PX - scroller.clientHeight + HEAD_PX;
      draw();
      const button = rows.querySelector(`button[data-place="${current}"]`);
      if (button && focus) button.focus({ preventScroll: true });
    }

    const page = () => Math.max(1, Math.floor(scroller.clientHeight / ROW_PX) - 1);
    const MOVES = {
      ArrowDown: () => current + 1, ArrowUp: () => current - 1, Home: () => 0, End: () => numbers.length - 1,
      PageDown: () => current + page(), PageUp: () => current - page(),
    };
    rows.addEventListener("keydown", (event) => {
      if (!MOVES[event.key]) return;
      event.preventDefault();
      goTo(MOVES[event.key]());
    });
    rows.addEventListener("focusin", (event) => {
      const place = event.target.dataset && event.target.dataset.place;
      if (place !== undefined) { current = Number(place); rove(); }
    });
    scroller.addEventListener("scroll", draw, { passive: true });
    new ResizeObserver(draw).observe(scroller);

    return {
      show, draw,
      refresh: () => { rows.replaceChildren(); draw(); },
      focus: (n) => goTo(numbers.indexOf(n)),
      find: (n) => goTo(numbers.indexOf(n), false),
      numbers: () => numbers,
    };
  }

  /** What words.when wants to know of an incident's days. */
  function when(own, n) {
    return {
      date_start: days.iso(own.start[n]), date_end: days.iso(own.end[n]),
      date_precision: own.text("date_precision", n),
    };
  }

  function tags({ own }, n) {
    const told = [];
    const status = own.text("status", n);
    if (status && status !== "occurred") told.push(status);
    if (own.text("background", n)) told.push("background");
    if (own.text("verbal", n)) told.push("talk");
    if (!own.sitesOf(n).length) told.push("no place");
    return told.map((text) => el("span", { class: text === "no place" ? "tag lost" : "tag" }, bdi(text)));
  }

  return { create, layout, tags };
})();
