"""Several processes that read articles, with the results in the order of the articles.

Each has a reader and an open gazetteer of its own. What an article says depends on nothing that was
read before it, so that one process and eight give the same. An article that cannot be read, by a
fault of ours, is set aside for who asks for that: it must not cost a thousand others.
"""

from __future__ import annotations

import logging
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeVar

from geo.errors import GeoError, OptionError
from geo.garbage import seldom_searched
from geo.gazetteer import Gazetteer
from geo.model import Article, Rejected, Report
from geo.pipeline import Reader, Reading

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

__all__ = ["read", "reports"]

ALONE = 40
"""Articles that are read before others are called: one takes three seconds to be ready, in which
thirty articles are read."""
BATCH = 8
"""Articles handed over at a time: a second's work, so that whoever waits sees it go on."""
AHEAD = 2
"""Batches that lie ready for each; more would only be in memory."""
ENDED_WITHIN = 2.0
"""Seconds that are waited for a process that was told to end."""
LONGEST = 200
"""Characters of an unexpected error that are shown: it may quote an article."""
MOST = 8
"""Processes that are started unasked, of 200 MB each."""

_LOG = logging.getLogger(__name__)
Result = TypeVar("Result")
Work = Callable[[Reader, Article], Result]
_reader: Reader | None = None
"""The reader of a process that was started here; it has nothing else to do."""


@dataclass(frozen=True, slots=True)
class _Fault:
    """What went wrong with an article, as it can be sent from one process to another."""

    article: str
    told: str


def read(
    articles: Iterable[Article],
    gazetteer: Gazetteer,
    *,
    workers: int | None = 1,
    rejected: Callable[[Rejected], None] | None = None,
) -> Iterator[Reading]:
    """Read articles in full, in their order, with a few of them in memory at a time.

    Parameters
    ----------
    articles
        What to read.
    gazetteer
        Where things are. Other processes open its files again.
    workers
        Processes that read; ``None``: one a processor, up to eight, if the gazetteer has files.
        The first articles are read by this one, so that a few do not wait for others to start.
    rejected
        Called with each article that cannot be read; without it the first one raises.

    Raises
    ------
    OptionError
        There cannot be so many, or several were asked for and the gazetteer is in memory only.
    GeoError
        A process ended before its time, as where memory is short.

    Examples
    --------
    >>> from geo.io.index import open_gazetteer
    >>> told = [Article("a", "Serbs blocked a road near Zubin Potok.")]
    >>> [len(one.reports) for one in read(told, open_gazetteer(), workers=2)]
    [1]
    """
    return _spread(Reader.read, articles, gazetteer, workers, rejected)


def reports(
    articles: Iterable[Article],
    gazetteer: Gazetteer,
    *,
    workers: int | None = 1,
    rejected: Callable[[Rejected], None] | None = None,
) -> Iterator[tuple[Report, ...]]:
    """Return what each article reports and nothing else of it; for the rest see :func:`read`."""
    return _spread(Reader.reports, articles, gazetteer, workers, rejected)


def _spread(
    work: Work[Result],
    articles: Iterable[Article],
    gazetteer: Gazetteer,
    workers: int | None,
    rejected: Callable[[Rejected], None] | None = None,
) -> Iterator[Result]:
    """Check what is asked for at once, and work when asked for results."""
    count = _count(workers, gazetteer)
    task: Work[Any] = work if rejected is None else partial(_or_fault, work)
    return _sound(_results(task, iter(articles), gazetteer, count), rejected)


def _or_fault(work: Work[Result], reader: Reader, article: Article) -> Result | _Fault:
    try:
        return work(reader, article)
    except (GeoError, OSError, MemoryError):
        raise  # not the article's
    except Exception as error:  # noqa: BLE001 - a fault of ours; it must not cost the others
        _LOG.info("%s cannot be read", article.id, exc_info=True)
        return _Fault(article.id, f"{type(error).__name__}: {error}"[:LONGEST])


def _sound(
    results: Iterator[Result | _Fault], rejected: Callable[[Rejected], None] | None
) -> Iterator[Result]:
    for result in results:
        if not isinstance(result, _Fault):
            yield result
        elif rejected is not None:
            reason = f"an error of this program ({result.told})"
            remedy = "please report it; `geo --verbose …` with one worker shows where"
            rejected(Rejected(result.article, None, reason, remedy))


def _count(workers: int | None, gazetteer: Gazetteer) -> int:
    if workers is not None and workers < 1:
        raise OptionError(f"{workers} workers cannot read anything", remedy="give 1 or more")
    if workers == 1 or _can_travel(gazetteer):
        return workers or min(_processors(), MOST)
    if workers is None:
        return 1
    raise OptionError(
        "this gazetteer is in memory, where other processes cannot open it", remedy="give 1 worker"
    )


def _can_travel(gazetteer: Gazetteer) -> bool:
    try:
        pickle.dumps(gazetteer)
    except (TypeError, AttributeError, pickle.PicklingError):
        return False
    return True


def _processors() -> int:
    """Return the processors that this process may use, which a container or a user may limit."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1


def _results(
    work: Work[Result], articles: Iterator[Article], gazetteer: Gazetteer, count: int
) -> Iterator[Result]:
    reader = Reader(gazetteer)
    alone = articles if count == 1 else islice(articles, ALONE)
    yield from (work(reader, article) for article in alone)
    following = next(articles, None)
    if following is not None:
        yield from _together(work, chain((following,), articles), gazetteer, count)


def _together(
    work: Work[Result], articles: Iterator[Article], gazetteer: Gazetteer, count: int
) -> Iterator[Result]:
    """Hand batches to the processes, and give the results of the one that went out first."""
    with _started(gazetteer, count) as pool:
        out: deque[Future[list[Result]]] = deque()
        while batch := tuple(islice(articles, BATCH)):
            out.append(pool.submit(_work, work, batch))
            if len(out) >= count * AHEAD:
                yield from out.popleft().result()
        while out:
            yield from out.popleft().result()


@contextmanager
def _started(gazetteer: Gazetteer, count: int) -> Iterator[ProcessPoolExecutor]:
    # A few articles need neither, and their imports take 50 ms.
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    # Spawned, not forked: a fork has an open database and somebody's threads in it.
    pool = ProcessPoolExecutor(
        count, mp_context=get_context("spawn"), initializer=_prepare, initargs=(gazetteer,)
    )
    is_done = False
    try:
        yield pool
        is_done = True
    except BrokenProcessPool as error:
        raise GeoError(
            "a process that reads articles ended before its time, as where memory is short; "
            "ask for fewer workers"
        ) from error
    finally:
        # By its own list, which is private: others may have processes of theirs.
        ours = tuple((pool._processes or {}).values())  # noqa: SLF001
        pool.shutdown(wait=is_done, cancel_futures=True)
        if not is_done:  # nobody wants the rest, and a batch may take its time
            for process in ours:
                process.terminate()
                process.join(ENDED_WITHIN)


def _prepare(gazetteer: Gazetteer) -> None:
    """Make a new process ready: it ends when the one that started it does, and by nothing else."""
    global _reader  # noqa: PLW0603 - the state of a process that has no other
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the first one tells of it
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _reader = Reader(gazetteer)


def _end_with_parent() -> None:
    from multiprocessing import connection, parent_process  # noqa: PLC0415 - as above

    parent: Any = parent_process()
    connection.wait([parent.sentinel])
    os._exit(1)


def _work(work: Work[Result], batch: tuple[Article, ...]) -> list[Result]:
    assert _reader is not None
    with seldom_searched():
        return [work(_reader, article) for article in batch]
