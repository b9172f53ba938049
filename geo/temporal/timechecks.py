"""Tell time from what only looks like it: "May" from may, 1999 from 1999 troops, a day from a race.

Each form of ``timex`` that may err has a check, which sees the words before and behind.
"""

from __future__ import annotations

import re

from geo.language.almanac import MONTHS, alternatives
from geo.language.almanac import words as table
from geo.language.late import late
from geo.temporal.timeforms import GLUE, SHORT_MONTHS, SPACE

__all__ = ["COUNTED", "is_time", "names_street", "next_word"]

COUNTED = table(
    "troops people soldiers men women children miles meters metres km kilometers kilometres feet "
    "refugees police officers dead wounded members homes houses residents protesters students "
    "demonstrators votes dollars euros tons tonnes percent barrels workers employees civilians "
    "points shares copies pounds jobs units cars vehicles rebels fighters prisoners inmates "
    "victims families voters cases deaths years days hours minutes seconds months weeks square "
    "mph kph"
)
"""Behind a number, which is no year then."""
LONGEST_YEARS = 120  # between the two years of a span
FIRST_BARE_YEAR, LAST_BARE_YEAR = 1900, 2040  # four digits that are a year without a preposition
_PREPOSITIONS = table(
    "in of since until till by from to through and or during for before after between around "
    "every each last next this early late mid throughout as on into beyond"
)
_SEASON_BEFORE = table("in by during until since throughout before after of every each")
_GAMES = table("olympics olympic games paralympics league cup")
_NAMES_TOO = table("may march april june august")  # verbs and given names
_STREET = re.compile(
    r"[ ](?:Street|Road|Rd|Avenue|Ave|Lane|Drive|Crescent|Boulevard|Terrace|Bridge|Square|"
    r"(?:St|Way|Place|Close)(?=[,.;]|[ ][a-z]|$))\b"
)
_NO_MONTH_AT = table("on at along near off behind outside beside")
"""Before a place and a day, and before no bare month: "on March Lane"."""
_NAMED_DAYS = table("black bloody good palm ash holy cyber super shrove maundy sheffield easter")
_PAPERS = table("times telegraph mirror express mail herald tribune post star independent club")
_NO_YEARS = table(
    "resolution flight room number no page model law article about some nearly almost over than "
    "least approximately roughly around only another exactly section highway route decree unit"
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
_TERM_BEHIND = re.compile(r"[ ]?[–-][ ]?(?:[0-9]{2,4}|present|now|today|date)?[ ]?\)")
_TERM_BEFORE = re.compile(r"\((?:1[0-9]|20)[0-9]{2}[ ]?[–-][ ]?$")
_RANGE_BEFORE = re.compile(r"(?<![0-9])[0-9]{1,3}[ ](?:to|and|or)[ ]$")
_RANGE_BEHIND = late(rf"[ ](?:to|and|or)[ ][0-9][0-9,]*[ ](?:[a-z-]+[ ])?{alternatives(COUNTED)}\b")
"""What stands beside the ends of a range: no year is "from 500 to 1000"."""
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


def _last_word(before: str) -> str:
    words = re.findall(r"[a-z]+", before)
    return words[-1] if words and before[-1:].isspace() else ""


def next_word(after: str) -> str:
    """Return the word of small letters that stands next, behind blanks and hyphens.

    Examples
    --------
    >>> next_word(" troops fled")
    'troops'
    """
    found = _NEXT_WORD.match(after)
    return found[1] if found else ""


def names_street(behind: str) -> bool:
    """Tell whether the words behind a month, as they are written, make a street of it.

    Examples
    --------
    >>> names_street(" Street was closed"), names_street(" street protests grew")
    (True, False)
    """
    return _STREET.match(behind) is not None


def _is_month(found: re.Match[str], before: str, after: str) -> bool:
    name = found["month"]
    if _SHORT_BARE.fullmatch(name) and not found["mod"]:
        return False
    if name in _NAMES_TOO and next_word(after) in MONTHS:
        return True
    if not found["mod"] and _last_word(before) in _NO_MONTH_AT:
        return False
    return name not in _NAMES_TOO or bool(found["mod"]) or _last_word(before) in _PREPOSITIONS


def _is_weekday(_found: re.Match[str], before: str, after: str) -> bool:
    # "On a sunny Saturday in 1998": which one, nobody says.
    if _OF_A_YEAR.match(after):
        return False
    return _last_word(before) not in _NAMED_DAYS and next_word(after) not in _PAPERS


def _is_year(found: re.Match[str], before: str, after: str) -> bool:
    word, year = _last_word(before), int(found["year"])
    if before[-1:] in {"$", "£", "€", "#", "/"} or word in _NO_YEARS:
        return False
    if _is_term(before, after) or (year < FIRST_BARE_YEAR and _is_of_range(before, after)):
        return False
    if (
        (next_word(after) in COUNTED and not _is_introduced(found, before, after))
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


def _is_term(before: str, after: str) -> bool:
    """Tell whether years in brackets say how long somebody is in office: "forces (1990-)"."""
    return bool(
        (before.endswith("(") and _TERM_BEHIND.match(after))
        or (_TERM_BEFORE.search(before) and after[:1] == ")")
    )


def _is_of_range(before: str, after: str) -> bool:
    """Tell whether digits are an end of a range that counts: "from 500 to 1000"."""
    return bool(_RANGE_BEFORE.search(before) or _RANGE_BEHIND.match(after))


def _is_first_year(found: re.Match[str], before: str, after: str) -> bool:
    """Tell a span of years ("1861-1865", "1990-94") from other numbers with a dash."""
    if _is_term(before, after):
        return False
    first, second = int(found["year"]), found["second"]
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    short = first < last <= first + LONGEST_YEARS
    counted = before[-1:] in {"$", "£", "€", "#", "/", "-", "."}
    return short and not counted and _last_word(before) not in _NO_YEARS


def _is_introduced(found: re.Match[str], before: str, after: str) -> bool:
    """Tell a year that a preposition introduces from a count: "in 1998 soldiers killed"."""
    if next_word(after) in _MEASURED or int(found["year"]) < FIRST_BARE_YEAR:
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
    if found["unit"] in {"quarter", "second"} and (vague or next_word(after) == "of"):
        return False
    return not (vague and (_MEASURES.search(before) or _RATES.search(before)))


def _is_bare(found: re.Match[str], before: str, after: str) -> bool:
    if not found[0].endswith(("s", "long")) or found["unit"] in {"quarter", "second"}:
        return False
    if _AGE.match(after) or (_SMALL_HOURS.search(before) and next_word(after) == "of"):
        return False
    return "long" in found[0] or bool(_SPANS_TIME.search(before) or _SPANNED.match(after))


def _is_last(found: re.Match[str], before: str, _after: str) -> bool:
    return found["rel"] != "last" or not _LASTING.search(before)


def _is_rel_season(found: re.Match[str], before: str, after: str) -> bool:
    if not found["rel"].startswith("the"):
        return found["season"] != "fall" or found["rel"] in {"last", "this", "next"}
    if found["season"] in {"summer", "winter", "autumn"} or found["rel"] != "the":
        return next_word(after) not in _GAMES
    joined = next_word(after) in {"and", "or"}
    return (joined or _last_word(before) in _PREPOSITIONS) and next_word(after) != "of"


def _is_season(found: re.Match[str], before: str, after: str) -> bool:
    """Tell "in spring" and "by early summer" from a coiled spring and a fall."""
    if next_word(after) in _GAMES:
        return False
    return bool(found["mod"]) or _last_word(before) in _SEASON_BEFORE


def _is_clock(found: re.Match[str], before: str, after: str) -> bool:
    if next_word(after) == "of" or before[-1:] in {"-", ":", "."}:
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


def _is_slashed(found: re.Match[str], before: str, after: str) -> bool:
    """Tell a day in digits ("on 23/06", "(3/2)") from "24/7", a fraction and an attack's name."""
    if next_word(after) in MONTHS or found[0] in _NAMED_BY_DAY:
        return False  # "the night of 8/9 December", "the attacks (9/11)", "open (24/7)"
    if before.endswith("(") and after[:1] in {")", ","}:
        return True
    return _BEFORE_SLASH.search(before) is not None


_NAMED_BY_DAY = frozenset({"9/11", "7/7", "26/11", "24/7"})
_BEFORE_SLASH = re.compile(
    r"\b(?:on|since|until|till|dated|(?:night|morning|afternoon|evening)[ ]of)[ ]$|"
    r"day(?:[ ](?:night|morning|afternoon|evening))?,[ ]$"
)
_OF_A_YEAR = re.compile(r"\s+(?:back\s+)?in\s+(?:[a-z]+\s+)?(?:1[0-9]|20)[0-9]{2}\b")
_BEFORE_DAY = re.compile(
    r"\b(?:on|since|until|till|from|between|(?:night|morning|afternoon|evening|attack|events?|clash(?:es)?|"
    r"violence|shooting|raid|killings?|explosion|protests?)\sof)[ ]$|"
    # "Between the 10th and the 12th".
    r"\bthe\s[0-3]?[0-9](?:st|nd|rd|th),?\s(?:and|or|to|until)[ ]$"
)
_OF_AGE = late(
    r"\b(?:his|her|their|my|our|your)\s+(?:(?:early|mid|middle|late|lower|upper)(?:\s+to\s+\w+)?[\s-]+)?"
    # "In their 20s and 30s", "in their late teens or early 20s".
    r"(?:(?:(?:early|mid|late)[\s-]+)?(?:['’]?[2-9]0['’]?s|teens),?\s+(?:and|or|to)\s+(?:(?:early|mid|late)[\s-]+)?)?"
    r"['’]?[2-9]0['’]?s$"
)


def _is_quarter(_found: re.Match[str], _before: str, after: str) -> bool:
    return next_word(after) not in {"final", "finals"}


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
    "slashed": _is_slashed,
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


def is_time(form: str, found: re.Match[str], before: str, after: str) -> bool:
    """Tell whether a match of a form is meant as time, by the words around it in small letters.

    Examples
    --------
    >>> is_time("month", re.search("(?P<mod>)(?P<month>may)", "it may rain"), "it ", " rain")
    False
    """
    check = _CHECKS.get(form)
    return check is None or check(found, before, after)
