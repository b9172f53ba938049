"""Cut a sentence into clauses, so that each trigger keeps its own place, date and hedges.

No parser: punctuation, the words that open a clause, and the look of English verbs. A relative
clause ends at the comma that closes it, or without a comma before the verb of the main clause
("men who had lost patience blocked the road"); what follows belongs to the clause it interrupted.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from geo.language.almanac import alternatives, words
from geo.model import Span

__all__ = ["Clause", "at_semicolons", "holding", "is_past", "is_told", "split"]

_RELATIVE = frozenset({"who", "whom", "whose", "which"})
_CAUSE = frozenset({"after", "following", "since", "because", "over", "despite"})
_SUSPECTED = frozenset({"suspected", "accused", "convicted", "wanted"})
"""What somebody did for whom a deed is told: "held two men suspected of …"."""
# These need a verb of their own before they can end.
_UNFINISHED = frozenset({"after", "because", "since", "when", "while", "although", "though", "as"})
# What may open a sentence and is cut off at the comma before the main clause. What happens "when"
# or "while" something does has its day and place: these stay together.
_FRONTED = _CAUSE - {"over"} | {"although", "though", "before"}
_OPENERS = (
    r"but|when|while|after|before|who|whom|whose|which|where|as|although|though|because|despite|"
    r"since|until|unless|if|and|amid|following"
)
# "Shortly after dawn", "before midnight on Monday": an hour, and no clause.
_HOUR = (
    r"(?:dawn|daybreak|sunrise|noon|midday|dusk|sunset|nightfall|dark|midnight)\b"
    r"(?!\s+(?:broke|fell|came|set|was|had)\b)"
)
# The mark stands first, so that it is scanned for: in half the time.
_BOUNDARY = re.compile(
    rf"[;:—–,\s](?:(?<=[;:—–])|(?<=[\w”\"'’)],)\s+(?=(?:{_OPENERS})\b)|"
    r"(?<=\s)(?:"
    rf"(?=(?:after|before|when|while|because|although|though|since|but|until|unless|amid|following)\s(?!{_HOUR}))|"
    # "Two men suspected of a raid in May", unlike "he is suspected of".
    r"(?<!\bis\s)(?<!\bwas\s)(?<!\bare\s)(?<!\bwere\s)(?<!\bbeen\s)(?<!\bbe\s)(?<!\bbeing\s)(?<!\band\s)"
    r"(?=(?:suspected|accused|convicted|wanted)\s+(?:of|for|over)\s)|"
    r"(?=that\s+(?:led|prompted|left|killed|forced|caused|sparked|triggered)\b)|"
    # "in which", "two of whom" are no clause of their own without the word before.
    r"(?<!\bin\s)(?<!\bof\s)(?<!\bto\s)(?<!\bat\s)(?<!\bon\s)(?<!\bby\s)(?<!\bfor\s)"
    r"(?<!\bwith\s)(?<!\bfrom\s)(?=(?:who|whom|whose|which)\s)))"
)
# "A roadside bomb", "gunmen": who does something begins so. Its verb has an object right behind it.
_SUBJECT = re.compile(
    r"(?:an?|another|one|two|three|four|five|six|\d+|unknown|gunmen|police|troops|soldiers|militants|rebels)\s"
)
_DID = re.compile(
    r"\b(?:killed|wounded|injured|hit|struck|destroyed|attacked|shot(?:\s+dead|\s+and\s+\w+)?|fired\s+on|damaged|left|ambushed|kidnapped|abducted|bombed|arrested|detained|seized|stabbed)\s+"
    r"(?:an?|the|at\s+least|more\s+than|about|some|several|dozens|up\s+to|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|twenty|thirty|\d+)\b"
)
_WHO_SAYS = re.compile(
    r",\s+(?=(?:[\w.’'-]+\s+){1,8}?(?:said|says|told|announced|confirmed|reported|added)\b[^,;]*$)"
)
"""Before whose word a sentence is: "suspected of theft, police said on Sunday" suspects then."""
_SEMICOLONS = re.compile(r"\s*([^;]+;*)")
_OF_NUMBER = re.compile(r",(?:\d{3}|\s(?:1[5-9]|20)\d\d)\b")
"""A comma behind a digit that goes on with its number, or with the year of its day."""
_FIRST_WORD = re.compile(r"\W*([^\W\d_]+)")

_AUXILIARY = words(
    "was were is are has have had will would can could may might must should did does do"
)
_PAST = words(
    "shot fought took threw broke held set put went came left began fell drove hit struck met gave "
    "made found led sent won lost kept ran stood became got built burnt blew stole hurt sought "
    "tore wore bore rose rode wrote spoke swore flew grew knew drew saw laid paid bought brought "
    "sang rang sank drank swam slept ate chose woke caught taught "
    "spent cut shut quit overran withdrew let slit slew thrust slung said says told "
    "stuck strung swung dug froze waylaid spun sped crept clung bled befell fled sank sprang "
    "strode overtook underwent undertook withstood forbade outran lit slid stung retook "
    "overthrew shook knelt swept burst flung dealt hung bit withheld spat hid trod bade sold sat"
)
_PARTICIPLES = words(
    "taken retaken blown slain beaten thrown stolen torn broken shaken overthrown driven hidden "
    "sunk eaten bitten given seen found flung strewn hung swept dealt drawn chosen written burst "
    "stricken withdrawn fallen flown sworn worn frozen sprung mown begun gone ridden borne"
)
_ADJECTIVES = words("armed attempted targeted failed alleged so-called")
_REPORTING = words("said says told added reported")
# Behind these an "-ed" is an adjective or a participle: "the wounded", "of armed men", "was hurt".
_NO_VERB_AFTER = words(
    "the a an this that these those his her its their our some many several two three four five "
    "six ten most all both no of in on at by for with from to into over under against among and "
    "or nor be been being was were is are has have had not"
)
# "And" goes on with the verbs of the same clause; an auxiliary has its verb behind it.
_NEVER_AFTER = words("and or to") | _AUXILIARY
_ADVERB = r"(?:\w+ly|also|later|since|still|already|never|once|not|all|then)"
_SINCE_DAY = re.compile(r"since\s+(?:[\w]+\s+){1,3}?(?=(?:was|were|has|have|had)\b)")
_VERB = re.compile(rf"\b(?:{alternatives(_AUXILIARY | _PAST)}|[a-z]{{2,}}ed)\b(?!-)(?!\s+by\b)")
_BEFORE = re.compile(rf"([\w’'-]+)\s+(?:{_ADVERB}\s+)*$")
_BEFORE_REACH = 40
_OWN_VERB = re.compile(
    rf"\s*(?:who|which)\s+(?:(?:{alternatives(_AUXILIARY)}|been|being|be|{_ADVERB})\s+)*"
    r"(?!(?:the|a|an|he|she|it|we|they|you|his|her|its|their)\b)[a-z][\w’'-]*\s*"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause and the word that opens it; the main clause of a sentence may come in two parts.

    An ``aside`` only describes somebody or something: "who have patrolled Kosovo since 1999".
    """

    span: Span
    opener: str
    aside: bool = False

    @property
    def cause(self) -> bool:
        """Tell whether what it says came before the rest: "after police arrested a man"."""
        return self.opener in _CAUSE

    @property
    def suspicion(self) -> bool:
        """Tell whether it only says of what somebody is suspected: an older deed."""
        return self.opener in _SUSPECTED


@lru_cache(maxsize=4096)
def is_past(word: str) -> bool:
    """Tell whether a word looks like a verb that is told of, and no noun: "blocked", "shot", "was".

    Examples
    --------
    >>> is_past("blocked"), is_past("took"), is_past("blockade"), is_past("armed")
    (True, True, False, False)
    """
    regular = word.endswith("ed") and word not in _ADJECTIVES
    return regular or word in _PAST or word in _AUXILIARY


def is_told(word: str) -> bool:
    """Tell whether a word tells of what was done: a past verb, or a participle like "blown".

    Examples
    --------
    >>> is_told("blown"), is_told("blow"), is_past("blown")
    (True, False, False)
    """
    return word in _PARTICIPLES or is_past(word)


def split(text: str, sentence: Span) -> tuple[Clause, ...]:
    """Cut a sentence into its clauses, in order; together they cover it.

    Examples
    --------
    >>> text = "The Serbs, who reject this, blocked roads after police arrested a man."
    >>> [clause.span.of(text).strip() for clause in split(text, Span(0, len(text)))]
    ['The Serbs,', 'who reject this,', 'blocked roads', 'after police arrested a man.']
    """
    return _cut(text, sentence.start, sentence.end)[1]


# Asked eight times for each sentence in which something is told.
@lru_cache(maxsize=64)
def _cut(text: str, start: int, end: int) -> tuple[tuple[int, ...], tuple[Clause, ...]]:
    """Return where the clauses of a sentence begin, and the clauses."""
    clauses = _clauses(text, Span(start, end))
    return tuple(clause.span.start for clause in clauses), clauses


def _clauses(text: str, sentence: Span) -> tuple[Clause, ...]:
    starts = [sentence.start, *(m.end() for m in _BOUNDARY.finditer(text, *_ends(sentence)))]
    asides: dict[int, Span] = {}  # by where they end
    told: list[int] = []  # where what is told of a place ends: "in X, where … began, farmers …"
    for last, start in pairwise(starts):
        opener = _opener(text, start, sentence.end)
        if opener == "where" and text[last:start].rstrip().endswith(","):
            told.append(_onto(text, _past_verb(text, start, sentence.end), starts))
        if opener in _RELATIVE or opener in _SUSPECTED:
            closed = _closed(text, Span(last, start), sentence.end)
            if closed is not None:
                closed = _onto(text, closed, starts)
                asides[closed] = Span(start, closed)
    fronted = _fronted(text, sentence, starts)
    listed = _spliced(text, starts, sentence.end)
    said = _attributed(text, starts, sentence.end)
    cuts = sorted({*starts, *asides, *fronted, *told, *listed, *said, sentence.end})
    clauses: list[Clause] = []
    for start, end in pairwise(cuts):
        opener = _opener(text, start, end)
        if start in asides:
            opener = _interrupted(text, clauses, asides[start].start) or opener
        aside = any(span.start <= start < span.end for span in asides.values())
        clauses.append(Clause(Span(start, end), opener, aside))
    return tuple(clauses) or (Clause(sentence, ""),)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _closed(text: str, before: Span, end: int) -> int | None:
    """Return where a relative clause ends that begins where ``before`` does; ``None``: nowhere.

    One behind a comma or a dash ends at the next, one without where the verb of its main clause
    stands; if that has its verb already, the relative clause is its last part and describes nobody
    in passing.
    """
    mark = before.of(text).rstrip()[-1:]
    if mark == ",":
        return _closing_comma(text, before.end, end)
    if mark in {"–", "—"}:
        dash = text.find(mark, before.end, end)
        return dash + 1 if dash >= 0 else None
    if _has_verb(text, before):
        return None
    stop = _BOUNDARY.search(text, before.end, end)
    # "Soldiers who had been held since Sunday were freed."
    if stop is not None and (since := _SINCE_DAY.match(text, stop.end(), end)) is not None:
        return since.end()
    return _main_verb(text, before.end, stop.start() if stop else end)


def _closing_comma(text: str, start: int, end: int) -> int:
    """Return the end of the comma that closes an aside, past the pairs around an apposition.

    "Which began after the guards, most of them boys, fled, …": "after the guards" has no verb yet.
    """
    at = start
    while (comma := _comma(text, at, end)) >= 0:
        inner = [m.end() for m in _BOUNDARY.finditer(text, start, comma)]
        last = inner[-1] if inner else start
        second = _comma(text, comma + 1, end)
        apposition = second >= 0 and _is_apposition(text, Span(comma + 1, second))
        wanting = _opener(text, last, end) in _UNFINISHED
        wanting = wanting and not _has_verb(text, Span(last, comma))
        if not (wanting and apposition):
            return comma + 1
        at = second + 1
    return end


def _past_verb(text: str, start: int, end: int) -> int:
    """Return the end of the first comma behind a verb: "where a bank, a mill, an inn burned,"."""
    verb = next(_verbs(text, start, end), None)
    comma = -1 if verb is None else _comma(text, verb, end)
    return end if comma < 0 else comma + 1


def _is_apposition(text: str, span: Span) -> bool:
    """Tell whether what stands between two commas explains the word before."""
    return _opener(text, span.start, span.end) in _RELATIVE or not _has_verb(text, span)


def _fronted(text: str, sentence: Span, starts: list[int]) -> list[int]:
    """Return where the main clause begins in a sentence that opens with another one.

    "After police held a man, shops shut", "Hours after the blast, shops shut".
    """
    for start in starts[:2]:
        opener = _opener(text, start, sentence.end)
        if opener in _FRONTED and not _has_verb(text, Span(sentence.start, start)):
            closed = _closing_comma(text, start, sentence.end)
            return [_onto(text, closed, starts)] if closed < sentence.end else []
    return []


def _spliced(text: str, starts: list[int], end: int) -> list[int]:
    """Return where commas alone part clauses: "a bomb in X killed six, a blast in Y killed two".

    Only where both verbs have their object behind them: in "a man, a guard killed in the war" the
    verb describes him.
    """
    found = []
    for start, stop in pairwise([*starts, end]):
        before = _DID.search(text, start, stop)
        while before is not None and (comma := text.find(", ", before.end(), stop)) >= 0:
            one = _SUBJECT.match(text, comma + 2, stop)
            before = _DID.search(text, comma, stop)
            if (
                one is not None
                and before is not None
                and before.start() < _next_comma(text, comma + 2, stop)
            ):
                found.append(comma + 2)
    return found


def _attributed(text: str, starts: list[int], end: int) -> list[int]:
    """Return where it is told who says so, behind what somebody is suspected of."""
    at = starts[-1]
    if _opener(text, at, end) not in _SUSPECTED:
        return []
    told = _WHO_SAYS.search(text, at, end)
    return [told.end()] if told else []


def _next_comma(text: str, start: int, end: int) -> int:
    comma = _comma(text, start, end)
    return end if comma < 0 else comma


def _comma(text: str, start: int, end: int) -> int:
    """Return where the next comma stands that is no part of a number or of a date, or -1.

    "Which killed 1,200 people", "when they fled on May 6, 1945".
    """
    while (at := text.find(",", start, end)) >= 0:
        if not text[at - 1 : at].isdigit() or _OF_NUMBER.match(text, at) is None:
            return at
        start = at + 1
    return -1


def _onto(text: str, at: int, starts: list[int]) -> int:
    """Move a cut to the next one if only blanks lie between."""
    return next((start for start in starts if start >= at and not text[at:start].strip()), at)


def _main_verb(text: str, start: int, end: int) -> int | None:
    """Return where the main clause goes on behind a relative clause: at its second verb."""
    own = _OWN_VERB.match(text, start, end)
    if own is not None:
        return next(_verbs(text, own.end(), end), None)
    found = _verbs(text, start, end)
    next(found, None)
    return next(found, None)


def _verbs(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where something stands that looks like a finite verb, reporting ones left out."""
    for match in _VERB.finditer(text, start, end):
        verb = match.group()
        told = _BEFORE.search(text, max(match.start() - _BEFORE_REACH, 0), match.start())
        before = told.group(1) if told else ""
        # "Men who will be tried in May attacked a bank": the month is no "may".
        before = before if before == "May" else before.lower()
        if verb in _REPORTING or before in _NEVER_AFTER:
            continue
        if verb in _AUXILIARY or before not in _NO_VERB_AFTER:
            yield match.start()


def _has_verb(text: str, span: Span) -> bool:
    return next(_verbs(text, span.start, span.end), None) is not None


def _interrupted(text: str, clauses: list[Clause], aside: int) -> str | None:
    """Return the opener of the clause before an aside if it still wants its verb."""
    clause = next((c for c in reversed(clauses) if c.span.end == aside), None)
    if clause is None or clause.opener not in _UNFINISHED:
        return None
    return None if _has_verb(text, clause.span) else clause.opener


def _opener(text: str, start: int, end: int) -> str:
    word = _FIRST_WORD.match(text, start, end)
    return word.group(1).lower() if word else ""


def at_semicolons(text: str, sentence: Span) -> tuple[Span, ...]:
    """Cut a sentence at the semicolons between parts that are sentences in their own right.

    Examples
    --------
    >>> text = "In Arno, gunmen killed four; in Belt, a bomb wounded seven; nobody, one; or two."
    >>> [part.of(text) for part in at_semicolons(text, Span(0, len(text)))]
    ['In Arno, gunmen killed four;', 'in Belt, a bomb wounded seven; nobody, one; or two.']
    """
    if text.find(";", *_ends(sentence)) < 0:
        return (sentence,)
    parts: list[Span] = []
    told = False  # whether the last part has a verb: it may grow at each semicolon
    for part in _SEMICOLONS.finditer(text, *_ends(sentence)):
        at = Span(*part.span(1))
        tells = _has_verb(text, at)
        # What has no verb of its own ("in Belt, two") goes on with the part before.
        if parts and not (told and tells):
            parts[-1] = Span(parts[-1].start, at.end)
            told = told or tells
        else:
            parts.append(at)
            told = tells
    return tuple(parts)


def holding(text: str, sentence: Span, at: Span) -> Clause:
    """Return the clause in which a stretch of a sentence begins.

    Examples
    --------
    >>> text = "The road was blocked, but police opened it on Monday."
    >>> holding(text, Span(0, len(text)), Span(30, 36)).opener
    'but'
    """
    starts, clauses = _cut(text, sentence.start, sentence.end)
    return clauses[max(bisect_right(starts, at.start) - 1, 0)]
