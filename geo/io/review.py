"""Review the gazetteer's own data: what no reader of single cells can see.

``geo.io.overlay.check`` calls this; it needs shapely and babel, which reading does not.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Generator, Iterator, Mapping
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from geo.geometry.geodesy import distance_m
from geo.language.names import latin
from geo.model import Place, PlaceKind
from geo.tables.precision import APPROXIMATE_M

if TYPE_CHECKING:
    from geo.errors import TableError
    from geo.io.cells import Row
    from geo.io.overlay import Overlay


__all__ = ["review"]

# A place this far from its country's point, and much nearer with lon and lat exchanged.
SWAP_M = 1_000_000.0
# A footprint is a zone around the place, never its positional doubt.
FOOTPRINT_MIN_M = 200.0
FOOTPRINT_MAX_M = 1_500.0
REGION_VERTICES = range(8, 26)
TOWN = re.compile(r"gn:[0-9]+")
# Oceans and continents of this table belong to no list of countries.
WORLDWIDE = "features.csv"
# Places whose Serbian Cyrillic name is rightly no letter-for-letter twin of the Latin one.
TWIN_EXCEPTIONS: frozenset[str] = frozenset()


def review(overlay: Overlay) -> Iterator[TableError]:
    """Yield what is wrong across rows, and with what the values mean."""
    places = {entry.place.id: entry.place for entry in overlay.entries}
    units = frozenset(overlay.units.values())
    codes = _codes() | {place.id for place in places.values() if place.kind is PlaceKind.COUNTRY}
    for place_id, place in places.items():
        row = overlay.rows[place_id]
        yield from _of_references(place, row, places, codes)
        # Units are worked out, not typed; Ascension lies far from Saint Helena.
        if place.id not in units and row.path.name != WORLDWIDE:
            yield from _of_position(place, row, places)
        yield from _of_twins(place, row)
        if place.kind is PlaceKind.CROSSING:
            yield from _of_crossing(place, row)
        if place.kind is PlaceKind.REGION and row.is_feature:
            yield from _of_region(place, row)
    for row, named in overlay.words:
        column = "places" if "places" in row.cells else "countries"
        for one in named:
            # Londoners are of a town of GeoNames; the compiled gazetteer alone knows them all.
            town = column == "places" and TOWN.fullmatch(one)
            if one not in places and one not in codes and not town:
                yield row.problem(column, f"{one!r} is no place", "write an id of the gazetteer")
    yield from _of_order(overlay)


def _codes() -> frozenset[str]:
    from babel import Locale  # noqa: PLC0415 - only the review needs it

    territories = map(str, Locale("en").territories)
    return frozenset(code for code in territories if len(code) == 2 and code.isalpha())


def _of_references(
    place: Place, row: Row, places: Mapping[str, Place], codes: frozenset[str] | set[str]
) -> Iterator[TableError]:
    for code in place.countries:
        if code not in codes:
            yield row.problem("countries", f"{code!r} is no country", "write its ISO code")
    if not place.countries and row.path.name != WORLDWIDE:
        yield row.problem("countries", "is empty", "write an ISO code")
    if place.part_of and place.part_of not in places and place.part_of not in codes:
        yield row.problem("part_of", f"{place.part_of!r} is no place", "write an id, or nothing")


def _of_position(place: Place, row: Row, places: Mapping[str, Place]) -> Iterator[TableError]:
    lon, lat = place.lon, place.lat
    if lon is None or lat is None or abs(lon) > 90 or place.kind is PlaceKind.COUNTRY:
        return
    homes = [places[code] for code in place.countries if code in places]
    points = [(home.lon, home.lat) for home in homes]
    given = [distance_m(lon, lat, x, y) for x, y in points if x is not None and y is not None]
    swapped = [distance_m(lat, lon, x, y) for x, y in points if x is not None and y is not None]
    if given and min(given) > SWAP_M and min(swapped) < min(given) / 2:
        yield row.problem(
            "lon",
            f"{lon}, {lat} lies {min(given) / 1000:.0f} km from the middle of its country",
            "lon and lat look exchanged",
        )


def _of_twins(place: Place, row: Row) -> Iterator[TableError]:
    names = dict(place.names)
    told, cyrillic = names.get("sr-Latn"), names.get("sr-Cyrl")
    if not told or not cyrillic or place.id in TWIN_EXCEPTIONS:
        return
    expected = latin(unicodedata.normalize("NFC", cyrillic))
    if expected != unicodedata.normalize("NFC", told):
        yield row.problem(
            "name_sr_cyrl",
            f"{cyrillic!r} is {expected!r} in Latin letters, not {told!r}",
            "correct one of the two",
        )


def _of_crossing(place: Place, row: Row) -> Iterator[TableError]:
    if len(set(place.countries)) != 2:
        yield row.problem("countries", "are not two", "a crossing belongs to both its sides")
    yield from _of_doubt(place, row)
    ring = yield from _of_polygon(place, row)
    if not ring:
        return
    wide = max(distance_m(*one, *other) for one, other in combinations(ring, 2))
    if not FOOTPRINT_MIN_M <= wide <= FOOTPRINT_MAX_M:
        yield row.problem(
            "geometry",
            f"the footprint measures {wide:.0f} m across",
            f"{FOOTPRINT_MIN_M:.0f} to {FOOTPRINT_MAX_M:.0f} m; doubt goes into uncertainty_m",
        )


def _of_doubt(place: Place, row: Row) -> Iterator[TableError]:
    if place.uncertainty_m is None:
        yield row.problem("uncertainty_m", "is empty", "say how far off the point may be")
    elif place.approximate != (place.uncertainty_m > APPROXIMATE_M):
        yield row.problem(
            "approximate",
            f"is {place.approximate} at an uncertainty of {place.uncertainty_m:.0f} m",
            f"set it above {APPROXIMATE_M:.0f} m, and only there",
        )


def _of_region(place: Place, row: Row) -> Iterator[TableError]:
    if not place.approximate:
        yield row.problem("approximate", "is not set", "an informal region has no sharp edge")
    if place.direction and not place.part_of:
        yield row.problem("part_of", "is empty", "say whose direction it is")
    ring = yield from _of_polygon(place, row)
    if ring and len(ring) - 1 not in REGION_VERTICES:
        yield row.problem(
            "geometry",
            f"the outline has {len(ring) - 1} vertices",
            f"{REGION_VERTICES[0]} to {REGION_VERTICES[-1]} are as coarse as it is known",
        )


def _of_polygon(place: Place, row: Row) -> Generator[TableError, None, list[tuple[float, float]]]:
    """Yield what is wrong with a polygon; return its outer ring, empty if there is none."""
    from shapely.errors import GEOSException  # noqa: PLC0415 - only the review needs it
    from shapely.geometry import Point, shape  # noqa: PLC0415

    geometry = json.loads(place.geometry or "null")
    try:
        rings = geometry["coordinates"]
        ring = [(float(lon), float(lat)) for lon, lat in rings[0]]
        polygon = shape(geometry)
    except (TypeError, KeyError, IndexError, ValueError, GEOSException):
        yield row.problem("geometry", "is no polygon", "draw a Polygon of (lon, lat)")
        return []
    if geometry["type"] != "Polygon" or not all(map(math.isfinite, (n for p in ring for n in p))):
        yield row.problem("geometry", "is no polygon", "draw a Polygon of (lon, lat)")
        return []
    if not polygon.is_valid or ring[0] != ring[-1]:
        yield row.problem("geometry", "crosses itself or is not closed", "draw it again")
        return []
    if not polygon.contains(Point(place.lon or 0.0, place.lat or 0.0)):
        yield row.problem("geometry", "does not hold the place's own point", "move one of them")
    if sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in pairwise(ring)) > 0:
        yield row.problem("geometry", "runs clockwise", "turn the ring round (RFC 7946)")
    return ring


def _of_order(overlay: Overlay) -> Iterator[TableError]:
    """Yield the first row of each file that stands before its predecessor."""
    done = set()
    for before, row in pairwise(overlay.rows.values()):
        column = "code" if "code" in row.cells else "id"
        first, second = before.cells.get(column, ""), row.cells[column]
        if before.path == row.path and second < first and row.path not in done:
            done.add(row.path)
            yield row.problem(column, f"{second!r} comes after {first!r}", "sort the file by it")
