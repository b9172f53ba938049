"""The nouns: what travels between the stages, as frozen values.

Positions are (lon, lat) in degrees of EPSG:4326. Offsets count characters of the untouched
``Article.text``, half open. Unknown is ``None``, and a reason stands beside it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache

__all__ = [
    "Actor",
    "Article",
    "Clutter",
    "Conflict",
    "Count",
    "Incident",
    "Mention",
    "MentionClass",
    "Place",
    "PlaceKind",
    "Rejected",
    "Report",
    "Resolution",
    "Source",
    "Span",
    "Status",
    "When",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of ``Article.text``: characters ``start`` to ``end``, half open.

    Examples
    --------
    >>> Span(3, 9).of("In Brnjak, on Tuesday")
    'Brnjak'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters themselves: the evidence."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Clutter:
    """Page furniture inside the text: places in it never carry incidents."""

    span: Span
    kind: str  # "photo credit", "newsletter", "share bar", "byline", ...


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as read, its text never rewritten.

    ``published`` is the calendar day as written, never converted between time zones;
    ``published_basis`` says in words where it was found. ``id`` is the JSONL id, or the
    path of the file relative to the folder that was given.
    """

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    published_basis: str | None = None
    publisher: str | None = None
    url: str | None = None
    clutter: tuple[Clutter, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def content_hash(self) -> str:
        """Sixteen hex digits over what was said, whatever the file is called."""
        return _hash(self.text, self.title or "", str(self.published or ""))


@lru_cache(maxsize=8)
def _hash(*told: str) -> str:
    """Hash what an article says; each of its reports asks for it."""
    return hashlib.sha256("\x1f".join(told).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that was set aside: counted, named, never silently lost."""

    path: str | None
    line: int | None
    reason: str
    remedy: str | None = None

    def __str__(self) -> str:
        where = (self.path or "-") + (f":{self.line}" if self.line is not None else "")
        return f"{where}: {self.reason}" + (f"; {self.remedy}" if self.remedy else "")


class PlaceKind(StrEnum):
    """What sort of thing a place is; precision follows from it."""

    COUNTRY = "country"
    ADMIN1 = "admin1"
    ADMIN2 = "admin2"
    REGION = "region"
    SETTLEMENT = "settlement"
    CROSSING = "crossing"
    FACILITY = "facility"
    WATER = "water"
    RELIEF = "relief"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the gazetteer.

    Attributes
    ----------
    id
        Stable id: ``xk-zubin-potok`` (overlay), ``gn:792265`` (GeoNames), ``XK`` (country).
    lon, lat
        Representative point in degrees, ``None`` where the gazetteer has none.
    countries
        ISO 3166-1 alpha-2 codes; a crossing belongs to both its sides.
    names
        Pairs of language tag and preferred name: ``(("en", "Pristina"), ("sq", "Prishtinë"))``.
    uncertainty_m
        Radius in metres that holds the true position, or the extent of the thing.
    approximate
        The position or the outline is a judgement, and is drawn as one.
    rank
        Among places of one name, how likely news means this one when it says the bare name:
        0 first. An editor's judgement, only in the overlay.
    part_of
        Id of the place that holds it (municipality, country), where known.
    direction
        For informal regions: ``north`` for the north of ``part_of``.
    geometry
        Footprint or outline as the text of a GeoJSON geometry.
    attributes
        What else is known, as pairs: ``gate``, ``status`` and so on.
    """

    id: str
    name: str
    kind: PlaceKind
    lon: float | None
    lat: float | None
    countries: tuple[str, ...] = ()
    admin1: str | None = None
    names: tuple[tuple[str, str], ...] = ()
    population: int | None = None
    uncertainty_m: float | None = None
    approximate: bool = False
    geonameid: int | None = None
    rank: int = 0
    part_of: str | None = None
    direction: str | None = None
    geometry: str | None = None
    attributes: tuple[tuple[str, str], ...] = ()
    source: str = ""

    def attribute(self, name: str) -> str | None:
        """Return one of ``attributes``, or ``None``."""
        return dict(self.attributes).get(name)

    @property
    def derived(self) -> bool:
        """Whether it is no place of a gazetteer but measured from some: "15 km south of X"."""
        return self.id.startswith("rel:")

    @property
    def unlisted(self) -> bool:
        """Whether no gazetteer has it: it stands at the point of what the text puts it in."""
        return self.id.startswith("in:")


class MentionClass(StrEnum):
    """How a text uses a place name; only some of these can carry an incident."""

    LITERAL = "literal"
    DEMONYM = "demonym"
    METONYM = "metonym"
    MODIFIER = "modifier"
    EMBEDDED = "embedded"
    DATELINE = "dateline"
    BYLINE = "byline"
    CLUTTER = "clutter"


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names a place, or a set of places.

    ``name`` is what to look up; ``hint`` the word beside it that says what sort of place is
    meant ("town", "border crossing", "county"); ``relation`` how the text stands to it: ``near``,
    or ``reference`` where it only measures another place ("60 km north of Pristina");
    ``found_by`` the rule that found it (``relation``: the whole of a spatial phrase).
    """

    span: Span
    name: str
    use: MentionClass
    hint: str | None = None
    relation: str | None = None
    found_by: str = "name"


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where a mention is, how sure, and why.

    ``members`` holds the places of a set ("both border gates"), then ``place`` stands for the
    set; otherwise it is empty. ``place`` is ``None`` when nothing in the gazetteer fits or no
    candidate is good enough; ``because`` says which. ``alternatives`` are the namesakes that lost.
    """

    mention: Mention
    place: Place | None
    score: float
    because: tuple[str, ...] = ()
    members: tuple[Place, ...] = ()
    alternatives: tuple[tuple[Place, float], ...] = ()


@dataclass(frozen=True, slots=True)
class When:
    """An interval of days and the phrase it came from.

    Attributes
    ----------
    first, last
        The days, both included; ``None`` when unknown.
    precision
        ``day``, ``week``, ``month``, ``year``, ``range`` or ``unknown``.
    basis
        In words what the interval rests on: the phrase, the publication date, or why unknown.
    span
        The phrase in the text, ``None`` when the interval was inferred without one.
    type, value
        The phrase as TIMEX3 says it: ``DATE``, ``TIME``, ``DURATION`` or ``SET``, and its value.
    """

    first: date | None
    last: date | None
    precision: str
    basis: str
    span: Span | None = None
    type: str = "DATE"
    value: str = ""

    def overlaps(self, other: When) -> bool:
        """Tell whether both are known and share a day."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return False
        return self.first <= other.last and other.first <= self.last

    def is_before(self, other: When) -> bool:
        """Tell whether both are known, and this one is over before the other begins."""
        return self.last is not None and other.first is not None and self.last < other.first


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people: between ``minimum`` and ``maximum`` (``None``: open)."""

    minimum: int
    maximum: int | None
    approximate: bool = False
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who takes part: ``role`` is perpetrator, target, authority or speaker.

    ``name`` is as written, ``sector`` one of ``actors.toml`` or ``None``, ``span`` where it stands:
    two tellings of one actor are equal.
    """

    name: str
    role: str
    sector: str | None = None
    span: Span | None = field(default=None, compare=False)


class Status(StrEnum):
    """How far the text says that it came about."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    ENDED = "ended"
    ATTEMPTED = "attempted"
    PLANNED = "planned"
    THREATENED = "threatened"
    ALLEGED = "alleged"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a report comes from, as much of the article as its evidence needs.

    ``content_hash`` is the article's: it tells articles apart whatever their files are called.
    """

    document: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: date | None = None
    content_hash: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One article's telling of an incident, with its evidence.

    ``quote`` is ``sentence`` of the article's text, or its headline if that alone tells it: all
    spans are then empty and at 0. ``where`` is ``None`` when no place was named, and
    ``where.place`` is ``None`` when one was named that could not be placed.
    ``rejected`` names the places of the sentence that it was not put on, with the reasons.
    One that ``names`` the deed ("the clash") does not say itself that it happened.
    ``details`` are folded names, ages and numbers of houses around it: what tells incidents apart.
    ``entry`` counts the headings of a bulletin up to it; 0 is none.
    """

    id: str
    kind: str
    source: Source
    trigger: Span
    sentence: Span
    quote: str
    status: Status
    when: When
    where: Resolution | None
    background: bool = False
    verbal: bool = False
    killed: Count | None = None
    injured: Count | None = None
    arrested: Count | None = None
    missing: Count | None = None
    actors: tuple[Actor, ...] = ()
    confidence: float = 0.5
    because: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    names: bool = False
    entry: int = 0


@dataclass(frozen=True, slots=True)
class Conflict:
    """What some articles say otherwise than the merged view of an incident.

    ``field`` is ``date``, ``place`` or a count; ``told`` the other value in words ("2", "at least
    5", "2011-10-19", the name of a place); ``documents`` the articles that say so.
    """

    field: str
    told: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """What happened once, however many reports tell of it.

    ``id`` is that of the anchor report: the earliest published, undated last. Every other
    field is the merged view; ``reports`` keeps what each one said, ``conflicts`` what some say
    otherwise.
    """

    id: str
    kind: str
    status: Status
    when: When
    where: Resolution | None
    reports: tuple[Report, ...]
    background: bool = False
    verbal: bool = False
    killed: Count | None = None
    injured: Count | None = None
    arrested: Count | None = None
    missing: Count | None = None
    actors: tuple[Actor, ...] = ()
    confidence: float = 0.5
    because: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
