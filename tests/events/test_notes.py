"""Whether a short text without a title is a note of one deed."""

from __future__ import annotations

from datetime import date

import pytest

import geo
from geo.events.notes import asserts, begins
from geo.model import Span


@pytest.fixture(scope="module")
def reader() -> geo.Reader:
    """Return a reader with the gazetteer that comes along."""
    return geo.Reader(geo.open_gazetteer())


def current(reader: geo.Reader, text: str, title: str | None = None) -> set[str]:
    """Return the kinds that an article of one text tells as its news."""
    article = geo.Article("a", text, title=title, published=date(2026, 11, 25))
    told = reader.read(article).reports
    return {report.kind for report in told if not (report.background or report.verbal)}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("protest", "Protests over wild pigs in the gardens of a suburb"),
        ("armed_clash", "Clashes between two ethnic militias; goats stolen"),
        ("grenade_attack", "Grenade attack outside a bakery by unknown men"),
        ("shelling", "Kiosk badly damaged by shelling."),
        ("explosion", "Explosions destroy parked buses and a depot."),
        ("attack", "Raiders attack shepherds, driven off by police"),
        ("protest", "3 June. Residents of Orvel protest over a broken well."),
        ("protest", "Drivers demonstrate against a levy after months of talks."),
    ],
)
def test_a_note_tells_what_came_about(reader: geo.Reader, kind: str, text: str) -> None:
    """Nobody writes a line of a log, or a caption, about what happens at times."""
    assert kind in current(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "Raiders attack farms in the north.",
        "Kidnappings are a worry.",
        "Shelling every night",
        "Why nurses protest over wages",
        "Attacks on editors worry a union.",
        "Houses damaged by shelling are rebuilt with foreign money.",
        "No riots at the fair",
        "Riots",
    ],
)
def test_what_is_said_of_a_sort_is_no_note(reader: geo.Reader, text: str) -> None:
    """Another verb, how often, a question, a negation, or no more than a word."""
    assert not current(reader, text)


def test_under_a_title_a_text_is_an_article(reader: geo.Reader) -> None:
    """What opens an article may be its subject: "Clashes between neighbours"."""
    assert not current(reader, "Clashes between rival clans.", title="What the valley fears")


def test_a_line_with_a_date_does_not_open_a_note() -> None:
    """An entry of a log begins with its day, and the sentence behind that is its first."""
    text = "Night of 6 March. Rebels clash with troops."
    assert begins(text, Span(18, len(text)))
    assert not begins("The sea was calm. Rebels clash.", Span(18, 31))


def test_only_the_first_sentence_is_a_note() -> None:
    """What follows in a text is told as in any article."""
    text = "A fair was held. Clashes between clans."
    assert not asserts(text, Span(17, len(text)), Span(17, 24), "a bare plural")


def test_a_rule_of_hyphens_costs_nothing() -> None:
    """Whatever stands before a sentence, it is looked at once."""
    text = "-" * 60_000 + ". Rebels attack shepherds"
    assert not begins(text, Span(60_002, len(text)))


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("armed_clash", "Fighting between two militias in Orvel."),
        ("armed_clash", "Fighting in Orvel district."),
    ],
)
def test_between_whom_it_was_is_told_of_one(reader: geo.Reader, kind: str, text: str) -> None:
    """Though the words that tell of it reach over "between"."""
    assert current(reader, text) == {kind}
    assert not current(reader, "Fighting between parents and teachers is common.")
