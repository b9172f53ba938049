/* The legend: families in words, and what each way of drawing says. */
"use strict";

const legend = (() => {
  const WIDE_PX = 1100; // of a window in which the open legend leaves the markers room
  const BESIDE_PX = 285; // that it takes from the map then
  const CAVEAT = "The background is for orientation only and never decides on which side something lies; "
    + "“border crossing” is the word of the sources and says nothing about status.";
  const { el, icon } = symbols;

  function signs(app) {
    const { own } = app;
    const { sites } = own;
    const all = Array.from({ length: sites.size }, (_, s) => s);
    const key = (name) => el("i", { class: `key ${name}` });
    const some = (test) => all.some(test);
    const several = own.rows > 0 && Array.from({ length: own.rows }, (_, n) => n).some((n) => own.sitesOf(n).length > 1);
    return [
      [own.confidence.some((value) => value < words.FAIR) && icon("other", true), "hollow: low confidence"],
      [some((s) => own.at(s).length > 1) && key("ring-key"), "ring: shares of several, with their number"],
      [some((s) => sites.doubt[s] > 0) && key("halo-key"), "circle: it was somewhere in here"],
      [some((s) => store.SORTS[sites.sort[s]] === "area") && key("hatch-key"), "hatched: somewhere in this area"],
      [some(sites.loose) && key("dash-key"), "dashed outline: approximate"],
      [several && key("link-key"), "dotted line: one incident at several places"],
      [app.meta.zones.length > 0 && key("quiet-key"), "border crossing, nothing told"],
      [key("line-key"), "border that one side does not accept"],
    ].filter(([sign]) => sign);
  }

  const opens = (own) => innerWidth >= WIDE_PX && own.rows > 0;

  /** How far from the left edge markers should keep at first. */
  const beside = (own) => (opens(own) ? BESIDE_PX : 0);

  function create(app, map, changed) {
    const { own } = app;
    const box = document.getElementById("legend");
    const present = new Set(own.family);
    const families = store.FAMILIES.filter((_, f) => present.has(f)).map((family) => [icon(family), words.FAMILIES[family]]);
    const lines = [...families, ...signs(app)].map(([sign, text]) => el("li", {}, sign, el("span", { text })));
    const size = el("select", { id: "size", onchange: () => app.change({ size: size.value }) },
      el("option", { value: "casualties", text: "more killed and injured" }), el("option", { value: "reports", text: "more reports" }));
    document.getElementById("legend-body").append(el("ul", {}, ...lines),
      own.rows ? el("label", { class: "size" }, el("span", { text: "Size:" }), size) : "",
      el("p", { text: CAVEAT }));
    box.open = opens(own);
    map.getContainer().parentElement.append(box);
    L.DomEvent.disableClickPropagation(box);
    L.DomEvent.disableScrollPropagation(box);
    box.addEventListener("toggle", changed);
    return { draw: () => { size.value = app.state.size; } };
  }

  return { beside, create };
})();
