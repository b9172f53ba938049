"""The verb between a deed and a place says that it was there, whatever else is named."""

from __future__ import annotations

import pytest

from geo.linking import attachment
from tests.linking.test_scenes import named, sentence, span


@pytest.mark.parametrize(
    ("text", "trigger", "where"),
    [
        ("Tolmen was rocked by two blasts, said the mission in Galdor.", "blasts", "Tolmen"),
        ("Tolmen also saw a second day of clashes, police in Galdor said.", "clashes", "Tolmen"),
        ("A vigil for the clerks shot in Galdor was held in Tolmen.", "vigil", "Tolmen"),
        ("A vigil for the clerks shot in Galdor was held in Tolmen.", "shot", "Galdor"),
        ("The march against the raid in Galdor took place in Tolmen.", "raid", "Galdor"),
    ],
)
def test_what_a_place_saw_and_what_was_held_there_was_there(
    text: str, trigger: str, where: str
) -> None:
    """What the deed was about was where that is told, not where people met."""
    found = [named(text, name) for name in ("Tolmen", "Galdor")]
    told = attachment.choose(text, sentence(text, trigger, *found), span(text, trigger))
    assert [r.mention.span.of(text) for r in told.places] == [where]
