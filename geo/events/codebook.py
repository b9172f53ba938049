"""The codebook: what each kind of incident is, for people.

``kinds.toml`` says how a kind is worded and what others call it, ``codebook.toml`` what it is.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from geo.lexicon import Kind, default_lexicon

__all__ = ["Entry", "entries"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A kind with its definition.

    ``included`` and ``excluded`` say in words what counts and what does not, ``told`` holds
    sentences that tell of one, ``ucdp`` the types of violence it can be if it kills.
    """

    kind: Kind
    definition: str
    included: str
    excluded: str
    told: tuple[str, ...]
    ucdp: str | None


@cache
def entries() -> tuple[Entry, ...]:
    """Return every kind with its definition, in the order of ``kinds.toml``.

    Examples
    --------
    >>> entries()[0].kind.name, entries()[0].told[0]
    ('roadblock', 'Farmers blocked the road to Orvel with tractors on Monday.')
    """
    table = tomllib.loads(
        resources.files("geo.events").joinpath("codebook.toml").read_text("utf-8")
    )
    return tuple(
        Entry(
            kind,
            definition=table[name]["is"],
            included=table[name]["counts"],
            excluded=table[name]["not"],
            told=tuple(table[name]["told"]),
            ucdp=table[name].get("ucdp"),
        )
        for name, kind in default_lexicon().kinds.items()
    )
