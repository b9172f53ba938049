"""Sets of crossings, on the border of two countries that do not exist."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo import mentions, places
from geo.gazetteer import Gazetteer
from geo.geometry import shapes
from geo.model import Article, Mention, MentionClass, Place, PlaceKind, Resolution, Span
from geo.tables import titles
from geo.toponymy import crossings

NORTH = {"xa-crossing-holm", "xa-crossing-varn"}
ALL = NORTH | {"xa-crossing-selk"}


def resolve(text: str, gazetteer: Gazetteer) -> Resolution:
    """Resolve the one phrase of a text that points at crossings without a name."""
    article = Article("a", text)
    answers = places.resolve(article, mentions.find(article, gazetteer), gazetteer)
    (found,) = [a for a in answers if a.mention.found_by in {"crossing", "crossings"}]
    return found


def members(text: str, gazetteer: Gazetteer) -> set[str]:
    """Return the ids of the members of that phrase."""
    return {p.id for p in resolve(text, gazetteer).members}


def test_the_region_that_is_named_decides(gazetteer: Gazetteer) -> None:
    """Of three crossings two lie in the north, and they are meant."""
    text = "In northern Ardovia farmers blocked both border gates with Belmark."
    assert members(text, gazetteer) == NORTH
    assert resolve(text, gazetteer).score == crossings.IN_THE_REGION


def test_between_names_the_border(gazetteer: Gazetteer) -> None:
    """Two countries behind the phrase are enough to know the border."""
    text = "All three border crossings between Ardovia and Belmark were shut."
    assert members(text, gazetteer) == ALL


def test_with_names_the_other_side(gazetteer: Gazetteer) -> None:
    """One country behind the phrase takes the other from the article."""
    text = "Ardovia is calm. Tolmen is open. Nobody passed the border points with Belmark."
    assert members(text, gazetteer) == ALL


def test_those_named_elsewhere_are_meant(gazetteer: Gazetteer) -> None:
    """Two are stated and two are named: these two."""
    text = (
        "Ardovia and Belmark talked. The border crossing of Holm and the border crossing of Selk "
        "were blocked. Trucks waited at both border crossings."
    )
    assert members(text, gazetteer) == {"xa-crossing-holm", "xa-crossing-selk"}


def test_a_number_that_does_not_fit_is_said(gazetteer: Gazetteer) -> None:
    """What is named is kept, and the mismatch told."""
    text = "In northern Ardovia five border crossings with Belmark were shut."
    found = resolve(text, gazetteer)
    assert {p.id for p in found.members} == NORTH
    assert "the text says 5, these are 2" in found.because
    assert found.score == crossings.OF_ANOTHER_SIZE


def test_a_number_with_nothing_named_stays_open(gazetteer: Gazetteer) -> None:
    """Two of three, and no word which: none is chosen."""
    found = resolve("Two border crossings between Ardovia and Belmark were shut.", gazetteer)
    assert found.place is None
    assert found.because == ("3 crossings between Ardovia and Belmark, 2 meant",)


def test_other_borders_are_not_in_it(gazetteer: Gazetteer) -> None:
    """Another pair's crossings never join a set."""
    text = "Kosovo was calm. The border crossings between Ardovia and Belmark were shut."
    assert members(text, gazetteer) == ALL
    pair = "The border crossings between Serbia and Kosovo were shut."
    assert members(pair, gazetteer) == {"xk-crossing-brnjak", "xk-crossing-jarinje"}


def test_without_a_border_nothing_is_meant(gazetteer: Gazetteer) -> None:
    """One country alone has no border to speak of."""
    found = resolve("Ardovia shut the border crossings.", gazetteer)
    assert found.place is None
    assert found.because == ("between which countries is not said",)


def test_one_of_them_resolves_to_nothing(gazetteer: Gazetteer) -> None:
    """Which one is meant is not said."""
    article = Article("a", "One of the border crossings between Ardovia and Belmark opened.")
    assert {m.name for m in mentions.find(article, gazetteer)} == {"Ardovia", "Belmark"}


@pytest.mark.parametrize(
    ("named", "place"),
    [
        ("The border crossing of Holm was shut.", "xa-crossing-holm"),
        ("The border crossings of Holm and Selk were shut.", None),
        ("Farmers were angry.", None),
    ],
)
def test_the_crossing_is_the_only_one_named(
    named: str, place: str | None, gazetteer: Gazetteer
) -> None:
    """A bare crossing is the one the article names; of two, or none, nothing is chosen."""
    text = f"Ardovia and Belmark talked. {named} Police went to the crossing."
    article = Article("a", text)
    answers = places.resolve(article, mentions.find(article, gazetteer), gazetteer)
    (found,) = [a for a in answers if a.mention.found_by == "crossing"]
    assert (found.place.id if found.place else None) == place
    assert found.because


def test_a_closed_crossing_is_meant_only_by_name(gazetteer: Gazetteer) -> None:
    """A crossing that no longer is one joins no set that does not name it."""
    text = "All border crossings between Ardovia and Omber were busy."
    assert members(text, gazetteer) == {"xa-crossing-fenn", "xa-crossing-tarl"}


def test_union_reaches_its_farthest_member(gazetteer: Gazetteer) -> None:
    """The place of a set is one, whatever the order, and its radius holds all members."""
    two = [gazetteer.get(name) for name in sorted(NORTH)]
    whole = crossings.union(two)
    assert whole == crossings.union(two[::-1])
    assert whole.id == "set:xa-crossing-holm+xa-crossing-varn"
    assert whole.countries == ("XA", "XB")
    doubt = max(place.uncertainty_m or 0.0 for place in two)
    assert whole.uncertainty_m == pytest.approx(13_900 + doubt, abs=200)


def test_a_set_has_one_english_name(gazetteer: Gazetteer) -> None:
    """Its name, its names["en"] and what a title says are the same words."""
    whole = crossings.union([gazetteer.get(name) for name in sorted(NORTH)])
    assert titles.english(whole) == whole.name
    found = Resolution(Mention(Span(0, 1), "x", MentionClass.LITERAL), whole, 1.0)
    assert titles.located(found).startswith(f"at {whole.name}")


def test_a_set_is_named_in_each_language_of_all_members() -> None:
    """English says "border crossings" once, other languages list; one lacking is left out."""
    one, two = (
        Place(f"c{n}", f"{n} border crossing", PlaceKind.CROSSING, 179.9 * (1 if n == "A" else -1),
              1.0, ("XB", "XA"), names=names, uncertainty_m=500.0)
        for n, names in (
            ("A", (("en", "A border crossing"), ("sq", "Vendkalimi A"), ("sr-Latn", "Prelaz A"))),
            ("B", (("en", "B border crossing"), ("sq", "Vendkalimi B"))),
        )
    )  # fmt: skip
    whole = crossings.union([one, two])
    assert dict(whole.names) == {
        "en": "A and B border crossings", "sq": "Vendkalimi A, Vendkalimi B"
    }  # fmt: skip
    assert whole.countries == ("XB", "XA")
    assert abs(whole.lon or 0) == 180.0


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-80, 80), st.floats(0, 5e3)), min_size=2))
def test_a_set_is_as_wide_in_words_as_on_the_map(where: list[tuple[float, float, float]]) -> None:
    """Middle and radius of a set are those that its members give: one rule, in one place."""
    members = tuple(
        Place(f"c{n:03}", "C", PlaceKind.CROSSING, lon, lat, uncertainty_m=doubt)
        for n, (lon, lat, doubt) in enumerate(where)
    )
    whole = crossings.union(members)
    bare = Resolution(Mention(Span(0, 1), "x", MentionClass.LITERAL), None, 1.0, (), members)
    assert (whole.lon, whole.lat) == shapes.position(bare)
    assert whole.uncertainty_m == shapes.radius_m(bare)


@pytest.mark.parametrize(
    ("phrase", "place"),
    [("the crossing", "xa-crossing-selk"), ("the other crossing", "xa-crossing-holm")],
)
def test_of_two_crossings_the_one_named_last_is_spoken_of(
    phrase: str, place: str, gazetteer: Gazetteer
) -> None:
    """It is "the crossing"; "the other crossing" is the one before."""
    text = (
        "Ardovia and Belmark talked. The border crossing of Holm was shut. Farmers blocked the "
        f"border crossing of Selk. Police went to {phrase} on Monday."
    )
    article = Article("a", text)
    answers = places.resolve(article, mentions.find(article, gazetteer), gazetteer)
    (found,) = [a for a in answers if a.mention.found_by == "crossing"]
    assert found.place is not None
    assert found.place.id == place
