"""What each argument for a place weighs, in one table.

The unit is a natural logarithm of odds: +1 makes a candidate 2.7 times as likely. They were chosen
on development texts by ``tools/tune_resolution.py FOLDER --tune``, which keeps a change only if it
gains on both halves of its local news and loses on no other corpus.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["WEIGHTS", "Weights"]


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights; see ``geo.evidence`` for what each argument is."""

    # What a place brings along.
    size: float = 1.2  # a power of ten of its inhabitants
    nothing: float = 4.6  # "none of these", as if it had ten to this many inhabitants
    country: float = 8.0  # a country under its own name, beside a town of 0 inhabitants
    unit: float = 7.0  # a state or province
    county: float = 4.0
    nature: float = 4.0  # a river, a lake, a mountain, an informal region
    first: float = 0.5  # first by the order of the gazetteer
    other_name: float = -1.5  # the name is an old, foreign or misspelt one
    curated: float = 1.0

    # The words around the name.
    held: float = 6.0  # "Newport, Vermont"
    not_held: float = -4.0
    holder: float = 5.0  # Vermont, in that
    sort_fits: float = 3.0
    sort_contradicts: float = -3.0
    listed: float = 2.0  # near its neighbour in a list
    listed_kind: float = 0.7  # of the same kind as its neighbour in a list
    told_near: float = 3.0  # where "20 miles south of X" puts it

    # The article.
    country_spoken_of: float = 1.0
    country_share: float = 3.0
    unit_spoken_of: float = 0.7
    unit_share: float = 4.0
    unit_shared: float = 2.0  # other names have bearers in the same unit
    near: float = 3.0
    nearest: float = 1.5
    unspoken: float = -1.0  # a country other than those spoken of


WEIGHTS = Weights()
