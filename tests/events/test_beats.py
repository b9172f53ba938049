"""What an article as a whole is about, and which of its words are meant as they are there."""

from __future__ import annotations

import pytest

from geo.events import beats
from geo.lexicon import default_lexicon

MATCH = (
    "Rovers end winless run",
    ["The striker scored twice in the cup tie.", "The coach smiled."],
)
FILM = ("A thriller without thrills", ["The director has made his third film.", "It opens today."])
CRASH = ("Two die as lorry overturns", ["The lorry crashed near the gorge.", "The driver died."])


def barred(about: tuple[str, list[str]], sentence: str, *, dated: bool = False) -> list[bool]:
    """Return which triggers of a sentence are none of the news in an article about something."""
    title, told = about
    beat = beats.of(title, [*told, sentence])
    found = default_lexicon().find(sentence)
    return [beat.bars(trigger, beats.Telling(sentence, 0, dated=dated)) for trigger in found]


@pytest.mark.parametrize(
    ("about", "topic"), [(MATCH, "sport"), (FILM, "fiction"), (CRASH, "disaster")]
)
def test_all_words_of_an_article_tell_what_it_is_about(
    about: tuple[str, list[str]], topic: str
) -> None:
    """No sentence needs to say enough by itself."""
    assert beats.of(*about).topics == {topic}


@pytest.mark.parametrize(
    "sentence",
    ["A bomb went off in Tolmen on Monday.", "The midfielder was stabbed in Tolmen on Monday."],
)
def test_one_word_makes_no_report_of_a_match(sentence: str) -> None:
    """An article on an incident may name a player or a film."""
    assert not beats.of("Attack in Tolmen", [sentence, "Police sealed the street."]).topics


def test_a_raid_in_a_match_is_none() -> None:
    """What no sentence shows by itself the article does."""
    assert barred(MATCH, "The second raid took them by surprise.") == [True]


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [
        ("The keeper of Varn was shot on Monday.", True),
        ("On Monday in Varn men stole a car and shot its owner.", True),
        ("An explosion damaged a house in Varn on Monday.", True),
        ("The team were shot down on Monday.", False),
        ("They were murdered in Varn on Monday.", False),
    ],
)
def test_what_befalls_no_player_is_meant_on_its_day(sentence: str, *, meant: bool) -> None:
    """The page of sport tells of it as well."""
    assert all(one is not meant for one in barred(MATCH, sentence, dated=True))


def test_the_police_are_meant_as_they_are_in_sport() -> None:
    """Weapons, victims and the police tell of a deed, whatever the article is about."""
    assert barred(MATCH, "Police clashed with supporters in Tolmen.") == [False]


def test_plots_are_told_in_the_present() -> None:
    """What is shot, or has been kidnapped, is so on the screen."""
    assert barred(FILM, "A banker is shot on the stairs.", dated=True) == [True]
    assert barred(FILM, "His daughter has been kidnapped.", dated=True) == [True]


def test_one_word_of_films_makes_plots_of_the_present() -> None:
    """What a text tells in the present, on no day, is a synopsis where it names a film."""
    about = ("Out now", ["A comedy for the summer.", "It is long.", "It is loud.", "It is wet."])
    assert not beats.of(*about).topics
    assert barred(about, "A banker is shot on the stairs.") == [True]
    assert barred(about, "A banker was shot on the stairs.") == [False]


def test_a_day_makes_news_of_what_befell_an_actor() -> None:
    """The past and a day of the news stand in no plot."""
    assert barred(FILM, "Its star was shot in Tolmen on Monday.", dated=True) == [False]


def test_an_accident_closes_roads_and_kills() -> None:
    """Where nobody did it, nothing that came of it is an incident."""
    assert barred(CRASH, "The road was blocked until noon.") == [True]
    assert barred(CRASH, "Flames attacked the village.") == [True]


def test_an_accident_is_none_where_somebody_did_it() -> None:
    """One gunman in the article is enough."""
    title, told = CRASH
    assert not beats.of(title, [*told, "A gunman had fired at its wheels."]).topics


def test_angry_people_block_a_road_after_an_accident() -> None:
    """Those who close roads on purpose do so after a crash as well."""
    assert barred(CRASH, "Angry farmers blocked the road.") == [False]


def test_a_drill_beside_a_deed_does_not_bar_it() -> None:
    """Who fires before a drill of others means it; what is fired in one hits nothing."""
    beat = beats.Beat(here="exercise")
    [before] = default_lexicon().find(said := "Rebels shelled Tolmen days before joint exercises.")
    assert not beat.bars(before, beats.Telling(said, 0, dated=False))
    [inside] = default_lexicon().find(said := "Guards shelled a hulk during joint exercises.")
    assert beat.bars(inside, beats.Telling(said, 0, dated=False))


def test_a_drill_that_the_title_names_needs_fewer_words() -> None:
    """Its report tells what was played, and history; without the title it is no drill."""
    played = "Shots rang out in a mall. In the scenario four men held shoppers. It was an exercise."
    told = [*(f"{said}." for said in played.rstrip(".").split(". ")), *["All was calm."] * 6]
    assert "exercise" in beats.of("Gunmen storm mall in terror drill", told).topics
    assert "exercise" not in beats.of("Gunmen storm mall", told).topics


def test_what_is_said_outright_to_be_played_is_a_drill() -> None:
    """One sentence is enough: the hostages were cadets."""
    told = ["Four men seized a plane.", "The hijackers were cadets.", "All was calm."]
    assert "exercise" in beats.of(None, told).topics
    assert "exercise" not in beats.of(None, [told[0], "The hijackers were shot.", told[2]]).topics


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("Sport digest: Varn survive late bombardment", "sport"),
        ("Film review: a siege to forget", "fiction"),
        ("Blast in Varn; gas leak to blame, say police", "disaster"),
    ],
)
def test_a_title_may_name_the_topic_outright(title: str, topic: str) -> None:
    """The page of a paper, a review, a cause that makes an accident of a blast."""
    assert topic in beats.of(title, ["A mill burned.", "All was calm."]).topics
    assert topic not in beats.of("Blast in Varn", ["A mill burned.", "All was calm."]).topics


@pytest.mark.parametrize(
    "said",
    [
        "Police denied that a gas explosion was the cause.",
        "Police first suspected a gas leak caused the blast.",
        "Negligence was blamed for the famine.",
    ],
)
def test_a_cause_that_is_doubted_makes_no_accident(said: str) -> None:
    """Nor one of something else."""
    assert not beats.of("Blast in Varn", said.split(". ")).accident
    assert beats.of("Blast in Varn", ["A gas leak caused the blast."]).accident


@pytest.mark.parametrize(
    "title",
    [
        "Second-half siege pays off for Varn",
        "Varn survive to reach semi-final",
        "Premier League: Varn bombard Holm",
    ],
)
def test_the_words_of_a_match_in_a_title_make_it_one(title: str) -> None:
    """If the text has words of sport as well."""
    said = ["The striker shot twice before the break.", "All was calm."]
    assert "sport" in beats.of(title, said).topics
    assert "sport" not in beats.of("Varn survive", said).topics


def test_a_score_and_words_of_a_match_make_it_one() -> None:
    """Enough of them; a span of days is no score."""
    said = [
        "Varn surrendered 5-0 after the first half.",
        "The captain, the coach and the goalkeeper left the stadium before the final whistle.",
        "A late goal had ended the game.",
        *["All was calm."] * 20,
    ]
    assert "sport" in beats.of(None, said).topics
    for other in ("after 5-7 days", "on 3-4 May", "on 3-4-2022"):
        assert "sport" not in beats.of(None, [said[0].replace("5-0", other), *said[1:]]).topics


@pytest.mark.parametrize(
    "said",
    [
        "Two fans were killed when supporters clashed outside the stadium in Tolmen on Monday.",
        "Gunmen shot dead a steward at the match in Tolmen on Monday.",
    ],
)
def test_blood_at_a_match_is_meant_as_it_is(said: str) -> None:
    """Fans who clash and are killed are no figure of speech."""
    assert barred(MATCH, said, dated=True)
    assert not any(barred(MATCH, said, dated=True))


@pytest.mark.parametrize(
    "said",
    [
        "The fire originated from a short circuit.",
        "The blaze broke out due to a faulty heater.",
        "The blast resulted from a gas leak.",
    ],
)
def test_a_fire_that_came_of_a_thing_was_an_accident(said: str) -> None:
    """Whatever the verb is."""
    assert beats.of("Mill burns in Varn", [said]).accident


def test_a_fire_without_foul_play_was_an_accident() -> None:
    """Another sentence is sure of it, and not the one that tells of the flames."""
    burns = "A fire gutted a mill in Varn."
    assert beats.of(None, [burns, "Police ruled out sabotage."]).accident
    assert not beats.of(None, [burns, "Police have not ruled out sabotage."]).accident
    assert not beats.of(None, ["A mill was shut.", "Police ruled out sabotage."]).accident


@pytest.mark.parametrize(
    "said",
    [
        "A missile struck the mill. The fire started from a gas leak in its cellar.",
        "The blast resulted from a gas cylinder that the bomber had rigged.",
        "Youths set the stalls on fire. Police ruled out sabotage of a power line.",
    ],
)
def test_a_fire_that_somebody_made_is_no_accident(said: str) -> None:
    """A missile lights gas too."""
    assert not beats.of("Fire in Varn", said.split(". ")).accident


def test_what_is_only_likened_to_a_shell_was_an_accident() -> None:
    """A neighbour says how loud it was."""
    said = ["A gas leak caused the blast.", "It was as if a shell hit us, she said."]
    assert beats.of("Blast in Varn", said).accident


def test_one_word_of_films_leaves_what_has_been_done() -> None:
    """Of a suspect who "has been detained" a synopsis tells less often than a long report."""
    about = ("Talks in Tolmen", ["The drama drew crowds.", *["Nothing was agreed."] * 14])
    assert barred(about, "A suspect has been detained.") == [False]
    assert barred(about, "A suspect had been detained.") == [False]
    assert barred(about, "A suspect is detained.") == [True]
    assert barred(FILM, "A suspect has been detained.") == [True]


def test_no_disaster_is_an_air_strike() -> None:
    """However many cars and motorcycles it hit; that somebody was killed may be an accident."""
    told = ["The car left the road.", "A motorcycle was crushed.", "A lorry burned."]
    about = ("Three die on the coast road", told)
    assert barred(about, "An air strike hit the lorry.") == [False]
    assert barred(about, "Nine clerks were killed near a car.") == [True]


def test_a_fire_that_settlers_set_is_no_disaster() -> None:
    """Whatever gas they meant to use besides."""
    about = ["Settlers set fire to a crib.", "They tried it with a gas cylinder, too."]
    assert not any(barred(("", about), about[0]))
    assert any(barred(("", ["A fire broke out.", about[1]]), "A blast damaged a house."))


MARKET = ("Gold firms", ["Gold rose to 2,400 dollars an ounce, traders said.", "Shares fell."])
HACK = ("Cyber attack on a mill", ["Hackers brought down the servers of a mill.", "Data leaked."])
BUS = ("Bus plunges into gorge", ["A bus skidded and crashed into a gorge.", "The brakes failed."])


@pytest.mark.parametrize(
    ("about", "figure", "deed"),
    [
        (MARKET, "They brought out the artillery.", "Gunmen robbed a van near Tolmen."),
        (HACK, "The gang seized 200 servers.", "Rebels seized the town of Tolmen."),
        (BUS, "I heard an explosion and thought it was a bomb.", "A bomb exploded in Tolmen."),
        (MATCH, "Supporters attacked the board.", "Supporters attacked a bus and shot a steward."),
        (MATCH, "Our attackers ambushed them.", "Unknown attackers ambushed two stewards."),
    ],
)
def test_what_is_hard_depends_on_the_page(
    about: tuple[str, list[str]], figure: str, deed: str
) -> None:
    """Shares are shelled, servers seized and matches ambushed; people and towns are meant."""
    assert all(barred(about, figure))
    assert not all(barred(about, deed))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Riots erupted in Tolmen after a football match.", False),
        ("Fans rioted in Tolmen after the cup final.", False),
        ("The striker ran riot in Tolmen after the break.", True),
    ],
)
def test_a_riot_beside_a_match_is_one(sentence: str, *, expected: bool) -> None:
    """By its verb: a player runs riot too."""
    beat = beats.Beat(here="sport")
    found = default_lexicon().find(sentence)
    told = [beat.bars(t, beats.Telling(sentence, 0, dated=False)) for t in found]
    assert all(told) is expected
