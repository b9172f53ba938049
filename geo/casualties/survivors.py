"""Tell whom plain wounds left alive: who is told of them when the dead were counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from geo.casualties.identity import Entry
from geo.casualties.subjects import Harm
from geo.casualties.sums import Total
from geo.model import Count

__all__ = ["beside_dead"]


def beside_dead(
    harm: Harm, persons: Iterable[Entry], totals: Iterable[Total], sentence: int
) -> Harm:
    """Let several with plain wounds live, if the dead were counted before.

    "Six people were killed. Thirteen others received injuries": a bullet might have killed some.
    """
    alone = len(harm.people) != 1 or harm.people[0].form == "number"
    if not harm.plain or harm.fate != "struck" or not alone or _is_one(harm.count):
        return harm
    dead = [e.first_sentence for e in persons if e.fate == "killed"]
    dead += [t.sentence for t in totals if t.fate == "killed" and t.count.minimum]
    return replace(harm, fate="injured") if any(0 < at <= sentence for at in dead) else harm


def _is_one(count: Count | None) -> bool:
    return count is None or count.minimum < 2
