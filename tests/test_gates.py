"""What is told to report nothing reports nothing, whatever in it is a place."""

import re
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from geo import gates
from geo.events import roles
from geo.language.almanac import words
from geo.lexicon import default_lexicon
from geo.model import Article, Span

LEXICON = default_lexicon()
WORDS = sorted(
    words(
        "the a of in on at by from to and but who that said says was were be been not no two 12 "
        "1,000 2019 gunmen police soldiers rebels troops crowd villagers protesters farmers "
        "students mob thief suspect army workers shot killed attacked captured seized took "
        "taken blocked burned stormed fired bombed arrested marched clashed entered left "
        "withdrew pushed shelled exited fled road bridge town village base post border station "
        "bomb shots fire attack strike control dead wounded people men with down out into over "
        "towards near late early monday may march night morning yesterday said, 's - ; angry "
        "alleged masked booked hostage away"
    )
)
WORD = st.tuples(st.sampled_from(WORDS), st.booleans(), st.booleans())


def _told(told: list[tuple[str, bool, bool]]) -> tuple[str, list[Span]]:
    """Return a sentence of words, some with a capital, and of these some as places."""
    text, places = "", []
    for word, capital, place in told:
        said = word.capitalize() if capital else word
        at = len(text) + (text != "")
        text = f"{text} {said}" if text else said
        if place and said != said.lower():
            places.append(Span(at, at + len(said)))
    return text, places


@given(st.lists(WORD, min_size=2, max_size=16))
def test_rows_tell_nothing_where_they_may_not(told: list[tuple[str, bool, bool]]) -> None:
    """A sentence in which no row may match has no trigger, whichever names are places."""
    text, places = _told(told)
    whole = Span(0, len(text))
    assert LEXICON.may_tell(text, whole) or not LEXICON.find(text, whole, places)


@given(st.lists(WORD, min_size=2, max_size=16))
def test_roles_tell_nothing_where_they_may_not(told: list[tuple[str, bool, bool]]) -> None:
    """Nor has one that no frame may tell of."""
    text, places = _told(told)
    whole = Span(0, len(text))
    assert roles.may_tell(text, whole, LEXICON) or not roles.find(text, whole, places, LEXICON)


@given(st.lists(WORD, min_size=2, max_size=16))
def test_what_is_not_parsed_would_tell_nothing(told: list[tuple[str, bool, bool]]) -> None:
    """A sentence without both parties of a frame is not parsed, and no parse would find them."""
    text, places = _told(told)
    whole = Span(0, len(text))
    found = roles.find(text, whole, places, LEXICON)
    with patch.object(roles._Heard, "has", return_value=True):
        assert found == roles.find(text, whole, places, LEXICON)


def test_a_name_may_be_a_place_or_a_word() -> None:
    """Rows with a place ask for a name where it has to stand, and for none elsewhere."""
    told = "Rebels entered Orvamba on Monday."
    quiet = "In Orvamba the clerk took his time and closed the book."
    assert LEXICON.may_tell(told, Span(0, len(told)))
    assert not LEXICON.may_tell(quiet, Span(0, len(quiet)))
    small = told.lower()
    assert not LEXICON.may_tell(small, Span(0, len(small)))
    assert LEXICON.may_tell(small, Span(0, len(small)), capital=False)


def test_names_without_capitals_are_places_where_nothing_has_one() -> None:
    """Who writes all in small letters names places; so may the recogniser of somebody else."""
    small = Article("a", "the rebels entered orvamba on monday.")
    assert gates.may_report(small, LEXICON)
    other = Article("a", f"It rained. {small.text}")
    assert not gates.may_report(other, LEXICON)
    assert gates.may_report(other, LEXICON, ours=False)


def test_what_only_a_headline_or_a_part_tells_is_kept() -> None:
    """The title counts, and so does what stands behind a semicolon."""
    quiet = Article("a", "The council of Orvamba met on Monday. It spoke of its budget.")
    assert not gates.may_report(quiet, LEXICON)
    shot = Article("a", quiet.text, title="Three shot dead in Orvamba")
    assert gates.may_report(shot, LEXICON)
    longer = re.sub(r"\.$", "; the mob keelhauled the alleged pickpocket in Belt.", quiet.text)
    assert gates.may_report(Article("a", longer), LEXICON)
