"""The main clause is read over clauses and insertions that tell of deeds of their own."""

from __future__ import annotations

import pytest

from geo.events.mainclauses import main_clause
from geo.lexicon import default_lexicon


@pytest.mark.parametrize(
    ("said", "main"),
    [
        ("a cook who was held in may was freed.", "a cook was freed."),
        ("a cook, held in may, was freed.", "a cook was freed."),
        ("rebels said on sunday that they had left orva.", "rebels had left orva."),
        ("the army announced it had retaken orva.", "the army had retaken orva."),
        ("farmers angry about a crash blocked a road.", "farmers blocked a road."),
        ("a march for peace was held.", "a march was held."),
        ("farmers angry about a man shot by troops.", ""),
        ("police held a man who fled orva.", ""),
        ("rebels said the army had left orva.", ""),
        ("rebels denied that they had left orva.", ""),
    ],
)
def test_what_parts_who_acts_from_his_verb_leaves_blanks(said: str, main: str) -> None:
    """A clause behind the verb parts nothing, and who speaks of others did not do it."""
    told = main_clause(said, said.replace("may", "May"))
    assert len(told) == len(said)
    assert " ".join(told.split()) == (main or said)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "A reporter who was arrested in May was freed in Orva.",
            [("arrest", "arrested"), ("prisoner_release", "was freed")],
        ),
        ("Rebels said they had withdrawn from Orva.", [("troop_withdrawal", "had withdrawn from")]),
    ],
)
def test_it_tells_beside_what_parts_it(text: str, told: list[tuple[str, str]]) -> None:
    """Each deed by its own words, of the kind that who acts makes of it."""
    found = [(t.kind.name, t.span.of(text)) for t in default_lexicon().find(text)]
    assert [one for one in found if one in told] == told
