"""Let "it happened near the town of X" give the deed that was told its place and day.

News tells what was done first, of a province, a capital or nowhere, and where it was afterwards:
"the blast occurred on Monday in X", "two died in the attack, which took place at X". Such words
stand against any place that the deed only had for want of another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geo.language.almanac import words
from geo.language.late import late
from geo.language.text import small_words
from geo.lexicon import Lexicon
from geo.linking import hometown, qualifiers, unknowns, villages
from geo.linking.scenes import Scene, Sentence, can_carry
from geo.linking.timing import sets_the_day
from geo.model import Article, MentionClass, PlaceKind, Report, Resolution, Span, When
from geo.reports import placing
from geo.reports.coreference import DEED, is_violent
from geo.reports.reporting import NAMED

__all__ = ["tell_scene"]

_SAID_OF_IT = rf"(?:it|this|that|the\s+(?:[a-z-]+\s+){{0,2}}?{DEED})"
_BETWEEN = (
    r"(?:s?\s+(?:on|of|against|by)\s+[^,.;]{1,50}?)?(?:,?\s+(?:which|that)|"
    r",\s+(?:which|in\s+which|during\s+which|claimed|blamed)\s[^,.;]{1,90},)?"
)
"""What may stand before that: "the raid on the mill, which cost two lives, took place"."""
_TELLS_MORE = late(
    rf"\b(?:(?P<happened>{_SAID_OF_IT}{_BETWEEN}\s+(?:(?:had|reportedly|allegedly|also)\s+)?"
    r"(?:took\s+place|taken\s+place|occurred|happened|unfolded|broke\s+out|went\s+off|"
    r"(?:was|were)\s+(?:carried\s+out|staged|reported)))\b|"
    r"the\s+(?:incident|attack|shooting|explosion|blast|bombing|killing|clash|clashes|assault|"
    r"violence)\s+(?:in|near|at|outside|close\s+to|just\s+outside)\s+)",
    re.IGNORECASE,
)
_TELLING_MORE = words(
    "place occurred happened carried unfolded broke went staged reported incident attack shooting "
    "explosion blast bombing killing "
    "clash clashes assault violence"
)
"""Without one of these it need not be tried."""
_MOVES_ON = re.compile(
    r"[;:]|\b(?:when|while|after|before|as|which|who|whose|from|to|by|and|but|because|hours?)\b"
)
"""Between "it happened" and a name that is not where."""
_ONLY_SINCE = re.compile(
    r"\b(?:since|until|after|before|because|if|whether|where)\s+$", re.IGNORECASE
)
"""Before "it happened" where only something else is told from it: "since the unrest broke out"."""
WHERE_WITHIN = 90
"""Characters behind "it happened" in which stands where."""


def tell_scene(
    article: Article, sentence: Sentence, scene: Scene, reports: list[Report], lexicon: Lexicon
) -> None:
    """Let "it happened on Monday near the town of X" give the last report its place and day."""
    if not reports or not (sentence.resolutions or sentence.whens):
        return
    if _TELLING_MORE.isdisjoint(small_words(sentence.span.of(article.text))):
        return
    match = _TELLS_MORE.search(article.text, sentence.span.start, sentence.span.end)
    if match is None:
        return
    # "He was held after the incident near X" says where that was all the same.
    if match["happened"] and _ONLY_SINCE.search(article.text, sentence.span.start, match.start()):
        return
    if (last := _last_deed(reports, lexicon, match)) is None:
        return
    told = _told_of_it(article.text, sentence, match)
    if told is not None and told.place is None:
        told = _quarter(article.text, sentence, scene, match, told, reports[last].where)
    if told is not None and (
        _finer(told, reports[last].where)
        or _is_surer(told, reports[last])
        or (match["happened"] and _is_guessed(article.text, reports[last]) and told.place)
    ):
        kept = [reason for reason in reports[last].because if not reason.startswith("place: ")]
        because = (*kept, f"place: told by '{match.group().strip()}'")
        reports[last] = replace(reports[last], where=told, because=because)
    day = _day_of_it(article.text, sentence, match) if match["happened"] else None
    if day is not None and _tells_the_day(day, reports[last]):
        reports[last] = replace(reports[last], when=day)


def _told_of_it(text: str, sentence: Sentence, match: re.Match[str]) -> Resolution | None:
    """Return the first place behind "it happened" with nothing between that leads elsewhere."""
    for r in sentence.resolutions:
        at = r.mention.span
        if at.start < match.end() or hometown.brought_there(text, at):
            continue
        if not (can_carry(r) or unknowns.is_quarter(text, r) or _is_village(text, r)):
            continue
        between = text[match.end() : at.start]
        near = len(between) <= WHERE_WITHIN and not _MOVES_ON.search(between)
        return r if near or not match["happened"] else None
    return None


def _is_village(text: str, r: Resolution) -> bool:
    """Tell whether a name that no list has can be that of a village."""
    if r.place is not None or r.mention.use is not MentionClass.LITERAL:
        return False
    return r.mention.relation != "reference" and villages.reads_as_town(text, r.mention.span)


def _is_guessed(text: str, report: Report) -> bool:
    """Tell whether a deed has its place for want of another: none of its sentence."""
    if placing.is_lent(text, report):
        return True
    told = (reason for reason in report.because if reason.startswith("place: "))
    return not any(reason.startswith(NAMED) and unknowns.AT_HOME not in reason for reason in told)


def _quarter(
    text: str,
    sentence: Sentence,
    scene: Scene,
    match: re.Match[str],
    quarter: Resolution,
    where: Resolution | None,
) -> Resolution:
    """Return a quarter that no list has in the town of the deed, else where the scene puts it."""
    if where is not None and where.place is not None and where.place.kind is PlaceKind.SETTLEMENT:
        return unknowns.somewhere_in(where, quarter)
    return unknowns.place(text, sentence, Span(*match.span()), scene, quarter)[0]


def _day_of_it(text: str, sentence: Sentence, match: re.Match[str]) -> When | None:
    """Return the day behind "it happened"."""
    for when in sentence.whens:
        if when.span is None or when.span.start < match.end():
            continue
        between = text[match.end() : when.span.start]
        if len(between) > WHERE_WITHIN or _MOVES_ON.search(between):
            return None
        if sets_the_day(text, sentence, when):
            return when
    return None


def _tells_the_day(day: When, report: Report) -> bool:
    """Tell whether a day says more than the sentence of a report does."""
    old = report.when
    if old.first is None or old.last is None or day.first is None or day.last is None:
        return True
    own = old.span is not None and report.sentence.covers(old.span)
    narrower = old.first <= day.first and day.last <= old.last and old.first != old.last
    return narrower or not own


def _last_deed(reports: Sequence[Report], lexicon: Lexicon, match: re.Match[str]) -> int | None:
    """Return which report "it" or "the attack" means: the last violent one, else the last."""
    violent = _last_violent(reports, lexicon)
    if violent is not None or not match["happened"]:
        return violent
    last = reports[-1]
    return None if last.background or last.verbal else len(reports) - 1


def _last_violent(reports: Sequence[Report], lexicon: Lexicon) -> int | None:
    for index in range(len(reports) - 1, -1, -1):
        report = reports[index]
        if not report.background and not report.verbal and is_violent(report, lexicon):
            return index
    return None


def _finer(new: Resolution, old: Resolution | None) -> bool:
    if new.place is None:
        return False
    if old is None or old.place is None:
        return True
    if set(new.place.countries).isdisjoint(old.place.countries):
        return False
    if _is_part(new, old):
        return True
    areas = {"country", "region", "admin1", "admin2"}
    return old.place.kind.value in areas and new.place.kind.value not in areas


def _is_surer(new: Resolution, last: Report) -> bool:
    """Tell whether the place of a deed stands against one of what is said of somebody."""
    weak = any(reason.endswith(qualifiers.WEAKLY) for reason in last.because)
    return weak and new.place is not None


def _is_part(new: Resolution, old: Resolution) -> bool:
    """Tell whether a place is a quarter of a town that was told without one."""
    if new.place is None or old.place is None or old.mention.relation == "near":
        return False
    if new.place.unlisted:
        return new.place.part_of == old.place.id
    return new.place.id == old.place.id and new.mention.relation == "near"
