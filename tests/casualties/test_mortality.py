"""Who died of an illness or in an accident is in the toll of no deed."""

from __future__ import annotations

import pytest

from geo.casualties.counts import told


@pytest.mark.parametrize(
    "text",
    [
        "Five persons have died of suspected sunstroke in the district.",
        "Cholera has killed 40 people in the state.",
        "Three people died of hunger in the camp.",
        "His father died of old age.",
        "Two workers died of heat stroke.",
        "Seven people died in a road accident near Pelm.",
        "Eleven people have died due to dengue fever.",
        "Two cooks succumbed to malaria.",
        "Floods left 12 dead.",
        "Cholera: 1,214 new cases and 31 associated deaths reported from eight states.",
        "A clinic recorded 300 cases of dengue and 12 deaths.",
    ],
)
def test_other_causes_are_no_deed(text: str) -> None:
    """Weather, illness, hunger and traffic kill, and are not the news that is read."""
    assert told(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Two cooks died of burns.",
        "Two cooks died of their wounds.",
        "Two cooks died when the army shelled a cholera ward.",
        "Gunmen killed two cooks in the flood-hit valley.",
        "Hunger drove them out and gunmen killed two cooks.",
        "Two cooks were killed in an attack on a cholera clinic.",
        "Two cooks were killed in an attack in the monsoon.",
    ],
)
def test_deeds_beside_an_illness_stand(text: str) -> None:
    """Who dies of wounds died of a deed, whatever else is named."""
    assert [harm.fate for harm in told(text)] == ["killed"]
