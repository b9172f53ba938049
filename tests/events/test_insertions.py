"""What is put between who acts and his verb parts nothing; deeds of their own stay."""

from __future__ import annotations

import pytest

from geo.events.insertions import behind_insertion, behind_relative, closed_up
from geo.lexicon import default_lexicon
from geo.model import Span


@pytest.mark.parametrize(
    ("said", "closed"),
    [
        ("troops, police said, fled.", "troops fled."),
        ("troops, according to the mayor of orva, opened fire.", "troops opened fire."),
        ("a bomb, ana kos told reporters, went off.", "a bomb went off."),
        ("a bomb went off, police said on monday, in a bar.", "a bomb went off in a bar."),
        ("troops in orva, the capital of galdor, opened fire.", "troops in orva opened fire."),
        ("troops, who hold the bridge, opened fire.", "troops opened fire."),
        ("troops — some in masks — opened fire.", "troops opened fire."),
        ("troops (some in masks) opened fire.", "troops opened fire."),
        ("drones, allegedly flown by rebels, hit a mill.", "drones hit a mill."),
        ("troops, some in masks, on monday fled.", "troops on monday fled."),
        ("troops, backed by tanks, opened fire.", "troops opened fire."),
        ("shot in ꙮrva, a port, by troops.", "shot in ꙮrva by troops."),
        ("troops entered orva, looted shops, burned cars.", ""),
        ("troops, police and rebels opened fire.", ""),
        ("troops came, and, as guards fled, opened fire.", ""),
        ("shot in orva, a port, by troops.", ""),
        ("1,200 men, 3,400 women", ""),
    ],
)
def test_an_insertion_leaves_blanks(said: str, closed: str) -> None:
    """The sentence keeps its length; a list and the next clause are no insertions."""
    told = closed_up(said, [])
    assert len(told) == len(said)
    assert " ".join(told.split()) == (closed or said)


def test_an_insertion_that_tells_of_a_deed_stays() -> None:
    """It is told of for itself."""
    said = "troops, who burned a mill, opened fire."
    assert closed_up(said, [Span(12, 18)]) == said
    assert closed_up(said, [Span(27, 31)]) != said


def test_who_stands_before_an_insertion_is_left_to_the_parse() -> None:
    """So that what is put in gives a deed no status; behind a verb nothing is cut off."""
    said = "a bomb went off              in a bar."
    assert behind_insertion(Span(0, 37), said) == Span(0, 37)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Men who came on a bus shot a guard.", "shot a guard"),
        ("Men – who came in May – shot a guard.", "shot a guard"),
        ("Men shot a guard who came on a bus.", "Men shot a guard who came on a bus"),
        ("Men shot a guard.", "Men shot a guard"),
    ],
)
def test_who_did_it_leaves_the_deed_its_own_clause(text: str, told: str) -> None:
    """What is said of those who acted gives the deed no day and no toll."""
    whole = Span(0, len(text))
    assert behind_relative(text, whole, Span(0, len(text) - 1)).of(text) == told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Soldiers, police said, opened fire on demonstrators.", "excessive_force"),
        ("Soldiers in Orva, the Galdori capital, opened fire on marchers.", "excessive_force"),
        ("Army troops, according to the mayor, retreated from Orva.", "troop_withdrawal"),
        ("A drone, officials said, hit a bus in Orva.", "air_strike"),
    ],
)
def test_rows_reach_over_insertions(text: str, kind: str) -> None:
    """Who does it makes the kind, however far his verb stands."""
    found = default_lexicon().find(text)
    assert kind in {trigger.kind.name for trigger in found}
    assert default_lexicon().may_tell(text, Span(0, len(text)))
