"""What may be printed: words of others, made harmless to a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.model import Place

__all__ = ["harmless", "place_line"]

# What commands a terminal (C0, C1 and DEL), and what turns the writing direction and so rearranges
# what is read: marks, embeddings, overrides and isolates.
_COMMANDS = (
    *range(32),
    *range(127, 160),
    *(0x061C, 0x200E, 0x200F, 0x2028, 0x2029),
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    *range(0xD800, 0xE000),  # half characters, which no terminal can be sent
)
_SPACES = "\t\n\r\x0b\x0c\u2028\u2029"
_HARMLESS = dict.fromkeys(_COMMANDS, "\N{REPLACEMENT CHARACTER}") | dict.fromkeys(
    map(ord, _SPACES), " "
)


def harmless(text: str) -> str:
    r"""Take from a text what would command a terminal; every character keeps its place.

    Examples
    --------
    >>> harmless("red:\x1b[31m\n")
    'red:�[31m '
    """
    return text.translate(_HARMLESS)


def place_line(place: Place) -> str:
    """Return a place as one line: name, sort, countries, position, doubt, id.

    Examples
    --------
    >>> from geo.model import Place, PlaceKind
    >>> place_line(Place("xk-a", "Arden", PlaceKind.SETTLEMENT, -1.5, 42.25, ("XK",)))
    '  Arden  settlement  XK  42.2500N 1.5000W  [xk-a]'
    """
    parts = [place.name, place.kind.value, "|".join(place.countries)]
    if place.lat is not None and place.lon is not None:
        # Latitude first, as people say it; the letters leave no doubt about the order.
        north, east = ("N" if place.lat >= 0 else "S"), ("E" if place.lon >= 0 else "W")
        parts.append(f"{abs(place.lat):.4f}{north} {abs(place.lon):.4f}{east}")
    else:
        parts.append("no position")
    if place.uncertainty_m:
        parts.append(f"±{_distance(place.uncertainty_m)}")
    return harmless(f"  {'  '.join(parts)}  [{place.id}]")


def _distance(metres: float) -> str:
    return f"{metres / 1000:g} km" if metres >= 1000 else f"{metres:g} m"
