"""Give a deed that its own words put nowhere the place that the next sentences give it.

News tells what happened first and where afterwards: "A judge was shot dead, police in the capital
said. The gunmen were waiting outside his house in Tolmen", "Two guards were killed. He said the
guards were ambushed in Galdor". Where somebody speaks, and what the article is at home in, is only
a guess until then.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from geo.events import wording
from geo.language.clauses import is_told
from geo.language.late import late
from geo.lexicon import Lexicon
from geo.linking.passage import told_there
from geo.linking.scenes import Sentence
from geo.linking.setting import scenes_of
from geo.model import PlaceKind, Report, Resolution, Span
from geo.reports.coreference import DEED
from geo.reports.kinship import Kinship, kinship
from geo.reports.likeness import compatible
from geo.reports.reporting import NAMED
from geo.toponymy.containers import lies_in

__all__ = ["is_lent", "settle"]

TOLD = "place: told in the next sentences"
SHORTEST = 2
"""Letters of a word that names nobody."""
NEAR, PARAGRAPHS = 4, 2
"""Sentences, and paragraphs, behind a deed in which stands where it was."""
_OF_DEEDS = frozenset({"violence", "property"})
_LENT = (
    "place: no place",
    "place: what the article",
    "place: the town that the article",
)
"""How the reason of a place begins that no sentence gave to its deed."""
_SPOKE_IN = late(
    r"\b(?:(?:said|announced|reported)|told\s+(?:[\w’'-]+\s+){1,3}?|(?:statement|conference|briefing)"
    r"(?:\s+(?:issued|released|held|given))?)\s*\b(?:on\s+\w+\s+)?(?:by\s+(?:tele)?phone\s+)?(?:in|from)\s+$"
)
"""Before a place in which somebody spoke: "told parliament in Tolmen"."""
_SOURCE_IN = late(
    r"(?:\baccording\s+to|[,”\"]\s+said)\s+(?:an?\s|the\s|one\s)?(?:(?!in\b|at\b)[\w’'-]+\s+){1,6}in\s+$"
)
"""Before the place of who tells: "according to an activist in Tolmen"."""
_KNOWN = late(
    r"\W*(?:(?:(?:H|Sh)e|It|They|Both)\b|(?:His|Her|Its|Their)\s(?P<own>(?:[\w-]+\s){1,2})|"
    r"(?:The|That|This|Those|These)\s(?P<noun>(?:[\w-]+\s){1,3}))"
)
"""How a sentence opens that goes on with somebody or something known."""
_ROLES = late(
    r"\b(?:gunm[ae]n|attackers?|assailants?|killers?|shooters?|bombers?|raiders?|victims?|dead|bod(?:y|ies)|"
    r"m[ae]n|wom[ae]n|two|three|four|five|six|seven|eight|nine|ten|pair|couple|group|vehicles?|cars?|van|truck|lorry|bus|boat|motorcycle|convoy|patrol|post|camp|house|home)\b"
)
"""Who takes part in any deed without having been named."""
_THE_DEED = late(rf"\b{DEED}s?\b")
_TELLERS = re.compile(
    r"\b(?:police|army|military|officials?|ministry|minister|government|spokes\w+|governor|president|official)\b"
)
"""Who opens a sentence to tell of a deed, or came to it afterwards."""
_THEN = late(
    r"\b(?:(?:was|were)\s(?:\w+ly\s|just\s|still\s|about\sto\s)?"
    r"(?:(?!search|hunt|look|investigat|question|recover|return|head|go|com|be|treat|mourn|protest|try|prepar|plann)[a-z]+ing|"
    r"(?:attacked|ambushed|stopped|intercepted|hit|shot|gunned|killed|seized|taken|snatched|dragged|grabbed|struck|"
    r"targeted|surrounded|stabbed|beaten|forced|parked|planted|hidden|cornered|waylaid|pulled|inside|asleep))|bod(?:y|ies)\s(?:was|were)\s(?:found|discovered|dumped|recovered)|"
    r"(?:was|were|had)\s(?:just\s|\w+ly\s)?(?:left|entered|reached|arrived|stopped|been\s(?:left|parked|planted|hidden|buried|placed))|"
    r"(?:is|was|lies|lay|stands|stood|are|were)\s(?:located\s|situated\s)?(?=(?:in|at|on|near|outside|just|about|around)\s)|"
    r"(?:exploded|detonated|ripped|tore|blew|went\soff|lay|died|stormed|burst|broke|walked|drove|rode|sat|stood|slept|worked))\b"
)
"""What tells of what somebody was doing, or befell him, when it happened, or where something is."""
_AWAY = late(
    r"(?<!outskirts\s)(?<!edge\s)(?<!centre\s)(?<!center\s)(?<!town\s)(?<!village\s)(?<!city\s)\bof\b|"
    r"(?<!seized\s)(?<!taken\s)(?<!snatched\s)(?<!grabbed\s)(?<!dragged\s)(?<!pulled\s)\bfrom\b|"
    r"\b(?:to|for|over|about|as|who|that|which|before|after|member|native|born|lived|brother|car|vehicle)\b|;"
)
"""Between that and a place, that it is another's, or that he only went there."""
_RELATIVE = re.compile(r"\b(?:who|whose|which|whom)\b")
_OF_NAME = late(
    r"\b(?:when|while|as|after|before)\b|\b(?:claim|hear|condemn|blam|denounc|similar|c[ao]me|follow|group|spark|led|protest|mourn|prompt|trigger|rais|felt|"
    r"recall|remind|investigat|discuss|describ|call)[a-z]*\b"
)
"""Between the name of a deed and a place, that others were there to whom it came."""
_NOT_THEN = late(
    r"\b(?:will|would|shall|may|could|has|have|buried|born|native|arrested|detained|caught|served|married|claimed|"
    r"released|freed|funeral|flown|airlifted|evacuated|brought|rushed|transferred|also|later|next|another|other|"
    r"separate|previous|last\s+(?:week|month|year|seen)|former|formerly|until|years?|months?|weeks?)\b",
    re.IGNORECASE,
)
"""What tells of somebody's other days, or of what came before or afterwards."""
_NEXT = re.compile(
    r"\b(?:another|other|second|third|fourth|separate|similar|latter|first|previous|earlier|last)\b"
)
NEXT_WITHIN = 40
"""Characters up to the end of a trigger in which stands that it is another one."""


def settle(
    text: str, sentences: Sequence[Sentence], reports: Sequence[Report], lexicon: Lexicon
) -> list[Report]:
    """Return the reports, with deeds that nothing placed where the next sentences put them.

    Parameters
    ----------
    text, sentences
        The text and its sentences.
    reports
        What was read in it, in order.
    lexicon
        The kinds, which say of what family a report is.
    """
    settled = list(reports)
    told = [at for at, r in enumerate(settled) if _is_deed(r, lexicon) and _is_open(text, r)]
    if not told:
        return settled
    order = {sentence.span.start: at for at, sentence in enumerate(sentences)}
    for at in told:
        report = settled[at]
        if (first := order.get(report.sentence.start)) is None:
            continue
        where = _told_behind(text, sentences[first : first + NEAR + 1], report, settled)
        if where is not None:
            kept = (b for b in report.because if not b.startswith("place: "))
            settled[at] = replace(report, where=where, because=(*kept, TOLD))
    return settled


def _is_open(text: str, report: Report) -> bool:
    """Tell whether it is open where a deed was: nowhere, or anywhere in a wide area."""
    return is_lent(text, report) or not _is_spot(report.where)


def is_lent(text: str, report: Report) -> bool:
    """Tell whether no words put a deed where it is: the town of the news, or of who speaks."""
    where = report.where
    if where is None:
        return True
    if any(reason.startswith(_LENT) for reason in report.because):
        return True
    at = where.mention.span
    if at.start == report.sentence.start and text.startswith(":", at.end):
        return True  # "Tolmen: Two men were arrested over the murder of …"
    if not (any(b.startswith(NAMED) for b in report.because) and report.sentence.covers(at)):
        return False
    if told_there(text, at):
        return True
    said = (_SPOKE_IN, _SOURCE_IN)
    return any(how.search(text, report.sentence.start, at.start) is not None for how in said)


def _is_deed(report: Report, lexicon: Lexicon) -> bool:
    news = not (report.background or report.verbal)
    return news and lexicon.kinds[report.kind].family in _OF_DEEDS


def _told_behind(
    text: str, sentences: Sequence[Sentence], report: Report, reports: Sequence[Report]
) -> Resolution | None:
    """Return the place that one of the sentences behind a deed gives it, the first that does."""
    own, *behind = sentences
    circumstance: Resolution | None = None
    for sentence in behind:
        if sentence.paragraph - own.paragraph > PARAGRAPHS:
            break
        deeds = [r for r in reports if r.sentence == sentence.span and not r.verbal]
        if (again := next((d for d in deeds if _retells(text, d, report)), None)) is not None:
            return again.where if _may_hold(text, report, again.where) else None
        if any(_is_own(deed) for deed in deeds):
            break
        if not deeds and circumstance is None:
            circumstance = _circumstance(text, sentence, report)
    return circumstance if _may_hold(text, report, circumstance) else None


def _may_hold(text: str, report: Report, where: Resolution | None) -> bool:
    """Tell whether a place lies where words put a deed, if they do."""
    whole = report.where.place if report.where is not None else None
    if whole is None or is_lent(text, report):
        return True
    place = where.place if where is not None else None
    if place is None:
        return False
    return whole.id in place.countries or lies_in(place, whole)


def _retells(text: str, deed: Report, report: Report) -> bool:
    """Tell whether a later sentence tells the same deed again and says where it was."""
    if deed.background or kinship(report.kind, deed.kind) < Kinship.OFTEN:
        return False
    if not _is_spot(deed.where) or is_lent(text, deed) or not _is_own(deed):
        return False
    if wording.is_elsewhere(deed) or wording.opens_later(deed):
        return False
    if wording.is_dated(deed) and not deed.when.overlaps(report.when):
        return False
    at = deed.where.mention.span.start if deed.where is not None else deed.trigger.end
    if _OF_NAME.search(text, deed.trigger.start, at):
        return False
    if wording.points_back(deed) and not _is_next(deed):
        return True
    if wording.points_ahead(deed) or deed.names:
        return False
    if deed.killed and report.killed and not _same_count(deed, report):
        return False
    mine, theirs = wording.targets(report), wording.targets(deed)
    if not mine.isdisjoint(theirs) or _goes_on(deed.quote, report):
        return True
    said = deed.quote.lower()
    return any(
        re.search(rf"\b(?:the|those|these)\s(?:[\w-]+\s)?{re.escape(w)}s?\b", said) for w in mine
    )


def _is_next(deed: Report) -> bool:
    """Tell whether a definite name is that of another deed: "the second blast"."""
    at = deed.trigger.end - deed.sentence.start
    return _NEXT.search(deed.quote, max(at - NEXT_WITHIN, 0), at) is not None


def _same_count(deed: Report, report: Report) -> bool:
    mine, theirs = deed.killed, report.killed
    if mine is None or theirs is None:
        return True
    return compatible((mine.minimum, mine.maximum), (theirs.minimum, theirs.maximum))


def _is_own(deed: Report) -> bool:
    """Tell whether the sentence of a deed names its place, and not only whose something is."""
    if deed.where is None or not deed.sentence.covers(deed.where.mention.span):
        return False
    ends = deed.where.mention.span.end - deed.sentence.start
    return deed.quote[ends : ends + 2].lower() not in {"'s", "’s"}


def _is_spot(where: Resolution | None) -> bool:
    """Tell whether a place is a town or something as fine."""
    place = where.place if where is not None else None
    return place is not None and place.kind not in {PlaceKind.COUNTRY, PlaceKind.ADMIN1}


def _circumstance(text: str, sentence: Sentence, report: Report) -> Resolution | None:
    """Return where those of a deed were by a sentence that tells no deed: "He was driving in X"."""
    said = sentence.span.of(text)
    if not _goes_on(said, report) or _NOT_THEN.search(said):
        return None
    finest: Resolution | None = None
    for r in scenes_of(text, sentence):
        derived = r.place is not None and r.place.derived
        if not _is_spot(r) or derived or not _was_then(text, sentence.span, r.mention.span):
            continue
        if finest is None or _is_inside(r, finest):
            finest = r
    return finest


def _was_then(text: str, sentence: Span, at: Span) -> bool:
    """Tell whether somebody was doing something at a place then, or it befell him there."""
    then = _THEN.search(text, sentence.start, at.start)
    if then is None or _AWAY.search(text, then.end(), at.start) is not None:
        return False
    return _RELATIVE.search(text, sentence.start, then.start()) is None


def _is_inside(one: Resolution, other: Resolution) -> bool:
    return one.place is not None and other.place is not None and lies_in(one.place, other.place)


def _goes_on(said: str, report: Report) -> bool:
    """Tell whether a sentence opens with somebody or something that a deed was told of."""
    known = _KNOWN.match(said)
    if known is None:
        return False
    if (owned := known["own"]) is not None:
        return _ROLES.search(owned) is not None  # "their convoy", and no "their families"
    if (noun := known["noun"]) is None:
        return True
    if _ROLES.search(noun) or _THE_DEED.search(noun):
        return True
    if _TELLERS.search(noun):
        return False
    own = report.quote.lower()
    words = takewhile(lambda word: not is_told(word), noun.lower().split())
    stems = (re.escape(word.removesuffix("s")) for word in words if len(word) > SHORTEST)
    return any(re.search(rf"\b{stem}s?\b", own) for stem in stems)
