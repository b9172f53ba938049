"""The scorer: figures of the field, checked by hand and against the corpora's own scorer."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import geo
from geo import scoring
from geo.errors import OptionError
from geo.evaluation import attempts
from geo.gazetteer import Gazetteer
from geo.io.gold import read_gold
from geo.model import Span
from geo.scoring import Annotation, GoldText
from tests.accuracy import BENCH

TEXT = "Tolmen, Estrun and the Ardovian north by Galdor"
TOLMEN = Annotation(Span(0, 6), 9.7, 50.6, "11", "literal")
ESTRUN = Annotation(Span(8, 14), 9.2, 49.4, "12", "literal")
PEOPLE = Annotation(Span(23, 31), None, None, None, "demonym")
GALDOR = Annotation(Span(41, 47), 10.4, 50.5, "13", "literal")
GOLD = GoldText("a", TEXT, (TOLMEN, ESTRUN, PEOPLE, GALDOR))

SPANS = st.tuples(st.integers(0, 30), st.integers(1, 6)).map(lambda p: Span(p[0], p[0] + p[1]))
ANNOTATIONS = st.builds(
    Annotation, SPANS, st.floats(-180, 180), st.floats(-90, 90), st.sampled_from(["1", "2"])
)


def near(one: Annotation, km: float) -> Annotation:
    """Move a point north."""
    assert one.lat is not None
    return replace(one, lat=one.lat + km / 111.195)


def test_gold_as_answer_is_perfect() -> None:
    """Who answers what the gold says has every figure at its best."""
    score = scoring.score([GOLD], {"a": GOLD.annotations}, protocol="all")
    assert (score.exact.f1, score.overlap.f1, score.located.f1) == (1.0, 1.0, 1.0)
    assert (score.accuracy_161, score.mean_km, score.auc, score.id_accuracy) == (1, 0, 0, 1)


def test_figures_worked_out_by_hand() -> None:
    """One exact and right, one by overlap and wrong, one missed, one invented."""
    part = replace(ESTRUN, span=Span(8, 12), lat=40.0)
    invented = Annotation(Span(15, 18), 0.0, 0.0)
    score = scoring.score([GOLD], {"a": [near(TOLMEN, 100.0), part, invented]})
    assert (score.gold, score.answers) == (3, 3)
    assert score.exact.f1 == pytest.approx(1 / 3)
    assert score.overlap.f1 == pytest.approx(2 / 3)
    assert score.located == scoring.Rates(1 / 3, 1 / 3, 1 / 3)
    assert score.accuracy_161 == 0.5


@pytest.mark.parametrize(("km", "right"), [(160.9, 1.0), (161.1, 0.0)])
def test_the_circle_is_161_km(km: float, right: float) -> None:
    """A hundred miles: within it is right, beyond it is wrong."""
    score = scoring.score([replace(GOLD, annotations=(TOLMEN,))], {"a": [near(TOLMEN, km)]})
    assert score.accuracy_161 == right


@pytest.mark.parametrize(("protocol", "gold", "answers_counted"), [("coords", 3, 1), ("all", 4, 2)])
def test_gold_without_a_point_is_neutral_or_counts(
    protocol: scoring.Protocol, gold: int, answers_counted: int
) -> None:
    """``coords`` neither asks for it nor charges who finds it; ``all`` does both."""
    score = scoring.score([GOLD], {"a": [TOLMEN, PEOPLE]}, protocol=protocol)
    assert (score.gold, score.answers) == (gold, answers_counted)


def test_a_class_that_is_left_out_counts_neither_way() -> None:
    """Neither its gold is missed nor its answers charged, whatever their class is."""
    gold = replace(GOLD, annotations=(TOLMEN, replace(ESTRUN, use="embedded")))
    found = [TOLMEN, replace(ESTRUN, use="literal"), replace(GALDOR, use="embedded")]
    score = scoring.score([gold], {"a": found}, without=["embedded"])
    assert score.exact == scoring.Rates(1.0, 1.0, 1.0)


def test_a_text_without_answers_is_missed() -> None:
    """A system that leaves a text out found nothing there."""
    score = scoring.score([GOLD, replace(GOLD, id="b")], {"a": [TOLMEN, ESTRUN, GALDOR]})
    assert score.exact.recall == 0.5


def test_nothing_found_has_no_accuracy() -> None:
    """What cannot be said is ``None``, never 0 or 1."""
    score = scoring.score([GOLD], {})
    assert (score.accuracy_161, score.mean_km, score.median_km, score.auc) == (None,) * 4
    assert score.id_accuracy is None


def test_a_system_without_ids_has_no_wrong_ids() -> None:
    """Peers whose output has no GeoNames ids are not charged for it; a wrong id is."""
    bare = [replace(TOLMEN, geonameid=None)]
    assert scoring.score([GOLD], {"a": bare}).id_accuracy is None
    assert scoring.score([GOLD], {"a": [replace(TOLMEN, geonameid="99")]}).id_accuracy == 0.0


def test_one_span_answers_once() -> None:
    """Saying a place twice earns and costs nothing."""
    once = scoring.score([GOLD], {"a": [TOLMEN]})
    assert scoring.score([GOLD], {"a": [TOLMEN, replace(TOLMEN, lat=0.0)]}) == once


@given(st.lists(ANNOTATIONS, max_size=8), st.lists(ANNOTATIONS, max_size=8))
def test_pairs_are_one_to_one_and_overlap(gold: list[Annotation], found: list[Annotation]) -> None:
    """Nobody is paired twice, and only what shares a character is."""
    matched = scoring.pairs(gold, found)
    assert len({at for at, _ in matched}) == len({b for _, b in matched}) == len(matched)
    assert all(gold[at].span.overlaps(found[b].span) for at, b in matched)


@given(st.lists(ANNOTATIONS, max_size=6), st.lists(ANNOTATIONS, max_size=6))
def test_every_figure_is_in_its_range(gold: list[Annotation], found: list[Annotation]) -> None:
    """Shares lie between 0 and 1, and nothing is located that was not found."""
    distinct = {one.span: one for one in gold}
    text = GoldText("a", "x" * 40, tuple(distinct.values()))
    score = scoring.score([text], {"a": found}, resamples=20)
    assert 0.0 <= score.exact.f1 <= score.overlap.f1 <= 1.0
    assert score.located.recall <= score.overlap.recall
    assert all(0.0 <= low <= high <= 1.0 for low, high in score.intervals.values())


def test_intervals_hold_the_figure_and_are_the_same_each_time() -> None:
    """Resampling has a fixed seed, so that two runs can be compared."""
    texts = [replace(GOLD, id=str(n)) for n in range(20)]
    found = {str(n): [TOLMEN, ESTRUN][: n % 3] for n in range(20)}
    score = scoring.score(texts, found)
    low, high = score.intervals["exact"]
    assert low < score.exact.f1 < high
    assert scoring.score(texts, found) == score


def test_the_oracle_asks_the_gazetteer_alone(gazetteer: Gazetteer) -> None:
    """It knows towns and peoples by name, and whether one of that name is near the gold."""
    people = replace(PEOPLE, lon=9.0, lat=50.0)
    far = replace(GALDOR, lat=10.0)
    unknown = Annotation(Span(15, 18), 0.0, 0.0)
    text = replace(GOLD, annotations=(TOLMEN, people, far, unknown))
    score = scoring.score([text], {}, gazetteer=gazetteer)
    assert score.oracle == scoring.Oracle(named=0.75, near=0.5)


@pytest.mark.parametrize("name", ["Tolmen", "TOLMEN", "Tolmen's", "the Tolmen", "Tolmen’"])
def test_the_oracle_sees_the_name_in_what_gold_has(gazetteer: Gazetteer, name: str) -> None:
    """Gold spans may hold an article or a possessive; the name is what is looked up."""
    assert [place.id for place in scoring.candidates(name, gazetteer)] == ["xa-tolmen"]


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ({"protocol": "strict"}, "strict"),
        ({"without": ["demonyms"]}, "demonyms"),
        ({"answers": {"b": []}}, "'b'"),
    ],
)
def test_what_cannot_be_scored_is_refused(known: dict[str, object], told: str) -> None:
    """An unknown protocol or class, or answers to another text, would give a false figure."""
    found = known.pop("answers", {})
    with pytest.raises(OptionError, match=told):
        scoring.score([GOLD], found, **known)  # type: ignore[arg-type]


@pytest.mark.shared
@pytest.mark.skipif(not BENCH.is_dir(), reason="the corpora are not on this machine")
def test_the_figures_are_those_of_the_corpora_s_own_scorer(tmp_path: Path) -> None:
    """On the local news corpus ours and theirs agree to three decimals."""
    path = BENCH / "geo" / "lgl_dev.jsonl"
    texts, gazetteer = read_gold(path), geo.open_gazetteer()
    found = {i: attempts.answered(r) for i, r in attempts.attempt(texts, gazetteer).items()}
    ours = scoring.score(texts, found, resamples=0)
    told = tmp_path / "told.jsonl"
    told.write_text("\n".join(_line(i, found[i]) for i in found), "utf-8")
    words = [
        sys.executable,
        str(BENCH / "score.py"),
        "places",
        str(path),
        str(told),
        "--protocol",
        "coords",
    ]
    done = subprocess.run([*words, "--json"], capture_output=True, text=True, check=True)
    theirs = json.loads(done.stdout)
    for name, rates in (("exact", ours.exact), ("overlap", ours.overlap)):
        assert (rates.precision, rates.recall, rates.f1) == pytest.approx(
            tuple(theirs[name][key] for key in ("P", "R", "F1")), abs=5e-4
        )
    assert ours.located.f1 == pytest.approx(theirs["located_161km"]["F1"], abs=5e-4)
    matched = theirs["matched"]
    assert (ours.accuracy_161, ours.auc) == pytest.approx((matched["acc161"], matched["auc"]))
    assert (ours.mean_km, ours.median_km) == pytest.approx(
        (matched["mean_km"], matched["median_km"])
    )
    assert ours.id_accuracy == pytest.approx(theirs["geonames_id"]["accuracy"])


def _line(i: str, found: tuple[Annotation, ...]) -> str:
    places = [
        {
            "start": one.span.start,
            "end": one.span.end,
            "lat": one.lat,
            "lon": one.lon,
            "geonameid": one.geonameid,
        }
        for one in found
    ]
    return json.dumps({"id": i, "places": places})
