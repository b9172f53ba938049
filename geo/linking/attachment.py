"""Attach a trigger to the place that its sentence gives it, or to none, by learned weights.

A log-linear model: each contender of the sentence (``geo.linking.contenders``) gets the sum of the
weights of its clues, so does "no place here", and the highest sum wins. Members of a list share
their luck. The weights were learned from sentences of news in which somebody marked the place of
one event (``tools/train_attachment.py``); ``models/README.md`` says on what, and what they score.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import resources

from geo.errors import ModelError
from geo.language.clauses import is_past
from geo.language.sought import Sought
from geo.language.tagger import default_tagger
from geo.language.words import words
from geo.linking import participles, qualifiers, responders, tellers, trajectories, venues
from geo.linking.attachment_reasons import against, why
from geo.linking.clues import LOOK_BACK, of_contender
from geo.linking.contenders import Contender, Part, lists
from geo.linking.fields import Field
from geo.linking.pairings import Pairing
from geo.linking.ranking import (
    best_first,
    may_be_town,
    narrowed,
    not_of_the_charge,
    not_who_speaks,
    one_of_two_ends,
    winners,
)
from geo.linking.scenes import Sentence
from geo.model import Mention, MentionClass, PlaceKind, Resolution, Span
from geo.toponymy import unlisted

__all__ = ["FILE", "Choice", "captured_before", "choose", "summed", "weights", "winners"]

FILE = "attachment.json"
"""The weights, a number for each clue."""
FORMAT = 1
CROSSING = 1.5
"""What border crossings have ahead: no sentence that was learned from names one."""
OWN_CAUSE = 1.5
"""What a place in space has ahead in the very clause of a trigger that led to the news."""
OWN_WORD = 3.0
"""What a place has ahead that the trigger's own "from" governs: "withdrew from X"."""
OF_VICTIM = 3.0
"""What a place has ahead that is said of the victim: "protested over the killing of a nun in X"."""
PERSON = -3.0
"""What a name in no list loses right behind "the arrest of": it is a person's."""
_TAKEN = {PlaceKind.SETTLEMENT, PlaceKind.ADMIN2}
_AIMED_AT = {
    "at": ("fire", "firing", "shot", "shoot", "aim", "threw", "throw", "hurl"),
    "on": ("attack", "assault", "attempt", "ambush", "raid", "strike", "fire", "firing", "shot"),
}
"""Beginnings of words with "at" or "on" before somebody as well as before a place: "attack on X".

Behind others it is a street called by somebody: "a bomb on Ana Kos and Fifth streets".
"""
BY_LITTLE = 0.7
"""By so little a town may lose and still tell more than another paragraph does."""
BY_MORE = 1.0
"""By so much a name may lose and still tell more than the country of an article."""
CONTRAST = 1.5
"""What a place has ahead that opens the clause of the deed: "…, while in Y a bomb went off"."""
REJECTED, WORTH_SAYING = 2, 0.02
"""So many of those that lost are named, if they had a chance."""
_SPEAKS = Sought(r"\bspeak(?:ing|s)?\s+(?:[A-Z]\w+(?:,|\s+and|\s+or)\s+){0,2}$")
_WRITERS = frozenset({"correspondent", "correspondents", "reporter", "reporters", "journalist"})
"""Who hears in a town of what was anywhere around: "told our reporter in Tolmen"."""
_WITH = frozenset({"in>", "<in", "sort>", "<sort", "covers", "inside"})
"""How names hang together that stand in one another."""
SUMS_KEPT = 20_000
"""Groups of clues whose sum is kept."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a sentence says about the place of a trigger.

    ``places`` are empty if it says none, several for a list; ``because`` and ``rejected`` say in
    words what spoke for them and why others lost. ``maybe`` is a town that lost by little, which is
    better than what was said a paragraph ago, ``only`` the one town of the clause however much it
    lost by, which is better than all of a country.
    """

    places: tuple[Resolution, ...] = ()
    because: str = ""
    rejected: tuple[str, ...] = ()
    maybe: Resolution | None = None
    only: Resolution | None = None


def choose(
    text: str,
    sentence: Sentence,
    trigger: Span,
    rivals: Sequence[Span] = (),
    *,
    of_somebody: bool = False,
) -> Choice:
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
    of_somebody
        Whether those that only say something of somebody are as good as others.

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
    return _choose(text, sentence, trigger, tuple(rivals), of_somebody=of_somebody)


@lru_cache(maxsize=8)
def _choose(
    text: str, sentence: Sentence, trigger: Span, rivals: tuple[Span, ...], *, of_somebody: bool
) -> Choice:
    """Choose once, whoever asks for the places, for further ones and for those that lost."""
    field = _field(text, sentence)
    if not field.contenders:
        return Choice()
    named = () if of_somebody else tuple(c.span for c in field.contenders)
    back = set(qualifiers.standing_back(text, field.span, trigger, named))
    back |= trajectories.ends(text, field.span, named)
    on_road = trajectories.on_roads(text, named)
    called_to = responders.called_to(text, field.span, trigger, named)
    if (main := participles.host(field, trigger)) is not None:
        trigger, rivals = main, tuple(r for r in rivals if not r.covers(main))
    pairing = Pairing(field, trigger, rivals)
    nothing = _sum(pairing.none_parts())
    told = [pairing.parts(c) for c in field.contenders]
    scores = [
        c.own
        + _sum(parts)
        + OWN_CAUSE * pairing.is_own_cause(c)
        + OWN_WORD * pairing.ends_before(c)
        + OF_VICTIM * pairing.is_of_victim(c)
        + PERSON * pairing.befalls(c)
        + CONTRAST * pairing.opens_clause(c)
        + venues.ahead(text, trigger, c)
        + trajectories.ON_ROAD * (c.span in on_road)
        + responders.CALLED * (c.span in called_to)
        - qualifiers.STANDS_BACK * (c.span in back or tellers.is_afar(text, c.span, c.place))
        for c, parts in zip(field.contenders, told, strict=True)
    ]
    order = winners(field.contenders, scores, nothing)
    if not order:
        rejected = _rejected(pairing, told, scores, nothing, None)
        maybe = _maybe(text, pairing, scores, nothing)
        return Choice((), "", rejected, maybe, maybe or _only(text, pairing, scores, nothing))
    order = not_who_speaks(field, narrowed(field, order), scores, nothing)
    order = not_of_the_charge(field, order, scores, trigger, rivals)
    order = one_of_two_ends(text, order)
    # Nor is an unknown name where somebody was before: "brothers, who were held in Tolmen".
    ranked = [
        c
        for c in best_first(field.contenders, scores, nothing)
        if c not in order and not field.clauses[field.clause(c.first)].aside
    ]
    places = tuple(_resolution(text, c, ranked) for c in order)
    rejected = _rejected(pairing, told, scores, nothing, order[0])
    return Choice(places, why(pairing, order[0]), rejected)


def _maybe(
    text: str, pairing: Pairing, scores: Sequence[float], nothing: float
) -> Resolution | None:
    """Return the only town in space of a clause if it hardly lost to "no place here"."""
    field = pairing.field
    towns = [(s, c) for s, c in zip(scores, field.contenders, strict=True) if may_be_town(c)]
    if len(towns) != 1 or towns[0][0] <= nothing - BY_LITTLE:
        return None
    town = towns[0][1]
    # Behind the trigger, or at the head of the sentence: "near Tolmen, the mission saw that …".
    ahead = town.first < pairing.last and any(map(is_past, field.low[: town.first]))
    if ahead or field.clause(town.first) != field.clause(pairing.first):
        return None
    return _resolution(text, town, ())


def unlisted_at(text: str, sentence: Sentence, start: int) -> Resolution | None:
    """Return the name in no list that begins at a character."""
    for c in _field(text, sentence).contenders:
        if c.span.start != start:
            continue
        if c.kind == "lit:none":
            return c.resolution  # found by the recogniser, and in no list
        if c.resolution is None and c.inner is None:
            mention = _unlisted(text, c.span)
            return Resolution(mention, None, 0.0, (f"'{mention.name}' {unlisted.ABSENT}",))
    return None


def _only(
    text: str, pairing: Pairing, scores: Sequence[float], nothing: float
) -> Resolution | None:
    """Return the only name that a preposition puts in space if it lost by little more than that.

    Of a list, or of names that stand in one another, it is the best.
    """
    field = pairing.field
    inside = [(s, c) for s, c in zip(scores, field.contenders, strict=True) if c.in_space]
    if not inside:
        return None
    score, one = max(inside, key=lambda pair: pair[0])
    if score <= nothing - BY_MORE or not all(_is_with(c, one) for _, c in inside):
        return None
    if one.head in lists().tellers:
        return None  # "according to a source in Tolmen"
    same = field.clause(one.first) == field.clause(pairing.first)
    return _resolution(text, one, ()) if same else None


def _is_with(other: Contender, one: Contender) -> bool:
    """Tell whether two names are of one list, or one stands in the other: "X Square in Y"."""
    if other is one or other in one.listed:
        return True
    return any(c is other and how in _WITH for how, c in one.links)


def captured_before(text: str, sentence: Sentence, trigger: Span) -> Resolution | None:
    """Return the town that was taken, for the fight before: "they took Tolmen after clashes"."""
    for c in reversed(_field(text, sentence).contenders):
        taken = c.governor == "verb" and c.head.startswith(lists().captures)
        if taken and c.span.end <= trigger.start and c.place is not None and c.way != "name":
            return c.resolution if c.place.kind in _TAKEN else None
    return None


@lru_cache(maxsize=4)
def _field(text: str, sentence: Sentence) -> Field:
    """Take a sentence apart once for all its triggers, each contender with its own sum."""
    field = Field(text, sentence)
    field.contenders = [c for c in field.contenders if not _is_somebody(field, c)]
    for contender in field.contenders:
        contender.parts = of_contender(field, contender)
        contender.own = _sum(contender.parts) + CROSSING * contender.is_crossing
    return field


def _is_somebody(field: Field, c: Contender) -> bool:
    """Tell whether a name that hangs on no word for a place is that of somebody: "attack on X".

    It has a title or a first name, or the article gives it one elsewhere.
    """
    aimed = _AIMED_AT.get(c.governor)
    if c.place is not None or c.is_crossing:
        return False
    if _SPEAKS.search(field.text, max(0, c.span.start - LOOK_BACK), c.span.start):
        return True  # "armed men speaking Lingala and Acholi"
    if c.in_space and (aimed is None or not c.head.startswith(aimed)):
        return False
    if "sort" in c.way or (c.resolution is not None and c.resolution.mention.hint):
        return False  # "the village of Sheikh Najjar"
    first_names, titles = _first_names(), words().titles
    calls = {field.word(c.first - 1), field.low[c.first]}
    if not calls.isdisjoint(titles) or _has_title(field, c):
        return True
    if c.last - c.first > 1:
        return field.low[c.first] in first_names and c.kind in {"un", "unI", "lit:none"}
    return _has_first_name(field.text, c.span.of(field.text))


@lru_cache(maxsize=256)
def _has_first_name(text: str, name: str) -> bool:
    """Tell whether a text gives a name a first name: asked once, wherever it stands.

    Of 60 kB in which one name stood 2,500 times the searches took three quarters (7.2 -> 1.8 s).
    """
    return any(word in _first_names() for word in _words_before(text, name))


@cache
def _first_names() -> frozenset[str]:
    """Return what people are called by, in the corpora of the tagger or elsewhere."""
    return default_tagger().first_names | words().given


def _has_title(field: Field, c: Contender) -> bool:
    """Tell whether a name of several words has a title in it: "XYZ Secretary General Ana Kos"."""
    return not words().titles.isdisjoint(field.low[c.first : c.last - 1])


def _words_before(text: str, name: str) -> Iterator[str]:
    """Yield the words, in small letters, that stand right before each mention of a name."""
    at = text.find(name)
    while at >= 0:
        said = text[max(at - LOOK_BACK, 0) : at].lower().rsplit(maxsplit=1)
        if said and at and text[at - 1].isspace():
            yield said[-1]
        at = text.find(name, at + len(name))


# ---------------------------------------------------------------- what comes out


def _resolution(text: str, contender: Contender, ranked: Sequence[Contender]) -> Resolution:
    """Return a chosen place; an unknown one gets the place that holds it, if one is told."""
    found = contender.resolution
    if found is not None and (found.place is not None or found.mention.found_by != "name"):
        return found
    mention = found.mention if found is not None else _unlisted(text, contender.span)
    unknown = f"'{mention.name}' {unlisted.ABSENT}"
    holder = _holder(contender, ranked)
    if holder is None or holder.place is None:
        return found or Resolution(mention, None, 0.0, (unknown,))
    if holder.place.kind is PlaceKind.COUNTRY:
        return unlisted.somewhere_in(Resolution(mention, None, 0.0), holder)
    because = (f"{unknown}; it is in or near {holder.place.name}", *holder.because)
    return replace(holder, mention=replace(mention, relation="near"), because=because)


def _unlisted(text: str, span: Span) -> Mention:
    return Mention(span, span.of(text), MentionClass.LITERAL, found_by="unlisted")


def _holder(contender: Contender, ranked: Sequence[Contender]) -> Resolution | None:
    """Return the place that a name stands in: "Upper Tolmen in X", "X's Upper Tolmen"."""
    inner = contender.inner
    if inner is not None and inner.place is not None and contender.kind[:3] in {"unF", "unB"}:
        # "Al-Aqsa Martyrs Hospital" is named after a mosque, and far from it.
        return inner if inner.place.kind is not PlaceKind.FACILITY else None
    linked = [
        c for told, c in contender.links if told in {"in>", "<poss", "<in", "inside", "sort>"}
    ]
    # Whose navy it is does not hold what it fired at.
    literal = (
        c
        for c in ranked
        if c.resolution
        and c.resolution.mention.use is MentionClass.LITERAL
        and c.head not in _WRITERS
    )
    for other in (*linked, *literal):
        # "Near Orva, on the Irrawaddy": the point of a long river is its mouth.
        long = other.place is not None and other.place.kind is PlaceKind.WATER
        if other.place is not None and not other.place.derived and not long:
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
        f"'{contender.span.of(pairing.field.text)}': {against(contender, _worst(contender, parts))}"
        for _, contender, parts in lost[:REJECTED]
    )


def _worst(contender: Contender, parts: Iterable[Part]) -> str:
    """Return the clue that spoke most against a contender."""
    groups = (summed(part) for part in (*contender.parts, *parts))
    return min(groups, key=lambda group: group[1])[2]


# ---------------------------------------------------------------- the weights


_sums: dict[Part, tuple[float, float, str]] = {}


def summed(part: Part) -> tuple[float, float, str]:
    """Return the sum of a group of clues, each once; the worst weight and what speaks so."""
    known = _sums.get(part)  # half the cost of lru_cache, which makes keys and keeps an order
    if known is None:
        if len(_sums) >= SUMS_KEPT:
            _sums.clear()
        table = weights()
        group, *values = part
        said = [(table.get(clue, 0.0), clue) for clue in dict.fromkeys(group(*values))]
        worst = min(said, key=lambda pair: pair[0], default=(math.inf, ""))
        known = _sums[part] = (sum(weight for weight, _ in said), *worst)
    return known


def _sum(parts: Iterable[Part]) -> float:
    """Add up the weights of clues, in their order: the same sum every time."""
    total, known = 0.0, _sums.get
    for part in parts:
        total += (known(part) or summed(part))[0]
    return total


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
