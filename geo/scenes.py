"""Bind a trigger to its own place and its own date.

This is the weak point of every peer: three quarters of audited GDELT rows have a wrong type or a
wrong place. Here the words decide in a stated order, and each answer says which one it was:

place  in the clause of the trigger; elsewhere in its sentence; the scene of the sentence before;
       that of the paragraph before; where those who act belong; what the article is about; the
       country of the dateline. What led to the news gets no more than the country of those who
       acted. Never a dateline's town, a government, a people, a reference point or page clutter.
       A set of crossings that stays open keeps the incident open: no country stands in for it.
date   in the clause; in the sentence; carried from the sentence before; the day that the opening
       of the article speaks of; else some days up to publication; without that, unknown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from geo.almanac import MONTHS, WEEKDAYS
from geo.clauses import Clause, holding, split
from geo.crossings import union
from geo.model import Article, Mention, MentionClass, Place, PlaceKind, Resolution, Span, When

__all__ = [
    "Scene",
    "Sentence",
    "bind_place",
    "bind_when",
    "can_carry",
    "country_of",
    "dateline",
    "focus",
    "news_day",
    "set_scene",
]

REPORTED_WITHIN_DAYS = 1
"""An undated report happened on the day of publication or the day before: true for 67 % of 5,988
US shootings reported in the press; the interval says so and is no invented day."""
CAUSE_WITHIN_DAYS = 7
"""What stands behind "after" happened before its effect; news keeps to about a week."""
NEWS_DAY_WITHIN_DAYS = 7
"""A date in the opening of an article is the day it speaks of, if it is this recent."""
OPENING_SENTENCES = 3
CARRIED = "carried from the sentence before"
NEWS_DAY = "the day the report speaks of"
FOCUS_MENTIONS = 2
"""An article that names a region this often is about it, more than about the country."""

# The finer place wins among several of a clause: a church in a town in a state.
_FINENESS = {
    PlaceKind.FACILITY: 6,
    PlaceKind.CROSSING: 6,
    PlaceKind.SETTLEMENT: 5,
    PlaceKind.RELIEF: 4,
    PlaceKind.WATER: 4,
    PlaceKind.ADMIN2: 3,
    PlaceKind.REGION: 2,
    PlaceKind.ADMIN1: 2,
    PlaceKind.COUNTRY: 1,
}
OPEN_PHRASE = 5.5
"""Crossings that stay open are finer than a town, and yield to a crossing that is named."""
_AREAS = {PlaceKind.REGION, PlaceKind.ADMIN1, PlaceKind.ADMIN2}
_IN_SPACE = re.compile(
    r"\b(?:in|at|near|on|outside|inside|around|towards?|across|throughout|within|into|between|"
    r"through|along|beyond|over|to)\s+(?:the\s+|a\s+|its\s+|both\s+)?"
    r"(?:[a-z][\w-]*\s+|(?:[a-z][\w-]*\s+){1,3}of\s+(?:the\s+)?)?$"
)
# Where the wounded, the dead and the accused are brought is not where it happened.
_BROUGHT = re.compile(
    r"\b(?:hospitals?|clinics?|morgues?|courts?|courthouse|prisons?|jails?|burn\s+unit)\s+(?:in|at|near)\s+"
    r"(?:the\s+)?(?:\w+\s+of\s+)?$|"
    r"\b(?:taken|flown|airlifted|transferred|rushed|brought|evacuated|extradited)\s+to\s+"
    r"(?:[\w-]+\s+){0,5}$"
)
_EARLIER = re.compile(r"\b(?:previous|previously|earlier)\b")
_PLUPERFECT = re.compile(r"\bhad\s+(?:been\s+)?\w+(?:ed|en|ung|uck|ot|ought|aught|one|it|ut)\b")
_LED_TO = re.compile(r"\bover\s+(?:the\s+|an?\s+)(?:[\w-]+\s+){0,2}$")
# "the 2008 declaration": the year dates the declaration, not what else the sentence tells.
_YEAR_OF_NOUN = re.compile(
    r"\s+(?!(?:and|or|when|after|before|as|but|in|at|by|to|the|a|an|for|with|during|that|who|on)\b)"
    r"[a-z]+"
)
# Between a trigger and its object: "bombed Serbia", "explosions shook the town of X".
_PREPOSITION = 12
"""Characters before a year in which its preposition stands."""
_AND = re.compile(r"\s?(?:,|and|,\s?and|&)\s(?:the\s)?(?:border\s)?")
_IN_YEAR = re.compile(r"\b(?:in|since|by|until|during|early|late)\s+$", re.IGNORECASE)
_OBJECT = re.compile(r"\s+(?:[a-z]+ed\s+|hit\s+|shook\s+|struck\s+)?(?:the\s+)?")
_IN_UNKNOWN = re.compile(
    r"\b(?:in|near|at)\s+(?P<name>[A-Z][^\W\d_]{3,}(?:\s[A-Z][^\W\d_]+)?)\b(?![’'])"
)
_CALENDAR = frozenset({*MONTHS, *WEEKDAYS})
_CROSSING_RULES = frozenset({"crossings", "crossing"})
_BORDER_OF = re.compile(r"\s+(?:with|between|to|into|from)(?:\s+[^\W\d_]\w+){0,3}?(?:\s+and)?\s+")
LOOK_BACK = 60
"""Characters before a name in which its preposition stands."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with what was found in it."""

    span: Span
    paragraph: int
    resolutions: tuple[Resolution, ...]
    whens: tuple[When, ...]


@dataclass(slots=True)
class Scene:
    """What an article has been speaking of up to here, and in which paragraph it said so."""

    where: Resolution | None = None
    where_paragraph: int = -1
    when: When | None = None
    when_paragraph: int = -1
    news_day: When | None = None
    background_paragraph: int = -1
    deed_paragraph: int | None = None
    about: Resolution | None = None
    country: Resolution | None = None
    filed_from: Resolution | None = None
    settled: bool = False

    def move(self, where: Resolution | None, when: When | None, paragraph: int) -> None:
        """Let what follows take place here and now; ``None`` leaves that half as it is."""
        if where is not None:
            self.where, self.where_paragraph = where, paragraph
        if when is not None and when.last is not None:
            self.when, self.when_paragraph = when, paragraph

    def settle(self, where: Resolution) -> None:
        """Let a report's first place be what the article is about, if that was only a country."""
        if not self.settled and (self.about is None or _is_country(self.about)):
            self.about = where
        self.settled = True


def set_scene(article: Article, sentence: Sentence, scene: Scene) -> None:
    """Let a sentence without a report set the scene: "Last week brought the latest incident."."""
    text = article.text
    places = [
        r
        for r in sentence.resolutions
        if can_carry(r)
        and not _is_country(r)
        and _in_space(text, r, r.mention.span)
        and not _aside(text, sentence, r.mention.span)
    ]
    # Without a publication day nobody can tell whether a date that dates no deed is old.
    days = [
        w
        for w in sentence.whens
        if article.published is not None
        and _usable(text, w, sentence.span)
        and w.span
        and not _aside(text, sentence, w.span)
    ]
    scene.move(places[-1] if places else None, days[-1] if days else None, sentence.paragraph)


def bind_place(
    article: Article,
    sentence: Sentence,
    trigger: Span,
    scene: Scene,
    rivals: Sequence[Span] = (),
) -> tuple[Resolution | None, str]:
    """Return the place of what a trigger tells of, and in words how it was found.

    ``rivals`` are the other triggers of the sentence: a place in a clause of theirs that tells
    what led to the news is their own.
    """
    text = article.text
    own = holding(text, sentence.span, trigger)
    inside = _options(text, sentence)
    if found := _best(text, [r for r in inside if own.span.covers(r.mention.span)], trigger):
        return found, "named in the same clause"
    acting = _acting(sentence, trigger)
    if own.cause:
        # What led to the news need not have happened where the news is: only the country is sure.
        if acting:
            return acting, "no place named; that of those who act"
        return scene.country, "no place named for what came before; the country"
    others = [r for r in inside if not _elsewhere(text, sentence, r.mention.span, rivals)]
    if found := _best(text, others, trigger):
        return found, "named in the same sentence"
    if unknown := _unknown(article, sentence, own):
        return unknown, "named, but not in the gazetteer"
    if scene.where is not None and scene.where_paragraph == sentence.paragraph:
        return scene.where, "the place of the sentence before"
    if scene.where is not None and sentence.paragraph - scene.where_paragraph <= 1:
        return scene.where, "the place of the paragraph before"
    if acting:
        return acting, "no place named; that of those who act"
    if scene.about is not None:
        return scene.about, "no place named here; what the article is about"
    if scene.filed_from is not None:
        return scene.filed_from, "no place named anywhere; the country it was filed from"
    return None, "no place is named"


def _options(text: str, sentence: Sentence) -> list[Resolution]:
    """Return what a sentence names that an incident may be put on, or that stays open."""
    phrases = [r for r in sentence.resolutions if r.mention.found_by in _CROSSING_RULES]
    return [
        r
        for r in sentence.resolutions
        if (can_carry(r) or r in phrases)
        and not any(_says_which_border(text, phrase, r) for phrase in phrases)
    ]


def _says_which_border(text: str, phrase: Resolution, other: Resolution) -> bool:
    """Tell whether a country only says which crossings are meant: "between X and Y"."""
    between = text[phrase.mention.span.end : other.mention.span.start]
    return (
        _is_country(other)
        and other.mention.span.start >= phrase.mention.span.end
        and bool(_BORDER_OF.fullmatch(between))
    )


def _elsewhere(text: str, sentence: Sentence, at: Span, rivals: Sequence[Span]) -> bool:
    """Tell whether a place belongs to a description, or to another deed that led to the news."""
    clause = holding(text, sentence.span, at)
    return clause.aside or (clause.cause and any(clause.span.covers(r) for r in rivals))


def _unknown(article: Article, sentence: Sentence, own: Clause) -> Resolution | None:
    """Return a name in space that nobody knows: no place is better than the wrong one."""
    for match in _IN_UNKNOWN.finditer(article.text, own.span.start, own.span.end):
        at = Span(match.start("name"), match.end("name"))
        spans = [r.mention.span for r in sentence.resolutions]
        spans += [w.span for w in sentence.whens if w.span is not None]
        spans += [c.span for c in article.clutter]
        name = match.group("name")
        if any(at.overlaps(span) for span in spans) or name.lower() in _CALENDAR:
            continue
        mention = Mention(at, name, MentionClass.LITERAL, found_by="unknown")
        return Resolution(mention, None, 0.0, (f"'{name}' is not in the gazetteer",))
    return None


def _aside(text: str, sentence: Sentence, at: Span) -> bool:
    """Tell whether something stands in a clause that only describes somebody."""
    return holding(text, sentence.span, at).aside


def can_carry(resolution: Resolution) -> bool:
    """Tell whether an incident may be put on a place that is named like this."""
    mention = resolution.mention
    return (
        mention.use is MentionClass.LITERAL
        and mention.relation != "reference"
        and resolution.place is not None
    )


def _best(text: str, options: Sequence[Resolution], trigger: Span) -> Resolution | None:
    """Return the finest place that stands in space, the nearest of equals."""

    def rank(r: Resolution) -> tuple[float, bool, int]:
        span = r.mention.span
        away = max(span.start - trigger.end, trigger.start - span.end, 0)
        fine = _FINENESS[r.place.kind] if r.place is not None else OPEN_PHRASE
        return -fine, not _in_space(text, r, trigger), away

    usable = [
        r
        for r in options
        if not _brought_there(text, r) and (_in_space(text, r, trigger) or not _is_country(r))
    ]
    return _with_its_like(text, min(usable, key=rank), usable) if usable else None


def _with_its_like(text: str, best: Resolution, options: Sequence[Resolution]) -> Resolution:
    """Join crossings that are named in one breath: "closed Jarinje and Brnjak"."""
    alike = [r for r in options if _is_crossing(r) and not r.members]
    if best not in alike:
        return best
    chain = [best]
    for other in alike:
        between = text[chain[-1].mention.span.end : other.mention.span.start]
        if other.mention.span.start > chain[-1].mention.span.end and _AND.fullmatch(between):
            chain.append(other)
    places = tuple(dict.fromkeys(r.place for r in chain if r.place is not None))
    if len(places) < 2:
        return best
    return replace(
        best, place=union(places), members=places, because=("named together", *best.because)
    )


def _is_crossing(resolution: Resolution) -> bool:
    return resolution.place is not None and resolution.place.kind is PlaceKind.CROSSING


def _is_country(resolution: Resolution) -> bool:
    return resolution.place is not None and resolution.place.kind is PlaceKind.COUNTRY


def _brought_there(text: str, resolution: Resolution) -> bool:
    span = resolution.mention.span
    return bool(_BROUGHT.search(text[max(0, span.start - LOOK_BACK) : span.start].lower()))


def _in_space(text: str, resolution: Resolution, trigger: Span) -> bool:
    """Tell whether a place is named as one: "in Kosovo", "bombed Serbia", not "of Germany"."""
    span = resolution.mention.span
    if resolution.mention.hint or resolution.mention.found_by != "name":
        return True
    if _OBJECT.fullmatch(text[trigger.end : span.start]):
        return True
    return bool(_IN_SPACE.search(text[max(0, span.start - LOOK_BACK) : span.start].lower()))


def _acting(sentence: Sentence, trigger: Span) -> Resolution | None:
    """Return the place whose police, army or authorities stand before the trigger."""
    acting = [
        r
        for r in sentence.resolutions
        if r.mention.use is MentionClass.MODIFIER
        and r.place is not None
        and r.mention.span.end <= trigger.start
    ]
    if not acting:
        return None
    return replace(acting[-1], because=(*acting[-1].because, "those who act belong to it"))


def focus(resolutions: Iterable[Resolution]) -> Resolution | None:
    """Return what an article is about: the part of a country it keeps naming, else the country."""
    literal = [r for r in resolutions if can_carry(r)]
    named = Counter(r.place.id for r in literal if r.place is not None and not _is_country(r))
    for r in literal:
        place = r.place
        if place is not None and place.kind in _AREAS and named[place.id] >= FOCUS_MENTIONS:
            return r
    return country_of(literal)


def dateline(resolutions: Iterable[Resolution]) -> Resolution | None:
    """Return the country or state of a dateline, never its town: a desk is no scene."""
    wide = (PlaceKind.COUNTRY, PlaceKind.ADMIN1)
    lines = [r for r in resolutions if r.mention.use is MentionClass.DATELINE and r.place]
    return next((r for r in lines if r.place is not None and r.place.kind in wide), None)


def country_of(resolutions: Iterable[Resolution]) -> Resolution | None:
    """Return the country that an article names in space most often, counting its places."""
    literal = [r for r in resolutions if can_carry(r)]
    countries = Counter(code for r in literal for code in _countries(r.place))
    for code, _ in sorted(countries.items(), key=lambda c: (-c[1], c[0])):
        for r in literal:
            if r.place is not None and r.place.id == code:
                return r
    return None


def _countries(place: Place | None) -> tuple[str, ...]:
    return place.countries if place is not None else ()


def bind_when(
    article: Article,
    sentence: Sentence,
    trigger: Span,
    scene: Scene,
    rivals: Sequence[Span] = (),
) -> tuple[When, bool]:
    """Return the date of what a trigger tells of, and whether the sentence itself gives it.

    ``rivals`` are the other triggers of the sentence: a date right behind one of them is its own.
    """
    text = article.text
    own = holding(text, sentence.span, trigger)
    dated = [w for w in sentence.whens if _usable(text, w, trigger)]
    inside = [w for w in dated if w.span and own.span.covers(w.span)]
    if inside:
        return _nearest(inside, trigger, rivals), True
    others = [w for w in dated if w.span and not _apart(text, sentence, w.span)]
    cause = own.cause or bool(_LED_TO.search(text[sentence.span.start : trigger.start]))
    if cause:
        effect = _nearest(dated, trigger) if dated else _carried(sentence, scene)
        return _before(effect, "before what followed from it"), False
    if others:
        return _nearest(others, trigger, rivals), True
    said = _with_cause(text, sentence, own).of(text).lower()
    carried = _carried(sentence, scene)
    if _EARLIER.search(said) or (carried is None and _PLUPERFECT.search(said)):
        return _until(article.published, "earlier than the report, not said when"), False
    if carried is not None and _PLUPERFECT.search(said):
        return _before(carried, "before what the sentence before tells"), False
    if carried is not None:
        return replace(carried, basis=_said_of(CARRIED, carried)), False
    if scene.news_day is not None:
        return replace(scene.news_day, basis=_said_of(NEWS_DAY, scene.news_day)), False
    return _reported(article.published), False


def _said_of(how: str, when: When) -> str:
    """Return the basis of a date taken over, however often it has been handed on."""
    told = when.basis.removeprefix(f"{CARRIED}: ")
    return f"{how}: {told}"


def _with_cause(text: str, sentence: Sentence, own: Clause) -> Span:
    """Return a clause with the cause that follows it: "clashes broke out after earlier …"."""
    behind = [c for c in split(text, sentence.span) if c.span.start == own.span.end and c.cause]
    return Span(own.span.start, behind[0].span.end if behind else own.span.end)


def _apart(text: str, sentence: Sentence, at: Span) -> bool:
    """Tell whether a date belongs to something else: "who have been there since 1999"."""
    clause = holding(text, sentence.span, at)
    return clause.aside or clause.opener == "since"


def _usable(text: str, when: When, trigger: Span) -> bool:
    """Tell whether a phrase can date a trigger: a day or longer, and not part of another noun."""
    if when.type not in {"DATE", "TIME"} or when.last is None or when.span is None:
        return False
    bare = when.precision == "year" and not _IN_YEAR.search(
        text[max(0, when.span.start - 12) : when.span.start]
    )
    noun = _YEAR_OF_NOUN.match(text, when.span.end) if bare else None
    return noun is None or noun.end() >= trigger.start > when.span.start


def _nearest(options: Sequence[When], trigger: Span, rivals: Sequence[Span] = ()) -> When:
    """Return the date nearest to a trigger; one behind it before one that another has taken."""
    behind = any(w.span is not None and w.span.start >= trigger.end for w in options)

    def rank(when: When) -> tuple[bool, int, int]:
        assert when.span is not None
        at = when.span
        before = at.end <= trigger.start
        taken = behind and before and any(rival.end <= at.start for rival in rivals)
        return taken, max(at.start - trigger.end, trigger.start - at.end, 0), at.start

    return min(options, key=rank)


def _carried(sentence: Sentence, scene: Scene) -> When | None:
    return scene.when if scene.when_paragraph == sentence.paragraph else None


def _before(effect: When | None, why: str) -> When:
    """Return the time shortly before an effect: the same month, or the days up to a day."""
    if effect is None or effect.last is None or effect.first is None:
        return When(None, None, "unknown", f"no date: {why}")
    if effect.precision in {"month", "year"}:
        return replace(effect, basis=f"{why}, within the same time: {effect.basis}", span=None)
    first = effect.first - timedelta(days=CAUSE_WITHIN_DAYS)
    basis = f"{why} ({effect.basis}), at most {CAUSE_WITHIN_DAYS} days"
    return When(first, effect.last, "range", basis)


def _until(published: date | None, why: str) -> When:
    told = f", published {published.isoformat()}" if published else ""
    return When(None, None, "unknown", why + told)


def _reported(published: date | None) -> When:
    if published is None:
        return When(None, None, "unknown", "no date in the text and no publication date")
    first = published - timedelta(days=REPORTED_WITHIN_DAYS)
    return When(
        first, published, "range", f"no date of its own; reported on {published.isoformat()}"
    )


def news_day(article: Article, sentences: Sequence[Sentence]) -> When | None:
    """Return the day that the opening of an article speaks of, if it is a recent one."""
    if article.published is None:
        return None
    for sentence in sentences[:OPENING_SENTENCES]:
        for when in sentence.whens:
            if when.precision != "day" or when.first is None or when.last != when.first:
                continue
            if 0 <= (article.published - when.first).days <= NEWS_DAY_WITHIN_DAYS:
                return when
    return None
