"""Readings as JSON Lines: one object an article, for programs and for measuring.

Offsets count characters of the text as given. Incidents are merged within their article; history
and talk are among them, flagged.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from geo.lexicon import Kind
from geo.model import Count, Incident, Report, Resolution, Span, When
from geo.stories import merge
from geo.toponyms import toponym
from geo.toponymy.relations import DERIVED

if TYPE_CHECKING:
    from geo.pipeline import Reading

__all__ = ["dumps", "record"]


def dumps(reading: Reading, kinds: Mapping[str, Kind]) -> str:
    """Return the line of one article, without a line end.

    Examples
    --------
    >>> from geo.model import Article
    >>> from geo.pipeline import Reading
    >>> dumps(Reading(Article("a", "Nothing."), (), (), ()), {})[:41]
    '{"id": "a", "title": null, "published": n'
    """
    return json.dumps(record(reading, kinds), ensure_ascii=False, allow_nan=False)


def record(reading: Reading, kinds: Mapping[str, Kind]) -> dict[str, Any]:
    """Return what was understood of one article as plain values.

    Parameters
    ----------
    reading
        The article and what was found in it.
    kinds
        Where the crosswalk to other taxonomies comes from.
    """
    article = reading.article
    return {
        "id": article.id,
        "title": article.title,
        "published": _day(article.published),
        "published_basis": article.published_basis,
        "warnings": list(article.warnings),
        "places": [toponym(r, article.text).to_dict() for r in reading.resolutions],
        "relations": [_relation(r, article.text) for r in reading.relations],
        "dates": [_date(when, article.text) for when in reading.whens if when.span is not None],
        "incidents": [_incident(i, kinds.get(i.kind), reading) for i in merge(reading.reports)],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _relation(resolution: Resolution, text: str) -> dict[str, Any]:
    """Return a place that only other places tell of: no toponym, so not among the places."""
    mention, place = resolution.mention, resolution.place
    told = dict(place.attributes) if place else {}
    return {
        **_span(mention.span),
        "text": mention.span.of(text),
        "relation": told.get("relation"),
        "name": place.name if place else None,
        "place_id": place.id if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "uncertainty_m": place.uncertainty_m if place else None,
        "references": told.get("references", "").split(),
        "score": resolution.score,
        "because": list(resolution.because),
    }


def _date(when: When, text: str) -> dict[str, Any]:
    assert when.span is not None
    return {
        **_span(when.span),
        "text": when.span.of(text),
        "type": when.type,
        "value": when.value,
        "first": _day(when.first),
        "last": _day(when.last),
    }


def _incident(incident: Incident, kind: Kind | None, reading: Reading) -> dict[str, Any]:
    main = incident.reports[0]
    return {
        "id": incident.id,
        "type": incident.kind,
        "status": incident.status.value,
        "background": incident.background,
        "verbal": incident.verbal,
        "date_start": _day(incident.when.first),
        "date_end": _day(incident.when.last),
        "date_precision": incident.when.precision,
        "date_basis": incident.when.basis,
        "place": _where(incident.where, reading),
        "killed": _minimum(incident.killed),
        "injured": _minimum(incident.injured),
        "arrested": _minimum(incident.arrested),
        "missing": _minimum(incident.missing),
        "trigger": _span(main.trigger),
        "sentence": _span(main.sentence),
        "reports": [_report(report) for report in incident.reports],
        "actors": [{"name": a.name, "role": a.role, "sector": a.sector} for a in incident.actors],
        "confidence": incident.confidence,
        "because": list(incident.because),
        "rejected": list(dict.fromkeys(told for r in incident.reports for told in r.rejected)),
        "conflicts": [
            {"field": c.field, "told": c.told, "documents": list(c.documents)}
            for c in incident.conflicts
        ],
        "acled_event_type": kind.acled_event_type if kind else None,
        "acled_sub_event_type": kind.acled_sub_event_type if kind else None,
        "plover": kind.plover if kind else None,
        "cameo": kind.cameo if kind else None,
    }


def _report(report: Report) -> dict[str, Any]:
    return {"id": report.id, "trigger": _span(report.trigger), "sentence": _span(report.sentence)}


def _where(where: Resolution | None, reading: Reading) -> dict[str, Any] | None:
    if where is None:
        return None
    place = where.place
    return {
        "name": place.name if place else where.mention.name,
        "place_id": place.id if place else None,
        "members": [member.id for member in where.members],
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "kind": place.kind.value if place else None,
        **_span(_name(where, reading)),
    }


def _name(where: Resolution, reading: Reading) -> Span:
    """Return where the place is named: in "15 km south of X, Y" that is X, as in ``places``.

    ``relations`` has the whole of the phrase.
    """
    phrase = where.mention.span
    if where.mention.found_by != DERIVED:
        return phrase
    named = [r.mention.span for r in reading.resolutions if phrase.covers(r.mention.span)]
    return min(named, default=phrase)


def _minimum(count: Count | None) -> int | None:
    return count.minimum if count is not None else None
