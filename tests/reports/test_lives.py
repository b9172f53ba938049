"""What a life tells is history, whatever somebody did in it."""

from __future__ import annotations

from datetime import date

import pytest

from geo.gazetteer import Gazetteer
from geo.model import Article, Report
from geo.pipeline import Reader

THURSDAY = date(2023, 1, 19)


def news(gazetteer: Gazetteer, text: str) -> list[Report]:
    """Return what a text of a Thursday tells as news."""
    read = Reader(gazetteer).read(Article("a", text, published=THURSDAY))
    return [report for report in read.reports if not (report.background or report.verbal)]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Joram Tek, who seized a radio station as a student, died in Tolmen on Sunday, aged"
            " 77. He surrendered the next year, was jailed and later taught."
        ),
        (
            "Maria Sol has died aged 90.\n\nShe was born in Tolmen. As a girl she marched. She "
            "resigned from her school, and a crowd blocked the road to free her."
        ),
        (
            "Karel Brod died at his home in Tolmen on Tuesday after a long illness. At twenty "
            "he went over to the rebels and was arrested the next day. He made his name as a "
            "keeper."
        ),
        (
            "Ines Varo, who has died aged 84, taught in Tolmen. In 1961 she was beaten at a march. "
            "She was born in Galdor, and as a student she blocked a road and was arrested."
        ),
    ],
)
def test_a_life_is_no_news(gazetteer: Gazetteer, text: str) -> None:
    """Strikes, surrenders and arrests are long past where somebody died old or ill."""
    assert news(gazetteer, text) == []


@pytest.mark.parametrize(
    "text",
    [
        (
            "Officer Ann Lowe, 52, died in Tolmen on Monday after being shot at a checkpoint. "
            "She was born in Galdor and is survived by two sons."
        ),
        (
            "The poet Oba Lann died in Tolmen on Sunday. He was 81. He was born in Galdor and "
            "wrote a memoir. Gunmen opened fire on mourners in Tolmen on Wednesday."
        ),
        (
            "A grocer was shot by robbers in Tolmen at dawn. He died at the age of 62. Born in "
            "Galdor, he had a long career and is survived by a son."
        ),
        (
            "Mira Dole, 71, died at her home in Tolmen. Two robbers strangled her on Monday. She "
            "was born in Galdor, retired early and is survived by a son."
        ),
        (
            "Rolf Aske, 63, was found dead at home in Tolmen. He was beaten with a hammer on "
            "Monday. He was born in Galdor and is survived by a son."
        ),
        (
            "Gunmen killed a priest of 66 in Tolmen on Monday. He was born in Galdor, studied "
            "in Orva and made his name as a peacemaker."
        ),
    ],
)
def test_what_was_done_these_days_is_news_beside_a_life(gazetteer: Gazetteer, text: str) -> None:
    """Who was killed has a life too, and a funeral may be attacked."""
    assert news(gazetteer, text)


def test_whose_car_was_fired_at_did_not_die_as_people_do(gazetteer: Gazetteer) -> None:
    """However much of a life is told of her."""
    text = (
        "Ana Kos, who read the news in Tolmen for forty years, died on Tuesday. She was 51. Two "
        "men fired at her car. She was born in Galdor, was jailed as a student and made her name "
        "with a song."
    )
    assert any(report.kind == "shooting" for report in news(gazetteer, text))
