"""What somebody is accused of is background beside what is done to him."""

from __future__ import annotations

from datetime import date

import pytest

from geo import Article, Reader, open_gazetteer
from geo.reports import accusations

PUBLISHED = date(2025, 3, 6)  # a Thursday


def charged(*sentences: str) -> list[str]:
    """Return the kinds of what an article only tells as an accusation."""
    article = Article("a", " ".join(sentences), published=PUBLISHED)
    reports = Reader(open_gazetteer()).reports(article)
    return [r.kind for r in reports if r.because[-1] == accusations.BECAUSE]


MOB = "Two men accused of stealing cattle were lynched by villagers in Garissa on Sunday."
ARREST = "Police in Loja detained two clerks on suspicion of setting fire to lorries."
NEWS = "A bombing in Quito on Tuesday wounded two clerks."


@pytest.mark.parametrize(
    ("sentences", "kinds"),
    [
        ((ARREST, NEWS), ["arson"]),
        ((ARREST,), []),
        ((ARREST[:-1] + " on Monday.", NEWS), []),
        (("Police in Loja detained a clerk for his part in an attack on a judge.", NEWS), []),
        (("Police said that a gang was behind several kidnappings in Loja.",), ["abduction"]),
        (("A clerk in Loja is suspected of involvement in attacks that killed nine.",), ["attack"]),
        (("Police said that a gang was behind the attack in Loja on Monday.",), []),
    ],
)
def test_a_charge_is_background_beside_other_news(
    sentences: tuple[str, ...], kinds: list[str]
) -> None:
    """Not where it is the only deed, has a day of its own, or is named as a deed."""
    assert charged(*sentences) == kinds


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Two men accused of kidnapping a child were lynched in Loja on Monday.", ["abduction"]),
        ("Two men accused of a robbery were arrested in Loja on Monday.", []),
    ],
)
def test_what_the_lynched_were_accused_of(sentence: str, kinds: list[str]) -> None:
    """The deed of the crowd is the news, wherever the charge stands."""
    assert charged(sentence) == kinds
