"""Tag the parts of speech of a sentence, verbs with their form.

The tags are those of Universal Dependencies (NOUN, PROPN, ADP ...); a verb also says its form as
the Penn Treebank does: ``VERB:VBD`` (killed), ``VERB:VBN`` (was killed), ``AUX:VBZ`` (is),
``AUX:MD`` (may). A linear-chain conditional random field of our own, like ``geo.tagger``;
``tools/train_pos.py`` trains it anew, its card is ``models/pos.json``.

Reading this costs some 8 microseconds a word, so only sentences that tell of an incident are read.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cache
from importlib import resources

from geo.errors import ModelError
from geo.features import shape

__all__ = ["CARD", "FORMAT", "WEIGHTS", "PartOfSpeechTagger", "check", "clues", "default_pos"]

FORMAT = 1
"""Version of what ``clues`` makes and of the tags; weights of another version are refused."""
WEIGHTS, CARD = "pos.crf", "pos.json"
WORDS_KEPT = 50_000
"""Different words whose own clues are kept."""
SHOUTED_WORDS = 4
"""Words from which a sentence without a small letter says nothing by its capitals."""

_REMEDY = "install geo-incident-mapper again"


class _Word:
    """What a word says by itself, and as the neighbour of others."""

    __slots__ = ("after", "after2", "before", "before2", "low", "own")

    def __init__(self, word: str) -> None:
        low = word.lower()
        self.low = low
        self.own = ["w=" + low, "s=" + shape(word)]
        if low[:1].isalpha():
            self.own += ["u2=" + low[-2:], "u3=" + low[-3:], "u4=" + low[-4:], "p3=" + low[:3]]
        self.before = ["-w=" + low, "-u=" + low[-3:]]
        self.after = ["+w=" + low, "+u=" + low[-3:]]
        self.before2, self.after2 = "-2=" + low, "+2=" + low


_words: dict[str, _Word] = {}


def _word(word: str) -> _Word:
    known = _words.get(word)
    if known is None:
        if len(_words) >= WORDS_KEPT:
            _words.clear()
        known = _words[word] = _Word(word)
    return known


def clues(words: Sequence[str]) -> list[list[str]]:
    """Return the clues of each word and mark of a sentence.

    Examples
    --------
    >>> "-w=was" in clues(["He", "was", "shot", "."])[2]
    True
    """
    edge = _word("§")
    inner = [_word(word) for word in words]
    row = [edge, edge, *inner, edge, edge]
    mode = _mode(words)
    found = []
    for at, word in enumerate(inner):
        left2, left, _, right, right2 = row[at : at + 5]
        told = [*word.own, *left.before, *right.after, left2.before2, right2.after2]
        told += [f"b-{left.low}_{word.low}", f"b+{word.low}_{right.low}", mode]
        found.append(told)
    return found


def _mode(words: Sequence[str]) -> str:
    """Tell prose from a line in capitals, and from one without any."""
    letters = [word for word in words if word[:1].isalpha()]
    if len(letters) >= SHOUTED_WORDS:
        if all(word.isupper() for word in letters):
            return "m=U"
        if all(word.islower() for word in letters):
            return "m=L"
    return "m=N"


class PartOfSpeechTagger:
    """Tags parts of speech with one set of weights: the model file of CRFsuite."""

    def __init__(self, weights: bytes) -> None:
        import pycrfsuite  # noqa: PLC0415 - whoever only looks places up does without

        self._weights = weights  # CRFsuite reads from this very memory as long as it tags
        self._crf = pycrfsuite.Tagger()
        self._crf.open_inmemory(self._weights)

    def tags(self, words: Sequence[str]) -> list[str]:
        """Return the tag of each word and mark of a sentence, as ``geo.text.tokens`` splits it.

        Examples
        --------
        >>> default_pos().tags(["Gunmen", "killed", "two", "soldiers", "."])
        ['NOUN', 'VERB:VBD', 'NUM', 'NOUN', 'PUNCT']
        """
        return list(self._crf.tag(clues(words))) if words else []


def check(card: object, weights: bytes) -> None:
    """Refuse weights of another version, and such as the card does not speak of.

    Raises
    ------
    ModelError
        They do not fit.
    """
    told = card if isinstance(card, dict) else {}
    if told.get("format") != FORMAT:
        version = f"is of format {told.get('format')}, this version reads {FORMAT}"
        raise ModelError(version, path=CARD, remedy=_REMEDY)
    files = told.get("files")
    known = files.get(WEIGHTS) if isinstance(files, dict) else None
    if hashlib.sha256(weights).hexdigest() != known:
        reason = "is not the file that the model card names"
        raise ModelError(reason, path=WEIGHTS, remedy=_REMEDY)


@cache
def default_pos() -> PartOfSpeechTagger:
    """Return the tagger that comes with the package, read once.

    Raises
    ------
    ModelError
        A file is missing, damaged or of another version.
    """
    folder = resources.files("geo").joinpath("models")
    try:
        card = json.loads(folder.joinpath(CARD).read_text("utf-8"))
        weights = folder.joinpath(WEIGHTS).read_bytes()
    except (OSError, ValueError) as error:
        raise ModelError(f"cannot be read ({error})", path=CARD, remedy=_REMEDY) from error
    check(card, weights)
    return PartOfSpeechTagger(weights)
