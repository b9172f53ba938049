"""The forms of temporal expressions: how English news writes a day, a month, a span, a repetition.

Each form is one regex over lower-cased text; its named groups are the parts that ``reckoning``,
``years`` and ``durations`` read. ``timex`` decides where in a text they are tried.
"""

from __future__ import annotations

from geo.language.almanac import (
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
from geo.temporal.holidays import NAMES

__all__ = ["DECADES", "FORMS", "FRAGMENT", "FULL_WEEKDAYS", "GLUE", "SHORT_MONTHS", "SPACE"]

SPACE = r"(?:[ \t\u00a0]{1,3}|[ \t]?\r?\n)"
GLUE = rf"(?:{SPACE}|-)"
_S, _G = SPACE, GLUE
_FULL_MONTHS = [word for word in MONTHS if len(word) > 4 or word in {"may", "june", "july"}]
SHORT_MONTHS = [word for word in MONTHS if word not in _FULL_MONTHS]
FULL_WEEKDAYS = [word for word in WEEKDAYS if len(word) > 5]
_MONTH = rf"(?P<month>{alternatives(_FULL_MONTHS)}|{alternatives(SHORT_MONTHS)}\b\.?)"
_WEEKDAY = rf"(?P<weekday>{alternatives(FULL_WEEKDAYS)})"
_ANY_WEEKDAY = rf"(?P<dayname>{alternatives(WEEKDAYS)}\b\.?)"
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9]|,[0-9]{3}|[.:][0-9]|\s?%)"
_TO = rf"(?:{_S}?[–-]{_S}?|{_S}(?:to|through|until){_S})"
_ERA = r"(?:bce?\b|b\.c\.(?:e\.)?)"
_BC = rf"(?P<bc>[0-9]{{1,4}}){_S}{_ERA}"
_SPELLED = (
    rf"(?P<hundred>eighteen|nineteen|twenty){_G}(?P<spelled>(?:{alternatives(TENS)}"
    rf"(?:{_G}{alternatives(ONES)})?|{alternatives(TEENS)}|o(?:h)?{_G}{alternatives(ONES)}))"
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
    rf"|(?P<hour24>[01]?[0-9]|2[0-3])(?::|(?=[.]?[0-9]{{2}}{_S}?{_ZONE})[.]?)"
    rf"(?P<minute24>[0-5][0-9])"
    rf"(?![0-9:-]|[.][0-9])"
    rf"|(?P<oclock>{alternatives(ONES)}|ten|eleven|twelve|[0-9]{{1,2}}){_S}o['’]clock"
    rf"|(?P<named>noon|midnight|midday))(?:{_S}?\(?{_ZONE}\)?)?"
)
_BEFORE_CLOCK = rf"(?:(?:around|about|just{_S}(?:before|after)|shortly{_S}(?:before|after)){_S})?"
_EDGE = (
    rf"the{_S}(?:very{_S})?(?:start|beginning|end|middle|close|onset|"
    rf"(?:early|first|latter|last|second){_S}(?:part|half)){_S}of"
)
_MOD = rf"(?:(?P<mod>early|mid|late|earlier|later|{_EDGE})(?:{_G}in)?{_G}(?:the{_S})?)"
_MOD_DAY = rf"(?:(?P<mod>early|mid|late|(?:earlier|later){_S}on)(?:{_S}on)?{_G})"
_REL = (
    r"(?P<rel>this{s}coming|this{s}past|(?:the{s})?(?:last|next|past|previous|following|coming|"
    r"same|current|subsequent)|(?:this|that){s}same|this|that)"
).replace("{s}", SPACE)
_OPENS = r"(?:(?<=[.!?;:,”\"][ ])|(?<=\n)|(?<=\b(?:in|by|of)[ ]))"
_NAMED_REL = (
    rf"(?P<rel>this{_S}(?:coming|past)|(?:the{_S})?(?:last|next|previous)|the{_S}following|this)"
)
_KIND = r"(?:more|full|straight|consecutive|solid|long|short|trading|business|working|calendar)"
_UNIT = rf"(?P<unit>{alternatives(UNITS)}|centurie)(?P<plural>s)?"
_SMALL_NUMBER = alternatives([*NUMBERS, *TENS])
_COUNT = (
    rf"(?P<count>(?:a{_S})?couple(?:{_S}of)?|(?:a{_S})?(?:few|dozen)|several|many|some|"
    rf"(?:dozens|scores|hundreds){_S}of|half{_S}an?|"
    rf"(?:(?:an?{_S})?{_SMALL_NUMBER}?(?:{_G}{_SMALL_NUMBER})?"
    rf"(?:{_G}?(?:hundred|thousand))(?:{_S}and{_S}{_SMALL_NUMBER})?)|"
    rf"(?:{_SMALL_NUMBER}|[0-9]{{1,3}}){_S}and{_S}a{_S}half|{_SMALL_NUMBER}(?:{_G}{_SMALL_NUMBER})?|"
    rf"[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?(?:{_S}[1-9]/[1-9])?|an?)"
)
_ABOUT = (
    rf"(?:(?P<about>about|around|nearly|almost|roughly|approximately|some|at{_S}least|"
    rf"more{_S}than|less{_S}than|fewer{_S}than|up{_S}to|no{_S}more{_S}than|at{_S}most|only|just)"
    rf"{_S})?"
)
_ORDINAL = r"(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)"
_DIRECTION = (
    rf"(?P<direction>ago|earlier|previously|later|afterwards?|from{_S}now|hence|"
    rf"(?:before|after)(?:{_S}that|(?=[.,;:!?]|$)))"
)

_JOIN = rf"(?:{_S}?[–-]{_S}?|,?{_S}(?:to|through|until|and|or){_S}|,{_S})"
_TO_AND = rf"(?:{_S}?[–-]{_S}?|/|{_S}(?:to|through|until|and|or){_S})"
_MONTH_DAY = rf"{_MONTH}(?:{_S}|-)?(?:the{_S})?{_DAY}(?:,?{_S}{_YEAR})?"
_FILED_YEAR = r"(?P<filed>[0-9]{2})(?=[ ]?(?:[(\[—–]|--))"
_DAY_MONTH = rf"(?:the{_S})?{_DAY}{_G}(?:of{_S})?{_MONTH}(?:,?{_G}(?:{_SHORT_YEAR}|{_FILED_YEAR}))?"
_CALENDAR_UNIT = "(?P<unit>weekend|day|week|month|quarter|year|decade|century)"
_SEASON = rf"(?P<season>{alternatives(SEASONS)})"
_NAMES = [name.replace("'", "['’]").replace(".", r"\.?") for name in NAMES]
_HOLIDAY = rf"(?P<holiday>{alternatives(_NAMES).replace(' ', SPACE)})"
_BESIDE = rf"(?:{_COUNT}{_S}days?|the{_S}day){_S}(?P<side>before|after){_S}"
FRAGMENT = (
    rf"(?:(?P<dash>{_S}?[–-]{_S}?)|{_JOIN})(?P<fragment>(?:the{_S})?{_DAY}(?:,?{_S}{_NUMERIC_YEAR})?)"
    rf"(?!\w)(?(dash)|(?!{_G}\w))"
)
"""The second day of a pair: "May 4 and 5", "January 25-29, 1905"; no month and no unit follows, and
behind "and" no noun: "on May 4 and 5 people"."""

# The forms, by the kind of their head.
FORMS: dict[str, dict[str, str]] = {
    "calendar": {
        "month_day": rf"(?:{_BEFORE_CLOCK}{_CLOCK},?{_S}(?:on{_S})?)?(?:{_ANY_WEEKDAY},?{_S})?"
        rf"(?:{_MOD}|{_NAMED_REL}{_S})?{_MONTH_DAY}(?:{_S}{_PART})?",
        "day_month": rf"(?:{_BEFORE_CLOCK}{_CLOCK},?{_S}(?:on{_S})?)?(?:{_ANY_WEEKDAY},?{_S})?"
        rf"{_DAY_MONTH}(?:{_S}{_PART})?",
        "month_year": rf"(?:{_MOD})?{_MONTH}(?:,|{_S}of)?{_S}{_SHORT_YEAR}",
        "month_rel_year": rf"(?:{_MOD})?{_MONTH}(?:{_S}{_DAY})?(?:,|{_S}of)?{_S}{_REL}{_S}year",
        "rel_month": rf"(?:{_MOD})?{_NAMED_REL}{_S}{_MONTH}",
        # Elsewhere "that" is more often a conjunction: "said that May was dry".
        "that_month": rf"{_OPENS}(?P<rel>that){_S}{_MONTH}",
        "month": rf"(?:{_MOD})?{_MONTH}",
        "each_weekday": rf"(?:each|every){_S}(?:other{_S})?{_WEEKDAY}(?:{_S}{_PART})?",
        "weekdays": rf"{_WEEKDAY}(?:s|{_S}(?P<part>morning|afternoon|evening|night)s)",
        "weekday": rf"(?:{_BEFORE_CLOCK}{_CLOCK},?{_S}(?:on{_S})?)?(?:{_MOD_DAY})?"
        rf"(?:{_NAMED_REL}{_S})?{_WEEKDAY}(?:{_S}{_PART})?"
        rf"(?:{_S}(?P<side>before|after)(?=[.,;:!?]|$))?",
        "weekday_of_week": rf"{_WEEKDAY}(?:{_S}{_PART})?{_S}(?:of{_S})?"
        rf"(?P<rel>last|next|this){_S}week",
        "weekdays_ago": rf"{_COUNT}{_S}{_WEEKDAY}s{_S}ago",
        "weekday_before_last": rf"the{_S}{_WEEKDAY}{_S}before{_S}last",
        "weekday_of_month": rf"(?:the{_S})?(?P<nth>first|second|third|fourth|fifth|last|final)"
        rf"{_S}{_WEEKDAY}{_S}(?:of|in){_S}{_MONTH}(?:,?{_S}{_YEAR})?",
        "each_month": rf"(?:each|every){_S}{_MONTH}",
        "spelled_year": rf"(?:the{_S}year{_S})?{_SPELLED}",
        "decade_word": rf"(?:the{_S})(?:{_MOD})?(?P<decade_word>{alternatives(DECADES)})",
    },
    "number": {
        "iso": r"(?P<year>(?:1[89]|20)[0-9]{2})(?P<sign>[-/])(?P<number>[01]?[0-9])(?P=sign)"
        r"(?P<day>[0-3]?[0-9])(?![0-9])",
        "numeric": r"(?P<one>[0-3]?[0-9])(?P<sign>[-/.])(?P<two>[0-3]?[0-9])(?P=sign)"
        r"(?P<year>(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9])",
        # "05.02 - 23:15" in the log of a police: a time of day makes it no decimal.
        "dotted": r"(?P<one>[0-3]?[0-9])\.(?P<two>[01]?[0-9])\.?"
        rf"(?=(?:,?{_S}?[-–,]?{_S}?)(?:at{_S})?[0-2]?[0-9][:.][0-5][0-9](?![0-9]|[.][0-9]))",
        # "On 23/06", "(3/2)": which is the day is told by what can be one, and by what was of late.
        "slashed": r"(?P<one>[0-3]?[0-9])/(?P<two>[0-3]?[0-9])(?![0-9/])",
        # "On the 14th", and not "on the 14th floor" or "the 14th of them".
        "ordinal_day": rf"the{_S}(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)"
        rf"(?=[.,;:)!?]|$|{_S}(?:and|or|but|when|after|before|as|in|at|by|with|while|to|until|near)\b)",
        "decade": rf"(?:the{_S})?(?:{_MOD})?"
        r"(?:(?P<decade>(?:1[0-9]|20)[0-9])0|['’]?(?P<tens>[2-9])0)['’]?s",
        "decade_bc": rf"(?:the{_S})?(?:{_MOD})?(?P<bc>[0-9]{{1,3}}0)s{_S}{_ERA}",
        "half_year": rf"(?:the{_S})?(?P<nth>first|second){_G}half(?:{_S}of)?{_S}{_NUMERIC_YEAR}",
        "year": rf"(?:(?:{_MOD}|(?:the{_S})?(?:fiscal(?:{_S}year)?|year){_S}))?{_NUMERIC_YEAR}",
        "year_first": rf"{_NUMERIC_YEAR}"
        r"(?=[–-](?P<second>(?:1[0-9]|20)[0-9]{2}|[0-9]{2})(?![0-9–-]))",
        "period_of_year": rf"the{_S}{_NUMERIC_YEAR}{_S}(?:period|quarter)",
        "before_christ": rf"(?:{_MOD})?{_BC}",
        "first_bc": rf"(?P<bc>[0-9]{{1,4}})(?={_TO}[0-9]{{1,4}}{_S}{_ERA})",
        "season_year": rf"(?:(?:the{_S})?{_MOD})?(?:the{_S})?{_SEASON}(?:{_S}of|,)?{_S}{_YEAR}",
        "quarter_year": rf"(?:the{_S})?{_ORDINAL}{_G}quarter(?:{_S}of)?{_S}{_NUMERIC_YEAR}",
        "year_quarter": rf"(?:the{_S})?{_NUMERIC_YEAR}(?:['’]s)?{_S}{_ORDINAL}{_G}quarter",
        "clock": rf"{_BEFORE_CLOCK}{_CLOCK}(?:{_S}(?P<deictic>today|yesterday|tomorrow))?",
        "first_day": rf"(?:the{_S})?{_DAY}(?={_TO_AND}(?:the{_S})?[0-3]?[0-9](?:st|nd|rd|th)?"
        rf"{_G}(?:of{_S})?{_MONTH}(?:,?{_S}{_YEAR})?)",
    },
    "unit": {
        "half_rel": rf"(?:the{_S})?(?P<nth>first|second){_G}half{_S}of{_S}"
        rf"(?P<rel>this|last|next|the){_S}year",
        "ago": rf"{_ABOUT}{_COUNT}(?:{_S}{_KIND})?{_G}{_UNIT}{_S}{_DIRECTION}",
        "span": rf"(?:the{_S})?(?P<rel>last|past|next|previous|coming|following|first|final){_S}"
        rf"{_COUNT}(?:{_S}{_KIND})?{_G}{_UNIT}",
        "rel_unit": rf"(?:{_MOD})?{_REL}{_S}(?:fiscal{_S}|calendar{_S})?"
        rf"(?P<unit>{alternatives(UNITS)}|weekend)",
        "mod_unit": rf"(?:(?P<mod>early|late|earlier|later){_S}(?:in|on){_S}|(?P<edge>{_EDGE}){_S})"
        rf"the{_S}{_CALENDAR_UNIT}",
        "week_weekday": rf"(?P<rel>last|next|this){_S}week{_S}on{_S}{_WEEKDAY}(?:{_S}{_PART})?",
        "weekday_ago": rf"{_COUNT}{_S}weeks?{_S}ago{_S}(?:(?:on|this|last){_S})?{_WEEKDAY}",
        # "For the third time in a week last Tuesday" counts a week.
        "week_last_weekday": rf"(?<!\bin[ ])a{_S}week{_S}last{_S}{_WEEKDAY}",
        "before_last": rf"the{_S}(?P<unit>weekend|week|month|year){_S}before{_S}last",
        "same_day_ago": rf"{_COUNT}{_S}years?{_S}ago{_S}(?P<deictic>today|yesterday|tomorrow)",
        "day_of_month": rf"(?:the{_S})?(?P<nth>first|last|final){_S}day{_S}of{_S}{_MONTH}"
        rf"(?:,?{_S}{_YEAR})?",
        "day_beside_holiday": rf"{_BESIDE}{_HOLIDAY}(?:,?{_S}{_NUMERIC_YEAR})?",
        "day_beside_month_day": rf"{_BESIDE}{_MONTH_DAY}",
        "day_beside_day_month": rf"{_BESIDE}{_DAY_MONTH}",
        "unit_end": rf"(?:the{_S})?(?P<unit>year|month|week)(?:['’]s)?{_G}end",
        "vague": rf"(?:the{_S})?(?P<rel>recent|coming){_S}{_UNIT}",
        "duration": rf"{_ABOUT}{_COUNT}(?:{_S}{_KIND})?{_G}{_UNIT}(?:-long)?",
        "rate": rf"an?{_S}{_UNIT}",
        "the_duration": rf"the{_S}{_COUNT}{_S}{_UNIT}",
        "bare": rf"{_UNIT}(?P<long>-long)?",
        "long": rf"(?P<unit>{alternatives(UNITS)})long",
        "each": rf"(?:each|every){_S}(?:{_COUNT}{_S}|other{_S})?{_UNIT}",
        "times_a": rf"(?:once|twice|thrice|{_COUNT}{_S}times){_S}"
        rf"(?:an?|each|every|per){_S}{_UNIT}",
        "quarter": rf"(?:the{_S})?"
        rf"(?:(?P<rel>this|last|next){_S}year['’]s{_S}|(?P<back>year-ago){_S})?"
        rf"(?:fiscal{_G})?{_ORDINAL}{_S}quarter"
        rf"(?:{_S}of{_S}(?:(?P<rel_year>this|last|next){_S}year|{_NUMERIC_YEAR}))?",
        "the_quarter": rf"(?:fiscal{_G})?{_ORDINAL}-quarter",
        "period": rf"(?:the{_S})?(?P<period>latest|year-ago|year-earlier|corresponding|same){_S}"
        rf"(?:quarter|period)"
        rf"(?:{_S}(?P<rel>last){_S}year)?",
        "the_period": rf"the{_S}(?P<period>quarter)",
        "year_ago": r"(?P<period>year-ago|year-earlier)",
        "year_ended": rf"the{_S}(?:fiscal{_S}|full{_S})?(?P<unit>year|quarter|month|week)"
        rf"(?={_S}(?:that{_S})?end(?:ed|ing|s){_S})",
        "full_year": rf"the{_S}(?:full|entire|whole|calendar){_S}(?P<unit>year)",
        "week_of": rf"the{_S}week{_S}(?:of|ending|beginning){_S}{_MONTH}{_S}{_DAY}",
        "week_of_month": rf"(?:the{_S})?(?P<nth>first|second|third|fourth|last|final){_S}"
        rf"(?P<unit>week|weekend|days){_S}of{_S}{_MONTH}(?:,?{_S}{_YEAR})?",
        "century": rf"(?:the{_S})?(?:{_MOD})?(?P<nth>[0-9]{{1,2}})(?:st|nd|rd|th){_G}century"
        rf"(?:{_S}(?P<era>{_ERA}))?",
        "century_word": rf"(?:the{_S})?(?:{_MOD})?(?P<century>{alternatives(CENTURIES)}){_G}century"
        rf"(?:{_S}(?P<era>{_ERA}))?",
        "weekend": rf"(?:the{_S})?weekend",
        "these": rf"these{_S}days",
    },
    "deictic": {
        "deictic": rf"(?:(?P<mod>early|late|earlier|later)(?:{_S}on)?{_S})?(?:{_PART}{_S})?"
        rf"(?P<deictic>today|yesterday|tomorrow|tonight|overnight(?!{_S}(?:(?:on|from|to|into|between){_S})?{alternatives(FULL_WEEKDAYS)}))",
        "deictic_part": rf"(?P<deictic>yesterday|tomorrow){_S}{_PART}",
        "day_beside": rf"(?:the{_S}|a{_S})?day{_S}"
        r"(?P<beside>before|after|earlier|later)(?=[.,;:!?]|$)",
        "two_days": rf"the{_S}day{_S}(?P<two>before{_S}yesterday|after{_S}tomorrow)",
        "rel_part": rf"(?:{_MOD})?(?P<rel>this|last|that|the{_S}(?:next|previous|following|same))"
        rf"{_S}{_PART}",
        "part_beside": rf"the{_S}{_PART}{_S}"
        rf"(?P<beside>before{_S}last|before(?=[.,;:!?]|$))",
        "part_of_ordinal": rf"(?:the{_S})?{_PART}{_S}of{_S}the{_S}"
        rf"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)(?!{_G}(?:of{_S})?{_MONTH})",
        "part_of_day": rf"(?:the{_S})?{_PART}{_S}of{_S}{_DAY_MONTH}",
        "part_of_month": rf"(?:the{_S})?{_PART}{_S}of{_S}(?:{_ANY_WEEKDAY},?{_S})?{_MONTH_DAY}",
        "part_of_weekday": rf"(?:the{_S})?{_PART}{_S}of{_S}{_WEEKDAY}",
        "at_night": r"(?<=\bat[ ])(?P<part>night)",
        "rel_season": rf"(?:{_MOD})?"
        rf"(?P<rel>this|last|next|that|the(?:{_S}(?:next|previous|following))?){_S}{_SEASON}",
        "season": rf"(?:{_MOD})?{_SEASON}",
        "adverb": r"(?P<adverb>hourly|daily|nightly|weekly|monthly|yearly|annually)",
        "now": r"(?P<now>now|currently|at present|presently|nowadays|at the moment)",
        "current": r"(?P<now>current)",
        "recent": r"(?P<recent>recent)",
        "once": r"(?P<once>(?:more )?recently|lately|the recent past|the past"
        rf"(?!{_S}(?:[\w,-]+{_S})?(?:{alternatives(UNITS)}|weekend|summer|winter)))",
        "soon": r"(?P<soon>soon)",
        "future": r"(?P<soon>the (?:near |immediate |foreseeable )?future)",
        "clock": rf"{_BEFORE_CLOCK}{_CLOCK}(?:{_S}(?P<deictic>today|yesterday|tomorrow))?",
        "holiday": rf"(?:(?P<rel>last|next|this){_S})?{_HOLIDAY}(?P<weekend>{_S}weekend)?"
        rf"(?:,?{_S}(?:of{_S})?{_NUMERIC_YEAR})?",
    },
}
