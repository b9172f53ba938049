"""Tell how many places of a gold file the gazetteer could have answered at all.

    python tools/oracle.py GOLD.jsonl [GOLD.jsonl ...] [--missing 20]

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
from typing import Any

from geo.gazetteer import Gazetteer
from geo.geodesy import distance_m
from geo.io.index import open_gazetteer
from geo.model import Place
from geo.names import fold
from geo.words import words

NEAR_M = 161_000
"""A hundred miles: what the field counts as right."""

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
    for mention in mentions(path):
        found = answers(gazetteer, mention["name"])
        near = [is_near(place, mention) for place in found]
        kind = str(mention.get("fcode") or mention.get("type"))
        for row in (ALL, kind):
            told = counts.setdefault(row, Counter())
            told.update(n=1, found=bool(found), near=any(near), first=bool(near) and near[0])
        (absent if not found else far if not any(near) else Counter())[
            f"{mention['name']}, {kind}"
        ] += 1
    print(f"{path.stem:12} {'n':>5} {'found':>6} {'near':>6} {'first':>6}")
    for row, told in sorted(counts.items(), key=lambda item: (-item[1]["n"], item[0])):
        shares = (told[name] / told["n"] for name in ("found", "near", "first"))
        print(f"{row:12} {told['n']:5}", *(f"{share:6.3f}" for share in shares))
    for title, names in (("no candidate", absent), ("none near", far)):
        if listed:
            print(f"{title}:", "; ".join(f"{n} ({c})" for n, c in names.most_common(listed)))


def mentions(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the places of a file that have coordinates."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            for mention in json.loads(line)["toponyms"]:
                if mention["lat"] is not None and mention["lon"] is not None:
                    yield mention


def answers(gazetteer: Gazetteer, name: str) -> tuple[Place, ...]:
    """Return all places that a name may mean, the likeliest first."""
    bare = name.removesuffix("'s").removesuffix("’s").removeprefix("the ").removeprefix("The ")
    found = list(gazetteer.lookup(name) or gazetteer.lookup(bare))
    demonym = gazetteer.demonyms.get(fold(bare))
    found += [gazetteer.get(place_id) for place_id in (demonym.places if demonym else ())]
    state = words().states.get(bare.rstrip("."))
    found += gazetteer.lookup(state) if state else ()
    return tuple(dict.fromkeys(found))


def is_near(place: Place, mention: dict[str, Any]) -> bool:
    """Tell whether a place lies where the gold has it."""
    if place.lon is None or place.lat is None:
        return False
    return distance_m(place.lon, place.lat, mention["lon"], mention["lat"]) <= NEAR_M


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
