"""Write the figures of ``docs/accuracy.md`` and the plot in ``docs/images/`` anew.

Run from the top of a checkout, after a change that moves the figures::

    python -m tools.make_accuracy

The corpora lie beside the project (``../shared/bench``, or the folder that ``GEO_BENCH`` names);
without them only the figures on the project's own gold are written, the others stay as they are.
What stands between ``<!-- figures: NAME -->`` and ``<!-- end -->`` in the page is written here.
"""

# ruff: noqa: INP001, T201 - a script, no package
from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import geo
from geo import places, scoring
from geo.evaluation import attempts, calibration, scoreboard
from geo.io import gold as files
from geo.scoring import Annotation, GoldText, Score

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "accuracy.md"
PLOT = ROOT / "docs" / "images" / "reliability.svg"
BENCH = Path(os.environ.get("GEO_BENCH") or ROOT.parent / "shared" / "bench") / "geo"
CORPORA = ("lgl_dev", "tudloc", "geocorpora")
PEERS_ON = "lgl_dev"
UNANNOTATED = ("demonym", "embedded")
"""Classes that the others do not annotate: web pages and tweets."""
GEOPARSERS, RESOLVERS = "eupeg_", "hu_"
OWN_SPANS = ("hu_dbpedia",)
"""Output that was published beside the resolvers, of a system that finds its own spans."""
BLOCK = re.compile(r"(<!-- figures: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


@dataclass(frozen=True)
class Corpus:
    """A file of gold, and what we answer to it, worked out once."""

    path: Path
    gazetteer: geo.Gazetteer

    @cached_property
    def gold(self) -> tuple[GoldText, ...]:
        """The texts."""
        return files.read_gold(self.path)

    @cached_property
    def resolutions(self) -> Mapping[str, tuple[geo.Resolution, ...]]:
        """What we find and where we put it."""
        return attempts.attempt(self.gold, self.gazetteer)

    @cached_property
    def guesses(self) -> Mapping[str, tuple[Annotation, ...]]:
        """The same without a threshold."""
        return {name: attempts.guesses(told) for name, told in self.resolutions.items()}

    def score(self, *, without: Sequence[str] = (), given_spans: bool = False) -> Score:
        """Score ours."""
        told = self.resolutions
        if given_spans:
            told = attempts.attempt(self.gold, self.gazetteer, given_spans=True)
        found = {name: attempts.answered(one) for name, one in told.items()}
        return scoring.score(
            self.gold, found, gold_name=self.path.stem, without=without, gazetteer=self.gazetteer
        )

    def peers(self, chosen: Callable[[str], bool]) -> list[Score]:
        """Score the stored output of others."""
        return [
            scoring.score(self.gold, files.read_answers(path), system=called(name))
            for name, path in files.peers(self.path.parent / "peers", self.path)
            if chosen(name)
        ]


def main() -> int:
    """Write what can be measured on this machine."""
    gazetteer = geo.open_gazetteer()
    own = Corpus(files.own_gold(), gazetteer)
    blocks = {"own": table(own.score(without=w) for w in ((), ("demonym",), ("embedded",)))}
    corpora = [Corpus(BENCH / f"{name}.jsonl", gazetteer) for name in CORPORA]
    if all(corpus.path.is_file() for corpus in corpora):
        blocks |= shared(corpora)
    text = PAGE.read_text("utf-8")
    PAGE.write_text(filled(text, blocks), "utf-8")
    print(f"{PAGE.relative_to(ROOT)}: {', '.join(blocks)}")
    return 0


def shared(corpora: Sequence[Corpus]) -> dict[str, str]:
    """Return the blocks that need the corpora, and write the plot."""
    local = next(corpus for corpus in corpora if corpus.path.stem == PEERS_ON)
    tried = [trial for c in corpora for trial in calibration.trials(c.gold, c.guesses)]
    sorted_bins = calibration.bins(tried)
    PLOT.write_text(
        calibration.plot(sorted_bins, threshold=places.SURE, title="Reliability of resolutions"),
        "utf-8",
    )
    return {
        "corpora": table(
            corpus.score(without=without)
            for corpus in corpora
            for without in ((), UNANNOTATED)[: 1 if corpus.path.stem == PEERS_ON else 2]
        ),
        "peers": scoreboard.as_markdown([local.score(), *local.peers(is_geoparser)]),
        "resolvers": scoreboard.as_markdown(
            [local.score(given_spans=True), *local.peers(is_resolver)], by="recall"
        ),
        "reliability": reliability(sorted_bins),
        "thresholds": thresholds(corpora, tried),
    }


def called(name: str) -> str:
    """Return what a table calls a system by the name of its file."""
    short = name.partition("_")[2]
    return f"{short} (of Hu et al.)" if name in OWN_SPANS else short


def is_geoparser(name: str) -> bool:
    """Tell whether stored output is that of a system that finds its own spans."""
    return name.startswith(GEOPARSERS) or name in OWN_SPANS


def is_resolver(name: str) -> bool:
    """Tell whether stored output is that of a system that was given the spans."""
    return name.startswith(RESOLVERS) and name not in OWN_SPANS


def table(scores: Iterable[Score]) -> str:
    """Return our scores on several files, with the oracle recall."""
    head = (
        "gold", "texts", "places", "exact F1", "acc@161", "median km", "located F1", "GeoNames id",
        "oracle: name", "oracle: near",
    )  # fmt: skip
    rows = [head, ("---", *["--:"] * (len(head) - 1)), *map(row, scores)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def row(one: Score) -> tuple[str, ...]:
    """Return one line of that table."""
    low, high = one.intervals["exact"]
    worst, best = one.intervals["located"]
    assert one.oracle is not None
    without = f" without {', '.join(one.without)}" if one.without else ""
    return (
        one.gold_name + without,
        str(one.texts),
        str(one.gold),
        f"{one.exact.f1:.3f} ({low:.3f}–{high:.3f})",
        f"{one.accuracy_161 or 0.0:.3f}",
        f"{one.median_km or 0.0:.1f}",
        f"{one.located.f1:.3f} ({worst:.3f}–{best:.3f})",
        f"{one.id_accuracy or 0.0:.3f}",
        f"{one.oracle.named:.3f}",
        f"{one.oracle.near:.3f}",
    )


def reliability(sorted_bins: Sequence[calibration.Bin]) -> str:
    """Return accuracy by stretch of scores, and the expected calibration error."""
    lines = ["| score | places | mean score | within 161 km |", "|---|--:|--:|--:|"]
    lines += [
        f"| {b.low:.1f}–{b.high:.1f} | {b.count} | {b.mean_score:.2f} | {b.accuracy:.2f} |"
        for b in sorted_bins
    ]
    return "\n".join(
        (*lines, "", f"Expected calibration error: {calibration.error(sorted_bins):.3f}.")
    )


def thresholds(corpora: Sequence[Corpus], tried: Sequence[calibration.Trial]) -> str:
    """Return what each threshold gives over the found places, and end to end on each corpus."""
    names = " | ".join(f"{corpus.path.stem} F1" for corpus in corpora)
    lines = [f"| threshold | answered | of these right | {names} |", "|---|" + "--:|" * 5]
    for cut in calibration.cuts(tried):
        ends = " | ".join(f"{located(corpus, cut.threshold):.3f}" for corpus in corpora)
        mark = " (in use)" if cut.threshold == places.SURE else ""
        lines.append(
            f"| {cut.threshold:.2f}{mark} | {cut.coverage:.3f} | {cut.accuracy:.3f} | {ends} |"
        )
    return "\n".join(lines)


def located(corpus: Corpus, threshold: float) -> float:
    """Return the located F1 if answers below a threshold were withheld."""
    kept = {
        name: [t if (t.score or 0.0) >= threshold else replace(t, lon=None, lat=None) for t in told]
        for name, told in corpus.guesses.items()
    }
    return scoring.score(corpus.gold, kept, resamples=0).located.f1


def filled(page: str, blocks: Mapping[str, str]) -> str:
    """Put figures into their places on a page; what is not given stays.

    Raises
    ------
    ValueError
        The page has no such place.
    """
    places_of = {match[2] for match in BLOCK.finditer(page)}
    if missing := sorted(set(blocks) - places_of):
        raise ValueError(f"the page has no place for {', '.join(missing)}")
    return BLOCK.sub(lambda m: f"{m[1]}{blocks[m[2]]}\n{m[3]}" if m[2] in blocks else m[0], page)


if __name__ == "__main__":
    sys.exit(main())
