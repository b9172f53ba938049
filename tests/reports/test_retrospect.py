"""What an article looks back at is history, though it names no year."""

from __future__ import annotations

from datetime import date

import pytest

from geo.gazetteer import Gazetteer
from geo.model import Article, Report
from geo.pipeline import Reader

SUNDAY = date(2023, 1, 15)


def news(gazetteer: Gazetteer, text: str, title: str | None = None) -> list[Report]:
    """Return what a text of a Sunday tells as news."""
    reports = Reader(gazetteer).read(Article("a", text, title=title, published=SUNDAY)).reports
    return [report for report in reports if not (report.background or report.verbal)]


@pytest.mark.parametrize(
    "text",
    [
        "A plaque was fixed in Tolmen on Saturday where an editor was gunned down. It was in 2004.",
        "Eleven years on the widows came to Tolmen with candles. Their husbands were shot there.",
        "The appeal court upheld the sentences of two men. They shot a baker in Tolmen.",
        "Two men were sentenced to life. A witness told how a mob stormed a shop in Tolmen.",
        "An inquest heard on Friday that a sailor was stabbed in Tolmen.",
        "Colonel Brod, who has died aged 91, held Tolmen. His men were attacked for nine days.",
    ],
)
def test_frames_make_history_of_what_has_no_day(gazetteer: Gazetteer, text: str) -> None:
    """Anniversaries, courts, inquests and obituaries tell of old deeds."""
    assert news(gazetteer, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded on Saturday at a memorial in Tolmen. Three mourners were killed.",
        "A judge was shot dead in Tolmen on Friday. He had jailed a gang for life in 2019.",
        "The court jailed him for life. Hours later a guard was stabbed in Tolmen.",
    ],
)
def test_a_deed_of_the_news_is_none(gazetteer: Gazetteer, text: str) -> None:
    """What is done in such a frame these days stays news."""
    assert len(news(gazetteer, text)) == 1


def test_a_frame_without_an_old_date_is_none(gazetteer: Gazetteer) -> None:
    """News of yesterday goes on in courts and vigils."""
    text = "A man was in court on Saturday. Two guards were shot in Tolmen."
    assert [report.kind for report in news(gazetteer, text)] == ["shooting"]


def test_people_who_gather_to_remember_protest_against_nothing(gazetteer: Gazetteer) -> None:
    """Nor do those who gather to pray or to watch."""
    assert news(gazetteer, "Hundreds gathered in Tolmen on Saturday to remember the miners.") == []


@pytest.mark.parametrize("told", ["in January 2022", "last year", "in 2021"])
def test_a_month_or_year_of_last_year_is_history(gazetteer: Gazetteer, told: str) -> None:
    """Any day of it may be meant, and its first is a year old."""
    assert news(gazetteer, f"Gunmen killed two miners in Tolmen {told}.") == []


def test_what_came_decades_before_is_history(gazetteer: Gazetteer) -> None:
    """However many deeds stand between "a decade after" and what is told now."""
    text = (
        "More than a decade after rebels stopped a train in Tolmen, shot three guards and made off "
        "with rifles, a museum of the railway opened on Friday."
    )
    assert news(gazetteer, text) == []


def test_a_title_may_say_how_long_ago_it_was(gazetteer: Gazetteer) -> None:
    """Riots are no memorial either."""
    text = "They read the names again in Tolmen. In the days afterwards crowds stormed a ministry."
    assert news(gazetteer, text, "Four years on, the silos still stand") == []


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Museum opens", "The miners rose in the spring of the war. The garrison surrendered."),
        ("Tolmen remembers", "It was fifty years ago. That night partisans blew up the line."),
        ("Tolmen remembers", "It was fifty years ago. A bomb went off at noon."),
        ("Tolmen remembers", "It was fifty years ago.\n\nThe weavers went on strike."),
        ("From the archive: Tolmen, 1974", "Soldiers shot the men the next day."),
    ],
)
def test_what_is_remembered_has_no_day_of_the_news(
    gazetteer: Gazetteer, title: str, said: str
) -> None:
    """Below its opening a remembrance tells of then; "that night" counts from what it tells."""
    assert news(gazetteer, f"Flowers were laid in Tolmen on Saturday.\n\n{said}", title) == []


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Tolmen remembers", "Candles were lit in Tolmen for a student who was stabbed on Friday."),
        ("Museum robbed", "Robbers broke into the museum in Tolmen on Saturday."),
        (
            "Tolmen, a year on",
            "Police clashed with marchers in Tolmen on Saturday, an anniversary.",
        ),
    ],
)
def test_what_is_done_at_a_remembrance_is_news(gazetteer: Gazetteer, title: str, text: str) -> None:
    """A day of the news, and no word of memory, says when it was."""
    assert news(gazetteer, text, title)


def test_people_gather_to_mark_a_day_against_nothing(gazetteer: Gazetteer) -> None:
    """Those who gather to mark an anniversary demand nothing."""
    said = "Several hundred people gathered in Tolmen on Saturday to"
    assert news(gazetteer, f"{said} mark the anniversary of the flood.") == []
    assert news(gazetteer, f"{said} demand the release of the miners.")
