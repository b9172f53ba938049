"""Read what happened: triggers become reports, each with its place, date, counts and evidence.

One pass over the sentences. A trigger opens a report unless it only points back at one
(``geo.coreference``).
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from geo import (
    actors,
    assertion,
    clutter,
    coreference,
    counts,
    dates,
    details,
    headlines,
    hometown,
    roundups,
    standing,
    tolls,
)
from geo import text as texts
from geo.clauses import Clause, holding, is_told, split
from geo.lexicon import Lexicon, Trigger
from geo.model import Article, Count, Report, Resolution, Source, Span, Status, When
from geo.scenes import (
    Lookup,
    Scene,
    Sentence,
    can_carry,
    capital_of,
    country_of,
    dateline,
    desk_of,
    focus,
    is_from_capital,
    of_roundup,
    only_in,
    towns,
)
from geo.specificity import GENERAL, Evidence, too_many, unspecific
from geo.timing import bind_when, news_day
from geo.topics import default_topics
from geo.whereabouts import (
    bind_place,
    further_places,
    rejected_places,
    set_scene,
    setting_of,
)

__all__ = ["extract"]

# What a report may rest on, and what that adds to the confidence of BASE.
BASE = 0.4
OWN_PLACE = 0.25
PLACE_SCORE = 0.15
OWN_DATE = 0.15
COUNTED = 0.1
NEAR_HOME = 0.1
GENERIC = -0.15
ALLEGED = -0.1
TALKED = -0.3
LEAST, MOST = 0.05, 0.95
TALK = {Status.PLANNED, Status.THREATENED, Status.DENIED}
"""A deed that is planned, threatened or denied is talk: kept, and off the map by default."""

_ACTORS = re.compile(r"(?:\w+\s+)?(?:protest|demonstrat|riot|strik|loot)(?:er|or)s?", re.IGNORECASE)
"""Words for people that tell of a protest where no other deed of theirs is told."""
_MISHAPS = {"roadblock", "border_closure", "property_damage", "raid", "arson", "explosion"}
"""Kinds whose words tell of disasters and accidents as well."""
# The figures that a family of kinds can own.
_COUNTS = {
    "violence": ("killed", "injured", "missing"),
    "protest": ("killed", "injured", "arrested"),
    "detention": ("arrested",),
    "property": ("killed", "injured"),
}


def extract(
    article: Article,
    resolutions: Iterable[Resolution],
    whens: Iterable[When],
    lexicon: Lexicon,
    titled: Sequence[Resolution] = (),
    country: Lookup | None = None,
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
    titled
        The places of its title.
    country
        Gives the country of a code, for an article that names only towns of it.

    Returns
    -------
    Reports in the order of the text. History and talk are among them, marked.
    """
    resolutions = tuple(resolutions)
    sentences = _sentences(article, resolutions, tuple(whens))
    said = [sentence.span.of(article.text) for sentence in sentences]
    located = [r for s in sentences for r in s.resolutions]
    at_home = country_of(located, country)
    scene = Scene(
        about=focus(located, country),
        country=at_home,
        capital=capital_of(located, at_home) if at_home else None,
        filed_from=dateline(located),
        desk=desk_of(located, at_home),
        of_the_capital=is_from_capital(located),
        home=hometown.find(article, located, titled),
        news_day=news_day(article, sentences),
        only=only_in(sentences, titled),
        towns=towns(located),
    )
    reports: list[Report] = []
    triggers: dict[Span, Trigger] = {}
    heads = of_roundup(sentences)
    headings = tuple(heads)
    for index, sentence in enumerate(sentences):
        if (head := heads.pop(sentence.paragraph, None)) is not None:
            scene.move(head, None, sentence.paragraph)
            scene.headed = sentence.paragraph
        coreference.tell_place(article, sentence, reports, lexicon)
        _read(article, sentence, lexicon, scene, reports, (said, index), triggers)
    reports = actors.attach(article.text, sentences, reports, triggers)
    counted = tolls.tell(article, sentences, roundups.mark(reports, lexicon), lexicon, headings)
    counted += _headline(article, titled, lexicon, scene, counted)
    told = details.attach(article, counted, resolutions)
    return tuple(assertion.mark(article, report, lexicon) for report in told)


def _headline(
    article: Article,
    titled: Sequence[Resolution],
    lexicon: Lexicon,
    scene: Scene,
    reports: Sequence[Report],
) -> list[Report]:
    """Read the headline where the text tells of no violence: of a page that was not stored.

    Of 2,595 pages on US shootings 4 % hold no more of the news than that. Their spans are empty.
    """
    if not article.title or len(article.title) > headlines.LONGEST:
        return []
    if any(_is_violent(report, lexicon) and not _is_general(report) for report in reports):
        return []
    line = article.title[: headlines.end_of_headline(article.title)].rstrip()
    read = replace(article, text=line, clutter=())
    named = tuple(r for r in titled if r.mention.span.end <= len(line))
    sentence = Sentence(Span(0, len(line)), 0, named, _dated(read))
    told: list[Report] = []
    setting = Scene(country=scene.country, home=scene.home, news_day=scene.news_day)
    triggers: dict[Span, Trigger] = {}
    _read(read, sentence, lexicon, setting, told, ([line], 0), triggers)
    told = actors.attach(line, [sentence], told, triggers)
    families = {lexicon.kinds[r.kind].family for r in reports if not r.background}
    new = [r for r in told if lexicon.kinds[r.kind].family not in families]
    return [
        headlines.evidence(r, _hashed(f"{article.content_hash}:title:{r.trigger.start}:{r.kind}"))
        for r in tolls.tell(read, [sentence], new, lexicon)
    ]


def _is_violent(report: Report, lexicon: Lexicon) -> bool:
    return not report.verbal and lexicon.kinds[report.kind].family == "violence"


def _is_general(report: Report) -> bool:
    return report.background and report.because[-1].startswith(GENERAL)


def _dated(article: Article) -> tuple[When, ...]:
    return tuple(when for when in dates.find(article) if when.span is not None)


def _sentences(
    article: Article, resolutions: tuple[Resolution, ...], whens: tuple[When, ...]
) -> list[Sentence]:
    paragraphs = texts.paragraphs(article.text)
    places = [r.mention.span for r in resolutions]
    days = [w.span for w in whens if w.span is not None]
    dated = [w for w in whens if w.span is not None]
    result, paragraph = [], 0
    for span in texts.sentences(article.text):
        while paragraph + 1 < len(paragraphs) and paragraphs[paragraph].end <= span.start:
            paragraph += 1
        named = resolutions[slice(*_inside(places, span))]
        told = tuple(dated[slice(*_inside(days, span))])
        result.append(Sentence(span, paragraph, named, told))
    return result


def _inside(spans: Sequence[Span], sentence: Span) -> tuple[int, int]:
    """Return the first and last index of the spans, sorted, that a sentence covers."""
    first = bisect_left(spans, sentence.start, key=lambda s: s.start)
    last = bisect_right(spans, sentence.end, lo=first, key=lambda s: s.end)
    return first, last


def _read(
    article: Article,
    sentence: Sentence,
    lexicon: Lexicon,
    scene: Scene,
    reports: list[Report],
    near: tuple[Sequence[str], int],
    read: dict[Span, Trigger],
) -> None:
    """Read one sentence; the reports it opens are added and its triggers, the scene moves on."""
    places = [r.mention.span for r in sentence.resolutions if can_carry(r)]
    told = lexicon.find(article.text, sentence.span, places)
    triggers = _telling(article, sentence, _meant(told, near))
    read.update((trigger.span, trigger) for trigger in triggers)
    found: list[Report] = []
    for trigger in triggers:
        if coreference.points_back(article, sentence, trigger, triggers, reports, lexicon):
            continue
        if trigger.generic and coreference.add_victims(article, sentence, scene, reports, lexicon):
            continue
        report = _report(article, sentence, trigger, triggers, scene)
        twin = next((at for at, other in enumerate(found) if _twice(report, other)), None)
        if twin is not None:
            # "A car bomb that stood outside a shop went off": the verb tells that it happened.
            if found[twin].names and not report.names:
                found[twin] = _with_figures(report, found[twin])
        else:
            found += [report, *_presupposed(article, report, trigger, lexicon, reports)]
            found += _elsewhere_too(article, sentence, trigger, triggers, report)
    reports += found
    if not triggers and not clutter.is_in(article.clutter, sentence.span):
        coreference.add_victims(article, sentence, scene, reports, lexicon)
    _move(article, sentence, scene, found)


def _meant(triggers: Sequence[Trigger], near: tuple[Sequence[str], int]) -> tuple[Trigger, ...]:
    """Leave out the words of sport, markets and films, and the harm that disasters do."""
    topics = default_topics()
    about = {h: topics.elsewhere(*near, harm=h) for h in {_harmed(t) for t in triggers}}
    return tuple(t for t in triggers if about[_harmed(t)] is None)


def _harmed(trigger: Trigger) -> str | None:
    """Return whom or what a trigger only says to have come to harm."""
    if trigger.kind.name in _MISHAPS:
        return "things"
    return "people" if trigger.generic else None


def _telling(
    article: Article, sentence: Sentence, triggers: Sequence[Trigger]
) -> tuple[Trigger, ...]:
    """Leave out clutter, and words that only name who does another deed of the clause."""
    free = [t for t in triggers if not clutter.is_in(article.clutter, t.span)]
    return tuple(
        t
        for t in free
        if not (
            _ACTORS.fullmatch(t.span.of(article.text))
            and any(
                not other.kind.verbal and other.span.start > t.span.start
                for other in free
                if holding(article.text, sentence.span, other.span)
                == holding(article.text, sentence.span, t.span)
            )
        )
    )


def _elsewhere_too(
    article: Article,
    sentence: Sentence,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    report: Report,
) -> list[Report]:
    """Return a report for each further place of a list: "rallied in Tolmen and Galdor".

    The figures stand for all of them together and stay with the first.
    """
    rivals = [t.span for t in triggers if t is not trigger]
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
        for where in further_places(article, sentence, trigger.span, rivals)
    ]


def _twice(report: Report, other: Report) -> bool:
    """Tell whether a sentence says the same thing in two words: "shot and wounded"."""
    if report.kind != other.kind:
        return False
    places = {r.where.place.id if r.where and r.where.place else None for r in (report, other)}
    undated = report.when.last is None or other.when.last is None
    return len(places) == 1 and (undated or report.when.overlaps(other.when))


def _is_named(text: str, trigger: Trigger) -> bool:
    """Tell whether a trigger has no verb of its own: "the clash", "waving banners, they …"."""
    words = trigger.span.of(text).lower().split()
    told = any(map(is_told, words))
    return trigger.noun or (not told and any(word.endswith("ing") for word in words))


def _with_figures(report: Report, other: Report) -> Report:
    """Return a report with the figures that another one of the same deed has already."""
    return replace(
        report,
        killed=other.killed or report.killed,
        injured=other.injured or report.injured,
        arrested=other.arrested or report.arrested,
        missing=other.missing or report.missing,
    )


def _move(article: Article, sentence: Sentence, scene: Scene, found: Sequence[Report]) -> None:
    """Let the scene be where the first deed of a sentence was, for the sentences that follow."""
    told = [r for r in found if not r.verbal and not r.because[-1].startswith(GENERAL)]
    if told:
        # History goes on through its paragraph, until news is told in it.
        old = all(r.background for r in told)
        scene.background_paragraph = sentence.paragraph if old else -1
    deed = next((r for r in told if not r.background and r.where is not None), None)
    if deed is None:
        if not clutter.is_in(article.clutter, sentence.span):
            set_scene(article, sentence, scene)
        return
    scene.deed_paragraph = sentence.paragraph
    if scene.deed is None and deed.because[1].startswith("place: named") and _has_victims(deed):
        scene.deed = deed.where
    scene.move(deed.where, deed.when, sentence.paragraph, by_deed=True)
    if deed.where is not None:
        scene.settle(deed.where)


def _has_victims(report: Report) -> bool:
    return any(count is not None and count.minimum for count in (report.killed, report.injured))


def _presupposed(
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


def _report(
    article: Article,
    sentence: Sentence,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    scene: Scene,
) -> Report:
    text = article.text
    rivals = [t.span for t in triggers if t is not trigger]
    when, dated = bind_when(article, sentence, trigger.span, scene, rivals)
    setting = setting_of(text, sentence, trigger, scene, when if dated else None)
    where, how = bind_place(article, sentence, trigger.span, setting, rivals)
    how_far = standing.how_far(article, sentence, trigger, triggers, when)
    history = standing.history(article, sentence, trigger, when, dated=dated)
    if history is None and not dated and scene.background_paragraph == sentence.paragraph:
        history = "the paragraph tells history"
    if history is not None and not dated:
        when = When(None, None, "unknown", "history without a date")
    if history is not None and scene.home is not None:
        # Nor is where history was.
        homeless = replace(scene, home=None)
        where, how = bind_place(article, sentence, trigger.span, homeless, rivals)
    if history is not None and not how.startswith("named"):
        known = scene.is_told_elsewhere(scene.country, sentence.span)
        where, how = scene.country if known else None, "history without a place; the country"
    found = _counted(text, sentence, trigger, triggers)
    if history is None:
        evidence = Evidence(dated=dated, placed=how.startswith("named"), counted=bool(found))
        history = unspecific(text, sentence.span, trigger, evidence, how_far) or too_many(found)
    return Report(
        id=_id(article, trigger, trigger.kind.name),
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
        killed=found.get("killed"),
        injured=found.get("injured"),
        arrested=found.get("arrested"),
        missing=found.get("missing"),
        confidence=_confidence(
            OWN_PLACE * how.startswith("named"),
            PLACE_SCORE * (where.score if where is not None else 0.0),
            OWN_DATE * dated,
            COUNTED * bool(found),
            NEAR_HOME * hometown.is_near(where, scene.home),
            GENERIC * trigger.generic,
            ALLEGED * (how_far is Status.ALLEGED),
            TALKED * (how_far in TALK and not trigger.kind.verbal),
        ),
        because=tuple(filter(None, (f"'{trigger.span.of(text)}'", f"place: {how}", history))),
        rejected=rejected_places(article, sentence, trigger.span, rivals),
        names=_is_named(text, trigger),
    )


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
    return {field: count for field, count in found.items() if field in owned}


def _has_place(sentence: Sentence, clause: Clause) -> bool:
    return any(can_carry(r) and clause.span.covers(r.mention.span) for r in sentence.resolutions)


def _confidence(*arguments: float) -> float:
    return round(min(max(BASE + sum(arguments), LEAST), MOST), 2)


def _id(article: Article, trigger: Trigger, kind: str) -> str:
    return _hashed(f"{article.content_hash}:{trigger.span.start}:{kind}")


def _hashed(told: str) -> str:
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
