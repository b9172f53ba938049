"""What a told distance means, and how far off it may be."""

import re

import pytest

from geo.toponymy.distances import QUANTITY, Distance, read
from tests.stopwatch import cpu_seconds

QUANTITY_ = re.compile(QUANTITY, re.IGNORECASE)


def told(text: str) -> Distance:
    """Read the first distance of a text."""
    match = QUANTITY_.search(text)
    assert match is not None, text
    return read(match)


@pytest.mark.parametrize(
    ("text", "low_km", "high_km", "said"),
    [
        ("15 km from", 14.5, 15.5, "15 km"),
        ("a mile from", 0.8, 2.4, "1 mile"),
        ("some fifteen kilometres south", 11.25, 18.75, "about 15 km"),
        ("twenty-five kilometers off", 24.5, 25.5, "25 km"),
        ("1,200 metres from", 1.15, 1.25, "1200 m"),
        ("a 10-km walk", 9.5, 10.5, "10 km"),
        ("a few kilometres from", 2.0, 5.0, "a few km"),
        ("several hundred metres from", 0.3, 0.9, "several hundred m"),
        ("10 to 15 km from", 9.5, 15.5, "10 to 15 km"),
        ("within 8 km of", 0.0, 8.5, "at most 8 km"),
        ("more than 20 km from", 20.0, 30.0, "more than 20 km"),
        ("two and a half km from", 2.25, 2.75, "2.5 km"),
        ("a mile and a half from", 2.01, 2.82, "1.5 miles"),
        ("1,000,000 km from", 950_000, 1_050_000, "1e+06 km"),
        ("half a mile from", 0.4, 1.2, "0.5 miles"),
    ],
)
def test_a_distance_reaches_as_far_as_it_is_told_precisely(
    text: str, low_km: float, high_km: float, said: str
) -> None:
    """Half a unit of the last figure, a quarter for "about", a range for "a few"."""
    found = told(text)
    assert found.low_m / 1000 == pytest.approx(low_km, rel=0.01)
    assert found.high_m / 1000 == pytest.approx(high_km, rel=0.01)
    assert found.said == said


def test_a_converted_figure_feigns_no_precision() -> None:
    """Whichever of the two was told more coarsely is the true one."""
    assert told("48 km (30 miles) from").high_m > told("48 km from").high_m
    assert told("48 km (30 miles) from").high_m == pytest.approx(48_000 + 5 * 1609.344)
    assert told("48 km (on foot) from") == told("48 km from")


@pytest.mark.parametrize("text", ["$5 m from", "3,5 km", "v2.10 miles", "kilometres from", "km"])
def test_what_is_no_distance_is_none(text: str) -> None:
    """Money, decimals with a comma and units without a number."""
    assert QUANTITY_.search(text) is None


@pytest.mark.parametrize("text", ["1 ", "9", "about ", "a few ", "10-", "5 km (", "twenty ", "an "])
def test_hostile_numbers_take_linear_time(text: str) -> None:
    """100 kB of repeated tokens are searched in less than a second."""
    hostile = text * (100_000 // len(text))
    found: list[re.Match[str]] = []
    assert cpu_seconds(lambda: found.extend(QUANTITY_.finditer(hostile))) < 1.0
    assert len(found) <= len(hostile) // len(text)
