"""What the tagger looks at: the clues around each word, as short strings.

The same function makes them for training and for reading, so the two cannot drift apart; a change
here needs new weights. Most words of a news text were seen before, so what a word says by itself is
made once and kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from geo.language.namelist import LONGEST, NameList
from geo.language.names import fold

__all__ = ["at_capitals", "features", "shape"]

SHOUTED_WORDS = 4
"""Words from which a sentence without a small letter says nothing by its capitals."""
WORDS_KEPT = 50_000
"""Different words whose own clues are kept; a news text of a megabyte holds some 20,000."""
ACRONYM = 6
"""Letters up to which a word in capitals may be an acronym."""

_JOINING = frozenset({"-", ".", "'", "’"})


class _Word:
    """What a word says by itself, and as the neighbour of others."""

    __slots__ = ("after", "before", "capital", "key", "low", "own", "shape")

    def __init__(self, word: str) -> None:
        low = word.lower()
        self.low = low
        self.key = fold(word)
        self.shape = shape(word)
        self.capital = word[:1].isupper()
        own = ["w=" + low]
        if self.capital:
            own += ["s=" + self.shape, "p3=" + low[:3], "u3=" + low[-3:], "u4=" + low[-4:]]
        elif word[:1].isalpha():
            own.append("u3=" + low[-3:])
        if word.isupper() and len(word) <= ACRONYM:
            own.append(f"acr{len(word)}")
        self.own = tuple(own)  # no object for the garbage collector, unlike a list
        self.before, self.after = "-1=" + low, "+1=" + low


_words: dict[str, _Word] = {}


def _word(word: str) -> _Word:
    known = _words.get(word)
    if known is None:
        if len(_words) >= WORDS_KEPT:
            _words.clear()
        known = _words[word] = _Word(word)
    return known


def shape(word: str) -> str:
    """Return the pattern of capitals, digits and marks in a word, repeats left out.

    Examples
    --------
    >>> shape("McAllen"), shape("U.S."), shape("2,000")
    ('XxXx', 'X.X.', '9,9')
    """
    told: list[str] = []
    for letter in word:
        if letter.isupper():
            sort = "X"
        elif letter.islower():
            sort = "x"
        else:
            sort = "9" if letter.isdigit() else letter
        if not told or told[-1] != sort:
            told.append(sort)
    return "".join(told)


def at_capitals(tokens: Sequence[str]) -> list[int]:
    """Return the positions of the tokens that are capitalised or stand right beside one that is.

    Two of three tokens of news are farther away: no name reaches them, and leaving them out of the
    sequence halves the cost.

    Examples
    --------
    >>> at_capitals("The mayor of Galdor has been shot dead .".split())
    [0, 1, 2, 3, 4]
    """
    found: list[int] = []
    free, end = 0, len(tokens)
    for at, token in enumerate(tokens):
        if token[0].isupper():
            found.extend(range(max(free, at - 1), min(at + 2, end)))
            free = min(at + 2, end)
    return found


def features(
    tokens: Sequence[str],
    names: NameList,
    first_names: Collection[str],
    positions: Iterable[int] | None = None,
) -> list[list[str]]:
    """Return the clues of the tokens of a sentence.

    Parameters
    ----------
    tokens
        The words and marks of one sentence, as ``geo.language.text.tokens`` splits them.
    names
        What is known of names.
    first_names
        Lower-case words that people are called by.
    positions
        Which tokens; all if not given.

    Examples
    --------
    >>> told = features(["In", "Galdor", "."], NameList({"galdor": "M"}), ())
    >>> "g=BM1" in told[1], "-1=in" in told[1]
    (True, True)
    """
    edge = _word("§")
    known = _words.get
    inner = [known(token) or _word(token) for token in tokens]
    capitals = [at for at, word in enumerate(inner) if word.capital]
    words = [edge, edge, *inner, edge, edge]
    listed = ["", *_listed(inner, capitals, names), ""]
    mode = _mode(inner, capitals)
    found = []
    for position in range(len(tokens)) if positions is None else positions:
        at = position + 2
        word, left, right = words[at], words[at - 1], words[at + 1]
        left2, right2 = words[at - 2], words[at + 2]
        clues = [*word.own, left.before, right.after]
        if word.capital:
            clues += (
                f"st={left.shape}{word.shape}{right.shape}",
                f"b-{left.low}_{word.low}",
                f"b+{word.low}_{right.low}",
                f"c-{left2.low}_{left.low}",
                f"c+{right.low}_{right2.low}",
                f"-s={left.shape}|{left2.low}",
                mode if at > 2 else mode + "0",
            )
            clues += _called(word, left, right, first_names)
        before, here, after = listed[at - 2 : at + 1]
        if here:
            clues += ("g=" + here, f"g+={here}{right.shape}", f"gw-={here}{left.low}",
                      f"gw+={here}{right.low}")  # fmt: skip
        if before:
            clues.append("g-1=" + before)
        if after:
            clues.append("g+1=" + after)
        found.append(clues)
    return found


def _called(word: _Word, left: _Word, right: _Word, first_names: Collection[str]) -> list[str]:
    """Return which of three words in a row people are called by."""
    found = []
    if word.capital and word.low in first_names:
        found.append("fn")
    if left.capital and left.low in first_names:
        found.append("-fn")
    if right.capital and right.low in first_names:
        found.append("+fn")
    return found


def _mode(words: Sequence[_Word], capitals: Sequence[int]) -> str:
    """Tell prose from a headline in title case, and from a line in capitals."""
    if 2 * len(capitals) <= len(words) or len(words) < SHOUTED_WORDS:
        return "m=N"
    return "m=H" if any(word.shape == "Xx" for word in words) else "m=U"


def _listed(words: Sequence[_Word], capitals: Sequence[int], names: NameList) -> list[str]:
    """Mark the longest listed names: begin or inside, letter of the list, one word or more."""
    marks = [""] * len(words)
    free = 0
    for at in capitals:
        if at >= free and words[at].key:
            free, letter = _longest(words, at, names)
            for i in range(at, free):
                marks[i] = f"{'I' if i > at else 'B'}{letter}{2 if free > at + 1 else 1}"
    return marks


def _longest(words: Sequence[_Word], at: int, names: NameList) -> tuple[int, str]:
    """Return where the longest listed name that begins here ends, and its letter."""
    key, end, letter = words[at].key, at, ""
    last = at
    for _ in range(LONGEST):
        told = names.letter(key)
        if told:
            end, letter = last + 1, told
        if not names.extends(key):
            break
        last += 1
        if last < len(words) - 1 and words[last].low in _JOINING:
            last += 1
        if last >= len(words) or not words[last].key:
            break
        key = f"{key} {words[last].key}"
    return end, letter
