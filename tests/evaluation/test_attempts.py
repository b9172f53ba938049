"""What we answer to gold: the pipeline over its texts, or the resolver over its spans."""

from __future__ import annotations

from geo.evaluation import attempts
from geo.gazetteer import Gazetteer
from geo.model import Mention, MentionClass, Place, PlaceKind, Resolution, Span
from geo.scoring import Annotation, GoldText

TEXT = "Police in Tolmen, Ardovia, met a Belmarkish Galdor dealer."
PLACE = Place("x", "X", PlaceKind.SETTLEMENT, 9.0, 50.0, ("XA",), geonameid=7)
MENTION = Mention(Span(0, 1), "X", MentionClass.LITERAL)


def test_what_the_gold_names_is_not_looked_at(gazetteer: Gazetteer) -> None:
    """Recognition sees the text alone."""
    bare, told = GoldText("a", TEXT, ()), GoldText("a", TEXT, (Annotation(Span(44, 50)),))
    found = attempts.attempt([bare], gazetteer)
    assert found == attempts.attempt([told], gazetteer)
    assert "Tolmen" in {one.mention.name for one in found["a"]}


def test_given_spans_are_resolved_and_no_others(gazetteer: Gazetteer) -> None:
    """Each span of the gold gets one answer, found by our recogniser or not."""
    gold = GoldText("a", TEXT, (Annotation(Span(10, 16)), Annotation(Span(44, 50))))
    found = attempts.attempt([gold], gazetteer, given_spans=True)["a"]
    assert [one.mention.span for one in found] == [Span(10, 16), Span(44, 50)]
    assert found[0].place == gazetteer.get("xa-tolmen")


def test_a_guess_is_the_candidate_that_was_not_good_enough() -> None:
    """An answer that was withheld is a guess with its score, and no answer."""
    withheld = Resolution(MENTION, None, 0.4, (), (), ((PLACE, 0.4),))
    assert not attempts.answered([withheld])[0].has_point
    assert attempts.guesses([withheld]) == (Annotation(Span(0, 1), 9.0, 50.0, "7", "literal", 0.4),)


def test_an_answer_is_its_own_guess() -> None:
    """Above the threshold nothing differs."""
    given = Resolution(MENTION, PLACE, 0.9)
    assert attempts.answered([given]) == attempts.guesses([given])
