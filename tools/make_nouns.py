"""Make ``geo/language/nouns.txt`` from WordNet: what sort of thing a common noun means.

Usage: ``python -m tools.make_nouns FOLDER``, with ``data.noun`` and ``index.sense`` of WordNet 3.0
in the folder (Debian's ``wordnet-base`` and ``wordnet-sense-index`` hold them). The same input
gives the same bytes.

A noun is of a sort if that is what it nearly always means, by the senses that were counted in
texts, and if hardly any of its senses is of people, buildings, vehicles, weapons or land.
"""

# ruff: noqa: INP001, T201 - a script, no package
from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from geo.language.almanac import words

__all__ = ["rows"]

TARGET = Path(__file__).parent.parent / "geo" / "language" / "nouns.txt"
HARD = "hard"
"""The sort of what may well be attacked; it is not written."""
SORTS = {
    4: "act", 5: "animal", 6: "thing", 7: "idea", 8: "body", 9: "idea", 10: "word", 11: "event",
    12: "idea", 13: "food", 16: "idea", 20: "plant", 21: "money", 24: "idea", 26: "state",
    27: "matter",
}  # fmt: skip
"""Sorts by the numbers of WordNet's files; the others are hard."""
WRITTEN = ("act", "animal", "food", "idea", "money", "plant", "state", "thing", "word")
NAMES_OF_THINGS = frozenset({"animal", "food", "money", "plant", "thing", "word"})
"""Sorts of which nouns are written too that no text had which was counted: "gearbox"."""
SOLID = words(
    "structure conveyance weapon weaponry facility way area arms ammunition explosive drug line "
    "excavation equipment instrumentality track surface container armor system"
)
"""Artifacts below these may be held, shelled or shot at; those that are LIGHT are not."""
LIGHT = words(
    "furniture furnishing musical_instrument home_appliance game_equipment clothing tableware "
    "kitchen_utensil sports_implement toiletry footwear playing_card computer_game"
)
SHARE, MOST_HARD = 0.5, 0.1
"""Least share of a sort in the senses of a noun, and most of hard ones."""
UNCOUNTED = 0.5
"""What each sense weighs besides how often it was counted."""
SHORTEST, LONGEST = 3, 12
LEFT_OUT = words(
    "human fetus element component rest remainder remnant percent percentage portion relation "
    "relations objective counterpart substitute contact search farm ranch total game stray black "
    "white brown roe buck coordinate firepower fever things found acres operations raid wings "
    "reinforcement posting placement rule clutches holding holdup opposition resistance arrest "
    "custody slavery captivity complex binding bag nail shell round grain gold"
)
"""What news means otherwise: "a total of", "criminal elements", "enemy positions"."""


@dataclass(frozen=True, slots=True)
class _Synset:
    file: int
    names: tuple[str, ...]
    above: tuple[str, ...]


def _synsets(lines: Iterable[str]) -> dict[str, _Synset]:
    """Return the sets of synonyms by their place in the file."""
    found = {}
    for line in lines:
        if line.startswith(" "):
            continue  # the licence
        fields = line.partition(" | ")[0].split()
        last = 4 + 2 * int(fields[3], 16)
        pointers = zip(fields[last + 1 :: 4], fields[last + 2 :: 4], strict=False)
        above = tuple(at for sign, at in pointers if sign in {"@", "@i"})
        found[fields[0]] = _Synset(int(fields[1]), tuple(fields[4:last:2]), above)
    return found


def rows(data: Iterable[str], index: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each noun that is of a sort, and the sort.

    Parameters
    ----------
    data, index
        The lines of ``data.noun`` and ``index.sense``.
    """
    synsets = _synsets(data)

    @cache
    def above(offset: str) -> frozenset[str]:
        one = synsets[offset]
        return frozenset(map(str.lower, one.names)).union(*map(above, one.above))

    def sort(offset: str) -> str:
        name = SORTS.get(synsets[offset].file, HARD)
        solid = name == "thing" and above(offset) & SOLID and not above(offset) & LIGHT
        return HARD if solid else name

    for word, senses in sorted(_senses(index, synsets).items()):
        weights: defaultdict[str, float] = defaultdict(float)
        for offset, counted in senses:
            weights[sort(offset)] += counted + UNCOUNTED
        name, weight = max(weights.items(), key=lambda row: (row[1], row[0]))
        total = sum(weights.values())
        known = name in NAMES_OF_THINGS or any(counted for _, counted in senses)
        clear = weight >= SHARE * total and weights[HARD] <= MOST_HARD * total
        if name in WRITTEN and known and clear and word not in LEFT_OUT:
            yield word, name


def _senses(index: Iterable[str], synsets: dict[str, _Synset]) -> dict[str, list[tuple[str, int]]]:
    """Return the senses of each noun of one word, and how often each was counted."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for line in index:
        key, offset, _, counted = line.split()
        word, _, told = key.partition("%")
        if not told.startswith("1:") or not (word.isascii() and word.isalpha()):
            continue
        # Page and Rose are names as well, which count for nothing.
        if SHORTEST <= len(word) <= LONGEST and word in synsets[offset].names:
            found[word].append((offset, int(counted)))
    return found


def main(folder: Path) -> None:
    """Write the table below the licence that heads it."""
    data = (folder / "data.noun").read_text("utf-8").splitlines()
    index = (folder / "index.sense").read_text("utf-8").splitlines()
    sorts: dict[str, list[str]] = {name: [] for name in WRITTEN}
    for word, name in rows(data, index):
        sorts[name].append(word)
    lines = (f"{name} {' '.join(nouns)}\n" for name, nouns in sorts.items())
    head = [line for line in TARGET.read_text("utf-8").splitlines(keepends=True) if line[0] == "#"]
    TARGET.write_text("".join((*head, *lines)), "utf-8")
    print(*(f"{name} {len(nouns)}" for name, nouns in sorts.items()), sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
