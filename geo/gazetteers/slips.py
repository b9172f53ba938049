"""Names that are one slip of a letter apart, found by deletions (as SymSpell does).

A slip is one letter too many, too few or wrong, or two neighbours swapped. Two keys that are one
slip apart have a form in common: the key itself, or the key with one sign taken out. An index of
the hashes of all forms finds them without a scan.

The index is packed: of each 32-bit hash the first half chooses one of 65,536 blobs, which hold the
second halves and behind them the rows. That takes 16 MB for 2.5 million forms of the towns of the
world, where a table of one row a form takes three times as much.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

__all__ = ["BUCKETS", "SHORTEST", "Slips", "forms", "is_slip", "sharing"]

SHORTEST = 5
"""Letters of a name that may be misspelt: of four letters half the words have a neighbour."""
MOST = 5_000_000
"""Forms, of half a million places or so, which take 200 MB to pack; a larger gazetteer has no index
of them, and no slips."""
BUCKETS = 1 << 16
_ROWS = 1 << 32


class Slips:
    """Collect the forms of names, and pack them.

    Examples
    --------
    >>> slips = Slips()
    >>> slips.add(7, ["pristina"])
    >>> packed = dict(slips.packed())
    >>> sharing(forms("pristna"), lambda buckets: [(b, packed[b]) for b in buckets if b in packed])
    {7}
    """

    def __init__(self) -> None:
        self._found = array("Q")
        self._too_many = False

    def add(self, row: int, keys: Iterable[str]) -> None:
        """Add the keys of one place; those too short to be misspelt are left out."""
        if self._too_many:
            return
        if len(self._found) > MOST:
            self._found, self._too_many = array("Q"), True
        else:
            long = (key for key in keys if len(key) >= SHORTEST - 1)
            self._found.extend(form * _ROWS + row for key in long for form in forms(key))

    def packed(self) -> Iterator[tuple[int, bytes]]:
        """Yield the blobs with their numbers; none of more forms than ``MOST``."""
        import numpy as np  # noqa: PLC0415 - only the compiler needs it: it sorts six times faster

        if not 0 < len(self._found) <= MOST:
            return
        # np.unique takes 3.4 s for the towns of the world, which it hashes; to sort them 0.15.
        found = np.sort(np.frombuffer(self._found, dtype=np.uint64))
        hashes, rows = found >> np.uint64(32), found.astype(np.uint32)
        edges = np.searchsorted(hashes >> np.uint64(16), np.arange(BUCKETS + 1, dtype=np.uint64))
        rests = hashes.astype(np.uint16)
        for bucket, (start, end) in enumerate(pairwise(edges.tolist())):
            if start < end:
                yield bucket, rests[start:end].tobytes() + rows[start:end].tobytes()


def sharing(
    hashes: Iterable[int], read: Callable[[Sequence[int]], Iterable[tuple[int, bytes]]]
) -> set[int]:
    """Return the rows that one of the hashes of ``forms`` leads to; ``read`` fetches blobs."""
    rests: dict[int, set[int]] = {}
    for one in hashes:
        rests.setdefault(one // BUCKETS, set()).add(one % BUCKETS)
    rows: set[int] = set()
    for bucket, blob in read(tuple(rests)):
        count = len(blob) // 6
        told = zip(array("H", blob[: 2 * count]), array("I", blob[2 * count :]), strict=True)
        rows.update(row for rest, row in told if rest in rests[bucket])
    return rows


def forms(key: str) -> tuple[int, ...]:
    """Return 32-bit hashes of a key and of it with each one of its signs taken out.

    Examples
    --------
    >>> set(forms("pristina")).isdisjoint(forms("pristna"))
    False
    """
    found = {zlib.crc32((key[:at] + key[at + 1 :]).encode()) for at in range(len(key))}
    return (zlib.crc32(key.encode()), *found)


def is_slip(one: str, other: str) -> bool:
    """Tell whether two keys differ, and by one letter more, less or other, or two swapped.

    Examples
    --------
    >>> is_slip("mitrovcia", "mitrovica"), is_slip("metrovika", "mitrovica")
    (True, False)
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = _common(one, other)
    end = _common(one[start:][::-1], other[start:][::-1])
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    return max(len(left), len(right)) == 1 or (len(left) == len(right) == 2 and left == right[::-1])


def _common(one: str, other: str) -> int:
    """Return how many signs two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
