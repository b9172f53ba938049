from __future__ import annotations

import pytest

from geo.errors import OptionError
from geo.mapping.tiles import Tiles

GOOD = "https://tiles.example/{z}/{x}/{y}.png"


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        (GOOD, "https://tiles.example"),
        ("http://127.0.0.1:8080/{z}/{x}/{-y}{r}.png?key=a;b", "http://127.0.0.1:8080"),
        ("https://Tiles.Example/a/{z}/{y}/{x}", "https://tiles.example"),
    ],
)
def test_an_address_of_tiles_has_one_origin(url: str, origin: str) -> None:
    """Scheme, host and port, and nothing of the path: the policy lets no more in."""
    assert Tiles(url, "© somebody").origin == origin


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("ftp://tiles.example/{z}/{x}/{y}", "no http or https"),
        ("javascript:alert(1)//{z}{x}{y}", "no http or https"),
        ("file:///{z}/{x}/{y}", "no http or https"),
        ("https://user:secret@tiles.example/{z}/{x}/{y}", "no http or https"),
        ("https://a.example; script-src */{z}/{x}/{y}", "no http or https"),
        ("https://*.example/{z}/{x}/{y}", "no http or https"),
        ("https://tiles.example/{z}/{x}/{y} .png", "no http or https"),
        ("https://tiles.example", "no http or https"),
        ("https://tiles.example/{z}/{x}.png", "are missing"),
        ("https://{s}.tiles.example/{z}/{x}/{y}.png", "no http or https"),
        ("https://tiles.example/{z}/{x}/{y}?k={key}", "nothing is known of {key}"),
        ("https://tiles.example/{z}/{x}/{y}/}", "a brace stands alone"),
        ("https://tiles.example/{z}/{x}/{y}/{{7*7}}", "brace stands alone"),
    ],
)
def test_what_is_no_address_of_tiles_is_refused(url: str, told: str) -> None:
    """The message names the address, what is wrong with it and how one is written."""
    with pytest.raises(OptionError, match=told.replace("{", r"\{").replace("}", r"\}")) as caught:
        Tiles(url, "© somebody")
    assert url in str(caught.value)
    assert caught.value.remedy


@pytest.mark.parametrize("attribution", ["", " \n"])
def test_tiles_without_credit_are_refused(attribution: str) -> None:
    """Every terms of use ask for one."""
    with pytest.raises(OptionError, match="without an attribution"):
        Tiles(GOOD, attribution)
