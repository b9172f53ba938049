"""What speaks for a candidate."""

from dataclasses import replace
from typing import Any

import pytest

from geo.toponymy import cases, evidence
from geo.toponymy.cases import Docket
from geo.toponymy.context import gather
from geo.toponymy.weights import WEIGHTS
from tests import namesakes


def call(text: str, *names: str, **known: Any) -> Docket:
    """Make the cases of the names of a text."""
    mentions = namesakes.named(text, *names)
    context = gather(namesakes.article(text, **known), mentions, namesakes.gazetteer())
    return cases.call(context, mentions)


def shares(docket: Docket, name: str) -> dict[str, float]:
    """Return the shares of the candidates of a name."""
    told, _ = evidence.judge(docket, WEIGHTS)
    at = next(at for mention, at in docket.of.items() if mention.name == name)
    return {c.place.id: s for c, s in zip(docket.cases[at].candidates, told[at], strict=True)}


def test_shares_are_odds() -> None:
    """The shares of a name are positive and leave something to none of them."""
    told = shares(call("Dell. Lorn.", "Dell", "Lorn"), "Dell")
    assert all(0.0 < share < 1.0 for share in told.values())
    assert sum(told.values()) < 1.0


def test_the_unit_in_play_decides_between_towns() -> None:
    """Two towns of a name: the one in the unit that other names lie in."""
    upper = shares(call("Dell, and later Fenwick", "Dell", "Fenwick"), "Dell")
    lower = shares(call("Dell, and later Garrow", "Dell", "Garrow"), "Dell")
    assert upper["gn:3"] > upper["gn:4"]
    assert lower["gn:4"] > lower["gn:3"]


def test_a_metropolis_is_not_drawn_away_by_one_word() -> None:
    """A capital stays where it is when a country with a namesake is only mentioned."""
    told = shares(call("Talks in Lorn. An Ardovian came.", "Lorn", "Ardovian"), "Lorn")
    assert max(told, key=lambda key: told[key]) == "gn:1"


def test_local_news_draws_a_small_namesake_home() -> None:
    """Where all else lies in one county, a famous name means the town next door."""
    names = ("Lorn", "Fenwick", "Dell", "Upper Mark", "Tern County")
    told = shares(call("Lorn. Fenwick. Dell. Upper Mark. Tern County.", *names), "Lorn")
    assert max(told, key=lambda key: told[key]) == "gn:2"


def test_a_name_is_no_evidence_for_itself() -> None:
    """Saying a name twice, or ten times, makes none of its bearers likelier."""
    once = shares(call("Dell.", "Dell"), "Dell")
    often = shares(call("Dell. " * 10, *["Dell"] * 10), "Dell")
    assert once == pytest.approx(often)


def test_a_distance_told_decides() -> None:
    """Of two Dells, the one as far from the other place, and in that direction."""
    south = shares(call("Dell, 25 km north of Garrow", "Dell", "Garrow"), "Dell")
    assert max(south, key=lambda key: south[key]) == "gn:4"
    text = "Dell, 300 km north of Garrow"
    alone = replace(WEIGHTS, told_near=20.0)
    docket = call(text, "Dell", "Garrow")
    told, _ = evidence.judge(docket, alone)
    far = dict(zip((c.place.id for c in docket.cases[0].candidates), told[0], strict=True))
    assert max(far, key=lambda key: far[key]) == "gn:3"


def test_the_publisher_breaks_a_tie() -> None:
    """A local paper's own town draws a namesake near."""
    plain = shares(call("Fire in Dell", "Dell"), "Dell")
    local = shares(call("Fire in Dell", "Dell", publisher="The Fenwick Eagle"), "Dell")
    assert local["gn:3"] > plain["gn:3"]


def test_order_decides_nothing() -> None:
    """Names far apart in the text may be told in any order."""
    one = shares(call("Dell…… Fenwick…… Garrow", "Dell", "Fenwick", "Garrow"), "Dell")
    other = shares(call("Dell…… Garrow…… Fenwick", "Dell", "Garrow", "Fenwick"), "Dell")
    assert one == pytest.approx(other)
