"""Nouns of sorts that do not go with a deed make a figure of speech of it."""

from __future__ import annotations

import pytest

from geo.events.misfits import is_misfit
from geo.language.arguments import arguments
from geo.lexicon import default_lexicon
from geo.model import Span


def _misfits(text: str) -> set[bool]:
    whole = Span(0, len(text))
    return {
        is_misfit(text, whole, trigger, arguments(text, whole, trigger.span))
        for trigger in default_lexicon().find(text)
    }


@pytest.mark.parametrize(
    "text",
    [
        "Swindlers have hijacked the page of a florist in Orva.",  # to what it is done
        "The guarantee was killed by the small print.",
        "The mustard murdered the lamb.",  # who does it
        "Bombard the lawn with nitrogen.",  # an order
        "A gang bombarded a port with junk traffic.",  # with what
        "They came out with all guns blazing.",  # an idiom
    ],
)
def test_a_deed_of_things_or_done_to_them_is_a_figure(text: str) -> None:
    """Nouns, an order, an instrument or an idiom say so."""
    assert _misfits(text) == {True}


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen hijacked the lorry of a florist in Orva.",
        "The baker was killed by the small gang.",
        "The bulk of the prisoners was killed.",
        "Bandits murdered Lamb.",
        "Troops bombarded the town with rockets.",
        "Gunmen burst into the bank with guns blazing.",
        "Cooks were held hostage by policemen in Orva.",  # and not by policies
        "Gunmen attacked a lecture in Orva.",  # who does it with weapons means it
        "Bandits ambushed a shipment of silver.",  # and what is guarded, or where people gather
        "A mob attacked a concert in Tolmen.",
        "Four soldiers died in combat on the slopes of the hill.",
    ],
)
def test_a_deed_of_people_or_unknown_nouns_is_none(text: str) -> None:
    """Names and unknown nouns decide nothing, nor what stands behind a preposition."""
    assert _misfits(text) == {False}
