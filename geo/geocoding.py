"""Geocoding in bulk: many names in, a GeoDataFrame in their order out.

What comes twice is looked up once, and the table is built by columns: that is what makes it
faster, by an order of magnitude, than asking a geocoder row by row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from geo.errors import OptionError
from geo.gazetteer import Gazetteer
from geo.geoparsing import default_gazetteer
from geo.language.names import fold
from geo.model import Place, PlaceKind
from geo.toponymy.containers import find

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

__all__ = ["geocode"]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is wanted of every name: only places of these kinds and this country."""

    gazetteer: Gazetteer
    kinds: frozenset[PlaceKind]
    suggest: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """The answer to one name."""

    place: Place | None
    namesakes: int = 0
    because: str | None = None
    reason: str | None = None
    suggestions: tuple[str, ...] = ()


def geocode(
    names: Any,  # noqa: ANN401 - pandas objects; naming their types would load pandas
    *,
    country: Any = None,  # noqa: ANN401
    kinds: PlaceKind | str | Iterable[PlaceKind | str] = (),
    suggest: bool = False,
    gazetteer: Gazetteer | None = None,
) -> gpd.GeoDataFrame:
    """Return where many names are: one row a name, in order, EPSG:4326.

    Each name gets the likeliest place, as from ``LocalGeocoder``, without a text around it.

    Parameters
    ----------
    names
        A Series, whose index is kept, or any iterable of names; also names with what they lie in,
        such as ``"Paris, Texas"``. Inside that, or inside ``country``, one wrong letter is
        forgiven.
    country
        Only places of this country, by code or name; or one country a row, ``None`` for any.
    kinds
        Only places of this kind, or of one of these.
    suggest
        Add a column with names spelt much like those that were not found; some milliseconds each.
    gazetteer
        Where things are; the one that comes with the package if not given.

    Returns
    -------
    ``name`` as given, then ``place``, ``place_id``, ``geonameid``, ``kind``, ``lat``, ``lon``,
    ``uncertainty_m``, ``country``, ``countries``, ``admin1``, ``population``, ``namesakes`` (how
    many other places answer to it), ``because`` (how the name was read, if not as it stands) and
    ``reason``: why there is no position, else ``None``. A name that was not found keeps its row,
    with geometry ``None``.

    Raises
    ------
    OptionError
        A country or kind is none, or the countries do not match the names row by row.

    Examples
    --------
    >>> found = geocode(["Leposavić", "Nowhereville", "Paris"], country=[None, None, "US"])
    >>> found["place_id"].tolist(), found["reason"].tolist()
    (['xk-leposavic', None, 'gn:4717560'], [None, 'no place of this name', None])
    """
    import pandas as pd  # noqa: PLC0415 - this module is also LocalGeocoder's

    asked = _Asked(gazetteer or default_gazetteer(), _kinds(kinds), suggest)
    index = names.index if isinstance(names, pd.Series) else None
    told = _listed(names)
    countries = _countries(country, names, len(told), asked.gazetteer)
    numbers: dict[tuple[str | None, str | None], int] = {}
    queries = [name if isinstance(name, str) else None for name in told]
    rows = [numbers.setdefault(pair, len(numbers)) for pair in zip(queries, countries, strict=True)]
    codes = {told: _code(told, asked.gazetteer) for told in {told for _, told in numbers}}
    found = [_find(asked, name, said, codes[said]) for name, said in numbers]
    return _table(told, found, rows, index, suggest=suggest)


def _kinds(told: PlaceKind | str | Iterable[PlaceKind | str]) -> frozenset[PlaceKind]:
    try:
        return frozenset(map(PlaceKind, (told,) if isinstance(told, str) else told))
    except ValueError as error:
        known = ", ".join(PlaceKind)
        raise OptionError(f"kinds: {error}", remedy=f"choose from {known}") from None


def _listed(names: Any) -> list[object]:  # noqa: ANN401
    if isinstance(names, str | bytes):
        raise OptionError("names is a single string", remedy="put it into a list")
    return list(names.tolist() if hasattr(names, "tolist") else names)


def _countries(
    told: Any,  # noqa: ANN401
    names: Any,  # noqa: ANN401
    count: int,
    gazetteer: Gazetteer,
) -> list[str | None]:
    """Return the country that each row asks for, as it was told."""
    if told is None or isinstance(told, str):
        if told is not None and _code(told, gazetteer) is None:
            raise OptionError(f"{told!r} is no country", remedy="give its code, such as XK")
        return [told] * count
    rows = [one if isinstance(one, str) and one.strip() else None for one in _listed(told)]
    if len(rows) != count:
        reason = f"{len(rows)} countries for {count} names"
        raise OptionError(reason, remedy="give one country for all, or one a name")
    series = [one for one in (told, names) if hasattr(one, "to_numpy") and hasattr(one, "index")]
    if len(series) == 2 and not series[0].index.equals(series[1].index):
        remedy = "take both from one DataFrame"
        raise OptionError("names and countries have different indexes", remedy=remedy)
    return rows


def _code(told: str | None, gazetteer: Gazetteer) -> str | None:
    """Return the code of a country told by code or name."""
    if told is None:
        return None
    place = gazetteer.country(told.strip())
    if place is None:
        named = (p for p in gazetteer.lookup(told) if p.kind is PlaceKind.COUNTRY)
        place = next(named, None)
    return place.id if place else None


def _find(asked: _Asked, name: str | None, told: str | None, code: str | None) -> _Found:
    """Answer one name; ``told`` is the country as it was told, ``code`` what that means."""
    if name is None:
        return _Found(None, reason="no name was given")
    if told is not None and code is None:
        return _Found(None, reason=f"{told!r} is no country")
    read = find(asked.gazetteer, name, countries=(code,) if code else None)
    kept = [place for place in read.places if not asked.kinds or place.kind in asked.kinds]
    if kept:
        reason = None if kept[0].lat is not None else "its position is not known"
        return _Found(kept[0], len(kept) - 1, read.because or None, reason)
    if not fold(name):
        return _Found(None, reason="no name was given")
    suggestions = asked.gazetteer.suggest(name) if asked.suggest else ()
    return _Found(None, reason=_reason(asked, name, code), suggestions=suggestions)


def _reason(asked: _Asked, name: str, code: str | None) -> str:
    if not asked.gazetteer.lookup(name):
        return "no place of this name"
    kinds = " or ".join(sorted(asked.kinds)) or "place"
    return f"no {kinds} of this name" + (f" in {code}" if code else "")


def _table(
    names: Sequence[object],
    found: Sequence[_Found],
    rows: Sequence[int],
    index: pd.Index[Any] | None,
    *,
    suggest: bool,
) -> gpd.GeoDataFrame:
    from geo.tables import answers  # noqa: PLC0415

    told: answers.Columns = {
        **{name: (dtype, _of_place(get)) for name, (dtype, get) in _OF_PLACE.items()},
        "namesakes": ("int64", lambda one: one.namesakes),
        "because": ("object", lambda one: one.because),
        "reason": ("object", lambda one: one.reason),
    }
    if suggest:
        told = {**told, "suggestions": (answers.LISTS, lambda one: one.suggestions)}
    return answers.lay_out({"name": names}, told, found, rows, index)


def _of_place(get: Callable[[Place], object]) -> Callable[[_Found], object]:
    return lambda one: None if one.place is None else get(one.place)


def _only(countries: Sequence[str]) -> str | None:
    return countries[0] if len(countries) == 1 else None


_OF_PLACE: Mapping[str, tuple[str, Callable[[Place], object]]] = {
    "place": ("object", lambda place: place.name),
    "place_id": ("object", lambda place: place.id),
    "geonameid": ("Int64", lambda place: place.geonameid),
    "kind": ("object", lambda place: place.kind.value),
    "lat": ("float64", lambda place: place.lat),
    "lon": ("float64", lambda place: place.lon),
    "uncertainty_m": ("float64", lambda place: place.uncertainty_m),
    "country": ("object", lambda place: _only(place.countries)),
    "countries": ("lists", lambda place: place.countries),
    "admin1": ("object", lambda place: place.admin1),
    "population": ("Int64", lambda place: place.population),
}
