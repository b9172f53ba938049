"""What a trigger tells: a report with its place, date, counts, status and reasons."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from geo.casualties import befallen, counts
from geo.events import nominals, notes
from geo.events.specificity import Evidence, too_many, unspecific
from geo.language.clauses import Clause, holding, is_told, split
from geo.lexicon import Lexicon, Trigger
from geo.linking import homelands
from geo.linking.alongside import further_places
from geo.linking.conjuncts import Part
from geo.linking.remnants import SHARES_VERB, Gapped
from geo.linking.scenes import Scene, Sentence, can_carry
from geo.linking.setting import setting_of
from geo.linking.timing import bind_when
from geo.linking.whereabouts import bind_place, rejected_places
from geo.model import Article, Count, Report, Resolution, Source, Span, Status, When
from geo.reports import lives, retrospect, standing
from geo.reports.sureness import TALK

__all__ = [
    "elsewhere_too",
    "hashed",
    "of_remnants",
    "opened",
    "opened_beside",
    "presupposed",
    "with_sentence",
]

WEEK = 7
"""Days of what is told by the week; of what has happened none lies ahead."""
# The figures that a family of kinds can own.
_COUNTS = {
    "violence": ("killed", "injured", "missing"),
    "protest": ("killed", "injured", "arrested"),
    "detention": ("arrested",),
    "property": ("killed", "injured"),
}


NAMED, GUESSED, THEIRS = "place: named", "place: no place named here", f"place: {homelands.THEIRS}"
"""How reports say that words name their place, none does, or who takes part."""


@dataclass(frozen=True, slots=True)
class _Bound:
    """What a trigger was bound to: its place and how it was found, its date, and its status.

    ``history`` says why it is none of the news.
    """

    where: Resolution | None
    how: str
    when: When
    dated: bool
    status: Status
    history: str | None

    @property
    def named(self) -> bool:
        """Whether its own words name the place."""
        return self.how.startswith("named")


def opened(
    article: Article,
    sentence: Sentence,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    scene: Scene,
) -> Report:
    """Return the report that a trigger opens.

    Parameters
    ----------
    article
        The article.
    sentence
        The sentence of the trigger.
    trigger, triggers
        The trigger, and all of its sentence.
    scene
        What the article has been speaking of.
    """
    text = article.text
    rivals = [t.span for t in triggers if t is not trigger]
    bound = _bound(article, sentence, trigger, triggers, scene)
    found = _counted(text, sentence, trigger, triggers)
    history = bound.history
    if history is None:
        evidence = _evidence(text, sentence, trigger, bound, found)
        history = unspecific(text, sentence.span, trigger, evidence, bound.status)
        noted = history is not None and not article.title
        if noted and notes.asserts(text, sentence.span, trigger.span, history or ""):
            history = None
        history = history or too_many(found, sentence.span.of(text))
    return Report(
        id=_id(article, trigger, trigger.kind.name),
        kind=trigger.kind.name,
        source=_source(article),
        trigger=trigger.span,
        sentence=sentence.span,
        quote=sentence.span.of(text),
        status=bound.status,
        when=bound.when,
        where=bound.where,
        background=history is not None,
        verbal=trigger.kind.verbal or bound.status in TALK,
        killed=found.get("killed"),
        injured=found.get("injured"),
        arrested=found.get("arrested"),
        missing=found.get("missing"),
        because=tuple(filter(None, (f"'{trigger.span.of(text)}'", f"place: {bound.how}", history))),
        rejected=rejected_places(article, sentence, trigger.span, rivals),
        names=_is_named(text, trigger),
    )


def _evidence(
    text: str, sentence: Sentence, trigger: Trigger, bound: _Bound, found: Mapping[str, Count]
) -> Evidence:
    """Return what a clause gives besides its trigger.

    "They live off murder": that it kills one is the word, and not the news.
    """
    at = trigger.span
    counted = any(
        not (trigger.noun and c.span and c.span.start == at.start) for c in found.values()
    )
    bare = trigger.noun and bound.dated
    own = not bare or nominals.has_day(text, sentence.span, at, bound.when.span)
    return Evidence(bound.dated, bound.named, counted, own)


def opened_beside(
    article: Article,
    sentence: Sentence,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    scene: Scene,
    shared: Part | None,
) -> Report:
    """Return the report that a trigger opens, by its own clause where a sentence has several."""
    if shared is None:
        return opened(article, sentence, trigger, triggers, scene)
    own = replace(article, text=shared.text)
    return replace(
        opened(own, shared.main, trigger, triggers, scene),
        id=_id(article, trigger, trigger.kind.name),
        source=_source(article),
        quote=sentence.span.of(article.text),
    )


def with_sentence(
    article: Article, sentence: Sentence, report: Report, before: Sequence[Report]
) -> Report:
    """Put a deed that names no place where the one before it in its sentence was.

    "Cars were torched in Tolmen, and firemen were pelted with stones": the town of the article or
    of the sentence before says less. What led to the news may have been elsewhere.
    """
    how = report.because[1]
    # "The murder of the Ardovian minister in an attack in which his driver died": one country.
    known = (NAMED, THEIRS) if how.startswith(GUESSED) else (NAMED,)
    told = next((r for r in reversed(before) if r.because[1].startswith(known)), None)
    if told is None or report.background or report.verbal or told.background:
        return report
    if how.startswith(NAMED) or holding(article.text, sentence.span, report.trigger).cause:
        return report
    because = (report.because[0], "place: that of the deed before it in the sentence")
    return replace(report, where=told.where, because=(*because, *report.because[2:]))


def _bound(
    article: Article,
    sentence: Sentence,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    scene: Scene,
) -> _Bound:
    """Bind a trigger to its place and date, and tell whether it is history."""
    rivals = [t.span for t in triggers if t is not trigger]
    told = standing.without_grievances(article, sentence, trigger)
    when, dated = bind_when(article, told, trigger.span, scene, rivals)
    setting = setting_of(article.text, sentence, trigger, scene, when if dated else None)
    guess = bind_place(article, sentence, trigger.span, setting, rivals)
    where, how = homelands.corrected(article.text, sentence, trigger, scene, guess)
    status = standing.how_far(article, sentence, trigger, triggers, when)
    when = _until_told(when, article.published, status)
    history = standing.history(article, sentence, trigger, when, dated=dated)
    if history is None and not dated and scene.background_paragraph == sentence.paragraph:
        history = "the paragraph tells history"
    history = history or _by_its_page(article, sentence, trigger, when, scene)
    if history is None:
        return _Bound(where, how, when, dated, status, None)
    if not dated:
        when = When(None, None, "unknown", "history without a date")
    where, how = _place_of_history(article, sentence, trigger, scene, (where, how), rivals)
    return _Bound(where, how, when, dated, status, history)


def _by_its_page(
    article: Article, sentence: Sentence, trigger: Trigger, when: When, scene: Scene
) -> str | None:
    """Return why a deed is no news for what its article is: a look back, a life, a drill."""
    own_day = standing.is_own_day(article, sentence, trigger, when)
    if scene.looks_back and not own_day:
        kind, said = trigger.kind, sentence.span.of(article.text)
        below = sentence.paragraph > 0 and not kind.verbal
        below = below and retrospect.is_memory(scene.looks_back)
        if retrospect.is_old_here(said, kind.family, kind.name, remembered=below):
            return f"the article looks back: '{scene.looks_back}'"
    if scene.life and not trigger.kind.verbal:
        clause = holding(article.text, sentence.span, trigger.span).span.of(article.text)
        if not own_day or lives.of_death(clause):
            return f"the article tells a life: '{scene.life}'"
    if scene.genre is not None and scene.genre.covers(trigger.kind):
        news = own_day and not scene.genre.always
        return None if news else scene.genre.because
    return None


def _until_told(when: When, published: date | None, status: Status) -> When:
    """End the days of what has happened with the day it was told: "five were killed this week"."""
    if status in TALK or published is None or when.first is None or when.last is None:
        return when
    days = (when.last - when.first).days
    if days > WEEK or not when.first <= published < when.last:
        return when  # a month or year keeps its name
    basis = f"{when.basis}, up to the publication day {published.isoformat()}"
    precision = "day" if when.first == published else "range"
    return replace(when, last=published, precision=precision, basis=basis)


def _place_of_history(
    article: Article,
    sentence: Sentence,
    trigger: Trigger,
    scene: Scene,
    told: tuple[Resolution | None, str],
    rivals: Sequence[Span],
) -> tuple[Resolution | None, str]:
    """Return where history was: not in the town of the news; at most in its country."""
    where, how = told
    if scene.home is not None:
        homeless = replace(scene, home=None)
        where, how = bind_place(article, sentence, trigger.span, homeless, rivals)
    if how.startswith("named"):
        return where, how
    known = scene.is_told_elsewhere(scene.country, sentence.span)
    return (scene.country if known else None), "history without a place; the country"


def _counted(
    text: str, sentence: Sentence, trigger: Trigger, triggers: Sequence[Trigger]
) -> dict[str, Count]:
    """Return the counts that belong to a trigger: the dead of a blast are not a protest's."""
    family = trigger.kind.family
    others = {t.kind.family for t in triggers}
    owned = set(_COUNTS.get(family, ()))
    if family != "violence" and "violence" in others:
        owned -= {"killed", "injured", "missing"}
    if family != "detention" and "detention" in others:
        owned -= {"arrested"}
    if not owned:
        return {}
    own = holding(text, sentence.span, trigger.span)
    found = counts.find(text, own.span, sentence.span)
    for clause in split(text, sentence.span):
        # "…, killing three" counts for the deed; "a day after 20 died elsewhere" does not.
        if clause != own and not clause.cause and not _has_place(sentence, clause):
            found = counts.find(text, clause.span, sentence.span) | found
    found = {field: count for field, count in found.items() if field in owned}
    if trigger.kind.name == "arrest" and "arrested" not in found:
        held = befallen.count(text, sentence.span, trigger.span)
        return found if held is None else found | {"arrested": held}
    return found


def _has_place(sentence: Sentence, clause: Clause) -> bool:
    return any(can_carry(r) and clause.span.covers(r.mention.span) for r in sentence.resolutions)


def _id(article: Article, trigger: Trigger, kind: str) -> str:
    return hashed(f"{article.content_hash}:{trigger.span.start}:{kind}")


def hashed(told: str) -> str:
    """Return the short digest that ids are made of."""
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def _source(article: Article) -> Source:
    return Source(
        article.id,
        article.title,
        article.publisher,
        article.url,
        article.published,
        article.content_hash,
    )


def _is_named(text: str, trigger: Trigger) -> bool:
    """Tell whether a trigger has no verb of its own: "the clash", "waving banners, they …"."""
    words = trigger.span.of(text).lower().split()
    told = any(map(is_told, words))
    return trigger.noun or (not told and any(word.endswith("ing") for word in words))


def elsewhere_too(
    article: Article,
    sentence: Sentence,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    report: Report,
    shared: Part | None = None,
) -> list[Report]:
    """Return a report for each further place of a list: "rallied in Tolmen and Galdor".

    The figures stand for all of them together and stay with the first.
    """
    rivals = [t.span for t in triggers if t is not trigger]
    told = article if shared is None else replace(article, text=shared.text)
    own = sentence if shared is None else shared.main
    return [
        replace(
            report,
            id=_id(article, trigger, f"{report.kind}:{where.mention.span.start}"),
            where=where,
            killed=None,
            injured=None,
            arrested=None,
            missing=None,
            because=(*report.because, "one of several places"),
        )
        for where in further_places(told, own, trigger.span, rivals)
    ]


def of_remnants(
    article: Article, trigger: Trigger, report: Report, shared: Part | None
) -> list[Report]:
    """Return a report for each clause that shares a verb: "six in Tolmen and four in Galdor"."""
    if not isinstance(shared, Gapped):
        return []
    return [
        replace(
            report,
            id=_id(article, trigger, f"{report.kind}:{remnant.where.mention.span.start}"),
            where=remnant.where,
            when=remnant.when or report.when,
            killed=None,
            injured=None,
            arrested=None,
            missing=None,
            because=(*report.because, SHARES_VERB),
        )
        for remnant in shared.rest
        if report.where is None or remnant.where.mention.span != report.where.mention.span
    ]


def presupposed(
    article: Article,
    report: Report,
    trigger: Trigger,
    lexicon: Lexicon,
    reports: Sequence[Report],
) -> list[Report]:
    """Return what must be there if it is to be removed: who demands it tells of a roadblock."""
    there = trigger.kind.presupposes
    undone = report.status in {*TALK, Status.ATTEMPTED}
    if there is None or not undone or report.background or any(r.kind == there for r in reports):
        return []
    if "border" in trigger.span.of(article.text).lower():
        there = "border_closure"  # what is to be reopened was closed
    return [
        replace(
            report,
            id=_id(article, trigger, there),
            kind=there,
            status=Status.ONGOING,
            verbal=lexicon.kinds[there].verbal,
            because=(*report.because, "what should be removed is there"),
        )
    ]
