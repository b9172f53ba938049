"""Tag the parts of speech of a sentence, verbs with their form.

The tags are those of Universal Dependencies (NOUN, PROPN, ADP ...); a verb also says its form as
the Penn Treebank does: ``VERB:VBD`` (killed), ``VERB:VBN`` (was killed), ``AUX:VBZ`` (is),
``AUX:MD`` (may). A linear-chain conditional random field of our own, like ``geo.language.tagger``;
``tools/train_pos.py`` trains it anew, its card is ``models/pos.json``.

Reading this costs some 6 microseconds a word, so only sentences that tell of an incident are read.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from geo.language import modelcards
from geo.language.features import shape

__all__ = [
    "CARD",
    "FORMAT",
    "FREQUENT",
    "WEIGHTS",
    "Clues",
    "PartOfSpeechTagger",
    "default_pos",
]

FORMAT = 2
"""Version of what ``Clues`` makes and of the tags; weights of another version are refused."""
WEIGHTS, FREQUENT, CARD = "pos.crf", "pos_words.txt", "pos.json"
WORDS_KEPT = 50_000
"""Different words whose own clues are kept."""
SHOUTED_WORDS = 4
"""Words from which a sentence without a small letter says nothing by its capitals."""


@dataclass(frozen=True, slots=True)
class _Word:
    """What a word says by itself, and as the neighbour of others."""

    low: str
    own: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    before2: str
    after2: str
    pair_before: str
    pair_after: str


class Clues:
    """Makes the clues around each word, as short strings, for training and for reading alike.

    Parameters
    ----------
    frequent
        Words that need no more than themselves. Only of others the spelling counts: that halves
        the cost and loses nothing (.9407 and .9556 on the development files, .9413 and .9556
        with the spelling of all).
    """

    def __init__(self, frequent: Collection[str]) -> None:
        self._frequent = frequent
        self._known: dict[str, _Word] = {}
        self._edge = self._word("§")

    def __call__(self, words: Sequence[str]) -> list[list[str]]:
        """Return the clues of each word and mark of a sentence.

        Examples
        --------
        >>> "-w=was" in Clues({"was"})(["He", "was", "shot", "."])[2]
        True
        """
        edge, known = self._edge, self._known
        row = [edge, edge, *[known.get(word) or self._word(word) for word in words], edge, edge]
        mode = _mode(words)
        found = []
        around = zip(row, row[1:], row[2:], row[3:], row[4:], strict=False)
        for left2, left, word, right, right2 in around:
            told = [
                *word.own,
                *left.before,
                *right.after,
                left2.before2,
                right2.after2,
                left.pair_before + word.low,
                word.pair_after + right.low,
            ]
            if mode:
                told.append(mode)
            found.append(told)
        return found

    def _word(self, word: str) -> _Word:
        if len(self._known) >= WORDS_KEPT:
            self._known.clear()
        low, kind = word.lower(), shape(word)
        own, before, after = ["w=" + low], ["-w=" + low], ["+w=" + low]
        if low not in self._frequent:
            own += ["s=" + kind, "u2=" + low[-2:], "u3=" + low[-3:], "u4=" + low[-4:]]
            own.append("p3=" + low[:3])
            before.append("-u=" + low[-3:])
            after.append("+u=" + low[-3:])
        elif kind != "x":
            own.append("s=" + kind)
        pairs = f"b-{low}_", f"b+{low}_"
        made = _Word(low, tuple(own), tuple(before), tuple(after), "-2=" + low, "+2=" + low, *pairs)
        self._known[word] = made
        return made


def _mode(words: Sequence[str]) -> str:
    """Tell prose from a line in capitals, and from one without any."""
    told = "".join(words)
    capitals = told.isupper()
    if (capitals or told.islower()) and sum(w[:1].isalpha() for w in words) >= SHOUTED_WORDS:
        return "m=U" if capitals else "m=L"
    return ""


class PartOfSpeechTagger:
    """Tags parts of speech with one set of weights.

    Parameters
    ----------
    weights
        The model file of CRFsuite.
    frequent
        The frequent words that it was trained with.
    """

    def __init__(self, weights: bytes, frequent: Collection[str]) -> None:
        import pycrfsuite  # noqa: PLC0415 - whoever only looks places up does without

        self._weights = weights  # CRFsuite reads from this very memory as long as it tags
        self._crf = pycrfsuite.Tagger()
        self._crf.open_inmemory(self._weights)
        self._clues = Clues(frequent)

    def tags(self, words: Sequence[str]) -> list[str]:
        """Return the tag of each word and mark, as ``geo.language.text.tokens`` splits a sentence.

        Examples
        --------
        >>> default_pos().tags(["Gunmen", "killed", "two", "soldiers", "."])
        ['NOUN', 'VERB:VBD', 'NUM', 'NOUN', 'PUNCT']
        """
        return list(self._crf.tag(self._clues(words))) if words else []


@cache
def default_pos() -> PartOfSpeechTagger:
    """Return the tagger that comes with the package, read once.

    Raises
    ------
    ModelError
        A file is missing, damaged or of another version.
    """
    _, files = modelcards.read(CARD, (WEIGHTS, FREQUENT), FORMAT)
    return PartOfSpeechTagger(files[WEIGHTS], frozenset(files[FREQUENT].decode("utf-8").split()))
