"""Where people only came from, were taken to or speak."""

import pytest

from geo.model import Span
from geo.passage import is_passed


@pytest.mark.parametrize(
    ("text", "passed"),
    [
        ("Eighty officers were drafted in from Galdor.", True),
        ("They brought in extra staff from Tolmen and Galdor.", True),
        ("Soldiers arrived from Galdor.", True),
        ("The wounded were flown to Galdor.", True),
        ("A court in Galdor heard the case.", True),
        ("The last troops withdrew from Galdor.", False),
        ("Twelve girls were taken from Galdor.", False),
        ("The patrol came under fire from Galdor.", False),
        ("A bomb went off in Galdor.", False),
    ],
)
def test_where_somebody_came_from_is_no_scene(text: str, passed: bool) -> None:  # noqa: FBT001
    """Unlike what they left, were taken from or were fired at from."""
    start = text.index("Galdor")
    assert is_passed(text, Span(start, start + 6)) is passed
