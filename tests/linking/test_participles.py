"""A participle behind a comma hangs on its main verb."""

from __future__ import annotations

import pytest

from geo.linking import participles
from geo.linking.fields import Field
from tests.linking.test_attachment import chosen
from tests.linking.test_scenes import named, sentence, span


def host(text: str, participle: str, *names: str) -> str | None:
    """Return the main verb of a participle in words."""
    field = Field(text, sentence(text, participle, *(named(text, name) for name in names)))
    found = participles.host(field, span(text, participle))
    return found.of(text) if found is not None else None


@pytest.mark.parametrize(
    ("text", "participle", "verb"),
    [
        ("Raiders swept into the hamlet, shooting people.", "shooting", "swept"),
        ("Raiders swept into the hamlet, police said, burning huts.", "burning", "swept"),
        ("A mob burst into the mill, hurting a cook and torching a van.", "torching", "burst"),
        ("A mob burst into the mill, hurting a cook, and then torching a van.", "torching",
         "burst"),
        ("Raiders who had slept stormed the mint, shooting people.", "shooting", "stormed"),
    ],
)  # fmt: skip
def test_it_goes_on_with_the_verb_before_its_chain(text: str, participle: str, verb: str) -> None:
    """Past other participles, auxiliaries and those who say so."""
    assert host(text, participle) == verb


@pytest.mark.parametrize(
    ("text", "participle"),
    [
        ("Shooting people, raiders swept into the hamlet.", "Shooting"),
        ("Raiders swept in and were shooting people.", "shooting"),
        ("Guards, who dozed, heard of the shooting.", "shooting"),
        ("Raiders drove off, shooting people in Tolmen.", "shooting"),
        ("Raiders swept into the hamlet, and people were shot.", "shot"),
    ],
)
def test_what_stands_by_itself_has_none(text: str, participle: str) -> None:
    """What opens a sentence, a verb of its own, a noun, what names its place, no participle."""
    assert host(text, participle, *(["Tolmen"] if "Tolmen" in text else [])) is None


@pytest.mark.parametrize(
    ("text", "participle"),
    [
        ("A mob marched through Tolmen on the road to Galdor, killing a guard.", "killing"),
        ("A mob marched through Tolmen, which lies north of Galdor, beating traders.", "beating"),
        ("Gunmen stormed a hall in Tolmen with rifles stolen in Galdor, shooting people.",
         "shooting"),
        ("Rebels stormed an inn in Tolmen at dusk, then looting it, said police in Galdor.",
         "looting"),
        ("A mob marched through Tolmen, hurting a cook and burning huts, said a man in Galdor.",
         "burning"),
    ],
)  # fmt: skip
def test_its_deed_is_where_that_of_the_main_verb_is(text: str, participle: str) -> None:
    """Whatever other town stands nearer to it, before or behind."""
    assert chosen(text, participle, "Tolmen", "Galdor") == ["Tolmen"]


def test_a_place_of_its_own_is_nearer() -> None:
    """Who "drove to Tolmen, attacking a post in Galdor" did so in Galdor."""
    text = "Gunmen drove to Tolmen on Monday, attacking two posts in Galdor."
    assert chosen(text, "attacking", "Tolmen", "Galdor") == ["Galdor"]
