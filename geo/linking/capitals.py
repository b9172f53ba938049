"""Tell which capital is meant by "in the capital", by its parliament or by its city square.

That of the country in play, of the one that a name beside it says, or of those whose police act.
"""

from __future__ import annotations

import re
from functools import cache

from geo.language.almanac import alternatives
from geo.language.late import late
from geo.language.words import words
from geo.linking.scenes import Scene, Sentence, can_carry, is_country, is_town
from geo.model import PlaceKind, Resolution, Span
from geo.toponymy.authorities import acts_at_home

__all__ = ["at_its_seat", "capital_meant", "capital_told_of", "has_capital"]

_IN_CAPITAL = late(
    r"\b(?:[IiAa][nt]|[Nn]ear|[Oo]utside|[Ii]nside|[Aa]round|[Aa]cross|[Tt]hroughout|[Ww]ithin|"
    r"into|of|to)\s+(?:(?:the|this)\s+(?:[A-Z][\w-]+\s+|(?:nation|country)[’']s\s+)?|"
    r"[A-Z][\w-]+[’']s\s+)capital(?:\s+city)?\b(?!\s+(?:of|punishment|gains?|markets?|goods|[A-Z])|[’'])"
)
"""Words for the capital of the country in play; that of a province has "provincial" before it."""
_OPENS_IN_CAPITAL = late(
    r"\W*(?:(?:[Mm]eanwhile|[Aa]nd|[Bb]ut),?\s+)?(?:(?:[Ii]n|[Aa]cross|[Aa]round|[Tt]hroughout)\s+)?"
    r"(?:the\s+|[A-Z][\w-]+(?:\s[A-Z][\w-]+)?(?:[’']s)?\s+)"
    r"capital(?!\s+(?:of|punishment|gains?|markets?|goods)\b)(?:,|\s+[a-z]+\b)"
)
_ITS_CAPITAL = re.compile(r"[’']s\s+capital\b(?!\s+(?:punishment|gains?|markets?|goods))")
_CAPITAL_OF = re.compile(r"\bthe\s+capital(?:\s+city)?\s+of\s+(?:the\s+)?$")
LOOK_BACK = 30
"""Characters before the name of a country in which its capital is named."""
_CAPITAL_OF_ITS = re.compile(r"(?:[’']s)?\s+capital\b")
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


def capital_told_of(text: str, sentence: Sentence, scene: Scene) -> Resolution | None:
    """Return the capital that a sentence opens with: "In the capital, …", "Peru's capital went"."""
    found = _OPENS_IN_CAPITAL.match(text, sentence.span.start, sentence.span.end)
    if found is None or any(can_carry(r) and is_town(r) for r in sentence.resolutions):
        return None
    for named in sentence.resolutions:
        ends = named.mention.span.end
        if ends <= found.end() and _CAPITAL_OF_ITS.match(text, ends):
            return scene.capital_of(named)
    return _capital_of_paragraph(sentence, scene) or scene.its_capital()


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
    """Tell whether a name only says whose capital is meant: "Ardovia's capital", "capital of X"."""
    at = named.mention.span
    if is_country(named) and _CAPITAL_OF.search(text, max(0, at.start - LOOK_BACK), at.start):
        return True
    return _ITS_CAPITAL.match(text, at.end) is not None
