"""What goes on with a deed told before is no second one."""

from __future__ import annotations

from datetime import date

import pytest

from geo import Article, Reader, open_gazetteer
from geo.reports import retellings

PUBLISHED = date(2025, 3, 6)  # a Thursday
FIGHT = "Two guards were killed in a gunfight with rebels near Loja on Wednesday."
SIEGE = "Rebels captured the barracks in Loja on Wednesday, killing ten soldiers."
SIT_IN = "Miners staged a sit-in on the ring road in Loja on Wednesday."


def told(*sentences: str) -> list[bool]:
    """Tell of each report of the last sentence whether it only goes on with one before."""
    article = Article("a", " ".join(sentences), published=PUBLISHED)
    reports = Reader(open_gazetteer()).reports(article)
    last = [r for r in reports if r.quote == sentences[-1] and not r.verbal]
    return [retellings.BECAUSE in r.because for r in last]


@pytest.mark.parametrize(
    "sentences",
    [
        (FIGHT, "The firing broke out at dawn, when rebels stormed the village and opened fire."),
        (SIEGE, "They made off with rifles."),
        (SIT_IN, "The protesters dispersed after talks with the mayor."),
        (SIT_IN, "Traffic was restored after an hour."),
    ],
)
def test_what_is_known_goes_on(sentences: tuple[str, ...]) -> None:
    """A deed by its name, those who did it, a crowd, and a road that is open again."""
    assert told(*sentences)
    assert all(told(*sentences))


@pytest.mark.parametrize(
    "sentences",
    [
        (FIGHT, "The shelling of Quito took place on Monday."),
        (FIGHT, "The rebels killed four traders in Quito on Wednesday."),
        (SIT_IN, "The protesters threw stones at police."),
        (SIT_IN, "Police fired tear gas at the protesters."),
        (FIGHT, "The gunfight broke out near Loja at dawn and left a cook dead."),  # how many
        (FIGHT, "The attack took place at dawn, when the rebels abducted two cooks."),
        ("Miners marched through Loja on Wednesday.", "They then blocked the road to Quito."),
        ("They made off with rifles from a barracks in Loja on Wednesday.",),
    ],
)
def test_another_place_or_day_and_what_police_do_is_the_next(sentences: tuple[str, ...]) -> None:
    """Nor is a toll, a road that marchers block, or anything that the article tells first."""
    assert not any(told(*sentences))
