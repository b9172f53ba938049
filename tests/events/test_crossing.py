"""Words of one row that belong to two statements."""

from __future__ import annotations

import pytest

from geo.events.crossing import are_apart, is_of_two
from geo.lexicon import default_lexicon
from geo.model import Span


@pytest.mark.parametrize(
    ("said", "two"),
    [
        ("pickets closed a mine and miners stoned the office", True),
        ("a shop was looted, and the owner was beaten", True),
        ("pickets closed a mine and stoned the office", False),
        ("pickets closed a mine and later openly stoned the office", False),
        ("two girls were stabbed and a boy was badly hurt", False),
        ("fights between pickets and guards were seen", False),
        ("pickets stoned a man and his son who fled", False),
        ("guards found a gun and they seized it", False),
        ("guards found and seized an unlicensed gun", False),
        ("gunmen forced a driver and two uniformed guards into a van", False),
        ("pickets burned a car and a parked bus", False),
        ("pickets burned a car and two armed guards fled", True),
    ],
)
def test_two_statements_have_two_verbs_and_two_subjects(said: str, two: bool) -> None:  # noqa: FBT001
    """A second verb of the same subject, or of those who suffer, tells of the same deed."""
    assert is_of_two(said) is two


def test_a_row_tells_of_no_more_than_one_statement() -> None:
    """What stands on both sides of "and" is told by rows of its own."""
    text = "Rebels ambushed an army convoy in Holm and a school was set on fire in Varn."
    told = [trigger.kind.name for trigger in default_lexicon().find(text)]
    assert told == ["armed_clash", "arson"]


@pytest.mark.parametrize(
    ("said", "of_two"),
    [
        ("shot a guard in arno and a bomb killed two soldiers", True),
        ("three women were shot and a boy was killed", False),
        ("send reinforcements after rebels attacked a market", True),
        ("was shot after a row", False),
    ],
)
def test_what_somebody_else_did_is_another_statement(said: str, *, of_two: bool) -> None:
    """A bomb that killed others, and what is told behind "after" with its own subject."""
    assert is_of_two(said) is of_two


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        (
            "Bandits killed two in Holm and an air strike killed nine in Varn.",
            ["attack", "air_strike"],
        ),
        (
            "Five were stabbed in Holm, and hours later a bomb killed six in Varn.",
            ["attack", "explosion"],
        ),
        (
            "Two were killed in Holm and, hours later, a bomb hurt six in Varn.",
            ["attack", "explosion"],
        ),
        (
            "Two men were stabbed in Holm before shells hit a school in Varn.",
            ["attack", "shelling"],
        ),
        ("Two were killed in Holm and three wounded in Varn when shells fell.", ["shelling"]),
        ("A bomb went off in Holm and killed two in Varn.", ["explosion"]),
    ],
)
def test_deeds_in_two_places_have_a_kind_each(sentence: str, kinds: list[str]) -> None:
    """What harmed in one place did not in the other, unless both share a verb or a cause."""
    places = [Span(sentence.index(name), sentence.index(name) + 4) for name in ("Holm", "Varn")]
    told = [trigger.kind.name for trigger in default_lexicon().find(sentence, None, places)]
    assert told == kinds


@pytest.mark.parametrize(
    ("said", "apart"),
    [
        ("two were shot in ꙮholm and three were shot in ꙮvarn", True),
        ("two were shot in ꙮholm and one in ꙮvarn was shot", False),
        ("two were shot in ꙮholm and shot in ꙮvarn", False),
    ],
)
def test_a_clause_of_one_word_has_no_subject(said: str, *, apart: bool) -> None:
    """Whatever stands between "and" and a place, be it a word or none."""
    at = said.rindex("shot")
    assert are_apart(said, Span(9, 13), Span(at, at + 4)) is apart
