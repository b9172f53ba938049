"""Of several places that a sentence offers to a trigger the one that is meant."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.linking import attachment
from geo.model import PlaceKind
from tests.linking.test_scenes import named, sentence, span


def chosen(text: str, trigger: str, *names: str, rival: str) -> list[str]:
    """Return the places that a sentence with a second trigger gives to the first."""
    found = [named(text, name) for name in names]
    told = sentence(text, trigger, *found)
    places = attachment.choose(text, told, span(text, trigger), [span(text, rival)]).places
    return [r.mention.span.of(text) for r in places]


@pytest.mark.parametrize(
    "text",
    [
        "Police in Tolmen arrested three men for the murder of a trader in Galdor.",
        "A man was arrested in Tolmen in connection with a murder in Galdor.",
    ],
)
def test_an_arrest_is_not_where_what_it_was_for_was(text: str) -> None:
    """While the murder is."""
    names = ("Tolmen", "Galdor")
    assert chosen(text, "arrested", *names, rival="murder") == ["Tolmen"]
    assert chosen(text, "murder", *names, rival="arrested") == ["Galdor"]


def test_where_no_other_place_is_told_that_of_the_charge_is() -> None:
    """It is the best that is known."""
    text = "A man was arrested in connection with a murder in Galdor."
    assert chosen(text, "arrested", "Galdor", rival="murder") == ["Galdor"]


def test_a_place_behind_the_charge_is_its_own() -> None:
    """A protest over a murder in one town took place in another."""
    text = "A protest over the murder of a nun in Galdor took place in Tolmen."
    names = ("Galdor", "Tolmen")
    assert chosen(text, "protest", *names, rival="murder") == ["Tolmen"]
    assert chosen(text, "murder", *names, rival="protest") == ["Galdor"]


@pytest.mark.parametrize(
    "text",
    [
        "The Christians of Tolmen protested against the attack on a church in Galdor.",
        "Tailors in Tolmen marched in protest of the attack on a shop in Galdor.",
    ],
)
def test_a_march_is_not_where_what_it_is_about_was(text: str) -> None:
    """If the sentence says where those are who march."""
    act = "protested" if "protested" in text else "marched"
    if act == "marched":
        assert chosen(text, act, "Tolmen", "Galdor", rival="attack") == ["Tolmen"]
    assert chosen(text, "attack", "Tolmen", "Galdor", rival=act) == ["Galdor"]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot two men in Orva district of Galdor.",
        "Gunmen shot two men in Orva district, Galdor.",
        "Gunmen shot two men in Galdor's Orva district.",
    ],
)
def test_a_district_goes_before_the_town_of_its_province(text: str) -> None:
    """The province is called like the town, and the district lies in it."""
    orva = named(text, "Orva", PlaceKind.ADMIN2)
    orva = replace(orva, mention=replace(orva.mention, hint="district"))
    told = sentence(text, "shot", orva, named(text, "Galdor"))
    (place,) = attachment.choose(text, told, span(text, "shot")).places
    assert place.mention.name == "Orva"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("An ambush near Tolmen killed four soldiers, an officer in Galdor said.", "Tolmen"),
        ("A mine near Tolmen killed four soldiers, the mayor said in Galdor.", "Tolmen"),
        ("A raid near Tolmen killed four nuns, a clerk based in Galdor told reporters.", "Tolmen"),
        ("Four soldiers were killed, an officer in Galdor said.", "Galdor"),
        ("After a raid near Tolmen, gunmen killed four nuns in Galdor, police said.", "Galdor"),
    ],
)
def test_who_tells_at_the_end_is_not_where_it_was(text: str, where: str) -> None:
    """Unless no other place is named."""
    found = [named(text, name) for name in ("Tolmen", "Galdor") if name in text]
    told = attachment.choose(text, sentence(text, "killed", *found), span(text, "killed"))
    assert [r.place.name for r in told.places if r.place] == [where]
