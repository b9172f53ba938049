"""How a phrase of people is closed: by a noun, a name, a people, a number alone."""

from __future__ import annotations

import pytest

from geo.casualties.harms import read
from geo.casualties.people import people
from geo.casualties.persons import Person
from geo.casualties.tokens import cut
from geo.casualties.vocabulary import some, vocabulary


def hurt(sentence: str) -> list[int]:
    """Return how many were harmed, by each word that tells of it."""
    return [harm.count.minimum for harm in read(sentence) if harm.count is not None]


def first(sentence: str) -> Person:
    """Return the first phrase of people."""
    return people(cut(sentence))[0]


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("Three lamplighters were killed.", [3]),
        ("The blast wounded two elderly bargees.", [2]),
        ("Gunmen killed a beekeeper.", [1]),
        ("A night tanod was gunned down.", [1]),
        ("Two trawlermen and a policeperson were killed.", [3]),
        ("A mother-of-three was killed.", [1]),
        ("A Houthi and two Frenchmen were killed.", [3]),
        ("A plan was executed.", []),
        ("The two Romans were hurt by Rahman.", [2]),
        ("Three goats were killed.", []),
        ("The blast hit two barns.", []),
        ("The blast hit two lamplighters.", []),
    ],
)
def test_an_unknown_noun_is_of_people_if_only_they_can_be_harmed_so(
    sentence: str, counts: list[int]
) -> None:
    """Anything can be hit, but only people are killed or wounded, and listed animals."""
    assert hurt(sentence) == counts


def test_no_word_of_things_is_known_as_anything_else() -> None:
    """A row that another list answers first would never be asked."""
    assert {word for word in some("no_people") if vocabulary().tags.get(word)} == set()


def test_a_name_between_commas_belongs_to_its_noun() -> None:
    """It tells who the husband is, and is nobody else."""
    assert first("Her husband, Tomas Wirth, was hurt.").name == ("tomas", "wirth")
    assert hurt("Her husband, Tomas Wirth, was injured.") == [1]


@pytest.mark.parametrize(
    ("sentence", "head"), [("Two Danes were hurt.", "people"), ("Two were hurt.", "")]
)
def test_peoples_and_bare_numbers_stand_for_persons(sentence: str, head: str) -> None:
    """The noun is left out in both."""
    person = first(sentence)
    assert person.head == head
    assert person.count is not None
    assert person.count.minimum == 2


def test_the_dead_are_told_by_their_fate() -> None:
    """An adjective with an article is a noun, unless one follows."""
    assert first("The wounded, two cooks included, were flown out.").fate == "injured"
    assert first("The wounded cook was flown out.").head == "cook"


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("A killing at 2140 Old Miller Road shook a cook, who was hurt.", [1]),
        ("The fall killed a 19–year–old cook.", [1]),
        ("Father of 4 hurt in Pelm", [1]),
        ("Brothers, 12 and 15, hurt in Pelm", [2]),
        ("Police know of the crash that hurt a cook and a nun.", [2]),
        ("Men shoot 30 rounds, hurt 3", [3]),
    ],
)
def test_ages_addresses_and_children_count_nobody(sentence: str, counts: list[int]) -> None:
    """A number counts those who were hurt, and nothing that stands beside them."""
    told = read(sentence, headline=not sentence.endswith("."))
    found = [harm.count.minimum for harm in told if harm.fate != "struck" and harm.count]
    assert found == counts
