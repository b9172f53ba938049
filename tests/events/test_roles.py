"""Deeds are told by who does what to whom where no row of the vocabulary has their words."""

from __future__ import annotations

import pytest

from geo.events import roles
from geo.lexicon import default_lexicon
from geo.model import Span


def told(text: str, *places: str) -> list[tuple[str, str]]:
    """Return the kinds that the roles of a sentence tell, and the words that tell them."""
    at = [Span(text.index(name), text.index(name) + len(name)) for name in places]
    found = roles.find(text, Span(0, len(text)), at, default_lexicon())
    return [(one.kind.name, one.span.of(text)) for one in found]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Furious traders keelhauled the alleged pickpocket.", "mob_violence"),
        ("The alleged pickpocket was keelhauled by a mob.", "mob_violence"),
        ("A group of masked men keelhauled the editor.", "attack"),
        ("Officers hosed the demonstrators.", "protest_dispersed"),
        ("Soldiers, who had waited for hours, unhorsed the president and unseated him.", "coup"),
        ("The junta paroled nine detainees.", "prisoner_release"),
    ],
)
def test_who_does_what_to_whom_tells_the_kind(text: str, kind: str) -> None:
    """Active, passive and over a clause, by verbs that are in no row."""
    assert kind in [name for name, _ in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Furious traders thanked the alleged pickpocket.",
        "Masked men greeted the editor.",
        "Officers escorted the demonstrators.",
        "The alleged pickpocket hopes to be keelhauled.",
        "The editor was keelhauled.",
    ],
)
def test_what_harms_nobody_tells_of_nothing(text: str) -> None:
    """Nor does what is hoped for, or what befell somebody without a word on who did it."""
    assert told(text) == []


def test_a_place_is_left_and_a_person_is_not() -> None:
    """Who "exited Galdor" left a town where the text names one of that name."""
    text = "Ardovian soldiers exited Galdor in a long procession."
    assert told(text, "Galdor") == [("troop_withdrawal", "exited Galdor")]
    assert told(text) == []


def test_long_words_show_the_verb_alone() -> None:
    """A span that is shown to people is no sentence."""
    many = "very " * 20
    [(kind, words)] = told(f"Furious traders keelhauled the {many}stubborn pickpocket.")
    assert (kind, words) == ("mob_violence", "keelhauled")
