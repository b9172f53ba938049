"""What real news taught about the rows of violence: look-alikes that must stay, and must not."""

from __future__ import annotations

import pytest

from geo.lexicon import default_lexicon


def kinds(sentence: str) -> list[str]:
    """Return the kinds that a sentence tells of."""
    return [trigger.kind.name for trigger in default_lexicon().find(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Two bakers were killed in a terrorist attack on Rostok.",
        "Six pupils were injured in terrorist shelling of the school.",
        "A nun was wounded due to rebel rocket fire on the old town.",
        "Three millers were injured when militants fired shells at Varn.",
        "Four townspeople were hurt in a militant mortar attack.",
        "A driver was killed by a rocket in a rebel attack on Orvel.",
        "Ten people were injured while militants shelled the market.",
        "Eight civilians were killed after insurgent rockets hit Holm.",
        "Two women were injured because rebel shells hit the ward.",
        "Five were injured in three extremist rocket attacks on Tolmen.",
        "A child was injured by terrorist mortar fire near Holm.",
        "Ten people were injured following militant rocket attacks on Holm.",
        "Two were injured as rebels shelled the town.",
        "The aerospace forces killed forty militants near Varn.",
    ],
)
def test_who_is_hit_in_a_shelling_by_rebels_fights_nobody(sentence: str) -> None:
    """What stands behind a preposition or a conjunction is not whom somebody killed."""
    assert "armed_clash" not in kinds(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Soldiers killed at least twelve rebels near Varn.",
        "Troops killed up to 40 militants in the hills.",
        "Attacks by the garrison killed over 30 insurgents.",
        "The patrol wounded around twenty guerrillas at the ford.",
        "Army units killed several heavily armed jihadists.",
        "The attack killed all six militants.",
        "Gunmen attacked the post, killing nine soldiers.",
        "The ambush killed more than 20 rebels.",
        "Clashes near Holm killed about 50 fighters.",
        "Rebels killed in the assault numbered forty; soldiers killed nine militants.",
    ],
)
def test_who_kills_those_who_fight_fights(sentence: str) -> None:
    """A number with "at least", "up to" or "over" stands between a verb and its object."""
    assert "armed_clash" in kinds(sentence)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Twelve people were killed in barrel bomb attacks on Rostok.", "air_strike"),
        ("Regime bombing flattened two streets in Varn.", "air_strike"),
        ("The bombing by government warplanes went on for hours.", "air_strike"),
        ("A car bomb killed four people in Orvel.", "explosion"),
        ("The bombing of a bank in Tolmen wounded two.", "explosion"),
        ("A parcel bomb went off at the mint.", "explosion"),
        ("The rifle went off and hit the boy.", "shooting"),
        ("A pistol lay on the bed when it went off.", "shooting"),
        ("Bus bombed in Varn.", "explosion"),
        ("The town was bombed by warplanes.", "air_strike"),
        ("A cook was wounded when the rifle he cleaned accidentally discharged.", "shooting"),
        ("A cook was holding the rifle when it discharged, killing a nun.", "shooting"),
        ("A bullet struck the girl in the leg.", "shooting"),
        ("He fired three times at the baker.", "shooting"),
        ("He hit the baker in the face.", "attack"),
        ("Robbers struck a clerk in the head with a hammer.", "attack"),
        ("Thieves beat the clerk in the stomach.", "attack"),
        ("Police found the bodies after a double murder in Rostok.", "attack"),
        ("The murder of a nun shook Varn.", "attack"),
        ("A bomber blew himself up in the market.", "suicide_bombing"),
        ("Snipers picked off two farmers.", "shooting"),
        ("Gunners fired at the village all night.", "shelling"),
        ("The howitzers homed in on the bridge.", "shelling"),
        ("The siege of the prison continued on Monday.", "armed_clash"),
        ("Helicopters pounded the camp.", "air_strike"),
        ("Two people were killed in terrorist attacks with shells in Varn.", "shelling"),
        ("Four were killed in rebel shelling of Holm.", "shelling"),
        ("Residents were killed in coalition raids in the area.", "air_strike"),
        ("Nine people were killed in aerial attacks on the town.", "air_strike"),
        ("Ten militants killed in air strikes near Varn.", "air_strike"),
        ("The shelling killed two after a priest was beheaded by rebels.", "attack"),
        ("Dozens of regime fighters were killed in the assault.", "armed_clash"),
        ("Fifty militants killed in army offensive near Tolmen.", "armed_clash"),
        ("Three farmers were killed in crossfire between soldiers and rebels.", "armed_clash"),
        ("Caught in the crossfire was a student of Varn.", "shooting"),
        ("Gunmen killed two bakers in Holm.", "shooting"),
        ("Bandits killed the chief of a village.", "attack"),
        ("A trader was hacked to death in Holm.", "attack"),
        ("Two dozen were killed in a gas attack near Varn.", "chemical_attack"),
        ("Six people were wounded in the town.", "attack"),
    ],
)
def test_a_deed_is_of_the_kind_of_its_means(sentence: str, kind: str) -> None:
    """A gun shoots, an aircraft bombs, and a hand beats."""
    assert kind in kinds(sentence)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Police were dispatched at noon to a house in Varn.", "attack"),
        ("Troopers were dispatched by the county to Holm.", "attack"),
        ("He was charged with second-degree murder.", "attack"),
        ("She was booked on a charge of murder.", "attack"),
        ("The death was ruled a homicide.", "attack"),
        ("Police charged a man with murder on Thursday.", "attack"),
        ("He was wanted for aggravated murder and theft.", "attack"),
        ("It was the city's ninth homicide of the year.", "attack"),
        ("Kos faces four counts of malicious wounding.", "attack"),
        ("Detectives opened a homicide investigation.", "attack"),
        ("A bullet hit him in the neck.", "attack"),
        ("A gun lay on the bed when it went off.", "explosion"),
        ("The father killed himself in a bedroom.", "suicide_bombing"),
        ("He took the gun from him.", "shooting"),
        ("A driver picked up the woman from the kerb.", "shooting"),
        ("One man sprayed him with a fire extinguisher.", "shooting"),
        ("The guns fired in the robbery were found.", "shelling"),
        ("He kept his gun at a home on Moon Lane.", "shelling"),
        ("He fired 14 times at a couple in a car.", "shelling"),
        ("Two were hurt by a single shotgun blast.", "explosion"),
        ("Three people were injured by explosive bullets.", "explosion"),
        ("Boys were fighting with three friends.", "armed_clash"),
        ("Caught in the crossfire was a student of Varn.", "armed_clash"),
        ("Ten militants killed in air strikes near Varn.", "armed_clash"),
        ("A journalist saw wounded children sitting on the floor.", "attack"),
        ("Ambulances evacuated the wounded.", "attack"),
        ("The firm was hacked, it said in May.", "attack"),
        ("The host came under fire for describing it so.", "attack"),
        ("The singers met in a rap battle with a comedian.", "armed_clash"),
        ("A new round of talks on civilians began.", "shooting"),
        ("Celebratory gunfire rang over Holm.", "shooting"),
        ("Bombing and shelling of the town went on.", "explosion"),
        ("The army's aircraft pounded the positions of the rebels.", "armed_clash"),
        ("Shells fell on Varn, inflicting losses on public property.", "armed_clash"),
    ],
)
def test_a_near_miss_is_not_of_the_kind(sentence: str, kind: str) -> None:
    """Ordinary police work, a charge, a mischance or another means."""
    assert kind not in kinds(sentence)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Troops clashed with pupils in Varn on Monday.", "clash"),
        ("Villagers and security forces clashed near Holm.", "clash"),
        ("Clashes between soldiers and angry traders broke out in Orvel.", "clash"),
        ("Troops clashed with rebels in Varn on Monday.", "armed_clash"),
        ("Troops clashed with armed villagers in Varn on Monday.", "armed_clash"),
        ("Clashes between soldiers and militiamen broke out in Orvel.", "armed_clash"),
        ("Insurgents attacked soldiers with bombs and rifles in Varn.", "armed_clash"),
        ("Gunmen attacked police officers in Holm on Friday.", "armed_clash"),
    ],
)
def test_who_bears_arms_tells_a_clash_from_a_battle(sentence: str, kind: str) -> None:
    """A crowd that soldiers come to blows with is no armed side, and police are one."""
    assert kinds(sentence)[0] == kind
    assert "armed_clash" not in kinds("Insurgents attacked soldiers with mines in Varn.")


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("A porter was killed in a vigilante-style attack in Varn.", "attack"),
        ("A porter was killed by vigilantes in Varn.", "mob_violence"),
        ("Officers attacked two members of a choir in Holm.", "attack"),
        ("Istrian troops attacked an area near Holm on Friday.", "attack"),
        ("Warplanes shelled Varn at dawn.", "air_strike"),
        ("Nurses occupied the town hall of Holm in protest against low pay.", "protest"),
        ("Two shops were looted by rioters in Holm.", "riot"),
        ("A kiosk was damaged in a rebel attack in Holm.", "attack"),
        ("A kiosk was damaged by enemy aircraft in Holm.", "air_strike"),
        ("A clinic in Holm was occupied by ten members of the military.", "seizure"),
        ("Scores turned out for a vigil in Holm for a slain baker.", "protest"),
        ("Dozens of parents held placards outside a school in Holm.", "protest"),
        ("Istrian and Orvan forces clash near Holm.", "armed_clash"),
        ("Unknown militia ambushed a Galdor militia near Holm.", "armed_clash"),
    ],
)
def test_who_does_it_and_to_whom_tells_the_kind(sentence: str, kind: str) -> None:
    """In the manner of vigilantes anybody may kill; members are people, and areas have them."""
    assert kind in kinds(sentence)


def test_an_attempt_to_arrest_somebody_disperses_no_crowd() -> None:
    """Whoever is sought elsewhere is not taken out of it."""
    assert "protest_dispersed" not in kinds("Attempts to arrest an activist led to protests.")
    assert "protest_dispersed" in kinds("Police arrested activists at the protest.")


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The school in Holm suffered damage from a strike.", "air_strike"),
        ("A block of flats in Varn collapsed as a result of the strike.", "air_strike"),
        ("Reports of casualties after a strike on a market in Orvel.", "air_strike"),
        ("Three warheads impacted in the zoo of Holm.", "shelling"),
        ("The mill suffered damage to its reputation from a strike.", None),
        ("The mill lost two weeks to a strike by weavers.", "strike"),
    ],
)
def test_what_is_damaged_tells_a_strike_from_one_of_workers(
    sentence: str, kind: str | None
) -> None:
    """Houses fall in the one, and trade in the other."""
    assert set(kinds(sentence)) == ({kind} if kind else set())


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Police and drug traffickers clashed in Varn.", "armed_clash"),
        ("Clashes between police and a gang left four dead in Varn.", "armed_clash"),
        ("Police clashed with criminals in Varn.", "armed_clash"),
        ("Police clashed with students in Varn.", "clash"),
        ("Clashes between police and a gang of youths erupted in Varn.", "clash"),
    ],
)
def test_police_and_gangs_are_two_armed_sides(sentence: str, kind: str) -> None:
    """A crowd and a gang of youths are none."""
    assert kind in kinds(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Output of the mine had returned to normal levels after residents left.",
        "A tree that came down across the road was blocking both lanes.",
        "The proposal had been stepped down until after the recess.",
    ],
)
def test_levels_trees_and_proposals_do_no_deeds(sentence: str) -> None:
    """No mine goes off at normal levels, and nobody blocks a road or leaves his post."""
    assert kinds(sentence) == []
