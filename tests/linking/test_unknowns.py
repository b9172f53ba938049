"""Names that are in no gazetteer, and what the text says of where they lie."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.linking import unknowns
from geo.linking.hometown import Hometown
from geo.linking.scenes import Scene
from geo.model import (
    MentionClass,
    PlaceKind,
    Resolution,
)
from geo.toponymy.merits import SPEAKS
from tests.linking.test_scenes import named, sentence, span

HOME = Hometown(named("Tolmen", "Tolmen"), 2.5)
COUNTRY = named("Ardovia", "Ardovia", PlaceKind.COUNTRY)


def put(text: str, name: str, scene: Scene, *found: Resolution) -> tuple[str | None, str]:
    """Return the name of the place that an unknown name gets, and its mention's."""
    unknown = named(text, name)
    unknown = Resolution(unknown.mention, None, 0.0)
    told = sentence(text, "shot", *found)
    where, _ = unknowns.place(text, told, span(text, "shot"), scene, unknown)
    return where.place.name if where.place else None, where.mention.name


def test_a_village_is_no_part_of_the_town_of_the_article() -> None:
    """It is only near it, so far as nothing else is named; a hotel is in it."""
    scene = Scene(home=HOME, country=COUNTRY)
    text = "Two were shot outside Orvamba."
    unknown = Resolution(named(text, "Orvamba").mention, None, 0.0)
    where, how = unknowns.place(text, sentence(text, "shot"), span(text, "shot"), scene, unknown)
    assert where.place is not None
    assert (where.place.name, how.rpartition("; ")[2]) == ("Tolmen", "the only town of the article")
    assert (where.place.uncertainty_m or 0.0) >= 15_000.0
    assert put("Two were shot at Orvamba Hotel.", "Orvamba Hotel", scene)[0] == "Tolmen"


def test_where_several_towns_are_told_of_an_unknown_one_is_one_more() -> None:
    """Of an article about a single town "at X" is a house in it."""
    towns = {name: named(name, name) for name in ("Tolmen", "Galdor", "Varn")}
    several = Scene(home=HOME, country=COUNTRY, towns=towns)
    assert put("Two were shot at Orvamba.", "Orvamba", several)[0] == "Orvamba"
    single = Scene(home=HOME, country=COUNTRY)
    assert put("Two were shot at Orvamba.", "Orvamba", single)[0] == "Tolmen"


def test_where_a_government_speaks_is_no_home_of_an_unknown_village() -> None:
    """It is in every report on its country."""
    where = replace(HOME.where, because=("likeliest of its name", SPEAKS))
    scene = Scene(home=replace(HOME, where=where), country=COUNTRY)
    assert put("Two were shot at Orvamba.", "Orvamba", scene)[0] == "Orvamba"
    assert put("Two were shot at Orvamba Hotel.", "Orvamba Hotel", scene)[0] == "Tolmen"


def test_a_sentence_that_moves_on_leaves_the_town() -> None:
    """It opens with another part of the country; a street is in the town all the same."""
    scene = Scene(home=HOME, country=COUNTRY)
    assert put("In the far east, two were shot at Orvamba.", "Orvamba", scene)[0] == "Orvamba"
    assert put("Elsewhere two were shot on Orvamba Road.", "Orvamba Road", scene)[0] == "Tolmen"


def test_a_house_lies_in_the_town_of_its_name() -> None:
    """Whatever town the article is at home in; that of a street only says where it leads."""
    text = "Two were shot outside the Galdor Press Club."
    inside = named(text, "Galdor", use=MentionClass.EMBEDDED)
    assert put(text, "Galdor Press Club", Scene(home=HOME), inside)[0] == "Galdor"
    text = "Two were shot on Galdor Road."
    inside = named(text, "Galdor", use=MentionClass.EMBEDDED)
    assert put(text, "Galdor Road", Scene(home=HOME), inside)[0] == "Tolmen"


def test_the_crossing_is_the_one_of_its_paragraph() -> None:
    """It stays open where the paragraph has named none."""
    text = "At the crossing a man was shot."
    open_one = named(text, "the crossing", found_by="crossing")
    open_one = Resolution(open_one.mention, None, 0.0)
    told = sentence(text, "shot")
    scene = Scene(where=named("Galdor", "Galdor"), where_paragraph=told.paragraph)
    for known, wanted in ((scene, "Galdor"), (Scene(), None)):
        where, _ = unknowns.place(text, told, span(text, "shot"), known, open_one)
        assert (where.place.name if where.place else None) == wanted


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two were shot on the corner of Orvamba and Zar streets.", "Orvamba"),
        ("Two were shot on the corner of Zar and Orvamba.", "Orvamba"),
        ("Two were shot at Alameda Orvamba.", "Alameda Orvamba"),
        ("Two were shot near Orvamba airport in this capital.", "Orvamba"),
    ],
)
def test_a_street_is_in_the_capital_that_it_was_filed_from(text: str, name: str) -> None:
    """No list knows the names of its streets."""
    capital = named("Tolmen", "Tolmen")
    scene = Scene(country=COUNTRY, desk=capital, capital=capital)
    assert put(text, name, scene) == ("Tolmen", name)


def test_a_part_of_a_town_is_in_the_one_just_spoken_of() -> None:
    """Its first word says so, or its last what was built there; a village is no part of it."""
    scene = Scene(home=HOME, country=COUNTRY, where=named("Galdor", "Galdor"), where_paragraph=0)
    for name in ("Barangay Orvam", "Orvam Bridge"):
        assert put(f"Two were shot at {name}.", name, scene)[0] == "Galdor"
    assert put("Two were shot near Orvam.", "Orvam", scene)[0] != "Galdor"


def test_what_nobody_knows_holds_nothing_else() -> None:
    """An article may be about a village that no list has; the next one is in its country."""
    village = named("Pelmor", "Pelmor", PlaceKind.REGION)
    assert village.place is not None
    about = replace(village, place=replace(village.place, id="in:Ardovia:pelmor"))
    scene = Scene(about=about, country=COUNTRY)
    unknown = Resolution(named("shot near Orvam", "Orvam").mention, None, 0.0)
    told = sentence("shot near Orvam", "shot")
    where, _ = unknowns.place(
        "shot near Orvam", told, span("shot near Orvam", "shot"), scene, unknown
    )
    assert where.place is not None
    assert where.place.part_of == "Ardovia"


@pytest.mark.parametrize(
    ("body", "town"),
    [("Metropolitan Police", "Galdor"), ("Fire Brigade", "Galdor"), ("Drama Society", None)],
)
def test_a_town_whose_police_have_a_longer_name_acts_too(body: str, town: str | None) -> None:
    """The police of a town act in it; a society named after it may be anywhere."""
    text = f"The Galdor {body} said that two men were shot."
    inside = named(text, "Galdor", use=MentionClass.EMBEDDED)
    found = unknowns.acting(text, sentence(text, "shot", inside), span(text, "shot"), Scene())
    assert (found.place.name if found and found.place else None) == town


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Two were shot at the Orvam Hospital by Galdor and Elm streets.", None),
        ("Two were shot at the Orvam School on the west side of Galdor.", "Galdor"),
        ("Two were shot at the Orvam School between Galdor and Tolmen.", None),
        ("Two were shot near Orvam after the trip from Galdor.", None),
    ],
)
def test_a_school_is_in_the_only_town_of_its_clause(text: str, town: str | None) -> None:
    """Of a village that is not said, nor where two towns are named."""
    name = next(n for n in ("Orvam School", "Orvam Hospital", "Orvam") if n in text)
    towns = [named(text, n, PlaceKind.SETTLEMENT) for n in ("Galdor", "Tolmen") if n in text]
    assert put(text, name, Scene(), *towns)[0] == town
