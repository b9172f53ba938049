"""Whence something was fired, and whither a road leads, are no scene where another is named."""

from __future__ import annotations

import pytest

from tests.readings import places


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("About 30 rockets were fired from Lebanon at Haifa on Tuesday.", "Haifa"),
        ("Mortar bombs were launched from positions in Lebanon into Haifa on Tuesday.", "Haifa"),
        ("Militants lobbed grenades from Bolivia across the border at Cusco on Tuesday.", "Cusco"),
        ("Gunmen fired on a lorry near Cusco in the direction of Lima on Tuesday.", "Cusco"),
        ("Gunmen fired on a bus near Cusco heading for Lima on Tuesday.", "Cusco"),
        ("Police fired tear gas from a bridge in Cusco at students on Tuesday.", "Cusco"),
        ("Rockets were fired from Lebanon on Tuesday.", "Lebanon"),
        (
            "A bomb exploded 5 km north of Cusco on the road to Puno on Monday.",
            "5 km north of Cusco",
        ),
        ("A bomb exploded in Cusco late on Monday, on the road to Puno.", "Cusco"),
        (
            "Gunmen ambushed a bus on the road to Puno, 12 km south of Cusco.",
            "12 km south of Cusco",
        ),
        ("Gunmen ambushed a bus on the highway to Puno, near Cusco, on Monday.", "Cusco"),
        ("Two guards were killed on the road to Puno on Monday.", "Puno"),
        ("Police in Cusco said a bomb exploded on the road to Puno on Monday.", "Puno"),
    ],
)
def test_a_line_of_fire_or_a_way_is_told_of_where_it_struck(told: str, place: str) -> None:
    """The other end stands back, and is better than none."""
    assert places(told)[0] == place
