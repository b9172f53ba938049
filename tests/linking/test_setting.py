"""Where a deed was by the houses and the city that it was at."""

from __future__ import annotations

from datetime import date

import pytest

from geo import Article, Reader, open_gazetteer

PUBLISHED = date(2024, 6, 13)


def places_of(text: str) -> set[str]:
    """Return where an article of a text puts its incidents."""
    reports = Reader(open_gazetteer()).reports(Article("a", text, published=PUBLISHED))
    return {r.where.place.name for r in reports if r.where and r.where.place and not r.background}


@pytest.mark.parametrize(
    "deed",
    [
        "Police fired tear gas outside parliament on Tuesday.",
        "A bomb went off near the defence ministry on Tuesday, killing two guards.",
        "Nurses marched to the ministry of health on Tuesday.",
        "Gunmen bombed the French embassy on Tuesday and hurt two guards.",
        "Two guards were hurt in an attack on the residence of the vice president on Tuesday.",
        "Farmers drove through the city on Tuesday and burned tyres.",
    ],
)
def test_what_is_at_a_house_of_the_government_is_in_the_capital_it_was_filed_from(
    deed: str,
) -> None:
    """Though the text names the country only."""
    assert places_of(f"HARARE (XYZ) - {deed} Zimbabwe has seen much unrest.") == {"Harare"}


def test_an_embassy_in_another_country_is_not_in_the_capital_it_was_filed_from() -> None:
    """The country that is named has its own."""
    text = (
        "HARARE (XYZ) - Zimbabwe on Tuesday condemned a bombing in Kenya.\n\n"
        "Two guards were hurt in the blast next to the French embassy in Kenya on Monday."
    )
    assert places_of(text) == {"Kenya"}


@pytest.mark.parametrize(
    "deed",
    [
        "An official at the defence ministry said two were shot dead on Tuesday.",
        "Two soldiers were shot dead on Tuesday, state television said.",
    ],
)
def test_those_who_speak_from_a_ministry_tell_of_the_country(deed: str) -> None:
    """A desk is no scene."""
    assert places_of(f"HARARE (XYZ) - {deed} Zimbabwe has seen much unrest.") == {"Zimbabwe"}


@pytest.mark.parametrize(
    ("text", "capital"),
    [
        ("NAIROBI (XYZ) - A bomb killed six people in the Somali capital on Tuesday.", "Mogadishu"),
        ("MANAGUA (XYZ) - Gunmen shot a banker in the Salvadoran capital.", "San Salvador"),
        ("PARIS (XYZ) - Gunmen attacked a convoy outside the Libyan capital.", "Tripoli"),
        ("A car bomb killed four people in the capital of Uganda on Monday.", "Kampala"),
    ],
)
def test_in_the_capital_of_a_people_is_in_that_one(text: str, capital: str) -> None:
    """Whatever country the article was filed from, and though it names none."""
    assert places_of(text) == {capital}


def test_a_provincial_capital_is_that_of_no_country() -> None:
    """Nobody says of which province it is."""
    text = "A bomb wounded two people in the provincial capital on Tuesday, Afghan police said."
    assert "Kabul" not in places_of(text)


def test_a_name_that_no_list_has_sets_the_scene_where_the_news_moves_on() -> None:
    """What is told of it next is there, and not in the town of the paragraph before."""
    found = places_of(
        "Gunmen killed a trader in Gusau, Zamfara State, on Tuesday.\n\n"
        "Meanwhile, a teacher was led out of his house in Dankurmi on Monday by four men. "
        "His wife said they abducted him in his own Toyota."
    )
    assert found == {"Gusau", "Dankurmi"}


@pytest.mark.parametrize(
    ("deed", "place"),
    [
        ("A brawl spread through the Torit barracks on Tuesday. Two recruits were shot.", "Torit"),
        ("Inmates set upon each other in the Yambio prison. Two were stabbed to death.", "Yambio"),
        ("Two men were stabbed on Tuesday and taken to the Yambio hospital.", "South Sudan"),
    ],
)
def test_a_house_that_a_town_gives_its_name_is_there(deed: str, place: str) -> None:
    """But not where the wounded are brought."""
    assert places_of(f"JUBA (XYZ) - {deed} South Sudan has seen much unrest.") == {place}


def test_what_is_in_the_capital_is_not_in_the_town_told_of_before() -> None:
    """Though nobody knows the street that it names."""
    found = places_of(
        "PORT-AU-PRINCE (XYZ) - Gunmen killed 16 people in Kenscoff on Sunday, police in Haiti "
        "said.\n\nIn the capital, a drone blew up above an alley in Cite Zunquira on Monday."
    )
    assert found == {"Kenscoff", "Port-au-Prince"}


@pytest.mark.parametrize(
    "told",
    [
        "Bitola, near the mine, went its own way. Farmers blocked the bridge to Greece on Sunday.",
        "Bitola, where gangs fight, woke up to a blast. A van blew up in the Orvan neighbourhood.",
        "Bitola, a town of 70,000, did not stay quiet: a grenade was thrown at a party office.",
    ],
)
def test_a_sentence_that_opens_with_a_town_is_about_it(told: str) -> None:
    """However much is said of the town before its verb, and whatever town was told of before."""
    found = places_of(f"Workers blocked the railway in Skopje on Saturday.\n\n{told}")
    assert found == {"Skopje", "Bitola"}


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("Durban, a port on the Indian Ocean, was calm.", "Durban"),
        ("Asmara, the capital of Eritrea, woke to bad news.", "Asmara"),
        ("Conakry is under curfew.", "Conakry"),
    ],
)
def test_what_a_town_is_moves_no_scene(told: str, place: str) -> None:
    """Nor is a capital its government where the town is told of."""
    assert places_of(f"{told} Men robbed a bank there on Tuesday.") == {place}


@pytest.mark.parametrize(
    "opening",
    [
        "In the capital, streets wore a deserted look.",
        "Zimbabwe's capital went to work on foot.",
        "Meanwhile, the capital was calm.",
    ],
)
def test_a_sentence_may_move_to_the_capital(opening: str) -> None:
    """What is told behind it without a place was there."""
    text = f"A man was shot in Bulawayo, Zimbabwe, on Monday.\n\n{opening} Youths torched a bus."
    assert places_of(text) == {"Bulawayo", "Harare"}


def test_the_capital_of_a_province_is_not_that_of_the_country() -> None:
    """It is the town of the news that lies there, if there is one."""
    text = "CULIACAN, Mexico - Schools across Sinaloa's capital shut after gunmen blocked highways."
    assert places_of(text) == {"Culiacán"}


def test_a_village_that_nobody_knows_is_not_the_town_before() -> None:
    """Where the text says that it is one, its country is all that is known."""
    text = (
        "CULIACAN, Mexico - Trucks were burned at La Cruz on Saturday.\n\n"
        "The gravest incident came in the village of Orvamba. Men shot seven guests dead."
    )
    assert places_of(text) == {"La Cruz", "Orvamba"}


@pytest.mark.parametrize(
    ("label", "place"),
    [
        ("13 June, Gokwe, PK3 barrier, Zimbabwe.", "Gokwe"),
        ("12 June 2024. Kadoma, Zimbabwe.", "Kadoma"),
    ],
)
def test_a_label_says_where_what_follows_was(label: str, place: str) -> None:
    """It has no verb, and its first town counts."""
    assert places_of(f"Two notes.\n\n{label} A man was shot dead by robbers.") == {place}


def test_who_tells_of_themselves_tells_of_no_scene() -> None:
    """Nor do officials who speak elsewhere."""
    text = (
        'In Kadoma, Zimbabwe, men play cards. "I have a sister in Gokwe," says one.\n\n'
        "On Monday a man was beaten up by police."
    )
    assert places_of(text) == {"Kadoma"}
    text = (
        "A guard died on the road outside Kadoma, Zimbabwe, officials in Harare said.\n\n"
        "Three men were hurt in the ambush."
    )
    assert places_of(text) == {"Kadoma"}


@pytest.mark.parametrize(
    "deed",
    [
        "In the capital, youths torched cars on Wednesday.",
        "Youths torched cars in the capital on Wednesday.",
        "Gunmen shot two guards outside the capital on Wednesday.",
    ],
)
def test_a_paragraph_about_another_capital_goes_on_there(deed: str) -> None:
    """The next paragraph is again about that of the country in play."""
    text = f"HARARE (XYZ) - Zimbabwe is calm.\n\nIn Lusaka, thousands rallied on Tuesday. {deed}"
    assert places_of(text) == {"Lusaka"}
    text = f"{text}\n\nZimbabwe's parliament met. {deed}"
    assert places_of(text) == {"Lusaka", "Harare"}


def days_without_publication(text: str) -> set[date | None]:
    """Return the first days of the incidents of an article that has no date of its own."""
    return {r.when.first for r in Reader(open_gazetteer()).reports(Article("a", text))}


@pytest.mark.parametrize("opening", ["On 12 May 2020, ", "Around 12 May 2020, ", "12 May 2020: "])
def test_a_note_is_told_of_the_day_that_it_opens_with(opening: str) -> None:
    """Though it has no publication day, and its first sentence no deed."""
    text = f"{opening}troops carried out an operation in Harare. Four men were shot dead."
    assert days_without_publication(text) == {date(2020, 5, 12)}


def test_a_day_further_on_or_of_a_life_is_that_of_nothing_else() -> None:
    """Without a publication day nobody can tell whether it is old."""
    later = "The camp was opened on 12 May 1983. Four men were shot dead in it."
    born = "On 12 May 1983, the mayor was born. Gunmen shot him dead in Harare."
    assert days_without_publication(later) == {None}
    assert days_without_publication(born) == {None}


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("In Paletwa Town (Paletwa Township, Mindat District, Chin State), a woman cut wood.",
         "Paletwa"),
        ("A woman cut wood near Goma in North Kivu province.", "Goma"),
        ("You can see how gold changed Pataz, a province of La Libertad in Peru.",
         "Pataz Province"),
    ],
)  # fmt: skip
def test_what_holds_a_place_is_not_the_scene_instead(opening: str, place: str) -> None:
    """However many units stand behind it, and whether or not the gazetteer has them right."""
    assert places_of(f"{opening} She was shot dead on Tuesday.") == {place}
