"""Tell whether an article is an exercise, a trial, an opinion, statistics or the like.

Such texts (a hoax, a denial, a remembrance, a review, an old bomb dug up, a hunt for animals too)
tell of violence in the words of news, and each of their sentences by itself is news.
What they are the title says, or words that stand anywhere: the fake blood of a drill, "none of it
happened". The vocabulary is data (``genres.toml``).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from geo.events.searches import Search, search_for
from geo.language.text import small_words

if TYPE_CHECKING:
    from geo.lexicon import Kind
    from geo.model import Article

__all__ = ["UNREST", "Genre", "find"]

LONGEST_LINE = 120
"""Characters of a first line that may say what a text is: "OPINION | Ana Kos"."""
PLAYED = frozenset({"violence", "detention", "property", "control", "forces"})
"""Families of what is played in an exercise, and made up in a hoax."""
UNREST = frozenset({"riot", "clash", "excessive_force", "protest_dispersed"})
"""Kinds of protest that are as violent."""


@dataclass(frozen=True, slots=True)
class Genre:
    """What an article is, and the words that say so.

    ``always`` tells that not even a deed with a day of its own is news in it.
    """

    told: str
    words: str
    always: bool

    @property
    def because(self) -> str:
        """The reason, in words for people."""
        return f"{self.told}: '{self.words}'"

    def covers(self, kind: Kind) -> bool:
        """Tell whether deeds of a kind are none of the news in it."""
        return kind.family in PLAYED or kind.name in UNREST


@dataclass(frozen=True, slots=True)
class _Row:
    told: str
    always: bool
    title: Search | None
    text: Search | None
    beside: Search | None


_TITLED = re.compile(r"[‘“'\"](?P<work>[A-Z][^’”'\"\n]{2,40})[’”'\"]")
"""A name in quotes in a title, as works of art are named."""
_OF_ART = re.compile(
    r"\b(?:films?|movies?|features?|documentary|novels?|play|plays|musical|opera|stage|staged|director|directed\s+by|premiere\w*|"
    r"screen(?:ed|ing|s)|festival|theatre|theater|audiences?|actors?|actress|cast|novelist|playwright|album|exhibition|sequel|"
    r"scenes?|box\s+office)\b"
)
OF_ART = 4
"""Words of stage and screen, beside the name of a work in the title and in the text."""


def _work(article: Article) -> str | None:
    """Return the work that an article is about: its name stands in quotes in title and text."""
    named = _TITLED.search(article.title or "")
    if named is None or len(_OF_ART.findall(article.text.lower())) < OF_ART:
        return None
    again = any(
        m["work"].strip(" ,.") == named["work"].strip(" ,.") for m in _TITLED.finditer(article.text)
    )
    return named["work"] if again else None


@cache
def _rows() -> tuple[_Row, ...]:
    table = tomllib.loads(resources.files("geo.events").joinpath("genres.toml").read_text("utf-8"))
    return tuple(
        _Row(
            row["told"],
            row["always"],
            _any_of(row.get("title", ())),
            _any_of(row.get("text", ())),
            _any_of(row.get("beside", ())),
        )
        for row in table.values()
    )


def _any_of(rows: Sequence[str]) -> Search | None:
    return search_for(rows) if rows else None


def _found(wanted: Search | None, said: str) -> re.Match[str] | None:
    return wanted(said, small_words(said)) if wanted is not None else None


def find(article: Article) -> Genre | None:
    """Return what an article is, if it is none that tells news of deeds.

    Examples
    --------
    >>> from geo.model import Article
    >>> told = "Two gunmen burst in. The full-scale exercise used blanks and fake blood."
    >>> find(Article("a", told)).because
    "an exercise: 'full-scale exercise'"
    """
    text = article.text.lower()
    line = text.lstrip().partition("\n")[0]
    heads = [(article.title or "").lower(), line if len(line) <= LONGEST_LINE else ""]
    if (work := _work(article)) is not None:
        return Genre("a review", work, always=False)
    for row in _rows():
        for head in heads:
            if (found := _found(row.title, head)) is not None:
                return Genre(row.told, found.group().strip(), row.always)
        found = _found(row.text, text)
        if found is not None and (row.beside is None or _found(row.beside, text) is not None):
            return Genre(row.told, found.group().strip(), row.always)
    return None
