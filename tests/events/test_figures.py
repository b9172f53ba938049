"""Who does it and to what tells a figure of speech, or nature, from a deed."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from geo.events.figures import is_figure
from geo.lexicon import default_lexicon
from geo.model import Span


def figures(text: str) -> set[bool]:
    """Return whether the triggers of a sentence are figures of speech; empty without one."""
    return {
        is_figure(text, Span(0, len(text)), trigger)
        for trigger in default_lexicon().find(text)
        if not trigger.kind.verbal
    }


@pytest.mark.parametrize(
    "text",
    [
        "A stray goat ransacked the sacristy in Braga.",
        "The zloty capitulated on Friday.",
        "A typhoon killed nine people on Luzon.",
        "The lender torched its own reputation.",
        "Two bowlers plundered 40 runs.",
        "Scandal blew up the coalition's honeymoon.",
        "The otter cubs were set free in Devon.",
        "Cadets stormed a mock village near Kabwe.",
        "Chefs demonstrated festive recipes in Oakland.",
        "She had been practically kidnapped by her boss in Havana.",
        "A friend kidnapped her, as she puts it, to Havana.",
        "The mayor praised the battle against drug traffic in Havana.",
        "The plums explode in the mouth.",
        "A fire in Braga, northern Portugal, killed two people.",
        "The kitchen fire, which broke out at noon, killed two people.",
    ],
)
def test_what_can_do_no_deed_does_none(text: str) -> None:
    """Beasts, storms, currencies and scandals do none, and none is done to a reputation."""
    assert figures(text) <= {True}


@pytest.mark.parametrize(
    "text",
    [
        "Rebels ransacked the sacristy in Braga.",
        "The garrison capitulated on Friday.",
        "The Hawks arrested three officers in Durban.",
        "Police dogs attacked two protesters in Lyon.",
        "Herders killed nine people in Plateau.",
        "A wave of gunmen attacked the camp.",
        "Bandits stole 30 goats and shot the owner.",
        "Thieves robbed a bank of two million pesos.",
        "A bus was bombed near Junin.",
        "Shots were fired outside a house in Gary.",
        "Nurses demonstrated in Oakland on Monday.",
        "She had been brutally kidnapped by her boss in Havana.",
        "The army's fire killed two people in Braga.",
        "Sniper fire in Homs, central Syria, killed two people.",
    ],
)
def test_who_can_does(text: str) -> None:
    """People do deeds whatever else stands in the sentence; so do regiments named after beasts."""
    assert figures(text) == {False}


def test_the_nouns_are_single_words_in_small_letters() -> None:
    """Heads of phrases are compared in small letters, one word each."""
    table = tomllib.loads(resources.files("geo.events").joinpath("figures.toml").read_text("utf-8"))
    for rows in table.values():
        for row in rows.values():
            assert row == row.lower()
            assert row.split()


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("A webcam on the hill captured the event.", True),
        ("The launch was captured by the crew.", True),
        ("Guards captured the gang's financier.", False),
        ("Eight more have been captured.", False),
        ("The ape held the boy before it was fatally shot.", True),
        ("The driver turned before he was fatally shot.", False),
    ],
)
def test_a_camera_holds_nobody_and_it_is_no_person(text: str, *, figure: bool) -> None:
    """What is captured may be an event; "it" was shot is said of a beast."""
    found = default_lexicon().find(text)
    assert [is_figure(text, Span(0, len(text)), trigger) for trigger in found] == [figure]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The camera improves the shot that you take.", True),
        ("This is a straight shot with no curves.", True),
        ("The shot hit a clerk in the leg.", False),
        ("Two men were shot at the mill.", False),
    ],
)
def test_a_shot_may_be_of_a_camera(text: str, *, figure: bool) -> None:
    """A noun without guns or hurts beside it is none of a gun."""
    found = [t for t in default_lexicon().find(text) if t.kind.name == "shooting"]
    assert {is_figure(text, Span(0, len(text)), trigger) for trigger in found} <= {figure}


@pytest.mark.parametrize("text", ["An army of ploughs was deployed in Braga on Friday."])
def test_who_is_in_an_army_says_whether_it_is_one(text: str) -> None:
    """An army of ploughs is none, one of volunteers or tanks is."""
    assert figures(text) == {True}
    assert figures(text.replace("ploughs", "mercenaries")) == {False}


@pytest.mark.parametrize(
    ("idea", "thing"),
    [
        ("They staged an attack on the budget.", "They staged an attack on the treasury"),
        ("They accused him of holding democracy at gunpoint.", "They held her at gunpoint"),
        ("It was an ambush on the reform.", "It was an ambush on a patrol"),
        ("Her budget is a missile strike on farmers.", "Her town saw a missile strike on farmers"),
        ("The mayor was ambushed by a reporter in Braga.", "The mayor was ambushed by rebels"),
        ("Two states traded verbal fire over islets.", "Two states traded fire"),
    ],
)
def test_nobody_does_a_deed_to_an_idea(idea: str, thing: str) -> None:
    """Whoever attacks a budget harms nobody; cameras and reporters lay no ambush."""
    assert figures(idea) == {True}
    assert False in figures(f"{thing} in Braga.")


@pytest.mark.parametrize(
    "text",
    [
        "at gunpoint the nuns were robbed of a cart in Braga.",
        "The senate agreed the reform as gunmen stormed the mill in Braga.",
        "Bakers raised prices as a bomb exploded in Braga.",
        "Critics slammed the veto as a mine blew up in Braga.",
        "A battalion of elite guards stormed the mill in Braga.",
        "An army of armed youths was deployed in Braga.",
        "A platoon of special police stormed a mill in Braga.",
    ],
)
def test_a_deed_beside_an_idea_is_one(text: str) -> None:
    """What happens as prices rise is no figure, nor what soldiers do whatever sort they are."""
    assert figures(text) == {False}


@pytest.mark.parametrize(
    "text",
    [
        "They spoke of democracy. at gunpoint the nuns were robbed in Braga.",
        "The mayor was killed. Taxes caused an attack on nuns in Braga.",
    ],
)
def test_the_sentence_before_says_nothing_of_a_deed(text: str) -> None:
    """Neither its last word nor its passive tells what a deed of this one is done to."""
    begins = text.index(". ") + 2
    *_, trigger = (t for t in default_lexicon().find(text) if t.span.start >= begins)
    assert not is_figure(text, Span(begins, len(text)), trigger)
