"""Measure how places are resolved when the names are given, and tune the weights of that step.

Run from the root of the project, with the folder that holds the development files::

    python tools/tune_resolution.py FOLDER                 # a table, per corpus and half
    python tools/tune_resolution.py FOLDER --ablate        # what each argument is worth
    python tools/tune_resolution.py FOLDER --tune          # coordinate descent over the weights
    python tools/tune_resolution.py FOLDER --knots         # scores against how often they are right

A corpus is a JSON Lines file of ``{"id", "text", "toponyms": [{"start", "end", "lat", "lon"}]}``;
``FOLDER/peers/hu_*_lgl_dev.jsonl`` hold the answers of other resolvers to the same names. The names
are those of the corpus, so that recognition does not matter; how a name is used is guessed by plain
rules. ``lgl_dev`` is split in two halves by a hash of the article's id: weights are chosen on A and
kept only if they gain on both and lose on no other corpus.
"""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import json
import math
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from geo import cases, context, datelines, evidence, places
from geo.cases import Docket
from geo.gazetteer import Gazetteer
from geo.io.index import open_gazetteer
from geo.model import Article, Mention, MentionClass, PlaceKind, Resolution, Span
from geo.names import fold
from geo.weights import WEIGHTS, Weights
from geo.words import words

CORPORA = ("lgl_dev", "tudloc", "geocorpora", "hu2014")
SPLIT = "lgl_dev"
NEAR_KM = 161.0
FAR_KM = 20_039.0
"""What an unanswered name is charged in the mean distance: half the way round the Earth."""
RESAMPLED = 1000
EARTH_KM = 6371.0088
LEAST = 0.01
"""Share that counts for one below it: a corpus has errors of its own."""
FIRST_STEP, LAST_STEP = 0.4, 0.1
MAY_LOSE = 0.001
MUST_GAIN = 0.001


@dataclass(frozen=True)
class Named:
    """A corpus article with its names as mentions, and where each of them is."""

    article: Article
    mentions: tuple[Mention, ...]
    gold: Mapping[Span, tuple[float, float]]


@dataclass(frozen=True)
class Measured:
    """What came of one name: kilometres off, ``None`` if unanswered, and the score it got."""

    km: float | None
    score: float
    possible: bool


# ---------------------------------------------------------------- corpora


def read_corpus(path: Path, gazetteer: Gazetteer) -> list[Named]:
    """Read a corpus; spans without coordinates are mentions too, but are not measured."""
    with path.open(encoding="utf-8") as lines:
        return [named(json.loads(line), gazetteer) for line in lines if line.strip()]


def named(told: Mapping[str, Any], gazetteer: Gazetteer) -> Named:
    """Make mentions of the spans of a corpus."""
    article = Article(str(told["id"]), told["text"])
    opening = datelines.end_of_opening(article.text)
    spans = sorted({Span(int(t["start"]), int(t["end"])) for t in told["toponyms"]})
    apart = [s for s, t in zip(spans, [None, *spans], strict=False) if t is None or not s.overlaps(t)]
    found = tuple(mention(article.text, span, opening, gazetteer) for span in apart)
    gold = {
        Span(int(t["start"]), int(t["end"])): (float(t["lon"]), float(t["lat"]))
        for t in told["toponyms"]
        if t.get("lat") is not None
    }
    return Named(article, found, gold)


def mention(text: str, span: Span, opening: int, gazetteer: Gazetteer) -> Mention:
    """Guess the use and the sort of place of a given name."""
    name = span.of(text)
    known = words()
    short = known.states.get(name.rstrip("."))
    if short and (not gazetteer.lookup(name) or text[: span.start].rstrip(" \n").endswith(",")):
        name = short
    last = name.split()[-1].lower() if name.split() else ""
    before, after = text[max(0, span.start - 80) : span.start], text[span.end : span.end + 80]
    hint = last if last in known.units and last != name.lower() else None
    if hint is None and (match := known.hint_after.match(after) or known.hint_before.search(before)):
        hint = match.group(1).lower()
    if hint is None and (match := known.hint_around.search(before)):
        around = match.group(1).lower()
        kinds = {place.kind.value for place in gazetteer.lookup(name)}
        hint = around if known.hints.get(around) in kinds else None
    use = MentionClass.LITERAL
    if fold(name) in gazetteer.demonyms:
        use = MentionClass.DEMONYM
    elif span.start < opening and datelines.holds(text, span):
        use = MentionClass.DATELINE
    return Mention(span, name, use, hint)


def half(article: Article) -> str:
    """Return A or B, by a hash of the id."""
    return "AB"[hashlib.sha256(f"half {article.id}".encode()).digest()[0] % 2]


# ---------------------------------------------------------------- measuring


def measure(one: Named, gazetteer: Gazetteer) -> list[Measured]:
    """Resolve the names of one article and measure each that has coordinates."""
    answers = places.resolve(one.article, one.mentions, gazetteer)
    return [
        judged(answer, one.gold[answer.mention.span], gazetteer)
        for answer in answers
        if answer.mention.span in one.gold
    ]


def judged(answer: Resolution, at: tuple[float, float], gazetteer: Gazetteer) -> Measured:
    """Measure an answer, and tell whether any place of the name would have been right."""
    place = answer.place
    km = None
    if place is not None and place.lon is not None and place.lat is not None:
        km = kilometres(at, (place.lon, place.lat))
    possible = (km is not None and km <= NEAR_KM) or any(
        p.lon is not None and p.lat is not None and kilometres(at, (p.lon, p.lat)) <= NEAR_KM
        for p in gazetteer.lookup(answer.mention.name)
    )
    return Measured(km, answer.score, possible)


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the length of the great circle between two positions (lon, lat)."""
    lon1, lat1, lon2, lat2 = map(math.radians, (*one, *other))
    half_chord = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half_chord)))


def accuracy(rows: Sequence[Sequence[Measured]]) -> dict[str, float]:
    """Return the figures of a corpus."""
    told = [m for row in rows for m in row]
    answered = [m.km for m in told if m.km is not None]
    right = sum(km <= NEAR_KM for km in answered)
    count = max(len(told), 1)
    return {
        "n": len(told),
        "acc": right / count,
        "answered": len(answered) / count,
        "of answered": right / max(len(answered), 1),
        "mean km": sum(FAR_KM if m.km is None else m.km for m in told) / count,
        "oracle": sum(m.possible for m in told) / count,
    }


def interval(rows: Sequence[Sequence[Measured]]) -> tuple[float, float]:
    """Return the 95 % interval of the accuracy, articles resampled."""
    chance = random.Random(0)  # noqa: S311 - no secret
    told = [(sum(m.km is not None and m.km <= NEAR_KM for m in row), len(row)) for row in rows]
    found = []
    for _ in range(RESAMPLED):
        drawn = [told[chance.randrange(len(told))] for _ in told]
        found.append(sum(r for r, _ in drawn) / max(sum(n for _, n in drawn), 1))
    found.sort()
    return found[int(0.025 * RESAMPLED)], found[int(0.975 * RESAMPLED) - 1]


# ---------------------------------------------------------------- tuning


@dataclass(frozen=True)
class Trial:
    """An article prepared for many judgements: its cases, and which candidates are right."""

    docket: Docket
    golds: tuple[tuple[int, frozenset[int]], ...]


def prepare(one: Named, gazetteer: Gazetteer) -> Trial:
    """Make the cases of an article, and mark the right candidates of each measured name."""
    names = [m for m in one.mentions if m.found_by == "name"]
    docket = cases.call(context.gather(one.article, one.mentions, gazetteer), names)
    golds = []
    for mention, at in docket.of.items():
        if mention.span in one.gold:
            gold = one.gold[mention.span]
            places_of = [c.place for c in docket.cases[at].candidates]
            right = (
                index
                for index, p in enumerate(places_of)
                if p.lon is not None
                and p.lat is not None
                and kilometres(gold, (p.lon, p.lat)) <= NEAR_KM
            )
            golds.append((at, frozenset(right)))
    return Trial(docket, tuple(golds))


def likelihood(trials: Sequence[Trial], weights: Weights) -> float:
    """Return the mean logarithm of the share that what is right gets, none of them included.

    Smoother than the share of right answers, so that less of a gain is chance.
    """
    total, count = 0.0, 0
    for trial in trials:
        shares, _ = evidence.judge(trial.docket, weights)
        for at, right in trial.golds:
            told = shares[at]
            good = sum(told[i] for i in right) if right else 1.0 - sum(told)
            total += math.log(max(good, LEAST))
            count += 1
    return total / max(count, 1)


def tune(parts: Mapping[str, Sequence[Trial]], weights: Weights) -> Weights:
    """Move one weight at a time; keep what gains on the whole and loses nowhere."""
    best = {name: likelihood(trials, weights) for name, trials in parts.items()}
    print("start", told_scores(best), flush=True)
    step = FIRST_STEP
    while step >= LAST_STEP:
        moved = False
        for field in dataclasses.fields(Weights):
            value = getattr(weights, field.name)
            size = max(abs(value), 1.5) * step
            for new in (value + size, value - size):
                trial = dataclasses.replace(weights, **{field.name: round(new, 2)})
                found = gained(parts, trial, best)
                if found is not None:
                    weights, best, moved = trial, found, True
                    print(field.name, round(new, 2), told_scores(best), flush=True)
                    break
        if not moved:
            step /= 2
    return weights


def gained(
    parts: Mapping[str, Sequence[Trial]], weights: Weights, best: Mapping[str, float]
) -> dict[str, float] | None:
    """Return the likelihoods if they gain on the whole and no part loses, else ``None``."""
    found: dict[str, float] = {}
    for name, trials in parts.items():
        found[name] = likelihood(trials, weights)
        if found[name] < best[name] - MAY_LOSE:
            return None
    gain = sum(found.values()) - sum(best.values())
    return found if gain > MUST_GAIN else None


def told_scores(scores: Mapping[str, float]) -> str:
    """Write likelihoods in one line."""
    return " ".join(f"{name} {score:.4f}" for name, score in scores.items())
