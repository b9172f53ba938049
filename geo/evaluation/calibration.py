"""Are the scores of resolutions honest? Bins, expected calibration error, thresholds, and a plot.

A score says how sure an answer is. If it is calibrated, of the answers with 0.8 four in five are
right; and the threshold below which the answer is ``None`` buys accuracy with coverage.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from geo.scoring import NEAR_KM, Annotation, GoldText, distance_km, pairs

__all__ = ["Bin", "Cut", "Trial", "bins", "cuts", "error", "plot", "trials"]

BINS = 10
CUTS = (0.0, 0.2, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9)
"""Thresholds that a table of the trade-off lists."""

# The plot, in pixels; colours of Okabe and Ito, readable on white.
_SIDE = 320
_LEFT, _TOP, _LOW = 56, 20, 52
_STYLE = 'role="img" font-family="sans-serif" font-size="12"'
_BLUE, _ORANGE, _GREY = "#0072B2", "#D55E00", "#767676"


@dataclass(frozen=True, slots=True)
class Trial:
    """One found place: how sure the system was of its best candidate, and whether it was right."""

    score: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The trials of one stretch of scores: ``low`` up to ``high``."""

    low: float
    high: float
    count: int
    mean_score: float
    accuracy: float


@dataclass(frozen=True, slots=True)
class Cut:
    """What a threshold gives: the share answered, and the share of these that are right."""

    threshold: float
    coverage: float
    accuracy: float


def trials(gold: Iterable[GoldText], found: Mapping[str, Sequence[Annotation]]) -> list[Trial]:
    """Return one trial for each found gold place where both sides have a point."""
    tried = []
    for text in gold:
        answers = found.get(text.id, ())
        for at, beside in pairs(text.annotations, answers):
            wanted, told = text.annotations[at], answers[beside]
            if wanted.has_point and told.has_point and told.score is not None:
                tried.append(Trial(told.score, distance_km(wanted, told) <= NEAR_KM))
    return tried


def bins(tried: Sequence[Trial], *, count: int = BINS) -> tuple[Bin, ...]:
    """Sort trials into bins of equal width over 0 to 1; empty ones are left out.

    Examples
    --------
    >>> [(b.count, b.accuracy) for b in bins([Trial(0.91, right=True), Trial(0.99, right=False)])]
    [(2, 0.5)]
    """
    held: dict[int, list[Trial]] = {}
    for trial in tried:
        # The last bin holds 1 too; the small addition keeps 0.7 out of the bin below it.
        held.setdefault(min(int(trial.score * count + 1e-9), count - 1), []).append(trial)
    return tuple(
        Bin(
            low=at / count,
            high=(at + 1) / count,
            count=len(group),
            mean_score=sum(t.score for t in group) / len(group),
            accuracy=sum(t.right for t in group) / len(group),
        )
        for at, group in sorted(held.items())
    )


def error(sorted_bins: Sequence[Bin]) -> float | None:
    """Return the expected calibration error: the mean gap of score and accuracy over all trials.

    Examples
    --------
    >>> error(bins([Trial(0.75, right=True)] * 3 + [Trial(0.75, right=False)]))
    0.0
    """
    total = sum(one.count for one in sorted_bins)
    gaps = (one.count * abs(one.mean_score - one.accuracy) for one in sorted_bins)
    return sum(gaps) / total if total else None


def cuts(tried: Sequence[Trial], thresholds: Sequence[float] = CUTS) -> tuple[Cut, ...]:
    """Return coverage and accuracy at each threshold; where nothing is answered all is right.

    Examples
    --------
    >>> cuts([Trial(0.9, right=True), Trial(0.4, right=False)], [0.5])
    (Cut(threshold=0.5, coverage=0.5, accuracy=1.0),)
    """
    answered = [(t, [trial for trial in tried if trial.score >= t]) for t in thresholds]
    return tuple(
        Cut(
            threshold=threshold,
            coverage=len(kept) / len(tried) if tried else 0.0,
            accuracy=sum(trial.right for trial in kept) / len(kept) if kept else 1.0,
        )
        for threshold, kept in answered
    )


# ---------------------------------------------------------------- the plot


def plot(sorted_bins: Sequence[Bin], *, threshold: float, title: str = "Reliability") -> str:
    """Draw accuracy against score as an SVG: dots by bin, the diagonal, and the threshold.

    A dot's area is its share of the trials. The same bins give the same bytes.

    Examples
    --------
    >>> plot(bins([Trial(0.9, right=True)]), threshold=0.5)[:4]
    '<svg'
    """
    wide, high = _LEFT + _SIDE + 20, _TOP + _SIDE + _LOW
    size = f'width="{wide}" height="{high}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" {size} {_STYLE}>',
        f"<title>{_escaped(title)}</title>",
        f'<rect width="{wide}" height="{high}" fill="#fff"/>',
        *_axes(),
        _line((0.0, 0.0), (1.0, 1.0), _GREY, "4 4"),
        _line((threshold, 0.0), (threshold, 1.0), _ORANGE, "6 3"),
        _word(_x(threshold) - 6, _y(1.0) + 14, f"below {threshold:g}: no answer", "end", _ORANGE),
        *_dots(sorted_bins),
    ]
    return "\n".join((*parts, "</svg>\n"))


def _axes() -> list[str]:
    box = f'x="{_x(0.0):.1f}" y="{_y(1.0):.1f}" width="{_SIDE}" height="{_SIDE}"'
    parts = [f'<rect {box} fill="none" stroke="{_GREY}"/>']
    for step in range(0, 11, 2):
        value = step / 10
        parts.append(_word(_x(value), _y(0.0) + 18, f"{value:g}", "middle"))
        parts.append(_word(_x(0.0) - 8, _y(value) + 4, f"{value:g}", "end"))
    parts.append(_word(_x(0.5), _y(0.0) + 40, "score of the answer", "middle"))
    at = f"{_x(0.0) - 38:.1f} {_y(0.5):.1f}"
    parts.append(
        f'<text transform="translate({at}) rotate(-90)" text-anchor="middle" fill="#222">'
        "share within 161 km</text>"
    )
    return parts


def _dots(sorted_bins: Sequence[Bin]) -> list[str]:
    total = sum(one.count for one in sorted_bins)
    parts = []
    for one in sorted_bins:
        radius = 3.0 + 16.0 * (one.count / total) ** 0.5
        told = f"{one.low:g} to {one.high:g}: {one.accuracy:.2f} of {one.count} right"
        parts.append(
            f'<circle cx="{_x(one.mean_score):.1f}" cy="{_y(one.accuracy):.1f}" r="{radius:.1f}" '
            f'fill="{_BLUE}" fill-opacity="0.55" stroke="{_BLUE}"><title>{told}</title></circle>'
        )
    return parts


def _line(start: tuple[float, float], end: tuple[float, float], colour: str, dash: str) -> str:
    return (
        f'<line x1="{_x(start[0]):.1f}" y1="{_y(start[1]):.1f}" x2="{_x(end[0]):.1f}" '
        f'y2="{_y(end[1]):.1f}" stroke="{colour}" stroke-dasharray="{dash}"/>'
    )


def _word(x: float, y: float, text: str, anchor: str, colour: str = "#222") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">'
        f"{_escaped(text)}</text>"
    )


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _x(value: float) -> float:
    return _LEFT + value * _SIDE


def _y(value: float) -> float:
    return _TOP + (1.0 - value) * _SIDE
