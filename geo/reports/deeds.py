"""Read the deeds of one sentence: its triggers become reports, and the scene moves on.

A trigger opens a report unless it only points back at one (``geo.reports.coreference``), belongs to
sport or a disaster, or says once more what another word of the sentence tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.events import beats, captives, doers, figures, insertions, roles, voices
from geo.events.grievances import CROWD, grievance, without_motive
from geo.events.history import is_remembered
from geo.events.specificity import GENERAL
from geo.events.topics import default_topics
from geo.language import clutter
from geo.language.clauses import holding, is_told
from geo.language.sought import Sought
from geo.lexicon import Lexicon, Trigger
from geo.linking.conjuncts import Part, conjunct
from geo.linking.mentioned import remember, remember_deed
from geo.linking.remnants import gapped
from geo.linking.scenes import Scene, Sentence, can_carry, is_town
from geo.linking.setting import set_scene
from geo.model import Article, MentionClass, Report, Resolution, Span, When
from geo.reports import coreference, reporting, standing
from geo.toponymy import unlisted

__all__ = ["MISHAPS", "read"]

IN_CLAUSE = ("place: named in the same clause", "place: named, but not in the gazetteer")
"""How the reason begins why a deed is where its own words say."""
_ACTORS = re.compile(r"(?:\w+\s+)?(?:protest|demonstrat|riot|strik|loot)(?:er|or)s?", re.IGNORECASE)
"""Words for people that tell of a protest where no other deed of theirs is told."""
OF_CROWDS = {"clash", "riot", "protest_dispersed", "excessive_force"}
"""Kinds of which they are a part wherever they are named: "hurt in clashes with protesters"."""
_WITH_DEMANDS = OF_CROWDS | {"arson", "property_damage"}
"""Kinds besides protests of which people say what they want by them: tyres burned over prices."""
_ON_PURPOSE = re.compile(
    r"\bset(?:ting|s)?\b.*\b(?:fires?|ablaze|alight)\b|\b(?:torch|firebomb|loot|ransack|vandali[sz]|plunder)(?:ed|ing|es)?\b"
)
_BY_ITSELF = re.compile(r"\b(?:lightning|sparks?|electrical|short[\s-]circuit|wiring|heat)\b")
_WOUNDS = re.compile(
    r"(?:gunshot|gun|bullets?|pellets?|shrapnel|splinters?|blast|stab|knife|machete)\s+"
    r"(?:wound(?:s|ed|ing)?|injur(?:y|ies))",
    re.IGNORECASE,
)
"""What somebody had from a deed told before: "four were taken to hospital with blast injuries"."""
_AGAINST = re.compile(
    r"\b(?:(?:anti|non)-|counter-(?=terror|insurg|sabot|kidnap|abduct|bomb|pira|narco|riot))",
    re.IGNORECASE,
)
"""Before what somebody works against: "anti-sabotage teams", and no "counter-protest"."""
_SUCH_AS = Sought(
    r"\b(?:crimes?|offen[cs]es?|felon(?:y|ies)|abuses|violations|atrocities|charges)"
    r"(?:\s*,)?\s+(?:such\s+as|like|including|ranging\s+from)\s+(?:\w[\w-]*(?:,\s*|\s+)){0,8}$",
    re.IGNORECASE,
)
"""Before one of a list of crimes, of which none is a deed: "crimes such as arson or murder"."""
_ONE_CRIME = re.compile(r"\b(?:the|an?|his|her|their|this|that|in|on|at|by|who|\d+)\b")
"""In such a list it makes a deed of one: "charges including the murder of a guard"."""
SUCH_AS = 120
"""Characters in which that stands."""
AGAINST = 8
"""Characters before a trigger in which that stands: "counter-"."""
_ASSAIL = re.compile(
    r"\b(?:took|taken?|taking|captur\w+|seiz\w+|enter\w+|overr[au]n|ret[oa]\w+|conquer\w+|attack\w+|raid\w+|storm\w+|bomb\w+|pound\w+)\s+$"
)
ASSAIL_WITHIN = 16
"""Characters before a name in which a verb of attack stands, of which the name is the object."""
MISHAPS = {
    "roadblock",
    "border_closure",
    "roadblock_removal",
    "property_damage",
    "raid",
    "arson",
    "explosion",
}
"""Kinds whose words tell of disasters and accidents as well."""


def read(
    article: Article,
    sentence: Sentence,
    lexicon: Lexicon,
    scene: Scene,
    reports: list[Report],
    near: tuple[Sequence[str], int],
    known: dict[Span, Trigger],
    beat: beats.Beat,
) -> None:
    """Read one sentence; the reports it opens are added and its triggers, the scene moves on.

    Parameters
    ----------
    article, sentence
        The article and one of its sentences.
    lexicon
        The triggers to look for.
    scene
        Where the article is; it moves on.
    reports
        What was read before, behind the last heading; the new ones are added.
    near
        The sentences of the article, and which of them this is.
    known
        The triggers that were read before by where they stand; the new ones are added.
    beat
        What the article is about.
    """
    told, framed = _told(article, sentence, lexicon, reports)
    # Two sentences of three have no words of an incident.
    meant = told and _meant(
        article.text, told, near, beat, _telling(article, sentence, reports, near[1])
    )
    triggers = _free(article, sentence, tuple(_by_doer(article, sentence, meant, lexicon)))
    known.update((trigger.span, trigger) for trigger in triggers)
    found: list[Report] = []
    spans = tuple(trigger.span for trigger in triggers)
    for trigger in triggers:
        if coreference.points_back(
            article, sentence, trigger, triggers, [*reports, *found], lexicon
        ):
            continue
        harmed = trigger.generic or _WOUNDS.fullmatch(article.text, *_ends(trigger.span))
        of_last = coreference.is_of_last(article, sentence, trigger, scene, reports, lexicon)
        if (harmed or of_last) and (
            coreference.add_victims(article, sentence, scene, reports, lexicon) or of_last
        ):
            continue
        parted = _parted(article.text, sentence, trigger.span, spans)
        report = reporting.opened_beside(article, sentence, trigger, triggers, scene, parted)
        report = reporting.with_sentence(article, sentence, report, found)
        if trigger in framed and _is_step(report, reports):
            continue
        if not _is_told_twice(report, found):
            found += [report, *reporting.presupposed(article, report, trigger, lexicon, reports)]
            found += reporting.elsewhere_too(article, sentence, trigger, triggers, report, parted)
            found += reporting.of_remnants(article, trigger, report, parted)
    reports += found
    if not triggers and not clutter.is_in(article.clutter, sentence.span):
        coreference.add_victims(article, sentence, scene, reports, lexicon)
    _move(article, sentence, scene, found)
    remember(article.text, sentence, scene)


def _parted(
    text: str, sentence: Sentence, trigger: Span, triggers: tuple[Span, ...]
) -> Part | None:
    """Return what a sentence says of a trigger where it tells of several deeds side by side."""
    shared = gapped(text, sentence, triggers)
    if shared is not None and trigger.end <= shared.start:
        # "180 died in X, most in air strikes, and 60 in Y": none of them by the strikes.
        return None if holding(text, sentence.span, trigger).aside else shared
    return conjunct(text, sentence, trigger, triggers)


def _told(
    article: Article, sentence: Sentence, lexicon: Lexicon, reports: Sequence[Report]
) -> tuple[tuple[Trigger, ...], tuple[Trigger, ...]]:
    """Return the triggers of a sentence, and which of them only the roles of people tell."""
    places = [r.mention.span for r in sentence.resolutions if can_carry(r)]
    places += unlisted.called_places(article.text, sentence.span)
    # "The rebels took Katale": the recogniser says that it is a place, in whatever list.
    text = article.text
    places += [r.mention.span for r in sentence.resolutions if _is_taken(text, r)]
    told = tuple(
        _behind_relative(text, sentence.span, t)
        for t in captives.apart(text, lexicon.find(text, sentence.span, places), lexicon)
    )
    begins = sentence.resolutions or not any(map(_is_news, reports))
    if not begins or any(not trigger.kind.verbal for trigger in told):
        return told, ()
    framed = tuple(
        one
        for one in roles.find(article.text, sentence.span, places, lexicon)
        if not lexicon.bars(article.text, sentence.span, one)
    )
    return (*told, *framed), framed


def _behind_relative(text: str, sentence: Span, trigger: Trigger) -> Trigger:
    """Return a trigger without the clause that only says who acts: nearly all have none."""
    span = insertions.behind_relative(text, sentence, trigger.span)
    return trigger if span is trigger.span else replace(trigger, span=span)


def _is_against(text: str, trigger: Span) -> bool:
    """Tell whether a trigger is what somebody works against: "anti-kidnapping squad"."""
    found = _AGAINST.search(text, max(trigger.start - AGAINST, 0), trigger.end)
    return found is not None and found.end() == trigger.start


def _is_sort_of_crime(text: str, sentence: Span, trigger: Span) -> bool:
    """Tell whether a trigger is one of a list of crimes: "crimes such as kidnapping and murder"."""
    found = _SUCH_AS.search(text, max(sentence.start, trigger.start - SUCH_AS), trigger.start)
    if found is None or text[trigger.end : trigger.end + 4] == " of ":
        return False
    return _ONE_CRIME.search(text, found.start(), trigger.end) is None


def _is_taken(text: str, r: Resolution) -> bool:
    """Tell whether a place that no list holds stands behind a verb of who takes or attacks it."""
    at = r.mention.span.start
    unlisted_place = r.place is None and r.mention.use is MentionClass.LITERAL
    return unlisted_place and _ASSAIL.search(text, max(at - ASSAIL_WITHIN, 0), at) is not None


def _is_step(report: Report, reports: Sequence[Report]) -> bool:
    """Tell whether what has no words of its own, behind a deed, names no place either.

    Of 30 such on six development sets, three were incidents; the rest told more of the last one.
    """
    return any(map(_is_news, reports)) and not report.because[1].startswith(IN_CLAUSE)


def _is_told_twice(report: Report, found: list[Report]) -> bool:
    """Tell whether another word of the sentence told it; the one that asserts the deed stays."""
    twin = next((at for at, other in enumerate(found) if _twice(report, other)), None)
    if twin is None:
        return False
    if _asserts_more(report, found[twin]):
        # "With a knife he stabbed a girl", "a mob that wanted to lynch them burned a post".
        del found[twin]
        return False
    # "A car bomb that stood outside a shop went off": the verb tells that it happened.
    if found[twin].names and not report.names:
        found[twin] = _with_figures(report, found[twin])
    return True


def _asserts_more(report: Report, other: Report) -> bool:
    """Tell whether of two words for a deed one asserts it and the other only speaks of it."""
    if other.background:
        return not report.background
    said = report.quote[report.trigger.start - report.sentence.start :].lower()
    told = said[: report.trigger.end - report.trigger.start].split()
    return other.verbal and _is_news(report) and any(map(is_told, told))


def _telling(
    article: Article, sentence: Sentence, reports: Sequence[Report], at: int
) -> beats.Telling:
    return beats.Telling(
        sentence.span.of(article.text),
        sentence.span.start,
        dated=any(standing.is_recent(article, when) for when in sentence.whens),
        known=any(map(_is_news, reports)),
        at=at,
    )


def _meant(
    text: str,
    triggers: Sequence[Trigger],
    near: tuple[Sequence[str], int],
    beat: beats.Beat,
    telling: beats.Telling,
) -> tuple[Trigger, ...]:
    """Leave out the words of sport, markets and films, and the harm that disasters do."""
    topics = default_topics()
    harmed = {t: _harmed(t, telling) for t in triggers}
    about = {h: topics.elsewhere(*near, harm=h) for h in set(harmed.values())}
    whole = Span(telling.start, telling.start + len(telling.said))

    def here(t: Trigger) -> str | None:
        topic = about[harmed[t]]
        sentences, at = near
        if topic and (moved := _moved(text, whole, t)) is not None:
            own = [*sentences[:at], moved, *sentences[at + 1 :]]
            topic = topics.elsewhere(own, at, harm=harmed[t])
        wanted = topic and _demands(text, whole, t)
        # "The champion torched the field over the last lap": no crowd, and no demand.
        if not wanted or (topic == "sport" and t.kind.family != CROWD):
            return topic
        said = Span(whole.start, wanted.start).of(text)
        own = [*sentences[:at], said, *sentences[at + 1 :]]
        return topics.elsewhere(own, at, harm=harmed[t])

    meant = (t for t in triggers if not beat.also(here(t)).bars(t, telling))
    return tuple(
        t
        for t in meant
        if not voices.is_of_writer(text, whole, t.span.start if t.verb is None else t.verb)
        and not figures.is_figure(text, whole, t)
    )


def _demands(text: str, sentence: Span, trigger: Trigger) -> Span | None:
    """Return what a crowd wants, which is not what its sentence is about: "over rising prices"."""
    return grievance(text, sentence, trigger.span) if _may_demand(trigger) else None


def _moved(text: str, sentence: Span, trigger: Trigger) -> str | None:
    """Return a sentence without what moved a crowd, which it is not about: "hit by floods"."""
    if not _may_demand(trigger):
        return None
    verb = trigger.span.start if trigger.verb is None else trigger.verb
    return without_motive(text, sentence, verb)


def _may_demand(trigger: Trigger) -> bool:
    return trigger.kind.family == CROWD or trigger.kind.name in _WITH_DEMANDS


def _by_doer(
    article: Article, sentence: Sentence, triggers: Sequence[Trigger], lexicon: Lexicon
) -> Iterator[Trigger]:
    """Yield triggers as the deeds that they are by who does them, none that nobody did."""
    for trigger in triggers:
        kind = doers.kind_by_doer(article.text, sentence.span, trigger)
        if kind != doers.NONE:
            own = kind == trigger.kind.name
            yield trigger if own else replace(trigger, kind=lexicon.kinds[kind])


def _harmed(trigger: Trigger, telling: beats.Telling) -> str | None:
    """Return whom or what a trigger only says to have come to harm."""
    if trigger.kind.name in MISHAPS:
        # A warehouse may burn by itself; "was set on fire" somebody did.
        on_purpose = _ON_PURPOSE.search(telling.words(trigger)) is not None
        return None if on_purpose and not _BY_ITSELF.search(telling.said) else "things"
    return "people" if trigger.generic else None


def _free(article: Article, sentence: Sentence, triggers: Sequence[Trigger]) -> tuple[Trigger, ...]:
    """Leave out clutter, and words that only name who does another deed of the clause."""
    free = [
        t
        for t in triggers
        if not clutter.is_in(article.clutter, t.span)
        and not _is_against(article.text, t.span)
        and not _is_sort_of_crime(article.text, sentence.span, t.span)
    ]
    return tuple(
        t
        for t in free
        if not (
            _ACTORS.fullmatch(t.span.of(article.text))
            and any(
                not other.kind.verbal
                and other is not t
                and (other.span.start > t.span.start or other.kind.name in OF_CROWDS)
                for other in free
                if holding(article.text, sentence.span, other.span)
                == holding(article.text, sentence.span, t.span)
            )
        )
    )


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _is_news(report: Report) -> bool:
    return not (report.background or report.verbal)


def _twice(report: Report, other: Report) -> bool:
    """Tell whether a sentence says the same thing in two words: "shot and wounded"."""
    if report.kind != other.kind:
        return False
    places = {r.where.place.id if r.where and r.where.place else None for r in (report, other)}
    undated = report.when.last is None or other.when.last is None
    return len(places) == 1 and (undated or report.when.overlaps(other.when))


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
        # "A man who shot two people in 2016 was jailed on Monday" is news, by its own day.
        # On the day of an anniversary only flowers were laid.
        today = any(standing.is_recent(article, when) for when in sentence.whens) and not any(
            is_remembered(article.text, r.sentence, r.trigger) for r in told
        )
        old = all(r.background for r in told) and not today
        scene.background_paragraph = sentence.paragraph if old else -1
    placed = [r for r in told if not r.background and r.where is not None]
    for r in placed:
        assert r.where is not None
        remember_deed(r.where, r.when, scene)
    # "Kin of a man who was shot on Friday marched in Tolmen on Monday. They threw stones."
    deed = next((r for r in placed if len(placed) == 1 or not _is_aside(r)), None)
    deed = deed or next(iter(placed), None)
    if any(not r.background for r in told):
        scene.deed_paragraph = sentence.paragraph
    if deed is None:
        if not clutter.is_in(article.clutter, sentence.span):
            set_scene(article, sentence, scene)
        return
    if scene.deed is None and deed.because[1].startswith(reporting.NAMED) and _has_victims(deed):
        scene.deed = deed.where
    if scene.town is None and deed.because[1].startswith(reporting.NAMED):
        scene.town = deed.where if is_town(deed.where) else None
    scene.move(deed.where, _day(deed, told), sentence.paragraph, by_deed=True)
    scene.freed = deed.kind == captives.FREED
    if deed.where is not None:
        scene.settle(deed.where)


def _day(deed: Report, told: Sequence[Report]) -> When:
    """Return the day that a sentence goes on with: of a crime, where that of the arrest is guessed.

    "Police said on Friday that two were held over the murder of a cook on Monday. He was shot."
    """
    stated = [r.when for r in told if r.when.span is not None and not r.background]
    guessed = deed.kind == "arrest" and deed.when.span is None
    return stated[0] if guessed and stated else deed.when


def _is_aside(report: Report) -> bool:
    """Tell whether a deed only describes somebody in its sentence."""
    end = report.trigger.end - report.sentence.start
    return holding(report.quote, Span(0, len(report.quote)), Span(end - 1, end)).aside


def _has_victims(report: Report) -> bool:
    return any(count is not None and count.minimum for count in (report.killed, report.injured))
