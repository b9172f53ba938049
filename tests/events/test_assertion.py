"""How firmly a report asserts one deed, and how its words point back or ahead."""

from __future__ import annotations

from datetime import date

from geo import Article, Reader, open_gazetteer
from geo.events import assertion, wording
from geo.model import Report, Source, Span, Status, When

UNKNOWN = When(None, None, "unknown", "no date")


def told(quote: str, trigger: str, *, title: str | None = None) -> Report:
    """Return the report that a trigger opens in a sentence far down its article."""
    start = quote.index(trigger)
    at = Span(900 + start, 900 + start + len(trigger))
    source, whole = Source("a", title), Span(900, 900 + len(quote))
    return Report("a", "attack", source, at, whole, quote, Status.OCCURRED, UNKNOWN, None)


def test_a_verb_in_the_past_asserts_more_than_a_plural() -> None:
    """Of a killing told as a deed more is sure than of killings that are condemned."""
    deed = told("Gunmen killed a guard in Tolmen.", "killed")
    talk = told("We condemn killings of all kinds.", "killings")
    assert assertion.firmness(deed) > assertion.firmness(talk)


def test_what_the_title_tells_is_no_aside() -> None:
    """A trigger that the headline repeats is what the article is about."""
    words = "Police spoke of shootings.", "shootings"
    titled = told(*words, title="Shootings in Tolmen")
    assert assertion.firmness(titled) > assertion.firmness(told(*words))


def test_an_article_points_back_and_another_ahead() -> None:
    """What is "the attack" was told before, what is "another attack" was not."""
    back = told("They condemned the attack.", "attack")
    ahead = told("There was another attack in Galdor.", "attack")
    assert (wording.points_back(back), wording.points_ahead(back)) == (True, False)
    assert (wording.points_back(ahead), wording.points_ahead(ahead)) == (False, True)


def test_a_witness_who_says_when_and_where_tells_of_a_deed() -> None:
    """Who speaks of "our city" need not make a speech."""
    page = "Bread is dear in Quito. " * 30
    said = "“They bombed our market in Loja on Tuesday,” she says."
    articles = (Article("a", page + s, published=date(2025, 11, 6)) for s in (said, said[:26]))
    reader = Reader(open_gazetteer())
    news = [any(not r.background for r in reader.reports(one)) for one in articles]
    assert news == [True, False]
