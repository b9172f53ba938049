"""Places that only say something of somebody: no scene of what befalls him."""

from __future__ import annotations

import pytest

from tests.readings import places


@pytest.mark.parametrize(
    "said",
    [
        "wanted over an attack in Jos",
        "who had brought maize from a mill in Jos",
        "accused of burning a school in Jos",
        "believed to be behind a bombing in Jos",
        "hauling timber bought in Jos",
    ],
)
def test_what_is_said_of_somebody_is_not_where_he_was_shot(said: str) -> None:
    """Whichever of the two places stands first."""
    assert places(f"Soldiers in Lokoja shot dead a man {said} on Tuesday.")[0] == "Lokoja"
    assert (
        places(f"Police shot dead a man {said} on Tuesday. It happened in Lokoja.")[0] == "Lokoja"
    )


@pytest.mark.parametrize(
    "told",
    [
        "Gunmen killed a farmer who was mending a fence in Jos on Tuesday.",
        "Two soldiers who had been posted in Jos were killed on Tuesday.",
        "Police fired at traders who had gathered in Jos on Tuesday.",
        "Police arrested a man wanted over a killing in Jos.",
        "A lorry loaded with explosives blew up in Jos on Tuesday, killing ten.",
    ],
)
def test_it_is_better_than_none_and_who_was_there_is_there(told: str) -> None:
    """No other place is told of, or he was in it when it happened."""
    assert places(told)[0] == "Jos"


def test_whither_somebody_was_sent_is_no_scene() -> None:
    """A former ambassador may be shot anywhere."""
    assert places("The former ambassador to Spain was shot dead on Tuesday.")[0] is None
    text = "Gunmen attacked the house of the former envoy to Sweden in Lokoja on Tuesday."
    assert places(text)[0] == "Lokoja"


@pytest.mark.parametrize("shut", ["blocked the road", "shut the main highway", "barricaded a road"])
def test_whither_a_road_leads_is_not_where_it_is_shut(shut: str) -> None:
    """Where others are told to have done so is; alone it is better than none."""
    assert places(f"Protesters in Kisumu {shut} to Garissa on Tuesday.")[0] == "Kisumu"
    assert places(f"Protesters {shut} to Garissa on Tuesday.")[0] in {"Garissa", None}
