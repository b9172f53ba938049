"""Tell a deed by who does it: a rocket that sets a house on fire is no arsonist.

Rows of ``kinds.toml`` bar such doers where they stand near their verb, which the parse finds across
commas: "the blast hurt nine, and set six lorries on fire".
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from geo.language.arguments import Phrase, arguments
from geo.model import Span

if TYPE_CHECKING:
    from geo.lexicon import Trigger

__all__ = ["HARM", "NONE", "kind_by_doer"]

_PETROL = re.compile(r"\b(?:petrol|gasoline|molotov|incendiary|fire)\b", re.IGNORECASE)
"""What makes an arsonist's tool of a bomb."""
_LED = re.compile(
    r"-led\s+(?:[\w-]+\s+)*(?:forces|troops|coalition|invasion|alliance|operation|campaign)\b"
)
"""Those who come from abroad: "U.S.-led forces"; an invasion is no coup."""
_OF_PEACE = re.compile(r"\b(?:UN|U\.N\.|peacekeep\w+|police)\b")
"""Who leaves a place and is no army."""
HARM = "harm"
"""The name of what a word of harm tells that says nothing of how: "killed", "hurt"."""
_HARMS = {"attack": HARM, "property_damage": "property_damage"}
"""Kinds of words that say what came of a deed, and whose table says which it was."""
NONE = "none"
"""The name of no kind: what nobody did who could be blamed."""


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    text = resources.files("geo.events").joinpath("doers.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def _kinds() -> Mapping[str, Mapping[str, str]]:
    """Return, for each kind that asks who does it, what it is by the head of the doer."""
    return {
        kind: {word: other for other, said in rows.items() for word in said.split()}
        for kind, rows in _table().items()
        if kind != "told"
    }


@cache
def _told() -> Mapping[str, re.Pattern[str]]:
    """Return, for some of these kinds, what has to be told of them to ask."""
    return {kind: re.compile(row) for kind, row in _table()["told"].items()}


def kind_by_doer(text: str, sentence: Span, trigger: Trigger) -> str:
    """Return the kind of a deed by who does it, its own if that tells nothing.

    Parameters
    ----------
    text
        The whole text.
    sentence
        The sentence of the trigger.
    trigger
        What tells of a deed.

    Examples
    --------
    >>> from geo.lexicon import default_lexicon
    >>> for who in ("Rioters", "The explosion"):
    ...     text = f"{who} killed two people, and set a shop on fire."
    ...     *_, trigger = default_lexicon().find(text)
    ...     kind_by_doer(text, Span(0, len(text)), trigger)
    'arson'
    'explosion'
    """
    own = trigger.kind.name
    if trigger.generic and own not in _HARMS:
        return own
    others = _kinds().get(_HARMS[own] if trigger.generic else own)
    asked = None if trigger.generic else _told().get(own)
    if others is None or (asked and not asked.search(trigger.span.of(text).lower())):
        return own
    doers = arguments(text, sentence, trigger.span).agents
    told = {_kind(text, doer, own, others) for doer in doers}
    return told.pop() if len(told) == 1 else own


def _kind(text: str, doer: Phrase, own: str, others: Mapping[str, str]) -> str:
    """Return what a deed is that somebody did: of "one of the rockets" the rockets did it."""
    whole = doer.complement if doer.complement is not None else doer
    said = whole.span.of(text)
    if own == "coup" and _LED.search(said):
        return NONE
    if own == "withdrawal" and _OF_PEACE.search(said):
        return own
    if own in said.lower().split():
        return own  # "protests and a coup toppled"
    if own == "arson" and _PETROL.search(said.removesuffix(whole.head.of(text))):
        return own
    return others.get(whole.head.of(text).lower(), own)
