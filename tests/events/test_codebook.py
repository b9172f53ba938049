"""The codebook: every kind has its entry, and its examples tell of it."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from geo.events.codebook import Entry, entries
from geo.gazetteer import Gazetteer
from geo.lexicon import default_lexicon
from geo.model import Article
from geo.pipeline import Reader
from tools import make_codebook

UCDP_TYPES = {"1", "2", "3"}


def test_every_kind_has_an_entry_and_no_entry_is_left_over() -> None:
    """A kind added to kinds.toml needs a definition before anybody meets it."""
    told = tomllib.loads(resources.files("geo.events").joinpath("codebook.toml").read_text("utf-8"))
    assert set(told) == set(default_lexicon().kinds)


def test_the_page_is_what_the_tables_say() -> None:
    """Run ``python -m tools.make_codebook`` when this fails."""
    assert make_codebook.PAGE.read_text("utf-8") == make_codebook.page()


def test_only_violence_and_force_can_be_an_event_for_ucdp() -> None:
    """UCDP knows three types, and codes nothing that uses no force."""
    for entry in entries():
        if entry.ucdp is not None:
            assert set(entry.ucdp.split(", ")) <= UCDP_TYPES
            assert (entry.kind.plover or "").startswith("ASSAULT")


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.kind.name)
def test_the_examples_tell_of_the_kind(entry: Entry, gazetteer: Gazetteer) -> None:
    """What the codebook shows is what the reader finds."""
    reader = Reader(gazetteer)
    for sentence in entry.told:
        kinds = [report.kind for report in reader.read(Article("a", sentence)).reports]
        assert entry.kind.name in kinds, sentence
