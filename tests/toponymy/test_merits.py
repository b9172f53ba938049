"""What speaks for a bearer of a name by itself."""

from geo.toponymy.candidates import candidates_of
from geo.toponymy.cases import Case
from geo.toponymy.merits import own_arguments
from geo.toponymy.weights import WEIGHTS
from tests import namesakes


def case(name: str, hint: str | None = None, *fitting: int) -> Case:
    """Return a case of a name."""
    candidates = candidates_of(namesakes.gazetteer()).of(name, hint)
    return Case(0, hint, candidates, frozenset(fitting))


def worth(asked: Case, place_id: str) -> float:
    """Add up what speaks for one candidate."""
    index = next(i for i, c in enumerate(asked.candidates) if c.place.id == place_id)
    return sum(weight for weight, _ in own_arguments(asked, index, WEIGHTS))


def test_a_large_town_outweighs_a_small_one() -> None:
    """Of two towns of a name, with nothing else said, the larger is likelier."""
    lorn = case("Lorn")
    assert worth(lorn, "gn:1") > worth(lorn, "gn:2")


def test_a_word_for_the_sort_counts_for_one_and_against_the_other() -> None:
    """Called a village, the town gains and its namesake, which is none, loses."""
    plain, told = case("Tern County"), case("Tern County", "county", 0)
    fits, other = (c.place.id for c in told.candidates)
    assert worth(told, fits) > worth(plain, fits)
    assert worth(told, other) < worth(plain, other)


def test_every_argument_that_is_told_has_words() -> None:
    """The first argument says what the place is."""
    for name in ("Ardovia", "Upper Mark", "Tern County", "Fenwick", "Dell"):
        _, words = next(iter(own_arguments(case(name), 0, WEIGHTS)))
        assert words
