"""What coders' notes taught about the rows of kinds: look-alikes that must stay, and must not."""

from __future__ import annotations

import pytest

from geo.lexicon import default_lexicon


def kinds(sentence: str) -> list[str]:
    """Return the kinds that a sentence tells of."""
    return [trigger.kind.name for trigger in default_lexicon().find(sentence)]


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("air_strike", "Near Tolmen, two strikes struck a rebel bunker."),
        ("air_strike", "Near Tolmen, three strikes damaged a bridge."),
        ("air_strike", "A kiosk was destroyed in a reported strike."),
        ("air_strike", "Aftermath of a strike on apartment blocks."),
        ("air_strike", "Two nurses were killed in a strike on a clinic."),
        ("shelling", "A bakery damaged by several rockets."),
        ("seizure", "A tanker was boarded on 3 May while at anchor."),
        ("robbery", "Robbers boarded a tug near Holm."),
        ("seizure", "Four men tried to board a barge off Holm."),
        ("robbery", "Intruders stole the ship's stores and fled."),
        ("attack", "Merchant vessel attacked off Holm on Sunday."),
        ("attack", "An officer pepper sprayed a reporter."),
        ("attack", "Officers shoved a photographer to the ground."),
        ("abduction", "A driver was taken by an armed group near Holm."),
        ("arson", "Militants burned several croplands near Holm."),
        ("weapons_seizure", "Sappers defused a bomb planted at the foot of a mast."),
        ("protest", "Parents gathered outside a bank to protest a fee."),
        ("protest", "Weavers demonstrated to ask for yarn."),
        ("explosion", "Rebels attacked a convoy with two landmines."),
        ("explosion", "Two soldiers died as a result of mines near Holm."),
        ("armed_clash", "Police clashed with gang members in Holm."),
        ("armed_clash", "Mercenaries clashed with an unidentified armed group."),
        ("armed_clash", "Ardovian and Belmark forces clashed in Holm."),
        ("attack", "Soldiers and militiamen killed five traders."),
        ("explosion", "Rebels carried out a mine attack against soldiers."),
        ("armed_clash", "Six people were killed in a tribal clash over grazing."),
        ("armed_clash", "Wardens clashed with four armed poachers."),
        ("strike", "Two people were killed during a general strike in Holm."),
        ("strike", "A porter died in a nurses' strike in Holm."),
        ("strike", "Workers began a strike on a building site in Holm."),
    ],
)
def test_it_is_of_the_kind(kind: str, sentence: str) -> None:
    """What a log words in its own way is told in common English."""
    assert kind in kinds(sentence)


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("air_strike", "A strike on Monday hit 200 bus lines."),
        ("air_strike", "The union called a strike on building sites."),
        ("air_strike", "A strike against house prices was called."),
        ("air_strike", "A lightning strike damaged a church."),
        ("strike", "Two nurses were killed in a strike on a clinic."),
        ("air_strike", "A plane was damaged after a bird strike."),
        ("air_strike", "Two vans were destroyed during a truckers' strike."),
        ("air_strike", "A mill was damaged after a long strike."),
        ("seizure", "Hundreds tried to board a ferry at Holm."),
        ("seizure", "The attack was repelled by the army."),
        ("armed_clash", "Police clashed with members of the Ardovian Front."),
        ("protest", "The firm demonstrated publicly its new robot."),
        ("seizure", "The pilot boarded the vessel at Holm."),
        ("seizure", "Two men boarded a ferry to Holm."),
        ("seizure", "The crew of the ship boarded up a cabin."),
        ("robbery", "The shop sells ship's stores and spares."),
        ("attack", "An agent pushed the man's chair along the pavement."),
        ("abduction", "The staff was taken by a group of friends to dinner."),
        ("arson", "The gunmen burned food in the oven."),
        ("protest", "Ministers gathered in Orvel to demand a truce."),
        ("protest", "Scientists gathered in front of the dam to ask questions."),
        ("explosion", "Rebels clashed with soldiers who had planted landmines."),
        ("armed_clash", "Soldiers and militiamen killed five traders."),
        ("armed_clash", "Police clashed with protesters in Holm."),
        ("armed_clash", "Rebels attacked a convoy with two landmines."),
        ("armed_clash", "Rebels carried out a mine attack against soldiers."),
        ("armed_clash", "Two clans clashed in court over a well."),
    ],
)
def test_a_near_miss_is_not_of_the_kind(kind: str, sentence: str) -> None:
    """Workers strike too, pilots board ships, and allies do not fight each other."""
    assert kind not in kinds(sentence)
