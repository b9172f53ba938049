"""Distances as news tells them: "15 km", "some fifteen kilometres", "100 km (60 miles)".

How far off a told distance may be follows from how it is told, as the point-radius method has it
(Wieczorek et al. 2004; GBIF, Georeferencing Best Practices): half a unit of its last figure.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from geo.language.almanac import NUMBERS, TENS, alternatives, number
from geo.language.late import late

__all__ = ["QUANTITY", "Distance", "one_of", "read", "table"]

ABOUT = 0.25
"""Share of a distance by which "about" may be off: "about 20 km" is 15 to 25."""
MORE = 1.5
"""What "more than 20 km" is at most, as a multiple: who means more says a larger number."""
FRACTIONS = {0.5: 0.25, 0.25: 0.125, 0.75: 0.125}
"""Half a unit of what is told in halves and quarters."""


@dataclass(frozen=True, slots=True)
class Distance:
    """A told distance: between ``low_m`` and ``high_m`` metres; ``said`` is it in our words."""

    low_m: float
    high_m: float
    said: str


@cache
def table() -> Mapping[str, Any]:
    """Read the vocabulary of spatial relations, ``relations.toml``."""
    text = resources.files("geo.toponymy").joinpath("relations.toml").read_text("utf-8")
    loaded: dict[str, Any] = tomllib.loads(text)
    return loaded


def one_of(rows: Iterable[str]) -> str:
    """Return a regex for one of some phrases of the vocabulary, with any white space in them."""
    return alternatives(re.escape(row).replace(r"\ ", r"\s+") for row in rows)


_UNITS = {word: name for name, unit in table()["units"].items() for word in unit["words"]}
_MODES = {word: mode for mode, listed in table()["modes"].items() for word in listed}
_DIGITS = r"\d{1,3}(?:,\d{3}){1,2}(?:\.\d{1,3})?|\d{1,5}(?:\.\d{1,3})?"
_TENS = rf"{alternatives(TENS)}(?:[\s-]{alternatives(list(NUMBERS)[1:10])})?"
_SPELT = rf"half\s+an?|an?\s+hundred|{_TENS}|{alternatives(list(NUMBERS)[1:])}|an?|hundred"
_HALF = r"\s+and\s+a\s+half"
_COUNT = rf"(?:(?:{_DIGITS}|{one_of(table()['vague'])}|{_SPELT})(?:{_HALF})?)"
QUANTITY = (
    rf"(?<![\w$€£.,-])(?:(?P<mode>{one_of(_MODES)})\s+)?(?:an?\s+(?:further\s+|(?=\d)))?"
    rf"(?P<count>{_COUNT})(?:\s?(?:-|–|to|or)\s?(?P<upper>{_COUNT}))?"
    rf"[\s-]?(?P<unit>{one_of(_UNITS)})(?P<half>{_HALF})?(?:\s+|\b)"
    r"(?:[(\[,]\s?(?P<also>[^()\[\],;\n]{1,30})[)\],]\s*)?"
)
"""A regex for a distance, without case; ``read`` understands what it matched."""
_QUANTITY = late(QUANTITY, re.IGNORECASE)


def read(match: re.Match[str]) -> Distance:
    """Understand what a regex with ``QUANTITY`` in it matched.

    Examples
    --------
    >>> read(_QUANTITY.match("about 20 miles"))
    Distance(low_m=24140.16, high_m=40233.6, said='about 20 miles')
    """
    count = match["count"] + (match["half"] or "")  # "a mile and a half"
    told = (match[part] or "" for part in ("upper", "unit", "also"))
    return _understood(match["mode"] or "", count, *told)


@lru_cache(maxsize=1024)
def _understood(mode: str, count: str, upper: str, unit: str, also: str) -> Distance:
    mode = _MODES.get(_plain(mode), "exact")
    unit = _UNITS[_plain(unit)]
    least, most = _between(count, upper)
    metres = float(table()["units"][unit]["metres"])
    told = (least + most) / 2.0
    if mode == "about":
        least, most = min(least, told * (1.0 - ABOUT)), max(most, told * (1.0 + ABOUT))
    elif mode == "most":
        least = 0.0
    elif mode == "least":
        least, most = told, told * MORE
    low, high = max(least, 0.0) * metres, most * metres
    converted = _QUANTITY.match(also)
    if converted is not None:
        # A converted figure feigns precision: whichever was told more coarsely is the true one.
        spread = max(high - low, _spread_m(converted)) / 2.0
        middle = (low + high) / 2.0
        low, high = max(middle - spread, 0.0), middle + spread
    return Distance(low, high, _said(mode, (count, upper), unit))


def _spread_m(match: re.Match[str]) -> float:
    least, most = _between(match["count"], match["upper"])
    return (most - least) * float(table()["units"][_UNITS[_plain(match["unit"])]]["metres"])


def _between(count: str, upper: str | None) -> tuple[float, float]:
    """Return the least and the most that a count, or a range of two, may mean."""
    if upper:
        ends = [_between(count, None), _between(upper, None)]
        return min(low for low, _ in ends), max(high for _, high in ends)
    if (vague := table()["vague"].get(_plain(count))) is not None:
        return vague[0], vague[1]
    told = _number(_plain(count))
    doubt = half_unit(told)
    return told - doubt, told + doubt


def _number(plain: str) -> float:
    """Read a count in figures or words: "1,200", "two and a half"."""
    whole = plain.removesuffix(" and a half")
    figures = whole.replace(",", "")
    read_ = float(figures) if figures[:1].isdecimal() else number(whole) or 1.0
    return read_ + 0.5 if whole != plain else read_


def half_unit(told: float) -> float:
    """Return half a unit of the precision that a number implies.

    An exact power of ten takes the next lower one.

    Examples
    --------
    >>> [half_unit(n) for n in (15, 10, 20, 100, 140, 1000, 10.5, 2.3)]
    [0.5, 0.5, 5.0, 5.0, 5.0, 50.0, 0.25, 0.05]
    """
    part = round(told % 1.0, 3)
    if part:
        return FRACTIONS.get(part, 0.5 * 10.0 ** -len(f"{part:g}".partition(".")[2]))
    whole = str(int(told))
    zeros = len(whole) - len(whole.rstrip("0"))
    if whole.strip("0") == "1" and zeros:
        zeros -= 1
    return 0.5 * 10.0**zeros


def _said(mode: str, counts: tuple[str, str], unit: str) -> str:
    """Say a distance in the words of the table and in figures, never in those of the article."""
    figures = " to ".join(map(_figure, filter(None, counts)))
    shown = {"about": "about ", "most": "at most ", "least": "more than "}.get(mode, "")
    unit = unit.removesuffix("s") if figures == "1" and unit in _PLURALS else unit
    return f"{shown}{figures} {unit}"


def _figure(count: str) -> str:
    plain = _plain(count)
    return plain if plain in table()["vague"] else f"{_number(plain):g}"


_PLURALS = {"miles", "nautical miles", "yards"}


def _plain(word: str) -> str:
    return " ".join(word.lower().split())
