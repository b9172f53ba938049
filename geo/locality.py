"""The town that an article is at home in: whose police came, where its streets are.

Local news hardly says where it is. It names the town in front of the report, in the name of the
police that speaks, in the headline; of the place itself it names a street, a bar or a quarter that
no gazetteer of the world holds. News agencies do the opposite: the town in front is where somebody
wrote, and every deed has a place of its own. So each way of naming a town counts for itself here,
and a dateline alone is the last resort: not that of a capital, and only where no other town is
named.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from geo.almanac import words
from geo.containers import lies_in
from geo.geodesy import distance_m
from geo.headlines import end_of_headline
from geo.model import Article, MentionClass, Place, PlaceKind, Resolution, Span

__all__ = ["Locality", "brought_there", "find", "refine"]

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

STRAY = 3.0
FAR_M = 40_000.0
KNOWN = 100_000
AREA = {
    PlaceKind.ADMIN2: 2.0,
    PlaceKind.ADMIN1: 2.0,
}
_AREAS = frozenset(AREA)
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
# Where the wounded, the dead and the accused are brought is not where it happened.
_CARE = r"(?:hospitals?|clinics?|morgues?|trauma|courts?|courthouse|courtroom|prisons?|jails?)"
_OF_CARE = re.compile(rf"(?:[’']s)?[ \u00a0](?:[\w-]+[ \u00a0]){{0,2}}?{_CARE}\b", re.IGNORECASE)
_BROUGHT = re.compile(
    rf"\b(?:{_CARE}|burn\s+unit|medical\s+cent(?:er|re))\s+(?:in|at|near)\s+(?:[\w-]+\s+){{0,3}}$|"
    r"\b(?:taken|flown|airlifted|transferred|rushed|brought|transported|evacuated|extradited)\s+to\s+"
    r"(?:(?:st\.|[\w’'-]+)\s+){0,8}$"
)
_QUARTER = re.compile(
    r"(?:[ \u00a0](?:(?:and|[A-Z]\w+|&|apartment|housing)[ \u00a0]){0,3})?(?:[’']s[ \u00a0])?"
    r"(?:neighbou?rhoods?|area|section|quarter|district|community|subdivision|apartments?|complex|"
    r"[Ss]treets?|[Aa]venues?|[Rr]oads?|[Dd]rives?|[Bb]oulevards?|[Ll]anes?|St|Ave?|Rd|Dr|Blvd|[Pp]ark|"
    r"[Pp]arkway|[Pp]lace|[Cc]ourt|[Cc]ircle|[Pp]rojects?)\b"
)
_STREET_BEFORE = re.compile(
    r"\b(?:block|corner|intersection|area|section|neighbou?rhood)\s+of\s+(?:[\w.]+\s+){0,3}$"
)
_BELONGS = re.compile(r"(?:\b\d+,|\b[A-Z][\w’'-]+,?|\bman|\bwoman)\s+(?:of|from)\s+$")


@dataclass(frozen=True, slots=True)
class Locality:
    """A town that an article is at home in, and how much speaks for it."""

    where: Resolution
    strength: float
    share: float = 1.0


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
    return Locality(first[best], scores[best], scores[best] / sum(scores.values()))


def is_near(where: Resolution | None, home: Locality | None) -> bool:
    """Tell whether a place is the town that an article is at home in, or near it."""
    if where is None or home is None or not _is_town(home.where):
        return False
    return _away_m(where.place, home.where.place) < FAR_M


def _away_m(place: Place | None, town: Place | None) -> float:
    if place is None or place.lon is None or place.lat is None:
        return math.inf
    if town is None or town.lon is None or town.lat is None:
        return math.inf
    return distance_m(place.lon, place.lat, town.lon, town.lat)


def brought_there(text: str, at: Span) -> bool:
    """Tell whether a place only says where somebody was taken: a hospital, a court, a prison."""
    before = text[max(0, at.start - LOOK_BACK) : at.start].lower()
    return bool(_OF_CARE.match(text, at.end) or _BROUGHT.search(before))


def refine(
    text: str, where: Resolution, how: str, home: Locality
) -> tuple[Resolution | None, str]:
    """Return the town of an article for a street or quarter of it, or for what it lies in."""
    place, town = where.place, home.where.place
    if place is None or town is None or place.id == town.id:
        return where, how
    if place.kind in _AREAS and not place.derived:
        if home.strength >= AREA[place.kind] and lies_in(town, place):
            return _instead(where, home, f"'{where.mention.name}', and the article is at home there"), f"{how}; its town"
    elif home.strength >= STRAY and is_stray(text, where, home):
        return _instead(where, home, f"'{where.mention.name}' is not the namesake far away"), f"{how}; its town"
    return where, how


def is_stray(text: str, r: Resolution, home: Locality) -> bool:
    place, town = r.place, home.where.place
    if place is None or place.kind is not PlaceKind.SETTLEMENT or town is None:
        return False
    if _away_m(place, town) < FAR_M:
        return False
    span = r.mention.span
    behind = text[span.end : span.end + LOOK_AHEAD]
    if re.match(r",\s+[A-Z]|\s+\([A-Z]", behind):
        return False
    if _QUARTER.match(behind) or _STREET_BEFORE.search(text[max(0, span.start - LOOK_BACK) : span.start]):
        return True
    return (place.population or 0) < KNOWN and place.admin1 != town.admin1


def _instead(where: Resolution, home: Locality, because: str) -> Resolution:
    mention = replace(where.mention, relation="near")
    return replace(home.where, mention=mention, because=(because, *home.where.because))


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
        if brought_there(text, span):
            return "", 0.0
        if _IN.search(before):
            return "space", IN_SPACE
        return "named", NAMED
    return "", 0.0
