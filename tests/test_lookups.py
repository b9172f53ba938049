"""Looking names up: all places of a name, in any spelling, and what begins so."""

from __future__ import annotations

import pytest

from geo import lookups
from geo.errors import OptionError
from geo.gazetteer import Gazetteer


def test_a_search_lists_names_and_what_begins_so(gazetteer: Gazetteer) -> None:
    """The exact name first; filters and nearness are heeded."""
    found = [place.id for place in lookups.search("Brnjak", gazetteer=gazetteer)]
    assert found == ["xk-crossing-brnjak", "xk-brnjak", "xk-brnjaca"]
    found = [p.id for p in lookups.search("bern", kind="settlement", gazetteer=gazetteer)]
    assert found == ["xk-brnjak", "xk-brnjaca"]
    near = lookups.search("brnjak", near=(20.6, 42.4), limit=1, gazetteer=gazetteer)
    assert [place.id for place in near] == ["xk-brnjaca"]
    assert lookups.search("Brnjak", country="al", gazetteer=gazetteer) == ()
    for name, kind in (("—", None), ("Brnjak", "hamlet")):
        with pytest.raises(OptionError):
            lookups.search(name, kind=kind, gazetteer=gazetteer)


def test_names_are_found_in_every_spelling(gazetteer: Gazetteer) -> None:
    """In the order in which they were asked for; what is unknown has no place."""
    told = lookups.locate("Штрпце", "Shtërpcë", "Nowhere", gazetteer=gazetteer)
    found = [(name, [place.id for place in places]) for name, places, _ in told]
    assert found == [("Штрпце", ["xk-strpce"]), ("Shtërpcë", ["xk-strpce"]), ("Nowhere", [])]


def test_a_container_and_a_case_ending_are_understood(gazetteer: Gazetteer) -> None:
    """A name may say what it lies in; how an unknown one was read is told."""
    held, inflected = lookups.locate("TOLMEN, Ardovia", "Zubinom Potoku", gazetteer=gazetteer)
    assert ([place.id for place in held.places], held.because) == (["xa-tolmen"], "")
    assert [place.id for place in inflected.places] == ["xk-zubin-potok"]
    assert inflected.because == "Zubinom Potoku read as Zubin Potok, without its case ending"
