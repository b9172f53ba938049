"""In which order day and month stand in digits."""

from __future__ import annotations

from datetime import date

import pytest

from geo.dates import resolve


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("05/10/2013: Guards fled. On 05/23/2013 they came back.", None, date(2013, 5, 10)),
        ("05/10/2013: Guards fled. On 23/05/2013 they came back.", None, date(2013, 10, 5)),
        ("05/10/2013: Guards fled. It was on May 10, 2013.", None, date(2013, 5, 10)),
        ("05/10/2013: Guards fled. It was on 5 October 2013.", None, date(2013, 10, 5)),
        ("05/10/2013: Guards fled.", date(2013, 5, 12), date(2013, 5, 10)),
        ("05/10/2013: Guards fled.", date(2013, 10, 12), date(2013, 10, 5)),
    ],
)
def test_other_days_and_the_publication_tell(
    text: str, published: date | None, expected: date
) -> None:
    """A day of one order only, one that is written out, or what was of late."""
    assert resolve(text, published)[0].first == expected


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("05/10/2013: Guards fled.", None),
        ("05/10/2013: Guards fled.", date(2014, 10, 12)),
        ("05/10/2013: Guards fled. On 23/05/2013 and 05/24/2013 they came.", None),
        ("05/10/2013: Guards fled. It was on 7 June 2013.", None),
        ("05/10/2013: Guards fled. One of them was born on 10 May 1960.", None),
    ],
)
def test_nothing_is_guessed(text: str, published: date | None) -> None:
    """Where nothing tells, or both orders stand, the day is unknown."""
    assert resolve(text, published)[0].first is None
