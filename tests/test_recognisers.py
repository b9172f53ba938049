"""Whatever finds the mentions, ours or a user's own, must give what the resolver can use."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import geo
from geo import mentions
from geo.errors import OptionError
from geo.gazetteer import Gazetteer
from geo.model import Article, Clutter, Mention, MentionClass, Span
from geo.recognisers import mentions_of, recognise

TEXT = "The road from Tolmen to the Holm crossing was shut. Ardovian police blamed Tolmen's mayor."


def tagged(article: Article, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Find one name, as a user's own tagger might."""
    at = article.text.find("Galdor")
    return mentions_of(article, gazetteer, [(at, at + 6, "GPE")] if at >= 0 else [])


def test_ours_is_the_default(gazetteer: Gazetteer) -> None:
    """Without a recogniser the package's own is asked, and it has the type itself."""
    article = Article("a", TEXT)
    own: geo.Recogniser = mentions.find
    assert recognise(article, gazetteer) == recognise(article, gazetteer, own)


def test_spans_become_mentions_of_their_class(gazetteer: Gazetteer) -> None:
    """Articles and possessives are no part of a name; labels that name no place are passed over."""
    at = TEXT.index("Ardovian")
    spans = [
        *((24, 32, "FAC"), (at, at + 8, "NORP"), (14, 20, "GPE"), (0, 8, "PRODUCT")),
        (TEXT.index("Tolmen's"), TEXT.index(" mayor"), "GPE"),
    ]
    found = mentions_of(Article("a", TEXT), gazetteer, spans)
    told = [
        ("Tolmen", "literal"),
        ("Holm", "literal"),
        ("Ardovian", "demonym"),
        ("Tolmen", "literal"),
    ]
    assert [(m.name, m.use.value) for m in found] == told
    assert all(m.span.of(TEXT) == m.name for m in found)


def test_the_is_kept_where_the_gazetteer_has_it() -> None:
    """The Hague is not Hague."""
    [found] = mentions_of(Article("a", "The Hague"), geo.open_gazetteer(), [(0, 9, "GPE")])
    assert found.name == "The Hague"


def test_of_overlapping_spans_the_longest_stands(gazetteer: Gazetteer) -> None:
    """Taggers that nest, or several at once, give one mention a stretch."""
    spans = [(0, 9, "GPE"), (0, 15, "GPE"), (10, 15, "LOC"), (21, 27, "GPE")]
    found = mentions_of(Article("a", "Northern Holmia near Tolmen"), gazetteer, spans)
    assert [m.span for m in found] == [Span(0, 15), Span(21, 27)]


def test_the_layout_overrules_the_label(gazetteer: Gazetteer) -> None:
    """A name in the dateline or in page furniture is no scene, whatever the tagger calls it."""
    text = "TOLMEN, Ardovia — Rain fell. Share on Galdor Times"
    at = text.index("Share")
    article = Article("a", text, clutter=(Clutter(Span(at, len(text)), "share bar"),))
    spans = [(0, 6, "GPE"), (8, 15, "GPE"), (38, 44, "GPE")]
    uses = [m.use.value for m in mentions_of(article, gazetteer, spans)]
    assert uses == ["dateline", "dateline", "clutter"]


def test_labels_may_be_ones_own(gazetteer: Gazetteer) -> None:
    """A class by its name or value; a class that is none is refused."""
    article = Article("a", "Tolmen")
    [found] = mentions_of(article, gazetteer, [(0, 6, "TOWN")], labels={"TOWN": "embedded"})
    assert found.use is MentionClass.EMBEDDED
    with pytest.raises(OptionError, match="'town' is no class of mentions; one of literal"):
        mentions_of(article, gazetteer, [(0, 6, "TOWN")], labels={"TOWN": "town"})


@pytest.mark.parametrize("span", [(-1, 3), (3, 99), (5, 2)])
def test_a_span_outside_the_text_is_refused(span: tuple[int, int], gazetteer: Gazetteer) -> None:
    """Offsets in bytes, or of another text, are found out."""
    with pytest.raises(OptionError, match="lies outside a text of 6 characters"):
        mentions_of(Article("a", "Tolmen"), gazetteer, [(*span, "GPE")])


def test_a_recogniser_serves_the_geoparser_and_the_reader(gazetteer: Gazetteer) -> None:
    """Both place what it found, and only that."""
    text = "Two people were killed in an explosion in Galdor, far from Tolmen."
    found = geo.geoparse(text, gazetteer=gazetteer, recogniser=tagged)
    assert [one.place_id for one in found] == ["xb-galdor"]
    reading = geo.Reader(gazetteer, recogniser=tagged).read(Article("a", text))
    assert [one.mention.name for one in reading.resolutions] == ["Galdor"]
    assert [r.where.place.id for r in reading.reports if r.where and r.where.place] == ["xb-galdor"]


def test_how_it_was_found_may_be_told_in_ones_own_words(gazetteer: Gazetteer) -> None:
    """A mention whose rule the resolver does not know is a name to it."""

    def own(_article: Article, _gazetteer: Gazetteer) -> tuple[Mention, ...]:
        return (Mention(Span(0, 6), "Tolmen", MentionClass.LITERAL, found_by="transformer"),)

    [found] = geo.geoparse("Tolmen", gazetteer=gazetteer, recogniser=own)
    assert found.place_id == "xa-tolmen"


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (["Tolmen"], "the recogniser broken gave 'Tolmen', which is no geo.Mention"),
        ([Mention(Span(0, 99), "x", MentionClass.LITERAL)], "the span 0-99"),
        ([Mention(Span(2, 2), "", MentionClass.LITERAL)], "the span 2-2"),
        ([Mention(Span(0, 4), "Tolm", MentionClass.LITERAL)] * 2, "behind one that ends at 4"),
    ],
)
def test_what_cannot_be_used_names_the_recogniser(
    found: list[Mention], told: str, gazetteer: Gazetteer
) -> None:
    """No mention, outside the text, empty, or one over another: an error with the remedy."""

    def broken(_article: Article, _gazetteer: Gazetteer) -> tuple[Mention, ...]:
        return tuple(found)

    with pytest.raises(OptionError, match=told) as caught:
        recognise(Article("a", "Tolmen"), gazetteer, broken)
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("own", "told"), [(5, "of type int"), (lambda _article, _gazetteer: None, "gave None")]
)
def test_what_is_no_recogniser_is_refused(own: Any, told: str, gazetteer: Gazetteer) -> None:
    """What cannot be called, and a function that forgot to return: an error with the remedy."""
    with pytest.raises(OptionError, match=told) as caught:
        geo.geoparse("Tolmen", gazetteer=gazetteer, recogniser=own)
    assert caught.value.remedy


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    spans=st.lists(
        st.tuples(st.integers(0, len(TEXT)), st.integers(0, 30), st.sampled_from(["GPE", "NORP"]))
    )
)
def test_any_spans_make_usable_mentions(
    gazetteer: Gazetteer, spans: list[tuple[int, int, str]]
) -> None:
    """Whatever a tagger gives, the mentions are sorted, apart, inside the text and not empty."""

    def own(article: Article, gazetteer: Gazetteer) -> tuple[Mention, ...]:
        told = [(start, min(start + length, len(TEXT)), label) for start, length, label in spans]
        return mentions_of(article, gazetteer, told)

    for found in geo.geoparse(TEXT, gazetteer=gazetteer, recogniser=own):
        assert TEXT[found.start : found.end] == found.name
        assert found.name.strip() == found.name != ""
