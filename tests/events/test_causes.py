"""Which word of a sentence tells of a deed: the verb of harm takes over the kind of its cause."""

from __future__ import annotations

import pytest

from geo.lexicon import default_lexicon


def told(sentence: str) -> list[tuple[str, str]]:
    """Return the kinds of a sentence and the words that tell of them."""
    return [(t.kind.name, t.span.of(sentence)) for t in default_lexicon().find(sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Nine gunners were killed in an explosion at noon.", [("explosion", "killed")]),
        ("A roadside bomb near the mill killed one miner.", [("explosion", "killed")]),
        ("Nine rebels were killed in clashes with troops.", [("armed_clash", "killed")]),
        ("Two boys were killed when a grenade exploded in a yard.", [("grenade_attack", "killed")]),
        ("Two clerks were killed in an arson attack.", [("arson", "killed")]),
        ("A gas attack killed six clerks in Varn.", [("chemical_attack", "gas attack")]),
        ("A gun attack took place in Varn.", [("shooting", "gun attack")]),
        ("A cook was shot dead in an ambush near Varn.", [("shooting", "shot dead")]),
        ("Two were wounded, one was killed by a mine.", [("explosion", "was killed by a mine")]),
        ("Six miners were killed as shells fell and mortar fire went on.", None),
    ],
)
def test_the_verb_that_asserts_it_tells_the_kind_of_its_cause(
    sentence: str, expected: list[tuple[str, str]] | None
) -> None:
    """A cause named by a noun, as the subject or behind "in", "by", "when", gives only the kind."""
    found = told(sentence)
    assert found == expected if expected else found[0][1] == "killed"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("A bomb exploded at the mill, killing eight.", "bomb exploded"),
        ("Gunmen opened fire on a bus and wounded two.", "opened fire"),
    ],
)
def test_the_first_predicate_keeps_what_follows_from_it(sentence: str, words: str) -> None:
    """Where a verb told of the deed already, the harm it did opens no second one."""
    assert [span for _, span in told(sentence)] == [words]


def test_harm_elsewhere_is_a_deed_of_its_own() -> None:
    """Another subject and another verb behind "and" tell of something else."""
    sentence = "A bomb exploded in the port, and a judge was killed in the hills."
    assert [kind for kind, _ in told(sentence)] == ["explosion", "explosion"]


def test_a_known_cause_makes_it_a_retelling() -> None:
    """Who is killed in "the blast" adds to what was told before, in "a blast" tells it."""
    for article, known in (("the", True), ("a", False)):
        sentence = f"Two guards were killed in {article} blast at the gate."
        assert [t.generic for t in default_lexicon().find(sentence)] == [known]


def test_harm_that_only_a_cause_makes_violence_needs_one() -> None:
    """Property that was destroyed by a bomb is the bomb's; a mill that burnt down is nobody's."""
    assert told("A bomb destroyed a school.") == [("explosion", "bomb destroyed")]
    assert told("A flood destroyed a school.") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Raiders killed two ferrymen and stole their boat.", {"attack", "robbery"}),
        ("Robbers robbed an inn in Varn, killing the innkeeper.", {"attack", "robbery"}),
        ("A clerk was killed during a robbery in Varn.", {"attack", "robbery"}),
        ("A clerk was shot dead in a robbery in Varn.", {"shooting", "robbery"}),
        ("Robbers robbed an inn in Varn, wounding the innkeeper.", {"robbery"}),
    ],
)
def test_who_kills_and_steals_killed(sentence: str, expected: set[str]) -> None:
    """A theft gives its name to the hurt, and to no killing."""
    assert {kind for kind, _ in told(sentence)} == expected
