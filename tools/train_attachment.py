"""Train anew what attaches a trigger to the place that its sentence gives it.

``python -m tools.train_attachment FILE`` takes rows of sentences in which the place of one event is
marked (``event_location_fixed_dev.jsonl``, MIT) and writes ``geo/models/attachment.json``. It
takes a minute and needs the compiled gazetteer. The same inputs give the same bytes.

Rows of ``gold`` sentences are for measuring: neither they nor rows that share ``SHARED`` words in
a row with one are learned from. Of the source ``LOST`` most places are missing (four of five
sentences with "in X" have none); it is left out. How readily the others mark no place differs: a
clue of each source takes that up, and does not ship.

``--check`` prints token F1 instead: cross-validated over the rows for training, none of whose folds
shares ``LONG`` words in a row with another, and on the gold rows with the weights that would ship.
"""

# ruff: noqa: INP001, T201 - a script that prints, no package
from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import geo
from geo import dates
from geo.gazetteer import Gazetteer
from geo.geoparsing import resolved
from geo.language import text as texts
from geo.lexicon import default_lexicon
from geo.linking import attachment, clues, pairings, ranking
from geo.linking.contenders import Contender
from geo.linking.fields import Field
from geo.linking.scenes import Sentence
from geo.model import Article, Span

MODELS = Path(__file__).parents[1] / "geo" / "models"
LOST = "Masdar"
PLAIN = "APW_RA"
"""The source whose habit of marking no place the weights take over: nearest to the gold rows."""
SHARED, LONG, FOLDS = 8, 10, 5
RAREST, SHRINK, HARDLY, DECIMALS = 5, 2.0, 0.02, 3
"""Rows a clue must be in; the penalty on squares; the weight that is left out; digits kept."""
COMMON = 150
"""Times a clue of a single verb must be seen."""
EPOCHS, STEP = 300, 0.1
RIGHT, AS_GOOD = 0.34, 0.25
"""Token F1 from which a contender is an answer, and how far below the best one."""

Numbers = NDArray[np.float64]
Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Example:
    """A row: the clues of "no place here" and of each contender, and how right each would be."""

    text: str
    source: str
    is_gold: bool
    wanted: frozenset[int]
    contenders: tuple[Contender, ...]
    told: tuple[tuple[str, ...], ...]
    right: tuple[float, ...]


def read(path: Path) -> list[dict[str, Any]]:
    """Read the rows that have one trigger."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [row for row in rows if len(row["event"]) == 1]


def grams(text: str, length: int) -> set[str]:
    """Return the runs of so many words."""
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[i : i + length]) for i in range(max(1, len(words) - length + 1))}


def examples(rows: Iterable[Mapping[str, Any]], gazetteer: Gazetteer) -> Iterator[Example]:
    """Read the sentence of each row as the pipeline does, its trigger as marked."""
    lexicon, known = default_lexicon(), {}
    for row in rows:
        text, trigger = row["text"], Span(row["event"][0]["start"], row["event"][0]["end"])
        if text not in known:
            article = Article("a", text)
            named, derived = resolved(article, gazetteer, None)
            places = sorted((*named, *derived), key=lambda r: r.mention.span)
            known[text] = places, dates.find(article), texts.sentences(text)
        places, whens, sentences = known[text]
        for span in sentences:
            if span.start <= trigger.start < span.end:
                inside = tuple(r for r in places if span.covers(r.mention.span))
                dated = tuple(w for w in whens if w.span is not None and span.covers(w.span))
                found = lexicon.find(text, span)
                rivals = [t.span for t in found if not t.span.overlaps(trigger)]
                field = Field(text, Sentence(span, 0, inside, dated))
                yield _example(row, field, pairings.Pairing(field, trigger, rivals))
                break


def _example(row: Mapping[str, Any], field: Field, pairing: pairings.Pairing) -> Example:
    spans = [Span(place["start"], place["end"]) for place in row["locations"]]
    marked = [_words(field.text, [span]) for span in spans]
    told = [tuple(set(pairing.none()))]
    right = [0.0 if spans else 1.0]
    for c in field.contenders:
        told.append(tuple({*clues.clues(field, c), *pairing.of(c)}))
        own = answer(field.text, c)
        right.append(max((_f1(own, words) for words in marked), default=0.0))
    wanted = frozenset().union(*marked)
    found = tuple(field.contenders), tuple(told), tuple(right)
    return Example(field.text, row["source"], row["gold"], wanted, *found)


def answer(text: str, c: Contender) -> frozenset[int]:
    """Return the words of a contender; of "15 km south of X" those of X, which are marked."""
    if c.kind == "phrase:relation":
        names = [Span(*m.span()) for m in re.finditer(r"[A-Z][\w'’-]*", c.span.of(text))]
        return _words(text, [Span(s.start + c.span.start, s.end + c.span.start) for s in names])
    return _words(text, [c.span])


def _words(text: str, spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(
        span.start + m.start() for span in spans for m in re.finditer(r"\w+", span.of(text))
    )


def _f1(one: frozenset[int], other: frozenset[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


# ---------------------------------------------------------------- learning


def fit(rows: Sequence[Example]) -> dict[str, float]:
    """Learn a weight for each clue: the likelihood of the right contenders, penalised."""
    usable = [row for row in rows if max(row.right) >= RIGHT]
    counts = Counter(clue for row in usable for told in row.told for clue in told)
    sources = sorted({f"source={row.source}" for row in usable} - {f"source={PLAIN}"})
    names = sorted(clue for clue, n in counts.items() if n >= _least(clue)) + sources
    number = {clue: at for at, clue in enumerate(names)}
    index: list[int] = []
    ends, right, starts = [0], list[bool](), list[int]()
    for row in usable:
        starts.append(len(right))
        best = max(row.right)
        for at, told in enumerate(row.told):
            clues = (*told, f"source={row.source}") if at == 0 else told
            index += sorted(number[clue] for clue in clues if clue in number)
            ends.append(len(index))
            right.append(row.right[at] >= max(RIGHT, best - AS_GOOD))
    found = _descend(
        np.array(index), np.array(ends), np.array(right, float), np.array(starts), len(names)
    )
    kept = zip(names, found.round(DECIMALS).tolist(), strict=True)
    return {
        clue: weight
        for clue, weight in kept
        if abs(weight) >= HARDLY and not clue.startswith("source=")
    }


def _least(clue: str) -> int:
    """Return how often a clue must be seen: what a rare verb did in a few rows says nothing."""
    return COMMON if clue.startswith(("tstem=", "ts|")) else RAREST


def _descend(index: Counts, ends: Counts, right: Numbers, starts: Counts, size: int) -> Numbers:
    """Descend along the gradient with steps of its own length for each weight (Adam)."""
    lengths = np.diff(ends)
    rows = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(right))))
    weights, mean, square = np.zeros(size), np.zeros(size), np.zeros(size)
    for epoch in range(1, EPOCHS + 1):
        sums = np.add.reduceat(weights[index], ends[:-1])
        odds = np.exp(sums - np.maximum.reduceat(sums, starts)[rows])
        hit = odds * right
        pull = odds / np.add.reduceat(odds, starts)[rows]
        pull -= hit / np.maximum(np.add.reduceat(hit, starts)[rows], 1e-300)
        slope = np.bincount(index, np.repeat(pull, lengths), size) + SHRINK * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        step = STEP * (1 - epoch / (EPOCHS + 1))
        unbiased = np.sqrt(square / (1 - 0.99**epoch)) + 1e-8
        weights -= step * mean / (1 - 0.9**epoch) / unbiased
    return weights


# ---------------------------------------------------------------- measuring


def f1(rows: Iterable[Example], table: Mapping[str, float]) -> float:
    """Return token F1 of what the weights choose."""
    hit = told = wanted = 0
    for row in rows:
        nothing, *scores = (sum(table.get(clue, 0.0) for clue in clues) for clues in row.told)
        chosen = ranking.winners(row.contenders, scores, nothing)
        words = frozenset().union(*(answer(row.text, c) for c in chosen))
        hit += len(words & row.wanted)
        told, wanted = told + len(words), wanted + len(row.wanted)
    return 2 * hit / (told + wanted)


def folds(rows: Sequence[Example]) -> list[int]:
    """Return a fold for each row; rows that share a long run of words are in the same."""
    first: dict[str, int] = {}
    parent = list(range(len(rows)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = at = parent[parent[at]]
        return at

    for at, row in enumerate(rows):
        for gram in grams(row.text, LONG):
            parent[root(at)] = root(first.setdefault(gram, at))
    heads = (rows[root(at)].text for at in range(len(rows)))
    return [int(hashlib.sha256(head.encode()).hexdigest(), 16) % FOLDS for head in heads]


def check(learned: Sequence[Example], gold: Sequence[Example]) -> None:
    """Print how well unseen rows are answered."""
    number = folds(learned)
    figures = []
    for fold in range(FOLDS):
        table = fit([row for row, f in zip(learned, number, strict=True) if f != fold])
        unseen = [row for row, f in zip(learned, number, strict=True) if f == fold]
        figures.append(f1(unseen, table))
    said = " ".join(f"{figure:.3f}" for figure in figures)
    print(f"cross-validated {said}, mean {np.mean(figures):.3f}")
    table = fit(learned)
    print(f"gold {f1(gold, table):.3f} of {len(gold)} rows, {len(table)} weights")


def main() -> None:
    """Train and write ``geo/models/attachment.json``, or measure."""
    parser = argparse.ArgumentParser(description="Train the attachment of places anew.")
    parser.add_argument("file", type=Path, help="the marked sentences, JSON Lines")
    parser.add_argument("--check", action="store_true", help="measure, write nothing")
    parser.add_argument("--output", type=Path, default=MODELS / attachment.FILE)
    told = parser.parse_args()
    found = list(examples(read(told.file), geo.open_gazetteer()))
    gold = [row for row in found if row.is_gold]
    seen = set().union(*(grams(row.text, SHARED) for row in gold))
    learned = [
        row
        for row in found
        if not row.is_gold
        and not row.source.startswith(LOST)
        and seen.isdisjoint(grams(row.text, SHARED))
    ]
    if told.check:
        check(learned, gold)
        return
    model = {
        "format": attachment.FORMAT,
        "rows": len(learned),
        "input": hashlib.sha256(told.file.read_bytes()).hexdigest(),
        "weights": fit(learned),
    }
    told.output.write_text(json.dumps(model, indent=0, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
