"""Where answers and gold part: what was missed, invented, left without a point or put elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from geo.model import Span
from geo.scoring import NEAR_KM, Annotation, GoldText, distance_km, kept, narrowed, pairs

__all__ = ["Mistake", "find"]

CONTEXT = 30
"""Characters of the text shown on each side of a name."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: ``kind`` is ``missed``, ``invented``, ``unplaced`` or ``misplaced``.

    ``off_km`` is how far from the gold point a misplaced answer lies.
    """

    text_id: str
    kind: str
    span: Span
    name: str
    around: str
    off_km: float | None = None

    def __str__(self) -> str:
        off = f" by {self.off_km:,.0f} km" if self.off_km is not None else ""
        return f"{self.text_id}: {self.kind}{off}: {self.name!r} in “{self.around}”"


def find(
    gold: Iterable[GoldText],
    answers: Mapping[str, Sequence[Annotation]],
    *,
    without: Iterable[str] = (),
) -> Iterator[Mistake]:
    """Yield the mistakes in the order of the texts, by the rules of protocol ``coords``.

    Classes in ``without`` are left out, as :func:`geo.scoring.score` leaves them out.

    Examples
    --------
    >>> text = GoldText("a", "Oslo is cold", (Annotation(Span(0, 4), 10.75, 59.91),))
    >>> [str(mistake) for mistake in find([text], {})]
    ["a: missed: 'Oslo' in “Oslo is cold”"]
    """
    classes = tuple(without)
    for text in gold:
        found = kept(answers.get(text.id, ()), classes)
        wrong = _of_text(narrowed(text, classes), found)
        yield from sorted(wrong, key=lambda one: (one.span, one.kind))


def _of_text(text: GoldText, answers: Sequence[Annotation]) -> Iterator[Mistake]:
    gold = [one for one in text.annotations if one.has_point]
    bare = [one.span for one in text.annotations if not one.has_point]
    matched = dict(pairs(gold, answers))
    for at, wanted in enumerate(gold):
        told = answers[matched[at]] if at in matched else None
        if told is None:
            yield _mistake(text, "missed", wanted.span)
        elif not told.has_point:
            yield _mistake(text, "unplaced", wanted.span)
        elif (off := distance_km(wanted, told)) > NEAR_KM:
            yield _mistake(text, "misplaced", wanted.span, off)
    paired = set(matched.values())
    for beside, told in enumerate(answers):
        neutral = any(told.span.overlaps(span) for span in (*text.neutral, *bare))
        if beside not in paired and not neutral:
            yield _mistake(text, "invented", told.span)


def _mistake(text: GoldText, kind: str, span: Span, off_km: float | None = None) -> Mistake:
    around = Span(max(0, span.start - CONTEXT), span.end + CONTEXT).of(text.text)
    return Mistake(text.id, kind, span, span.of(text.text), " ".join(around.split()), off_km)
