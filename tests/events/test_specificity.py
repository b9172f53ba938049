"""Whether words name one incident or only the sort."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.events.specificity import GENERAL, Evidence, too_many, unspecific
from geo.lexicon import default_lexicon
from geo.model import Count, Span, Status

NOTHING = Evidence(dated=False, placed=False, counted=False)
DATED = Evidence(dated=True, placed=False, counted=False)
PLACED = Evidence(dated=False, placed=True, counted=False)


def judged(text: str, evidence: Evidence, status: Status = Status.OCCURRED) -> str | None:
    """Return why the first trigger of a text names no one incident."""
    return unspecific(text, Span(0, len(text)), default_lexicon().find(text)[0], evidence, status)


@pytest.mark.parametrize(
    "text",
    [
        "Kidnappings are feared in the valley.",
        "Bandits kill shepherds in these hills.",
        "The rebels attack the mill whenever it is dark.",
        "He spoke of murdering and looting.",
        "The mayor condemned violence and sabotage.",
        "Such attacks are common on this road.",
        "Whoever kills a guard must hang.",
        "Murders rose by 5 percent.",
        "He would not use the term 'barricade' on Monday.",
        "Our people will avenge the massacre.",
        "The kidnapped heiress smiled.",
        "A wave of bombings shook faith in the police.",
        "Some 90 shepherds have been killed in the hills this year.",
        "Two thirds of raids take place at night.",
        "Shepherds are robbed twice as often as cooks.",
        "The odds of dying in an ambush are small.",
        "Under the act an ambush carries a sentence of ten years.",
    ],
)
def test_sorts_of_deeds_are_no_incidents(text: str) -> None:
    """Bare plurals, gerunds, the present of habits, statistics, speeches and attributes."""
    reason = judged(text, NOTHING)
    assert reason is not None
    assert reason.startswith(GENERAL)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Whoever tried to run was gunned down.", NOTHING),
        ("Clashes reported near the mill.", PLACED),
        ("Rebels attacked a mill.", NOTHING),
        ("The decapitated bodies of three monks were found.", NOTHING),
        ("A baker was taken to hospital with stab wounds.", NOTHING),
        ("Two clashes were reported.", NOTHING),
        ("Clashes broke out at the mill.", NOTHING),
        ("A bomber kills nine.", NOTHING),
        ("Clashes in Lom", DATED),
        ("Rebels attack mill in Lom", PLACED),
        ("He used a rifle to shoot the guard.", NOTHING),
        ("The kidnapping of a nun shocked the port.", PLACED),
        ("The bridge was blown up.", NOTHING),
        ("A drone targeted a mill.", NOTHING),
        ("Guards shot two millers in the return fire.", PLACED),
        ("The nuns were taken hostage.", NOTHING),
        ("The cowardly attack on the mill was condemned.", NOTHING),
        ("Heavy fighting resulted at the mill.", NOTHING),
        ("After murdering the miller they fled.", NOTHING),
        ("The mills were the target of bomb attacks.", NOTHING),
    ],
)
def test_what_asserts_a_deed_or_has_a_day_is_one(text: str, evidence: Evidence) -> None:
    """Finite past verbs, counted nouns, verbs of occurrence, headlines with a place."""
    assert judged(text, evidence) is None


def test_talk_is_marked_by_its_status() -> None:
    """A threat needs no day; a plan without day and place is of no one deed."""
    text = "The captors would kill the pilot."
    assert judged(text, NOTHING, Status.THREATENED) is None
    assert judged(text, NOTHING, Status.PLANNED) is not None
    assert judged(text, PLACED, Status.PLANNED) is None


def test_thousands_of_dead_are_a_war() -> None:
    """Nine hundred may die at once; tolls in thousands sum up years."""
    assert too_many({"killed": Count(13_000, None)}, "") is not None
    assert too_many({"killed": Count(900, 900)}, "A wave killed 900.") is None
    assert too_many({"injured": Count(5_000, None)}, "") is None


def test_what_a_strife_has_cost_is_no_incident() -> None:
    """The dead of some years are told in one sentence; a few may be of today."""
    said = "The dispute between the two villages has cost {} lives."
    assert too_many({"killed": Count(300, 300)}, said.format(300)) is not None
    assert too_many({"killed": Count(4, 4)}, said.format(4)) is None


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from([NOTHING, DATED, PLACED]))
def test_any_surroundings_give_a_reason_or_none(
    before: str, after: str, evidence: Evidence
) -> None:
    """Whatever stands around a trigger, the answer is a reason of this module or ``None``."""
    text = f"{before} REBELS AMBUSHED A PATROL {after}"
    for trigger in default_lexicon().find(text):
        why = unspecific(text, Span(0, len(text)), trigger, evidence)
        assert why is None or why.startswith(GENERAL)


def test_a_headline_drops_the_article_of_a_deed() -> None:
    """Behind a preposition, and not in running prose."""
    assert judged("Two held after fatal shooting", NOTHING) is None
    assert judged("They fear shooting and looting.", NOTHING) is not None
    assert judged("Militiamen rape four women in Orva", PLACED) is None
    assert judged("Rape two years after the war in Orva", PLACED) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Gangs torture and murder the members of the union.",
        "Policemen who murder their rivals are feared.",
    ],
)
def test_a_noun_before_a_determiner_is_a_verb(text: str) -> None:
    """No noun has one behind it."""
    assert judged(text, PLACED) is not None


def test_what_it_took_time_to_do_was_done() -> None:
    """Though it stands in the infinitive."""
    text = "It took soldiers of KFOR twenty minutes to push aside the wall of tree trunks."
    assert judged(text, PLACED) is None


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen kill some 40 people a week in the district.",
        "Only one rape complaint in nine leads to a verdict.",
        "Police recorded 310 stabbings in the borough.",
        "An average of six women are killed in Mexico.",
        "Whether the barns were burned by rebels is disputed.",
    ],
)
def test_rates_and_open_questions_name_no_one_incident(text: str) -> None:
    """Murders a day, one in six, an average, and what nobody knows."""
    for trigger in default_lexicon().find(text):
        assert unspecific(text, Span(0, len(text)), trigger, DATED) is not None


def test_a_count_beside_a_date_is_no_rate() -> None:
    """Three people were shot a week after, and a third attack a week later."""
    for text in (
        "Rebels shot a woman a week after the truce.",
        "Rebels killed 40 people in a day.",
    ):
        (trigger,) = (t for t in default_lexicon().find(text) if t.kind.family == "violence")
        assert unspecific(text, Span(0, len(text)), trigger, DATED) is None


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Lorries of a tea firm were torched by unidentified men.", True),
        ("Homes of teachers were torched by masked men.", True),
        ("Bombings of mosques were condemned.", False),
        ("Attacks on mills were feared by the mayor.", False),
    ],
)
def test_a_passive_in_a_long_trigger_asserts_the_deed(text: str, one: bool) -> None:  # noqa: FBT001
    """The plural that it begins with is no sort of deed; one that is only spoken of is."""
    assert (judged(text, NOTHING) is None) is one


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Air defences shot down 12 drones on Monday.", False),
        ("Guards shot down 21 of 26 drones on Monday.", False),
        ("Guards shot down 21 of 26 drones, and debris killed two nuns.", True),
        ("Rebels fired at nuns as they do every night.", False),
        ("Rebels fired at nuns on Monday, as they do every week.", True),
        ("These attacks happen when rebels fire at nuns.", False),
    ],
)
def test_sums_of_air_defences_and_habits_name_no_one_deed(text: str, one: bool) -> None:  # noqa: FBT001
    """What hurt somebody, or was done on a day, is one."""
    triggers = default_lexicon().find(text)
    assert triggers
    told = [unspecific(text, Span(0, len(text)), trigger, DATED) for trigger in triggers]
    assert any(why is None for why in told) is one


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("The nine nuns killed were buried at noon.", False),
        ("The nine nuns killed were ambushed at a ford.", True),
        ("The nine nuns killed were at prayer when rebels stormed the mill.", True),
    ],
)
def test_whom_a_deed_befell_is_an_attribute(text: str, one: bool) -> None:  # noqa: FBT001
    """Unless the sentence goes on to say how it did."""
    assert (judged(text, PLACED) is None) is one


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Two vans were seen leaving from the barricade at dawn.", False),
        ("Nuns brought soup for those on the barricades.", False),
        ("Villagers put up a barricade at the mill.", True),
        ("The barricade at the mill stood for two days.", True),
    ],
)
def test_what_stands_somewhere_is_no_deed_for_what_is_beside_it(text: str, one: bool) -> None:  # noqa: FBT001
    """Who comes from a barricade, or is on it, builds none."""
    assert (judged(text, PLACED) is None) is one


@pytest.mark.parametrize(
    "text",
    [
        'Millers marched through Tolmen chanting "Such attacks are common".',
        "Police had to use tear gas to clear the mill.",
    ],
)
def test_what_is_chanted_says_nothing_of_the_march(text: str) -> None:
    """Nor is what somebody had to do a mere purpose."""
    assert judged(text, NOTHING) is None


def test_a_headline_may_open_with_whose_news_it_is() -> None:
    """What stands behind a town and a colon is told of it; what asks or comments is not."""
    assert judged("Varn: Bandits kill shepherds", NOTHING) is None
    assert judged("Varn: Why bandits kill shepherds", NOTHING) is not None
    assert judged("Opinion: Bandits kill shepherds", NOTHING) is not None


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Bandits attack a mill, kill two shepherds.", True),
        ("Rebels kill six of the raiders.", True),
        ("Rebels who kill six of the raiders are praised.", False),
        ("When bandits attack the mill and kill two shepherds, they flee.", False),
        ("Bandits kill two shepherds a week.", False),
    ],
)
def test_a_present_that_counts_its_victims_tells_of_one_deed(text: str, *, one: bool) -> None:
    """As briefs tell it; a rate, and what happens whenever, is of a sort."""
    counted = Evidence(dated=False, placed=False, counted=True)
    assert (judged(text, counted) is None) is one


@pytest.mark.parametrize(
    "text",
    [
        "Armed pirates in two boats attacked and hijacked a ferry.",
        "Pirates in a skiff boarded and hijacked a tanker.",
    ],
)
def test_a_plural_doer_with_a_past_verb_asserts_a_deed(text: str) -> None:
    """The trigger opens with who did it, but what they did is told."""
    assert judged(text, NOTHING) is None


def test_any_deed_is_one_that_may_come() -> None:
    """Wherever it would be."""
    assert judged("He spoke of any attack on the isle.", PLACED) is not None
    assert judged("He spoke of the attack on the isle.", PLACED) is None
