"""Know what sort of thing a common noun means: food, a plant, an idea, a word.

The nouns are data (``nouns.txt``, made of WordNet by ``tools/make_nouns.py``). Nouns of people,
bodies of people, buildings, vehicles, weapons and land are not among them, nor what may mean one
of these, nor names: of what is not listed nothing is known.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

__all__ = ["sort_of"]

_ENDINGS = (("ies", "y"), ("es", "e"), ("es", ""), ("s", ""))
"""Of plurals, and what stands in the singular instead."""


@cache
def _nouns() -> dict[str, str]:
    text = resources.files("geo.language").joinpath("nouns.txt").read_text("utf-8")
    rows = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return {noun: name for name, *nouns in rows for noun in nouns}


def sort_of(noun: str) -> str:
    """Return the sort of a noun in small letters, or nothing.

    Examples
    --------
    >>> sort_of("sauce"), sort_of("daisies"), sort_of("farmer"), sort_of("bridge")
    ('food', 'plant', '', '')
    """
    nouns = _nouns()
    if (name := nouns.get(noun)) is not None:
        return name
    for ending, singular in _ENDINGS:
        if noun.endswith(ending):
            name = nouns.get(noun.removesuffix(ending) + singular)
            if name is not None:
                return name
    return ""
