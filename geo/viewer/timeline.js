/* When: a histogram from days to centuries, with a brush. What is known to lie within some days,
   a month or a year is a bar as long as that, below; what has no date has a place of its own. */
"use strict";

const timeline = (() => {
  const BAR_PX = 9; // at least so wide
  const BARS = 46, AXIS = 16, LANE = 4, LANES = 4; // heights in px, top to bottom, and how many lanes
  const NAME_PX = 44; // that a name of the axis takes
  const FEWEST_DAYS = 21;
  const LIVE = 20000; // incidents that are filtered anew while the brush is pulled
  const FAMILIES = store.FAMILIES.length;
  const { el, look } = symbols;

  /** The first and the last day of what is dated, without talk unless that is shown; null if none is. */
  function extent(own, talk) {
    let first = Infinity, last = -Infinity;
    for (let n = 0; n < own.rows; n += 1) {
      if (own.start[n] === store.UNKNOWN || (own.aside[n] && !talk)) continue;
      first = Math.min(first, own.start[n]);
      last = Math.max(last, own.end[n]);
    }
    return first <= last ? [first, last] : null;
  }

  /** At least some weeks: a single day would be one bar as wide as the screen. */
  function roomy(span) {
    const lacking = span ? FEWEST_DAYS - (span[1] - span[0] + 1) : 0;
    return lacking > 0 ? [span[0] - Math.floor(lacking / 2), span[1] + Math.ceil(lacking / 2)] : span;
  }

  /** Days that an axis with room for `most` names names: [[day, text], …]. Of years it may be every second or fifth. */
  function ticks(first, last, most) {
    const one = days.unit(first, last, most);
    const named = days.edges(first, last, one).filter((day) => day >= first && day <= last);
    const years = one === "decade" ? days.edges(first, last, "year").filter((day) => day >= first && day <= last) : [];
    const step = [2, 5].find((size) => years.length / size <= most);
    const some = years.length && step ? years.filter((day) => days.parts(day).year % step === 0) : named;
    return some.map((day) => [day, words.tick(days.parts(day), one)]);
  }

  /** Which bin of sorted edges a day lies in. */
  function binOf(edges, day) {
    let low = 0, high = edges.length - 1;
    while (low < high - 1) {
      const middle = (low + high) >> 1;
      if (edges[middle] <= day) low = middle; else high = middle;
    }
    return low;
  }

  /** Sort incidents into bars, by family, and into those longer than a bar. */
  function sort(own, numbers, edges) {
    const bars = new Uint32Array((edges.length - 1) * FAMILIES), totals = new Uint32Array(edges.length - 1);
    const long = [];
    let undated = 0;
    for (const n of numbers) {
      if (own.start[n] === store.UNKNOWN) { undated += 1; continue; }
      if (own.end[n] < edges[0] || own.start[n] >= edges[edges.length - 1]) continue;
      const bin = binOf(edges, own.start[n]);
      const whole = own.start[n] >= edges[bin] && own.end[n] < edges[bin + 1];
      if (!whole) { long.push(n); continue; }
      bars[bin * FAMILIES + own.family[n]] += 1;
      totals[bin] += 1;
    }
    return { bars, totals, long, undated };
  }

  /** Lay intervals into lanes: [[n, lane], …]; what finds no lane has lane -1. */
  function lanes(own, long) {
    const free = new Array(LANES).fill(-Infinity);
    return [...long].sort((a, b) => own.start[a] - own.start[b] || own.end[b] - own.end[a]).map((n) => {
      const lane = free.findIndex((day) => day < own.start[n]);
      if (lane >= 0) free[lane] = own.end[n];
      return [n, lane];
    });
  }

  function create(app, node, say) {
    const { own } = app;
    let whole = roomy(extent(own, app.state.criteria.talk));
    const canvas = el("canvas", { class: "bars", "aria-hidden": "true" });
    const handles = ["from", "to"].map((end) => el("div", {
      class: "handle", role: "slider", tabindex: 0, "aria-label": end === "from" ? "First day" : "Last day", "data-end": end,
    }));
    const field = el("div", { class: "field" }, canvas, ...handles);
    const dayInput = (id, label) => el("input", {
      type: "text", inputmode: "numeric", id, "aria-label": label, placeholder: "YYYY-MM-DD", maxlength: 10, autocomplete: "off",
    });
    const from = dayInput("from", "First day, as 2011-07-31"), to = dayInput("to", "Last day, as 2011-07-31");
    const undated = el("button", {
      type: "button", class: "undated", "aria-pressed": "true", onclick: () => criteria({ undated: !app.state.criteria.undated }),
    });
    const unit = el("select", { "aria-label": "Width of a bar", onchange: draw }, ...["auto", ...days.UNITS].map((one) => (
      el("option", { value: one, text: one === "auto" ? "Bars: auto" : `by ${one}` }))));
    const nearer = el("button", { type: "button", class: "button small", text: "Zoom to range", onclick: () => { range = chosen(); draw(); } });
    const all = el("button", { type: "button", class: "button small", text: "All days", onclick: () => {
      range = whole;
      criteria({ from: null, to: null });
      draw();
      if (all.disabled) handles[0].focus(); // a button that is dead loses it
    } });
    const dates = el("span", { class: "dates" }, from, el("span", { "aria-hidden": "true", text: "–" }), to);
    const bar = el("div", { class: "time-bar" }, dates, nearer, all, unit);
    node.append(bar, el("div", { class: "time-row" }, field, undated));
    let range = whole, edges = [], told = null, drag = null, pulled = null, known = app.state.criteria.talk;
    node.hidden = !own.rows;

    const criteria = (patch) => app.change({ criteria: { ...app.state.criteria, ...patch } });
    const chosen = () => [app.state.criteria.from ?? range[0], app.state.criteria.to ?? range[1]];
    const width = () => field.clientWidth;
    const x = (day) => ((day - edges[0]) / (edges[edges.length - 1] - edges[0])) * width();
    const day = (px) => edges[0] + (px / width()) * (edges[edges.length - 1] - edges[0]);

    const wrong = (box, whether) => box.setAttribute("aria-invalid", String(whether));

    // Both are read together: who moves a range to later years types its end last.
    for (const input of [from, to]) {
      input.addEventListener("input", () => wrong(input, false)); // it is being put right
      input.addEventListener("change", () => {
        const typed = { from: words.typedDay(from.value, false), to: words.typedDay(to.value, true) };
        const reversed = typed.from !== null && typed.to !== null && typed.from > typed.to;
        for (const box of [from, to]) wrong(box, Number.isNaN(typed[box.id]) || (reversed && box === input));
        if (Number.isNaN(typed[input.id])) say("Not understood: a day is written as 2011-07-31, a month as 2011-07");
        else if (reversed) say("The last day lies before the first: the range is not taken");
        if (!reversed && !Number.isNaN(typed[input.id])) criteria(Object.fromEntries(Object.entries(typed).filter(([, day]) => !Number.isNaN(day))));
      });
    }

    function draw() {
      const { criteria: { from: first, to: last, undated: kept, talk }, result } = app.state;
      if (talk !== known) { // another set, another extent
        known = talk;
        whole = range = roomy(extent(own, talk));
      }
      // What is being typed is not overwritten by a search that comes to its end meanwhile.
      for (const [input, told] of [[from, first], [to, last]]) {
        if (input === document.activeElement && told === null) continue;
        input.value = told === null ? "" : days.iso(told);
        wrong(input, false); // what stands there now is what is filtered by
      }
      nearer.disabled = !whole || (first === null && last === null);
      all.disabled = !whole || (first === null && last === null && range === whole);
      field.hidden = unit.disabled = !whole;
      if (!whole) edges = [0, 1];
      else {
        const one = unit.value === "auto" ? days.unit(range[0], range[1], Math.max(10, width() / BAR_PX)) : unit.value;
        edges = days.edges(range[0], range[1], fits(one) ? one : days.unit(range[0], range[1], 4000));
      }
      told = sort(own, result.timeless, edges);
      undated.hidden = told.undated === 0 && kept;
      undated.setAttribute("aria-pressed", String(kept));
      undated.replaceChildren(el("b", { text: words.short(told.undated) }), el("span", { text: "undated" }));
      undated.title = kept ? "Shown with every range; press to hide them" : "Hidden; press to show them";
      if (whole) paint();
    }

    /** Bars by day over centuries would be more than can be drawn. */
    const fits = (one) => days.UNITS.indexOf(one) >= days.UNITS.indexOf(days.unit(range[0], range[1], 4000));

    function paint() {
      const style = getComputedStyle(document.documentElement);
      const colour = (name) => style.getPropertyValue(`--${name}`).trim();
      const ratio = Math.min(devicePixelRatio || 1, 2), w = width(), h = BARS + AXIS + LANE * LANES + 4;
      canvas.width = Math.round(w * ratio);
      canvas.height = Math.round(h * ratio);
      canvas.style.height = `${h}px`;
      const context = canvas.getContext("2d");
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      axis(context, colour, w);
      bars(context);
      intervals(context, colour);
      brush(context, colour, w, h);
      place();
    }

    function bars(context) {
      const most = Math.max(1, ...told.totals);
      const pace = (BARS - 4) / most;
      for (let bin = 0; bin < told.totals.length; bin += 1) {
        const left = x(edges[bin]), right = x(edges[bin + 1]);
        const gap = right - left > 4 ? 1 : 0;
        let base = BARS;
        for (let f = 0; f < FAMILIES; f += 1) {
          const number = told.bars[bin * FAMILIES + f];
          if (!number) continue;
          const tall = Math.max(number * pace, most < 60 ? 2 : 0.5);
          context.fillStyle = look(store.FAMILIES[f]).fill;
          context.fillRect(left + gap / 2, base - tall, Math.max(right - left - gap, 1.2), tall);
          base -= tall;
        }
      }
    }

    function axis(context, colour, w) {
      context.fillStyle = colour("rule");
      context.fillRect(0, BARS, w, 1);
      context.fillStyle = colour("soft");
      context.font = `11px ${getComputedStyle(document.body).fontFamily}`;
      context.textBaseline = "top";
      let free = 0;
      for (const [at, text] of ticks(edges[0], edges[edges.length - 1] - 1, Math.max(2, w / NAME_PX))) {
        const left = x(at), wide = context.measureText(text).width;
        if (left < free || left + wide > w) continue;
        context.fillRect(left, BARS, 1, 4);
        context.fillText(text, left + 3, BARS + 3);
        free = left + wide + 14;
      }
    }

    /** Intervals longer than a bar as lines below; where lanes run out, as a band of their density. */
    function intervals(context, colour) {
      const top = BARS + AXIS + 2;
      const laid = lanes(own, told.long);
      const crowded = laid.some(([, lane]) => lane < 0);
      if (!crowded) {
        for (const [n, lane] of laid) {
          context.fillStyle = look(store.FAMILIES[own.family[n]]).fill;
          context.fillRect(x(own.start[n]), top + lane * LANE, Math.max(x(own.end[n] + 1) - x(own.start[n]), 3), LANE - 1.4);
        }
        return;
      }
      const cover = new Int32Array(Math.ceil(width()) + 2);
      for (const n of told.long) {
        cover[Math.max(0, Math.floor(x(own.start[n])))] += 1;
        cover[Math.min(cover.length - 1, Math.ceil(x(own.end[n] + 1)))] -= 1;
      }
      for (let k = 1; k < cover.length; k += 1) cover[k] += cover[k - 1];
      const most = cover.reduce((a, b) => Math.max(a, b), 1);
      context.fillStyle = colour("band");
      cover.forEach((number, k) => {
        if (!number) return;
        const tall = Math.max(1, (number / most) * LANE * LANES);
        context.fillRect(k, top, 1, tall);
      });
    }

    function brush(context, colour, w, h) {
      const { from: first, to: last } = pulled || app.state.criteria;
      if (first === null && last === null) return;
      const [left, right] = ends();
      context.fillStyle = colour("paper");
      context.globalAlpha = 0.72;
      context.fillRect(0, 0, Math.max(left, 0), h);
      context.fillRect(right, 0, Math.max(w - right, 0), h);
      context.globalAlpha = 1;
      context.strokeStyle = colour("accent");
      context.strokeRect(Math.max(left, 0) + 0.5, 0.5, Math.max(Math.min(right, w) - Math.max(left, 0) - 1, 1), BARS - 0.5);
    }

    const ends = () => {
      const { from: first, to: last } = pulled || app.state.criteria;
      return [x(first ?? edges[0]), x((last ?? edges[edges.length - 1] - 1) + 1)];
    };

    function place() {
      const [left, right] = ends();
      const w = width();
      handles.forEach((handle, k) => {
        const value = k ? app.state.criteria.to ?? edges[edges.length - 1] - 1 : app.state.criteria.from ?? edges[0];
        handle.style.left = `${Math.max(0, Math.min(w, k ? right : left))}px`;
        handle.setAttribute("aria-valuemin", edges[0]);
        handle.setAttribute("aria-valuemax", edges[edges.length - 1] - 1);
        handle.setAttribute("aria-valuenow", value);
        handle.setAttribute("aria-valuetext", words.day(days.iso(value)));
      });
    }

    // ---- the brush

    /** From two heights on the field to whole bars. */
    function snap(a, b) {
      const low = edges[binOf(edges, day(Math.max(0, Math.min(a, b))))];
      const high = edges[binOf(edges, day(Math.min(width() - 0.01, Math.max(a, b)))) + 1] - 1;
      return { from: low, to: high };
    }

    const local = (event) => event.clientX - field.getBoundingClientRect().left;
    field.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      const end = event.target.dataset.end;
      const [left, right] = ends();
      drag = end ? (end === "from" ? right - 0.01 : left) : local(event);
      field.setPointerCapture(event.pointerId);
    });
    field.addEventListener("pointermove", (event) => {
      if (drag === null || Math.abs(local(event) - drag) <= 3) return;
      pulled = snap(drag, local(event));
      if (own.rows <= LIVE) criteria(pulled); else paint(); // a large set waits until the hand lets go
    });
    const finish = () => {
      if (pulled) criteria(pulled);
      drag = pulled = null;
    };
    field.addEventListener("pointerup", finish);
    field.addEventListener("pointercancel", finish);
    field.addEventListener("dblclick", () => criteria({ from: null, to: null }));
    field.addEventListener("keydown", (event) => {
      const end = event.target.dataset.end;
      const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10, Home: -1e6, End: 1e6 }[event.key];
      if (!end || !step) return;
      event.preventDefault();
      criteria(moved(end, step));
    });

    /** A handle moved by bars, not past the other one. */
    function moved(end, step) {
      const last = edges.length - 2;
      const [first, second] = [app.state.criteria.from ?? edges[0], app.state.criteria.to ?? edges[last + 1] - 1];
      const bin = Math.max(0, Math.min(last, binOf(edges, end === "from" ? first : second) + step));
      if (end === "from") return { from: bin ? Math.min(edges[bin], second) : null };
      return { to: bin < last ? Math.max(edges[bin + 1] - 1, first) : null };
    }

    new ResizeObserver(draw).observe(field);
    return { bar, draw };
  }

  return { binOf, create, extent, lanes, roomy, sort, ticks };
})();
