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
        ("Troops detained two clerks from Tolmen, a camp in Galdor said.", "detained", "Tolmen"),
        ("Troops detained two clerks from Tolmen at a mill near Galdor.", "detained", "Galdor"),
        ("The march against the raid in Galdor took place in Tolmen.", "raid", "Galdor"),
        (
            "A raid carried out by troops and Galdor police at Tolmen led to arrests.",
            "raid",
            "Tolmen",
        ),
        (
            "A raid launched by rangers near Tolmen led to arrests, a note of Galdor police said.",
            "raid",
            "Tolmen",
        ),
    ],
)
def test_what_a_place_saw_and_what_was_held_there_was_there(
    text: str, trigger: str, where: str
) -> None:
    """What the deed was about was where that is told, not where people met."""
    found = [named(text, name) for name in ("Tolmen", "Galdor")]
    told = attachment.choose(text, sentence(text, trigger, *found), span(text, trigger))
    assert [r.mention.span.of(text) for r in told.places] == [where]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A man who shot two nuns in Galdor was held in Tolmen.", "shot"),
        ("The suspect in the stabbing of a nun in Galdor is being held in Tolmen.", "stabbing"),
        ("A trader kidnapped in Galdor was held in Tolmen for a week.", "kidnapped"),
        ("Police arrested a baker in Galdor and he was held in Tolmen.", "arrested"),
        ("A student seized at the march in Galdor was held in Tolmen.", "march"),
    ],
)
def test_who_is_held_somewhere_did_nothing_there(text: str, trigger: str) -> None:
    """Only what people hold is where it was held: a march, and no suspect or hostage."""
    found = [named(text, name) for name in ("Galdor", "Tolmen")]
    told = attachment.choose(text, sentence(text, trigger, *found), span(text, trigger))
    assert [r.mention.span.of(text) for r in told.places] == ["Galdor"]
