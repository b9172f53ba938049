"""Tell whether people can be the subject of a verb by its number: of "was", or of "were"."""

from __future__ import annotations

from geo.casualties.persons import Person
from geo.casualties.tokens import Words

__all__ = ["agrees"]

_TOGETHER = frozenset({"family", "couple", "pair", "duo", "trio"})
"""Words for several with either number: "the pair was killed", "the pair were killed"."""


def agrees(words: Words, group: list[Person], *, plural: bool | None) -> bool:
    """Tell whether a group can be the subject of "was" or of "were"; ``None``: of either."""
    first = group[0].count
    # "A couple was", "at least one woman was", "at least one were": of either number.
    # "A couple" is a number without a noun, of two words.
    couple = not group[0].head and group[0].form == "number" and group[0].last == group[0].first + 2
    loose = (
        couple
        or group[0].head in _TOGETHER
        or (
            first is not None
            and (not first.minimum or (first.minimum == 1 and not group[0].single))
        )
    )
    if plural is None or (loose and len(group) == 1):
        return True
    apposed = (
        group[0].single
        and len(group) == 2
        and bool(group[0].name) != bool(group[1].name)
        and words.low[group[0].last : group[1].first] in ([","], ["("])
    )
    several = (len(group) > 1 and not apposed) or not group[0].single
    return several == plural
