"""Say where a name lies that is in no gazetteer, as far as the text tells.

By the phrase behind it, who acts there, the country beside it, the heading or the town that it is
a street or quarter of; else somewhere in what the article is about, under the name as told.
"""

from __future__ import annotations

import re
from dataclasses import replace

from geo.language.clauses import holding
from geo.language.late import late
from geo.language.words import words
from geo.linking import citywide, hometown, openings, streets, vicinity
from geo.linking.contenders import lists
from geo.linking.passage import WHERE_TO
from geo.linking.qualifiers import serves_in
from geo.linking.scenes import AREAS, Scene, Sentence, can_carry, is_country
from geo.linking.surroundings import UNKNOWN, is_area, of_area, part_around, town_around
from geo.linking.vicinity import ENGLISH
from geo.linking.villages import (
    LOOK_BEHIND,
    THIS_TOWN,
    behind,
    filed_there,
    is_called_town,
    spoken_district,
    spoken_unit,
)
from geo.model import Mention, MentionClass, PlaceKind, Resolution, Span
from geo.toponymy import unlisted
from geo.toponymy.authorities import strikes_abroad
from geo.toponymy.containers import lies_in
from geo.toponymy.localities import nouns
from geo.toponymy.merits import SPEAKS
from geo.toponymy.unlisted import QUARTERS

__all__ = [
    "AT_HEAD",
    "AT_HOME",
    "LEAST_HOME",
    "UNKNOWN",
    "acting",
    "home_of",
    "is_area",
    "is_quarter",
    "place",
    "somewhere",
    "somewhere_in",
]

_BY_TOWN = re.compile(
    r"\b(?:in|near|outside|around|from|(?:edge|outskirts|north|south|east|west) of)\s$",
    re.IGNORECASE,
)
# Such a name may be that of a bar as well; where several towns are told of it is one more.
_AT_TOWN = re.compile(
    r"\b(?:at|entered|reached|captured|recaptured|took|seized|overran|recovered|stormed|pulled\s+out\s+of)"
    r"\s(?:the\s(?:\w+\s)?(?:headquarters|centre|center)\sof\s)?$",
    re.IGNORECASE,
)
_IN_OR_OF = re.compile(r"\b(?:in|of|at|near|outside|around)\s(?:the\s(?:city|town)\sof\s)?$")
SEVERAL = 3
"""Towns that an article tells of, from which "at X" is one more and no house in one of them."""
# The sentence leaves the town that was spoken of: "In the far east, …", "Elsewhere …".
_ELSEWHERE = late(
    r"(?:(?:meanwhile|also|but|and|farther|further),?\s+)?(?:elsewhere|separately|"
    r"in a(?:nother)? separate|(?:in|to) the\s+(?:[a-z]+\s+)?"
    r"(?:(?:north|south)(?:-?(?:east|west))?|east|west|centre|center|interior)(?:ern)?\b)",
    re.IGNORECASE,
)
_THIS_CAPITAL = re.compile(
    r"(?:\s[a-z]+){0,2}\s(?:in|of)\s(?:the|this)\scapital\b(?!\sof\b)", re.IGNORECASE
)
_CORNER_OF = re.compile(
    r"\b(?:corner|intersection|block|junction)\s+of\s+(?:[A-Z][\w’'.-]*\s+){0,3}(?:and\s+)?$"
)
"""Before the name of a street: "on the corner of X and Y streets"."""
"""Before a street that does not say that it is one: "the 5200 block of West Ferdinand"."""
_ROAD_TO = re.compile(
    r"\b(?:roads?|routes?|highways?|way|railways?|lines?|pipelines?|border|crossings?|gateway|flights?|trains?|"
    r"bus(?:es)?|exports?|imports?)\s+(?:to|from|into|towards?|with)\s+$"
)
"""What is said behind a quarter, or ends its name: "Little Village", "Orangi Town"."""
"""A part of a town that has quarters in it: "the South Side"."""
_ITS_POLICE = re.compile(r"\s(?:[A-Z][\w-]+\s){0,2}(?:[Pp]olice|[Ff]ire)\b")
AT_HEAD = "the place at the head of the entry"
AT_HOME = "the town that the article is at home in"
# How strong the town of an article must be (``geo.linking.hometown``): to be the place of what
# names none; to hold a street that nobody knows, or a town; to outweigh a region that the article
# keeps naming.
LEAST_HOME, UNKNOWN_IN_TOWN, UNKNOWN_TOWN, OVER_REGION = 1.0, 1.5, 3.0, 4.0
LEAST_LOCAL = 0.5
"""The same for a street where no other town is named, and towns have lists that lack none."""


def place(
    text: str, sentence: Sentence, trigger: Span, scene: Scene, found: Resolution
) -> tuple[Resolution, str]:
    """Return where a name lies that is in no gazetteer, and in words how that was found.

    Parameters
    ----------
    text
        The text of the article.
    sentence, trigger
        The sentence, and the words of the deed that the name is the place of.
    scene
        What the article has been speaking of.
    found
        The name, without a place.
    """
    own = holding(text, sentence.span, trigger).span
    if scene.desk is not None and THIS_TOWN.search(text, own.start, own.end):
        return somewhere_in(scene.desk, found), f"{UNKNOWN}; the town it was filed from"
    if _THIS_CAPITAL.match(text, found.mention.span.end) and (capital := scene.its_capital()):
        return somewhere_in(capital, found), f"{UNKNOWN}; in the capital"
    if (seat := citywide.behind(text, found, scene)) is not None:
        return somewhere_in(seat, found), f"{UNKNOWN}; in the seat of its province"
    if told := _told(text, sentence, trigger, scene, found):
        return told
    if scene.head is not None and (headed := _under(text, scene.head, found)):
        return headed, f"{UNKNOWN}; {AT_HEAD}"
    if (city := citywide.elsewhere_in(text, sentence, scene)) is not None:
        return somewhere_in(city, found), f"{UNKNOWN}; in the city that is told of"
    if (inside := citywide.in_its_unit(text, sentence, scene, found)) is not None:
        return inside, f"{UNKNOWN}; elsewhere in the part spoken of"
    urban = _is_in_town(text, found)
    moved_on = not urban and _ELSEWHERE.match(text, sentence.span.start)
    if moved_on or is_called_town(text, found.mention.name):  # and no part of another
        return of_area(text, sentence, scene, found)
    said = f"'{found.mention.name}' {unlisted.ABSENT}"
    if (desk := filed_there(sentence, scene)) is not None:
        return somewhere_in(desk, found), f"{UNKNOWN}; the town that its sentence was filed from"
    if not urban and (district := spoken_district(sentence, scene)) is not None:
        return unlisted.somewhere_in(found, district), f"{UNKNOWN}; in the district spoken of"
    least = _least(text, found, scene)
    # Where a government speaks is no home of a village that nobody knows.
    speaks = not urban and least > LEAST_HOME and _speaks(scene.home)
    if not speaks and (home := home_of(scene, least, said, found.mention)):
        return home, f"{UNKNOWN}; {AT_HOME}"
    if scene.desk is not None and urban:
        return somewhere_in(scene.desk, found), f"{UNKNOWN}; the desk"
    if around := town_around(text, sentence, scene, found, urban=urban):
        return around
    if (part := part_around(text, scene, found)) is not None:
        return part
    if (unit := spoken_unit(sentence, scene)) is not None:
        return unlisted.somewhere_in(found, unit), f"{UNKNOWN}; in the part spoken of"
    return of_area(text, sentence, scene, found)


def _least(text: str, found: Resolution, scene: Scene) -> float:
    """Return how strong the town of an article must be for a name that nobody knows to be in it."""
    span = found.mention.span
    home = scene.home.where.place if scene.home is not None else None
    local = home is not None and not ENGLISH.isdisjoint(home.countries)
    if streets.is_street(found.mention.name) or streets.is_at_corner(text, span):
        return LEAST_LOCAL if local and len(scene.towns) == 1 else LEAST_HOME
    # "Near Galdor Downs" is near no village where nearly all have lists; "in Varn" may be.
    inside = text[max(0, span.start - len("in ")) : span.start].lower() == "in "
    town = _is_town(text, found, scene) and (inside or not local)
    return UNKNOWN_TOWN if town else UNKNOWN_IN_TOWN


def _told(
    text: str, sentence: Sentence, trigger: Span, scene: Scene, found: Resolution
) -> tuple[Resolution, str] | None:
    """Return what the words around a name say of where it lies, the surest first."""
    if beside := _described(text, sentence, found):
        return beside, f"{UNKNOWN}; where the text says it lies"
    if the_crossing := _spoken_of(scene, sentence, found):
        return the_crossing, f"{UNKNOWN}; the one spoken of"
    if (town := _of_part(text, scene, sentence, found)) is not None:
        return somewhere_in(town, found), f"{UNKNOWN}; a part of the town spoken of"
    if town := _inside(sentence, found):
        return somewhere_in(town, found), f"{UNKNOWN}; the town in its name"
    if town := openings.town(text, sentence, trigger, found):
        if town.place is None:  # the name of a town says more than that of a road in it
            return place(text, sentence, trigger, scene, town)
        return somewhere_in(town, found), f"{UNKNOWN}; the town that its sentence opens with"
    if (town := _of_clause(text, sentence, found)) is not None:
        return somewhere_in(town, found), f"{UNKNOWN}; the only town of its clause"
    if (town := _of_deed(text, scene, sentence, found)) is not None:
        return somewhere_in(town, found), f"{UNKNOWN}; a street of the town spoken of"
    theirs = acting(text, sentence, trigger, scene)
    # A navy is seldom at home, and the police of a county come to the town that is spoken of.
    if theirs is not None and not is_country(theirs) and not _holds_scene(theirs, scene):
        return somewhere_in(theirs, found), f"{UNKNOWN}; who acts"
    if (abroad := _abroad(text, sentence, scene)) is not None:
        return unlisted.somewhere_in(found, abroad), f"{UNKNOWN}; the country named beside it"
    return None


def _speaks(home: hometown.Hometown | None) -> bool:
    return home is not None and SPEAKS in home.where.because


def _holds_scene(theirs: Resolution, scene: Scene) -> bool:
    """Tell whether the town that was spoken of last lies in the unit of those who act."""
    here = scene.where.place if scene.where is not None else None
    whole = theirs.place
    if here is None or whole is None or whole.kind not in AREAS:
        return False
    return here.kind is PlaceKind.SETTLEMENT and lies_in(here, whole)


def _under(text: str, head: Resolution, found: Resolution) -> Resolution | None:
    """Return where a name lies by the heading of its entry; "the town of X" is not in a town."""
    if head.place is not None and head.place.kind in AREAS:
        return unlisted.somewhere_in(found, head)
    own_town = is_called_town(text, found.mention.name)
    return None if head.place is None or own_town else somewhere_in(head, found)


def _inside(sentence: Sentence, found: Resolution) -> Resolution | None:
    """Return the town in the name of a house: "outside the Tolmen Grand Mosque"."""
    span, name = found.mention.span, found.mention.name
    if streets.is_street(name):
        return None
    for r in sentence.resolutions:
        town = r.place is not None and r.place.kind is PlaceKind.SETTLEMENT
        if town and r.mention.use is MentionClass.EMBEDDED:
            first = r.mention.span.start
            if span.covers(r.mention.span) or r.mention.span.end == span.start - 1 > first:
                return r
    return None


def _spoken_of(scene: Scene, sentence: Sentence, found: Resolution) -> Resolution | None:
    """Return where the crossing is that was spoken of, for "the crossing" of the same paragraph."""
    where = scene.where
    if found.mention.found_by != "crossing" or where is None or where.place is None:
        return None
    near = where.place.kind in {PlaceKind.SETTLEMENT, PlaceKind.CROSSING}
    return where if near and scene.where_paragraph == sentence.paragraph else None


def _of_part(text: str, scene: Scene, sentence: Sentence, found: Resolution) -> Resolution | None:
    """Return the town just spoken of for a part of one: "Barangay Tolmen", "the Tolmen Bridge"."""
    where = scene.where
    if where is None or where.place is None or where.place.kind is not PlaceKind.SETTLEMENT:
        return None
    name = found.mention.name.lower().split()
    gap = sentence.paragraph - scene.where_paragraph
    built = not gap and (name[-1] in words().built or _is_in_town(text, found))
    return where if built or (gap <= 1 and name[0] in words().town_parts) else None


def _of_clause(text: str, sentence: Sentence, found: Resolution) -> Resolution | None:
    """Return the only town of the clause of a street or a school: "hit the X school in west Y"."""
    last = found.mention.name.lower().rpartition(" ")[2]
    house = last in words().built or last in lists().venues
    if not house and not _is_in_town(text, found):
        return None
    own = holding(text, sentence.span, found.mention.span).span
    towns = {
        r.place.id: r
        for r in sentence.resolutions
        if r.place is not None
        and r.place.kind in {PlaceKind.SETTLEMENT, PlaceKind.FACILITY}
        and r.mention.use is MentionClass.LITERAL
        and _IN_OR_OF.search(text, max(0, r.mention.span.start - LOOK_BEHIND), r.mention.span.start)
        and own.covers(r.mention.span)
    }
    return next(iter(towns.values())) if len(towns) == 1 else None


def _of_deed(text: str, scene: Scene, sentence: Sentence, found: Resolution) -> Resolution | None:
    """Return the town in which something just happened for a street of the next paragraph."""
    where = scene.where
    if where is None or where.place is None or where.place.kind is not PlaceKind.SETTLEMENT:
        return None
    near = scene.by_deed and sentence.paragraph - scene.where_paragraph <= 1
    return where if near and _is_in_town(text, found) else None


def somewhere(head: Resolution | None, scene: Scene) -> Resolution | None:
    """Return a heading that nobody knows as a place somewhere in what the article is about."""
    area = scene.about or scene.country
    if head is None or head.place is not None or area is None or area.place is None:
        return head
    return unlisted.somewhere_in(head, area) if is_area(area) else head


def _abroad(text: str, sentence: Sentence, scene: Scene) -> Resolution | None:
    """Return the only country that a sentence names, if the article's town is in another one.

    "The road to Tunisia" goes there, and is not in it.
    """
    home = scene.home.where.place if scene.home is not None else None
    named = {
        r.place.id: r
        for r in sentence.resolutions
        if r.place
        and can_carry(r)
        and is_country(r)
        and not (_leads_to(text, r.mention.span) or serves_in(text, r))
        and not strikes_abroad(text, r.mention.span, r.place.countries)
    }
    if home is None or len(named) != 1 or not named.keys().isdisjoint(home.countries):
        return None
    return next(iter(named.values()))


def _leads_to(text: str, at: Span) -> bool:
    return _ROAD_TO.search(text, max(0, at.start - LOOK_BEHIND), at.start) is not None


def _is_town(text: str, unknown: Resolution, scene: Scene) -> bool:
    """Tell whether a name reads as that of a town: "near X", no street, school or quarter."""
    start = unknown.mention.span.start
    known = lists()
    last = unknown.mention.name.lower().rpartition(" ")[2].strip(".")
    ahead = max(start - hometown.LOOK_BACK, 0)
    by_town = _BY_TOWN.search(text, ahead, start) is not None
    if not by_town and len(scene.towns) >= SEVERAL:
        by_town = _AT_TOWN.search(text, ahead, start) is not None
    return by_town and not (
        last in known.streets or last in known.venues or last in known.sorts or last in known.parts
    )


def is_quarter(text: str, named: Resolution) -> bool:
    """Tell whether a name is that of a quarter that nobody knows: "the X neighborhood"."""
    mention = named.mention
    open_name = named.place is None and mention.use is MentionClass.LITERAL
    return (
        open_name and mention.relation != "reference" and _says_quarter(text, mention.span, named)
    )


def _says_quarter(text: str, at: Span, named: Resolution) -> bool:
    """Tell whether a word beside a name says that it is a quarter's."""
    return not {named.mention.hint or "", *behind(text, at)}.isdisjoint(QUARTERS)


def _is_in_town(text: str, unknown: Resolution) -> bool:
    """Tell whether a name that nobody knows is that of a street, a quarter or a house in a town."""
    known, span = lists(), unknown.mention.span
    name = span.of(text).lower().split()
    said = {unknown.mention.hint or "", *name[-1:], *behind(text, span)}
    first = not known.street_first.isdisjoint(name[:1])
    if first or not said.isdisjoint(known.streets | known.urban):
        return True
    if streets.is_at_corner(text, span):
        return True
    return _CORNER_OF.search(text, max(0, span.start - hometown.LOOK_BACK), span.start) is not None


def _described(text: str, sentence: Sentence, unknown: Resolution) -> Resolution | None:
    """Return where a name that nobody knows lies by the phrase behind it: "X, 15 km south of Y"."""
    end = unknown.mention.span.end
    if noun := nouns().match(text, end):  # "the Orva area, west of Tolmen"
        end = noun.end()
    phrase = next(
        (r for r in sentence.resolutions if r.place and r.place.derived
         and (unlisted.MEASURED.fullmatch(text, end, r.mention.span.start)
              or _opens(text, sentence, r))),
        None,
    )  # fmt: skip
    if phrase is None:
        return unlisted.held(text, unknown, sentence.resolutions)
    said = f"'{unknown.mention.name}' {unlisted.ABSENT}"
    return replace(phrase, mention=unknown.mention, because=(said, *phrase.because))


def _opens(text: str, sentence: Sentence, phrase: Resolution) -> bool:
    """Tell whether a sentence opens with how far it is from a place: "20 km east of X, … in Y"."""
    at = phrase.mention.span
    before = text[sentence.span.start : at.start]
    first = not before or before.endswith((" - ", " – ", " — ", ": "))
    return first and text.startswith(",", at.end)


def somewhere_in(area: Resolution, unknown: Resolution) -> Resolution:
    """Let the place of those who act stand for a name that nobody knows, near which it is."""
    mention = replace(unknown.mention, relation="near")
    said = f"'{mention.name}' {unlisted.ABSENT}; in or near {_name(area)}"
    return replace(area, mention=mention, because=(said, *area.because))


def _name(resolution: Resolution) -> str:
    return resolution.place.name if resolution.place is not None else resolution.mention.name


def home_of(
    scene: Scene,
    least: float,
    because: str,
    mention: Mention | None = None,
    *,
    besides: Sentence | None = None,
) -> Resolution | None:
    """Return somewhere in the town that the article is at home in, if enough speaks for it.

    ``besides`` is a sentence that must not be the only one to name the town, unless it does so as
    that whose police speaks: "Tolmen police say that a man was shot".
    """
    home, about = scene.home, scene.about
    if (
        home is not None
        and besides is not None
        and not home.by_authority
        and not scene.is_told_elsewhere(home.where, besides.span)
    ):
        return None
    if about is not None and about.place is not None and about.place.kind is PlaceKind.REGION:
        least = OVER_REGION
    return vicinity.within(home, because, mention) if home and home.strength >= least else None


def acting(text: str, sentence: Sentence, trigger: Span, scene: Scene) -> Resolution | None:
    """Return the place whose police, army or authorities stand before the trigger.

    Those of a country that no other sentence names may act anywhere.
    """
    found = [
        r
        for r in sentence.resolutions
        if _is_of_those_who_act(text, r)
        and r.place is not None
        and (not is_country(r) or scene.is_told_elsewhere(r, sentence.span))
        and r.mention.span.end <= trigger.start
        and not words().mission.match(text, r.mention.span.end)
    ]
    if not found:
        return None
    return replace(found[-1], because=(*found[-1].because, "those who act belong to it"))


def _is_of_those_who_act(text: str, r: Resolution) -> bool:
    """Tell whether a place says whose police act: "Tolmen police", "Tolmen Metropolitan Police"."""
    if r.mention.use is MentionClass.EMBEDDED:
        return _ITS_POLICE.match(text, r.mention.span.end) is not None
    bound = WHERE_TO.match(text, r.mention.span.end)  # "a Tolmen-bound bus"
    return r.mention.use is MentionClass.MODIFIER and bound is None
