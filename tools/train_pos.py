"""Train the tagger of parts of speech anew: weights and their card.

``python -m tools.train_pos FOLDER`` takes the folder with the treebanks in CoNLL-U and writes
``geo/models/pos.crf`` and ``pos.json``. It takes half a minute. The same inputs give the same
bytes.

The words of the treebanks are split anew as articles are split. A part of the sentences is shown
once more in another case: in capitals, in small letters, or with the slips of a machine that
restored the case of a text in capitals. On development files spoilt so, .930 (EWT) and .945 (GUM)
of the tags are right instead of .926 and .941, and nothing is lost on text as it was written.
"""

# ruff: noqa: INP001 - a script, no package
from __future__ import annotations

import argparse
import hashlib
import json
import random
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import pycrfsuite

from geo.language import pos
from geo.language.text import tokens
from tools.treebank import read

MODELS = Path(__file__).parents[1] / "geo" / "models"
TRAINED_ON = ("ewt_train", "gum_open_train")
MEASURED_ON = ("ewt_test", "gum_open_test", "pud_test")
ITERATIONS = 8
OFTEN = 15
"""Times from which a word counts as frequent: 5 loses .005 on GUM, 50 gains nothing."""
RAREST = 3
"""Clues seen fewer times are left out: 2 gives .001 more for a model half as large again."""
SHOUTED, SMALL, SLIPPED = 0.03, 0.03, 0.15
"""Shares of the sentences that are shown once more in capitals, in small letters, with slips."""
NAME_MISSED, NAME_INVENTED = 0.25, 0.04
"""How often restored case makes a name small, and another word of content a name."""
SEED = 1

Tagged = tuple[list[str], list[str]]
_ROOT = Path(__file__).parents[1]
CODE = (
    Path(__file__),
    Path(__file__).with_name("treebank.py"),
    *(_ROOT / "geo" / "language" / name for name in ("features.py", "pos.py", "text.py")),
)
PROBE = (
    "GRAZ, Austria (AP) — Two men weren't killed by St. Louis's gunmen, Mrs. O'Brien said.",
    "rebels fired 2,000 shells at U.N.-run camps",
    "FLOODS HIT NAIROBI AND SÃO PAULO",
)
"""What the clues of these are stands in the card: a change of the code that moves them needs
new weights, and a test says so."""


def slipped(tagged: Tagged, choose: random.Random) -> list[str]:
    """Return the words of a sentence as a machine might restore their case."""
    return [_slip(word, tag, choose.random()) for word, tag in zip(*tagged, strict=True)]


def _slip(word: str, tag: str, chance: float) -> str:
    if tag == "PROPN":
        return word.lower() if chance < NAME_MISSED else word
    content = tag.startswith(("NOUN", "ADJ", "VERB"))
    return word[:1].upper() + word[1:] if content and chance < NAME_INVENTED else word


def shown(tagged: Tagged, choose: random.Random) -> Iterator[list[str]]:
    """Yield the words of a sentence as written, and perhaps once more in another case."""
    words = tagged[0]
    yield words
    chance = choose.random()
    if chance < SHOUTED:
        yield [word.upper() for word in words]
    elif chance < SHOUTED + SMALL:
        yield [word.lower() for word in words]
    elif chance < SHOUTED + SMALL + SLIPPED:
        yield slipped(tagged, choose)


def frequent(sentences: Iterable[Tagged]) -> frozenset[str]:
    """Return the frequent words, in small letters."""
    seen = Counter(word.lower() for words, _ in sentences for word in words)
    return frozenset(word for word, times in seen.items() if times >= OFTEN)


def train(sentences: Iterable[Tagged], known: frozenset[str]) -> bytes:
    """Train the weights; ``known`` are the frequent words."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select("ap")
    trainer.set_params({"max_iterations": ITERATIONS, "feature.minfreq": RAREST})
    choose = random.Random(SEED)  # noqa: S311 - the same each time
    clues = pos.Clues(known)
    for tagged in sentences:
        for words in shown(tagged, choose):
            trainer.append(clues(words), tagged[1])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, pos.WEIGHTS)
        trainer.train(str(path))
        return path.read_bytes()


def accuracy(
    tagger: pos.PartOfSpeechTagger,
    sentences: Sequence[Tagged],
    spoil: Callable[[Tagged, random.Random], list[str]] | None = None,
) -> float:
    """Return the share of right tags, the form of verbs included."""
    choose = random.Random(SEED)  # noqa: S311 - the same each time
    right = total = 0
    for tagged in sentences:
        found = tagger.tags(spoil(tagged, choose) if spoil else tagged[0])
        right += sum(one == other for one, other in zip(found, tagged[1], strict=True))
        total += len(found)
    return round(right / max(total, 1), 4)


def main() -> None:
    """Train and write ``geo/models``."""
    parser = argparse.ArgumentParser(description="Train the tagger of parts of speech anew.")
    parser.add_argument("folder", type=Path, help="the treebanks, one .conllu file each")
    parser.add_argument("--output", type=Path, default=MODELS)
    told = parser.parse_args()
    files = {name: told.folder / f"{name}.conllu" for name in (*TRAINED_ON, *MEASURED_ON)}
    known = {name: [tree.tagged() for tree in read(path)] for name, path in files.items()}
    sentences = [tagged for name in TRAINED_ON for tagged in known[name]]
    often = frequent(sentences)
    weights = train(sentences, often)
    tagger = pos.PartOfSpeechTagger(weights, often)
    made = {pos.WEIGHTS: weights, pos.FREQUENT: "\n".join((*sorted(often), "")).encode()}
    card = {
        "format": pos.FORMAT,
        "sentences": len(sentences),
        "files": {name: _hash(data) for name, data in made.items()},
        "inputs": {path.name: _hash(path.read_bytes()) for path in files.values()},
        "accuracy": {name: accuracy(tagger, known[name]) for name in MEASURED_ON},
        "accuracy, case spoilt": {
            name: accuracy(tagger, known[name], slipped) for name in MEASURED_ON
        },
        "probe": probed(often),
        "code": {path.name: _hash(path.read_bytes()) for path in CODE},
    }
    for name, data in made.items():
        (told.output / name).write_bytes(data)
    (told.output / pos.CARD).write_text(json.dumps(card, indent=1) + "\n", "utf-8")


def probed(known: frozenset[str]) -> str:
    """Return a digest of the clues of a few sentences; ``known`` are the frequent words."""
    clues = pos.Clues(known)
    return _hash(json.dumps([clues([s.of(line) for s in tokens(line)]) for line in PROBE]).encode())


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


if __name__ == "__main__":
    main()
