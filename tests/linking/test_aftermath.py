"""Days of a sentence that belong to something else than to its deed."""

from __future__ import annotations

from datetime import date

import pytest

from geo import dates
from geo.linking.aftermath import is_of_another
from geo.model import Article, Span
from tests.linking.test_timing import day

PUBLISHED = date(2022, 12, 16)


@pytest.mark.parametrize(
    "text",
    [
        "The command reported that a patrol on Wednesday was shot at near Varn.",
        "Neighbours told the radio that on Wednesday two men were shot.",
        "The army said rebels on Wednesday shot two men.",
        "A widow on Thursday recalled how two men were shot on Wednesday.",
        "Troops, the mayor said, on Wednesday shot two men.",
        "The army said yesterday. On Wednesday, with dynamite charges, two men were shot.",
        "Two men were shot at Port Said on Wednesday.",
    ],
)
def test_a_day_in_what_is_said_is_that_of_the_deed(text: str) -> None:
    """It stands behind "that", or behind whoever did it."""
    assert day(text, "shot") == ("2022-12-14", "2022-12-14")


@pytest.mark.parametrize(
    "text",
    [
        "A guard died of wounds on Thursday, taking to 3 the dead of those shot. It was Wednesday.",
        "Two men died after a gang shot at a bus, police said on Thursday. They fled on Wednesday.",
    ],
)
def test_a_later_death_and_the_day_of_the_telling_date_no_deed(text: str) -> None:
    """The day that the article speaks of is that of the deed."""
    assert day(text, "shot") == ("2022-12-14", "2022-12-14")


def test_a_toll_that_is_told_of_a_new_deed_leaves_it_its_day() -> None:
    """Who was shot on a day raises the toll of the year on it."""
    text = "Two men were shot on Wednesday, bringing to forty the number of dead this year."
    assert day(text, "shot") == ("2022-12-14", "2022-12-14")


def test_an_old_day_of_a_description_dates_no_deed() -> None:
    """It belongs to what is told of somebody."""
    text = "It was Wednesday. Police shot a man who had come to Varn in 2016."
    assert day(text, "shot") == ("2022-12-14", "2022-12-14")


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Police shot a man held over a July attack.", True),
        ("Police shot a man after Monday's attack.", True),
        ("Police shot men who in July attacked them.", False),
    ],
)
def test_a_date_may_be_part_of_the_name_of_another_deed(text: str, *, others: bool) -> None:
    """It stands right before it, behind an article or as its owner."""
    when = next(w for w in dates.find(Article("a", text, published=PUBLISHED)) if w.span)
    shot, attack = (Span(text.index(w), text.index(w) + 4) for w in ("shot", "attack"))
    assert is_of_another(text, when, shot, [shot, attack]) is others


def test_a_reaction_has_its_own_day() -> None:
    """What was condemned on a day had happened by then; the day behind the deed is its own."""
    assert day("The mayor on Wednesday condemned attacks in Varn.", "attacks")[1] == "2022-12-14"
    own = day("The mayor condemned on Wednesday the attack of Monday in Varn.", "attack")
    assert own == ("2022-12-12", "2022-12-12")


@pytest.mark.parametrize(
    "text",
    [
        "Five people at a Wednesday funeral were shot from a car.",
        "Eight people attending a Wednesday vigil were shot from a car.",
    ],
)
def test_those_who_mourn_may_be_hurt(text: str) -> None:
    """The day of the funeral is that of the deed then."""
    assert day(text, "shot") == ("2022-12-14", "2022-12-14")


def test_a_day_behind_revenge_is_that_of_what_is_avenged() -> None:
    """The deed itself was on the day that is spoken of."""
    text = "It was Thursday. Two men were shot in revenge for the night before."
    assert day(text, "shot") == ("2022-12-15", "2022-12-15")


@pytest.mark.parametrize(
    ("text", "deed", "first"),
    [
        ("Protesters gathered on the square on Wednesday.", "Protesters", "2022-12-14"),
        ("Demonstrators visited the mayor on Wednesday.", "Demonstrators", "2022-12-14"),
        ("The shot man's kin gathered on the square on Wednesday.", "shot", "2022-12-13"),
    ],
)
def test_who_gathers_is_the_deed_or_mourns_it(text: str, deed: str, first: str) -> None:
    """Protesters do what they are named for by gathering; mourners come later."""
    assert day(text, deed)[0] == first


@pytest.mark.parametrize(
    "text",
    [
        "Police are asking for help Thursday in finding men who shot a guard. It was Wednesday.",
        "The town offered a reward Thursday for those who shot a guard. It was Wednesday.",
        "Detectives on Thursday questioned two men who shot a guard. They fled on Wednesday.",
    ],
)
def test_the_day_of_a_search_is_not_that_of_the_deed(text: str) -> None:
    """Who is asked for and looked for did it before."""
    assert day(text, "shot") != ("2022-12-15", "2022-12-15")


@pytest.mark.parametrize(
    "text",
    [
        "A man sought over a stabbing in Varn surrendered on Wednesday.",
        "A man wanted in connection with a stabbing turned himself in on Wednesday.",
        "The suspect in the stabbing of two nuns was caught on Wednesday.",
    ],
)
def test_what_became_of_a_suspect_has_a_day_of_its_own(text: str) -> None:
    """The deed that is laid to him was before, on no day that is told."""
    first, last = day(text, "stabbing")
    assert first < "2022-12-14" == last
    assert day("A man stabbed in Varn was found on Wednesday.", "stabbed")[0] == "2022-12-14"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Two died on Monday. Rebels claimed the attack in their Thursday bulletin.", "2022-12-12"),
        (
            (
                "Two died on Monday. He said in a statement received here on Wednesday that "
                "one was hurt in the attack."
            ),
            "2022-12-12",
        ),
        ("Two died on Monday. Rebels struck at a Thursday briefing in an attack.", "2022-12-15"),
    ],
)
def test_the_day_of_a_statement_is_none_of_a_deed(text: str, first: str) -> None:
    """Unless the deed was done there."""
    assert day(text, "attack")[0] == first
