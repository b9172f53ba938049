"""The people beside a verb of harm."""

from __future__ import annotations

import pytest

from geo.casualties.harms import read


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Gunmen wounded and killed two nuns.", "two nuns"),
        ("Gunmen killed a nun and two cooks were hurt.", "a nun"),
        ("Gunmen shot dead Mr. Wirth in Pelm.", "Wirth"),
        ("Gunmen beat a 60-year-old shepherd to death.", "a 60-year-old shepherd"),
        ("Two clerks gunned down in Pelm were buried.", "Two clerks"),
        ("Gunmen gunned down two clerks.", "two clerks"),
        ("A bomb killed nine cooks, two nuns and a cousin of one told Pelm radio.", "nine cooks"),
        ("Gunmen shot all six people in it dead.", "all six people"),
        ("Clerk gunned down by two youths in Pelm", "Clerk"),
        ("Elderly man killed by neighbours in Pelm", "man"),
        (
            "A bomb went off, killing nine cooks, the mayor, Ana Kos, told Reuters.",
            "nine cooks",
        ),
        ("Gunmen killed nine cooks, a spokesman, Bo Lind, said on Monday.", "nine cooks"),
        ("Gunmen killed nine cooks, police spokesman Bo Lind said on Monday.", "nine cooks"),
        ("A jet dropped bombs, killing nine people, the youth's party said.", "nine people"),
        ("Two clerks, of Long Hill, killed in Pelm were buried.", "Two clerks"),
    ],
)
def test_people_stand_right_beside_the_verb(sentence: str, who: str) -> None:
    """Before a participle, behind an active verb, and not as the subject of the next one."""
    harm = next(harm for harm in read(sentence) if harm.fate == "killed")
    assert sentence[harm.start : harm.end] == who


@pytest.mark.parametrize("sentence", ["Gunmen killed her cows.", "Gunmen killed the man's dog."])
def test_owners_are_not_hit(sentence: str) -> None:
    """Whose animal was killed is alive."""
    assert [harm for harm in read(sentence) if harm.people] == []


@pytest.mark.parametrize(
    "sentence", ["A bullet struck his left leg.", "The shot grazed the cook's head."]
)
def test_who_is_hit_in_the_body_is_hit(sentence: str) -> None:
    """A leg is nobody's cow."""
    assert [harm.fate for harm in read(sentence)] == ["struck"]


def test_a_headline_says_and_with_a_comma() -> None:
    """Of two verbs side by side the object is that of both."""
    harms = read("Father shot, killed teen son at range", headline=True)
    assert {harm.people[0].head for harm in harms} == {"son"}
    assert "killed" in {harm.fate for harm in harms}


@pytest.mark.parametrize(
    ("sentence", "who", "count"),
    [
        ("Gunmen killed Liberal deputy mayor Ana Kos.", "deputy mayor Ana Kos", 1),
        ("The murder of opposition politician Bo Lind shook Pelm.", "politician Bo Lind", 1),
        ("Gunmen wounded Wirth's son.", "Wirth's son", 1),
        ("Gunmen killed Omar al-Belt and his wife.", "Omar al-Belt and his wife", 2),
        ("Gunmen gunned down an elder, Omar Belt, and his driver.", "", 2),
        ("A bomb killed a girl in a garden and two others.", "", 3),
    ],
)
def test_offices_owners_and_places_belong_to_the_object(
    sentence: str, who: str, count: int
) -> None:
    """A name beside a noun is the same person."""
    harm = next(harm for harm in read(sentence) if harm.people)
    assert harm.count is not None
    assert harm.count.minimum == count == sum(p.count.minimum for p in harm.people if p.count)
    assert not who or sentence[harm.start : harm.end] == who
