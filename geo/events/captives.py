"""Tell how captives were taken from how they are freed, where one sentence has both.

"A priest kidnapped in Tolmen on Sunday was freed in Orva on Tuesday": two deeds, each with a verb,
a place and a day of its own, though one row of words knows who is freed by how he was taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from geo.language.late import late
from geo.lexicon import Lexicon, Trigger
from geo.model import Span

__all__ = ["apart"]

TAKEN, FREED = "abduction", "prisoner_release"
_TAKEN = late(
    r"\b(?P<taken>kidnapped|abducted)\s[^;]*?\b(?=(?P<freed>(?:was|were|are|is|been|being)\s[^,;]*$))"
)
"""What tells of both, and where the second part begins."""


def apart(text: str, triggers: Iterable[Trigger], lexicon: Lexicon) -> Iterator[Trigger]:
    """Yield triggers, those of captives who were taken and freed as two.

    Examples
    --------
    >>> from geo.lexicon import default_lexicon
    >>> text = "A priest kidnapped in Tolmen on Sunday was freed in Orva."
    >>> found = apart(text, default_lexicon().find(text), default_lexicon())
    >>> [(t.kind.name, t.span.of(text)) for t in found]
    [('abduction', 'kidnapped'), ('prisoner_release', 'was freed in')]
    """
    for trigger in triggers:
        both = None
        if trigger.kind.name == FREED and TAKEN in lexicon.kinds:
            both = _TAKEN.search(text, trigger.span.start, trigger.span.end)
        if both is None:
            yield trigger
            continue
        taken = Span(*both.span("taken"))
        yield replace(trigger, kind=lexicon.kinds[TAKEN], span=taken, noun=False)
        yield replace(trigger, span=Span(both.start("freed"), trigger.span.end))
