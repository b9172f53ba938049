"""A running report of one town puts what it names in that."""

from __future__ import annotations

from datetime import date

from geo import open_gazetteer
from geo.linking import liveblogs
from geo.linking.hometown import Hometown
from geo.model import Article, Incident, PlaceKind, Resolution
from geo.pipeline import Reader
from geo.stories import merge
from tests.linking.test_scenes import named

HOME = Hometown(named("Tolmen", "Tolmen"), 3.0)
UNKNOWN = Resolution(named("Orva Arcade", "Orva Arcade").mention, None, 0.0)


def test_the_town_of_the_title_is_that_of_all_entries() -> None:
    """Unless one of them stands under another town, or the title names none."""
    titled = (named("Tolmen", "Tolmen"),)
    assert liveblogs.town_of((UNKNOWN, None), HOME, titled) is not None
    assert liveblogs.town_of((UNKNOWN, None), HOME, ()) is None
    assert liveblogs.town_of((), HOME, titled) is None
    assert liveblogs.town_of((UNKNOWN,), None, titled) is None


def test_an_entry_under_a_finer_place_keeps_it() -> None:
    """What no list has, a state or nothing gives way to the town."""
    town, gate = named("Tolmen", "Tolmen"), named("Holm", "Holm", PlaceKind.FACILITY)
    state = named("Ardovia", "Ardovia", PlaceKind.ADMIN1)
    assert liveblogs.head_in(UNKNOWN, town) is town
    assert liveblogs.head_in(None, town) is town
    assert liveblogs.head_in(state, town) is town
    assert liveblogs.head_in(gate, town) is gate
    assert liveblogs.head_in(UNKNOWN, None) is UNKNOWN


def test_a_corner_that_is_called_after_a_state_is_in_the_town() -> None:
    """Of "Oak and Pennsylvania" in a report on Omaha nobody went to Pennsylvania."""
    text = (
        "9:40 p.m. — The square is empty. Omaha police confirm 14 arrests.\n\n"
        "9:05 p.m. — Police fired tear gas at marchers outside the Orva County Courthouse.\n\n"
        "8:10 p.m. — A driver rammed the marchers at Orva and Pennsylvania. Two were hurt."
    )
    article = Article("a", text, title="LIVE: protests in Omaha, night 4")
    told = Reader(open_gazetteer()).read(article).reports
    assert {r.where.place.name for r in told if r.where and r.where.place} == {"Omaha"}


def test_an_entry_that_speaks_of_a_known_deed_tells_no_second_one() -> None:
    """A later toll of "this morning's strike" is that strike's; another strike stays another."""
    entry = (
        "15.20 Bridge closed\nThe bridge is shut.\n\n13.32 {}\n\n"
        "09.14 Strike\nA jet hit a house in Cusco, killing three.\n"
    )
    update = "Toll rises\nFive people were killed in this morning's strike in Cusco."
    other = "New raid\nFive people were killed in a strike on a bakery in Cusco."
    assert [len(_merged(entry.format(said))) for said in (update, other)] == [1, 2]


def _merged(text: str) -> tuple[Incident, ...]:
    reader = Reader(open_gazetteer())
    found = merge(reader.read(Article("a", text, "Live", date(2024, 9, 12))).reports)
    return tuple(i for i in found if not i.background)
