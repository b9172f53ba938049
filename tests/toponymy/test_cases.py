"""The names of an article as cases."""

from typing import Any

import pytest

from geo.model import Mention, MentionClass, Span
from geo.toponymy import cases
from geo.toponymy.cases import Docket
from geo.toponymy.context import gather
from tests import namesakes


def call(text: str, *names: str, **known: Any) -> Docket:
    """Make the cases of the names of a text."""
    article = namesakes.article(text, **known)
    mentions = namesakes.named(text, *names)
    return cases.call(gather(article, mentions, namesakes.gazetteer()), mentions)


def test_mentions_that_ask_the_same_share_a_case() -> None:
    """Spelling and repetition make no new case."""
    docket = call("Dell, again Dell, and DELL", "Dell", "Dell", "DELL")
    assert len(docket.cases) == 1
    assert set(docket.of.values()) == {0}


def test_what_is_told_once_of_a_name_holds_for_it() -> None:
    """A holder named once holds for the bare name too, unless two are named."""
    docket = call("Dell, Upper Mark, froze. Dell", "Dell", "Upper Mark", "Dell")
    assert [h.place.id for case in docket.cases for h in case.held] == ["xa-upper"]
    text = "Dell, Upper Mark, and Dell, Lower Mark, froze. Dell"
    docket = call(text, "Dell", "Upper Mark", "Dell", "Lower Mark", "Dell")
    held = [[h.place.id for h in case.held] for case in docket.cases if case.group == 0]
    assert held == [["xa-upper"], ["xa-lower"], []]


def test_page_furniture_has_no_voice() -> None:
    """A name in an advert is answered, and says nothing of the article."""
    mention = Mention(Span(0, 4), "Dell", MentionClass.CLUTTER)
    article = namesakes.article("Dell")
    docket = cases.call(gather(article, (mention,), namesakes.gazetteer()), (mention,))
    assert docket.cases[0].strength == 0.0


@pytest.mark.parametrize("publisher", ["The Fenwick Eagle", "Fenwick Daily News", "Radio Fenwick"])
def test_a_publisher_is_heard(publisher: str) -> None:
    """The place in a publisher's name is a case of its own, without a mention."""
    docket = call("Snow fell in Dell", "Dell", publisher=publisher)
    assert [c.place.id for c in docket.cases[-1].candidates] == ["gn:5"]
    assert docket.groups == 2


@pytest.mark.parametrize("publisher", ["The Daily Star", "", "…", "the (("])
def test_a_publisher_without_a_place_is_not(publisher: str) -> None:
    """No place, no case."""
    assert len(call("Snow fell in Dell", "Dell", publisher=publisher).cases) == 1


@pytest.mark.parametrize(
    ("url", "country"),
    [
        ("https://news.example.xb/a", ["XB"]),
        ("https://news.example.io/a", []),
        ("https://news.example.com/a", []),
        ("http://[broken", []),
        ("no address", []),
    ],
)
def test_the_ending_of_an_address_is_a_country(url: str, country: list[str]) -> None:
    """Where the ending is sold to anybody, or is none, it says nothing."""
    docket = call("Snow fell in Dell", "Dell", url=url)
    assert [c.place.id for case in docket.cases[1:] for c in case.candidates] == country


def test_a_list_is_compared_as_a_whole() -> None:
    """Every name of a list stands beside all the others; a very long one beside its neighbours."""
    docket = call("Dell, Lorn, Fenwick and Garrow", "Dell", "Lorn", "Fenwick", "Garrow")
    assert [sorted(case.listed) for case in docket.cases] == [
        [1, 2, 3], [0, 2, 3], [0, 1, 3], [0, 1, 2],
    ]  # fmt: skip
    many = [f"Nowhere{letter}" for letter in "abcdefghijklmnop"]
    docket = call(", ".join(many), *many)
    assert max(len(case.listed) for case in docket.cases) == 2


def test_a_slip_is_read_only_where_its_country_is_spoken_of() -> None:
    """An unknown name one letter off is understood inside the countries in play, and says so."""
    told = call("In Ardovia, in Fenwik", "Ardovia", "Fenwik").cases[1]
    assert [c.place.id for c in told.candidates] == ["gn:5"]
    assert told.respelt is not None
    assert "Fenwik" in told.respelt.because
    assert call("In Belmark, in Fenwik", "Belmark", "Fenwik").cases[1].candidates == ()
