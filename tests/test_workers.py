"""Several processes: the results of one, in the same order, and an end that is told of."""

from __future__ import annotations

import os
import pickle
import sqlite3
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest

from geo import workers
from geo.errors import GeoError, OptionError
from geo.gazetteer import Gazetteer, Layer, build
from geo.gazetteers.layered import Layered
from geo.io import database
from geo.model import Article, PlaceKind, Rejected
from geo.pipeline import Reader, Reading
from tests.conftest import DEMONYMS, ENTRIES, ORGANISATIONS

TOLD = (
    "Two guards were killed by a blast in Tolmen.",
    "The weather was fine.",
    "Farmers put up a roadblock at the Holm crossing on Tuesday.",
)
NEWS = tuple(Article(str(n), f"{TOLD[n % 3]} It is text {n}.") for n in range(7))


@pytest.fixture
def on_disk(tmp_path: Path) -> Gazetteer:
    """Write the small gazetteer to a file, as the one of the package is."""
    path = tmp_path / "small.sqlite"
    connection = sqlite3.connect(path)
    build(connection, ENTRIES, DEMONYMS, ORGANISATIONS, {"edition": "test"})
    connection.close()
    return Gazetteer(database.connect(path), layer=Layer("small"))


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Call other processes after one article, and give them two at a time."""
    monkeypatch.setattr(workers, "ALONE", 1)
    monkeypatch.setattr(workers, "BATCH", 2)


def stumble(reader: Reader, article: Article) -> Reading:
    """Read all but two articles."""
    if article.id in {"0", "4"}:
        raise ValueError(article.id)
    return reader.read(article)


@pytest.mark.usefixtures("at_once")
def test_two_processes_read_as_one(on_disk: Gazetteer) -> None:
    """All of a reading comes back, each in its place; what cannot be read costs nothing else."""
    told: dict[int, list[str]] = {}
    read: dict[int, list[Reading]] = {}
    for count in (1, 2):
        rejected: list[Rejected] = []
        read[count] = list(workers._spread(stumble, NEWS, on_disk, count, rejected.append))
        told[count] = [str(one) for one in rejected]
    assert [one.article.id for one in read[1]] == ["1", "2", "3", "5", "6"]
    assert sum(len(one.reports) for one in read[1]) == 4
    assert read[1] == read[2]
    assert told[1] == told[2]
    assert told[1][1].startswith("4: an error of this program (ValueError: 4); please report it")
    assert not active_children()


def test_a_program_that_does_not_ask_learns_of_a_fault(on_disk: Gazetteer) -> None:
    """As of any other: it is raised."""
    with pytest.raises(ValueError, match="0"):
        list(workers._spread(stumble, NEWS, on_disk, 1))


def end(reader: Reader, article: Article) -> int:
    """Fail as memory does: without a word."""
    del reader
    if article.id == "4":
        os._exit(9)
    return len(article.text)


@pytest.mark.usefixtures("at_once")
def test_a_process_that_ends_is_told_of(on_disk: Gazetteer) -> None:
    """Neither silence nor waiting for ever: what to do about it."""
    with pytest.raises(GeoError, match="ask for fewer workers"):
        list(workers._spread(end, NEWS, on_disk, 2))
    assert not [process for process in active_children() if process.is_alive()]


def test_a_few_articles_call_nobody(on_disk: Gazetteer) -> None:
    """They would be read before anybody else was ready."""

    def told() -> Iterator[Article]:
        yield from NEWS
        assert not active_children()

    assert len(list(workers.reports(told(), on_disk, workers=2))) == len(NEWS)


def test_a_gazetteer_in_memory_is_read_by_one(gazetteer: Gazetteer) -> None:
    """Nobody else can open it; who asks for several learns it before anything is read."""
    assert len(list(workers.reports(NEWS, gazetteer, workers=None))) == len(NEWS)
    with pytest.raises(OptionError, match="in memory, where other processes cannot open it"):
        workers.reports(NEWS, gazetteer, workers=2)
    with pytest.raises(OptionError, match="0 workers cannot read anything; give 1 or more"):
        workers.read(NEWS, gazetteer, workers=0)


def test_layers_travel_with_what_they_lie_over(on_disk: Gazetteer) -> None:
    """Also which of their names are looked for in texts."""
    both = Layered(on_disk, [on_disk], [on_disk])
    again = pickle.loads(pickle.dumps(both))
    assert [part.layer for part in again.parts] == [Layer("small")] * 2
    assert again.recognised.parts[1].layer == Layer("small")
    assert again.of_kind(PlaceKind.COUNTRY) == both.of_kind(PlaceKind.COUNTRY)
