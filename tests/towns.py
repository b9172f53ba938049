"""Three places of an invented land, and an article that is at home in one of them."""

from __future__ import annotations

from geo.linking.hometown import Hometown
from geo.model import Mention, MentionClass, Place, PlaceKind, Resolution, Span

TOLMEN = Place("tolmen", "Tolmen", PlaceKind.SETTLEMENT, 10.0, 50.0, ("XA",), "Nordland")
HOLM = Place("holm", "Holm", PlaceKind.SETTLEMENT, 14.0, 50.0, ("XA",), "Sudland")
NORDLAND = Place("nordland", "Nordland", PlaceKind.ADMIN1, 10.5, 50.2, ("XA",))


def named(
    text: str, place: Place, use: MentionClass = MentionClass.LITERAL, name: str | None = None
) -> Resolution:
    """Return the first mention of a place in a text, resolved."""
    start = text.index(name or place.name)
    span = Span(start, start + len(name or place.name))
    return Resolution(Mention(span, name or place.name, use), place, 0.9)


def home(strength: float) -> Hometown:
    """Return Tolmen as the town of an article."""
    return Hometown(named("Tolmen", TOLMEN), strength)
