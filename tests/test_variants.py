"""Pages in Chromium with a background of the user's own, online or from a file, and with layers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import folium
import geopandas as gpd
import pytest
from playwright.sync_api import Browser, Page, Route
from shapely.geometry import LineString, Point, Polygon

from geo import maps
from geo.mapping.tiles import Tiles
from tests import browser as browsers
from tests import invented
from tests.browser import DESKTOP, PHONE

pytestmark = pytest.mark.browser

HOST = "https://tiles.example"
TILES = Tiles(HOST + "/{z}/{x}/{y}.png", "© <b>somebody</b>")
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8"
    "cf500f00038401804ab6d4750000000049454e44ae426082"
)


def basemap() -> gpd.GeoDataFrame:
    """Return an area, a road and a spring near Tolmen."""
    area = Polygon([(9.5, 50.4), (9.9, 50.4), (9.9, 50.7), (9.5, 50.7)])
    road = LineString([(9.4, 50.5), (10.2, 50.65)])
    names = [None, None, "Old Spring"]
    return gpd.GeoDataFrame(
        {"name": names}, geometry=[area, road, Point(9.85, 50.45)], crs="EPSG:4326"
    )


def written(folder: Path, **options: Any) -> Path:
    """Save the border page with something behind it or on it."""
    file = folder / "page.html"
    known: dict[str, Any] = {"zones": invented.zones(), "labels": invented.LABELS}
    return maps.write_map(invented.frame(), file, title="The border", **known, **options)


@contextmanager
def with_tiles(browser: Browser, file: Path, answer: Any) -> Iterator[Page]:
    """Open a page whose tiles are answered by a function."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.route(f"{HOST}/**", answer)
    page.goto(file.as_uri())
    yield page
    page.close()


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_a_basemap_needs_no_network(
    chromium: Browser, tmp_path: Path, size: tuple[int, int]
) -> None:
    """It is drawn silently, and the user's own points have their names."""
    file = written(tmp_path, basemap=basemap())
    with browsers.quiet(chromium, file, size) as page:
        page.evaluate("void map_incidents.setView([50.5, 9.8], 10, {animate: false})")
        page.locator(".name", has_text="Old Spring").wait_for()


def test_the_areas_of_a_basemap_cover_the_land(chromium: Browser, tmp_path: Path) -> None:
    """Within one there is no line of the built-in map, and its own edge is drawn."""
    points = {}
    for name, options in (("bare", {}), ("own", {"basemap": basemap()})):
        with browsers.quiet(chromium, written(tmp_path, **options)) as page:
            page.evaluate("void map_incidents.setView([50.55, 9.7], 9, {animate: false})")
            points[name] = page.locator(".leaflet-backdrop-pane canvas").screenshot()
    assert points["bare"] != points["own"]


def test_tiles_that_do_not_come_are_told_and_nothing_is_lost(
    chromium: Browser, tmp_path: Path
) -> None:
    """The page says in words that there are none; it asks their host only, and shows its names."""
    with browsers.opened(chromium, written(tmp_path, tiles=TILES)) as seen:
        seen.page.locator(".tiles-notice").wait_for(state="visible")
        assert "tiles.example sent no background" in seen.page.locator(".tiles-notice").inner_text()
        assert seen.page.locator(".name").first.is_visible()
        assert {url.rpartition("/")[0][: len(HOST)] for url in seen.requests[1:]} == {HOST}
        assert "<b>somebody</b>" in seen.page.locator(".leaflet-control-attribution").inner_text()


def test_tiles_that_come_are_shown_and_can_be_switched_off(
    chromium: Browser, tmp_path: Path
) -> None:
    """Then there is no message, and the built-in names make room until they are off."""
    served = []

    def answer(route: Route) -> None:
        served.append(route.request.url)
        route.fulfill(body=PIXEL, content_type="image/png")

    with with_tiles(chromium, written(tmp_path, tiles=TILES), answer) as page:
        page.locator(".leaflet-tile-loaded").first.wait_for(state="attached")
        assert page.locator(".tiles-notice").is_hidden()
        assert page.locator(".name").first.is_hidden()
        page.get_by_label("Online background").uncheck()
        page.locator(".name").first.wait_for(state="visible")
        assert page.locator(".leaflet-tile").count() == 0
    assert served


def test_tiles_bring_pictures_and_nothing_else(chromium: Browser, tmp_path: Path) -> None:
    """A script or style of their host is stopped by the policy, as is a picture from elsewhere."""
    file = written(tmp_path, tiles=TILES)
    with browsers.opened(chromium, file) as seen:
        seen.page.evaluate(f"""() => {{
            for (const [tag, key, url] of [["script", "src", "{HOST}/a.js"],
                ["link", "href", "{HOST}/a.css"], ["img", "src", "https://other.example/a.png"]]) {{
                const node = document.createElement(tag);
                document.head.append(Object.assign(node, {{ [key]: url, rel: "stylesheet" }}));
            }}
        }}""")
        seen.page.wait_for_timeout(200)
        stopped = [text for text in seen.complaints if "Content Security Policy" in text]
    assert len(stopped) == 3


def test_a_layer_of_one_s_own_works_under_the_policy(chromium: Browser, tmp_path: Path) -> None:
    """Pins and shapes that load nothing are drawn, with no request and no complaint."""
    layers = [
        folium.Marker([50.6, 9.75], tooltip="Our desk"),
        folium.GeoJson(LineString([(9.4, 50.5), (10.2, 50.65)]).__geo_interface__),
    ]
    with browsers.quiet(chromium, written(tmp_path, layers=layers)) as page:
        pin = page.locator("img.leaflet-marker-icon")
        assert pin.evaluate("node => node.complete && node.naturalWidth") == 25
        assert page.locator(".leaflet-overlay-pane path").count() == 1


def test_the_notebook_s_frame_is_the_same_page(chromium: Browser, tmp_path: Path) -> None:
    """Within another page it draws its map, and a card opens, as silently as on its own."""
    drawn = maps.draw(invented.frame(), zones=invented.zones(), title="The border")
    file = tmp_path / "notebook.html"
    file.write_text(f"<!doctype html><title>Notebook</title>{drawn._repr_html_()}", "utf-8")
    with browsers.opened(chromium, file) as seen:
        inside = seen.page.frame_locator("iframe")
        inside.locator(".leaflet-container.ready canvas").first.wait_for()
        inside.locator(".row").first.click()
        assert inside.locator("#card").is_visible()
        seen.page.wait_for_timeout(400)  # the address is remembered a quarter of a second later
        assert seen.complaints == []
        assert [url for url in seen.requests if url.startswith("http")] == []
