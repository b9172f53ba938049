"""How many people a sentence says were killed, injured, arrested or are missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.casualties.counts import find
from geo.model import Span


def told(sentence: str) -> dict[str, tuple[int, int | None]]:
    """Return minimum and maximum by what befell the people."""
    found = find(sentence, Span(0, len(sentence)))
    return {field: (count.minimum, count.maximum) for field, count in found.items()}


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("One miner was killed in the shaft.", (1, 1)),
        ("A town police major was killed.", (1, 1)),
        ("A police major road works unit was told that one guard was killed.", (1, 1)),
        ("Ana Kos (27), Bo Lind (31) and Eva Tun (19) were killed.", (3, 3)),
        (
            "Police say that three men, Z.P. (27), M.D. (31) and L.J. (19), were killed.",
            (3, 3),
        ),
        ("Fifteen (15) miners were killed.", (15, 15)),
        ("It claimed the lives of two miners and six others were wounded.", (2, 2)),
        ("Not fewer than 20 miners were killed.", (20, None)),
        ("Close to 20 miners and 30+ guards were killed.", (50, None)),
        ("Mira Kolar was shot and killed on Friday.", (1, 1)),
        ("Kolar, 52, was murdered at her desk.", (1, 1)),
        ("Two sailors and a policeman were killed.", (3, 3)),
        ("Two nuns aged between 20 and 30 were killed.", (2, 2)),
        ("Six sailors, aged 19 to 45, were killed.", (6, 6)),
        ("The shell killed a farmer, his wife and three children.", (5, 5)),
        ("Two people, a nun and a priest, were killed.", (2, 2)),
        ("Gunmen shot dead a judge outside the court.", (1, 1)),
        ("The mine left six people dead.", (6, 6)),
        ("4 dead, 9 hurt in ferry attack", (4, 4)),
        ("Three more died overnight, raising the toll to 18.", (18, 18)),
        ("At least twenty-five villagers were massacred.", (25, None)),
        ("Between 30 and 40 soldiers died.", (30, 40)),
        ("He killed two clerks before killing himself.", (3, 3)),
        ("Police mourned the death of a 19-year-old recruit.", (1, 1)),
        ("There were no casualties.", (0, 0)),
        ("A rocket fell into a lake without casualties.", (0, 0)),
        ("The toll of the raid on the market of a town in the hills has climbed to 40.", (40, 40)),
        ("The toll stood at 12 on Monday; a day later it had reached 15.", (15, 15)),
        ("The death toll rose to 31 after two of the wounded died.", (31, 31)),
        ("REBELS KILLED THREE PEASANTS.", (3, 3)),
        ("Half a dozen miners were killed.", (6, 6)),
        ("A dozen or so miners were killed.", (12, 12)),
        ("Twins were killed by the shell.", (2, 2)),
        ("The shell killed twin sisters.", (2, 2)),
        ("The shell killed her twin brother.", (1, 1)),
        ("Two couples were shot dead.", (4, 4)),
        ("Both parents were shot dead.", (2, 2)),
        ("A cook and mother of two was shot dead.", (1, 1)),
        ("Nine cooks, one of them a boy, were killed.", (9, 9)),
        ("Nine men, including two cooks, three clerks and a nun, were killed.", (9, 9)),
        ("Two clerks, a cook and a nun were killed.", (4, 4)),
        ("Two clerks, a cook and a nun, were killed.", (2, 2)),
        ("The fire in the barracks left six members of a family dead.", (6, 6)),
        ("A clerk stabbed his wife and two sons to death.", (3, 3)),
        ("A clerk shot his wife and two sons dead.", (3, 3)),
        ("A robber stabbed six clerks before being shot dead by a guard.", (1, 1)),
    ],
)
def test_the_dead_are_counted(sentence: str, killed: tuple[int, int | None]) -> None:
    """Numbers, single people, names, coordination, headlines and tolls."""
    assert told(sentence)["killed"] == killed


@pytest.mark.parametrize(
    ("sentence", "injured"),
    [
        ("A blast hit the pier, killing one and injuring another.", (1, 1)),
        ("The raid left seven wounded, two of them critically.", (7, 7)),
        ("Four people were shot, one fatally.", (3, 3)),
        ("Snipers opened fire on a tram and wounded two.", (2, 2)),
        ("Two Serbs, including an 11-year-old boy, were wounded.", (2, 2)),
        ("A woman was shot in the leg.", (1, 1)),
        ("Dozens of worshippers were hurt.", (24, None)),
        ("Nobody was injured.", (0, 0)),
        ("A 6-year-old boy was found; 13 people suffered.", (13, 13)),
        ("Crops and 13 people suffered losses; six cooks were badly burned.", (6, 6)),
        ("Six cooks bear bullet or machete wounds.", (6, 6)),
        ("Two cooks were killed and nine, three of them seriously, were wounded.", (9, 9)),
        ("A robber stabbed six clerks before being shot dead by a guard.", (6, 6)),
        ("Four nuns aged between three and nine were hurt.", (4, 4)),
    ],
)
def test_the_hurt_are_counted(sentence: str, injured: tuple[int, int | None]) -> None:
    """A part never adds to its whole, and of those shot the dead are not the hurt."""
    assert told(sentence)["injured"] == injured


def test_arrested_and_missing_are_counted() -> None:
    """Both have verbs, participles and nouns of their own."""
    assert told("Police arrested more than 40 students.")["arrested"] == (40, None)
    assert told("The sweep ended with 14 arrests.")["arrested"] == (14, 14)
    assert told("Five sailors are missing.")["missing"] == (5, 5)


@pytest.mark.parametrize(
    "sentence",
    [
        "Some 2,000 troops were sent 30 km from the town where shots were fired.",
        "The blast damaged 12 cars and killed two cows.",
        "The dead of 1943 are remembered; guards were killed in 2003.",
        "He was 34 years old when the shooting began.",
        "The attack cost $5 million and lasted 3 hours.",
        "On Feb. 6, shots were fired.",
        "No one else was killed.",
    ],
)
def test_other_numbers_are_no_people(sentence: str) -> None:
    """Armies, distances, things, years, ages, money and dates."""
    assert told(sentence) == {}


def test_a_place_is_no_casualty() -> None:
    """A name behind a preposition says where, not who."""
    assert told("In Rocky Mount, two clerks were killed.")["killed"] == (2, 2)


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("Gunmen killed nine guards at the mill and 14 farmers were killed by a mine.", (14, None)),
        ("A monk was killed in the north and a nun was murdered in the south.", (2, 2)),
        ("Nine guards were killed, among them two cooks who were shot dead.", (9, 9)),
        ("Nine guards were killed; two of them were shot dead.", (9, 9)),
        ("Nine guards were killed, and the two attackers were shot dead.", (9, 9)),
    ],
)
def test_of_two_groups_the_larger_is_the_least(
    sentence: str, killed: tuple[int, int | None]
) -> None:
    """How many died in all is open where a second group died; a part or "the two" is no second.

    Two single persons are two.
    """
    assert told(sentence)["killed"] == killed


@given(st.text(max_size=50), st.integers(2, 900))
def test_the_span_holds_the_number(before: str, number: int) -> None:
    """Offsets count in the whole text, whatever stands before."""
    text = f"{before}\n{number} soldiers were killed."
    count = find(text, Span(len(before) + 1, len(text)))["killed"]
    assert count.span is not None
    assert count.minimum == number
    assert str(number) in count.span.of(text)


@given(st.text(max_size=120))
def test_any_text_is_read(text: str) -> None:
    """No text makes the reader fail, and no count is negative."""
    assert all(count.minimum >= 0 for count in find(text, Span(0, len(text))).values())


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("In 1987 sailors killed 9 smugglers.", (9, 9)),
        ("By late 2011 rebels had killed three priests.", (3, 3)),
        ("In June 1994 farmers were killed.", None),
        ("In 2003 7 miners were killed.", (7, 7)),
        ("In 12 BC four sailors were killed.", (4, 4)),
        ("Some 1,994 farmers were killed.", (1994, 1994)),
        ("Guards killed 1998 prisoners.", (1998, 1998)),
    ],
)
def test_a_year_is_no_count(sentence: str, killed: tuple[int, int | None] | None) -> None:
    """A preposition or a month makes four digits a year, whoever is named behind it."""
    assert told(sentence).get("killed") == killed


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("Three hundred thousand", 300_000),
        ("Forty-two thousand", 42_000),
        ("A hundred and thirty", 130),
        ("Two thousand six hundred and one", 2_601),
        ("15 thousand", 15_000),
        ("Two dozen", 24),
        ("70,000,000", None),
        ("999999999999", None),
        ("Nine million", None),
    ],
)
def test_numbers_of_several_words_are_read_whole(number: str, expected: int | None) -> None:
    """No word of a number is lost, and what no incident can reach is no count."""
    killed = told(f"{number} villagers were killed.").get("killed")
    assert killed == (None if expected is None else (expected, expected))


@pytest.mark.parametrize(
    ("sentence", "field", "count"),
    [
        ("Seven cleaners employed by the mission were killed.", "killed", 7),
        ("Nine civilian loaders working beside a convoy were killed on Friday.", "killed", 9),
        ("Four potters guarding the kiln were wounded.", "injured", 4),
        ("The mayor was killed together with two bodyguards.", "killed", 3),
        ("He was arrested along with three accomplices.", "arrested", 4),
        ("The priest was shot dead with a pistol.", "killed", 1),
        ("She was one of six people injured in the stampede.", "injured", 6),
        ("Shells killed a total of 20 villagers on Monday.", "killed", 20),
        ("Shells killed a total of at least nine on Monday.", "killed", 9),
        ("A total of 12 people were injured in the clashes.", "injured", 12),
        ("One of five hostages held in the bank was killed.", "killed", 1),
        ("Constables led away four wanted men.", "arrested", 4),
        ("A wanted drug trafficker was arrested.", "arrested", 1),
        ("Two of the rowers brawled and one lost a tooth.", "injured", 1),
        (
            "The number of people killed when a mill blew up in Arno, in May, has risen to 11.",
            "killed",
            11,
        ),
    ],
)
def test_those_who_stand_apart_from_the_verb_are_counted(
    sentence: str, field: str, count: int
) -> None:
    """What describes people, who shared their fate and whose group they are of all count."""
    assert told(sentence)[field][0] == count


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two of the nine miners were killed.", (2, 0)),
        ("Two of the nine people who were shot were killed.", (2, 7)),
        ("A couple was killed.", (2, 0)),
        ("A couple were killed.", (2, 0)),
    ],
)
def test_a_part_says_nothing_of_the_others(text: str, wanted: tuple[int, int]) -> None:
    """Who else was there was hurt only if it says so; a couple is two in either number."""
    found = find(text, Span(0, len(text)))
    least = tuple(found[f].minimum if f in found else 0 for f in ("killed", "injured"))
    assert least == wanted


@pytest.mark.parametrize(
    ("line", "killed"),
    [
        ("Two die in Lodrin shooting", 2),
        ("Woman dies after knife attack in Tolmen", 1),
        ("Seven people die in a blast in Tolmen.", 7),
        ("A thief was caught and lynched in Tolmen.", 1),
        ("A vintner was burnt alive by residents.", 1),
        ("Two die in Lodrin every day", None),
        ("They were left to die.", None),
        ("A car belonging to a judge was blown up.", None),
    ],
)
def test_the_dead_of_a_line_are_counted(line: str, killed: int | None) -> None:
    """A line without a full stop is a headline; "die" tells of a death that is no habit."""
    assert told(line).get("killed", (None,))[0] == killed
