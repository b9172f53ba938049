"""Hypothesis strategies for the nouns, hostile text included."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from geo.model import (
    Actor,
    Count,
    Incident,
    Mention,
    MentionClass,
    Place,
    PlaceKind,
    Report,
    Resolution,
    Source,
    Span,
    Status,
    When,
)

__all__ = [
    "FRAMES",
    "ids",
    "incident_lists",
    "incidents",
    "places",
    "reports",
    "resolutions",
    "sources",
    "spans",
    "texts",
    "whens",
]

HOSTILE = (
    "=HYPERLINK(0)",
    "{{7*7}}",
    "{% if x %}",
    "</script><img src=x onerror=x>",
    "${x}",
    '"; \\',
    "a\nb\r\tc\u2028d",
    "Звечан / Zvečan",
)
KINDS = ("roadblock", "protest", "shooting", "border_closure", "no_such_kind")

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.sampled_from(HOSTILE)
names = texts.filter(bool)
ids = st.text("abcdefghij0123456789-", min_size=1, max_size=8)
spans = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 9999), st.integers(1, 400)
)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@st.composite
def whens(draw: st.DrawFn) -> When:
    """Draw an interval of days or an unknown date."""
    precision = draw(st.sampled_from(["day", "week", "month", "year", "range", "unknown"]))
    basis = draw(texts)
    if precision == "unknown":
        return When(None, None, precision, basis)
    first = draw(days)
    longest = {"day": 0, "week": 6, "month": 30, "year": 365, "range": 40}[precision]
    return When(first, first + timedelta(draw(st.integers(0, longest))), precision, basis)


def _box(lon: float, lat: float, reach: float) -> str:
    west, south, east, north = lon - reach, lat - reach, lon + reach, lat + reach
    # Clockwise on purpose: whoever writes it must turn it round.
    ring = [(west, south), (west, north), (east, north), (east, south), (west, south)]
    return json.dumps({"type": "Polygon", "coordinates": [ring]})


@st.composite
def places(draw: st.DrawFn, kinds: tuple[PlaceKind, ...] = tuple(PlaceKind)) -> Place:
    """Draw a place of any kind, with or without position and outline."""
    lon = draw(st.floats(-179, 179))
    lat = draw(st.floats(-84, 84))
    shape = draw(st.none() | st.floats(0.001, 0.5).map(lambda reach: _box(lon, lat, reach)))
    placed = draw(st.booleans())
    return Place(
        id=draw(ids),
        name=draw(names),
        kind=draw(st.sampled_from(kinds)),
        lon=lon if placed else None,
        lat=lat if placed else None,
        countries=tuple(draw(st.lists(st.sampled_from(["XK", "RS", "AL"]), max_size=2))),
        admin1=draw(st.none() | texts),
        names=tuple(draw(st.dictionaries(st.sampled_from(["en", "sq", "sr-Cyrl"]), names)).items()),
        uncertainty_m=draw(st.none() | st.floats(0, 1e5)),
        approximate=draw(st.booleans()),
        geometry=shape,
    )


@st.composite
def resolutions(draw: st.DrawFn) -> Resolution:
    """Draw an answer of the resolver: a place, a set, or none with a reason."""
    mention = Mention(
        draw(spans), draw(names), MentionClass.LITERAL, draw(st.none() | st.just("near"))
    )
    because = tuple(draw(st.lists(texts, max_size=2)))
    place = draw(st.none() | places())
    members: Any = ()
    if place is not None and draw(st.booleans()):
        members = tuple(draw(st.lists(places(), min_size=2, max_size=4)))
    return Resolution(mention, place, draw(st.floats(0, 1)), because, members)


counts = st.builds(
    lambda least, more, about: Count(least, None if more is None else least + more, about),
    st.integers(0, 10_000),
    st.none() | st.integers(0, 100),
    st.booleans(),
)
actors = st.builds(
    Actor, names, st.sampled_from(["perpetrator", "target", "authority"]), st.none() | names
)
sources = st.builds(
    Source, names, st.none() | texts, st.none() | texts, st.none() | texts, st.none() | days
)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Draw one article's telling of an incident."""
    sentence = draw(spans)
    return Report(
        id=draw(ids),
        kind=draw(st.sampled_from(KINDS)),
        source=draw(sources),
        trigger=Span(sentence.start, sentence.start + 1),
        sentence=sentence,
        quote=draw(texts),
        status=draw(st.sampled_from(Status)),
        when=draw(whens()),
        where=draw(st.none() | resolutions()),
        background=draw(st.booleans()),
        verbal=draw(st.booleans()),
        killed=draw(st.none() | counts),
        injured=draw(st.none() | counts),
        actors=tuple(draw(st.lists(actors, max_size=2))),
        confidence=draw(st.floats(0, 1)),
    )


@st.composite
def incidents(draw: st.DrawFn) -> Incident:
    """Draw an incident that rests on one to three reports."""
    told = draw(st.lists(reports(), min_size=1, max_size=3, unique_by=lambda report: report.id))
    first = told[0]
    return Incident(
        id=first.id,
        kind=first.kind,
        status=first.status,
        when=first.when,
        where=first.where,
        reports=tuple(told),
        background=first.background,
        verbal=first.verbal,
        killed=first.killed,
        injured=first.injured,
        arrested=draw(st.none() | counts),
        missing=draw(st.none() | counts),
        actors=first.actors,
        confidence=first.confidence,
    )


FRAMES = 15
"""Frames that a property is asked of: to draw one and make it costs as much as fifty texts."""
incident_lists = st.lists(incidents(), max_size=4, unique_by=lambda incident: incident.id)
