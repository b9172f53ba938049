"""Names inside the names of bodies."""

import pytest

from geo.language import embedded
from geo.language.tagger import default_tagger


def likely(name: str, inner: str) -> float:
    """Return how likely an inner name is a place by the weights that ship."""
    words, part = name.split(), inner.split()
    first = words.index(part[0])
    tagger = default_tagger()
    letter = tagger.names.letter(inner.lower()) or "-"
    told = embedded.clues(words, first, first + len(part), letter, tagger.first_names)
    return embedded.probability(told, embedded.weights())


@pytest.mark.parametrize(
    ("name", "inner"),
    [
        ("Bank of Ghana", "Ghana"),
        ("Nairobi Hospital", "Nairobi"),
        ("National Assembly of Angola", "Angola"),
        ("Radio Montevideo", "Montevideo"),
    ],
)
def test_a_place_in_the_name_of_a_body_is_one(name: str, inner: str) -> None:
    """Countries and cities in front, behind and after "of"."""
    assert likely(name, inner) > 0.5


@pytest.mark.parametrize(
    ("name", "inner"),
    [("Alexander Foundation", "Alexander"), ("Justice Party", "Justice")],
)
def test_a_person_or_a_word_is_none(name: str, inner: str) -> None:
    """Towns are called Alexander and Justice too."""
    assert likely(name, inner) < 0.5


def test_clues_do_not_look_beyond_the_name() -> None:
    """The first word has no word before, the last none behind."""
    assert "before=^" in embedded.clues(["Galdor", "FC"], 0, 1, "M", ())
    assert "after=$" in embedded.clues(["FC", "Galdor"], 1, 2, "M", ())
