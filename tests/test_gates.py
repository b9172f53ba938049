"""What is told to report nothing reports nothing, whatever in it is a place."""

import re
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import gates
from geo.events import roles
from geo.gazetteer import Gazetteer
from geo.language.almanac import words
from geo.language.words import words as known
from geo.lexicon import default_lexicon
from geo.model import Article, Span
from geo.pipeline import Reader
from geo.toponymy import phrases

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
        "alleged masked booked hostage away lynch-mob ex-thief ak-47s u.s. won't north gates all "
        "country"
    )
)
WORD = st.tuples(st.sampled_from(WORDS), st.booleans(), st.booleans())


def _told(told: list[tuple[str, bool, bool]], *, small: bool = False) -> tuple[str, list[Span]]:
    """Return a sentence of words, some with a capital, and some of these, or of all, as places."""
    text, places = "", []
    for word, capital, place in told:
        said = word.capitalize() if capital else word
        at = len(text) + (text != "")
        text = f"{text} {said}" if text else said
        if place and any(map(str.isalnum, said)) and (small or said != said.lower()):
            places.append(Span(at, at + len(said)))
    return text, places


@given(st.lists(WORD, min_size=2, max_size=16))
def test_rows_tell_nothing_where_they_may_not(told: list[tuple[str, bool, bool]]) -> None:
    """A sentence in which no row may match has no trigger, whichever names are places."""
    text, places = _told(told)
    whole = Span(0, len(text))
    assert LEXICON.may_tell(text, whole) or not LEXICON.find(text, whole, places)


@given(st.lists(WORD, min_size=2, max_size=16))
def test_rows_tell_nothing_where_any_word_may_be_a_place(
    told: list[tuple[str, bool, bool]],
) -> None:
    """Where capitals do not count any word may be a place, and no row is passed over."""
    text, places = _told(told, small=True)
    whole = Span(0, len(text))
    assert LEXICON.may_tell(text, whole, capital=False) or not LEXICON.find(text, whole, places)


@given(told=st.lists(WORD, min_size=2, max_size=16), small=st.booleans())
def test_roles_tell_nothing_where_they_may_not(
    *, told: list[tuple[str, bool, bool]], small: bool
) -> None:
    """Nor has one that no frame may tell of."""
    text, places = _told(told, small=small)
    whole = Span(0, len(text))
    assert roles.may_tell(text, whole, LEXICON) or not roles.find(text, whole, places, LEXICON)


@given(told=st.lists(WORD, min_size=2, max_size=16), small=st.booleans())
def test_what_is_not_parsed_would_tell_nothing(
    *, told: list[tuple[str, bool, bool]], small: bool
) -> None:
    """A sentence without both parties of a frame is not parsed, and no parse would find them."""
    text, places = _told(told, small=small)
    whole = Span(0, len(text))
    found = roles.find(text, whole, places, LEXICON)
    with (
        patch.object(roles._Heard, "has", return_value=True),
        patch.object(roles._Heard, "has_words", return_value=True),
    ):
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


PHRASES = (
    "the north of the country",
    "western part of the province",
    "all four gates",
    "both posts",
)
PIECES = st.sampled_from([*WORDS, *PHRASES, "in the east", "the border crossings"])


@pytest.mark.parametrize("said", PHRASES)
@pytest.mark.parametrize("told", ["rebels entered", "group seized", "army retook"])
def test_a_place_without_a_name_is_one(told: str, said: str) -> None:
    """A side of the country and a set of gates have no capital, and rows ask for a place there."""
    text = f"It was cold at the border crossing. The {told} {said}."
    assert gates.may_report(Article("a", text), LEXICON)
    assert gates.may_report(Article("a", "It was cold.", title=text.replace(". ", ": ")), LEXICON)
    quiet = text.replace(told, "clerk drew")
    assert not gates.may_report(Article("a", quiet), LEXICON)


@given(st.lists(PIECES, min_size=1, max_size=8))
def test_no_place_without_a_name_is_passed_over(pieces: list[str]) -> None:
    """What rows tell of the places that ``mentions`` finds without a name is never dropped."""
    said = " ".join(pieces)
    text = f"The border crossing near Orvamba was cold, {said}"
    found = [phrase.span for phrase in phrases.find(text, known().directions)]
    told = LEXICON.find(text, Span(0, len(text)), found)
    assert not told or gates.may_report(Article("a", text), LEXICON)


def test_a_reader_reports_what_it_reads_of_places_without_names(gazetteer: Gazetteer) -> None:
    """By either way, in the text as in the title."""
    reader, text = Reader(gazetteer), "The rebels entered the north of the country."
    for article in (Article("a", text), Article("a", "It rained.", title=text)):
        [report] = reader.reports(article)
        assert (report,) == reader.read(article).reports


@pytest.mark.parametrize(
    "text",
    [
        "A lynch-mob keelhauled the ex-thief.",
        "Two ex-thieves were keelhauled by the lynch-mob.",
        "Angry traders keelhauled two petty-thieves.",
    ],
)
def test_a_hyphen_parts_words_of_frames(text: str) -> None:
    """As it does where a frame is held against the parse: the last part says who it is."""
    whole = Span(0, len(text))
    assert [told.kind.name for told in roles.find(text, whole, [], LEXICON)] == ["mob_violence"]


def test_what_only_a_headline_or_a_part_tells_is_kept() -> None:
    """The title counts, and so does what stands behind a semicolon."""
    quiet = Article("a", "The council of Orvamba met on Monday. It spoke of its budget.")
    assert not gates.may_report(quiet, LEXICON)
    shot = Article("a", quiet.text, title="Three shot dead in Orvamba")
    assert gates.may_report(shot, LEXICON)
    longer = re.sub(r"\.$", "; the mob keelhauled the alleged pickpocket in Belt.", quiet.text)
    assert gates.may_report(Article("a", longer), LEXICON)
