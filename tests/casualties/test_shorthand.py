"""The shorthand of security briefs."""

from __future__ import annotations

import pytest

from geo.casualties.harms import read


def told(sentence: str) -> dict[str, int]:
    """Return how many a sentence counts, by what befell them."""
    return {h.fate: h.count.minimum for h in read(sentence) if h.count is not None}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Mine hit lorry, 3 KIA 2 WIA.", {"killed": 3, "injured": 2}),
        ("1 kia.", {"killed": 1}),
        ("One guard KIA, two civilians WIA.", {"killed": 1, "injured": 2}),
        ("Eight dead incl. two guards, 15 hurt.", {"killed": 8, "injured": 15}),
        ("8 dead/15 inj.", {"killed": 8, "injured": 15}),
        ("8 k, 15 w.", {"killed": 8, "injured": 15}),
        ("K: 7, W: 11.", {"killed": 7, "injured": 11}),
        ("At least 8 KIA and 20+ WIA.", {"killed": 8, "injured": 20}),
        ("2 x civ killed, 7 x civ wounded.", {"killed": 2, "injured": 7}),
        ("Three kia.", {"killed": 3}),
        ("2 kia 4 wia in mine blast.", {"killed": 2, "injured": 4}),
        ("2 kia and 4 wia.", {"killed": 2, "injured": 4}),
        ("Mine blast: 8 k, 15 w in Tolmen.", {"killed": 8, "injured": 15}),
        ("3 Kia cars were burned.", {}),
        ("Ten Kia workers came.", {}),
        ("The 6 k race and the 20 w bulb.", {}),
        ("He paid 8 k and hid in one of 2 Kia cars.", {}),
        ("Troops fought the KIA in six towns.", {}),
        ("They met at 1400 K Street and 300 W Street.", {}),
        ("The flats at 3 W and 5 K in the tower burned.", {}),
    ],
)
def test_codes_count_where_they_mean_it(sentence: str, expected: dict[str, int]) -> None:
    """A number goes with its code; one letter needs the other, a car has words behind it."""
    assert told(sentence) == expected
