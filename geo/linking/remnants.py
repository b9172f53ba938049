"""Read what shares the verb of the clause before: "six were killed in X on Sunday and four in Y".

English leaves a verb out where the next clause would repeat it, and says only how many, where and
when. Each such remnant is an incident of its own, with its own place, day and number: read as words
of the first clause, they give it the place of one, the day of the other and the sum of both: so it
was for 190 of 322 sentences made from 23 frames, of which 5 are still wrong. A clause that only
goes on with the victims ("… and wounded four in Y") is as much a remnant as one without a verb.
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
from geo.language.late import late
from geo.language.numerals import ORDINALS, quantity
from geo.linking.conjuncts import Part, blanked, is_day, is_part
from geo.linking.passage import is_in_care
from geo.linking.scenes import Sentence, can_carry, is_town
from geo.model import Count, Resolution, Span, When

__all__ = ["SHARES_VERB", "Gapped", "Remnant", "gapped"]

SHARES_VERB = "shares the verb of the clause before"
"""The reason that the report of a remnant gives."""
LOOK_BACK = 90
"""Characters before a place in which its remnant begins."""
DAY_WITHIN = 36
"""Characters behind a place in which its day begins: "in Tolmen in attacks late on Monday"."""
FEW = 2
"""Fewer victims in a part of a place may be of those told for it: "three, one in its port"."""
NOUNS = 4
"""Words between a number and "in" at most: "two other young men"."""
_JOIN = re.compile(r"(?:^|[,;:–—-]|\b(?:and|while|plus|(?<!compared )with)\b)\s+(?=\S)")
_JOINED = re.compile(r"[\s,;:–—-]*(?:\b(?:and|while|plus|with)\s+)?$")
_IN = late(
    r"(?:^|\s)(?:in|at|near|outside|around|across|throughout)\s+"
    r"(?:(?:the|nearby|neighbou?ring|central|northern|southern|eastern|western|north|south|east|west|"
    r"city|town|village|capital|port|district|province|state|county|of|"
    r"(?:cities|towns|villages|parts)\s+(?:of|in|across|throughout))\s+)*$",
    re.IGNORECASE,
)
"""What leads a place: "in the town of"."""
_ALONE = re.compile(r"(?:,|;|\band|\bwhile|\bbut)\s+$")
"""What stands before "in Y, another four": another clause begins."""
_ONLY = re.compile(r"\s*(?:,|,?\s*and)\s+(?:then\s+)?$")
"""What stands before "(in) Y on Monday", which repeats all but place and day."""
_THING = re.compile(
    r"\s*(?:,|,?\s*and)\s+(?:then\s+)?(?:(?:with|against)\s+(?!an?\s|another\s))?"
    r"((?:(?:an?|another|the|two|three|four|five|several|other)\s+)?(?:[a-z-]+\s+){0,3}[a-z-]+)\s*"
)
"""What stands before "in Y on Monday", which repeats the verb with another object: "a bridge"."""
_EVENTS = frozenset({
    "vigil", "meeting", "service", "ceremony", "inquest", "hearing", "march", "rally", "strike",
    "summit", "conference", "funeral", "trial", "session", "visit", "match", "talks", "memorial",
    "prayer", "prayers", "mass", "speech", "debate", "fair", "concert",
})  # fmt: skip
"""What is held and not attacked."""
_BROUGHT = re.compile(r"\b(?:hospitals?|clinics?|morgue|court|custody|jail|prison)\b")
"""Where the hurt and the held are brought: no place of the deed."""
_DID = re.compile(
    r"(?:,\s+[A-Z][\w.]*(?:\s+[A-Z]\w*)?)?,?\s+(?:where|that|which|in\s+which|killing|wounding|"
    r"injuring|leaving)\b"
)
"""What stands before the victims of another deed: "and another in Y, Ohio, where ten died"."""
DID_WITHIN = 48
"""Characters behind its place in which they are told."""
_COUNTED = re.compile(r"\s*,?\s*((?:[\w-]+\s+){0,3}?[\w-]+)(?=\s*(?:[,;.)]|and\b|on\b|$))")
"""How many stand behind a place that leads: "in Y, another four"."""
_OPENS = frozenset({"another", "other"})
_FURTHER = (("a", "further"), ("an", "additional"))
_BESIDE = frozenset({"more", "others", "other", "of", "them", "whom", "those", "further"})
_ONES = frozenset({"a", "an", "another", "one"})
_VERB = frozenset({"is", "are", "was", "were", "has", "have", "had", "will", "would", "who"})
_SAID = frozenset({"said", "reported", "added", "confirmed", "suspected"})
"""What tells of no deed between a verb and what shares it: "police said"."""
_HURT = frozenset({"wounded", "injured"})
"""What somebody may be who is counted: "four wounded men in Galdor"."""
_STOP = re.compile(r"[,;:.–—]|\s(?:and|when|after|as|while|where|before|that|which|by|during)\s")
"""Where a remnant ends at the latest."""
_FULL = frozenset({"is", "are", "was", "were", "has", "have"})
"""A verb that no clause shares: "and 30 were hurt in Y as crowds fought" is another deed."""
_END = re.compile(r"\s*(?:$|[.,;](?!\w)|and\b)")
_LATER = re.compile(r"[,;:–—-]|\b(?:and|while|plus|with|after|when|as|before)\b")
_WORD = re.compile(r"[\w’'-]+")


@dataclass(frozen=True, slots=True)
class Remnant:
    """How many, where and when, by a clause that leaves out its verb.

    ``when`` is its day; ``count`` is ``None`` if it says only where and when, or has a verb of harm
    of its own (``tells``).
    """

    span: Span
    where: Resolution
    count: Count | None = None
    when: When | None = None
    tells: bool = False


@dataclass(frozen=True, slots=True)
class Gapped(Part):
    """A sentence parted: what its verb says itself, and the remnants that share the verb.

    ``text`` is that of the article with blanks for the remnants, which ``main`` does not hold.
    ``first`` is the remnant that is told by the verb's own clause where that only adds up:
    "killed nine: six in X and three in Y".
    """

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
def gapped(text: str, sentence: Sentence, triggers: tuple[Span, ...] = ()) -> Gapped | None:
    """Part a sentence into what its verb says and what shares the verb; ``None``: nothing does.

    Parameters
    ----------
    text
        The text of the article.
    sentence
        The sentence, with what was found in it.
    triggers
        The words that tell of incidents: a clause that has its own is no remnant.

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
    reader = _Reader(text, sentence, places, triggers, told(sentence.span.of(text)))
    found = list(reader.found())
    if not found:
        return None
    dated = reader.dated(found)
    ahead = [r for r in places if r.mention.span.end <= dated[0].span.start]
    if _are_parts(sentence, reader.harms, dated) and not _is_beside(ahead, dated):
        return _parted(text, sentence, dated[1:], dated[0]) if len(dated) > 1 else None
    return _parted(text, sentence, dated) if ahead and not _is_within(ahead, dated) else None


def _parted(
    text: str, sentence: Sentence, found: Sequence[Remnant], first: Remnant | None = None
) -> Gapped:
    """Part a sentence from its remnants; a day at its end dates all of it."""
    start = (first or found[0]).span.start
    days = [w for w in sentence.whens if w.span is not None and w.span.start < start]
    if not any(map(is_day, days)):
        days += [found[0].when] if found[0].when is not None else []
    kept = {day.span for day in days}
    gone = [Span(_join_before(text, r.span.start), r.span.end) for r in found]
    gone = [
        Span(s.start, min([s.end, *(k.start for k in kept if k and k.start > s.start)]))
        for s in gone
    ]
    gone += [r.when.span for r in found if r.when and r.when.span and r.when.span not in kept]
    places = tuple(
        r
        for r in sentence.resolutions
        if (r.mention.span.start < start if first is None else r is first.where)
    )
    main = replace(sentence, resolutions=places, whens=tuple(days))
    return Gapped(blanked(text, gone), main, tuple(found), first)


def _join_before(text: str, at: int) -> int:
    """Return where the words begin that join a remnant: ", and"."""
    join = _JOINED.search(text, max(at - LOOK_BACK, 0), at)
    return join.start() if join is not None else at


def _is_beside(ahead: Sequence[Resolution], found: Sequence[Remnant]) -> bool:
    """Tell whether the verb has a place of its own, which does not hold those of the remnants.

    A town if one is named, else the last: "seven were killed in Borno, five in Yobe and two in …".
    """
    towns = [r.place for r in ahead if r.place and is_town(r)]
    own = towns or [r.place for r in ahead if r.place]
    places = [r.where.place for r in found if r.where.place is not None]
    return bool(own) and not any(is_part(place, own[-1]) for place in places)


def _is_within(ahead: Sequence[Resolution], found: Sequence[Remnant]) -> bool:
    """Tell whether a remnant only says where in the place of the verb: "one in its Old Town"."""
    whole = ahead[-1].place
    few = (r for r in found if r.count is None or r.count.minimum < FEW)
    places = [r.where.place for r in few if r.where.place is not None]
    return whole is not None and any(p.id == whole.id or is_part(p, whole) for p in places)


def _are_parts(sentence: Sentence, harms: Sequence[Harm], found: Sequence[Remnant]) -> bool:
    """Tell whether remnants are the parts of a sum: "killed nine: six in X and three in Y"."""
    start = found[0].span.start - sentence.span.start
    whole = next((h for h in harms if h.count is not None and h.start < start), None)
    if whole is None or whole.count is None or any(r.count is None for r in found):
        return False
    return whole.count.minimum == sum(r.count.minimum for r in found if r.count is not None)


def _has_verb(said: str) -> bool:
    """Tell whether words tell of a deed."""
    low = _WORD.findall(said.lower())
    return any(is_told(word) and word not in _SAID for word in low) or "dead" in low


def _number(said: str) -> Count | None:
    """Read how many a remnant tells of: "four", "another two people", "a woman", "six of them"."""
    words = _WORD.findall(said.lower())
    if not words or len(words) > NOUNS + 2 or re.search(r"[,;:]", said):
        return None
    if words[0] == "a" and words[1:] and words[1] in ORDINALS and len(words) == 2:
        return Count(1, 1)  # "a second in Galdor"
    k = 2 if tuple(words[:2]) in _FURTHER else int(words[0] in _OPENS)
    read = quantity(words, k)
    if read is None and words[0] in _ONES:
        read = Count(1, 1), 1
    if read is None:
        return None
    count, end = read
    rest = words[end:]
    known = all(word in _BESIDE or head_of(word) is not None for word in rest[-1:])
    # "Four wounded men", not "a grenade wounded nine people".
    behind = [quantity(rest, k) for k in range(1, len(rest))] + [None]
    does = zip(rest, behind, strict=True) if rest else ()
    verbs = any(is_told(word) and (word not in _HURT or whom) for word, whom in does)
    single = words[0] in {"a", "an"} and not rest
    return None if not known or verbs or single or len(rest) > NOUNS else count


def _is_one_of(said: str, join: str) -> bool:
    """Tell whether one is singled out of those told of: "three bombs in X, one at its station"."""
    return join.startswith(",") and said.lower().split()[:1] == ["one"]


@dataclass(frozen=True, slots=True)
class _Reader:
    """A sentence in which remnants are looked for; ``places`` can carry an incident."""

    text: str
    sentence: Sentence
    places: Sequence[Resolution]
    triggers: tuple[Span, ...]
    harms: Sequence[Harm]

    def found(self) -> Iterator[Remnant]:
        """Yield the remnants of a sentence, in order, by themselves."""
        text, last, began = self.text, self.sentence.span.start, False
        for where in self.places:
            at = where.mention.span
            if at.start < last:
                continue
            remnant = self._at(last, where)
            if remnant is None:
                last = last if began else at.end
                continue
            ahead = text[self.sentence.span.start : remnant.span.start]
            if not began and not _has_verb(ahead):
                last = at.end
                continue
            if began and _has_verb(text[last : remnant.span.start]):
                return
            began, last = True, remnant.span.end
            yield remnant

    def _at(self, last: int, where: Resolution) -> Remnant | None:
        """Read the remnant that names a place, behind where the one before ends."""
        at = where.mention.span
        ahead = self.text[max(last, at.start - LOOK_BACK) : at.start]
        if is_in_care(self.text, at) or _BROUGHT.search(ahead):
            return None
        remnant = self._bare(last, where)
        if remnant is not None and (does := self._doing(remnant)) is not None:
            return does
        if remnant is not None and not self._goes_on(self._end_of(remnant.span.end)):
            return remnant
        return self._telling(last, where) or self._again(last, where)

    def _bare(self, last: int, where: Resolution) -> Remnant | None:
        """Read one without a verb: "four in Galdor", "in Galdor, another four"."""
        at = where.mention.span
        begun = max(last, at.start - LOOK_BACK)
        ahead = self.text[begun : at.start]
        lead = _IN.search(ahead)
        if lead is None:
            return None
        for join in reversed([*_JOIN.finditer(ahead, 0, lead.start())]):
            said = ahead[join.end() : lead.start()]
            if _is_one_of(said, join.group()):
                continue
            if (count := _number(said)) is not None:
                return Remnant(Span(begun + join.end(), at.end), where, count)
        if _ALONE.search(ahead, 0, lead.start() + 1):
            behind = _COUNTED.match(self.text, at.end, self.sentence.span.end)
            count = _number(behind.group(1)) if behind is not None else None
            if behind is not None and count is not None:
                return Remnant(Span(begun + lead.start() + 1, behind.end()), where, count)
        return None

    def _goes_on(self, end: int) -> bool:
        """Tell whether a verb goes on behind a place: "four in Galdor were held"."""
        stop = _STOP.search(self.text, end, self.sentence.span.end)
        said = self.text[end : stop.start() if stop is not None else self.sentence.span.end]
        low = _WORD.findall(said.lower())
        return any(word in _VERB or is_told(word) for word in low)

    def _doing(self, remnant: Remnant) -> Remnant | None:
        """Read what another deed did there: "and one in Galdor on Monday killed four"."""
        at, offset = remnant.where.mention.span, self.sentence.span.start
        if remnant.count != Count(1, 1) or remnant.span.end > at.end:
            return None
        end = self._end_of(at.end)
        told = _DID.match(self.text, end, self.sentence.span.end)
        behind = (h for h in self.harms if _is_counted(h) and h.at + offset >= end)
        near = [h for h in behind if h.at + offset - end <= (DID_WITHIN if told else 1)]
        if not near or not (told or near[0].active):
            return None
        last = max(max(h.end, h.at) for h in near) + offset
        return replace(remnant, span=Span(remnant.span.start, last), count=None, tells=True)

    def _telling(self, last: int, where: Resolution) -> Remnant | None:
        """Read one with a word of harm: "wounded four in Galdor", "four were hurt in Galdor"."""
        at, offset = where.mention.span, self.sentence.span.start
        end, day = self._end_of(last), at.start
        join = _JOIN.search(self.text, end, day)
        lead = _IN.search(self.text, last, day)
        if join is None or join.start() > end + 1 or lead is None:
            return None
        start = join.end()
        here = [h for h in self.harms if h.start + offset >= start and h.at + offset < day]
        before = [h for h in self.harms if h.end + offset <= start and h.at + offset <= start]
        own = any(start <= trigger.start < at.end for trigger in self.triggers)
        fates = {h.fate for h in before}
        full = not _FULL.isdisjoint(_WORD.findall(self.text[start:day].lower()))
        own |= full and not any(h.fate in fates for h in here) and not self._ends(at.end)
        if own or not any(map(_is_counted, here)) or not any(map(_is_counted, before)):
            return None
        return Remnant(Span(start, at.end), where, tells=True)

    def _ends(self, end: int) -> bool:
        """Tell whether nothing goes on behind a place and its day: "five were wounded in Y."."""
        return _END.match(self.text, self._end_of(end), self.sentence.span.end) is not None

    def _end_of(self, last: int) -> int:
        """Return where the place that ends somewhere has its day told as well."""
        day = self._day_behind(last, self.sentence.span.end)
        return day.span.end if day is not None and day.span is not None else last

    def _again(self, last: int, where: Resolution) -> Remnant | None:
        """Read one that says only where and when: "on Sunday and in Galdor on Monday".

        Or with what else it was done to: "and a bridge in Galdor on Monday".
        """
        at, end = where.mention.span, self._end_of(last)
        if end == last or self._day_behind(at.end, self.sentence.span.end) is None:
            return None
        lead = _IN.search(self.text, end, at.start)
        begun = lead.start() + 1 if lead is not None else at.start
        join = _ONLY.match(self.text, end, begun)
        if join is not None and join.end() == begun:
            return Remnant(Span(begun, at.end), where)
        thing = _THING.fullmatch(self.text, end, begun) if lead is not None else None
        if thing is None or self._is_told(thing) or self._goes_on(self._end_of(at.end)):
            return None
        return Remnant(Span(thing.start(1), at.end), where)

    def _is_told(self, thing: re.Match[str]) -> bool:
        """Tell whether what should be an object tells of a deed itself: "and a march in Y"."""
        own = any(thing.start() <= trigger.start < thing.end() for trigger in self.triggers)
        # Who was counted before is no "bridge": "two were killed in X and a vigil in Y".
        counted = any(map(_is_counted, self.harms))
        return own or counted or _has_verb(thing[1]) or thing[1].split()[-1] in _EVENTS

    # ---- days

    def dated(self, found: Sequence[Remnant]) -> list[Remnant]:
        """Give each remnant its day: its own, that of a later one, else that of the one before.

        "Six were killed in X and four in Y on Monday" dates both, as does "On Monday, six were …".
        """
        starts = [*(r.span.start for r in found[1:]), self.sentence.span.end]
        own = [self._day_of(r, s) for r, s in zip(found, starts, strict=True)]
        start = found[0].span.start
        days = [w for w in self.sentence.whens if w.span and w.span.end <= start and is_day(w)]
        before = days[-1] if days else None
        dated = []
        for n, (remnant, day) in enumerate(zip(found, own, strict=True)):
            later = next((w for w in own[n:] if w is not None), None)
            earlier = next((w for w in reversed(own[:n]) if w is not None), before)
            end = day.span.end if day is not None and day.span is not None else 0
            span = Span(remnant.span.start, max(remnant.span.end, end))
            dated.append(replace(remnant, span=span, when=day or later or earlier))
        return dated

    def _day_of(self, remnant: Remnant, limit: int) -> When | None:
        """Return the day that stands right behind the place of a remnant, or behind all of it."""
        near = self._day_behind(remnant.where.mention.span.end, limit)
        return near or self._day_behind(remnant.span.end, limit)

    def _day_behind(self, end: int, limit: int) -> When | None:
        """Return the day that stands right behind a place."""
        reach = min(end + DAY_WITHIN, limit)
        days = (w for w in self.sentence.whens if w.span is not None and is_day(w))
        day = next((w for w in days if w.span and end <= w.span.start <= reach), None)
        if day is None or day.span is None:
            return None
        between = self.text[end : day.span.start]
        return None if _has_verb(between) or _LATER.search(between.lstrip(", ")) else day


def _is_counted(harm: Harm) -> bool:
    """Tell whether a harm counts people who are no part of those told of before."""
    part = any(person.part for person in harm.people)
    return harm.count is not None and harm.count.minimum > 0 and not (part or harm.own or harm.toll)
