"""What beside a name says that it is a place: "in X", "X province", "the mayor of X", "shelled X".

A list that knows the name and a word that only places have agree without any tagger.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import cache

from geo.language.almanac import MONTHS, alternatives
from geo.language.late import late
from geo.language.names import fold
from geo.language.sought import Sought
from geo.language.tagger import Tag
from geo.language.words import sort_of, words
from geo.model import Mention, MentionClass, Place, PlaceKind, Span
from geo.toponymy import compounds
from geo.toponymy.assaults import is_struck
from geo.toponymy.localities import SORT
from geo.toponymy.sightings import Scan, Sighting
from geo.toponymy.spatial import is_on_route

__all__ = [
    "A_TOWN",
    "HELD",
    "WELL_KNOWN",
    "before_unit",
    "behind_where",
    "continues",
    "has_cue",
    "has_holder",
    "has_people",
    "heads_entry",
    "hint_beside",
    "is_curated",
    "is_half",
    "is_held",
    "is_money",
    "is_part",
    "is_square",
    "is_taken",
    "says_sort",
    "size",
    "speaks_for_itself",
    "whole_of",
]

A_TOWN = 15_000
"""Inhabitants from which "to X" and "from X" are taken for a place rather than a person, and below
which a namesake does not keep a curated place from being believed."""
WELL_KNOWN = 100_000
"""Inhabitants from which a town of the world is believed without a locative word beside it."""
HELD = frozenset(
    {"held", "controlled", "occupied", "administered", "besieged", "annexed", "ruled", "run"}
)
"""What ends a word that says in whose hands a place is: "rebel-held Tolmen"."""
_UNITS = {"admin1", "admin2"}
_HYPHEN_AFTER = re.compile(r"-[^\W\d_]")
_SOMEBODY_OF = re.compile(r"(?:[^\W\d_a-z][\w’'-]+,?|\b\d\d,)\s+of\s+$")
_PASSIVE = re.compile(
    r"\s+(?:(?:was|were|is|being|been|has|had|again|also|briefly|[a-z]+ly)\s+){1,4}([a-z]+)"
)
_DEEDS = (
    r"(?:[a-z0-9-]+\s+){0,5}?(?:missiles?|drones?|rockets?|shells|shelling|blasts?|explosions?|bomb(?:s|ings?)?|air\s?strikes?|"
    r"attacks?|assaults?|clashes|protests?|demonstrations?|riots?|looting|unrest|violence|gunfire|gunshots|shootings?|fighting|"
    r"artillery|warplanes|jets|bandits|gunmen|militants|rebels|jihadists|insurgents|strikes|earthquakes?|floods?|storms?)\b"
)
_SQUARES = (
    r"(?:Plaza|Plazoleta|Parque|Avenida|Calle|Carrera|Puente|Paseo|Jir[oó]n|Alameda|Pra[çc]a|Rua|Rue|Piazza|"
    r"Estadio|Colegio)"
)
_SQUARE = re.compile(rf"(?:^|\b[a-z]+[,;:]?\s|[.!?;:,(]\s|\n){_SQUARES}\s$")
_ENDS_IN_SQUARE, SQUARE_WITHIN = re.compile(rf"{_SQUARES}\s$"), 10
"""Without it there is no such word, and so many characters hold the longest."""
_SQUARE_ITSELF = re.compile(rf"{_SQUARES}\s(?:de\s(?:la\s)?|del\s|do\s|da\s)?[A-Z]")
"""Before what a square or street of a town is only called after: "Plaza Galdor"."""
_MEASURED = Sought(
    r"\b(?:km|kms|kilomet(?:er|re)s?|miles?)\s(?:away\s)?(?:(?:to\sthe\s)?(?:due\s)?(?:north|south|east|west)[a-z-]*\s)?"
    r"(?:of|from)\s(?:the\s(?:town|city|village|capital)\s(?:of\s)?)?$"
)
"""Before what is measured from: "12 km from Tolmen"."""
_IN_THE = re.compile(r"\b(?:in|at|near|around|from|to|outside)\sthe\s$", re.IGNORECASE)
_AREA_OF = re.compile(
    r"\s(?:area|locality|neighbou?rhood|quarter|suburb|sector|district|tehsil)\s(?:of|in)\s(?:the\s)?[A-Z]"
)
"""Around a name that is that of a part of something: "in the Tolmen area of Galdor"."""
_NOUN_OF = re.compile(r"\b([A-Za-z]+)\s+of\s+$")
_OWNER = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Aa]t|[Oo]utside|[Aa]round|[Ii]nside|[Aa]cross)\s(?:[a-z]+ern\s|central\s)?"
    r"([A-Z][\w.-]+(?:\s[A-Z][\w.-]+){0,2})[’']s\s(?:[a-z]+ern\s|central\s)?$"
)
_UNIT_TAIL = re.compile(r"(?<=\w)\s(?:local|council|area)(?:\s(?:government|council|area))*$")
_UNIT_BEHIND = re.compile(r"\s(?:local\s(?:government|council)|council\sarea|area\scouncil)s?\b")
_UNITS_TAIL = re.compile(
    r"(?<=\w)\s(?:(LGAs|LGs?)|(?:Local|Area)\sCouncils?(?:\sAreas?)?|Council\sAreas?)$"
)
"""What ends the name of a body that is a unit too, where something was in it."""
_IN = re.compile(r"\b(?:in|of)\s$")
_FIRST = re.compile(r"([A-Z][a-z]+)\s(?=\w)")
_AND = re.compile(rf"{SORT}(?:,? (?:and|or) |, )|/")
_MONEY = re.compile(r"\s(?:dollars?|(?P<verb>pounds?))\b")
"""Behind a country whose money alone is spoken of: prices in US dollars rise everywhere, while
dinars and naira are spent at home."""
LONGEST_HALF = 30
"""Characters of the other half of a name at most."""
_HALF_BEFORE = re.compile(r"(?<![\w-])([A-Z][a-z’']+)-$")
_HALF_BEHIND = re.compile(r"-([A-Za-z][a-z’']+)(?![\w-])")
_FOLLOWED = re.compile(r",\s+([A-Z][\w.]*(?:\s[A-Z]\w+)?)")
_MONTHS = [month.capitalize() for month in MONTHS]
LONGEST_DAY = 40
"""Characters of a line before the name that heads an entry: a bullet, a day."""
_ENTRY_MARKS = frozenset({",", ":", " ", ".", "–", "—"})
_DATE = (
    rf"(?:\d{{1,2}}\.?\s{alternatives(_MONTHS)}\.?|{alternatives(_MONTHS)}\.?\s\d{{1,2}})"
    r"(?:,?\s\d{4})?"
)
_BULLET = re.compile(r"(?:[•·▪■●◦*–—-]\s*)?")
_LABEL_ENDS = re.compile(r"(?::|\s[–—-])\s+(?=[A-Z\"“‘])")
_DAY_BEHIND = late(rf",?\s{_DATE}(?:[:.]|\s?[–—-])\s")
_DAY_BEFORE = late(rf"{_DATE}\s?[,:–—-]\s")
_WHERE = re.compile(r",\s+where\b")
_NAME_BEFORE = re.compile(r"\b(?!The\b|In\b|A\b|An\b)[A-Z][\w’'-]+\s?$")
_ONE_OF = re.compile(
    r"\b(?:an?|one|another|two|three|several|some)\s+(?:[a-z-]+\s+){0,2}$", re.IGNORECASE
)
"""What "district of" ends that is only in the place behind it."""


@cache
def _befalls() -> re.Pattern[str]:
    known = words()
    # "Tolmen saw clashes", "Tolmen was rocked by a blast": of people that is not said.
    return re.compile(
        r"\s+(?:(?:has|had|have|also|again|itself)\s+){0,2}"
        r"(?:(?:came|come|comes)\s+under\s+(?:[A-Za-z-]+\s+){0,2}(?:fire|attack|shelling|bombardment|control|siege)"
        r"|(?:fell|fallen|falls?)\s+(?:to|into|under)\b|changed\s+hands"
        r"|(?:is|was|were|been|remains?|remained)\s+(?:still\s+)?under\s+(?:[a-z]+\s+){0,2}(?:curfew|siege|lockdown)"
        rf"|(?:{known.sees}|(?:was|were)\s+the\s+scene\s+of)\s+{_DEEDS}"
        rf"|(?:was|were|been|is)\s+(?:[a-z]+ly\s+)?{known.rocked}\s+by\s+{_DEEDS})"
    )


def has_cue(scan: Scan, sighting: Sighting) -> bool:
    """Tell whether a word beside the name puts it in space."""
    before, after = scan.before(sighting.span), scan.after(sighting.span)
    known = words()
    left = scan.left_word(sighting.span).lower()
    if is_on_route(scan.text, sighting.span):
        return True
    if _HYPHEN_AFTER.match(after):
        return False
    if left in known.locative or left in known.directions or left in known.parts or is_held(left):
        return True
    if heads_entry(scan, sighting):
        return True
    if known.hint_before(before) or _is_of(before, known.of_places, known.directions):
        return True
    if scan.is_common(sighting):
        return scan.starts_sentence(sighting.span.start) and has_holder(scan, sighting)
    if left in known.moving:
        # "speaking to Pink", "from Smith": a person or a firm as often as a village.
        place = sighting.places[0]
        return is_curated(place) or size(place) >= A_TOWN
    if known.hint_apposed.match(after) or _has_owner(scan, sighting):
        return True
    if known.hint_after.match(after) or (before.endswith(" of ") and _SOMEBODY_OF.search(before)):
        return True
    return has_people(scan, sighting) or has_holder(scan, sighting)


def heads_entry(scan: Scan, sighting: Sighting) -> bool:
    """Tell whether a line begins with a name and its day, or "where" says what was there.

    "Tolmen, 24 May: Two men …", "24 May, Tolmen: Two men …", "• Tolmen – Two men …".
    """
    start, end = sighting.span.start, sighting.span.end
    if _WHERE.match(scan.text, end):
        return size(sighting.places[0]) >= A_TOWN
    if scan.text[end : end + 1] not in _ENTRY_MARKS:
        return False
    line = scan.text[scan.text.rfind("\n", 0, start) + 1 : start]
    if len(line) > LONGEST_DAY:
        return False
    bullet = _BULLET.match(line)
    assert bullet is not None
    rest = line[bullet.end() :]
    if not rest and _DAY_BEHIND.match(scan.text, end):
        return True
    told = _LABEL_ENDS.match(scan.text, end) is not None
    dated = rest and _DAY_BEFORE.fullmatch(rest)
    marked = not rest and bullet.end() and size(sighting.places[0]) >= A_TOWN
    return told and bool(dated or marked)


def is_held(left: str) -> bool:
    """Tell whether the word before a name says in whose hands it is, as is said of places alone.

    Examples
    --------
    >>> is_held("non-government-controlled"), is_held("rebel-held"), is_held("held")
    (True, True, False)
    """
    whose, _, what = left.rpartition("-")
    return bool(whose) and what in HELD


def behind_where(text: str, tag: Tag) -> Tag:
    """Take "Around" off "Around Tolmen", which the tagger took for a first name."""
    first = _FIRST.match(text, tag.span.start, tag.span.end) if tag.label == "PER" else None
    if first is None or first[1].lower() not in words().locative:
        return tag
    return Tag(Span(first.end(), tag.span.end), "LOC")


def before_unit(text: str, tag: Tag) -> Tag:
    """Take "local" off "Tolmen local", which "government area" or "council" stands behind.

    Nigerian papers write both small as often as not: of 1,724 notes 70 name an area so.
    """
    tail = _UNIT_TAIL.search(text, tag.span.start, tag.span.end) if tag.label == "LOC" else None
    if tail is None or not _UNIT_BEHIND.match(text, tail.start()):
        tail = _UNITS_TAIL.search(text, tag.span.start, tag.span.end)
        if tail is None or (
            tail[1] is None and not _IN.search(text, max(0, tag.span.start - 4), tag.span.start)
        ):
            return tag
    return Tag(Span(tag.span.start, tail.start()), "LOC")


def _is_of(before: str, *heads: Container[str]) -> bool:
    """Tell whether one of some nouns and "of" stand before: "the mayor of", "southeast of"."""
    match = _NOUN_OF.search(before) if before.endswith(" of ") else None
    return match is not None and any(match.group(1).lower() in told for told in heads)


def has_people(scan: Scan, sighting: Sighting) -> bool:
    """Tell whether the word behind belongs to a place alone: "residents", "firefighters"."""
    return scan.right_word(sighting.span) in words().locals


def has_holder(scan: Scan, sighting: Sighting) -> bool:
    """Tell whether a country or state stands behind the name: "Newport, Vermont"."""
    if scan.text[sighting.span.end : sighting.span.end + 1] != ",":
        return False
    follow = _FOLLOWED.match(scan.after(sighting.span))
    if follow is None:
        return False
    name = follow.group(1).rstrip(".")
    holder = scan.gazetteer.lookup(words().states.get(name, name))
    return bool(holder) and holder[0].kind in {PlaceKind.COUNTRY, PlaceKind.ADMIN1}


def continues(scan: Scan, sighting: Sighting, last: Mention | None) -> bool:
    """Tell whether a name goes on with a list of places: "Paris and Roxton"."""
    if last is None or last.use is not MentionClass.LITERAL or scan.is_small:
        return False
    between = scan.text[last.span.end : sighting.span.start]
    return bool(_AND.fullmatch(between)) and not scan.right_word(sighting.span)[:1].isupper()


def _has_owner(scan: Scan, sighting: Sighting) -> bool:
    """Tell whether the country or state that it lies in owns the name: "in Ardovia's Tolmen"."""
    owner = _OWNER.search(scan.before(sighting.span))
    holder = scan.gazetteer.lookup(owner.group(1)) if owner else ()
    if not holder or holder[0].kind not in {PlaceKind.COUNTRY, PlaceKind.ADMIN1}:
        return False
    land = set(holder[0].countries)
    return any(not land.isdisjoint(place.countries) for place in sighting.places)


def _is_measured_from(scan: Scan, span: Span) -> bool:
    """Tell whether a distance is told from a name: "12 km from Tolmen"."""
    return _MEASURED.search(scan.before(span)) is not None


def is_square(scan: Scan, span: Span) -> bool:
    """Tell whether a name is but that of a square: "Plaza San Galdor"."""
    if _SQUARE_ITSELF.match(scan.text, span.start) and " " not in span.of(scan.text):
        return True
    before = scan.before(span)
    led = _ENDS_IN_SQUARE.search(before, max(len(before) - SQUARE_WITHIN, 0)) is not None
    return led and _SQUARE.search(before) is not None


def _is_area_of(scan: Scan, span: Span) -> bool:
    """Tell whether words around a name make it a part of another: "in the Orva area of Galdor"."""
    behind = _AREA_OF.match(scan.after(span)) is not None
    return behind and _IN_THE.search(scan.before(span)) is not None


def is_part(scan: Scan, span: Span) -> bool:
    """Tell whether a name is told to be a town or a part of one, or is measured from.

    "Tolmen, a town in Galdor", "in the Tolmen area of Galdor", "12 km from Tolmen".
    """
    apposed = words().hint_apposed.match(scan.after(span)) is not None
    return apposed or _is_area_of(scan, span) or _is_measured_from(scan, span)


def is_taken(scan: Scan, sighting: Sighting, people: Sequence[Container[str]]) -> bool:
    """Tell whether a verb beside a name has a place for its object: "shelled X", "X was shelled".

    "Captured X" may be a man: the name must be none of ``people``, and have a bearer in a country
    that the text speaks of. Of small towns beside such verbs the tagger alone found 40 in 100.
    """
    after = scan.after(sighting.span)
    passive = _PASSIVE.match(after)
    verbs = {scan.left_word(sighting.span).lower(), passive.group(1) if passive else ""}
    if not verbs.isdisjoint(words().taking):
        return True
    befalls = _befalls().match(after) is not None
    befalls |= passive is not None and passive.group(1) in words().befalling
    if befalls and size(sighting.places[0]) >= A_TOWN:
        return True
    whole = not scan.right_word(sighting.span)[:1].isupper()
    large = whole and size(sighting.places[0]) >= A_TOWN
    struck = large and is_struck(scan.before(sighting.span), scan.left_word(sighting.span).lower())
    if not struck and verbs.isdisjoint(words().taking_too) and not befalls:
        return False
    first = sighting.key.partition(" ")[0]
    if any(name in known for known in people for name in (sighting.key, first)):
        return False
    return struck or any(not scan.countries.isdisjoint(p.countries) for p in sighting.places)


def says_sort(scan: Scan, sighting: Sighting) -> bool:
    """Tell whether the word behind a name says what one of its bearers is: "Khost province"."""
    match = words().hint_after.match(scan.after(sighting.span))
    if match is None or not match.group(1).islower():
        return False
    sort = sort_of(match.group(1))
    # A county of Kenya is of the first level, one of Norway of the second.
    sorts = _UNITS if sort in _UNITS else {sort}
    return any(place.kind.value in sorts for place in sighting.places)


def hint_beside(scan: Scan, sighting: Sighting) -> str | None:
    """Return the word beside a name that says what sort of place is meant.

    "The bridge of X" is called X; "the bridge in X" stands in X, unless there is a bridge X.
    """
    before, after = scan.before(sighting.span), scan.after(sighting.span)
    if match := words().hint_after.match(after):
        return match.group(1).lower()
    match = words().hint_before(before)
    # "The Karrada district of X" says what Karrada is, "the Ukrainian city of X" what X is.
    if match:
        said = before[: match.start()]
        if _ONE_OF.search(said) and not match.group().rstrip().endswith("called"):
            return None  # "a district of Tripoli"
        name = _NAME_BEFORE.search(said)
        if name is None or fold(name.group().strip()) in scan.gazetteer.demonyms:
            return match.group(1).lower()
    around = words().hint_around(before)
    hint = around.group(1).lower() if around else ""
    named = any(place.kind.value == sort_of(hint) for place in sighting.places)
    return hint if named else None


def whole_of(scan: Scan, span: Span) -> Span:
    """Return the whole of a name that no list has, of which one half was found: "May-Tolmen".

    "The Tolmen-Orva road" has two ends, and "Tolmen-based" a name and what it says.
    """
    text = scan.text
    joined = text.endswith("-", 0, span.start)  # seldom so, and the search is long
    ahead = text[max(0, span.start - LONGEST_HALF) : span.start] if joined else ""
    before = _HALF_BEFORE.search(ahead)
    behind = _HALF_BEHIND.match(text, span.end)
    if (before or behind) is None or is_on_route(text, span):
        return span
    start, end = span.start, span.end
    if before and _is_unknown(scan, before[1], span):
        start -= len(before.group())
    if behind and _is_unknown(scan, behind[1], span):
        end = behind.end()
    return Span(start, end)


def is_half(scan: Scan, sighting: Sighting) -> bool:
    """Tell whether a small town's name is but half of another one; a large one has suburbs."""
    if size(sighting.places[0]) >= WELL_KNOWN:
        return False
    # "Bab al-Nisr" is not Al Bab.
    if compounds.goes_on(scan.text, sighting.span):
        return True
    return whole_of(scan, sighting.span) != sighting.span


def _is_unknown(scan: Scan, half: str, span: Span) -> bool:
    """Tell whether the other half of a name is no town itself: "Orva-orva", "Tolmen-Massif"."""
    if half.lower() == span.of(scan.text).lower():
        return True
    if not half[0].isupper() or half.lower() in words().directions:
        return False
    if half.lower() in words().calendar:
        return True
    return not scan.gazetteer.lookup(half) and fold(half) not in scan.gazetteer.demonyms


def is_money(text: str, sighting: Sighting) -> bool:
    """Tell whether only the money of a country is meant; "Israel pounds Gaza" tells of its army."""
    money = _MONEY.match(text, sighting.span.end)
    return money is not None and (sighting.kind == "demonym" or money["verb"] is None)


def is_curated(place: Place) -> bool:
    """Tell whether an editor has reviewed a place."""
    return not place.id.startswith("gn:")


def speaks_for_itself(name: str, places: Sequence[Place]) -> bool:
    """Tell whether a name of a reviewed place needs nothing beside it.

    Not what a town is called, too, nor the one word for a village: "Minova opened a shop".
    """
    first = places[0]
    small = first.kind is PlaceKind.SETTLEMENT and first.rank > 0 and first.id.startswith("world-")
    village = small and " " not in name
    return not village and all(is_curated(p) or size(p) < A_TOWN for p in places)


def size(place: Place) -> int:
    """Return how many live in a place, as far as it is known."""
    return place.population or 0
