"""Train the recaser anew: the weights that give shouted words their small letters back.

``python -m tools.train_casing FOLDER`` takes the folder with the openly licensed corpora
(``ner/*.conll``, ``pos/*.conllu``) and writes ``geo/models/casing.*``. Every text with capitals and
small letters shows how words are written, so the corpora need no annotation. The same inputs give
the same bytes.
"""

# ruff: noqa: INP001 - a script, no package
from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pycrfsuite

from geo.language import casing, namelist, tagger
from geo.language.namelist import NameList
from geo.language.text import tokens

MODELS = Path(__file__).parents[1] / "geo" / "models"
TRAINED_ON = (
    "ner/gmb.conll",
    "ner/crossner_politics.conll",
    "ner/wikigold.conll",
    "pos/ewt_train.conllu",
    "pos/gum_open_train.conllu",
)
HELD_OUT = ("pos/ewt_dev.conllu", "pos/ewt_test.conllu", "pos/gum_open_dev.conllu",
            "pos/gum_open_test.conllu", "pos/pud_test.conllu")  # fmt: skip
ITERATIONS = 6
RAREST = 2
"""Clues seen fewer times are left out of the first training."""
CLUES = 9500
"""Clues that are kept: 0.4 MB; fourteen times as many write 0.2 % more of the words right."""
BLOCK = 20
"""Sentences in a row that go to the same half when the use of words is learned."""
HABIT = 10
"""Times that one way of writing a word must outnumber the other."""
CAPITALISED, SHORTEST = 0.6, 5
"""Sentences of so many words with so many capitals are headlines, and teach nothing of prose."""
MIXED_SEEN = 2
CONLLU_COLUMNS = 10

PROBE = "GUNMEN OF THE E.L.N. SHOT MARÍA O'BRIEN IN SAN JOSÉ , COSTA RICA , ON 3 MAY ."
"""What the clues of this are stands in the card, and a test compares it."""

_NO_SPACE_BEFORE = frozenset(".,;:!?)]}%") | {"n't", "..."}
_NO_SPACE_AFTER = frozenset("([{$#“‘")
_GLUED = frozenset("-/")


def read(path: Path) -> Iterator[tuple[str, ...]]:
    """Yield the sentences of a corpus, split as articles are split."""
    for block in path.read_text("utf-8").split("\n\n"):
        text = _text(block.strip("\n").split("\n"))
        if text:
            yield tuple(span.of(text) for span in tokens(text))


def _text(lines: Sequence[str]) -> str:
    """Return the running text of one sentence of a CoNLL or CoNLL-U file."""
    rows = [line.split("\t") for line in lines if line and not line.startswith("# ")]
    if rows and len(rows[0]) == CONLLU_COLUMNS:
        return _joined((row[1], "SpaceAfter=No" in row[-1]) for row in rows if row[0].isdecimal())
    return _join([row[0] for row in rows])


def _joined(told: Iterable[tuple[str, bool]]) -> str:
    return "".join(word + ("" if glued else " ") for word, glued in told).rstrip()


def _join(words: Sequence[str]) -> str:
    """Write the words of a corpus as running text."""
    text, before, quotes = "", "", 0
    for word in words:
        quotes += word == '"'
        closes = word == '"' and quotes % 2 == 0
        clitic = word[:1] in {"'", "’"} and 1 < len(word) <= 3
        glued = (
            not text or closes or clitic or word in _NO_SPACE_BEFORE or before in _NO_SPACE_AFTER
            or word in _GLUED or before in _GLUED or (before == '"' and quotes % 2 == 1)
        )  # fmt: skip
        text += word if glued else " " + word
        before = word
    return text


def is_prose(words: Sequence[str]) -> bool:
    """Tell whether a sentence is written as prose: not a headline, not without capitals."""
    lettered = [word for word in words if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in lettered)
    if not lettered or not lettered[0][0].isupper():
        return False
    return len(lettered) < SHORTEST or capitals <= CAPITALISED * len(lettered)


def mixed(sentences: Iterable[Sequence[str]]) -> dict[str, str]:
    """Return the words with capitals inside, as they are mostly written."""
    seen: Counter[str] = Counter()
    for words in sentences:
        told = zip(words, casing.labels(words), strict=True)
        seen.update(word for word, label in told if label == casing.MIXED)
    found: dict[str, str] = {}
    for word, times in sorted(seen.items(), key=lambda item: (item[1], item[0])):
        if times >= MIXED_SEEN and len(word.lower()) == len(word):
            found[word.lower()] = word
    return dict(sorted(found.items()))


def usage(sentences: Iterable[Sequence[str]]) -> dict[str, str]:
    """Return how words are written inside a sentence: ``l`` small, ``t`` title, ``b`` both.

    One capital is no habit: a word that was seen once, with a capital, is left unknown.
    """
    small: Counter[str] = Counter()
    raised: Counter[str] = Counter()
    for words in sentences:
        for word in _inner(words):
            if word.isascii() and word.isalpha():
                (small if word.islower() else raised)[word.lower()] += 1
    found = {}
    for word in sorted(small | raised):
        if small[word] >= HABIT * raised[word]:
            found[word] = "l"
        elif raised[word] < HABIT * small[word]:
            found[word] = "b"
        elif raised[word] > 1:
            found[word] = "t"
    return found


def _inner(words: Sequence[str]) -> list[str]:
    """Return the words of a sentence behind the first, whose capital says nothing."""
    return [word for word in words if word[0].isalpha()][1:]


def train(sentences: Sequence[Sequence[str]], judge: tagger.Tagger) -> bytes:
    """Train on sentences as they are written; return the weights.

    A first training shows which clues matter; a second one makes do with these.
    """
    halves = [[s for i, s in enumerate(sentences) if i // BLOCK % 2 == half] for half in (0, 1)]
    # What was learned from a half says too much about that very half: each gets the other's.
    learned = [NameList(usage(half)) for half in halves]
    data = []
    for half, sentences_of_half in enumerate(halves):
        known = casing.Known(learned[1 - half], judge.names, judge.first_names)
        data += [(casing.clues(words, known), casing.labels(words)) for words in sentences_of_half]
    first = _fit(data, rarest=RAREST)
    kept = _weightiest(first)
    few = [([[c for c in told if c in kept] for told in clues], said) for clues, said in data]
    return _fit(few, rarest=1)


def _fit(data: Iterable[tuple[list[list[str]], list[str]]], *, rarest: int) -> bytes:
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select("ap")
    trainer.set_params({"max_iterations": ITERATIONS, "feature.minfreq": rarest})
    for clues, said in data:
        trainer.append(clues, said)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, casing.WEIGHTS)
        trainer.train(str(path))
        return path.read_bytes()


def _weightiest(weights: bytes) -> frozenset[str]:
    """Return the clues whose weights for the labels lie farthest apart."""
    told = pycrfsuite.Tagger()
    told.open_inmemory(weights)
    apart: dict[str, tuple[float, float]] = {}
    for (clue, _), weight in told.info().state_features.items():
        low, high = apart.get(clue, (0.0, 0.0))
        apart[clue] = (min(low, weight), max(high, weight))
    order = sorted(apart, key=lambda clue: (apart[clue][0] - apart[clue][1], clue))
    return frozenset(order[:CLUES])


def score(recaser: casing.Recaser, sentences: Iterable[Sequence[str]]) -> dict[str, float]:
    """Return the share of words that are written right, sentence starts and marks left out."""
    right = total = found = wanted = hit = 0
    for words in sentences:
        shouted = [word.upper() if len(word.upper()) == len(word) else word for word in words]
        first = True  # its capital says nothing
        for word, loud, label in zip(words, shouted, recaser.labels(shouted), strict=True):
            if not word[0].isalpha():
                continue
            if first:
                first = False
                continue
            told = recaser.written(loud, label)
            right, total = right + (told == word), total + 1
            found, wanted = found + (not told.islower()), wanted + (not word.islower())
            hit += not word.islower() and told == word
    precision, recall = hit / max(found, 1), hit / max(wanted, 1)
    return {
        "words": total,
        "accuracy": round(right / max(total, 1), 4),
        "capitals F1": round(2 * precision * recall / max(precision + recall, 1e-9), 4),
    }


def probe(known: casing.Known) -> str:
    """Return the hash of the clues of some words: if it moves, the weights are out of date."""
    words = PROBE.split()
    told = [[sorted(one) for one in casing.clues(words, known)], casing.labels(words)]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def main() -> None:
    """Train and write ``geo/models/casing.*``."""
    parser = argparse.ArgumentParser(description="Train the recaser anew.")
    parser.add_argument("folder", type=Path, help="the corpora, in ner/ and pos/")
    parser.add_argument("--output", type=Path, default=MODELS)
    told = parser.parse_args()
    judge = tagger.default_tagger()
    paths = [told.folder / name for name in TRAINED_ON]
    sentences = [words for path in paths for words in read(path) if is_prose(words)]
    files = {
        casing.WEIGHTS: train(sentences, judge),
        casing.USAGE: namelist.dumps(usage(sentences)),
    }
    known = casing.Known(namelist.loads(files[casing.USAGE]), judge.names, judge.first_names)
    recaser = casing.Recaser(files[casing.WEIGHTS], mixed(sentences), known)
    held = {
        Path(name).stem: score(recaser, filter(is_prose, read(told.folder / name)))
        for name in HELD_OUT
    }
    for name, data in files.items():
        (told.output / name).write_bytes(data)
    card = {
        "format": casing.FORMAT,
        "sentences": len(sentences),
        "held out": held,
        "probe": probe(known),
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
        "inputs": {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in paths},
        "mixed": mixed(sentences),
    }
    text = json.dumps(card, indent=1, ensure_ascii=False) + "\n"
    (told.output / casing.CARD).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
