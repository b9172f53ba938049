"""The grammatical form of what tells of a deed."""

from __future__ import annotations

import pytest

from geo.events.forms import form


@pytest.mark.parametrize(
    ("before", "trigger", "behind", "noun", "found"),
    [
        ("the minister fears ", "kidnappings", " in the north.", True, "a bare plural"),
        ("they live off ", "murder", " and theft.", True, "a bare noun"),
        ("he was accused of ", "torture", " at the jail.", True, "a mass noun"),
        ("the men planned to ", "kidnap", " a judge.", False, "an infinitive"),
        ("they ", "attack", " the villages.", False, "a bare present"),
        ("a ", "kidnapping", " ring was found.", True, "an attribute"),
    ],
)
def test_what_names_a_sort_has_a_form(
    before: str, trigger: str, behind: str, found: str, *, noun: bool
) -> None:
    """None of these says that a deed was done."""
    assert form(trigger, before, behind, noun=noun) == found


@pytest.mark.parametrize(
    ("before", "trigger", "behind"),
    [
        ("rebels ", "attacked", " a mill."),
        ("a judge was ", "kidnapped", " on monday."),
        ("youths gathered to ", "attack", " the gate."),
        ("a driver saw ", "troops patrolling the gate", "."),
        ("there were ", "troops patrolling the gate", "."),
    ],
)
def test_a_finite_past_asserts_a_deed(before: str, trigger: str, behind: str) -> None:
    """Nothing else need tell that it was done."""
    assert form(trigger, before, behind, noun=False) is None
