"""Count people: how many a sentence says were killed, injured, arrested or are missing.

``harms`` reads who it was and what befell them, a ``ledger.Ledger`` adds up: parts never add to
their whole ("seven wounded, two of them critically" are seven), and of those who were shot the dead
are not the hurt. Ages, distances, money, years and the size of an army are no people.
"""

from __future__ import annotations

from functools import lru_cache

from geo.casualties import averted, harms, mortality, superseded
from geo.casualties.harms import Harm
from geo.casualties.ledger import Ledger
from geo.language.text import lowered
from geo.model import Count, Span

__all__ = ["find", "told"]


@lru_cache(maxsize=64)
def find(text: str, span: Span, sentence: Span | None = None) -> dict[str, Count]:
    """Find how many people a sentence says were killed, injured, arrested or are missing.

    Parameters
    ----------
    text
        The whole text.
    span
        The sentence, or a clause of it.
    sentence
        The sentence, where ``span`` is only a clause: who was killed may stand outside of it.

    Returns
    -------
    Counts by ``killed``, ``injured``, ``arrested``, ``missing``; what is not stated is absent.

    Examples
    --------
    >>> text = "The blast killed two soldiers and a policeman and wounded dozens."
    >>> {k: (c.minimum, c.maximum) for k, c in find(text, Span(0, len(text))).items()}
    {'killed': (3, 3), 'injured': (24, None)}
    """
    whole = sentence or span
    found = [
        harm for harm in told(whole.of(text)) if span.start <= harm.at + whole.start < span.end
    ]
    if not found:
        return {}
    ledger = Ledger()
    ledger.add(found, whole.start)
    return ledger.toll().stated()


# Asked again for every trigger of a sentence, and once more for the whole article.
@lru_cache(maxsize=512)
def told(sentence: str, *, headline: bool = False) -> tuple[Harm, ...]:
    """Read what befell whom in a sentence; wires in capitals have no names to be told by looks."""
    if sentence.isupper():
        sentence = lowered(sentence)
    found = averted.happened(sentence, harms.read(sentence, headline=headline))
    return superseded.marked(sentence, mortality.of_deeds(sentence, found))
