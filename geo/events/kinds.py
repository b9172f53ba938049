"""What a kind of incident is, and the words of a text that tell of one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from geo.model import Span

__all__ = ["Kind", "Trigger", "kind_of"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of incident and what other taxonomies call it.

    ``family`` groups kinds for the eye; ``verbal`` kinds are talk (demands, threats) and stay off
    the map by default; ``definite`` ones leave something behind that later sentences point at;
    what stands behind one that ``scopes`` is only spoken of ("called for the roads to be cleared").
    One that ``presupposes`` another tells of it when it has not come about; one that is
    ``part_of`` others is none beside them in a sentence.
    """

    name: str
    label: str
    family: str
    verbal: bool
    definite: bool
    scopes: bool
    presupposes: str | None
    part_of: frozenset[str]
    acled_event_type: str | None
    acled_sub_event_type: str | None
    plover: str | None
    cameo: str | None


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words of a text that tell of a kind.

    A ``generic`` one ("killed") says what came of a deed and not which it was; a ``noun`` ("the
    attack") names it without saying that it happened; of a ``whole`` one ("were not let in", "was
    told to go") negation and infinitive are the deed. ``verb`` is where the verb begins that stands
    behind who acts: "farmers voted to block a road".
    """

    kind: Kind
    span: Span
    generic: bool
    noun: bool = False
    whole: bool = False
    verb: int | None = None


def kind_of(name: str, entry: Mapping[str, Any]) -> Kind:
    """Return a kind as its table in ``kinds.toml`` describes it."""
    event, sub_event = entry["acled"]
    return Kind(
        name=name,
        label=entry["label"],
        family=entry["family"],
        verbal=entry.get("verbal", False),
        definite=entry.get("definite", False),
        scopes=entry.get("scopes", False),
        presupposes=entry.get("presupposes"),
        part_of=frozenset(entry.get("part_of", ())),
        acled_event_type=event or None,
        acled_sub_event_type=sub_event or None,
        plover=entry.get("plover"),
        cameo=entry.get("cameo"),
    )
