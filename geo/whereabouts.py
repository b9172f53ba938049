"""Bind a trigger to its own place.

This is the weak point of every peer: three quarters of audited GDELT rows have a wrong type or a
wrong place. Here the words decide in a stated order, and each answer says which one it was:
in the clause of the trigger; elsewhere in its sentence; the scene of the sentence before; that of
the paragraph before; where those who act belong; the town that the article is at home in
(``geo.locality``); what the article is about; the country of the dateline. Never a dateline's town
for itself, a government, a people, a reference point or page clutter. "15 km south of X" is a place
where nothing finer than a region is named (``geo.relations``). A set of crossings that stays open
keeps the incident open, and so does a name that nobody knows, unless the article is at home in a
town: that stands for its streets and quarters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geo import locality, relations
from geo.almanac import MONTHS, WEEKDAYS
from geo.clauses import Clause, holding
from geo.crossings import union
from geo.model import Article, Mention, MentionClass, Place, PlaceKind, Resolution, Span
from geo.scenes import Scene, Sentence, can_carry, is_country
from geo.timing import dates_a_deed

__all__ = ["bind_place", "set_scene"]

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
DERIVED, DERIVED_WIDE = 2.5, 1.5
"""What is only measured from other places yields to every named town and county; where its radius
exceeds ``WIDE_M`` ("near the border with X") to a named region as well, never to a country."""
WIDE_M = 100_000.0
OPEN_PHRASE = 5.5
"""Crossings that stay open are finer than a town, and yield to a crossing that is named."""
_IN_SPACE = re.compile(
    r"\b(?:in|at|near|on|outside|inside|around|towards?|across|throughout|within|into|between|"
    r"through|along|beyond|over|to)\s+(?:the\s+|a\s+|its\s+|both\s+)?"
    r"(?:[a-z][\w-]*\s+|(?:[a-z][\w-]*\s+){1,3}of\s+(?:the\s+)?)?$"
)
_AND = re.compile(r"\s?(?:,|and|,\s?and|&)\s(?:the\s)?(?:border\s)?")
_OBJECT = re.compile(r"\s+(?:[a-z]+ed\s+|hit\s+|shook\s+|struck\s+)?(?:the\s+)?")
_IN_UNKNOWN = re.compile(
    r"\b(?:in|near|at)\s+(?P<name>[A-Z][^\W\d_]{3,}(?:\s[A-Z][^\W\d_]+)?)\b(?![’'])"
)
_CALENDAR = frozenset({*MONTHS, *WEEKDAYS})
_CROSSING_RULES = frozenset({"crossings", "crossing"})
_BORDER_OF = re.compile(r"\s+(?:with|between|to|into|from)(?:\s+[^\W\d_]\w+){0,3}?(?:\s+and)?\s+")
AT_HOME = "the town that the article is at home in"
# How strong the town of an article must be (``geo.locality``): to be the place of what names none;
# to hold a street that nobody knows; to outweigh a region that the article keeps naming.
LEAST_HOME, UNKNOWN_IN_TOWN, OVER_REGION = 1.0, 1.5, 4.0
LOOK_BACK = 60
"""Characters before a name in which its preposition stands."""


def set_scene(article: Article, sentence: Sentence, scene: Scene) -> None:
    """Let a sentence without a report set the scene: "Tuesday saw two more such cases."."""
    text = article.text
    places = [
        r
        for r in sentence.resolutions
        if can_carry(r)
        and not is_country(r)
        and _in_space(text, r, r.mention.span)
        and not _aside(text, sentence, r.mention.span)
        and not locality.brought_there(text, r.mention.span)
    ]
    # Without a publication day nobody can tell whether a date that dates no deed is old.
    days = [
        w
        for w in sentence.whens
        if article.published is not None
        and dates_a_deed(text, w, sentence.span)
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
    where, how = _bind(article, sentence, trigger, scene, rivals)
    if where is not None and scene.home is not None:
        return locality.refine(article.text, where, how, scene.home)
    return where, how


def _bind(
    article: Article, sentence: Sentence, trigger: Span, scene: Scene, rivals: Sequence[Span]
) -> tuple[Resolution | None, str]:
    """Return the place by what the words say, without asking whether it lies where it should."""
    text = article.text
    own = holding(text, sentence.span, trigger)
    inside = _options(text, sentence)
    if found := _best(text, [r for r in inside if own.span.covers(r.mention.span)], trigger):
        return _or_named(found, "named in the same clause", scene, sentence)
    acting = _acting(sentence, trigger)
    if own.cause:
        # What led to the news need not have happened where the news is: only the country is sure.
        if acting:
            return acting, "no place named; that of those who act"
        if home := _home(scene, LEAST_HOME, AT_HOME):
            return home, f"no place named here; {AT_HOME}"
        return scene.country, "no place named for what came before; the country"
    others = [r for r in inside if not _elsewhere(text, sentence, r.mention.span, rivals)]
    if found := _best(text, others, trigger):
        return _or_named(found, "named in the same sentence", scene, sentence)
    if unknown := _unknown(article, sentence, own):
        said = f"'{unknown.mention.name}' is not in the gazetteer"
        if home := _home(scene, UNKNOWN_IN_TOWN, said, unknown.mention):
            return home, f"named, but not in the gazetteer; {AT_HOME}"
        return unknown, "named, but not in the gazetteer"
    if scene.where is not None and scene.where_paragraph == sentence.paragraph:
        return scene.where, "the place of the sentence before"
    if scene.where is not None and sentence.paragraph - scene.where_paragraph <= 1:
        return scene.where, "the place of the paragraph before"
    if acting:
        return acting, "no place named; that of those who act"
    if home := _home(scene, LEAST_HOME, AT_HOME):
        return home, f"no place named here; {AT_HOME}"
    if scene.about is not None:
        return scene.about, "no place named here; what the article is about"
    if scene.filed_from is not None:
        return scene.filed_from, "no place named anywhere; the country it was filed from"
    return None, "no place is named"


def _home(
    scene: Scene, least: float, because: str, mention: Mention | None = None
) -> Resolution | None:
    """Return somewhere in the town that the article is at home in, if enough speaks for it."""
    home, about = scene.home, scene.about
    if about is not None and about.place is not None and about.place.kind is PlaceKind.REGION:
        least = OVER_REGION
    return locality.within(home, because, mention) if home and home.strength >= least else None


def _or_named(
    found: Resolution, how: str, scene: Scene, sentence: Sentence
) -> tuple[Resolution, str]:
    """Let the town of the sentence before stand for "near the border" if it lies there."""
    before = scene.where
    if (
        before is not None
        and before.place is not None
        and found.place is not None
        and found.place.derived
        and sentence.paragraph - scene.where_paragraph <= 1
        and relations.holds(found.place, before.place)
    ):
        return before, f"named before, and {found.place.name}"
    return found, how


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
        is_country(other)
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
        seen = [r for r in sentence.resolutions if at.overlaps(r.mention.span)]
        if seen and seen[0].place is None and seen[0].mention.use is MentionClass.LITERAL:
            return seen[0]
        spans = [r.mention.span for r in seen]
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


def _best(text: str, options: Sequence[Resolution], trigger: Span) -> Resolution | None:
    """Return the finest place that stands in space, the nearest of equals."""

    def rank(r: Resolution) -> tuple[float, bool, int]:
        span = r.mention.span
        away = max(span.start - trigger.end, trigger.start - span.end, 0)
        fine = _fineness(r.place) if r.place is not None else OPEN_PHRASE
        return -fine, not _in_space(text, r, trigger), away

    usable = [
        r
        for r in options
        if not locality.brought_there(text, r.mention.span)
        and (_in_space(text, r, trigger) or not is_country(r))
    ]
    return _with_its_like(text, min(usable, key=rank), usable) if usable else None


def _fineness(place: Place) -> float:
    if not place.derived:
        return _FINENESS[place.kind]
    return DERIVED if (place.uncertainty_m or 0.0) <= WIDE_M else DERIVED_WIDE


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
