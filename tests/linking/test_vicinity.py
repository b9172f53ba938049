"""What lies in the town of an article, or close to it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.linking import vicinity
from geo.model import Place, PlaceKind
from tests.towns import HOLM, NORDLAND, home, named


def test_state_is_narrowed_to_the_town_inside() -> None:
    """A shooting "in Nordland" is in the town of the article there, and says why."""
    text = "A shooting in Nordland"
    where, how = vicinity.refine(text, named(text, NORDLAND), "named", home(4.0))
    assert where is not None
    assert where.place is not None
    assert (where.place.id, where.mention.span.of(text)) == ("tolmen", "Nordland")
    assert how.endswith("the town that the article is at home in")


@pytest.mark.parametrize(
    ("text", "strength", "place"),
    [
        ("in the 900 block of Holm", 1.0, "tolmen"),
        ("in the Holm neighborhood", 2.5, "tolmen"),
        ("in Holm", 2.5, "holm"),
        ("in Holm", 3.5, "tolmen"),
        ("in Holm, Sudland", 9.0, "holm"),
    ],
)
def test_street_is_no_namesake_far_away(text: str, strength: float, place: str) -> None:
    """The less the words say that it is a street, the surer the town must be."""
    other = replace(HOLM, id="holm-2", admin1="Ostland")
    found = replace(named(text, HOLM), alternatives=((other, 0.1),))
    where, _ = vicinity.refine(text, found, "named", home(strength))
    assert where is not None
    assert where.place is not None
    assert where.place.id == place


def test_only_town_of_its_name_is_meant() -> None:
    """A small town far away whose name no other bears is no quarter of the article's own."""
    text = "troops entered Holm"
    where, _ = vicinity.refine(text, named(text, HOLM), "named", home(9.0))
    assert where == named(text, HOLM)


def test_a_name_that_is_only_spelt_like_a_town_far_away_is_a_quarter() -> None:
    """No namesake is needed to doubt it."""
    text = "in Holmme"
    found = replace(named(text, HOLM), because=("only place of its name", "spelt Holmme; read"))
    where, _ = vicinity.refine(text, found, "named", home(1.5))
    assert where is not None
    assert where.place is not None
    assert where.place.id == "tolmen"


def test_large_namesake_may_be_meant() -> None:
    """A large city of another state needs no state behind it."""
    text, city = "in Holm", replace(HOLM, population=2_000_000)
    where, _ = vicinity.refine(text, named(text, city), "named", home(9.0))
    assert where is not None
    assert where.place == city


def test_place_within_a_town_is_less_exact_and_no_surer() -> None:
    """What only lies somewhere in a town is near it, with a wider radius."""
    found = vicinity.within(home(1.0), "so it is")
    assert found.place is not None
    assert found.place.uncertainty_m == vicinity.IN_TOWN_M
    assert (found.mention.relation, found.because[0]) == ("near", "so it is")
    assert found.score < home(1.0).where.score


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Two died in a block of flats in Holm.", "holm"),
        ("Two died in the 200 block of Holm.", "tolmen"),
    ],
)
def test_flats_are_in_the_town_of_their_own(text: str, place: str) -> None:
    """A "block of" somewhere is a street of the town of the news, a block of flats is none."""
    other = replace(HOLM, id="holm-2", admin1="Ostland")
    found = replace(named(text, HOLM), alternatives=((other, 0.1),))
    where, _ = vicinity.refine(text, found, "named", home(2.0))
    assert where is not None
    assert where.place is not None
    assert where.place.id == place


@pytest.mark.parametrize(
    ("hint", "bare"), [(None, True), ("town", True), ("county", False), ("valley", False)]
)
def test_a_town_by_its_word_is_bare_too(hint: str | None, bare: bool) -> None:  # noqa: FBT001
    """The town of Holm is no more its county, where the news is in Tolmen, than Holm is."""
    county = Place("holm-county", "Holm County", PlaceKind.ADMIN2, 10.0, 50.0, ("XA",), "Nordland")
    found = replace(named("in Holm", HOLM), place=county)
    found = replace(found, mention=replace(found.mention, hint=hint))
    where, _ = vicinity.refine("in Holm", found, "named", home(9.0))
    assert (where == found) is bare
