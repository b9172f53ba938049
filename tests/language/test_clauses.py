"""Sentences are cut where a clause begins, and nothing is lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.language.clauses import at_semicolons, holding, is_past, split
from geo.model import Span
from tests.stopwatch import cpu_seconds


def whole(text: str) -> Span:
    """Return the span of it all."""
    return Span(0, len(text))


def parts(text: str) -> list[str]:
    """Return the clauses of a sentence in words."""
    return [clause.span.of(text).strip() for clause in split(text, whole(text))]


def test_a_relative_clause_ends_at_its_comma() -> None:
    """What follows belongs to the main clause again."""
    assert parts("The miners, who want pay, blocked the pass.") == [
        "The miners,",
        "who want pay,",
        "blocked the pass.",
    ]


@pytest.mark.parametrize("day", ["on May 6, 1945", "with 1,200 others"])
def test_the_comma_of_a_number_ends_no_clause(day: str) -> None:
    """Nor does that before the year of a day."""
    told = parts(f"The miner, who was shot in Tolmen {day}, has a grave.")
    assert told[1] == f"who was shot in Tolmen {day},"


def test_a_cause_is_a_clause_of_its_own() -> None:
    """What stands behind "after" came before the rest, and says so."""
    text = "Shops closed after gunmen fired on a tram."
    clause = holding(text, Span(0, len(text)), Span(text.index("fired"), len(text)))
    assert clause.cause
    assert not clause.aside


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Miners who refused the offer occupied the mint.",
            ["Miners", "who refused the offer", "occupied the mint."],
        ),
        (
            "Miners – who came last week – occupied the mint.",
            ["Miners –", "", "who came last week –", "occupied the mint."],
        ),
        (
            "A nun whose brother was hurt sued the mill.",
            ["A nun", "whose brother was hurt", "sued the mill."],
        ),
        (
            "Men who had been hurt and left behind were flown out.",
            ["Men", "who had been hurt and left behind", "were flown out."],
        ),
        ("Guards beat a man who stole bread.", ["Guards beat a man", "who stole bread."]),
        ("The inn in which they met was shut.", ["The inn in which they met was shut."]),
    ],
)
def test_a_relative_clause_without_commas_ends_before_the_main_verb(
    text: str, expected: list[str]
) -> None:
    """At its second verb; behind a main verb it is the rest of the sentence."""
    assert parts(text) == expected


def test_an_apposition_ends_no_cause() -> None:
    """A comma before the verb of the cause belongs to a pair; the cause goes on behind it."""
    text = "The walls, which rose in May after the guards, many of them boys, seized the inn, fell."
    (cause,) = (c for c in split(text, whole(text)) if c.cause)
    assert cause.span.of(text) == "after the guards, many of them boys, seized the inn,"
    text = "The boys, who had been there since Sunday, left the inn, and sang."
    assert "left the inn," in parts(text)
    text = "Shops shut after guards, who came by boat, seized the inn."
    assert holding(text, whole(text), Span(text.index("seized"), len(text))).cause


@pytest.mark.parametrize(
    "front",
    [
        "After guards held a nun,",
        "Hours after the blast,",
        "After guards, most of them boys, held a nun,",
        "Despite the rain,",
    ],
)
def test_a_cause_in_front_ends_before_the_main_clause(front: str) -> None:
    """Its comma closes it, that of an apposition in it does not."""
    text = f"{front} crowds gathered."
    main = holding(text, whole(text), Span(text.index("crowds"), len(text)))
    assert main.span.of(text).strip() == "crowds gathered."
    assert not main.cause
    assert split(text, whole(text))[-2].cause


def test_what_happens_at_the_same_time_stays_together() -> None:
    """A day or place in the one is that of the other."""
    assert len(parts("When guards held a nun on Friday, crowds gathered.")) == 1


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In Galdor, where the feud began, farmers blocked a bridge.",
            ["In Galdor,", "where the feud began,", "farmers blocked a bridge."],
        ),
        (
            "Galdor, where guards were hurt, where the bank burned, was calm.",
            ["Galdor,", "where guards were hurt,", "where the bank burned,", "was calm."],
        ),
        (
            "Farmers blocked a bridge in Galdor, where the feud began.",
            ["Farmers blocked a bridge in Galdor,", "where the feud began."],
        ),
    ],
)
def test_what_is_told_of_a_place_ends_at_its_comma(text: str, expected: list[str]) -> None:
    """What follows belongs to the main clause again, or is told of the place as well."""
    assert parts(text) == expected


@pytest.mark.parametrize("since", ["since Sunday", "since late Sunday night", "since their arrest"])
def test_since_when_somebody_was_held_is_no_part_of_the_main_clause(since: str) -> None:
    """It ends before the main verb, as the clause that it belongs to."""
    assert parts(f"Men who had been held {since} were freed.") == [
        "Men",
        "who had been held",
        since,
        "were freed.",
    ]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("A bomb in Arno killed six, a blast in Belt killed two.", "a blast in Belt killed two."),
        ("Guards held a man, a soldier hurt in the war, on Friday.", None),
        ("Rebels seized a lorry, two cars and a bus.", None),
    ],
)
def test_commas_alone_part_what_has_verbs_and_objects(text: str, last: str | None) -> None:
    """Who is only described between commas has no object behind his verb."""
    clauses = split(text, Span(0, len(text)))
    assert clauses[-1].span.of(text) == (last or text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Guards held a nun; a bomb hit a mill; two boys fled.", 3),
        ("Guards held a nun; in Arno, two; in Belt, nobody; a bomb hit a mill.", 2),
        ("In Arno, two; in Belt, six were hurt; a bomb hit a mill.", 2),
        ("A nun; a boy; a mill.", 1),
    ],
)
def test_what_has_no_verb_goes_on_with_the_part_before(text: str, expected: int) -> None:
    """However many parts it has grown by, one verb makes a sentence of it."""
    found = at_semicolons(text, whole(text))
    assert len(found) == expected
    assert "".join(part.of(text) for part in found).replace(" ", "") == text.replace(" ", "")


def test_a_list_of_thousands_is_read_once() -> None:
    """The part that grows is not searched again for its verb at each semicolon."""
    text = "a b; " * 4000
    assert cpu_seconds(lambda: at_semicolons(text, whole(text))) < 1


def test_who_organised_something_did_it() -> None:
    """The word is a past verb as others are, though crime may be organised too."""
    assert is_past("organised")
    assert is_past("organized")
    assert not is_past("armed")
