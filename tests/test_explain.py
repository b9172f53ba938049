"""What a person is shown: the evidence whole and literal, marked, with reasons."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from rich.console import Console

from geo.explain import show
from geo.gazetteer import Gazetteer
from geo.lexicon import default_lexicon
from geo.model import Article, Count, Report, Span
from geo.pipeline import Reader, Reading
from tests.strategies import reports, texts
from tests.test_stories import UNDATED, report

QUOTE = "On Tuesday gunmen opened fire in Tolmen and wounded two men."
CODES = re.compile(r"\x1b\[([\d;]*)m([^\x1b]*)")


def shown(reading: Reading, *, width: int = 80, terminal: bool = False, **known: Any) -> str:
    """Return what is printed for one reading."""
    stream = io.StringIO()
    known = {"color_system": "standard", "no_color": False} | known if terminal else known
    console = Console(
        file=stream, width=width, force_terminal=terminal, highlight=False, legacy_windows=False,
        **known,
    )  # fmt: skip
    show(reading, default_lexicon(), console)
    return stream.getvalue()


def told(*reports: Report, **known: Any) -> Reading:
    """Return a reading that holds reports of one article."""
    return Reading(Article("a.md", "…", **known), (), (), reports)


def quoted(quote: str, **known: Any) -> Report:
    """Return a report whose evidence is the sentence given."""
    return report("a", quote=quote, sentence=Span(0, len(quote)), **known)


@pytest.fixture
def reading(gazetteer: Gazetteer) -> Reading:
    """Return what is understood of one shooting."""
    article = Article("a.md", QUOTE, "Shots in Tolmen", date(2023, 1, 11), "as written")
    return Reader(gazetteer).read(article)


def test_the_evidence_stands_whole_below_the_title(reading: Reading) -> None:
    """In a file every sentence is one line, however narrow the terminal was."""
    lines = shown(reading, width=20).splitlines()
    assert lines[:2] == ["Shots in Tolmen", "a.md: published 2023-01-11 (as written)"]
    title = "Shooting in Tolmen, 10 January 2023, 2 injured  occurred; confidence "
    assert lines[3].startswith(title)
    assert lines[4] == f"  {QUOTE}"
    assert [line.split(":")[0].strip() for line in lines[5:9]] == ["who", "where", "when", "why"]


def test_each_mark_has_the_style_of_its_label(reading: Reading) -> None:
    """The labels are the legend; no two styles are the same, with or without colour."""
    for colour in (True, False):
        styled: dict[str, str] = {}
        for code, text in CODES.findall(
            shown(reading, terminal=True, width=200, no_color=not colour)
        ):
            styled.setdefault(text.strip(), ";".join(c for c in code.split(";") if c != "2"))
        assert styled[reading.reports[0].trigger.of(QUOTE)] == styled["why"]
        assert styled["Tolmen"] == styled["where"]
        assert styled["Tuesday"] == styled["when"]
        assert styled["gunmen"] == styled["who"]
        assert len({styled[label] for label in ("who", "why", "where", "when")}) == 4


@pytest.mark.parametrize("width", [2, 20, 40, 200])
def test_a_terminal_is_never_overrun(reading: Reading, width: int) -> None:
    """Lines are wrapped to the width with their indent; not a word of the sentence is lost."""
    plain = CODES.sub(r"\2", shown(reading, terminal=True, width=width))
    assert max(map(len, plain.splitlines())) <= max(width, 16 + 2)
    assert " ".join(QUOTE.split()) in " ".join(plain.split())


def test_markup_is_printed_as_written() -> None:
    """Brackets in a title or a sentence are letters, not commands to the printer."""
    hostile = "[bold]Riot[/] [link=https://x.test]here[/link] :boom: [/red]"
    printed = shown(told(quoted(hostile), title=hostile), terminal=True)
    assert printed.count("[link=https://x.test]here[/link] :boom: [/red]") == 2
    assert "\x1b]8" not in printed


def test_control_characters_are_taken_out() -> None:
    """No article clears the screen, sets a title or turns the writing direction."""
    hostile = "\x1b]0;x\x07\x1b[2J\x9b31m \u202eevil\r\n"
    article = Article(hostile, "…", hostile, None, None, warnings=(hostile,))
    printed = shown(Reading(article, (), (), (quoted(hostile),)))
    assert not set(printed) & set("\x1b\x07\x9b\u202e\r")


def test_talk_and_history_come_last_and_quietly() -> None:
    """The news is what the eye meets first."""
    old = quoted("There was a war.", background=True, kind="clash", where=None)
    new = report("b", article="article of a", quote="A protest.", where=None)
    styled = [(text, code) for code, text in CODES.findall(shown(told(old, new), terminal=True))]
    words = [text.strip() for text, _ in styled]
    assert words.index("A prote") < words.index("There w")
    assert ("There w", "1;2;31") in styled
    assert ("A prote", "1;31") in styled


def test_what_is_unknown_is_said() -> None:
    """No place, no date, no publication date, no incident."""
    printed = shown(told(quoted("A riot.", where=None, when=UNDATED, because=("place: none",))))
    assert "no publication date, so relative dates stay open" in printed
    assert "\n  where: none\n  when: nothing says when\n" in printed
    assert "no incident found" in shown(told())


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (Count(2, 2), "2 killed"),
        (Count(12, 12, approximate=True), "about 12 killed"),
        (Count(24, None, approximate=True), "at least 24 killed"),
        (Count(3, 5), "3 to 5 killed"),
    ],
)
def test_figures_say_how_sure_they_are(count: Count, said: str) -> None:
    """A minimum is no number."""
    assert f", {said}  occurred" in shown(told(quoted("Dead.", killed=count)))


def test_who_takes_part_is_said_with_role_and_sector(reading: Reading) -> None:
    """As ACLED's columns are filled from it."""
    assert "\n  who: gunmen (perpetrator, armed_group); men (target, civilians)\n" in shown(reading)


def test_places_that_were_not_chosen_are_named_with_the_reason() -> None:
    """Each once, however many sentences reject it; nothing is said where nothing is rejected."""
    away = ("'Galdor': it is where somebody is from",)
    both = [quoted("Shots.", rejected=away), quoted("Shots again.", rejected=away)]
    assert shown(told(*both)).count("'Galdor'") == 1
    assert "\n  not at: 'Galdor': it is where somebody is from\n" in shown(told(*both))
    assert "not at" not in shown(told(quoted("Shots.")))


def test_what_others_say_is_told_with_who_says_it() -> None:
    """The figure that was not taken is kept, and its article named."""
    one = quoted("Two were hurt.", injured=Count(2, 2))
    other = report("b", published=10, injured=Count(3, 3))
    assert "\n  but: injured 2, says article of a.md\n" in shown(told(one, other))


@settings(max_examples=40)
@given(reports(), texts, texts)
def test_whatever_is_reported_can_be_shown(one: Report, title: str, name: str) -> None:
    """On a narrow terminal and in a file, nothing raises."""
    reading = Reading(Article(name or "a", "…", title), (), (), (one,))
    assert "when" in shown(reading)
    assert "when" in shown(reading, terminal=True, width=30)
