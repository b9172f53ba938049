"""How the press words each kind of incident, and what only looks like it."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from geo.io.index import open_gazetteer
from geo.model import Article
from geo.pipeline import Reader

GOLD = tomllib.loads((Path(__file__).parent / "gold" / "kinds.toml").read_text("utf-8"))
ROWS = [(row["kind"], row["text"]) for rows in GOLD.values() for row in rows]
PUBLISHED = date(2024, 6, 9)


@pytest.fixture(scope="module")
def reader() -> Reader:
    """Return a reader with the whole gazetteer."""
    return Reader(open_gazetteer())


@pytest.mark.parametrize(("kind", "text"), ROWS)
def test_a_sentence_tells_its_kind_or_nothing(reader: Reader, kind: str, text: str) -> None:
    """The words of a desk tell the kind as current news, and a near miss tells nothing."""
    reports = reader.read(Article("a", text, published=PUBLISHED)).reports
    found = {report.kind for report in reports if not report.background and not report.verbal}
    assert kind in (found or {"none"})


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Al-Shabaab members attack Marka, burn the clinic.", "attack"),
        ("Members of a cult attack a village near Kano.", "attack"),
        ("Taliban fighters overtook Ghazni on Monday.", "capture_of_territory"),
        ("The army overtook the town of Marka on Monday.", "territory_regained"),
        ("Supporters of two parties clashed in Kano, three were hurt.", "clash"),
        ("Members of the jury attack the verdict.", None),
        ("The party overtook its rival in the polls.", None),
        ("Volunteers clear a camp of rubbish.", None),
        ("Members of two parties clashed over the budget.", None),
        ("The crossing near Marka shut on Monday until further notice.", "border_closure"),
        ("A shop near the border in Marka shut on Monday.", None),
        ("Two ships were detained off Marka on Monday.", "seizure"),
        ("The army brought artillery to Marka on Monday.", "troop_movement"),
        ("The army took control of Marka on Monday without firing a shot.", "takeover"),
        ("Rebels overran an army post near Marka on Monday.", "capture_of_territory"),
        ("Refinery workers in Marka struck on Monday for higher wages.", "strike"),
        ("Miners struck gold near Marka on Monday.", None),
        ("A farmer was beaten in Marka on Monday.", "attack"),
        ("The army captured six rebels near Marka on Monday.", "arrest"),
        ("Marka falls to rebels", "capture_of_territory"),
        ("Police did not allow relatives to enter the jail in Marka on Monday.", "access_denied"),
        ("Landless farmers occupied a ranch near Marka on Monday.", "seizure"),
    ],
)
def test_bands_overtake_towns_and_followers_come_to_blows(text: str, kind: str | None) -> None:
    """Members do what their band does; of two parties the followers fight, and the rest talks."""
    reports = Reader(open_gazetteer()).read(Article("a", text, published=date(2026, 11, 25)))
    found = {report.kind for report in reports.reports}
    assert kind in found if kind else not found


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Rival crowds in Larne threw stones, bottles and flares on Monday.", {"riot"}),
        ("Unknown persons shelled a car from automatic weapons in Khasavyurt.", {"shooting"}),
        ("Four men outside a teahouse in Quetta came under fire on Monday.", {"shooting"}),
        ("Soldiers outside a fort in Quetta came under fire on Monday.", {"armed_clash"}),
        ("Some 300 soldiers landed in Davao on Monday.", {"troop_movement"}),
        ("Farmers lifted their blockade of the road near Cali on Monday.", {"roadblock_removal"}),
        ("Raiders burned huts near Diffa on Monday and left with women.", {"abduction", "arson"}),
        ("A teacher abducted in May was set free near Idlib on Monday.", {"prisoner_release"}),
        ("The mayor of Quetta came under fire on Monday over his remarks.", set()),
    ],
)
def test_who_acts_and_what_is_hit_make_the_kind(text: str, kinds: set[str]) -> None:
    """Fire at people is a shooting and at troops a clash; who is set free is not abducted again."""
    found = Reader(open_gazetteer()).read(Article("a", text, published=date(2026, 11, 25))).reports
    assert {report.kind for report in found if not report.background} == kinds
