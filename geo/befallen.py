"""Count those whom a deed befell by the grammar of its sentence, whatever its verb is.

``geo.counts`` knows the words of death, harm and arrest one by one. The vocabulary of kinds knows
more of them ("booked into the county jail", "scooped up"): whom such a verb is about were arrested.
"""

from __future__ import annotations

from dataclasses import replace

from geo.arguments import arguments
from geo.model import Count, Span
from geo.people import people
from geo.persons import groups, total
from geo.tokens import cut

__all__ = ["count"]


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
    told = arguments(text, sentence, trigger)
    if not told.patients:
        return None
    words = cut(sentence.of(text))
    for group in groups(words, people(words)):
        at = sentence.start + words.start(group[0].first)
        whom = any(phrase.span.start <= at < phrase.span.end for phrase in told.patients)
        if whom and any(person.count is not None for person in group):
            end = sentence.start + words.end(group[-1].last - 1)
            return replace(total(words, group), span=Span(at, end))
    return None
