"""On a page of which hardly a sentence is of violence, a deed needs somebody beside it."""

from __future__ import annotations

import pytest

from geo.events import beats
from geo.lexicon import default_lexicon

PAGE = ["Mulch well.", "The pears are ripe.", "Keep the blades high.", "Sow the peas."] * 2


def _bars(sentence: str, *, beside: str = "It rained.", dated: bool = False) -> set[bool]:
    page = [*PAGE, beside, sentence]
    beat = beats.of(None, page)
    telling = beats.Telling(sentence, 0, dated=dated, at=len(page) - 1)
    return {beat.bars(trigger, telling) for trigger in default_lexicon().find(sentence)}


@pytest.mark.parametrize(
    ("sentence", "beside", "meant"),
    [
        ("He was shot outside a shop.", "Our Jo died on Saturday.", True),
        ("Two men fired at her car.", "Our Jo died on Saturday.", True),
        ("He was shot outside a shop.", "It rained.", False),
        ("Slugs massacred my hostas.", "It rained on Saturday.", False),
    ],
)
def test_a_day_before_it_tells_of_a_deed(sentence: str, beside: str, *, meant: bool) -> None:
    """Not of what slugs do."""
    assert _bars(sentence, beside=beside) == {not meant}


def test_how_many_of_some_were_killed_is_told_on_any_page() -> None:
    """Whatever is said of them between."""
    assert _bars("Four of the women who had waited since dawn were killed in Orva.") == {False}


@pytest.mark.parametrize(
    "sentence",
    [
        "Slugs massacred my hostas in Orva.",
        "The team were stabbed in the back by the umpire.",
        "The last scene was shot in Orva.",
    ],
)
def test_on_a_quiet_page_a_deed_is_a_figure(sentence: str) -> None:
    """Nobody who does harm or comes to it is told of."""
    assert _bars(sentence) <= {True}


@pytest.mark.parametrize(
    "sentence",
    [
        "A gardener was stabbed, police said.",
        "Nine people were massacred in Orva.",
        "The painter was kidnapped as he hung the last canvas.",
        "A grower was hacked to death at Orva.",
        "Her brother was shot at the mill.",
        "In the week before, militiamen captured the town.",
    ],
)
def test_those_who_do_it_or_come_to_harm_beside_it_make_it_news(sentence: str) -> None:
    """Police and a toll of people are enough, and so is what is said of nothing but blood."""
    assert _bars(sentence) == {False}


def test_so_do_a_sentence_next_to_it_and_its_day() -> None:
    """A neighbour may name them, and news has a day."""
    assert _bars("A gardener was stabbed.", beside="The police came.") == {False}
    assert _bars("A gardener was stabbed on Monday.", dated=True) == {False}
