from hypothesis import given
from hypothesis import strategies as st

from geo.spellings import closest, is_alike

KEYS = st.text("abcdefg ", min_size=1, max_size=12)


@given(KEYS, st.lists(KEYS))
def test_only_candidates_are_suggested(key: str, candidates: list[str]) -> None:
    """Nothing is made up, and what is suggested is alike."""
    found = closest(key, candidates)
    assert set(found) <= set(candidates)
    assert all(is_alike(key, [like]) for like in found)


@given(KEYS, st.lists(KEYS, max_size=20))
def test_the_word_itself_is_the_closest(key: str, candidates: list[str]) -> None:
    """If the exact spelling is there it comes first, whatever the order of the others."""
    assert closest(key, [*candidates, key])[0] == key
    assert closest(key, candidates) == closest(key, candidates[::-1])
