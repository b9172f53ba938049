"""How long what goes on has been going on: "blocked since Monday", "for a seventh day".

A roadblock, a strike or a battle is a stretch of days, and news says where it begins or how many
there have been. The stretch ends with the day that the report speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from geo.language.almanac import CENTURIES, NUMBERS, ORDINALS, alternatives
from geo.language.late import late
from geo.model import Span, When

__all__ = ["counts_again", "stretch", "tells_beginning"]

LONGEST_DAYS = 100
"""What has gone on for longer is a state of things, and its beginning history."""
LONGEST_OPENING_DAYS = 14
LOOK_BACK = 20
"""Characters before a date in which "since" stands: "since late on "."""
DAYS = {"day": 1, "night": 1, "week": 7}

_SINCE = re.compile(
    r"\b(?:since\s+(?:(?:early|late|before|dawn|noon)\s+)?(?:on\s+)?|"
    # "Continued a strike started on 16 November": that is when it began.
    r"(?:started|begun|launched|that\s+began|which\s+began)\s+(?:on\s+|in\s+)?)$"
)
_BEGUN = ("since", "started", "begun", "launched", "began")
_GOES_ON = re.compile(
    r"\b(?:has|have|[’']ve|still|remain(?:s|ed)?|stay(?:s|ed)|continue[sd]?|keeps?|kept)\b"
)
_FRAMED = re.compile(
    r"(?<!ed)(?<!en)(?<!ing)(?<!eld)(?<!out)(?<!shut)(?<!open)(?<!away)(?<!there)\s+since\s+"
    r"(?:[\w.]+\s+){0,3}[\w.]+[,;]?\s*$"
)
_EXCEPT = re.compile(r"\b(?:had|first|worst|deadliest|most|times?)\b")
_RANKS = ORDINALS | CENTURIES
_ORDINAL = rf"{alternatives(_RANKS)}|[0-9]{{1,2}}(?:st|nd|rd|th)"
_NTH = late(
    rf"\b(?:for|into|in|enter(?:s|ed|ing)?|on)\s+(?:an?|the|its|their)\s+(?P<rank>{_ORDINAL})\s+"
    r"(?:straight\s+|consecutive\s+|successive\s+|full\s+)?(?P<unit>day|night|week)\b"
)
_FOR = late(
    rf"\bfor\s+(?:(?:about|nearly|almost|more\s+than|at\s+least|the\s+(?:past|last))\s+)?"
    rf"(?P<count>an?|{alternatives(NUMBERS)}|[0-9]{{1,2}}|)\s*(?P<unit>day|night|week)s?\b"
)
_BESIDE = re.compile(r"\b(?:as|while|with)\s+(?:\w+\W+){1,14}$")
"""Between a deed and a stretch that is that of something else."""
_AGAIN = late(
    rf"\b(?:(?:{_ORDINAL})\s+(?:such\s+)?[a-z]+|[a-z]+\s+times|once|twice)\s+(?:in\s+)?$",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(r"\b(?:that|who|which|whose)\s+(?:\w+\s+)?(?:has|have|had)\b[^,;]*$")
"""Before a stretch that only tells of people: "those who had waited for a week closed a road"."""
AGAIN_WITHIN = 40
"""Characters before a stretch in which "for the second time" stands."""
_BEGINS = re.compile(
    r"^\W*(?:which|that)\s+(?:\w+\s+)?(?:began|started|erupted|broke\s+out|ended)\b"
)


def counts_again(text: str, when: When) -> bool:
    """Tell whether a stretch is that in which something came again: "the third time this month"."""
    at = when.span
    if at is None or when.first == when.last:
        return False
    return _AGAIN.search(text, max(0, at.start - AGAIN_WITHIN), at.start) is not None


def tells_beginning(clause: str) -> bool:
    """Tell whether an aside says when the deed itself began: "a march which began on Monday"."""
    return _BEGINS.search(clause) is not None


def stretch(
    text: str,
    clause: Span,
    whens: Sequence[When],
    news: When | None,
    published: date | None,
    trigger: Span | None = None,
) -> When | None:
    """Return the days over which a clause says that something has gone on, if it does.

    Parameters
    ----------
    text
        The whole text.
    clause
        The clause that tells of it.
    whens
        The dates that stand in the clause.
    news
        The day that the article speaks of.
    published
        Its day of publication.
    trigger
        The words of the deed: what goes on "as the strike entered a third day" is the strike.

    Examples
    --------
    >>> text = "The road has been blocked since Monday."
    >>> monday = When(date(2024, 6, 10), date(2024, 6, 10), "day", "'Monday'", Span(32, 38))
    >>> found = stretch(text, Span(0, 39), [monday], None, date(2024, 6, 13))
    >>> found.first.isoformat(), found.last.isoformat()
    ('2024-06-10', '2024-06-13')
    """
    said = clause.of(text).lower()
    end = published or (news.last if news is not None else None)
    began = any(word in said for word in _BEGUN)
    if began and (begun := _since(said, clause.start, whens)) is not None:
        goes_on = end is not None and (_goes_on(said) or _is_framed(said))
        found = _from(begun, end) if goes_on and end is not None else None
        # "Since 21 October 88 have died": what opens so sums up a campaign.
        opens = said.lstrip().startswith("since")
        return (
            None if found is not None and opens and _days(found) > LONGEST_OPENING_DAYS else found
        )
    if "day" not in said and "night" not in said and "week" not in said:
        return None
    if (nth := _NTH.search(said)) is not None:
        if trigger is not None and _BESIDE.search(said, trigger.end - clause.start, nth.start()):
            return None
        on = [w for w in whens if w.first is not None and w.precision == "day"]
        last = on[0].last if on else (news.last if news is not None else end)
        return _back(nth.group(), last, (_rank(nth["rank"]) - 1) * DAYS[nth["unit"]])
    lasted = _FOR.search(said)
    if lasted is None or not _goes_on(said):
        return None
    behind = trigger is not None and trigger.start - clause.start > lasted.end()
    if behind and _OF_OTHERS.search(said, 0, lasted.start()):
        return None
    return _back(lasted.group(), end, _count(lasted["count"]) * DAYS[lasted["unit"]])


def _since(said: str, start: int, whens: Sequence[When]) -> When | None:
    """Return the date that "since" stands before."""
    for when in whens:
        if when.span is None or when.first is None:
            continue
        at = when.span.start - start
        if _SINCE.search(said, max(at - LOOK_BACK, 0), at):
            return when
    return None


def _goes_on(said: str) -> bool:
    return _GOES_ON.search(said) is not None and _EXCEPT.search(said) is None


def _is_framed(said: str) -> bool:
    """Tell whether "since Monday" stands beside a whole clause: "killed in raids since Monday".

    What stands right behind what somebody was is of that: "a man missing since Monday".
    """
    if _EXCEPT.search(said) is not None:
        return False
    return _FRAMED.search(said) is not None


def _days(when: When) -> int:
    assert when.first is not None
    assert when.last is not None
    return (when.last - when.first).days


def _from(begun: When, end: date) -> When | None:
    assert begun.first is not None
    if not 0 <= (end - begun.first).days <= LONGEST_DAYS:
        return None
    return When(
        begun.first, end, "range", f"since {begun.basis}, up to {end.isoformat()}", begun.span
    )


def _back(phrase: str, last: date | None, days: int) -> When | None:
    """Return a stretch of days that ends on one."""
    if last is None or not 0 < days <= LONGEST_DAYS:
        return None
    first = last - timedelta(days=days)
    return When(first, last, "range", f"'{phrase}', up to {last.isoformat()}")


def _rank(told: str) -> int:
    return _RANKS.get(told) or int(re.sub(r"\D", "", told))


def _count(told: str) -> int:
    return NUMBERS.get(told) or (int(told) if told.isdigit() else 1)
