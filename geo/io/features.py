"""What sort of place a GeoNames feature code is, as ``features.toml`` tells."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from geo.model import PlaceKind

__all__ = ["default_features", "kind_of"]


@cache
def kind_of(feature: str) -> PlaceKind | None:
    """Return the kind of a feature such as ``P.PPLA``, ``None`` for no known class.

    Examples
    --------
    >>> str(kind_of("S.PSTB")), str(kind_of("P.PPLA2")), kind_of("?")
    ('crossing', 'settlement', None)
    """
    kinds = _table()["kinds"]
    known = [start for start in kinds if feature.startswith(start)]
    return PlaceKind(kinds[max(known, key=len)]) if known else None


def default_features() -> tuple[str, ...]:
    """Return the beginnings of the features that are read unless told."""
    return tuple(_table()["default"])


@cache
def _table() -> dict[str, Any]:
    text = resources.files("geo.io").joinpath("features.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
