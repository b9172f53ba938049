"""Tell how many places of a gold file the gazetteer could have answered at all.

    python -m tools.oracle GOLD.jsonl [GOLD.jsonl ...] [--missing 20]

For each mention with coordinates, by kind of place as the gold file has it: how many there are, the
share with any candidate of the name, with a candidate within 161 km, and with the first one there.
No recogniser and no resolver takes part: the gold's own span is looked up, its demonyms and the
short forms of states too. ``--missing`` counts the names that lack a candidate, or a near one: they
are read to find *classes* of names that lack (seas, counties, universities), which are then filled
from general knowledge; no row is taken from a benchmark.
"""

# ruff: noqa: INP001, T201 - a script, no package
from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from geo.gazetteer import Gazetteer
from geo.io.index import open_gazetteer
from geo.model import Span
from geo.scoring import Annotation, candidates, is_near

ALL = "all"


def main(arguments: list[str]) -> int:
    """Print a table for each file."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--missing", type=int, default=0, help="list so many names of each sort")
    options = parser.parse_args(arguments)
    gazetteer = open_gazetteer()
    for path in options.gold:
        report(path, gazetteer, options.missing)
    return 0


def report(path: Path, gazetteer: Gazetteer, listed: int) -> None:
    """Print what one file shows."""
    counts: dict[str, Counter[str]] = {}
    absent: Counter[str] = Counter()
    far: Counter[str] = Counter()
    for name, kind, wanted in gold(path):
        found = tuple(dict.fromkeys(candidates(name, gazetteer)))
        near = [is_near(wanted, place) for place in found]
        for row in (ALL, kind):
            told = counts.setdefault(row, Counter())
            told.update(n=1, found=bool(found), near=any(near), first=bool(near) and near[0])
        (absent if not found else far if not any(near) else Counter())[f"{name}, {kind}"] += 1
    print(f"{path.stem:12} {'n':>5} {'found':>6} {'near':>6} {'first':>6}")
    for row, told in sorted(counts.items(), key=lambda item: (-item[1]["n"], item[0])):
        shares = (told[name] / told["n"] for name in ("found", "near", "first"))
        print(f"{row:12} {told['n']:5}", *(f"{share:6.3f}" for share in shares))
    for title, names in (("no candidate", absent), ("none near", far)):
        if listed:
            print(f"{title}:", "; ".join(f"{n} ({c})" for n, c in names.most_common(listed)))


def gold(path: Path) -> Iterator[tuple[str, str, Annotation]]:
    """Yield name, kind and point of the places of a file that have coordinates."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            for told in json.loads(line)["toponyms"]:
                if told["lat"] is not None and told["lon"] is not None:
                    kind = str(told.get("fcode") or told.get("type"))
                    yield told["name"], kind, Annotation(Span(0, 0), told["lon"], told["lat"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
