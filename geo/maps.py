"""The map that people open: a folium map that draws a frame of incidents, with its evidence.

Incidents are gathered into *sites*, one for each place on the ground: a point, a crossing's
footprint, the outline of an area, or a badge for a country, which is never a pin. Incidents that
share a site are drawn once, with their number; a set of crossings lies on several sites. The
viewer (``geo/viewer/``) draws what is prepared here and adds no facts.
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, BinaryIO

import folium
import geopandas as gpd
import shapely
from branca.element import Element
from jinja2 import Template
from shapely.geometry.base import BaseGeometry

from geo import background, frames
from geo import basemap as basemaps
from geo import labels as names
from geo.geodesy import DECIMALS
from geo.io import outputs
from geo.lexicon import default_lexicon
from geo.page import IncidentPage
from geo.precision import APPROXIMATE_M
from geo.shapes import tidy
from geo.tiles import Tiles

__all__ = ["IncidentMap", "draw", "write_map"]

ZONES_WITHIN_DEG = 0.6
"""Crossings without incidents are drawn for orientation when this near to the data."""

SMALL = frozenset({"crossing", "facility"})
"""Kinds of place whose outline is a footprint: drawn with a marker, for it is tiny."""

WIDE = frozenset({"country", "admin1"})
"""Kinds of place that are never drawn as a pin: what happened in a country has no point."""

POINT_DECIMALS = 5
"""Points that agree to so many decimals of a degree (1 m) are one site."""

HOME = (-25.0, 34.0, 60.0, 60.0)
"""What an empty map shows."""

BORDERS = "Borders: Natural Earth"
"""Whom to credit for the background."""

Label = names.Label | tuple[str, float, float, float]
Bounds = tuple[float, float, float, float]
Key = tuple[str, str]


class IncidentMap(folium.Map):
    """A folium map of incidents that opens without a network.

    Made by :func:`draw`. It shows in a notebook, takes a user's own folium layers, and
    ``get_root().render()`` gives the whole page, the same for the same incidents. Layers that load
    from the network are refused wherever the page is made, unless ``allow_remote`` is set. What is
    handed to folium layers of one's own is folium's to escape: never text of a news article.

    Parameters
    ----------
    title
        What the page is called.
    data
        Incidents, sites and labels as the viewer reads them.
    borders
        What :func:`geo.background.near` gives, with a basemap and tiles if there are any.
    tiles
        An online background.
    """

    # folium's own shell forbids zooming by hand and needs jQuery for one option; this one does not.
    _template = Template("""
        {% macro html(this, kwargs) %}
        <div class="folium-map" id="{{ this.get_name() }}" aria-label="Map" role="region"></div>
        {% endmacro %}
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = L.map("{{ this.get_name() }}", {{ this.settings|tojson }});
        {% endmacro %}
    """)
    default_js: list[tuple[str, str]] = []  # noqa: RUF012 - folium's own way to say what to load
    default_css: list[tuple[str, str]] = []  # noqa: RUF012

    def __init__(
        self,
        *,
        title: str,
        data: Mapping[str, Any],
        borders: Mapping[str, Any],
        tiles: Tiles | None = None,
    ) -> None:
        super().__init__(location=(0.0, 0.0), tiles=None)
        self._name = "map"
        self._id = "incidents"  # a random one would change the page every time
        self.settings = {
            "attributionControl": False,  # the viewer adds one without a flag
            "center": [0, 0],
            "maxBounds": [[-85, -200], [85, 200]],
            "maxZoom": 16,
            "minZoom": 2,
            "zoom": 2,
            "zoomSnap": 0.5,
        }
        parts = {"geo-data": data, "geo-borders": borders}
        self._page = IncidentPage(title=title, data=parts, tiles=tiles)
        self._page.height = "640px"  # in a notebook
        self._page.add_child(self, name=self.get_name())

    def page(self) -> str:
        """Return the whole page as HTML."""
        return self._page.render()

    def save(
        self,
        outfile: str | bytes | Path | BinaryIO,
        close_file: bool = True,  # noqa: FBT001, FBT002 - as folium has it
        *,
        allow_remote: bool | None = None,
        **kwargs: Any,  # noqa: ANN401
    ) -> None:
        """Save the page, whole or not at all; ``allow_remote`` as for :func:`write_map`."""
        if allow_remote is not None:
            self.allow_remote = allow_remote
        text = self._page.render(**kwargs)
        if isinstance(outfile, str | bytes | Path):
            outputs.write_text(text, os.fsdecode(outfile))
            return
        outfile.write(text.encode("utf-8"))
        if close_file:
            outfile.close()

    @property
    def allow_remote(self) -> bool:
        """Whether layers may load from the network: the page then needs one, and has no policy."""
        return self._page.allow_remote

    @allow_remote.setter
    def allow_remote(self, allowed: bool) -> None:
        self._page.allow_remote = allowed


def draw(
    frame: gpd.GeoDataFrame,
    *,
    title: str | None = None,
    zones: gpd.GeoDataFrame | None = None,
    labels: Iterable[Label] = (),
    attribution: Iterable[str] = (),
    basemap: gpd.GeoDataFrame | None = None,
    tiles: Tiles | None = None,
) -> IncidentMap:
    """Draw incidents on a map.

    Parameters
    ----------
    frame
        Incidents with the columns that ``frames.to_frame`` gives, in EPSG:4326. An empty frame
        gives an honest empty map.
    title
        What the page is called; text like any other, never markup.
    zones
        Border crossings as ``zones.crossings_frame`` lays them out. Those near the incidents are
        drawn faintly even when nothing happened there.
    labels
        Names for orientation, as ``labels.around`` finds them or as (name, longitude, latitude,
        importance), in degrees; the more important one wins where two do not fit.
    attribution
        Whom to credit besides the sources of the package's own places and borders.
    basemap
        A map of one's own behind the incidents, as ``io.basemaps.read`` reads it: areas cover the
        built-in land and borders, lines and named points are added. For orientation only.
    tiles
        An online background; the page asks its host for pictures, and says so when none come.

    Returns
    -------
    IncidentMap
        A folium map; ``write_map`` saves it.

    Examples
    --------
    >>> rows = [{"id": "a", "type": "protest", "date_start": "2023-01-08", "title": "Protest"}]
    >>> frame = frames.from_records(rows, [shapely.Point(20.87, 42.89)])
    >>> draw(frame, title="Example").page().startswith("<!DOCTYPE html>")
    True
    """
    rows = _sorted(frame)
    known = _zones(zones)
    keyed = _sites(rows, known)
    sites = list(keyed.values())
    bounds = _bounds(rows, sites)
    named = title if title is not None and title.strip() else "Incidents"
    credit = [tiles.attribution] if tiles else []
    data = {
        "title": named,
        "incidents": [_incident(row) for row, _ in rows],
        "sites": sites,
        "zones": _quiet(known, set(keyed), bounds),
        "crossings": {z["id"]: {k: z[k] for k in ("name", "names")} for z in known if z["id"]},
        "labels": names.kept(labels, bounds),
        "bounds": bounds or HOME,
        "attribution": list(dict.fromkeys((*outputs.CREDITS, *attribution, BORDERS, *credit))),
    }
    ground = _ground(bounds, basemap, tiles)
    return IncidentMap(title=named, data=data, borders=ground, tiles=tiles)


def write_map(
    frame: gpd.GeoDataFrame,
    path: str | Path,
    *,
    title: str | None = None,
    zones: gpd.GeoDataFrame | None = None,
    labels: Iterable[Label] = (),
    attribution: Iterable[str] = (),
    basemap: gpd.GeoDataFrame | None = None,
    tiles: Tiles | None = None,
    layers: Iterable[Element] = (),
    allow_remote: bool = False,
) -> Path:
    """Draw incidents and save the page: one file that holds everything it needs.

    Parameters are those of :func:`draw`, and besides

    Parameters
    ----------
    path
        The file to write. It appears whole or not at all.
    layers
        Folium layers and plugins of one's own, to be put on the map.
    allow_remote
        Also save when one of them loads from the network. Such a page needs a network and has no
        content security policy.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    OutputError
        The file cannot be written, or a layer loads from the network: the message lists what.

    Examples
    --------
    >>> import tempfile
    >>> folder = tempfile.mkdtemp()
    >>> write_map(frames.to_frame([]), Path(folder, "empty.html")).name
    'empty.html'
    """
    drawn = draw(
        frame,
        title=title,
        zones=zones,
        labels=labels,
        attribution=attribution,
        basemap=basemap,
        tiles=tiles,
    )
    for layer in layers:
        drawn.add_child(layer)
    drawn.save(path, allow_remote=allow_remote)
    return Path(path)


# ---- incidents


Row = tuple[dict[str, Any], BaseGeometry | None]


def _sorted(frame: gpd.GeoDataFrame) -> list[Row]:
    """Return records with their shapes by date, undated last, whatever the frame's order."""
    plain = frames.records(frame)
    shapes = [None if s is None or s.is_empty else s for s in frame.geometry]
    return sorted(zip(plain, shapes, strict=True), key=lambda row: frames.by_date(row[0]))


def _incident(row: Mapping[str, Any]) -> dict[str, Any]:
    """Keep what is known of one, with the kind in words and its family."""
    told = {name: _finite(value) for name, value in row.items()}
    kind = default_lexicon().kinds.get(str(row.get("type")))
    told["kind"] = kind.label if kind else str(row.get("type") or "").replace("_", " ")
    told["family"] = kind.family if kind else "other"
    return {name: value for name, value in told.items() if value not in (None, [], {}, "")}


def _finite(value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    """Make a value that JSON can hold; what is not finite is not known."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, Mapping):
        return {str(name): _finite(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    return value if isinstance(value, str | int | float) or value is None else str(value)


def _number(value: object) -> float | None:
    plain = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if plain and math.isfinite(value) else None  # type: ignore[arg-type]


def _hidden(row: Mapping[str, Any]) -> bool:
    return bool(row.get("background") or row.get("verbal"))


# ---- sites


def _sites(rows: list[Row], zones: list[dict[str, Any]]) -> dict[Key, dict[str, Any]]:
    """Gather incidents by where they lie, in the order of the incidents."""
    known = {key: z for z in zones if z["shape"] is not None for key in _keys(z["shape"])}
    sites: dict[Key, dict[str, Any]] = {}
    for number, (row, shape) in enumerate(rows):
        for sort, part in _parts(row, shape):
            key = (
                (sort, str(row.get("place_id") or part.wkt))
                if sort == "badge"
                else _key(sort, part)
            )
            if key not in sites:
                sites[key] = _site(sort, part, row, known.get(key))
            if number not in sites[key]["incidents"]:
                sites[key]["incidents"].append(number)
    return sites


def _parts(row: Mapping[str, Any], shape: BaseGeometry | None) -> list[tuple[str, BaseGeometry]]:
    """Split an incident's shape into what is drawn: badge, points, footprints or one area."""
    kind = row.get("place_kind")
    lon, lat = _number(row.get("lon")), _number(row.get("lat"))
    if shape is None or (kind in WIDE and shape.geom_type == "Point"):
        at = shape or (None if lon is None or lat is None else shapely.Point(lon, lat))
        return [] if at is None else [("badge", at)]
    if shape.geom_type in {"Point", "MultiPoint"}:
        return [("point", part) for part in shapely.get_parts(shape)]
    if kind in SMALL:
        sorts = {"Point": "point"}
        return [(sorts.get(part.geom_type, "zone"), part) for part in shapely.get_parts(shape)]
    return [("area", shape)]


def _key(sort: str, shape: BaseGeometry) -> Key:
    """Say which site a shape is: the same shape is the same site, whoever drew it."""
    digits = POINT_DECIMALS if sort == "point" else DECIMALS
    return sort, shapely.to_wkt(shapely.normalize(shape), rounding_precision=digits)


def _site(
    sort: str, shape: BaseGeometry, row: Mapping[str, Any], zone: Mapping[str, Any] | None
) -> dict[str, Any]:
    """Describe one site: where its marker stands, what is drawn around it, how sure that is."""
    lon, lat = _number(row.get("lon")), _number(row.get("lat"))
    # A set has one representative point, and it lies on none of its members.
    at = shapely.point_on_surface(shape)
    if sort == "area" and lon is not None and lat is not None:
        at = shapely.Point(lon, lat)
    doubt = _number(zone["uncertainty_m"] if zone else row.get("uncertainty_m"))
    loose = {"area": row.get("place_kind") == "region", "zone": (doubt or 0) > APPROXIMATE_M}
    return {
        "sort": sort,
        "name": zone["name"] if zone else row.get("place"),
        "names": zone["names"] if zone else _names(row.get("names")),
        "lon": round(at.x, DECIMALS),
        "lat": round(at.y, DECIMALS),
        "uncertainty_m": doubt if sort in {"point", "zone"} else None,
        "approximate": loose.get(sort, False) or bool(zone and zone["approximate"]),
        "shape": _geojson(shape) if sort in {"zone", "area"} else None,
        "incidents": [],
    }


def _geojson(shape: BaseGeometry) -> dict[str, Any]:
    return dict(shapely.geometry.mapping(tidy(shape)))


def _bounds(rows: list[Row], sites: list[dict[str, Any]]) -> Bounds | None:
    """Frame what is shown at first: not the talk, and countries only when there is no more."""
    shown = [s for s in sites if not all(_hidden(rows[n][0]) for n in s["incidents"])]
    chosen = [s for s in shown if s["sort"] != "badge"] or shown or sites
    if not chosen:
        return None
    boxes = [
        shapely.bounds(shapely.geometry.shape(s["shape"]))
        if s["shape"]
        else (s["lon"], s["lat"], s["lon"], s["lat"])
        for s in chosen
    ]
    west, south, east, north = zip(*boxes, strict=True)
    return float(min(west)), float(min(south)), float(max(east)), float(max(north))


# ---- orientation


def _zones(zones: gpd.GeoDataFrame | None) -> list[dict[str, Any]]:
    """Read the crossings, sorted by id."""
    if zones is None:
        return []
    read = [
        {
            "id": str(row.get("id") or ""),
            "name": str(row.get("name") or ""),
            "names": _names(row.get("names")),
            "status": row.get("status"),
            "gate": row.get("gate"),
            "uncertainty_m": _number(row.get("uncertainty_m")),
            "approximate": bool(row.get("approximate")),
            "shape": None if shape is None or shape.is_empty else shape,
        }
        for row, shape in zip(frames.records(zones), zones.geometry, strict=True)
    ]
    return sorted(read, key=lambda zone: zone["id"])


def _names(names: object) -> dict[str, str]:
    """Keep the names by language: no side's is the only one that is shown."""
    told = names if isinstance(names, Mapping) else {}
    return {str(tag): str(name) for tag, name in told.items() if name}


def _quiet(
    zones: list[dict[str, Any]], busy: set[Key], bounds: Bounds | None
) -> list[dict[str, Any]]:
    """Return the crossings near the data where nothing is told to have happened."""
    quiet = []
    for zone in zones:
        if zone["shape"] is None or not busy.isdisjoint(_keys(zone["shape"])):
            continue
        at = shapely.point_on_surface(zone["shape"])
        lon, lat = round(at.x, DECIMALS), round(at.y, DECIMALS)
        if _within(lon, lat, bounds, ZONES_WITHIN_DEG):
            shape = None if zone["shape"].geom_type == "Point" else _geojson(zone["shape"])
            kept = {k: zone[k] for k in ("name", "names", "status", "gate", "approximate")}
            quiet.append({**kept, "lon": lon, "lat": lat, "shape": shape})
    return quiet


def _keys(shape: BaseGeometry) -> tuple[Key, Key]:
    """Say as what sites an incident may have met this zone."""
    return _key("zone", shape), _key("point", shape)


def _within(lon: float, lat: float, bounds: Bounds | None, margin: float) -> bool:
    if bounds is None:
        return False
    west, south, east, north = bounds
    return west - margin <= lon <= east + margin and south - margin <= lat <= north + margin


def _ground(
    bounds: Bounds | None, basemap: gpd.GeoDataFrame | None, tiles: Tiles | None
) -> dict[str, Any]:
    """Gather what lies behind the incidents."""
    ground = background.near(bounds)
    if basemap is not None:
        ground["basemap"] = basemaps.lay(basemap, bounds)
    if tiles is not None:
        ground["tiles"] = {"url": tiles.url, "origin": tiles.origin}
    return ground
