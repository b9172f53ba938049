"""What can be said of a day that no phrase gives."""

from __future__ import annotations

from datetime import date

import pytest

from geo.linking import effects
from geo.linking.scenes import Scene, Sentence
from geo.model import Article, Span, When

FRIDAY = date(2022, 12, 16)
WEDNESDAY = When(date(2022, 12, 14), date(2022, 12, 14), "day", "as written")


def test_what_came_before_a_day_came_within_a_week() -> None:
    """Or a day, where it was only announced; the basis says which."""
    week = effects.before(WEDNESDAY, "before it was answered")
    day = effects.before(WEDNESDAY, "before it was said", effects.SAID_WITHIN_DAYS)
    assert (str(week.first), str(week.last)) == ("2022-12-07", "2022-12-14")
    assert str(day.first) == "2022-12-13"
    assert week.basis.startswith("before it was answered (as written)")


def test_what_came_before_a_month_came_in_it() -> None:
    """No day is taken off what is no day."""
    month = When(date(2022, 12, 1), date(2022, 12, 31), "month", "December")
    told = effects.before(month, "before it was answered")
    assert (told.first, told.last) == (month.first, month.last)


def test_nothing_is_made_of_nothing() -> None:
    """Without an effect and without a publication there is no day."""
    for when in (effects.before(None, "why"), effects.until(FRIDAY, "why"), effects.reported(None)):
        assert (when.first, when.last, when.precision) == (None, None, "unknown")
        assert when.basis


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("It came two days after gunmen killed a guard.", "2022-12-12"),
        ("It came a week after gunmen killed a guard.", "2022-12-07"),
        ("It came three days before gunmen killed a guard.", "2022-12-17"),
    ],
)
def test_days_between_are_counted_from_what_is_told(text: str, first: str) -> None:
    """In either direction."""
    sentence = Sentence(Span(0, len(text)), 0, (), ())
    at = text.index("killed")
    trigger = Span(at, at + len("killed"))
    when = effects.stepped(Article("a", text), sentence, trigger, Scene(news_day=WEDNESDAY), ())
    assert when is not None
    assert str(when.first) == first


def test_a_court_comes_days_after_and_a_wound_at_once() -> None:
    """Who is hurt on a day was so by what happened on it."""
    for text, first in (
        ("A man was charged after gunmen killed a guard.", "2022-12-07"),
        ("A man was hurt after gunmen killed a guard.", "2022-12-14"),
    ):
        sentence = Sentence(Span(0, len(text)), 0, (), ())
        at = text.index("killed")
        told = effects.cause_of(
            Article("a", text), sentence, Span(at, at + 6), Scene(news_day=WEDNESDAY), ()
        )
        assert str(told.first) == first


@pytest.mark.parametrize(
    ("text", "words", "done"),
    [
        ("Gunmen shot six farmers.", "Gunmen shot", True),
        ("Six farmers were shot in Arno.", "shot", True),
        ("The bombings came as envoys prepare to meet on Friday.", "bombings", True),
        ("Six men will be shot at dawn.", "shot", False),
        ("The road closed on Friday for a march.", "road closed", False),
        ("The clan has decided to block a road.", "decided to block", False),
        ("The union called a strike for Friday.", "called a strike", False),
    ],
)
def test_only_a_finite_past_is_done(text: str, words: str, *, done: bool) -> None:
    """No day to come dates it; a bare participle may be what a title announces."""
    start = text.index(words)
    assert effects.is_done(text, Span(start, start + len(words))) is done


@pytest.mark.parametrize(
    ("told", "first"),
    [
        ("Rebels left the town the day before the arrival of the troops.", date(2022, 12, 11)),
        ("Rebels left the town two days after the arrival of the troops.", date(2022, 12, 14)),
        ("Rebels left the town the day before the wedding.", None),
    ],
)
def test_a_deed_may_be_beside_what_was_told_before(told: str, first: date | None) -> None:
    """What came the day before the arrival is dated by it, if that was told."""
    text = f"The troops reached the town. {told}"
    sentence = Sentence(Span(29, len(text)), 0, (), ())
    monday = date(2022, 12, 12)
    scene = Scene(news_day=When(monday, monday, "day", "as written"))
    at = text.index("left")
    when = effects.beside(Article("a", text), sentence, Span(at, at + 4), scene)
    assert (when and when.first) == first
