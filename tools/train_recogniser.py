"""Train the recogniser of places anew: names, first names, weights and their card.

``python -m tools.train_recogniser FOLDER`` takes the folder with the openly licensed corpora (one
``.conll`` file each: token, tab, IOB2 tag; a blank line between sentences) and writes
``geo/models``. It takes a minute or two and needs the compiled gazetteer. The same inputs give
the same bytes.

1. The list of names is frozen from the compiled gazetteer of the day (``--keep-names``: not).
2. The corpora tagged by hand train a first model.
3. It reads the large corpus that was tagged by machine. Sentences in which the two disagree about
   places are left out, names of countries that stand there as peoples are mended: that gained
   2 to 5 points of F1 on the development files over taking all of it.
4. All of it together trains the model that ships, a small part once more in capitals.
5. Names inside the names of bodies: what one is where it stands alone in the corpora tells what it
   is inside. That trains a logistic regression on the words around it.
"""

# ruff: noqa: INP001 - a script, no package
from __future__ import annotations

import argparse
import hashlib
import json
import random
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from geo.gazetteers.rows import unpack
from geo.io.index import index_path
from geo.language import embedded, namelist, tagger
from geo.language.features import at_capitals, features
from geo.language.namelist import NameList
from geo.language.names import fold, keys
from geo.language.text import tokens
from geo.language.words import words as listed_words
from geo.model import PlaceKind

MODELS = Path(__file__).parents[1] / "geo" / "models"
BY_HAND = ("crossner_politics", "gum_open", "uner_ewt", "uner_pud", "wikigold", "wnut17")
BY_MACHINE = "gmb"
ITERATIONS = 8
RAREST = 2
"""Clues seen fewer times are left out: half the size, within noise on the development files."""
SHOUTED = 0.03
"""Share of the sentences that are shown once more in capitals, as headlines and datelines are."""
LONGEST_SHOUTED = 60
BLOCK = 20
"""Sentences in a row that go to the same half when first names are learned."""
SEED = 1

SEEN_ALONE, MOSTLY, MOSTLY_NOT = 2, 0.7, 0.2
"""Times a name must stand alone, and the shares of these as a place that settle what it is."""
LONGEST_INSIDE = 4
EPOCHS, STEP, SHRINK, CLUE_SEEN, HARDLY = 60, 0.3, 0.004, 4, 0.05
FAMOUS = 300_000
"""Inhabitants from which a city's old and foreign names are clues too: Saigon, Peking."""
SIZES = {"L": 100_000, "M": 15_000}
LETTERS = {"country": "C", "admin1": "A", "admin2": "U", "region": "R", "water": "W"}

_ROOT = Path(__file__).parents[1]
CODE = (
    Path(__file__),
    *(
        _ROOT / "geo" / "language" / name
        for name in (
            "embedded.py",
            "features.py",
            "namelist.py",
            "names.py",
            "scripts.py",
            "scripts.toml",
            "tagger.py",
            "text.py",
            "words.py",
            "words.toml",
        )
    ),
)
PROBE = (
    "GRAZ, Austria (AP) — Two men from St. Louis, Mo., met Mrs. O'Brien of the Bank of Ghana.",
    "Rebels in northern Mali's Kidal region fired 2,000 shells at U.N.-run camps near Gao.",
    "FLOODS HIT NAIROBI AND SÃO PAULO",
    "Štrpce, Љубовија and Zürich don't agree, said Karl-Heinz Ôta.",
)
"""What the clues of these are stands in the card: a change of the code that moves them needs
new weights, and a test says so."""

_NO_SPACE_BEFORE = frozenset(".,;:!?)]}%") | {"n't", "..."}
_NO_SPACE_AFTER = frozenset("([{$#“‘")
_GLUED = frozenset("-/")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens as ``geo.language.text.tokens`` splits them, and their labels."""

    words: tuple[str, ...]
    labels: tuple[str, ...]

    def places(self) -> set[tuple[int, int]]:
        """Return where the places stand, in tokens."""
        return {(a, b) for a, b, label in tagger.spans(self.labels) if label == "LOC"}


def read(path: Path) -> list[Sentence]:
    """Read a corpus, and split its text anew as articles are split."""
    rows = path.read_text("utf-8").split("\n\n")
    pairs = ([tuple(line.split("\t")) for line in row.strip("\n").split("\n")] for row in rows)
    return [_split([(p[0], p[1]) for p in told]) for told in pairs if len(told[0]) == 2]


def _split(told: Sequence[tuple[str, str]]) -> Sentence:
    text, at = _join([word for word, _ in told])
    labels = [label for _, label in told]
    named = [(at[first][0], at[last - 1][1], label) for first, last, label in tagger.spans(labels)]
    spans = tokens(text)
    words = tuple(span.of(text) for span in spans)
    found = ["O"] * len(spans)
    for start, end, label in named:
        inside = [i for i, span in enumerate(spans) if span.start < end and start < span.end]
        if label == "PER":
            inside = _without_titles(words, inside)
        for part in _parts(words, inside) if label == "LOC" else [inside]:
            for i in part:
                found[i] = ("B-" if i == part[0] else "I-") + label
    return Sentence(words, tuple(found))


def _without_titles(words: Sequence[str], inside: Sequence[int]) -> list[int]:
    """Leave "Prime Minister" out of a name; the large corpus has it in, the others have not."""
    titles = listed_words().titles
    named = [words[i].strip(".").lower() not in titles for i in inside]
    return list(inside[named.index(True) :]) if True in named else list(inside)


def _parts(words: Sequence[str], inside: Sequence[int]) -> Iterator[list[int]]:
    """Part "the Isle of Wight" from its article, "#Lagos" from its mark, and "Cork, Ireland"."""
    part: list[int] = []
    for i in inside:
        if not part and words[i] in {"the", "#", "@", "(", '"'}:
            continue
        if words[i] in {",", "/", ")", '"'}:
            yield part
            part = []
        else:
            part.append(i)
    yield part


def _join(words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Write the words of a corpus as running text, and tell where each of them stands."""
    text, at, before, quotes = "", [], "", 0
    for word in words:
        quotes += word == '"'
        closes = word == '"' and quotes % 2 == 0
        clitic = word[:1] in {"'", "’"} and 1 < len(word) <= 3
        glued = (
            not text or closes or clitic or word in _NO_SPACE_BEFORE or before in _NO_SPACE_AFTER
            or word in _GLUED or before in _GLUED or (before == '"' and quotes % 2 == 1)
        )  # fmt: skip
        text += "" if glued else " "
        at.append((len(text), len(text) + len(word)))
        text += word
        before = word
    return text, at


def first_names(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Return the words that mostly begin the names of people."""
    leading: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for sentence in sentences:
        capital.update(word.lower() for word in sentence.words if word[:1].isupper())
        leading.update(
            sentence.words[first].lower()
            for first, last, label in tagger.spans(sentence.labels)
            if label == "PER" and last - first > 1
        )
    return frozenset(w for w, n in leading.items() if n > 1 and 2 * n > capital[w])


def train(sentences: Sequence[Sentence], known: NameList) -> tuple[bytes, frozenset[str]]:
    """Train one model; return its weights and the first names it was trained with."""
    halves = [[s for i, s in enumerate(sentences) if i // BLOCK % 2 == half] for half in (0, 1)]
    # First names learned from a half say too much about that very half: each gets the other's.
    called = [first_names(half) for half in halves]
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select("ap")
    trainer.set_params({"max_iterations": ITERATIONS, "feature.minfreq": RAREST})
    choose = random.Random(SEED)  # noqa: S311 - the same each time
    for half, sentences_of_half in enumerate(halves):
        for sentence in sentences_of_half:
            for words in _shown(sentence, choose):
                at = at_capitals(words)
                clues = features(words, known, called[1 - half], at)
                trainer.append(clues, [sentence.labels[i] for i in at])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, tagger.WEIGHTS)
        trainer.train(str(path))
        return path.read_bytes(), called[0] | called[1]


def _shown(sentence: Sentence, choose: random.Random) -> Iterator[tuple[str, ...]]:
    yield sentence.words
    if choose.random() < SHOUTED and len(sentence.words) < LONGEST_SHOUTED:
        yield tuple(word.upper() for word in sentence.words)


def cleaned(sentences: Iterable[Sentence], judge: tagger.Tagger) -> list[Sentence]:
    """Keep the sentences in which a model finds the very places that the corpus has."""
    mended = (_mended(sentence, judge.names) for sentence in sentences)
    return [
        s for s in mended if Sentence(s.words, tuple(judge.labels(s.words))).places() == s.places()
    ]


def _mended(sentence: Sentence, known: NameList) -> Sentence:
    """Make a country of what the large corpus calls a people: "Britain's"."""
    labels = list(sentence.labels)
    for first, last, label in tagger.spans(sentence.labels):
        key = fold(" ".join(sentence.words[first:last]).removesuffix(" 's"))
        if label == "NORP" and known.letter(key) == "C":
            labels[first:last] = ("B-LOC", *["I-LOC"] * (last - first - 1))
    return Sentence(sentence.words, tuple(labels))


def inner_names(
    sentences: Iterable[Sentence], known: NameList, called: frozenset[str]
) -> list[tuple[list[str], bool]]:
    """Return the clues of names inside the names of bodies, and whether each is a place.

    Nobody marked them there. A name that stands alone mostly as a place is one inside too; one
    that stands alone mostly as something else is none; what stands alone too seldom is left out.
    """
    alone: dict[str, Counter[str]] = {}
    bodies = []
    for sentence in sentences:
        for first, last, label in tagger.spans(sentence.labels):
            words = sentence.words[first:last]
            alone.setdefault(fold(" ".join(words)), Counter())[label] += 1
            if label == "ORG" and len(words) > 1:
                bodies.append(words)
    found = []
    for words in bodies:
        for first, last, key in _listed_inside(words, known):
            is_place = _stands_for_place(alone.get(key, Counter()))
            if is_place is not None:
                letter = known.letter(key) or "-"
                found.append((list(embedded.clues(words, first, last, letter, called)), is_place))
    return found


def _stands_for_place(labels: Counter[str]) -> bool | None:
    total = labels.total()
    share = (labels["LOC"] + labels["NORP"]) / total if total else 0.0
    if total < SEEN_ALONE or MOSTLY_NOT < share < MOSTLY:
        return None
    return share >= MOSTLY


def _listed_inside(words: Sequence[str], known: NameList) -> Iterator[tuple[int, int, str]]:
    """Yield the longest listed names of places strictly inside a name, left to right."""
    at = 0
    while at < len(words):
        ends = range(min(len(words), at + LONGEST_INSIDE), at, -1)
        spans = ((end, fold(" ".join(words[at:end]))) for end in ends if end - at < len(words))
        hit = next((s for s in spans if (known.letter(s[1]) or "N") not in "NO"), None)
        if hit and words[at][:1].isupper():
            yield at, *hit
            at = hit[0]
        else:
            at += 1


def fit(data: Sequence[tuple[list[str], bool]]) -> dict[str, float]:
    """Fit a logistic regression, clue by clue in a fixed order: no library, no rounding of its own.

    Adaptive gradient steps with a little shrinkage; weights that hardly count are left out.
    """
    seen = Counter(clue for told, _ in data for clue in told)
    rows = [([clue for clue in told if seen[clue] >= CLUE_SEEN], y) for told, y in data]
    table: dict[str, float] = {}
    steps: dict[str, float] = {}
    choose = random.Random(SEED)  # noqa: S311 - the same each time
    for _ in range(EPOCHS):
        choose.shuffle(rows)
        for told, is_place in rows:
            error = is_place - embedded.probability(iter(told), table)
            for clue in told:
                slope = error - SHRINK * table.get(clue, 0.0)
                steps[clue] = steps.get(clue, 0.0) + slope * slope
                moved = STEP * slope / (steps[clue] + 1e-6) ** 0.5
                table[clue] = table.get(clue, 0.0) + moved
    return {clue: round(w, 3) for clue, w in sorted(table.items()) if abs(w) >= HARDLY}


def frozen(database: sqlite3.Connection) -> dict[str, str]:
    """Return the names of a compiled gazetteer with the letter of what news means by each.

    Names of their own count for all places. Old and foreign ones count for countries, units and
    reviewed places, and for large cities: nobody writes of a village by its name in Tamil.
    """
    rows = database.execute("SELECT row, id, name, kind, population, names FROM place")
    letters, own, wide = {}, set(), set()
    for row, place_id, name, kind, population, names in rows:
        letters[row] = _letter(kind, population or 0)
        english = dict(json.loads(names)).get("en", "") if names else ""
        own |= {key for told in (name, english) for key in keys(told)}
        if not place_id.startswith("gn:") or (population or 0) >= FAMOUS:
            wide.add(row)
    found = {}
    for key, packed in database.execute("SELECT key, places FROM name"):
        first = unpack(packed)[0][0]
        if key in own or first in wide:
            found[key] = letters[first]
    for table, letter in (("organisation", "O"), ("demonym", "N")):
        for (word,) in database.execute(f"SELECT word FROM {table}"):  # noqa: S608
            found[word] = letter
    return found


def _letter(kind: str, population: int) -> str:
    if kind == PlaceKind.SETTLEMENT:
        return next((told for told, least in SIZES.items() if population >= least), "S")
    return LETTERS.get(kind, "X")


def main() -> None:
    """Train and write ``geo/models``."""
    parser = argparse.ArgumentParser(description="Train the recogniser anew.")
    parser.add_argument("folder", type=Path, help="the corpora, one .conll file each")
    parser.add_argument("--keep-names", action="store_true", help="take the list of names as it is")
    parser.add_argument("--output", type=Path, default=MODELS)
    told = parser.parse_args()
    names_file = told.output / namelist.FILE
    if not told.keep_names:
        compiled = index_path()
        if compiled is None:
            parser.error("there is no compiled gazetteer; run `geo gazetteer build` first")
        with sqlite3.connect(f"file:{compiled}?mode=ro", uri=True) as database:
            names_file.write_bytes(namelist.dumps(frozen(database)))
    known = namelist.loads(names_file.read_bytes())
    by_hand = [s for name in BY_HAND for s in read(told.folder / f"{name}.conll")]
    judge = tagger.Tagger(*_in_order(*train(by_hand, known), known))
    by_machine = cleaned(read(told.folder / f"{BY_MACHINE}.conll"), judge)
    weights, called = train([*by_hand, *by_machine], known)
    inner = fit(inner_names([*by_hand, *by_machine], known, called))
    files = {
        embedded.FILE: (json.dumps(inner, indent=0, ensure_ascii=False) + "\n").encode(),
        namelist.FILE: names_file.read_bytes(),
        tagger.FIRST_NAMES: "\n".join((*sorted(called), "")).encode(),
        tagger.WEIGHTS: weights,
    }
    for name, data in files.items():
        (told.output / name).write_bytes(data)
    corpora = [told.folder / f"{name}.conll" for name in (*BY_HAND, BY_MACHINE)]
    card = {
        "format": tagger.FORMAT,
        "sentences": {"by hand": len(by_hand), "by machine, kept": len(by_machine)},
        "files": {name: _hash(data) for name, data in sorted(files.items())},
        "inputs": {path.name: _hash(path.read_bytes()) for path in sorted(corpora)},
        "probe": probed(known, called),
        "code": {path.name: _hash(path.read_bytes()) for path in CODE},
    }
    (told.output / tagger.CARD).write_text(json.dumps(card, indent=1) + "\n", "utf-8")


def _in_order(
    weights: bytes, called: frozenset[str], known: NameList
) -> tuple[bytes, NameList, frozenset[str]]:
    return weights, known, called


def probed(known: NameList, called: frozenset[str]) -> str:
    """Return a digest of the clues of a few sentences."""
    told = [features([span.of(line) for span in tokens(line)], known, called) for line in PROBE]
    return _hash(json.dumps(told).encode())


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


if __name__ == "__main__":
    main()
