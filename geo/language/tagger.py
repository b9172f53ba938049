"""Tag the names in a text: places, people, bodies, peoples, other names.

A linear-chain conditional random field of our own (``python-crfsuite``). What it was trained on,
what it scores and what it cannot do stand in ``models/README.md``; ``tools/train_recogniser.py``
trains it anew.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from geo.language import embedded, modelcards, namelist
from geo.language import text as prose
from geo.language.almanac import words
from geo.language.features import at_capitals, features
from geo.language.namelist import NameList
from geo.model import Span

__all__ = ["CARD", "FORMAT", "WEIGHTS", "Tag", "Tagger", "default_tagger", "spans"]

FORMAT = 2
"""Version of what ``features`` makes; weights of another version are refused."""
WEIGHTS, CARD, FIRST_NAMES = "recogniser.crf", "recogniser.json", "first_names.txt"


@dataclass(frozen=True, slots=True)
class Tag:
    """A name in the text: ``label`` is LOC, PER, ORG, NORP (a people) or MISC."""

    span: Span
    label: str


class Tagger:
    """Tags names with one set of weights.

    Parameters
    ----------
    weights
        The model file of CRFsuite.
    known
        The names it was trained with.
    first_names
        The first names it was trained with.
    """

    def __init__(self, weights: bytes, known: NameList, first_names: frozenset[str]) -> None:
        import pycrfsuite  # noqa: PLC0415 - whoever only looks places up does without

        self._weights = weights  # CRFsuite reads from this very memory as long as it tags
        self._crf = pycrfsuite.Tagger()
        self._crf.open_inmemory(self._weights)
        self.names = known
        self.first_names = first_names

    def labels(self, words: Sequence[str]) -> list[str]:
        """Return the IOB2 label of each word and mark of a sentence."""
        labels = ["O"] * len(words)
        if _may_name(words):
            at = at_capitals(words)
            clues = features(words, self.names, self.first_names, at)
            for position, label in zip(at, self._crf.tag(clues), strict=True):
                labels[position] = label
        return labels

    def surnames(self, name: str, given: Container[str] = ()) -> Iterator[str]:
        """Yield by what somebody is called later: "juan pablo lima rojas" is "lima" as well.

        ``given`` are first names that the corpora of the tagger lack.
        """
        first, *names, last = name.split(" ")
        yield last
        if first in self.first_names or first in given:
            yield from (n for n in names if n not in self.first_names and n not in given)

    def tag(self, text: str) -> tuple[Tag, ...]:
        """Return the names of a text in their order, not overlapping.

        Examples
        --------
        >>> text = "The mayor of Berat met Maria Keller."
        >>> [(tag.label, tag.span.of(text)) for tag in default_tagger().tag(text)]
        [('LOC', 'Berat'), ('PER', 'Maria Keller')]
        """
        return tuple(self._tags(text))

    def _tags(self, text: str) -> Iterator[Tag]:
        for sentence in prose.sentences(text):
            start = sentence.start
            # Seen at once, before anything is taken apart: "It rained all night."
            said = text[start : sentence.end]
            if said[1:].islower() and said.split(None, 1)[0].lower() in prose.STARTERS:
                continue
            bounds = prose.bounds(text, start, sentence.end)
            told = [text[a:b] for a, b in bounds]
            seen = _as_closed(_as_county(_as_headed(told)))
            labels = self._with_saints(told, self.labels(seen)[: len(told)])
            for first, last, label in spans(labels):
                for part in _at_dashes(bounds, told, range(first, last)):
                    named = _to_its_end(told, _of_the_name(told, part))
                    if named:
                        yield Tag(Span(bounds[named[0]][0], bounds[named[-1]][1]), label)

    def _with_saints(self, told: Sequence[str], labels: Sequence[str]) -> Sequence[str]:
        """Return labels in which towns of saints are whole: "in [San Pedro][Perulapan]".

        What it does not know the tagger takes for somebody of that name, behind half of the town's.
        """
        if _SAINTS.isdisjoint(told):
            return labels
        whole, named = list(labels), list(spans(labels))
        for (first, last, label), (start, stop, next_label) in pairwise(named):
            saint = label == "LOC" and told[first] in _SAINTS and first > 0
            if not saint or start != last or next_label != "PER":
                continue
            somebody = last - first > 1 and told[start].lower() in self.first_names
            if told[first - 1].lower() in _BEFORE_TOWN and not somebody:
                whole[start:stop] = ["I-LOC"] * (stop - start)
        return whole


_SAINTS = frozenset({"San", "Santa", "Santo", "São", "Sao", "Saint", "St", "Sainte", "Sveti"})
_BEFORE_TOWN = words("in at near from of to around outside")
ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ed", "es", "ez"})
"""The Arabic article, as news writes it before each letter: "al-Bab", "el-Fasher", "ad-Dana"."""
_DASHES = frozenset("-–—")
_NEVER_FIRST = words("of the in and for at from to on by near with as a an")
"""Small words with which no name begins; "de", "al" and "ibn" are none."""


def _at_dashes(
    bounds: Sequence[tuple[int, int]], told: Sequence[str], tagged: range
) -> Iterator[range]:
    """Part what was tagged at a dash that stands alone: "KABUL - Kabul was rocked by"."""
    first = tagged.start
    for at in tagged:
        alone = told[at] in _DASHES and 0 < at < len(told) - 1
        if alone and bounds[at - 1][1] < bounds[at][0] and bounds[at][1] < bounds[at + 1][0]:
            yield range(first, at)
            first = at + 1
    yield range(first, tagged.stop)


def _of_the_name(told: Sequence[str], tagged: Iterable[int]) -> list[int]:
    """Return which of the words that were tagged as a name can be of one.

    No bracket and no hash, nor what it begins with in "the province [of Kandahar]".
    """
    named = [at for at in tagged if told[at][0].isalnum()]
    while named and told[named[0]] in _NEVER_FIRST:
        named.pop(0)
    return named if any(word != word.lower() for word in map(told.__getitem__, named)) else []


_ELIDED = re.compile(r"(?:[dl]|dell|all|sant)['’][A-ZÀ-Þ]")
_PARTICLES = frozenset({"de", "du", "des", "del", "della", "di", "da", "do", "of"})
"""Words that no name ends with."""


def _to_its_end(told: Sequence[str], named: list[int]) -> list[int]:
    """Let a name go on over an elided article, and end with no particle.

    The tagger is not asked of small letters: of "Rivière de l'Orva" it takes "Rivière de".
    """
    while named and named[-1] + 1 < len(told) and _ELIDED.match(told[named[-1] + 1]):
        named = [*named, named[-1] + 1]
    while len(named) > 1 and told[named[-1]] in _PARTICLES:
        named = named[:-1]
    return named


def _as_closed(told: Sequence[str]) -> Sequence[str]:
    """Return words with a full stop behind a headline: the sentences learned from end with one.

    "Rebels capture Goma" names a town no less than "Rebels capture Goma."
    """
    return [*told, "."] if told and told[-1][-1].isalnum() else told


def _as_headed(told: Sequence[str]) -> Sequence[str]:
    """Return words with a capital article in "in el-Fasher": most texts learned from have it so.

    Behind a capital it goes on with a name of somebody: "Ahmed al-Bab".
    """
    if "-" not in told or ARTICLES.isdisjoint(told):
        return told
    headed = list(told)
    for at in range(1, len(told) - 2):
        small = told[at] in ARTICLES and told[at + 1] == "-" and told[at + 2][0].isupper()
        if small and not told[at - 1][0].isupper():
            headed[at] = told[at].capitalize()
    return headed


_COUNTY = frozenset({"Co", "Co."})
_BEFORE_COUNTY = words("in of from near across around throughout outside") | {","}


def _as_county(told: Sequence[str]) -> Sequence[str]:
    """Return words in which "Birr, Co Offaly" is written out: with "Co" it looks like a company."""
    if _COUNTY.isdisjoint(told):
        return told
    whole = list(told)
    for at in range(1, len(told) - 1):
        if told[at] in _COUNTY and told[at - 1] in _BEFORE_COUNTY and told[at + 1][0].isupper():
            whole[at] = "County"
    return whole


def _may_name(told: Sequence[str]) -> bool:
    """Tell whether a sentence may hold a name: a capital, besides that of its first small word.

    One sentence of five does not, and the tagger says so at a hundred times the cost.
    """
    capitals = [word for word in told if word[0].isupper()]
    return len(capitals) > 1 or (bool(capitals) and capitals[0].lower() not in prose.STARTERS)


def spans(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the stretches of IOB2 labels: first token, token behind the last, label.

    Examples
    --------
    >>> list(spans(["O", "B-LOC", "I-LOC", "B-PER"]))
    [(1, 3, 'LOC'), (3, 4, 'PER')]
    """
    start = None
    for at, label in enumerate((*labels, "O")):
        if start is not None and label != "I-" + labels[start][2:]:
            yield start, at, labels[start][2:]
            start = None
        if start is None and label != "O":
            start = at


@cache
def default_tagger() -> Tagger:
    """Return the tagger that comes with the package, read once.

    Raises
    ------
    ModelError
        A file is missing, damaged or of another version.
    """
    wanted = (WEIGHTS, FIRST_NAMES, namelist.FILE, embedded.FILE)
    _, files = modelcards.read(CARD, wanted, FORMAT)
    first_names = frozenset(files[FIRST_NAMES].decode("utf-8").split())
    return Tagger(files[WEIGHTS], namelist.loads(files[namelist.FILE]), first_names)
