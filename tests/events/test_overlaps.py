"""Of hits that overlap the longest stands, and none that is barred."""

from __future__ import annotations

from geo.events.overlaps import bars, longest
from geo.lexicon import default_lexicon
from geo.model import Span
from tests.events.test_filing import row
from tests.stopwatch import cpu_seconds


def test_the_longest_of_a_kind_is_kept_and_what_lies_inside_another() -> None:
    """What is told by "set fire" is not told again by "fire"; another kind may overlap."""
    whole, part = (row("set fire", 1), Span(0, 8)), (row("fire", 2), Span(4, 8))
    other = (row("fire cars", 3, kind="arson"), Span(4, 12))
    assert longest([part, whole, other]) == [whole, other]


def test_a_row_of_heads_bars_only_what_begins_in_it() -> None:
    """Stones thrown at riot police are a riot all the same."""
    said = Span(10, 21)
    for role, inside, over in (("heads", True, False), ("not", True, True)):
        bar = (row("riot police", role=role), said)
        assert bars(bar, Span(10, 14)) is inside
        assert bars(bar, Span(0, 14)) is over


def test_a_plan_that_follows_bars_nothing() -> None:
    """What only ends in the verb of the next statement says nothing of the deed before."""
    text = "Farmers blocked a highway near Lille and plan to do so again."
    assert [t.kind.name for t in default_lexicon().find(text)] == ["roadblock"]


def test_the_noun_that_ends_another_is_no_deed_of_its_own() -> None:
    """A knife attack in a town is one deed, however often it is told."""
    told = "A gas attack in Varn killed two. "
    assert [t.kind.name for t in default_lexicon().find(told)] == ["chemical_attack"]
    said = " ".join(["gun attack"] * 8000)
    assert cpu_seconds(lambda: default_lexicon().find(said)) < 8


def test_who_was_shot_and_killed_was_not_attacked_besides() -> None:
    """How somebody was killed is told by the verb before; by whom is no other deed."""
    text = "A guard was shot and killed by unidentified men in Varn."
    assert [t.kind.name for t in default_lexicon().find(text)] == ["shooting"]
    other = "A cook was killed by unidentified men in Quarn."
    assert [t.kind.name for t in default_lexicon().find(other)] == ["attack"]


def test_who_kills_to_steal_killed() -> None:
    """The killing between raiders and what they took is no part of the theft's words."""
    text = "Raiders killed a weaver to steal her goats."
    assert {t.kind.name for t in default_lexicon().find(text)} == {"attack", "robbery"}
