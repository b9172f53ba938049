"""Names that the noun beside them makes places of."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.toponymy import localities
from tests.stopwatch import cpu_seconds


def told(text: str) -> list[tuple[str, str]]:
    """Return the name and the noun of each."""
    return [(one.span.of(text), one.noun) for one in localities.find(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in the Las Flores neighborhood of Tolmen", [("Las Flores", "neighborhood")]),
        ("near La Esperanza farm, Santa Elena jurisdiction", [("La Esperanza", "farm"),
                                                              ("Santa Elena", "jurisdiction")]),
        ("They fled to barrio San Juan de Dios.", [("San Juan de Dios", "barrio")]),
        ("Another village burned. The village was empty.", []),
        ("at Pedro Kos's farm", []),
        ("a small farm", []),
        ("in Tirka upazila on Friday", [("Tirka", "upazila")]),
        ("in Tirka area of Galdor", [("Tirka", "area")]),
        ("the Tirka area is poor", []),
        ("in Tirka community, Benue", [("Tirka", "community")]),
        ("the local Tirka community in Benue; Tirka community leaders", []),
        ("Residents of Tirka village fled.", [("Tirka", "village")]),
        ("They descended on Orva in Galdor County.", [("Orva", "")]),
        ("in the bush behind Orva, Upper Galdor LGA", [("Orva", "")]),
        ("in March in Galdor County; in Parliament, Tolmen District", []),
        ("in a Shia neighborhood and a Sami village", []),
    ],
)  # fmt: skip
def test_a_noun_makes_a_place_of_the_name_beside_it(
    text: str, found: list[tuple[str, str]]
) -> None:
    """The name counts, not an article, an owner or a word that only begins a sentence."""
    assert told(text) == found


@given(st.lists(st.sampled_from(["Las ", "Flores ", "canton ", "de ", "barrio ", ", ", "\n", "x"])))
def test_names_are_sorted_and_apart(pieces: list[str]) -> None:
    """Whatever stands beside whatever, no two names share a character."""
    found = localities.find("".join(pieces))
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_time_grows_with_the_length() -> None:
    """Many capitals in a row before many nouns cost no more than prose."""
    text = "Aa De La " * 20_000 + " farm" * 20_000
    assert cpu_seconds(lambda: localities.find(text)) < 3.0
