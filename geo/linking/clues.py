"""The clues by which the place of a trigger is told, as short strings with a learned weight each.

They come in groups (``Part``): a function of a few small values, which yields the clues. What is
said of "in" before a town is said in thousands of sentences, so ``geo.linking.attachment`` keeps
the sum of each group and makes its strings once; ``tools/train_attachment.py`` asks for all of
them.
"""

# ruff: noqa: FBT001 - what a group is made of are plain values, in their order
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from geo.language.almanac import words
from geo.language.clauses import is_past
from geo.linking.contenders import Contender, Part, lists
from geo.linking.fields import Field

__all__ = ["clues", "of_contender", "plain", "told_by"]

LOOK_BACK = 60
"""Characters in front of a name that are read for what stands before it."""
# Hospitals and courts are where something was told or ended, and seldom where it happened.
_HOUSES = re.compile(
    r"\b(?:hospitals?|clinics?|morgues?|courts?|courthouse|prisons?|jails?|burn\s+unit)\s+(?:in|at|near)\s+"
    r"(?:the\s+)?(?:\w+\s+of\s+)?$"
)
_HOUSE_WORDS = words(
    "hospital hospitals clinic clinics morgue morgues court courts courthouse prison prisons "
    "jail jails unit"
)


def clues(field: Field, c: Contender) -> Iterator[str]:
    """Yield the clues of a contender that are the same for every trigger of its sentence.

    ``k`` is its kind, ``p`` what governs it, ``h`` the word before that, ``w`` the words around,
    ``link`` how it hangs together with others.
    """
    return told_by(of_contender(field, c))


def told_by(parts: Iterable[Part]) -> Iterator[str]:
    """Yield the clues of some groups."""
    return (clue for group, *values in parts for clue in group(*values))


def of_contender(field: Field, c: Contender) -> list[Part]:
    """Return the groups of clues of a contender by itself."""
    word, words, sort, first, last = field.word, field.words, c.sort, c.first, c.last
    behind = word(last)
    capital = last < len(words) and words[last][0].isupper()
    found: list[Part] = [(_by_kind, c.kind, c.hangs_on, c.way, sort)]
    if c.head:
        found.append((_by_head, c.head, c.in_space))
    found += [
        (_beside, -1, word(first - 1)),
        (_beside, -2, word(first - 2)),
        (_beside, -3, word(first - 3)),
        (_behind, behind),
        (_beside, 2, word(last + 1)),
        (_by_case, behind, sort, capital, first > 0 and words[first - 1][0].isupper()),
        (_fineness, int(c.fine)),
    ]
    if c.resolution is not None:
        found.insert(-1, (_by_score, int(c.resolution.score * 5), c.resolution.mention.relation))
    if c.links or c.listed:
        place = ("first" if c.listed[0] is c else "rest") if c.listed else ""
        found.append((_linked, sort, tuple(_links(c)), place))
    if len(field.contenders) > 1 and (finer := tuple(_finer(field, c))):
        found.append((tuple, finer))
    if not _HOUSE_WORDS.isdisjoint(field.low):
        before = field.text[max(field.span.start, c.span.start - LOOK_BACK) : c.span.start]
        if _HOUSES.search(before.lower()):
            found.append((tuple, ("house",)))
    return found


def _by_kind(kind: str, governor: str, way: str, sort: str) -> Iterator[str]:
    yield "k=" + kind
    yield "p=" + governor
    yield f"p|k={governor}|{sort}"
    yield f"p|way={governor}|{way}{sort}"


def _by_head(head: str, in_space: bool) -> Iterator[str]:
    yield "h=" + plain(head)
    if in_space:
        yield "lh=" + plain(head)


def _beside(away: int, word: str) -> Iterator[str]:
    yield f"w{away:+}={plain(word)}"


def _behind(behind: str) -> Iterator[str]:
    yield "w+1=" + behind


def _by_case(behind: str, sort: str, capital: bool, before: bool) -> Iterator[str]:
    known = lists()
    if behind.isalpha() and not (
        behind in known.small or behind in known.prepositions or behind in known.sorts
    ):
        ends = "past" if is_past(behind) else "ing" if behind.endswith("ing") else ""
        yield f"next|{sort}{ends}"
    if capital:
        yield "nextcap|" + sort
    if before:
        yield "prevcap|" + sort


def _by_score(score: int, relation: str | None) -> Iterator[str]:
    yield f"score={score}"
    yield f"rel={relation}"


def _fineness(fine: int) -> Iterator[str]:
    yield f"fin={fine}"


def plain(word: str) -> str:
    """Return a word as a clue: which verb it is, is for the trigger to say."""
    return "V" if is_past(word) else word


def _links(c: Contender) -> Iterator[tuple[str, str, str]]:
    for told, other in c.links:
        than = "f" if c.fine > other.fine else "c" if c.fine < other.fine else "e"
        yield told, other.sort, than


def _linked(sort: str, links: Iterable[tuple[str, str, str]], listed: str) -> Iterator[str]:
    for told, theirs, than in links:
        yield f"link={told}{theirs}{than}"
        yield f"link2={told}{sort}{theirs}"
    if listed:
        yield "list" + listed


def _finer(field: Field, c: Contender) -> Iterator[str]:
    place = c.place
    if place is None:
        return
    for other in field.contenders:
        theirs = other.place
        if theirs is None or other is c or set(place.countries).isdisjoint(theirs.countries):
            continue
        if place.id == theirs.id:
            yield "again"
        elif c.fine < other.fine:
            yield "hasfiner"
        elif c.fine > other.fine:
            yield "isfiner"
