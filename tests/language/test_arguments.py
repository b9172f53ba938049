"""Who did what to whom, for the words that tell of a deed."""

import pytest

from geo.language.arguments import arguments, speakers
from geo.model import Span


def told(text: str, words: str) -> tuple[list[str], list[str]]:
    """Return the agents and the patients."""
    start = text.index(words)
    found = arguments(text, Span(0, len(text)), Span(start, start + len(words)))
    return [p.span.of(text) for p in found.agents], [p.span.of(text) for p in found.patients]


@pytest.mark.parametrize(
    ("text", "words", "agents", "patients"),
    [
        ("The killing of two officers by rebels was condemned.", "killing",
         ["rebels"], ["two officers"]),
        ("A blast that killed three soldiers shook the town.", "blast", [], ["three soldiers"]),
        ("A rebel attack on a convoy began.", "attack", ["rebel"], ["a convoy"]),
        ("The army's shelling of villages went on.", "shelling", ["army"], ["villages"]),
        ("The journalist killing was condemned.", "killing", [], ["journalist"]),
        ("Clashes between police and students broke out.", "Clashes", ["police"], ["students"]),
        ("Separatists launched an attack on Monday.", "attack", ["Separatists"], []),
        ("The attack was carried out by separatists.", "attack", ["separatists"], []),
        ("Nobody claimed the attack.", "attack", [], []),
        ("A militia claimed responsibility for the attack.", "attack", ["A militia"], []),
        ("They blamed rebels for the attack.", "attack", ["rebels"], []),
        ("They blamed the attack on a bus on rebels.", "attack", ["rebels"], ["a bus"]),
        ("He condemned the murder of two judges by gunmen.", "murder", ["gunmen"], ["two judges"]),
        ("The convoy came under fire from rebels.", "came under fire",
         ["rebels"], ["The convoy"]),
        ("Four people died in the attack by rebels.", "attack", ["rebels"], ["Four people"]),
        ("Gunmen opened fire, killing a guard.", "opened fire",
         ["Gunmen"], ["fire", "a guard"]),
    ],
)  # fmt: skip
def test_nouns_and_verbs_have_their_arguments(
    text: str, words: str, agents: list[str], patients: list[str]
) -> None:
    """By what stands around a noun, by the verb it depends on, by the verbs that follow."""
    assert told(text, words) == (agents, patients)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Two men were shot, police said.", ["police"]),
        ("Two men were shot, according to the mayor.", ["the mayor"]),
        ("“Two men were shot,” said a nurse.", ["a nurse"]),
        ("Two men were shot.", []),
    ],
)
def test_who_says_so(text: str, who: list[str]) -> None:
    """Before the verb or behind it; nobody where nobody is said to."""
    assert [phrase.span.of(text) for phrase in speakers(text, Span(0, len(text)))] == who


def test_a_stretch_of_blanks_tells_of_nothing() -> None:
    """Where no word stands nobody did anything."""
    assert arguments("Rebels  fled.", Span(0, 13), Span(6, 8)).agents == ()


def test_offsets_count_in_the_whole_text() -> None:
    """A sentence further down has its phrases where they stand."""
    text = "It rained. Rebels killed a guard."
    found = arguments(text, Span(11, len(text)), Span(18, 24))
    assert [phrase.span.of(text) for phrase in found.agents + found.patients] == [
        "Rebels",
        "a guard",
    ]
