"""Scores side by side: as lines for a person, as a Markdown table, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any, Literal

from geo.scoring import Score

__all__ = ["as_json", "as_markdown", "as_text"]

DIGITS = 4
"""Decimals of a share in JSON."""
HEAD = (
    "system", "exact F1", "overlap F1", "acc@161", "mean km", "median km", "AUC",
    "located P", "located R", "located F1", "GeoNames id",
)  # fmt: skip
_NONE = "–"


def as_json(scores: Iterable[Score]) -> str:
    """Return the scores as a JSON list, the same bytes for the same scores."""
    return json.dumps([_rounded(asdict(one)) for one in scores], ensure_ascii=False, indent=1)


def as_text(scores: Iterable[Score]) -> str:
    """Return the scores for a person, some lines each."""
    return "\n".join("\n".join(_lines(one)) for one in scores)


def as_markdown(scores: Iterable[Score], *, by: Literal["f1", "recall"] = "f1") -> str:
    """Return the scores as one Markdown table, the best first ``by`` what is located.

    Ours is bold; in brackets stand 95 % intervals.
    """
    ranked = sorted(scores, key=lambda one: (-getattr(one.located, by), one.system))
    rows = [HEAD, ("---", *["--:"] * (len(HEAD) - 1)), *map(_row, ranked)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _lines(one: Score) -> Iterator[str]:
    without = f", without {', '.join(one.without)}" if one.without else ""
    yield f"{one.gold_name}, {one.system}: protocol {one.protocol}{without}"
    located = f"{one.gold_located} of them with a point"
    texts = "1 text" if one.texts == 1 else f"{one.texts} texts"
    yield f"  {texts}, {one.gold} places, {located}; {one.answers} answers"
    for name, rates in (("exact", one.exact), ("overlap", one.overlap), ("located", one.located)):
        told = f"P {rates.precision:.3f}  R {rates.recall:.3f}  F1 {rates.f1:.3f}"
        yield f"  {name:<9}{told}{_interval(one, name)}"
    errors = f"mean {_km(one.mean_km)} km  median {_km(one.median_km)} km  AUC {_share(one.auc)}"
    accuracy = f"{_share(one.accuracy_161)} within 161 km{_interval(one, 'accuracy_161')}"
    yield f"  found    {accuracy}  {errors}"
    yield f"  id       {_share(one.id_accuracy)} with the GeoNames id of the gold"
    if one.oracle is not None:
        known = f"{one.oracle.named:.3f} of the names known"
        yield f"  oracle   {known}, {one.oracle.near:.3f} with a place within 161 km"


def _row(one: Score) -> tuple[str, ...]:
    return (
        _name(one),
        f"{one.exact.f1:.3f}{_interval(one, 'exact')}",
        f"{one.overlap.f1:.3f}",
        _share(one.accuracy_161),
        _km(one.mean_km),
        _km(one.median_km),
        _share(one.auc),
        f"{one.located.precision:.3f}",
        f"{one.located.recall:.3f}{_interval(one, 'located_recall')}",
        f"{one.located.f1:.3f}{_interval(one, 'located')}",
        _share(one.id_accuracy),
    )


def _name(one: Score) -> str:
    name = one.system.replace("|", r"\|")
    return f"**{name}**" if name == "geo" else name


def _interval(one: Score, name: str) -> str:
    if name not in one.intervals:
        return ""
    low, high = one.intervals[name]
    return f" ({low:.3f}–{high:.3f})"


def _share(value: float | None) -> str:
    return _NONE if value is None else f"{value:.3f}"


def _km(value: float | None) -> str:
    return _NONE if value is None else f"{value:.0f}" if value >= 10 else f"{value:.1f}"


def _rounded(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, float):
        return round(value, DIGITS)
    if isinstance(value, dict):
        return {key: _rounded(one) for key, one in value.items()}
    return [_rounded(one) for one in value] if isinstance(value, (list, tuple)) else value
