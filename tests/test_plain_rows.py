"""Rows for deeds that papers tell plainly, and for their twins that tell of none."""

from __future__ import annotations

import pytest

from geo.lexicon import default_lexicon


def kinds(sentence: str) -> list[str]:
    """Return the kinds that a sentence tells of."""
    return [trigger.kind.name for trigger in default_lexicon().find(sentence)]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The army carried out air raids on Quarn.", "air_strike"),
        ("Police carried out several dawn raids in Quarn.", "raid"),
        ("Two millers were beaten to death in Quarn.", "attack"),
        ("Four grocers were beaten to death at a market.", "attack"),
        ("Villagers set two men on fire in Quarn.", "mob_violence"),
        ("Attackers set a woman ablaze in Quarn.", "attack"),
        ("Hijackers seized a bus in Quarn.", "abduction"),
        ("Soldiers shot dead two militants near Quarn.", "armed_clash"),
        ("Soldiers shot dead two villagers near Quarn.", "shooting"),
        ("Two brothers died after a fight in Quarn.", "clash"),
        ("The bodies of three kidnapped millers were recovered near Quarn.", "attack"),
        ("Ten people died in violence in Quarn on Monday.", "attack"),
        ("Two severed heads were left outside a school.", "attack"),
        ("Gunmen seized control of a district of Quarn.", "capture_of_territory"),
        ("The rebels said on Tuesday they had captured the town.", "capture_of_territory"),
        ("Shoving and kicking broke out between them and men in red scarves.", "clash"),
        ("Four persons were deprived of liberty at dawn.", "arrest"),
        ("The outpost took 4 x mortar rounds at dusk.", "shelling"),
        ("The garrison received indirect fire all night.", "shelling"),
        ("The barracks was mortared on Sunday.", "shelling"),
        ("A quarrel over a goat escalated into a shooting.", "shooting"),
        ("The others were marched northwards to the quarry.", "abduction"),
        ("Two nurses who were seized by gunmen are still away.", "abduction"),
        ("The village elder was seized by bandits.", "abduction"),
        ("A protester who was hit in the face by a gas canister died.", "excessive_force"),
        ("Villagers spoke of the decapitation of two herders.", "attack"),
        ("Some 80 people pelted the soldiers with stones and bottles.", "riot"),
        ("Two grenades were flung at a police booth.", "grenade_attack"),
        ("A man lobbed a grenade into a market.", "grenade_attack"),
        ("The bridge was barricaded in Tolmen.", "roadblock"),
        ("Growers occupied the motorway near Orva.", "roadblock"),
        ("A police post was set on fire on Monday.", "arson"),
    ],
)
def test_a_deed_told_plainly(sentence: str, kind: str) -> None:
    """No word of war is needed."""
    assert kinds(sentence)[-1] == kind


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Recruits were marched round the yard.", "protest"),
        ("Troops drove to the refugee camp to talk to elders.", "protest"),
        ("The bus firm has withdrawn its services from the suburb.", "strike"),
        ("Growers held the road show in Orva.", "roadblock"),
        ("The crowd bombarded the cordon with eggs.", "shelling"),
        ("Two grenades were flung at a police booth.", "riot"),
        ("They feared a decapitation strike.", "attack"),
        ("The courier was barricaded in a shed.", "roadblock"),
    ],
)
def test_a_twin_tells_of_none(sentence: str, kind: str) -> None:
    """The same word is something else beside others."""
    assert kind not in kinds(sentence)
