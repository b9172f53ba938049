from __future__ import annotations

import locale
from datetime import date

import pytest
from hypothesis import given, settings

from geo.model import Incident, Mention, MentionClass, Place, PlaceKind, Resolution, Span, When
from geo.tables import titles
from tests.strategies import incidents


def at(*names: str, kind: PlaceKind = PlaceKind.CROSSING, relation: str | None = None) -> str:
    """Say where one place or a set is."""
    members = tuple(Place(f"p{n}", name, kind, 1, 1) for n, name in enumerate(names))
    mention = Mention(Span(0, 1), "x", MentionClass.LITERAL, relation=relation)
    one = members[0] if len(members) == 1 else None
    return titles.located(Resolution(mention, one, 1, (), () if one else members))


def test_places_read_as_a_phrase() -> None:
    """The preposition follows the kind; a crossing is called one, and only once."""
    assert at("Merdare") == "at Merdare border crossing"
    assert at("Merdare border gate") == "at Merdare border gate"
    assert at("Merdare", "Jarinje") == "at Merdare and Jarinje border crossings"
    assert at("A", "B", "C", "D") == "at 4 border crossings"
    assert at("Vushtrri", kind=PlaceKind.SETTLEMENT) == "in Vushtrri"
    assert at("Ibar", kind=PlaceKind.WATER, relation="near") == "near Ibar"


@pytest.mark.parametrize(
    ("first", "last", "precision", "told"),
    [
        (date(2023, 1, 8), date(2023, 1, 8), "day", "8 January 2023"),
        (date(2023, 1, 2), date(2023, 1, 8), "week", "2–8 January 2023"),
        (date(2022, 12, 31), date(2023, 1, 8), "range", "31 December 2022 – 8 January 2023"),
        (date(2023, 1, 1), date(2023, 1, 31), "month", "January 2023"),
        (date(2023, 1, 1), date(2023, 12, 31), "year", "2023"),
        (None, None, "unknown", ""),
    ],
)
def test_dates_read_as_precisely_as_they_are_known(
    first: date | None, last: date | None, precision: str, told: str
) -> None:
    """Nothing is made more precise than it was said."""
    assert titles.dated(When(first, last, precision, "")) == told


def test_months_do_not_follow_the_locale() -> None:
    """The same incidents give the same bytes on every machine."""
    before = locale.setlocale(locale.LC_TIME)
    try:
        locale.setlocale(locale.LC_TIME, "C")
        told = titles.dated(When(date(2011, 5, 1), date(2011, 5, 1), "day", ""))
    finally:
        locale.setlocale(locale.LC_TIME, before)
    assert told == "1 May 2011"


@settings(max_examples=40, deadline=None)
@given(incidents())
def test_no_word_of_the_article_enters(one: Incident) -> None:
    """Quotes, headlines and mentions never change a title."""
    import dataclasses

    bare = dataclasses.replace(one, reports=())
    assert titles.title(bare) == titles.title(one)
