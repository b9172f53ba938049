"""Decide whether a name inside the name of a body is a place: "Oslo Police", not "Ford Foundation".

A logistic regression on what stands around the inner name. It was learned from the same corpora as
the tagger, without anybody marking inner names there: what a name is where it stands alone tells
what it is inside (``tools/train_recogniser.py``).
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources

from geo.errors import ModelError

__all__ = ["FILE", "clues", "probability", "weights"]

FILE = "embedded.json"
"""The weights, a number for each clue."""
BIAS = "bias"


def clues(
    words: Sequence[str], first: int, last: int, letter: str, first_names: Collection[str]
) -> Iterator[str]:
    """Yield the clues of words ``first`` to ``last`` (half open) of the name of a body.

    ``letter`` is what the list of names has for the inner name, ``-`` if it has none.

    Examples
    --------
    >>> list(clues(["Bank", "of", "Galdor"], 2, 3, "M", ()))[:4]
    ['bias', 'M', 'M|of', 'last']
    """
    before = words[first - 1].lower() if first else "^"
    after = words[last].lower() if last < len(words) else "$"
    yield BIAS
    yield letter
    yield f"{letter}|{before if before in {'^', 'of', 'in', 'de', 'the', 'and'} else '*'}"
    yield "last" if last == len(words) else "head=" + words[-1].lower()
    yield "after=" + after
    yield "before=" + before
    if last - first > 1:
        yield "long"
    if any(word.lower() in first_names for word in words[first:last]):
        yield "called"


def probability(told: Iterator[str], table: Mapping[str, float]) -> float:
    """Return how likely clues speak of a place, 0 to 1.

    Examples
    --------
    >>> probability(iter(["bias", "C"]), {"bias": -1.0, "C": 3.0}) > 0.8
    True
    """
    return 1.0 / (1.0 + math.exp(-sum(table.get(clue, 0.0) for clue in told)))


@cache
def weights() -> Mapping[str, float]:
    """Return the weights that come with the package, read once.

    Raises
    ------
    ModelError
        They are missing or damaged.
    """
    try:
        table = json.loads(resources.files("geo").joinpath("models", FILE).read_text("utf-8"))
        return {str(clue): float(weight) for clue, weight in table.items()}
    except (OSError, ValueError, AttributeError) as error:
        raise ModelError(
            f"cannot be read ({error})", path=FILE, remedy="install geo-incident-mapper again"
        ) from error
