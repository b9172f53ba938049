from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import geopandas as gpd
import pytest
from playwright.sync_api import Browser, Page
from shapely.geometry import Point

from geo import frames, maps
from tests import browser as browsers
from tests import invented
from tests.browser import DESKTOP, PHONE, Opened

pytestmark = pytest.mark.browser

Open = Callable[..., Opened]


FAR_APART = {"Suva": (178.4, -18.1), "Honolulu": (-157.9, 21.3), "Punta Arenas": (-70.9, -53.2)}
"""Towns (lon, lat) that no screen of 400 pixels holds at the scale where a tile is 256 wide."""


def around_the_world() -> gpd.GeoDataFrame:
    """Return incidents so far apart that they need the whole world."""
    rows = [
        invented.row(f"far-{n}", "riot", "2023-01-06", **invented.at(*at, name))
        for n, (name, at) in enumerate(FAR_APART.items())
    ]
    return frames.from_records(rows, [Point(*at) for at in FAR_APART.values()])


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the pages once."""
    folder = tmp_path_factory.mktemp("pages")

    def save(name: str, frame: gpd.GeoDataFrame, title: str) -> None:
        zones = invented.zones()
        maps.write_map(frame, folder / name, title=title, zones=zones, labels=invented.LABELS)

    save("border.html", invented.frame(), "The border")
    save("hostile.html", invented.hostile(), "".join(invented.PROBES))
    save("world.html", around_the_world(), "The world")
    save("empty.html", frames.to_frame([]), "Nothing")
    return folder


@pytest.fixture
def visit(chromium: Browser, folder: Path) -> Iterator[Open]:
    """Open pages that are closed after the test, and see that they asked for nothing."""
    managers = []

    def visit(name: str = "border.html", size: tuple[int, int] = DESKTOP) -> Opened:
        file, _, fragment = name.partition("#")
        manager = browsers.opened(chromium, folder / file, size, fragment=f"#{fragment}")
        managers.append((manager, manager.__enter__(), folder / file))
        return managers[-1][1]

    yield visit
    for manager, seen, file in managers:
        manager.__exit__(None, None, None)
        assert seen.complaints == []
        assert {url.partition("#")[0] for url in seen.requests} == {file.as_uri()}


def rows(page: Page) -> list[str]:
    """Return the titles in the list."""
    return page.locator(".row-title").all_inner_texts()


@pytest.mark.parametrize("name", ["border.html", "hostile.html", "empty.html"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_a_page_needs_nothing_but_itself(visit: Open, name: str, size: tuple[int, int]) -> None:
    """With the network off it draws its map, silently, and fits the screen."""
    page = visit(name, size).page
    assert page.locator(".leaflet-container.ready canvas.marks").count() == 1
    assert page.locator("h1").inner_text() != ""
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]
    assert page.evaluate("document.documentElement.scrollHeight") == size[1]


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_at_the_edge_of_the_world_a_drag_stops(visit: Open, size: tuple[int, int]) -> None:
    """Whoever drags too far stays where the map ends: it does not leap back on letting go."""
    page = visit(size=size).page
    page.evaluate("void map_incidents.setZoom(2, { animate: false })")
    box = page.locator(".leaflet-container").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(1, 6):
        page.mouse.move(x + step * box["width"] / 11, y)
    page.wait_for_timeout(100)  # so that nothing is thrown
    held = page.evaluate("map_incidents.getCenter().lng")
    page.mouse.up()
    page.wait_for_timeout(500)
    assert abs(page.evaluate("map_incidents.getCenter().lng") - held) < 2


def test_the_list_has_everything_undated_last(visit: Open) -> None:
    """What has no place is listed too, and says so; talk and history wait until asked for."""
    page = visit().page
    assert len(rows(page)) == len(invented.INCIDENTS) - 2
    assert rows(page)[-1] == "Arson nowhere-fire"
    assert page.locator(".row", has_text="nowhere-fire").locator(".tag").inner_text() == "no place"
    assert page.locator(".rows .year").last.inner_text() == "Undated"
    page.locator("#talk").check()
    assert len(rows(page)) == len(invented.INCIDENTS)


def test_a_card_shows_the_sentence_behind_the_marker(visit: Open) -> None:
    """Clicking a row opens quote, source, date, place in other scripts and confidence."""
    page = visit().page
    page.locator(".row", has_text="holm-block").click()
    card = page.locator("#card")
    assert invented.QUOTE in card.locator("blockquote q").first.inner_text()
    text = card.inner_text()
    assert all(word in text for word in ("18 October 2011", "Холм", "villagers", "high (0.80)"))
    link = card.locator("a")
    assert link.count() == 1
    assert link.get_attribute("href") == "https://herald.example/a?b=1&c=2"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_a_date_is_no_surer_than_the_text(visit: Open) -> None:
    """A month stays a month, a year a year, and no date is no date."""
    page = visit("border.html#talk=yes").page
    told = {"north-damage": "July 2011 (month)", "war": "1999 (year)", "nowhere": "date unknown"}
    for name, when in told.items():
        page.locator(".row", has_text=name).click()
        assert page.locator("#card .facts dd").first.inner_text().splitlines()[0] == when
        page.keyboard.press("Escape")


def test_a_shared_crossing_lists_its_incidents(visit: Open) -> None:
    """What lies at one crossing is drawn once, with its number, and opens as a list."""
    page = visit().page
    page.locator(".site[aria-label='Holm: 2 incidents']").click()
    assert rows(page) == ["Roadblock holm-block", "Deployment gates-deploy"]
    page.locator(".row").first.click()
    page.locator("#card .back").click()
    assert len(rows(page)) == 2


def test_a_crossing_has_all_its_names(visit: Open) -> None:
    """Tooltip and card show the names of both sides, each marked with its language."""
    page = visit().page
    page.locator(".site[aria-label='Holm: 2 incidents']").hover()
    page.locator(".tip bdi[lang='sr-Cyrl']", has_text="Прелаз holm").wait_for()
    page.locator(".row", has_text="holm-block").click()
    for name in ("Pika holm", "Прелаз holm"):
        assert name in page.locator("#card .facts").first.inner_text()


@pytest.mark.parametrize("size", [DESKTOP, PHONE, (800, 600)])
def test_nothing_lies_under_the_legend(visit: Open, size: tuple[int, int]) -> None:
    """Open or shut it leaves the buttons and the line that names the sources free."""
    page = visit("border.html", size).page
    page.evaluate("document.getElementById('legend').open = true")
    box = "node => { const r = node.getBoundingClientRect(); return [r.top, r.bottom]; }"
    top, bottom = page.locator("#legend").evaluate(box)
    assert page.locator(".leaflet-control-zoom").evaluate(box)[1] <= top
    assert bottom <= page.locator(".leaflet-control-attribution").evaluate(box)[0]


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_the_first_view_shows_all_the_world_if_it_has_to(
    visit: Open, size: tuple[int, int]
) -> None:
    """No marker is off the map at any zoom, and none lies beneath the legend."""
    page = visit("world.html", size).page
    for name in FAR_APART:
        page.locator(f"button.site[aria-label*='{name}']").click(trial=True)


def test_a_thumb_hits_what_it_means(visit: Open) -> None:
    """On a phone rows, buttons, the legend and the checkbox are at least 40 px high."""
    page = visit("border.html", PHONE).page
    found = ".row, #legend summary, .tabs button, #search, .leaflet-control-zoom a"
    heights = "nodes => nodes.map(node => node.getBoundingClientRect().height)"
    assert min(page.locator(found).evaluate_all(heights)) >= 40
    page.locator("#tab-filters").click()
    assert min(page.locator(".toggle, .facet[open] .option").evaluate_all(heights)) >= 40
    page.locator("#tab-list").click()
    page.locator(".row").first.click()
    assert min(page.locator(".back, .more summary").evaluate_all(heights)) >= 40


def test_two_incidents_at_one_point_are_one_marker(visit: Open) -> None:
    """The marker says how many, and gives both."""
    page = visit().page
    page.locator(".site[aria-label='Tolmen: 2 incidents']").click()
    assert rows(page) == ["Shooting tolmen-shots", "Arrest tolmen-arrest"]


def test_the_keyboard_does_it_all(visit: Open) -> None:
    """Rows and markers are reached and opened by keys; Escape goes back to the row."""
    page = visit().page
    page.locator(".row", has_text="tolmen-shots").focus()
    page.keyboard.press("Enter")
    assert page.locator("#card").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#card").is_hidden()
    assert "tolmen-shots" in page.evaluate("document.activeElement.textContent")
    page.locator(".site[aria-label^='Tolmen']").focus()
    page.keyboard.press("Enter")
    assert len(rows(page)) == 2


def test_talk_and_background_wait_until_asked_for(visit: Open) -> None:
    """They come onto the map with the checkbox, and go with it."""
    page = visit().page
    marker = page.locator(".site[aria-label^='Estrun']")
    assert marker.count() == 0
    page.locator("#talk").check()
    assert marker.count() == 1
    page.locator("#talk").uncheck()
    assert marker.count() == 0


def test_a_country_is_a_badge_and_not_a_pin(visit: Open) -> None:
    """What happened in a country as a whole has no point."""
    page = visit().page
    page.locator(".row", has_text="country-quits").click()
    badge = page.locator(".site[aria-label^='Ardovia, as a whole']")
    assert badge.inner_text().split() == ["Ardovia", "1"]
    assert "country-badge" in (badge.get_attribute("class") or "")


def test_hostile_text_is_only_text(visit: Open) -> None:
    """Every probe in every field is shown as it stands, and none runs or becomes a link."""
    page = visit("hostile.html").page
    page.locator(".row").first.click()
    shown = []
    for _ in invented.PROBES:
        shown.append(page.locator("#card h2").evaluate("node => node.textContent"))
        assert page.locator("#card a").count() == 0
        page.locator("#card summary").click()
        if page.locator("#card [aria-label='Next incident']").is_enabled():
            page.locator("#card [aria-label='Next incident']").click()
    assert page.evaluate("window.__pwned") is None
    assert sorted(shown) == sorted(invented.PROBES)
    assert page.locator("aside img, aside script, aside svg[onload]").count() == 0


def test_the_policy_stops_what_should_slip_through(visit: Open) -> None:
    """An element with a handler, written into the page by force, stays dead."""
    seen = visit("empty.html")
    seen.page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=window.__pwned=1>')"
    )
    seen.page.evaluate("new Promise(done => setTimeout(done, 50))")
    assert seen.page.evaluate("window.__pwned") is None
    assert any("Content Security Policy" in text for text in seen.complaints)
    seen.complaints.clear()
    seen.requests.pop()  # the picture, asked for and refused


def test_an_empty_map_says_so(visit: Open) -> None:
    """Nothing found is said in words, over borders."""
    page = visit("empty.html").page
    assert "No incident was found" in page.locator("#list").inner_text()
    assert page.locator(".site").count() == 0


def test_the_legend_names_what_is_drawn(visit: Open) -> None:
    """Families that are present, and that borders decide nothing."""
    page = visit().page
    legend = page.locator("#legend").inner_text()
    assert "Violence" in legend
    assert "hollow: low confidence" in legend
    assert "orientation only" in legend
    assert "nothing about status" in legend
    assert visit("border.html", PHONE).page.locator("#legend[open]").count() == 0


def test_hatching_does_not_fill_the_whole_view(visit: Open) -> None:
    """An area wider than the view keeps its outline only, and catches no clicks."""
    page = visit().page
    hatched = page.locator(".leaflet-areas-pane path[fill^='url(#hatch']")
    assert hatched.count() == 1
    page.evaluate("void map_incidents.setView([50.7, 9.7], 14, {animate: false})")
    assert hatched.count() == 0


def test_paper_shows_no_less_than_the_screen(visit: Open) -> None:
    """The map is drawn for the width of a sheet with all it showed, and is afterwards as before."""
    page = visit().page
    view = "[map_incidents.getZoom(), map_incidents.getCenter().lat, map_incidents.getCenter().lng]"
    page.evaluate("before = map_incidents.getBounds()")
    seen = page.evaluate(view)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".folium-map").bounding_box()["width"] < 720  # type: ignore[index]
    assert page.evaluate("map_incidents.getBounds().contains(before)")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(view) == pytest.approx(seen)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_printed_is_light_and_hides_nothing_below_markers(
    chromium: Browser, folder: Path, scheme: Literal["light", "dark"]
) -> None:
    """A canvas drawn for a print is white all over, there: a new one stands in its place."""
    with browsers.quiet(chromium, folder / "world.html", scheme=scheme) as page:
        page.locator(".names .name").first.wait_for()
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.locator("canvas.marks:visible").count() == 1
        assert page.evaluate(PAINTED, "canvas.marks.copy")
        sea = page.evaluate(CORNER, ".leaflet-backdrop-pane canvas")
        assert sea == [223, 232, 234, 255]  # painted, whatever the print does with backgrounds
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.locator("canvas.marks").count() == 1
        assert page.locator("html[data-theme]").count() == 0


PAINTED = """name => {
    const canvas = document.querySelector(name);
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return data.some((value, n) => n % 4 === 3 && value > 0)
        && data.some((value, n) => n % 4 === 3 && value === 0);
}"""
CORNER = """name => {
    const canvas = document.querySelector(name);
    return [...canvas.getContext("2d").getImageData(2, 2, 1, 1).data];
}"""


def test_a_low_window_scrolls_to_what_is_opened(chromium: Browser, folder: Path) -> None:
    """At 200 %, or on its side, a screen has no room for map and list at once."""
    with browsers.quiet(chromium, folder / "world.html", (640, 400)) as page:
        assert page.evaluate("document.documentElement.scrollHeight") > 600
        page.locator(".site").first.click()
        page.wait_for_timeout(100)
        title = page.locator("#scroll h2:visible").first.bounding_box()
        assert title
        assert 0 <= title["y"] < 380


def test_the_legend_stands_above_the_credits(chromium: Browser, tmp_path: Path) -> None:
    """However many lines whoever is credited takes on a phone."""
    file = maps.write_map(invented.frame(), tmp_path / "long.html", attribution=LONG)
    with browsers.quiet(chromium, file, PHONE) as page:
        page.wait_for_timeout(100)
        legend = page.locator("#legend").bounding_box()
        credited = page.locator(".leaflet-control-attribution").bounding_box()
        assert legend
        assert credited
        assert legend["y"] + legend["height"] <= credited["y"]


def test_a_pole_has_a_marker_and_no_doubt_over_all_the_map(
    chromium: Browser, tmp_path: Path
) -> None:
    """Mercator stretches it without end: the marker stands at the edge, its circle ends."""
    poles = {"Pole": (0.0, 90.0), "Tromsø": (18.9, 69.6)}
    rows = [
        invented.row(name, "riot", "2023-01-06", **invented.at(*at, name))
        for name, at in poles.items()
    ]
    frame = frames.from_records(rows, [Point(*at) for at in poles.values()])
    for count, name in ((2, "two.html"), (1, "one.html")):
        file = maps.write_map(frame.iloc[:count], tmp_path / name)
        with browsers.quiet(chromium, file) as page:
            assert page.locator(".site").count() == count
            assert page.evaluate(PAINTED, "canvas.marks")


LONG = [f"Somebody else by the number {n}, with a long name" for n in range(3)]


def test_the_keyboard_passes_quiet_crossings_in_one_step(visit: Open) -> None:
    """However many crossings lie around, Tab stops at one of them; arrows reach the others."""
    page = visit().page
    assert page.locator("path.quiet").count() > 0
    assert page.locator("path.quiet[tabindex='0']").count() == 1


def test_a_tooltip_lies_above_the_markers(visit: Open) -> None:
    """Leaflet lifts a canvas over everything in its pane, words included."""
    page = visit().page
    level = "name => Number(getComputedStyle(document.querySelector(name)).zIndex)"
    assert page.evaluate(level, "canvas.marks") < page.evaluate(level, ".hover")


def test_an_empty_map_has_nothing_to_filter_and_says_so(visit: Open) -> None:
    """No tab of the panel is blank."""
    page = visit("empty.html").page
    page.locator("#tab-filters").click()
    assert "nothing to filter" in page.locator("#filters").inner_text()


def test_what_is_opened_is_not_below_the_legend(visit: Open) -> None:
    """The row of an incident whose marker the legend hides moves the map."""
    page = visit().page
    page.evaluate("void map_incidents.setView([50.6, 10.1], 10, {animate: false})")
    page.locator(".row", has_text="tolmen-shots").click()
    marker = page.locator(".site[aria-label^='Tolmen']").bounding_box()
    legend = page.locator("#legend[open]").bounding_box()
    assert marker
    assert legend
    assert marker["x"] >= legend["x"] + legend["width"]


def test_a_tooltip_ends_within_the_map(visit: Open) -> None:
    """Also that of a marker at its edge."""
    page = visit().page
    page.evaluate("void map_incidents.setView([50.6, 9.7], 10, {animate: false})")
    page.evaluate("void map_incidents.panBy([-420, 0], {animate: false})")
    page.locator(".site[aria-label^='Tolmen']").focus()
    tip, stage = (page.locator(name).bounding_box() for name in (".hover", ".stage"))
    assert tip
    assert stage
    assert tip["x"] + tip["width"] <= stage["x"] + stage["width"]


def test_incidents_are_there_before_the_background(visit: Open) -> None:
    """The first frame has markers and list; land and names follow when the browser is idle."""
    page = visit().page
    assert rows(page)
    page.locator(".leaflet-backdrop-pane canvas").wait_for(state="attached")
