"""The clause of its own verb says whether a deed came about, and no other clause."""

from __future__ import annotations

import pytest

from geo.events.factuality import status
from geo.events.levels import above
from geo.lexicon import default_lexicon
from geo.model import Span, Status


def told(text: str, words: str) -> Status:
    """Return the status of the trigger of a sentence that ends with some words."""
    triggers = default_lexicon().find(text)
    trigger = next(t for t in triggers if t.span.of(text).endswith(words))
    return status(text, Span(0, len(text)), trigger.span, trigger.verb)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Militants who had planned to leave kidnapped two nuns.", "two nuns"),
        ("Militants who could lose their pay kidnapped two nuns.", "two nuns"),
        ("Farmers failed to reach the mint but blocked a highway.", "a highway"),
        ("Farmers did not wait and blocked a highway.", "a highway"),
        ("Rebels rejected a call to lay down arms and stormed a camp.", "stormed a camp"),
        ("Vowing to bring down the duke, rebels stormed a camp.", "stormed a camp"),
        ("Gunmen accused of plotting a coup shot dead a monk.", "shot"),
        ("The duke could not explain how rebels stormed a camp.", "stormed a camp"),
    ],
)
def test_what_another_clause_says_leaves_a_deed_alone(text: str, words: str) -> None:
    """A past verb of its own level is under no plan, refusal or vow of those who acted."""
    assert told(text, words) is Status.OCCURRED


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Farmers have decided to block a highway.", "a highway", Status.PLANNED),
        ("Farmers to block a highway", "a highway", Status.PLANNED),
        ("Rebels came close to storming a camp.", "storming a camp", Status.ATTEMPTED),
        ("Farmers nearly blocked a highway.", "a highway", Status.ATTEMPTED),
        ("Rebels refused to storm a camp.", "storm a camp", Status.DENIED),
        ("There is no evidence that rebels stormed a camp.", "stormed a camp", Status.DENIED),
        ("Did rebels storm a camp?", "storm a camp", Status.DENIED),
    ],
)
def test_what_governs_a_verb_behind_its_subject(text: str, words: str, expected: Status) -> None:
    """Words between who acts and what he does speak of the deed, though a trigger holds them."""
    assert told(text, words) is expected


@pytest.mark.parametrize(
    "before", ["rebels may be tried and ", "they denied that rebels stormed it and ", "rebels "]
)
def test_a_second_verb_of_the_same_level_is_governed_alike(before: str) -> None:
    """What reaches over both verbs is left where it stands."""
    assert above(before, "shot a guard") == before


@pytest.mark.parametrize(
    ("before", "left"),
    [
        ("members of the front, a group demanding lower fees, ", "members of the front "),
        ("weavers demanding a raise ", "weavers "),
        ("as part of a call to protest, the union ", "the union "),
        ("the union demanded that ", "the union demanded that "),
    ],
)
def test_what_somebody_demands_governs_no_verb_of_his(before: str, left: str) -> None:
    """A demand that only says who acts stands below the main verb."""
    assert above(before, "staged a sit-in") == left
