"""Gold and answers from files: whatever would give a false score is refused with its line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geo.errors import InputError, OptionError
from geo.io import gold
from geo.model import Span
from geo.scoring import Annotation

PLACE = {"start": 3, "end": 7, "name": "Oslo", "lat": 59.91, "lon": 10.75, "geonameid": 3143244}


def write(folder: Path, *rows: object) -> Path:
    """Write one JSON value a line."""
    path = folder / "gold.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n", "utf-8")
    return path


def test_all_that_gold_says_is_read(tmp_path: Path) -> None:
    """Span, point, id, class, and what is neutral."""
    row = {"id": 7, "text": "In Oslo, Bo", "toponyms": [PLACE | {"class": "literal"}]}
    [text] = gold.read_gold(write(tmp_path, row | {"ignore": [[9, 11, "person"]]}))
    assert text.id == "7"
    assert text.annotations == (Annotation(Span(3, 7), 10.75, 59.91, "3143244", "literal"),)
    assert text.neutral == (Span(9, 11),)


def test_half_a_point_is_none(tmp_path: Path) -> None:
    """A latitude alone places nothing."""
    place = {"start": 3, "end": 7, "lat": 59.91, "lon": None}
    [text] = gold.read_gold(write(tmp_path, {"id": "a", "text": "In Oslo", "toponyms": [place]}))
    assert not text.annotations[0].has_point


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ([], "no object"),
        ({"text": "In Oslo"}, "no object with an id"),
        ({"id": "a"}, "the text is missing"),
        ({"id": "a", "text": "In Oslo", "toponyms": {}}, "no list"),
        ({"id": "a", "text": "In Oslo", "toponyms": ["Oslo"]}, "no usable position"),
        ({"id": "a", "text": "In Oslo", "toponyms": [{"start": 3}]}, "no usable position"),
        ({"id": "a", "text": "In Oslo", "toponyms": [PLACE | {"end": 3}]}, "no usable position"),
        ({"id": "a", "text": "In Oslo", "toponyms": [PLACE | {"lat": 91}]}, "91° is not on Earth"),
        ({"id": "a", "text": "In Oslo", "toponyms": [PLACE | {"lat": "N"}]}, "no usable position"),
        ({"id": "a", "text": "To Oslo", "toponyms": [PLACE | {"start": 2}]}, "not what stands"),
        ({"id": "a", "text": "Oslo", "toponyms": [PLACE]}, "not what stands"),
        ({"id": "a", "text": "In Oslo", "ignore": [3]}, "no stretch"),
        ({"id": "ok", "text": "twice"}, "stands twice"),
    ],
)
def test_what_is_no_gold_is_named_with_its_line(tmp_path: Path, row: object, told: str) -> None:
    """The second line is wrong, and the error says so."""
    path = write(tmp_path, {"id": "ok", "text": "Nothing"}, row)
    with pytest.raises(InputError, match=told) as raised:
        gold.read_gold(path)
    assert (raised.value.path, raised.value.line) == (str(path), 2)
    assert raised.value.remedy


@pytest.mark.parametrize(
    "content", [b"", b"\n \n", b"{", b"\xff\xfe", b'{"id": "a", "text": "An article in Oslo"}']
)
def test_a_file_that_is_no_gold_at_all_is_refused(tmp_path: Path, content: bytes) -> None:
    """Empty, broken, in another encoding, not annotated: never a score of nothing."""
    path = tmp_path / "gold.jsonl"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"gold\.jsonl"):
        gold.read_gold(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """The message says which file cannot be read."""
    with pytest.raises(InputError, match="cannot be read"):
        gold.read_gold(tmp_path / "missing.jsonl")


def test_answers_may_be_places_or_toponyms(tmp_path: Path) -> None:
    """What ``geo read --format jsonl`` prints can be scored as it is."""
    rows = [{"id": "a", "places": [PLACE]}, {"id": "b", "toponyms": [PLACE]}, {"id": "c"}]
    found = gold.read_answers(write(tmp_path, *rows))
    assert [len(found[i]) for i in "abc"] == [1, 1, 0]


@pytest.mark.parametrize("lat", [1500, None, float("nan"), float("inf")])
def test_an_answer_beyond_the_world_is_placed_nowhere(tmp_path: Path, lat: float | None) -> None:
    """A system may print nonsense: it found the place and did not place it."""
    found = gold.read_answers(write(tmp_path, {"id": "a", "places": [PLACE | {"lat": lat}]}))
    assert [one.has_point for one in found["a"]] == [False]


def test_peers_are_those_that_answer_this_gold(tmp_path: Path) -> None:
    """The end of the name says which gold a file answers; the rest is the system."""
    for name in ("b_x_news.jsonl", "a_news.jsonl", "a_tweets.jsonl", "news.jsonl"):
        (tmp_path / name).touch()
    found = gold.peers(tmp_path, Path("news.jsonl"))
    assert [name for name, _ in found] == ["a", "b_x"]
    with pytest.raises(OptionError, match="other"):
        gold.peers(tmp_path, Path("other.jsonl"))


def test_the_project_has_gold_of_its_own() -> None:
    """In a checkout the command finds it."""
    assert len(gold.read_gold(gold.own_gold())) >= 30


def test_an_installed_package_asks_for_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The gold stays with the repository: elsewhere the command says what to name."""
    monkeypatch.setattr(
        gold, "__file__", str(tmp_path / "site-packages" / "geo" / "io" / "gold.py")
    )
    with pytest.raises(OptionError, match=r"name a file of gold: geo score GOLD\.jsonl"):
        gold.own_gold()
