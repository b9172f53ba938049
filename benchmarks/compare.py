"""Ours and its peers in one run: accuracy beside speed and memory.

    python -m benchmarks.compare            # prints the table
    python -m benchmarks.compare --write    # and puts it into docs/benchmarks.md

Each system has a process of its own, one after the other, so that memory is its own. Speed is that
of articles it has not seen, from text to places with points, by the processor time of the process,
so that a busy machine changes little; memory is the peak of
the process by then. Accuracy is measured behind that, on the project's gold and, where it lies
beside the project, on local news.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.news import LENGTH, articles
from benchmarks.systems import SYSTEMS, Locate
from geo.io.gold import own_gold, read_gold
from geo.scoring import score

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "benchmarks.md"
BENCH = Path(os.environ.get("GEO_BENCH") or ROOT.parent / "shared" / "bench") / "geo"
ARTICLES = 1000
WHAT = {
    "test_text_to_incidents": "50 generated articles, read in full: places, dates, incidents",
    "test_names_to_places": "10,000 names of towns looked up, none seen before, all places of each",
    "test_names_in_turn": "`geo.geocode`, 100,000 rows of 5,000 names, warm",
    "test_names_all_different": "`geo.geocode`, 100,000 different names, none seen before",
    "test_names_by_geopandas": "`geopandas.tools.geocode` with `LocalGeocoder`, 3,000 names",
    "test_reverse": "`geo.reverse`, 3,000 points",
    "test_opening_the_gazetteer": "the compiled gazetteer opened, and one name looked up",
    "test_command[help]": "`geo --help`, a process",
    "test_command[locate]": "`geo locate Brnjak`, a process",
}
HEAD = ("system", "set up", "articles/s", "peak memory", "exact F1 / located F1 on")


def main(arguments: Sequence[str]) -> int:
    """Measure each system in a process of its own, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=ARTICLES, help="how many are read")
    parser.add_argument(
        "--write", action="store_true", help="put the table into docs/benchmarks.md"
    )
    parser.add_argument("--system", choices=list(SYSTEMS), help="measure this one, print JSON")
    chosen = parser.parse_args(arguments)
    if chosen.system:
        print(json.dumps(measure(chosen.system, chosen.articles)))
        return 0
    made = table([measured(name, chosen.articles) for name in SYSTEMS], chosen.articles)
    print(made)
    if chosen.write:
        from tools.make_accuracy import filled

        blocks = {"compare": made, "speed": speed()}
        print(blocks["speed"])
        PAGE.write_text(filled(PAGE.read_text("utf-8"), blocks), "utf-8")
    return 0


def speed() -> str:
    """Run the other benchmarks under pytest-benchmark, and return their medians as a table."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder, "told.json")
        words = ["-m", "pytest", "benchmarks", "-q", "-k", "not text_to_places"]
        subprocess.run(
            [sys.executable, *words, f"--benchmark-json={told}"],
            cwd=ROOT,
            capture_output=True,
            check=True,
        )
        found = json.loads(told.read_text("utf-8"))["benchmarks"]
    lines = [
        f"| {WHAT[one['name']]} | {milliseconds(one['stats']['median'])} |"
        for one in sorted(found, key=lambda one: list(WHAT).index(one["name"]))
    ]
    return "\n".join(("| what | median |", "|---|--:|", *lines))


def milliseconds(seconds: float) -> str:
    """Return a time in words, to two figures at least."""
    told = 1000.0 * seconds
    return f"{told:,.0f} ms" if told >= 10.0 else f"{told:.1f} ms"


def measured(name: str, count: int) -> dict[str, Any]:
    """Measure one system in a process of its own."""
    words = [sys.executable, "-m", "benchmarks.compare", "--system", name, "--articles", str(count)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def measure(name: str, count: int) -> dict[str, Any]:
    """Set a system up, run it over news, then over gold."""
    news = list(articles(count))
    before = time.process_time()
    locate = SYSTEMS[name]()
    ready = time.process_time()
    for text in news:
        locate(text)
    over = time.process_time()
    told = {
        "name": name,
        "setup_s": ready - before,
        "articles_per_s": count / (over - ready),
        # Kilobytes on Linux, bytes on macOS.
        "memory_mb": peak() / (1e6 if sys.platform == "darwin" else 1e3),
    }
    return told | {"accuracy": {path.stem: accuracy(path, locate) for path in golds()}}


def peak() -> int:
    """Return the peak of this process."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def golds() -> list[Path]:
    """Return the files of gold that are on this machine."""
    return [path for path in (own_gold(), BENCH / "lgl_dev.jsonl") if path.is_file()]


def accuracy(path: Path, locate: Locate) -> tuple[float, float]:
    """Return exact and located F1."""
    gold = read_gold(path)
    one = score(gold, {text.id: locate(text.text) for text in gold}, resamples=0)
    return one.exact.f1, one.located.f1


def table(rows: Sequence[dict[str, Any]], count: int) -> str:
    """Return the table with what it was measured on."""
    on = list(rows[0]["accuracy"])
    head = (*HEAD[:-1], *(f"{HEAD[-1]} {name}" for name in on))
    lines = [head, ("---", *["--:"] * (len(head) - 1)), *(row(told, on) for told in rows)]
    made = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
    where = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    return f"{made}\n\n{count:,} generated articles of {LENGTH:,} characters; {where}."


def row(told: dict[str, Any], on: Sequence[str]) -> tuple[str, ...]:
    """Return one line of the table."""
    return (
        told["name"],
        f"{told['setup_s']:.2f} s",
        f"{told['articles_per_s']:,.0f}",
        f"{told['memory_mb']:,.0f} MB",
        *("{:.3f} / {:.3f}".format(*told["accuracy"][name]) for name in on),
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
