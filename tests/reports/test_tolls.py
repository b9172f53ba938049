"""The figures of each incident of an article."""

from __future__ import annotations

from datetime import date

import pytest

from geo.gazetteer import Gazetteer
from geo.language.text import sentences
from geo.lexicon import default_lexicon
from geo.linking.scenes import Sentence
from geo.model import Article, Report, Source, Span, Status, When
from geo.pipeline import Reader
from geo.reports import tolls


def read(text: str, *told: tuple[str, str, int | None]) -> list[Report]:
    """Tell the figures of reports given by trigger, kind and day of June (``None``: undated)."""
    article = Article("a", text)
    spans = [Sentence(span, 0, (), ()) for span in sentences(text)]
    reports = [_report(article, spans, *one) for one in told]
    return tolls.tell(article, spans, reports, default_lexicon())


def _report(
    article: Article, spans: list[Sentence], word: str, kind: str, day: int | None
) -> Report:
    at = article.text.index(word)
    trigger = Span(at, at + len(word))
    sentence = next(s.span for s in spans if s.span.covers(trigger))
    on = date(2020, 6, day) if day else None
    when = When(on, on, "day", "as written", trigger if day else None)
    return Report(word, kind, Source("a"), trigger, sentence, "", Status.OCCURRED, when, None)


@pytest.mark.parametrize("rank", ["police sergeant", "soldier", "captain", "policewoman"])
def test_attackers_who_died_are_no_part_of_those_they_killed(rank: str) -> None:
    """Of whatever rank these were."""
    text = f"A {rank} was shot dead at a post. Three of the attackers were killed, a minister said."
    (told,) = read(text, ("shot", "shooting", 3))
    assert told.killed is not None
    assert told.killed.minimum == 4


def test_later_sentences_count_for_the_incident() -> None:
    """Whoever dies in the next paragraph died of the same deed."""
    told = read("A bomb exploded in a shop. Two clerks were killed.", ("exploded", "explosion", 3))
    assert told[0].killed is not None
    assert told[0].killed.minimum == 2


def test_incidents_of_different_days_keep_their_victims() -> None:
    """Two dates are two incidents."""
    text = "A blast killed two clerks. On the ninth gunmen shot dead five guards."
    told = read(text, ("blast", "explosion", 3), ("shot dead", "shooting", 9))
    assert [report.killed and report.killed.minimum for report in told] == [2, 5]


def test_history_is_left_out() -> None:
    """Figures of another year are no victims of the news."""
    toll = tolls.whole(Article("a", "A mine killed two boys. In 1999 mines killed 60 people."))
    assert toll.killed is not None
    assert toll.killed.minimum == 2


def test_the_dead_of_a_clash_are_not_the_protests() -> None:
    """Where both are told, the arrested go to the protest and the dead to the clash."""
    text = "Students protested and clashed with guards. Two were killed, and 12 were arrested."
    protest, clash = read(text, ("protested", "protest", None), ("clashed", "clash", None))
    assert protest.killed is None
    assert protest.arrested is not None
    assert clash.killed is not None


@pytest.mark.parametrize("title", ["2 dead, 3 hurt in shooting", "Two dead, three hurt"])
def test_a_headline_counts(title: str) -> None:
    """Its figures stand where the text has none."""
    toll = tolls.whole(Article("a", "Shots rang out at a mill.", title=title))
    assert {name: count.minimum for name, count in toll.stated().items()} == {
        "killed": 2,
        "injured": 3,
    }


def test_the_toll_of_a_war_is_no_toll_of_the_news() -> None:
    """A paragraph about an old war often has no year and no word for the war's deeds."""
    text = "Gunmen shot dead two guards. Separatists rose against the crown. Some 13,000 died."
    [shooting] = read(text, ("shot dead", "shooting", 3))
    assert shooting.killed is not None
    assert shooting.killed.minimum == 2


@pytest.mark.parametrize(
    "other",
    [
        "More than fifty people have lost their lives in the feud.",
        "Over the past two years, 40 people have been killed.",
        "The conflict has claimed the lives of 200 people.",
    ],
)
def test_the_dead_of_a_long_strife_are_none_of_the_news(other: str) -> None:
    """A feud, a war, some years: what they cost is no toll of one day."""
    [shooting] = read(f"Gunmen shot dead two guards. {other}", ("shot dead", "shooting", 3))
    assert shooting.killed is not None
    assert shooting.killed.minimum == 2


def test_who_is_held_on_the_spot_is_a_figure_of_the_riot(gazetteer: Gazetteer) -> None:
    """The riot and the arrest have it both."""
    text = "Youths threw stones at police in Tolmen on Monday. Police arrested three men."
    reports = Reader(gazetteer).read(Article("a", text)).reports
    held = {r.kind: r.arrested and r.arrested.minimum for r in reports}
    assert held["riot"] == held["arrest"] == 3


def test_victims_told_before_a_strike_are_not_the_strikes(gazetteer: Gazetteer) -> None:
    """Nobody is killed by closed shops."""
    text = "Six bodies were brought to Tolmen.\n\nTraders in Tolmen went on strike on Monday."
    [strike] = [r for r in Reader(gazetteer).read(Article("a", text)).reports if r.kind == "strike"]
    assert strike.killed is None


def test_an_arrest_beside_a_roadblock_is_no_figure_of_the_roadblock(gazetteer: Gazetteer) -> None:
    """What set it off, or came of it, is another incident; police hold nobody by a barricade."""
    text = "Farmers blocked a road in Tolmen on Monday. Police arrested three men."
    reports = Reader(gazetteer).read(Article("a", text)).reports
    held = {r.kind: r.arrested and r.arrested.minimum for r in reports}
    assert held == {"arrest": 3, "roadblock": None}


def test_how_one_of_the_hurt_was_hurt_is_no_history(gazetteer: Gazetteer) -> None:
    """Words such as "one with a knife wound" say no more than that."""
    text = (
        "A brawl broke out in Tolmen on Monday. Three people were injured, one with a knife "
        "wound, and police detained two."
    )
    reports = Reader(gazetteer).read(Article("a", text)).reports
    [hurt] = [r.injured for r in reports if r.kind == "clash"]
    assert hurt is not None
    assert hurt.minimum == 3


def test_the_home_of_the_dead_is_no_other_scene(gazetteer: Gazetteer) -> None:
    """They died where the mine went off."""
    text = (
        "A mine went off in Tolmen on Monday. Two brothers from the town of Galdor died and a "
        "third lost a leg."
    )
    reports = Reader(gazetteer).read(Article("a", text)).reports
    assert [r.killed and r.killed.minimum for r in reports if r.kind == "explosion"] == [2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seven were hurt. One has since died.", (1, 6)),
        ("Ten people were wounded. Two later died in hospital.", (2, 8)),
        ("Of the nine wounded, two died overnight.", (2, 7)),
        ("A blast killed a man. A baker cycling past was slightly injured.", (1, 1)),
        ("A man was killed. Police found a man wounded.", (1, None)),
        ("A clerk was shot dead at home. It was raining. Her driver was hit in the leg.", (1, 1)),
    ],
)
def test_who_died_of_wounds_is_hurt_no_more(
    text: str, expected: tuple[int | None, int | None]
) -> None:
    """And who is told hurt by another noun than the dead is another."""
    told = tolls.whole(Article("a", text)).stated()
    killed, injured = told.get("killed"), told.get("injured")
    assert (killed and killed.minimum, injured and injured.minimum) == expected


def test_an_office_in_another_town_only_counts(gazetteer: Gazetteer) -> None:
    """The dead that a ministry counts are not those of its town."""
    text = (
        "Troops shelled Tolmen on Monday. The health ministry in Galdor counted four dead and 20 "
        "wounded."
    )
    reports = Reader(gazetteer).read(Article("a", text)).reports
    assert [r.killed and r.killed.minimum for r in reports if r.kind == "shelling"] == [4]


def test_each_place_of_a_clause_has_its_own_victims(gazetteer: Gazetteer) -> None:
    """Who died in one town and who was hurt in the next are of two deeds."""
    text = "A clerk was hacked to death in Tolmen and 30 people were injured in clashes in Galdor."
    reports = Reader(gazetteer).read(Article("a", text, published=date(2026, 6, 3))).reports
    told = {
        r.where.place.name: (r.killed and r.killed.minimum, r.injured and r.injured.minimum)
        for r in reports
        if r.where is not None and r.where.place is not None and not r.background
    }
    assert told == {"Tolmen": (1, None), "Galdor": (None, 30)}


def test_each_clause_counts_its_own(gazetteer: Gazetteer) -> None:
    """Where the places stand in front of their verbs too."""
    text = "A bomb in Tolmen killed two guards, and gunmen in Galdor killed a farmer."
    reports = Reader(gazetteer).read(Article("a", text)).reports
    assert [r.killed.minimum for r in reports if r.killed] == [2, 1]


def test_what_the_news_comes_after_is_none_of_it() -> None:
    """Older deeds are told beside the news to say how grave it is."""
    text = "Gunmen shot dead two guards. It comes six weeks after 40 people were massacred in Pelm."
    [shooting] = read(text, ("shot dead", "shooting", 3))
    assert shooting.killed is not None
    assert shooting.killed.minimum == 2


def test_a_lead_that_adds_up_is_no_figure_of_a_part(gazetteer: Gazetteer) -> None:
    """Each deed has its own dead; the lead keeps the sum."""
    text = (
        "Five people were killed in attacks across the county, police said.\n\n"
        "In Tolmen on Friday gunmen shot dead two clerks.\n\n"
        "In Galdor on Sunday a bomb killed three cooks."
    )
    reports = Reader(gazetteer).read(Article("a", text, published=date(2026, 6, 3))).reports
    told = {r.kind: r.killed.minimum for r in reports if r.killed is not None}
    assert (told["shooting"], told["explosion"]) == (2, 3)


def test_who_gives_himself_up_is_a_figure_of_the_surrender(gazetteer: Gazetteer) -> None:
    """He is in custody from then on."""
    for text, kind in (
        ("Two rebels gave themselves up at the police station in Tolmen on Monday.", "surrender"),
        ("Two brothers gave themselves up at the police station in Tolmen on Monday.", "arrest"),
    ):
        told = Reader(gazetteer).read(Article("a", text)).reports
        assert [(r.kind, r.arrested and r.arrested.minimum) for r in told] == [(kind, 2)]


def test_an_arrest_keeps_its_own_count(gazetteer: Gazetteer) -> None:
    """That nobody was arrested elsewhere says nothing of those whom its own words tell of."""
    text = (
        "Farmers rallied in Tolmen on Monday. Nine cooks were booked into the county jail. No "
        "arrests were made at the port."
    )
    reports = Reader(gazetteer).read(Article("a", text)).reports
    assert [r.arrested and r.arrested.minimum for r in reports if r.kind == "arrest"] == [9]


@pytest.mark.parametrize(
    "lead",
    [
        "Five people were killed in several towns, police said.",
        "Five people were killed over the past 24 hours, police said.",
        "Raiders killed five people across three districts on Sunday.",
    ],
)
def test_a_lead_over_several_towns_adds_up(lead: str, gazetteer: Gazetteer) -> None:
    """Each deed behind it has its own dead."""
    text = (
        f"{lead}\n\nIn Tolmen gunmen shot dead two clerks.\n\nIn Galdor a bomb killed three cooks."
    )
    reports = Reader(gazetteer).read(Article("a", text, published=date(2026, 6, 3))).reports
    told = {
        r.where.place.name: r.killed.minimum
        for r in reports
        if r.where and r.where.place and r.killed and not r.background
    }
    assert told == {"Tolmen": 2, "Galdor": 3}


def test_that_nobody_was_held_elsewhere_leaves_the_arrest_of_the_riot(
    gazetteer: Gazetteer,
) -> None:
    """The riot has the count of the arrest that belongs to it."""
    text = (
        "Youths threw stones at police in Tolmen on Monday. Nine cooks were booked into the "
        "county jail. No arrests were made at the port."
    )
    reports = Reader(gazetteer).read(Article("a", text)).reports
    held = {r.kind: r.arrested and r.arrested.minimum for r in reports}
    assert held["arrest"] == 9


def test_nobody_is_hurt_by_an_arrest() -> None:
    """Victims told behind it are those of the deed; the one who is held may fall ill."""
    text = (
        "Police held a man who shot two clerks. He had lain in wait. Two others were wounded. "
        "He was taken to hospital for a check."
    )
    told = read(text, ("held", "arrest", 9), ("shot", "shooting", 3))
    assert [report.injured and report.injured.minimum for report in told] == [None, 2]


def test_a_region_around_a_town_is_no_other_place(gazetteer: Gazetteer) -> None:
    """Who died "in Arno, in the province of Belt" died in the town."""
    text = (
        "Two people were killed on Monday in North Mitrovica, in the north of Kosovo, when "
        "protesters tried to enter the hall and the police answered with gunfire."
    )
    reports = Reader(gazetteer).read(Article("a", text, published=date(2020, 6, 9))).reports
    assert {report.killed.minimum for report in reports if report.killed is not None} == {2}


def test_the_day_somebody_dies_of_wounds_is_not_that_of_the_deed() -> None:
    """Who was shot on the second and died of it on the fifth was shot once."""
    text = "On the second a man shot Bo Lind. Lind died from a gunshot wound on the fifth."
    told = read(text, ("shot", "shooting", 2), ("died from a gunshot wound", "shooting", 5))
    assert [report.killed and report.killed.minimum for report in told] == [1, 1]


def test_who_took_a_town_arrested_nobody(gazetteer: Gazetteer) -> None:
    """A town may be called like somebody."""
    text = "Rebels captured Tolmen on Friday."
    kinds = {r.kind: r.arrested for r in Reader(gazetteer).read(Article("a", text)).reports}
    assert kinds == {"capture_of_territory": None}


def test_a_town_that_is_hit_is_nobody_who_was_hurt(gazetteer: Gazetteer) -> None:
    """No "Tolmen" was injured when it was hit by missiles."""
    text = "In Tolmen all slept. Tolmen was hit by missiles on Friday."
    reports = Reader(gazetteer).read(Article("a", text)).reports
    assert [r.injured for r in reports] == [None]


def test_what_stands_beside_a_sum_is_no_sum(gazetteer: Gazetteer) -> None:
    """The towns divide the dead among them, and none of them those who were held."""
    text = (
        "Three clerks were shot dead and police arrested nine cooks in Istria on Monday. Two of "
        "them were shot in Tolmen. A third was stabbed in Galdor."
    )
    reports = Reader(gazetteer).read(Article("a", text, published=date(2026, 6, 3))).reports
    held = [r for r in reports if r.kind == "arrest"]
    assert [(r.background, r.arrested and r.arrested.minimum) for r in held] == [(False, 9)]
    assert any(r.background and "sums up" in r.because[-1] for r in reports)
