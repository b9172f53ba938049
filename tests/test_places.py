"""Where a mention is, how sure, and why."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import geo
from geo import mentions, places
from geo.gazetteer import Gazetteer
from geo.model import Article, MentionClass, Resolution
from tests import namesakes

PIECES = (
    "In Kosovo. ",
    "near Brnjak ",
    "northern Ardovia, ",
    "Serbs ",
    "both border gates ",
    "{{",
    "\x00",
)
ARTICLES = st.lists(st.sampled_from(PIECES) | st.text(max_size=5)).map("".join)


def resolve(text: str, gazetteer: Gazetteer) -> dict[str, Resolution]:
    """Resolve the mentions of a text, by the characters they stand on; the last of equals."""
    article = Article("a", text)
    answers = places.resolve(article, mentions.find(article, gazetteer), gazetteer)
    return {a.mention.span.of(text): a for a in answers}


def ids(text: str, gazetteer: Gazetteer) -> dict[str, str | None]:
    """Return the place ids of a text."""
    return {t: a.place.id if a.place else None for t, a in resolve(text, gazetteer).items()}


@pytest.fixture(scope="session")
def world() -> Gazetteer:
    """Open the real gazetteer, with the towns of the world."""
    return geo.open_gazetteer()


def test_the_likeliest_namesake_wins_and_the_others_are_listed(gazetteer: Gazetteer) -> None:
    """An answer tells which places of the name it did not take."""
    answer = resolve("In Kosovo shots fell in the village of Brnjak.", gazetteer)["Brnjak"]
    assert answer.place is not None
    assert answer.place.id == "xk-brnjak"
    assert {p.id for p, _ in answer.alternatives} == {"xk-crossing-brnjak", "xk-brnjaca"}
    assert "called a village" in answer.because


def test_the_sort_of_place_decides_between_namesakes(gazetteer: Gazetteer) -> None:
    """A crossing and a village of one name are told apart by the noun beside them."""
    text = "In Kosovo the border crossing of Brnjak was shut."
    assert ids(text, gazetteer)["Brnjak"] == "xk-crossing-brnjak"


@pytest.mark.parametrize("thing", ["bridge", "military base", "checkpoint", "airport", "crossing"])
def test_what_stands_in_a_town_leads_to_the_town(thing: str, gazetteer: Gazetteer) -> None:
    """Behind "in" or "at" stands where it is; a crossing of the name is the better answer."""
    assert ids(f"Men blocked the {thing} in Tolmen.", gazetteer)["Tolmen"] == "xa-tolmen"
    text = "In Kosovo men blocked the crossing at Brnjak."
    assert ids(text, gazetteer)["Brnjak"] == "xk-crossing-brnjak"


def test_one_name_has_one_referent(gazetteer: Gazetteer) -> None:
    """What is said once of a name holds in the whole article."""
    article = Article("a", "In Kosovo the crossing of Brnjak was shut. Men left Brnjak at dawn.")
    answers = places.resolve(article, mentions.find(article, gazetteer), gazetteer)
    told = [a.place.id for a in answers if a.place and a.mention.name == "Brnjak"]
    assert told == ["xk-crossing-brnjak", "xk-crossing-brnjak"]


def test_parts_of_a_country_are_regions(gazetteer: Gazetteer) -> None:
    """All ways to say the north give its outline."""
    for said in ("northern Ardovia", "Ardovia's north", "the north of Ardovia"):
        assert ids(f"Snow fell in {said}.", gazetteer) == {said: "xa-north"}


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("southern Ardovia", "no outline for the south of Ardovia: the whole stands for it"),
        ("central Kosovo", "no outline for the centre of Kosovo: the whole stands for it"),
    ],
)
def test_a_part_without_outline_is_the_whole_and_says_so(
    said: str, reason: str, gazetteer: Gazetteer
) -> None:
    """Nothing is invented where no outline is known."""
    answer = resolve(f"Snow fell in {said}.", gazetteer)[said.rsplit(maxsplit=1)[-1]]
    assert answer.place is not None
    assert answer.place.kind == "country"
    assert answer.because == (reason,)


def test_the_country_is_the_one_last_spoken_of(gazetteer: Gazetteer) -> None:
    """A side belongs to the country before it of which that side is known."""
    text = "Rain in Kosovo. Snow in Ardovia. Roads in the north of the country are shut."
    assert ids(text, gazetteer)["the north of the country"] == "xa-north"


def test_a_part_of_nothing_is_unknown(gazetteer: Gazetteer) -> None:
    """Without a country there is no north of it."""
    answer = resolve("Snow fell in the north of the country.", gazetteer)
    assert answer["the north of the country"].place is None
    assert answer["the north of the country"].because == ("the north of what is not known",)


def test_an_unknown_county_is_no_town(gazetteer: Gazetteer) -> None:
    """A county that the gazetteer lacks is not put on the town of its name."""
    answer = resolve("Floods hit Tolmen County.", gazetteer)["Tolmen County"]
    assert answer.place is None
    assert answer.because == ("no county of that name in the gazetteer",)


def test_peoples_point_at_their_country(gazetteer: Gazetteer) -> None:
    """A demonym resolves, but is no place of its own."""
    answer = resolve("An Ardovian won.", gazetteer)["Ardovian"]
    assert answer.mention.use is MentionClass.DEMONYM
    assert answer.place == gazetteer.get("XA")


def small(text: str, *names: str) -> list[Resolution]:
    """Resolve names in the small world of namesakes."""
    mentions = namesakes.named(text, *names)
    return list(places.resolve(namesakes.article(text), mentions, namesakes.gazetteer()))


def test_a_people_of_a_unit_points_at_the_unit() -> None:
    """A demonym leads to whatever it names, not to countries alone."""
    (answer,) = small("A Markish farmer", "Markish")
    assert answer.place is not None
    assert answer.place.id == "xa-upper"


def test_a_people_of_two_lands_is_told_by_the_article() -> None:
    """Where a demonym names several places, the rest of the article decides, or nothing does."""
    alone, among = (
        small("A Marcher", "Marcher")[0],
        small("A Marcher in Garrow", "Marcher", "Garrow")[0],
    )
    assert alone.score < among.score
    assert among.place is not None
    assert among.place.id == "XA"


def test_bearers_that_lose_are_listed_with_their_scores() -> None:
    """Alternatives come best first, none likelier than the answer."""
    answer = small("Dell, and later Garrow", "Dell", "Garrow")[0]
    assert answer.place is not None
    assert [place.id for place, _ in answer.alternatives] == ["gn:3"]
    assert 0.0 <= answer.alternatives[0][1] < answer.score


def test_reasons_are_words_for_people() -> None:
    """What was weighed is said: the holder, the neighbours, the unit."""
    told = small("Dell, Upper Mark, and Fenwick", "Dell", "Upper Mark", "Fenwick")[0].because
    assert "named with Upper Mark" in told
    assert any("from Fenwick" in reason for reason in told)


def test_two_of_one_name_stay_two() -> None:
    """A name with two holders has two referents, each with its own."""
    text = "Dell, Upper Mark, and Dell, Lower Mark"
    found = small(text, "Dell", "Upper Mark", "Dell", "Lower Mark")
    assert [a.place and a.place.id for a in found] == ["gn:3", "xa-upper", "gn:4", "xa-lower"]


def test_what_holds_a_town_is_no_town() -> None:
    """Behind a town and a comma a name means the unit, not its namesake of a town."""
    found = small("Ostrel, Belmark, and Belmark City", "Ostrel", "Belmark", "Belmark City")
    assert [a.place and a.place.id for a in found] == ["gn:8", "XB", "gn:7"]


@given(st.lists(st.sampled_from(["Dell", "Lorn", "Fenwick", "Garrow", "Ardovia"]), max_size=6))
def test_scores_are_shares(names: list[str]) -> None:
    """Scores lie between 0 and 1, and what is answered is sure enough."""
    for answer in small("; ".join(names), *names):
        assert 0.0 <= answer.score <= 1.0
        assert (answer.place is None) == (answer.score < places.SURE)


@given(ARTICLES)
def test_every_mention_gets_one_answer_with_reasons(text: str) -> None:
    """Answers keep the order of the mentions, are the same each time, and say why."""
    article = Article("a", text)
    found = mentions.find(article, SMALL)
    answers = places.resolve(article, found, SMALL)
    assert tuple(a.mention for a in answers) == found
    assert all(a.because and 0 <= a.score <= 1 for a in answers)
    assert answers == places.resolve(article, found, SMALL)


@pytest.mark.parametrize(
    ("text", "name", "admin1"),
    [
        ("A barn burned in Newport, Vermont.", "Newport", "Vermont"),
        ("A barn burned in Newport, R.I., today.", "Newport", "Rhode Island"),
        ("A barn burned in Long Beach, CA.", "Long Beach", "California"),
        ("A barn burned in Long Beach, Miss., today.", "Long Beach", "Mississippi"),
        ("Texas is dry. A barn burned in Paris, Texas.", "Paris", "Texas"),
    ],
)
def test_a_town_lies_in_the_state_behind_it(
    text: str, name: str, admin1: str, world: Gazetteer
) -> None:
    """The holder behind a comma beats every namesake, however large."""
    place = resolve(text, world)[name].place
    assert place is not None
    assert place.admin1 == admin1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Flights to London, Cairo, Nairobi and Athens", ["GB", "EG", "KE", "GR"]),
        ("Shares fell in Paris, Berlin, Vienna and Rome", ["FR", "DE", "AT", "IT"]),
        ("Games in Manchester, Birmingham and Leeds", ["GB", "GB", "GB"]),
        ("Rallies in Boston, Cambridge and Worcester", ["US", "US", "US"]),
        ("Rain in Naples, Rome and Florence", ["IT", "IT", "IT"]),
    ],
)
def test_names_in_a_list_are_of_one_scale(text: str, expected: list[str], world: Gazetteer) -> None:
    """A list of capitals is not read as one of villages, nor the other way round."""
    names = re.findall(r"[A-Z]\w+", text)[1:]
    found = places.resolve(namesakes.article(text), namesakes.named(text, *names), world)
    assert [a.place and a.place.countries[0] for a in found] == expected


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("He flew from New York to Tokyo.", "New York", "settlement"),
        ("Roads in Buffalo, New York, were shut.", "New York", "admin1"),
        ("Schools in New York state were shut.", "New York", "admin1"),
        ("Leaders of Mexico and Guatemala met.", "Mexico", "country"),
        ("He lives in Mexico City now.", "Mexico City", "settlement"),
        ("Banks of Luxembourg and Belgium fell.", "Luxembourg", "country"),
        ("Voters in Quebec and Ontario waited.", "Quebec", "admin1"),
    ],
)
def test_the_right_kind_of_point(text: str, name: str, kind: str, world: Gazetteer) -> None:
    """Cities are told from the states and countries that share their names."""
    place = resolve(text, world)[name].place
    assert place is not None
    assert place.kind == kind


def test_a_holder_without_such_a_town_leaves_it_open(world: Gazetteer) -> None:
    """A town that the gazetteer does not know in that state is not looked for elsewhere."""
    answer = resolve("A barn burned in Galdorford, Vermont, and in Roxton, Vermont.", world)
    assert answer["Roxton"].place is None
    assert "where it is not" in " ".join(answer["Roxton"].because)


def test_a_country_gives_way_only_to_evidence(world: Gazetteer) -> None:
    """Georgia is the country, unless the article is about another country's Georgia."""
    assert ids("Protests went on in Georgia.", world)["Georgia"] == "GE"
    text = "Floods hit Alabama and Tennessee. In Atlanta and Savannah, Georgia, roads were shut."
    found = ids(text, world)
    assert found["Georgia"] == "us-admin1-georgia"


def test_namesakes_without_support_are_left_open(world: Gazetteer) -> None:
    """Many places of a name and no word which: none, with the candidates listed."""
    answer = resolve("The fire began in Fairview.", world)["Fairview"]
    assert answer.place is None
    assert "none supported by the article" in answer.because[0]
    assert len(answer.alternatives) == places.ALTERNATIVES


SMALL: Gazetteer


@pytest.fixture(scope="session", autouse=True)
def _small(gazetteer: Gazetteer) -> None:
    # Hypothesis draws many texts for one gazetteer, and may not be given a fixture with state.
    global SMALL  # noqa: PLW0603
    SMALL = gazetteer


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Three people were killed in Hawija on Monday, Iraq's government said.", "IQ"),
        ("Three people were killed in Saravena on Monday, Colombia's government said.", "CO"),
        ("Three people were killed in Dhusamareb, Somalia's army said.", "SO"),
    ],
)
def test_a_spelling_that_is_alone_in_its_country_is_believed(
    text: str, country: str, world: Gazetteer
) -> None:
    """Where a country is spoken of, a town of unknown size there answers to another spelling."""
    name = text.partition(" in ")[2].split(",")[0].split()[0]
    place = resolve(text, world)[name].place
    assert place is not None
    assert place.countries == (country,)


def test_a_town_and_its_district_share_what_speaks_for_either(world: Gazetteer) -> None:
    """Of Ansongo and its district neither is likely enough alone; that it is one of them is."""
    answer = resolve("Mali: gunmen attacked Ansongo on Monday.", world)["Ansongo"]
    assert answer.place is not None
    assert answer.place.countries == ("ML",)
    assert "one of the two" in answer.because[0]


def test_an_unlike_name_is_no_spelling(world: Gazetteer) -> None:
    """That Mountain City was once called Passover makes no place of the feast."""
    text = "The United States keeps Passover traditions, said the mayor of Chicago."
    answer = resolve(text, world).get("Passover")
    assert answer is None or answer.place is None


def test_the_north_is_that_of_the_country_whose_towns_are_told_of(world: Gazetteer) -> None:
    """Though another one was spoken of last."""
    text = (
        "Police searched shops in Zvečan, Leposavić and Zubin Potok in Kosovo. Serbia's president "
        "condemned it. Drivers across the north of the country went on strike."
    )
    assert ids(text, world)["the north of the country"] == "xk-north"


@pytest.mark.parametrize("name", ["Kwangju", "Gwangju"])
def test_the_larger_of_two_of_one_name_is_meant_however_it_is_spelt(
    name: str, world: Gazetteer
) -> None:
    """Though the smaller one lies beside the capital that the report was filed from."""
    text = f"SEOUL, Nov 25 - Police broke up a march in {name} on Tuesday."
    place = resolve(text, world)[name].place
    assert place is not None
    assert place.lat == pytest.approx(35.15, abs=0.05)
