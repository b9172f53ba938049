"""What the sentences before tell of where and when a deed was that its own does not place.

A sentence without a deed may set the scene for the next; and not every deed is where the article
has been speaking of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from geo.language.almanac import alternatives
from geo.language.clauses import holding, is_told
from geo.language.late import late
from geo.language.words import words
from geo.lexicon import Trigger
from geo.linking import hometown, unknowns, villages
from geo.linking.contenders import lists
from geo.linking.passage import came_from, is_in_care, is_thing, speaks_at, told_there
from geo.linking.scenes import AREAS, Scene, Sentence, can_carry, is_country, is_town
from geo.linking.timing import sets_the_day
from geo.model import Article, MentionClass, PlaceKind, Resolution, Span, When
from geo.toponymy.authorities import acts_at_home
from geo.toponymy.containers import lies_in

__all__ = [
    "as_scene",
    "at_its_seat",
    "capital_meant",
    "has_capital",
    "is_at_venue",
    "scenes_of",
    "set_scene",
    "setting_of",
    "town_spoken_of",
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
_IN_CAPITAL = late(
    r"\b(?:[IiAa][nt]|[Nn]ear|[Oo]utside|[Ii]nside|[Aa]round|[Aa]cross|[Tt]hroughout|[Ww]ithin|"
    r"into|of|to)\s+(?:(?:the|this)\s+(?:[A-Z][\w-]+\s+|(?:nation|country)[’']s\s+)?|"
    r"[A-Z][\w-]+[’']s\s+)capital(?:\s+city)?\b(?!\s+(?:of|punishment|gains?|markets?|goods|[A-Z])|[’'])"
)
"""Words for the capital of the country in play; that of a province has "provincial" before it."""
_OPENS_IN_CAPITAL = late(
    r"\W*(?:(?:[Mm]eanwhile|[Aa]nd|[Bb]ut),?\s+)?(?:(?:[Ii]n|[Aa]cross|[Aa]round|[Tt]hroughout)\s+)?"
    r"(?:the\s+|[A-Z][\w-]+(?:\s[A-Z][\w-]+)?(?:[’']s)?\s+)capital(?:,|\s+(?:[a-z]+ed|[a-z]+|itself)\b)"
    r"(?<!capital\sof)(?<!capital\spunishment)(?<!capital\smarket)(?<!capital\sgain)"
)
LONGEST_LABEL = 80
"""Characters of a label that stands in front of what is told."""
_WORDS = re.compile(r"\b[a-z]+\b")
_NO_LABEL = frozenset({"is", "are", "be", "to", "will", "who", "that", "which", "source", "from"})
_MINE = re.compile(r"\b(?:I|[Mm]y|[Oo]ur|[Ww]e)\b")
_ITS_CAPITAL = re.compile(r"[’']s\s+capital\b(?!\s+(?:punishment|gains?|markets?|goods))")
_CAPITAL_OF_ITS = re.compile(r"(?:[’']s)?\s+capital\b")
_THE_TOWN = re.compile(
    r"\b(?:to|in|into|at|near|around|from|outside|of)\s+the\s+(?:area|town|village|settlement|hamlet)"
    r"(?=\s*[,.;)]|\s+(?:on|by|in|at|and|after|before|where|when|for|to|with|since|until|but)\b|$)"
)
"""A town that was named before: "sent a patrol to the area on Tuesday"."""
_SPEAKER = (
    r"(?<!official\s)(?<!officials\s)(?<!source\s)(?<!sources\s)(?<!spokesman\s)(?<!officer\s)"
)
_BY = (
    rf"(?:outside|near|in\s+front\s+of|inside|around|opposite|into|towards?|next\s+to|close\s+to|past|through|"
    rf"across|{_SPEAKER}(?:at|in)|marched\s+(?:to|on)|(?:entrance|entrances|gates?|doors?|steps|grounds|compound)\s+"
    r"(?:of|to)|block(?:ed|ing)|stone[sd]?\s+at|storm(?:ed|ing)|surround(?:ed|ing)|picket(?:ed|ing)|besieg(?:ed|ing)|occup(?:ied|ying)|"
    r"hit|struck|attack(?:ed|ing)|bomb(?:ed|ing)|shell(?:ed|ing)|machine-?gunn(?:ed|ing)|"
    r"(?:attacks?|assaults?|raids?|bombs?|grenades?|rockets?|shots?)(?:\s+(?:thrown|hurled|fired|launched))?\s+(?:on|at|against))"
)
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
        place = _capital_told_of(text, sentence, scene)
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


def _capital_told_of(text: str, sentence: Sentence, scene: Scene) -> Resolution | None:
    """Return the capital that a sentence opens with: "In the capital, …", "Peru's capital went"."""
    found = _OPENS_IN_CAPITAL.match(text, sentence.span.start, sentence.span.end)
    if found is None or any(can_carry(r) and is_town(r) for r in sentence.resolutions):
        return None
    for named in sentence.resolutions:
        ends = named.mention.span.end
        if ends <= found.end() and _CAPITAL_OF_ITS.match(text, ends):
            return scene.capital_of(named)
    return _capital_of_paragraph(sentence, scene) or scene.its_capital()


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
        (_in_space(text, r, span) or _is_subject(text, sentence, r))
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


# ---- "in the capital", "to the area"


def _capital_of_paragraph(sentence: Sentence, scene: Scene) -> Resolution | None:
    """Return the capital that a paragraph has been telling of: "In Yerevan, …", of another land."""
    here = scene.where
    if here is None or here.place is None or scene.where_paragraph != sentence.paragraph:
        return None
    return here if here.place.attribute("capital") == "true" else None


def capital_meant(text: str, sentence: Sentence, own: Span, scene: Scene) -> Resolution | None:
    """Return the capital that a clause, or the only one with a place, says it is in.

    "In the Ardovian capital" is that of Ardovia, whatever country the article speaks of.
    """
    if text.find("capital", sentence.span.start, sentence.span.end) < 0:
        return None
    said = own if any(map(can_carry, sentence.resolutions)) else sentence.span
    found = _IN_CAPITAL.search(text, said.start, said.end)
    if found is None:
        return None
    for named in sentence.resolutions:
        ends = named.mention.span.end
        if found.start() < ends <= found.end() and _CAPITAL_OF_ITS.match(text, ends):
            return scene.capital_of(named)
    if (theirs := _who_acts(text, sentence, scene)) is not None:
        return scene.capital_of(theirs)
    spoken_of = _capital_of_paragraph(sentence, scene) or scene.its_capital()
    if spoken_of is not None or (only := _only_people(sentence)) is None:
        return spoken_of
    return scene.capital_of(only)


def _who_acts(text: str, sentence: Sentence, scene: Scene) -> Resolution | None:
    """Return the country whose own police or army a sentence tells of: "Ardovan soldiers"."""
    acting = {
        r.place.id: r
        for r in sentence.resolutions
        if r.place is not None
        and is_country(r)
        and acts_at_home(text, r.mention.span, r.place.countries)
    }
    if len(acting) != 1 or _capital_of_paragraph(sentence, scene) is not None:
        return None
    return next(iter(acting.values()))


def _only_people(sentence: Sentence) -> Resolution | None:
    """Return the only country of which a sentence names the people, or a body."""
    named = {r.place.id: r for r in sentence.resolutions if r.place is not None and is_country(r)}
    return next(iter(named.values())) if len(named) == 1 else None


@cache
def _by_one(city: bool) -> re.Pattern[str]:  # noqa: FBT001
    """Return what says that something is at a house of the government, or about in a city."""
    known = words().city if city else words().seats
    nouns = alternatives(noun.replace("'", "[’']").replace(" ", r"\s+") for noun in known)
    plain = r"(?!(?:on|at|in|by|to|of|for|from|and|or|with|that|said|read|told|who)\b)[\w.’'-]+"
    said = (
        r"(?:the\s+|an?\s+|its\s+)?" if city else rf"(?:(?:the|an?|its)\s+)?(?:{plain}\s+){{0,3}}?"
    )
    whole = r"(?!\s+of\b)" if city else ""
    return re.compile(rf"\b{_BY}\s+{said}{nouns}\b{whole}", re.IGNORECASE)


def at_its_seat(text: str, clause: Span, scene: Scene) -> Resolution | None:
    """Return the capital that a report was filed from if a clause is outside its parliament.

    Or about in "the city", where no other town was spoken of.
    """
    desk = scene.desk
    if desk is None or not scene.of_the_capital or scene.head is not None:
        return None
    if _by_one(city=False).search(text, clause.start, clause.end):
        return desk
    here = scene.where.place if scene.where is not None else None
    elsewhere = here is not None and here.kind is PlaceKind.SETTLEMENT
    if elsewhere or not _by_one(city=True).search(text, clause.start, clause.end):
        return None
    return desk


def has_capital(text: str, named: Resolution) -> bool:
    """Tell whether a name only says whose capital is meant: "Ardovia's capital"."""
    return _ITS_CAPITAL.match(text, named.mention.span.end) is not None


def town_spoken_of(text: str, clause: Span, scene: Scene) -> Resolution | None:
    """Return the town that "the area", "the town" in a clause means: of the last deed in one."""
    if scene.town is None or _THE_TOWN.search(text, clause.start, clause.end) is None:
        return None
    return scene.where if is_town(scene.where) and scene.by_deed else scene.town
