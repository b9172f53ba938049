"""Kinds that can tell of one incident, and which of them stands."""

from __future__ import annotations

import tomllib
from datetime import date
from graphlib import TopologicalSorter
from importlib import resources
from itertools import product

import pytest

from geo.io.index import open_gazetteer
from geo.lexicon import default_lexicon
from geo.model import Article
from geo.pipeline import Reader
from geo.reports.kinship import Kinship, finest, kinship
from geo.stories import merge

TABLE = tomllib.loads(resources.files("geo.reports").joinpath("kinship.toml").read_text("utf-8"))
NAMED = [
    *(kind for row in TABLE["alike"] for kind in row),
    *(kind for row in TABLE["classes"].values() for kind in row),
    *(kind for finer, row in TABLE["finer"].items() for kind in (finer, *row)),
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    """Return a reader with the whole gazetteer."""
    return Reader(open_gazetteer())


def test_every_kind_of_the_table_exists() -> None:
    """A kind that was renamed must not drop out unseen."""
    assert set(NAMED) <= set(default_lexicon().kinds)


def test_kinship_is_mutual() -> None:
    """Whichever article comes first."""
    kinds = sorted(default_lexicon().kinds)
    assert all(kinship(one, other) is kinship(other, one) for one, other in product(kinds, kinds))
    assert all(kinship(kind, kind) is Kinship.SAME for kind in kinds)


def test_what_nobody_named_is_like_itself_only() -> None:
    """A kind of a user's own table is not mixed with ours."""
    assert kinship("picnic", "picnic") is Kinship.SAME
    assert kinship("picnic", "riot") is Kinship.NEVER


def test_talk_is_never_a_deed() -> None:
    """A threat of an attack is no attack, whatever else agrees."""
    kinds = default_lexicon().kinds
    for one, other in product(kinds.values(), kinds.values()):
        if one.verbal != other.verbal and {one.name, other.name} != {"talks", "agreement"}:
            assert kinship(one.name, other.name) <= Kinship.HARDLY


def test_finer_kinds_never_run_in_a_circle() -> None:
    """Else which one stands would depend on the order."""
    assert list(TopologicalSorter(TABLE["finer"]).static_order())


def test_the_finer_kind_stands_unless_it_is_a_slip() -> None:
    """One article of three that calls the attack a shooting is believed, one of ten is not."""
    assert finest({"attack": 2, "shooting": 1}) == "shooting"
    assert finest({"attack": 9, "shooting": 1}) == "attack"
    assert finest({"attack": 1, "explosion": 1, "suicide_bombing": 1}) == "suicide_bombing"


def test_a_stabbing_is_no_shooting_by_another_word(reader: Reader) -> None:
    """Though who stabbed was shot dead for it at the same place on the same day."""
    text = (
        "A clerk stabbed four people at the Mitrovica town hall on Thursday. "
        "He was shot dead at the town hall on Thursday."
    )
    merged = merge(reader.read(Article("a", text, published=date(2022, 12, 16))).reports)
    assert [one.kind for one in merged] == ["attack"]


def test_a_shooting_is_one_though_somebody_was_stabbed_as_well(reader: Reader) -> None:
    """Only what is told first may be answered by shots."""
    text = "Gunmen shot two men in Mitrovica on Thursday. A third was stabbed in Mitrovica."
    merged = merge(reader.read(Article("a", text, published=date(2022, 12, 16))).reports)
    assert "attack" not in {one.kind for one in merged}


def test_a_shooting_is_an_attack_by_another_word(reader: Reader) -> None:
    """Where nothing says with what it was done."""
    text = "Gunmen shot two men in Mitrovica on Thursday. The attack shocked Mitrovica."
    merged = merge(reader.read(Article("a", text, published=date(2022, 12, 16))).reports)
    assert [one.kind for one in merged] == ["shooting"]


@pytest.mark.parametrize(
    ("second", "kind"),
    [
        ("Two guards were killed.", "attack"),
        ("Two guards were beaten.", "robbery"),
    ],
)
def test_who_robs_and_kills_killed(reader: Reader, second: str, kind: str) -> None:
    """The theft stands only where nobody died of it."""
    text = f"A bank was robbed in Loja on Monday. {second}"
    (found,) = merge(reader.read(Article("a", text, published=date(2025, 3, 6))).reports)
    assert found.kind == kind


def test_the_weapons_of_an_ambush_are_details() -> None:
    """The rockets and the gunfire that come after it make it no shelling and no shooting."""
    text = (
        "Nine soldiers were killed when rebels ambushed their convoy near Goma on Monday.\n\n"
        "The rebels fired rocket-propelled grenades at the lead truck and then raked the others "
        "with gunfire. Villagers heard heavy gunfire for an hour."
    )
    article = Article("a", text, published=date(2024, 5, 8))
    reports = Reader(open_gazetteer()).read(article).reports
    assert [one.kind for one in merge(reports) if not one.background] == ["armed_clash"]
