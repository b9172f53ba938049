"""What a user's own folium layers and plugins load from the network, read off the rendered shell.

Folium plugins name their scripts and styles on content delivery networks, and some of its own
layers need jQuery, Bootstrap or icon fonts, which this page does not carry. All of that is listed
before anything is saved, so that nobody publishes a page that is white without a network.
"""

from __future__ import annotations

import re

import folium

from geo.errors import OutputError

__all__ = ["loads", "refuse", "tags"]

ADDRESS = re.compile(r"(?:https?:)?//[\w-]+(?:\.[\w-]+)+[^\s\"'`<>\\]*")
NAMES_ONLY = re.compile(r"https?://www\.w3\.org/[^\s\"'`<>\\]*|<a\s[^>]*>", re.IGNORECASE)
"""Name spaces, and links that a reader may follow: nothing is loaded from them."""

NEEDS = {
    "jquery": re.compile(r"\$\(|\$\.\w|jQuery"),
    "bootstrap": re.compile(r"AwesomeMarkers|bootstrap\."),
    "awesome_markers": re.compile(r"AwesomeMarkers"),
    "bootstrap_css": re.compile(r"AwesomeMarkers"),
    "glyphicons_css": re.compile(r"AwesomeMarkers"),
    "awesome_markers_font_css": re.compile(r"AwesomeMarkers"),
    "awesome_markers_css": re.compile(r"AwesomeMarkers"),
    "awesome_rotate_css": re.compile(r"AwesomeMarkers"),
}
"""How folium's own files are told to be needed: popups build on jQuery, icons on the rest."""


def loads(shell: str) -> list[str]:
    """Return the addresses that a rendered shell loads, or may load, from the network.

    Examples
    --------
    >>> loads('L.tileLayer("https://tiles.example/{z}/{x}/{y}.png")')
    ['https://tiles.example/{z}/{x}/{y}.png']
    """
    named = ADDRESS.findall(NAMES_ONLY.sub("", shell))
    return sorted({*named, *(address for _, address in _needed(shell))})


def refuse(shell: str) -> None:
    """Refuse a shell that loads anything: the page must open without a network.

    Raises
    ------
    OutputError
        Names each address, and what to do.
    """
    found = loads(shell)
    if found:
        raise OutputError(
            "a layer that was added to the map loads from the network: "
            + ", ".join(found)
            + "; take that layer off, or save with allow_remote=True: the page then needs a "
            "network and has no security policy"
        )


def tags(shell: str) -> str:
    """Return the elements that load folium's own files, as far as they are needed."""
    return "\n".join(
        f'<link rel="stylesheet" href="{address}">'
        if name.endswith("_css")
        else f'<script src="{address}"></script>'
        for name, address in _needed(shell)
    )


def _needed(shell: str) -> list[tuple[str, str]]:
    files = (*folium.Map.default_js, *folium.Map.default_css)
    return [(name, url) for name, url in files if name in NEEDS and NEEDS[name].search(shell)]
