"""Cyrillic and Greek names in Latin letters, language by language.

The tables are in ``scripts.toml``. General tools know one rule a letter: they apply Russian to
Serbian and turn Штрпце into ``shtrptse``, and Київ into ``kiiv``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

__all__ = ["Table", "is_written_in_them", "romanise", "tables"]

_LETTERS = re.compile("[\u0370-\u03ff\u1f00-\u1fff\u0400-\u04ff]")
# Accents of Greek and of stressed Cyrillic. The diaeresis stays: it parts αϊ, and makes ї of і.
_ACCENTS = re.compile("[\u0300\u0301\u0342\u0313\u0314\u0345]")
# These letters are whole without their accent: ѓ is no г.
_WHOLE = re.compile("[ѓќѐѝ]")
_VOWELS = "аеёиоуыэюяіїєў"


@dataclass(frozen=True, slots=True)
class Table:
    """How one language writes its letters in Latin ones.

    Attributes
    ----------
    name
        The language, and which of its habits.
    alphabet
        Its small letters.
    letters
        Letter → Latin writing, for ``str.translate``.
    special
        Finds the letters that are written otherwise where they stand; ``None`` without any.
    said
        What ``special`` finds → Latin writing.
    never
        Finds what the language does not write; ``None`` if that says nothing.
    """

    name: str
    alphabet: frozenset[str]
    letters: Mapping[int, str]
    special: re.Pattern[str] | None
    said: Mapping[str, str]
    never: re.Pattern[str] | None

    def fits(self, text: str, letters: frozenset[str]) -> bool:
        """Tell whether a text that uses these ``letters`` may be of this language."""
        return letters <= self.alphabet and not (self.never and self.never.search(text))

    def write(self, text: str) -> str:
        """Write small letters in Latin ones; what the table lacks stays.

        Examples
        --------
        >>> [table] = [one for one in tables() if one.name == "Ukrainian"]
        >>> table.write("запоріжжя"), table.write("київ")
        ('zaporizhzhia', 'kyiv')
        """
        if self.special is not None:
            text = self.special.sub(self._special, text)
        return text.translate(self.letters)

    def _special(self, found: re.Match[str]) -> str:
        return self.said[f"{found.lastgroup} {found.group()}"]


def is_written_in_them(text: str) -> bool:
    """Tell whether a text holds Cyrillic or Greek letters."""
    return _LETTERS.search(text) is not None


def romanise(text: str) -> Iterator[str]:
    """Yield the Latin writings of a text in small letters, the likeliest first; some come twice.

    None comes of letters that no one table holds: Kazakh ones, or Greek and Cyrillic mixed.

    Examples
    --------
    >>> sorted(set(romanise("суми")))
    ['sumi', 'sumy']
    >>> next(romanise("ѓорче петров")), next(romanise("αθήνα"))
    ('gjorče petrov', 'athina')
    """
    plain = _plain(text)
    used = frozenset(_LETTERS.findall(plain))
    for table in tables():
        if table.fits(plain, used):
            yield table.write(plain)


@cache
def tables() -> tuple[Table, ...]:
    """Read the tables, in the order in which they are tried."""
    # Imported late: English text needs no tables, and these two take 10 ms.
    import tomllib  # noqa: PLC0415
    from importlib import resources  # noqa: PLC0415

    text = resources.files("geo.language").joinpath("scripts.toml").read_text("utf-8")
    return tuple(map(_table, tomllib.loads(text)["table"]))


def _plain(text: str) -> str:
    """Take off accents that are no part of a letter."""
    whole = unicodedata.normalize("NFC", text)
    if not _ACCENTS.search(unicodedata.normalize("NFD", text)):
        return whole
    parts = (
        sign if _WHOLE.match(sign) else _ACCENTS.sub("", unicodedata.normalize("NFD", sign))
        for sign in whole
    )
    return unicodedata.normalize("NFC", "".join(parts))


def _table(row: Mapping[str, Any]) -> Table:
    letters = dict(_pairs(row["letters"]))
    said: dict[str, str] = {}
    patterns = []
    for sort, pattern in (
        ("starts", r"\b(?:{})"),
        ("ends", r"(?:{})\b"),
        ("clusters", "(?:{})"),
        ("after_vowels", f"(?<=[{_VOWELS}])(?:{{}})"),
    ):
        if found := dict(_pairs(row.get(sort, ""))):
            said |= {f"{sort} {written}": latin for written, latin in found.items()}
            patterns.append(f"(?P<{sort}>{pattern.format(_one_of(found))})")
    return Table(
        name=row["name"],
        alphabet=frozenset(letters),
        letters={ord(letter): latin for letter, latin in letters.items()},
        special=re.compile("|".join(patterns)) if patterns else None,
        said=said,
        never=re.compile(row["never"]) if "never" in row else None,
    )


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for pair in filter(None, map(str.strip, text.split(","))):
        written, latin = pair.split()
        yield written, "" if latin == "-" else latin


def _one_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))
