"""Attach a trigger to the place that its sentence gives it, or to none, by learned weights.

A log-linear model: each contender of the sentence (``geo.contenders``) gets the sum of the weights
of its clues, so does "no place here", and the highest sum wins. Members of a list share their
luck. The weights were learned from sentences of news in which somebody marked the place of one
event (``tools/train_attachment.py``); ``models/README.md`` says on what, and what they score.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import resources

from geo.almanac import words
from geo.clauses import is_past
from geo.contenders import Contender, Field, Part, lists
from geo.errors import ModelError
from geo.model import Mention, MentionClass, PlaceKind, Resolution, Span
from geo.scenes import Sentence

__all__ = ["FILE", "Choice", "Pairing", "choose", "clues", "weights", "winners"]

FILE = "attachment.json"
"""The weights, a number for each clue."""
FORMAT = 1
AREAS = {PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.REGION}
MOST_PLACES = 8
"""Places of one trigger: a longer list tells of no incident at each."""
CROSSING = 1.5
"""What border crossings have ahead: no sentence that was learned from names one."""
OWN_CAUSE = 1.5
"""What a place in space has ahead in the very clause of a trigger that led to the news."""
REJECTED, WORTH_SAYING = 2, 0.02
"""So many of those that lost are named, if they had a chance."""
DISTANCES = ((0, "0"), (1, "1"), (2, "2"), (4, "3"), (7, "5"), (12, "8"), (20, "13"))
FAR = "21"
SUMS_KEPT = 20_000
"""Groups of clues whose sum is kept."""
LONGEST_PATH = 6
CLOSE_SUBJECT = 4
LOOK_BACK = 60
# Hospitals and courts are where something was told or ended, and seldom where it happened.
_HOUSES = re.compile(
    r"\b(?:hospitals?|clinics?|morgues?|courts?|courthouse|prisons?|jails?|burn\s+unit)\s+(?:in|at|near)\s+"
    r"(?:the\s+)?(?:\w+\s+of\s+)?$"
)
_QUOTES = frozenset({'"', "“", "”", "''", "``"})
_HOUSE_WORDS = words(
    "hospital hospitals clinic clinics morgue morgues court courts courthouse prison prisons "
    "jail jails unit"
)
_BE = frozenset({"was", "were", "been", "be", "being"})
_FRONTS = frozenset({",", "elsewhere", "and", "meanwhile", "earlier", "later", "but", "also"})


@dataclass(frozen=True, slots=True)
class Choice:
    """What a sentence says about the place of a trigger.

    ``places`` are empty if it says none, several for a list; ``because`` and ``rejected`` say in
    words what spoke for them and why others lost.
    """

    places: tuple[Resolution, ...] = ()
    because: str = ""
    rejected: tuple[str, ...] = ()


def choose(text: str, sentence: Sentence, trigger: Span, rivals: Sequence[Span] = ()) -> Choice:
    """Return the places that a sentence gives to a trigger.

    Parameters
    ----------
    text
        The text of the article.
    sentence
        The sentence of the trigger, with what was found in it.
    trigger
        The words that tell of the incident.
    rivals
        The other triggers of the sentence.

    Examples
    --------
    >>> from geo.model import Place, PlaceKind
    >>> text = "A man from Galdor was shot in Tolmen."
    >>> def named(name, start):
    ...     mention = Mention(Span(start, start + 6), name, MentionClass.LITERAL)
    ...     return Resolution(mention, Place(name, name, PlaceKind.SETTLEMENT, 1.0, 2.0), 0.9)
    >>> found = named("Galdor", 11), named("Tolmen", 30)
    >>> told = choose(text, Sentence(Span(0, len(text)), 0, found, ()), Span(22, 26))
    >>> [r.place.name for r in told.places], told.because
    (['Tolmen'], "'in' stands before it")
    """
    return _choose(text, sentence, trigger, tuple(rivals))


@lru_cache(maxsize=8)
def _choose(text: str, sentence: Sentence, trigger: Span, rivals: tuple[Span, ...]) -> Choice:
    """Choose once, whoever asks for the places, for further ones and for those that lost."""
    field = _field(text, sentence)
    if not field.contenders:
        return Choice()
    pairing = Pairing(field, trigger, rivals)
    nothing = _sum(pairing.none_parts())
    told = [pairing.parts(c) for c in field.contenders]
    scores = [
        c.own + _sum(parts) + OWN_CAUSE * pairing.is_own_cause(c)
        for c, parts in zip(field.contenders, told, strict=True)
    ]
    order = winners(field.contenders, scores, nothing)
    if not order:
        return Choice(rejected=_rejected(pairing, told, scores, nothing, None))
    ranked = [c for c in _ranked(field.contenders, scores, nothing) if c not in order]
    places = tuple(_resolution(text, c, ranked) for c in order)
    return Choice(places, _why(pairing, order[0]), _rejected(pairing, told, scores, nothing, order[0]))


def winners(
    contenders: Sequence[Contender], scores: Sequence[float], nothing: float
) -> tuple[Contender, ...]:
    """Return the contender with the highest sum, then the others of its list; none if it loses.

    Of an area and a finer place in it that also beats "no place here", the finer one is the answer.
    """
    ranked = _ranked(contenders, scores, nothing)
    if not ranked:
        return ()
    finer = [c for c in ranked[1:] if _is_in(c, ranked[0])]
    chosen = max(finer, key=lambda c: c.fine) if finer else ranked[0]
    # Two streets are one corner.
    others = (c for c in chosen.listed if c is not chosen and not c.kind.startswith("unS"))
    return (chosen, *others)[:MOST_PLACES]


def _is_in(contender: Contender, area: Contender) -> bool:
    """Tell whether a contender is a finer place in the country of an area."""
    inner, outer = contender.place, area.place
    return (
        inner is not None
        and outer is not None
        and outer.kind in AREAS
        and contender.fine > area.fine
        and not set(inner.countries).isdisjoint(outer.countries)
    )


@lru_cache(maxsize=4)
def _field(text: str, sentence: Sentence) -> Field:
    """Take a sentence apart once for all its triggers, each contender with its own sum."""
    field = Field(text, sentence)
    for contender in field.contenders:
        contender.parts = _own(field, contender)
        contender.own = _sum(contender.parts) + CROSSING * contender.is_crossing
    return field


def _ranked(
    contenders: Iterable[Contender], scores: Iterable[float], least: float
) -> list[Contender]:
    """Return the contenders that beat "no place here", the best first."""
    told = [(s, c) for s, c in zip(scores, contenders, strict=True) if s > least]
    return [c for _, c in sorted(told, key=lambda pair: (-pair[0], pair[1].span))]


# ---------------------------------------------------------------- what comes out


def _resolution(text: str, contender: Contender, ranked: Sequence[Contender]) -> Resolution:
    """Return a chosen place; an unknown one gets the place that holds it, if one is told."""
    found = contender.resolution
    if found is not None and (found.place is not None or found.mention.found_by != "name"):
        return found
    mention = (
        found.mention
        if found is not None
        else Mention(
            contender.span,
            contender.span.of(text),
            MentionClass.LITERAL,
            found_by="unlisted",
        )
    )
    unknown = f"'{mention.name}' is not in the gazetteer"
    holder = _holder(contender, ranked)
    if holder is None or holder.place is None:
        return found or Resolution(mention, None, 0.0, (unknown,))
    because = (f"{unknown}; it is in or near {holder.place.name}", *holder.because)
    return replace(holder, mention=replace(mention, relation="near"), because=because)


def _holder(contender: Contender, ranked: Sequence[Contender]) -> Resolution | None:
    """Return the place that a name stands in: "Upper Tolmen in X", "X's Upper Tolmen"."""
    inner = contender.inner
    if inner is not None and inner.place is not None and contender.kind.startswith("unF"):
        return inner
    linked = [c for told, c in contender.links if told in {"in>", "<poss", "<in", "inside"}]
    for other in (*linked, *ranked):
        if other.place is not None and not other.place.derived:
            return other.resolution
    return None


def _rejected(
    pairing: Pairing,
    told: Sequence[Sequence[Part]],
    scores: Sequence[float],
    nothing: float,
    chosen: Contender | None,
) -> tuple[str, ...]:
    """Name the best of those that lost, and what spoke most against each."""
    if len(scores) == 1 and chosen is not None:
        return ()
    top = max((*scores, nothing))
    total = sum(math.exp(s - top) for s in (*scores, nothing))
    lost = [
        (score, contender, parts)
        for score, contender, parts in zip(scores, pairing.field.contenders, told, strict=True)
        if contender is not chosen
        and not (chosen is not None and contender in chosen.listed)
        and (contender.known or math.exp(score - top) / total >= WORTH_SAYING)
    ]
    lost.sort(key=lambda row: (-row[0], row[1].span))
    return tuple(
        f"'{contender.span.of(pairing.field.text)}': {_against(contender, parts)}"
        for _, contender, parts in lost[:REJECTED]
    )


def _why(pairing: Pairing, contender: Contender) -> str:
    """Say what binds the chosen place: its preposition, its verb, its nearness."""
    if pairing.hangs_on_trigger(contender):
        return f"'{pairing.field.word(pairing.first)}' is done to it"
    known = lists()
    if contender.governor in known.locative:
        return f"'{contender.governor}' stands before it"
    if any(told == "in>" for told, _ in contender.links):
        return "the finest of the places named inside one another"
    return "the likeliest of those named" if len(pairing.field.contenders) > 1 else "named"


def _against(contender: Contender, parts: Iterable[Part]) -> str:
    """Say what spoke most against a contender."""
    groups = [_told(*part) for part in (*contender.parts, *parts)]
    worst = min(groups, key=lambda told: told[1])[2]
    said = next((said for group, said in _SAID if worst.startswith(group)), "less likely")
    if "{governor}" in said and not contender.governor.isalpha():
        return "no word puts it in space"
    return said.replace("{governor}", contender.governor).replace("{head}", contender.head)


_SAID = (
    ("house", "a hospital, a prison or a court there"),
    ("aside", "in a clause about somebody"),
    ("clause", "in another clause"),
    ("nclause", "in another clause"),
    ("h=", "'{head}' stands before it"),
    ("lh=", "'{head}' stands before it"),
    ("p", "'{governor}' before it puts it elsewhere"),
    ("gap", "farther from the words that tell of it"),
    ("d=", "farther from the words that tell of it"),
    ("kd=", "farther from the words that tell of it"),
    ("rank", "another is nearer"),
    ("onrival", "another deed is done there"),
    ("rnear", "another deed is nearer to it"),
    ("rivals", "another deed stands between"),
    ("report", "where somebody speaks"),
    ("hasfiner", "a finer place is named"),
    ("fin", "too coarse"),
    ("link", "it only says where another place is"),
    ("w", "the words beside it put it elsewhere"),
)


# ---------------------------------------------------------------- clues

# Clues come in groups, each a function of a few small values: what was said of "in" before a town
# is said again in thousands of sentences, so the sum of a group is kept (half of the time before).
@lru_cache(maxsize=SUMS_KEPT)
def _told(group: Callable[..., Iterable[str]], *values: object) -> tuple[float, float, str]:
    """Return the sum of a group of clues, each once; the worst weight and what speaks so."""
    table = weights()
    said = [(table.get(clue, 0.0), clue) for clue in dict.fromkeys(group(*values))]
    worst = min(said, key=lambda pair: pair[0], default=(math.inf, ""))
    return sum(weight for weight, _ in said), *worst


def _sum(parts: Iterable[Part]) -> float:
    """Add up the weights of clues, in their order: the same sum every time."""
    total = 0.0
    for part in parts:
        total += _told(*part)[0]
    return total


def clues(field: Field, c: Contender) -> Iterator[str]:
    """Yield the clues of a contender that are the same for every trigger of its sentence.

    ``k`` is its kind, ``p`` what governs it, ``h`` the word before that, ``w`` the words around,
    ``link`` how it hangs together with others.
    """
    return _clues(_own(field, c))


def _clues(parts: Iterable[Part]) -> Iterator[str]:
    return (clue for group, *values in parts for clue in group(*values))


def _own(field: Field, c: Contender) -> list[Part]:
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
        (_behind, behind, sort),
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
    yield "h=" + _plain(head)
    if in_space:
        yield "lh=" + _plain(head)


def _beside(away: int, word: str) -> Iterator[str]:
    yield f"w{away:+}={_plain(word)}"


def _behind(behind: str, _sort: str) -> Iterator[str]:
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


def _plain(word: str) -> str:
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


class Pairing:
    """A trigger beside the contenders of its sentence.

    Parameters
    ----------
    field
        The sentence.
    trigger
        The trigger; ``rivals`` the other ones.
    """

    def __init__(self, field: Field, trigger: Span, rivals: Sequence[Span] = ()) -> None:
        self.field = field
        self.first, self.last = field.words_of(trigger)
        self.rivals = [field.words_of(rival) for rival in rivals]
        self._clause = field.clause(self.first)
        word, known = field.word(self.first), lists()
        self._form = "ing" if word.endswith("ing") else "ed" if is_past(word) else "x"
        self._takes_place = word.startswith(known.take_places)
        before = field.word(self.first - 1), field.word(self.first - 2)
        self._passive = before[0] in _BE or (before[1] in _BE and before[0] not in known.small)
        self._ranks = self._ranked()

    def hangs_on_trigger(self, c: Contender) -> bool:
        """Tell whether nothing but the trigger governs a name: "captured the town of X"."""
        return c.first >= self.last and self.first <= c.at < self.last

    def is_own_cause(self, c: Contender) -> bool:
        """Tell whether a place stands in the trigger's own clause, which led to the news."""
        return (
            self.field.clauses[self._clause].cause
            and self.field.clause(c.first) == self._clause
            and c.known
            and c.in_space
        )

    def none(self) -> Iterator[str]:
        """Yield the clues that the sentence gives the trigger no place."""
        return _clues(self.none_parts())

    def of(self, c: Contender) -> Iterator[str]:
        """Yield the clues that a trigger and a contender give together."""
        return _clues(self.parts(c))

    def none_parts(self) -> list[Part]:
        """Return the groups of clues that the sentence gives the trigger no place."""
        field, own = self.field, self._clause
        places = [c for c in field.contenders if c.sort == "P"]
        inside = [c for c in field.contenders if c.in_space and c.sort != "N"]
        counted = (
            min(len(places), 4),
            min(len([c for c in field.contenders if c.sort == "U"]), 4),
            min(len(inside), 4),
            min(len([c for c in places if field.clause(c.first) == own]), 3),
            min(len([c for c in inside if field.clause(c.first) == own]), 3),
            min(len([c for c in inside if c.first >= self.last]), 3),
        )
        clause, word = field.clauses[own], field.word(self.first)
        return [
            (_placeless, counted),
            (_around, self._form, field.word(self.first - 1), field.word(self.last)),
            (_of_trigger, clause.opener, clause.aside, word, self._takes_place),
        ]

    def parts(self, c: Contender) -> list[Part]:
        """Return the groups of clues that a trigger and a contender give together."""
        behind = c.first >= self.last
        side = "A" if behind else "B" if c.last <= self.first else "O"
        start, end = (self.last, c.first) if behind else (c.last, self.first)
        away = max(end - start, 0)
        bucket, sort = _bucket(away), c.sort
        governor = "trigger" if behind and c.at < self.last else c.hangs_on
        found: list[Part] = [
            (_stands, side, bucket, sort, c.kind, governor),
            (_rank, self._ranks[c]),
        ]
        if behind and c.at >= self.last:
            found.append((_gap, _bucket(c.at - self.last), "loc" if c.in_space else governor))
        if side == "B" and self._is_fronted(c):
            found.append((_fronted, governor, sort))
        close = side == "B" and self._passive and away <= CLOSE_SUBJECT
        verb = self._form, self._takes_place, self._passive
        found.append((_by_verb, *verb, side, governor, sort, close))
        found += self._by_clause(c, side)
        found += self._between(start, end, side, sort)
        found.append(self._by_rivals(c, start, end, away, side))
        return found

    def _is_fronted(self, c: Contender) -> bool:
        """Tell whether a name opens the sentence or goes on behind its first words: "In X, …"."""
        if c.at <= 0:
            return True
        before = self.field.word(c.at - 1)
        return c.governor in lists().prepositions and before in _FRONTS

    def _by_clause(self, c: Contender, side: str) -> list[Part]:
        theirs = self.field.clause(c.first)
        if theirs == self._clause:
            return [(_same_clause, side, c.sort, c.in_space)]
        clause, own = self.field.clauses[theirs], self.field.clauses[self._clause]
        return [
            (_other_clause, side, clause.opener, min(abs(theirs - self._clause), 3)),
            (_own_clause, side, own.opener, clause.aside, own.cause),
        ]

    def _between(self, start: int, end: int, side: str, sort: str) -> list[Part]:
        known, words = lists(), self.field.low[start:end]
        said = (
            min(words.count(","), 3),
            min(sum(map(_is_past, words)), 3),
            not _QUOTES.isdisjoint(words),
            not known.reports.isdisjoint(words),
            not known.relatives.isdisjoint(words),
            "and" in words,
        )
        found: list[Part] = [(_said_between, side, *said)]
        if len(words) <= LONGEST_PATH:
            found.append((_by_path, side, sort, " ".join(self._path(start, end))))
        return found

    def _path(self, start: int, end: int) -> Iterator[str]:
        """Yield the words between, small ones as they are, others by what they are."""
        last = ""
        for at in range(start, end):
            sign = _sign(self.field.words[at], self.field.low[at])
            if sign != last or sign not in {"w", "N"}:
                yield sign
            last = sign

    def _by_rivals(self, c: Contender, start: int, end: int, away: int, side: str) -> Part:
        if not self.rivals:
            return _rivalled, side, 0, False, None
        between = sum(start <= first < end for first, _ in self.rivals)
        on = any(first <= c.at - 1 < last for first, last in self.rivals)
        near = away > min(c.first - b if c.first >= b else a - c.last for a, b in self.rivals)
        return _rivalled, side, min(between, 2), on, near

    def _ranked(self) -> dict[Contender, str]:
        """Return how many of its side stand nearer to the trigger than each contender."""
        places = [c for c in self.field.contenders if c.sort != "N"]
        inside = [c for c in places if c.in_space]
        ranks = dict.fromkeys(self.field.contenders, "")
        for letter, told in (("", places), ("L", inside)):
            sides = (
                ("A", [c for c in told if c.first >= self.last]),
                ("B", [c for c in reversed(told) if c.last <= self.first]),
            )
            for side, found in sides:
                for rank, c in enumerate(found):
                    ranks[c] += f"{letter}{side}{min(rank, 3)}"
            if len(told) == 1:
                ranks[told[0]] += letter + "only"
        return ranks


def _placeless(counted: Sequence[int]) -> Iterator[str]:
    yield "none"
    names = ("nu", "nn", "nl", "nsame", "nlsame", "nlafter")
    yield from (f"{name}={count}" for name, count in zip(names, counted, strict=True))


def _around(form: str, before: str, behind: str) -> Iterator[str]:
    yield "tform=" + form
    yield "tw-1=" + before
    yield "tw+1=" + behind


def _of_trigger(opener: str, aside: bool, word: str, takes_place: bool) -> Iterator[str]:
    yield "tclause=" + opener
    yield f"trel={aside}"
    if word in lists().reports:
        yield "treport"
    if takes_place:
        yield "tobj"


def _stands(side: str, bucket: str, sort: str, kind: str, governor: str) -> Iterator[str]:
    near = side + bucket
    yield "d=" + near
    yield f"kd={sort}{near}"
    yield f"k|side={kind}{side}"
    yield f"p|side={governor}{side}"
    yield f"p|d={governor}|{near}"


def _rank(rank: str) -> Iterator[str]:
    yield f"rank={rank}"


def _gap(bucket: str, governor: str) -> Iterator[str]:
    yield f"gap={bucket}|{governor}"


def _fronted(governor: str, sort: str) -> Iterator[str]:
    yield f"front|{governor}{sort}"


def _by_verb(
    form: str, takes_place: bool, passive: bool, side: str, governor: str, sort: str, close: bool
) -> Iterator[str]:
    yield f"t|p={form}|{governor}"
    if takes_place:
        yield f"obj|{side}|{governor}|{sort}"
    yield f"pas|{passive}|{side}|{governor}"
    if close:
        yield f"passubj|{sort}|{governor}"


def _same_clause(side: str, sort: str, in_space: bool) -> Iterator[str]:
    yield "sameclause|" + side
    yield f"sameclause|{side}|{sort}|{in_space}"


def _other_clause(side: str, opener: str, apart: int) -> Iterator[str]:
    yield f"clause|{side}|{opener}"
    yield f"nclause={side}{apart}"


def _own_clause(side: str, opener: str, aside: bool, cause: bool) -> Iterator[str]:
    yield f"topen|{side}|{opener}"
    if aside:
        yield "aside"
    if cause:
        yield "tcause"


def _said_between(
    side: str, commas: int, verbs: int, quoted: bool, told: bool, relative: bool, joined: bool
) -> Iterator[str]:
    yield f"comma={side}{commas}"
    yield f"verbs={side}{verbs}"
    flags = (("quote", quoted), ("report", told), ("subj", relative), ("and", joined))
    yield from (f"{name}|{side}" for name, holds in flags if holds)


def _by_path(side: str, sort: str, path: str) -> Iterator[str]:
    yield f"path={side}:{path}"
    yield f"pathk={side}:{sort}:{path}"


def _rivalled(side: str, between: int, on: bool, near: bool | None) -> Iterator[str]:
    yield f"rivals={side}{between}"
    if on:
        yield "onrival"
    if near is not None:
        yield f"rnear={near}{side}"


_BUCKETS = tuple(
    next((name for most, name in DISTANCES if count <= most), FAR)
    for count in range(DISTANCES[-1][0] + 1)
)


def _bucket(count: int) -> str:
    return _BUCKETS[count] if count < len(_BUCKETS) else FAR


_is_past = lru_cache(maxsize=SUMS_KEPT)(is_past)


@lru_cache(maxsize=SUMS_KEPT)
def _sign(word: str, low: str) -> str:
    known = lists()
    if low in known.small or low in known.prepositions or not (low[0].isalnum()):
        return low
    if low[0].isdigit():
        return "0"
    if word[0].isupper():
        return "N"
    if low in known.sorts:
        return "s"
    return "v" if is_past(low) else "w"


# ---------------------------------------------------------------- the weights


@cache
def weights() -> Mapping[str, float]:
    """Return the weights that come with the package, read once.

    Raises
    ------
    ModelError
        They are missing, damaged or of another version.
    """
    try:
        told = json.loads(resources.files("geo").joinpath("models", FILE).read_text("utf-8"))
        version = told["format"]
        table = {str(clue): float(weight) for clue, weight in told["weights"].items()}
    except (OSError, ValueError, AttributeError, KeyError, TypeError) as error:
        raise ModelError(
            f"cannot be read ({error})", path=FILE, remedy="install geo-incident-mapper again"
        ) from error
    if version != FORMAT:
        raise ModelError(
            f"is of format {version}, this version reads {FORMAT}",
            path=FILE,
            remedy="install geo-incident-mapper again",
        )
    return table
