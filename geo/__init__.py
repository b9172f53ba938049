"""Read news articles and put what happened on a map, offline, with evidence.

``import geo`` costs milliseconds: each name is loaded when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geo.commands import export, map, read, score  # noqa: A004
    from geo.errors import GeoError
    from geo.frames import to_frame
    from geo.gazetteer import Gazetteer
    from geo.geocoder import LocalGeocoder
    from geo.geocoding import geocode
    from geo.geoparsing import geoparse, geoparse_frame
    from geo.io.articles import read as read_articles
    from geo.io.basemaps import read as read_basemap
    from geo.io.geojson import read as read_geojson
    from geo.io.geojson import write as write_geojson
    from geo.io.imports import Settings as LayerSettings
    from geo.io.index import open_gazetteer
    from geo.io.layers import add as add_layer
    from geo.io.layers import listed as list_layers
    from geo.io.layers import remove as remove_layer
    from geo.io.tables import write_csv
    from geo.lexicon import Lexicon
    from geo.lookups import locate, search
    from geo.mapping.tiles import Tiles
    from geo.maps import draw, write_map
    from geo.model import (
        Article,
        Incident,
        Mention,
        Place,
        Rejected,
        Report,
        Resolution,
        Span,
        When,
    )
    from geo.pipeline import Reader, Reading
    from geo.recognisers import Recogniser, mentions_of
    from geo.reversing import reverse
    from geo.scoring import Score
    from geo.selection import Selection
    from geo.stories import merge
    from geo.summary import Summary
    from geo.toponyms import Toponym
    from geo.zones import attach, crossings_frame

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Gazetteer",
    "GeoError",
    "Incident",
    "LayerSettings",
    "Lexicon",
    "LocalGeocoder",
    "Mention",
    "Place",
    "Reader",
    "Reading",
    "Recogniser",
    "Rejected",
    "Report",
    "Resolution",
    "Score",
    "Selection",
    "Span",
    "Summary",
    "Tiles",
    "Toponym",
    "When",
    "add_layer",
    "attach",
    "crossings_frame",
    "draw",
    "export",
    "geocode",
    "geoparse",
    "geoparse_frame",
    "list_layers",
    "locate",
    "map",
    "mentions_of",
    "merge",
    "open_gazetteer",
    "read",
    "read_articles",
    "read_basemap",
    "read_geojson",
    "remove_layer",
    "reverse",
    "score",
    "search",
    "to_frame",
    "write_csv",
    "write_geojson",
    "write_map",
]

# Where each public name lives, and what it is called there if that is another word.
_HOMES = {
    "Article": "model",
    "Gazetteer": "gazetteer",
    "GeoError": "errors",
    "Incident": "model",
    "LayerSettings": "io.imports:Settings",
    "Lexicon": "lexicon",
    "LocalGeocoder": "geocoder",
    "Mention": "model",
    "Place": "model",
    "Reader": "pipeline",
    "Reading": "pipeline",
    "Recogniser": "recognisers",
    "Rejected": "model",
    "Report": "model",
    "Resolution": "model",
    "Score": "scoring",
    "Selection": "selection",
    "Span": "model",
    "Summary": "summary",
    "Tiles": "mapping.tiles",
    "Toponym": "toponyms",
    "When": "model",
    "add_layer": "io.layers:add",
    "attach": "zones",
    "crossings_frame": "zones",
    "draw": "maps",
    "export": "commands",
    "geocode": "geocoding",
    "geoparse": "geoparsing",
    "geoparse_frame": "geoparsing",
    "list_layers": "io.layers:listed",
    "locate": "lookups",
    "map": "commands",
    "mentions_of": "recognisers",
    "merge": "stories",
    "open_gazetteer": "io.index",
    "read": "commands",
    "read_articles": "io.articles:read",
    "read_basemap": "io.basemaps:read",
    "read_geojson": "io.geojson:read",
    "remove_layer": "io.layers:remove",
    "reverse": "reversing",
    "score": "commands",
    "search": "lookups",
    "to_frame": "frames",
    "write_csv": "io.tables",
    "write_geojson": "io.geojson:write",
    "write_map": "maps",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    if name not in _HOMES:
        raise AttributeError(f"module 'geo' has no attribute {name!r}")
    home, _, there = _HOMES[name].partition(":")
    value = getattr(import_module(f"geo.{home}"), there or name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
