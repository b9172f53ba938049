"""What somebody was doing when it befell him says where he was."""

from __future__ import annotations

import pytest

from geo.linking import meanwhile
from tests.linking.test_scenes import named, sentence, span


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two were hurt by a blast while their unit was surveying a field near Holm.", True),
        ("A shepherd was hurt in a blast as he was grazing sheep on the hills above Holm.", True),
        ("A shepherd was hurt in a blast as he was grazing sheep on a hill near Holm.", True),
        ("Two were hurt in a blast when clearing mines outside Holm.", True),
        ("Two were hurt in a blast, while in Holm people fled.", False),
        ("Two were hurt in a blast as they were returning from Holm.", False),
        ("Two were hurt in a blast before they were sent to Holm.", False),
    ],
)
def test_where_they_were_doing_it_is_where_it_was(text: str, *, found: bool) -> None:
    """A clause that tells of another deed, or where they came from, is none of it."""
    told = sentence(text, "hurt", named(text, "Holm"))
    where = meanwhile.place(text, told, span(text, "blast"))
    assert (where is not None) is found


def test_a_clause_with_a_deed_of_its_own_keeps_its_place() -> None:
    """Of two towns neither is the only one."""
    text = "Two were hurt in a blast as gunmen were shooting guards in Holm."
    told = sentence(text, "hurt", named(text, "Holm"))
    assert meanwhile.place(text, told, span(text, "blast"), (span(text, "shooting"),)) is None
    text = "Two were hurt in a blast in Varn as they were clearing mines near Holm."
    told = sentence(text, "hurt", named(text, "Varn"), named(text, "Holm"))
    assert meanwhile.place(text, told, span(text, "blast")) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He was driving through Holm when a blast killed his dog.", True),
        ("It was stopped in Holm by men in uniform, who set off a blast.", True),
        ("He was coming from Holm when a blast killed his dog.", False),
        ("He visited Holm, and a blast killed his dog.", False),
    ],
)
def test_where_somebody_was_when_it_befell_him_is_where_it_was(text: str, *, found: bool) -> None:
    """What stands before the deed tells that as well."""
    told = sentence(text, "", named(text, "Holm"))
    where = meanwhile.place(text, told, span(text, "blast"))
    assert (where is not None) is found
