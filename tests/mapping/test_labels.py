from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from geo.mapping import labels
from geo.mapping.labels import Label

HERE = (20.87, 42.89)


def test_labels_are_of_the_surroundings(gazetteer: Gazetteer) -> None:
    """Towns around what happened, the most populous first; nothing without incidents."""
    names = [label.name for label in labels.around([HERE], gazetteer)]
    assert names[0] == "Belgrade"
    assert {"Mitrovica", "Zubin Potok"} <= set(names)
    assert "Tolmen" not in names
    assert labels.around([], gazetteer) == ()


def test_the_order_of_incidents_changes_no_label(gazetteer: Gazetteer) -> None:
    """Neither which are found nor how they rank."""
    points = [HERE, (9.7, 50.6), (20.6, 43.2)]
    assert labels.around(points, gazetteer) == labels.around(points[::-1], gazetteer)


def test_a_label_carries_its_names_in_the_languages_of_the_map() -> None:
    """Those that say something else than the name that is shown anyway."""
    names = {"en": "Pristina", "sq": "Prishtinë", "sr-Latn": "Priština", "de": "Prischtina"}
    (row,) = labels.kept([Label("Pristina", *HERE, 1.0, names)], (20.0, 42.0, 21.0, 43.0))
    assert row == ["Pristina", *HERE, {"sq": "Prishtinë", "sr-Latn": "Priština"}]


@pytest.mark.parametrize("bounds", [None, (100.0, 10.0, 101.0, 11.0)])
def test_labels_far_from_the_data_are_left_out(
    bounds: tuple[float, float, float, float] | None,
) -> None:
    """So are all of them where there is no data."""
    assert labels.kept([("Pristina", *HERE, 1.0)], bounds) == []
