"""Who takes part in an incident, in which role, of which sector."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.lexicon import Trigger, default_lexicon
from geo.model import Actor, Span
from geo.reports import actors

GOLD = Path(__file__).parents[1] / "gold" / "actors.jsonl"
FLOORS = {"who": 0.97, "sector": 0.98}
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


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed them.",
        "It killed nobody.",
        "The Monday attack killed cattle.",
    ],
)
def test_things_and_pronouns_are_no_actors(text: str) -> None:
    """Bombs, days and "they" take no part."""
    assert read(text, "kill" if "kill" in text else "attack") == []


def test_who_shoots_is_not_called_a_civilian() -> None:
    """That they are people says nothing of their sector; of a victim it does."""
    told = read("Two men shot a woman.", "shot", "shooting")
    assert told == [("men", "perpetrator", None), ("woman", "target", "civilians")]


@pytest.mark.parametrize(
    ("who", "role"), [("Police", "authority"), ("Rebels", "perpetrator"), ("Men", "perpetrator")]
)
def test_only_who_holds_authority_arrests_with_it(who: str, role: str) -> None:
    """Rebels who detain somebody do so without."""
    assert read(f"{who} detained a nurse.", "detained", "arrest")[0][1] == role


@given(st.lists(st.lists(ACTORS, max_size=4), max_size=4))
def test_uniting_twice_changes_nothing(told: list[list[Actor]]) -> None:
    """Nobody is listed twice in a role, a known sector is kept, the roles are in order."""
    once = actors.merged(told)
    assert actors.merged([once]) == once
    assert len({(actor.name.lower(), actor.role) for actor in once}) == len(once)
    given = {(a.name.lower(), a.role) for one in told for a in one if a.sector is not None}
    assert given == {(a.name.lower(), a.role) for a in once if a.sector is not None}
    ranks = [actors.ROLES.index(actor.role) for actor in once]
    assert ranks == sorted(ranks)


@settings(deadline=None)  # the first example may load tables
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=120), st.data())
def test_any_text_has_an_answer(text: str, data: st.DataObject) -> None:
    """Whatever the text and wherever the trigger: names stand in the text."""
    start = data.draw(st.integers(0, len(text)))
    trigger = Trigger(default_lexicon().kinds["attack"], Span(start, len(text)), generic=False)
    for actor in actors.find(text, Span(0, len(text)), trigger):
        assert actor.span is not None
        assert actor.span.of(text) == actor.name.strip() != ""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They deplored Ana Kos's murder.", [("Ana Kos", "target")]),
        (
            "They deplored the army's murder of a nurse.",
            [("army", "perpetrator"), ("nurse", "target")],
        ),
    ],
)
def test_whose_murder_it_was_is_whom_it_befell(text: str, wanted: list[tuple[str, str]]) -> None:
    """Unless those who kill own the word, or another victim is named."""
    told = [told[:2] for told in read(text, "murder") if told[1] != "speaker"]
    assert told == wanted
