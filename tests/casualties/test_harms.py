"""What befell whom, by the many words for it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geo.casualties import counts
from geo.casualties.harms import may_tell, read
from geo.model import Span
from tests.stopwatch import cpu_seconds


def told(sentence: str) -> set[tuple[str, int]]:
    """Return fates and numbers."""
    return {(harm.fate, harm.count.minimum) for harm in read(sentence) if harm.count is not None}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Two men were found shot to death.", ("killed", 2)),
        ("Jets fired at the guards, killing three of them.", ("killed", 3)),
        ("The mine killed five and injured 10 south of Pelm.", ("injured", 10)),
        ("Two Malian and three Togolese sailors were killed.", ("killed", 5)),
        ("Three foreign and two Malian doctors were killed.", ("killed", 5)),
        ("Four American security guards were killed.", ("killed", 4)),
        ("The mine killed former President Ana Kos and 14 others.", ("killed", 15)),
        ("They mourned the killing of Mr. Kos and two clerks.", ("killed", 3)),
        ("Four people were shot, one fatally.", ("killed", 1)),
        ("The blast claimed nine lives.", ("killed", 9)),
        ("The bodies of two hikers were found.", ("killed", 2)),
        ("Five people were shot at a barn dance.", ("struck", 5)),
        ("Three nurses were shot at around 9 p.m.", ("struck", 3)),
        ("The driver was hit twice.", ("struck", 1)),
        ("The lorry's driver was hit in the chest.", ("struck", 1)),
        ("The lorry's driver was hit in the left shoulder.", ("injured", 1)),
        ("Police counted 22 people hit by pellets.", ("struck", 22)),
        ("Three passengers were cut by flying glass.", ("injured", 3)),
        ("A cook, whose arm and two ribs are fractured, called.", ("injured", 1)),
        ("The guard took two bullets in the abdomen.", ("struck", 1)),
        ("Three others were flown to Pelm.", ("treated", 3)),
        ("Two bakers and six others were brought to Pelm with shrapnel wounds.", ("injured", 8)),
        ("The guard breathed his last.", ("killed", 1)),
        ("Ana Kos and a guard were killed.", ("killed", 2)),
        ("Ana Kos and two of her guards were gunned down.", ("killed", 3)),
        ("The mine killed the mayor of Pelm, as well as two clerks.", ("killed", 3)),
        ("They mourned the murders of the mayor of Pelm, a judge and the warden.", ("killed", 3)),
        ("They mourned the murder in Pelm of party leaders Ana Kos and Bo Lind.", ("killed", 2)),
        (
            "The mine killed Ana Kos, leader of the Green Party, and Bo Lind, a clerk.",
            ("killed", 2),
        ),
        ("The mine claimed the lives of party founder Ana Kos and a clerk.", ("killed", 2)),
        ("The gang killed, in less than two days, a judge and a clerk.", ("killed", 2)),
        ("The six nuns' slaying shocked Pelm.", ("killed", 6)),
        ("Nine people - three of them boys - were killed.", ("killed", 9)),
        ("Two 16-year-old clerks were stabbed.", ("struck", 2)),
        ("At least three 12-year-old pupils died in the mine.", ("killed", 3)),
        ("One shot was heard and it hit the guard.", ("struck", 1)),
        ("Triplets aged nine and their mother were killed.", ("killed", 4)),
        ("Twin girls, eight, and their teacher, 41, were stabbed.", ("struck", 3)),
        ("Nine people (three of them boys) were killed.", ("killed", 9)),
        ("Two guards who tried to repel the thieves paid the supreme price.", ("killed", 2)),
        ("Two constables laid down their lives in the gun battle.", ("killed", 2)),
        ("The death on Monday of two miners led to a march.", ("killed", 2)),
        ("Shelling claimed two more lives.", ("killed", 2)),
        ("A drone wiped out a family of five.", ("killed", 5)),
        ("Nine cooks at a stall in Zuber, a town of Pelm Zone, were killed.", ("killed", 9)),
        ("Two U.S. soldiers were killed near Pelm.", ("killed", 2)),
        ("A Palestinian was killed near Pelm.", ("killed", 1)),
        ("A Palestinian nurse was killed.", ("killed", 1)),
        (
            "The provisional figure is 12 dead, counting the two bombers, and 30 hurt.",
            ("injured", 30),
        ),
        ("One of his cousins, a man of 40, was shot.", ("struck", 1)),
        ("A clerk is dead and another is fighting for his life.", ("injured", 1)),
        ("Three adults and two boys ages 14 and 15 were shot.", ("struck", 5)),
        ("Two porters suffered minor injuries.", ("injured", 2)),
        ("The toll has risen to 40.", ("killed", 40)),
        ("The toll from the worst attack of the year rose to 40.", ("killed", 40)),
        ("The toll from the New Year attack rose to 40.", ("killed", 40)),
        ("Police are investigating a triple homicide.", ("killed", 3)),
        ("The gunman turned the gun on himself.", ("killed", 1)),
        ("A girl is in critical condition.", ("injured", 1)),
        ("Two women suffered gunshot wounds.", ("struck", 2)),
        ("Three boys were taken to a hospital.", ("treated", 3)),
        ("The crash sent four people to the hospital.", ("treated", 4)),
        ("There were no injuries.", ("injured", 0)),
        ("Six climbers are missing.", ("missing", 6)),
        ("A driver was taken into custody.", ("arrested", 1)),
        ("Nine passengers were taken off a bus and shot dead near Pelm.", ("killed", 9)),
        ("Two men were dragged from their homes, lined up and shot.", ("struck", 2)),
        ("Six villagers were led away and later found dead.", ("killed", 6)),
        ("A Grade 10 learner was fatally stabbed.", ("killed", 1)),
        ("Two men were on Tuesday night shot dead at Pelm.", ("killed", 2)),
    ],
)
def test_words_of_harm_are_understood(sentence: str, expected: tuple[str, int]) -> None:
    """Verbs, states, nouns and phrases."""
    assert expected in told(sentence)


def test_most_sentences_are_dismissed() -> None:
    """What has no word of harm is not read at all."""
    assert not may_tell("The council met on Monday about the budget.")


WORDS = [
    "two",
    "12",
    "men",
    "man",
    "boy",
    "the",
    "a",
    "one",
    "of",
    "them",
    "and",
    ",",
    ".",
    "(",
    ")",
    "'s",
    "was",
    "were",
    "killed",
    "shot",
    "dead",
    "wounded",
    "who",
    "in",
    "to",
    "at",
    "least",
    "between",
    "aged",
    "24",
    ",",
    "15-year-old",
    "Ana",
    "Kos",
    "no",
    "not",
    "both",
    "another",
    "toll",
    "body",
    "bodies",
    "himself",
    "life",
    "lives",
    "condition",
    "hospital",
    "taken",
    "wounds",
    "with",
    "suffered",
    "from",
    "more",
    "than",
    "up",
    "or",
    "dozens",
    "including",
    "among",
    "those",
    "as many",
    "lost",
    "number of",
    "gunned down",
    "to death",
    "treatment",
    "fourth",
    "gendarmes",
    "²",
]


@pytest.mark.parametrize(
    "sentence",
    [
        "Officers were sent to the village and arrested.",
        "The car was stopped and hit.",
        "Three men were not let in and shot.",
    ],
)
def test_what_was_done_before_is_shared_by_whom_it_was_done_to(sentence: str) -> None:
    """Two verbs have one auxiliary, a real one, of people: "were pulled off a bus and shot"."""
    assert not {harm for harm in told(sentence) if harm[0] != "arrested"}


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
@example("Two men aged between were killed.")
@example("A boy of at least was shot.")
def test_any_order_of_words_is_read(text: str) -> None:
    """No text fails; each harm lies in the text."""
    assert all(0 <= harm.start < harm.end <= len(text) for harm in read(text))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A porter was clubbed to death.", ("killed", 1)),
        ("Two porters were gunned down.", ("killed", 2)),
        ("Rebels mowed down six porters.", ("killed", 6)),
        ("Two porters were robbed and killed.", ("killed", 2)),
        ("Police freed two porters and clubs were banned to death.", None),
    ],
)
def test_verbs_of_several_words_tell_of_death(
    sentence: str, expected: tuple[str, int] | None
) -> None:
    """Blows that end in death, verbs with "down"; a "death" of things is none."""
    assert told(sentence) == ({expected} if expected else set())


def test_a_death_is_told_behind_another_verb() -> None:
    """One "was" serves both verbs, if only what belongs to the first stands between."""
    assert ("killed", 1) in told("A porter was shot four times in the chest and killed.")
    assert told("A porter was shot and the guard who killed two fled.") == {
        ("struck", 1),
        ("killed", 2),
    }


ODD = (
    "killed", "and killed", "he shot him and", "one of one of", "one hundred and", "boy girl",
    "a man was shot and", "with a wound", "among those killed", "'s", "all of the", "( ²,",
)  # fmt: skip


@pytest.mark.parametrize("words", ODD)
def test_reading_takes_linear_time(words: str) -> None:
    """Four times the words take four times as long, whatever is said again and again."""
    short, long = ("Two men were killed " + f"{words} " * times for times in (250, 1000))
    read(short)
    assert cpu_seconds(lambda: read(long)) < 8 * cpu_seconds(lambda: read(short)) + 0.05


@pytest.mark.parametrize(
    "sentence",
    [
        "A baker was shot at by a sniper.",
        "Two guards were shot at, but not hit.",
        "A cyclist was hit by a car.",
        "The robber shot at her van.",
        "Ekel called 911 to confess to the killings.",
        "The red Trabant was shot up.",
    ],
)
def test_a_miss_is_no_harm(sentence: str) -> None:
    """Who is fired at, and what is driven or dialled, is nobody who was hurt."""
    assert told(sentence) == set()


def test_a_headline_lists_its_victims_with_commas() -> None:
    """What is listed adds up; a general word in front only counts the same people."""
    sums = [
        read(line, headline=True)[0].count
        for line in (
            "2 girls, 3 men shot in Tolmen",
            "Police: 4 people, 2 men and 2 women shot",
        )
    ]
    assert [count and count.minimum for count in sums] == [5, 4]


@pytest.mark.parametrize(
    "sentence",
    [
        "The air force said 80 drones were launched, of which 64 were shot down or jammed.",
        "The army fired nine missiles and six of them were shot down.",
        "About 200 villagers have been struck off the electoral roll.",
        "Thousands of emigrants were struck from the voters' list.",
    ],
)
def test_what_flies_and_what_is_written_is_nobody_who_was_hurt(sentence: str) -> None:
    """A bare number behind drones counts them; a name is struck off a list."""
    assert told(sentence) == set()


def test_people_are_shot_down_and_struck_too() -> None:
    """Though drones fly above, and from behind."""
    assert told("Two monks were shot down as drones hovered above.")
    assert told("Six potters were struck from behind with a bat.")
    assert told("Three are dead and eight in hospital after rockets came down on a mill.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Officers said 12 warrants had been executed.",
        "Of 31 warrants, 18 were executed.",
        "Jets wiped out a bandits' camp.",
    ],
)
def test_papers_and_camps_do_not_die(sentence: str) -> None:
    """What was executed or wiped out need not be people."""
    assert not told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "20 people were killed or wounded in two raids.",
        "Troops fired on the camps, killing or wounding 50.",
        "Two other bombings killed soldiers and clerks.",
        "Jets hit a house of the Martyrs Brigades.",
    ],
)
def test_what_may_have_befallen_nobody_is_no_count(sentence: str) -> None:
    """One of two harms, a number of deeds, and names tell of no number of people."""
    assert told(sentence) == set()


def test_none_killed_or_hurt_is_a_count() -> None:
    """Of nobody both are true."""
    assert told("No deaths or injuries were reported.") >= {("killed", 0)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Police were called to a stabbing about 3 a.m. on Friday.",
        "Guards heard of a shooting around 11 p.m. near Pelm.",
        "One shot was fired.",
        "One shot rang out.",
        "Neither the driver nor his wife was hurt.",
        "Neither of the two clerks was killed.",
        "Nor did she suffer serious injuries.",
        "A woman was not hurt, nor was her son wounded.",
        "They look in connection with the shooting for a man in a blue hat.",
        "They seek over the shooting a man in a blue hat.",
        "The woman is the first gunshot victim of the year.",
        "She noticed Qesh was hurt.",
    ],
)
def test_hours_and_shots_and_what_is_denied_hurt_nobody(sentence: str) -> None:
    """An hour is no number of people, one shot nobody who was shot, "neither" nobody at all."""
    assert {harm for harm in told(sentence) if harm[1]} <= {("injured", 0), ("struck", 0)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A Border Guard (BG) soldier was killed near Pelm.", ("killed", 1)),
        ("A ZLF (Varn) cadre was gunned down near Pelm.", ("killed", 1)),
        ("Two ZLF (Varn) [Zor Liberation Front] cadres were killed.", ("killed", 2)),
        ("Gunmen shot a policeman(Bo Lind) dead outside his house.", ("killed", 1)),
        ("Eleven (some sources claim 20) are dead after the raid.", ("killed", 11)),
        ("At least 15 ZLF/TNA militants were killed.", ("killed", 15)),
        ("On 23/06, 20 people were killed in a raid on Pelm.", ("killed", 20)),
    ],
)
def test_what_stands_in_brackets_and_digits_hides_no_count(
    sentence: str, expected: tuple[str, int]
) -> None:
    """Short forms, other sources, two names with a stroke and a day in digits are read over."""
    assert told(sentence) == {expected}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A Tarn and Belt police constable was shot dead.", {("killed", 1)}),
        ("A Tarn & Belt state policeman was shot dead.", {("killed", 1)}),
        ("Jets killed 18 suspected ZLF and allied militants.", {("killed", 18)}),
        ("In all 56 military and civilian staff were killed.", {("killed", 56)}),
        ("A man and police officer Bo Lind were killed.", {("killed", 2)}),
        ("A nurse and soldier were killed.", {("killed", 2)}),
        ("Twelve men and three women were killed.", {("killed", 15)}),
    ],
)
def test_two_sorts_of_one_noun_are_one_count(sentence: str, expected: set[tuple[str, int]]) -> None:
    """What "and" joins before a noun says which people; two nouns are two people."""
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ten Zor Bala dead and others hurt in the raid.", {("killed", 10)}),
        ("Twelve Al Varn were killed in the raid.", {("killed", 12)}),
        ("80 Zor Bala killed in raid near the lake.", {("killed", 80)}),
        ("A reported 80 Zor Bala were killed.", {("killed", 80)}),
        ("On 2 June Zor Bala killed five people.", {("killed", 5)}),
        ("Flight 12 Zor Bala was late.", set()),
    ],
)
def test_a_band_is_counted_by_its_name(sentence: str, expected: set[tuple[str, int]]) -> None:
    """A number before a name counts people if they were killed; who kills is not counted."""
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Two guards killed one injured in the raid.", {("killed", 2), ("injured", 1)}),
        ("1 security personnel killed 5 injured in blast.", {("killed", 1), ("injured", 5)}),
        ("4-6 civilians were killed and 20-28 were injured.", {("killed", 4), ("injured", 20)}),
        ("Raiders seized two villagers and killed them.", {("killed", 2)}),
        ("Raiders freed ten clerks and attacked a post, killing them.", set()),
        ("A strike was reported to kill two men on a motorbike.", {("killed", 2)}),
        ("The army managed to kill all three raiders.", {("killed", 3)}),
        ("The army was not able to kill the three raiders.", set()),
        ("Raiders burnt alive two children near Pelm.", {("killed", 2)}),
        ("Two men were summarily shot by the militia.", {("killed", 2)}),
        ("Raiders killed the head of a clinic in Pelm.", {("killed", 1)}),
        ("A police head constable died in the raid.", {("killed", 1)}),
        ("The boy was shot in the head of the queue.", {("struck", 1)}),
        ("Party activist was gunned down near Pelm.", {("killed", 1)}),
        ("Three guards of the Zor Army killed in the raid.", {("killed", 3)}),
        (
            "A Tiv cultivator was killed and nine persons were hurt.",
            {("killed", 1), ("injured", 9)},
        ),
        ("An Army major, and five militants were killed.", {("killed", 6)}),
    ],
)
def test_the_short_ways_of_briefs_are_read(sentence: str, expected: set[tuple[str, int]]) -> None:
    """Ranges, lists without commas, pronouns and bare nouns: a seventh of 960 tolls hid in them."""
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "hurt"),
    [
        ("A shell hit a baker near the mill.", 1),
        ("A stray mortar hit two nuns in Varn.", 2),
        ("A mine hit three herders.", 3),
        ("A shell hit the house of two bakers.", None),
        ("A rocket hit a bakery.", None),
    ],
)
def test_who_is_hit_by_a_shell_is_hurt(sentence: str, hurt: int | None) -> None:
    """A shell that hits a house hits nobody."""
    found = counts.find(sentence, Span(0, len(sentence))).get("injured")
    assert (found and found.minimum) == hurt


@pytest.mark.parametrize(
    ("sentence", "dead"),
    [
        ("Children hid in the cellar until the shooting died down.", 0),
        ("The crowd waited and the protest died out.", 0),
        ("Two men died out in the cold.", 2),
        ("Bo Lind, who was struck in the neck, bled to death.", 1),
        ("Two boys froze to death.", 2),
    ],
)
def test_what_ends_dies_and_nobody_does(sentence: str, dead: int) -> None:
    """Shooting dies down; who bleeds to death dies by himself."""
    killed = [harm.count.minimum for harm in read(sentence) if harm.fate == "killed" and harm.count]
    assert sum(killed) == dead
