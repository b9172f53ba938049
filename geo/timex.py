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

from geo.almanac import DAY_PARTS, MONTHS, NUMBERS, SEASONS, TENS, UNITS, WEEKDAYS, alternatives
from geo.almanac import words as table
from geo.model import Span

__all__ = ["Phrase", "phrases"]

LONGEST_LEAD = 60  # characters before a head that may belong to its phrase
FIRST_BARE_YEAR, LAST_BARE_YEAR = 1900, 2040  # four digits that are a year without a preposition


@dataclass(frozen=True, slots=True)
class Phrase:
    """A temporal expression as it was said.

    ``form`` names the pattern that matched, ``parts`` what it caught, in lower case.
    """

    span: Span
    form: str
    parts: dict[str, str]


_S = r"(?:[ \t\u00a0]{1,3}|[ \t]?\r?\n)"
_GLUE = rf"(?:{_S}|-)"
_FULL_MONTHS = [word for word in MONTHS if len(word) > 4 or word in {"may", "june", "july"}]
_SHORT_MONTHS = [word for word in MONTHS if word not in _FULL_MONTHS]
_FULL_WEEKDAYS = [word for word in WEEKDAYS if len(word) > 5]
_MONTH = rf"(?P<month>{alternatives(_FULL_MONTHS)}|{alternatives(_SHORT_MONTHS)}\b\.?)"
_WEEKDAY = rf"(?P<weekday>{alternatives(_FULL_WEEKDAYS)})"
_ANY_WEEKDAY = rf"(?P<dayname>{alternatives(WEEKDAYS)}\b\.?)"
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9]|,[0-9]{3}|[.:][0-9]|\s?%)"
_TO = rf"(?:{_S}?[–-]{_S}?|{_S}(?:to|through|until){_S})"
_YEAR = r"(?P<year>(?:1[0-9]|20)[0-9]{2})(?![0-9]|,[0-9])"
_SHORT_YEAR = r"(?:(?P<year>(?:1[0-9]|20)[0-9]{2})|['’](?P<yy>[0-9]{2}))(?![0-9])"
_PART = rf"(?:mid-)?(?P<part>{alternatives([*DAY_PARTS, 'midnight', 'noon', 'midday'])})"
_ZONE = r"(?:[ecmp][sd]?t|gmt|utc|c?e[es]t|bst|local time|hours)\b"
_CLOCK = (
    r"(?:(?P<hour>[0-2]?[0-9])(?:[:.](?P<minute>[0-5][0-9]))?\s?(?P<half>[ap])\.?m\b\.?"
    rf"|(?P<hour24>[01]?[0-9]|2[0-3])[:.](?P<minute24>[0-5][0-9])(?={_S}?{_ZONE})"
    rf"|(?P<named>noon|midnight|midday))(?:{_S}\(?{_ZONE}\)?)?"
)
_BEFORE_CLOCK = rf"(?:(?:around|about|just{_S}(?:before|after)|shortly{_S}(?:before|after)){_S})?"
_EDGE = rf"the{_S}(?:start|beginning|end|middle){_S}of"
_MOD = rf"(?:(?P<mod>early|mid|late|earlier|later|{_EDGE})(?:{_GLUE}in)?{_GLUE}(?:the{_S})?)"
_REL = (
    r"(?P<rel>this{s}coming|this{s}past|(?:the{s})?(?:last|next|past|previous|following|coming|"
    r"same|current)|this|that)"
).replace("{s}", _S)
_NAMED_REL = rf"(?P<rel>this{_S}(?:coming|past)|(?:the{_S})?(?:last|next|previous|following)|this)"
_UNIT = rf"(?P<unit>{alternatives(UNITS)}|centurie)s?"
_SMALL_NUMBER = alternatives([*NUMBERS, *TENS])
_COUNT = (
    rf"(?P<count>(?:a{_S})?couple(?:{_S}of)?|(?:a{_S})?(?:few|dozen)|several|many|some|"
    rf"(?:dozens|scores|hundreds){_S}of|half{_S}an?|"
    rf"(?:(?:an?{_S})?{_SMALL_NUMBER}?(?:{_GLUE}{_SMALL_NUMBER})?"
    rf"(?:{_GLUE}?(?:hundred|thousand))(?:{_S}and{_S}{_SMALL_NUMBER})?)|"
    rf"{_SMALL_NUMBER}(?:{_GLUE}{_SMALL_NUMBER})?|"
    rf"[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?(?:{_S}[1-9]/[1-9])?|an?)"
)
_ABOUT = (
    rf"(?:(?P<about>about|around|nearly|almost|roughly|approximately|some|over|at{_S}least|"
    rf"more{_S}than|less{_S}than|fewer{_S}than|up{_S}to|no{_S}more{_S}than|at{_S}most|only|just)"
    rf"{_S})?"
)
_ORDINAL = r"(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)"
_DIRECTION = (
    rf"(?P<direction>ago|earlier|previously|later|afterwards?|from{_S}now|hence|"
    rf"(?:before|after)(?:{_S}that|(?=[.,;:!?]|$)))"
)

# The forms, by the kind of their head.
_FORMS: dict[str, dict[str, str]] = {
    "calendar": {
        "day_range": rf"{_MONTH}{_S}{_DAY}{_TO}(?P<day2>[0-3]?[0-9])(?:,?{_S}{_YEAR})?",
        "range_month": rf"{_DAY}{_TO}(?P<day2>[0-3]?[0-9]){_S}{_MONTH}(?:,?{_S}{_YEAR})?",
        "month_day": rf"(?:{_BEFORE_CLOCK}{_CLOCK},?{_S}(?:on{_S})?)?(?:{_ANY_WEEKDAY},?{_S})?"
        rf"(?:{_MOD})?{_MONTH}(?:{_S}|-)?(?:the{_S})?{_DAY}(?:,?{_S}{_YEAR})?(?:{_S}{_PART})?",
        "day_month": rf"(?:{_ANY_WEEKDAY},?{_S})?(?:the{_S})?{_DAY}{_GLUE}(?:of{_S})?{_MONTH}"
        rf"(?:,?{_GLUE}{_SHORT_YEAR})?(?:{_S}{_PART})?",
        "month_year": rf"(?:{_MOD})?{_MONTH}(?:,|{_S}of)?{_S}{_SHORT_YEAR}",
        "month_rel_year": rf"(?:{_MOD})?{_MONTH}(?:,|{_S}of)?{_S}{_REL}{_S}year",
        "rel_month": rf"(?:{_MOD})?{_NAMED_REL}{_S}{_MONTH}",
        "month": rf"(?:{_MOD})?{_MONTH}",
        "each_weekday": rf"(?:each|every){_S}(?:other{_S})?{_WEEKDAY}(?:{_S}{_PART})?",
        "weekdays": rf"{_WEEKDAY}(?:s|{_S}(?P<part>morning|afternoon|evening|night)s)",
        "weekday": rf"(?:{_BEFORE_CLOCK}{_CLOCK},?{_S}(?:on{_S})?)?(?:{_MOD}(?:on{_S})?)?"
        rf"(?:{_NAMED_REL}{_S})?{_WEEKDAY}(?:{_S}{_PART})?",
        "each_month": rf"(?:each|every){_S}{_MONTH}",
    },
    "number": {
        "iso": r"(?P<year>(?:1[89]|20)[0-9]{2})(?P<sign>[-/])(?P<number>[01]?[0-9])(?P=sign)"
        r"(?P<day>[0-3]?[0-9])(?![0-9])",
        "numeric": r"(?P<one>[0-3]?[0-9])(?P<sign>[-/.])(?P<two>[0-3]?[0-9])(?P=sign)"
        r"(?P<year>(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9])",
        "decade": rf"(?:the{_S})?(?:{_MOD})?"
        r"(?:(?P<decade>(?:1[0-9]|20)[0-9])0|['’]?(?P<tens>[2-9])0)['’]?s",
        "year": rf"(?:(?:{_MOD}|(?:the{_S})?(?:fiscal|year){_S}))?{_YEAR}",
        "before_christ": rf"(?P<bc>[0-9]{{1,4}}){_S}(?:bce?\b|b\.c\.(?:e\.)?)",
        "season_year": rf"(?:(?:the{_S})?{_MOD})?(?:the{_S})?(?P<season>{alternatives(SEASONS)})"
        rf"(?:{_S}of)?{_S}{_YEAR}",
        "quarter_year": rf"(?:the{_S})?{_ORDINAL}{_GLUE}quarter(?:{_S}of)?{_S}{_YEAR}",
        "year_quarter": rf"(?:the{_S})?{_YEAR}(?:['’]s)?{_S}{_ORDINAL}{_GLUE}quarter",
        "clock": rf"{_BEFORE_CLOCK}{_CLOCK}(?:{_S}(?P<deictic>today|yesterday|tomorrow))?",
    },
    "unit": {
        "ago": rf"{_ABOUT}{_COUNT}(?:{_S}more)?{_GLUE}{_UNIT}{_GLUE}{_DIRECTION}",
        "span": rf"(?:the{_S})?(?P<rel>last|past|next|previous|coming|following|first|final){_S}"
        rf"{_COUNT}(?:{_S}more)?{_GLUE}{_UNIT}",
        "rel_unit": rf"(?:{_MOD})?{_REL}{_S}(?:fiscal{_S})?(?P<unit>{alternatives(UNITS)}|weekend)",
        "vague": rf"(?:the{_S})?(?P<rel>recent|coming){_S}{_UNIT}",
        "duration": rf"{_ABOUT}{_COUNT}(?:{_S}(?:more|full|straight|consecutive))?{_GLUE}{_UNIT}"
        r"(?:-long)?",
        "the_duration": rf"the{_S}{_COUNT}{_S}{_UNIT}",
        "bare": rf"{_UNIT}(?:-long)?",
        "long": rf"(?P<unit>{alternatives(UNITS)})long",
        "each": rf"(?:each|every){_S}(?:{_COUNT}{_S})?{_UNIT}",
        "quarter": rf"(?:the{_S})?(?:fiscal{_S})?{_ORDINAL}{_S}quarter",
        "the_quarter": rf"{_ORDINAL}-quarter",
        "week_of": rf"the{_S}week{_S}(?:of|ending|beginning){_S}{_MONTH}{_S}{_DAY}",
        "century": rf"(?:the{_S})?(?:{_MOD})?(?P<nth>[0-9]{{1,2}})(?:st|nd|rd|th){_GLUE}century",
        "weekend": rf"(?:the{_S})?weekend",
    },
    "deictic": {
        "deictic": rf"(?:(?P<mod>early|late|earlier|later)(?:{_S}on)?{_S})?"
        rf"(?P<deictic>today|yesterday|tomorrow|tonight|overnight)(?:{_S}{_PART})?",
        "day_beside": rf"(?:the{_S}|a{_S})?day{_S}(?P<beside>before|after)(?=[.,;:!?]|$)",
        "two_days": rf"the{_S}day{_S}(?P<two>before{_S}yesterday|after{_S}tomorrow)",
        "rel_part": rf"(?:{_MOD})?(?P<rel>this|last|that|the{_S}(?:next|previous|following|same))"
        rf"{_S}{_PART}",
        "rel_season": rf"(?:{_MOD})?(?P<rel>this|last|next|that|the){_S}(?P<season>"
        rf"{alternatives(SEASONS)})",
        "adverb": r"(?P<adverb>hourly|daily|nightly|weekly|monthly|yearly|annually)",
        "now": r"(?P<now>right now|now|currently|at present|presently|nowadays)",
        "once": r"(?P<once>(?:more )?recently|previously|the recent past|the past"
        rf"(?!{_S}(?:[\w,-]+{_S})?(?:{alternatives(UNITS)}|weekend|summer|winter)))",
        "soon": r"(?P<soon>soon|the (?:near |immediate )?future)",
        "clock": rf"{_BEFORE_CLOCK}{_CLOCK}(?:{_S}(?P<deictic>today|yesterday|tomorrow))?",
    },
}
_PATTERNS = {
    kind: tuple((form, re.compile(rf"(?:{pattern})(?!\w)")) for form, pattern in forms.items())
    for kind, forms in _FORMS.items()
}

_WORD = re.compile(r"[a-z]+|[0-9]+")
_NUMERIC = re.compile(
    r"(?:1[0-9]|20)[0-9]{2}(?![0-9])|[2-9]0['’]?s\b|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2}"
    r"|[0-9]{1,4}[ ](?:bce?\b|b\.c\.)"
    r"|[0-2]?[0-9](?:[:.][0-5][0-9])?\s?(?:[ap]\.?m\b)|[0-2]?[0-9][:.][0-5][0-9]"
)
_UNIT_WORDS = [form.format(word) for word in UNITS for form in ("{}", "{}s", "{}long")]
_DEICTIC_WORDS = table(
    "today yesterday tomorrow tonight overnight hourly daily nightly weekly monthly yearly "
    "annually now currently present presently nowadays recently previously past soon future"
)
HEADS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys([*MONTHS, *_FULL_WEEKDAYS], ("calendar",)),
    **dict.fromkeys([f"{word}s" for word in _FULL_WEEKDAYS], ("calendar",)),
    **dict.fromkeys([*_UNIT_WORDS, "centuries", "weekend"], ("unit",)),
    **dict.fromkeys(SEASONS, ("number", "deictic")),
    **dict.fromkeys([*DAY_PARTS, *_DEICTIC_WORDS], ("deictic",)),
    **dict.fromkeys(["noon", "midnight", "midday"], ("deictic", "calendar")),
    "day": ("unit", "deictic"),
    "night": ("deictic", "unit"),
}
_LEAD_WORDS = table(
    "a an the this that last next past previous following coming same current recent final early "
    "mid late earlier later start beginning end middle of in on fiscal year week each every other "
    "about around nearly almost roughly approximately some over at least more than less fewer up "
    "to no most only just couple few dozen several many dozens scores hundreds half and full "
    "straight consecutive first second third fourth its s right near immediate day shortly before "
    "after noon midnight midday ending ago quarter hundred thousand"
)
_LEAD = re.compile(
    r"(?<![\w'’$£€.,-])(?:(?:"
    + alternatives([*_LEAD_WORDS, *NUMBERS, *TENS, *WEEKDAYS])
    + r"|year['’]s|[0-9][0-9,.:/]*(?:st|nd|rd|th)?|[ap]\.?m|[ecmp][sd]?t|gmt)[.,]?"
    + rf"(?:{_S}|-))+$"
)
_PREPOSITIONS = table(
    "in of since until till by from to through and or during for before after between around "
    "every each last next this early late mid throughout as on into beyond"
)
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
_MEASURES = re.compile(r"\b(?:miles?|kilomet(?:er|re)s?|km|knots|feet|met(?:er|re)s|mph)[ ]$")
_RATES = re.compile(
    r"(?:\b(?:times|twice|once|percent|[mb]illion|cents?|dollars?|barrels|tons)|[0-9])[ ]$"
)
_AGE = re.compile(rf"{_GLUE}?(?:olds?\b|of{_S}age)|{_S}old\b")
_SPANS_TIME = re.compile(
    r"\b(?:for|in|over|after|within|past|took|takes?|last(?:ed|ing)?|during)[ ]$"
)
_SPANNED = re.compile(rf"{_S}(?:of|later|earlier|before|after)\b|-long\b")
_LASTING = re.compile(r"\b(?:will|to|would|could|may|might|can|not|should)[ ]$")
_SHORT_BARE = re.compile(rf"{alternatives(_SHORT_MONTHS)}$")
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
            kinds = ("number", "calendar")
        if kinds is None or head.start() < done:
            continue
        if found := _around(text, low, head, kinds, done):
            yield found
            done = found.span.end


def _lowered(text: str) -> str:
    """Lower the case without moving a character: a few letters grow when they are lowered."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _around(
    text: str, low: str, head: re.Match[str], kinds: tuple[str, ...], done: int
) -> Phrase | None:
    """Try the forms of this head from the leftmost word that may belong to it."""
    for start in _starts(low, head.start(), done):
        best: tuple[str, re.Match[str]] | None = None
        for kind in kinds:
            for form, pattern in _PATTERNS[kind]:
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
    if head > done and low[head - 1] in " \t\u00a0\n-":
        floor = max(done, head - LONGEST_LEAD)
        if lead := _LEAD.search(low[floor:head]):
            for word in re.finditer(r"[^\s-]+", lead[0]):
                yield floor + lead.start() + word.start()
    if head == 0 or not (low[head - 1].isalnum() or low[head - 1] in "$£€"):
        yield head
    elif low[head - 1] in "'’":
        yield head - 1


def _phrase(form: str, found: re.Match[str]) -> Phrase:
    parts = {name: told for name, told in found.groupdict().items() if told}
    return Phrase(Span(*found.span()), form, parts)


def _admissible(text: str, low: str, form: str, found: re.Match[str]) -> bool:
    """Tell time from what only looks like it."""
    names = [found.start(name) for name in ("month", "weekday") if found.groupdict().get(name)]
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


def _is_month(found: re.Match[str], before: str, _after: str) -> bool:
    name = found["month"]
    if _SHORT_BARE.fullmatch(name) and not found["mod"]:
        return False
    return name not in _NAMES_TOO or bool(found["mod"]) or _last_word(before) in _PREPOSITIONS


def _is_weekday(_found: re.Match[str], before: str, after: str) -> bool:
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
    return word in _PREPOSITIONS or bool(found["mod"])


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
    if vague and re.search(r"s(?:-long)?$", found[0]) and found["count"] != "some":
        return False
    if found["unit"] in {"quarter", "second"} and (vague or _next_word(after) == "of"):
        return False
    return not (vague and (_MEASURES.search(before) or _RATES.search(before)))


def _is_bare(found: re.Match[str], before: str, after: str) -> bool:
    if not found[0].endswith(("s", "long")) or found["unit"] in {"quarter", "second"}:
        return False
    if _AGE.match(after):
        return False
    return "long" in found[0] or bool(_SPANS_TIME.search(before) or _SPANNED.match(after))


def _is_last(found: re.Match[str], before: str, _after: str) -> bool:
    return found["rel"] != "last" or not _LASTING.search(before)


def _is_season(found: re.Match[str], before: str, after: str) -> bool:
    if found["rel"] != "the":
        return found["season"] != "fall" or found["rel"] in {"last", "this", "next"}
    return _last_word(before) in _PREPOSITIONS and _next_word(after) != "of"


def _is_clock(found: re.Match[str], before: str, after: str) -> bool:
    del found, before
    return _next_word(after) != "of"


def _is_adverb(_found: re.Match[str], before: str, after: str) -> bool:
    return not after.startswith("-") and not (before.endswith("as ") and after.startswith(" as"))


_CHECKS = {
    "month": _is_month,
    "weekday": _is_weekday,
    "each_weekday": _is_weekday,
    "weekdays": _is_weekday,
    "year": _is_year,
    "duration": _is_duration,
    "the_duration": _is_duration,
    "bare": _is_bare,
    "span": _is_last,
    "rel_season": _is_season,
    "clock": _is_clock,
    "now": _is_adverb,
    "deictic": _is_adverb,
    "soon": _is_adverb,
}
