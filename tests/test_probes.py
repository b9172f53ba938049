"""Hostile text, in every field and by every way into the page: it is shown, and it does nothing.

The probes are data (``probes.json``). One that ran would set ``window.__pwned``, break the page or
ask the network for something; the last tests show that each of these would be seen.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import folium
import geopandas as gpd
import jinja2
import pytest
from playwright.sync_api import Browser, Page
from shapely.geometry import Point

from geo import maps
from geo.mapping import packing
from geo.mapping.labels import Label
from tests import browser as browsers
from tests import invented
from tests.browser import Opened
from tests.invented import PROBES

Visit = Callable[[str], Page]

LEAST = 60
SHORT = tuple(probe for probe in PROBES if len(probe) < 500)
KEYS = ("q", "kind", "actor", "place", "source", "id", "names", "theme", "size", "view", "from")
SLOW_MS = 10_000
"""For a card on a busy machine; a word of 20,000 letters once took 43 s to break into lines."""
SHOWN = 25
"""Fields of a card that say the probe: title, kind, names, reasons, actors, sources and so on."""


def page(**options: Any) -> maps.IncidentMap:
    """Draw incidents whose every text is a probe, with probes around them too."""
    names = dict.fromkeys(("en", "sr-Latn", "sr-Cyrl"), "{{7*7}}</script>")
    labels = [
        Label(p, 9.0 + n / 40, 50.2, float(n), {**names, "sq": p}) for n, p in enumerate(SHORT)
    ]
    points = [Point(9.0 + n / 40, 50.3) for n in range(len(SHORT))]
    basemap = gpd.GeoDataFrame({"name": SHORT}, geometry=points, crs="EPSG:4326")
    basemap.attrs["attribution"] = "".join(SHORT[20:40])
    return maps.draw(
        invented.hostile(),
        title="".join(SHORT),
        zones=invented.hostile_zones(),
        labels=labels,
        attribution=SHORT[:20],
        basemap=basemap,
        **options,
    )


# ---- in Python


def test_there_are_probes_enough() -> None:
    """Sixty and more, no two alike."""
    assert len(PROBES) == len(set(PROBES)) >= LEAST


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Record every text that is compiled as a template."""
    seen: list[str] = []
    really = jinja2.Environment.compile

    def compile_(self: Any, source: Any, *rest: Any, **named: Any) -> Any:
        seen.append(str(source))
        return really(self, source, *rest, **named)

    monkeypatch.setattr(jinja2.Environment, "compile", compile_)
    return seen


def telling(texts: list[str]) -> list[str]:
    """Return the probes that stand in one of the texts, but for those that are common words."""
    rare = [p for p in PROBES if not p.isalnum() and len(p) > 3]
    return [probe for probe in rare if any(probe in text for text in texts)]


def test_no_text_reaches_a_template(compiled: list[str]) -> None:
    """What branca compiles, once and again, holds not one probe: saved and in a notebook."""
    drawn = page()
    drawn.page()
    drawn._repr_html_()
    assert compiled
    assert telling(compiled) == []


def test_a_text_in_a_template_would_be_seen(compiled: list[str]) -> None:
    """Handed to folium as folium's own advice has it, most of the probes are compiled."""
    drawn = page()
    drawn.allow_remote = True
    sound = [p for p in SHORT if not any(mark in p for mark in ("{%", "{{", "{#", "}}"))]
    for probe in sound:
        folium.Marker([50.0, 9.0], popup=folium.Popup(probe, parse_html=True)).add_to(drawn)
    drawn.page()
    assert len(telling(compiled)) > LEAST / 2


def test_two_sums_give_two_pages_that_differ_in_the_sums_alone() -> None:
    """Where one page says 7*7 the other says 8*8: neither was worked out on the way."""
    first, second = (
        maps.draw(
            gpd.GeoDataFrame(
                [invented.said(1, text)], geometry=[Point(9.0, 50.0)], crs="EPSG:4326"
            ),
            title=text,
            attribution=[text],
            labels=[Label(text, 9.0, 50.0, 1.0, {"sq": text})],
        ).page()
        for text in ("{{7*7}}{%if 7*7%}", "{{8*8}}{%if 8*8%}")
    )
    assert first.count("7*7") > SHOWN
    assert first.replace("7*7", "8*8") == second


# ---- in Chromium


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page once with all at once and once in blocks."""
    folder = tmp_path_factory.mktemp("probes")
    page().save(folder / "whole.html")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(packing, "ROWS_AT_ONCE", 10)
        page().save(folder / "blocks.html")
    return folder


@pytest.fixture
def visit(chromium: Browser, folder: Path) -> Iterator[Visit]:
    """Open a page, and see afterwards that nothing ran, complained or asked for anything."""
    opened = []

    def visit(name: str) -> Page:
        manager = browsers.opened(chromium, folder / name)
        opened.append((manager, manager.__enter__(), folder / name))
        return opened[-1][1].page

    yield visit
    for manager, seen, file in opened:
        found = harm(seen, file)
        manager.__exit__(None, None, None)
        assert found == []


def harm(seen: Opened, file: Path) -> list[str]:
    """Say what a page did that it must not do."""
    ran = seen.page.evaluate("window.__pwned === undefined ? [] : ['a probe ran']")
    asked = [url for url in seen.requests if url.partition("#")[0] != file.as_uri()]
    strange = seen.page.evaluate("""() => [...document.body.querySelectorAll(
        "img, iframe, object, embed, link, meta, base, form, video, audio, marquee, math, body body"
    )].map((node) => node.outerHTML.slice(0, 100))""")
    return [*ran, *asked, *strange, *seen.complaints]


CLICK = "path => [...document.querySelectorAll(path)].slice(0, 9).forEach((node) => node.click())"


def literal(value: object) -> str:
    """Write a value as JavaScript that no transport changes: half letters survive."""
    return f"JSON.parse({json.dumps(json.dumps(value))})"


@pytest.mark.browser
@pytest.mark.parametrize("name", ["whole.html", "blocks.html"])
def test_every_card_shows_its_probe_as_text(visit: Visit, name: str) -> None:
    """One card after another: titles are the probes, and every field says it letter by letter."""
    shown = visit(name)
    shown.evaluate("void (map_incidents.fitBounds = () => map_incidents)")  # the next test moves it
    shown.locator(".row").first.click()
    told = shown.evaluate(f"""async () => {{
        const whole = (text) => text.toWellFormed(); // a half letter may be shown as a mark
        const left = new Set({literal(PROBES)}.map(whole)), wrong = [];
        const card = document.getElementById("card");
        for (let began = performance.now(), next = true; next; began = performance.now()) {{
            const text = whole(card.textContent);
            const title = whole(card.querySelector("h2").textContent);
            const said = text.split(title).length - 1;
            const link = card.querySelector("a");
            if (!left.delete(title)) wrong.push([title, "is no title"]);
            if (said < {SHOWN}) wrong.push([title, `is said ${{said}} times`]);
            if (/native code|\\[object /.test(text)) wrong.push([title, "is taken for an object"]);
            if (link && !/^https?:$/.test(link.protocol)) wrong.push([title, link.protocol]);
            next = card.querySelector("[aria-label='Next incident']:enabled");
            if (next) next.click();
            await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
            const took = Math.round(performance.now() - began);
            if (took > {SLOW_MS}) wrong.push([title, `${{took}} ms to the next`]);
        }}
        return [wrong, [...left]];
    }}""")
    assert told == [[], []]


@pytest.mark.browser
def test_lists_filters_and_map_show_them_as_text(visit: Visit) -> None:
    """Every tab is opened, filters are set, the map is drawn near and far, in another language."""
    shown = visit("whole.html")
    assert shown.evaluate(f"document.title === {literal(''.join(SHORT))} || document.title")
    shown.locator("#tab-tools").click()
    shown.locator("#tab-filters").click()
    for kind in ("button", "input[type=checkbox]"):
        shown.evaluate(CLICK, f"#filters {kind}")
    assert "onerror" in shown.locator("#filters").inner_text()
    shown.goto(f"{shown.url.partition('#')[0]}#names=sq&view=9/50.2/9.5")
    shown.reload()
    shown.evaluate("void map_incidents.setView([50.25, 9.2], 13, {animate: false})")
    shown.locator(".leaflet-names-pane .name").first.wait_for()
    assert "{{7*7}}" in shown.locator(".leaflet-control-attribution").inner_text()


@pytest.mark.browser
@pytest.mark.parametrize("name", ["whole.html", "blocks.html"])
def test_a_probe_may_be_searched_for(visit: Visit, name: str) -> None:
    """Typed, and in the address, where also filters and ids are anybody's."""
    shown = visit(name)
    for probe in SHORT[::4]:
        shown.locator("#search").fill(probe)
    bare = shown.url.partition("#")[0]
    for probe in SHORT[::6]:
        text = quote(probe.encode("utf-8", "replace"))
        shown.goto(bare + "#" + "&".join(f"{key}={text}" for key in KEYS))
        assert shown.locator("#counts").inner_text()


@pytest.mark.browser
def test_what_a_probe_could_do_would_be_seen(chromium: Browser, tmp_path: Path) -> None:
    """A page without its policy, that writes a probe as markup, is caught at all four."""
    text = "<img src=x onerror='window.__pwned=1; console.error(1)'>"
    file = tmp_path / "bad.html"
    file.write_text(f"<!doctype html><title>bad</title><body>{text}</body>", "utf-8")
    with browsers.opened(chromium, file) as seen:
        seen.page.wait_for_function("window.__pwned === 1")
        found = harm(seen, file)
    assert found[0] == "a probe ran"
    assert found[1].endswith("/x")
    assert found[2].startswith("<img")
    assert len(found) > 3
