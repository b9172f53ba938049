"""Read what is written in capitals: a shadow of the text in the letters of ordinary prose.

Old wire copy and many headlines come in capitals, and capitals are what tells a name from a word. A
conditional random field of our own gives them back, word by word. The shadow has the length of
the text, so that whatever is found in it stands at the same characters of the text as written;
what is shown is always the latter. What the field was trained on stands in ``models/README.md``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache

from geo.language import modelcards, namelist
from geo.language import text as prose
from geo.language.almanac import MONTHS
from geo.language.namelist import LONGEST, NameList
from geo.language.names import fold
from geo.language.tagger import default_tagger
from geo.model import Article, Report, Span, When

__all__ = [
    "CARD",
    "FORMAT",
    "USAGE",
    "WEIGHTS",
    "Known",
    "Recaser",
    "Shadow",
    "as_written",
    "clues",
    "dated_as_written",
    "default_recaser",
    "labels",
    "loud",
    "recased",
    "shadow",
]

FORMAT = 1
"""Version of what ``clues`` makes; weights of another version are refused."""
WEIGHTS, USAGE, CARD = "casing.crf", "casing.z", "casing.json"


LOUD_SHARE = 0.9
"""Share of the letters of a line from which it shouts: "THE 3d BRIGADE" still does."""
LOUD_LETTERS = 160
"""Capitals from which lines in a row are prose that shouts. Headlines, datelines and labels stay
as they are: the recogniser knows them, and two or three words say too little to give them back."""

WORDS_KEPT = 16_384
"""Words of which it is kept how they are written."""
SMALL, TITLE, CAPITALS, MIXED = "o", "T", "U", "M"
UNKNOWN = "?"
_BEFORE_A_MONTH = frozenset(
    {"during", "early", "in", "last", "late", "mid", "next", "since", "until"}
)
_SHORT_PREFIX = re.compile(r"(?:[do]['’]|mc)(?=[^\W\d_]{2})")
# "Clandestinely" is written like "clandestine", "raids" like "raid".
_ENDINGS = (
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", "e"),
    ("ing", "e"),
    ("ly", ""),
    ("er", "e"),
    ("ers", "e"),
    ("ness", ""),
    ("al", ""),
)
_LETTERS = re.compile(r"[^\W\d_]")

# One byte a letter: small, capital or neither. A pass over bytes costs a hundredth of one over
# characters, and every article pays for it.
_SORTS = bytes(
    ord("s") if chr(i).islower() else ord("C") if chr(i).isupper() else ord("\n") if i == 10 else 32
    for i in range(256)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shadow(Article):
    """An article with the letters of its text given back; ``written`` is the article itself."""

    written: Article | None = None

    @property
    def content_hash(self) -> str:
        """The hash of what was written: ids do not hang on how it was read."""
        assert self.written is not None
        return self.written.content_hash


def shadow(article: Article) -> Article:
    """Return an article as it is to be read: itself, unless its text shouts.

    Parameters
    ----------
    article
        The article; it is not changed.

    Returns
    -------
    The very same article, or a ``Shadow`` whose text has the same length.

    Examples
    --------
    >>> shout = Article("a", "THREE POLICEMEN WERE SHOT IN LIMA, PERU, YESTERDAY. " * 5)
    >>> shadow(shout).text[:51]
    'Three policemen were shot in Lima, Peru, yesterday.'
    """
    if isinstance(article, Shadow):
        return article
    blocks = loud(article.text)
    if not blocks:
        return article
    title = article.title
    if title is not None and title.isupper():
        title = recased(title, Span(0, len(title)))
    text = article.text
    for block in blocks:
        text = text[: block.start] + recased(article.text, block) + text[block.end :]
    fields = {name: getattr(article, name) for name in Article.__dataclass_fields__}
    return Shadow(**{**fields, "text": text, "title": title}, written=article)


def as_written(report: Report, article: Article, read: Article) -> Report:
    """Return a report on the shadow ``read`` with the evidence as ``article`` has it."""
    because = tuple(_quoting(told, report.trigger, article, read) for told in report.because)
    return replace(
        report,
        quote=report.sentence.of(article.text) or (article.title or "")[: len(report.quote)],
        source=replace(report.source, title=article.title),
        when=dated_as_written(report.when, article, read),
        because=because,
    )


def dated_as_written(when: When, article: Article, read: Article) -> When:
    """Return a date found in the shadow ``read`` with its phrase as ``article`` has it."""
    if when.span is None:
        return when
    return replace(when, basis=_quoting(when.basis, when.span, article, read))


def _quoting(told: str, span: Span, article: Article, read: Article) -> str:
    """Let a reason that quotes a stretch quote it as it was written."""
    shown, written = (f"'{' '.join(span.of(one.text).split())}'" for one in (read, article))
    return told.replace(shown, written)


def loud(text: str) -> tuple[Span, ...]:
    r"""Return the stretches of whole lines in which a text shouts, in their order.

    Examples
    --------
    >>> loud("POLICE SHOOT THREE\n\nThree men were shot in Lima.")
    ()
    """
    # Every character one byte: those beyond Latin-1 count as neither small nor capital.
    sorts = text.encode("latin-1", "replace").translate(_SORTS)
    capitals = sorts.count(b"C")
    if capitals < LOUD_LETTERS:
        return ()
    return tuple(_blocks(sorts))


def _blocks(sorts: bytes) -> Iterator[Span]:
    """Yield runs of lines that shout; lines without letters belong to what stands before."""
    start, end, shouted, at = -1, 0, 0, 0
    for line in (*sorts.split(b"\n"), b"s"):
        capitals, small = line.count(b"C"), line.count(b"s")
        if small and capitals < LOUD_SHARE * (capitals + small):
            if shouted >= LOUD_LETTERS:
                yield Span(start, end)
            start, shouted = -1, 0
        elif capitals:
            start = at if start < 0 else start
            end, shouted = at + len(line), shouted + capitals
        at += len(line) + 1


def recased(text: str, span: Span) -> str:
    """Give a shouted stretch the letters of prose, character by character.

    Letters whose other case has another length stay as they are. A word that nobody knows is a
    name everywhere if it is one anywhere: "SEN. ARAUZ SAID …  ARAUZ LEFT".
    """
    shouted = span.of(text)
    recaser = default_recaser()
    words: list[tuple[int, str, str]] = []
    for sentence in prose.sentences(shouted):
        bounds = prose.bounds(shouted, sentence.start, sentence.end)
        told = [shouted[a:b] for a, b in bounds]
        labelled = _with_months(told, recaser.labels(told))
        words += [
            (a, word, label) for (a, _), word, label in zip(bounds, told, labelled, strict=True)
        ]
    named = {word: label for _, word, label in words if label not in {SMALL, MIXED}}
    found = list(shouted)
    for start, word, label in words:
        raised = named.get(word, label) if label == SMALL and recaser.is_unknown(word) else label
        found[start : start + len(word)] = recaser.written(word, raised)
    return "".join(found)


def _with_months(words: Sequence[str], labelled: Sequence[str]) -> list[str]:
    """Let "MAY" and "MARCH" beside a number be months: corpora have few, and dates hang on them."""
    beside = ["", *words, ""]
    return [
        TITLE
        if word.lower() in MONTHS
        and (
            beside[at][:1].isdigit()
            or beside[at + 2][:1].isdigit()
            or beside[at].lower() in _BEFORE_A_MONTH
        )
        else label
        for at, (word, label) in enumerate(zip(words, labelled, strict=True))
    ]


class Recaser:
    """Tells how words are written, with one set of weights.

    Parameters
    ----------
    weights
        The model file of CRFsuite.
    mixed
        Words with capitals inside, by their small letters: ``{"mcdonald": "McDonald"}``.
    known
        The words and names that it was trained with.
    """

    def __init__(
        self,
        weights: bytes,
        mixed: dict[str, str],
        known: Known,
    ) -> None:
        import pycrfsuite  # noqa: PLC0415 - few texts shout

        self._weights = weights  # CRFsuite reads from this very memory as long as it tags
        self._crf = pycrfsuite.Tagger()
        self._crf.open_inmemory(self._weights)
        self._mixed = mixed
        self.known = known

    def labels(self, words: Sequence[str]) -> list[str]:
        """Return how each word of a sentence is written: small, title, capitals or mixed."""
        return list(self._crf.tag(clues(words, self.known))) if words else []

    def is_unknown(self, word: str) -> bool:
        """Tell whether a word was seen in no corpus, in any form."""
        return word.isalpha() and self.known.of(word.lower()) == UNKNOWN

    def written(self, word: str, label: str) -> str:
        """Write a word as its label says, in as many characters."""
        if label == CAPITALS:
            return word
        low = _lowered(word)
        if label == SMALL:
            return low
        if label == MIXED and low in self._mixed:
            return self._mixed[low]
        if low.isalpha() and not low.startswith("mc"):
            return word[0] + low[1:]
        first = _LETTERS.search(low)
        if first is None:
            return low
        prefix = _SHORT_PREFIX.match(low)
        raised = {first.start(), *([prefix.end()] if prefix else [])}
        return "".join(word[i] if i in raised else letter for i, letter in enumerate(low))


def _lowered(word: str) -> str:
    """Write a word in small letters, letter by letter where that would change its length."""
    told = word.lower()
    if len(told) == len(word):
        return told
    return "".join(low if len(low := sign.lower()) == 1 else sign for sign in word)


def labels(words: Sequence[str]) -> list[str]:
    """Return how the words of a sentence of prose are written: what the field learns.

    Examples
    --------
    >>> labels(["The", "FMLN", "shot", "McAllen", "."])
    ['T', 'U', 'o', 'M', 'o']
    """
    return [_label(word) for word in words]


def _label(word: str) -> str:
    letters = "".join(_LETTERS.findall(word))
    if not letters or letters.islower():
        return SMALL
    if len(letters) > 1 and letters.isupper():
        return CAPITALS
    # "I", the initials "J." and "J.F.": what stands in capitals is written so.
    if len(letters) == 1 or (letters[:1].isupper() and letters[1:].islower()):
        return TITLE
    return MIXED


@dataclass(frozen=True, eq=False)
class Known:
    """What is known by heart: how words are written, names, first names.

    ``usage`` has a letter for each word that was seen: ``l`` written small, ``t`` with a capital,
    ``b`` both.
    """

    usage: NameList
    names: NameList
    first_names: Collection[str]

    @cached_property
    def of(self) -> Callable[[str], str]:
        """Return the usage of a word in small letters; texts repeat three words of four."""
        return lru_cache(maxsize=WORDS_KEPT)(self._of)

    def _of(self, word: str) -> str:
        """Return the letter of a word in small letters; of its stem, as ``-l``; or ``?``."""
        if told := self.usage.letter(word):
            return told
        for ending, instead in _ENDINGS:
            if word.endswith(ending) and len(word) > len(ending) + 2:
                stem = word[: -len(ending)]
                for one in (stem + instead, stem):
                    if told := self.usage.letter(one):
                        return "-" + told
        return UNKNOWN


def clues(words: Sequence[str], known: Known) -> list[list[str]]:
    """Return what tells how each word of a sentence is written, whatever its letters are now.

    Parameters
    ----------
    words
        The words and marks of one sentence, as ``geo.language.text.tokens`` splits them.
    known
        What is known of words and names.
    """
    low = ["^^", "^", *map(_lowered, words), "$", "$$"]
    listed = _listed(low[2:-2], known.names)
    usage = ["^", *(known.of(word) for word in low[2:-2]), "$"]
    found = []
    begun = False
    for at, word in enumerate(low[2:-2], start=2):
        left, right = low[at - 1], low[at + 1]
        told = ["w=" + word, "-1=" + left, "+1=" + right, f"b-{left}_{word}", f"b+{word}_{right}"]
        if word[:1].isalpha():
            told += _of_word(word, left, right, listed[at - 2], usage[at - 2 : at + 1])
            if not begun:
                told.append("^")
                begun = True
            told += [
                clue for one, clue in ((word, "fn"), (left, "-fn")) if one in known.first_names
            ]
        else:
            told.append("d" if word[:1].isdigit() else "x")
        found.append(told)
    return found


def _of_word(word: str, left: str, right: str, here: str, usage: Sequence[str]) -> list[str]:
    """Return the clues of a word's ending, of the list of names and of how words are written."""
    before, own, after = usage
    return [
        f"k={own}{here}", f"k-={before}{own}", f"k+={own}{after}", f"ku={own}{word[-3:]}",
        "u2=" + word[-2:], "u3=" + word[-3:], "u4=" + word[-4:], "p3=" + word[:3],
        f"l={min(len(word), 9)}", "g=" + here, f"gl={here}{left}", f"gr={here}{right}",
    ]  # fmt: skip


def _key(word: str) -> str:
    """Return the folded form of a word in small letters: most are their own."""
    return word if word.isascii() and word.isalnum() else fold(word)


def _listed(words: Sequence[str], names: NameList) -> list[str]:
    """Mark the longest listed names: begin or inside, letter of the list, one word or more."""
    keys = [_key(word) if word[:1].isalpha() else "" for word in words]
    marks = ["-"] * len(words)
    free = 0
    for at, first in enumerate(keys):
        if at < free or not first:
            continue
        key, end, letter, last = first, at, "", at
        for _ in range(LONGEST):
            if told := names.letter(key):
                end, letter = last + 1, told
            last += 1
            if not names.extends(key) or last >= len(words) or not keys[last]:
                break
            key = f"{key} {keys[last]}"
        for i in range(at, end):
            marks[i] = f"{'I' if i > at else 'B'}{letter}{min(end - at, 3)}"
        free = max(free, end)
    return marks


@cache
def default_recaser() -> Recaser:
    """Return the recaser that comes with the package, read once.

    Raises
    ------
    ModelError
        A file is missing, damaged or of another version.
    """
    card, files = modelcards.read(CARD, (WEIGHTS, USAGE), FORMAT)
    tagger = default_tagger()
    known = Known(namelist.loads(files[USAGE]), tagger.names, tagger.first_names)
    return Recaser(files[WEIGHTS], card["mixed"], known)
