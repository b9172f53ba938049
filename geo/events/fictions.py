"""Tell what is only told, played or dreamt: "the drama shows how soldiers shot a priest".

A work, a drill or a stone that is spoken of before a deed holds it: what stands in the clause that
tells of it, or in the one that it opens. Who attacks a cinema "over a film" has attacked one.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from geo.events.searches import First, first_of, table
from geo.model import Span

__all__ = ["of_fiction"]

_KEYS = (
    "film", "movie", "novel", "play", "opera", "musical", "drama", "documentary", "biopic",
    "thriller", "series", "sitcom", "comic", "ballet", "memoir", "game", "episode", "season",
    "finale", "sequel", "chapter", "simulat", "drill", "exercise", "scenario", "enact", "dream",
    "nightmare", "script", "plot", "scene", "mock", "pretend", "imagin", "suppose", "picture",
    "what if", "rehears", "course", "train", "workshop", "lesson", "manual", "leaflet", "brochure",
    "what to do", "plaque", "monument", "statue", "memorial", "cenotaph", "obelisk", "stone",
    "wreath", "mural", "year", "reconstruct", "hallucinat", "instal", "satir", "spoof",
    "parody", "paint", "sculpt", "fresco", "portrait", "engrav", "tapestr",
)  # fmt: skip
"""Parts of words of which one stands in each expression: most sentences have none."""


@cache
def _fictions() -> Mapping[str, First]:
    return {where: first_of(rows) for where, rows in table()["fiction"].items()}


# Asked for each trigger of a sentence.
@lru_cache(maxsize=8)
def _may_hold(said: str) -> bool:
    """Tell whether a sentence may speak of a work, a drill or a stone at all."""
    return any(map(said.__contains__, _KEYS))


def of_fiction(text: str, sentence: Span, trigger: Span, *, of_news: bool = False) -> str | None:
    """Return why a deed was none of this world, or of none of these days.

    ``of_news`` says that it has a day of its own: "a memorial for the six men shot on Sunday".

    Examples
    --------
    >>> text = "His new play is about a girl who is shot dead in Lagos."
    >>> of_fiction(text, Span(0, len(text)), Span(36, 45))
    "told as history: 'play is about a girl who is '"
    >>> text = "Crowds burned a cinema in Lagos over a play about a prophet."
    >>> of_fiction(text, Span(0, len(text)), Span(7, 13))
    """
    said = sentence.of(text).lower()
    if not _may_hold(said):
        return None
    known, before = _fictions(), said[: trigger.start - sentence.start]
    found = known["before"](before) or known["behind"](said[trigger.end - sentence.start :])
    if found is None and not of_news:
        found = known["remembered"](before)
    return f"told as history: '{found.group()}'" if found is not None else None
