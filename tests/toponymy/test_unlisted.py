"""Places that no gazetteer has, in what the text puts them in."""

import pytest

from geo import open_gazetteer
from geo.geoparsing import geoparse
from geo.model import Article, Mention, MentionClass, Place, PlaceKind, Resolution, Span
from geo.pipeline import Reader
from geo.toponyms import Toponym
from geo.toponymy import unlisted


def named(text: str, name: str) -> Toponym:
    """Return what became of the first name of a text that begins so."""
    return next(found for found in geoparse(text) if found.name.startswith(name))


@pytest.mark.parametrize(
    ("text", "name", "holder"),
    [
        ("A bomb went off in the Las Zunquiras neighborhood of Arequipa, Peru.", "Las Zunquiras",
         "Arequipa"),
        ("Two men were shot in Zunquira, a mining village in Usulutan Department, El Salvador.",
         "Zunquira", "Usulutan Department"),
        ("A mob burned a car in Zunquira, a northern suburb of the capital, Lima, in Peru.",
         "Zunquira", "Lima"),
        ("Farms burned in Zunquira canton, Usulutan Department, El Salvador.", "Zunquira",
         "Usulutan Department"),
    ],
)  # fmt: skip
def test_an_unlisted_place_stands_at_the_point_of_what_holds_it(
    text: str, name: str, holder: str
) -> None:
    """It keeps its own name, has the holder's point and doubt, and says where these are from."""
    one, whole = named(text, name), named(text, holder)
    assert one.place is not None
    assert whole.place is not None
    assert one.place.unlisted
    assert (one.lon, one.lat) == (whole.lon, whole.lat)
    assert one.place.part_of == whole.place_id
    assert (one.uncertainty_m or 0.0) > 0.0
    assert one.place.name == one.name


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("A mob burned a car in Zunquira village (Taungoo district, Bago region), Myanmar.",
         "Taungoo"),
        ("A mob burned a car at Zunquira under Sylhet upazila, Bangladesh.", "Sylhet"),
        ("A mob burned a car in the Zunquira area of Sylhet, Bangladesh.", "Sylhet"),
        ("A mob burned a car in Zunquira (Zonkira) village of Sylhet district, Bangladesh.",
         "Sylhet"),
    ],
)  # fmt: skip
def test_brackets_and_words_of_administration_hold_a_village(text: str, holder: str) -> None:
    """So does "under", behind the spelling that another paper has."""
    one, whole = named(text, "Zunquira"), named(text, holder)
    assert one.place is not None
    assert (one.lon, one.lat) == (whole.lon, whole.lat)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Two men were shot in the Old City area of Mosul, Iraq.", True),
        ("Two men were shot in Banda village in Kasaragod district, India.", True),
        ("Two men were shot in Banda and in Kasaragod district, India.", False),
        ("Two men were shot in the Christian suburb of Jaramana, Syria.", False),
    ],
)
def test_a_namesake_far_from_what_holds_it_is_not_meant(text: str, *, held: bool) -> None:
    """A village or a part of a town is in it, though a larger place bears the name."""
    found = [one for one in geoparse(text) if one.name in {"Old City", "Banda", "Christian"}]
    assert any(one.place is not None and one.place.unlisted for one in found) == held


def test_a_list_of_names_holds_nothing() -> None:
    """In "X, Arequipa and Y" the first does not lie in the second."""
    text = "Trains from the Zunquira neighborhood, Lima and Arequipa in Peru were late."
    bare = text.replace(" neighborhood", "")
    found = [one for one in geoparse(bare) if one.name == "Zunquira"]
    assert all(one.place is None for one in found)


def test_somewhere_in_a_country_is_no_town() -> None:
    """A name that nobody knows, in a country, is a region as wide as that, under its own name."""
    country = Place("AA", "Ardovia", PlaceKind.COUNTRY, 11.0, 50.5, ("AA",), uncertainty_m=9e4)
    span = Span(0, 6)
    one = Resolution(Mention(span, "Tolmen", MentionClass.LITERAL), None, 0.0)
    area = Resolution(Mention(Span(10, 17), "Ardovia", MentionClass.LITERAL), country, 0.9)
    found = unlisted.somewhere_in(one, area)
    assert found.place is not None
    assert (found.place.name, found.place.kind, found.place.part_of) == (
        "Tolmen",
        PlaceKind.REGION,
        "AA",
    )
    assert found.place.uncertainty_m == country.uncertainty_m
    assert found.mention.span == span


def test_a_namesake_abroad_is_not_what_the_text_puts_in_a_district() -> None:
    """It lies in the district, though only another country has one that is known."""
    one = named("A bomb went off in Ruse village in Usulutan Department, El Salvador.", "Ruse")
    assert one.place is not None
    assert one.place.countries == ("SV",)
    [listed] = [one for one in geoparse("Fighting in Ruse, Gaza and Aden.") if one.name == "Ruse"]
    assert listed.place is None or listed.place.countries == ("BG",)


def test_a_name_that_was_put_in_space_once_is_a_place_again() -> None:
    """As part of a longer name it is not."""
    text = "Many died in Zunquira. Men entered Zunquira on foot, not Zunquira Alta."
    mention = Mention(Span(13, 21), "Zunquira", MentionClass.LITERAL)
    found = unlisted.again(text, (Resolution(mention, None, 0.0),))
    assert [r.mention.span.start for r in found] == [13, 35]


def test_names_of_a_long_text_are_looked_for_once_each() -> None:
    """A village that is named 4,000 times costs 4,000 looks, not 16 million: 75 s for 48 kB."""
    text = "in Zunquira. " * 4000
    spans = [Span(k + 3, k + 11) for k in range(0, len(text), 13)]
    told = tuple(
        Resolution(Mention(span, "Zunquira", MentionClass.LITERAL), None, 0.0) for span in spans
    )
    assert unlisted.again(text, told) == told


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Rebels burned a bus in Arequipa, Zunquira neighborhood, in Peru.", "Arequipa"),
        ("Rebels burned a bus in Arequipa, in the Zunquira neighborhood, Peru.", "Arequipa"),
        ("Buses burned in Arequipa, the Zunquira neighborhood and Lima in Peru.", None),
    ],
)
def test_a_quarter_lies_in_the_town_before_it(text: str, holder: str | None) -> None:
    """Behind its town and a comma a quarter is in that; one of a list is not."""
    found = named(text, "Zunquira")
    whole = named(text, holder) if holder else None
    assert (found.place and found.place.part_of) == (whole and whole.place_id)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rebels seized Gaskov, a trading centre on the lake.", ["Gaskov"]),
        ("Rebels seized Upper Gaskov, the last town of the province.", ["Upper Gaskov"]),
        ("Rebels seized Ana Kos, a clerk, in the town.", []),
    ],
)
def test_what_is_called_a_village_is_a_place(text: str, names: list[str]) -> None:
    """Whatever it is that the gazetteer knows."""
    assert [at.of(text) for at in unlisted.called_places(text, Span(0, len(text)))] == names


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A bomb went off in Orvamba, Herat, Afghanistan.", "Orvamba"),
        ("Bombs went off in Orvamba, Herat and Kabul.", None),
        ("A bomb went off in Orvamba, Herat, Pakistan.", None),
        ("A bomb went off in Barrio Orvamba, Rosario.", "Orvamba"),
    ],
)
def test_a_chain_ends_in_what_holds_its_town(text: str, wanted: str | None) -> None:
    """Of three names the last must hold the second; a list says nothing of the first."""
    first = geoparse(text)[0]
    assert first.name.endswith("Orvamba")
    told = first.place.name if first.place else None
    assert (told and told.removeprefix("Barrio ")) == wanted


@pytest.mark.parametrize(
    "told",
    [
        "Orvanka, 12 km west of Bamenda",
        "Orvanka (12 km west of Bamenda)",
        "Orvanka (rebel-held, 12 km west of Bamenda)",
        "Orvanka, which lies some 12 km west of Bamenda",
    ],
)
def test_what_a_text_measures_once_is_there_wherever_it_is_named(told: str) -> None:
    """Each mention but the measured one, which its phrase explains."""
    text = f"Two were shot in Orvanka on Monday.\n\nThe others fled to {told}, on Tuesday."
    found = [r for r in Reader(open_gazetteer()).read(Article("a", text)).reports if r.where]
    assert found[0].where is not None
    place = found[0].where.place
    assert place is not None
    assert place.name == "Orvanka"
    assert place.lat == pytest.approx(5.96, abs=0.1)
    assert place.lon == pytest.approx(10.04, abs=0.1)


@pytest.mark.parametrize(
    "where",
    [
        "in Orvaghat, not far from Peshawar",
        "in Orvaghat, half an hour's drive from Peshawar",
        "at Orvaghat, just across the river from Peshawar",
        "in Orvaghat and nearby villages close to Peshawar",
        "near the Orvaghat military base outside Peshawar",
    ],
)
def test_a_name_lies_by_the_town_that_it_is_told_to_be_near(where: str) -> None:
    """However the text says near, and wherever it was filed."""
    text = f"QUETTA, Nov 24 - Gunmen shot dead a trader {where} on Monday."
    told = Reader(open_gazetteer()).read(Article("a", text)).reports[0].where
    assert told is not None
    assert told.place is not None
    assert told.place.lon == pytest.approx(71.58, abs=0.01)
