"""The forms of temporal expressions: how English news writes a day, a month, a span, a repetition.

Each form is one regex over lower-cased text; its named groups are the parts that ``reckoning``,
``durations``, ``narrative`` and ``holidays`` read. ``timex`` decides where in a text they are tried.
"""

from __future__ import annotations

from geo.almanac import (
    CENTURIES,
    DAY_PARTS,
    MONTHS,
    NUMBERS,
    ONES,
    SEASONS,
    TEENS,
    TENS,
    UNITS,
    WEEKDAYS,
    alternatives,
)
from geo.holidays import NAMES

__all__ = ["DECADES", "FORMS", "FRAGMENT", "FULL_WEEKDAYS", "GLUE", "SHORT_MONTHS", "SPACE"]

SPACE = r"(?:[ \t\u00a0]{1,3}|[ \t]?\r?\n)"
GLUE = rf"(?:{SPACE}|-)"
_FULL_MONTHS = [word for word in MONTHS if len(word) > 4 or word in {"may", "june", "july"}]
SHORT_MONTHS = [word for word in MONTHS if word not in _FULL_MONTHS]
FULL_WEEKDAYS = [word for word in WEEKDAYS if len(word) > 5]
_MONTH = rf"(?P<month>{alternatives(_FULL_MONTHS)}|{alternatives(SHORT_MONTHS)}\b\.?)"
_WEEKDAY = rf"(?P<weekday>{alternatives(FULL_WEEKDAYS)})"
_ANY_WEEKDAY = rf"(?P<dayname>{alternatives(WEEKDAYS)}\b\.?)"
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9]|,[0-9]{3}|[.:][0-9]|\s?%)"
_TO = rf"(?:{SPACE}?[–-]{SPACE}?|{SPACE}(?:to|through|until){SPACE})"
_ERA = r"(?:bce?\b|b\.c\.(?:e\.)?)"
_BC = rf"(?P<bc>[0-9]{{1,4}}){SPACE}{_ERA}"
_SPELLED = (
    rf"(?P<hundred>eighteen|nineteen|twenty){GLUE}(?P<spelled>(?:{alternatives(TENS)}"
    rf"(?:{GLUE}{alternatives(ONES)})?|{alternatives(TEENS)}|o(?:h)?{GLUE}{alternatives(ONES)}))"
)
_YEAR = rf"(?:(?P<year>(?:1[0-9]|20)[0-9]{{2}})(?![0-9]|,[0-9])|{_SPELLED}|{_BC})"
_NUMERIC_YEAR = r"(?P<year>(?:1[0-9]|20)[0-9]{2})(?![0-9]|,[0-9])"
_SHORT_YEAR = (
    rf"(?:(?:(?P<year>(?:1[0-9]|20)[0-9]{{2}})|['’](?P<yy>[0-9]{{2}}))(?![0-9])|{_SPELLED}|{_BC})"
)
DECADES = {f"{word[:-1]}ies": str(value // 10) for word, value in TENS.items()}
_PART = rf"(?:mid-)?(?P<part>{alternatives([*DAY_PARTS, 'midnight', 'noon', 'midday'])})"
_ZONE = r"(?:[ecmp][sd]?t|gmt|utc|c?e[es]t|bst|local time|hours|hrs)\b"
_CLOCK = (
    r"(?:(?P<hour>[0-2]?[0-9])(?:[:.](?P<minute>[0-5][0-9]))?\s?(?P<half>[ap])\.?m\b\.?"
    rf"|(?P<hour24>[01]?[0-9]|2[0-3])(?::|(?=[.]?[0-9]{{2}}{SPACE}?{_ZONE})[.]?)"
    rf"(?P<minute24>[0-5][0-9])"
    rf"(?![0-9:.-])"
    rf"|(?P<oclock>{alternatives(ONES)}|ten|eleven|twelve|[0-9]{{1,2}}){SPACE}o['’]clock"
    rf"|(?P<named>noon|midnight|midday))(?:{SPACE}?\(?{_ZONE}\)?)?"
)
_BEFORE_CLOCK = rf"(?:(?:around|about|just{SPACE}(?:before|after)|shortly{SPACE}(?:before|after)){SPACE})?"
_EDGE = (
    rf"the{SPACE}(?:very{SPACE})?(?:start|beginning|end|middle|close|onset|"
    rf"(?:early|first|latter|last|second){SPACE}(?:part|half)){SPACE}of"
)
_MOD = rf"(?:(?P<mod>early|mid|late|earlier|later|{_EDGE})(?:{GLUE}in)?{GLUE}(?:the{SPACE})?)"
_MOD_DAY = rf"(?:(?P<mod>early|mid|late|(?:earlier|later){SPACE}on)(?:{SPACE}on)?{GLUE})"
_REL = (
    r"(?P<rel>this{s}coming|this{s}past|(?:the{s})?(?:last|next|past|previous|following|coming|"
    r"same|current|subsequent)|(?:this|that){s}same|this|that)"
).replace("{s}", SPACE)
_NAMED_REL = rf"(?P<rel>this{SPACE}(?:coming|past)|(?:the{SPACE})?(?:last|next|previous|following)|this)"
_KIND = r"(?:more|full|straight|consecutive|solid|long|short|trading|business|working|calendar)"
_UNIT = rf"(?P<unit>{alternatives(UNITS)}|centurie)(?P<plural>s)?"
_SMALL_NUMBER = alternatives([*NUMBERS, *TENS])
_COUNT = (
    rf"(?P<count>(?:a{SPACE})?couple(?:{SPACE}of)?|(?:a{SPACE})?(?:few|dozen)|several|many|some|"
    rf"(?:dozens|scores|hundreds){SPACE}of|half{SPACE}an?|"
    rf"(?:(?:an?{SPACE})?{_SMALL_NUMBER}?(?:{GLUE}{_SMALL_NUMBER})?"
    rf"(?:{GLUE}?(?:hundred|thousand))(?:{SPACE}and{SPACE}{_SMALL_NUMBER})?)|"
    rf"{_SMALL_NUMBER}(?:{GLUE}{_SMALL_NUMBER})?|"
    rf"[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?(?:{SPACE}[1-9]/[1-9])?|an?)"
)
_ABOUT = (
    rf"(?:(?P<about>about|around|nearly|almost|roughly|approximately|some|at{SPACE}least|"
    rf"more{SPACE}than|less{SPACE}than|fewer{SPACE}than|up{SPACE}to|no{SPACE}more{SPACE}than|at{SPACE}most|only|just)"
    rf"{SPACE})?"
)
_ORDINAL = r"(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)"
_DIRECTION = (
    rf"(?P<direction>ago|earlier|previously|later|afterwards?|from{SPACE}now|hence|"
    rf"(?:before|after)(?:{SPACE}that|(?=[.,;:!?]|$)))"
)

_JOIN = rf"(?:{SPACE}?[–-]{SPACE}?|,?{SPACE}(?:to|through|until|and|or){SPACE}|,{SPACE})"
_TO_AND = rf"(?:{SPACE}?[–-]{SPACE}?|{SPACE}(?:to|through|until|and|or){SPACE})"
_MONTH_DAY = rf"{_MONTH}(?:{SPACE}|-)?(?:the{SPACE})?{_DAY}(?:,?{SPACE}{_YEAR})?"
_FILED_YEAR = r"(?P<filed>[0-9]{2})(?=[ ]?(?:[(\[—–]|--))"
_DAY_MONTH = rf"(?:the{SPACE})?{_DAY}{GLUE}(?:of{SPACE})?{_MONTH}(?:,?{GLUE}(?:{_SHORT_YEAR}|{_FILED_YEAR}))?"
_CALENDAR_UNIT = "(?P<unit>weekend|day|week|month|quarter|year|decade|century)"
_SEASON = rf"(?P<season>{alternatives(SEASONS)})"
_NAMES = [name.replace("'", "['’]").replace(".", r"\.?") for name in NAMES]
_HOLIDAY = rf"(?P<holiday>{alternatives(_NAMES).replace(' ', SPACE)})"
FRAGMENT = rf"{_JOIN}(?P<fragment>(?:the{SPACE})?{_DAY}(?:,?{SPACE}{_NUMERIC_YEAR})?)(?!\w|{GLUE}\w)"
"""The second day of a pair: "May 4 and 5", "January 25-29, 1905"; no month and no unit follows."""

# The forms, by the kind of their head.
FORMS: dict[str, dict[str, str]] = {
    "calendar": {
        "month_day": rf"(?:{_BEFORE_CLOCK}{_CLOCK},?{SPACE}(?:on{SPACE})?)?(?:{_ANY_WEEKDAY},?{SPACE})?"
        rf"(?:{_MOD}|{_NAMED_REL}{SPACE})?{_MONTH_DAY}(?:{SPACE}{_PART})?",
        "day_month": rf"(?:{_BEFORE_CLOCK}{_CLOCK},?{SPACE}(?:on{SPACE})?)?(?:{_ANY_WEEKDAY},?{SPACE})?"
        rf"{_DAY_MONTH}(?:{SPACE}{_PART})?",
        "month_year": rf"(?:{_MOD})?{_MONTH}(?:,|{SPACE}of)?{SPACE}{_SHORT_YEAR}",
        "month_rel_year": rf"(?:{_MOD})?{_MONTH}(?:{SPACE}{_DAY})?(?:,|{SPACE}of)?{SPACE}{_REL}{SPACE}year",
        "rel_month": rf"(?:{_MOD})?{_NAMED_REL}{SPACE}{_MONTH}",
        "month": rf"(?:{_MOD})?{_MONTH}",
        "each_weekday": rf"(?:each|every){SPACE}(?:other{SPACE})?{_WEEKDAY}(?:{SPACE}{_PART})?",
        "weekdays": rf"{_WEEKDAY}(?:s|{SPACE}(?P<part>morning|afternoon|evening|night)s)",
        "weekday": rf"(?:{_BEFORE_CLOCK}{_CLOCK},?{SPACE}(?:on{SPACE})?)?(?:{_MOD_DAY})?"
        rf"(?:{_NAMED_REL}{SPACE})?{_WEEKDAY}(?:{SPACE}{_PART})?",
        "each_month": rf"(?:each|every){SPACE}{_MONTH}",
        "spelled_year": rf"(?:the{SPACE}year{SPACE})?{_SPELLED}",
        "decade_word": rf"(?:the{SPACE})(?:{_MOD})?(?P<decade_word>{alternatives(DECADES)})",
    },
    "number": {
        "iso": r"(?P<year>(?:1[89]|20)[0-9]{2})(?P<sign>[-/])(?P<number>[01]?[0-9])(?P=sign)"
        r"(?P<day>[0-3]?[0-9])(?![0-9])",
        "numeric": r"(?P<one>[0-3]?[0-9])(?P<sign>[-/.])(?P<two>[0-3]?[0-9])(?P=sign)"
        r"(?P<year>(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9])",
        "decade": rf"(?:the{SPACE})?(?:{_MOD})?"
        r"(?:(?P<decade>(?:1[0-9]|20)[0-9])0|['’]?(?P<tens>[2-9])0)['’]?s",
        "decade_bc": rf"(?:the{SPACE})?(?:{_MOD})?(?P<bc>[0-9]{{1,3}}0)s{SPACE}{_ERA}",
        "year": rf"(?:(?:{_MOD}|(?:the{SPACE})?(?:fiscal(?:{SPACE}year)?|year){SPACE}))?{_NUMERIC_YEAR}",
        "year_first": rf"{_NUMERIC_YEAR}(?=[–-](?P<second>(?:1[0-9]|20)[0-9]{{2}}|[0-9]{{2}})(?![0-9–-]))",
        "period_of_year": rf"the{SPACE}{_NUMERIC_YEAR}{SPACE}(?:period|quarter)",
        "half_year": rf"(?:the{SPACE})?(?P<nth>first|second){GLUE}half(?:{SPACE}of)?{SPACE}{_NUMERIC_YEAR}",
        "before_christ": rf"(?:{_MOD})?{_BC}",
        "first_bc": rf"(?P<bc>[0-9]{{1,4}})(?={_TO}[0-9]{{1,4}}{SPACE}{_ERA})",
        "season_year": rf"(?:(?:the{SPACE})?{_MOD})?(?:the{SPACE})?{_SEASON}(?:{SPACE}of|,)?{SPACE}{_YEAR}",
        "quarter_year": rf"(?:the{SPACE})?{_ORDINAL}{GLUE}quarter(?:{SPACE}of)?{SPACE}{_NUMERIC_YEAR}",
        "year_quarter": rf"(?:the{SPACE})?{_NUMERIC_YEAR}(?:['’]s)?{SPACE}{_ORDINAL}{GLUE}quarter",
        "clock": rf"{_BEFORE_CLOCK}{_CLOCK}(?:{SPACE}(?P<deictic>today|yesterday|tomorrow))?",
        "first_day": rf"(?:the{SPACE})?{_DAY}(?={_TO_AND}(?:the{SPACE})?[0-3]?[0-9](?:st|nd|rd|th)?"
        rf"{GLUE}(?:of{SPACE})?{_MONTH}(?:,?{SPACE}{_YEAR})?)",
    },
    "unit": {
        "ago": rf"{_ABOUT}{_COUNT}(?:{SPACE}{_KIND})?{GLUE}{_UNIT}{SPACE}{_DIRECTION}",
        "span": rf"(?:the{SPACE})?(?P<rel>last|past|next|previous|coming|following|first|final){SPACE}"
        rf"{_COUNT}(?:{SPACE}{_KIND})?{GLUE}{_UNIT}",
        "rel_unit": rf"(?:{_MOD})?{_REL}{SPACE}(?:fiscal{SPACE}|calendar{SPACE})?"
        rf"(?P<unit>{alternatives(UNITS)}|weekend)",
        "mod_unit": rf"(?:(?P<mod>early|late|earlier|later){SPACE}(?:in|on){SPACE}|(?P<edge>{_EDGE}){SPACE})"
        rf"the{SPACE}{_CALENDAR_UNIT}",
        "unit_end": rf"(?:the{SPACE})?(?P<unit>year|month|week)(?:['’]s)?{GLUE}end",
        "vague": rf"(?:the{SPACE})?(?P<rel>recent|coming){SPACE}{_UNIT}",
        "duration": rf"{_ABOUT}{_COUNT}(?:{SPACE}{_KIND})?{GLUE}{_UNIT}(?:-long)?",
        "rate": rf"an?{SPACE}{_UNIT}",
        "the_duration": rf"the{SPACE}{_COUNT}{SPACE}{_UNIT}",
        "bare": rf"{_UNIT}(?P<long>-long)?",
        "long": rf"(?P<unit>{alternatives(UNITS)})long",
        "each": rf"(?:each|every){SPACE}(?:{_COUNT}{SPACE}|other{SPACE})?{_UNIT}",
        "times_a": rf"(?:once|twice|thrice|{_COUNT}{SPACE}times){SPACE}(?:a|an|each|every|per){SPACE}{_UNIT}",
        "quarter": rf"(?:the{SPACE})?(?:(?P<rel>this|last|next){SPACE}year['’]s{SPACE}|(?P<back>year-ago){SPACE})?"
        rf"(?:fiscal{GLUE})?{_ORDINAL}{SPACE}quarter"
        rf"(?:{SPACE}of{SPACE}(?:(?P<rel_year>this|last|next){SPACE}year|{_NUMERIC_YEAR}))?",
        "the_quarter": rf"(?:fiscal{GLUE})?{_ORDINAL}-quarter",
        "half_rel": rf"(?:the{SPACE})?(?P<nth>first|second){GLUE}half{SPACE}of{SPACE}"
        rf"(?P<rel>this|last|next|the){SPACE}year",
        "period": rf"(?:the{SPACE})?(?P<period>latest|year-ago|year-earlier|corresponding|same){SPACE}"
        rf"(?:quarter|period)"
        rf"(?:{SPACE}(?P<rel>last){SPACE}year)?",
        "the_period": rf"the{SPACE}(?P<period>quarter)",
        "year_ago": r"(?P<period>year-ago|year-earlier)",
        "year_ended": rf"the{SPACE}(?:fiscal{SPACE}|full{SPACE})?(?P<unit>year|quarter|month|week)"
        rf"(?={SPACE}(?:that{SPACE})?end(?:ed|ing|s){SPACE})",
        "full_year": rf"the{SPACE}(?:full|entire|whole|calendar){SPACE}(?P<unit>year)",
        "week_of": rf"the{SPACE}week{SPACE}(?:of|ending|beginning){SPACE}{_MONTH}{SPACE}{_DAY}",
        "century": rf"(?:the{SPACE})?(?:{_MOD})?(?P<nth>[0-9]{{1,2}})(?:st|nd|rd|th){GLUE}century"
        rf"(?:{SPACE}(?P<era>{_ERA}))?",
        "century_word": rf"(?:the{SPACE})?(?:{_MOD})?(?P<century>{alternatives(CENTURIES)}){GLUE}century"
        rf"(?:{SPACE}(?P<era>{_ERA}))?",
        "weekend": rf"(?:the{SPACE})?weekend",
        "these": rf"these{SPACE}days",
    },
    "deictic": {
        "deictic": rf"(?:(?P<mod>early|late|earlier|later)(?:{SPACE}on)?{SPACE})?(?:{_PART}{SPACE})?"
        rf"(?P<deictic>today|yesterday|tomorrow|tonight|overnight)",
        "deictic_part": rf"(?P<deictic>yesterday|tomorrow){SPACE}{_PART}",
        "day_beside": rf"(?:the{SPACE}|a{SPACE})?day{SPACE}(?P<beside>before|after|earlier|later)(?=[.,;:!?]|$)",
        "two_days": rf"the{SPACE}day{SPACE}(?P<two>before{SPACE}yesterday|after{SPACE}tomorrow)",
        "rel_part": rf"(?:{_MOD})?(?P<rel>this|last|that|the{SPACE}(?:next|previous|following|same))"
        rf"{SPACE}{_PART}",
        "part_of_day": rf"(?:the{SPACE})?{_PART}{SPACE}of{SPACE}{_DAY_MONTH}",
        "part_of_month": rf"(?:the{SPACE})?{_PART}{SPACE}of{SPACE}(?:{_ANY_WEEKDAY},?{SPACE})?{_MONTH_DAY}",
        "part_of_weekday": rf"(?:the{SPACE})?{_PART}{SPACE}of{SPACE}{_WEEKDAY}",
        "at_night": r"(?<=\bat[ ])(?P<part>night)",
        "rel_season": rf"(?:{_MOD})?(?P<rel>this|last|next|that|the(?:{SPACE}(?:next|previous|following))?)"
        rf"{SPACE}{_SEASON}",
        "season": rf"(?:{_MOD})?{_SEASON}",
        "adverb": r"(?P<adverb>hourly|daily|nightly|weekly|monthly|yearly|annually)",
        "now": r"(?P<now>now|currently|at present|presently|nowadays|at the moment)",
        "current": r"(?P<now>current)",
        "recent": r"(?P<recent>recent)",
        "once": r"(?P<once>(?:more )?recently|lately|the recent past|the past"
        rf"(?!{SPACE}(?:[\w,-]+{SPACE})?(?:{alternatives(UNITS)}|weekend|summer|winter)))",
        "soon": r"(?P<soon>soon)",
        "future": r"(?P<soon>the (?:near |immediate |foreseeable )?future)",
        "clock": rf"{_BEFORE_CLOCK}{_CLOCK}(?:{SPACE}(?P<deictic>today|yesterday|tomorrow))?",
        "holiday": rf"(?:(?P<rel>last|next|this){SPACE})?{_HOLIDAY}(?P<weekend>{SPACE}weekend)?"
        rf"(?:,?{SPACE}(?:of{SPACE})?{_NUMERIC_YEAR})?",
    },
}
