"""What a text names, and how it uses each name."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import geo
from geo import mentions
from geo.gazetteer import Gazetteer
from geo.model import Article, Clutter, Mention, MentionClass, Span
from tests.stopwatch import cpu_seconds

USE = MentionClass
LIMIT_S = 4.0
"""Ten times what 100 kB take here, a hundredth of what a quadratic step would."""

NAMES = ("Kosovo", "Kosovo Force", "Tolmen", "Galdor", "Belgrade", "Zubin Potok", "Serb", "Holm")
HOSTILE = (
    "[(", "{{7*7}}", "{% raw %}", "\x00", "😀", "“", "'", "’s", "\\", "</b>", "\u2028", "\n\n",
    ", ", " — ", "(AP)", " of ", " the ", " near ", "A.", "N.Y.", "İ", "ß", "\u202e", "=1+1",
    "border crossings",
)  # fmt: skip
hostile_texts = st.lists(
    st.sampled_from(NAMES + HOSTILE) | st.characters(exclude_categories=["Cs"]), max_size=30
).map("".join)


def find(text: str, gazetteer: Gazetteer, *clutter: Clutter) -> dict[str, Mention]:
    """Return the mentions of a text by the characters they stand on."""
    found = mentions.find(Article("a", text, clutter=clutter), gazetteer)
    return {m.span.of(text): m for m in found}


def uses(text: str, gazetteer: Gazetteer) -> dict[str, MentionClass]:
    """Return how a text uses what it names."""
    return {name: m.use for name, m in find(text, gazetteer).items()}


@pytest.fixture(scope="session")
def world() -> Gazetteer:
    """Open the real gazetteer, with the towns of the world."""
    return geo.open_gazetteer()


def test_what_describes_a_house_is_no_part_of_a_name(world: Gazetteer) -> None:
    """The tagger takes "Jenin refugee" and "Doncaster railway" for names."""
    for text, name in (
        ("Troops raided the Jenin refugee camp on Monday.", "Jenin"),
        ("A man was shot outside Doncaster railway station.", "Doncaster"),
    ):
        assert name in find(text, world)


def test_the_longest_name_wins(gazetteer: Gazetteer) -> None:
    """A town of two words is one name, and a body's name swallows the country in it."""
    found = find("Soldiers of the Kosovo Force drove to Zubin Potok.", gazetteer)
    assert list(found) == ["Kosovo", "Zubin Potok"]
    assert found["Kosovo"].use is USE.EMBEDDED


def test_a_reviewed_name_needs_no_country_beside_it(gazetteer: Gazetteer) -> None:
    """Without a large namesake it is believed; of whom somebody is mayor is a place."""
    for text in ("The mayor of Zubin Potok was arrested.", "Guards searched Zubin Potok."):
        assert uses(text, gazetteer) == {"Zubin Potok": USE.LITERAL}


def test_what_stands_in_a_town_is_not_the_town(gazetteer: Gazetteer) -> None:
    """The word counts with "of", or where something of the sort bears the name."""
    hints = {
        "Men blocked the bridge in Tolmen.": None,
        "Men blocked the bridge of Tolmen.": "bridge",
        "Men blocked the border crossing in Holm.": "border crossing",
        "Men blocked the border crossing in Tolmen.": None,
    }
    for text, hint in hints.items():
        (mention,) = find(text, gazetteer).values()
        assert mention.hint == hint


@given(hostile_texts)
@example("Kosovo Kosovo's northern Kosovo’")
@example("KOSOVO, (AP) — \x00 of the country")
def test_spans_point_into_any_text(text: str) -> None:
    """Mentions are sorted, apart from each other, and stand on characters of the text."""
    found = mentions.find(Article("a", text), SMALL)
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@given(hostile_texts)
def test_the_same_text_gives_the_same_mentions(text: str) -> None:
    """Nothing is remembered from one reading to the next."""
    article = Article("a", text)
    assert mentions.find(article, SMALL) == mentions.find(article, SMALL)


@pytest.mark.parametrize(
    "piece",
    ["KOSOVO ", "Kosovo Force ", "Aaa ", "A", "A.", "TOLMEN, \n\n", "the two border crossings in ",
     "the north of the country, ", "Kosovo's ", " ", "[({", "\x00", "😀", "Tolmen County "],
)  # fmt: skip
def test_hostile_text_takes_no_longer_than_its_length(piece: str, gazetteer: Gazetteer) -> None:
    """A hundred thousand characters of one piece are read in no time."""
    text = piece * (100_000 // len(piece))
    assert cpu_seconds(lambda: mentions.find(Article("a", text), gazetteer)) < LIMIT_S


def test_a_place_that_something_happens_in_is_literal(gazetteer: Gazetteer) -> None:
    """A preposition of place makes a town of a name."""
    assert uses("Shots were heard in Tolmen at dawn.", gazetteer) == {"Tolmen": USE.LITERAL}


def test_people_are_demonyms_and_bodies_modifiers(gazetteer: Gazetteer) -> None:
    """A people is not a place, nor is the country whose police act."""
    found = uses("A Serb driver was stopped by Kosovo police.", gazetteer)
    assert found == {"Serb": USE.DEMONYM, "Kosovo": USE.MODIFIER}


@pytest.mark.parametrize(
    "text",
    ["Belgrade rejected the idea.", "They ignored Belgrade’s request.", "Belgrade has agreed."],
)
def test_a_government_is_a_metonym(text: str, gazetteer: Gazetteer) -> None:
    """A capital that speaks, or owns what only governments have, is one."""
    assert uses(text, gazetteer) == {"Belgrade": USE.METONYM}


def test_a_capital_that_things_happen_in_is_no_government(gazetteer: Gazetteer) -> None:
    """A preposition of place holds, even before a verb of speech."""
    assert uses("A woman in Belgrade said so.", gazetteer) == {"Belgrade": USE.LITERAL}


@pytest.mark.parametrize(
    "text",
    [
        "ZUBIN POTOK, Kosovo (Reuters) — A truck burned.",
        "BELGRADE, Serbia — A truck burned.",
        "Truck set alight. BELGRADE — A truck burned.",
        "Belgrade (AFP) - A truck burned.",
    ],
)
def test_where_a_report_was_filed_is_a_dateline(text: str, gazetteer: Gazetteer) -> None:
    """Town and country in front of the dash are a dateline, with or without line breaks."""
    found = uses(text, gazetteer)
    assert found
    assert set(found.values()) == {USE.DATELINE}


def test_a_town_that_opens_a_sentence_is_no_dateline(gazetteer: Gazetteer) -> None:
    """Only what a dash or an agency closes is one, and small letters only in the opening."""
    assert uses("Belgrade, where it rained, was calm.", gazetteer) == {"Belgrade": USE.LITERAL}
    far = "It rained.\n\n" * 4 + "Belgrade — It rained."
    assert uses(far, gazetteer) == {"Belgrade": USE.LITERAL}


def test_each_brief_of_a_roundup_has_a_dateline(gazetteer: Gazetteer) -> None:
    """In capitals a town at the head of a late paragraph is one too."""
    far = "It rained.\n\n" * 4 + "BELGRADE — It rained."
    assert uses(far, gazetteer) == {"BELGRADE": USE.DATELINE}


def test_state_behind_a_dateline_belongs_to_it(world: Gazetteer) -> None:
    """A small town in capitals is known by its dateline, and its state keeps the full stop."""
    found = uses("LEROY, N.Y. — A barn burned down.", world)
    assert found == {"LEROY": USE.DATELINE, "N.Y.": USE.DATELINE}


@pytest.mark.parametrize(
    "text",
    [
        "NAIROBI, May 3 (Xinhua) -- A barn burned.",
        "NAIROBI, March 3 (Reuters) - A barn burned.",
        "NAIROBI — A TRUCK BURNED. THE MEN, FROM NAIROBI AND LAGOS, WERE HELD.",
    ],
)
def test_no_day_and_no_small_word_is_a_dateline(text: str, world: Gazetteer) -> None:
    """May is a month and FROM is "from", though towns are called May and Frome."""
    assert set(find(text, world)) <= {"NAIROBI", "LAGOS"}


@pytest.mark.parametrize(("kind", "use"), [("byline", USE.BYLINE), ("advert", USE.CLUTTER)])
def test_page_furniture_overrules_everything(
    kind: str, use: MentionClass, gazetteer: Gazetteer
) -> None:
    """What stands in clutter is marked as such, wherever in it the name stands."""
    text = "Our war in Kosovo page. Shots in Tolmen."
    found = find(text, gazetteer, Clutter(Span(0, 22), kind))
    assert found["Kosovo"].use is use
    assert found["Tolmen"].use is USE.LITERAL


@pytest.mark.parametrize(
    "text",
    [
        "Paris Hilton smiled.",
        "A lecture by Jordan Peterson was cancelled.",
        "Anna Drews won the race, and Drews was glad.",
        "Miguel Flores ran. Nobody saw Flores again.",
        "Juan Carlos Palmira Soto spoke. Nobody had asked for Palmira to speak.",
    ],
)
def test_people_are_no_places(text: str, world: Gazetteer) -> None:
    """A first name before it or a surname behind it takes the place out of a name."""
    places = {n for n, m in find(text, world).items() if m.use is USE.LITERAL}
    assert places <= set()


@pytest.mark.parametrize(
    "word", ["Nice", "Reading", "March", "Of", "Most", "NATO", "Minister", "Mission", "Pink"]
)
def test_common_words_are_no_places_without_a_cue(word: str, world: Gazetteer) -> None:
    """English words that are also towns stay words."""
    assert find(f"{word} was what they said. It was what they wanted.", world) == {}


@pytest.mark.parametrize("month", ["March", "May", "August"])
def test_months_are_no_towns_even_behind_in(month: str, world: Gazetteer) -> None:
    """A month behind a preposition is a date."""
    assert find(f"It began in {month} and went on.", world) == {}


def test_small_towns_need_a_word_that_puts_them_in_space(world: Gazetteer) -> None:
    """A town of the world that few know is a place behind "in", and then in all the article."""
    assert find("Chiefland rose early.", world) == {}
    found = mentions.find(Article("a", "Fire in Chiefland. Chiefland rose."), world)
    assert [m.name for m in found] == ["Chiefland", "Chiefland"]


@pytest.mark.parametrize(
    "text",
    ["He plays in SEC football.", "How the Obama administration saw it."],
)
def test_acronyms_and_leaders_are_no_small_towns(text: str, world: Gazetteer) -> None:
    """Short names in capitals and owners of an administration are not taken for villages."""
    assert find(text, world) == {}


def test_people_of_a_small_town_make_it_a_place(world: Gazetteer) -> None:
    """Residents belong to a town, so that it modifies them."""
    assert uses("Two Chiefland residents won.", world) == {"Chiefland": USE.MODIFIER}


def test_large_towns_are_believed(world: Gazetteer) -> None:
    """A city needs no preposition."""
    assert uses("Nairobi woke to rain.", world) == {"Nairobi": USE.LITERAL}


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("the border crossing of Brnjak", "border crossing"),
        ("the town of Brnjak", "town"),
        ("at the Brnjak border gate", "border gate"),
        ("around Tolmen county", "county"),
        ("in Tolmen", None),
    ],
)
def test_the_word_beside_a_name_is_its_hint(
    text: str, hint: str | None, gazetteer: Gazetteer
) -> None:
    """Mentions keep the word that says what sort of place is meant."""
    (found,) = find(f"They met {text}.", gazetteer).values()
    assert found.hint == hint
    assert mentions.sort_of("border gate") == "crossing"


def test_a_county_is_one_name_with_its_noun(gazetteer: Gazetteer) -> None:
    """A capitalised noun of administration belongs to the name, known or not."""
    found = find("Floods hit Tolmen County and Vexley County.", gazetteer)
    assert [(m.name, m.hint) for m in found.values()] == [
        ("Tolmen County", "county"),
        ("Vexley County", "county"),
    ]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("about 100 km north of Belgrade", "reference"),
        ("30 miles from Belgrade", "reference"),
        ("west of Belgrade", "reference"),
        ("near Belgrade", "near"),
        ("just outside Belgrade", "near"),
        ("in Belgrade", None),
    ],
)
def test_what_is_only_measured_from_is_a_reference(
    text: str, relation: str | None, gazetteer: Gazetteer
) -> None:
    """Mentions say how the text stands to the place."""
    assert find(f"They met {text}.", gazetteer)["Belgrade"].relation == relation


@pytest.mark.parametrize(
    "text",
    ["northern Kosovo", "Kosovo’s north", "the north of Kosovo", "the northern part of Kosovo"],
)
def test_a_side_belongs_to_the_name(text: str, gazetteer: Gazetteer) -> None:
    """All ways to say a part of a country give one mention of that part."""
    found = find(f"Trouble in {text} went on.", gazetteer)
    assert list(found) == [text]
    assert (found[text].name, found[text].found_by) == ("north of Kosovo", "direction")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A case of West Nile virus was found in Tucson.", {"Tucson"}),
        ("Rift Valley fever sickened cattle near Garissa.", {"Garissa"}),
        ("Lyme disease reached Bergen.", {"Bergen"}),
        ("He sold the Hyundai Santa Fe in Lyon.", {"Lyon"}),
        ("They met in the county seat Lyon on Friday.", {"Lyon"}),
    ],
)
def test_false_friends_are_no_places(text: str, places: set[str], world: Gazetteer) -> None:
    """Diseases and cars are called after places."""
    assert set(find(text, world)) == places


def test_an_article_belongs_to_a_name_only_where_it_is_part_of_it(world: Gazetteer) -> None:
    """The Gambia is Gambia; The Hague is not Hague."""
    assert {"Gambia", "The Hague"} <= set(find("The Gambia took it to The Hague.", world))


def test_text_without_capitals_names_places_too(world: Gazetteer) -> None:
    """Countries are believed, towns where a word puts them in space; people and words are not."""
    found = set(find("floods hit pakistan and a bus fell in nairobi, said paul reading", world))
    assert found == {"pakistan", "nairobi"}


def test_sides_of_the_world_are_no_towns(world: Gazetteer) -> None:
    """West is a town only where its state stands behind it."""
    assert "West" not in find("Talks left the West cold, and Accra too.", world)
    assert "West" in find("A plant burned in West, Texas, on Friday.", world)


@pytest.mark.parametrize("noun", ["The River", "The City", "The Village", "North", "East"])
def test_a_bare_noun_is_no_town(noun: str, world: Gazetteer) -> None:
    """A side or "the" and what the thing is, though GeoNames knows towns called so."""
    assert noun not in find(f"In Kenya {noun} and Nairobi suffered. {noun} was empty.", world)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Envoys of North and South Korea met.", ["North Korea", "South Korea"]),
        ("Rain fell in East and West Java.", ["East Java", "West Java"]),
        ("He flew North and South Africans cheered.", ["South Africans"]),
        ("They looked North and South.", []),
    ],
)
def test_two_sides_share_the_end_of_their_name(
    text: str, names: list[str], world: Gazetteer
) -> None:
    """The first is named by its side alone, where both names are known."""
    assert [m.name for m in find(text, world).values()] == names


def test_a_party_and_a_hyphen_stand_before_a_state(world: Gazetteer) -> None:
    """Politicians of the USA are given with party and state."""
    assert "Ohio" in find("Rep. Ana Kos, D-Ohio, voted.", world)


def test_a_list_of_places_goes_on(world: Gazetteer) -> None:
    """A small town beside an accepted one is accepted."""
    assert set(uses("Rain fell in Nairobi and Roxton.", world)) == {"Nairobi", "Roxton"}


def test_short_states_count_only_behind_a_town(world: Gazetteer) -> None:
    """Short forms are states behind a town and a comma; the word OK alone is not."""
    found = find("A fire in South Bend, Ind., was put out. OK, said the chief.", world)
    assert [(text, m.name) for text, m in found.items()] == [
        ("South Bend", "South Bend"),
        ("Ind.", "Indiana"),
    ]


def test_a_state_behind_a_town_that_is_a_word(world: Gazetteer) -> None:
    """Reading is a word, but there is one in Pennsylvania: "Pa" is no town of Burkina Faso."""
    found = find("A man from Reading, Pa., met one from Mobile, Ala. and left.", world)
    assert [m.name for m in found.values()] == ["Reading", "Pennsylvania", "Mobile", "Alabama"]


def test_the_full_stop_behind_a_state_ends_the_sentence(world: Gazetteer) -> None:
    """Only what is short for a state keeps it: Borno is called Borno State in full."""
    assert set(find("Rain fell in Borno. Snow fell in Calif. too.", world)) == {"Borno", "Calif."}


@pytest.mark.parametrize("mark", ["'", "’"])
def test_a_name_goes_on_behind_its_possessive(mark: str, world: Gazetteer) -> None:
    """The People's Republic is not the Republic; what only owns a place stays apart from it."""
    assert set(find(f"The People{mark}s Republic of China sent aid.", world)) == {
        f"People{mark}s Republic of China"
    }
    assert f"Cox{mark}s Bazar" in find(f"Rain fell in Cox{mark}s Bazar.", world)
    assert set(find(f"Rain fell in Kenya{mark}s Nairobi.", world)) == {"Kenya", "Nairobi"}


SMALL: Gazetteer


@pytest.fixture(scope="session", autouse=True)
def _small(gazetteer: Gazetteer) -> None:
    # Hypothesis draws many texts for one gazetteer, and may not be given a fixture with state.
    global SMALL  # noqa: PLW0603
    SMALL = gazetteer


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tolmen Police say that nobody was hurt.", ["Tolmen"]),
        ("Tell the Tolmen Public Safety Department.", ["Tolmen"]),
        ("State Police say that nobody was hurt.", []),
        ("On Monday Police said nothing.", []),
    ],
)
def test_town_is_found_in_front_of_its_police(
    text: str, found: list[str], gazetteer: Gazetteer
) -> None:
    """A town whose police speaks is one, whatever the tagger makes of the two."""
    told = mentions.find(Article("a", text), gazetteer)
    assert [(m.name, m.use) for m in told] == [(n, MentionClass.EMBEDDED) for n in found]


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("A U.S. student was hurt.", USE.MODIFIER),
        ("They asked for U.S.  aid.", USE.MODIFIER),
        ("He lived in the U.S. and died there.", USE.LITERAL),
        ("He came to the U.S. illegally.", USE.LITERAL),
    ],
)
def test_initials_before_a_noun_are_an_attribute(
    text: str, use: MentionClass, world: Gazetteer
) -> None:
    """Before a particle or an adverb they are a place."""
    assert uses(text, world)["U.S."] is use


@pytest.mark.parametrize(
    "text",
    [
        "Bombs hit the embassies of Kosovo and Serbia.",
        "Bombs hit the consulate of Serbia.",
        "A crowd burnt Serbia's embassy in Holm.",
    ],
)
def test_whose_embassy_it_is_does_not_say_where(text: str, gazetteer: Gazetteer) -> None:
    """A mission stands abroad: no incident at it is in the country that it is of."""
    found = find(text, gazetteer)
    told = [m for name, m in found.items() if name in {"Kosovo", "Serbia"}]
    assert told
    assert all(m.use is not USE.LITERAL for m in told)


def test_where_diplomats_were_attacked_is_a_place(gazetteer: Gazetteer) -> None:
    """Only what stands right before them says whose they are."""
    found = find("Gunmen in Kosovo attacked diplomats of Serbia.", gazetteer)
    assert found["Kosovo"].relation is None
    assert found["Serbia"].use is USE.METONYM


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Six soldiers were killed in Helmand province, police said.", "Helmand", "admin1"),
        ("Two rebels were killed in southeastern Khost province.", "Khost", "admin1"),
        ("Rebels attacked a post in Antioquia department.", "Antioquia", "admin1"),
    ],
)
def test_the_noun_behind_a_name_says_what_it_is(
    text: str, name: str, kind: str, world: Gazetteer
) -> None:
    """The tagger takes "Helmand province" for one name; Khost is a town of the same name too."""
    resolutions = geo.Reader(world).read(Article("a", text)).resolutions
    found = [r for r in resolutions if r.mention.name == name]
    assert [r.mention.use for r in found] == [USE.LITERAL]
    assert [r.place.kind.value for r in found if r.place is not None] == [kind]


def test_a_man_behind_a_country_is_no_member_of_a_list(world: Gazetteer) -> None:
    """Of "in X, Y said" the comma is that of the phrase, where Y is somebody."""
    told = "Minister Carlos Morales spoke. On the talks in Guatemala, Morales said no."
    assert "Morales" not in find(told, world)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Rebels shelled al-Bab on Monday.", ["al-Bab"]),
        ("Shells hit a market in el-Fasher on Monday.", ["el-Fasher"]),
        ("Gunmen killed two in ar-Ramadi on Monday.", ["ar-Ramadi"]),
        ("Gunmen killed Muhammad al-Raqqa in Baghdad.", ["Baghdad"]),
        ("Abdel Fattah el-Sisi flew to Aswan.", ["Aswan"]),
        ("The crowd at the dam ran; al-Qaeda said nothing.", []),
    ],
)
def test_a_name_may_begin_with_a_small_article(text: str, named: list[str]) -> None:
    """News writes the Arabic article small; behind a capital it goes on with somebody's name."""
    assert list(find(text, geo.open_gazetteer())) == named
