"""How precise a place and a date are, as ACLED codes it.

ACLED: Armed Conflict Location & Event Data, whose users know these numbers by heart.
"""

from __future__ import annotations

from geo.model import Place, PlaceKind, Resolution, When

__all__ = ["APPROXIMATE_M", "NEAR", "geo_precision", "time_precision"]

WEEK_DAYS = 7
"""Longest interval that still has ACLED's time precision 2 (part of a month)."""

MONTH_DAYS = 31
"""Longest interval that still has ACLED's time precision 3 (a month)."""

SMALL_AREA_M = 25_000.0
"""A lake, a mountain or a place measured from others ("15 km south of X") of at most this radius
has ACLED's geo precision 2, a larger one 3."""

APPROXIMATE_M = 2_000.0
"""A crossing whose position is in more doubt than this is approximate, and drawn dashed."""

NEAR = "near"
"""The relation of a mention that says the place is beside, not in, what is named."""

_GEO_PRECISION = {
    PlaceKind.SETTLEMENT: 1,
    PlaceKind.CROSSING: 1,
    PlaceKind.FACILITY: 1,
    PlaceKind.ADMIN2: 2,
    PlaceKind.REGION: 3,
    PlaceKind.ADMIN1: 3,
    PlaceKind.COUNTRY: 3,
}


def time_precision(when: When) -> int | None:
    """Say how precise a date is as ACLED counts: 1 a day, 2 a week, 3 a month, else ``None``.

    Examples
    --------
    >>> from datetime import date
    >>> time_precision(When(date(2011, 10, 1), date(2011, 10, 31), "month", "in October"))
    3
    """
    if when.first is None or when.last is None or when.precision in {"year", "unknown"}:
        return None
    days = (when.last - when.first).days + 1
    if days == 1:
        return 1
    if days <= WEEK_DAYS or when.precision == "week":
        return 2
    return 3 if days <= MONTH_DAYS or when.precision == "month" else None


def geo_precision(where: Resolution) -> int | None:
    """Say how precise a place is as ACLED counts.

    1 is a named town, crossing or facility; 2 near one, a municipality, a small area or a set of
    crossings; 3 a region or country; ``None`` unknown.
    """
    if where.members:
        precisions = [_precision(member) for member in where.members]
        return max(2, *precisions) if len(precisions) > 1 else precisions[0]
    if where.place is None:
        return None
    precision = _precision(where.place)
    return max(2, precision) if where.mention.relation == NEAR else precision


def _precision(place: Place) -> int:
    # "15 km south of X" and "a canton of X" are as precise as their radius, never the place itself.
    known = None if place.derived or place.unlisted else _GEO_PRECISION.get(place.kind)
    if known is not None:
        return known
    small = place.uncertainty_m is not None and place.uncertainty_m <= SMALL_AREA_M
    return 2 if small else 3
