"""Read each of two clauses by itself: "a man was shot in X, and police raided a house in Y".

Where a place closes a clause and "and" or "while" opens another one that has a deed and a place of
its own, neither place is the other's. What they may share is the day, at the end or at the start.
Of 268 made sentences of two such clauses 26 had a wrong place or day before this was read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from geo.language.clauses import holding
from geo.linking.passage import is_in_care
from geo.linking.scenes import Sentence, can_carry
from geo.model import Place, PlaceKind, Resolution, Span, When
from geo.toponymy.containers import lies_in

__all__ = ["Part", "blanked", "conjunct", "is_day", "is_part"]

_UNITS = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2})
"""Of these one lies in another only if that is of a wider sort."""
LOOK_BACK = 60
"""Characters before a place in which its preposition stands."""
DAY_WITHIN = 24
"""Characters behind a place in which its day begins: "in Tolmen late on Monday"."""
_ON = ("on ", "On ")
"""What belongs to the day behind it."""
_IN = re.compile(
    r"(?:^|\s)(?:in|at|near|outside)\s+(?:(?:the|nearby|city|town|village|district|of)\s+)*$",
    re.IGNORECASE,
)
_AND = re.compile(
    r"(?:,\s+[A-Z]\w+)?,?\s+(?:and|while|whereas)(?:,(?:\s[a-z]+){1,4},)?\s+(?!\d+\s+[A-Z])(?=\S)"
)
_LED = re.compile(r"\s*(?:(?:in|at|near|outside)\s+)?(?:the\s+)?")
"""What may stand between "and" and a place of a list."""
_MARK = re.compile(r"[,;:]|\b(?:and|while|as|after|when|before)\b")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sentence: ``text`` is that of the article with blanks for the rest of it."""

    text: str
    main: Sentence


def blanked(text: str, gone: Sequence[Span]) -> str:
    """Write blanks over stretches of a text, so that all others stay where they are."""
    for span in gone:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def conjunct(text: str, sentence: Sentence, trigger: Span, triggers: Sequence[Span]) -> Part | None:
    """Return the clause of a trigger beside those of others; ``None`` if it stands alone.

    Parameters
    ----------
    text, sentence
        The text of the article, and a sentence of it.
    trigger, triggers
        The words that tell of a deed, and those of all deeds of the sentence.
    """
    if len(triggers) < 2 or len(sentence.resolutions) < 2:
        return None
    cuts = _cuts(text, sentence, triggers)
    before = max((cut.end for cut in cuts if cut.end <= trigger.start), default=sentence.span.start)
    behind = min((cut.start for cut in cuts if cut.start >= trigger.end), default=sentence.span.end)
    own = Span(before, behind)
    if own == sentence.span:
        return None
    return _part(text, sentence, own)


def _part(text: str, sentence: Sentence, own: Span) -> Part:
    """Blank what stands around a clause, but for a day that it shares."""
    inside = [w for w in sentence.whens if w.span is not None and own.covers(w.span)]
    whens = inside if any(map(is_day, inside)) else [*inside, *_shared_day(sentence, own)]
    kept = [w.span for w in whens if w.span is not None and not own.covers(w.span)]
    gone, last = [], sentence.span.start
    for span in sorted([own, *(_with_on(text, k) for k in kept)]):
        gone += [Span(last, span.start)] if span.start > last else []
        last = max(last, span.end)
    gone += [Span(last, sentence.span.end)] if last < sentence.span.end else []
    places = tuple(r for r in sentence.resolutions if own.covers(r.mention.span))
    main = replace(sentence, resolutions=places, whens=tuple(whens))
    return Part(blanked(text, gone), main)


def _with_on(text: str, day: Span) -> Span:
    """Return a day with the "on" before it."""
    led = text.startswith(_ON, day.start - len(_ON[0])) and day.start >= len(_ON[0])
    return Span(day.start - led * len(_ON[0]), day.end)


def _shared_day(sentence: Sentence, own: Span) -> list[When]:
    """Return the day at the end of a sentence, else the one before a clause."""
    days = [w for w in sentence.whens if w.span is not None and is_day(w)]
    behind = [w for w in days if w.span is not None and w.span.start >= own.end]
    before = [w for w in days if w.span is not None and w.span.end <= own.start]
    return behind[-1:] if behind else before[-1:]


def is_day(when: When) -> bool:
    """Tell whether a phrase names a day that is known."""
    return when.type in {"DATE", "TIME"} and when.last is not None


def is_part(place: Place, whole: Place) -> bool:
    """Tell whether a place lies in another: towns of two municipalities do not, however near.

    Nor does a province in the next one, of which only points may be known.
    """
    if place.kind is whole.kind and place.kind in _UNITS and place.id != whole.id:
        return False
    units = {place.part_of, whole.part_of}
    towns = place.kind is whole.kind is PlaceKind.SETTLEMENT
    return lies_in(place, whole) and not (towns and None not in units and len(units) > 1)


def _cuts(text: str, sentence: Sentence, triggers: Sequence[Span]) -> list[Span]:
    """Return the words that join clauses which have a deed and a place each."""
    scenes = [r for r in sentence.resolutions if _is_scene(text, sentence, r)]
    cuts: list[Span] = []
    last = sentence.span.start
    for where, following in pairwise(scenes):
        join = _AND.match(text, _end_of(text, sentence, where), sentence.span.end)
        if join is None or _holds(where, following) or _lists(text, sentence, join):
            continue
        told = any(last <= t.start and t.end <= where.mention.span.start for t in triggers)
        goes_on = any(join.end() <= t.start for t in triggers)
        if told and goes_on and following.mention.span.start >= join.end():
            cuts.append(Span(join.start(), join.end()))
            last = join.end()
    return cuts


def _lists(text: str, sentence: Sentence, join: re.Match[str]) -> bool:
    """Tell whether "and" only goes on with a list of places: "blocked roads in X and near Y"."""
    if "," in join.group() or "and" not in join.group():
        return False
    starts = (r.mention.span.start for r in sentence.resolutions)
    return any(_LED.fullmatch(text, join.end(), at) for at in starts if at >= join.end())


def _is_scene(text: str, sentence: Sentence, where: Resolution) -> bool:
    """Tell whether a place stands in space, and not where somebody is cared for."""
    at = where.mention.span
    if not can_carry(where) or is_in_care(text, at):
        return False
    clause = holding(text, sentence.span, at)
    return not clause.aside and bool(_IN.search(text, max(at.start - LOOK_BACK, 0), at.start))


def _end_of(text: str, sentence: Sentence, where: Resolution) -> int:
    """Return where a place ends with its day."""
    end = where.mention.span.end
    days = (w.span for w in sentence.whens if w.span is not None and is_day(w))
    day = next((d for d in days if end <= d.start <= end + DAY_WITHIN), None)
    near = day is not None and _MARK.search(text, end, day.start) is None
    return day.end if day is not None and near else end


def _holds(where: Resolution, following: Resolution) -> bool:
    """Tell whether two places are one scene: the same, or one within the other."""
    one, other = where.place, following.place
    if one is None or other is None:
        return False
    return one.id == other.id or is_part(one, other) or is_part(other, one)
