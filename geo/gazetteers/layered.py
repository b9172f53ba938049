"""Several gazetteers that answer as one: the package's own, and the layers a user has added.

The places of a name are merged by their weight under it. A place that several of them know, by its
GeoNames id, is one place: the first one's, which is the reviewed row's where there is one. What
the others call it finds it too.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from operator import itemgetter

from geo.errors import UnknownPlaceError
from geo.gazetteer import PLACES_CACHED, Gazetteer
from geo.model import Place, PlaceKind

__all__ = ["Layered"]


class Layered(Gazetteer):
    """A gazetteer with layers over it.

    Parameters
    ----------
    base
        The package's own. Demonyms, organisations, and countries by code are its alone.
    layers
        The user's; of two that know a place, the first one tells it.
    marked
        The layers, or parts of layers, whose names texts are searched for.

    Examples
    --------
    >>> import sqlite3
    >>> from geo.gazetteer import Entry, Layer, build
    >>> def made(*entries, layer=None):
    ...     connection = sqlite3.connect(":memory:", check_same_thread=False)
    ...     build(connection, entries)
    ...     return Gazetteer(connection, layer=layer)
    >>> peja = Place("xk-peja", "Peja", PlaceKind.SETTLEMENT, 20.29, 42.66, geonameid=787157)
    >>> town = Place("gn:787157", "Peć", PlaceKind.SETTLEMENT, 20.29, 42.66, geonameid=787157)
    >>> dump = made(Entry(town, curated=False), layer=Layer("dump"))
    >>> both = Layered(made(Entry(peja)), [dump])
    >>> [place.id for place in both.lookup("Peć")]
    ['xk-peja']
    >>> both.recognised.lookup("Peć")
    ()
    """

    def __init__(
        self, base: Gazetteer, layers: Sequence[Gazetteer], marked: Sequence[Gazetteer] = ()
    ) -> None:
        super().__init__(base._connection)  # noqa: SLF001 - one class in two parts
        self._closing.detach()  # the parts close themselves, and the base may outlive this
        self._base = base
        self._marked = tuple(marked)
        self.parts: tuple[Gazetteer, ...] = (base, *layers)
        self._first = lru_cache(PLACES_CACHED)(self._find_first)

    def close(self) -> None:
        """Close all databases."""
        for part in (*self.parts, *self._marked):
            part.close()

    def __reduce__(self) -> tuple[object, ...]:
        """Tell a pickle of its parts."""
        return Layered, (self._base, self.parts[1:], self._marked)

    @cached_property
    def recognised(self) -> Gazetteer:
        """The package's own names, and those of the layers that are marked for recognition."""
        return Layered(self._base, self._marked) if self._marked else self._base

    def credits(self, place_ids: Iterable[str]) -> tuple[str, ...]:
        """Return the credit line of each layer that some of these places come from."""
        found = {place.attribute("layer") for place in map(self._known, place_ids) if place}
        layers = (part.layer for part in self.parts if part.layer)
        return tuple(layer.credit for layer in layers if layer.name in found)

    def get(self, place_id: str) -> Place:
        """Return the place of this id, or the one that stands for it in an earlier gazetteer."""
        found = self._known(place_id)
        if found is None:
            raise UnknownPlaceError(f"no place has the id {place_id!r}")
        return found

    def ranked(self, key: str) -> tuple[tuple[int, Place], ...]:
        """Return the places of a folded name in all gazetteers, the likeliest first."""
        return self._merged([part.ranked(key) for part in self.parts])

    def weighed(
        self,
        west: float,
        south: float,
        east: float,
        north: float,
        kinds: Sequence[PlaceKind] = (),
        limit: int | None = None,
    ) -> tuple[tuple[int, Place], ...]:
        """Return the places in a box, the weightiest first, each behind its weight."""
        box = (west, south, east, north)
        found = self._merged([part.weighed(*box, kinds, limit) for part in self.parts])
        return found[:limit]

    def country(self, code: str) -> Place | None:
        """Return the country of an ISO 3166-1 alpha-2 code (and XK), or ``None``."""
        return self._base.country(code)

    def capital(self, code: str) -> Place | None:
        """Return the capital of a country, or ``None``."""
        return self._base.capital(code)

    def regions(self, country: str) -> tuple[Place, ...]:
        """Return the informal regions of a country: the reviewed ones, which know their side."""
        return self._base.regions(country)

    def of_geonameid(self, number: int) -> Place | None:
        """Return the place of a GeoNames id in the first gazetteer that has it."""
        found = (part.of_geonameid(number) for part in self.parts)
        return next(filter(None, found), None)

    def misspelt(self, name: str, *, countries: Iterable[str] | None = None) -> tuple[Place, ...]:
        """Return the places whose own name is one slip from this one; see ``Gazetteer``."""
        codes = None if countries is None else tuple(countries)
        found = (place for part in self.parts for place in part.misspelt(name, countries=codes))
        return tuple({place.id: place for place in map(self._stands_for, found)}.values())

    def keys_like(self, key: str) -> list[str]:
        """Return the keys that begin as this one and are about as long."""
        return sorted({like for part in self.parts for like in part.keys_like(key)})

    def beginning(self, key: str, limit: int) -> list[str]:
        """Return the first ``limit`` keys, in their order, that begin with this one."""
        found = {like for part in self.parts for like in part.beginning(key, limit)}
        return sorted(found)[:limit]

    def _read_kind(self, kind: PlaceKind) -> tuple[Place, ...]:
        found = {
            place.id: place
            for part in reversed(self.parts)
            for place in (self._stands_for(place) for place in part.of_kind(kind))
            if place.kind is kind
        }
        return tuple(found[place_id] for place_id in sorted(found))

    def _read_longer(self, key: str) -> bool:
        return any(part.extends(key) for part in self.parts)

    def _merged(
        self, lists: Sequence[Sequence[tuple[int, Place]]]
    ) -> tuple[tuple[int, Place], ...]:
        """Merge lists that are sorted, heaviest first; at equal weights the earlier list leads."""
        found: dict[str, tuple[int, Place]] = {}
        for weighs, place in heapq.merge(*lists, key=itemgetter(0), reverse=True):
            known = self._stands_for(place)
            found.setdefault(known.id, (weighs, known))
        return tuple(found.values())

    def _stands_for(self, place: Place) -> Place:
        if place.geonameid is None or place.attribute("layer") is None:
            return place
        return self._first(place.geonameid) or place

    def _find_first(self, number: int) -> Place | None:
        return self.of_geonameid(number)

    def _known(self, place_id: str) -> Place | None:
        for part in self.parts:
            try:
                return self._stands_for(part.get(place_id))
            except UnknownPlaceError:
                continue
        return None
