"""Which phrases place something by other places, and what they refer to."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import mentions
from geo.gazetteer import Gazetteer
from geo.model import Article, Mention, MentionClass, Span
from geo.toponymy.spatial import Relation, find
from tests.stopwatch import cpu_seconds

LIMIT_S = 1.0
WORDS = (
    "15 km", "south", "of", "north-west", "from", "between", "and", "the road", "to", "highway",
    "off", "the coast", "near", "border", "with", "just", "(9 miles)", "halfway", "-", "the town",
    ",",
)  # fmt: skip


def named(text: str, *names: str, use: MentionClass = MentionClass.LITERAL) -> list[Mention]:
    """Return a mention for each place where one of some names stands in a text."""
    found = []
    for name in names:
        at = text.find(name)
        while at >= 0:
            found.append(Mention(Span(at, at + len(name)), name, use))
            at = text.find(name, at + len(name))
    return sorted(found, key=lambda m: m.span)


def relations(text: str) -> list[Relation]:
    """Return the relations of a text that speaks of Aru, Bela, Coria and the Dorians."""
    people = named(text, "Dorian", "Corian", use=MentionClass.DEMONYM)
    return list(find(text, [*named(text, "Aru", "Bela", "Coria "), *people]))


@pytest.mark.parametrize(
    ("text", "kind", "phrase", "side"),
    [
        ("It fell 15 km south of Aru.", "offset", "15 km south of Aru", "south"),
        ("About 20 miles north-west of Aru it fell.", "offset", None, "north-west"),
        ("Some 9 km (6 miles) to the southeast of Aru.", "offset", None, "south-east"),
        ("It lies 3km NNE of Aru.", "offset", "3km NNE of Aru", "north-north-east"),
        ("A mile due east of the besieged town of Aru.", "offset", None, "due east"),
        ("Six kilometres away from Aru.", "distance", None, ""),
        ("Men within a 5 km radius of Aru left.", "distance", "within a 5 km radius of Aru", ""),
        ("It was 5 km outside the capital, Aru.", "distance", None, ""),
        ("He hid just south of Aru.", "side", "just south of Aru", "south"),
        ("He lives in hills west of Aru.", "side", "west of Aru", "west"),
        ("A bus stopped between Aru and Bela.", "between", "between Aru and Bela", ""),
        ("It was halfway between Aru and the port of Bela.", "halfway", None, ""),
        ("On the main road from Aru to Bela", "road", "On the main road from Aru to Bela", ""),
        ("A railway linking Aru with Bela", "road", None, ""),
        ("on the Aru–Bela highway", "road", "on the Aru–Bela highway", ""),
        ("the Aru-Bela road", "road", "Aru-Bela road", ""),
        ("camps near the border with Bela", "border", "near the border with Bela", ""),
        ("camps along the border between Aru and Bela", "border", None, ""),
        ("shells hit near the Dorian border", "border", "near the Dorian border", ""),
        ("a patrol on the Dorian-Corian frontier", "border", "on the Dorian-Corian frontier", ""),
        ("close to Aru's border with Bela", "border", "close to Aru's border with Bela", ""),
        ("10 km from the Dorian border", "border", "10 km from the Dorian border", ""),
        ("a boat off the coast of Aru", "coast", "off the coast of Aru", ""),
        ("a boat 9 nautical miles off the Dorian coast", "coast", None, ""),
        ("on the outskirts of Aru", "edge", "on the outskirts of Aru", ""),
        ("just outside Aru", "edge", "just outside Aru", ""),
    ],
)  # fmt: skip
def test_a_phrase_is_found_whole(text: str, kind: str, phrase: str | None, side: str) -> None:
    """One phrase each, from its first word to the last name that belongs to it."""
    (found,) = relations(text)
    assert (found.kind, found.side) == (kind, side)
    assert phrase is None or found.span.of(text) == phrase
    assert all(found.span.covers(m.span) for m in found.references)


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Aru and Bela went on.",
        "A match between Aru and Bela.",
        "They live in the south of Aru.",
        "Near the Dorian border crossing men waited.",
        "40 miles of Bela road were paved.",
        "He ran 15 km south of where Aru lies.",
        "They went from Aru to Bela.",
        "15 km south of\n\nAru was quiet.",
        "Aru and Bela are far apart.",
    ],
)
def test_what_places_nothing_is_none(text: str) -> None:
    """Talks, matches, parts of a country, things of a border, and names of the next paragraph."""
    assert relations(text) == []


def test_what_a_phrase_describes_is_its_subject() -> None:
    """Only a place right before: "police in Aru said … 9 km south of Bela" is not about Aru."""
    for text in (
        "In Aru, 9 km south of Bela, men fled.",
        "Aru (about 9 km south of Bela) fell.",
        "In Aru, a mining town of 5,000 people 9 km south of Bela, men fled.",
        "Aru, which lies 9 km south of Bela, fell.",
    ):
        (found,) = relations(text)
        assert found.subject is not None
        assert found.subject.name == "Aru"
    (found,) = relations("In Aru, the army said a bus was hit 9 km south of Bela.")
    assert found.subject is None


def test_page_furniture_is_no_reference() -> None:
    """A byline, a dateline, an embedded name measure nothing."""
    text = "It fell 15 km south of Aru."
    for use in (MentionClass.CLUTTER, MentionClass.BYLINE, MentionClass.EMBEDDED):
        assert find(text, named(text, "Aru", use=use)) == ()


@given(st.lists(st.sampled_from((*WORDS, "Aru", "Bela", "Dorian", "\n\n", ".")), max_size=25))
def test_relations_lie_apart_in_any_text(words: list[str]) -> None:
    """Sorted, not overlapping, each around its references."""
    text = " ".join(words)
    found = relations(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(r.span.covers(m.span) for r in found for m in r.references)
    assert all(0 <= r.span.start < r.span.end <= len(text) for r in found)


@pytest.mark.parametrize(
    "word", [*WORDS, "Aru", "Aru and ", "15 km from Aru ", "between Aru and Bela "]
)
def test_hostile_text_takes_linear_time(word: str) -> None:
    """100 kB of repeated tokens in less than a second."""
    text = (word + " ") * (100_000 // (len(word) + 1))
    spoken = named(text, "Aru", "Bela")
    spoken = spoken or [Mention(Span(0, 2), "A", MentionClass.LITERAL)]
    assert cpu_seconds(lambda: find(text, spoken)) < LIMIT_S


def test_the_mentions_of_an_article_serve(gazetteer: Gazetteer) -> None:
    """What ``geo.mentions`` finds in a real sentence is what the phrases refer to."""
    text = "Farmers blocked the road from Tolmen to the village of Galdor."
    (found,) = find(text, mentions.find(Article("a", text), gazetteer))
    assert [m.name for m in found.references] == ["Tolmen", "Galdor"]


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("on the Tolmen–Galdor axis", True),
        ("along the Tolmen-Galdor stretch of road", True),
        ("on the Tolmen-Galdor section of the national highway", True),
        ("of the Tolmen–Galdor axis of diplomats", False),
        ("on the Tolmen–Galdor match", False),
    ],
)
def test_a_part_of_a_road_goes_by_its_ends(phrase: str, *, found: bool) -> None:
    """Something has to be on it: an axis may be one of states."""
    text = f"Two were shot {phrase}."
    told = find(text, named(text, "Tolmen", "Galdor"))
    assert [r.kind for r in told] == (["road"] if found else [])
