"""The only town that a text names, for a deed of which nothing else says where it was.

"Residents of Tolmen staged a protest", "members of the Tolmen Traders' Association blocked a
road": no word puts the deed in Tolmen, and yet it was hardly anywhere else. Where the wounded were
brought, what a march was about and who only speaks is another matter, and so is a text that names
several towns. Of the first 217 such answers for coders' notes, 132 lay within 25 km of the coders'
point, whose own places are rough.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from geo.gazetteers.spellings import is_alike
from geo.geometry.geodesy import are_within
from geo.language.late import late
from geo.language.names import fold
from geo.language.words import words
from geo.linking.hometown import LOOK_BACK, brought_there
from geo.linking.openings import speaks_between
from geo.linking.passage import came_from
from geo.linking.scenes import Scene, Sentence
from geo.linking.setting import as_scene
from geo.model import MentionClass, Place, PlaceKind, Resolution, Span
from geo.toponymy.appearance import is_generic
from geo.toponymy.containers import lies_in
from geo.toponymy.spatial import is_on_route

__all__ = ["in_sentence", "of_its_name", "town"]

_USES = {MentionClass.LITERAL, MentionClass.MODIFIER, MentionClass.EMBEDDED}
_TOWNS = {PlaceKind.SETTLEMENT, PlaceKind.ADMIN2}
OF_ITS_NAME = "the only place that is called"
BESIDE_M = 60_000.0
"""So far from one another lie a town and the middle of the district that bears its name."""
REACH = 120
"""Characters before a name in which it is said that a deed is about it."""
_ABOUT = late(
    r"\b(?:against|over|about|oppos\w+|condemn\w+|denounc\w+|decr(?:y|ied)\w*|critici[sz]\w+|"
    r"demand\w*|seek\w*|urg\w+|to\s+protest|protesting|remember\w*|commemorat\w+|solidarity\s+with|"
    r"support\s+of|favou?r\s+of|wake\s+of|following|after|since|because\s+of)\b[^.;,]*$",
    re.IGNORECASE,
)
"""What a deed is about, or came of: "a march against the killing of a student in Y"."""
_ON_DAY = re.compile(
    r"(?:\s(?:city|town|village|district|area))?,?\s"
    r"(?:on\s(?:[A-Z]|\d)|yesterday|today|last\s|this\s(?:morning|week|after))"
)
"""Behind where something was on a day: "protesting the killing of a boy, in Tolmen on Friday"."""
_GOES = re.compile(r"\b(?:to|into|towards?|for|via|from)\s+(?:the\s+)?$", re.IGNORECASE)
"""Before where somebody goes or comes from: "a cab driver from X was shot"."""
_SIGNED = re.compile(
    r"[’']?s?\s(?:peace\s)?(?:accords?|agreements?|treat(?:y|ies)|declaration|process)\b"
)
"""Behind where something was only signed."""
ACRONYM = 5
"""Capitals up to which a name is an abbreviation rather than a small town's."""
_PUT = re.compile(
    r"(?:\b(?:in|at|near|of|from|outside|around)\s(?:the\s)?(?:[a-z]+\s)?|\()$", re.IGNORECASE
)
_RUN = re.compile(r"(?:(?<![\w-])(?!The\s)[A-Z][\w’'.&-]*\s(?:(?:of|for|and)\s(?:the\s)?)?)+$")
"""The words of a body's name that stand in front of the town in it."""
_INSIDE_NAME = re.compile(r"(?<![\w-])(?!The\s)[A-Z][\w’']*\s$")
_BRANCH = re.compile(
    r"[’']?s?,?\s(?:[Dd]istrict\s|[Cc]ity\s)?"
    r"(?:[Cc]hapter|[Uu]nit|[Dd]ivision|[Bb]ranch|[Ww]ing|[Cc]ampus|[Dd]istrict|[Zz]one|[Cc]ircle|"
    r"[Rr]egion)s?\b"
)
"""Behind a town in the name of a body: the part of it that is there."""
_MORE = re.compile(r"\s[A-Z(]")
_MEMBER_OF = re.compile(r"\b[a-z]+\s+(?:of|from|with|at)\s+(?:the\s+)?$")
_FRONT_OF = re.compile(
    r"\b(?:(?:in)?front|outside|campus(?:es)?|gates?|premises|offices?|grounds|entrance|compound|hostels?|"
    r"halls?)\s+(?:of|at)\s+(?:the\s+)?$"
)
"""In front of a body behind the deed: where it stands, not whose member was shot."""


def town(text: str, sentence: Sentence, trigger: Span, scene: Scene) -> Resolution | None:
    """Return the only town that a sentence names, or the article if the sentence names none."""
    told = (_known(r, scene) for r in sentence.resolutions)
    named = [r for r in told if _may_be(text, trigger, r)]
    if not named and len(scene.towns) == 1:
        towns = scene.towns.values()
        named = [r for r in towns if _may_be(text, trigger, r) and _is_told(text, r)]
    return _only(named)


def _known(r: Resolution, scene: Scene) -> Resolution:
    """Return a name with the only place that bears it, though little is known of it."""
    return (of_its_name(r, scene) if r.place is None else None) or r


def in_sentence(text: str, sentence: Sentence, trigger: Span) -> Resolution | None:
    """Return the only town that a sentence names beside a name that nobody knows."""
    return _only(r for r in sentence.resolutions if _may_be(text, trigger, r))


def of_its_name(unknown: Resolution, scene: Scene) -> Resolution | None:
    """Return the only bearer of a name in the world, though little is known of it.

    A small town that nothing beside it speaks for is left open by ``geo.places``; for a deed that
    has no other place it is better than none, unless the article tells of another country. A
    district and its seat are one.
    """
    bearers = [place for place, _ in unknown.alternatives]
    name = unknown.mention.name
    if name.isupper() and len(name) <= ACRONYM:
        return None
    if unknown.mention.found_by != "name" or not bearers:
        return None
    first = bearers[0]
    key, own = fold(name), fold(first.name)
    if not is_alike(key, {own}) and (len(bearers) > 1 or key[:1] != own[:1]):
        return None
    if _is_abroad(first, scene):
        return None
    if first.kind not in _TOWNS or not all(_is_beside(first, other) for other in bearers[1:]):
        return None
    because = (f"{OF_ITS_NAME} '{name}'", *unknown.because[1:])
    return replace(unknown, place=first, score=unknown.alternatives[0][1], because=because)


def _is_abroad(place: Place, scene: Scene) -> bool:
    """Tell whether an article tells of places, and of none in the country of this one."""
    told = [r.place for r in (scene.country, *scene.towns.values()) if r is not None]
    spoken = {code for known in told if known is not None for code in known.countries}
    return bool(spoken) and spoken.isdisjoint(place.countries)


def _is_beside(one: Place, other: Place) -> bool:
    if one.lon is None or one.lat is None or other.lon is None or other.lat is None:
        return False
    return are_within(one.lon, one.lat, other.lon, other.lat, BESIDE_M)


def _may_be(text: str, trigger: Span, r: Resolution) -> bool:
    """Tell whether a town may be where something was by the words around its name."""
    place, mention, span = r.place, r.mention, r.mention.span
    if place is None or place.kind not in _TOWNS or mention.use not in _USES:
        return False
    if mention.relation == "reference" or is_on_route(text, span):
        return False
    if brought_there(text, span) or came_from(text, span) or speaks_between(text, span, trigger):
        return False
    if mention.use is MentionClass.EMBEDDED:
        return _names_town(text, r) and _acts_or_stands(text, trigger, span)
    before = text[max(0, span.start - REACH) : span.start]
    if _GOES.search(before) is not None or _SIGNED.match(text, span.end) is not None:
        return False
    return _ABOUT.search(before) is None or _ON_DAY.match(text, span.end) is not None


def _acts_or_stands(text: str, trigger: Span, at: Span) -> bool:
    """Tell whether a body is more than whose member was hurt: "a lecturer of Tolmen College"."""
    if at.end <= trigger.start:
        return True
    run = _RUN.search(text, max(0, at.start - LOOK_BACK), at.start)
    start = run.start() if run else at.start
    before = text[max(0, start - LOOK_BACK) : start]
    return _MEMBER_OF.search(before) is None or _FRONT_OF.search(before) is not None


def _is_told(text: str, r: Resolution) -> bool:
    """Tell whether another sentence says more of a town than its bare name, and in its own name."""
    at, name = r.mention.span, fold(r.mention.name)
    if r.place is None or not is_alike(name, {fold(r.place.name)}):
        return False
    if r.mention.use is MentionClass.EMBEDDED:
        return True
    return _PUT.search(text, max(0, at.start - LOOK_BACK), at.start) is not None


def _names_town(text: str, r: Resolution) -> bool:
    """Tell whether a town stands at the head of the name of a body, or where its branch is told.

    "The Tolmen Traders' Union", "the League, Tolmen unit", not "Shiv Sena".
    """
    at, name = r.mention.span, r.mention.name
    if _is_short(r) or (" " not in name and is_generic(name)):
        return False
    before = text[max(0, at.start - LOOK_BACK) : at.start]
    if _INSIDE_NAME.search(before) is not None:
        return _BRANCH.match(text, at.end) is not None
    return _MORE.match(text, at.end) is not None or _RUN.search(before) is not None


def _is_short(r: Resolution) -> bool:
    """Tell whether a word only begins the name of a city: "Rapid Action Group", Rapid City."""
    name = r.mention.name.lower()
    whole = r.place.name.lower() if r.place is not None else ""
    return name in words().common or whole == f"{name} city"


def _only(named: Iterable[Resolution]) -> Resolution | None:
    """Return the finest of places inside one another as a scene, none if they are several."""
    finest: Resolution | None = None
    for r in named:
        if finest is None or finest.place is None or r.place is None:
            finest = r
        elif r.place.id == finest.place.id or lies_in(finest.place, r.place):
            continue
        elif lies_in(r.place, finest.place):
            finest = r
        else:
            return None
    return as_scene(finest) if finest is not None else None
