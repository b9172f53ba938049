"""Sentences taken apart: words, noun chunks, verb groups."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from geo.language.chunks import LONGEST, parse

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


def chunks(said: str) -> list[str]:
    """Return the noun chunks as words."""
    told = parse(said)
    return [" ".join(told.words[chunk.first : chunk.last]) for chunk in told.chunks]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("NATO-led troops left Galdor.", ["NATO - led troops", "Galdor"]),
        ("Kosovo's police held three men.", ["Kosovo 's police", "three men"]),
        ("At least 12 people died on Monday.", ["At least 12 people"]),
        ("Gen. Petar Holm resigned.", ["Gen . Petar Holm"]),
        ("An 11-year-old boy was hurt.", ["An 11 - year - old boy"]),
        ("The wounded were taken away.", ["The wounded"]),
        ("Tolmen, May 9 - Two soldiers were shot.", ["Tolmen", "May 9", "Two soldiers"]),
        ("9 - 10 sellers came.", ["9 - 10 sellers"]),
    ],
)
def test_chunks_hold_what_stands_before_a_noun(said: str, found: list[str]) -> None:
    """Articles, numbers, owners and hyphens belong to the noun; days stand alone."""
    assert chunks(said) == found


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("The bridge was blown up.", ("finite", True, False, "past")),
        ("They have not attacked us.", ("finite", False, True, "past")),
        ("Rebels will attack the town.", ("finite", False, False, "future")),
        ("The army shells the valley.", ("finite", False, False, "present")),
    ],
)
def test_verb_groups_say_how_it_was_done(said: str, told: tuple[object, ...]) -> None:
    """Passive, negation and tense are read off the auxiliaries."""
    group = parse(said).groups[0]
    assert (group.form, group.passive, group.negated, group.tense) == told


def test_who_shoots_at_something_does_so() -> None:
    """A noun has nobody before it: "a slap shot at goal"."""
    *_, group = parse("Shops shut after gunmen shot at a bus.").groups
    assert group.tense == "past"


def test_a_modal_leaves_the_time_open() -> None:
    """What may be done is neither past nor present."""
    group = parse("Police may close the road.").groups[0]
    assert (group.modal, group.tense) == ("may", None)


@settings(deadline=None)  # the first example may load tables
@given(TEXT)
@example("\x1b\x1b'0")
def test_parts_stand_in_order_and_apart_in_any_text(said: str) -> None:
    """Whatever the text is, chunks and groups cover tokens of it, none of them twice."""
    told = parse(said)
    parts = [*((c.first, c.head, c.last) for c in told.chunks)]
    parts += [(g.first, g.head, g.last) for g in told.groups]
    assert all(first <= head < last <= len(told.words) for first, head, last in parts)
    assert all(one[2] <= other[0] for one, other in pairwise(sorted(parts)))
    assert len(told.letters) == len(told.words) <= LONGEST
