"""What a name says by itself, before anything beside it is asked: a side, a body, a state."""

from __future__ import annotations

from collections.abc import Sequence

from geo.language.pos import default_pos
from geo.language.words import words
from geo.model import PlaceKind
from geo.toponymy.localities import is_front
from geo.toponymy.sightings import POSSESSIVE, Sighting

__all__ = ["is_generic", "is_head", "is_proper", "is_state", "says_unit"]


def is_generic(word: str) -> bool:
    """Tell whether a word alone names nothing: "Airport", "North", "Route"."""
    low = POSSESSIVE.sub("", word).lower()
    known = words()
    return (
        low in known.heads or low in known.units or low in known.hints or low in known.parts
        or low in known.directions or low in known.generic or is_front(low)
        or not low.strip(".").isalpha()
    )  # fmt: skip


def is_state(sighting: Sighting) -> bool:
    """Tell whether a name can stand for a government: a country's or a capital's."""
    place = sighting.places[0]
    return place.kind is PlaceKind.COUNTRY or place.attribute("capital") == "true"


def is_head(word: str) -> bool:
    """Tell whether a capitalised word is the noun of a body's name: "Police", "University"."""
    return word[:1].isupper() and POSSESSIVE.sub("", word).lower() in words().heads


def says_unit(sighting: Sighting) -> bool:
    """Tell whether a name says itself what it is: "Walker County"."""
    *rest, last = sighting.key.split(" ")
    return bool(rest) and last in words().units


def is_proper(label: Sequence[str]) -> bool:
    """Tell whether a label is a name by its words; a bullet in front makes it no verb."""
    # "QAYYARA" is told from "ALSO" only by its small letters.
    spelt = [word.title() if word.isupper() else word for word in label]
    return default_pos().tags(["•", *spelt, ":", "The"])[1] == "PROPN"
