"""What may be printed: words of others, made harmless to a terminal."""

from __future__ import annotations

__all__ = ["harmless"]

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
