"""Incidents on the invented border of Ardovia and Belmark, one of each sort that is drawn."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import geopandas as gpd
from shapely.geometry import MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from geo import frames

FILE = Path(__file__).with_name("probes.json")

QUOTE = "On Tuesday villagers rolled hay bales across the lane at the Holm gate."


def footprint(lon: float, lat: float) -> Polygon:
    """Return a crossing's footprint, some 300 m wide."""
    return Point(lon, lat).buffer(0.0022, quad_segs=4)


HOLM, VARN, SELK = footprint(10.0, 50.55), footprint(10.0, 50.8), footprint(10.0, 50.3)
NORTH = Polygon([(9.4, 50.4), (9.98, 50.4), (9.98, 51.0), (9.6, 51.1), (9.3, 50.8)])


def row(number: str, kind: str, day: str | None, **known: Any) -> dict[str, Any]:
    """Return one incident's columns, with everything that is not said left out."""
    told = {
        "id": number,
        "type": kind,
        "title": f"{kind.replace('_', ' ').capitalize()} {number}",
        "status": "occurred",
        "confidence": 0.8,
        "date_start": day,
        "date_end": day,
        "date_precision": "day" if day else "unknown",
        "place_kind": "settlement",
        "uncertainty_m": 1500.0,
        "geo_precision": 1,
        "place_reasons": ["the only place of that name near the others"],
        "sources": [source(f"An invented sentence about {number}.")],
    }
    return told | known


def source(quote: str, **known: Any) -> dict[str, Any]:
    """Return one source with its sentence."""
    told = {
        "document": "a.md",
        "title": "Invented article",
        "publisher": "The Invented Herald",
        "url": "https://herald.example/a?b=1&c=2",
        "published": "2011-10-19",
        "quote": quote,
        "start": 0,
        "end": len(quote),
    }
    return told | known


def at(lon: float, lat: float, place: str, **known: Any) -> dict[str, Any]:
    """Say where, as columns."""
    return {"lon": lon, "lat": lat, "place": place, "place_id": place.lower()} | known


INCIDENTS: tuple[tuple[dict[str, Any], BaseGeometry | None], ...] = (
    (
        row(
            "holm-block", "roadblock", "2011-10-18",
            **at(10.0, 50.55, "Holm", place_kind="crossing", place_id="xa-crossing-holm"),
            names={"en": "Holm", "sr-Cyrl": "Холм", "sq": "Hollmi"},
            countries=["XA", "XB"],
            crossings=[{"id": "xa-crossing-holm", "relation": "at", "distance_m": 0.0}],
            actors=[{"name": "villagers", "role": "perpetrator", "sector": "civilians"}],
            sources=[source(QUOTE), source("The lane stayed shut until dusk.", url=None)],
        ),
        HOLM,
    ),
    (
        row(
            "gates-deploy", "deployment", "2011-10-19",
            **at(10.0, 50.68, "two crossings between Ardovia and Belmark", place_kind="crossing"),
            members=["xa-crossing-holm", "xa-crossing-varn"],
        ),
        MultiPolygon([HOLM, VARN]),
    ),
    (
        row(
            "tolmen-shots", "shooting", "2023-01-06", **at(9.7, 50.6, "Tolmen"),
            injured=2, injured_max=2, confidence=0.91,
        ),
        Point(9.7, 50.6),
    ),
    (row("tolmen-arrest", "arrest", "2023-01-08", **at(9.7, 50.6, "Tolmen")), Point(9.7, 50.6)),
    (
        row(
            "north-damage", "property_damage", "2011-07-01",
            **at(9.7, 50.7, "northern Ardovia", place_kind="region", uncertainty_m=30_000.0),
            date_end="2011-07-31", date_precision="month", confidence=0.4,
        ),
        NORTH,
    ),
    (
        row(
            "country-quits", "resignation", "2022-01-01",
            **at(9.0, 50.0, "Ardovia", place_kind="country", uncertainty_m=None),
            date_end="2022-12-31", date_precision="year",
        ),
        None,
    ),
    (row("nowhere-fire", "arson", None, place_kind=None, uncertainty_m=None), None),
    (
        row("galdor-demand", "demand", "2022-12-10", **at(10.4, 50.5, "Galdor"), verbal=True),
        Point(10.4, 50.5),
    ),
    (
        row(
            "war", "armed_clash", "1999-01-01", **at(9.2, 50.5, "Estrun"), background=True,
            date_end="1999-12-31", date_precision="year", killed=200, killed_approximate=True,
        ),
        Point(9.2, 50.5),
    ),
)  # fmt: skip


def frame() -> gpd.GeoDataFrame:
    """Return all of them."""
    return frames.from_records([dict(r) for r, _ in INCIDENTS], [g for _, g in INCIDENTS])


def zones() -> gpd.GeoDataFrame:
    """Return three crossings; nothing happened at Selk."""
    names = {"holm": HOLM, "varn": VARN, "selk": SELK}
    rows = [
        {
            "id": f"xa-crossing-{name}",
            "name": name.capitalize(),
            "countries": ["XA", "XB"],
            "status": "open",
            "gate": str(number),
            "uncertainty_m": 300.0,
            "approximate": False,
            "names": {"en": name.capitalize(), "sq": f"Pika {name}", "sr-Cyrl": "Прелаз " + name},
        }
        for number, name in enumerate(names, 1)
    ]
    return gpd.GeoDataFrame(rows, geometry=list(names.values()), crs="EPSG:4326")


LABELS = (("Tolmen", 9.7, 50.6, 5.0), ("Galdor", 10.4, 50.5, 4.0), ("Far away", 80.0, 10.0, 9.0))

HUGE = ("A" * 20_000, "<" * 3_000, "[[{{((" * 400)

PROBES: tuple[str, ...] = (
    *(probe for group in json.loads(FILE.read_text("ascii")).values() for probe in group),
    *HUGE,
)
"""Texts that mean something to a template engine, a browser or a script, and nothing here.

If one of them ran it would set ``window.__pwned`` or show the result of a sum, and no more."""


def hostile() -> gpd.GeoDataFrame:
    """Return an incident for each probe that says the probe in every field of text."""
    rows = [said(number, probe) for number, probe in enumerate(PROBES)]
    shapes = [Point(row["lon"], row["lat"]) for row in rows]
    return gpd.GeoDataFrame(rows, geometry=shapes, crs="EPSG:4326")


def said(number: int, probe: str) -> dict[str, Any]:
    """Return the columns of an incident that says one text in every field of text."""
    return row(
        f"{probe}#{number}", probe, "2023-01-08", title=probe, status=probe, date_basis=probe,
        **at(9.0 + number / 40, 50.0 + number % 7 / 20, probe, place_id=f"{probe}{number}"),
        names={"en": probe, "sq": probe, "sr-Latn": probe, "sr-Cyrl": probe, probe: probe},
        country=probe, countries=[probe], admin1=probe, members=[probe], report_ids=[probe],
        place_reasons=[probe],
        place_alternatives=[{"id": probe, "name": probe, "countries": [probe], "score": 0.2}],
        actors=[{"name": probe, "role": probe, "sector": probe}], killed=1,
        crossings=[{"id": probe, "relation": probe, "distance_m": 10.0}],
        conflicts=[{"field": probe, "told": probe, "documents": [probe]}],
        **dict.fromkeys(("acled_event_type", "acled_sub_event_type", "plover", "cameo"), probe),
        **dict.fromkeys(("names_en", "actor_1", "crossing_ids", "quote", "publisher"), probe),
        sources=[
            source(probe, document=probe, title=probe, publisher=probe, published=probe, url=probe,
                   trigger_start=0, trigger_end=len(probe)),
            source(probe, title=None, document=probe, url="javascript:window.__pwned=1"),
        ],
        url=probe,
    )  # fmt: skip


def hostile_zones() -> gpd.GeoDataFrame:
    """Return a crossing for each probe that has it for a name in every language."""
    rows = [
        {
            "id": probe,
            "name": probe,
            "countries": ["XA", "XB"],
            "status": probe,
            "gate": probe,
            "uncertainty_m": 300.0,
            "approximate": False,
            "names": {"en": probe, "sr-Cyrl": probe, probe: probe},
        }
        for probe in PROBES
    ]
    shapes = [footprint(9.0 + number / 40, 49.8) for number in range(len(rows))]
    return gpd.GeoDataFrame(rows, geometry=shapes, crs="EPSG:4326")
