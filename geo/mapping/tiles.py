"""An online background, for whoever asks for one: where it comes from, and whom to credit.

A page opens without a network. Tiles are the one exception, made by the user, for one host: the
page's policy lets pictures come from there and from nowhere else. Whoever runs that host sees which
part of the world is looked at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from geo.errors import OptionError

__all__ = ["Tiles"]

ORIGIN = re.compile(r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?(?=/)")
"""Scheme, host and port: letters that mean nothing else in a policy. Other scripts: punycode."""

PLACES = re.compile(r"\{([^{}]*)\}")
KNOWN = frozenset({"z", "x", "y", "-y", "r"})
PLAIN = re.compile(r"[!-~]+")
"""An address has no spaces and no letters but those of ASCII."""

EXAMPLE = "write it as https://tiles.example/{z}/{x}/{y}.png"


@dataclass(frozen=True, slots=True)
class Tiles:
    """Map tiles from one host.

    Parameters
    ----------
    url
        Address with ``{z}``, ``{x}`` and ``{y}`` (``{-y}`` where rows count from the south) in it,
        http or https; ``{r}`` becomes ``@2x`` on fine screens.
    attribution
        Whom their terms say to credit; text, never markup.

    Raises
    ------
    OptionError
        The address is none of tiles, or nobody is credited.

    Examples
    --------
    >>> Tiles("https://tiles.example/{z}/{x}/{y}.png", "© the mappers").origin
    'https://tiles.example'
    """

    url: str
    attribution: str

    def __post_init__(self) -> None:
        """Refuse what could not be drawn, or would let in more than pictures of one host."""
        if not ORIGIN.match(self.url) or not PLAIN.fullmatch(self.url):
            raise OptionError(f"tiles {self.url!r}: no http or https address", remedy=EXAMPLE)
        places = PLACES.findall(self.url)
        if "{" in (rest := PLACES.sub("", self.url)) or "}" in rest:
            raise OptionError(f"tiles {self.url!r}: a brace stands alone", remedy=EXAMPLE)
        if not {"z", "x"} <= set(places) or {"y", "-y"}.isdisjoint(places):
            told = "the places of zoom, column and row are missing"
            raise OptionError(f"tiles {self.url!r}: {told}", remedy=EXAMPLE)
        if unknown := sorted(set(places) - KNOWN):
            told = f"nothing is known of {{{unknown[0]}}}"
            remedy = "name one host, and write a key as it is"
            raise OptionError(f"tiles {self.url!r}: {told}", remedy=remedy)
        if not self.attribution.strip():
            remedy = "say with attribution whom their terms ask to credit"
            raise OptionError("tiles without an attribution", remedy=remedy)

    @property
    def origin(self) -> str:
        """Scheme, host and port, as a content security policy names them."""
        found = ORIGIN.match(self.url)
        assert found is not None
        return found[0].lower()
