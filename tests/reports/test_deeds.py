"""The deeds of one sentence, after what was told before."""

from __future__ import annotations

from datetime import date

import pytest

from geo.gazetteer import Gazetteer
from geo.model import Article, Report
from geo.pipeline import Reader


def read(gazetteer: Gazetteer, text: str) -> list[Report]:
    """Return what is reported of a text of a Thursday."""
    article = Article("a", text, published=date(2023, 1, 12))
    return list(Reader(gazetteer).read(article).reports)


@pytest.mark.parametrize(
    "wounds",
    [
        "Four women were taken to hospital with shrapnel wounds.",
        "Four women were treated for bullet wounds.",
        "Doctors treated four women for splinter wounds.",
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_wounds_of_a_deed_told_before_are_none_of_their_own(
    wounds: str, gap: str, gazetteer: Gazetteer
) -> None:
    """Who has them was hurt by it."""
    [one] = read(gazetteer, f"A bomb exploded in Tolmen on Monday.{gap}{wounds}")
    assert one.injured is not None
    assert one.injured.minimum == 4


def test_wounds_without_a_deed_are_news(gazetteer: Gazetteer) -> None:
    """They are all that is told of it."""
    told = read(gazetteer, "Four men were found with gunshot wounds in Tolmen on Monday.")
    assert told
    assert not any(report.background for report in told)


@pytest.mark.parametrize("verb", ["attacked by gunmen", "shelled", "bombed"])
def test_when_a_place_was_last_attacked_is_history(verb: str, gazetteer: Gazetteer) -> None:
    """Though it was only weeks ago."""
    text = f"A mine killed two guards in Tolmen on Monday. It was last {verb} in December."
    news, *older = read(gazetteer, text)
    assert not news.background
    assert older
    assert all(report.background for report in older)


@pytest.mark.parametrize(
    "opening",
    [
        "Crowds laid flowers in Tolmen on Tuesday, the ninth anniversary of the attack on it.",
        "On Tuesday Tolmen marked the ninth anniversary of the massacre at its mill.",
    ],
)
def test_the_paragraph_of_an_anniversary_is_history(opening: str, gazetteer: Gazetteer) -> None:
    """Only flowers were laid on its day."""
    older = "Gunmen killed 48 people. They took hostages and shot four guards at the gate."
    told = read(gazetteer, f"{opening} {older}")
    assert len(told) > 2
    assert all(report.background for report in told)
    later = read(gazetteer, f"{opening} {older}\n\nGunmen shot a clerk in Galdor on Monday.")
    assert not later[-1].background


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("An anti-kidnapping squad came to Tolmen on Monday.", False),
        ("Counter-kidnapping teams came to Tolmen on Monday.", False),
        ("Some 900 people joined a counter-protest in Tolmen on Monday.", True),
        ("The army made a counter-attack near Tolmen on Monday.", True),
    ],
)
def test_what_somebody_works_against_is_no_deed(
    text: str,
    told: bool,  # noqa: FBT001
    gazetteer: Gazetteer,
) -> None:
    """A counter-protest is one."""
    found = [r for r in read(gazetteer, text) if r.kind in {"abduction", "protest", "attack"}]
    assert bool(found) is told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen shot dead two clerks at the film festival in Tolmen on Monday.", "shooting"),
        ("Two guards were killed on patrol when a mine exploded in Tolmen.", "explosion"),
        ("Thieves emptied a truck of phones outside a depot in Tolmen on Monday.", "robbery"),
        ("Farmers emptied a trailer of manure outside a bank in Tolmen on Monday.", "protest"),
    ],
)
def test_what_stands_beside_a_deed_does_not_hide_it(
    text: str, kind: str, gazetteer: Gazetteer
) -> None:
    """Films, patrols and depots."""
    assert kind in {r.kind for r in read(gazetteer, text) if not r.background}


def test_who_shot_a_film_shot_nobody(gazetteer: Gazetteer) -> None:
    """However long its name is."""
    for said in ("shot a short film", "shot film", "shot most of her new film"):
        assert read(gazetteer, f"She {said} in Tolmen on Monday.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The law in Tolmen covers crimes such as arson, kidnapping and murder.",
        "Nobody in Tolmen was held for offences like murder.",
    ],
)
def test_a_list_of_crimes_tells_of_none(sentence: str, gazetteer: Gazetteer) -> None:
    """They say what a law is for."""
    assert not [r for r in read(gazetteer, sentence) if r.kind in {"attack", "abduction"}]


def test_a_charge_of_one_deed_tells_of_it(gazetteer: Gazetteer) -> None:
    """It has an article, or a victim."""
    text = "He faces charges including the murder of two guards in Tolmen on Monday."
    assert [r.kind for r in read(gazetteer, text)] == ["attack"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Farmers blocked the highway near Tolmen with tractors to demand higher milk prices.",
        "Drivers burned tyres in Tolmen over rising fuel prices and inflation.",
        "Pensioners marched through Tolmen against a bill that would raise interest rates.",
    ],
)
def test_what_a_crowd_wants_is_not_what_its_sentence_is_about(
    sentence: str, gazetteer: Gazetteer
) -> None:
    """Whoever marches over prices is no page of the markets."""
    text = f"It rained all night.\n\n{sentence}\n\nNobody came to talk to them."
    assert [report.background for report in read(gazetteer, text)] == [False]


@pytest.mark.parametrize(
    "cause", ["black ice", "a burst main", "road works", "a rockfall", "a computer failure"]
)
def test_weather_and_works_shut_gates_and_roads(cause: str, gazetteer: Gazetteer) -> None:
    """Nobody did who could be blamed; whoever is named for it did."""
    shut = "The border crossing in Tolmen was shut on Monday because of"
    assert read(gazetteer, f"{shut} {cause}.") == []
    assert read(gazetteer, f"{shut} protesters angry at {cause}.")
    assert read(gazetteer, f"Farmers blocked the road in Tolmen on Monday over {cause}.")


@pytest.mark.parametrize("whom", ["the court", "their mayor", "the new tax"])
def test_a_date_behind_whom_a_march_was_against_is_its_own(whom: str, gazetteer: Gazetteer) -> None:
    """A court has no day; a law that was passed in April has."""
    text = f"Miners in Tolmen, who marched against {whom} in April 2021, stayed at home."
    assert all(report.background for report in read(gazetteer, text))
    again = f"Miners in Tolmen marched on Monday against {whom} that was named in April 2021."
    assert not all(report.background for report in read(gazetteer, again))


def test_a_text_goes_on_with_the_main_clause(gazetteer: Gazetteer) -> None:
    """What a clause only tells of somebody has a day of its own, and the next sentence has not."""
    text = "Heirs of a miller who was shot on Sunday staged a sit-in in Tolmen on Tuesday."
    days = {r.kind: r.when.last for r in read(gazetteer, f"{text} The protesters blocked a road.")}
    assert days["shooting"] == date(2023, 1, 8)
    assert days["protest"] == days["roadblock"] == date(2023, 1, 10)
