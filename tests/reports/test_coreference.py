"""A retelling is no new deed: what points back, counts victims, or gives a place."""

from __future__ import annotations

from datetime import date

import pytest

from geo.gazetteer import Gazetteer
from geo.model import Article, Report
from geo.pipeline import Reader
from tests.readings import places

SUNDAY = date(2023, 1, 15)


def read(gazetteer: Gazetteer, text: str) -> list[Report]:
    """Return the reports of a text published on a Sunday."""
    return list(Reader(gazetteer).read(Article("a", text, published=SUNDAY)).reports)


def test_a_definite_barricade_is_one_told_of(gazetteer: Gazetteer) -> None:
    """The barricades without a day of their own open no second report."""
    text = "Farmers put up barricades in Tolmen on Friday.\n\nDrivers cursed the barricades."
    assert [r.kind for r in read(gazetteer, text)] == ["roadblock"]


def test_who_reacts_to_a_deed_tells_of_no_other(gazetteer: Gazetteer) -> None:
    """Neither where they speak nor where they hunt for those behind it was it done."""
    blast = "A bomb went off in Tolmen on Friday.\n\n"
    for told in ("Quarn called the blast a crime.", "Those behind the blast were in Quarn."):
        assert [r.kind for r in read(gazetteer, blast + told)] == ["explosion"]
    assert len(read(gazetteer, blast + "The blast in Quarn on Saturday killed a man.")) > 1


def test_a_dated_barricade_is_a_new_one(gazetteer: Gazetteer) -> None:
    """With another day it is told anew."""
    text = "Farmers put up barricades in Tolmen on Friday.\n\nOn Saturday they manned barricades."
    assert [r.when.first for r in read(gazetteer, text)] == [date(2023, 1, 13), date(2023, 1, 14)]


def test_the_killing_points_at_any_violence(gazetteer: Gazetteer) -> None:
    """A generic word for harm points at the shooting told before."""
    text = "Gunmen opened fire on a bus in Tolmen on Friday. The mayor condemned the killing."
    assert [r.kind for r in read(gazetteer, text)] == ["shooting"]


def test_victims_counted_later_belong_to_the_deed(gazetteer: Gazetteer) -> None:
    """A figure in the next sentence joins the deed; the deed stays one."""
    text = "A bomb exploded in Tolmen on Friday. Three people died and dozens were wounded."
    [report] = read(gazetteer, text)
    assert report.killed is not None
    assert report.injured is not None
    assert (report.killed.minimum, report.injured.minimum) == (3, 24)


def test_a_later_total_stands_above_the_first_figure(gazetteer: Gazetteer) -> None:
    """Of two numbers for one deed the larger is the toll; a part would be smaller."""
    text = "A bomb killed two people in Tolmen on Friday. Five were killed in all, a man claimed."
    first = read(gazetteer, text)[0]
    assert first.killed is not None
    assert first.killed.minimum == 5


def test_it_happened_near_gives_the_place(gazetteer: Gazetteer) -> None:
    """A country is made finer by the sentence that says where it happened."""
    text = "Gunmen opened fire on a bus in Ardovia on Friday. It happened near the town of Tolmen."
    [report] = read(gazetteer, text)
    assert report.where is not None
    assert report.where.place is not None
    assert report.where.place.name == "Tolmen"
    assert any("told by" in reason for reason in report.because)


@pytest.mark.parametrize(
    "sentence",
    [
        "The attack took place on 4 January on the outskirts of Tolmen.",
        "It happened on 4 January in the village of Tolmen, police said.",
    ],
)
def test_when_it_took_place_is_its_day(gazetteer: Gazetteer, sentence: str) -> None:
    """A week is narrowed to the day, a country to the town."""
    text = f"Gunmen opened fire on a bus in Ardovia last week. {sentence}"
    first = read(gazetteer, text)[0]
    assert first.where is not None
    assert first.where.place is not None
    assert first.where.place.name == "Tolmen"
    assert first.when.first == date(2023, 1, 4)


def test_who_came_to_where_it_happened_gives_no_place(gazetteer: Gazetteer) -> None:
    """Behind another verb stands the place of something else."""
    text = (
        "Gunmen opened fire on a bus in Ardovia on Friday. "
        "The attack took place when a patrol was on its way to a camp in Tolmen."
    )
    first = read(gazetteer, text)[0]
    assert first.where is not None
    assert first.where.place is not None
    assert first.where.place.name == "Ardovia"


def test_it_happened_near_leaves_an_earlier_protest_alone(gazetteer: Gazetteer) -> None:
    """Only the last violent deed is meant, and only if its place was wider."""
    text = (
        "Hundreds protested in Ardovia on Friday. Gunmen opened fire in Galdor. "
        "It happened near the town of Tolmen."
    )
    places = [r.where.place.name for r in read(gazetteer, text) if r.where and r.where.place]
    assert places == ["Ardovia", "Galdor"]


def test_the_protest_in_a_town_moves_no_shooting(gazetteer: Gazetteer) -> None:
    """Only a word for harm, or "it", can tell where the last violent deed was."""
    text = "Gunmen opened fire on a bus in Ardovia on Friday. The protest in Tolmen went on."
    first = read(gazetteer, text)[0]
    assert first.where is not None
    assert first.where.place is not None
    assert first.where.place.name == "Ardovia"


def test_a_raid_told_of_is_no_second_deed(gazetteer: Gazetteer) -> None:
    """The day and the place of the rest of its sentence are not its own."""
    text = "Gunmen abducted nine people in Tolmen on Friday, said Abu, who lost a cow in the raid."
    assert [r.kind for r in read(gazetteer, text)] == ["abduction"]


def test_what_somebody_is_held_for_is_no_second_deed(gazetteer: Gazetteer) -> None:
    """The charge names the deed that was told, not one at the place of the arrest."""
    text = "A man was shot dead in Tolmen on Friday. His son is held on suspicion of murder."
    kinds = [r.kind for r in read(gazetteer, text)]
    assert "attack" not in kinds
    assert "shooting" in kinds


def test_what_only_counts_a_deed_is_no_other(gazetteer: Gazetteer) -> None:
    """What is "the third such attack this year" tells of none that has not been told."""
    text = "Gunmen attacked a post in Lafey on Wednesday. It was the third such attack this year."
    found = Reader(gazetteer).read(Article("a", text, published=date(2021, 3, 5))).reports
    assert len([report for report in found if not report.background]) == 1


@pytest.mark.parametrize(
    ("next_sentence", "named"),
    [
        ("It happened in the Orvamba neighborhood.", "Orvamba"),
        ("The shooting occurred in the Orvamba quarter, where he lived.", "Orvamba"),
        ("It happened when he had left the Orvamba neighborhood.", "Tolmen"),
        ("The Orvamba neighborhood mourns him.", "Tolmen"),
    ],
)
def test_a_town_is_made_finer_by_its_quarter(
    gazetteer: Gazetteer, next_sentence: str, named: str
) -> None:
    """A quarter that no list has lies in the town of the deed that is said to be there."""
    where = read(gazetteer, f"A clerk was shot dead in Tolmen on Friday. {next_sentence}")[0].where
    assert where is not None
    assert where.place is not None
    assert (where.place.name, where.mention.name) == ("Tolmen", named)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "A cook was charged with murder on Friday in connection with the shooting of a nun.",
            ["shooting"],
        ),
        ("A cook is charged with kidnapping in the murder of a nun in Tolmen.", ["attack"]),
        ("A cook is charged with kidnapping, and a nun was shot.", ["abduction", "shooting"]),
    ],
)
def test_a_charge_is_no_deed_beside_the_one_it_is_about(
    gazetteer: Gazetteer, text: str, kinds: list[str]
) -> None:
    """Who is charged with a crime over a shooting did one deed, if the charge is about it."""
    assert [r.kind for r in read(gazetteer, text) if not r.verbal] == kinds


@pytest.mark.parametrize(
    ("told", "named", "kind"),
    [
        ("A drone struck a depot in Tolmen on Friday.", "the blast", "air_strike"),
        ("Two villages clashed over a pond in Tolmen on Friday.", "the fighting", "clash"),
        ("Men threw a grenade at a bar in Tolmen on Friday.", "the explosion", "grenade_attack"),
    ],
)
def test_what_else_a_deed_is_called_is_no_other(
    gazetteer: Gazetteer, told: str, named: str, kind: str
) -> None:
    """The blast of a drone and the fighting of a clash are those told of before."""
    found = read(gazetteer, f"{told} Nobody was hurt in {named}.")
    assert [r.kind for r in found if not r.background] == [kind]


@pytest.mark.parametrize("counted", ["one of two related attacks", "one of five such attacks"])
def test_what_only_counts_a_deed_tells_of_no_other(gazetteer: Gazetteer, counted: str) -> None:
    """That others were done as well does not say where, nor that this one was done twice."""
    text = f"A bomb went off in Tolmen on Friday. This was {counted} on that day."
    assert [r.kind for r in read(gazetteer, text) if not r.background] == ["explosion"]
    other = "A bomb went off in Tolmen on Friday. Gunmen attacked a bus in Quarn on Saturday."
    assert len([r for r in read(gazetteer, other) if not r.background]) > 1


def test_harm_in_the_next_sentence_is_that_of_a_deed_nowhere(gazetteer: Gazetteer) -> None:
    """Where no place is named the hurt are those of the deed before all the same."""
    text = "Police clashed with students over a fee on Friday. Six people were hurt."
    (report,) = (r for r in read(gazetteer, text) if not r.background)
    assert (report.kind, report.injured and report.injured.minimum) == ("clash", 6)


@pytest.mark.parametrize(
    ("told", "kinds"),
    [
        ("At least two people were killed in the attack.", ["air_strike"]),
        ("An unknown number of guards were injured during the incident.", ["air_strike"]),
        ("Two guards were abducted in the attack.", ["air_strike", "abduction"]),
        ("Two people were killed in the attack in Quarn on Saturday.", ["air_strike", "attack"]),
    ],
)
def test_harm_in_the_attack_is_that_of_the_deed_before(
    gazetteer: Gazetteer, told: str, kinds: list[str]
) -> None:
    """Who was hurt in it was hurt there; who was carried off in it was so besides."""
    found = read(gazetteer, f"A drone dropped a bomb on a depot in Tolmen on Friday. {told}")
    assert [r.kind for r in found if not r.background] == kinds


@pytest.mark.parametrize(
    ("came", "many"),
    [
        ("On Saturday, armed men came to a mill in Quarn.", 2),
        ("On Saturday the governor came to a mill in Quarn.", 1),
    ],
)
def test_who_comes_on_another_day_has_victims_of_his_own(
    gazetteer: Gazetteer, came: str, many: int
) -> None:
    """Whom they kill are none of the deed before; a visitor has none."""
    text = f"Gunmen killed four men in Tolmen on Thursday. {came} Two guards were killed."
    assert len(read(gazetteer, text)) == many


@pytest.mark.parametrize(
    ("told", "kinds"),
    [
        ("A shop was raided in Tolmen on Monday, the third robbery there this month.", 1),
        ("A bomb hurt three in Tolmen. On Friday, the second blast hurt five in Quarn.", 2),
    ],
)
def test_a_rank_beside_a_deed_counts_it_and_one_with_a_verb_is_the_next(
    gazetteer: Gazetteer, told: str, kinds: int
) -> None:
    """What stands in apposition is the deed itself; "the second blast hurt five" is another."""
    assert len([r for r in read(gazetteer, told) if not r.background]) == kinds


def test_a_rank_with_a_verb_is_the_next_deed_in_one_sentence_too() -> None:
    """The comma before "the second blast" closes an adverb, and opens no apposition."""
    told = "A bomb killed two in Cusco and, later, the second blast killed five in Lima."
    assert places(told) == ["Cusco", "Lima"]
