"""Toponyms as records: what a text names, where that is, how sure, and why.

The one mapping from a ``Resolution`` to plain values: ``geo.geoparse``, its frame and
``geo read --format jsonl`` all say the same of a place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from geo.model import MentionClass, Place, Resolution

__all__ = ["Toponym", "toponym"]


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in a text, and the place it was resolved to.

    Attributes
    ----------
    start, end
        Characters of the text as given, half open: ``text[start:end] == name``.
    name
        The name as written.
    use
        How the text uses it; ``"class"`` in ``to_dict``.
    place
        The place, or ``None`` where none fits or none is sure enough; ``because`` says which.
    lat, lon
        Representative point of the place in degrees of EPSG:4326, ``None`` when unknown.
    uncertainty_m
        Radius in metres around that point that holds the true position.
    members
        The places of a set ("both border gates"), otherwise empty.
    score
        How sure, from 0 to 1.
    because
        The reasons, in words.
    alternatives
        The namesakes that lost, with their scores.
    """

    start: int
    end: int
    name: str
    use: MentionClass
    place: Place | None
    lat: float | None
    lon: float | None
    uncertainty_m: float | None
    members: tuple[Place, ...]
    score: float
    because: tuple[str, ...]
    alternatives: tuple[tuple[Place, float], ...]

    @property
    def place_id(self) -> str | None:
        """Id of the place in the gazetteer."""
        return self.place.id if self.place else None

    @property
    def geonameid(self) -> int | None:
        """The place's number at GeoNames, where it has one."""
        return self.place.geonameid if self.place else None

    @property
    def kind(self) -> str | None:
        """What sort of thing the place is: such as ``settlement`` or ``crossing``."""
        return self.place.kind.value if self.place else None

    @property
    def countries(self) -> tuple[str, ...]:
        """Codes of the countries it lies in; a crossing belongs to both its sides."""
        places = (*((self.place,) if self.place else ()), *self.members)
        return tuple(dict.fromkeys(code for place in places for code in place.countries))

    @property
    def country(self) -> str | None:
        """The code of its country, if it lies in exactly one."""
        return self.countries[0] if len(self.countries) == 1 else None

    @property
    def admin1(self) -> str | None:
        """The first-level unit that it lies in, where known."""
        return self.place.admin1 if self.place else None

    def to_dict(self) -> dict[str, Any]:
        """Return the record as values that JSON can hold, in the order of the documentation.

        Examples
        --------
        >>> from geo.model import Mention, Span
        >>> named = Mention(Span(3, 9), "Brnjak", MentionClass.LITERAL)
        >>> told = toponym(Resolution(named, None, 0.0, ("no such name",)), "In Brnjak").to_dict()
        >>> told["name"], told["class"], told["place_id"], told["because"]
        ('Brnjak', 'literal', None, ['no such name'])
        """
        return {
            "start": self.start,
            "end": self.end,
            "name": self.name,
            "class": self.use.value,
            "place": self.place.name if self.place else None,
            "place_id": self.place_id,
            "geonameid": self.geonameid,
            "kind": self.kind,
            "lat": self.lat,
            "lon": self.lon,
            "uncertainty_m": self.uncertainty_m,
            "country": self.country,
            "countries": list(self.countries),
            "admin1": self.admin1,
            "members": [member.id for member in self.members],
            "score": self.score,
            "because": list(self.because),
            "alternatives": [_alternative(place, score) for place, score in self.alternatives],
        }


def _alternative(place: Place, score: float) -> dict[str, Any]:
    return {
        "place": place.name,
        "place_id": place.id,
        "kind": place.kind.value,
        "countries": list(place.countries),
        "admin1": place.admin1,
        "score": score,
    }


def toponym(resolution: Resolution, text: str) -> Toponym:
    """Return a resolution as a record.

    Parameters
    ----------
    resolution
        What a mention was resolved to.
    text
        The text of the article that the mention's span points into.
    """
    mention, place = resolution.mention, resolution.place
    return Toponym(
        start=mention.span.start,
        end=mention.span.end,
        name=mention.span.of(text),
        use=mention.use,
        place=place,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        uncertainty_m=place.uncertainty_m if place else None,
        members=resolution.members,
        score=resolution.score,
        because=resolution.because,
        alternatives=resolution.alternatives,
    )
