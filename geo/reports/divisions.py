"""Tell where an article counts the dead of several towns first, and then those of each.

"Three people were killed on Sunday. Two of them were shot in Tolmen; a third died in Orva": of the
three none is anywhere else, so that each town has its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from geo.casualties.counts import told
from geo.casualties.subjects import Harm
from geo.linking.passage import hails_from, is_in_care
from geo.linking.scenes import Sentence, can_carry
from geo.model import Article, PlaceKind, Span

__all__ = ["Division", "as_own", "divided"]

REACH = 5
"""Sentences behind the sum within which its parts stand."""
PLAIN = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.REGION})
"""Where a sum may be: not in a town."""
PARTS = 2
"""Towns among which it is divided at least."""


@dataclass(frozen=True, slots=True)
class Division:
    """The sentence with the sum, and those with its parts."""

    lead: Span
    parts: frozenset[Span]


def divided(article: Article, sentences: Sequence[Sentence]) -> Division | None:
    """Return the first sum of the dead that later sentences divide among towns."""
    lead = next((at for at, s in enumerate(sentences) if _killed(article, s)), None)
    if lead is None:
        return None
    total = _killed(article, sentences[lead])
    if len(total) != 1 or _towns(article.text, sentences[lead], PLAIN):
        return None
    parts = _parts(article, sentences[lead + 1 : lead + 1 + REACH], _number(total[0]))
    return Division(sentences[lead].span, parts) if parts else None


def _parts(article: Article, behind: Sequence[Sentence], left: int) -> frozenset[Span]:
    """Return the sentences that divide a number among towns of which each names one."""
    towns, parts, marked = set[str](), set[Span](), False
    for sentence in behind if left > 1 else ():
        own = _part(article, sentence)
        named = _towns(article.text, sentence) if own is not None else set()
        if own is None or len(named) != 1:
            continue
        left -= _number(own)
        marked = marked or _is_part(own)
        towns |= named
        parts.add(sentence.span)
        if left <= 0:
            break
    told = not left and marked and len(parts) == len(towns) >= PARTS
    return frozenset(parts) if told else frozenset()


def as_own(harm: Harm) -> Harm:
    """Return what befell a part as what befell people of whom nothing was told before."""
    if not harm.people or harm.fate not in {"killed", "struck"}:
        return harm
    first = harm.people[0]
    form = "indefinite" if first.single and first.form == "other" else first.form
    first = replace(first, part=False, more=False, ordinal=0, whole=None, fate=None, form=form)
    return replace(harm, fate="killed", people=(first, *harm.people[1:]), joins=False)


def _killed(article: Article, sentence: Sentence) -> list[Harm]:
    found = told(sentence.span.of(article.text))
    return [h for h in found if h.fate == "killed" and h.count is not None and h.count.minimum]


def _part(article: Article, sentence: Sentence) -> Harm | None:
    """Return the dead of a sentence, or the shot if they are some of the dead."""
    found = told(sentence.span.of(article.text))
    return next(
        (
            harm
            for harm in found
            if harm.people
            and harm.count is not None
            and (harm.fate == "killed" or (harm.fate == "struck" and _is_part(harm)))
        ),
        None,
    )


def _is_part(harm: Harm) -> bool:
    """Tell whether a number is one of a sum: "two of them", "a third", "three more"."""
    first = harm.people[0]
    return first.part or first.more or first.ordinal > 1


def _number(harm: Harm) -> int:
    return harm.count.minimum if harm.count is not None else 0


def _towns(text: str, sentence: Sentence, but: frozenset[PlaceKind] = frozenset()) -> set[str]:
    """Return the places that a sentence names, and neither homes nor hospitals."""
    return {
        r.place.id
        for r in sentence.resolutions
        if r.place is not None
        and r.place.kind not in but
        and can_carry(r)
        and not is_in_care(text, r.mention.span)
        and not hails_from(text, r.mention.span)
    }
