"""Say where the time of the map path goes: ``python -m benchmarks.profile [FILE] [--count N]``.

FILE is JSON Lines of articles as ``geo read`` takes them; invented news if none is given. Times are
those of the processor, so that what else the machine does counts for less; still, compare only what
one run prints.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest import mock

import geo
from benchmarks.news import articles as invented
from geo import dates, geoparsing, incidents, pipeline, stories

STAGES = ("places", "dates", "incidents", "merge")


@dataclass(slots=True)
class Clock:
    """Seconds of the processor by stage."""

    spent: dict[str, float] = field(default_factory=dict)

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function that is as good as the other and tells how long it took."""

        def call(*args: Any, **known: Any) -> Any:
            start = time.process_time()
            try:
                return function(*args, **known)
            finally:
                self.spent[stage] = self.spent.get(stage, 0.0) + time.process_time() - start

        return call


@contextmanager
def watched(clock: Clock) -> Iterator[None]:
    """Let the stages of the pipeline be timed."""
    places = clock.timed("places", geoparsing.resolved_with_title)
    told = clock.timed("incidents", incidents.extract)
    when = clock.timed("dates", dates.find)
    with (
        mock.patch.object(pipeline, "resolved_with_title", places),
        mock.patch.object(incidents, "extract", told),
        mock.patch.object(dates, "find", when),
    ):
        yield


def profile(read: Sequence[geo.Article], clock: Clock) -> int:
    """Read articles in full and merge what they tell; return how many incidents it was."""
    reader = geo.Reader(geo.open_gazetteer())
    for article in read[:10]:
        reader.read(article)
    with watched(clock):
        reports = [report for article in read for report in reader.read(article).reports]
    return len(clock.timed("merge", stories.merge)(reports))


def main() -> None:
    """Print milliseconds an article by stage, and articles a second."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?")
    parser.add_argument("--count", type=int, default=300)
    asked = parser.parse_args()
    read = _articles(asked.file, asked.count)
    clock = Clock()
    found = profile(read, clock)
    each = {name: 1000 * clock.spent.get(name, 0.0) / len(read) for name in STAGES}
    length = sum(len(article.text) for article in read) / len(read)
    print(f"{len(read)} articles of {length:.0f} characters, {found} incidents")
    print(*(f"{name} {told:.2f} ms" for name, told in each.items()), sep="  ")
    print(f"{1000 / sum(each.values()):.0f} articles a second")


def _articles(file: str | None, count: int) -> list[geo.Article]:
    if file is None:
        return [geo.Article(str(n), text) for n, text in enumerate(invented(count))]
    from geo.io import articles

    found = articles.read([file], rejected=lambda _: None)
    return [article for article, _ in zip(found, range(count), strict=False)]


if __name__ == "__main__":
    main()
