"""What an article has been speaking of: its sentences, and the scene that one hands to the next."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from geo.events.genres import Genre
from geo.linking.hometown import Hometown
from geo.model import MentionClass, Place, PlaceKind, Resolution, Span, When
from geo.toponymy.containers import lies_in

__all__ = [
    "AREAS",
    "Lookup",
    "Scene",
    "Sentence",
    "can_carry",
    "capital_of",
    "country_of",
    "dateline",
    "desk_of",
    "focus",
    "is_country",
    "is_from_capital",
    "is_town",
    "only_in",
    "towns",
]

FOCUS_MENTIONS = 2
"""An article that names a region this often is about it, more than about the country."""
AREAS = frozenset({PlaceKind.REGION, PlaceKind.ADMIN1, PlaceKind.ADMIN2})
"""Parts of a country, which hold towns."""
SPEAKS_OF = {
    MentionClass.LITERAL: 1.0,
    MentionClass.DATELINE: 1.0,
    MentionClass.DEMONYM: 0.1,
    MentionClass.MODIFIER: 0.25,
}
"""What each use of a name says of the country of an article: that of "Bogota, 4 March (AFP)" and of
"Colombian rebels". A people lives in more countries than one: Serbs in Kosovo must not make Serbia
of it, nor must a desk in Belgrade."""
SPEAKS_UP = {
    MentionClass.LITERAL: 1.0,
    MentionClass.DATELINE: 2.0,
    MentionClass.DEMONYM: 0.5,
    MentionClass.MODIFIER: 0.5,
}
"""The same where no country is named often as a place: what is filed from Bogota and speaks of
Colombians is about Colombia, though it names the United States once. On 1,500 wire reports that
raises the F1 of places from .351 to .368; for all articles it would lower the recall of our own
seeds from .89 to .79."""
FILED_ABROAD = 0.4
"""What a dateline says of a country that an article never speaks of, if it speaks of another."""
OFTEN = 4.0
"""How much speaks for a country that is named often."""
ENOUGH = 2.0
"""How much must speak for a country that is not named as a place itself."""
MOST_COUNTRIES = 2
"""A border crossing belongs to two countries, what belongs to more is a part of the world."""

Lookup = Callable[[str], Place | None]


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence with what was found in it; two are the same only if they are one."""

    span: Span
    paragraph: int
    resolutions: tuple[Resolution, ...]
    whens: tuple[When, ...]


@dataclass(slots=True)
class Scene:
    """What an article has been speaking of up to here, and in which paragraph it said so.

    ``by_deed`` tells whether something happened at ``where``, or it was only named, ``freed``
    whether people were freed there; ``deed`` is where the first deed with victims was, ``town``
    the first that was in a town, ``named`` the last town that was named at all, ``by_day`` where
    the deeds of each day were, ``head`` the place that the entry of a bulletin stands under.
    ``by_word`` is of what is only demanded or agreed.
    """

    where: Resolution | None = None
    where_paragraph: int = -1
    when: When | None = None
    when_paragraph: int = -1
    news_day: When | None = None
    background_paragraph: int = -1
    deed_paragraph: int | None = None
    about: Resolution | None = None
    country: Resolution | None = None
    capital: Resolution | None = None
    filed_from: Resolution | None = None
    desk: Resolution | None = None
    of_the_capital: bool = False
    home: Hometown | None = None
    settled: bool = False
    by_deed: bool = False
    freed: bool = False
    only: Mapping[str, Span | None] = field(default_factory=dict)
    towns: Mapping[str, Resolution] = field(default_factory=dict)
    parts: Mapping[str, Resolution] = field(default_factory=dict)
    head: Resolution | None = None
    deed: Resolution | None = None
    town: Resolution | None = None
    named: Resolution | None = None
    named_paragraph: int = -1
    by_day: dict[date, Resolution | None] = field(default_factory=dict)
    lookup: Lookup | None = None
    find_capital: Lookup | None = None
    looks_back: str | None = None
    life: str | None = None
    city: Resolution | None = None
    genre: Genre | None = None
    by_word: bool = False

    def capital_of(self, named: Resolution) -> Resolution | None:
        """Return the capital of a country that a sentence names, else of the one spoken of.

        That of a province is the town that the article is at home in, if it lies there.
        """
        whose = named.place
        known = self.capital.place if self.capital is not None else None
        if whose is not None and whose.kind in {PlaceKind.ADMIN1, PlaceKind.ADMIN2}:
            return self._seat_of(whose)
        if whose is None or not is_country(named) or self.find_capital is None:
            return self.its_capital()
        found = self.find_capital(whose.id)
        if found is None or found == known:
            return self.its_capital()
        because = (f"the capital of {whose.name}",)
        return replace(named, place=found, members=(), because=because)

    def _seat_of(self, unit: Place) -> Resolution | None:
        """Return the town of the news, or that it was filed from, if it lies in a province."""
        home = self.home.where if self.home is not None else None
        for town in (home, self.desk):
            if town is not None and town.place is not None and is_town(town):
                return town if lies_in(town.place, unit) else None
        return None

    def its_capital(self) -> Resolution | None:
        """Return the capital of the country that is spoken of, whether or not it is named."""
        known = self.country or self.where
        country = known.place if known is not None else None
        if self.capital is not None or country is None or self.find_capital is None:
            return self.capital
        codes = country.countries or (country.id,)
        found = self.find_capital(codes[0])
        if found is not None and known is not None and len(codes) == 1:
            because = (f"the capital of the country of {country.name}",)
            capital = replace(known, place=found, members=(), because=because)
            self.capital = capital if known is self.country else None
            return capital
        return self.capital

    def is_told_elsewhere(self, where: Resolution | None, sentence: Span) -> bool:
        """Tell whether more than a sentence speaks of a place.

        What no other sentence names, and this one named without putting the deed there, cannot be
        its place for want of another: of 90 such places in single sentences 5 were right.
        """
        if where is None:
            return False
        return where.place is None or self.only.get(where.place.id) != sentence

    def goes_on(self, paragraph: int, when: When | None) -> bool:
        """Tell whether a deed of another paragraph, dated if ``when`` says, is still here.

        What is filed from a capital jumps from deed to deed all over the country: where only a
        meeting was, or something on another day, is no place for the next one. Of 52 deeds of
        wire reports that had the town of the paragraph before, gold has 16 there.
        """
        if self.where is None or paragraph == self.where_paragraph or not self.of_the_capital:
            return True
        apart = when is not None and self.when is not None and not when.overlaps(self.when)
        return self.by_deed and not apart

    def move(
        self, where: Resolution | None, when: When | None, paragraph: int, *, by_deed: bool = False
    ) -> None:
        """Let what follows take place here and now; ``None`` leaves that half as it is."""
        if where is not None:
            self.where, self.where_paragraph, self.by_deed = where, paragraph, by_deed
            self.freed = False
        if when is not None and when.last is not None:
            self.when, self.when_paragraph = when, paragraph

    def begin(self, head: Resolution | None, paragraph: int) -> None:
        """Begin an entry of a bulletin: it is at its heading, and nothing before it goes on."""
        self.where, self.where_paragraph, self.by_deed = head, paragraph, False
        self.when, self.when_paragraph = None, -1
        self.deed, self.town, self.deed_paragraph, self.background_paragraph = None, None, None, -1
        self.named, self.named_paragraph, self.by_day = None, -1, {}
        self.head, self.settled = head, True
        town = (
            head is not None and head.place is not None and head.place.kind is PlaceKind.SETTLEMENT
        )
        self.home = replace(self.home, where=head) if self.home and head and town else None

    def settle(self, where: Resolution) -> None:
        """Let a report's first place be what the article is about, if that was only a country."""
        # What is filed from a capital goes on to deeds all over the country.
        only = self.about is None or (is_country(self.about) and not self.of_the_capital)
        if not self.settled and only:
            self.about = where
        self.settled = True


def can_carry(resolution: Resolution) -> bool:
    """Tell whether an incident may be put on a place that is named like this."""
    mention = resolution.mention
    return (
        mention.use is MentionClass.LITERAL
        and mention.relation != "reference"
        and resolution.place is not None
    )


def is_country(resolution: Resolution) -> bool:
    """Tell whether a resolution is no finer than a country."""
    return resolution.place is not None and resolution.place.kind is PlaceKind.COUNTRY


def is_town(resolution: Resolution | None) -> bool:
    """Tell whether a resolution is a town that can be "the town", and is no capital."""
    place = resolution.place if resolution is not None else None
    if place is None or place.kind is not PlaceKind.SETTLEMENT:
        return False
    return place.attribute("capital") != "true"


def focus(resolutions: Iterable[Resolution], country: Lookup | None = None) -> Resolution | None:
    """Return what an article is about: the part of its country it keeps naming, else the country.

    A report from the capital of that country is about all of it: of 33 deeds without a place that
    were put in such a part gold has 10 there and 14 in the country.
    """
    resolutions = tuple(resolutions)
    literal = [r for r in resolutions if can_carry(r)]
    named = Counter(r.place.id for r in literal if r.place is not None and not is_country(r))
    whole = country_of(resolutions, country)
    desk = next(filter(_is_desk, resolutions), None)
    for r in literal:
        place = r.place
        if place is None or place.kind not in AREAS or named[place.id] < FOCUS_MENTIONS:
            continue
        at_desk = desk is not None and _share_country(desk, r)
        if not at_desk and (whole is None or _share_country(whole, r)):
            return r
    return whole


def _share_country(one: Resolution, other: Resolution) -> bool:
    if one.place is None or other.place is None:
        return False
    return not set(one.place.countries).isdisjoint(other.place.countries)


def dateline(resolutions: Iterable[Resolution]) -> Resolution | None:
    """Return the country or state of a dateline, never its town: a desk is no scene."""
    wide = (PlaceKind.COUNTRY, PlaceKind.ADMIN1)
    lines = [r for r in resolutions if r.mention.use is MentionClass.DATELINE and r.place]
    return next((r for r in lines if r.place is not None and r.place.kind in wide), None)


def desk_of(resolutions: Iterable[Resolution], country: Resolution | None) -> Resolution | None:
    """Return the town that a report was filed from, if it lies in the country it speaks of."""
    for r in resolutions:
        town = r.place is not None and r.place.kind is PlaceKind.SETTLEMENT
        if r.mention.use is MentionClass.DATELINE and town:
            return r if country is not None and _share_country(r, country) else None
    return None


def is_from_capital(resolutions: Iterable[Resolution]) -> bool:
    """Tell whether a report was filed from a capital: it may be about all of the country."""
    return any(map(_is_desk, resolutions))


def _is_desk(r: Resolution) -> bool:
    """Tell whether a name is that of the capital that a report was filed from."""
    filed = r.mention.use is MentionClass.DATELINE
    return filed and r.place is not None and r.place.attribute("capital") == "true"


def country_of(
    resolutions: Iterable[Resolution], country: Lookup | None = None
) -> Resolution | None:
    """Return the country that an article speaks of most, counting its places and peoples.

    Parameters
    ----------
    resolutions
        The places of the article.
    country
        Gives the country of a code, for one whose towns alone are named.
    """
    told: dict[str, list[Resolution]] = defaultdict(list)
    bodies: set[str] = set()
    for r in resolutions:
        if r.mention.use is MentionClass.EMBEDDED:
            bodies.update(_countries(r.place))
        if r.mention.use in SPEAKS_OF and r.mention.relation != "reference":
            for code in _countries(r.place):
                told[code].append(r)
    heard = _heard(told, SPEAKS_OF, bodies)
    if max(heard.values(), default=OFTEN) < OFTEN:
        heard = _heard(told, SPEAKS_UP, bodies)
    for code in sorted(told, key=lambda code: (-heard[code], code)):
        own = [r for r in told[code] if r.place is not None and r.place.id == code]
        for r in own:
            if can_carry(r):
                return r
        if heard[code] < ENOUGH:
            continue
        if own:
            return own[0]
        if country is not None and (place := country(code)) is not None:
            because = f"the country of {told[code][0].mention.name}"
            return replace(told[code][0], place=place, members=(), because=(because,))
    return None


def _heard(
    told: Mapping[str, Sequence[Resolution]],
    worth: Mapping[MentionClass, float],
    bodies: Container[str],
) -> dict[str, float]:
    """Return how much speaks for each country; ``bodies`` are the countries whose bodies act.

    A dateline speaks once, though it names a town and its country: "LIMA (Peru), 3 May".
    """
    filed = worth[MentionClass.DATELINE]
    heard = {
        code: sum(worth[r.mention.use] for r in named if not _is_filed(r))
        + filed * any(map(_is_filed, named))
        for code, named in told.items()
    }
    abroad = {
        code for code, named in told.items() if all(map(_is_filed, named)) and code not in bodies
    }
    if len(abroad) < len(told):
        heard.update(dict.fromkeys(abroad, FILED_ABROAD))
    return heard


def _is_filed(r: Resolution) -> bool:
    return r.mention.use is MentionClass.DATELINE


def capital_of(resolutions: Iterable[Resolution], country: Resolution) -> Resolution | None:
    """Return what an article names of the capital of a country: "the capital" means it then."""
    code = country.place.id if country.place is not None else None
    for r in resolutions:
        place = r.place
        if place is not None and place.attribute("capital") == "true" and code in place.countries:
            return r
    return None


def _acts(r: Resolution) -> bool:
    """Tell whether a town's own body is named, which acts in it: "Tolmen police said"."""
    town = r.place is not None and r.place.kind is PlaceKind.SETTLEMENT
    return town and r.mention.use in {MentionClass.MODIFIER, MentionClass.EMBEDDED}


def only_in(
    sentences: Iterable[Sentence], titled: Iterable[Resolution] = ()
) -> dict[str, Span | None]:
    """Return the one sentence that names each place; ``None``: more do, or its own police."""
    found: dict[str, Span | None] = {r.place.id: None for r in titled if r.place is not None}
    for sentence in sentences:
        for r in sentence.resolutions:
            if r.place is None:
                continue
            alone = r.mention.use is not MentionClass.DATELINE and not _acts(r)
            known = found.setdefault(r.place.id, sentence.span if alone else None)
            if known != sentence.span or not alone:
                found[r.place.id] = None
    return found


def towns(located: Iterable[Resolution]) -> dict[str, Resolution]:
    """Return the first naming of each town that a gazetteer lists, by its id."""
    found: dict[str, Resolution] = {}
    for r in located:
        place = r.place
        if place is not None and place.kind is PlaceKind.SETTLEMENT and not place.unlisted:
            found.setdefault(place.id, r)
    return found


def _countries(place: Place | None) -> tuple[str, ...]:
    """Return whose a place is; one of many countries, such as a continent, speaks for none."""
    if place is None or len(place.countries) > MOST_COUNTRIES:
        return ()
    return place.countries
