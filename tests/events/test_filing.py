"""Rows are filed by their rarest word, and found by the words of a sentence."""

from __future__ import annotations

import pytest

from geo.events.filing import (
    Index,
    Row,
    WordIndex,
    commonness,
    is_joined,
    named,
    possible,
)
from geo.lexicon import default_lexicon
from geo.model import Span


def row(words: str, order: int = 0, kind: str = "riot", role: str = "trigger") -> Row:
    """Return a row that needs each of its words."""
    first, *needs = (frozenset({word}) for word in words.split())
    return Row(order, kind, role, words, first, tuple(needs), verb=True)


def filed(*rows: Row) -> Index:
    """File rows by their first word."""
    index: Index = {}
    for one in rows:
        for word in one.first:
            index.setdefault(word, []).append(one)
    return index


def test_a_row_is_asked_only_where_all_its_needs_have_a_word() -> None:
    """Half a row costs nothing."""
    index = filed(row("set cars alight", 1), row("set", 2), row("stoned", 3))
    asked = possible(index, WordIndex("they set the cars ablaze"))
    assert [one.order for one in asked] == [2]


def test_a_row_that_two_words_lead_to_is_asked_once() -> None:
    """It is filed under each word that it can begin with."""
    either = Row(1, "riot", "trigger", "burn|torch", frozenset({"burn", "torch"}), (), verb=True)
    assert len(list(possible(filed(either), WordIndex("burn and torch")))) == 1


def test_where_a_word_stands_is_told_for_whole_words_only() -> None:
    """The riot is neither in "patriot" nor in "rioter"."""
    assert WordIndex("a patriot, a rioter, a riot").positions["riot"] == [5]


def test_numbers_and_places_go_by_one_key_each() -> None:
    """A number is one word, whatever it is grouped by."""
    said = WordIndex("3,500 people and 20 in ꙮnin")
    assert {"#", "@"} <= said.known
    assert (said.positions["#"], said.positions["@"]) == ([0, 3], [5])


def test_a_rare_word_outweighs_all_common_ones() -> None:
    """Every sentence has "the" and "in", few have "arson"."""
    assert commonness(frozenset({"the"})) > commonness(frozenset({"arson"})) * 100


def test_a_row_of_what_they_do_is_none_of_what_is_done_to_them() -> None:
    """Police who were stoned stoned nobody; who were seen to do it did."""
    stoned = Row(1, "riot", "trigger", "", frozenset(), (), verb=True, done=frozenset({"stoned"}))
    for said, turned in (
        ("police were badly stoned when the crowd", True),
        ("police were insulted or stoned", True),
        ("police stoned by rioters", True),
        ("police stoned the crowd", False),
        ("police were seen and stoned the crowd", False),
        ("police stoned by night", False),
    ):
        assert stoned.turned(said, Span(0, len(said))) is turned
    assert stoned.turned("police stoned by rioters", Span(0, len("police stoned")))


def test_what_an_attack_did_is_no_attack_by_itself() -> None:
    """Where it "came after soldiers left" none were attacked; "the attack on soldiers" tells it."""
    attack = Row(1, "clash", "given", "v:attack ... army", frozenset(), (), verb=True)
    for sentence, noun in (
        ("the attack came after the army left", True),
        ("the attack on the army", False),
        ("the attack was launched on the army", False),
        ("they attack towed army lorries", False),
        ("gas attack killed six in the army", True),
    ):
        assert named(attack, WordIndex(sentence), 1) is noun


def test_what_describes_a_thing_is_no_deed() -> None:
    """A "parked van" befell nothing; who is wanted "in" a town was so."""
    verb = Row(1, "roadblock", "trigger", "v:park ... n:van", frozenset({"parked"}), (), verb=True)
    for text, is_named in (
        ("a bomb hit a parked van near it", True),
        ("he had parked a van on it", False),
        ("the parked by the road", False),
    ):
        said = WordIndex(text)
        assert named(verb, said, said.words.index("parked")) is is_named


def test_a_participle_before_its_noun_is_an_epithet_where_nobody_is_left_who_did_it() -> None:
    """Behind a preposition, a genitive, or an article and its adverb, unless that says when."""
    for text, is_named in (
        ("the family of deposed president kone", True),
        ("the land's deposed president kone", True),
        ("his much loved, the widely deposed president", True),
        ("the recently deposed president kone", False),
        ("mutineers deposed president kone", False),
        ("he was of those who deposed the president", False),
        ("deposed president kone is abroad", True),
    ):
        said = WordIndex(text)
        depose = row("v:depose ... n:president", kind="coup")
        assert named(depose, said, said.words.index("deposed")) is is_named, text


def test_a_hyphen_makes_an_adjective_of_a_verb() -> None:
    """A "thatch-choked tunnel" blocks nothing; who was "re-arrested" was arrested."""
    verb = Row(1, "roadblock", "trigger", "v:choke", frozenset({"choked"}), (), verb=True)
    noun = Row(2, "protest", "trigger", "n:protest", frozenset({"protest"}), (), verb=False)
    for one, text, at, joined in (
        (verb, "a thatch-choked tunnel", 2, True),
        (verb, "they choked the road", 1, False),
        (verb, "they re-choked the road", 2, False),
        (noun, "an anti-protest law", 2, False),
    ):
        assert is_joined(one, WordIndex(text), at) is joined


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Militia killed six people in Bunia and burned houses in Djugu.", "burned houses"),
        ("Robbers held up a bank and stole cash.", "stole cash"),
        ("Two gunmen hijacked a bus and threatened to kill the driver.", "gunmen hijacked a bus"),
        ("Farmers failed to reach the mint but blocked a highway.", "blocked a highway"),
    ],
)
def test_a_second_deed_of_one_subject_begins_with_its_verb(text: str, told: str) -> None:
    """What the first was, and where, is not told of it."""
    assert told in {t.span.of(text) for t in default_lexicon().find(text)}
