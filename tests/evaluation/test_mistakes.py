"""Mistakes: each place where answers and gold part, once, in words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from geo import scoring
from geo.evaluation import mistakes
from geo.model import Span
from geo.scoring import Annotation, GoldText

TEXT = "Fire in Tolmen, then in Estrun, say Ardovian papers of Galdor"
TOLMEN = Annotation(Span(8, 14), 9.7, 50.6)
ESTRUN = Annotation(Span(24, 30), 9.2, 49.4)
PEOPLE = Annotation(Span(36, 44), use="demonym")
GALDOR = Annotation(Span(55, 61), 10.4, 50.5)
GOLD = GoldText("a", TEXT, (TOLMEN, ESTRUN, PEOPLE, GALDOR))

SPOTS = st.builds(
    Annotation,
    st.integers(0, 50).map(lambda at: Span(at, at + 4)),
    st.sampled_from([None, 9.0, 90.0]),
    st.just(50.0),
)


def test_each_sort_of_mistake_is_told() -> None:
    """Missed, invented, without a point, elsewhere; what is right or neutral is not named."""
    found = [
        TOLMEN,
        Annotation(Span(24, 30), 9.2, -49.4),
        Annotation(Span(36, 44), 0.0, 0.0),
        Annotation(Span(0, 4), 0.0, 0.0),
        Annotation(Span(55, 61)),
    ]
    told = [(one.kind, one.name) for one in mistakes.find([GOLD], {"a": found})]
    assert told == [("invented", "Fire"), ("misplaced", "Estrun"), ("unplaced", "Galdor")]
    assert [one.name for one in mistakes.find([GOLD], {})] == ["Tolmen", "Estrun", "Galdor"]


def test_a_mistake_says_how_far_off_and_where_in_the_text() -> None:
    """A person can find the place in the article."""
    gold = GoldText("a", TEXT, (ESTRUN,))
    [told] = mistakes.find([gold], {"a": [Annotation(Span(24, 30), 9.2, 39.4)]})
    assert str(told) == f"a: misplaced by 1,112 km: 'Estrun' in “{TEXT[:-1]}”"


def test_classes_are_left_out_as_in_the_score() -> None:
    """Neither side of a class that does not count makes a mistake."""
    gold = GoldText("a", TEXT, (Annotation(Span(36, 44), 9.0, 50.0, use="demonym"),))
    found = {"a": [Annotation(Span(8, 14), 0.0, 0.0, use="demonym")]}
    assert list(mistakes.find([gold], found, without=["demonym"])) == []


@given(st.lists(SPOTS, max_size=5), st.lists(SPOTS, max_size=5))
def test_mistakes_and_score_count_the_same(gold: list[Annotation], found: list[Annotation]) -> None:
    """No mistakes where the score is perfect, and as many as it charges for."""
    distinct = tuple({one.span: one for one in gold}.values())
    text = GoldText("a", "x" * 60, distinct)
    score = scoring.score([text], {"a": found}, resamples=0)
    told = [one.kind for one in mistakes.find([text], {"a": found})]
    near = round(score.located.recall * score.gold_located)
    assert told.count("missed") + told.count("unplaced") + told.count("misplaced") == (
        score.gold_located - near
    )
    assert told.count("invented") == score.answers - round(score.overlap.recall * score.gold)
