"""Read what shares the verb of the clause before: "six were killed in X on Sunday and four in Y".

English leaves a verb out where the next clause would repeat it, and says only how many, where and
when. Each such remnant is an incident of its own, with its own place, day and number: read as words
of the first clause, they give it the place of one, the day of the other and the sum of both. Of 322
sentences made from 23 frames 30 were right before this was read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from geo.casualties.counts import told
from geo.casualties.subjects import Harm
from geo.casualties.vocabulary import head_of
from geo.language.clauses import is_told
from geo.language.numerals import quantity
from geo.linking.scenes import Sentence, can_carry, is_town
from geo.model import Count, Resolution, Span, When
from geo.toponymy.containers import lies_in

__all__ = ["SHARES_VERB", "Gapped", "Remnant", "gapped"]

SHARES_VERB = "shares the verb of the clause before"
"""The reason that the report of a remnant gives."""

LOOK_BACK = 90
"""Characters before a place in which its remnant begins."""
DAY_WITHIN = 36
"""Characters behind a place in which its day begins: "in Tolmen in attacks late on Monday"."""
NOUNS = 4
"""Words between a number and "in" at most: "two other young men"."""
_JOIN = re.compile(r"(?:^|[,;:–—-]|\b(?:and|while|plus|with)\b)\s+(?=\S)")
_JOINED = re.compile(r"[\s,;:–—-]*(?:\b(?:and|while|plus|with)\s+)?$")
_IN = re.compile(
    r"(?:^|\s)(?:in|at|near|outside|around|across)\s+"
    r"(?:(?:the|nearby|neighbou?ring|central|northern|southern|eastern|western|north|south|east|west|"
    r"city|town|village|capital|port|district|province|state|county|of)\s+)*$",
    re.IGNORECASE,
)
"""What leads a place: "in the town of"."""
_ALONE = re.compile(r"(?:,|;|\band|\bwhile|\bbut)\s+$")
"""What stands before "in Y, another four": another clause begins."""
_COUNTED = re.compile(r"\s*,?\s*((?:[\w-]+\s+){0,3}?[\w-]+)(?=\s*(?:[,;.)]|and\b|on\b|$))")
"""How many stand behind a place that leads: "in Y, another four"."""
_OPENS = frozenset({"another", "other"})
_FURTHER = (("a", "further"), ("an", "additional"), ("at", "least"))
_BESIDE = frozenset({"more", "others", "other", "of", "them", "whom", "those", "further"})
_ONES = frozenset({"a", "an", "another", "one"})
_VERB = frozenset({"is", "are", "was", "were", "has", "have", "had", "will", "would", "who"})
_SAID = frozenset({"said", "reported", "added", "confirmed", "suspected"})
"""What tells of no deed between a verb and what shares it: "police said"."""
_HURT = frozenset({"wounded", "injured"})
"""What somebody may be who is counted: "four wounded men in Galdor"."""
_LATER = re.compile(r"[,;:–—-]|\b(?:and|while|plus|with|after|when|as|before)\b")
_WORD = re.compile(r"[\w’'-]+")


@dataclass(frozen=True, slots=True)
class Remnant:
    """How many, where and when, by a clause that leaves out its verb; ``when`` if it has a day."""

    span: Span
    where: Resolution
    count: Count | None
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Gapped:
    """A sentence parted: what its verb says itself, and the remnants that share the verb.

    ``text`` is that of the article with blanks for the remnants, which ``main`` does not hold.
    ``first`` is the remnant that is told by the verb's own clause where that only adds up:
    "killed nine: six in X and three in Y".
    """

    text: str
    main: Sentence
    rest: tuple[Remnant, ...]
    first: Remnant | None = None

    @property
    def start(self) -> int:
        """Where the first remnant begins."""
        return min(r.span.start for r in (*self.rest, *filter(None, [self.first])))

    def of(self, where: Resolution | None) -> Remnant | None:
        """Return the remnant that names a place."""
        at = where.mention.span if where is not None else None
        known = (*filter(None, [self.first]), *self.rest)
        return next((r for r in known if r.where.mention.span == at), None)


@lru_cache(maxsize=8)
def gapped(text: str, sentence: Sentence) -> Gapped | None:
    """Part a sentence into what its verb says and what shares the verb; ``None``: nothing does.

    Examples
    --------
    >>> from geo.model import Mention, MentionClass, Place, PlaceKind
    >>> text = "Six were killed in Tolmen and four in Galdor."
    >>> def named(name, start):
    ...     mention = Mention(Span(start, start + 6), name, MentionClass.LITERAL)
    ...     return Resolution(mention, Place(name, name, PlaceKind.SETTLEMENT, 1.0, 2.0), 0.9)
    >>> found = named("Tolmen", 19), named("Galdor", 38)
    >>> told = gapped(text, Sentence(Span(0, len(text)), 0, found, ()))
    >>> [(r.where.place.name, r.count.minimum) for r in told.rest]
    [('Galdor', 4)]
    """
    places = [r for r in sentence.resolutions if can_carry(r)]
    if len(places) < 2:
        return None
    found = list(_found(text, sentence, places))
    if not found:
        return None
    dated = _with_days(text, sentence, found)
    start = dated[0].span.start
    ahead = [r for r in places if r.mention.span.end <= start]
    harms = told(sentence.span.of(text))
    if _are_parts(sentence, harms, dated) and not _is_beside(ahead, dated):
        return _parted(text, sentence, dated[1:], dated[0]) if len(dated) > 1 else None
    return _parted(text, sentence, dated) if ahead else None


def _parted(
    text: str, sentence: Sentence, found: Sequence[Remnant], first: Remnant | None = None
) -> Gapped:
    """Part a sentence from its remnants; a day at its end dates all of it."""
    start = (first or found[0]).span.start
    days = [w for w in sentence.whens if w.span is not None and w.span.start < start]
    if not any(map(_is_day, days)):
        days += [found[0].when] if found[0].when is not None else []
    kept = {day.span for day in days}
    gone = [Span(_join_before(text, r.span.start), r.where.mention.span.end) for r in found]
    gone += [r.when.span for r in found if r.when and r.when.span and r.when.span not in kept]
    places = tuple(
        r
        for r in sentence.resolutions
        if (r.mention.span.start < start if first is None else r is first.where)
    )
    main = replace(sentence, resolutions=places, whens=tuple(days))
    return Gapped(_blanked(text, gone), main, tuple(found), first)


def _join_before(text: str, at: int) -> int:
    """Return where the words begin that join a remnant: ", and"."""
    join = _JOINED.search(text, max(at - LOOK_BACK, 0), at)
    return join.start() if join is not None else at


def _blanked(text: str, gone: Sequence[Span]) -> str:
    """Write blanks over stretches of a text, so that all others stay where they are."""
    for span in gone:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def _is_beside(ahead: Sequence[Resolution], found: Sequence[Remnant]) -> bool:
    """Tell whether the verb has a town of its own, which does not hold those of the remnants."""
    town = next((r.place for r in reversed(ahead) if r.place and is_town(r)), None)
    places = [r.where.place for r in found if r.where.place is not None]
    return town is not None and not any(lies_in(place, town) for place in places)


def _are_parts(sentence: Sentence, harms: Sequence[Harm], found: Sequence[Remnant]) -> bool:
    """Tell whether remnants are the parts of a sum: "killed nine: six in X and three in Y"."""
    start = found[0].span.start - sentence.span.start
    whole = next((h for h in harms if h.count is not None and h.start < start), None)
    if whole is None or whole.count is None or any(r.count is None for r in found):
        return False
    return whole.count.minimum == sum(r.count.minimum for r in found if r.count is not None)


# ---- what shares a verb


def _found(text: str, sentence: Sentence, places: Sequence[Resolution]) -> Iterator[Remnant]:
    """Yield the remnants of a sentence, in order, without their days."""
    last = sentence.span.start
    began = False
    for where in places:
        at = where.mention.span
        if at.start < last:
            continue
        remnant = _at(text, Span(last, sentence.span.end), where)
        if remnant is None or _tells(text, remnant.span.end, sentence):
            if began and remnant is None:
                continue
            last = at.end
            continue
        if not began and not _has_verb(text[sentence.span.start : remnant.span.start]):
            last = at.end
            continue
        if began and _has_verb(text[last : remnant.span.start]):
            return
        began, last = True, remnant.span.end
        yield remnant


def _has_verb(said: str) -> bool:
    """Tell whether words tell of a deed."""
    low = _WORD.findall(said.lower())
    return any(is_told(word) and word not in _SAID for word in low) or "dead" in low


def _tells(text: str, end: int, sentence: Sentence) -> bool:
    """Tell whether a verb goes on behind a place: "four in Galdor were held"."""
    word = _WORD.match(text, end + 1, sentence.span.end)
    if word is None or text[end : end + 1] != " ":
        return False
    return word.group() in _VERB or is_told(word.group().lower())


def _at(text: str, span: Span, where: Resolution) -> Remnant | None:
    """Read the remnant that names a place: "four in Galdor", "in Galdor, another four"."""
    at = where.mention.span
    begun = max(span.start, at.start - LOOK_BACK)
    ahead = text[begun : at.start]
    lead = _IN.search(ahead)
    if lead is None:
        return None
    for join in reversed([*_JOIN.finditer(ahead, 0, lead.start())]):
        said = ahead[join.end() : lead.start()]
        if (count := _number(said)) is not None:
            return Remnant(Span(begun + join.end(), at.end), where, count)
    if _ALONE.search(ahead, 0, lead.start() + 1):
        behind = _COUNTED.match(text, at.end, span.end)
        count = _number(behind.group(1)) if behind is not None else None
        if behind is not None and count is not None:
            return Remnant(Span(begun + lead.start() + 1, behind.end()), where, count)
    return None


def _number(said: str) -> Count | None:
    """Read how many a remnant tells of: "four", "another two people", "a woman", "six of them"."""
    words = _WORD.findall(said.lower())
    if not words or len(words) > NOUNS + 2 or re.search(r"[,;:]", said):
        return None
    k = 2 if tuple(words[:2]) in _FURTHER[:2] else int(words[0] in _OPENS)
    read = quantity(words, k)
    if read is None and words[0] in _ONES:
        read = Count(1, 1), 1
    if read is None and k == 2:
        return None
    if read is None:
        return None
    count, end = read
    rest = words[end:]
    known = all(word in _BESIDE or head_of(word) is not None for word in rest[-1:])
    verbs = any(is_told(word) and word not in _HURT for word in rest)
    single = words[0] in {"a", "an"} and not rest
    return None if not known or verbs or single or len(rest) > NOUNS else count


# ---- days


def _is_day(when: When) -> bool:
    return when.type in {"DATE", "TIME"} and when.last is not None


def _with_days(text: str, sentence: Sentence, found: Sequence[Remnant]) -> list[Remnant]:
    """Give each remnant its day: its own, that of a later one, else that of the one before.

    "Six were killed in X and four in Y on Monday" dates both, as does "On Monday, six were …".
    """
    days = [w for w in sentence.whens if w.span is not None and _is_day(w)]
    own = [_own_day(text, days, r, found[n + 1 : n + 2]) for n, r in enumerate(found)]
    start = found[0].span.start
    before = next((w for w in reversed(days) if w.span is not None and w.span.end <= start), None)
    dated = []
    for n, remnant in enumerate(found):
        later = next((w for w in own[n:] if w is not None), None)
        earlier = next((w for w in reversed(own[:n]) if w is not None), before)
        when = own[n] or later or earlier
        day = own[n]
        end = day.span.end if day is not None and day.span is not None else 0
        span = Span(remnant.span.start, max(remnant.span.end, end))
        dated.append(replace(remnant, span=span, when=when))
    return dated


def _own_day(
    text: str, days: Sequence[When], remnant: Remnant, following: Sequence[Remnant]
) -> When | None:
    """Return the day that stands behind the place of a remnant."""
    end = remnant.span.end
    limit = min([end + DAY_WITHIN, *(r.span.start for r in following)])
    day = next((w for w in days if w.span is not None and end <= w.span.start <= limit), None)
    if day is None or day.span is None:
        return None
    between = text[end : day.span.start]
    return None if _has_verb(between) or _LATER.search(between.lstrip(", ")) else day
