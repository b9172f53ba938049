"""Whether a present tells of one deed or of what is done at times."""

from __future__ import annotations

from datetime import date

import pytest

import geo
from geo.events.presents import (
    counts_victims,
    crowds_verb,
    is_crowds_verb,
    is_third_person,
    tells_of_one,
)


def current(reader: geo.Reader, text: str) -> bool:
    """Tell whether an article of one text has an incident of its own."""
    article = geo.Article("a", text, published=date(2026, 11, 25))
    return any(not report.background for report in reader.read(article).reports)


@pytest.fixture(scope="module")
def reader() -> geo.Reader:
    """Return a reader with the gazetteer that comes along."""
    return geo.Reader(geo.open_gazetteer())


@pytest.mark.parametrize(
    "text",
    [
        "Unidentified gunmen abduct the mother of a councillor.",
        "Rebels attack Dolen village, casualties not known.",
        "Al-Shabaab attacks Dolen, burns the clinic.",
        "Bandits ambush a convoy of traders near a ford.",
        "Insurgents attack government troops in Mogadishu.",
        "Pensioners of a tea company protest the sale of their homes.",
        "A group of nurses protest over unpaid wages.",
        "The bakers' union protests against a new levy.",
    ],
)
def test_briefs_tell_in_the_present(reader: geo.Reader, text: str) -> None:
    """One named object, one doer nobody knows, or a crowd with its grievance."""
    assert current(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "Bandits attack villages in the north.",
        "Unidentified gunmen kidnap teachers every week.",
        "Rebels attack Dolen village whenever the river is low.",
        "Bandits attack Fulani herders.",
        "Police fear that rebels attack a convoy.",
        "Farmers protest every year over the price of milk.",
        "Why nurses protest over wages.",
    ],
)
def test_habits_are_no_briefs(reader: geo.Reader, text: str) -> None:
    """Plural objects, how often, whenever, and what is feared."""
    assert not current(reader, text)


def test_the_text_must_open_with_it() -> None:
    """Further down a present without a place describes."""
    assert tells_of_one("Gunmen ", " Dolen.", "attack", placed=False, opens=True)
    assert not tells_of_one("Gunmen ", " Dolen.", "attack", placed=False, opens=False)
    assert tells_of_one("Gunmen ", " a mill.", "attack", placed=True, opens=False)


def test_a_count_is_no_rate() -> None:
    """Nor is it of one deed behind "whenever"."""
    assert counts_victims("raiders ", " two shepherds")
    assert not counts_victims("raiders ", " two shepherds a month")
    assert not counts_victims("whenever raiders ", " two shepherds")


def test_a_crowds_verb_has_its_crowd_before_it_and_no_verb_behind() -> None:
    """It is a noun in: a student protest over fees turned violent."""
    assert is_crowds_verb("Tenants of Dolen ", " over a leak.", "protest")
    assert not is_crowds_verb("The tenants' ", " over a leak turned violent.", "protest")
    assert not is_crowds_verb("How tenants ", " over a leak.", "protest")


def test_one_band_takes_an_s() -> None:
    """The verb stands within the words that tell of the deed."""
    assert is_third_person("al-shabaab raids", 11)
    assert not is_third_person("raiders burn", 8)


@pytest.mark.parametrize(
    ("deed", "verb"),
    [("drivers demonstrate against", "demonstrate"), ("tenants protest", "protest"), ("a b", "b")],
)
def test_a_crowds_verb_may_have_its_preposition_with_it(deed: str, verb: str) -> None:
    """What tells of a deed may end behind its verb."""
    assert crowds_verb(deed)[1] == verb
    assert "".join(crowds_verb(deed)) == deed
