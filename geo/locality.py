"""The town that an article is at home in: whose police came, where its streets are.

Local news hardly says where it is. It names the town in front of the report, in the name of the
police that speaks, in the headline; of the place itself it names a street, a bar or a quarter that
no gazetteer of the world holds. News agencies do the opposite: the town in front is where somebody
wrote, and every deed has a place of its own. So each way of naming a town counts for itself here,
and a dateline alone is the last resort: not that of a capital, and only where no other town is
named.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from geo.almanac import words
from geo.headlines import end_of_headline
from geo.model import Article, MentionClass, PlaceKind, Resolution, Span

__all__ = ["Locality", "find"]

AUTHORITY = 2.0
"""The town whose police, fire brigade or mayor acts: "Tolmen police said"."""
IN_SPACE = 1.6
"""A town that something is in, at or near."""
HEADLINE = 1.6
"""A town that the title names."""
DATELINE = 1.0
NAMED = 0.4
"""A town named without a word that puts something there: in a list, "of Tolmen"."""
BODY = 0.25
"""A town in the name of a school, hospital or team."""
AGAIN = 0.5
"""What each further mention of one way adds, as a share of the one before."""
OPENING = 700
EARLY = 1.5
"""In the opening a town is the scene more often than later on."""
LEAST = 1.0
"""Less than that makes no town the article's."""

LOOK_BACK = 60
LOOK_AHEAD = 60

_AUTHORITIES = words(
    "police sheriff sheriffs deputies firefighters paramedics detectives officers authorities "
    "officials coroner mayor troopers marshal marshals constable constables constabulary fire "
    "dispatchers prosecutors homicide crime"
)
_AHEAD = re.compile(r"(?:[ \u00a0]|[’']s?[ \u00a0]|-)?((?:[\w.’'-]+[ \u00a0]){0,3}[\w.’'-]+)?")
_IN = re.compile(
    r"\b(?:in|at|near|outside|around|within|into|across|throughout)\s+(?:the\s+)?"
    r"(?:[a-z]+\s+){0,2}(?:of\s+)?$",
    re.IGNORECASE,
)
_BELONGS = re.compile(r"(?:\b\d+,|\b[A-Z][\w’'-]+,?|\bman|\bwoman)\s+(?:of|from)\s+$")


@dataclass(frozen=True, slots=True)
class Locality:
    """A town that an article is at home in, and how much speaks for it."""

    where: Resolution
    strength: float


def find(
    article: Article, resolutions: Iterable[Resolution], titled: Sequence[Resolution] = ()
) -> Locality | None:
    """Return the town that an article is at home in, if one stands out.

    Parameters
    ----------
    article
        The article.
    resolutions
        The places of its text.
    titled
        Those of its title, whose spans are offsets into that.
    """
    told: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    first: dict[str, Resolution] = {}
    for r in resolutions:
        if not _is_town(r) or r.place is None:
            continue
        way, worth = _way(article.text, r)
        if worth:
            early = EARLY if r.mention.span.start < OPENING else 1.0
            told[r.place.id][way].append(worth * early)
            if r.place.id not in first or r.mention.use is MentionClass.LITERAL:
                first.setdefault(r.place.id, r)
    end = end_of_headline(article.title) if titled and article.title else 0
    for r in titled:
        if not _is_town(r) or r.place is None or r.mention.span.start >= end:
            continue
        if not told[r.place.id]["headline"]:
            told[r.place.id]["headline"].append(HEADLINE)
        first.setdefault(r.place.id, _in_text(article, r))
    if not told:
        return None
    scores = {key: _strength(ways) for key, ways in told.items()}
    best = max(scores, key=lambda key: (scores[key], -first[key].mention.span.start))
    return Locality(first[best], scores[best])


def _is_town(r: Resolution) -> bool:
    return r.place is not None and r.place.kind is PlaceKind.SETTLEMENT and r.place.lon is not None


def _in_text(article: Article, titled: Resolution) -> Resolution:
    """Point at the first word of the text that a name of the title is found in, if there is one."""
    assert article.title is not None
    name = titled.mention.span.of(article.title)
    at = max(article.text.find(name), 0)
    span = Span(at, at + len(name)) if article.text.startswith(name, at) else Span(0, 0)
    mention = replace(titled.mention, span=span)
    return replace(titled, mention=mention, because=("named in the title", *titled.because))


def _strength(ways: Mapping[str, Sequence[float]]) -> float:
    return sum(
        worth * AGAIN**n
        for found in ways.values()
        for n, worth in enumerate(sorted(found, reverse=True))
    )


def _way(text: str, r: Resolution) -> tuple[str, float]:
    """Return how a mention names a town, and what that is worth."""
    use, span = r.mention.use, r.mention.span
    if use is MentionClass.DATELINE:
        capital = r.place is not None and r.place.attribute("capital") == "true"
        return "dateline", 0.0 if capital else DATELINE
    if use in {MentionClass.MODIFIER, MentionClass.EMBEDDED}:
        ahead = _AHEAD.match(text, span.end, span.end + LOOK_AHEAD)
        behind = re.findall(r"[a-z]+", ahead.group().lower()) if ahead else []
        if not _AUTHORITIES.isdisjoint(behind[:3]):
            return "authority", AUTHORITY
        return "body", BODY
    if use is MentionClass.LITERAL and r.mention.relation != "reference":
        before = text[max(0, span.start - LOOK_BACK) : span.start]
        if _IN.search(before):
            return "space", IN_SPACE
        return "named", NAMED
    return "", 0.0
