"""Give a place that no list has the position of what the text names around it.

"La Tienda canton, Tolmen jurisdiction, Galdor Department": the gazetteer knows no such canton, but
it lies in the department that stands behind it. It is a place under its own name, at the point of
what holds it, as uncertain as that is wide.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import accumulate, pairwise

from geo.geometry.geodesy import are_within
from geo.language.almanac import alternatives, words
from geo.language.late import late
from geo.language.names import fold
from geo.language.text import small_words
from geo.language.words import sort_of
from geo.model import MentionClass, Place, PlaceKind, Resolution, Span
from geo.toponymy.localities import CITY, fronts, is_front, is_no_name, nouns
from geo.toponymy.radius import extent_m

__all__ = [
    "ABSENT",
    "IN",
    "MEASURED",
    "QUARTERS",
    "again",
    "called_places",
    "described",
    "held",
    "place",
    "somewhere_in",
]

QUARTERS = words("neighborhood neighbourhood quarter suburb barrio colonia urbanizacion")
"""Words for a part of a town that has a name of its own."""
IN = "in:"
"""How the ids of such places begin."""
ABSENT = "is not in the gazetteer"
"""How every answer for a name that no list has says so, behind the name."""
SHARE_OF_SCORE = 0.8
"""It is as sure as what holds it, and less than a name that is known."""
LONGEST_GAP = 70
"""Characters between a name and what holds it."""
APART_M = 300_000.0
"""So far from what holds it a known namesake is another place."""
FAR_M, FAR_TIMES = 100_000.0, 3.0
"""So far from a district or town, or so many of its radii, is none of its villages."""
STATE_M, COUNTY_M = 100_000.0, 30_000.0
"""Radii of units whose extent is not known."""

_SORTS = words(
    "town village hamlet community settlement township neighborhood neighbourhood suburb"
)
_SIDE = r"(?:(?:north|south|east|west|central|downtown)[a-z]*\s)?"
MEASURED = re.compile(
    r"(?:,?\s+(?:(?:(?:which|that)\s+)?(?:is|lies|sits)\s+)?(?:(?:located|situated)\s+)?|"
    r"\s\((?:(?:[a-z]+-){1,3}[a-z]+,\s)?)(?:an?\s+(?:[a-z-]+\s+){1,3}?)?"
    r"(?:(?:about|some|around|roughly|nearly|just)\s+)?"
)
"""Between a name and how far it is from another: "X, about", "X (rebel-held, "."""
_HEAD = (
    r"(?:(?:city|town|village|municipality|district|province|department|state)\sof\s(?:the\s)?|"
    r"capital(?:\scity)?(?:\sof)?,?\s)?"
)
_APPOSED = rf"(?:,\san?\s(?:[a-z-]+\s){{0,2}}(?:{alternatives(_SORTS)}))"
_CALLED_SO = words(
    "city locality centre center hub port island district crossroads outpost stronghold enclave "
    "hilltop junction camp oasis commune"
)
_CALLED = late(
    rf"(?<![\w-])([A-Z][\w’'-]+(?:[ ][A-Z][\w’'-]+)?),\s(?:an?|the)\s(?:[\w-]+\s){{0,3}}?"
    rf"(?:{alternatives(_SORTS | _CALLED_SO)})\b"
)
"""A name and what it is said to be: "Gaskov, a trading centre"."""
_SORT_WORDS = frozenset(re.findall(r"[a-z]+", " ".join(_SORTS | _CALLED_SO)))
_INSIDE = re.compile(
    rf"{_APPOSED}?,?\s(?:in|of|under|on\sthe\soutskirts\sof)\s(?:the\s)?{_SIDE}(?:part\sof\s)?(?:the\s)?{_HEAD}"
)
_OUTSIDE = re.compile(
    r"(?:\sand\s(?:[a-z]+\s){1,3}(?:villages|hamlets|settlements|areas))?"
    r",?\s(?:in|outside|on\sthe\soutskirts\sof|(?:just\s)?(?:north|south|east|west)(?:-?(?:east|west))?\sof|"
    r"(?:not\sfar|[a-z’'-]+(?:\s[a-z’'-]+){0,2}\s(?:drive|walk|ride|journey|away))\sfrom|close\sto|next\sto|adjacent\sto|"
    r"adjoining|bordering|(?:just\s)?across\sthe\s(?:[A-Za-z’'-]+\s){1,2}from)"
    rf"\s(?:the\s)?{_HEAD}"
)
"""A quarter or a suburb of a town: "Motherwell, outside Gqeberha" is not in Scotland."""
_OFF = re.compile(r"\b(?:outskirts|outside|from|close|next|adjacent|adjoining|suburb)\b")
_ALIAS = re.compile(r"\s\([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\)(?=\s)")
"""Another spelling of a name, in brackets behind it."""
_SORTED = re.compile(
    rf"{_APPOSED}|\s(?:{alternatives(_SORTS)}|area|sector|locality|quarter|colony|bazaar|bazar)\b"
)
"""Behind a name that is said to be that of a part or a village: "the Orva area of Galdor"."""
_BRACKET = re.compile(rf"\s\((?:in\s|near\s)?(?:the\s)?(?:[^(),]{{2,40}},\s){{0,2}}{_SIDE}")
"""In front of what holds it, in brackets: "Tolmen village (Galdor township, Istria district)"."""
_BEHIND_TOWN = re.compile(r"(?:,\s(?:(?:in|at|near)\s)?(?:the\s)?|[’']s\s)")
_LISTED = re.compile(r"\s\w+(?:,\s|\s)(?:and|or)\b")
"""Behind one of several: "in X, the Y neighborhood and Z"."""
_ENDS_LIST = late(r"(?:, [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*){0,5},? (?:and|or) [A-Z]")
"""Behind one name of several that are only listed: ", Galdor and Orva"."""
_CHAINED = 3
"""Names of a place, of its town and of the country."""
SHORTEST = 4
"""Letters of a name that is looked for again."""
PUT_WITHIN = 24
"""Characters before it in which its preposition stands: "outside" and a space are 8."""
_FROM_ONE = {"offset", "distance"}
_ELSEWHERE = "not in the gazetteer; where the text says elsewhere that it lies"
_PUT = re.compile(
    r"\b(?:(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]round|to|into|from)\s(?:(?:[a-z]+-){1,3}(?:held|controlled|occupied)\s)?|"
    r"(?:north|south|east|west)\sof\s)$"
)
_BEGINS, _ENDS = re.compile(r"(?<![\w-])"), re.compile(r"(?![\w-]|\s[A-Z])")
"""What lies around a name that is no part of a longer one."""
_AREAS = {PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.REGION}
_NARROW = {PlaceKind.ADMIN2, PlaceKind.SETTLEMENT}
_HOLDERS = {*_AREAS, PlaceKind.SETTLEMENT}


@cache
def _comma() -> re.Pattern[str]:
    """Return what stands between a name and what holds it, or a part that does: ", barrio"."""
    return re.compile(rf",\s(?:in\s)?(?:the\s)?(?:{fronts()}\s)?{_SIDE}")


def place(text: str, resolutions: Sequence[Resolution]) -> tuple[Resolution, ...]:
    """Return resolutions with those placed that lie in what stands behind them.

    Parameters
    ----------
    text
        The text that the mentions stand in.
    resolutions
        Its names, resolved, in the order of the text.
    """
    found = list(resolutions)
    for at in range(len(found) - 2, -1, -1):  # from the end: a canton in a hamlet in a county
        one, other = found[at], found[at + 1]
        inside = _is_open(text, one, other) and _holds(text, one, other)
        if inside or _is_chain(text, found[at : at + _CHAINED]):
            found[at] = _placed(one, _as_city(text, one, other))
    for at in range(1, len(found)):
        if _is_behind_its_town(text, found[at - 1], found[at]):
            found[at] = _placed(found[at], found[at - 1])
    return tuple(found)


def again(text: str, resolutions: Sequence[Resolution]) -> tuple[Resolution, ...]:
    """Return resolutions with further mentions of the names that no list has.

    "The dead of Orvamba … They entered Orvamba from the north": nothing but the first tells that it
    is a place. Only names that were put in space once are looked for.
    """
    first: dict[str, Resolution] = {}  # each name once: a text may have it a thousand times
    for r in resolutions:
        span, name = r.mention.span, r.mention.name
        open_name = r.place is None and r.mention.use is MentionClass.LITERAL
        if not open_name or r.mention.found_by != "name" or len(name) < SHORTEST:
            continue
        if _PUT.search(text, max(0, span.start - PUT_WITHIN), span.start):
            first[name] = r
    spans = sorted(r.mention.span for r in resolutions) if first else []
    starts, covered = [span.start for span in spans], [*accumulate((s.end for s in spans), max)]
    more = {
        at.start: replace(r, mention=replace(r.mention, span=at, relation=None))
        for name, r in first.items()
        for at in _further(text, name)
        if (k := bisect_left(starts, at.end)) == 0 or covered[k - 1] <= at.start
    }
    both = [*resolutions, *more.values()]
    return tuple(sorted(both, key=lambda r: (r.mention.span.start, r.mention.span.end)))


def described(text: str, resolutions: Sequence[Resolution]) -> tuple[Resolution, ...]:
    """Return resolutions with names that no list has where the text measures them elsewhere.

    "A post near Orvamba was hit. … 2 km north of Orvamba (26 km south of Tolmen)": the first is
    there as well. The mention that the phrase explains stays as it is.
    """
    if not any(r.place is not None and r.place.derived for r in resolutions):
        return tuple(resolutions)
    explained: dict[str, tuple[Resolution, Resolution]] = {}
    for one, other in pairwise(resolutions):
        end, start = one.mention.span.end, other.mention.span.start
        measured = other.place is not None and other.place.attribute("relation") in _FROM_ONE
        if measured and _is_nowhere(one) and MEASURED.fullmatch(text, end, start):
            explained.setdefault(one.mention.name, (one, other))
    return tuple(
        _as_measured(r, told[1])
        if _is_nowhere(r) and (told := explained.get(r.mention.name)) and told[0] is not r
        else r
        for r in resolutions
    )


def _as_measured(one: Resolution, other: Resolution) -> Resolution:
    """Return a name as a village at the point that a phrase tells."""
    where = other.place
    assert where is not None
    name = one.mention.name
    place = replace(
        where,
        id=f"{IN}{where.id}:{fold(name).replace(' ', '-')}",
        name=name,
        kind=PlaceKind.SETTLEMENT,
        names=(),
        attributes=(),
    )
    return replace(one, place=place, score=other.score, because=(_ELSEWHERE, *other.because))


def _is_nowhere(r: Resolution) -> bool:
    """Tell whether a name that is put in space has no place, and no bearer in the gazetteer."""
    literal = r.mention.use is MentionClass.LITERAL and r.mention.found_by == "name"
    return r.place is None and literal and not r.alternatives


def called_places(text: str, sentence: Span) -> Iterator[Span]:
    """Yield the names of a sentence that it calls a village or a town, in no list or in one.

    Examples
    --------
    >>> text = "Rebels seized Gaskov, a trading centre on the lake, and shot Orva, a clerk."
    >>> [span.of(text) for span in called_places(text, Span(0, len(text)))]
    ['Gaskov']
    """
    if _SORT_WORDS.isdisjoint(small_words(sentence.of(text))):
        return
    for found in _CALLED.finditer(text, sentence.start, sentence.end):
        yield Span(*found.span(1))


def _further(text: str, name: str) -> Iterator[Span]:
    """Yield where a name stands that is no part of a longer one."""
    # Found plainly: to compile an expression for each name took longer than all searches for it.
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        whole = _BEGINS.match(text, at) is not None and _ENDS.match(text, end) is not None
        if whole:
            yield Span(at, end)
        at = text.find(name, end if whole else at + 1)


def held(text: str, one: Resolution, resolutions: Sequence[Resolution]) -> Resolution | None:
    """Return a name that nobody knows in what stands right behind it, if that holds it."""
    end = one.mention.span.end
    other = next((r for r in resolutions if r.mention.span.start >= end), None)
    if other is None or not _holds(text, one, other):
        return None
    return _placed(one, other)


def somewhere_in(one: Resolution, area: Resolution) -> Resolution:
    """Return a name that nobody knows as a place somewhere in a country or a part of one.

    It is a region, never a town: nothing is known of it but what holds it.
    """
    found = _placed(one, area)
    assert found.place is not None
    assert area.place is not None
    because = f"'{one.mention.name}' {ABSENT}; somewhere in {area.place.name}"
    return replace(
        found, place=replace(found.place, kind=PlaceKind.REGION), because=(because, *area.because)
    )


def _as_city(text: str, one: Resolution, other: Resolution) -> Resolution:
    """Let the name of a province be that of its town where a village is outside of it.

    "On the outskirts of Tolmen", "not far from Tolmen" is said of the town, not of the province.
    """
    whole, end = other.place, other.mention.span.end
    if whole is None or whole.kind not in _AREAS or other.mention.hint or nouns().match(text, end):
        return other
    if _OFF.search(text, one.mention.span.end, other.mention.span.start) is None:
        return other
    town = next(
        (p for p, _ in other.alternatives if p.kind is PlaceKind.SETTLEMENT and p.part_of), None
    )
    if town is None or {*town.countries}.isdisjoint(whole.countries):
        return other
    return replace(other, place=town, because=(f"the town, of {whole.name}", *other.because))


def _is_open(text: str, one: Resolution, other: Resolution) -> bool:
    """Tell whether a name is unknown, or only known abroad: "Tolmen village in Galdor district"."""
    mention, place = one.mention, one.place
    if mention.use is not MentionClass.LITERAL or mention.found_by != "name":
        return False
    if place is None or other.place is None:
        return place is None
    if place.kind is not PlaceKind.SETTLEMENT or is_no_name(mention.name):
        return False
    end, start = mention.span.end, other.mention.span.start
    noun = nouns().match(text, end, start)
    sure = _SORTED.match(text, end, start) is not None
    if one.score >= other.score and not sure:
        return False
    # "Beirut, Gaza and Aden" is a list.
    said = _INSIDE if sure or other.place.kind in _AREAS else _OUTSIDE
    at = noun.end() if noun else end
    held = said.fullmatch(text, at, start) is not None
    if not held and sure and _comma().fullmatch(text, at, start):
        # "In the Tolmen area, Galdor and Orva" is a list too.
        city = (place.population or 0) >= CITY
        held = not city and _ENDS_LIST.match(text, other.mention.span.end) is None
    return held and _are_apart(place, other.place, sure=sure)


def _are_apart(one: Place, other: Place, *, sure: bool) -> bool:
    """Tell whether places lie in different countries, and on no common border.

    Or far from one another, where the words are ``sure`` that one is in a part of the other.
    """
    abroad = set(one.countries).isdisjoint(other.countries)
    if not abroad and not (sure and other.kind in _NARROW):
        return False
    if one.lon is None or one.lat is None or other.lon is None or other.lat is None:
        return abroad
    limit_m = APART_M if abroad else max(FAR_M, FAR_TIMES * extent_m(other))
    return not are_within(one.lon, one.lat, other.lon, other.lat, limit_m)


def _holds(text: str, one: Resolution, other: Resolution) -> bool:
    """Tell whether the words between two names put the first into the second."""
    whole = other.place
    if whole is None or whole.kind not in _HOLDERS or whole.lon is None or whole.derived:
        return False
    if other.mention.use not in {MentionClass.LITERAL, MentionClass.MODIFIER}:
        return False
    start, end = one.mention.span.end, other.mention.span.start
    if end - start > LONGEST_GAP:
        return False
    alias = _ALIAS.match(text, start, end)
    start = alias.end() if alias else start
    noun = nouns().match(text, start, end)
    start = noun.end() if noun else start
    if any(said.fullmatch(text, start, end) for said in (_INSIDE, _OUTSIDE, _BRACKET)):
        return True
    # "Tolmen, Galdor and Ulver" is a list, "Tolmen, Galdor Department" is not.
    part = one.mention.hint is not None and is_front(one.mention.hint)
    holder = noun is not None or part or whole.kind in _AREAS or whole.unlisted
    return holder and _comma().fullmatch(text, start, end) is not None


def _is_chain(text: str, names: Sequence[Resolution]) -> bool:
    """Tell whether names go from small to large: "Tolmen, Galdor, Ardovia", of which it is a town.

    A list of towns does not end in the country or the province of the one before.
    """
    if len(names) < _CHAINED or any(n.mention.use is not MentionClass.LITERAL for n in names):
        return False
    one, town, area = names
    if town.place is None or area.place is None or town.place.lon is None:
        return False
    wide = area.place.kind in {*_AREAS, PlaceKind.COUNTRY}
    home = set(area.place.countries)
    if not wide or home.isdisjoint(town.place.countries):
        return False
    if one.place is not None and (
        one.score >= town.score
        or one.place.kind is not PlaceKind.SETTLEMENT
        or not home.isdisjoint(one.place.countries)
    ):
        return False
    gaps = [text[a.mention.span.end : b.mention.span.start] for a, b in pairwise(names)]
    return town.place.kind is PlaceKind.SETTLEMENT and set(gaps) == {", "}


def _is_behind_its_town(text: str, town: Resolution, one: Resolution) -> bool:
    """Tell whether a name is that of a quarter of the town before it: "in X, Y neighborhood"."""
    mention, place = one.mention, town.place
    if one.place is not None or mention.use is not MentionClass.LITERAL:
        return False
    noun = nouns().match(text, mention.span.end)
    said = {mention.hint or "", noun.group().strip().lower() if noun else ""}
    if said.isdisjoint(QUARTERS) or town.mention.use is not MentionClass.LITERAL:
        return False
    no_town = place is None or place.kind is not PlaceKind.SETTLEMENT or place.unlisted
    if no_town or _LISTED.match(text, mention.span.end):
        return False
    return _BEHIND_TOWN.fullmatch(text, town.mention.span.end, mention.span.start) is not None


def _placed(one: Resolution, other: Resolution) -> Resolution:
    whole, mention = other.place, one.mention
    assert whole is not None
    sort = sort_of(mention.hint or "")
    name = " ".join(mention.name.split())
    made = Place(
        id=f"{IN}{whole.id.removeprefix(IN)}:{fold(name).replace(' ', '-')}",
        name=name,
        kind=PlaceKind.FACILITY if sort == "facility" else PlaceKind.SETTLEMENT,
        lon=whole.lon,
        lat=whole.lat,
        countries=whole.countries,
        admin1=whole.name if whole.kind is PlaceKind.ADMIN1 else whole.admin1,
        uncertainty_m=_wide_m(whole),
        approximate=True,
        part_of=whole.id,
        source=whole.source,
    )
    because = (f"not in the gazetteer; the text puts it in {whole.name}, whose point it gets",)
    return Resolution(mention, made, round(SHARE_OF_SCORE * other.score, 2), because)


def _wide_m(whole: Place) -> float:
    if whole.uncertainty_m is None and whole.kind in _AREAS:
        return STATE_M if whole.kind is PlaceKind.ADMIN1 else COUNTY_M
    return extent_m(whole)
