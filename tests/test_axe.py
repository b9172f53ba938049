"""What axe-core finds wrong for people who cannot see, point or tell colours apart: nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from geo import frames, maps
from geo.mapping.tiles import Tiles
from tests import browser as browsers
from tests import invented
from tests.browser import DESKTOP, PHONE

pytestmark = pytest.mark.browser

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
TILES = Tiles("https://tiles.example/{z}/{x}/{y}.png", "© somebody")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the pages once."""
    folder = tmp_path_factory.mktemp("axe")
    known: dict[str, Any] = {"zones": invented.zones(), "labels": invented.LABELS}
    maps.write_map(invented.frame(), folder / "border.html", title="The border", **known)
    maps.write_map(invented.frame(), folder / "tiles.html", title="Tiles", tiles=TILES, **known)
    maps.write_map(frames.to_frame([]), folder / "empty.html", title="Nothing")
    return folder


def states(page: Page) -> Iterator[str]:
    """Bring everything to light that the page hides at first, one after another."""
    page.locator("#tab-filters").click()
    yield "filters"
    page.locator("#tab-tools").click()
    yield "tools"
    page.locator("#tab-list").click()
    page.evaluate("void (document.getElementById('legend').open = true)")
    yield "legend"
    if page.locator(".row").count():
        page.locator(".row").first.click()
        page.evaluate(
            "document.querySelectorAll('#card details').forEach(one => (one.open = true))"
        )
        yield "card"
        page.keyboard.press("Escape")
        page.locator("#search").fill("holm")
        page.locator(".chip").first.wait_for()
        yield "search"


def violations(page: Page) -> list[str]:
    """Return what axe-core finds, each with the elements that it means."""
    found = Axe().run(page, options={"runOnly": list(RULES), "resultTypes": ["violations"]})
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found.response["violations"]
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE])
@pytest.mark.parametrize("name", ["border.html", "tiles.html", "empty.html"])
def test_axe_finds_nothing(
    chromium: Browser, folder: Path, name: str, size: tuple[int, int], scheme: Any
) -> None:
    """In list, card, filters and export, on a desk and on a phone, light and dark."""
    with browsers.opened(chromium, folder / name, size, scheme) as seen:
        assert violations(seen.page) == []
        for state in states(seen.page):
            assert violations(seen.page) == [], state


def test_axe_would_find_something(chromium: Browser, folder: Path) -> None:
    """A button without a name and grey on grey are seen: the test can fail."""
    with browsers.opened(chromium, folder / "empty.html") as seen:
        seen.page.evaluate("""() => {
            const button = document.createElement("button");
            const text = Object.assign(document.createElement("p"), { textContent: "Too pale" });
            text.style.color = "#bbb";
            text.style.background = "#ccc";
            Object.assign(text.style, { position: "fixed", zIndex: 9999, top: "200px" });
            document.querySelector("main").append(button, text);
        }""")
        found = {one.partition(":")[0] for one in violations(seen.page)}
    assert {"button-name", "color-contrast"} <= found


STOP = """() => {
    const at = document.activeElement;
    const label = at.labels && at.labels.length ? at.labels[0].textContent : "";
    const name = at.getAttribute("aria-label") || label || at.textContent.trim() || at.title;
    return [at.tagName, at.id, name];
}"""


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_every_stop_of_the_keyboard_has_a_name(
    chromium: Browser, folder: Path, size: tuple[int, int]
) -> None:
    """Tab goes from the link past the map through all of the page, and says where one is."""
    with browsers.opened(chromium, folder / "border.html", size) as seen:
        stops: list[list[str]] = []
        while not stops or (stops[-1][0] != "BODY" and len(stops) < 80):
            seen.page.keyboard.press("Tab")
            stops.append(seen.page.evaluate(STOP))
    assert stops[0][1] == "skip"
    assert {"map_incidents", "search", "tab-list"} <= {stop[1] for stop in stops}
    assert [stop for stop in stops[:-1] if not stop[2]] == []
    assert stops[-1][0] == "BODY"
