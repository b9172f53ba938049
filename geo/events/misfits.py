"""Tell a figure of speech by sorts of nouns: nobody murders a gearbox, and no sauce kills.

A deed is done to what it can be done to: only what lives is killed or ambushed, and neither an idea
nor a pudding is shelled. Which sort a noun is of ``geo.language.nouns`` knows; an unknown one and a
name decide nothing. The verbs are data (``figures.toml``).
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
from geo.language.almanac import alternatives
from geo.language.nouns import sort_of

if TYPE_CHECKING:
    from geo.language.arguments import Arguments, Phrase
    from geo.lexicon import Trigger
    from geo.model import Span

__all__ = ["is_misfit"]

_COUNTING = frozenset({"act", "idea", "state"})
"""Sorts of nouns that stand for those who follow: "the majority of the prisoners"."""
WITHIN = 90
"""Characters behind a verb in which stands with what it is done."""


@dataclass(frozen=True, slots=True)
class _Rows:
    living: re.Pattern[str]  # verbs of what is done to people alone
    pelting: re.Pattern[str]
    bursting: re.Pattern[str]
    weapons: frozenset[str]
    ordered: frozenset[str]
    exempt: frozenset[str]
    soft: dict[str, frozenset[str]]  # by kind: the sorts of nouns that it is not done to
    doers: frozenset[str]
    bursts: frozenset[str]
    digital: frozenset[str]


@cache
def _rows() -> _Rows:
    text = resources.files("geo.events").joinpath("figures.toml").read_text("utf-8")
    row = tomllib.loads(text)["sorts"]
    return _Rows(
        re.compile(rf"\b(?:{alternatives(row['living'].split())})"),
        re.compile(rf"\b(?:{alternatives(row['pelting'].split())})"),
        re.compile(rf"\b(?:{alternatives(row['bursting'].split())})"),
        frozenset(row["weapons"].split()),
        frozenset(row["ordered"].split()),
        frozenset(row["exempt"].split()),
        {
            kind: frozenset(sorts.split())
            for kinds, sorts in row["not_to"].items()
            for kind in kinds.split()
        },
        frozenset(row["not_by"].split()),
        frozenset(row["not_bursting"].split()),
        frozenset(row["digital"].split()),
    )


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
    rows, said = _rows(), trigger.span.of(text).lower()
    soft = rows.soft.get(trigger.kind.name)
    if soft is None or trigger.noun or told.deed is not None:
        return False  # nouns stand beside too much: "the reason for the attack"
    if _is_order(text, sentence, trigger, said) or _is_pelted(text, sentence, trigger, said):
        return True
    living = rows.living.search(said) is not None
    soft = soft | rows.soft["living"] if living else soft
    undergone = [
        _sort(text, sentence, p) for p in told.patients if _is_undergoing(text, p, trigger.span)
    ]
    if undergone and all(sort in soft for sort in undergone):
        return True
    return _is_done_by_things(text, sentence, trigger, told)


def _is_done_by_things(text: str, sentence: Span, trigger: Trigger, told: Arguments) -> bool:
    """Tell whether what does it does no deeds, and nothing beside it is of blood or weapons."""
    rows = _rows()
    able = rows.bursts if rows.bursting.search(trigger.span.of(text).lower()) else rows.doers
    does = [
        _sort(text, sentence, p) for p in told.agents if _is_doing(text, p, trigger.span)
    ]
    if not does or not all(sort in able for sort in does):
        return False
    rest = f"{text[sentence.start : trigger.span.start]} {text[trigger.span.end : sentence.end]}"
    return not default_topics().is_hard(rest, "markets")


def _is_undergoing(text: str, phrase: Phrase, verb: Span) -> bool:
    """Tell whether a phrase is the object right behind a verb, or the subject of its passive."""
    if phrase.span.start >= verb.end:
        before = text[verb.end : phrase.span.start]
        return _BEHIND.fullmatch(before) is not None
    return phrase.span.end <= verb.start and _is_passive(text, phrase, verb)


def _is_passive(text: str, phrase: Phrase, verb: Span) -> bool:
    said = text[_end(phrase) : verb.end].lower()
    return _HELPED.match(said) is not None and _BEING.search(said) is not None


def _is_doing(text: str, phrase: Phrase, verb: Span) -> bool:
    """Tell whether a phrase is the subject right before a verb, or stands behind its "by"."""
    if phrase.modifier:
        return False
    if phrase.span.start >= verb.start:
        return text[verb.start : phrase.span.start].lower().endswith("by ")
    said = text[_end(phrase) : verb.end].lower()
    helped = _HELPED.match(said)
    return helped is not None and helped.end() >= verb.start - _end(phrase)


def _end(phrase: Phrase) -> int:
    """Return where a phrase ends with what stands behind its "of"."""
    return (phrase.complement or phrase).span.end


def _sort(text: str, sentence: Span, phrase: Phrase) -> str:
    """Return the sort of the noun that a phrase ends in, or nothing."""
    rows, head = _rows(), phrase.head.of(text)
    if phrase.name or (head[:1].isupper() and phrase.head.start > sentence.start):
        return ""
    noun = head.lower()
    if noun in rows.exempt:
        return ""
    if noun in rows.digital:
        return "word"
    if head_of(noun) is not None:
        return "person"
    sort = sort_of(noun)
    # "The page of a bakery", but not "a string of villages" or "the lives of two men".
    if sort in _COUNTING and phrase.complement is not None:
        return ""
    return sort


def _is_order(text: str, sentence: Span, trigger: Trigger, said: str) -> bool:
    """Tell whether a sentence opens with a verb that tells its reader what to do."""
    opens = text[sentence.start : trigger.span.start].strip(" \"“‘'•*-–—")
    if opens and opens.lower() not in {"then", "so", "now", "and"}:
        return False
    first, *more = f"{said}{text[trigger.span.end : sentence.end].lower()}".split()[:2]
    return first in _rows().ordered and bool(more) and more[0] in _AFTER_ORDER


_HELPED = re.compile(r"(?:\s+(?:that|which|has|have|had|is|are|was|were|been|being|be|gets?|got|also|then|never|not|nearly|almost|now|[a-z]+ly)\b)*\s*")
_BEING = re.compile(r"\b(?:is|are|was|were|been|being|be|gets?|got)\b")
_BEHIND = re.compile(r"\s*(?:(?:up|down|off|out|away|back)\s+)?")
_AFTER_ORDER = frozenset({"the", "a", "an", "your", "any", "all", "it", "them", "my", "some", "every"})
_WITH = re.compile(r"\bwith\s+(?:(?:its|their|his|her|a|an|the|some|more|many|so|many|several|\w+ing|\w+ed|\w+ous|[a-z]+ic|[a-z]+al)\s+)*(?P<what>[a-z-]+)(?:\s+(?P<next>[a-z]+))?")


def _is_pelted(text: str, sentence: Span, trigger: Trigger, said: str) -> bool:
    """Tell whether somebody is bombarded with what is no weapon: "with offers", "with carrots"."""
    rows = _rows()
    if not rows.pelting.search(said):
        return False
    behind = text[trigger.span.start : min(trigger.span.end + WITHIN, sentence.end)]
    found = _WITH.search(behind)
    if found is None:
        return False
    named = {found["what"], found["next"] or ""}
    if named & rows.weapons:
        return False
    return any(sort_of(noun) in {"food","plant","word","money","thing","act","idea"} or noun in rows.digital for noun in named)
