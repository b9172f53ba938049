"""The hurt are brought where nothing happened; forces are sent where they are."""

from __future__ import annotations

import pytest

from geo.linking.brought import is_brought


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("two soldiers were flown to ", True),
        ("the dead were taken to ", True),
        ("one of them was moved to ", True),
        ("a company of police was rushed to ", False),
        ("some 300 soldiers were airlifted to the town of ", False),
        ("fresh troops have been brought to ", False),
    ],
)
def test_it_depends_on_who_is_moved(before: str, *, expected: bool) -> None:
    """A few soldiers may be hurt; troops and companies are deployed."""
    assert is_brought(before) is expected
