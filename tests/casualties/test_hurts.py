"""Who was hurt is known by what is told of his body."""

from __future__ import annotations

import pytest

from geo.casualties.harms import read
from geo.model import Article
from geo.reports.tolls import whole


def injured(text: str) -> int | None:
    """Return how many an article counts as hurt."""
    count = whole(Article("a", text)).injured
    return None if count is None else count.minimum


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The guard has a cracked rib.", 1),
        ("One of his clients had a dislocated shoulder.", 1),
        ("A baker fractured his wrist in the scuffle.", 1),
        ("Officers broke his arm.", 1),
        ("The householder, 45, had two fingers nearly severed.", 1),
        ("The woman has grazes and is staying with a sister.", 1),
        ("A warder suffered a gash to the forehead.", 1),
        ("The cobbler was slashed across the face.", 1),
        ("The postmistress was struck on the forearm with a mallet.", 1),
        ("A boy was burnt on the face and hands.", 1),
        ("Three firefighters were overcome by smoke.", 3),
        ("Seven persons are nursing injuries after the brawl.", 7),
        ("Four cooks died while nine suffered burns.", 9),
        ("Two cooks were killed, five more received injuries.", 5),
        ("The agency reported the injury of twenty others.", 20),
        ("By Monday the number hurt had risen to 12.", 12),
        ("Two cooks got minor splinter wounds.", 2),
        ("A young woman's jaw was dislocated and three of her cousins were bruised.", 4),
        ("The guard's skull was fractured by a stone.", 1),
        ("A third suspect was beaten with sticks until his arm broke.", 1),
        ("A shepherd had both feet blown off by a mine.", 1),
        ("The mine tore off the boy's foot.", 1),
        ("They found the boy beside pump 4 with wounds to the neck.", 1),
        ("The man at the wheel was killed, and two women suffered leg wounds.", 2),
        ("A baker died and his three sisters sustained injuries.", 3),
        ("A doctor said that his ward received 22 civilians with bullet wounds.", 22),
        ("The clerk was pistol-whipped.", 1),
        ("Four monks were roughed up by the crowd.", 4),
    ],
)
def test_a_body_tells_who_was_hurt(text: str, number: int | None) -> None:
    """A rib, a finger or a gash is an injury as the word is."""
    assert injured(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "The bridge has a cracked pillar.",
        "The statue had its arms broken.",
        "He broke his silence after two years.",
        "The budget received cuts to schools.",
        "Two villages had their power lines severed.",
        "Two buses were burnt on the back road.",
        "The road was slashed across the middle by a flood.",
        "Herders grazed on the hill.",
        "The guard has no injuries.",
        "His record was broken on Sunday.",
        "Two roofs were blown off by the storm.",
        "The storm tore off both doors.",
        "The two sides got cuts in funding.",
        "The hospital received 22 nurses.",
        "The champions were beaten by Pelm.",
        "Egos were bruised.",
    ],
)
def test_things_have_no_wounds(text: str) -> None:
    """Bridges, statues and budgets are cracked, broken and cut without anybody hurt."""
    assert not injured(text)


def test_wounds_are_not_those_of_who_only_did_or_found_it() -> None:
    """The sentence is about whom it befell."""
    [harm] = read("She was found by her father, suffering from a wound to the head.")
    assert harm.people[0].head == "she"


@pytest.mark.parametrize(
    ("sentence", "hurt"),
    [
        ("A clerk received a cut to the hand.", True),
        ("Four of the youths ended up in hospital.", True),
        ("The clerks received a cut to the budget.", False),
    ],
)
def test_a_cut_and_a_bed_are_harm(sentence: str, hurt: bool) -> None:  # noqa: FBT001
    """A cut is one of the body; who ended up in hospital was hurt."""
    assert bool(read(sentence)) is hurt


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("A deputy found Wirth lying there with a gunshot wound.", ("struck", "Wirth")),
        ("He inflicted a fatal wound on their son.", ("killed", "their son")),
        ("Vandals inflicted wounds on two ushers.", ("injured", "two ushers")),
        (
            "A cook arrived at a hospital in the next town by car with a stab wound.",
            ("injured", "A cook"),
        ),
    ],
)
def test_who_is_found_or_comes_with_wounds_bears_them(sentence: str, told: tuple[str, str]) -> None:
    """Not who found him."""
    harm = next(harm for harm in read(sentence) if harm.people)
    assert (harm.fate, sentence[harm.start : harm.end]) == told


@pytest.mark.parametrize(
    "text",
    [
        "A guard was seriously beaten at the gate.",
        "A clerk was beaten severely with a stick.",
        "A woman was abducted and beaten by unknown armed men.",
    ],
)
def test_who_is_badly_beaten_is_hurt(text: str) -> None:
    """By how it is said, or by whom."""
    assert injured(text) == 1
