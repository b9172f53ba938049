"""Deeds of those who were sentenced for them."""

from __future__ import annotations

from datetime import date

import pytest

from geo.events.verdicts import names_verdict, of_convict
from geo.model import Span, When


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("A clerk who stabbed a rival was sentenced yesterday to nine years.", True),
        ("A clerk who stabbed a rival was told that he would serve nine years.", True),
        ("A clerk who stabbed a rival was handed a nine-year term.", True),
        ("A clerk who stabbed a rival walked free from the court.", True),
        ("A clerk who stabbed a rival appeared in court.", False),
        ("A clerk stabbed a rival and was jailed.", False),
        ("A clerk who stabbed a rival freed a man who was jailed.", False),
        ("A clerk who was jailed in May stabbed a rival.", False),
    ],
)
def test_a_deed_is_old_if_who_did_it_was_given_something_for_it(text: str, *, old: bool) -> None:
    """A first hearing is no sentence, nor is somebody else's; a plain deed is told as news."""
    at = text.index("stabbed")
    found = of_convict(text, Span(0, len(text)), Span(at, at + 7), None)
    assert (found is not None) is old


def test_a_day_before_the_verdict_is_the_deed_s_own() -> None:
    """Of a court that sat at once."""
    text = "A clerk who stabbed a rival on Monday was jailed on Tuesday."
    at, day = text.index("stabbed"), text.index("on Monday")
    when = When(date(2024, 3, 4), date(2024, 3, 4), "day", "", span=Span(day, day + 9))
    assert of_convict(text, Span(0, len(text)), Span(at, at + 7), when) is None


def test_charges_are_no_verdict() -> None:
    """They may follow within a day."""
    assert names_verdict("he was found guilty on monday")
    assert not names_verdict("he was arrested and charged on monday")
