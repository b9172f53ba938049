"""What each argument for a place weighs, in one table.

The unit is a natural logarithm of odds: +1 makes a candidate 2.7 times as likely. They were chosen
on development texts by ``python -m tools.tune_resolution FOLDER --tune``. It moves one at a time,
and keeps a change only if it gains on the whole and loses on none: neither half of the local news,
web pages, tweets, nor the project's own gold. It lists those that were set by hand, and why.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["WEIGHTS", "Weights"]


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights; see ``geo.toponymy.evidence`` for what each argument is."""

    # What a place brings along.
    size: float = 1.6  # a power of ten of its inhabitants
    renown: float = 3.0  # a power of ten of its names in other languages
    nothing: float = 6.5  # "none of these"
    country: float = 12.0  # a country under its own name, beside a town of 0 inhabitants
    unit: float = 10.0  # a state or province
    county: float = 7.0
    region: float = 8.0  # a continent, a sea, an informal region
    nature: float = 6.0  # a river, a lake, a mountain
    first: float = 0.5  # first by the order of the gazetteer
    unique: float = 1.5  # ... and the only one of its name
    later: float = -2.0  # a country or state after a city, by that order
    other_name: float = -2.5  # the name is an old, foreign or misspelt one
    outnamed: float = -1.2  # ... and another place bears it as its own
    bare: float = -1.2  # a province under its name without the noun: Homs Governorate
    curated: float = 0.5  # a row of the reviewed gazetteer

    # The words around the name.
    held: float = 6.0  # "Newport, Vermont"
    not_held: float = -4.0
    holder: float = 5.0  # Vermont, in that
    sort_fits: float = 1.2  # "the village of X", and it is one
    governs: float = 3.0  # a country or capital, where the name speaks as a government does
    sort_contradicts: float = -1.5
    policed: float = 2.5  # in the country or state whose police or army act in the sentence
    listed: float = 2.3  # near its neighbour in a list
    listed_size: float = 1.5  # as large as its neighbour in a list
    listed_wide: float = 4.0  # a country, or a unit, beside another in a list
    told_near: float = 3.0  # where "20 miles south of X" puts it

    # The article.
    country_spoken_of: float = 1.5  # its country, by another name
    spelt_there: float = 1.5  # ... and nothing there bears the other name as its own
    unique_there: float = 3.0  # ... and nothing in the world bears the name
    unit_spoken_of: float = 1.0  # its state or province, or places there
    unit_share: float = 5.0  # ... times its share of all that is spoken of
    unit_shared: float = 6.0  # other names have bearers in the same unit
    around: float = 3.9  # other names have bearers close by
    near: float = 0.9  # firm places close by
    near_wide: float = 4.2  # for a country or unit: how many of them are in that country
    unspoken: float = -2.7  # a country other than those spoken of


WEIGHTS = Weights()
