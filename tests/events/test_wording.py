"""What the wording of a report says of what was told before."""

from __future__ import annotations

from datetime import date

from geo import Article, Reader, open_gazetteer, stories


def test_further_south_is_another_deed() -> None:
    """Though what was told before is only known to be in the same country."""
    text = (
        "Nine people were killed when rebels raided a village in the east of Congo on Wednesday."
        "\n\nFurther south, fighting broke out on Wednesday between rebels and militiamen around "
        "the town of Orvale. No figures were available."
    )
    article = Article("a", text, published=date(2025, 7, 17))
    found = stories.merge(Reader(open_gazetteer()).reports(article))
    assert [i.killed for i in found if i.where and i.where.mention.name == "Orvale"] == [None]


def test_what_was_earlier_is_another_deed() -> None:
    """Two quarters of a town that are in no list are two scenes, each with its own victims."""
    text = (
        "A crowd was shot at in Chicago's Englewood neighborhood early Saturday, killing one man."
        "\n\nEarlier, shortly before 10 p.m. Friday, a man was gunned down in the Orvale "
        "neighborhood.\n\nA boy was stabbed to death in Little Village on Saturday night."
    )
    article = Article("a", text, published=date(2024, 3, 12))
    found = stories.merge(Reader(open_gazetteer()).reports(article))
    assert [i.killed.maximum for i in found if i.killed is not None] == [1, 1, 1]
