"""Who was arrested is counted by whatever words say so."""

from __future__ import annotations

import pytest

from geo.casualties import counts
from geo.model import Span


@pytest.mark.parametrize(
    ("text", "arrested"),
    [
        ("Police took 61 of them into custody.", 61),
        ("Two boys were caught with petrol and placed in custody.", 2),
        ("Four persons were picked up for questioning.", 4),
        ("The minister said 82 suspects were being held.", 82),
        ("More than 40 marchers were rounded up in the square.", 40),
        ("The mayor was led away in handcuffs.", 1),
        ("The navy captured three crew.", 3),
        ("Six people had been taken into custody by Monday.", 6),
        ("Two cooks aged 20 and 31 taken to the Pelm camp for questioning.", 2),
        ("Three pupils were brought in for questioning.", 3),
        ("Four settlers were held on suspicion of arson.", 4),
        ("Nine marchers were taken to a police station.", 9),
        ("Riot police sprayed the crowd and took away 11 of them.", 11),
        ("Six men were bundled into police vans.", 6),
        ("EIGHT men are assisting police with their enquiries.", 8),
        ("Two cooks are helping detectives with inquiries.", 2),
        ("Nine people will appear in court on Monday.", 9),
        ("Fourteen youths were hauled off in police trucks.", 14),
        ("Twelve people were led away after security forces raided a mill.", 12),
        ("Two thieves were shot by a guard and 17 were in custody.", 17),
        ("Nine drummers were bundled into a police Land Cruiser.", 9),
        ("Marshals picked up Ekel Wirth, 22, at a flat in Pelm.", 1),
        ("Police caught two suspects with a canister.", 2),
        ("It said that 16 soldiers had been taken prisoner.", 16),
        ("Three suspects who hijacked the march were in custody.", 3),
        ("The force has fourteen males in custody in relation to the brawl.", 14),
        ("Two in custody after brawl in Pelm.", 2),
        ("Twelve men were booked and seven taken into custody.", 7),
        ("Seven persons are cooling their heels in police cells.", 7),
        ("The five are in the custody of the police.", 5),
        ("The army got hold of three young men.", 3),
        ("Police are holding two men.", 2),
        ("Guards seized two youths.", 2),
        ("Two men are behind bars.", 2),
        ("Two men, aged 20 and 31, are due before the court on Monday.", 2),
        ("A 22-year-old man was charged with arson and remanded.", 1),
        ("Seven accused were nabbed.", 7),
    ],
)
def test_arrests_in_many_words_are_counted(text: str, arrested: int) -> None:
    """Custody, handcuffs, held and picked up tell of an arrest as the verb does."""
    assert counts.find(text, Span(0, len(text)))["arrested"].minimum == arrested


@pytest.mark.parametrize(
    "text",
    [
        "Three nuns were held hostage for a week.",
        "Two drivers were held up by the traffic.",
        "She fought for custody of two children.",
        "He picked up three passengers.",
        "Police picked up 32 cartridges.",
        "Two fishermen caught 40 eels.",
        "Three injured boys were taken to the railway station.",
        "Rebels took away two boys.",
        "Two trunks were loaded into vans.",
        "Two neighbours are helping the family with inquiries.",
        "The minister will appear in court on Monday.",
        "Two children are in the custody of their mother.",
        "Three paintings are in the custody of the museum.",
        "Police are holding a meeting.",
        "Guards seized three rifles.",
        "Police got hold of two videos.",
        "Two men are accused of arson.",
    ],
)
def test_what_only_sounds_like_an_arrest_is_none(text: str) -> None:
    """Hostages, delays, divorces and lifts are no arrests."""
    assert "arrested" not in counts.find(text, Span(0, len(text)))


def test_a_headline_holds_without_an_auxiliary() -> None:
    """Over or after a deed; talks and vigils are held too."""
    told = {
        text: [harm.fate for harm in counts.told(text, headline=True)]
        for text in ("Clerk held after Pelm brawl", "Vigil held after Pelm brawl")
    }
    assert list(told.values()) == [["arrested"], []]
