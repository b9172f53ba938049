/* How it is shown, and what can be taken away: language, light, export, print, link. */
"use strict";

const tools = (() => {
  const { el } = symbols;
  const MOST_PRINTED = 1000;
  const LANGUAGES = [["en", "English"], ["sq", "shqip"], ["sr-Latn", "srpski (latinica)"], ["sr-Cyrl", "српски (ћирилица)"]];
  const LIGHTS = [["", "as the device has it"], ["light", "light"], ["dark", "dark"]];

  function save(parts, name, type) {
    const address = URL.createObjectURL(new Blob(parts, { type }));
    const link = el("a", { href: address, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  }

  function create(app, node, say) {
    const select = (name, label, options) => {
      const input = el("select", { id: name, onchange: () => app.change({ [name]: input.value }) },
        ...options.map(([value, text]) => el("option", { value, text, lang: name === "language" ? value : null })));
      node.append(el("label", { class: "setting" }, el("span", { text: label }), input));
      return input;
    };
    const section = (title) => node.append(el("h2", { class: "part", text: title }));
    const button = (text, about, run) => node.append(el("div", { class: "take" },
      el("button", { type: "button", class: "button", text, onclick: run }), el("span", { class: "soft", text: about })));

    section("How it is shown");
    const language = select("language", "Names of places", LANGUAGES);
    const theme = select("theme", "Colours", LIGHTS);
    section("Take away what is shown");
    button("GeoJSON", "for a GIS: what geo export writes of these incidents", () => take("geojson"));
    button("CSV", "for a spreadsheet", () => take("csv"));
    button("Copy link", "to this page with this search and these filters", copy);
    button("Print", `map and list, up to ${words.number(MOST_PRINTED)} incidents`, async () => {
      await printed(app, document.getElementById("printed")); // the blocks of a large set are opened before
      print();
    });
    section("What is in here");
    node.append(...about(app));

    async function take(form) {
      const { chosen } = app.state.result;
      say(`Writing ${words.plural(chosen.length, "incident")} …`);
      const credits = app.meta.credits;
      const parts = form === "csv" ? await writer.csv(app.set, chosen) : await writer.geojson(app.set, chosen, credits);
      save(parts, `incidents.${form}`, form === "csv" ? "text/csv" : "application/geo+json");
      say(`Saved ${words.plural(chosen.length, "incident")} as ${form === "csv" ? "CSV" : "GeoJSON"}`);
    }

    async function copy() {
      try {
        await navigator.clipboard.writeText(location.href);
        say("The link is in the clipboard");
      } catch {
        say("The address of this page is the link: copy it from the browser");
      }
    }

    return { draw: () => { language.value = app.state.language; theme.value = app.state.theme; } };
  }

  function about({ meta, set }) {
    const held = `${words.plural(set.rows, "incident")} with all their properties${set.late ? ", those of the cards compressed" : ""}.`;
    return [
      el("p", { class: "soft", text: `${held} The page needs no network and sends nothing.` }),
      el("p", { class: "soft", text: "It shows what articles say, not what is true. Check the sentence before you rely on a marker." }),
      el("p", { class: "soft" }, symbols.bdi([...meta.credits, ...meta.background].join(" · "))),
    ];
  }

  /** The list as it is printed: every chosen incident on one line each, with its quote. */
  async function printed(app, node) {
    const { chosen } = app.state.result;
    const { own, set } = app;
    const rows = [];
    for (const n of chosen.slice(0, MOST_PRINTED)) {
      await set.need(n);
      const one = set.row(n);
      const [source] = Array.isArray(one.sources) ? one.sources : [];
      rows.push(el("li", {}, el("b", {}, symbols.bdi(one.title || own.label(n))),
        source && source.quote ? el("q", {}, symbols.bdi(source.quote)) : null,
        source ? el("span", { class: "soft" }, symbols.bdi([source.publisher || source.document, source.published].filter(Boolean).join(", "))) : null));
    }
    const left = chosen.length - rows.length;
    node.replaceChildren(el("h2", { text: words.plural(chosen.length, "incident") }), el("ol", {}, ...rows),
      left > 0 ? el("p", { text: `and ${words.number(left)} more, which are not printed` }) : "");
  }

  return { create, printed };
})();
