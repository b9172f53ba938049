"""The command that writes ``docs/accuracy.md``: it touches the figures and nothing else."""

from __future__ import annotations

import pytest

from geo import scoring
from geo.gazetteer import Gazetteer
from geo.model import Span
from geo.scoring import Annotation, GoldText
from tools import make_accuracy

PAGE = "# A\n<!-- figures: one -->\nold\n<!-- end -->\nb\n<!-- figures: two -->\n<!-- end -->\nc\n"


def test_only_the_figures_given_are_written() -> None:
    """Words stay, and so do figures that cannot be measured on this machine."""
    page = make_accuracy.filled(PAGE, {"two": "| new |"})
    assert page == PAGE.replace("two -->\n", "two -->\n| new |\n")
    assert make_accuracy.filled(page, {"two": "| new |"}) == page


def test_a_figure_without_a_place_is_an_error() -> None:
    """A block that somebody deleted is not lost silently."""
    with pytest.raises(ValueError, match="three"):
        make_accuracy.filled(PAGE, {"three": ""})


def test_every_block_of_the_page_holds_figures() -> None:
    """The page was written by the command: no block is empty, and none is unknown to it."""
    found = {
        m[2]: m[0] for m in make_accuracy.BLOCK.finditer(make_accuracy.PAGE.read_text("utf-8"))
    }
    assert set(found) == {"own", "corpora", "peers", "resolvers", "reliability", "thresholds"}
    assert all("\n| " in block for block in found.values())


def test_systems_that_find_their_own_spans_stand_apart() -> None:
    """Every stored output is in one of the two tables."""
    names = ("eupeg_CLAVIN", "hu_clavin", "hu_dbpedia")
    assert [make_accuracy.is_geoparser(name) for name in names] == [True, False, True]
    assert [make_accuracy.is_resolver(name) for name in names] == [False, True, False]
    assert make_accuracy.called("hu_dbpedia") != make_accuracy.called("eupeg_dbpedia")


def test_a_row_states_the_oracle_beside_the_score(gazetteer: Gazetteer) -> None:
    """A score cannot be read without what the gazetteer could have answered."""
    gold = GoldText("a", "Tolmen", (Annotation(Span(0, 6), 9.7, 50.6, use="literal"),))
    told = scoring.score([gold], {}, gold_name="x", without=["demonym"], gazetteer=gazetteer)
    cells = make_accuracy.row(told)
    assert cells[0] == "x without demonym"
    assert cells[-2:] == ("1.000", "1.000")
