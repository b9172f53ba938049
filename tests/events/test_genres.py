"""Texts that tell of violence and no news of it."""

from __future__ import annotations

from datetime import date

import pytest

from geo import Reader, open_gazetteer
from geo.events import genres
from geo.model import Article, Report

PUBLISHED = date(2024, 6, 14)  # a Friday


def news(text: str, title: str | None = None) -> list[Report]:
    """Return what an article tells as news."""
    article = Article("a", text, title=title, published=PUBLISHED)
    reports = Reader(open_gazetteer()).reports(article)
    return [report for report in reports if not (report.background or report.verbal)]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "'Hostages' freed in Larnaca",
            (
                "Gunmen burst into the terminal in Larnaca on Thursday and took 24 people hostage. "
                "The yearly exercise used drama students and fake blood."
            ),
        ),
        (
            "Terror at the port",
            (
                "Gunmen stormed a ship in Mombasa on Thursday and killed a steward. The steward "
                "was a dummy, and the security exercise ended after an hour."
            ),
        ),
        (
            "No gunman, no shots: college siege was a hoax",
            (
                "A man was shooting people in the library of Gettysburg College on Tuesday, "
                "students believed."
            ),
        ),
        (
            "How a rumour ran wild in Barasat",
            "A mob beat a woman to death in Barasat on Wednesday. None of it happened.",
        ),
        (
            "Review: Seven Checkpoints",
            "In Omdurman boys with rifles stop a bus on Thursday and shoot a bridegroom dead.",
        ),
        (
            "OPINION: What the bodies tell us",
            "In Navotas seven men were gunned down in a fishing shack. I covered it.",
        ),
        (
            "Kidnapping figures rise in Gauteng",
            "Inanda heads the list with 98 people killed. In Delft a man was shot dead.",
        ),
    ],
)
def test_no_news_of_deeds_is_in_them(title: str, text: str) -> None:
    """Neither in what is played, made up, invented or summed up."""
    assert news(text, title) == []


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Two soldiers shot dead during exercise",
            "Two soldiers were shot dead by gunmen near a joint exercise in Garissa on Thursday.",
        ),
        (
            "Opinion: the town I knew",
            "On Thursday gunmen shot dead three people in Garissa. I grew up there.",
        ),
        (
            "Police deny rumours after attack",
            "Gunmen shot dead three people in Garissa on Thursday. Police rejected rumours.",
        ),
    ],
)
def test_what_was_done_beside_them_is_news(title: str, text: str) -> None:
    """An exercise without make-believe, and an opinion on yesterday's deed."""
    assert news(text, title)


def test_the_reason_names_the_words() -> None:
    """A reader of the map can see why."""
    found = genres.find(Article("a", "…", title="Bomb threat 'a hoax', say police"))
    assert found is not None
    assert found.because == "a hoax or a rumour: 'hoax'"


def test_plain_news_is_of_no_genre() -> None:
    """Nothing is assumed of a text that says nothing of itself."""
    assert genres.find(Article("a", "Gunmen shot two men in Garissa.", title="Two shot")) is None


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Ex-colonel goes on trial over killings", "a trial"),
        ("Massacre trial hears from survivor", "a trial"),
        ("Wartime bomb defused in Varn", "a bomb of an old war"),
        ("Herd of elephants flattens huts: elephant herd kills two", "about animals"),
        ("Boy mauled by stray dog", "about animals"),
        ("Murders fall for third year", "statistics"),
        ("Navies board ships in joint naval exercise off Varn", "an exercise"),
        ("'Night Train' musical opens in Varn", "a review"),
    ],
)
def test_a_title_says_what_it_is(title: str, told: str) -> None:
    """A trial, an old bomb, a beast, a sum, a drill or a work."""
    found = genres.find(Article("a", "…", title=title))
    assert found is not None
    assert found.told == told


@pytest.mark.parametrize(
    "title",
    [
        "Three soldiers killed in joint military exercise",
        "Two boys killed by wartime shell",
        "Man throws Second World War grenade at bar",
        "Poachers kill rangers near elephant herd",
        "Police dogs bite marchers in Varn",
        "Gunmen kill nine for third time this week",
    ],
)
def test_a_deed_that_the_title_tells_is_of_no_genre(title: str) -> None:
    """Soldiers die in exercises, old shells kill, and poachers shoot."""
    assert genres.find(Article("a", "…", title=title)) is None


PLAY = (
    "In 'The Long Water' a banker was shot dead in Garissa. The film's director cast unknown "
    "actors; audiences saw its premiere."
)


def test_a_work_is_known_by_its_name_in_title_and_text() -> None:
    """Beside enough words of stage and screen."""
    found = genres.find(Article("a", PLAY, title="'The Long Water': a slow flood"))
    assert found is not None
    assert found.because == "a review: 'The Long Water'"
    for title, text in (
        ("The Long Water", PLAY),
        ("'The Long Water'", PLAY.split(".", maxsplit=1)[0]),
    ):
        assert genres.find(Article("a", text, title=title)) is None


def test_a_shooting_at_a_premiere_is_news() -> None:
    """It has a day of its own; what the screen shows has none."""
    shot = "Gunmen shot dead two people at the premiere in Garissa on Thursday."
    assert [report.kind for report in news(f"{shot} {PLAY}", "'The Long Water': two dead")] == [
        "shooting"
    ]
    assert news(PLAY, "'The Long Water': a slow flood") == []
