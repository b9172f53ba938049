"""Read what happened: triggers become reports, each with its place, date, counts and evidence.

One pass over the sentences. A trigger opens a report unless it only points back at one ("the
barricades", "the shooting"); then it may tell more about it ("the incident near the town of …").
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from geo import counts
from geo import text as texts
from geo.clauses import holding
from geo.factuality import is_background, status
from geo.lexicon import Lexicon, Trigger
from geo.model import Article, Count, Report, Resolution, Source, Span, Status, When
from geo.scenes import (
    Scene,
    Sentence,
    bind_place,
    bind_when,
    can_carry,
    country_of,
    dateline,
    focus,
    news_day,
    set_scene,
)

__all__ = ["extract"]

# What a report may rest on, and what that adds to the confidence of BASE.
BASE = 0.4
OWN_PLACE = 0.25
PLACE_SCORE = 0.15
OWN_DATE = 0.15
COUNTED = 0.1
GENERIC = -0.15
ALLEGED = -0.1
_RIGHT_BEHIND = 12
"""Characters between a trigger and the date that is its own: " in early "."""
_REAL = {Status.OCCURRED, Status.ONGOING, Status.ENDED}
TALK = {Status.PLANNED, Status.THREATENED}
"""A deed that is only planned or threatened is talk: kept, and off the map by default."""

_VIOLENT = {"attack", "shooting", "explosion", "shelling", "air_strike", "armed_clash", "clash"}
"""Kinds in which people come to harm, so that "the killing" can point at any of them."""
# The figures that a family of kinds can own.
_COUNTS = {
    "violence": ("killed", "injured", "missing"),
    "protest": ("killed", "injured", "arrested"),
    "detention": ("arrested",),
    "property": ("killed", "injured"),
}

_DEFINITE = re.compile(
    r"\b(?:the|those|these|that|this|their|its|his|her|such)\s+(?:[a-z-]+\s+){0,2}$", re.IGNORECASE
)
_TELLS_MORE = re.compile(
    r"\b(?:(?:it|this|that)\s+(?:took\s+place|occurred|happened)|"
    r"the\s+(?:incident|attack|shooting|explosion|blast|bombing|killing|clash|clashes|protest|raid|"
    r"assault|violence)(?:\s+(?:took\s+place|occurred|happened))?)\s+"
    r"(?:(?:on\s+)?\w+\s+)?(?:in|near|at|outside|close\s+to|just\s+outside)\s+",
    re.IGNORECASE,
)


def extract(
    article: Article,
    resolutions: Iterable[Resolution],
    whens: Iterable[When],
    lexicon: Lexicon,
) -> tuple[Report, ...]:
    """Read the incidents that an article reports.

    Parameters
    ----------
    article
        The article.
    resolutions
        Its places, resolved.
    whens
        Its dates, resolved as far as they can be.
    lexicon
        The triggers to look for.

    Returns
    -------
    Reports in the order of the text. History and talk are among them, marked.
    """
    sentences = _sentences(article, tuple(resolutions), tuple(whens))
    located = [r for s in sentences for r in s.resolutions]
    scene = Scene(
        about=focus(located),
        country=country_of(located),
        filed_from=dateline(located),
        news_day=news_day(article, sentences),
    )
    reports: list[Report] = []
    for sentence in sentences:
        _tell_more(article, sentence, reports)
        _read(article, sentence, lexicon, scene, reports)
    return tuple(reports)


def _sentences(
    article: Article, resolutions: tuple[Resolution, ...], whens: tuple[When, ...]
) -> list[Sentence]:
    paragraphs = texts.paragraphs(article.text)
    result, paragraph = [], 0
    for span in texts.sentences(article.text):
        while paragraph + 1 < len(paragraphs) and paragraphs[paragraph].end <= span.start:
            paragraph += 1
        result.append(
            Sentence(
                span,
                paragraph,
                tuple(r for r in resolutions if span.covers(r.mention.span)),
                tuple(w for w in whens if w.span is not None and span.covers(w.span)),
            )
        )
    return result


def _read(
    article: Article, sentence: Sentence, lexicon: Lexicon, scene: Scene, reports: list[Report]
) -> None:
    """Read one sentence; the reports it opens are added, the scene moves on."""
    triggers = lexicon.find(article.text, sentence.span)
    seen: set[str] = set()
    moved = False
    for trigger in triggers:
        if trigger.kind.name in seen or _in_clutter(article, trigger.span):
            continue
        if _points_back(article, sentence, trigger, triggers, reports):
            continue
        if trigger.generic and _adds_victims(article, sentence, trigger, scene, reports):
            continue
        seen.add(trigger.kind.name)
        wanted = _is_wanted(article, sentence, trigger, triggers)
        report = _report(article, sentence, trigger, scene, wanted=wanted)
        reports.append(report)
        reports += _presupposed(report, trigger, lexicon, reports)
        if not report.verbal:
            # History goes on through its paragraph, until news is told in it.
            scene.background_paragraph = sentence.paragraph if report.background else -1
        if not moved and not report.background and not report.verbal and report.where is not None:
            scene.deed_paragraph = sentence.paragraph
            scene.move(report.where, report.when, sentence.paragraph)
            scene.settle(report.where)
            moved = True
    if not moved and not _in_clutter(article, sentence.span):
        set_scene(article, sentence, scene)


def _presupposed(
    report: Report, trigger: Trigger, lexicon: Lexicon, reports: Sequence[Report]
) -> list[Report]:
    """Return what must be there if it is to be removed: who demands it tells of a roadblock."""
    there = trigger.kind.presupposes
    undone = report.status in {*TALK, Status.ATTEMPTED, Status.DENIED}
    if there is None or not undone or report.background or any(r.kind == there for r in reports):
        return []
    return [
        replace(
            report,
            id=f"{report.id[:-1]}p",
            kind=there,
            status=Status.ONGOING,
            verbal=lexicon.kinds[there].verbal,
            because=(*report.because, "what should be removed is there"),
        )
    ]


def _in_clutter(article: Article, span: Span) -> bool:
    return any(c.span.overlaps(span) for c in article.clutter)


def _is_wanted(
    article: Article, sentence: Sentence, trigger: Trigger, triggers: Sequence[Trigger]
) -> bool:
    """Tell whether a demand or threat before it in its clause only speaks of a deed."""
    own = holding(article.text, sentence.span, trigger.span).span
    return any(
        other.kind.scopes and own.start <= other.span.start < trigger.span.start
        for other in triggers
    )


def _points_back(
    article: Article,
    sentence: Sentence,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    reports: Sequence[Report],
) -> bool:
    """Tell whether a trigger only points at what was reported: "the barricades", "the killing"."""
    words = trigger.span.of(article.text).split()
    before = article.text[sentence.span.start : trigger.span.start]
    if len(words) > 2 or not _DEFINITE.search(before):
        return False
    told = [r for r in reports if not r.background and _alike(r, trigger)]
    if not told:
        return False
    dated = any(w.last for w in sentence.whens)
    if trigger.kind.definite:
        # "used helicopters to bypass the barricades and …": the other trigger is what happened.
        return not dated or any(not t.kind.verbal for t in triggers if t is not trigger)
    return not dated and not any(can_carry(r) for r in sentence.resolutions)


def _adds_victims(
    article: Article, sentence: Sentence, trigger: Trigger, scene: Scene, reports: list[Report]
) -> bool:
    """Let "dozens were wounded" count the victims of what the sentences before told of.

    Only without a place or date of its own; a figure that was stated already is kept.
    """
    if trigger.kind.name not in _VIOLENT or not reports or scene.deed_paragraph is None:
        return False
    last = reports[-1]
    near = sentence.paragraph - scene.deed_paragraph <= 1
    if not near or last.kind not in _VIOLENT or last.background or last.verbal:
        return False
    _, how = bind_place(article, sentence, trigger.span, scene)
    _, dated = bind_when(article, sentence, trigger.span, scene)
    if dated or how.startswith("named"):
        return False
    found = counts.find(article.text, sentence.span)
    reports[-1] = replace(
        last,
        killed=last.killed or found.get("killed"),
        injured=last.injured or found.get("injured"),
        missing=last.missing or found.get("missing"),
        because=(*last.because, f"victims: '{trigger.span.of(article.text)}'"),
    )
    return True


def _alike(report: Report, trigger: Trigger) -> bool:
    return report.kind == trigger.kind.name or (trigger.generic and report.kind in _VIOLENT)


def _report(
    article: Article, sentence: Sentence, trigger: Trigger, scene: Scene, *, wanted: bool
) -> Report:
    text = article.text
    where, how = bind_place(article, sentence, trigger.span, scene)
    when, dated = bind_when(article, sentence, trigger.span, scene)
    how_far = status(text, sentence.span, trigger.span)
    if _is_past(article, trigger, when):
        how_far = Status.OCCURRED if how_far in TALK else how_far
    elif wanted and how_far in _REAL:
        how_far = Status.PLANNED
    history = _history(article, sentence, trigger, when, dated=dated)
    if history is None and not dated and scene.background_paragraph == sentence.paragraph:
        history = "the paragraph tells history"
    if history is not None and not dated:
        when = When(None, None, "unknown", "history without a date")
    found = counts.find(text, sentence.span) if not trigger.kind.verbal else {}
    return Report(
        id=_id(article, trigger),
        kind=trigger.kind.name,
        source=_source(article),
        trigger=trigger.span,
        sentence=sentence.span,
        quote=sentence.span.of(text),
        status=how_far,
        when=when,
        where=where,
        background=history is not None,
        verbal=trigger.kind.verbal or how_far in TALK,
        killed=_counted(trigger, found, "killed"),
        injured=_counted(trigger, found, "injured"),
        arrested=_counted(trigger, found, "arrested"),
        missing=_counted(trigger, found, "missing"),
        confidence=_confidence(
            OWN_PLACE * how.startswith("named"),
            PLACE_SCORE * (where.score if where is not None else 0.0),
            OWN_DATE * dated,
            COUNTED * bool(found),
            GENERIC * trigger.generic,
            ALLEGED * (how_far is Status.ALLEGED),
        ),
        because=tuple(filter(None, (f"'{trigger.span.of(text)}'", f"place: {how}", history))),
    )


def _is_past(article: Article, trigger: Trigger, when: When) -> bool:
    """Tell whether a past date right behind makes a fact of it: "roadblocks set up in July"."""
    if when.span is None or when.last is None or article.published is None:
        return False
    close = 0 <= when.span.start - trigger.span.end <= _RIGHT_BEHIND
    return close and when.last < article.published


def _history(
    article: Article, sentence: Sentence, trigger: Trigger, when: When, *, dated: bool
) -> str | None:
    """Return why a trigger tells history: its date is old, or its words say so."""
    own = holding(article.text, sentence.span, trigger.span)
    said = Span(sentence.span.start, own.span.end)
    old = is_background(article.text, said, when, article.published) if when.last else None
    if old is not None or dated:
        return old
    return is_background(article.text, said, None, article.published, trigger=trigger.span)


def _counted(trigger: Trigger, found: dict[str, Count], field: str) -> Count | None:
    """Return a count if it belongs to the kind: the dead of a blast are not those of the arrest."""
    return found.get(field) if field in _COUNTS.get(trigger.kind.family, ()) else None


def _confidence(*arguments: float) -> float:
    return round(min(max(BASE + sum(arguments), 0.05), 0.95), 2)


def _tell_more(article: Article, sentence: Sentence, reports: list[Report]) -> None:
    """Let "the incident near the town of X" give the last violent report its finer place."""
    match = _TELLS_MORE.search(article.text, sentence.span.start, sentence.span.end)
    if match is None:
        return
    named = [
        r for r in sentence.resolutions if can_carry(r) and r.mention.span.start >= match.end()
    ]
    if not named:
        return
    finer = min(named, key=lambda r: r.mention.span.start)
    for index in range(len(reports) - 1, -1, -1):
        report = reports[index]
        if report.background or report.verbal or not _finer(finer, report.where):
            continue
        reports[index] = replace(
            report,
            where=finer,
            because=(*report.because, f"place: told by '{match.group().strip()}'"),
        )
        return


def _finer(new: Resolution, old: Resolution | None) -> bool:
    if new.place is None:
        return False
    if old is None or old.place is None:
        return True
    areas = {"country", "region", "admin1", "admin2"}
    return old.place.kind.value in areas and new.place.kind.value not in areas


def _id(article: Article, trigger: Trigger) -> str:
    told = f"{article.content_hash}:{trigger.span.start}:{trigger.kind.name}"
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def _source(article: Article) -> Source:
    return Source(article.id, article.title, article.publisher, article.url, article.published)
