/* An online background, for a page whose maker asked for one. The built-in map stays below it, so
   that nothing is lost when no picture comes; then the page says so in words. */
"use strict";

const tiles = (() => {
  const MAX_ZOOM = 19;

  /** What to say after a round of pictures: nothing while some came. */
  function notice(origin, came, failed) {
    if (came || !failed) return "";
    const host = origin.replace(/^https?:\/\//, "");
    return `${host} sent no background; the built-in map is shown.`;
  }

  /** Put the layer on the map, with a switch and the place where it says what went wrong. */
  function add(map, told, pane) {
    const layer = L.tileLayer(told.url, { pane, maxNativeZoom: MAX_ZOOM, maxZoom: MAX_ZOOM + 4 });
    const message = symbols.el("p", { class: "tiles-notice", role: "status", hidden: true });
    const box = map.getContainer();
    let came = 0, failed = 0;
    layer.on("loading", () => { came = failed = 0; });
    layer.on("tileload", () => { came += 1; cover(box, true); });
    layer.on("tileerror", () => { failed += 1; });
    layer.on("load", () => say(message, notice(told.origin, came, failed)));
    layer.on("remove", () => { cover(box, false); say(message, ""); });
    box.append(message);
    toggle(map, layer);
    layer.addTo(map);
  }

  /** Pictures are light, whatever the page is: what is drawn over them must know. */
  function cover(box, covered) {
    if (box.classList.contains("with-tiles") === covered) return;
    box.classList.toggle("with-tiles", covered);
    document.dispatchEvent(new Event("geo:ground"));
  }

  function say(message, text) {
    message.hidden = !text;
    if (message.textContent !== text) message.textContent = text;
  }

  function toggle(map, layer) {
    const input = symbols.el("input", { type: "checkbox", checked: true });
    input.addEventListener("change", () => (input.checked ? layer.addTo(map) : layer.remove()));
    const control = L.control({ position: "topleft" });
    control.onAdd = () => {
      const label = symbols.el("label", { class: "tiles-switch leaflet-bar" }, input,
        symbols.el("span", { text: "Online background" }));
      L.DomEvent.disableClickPropagation(label);
      return label;
    };
    control.addTo(map);
  }

  return { add, notice };
})();
