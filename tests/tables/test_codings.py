"""Incidents in the columns of ACLED and UCDP: their codes, and nothing that no text says."""

from __future__ import annotations

import csv
import io
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from shapely.geometry import Point

from geo import frames
from geo.io import tables
from geo.tables import codings
from tests import invented
from tests.strategies import FRAMES, incident_lists

CLASH = {
    "acled_event_type": "Battles",
    "acled_sub_event_type": "Armed clash",
    "plover": "ASSAULT firearms",
    "cameo": "190",
}


def actor(name: str, role: str, sector: str | None) -> dict[str, Any]:
    """Return an actor as the column holds it."""
    return {"name": name, "role": role, "sector": sector}


def frame(**known: Any) -> Any:
    """Return a frame of one clash, in Tolmen."""
    told = invented.row("a", "armed_clash", "2022-03-03", **CLASH)
    told |= invented.at(10.1, 50.5, "Tolmen", country="DE", countries=["DE"])
    return frames.from_records([told | known], [Point(10.1, 50.5)])


def only(table: pd.DataFrame) -> dict[str, Any]:
    """Return the only row of a table."""
    (cells,) = table.itertuples(index=False, name=None)
    return dict(zip(table.columns, cells, strict=True))


def acled(**known: Any) -> dict[str, Any]:
    """Return the only row of ACLED's table."""
    return only(codings.to_acled(frame(**known)))


def ucdp(**known: Any) -> dict[str, Any]:
    """Return the only row of UCDP's table."""
    return only(codings.to_ucdp(frame(**{"killed": 2} | known)))


def test_columns_are_theirs_in_their_order() -> None:
    """A script written for their files reads ours: 31 columns and 49."""
    assert list(codings.to_acled(frame()).columns) == list(codings.columns("acled"))
    assert (len(codings.columns("acled")), len(codings.columns("ucdp"))) == (31, 49)
    assert list(codings.to_ucdp(frame(killed=1)).columns) == list(codings.columns("ucdp"))


def test_what_no_text_says_is_empty() -> None:
    """No fatalities are not zero fatalities, and no actor is no default actor."""
    row = acled()
    empty = ("fatalities", "actor1", "inter1", "interaction", "tags", "timestamp", "admin2")
    assert [row[name] for name in empty] == [None] * len(empty)


def test_country_iso_and_region_follow_from_the_country() -> None:
    """ISO's number, 0 for Kosovo as GeoNames gives it, and ACLED's region."""
    row = acled()
    assert (row["country"], row["iso"], row["region"]) == ("Germany", 276, "Europe")
    assert row["event_id_cnty"] == "DEUa"
    assert acled(country="XK", countries=["XK"])["iso"] == 0


def test_a_crossing_lies_in_both_its_countries() -> None:
    """No side is chosen: both names, no number, the region that they share."""
    row = acled(country=None, countries=["XK", "RS"])
    assert (row["country"], row["iso"], row["region"]) == ("Kosovo; Serbia", None, "Europe")


@pytest.mark.parametrize(
    ("first", "last", "precision", "day"),
    [
        ("2022-03-03", "2022-03-03", 1, "2022-03-03"),
        ("2022-03-01", "2022-03-07", 2, "2022-03-04"),
        ("2022-03-01", "2022-03-31", 3, "2022-03-16"),
        ("2022-01-01", "2022-12-31", None, None),
    ],
)
def test_an_interval_is_put_on_its_middle(
    first: str, last: str, precision: int | None, day: str | None
) -> None:
    """ACLED has one day and says how precise it is; a year is too wide for that."""
    row = acled(date_start=first, date_end=last, time_precision=precision)
    assert (row["event_date"], row["time_precision"], row["year"]) == (day, precision, 2022)


@pytest.mark.parametrize(
    ("first", "second", "interaction", "violence"),
    [
        ("military", "rebels", 12, 1),
        ("rebels", "military", 12, 1),
        ("militia", "rebels", 23, 2),
        ("rebels", "civilians", 27, 3),
        ("protesters", "civilians", 67, None),
        ("rebels", None, None, None),
    ],
)
def test_interaction_and_violence_follow_from_both_sides(
    first: str, second: str | None, interaction: int | None, violence: int | None
) -> None:
    """The smaller code first; a side of unknown sort leaves both open."""
    actors = [actor("A", "perpetrator", first), actor("B", "target", second)]
    assert acled(actors=actors)["interaction"] == interaction
    assert ucdp(actors=actors)["type_of_violence"] == violence


@pytest.mark.parametrize(
    ("event", "kind", "inter"),
    [("Protests", "protest", 6), ("Riots", "riot", 5), ("Battles", "armed_clash", 7)],
)
def test_teachers_who_demonstrate_are_protesters_and_who_riot_are_rioters(
    event: str, kind: str, inter: int
) -> None:
    """ACLED codes what actors do there: whoever demonstrates is no civilian."""
    acting = [actor("teachers", "perpetrator", "education")]
    assert acled(type=kind, acled_event_type=event, actors=acting)["inter1"] == inter


def test_civilians_are_targeted_where_the_code_or_the_target_says_so() -> None:
    """ACLED's column holds one phrase or nothing."""
    at_them = [actor("A", "perpetrator", "rebels"), actor("villagers", "target", "civilians")]
    assert acled()["civilian_targeting"] is None
    assert acled(actors=at_them)["civilian_targeting"] == "Civilian targeting"
    violence = acled(acled_event_type="Violence against civilians", acled_sub_event_type="Attack")
    assert violence["civilian_targeting"] == "Civilian targeting"


def test_force_against_protesters_is_of_two_sorts_of_disorder() -> None:
    """The only sub-event type with two."""
    sub = "Excessive force against protesters"
    row = acled(acled_event_type="Protests", acled_sub_event_type=sub)
    assert row["disorder_type"] == "Political violence; Demonstrations"
    assert acled()["disorder_type"] == "Political violence"


@pytest.mark.parametrize(
    ("known", "code"),
    [
        ({}, 1),
        ({"geo_precision": 2}, 2),
        ({"place_kind": "admin2", "geo_precision": 2}, 3),
        ({"place_kind": "admin1", "geo_precision": 3}, 4),
        ({"place_kind": "region", "geo_precision": 3}, 5),
        ({"place_kind": "country", "geo_precision": 3}, 6),
    ],
)
def test_where_prec_follows_from_the_kind_of_place(known: dict[str, Any], code: int) -> None:
    """UCDP: 1 there, 2 near it, 3 and 4 units, 5 an area, 6 a country."""
    assert ucdp(**known)["where_prec"] == code


@pytest.mark.parametrize(
    ("last", "code"),
    [("03", 1), ("08", 2), ("09", 3), ("31", 4)],
)
def test_date_prec_follows_from_the_days_it_may_be(last: str, code: int) -> None:
    """UCDP: 1 a day, 2 up to six, 3 a week, 4 up to a month."""
    assert ucdp(date_end=f"2022-03-{last}")["date_prec"] == code


def test_cells_are_counted_from_the_south_west() -> None:
    """PRIO-GRID: cell 1 at (-180, -90), 720 to a row of half a degree."""
    row = ucdp()
    assert row["priogrid_gid"] == 281 * 720 + 380 + 1
    assert row["geom_wkt"] == "POINT (10.100000 50.500000)"


def test_only_deadly_dated_force_is_an_event_for_ucdp() -> None:
    """A protest with a dead man is none, nor is a clash without dead or without a day."""
    for known in ({"killed": None}, {"killed": 0}, {"plover": "PROTEST demo"}, {"verbal": True}):
        assert codings.to_ucdp(frame(**{"killed": 2} | known)).empty
    assert codings.to_ucdp(frame(killed=2, date_start=None, date_end=None)).empty


def test_deaths_keep_their_range() -> None:
    """The lowest is the best, as both of them count carefully; the highest stays beside it."""
    row = ucdp(killed=2, killed_max=5)
    assert (row["low"], row["best"], row["high"]) == (2, 2, 5)


def test_what_a_coding_has_no_row_for_is_counted() -> None:
    """Nothing is lost in silence: the writer says how many it left out."""
    stream = io.StringIO()
    both = frames.from_records(
        [invented.row("a", "demand", None), {**invented.row("b", "armed_clash", None), **CLASH}],
        [None, None],
    )
    assert tables.write_coded(both, stream, "acled") == 1


@settings(max_examples=FRAMES)
@given(incident_lists)
def test_every_frame_can_be_written_in_both(rows: Any) -> None:
    """Whatever was read: as many cells in each row as there are columns."""
    told = frames.to_frame(rows)
    for coding in ("acled", "ucdp"):
        table = list(csv.reader(io.StringIO(tables.dumps_coded(told, coding).text)))
        assert {len(row) for row in table} == {len(codings.columns(coding))}
