from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from pandas.testing import assert_series_equal

from geo import frames
from geo.errors import IncidentsError, OptionError, TableError
from geo.model import (
    Actor,
    Count,
    Incident,
    Mention,
    MentionClass,
    Place,
    PlaceKind,
    Report,
    Resolution,
    Source,
    Span,
    Status,
    When,
)
from geo.tables.columns import COLUMNS
from tests.strategies import FRAMES, incident_lists

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

DAY = When(date(2011, 10, 19), date(2011, 10, 19), "day", "on Wednesday")
UNDATED = When(None, None, "unknown", "no date in the text")


def found(place: Place | None, *members: Place, relation: str | None = None) -> Resolution:
    """Return an answer of the resolver."""
    mention = Mention(Span(3, 9), "x", MentionClass.LITERAL, relation=relation)
    return Resolution(mention, place, 0.9, ("the only one of its name",), members)


def report(name: str = "r1", *, published: date | None = None, quote: str = "It was so.") -> Report:
    """Return one telling of a roadblock."""
    source = Source(f"{name}.md", "A headline", "An agency", "https://news.test/1", published)
    span = Span(10, 20)
    return Report(name, "roadblock", source, span, span, quote, Status.OCCURRED, DAY, None)


def incident(where: Resolution | None = None, when: When = DAY, name: str = "r1") -> Incident:
    """Return a roadblock."""
    return Incident(name, "roadblock", Status.OCCURRED, when, where, (report(name),))


def row(one: Incident) -> dict[str, object]:
    """Return the only row of the frame of one incident."""
    return frames.records(frames.to_frame([one]))[0]


def test_columns_are_those_of_the_design() -> None:
    """The table of the design document names every column, in this order."""
    frame = frames.to_frame([incident()])
    assert list(frame.columns) == [*COLUMNS, "geometry"]
    assert list(COLUMNS)[:4] == ["id", "report_ids", "type", "title"]
    assert list(COLUMNS)[-6:] == [
        *("names_en", "actor_1", "crossing_ids"),
        *("quote", "url", "publisher"),
    ]


@settings(max_examples=FRAMES)
@given(incident_lists)
def test_dtypes_do_not_depend_on_the_rows(told: list[Incident]) -> None:
    """An empty frame has the same columns, dtypes and CRS as any other."""
    empty, full = frames.to_frame([]), frames.to_frame(told)
    assert_series_equal(empty.dtypes, full.dtypes)
    assert empty.crs == full.crs == "EPSG:4326"
    assert len(full) == len(told)


@settings(max_examples=FRAMES)
@given(incident_lists)
def test_order_of_the_input_does_not_matter(told: list[Incident]) -> None:
    """Rows are sorted by date, undated last, then id."""
    frame = frames.to_frame(told)
    assert frames.records(frame) == frames.records(frames.to_frame(told[::-1]))
    keys = [
        (day is None, day or "", i) for day, i in zip(frame["date_start"], frame["id"], strict=True)
    ]
    assert keys == sorted(keys)


@settings(max_examples=FRAMES)
@given(incident_lists)
def test_what_is_made_is_valid(told: list[Incident]) -> None:
    """Whatever the stages hand over gives a frame that can be drawn and read back."""
    frame = frames.to_frame(told)
    frames.validate(frame)
    again = frames.from_records(frames.records(frame), frame.geometry.tolist())
    assert frames.records(again) == frames.records(frame)
    assert again.geometry.to_wkt().tolist() == frame.geometry.to_wkt().tolist()


def test_crossing_is_drawn_as_its_footprint(gazetteer: Gazetteer) -> None:
    """A crossing is a polygon of two countries, with the point beside it."""
    crossing = gazetteer.get("xk-crossing-brnjak")
    frame = frames.to_frame([incident(found(crossing))])
    told = frames.records(frame)[0]
    assert frame.geometry[0].geom_type == "Polygon"
    assert frame.geometry[0].exterior.is_ccw
    assert (told["country"], sorted(told["countries"])) == (None, ["RS", "XK"])
    assert (told["lat"], told["lon"], told["geo_precision"]) == (42.96194, 20.54833, 1)


def test_set_of_crossings_is_one_multipolygon(gazetteer: Gazetteer) -> None:
    """A set has the footprints of its members, and the radius that holds them all."""
    gates = gazetteer.get("xk-crossing-brnjak"), gazetteer.get("xk-crossing-jarinje")
    frame = frames.to_frame([incident(found(None, *gates))])
    told = frames.records(frame)[0]
    assert [len(frame.geometry[0].geoms), frame.geometry[0].geom_type] == [2, "MultiPolygon"]
    assert told["members"] == [gate.id for gate in gates]
    assert told["geo_precision"] == 2
    assert told["lat"] == pytest.approx(43.09, abs=0.01)
    assert told["uncertainty_m"] > 15_000


def test_overlapping_members_make_a_valid_shape(gazetteer: Gazetteer) -> None:
    """Two footprints that overlap are dissolved, as GeoJSON wants."""
    gate = gazetteer.get("xk-crossing-brnjak")
    twin = dataclasses.replace(gate, id="twin")
    shape = frames.to_frame([incident(found(None, gate, twin))]).geometry[0]
    assert shape.is_valid
    assert shape.geom_type == "MultiPolygon"


def test_town_is_a_point_and_country_is_none(gazetteer: Gazetteer) -> None:
    """A country without outline is no pin, but its label position is told."""
    towns = frames.to_frame([incident(found(gazetteer.get("rs-raska")))])
    assert towns.geometry[0].wkt == "POINT (20.6164 43.2858)"
    lands = frames.to_frame([incident(found(gazetteer.get("RS")))])
    assert lands.geometry[0] is None
    assert frames.records(lands)[0]["lat"] == 44.0
    assert frames.records(lands)[0]["country"] == "RS"


def test_region_is_its_outline_unless_points_are_wanted(gazetteer: Gazetteer) -> None:
    """``point`` gives one point each for tools that dislike mixed layers."""
    told = incident(found(gazetteer.get("xk-north")))
    assert frames.to_frame([told]).geometry[0].geom_type == "Polygon"
    assert frames.to_frame([told], geometry="point").geometry[0].wkt == "POINT (20.75 43)"
    with pytest.raises(OptionError, match="footprint or point"):
        frames.to_frame([], geometry="pin")  # type: ignore[arg-type]


def test_unplaced_says_why() -> None:
    """No place is no position, never (0, 0), and the reason stands there."""
    told = row(incident(found(None)))
    assert [told[name] for name in ("lat", "lon", "place", "geo_precision")] == [None] * 4
    assert told["place_reasons"] == ["the only one of its name"]
    assert row(incident(None))["place_reasons"] == ["no place was named"]


def test_broken_outline_names_the_place() -> None:
    """A gazetteer's mistake is reported as one."""
    bad = Place("x-1", "X", PlaceKind.REGION, 1, 1, geometry="{}")
    with pytest.raises(TableError, match="x-1"):
        frames.to_frame([incident(found(bad))])


def test_title_is_made_of_our_own_words(gazetteer: Gazetteer) -> None:
    """Kind, gazetteer name and date; nothing of the article."""
    gate = gazetteer.get("xk-crossing-brnjak")
    assert (
        row(incident(found(gate)))["title"]
        == "Roadblock at Brnjak border crossing, 19 October 2011"
    )
    near = incident(found(gazetteer.get("rs-raska"), relation="near"), UNDATED)
    assert row(near)["title"] == "Roadblock near Raška"
    assert row(near)["geo_precision"] == 2


def test_counts_are_minimum_maximum_and_doubt() -> None:
    """What is not stated is null, and an open end as well."""
    told = dataclasses.replace(
        incident(), killed=Count(2, None, approximate=True), injured=Count(3, 5)
    )
    found_ = row(told)
    assert [found_[f"killed{end}"] for end in ("", "_max", "_approximate")] == [2, None, True]
    assert [found_[f"injured{end}"] for end in ("", "_max", "_approximate")] == [3, 5, False]
    assert [found_[f"missing{end}"] for end in ("", "_max", "_approximate")] == [None] * 3


def test_sources_begin_with_the_anchor() -> None:
    """The flat twins are those of the report that gives the incident its id."""
    early = report("r0", published=date(2011, 10, 19), quote="Early.")
    anchor = report("r1", published=date(2011, 10, 20), quote="Anchor.")
    undated = report("r2", quote="Undated.")
    told = row(dataclasses.replace(incident(), reports=(undated, early, anchor)))
    sources = told["sources"]
    assert isinstance(sources, list)
    assert [source["quote"] for source in sources] == ["Anchor.", "Early.", "Undated."]
    assert (told["quote"], told["url"]) == ("Anchor.", "https://news.test/1")
    assert told["report_ids"] == ["r1", "r0", "r2"]
    assert list(sources[0]) == [
        *("document", "title", "publisher", "url"),
        *("published", "quote", "start", "end", "trigger_start", "trigger_end"),
    ]


def test_crosswalk_comes_from_the_lexicon() -> None:
    """A kind that the lexicon does not know has no crosswalk, and is drawn all the same."""
    assert row(incident())["acled_event_type"] is not None
    strange = row(dataclasses.replace(incident(), kind="sea_serpent"))
    assert strange["acled_event_type"] is None
    assert str(strange["title"]).startswith("Sea serpent")


def test_actors_have_a_flat_twin() -> None:
    """The first actor stands in a column of its own."""
    told = dataclasses.replace(incident(), actors=(Actor("Kosovo Force", "authority"),))
    assert row(told)["actors"] == [{"name": "Kosovo Force", "role": "authority", "sector": None}]
    assert row(told)["actor_1"] == "Kosovo Force"


def broken(**changes: object) -> list[dict[str, object]]:
    """Return one record, changed."""
    fine: dict[str, object] = {"id": "a1", "type": "protest", "date_start": "2011-10-19"}
    return [{**fine, **changes}]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"id": None}, "feature 1 has no id"),
        ({"type": None}, '"a1" has no type'),
        ({"date_start": "19.10.2011"}, '"a1": date_start is "19.10.2011"; write a day as'),
        ({"date_end": "2011-10-01"}, "before date_start"),
        ({"killed": "two"}, 'killed is "two"; write a whole number'),
        ({"killed": -1}, "killed is -1"),
        ({"members": "[1"}, "members is"),
        ({"sources": '[{"start": NaN}]'}, "sources is"),
        ({"status": "imagined"}, "status is"),
        ({"lat": 95, "lon": 20}, "off the Earth"),
        ({"geometry": 1}, "give it another name"),
    ],
)
def test_refusals_name_feature_and_column(changes: dict[str, object], message: str) -> None:
    """What cannot be meant is refused with the feature, the column and a remedy."""
    with pytest.raises(IncidentsError, match=message):
        frames.from_records(broken(**changes), [None])


@pytest.mark.parametrize("name", ["id", "type", "date_start"])
def test_missing_property_is_named(name: str) -> None:
    """A file of somebody else's is told what it lacks."""
    rows = [{k: v for k, v in broken()[0].items() if k != name}]
    with pytest.raises(IncidentsError, match=f'no feature has the property "{name}"'):
        frames.from_records(rows, [None])


def test_ids_come_once() -> None:
    """Two features of one id cannot both be the incident."""
    with pytest.raises(IncidentsError, match='"a1" comes twice, first as feature 1'):
        frames.from_records(broken() * 2, [None, None])


def test_what_a_gis_does_is_put_right() -> None:
    """Numbers for ids, JSON as text, midnights and empty cells mean what they meant."""
    edited = broken(
        id=17.0, date_start="2011/10/19", date_end="2011-10-20T00:00:00", killed=2.0,
        members='["a", "b"]', names='{"en": "X"}', sources=['{"quote": "q"}'], background=1,
        my_note="kept",
    )  # fmt: skip
    told = frames.records(frames.from_records(edited, [None]))[0]
    assert (told["id"], told["date_start"], told["date_end"]) == ("17", "2011-10-19", "2011-10-20")
    assert (told["members"], told["names"], told["killed"]) == (["a", "b"], {"en": "X"}, 2)
    assert (told["sources"], told["background"]) == ([{"quote": "q"}], True)
    assert told["my_note"] == "kept"


@pytest.mark.parametrize("name", ["id", "date_end", "lat", "geometry"])
def test_validate_names_the_missing_column(name: str) -> None:
    """A frame that lost a column says which."""
    frame = frames.to_frame([incident()]).drop(columns=name)
    with pytest.raises(IncidentsError, match=name):
        frames.validate(frame)


def test_validate_wants_degrees() -> None:
    """Metres would be drawn off the coast of Africa."""
    with pytest.raises(IncidentsError, match="longitude and latitude"):
        frames.validate(frames.to_frame([]).to_crs("EPSG:32634"))


def whens() -> Sequence[tuple[When, int | None]]:
    """Return dates and ACLED's code for them."""

    def of(first: date, last: date, precision: str) -> When:
        return When(first, last, precision, "")

    start = date(2011, 10, 1)
    return [
        (of(start, start, "day"), 1),
        (of(start, date(2011, 10, 7), "week"), 2),
        (of(start, date(2011, 10, 2), "range"), 2),
        (of(start, date(2011, 10, 31), "month"), 3),
        (of(start, date(2011, 12, 1), "range"), None),
        (of(date(2011, 1, 1), date(2011, 12, 31), "year"), None),
        (UNDATED, None),
    ]


@pytest.mark.parametrize(("when", "code"), whens())
def test_time_precision_is_that_of_acled(when: When, code: int | None) -> None:
    """ACLED knows a day, a part of a month and a month; the rest is null."""
    assert row(incident(None, when))["time_precision"] == code
