"""The list of names that the recogniser knows by heart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import ModelError
from geo.language import namelist
from geo.language.tagger import default_tagger

keys = st.from_regex(r"[a-z0-9]{1,8}( [a-z0-9]{1,8}){0,6}", fullmatch=True)
lists = st.dictionaries(keys, st.sampled_from("CAULMSRWXNO"), max_size=20)


@given(lists)
def test_a_list_comes_back_as_it_was_written(letters: dict[str, str]) -> None:
    """Every name of at most LONGEST words keeps its letter; longer ones are left out."""
    back = namelist.loads(namelist.dumps(letters))
    kept = {key: told for key, told in letters.items() if key.count(" ") < namelist.LONGEST}
    assert {key: back.letter(key) for key in letters} == {key: kept.get(key) for key in letters}


@given(lists)
def test_the_order_of_names_does_not_count(letters: dict[str, str]) -> None:
    """The same names in any order give the same bytes."""
    assert namelist.dumps(letters) == namelist.dumps(dict(reversed(letters.items())))


@given(lists)
def test_a_key_extends_where_a_longer_name_begins_with_its_words(letters: dict[str, str]) -> None:
    """Beginnings end at a space: "new" begins "new york", "ne" does not."""
    known = namelist.NameList(letters)
    for key in letters:
        words = key.split(" ")
        assert all(known.extends(" ".join(words[:n])) for n in range(1, len(words)))
        assert known.extends(key[:-1]) is any(k.startswith(key[:-1] + " ") for k in letters)


@pytest.mark.parametrize("damage", [b"", b"rubbish", namelist.dumps({"peja": "M"})[:-6]])
def test_a_damaged_list_is_refused(damage: bytes) -> None:
    """What cannot be read whole is an error that names the file."""
    with pytest.raises(ModelError, match=namelist.FILE):
        namelist.loads(damage)


def test_the_shipped_list_knows_what_news_means() -> None:
    """A letter is that of the likeliest bearer: the country before the name of a person."""
    known = default_tagger().names
    told = {"chad": "C", "texas": "A", "paris": "L", "french": "N", "walker county": "U"}
    assert {key: known.letter(key) for key in told} == told
    assert known.letter("zxqv") is None
