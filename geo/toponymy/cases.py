"""The names of an article as cases before the judge: what may be meant, and what is linked.

Mentions that ask the same thing share a case. The publisher's name and the ending of its web
address are cases without a mention: they get no answer, but are heard.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import urlsplit

from geo.gazetteers.spellings import Respelt
from geo.language.names import fold
from geo.language.text import sentences
from geo.language.words import words
from geo.model import Mention, MentionClass, PlaceKind
from geo.toponymy import authorities, links, territories
from geo.toponymy.candidates import Candidate, Candidates, candidates_of, fits, is_just
from geo.toponymy.context import Context
from geo.toponymy.links import Link

__all__ = ["Case", "Docket", "call"]

OPENING = 300
"""Characters of the opening of an article, which tells what it is about."""
EARLY = 1.5
"""How much more a mention in the opening says."""
SPOKEN_OF = {
    MentionClass.LITERAL: 1.0,
    MentionClass.DATELINE: 1.5,
    MentionClass.METONYM: 0.7,
    MentionClass.MODIFIER: 0.7,
    MentionClass.EMBEDDED: 0.5,
    MentionClass.DEMONYM: 0.5,
}
"""How much a mention says of what an article is about; page furniture says nothing."""
ACTS = 1.5
"""The same of a state whose own police or courts are named."""
STRIKES = 0.2
"""How much less a country says of which only the bombs are told: they fell on another."""
LONGEST_LIST = 12
"""Names of a list that are all compared; in a longer one only neighbours are."""
PUBLISHER = 1.0
WEB_ADDRESS = 0.5
IDIOM = 1.0
"""How much an article says by what its police and courts are called."""
BAND = 2.0
"""The same by a band that acts in it: with .7 a San José still lay in Costa Rica
that the New People's Army raided."""
PUBLISHER_WORDS = 3
"""Words of the longest place name in a publisher's."""
_SOLD = frozenset({"ai", "cc", "co", "fm", "gg", "io", "la", "ly", "me", "nu", "to", "tv", "ws"})
"""Endings of web addresses that are countries' and are used by anybody."""
_OF_COUNTRIES = {"uk": "GB"}
NAMESAKES = 2
"""First bearers of the name of a country or state that may be meant: Georgia and Georgia."""
_FIRM = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1})


@dataclass(slots=True)
class Case:
    """One name before the judge: what is asked, and what speaks for its candidates.

    Attributes
    ----------
    group
        Number of the folded name; a name is no evidence for itself.
    fitting
        Positions of the candidates of the sort that ``hint`` says, empty if that tells nothing.
    strength
        How much the article makes of it.
    firm
        A country, a unit, a capital, or held by one in its phrase: heard in the first round.
    held
        The holders told in the phrase: "Newport, Vermont".
    nests
        Pairs of a country or unit and its namesake inside: Mexico and Mexico City.
    renown
        Of the most renowned candidate that bears the name as its own.
    has_owner
        One of the candidates bears the name as its own.
    governs
        Somewhere it speaks as a government does: "Tolmen has protested".
    policed
        The country or state whose police or army act in a sentence with it: "Lebanese soldiers".
    respelt
        How the name was read, if it is not known as it stands.
    holds, listed, near
        Positions of the cases that it holds, stands in a list with, or is measured from.
    """

    group: int
    hint: str | None
    candidates: tuple[Candidate, ...]
    fitting: frozenset[int] = frozenset()
    held: tuple[Candidate, ...] = ()
    nests: tuple[tuple[int, int], ...] = ()
    renown: float = 0.0
    has_owner: bool = False
    governs: bool = False
    policed: tuple[Candidate, ...] = ()
    respelt: Respelt | None = None
    strength: float = 0.0
    firm: bool = False
    holds: list[int] = field(default_factory=list)
    listed: list[int] = field(default_factory=list)
    near: list[tuple[int, Link]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Docket:
    """All cases of an article, and the case of each mention; ``groups`` counts the names."""

    cases: tuple[Case, ...]
    of: Mapping[Mention, int]
    groups: int


_Key = tuple[str, str | None, tuple[str, ...], bool]
"""Folded name, hint, ids of the holders, holds something: mentions that share them are one case."""


def call(context: Context, names: Sequence[Mention]) -> Docket:
    """Make cases of the names of an article."""
    candidates = candidates_of(context.gazetteer)
    read = [_bearers(context, candidates, mention) for mention in names]
    bearers = [found for found, _ in read]
    linked = links.find(context.text, names, bearers, candidates)
    folded = [fold(mention.name) for mention in names]
    held = _told_once(folded, [_holders(told) for told in linked])
    cases: list[Case] = []
    groups: dict[str, int] = {}
    at: dict[_Key, int] = {}
    positions: list[int] = []
    for i, mention in enumerate(names):
        holds = any(link.kind == "holds" for link in linked[i])
        key = folded[i], mention.hint, tuple(h.place.id for h in held[i]), holds
        if key not in at:
            at[key] = len(cases)
            group = groups.setdefault(folded[i], len(groups))
            cases.append(
                Case(
                    group=group,
                    hint=mention.hint,
                    fitting=_fitting(mention.hint, bearers[i]),
                    candidates=bearers[i],
                    held=held[i],
                    nests=candidates.nests(bearers[i]),
                    renown=max((c.renown for c in bearers[i] if c.own_name), default=0.0),
                    has_owner=any(c.own_name for c in bearers[i]),
                    respelt=read[i][1],
                )
            )
        positions.append(at[key])
        cases[at[key]].strength += _worth(context.text, mention, bearers[i])
        cases[at[key]].governs |= mention.use is MentionClass.METONYM
    for i, own in _policed(context, names, bearers).items():
        case = cases[positions[i]]
        case.policed = (*case.policed, *own)
    for case in cases:
        if all(any(h.holds(c) for h in case.policed) for c in case.candidates):
            case.policed = ()  # it tells none of the namesakes from another
    _link(cases, positions, linked)
    _enumerate(cases, positions, linked)
    for case in cases:
        case.strength = math.log1p(case.strength)
        case.firm = _is_firm(case)
    cases += _silent(context, candidates, len(groups))
    silent = len(cases) - len(at)
    return Docket(tuple(cases), dict(zip(names, positions, strict=True)), len(groups) + silent)


def _policed(
    context: Context, names: Sequence[Mention], bearers: Sequence[tuple[Candidate, ...]]
) -> dict[int, tuple[Candidate, ...]]:
    """Return, of each name, whose police or army are told of in its sentence."""
    text = context.text
    own: dict[int, tuple[Candidate, ...]] = {}
    for i, mention in enumerate(names):
        wide = tuple(c for c in bearers[i][:NAMESAKES] if c.place.kind in _FIRM)
        countries = {code for c in wide for code in c.place.countries}
        if wide and authorities.acts_at_home(text, mention.span, countries):
            own[i] = wide
    if not own:
        return {}
    starts = [span.start for span in sentences(text)]
    at = [bisect_right(starts, mention.span.start) for mention in names]
    found: dict[int, tuple[Candidate, ...]] = {}
    for i in range(len(names)):
        if i not in own and names[i].use is not MentionClass.DEMONYM:
            # "Guatemalan soldiers in Guatemala" are in their country, and not only in its capital.
            itself = {c.place.id for c in bearers[i]}
            told = [
                c
                for j, wide in own.items()
                if at[j] == at[i]
                for c in wide
                if c.place.id not in itself
            ]
            if told:
                found[i] = tuple(told)
    return found


def _bearers(
    context: Context, candidates: Candidates, mention: Mention
) -> tuple[tuple[Candidate, ...], Respelt | None]:
    """Return what a name may mean, and how it was read if not as it stands."""
    if mention.use is MentionClass.DEMONYM:
        demonym = context.gazetteer.demonyms.get(fold(mention.name))
        return (candidates.behind(demonym.places) if demonym else ()), None
    found = candidates.of(mention.name, mention.hint)
    if found or mention.hint:
        return found, None
    return candidates.respelt(mention.name, context.countries)


def _fitting(hint: str | None, bearers: Sequence[Candidate]) -> frozenset[int]:
    """Return which bearers are of the sort that the word beside the name says.

    "Oxford bridge" says nothing about Oxford where no bridge of the name is known, and "Derry
    county" means a state of that name only where no county is.
    """
    if hint is None:
        return frozenset()
    fit = [index for index, c in enumerate(bearers) if fits(hint, c.place)]
    exact = [index for index in fit if is_just(hint, bearers[index].place)]
    return frozenset(exact or fit)


def _holders(told: Sequence[Link]) -> tuple[Candidate, ...]:
    found = {h.place.id: h for link in told if link.kind == "held" for h in link.holders}
    return tuple(found.values())


def _told_once(
    folded: Sequence[str], held: Sequence[tuple[Candidate, ...]]
) -> list[tuple[Candidate, ...]]:
    """Let "Newport, Vermont" hold for the Newports of the article, if no other one is named."""
    told: dict[str, set[tuple[str, ...]]] = {}
    first: dict[str, tuple[Candidate, ...]] = {}
    for name, holders in zip(folded, held, strict=True):
        if holders:
            told.setdefault(name, set()).add(tuple(h.place.id for h in holders))
            first.setdefault(name, holders)
    return [
        holders or (first[name] if len(told.get(name, ())) == 1 else ())
        for name, holders in zip(folded, held, strict=True)
    ]


def _worth(text: str, mention: Mention, bearers: Sequence[Candidate]) -> float:
    """Return how much a mention says; the police of a state act in it, as its towns lie in it."""
    end = mention.span.end
    acts = mention.use is MentionClass.EMBEDDED and authorities.is_of_state(text, end)
    worth = ACTS if acts else SPOKEN_OF.get(mention.use, 0.0)
    wide = bearers[0].place if bearers and bearers[0].place.kind is PlaceKind.COUNTRY else None
    if wide is not None and authorities.strikes_abroad(text, mention.span, wide.countries):
        worth *= STRIKES
    return worth * (EARLY if mention.span.start < OPENING else 1.0)


def _link(cases: Sequence[Case], positions: Sequence[int], linked: Sequence[list[Link]]) -> None:
    for position, told in zip(positions, linked, strict=True):
        case = cases[position]
        for link in told:
            other = positions[link.other] if link.other >= 0 else position
            if other == position:
                continue
            if link.kind == "holds":
                case.holds.append(other)
            elif link.kind == "near":
                case.near.append((other, link))
            elif link.kind == "listed":
                case.listed.append(other)


def _enumerate(
    cases: Sequence[Case], positions: Sequence[int], linked: Sequence[list[Link]]
) -> None:
    """Let every name of a list stand beside all others: a list is one sort and one scale."""
    whole = list(range(len(positions)))
    for index, told in enumerate(linked):
        # Neighbours are told from the first on, so a list hangs on its first name.
        for link in told:
            if link.kind == "listed" and link.other > index:
                whole[link.other] = whole[index]
    lists: dict[int, set[int]] = {}
    for index, first in enumerate(whole):
        lists.setdefault(first, set()).add(positions[index])
    for members in lists.values():
        for position in members if len(members) <= LONGEST_LIST else ():
            cases[position].listed = sorted(members - {position})


def _is_firm(case: Case) -> bool:
    if case.held:
        return True
    first = case.candidates[0].place if case.candidates else None
    return first is not None and (first.kind in _FIRM or first.attribute("capital") == "true")


# ---------------------------------------------------------------- the publisher


def _silent(context: Context, candidates: Candidates, groups: int) -> Iterator[Case]:
    """Yield what the publisher and its web address say: "Kyiv Post", ".ng"."""
    article = context.article
    if article.publisher and (found := _publishing(article.publisher, candidates)):
        yield Case(groups, None, found, strength=PUBLISHER, firm=False)
        groups += 1
    if article.url and (found := candidates.behind(_country_of(article.url))):
        yield Case(groups, None, found, strength=WEB_ADDRESS, firm=True)
        groups += 1
    codes = authorities.countries_of(article.text)
    if codes and (found := candidates.behind(codes)):
        yield Case(groups, None, found, strength=IDIOM, firm=True)
        groups += 1
    for codes in territories.countries_of(article.text):
        if found := candidates.behind(codes):
            yield Case(groups, None, found, strength=BAND, firm=True)
            groups += 1


def _publishing(publisher: str, candidates: Candidates) -> tuple[Candidate, ...]:
    """Return the bearers of the first place name in a publisher's: "The Lancaster Eagle"."""
    told = [word.strip(".,'’\"()") for word in publisher.split()[: 4 * PUBLISHER_WORDS]]
    for start in range(len(told)):
        for size in range(PUBLISHER_WORDS, 0, -1):
            name = " ".join(told[start : start + size])
            if name[:1].isupper() and name.lower() not in words().heads and name != "The":
                found = candidates.of(name, None)
                if found:
                    return found
    return ()


@lru_cache(maxsize=1024)
def _country_of(url: str) -> tuple[str, ...]:
    """Return the country that a web address ends in."""
    try:
        ending = (urlsplit(url).hostname or "").rpartition(".")[2]
    except ValueError:
        return ()
    if len(ending) != 2 or ending in _SOLD:
        return ()
    return (_OF_COUNTRIES.get(ending, ending.upper()),)
