"""How well places are found and placed, against gold: the figures of the field, with intervals.

Recognition is counted by exact span and by overlap, one to one. A place is *located* when it is
found and put within 161 km (100 miles, the customary circle) of the gold point. Beside every score
stands the oracle recall: could the gazetteer have answered at all?

Protocols say what gold without a point is. ``coords``: neutral, neither found nor missed; ``all``:
gold like any other for recognition. Distances are great circles on a sphere of the mean radius, as
the published figures have them; the ellipsoid would move them by 0.5 % at most.
"""

from __future__ import annotations

import math
import random
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, get_args

from geo.errors import OptionError
from geo.language.names import fold
from geo.language.words import words
from geo.model import MentionClass, Span

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer
    from geo.model import Place

__all__ = [
    "NEAR_KM",
    "Annotation",
    "GoldText",
    "Oracle",
    "Protocol",
    "Rates",
    "Score",
    "candidates",
    "distance_km",
    "is_near",
    "kept",
    "narrowed",
    "pairs",
    "score",
]

Protocol = Literal["coords", "all"]

NEAR_KM = 161.0
FARTHEST_KM = 20_039.0
"""Half the circumference, by which the area under the error curve is scaled (Gritta 2018)."""
MEAN_RADIUS_KM = 6_371.0088
RESAMPLES = 1000
"""Of the texts, for the 95 % intervals."""
SEED = 161

_AROUND = re.compile(r"^[Tt]he\s+|[’']s?$")
_COUNTS = (
    "gold", "gold_located", "answers", "answers_located", "exact", "overlap", "judged", "near",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Annotation:
    """A place name in a text, as gold has it or as a system answered.

    ``lon`` and ``lat`` are degrees, both ``None`` without a point; ``use`` is the class of
    :class:`geo.model.MentionClass` where it is told; ``score`` is how sure a system was.
    """

    span: Span
    lon: float | None = None
    lat: float | None = None
    geonameid: str | None = None
    use: str | None = None
    score: float | None = None

    @property
    def has_point(self) -> bool:
        """Tell whether it is somewhere."""
        return self.lon is not None and self.lat is not None


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text and every place it names; answers on ``neutral`` spans count neither way."""

    id: str
    text: str
    annotations: tuple[Annotation, ...]
    neutral: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float
    f1: float

    @classmethod
    def of(cls, right: float, answers: float, gold: float) -> Rates:
        """Return the rates of so many right among the answers and the gold."""
        share = 2.0 * right / (answers + gold) if answers + gold else 0.0
        return cls(right / answers if answers else 0.0, right / gold if gold else 0.0, share)


@dataclass(frozen=True, slots=True)
class Oracle:
    """What the gazetteer could have answered, as shares of the gold that has a point.

    ``named``: it knows the name; ``near``: it knows a place of that name within 161 km.
    """

    named: float
    near: float


@dataclass(frozen=True, slots=True)
class Score:
    """How well one system did on one file of gold.

    ``accuracy_161``, ``mean_km``, ``median_km`` and ``auc`` (0 is perfect) look at what was found
    and given a point; ``located`` charges for everything. ``id_accuracy`` is the share of the found
    gold with a GeoNames id that got this id. ``intervals`` hold 95 % of 1,000 resamples of the
    texts. What cannot be said is ``None``.
    """

    system: str
    gold_name: str
    protocol: str
    without: tuple[str, ...]
    texts: int
    gold: int
    gold_located: int
    answers: int
    exact: Rates
    overlap: Rates
    located: Rates
    accuracy_161: float | None
    mean_km: float | None
    median_km: float | None
    auc: float | None
    id_accuracy: float | None
    intervals: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    oracle: Oracle | None = None


@dataclass(frozen=True, slots=True)
class _Tally:
    """What one text adds to the figures."""

    counts: tuple[int, ...]
    distances_km: tuple[float, ...]
    ids: tuple[int, int, int]


def score(
    gold: Sequence[GoldText],
    answers: Mapping[str, Sequence[Annotation]],
    *,
    system: str = "geo",
    gold_name: str = "gold",
    protocol: Protocol = "coords",
    without: Iterable[str] = (),
    resamples: int = RESAMPLES,
    gazetteer: Gazetteer | None = None,
) -> Score:
    """Score the places that a system found in the texts.

    Parameters
    ----------
    gold
        The texts with what they name.
    answers
        For the id of each text what was found in it; a text that is missing has no answers.
    system, gold_name
        What to call the system and the gold.
    protocol
        What gold without a point is: ``coords``: neutral; ``all``: gold.
    without
        Classes that count neither way, in gold or in answers.
    resamples
        How many resamples the intervals rest on; 0 for no intervals.
    gazetteer
        Whose oracle recall to state.

    Raises
    ------
    OptionError
        The protocol or a class does not exist, or ``answers`` has a text that the gold lacks.

    Examples
    --------
    >>> oslo = Annotation(Span(0, 4), 10.75, 59.91)
    >>> text = GoldText("a", "Oslo is cold", (oslo,))
    >>> score([text], {"a": [Annotation(Span(0, 4), 10.8, 59.9)]}).located.f1
    1.0
    """
    left_out = _classes(without)
    _check(gold, answers, protocol)
    seen = [(narrowed(text, left_out), kept(answers.get(text.id, ()), left_out)) for text in gold]
    tallies = [_tally(text, found, protocol) for text, found in seen]
    return replace(
        _total(tallies),
        system=system,
        gold_name=gold_name,
        protocol=protocol,
        without=left_out,
        intervals=_intervals([tally.counts for tally in tallies], resamples),
        oracle=_oracle([text for text, _ in seen], gazetteer) if gazetteer else None,
    )


def _classes(without: Iterable[str]) -> tuple[str, ...]:
    known = {str(use) for use in MentionClass}
    asked = tuple(sorted(set(without)))
    for name in asked:
        if name not in known:
            raise OptionError(
                f"{name!r} is no class of a mention", remedy=f"there are {', '.join(sorted(known))}"
            )
    return asked


def _check(
    gold: Sequence[GoldText], answers: Mapping[str, Sequence[Annotation]], protocol: str
) -> None:
    if protocol not in get_args(Protocol):
        raise OptionError(f"{protocol!r} is no protocol", remedy="use coords or all")
    if strange := sorted(set(answers) - {text.id for text in gold}):
        raise OptionError(
            f"{len(strange)} of the answered texts are not in the gold: {strange[0]!r}",
            remedy="score answers against the gold that they answer",
        )


def narrowed(text: GoldText, classes: tuple[str, ...]) -> GoldText:
    """Make gold of some classes neutral: whoever finds it all the same is not charged."""
    aside = tuple(t.span for t in text.annotations if t.use in classes)
    kept = tuple(t for t in text.annotations if t.use not in classes)
    return replace(text, annotations=kept, neutral=(*text.neutral, *aside)) if aside else text


def kept(answers: Iterable[Annotation], classes: tuple[str, ...]) -> tuple[Annotation, ...]:
    """Drop answers of some classes, and all but the first of one span."""
    first: dict[Span, Annotation] = {}
    for answer in answers:
        if answer.use not in classes:
            first.setdefault(answer.span, answer)
    return tuple(first.values())


# ---------------------------------------------------------------- one text


def pairs(gold: Sequence[Annotation], answers: Sequence[Annotation]) -> list[tuple[int, int]]:
    """Pair gold and answers that overlap, one to one: exact pairs first, then the longest shared.

    Examples
    --------
    >>> pairs([Annotation(Span(0, 8))], [Annotation(Span(4, 8)), Annotation(Span(0, 8))])
    [(0, 1)]
    """
    fits = []
    for at, one in enumerate(gold):
        for beside, other in enumerate(answers):
            a, b = one.span, other.span
            shared = min(a.end, b.end) - max(a.start, b.start)
            if shared > 0:
                fits.append((a != b, -shared, abs(a.start - b.start), at, beside))
    taken: dict[int, int] = {}
    used: set[int] = set()
    for *_, at, beside in sorted(fits):
        if at not in taken and beside not in used:
            taken[at] = beside
            used.add(beside)
    return sorted(taken.items())


def _tally(text: GoldText, answers: Sequence[Annotation], protocol: Protocol) -> _Tally:
    is_all = protocol == "all"
    gold = [t for t in text.annotations if is_all or t.has_point]
    neutral = [*text.neutral, *(t.span for t in text.annotations if not (is_all or t.has_point))]
    matched = pairs(gold, answers)
    paired = {beside for _, beside in matched}
    counted = [
        answer
        for beside, answer in enumerate(answers)
        if beside in paired or not any(answer.span.overlaps(span) for span in neutral)
    ]
    # An answer's point cannot be judged where the gold it is paired with has none.
    open_ended = sum(not gold[at].has_point and answers[b].has_point for at, b in matched)
    distances = tuple(
        distance_km(gold[at], answers[beside])
        for at, beside in matched
        if gold[at].has_point and answers[beside].has_point
    )
    spans = {t.span for t in gold}
    counts = (
        len(gold),
        sum(t.has_point for t in gold),
        len(counted),
        sum(t.has_point for t in counted) - open_ended,
        sum(t.span in spans for t in answers),
        len(matched),
        len(distances),
        sum(d <= NEAR_KM for d in distances),
    )
    return _Tally(counts, distances, _ids(text, answers))


def _ids(text: GoldText, answers: Sequence[Annotation]) -> tuple[int, int, int]:
    """Count the pairs whose gold has a GeoNames id, those answered with one, and with the same."""
    both = [
        (text.annotations[at].geonameid, answers[beside].geonameid)
        for at, beside in pairs(text.annotations, answers)
        if text.annotations[at].geonameid
    ]
    told = sum(found is not None for _, found in both)
    return len(both), told, sum(wanted == found for wanted, found in both)


def distance_km(one: Annotation, other: Annotation) -> float:
    """Return the great circle between two that have points, in kilometres.

    Examples
    --------
    >>> quarter = distance_km(Annotation(Span(0, 1), 0.0, 0.0), Annotation(Span(0, 1), 0.0, 90.0))
    >>> round(quarter)
    10008
    """
    assert one.lon is not None
    assert one.lat is not None
    assert other.lon is not None
    assert other.lat is not None
    south, north = math.radians(one.lat), math.radians(other.lat)
    up = math.sin((north - south) / 2.0) ** 2
    along = math.sin(math.radians(other.lon - one.lon) / 2.0) ** 2
    half = math.sqrt(min(1.0, up + math.cos(south) * math.cos(north) * along))
    return 2.0 * MEAN_RADIUS_KM * math.asin(half)


# ---------------------------------------------------------------- all texts


def _total(tallies: Sequence[_Tally]) -> Score:
    sums = dict(zip(_COUNTS, map(sum, zip(*(t.counts for t in tallies), strict=True)), strict=True))
    far = sorted(d for tally in tallies for d in tally.distances_km)
    with_id, told, same = (sum(part) for part in zip(*(t.ids for t in tallies), strict=True))
    return Score(
        system="",
        gold_name="",
        protocol="",
        without=(),
        texts=len(tallies),
        gold=sums["gold"],
        gold_located=sums["gold_located"],
        answers=sums["answers"],
        exact=Rates.of(sums["exact"], sums["answers"], sums["gold"]),
        overlap=Rates.of(sums["overlap"], sums["answers"], sums["gold"]),
        located=Rates.of(sums["near"], sums["answers_located"], sums["gold_located"]),
        accuracy_161=sums["near"] / len(far) if far else None,
        mean_km=sum(far) / len(far) if far else None,
        median_km=(far[(len(far) - 1) // 2] + far[len(far) // 2]) / 2.0 if far else None,
        auc=_auc(far),
        # A system whose answers carry no ids at all has not got them wrong.
        id_accuracy=same / with_id if told else None,
    )


def _auc(distances_km: Sequence[float]) -> float | None:
    """Return the area under the curve of sorted log errors, from 0 (perfect) to 1."""
    logs = [math.log(d + 1.0) for d in distances_km]
    if not logs:
        return None
    if len(logs) == 1:
        return logs[0] / math.log(FARTHEST_KM)
    area = sum(logs) - (logs[0] + logs[-1]) / 2.0
    return area / (math.log(FARTHEST_KM) * (len(logs) - 1))


def _intervals(
    counts: Sequence[tuple[int, ...]], resamples: int
) -> Mapping[str, tuple[float, float]]:
    """Return the 2.5th and 97.5th percentile of the main figures over resampled texts."""
    import numpy as np  # noqa: PLC0415

    if not resamples:
        return {}
    # Python's own generator: numpy promises no stream from one version to the next.
    draw = random.Random(SEED)  # noqa: S311 - nothing is kept secret here
    table = np.array(counts, dtype=np.int64)
    every = range(len(counts))
    drawn: dict[str, list[float]] = {}
    for _ in range(resamples):
        sums = table[draw.choices(every, k=len(counts))].sum(axis=0).tolist()
        for name, value in _figures(dict(zip(_COUNTS, sums, strict=True))).items():
            drawn.setdefault(name, []).append(value)
    return {name: _middle(sorted(values)) for name, values in drawn.items()}


def _figures(sums: Mapping[str, int]) -> dict[str, float]:
    return {
        "exact": Rates.of(sums["exact"], sums["answers"], sums["gold"]).f1,
        "overlap": Rates.of(sums["overlap"], sums["answers"], sums["gold"]).f1,
        "located": Rates.of(sums["near"], sums["answers_located"], sums["gold_located"]).f1,
        "accuracy_161": sums["near"] / sums["judged"] if sums["judged"] else 0.0,
        "located_recall": sums["near"] / sums["gold_located"] if sums["gold_located"] else 0.0,
    }


def _middle(values: Sequence[float]) -> tuple[float, float]:
    last = len(values)
    return values[int(0.025 * last)], values[max(0, math.ceil(0.975 * last) - 1)]


# ---------------------------------------------------------------- what the gazetteer could answer


def _oracle(texts: Iterable[GoldText], gazetteer: Gazetteer) -> Oracle | None:
    asked = named = near = 0
    for text in texts:
        for wanted in text.annotations:
            if wanted.has_point:
                places = candidates(wanted.span.of(text.text), gazetteer)
                asked += 1
                named += bool(places)
                near += any(is_near(wanted, place) for place in places)
    return Oracle(named / asked, near / asked) if asked else None


def candidates(name: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return what the gazetteer knows under a name, an abbreviation or the word for its people.

    Gold may hold more than the name: "the Hague", "Kosovo's".
    """
    bare = _AROUND.sub("", name)
    demonym = gazetteer.demonyms.get(fold(bare))
    peoples = tuple(gazetteer.get(place) for place in demonym.places) if demonym else ()
    spelt_out = words().states.get(bare.rstrip("."))
    states = gazetteer.lookup(spelt_out) if spelt_out else ()
    return (*(gazetteer.lookup(name) or gazetteer.lookup(bare)), *states, *peoples)


def is_near(wanted: Annotation, place: Place) -> bool:
    """Tell whether a place lies within 161 km of the gold."""
    found = Annotation(wanted.span, place.lon, place.lat)
    return found.has_point and distance_km(wanted, found) <= NEAR_KM
