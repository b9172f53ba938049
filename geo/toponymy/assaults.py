"""Know a town by what is done to it: "missiles hit X", "rebels took X", "air strikes on X".

Arms seldom strike a man by name, and a band storms none. Of 62 towns of 20,000 to 500,000 people
half were lost behind such words where no country was told. The words are in ``assaults.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from geo.language.almanac import alternatives

__all__ = ["is_struck"]

_ON = frozenset({"on", "against", "into"})
_LINKED = r"\s(?:(?:also|again|then|later|briefly|first|have|has|had|repeatedly)\s){0,2}"


@dataclass(frozen=True, slots=True)
class _Row:
    """Last words before a name, and what stands before them all where a town is meant."""

    last: frozenset[str]
    before: re.Pattern[str]


@cache
def _rows() -> tuple[_Row, ...]:
    text = resources.files("geo.toponymy").joinpath("assaults.toml").read_text("utf-8")
    told: dict[str, list[str]] = tomllib.loads(text)

    def by(who: Iterable[str], *does: Iterable[str]) -> _Row:
        verbs = frozenset(verb for some in does for verb in some)
        return _Row(verbs, _ending(who, rf"{_LINKED}{alternatives(sorted(verbs))}"))

    return (
        by(told["arms"], told["struck"]),
        by(told["bands"], told["stormed"], told["taken"]),
        by(told["armies"], told["stormed"]),
        _Row(_ON, _ending(told["deeds"], rf"\s{alternatives(sorted(_ON))}")),
        _Row(frozenset({"of"}), _ending(told["held"], r"\sof")),
    )


def _ending(nouns: Iterable[str], rest: str) -> re.Pattern[str]:
    said = alternatives(sorted(nouns)).replace(r"\ ", "[ -]")
    return re.compile(rf"\b{said}{rest}\s$", re.IGNORECASE)


def is_struck(before: str, left: str) -> bool:
    """Tell whether what stands before a name is done to towns.

    Parameters
    ----------
    before
        What stands before the name, up to the space.
    left
        The last word of it, in small letters.

    Examples
    --------
    >>> is_struck("Missiles hit ", "hit"), is_struck("Rebels captured ", "captured")
    (True, True)
    >>> is_struck("Troops captured ", "captured"), is_struck("Fans hit ", "hit")
    (False, False)
    """
    return any(left in row.last and row.before.search(before) for row in _rows())
