"""How far a deed came about, and whether it is news or history."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from geo import dates
from geo.lexicon import default_lexicon
from geo.linking.scenes import Sentence
from geo.model import Article, Span, Status, When
from geo.reports import standing

PUBLISHED = date(2022, 12, 16)
UNDATED = When(None, None, "unknown", "nothing says when")


def on(day: date, span: Span | None = None) -> When:
    """Return a day, with the words that say it."""
    return When(day, day, "day", "as written", span)


def told(text: str, word: str, when: When = UNDATED) -> tuple[Status, str | None]:
    """Return how far the trigger that holds a word came about, and why it is history."""
    article = Article("a", text, published=PUBLISHED)
    sentence = Sentence(Span(0, len(text)), 0, (), ())
    triggers = default_lexicon().find(text)
    [trigger] = [t for t in triggers if word in t.span.of(text).split()]
    how_far = standing.how_far(article, sentence, trigger, triggers, when)
    dated = when is not UNDATED
    return how_far, standing.history(article, sentence, trigger, when, dated=dated)


def test_a_deed_ahead_is_planned() -> None:
    """Whatever its verb says: a day after publication has not been."""
    text = "Farmers block the bridge on Sunday."
    assert told(text, "block", on(date(2022, 12, 18)))[0] is Status.PLANNED
    assert told(text, "block", on(date(2022, 12, 11)))[0] is Status.OCCURRED


def test_a_past_day_right_behind_makes_a_fact_of_it() -> None:
    """Whoever "warned of blockades set up in July" warned of what is there."""
    text = "Police vowed to bombard Varn on 11 December."
    day = Span(text.index("11"), len(text) - 1)
    assert told(text, "bombard", on(date(2022, 12, 11), day))[0] is Status.OCCURRED
    assert told(text, "bombard")[0] is not Status.OCCURRED


def test_a_weekday_behind_a_noun_makes_no_fact_of_it() -> None:
    """It may be the day of the warning."""
    text = "Police warned of attacks on Sunday."
    day = Span(text.index("Sunday"), len(text) - 1)
    assert told(text, "attacks", on(date(2022, 12, 11), day))[0] is Status.THREATENED


def test_what_is_demanded_has_not_come_about() -> None:
    """A demand before it in its clause only speaks of a deed."""
    assert told("The minister demanded the removal of barricades.", "removal")[0] is Status.PLANNED


@pytest.mark.parametrize(
    ("text", "word", "when"),
    [
        ("Troops shelled Varn in 1999.", "shelled", on(date(1999, 5, 1))),
        ("Years after the massacre, relatives lit candles.", "massacre", UNDATED),
        ("Monks marked the anniversary of the massacre.", "massacre", on(date(2022, 12, 11))),
    ],
)
def test_history_is_told_by_the_date_or_by_words(text: str, word: str, when: When) -> None:
    """An old day, "years after", and an anniversary whatever its own day; news has no reason."""
    assert told(text, word, when)[1] is not None
    assert told("Troops shelled Varn.", "shelled", on(date(2022, 12, 11)))[1] is None


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("Protests began after a roof fell in on 1 October.", True),
        ("Protests in Varn broke out after a roof fell in on 1 October.", True),
        ("Protests began after a roof fell in on 11 December.", False),
        ("Protests broke out over a law of 1 October.", False),
        ("Protests erupted after a truce signed on 1 October broke down.", False),
        ("Protests began when police held a man who had fled on 1 October.", False),
    ],
)
def test_what_began_long_before_is_history(text: str, old: bool) -> None:  # noqa: FBT001
    """By the day of what it began after, and not by that of a law, a truce or an aside."""
    article = Article("a", text, published=PUBLISHED)
    sentence = Sentence(Span(0, len(text)), 0, (), dates.find(article))
    [trigger] = [t for t in default_lexicon().find(text) if t.span.of(text) == "Protests"]
    why = standing.history(article, sentence, trigger, UNDATED, dated=False)
    assert (why is not None) is old


def test_that_day_is_no_day_of_the_sentence_itself() -> None:
    """It points at one that was told before."""
    for said, own in (("On Thursday", True), ("That day", False)):
        text = f"{said} rebels shelled Varn."
        sentence = Sentence(Span(0, len(text)), 0, (), ())
        [trigger] = default_lexicon().find(text)
        start = text.index(said.split()[-1]) if own else 0
        when = replace(on(date(2022, 12, 15), Span(start, len(said))), type="DATE")
        article = Article("a", text, published=PUBLISHED)
        assert standing.is_own_day(article, sentence, trigger, when) is own


def test_a_second_deed_is_not_what_was_rejected() -> None:
    """Who rejected a truce and shelled a town did both; who vows revenge speaks of a done deed."""
    assert told("Rebels rejected a truce and shelled the town.", "shelled")[0] is Status.OCCURRED
    assert told("Rebels vowed to avenge the shelling.", "shelling")[0] is Status.OCCURRED


def test_a_negation_of_the_deed_itself_denies_nothing() -> None:
    """Who was not let in was denied access; who did not block a road blocked none."""
    assert told("The patrol was not let into the town.", "patrol")[0] is Status.OCCURRED
    assert told("Guards did not block the road.", "block")[0] is Status.DENIED


def test_what_may_come_is_not_made_past_by_its_month() -> None:
    """A month without a year may be the next one, where the clause says that it is to come."""
    month = on(date(2022, 10, 1))
    assert told("Doctors may strike in October.", "strike", month)[0] is Status.PLANNED
    assert told("Doctors will strike in October.", "strike", month)[0] is Status.PLANNED


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("Ten years ago guards shot two men.", True),
        ("Last year guards shot two men.", True),
        ("Three days ago guards shot two men.", False),
        ("On Sunday guards shot two men.", False),
    ],
)
def test_years_back_are_history_though_nobody_knows_from_when(text: str, *, old: bool) -> None:
    """Without a day of publication no such phrase can be a date."""
    phrase = Span(0, text.index(" guards"))
    undated = When(None, None, "unknown", "no publication day is known", phrase)
    assert (told(text, "shot", undated)[1] is not None) is old


def test_last_year_may_date_another_verb() -> None:
    """What was dissolved then is not what is told now."""
    text = "Men of the league dissolved last year shot two men."
    start = text.index("last")
    when = When(None, None, "unknown", "no day is known", Span(start, start + len("last year")))
    assert told(text, "shot", when)[1] is None


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("There was no attack on a police station in Orvel.", "attack", Status.DENIED),
        (
            "Plans for an attack on a police station in Orvel were dropped.",
            "attack",
            Status.PLANNED,
        ),
        ("The march in Orvel never took place.", "march", Status.DENIED),
        ("Police refused to say whether gunmen had robbed a bank.", "robbed", Status.DENIED),
        ("Police declined to say why gunmen had robbed a bank.", "robbed", Status.OCCURRED),
        ("The killing of a duke did not take place in a vacuum.", "killing", Status.OCCURRED),
        ("Nobody is known to have been killed in the blast in Orvel.", "killed", Status.OCCURRED),
        ("Nobody is known to have been arrested in Orvel.", "arrested", Status.DENIED),
        ("The explosion was prevented from spreading by nuns.", "explosion", Status.OCCURRED),
        ("The rally was aborted after gunmen robbed a bank.", "robbed", Status.OCCURRED),
    ],
)
def test_what_was_not_is_told_before_or_behind(text: str, word: str, expected: Status) -> None:
    """A preposition that ends a row is no verb of it: what stands before the noun counts."""
    assert told(text, word)[0] is expected
