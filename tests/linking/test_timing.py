from __future__ import annotations

from datetime import date, timedelta

import pytest

from geo import dates
from geo.language.text import sentences
from geo.linking import newsday, timing
from geo.linking.scenes import Scene, Sentence
from geo.model import Article, Span, When

FRIDAY = date(2022, 12, 16)


def read(text: str, published: date | None = FRIDAY) -> tuple[Article, list[Sentence]]:
    """Cut a text into sentences with their dates, one paragraph."""
    article = Article("a", text, published=published)
    whens = dates.find(article)
    told = [tuple(w for w in whens if w.span and s.covers(w.span)) for s in sentences(text)]
    return article, [Sentence(s, 0, (), w) for s, w in zip(sentences(text), told, strict=True)]


def bound(text: str, trigger: str, published: date | None = FRIDAY) -> tuple[When, bool]:
    """Bind the last occurrence of a trigger, with the news day of the article at hand."""
    article, cut = read(text, published)
    start = text.rindex(trigger)
    at = Span(start, start + len(trigger))
    sentence = next(s for s in cut if s.span.covers(at))
    scene = Scene(news_day=newsday.news_day(article, cut))
    return timing.bind_when(article, sentence, at, scene)


def day(text: str, trigger: str) -> tuple[str, str]:
    """Return the first and last day that a trigger is bound to."""
    when, _ = bound(text, trigger)
    return str(when.first), str(when.last)


@pytest.mark.parametrize(
    "text",
    [
        "Two men were shot on Wednesday.",
        "On Wednesday two men were shot.",
        "Two men were hurt Wednesday after they were shot in a bar.",
        "A boy was taken to hospital after he was shot a little before 10 a.m. Wednesday morning.",
        "Two men were shot Wednesday, police said Thursday.",
        "Police said Thursday that two men were shot on Wednesday.",
        "QUARN, Dec. 16 (XYZ) -- Two men were shot here on Wednesday.",
        "Guards were at the bar on Wednesday. Two men were shot.",
        "A man appeared in court Thursday. A fight broke out on Wednesday. Two men were shot.",
        "Two men were shot in a court in Varn on Wednesday.",
        "Two men were shot on Wednesday in unrest over the disputed 9 October elections.",
        "On Wednesday, earlier than planned, two men were shot.",
    ],
)
def test_a_deed_takes_the_day_that_is_its_own(text: str) -> None:
    """Neither the day it was said, nor that of a court or a dateline, takes its place."""
    assert day(text, "shot") == ("2022-12-14", "2022-12-14")


@pytest.mark.parametrize(
    "text",
    [
        "The death toll of the bombing in Varn rose to 24 on Thursday. It went off on Wednesday.",
        "On Wednesday a bombing shook the bridge retaken by the army on 9 May.",
        "Shops shut as the strike went into a ninth day. On Wednesday a bombing shook Varn.",
        "A bombing shook Varn on Wednesday night as the strike entered its ninth day.",
    ],
)
def test_what_came_of_it_or_goes_on_beside_it_has_another_day(text: str) -> None:
    """A toll rises later, a bridge was taken before, and a strike goes on by itself."""
    first, last = day(text, "bombing")
    assert (first, last) == ("2022-12-14", "2022-12-14")


def test_the_day_on_which_a_deed_was_reported_is_its_own() -> None:
    """A bulletin says "a shooting was reported on"; who "reported on Thursday" came later."""
    when, own = bound("A shooting was reported on Thursday near the school.", "shooting")
    assert (str(when.first), str(when.last), own) == ("2022-12-15", "2022-12-15", True)


@pytest.mark.parametrize(
    "text",
    [
        "A man appeared in court Thursday over a shooting.",
        "A man was sentenced Thursday for a shooting.",
        "A vigil was held Thursday for the victims of a shooting.",
        "Prosecutors Thursday filed charges in a shooting.",
        "Posted: December 15, 2022. A shooting closed the road.",
    ],
)
def test_the_day_of_an_aftermath_is_not_that_of_the_deed(text: str) -> None:
    """Courts, vigils and labels come later; the deed is not dated by them as its own."""
    when, own = bound(text, "shooting")
    assert not own
    assert (when.first, when.last) != (date(2022, 12, 15), date(2022, 12, 15))


def test_an_arrest_is_dated_by_its_own_day() -> None:
    """What is an aftermath of one deed is a deed itself."""
    text = "A man was arrested Thursday over a shooting."
    when, own = bound(text, "arrested")
    assert (str(when.first), own) == ("2022-12-15", True)


def test_a_protest_follows_within_days() -> None:
    """What people march over happened before, not on the same day."""
    when, _ = bound("Thousands marched on Wednesday after police shot a boy.", "shot")
    assert (str(when.first), str(when.last)) == ("2022-12-07", "2022-12-14")
    assert "before what followed from it" in when.basis


def test_a_reaction_to_come_dates_no_deed() -> None:
    """What a visit of next week is about was done before the news."""
    text = "The duke will go to Quarn on Monday after the killing of two nuns."
    when, _ = bound(text, "killing")
    assert when.last is not None
    assert when.last <= FRIDAY


def test_what_is_undated_rests_on_the_day_of_publication_and_says_so() -> None:
    """The day of publication or the one before; without any, unknown."""
    when, own = bound("Two men were shot in a bar.", "shot")
    assert (when.first, when.last, own) == (date(2022, 12, 15), FRIDAY, False)
    assert "no date of its own" in when.basis
    assert bound("Two men were shot in a bar.", "shot", None)[0].precision == "unknown"


def test_news_day_is_the_first_recent_day_of_a_deed() -> None:
    """Not that of the court, not an old one, and a dateline only where nothing else is told."""
    article, cut = read("QUARN, 16 Dec 2022 -- He was in court Monday. Men were shot on Sunday.")
    found = newsday.news_day(article, cut)
    assert found is not None
    assert str(found.first) == "2022-12-11"
    article, cut = read("QUARN, 16 Dec 2022 -- Men were shot.")
    found = newsday.news_day(article, cut)
    assert found is not None
    assert found.first == FRIDAY


def test_a_follow_up_tells_of_an_older_day() -> None:
    """An article that opens in court may date its deed further down."""
    text = "A man pleaded guilty in court. " + "Nothing else was said. " * 4
    assert day(text + "The attack happened on May 3. He shot a man.", "shot")[0] == "2022-05-03"
    assert day("It rained. " * 5 + "It burned on May 3. Two were shot.", "shot")[0] == "2022-12-15"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The victim was identified Wednesday.", False),
        ("Tuesday saw two more such cases.", True),
        ("Around 10:30 p.m. it was dark.", False),
    ],
)
def test_a_sentence_without_a_deed_hands_on_its_day(text: str, wanted: bool) -> None:  # noqa: FBT001
    """Unless that is the day of an aftermath, or no more than an hour."""
    _, [sentence] = read(text)
    [when] = sentence.whens
    assert timing.sets_the_day(text, sentence, when) is wanted


def test_each_trigger_of_a_crowded_sentence_keeps_its_date() -> None:
    """However many dates there are, a trigger looks only at those around it."""
    text = "a man was shot Monday and " * 30
    article, [sentence] = read(text)
    triggers = [Span(at, at + 4) for at in range(len(text)) if text.startswith("shot", at)]
    whens = [timing.bind_when(article, sentence, at, Scene())[0] for at in triggers]
    assert len({when.span for when in whens}) == len(triggers)


def test_a_day_before_of_is_that_of_what_it_names() -> None:
    """The burial on Thursday of men killed long before is dated by each of the two phrases."""
    text = "They saw the burial on Thursday of nine men killed in Tolmen on 2 March."
    first, last = day(text, "killed")
    assert first == last
    assert first.endswith("-03-02")


@pytest.mark.parametrize(
    "text",
    [
        "On Wednesday cattle were stolen.\n\nBy mid-morning youths had blocked the road.",
        "On Wednesday drivers went on strike.\n\nMen blocked a firm that had not joined it.",
    ],
)
def test_what_had_come_about_by_noon_is_of_the_day_of_the_news(text: str) -> None:
    """Nor does what others had done say that a deed was earlier."""
    assert day(text, "blocked") == ("2022-12-14", "2022-12-14")


@pytest.mark.parametrize(
    ("told", "same"),
    [
        ("The crowd of several hundred had marched from the port.", True),
        ("The demonstrators had earlier marched from the port.", True),
        ("A man had marched from the port.", False),
    ],
)
def test_how_a_crowd_came_is_of_the_day_that_it_was_there(told: str, same: bool) -> None:  # noqa: FBT001
    """It is that of the riot told before; of others it is not known when they came."""
    when, _ = bound(f"Youths threw stones on Thursday. {told}", "marched")
    assert (when.first == when.last == date(2022, 12, 15)) is same


def test_a_dateline_may_end_in_a_colon() -> None:
    """As in "TOLMEN, Dec. 15: …", which is the day of writing."""
    when, _ = bound("TOLMEN, Dec. 15: A man was shot late on Wednesday, police said.", "shot")
    assert when.first == date(2022, 12, 14)


@pytest.mark.parametrize(
    "opens", ["Upper Tolmen, Dec. 15: ", "December 15, 2022\nTolmen\n\n", "15 December 2022\n\n"]
)
def test_a_report_is_filed_on_the_day_it_opens_with(opens: str) -> None:
    """In papers of India behind the town, in a press release on a line of its own."""
    when, _ = bound(f"{opens}A man was shot on Wednesday, police said.", "shot")
    assert when.first == date(2022, 12, 14)


def test_a_year_of_birth_dates_no_deed() -> None:
    """Agencies of the east tell ages so."""
    when, _ = bound("A man born in 1969 was shot on Wednesday.", "shot")
    assert when.first == date(2022, 12, 14)
    when, _ = bound("They fired on Wednesday. A man born in 1969 was shot.", "shot")
    assert when.first == date(2022, 12, 14)


def test_what_stands_as_of_a_day_was_before_it() -> None:
    """The head of a situation report is no day of deeds."""
    told = (
        "Tolmen region, situation as of 15 December\n\nOn 14 December they fired. A man was shot."
    )
    when, _ = bound(told, "shot")
    assert when.first == date(2022, 12, 14)


def test_an_agency_in_brackets_ends_a_dateline() -> None:
    """Its day is not that of the deed."""
    when, _ = bound("Tolmen, Dec 15 (PTI) Two men were shot at a fair on Tuesday.", "shot")
    assert when.first == date(2022, 12, 13)


def test_the_day_up_to_which_something_lasts_does_not_set_the_scene() -> None:
    """What is "suspended till Tuesday" goes on."""
    for said, sets in (("till Tuesday", False), ("on Tuesday", True)):
        article, [sentence] = read(f"Internet was suspended {said}.")
        assert timing.sets_the_day(article.text, sentence, sentence.whens[0]) is sets


@pytest.mark.parametrize(
    "text",
    [
        "It was Monday. Soldiers shot at the wall that villagers had piled up in July.",
        "It was Monday. In Varn, where residents had dragged bins over a road, a man was shot.",
    ],
)
def test_what_had_been_before_says_nothing_of_the_day(text: str) -> None:
    """It stands in a clause that describes something."""
    assert day(text, "shot") == ("2022-12-12", "2022-12-12")


def test_a_word_of_the_day_before_bounds_a_deed_more_than_the_dateline() -> None:
    """Who said on Wednesday that they had fired did so by Wednesday, whenever it was filed."""
    text = "QUARN, Dec. 15 (XYZ) -- Rebels said on Wednesday that they had shot two men."
    assert day(text, "shot") == ("2022-12-13", "2022-12-14")


@pytest.mark.parametrize(
    "text",
    [
        "Guards who had been held since Sunday were freed on Thursday.",
        "Guards who had been held by miners since Sunday were freed on Thursday.",
        "Guards who have been held since Sunday night were freed on Thursday.",
    ],
)
def test_a_release_is_of_its_own_day(text: str) -> None:
    """Not of that since which somebody was held, though its words begin with that."""
    trigger = text[text.index("held") : text.index(" on Thursday")]
    assert bound(text, trigger)[0].first == date(2022, 12, 15)


def test_who_is_held_is_so_since_his_day() -> None:
    """Up to the day of the news."""
    when, own = bound("Guards, who have been held since Sunday, spoke on Thursday.", "held")
    assert (when.first, when.last, own) == (date(2022, 12, 11), FRIDAY, True)


def test_what_was_where_the_news_is_has_a_day_of_its_own() -> None:
    """The comma behind "where …" parts it from the news."""
    text = "In Varn, where guards shot two men on Tuesday, farmers blocked a bridge on Thursday."
    assert day(text, "shot") == ("2022-12-13", "2022-12-13")
    assert day(text, "blocked") == ("2022-12-15", "2022-12-15")


@pytest.mark.parametrize("hour", ["about midday", "around midday", "in the early morning"])
def test_an_hour_alone_is_not_of_the_day_of_an_election(hour: str) -> None:
    """Which was told of before and is long past; the deed is of the news."""
    for gap in (" ", "\n\n"):
        text = f"He won the vote on 9 October.{gap}Two men were shot {hour} on the road."
        when, own = bound(text, "shot")
        assert (when.first, when.last, own) == (date(2022, 12, 15), FRIDAY, False)


@pytest.mark.parametrize(
    "text",
    [
        "Ardovia on Wednesday condemned the bombing of a mosque in Quarn.",
        "Ardovia Wednesday condemned the bombing of a mosque in Quarn.",
        "Police on Wednesday were investigating the bombing of a mosque.",
    ],
)
def test_the_day_of_a_reaction_only_bounds_the_deed(text: str) -> None:
    """It was done by then, within a week."""
    assert day(text, "bombing") == ("2022-12-07", "2022-12-14")


def test_a_reaction_says_nothing_where_the_day_of_the_deed_is_known() -> None:
    """The sentences before told it."""
    text = "A mosque in Quarn was bombed on Monday. The duke on Wednesday condemned the bombing."
    assert day(text, "bombing") == ("2022-12-12", "2022-12-12")


@pytest.mark.parametrize(
    "text",
    [
        "The deadliest raid since May killed nine in Quarn on Wednesday.",
        "The worst raid in Quarn this year killed nine on Wednesday.",
        "The third raid in Quarn this week killed nine on Wednesday.",
        "A raid on Wednesday, the fifth in Quarn this month, killed nine.",
    ],
)
def test_the_day_of_the_last_as_bad_is_not_that_of_the_deed(text: str) -> None:
    """A rank only measures by it, and by the time that runs."""
    assert day(text, "killed") == ("2022-12-14", "2022-12-14")


def test_the_time_that_runs_dates_a_deed_of_which_it_is_told() -> None:
    """An ordinal of whom it befell ranks no deed."""
    told = day("The first victim was killed in Quarn this month.", "killed")
    assert told == ("2022-12-01", "2022-12-16")


def test_a_day_that_nobody_can_date_goes_before_years() -> None:
    """In an article without a date a decade only describes."""
    text = "Quarn, freed in the 2010s, was shaken on Monday by a bomb."
    assert bound(text, "shaken", None)[0].last is None


def test_last_year_is_the_year_of_the_deed_whatever_noun_is_next() -> None:
    """A number may be the noun's: "the 2008 declaration"; "last year" is the verb's."""
    told = bound("Last year nurses were kidnapped in Quarn.", "kidnapped")[0]
    assert (str(told.first), str(told.last)) == ("2021-01-01", "2021-12-31")


def test_a_day_on_which_something_is_due_is_not_that_of_what_was_done() -> None:
    """Who stands in an election to be held next week held a rally before."""
    text = "On Thursday a candidate in the vote to be held on December 23 attacked a rival."
    assert day(text, "attacked") == ("2022-12-15", "2022-12-15")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("A man was held on Thursday over Monday's shooting.", "2022-12-12", "2022-12-12"),
        ("Three were held Thursday in the Monday night shooting.", "2022-12-12", "2022-12-12"),
        ("The shooting of six people between Monday and Wednesday.", "2022-12-12", "2022-12-14"),
        ("There was a shooting in Varn in the past 48 hours.", "2022-12-14", "2022-12-16"),
        ("Since Monday, guards have fought off a shooting.", "2022-12-12", "2022-12-16"),
        ("Nine were hurt in a shooting in Varn since Monday.", "2022-12-12", "2022-12-16"),
        (
            "Men missing since Monday were hurt in a shooting on Thursday.",
            "2022-12-15",
            "2022-12-15",
        ),
        ("Shooting was heard in Varn on Thursday.", "2022-12-15", "2022-12-15"),
        ("The shooting at a Christmas market on Thursday.", "2022-12-15", "2022-12-15"),
    ],
)
def test_a_deed_may_have_a_stretch_or_a_name_of_its_own(text: str, first: str, last: str) -> None:
    """The day in its name is its own, and "since", "between" and "in the past" span days."""
    assert day(text, "hooting") == (first, last)


@pytest.mark.parametrize(
    ("hour", "date_"),
    [
        ("around 11 p.m.", "2022-12-15"),
        ("at 21:40", "2022-12-15"),
        ("around 3 p.m.", "2022-12-16"),
        ("around 11 p.m. Wednesday", "2022-12-14"),
    ],
)
def test_a_late_hour_without_a_day_was_the_evening_before(hour: str, date_: str) -> None:
    """Nobody prints at once what happened late in the evening."""
    assert day(f"Two men were shot {hour} in a bar.", "shot") == (date_, date_)


@pytest.mark.parametrize(
    ("text", "trigger", "first", "last"),
    [
        ("Men who had rioted in Orva gave up on Monday.", "Men who had rioted", -11, -4),
        ("Men who rioted in Orva in May gave up on Monday.", "Men who rioted", None, None),
        ("Men who had rioted gave up in Orva on Monday.", "gave up", -4, -4),
    ],
)
def test_what_somebody_had_done_was_before_what_he_does(
    text: str, trigger: str, first: int | None, last: int | None
) -> None:
    """Unless it has a day of its own; the main clause keeps its own day."""
    told = day(text, trigger)
    if first is None or last is None:
        assert told == ("2022-05-01", "2022-05-31")
    else:
        assert told == tuple(str(FRIDAY + timedelta(days=n)) for n in (first, last))


def test_a_suspicion_ends_before_who_tells_of_it() -> None:
    """The day of the telling is that up to which the arrest was."""
    text = "Police arrested a man suspected of theft, a spokesman said on Monday."
    assert day(text, "arrested")[1] == str(FRIDAY - timedelta(days=4))
