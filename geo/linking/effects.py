"""The day of a deed that no phrase gives: by what followed, was told before, or was reported.

What is hurt on a day was so by what happened on it; what a court or a protest answers is older.
Such a day is an interval that says in words what it was taken from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from geo.language.almanac import NUMBERS, alternatives, words
from geo.language.almanac import day as calendar_day
from geo.language.clauses import is_past
from geo.language.late import late
from geo.language.sought import Sought
from geo.linking.aftermath import DAYS_OF_WEEK, LEGAL, MOURNED, REACH
from geo.linking.scenes import Scene, Sentence
from geo.model import Article, Span, When
from geo.temporal.reckoning import COMING

__all__ = [
    "CARRIED",
    "SAID_WITHIN_DAYS",
    "UNDATED",
    "a_year_back",
    "ahead",
    "before",
    "beside",
    "carried",
    "cause_of",
    "is_ahead",
    "is_done",
    "nearest",
    "reported",
    "said_of",
    "stepped",
    "until",
]

REPORTED_WITHIN_DAYS = 1
"""An undated report happened on the day of publication or the day before: true for 67 % of 5,988
US shootings reported in the press; the interval says so and is no invented day."""
CAUSE_WITHIN_DAYS = 7
"""What stands behind "after" happened before its effect; news keeps to about a week."""
MISDATED_BY_DAYS = 7
"""A report of the past that names a day so soon to come is dated wrongly, and not a year late."""
SAID_WITHIN_DAYS = 1
"""What is announced on a day happened on it or on the day before."""
CARRIED = "carried from the sentence before"
UNDATED = "no date of its own"
_ANSWERED = words(
    "marched protested rallied demonstrated protest protests rally resigned condemned blocked"
)
_HEARD = Sought(r"\b(?:report(?:ed|s|ing)?|after|upon|on)\s+hearing\b")
"""No hearing of a court: "reported hearing gunfire"."""
_STEPS = re.compile(
    rf"\b(an?|the|{alternatives(NUMBERS)}|\d{{1,2}})\s+(day|week)s?\s+(after|before)\s",
    re.IGNORECASE,
)
_PAUSE = re.compile(r"[,:;()\[\]—–\n]|--")
_TOKEN = re.compile(r"[A-Za-z]+")
_OF_ANOTHER = re.compile(r"\s+(?:of|for|to|over|about)\s")


def cause_of(
    article: Article, sentence: Sentence, trigger: Span, scene: Scene, told: Sequence[When]
) -> When:
    """Date a deed by what followed: hurt on Sunday "after a fight", marching "over the killing".

    Who is hurt, dead or found on a day was so by what happened on it; a court, a protest or a vigil
    comes days later.
    """
    effect = nearest(told, trigger) if told else carried(sentence, scene) or scene.news_day
    main = ahead(article.text, sentence, trigger)
    words_ahead = _TOKEN.findall(_HEARD.sub("", main))
    later = any(word.lower() in LEGAL | MOURNED | _ANSWERED for word in words_ahead)
    if effect is None:
        if later:
            return before(None, "before what followed from it")
        return reported(article.published)
    if later:
        return before(effect, "before what followed from it")
    return replace(effect, basis=said_of("the time of what followed from it", effect))


def stepped(
    article: Article, sentence: Sentence, trigger: Span, scene: Scene, told: Sequence[When]
) -> When | None:
    """Date a deed by the days between: "came two days after gunmen killed".

    ``None`` where the words do not say how many.
    """
    effect = nearest(told, trigger) if told else carried(sentence, scene) or scene.news_day
    found = list(_STEPS.finditer(article.text, sentence.span.start, trigger.start))
    if effect is None or effect.first is None or effect.last is None or not found:
        return None
    if _PAUSE.search(article.text, found[-1].end(), trigger.start):
        return None
    number, unit, side = (part.lower() for part in found[-1].groups())
    days = _counted(number) * (DAYS_OF_WEEK if unit == "week" else 1)
    step = timedelta(days=-days if side == "before" else days)
    said = f"{days} days {'after' if side == 'before' else 'before'} what is told beside it"
    return When(
        effect.first - step,
        effect.last - step,
        effect.precision,
        f"{said} ({effect.basis})",
        span=Span(*found[-1].span()),
    )


def _counted(number: str) -> int:
    return NUMBERS.get(number) or (int(number) if number.isdigit() else 1)


_BESIDE = Sought(
    rf"\b(?P<number>the|an?|{alternatives(NUMBERS)}|\d{{1,2}})\s(?P<unit>day|night|evening|week)s?\s"
    r"(?P<side>before|after)\s(?:the|his|her|their|its|an?)\s"
    r"(?:[\w’'-]+\s)?(?P<noun>arrivals?|visit|departure|march|rally|protest|funeral|vote|election|ceremony|truce|"
    r"ceasefire|withdrawal|deployment|attack|raid|bombing|clash(?:es)?)\b",
    re.IGNORECASE,
)
"""Behind a deed, how far it was from what was told before: "left the day before its arrival"."""
_COMES = r"\b(?:reach|arriv|enter|came|deploy|land|move)"
_ROOTS = {
    "protest": r"\bprotest",
    "arrival": _COMES,
    "arrivals": _COMES,
    "departure": r"\b(?:left|depart|withdr)",
}
ROOT = 5
"""Letters of a noun that its verb has too."""
BESIDE_WITHIN = 600
"""Characters before a sentence in which that was told."""


def beside(article: Article, sentence: Sentence, trigger: Span, scene: Scene) -> When | None:
    """Date a deed by what was told of before: "they left the day before its arrival".

    ``None`` where the noun is not that of the day which the article speaks of.
    """
    text, day = article.text, carried(sentence, scene) or scene.news_day
    found = _BESIDE.search(text, trigger.end, sentence.span.end)
    if found is None or day is None or day.first is None or day.last is None:
        return None
    root = _ROOTS.get(found["noun"].lower(), rf"\b{found['noun'][:ROOT]}")
    start = max(sentence.span.start - BESIDE_WITHIN, 0)
    if re.search(root, text[start : sentence.span.start], re.IGNORECASE) is None:
        return None
    count = _counted(found["number"].lower())
    days = count * (DAYS_OF_WEEK if found["unit"].lower() == "week" else 1)
    step = timedelta(days=days if found["side"].lower() == "after" else -days)
    said = f"{days} days {found['side'].lower()} what was told before ({day.basis})"
    return replace(
        day, first=day.first + step, last=day.last + step, basis=said, span=Span(*found.span())
    )


_WORD = re.compile(r"[^\W\d_]+")
_NOT_DONE = Sought(
    r"\b(?:will|would|shall|may|might|could|can|should|must|to|be|being|is|are|get|gets|if|unless|until|once)"
    r"\s+(?:\w+ly\s+|not\s+|also\s+)?$"
)
"""Before a participle that is no past: "will be tried", "is held"."""
_HAS = Sought(r"\b(?:was|were|had|has|have|been)\s+(?:\w+ly\s+|also\s+|not\s+|since\s+)?$")
_AUXILIARIES = words(
    "will would could can may might must should was were had has have did do is are"
)
_CALLED = words("called announced scheduled planned ordered declared agreed decided vowed set")
"""What is called or agreed on is still to come: "called a strike for Monday"."""
_NO_OBJECT = words("in on at near by for until from to over after before as with outside") | {""}
_CAME = late(
    r"(?:\s+(?:in|on|at|of|near)\s+(?:[\w’'-]+\s+){0,3}?[\w’'-]+|\s+\w+day)?\s+(?:came|occurred|happened|took\s+place|killed|wounded|injured|left|began|erupted|"
    r"broke\s+out|followed|sparked|prompted|forced|destroyed|damaged)\b"
)
"""Behind a noun for a deed, what says that it was."""
VERB_WITHIN = 40
"""Characters before a verb in which its auxiliaries stand."""


def is_done(text: str, trigger: Span) -> bool:
    """Tell whether a trigger's verb is a finite past, which no day to come can date.

    "Shot six", "were arrested"; a bare participle may be what a title announces: "roads closed".

    Examples
    --------
    >>> is_done("Gunmen shot six farmers.", Span(0, 11))
    True
    >>> is_done("The men will be shot.", Span(16, 20))
    False
    """
    told = (m for m in _WORD.finditer(text, trigger.start, trigger.end) if is_past(m[0].lower()))
    verb = next((m for m in told if m[0].lower() not in _AUXILIARIES), None)
    if verb is None and _CAME.match(text, trigger.end):
        return True  # "the bombings came as officials prepare to meet on Tuesday"
    if verb is None or verb[0].lower() in _CALLED:
        return False
    ahead = text[max(verb.start() - VERB_WITHIN, 0) : verb.start()].lower()
    if _NOT_DONE.search(ahead):
        return False
    found = _WORD.match(text, verb.end() + 1)
    behind = found[0].lower() if found else ""
    # "Have decided to block a road" is no deed yet.
    has = _HAS.search(ahead) is not None and behind != "to"
    return has or behind not in _NO_OBJECT


def nearest(
    options: Sequence[When], trigger: Span, rivals: Sequence[Span] = (), text: str = ""
) -> When:
    """Return the date nearest to a trigger; one behind it before one that another has taken.

    "The burial on Thursday of 14 men killed 29 years ago": Thursday is that of the burial.
    """
    behind = any(w.span is not None and w.span.start >= trigger.end for w in options)

    def rank(when: When) -> tuple[bool, int, int]:
        assert when.span is not None
        at = when.span
        earlier = at.end <= trigger.start
        taken = behind and earlier and any(rival.end <= at.start for rival in rivals)
        # "Held since Sunday were freed on Thursday": the first is that of what ended.
        inside = trigger.covers(at) and text[: at.start].endswith("since ")
        taken |= behind and inside
        taken |= behind and earlier and _OF_ANOTHER.match(text, at.end) is not None
        return taken, max(at.start - trigger.end, trigger.start - at.end, 0), at.start

    return min(options, key=rank)


def carried(sentence: Sentence, scene: Scene) -> When | None:
    """Return the day that the paragraph has told of, if it has told one."""
    return scene.when if scene.when_paragraph == sentence.paragraph else None


def before(effect: When | None, why: str, days: int = CAUSE_WITHIN_DAYS) -> When:
    """Return the time shortly before an effect: the same month, or the days up to a day."""
    if effect is None or effect.last is None or effect.first is None:
        return When(None, None, "unknown", f"no date: {why}")
    if effect.precision in {"month", "year"}:
        return replace(effect, basis=f"{why}, within the same time: {effect.basis}", span=None)
    first = effect.first - timedelta(days=days)
    within = "the day before" if days == 1 else f"{days} days"
    return When(first, effect.last, "range", f"{why} ({effect.basis}), at most {within}")


def until(published: date | None, why: str) -> When:
    """Return an unknown day before the publication, with the reason."""
    told = f", published {published.isoformat()}" if published else ""
    return When(None, None, "unknown", why + told)


def reported(published: date | None) -> When:
    """Return the day of publication and the one before, or an unknown day."""
    if published is None:
        return When(None, None, "unknown", "no date in the text and no publication date")
    first = published - timedelta(days=REPORTED_WITHIN_DAYS)
    return When(first, published, "range", f"{UNDATED}; reported on {published.isoformat()}")


def said_of(how: str, when: When) -> str:
    """Return the basis of a date taken over, however often it has been handed on."""
    told = when.basis.removeprefix(f"{CARRIED}: ")
    return f"{how}: {told}"


def ahead(text: str, sentence: Sentence, trigger: Span) -> str:
    """Return what stands before a trigger in its sentence, as far as it is read."""
    return text[max(sentence.span.start, trigger.start - REACH) : trigger.start]


def is_ahead(article: Article, when: When) -> bool:
    """Tell whether a day lies after the publication."""
    published = article.published
    return published is not None and when.first is not None and when.first > published


def a_year_back(article: Article, when: When, trigger: Span) -> When:
    """Return the day without a year that a done deed names: not the one still to come.

    On 26 November "killed two on 7 December" is of the year before. Of a day by itself the
    coming one is the likelier: "the dividend declared, payable 7 December".
    """
    published, day = article.published, when.first
    if published is None or day is None or when.last != day or COMING not in when.basis:
        return when
    if (day - published).days <= MISDATED_BY_DAYS or not is_done(article.text, trigger):
        return when
    before = calendar_day(day.year - 1, day.month, day.day)
    if before is None:
        return when
    basis = when.basis.replace(COMING, "of what is done the last before")
    return replace(when, first=before, last=before, value=before.isoformat(), basis=basis)
