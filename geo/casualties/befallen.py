"""Count those whom a deed befell by the grammar of its sentence, whatever its verb is.

``geo.casualties.counts`` knows the words of death, harm and arrest one by one. The vocabulary of
kinds knows more of them ("booked into the county jail", "scooped up"): whom such a verb is about
were arrested.
"""

from __future__ import annotations

import re
from dataclasses import replace

from geo.casualties.people import people
from geo.casualties.persons import groups, total
from geo.casualties.subjects import Who
from geo.casualties.tokens import cut
from geo.casualties.vocabulary import BE
from geo.language.arguments import arguments
from geo.model import Count, Span

__all__ = ["count"]

_GIVES_UP = re.compile(r"surrender|\b(?:him|her|them)sel", re.IGNORECASE)


def count(text: str, sentence: Span, trigger: Span) -> Count | None:
    """Return how many people a deed befell, ``None`` where its sentence does not say.

    Parameters
    ----------
    text
        The whole text.
    sentence
        The sentence that tells of the deed.
    trigger
        The words that tell of it.

    Examples
    --------
    >>> text = "Seventeen people were booked into the county jail."
    >>> told = count(text, Span(0, len(text)), Span(16, 49))
    >>> told.minimum, told.span.of(text)
    (17, 'Seventeen people')
    """
    words = cut(sentence.of(text))
    who = Who(words, groups(words, people(words)))
    if (told := _of_passive(who, sentence, trigger)) is not None:
        return told
    if _GIVES_UP.search(text, trigger.start, trigger.end):
        return None  # "surrendered after killing two": they are not who is held
    patients = arguments(text, sentence, trigger).patients
    for group in who.groups if patients else ():
        at = sentence.start + words.start(group[0].first)
        whom = any(phrase.span.start <= at < phrase.span.end for phrase in patients)
        if whom and any(person.count is not None for person in group):
            end = sentence.start + words.end(group[-1].last - 1)
            return replace(total(words, group), span=Span(at, end))
    return None


def _of_passive(who: Who, sentence: Span, trigger: Span) -> Count | None:
    """Count the subject of a passive among the words of a trigger: "were booked into"."""
    for at in range(len(who.words.low)):
        if not trigger.start <= sentence.start + who.words.start(at) < trigger.end:
            continue
        kind, start = who.chain(at)
        if kind != BE or who.unreal(start):
            continue
        for harm in who.of_subject(at, who.auxiliaries(start), "arrested"):
            if harm.count is not None:
                span = Span(sentence.start + harm.start, sentence.start + harm.end)
                return replace(harm.count, span=span)
    return None
