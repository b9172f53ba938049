"""Whom a word of harm is about."""

from __future__ import annotations

import pytest

from geo.casualties.harms import read


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Two men in a car driven by a woman were shot.", "Two men"),
        ("A man who had been stabbed was found.", "A man"),
        ("Guards killed three smugglers near the mill.", "three smugglers"),
        ("A nurse, who lived nearby, died.", "A nurse"),
        ("The mother of a boy who was killed spoke.", "a boy"),
    ],
)
def test_the_subject_agrees_and_stands_free(sentence: str, who: str) -> None:
    """Neither the nearest noun nor the first is always meant."""
    harm = read(sentence)[0]
    assert sentence[harm.start : harm.end] == who


@pytest.mark.parametrize(
    "sentence",
    [
        "Two guards were not hurt.",
        "He could be killed.",
        "They tried to kill a judge.",
        "If the boy dies, charges follow.",
        "A house was hit by a shell.",
    ],
)
def test_what_did_not_happen_befell_nobody(sentence: str) -> None:
    """Denied, possible and wanted harm counts as none; things are no people."""
    assert [harm for harm in read(sentence) if harm.people] == []


def test_one_of_those_who_were_hurt_tells_how_many_they_were() -> None:
    """The clause is about the whole."""
    harms = read("She was one of six nuns who were wounded.")
    assert [harm.count and harm.count.minimum for harm in harms] == [6]


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Ana Kos, a weaver from Long Hill, and two of her cousins were stabbed.", 3),
        ("Bo Lind, candidate for mayor, and his brother Jan Lind were shot dead.", 2),
        ("Bo Lind, 40, was killed near his mill, along with two of his drivers.", 3),
        ("A weaver was shot with his father's rifle.", 1),
        ("Gunmen shot Bo Lind, a guard, and two others were hurt.", 1),
        ("She came with her nephews, one of whom was stabbed.", 1),
    ],
)
def test_asides_part_those_who_share_a_verb(sentence: str, count: int) -> None:
    """Neither an arm nor the object of the verb before is one of them."""
    told = read(sentence)[0].count
    assert told is not None
    assert told.minimum == count


@pytest.mark.parametrize(
    "sentence",
    [
        "The driver of the van, which was riddled with bullets, spoke.",
        "She got away without getting shot.",
        "He barricaded the door, then locked himself in.",
        "Charges against two adults, in cases in which toddlers shot themselves, were read.",
    ],
)
def test_what_befell_things_or_nobody_counts_none(sentence: str) -> None:
    """Vans have drivers, and doers are not those of another clause."""
    assert [harm for harm in read(sentence) if harm.people] == []


def test_three_people_are_no_subject_of_was() -> None:
    """A couple may be; who was killed by police is who shot them."""
    by_police = read("A robber shot dead three clerks and was killed by police.")[-1]
    assert [person.head for person in by_police.people] != ["clerk"]


def test_whom_a_deed_befell_is_no_subject_of_the_next() -> None:
    """Who was kidnapped is not among those who were killed elsewhere."""
    told = read("Gunmen kidnapped three clerks in Tolmen and nine nuns were killed in Galdor.")
    assert [harm.count.minimum for harm in told if harm.count] == [9]
