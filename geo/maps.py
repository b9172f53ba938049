"""The map that people open: a folium map that draws a frame of incidents, with its evidence.

Incidents are gathered into *sites* (:mod:`geo.mapping.sites`) and packed
(:mod:`geo.mapping.packing`) with all their properties. The viewer (``geo/viewer/``) draws what is
prepared here and adds no facts.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple
from urllib.parse import urlsplit

import folium
import geopandas as gpd
import numpy as np
import shapely
from branca.element import Element
from jinja2 import Template

from geo import frames, garbage
from geo.geometry import background, shapes
from geo.geometry.geodesy import DECIMALS
from geo.io import outputs
from geo.lexicon import default_lexicon
from geo.mapping import basemap as basemaps
from geo.mapping import labels as names
from geo.mapping import packing, sites
from geo.mapping.packing import Packed
from geo.mapping.page import IncidentPage, as_json
from geo.mapping.sites import Bounds, Key, Shapes, Sites
from geo.mapping.tiles import Tiles

__all__ = ["IncidentMap", "draw", "write_map"]

ZONES_WITHIN_DEG = 0.6
"""Crossings without incidents are drawn for orientation when this near to the data."""

HOME = (-25.0, 34.0, 60.0, 60.0)
"""What an empty map shows."""

BORDERS = "Borders: Natural Earth"
"""Whom to credit for the background."""

Label = names.Label | tuple[str, float, float, float]


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
        Title, sites, labels and the like as the viewer reads them.
    rows
        The incidents, packed.
    borders
        What :func:`geo.geometry.background.near` gives, with a basemap and tiles if there are any.
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
        rows: Packed,
        borders: Mapping[str, Any],
        tiles: Tiles | None = None,
    ) -> None:
        super().__init__(location=(0.0, 0.0), tiles=None)
        self._name = "map"
        self._id = "incidents"  # a random one would change the page every time
        self.settings = {
            "attributionControl": False,  # the viewer adds one without a flag
            "bounceAtZoomLimits": False,
            "center": [0, 0],
            "maxBounds": [[-90, -400], [90, 400]],  # the viewer draws them in where less is shown
            "maxBoundsViscosity": 1,  # who drags to the edge stops there, and is not thrown back
            "maxZoom": 16,
            "minZoom": 0,  # the whole world takes 0.5 on a phone, 1.5 beside a desktop legend
            "zoom": 2,
            "zoomSnap": 0.5,
        }
        told = {
            "geo-data": as_json(data),
            "geo-rows": rows.text,
            "geo-borders": as_json(borders),
        }
        self._page = IncidentPage(title=title, data=told, blocks=rows.blocks, tiles=tiles)
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
    everything: bool = False,
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
    everything
        Whether talk and history are shown at first; the reader can switch them on and off.
    basemap
        A map of one's own behind the incidents, as ``io.basemaps.read`` reads it: areas cover the
        built-in land and borders, lines and named points are added. For orientation only.
        ``basemap.attrs["attribution"]`` is credited if it is there.
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
    known = sites.zones_of(zones)
    with garbage.uncollected():
        told = _gathered(frame, known)
    named = title if title is not None and title.strip() else "Incidents"
    data = {
        "title": named,
        "kinds": told.kinds,
        "talk": everything,
        "zones": told.quiet,
        "crossings": {z["id"]: {k: z[k] for k in ("name", "names")} for z in known if z["id"]},
        "labels": names.kept(labels, told.bounds),
        "bounds": told.bounds or HOME,
        "credits": list(dict.fromkeys((*outputs.CREDITS, *attribution))),
        "background": [BORDERS, *_credited(basemap, tiles)],
    }
    ground = _ground(told.bounds, basemap, tiles)
    return IncidentMap(title=named, data=data, rows=told.rows, borders=ground, tiles=tiles)


def write_map(
    frame: gpd.GeoDataFrame,
    path: str | Path,
    *,
    title: str | None = None,
    zones: gpd.GeoDataFrame | None = None,
    labels: Iterable[Label] = (),
    attribution: Iterable[str] = (),
    everything: bool = False,
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
        everything=everything,
        basemap=basemap,
        tiles=tiles,
    )
    for layer in layers:
        drawn.add_child(layer)
    drawn.save(path, allow_remote=allow_remote)
    return Path(path)


# ---- incidents


Columns = Mapping[str, list[Any]]


class _Gathered(NamedTuple):
    """What the page holds of a frame; the columns are let go before the collector sees them."""

    rows: Packed
    kinds: list[tuple[str, str, str]]
    quiet: list[dict[str, Any]]
    bounds: Bounds | None


def _gathered(frame: gpd.GeoDataFrame, known: list[dict[str, Any]]) -> _Gathered:
    """Return incidents by date, undated last, whatever the frame's order, and what is around."""
    columns, shown = frames.cells(frame), frame.geometry.to_numpy()
    drawn: Shapes = np.array(shown, dtype=object)
    drawn[shapes.are_nowhere(shown)] = None
    nothing = [None] * len(drawn)
    order = frames.order(*(columns.get(name) or nothing for name in ("date_start", "id")))
    sorted_ = order == [*range(len(order))]  # nearly always: whoever writes incidents sorts them
    found = sites.gather(columns, drawn, known, order)
    bounds = found.bounds(_hidden(columns, len(drawn)))
    return _Gathered(
        _packed(columns, drawn, found, None if sorted_ else order),
        _kinds(columns),
        _quiet(known, set(found.numbers), bounds),
        bounds,
    )


def _packed(columns: Columns, drawn: Shapes, found: Sites, order: Sequence[int] | None) -> Packed:
    """Pack every property, the shapes, and what the viewer counts by."""
    rows = len(drawn)
    whole = {**columns, "geometry": shapes.as_geojson(drawn)}
    sources = _listed(columns, "sources", rows)
    actors = _listed(columns, "actors", rows)
    derived: dict[str, list[Any]] = {
        "at": [own[0] if len(own) == 1 else own for own in found.at],
        "cast": [_each(map(_name, one)) for one in actors],
        "voices": [_each(map(_voice, one)) for one in sources],
        "reports": [max(1, len(ids)) for ids in _listed(columns, "report_ids", rows)],
        "latest": [
            None if day else frames.latest_report(one)
            for day, one in zip(columns.get("date_start") or [None] * rows, sources, strict=True)
        ],
    }
    return packing.pack(whole, derived, sites=found.columns, rows=rows, order=order)


def _listed(columns: Columns, name: str, rows: int) -> list[list[Any]]:
    """Return a column of lists; what somebody put there instead says nothing."""
    return [v if isinstance(v, list) else [] for v in columns.get(name) or [None] * rows]


def _each(told: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(filter(None, told)))


def _name(actor: object) -> str | None:
    name = actor.get("name") if isinstance(actor, dict) else None
    return str(name) if name else None


def _voice(source: object) -> str | None:
    """Return who reports: the publisher, else the host of the address, else the article."""
    if not isinstance(source, dict):
        return None
    told = source.get("publisher") or _host(source) or source.get("title") or source.get("document")
    return str(told) if told else None


def _host(source: Mapping[str, Any]) -> str | None:
    try:
        host = urlsplit(str(source.get("url") or "")).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _kinds(columns: Columns) -> list[tuple[str, str, str]]:
    """Return the kinds that occur: the type, in words, and its family."""
    known = default_lexicon().kinds
    told = []
    for name in sorted({str(value) for value in columns.get("type") or () if value}):
        kind = known.get(name)
        label = kind.label if kind else name.replace("_", " ")
        told.append((name, label, kind.family if kind else "other"))
    return told


def _hidden(columns: Columns, rows: int) -> list[bool]:
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
            shape = (
                None
                if zone["shape"].geom_type == "Point"
                else shapes.as_geojson([zone["shape"]])[0]
            )
            kept = {k: zone[k] for k in ("name", "names", "status", "gate", "approximate")}
            quiet.append({**kept, "lon": lon, "lat": lat, "shape": shape})
    return quiet


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


def _credited(basemap: gpd.GeoDataFrame | None, tiles: Tiles | None) -> list[str]:
    """Return whom to credit for what a user put behind the incidents."""
    own = None if basemap is None else basemap.attrs.get("attribution")
    told = [str(own)] if own else []
    return [*told, tiles.attribution] if tiles else told
