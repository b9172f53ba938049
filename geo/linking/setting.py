"""What the sentences before tell of where and when a deed was that its own does not place.

A sentence without a deed may set the scene for the next; and not every deed is where the article
has been speaking of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from geo.events.captives import TAKEN
from geo.language.clauses import holding, is_told
from geo.language.words import words
from geo.lexicon import Trigger
from geo.linking import hometown, unknowns, villages
from geo.linking.capitals import capital_told_of
from geo.linking.contenders import lists
from geo.linking.passage import came_from, is_in_care, is_thing, speaks_at, told_there
from geo.linking.scenes import AREAS, Scene, Sentence, can_carry, is_country, is_town
from geo.linking.timing import sets_the_day
from geo.model import Article, MentionClass, PlaceKind, Resolution, Span, When
from geo.toponymy.containers import lies_in

__all__ = [
    "as_scene",
    "is_at_venue",
    "scenes_of",
    "set_scene",
    "setting_of",
    "town_told_of",
]

_IN_SPACE = re.compile(
    r"\b(?:in|at|near|on|outside|inside|around|towards?|across|throughout|within|into|between|"
    r"through|along|beyond|over|to)\s+(?:the\s+|a\s+|its\s+|both\s+)?"
    r"(?:[a-z][\w-]*\s+|(?:[a-z][\w-]*\s+){1,3}of\s+(?:the\s+)?)?$"
)
_REACHED = re.compile(r"\b(?:reached|entered)\s+(?:the\s+)?(?:(?:town|city|village)\s+of\s+)?$")
# "Tolmen, in the south, woke up to …", "Tolmen had a calmer night".
_TELLS = re.compile(
    r"(?:,\s[^.;]{3,140}?,)?\s(?:also\s|too\s|itself\s)?"
    r"(?:did|was|were|is|had|has|saw|woke|remained|stayed|looked|went|fell|got|lived|spent|awoke|[a-z]{3,}ed)\s"
)
_ABOUT_TOWN = re.compile(r"\W*(?:[Tt]he\s|[Mm]any\s|[Ss]ome\s)?(?:[a-z]+\s)?([A-Za-z]+)\s+of\s+$")
_FOLK = frozenset(
    {
        "Residents",
        "Villagers",
        "Inhabitants",
        "People",
        "residents",
        "villagers",
        "people",
        "streets",
    }
)
"""Of whom a sentence tells that is about a town: "Residents of Tolmen found two bodies"."""
_OF_A_CITY = re.compile(
    r",\s(?:[\w’'-]+\s){1,5}(?:capital|city|port|town)\b[^.;]{0,80}?,\s|"
    r"\s(?:also\s)?(?:woke|awoke|(?:was|is|remained)\s(?:under\s|calm|quiet|tense))"
)
"""Behind a capital, what tells of the town and not of those who govern in it."""
_OBJECT = re.compile(r"\s+(?:[a-z]+ed\s+|hit\s+|shook\s+|struck\s+)?(?:the\s+)?")
_MOVES_ON = re.compile(
    r"(?:meanwhile|separately|elsewhere|in (?:a|another) (?:separate|similar)|in another)\b",
    re.IGNORECASE,
)
"""How a sentence opens that leaves the town of the news."""
_INSIDE = re.compile(
    r"\b(?:in|at|near|outside|inside|around|across|throughout|through|into|within)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_HOUSE = re.compile(r"\s(?:[a-z]+\s)?([a-z]+)\b")
_INMATES = re.compile(
    r"\b(?:inmates|prisoners|convicts|detainees|warders|jailers)\b", re.IGNORECASE
)
"""Whose fights are in a prison, where others are only brought."""
_CHAIN = re.compile(r"\s?[,(]\s?")
_KILLING = re.compile(
    r"\b(?:murder(?:s|ed)?|assassinat(?:ed|ions?)|kill(?:ed|ings?)|massacred?)$", re.IGNORECASE
)
"""Words that say no more of a deed than that somebody was killed."""
LONGEST_LABEL = 80
"""Characters of a label that stands in front of what is told."""
_WORDS = re.compile(r"\b[a-z]+\b")
_NO_LABEL = frozenset({"is", "are", "be", "to", "will", "who", "that", "which", "source", "from"})
_MINE = re.compile(r"\b(?:I|[Mm]y|[Oo]ur|[Ww]e)\b")
COARSE = "attack"
"""The kind of what is only told to be a killing."""


_OF_A_LIFE = re.compile(r"\b(?:born|founded|married)\b")
_OPENS = frozenset({"", "on", "around", "about", "circa"})
"""What may stand before the day that a note opens with: "On 5 May 2020, troops …"."""


def set_scene(article: Article, sentence: Sentence, scene: Scene) -> None:
    """Let a sentence without a report set the scene: "Tuesday saw two more such cases."."""
    text = article.text
    # Without a publication day nobody can tell whether a date that dates no deed is old, unless
    # the text opens with it.
    told = sentence.whens if article.published is not None else _opening_day(text, sentence)
    days = (
        w
        for w in reversed(told)
        if w.span and sets_the_day(text, sentence, w) and not _aside(text, sentence, w.span)
    )
    place = None if _is_own_story(text, sentence) else next(scenes_of(text, sentence), None)
    label = _labelled(text, sentence)
    if label is not None:
        place = label
    elif place is not None and _holds_scene(scene, place):
        place = None
    elif place is None:
        place = capital_told_of(text, sentence, scene)
    if place is None and scene.where_paragraph != sentence.paragraph:
        place = _unlisted_scene(text, sentence, scene)
    scene.move(place, next(days, None), sentence.paragraph)


def _opening_day(text: str, sentence: Sentence) -> list[When]:
    """Return the day that a text opens with, written out: what follows it is told of that day."""
    first = sentence.whens[0] if sentence.whens else None
    if first is None or first.span is None or first.precision != "day":
        return []
    if _OF_A_LIFE.search(sentence.span.of(text)):
        return []
    return [first] if text[: first.span.start].strip().lower() in _OPENS else []


def _labelled(text: str, sentence: Sentence) -> Resolution | None:
    """Return the town of a label: a short sentence without a verb, "15 Oct, Tolmen, at dawn.".

    Of "Tolmen, Galdor." it is the first; the second only says where that lies.
    """
    said = sentence.span.of(text)
    if len(said) > LONGEST_LABEL or not any(map(_is_fine, sentence.resolutions)):
        return None
    if any(is_told(word) or word in _NO_LABEL for word in _WORDS.findall(said)):
        return None
    return next(filter(_is_fine, sentence.resolutions))


def _is_fine(r: Resolution) -> bool:
    place = r.place
    fine = place is not None and (place.kind is PlaceKind.SETTLEMENT or place.derived)
    return fine and can_carry(r)


def _is_own_story(text: str, sentence: Sentence) -> bool:
    """Tell whether somebody speaks of themselves in quotes: "I have a sick mother in X"."""
    said = sentence.span.of(text).lstrip()
    return said.startswith(("“", '"')) and _MINE.search(said) is not None


def scenes_of(text: str, sentence: Sentence) -> Iterator[Resolution]:
    """Yield where a sentence without a deed says that something was, the last place first.

    That of those who tell of it comes last: "near X, officials in Y said".
    """
    tellers: list[Resolution] = []
    town = town_told_of(text, sentence)
    wider: list[Resolution] = []
    for r in reversed(sentence.resolutions):
        if town is not None and _describes(text, town, r):
            continue
        if can_carry(r) and not is_country(r) and _may_be_scene(text, sentence, r):
            if told_there(text, r.mention.span):
                tellers.append(r)
            elif _holds_one(text, r, sentence):
                wider.append(r)
            else:
                yield r
        elif is_at_venue(text, sentence, r):
            yield as_scene(r)
    yield from wider
    yield from tellers


def _describes(text: str, town: Resolution, other: Resolution) -> bool:
    """Tell whether a place only says where a town lies: "Tolmen, a port on the Orva, was calm"."""
    ends = town.mention.span.end
    apposed = text.startswith(", ", ends)
    return apposed and ends < other.mention.span.start < text.find(",", ends + 1)


def _holds_one(text: str, area: Resolution, sentence: Sentence) -> bool:
    """Tell whether an area only says where a place before it lies: "Tolmen in Galdor province"."""
    whole, start = area.place, area.mention.span.start
    if whole is None or whole.kind not in AREAS:
        return False
    before = [r for r in sentence.resolutions if can_carry(r) and r.mention.span.end <= start]
    # "Tolmen (Orva, Galdor District, …)": wherever that is.
    if before and _CHAIN.fullmatch(text, before[-1].mention.span.end, start):
        return True
    return any(r.place is not None and lies_in(r.place, whole) for r in before)


def _unlisted_scene(text: str, sentence: Sentence, scene: Scene) -> Resolution | None:
    """Return where a paragraph is set by a name that no list has: "He was led from a bar in X"."""
    for r in reversed(sentence.resolutions):
        span = r.mention.span
        named = r.place is None and r.mention.use is MentionClass.LITERAL
        if named and villages.reads_as_town(text, span) and _may_be_scene(text, sentence, r):
            found, _ = unknowns.place(text, sentence, span, scene, r)
            moves = _MOVES_ON.match(text, sentence.span.start) is not None
            vague = _is_vague(found, scene) and not (moves or villages.names_a_town(text, span))
            return None if vague or found.place is None else found
    return None


def _is_vague(found: Resolution, scene: Scene) -> bool:
    """Tell whether a name that no list has would only lead from a town to all of its country."""
    country = scene.country.place if scene.country is not None else None
    held = found.place.part_of if found.place is not None else None
    return scene.home is not None and country is not None and held == country.id


def _may_be_scene(text: str, sentence: Sentence, r: Resolution) -> bool:
    """Tell whether something is told to be at a name, and nobody only goes there or speaks."""
    span = r.mention.span
    return (
        (
            _in_space(text, r, span)
            or _is_subject(text, sentence, r)
            or _is_of_subject(text, sentence, r)
        )
        and not hometown.brought_there(text, span)
        and not is_in_care(text, span)
        and not is_thing(text, span)
        and not speaks_at(text, span)
        and not came_from(text, span)
        and not _aside(text, sentence, span)
    )


def as_scene(r: Resolution) -> Resolution:
    """Return a town that only says whose house something is as a place of its own."""
    return replace(r, mention=replace(r.mention, use=MentionClass.LITERAL))


def is_at_venue(text: str, sentence: Sentence, r: Resolution) -> bool:
    """Tell whether something was at a house of a town: "through the Tolmen barracks"."""
    span = r.mention.span
    if r.place is None or r.place.kind is not PlaceKind.SETTLEMENT:
        return False
    house = _HOUSE.match(text, span.end)
    if house is None or house[1].lower() not in lists().venues:
        return False
    if not _INSIDE.search(text, max(0, span.start - hometown.LOOK_BACK), span.start):
        return False
    cared = hometown.brought_there(text, span) or is_in_care(text, span)
    return not cared or _INMATES.search(text, sentence.span.start, sentence.span.end) is not None


def _holds_scene(scene: Scene, wider: Resolution) -> bool:
    """Tell whether a place only holds the town that is spoken of: the county of its police."""
    here = scene.where.place if scene.where is not None else None
    return (
        here is not None
        and wider.place is not None
        and wider.place.kind in AREAS
        and not wider.place.derived
        and here.kind is PlaceKind.SETTLEMENT
        and lies_in(here, wider.place)
    )


def setting_of(
    text: str, sentence: Sentence, trigger: Trigger, scene: Scene, when: When | None
) -> Scene:
    """Return what the scene can tell of where a deed was that its sentence does not place.

    The town of the news does not tell where a demand was made, nor where a border was shut. In a
    report from a capital "the murder of" somebody is known to all of the country: gold puts 10 of
    33 such deeds in the town that stands out, 19 only in the country.
    """
    kind = trigger.kind
    elsewhere = kind.verbal or kind.name == "border_closure"
    if scene.of_the_capital and kind.name == COARSE:
        elsewhere = elsewhere or _KILLING.search(trigger.span.of(text)) is not None
    home = None if elsewhere else scene.home
    where = scene.where if scene.goes_on(sentence.paragraph, when) else None
    if kind.name == TAKEN and scene.freed and where is not None:
        # "They were freed in Orva on Monday. They had been kidnapped in May": not in Orva.
        home = None if home is not None and home.where.place == where.place else home
        where = None
    same = home is scene.home and where is scene.where and not kind.verbal
    return scene if same else replace(scene, home=home, where=where, by_word=kind.verbal)


def _in_space(text: str, resolution: Resolution, trigger: Span) -> bool:
    """Tell whether a place is named as one: "in Kosovo", "bombed Serbia", not "of Germany"."""
    span = resolution.mention.span
    if resolution.mention.hint or resolution.mention.found_by != "name":
        return True
    if words().hint_apposed.match(text, span.end):
        return True  # "gold changed Tolmen, a province of …"
    if _OBJECT.fullmatch(text[trigger.end : span.start]):
        return True
    if _REACHED.search(text, max(0, span.start - hometown.LOOK_BACK), span.start):
        return True
    return bool(
        _IN_SPACE.search(text[max(0, span.start - hometown.LOOK_BACK) : span.start].lower())
    )


def town_told_of(text: str, sentence: Sentence) -> Resolution | None:
    """Return the town that a sentence opens with and tells of: "Tolmen, …, woke up to a blast"."""
    return next((r for r in sentence.resolutions if _is_subject(text, sentence, r)), None)


def _is_of_subject(text: str, sentence: Sentence, r: Resolution) -> bool:
    """Tell whether a sentence is about the people or a house of a town: "The market of Tolmen"."""
    opens = _ABOUT_TOWN.fullmatch(text, sentence.span.start, r.mention.span.start)
    return opens is not None and (opens[1].lower() in lists().venues or opens[1] in _FOLK)


def _is_subject(text: str, sentence: Sentence, named: Resolution) -> bool:
    """Tell whether a sentence opens with a town and tells of it: "Tolmen had a calmer night"."""
    span = named.mention.span
    if span.start != sentence.span.start or not _is_fine(named):
        return False
    # "Lima has said" is its government.
    town = is_town(named) or _OF_A_CITY.match(text, span.end)
    return bool(town) and _TELLS.match(text, span.end) is not None


def _aside(text: str, sentence: Sentence, at: Span) -> bool:
    """Tell whether something stands in a clause that only describes somebody."""
    return holding(text, sentence.span, at).aside
