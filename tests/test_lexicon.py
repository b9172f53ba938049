"""The table of kinds, its notation, and how triggers are chosen."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import TableError
from geo.lexicon import Lexicon, default_lexicon, load
from geo.model import Span
from tests.stopwatch import cpu_seconds

MODULES = Path(__file__).parents[1] / "geo"
VIEWER_WORDS = MODULES / "viewer" / "words.js"
NAMED_BY_THE_DESIGN = [
    "roadblock", "roadblock_removal", "border_closure", "access_denied", "protest",
    "riot", "clash", "armed_clash", "shooting", "attack", "explosion", "shelling",
    "air_strike", "abduction", "arson", "property_damage", "arrest", "raid", "seizure",
    "deployment", "withdrawal", "takeover", "resignation", "strike", "robbery",
    "agreement", "talks", "demand", "rejection", "threat", "sanction",
]  # fmt: skip


def kinds(sentence: str) -> list[str]:
    """Return the kinds that a sentence tells of."""
    return [trigger.kind.name for trigger in default_lexicon().find(sentence)]


def tiny(body: str) -> Lexicon:
    """Return a lexicon from a table in which HEAD stands for what every kind needs."""
    head = 'label = "K"\nfamily = "violence"\nacled = ["", ""]\n'
    return load(body.replace("HEAD", head))


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Farmers threw up barricades on the coast road.", "roadblock"),
        ("Villagers have sealed off the bridge since dawn.", "roadblock"),
        ("Troops tore down the barricades overnight.", "roadblock_removal"),
        ("The frontier was sealed at noon.", "border_closure"),
        ("A convoy of ten lorries was turned back at the river.", "access_denied"),
        ("Guards turned away the delegation.", "access_denied"),
        ("Thousands took to the streets of the capital.", "protest"),
        ("Youths hurled stones and petrol bombs at the court.", "riot"),
        ("The two crowds came to blows outside the stadium.", "clash"),
        ("Soldiers exchanged fire with rebels in the hills.", "armed_clash"),
        ("A masked man opened fire at the cafe.", "shooting"),
        ("The mayor was stabbed to death at home.", "attack"),
        ("A roadside bomb went off near the market.", "explosion"),
        ("Mortar rounds landed in a schoolyard.", "shelling"),
        ("Warplanes pounded the valley for hours.", "air_strike"),
        ("Two nurses were held for ransom.", "abduction"),
        ("The town hall was set ablaze.", "arson"),
        ("Vandals smashed shop windows.", "property_damage"),
        ("Somebody sprayed red paint over the door and broke its windows.", "property_damage"),
        ("A man drove his car at students on the square.", "attack"),
        ("Police used pepper gas on a group.", "protest_dispersed"),
        ("A dhow was seized by seven men with rifles.", "abduction"),
        ("Nine soldiers were surrounded and held by villagers.", "abduction"),
        ("Unknown persons set ablaze a warehouse.", "arson"),
        ("Around 200 drivers gathered outside the governorate.", "protest"),
        ("Three men were taken into custody.", "arrest"),
        ("Officers searched the premises of the newspaper.", "raid"),
        ("Customs impounded the tanker.", "seizure"),
        ("Officers were flown in as the ministry sent police north.", "deployment"),
        ("The brigade pulled out of the valley.", "withdrawal"),
        ("Gendarmes took control of the airport.", "takeover"),
        ("The minister stepped down.", "resignation"),
        ("Dockers went on strike.", "strike"),
        ("Gunmen held up a bank.", "robbery"),
        ("The sides signed a truce.", "agreement"),
        ("Envoys held talks in Vienna.", "talks"),
        ("The union called for new elections.", "demand"),
        ("The cabinet turned down the offer.", "rejection"),
        ("The general threatened to retaliate.", "threat"),
        ("The council imposed sanctions.", "sanction"),
        ("A grenade was hurled at the gate of the mill.", "grenade_attack"),
        ("The fire in the barn had been deliberately lit.", "arson"),
        ("Two girls were taken away on motorcycles.", "abduction"),
        ("A mine derailed the night train.", "explosion"),
    ],
)
def test_each_kind_has_more_than_one_wording(sentence: str, kind: str) -> None:
    """Synonyms, passives and multi-word verbs tell of the kind."""
    assert kind in kinds(sentence)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("A suicide bomber struck a bazaar; the blast shook the town.", "suicide_bombing"),
        ("A pylon was destroyed with dynamite.", "explosion"),
        ("Guards found dynamite in a barn.", "weapons_seizure"),
        ("Raiders set half of the huts by the river on fire.", "arson"),
        ("Ten were charged after the protest.", "protest"),
        ("The bullet-riddled body of a smith lay there.", "shooting"),
        ("Someone lobbed a grenade into a bar.", "grenade_attack"),
        ("Police fired tear gas at the demonstrators.", "protest_dispersed"),
        ("Soldiers opened fire on protesters in the square.", "excessive_force"),
        ("An angry mob attacked two traders.", "mob_violence"),
        ("Troops killed 12 militants near the dam.", "armed_clash"),
        ("The army recaptured the village after clashes.", "territory_regained"),
        ("Rebels seized control of the district.", "capture_of_territory"),
        ("Customs officers seized 40 rifles.", "weapons_seizure"),
        ("The navy set up a military base on the island.", "headquarters_established"),
        ("Two officers were raped by the guards.", "sexual_violence"),
        ("The ministry sent troops and tanks north.", "troop_movement"),
        ("Rebels captured a nurse near the dam.", "abduction"),
        ("Shots were fired, and later a grenade was thrown at a bus.", "shooting"),
    ],
)
def test_the_sentence_gives_the_finer_kind(sentence: str, kind: str) -> None:
    """Who acts against whom, with what, refines the kind; the coarser one goes."""
    assert kinds(sentence)[0] == kind


@pytest.mark.parametrize(
    "sentence",
    [
        "The bomb squad praised its new dogs.",
        "The striker shot wide and the keeper saved.",
        "Shares staged a late rally in the stock market.",
        "The studio will shoot the film in Malta.",
        "He died of a heart attack.",
        "The storm hit the coast and the storm surge rose.",
        "The firm launched a takeover bid.",
        "The bill was opposed by none and passed in cold weather.",
        "Officials were charged a fee.",
        "A gas explosion at the plant closed the road map debate.",
    ],
)
def test_other_walks_of_life_are_no_violence(sentence: str) -> None:
    """Sport, markets, films, illness and accidents are none of our kinds of violence."""
    lexicon = default_lexicon()
    assert not [k for k in kinds(sentence) if lexicon.kinds[k].family in {"violence", "protest"}]


@pytest.mark.parametrize(
    "sentence",
    [
        "An aide who asked not to be named shrugged.",
        "Two clerks, asking not to be identified, nodded.",
        "Nine miners were killed in a fire on Tuesday.",
        "A blaze at a paper mill killed nine.",
        "Nine miners were injured in a warehouse fire.",
    ],
)
def test_the_shy_demand_nothing_and_a_fire_is_no_attack(sentence: str) -> None:
    """Asking not to be named is no politics; a fire without a hand behind it no violence."""
    assert kinds(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Nine miners were killed in an arson attack.", "arson"),
        ("Nine miners were killed in a fire bombing.", "explosion"),
        ("Nine miners were killed in cross-fire.", "attack"),
        ("Nine miners were killed by gunfire.", "shooting"),
        ("Masked men opened fire, killing nine miners.", "shooting"),
        ("Teargas was fired outside the mint.", "protest_dispersed"),
    ],
)
def test_other_fires_are_what_they_are(sentence: str, kind: str) -> None:
    """Arson, bombs and shots keep their kind, in the passive as well."""
    assert kind in kinds(sentence)


def test_a_deed_told_twice_in_a_sentence_has_two_triggers() -> None:
    """Each has words of its own, and a place and a day of its own may follow."""
    sentence = "A shell exploded in the port at noon, and another shell exploded in the park."
    found = default_lexicon().find(sentence.replace("shell", "bomb"))
    assert [trigger.kind.name for trigger in found] == ["explosion", "explosion"]
    assert found[0].span.end < found[1].span.start


def test_the_kinds_of_the_design_are_there_and_the_map_knows_their_families() -> None:
    """Every family of a kind stands in the legend of the viewer."""
    known = default_lexicon().kinds
    assert set(NAMED_BY_THE_DESIGN) <= set(known)
    legend = re.search(r"FAMILIES = \{(.*?)\}", VIEWER_WORDS.read_text("utf-8"), re.DOTALL)
    assert legend is not None
    assert {k.family for k in known.values()} <= set(re.findall(r"(\w+):", legend.group(1)))


def test_every_row_compiles() -> None:
    """No row names an unknown class or mark; rows that stand twice are compiled once."""
    lexicon = tiny('[k]\nHEADnouns = ["raid"]\nphrases = ["v:raid ... n:inn", "n:raid"]\n')
    assert lexicon.compile() == 2
    assert default_lexicon().compile() > 2 * len(default_lexicon().kinds)


def test_loading_is_cheap() -> None:
    """Each command pays it: nothing is spelled out before its words turn up.

    It takes 7 times as long as to parse the file, .2 s on a quick machine and 1.2 s on a slow one.
    """
    text = resources.files("geo").joinpath("kinds.toml").read_text("utf-8")
    parsed = min(cpu_seconds(lambda: tomllib.loads(text)) for _ in range(3))
    assert min(cpu_seconds(lambda: load(text)) for _ in range(3)) < 14 * parsed


def test_notation_gaps_counts_and_inflection() -> None:
    """``...`` spans five words, ``#`` a number, ``*`` one word; short verbs double their letter."""
    lexicon = tiny('[k]\nHEADphrases = ["v:stop ... bus", "v:paint # * n:wolf|fox"]\n')
    for said in (
        "stopped a big red bus",
        "stopped 1,200 buses and a bus",
        "painted at least 1,200 grey foxes",
    ):
        assert [t.span.of(said) for t in lexicon.find(said)] == [said]
    assert not lexicon.find("stopped one two three four five six bus")
    assert not lexicon.find("stopped a car, then the bus")


def test_nouns_have_the_plurals_that_people_write() -> None:
    """A thief and a person are no regular nouns; "persons" are as many as people."""
    lexicon = tiny('[k]\nHEADphrases = ["n:thief v:rob n:person|wife"]\n')
    for said in ("thieves robbed people", "thieves robbed persons", "a thief robs wives"):
        assert lexicon.find(said), said
    assert not lexicon.find("thiefs robbed people")


def test_a_refined_kind_takes_over_only_where_its_words_stand() -> None:
    """The coarser kind stays where nothing finer is given; a `not` row bars what is given."""
    lexicon = tiny(
        '[a]\nHEADverbs = ["knock"]\n'
        '[b]\nHEADrefines = ["a"]\ngiven = ["wood"]\nnot = ["touch wood"]\n'
    )
    found = [lexicon.find(s)[0].kind.name for s in ("knock", "knock on wood", "knock, touch wood")]
    assert found == ["a", "b", "a"]


def test_a_trigger_that_says_what_it_is_is_spared() -> None:
    """Where words of a `spares` row stand in it, no finer kind takes it over."""
    told = tiny(
        '[a]\nHEADphrases = ["cut", "cut by hand"]\n'
        '[b]\nHEADrefines = ["a"]\ngiven = ["wood"]\nspares = ["by hand"]\n'
    )
    assert [t.kind.name for t in told.find("cut wood")] == ["b"]
    assert [t.kind.name for t in told.find("wood cut by hand")] == ["a"]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("An air strike killed six men who were planting a mine near Orvel.", "air_strike"),
        ("Fighter jets bombed a camp of militants near Varn.", "air_strike"),
        ("Government bombing raids drove villagers from Holm.", "air_strike"),
        ("Helicopters were called in to bomb the hideout.", "air_strike"),
        ("The bombing began on Monday near the town of Varn.", "air_strike"),
        ("Warplanes hit the camp a day after a suicide bomber struck.", "air_strike"),
        ("The blast damaged a house that an earlier grenade attack had spared.", "explosion"),
        ("Militants bombed a church in Varn.", "explosion"),
        ("The raiders set off a pair of bombs beside the lorries.", "explosion"),
        ("A bus that exploded in Holm carried gas cylinders.", "explosion"),
        ("A chlorine bomb exploded in Varn.", "chemical_attack"),
        ("A suicide bomber struck the barracks.", "suicide_bombing"),
        ("Rebels fired rocket-propelled grenades at an army patrol.", "armed_clash"),
        ("A gunship was forced down by rebel fire near Holm.", "armed_clash"),
        ("A rocket-propelled grenade hit a hotel in Varn.", "shelling"),
        ("The army fired a Badr missile at Varn.", "shelling"),
        ("Protesters threw petrol bombs and explosives at the police station.", "riot"),
    ],
)
def test_what_is_told_of_a_deed_outweighs_what_stands_beside_it(sentence: str, told: str) -> None:
    """Aircraft in the deed make a strike, whatever bombs the sentence has besides."""
    assert kinds(sentence)[0] == told


@pytest.mark.parametrize(
    "sentence",
    [
        "The nurse's pager went off at noon.",
        "The song was a hit in Varn.",
        "The ban had a small impact on farmers.",
        "Hackers bombarded the ministry's website.",
        "A plant makes explosives for the quarry.",
        "The blast buried four miners.",
        "The lunch came with no charge.",
        "The navy launched a missile from a test site near Orvel.",
        "He was carrying a rocket-propelled grenade.",
        "Boys were recruited as suicide bombers.",
        "The transport plane crash killed nobody else.",
    ],
)
def test_weapons_and_blasts_by_name_are_no_deeds(sentence: str) -> None:
    """Accidents, tests, other senses of the words, and what is only carried."""
    assert kinds(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Soldiers entered the camp to stop rebels from firing rockets at Varn.",
        "Jets hit a site used by rebels to launch rockets into Varn.",
        "A trap made from two old mortar rounds was found.",
        "The Badr party condemned the attack in Orvel.",
        "Police fired a teargas shell at the march.",
        "A navy ship fired warning shots at the trawler.",
    ],
)
def test_rockets_that_are_only_spoken_of_make_no_shelling(sentence: str) -> None:
    """Those that somebody is to be kept from firing, names, and guns fired at close range."""
    assert "shelling" not in kinds(sentence)


def test_who_did_it_lifts_what_else_would_bar_a_kind() -> None:
    """Words of `unless` bar a kind as a whole, but for its `certain` rows."""
    lexicon = tiny(
        '[k]\nHEADphrases = ["v:block ... road"]\nunless = ["crash"]\n'
        'certain = ["n:villager v:block ... road"]\n'
    )
    assert lexicon.find("trees blocked the road")
    assert not lexicon.find("a lorry blocked the road in a crash")
    assert lexicon.find("villagers blocked the road after a crash")


def test_mistakes_in_a_table_are_named() -> None:
    """An unknown class or mark and a missing label are errors of the table."""
    with pytest.raises(TableError, match="no class"):
        tiny('[k]\nHEADphrases = ["{nobody} runs"]\n')
    with pytest.raises(TableError, match="no such mark"):
        tiny('[k]\nHEADverbs = ["x"]\nphrases = ["q:x"]\n')
    with pytest.raises(TableError, match="lacks"):
        load("[k]\nfamily = 'violence'\n")


@given(st.text(max_size=60), st.text(max_size=20))
def test_spans_point_into_the_text(before: str, after: str) -> None:
    """Whatever stands around a trigger, its span holds its words; capitals change nothing."""
    text = f"{before}\n\nREBELS AMBUSHED A PATROL {after}"
    span = Span(len(before) + 2, len(text))
    for trigger in default_lexicon().find(text, span):
        assert span.covers(trigger.span)
    assert "ambush" in " ".join(t.span.of(text).lower() for t in default_lexicon().find(text, span))


def test_no_two_triggers_of_a_kind_overlap() -> None:
    """Two kinds that became one leave one trigger."""
    assert kinds("Rebels stormed the base.") == ["armed_clash"]


@pytest.mark.parametrize(
    "sentence",
    [
        "A coach skids off the pass, killing six.",
        "Two ferries collided, killing and injuring dozens.",
        "A tram overturns in the fog, injuring 14 people.",
        "An aftershock levelled the village, killing 90 farmers.",
        "Ticket prices exploded in June.",
        "The musical bombed in Vienna.",
        "The comedian bombed at the box office.",
        "No one was wounded.",
        "Nobody aboard the ship was hurt.",
        "No passengers were injured.",
    ],
)
def test_harm_without_a_doer_is_no_attack(sentence: str) -> None:
    """Accidents, disasters, figures of speech and harm that befell nobody are no violence."""
    assert kinds(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Rebels shot down a helicopter, which crashed, killing five.", ["attack"]),
        ("A man rammed a crowd in Graz, killing two.", ["attack"]),
        ("The killing of a judge shook the port.", ["attack"]),
        ("Jets bombed the harbour.", ["air_strike"]),
        ("Prices rose in the market where a bomb exploded.", ["explosion"]),
        ("Guerrillas attacked a mill but no one was killed.", ["attack"]),
    ],
)
def test_harm_that_was_done_is_kept(sentence: str, expected: list[str]) -> None:
    """What bars an accident bars no deed that is named beside it."""
    assert kinds(sentence) == expected


ROWS = """[kind]
HEAD
phrases = ["v:fire ... {crowd}", "{crowd} ...... v:rock n:roll", "# *? hurt", "n:king's n:man @"]
[classes]
crowd = ["n:group of ... men", "the men's", "king"]
"""
PIECES = st.sampled_from(
    ["fired", "fires", "the", "group", "of", "men", "rock'n'roll", "rock", "rolls", "king’s",
     "king", "man", "five", "3,500", "hurt", "small", ",", ".", "“", "”", "-", "who'd"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=12))
def test_rows_are_the_same_whether_spelled_out_before_or_not(pieces: list[str]) -> None:
    """What is asked for the first time loses nothing."""
    fresh, compiled = tiny(ROWS), tiny(ROWS)
    compiled.compile()
    text = " ".join(pieces)
    assert fresh.find(text) == compiled.find(text)


def test_curly_quotation_marks_are_as_good_as_straight_ones() -> None:
    """They part words as blanks do, and hold those of one word together."""
    assert kinds("Gunmen “opened fire” on the king’s bus.") == ["shooting"]


@pytest.mark.parametrize("path", sorted(MODULES.rglob("*.py")), ids=lambda path: path.name)
def test_no_pattern_has_a_possessive_group(path: Path) -> None:
    """Before Python 3.11.4 one that fails half-way keeps what it had eaten; characters are safe."""
    assert re.findall(r"(?<!\\)\)(?:[*+?]|\{{1,2}\d*,?\d*\}{1,2})\+", path.read_text("utf-8")) == []


def test_an_arrest_for_attacks_is_no_battle() -> None:
    """What somebody is suspected of does not say what kind of deed the arrest was."""
    text = "Troops arrested a man suspected of having led attacks on soldiers."
    assert default_lexicon().find(text)[0].kind.name == "arrest"


def test_rubber_bullets_make_no_shooting() -> None:
    """They are fired at crowds."""
    found = default_lexicon().find("A reporter was hit by a rubber bullet.")
    assert [trigger.kind.name for trigger in found] == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("They planned the murder of a judge and a car bomb attack on a bank.", "attack"),
        ("After the assassination of Kos, bombs exploded in four towns.", "attack"),
        ("The general was murdered by a car bomb outside his home.", "explosion"),
    ],
)
def test_a_murder_is_one_of_its_own_clause(sentence: str, told: str) -> None:
    """A bomb of another clause is no word of how somebody was murdered."""
    assert kinds(sentence)[0] == told


@pytest.mark.parametrize(
    "sentence",
    [
        "A grave crisis exploded in the party when the senator resigned.",
        "Wages are low, and many fear a social explosion.",
        "The minister praised the offensive against drug traffickers.",
        "It was an explosion of joy after years of fear.",
    ],
)
def test_figures_of_speech_are_no_blasts_and_no_battles(sentence: str) -> None:
    """Crises explode as well, and a campaign against smugglers is no fight."""
    assert not {"explosion", "armed_clash"} & set(kinds(sentence))


def test_whoever_machine_guns_shoots() -> None:
    """The weapon is a verb."""
    assert kinds("Men in a jeep machine-gunned the senator's car.") == ["shooting"]


def test_a_molotov_cocktail_is_no_place() -> None:
    """Though the recogniser takes its name for one, rows find the words."""
    text = "A Molotov cocktail was thrown at a shop."
    at = text.index("Molotov")
    found = default_lexicon().find(text, places=[Span(at, at + len("Molotov"))])
    assert [t.kind.name for t in found] == ["grenade_attack"]


def test_a_dash_without_spaces_parts_no_row() -> None:
    """The road between two towns is one road; a dash between spaces begins something else."""
    laid = "Villagers laid burning tyres over the Kut{}Basra highway."
    assert kinds(laid.format("\u2013")) == kinds(laid.format("-")) == ["roadblock"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Two motorcyclists hurled a hand grenade at a police post and escaped.", "grenade_attack"),
        ("A lone attacker fired several rounds at a police van.", "shooting"),
        ("Soldiers turned back a convoy of six aid trucks.", "access_denied"),
        ("Youths threw stones at police.", "riot"),
        ("Two men were beaten to death by villagers.", "mob_violence"),
    ],
)
def test_many_rows_of_a_kind_outvote_a_longer_one_of_another(sentence: str, kind: str) -> None:
    """The longest row is often a loose one, and where it is alone the others are right."""
    assert kinds(sentence) == [kind]


def test_a_finer_kind_is_not_outvoted_by_the_coarser_one() -> None:
    """A mob is told by few rows, and each beating by many."""
    body = """
[attack]
HEAD
phrases = ["beaten", "were beaten", "beaten to", "beaten to death"]
[mob]
HEAD
refines = ["attack"]
phrases = ["were beaten to death by *? mob"]
[accident]
HEAD
phrases = ["they were beaten to death by a mob"]
"""
    found = tiny(body).find("then they were beaten to death by a mob")
    assert [one.kind.name for one in found] == ["mob"]


@pytest.mark.parametrize(
    "sentence",
    [
        "His car had been parked outside his home in West Street.",
        "After school he takes a bus to the centre on Evergreen Street.",
        "They run a youth club for teenagers in Newmarket Road.",
        "It was captured on film in the Tolima region.",
        "It is perhaps the clearest demonstration of the fact that we grow closer.",
        "The task force was formed after complaints about a home.",
        "They joined the fight against the Islamic State.",
        "He was deeply relieved by the delivery of food.",
        "Nobody knew what the bomb was made of.",
        "A bulletin was sent by the bureau to police departments.",
        "He ignored an arrest order in Lahore.",
        "The drop-off is open March through November.",
        "The house was damaged by smoke and water.",
        "The ruling may cause an explosion of interest.",
        "For this reason he was not granted bail.",
        "They discussed the liberation of political prisoners.",
        "There were 129 people on board the ship.",
        "The two leaders have traded insults and threats.",
    ],
)
def test_words_of_ordinary_news_tell_no_deed(sentence: str) -> None:
    """Read off everyday papers: none of these is one."""
    assert kinds(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("A car had been parked across the main road to block it.", "roadblock"),
        ("Masked men stole a baby from her bed and took her away.", "abduction"),
        ("Youths clubbed a teenager in Newmarket Road.", "mob_violence"),
        ("Rebels captured the town of Tolima.", "capture_of_territory"),
        ("A demonstration of 2,000 workers filled the square.", "protest"),
        ("A car bomb exploded on the bridge.", "explosion"),
        ("Police arrested two men in Lahore.", "arrest"),
        ("Thousands march through Varn.", "protest"),
        ("The house was damaged by vandals.", "property_damage"),
        ("A demonstration that drew 5,000 people was held in Varn.", "protest"),
        ("Workers who were sacked demonstrated in Varn.", "protest"),
        ("Residents voiced anger over the killings outside the ministry.", "protest"),
        ("Students camped in tents outside parliament.", "protest"),
        ("The town of Goma was captured late on Saturday by the rebels.", "capture_of_territory"),
        ("Soldiers stormed the palace and ousted President Bah.", "coup"),
        ("Three hostages were rescued from a house in Rafah.", "prisoner_release"),
        ("A bomb on the plane exploded over the sea.", "explosion"),
        ("Troops began a cordon and search operation.", "raid"),
        ("He was placed under house arrest on Monday.", "arrest"),
        ("Two women were hacked into pieces.", "attack"),
    ],
)
def test_the_same_words_tell_the_deeds_that_they_mean(sentence: str, kind: str) -> None:
    """Beside each of those that tell nothing stands one that does."""
    assert kind in kinds(sentence)


def test_what_is_stolen_from_a_flat_is_not_abducted() -> None:
    """People are, and babies from their beds."""
    told = kinds("Two laptops were reported stolen on Monday from a flat in the same block.")
    assert "abduction" not in told


@pytest.mark.parametrize(
    "sentence",
    [
        # harm without a doer
        "The death toll rose to nine, the ministry said.",
        "A fever has claimed 40 lives in the delta.",
        "The wells that have poisoned so many goats were closed.",
        "A wall of mud plowed into a village of about 300 people.",
        # the object is no person
        "The agency slashed the rating of the port.",
        "The keys were taken away from the porter.",
        "Sacks of grain were loaded into the truck.",
        "He will not drag his family into the scandal.",
        # no deed, or another's
        "The court heard the rapporteur on torture.",
        "He snatched an assault rifle from a sentry.",
        "The council was locked in a dispute with the mill.",
        "Police have lifted an alert at the port.",
        "A reward was offered for information leading to the arrests.",
        "He was brought into court handcuffed.",
        "They wanted a plane in return for freeing the pupils.",
        "Envoys are working to secure the release of the nurses.",
        "The girl recovered and was discharged on Sunday.",
        "The ministers are to suspend the clean-up operation.",
        "Protesters tried storming a hotel.",
    ],
)
def test_no_one_was_harmed_taken_or_freed(sentence: str) -> None:
    """Things, floods, demands and courts have the words of attacks, arrests and releases."""
    told = {"attack", "abduction", "arrest", "raid", "prisoner_release"} & set(kinds(sentence))
    assert not told


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Attackers slashed a farmer at the market.", "attack"),
        ("He was slashed across the face outside a bar.", "attack"),
        ("A van was driven into a crowd outside the court.", "attack"),
        ("The violence claimed the lives of two monks.", "attack"),
        ("The death toll from the bombing rose to nine.", "explosion"),
        ("The guards roughed her up.", "attack"),
        ("Two nurses were bundled into a van by masked men.", "abduction"),
        ("Police are looking into the disappearance of Bo Lind.", "abduction"),
        ("Workers at the mill detained two managers.", "abduction"),
        ("Officers handcuffed two men at the port.", "arrest"),
        ("The former ministers are back in custody.", "arrest"),
        ("Kidnappers freed two nurses on Sunday.", "prisoner_release"),
        ("The court released six men who were in custody.", "prisoner_release"),
        ("Government forces raided the homes of two elders.", "raid"),
        ("Police swooped on a mill at dawn.", "raid"),
        ("Detectives stormed a flat in the old town.", "raid"),
    ],
)
def test_people_were_harmed_taken_or_freed(sentence: str, kind: str) -> None:
    """The same words with somebody who does it, or to whom it is done."""
    assert kind in kinds(sentence)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Police beat a baker with clubs.", {"attack"}),
        ("Police shot a baker in the back over a bribe.", {"shooting"}),
        ("Police beat demonstrators with clubs.", {"excessive_force"}),
    ],
)
def test_a_kind_may_need_company(text: str, told: set[str]) -> None:
    """Without a demonstration who keeps order attacks or shoots, whatever the row."""
    assert set(kinds(text)) == told


def test_violence_before_a_rally_is_not_its_own() -> None:
    """A rally that comes after a riot, or goes on since one, is no riot."""
    for text in (
        "The demonstration comes after violent protests.",
        "They hold demonstrations since violence erupted.",
    ):
        assert kinds(text)[0] == "protest"


def test_of_an_achieved_kind_no_row_tells_an_aim() -> None:
    """Neither its own row does nor one that would refine another kind; another kind may."""
    lexicon = tiny(
        '[a]\nHEADverbs = ["march"]\n'
        '[b]\nHEADachieved = true\nrefines = ["a"]\ngiven = ["v:free ... town"]\n'
        'phrases = ["v:free ... hill"]\n'
    )
    told = (
        "they freed a hill",
        "to free a hill",
        "marched and freed a town",
        "marched to free a town",
    )
    found = [[one.kind.name for one in lexicon.find(sentence)] for sentence in told]
    assert found == [["b"], [], ["b"], ["a"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "About 900 soldiers are stationed in the province.",
        "Ardovia has 3,000 troops deployed in the north.",
        "The militia are seen as the root of the trouble.",
        "Men of the militia had infiltrated the customs service.",
        "The brewery regretted the pullout of its main partner.",
        "The general withdrew his candidacy.",
        "The government nationalized two banks.",
        "The president was re-elected unopposed.",
        "The minister rode the tricycle before handing it over to his host.",
        "The two ministers took the oath of office.",
        "The kingdom keeps a stockpile of nuclear weapons.",
        "Traces of explosives were found on the seats.",
        "Trade envoy Rob Jones spoke about several possible results yesterday.",
        "He took off my tyre and brought it to the shop.",
        "The sea reclaimed the old harbour.",
        "Agents intercepted a government document.",
        "The people accused of the atrocities were present in court.",
    ],
)
def test_what_moves_takes_or_finds_nothing_tells_no_deed(sentence: str) -> None:
    """A standing presence is no movement, a candidacy no force, and a forename no robbery."""
    assert kinds(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The soldiers were deployed to the border.", "troop_movement"),
        ("Militants were seen heading towards the border.", "troop_movement"),
        ("The soldiers completed their pullout from the valley.", "troop_withdrawal"),
        ("The rebels withdrew from the ridge.", "troop_withdrawal"),
        ("The coalition handed control over to the council.", "takeover"),
        ("Police found a cache of rifles in a barn.", "weapons_seizure"),
        ("An unexploded bomb forced the evacuation of the station.", "weapons_seizure"),
        ("Officers caught two men smuggling rifles.", "weapons_seizure"),
        ("Police foiled the bombing of a station.", "weapons_seizure"),
        ("The warlord turned himself in to peacekeepers.", "surrender"),
        ("The mayor turned himself in to face charges of fraud.", "arrest"),
        ("Soldiers recaptured the ridge.", "territory_regained"),
        ("Troops tore down the barricade.", "roadblock_removal"),
        ("Masked men rob jeweller in broad daylight.", "robbery"),
    ],
)
def test_what_moves_takes_or_finds_something_tells_its_deed(sentence: str, kind: str) -> None:
    """Beside each of those stands a deed in like words."""
    assert kind in kinds(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The family of deposed President Kone fled.",
        "Deposed President Kone lives abroad.",
        "He went home to the rebel-held town of Orvel.",
        "Hundreds live in huts beside the heavily guarded embassy.",
        "Two Norwegians of the United Nations met the rebel envoy.",
        "Rebels were captured near the town.",
        "The school burned down on Sunday.",
        "An undersea cable was cut on Friday.",
        "The minister walked out of the session.",
        "The minister quit his party.",
        "The president sent a letter to the court.",
        "Guards had the suspect sent to the military prison.",
        "The council was to shut down the army base.",
        "The bishop told reporters that he was willing to go back.",
        "The envoys failed to reach a deal.",
        "Militants want to sabotage the election.",
    ],
)
def test_words_that_lack_a_doer_or_an_object_tell_of_nothing(sentence: str) -> None:
    """Epithets, names and figures: of 330 audited sentences of ten kinds 200 told nothing else."""
    assert kinds(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Soldiers deposed President Kone.", "coup"),
        ("Soldiers guarded the embassy.", "deployment"),
        ("Two rebel factions united under one command.", "change_to_group"),
        ("Soldiers have defected to the rebels.", "change_to_group"),
        ("Rebels captured the town.", "capture_of_territory"),
        ("Rioters burned down the school.", "arson"),
        ("The school was burned down on Sunday.", "arson"),
        ("Vandals cut a fibre cable.", "property_damage"),
        ("Three ministers walked out of the government.", "resignation"),
        ("Two judges sent in their resignation.", "resignation"),
        ("Soldiers turned back a convoy at the border.", "access_denied"),
        ("Reporters failed to reach the camp.", "access_denied"),
    ],
)
def test_the_same_words_with_a_doer_and_an_object_tell_of_it(sentence: str, kind: str) -> None:
    """What the rows that ask for them must still find."""
    assert kind in {t.kind.name for t in default_lexicon().find(sentence)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The death toll from the flood has reached 26.", []),
        ("The death toll from the attacks in the city has reached 26.", ["attack"]),
        ("The death toll has reached 26, after six more people were killed.", ["attack"]),
    ],
)
def test_a_toll_is_of_what_is_told_with_it(text: str, told: list[str]) -> None:
    """Alone it may be that of a flood; it takes nothing from the verbs beside it."""
    assert kinds(text) == told


@pytest.mark.parametrize("people", ["American", "Kenyan", "Nepalese", "U.S."])
def test_what_one_people_does_any_other_may(people: str) -> None:
    """No row knows only those of whom the news told when it was written."""
    assert kinds(f"The {people} pullout from the town began.") == ["withdrawal"]
    assert kinds(f"The {people} pullout from the deal began.") == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Ethiopian forces toppled the president.", ["coup"]),
        ("Malian forces toppled the president.", ["coup"]),
        ("U.S. forces toppled the president.", []),
        ("Invading forces toppled the president.", []),
    ],
)
def test_an_army_may_topple_its_own_head(sentence: str, told: list[str]) -> None:
    """Only of foreign ones is it known that theirs was no coup."""
    assert kinds(sentence) == told


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("His remarks were picked up by microphones in the hall.", []),
        ("The fight was captured on camera by a neighbour.", []),
        ("The suspect was captured by police in the hall.", ["arrest"]),
        ("Video shot by a diver shows the wreck.", []),
        ("A diver was shot by a guard at the wreck.", ["shooting"]),
        ("Songs by Rob Kos and Lina Bo", []),
        ("The guitarist protested that his name was left out.", []),
        ("Protests that began on Saturday went on.", ["protest"]),
        ("A fire in an apartment block killed nine tenants.", []),
        ("A fire set by attackers killed nine tenants.", ["arson"]),
        ("Gunmen opened fire on Monday.", ["shooting"]),
        ("The coach was fired on Monday.", []),
        ("Shops were ransacked on Monday.", ["property_damage"]),
    ],
)
def test_what_a_camera_does_is_no_deed(text: str, kinds: list[str]) -> None:
    """Nor is a name a verb behind "by", nor a fire that nobody set an attack."""
    assert [t.kind.name for t in default_lexicon().find(text)][:1] == kinds


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Villagers killed a suspected cattle thief.", True),
        ("Raiders shot two goat herders near a ford.", True),
        ("Raiders shot two goats near a ford.", False),
        ("A plague killed cattle after the flood.", False),
    ],
)
def test_beasts_that_say_whose_trade_it_is_bar_no_deed(text: str, told: bool) -> None:  # noqa: FBT001
    """Who steals or herds them is a man."""
    found = {trigger.kind.name for trigger in default_lexicon().find(text)}
    assert bool(found & {"attack", "shooting", "mob_violence"}) is told
