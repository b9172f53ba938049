"""Reliability: whether a score means what it says, in figures and as a picture."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.evaluation import calibration
from geo.evaluation.calibration import Trial
from geo.model import Span
from geo.scoring import Annotation, GoldText

TRIALS = st.lists(st.builds(Trial, st.floats(0, 1), st.booleans()), min_size=1)


@given(TRIALS)
def test_every_trial_is_in_one_bin(tried: list[Trial]) -> None:
    """No trial is lost, and each lies within the stretch of its bin."""
    found = calibration.bins(tried)
    assert sum(one.count for one in found) == len(tried)
    assert all(one.low - 1e-8 <= one.mean_score <= one.high + 1e-8 for one in found)


@given(TRIALS)
def test_the_error_is_a_share(tried: list[Trial]) -> None:
    """It lies between 0 (honest) and 1."""
    error = calibration.error(calibration.bins(tried))
    assert error is not None
    assert 0.0 <= error <= 1.0


@pytest.mark.parametrize(("right", "expected"), [(9, 0.0), (4, 0.5), (10, 0.1)])
def test_the_error_is_the_gap_of_score_and_accuracy(right: int, expected: float) -> None:
    """Ten answers with 0.9 of which nine are right are honest."""
    tried = [Trial(0.9, right=at < right) for at in range(10)]
    assert calibration.error(calibration.bins(tried)) == pytest.approx(expected)


def test_no_trials_have_no_error() -> None:
    """What cannot be said is ``None``."""
    assert calibration.error(calibration.bins([])) is None


@given(TRIALS)
def test_a_higher_threshold_answers_no_more(tried: list[Trial]) -> None:
    """Coverage falls with the threshold, from all."""
    coverage = [cut.coverage for cut in calibration.cuts(tried)]
    assert coverage[0] == 1.0
    assert coverage == sorted(coverage, reverse=True)


def test_a_trial_needs_a_point_on_both_sides() -> None:
    """Gold without a point says nothing; what was missed was not tried; the rest is judged."""
    here, away = Annotation(Span(0, 2), 1.0, 1.0), Annotation(Span(3, 5), 1.0, 1.0)
    bare, missed = Annotation(Span(6, 8)), Annotation(Span(9, 11), 1.0, 1.0)
    gold = GoldText("a", "aa bb cc dd", (here, away, bare, missed))
    found = [
        Annotation(Span(0, 2), 1.0, 1.1, score=0.8),
        Annotation(Span(3, 5), 50.0, 1.0, score=0.4),
        Annotation(Span(6, 8), 1.0, 1.0, score=0.9),
    ]
    assert calibration.trials([gold], {"a": found}) == [
        Trial(0.8, right=True),
        Trial(0.4, right=False),
    ]


def test_the_plot_is_an_svg_with_a_dot_for_each_bin() -> None:
    """It can be parsed, names its threshold, and hostile words in the title stay words."""
    sorted_bins = calibration.bins([Trial(0.2, right=False), Trial(0.9, right=True)])
    text = calibration.plot(sorted_bins, threshold=0.5, title="<script>&")
    tree = ET.fromstring(text)
    svg = "{http://www.w3.org/2000/svg}"
    assert tree.findtext(f"{svg}title") == "<script>&"
    assert len(tree.findall(f"{svg}circle")) == 2
    assert "below 0.5: no answer" in text
    assert calibration.plot(sorted_bins, threshold=0.5, title="<script>&") == text
