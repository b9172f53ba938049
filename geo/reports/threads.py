"""Tell the incidents of an article apart, as far as their victims must be told apart.

A ``Thread`` holds the reports of one incident and the ledger of its victims. Day and place of each
report decide which thread it is of: the same day in the same town, or within one another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from geo.casualties.ledger import Ledger
from geo.events import wording
from geo.geometry.geodesy import are_within
from geo.language.names import fold
from geo.linking import unknowns
from geo.linking.aftermath import DAYS_OF_WEEK
from geo.linking.effects import CARRIED
from geo.linking.remnants import SHARES_VERB
from geo.linking.scenes import Sentence
from geo.linking.setting import scenes_of
from geo.linking.villages import names_a_town, village
from geo.model import Count, Place, PlaceKind, Report, Resolution, When
from geo.reports.kinship import Kinship, kinship
from geo.reports.nearness import UNKNOWN
from geo.toponymy.containers import lies_in

__all__ = ["DAYS_APART", "Thread", "is_another", "is_elsewhere", "names_another_town", "of_report"]

APART_M = 40_000
"""Two places further from one another than this are two scenes, unless one holds the other."""
NEXT_M = 10_000
"""Two places of two days that are further apart than this are two scenes as well."""
NAMED_UNKNOWN = f"place: {unknowns.UNKNOWN}"
"""How the reason begins why a report was put elsewhere than it says."""
ARREST = "arrest"
"""What follows from a deed on the next day, and is told as a part of it."""
OF_EFFECT = "the time of what followed from it"
_NO_LATER = re.compile(
    r"\b(?:as\s+of|by|up\s+to|until|till)\s+(?:late\s+|early\s+)?$", re.IGNORECASE
)
_DIED_OF = re.compile(
    r"\b(?:died|dies|succumbed)\s+(?:\w+\s+)?(?:from|of|to)\s+(?:[\w-]+\s+){0,4}?(?:wounds?|injur(?:y|ies))\b",
    re.IGNORECASE,
)
"""Whose day is that of a death, and of the deed only if it has no other."""
OF_WOUNDS = 40
"""Characters behind "died" in which the wounds are named."""
_IN_CAPITAL = re.compile(r"\bin\s+(?:the|its)\s+capital\b", re.IGNORECASE)
"""What names a town without its name: "hours later in the capital"."""
NO_LATER_WITHIN = 16
"""Characters before a day up to which something was counted."""
DAYS_APART = 1
"""An incident of the night has two dates."""
_STANDING = frozenset({"roadblock", "border_closure", "access_denied", "strike"})
"""What stands in one place, and hurts nobody by itself."""
_AREAS = {PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.REGION}


@dataclass(slots=True)
class Thread:
    """An incident of an article: its reports, where and when it was, and its victims.

    ``whens`` are those that sentences give it, ``begun`` the first days of all; ``unhurt`` tells
    that nobody was, by the words of its first report. ``paragraph`` is that of its latest report,
    ``ends`` where that stops.
    """

    reports: list[int] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    places: list[Place] = field(default_factory=list)
    whens: list[When] = field(default_factory=list)
    begun: list[date] = field(default_factory=list)
    heading: int = -1
    paragraph: int = -1
    ends: int = 0
    unhurt: bool = False
    ledger: Ledger = field(default_factory=Ledger)


def of_report(text: str, threads: list[Thread], report: Report, at: int, heading: int) -> Thread:
    """Return the incident that a report tells of: the latest that it agrees with, or a new one."""
    since = max((t.ends for t in threads), default=report.sentence.start)
    place = _own_place(text, report, since)
    when = _own_when(text, report, since if threads else 0)
    latest = threads[-1] if threads else None
    known = [t for t in threads if t.heading == heading]
    if wording.is_elsewhere(report):  # "Separately, …": none that was told of before
        known = [t for t in known if t.ends >= report.sentence.end]
    agreeing = (t for t in reversed(known) if _agrees(t, report, place, when, latest=t is latest))
    agreeing = (t for t in agreeing if not _is_later(report, t))
    ahead = (t for t in agreeing if not _is_next(t, report, place))
    thread = next((t for t in ahead if not _is_harmless_beside(t, report, place)), None)
    if thread is None:
        thread = Thread(heading=heading, unhurt=_is_unhurt(report))
        threads.append(thread)
        if latest is not None and place is None and _is_later(report, latest):
            thread.places += latest.places  # later, where the first one was
    thread.reports.append(at)
    thread.ends = max(thread.ends, report.sentence.end)
    thread.kinds.add(report.kind)
    thread.places += [place] if place is not None else []
    thread.whens += [when] if when is not None else []
    thread.begun += [report.when.first] if report.when.first is not None else []
    return thread


def _is_later(report: Report, thread: Thread) -> bool:
    """Tell whether a sentence opens with a later hour and tells of others, or of another sort."""
    if thread.ends > report.sentence.start or not wording.opens_later(report):
        return False
    unlike = all(kinship(report.kind, kind) < Kinship.OFTEN for kind in thread.kinds)
    return unlike or wording.is_later(report)


def _is_told_here(report: Report, where: Resolution, since: int) -> bool:
    """Tell whether a place is named by the sentence of a report, or between it and the last deed.

    "Inmates set upon each other in Tolmen. Five were stabbed to death."
    """
    at, place = where.mention.span, where.place
    between = since <= at.start < report.sentence.start and where.mention.relation is None
    return report.sentence.covers(at) or (between and place is not None and not _is_area(place))


def _own_place(text: str, report: Report, since: int) -> Place | None:
    """Return the place that was named for a report; a town that no list has is one too."""
    where = report.where
    if where is None:
        return None
    before = text[report.sentence.start : report.trigger.start]
    if not _is_told_here(report, where, since) and not _IN_CAPITAL.search(before):
        return None
    name, at = where.mention.name, where.mention.span
    # Somewhere in its country or province is no place to compare; its name is.
    nowhere = where.place is None or (where.place.unlisted and _is_area(where.place))
    if nowhere and names_a_town(text, at):
        return Place(f"{UNKNOWN}{fold(name)}", name, PlaceKind.SETTLEMENT, None, None)
    if where.place is not None and (unlisted := village(report)) is not None:
        return replace(where.place, id=f"{UNKNOWN}{unlisted}", part_of=where.place.id)
    return where.place


def _own_when(text: str, report: Report, since: int) -> When | None:
    """Return the day that the sentence of a report gives it, or what led to that of another.

    A sentence between the last deed and its own may give it as well, as it may its place.

    Who "died on Tuesday after a fight" may have been hurt on Monday.
    """
    when = report.when
    own = when.span is not None and (
        report.sentence.covers(when.span)
        or (_is_carried(report) and since <= when.span.start < report.sentence.start)
    )
    if not own or when.span is None or when.first is None or when.last is None:
        return None
    if _NO_LATER.search(text, max(0, when.span.start - NO_LATER_WITHIN), when.span.start):
        return None  # "as of Thursday 31 had been held"
    if _DIED_OF.search(
        text, report.trigger.start, min(report.trigger.end + OF_WOUNDS, report.sentence.end)
    ):
        return None  # "shot on 2 June; he died from a gunshot wound on 5 June"
    if when.basis.startswith(OF_EFFECT):
        return replace(when, first=when.first - timedelta(days=DAYS_APART))
    return when


def _is_carried(report: Report) -> bool:
    """Tell whether a deed has its day from the sentence before; an arrest is told of any day."""
    return report.kind != ARREST and report.when.basis.startswith(CARRIED)


def _is_next(thread: Thread, report: Report, place: Place | None) -> bool:
    """Tell whether words and place say that it is one more: "a second bomb in the port".

    So does "and four in the port", which leaves out its verb.
    """
    if place is None or place.kind is PlaceKind.COUNTRY:
        return False
    if report.because[-1:] != (SHARES_VERB,) and not wording.points_ahead(report):
        return False
    return bool(thread.places) and all(place.id != other.id for other in thread.places)


def _is_harmless_beside(thread: Thread, report: Report, place: Place | None) -> bool:
    """Tell whether one hurt nobody and the other did, somewhere else.

    "Artillery shelled Tolmen, killing a girl. Rockets landed near Galdor, without casualties."
    """
    if place is None or any(place.id == other.id for other in thread.places):
        return False
    if _is_unhurt(report):
        return not thread.unhurt and thread.ledger.has_victims
    return thread.unhurt and _has_victims(report)


def _is_unhurt(report: Report) -> bool:
    told = [count for count in (report.killed, report.injured) if count is not None]
    return bool(told) and not any(map(_is_some, told))


def _has_victims(report: Report) -> bool:
    return any(count is not None and _is_some(count) for count in (report.killed, report.injured))


def _is_some(count: Count) -> bool:
    return count.maximum is None or count.maximum > 0


def _agrees(
    thread: Thread, report: Report, place: Place | None, when: When | None, *, latest: bool = True
) -> bool:
    """Tell whether a report may be of an incident: by its day, and by its place.

    A country or province holds many incidents: by it alone a report goes to the latest one, and
    once a town was named only towns are compared.
    """
    if when is not None and thread.whens:
        gap = min(_days_between(when, other) for other in thread.whens)
        if gap > DAYS_APART or (gap and not _goes_on(thread, report, place, when)):
            return False
    elif when is not None and _is_weeks_before(when, thread.begun):
        return False
    if place is None or not thread.places:
        return True
    fine = [other for other in thread.places if not _is_area(other)]
    if _is_area(place):
        return latest and any(_same_scene(place, other) for other in thread.places)
    if quarters := _quarters_beside(place, fine):
        return any(_is_one_quarter(place, other) for other in quarters)
    # A fire in the next town is not the bomb of this one, though both were of one night.
    alike: Callable[[Place, Place], bool] = _same_scene
    if report.kind not in thread.kinds:
        # Nor is an attack in the next town at the barricade.
        calm = report.kind in _STANDING
        alike = _is_at if calm == (thread.kinds <= _STANDING) else _is_in
    return any(alike(place, other) for other in fine or thread.places)


def _quarters_beside(place: Place, others: Sequence[Place]) -> list[Place]:
    """Return the unlisted quarters and villages of others that stand at the point of the same town.

    Beside a quarter that was named, the town that holds both says nothing of another quarter.
    """
    if not place.id.startswith(UNKNOWN) or place.part_of is None:
        return []
    return [o for o in others if o.id.startswith(UNKNOWN) and o.part_of == place.part_of]


def _is_one_quarter(one: Place, other: Place) -> bool:
    """Tell whether two quarters may be one: "Austin" and "South Austin"."""
    names = f" {one.id.removeprefix(UNKNOWN)} ", f" {other.id.removeprefix(UNKNOWN)} "
    return names[0] in names[1] or names[1] in names[0]


def _is_weeks_before(when: When, begun: Sequence[date]) -> bool:
    """Tell whether a day is weeks before all that was told: "sprayed with paint in January"."""
    last = when.last
    return (
        last is not None and bool(begun) and all((day - last).days > DAYS_OF_WEEK for day in begun)
    )


def _is_area(place: Place) -> bool:
    """Tell whether a place is wide; "2 km east of X" is a region of its own, and is none."""
    if place.derived and place.uncertainty_m is not None:
        return place.uncertainty_m > APART_M
    return place.kind in _AREAS


def _days_between(one: When, other: When) -> int:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return 0
    return max((one.first - other.last).days, (other.first - one.last).days, 0)


def _goes_on(thread: Thread, report: Report, own: Place | None, when: When) -> bool:
    """Tell whether what is told of the next day can be the same: a night, in the same town.

    "Last week" ends on the day before Monday, and is no night.
    """
    if when.first != when.last or any(other.first != other.last for other in thread.whens):
        return False
    if any(reason.startswith(NAMED_UNKNOWN) for reason in report.because):
        return report.kind in thread.kinds  # where it was put instead says nothing
    place = report.where.place if report.where is not None else None
    if place is None or not thread.places:
        return own is None
    wide = place.kind is not PlaceKind.COUNTRY and any(map(_is_area, (place, *thread.places)))
    if report.kind != ARREST and wide:
        # A province and a town in it may be those of two days; the same province is told again.
        return any(place.id == other.id for other in thread.places)
    return any(_is_at(place, other) for other in thread.places)


def _is_at(place: Place, other: Place) -> bool:
    """Tell whether two places are one town and its quarter, or a town and what holds it."""
    return _is_within(place, other, NEXT_M, unplaced=False)


def _is_in(place: Place, other: Place) -> bool:
    """Tell whether two places are the same, or one holds the other."""
    listed = PlaceKind.SETTLEMENT is place.kind is other.kind and not (
        place.derived or other.derived or place.unlisted or other.unlisted
    )
    return place.id == other.id if listed else _is_at(place, other)


def _same_scene(one: Place, other: Place) -> bool:
    """Tell whether two places can be one scene: the same, near, or one within the other."""
    return _is_within(one, other, APART_M, unplaced=True)


def _is_within(one: Place, other: Place, reach_m: float, *, unplaced: bool) -> bool:
    """Tell whether two places are near, or one holds the other; ``unplaced`` if nobody knows."""
    if one.id in {other.id, other.part_of} or one.part_of == other.id:
        return True
    if one.id.startswith(UNKNOWN) or other.id.startswith(UNKNOWN):
        return False
    if one.unlisted and other.unlisted:
        return False  # two villages at the point of their district
    if _is_area(one) or _is_area(other):
        return _share_area(one, other)
    if one.lon is None or one.lat is None or other.lon is None or other.lat is None:
        return unplaced
    return are_within(one.lon, one.lat, other.lon, other.lat, reach_m)


def _share_area(one: Place, other: Place) -> bool:
    """Tell whether two places, of which one is wide, can be one scene: the one holds the other."""
    if PlaceKind.COUNTRY in {one.kind, other.kind}:
        return not (one.countries and other.countries) or not set(one.countries).isdisjoint(
            other.countries
        )
    return lies_in(one, other) or lies_in(other, one)


def is_elsewhere(text: str, sentence: Sentence, thread: Thread) -> bool:
    """Tell whether a sentence without a deed is about another town, in a later paragraph.

    "In Galdor the hospital treated 30 marchers" tells of a march there that no report was read of,
    "in another incident, two were hurt" of one anywhere.
    """
    if wording.opens_elsewhere(sentence.span.of(text)):
        return True
    return sentence.paragraph > thread.paragraph and _is_of_another_town(text, sentence, thread)


def is_another(text: str, sentence: Sentence, thread: Thread) -> bool:
    """Tell whether a sentence told before an incident is of another day, or another town.

    In a log each paragraph tells of a deed of its own, be it one that no report was read of.
    """
    if sentence.paragraph >= thread.paragraph:
        return False
    days = [w for w in sentence.whens if w.type in {"DATE", "TIME"} and w.last is not None]
    apart = [_days_between(day, other) > DAYS_APART for day in days for other in thread.whens]
    return (bool(apart) and all(apart)) or _is_of_another_town(text, sentence, thread)


def names_another_town(text: str, sentence: Sentence, thread: Thread) -> bool:
    """Tell whether a sentence names towns in space, be they near, and none that of an incident."""
    known = {place.id for place in thread.places}
    towns = {r.place.id for r in scenes_of(text, sentence) if r.place and not _is_area(r.place)}
    return bool(towns) and towns.isdisjoint(known)


def _is_of_another_town(text: str, sentence: Sentence, thread: Thread) -> bool:
    """Tell whether a sentence names towns in space, and none is that of an incident."""
    known = [place for place in thread.places if not _is_area(place)]
    if not known:
        return False
    towns = [r.place for r in scenes_of(text, sentence) if r.place is not None]
    fine = [town for town in towns if not _is_area(town)]
    return bool(fine) and not any(_same_scene(town, place) for town in fine for place in known)
