"""Take small towns far from the news for what they are: parts of the town that it comes from.

"BOSTON — Two men were shot in Roxbury": the only Roxbury of a gazetteer is a village of Wisconsin,
and nothing else in the report is there. Where names are English those of quarters, streets, schools
and families are those of villages too, and local papers do not say of which town a quarter is. So a
small town in a state that nothing else speaks of lies in the town whose police speak, or which the
report was filed from; and so does what is called a neighborhood, however large its namesake.

On 1,294 reports of shootings this brought 19 deeds within 25 km of where they were, and lost one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from geo.geometry.geodesy import are_within
from geo.language.names import fold
from geo.linking import hometown, streets, vicinity
from geo.linking.headlines import end_of_headline
from geo.linking.hometown import Hometown
from geo.linking.vicinity import ENGLISH, FAR_M, FOR_STREET, KNOWN
from geo.model import Article, MentionClass, Place, PlaceKind, Resolution

__all__ = ["settle"]

SURE = 0.6
"""So sure the town must be that the news comes from."""
METROPOLIS, NAMED = 250_000, 0.5
"""Inhabitants from which a city is taken for that town though only something is said of it, and how
much must be (``geo.linking.hometown``)."""
CITY = 20_000
"""Inhabitants from which a town has quarters that are called by their name alone."""
REACH_M = 150_000.0
"""So far the news of a town reaches without saying in which state it is."""
_UNSAID = frozenset({MentionClass.CLUTTER, MentionClass.BYLINE, MentionClass.DEMONYM})
_VOICES = frozenset({"authority", "dateline"})


@dataclass(frozen=True, slots=True)
class _Seat:
    """The town that the news comes from, and whether its own people speak."""

    home: Hometown
    acts: bool

    @property
    def town(self) -> Place:
        place = self.home.where.place
        assert place is not None
        return place


def settle(
    article: Article, resolutions: Sequence[Resolution], titled: Sequence[Resolution]
) -> tuple[tuple[Resolution, ...], tuple[Resolution, ...]]:
    """Return the places of a text and of its title, with those of strays in the town of the news.

    Parameters
    ----------
    article
        The article.
    resolutions, titled
        The places of its text, and those of its title.
    """
    told, above = tuple(resolutions), tuple(titled)
    seat = _seat(article, told, above)
    if seat is None:
        return told, above
    both = [*told, *above]
    in_text, in_title = _by_place(told), _by_place(above)
    stray = {
        key
        for key in {**in_text, **in_title}
        if _is_stray(article, seat, in_text.get(key, []), in_title.get(key, []), both)
    }
    return _housed(told, stray, seat), _housed(above, stray, seat)


def _seat(
    article: Article, told: Sequence[Resolution], above: Sequence[Resolution]
) -> _Seat | None:
    """Return the town that the news comes from, if it is sure which one that is.

    It is the one whose police speak or that the report was filed from, else a large city.
    """
    ways = [(r, hometown.way_of(article.text, r)) for r in told if hometown.is_town(r)]
    voices = [r for r, way in ways if way in _VOICES]
    heard = {r.place.id for r in voices if r.place is not None}
    end = end_of_headline(article.title) if article.title else 0
    heard |= {r.place.id for r in above if r.place and _speaks(article.title or "", r)}
    titled = [r for r in above if r.mention.span.start >= end or (r.place and r.place.id in heard)]
    home, least = hometown.find(article, voices, titled), FOR_STREET
    if home is None:
        large = [r for r, _ in ways if _is_metropolis(article.text, r)]
        home, least = hometown.find(article, large), NAMED
    town = home.where.place if home is not None else None
    if home is None or town is None or town.unlisted or home.strength < least:
        return None
    if home.where.score < SURE or ENGLISH.isdisjoint(town.countries):
        return None
    acts = any(way == "authority" and r.place == town for r, way in ways)
    acts = acts or any(r.place == town and _speaks(article.title or "", r) for r in above)
    return _Seat(home, acts)


def _speaks(text: str, r: Resolution) -> bool:
    return hometown.is_town(r) and hometown.way_of(text, r) == "authority"


def _is_metropolis(text: str, r: Resolution) -> bool:
    """Tell whether a large city is named, and no quarter of another: "the Austin neighborhood"."""
    large = r.place is not None and (r.place.population or 0) >= METROPOLIS
    return large and not _is_alias(r) and not streets.is_called_part(text, r)


def _by_place(named: Iterable[Resolution]) -> dict[str, list[Resolution]]:
    found: dict[str, list[Resolution]] = {}
    for r in named:
        told = r.place is not None and (r.place.derived or r.place.unlisted)  # by the text itself
        if hometown.is_town(r) and r.place is not None and not told:
            found.setdefault(r.place.id, []).append(r)
    return found


def _is_stray(
    article: Article,
    seat: _Seat,
    told: Sequence[Resolution],
    above: Sequence[Resolution],
    everything: Sequence[Resolution],
) -> bool:
    """Tell whether a town is no town here, but a part of the one that the news comes from."""
    named = [*told, *above]
    place = named[0].place
    if place is None or _are_within(place, seat.town, FAR_M):
        return False
    ways = {hometown.way_of(article.text, r) for r in told}
    if "authority" in ways or ("dateline" in ways and not seat.acts):
        return False
    if _is_spoken_of(place, named, everything):
        return False
    said = [(article.text, r) for r in told] + [(article.title or "", r) for r in above]
    if any(streets.is_called_quarter(text, r) for text, r in said):
        return True
    small = (place.population or 0) < KNOWN or all(map(_is_alias, named))
    if not small and not any(streets.is_called_part(text, r) for text, r in said):
        return False
    if (seat.town.population or 0) < CITY or _unit(place) == _unit(seat.town):
        return False
    return not _are_within(place, seat.town, REACH_M)


def _is_alias(r: Resolution) -> bool:
    """Tell whether a place goes by another name here: "Westside" for Las Vegas, not "Vegas"."""
    name, own = fold(r.mention.name), fold(r.place.name if r.place is not None else "")
    initials = "".join(word[0] for word in own.split())
    return name not in own and name.replace(" ", "") != initials


def _is_spoken_of(
    place: Place, named: Sequence[Resolution], everything: Iterable[Resolution]
) -> bool:
    """Tell whether another name of the article is that of the unit of a place, or lies in it."""
    own = {fold(r.mention.name) for r in named}
    others = (
        r.place
        for r in everything
        if r.place is not None
        and r.mention.use not in _UNSAID
        and fold(r.mention.name) not in own
        and r.place.id != place.id
    )
    return any(_unit(other) == _unit(place) for other in others)


def _unit(place: Place) -> str | None:
    """Return the state that a place lies in or is; abroad its country."""
    if ENGLISH.isdisjoint(place.countries):
        return place.countries[0] if place.countries else None
    return place.id if place.kind is PlaceKind.ADMIN1 else place.part_of or place.admin1


def _are_within(one: Place, other: Place, limit_m: float) -> bool:
    if one.lon is None or one.lat is None or other.lon is None or other.lat is None:
        return True
    return are_within(one.lon, one.lat, other.lon, other.lat, limit_m)


def _housed(named: Sequence[Resolution], stray: set[str], seat: _Seat) -> tuple[Resolution, ...]:
    """Return places with those of strays somewhere in the town of the news."""
    return tuple(_inside(r, seat) if _is_one_of(r, stray) else r for r in named)


def _is_one_of(r: Resolution, stray: set[str]) -> bool:
    """Tell whether a place is a stray, or a street that was put into one."""
    place = r.place
    return place is not None and (place.id in stray or (place.unlisted and place.part_of in stray))


def _inside(r: Resolution, seat: _Seat) -> Resolution:
    """Return a stray as the namesake near the town of the news, else as a part of that town."""
    place = r.place
    assert place is not None
    there = f"{place.name}, {place.admin1}" if place.admin1 else place.name
    near = next((p for p, _ in r.alternatives if _is_close(p, seat.town)), None)
    if near is not None:
        because = (f"near {seat.town.name}, where the news is from; not {there}", *r.because)
        return replace(r, place=near, because=because)
    said = f"'{r.mention.name}' is read as a part of {seat.town.name}, not as {there}"
    return vicinity.within(seat.home, said, r.mention)


def _is_close(place: Place, town: Place) -> bool:
    settled = place.kind is PlaceKind.SETTLEMENT and place.lon is not None
    return settled and _unit(place) == _unit(town) and _are_within(place, town, REACH_M)
