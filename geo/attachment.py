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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import resources

from geo.clauses import is_past
from geo.contenders import Contender, Field, lists
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
LONGEST_PATH = 6
CLOSE_SUBJECT = 4
LOOK_BACK = 60
STEM = 5
"""Letters by which a verb is known in its forms: "patrolled" and "patrolling" are one."""
# Hospitals and courts are where something was told or ended, and seldom where it happened.
_HOUSES = re.compile(
    r"\b(?:hospitals?|clinics?|morgues?|courts?|courthouse|prisons?|jails?|burn\s+unit)\s+(?:in|at|near)\s+"
    r"(?:the\s+)?(?:\w+\s+of\s+)?$"
)
_QUOTES = frozenset({'"', "“", "”", "''", "``"})
_BE = frozenset({"was", "were", "been", "be", "being"})
_SAME_SORT = {"lit": "P", "phr": "P", "mod": "N"}


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
    table = weights()
    nothing = _sum(pairing.none(), table)
    scores = [
        c.own + _sum(pairing.of(c), table) + OWN_CAUSE * pairing.is_own_cause(c)
        for c in field.contenders
    ]
    order = winners(field.contenders, scores, nothing)
    if not order:
        return Choice(rejected=_rejected(pairing, scores, nothing, None))
    ranked = [c for c in _ranked(field.contenders, scores, nothing) if c not in order]
    places = tuple(_resolution(text, c, ranked) for c in order)
    return Choice(places, _why(pairing, order[0]), _rejected(pairing, scores, nothing, order[0]))


def _sum(told: Iterable[str], table: Mapping[str, float]) -> float:
    """Add up the weights of clues, each once, in their order: the same sum every time."""
    return sum(table.get(clue, 0.0) for clue in dict.fromkeys(told))


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
    field, table = Field(text, sentence), weights()
    for contender in field.contenders:
        contender.own = _sum(clues(field, contender), table) + CROSSING * contender.is_crossing
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
    pairing: Pairing, scores: Sequence[float], nothing: float, chosen: Contender | None
) -> tuple[str, ...]:
    """Name the best of those that lost, and what spoke most against each."""
    top = max((*scores, nothing))
    total = sum(math.exp(s - top) for s in (*scores, nothing))
    lost = [
        (score, contender)
        for score, contender in zip(scores, pairing.field.contenders, strict=True)
        if contender is not chosen
        and not (chosen is not None and contender in chosen.listed)
        and (contender.known or math.exp(score - top) / total >= WORTH_SAYING)
    ]
    lost.sort(key=lambda pair: (-pair[0], pair[1].span))
    return tuple(
        f"'{contender.span.of(pairing.field.text)}': {_against(pairing, contender)}"
        for _, contender in lost[:REJECTED]
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


def _against(pairing: Pairing, contender: Contender) -> str:
    """Say what spoke most against a contender."""
    field, table = pairing.field, weights()
    told = (*clues(field, contender), *pairing.of(contender))
    worst = min(told, key=lambda clue: table.get(clue, 0.0))
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


def clues(field: Field, c: Contender) -> Iterator[str]:
    """Yield the clues of a contender that are the same for every trigger of its sentence.

    ``k`` is its kind, ``p`` what governs it, ``h`` the word before that, ``w`` the words around,
    ``link`` how it hangs together with others.
    """
    word, known, sort = field.word, lists(), _sort(c)
    governor = _governor(c)
    yield "k=" + c.kind
    yield "p=" + governor
    yield f"p|k={governor}|{sort}"
    yield f"p|way={governor}|{c.way}{sort}"
    if c.head:
        yield "h=" + _plain(c.head)
        if governor in known.locative:
            yield "lh=" + _plain(c.head)
    for away in (1, 2, 3):
        yield f"w-{away}={_plain(word(c.first - away))}"
    behind = word(c.last)
    yield "w+1=" + behind
    yield "w+2=" + _plain(word(c.last + 1))
    if behind.isalpha() and not (
        behind in known.small or behind in known.prepositions or behind in known.sorts
    ):
        ends = "past" if is_past(behind) else "ing" if behind.endswith("ing") else ""
        yield f"next|{sort}{ends}"
    if c.last < len(field.words) and field.words[c.last][0].isupper():
        yield "nextcap|" + sort
    if c.first and field.words[c.first - 1][0].isupper():
        yield "prevcap|" + sort
    if c.resolution is not None:
        yield f"score={int(c.resolution.score * 5)}"
        yield f"rel={c.resolution.mention.relation}"
    yield f"fin={int(c.fine)}"
    yield from _linked(c)
    yield from _finer(field, c)
    before = field.text[max(field.span.start, c.span.start - LOOK_BACK) : c.span.start]
    if _HOUSES.search(before.lower()):
        yield "house"


def _plain(word: str) -> str:
    """Return a word as a clue: which verb it is, is for the trigger to say."""
    return "V" if is_past(word) else word


def _linked(c: Contender) -> Iterator[str]:
    for told, other in c.links:
        than = "f" if c.fine > other.fine else "c" if c.fine < other.fine else "e"
        yield f"link={told}{_sort(other)}{than}"
        yield f"link2={told}{_sort(c)}{_sort(other)}"
    if c.listed:
        yield "list" + ("first" if c.listed[0] is c else "rest")


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


def _sort(c: Contender) -> str:
    """Return whether a contender is a place (P), whose of one (N), or a name at most (U)."""
    return _SAME_SORT.get(c.kind[:3], "U")


def _governor(c: Contender) -> str:
    return "brackets" if c.governor in "()" else c.governor


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
        self.first, self.last = _anchor(field, trigger)
        self.rivals = [_anchor(field, rival) for rival in rivals]
        self._clause = field.clause(self.first)
        word, known = field.word(self.first), lists()
        self._form = "ing" if word.endswith("ing") else "ed" if is_past(word) else "x"
        self._takes_place = word.startswith(known.take_places)
        self._stem = word[:STEM]
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
            and c.governor in lists().locative
        )

    def none(self) -> Iterator[str]:
        """Yield the clues that the sentence gives the trigger no place."""
        field, known = self.field, lists()
        places = [c for c in field.contenders if _sort(c) == "P"]
        names = [c for c in field.contenders if _sort(c) == "U"]
        inside = [c for c in field.contenders if c.governor in known.locative and _sort(c) != "N"]
        yield "none"
        yield f"nu={min(len(places), 4)}"
        yield f"nn={min(len(names), 4)}"
        yield f"nl={min(len(inside), 4)}"
        yield f"nsame={min(sum(field.clause(c.first) == self._clause for c in places), 3)}"
        yield f"nlsame={min(sum(field.clause(c.first) == self._clause for c in inside), 3)}"
        yield f"nlafter={min(sum(c.first >= self.last for c in inside), 3)}"
        yield "tform=" + self._form
        yield "tstem=" + self._stem
        yield f"tw+2={_plain(field.word(self.last + 1))}"
        yield "tw-1=" + field.word(self.first - 1)
        yield "tw+1=" + field.word(self.last)
        clause = field.clauses[self._clause]
        yield "tclause=" + clause.opener
        yield f"trel={clause.aside}"
        if field.word(self.first) in known.reports:
            yield "treport"
        if self._takes_place:
            yield "tobj"

    def of(self, c: Contender) -> Iterator[str]:
        """Yield the clues that a trigger and a contender give together."""
        behind = c.first >= self.last
        side = "A" if behind else "B" if c.last <= self.first else "O"
        start, end = (self.last, c.first) if behind else (c.last, self.first)
        away = max(end - start, 0)
        near, sort = side + _bucket(away), _sort(c)
        governor = "trigger" if behind and c.at < self.last else _governor(c)
        yield "d=" + near
        yield f"kd={sort}{near}"
        yield f"k|side={c.kind}{side}"
        yield f"p|side={governor}{side}"
        yield f"p|d={governor}|{near}"
        yield f"rank={self._ranks[c]}"
        if behind and c.at >= self.last:
            inside = c.governor in lists().locative
            yield f"gap={_bucket(c.at - self.last)}|{'loc' if inside else governor}"
        if side == "B" and self._is_fronted(c):
            yield f"front|{governor}{sort}"
        yield f"t|p={self._form}|{governor}"
        yield f"ts|p={self._stem}|{governor}|{side}"
        if self._takes_place:
            yield f"obj|{side}|{governor}|{sort}"
        yield f"pas|{self._passive}|{side}|{governor}"
        if side == "B" and self._passive and away <= CLOSE_SUBJECT:
            yield f"passubj|{sort}|{governor}"
        yield from self._by_clause(c, side)
        yield from self._between(start, end, side, sort)
        yield from self._by_rivals(c, start, end, away, side)

    def _is_fronted(self, c: Contender) -> bool:
        """Tell whether a name opens the sentence or goes on behind its first words: "In X, …"."""
        if c.at <= 0:
            return True
        before = self.field.word(c.at - 1)
        return c.governor in lists().prepositions and before in {
            ",", "elsewhere", "and", "meanwhile", "earlier", "later", "but", "also"
        }  # fmt: skip

    def _by_clause(self, c: Contender, side: str) -> Iterator[str]:
        theirs = self.field.clause(c.first)
        if theirs == self._clause:
            yield "sameclause|" + side
            yield f"sameclause|{side}|{_sort(c)}|{c.governor in lists().locative}"
            return
        clause, own = self.field.clauses[theirs], self.field.clauses[self._clause]
        yield f"clause|{side}|{clause.opener}"
        yield f"nclause={side}{min(abs(theirs - self._clause), 3)}"
        yield f"topen|{side}|{own.opener}"
        if clause.aside:
            yield "aside"
        if own.cause:
            yield "tcause"

    def _between(self, start: int, end: int, side: str, sort: str) -> Iterator[str]:
        known, words = lists(), self.field.low[start:end]
        yield f"comma={side}{min(words.count(','), 3)}"
        yield f"verbs={side}{min(sum(map(is_past, words)), 3)}"
        if not _QUOTES.isdisjoint(words):
            yield "quote|" + side
        if not known.reports.isdisjoint(words):
            yield "report|" + side
        if not known.relatives.isdisjoint(words):
            yield "subj|" + side
        if "and" in words:
            yield "and|" + side
        if len(words) <= LONGEST_PATH:
            path = " ".join(self._path(start, end))
            yield f"path={side}:{path}"
            yield f"pathk={side}:{sort}:{path}"

    def _path(self, start: int, end: int) -> Iterator[str]:
        """Yield the words between, small ones as they are, others by what they are."""
        last = ""
        for at in range(start, end):
            sign = _sign(self.field.words[at], self.field.low[at])
            if sign != last or sign not in {"w", "N"}:
                yield sign
            last = sign

    def _by_rivals(self, c: Contender, start: int, end: int, away: int, side: str) -> Iterator[str]:
        between = sum(start <= first < end for first, _ in self.rivals)
        yield f"rivals={side}{min(between, 2)}"
        if any(first <= c.at - 1 < last for first, last in self.rivals):
            yield "onrival"
        if self.rivals:
            nearest = min(c.first - b if c.first >= b else a - c.last for a, b in self.rivals)
            yield f"rnear={nearest < away}{side}"

    def _ranked(self) -> dict[Contender, str]:
        """Return how many of its side stand nearer to the trigger than each contender."""
        known = lists()
        places = [c for c in self.field.contenders if _sort(c) != "N"]
        inside = [c for c in places if c.governor in known.locative]
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


def _anchor(field: Field, trigger: Span) -> tuple[int, int]:
    """Return the word that a trigger hangs on: the verb of "captured the town of X".

    What the weights were learned from is a single word; a longer trigger may hold its place.
    """
    first, last = field.words_of(trigger)
    known = lists()
    if last - first == 1:
        return first, last
    low = field.low
    for at in range(first, last):
        if is_past(low[at]) and low[at] not in known.small:
            return at, at + 1
    for at in range(first + 1, last):
        if low[at] in known.small or low[at] in known.prepositions or not low[at][0].isalnum():
            return at - 1, at
    return last - 1, last


def _bucket(count: int) -> str:
    return next((name for most, name in DISTANCES if count <= most), FAR)


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
