"""Words of which one stands in whatever a regular expression matches.

Most expressions are asked of sentences that have none of their words: of those that are read here
four searches of five, in 81,000 sentences, can be told to be in vain by the set of their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, product

from geo.language.almanac import words

__all__ = ["Ways", "may_match", "needed", "ways_of"]

Ways = tuple[tuple[frozenset[str], ...], ...]
"""For each way of an expression to match the sets of words of each of which it needs one."""
MOST_MARKS = 3
"""Marks of one way that may be missing and are followed: each doubles the ways."""
MOST_FORMS = 100
"""Spellings of one word that are followed: beyond, it is taken for any word."""
_PIECE = re.compile(
    r"\\.|\[\^?(?:\\.|[^\]])*\]|\(\?(?:[:>=!]|<[=!]|P<\w+>)|[()|]|"
    r"(?:[?*+]|\{\d*,?\d*\})[?+]?|.",
    re.DOTALL,
)
_ONE_OF = re.compile(r"\[[A-Za-z]{2,9}\]")  # "practi[sc]e"
_PLAIN = re.compile(r"\\(?:[sd]|x27|u201[89])")  # no letters: white space, figures, apostrophes
_QUANTITY = re.compile(r"[?*+{]")
_MAY_MISS = re.compile(r"[?*]|\{0?,|\{0\}")
_NO_LETTER = frozenset({r"\s", r"\d", r"\b", r"\W", "^", "$"})
_ASIDE = frozenset({"(?=", "(?!", "(?<=", "(?<!"})
_COMMON = words(
    "a an the in of to on at by for from with and or is are was were be been has have had he she "
    "they it this that who"
)
"""Words that most sentences have: others say more."""
_SMALL = frozenset("abcdefghijklmnopqrstuvwxyz")


class _UnreadError(ValueError):
    """An expression that is written in a way that is not read here."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A part of an expression: letters in all their forms, a group of ways, a mark, or anything.

    ``opens`` and ``closes`` tell whether no letter a-z is its first and last character for sure.
    """

    forms: frozenset[str] = frozenset()
    ways: tuple[tuple[_Item, ...], ...] = ()
    opens: bool = False
    closes: bool = False
    optional: bool = False


def needed(pattern: str) -> frozenset[str] | None:
    r"""Return words, in small letters, of which one stands in whatever a pattern matches.

    Words are runs of the letters a-z, as ``geo.language.text.small_words`` returns them. ``None``
    where no such words can be told, so that the pattern has to be searched for.

    Examples
    --------
    >>> sorted(needed(r"\b(?:acts?\s+of\s+(?:the\s+)?(?:war|terror)|no\s+longer)\b") or ())
    ['act', 'acts', 'no']
    >>> needed(r"attack\w*") is None
    True
    """
    try:
        ways, rest = _ways(_PIECE.findall(pattern), 0)
    except _UnreadError:
        return None
    return None if rest else _of_ways(ways, opened=False, closed=False)


def ways_of(pattern: str) -> Ways | None:
    r"""Return for each way to match the sets of words of each of which it needs one, rare first.

    That says more than ``needed``, and takes longer to ask. ``None`` where some way needs none.

    Examples
    --------
    >>> for way in ways_of(r"\b(?:acts?\s+of\s+war|no\s+longer)\b") or ():
    ...     [sorted(words) for words in way]
    [['war'], ['act', 'acts'], ['of']]
    [['no'], ['longer']]
    """
    try:
        ways, rest = _ways(_PIECE.findall(pattern), 0)
    except _UnreadError:
        return None
    each = chain.from_iterable(map(_spelled_out, chain.from_iterable(map(_opened, ways))))
    told = tuple(
        tuple(sorted(_candidates(way, opened=False, closed=False), key=_commonness)) for way in each
    )
    return None if rest or not all(told) else told


def may_match(ways: Ways, words: frozenset[str]) -> bool:
    """Tell whether some words have what one of some ways to match needs."""
    for way in ways:
        for needs in way:
            if needs.isdisjoint(words):
                break
        else:
            return True
    return False


def _opened(way: Sequence[_Item]) -> Iterator[Sequence[_Item]]:
    """Yield the ways of the only group of a way: those of the bracket in "(war|terror) on"."""
    groups = [at for at, item in enumerate(way) if item.ways and not item.optional]
    if len(groups) != 1:
        yield way
        return
    (at,) = groups
    for inner in way[at].ways:
        yield (*way[:at], *inner, *way[at + 1 :])


def _ways(pieces: Sequence[str], at: int) -> tuple[tuple[tuple[_Item, ...], ...], int]:
    """Read alternatives up to the bracket that closes them; return them and where it stands.

    Zero stands for the end of the expression.
    """
    ways: list[tuple[_Item, ...]] = []
    way: list[_Item] = []
    while at < len(pieces) and pieces[at] != ")":
        piece = pieces[at]
        if piece == "|":
            ways.append(tuple(way))
            way, at = [], at + 1
            continue
        inner, at = _inner(pieces, at) if piece.startswith("(") else ((), at + 1)
        quantity = pieces[at] if at < len(pieces) and _QUANTITY.match(pieces[at]) else ""
        at += bool(quantity)
        if piece not in _ASIDE:  # what only has to stand beside takes up no place
            way.append(_quantified(_item(piece, inner), quantity))
    return (*ways, tuple(way)), at if at < len(pieces) else 0


def _inner(pieces: Sequence[str], at: int) -> tuple[tuple[tuple[_Item, ...], ...], int]:
    """Read a group that begins at a bracket; return its ways and what stands behind it."""
    if pieces[at] == "(" and pieces[at + 1].startswith("?"):
        raise _UnreadError
    ways, end = _ways(pieces, at + 1)
    if not end:
        raise _UnreadError
    return ways, end + 1


def _item(piece: str, ways: tuple[tuple[_Item, ...], ...]) -> _Item:
    if piece.lower() in _SMALL:
        return _Item(forms=frozenset({piece.lower()}))
    if _ONE_OF.fullmatch(piece):
        return _Item(forms=frozenset(piece[1:-1].lower()))
    if ways:
        forms = _forms(ways)
        if forms is not None:
            return _Item(forms=forms)
        opens = all(_is_free(way, ends=False, closed=False) for way in ways)
        closes = all(_is_free(way[::-1], ends=False, closed=True) for way in ways)
        return _Item(ways=ways, opens=opens, closes=closes)
    mark = piece in _NO_LETTER or _is_mark(piece)
    return _Item(opens=mark, closes=mark)


def _is_mark(piece: str) -> bool:
    """Tell whether a character or a class of them is none of the letters a-z."""
    if piece.startswith("["):
        told = _PLAIN.sub("", piece[1:-1])
        return not told.startswith("^") and "\\" not in told and _SMALL.isdisjoint(told.lower())
    if len(piece) == 1:
        return piece != "." and not (piece.isalpha() and piece.isascii())
    return not piece[1].isalnum()  # a mark that is written with a stroke before it


def _quantified(item: _Item, quantity: str) -> _Item:
    """Return what an item is that may be missing, or stand several times."""
    if not quantity:
        return item
    optional = _MAY_MISS.match(quantity) is not None
    if quantity[0] == "?" and item.forms:
        return _Item(forms=item.forms | {""})
    ways = item.ways if quantity[0] == "?" else ()
    return _Item(ways=ways, opens=item.opens, closes=item.closes, optional=optional)


def _forms(ways: Sequence[Sequence[_Item]]) -> frozenset[str] | None:
    """Return what ways may spell that have nothing but letters."""
    found: set[str] = set()
    for way in ways:
        if not all(item.forms for item in way):
            return None
        found.update(map("".join, product(*(item.forms for item in way))))
        if len(found) > MOST_FORMS:
            return None
    return frozenset(found)


def _of_ways(
    ways: Sequence[Sequence[_Item]], *, opened: bool, closed: bool
) -> frozenset[str] | None:
    """Return the words that some ways need; ``opened`` says that no letter stands before them."""
    found: set[str] = set()
    for way in chain.from_iterable(map(_spelled_out, ways)):
        told = min(_candidates(way, opened=opened, closed=closed), key=_commonness, default=None)
        if told is None:
            return None
        found |= told
    return frozenset(found)


def _spelled_out(way: Sequence[_Item]) -> Iterator[Sequence[_Item]]:
    """Yield a way with and without the marks that may be missing: "role-play", "roleplay"."""
    at = [i for i, item in enumerate(way) if item.optional and item.opens and not item.ways]
    if not 0 < len(at) <= MOST_MARKS:
        yield way
        return
    for stands in product((True, False), repeat=len(at)):
        left = {i for i, stays in zip(at, stands, strict=True) if not stays}
        told = (i for i in range(len(way)) if i not in left)
        yield [replace(way[i], optional=way[i].optional and i not in at) for i in told]


def _commonness(told: frozenset[str]) -> tuple[int, int]:
    return len(told & _COMMON), len(told)


def _candidates(way: Sequence[_Item], *, opened: bool, closed: bool) -> Iterator[frozenset[str]]:
    """Yield the sets of words of each of which a way needs one."""
    at = 0
    while at < len(way):
        end = at + 1
        while way[at].forms and end < len(way) and way[end].forms:
            end += 1
        free = _is_free(way[:at][::-1], ends=opened, closed=True)
        follows = _is_free(way[end:], ends=closed, closed=False)
        if way[at].forms and free and follows:
            told = _forms([way[at:end]])
            if told is not None and "" not in told:
                yield told
        elif way[at].ways and not way[at].optional:
            inner = _of_ways(way[at].ways, opened=free, closed=follows)
            if inner is not None:
                yield inner
        at = end


def _is_free(way: Sequence[_Item], *, ends: bool, closed: bool) -> bool:
    """Tell whether no letter stands where a way begins, or else where it ``ends``.

    Of a way that is turned round (``closed``) the ends of its items count.
    """
    for item in way:
        if not (item.closes if closed else item.opens):
            return False
        if not item.optional:
            return True
    return ends
