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
        ("They marched to call for a ceasefire in Galdor.", True),
        ("The students rallied in solidarity with miners in Galdor.", True),
        ("The crowd shouted against the war in Galdor.", True),
        ("A bus that left Tolmen for Galdor was hit.", True),
        ("They burned lorries bound for the camps in Galdor.", True),
        ("A bus that had left Galdor for Tolmen was hit.", True),
        ("They marched against the mayor in Galdor.", False),
        ("They marched to demand a bridge in Galdor.", False),
        ("One shell was left in Galdor for the sappers.", False),
        ("The last troops withdrew from Galdor.", False),
        ("Twelve girls were taken from Galdor.", False),
        ("The patrol came under fire from Galdor.", False),
        ("A bomb went off in Galdor.", False),
    ],
)
def test_where_somebody_came_from_is_no_scene(text: str, passed: bool) -> None:  # noqa: FBT001
    """Nor is what they ask for or the ends of their way; unlike what they were taken from."""
    start = text.index("Galdor")
    assert is_passed(text, Span(start, start + 6)) is passed
