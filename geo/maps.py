"""The map that people open: a folium map that draws a frame of incidents, with its evidence.

Incidents are gathered into *sites* (:mod:`geo.sites`) and packed (:mod:`geo.packing`) with all
their properties. The viewer (``geo/viewer/``) draws what is prepared here and adds no facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeGuard

import folium
import geopandas as gpd
import numpy as np
import shapely
from branca.element import Figure
from jinja2 import Template
from shapely.geometry.base import BaseGeometry

from geo import background, frames, packing, shapes, sites
from geo.geodesy import DECIMALS
from geo.io import outputs
from geo.lexicon import default_lexicon
from geo.packing import Packed
from geo.page import IncidentPage, as_json
from geo.sites import Bounds, Key, Sites

__all__ = ["IncidentMap", "draw", "write_map"]

ZONES_WITHIN_DEG = 0.6
"""Crossings without incidents are drawn for orientation when this near to the data."""

LABELS_WITHIN_DEG = 2.0
MOST_LABELS = 600
"""Place labels beyond this margin, or beyond this number, only make the page heavier."""

LABEL_DECIMALS = 4
"""A name needs no more decimals of a degree: 10 m."""

HOME = (-25.0, 34.0, 60.0, 60.0)
"""What an empty map shows."""

BORDERS = "Borders: Natural Earth"
"""Whom to credit for the background."""

Label = tuple[str, float, float, float]


class IncidentMap(folium.Map):
    """A folium map of incidents that opens without a network.

    Made by :func:`draw`. It shows in a notebook, takes folium layers that load nothing from the
    network, and ``get_root().render()`` gives the whole page, the same for the same incidents.

    Parameters
    ----------
    title
        What the page is called.
    data
        Title, sites, labels and the like as the viewer reads them.
    rows
        The incidents, packed.
    borders
        What :func:`geo.background.near` gives.
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
        self, *, title: str, data: Mapping[str, Any], rows: Packed, borders: Mapping[str, Any]
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
        told = {
            "geo-data": as_json(data),
            "geo-rows": rows.text,
            "geo-borders": as_json(borders),
        }
        page: Figure = IncidentPage(title=title, data=told, blocks=rows.blocks)
        page.height = "640px"  # in a notebook
        page.add_child(self, name=self.get_name())

    def page(self) -> str:
        """Return the whole page as HTML."""
        text: str = self.get_root().render()
        return text


def draw(
    frame: gpd.GeoDataFrame,
    *,
    title: str | None = None,
    zones: gpd.GeoDataFrame | None = None,
    labels: Iterable[Label] = (),
    attribution: Iterable[str] = (),
    everything: bool = False,
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
        Names for orientation: (name, longitude, latitude, importance), in degrees; the more
        important one wins where two do not fit.
    attribution
        Whom to credit besides the sources of the package's own places and borders.
    everything
        Whether talk and history are shown at first; the reader can switch them on and off.

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
    columns, drawn = _sorted(frame)
    known = sites.zones_of(zones)
    found = sites.gather(columns, drawn, known)
    bounds = found.bounds(_hidden(columns))
    named = title if title is not None and title.strip() else "Incidents"
    data = {
        "title": named,
        "kinds": _kinds(columns),
        "talk": everything,
        "zones": _quiet(known, set(found.found), bounds),
        "crossings": {z["id"]: {k: z[k] for k in ("name", "names")} for z in known if z["id"]},
        "labels": _labels(labels, bounds),
        "bounds": bounds or HOME,
        "credits": list(dict.fromkeys((*outputs.CREDITS, *attribution))),
        "background": [BORDERS],
    }
    rows = _packed(columns, drawn, found)
    return IncidentMap(title=named, data=data, rows=rows, borders=background.near(bounds))


def write_map(
    frame: gpd.GeoDataFrame,
    path: str | Path,
    *,
    title: str | None = None,
    zones: gpd.GeoDataFrame | None = None,
    labels: Iterable[Label] = (),
    attribution: Iterable[str] = (),
    everything: bool = False,
) -> Path:
    """Draw incidents and save the page: one file that holds everything it needs.

    Parameters are those of :func:`draw`, and the file to write. It appears whole or not at all.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    OutputError
        The file cannot be written.

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
        everything=everything,
    )
    outputs.write_text(drawn.page(), path)
    return Path(path)


# ---- incidents


Columns = Mapping[str, list[Any]]
Drawn = list[BaseGeometry | None]


def _sorted(frame: gpd.GeoDataFrame) -> tuple[Columns, Drawn]:
    """Return columns and shapes by date, undated last, whatever the frame's order."""
    told = frames.cells(frame)
    shown = frame.geometry.to_numpy()
    drawn = np.where(shapely.is_empty(shown), None, shown).tolist()
    nothing = [None] * len(drawn)
    days, names = (told.get(name) or nothing for name in ("date_start", "id"))
    keys = [frames.by_date({"date_start": d, "id": n}) for d, n in zip(days, names, strict=True)]
    order = sorted(range(len(keys)), key=keys.__getitem__)
    if order == list(range(len(order))):
        return told, drawn
    return {k: [v[n] for n in order] for k, v in told.items()}, [drawn[n] for n in order]


def _packed(columns: Columns, drawn: Drawn, found: Sites) -> Packed:
    """Pack every property, the shapes, and what the viewer counts by."""
    rows = len(drawn)
    whole = {**columns, "geometry": shapes.as_geojson(drawn)}
    sources = _listed(columns, "sources", rows)
    actors = _listed(columns, "actors", rows)
    derived: dict[str, list[Any]] = {
        "at": [own[0] if len(own) == 1 else own for own in found.at],
        "cast": [_distinct(one, "name") for one in actors],
        "voices": [_distinct(one, "publisher", "document") for one in sources],
        "reports": [max(1, len(ids)) for ids in _listed(columns, "report_ids", rows)],
        "latest": [
            None if day else frames.latest_report(one)
            for day, one in zip(columns.get("date_start") or [None] * rows, sources, strict=True)
        ],
    }
    return packing.pack(whole, derived, sites=found.columns(), rows=rows)


def _listed(columns: Columns, name: str, rows: int) -> list[list[Any]]:
    """Return a column of lists; what somebody put there instead says nothing."""
    return [v if isinstance(v, list) else [] for v in columns.get(name) or [None] * rows]


def _distinct(items: list[Any], *keys: str) -> list[str]:
    """Return what items are called, by the first key that says it, each once."""
    told = {}
    for item in items:
        name = next((item[k] for k in keys if item.get(k)), None) if _is_object(item) else None
        if name:
            told[str(name)] = None
    return list(told)


def _is_object(item: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(item, dict)


def _kinds(columns: Columns) -> list[tuple[str, str, str]]:
    """Return the kinds that occur: the type, in words, and its family."""
    known = default_lexicon().kinds
    told = []
    for name in sorted({str(value) for value in columns.get("type") or () if value}):
        kind = known.get(name)
        label = kind.label if kind else name.replace("_", " ")
        told.append((name, label, kind.family if kind else "other"))
    return told


def _hidden(columns: Columns) -> list[bool]:
    rows = len(next(iter(columns.values()), ()))
    flags = (columns.get(name) or [False] * rows for name in ("background", "verbal"))
    return [bool(past or talk) for past, talk in zip(*flags, strict=True)]


# ---- orientation


def _quiet(
    zones: list[dict[str, Any]], busy: set[Key], bounds: Bounds | None
) -> list[dict[str, Any]]:
    """Return the crossings near the data where nothing is told to have happened."""
    quiet = []
    for zone in zones:
        if zone["shape"] is None or not busy.isdisjoint(sites.keys_of(zone["shape"])):
            continue
        at = shapely.point_on_surface(zone["shape"])
        lon, lat = round(at.x, DECIMALS), round(at.y, DECIMALS)
        if _within(lon, lat, bounds, ZONES_WITHIN_DEG):
            shape = None if zone["shape"].geom_type == "Point" else shapes.as_geojson([zone["shape"]])[0]
            kept = {k: zone[k] for k in ("name", "names", "status", "gate", "approximate")}
            quiet.append({**kept, "lon": lon, "lat": lat, "shape": shape})
    return quiet


def _within(lon: float, lat: float, bounds: Bounds | None, margin: float) -> bool:
    if bounds is None:
        return False
    west, south, east, north = bounds
    return west - margin <= lon <= east + margin and south - margin <= lat <= north + margin


def _labels(labels: Iterable[Label], bounds: Bounds | None) -> list[tuple[str, float, float]]:
    """Keep the labels near the data, the most important first; without data there are none."""
    box = bounds or (0.0, 0.0, 0.0, 0.0)
    margin = max(LABELS_WITHIN_DEG, box[2] - box[0], box[3] - box[1])
    near = [
        (str(name), float(lon), float(lat), float(importance))
        for name, lon, lat, importance in labels
        if _within(lon, lat, bounds, margin)
    ]
    near.sort(key=lambda label: (-label[3], label[0], label[1], label[2]))
    return [
        (n, round(lon, LABEL_DECIMALS), round(lat, LABEL_DECIMALS))
        for n, lon, lat, _ in near[:MOST_LABELS]
    ]
