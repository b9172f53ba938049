from __future__ import annotations

import base64
import hashlib
import html
import json
import math
import re
from pathlib import Path
from typing import Any

import folium
import geopandas as gpd
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point

from geo import frames, maps
from geo.errors import OutputError
from geo.mapping import page as pages
from geo.mapping.page import as_json
from tests import invented, unpacked


def drawn(frame: gpd.GeoDataFrame, **options: Any) -> str:
    """Return the page."""
    return maps.draw(frame, zones=invented.zones(), labels=invented.LABELS, **options).page()


def data(frame: gpd.GeoDataFrame, **options: Any) -> unpacked.Held:
    """Return what the viewer is given."""
    return unpacked.held(drawn(frame, **options))


def sites(frame: gpd.GeoDataFrame) -> dict[str, dict[str, Any]]:
    """Return the sites by name, with the ids of their incidents."""
    told = data(frame)
    found: dict[str, dict[str, Any]] = {s["name"]: {**s, "ids": []} for s in told.sites}
    for incident, derived in zip(told.incidents, told.derived, strict=True):
        at = derived["at"] if isinstance(derived["at"], list) else [derived["at"]]
        for number in at:
            found[told.sites[number]["name"]]["ids"].append(incident["id"])
    return found


def test_the_same_incidents_give_the_same_bytes() -> None:
    """Neither the order of the rows nor drawing twice changes the page."""
    frame = invented.frame()
    once = maps.draw(frame, zones=invented.zones(), labels=invented.LABELS)
    assert once.page() == once.page() == drawn(frame.iloc[::-1])


def test_a_map_is_a_folium_map_and_shows_in_a_notebook() -> None:
    """One mechanism makes the saved page and the notebook's frame."""
    shown = maps.draw(invented.frame())
    assert isinstance(shown, folium.Map)
    assert html.escape(shown.page()) in shown._repr_html_()


def test_news_text_reaches_the_page_only_as_escaped_json() -> None:
    """No probe stands in the page as it is; the data gives each back unchanged."""
    whole = drawn(invented.hostile(), title="".join(invented.PROBES))
    told = unpacked.held(whole)
    dangerous = [p for p in invented.PROBES if re.search(r"[{}<>\u2028]", p)]
    assert not [p for p in dangerous if p in unpacked.JSON.sub("", whole).split("</title>")[1]]
    assert not [p for p in dangerous for _, text in unpacked.JSON.findall(whole) if p in text]
    assert "<!--geo:data-->" not in whole
    assert {i["title"] for i in told.incidents} == set(invented.PROBES)
    quotes = {s["quote"] for i in told.incidents for s in i["sources"]}
    assert set(dangerous) <= quotes


def test_the_title_is_text() -> None:
    """In the head it is escaped, in the page it is data; neither is a template."""
    page = drawn(invented.frame(), title="{{7*7}} {% x </title><script>\x00\ud800")
    assert "<title>{{7*7}} {% x &lt;/title&gt;&lt;script&gt; ?</title>" in page
    assert page.count("</title>") == 1


def test_nothing_is_loaded_from_anywhere() -> None:
    """There is no address but those of the sources, of name spaces and in Leaflet's comments."""
    page = unpacked.JSON.sub("", drawn(invented.frame()))
    addresses = set(re.findall(r"https?://([^/\s\"'<>)]+)", page))
    assert addresses == {"www.w3.org", "leafletjs.com", "bugzilla.mozilla.org"}  # in Leaflet itself
    assert not re.findall(r"<(?:script|img|link|iframe)[^>]+(?:src|href)", page)
    assert not re.findall(r"url\((?!#)[^)]*\)|@import|sourceMappingURL", page.split("<body>")[0])


def test_the_policy_names_each_script_and_style() -> None:
    """Hashes in the policy are those of what the page holds, and nothing else may run."""
    page = drawn(invented.frame())
    found = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert found
    parts = dict(part.strip().split(" ", 1) for part in found[1].split(";"))
    assert parts["default-src"] == "'none'"
    assert parts["img-src"] == "data:"
    for tag, name in (("script", "script-src"), ("style", "style-src")):
        inline = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digests = [base64.b64encode(hashlib.sha256(t.encode()).digest()) for t in inline]
        assert sorted(set(parts[name].split())) == sorted(
            {f"'sha256-{d.decode()}'" for d in digests}
        )


def test_incidents_at_one_crossing_share_its_site() -> None:
    """A crossing's own incident and a set that holds it meet on the footprint."""
    found = sites(invented.frame())
    assert found["Holm"]["ids"] == ["holm-block", "gates-deploy"]
    assert found["Varn"]["ids"] == ["gates-deploy"]
    assert found["Holm"]["uncertainty_m"] == 300.0
    assert [zone["name"] for zone in data(invented.frame()).meta["zones"]] == ["Selk"]


def test_crossings_keep_their_names_in_every_language() -> None:
    """Quiet ones, sites and the table behind the cards carry them all, not the English alone."""
    told = data(invented.frame())
    holm = next(site for site in told.sites if site["name"] == "Holm")
    for named in (told.meta["zones"][0], holm, told.meta["crossings"]["xa-crossing-varn"]):
        assert set(named["names"]) == {"en", "sq", "sr-Cyrl"}


def test_crossings_are_shared_without_a_table_of_zones() -> None:
    """The shape says that the place is the same, so an edited file is drawn alike."""
    told = unpacked.held(maps.draw(invented.frame()).page())
    zones = {n for n, site in enumerate(told.sites) if site["sort"] == "zone"}
    shared = [np.size(d["at"]) for d in told.derived if zones & {*np.ravel(d["at"])}]
    assert (len(zones), shared) == (2, [1, 2])


def test_a_country_gets_a_badge_and_the_unknown_gets_nothing() -> None:
    """Neither is ever a point on the map."""
    told = data(invented.frame())
    found = sites(invented.frame())
    assert found["Ardovia"]["sort"] == "badge"
    assert {s["sort"] for s in told.sites} == {"zone", "point", "area", "badge"}
    assert "nowhere-fire" not in {i for s in found.values() for i in s["ids"]}
    assert [i["id"] for i in told.incidents][-1] == "nowhere-fire"


def test_the_first_view_is_of_what_is_shown_first() -> None:
    """Talk, history and whole countries do not widen it."""
    west, south, east, north = data(invented.frame()).meta["bounds"]
    assert (west, north) == (9.3, 51.1)
    assert east < 10.1
    assert south == 50.4


def test_labels_far_from_the_data_are_left_out() -> None:
    """The more important come first."""
    assert [label[0] for label in data(invented.frame()).meta["labels"]] == ["Tolmen", "Galdor"]


def test_a_frame_with_few_columns_is_drawn() -> None:
    """An edited file may have lost most of what we wrote."""
    few = gpd.GeoDataFrame({"id": ["a"]}, geometry=[Point(1.0, 2.0)], crs="EPSG:4326")
    told = data(few)
    assert told.incidents == [{"id": "a", "geometry": {"type": "Point", "coordinates": [1, 2]}}]
    assert told.sites[0]["lon"] == 1.0


def test_a_frame_of_geometries_alone_is_drawn() -> None:
    """Points of somebody's own, without any column: incidents of which nothing else is known."""
    told = data(gpd.GeoDataFrame(geometry=[Point(20, 42), None], crs=frames.CRS))
    assert [(site["lon"], site["lat"]) for site in told.sites] == [(20.0, 42.0)]
    assert [one["at"] for one in told.derived] == [0, []]


def test_numbers_that_are_none_are_left_out() -> None:
    """Infinity and NaN have no place in JSON, nor in a card."""
    frame = invented.frame()
    frame["confidence"] = float("inf")
    frame["uncertainty_m"] = float("nan")
    told = data(frame)
    assert {(i["confidence"], i["uncertainty_m"]) for i in told.incidents} == {(None, None)}
    assert {s["uncertainty_m"] for s in told.sites} == {300.0, None}


def test_what_is_measured_from_a_place_is_a_point_with_its_doubt() -> None:
    """A region without an outline that has a point is a marker in its halo."""
    row = invented.row(
        "bus-shots", "shooting", "2023-01-06", **invented.at(9.7, 50.4, "22 km south of Tolmen"),
        place_kind="region", uncertainty_m=21_396.0, geo_precision=2,
    ) | {"place_kind": "region"}  # fmt: skip
    (site,) = data(frames.from_records([row], [Point(9.7, 50.4)])).sites
    assert (site["sort"], site["uncertainty_m"]) == ("point", 21_396.0)


@pytest.mark.parametrize("at", [(math.nan, math.nan), (math.inf, 1.0), (3.0, math.nan)])
@pytest.mark.parametrize("sort", ["settlement", "country"])
def test_a_point_without_a_position_is_never_put_at_zero(
    at: tuple[float, float], sort: str
) -> None:
    """``points_from_xy`` of a column with gaps: the incident is in the list, and on no map."""
    frame = gpd.GeoDataFrame(
        {"id": ["a", "b"], "type": "riot", "date_start": "2023-01-01", "place_kind": sort},
        geometry=[Point(20.5, 42.5), Point(*at)],
        crs=4326,
    )
    told = data(frame)
    assert [(site["lon"], site["lat"]) for site in told.sites] == [(20.5, 42.5)]
    assert len(told.incidents) == 2


def test_sources_that_are_no_list_say_nothing() -> None:
    """Somebody's own column may be called so: it is kept, and not looked into."""
    row = invented.row("a", "riot", "2023-01-06")
    frame = frames.from_records([row, {**row, "id": "b"}], [None, None])
    frame["sources"] = [5, {"a": 1}]
    assert [one["sources"] for one in data(frame).incidents] == [5, {"a": 1}]


def test_an_empty_frame_gives_an_honest_map() -> None:
    """No incident, no site, no bounds invented from nothing."""
    told = data(frames.to_frame([]))
    assert told.incidents == told.sites == told.meta["zones"] == told.meta["labels"] == []
    assert told.meta["title"] == "Incidents"


def test_saving_makes_the_folder_and_leaves_no_scraps(tmp_path: Path) -> None:
    """The file is whole and stands alone."""
    path = maps.write_map(invented.frame(), tmp_path / "maps" / "a.html")
    assert path.read_text("utf-8").endswith("</html>\n")
    assert [p.name for p in path.parent.iterdir()] == ["a.html"]


def test_saving_where_nothing_can_be_saved_says_so(tmp_path: Path) -> None:
    """The message names the file."""
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match=r"file.a\.html"):
        maps.write_map(invented.frame(), tmp_path / "file" / "a.html")


def test_a_layer_from_the_network_is_refused() -> None:
    """The page has to open without one; the message names what would be loaded."""
    shown = maps.draw(invented.frame())
    folium.TileLayer("https://tiles.example/{z}/{x}/{y}.png", attr="x").add_to(shown)
    with pytest.raises(OutputError, match=r"tiles\.example"):
        shown.page()


def test_another_leaflet_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is put into every page is known byte by byte."""
    monkeypatch.setitem(pages.SHA256, "leaflet.js", "0" * 64)
    with pytest.raises(OutputError, match=r"not that of Leaflet 1\.9\.3"):
        pages._leaflet("leaflet.js")


@given(st.recursive(st.text() | st.floats(allow_nan=False, allow_infinity=False), st.lists))
def test_json_is_inert_and_true(value: Any) -> None:
    """No character of it means anything to HTML or a template; parsing gives the value back."""
    text = as_json({"v": [value]})
    assert not re.search("[<>&\u2028\u2029\ud800-\udfff]|{{|{%|{#", text)
    assert json.loads(text) == {"v": [value]}


def test_strays_do_not_widen_the_first_view() -> None:
    """Of two hundred incidents three far away are in the list and not in the first frame."""
    rows = [invented.row(f"n{n}", "riot", "2023-01-08", place_id=f"p{n}") for n in range(200)]
    points = [Point(9.0 + n / 200, 50.0 + n / 200) for n in range(197)]
    told = data(frames.from_records(rows, [*points, *[Point(-150.0, -40.0)] * 3]))
    west, south, east, north = told.meta["bounds"]
    assert (west >= 9, south >= 50, east <= 10, north <= 51) == (True,) * 4
    assert len(told.incidents) == 200


def test_who_reports_is_the_publisher_else_the_host_else_the_article() -> None:
    """What cannot be read as an address is none."""
    sources = [
        {"publisher": "Herald", "url": "https://x.example/"},
        {"url": "https://www.y.example/a"},
        {"url": "http://[", "document": "a.md"},
        {"title": "Riot at Holm", "document": "480401/9e2f94b2187ebaf7"},
        {"document": "b.md"},
    ]
    row = invented.row("a", "riot", None, sources=sources)
    (derived,) = data(frames.from_records([row], [None])).derived
    assert derived["voices"] == ["Herald", "y.example", "a.md", "Riot at Holm", "b.md"]
