"""Of what sector somebody is."""

import tomllib
from importlib import resources

import pytest

from geo.events.sectors import default_sectors
from geo.language.almanac import words

PLOVER = words(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF AGR BUS CRM CVL EDU JRN LAB MED REF OPP REL IGO NGO"
)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Serb protesters", ("protesters", True)),
        ("Kosovo police", ("police", True)),
        ("NATO peacekeepers", ("peacekeepers", True)),
        ("police officers", ("police", True)),
        ("rebel leader", ("rebels", True)),
        ("militiamen", ("militia", True)),
        ("police station", ("police", False)),
        ("rebel-held town", (None, False)),
        ("suspected thieves", ("criminals", True)),
        ("leader", (None, True)),
        ("bomb", (None, False)),
    ],
)
def test_the_noun_decides_before_its_modifiers(said: str, told: tuple[str | None, bool]) -> None:
    """Who protests is no student; of what is no people a modifier tells; else nobody knows."""
    found = default_sectors().tell(said.replace("-", " - ").split())
    assert (found.sector, found.people) == told


def test_a_name_has_the_sector_of_the_longest_words_in_it() -> None:
    """A liberation army is no army."""
    found = default_sectors().tell(["Galdor", "Liberation", "Army"], name=True)
    assert found.sector == "rebels"


def test_codes_are_those_of_acled_and_plover() -> None:
    """``inter`` is one of eight; PLOVER's codes and those of its international actors."""
    found = default_sectors().all.values()
    assert {sector.inter for sector in found} <= set(range(1, 9))
    assert {sector.plover for sector in found} - {None} <= PLOVER


def test_no_noun_tells_of_two_sectors() -> None:
    """A word in two rows of the table would mean what stands last."""
    text = resources.files("geo.events").joinpath("actors.toml").read_text("utf-8")
    table = tomllib.loads(text)["sectors"].values()
    nouns = [noun.strip() for row in table for noun in row["nouns"].split("|")]
    assert sorted(noun for noun in set(nouns) if nouns.count(noun) > 1) == []


@pytest.mark.parametrize(
    ("sector", "family", "role", "inter"),
    [
        ("education", "protest", "perpetrator", 6),
        ("education", "violence", "target", 7),
        ("police", "protest", "perpetrator", 1),
        (None, "protest", "perpetrator", 6),
        (None, "violence", "perpetrator", None),
    ],
)
def test_who_protests_is_a_protester(
    sector: str | None, family: str, role: str, inter: int | None
) -> None:
    """ACLED codes what actors do there; whoever is unknown elsewhere stays so."""
    assert default_sectors().inter(sector, family, role) == inter
