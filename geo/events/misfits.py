"""Tell a figure of speech by sorts of nouns: nobody murders a gearbox, and no sauce kills.

A deed is done to what it can be done to: only people are murdered or ambushed, and neither an idea
nor a pudding is shelled. Which sort a noun is of ``geo.language.nouns`` knows; an unknown one and a
name decide nothing. The verbs are data (``misfits.toml``).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from geo.casualties.vocabulary import head_of
from geo.events.topics import default_topics
from geo.language.almanac import alternatives, words
from geo.language.nouns import sort_of
from geo.language.sought import Sought
from geo.model import Span

if TYPE_CHECKING:
    from geo.language.arguments import Arguments, Phrase
    from geo.lexicon import Trigger

__all__ = ["is_misfit"]

WITHIN = 90
"""Characters behind a verb in which stands with what it is done."""
_COUNTING = frozenset({"act", "idea", "state"})
"""Sorts of nouns that stand for those who follow: "the bulk of the prisoners"."""
_THEN = frozenset({"", "then", "so", "now", "and"})
_AFTER_ORDER = words("the a an your any it them my some every")
_WITH = re.compile(
    r"\bwith\s+(?:(?:its|their|his|her|a|an|the|some|more|many|so|several|\w+ing|\w+ed|\w+ous|\w+ic|\w+al)\s+)*"
    r"(?P<what>[a-z-]+)(?:\s+(?P<next>[a-z]+))?"
)
_HELPED = re.compile(
    r"(?:\s+(?:that|which|has|have|had|is|are|was|were|been|being|be|gets?|got|also|then|never|not|almost|now|"
    r"[a-z]+ly)\b)*\s*"
)
"""What stands between a subject and its verb."""
_BEING = re.compile(r"\b(?:is|are|was|were|been|being|be|gets?|got)\b")
_WORD = re.compile(r"[\w’'-]+")
_BEHIND = re.compile(r"\s*(?:(?:up|down|off|out|away|back)\s+)?")
"""What stands between a verb and its object."""


@dataclass(frozen=True, slots=True)
class _Rows:
    living: re.Pattern[str]  # verbs of what is done to people alone
    pelting: re.Pattern[str]
    bursting: re.Pattern[str]
    idioms: Sought
    unhurt: dict[str, frozenset[str]]  # by kind: the sorts of nouns that it is not done to
    weapons: frozenset[str]
    ordered: frozenset[str]
    exempt: frozenset[str]
    digital: frozenset[str]
    idle: frozenset[str]
    unbursting: frozenset[str]


@cache
def _rows() -> _Rows:
    text = resources.files("geo.events").joinpath("misfits.toml").read_text("utf-8")
    row = tomllib.loads(text)["sorts"]
    idioms = Sought("|".join(row["idioms"]), re.IGNORECASE)
    unhurt = {
        kind: frozenset(sorts.split())
        for kinds, sorts in row["unhurt"].items()
        for kind in kinds.split()
    }
    return _Rows(
        living=_beginning(row["living"]),
        pelting=_beginning(row["pelting"]),
        bursting=_beginning(row["bursting"]),
        idioms=idioms,
        unhurt=unhurt,
        weapons=words(row["weapons"]),
        ordered=words(row["ordered"]),
        exempt=words(row["exempt"]),
        digital=words(row["digital"]),
        idle=words(row["idle"]),
        unbursting=words(row["unbursting"]),
    )


def _beginning(rows: str) -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(rows.split())}")


def is_misfit(text: str, sentence: Span, trigger: Trigger, told: Arguments) -> bool:
    """Tell whether nouns beside a deed are of a sort that does not go with it.

    Parameters
    ----------
    text, sentence
        The text and the sentence of the trigger.
    trigger
        What seems to tell of a deed.
    told
        Who does it to whom.

    Examples
    --------
    >>> from geo.language.arguments import arguments
    >>> from geo.lexicon import default_lexicon
    >>> from geo.model import Span
    >>> for text in ("The garage murdered my gearbox.", "The gang murdered my neighbour."):
    ...     (trigger,) = default_lexicon().find(text)
    ...     whole = Span(0, len(text))
    ...     is_misfit(text, whole, trigger, arguments(text, whole, trigger.span))
    True
    False
    """
    if _is_idiom(text, sentence, trigger):
        return True
    unhurt = _rows().unhurt.get(trigger.kind.name)
    if unhurt is None or trigger.noun or told.deed is not None:
        return False  # nouns stand beside too much: "the reason for the attack"
    if _is_order(text, sentence, trigger) or _is_pelted(text, sentence, trigger):
        return True
    if _rows().living.search(trigger.span.of(text).lower()) is not None:
        unhurt |= _rows().unhurt["living"]
    undergone = [
        _sort(text, sentence, p) for p in told.patients if _is_undergoing(text, p, trigger.span)
    ]
    if undergone and unhurt.issuperset(undergone):
        # "Gunmen attacked a concert, killing nine": whatever was attacked there, it was meant.
        return not _is_beside_blood(text, sentence, _verb(text, trigger))
    return _is_done_by_things(text, sentence, trigger, told)


def _is_idiom(text: str, sentence: Span, trigger: Trigger) -> bool:
    """Tell whether a trigger is a part of an idiom, and nothing beside it is meant as it is."""
    found = _rows().idioms.search(text, sentence.start, sentence.end)
    if found is None or not (found.start() < trigger.span.end and trigger.span.start < found.end()):
        return False
    return not _is_beside_blood(text, sentence, Span(*found.span()))


def _is_beside_blood(text: str, sentence: Span, said: Span) -> bool:
    """Tell whether the rest of a sentence speaks of blood, weapons or those who use them."""
    rest = f"{text[sentence.start : said.start]} {text[said.end : sentence.end]}"
    return default_topics().is_hard(rest, "markets")


def _verb(text: str, trigger: Trigger) -> Span:
    """Return the verb of a trigger, beside which may stand who does it: "gunmen attacked"."""
    at = trigger.verb
    found = _WORD.match(text, at, trigger.span.end) if at is not None else None
    return trigger.span if found is None else Span(*found.span())


def _is_done_by_things(text: str, sentence: Span, trigger: Trigger, told: Arguments) -> bool:
    """Tell whether what does it does no deeds, and nothing beside it is of blood or weapons."""
    bursts = _rows().bursting.search(trigger.span.of(text).lower()) is not None
    idle = _rows().unbursting if bursts else _rows().idle
    # "Set off by remote control": how it burst, and not who.
    means = bursts or trigger.kind.name == "explosion"
    doing = (p for p in told.agents if not (means and p.span.start >= trigger.span.start))
    does = [_sort(text, sentence, p) for p in doing if _is_doing(text, p, trigger.span)]
    if not does or not idle.issuperset(does):
        return False
    return not _is_beside_blood(text, sentence, _verb(text, trigger))


def _is_undergoing(text: str, phrase: Phrase, verb: Span) -> bool:
    """Tell whether a phrase is the object right behind a verb, or the subject of its passive."""
    if phrase.span.start >= verb.end:
        return _BEHIND.fullmatch(text, verb.end, phrase.span.start) is not None
    return phrase.span.end <= verb.start and _BEING.search(_between(text, phrase, verb)) is not None


def _is_doing(text: str, phrase: Phrase, verb: Span) -> bool:
    """Tell whether a phrase is the subject right before a verb, or stands behind its "by"."""
    if phrase.modifier:
        return False
    if phrase.span.start >= verb.start:
        return text[verb.start : phrase.span.start].lower().endswith("by ")
    return bool(_between(text, phrase, verb))


def _between(text: str, phrase: Phrase, verb: Span) -> str:
    """Return a verb with what stands between it and a subject right before it, or nothing."""
    end = (phrase.complement or phrase).span.end
    said = text[end : verb.end].lower()
    helped = _HELPED.match(said)
    return said if helped is not None and helped.end() >= verb.start - end else ""


def _sort(text: str, sentence: Span, phrase: Phrase) -> str:
    """Return the sort of the noun that a phrase ends in, or nothing."""
    head = phrase.head.of(text)
    if phrase.name or (head[:1].isupper() and phrase.head.start > sentence.start):
        return ""
    noun = head.lower()
    if noun in _rows().digital:
        return "word"
    if noun in _rows().exempt or head_of(noun) is not None:
        return ""
    sort = sort_of(noun)
    # "The page of a bakery", "a smell of jasmine", but not "the bulk of the prisoners".
    if sort in _COUNTING and phrase.complement is not None:
        return _sort(text, sentence, phrase.complement)
    return sort


def _is_order(text: str, sentence: Span, trigger: Trigger) -> bool:
    """Tell whether a sentence opens with a verb that tells its reader what to do."""
    opens = text[sentence.start : trigger.span.start].strip(" \"“‘'•*-–—").lower()
    first, *more = text[trigger.span.start : sentence.end].lower().split(maxsplit=2)[:2]
    return opens in _THEN and first in _rows().ordered and not _AFTER_ORDER.isdisjoint(more)


def _is_pelted(text: str, sentence: Span, trigger: Trigger) -> bool:
    """Tell whether somebody is bombarded with what is no weapon: "with offers", "with carrots"."""
    if _rows().pelting.search(trigger.span.of(text).lower()) is None:
        return False
    end = min(trigger.span.end + WITHIN, sentence.end)
    found = _WITH.search(text, trigger.span.start, end)
    named = {found["what"], found["next"] or ""} if found is not None else set()
    if named & _rows().weapons:
        return False
    return any(_is_thing(noun) for noun in named)


def _is_thing(noun: str) -> bool:
    return noun in _rows().digital or sort_of(noun) not in {"", "animal", "state"}
