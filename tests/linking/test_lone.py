"""The only town that a text names, where nothing else says where a deed was."""

from __future__ import annotations

import pytest

import geo
from geo.linking import lone
from geo.linking.scenes import Scene
from geo.model import Article, Mention, MentionClass, Place, PlaceKind, Resolution, Span


def where(text: str) -> str | None:
    """Return the name of the place of the first report of a text."""
    report = geo.Reader(geo.open_gazetteer()).read(Article("a", text)).reports[0]
    return report.where.place.name if report.where and report.where.place else None


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Residents of Sialkot staged a protest over a rise in water rates.", "Sialkot"),
        ("Sialkot traders blocked a road to protest a new tax.", "Sialkot"),
        ("Members of the Sialkot Weavers' Association staged a sit-in.", "Sialkot"),
        ("The Pakistan Justice League, Sialkot chapter, held a protest.", "Sialkot"),
        ("Nurses staged a protest outside the Sialkot Press Club.", "Sialkot"),
        ("Nurses protested against the Sialkot Municipal Corporation.", "Sialkot"),
    ],
)
def test_who_acts_is_at_home_in_the_only_town(text: str, town: str) -> None:
    """People and bodies of it, and its houses that a deed is in front of."""
    assert where(text) == town


@pytest.mark.parametrize(
    "text",
    [
        "Nurses staged a protest, urging the government to move the college to Sialkot.",
        "Gunmen shot dead a lecturer of the University of Sargodha.",
        "The mayor of Sialkot said there was a school that was set on fire.",
        "Nurses of Sialkot and of Sargodha staged a protest.",
        "Members of the Rapid Growth Union staged a protest.",
        "A cab driver from Sialkot was shot dead at a checkpoint.",
        "Members of the Shiv Sena staged a protest.",
    ],
)  # fmt: skip
def test_what_it_is_about_and_one_of_several_tell_nothing(text: str) -> None:
    """Nor who speaks, whose member was hurt, and a word of a name that is some city's too."""
    assert where(text) in {None, "Pakistan"}


def test_the_only_town_holds_a_name_that_nobody_knows() -> None:
    """In brackets behind it, as reporters of a district write."""
    report = geo.Reader(geo.open_gazetteer()).read(
        Article("a", "At Zunquira Mor (Sialkot) a mob set fire to a bus.")
    ).reports[0]  # fmt: skip
    assert report.where is not None
    assert report.where.place is not None
    assert report.where.place.name in {"Sialkot", "Zunquira Mor"}
    assert report.where.place.lat == pytest.approx(32.5, abs=0.2)


def bearer(name: str, lon: float, kind: PlaceKind = PlaceKind.SETTLEMENT) -> Place:
    """Return a place on the equator."""
    return Place(f"{name}{lon}", name, kind, lon, 0.0, ("AA",))


@pytest.mark.parametrize(
    ("bearers", "found"),
    [
        ([bearer("Tolmen", 0.0)], True),
        ([bearer("Tulmen", 0.0)], True),
        ([bearer("Tolmen", 0.0, PlaceKind.ADMIN2), bearer("Tolmen", 0.3)], True),
        ([bearer("Tolmen", 0.0), bearer("Tolmen", 30.0)], False),
        ([bearer("Galdor", 0.0)], False),
        ([], False),
    ],
)
def test_a_name_that_one_place_bears_is_that_place(
    bearers: list[Place], *, found: bool
) -> None:  # fmt: skip
    """A district and its seat are one; of two towns far apart neither is meant."""
    told = tuple((place, 0.1) for place in bearers)
    mention = Mention(Span(0, 6), "Tolmen", MentionClass.LITERAL)
    unknown = Resolution(mention, None, 0.1, ("none supported",), (), told)
    one = lone.of_its_name(unknown, Scene())
    assert (one is not None) == found
    assert one is None or one.place == bearers[0]


def test_a_lone_bearer_in_another_country_is_not_meant() -> None:
    """An article on towns of Ardovia does not tell of the only Tolmen, which is in Istria."""
    abroad = Place("Tolmen", "Tolmen", PlaceKind.SETTLEMENT, 0.0, 0.0, ("IS",))
    mention = Mention(Span(0, 6), "Tolmen", MentionClass.LITERAL)
    unknown = Resolution(mention, None, 0.1, (), (), ((abroad, 0.1),))
    town = Place("Galdor", "Galdor", PlaceKind.SETTLEMENT, 1.0, 1.0, ("XA",))
    here = Resolution(Mention(Span(9, 15), "Galdor", MentionClass.LITERAL), town, 0.9)
    assert lone.of_its_name(unknown, Scene()) is not None
    assert lone.of_its_name(unknown, Scene(towns={"Galdor": here})) is None
