"""Whether the day of a clause is that of a bare noun in it."""

from __future__ import annotations

from datetime import date

import pytest

from geo.events.nominals import has_day
from geo.gazetteer import Gazetteer
from geo.model import Article, Report, Span
from geo.pipeline import Reader


def news(gazetteer: Gazetteer, sentence: str) -> list[Report]:
    """Return what a sentence in the midst of a speech reports as news."""
    text = f"The hall was full.\n\n{sentence}\n\nThe meeting ended at noon."
    article = Article("a", text, title="A speech", published=date(2023, 1, 12))
    told = Reader(gazetteer).read(article).reports
    return [report for report in told if not (report.background or report.verbal)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister on Monday blamed poverty for bombings in the region.",
        "He promised voters on Monday an end to kidnappings.",
        "There have been too many shootings, the bishop said on Monday.",
        "The police in Tolmen were trained on Monday to deal with murders.",
        "They live off murder, smuggling and extortion.",
        "We mourn all who were killed in this war, the bishop said on Monday.",
        "Those who murdered our children will pay, the president said on Monday.",
    ],
)
def test_the_day_of_a_speech_is_none_of_what_it_speaks_of(
    sentence: str, gazetteer: Gazetteer
) -> None:
    """What somebody blames, promises or mourns on a day did not happen on it."""
    assert news(gazetteer, sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Bombings in Tolmen on Monday left nine people dead.",
        "Residents of Tolmen on Monday reported shootings near the mill.",
        "Rebels on Monday intensified attacks on Tolmen, killing nine people.",
        "Police are looking for those who shot two traders in Tolmen on Monday.",
        "The army said on Monday that those killed near Tolmen at dawn were rebels.",
    ],
)
def test_the_day_of_what_came_about_is_its_own(sentence: str, gazetteer: Gazetteer) -> None:
    """Beside its day, or as the object of a deed, a bare noun is news."""
    assert news(gazetteer, sentence)


def test_a_town_of_a_name_governs_nothing() -> None:
    """What "of" belongs to is the town and not what happened in it."""
    text = "On Monday, in the town of Tolmen protests began."
    assert has_day(text, Span(0, len(text)), Span(33, 41), Span(3, 9))


@pytest.mark.parametrize(
    "sentence",
    [
        "On Tuesday all were killed when a bomb hit their bus in Tolmen.",
        "Shelling killed a reporter in Tolmen on Tuesday, the tenth to die in this war.",
        "Crowds clashed with police in Tolmen on Tuesday over a tax of the previous government.",
        "A house on May Street was firebombed in Tolmen on Tuesday.",
        "Ten shops were looted in Tolmen on Tuesday after a power outage.",
    ],
)
def test_what_is_only_mentioned_beside_a_deed_takes_no_day_from_it(
    sentence: str, gazetteer: Gazetteer
) -> None:
    """A war that goes on, an old government, a street and a cause are none of the deed."""
    assert news(gazetteer, sentence)
