"""The JSON Lines contract: the keys, their types, and offsets that count characters."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.gazetteer import Gazetteer
from geo.io.readings import dumps, record
from geo.lexicon import default_lexicon
from geo.model import Article, Count, MentionClass, Resolution, Status
from geo.pipeline import Reader, Reading
from tests.strategies import reports, resolutions, texts, whens
from tests.test_stories import report

KINDS = default_lexicon().kinds
TEXT = (
    "“Žuta” 👩‍🚒 — Farmers in northern Ardovia put up roadblocks at the two border crossings "
    "with Belmark on Tuesday.\n\nOn Wednesday two people were killed in an explosion in Tolmen. "
    "A riot broke out.\n"
)
Types = tuple[type, ...]
TEXTUAL: Types = (str,)
WHOLE: Types = (int,)
REAL: Types = (float, int)
MAYBE: Types = (type(None),)


PLACE = {
    **dict.fromkeys(("start", "end"), WHOLE),
    **dict.fromkeys(("name", "class"), TEXTUAL),
    **dict.fromkeys(("lat", "lon"), REAL + MAYBE),
    **dict.fromkeys(("place_id", "kind"), TEXTUAL + MAYBE),
    "geonameid": WHOLE + MAYBE,
    "score": REAL,
}
DATE = {
    **dict.fromkeys(("start", "end"), WHOLE),
    **dict.fromkeys(("text", "type", "value"), (str,)),
}
INCIDENT = {
    **dict.fromkeys(("id", "type", "status", "date_precision"), TEXTUAL),
    **dict.fromkeys(("background", "verbal"), (bool,)),
    **dict.fromkeys(("date_start", "date_end"), TEXTUAL + MAYBE),
    "place": (dict, type(None)),
    **dict.fromkeys(("killed", "injured", "arrested"), WHOLE + MAYBE),
    **dict.fromkeys(("trigger", "sentence"), (dict,)),
    **dict.fromkeys(("reports", "actors", "because", "rejected", "conflicts"), (list,)),
    "confidence": REAL,
    **dict.fromkeys(("acled_event_type", "acled_sub_event_type", "plover", "cameo"), (str, *MAYBE)),
}
WHERE = {
    "name": TEXTUAL,
    **dict.fromkeys(("place_id", "kind"), TEXTUAL + MAYBE),  # null: named, and not in the gazetteer
    "members": (list,),
    **dict.fromkeys(("lat", "lon"), REAL + MAYBE),
    **dict.fromkeys(("start", "end"), WHOLE),
}


def check(told: dict[str, Any], contract: Mapping[str, Types]) -> None:
    """Compare keys and types with the contract; more keys are welcome."""
    assert set(contract) <= set(told)
    wrong = {key: told[key] for key, kinds in contract.items() if type(told[key]) not in kinds}
    assert wrong == {}


def check_article(told: dict[str, Any]) -> None:
    """Check an article and all that it holds."""
    check(told, {"id": TEXTUAL, "title": TEXTUAL + MAYBE, "published": TEXTUAL + MAYBE})
    check(told, dict.fromkeys(("places", "dates", "incidents"), (list,)))
    for place in told["places"]:
        check(place, PLACE)
        assert place["class"] in set(MentionClass)
    for day in told["dates"]:
        check(day, DATE)
    for incident in told["incidents"]:
        check_incident(incident)


def check_incident(incident: dict[str, Any]) -> None:
    """Check an incident, its place, its reports and its actors."""
    check(incident, INCIDENT)
    assert incident["status"] in set(Status)
    if incident["place"] is not None:
        check(incident["place"], WHERE)
    for told in (
        {"trigger": incident["trigger"], "sentence": incident["sentence"]},
        *incident["reports"],
    ):
        check(told, {"trigger": (dict,), "sentence": (dict,)})
        assert told["sentence"]["start"] <= told["trigger"]["start"]
    for actor in incident["actors"]:
        check(actor, {"name": TEXTUAL, "role": TEXTUAL, "sector": TEXTUAL + MAYBE})


@pytest.fixture
def reading(gazetteer: Gazetteer) -> Reading:
    """Return a reading with a set of places, a date, counts and an unplaced name."""
    return Reader(gazetteer).read(Article("ž", TEXT, "Title", published=date(2023, 1, 12)))


def test_the_contract_is_kept(reading: Reading) -> None:
    """Every key that programs rely on is there, with its type."""
    told = json.loads(dumps(reading, KINDS))
    assert (told["id"], told["title"], told["published"]) == ("ž", "Title", "2023-01-12")
    assert {incident["type"] for incident in told["incidents"]} >= {"roadblock", "explosion"}
    check_article(told)


def test_offsets_count_characters_of_the_text(reading: Reading) -> None:
    """Not bytes, and not UTF-16 units: an emoji before them shifts nothing."""
    told = record(reading, KINDS)
    assert all(TEXT[day["start"] : day["end"]] == day["text"] for day in told["dates"])
    [blast] = [i for i in told["incidents"] if i["type"] == "explosion"]
    start, end = blast["trigger"]["start"], blast["trigger"]["end"]
    assert TEXT[start:end] == "killed"  # an explosion by its cause
    assert TEXT[blast["place"]["start"] : blast["place"]["end"]] == "Tolmen"
    assert (blast["date_start"], blast["date_end"], blast["killed"]) == (*["2023-01-11"] * 2, 2)


def test_a_set_lists_its_members(reading: Reading) -> None:
    """Both gates have one place and the ids of all crossings it stands for."""
    [block] = [i for i in record(reading, KINDS)["incidents"] if i["type"] == "roadblock"]
    assert set(block["place"]["members"]) == {"xa-crossing-holm", "xa-crossing-varn"}


def test_spatial_relations_are_no_places(gazetteer: Gazetteer) -> None:
    """Whoever counts toponyms finds them apart, with what they are measured from."""
    text = "Gunmen opened fire 15 km south of Tolmen, and 9 km north of Ardovia."
    told = record(Reader(gazetteer).read(Article("a", text)), KINDS)
    assert [place["name"] for place in told["places"]] == ["Tolmen", "Ardovia"]
    known, unknown = told["relations"]
    assert text[known["start"] : known["end"]] == known["text"] == "15 km south of Tolmen"
    assert (known["relation"], known["references"]) == ("offset", ["xa-tolmen"])
    assert known["uncertainty_m"] > 10_000
    assert (unknown["lat"], unknown["references"]) == (None, [])
    assert unknown["because"] == ["Ardovia is too wide to be measured from"]


def test_the_crosswalk_is_that_of_the_kind(reading: Reading) -> None:
    """A kind that the lexicon does not know has none."""
    [block] = [i for i in record(reading, KINDS)["incidents"] if i["type"] == "roadblock"]
    assert block["acled_event_type"] == KINDS["roadblock"].acled_event_type
    assert record(reading, {})["incidents"][0]["acled_event_type"] is None


def test_an_article_without_anything_is_still_a_line() -> None:
    """Programs count articles by lines."""
    told = json.loads(dumps(Reading(Article("a", "Nothing."), (), (), ()), KINDS))
    check_article(told)
    assert (told["published"], told["incidents"]) == (None, [])


def test_incidents_are_merged_within_the_article(reading: Reading) -> None:
    """Both tellings are listed; trigger and sentence are those of the main one."""
    one = reading.reports[0]
    [incident] = record(Reading(reading.article, (), (), (one, one)), KINDS)["incidents"]
    assert [report["id"] for report in incident["reports"]] == [one.id]
    assert incident["trigger"] == incident["reports"][0]["trigger"]


@settings(max_examples=40)
@given(
    texts,
    st.lists(resolutions(), max_size=3),
    st.lists(whens(), max_size=2),
    st.lists(reports(), max_size=4),
)
def test_any_reading_is_one_line_of_json(
    title: str, found: list[Resolution], days: list[Any], told: list[Any]
) -> None:
    """Whatever an article says: one line, plain JSON, the contract kept."""
    reading = Reading(Article("a", "x", title), tuple(found), tuple(days), tuple(told))
    line = dumps(reading, KINDS)
    assert len(line.split("\n")) == 1
    check_article(json.loads(line, parse_constant=pytest.fail))


def test_places_that_were_rejected_are_told_with_the_reason() -> None:
    """Each once; a program can show why a marker is not elsewhere."""
    away = ("'Galdor': it is where somebody is from",)
    told = [report(name, article="a", rejected=away) for name in ("a", "b")]
    [incident] = record(Reading(Article("a", "…"), (), (), tuple(told)), KINDS)["incidents"]
    assert incident["rejected"] == list(away)
    assert incident["conflicts"] == []


def test_what_other_articles_say_is_told_as_plain_values() -> None:
    """The field, the other value in words, and the documents."""
    told = [report("a", injured=Count(2, 2)), report("b", published=10, injured=Count(3, 3))]
    [incident] = record(Reading(Article("a", "…"), (), (), tuple(told)), KINDS)["incidents"]
    [conflict] = incident["conflicts"]
    assert conflict == {"field": "injured", "told": "2", "documents": ["article of a.md"]}
