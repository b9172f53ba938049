"""A trigger finds its place in its sentence, or the sentence says none."""

from __future__ import annotations

import pytest

from geo.linking import attachment
from geo.linking.clues import clues, of_contender
from geo.linking.fields import Field
from geo.linking.pairings import Pairing
from geo.model import PlaceKind
from tests.linking.test_scenes import named, sentence, span


def chosen(text: str, trigger: str, *names: str) -> list[str]:
    """Return the words of the places that a sentence gives to a trigger."""
    found = [named(text, name) for name in names]
    told = attachment.choose(text, sentence(text, trigger, *found), span(text, trigger))
    return [r.mention.span.of(text) for r in told.places]


@pytest.mark.parametrize(
    ("text", "trigger", "names", "wanted"),
    [
        ("A tailor from Galdor was shot in Tolmen.", "shot", ["Galdor", "Tolmen"], ["Tolmen"]),
        ("In Galdor nobody slept, while in Tolmen a man was shot.", "shot", ["Galdor", "Tolmen"],
         ["Tolmen"]),
        ("Thousands marched in Tolmen and Galdor.", "marched", ["Tolmen", "Galdor"],
         ["Tolmen", "Galdor"]),
        ("Two men were wounded and flown to Galdor.", "wounded", ["Galdor"], []),
        ("The arrest of Bo Lind led to protests.", "arrest", [], []),
        ("Rebels captured the village of Upper Holm.", "captured", [], ["Upper Holm"]),
        ("Police denied the attack on Senator Lind Holm.", "attack on", [], []),
        ("The attack on Roberto Holm was denied.", "attack on", [], []),
        ("Soldiers fired at the photographer Roberto Holm.", "fired", [], []),
        ("A pipe was blown up in the jurisdiction of Holm.", "blown up", [], ["Holm"]),
        ("Police reported today in Galdor that two were shot.", "shot", ["Galdor"], []),
        ("About 200 soldiers were flown in from Galdor.", "flown", ["Galdor"], []),
        ("Gunmen attacked the Galdor battalion near Tolmen.", "attacked", ["Galdor", "Tolmen"],
         ["Tolmen"]),
        ("Police in Galdor say two were shot in Tolmen.", "shot", ["Galdor", "Tolmen"],
         ["Tolmen"]),
        ("A march for the nuns of Galdor was held in Tolmen.", "march", ["Galdor", "Tolmen"],
         ["Tolmen"]),
        ("Protests over the arrest of a nun in Galdor took place in Tolmen.", "Protests",
         ["Galdor", "Tolmen"], ["Tolmen"]),
        ("Protests over the arrest of a nun in Galdor took place in Tolmen.", "arrest",
         ["Galdor", "Tolmen"], ["Galdor"]),
        ("Police reported in Galdor that two were shot in Tolmen.", "shot", ["Galdor", "Tolmen"],
         ["Tolmen"]),
    ],
)  # fmt: skip
def test_the_words_around_decide(
    text: str, trigger: str, names: list[str], wanted: list[str]
) -> None:
    """Not an origin, nor where people are brought; all of a list; also a name in no list."""
    assert chosen(text, trigger, *names) == wanted


def test_an_unknown_name_is_put_where_the_sentence_says_it_is() -> None:
    """It keeps its name as evidence, and says that another place stands for it."""
    text = "A bomb exploded in the Harbour quarter of Tolmen on Monday."
    told = attachment.choose(
        text, sentence(text, "exploded", named(text, "Tolmen")), span(text, "exploded")
    )
    [where] = told.places
    assert where.place is not None
    assert where.place.id == "Tolmen"


def test_what_was_rejected_is_said() -> None:
    """Each with a reason in words."""
    text = "A tailor from Galdor was shot in Tolmen."
    found = named(text, "Galdor"), named(text, "Tolmen")
    told = attachment.choose(text, sentence(text, "shot", *found), span(text, "shot"))
    assert [said.split(":")[0] for said in told.rejected] == ["'Galdor'"]


def test_the_sums_that_are_kept_are_those_of_the_clues() -> None:
    """What is added up by groups is what the weights were learned for, clue by clue."""
    text = "After a march in Tolmen, two men from Upper Galdor were shot near Holm, Ardovia."
    found = [named(text, name) for name in ("Tolmen", "Holm", "Ardovia")]
    field = Field(text, sentence(text, "shot", *found))
    pairing = Pairing(field, span(text, "shot"), [span(text, "march")])
    table = attachment.weights()
    for c in field.contenders:
        told = {*clues(field, c), *pairing.of(c)}
        parts = [*of_contender(field, c), *pairing.parts(c)]
        kept = sum(attachment.summed(part)[0] for part in parts)
        assert kept == pytest.approx(sum(table.get(clue, 0.0) for clue in told))
    assert len(field.contenders) == 4


def test_a_trigger_that_holds_its_place_hangs_on_its_verb() -> None:
    """What the lexicon matched may reach over the name of the place."""
    text = "He was captured in Galdor and is serving his sentence in Tolmen."
    assert chosen(text, "captured in Galdor", "Galdor", "Tolmen") == ["Galdor"]


def test_a_town_by_the_water_is_finer_than_the_water() -> None:
    """The water alone is the place where no town hangs on it."""
    text = "Protesters blocked the bridge over the Tolm in Galdor."
    water, town = named(text, "Tolm", PlaceKind.WATER), named(text, "Galdor")
    for found, wanted in (((water, town), "Galdor"), ((water,), "Tolm")):
        told = attachment.choose(text, sentence(text, "blocked", *found), span(text, "blocked"))
        assert [r.mention.name for r in told.places] == [wanted]


def test_what_was_taken_is_where_the_fight_before_was() -> None:
    """As in "they seized X after a firefight"; what was only closed is not."""
    text = "Rebels seized Galdor on Monday after a firefight."
    told = sentence(text, "firefight", named(text, "Galdor"))
    taken = attachment.captured_before(text, told, span(text, "firefight"))
    assert taken is not None
    assert taken.mention.name == "Galdor"
    text = "They closed Galdor on Monday after a firefight."
    told = sentence(text, "firefight", named(text, "Galdor"))
    assert attachment.captured_before(text, told, span(text, "firefight")) is None


def test_an_apposition_holds_an_unknown_name() -> None:
    """What is called "X, a village in Y" is in Y, and no list of two."""
    text = "Raiders stormed Orvamba Zar, a small village near Galdor, on Monday."
    told = attachment.choose(
        text, sentence(text, "stormed", named(text, "Galdor")), span(text, "stormed")
    )
    assert [r.place.id for r in told.places if r.place] == ["Galdor"]
    assert told.places[0].mention.name == "Orvamba Zar"


def test_the_only_town_of_an_area_that_opens_a_sentence_is_meant() -> None:
    """Though the town stands in another clause, and nearer to another deed."""
    text = "In North, rebels said they had overrun a post in Galdor after a firefight."
    found = named(text, "North", PlaceKind.ADMIN1), named(text, "Galdor")
    told = attachment.choose(text, sentence(text, "firefight", *found), span(text, "firefight"))
    assert told.places[0].mention.name == "Galdor"


def test_what_took_place_is_where_that_is_said() -> None:
    """However far behind the word for it."""
    text = "Fighting between guards and rebels took place on 1 and 2 May in huts near Orvamba Zar."
    assert chosen(text, "Fighting") == ["Orvamba Zar"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The guards spoke of the attack on Ruben Tolmos on Monday.", []),
        ("Two died in an attack on the home of XYZ Secretary General Lind Tolmos.", []),
        ("Two died in an attack on Orvamba Zar on Monday.", ["Orvamba Zar"]),
        (
            "Two died in an attack at the gate on Ruben Tolmos and Galdor streets.",
            ["Ruben Tolmos", "Galdor"],
        ),
    ],
)
def test_who_has_a_first_name_or_a_title_is_no_place(text: str, places: list[str]) -> None:
    """Unless nothing is aimed at the name: a street is called by it."""
    assert chosen(text, "attack") == places
