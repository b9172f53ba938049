"""A name in running text is no deed, whatever verb it looks like."""

from __future__ import annotations

import re

import pytest

from geo.events.filing import Row
from geo.events.surnames import is_surname
from geo.lexicon import default_lexicon
from geo.model import Span
from tests.stopwatch import cpu_seconds


def kinds(sentence: str) -> list[str]:
    """Return the kinds that a sentence tells of."""
    return [trigger.kind.name for trigger in default_lexicon().find(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The board asked Mike Lynch about the sale of the mill.",
        "Rob Olsen was the best man at the wedding.",
        "Lynch told the paper that he would paint again.",
        "The singer Anna Spears bought him a boat.",
        "The note was from Captain of the Homicide Unit Bo Lind.",
        "The driver saw a gas station on Harbour Drive near the old square.",
        "Three people were at the Star and Garter Bar along the old road.",
        "A family left the store on Mill Drive around seven in the evening.",
    ],
)
def test_a_capital_in_running_text_is_a_name(sentence: str) -> None:
    """A verb has none there, and a noun only in the name of a body."""
    assert kinds(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Gunmen Rob Bank in Orvel, Flee With Cash", "robbery"),
        ("Gunmen Kidnap Two Nurses Near Tolmen", "abduction"),
        ("Hundreds joined the Protest Friday against the new dam.", "protest"),
        ("A murder was reported in the old town.", "attack"),
        ("Murder was what brought the police to the old mill, a neighbour said.", "attack"),
        ("The Strike Force shot dead two men at the mill.", "shooting"),
    ],
)
def test_a_headline_and_a_beginning_prove_nothing(sentence: str, kind: str) -> None:
    """Every word has a capital there, or the first one."""
    assert kind in kinds(sentence)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        (
            "The inquiry heard of the arson of a shop by youths and the beating of a clerk.",
            "attack",
        ),
        ("Villagers beat a thief to death in the old square.", "mob_violence"),
        ("The army began the shelling of Tolmen at dawn.", "shelling"),
    ],
)
def test_an_article_makes_a_noun_of_a_verb(sentence: str, kind: str) -> None:
    """Nobody who stands before it is told to have done it, unless they began it."""
    found = kinds(sentence)
    assert kind in found
    assert ("mob_violence" in found) == (kind == "mob_violence")


def test_many_names_in_a_sentence_cost_no_more_each() -> None:
    """Its words are counted once, and nobody reads it from its beginning for each name."""
    row = Row(1, "robbery", "trigger", "v:rob", frozenset({"rob"}), (), verb=True)
    text = "the men met their friend Rob in town " * 2000
    names = [Span(*match.span()) for match in re.finditer("Rob", text)]

    def ask() -> None:
        assert all(is_surname((row, at), text) for at in names)

    assert cpu_seconds(ask) < 0.3
