"""Sentences are cut where a clause begins, and nothing is lost."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from geo.clauses import holding, split
from geo.model import Span


def parts(text: str) -> list[str]:
    """Return the clauses of a sentence in words."""
    return [clause.span.of(text).strip() for clause in split(text, Span(0, len(text)))]


def test_a_relative_clause_ends_at_its_comma() -> None:
    """What follows belongs to the main clause again."""
    assert parts("The miners, who want pay, blocked the pass.") == [
        "The miners,",
        "who want pay,",
        "blocked the pass.",
    ]


def test_a_cause_is_a_clause_of_its_own() -> None:
    """What stands behind "after" came before the rest, and says so."""
    text = "Shops closed after gunmen fired on a tram."
    clause = holding(text, Span(0, len(text)), Span(text.index("fired"), len(text)))
    assert clause.cause
    assert not clause.aside


def test_a_plain_sentence_is_one_clause() -> None:
    """No opener, no cut."""
    assert parts("Rebels held the bridge.") == ["Rebels held the bridge."]


@given(
    st.text(max_size=40), st.lists(st.sampled_from(["but", ", who", "after", ";", ", and", "x"]))
)
def test_clauses_cover_the_sentence(before: str, words: list[str]) -> None:
    """In order, without gap or overlap, so that each trigger has exactly one."""
    text = before + "a" + " b ".join(words)
    sentence = Span(len(before), len(text))
    spans = [clause.span for clause in split(text, sentence)]
    assert spans[0].start == sentence.start
    assert spans[-1].end == sentence.end
    assert all(one.end == other.start for one, other in pairwise(spans))
