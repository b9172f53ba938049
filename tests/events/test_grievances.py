"""What a protest is about says nothing of the protest: its years, sums, habits and plans."""

from __future__ import annotations

from datetime import date

import pytest

import geo
from geo.events.grievances import grievance, is_resented, is_staged, led_to, without_grievance
from geo.model import Report, Span, Status

PUBLISHED = date(2026, 11, 25)


def told(text: str) -> list[Report]:
    """Return the current incidents of a text."""
    reports = geo.Reader(geo.open_gazetteer()).read(geo.Article("a", text, published=PUBLISHED))
    return [r for r in reports.reports if not r.background and not r.verbal]


@pytest.mark.parametrize(
    "text",
    [
        "Porters staged a sit-in at the depot in Graz demanding wages due for the last six months.",
        "Nurses held a protest in Graz demanding that the state raise their pay from January 2014.",
        "Growers staged a protest in Graz opposing the Seeds and Fees Act, 2006.",
        "Clerks staged a rally in Graz asking the council to act against touts.",
        "Demanding an inquiry into a fraud of 2013, hundreds of clerks rallied in Graz.",
        "Monks staged a vigil in Graz in remembrance of the dead of 1968.",
        "Parents protested in Graz against the use of human rights violations as a pretext.",
    ],
)
def test_a_grievance_makes_no_history_of_a_protest(text: str) -> None:
    """Older years, sums and orders behind what people demand are those of the grievance."""
    assert [(r.kind, r.status) for r in told(text)] == [("protest", Status.OCCURRED)]


@pytest.mark.parametrize(
    "text",
    [
        "In 1999 porters staged a sit-in in Graz demanding wages.",
        "Porters plan to stage a sit-in in Graz demanding wages.",
        "For years porters have staged a sit-in in Graz every June demanding wages.",
    ],
)
def test_a_protest_of_the_past_or_to_come_stays_one(text: str) -> None:
    """What stands before the grievance still says when, how often and whether."""
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Members of the Front, a group demanding lower fees, staged a rally in Graz.",
        "Weavers demanding a raise staged a sit-in in Graz.",
        "As part of a call to protest, the union staged a sit-in in Graz.",
        "The union demanded a raise in a protest held in Graz.",
    ],
)
def test_who_demands_something_may_do_something(text: str) -> None:
    """A demand before the main verb of a sentence is not about what its subject did."""
    assert [(r.kind, r.status) for r in told(text)] == [("protest", Status.OCCURRED)]


def test_a_demand_that_governs_a_deed_keeps_it() -> None:
    """What a party demands is none of its deeds."""
    assert told("The union demanded that the army leave Graz.") == []


def test_the_grievance_ends_where_somebody_else_acts() -> None:
    """Police who came are told of, and are no part of what people want."""
    text = "Bakers staged a march against a tax and the police fired tear gas."
    about = grievance(text, Span(0, len(text)), Span(7, 21))
    assert about is not None
    assert about.of(text) == "against a tax"


def test_without_a_grievance_the_sentence_is_whole() -> None:
    """A sentence that tells no reason is kept to its end."""
    text = "Bakers staged a march on Sunday."
    assert without_grievance(text, Span(0, len(text)), Span(7, 21)) == Span(0, len(text))


@pytest.mark.parametrize(
    ("said", "expected"),
    [("organised a rally", True), ("to stage a rally", False), ("rally", False)],
)
def test_who_staged_it_opens_with_a_past_verb(said: str, *, expected: bool) -> None:
    """Only a past verb in front says that a protest was held."""
    assert is_staged(said) is expected


@pytest.mark.parametrize(
    "text",
    [
        "Porters marched in Graz on Monday against unlawful arrests.",
        "Monks rallied in Graz on Monday, denouncing continued killing of herders.",
        "Clerks held a vigil in Graz on Monday to protest police beatings.",
    ],
)
def test_a_sort_of_deed_that_is_resented_is_none(text: str) -> None:
    """The day is that of the protest."""
    assert [r.kind for r in told(text)] == ["protest"]


def test_a_deed_that_is_resented_may_be_one() -> None:
    """An article or a number tells of one."""
    assert len(told("Porters protested in Graz on Monday over the killing of a baker.")) == 2
    assert not is_resented("police answered bomb ", "attacks")


@pytest.mark.parametrize(
    ("between", "trigger", "expected"),
    [
        (" in Graz after the ", "marched", True),
        (" in Graz over the ", "rallied", True),
        (" the ", "marched to protest", True),
        (" in Graz, and police ", "marched", False),
        (" in Graz on Monday police ", "protest", False),
    ],
)
def test_what_led_to_a_protest_stands_behind_it(
    between: str, trigger: str, *, expected: bool
) -> None:
    """Who was held in the course of it did not lead to it."""
    assert led_to(between, trigger) is expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A march for the hostages was held in Tolmen on Sunday.", {"protest"}),
        ("A rally for the release of two nuns took place in Tolmen on Sunday.", {"protest"}),
        ("Weavers marched on Sunday against the kidnapping of two girls.", {"protest"}),
    ],
)
def test_what_a_protest_is_about_has_not_its_day(text: str, kinds: set[str]) -> None:
    """Nor has it come about by the verb that tells that the protest was held."""
    assert {r.kind for r in told(text) if r.when.first == date(2026, 11, 22)} == kinds
