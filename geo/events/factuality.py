"""Tell deeds from talk: how far a text says that something came about.

The words before a trigger in its own clause decide its status ("tried to", "will", "called for",
"no"). What is history, ``geo.events.history`` tells. The vocabulary is data (``factuality.toml``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from geo.events import prospects
from geo.events.adjuncts import is_denied, without_adjuncts
from geo.events.grievances import is_staged
from geo.events.levels import above
from geo.events.outlooks import (
    is_announced,
    is_awaited,
    is_coming,
    is_done_when_told,
    is_waited_for,
)
from geo.events.questions import is_asked, is_in_a_deed, is_question
from geo.events.refutations import is_refuted
from geo.events.searches import FINITE, WORD, Search, any_of, searched, table
from geo.language.almanac import NUMBERS, alternatives
from geo.language.clauses import holding, is_past, is_told
from geo.language.sought import Sought
from geo.language.text import small_words
from geo.model import Span, Status
from geo.temporal.presupposition import (
    is_context,
    is_known,
    is_of_day,
    is_of_some_sort,
    object_of_reaction,
    without_senses,
)

__all__ = ["status"]

REACH_WORDS = 5
"""Words between "called for" and what was called for."""
CHAIN_REACH_WORDS = 12
"""The same before an infinitive: "will escort officials from the capital to take over …"."""
NEGATION_REACH = 2
"""Words between "no" and what there was none of: a negation reaches less far than a plan."""
ENDED_REACH = 6
"""Words between a trigger and what says that it is over: "the protest in the old town ended"."""

# Between the words of a trigger: "the convoy was not turned back", "rebels tried to attack".
_MAY = re.compile(r"(?<=\S )May\b|\bMay(?= \d)")
# "Would not let the convoy through": what is not done is the deed.
_WITHHELD = (
    r"\s+(?:let|allow|permit|admit|grant|give|open|report|enter|reach|pass|cross|proceed|continue|advance|"
    r"travel|drive|go(?!\s+on\b))(?:s|ed|t?ing|ted|n)?\b|"
    # "Never made it past the checkpoint", "not a truck got past".
    r"\s+(?:make|made)\s+it\b|\s+(?:a|one)\s+(?:single\s+)?[\w-]+\s+(?:got|made|passed|moved|left)\b"
)
_INSIDE = (
    (
        Status.DENIED,
        re.compile(
            rf"(?:\b(?:not|never)\b|n['’]t\b)(?!(?:{_WITHHELD}))|"
            r"\b(?:dismiss|deny|deni|reject|refut)\w*\s+(?:reports?|claims?|rumou?rs?|allegations?)\b"
        ),
    ),
    (Status.ATTEMPTED, re.compile(r"\b(?:tried|trying|attempted|failed)\s+to\b|\battempts?\b")),
    (
        Status.PLANNED,
        re.compile(
            rf"\b(?:(?:will|would|could)(?!\s+not(?:{_WITHHELD}))|should|must|may|might|due\s+to|"
            r"plan\w*\s+to|(?:appeals?|calls?|summons|invitation|proposals?|pledge[sd]?|vow(?:s|ed)?)\s+to|(?:is|are|was|were)\s+(?:\w+\s+)?to\s+be|(?:is|are)\s+(?:planned|scheduled|set|due|expected))\b"
        ),
    ),
)
# "Received the call for a shooting": the police were told of it, nobody wants it.
_POLICE_CALL = re.compile(
    r"\b(?:received?|receiving|got|getting|took|answer(?:ed|ing)|respond(?:ed|ing)\s+to|on|after|"
    r"(?:dispatched|sent)\s+(?:on|to))\s+(?:\w+\s+){0,3}?calls?\s+(?=for\b)|"
    r"\b(?:was|were|been)\s+called\s+(?=for\b)|\b911\s+calls?\s+(?=for\b)"
)
_NEARLY = Sought(r"\b(?:nearly|almost|all\s+but)\s+(?:been\s+)?$")
# "Up to nine may have been killed in the blast": how many is not sure.
_MAY_HAVE = Sought(r"\bmay\s+(?:also\s+|well\s+|\w+ly\s+)?have\s+been\s+(?:\w+ly\s+)?$")
_IF = Sought(r"(?:^|\s)(?:if|unless|should)\s+(?:[\w'’-]+\s+){0,5}$")
_IF_TRIED = Sought(r"(?:^|\s)(?:if|unless|should)\s+(?:[\w'’-]+\s+){1,6}to\s+(?:\w+ly\s+)?$")
"""In front of what somebody would attempt: "could riot if agents tried to"."""
# "Not one bullet was fired": a subject that nobody was, or nothing.
_NOT_ONE = Sought(
    r"\b(?:not\s+(?:one|a(?:\s+single)?)|no\s+(?:one|single|more))\s+(?:[\w-]+\s+)?$|"
    r"\b(?:nobody|no\s+one)\s+(?:\w+\s+){1,2}(?:an?|one|any)\s+(?:single\s+)?$"
)
_NOT, _A_SINGLE = re.compile(r"\bnot\s+$"), re.compile(r"(?:an?|one)\s")
"""The same where the trigger begins with the article: "not a single shot was fired"."""
_NO_SUBJECT = Sought(
    r"(?<!\bfor\s)(?<!\bwith\s)\b(?:no|none\s+of|neither\s+of)\s+(?:(?!(?:who|that|which)\b)[\w-]+\s+){1,5}?"
    r"(?:was|were|is|are|ha(?:s|ve|d)\s+been)\s+(?:\w+ly\s+|also\s+)?$"
    # "Nobody is known to have been arrested", "no one has so far been detained".
    r"|\b(?:nobody|no[\s-]one|none|no\s+(?:[\w-]+\s+){1,2})\s*(?:(?:is|are|was|were)\s+(?:known|believed|reported|thought|said)\s+to\s+have|"
    r"has\s+(?:so\s+far|yet|as\s+yet|to\s+date|still))\s+(?:been\s+)?$"
)
"""A subject of which there was none: "no local troops were hurt", "neither of the men was held"."""
_PASSIVES = frozenset({"was", "were"})
# "Rubber bullets - an irony not lost on them - …": what stands between dashes denies nothing.
_ASIDE = re.compile(r"\s?[–—]\s?[^–—]*(?:[–—]|$)|\s-\s[^-]*(?:\s-|$)")
_AT_LEAST = re.compile(r"\b(?:not|no)\s+(?:fewer|less)\s+than\b")
"""What denies nothing: "torched no fewer than thirty homes"."""
_AUXILIARIES = re.compile(
    r"(?:\b(?:will|would|could|(?<!trash )(?<!garbage )(?<!petrol )can|may|might|shall|should|"
    r"must|had|has|have|be|been|being|is|are|"
    r"was|were|to|allegedly|reportedly|apparently|purportedly|supposedly)\s+)+"
)
_A_THING = re.compile(
    rf"(?:the|an?|their|his|her|its|some|many|{alternatives(NUMBERS)}|\d\S*)\s|"
    r"[a-z]{3,}(?<![su])s(?:\s|$)"
)
"""Behind a "to" that is no infinitive's: "took to the streets", "falls to rebels"."""
SUBJECT = 3
"""Words of a trigger among which its verb stands, behind who did it: "gunmen killed"."""
_NO_DOERS = frozenset({"to", "be", "of", "the", "a", "an"})
# "Suspected rebels shot two": who did it is not sure, that it was done is.
_WHO_IS_SUSPECTED = re.compile(
    r"\b(?:suspected|alleged|presumed|purported)\s+(?!of\b)(?:[\w’'-]+\s+){0,3}$"
)
# "Had the bomb exploded, the bridge would have fallen."
_HAD = Sought(
    r"(?:^\W*|[,;]\s+(?:and|but)?,?\s*)had\s+(?:(?:it|they|he|she|the|an?|any|one)\s+)(?:[\w’'-]+\s+){0,4}$|"
    r"^\W*had\s+(?!been\b)(?:[\w’'-]+\s+){1,4}$"
)
# "Never entered the camp or shot at anyone": a negation goes on behind "or".
_NOR = Sought(r"(?:\b(?:not|never|without|neither)|n['’]t)\s+(?:[\w’'-]+\s+){1,6}n?or\s+$")
# "Failed to protect civilians or disarm them": one "to" before both.
_JOINED = re.compile(
    r"(?P<to>\bto\s+)(?!the\s|an?\s)(?:(?!(?:was|were|had|has|have|who|which|that|but)\b)[\w’',$%-]+\s+){1,12}?(?:and|or)\s+(?:then\s+)?$"
)
# "Vowed on Monday to", "denied late on Sunday it had": the day of the word takes no reach away.
_DAY = (
    r"(?:\s+(?:(?:late|early|earlier)\s+)?(?:(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"yesterday|today|(?:last|this)\s+(?:week|month))(?:\s+(?:morning|afternoon|evening|night))?)?"
)
# "Suspected of", "calls for", "alleged": what follows is a noun, and the next finite verb is
# of the main clause again: "men suspected of theft were shot", "students demanding jobs blocked".
_OF = Sought(
    r"\b(?:of|in|for|with|over|on|at|from|suspected|alleged|purported|rumou?red|unconfirmed|"
    r"possible|potential|likely|upcoming|forthcoming|proposed|planned|planning|preparing|demand(?:s|ed|ing)?|fearing|plotting|considering|more)$"
)
# Another deed or another subject between a trigger and "was lifted": that is what was lifted.
_NO_VERB_YET = rf"(?!(?:and|or|but|as|with|because|when|while|that|to)\b){WORD}"


@dataclass(frozen=True, slots=True)
class _Words:
    near: tuple[tuple[Status, Search], ...]
    told: tuple[tuple[Status, Search], ...]
    chain: tuple[tuple[Status, Search], ...]
    ongoing: Sought
    ended: re.Pattern[str]


@cache
def _words() -> _Words:
    known = table()
    return _Words(
        near=tuple(
            (Status(name), _near(known[name]["near"], _reach(name))) for name in known["order"]
        ),
        told=tuple(
            (
                Status(name),
                _near([row for row in known[name]["near"] if not _OF.search(row)], _reach(name)),
            )
            for name in known["order"]
        ),
        chain=tuple(
            (Status(name), _near(known[name]["near"], CHAIN_REACH_WORDS))
            for name in ("threatened", "planned")
        ),
        ongoing=Sought(rf"\b{any_of(known['ongoing']['words'])}\b"),
        ended=re.compile(
            rf"(?:\s+{_NO_VERB_YET}){{0,{ENDED_REACH}}}?\s+(?:{any_of(known['ended']['itself'])}"
            rf"|(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+|later\s+|since\s+|then\s+)?"
            rf"{any_of(known['ended']['passive'])})(?!\s+(?:\d|that\b|the\b|an?\b))\b"
        ),
    )


def _reach(name: str) -> int:
    return NEGATION_REACH if name == "denied" else REACH_WORDS


def _near(rows: list[str], reach: int) -> Search:
    ordered = sorted(rows, key=lambda r: (-len(r), r))
    nouns = [row for row in ordered if _OF.search(row)]
    others = [row for row in ordered if not _OF.search(row)]
    ways = [rf"{_ways(others)}{_DAY}\s+(?:[\"“(]?{WORD}[\"”)]?\s+){{0,{reach}}}$"]
    if nouns:
        # "Called for help during a battle", "… for calm and said a hunt was on": these are known.
        own = rf"(?!{FINITE}|(?:during|after|amid|following|despite|said|says|saying)\b)"
        ways.append(rf"{_ways(nouns)}\s+(?:[\"“(]?{own}{WORD}[\"”)]?\s+){{0,{reach}}}$")
    return searched(rows, rf"(?:^|[\s\"“(]|(?=n't))(?:{'|'.join(ways)})")


def _dated(part: str) -> str:
    """Let a day stand before "to": "threatened on Friday to"."""
    verb = part.removesuffix(" to")
    return re.escape(part) if verb == part else rf"{re.escape(verb)}{_DAY}\s+to"


def _ways(rows: Iterable[str]) -> str:
    gap = rf"\s+(?:{WORD}\s+){{0,{REACH_WORDS}}}?"
    ways = (gap.join(_dated(part.strip()) for part in row.split("...")) for row in rows)
    return f"(?:{'|'.join(ways)})"


_NEVER = re.compile(
    r"\s+(?:that|which)\s+never\s+(?:happened|took\s+place|came|materiali[sz]ed|was|existed)\b"
)
"""Behind what was not: "a protest that never happened"."""


def status(text: str, sentence: Span, trigger: Span, verb: int | None = None) -> Status:
    """Return how far the clause says that what a trigger tells of came about.

    ``verb`` is where its verb begins, if whoever acts stands before it in the trigger.

    Examples
    --------
    >>> text = "Officials said protesters tried to storm the building."
    >>> str(status(text, Span(0, len(text)), Span(35, 40)))
    'attempted'
    """
    told = _clause(text, sentence, trigger, verb)
    ahead = text[told.own.start : trigger.start].lower()
    if _NOT_ONE.search(ahead) or (_NOT.search(ahead) and _A_SINGLE.match(told.whole)):
        return Status.DENIED
    if any(map(is_past, told.opening[:SUBJECT])) and is_asked(
        text[sentence.start : told.verb].lower(), text[trigger.end : told.own.end].lower()
    ):
        return Status.DENIED
    if "?" in text[told.verb : sentence.end] and is_question(
        text[told.verb : sentence.end], text[sentence.start : told.verb].lower()
    ):
        return Status.DENIED
    if (
        _has_no_subject(told)
        or is_refuted(text, sentence, trigger)
        or _NEVER.match(text, trigger.end)
    ):
        return Status.DENIED
    return (
        _by_its_words(told)
        or _by_its_governor(told)
        or _by_words_before(told)
        or _by_words_behind(told)
    )


@dataclass(frozen=True, slots=True)
class _Clause:
    """The clause of a trigger, in small letters, as far as it may say that nothing came about.

    ``whole`` are the words of the trigger, ``inside`` those from its ``verb`` on, ``before`` what
    stands ahead of that and speaks of it, ``letters`` its small words. ``certain`` tells whether
    the deed is spoken of as one that all know.
    """

    text: str
    sentence: Span
    trigger: Span
    own: Span
    verb: int
    whole: str
    before: str
    known_verb: bool
    letters: frozenset[str]
    certain: bool

    @property
    def inside(self) -> str:
        """The words of the trigger from its verb on."""
        return self.text[self.verb : self.trigger.end].lower()

    @property
    def opening(self) -> list[str]:
        """The first of these words, one by one."""
        return self.inside.split(maxsplit=SUBJECT)


def _clause(text: str, sentence: Span, trigger: Span, head: int | None) -> _Clause:
    # "A house on May Street was firebombed": no modal verb; as long, for what is counted from it.
    whole = _MAY.sub("mai", text[trigger.start : trigger.end]).lower()
    verb = trigger.start + _verb(whole) if head is None else head
    # "Militants who had planned to leave kidnapped two": the verb's is the clause that counts.
    own = holding(text, sentence, trigger if head is None else Span(verb, trigger.end)).span
    before = text[own.start : verb]
    # "KYIV, May 25": the month is no "may".
    before = prospects.without_dots((_MAY.sub("5/", before) if "May" in before else before).lower())
    before = _POLICE_CALL.sub("heard ", before) if " call" in before else before
    before = prospects.without_causes(without_senses(before))
    rest = text[verb : own.end].lower()
    before = without_adjuncts(prospects.without_failures(before))
    if (joined := _JOINED.search(before)) and _is_bare(rest):
        before = before[: joined.end("to")]
    before = above(before, rest)
    certain = is_known(before, rest)
    # "Will investigate the killing": what they will do is no word on the killing.
    if (known := object_of_reaction(before, rest)) is not None:
        before = before[known:]
    known_deed = (
        is_of_day(before, rest) or is_context(before, rest) or is_of_some_sort(before, rest)
    )
    if prospects.is_managed(before) or known_deed:
        before = ""
    opening = text[verb : trigger.end].lower().split(maxsplit=SUBJECT)
    if any(map(is_past, opening[:SUBJECT])):
        before = _WHO_IS_SUSPECTED.sub("", before)
    letters = small_words(before)
    return _Clause(
        text, sentence, trigger, own, verb, whole, before, head is not None, letters, certain
    )


_SAME_PAST = frozenset({"beat", "split", "burst", "shed", "hurt", "put"})
"""Verbs of which the past is the plain form: "they refused to talk and beat two monks"."""


def _has_no_subject(told: _Clause) -> bool:
    """Tell whether nobody did or suffered it; the trigger may open with its auxiliary."""
    first = next(iter(told.opening), "")
    ahead = f"{told.before}{first} " if first in _PASSIVES else told.before
    # "Nobody was killed in the bombing": that there was one is known.
    known = is_in_a_deed(told.text[told.verb : told.own.end].lower().partition(" ")[2])
    return not known and _NO_SUBJECT.search(ahead) is not None


def _is_bare(deed: str) -> bool:
    """Tell whether a deed begins with a verb without an ending and its object: "free a soldier"."""
    first, *others = deed.split(maxsplit=2)[:2] or [""]
    plain = not (is_told(first) or first.endswith(("s", "ing", "ed")))
    plain = plain and first not in _SAME_PAST
    return plain and others[:1] not in ([], ["of"], ["in"], ["on"], ["at"], ["by"])


def _by_its_words(told: _Clause) -> Status | None:
    """Return the status that the words of a trigger have themselves: "tried to storm"."""
    whole = told.inside if told.known_verb else told.whole
    aside = " - " in whole or "–" in whole or "—" in whole
    said = _ASIDE.sub(" ", whole) if aside else whole
    said = _AT_LEAST.sub(" ", said)
    found = next((status for status, pattern in _INSIDE if pattern.search(said)), None)
    if found is Status.ATTEMPTED and _IF.search(told.before):
        return Status.PLANNED
    if found is not Status.PLANNED:
        return found
    near = (status for status, search in _words().near if search(told.before, told.letters))
    return next(near, found)


def _by_its_governor(told: _Clause) -> Status | None:
    """Return the status of what somebody refuses, votes for, or presses others to do."""
    if not told.before and told.text[told.own.start : told.verb].strip():
        return None  # "last month's shooting": what stands before does not speak of it
    behind = told.text[told.trigger.end : told.own.end].lower()
    own = 0 if told.known_verb else told.verb - told.trigger.start
    return prospects.prospect(told.before, told.inside, behind, own)


def _by_words_before(told: _Clause) -> Status | None:
    """Return the status that stands before a deed: denied, expected, "threatened to"."""
    words, before, letters = _words(), told.before, told.letters
    if is_denied(before, letters):
        return Status.DENIED
    if before.rstrip().endswith("or") and _NOR.search(before):
        return Status.DENIED
    first = next(iter(told.opening), "")
    behind = told.text[told.trigger.end : told.own.end]
    if is_awaited(before, first, told.text[told.trigger.end : told.sentence.end]):
        return Status.PLANNED
    if _NEARLY.search(before) and any(map(is_past, told.opening[:1])):
        return Status.ATTEMPTED
    if told.own.start == told.sentence.start and is_announced(before):
        return Status.PLANNED
    if _MAY_HAVE.search(before):
        return Status.ALLEGED
    if is_done_when_told(before, told.inside):
        return None
    if _HAD.search(before) or is_waited_for(told.text[told.sentence.start : told.verb].lower()):
        return Status.PLANNED
    ungoverned = told.verb == told.trigger.start and prospects.is_ungoverned(
        before, told.inside + behind
    )
    for found, search in words.told if is_past(first) or _acts(told) else words.near:
        if search(before, letters) and not (ungoverned and found is Status.PLANNED):
            tried = found is Status.ATTEMPTED and _IF_TRIED.search(before)
            return Status.PLANNED if tried else found
    if before.endswith("to "):
        return next((found for found, search in words.chain if search(before, letters)), None)
    return None


def _acts(told: _Clause) -> bool:
    """Tell whether a trigger has who did it and his verb: "shells killed", in fear of whatever."""
    if told.verb != told.trigger.start:
        return False
    words = told.opening[:SUBJECT]
    return any(
        is_past(word) and not is_past(before) and before not in _NO_DOERS
        for before, word in pairwise(words)
    )


def _by_words_behind(told: _Clause) -> Status:
    """Return the status that stands behind a deed: "is planned for May", "continued", "ended"."""
    words = _words()
    behind = told.text[told.trigger.end : told.own.end]
    behind = without_senses(_MAY.sub("5/", behind).lower())
    if is_coming(told.inside, behind, certain=told.certain):
        return Status.PLANNED
    whole = told.text[told.trigger.end : told.sentence.end].lower()
    if (undone := prospects.undone(told.inside, whole)) is not None:
        return undone
    if words.ongoing.search(told.own.of(told.text).lower()):
        return Status.ONGOING
    return Status.ENDED if words.ended.match(behind) else Status.OCCURRED


def _verb(trigger: str) -> int:
    """Return where the verb of a trigger begins that has its subject: "a bomb would explode"."""
    if is_staged(trigger):
        return 0
    found = [match for match in _AUXILIARIES.finditer(trigger) if match.start()]
    if found and _A_THING.match(trigger, found[-1].end()):
        return 0  # "took to the streets"
    end = found[-1].end() if found else 0
    # "Trucks could not enter": the deed itself is that they could not.
    return 0 if trigger.startswith("not ", end) or end >= len(trigger) else end
