"""What the words between two names say about where the two places are.

"Newport, Vermont", "Tampa, Hillsborough County, Florida", "Paris (Texas)", "Lagos State's Ikeja"
and "the Iraqi city of Mosul" put one inside the other; "Salem, Dover and Concord" lists equals;
"Elmira, 20 miles south of Ithaca" measures. Only the gap between neighbours is read, so the work is
linear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from geo.language.words import words
from geo.model import Mention, MentionClass, PlaceKind
from geo.toponymy import headings
from geo.toponymy.candidates import AREAS, Candidate, Candidates
from geo.toponymy.localities import SORT

__all__ = ["Link", "find"]

GAP = 90
"""Characters between two names beyond which they are not read together."""
LOOK_AHEAD = 40
"""Characters behind a name in which a holder is looked for that is no mention itself."""
KM = {"k": 1.0, "m": 1.609}
NEAR_KM = 40.0
"""What "near", "outside" and "north of" without a number mean at most, roughly."""

_WORDS = r"(?:[a-z][a-z-]*\s+)"
_COMPASS = r"(?:north|south|east|west)(?:[- ]?(?:east|west))?"
_HELD = re.compile(
    rf",?[ \u00a0]|{SORT},\s+|,?\s+in\s+(?:the\s+)?{_WORDS}{{0,4}}|\s\(|,\s+"
    rf"|,\s+(?:an?|the|in|its|now)\s+{_WORDS}{{0,6}}(?:(?:in|of|from)\s+)?(?:the\s+)?{_WORDS}{{0,3}}"
)
_IN_LAND = re.compile(r"(?:\s(?:village|town|city|camp|district|county))?,?\sin\s(?:[a-z-]+\s)?")
"""Before the country that a village lies in, known there or not: "Tolmen town in Ardovia"."""
_BRACKETED = re.compile(r"(?:\s[a-z]+)?\s\((?:[^(),]{2,40},\s){0,2}(?:the\s)?")
"""Before what holds a name, in brackets behind it: "Tolmen township (Orva district, Galdor)"."""
_OWNED = re.compile(rf"[’']s?\s+{_WORDS}{{0,4}}")
_PEOPLE_S = re.compile(rf"\s+({_WORDS}{{1,4}})")
_LISTED = re.compile(r",?\s+(?:and|or|&)\s+(?:(?:in|near|at|the|to|from)\s+)?|[,;]\s+|/")
_APART = re.compile(
    r",?\s+(?:[a-z][a-z-]*\s+){0,4}?(?P<number>\d[\d,.]{0,8})\s*-?(?P<unit>km|kilomet[a-z]{1,5}|miles?|mi)"
    rf"\s+(?:[a-z]+\s+){{0,2}}?(?:(?P<side>{_COMPASS})\s+)?(?:[a-z]+\s+)?(?:of|from)\s+(?:the\s+)?"
    rf"{_WORDS}{{0,3}}"
)
_NEAR = re.compile(
    rf",?\s+{_WORDS}{{0,4}}?(?:near|outside|close\s+to|not\s+far\s+from|just\s+off"
    rf"|(?P<side>{_COMPASS})\s+of)\s+(?:the\s+)?{_WORDS}{{0,3}}"
)
_FOLLOWED = re.compile(r"(?:,\s+(?:in\s+)?|\s\()((?:[A-Z][\w.'’-]*\s?){1,3})")
_HOLDERS = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1})
_NO_HEADS = frozenset({MentionClass.CLUTTER, MentionClass.BYLINE, MentionClass.DEMONYM})
_SIDES = {
    "n": 0.0,
    "ne": 45.0,
    "e": 90.0,
    "se": 135.0,
    "s": 180.0,
    "sw": 225.0,
    "w": 270.0,
    "nw": 315.0,
}


@dataclass(frozen=True, slots=True)
class Link:
    """What a name has to do with another one, ``other``, by position among the mentions.

    ``kind`` is ``held`` (in one of ``holders``), ``holds``, ``listed`` or ``near``; for the last
    ``km`` is the distance told and ``bearing`` the direction from the other place to this one.
    """

    kind: str
    other: int
    holders: tuple[Candidate, ...] = ()
    km: float = NEAR_KM
    measured: bool = False
    bearing: float | None = None


def find(
    text: str,
    mentions: Sequence[Mention],
    bearers: Sequence[tuple[Candidate, ...]],
    candidates: Candidates,
) -> list[list[Link]]:
    """Return the links of each mention.

    Parameters
    ----------
    text
        The text that they stand in.
    mentions
        Names in the order of the text.
    bearers
        The candidates of each.
    candidates
        Where a holder is looked up that is no mention itself.
    """
    links: list[list[Link]] = [[] for _ in mentions]
    for index in range(len(mentions)):
        following = index + 1 if index + 1 < len(mentions) else None
        _link(text, mentions, bearers, links, index, following)
        end = mentions[index].span.end
        if not _is_held(links[index]) and text[end : end + 1] in {",", " "}:
            _add_unmentioned(text, mentions, candidates, links, index)
    _head(text, mentions, bearers, links)
    _hand_down(links)
    return links


def _head(
    text: str,
    mentions: Sequence[Mention],
    bearers: Sequence[tuple[Candidate, ...]],
    links: list[list[Link]],
) -> None:
    """Let what heads an entry of a bulletin hold the names in it; the headings are one list."""
    cut = headings.entries(text)
    known = (
        [n for n, m in enumerate(mentions) if bearers[n] and m.use not in _NO_HEADS] if cut else []
    )
    found = headings.of_places(text, cut, [mentions[n].span for n in known])
    heads = [known[at] for at in found.values()]
    for one, other in pairwise(heads):
        links[one].append(Link("listed", other))
        links[other].append(Link("listed", one))
    for entry, at in found.items():
        head = known[at]
        inside = (n for n in known if entry.span.covers(mentions[n].span) and n != head)
        for n in inside:
            first = bearers[n][0].place
            if first.attribute("capital") == "true" or _is_held(links[n]):
                continue
            if bearers[head][0].is_area:
                _hold(links, n, head, _holding(bearers[n], bearers[head]))
            else:
                links[n].append(Link("near", head))


def _link(
    text: str,
    mentions: Sequence[Mention],
    bearers: Sequence[tuple[Candidate, ...]],
    links: list[list[Link]],
    left: int,
    right: int | None,
) -> None:
    """Read the gap between two neighbours."""
    if right is None:
        return
    start, end = mentions[left].span.end, mentions[right].span.start
    if not 0 < end - start <= GAP:
        return
    gap = text[start:end]
    if mentions[left].use is MentionClass.DEMONYM:
        nouns = _PEOPLE_S.fullmatch(gap)
        if nouns and not words().hints.keys().isdisjoint(nouns.group(1).split()):
            _hold(links, right, left, _holding(bearers[right], bearers[left]))
    elif held := _held_behind(gap, bearers[left], bearers[right]):
        _hold(links, left, right, held)
    elif _OWNED.fullmatch(gap) and (held := _holding(bearers[right], bearers[left])):
        _hold(links, right, left, held)
    elif _LISTED.fullmatch(gap):
        first = next((k.other for k in links[left] if k.kind == "holds"), left)
        links[first].append(Link("listed", right))
        links[right].append(Link("listed", first))
    elif match := _APART.fullmatch(gap) or _NEAR.fullmatch(gap):
        _measure(links, left, right, match)


def _held_behind(
    gap: str, held: Sequence[Candidate], holders: Sequence[Candidate]
) -> tuple[Candidate, ...]:
    """Return what the words between two names say that the first of them lies in."""
    if not _alike(held, holders) and _HELD.fullmatch(gap) and (found := _holding(held, holders)):
        return found
    # A unit in brackets holds what the gazetteer does not know there, and so does "in Ardovia".
    kind = holders[0].place.kind if holders else None
    unit = kind in AREAS and _BRACKETED.fullmatch(gap)
    town = bool(held) and held[0].place.kind is PlaceKind.SETTLEMENT
    land = kind is PlaceKind.COUNTRY and town and _IN_LAND.fullmatch(gap)
    return tuple(c for c in holders if c.is_area) if unit or land else ()


def _alike(left: Sequence[Candidate], right: Sequence[Candidate]) -> bool:
    """Tell whether both are countries or both states, first of all: a list, as a rule."""
    kinds = {bearers[0].place.kind if bearers else None for bearers in (left, right)}
    return len(kinds) == 1 and not kinds.isdisjoint(_HOLDERS)


def _holding(held: Sequence[Candidate], holders: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return those of the holders that hold one of the others."""
    if held and held[0].place.kind in _HOLDERS:
        # "Wales, Italy" is a list, whatever Wales Italy may have.
        held = [c for c in held if c.place.kind in _HOLDERS]
    return tuple(
        h
        for index, h in enumerate(holders)
        if h.is_area and (index == 0 or not h.bare) and any(map(h.holds, held))
    )


def _hold(links: list[list[Link]], held: int, holder: int, holders: tuple[Candidate, ...]) -> None:
    if holders:
        links[held].append(Link("held", holder, holders))
        links[holder].append(Link("holds", held))


def _measure(links: list[list[Link]], left: int, right: int, match: re.Match[str]) -> None:
    told = match.groupdict()
    km = NEAR_KM
    if told.get("number"):
        km = _number(told["number"]) * KM[told["unit"][0]]
    side = told["side"]
    bearing = None
    if side:
        bearing = _SIDES["".join(part[0] for part in re.findall("north|south|east|west", side))]
    measured = bool(told.get("number")) and km > 0
    back = None if bearing is None else (bearing + 180.0) % 360.0
    links[left].append(Link("near", right, (), km, measured, bearing))
    links[right].append(Link("near", left, (), km, measured, back))


def _number(told: str) -> float:
    digits = told.rstrip(".,").replace(",", "")
    try:
        return float(digits)
    except ValueError:
        return 0.0


def _is_held(links: Sequence[Link]) -> bool:
    return any(link.kind == "held" for link in links)


def _add_unmentioned(
    text: str,
    mentions: Sequence[Mention],
    candidates: Candidates,
    links: list[list[Link]],
    index: int,
) -> None:
    """Read a country or state behind a name, whether or not it holds such a town.

    A town that the gazetteer does not know in that state is not looked for elsewhere.
    """
    end = mentions[index].span.end
    match = _FOLLOWED.match(text, end, end + LOOK_AHEAD)
    told = match.group(1).split() if match else []
    for size in range(len(told), 0, -1):
        name = " ".join(told[:size])
        found = candidates.of(words().states.get(name.rstrip("."), name), None)
        if found and found[0].place.kind in _HOLDERS:
            holders = tuple(h for h in found if h.place.kind in _HOLDERS)
            links[index].append(Link("held", -1, holders))
            return


def _hand_down(links: list[list[Link]]) -> None:
    """Let a town be held by what holds its county: "Tampa, Hillsborough County, Florida"."""
    for own in links:
        above = next((k for k in own if k.kind == "held" and k.other >= 0), None)
        higher = above and next((k for k in links[above.other] if k.kind == "held"), None)
        if higher and higher.holders:
            own.append(higher)
