"""Zones: which incidents belong to which polygons, border crossings above all.

*at*: the report's own place is the zone. By geometry alone only *near* (the representative point
lies within 2 km of the footprint) or *approach* (within 10 km, and the text speaks of the road or
the convoy to it). A place as wide as a region is near nothing. What lies on a shared border
belongs to both zones.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Protocol

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import Transformer
from shapely.affinity import translate
from shapely.geometry import Point, box

from geo import frames
from geo.errors import IncidentsError, OptionError
from geo.geometry import geodesy, shapes
from geo.model import Place, PlaceKind
from geo.tables import titles

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

__all__ = ["ROAD_WORDS", "ZONE_WORDS", "attach", "crossings_frame", "relations"]

NEAR_M = 2_000.0
"""From here on a place is beside a crossing: what its polygon and a village's point may be off."""

APPROACH_M = 10_000.0
"""From here on a road is the road to a crossing, if the text says so."""

ROAD_WORDS = (
    *("convoy", "convoys", "highway", "lorries", "lorry", "queue", "queues", "road", "roads"),
    *("route", "routes", "traffic", "truck", "trucks", "vehicle", "vehicles"),
)
"""Words of a quote that speak of a road or of what drives on it."""

ZONE_WORDS = (
    *("border", "borders", "boundary", "checkpoint", "checkpoints", "crossing", "crossings"),
    *("customs", "frontier", "gate", "gates"),
)
"""Words that say the road leads to a crossing; the zone's own name does as well."""

_TOO_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.REGION})
_WIDE = 3  # ACLED's geo_precision of a region
_NO_CENTRE = frozenset({PlaceKind.WATER, PlaceKind.RELIEF})
_ORDER = {"at": 0, "near": 1, "approach": 2}
_DEGREE_M = 110_500.0  # no degree of latitude is shorter


@dataclass(frozen=True, slots=True)
class _Relation:
    incident: int
    zone: str
    name: str
    distance_m: int


@dataclass(frozen=True, slots=True)
class _Zone:
    id: str
    names: re.Pattern[str] | None
    shape: BaseGeometry | None


def attach(
    frame: gpd.GeoDataFrame,
    zones: gpd.GeoDataFrame,
    *,
    near_m: float = NEAR_M,
    approach_m: float = APPROACH_M,
) -> gpd.GeoDataFrame:
    """Return a copy whose ``crossings`` say which zones incidents belong to.

    Parameters
    ----------
    frame
        Incidents as ``frames.to_frame`` lays them out.
    zones
        Any polygons with an ``id``; with ``name`` and ``names`` the text is searched for them.
    near_m, approach_m
        How far *near* and *approach* reach, in metres.

    Examples
    --------
    >>> import geopandas as gpd
    >>> square = gpd.GeoDataFrame({"id": ["g1"]}, geometry=[box(20, 42, 20.01, 42.01)], crs=4326)
    >>> rows = [{"id": "a", "type": "protest", "date_start": None, "place_kind": "settlement"}]
    >>> attach(frames.from_records(rows, [Point(20.02, 42.005)]), square).crossings[0]
    [{'id': 'g1', 'relation': 'near', 'distance_m': 828}]
    """
    found: dict[int, list[_Relation]] = defaultdict(list)
    for relation in _relations(frame, zones, near_m, approach_m):
        found[relation.incident].append(relation)
    told = [found.get(number, []) for number in range(len(frame))]
    nested = [[_as_dict(relation) for relation in relations] for relations in told]
    flat = [";".join(relation.zone for relation in relations) or None for relations in told]
    attached = frame.copy()
    attached["crossings"] = pd.Series(nested, index=frame.index, dtype=object)
    attached["crossing_ids"] = pd.Series(flat, index=frame.index, dtype=object)
    return attached


def _as_dict(relation: _Relation) -> dict[str, Any]:
    return {"id": relation.zone, "relation": relation.name, "distance_m": relation.distance_m}


def relations(
    frame: gpd.GeoDataFrame,
    zones: gpd.GeoDataFrame,
    *,
    near_m: float = NEAR_M,
    approach_m: float = APPROACH_M,
) -> pd.DataFrame:
    """Return one row per incident and zone it belongs to.

    Columns: ``incident_id``, ``zone_id``, ``relation``, ``distance_m``. The parameters are those
    of ``attach``.
    """
    found = _relations(frame, zones, near_m, approach_m)
    ids = frame["id"].tolist()
    return pd.DataFrame(
        {
            "incident_id": pd.Series([ids[r.incident] for r in found], dtype=object),
            "zone_id": pd.Series([r.zone for r in found], dtype=object),
            "relation": pd.Series([r.name for r in found], dtype=object),
            "distance_m": pd.Series([r.distance_m for r in found], dtype="int64"),
        }
    )


def _relations(
    frame: gpd.GeoDataFrame, zones: gpd.GeoDataFrame, near_m: float, approach_m: float
) -> list[_Relation]:
    """Find all relations, by incident, then closest kind, distance and id."""
    if not 0 <= near_m <= approach_m:
        raise OptionError(
            f"near_m {near_m} and approach_m {approach_m} must be 0 ≤ near ≤ approach"
        )
    known = _zones(zones)
    rows = frames.records(frame)
    own = list(_own(rows, known))
    named = {(relation.incident, relation.zone) for relation in own}
    located = _located(rows, frame.geometry.tolist(), approach_m)
    beside = [
        _Relation(incident, zone.id, name, round(distance))
        for incident, zone, distance in _distances(located, known, approach_m)
        if (incident, zone.id) not in named
        and (name := _name(rows[incident], zone, distance, near_m)) is not None
    ]
    return sorted((*own, *beside), key=lambda r: (r.incident, _ORDER[r.name], r.distance_m, r.zone))


def _zones(zones: gpd.GeoDataFrame) -> list[_Zone]:
    if "id" not in zones.columns or zones.crs is None:
        missing = "crs" if zones.crs is None else 'column "id"'
        raise IncidentsError(f"the zones have no {missing}")
    shapes = zones.geometry.to_crs(frames.CRS).tolist()
    return [
        _Zone(str(row["id"]), _names(row), None if shape is None or shape.is_empty else shape)
        for row, shape in zip(frames.records(zones), shapes, strict=True)
    ]


def _names(row: Mapping[str, Any]) -> re.Pattern[str] | None:
    spellings = row.get("names")
    told = {row.get("name"), *(spellings.values() if isinstance(spellings, dict) else ())}
    return _words(sorted(name for name in told if isinstance(name, str) and name.strip()))


def _words(words: Iterable[str]) -> re.Pattern[str] | None:
    either = "|".join(re.escape(word) for word in words)
    return re.compile(rf"\b(?:{either})\b", re.IGNORECASE) if either else None


_ROAD = _words(ROAD_WORDS)
_ZONE = _words(ZONE_WORDS)


def _own(rows: Sequence[Mapping[str, Any]], zones: Sequence[_Zone]) -> Iterator[_Relation]:
    """Relate incidents to the zones that are their own place, or a member of it."""
    ids = {zone.id for zone in zones}
    for number, row in enumerate(rows):
        for place in dict.fromkeys((*(row.get("members") or ()), row.get("place_id"))):
            if place in ids:
                yield _Relation(number, place, "at", 0)


def _located(
    rows: Sequence[Mapping[str, Any]], drawn: Sequence[BaseGeometry | None], approach_m: float
) -> list[tuple[int, BaseGeometry]]:
    """Pick the incidents from which a distance means something, and where it starts."""
    found: list[tuple[int, BaseGeometry]] = []
    for number, (row, shape) in enumerate(zip(rows, drawn, strict=True)):
        if row["lon"] is None or row["lat"] is None or not _pointed(row, approach_m):
            continue
        # The middle of a set is a place where nothing happened: its members count.
        if shape is None or len(row.get("members") or ()) < 2:
            shape = Point(row["lon"], row["lat"])  # noqa: PLW2901 - where to measure from
        found.append((number, shape))
    return found


def _pointed(row: Mapping[str, Any], approach_m: float) -> bool:
    kind, doubt = row.get("place_kind"), row.get("uncertainty_m")
    if (
        row.get("geo_precision") == _WIDE
        or kind in _TOO_WIDE
        or (kind in _NO_CENTRE and doubt is None)
    ):
        return False
    return doubt is None or doubt <= approach_m or len(row.get("members") or ()) > 1


def _distances(
    located: Iterable[tuple[int, BaseGeometry]], zones: Sequence[_Zone], reach_m: float
) -> Iterator[tuple[int, _Zone, float]]:
    """Measure from every incident to the zones within reach, in the metric grid of the incident."""
    drawn = [(zone, zone.shape) for zone in zones if zone.shape is not None]
    tree = shapely.STRtree([shape for _, shape in drawn])
    by_grid = sorted(
        ((_grid(start), number, start) for number, start in located), key=lambda item: item[:2]
    )
    for grid, group in groupby(by_grid, key=lambda item: item[0]):
        project = _projection(grid)
        flat: dict[int, BaseGeometry] = {}
        for _, number, start in group:
            here = shapely.transform(start, project)
            for index in _candidates(tree, start, reach_m):
                zone, shape = drawn[index]
                if index not in flat:
                    flat[index] = shapely.transform(shape, project)
                distance = here.distance(flat[index])
                if distance <= reach_m:
                    yield number, zone, distance


def _projection(grid: str) -> Callable[[NDArray[np.float64]], NDArray[np.float64]]:
    metric = Transformer.from_crs(frames.CRS, grid, always_xy=True)
    # Lists, because pyproj takes an array of one for a number, which numpy below 2.4 warns about.
    return lambda at: np.column_stack(metric.transform(at[:, 0].tolist(), at[:, 1].tolist()))


def _grid(start: BaseGeometry) -> str:
    middle = start.centroid
    return geodesy.utm_crs(middle.x, middle.y)


def _candidates(tree: shapely.STRtree, start: BaseGeometry, reach_m: float) -> list[int]:
    """Find the zones whose box may be within reach, on both sides of the antimeridian."""
    west, south, east, north = start.bounds
    up = reach_m / _DEGREE_M
    across = up / max(math.cos(math.radians(min(max(abs(south), abs(north)) + up, 89.0))), 0.01)
    window = box(west - across, south - up, east + across, north + up)
    turned = [translate(window, xoff=turn) for turn in (-360.0, 0.0, 360.0)]
    return sorted({int(index) for w in turned for index in tree.query(w).tolist()})


def _name(row: Mapping[str, Any], zone: _Zone, distance: float, near_m: float) -> str | None:
    if distance <= near_m:
        return "near"
    return "approach" if any(_leads_to(quote, zone) for quote in _quotes(row)) else None


def _quotes(row: Mapping[str, Any]) -> list[str]:
    sources = row.get("sources") or []
    return [source["quote"] for source in sources if isinstance(source.get("quote"), str)]


def _leads_to(quote: str, zone: _Zone) -> bool:
    """Tell whether a sentence speaks of a road and of what lies at its end."""
    if _ROAD is None or not _ROAD.search(quote):
        return False
    return any(words is not None and words.search(quote) for words in (_ZONE, zone.names))


# ---- the zones that the gazetteer has


class HasCrossings(Protocol):
    """What ``crossings_frame`` needs of a gazetteer."""

    def crossings(self, *countries: str) -> tuple[Place, ...]:
        """Return the crossings between the countries given; all of them for none."""


def crossings_frame(gazetteer: HasCrossings) -> gpd.GeoDataFrame:
    """Lay the gazetteer's border crossings out as zones, sorted by id.

    Columns: ``id``, ``name``, ``countries``, ``status``, ``gate``, ``uncertainty_m``,
    ``approximate``, ``names`` and ``geometry``, the footprint.

    Examples
    --------
    >>> from geo.io.index import open_gazetteer
    >>> "xk-rs-brnjak" in set(crossings_frame(open_gazetteer())["id"])
    True
    """
    places = sorted(gazetteer.crossings(), key=lambda place: place.id)
    data: dict[str, pd.Series[Any]] = {
        name: pd.Series([read(place) for place in places], dtype=dtype)
        for name, (dtype, read) in _CROSSING.items()
    }
    drawn = gpd.GeoSeries([_drawn(place) for place in places], crs=frames.CRS)
    return gpd.GeoDataFrame(data, geometry=drawn, crs=frames.CRS)


_CROSSING: Mapping[str, tuple[str, Callable[[Place], Any]]] = {
    "id": ("object", lambda place: place.id),
    "name": ("object", titles.english),
    "countries": ("object", lambda place: list(place.countries)),
    "status": ("object", lambda place: place.attribute("status")),
    "gate": ("object", lambda place: place.attribute("gate")),
    "uncertainty_m": ("float64", lambda place: place.uncertainty_m),
    "approximate": ("bool", lambda place: place.approximate),
    "names": ("object", lambda place: dict(place.names)),
}


def _drawn(place: Place) -> BaseGeometry | None:
    drawn = shapes.outline(place)
    if drawn is not None or place.lon is None or place.lat is None:
        return drawn
    return shapes.tidy(Point(place.lon, place.lat))
