"""Rows for deeds that news tells in other words, and for look-alikes that nobody did."""

from __future__ import annotations

import pytest

from geo.lexicon import default_lexicon


def kinds(sentence: str) -> list[str]:
    """Return the kinds that a sentence tells of."""
    return [trigger.kind.name for trigger in default_lexicon().find(sentence)]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Fighting killed nine people near the mill.", "armed_clash"),
        ("Nine millers were killed in fighting on Monday.", "armed_clash"),
        ("The protests killed nine people in a week.", "riot"),
        ("Five officers have been injured after disorder outside a hostel.", "riot"),
        ("Two weavers were being held for violation of the border.", "arrest"),
        ("Lawyers had documented 41 detentions by the evening.", "arrest"),
        ("Police secured a member of the gang at a kiosk.", "arrest"),
        ("Three rebels were neutralized in an air operation.", "air_strike"),
        ("The army hit two hideouts from the air.", "air_strike"),
        ("A plane dropped two bombs close to a water tower.", "air_strike"),
        ("The car stopped, and then accelerated into the crowd.", "attack"),
        ("They opened a van, inside of which there were six rifles.", "weapons_seizure"),
        ("An agent was attacked with bullets outside a bakery.", "shooting"),
        ("Detectives say that the fire was set deliberately.", "arson"),
        ("Men vandalised and set ablaze five huts.", "arson"),
        ("The road to the mill closed by gunmen since Friday.", "roadblock"),
        ("Some 5,000 people now stand before the parliament.", "protest"),
    ],
)
def test_a_deed_told_in_other_words(sentence: str, kind: str) -> None:
    """Who tells of one seldom uses the word of the codebook."""
    assert kind in kinds(sentence)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Troops held a handover ceremony for a school.", "takeover"),
        ("The mission handed over a renovated bridge to the town council.", "takeover"),
        ("Insurgent movement was concentrated on the coast.", "troop_movement"),
        ("A soldier wounded in the blast was shifted to a hospital.", "troop_movement"),
        ("The guards gave chase but were forced to turn back.", "access_denied"),
        ("Trucks with beans were stuck in mud near the ford.", "access_denied"),
        ("Two clerks were hurt in the explosion of a suspicious object.", "weapons_seizure"),
        ("Security had been tightened at the courthouse.", "deployment"),
        ("Three of them escaped, leaving nine in captivity.", "prisoner_release"),
        ("Police fired no shots.", "shooting"),
        ("The bishop was attacked in the press.", "attack"),
        ("The state lifted the blockade of a website.", "roadblock_removal"),
        ("Two people stood outside the court.", "protest"),
        ("A plane dropped two tonnes of water on the blaze.", "air_strike"),
    ],
)
def test_what_looks_like_a_deed(sentence: str, kind: str) -> None:
    """Donors take nothing over, pursuers are denied nothing, and the wounded are no troops."""
    assert kind not in kinds(sentence)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Three drones, allegedly launched by Galdor, came down on a hostel.", "air_strike"),
        ("Soldiers, backed by two tanks, stormed a camp of the rebels.", "armed_clash"),
        ("A convoy, which was carrying flour, was turned back at the ford.", "access_denied"),
        ("Two nuns, who had come on foot, were shot dead by settlers.", "shooting"),
    ],
)
def test_a_row_reaches_over_an_aside(sentence: str, kind: str) -> None:
    """What stands between commas says who acts, and the verb behind it what he did."""
    assert kind in kinds(sentence)


def test_an_aside_has_deeds_of_its_own() -> None:
    """The words of the deed around it take none of them away."""
    said = "Two gunmen, who had kidnapped three nuns in May, were shot dead by police."
    assert {"abduction", "shooting"} <= set(kinds(said))


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("They spoke on Tuesday 12 and Wednesday 13 March in a school.", False),
        ("The clerk spoke in March against the dam.", False),
        ("A March in the old town drew thousands.", True),
        ("Thousands March Against Tax", True),
    ],
)
def test_the_month_of_march_is_no_march(sentence: str, found: bool) -> None:  # noqa: FBT001
    """A day stands beside it, or what only months have before them."""
    assert ("protest" in kinds(sentence)) is found


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Thousands marched on Monday for a cook, whom police had beaten to death.", "protest"),
        ("Thousands marched on Monday to press for a teacher who was beaten by police.", "protest"),
        ("Students marched on Monday against the tax and threw stones at police.", "riot"),
    ],
)
def test_what_a_march_is_about_is_not_how_it_went(sentence: str, kind: str) -> None:
    """The wrong that was done to somebody makes no riot of those who march about it."""
    assert kind in kinds(sentence)
