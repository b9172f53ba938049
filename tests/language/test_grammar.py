"""Subjects, objects and agents of verbs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.language import grammar
from geo.language.almanac import words
from geo.language.chunks import parse

WORDS = st.lists(
    st.sampled_from(
        sorted(
            words(
                "rebels police who that killed was were by and , of in the two shot said to attack "
                "attacking soldiers Galdor on Monday not he"
            )
        )
    ),
    max_size=60,
)


def told(said: str, word: str) -> tuple[list[str], list[str]]:
    """Return the heads of who does it and of whom it befalls, by the verb's word."""
    sentence = parse(said)
    verb = next(g for g in sentence.groups if sentence.words[g.head] == word)
    subjects = grammar.subjects(sentence, verb)
    if grammar.is_passive(sentence, verb):
        does, befallen = grammar.agents(sentence, verb), subjects
    else:
        does, befallen = subjects, grammar.objects(sentence, verb)
    return [sentence.words[c.head] for c in does], [sentence.words[c.head] for c in befallen]


@pytest.mark.parametrize(
    ("said", "word", "does", "befallen"),
    [
        ("Gunmen killed two guards.", "killed", ["Gunmen"], ["guards"]),
        ("Two guards were killed by gunmen.", "killed", ["gunmen"], ["guards"]),
        ("Gunmen shot and killed a guard.", "shot", ["Gunmen"], ["guard"]),
        ("He was captured and killed by rebels.", "killed", ["rebels"], ["He"]),
        ("The men who attacked police fled.", "fled", ["men"], []),
        ("The men who attacked police fled.", "attacked", ["who"], ["police"]),
        ("Villagers killed by rebels were buried.", "killed", ["rebels"], ["Villagers"]),
        ("A mine exploded, killing a boy and a girl.", "killing", ["mine"], ["boy", "girl"]),
        ("Police in Galdor arrested him.", "arrested", ["Police"], ["him"]),
        ("Ana Kos, a teacher from Ulver, was kidnapped.", "kidnapped", [], ["Kos"]),
        ("Rebels stormed the town and burned houses.", "burned", ["Rebels"], ["houses"]),
        ("Soldiers, police and rebels attacked it.", "attacked",
         ["Soldiers", "police", "rebels"], ["it"]),
        ("Police said gunmen attacked a bus.", "attacked", ["gunmen"], ["bus"]),
        ("He accused rebels of killing a priest.", "killing", ["rebels"], ["priest"]),
        ("A bomb in Orva, northern Galdor, killed two guards.", "killed", ["bomb"], ["guards"]),
        ("A bomb in Orva, a port, late on Monday killed a guard.", "killed", ["bomb"], ["guard"]),
        ("Gunmen, police said, killed two guards.", "killed", ["Gunmen"], ["guards"]),
        ("Gunmen, the mayor said on Monday, killed a guard.", "killed", ["Gunmen"], ["guard"]),
        ("A bomb went off, police said, killing a boy.", "killing", ["bomb"], ["boy"]),
        ("A bus was hit by a rocket, killing a boy.", "killing", ["rocket"], ["boy"]),
        ("It hit a bus in Orva, which lies in Galdor, hurting a boy.", "hurting", ["It"], ["boy"]),
        ("Men who were short of food retreated.", "retreated", ["Men"], []),
        ("It was fine, and masked men shot two guards.", "shot", ["men"], ["guards"]),
        ("Prices rose, but on Monday soldiers shot a guard.", "shot", ["soldiers"], ["guard"]),
        ("He came to Orva, where troops seized ten rifles.", "seized", ["troops"], ["rifles"]),
    ],
)  # fmt: skip
def test_who_does_what_to_whom(said: str, word: str, does: list[str], befallen: list[str]) -> None:
    """Active and passive, coordination, relative clauses, participles, appositions."""
    assert told(said, word) == (does, befallen)


@settings(deadline=None)  # the first example may load tables
@given(WORDS)
def test_any_words_have_an_answer(said: list[str]) -> None:
    """However the words stand, every verb has chunks of the sentence, or none."""
    sentence = parse(" ".join(said))
    for verb in sentence.groups:
        found = (
            *grammar.subjects(sentence, verb),
            *grammar.objects(sentence, verb),
            *grammar.agents(sentence, verb),
        )
        assert set(found) <= set(sentence.chunks)
