"""Details of an article that tell one incident from the next: names, ages, house numbers.

Two shootings in one city on one day differ by who was hit and in which street; two articles on one
of them share both. A detail is a folded text ("markeyo carr", "17-year-old", "4200 talman"), an
argument for sameness and nothing else: no name of a person leaves ``Report.details``.
"""

from __future__ import annotations

import math
import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources

from geo.events.assertion import AGED
from geo.language.names import fold
from geo.language.words import words
from geo.model import Article, Report, Resolution, Span

__all__ = ["ages", "attach", "find"]

BEFORE, AFTER = 300, 900
"""Characters around a report's sentence whose details are its own: names of the victims mostly
stand in the paragraphs that follow."""
MOST = 60
"""Details that a report keeps; what tells incidents apart stands early."""
_CAPITALISED = re.compile(r"[A-ZÀ-ÖØ-ÞĀČĆĎĐĒĘĚŁŃŇŘŚŠŤŮŽŻ][\w’'-]+")
_POSSESSIVE = ("'s", "’s")
_RUNNING = re.compile(r"[a-z]{3} [a-z]+ [a-z]")
"""Words in small letters: without them a text is in capitals, which then mark no names."""
_NUMBER = re.compile(r"\d+")
_LONGEST = 5  # digits of the number of a house
_IN_FIGURE = frozenset(".,$£€")
_OLD = ("-year-old", " year old", " years old", "-years-old", " year-old")
_AGED = (" age", " aged", " ages")
_STREET = re.compile(
    r"(?:th|st|nd|rd)? (?:block of )?(?:[NSEW]\.? |North |South |East |West )?"
    r"([A-Z][a-z]+|\d{1,3}(?:th|st|nd|rd))\b"
)


def find(text: str) -> tuple[tuple[int, str], ...]:
    """Return the details of a text and where they begin, in the order of the text.

    Examples
    --------
    >>> find("Ana Kos, 17, was shot in the 4200 block of Quince Street.")
    ((0, 'ana kos'), (9, 'aged 17'), (29, '4200 quince'), (43, 'quince street'))
    """
    found = list(_numbers(text))
    if _RUNNING.search(text):
        found += _names(text)
    return tuple(sorted(found))


def ages(text: str) -> frozenset[str]:
    """Return the ages of people that a text gives, in figures.

    Examples
    --------
    >>> ages("Police arrested Ana Kos, 17, of Tolmen.")
    frozenset({'aged 17'})
    """
    return frozenset(told for _, told in _numbers(text) if told.startswith(AGED))


def _numbers(text: str) -> Iterator[tuple[int, str]]:
    """Read ages ("17-year-old", "Kos, 17,") and numbers of houses ("4200 block of Quince")."""
    for number in _NUMBER.finditer(text):
        start, end = number.span()
        if end - start > _LONGEST or text[start - 1 : start] in _IN_FIGURE:
            continue
        after = text[end : end + 10]
        if end - start <= 2 and (after.startswith(_OLD) or _in_commas(text, start, after)):
            yield start, f"{AGED}{number.group()}"
        elif (street := _STREET.match(text, end)) and street[1].lower() not in _no_names():
            yield start, f"{number.group()} {street[1].lower()}"


def _in_commas(text: str, start: int, after: str) -> bool:
    before = text[max(start - 6, 0) : start]
    return (before.endswith(", ") and after[:1] in {",", "."}) or before.rstrip().endswith(_AGED)


def _names(text: str) -> Iterator[tuple[int, str]]:
    """Pair capitalised neighbours: of "Officer George Smith" others share "George Smith"."""
    no_names = _no_names()
    first, starts, end = "", 0, -1
    for word in _CAPITALISED.finditer(text):
        told = word.group().lower()
        if told.endswith(_POSSESSIVE):
            told = told[:-2]
        if told in no_names:
            end = -1
            continue
        if word.start() == end + 1 and text[end] == " ":
            yield starts, fold(f"{first} {told}")
        first, starts, end = told, word.start(), word.end()


@cache
def _no_names() -> frozenset[str]:
    """Return the words of which a pair is no detail: function words, days, titles, bodies."""
    own = tomllib.loads(resources.files("geo.reports").joinpath("details.toml").read_text("utf-8"))
    told = words()
    bodies = told.bodies | told.heads.difference(own["standing"])
    return told.calendar | told.titles | bodies | frozenset(own["function"])


def attach(
    article: Article, reports: Sequence[Report], resolutions: Iterable[Resolution] = ()
) -> tuple[Report, ...]:
    """Give each report the details around its sentence.

    Parameters
    ----------
    article
        The article.
    reports
        What was read in it.
    resolutions
        Its places, which are compared as places and so are no details.
    """
    if not reports:
        return ()
    named = [r.mention.span for r in resolutions if r.place is not None]
    aside = sorted((s.start, s.end) for s in (*named, *(c.span for c in article.clutter)))
    found = [(at, told) for at, told in find(article.text) if not _inside(at, aside)]
    starts = [at for at, _ in found]
    title = tuple(told for _, told in find(article.title or ""))
    around = ((r, _around(r.sentence, starts, found, title)) for r in reports)
    return tuple(replace(r, details=told) if told != r.details else r for r, told in around)


def _around(
    sentence: Span,
    starts: Sequence[int],
    found: Sequence[tuple[int, str]],
    title: Sequence[str],
) -> tuple[str, ...]:
    first = bisect_left(starts, sentence.start - BEFORE)
    last = bisect_left(starts, sentence.end + AFTER)
    told = (*title, *(told for _, told in found[first:last]))
    return tuple(dict.fromkeys(told))[:MOST]


def _inside(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a position lies in one of the spans, sorted."""
    before = bisect_right(spans, (at, math.inf))
    return before > 0 and at < spans[before - 1][1]
