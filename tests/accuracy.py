"""The accuracy gate: figures on gold, with floors under them that hold.

``python -m tests.accuracy`` prints the figures beside their floors; with ``--update`` they become
the floors, but none gets worse unless ``--allow-regression`` stands beside it. Each suite has a
fingerprint over its texts and gold, so that neither changes without the floors being looked at.

The suites on the corpora beside the project (``../shared/bench``, or the folder that ``GEO_BENCH``
names) are left alone where these are absent: their floors and fingerprints stand here, no text.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

import geo
from geo import scoring
from geo.evaluation import attempts
from geo.io.gold import read_gold
from tests import incident_gold, story_gold, toll_gold

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold"
FLOORS = GOLD / "floors.json"
BENCH = Path(os.environ.get("GEO_BENCH") or ROOT.parent / "shared" / "bench")

NOISE = 1e-9
DECIMALS = 3

Figures = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Suite:
    """Texts with gold, and what is measured on them; of ``errors`` fewer are better."""

    files: tuple[Path, ...]
    measure: Callable[[], Figures]
    errors: frozenset[str] = frozenset()

    @property
    def is_here(self) -> bool:
        """Tell whether the texts are on this machine."""
        return all(path.is_file() for path in self.files)

    @property
    def fingerprint(self) -> str:
        """A digest of the texts and of the gold."""
        told = hashlib.sha256()
        for path in self.files:
            told.update(path.read_bytes())
        return told.hexdigest()[:16]

    def worse(self, now: Figures, floors: Mapping[str, Any]) -> list[str]:
        """Name the figures that are worse than their floor, and those that lack one."""
        return [name for name in now if self.is_worse(name, now[name], floors.get(name))]

    def is_worse(self, name: str, now: float, floor: float | None) -> bool:
        """Tell whether a figure breaks its floor; a figure without one breaks it."""
        if floor is None:
            return True
        return now > floor + NOISE if name in self.errors else now < floor - NOISE


def incidents() -> Figures:
    """Read the seeds and compare with the incidents that an analyst records."""
    return asdict(incident_gold.score())


def places(path: Path, without: Sequence[str] = ()) -> Figures:
    """Find and place what a file of gold names; the oracle recall is the gazetteer's own floor.

    ``without`` leaves out the classes of mentions that the file does not annotate.

    Accuracy over what was found has none: it would punish whoever finds the harder ones too.
    """
    gold, gazetteer = read_gold(path), geo.open_gazetteer()
    found = attempts.attempt(gold, gazetteer)
    told = {name: attempts.answered(resolutions) for name, resolutions in found.items()}
    score = scoring.score(gold, told, resamples=0, gazetteer=gazetteer, without=without)
    assert score.oracle is not None
    figures = {
        "exact_f1": score.exact.f1,
        "overlap_f1": score.overlap.f1,
        "located_f1": score.located.f1,
        "oracle_named": score.oracle.named,
        "oracle_near": score.oracle.near,
    }
    return {name: round(value, DECIMALS) for name, value in figures.items()}


def tolls() -> Figures:
    """Count the victims of invented articles: the share of them whose figure is right."""
    return asdict(toll_gold.score())


def stories() -> Figures:
    """Read invented articles that tell of several incidents, and compare."""
    figures = story_gold.score().figures()
    return {name: round(value, DECIMALS) for name, value in figures.items()}


def _place_suite(path: Path, without: Sequence[str] = ()) -> Suite:
    return Suite((path,), cache(lambda: places(path, without)))


# Neither annotates peoples, nor places in the names of bodies.
UNANNOTATED = {"tudloc": ("demonym", "embedded"), "geocorpora": ("demonym", "embedded")}


SEEDS = (*sorted(incident_gold.SEEDS.glob("*.md")), incident_gold.GOLD)
SUITES = {
    "seeds": Suite(SEEDS, cache(incidents), frozenset(incident_gold.ERRORS)),
    "places": _place_suite(GOLD / "places.jsonl"),
    "tolls": Suite((toll_gold.GOLD,), cache(tolls)),
    "victims": Suite((toll_gold.VICTIMS,), cache(toll_gold.victims)),
    "stories": Suite((story_gold.GOLD,), cache(stories)),
    **{
        name: _place_suite(BENCH / "geo" / f"{name}.jsonl", UNANNOTATED.get(name, ()))
        for name in ("lgl_dev", "tudloc", "geocorpora")
    },
}
SHARED = ("lgl_dev", "tudloc", "geocorpora")


def floors() -> dict[str, dict[str, Any]]:
    """Return the fingerprint and the floors of each suite."""
    known: dict[str, dict[str, Any]] = json.loads(FLOORS.read_text("utf-8"))
    return known


def table(name: str, now: Figures, floor: Mapping[str, Any]) -> str:
    """Return the figures of a suite beside their floors, a line each."""
    lines = (
        f"  {key:18} {value:8.3f}  floor {floor.get(key, 'none')}" for key, value in now.items()
    )
    return "\n".join((name, *lines))


def raised(
    suites: Mapping[str, Suite], before: Mapping[str, Mapping[str, Any]], *, lower: bool
) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """Return the floors as of now, and what got worse; without ``lower`` it keeps its old floors.

    A suite whose texts are not on this machine keeps its floors too.
    """
    after = {name: dict(told) for name, told in before.items()}
    worse = []
    for name, suite in suites.items():
        if not suite.is_here:
            continue
        now, known = suite.measure(), before.get(name, {})
        fallen = [key for key in now if key in known and suite.is_worse(key, now[key], known[key])]
        worse += [f"{name}: {key}" for key in fallen]
        if lower or not fallen:
            after[name] = {"fingerprint": suite.fingerprint, **now}
    return after, worse


def main(options: Sequence[str]) -> int:
    """Print the figures; with ``--update`` make them the floors."""
    before = floors() if FLOORS.exists() else {}
    for name, suite in SUITES.items():
        if suite.is_here:
            print(table(name, suite.measure(), before.get(name, {})))
    if "--update" not in options:
        return 0
    insists = "--allow-regression" in options
    after, worse = raised(SUITES, before, lower=insists)
    FLOORS.write_text(json.dumps(after, indent=1) + "\n", "utf-8")
    if worse and not insists:
        print(f"kept as they were: {', '.join(worse)} would get worse; --allow-regression insists")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
