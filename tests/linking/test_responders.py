"""Where responders are called on account of a deed is where it was, unless it has its own place."""

from __future__ import annotations

import pytest

from tests.readings import places


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("Police were called to a house in Cusco on Friday after a man was stabbed.", "Cusco"),
        ("Police rushed to a market in Cusco on Sunday after residents told of a blast.", "Cusco"),
        ("Police in Lima were sent to Cusco on Monday after a mosque was bombed.", "Cusco"),
        ("Police were called to Lima on Friday after a man was stabbed in Cusco.", "Cusco"),
        ("Two officers were rushed to a clinic in Lima after a raid in Cusco.", "Cusco"),
    ],
)
def test_a_deed_is_where_responders_were_called(told: str, place: str) -> None:
    """Not a hospital, nor where another place is named for the deed."""
    assert places(told)[0] == place
