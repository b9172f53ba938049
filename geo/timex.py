"""The grammar of temporal expressions: which stretches of a text speak of time, and how.

A scan finds the words that cannot be missing (``HEADS``: a month, "ago", "years", 1999); around
each, the forms of that word are tried from the leftmost word that could belong to it, and the
longest wins. What a phrase means, against which day, is for ``reckoning`` to say.

Not time: ages ("11-year-old"), counts ("2,000 troops"), numbers of resolutions, speeds, the verbs
"may" and "march", and names such as the Sunday Times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from geo.almanac import (
    CENTURIES,
    DAY_PARTS,
    MONTHS,
    NUMBERS,
    SEASONS,
    TENS,
    UNITS,
    WEEKDAYS,
    alternatives,
)
from geo.almanac import words as table
from geo.holidays import NAMES
from geo.model import Span
from geo.timeforms import DECADES, FORMS, FRAGMENT, FULL_WEEKDAYS, GLUE, SHORT_MONTHS, SPACE

__all__ = ["Phrase", "phrases"]

LONGEST_LEAD = 60  # characters before a head that may belong to its phrase
LONGEST_JOIN = 20  # characters from one date to the month of the next: "-15 September"
LONGEST_YEARS = 120  # between the two years of a span
FIRST_BARE_YEAR, LAST_BARE_YEAR = 1900, 2040  # four digits that are a year without a preposition


@dataclass(frozen=True, slots=True)
class Phrase:
    """A temporal expression as it was said.

    ``form`` names the pattern that matched, ``parts`` what it caught, in lower case.
    """

    span: Span
    form: str
    parts: dict[str, str]


_FRAGMENT = re.compile(FRAGMENT)
_JOINED = re.compile(r"[ ]?[-–][ ]?|/|,?[ ](?:to|through|until|and|or)[ ](?:the[ ])?(?=[0-9])")
_WORD = re.compile(r"[a-z]+|[0-9]+")
_NUMERIC = re.compile(
    r"(?:1[0-9]|20)[0-9]{2}(?![0-9])|[2-9]0['’]?s\b|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2}"
    r"|[0-3]?[0-9](?:st|nd|rd|th)\b|[0-9]{1,4}s?[ ](?:bce?\b|b\.c\.)"
    r"|[0-9]{1,4}(?:[ ]?[–-][ ]?|[ ]to[ ])[0-9]{1,4}[ ](?:bce?\b|b\.c\.)"
    r"|[0-3]?[0-9](?:st|nd|rd|th)?(?:[ ]?[–-][ ]?|/|[ ](?:to|through|until|and|or)[ ])(?:the[ ])?"
    rf"[0-3]?[0-9](?:st|nd|rd|th)?[ -](?:of[ ])?{alternatives(MONTHS)}"
    r"|[0-2][0-9][0-5][0-9][ ]?(?:gmt|utc|hours|hrs|local time)|[0-9]{1,2}[ ]o['’]clock"
    r"|[0-2]?[0-9](?:[:.][0-5][0-9])?\s?(?:[ap]\.?m\b)|[0-2]?[0-9][:.][0-5][0-9]"
)
_CLOCKLIKE = re.compile(
    r"[0-2]?[0-9](?:[:.][0-5][0-9])?\s?[ap]\.?m|[0-2]?[0-9][:.][0-5][0-9]"
    r"|[0-9]{1,4}[ ]?(?:o['’]|gmt|utc|h|local)"
)
# Only a time of day can open a date of the calendar: "5 p.m. on 3 March".
_CLOCK_KINDS, _NUMBER_KINDS = ("number", "calendar"), ("number",)
_UNIT_WORDS = [form.format(word) for word in UNITS for form in ("{}", "{}s", "{}long")]
_DEICTIC_WORDS = table(
    "today yesterday tomorrow tonight overnight hourly daily nightly weekly monthly yearly "
    "annually now current currently present presently nowadays moment lately recent recently past "
    "soon future"
)
_HOLIDAY_WORDS = {name.removeprefix("st. ").split()[0].split("'")[0] for name in NAMES}
_HOLIDAY_WORDS -= {"new", "may", "july"}  # heads already, or too common to be one
HEADS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys([*MONTHS, *FULL_WEEKDAYS], ("calendar",)),
    **dict.fromkeys([f"{word}s" for word in FULL_WEEKDAYS], ("calendar",)),
    **dict.fromkeys([*_UNIT_WORDS, "centuries", "weekend"], ("unit",)),
    **dict.fromkeys(SEASONS, ("number", "deictic")),
    **dict.fromkeys([*DAY_PARTS, *_DEICTIC_WORDS], ("deictic",)),
    **dict.fromkeys(["noon", "midnight", "midday", "clock"], ("deictic", "calendar")),
    **dict.fromkeys(_HOLIDAY_WORDS, ("deictic",)),
    **dict.fromkeys(["eighteen", "nineteen", "twenty", *DECADES], ("calendar",)),
    "day": ("unit", "deictic"),
    **dict.fromkeys(["recent", "current"], ("unit", "deictic")),
    "may": ("calendar", "deictic"),
    "july": ("calendar", "deictic"),
    "year": ("unit", "deictic"),
    "night": ("deictic", "unit"),
}
_LEAD_WORDS = table(
    "a an the this that last next past previous following coming same current recent final early "
    "mid late earlier later start beginning end middle of in on fiscal year week each every other "
    "about around nearly almost roughly approximately some over at least more than less fewer up "
    "to no most only just couple few dozen several many dozens scores hundreds half and full "
    "straight consecutive first second third fourth its s right near immediate day shortly before "
    "after noon midnight midday ending ago quarter hundred thousand times once twice thrice per "
    "these subsequent latter part close onset solid long trading business working calendar new "
    "latest corresponding evening morning afternoon night today yesterday tomorrow o'clock"
)
_LEAD = re.compile(
    r"(?<![\w'’$£€.,-])(?:(?:"
    + alternatives([*_LEAD_WORDS, *NUMBERS, *TENS, *WEEKDAYS, *CENTURIES])
    + r"|year['’]s|[0-9][0-9,.:/]*(?:st|nd|rd|th)?|[ap]\.?m|[ecmp][sd]?t|gmt)[.,]?"
    + rf"(?:{SPACE}|-))+$"
)
_LEADING = re.compile(r"[^\s-]+")
_NEVER_FIRST = table("in on of to and than least")  # inside a phrase, or before it
_PREPOSITIONS = table(
    "in of since until till by from to through and or during for before after between around "
    "every each last next this early late mid throughout as on into beyond"
)
_SEASON_BEFORE = table("in by during until since throughout before after of every each")
_GAMES = table("olympics olympic games paralympics league cup")
_NAMES_TOO = table("may march april june august")  # verbs and given names
_NAMED_DAYS = table("black bloody good palm ash holy cyber super shrove maundy sheffield easter")
_PAPERS = table("times telegraph mirror express mail herald tribune post star independent club")
_NO_YEARS = table(
    "resolution flight room number no page model law article about some nearly almost over than "
    "least approximately roughly around only another exactly section highway route decree unit"
)
_COUNTED = table(
    "troops people soldiers men women children miles meters metres km kilometers kilometres feet "
    "refugees police officers dead wounded members homes houses residents protesters students "
    "demonstrators votes dollars euros tons tonnes percent barrels workers employees civilians "
    "points shares copies pounds jobs units cars vehicles rebels fighters prisoners inmates "
    "victims families voters cases deaths years days hours minutes seconds months weeks square "
    "mph kph"
)
# What is measured, and not counted like people: "in 1990 rioters" is a year, "in 1990 miles" none.
_MEASURED = table(
    "miles metres meters km kilometers kilometres feet dollars euros tons tonnes percent barrels "
    "points pounds years days hours minutes seconds months weeks square mph kph"
)
# "Surrounded by 2000 troops" counts, "in 1998 troops killed" does not; a round number is a year
# only where nothing stands before that could be counted.
_INTRODUCES_YEAR = re.compile(r"\b(?:in|since|by|during)\s$")
_OPENS_WITH_YEAR = re.compile(r"(?:^|[.!?;:,(\n\"“”]\s*)(?:in|since|by|during)\s$")
_YEARS_JOINED = re.compile(r"(?<![0-9-])(?:1[0-9]|20)[0-9]{2}[–-]$")
_MEASURES = re.compile(r"\b(?:miles?|kilomet(?:er|re)s?|km|knots|feet|met(?:er|re)s|mph)[ ]$")
_RATES = re.compile(
    r"(?:\b(?:times|twice|once|percent|[mb]illion|cents?|dollars?|barrels|tons)|[0-9])[ ]$"
)
_AGE = re.compile(rf"{GLUE}?(?:olds?\b|of{SPACE}age)|{SPACE}old\b")
_SPANS_TIME = re.compile(
    r"\b(?:for|in|over|after|within|past|took|takes?|last(?:ed|ing)?|during)[ ]$"
)
_SMALL_HOURS = re.compile(r"\b(?:early|small|late)[ ]$")
_AT_CLOCK = re.compile(r"\b(?:at|by|until|till|around|about|from|between|to|after|before)[ ]\(?$")
_SPANNED = re.compile(rf"{SPACE}(?:of|later|earlier|before|after)\b|-long\b")
_LASTING = re.compile(r"\b(?:will|to|would|could|may|might|can|not|should)[ ]$")
_SHORT_BARE = re.compile(rf"{alternatives(SHORT_MONTHS)}$")
_NEXT_WORD = re.compile(r"[\s-]*([a-z]*)")


def phrases(text: str) -> Iterator[Phrase]:
    """Find the temporal expressions of a text, in its order.

    Examples
    --------
    >>> [phrase.span.of("It fell in July 1999.") for phrase in phrases("It fell in July 1999.")]
    ['July 1999']
    """
    low = _lowered(text)
    done = 0
    for head in _WORD.finditer(low):
        kinds = HEADS.get(head[0])
        if kinds is None and head[0][0] in "0123456789" and _NUMERIC.match(low, head.start()):
            kinds = _CLOCK_KINDS if _CLOCKLIKE.match(low, head.start()) else _NUMBER_KINDS
        if kinds is None or head.start() < done:
            continue
        forms = _forms(head[0] if head[0].isalpha() else "", kinds)
        if found := _around(text, low, head, forms, done):
            yield found
            done = found.span.end
            while second := _fragment(low, found):
                yield second
                found, done = second, second.span.end


def _lowered(text: str) -> str:
    """Lower the case without moving a character: a few letters grow when they are lowered."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@lru_cache(maxsize=512)
def _forms(head: str, kinds: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the forms that can hold a head; one without its letters cannot match around it."""
    stems = {head, head.removesuffix("s"), head.removesuffix("long")}
    return tuple(
        (form, _compiled(pattern))
        for kind in kinds
        for form, pattern in FORMS[kind].items()
        if any(stem in pattern for stem in stems)
    )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a form when it is first needed: all together they take a fifth of a second."""
    return re.compile(rf"(?:{pattern})(?!\w)")


def _around(
    text: str,
    low: str,
    head: re.Match[str],
    forms: tuple[tuple[str, re.Pattern[str]], ...],
    done: int,
) -> Phrase | None:
    """Try the forms of this head from the leftmost word that may belong to it."""
    for start in _starts(low, head.start(), done):
        best: tuple[str, re.Match[str]] | None = None
        for form, pattern in forms:
            found = pattern.match(low, start)
            if found is None or found.end() < head.end() or not found[0]:
                continue
            longer = best is None or found.end() > best[1].end()
            if longer and _admissible(text, low, form, found):
                best = (form, found)
        if best:
            return _phrase(*best)
    return None


def _starts(low: str, head: int, done: int) -> Iterator[int]:
    joined = _JOINED.match(low, done) if done and head - done < LONGEST_JOIN else None
    if joined is not None and joined.end() < head:
        yield joined.end()
    front = head - (2 if low[max(0, head - 2) : head] in {"o'", "o’"} else 0)
    front -= front > done and low[front - 1] in "'’"
    if front > done and low[front - 1] in " \t\u00a0\n-–":
        floor = max(done, front - LONGEST_LEAD)
        if lead := _LEAD.search(low[floor:front]):
            for word in _LEADING.finditer(lead[0]):
                if word[0] not in _NEVER_FIRST:
                    yield floor + lead.start() + word.start()
    if head == 0 or not (low[head - 1].isalnum() or low[head - 1] in "$£€"):
        yield head
    elif low[head - 1] in "'’":
        yield head - 1


def _fragment(low: str, first: Phrase) -> Phrase | None:
    """Read the day behind a day of the same month: "May 4 and 5", "January 25-29"."""
    if first.form != "month_day" or "year" in first.parts or "part" in first.parts:
        return None
    found = _FRAGMENT.match(low, first.span.end)
    if found is None or _next_word(low[found.end() : found.end() + 24]) in _COUNTED:
        return None
    parts = {name: told for name, told in found.groupdict().items() if told}
    if "dash" in parts and int(parts["day"]) <= int(first.parts["day"]):
        return None  # "beat them on May 5 3-1"
    parts["month"] = first.parts["month"]
    return Phrase(Span(*found.span("fragment")), "month_day", parts)


def _phrase(form: str, found: re.Match[str]) -> Phrase:
    parts = {name: told for name, told in found.groupdict().items() if told}
    return Phrase(Span(*found.span()), form, parts)


def _admissible(text: str, low: str, form: str, found: re.Match[str]) -> bool:
    """Tell time from what only looks like it."""
    groups = found.groupdict()
    names = [found.start(name) for name in ("month", "weekday", "holiday") if groups.get(name)]
    if not all(text[at].isupper() for at in names):
        return False
    if form == "adverb" and text[found.start()].isupper():
        return False  # the Daily Post
    start, end = found.span()
    before, after = low[max(0, start - 20) : start], low[end : end + 24]
    check = _CHECKS.get(form)
    return check is None or check(found, before, after)


def _last_word(before: str) -> str:
    words = re.findall(r"[a-z]+", before)
    return words[-1] if words and before[-1:].isspace() else ""


def _next_word(after: str) -> str:
    found = _NEXT_WORD.match(after)
    return found[1] if found else ""


def _is_month(found: re.Match[str], before: str, after: str) -> bool:
    name = found["month"]
    if _SHORT_BARE.fullmatch(name) and not found["mod"]:
        return False
    if name in _NAMES_TOO and _next_word(after) in MONTHS:
        return True
    return name not in _NAMES_TOO or bool(found["mod"]) or _last_word(before) in _PREPOSITIONS


def _is_weekday(_found: re.Match[str], before: str, after: str) -> bool:
    # "On a sunny Saturday in 1998": which one, nobody says.
    if _OF_A_YEAR.match(after):
        return False
    return _last_word(before) not in _NAMED_DAYS and _next_word(after) not in _PAPERS


def _is_year(found: re.Match[str], before: str, after: str) -> bool:
    word, year = _last_word(before), int(found["year"])
    if before[-1:] in {"$", "£", "€", "#", "/"} or word in _NO_YEARS:
        return False
    if (
        (_next_word(after) in _COUNTED and not _is_introduced(found, before, after))
        or after[:1] in {"%", "/"}
        or re.match(r"[.,:][0-9]|-[0-9]+-", after)
    ):
        return False
    if FIRST_BARE_YEAR <= year <= LAST_BARE_YEAR:
        return True
    if _YEARS_JOINED.search(before) or (before.endswith("(") and after[:1] in {")", ","}):
        return True
    heading = before.endswith(", ") and after[:1] == "\n"
    return heading or word in _PREPOSITIONS or bool(found["mod"])


def _is_first_year(found: re.Match[str], before: str, after: str) -> bool:
    """Tell a span of years ("1861-1865", "1990-94") from other numbers with a dash."""
    del after
    first, second = int(found["year"]), found["second"]
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    short = first < last <= first + LONGEST_YEARS
    counted = before[-1:] in {"$", "£", "€", "#", "/", "-", "."}
    return short and not counted and _last_word(before) not in _NO_YEARS


def _is_introduced(found: re.Match[str], before: str, after: str) -> bool:
    """Tell a year that a preposition introduces from a count: "in 1998 soldiers killed"."""
    if _next_word(after) in _MEASURED or int(found["year"]) < FIRST_BARE_YEAR:
        return False
    introduced = _INTRODUCES_YEAR if int(found["year"]) % 100 else _OPENS_WITH_YEAR
    return bool(found["mod"] or introduced.search(before))


def _is_duration(found: re.Match[str], before: str, after: str) -> bool:
    if _AGE.match(after) or before.endswith(("$", "£", "€")):
        return False
    vague = found["count"] in {"a", "an", "some"}
    if vague and found[0].endswith("-long"):
        return False  # "a day-long march": the article is the march's
    if vague and re.search(r"s(?:-long)?$", found[0]) and found["count"] != "some":
        return False
    if found["unit"] in {"quarter", "second"} and (vague or _next_word(after) == "of"):
        return False
    return not (vague and (_MEASURES.search(before) or _RATES.search(before)))


def _is_bare(found: re.Match[str], before: str, after: str) -> bool:
    if not found[0].endswith(("s", "long")) or found["unit"] in {"quarter", "second"}:
        return False
    if _AGE.match(after) or (_SMALL_HOURS.search(before) and _next_word(after) == "of"):
        return False
    return "long" in found[0] or bool(_SPANS_TIME.search(before) or _SPANNED.match(after))


def _is_last(found: re.Match[str], before: str, _after: str) -> bool:
    return found["rel"] != "last" or not _LASTING.search(before)


def _is_rel_season(found: re.Match[str], before: str, after: str) -> bool:
    if not found["rel"].startswith("the"):
        return found["season"] != "fall" or found["rel"] in {"last", "this", "next"}
    if found["season"] in {"summer", "winter", "autumn"} or found["rel"] != "the":
        return _next_word(after) not in _GAMES
    joined = _next_word(after) in {"and", "or"}
    return (joined or _last_word(before) in _PREPOSITIONS) and _next_word(after) != "of"


def _is_season(found: re.Match[str], before: str, after: str) -> bool:
    """Tell "in spring" and "by early summer" from a coiled spring and a fall."""
    if _next_word(after) in _GAMES:
        return False
    return bool(found["mod"]) or _last_word(before) in _SEASON_BEFORE


def _is_clock(found: re.Match[str], before: str, after: str) -> bool:
    if _next_word(after) == "of" or before[-1:] in {"-", ":", "."}:
        return False
    plain = found["hour24"] and not re.search(r"[a-z]", found[0][-8:])
    return not plain or bool(_AT_CLOCK.search(before))


def _is_spelled(found: re.Match[str], before: str, _after: str) -> bool:
    return found["hundred"] != "twenty" or found[0].startswith("the") or _last_word(before) == "in"


def _is_rate(found: re.Match[str], before: str, _after: str) -> bool:
    return found["unit"] in {"day", "week", "month", "year"} and bool(_RATES.search(before))


def _is_ordinal_day(_found: re.Match[str], before: str, _after: str) -> bool:
    """Tell "on the 14th" from a place in a race or the round of a cup."""
    return _BEFORE_DAY.search(before) is not None


_OF_A_YEAR = re.compile(r"\s+(?:back\s+)?in\s+(?:[a-z]+\s+)?(?:1[0-9]|20)[0-9]{2}\b")
_BEFORE_DAY = re.compile(
    r"\b(?:on|since|until|till|from|between|(?:night|morning|afternoon|evening|attack|events?|clash(?:es)?|"
    r"violence|shooting|raid|killings?|explosion|protests?)\sof)[ ]$|"
    # "Between the 10th and the 12th".
    r"\bthe\s[0-3]?[0-9](?:st|nd|rd|th),?\s(?:and|or|to|until)[ ]$"
)
_OF_AGE = re.compile(
    r"\b(?:his|her|their|my|our|your)\s+(?:(?:early|mid|middle|late|lower|upper)(?:\s+to\s+\w+)?[\s-]+)?['’]?[2-9]0['’]?s$"
)


def _is_quarter(_found: re.Match[str], _before: str, after: str) -> bool:
    return _next_word(after) not in {"final", "finals"}


def _is_decade(found: re.Match[str], before: str, _after: str) -> bool:
    """Tell "in the 20s" from "two men in their 20s" and from a temperature."""
    if not found["tens"]:
        return True
    return _OF_AGE.search(f"{before}{found[0]}") is None


def _is_adverb(_found: re.Match[str], before: str, after: str) -> bool:
    return not after.startswith("-") and not (before.endswith("as ") and after.startswith(" as"))


_CHECKS = {
    "month": _is_month,
    "ordinal_day": _is_ordinal_day,
    "weekday": _is_weekday,
    "each_weekday": _is_weekday,
    "weekdays": _is_weekday,
    "year": _is_year,
    "decade": _is_decade,
    "duration": _is_duration,
    "the_duration": _is_duration,
    "bare": _is_bare,
    "span": _is_last,
    "rel_season": _is_rel_season,
    "season": _is_season,
    "clock": _is_clock,
    "year_first": _is_first_year,
    "spelled_year": _is_spelled,
    "rate": _is_rate,
    "quarter": _is_quarter,
    "current": _is_adverb,
    "recent": _is_adverb,
    "now": _is_adverb,
    "deictic": _is_adverb,
    "soon": _is_adverb,
    "the_period": _is_quarter,
}
