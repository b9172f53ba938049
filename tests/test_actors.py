"""Who takes part in an incident, in which role, of which sector."""

import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from geo import actors
from geo.lexicon import Trigger, default_lexicon
from geo.model import Actor, Span

GOLD = Path(__file__).parent / "gold" / "actors.jsonl"
FLOORS = {"who": 0.9, "sector": 0.95}
"""F1 of name and role, share of right sectors: what must not get worse."""
NAMES = st.sampled_from(["Rebels", "rebels", "Ana Kos", "police"])
ACTORS = st.builds(Actor, NAMES, st.sampled_from(actors.ROLES), st.sampled_from([None, "police"]))


def read(text: str, words: str, kind: str = "attack") -> list[tuple[str, str, str | None]]:
    """Read the actors of one sentence, its trigger given."""
    start = text.index(words)
    trigger = Trigger(default_lexicon().kinds[kind], Span(start, start + len(words)), generic=False)
    found = actors.find(text, Span(0, len(text)), trigger)
    assert all(actor.span and actor.span.of(text) == actor.name for actor in found)
    return [(actor.name, actor.role, actor.sector) for actor in found]


def measured(rows: list[dict[str, Any]]) -> dict[str, float]:
    """Compare with the gold: names with roles, and the sectors of those found."""
    right = wanted = given = sectors = 0
    for row in rows:
        gold = {(name, role): sector for name, role, sector in row["actors"]}
        found = read(row["text"], row["trigger"], row["kind"])
        both = [(n, r, s) for n, r, s in found if (n, r) in gold]
        right, wanted, given = right + len(both), wanted + len(gold), given + len(found)
        sectors += sum(gold[name, role] == sector for name, role, sector in both)
    return {"who": 2 * right / (wanted + given), "sector": sectors / right}


def test_the_gold_is_met() -> None:
    """Invented sentences of many constructions: who acts, on whom, and who says so."""
    rows = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    found = measured(rows)
    assert {name: value for name, value in found.items() if value < FLOORS[name]} == {}
