"""What is ordinary police work or daily life is no protest, roadblock, abduction or damage.

They are made up after false reports of 700 real articles: the rows before told 35 of the first 49.
"""

from __future__ import annotations

import pytest

from geo.lexicon import default_lexicon
from geo.model import Span

ORDINARY = [
    ("raid", "Officers went door to door and asked for help."),
    ("weapons_seizure", "Officers searched the wood with a drone."),
    ("seizure", "Detectives seized a phone of the driver."),
    ("attack", "The chancellor came under fire over the budget."),
    ("attack", "A flood killed nine people in Varn."),
    ("takeover", "The rebels seized control of the party."),
    ("roadblock", "Officers treated the house on Elm Lane as a barricade until the man gave up."),
    ("roadblock", "Harbour Road remained closed until noon as detectives looked for casings."),
    ("roadblock", "Her van was parked in the middle of the street with the lights on."),
    ("roadblock", "Patrol cars blocked the road near the mill while medics worked."),
    ("roadblock", "The village lies close to the main road, north of the river."),
    ("roadblock", "The army has cut the rebels' last supply route into Tolmen."),
    ("roadblock", "Two men were hurt at the Crown Bar along the old harbour road."),
    ("roadblock_removal", "Rescue workers pulled three bodies out of the rubble at dawn."),
    ("roadblock_removal", "The driver lost control and left the road near Holm."),
    ("roadblock_removal", "The officer pulled over a lorry on the motorway for speeding."),
    (
        "access_denied",
        "A young man was refused entry to a party in Orvel and came back with a gun.",
    ),
    ("access_denied", "Relatives called the police after they failed to get in touch with her."),
    ("access_denied", "The suspect's car was stopped near Pine Street an hour later."),
    ("access_denied", "He got into his van and drove around the block."),
    ("access_denied", "The flight was forced to turn around three hours after take-off."),
    ("access_denied", "The girl refused to let the nurse look at her arm."),
    ("protest", "Three people were standing in front of a building on Mill Lane."),
    ("protest", "Hundreds of people were gathered at the playground when it began to rain."),
    ("protest", "Pupils were gathering in the library to talk about what had happened."),
    ("protest", "A row spilled into the streets outside the bar."),
    ("strike", "Anna Moller is a stay-at-home mum of two."),
    ("strike", "Detectives are working to rule out a second car."),
    ("strike", "The mayor extended the city lockdown by two weeks."),
    ("strike", "The army launched an intensive strike on the hills near Tolmen."),
    ("riot", "Deputies had to force their way into the house."),
    ("riot", "A former clerk went on a rampage at the depot and killed two."),
    ("riot", "The plane broke through the perimeter fence at the end of the runway."),
    ("riot", "Neighbours saw a missile flying over the bay."),
    ("protest_dispersed", "He was driven to a gas station on Mill Drive near the old square."),
    ("protest_dispersed", "The crowd was dispersing as police came."),
    ("protest_dispersed", "Police scattered across the estate after a woman was found dead."),
    ("excessive_force", "Some forty shots were fired into a crowd outside a bar in Orvel."),
    ("mob_violence", "Onlookers gathered at the corner as officers worked."),
    ("mob_violence", "Six people were killed by the driver of the lorry."),
    ("clash", "The families held each other in prayer."),
    ("clash", "There was a tense standoff in a cul-de-sac behind the school."),
    ("abduction", "The boy was taken from the house to a hospital in Varn."),
    ("abduction", "Medics loaded him into a waiting ambulance."),
    ("abduction", "A woman was taken out of the flat on a stretcher."),
    ("abduction", "The attack was carried out by a suicide car bomber."),
    ("abduction", "Her husband took away her phone."),
    ("robbery", "The gunman took off in a car and was caught near Holm."),
    ("robbery", "He fled with the children in a truck."),
    ("robbery", "The video shows boys mugging for the camera."),
    ("property_damage", "A cleaner found a smashed-in door at the mill."),
    ("property_damage", "Residents look at a damaged wall after the strikes on a market."),
    ("property_damage", "A neighbour filmed a car pulling up in front of the house."),
    ("border_closure", "The charity Doctors Without Borders had to close two clinics."),
    ("sexual_violence", "A passer-by forced him to lie on the ground and took his knife."),
]
TOLD = [
    ("roadblock", "Farmers cut the road to Varn with logs on Monday."),
    ("roadblock", "The motorway near Holm was blocked for a second day by lorry drivers."),
    ("roadblock", "Two lorries were parked across the bridge at Tolmen."),
    ("roadblock", "Villagers closed the road to Orvel after the death of a boy."),
    ("roadblock", "Miners put up a barricade on the road to the pit."),
    ("roadblock_removal", "Protesters reopened the road to Varn on Friday."),
    ("roadblock_removal", "Police reopened the bridge that strikers had occupied."),
    ("access_denied", "Inspectors failed to reach the camp near Holm."),
    ("access_denied", "Soldiers stopped an aid convoy near Tolmen."),
    ("access_denied", "The guards refused to let the observers into the prison."),
    ("access_denied", "Reporters were turned away at the gate of the base."),
    ("protest", "Hundreds of people gathered outside the court in Orvel to demand his release."),
    ("protest", "Thousands of people filled the streets of Varn."),
    ("strike", "Teachers walked out over pay in Tolmen."),
    ("strike", "The strike began at midnight in Orvel."),
    ("riot", "A crowd forced its way into the town hall and broke windows."),
    ("riot", "Youths went on the rampage in Holm and burned two shops."),
    ("riot", "Protesters broke through a police cordon in Varn."),
    ("protest_dispersed", "Police dispersed hundreds of demonstrators in Varn."),
    ("protest_dispersed", "The marchers scattered when police fired tear gas."),
    ("excessive_force", "Soldiers opened fire on demonstrators in Orvel, killing four."),
    ("excessive_force", "Police shot dead an unarmed protester at a rally in Holm."),
    ("mob_violence", "Villagers beat a suspected thief to death in Orvel."),
    ("mob_violence", "He was killed by a mob near the market."),
    ("clash", "Fans of the two clubs punched each other outside the ground."),
    ("abduction", "Gunmen dragged a trader into a car in Tolmen."),
    ("abduction", "Two nurses were taken from their clinic by gunmen on Monday."),
    ("abduction", "Armed men took away three teachers near Holm."),
    ("robbery", "The robbers made off with a bag of cash."),
    ("robbery", "Thieves broke into a house in Varn and stole jewels."),
    ("property_damage", "Vandals smashed the windows of a church in Holm."),
    ("property_damage", "Settlers destroyed a dozen olive trees near Tolmen."),
]


def kinds(sentence: str) -> set[str]:
    """Return the kinds that a sentence tells of."""
    return {trigger.kind.name for trigger in default_lexicon().find(sentence)}


@pytest.mark.parametrize(("kind", "sentence"), ORDINARY)
def test_ordinary_life_is_no_incident(kind: str, sentence: str) -> None:
    """A closed street at a scene, a man led to an ambulance, a guest turned away."""
    assert kind not in kinds(sentence)


@pytest.mark.parametrize(("kind", "sentence"), TOLD)
def test_what_looks_like_it_is_told_all_the_same(kind: str, sentence: str) -> None:
    """The same words tell of the deed where its doer, its object or its aim is told."""
    assert kind in kinds(sentence)


def test_a_crowd_that_rampages_through_a_town_riots() -> None:
    """It need not say what it broke there."""
    text = "Supporters rampaged through Orvel after the verdict."
    town = Span(text.index("Orvel"), text.index(" after"))
    assert [t.kind.name for t in default_lexicon().find(text, places=[town])] == ["riot"]
