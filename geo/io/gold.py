"""Gold and answers from JSON Lines: one text a line, with the places it names.

Gold: ``{"id", "text", "toponyms": [{"start", "end", "name", "lat", "lon", "geonameid", "class"}],
"ignore": [[start, end]]}``; only ``id``, ``text``, ``start`` and ``end`` are required. Answers of
a system have the same shape without the text; what ``geo read --format jsonl`` prints is one.
Whatever does not fit is an error with its line: a score over half the gold would be a false one.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from geo.errors import InputError, OptionError
from geo.model import Span
from geo.scoring import Annotation, GoldText

__all__ = ["own_gold", "peers", "read_answers", "read_gold"]

EAST = 180.0001
"""Degrees: what was computed may lie a hair beyond the antimeridian."""

_SHAPE = "write one JSON object a line, as docs/accuracy.md shows"


def read_gold(path: str | Path) -> tuple[GoldText, ...]:
    r"""Read the texts of a gold file with the places they name.

    Raises
    ------
    InputError
        The file cannot be read, or a line is no gold: its file, line and what to do.

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp(), "gold.jsonl")
    >>> _ = path.write_text('{"id": 1, "text": "In Oslo", "toponyms": [{"start": 3, "end": 7}]}\n')
    >>> [(text.id, text.annotations[0].span.of(text.text)) for text in read_gold(path)]
    [('1', 'Oslo')]
    """
    texts: dict[str, GoldText] = {}
    annotated = False
    for line, row in _rows(path):
        annotated = annotated or "toponyms" in row
        text = _gold(row, path, line)
        if text.id in texts:
            raise InputError(
                f"the id {text.id!r} stands twice", path=path, line=line, remedy="give each its own"
            )
        texts[text.id] = text
    if not texts:
        raise InputError("there is no text in this file", path=path, remedy=_SHAPE)
    if not annotated:  # articles, say: all that is found would count as wrong
        raise InputError("no text here has its toponyms", path=path, remedy=_SHAPE)
    return tuple(texts.values())


def read_answers(path: str | Path) -> dict[str, tuple[Annotation, ...]]:
    """Read what a system found in each text, by the id of the text.

    Raises
    ------
    InputError
        As for :func:`read_gold`.
    """
    answers: dict[str, tuple[Annotation, ...]] = {}
    for line, row in _rows(path):
        found = row["places"] if "places" in row else row.get("toponyms")
        told = (_annotation(one, path, line, is_gold=False) for one in _listed(found, path, line))
        answers[str(row["id"])] = tuple(told)
    return answers


def own_gold() -> Path:
    """Return the project's own gold: in a checkout it lies beside the tests.

    Raises
    ------
    OptionError
        This is no checkout.
    """
    path = Path(__file__).resolve().parents[2] / "tests" / "gold" / "places.jsonl"
    if path.is_file():
        return path
    raise OptionError(
        "the project's own gold comes with its repository, not with the installed package",
        remedy="name a file of gold: geo score GOLD.jsonl",
    )


def peers(folder: str | Path | None, gold: Path) -> list[tuple[str, Path]]:
    """Return the systems that answered a gold file, with their files, by name.

    Raises
    ------
    OptionError
        The folder has no answers to this gold.
    """
    if folder is None:
        return []
    ending = f"_{gold.stem}.jsonl"
    found = sorted(p for p in Path(folder).glob("*.jsonl") if p.name.endswith(ending))
    if not found:
        raise OptionError(
            f"{folder} holds no answers to {gold.name}", remedy=f"call the files SYSTEM{ending}"
        )
    return [(path.name.removesuffix(ending), path) for path in found]


def _rows(path: str | Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        lines = Path(path).read_text(encoding="utf-8").split("\n")
    except OSError as error:
        told = (error.strerror or type(error).__name__).lower()
        raise InputError(
            f"this file cannot be read ({told})", path=path, remedy="check the name"
        ) from error
    except UnicodeDecodeError as error:
        raise InputError("this is not UTF-8", path=path, remedy="save it as UTF-8") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield number, _row(line, path, number)


def _row(line: str, path: str | Path, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError("this is no JSON", path=path, line=number, remedy=_SHAPE) from error
    if not isinstance(row, dict) or not isinstance(row.get("id"), (str, int)):
        raise InputError("this is no object with an id", path=path, line=number, remedy=_SHAPE)
    return row


def _gold(row: Mapping[str, Any], path: str | Path, line: int) -> GoldText:
    text = row.get("text")
    if not isinstance(text, str):
        raise InputError("the text is missing", path=path, line=line, remedy=_SHAPE)
    told = tuple(_annotation(t, path, line) for t in _listed(row.get("toponyms"), path, line))
    for one, given in zip(told, row.get("toponyms") or (), strict=True):
        _check(one, given.get("name"), text, path, line)
    neutral = tuple(_span(*_ends(s, path, line)) for s in _listed(row.get("ignore"), path, line))
    return GoldText(str(row["id"]), text, told, neutral)


def _check(one: Annotation, name: object, text: str, path: str | Path, line: int) -> None:
    """Refuse a span that points beside its name: everything would count as missed."""
    there = one.span.of(text)
    if one.span.end > len(text) or (name is not None and name != there):
        raise InputError(
            f"{name!r} is not what stands at {one.span.start}–{one.span.end}: {there!r}",
            path=path,
            line=line,
            remedy="count characters of the text, not bytes, from 0",
        )


def _listed(value: object, path: str | Path, line: int) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise InputError("the places are no list", path=path, line=line, remedy=_SHAPE)
    return value


def _ends(value: object, path: str | Path, line: int) -> tuple[object, object]:
    if not isinstance(value, list) or len(value) < 2:
        raise InputError("this is no stretch to ignore", path=path, line=line, remedy=_SHAPE)
    return value[0], value[1]


def _span(start: object, end: object) -> Span:
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end):
        raise ValueError(f"{start!r}–{end!r}")
    return Span(start, end)


def _annotation(told: Any, path: str | Path, line: int, *, is_gold: bool = True) -> Annotation:  # noqa: ANN401
    try:
        lon = _degrees(told.get("lon"), EAST, is_gold)
        lat = _degrees(told.get("lat"), 90.0, is_gold)
        span = _span(told["start"], told["end"])
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise InputError(
            f"this place has no usable position in text or world ({error})",
            path=path,
            line=line,
            remedy="start and end count characters, lat and lon are degrees or null",
        ) from error
    if lon is None or lat is None:
        lon = lat = None
    known = told.get("geonameid")
    use, sure = told.get("class"), told.get("score")
    return Annotation(span, lon, lat, None if known is None else str(known), use, sure)


def _degrees(value: object, most: float, is_gold: bool) -> float | None:  # noqa: FBT001
    """Return a coordinate, ``None`` where there is none; gold may have none outside the world.

    A system that puts a place at 1500° has found it and placed it nowhere.
    """
    if value is None or value == "":
        return None
    degrees = float(str(value))
    if math.isfinite(degrees) and abs(degrees) <= most:
        return degrees
    if is_gold and not math.isnan(degrees):
        raise ValueError(f"{degrees:g}° is not on Earth")
    return None
