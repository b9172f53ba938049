"""Scores side by side, for people and for programs."""

from __future__ import annotations

import json
from dataclasses import replace

from geo import scoring
from geo.evaluation import scoreboard
from geo.model import Span
from geo.scoring import Annotation, GoldText

HERE = Annotation(Span(0, 4), 10.75, 59.91, "1")
GOLD = GoldText("a", "Oslo", (HERE,))
GOOD = scoring.score([GOLD], {"a": [HERE]}, resamples=5)
POOR = scoring.score([GOLD], {}, system="p|q", resamples=0)


def test_json_says_all_of_it() -> None:
    """Every figure stands in the JSON under its name, unknown ones as null."""
    good, poor = json.loads(scoreboard.as_json([GOOD, POOR]))
    assert good["located"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert good["intervals"]["exact"] == [1.0, 1.0]
    assert poor["median_km"] is None
    assert set(good) == set(scoring.Score.__dataclass_fields__)


def test_the_table_has_the_best_first_and_keeps_its_columns() -> None:
    """Ranked by located F1; a name with a bar in it makes no column."""
    head, rule, first, second = scoreboard.as_markdown([POOR, GOOD]).splitlines()
    assert first.startswith("| **geo** | 1.000 (1.000–1.000) |")
    assert second.startswith(r"| p\|q | 0.000 |")
    assert {row.replace(r"\|", "").count("|") for row in (head, rule, first, second)} == {12}


def test_text_names_gold_system_protocol_and_oracle() -> None:
    """A person sees what was measured and what the gazetteer could have answered."""
    told = replace(GOOD, oracle=scoring.Oracle(0.5, 0.25), without=("demonym",))
    text = scoreboard.as_text([told])
    assert text.startswith("gold, geo: protocol coords, without demonym\n")
    assert "oracle   0.500 of the names known, 0.250 with a place within 161 km" in text
