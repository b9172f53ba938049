from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import geopandas as gpd
import pytest
from playwright.sync_api import Browser, Page
from shapely.geometry import Point

from geo import frames, maps
from geo.io import geojson, tables
from geo.mapping import packing
from geo.selection import Selection, select
from tests import browser as browsers
from tests import invented
from tests.browser import PHONE

pytestmark = pytest.mark.browser

TALK = frozenset({"galdor-demand", "war"})
SHOWN = tuple(r["id"] for r, _ in invented.INCIDENTS if r["id"] not in TALK)


@pytest.fixture(scope="module")
def border(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page of the invented border once."""
    path = tmp_path_factory.mktemp("panel") / "border.html"
    return maps.write_map(invented.frame(), path, zones=invented.zones(), title="The border")


@pytest.fixture(scope="module")
def blocks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the same incidents as a large set is written: cards in deflated blocks."""
    path = tmp_path_factory.mktemp("panel") / "blocks.html"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packing, "ROWS_AT_ONCE", 3)
        patch.setattr(packing, "BLOCK_ROWS", 4)
        return maps.write_map(invented.frame(), path, zones=invented.zones(), title="Blocks")


def ids(page: Page) -> list[str]:
    """Return the ids of the incidents in the list, in its order; titles end in them."""
    titles = page.locator(".row-title").all_inner_texts()
    return [title.split()[-1] for title in titles]


def saved(page: Page, form: str) -> bytes:
    """Press the button of an export and return the file."""
    page.locator("#tab-tools").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=form).click()
    return Path(download.value.path()).read_bytes()


def sorted_frame() -> gpd.GeoDataFrame:
    """Return the incidents in the order of `geo export`: by date, undated last."""
    frame = invented.frame()
    rows = frames.records(frame)
    order = frames.order([row["date_start"] for row in rows], [row["id"] for row in rows])
    return frame.iloc[order].reset_index(drop=True)


@pytest.mark.parametrize("name", ["border", "blocks"])
@pytest.mark.parametrize("fragment", ["", "#talk=yes"])
def test_the_page_saves_what_export_writes(
    chromium: Browser, request: pytest.FixtureRequest, name: str, fragment: str
) -> None:
    """GeoJSON and CSV are the same bytes, with and without talk, packed in blocks or not."""
    expected = select(sorted_frame(), Selection(everything=bool(fragment)))
    file = request.getfixturevalue(name)
    with browsers.quiet(chromium, file, fragment=fragment) as page:
        assert saved(page, "GeoJSON").decode() == geojson.dumps(expected)
        assert saved(page, "CSV").decode("utf-8-sig") == tables.dumps_csv(expected)


def test_hostile_text_survives_the_export(chromium: Browser, tmp_path: Path) -> None:
    """What spreadsheets, JSON and browsers mind is written as Python writes it."""
    rows = frames.records(invented.hostile())
    for row, cell in zip(
        rows, ("=1+1", "\t@x", '"a", b\n;=c', "\x85+1", "a\u2028-b"), strict=False
    ):
        row["title"] = cell
    sane = [{**row, "id": f"p{n}", "status": "occurred"} for n, row in enumerate(rows)]
    frame = frames.from_records(sane, list(invented.hostile().geometry))
    frame["note"] = [{"b": 1e21, "a": [True, None, 1e-7]}] * len(frame)
    whole = maps.write_map(frame, tmp_path / "hostile.html")
    expected = frame.sort_values("id", kind="stable").reset_index(drop=True)
    with browsers.quiet(chromium, whole) as page:
        assert saved(page, "GeoJSON").decode() == geojson.dumps(expected)
        assert saved(page, "CSV").decode("utf-8-sig") == tables.dumps_csv(expected)


def test_a_time_range_asks_what_since_and_until_ask(chromium: Browser, border: Path) -> None:
    """Incidents that may have happened in it, undated ones by their reports; as `geo export`."""
    told = Selection(since=date(2011, 7, 15), until=date(2022, 6, 30))
    expected = [row["id"] for row in frames.records(select(sorted_frame(), told))]
    assert expected == [
        "north-damage",
        "holm-block",
        "gates-deploy",
        "country-quits",
        "nowhere-fire",
    ]
    with browsers.quiet(chromium, border) as page:
        page.locator("#from").fill("2011-07-15")
        page.locator("#to").fill("2022-06")
        page.keyboard.press("Enter")
        assert ids(page) == expected
        page.locator(".undated").click()
        assert ids(page) == expected[:-1]
        page.locator("#from").fill("yesterday")
        page.keyboard.press("Enter")
        assert "Not understood" in page.locator("#said").inner_text()
        assert page.locator("#from[aria-invalid='true']").count() == 1


def test_a_range_that_ends_before_it_begins_is_not_taken(chromium: Browser, border: Path) -> None:
    """It is marked, nothing is filtered by it, and its other end may still put it right."""
    with browsers.quiet(chromium, border) as page:
        page.locator("#to").fill("2021-12-31")
        page.keyboard.press("Enter")
        until = ids(page)
        page.locator("#from").fill("2022")
        page.keyboard.press("Enter")
        assert page.locator("#from[aria-invalid='true']").count() == 1
        assert "lies before the first" in page.locator("#said").inner_text()
        assert ids(page) == until
        page.locator("#to").fill("2023")
        page.keyboard.press("Enter")
        assert page.locator("[aria-invalid='true']").count() == 0
        assert [page.locator(end).input_value() for end in ("#from", "#to")] == [
            "2022-01-01",
            "2023-12-31",
        ]


def test_a_range_that_was_taken_back_is_no_longer_marked(chromium: Browser, border: Path) -> None:
    """An empty box is not wrong; nor is one that somebody is writing in again."""
    with browsers.quiet(chromium, border) as page:
        for text in ("2022", "2021"):
            page.locator("#to" if text == "2021" else "#from").fill(text)
            page.keyboard.press("Enter")
        assert page.locator("#to[aria-invalid='true']").count() == 1
        page.get_by_role("button", name="All days").click()
        assert page.locator("#to").input_value() == ""
        assert page.locator("[aria-invalid='true']").count() == 0
        page.locator("#to").fill("soon")
        page.keyboard.press("Enter")
        assert page.locator("#to[aria-invalid='true']").count() == 1
        page.keyboard.press("Backspace")
        assert page.locator("[aria-invalid='true']").count() == 0


def test_the_brush_works_by_mouse_and_by_keys(chromium: Browser, border: Path) -> None:
    """A drag chooses whole bars, a handle moves by one, a double click takes it back."""
    with browsers.quiet(chromium, border) as page:
        box = page.locator(".field").bounding_box()
        assert box
        page.mouse.move(box["x"] + box["width"] * 0.8, box["y"] + 30)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] - 2, box["y"] + 30, steps=4)
        page.mouse.up()
        assert ids(page) == ["country-quits", "tolmen-shots", "tolmen-arrest"]
        page.locator(".handle[data-end='from']").press("Home")
        assert len(ids(page)) == len(SHOWN)
        page.locator(".handle[data-end='to']").press("ArrowLeft")
        assert "tolmen-arrest" not in ids(page)
        page.locator(".field").dblclick(position={"x": 5, "y": 30})
        assert len(ids(page)) == len(SHOWN)


def test_filters_narrow_and_their_counts_follow(chromium: Browser, border: Path) -> None:
    """Keys of one filter add up, filters together narrow; counts are what the others leave."""
    with browsers.quiet(chromium, border) as page:
        page.locator("#tab-filters").click()
        page.locator(".option", has_text="Violence").first.click()
        page.locator(".option", has_text="Arrest and raid").first.click()
        page.locator("#tab-list").click()
        assert ids(page) == ["tolmen-shots", "tolmen-arrest"]
        assert page.locator("#counts").inner_text().startswith("2 of 7 incidents")
        page.locator("#tab-filters").click()
        page.locator(".facet", has_text="Casualties").locator("summary").click()
        injured = page.locator(".option", has_text="somebody injured")
        assert injured.locator(".number").inner_text() == "1"
        injured.click()
        page.locator("#tab-list").click()
        assert ids(page) == ["tolmen-shots"]
        page.get_by_role("button", name="Clear all").click()
        assert len(ids(page)) == len(SHOWN)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("holm", ["holm-block"]),
        ("Холм", ["holm-block"]),
        ("HAY bales", ["holm-block"]),
        ("villagers", ["holm-block"]),
        ("tolmen shots", ["tolmen-shots"]),
        ("no such word", []),
    ],
)
@pytest.mark.parametrize("name", ["border", "blocks"])
def test_the_search_finds_names_titles_and_quotes(
    chromium: Browser, request: pytest.FixtureRequest, name: str, query: str, found: list[str]
) -> None:
    """In Latin and Cyrillic, in any case; in a large set also what lies in blocks."""
    with browsers.quiet(chromium, request.getfixturevalue(name)) as page:
        page.locator("#search").fill(query)
        page.locator(".chip").first.wait_for()
        page.locator("#progress").wait_for(state="hidden")
        assert [one for one in ids(page) if one != "gates-deploy"] == found
        if not found:
            assert "Nothing is left" in page.locator("#list").inner_text()


def test_a_day_that_is_being_typed_is_not_lost(chromium: Browser, border: Path) -> None:
    """A search that ends meanwhile draws the page anew, and leaves the field that has the focus."""
    with browsers.quiet(chromium, border) as page:
        page.locator("#from").fill("2023-01-07")
        page.evaluate("document.querySelector('#search').value = 'tolmen'")
        page.locator("#search").dispatch_event("input")
        page.wait_for_url("**q=tolmen*")
        assert page.locator("#from").input_value() == "2023-01-07"
        page.locator("#tab-list").click()
        assert ids(page) == ["tolmen-arrest"]


def test_a_link_gives_back_what_was_seen(chromium: Browser, border: Path) -> None:
    """Filters, days, language, light and the open card stand in the address."""
    with browsers.quiet(chromium, border) as page:
        page.locator("#search").fill("tolmen")
        page.locator("#from").fill("2023-01-07")
        page.locator("#tab-tools").click()
        page.locator("#language").select_option("sr-Cyrl")
        page.locator("#theme").select_option("dark")
        page.locator("#tab-list").click()
        page.locator(".row", has_text="tolmen-arrest").click()
        page.wait_for_url("**id=tolmen-arrest*")
        address = page.evaluate("location.hash")
    with browsers.quiet(chromium, border, fragment=address) as page:
        assert page.locator("#card h2").inner_text() == "Arrest tolmen-arrest"
        assert page.locator("#search").input_value() == "tolmen"
        assert page.locator("html").get_attribute("data-theme") == "dark"
        assert page.locator("#language").input_value() == "sr-Cyrl"
        page.keyboard.press("Escape")
        assert ids(page) == ["tolmen-arrest"]


def test_nonsense_in_the_address_is_passed_over(chromium: Browser, border: Path) -> None:
    """An unknown id is said, anything else is as if it were not there."""
    odd = "#kind=%3Cimg%3E&from=2011-99-99&view=9/9&theme=pink&names=xx&id=gone&q="
    with browsers.quiet(chromium, border, fragment=odd) as page:
        assert len(ids(page)) == len(SHOWN)
        assert "not in this page" in page.locator("#said").inner_text()


def test_what_a_link_asks_for_and_nothing_has_leaves_the_address(
    chromium: Browser, border: Path
) -> None:
    """Else it would be sent on, and stand there as a filter that filters nothing."""
    odd = "#kind=roadblock&kind=flood&place=gone&from=2022-01-01&to=2021-01-01&q=%22%22&x=1"
    with browsers.quiet(chromium, border, fragment=odd) as page:
        page.wait_for_url("**#kind=roadblock&view=*")
        assert page.locator(".chip bdi").all_inner_texts() == ["Roadblock"]
        assert "fits nothing in this page" in page.locator("#said").inner_text()
        page.evaluate("location.hash = 'actor=nobody&kind=arrest'")
        page.wait_for_url("**#kind=arrest&view=*")


def test_marks_alone_are_no_search_and_the_page_says_so(chromium: Browser, border: Path) -> None:
    """A quotation mark may be the beginning of a search: it neither filters nor empties the map."""
    with browsers.quiet(chromium, border) as page:
        page.locator("#search").fill(" “—")
        page.locator("#unsought", has_text="marks alone").wait_for()
        assert len(ids(page)) == len(SHOWN)
        assert page.locator(".chip").count() == 0
        page.locator("#search").fill("“holm")
        page.locator(".chip").wait_for()
        assert page.locator("#unsought").inner_text() == ""


def test_a_place_is_found_by_its_russian_or_ukrainian_spelling(
    chromium: Browser, tmp_path: Path
) -> None:
    """Whoever reads articles in Cyrillic types what they say."""
    row = invented.row("a", "shelling", "2023-01-06", **invented.at(36.25, 49.98, "Kharkiv"))
    frame = frames.from_records([row | {"title": "Shelling of Kharkiv"}], [Point(36.25, 49.98)])
    whole = maps.write_map(frame, tmp_path / "kharkiv.html")
    with browsers.quiet(chromium, whole, fragment="#q=Харків") as page:
        assert page.locator(".row").count() == 1


AT = """() => {
    const at = document.activeElement;
    return at.id || at.getAttribute("aria-label") || at.innerText;
}"""


def test_what_was_pressed_and_is_gone_hands_its_focus_on(chromium: Browser, border: Path) -> None:
    """Whoever has no mouse is never thrown back to the beginning of the page."""
    with browsers.quiet(chromium, border, fragment="#kind=arrest&kind=shooting") as page:
        for expected in ("Remove the filter: Shooting", "tab-list"):
            page.locator(".chip").first.focus()
            page.keyboard.press("Enter")
            assert page.evaluate(AT) == expected
        page.locator("#search").fill("zzz")
        page.get_by_role("button", name="Clear the search").press("Enter")
        assert page.evaluate("document.activeElement.className") == "row"
        page.locator("#from").fill("2022")
        page.keyboard.press("Enter")
        page.get_by_role("button", name="All days").press("Enter")
        assert page.evaluate(AT) == "First day"
        for leaving in ("Escape", "Enter"):
            page.locator(".site[aria-label='Tolmen: 2 incidents']").press("Enter")
            if leaving == "Enter":
                page.get_by_role("button", name="All incidents").focus()
            page.keyboard.press(leaving)
            assert page.evaluate(AT) == "Tolmen: 2 incidents"


def test_names_come_in_the_language_that_is_chosen(chromium: Browser, border: Path) -> None:
    """Cards, tooltips and markers follow; Latin Serbian is made of the Cyrillic name."""
    with browsers.quiet(chromium, border, fragment="#names=sr-Cyrl") as page:
        assert page.locator(".site[aria-label='Прелаз holm: 2 incidents']").count() == 1
        page.locator("#tab-tools").click()
        page.locator("#language").select_option("sr-Latn")
        assert page.locator(".site[aria-label='Prelaz holm: 2 incidents']").count() == 1


def test_several_at_one_point_open_like_a_spider(chromium: Browser, border: Path) -> None:
    """Each gets a button of its own beside the point; Escape folds them again."""
    with browsers.quiet(chromium, border) as page:
        marker = page.locator(".site[aria-label='Tolmen: 2 incidents']")
        marker.click()
        page.locator(".site[aria-label='Arrest tolmen-arrest']").click()
        assert page.locator("#card h2").inner_text() == "Arrest tolmen-arrest"


def test_arrows_go_from_marker_to_marker_and_from_row_to_row(
    chromium: Browser, border: Path
) -> None:
    """The map and the list are one stop of the Tab key each."""
    with browsers.quiet(chromium, border) as page:
        assert page.locator(".site[tabindex='0']").count() == 1
        assert page.locator(".row[tabindex='0']").count() == 1
        page.locator(".site[aria-label='Tolmen: 2 incidents']").focus()
        page.keyboard.press("ArrowRight")
        first = page.evaluate("document.activeElement.ariaLabel")
        assert first
        assert not first.startswith("Tolmen")
        page.locator(".row").first.focus()
        page.keyboard.press("End")
        assert "nowhere-fire" in page.evaluate("document.activeElement.textContent")


def test_countries_that_find_no_room_are_joined_in_the_corner(
    chromium: Browser, tmp_path: Path
) -> None:
    """None is hidden without a word: the box lists them."""
    rows = [
        invented.row(
            f"c{n}", "resignation", "2022-01-01", **invented.at(9.0, 50.0, f"Country {n}"),
        ) | {"place_kind": "country"}
        for n in range(20)
    ]  # fmt: skip
    path = maps.write_map(frames.from_records(rows, [None] * 20), tmp_path / "a.html")
    with browsers.quiet(chromium, path) as page:
        shown = page.locator(".country-badge:not(.rest)").count()
        assert 0 < shown < 20
        page.locator(".country-badge.rest").click()
        assert f"{20 - shown} incidents" in page.locator(".list-head").inner_text()


def test_a_card_marks_the_words_that_told(chromium: Browser, tmp_path: Path) -> None:
    """The trigger stands out in the quote, counted in letters and not in half letters."""
    quote = "😀 Villagers blocked a road."
    source = invented.source(quote, start=100, end=127, trigger_start=112, trigger_end=126)
    row = invented.row("a", "roadblock", "2011-10-18", **invented.at(9.7, 50.6, "Tolmen"))
    other = {"id": "xa", "name": "Tolmen Hill", "countries": ["XA"], "score": 0.2}
    other["admin1"] = "Upper Holm"
    told = [row | {"sources": [source], "place_alternatives": [other]}]
    path = maps.write_map(frames.from_records(told, [None]), tmp_path / "a.html")
    with browsers.quiet(chromium, path) as page:
        page.locator(".row").click()
        assert page.locator("#card mark").inner_text() == "blocked a road"
        assert "Tolmen Hill Upper Holm, XA" in page.locator("#card .others").inner_text()


@pytest.mark.parametrize("size", [PHONE, (1280, 800)])
def test_the_list_holds_only_rows_in_sight(
    chromium: Browser, tmp_path: Path, size: tuple[int, int]
) -> None:
    """Of two thousand rows a few exist; the last one is reached by a key, and opens its card."""
    rows = [
        invented.row(f"n{n:04d}", "protest", "2023-01-08", **invented.at(9.7, 50.6, "Tolmen"))
        for n in range(2000)
    ]
    path = maps.write_map(frames.from_records(rows, [None] * 2000), tmp_path / "many.html")
    with browsers.quiet(chromium, path, size) as page:
        assert page.locator(".row").count() < 30
        page.locator(".row").first.press("End")
        assert "n1999" in page.evaluate("document.activeElement.textContent")
        page.keyboard.press("Enter")
        assert page.locator("#card h2").inner_text() == "Protest n1999"
        page.keyboard.press("Escape")
        assert "n1999" in page.evaluate("document.activeElement.textContent")


ODD = {
    "few columns": gpd.GeoDataFrame({"id": ["a"]}, geometry=[Point(1, 2)], crs="EPSG:4326"),
    "no day": frames.from_records([invented.row("a", "riot", None)], [Point(1, 2)]),
    "no place": frames.from_records([invented.row("a", "riot", "2011-10-18")], [None]),
    "all of history": frames.from_records(
        [invented.row("a", "riot", "0001-01-01"), invented.row("b", "riot", "9999-12-31")],
        [Point(179.999, 85), Point(-180, -90)],
    ),
    "only talk": frames.from_records(
        [invented.row("a", "demand", "2011-10-18", verbal=True)], [Point(1, 2)]
    ),
    "odd names": frames.from_records(
        [invented.row("a", "constructor", "2011-10-18", place="toString", date_precision="valueOf",
                      names={"constructor": "x"}, countries=["__proto__"])],
        [Point(1, 2)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_odd_sets_open_and_show_their_card(chromium: Browser, tmp_path: Path, name: str) -> None:
    """What a file has lost, or has too much of, stops nothing."""
    path = maps.write_map(ODD[name], tmp_path / "odd.html")
    with browsers.quiet(chromium, path, fragment="#talk=yes") as page:
        page.locator("#tab-filters").click()
        for facet in page.locator(".facet:not([open]) summary").all():
            facet.click()
        page.locator("#tab-list").click()
        page.locator(".row").first.click()
        assert page.locator("#card h2").inner_text()
        page.locator("#card .more summary").click()


def test_what_is_printed_is_the_whole_filtered_list(chromium: Browser, border: Path) -> None:
    """Not only the rows in sight, each with its quote."""
    with browsers.quiet(chromium, border, fragment="#q=tolmen") as page:
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        page.locator("#printed li").nth(1).wait_for()
        told = page.locator("#printed").inner_text()
    assert "2 incidents" in told
    assert "An invented sentence about tolmen-arrest." in told


def test_the_saved_set_can_be_drawn_again(chromium: Browser, border: Path) -> None:
    """What the page saves is a file that `geo map` takes."""
    with browsers.quiet(chromium, border, fragment="#q=tolmen") as page:
        text = saved(page, "GeoJSON").decode()
    assert list(geojson.loads(text)["id"]) == ["tolmen-shots", "tolmen-arrest"]
    assert json.loads(text)["bbox"] == [9.7, 50.6, 9.7, 50.6]
