"""A trigger is bound to its own place."""

from __future__ import annotations

from datetime import date

import pytest

from geo.gazetteer import Gazetteer
from geo.io.index import open_gazetteer
from geo.model import Article
from geo.pipeline import Reader


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Tolmen came under fire on Monday.", "Tolmen"),
        ("It was quiet, but Tolmen fell to the rebels on Monday.", "Tolmen"),
        ("A convoy heading for Tolmen was ambushed on Monday.", None),
    ],
)
def test_what_befalls_a_place_is_there(text: str, place: str | None, gazetteer: Gazetteer) -> None:
    """It is the subject; a convoy on the way to it is not there yet."""
    (report,) = Reader(gazetteer).read(Article("a", text)).reports
    found = report.where.place if report.where else None
    assert (found.name if found else None) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The mayor of Tolmen said that a school was set on fire there on Monday.", "Tolmen"),
        ("The mayor of Tolmen said there was a school that was set on fire on Monday.", None),
    ],
)
def test_there_is_the_place_that_was_named(
    text: str, place: str | None, gazetteer: Gazetteer
) -> None:
    """Where it says that something exists it points at nothing."""
    (report,) = Reader(gazetteer).read(Article("a", text)).reports
    found = report.where.place if report.where else None
    assert (found.name if found else None) == place


@pytest.mark.parametrize(
    "text",
    [
        "South of Tolmen, gunmen shot two guards.",
        "Ten kilometres south of Tolmen, gunmen shot two guards.",
    ],
)
def test_a_sentence_may_open_with_where_it_was(text: str, gazetteer: Gazetteer) -> None:
    """No "in" stands before "South of Tolmen, …", and none is missing."""
    (report,) = Reader(gazetteer).read(Article("a", text)).reports
    assert report.where is not None
    assert report.where.place is not None
    assert report.where.place.name.endswith("south of Tolmen")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Samples from the Galdor bombing arrived in Tolmen.", "Galdor"),
        ("Doctors in Tolmen said Monday's Galdor shooting hurt two men.", "Galdor"),
        ("Farmers joined the Galdor protest in Tolmen.", "Tolmen"),
        ("The Galdor police said that the bombing was in Tolmen.", "Tolmen"),
        ("A Galdor bombing left three dead on Monday.", "Galdor"),
        ("Galdor blast on Monday kills nine.", "Galdor"),
        ("A deadly Galdor protest drew crowds to the streets in Tolmen.", "Tolmen"),
    ],
)
def test_a_deed_is_where_the_name_is_that_it_goes_by(
    text: str, place: str, gazetteer: Gazetteer
) -> None:
    """Wherever else it is spoken of, unless it says where it was."""
    reports = Reader(gazetteer).read(Article("a", text, published=date(2023, 3, 7))).reports
    assert {r.where.place.name for r in reports if r.where and r.where.place} == {place}


def test_a_deed_without_a_place_is_not_where_talks_are_held() -> None:
    """The country that the article speaks of is nearer than a town abroad that it keeps naming."""
    text = (
        "SAN SALVADOR (XYZ) - The talks in Geneva go on. In Geneva the rebels asked for a truce, "
        "and the Salvadoran minister said no to it. A truce is what El Salvador wants.\n\n"
        "Nobody spoke of money. The hall was full.\n\nThe Salvadoran minister was tired.\n\n"
        "A reporter asked what was known of the bombs that killed six soldiers on Monday."
    )
    reports = Reader(open_gazetteer()).read(Article("a", text, published=date(2023, 3, 7))).reports
    told = {r.where.place.name for r in reports if r.killed and r.where and r.where.place}
    assert told == {"El Salvador"}


def test_what_came_before_was_at_least_where_the_report_was_filed() -> None:
    """A desk at home tells the country, though one sentence alone names its people or bodies."""
    text = (
        "QUITO, 3 March (XYZ) - Several captains of the Bank of Ecuador guard were arrested "
        "because of their suspected part in the murder of six monks. The radio said no more."
    )
    reports = Reader(open_gazetteer()).read(Article("a", text, published=date(2023, 3, 7))).reports
    told = {r.where.place.name for r in reports if r.kind == "attack" and r.where and r.where.place}
    assert told == {"Ecuador"}


def test_a_quarter_of_the_capital_is_not_in_the_town_of_the_article() -> None:
    """The words "in the capital" say where it is."""
    text = (
        "A man detonated a vest in a tea shop in Beledweyne on Monday. Beledweyne mourns.\n\n"
        "In the capital, mortar rounds came down in Orvanir district on Tuesday. Somalia mourns."
    )
    reports = Reader(open_gazetteer()).read(Article("a", text, published=date(2023, 3, 8))).reports
    told = {
        r.where.place.name for r in reports if r.kind == "shelling" and r.where and r.where.place
    }
    assert told == {"Mogadishu"}


def test_a_place_between_two_towns_is_that_of_what_stands_before_it() -> None:
    """However far before it, if nothing else of the clause can be the place."""
    text = (
        "Motorists filmed on Monday as a gang of about a dozen rammed a cash van with a white "
        "lorry on the R101 between Bela-Bela and Modimolle and disarmed the guards.\n\n"
        "Police later surrounded a house in Ga-Rankuwa and shot three men dead."
    )
    [found, *_] = Reader(open_gazetteer()).reports(Article("a", text, published=date(2023, 3, 8)))
    assert found.where is not None
    assert found.where.place is not None
    assert found.where.place.id == "rel:between:gn:941966+gn:968665"


def test_a_quarter_of_the_city_is_in_the_city_spoken_of() -> None:
    """Though another city, far away, has a district of that name."""
    text = (
        "KHERSON, March 7 - Two people were killed in Kherson on Tuesday.\n\n"
        "In the Dniprovskyi district of the city a shell hit a house, killing a man."
    )
    reports = Reader(open_gazetteer()).reports(Article("a", text, published=date(2023, 3, 8)))
    assert {r.where.place.id for r in reports if r.where and r.where.place} == {"gn:706448"}


def test_a_street_lies_in_the_town_that_its_sentence_opens_with(gazetteer: Gazetteer) -> None:
    """Wherever else the article is at home."""
    text = (
        "TOLMEN, 3 May - Police in Tolmen fired on Friday. In Galdor, thousands marched along "
        "Abercorn Avenue on Friday and sang."
    )
    reports = Reader(gazetteer).read(Article("a", text, published=date(2024, 5, 4))).reports
    [march] = [r for r in reports if r.kind == "protest"]
    assert march.where is not None
    assert march.where.place is not None
    assert march.where.place.name == "Galdor"


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("Galdor police said they had detained 23 people.", "Galdor"),
        ("The Galdor police later detained 23 people.", "Galdor"),
        ("Farmers rallied in Holm. Ardovian police said they had detained 23 people.", "Holm"),
        ("Ardovian police said they had detained 23 people.", "Tolmen"),
    ],
)
def test_the_police_of_a_town_act_in_it(told: str, place: str, gazetteer: Gazetteer) -> None:
    """Rather than in the town of the paragraph before; that of a country acts anywhere."""
    text = f"Thousands marched in Tolmen on Monday.\n\n{told}"
    reports = Reader(gazetteer).read(Article("a", text, published=date(2023, 3, 8))).reports
    [arrest] = [r for r in reports if r.kind == "arrest"]
    assert arrest.where is not None
    assert arrest.where.place is not None
    assert arrest.where.place.name == place


def test_a_quarter_is_told_before_its_town() -> None:
    """Though no list has it, and more is said of where the town is."""
    text = (
        "In the Conaca neighborhood of Soyapango, also in northern San Salvador, five homes were "
        "strafed by army helicopters on Monday."
    )
    [report] = Reader(open_gazetteer()).read(Article("a", text)).reports
    assert report.where is not None
    assert report.where.mention.span.of(text) == "Conaca"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "A bomb killed two guards south of Tolmen, and gunmen shot four men in Galdor.",
            ["south of Tolmen", "Galdor"],
        ),
        (
            "In Tolmen, gunmen shot four guards; in Galdor, a bomb wounded seven men.",
            ["Tolmen", "Galdor"],
        ),
        (
            "A bomb wounded seven men in Tolmen, and in Galdor gunmen shot a guard.",
            ["Tolmen", "Galdor"],
        ),
        (
            "A bomb in Tolmen killed six men, a blast in Galdor killed two, and gunmen fled.",
            ["Tolmen", "Galdor"],
        ),
    ],
)
def test_each_deed_of_a_list_is_in_its_own_place(
    text: str, places: list[str], gazetteer: Gazetteer
) -> None:
    """Whether the place opens its part or ends it, and however the parts are joined."""
    reports = Reader(gazetteer).read(Article("a", text)).reports
    found = [r.where.place.name for r in reports if r.where and r.where.place]
    assert found == places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Three men were killed in a U.S. air strike.", None),
        ("U.S. troops shot three men.", None),
        ("Gunmen shot three men in a U.S. town.", "United States"),
    ],
)
def test_whose_troops_they_are_is_not_where(text: str, place: str | None) -> None:
    """A country sends its aircraft, troops and envoys abroad."""
    (report,) = Reader(open_gazetteer()).read(Article("a", text)).reports
    found = report.where.place if report.where else None
    assert (found.name if found else None) == place


@pytest.mark.parametrize(
    "told",
    [
        'said the bombing was a "revenge attack" for air strikes in Quito',
        "carried out the bombing in retaliation for a raid in Quito",
    ],
)
def test_what_a_deed_answers_was_elsewhere(told: str) -> None:
    """The place of what it avenges is that of the other deed."""
    text = f"A bomb killed six clerks in Loja on Monday. The rebels {told}."
    reports = Reader(open_gazetteer()).read(Article("a", text)).reports
    bombs = [
        r.where.place.name for r in reports if r.kind == "explosion" and r.where and r.where.place
    ]
    assert bombs == ["Loja", "Loja"]


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("according to an observatory in Quito", "Loja"),
        ("said the Red Cross in Quito", "Loja"),
        ("according to police in Quito", "Quito"),
    ],
)
def test_who_tells_of_it_may_sit_elsewhere(source: str, place: str) -> None:
    """An observatory tells of what was anywhere, the police of what was in their town."""
    text = f"A bomb went off in Loja on Monday. Two clerks were hurt in the blast, {source}."
    hurt = Reader(open_gazetteer()).read(Article("a", text)).reports[-1]
    assert hurt.where is not None
    assert hurt.where.place is not None
    assert hurt.where.place.name == place


def test_a_known_town_abroad_is_believed_where_something_was_in_it() -> None:
    """The only country that is named may be that which a rally is about."""
    text = "Protesters held a rally in Palopo over the violence against Muslims in China."
    reports = Reader(open_gazetteer()).read(Article("a", text)).reports
    told = {r.where.place.countries for r in reports if r.where and r.where.place}
    assert told == {("ID",)}
