from __future__ import annotations

import pytest

from geo.model import Span
from geo.temporal import tense


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("They will meet on [Monday].", "future"),
        ("They met on [Monday], he said.", "past"),
        ("They were held on [Monday].", "past"),
        ("The closing, which is expected in [December], is near.", "future"),
        ("The group could leave as soon as [Monday].", "future"),
        ("A slated visit in [May] was called off.", "future"),
        ("The vote was planned for early [May].", "future"),
        ("Unions called for a strike on [Monday].", "future"),
        ("The drivers have called a strike for [Monday].", "future"),
        ("All five victims of a [Monday] shooting are expected to live.", ""),
        ("A calm [Monday] in the valley.", ""),
        ("Farmers blocked the bridge until [Monday].", "past"),
        ("Farmers will have blocked the bridge until [Monday].", "future"),
        ("The bridge is closed until [Monday].", "future"),
        ("Holding them up on [Monday] until further notice.", ""),
        ("The strike would begin on [Monday].", "future"),
        ("The group might meet on [Monday].", "future"),
        ("Lorries could not cross on [Monday].", ""),
        ("Farmers could hear shots on [Monday].", ""),
        ("Smoke could be seen on [Monday].", ""),
        ("The men might have fled on [Monday].", "past"),
        ("In what might be a record, [Monday] brought rain.", ""),
    ],
)
def test_the_nearest_cue_says_what_lies_ahead(told: str, wanted: str) -> None:
    """What is awaited or called for comes; what is told is past; else nothing is said."""
    start, end = told.index("["), told.index("]") - 1
    text = told.replace("[", "").replace("]", "")
    assert tense.of(text, Span(0, len(text)), Span(start, end)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("They may soon leave.", True), ("They will leave soon.", True), ("It soon fell.", False)],
)
def test_soon_looks_ahead_only_in_a_plan(text: str, wanted: bool) -> None:  # noqa: FBT001
    """In a tale "soon" is a matter of time passed."""
    at = text.index("soon")
    assert tense.is_awaited_soon(text, Span(0, len(text)), Span(at, at + 4)) is wanted


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("Police will investigate the killing of two nuns on [Monday].", "past"),
        ("They want to clarify [Monday]'s murder of two nuns.", "past"),
        ("Police will investigate the price of maize on [Monday].", "future"),
        ("They will discuss a strike on [Monday].", "future"),
    ],
)
def test_what_somebody_reacts_to_is_done(told: str, wanted: str) -> None:
    """A deed that will be investigated lies behind; no deed, or one only talked of, does not."""
    start, end = told.index("["), told.index("]") - 1
    text = told.replace("[", "").replace("]", "")
    assert tense.of(text, Span(0, len(text)), Span(start, end)) == wanted
