from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.language import text as texts
from geo.model import Span
from tests.stopwatch import cpu_seconds

PIECES = [
    "U.S.",
    "Gen.",
    "Ana",
    "said",
    "left",
    "5.5",
    "...",
    "!",
    '"',
    "“",
    "”",
    "(",
    ")",
    ".",
    "'",
]
PROSE = st.lists(st.sampled_from([*PIECES, " ", " ", "\n", "\n\n", "\r\n", "\t"])).map("".join)
ANYTHING = st.one_of(PROSE, st.text(max_size=80))


def split(text: str) -> list[str]:
    """Return the sentences as strings."""
    return [sentence.of(text) for sentence in texts.sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Ana Holt met Maj. J. R. Doe on St. Vitus Street in Washington, D.C., on Jan. 5.",
        "The U.S. Army and the U.N. mission agreed with Mr. Roe of Acme Inc. of Delaware.",
        "The town of Orva (pop. 9,000) is quiet.",
        "It cost $5.5 million, i.e. No. 3 on the list, at 9 a.m. EST on Friday.",
        '"Stop!" he shouted at the gate.',
        "He waited ... and left.",
        "U.S. Troops Leave the Valley",
        "Police (see p. 5) came to the bridge vs. the mayor's wish.",
        "The road near the town of\nUpper Valley was closed, police said on the\nmorning after.",
    ],
)
def test_one_sentence_stays_whole(text: str) -> None:
    """Abbreviations, initials, numbers, quoted stops and wrapped lines end nothing."""
    assert split(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "They left.|Nobody was hurt.",
        '"They left."|Nobody was hurt.',
        "“They left.”|“Who?” he asked.",
        "They flew to the U.S.|The talks begin on Monday.",
        "They returned from the U.S.|Officials said so.",
        "It happened at 9 p.m.|Police came.",
        "He said no.|Five others agreed.",
        "Was it 5.5?|Yes.|It was!|(Reporting by A. Roe; Editing by B. Doe)",
        "It was quiet...|Then the shooting began.",
        "Road closed at the pass|Drivers waited for hours.",
    ],
)
def test_sentences_end_where_they_end(text: str) -> None:
    """A stop before a new beginning, and a heading before its text, divide."""
    joint = "\n" if text.startswith("Road") else " "
    assert split(text.replace("|", joint)) == text.split("|")


def test_lost_space_between_sentences_is_noticed() -> None:
    """Scraped pages lose the space after a stop; the sentence still ends there."""
    assert split("They left the town.Police came.") == ["They left the town.", "Police came."]
    assert split("See example.com or ASP.Net.") == ["See example.com or ASP.Net."]


def test_blank_line_always_ends_a_sentence() -> None:
    """Whatever stands before a blank line, the sentence is over."""
    assert split("Photo by Gen.\n\nholt and others") == ["Photo by Gen.", "holt and others"]


def test_lines_are_paragraphs_unless_wrapped() -> None:
    """A line break divides paragraphs where it ends a thought, not where a width was reached."""
    lines = "One road was closed.\nAnother one was open."
    wrapped = "One road was\nclosed. Another\none was open."
    assert [span.of(lines) for span in texts.paragraphs(lines)] == lines.split("\n")
    assert [span.of(wrapped) for span in texts.paragraphs(wrapped)] == [wrapped]


def test_tokens_of_a_stretch_stay_inside_it() -> None:
    """Tokens of a span keep the offsets of the whole text."""
    text = "He didn't see O'Brien's 2,000 men at 10:30."
    found = [token.of(text) for token in texts.tokens(text, Span(3, 42))]
    assert found == ["did", "n't", "see", "O'Brien", "'s", "2,000", "men", "at", "10:30"]


@pytest.mark.parametrize("split_up", [texts.sentences, texts.paragraphs, texts.tokens])
@given(text=ANYTHING)
def test_spans_cover_every_character(
    split_up: Callable[[str], tuple[Span, ...]], text: str
) -> None:
    """Spans are sorted, disjoint and trimmed, and leave out nothing but white space."""
    spans = split_up(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    kept = "".join("".join(span.of(text) for span in spans).split())
    assert kept == "".join(text.split())


@pytest.mark.parametrize("unit", ["a", ".", '"', "'", " ", "\n", "A. ", ". ", "“", "n't", "x\n"])
def test_time_grows_with_length_only(unit: str) -> None:
    """A quarter of a megabyte of one thing is no trap for any of the three."""
    text = unit * (250_000 // len(unit))
    for split_up in (texts.sentences, texts.paragraphs, texts.tokens):
        assert cpu_seconds(partial(split_up, text)) < 5


@given(st.text(max_size=20))
def test_no_letter_moves(text: str) -> None:
    """A capital whose small letter has two signs stays as it is."""
    assert len(texts.lowered(text + "İ")) == len(text) + 1
    assert texts.lowered(text + "İ")[-1] == "İ"
