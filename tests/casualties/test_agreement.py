"""Whether people can be the subject of "was", or of "were"."""

from __future__ import annotations

import pytest

from geo.casualties.harms import read


@pytest.mark.parametrize(
    ("sentence", "dead"),
    [
        ("A young couple was stabbed to death.", 2),
        ("A young couple were stabbed to death.", 2),
        ("Bo Lind and his wife were shot dead.", 2),
        ("Bo Lind, a clerk, was shot dead.", 1),
        ("The trio was shot dead.", 3),
    ],
)
def test_the_number_of_the_verb_holds(sentence: str, dead: int) -> None:
    """A couple is either; what only explains a name makes no second person."""
    assert [harm.count.minimum for harm in read(sentence) if harm.count][:1] == [dead]
