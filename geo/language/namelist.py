"""The names that the recogniser knows by heart: frozen with its weights, whatever is installed.

A name of a place counts as a clue, never as a verdict. The list is made once, by the script that
trains the weights, from the gazetteer of that day. So neither a new edition of the towns nor a
user's own layer of a million names moves what is recognised.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping

from geo.errors import ModelError

__all__ = ["FILE", "LONGEST", "NameList", "dumps", "loads"]

FILE = "names.z"
"""The list as it lies in ``geo/models``: keys in order, a line each, then a letter for each."""
LONGEST = 5
"""Words of the longest name in the list: 0.3 % of the names of towns are longer."""

_LEVEL = 9


class NameList:
    """Folded names with a letter for what they name, and the beginnings of the longer ones.

    ``C`` country, ``A`` first-level unit, ``U`` second-level unit, ``L`` city from 100,000
    inhabitants, ``M`` town from 15,000, ``S`` smaller settlement, ``R`` region, ``W`` water,
    ``X`` anything else that is reviewed, ``N`` word for a people, ``O`` body.

    Examples
    --------
    >>> known = NameList({"new york": "L", "chad": "C"})
    >>> known.letter("chad"), known.letter("new"), known.extends("new")
    ('C', None, True)
    """

    def __init__(self, letters: Mapping[str, str]) -> None:
        self._letters = dict(letters)
        self._longer = _beginnings(self._letters)

    def __len__(self) -> int:
        return len(self._letters)

    def letter(self, key: str) -> str | None:
        """Return what a folded name stands for, ``None`` if it is in no list."""
        return self._letters.get(key)

    def extends(self, key: str) -> bool:
        """Tell whether a longer name begins with these words."""
        return key in self._longer


def _beginnings(keys: Iterable[str]) -> set[str]:
    """Return the words with which longer names begin: from the end, until one was met before."""
    found: set[str] = set()
    for key in keys:
        begin = key.rpartition(" ")[0]
        while begin and begin not in found:
            found.add(begin)
            begin = begin.rpartition(" ")[0]
    return found


def dumps(letters: Mapping[str, str]) -> bytes:
    """Return the file of a list; the same names in any order give the same bytes."""
    keys = sorted(key for key in letters if key.count(" ") < LONGEST)
    told = "\n".join((*keys, "".join(letters[key] for key in keys)))
    return zlib.compress(told.encode("ascii"), _LEVEL)


def loads(data: bytes) -> NameList:
    """Read the file of a list.

    Raises
    ------
    ModelError
        The file is damaged.

    Examples
    --------
    >>> loads(dumps({"peja": "M"})).letter("peja")
    'M'
    """
    try:
        *keys, letters = zlib.decompress(data).decode("ascii").split("\n")
    except (zlib.error, UnicodeDecodeError) as error:
        raise ModelError("the list of names is damaged", path=FILE) from error
    if len(keys) != len(letters):
        raise ModelError("the list of names is cut short", path=FILE)
    return NameList(dict(zip(keys, letters, strict=True)))
