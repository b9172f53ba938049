"""What a name is that no list has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.linking import villages
from geo.model import Report, Source, Span, Status, When
from tests.linking.test_scenes import named


@pytest.mark.parametrize(
    ("behind", "wanted"),
    [(" neighborhood", "holm"), ("", "holm"), (" Street", None), (" hospital", None)],
)
def test_a_quarter_has_a_name_of_its_own_and_a_street_none(behind: str, wanted: str | None) -> None:
    """A deed is in one quarter, and may be in several streets of a town."""
    text = f"Two were shot in Holm{behind}."
    name = f"Holm{behind}" if behind == " Street" else "Holm"
    absent = (f"'{name}' is not in the gazetteer",)
    where = replace(named(text, name), because=absent)
    when = When(None, None, "unknown", "no date")
    told = Span(9, 13), Span(0, len(text)), text, Status.OCCURRED, when, where
    assert villages.village(Report("a", "shooting", Source("a"), *told)) == wanted


def test_a_town_is_one_wherever_the_article_names_it() -> None:
    """Its headline does not call it so, and a street never is."""
    text = "Rebels take Holm. They came to the town of Holm at dawn, by Birk Street."
    assert villages.is_called_town(text, "Holm")
    assert not villages.is_called_town(text, "Birk Street")
    assert not villages.is_called_town("It was in Holm, by the town of Holmgard.", "Holm")
