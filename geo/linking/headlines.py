"""What the title of an article names, and where the headline in it ends.

A title is read like a text of its own, and resolved with the text it stands above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from geo import mentions
from geo.language.almanac import words
from geo.model import Article, Mention, Report, Span

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

__all__ = ["behind", "end_of_headline", "evidence", "find", "line_of"]

LONGEST = 300
"""Characters of a title that are read; what is longer is no title."""
_APART = "\n\n.\n\n"
"""Between the text and its title, so that no phrase goes on from one to the other."""
_SEPARATOR = re.compile(r"\s+(?:[-–—|»]|::)\s*")
_MEDIA = words(
    "news tv radio channel times post herald tribune journal gazette daily press chronicle star "
    "courier observer weather sports online magazine media fox abc nbc cbs cnn bbc eyewitness"
)
_STATION = re.compile(r"\b(?:[KW][A-Z]{2,3}(?:-?(?:TV|DT|FM))?\d{0,2}\b|\w+\.(?:com|org|net|co)\b)")


def find(article: Article, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Find what the title of an article names; the spans are offsets into the title."""
    title = _read(article.title)
    return mentions.find(Article(article.id, title), gazetteer) if title else ()


def behind(article: Article, titled: Sequence[Mention]) -> tuple[Article, tuple[Mention, ...]]:
    """Return the article with its title behind its text, and the mentions where they then are."""
    if not titled:
        return article, ()
    start = len(article.text) + len(_APART)
    moved = (
        replace(m, span=Span(start + m.span.start, start + m.span.end), use=m.use) for m in titled
    )
    return replace(article, text=f"{article.text}{_APART}{article.title}"), tuple(moved)


def line_of(title: str | None) -> str:
    """Return the headline itself, of a title that may tell what happened; else nothing.

    Examples
    --------
    >>> line_of("Two hurt in Ljig | Ljig Daily News")
    'Two hurt in Ljig'
    """
    title = _read(title)
    return title[: end_of_headline(title)].rstrip()


def _read(title: str | None) -> str:
    """Return what of a title is read: all, or nothing of what is too long for one."""
    return title if title is not None and len(title) <= LONGEST else ""


def end_of_headline(title: str) -> int:
    """Return where a title goes on with who publishes it: "… - WXYZ News 7 Tolmen, Ardovia".

    Examples
    --------
    >>> title = "Two hurt in Ljig | Ljig Daily News"
    >>> title[: end_of_headline(title)]
    'Two hurt in Ljig'
    """
    for match in _SEPARATOR.finditer(title, 1):
        rest = title[match.end() :]
        told = {word.lower() for word in re.findall(r"[A-Za-z]+", rest)}
        if _STATION.search(rest) or not _MEDIA.isdisjoint(told):
            return match.start()
    return len(title)


def evidence(report: Report, report_id: str) -> Report:
    """Return what a headline tells as a report of its article, in whose text nothing of it stands.

    Its quote is the headline; its spans are empty and stand where the text begins.
    """
    nowhere = Span(0, 0)
    where, when = report.where, report.when
    if where is not None:
        where = replace(where, mention=replace(where.mention, span=nowhere))
    told = {name: getattr(report, name) for name in ("killed", "injured", "arrested", "missing")}
    return replace(
        report,
        id=report_id,
        trigger=nowhere,
        sentence=nowhere,
        where=where,
        when=replace(when, span=nowhere if when.span is not None else None),
        actors=tuple(replace(actor, span=None) for actor in report.actors),
        because=(*report.because, "told by the headline alone"),
        **{name: count and replace(count, span=None) for name, count in told.items()},
    )
