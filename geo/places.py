"""Decide where a mention is, how sure, and why; or that it cannot be told.

In this order, since each step rests on the one before:

1. names, by their candidates: the order of the gazetteer, the sort of place that the words around
   speak of, the country or state right behind the name ("Newport, Vermont"), the countries the
   article speaks of; those that stand firm alone then help to judge the others nearby; the mentions
   of one name get one answer, unless a word beside one of them says what sort of place it means;
2. parts of countries ("northern Kosovo", "the north of the country"), of the whole just resolved;
3. sets of crossings ("both border gates"), among the crossings the article has named or may mean.

"100 km north of Pristina" moves nothing: in both reports of 2011 that use it the place is 47 and
60 km away, to the north-west. Such a reference point is marked, and no incident is put on it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from geo import crossings, evidence, links
from geo.candidates import candidates_of
from geo.context import Context, codes, gather, whole_name
from geo.evidence import Case
from geo.model import Article, Mention, MentionClass, Place, PlaceKind, Resolution
from geo.names import fold
from geo.weights import WEIGHTS, Weights

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

__all__ = ["resolve"]

ROUNDS = 3
SURE = 0.4
"""Below this score the answer is ``None``: a wrong marker costs more than a missing one."""
A_REGION = 0.9
THE_WHOLE = 0.5
ALTERNATIVES = 5
"""Namesakes that an answer lists."""
OPENING = 300
EARLY = 1.5
SPOKEN_OF = {
    MentionClass.LITERAL: 1.0,
    MentionClass.DATELINE: 1.5,
    MentionClass.METONYM: 0.7,
    MentionClass.MODIFIER: 0.7,
    MentionClass.EMBEDDED: 0.5,
    MentionClass.DEMONYM: 0.5,
}
_FIRM = {PlaceKind.COUNTRY, PlaceKind.ADMIN1}
_SPEAKING = {MentionClass.LITERAL, MentionClass.MODIFIER, MentionClass.METONYM}
_SIDES = {"central": "centre"}


def resolve(
    article: Article,
    mentions: Iterable[Mention],
    gazetteer: Gazetteer,
    *,
    weights: Weights = WEIGHTS,
) -> tuple[Resolution, ...]:
    """Resolve the mentions of one article to places, each with its reasons.

    Parameters
    ----------
    article
        The article the mentions were found in.
    mentions
        What it names.
    gazetteer
        Where things are.

    Returns
    -------
    One resolution a mention, in the same order. ``place`` is ``None``, with the reason, where no
    candidate is good enough.
    """
    context = gather(article, mentions, gazetteer)
    wholes = {
        m: replace(m, name=whole_name(m), hint=None, found_by="name")
        for m in context.mentions
        if m.found_by == "direction"
    }
    names = [wholes.get(m, m) for m in context.mentions if m.found_by in {"name", "direction"}]
    answers = _resolve_names(context, names, weights)
    answers |= _resolve_parts(context, {m: answers[w] for m, w in wholes.items()})
    answers |= crossings.resolve(context, answers)
    return tuple(answers[m] for m in context.mentions)


# ---------------------------------------------------------------- names


_Key = tuple[str, str | None, tuple[str, ...], bool]
"""Folded name, hint, ids of the holders, holder itself: mentions that share them have one answer."""


def _resolve_names(
    context: Context, names: Sequence[Mention], weights: Weights
) -> dict[Mention, Resolution]:
    """Resolve all names: countries and units first, then the others beside them."""
    cases, of_mention, groups = _cases(context, names)
    if not cases:
        return {}
    base = [evidence.base_scores(case, weights) for case in cases]
    shares = [evidence.odds(told, weights) for told in base]
    situation = None
    for turn in range(ROUNDS):
        situation = evidence.gather_evidence(cases, shares, groups, firm_only=turn == 0)
        evidence.share_units(situation, groups)
        shares = [
            evidence.odds(evidence.scores(case, told, situation, weights), weights)
            for case, told in zip(cases, base, strict=True)
        ]
    answers = {}
    for mention, at in of_mention.items():
        answers[mention] = _answer(mention, cases[at], shares[at], situation, weights)
    return _one_referent(answers)


def _cases(context, names):
    candidates = candidates_of(context.gazetteer)
    bearers = [_bearers(context, candidates, m) for m in names]
    found = links.find(context.text, names, bearers, candidates)
    folded = [fold(m.name) for m in names]
    holders = [_holders(told) for told in found]
    spoken = {}
    for name, held in zip(folded, holders, strict=True):
        if held:
            spoken.setdefault(name, set()).add(tuple(h.place.id for h in held))
    by_name = {name: held for name, held in zip(folded, holders, strict=True) if held}
    cases: list[Case] = []
    at: dict[_Key, int] = {}
    groups: dict[str, int] = {}
    positions = []
    for m, name, told, held, own in zip(names, folded, found, holders, bearers, strict=True):
        if not held and len(spoken.get(name, ())) == 1:
            held = by_name[name]
        holds = any(k.kind == "holds" for k in told)
        key = name, m.hint, tuple(h.place.id for h in held), holds
        if key not in at:
            at[key] = len(cases)
            group = groups.setdefault(name, len(groups))
            cases.append(Case(group, name, m.hint, own, held=held))
        positions.append(at[key])
        case = cases[at[key]]
        worth = SPOKEN_OF.get(m.use, 0.0) * (EARLY if m.span.start < OPENING else 1.0)
        case.strength += worth
    for case in cases:
        case.strength = math.log1p(case.strength)
        case.firm = bool(case.held) or bool(
            case.candidates
            and (case.candidates[0].place.kind in _FIRM or case.candidates[0].place.attribute("capital") == "true")
        )
    for position, told in zip(positions, found, strict=True):
        case = cases[position]
        for link in told:
            if link.other < 0:
                continue
            other = positions[link.other]
            if other == position:
                continue
            if link.kind == "holds":
                case.holds.append(other)
            elif link.kind == "listed":
                case.listed.append(other)
            elif link.kind == "near":
                case.near.append((other, link))
    return cases, dict(zip(names, positions, strict=True)), len(groups)


def _bearers(context, candidates, mention):
    if mention.use is MentionClass.DEMONYM:
        demonym = context.gazetteer.demonyms.get(fold(mention.name))
        return candidates.behind(demonym.places) if demonym else ()
    return candidates.of(mention.name, mention.hint)


def _holders(told):
    found = {}
    for link in told:
        if link.kind == "held":
            for h in link.holders:
                found.setdefault(h.place.id, h)
    return tuple(found.values())


def _answer(mention: Mention, case, shares, situation, weights) -> Resolution:
    if not case.candidates:
        what = f"{mention.hint} of that name" if mention.hint else "such name"
        return Resolution(mention, None, 0.0, (f"no {what} in the gazetteer",))
    order = sorted(range(len(shares)), key=lambda i: -shares[i])
    options = tuple((case.candidates[i].place, round(calibrated(shares[i]), 2)) for i in order[:ALTERNATIVES+1])
    because = tuple(t for _, t in evidence.arguments(case, order[0], situation, weights))
    score = options[0][1]
    if score < SURE:
        n = len(case.candidates)
        places = "1 place" if n == 1 else f"{n} places"
        told = f"{places} of this name, none supported by the article"
        return Resolution(mention, None, score, (told, *because), (), options[:ALTERNATIVES])
    return Resolution(mention, options[0][0], score, because, (), options[1:])


def calibrated(share):
    return share


def _one_referent(answers: dict[Mention, Resolution]) -> dict[Mention, Resolution]:
    """Give every mention of one name the best answer that one of them got."""
    best: dict[str, Resolution] = {}
    for mention, answer in answers.items():
        key = fold(mention.name)
        if answer.place is not None and (key not in best or answer.score > best[key].score):
            best[key] = answer
    same: dict[Mention, Resolution] = {}
    for mention, answer in answers.items():
        winner = best.get(fold(mention.name))
        # A sort word beside a name speaks for that mention alone: the village is not the crossing.
        alone = mention.hint and answer.place
        if winner is None or winner.place == answer.place or alone:
            same[mention] = answer
        else:
            because = ("as elsewhere in the article", *winner.because)
            same[mention] = replace(winner, mention=mention, because=because)
    return same


# ---------------------------------------------------------------- parts of countries


def _resolve_parts(
    context: Context, wholes: dict[Mention, Resolution]
) -> dict[Mention, Resolution]:
    """Resolve "north of Kosovo", and "the north" to that of the country last spoken of."""
    last: dict[str, Place] = {}
    divided: dict[str, dict[str, Place]] = {}
    bare = any(m.found_by == "part" for m in context.mentions)
    parts: dict[Mention, Resolution] = {}
    for mention in context.mentions:
        if mention.found_by == "direction":
            parts[mention] = _part(context, mention, wholes[mention].place, wholes[mention].because)
        elif mention.found_by == "part":
            side = mention.name.partition(" of")[0]
            first = context.gazetteer.country(context.countries[0]) if context.countries else None
            parts[mention] = _part(context, mention, last.get(side, first), ())
        if bare and mention.use in _SPEAKING:
            for code in codes(mention, context.gazetteer)[:1]:
                if code not in divided:
                    divided[code] = _divided(context, code)
                last |= divided[code]
    return parts


def _divided(context: Context, code: str) -> dict[str, Place]:
    """Return the country under each side of which an outline is known."""
    country = context.gazetteer.country(code)
    regions = context.gazetteer.regions(code) if country else ()
    return {r.direction: country for r in regions if r.direction and country}


def _part(
    context: Context, mention: Mention, whole: Place | None, because: tuple[str, ...]
) -> Resolution:
    side = mention.name.partition(" of")[0]
    said = _SIDES.get(side, side)
    if whole is None:
        reason = f"the {said} of what is not known"
        return Resolution(mention, None, 0.0, (reason, *because))
    regions = [r for r in context.gazetteer.regions(whole.id) if r.direction == side]
    if regions:
        return Resolution(mention, regions[0], A_REGION, (f"the {said} of {whole.name}",))
    reason = f"no outline for the {said} of {whole.name}: the whole stands for it"
    return Resolution(mention, whole, THE_WHOLE, (reason,))
