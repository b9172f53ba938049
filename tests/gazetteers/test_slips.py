from hypothesis import given
from hypothesis import strategies as st

from geo.gazetteers.slips import SHORTEST, Slips, forms, is_slip, sharing

KEYS = st.text("abcdef ", min_size=1, max_size=12)
LONG = st.text("abcdef ", min_size=SHORTEST, max_size=12)


def distance(one: str, other: str) -> int:
    """Count insertions, deletions, substitutions and swaps of neighbours, by the book."""
    table = {(-1, -1): 0}
    table |= {(i, -1): i + 1 for i in range(len(one))} | {(-1, j): j + 1 for j in range(len(other))}
    for i, a in enumerate(one):
        for j, b in enumerate(other):
            table[i, j] = min(
                table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + (a != b)
            )
            if i and j and a == other[j - 1] and b == one[i - 1]:
                table[i, j] = min(table[i, j], table[i - 2, j - 2] + 1)
    return table[len(one) - 1, len(other) - 1]


@st.composite
def slipped(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a key and the key with one slip in it."""
    key = draw(LONG)
    at = draw(st.integers(0, len(key) - 1))
    sign = draw(st.sampled_from("abcdef "))
    ways = [key[:at] + key[at + 1 :], key[:at] + sign + key[at:], key[:at] + sign + key[at + 1 :]]
    ways.append(key[:at] + key[at : at + 2][::-1] + key[at + 2 :])
    return key, draw(st.sampled_from(ways))


@given(KEYS, KEYS)
def test_a_slip_is_a_distance_of_one(one: str, other: str) -> None:
    """As Damerau and Levenshtein count, either way round."""
    assert is_slip(one, other) is is_slip(other, one) is (distance(one, other) == 1)


@given(slipped())
def test_no_slip_is_missed(pair: tuple[str, str]) -> None:
    """Names one slip apart share a form, so the index finds each of them."""
    key, spelt = pair
    assert is_slip(key, spelt) or key == spelt
    assert not set(forms(key)).isdisjoint(forms(spelt))


@given(st.lists(KEYS, max_size=30), KEYS)
def test_the_packed_index_holds_what_was_added(names: list[str], asked: str) -> None:
    """A row is found by every form that it shares; names that are too short have none."""
    slips = Slips()
    for row, name in enumerate(names):
        slips.add(row, [name])
    packed = dict(slips.packed())
    found = sharing(forms(asked), lambda buckets: [(b, packed[b]) for b in buckets if b in packed])
    assert found == {
        row
        for row, name in enumerate(names)
        if len(name) >= SHORTEST - 1 and not set(forms(name)).isdisjoint(forms(asked))
    }
