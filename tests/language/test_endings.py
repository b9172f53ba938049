import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.language.endings import GUESSES, stems
from geo.language.names import fold


@pytest.mark.parametrize(
    ("inflected", "nominative"),
    [
        ("Zvečana", "Zvečan"),
        ("Leposaviću", "Leposavić"),
        ("Leposavićem", "Leposavić"),
        ("Zubinom Potoku", "Zubin Potok"),
        ("Kosovske Mitrovice", "Kosovska Mitrovica"),
        ("Kosovskoj Mitrovici", "Kosovska Mitrovica"),
        ("Novog Pazara", "Novi Pazar"),
        ("Gornjem Milanovcu", "Gornji Milanovac"),
        ("Kosovom", "Kosovo"),
        ("Vranju", "Vranje"),
        ("Dečanima", "Dečani"),
        ("Rijeci", "Rijeka"),
        ("Požezi", "Požega"),
        ("Banjskoj", "Banjska"),
        ("Звечану", "Звечан"),
        ("Prishtinës", "Prishtinë"),
        ("Mitrovicës", "Mitrovica"),
        ("Pejës", "Pejë"),
        ("Shkodrës", "Shkodër"),
        ("Gjilanit", "Gjilan"),
        ("Kaçanikut", "Kaçanik"),
        ("Ferizajt", "Ferizaj"),
        ("Hanit të Elezit", "Hani i Elezit"),
    ],
)
def test_cases_lead_back_to_the_nominative(inflected: str, nominative: str) -> None:
    """Nouns and adjectives, Serbian and Albanian, in either script."""
    assert fold(nominative) in [stem.key for stem in stems(inflected)]


@given(st.text())
def test_stems_are_keys_and_few(name: str) -> None:
    """They can be looked up, none is the name itself, and a long name has no more of them."""
    found = [stem.key for stem in stems(name)]
    assert all(fold(key) == key and key for key in found)
    assert fold(name) not in found
    assert len(found) <= 2 * GUESSES


def test_short_words_keep_their_endings() -> None:
    """Three letters have to be left: Ibra is a name, but no "Us" is a "U"."""
    assert stems("Ubi") == stems("Us") == stems("") == ()


def test_a_stem_says_where_its_language_is_written() -> None:
    """Serbian endings are not read off names of Albania, nor Albanian ones off Croatian names."""
    found = {stem.key: stem.countries for stem in stems("Gjilanit")}
    assert "AL" in found["gjilan"]
    assert "HR" not in found["gjilan"]
    assert "AL" not in next(s.countries for s in stems("Zvečanom") if s.key == "zvecan")
