"""Tell what only goes on with a deed told before, in other words or as a deed of another kind.

"The firing broke out at dawn, when they stormed the village", "the protesters dispersed after
talks", "they sat down on the road", "they made off with rifles": who or what is spoken of is known,
and no other place or day is named. What police did to a crowd afterwards is the next deed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from geo.events import wording
from geo.language.sought import Sought
from geo.language.telling import SAID
from geo.lexicon import Lexicon
from geo.model import MentionClass, Report
from geo.reports.nearness import Lie, Locality, relation

__all__ = ["mark"]

BECAUSE = "goes on with a deed told before"
NEAR = 600
"""Characters between a deed and what goes on with it at most."""
_DEEDS = frozenset({"violence", "property"})
_OF_FIGHTS = frozenset({"capture_of_territory", "territory_regained", "raid"})
"""Families, and kinds of others, that "the firing" or "the attack" may mean."""
_MORE = frozenset({"abduction", "sexual_violence"})
"""What is done beside a fight: "the attack took place on Monday, when they abducted nine"."""
_GOES_ON = frozenset({"protest", "roadblock", "access_denied", "protest_dispersed"})
_BY_CROWDS = _GOES_ON | {"strike", "seizure"}
"""What a crowd goes on with, and what it may have begun with."""
_TAKEN = frozenset({"robbery", "weapons_seizure", "seizure"})
"""Kinds that are no deed of their own where attackers only take something along."""
_DEED = (
    r"(?:firing|gunfire|shooting|shelling|attack|assault|incident|fight|fighting|gunfight|gun\s+battle|battle|clash|clashes|"
    r"exchange\s+of\s+fire|blast|explosion|bombing|raid|strike|ambush|killing|killings|violence|bombardment|stabbing|robbery)"
)
_HAPPENED = Sought(
    rf"^\W*(?:(?:according\s+to|as)\s[^,;]{{2,80}},\s+|[A-Z][^,;.]{{2,60}}\s(?:told\s\w+|{SAID})\s(?:that\s)?)?(?:the|this)\s+(?:\w+\s+)?{_DEED}\s+"
    r"(?:(?:had|reportedly|allegedly|apparently|then)\s+)?(?:took\s+place|taken\s+place|occurred|happened|broke\s+out|broken\s+out|"
    r"began|begun|erupted|started|lasted|unfolded|came)\b",
    re.IGNORECASE,
)
"""How a sentence opens that tells more of a deed by its name."""
_CROWD = re.compile(
    r"^\W*(?:they\b|(?:the|those)\s+(?:[\w-]+\s+){0,2}?(?:protest[eo]rs|demonstrators|marchers|crowd|picketers|strikers|students|"
    r"villagers|residents|farmers|workers|teachers|drivers|procession|sit-in|march|rally|demonstration)\b)",
    re.IGNORECASE,
)
"""How a sentence opens that goes on with a crowd."""
_FORCE = Sought(
    r"\b(?:police|policemen|troops|soldiers|officers|gendarmes|tear\s?gas|teargas|water\s+cannon|batons?|rubber|arrest\w*|detain\w*|"
    r"shots?|fired|opened|stones|threw|hurled|clash\w*|torch\w*|burn\w*|kill\w*|wound\w*|injur\w*|forc(?:ed|ibly)|storm\w*)\b",
    re.IGNORECASE,
)
"""What makes the next deed of it, done to a crowd or by it."""
_THE = re.compile(r"\b(?:the|these|those)\s+$", re.IGNORECASE)
_CROWD_NOUN = re.compile(
    r"(?:protest[eo]r|demonstrator|marcher|picketer|striker)s|sit-in", re.IGNORECASE
)
_BLOCKS = re.compile(r"\b(?:block|barricad|clos|shut|seal|obstruct|cut)", re.IGNORECASE)
_OPENED = re.compile(
    r"\b(?:(?:was|were)\s+(?:later\s+|finally\s+|only\s+)?(?:restored|reopened|re-opened|cleared|opened|lifted|resumed)|reopened|resumed)\b"
)
OPENED_WITHIN = 60
"""Characters from the word for a road or its traffic on in which it is open again."""
_RAIDERS = re.compile(
    r"^\W*(?:they\b|the\s+(?:\w+\s+)?(?:attackers|assailants|gunmen|militants|rebels|fighters|insurgents|raiders|bandits|men|group|"
    r"gang|robbers|guerrillas)\b)",
    re.IGNORECASE,
)
"""How a sentence opens that goes on with those who attacked."""
_STREETS = re.compile(
    r"(?:\s+and\s+[A-Z][\w’'-]+)?\s+(?:streets?|roads?|avenues?|lanes?|boulevards?)\b",
    re.IGNORECASE,
)
"""Behind names that are those of streets: "at the crossing of Orlov and Mirov streets"."""


def mark(text: str, reports: Sequence[Report], lexicon: Lexicon) -> list[Report]:
    """Return the reports, with what only goes on with a deed told before marked as background.

    Parameters
    ----------
    text
        The text of the article.
    reports
        What was read in it, in the order of the text.
    lexicon
        The kinds, which say of what family a report is.
    """
    news = [r for r in reports if _is_news(r)]
    return [
        replace(r, background=True, because=(*r.because, BECAUSE))
        if _is_news(r) and _goes_on(text, r, news, lexicon)
        else r
        for r in reports
    ]


def _is_news(report: Report) -> bool:
    return not (report.background or report.verbal)


def _goes_on(text: str, report: Report, news: Sequence[Report], lexicon: Lexicon) -> bool:
    way = next((way for way in _WAYS if way.tells(report, lexicon)), None)
    if way is None or wording.points_ahead(report):
        return False
    before = (r for r in reversed(news) if r.sentence.end <= report.sentence.start)
    last = next((r for r in before if way.follows(r, lexicon)), None)
    if last is None or report.sentence.start - last.sentence.end > NEAR:
        return False
    return _may_be_then(report, last) and _may_be_there(text, report, last, way.lies)


def _may_be_then(report: Report, deed: Report) -> bool:
    """Tell whether no day sets a report apart: one that is only carried over may be the next."""
    if report.when.overlaps(deed.when):
        return True
    first, last = report.when.first, deed.when.last
    return (
        not wording.is_dated(report)
        and first is not None
        and last is not None
        and 0 <= (first - last).days <= 1
    )


def _may_be_there(text: str, report: Report, deed: Report, lies: frozenset[Lie]) -> bool:
    """Tell whether no place that a sentence names for a report sets it apart from a deed."""
    where = report.where
    if where is None or not report.sentence.covers(where.mention.span):
        return True
    if where.mention.use is not MentionClass.LITERAL or _STREETS.match(
        text, where.mention.span.end
    ):
        return True
    mine, theirs = Locality.of(where), Locality.of(deed.where)
    if mine is None or theirs is None or not mine.known:
        return True
    return relation(mine, theirs).lie in lies


def _is_of_fight(report: Report, lexicon: Lexicon) -> bool:
    """Tell whether a report is of violence: what "the firing" may be, and what it may mean."""
    return lexicon.kinds[report.kind].family in _DEEDS or report.kind in _OF_FIGHTS


def _names_it(report: Report, lexicon: Lexicon) -> bool:
    """Tell whether a sentence tells when and how a deed was that it calls by its name.

    Not where it counts the dead: then it is the one that tells, and the two are made one later.
    """
    if any((report.killed, report.injured, report.missing, report.arrested)):
        return False
    if report.kind in _MORE:
        return False
    return _is_of_fight(report, lexicon) and _HAPPENED.search(report.quote) is not None


def _is_block_of_crowd(report: Report, _: Lexicon) -> bool:
    """Tell whether a crowd blocks a road: marchers who do so do more than march."""
    if report.kind != "roadblock" or _CROWD.match(report.quote) is None:
        return False
    at, end = (at - report.sentence.start for at in (report.trigger.start, report.trigger.end))
    return _BLOCKS.search(report.quote[at:end]) is not None


def _is_block(report: Report, _: Lexicon) -> bool:
    return report.kind == "roadblock"


def _is_of_crowd(report: Report, _: Lexicon) -> bool:
    return report.kind in _BY_CROWDS


def _is_more_of_crowd(report: Report, _: Lexicon) -> bool:
    """Tell whether a crowd that was told of goes on: it sits down, or goes home."""
    if report.kind not in _GOES_ON:
        return False
    if report.kind == "protest_dispersed" and _FORCE.search(report.quote):
        return False
    return _CROWD.match(report.quote) is not None or _is_the_crowd(report)


def _is_the_crowd(report: Report) -> bool:
    """Tell whether a crowd that is known is all that tells of it: "after the protesters left"."""
    at, end = (at - report.sentence.start for at in (report.trigger.start, report.trigger.end))
    known = _THE.search(report.quote[:at]) is not None
    return known and _CROWD_NOUN.fullmatch(report.quote[at:end]) is not None


def _is_end_of_block(report: Report, _: Lexicon) -> bool:
    """Tell whether a road is only said to be open again: "traffic was restored after an hour"."""
    at = report.trigger.start - report.sentence.start
    opened = _OPENED.search(report.quote[at:][:OPENED_WITHIN]) is not None
    return (
        report.kind == "roadblock_removal"
        and opened
        and not wording.is_dated(report)
        and not _FORCE.search(report.quote)
    )


def _is_loot(report: Report, _: Lexicon) -> bool:
    """Tell whether those who attacked only took something along: "made off with rifles"."""
    return report.kind in _TAKEN and not report.killed and _RAIDERS.match(report.quote) is not None


@dataclass(frozen=True, slots=True)
class _Way:
    """What a report may be, what the deed before must be that it goes on with, and how they lie."""

    tells: Callable[[Report, Lexicon], bool]
    follows: Callable[[Report, Lexicon], bool]
    lies: frozenset[Lie] = frozenset({Lie.SAME, Lie.INSIDE})


_WAYS = (
    # A finer place is where it was.
    _Way(_names_it, _is_of_fight, frozenset({Lie.SAME})),
    _Way(_is_block_of_crowd, _is_block),
    _Way(_is_more_of_crowd, _is_of_crowd),
    _Way(_is_loot, _is_of_fight),
    _Way(_is_end_of_block, _is_of_crowd),
)
