"""Layers over a gazetteer: merged by weight, one place per GeoNames id."""

import random
import sqlite3
from typing import Any

import pytest

from geo import mentions, places
from geo.errors import UnknownPlaceError
from geo.gazetteer import Entry, Gazetteer, Layer, build
from geo.gazetteers.layered import Layered
from geo.model import Article, Mention, MentionClass, Place, PlaceKind, Span

SYLLABLES = ("ba", "dor", "ken", "li", "mar", "nov", "ret", "sul", "ta", "vik", "zen", "ost")
NEWS = (
    "ZUBIN POTOK, Kosovo, Jan 8 (News) - Protesters blocked the road from Marken to Belgrade.",
    "Two men were shot near Tolmen on Friday, said Novak Vikta, a spokesman. Bador denied it.",
    "The army of Estrun crossed into Galdor. Retzen Li and Sulmar Tavik were arrested in Raška.",
)


def _town(place_id: str, name: str, lon: float = 20.0, **known: Any) -> Place:
    return Place(place_id, name, PlaceKind.SETTLEMENT, lon, 43.0, ("XK",), **known)


def _made(*entries: Entry, layer: Layer | None = None, marked_only: bool = False) -> Gazetteer:
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    build(connection, entries, marks=True)
    return Gazetteer(connection, layer=layer, marked_only=marked_only)


def _ids(gazetteer: Gazetteer, name: str) -> list[str]:
    return [place.id for place in gazetteer.lookup(name)]


@pytest.fixture
def both() -> Layered:
    """Lay a dump of three towns over two reviewed ones, of which they share one."""
    base = _made(
        Entry(_town("xk-arden", "Arden", geonameid=1)),
        Entry(_town("gn:5", "Morvik", population=900, geonameid=5), curated=False),
    )
    dump = _made(
        Entry(_town("gn:1", "Ardeni", geonameid=1, population=10), ("Ardenow",), curated=False),
        Entry(_town("gn:5", "Morvic", geonameid=5), curated=False),
        Entry(_town("gn:7", "Morvik", 21.0, geonameid=7, population=1000), curated=False),
        layer=Layer("dump", "Survey", "CC0"),
    )
    return Layered(base, [dump])


def test_one_geonames_id_is_one_place(both: Layered) -> None:
    """The reviewed row answers, and the layer's names for it find it too."""
    assert _ids(both, "Arden") == _ids(both, "Ardeni") == _ids(both, "Ardenow") == ["xk-arden"]
    assert both.get("gn:1").id == "xk-arden"
    assert _ids(both, "Morvic") == ["gn:5"]
    assert both.get("gn:5").attribute("layer") is None


def test_candidates_merge_by_weight(both: Layered) -> None:
    """A larger town of a layer comes before a smaller one of the default."""
    assert _ids(both, "Morvik") == ["gn:7", "gn:5"]
    assert [place.id for place in both.within(19, 42, 22, 44)] == ["xk-arden", "gn:7", "gn:5"]
    assert both.within(19, 42, 22, 44, limit=2)[1].id == "gn:7"
    assert [p.id for p, _ in both.near(21.0, 43.0, radius_km=1)] == ["gn:7"]


def test_places_of_a_layer_say_so(both: Layered) -> None:
    """Their layer and its source stand in them; only used layers are credited."""
    found = both.get("gn:7")
    assert (found.attribute("layer"), found.source) == ("dump", "Survey")
    assert both.credits(["gn:7", "nowhere"]) == ("dump: Survey, CC0",)
    assert both.credits(["xk-arden", "gn:1"]) == ()
    with pytest.raises(UnknownPlaceError):
        both.get("nowhere")


def test_crossings_of_layers_count_and_their_regions_do_not(gazetteer: Gazetteer) -> None:
    """A border post is one more crossing; only reviewed regions know which side they are."""
    gate = Place("l:1", "Gate", PlaceKind.CROSSING, 10.0, 50.0, ("XA", "XB"))
    plain = Place("l:2", "Ardov Plain", PlaceKind.REGION, 10.0, 50.0, ("XA",))
    entries = [Entry(place, curated=False) for place in (gate, plain)]
    both = Layered(gazetteer, [_made(*entries, layer=Layer("l"))])
    assert {p.id for p in both.crossings("XA", "XB")} - {
        p.id for p in gazetteer.crossings("XA", "XB")
    } == {"l:1"}
    assert both.regions("XA") == gazetteer.regions("XA") != ()
    assert both.lookup("Ardov Plain") == (both.get("l:2"),)


def test_suggestions_and_beginnings_know_the_layers(both: Layered) -> None:
    """Who mistypes a layer's name is helped as well."""
    assert both.suggest("Ardenwo") == ("Arden",)
    assert both.beginning("arden", 9) == ["arden", "ardeni", "ardenow"]
    assert not both.extends("arden")


def test_texts_are_not_searched_for_a_layer_unless_marked() -> None:
    """Marked names are looked for, all of them are resolved."""
    entries = (
        Entry(_town("l:1", "Quarnholt"), curated=False, recognised=True),
        Entry(_town("l:2", "Brimstad"), curated=False),
    )
    layer = Layer("villages", recognise="some")
    whole, marked = (_made(*entries, layer=layer, marked_only=only) for only in (False, True))
    both = Layered(_made(Entry(_town("xk-a", "Arden"))), [whole], [marked])
    assert (_ids(both, "Quarnholt"), _ids(both, "Brimstad")) == (["l:1"], ["l:2"])
    assert _ids(both.recognised, "Quarnholt") == ["l:1"]
    assert _ids(both.recognised, "Brimstad") == []
    # What is found without help from the gazetteer is resolved with the whole of it.
    article = Article("a", "Police were attacked in Brimstad.")
    mention = Mention(Span(24, 32), "Brimstad", MentionClass.LITERAL, None, None)
    [resolution] = places.resolve(article, [mention], both)
    assert resolution.place == both.get("l:2")


def test_random_names_move_no_mention(gazetteer: Gazetteer) -> None:
    """A layer of 20,000 names, words of the texts among them, changes nothing that is found."""
    draw = random.Random(3)
    names = {"".join(draw.choices(SYLLABLES, k=draw.choice((2, 3)))) for _ in range(40_000)}
    words = {word.strip(".,") for text in NEWS for word in text.split()}
    entries = [
        Entry(_town(f"noise:{at}", name.capitalize(), population=500_000), curated=False)
        for at, name in enumerate(sorted(names | words)[:20_000])
    ]
    both = Layered(gazetteer, [_made(*entries, layer=Layer("noise"))])
    assert both.lookup("Marken")
    articles = [Article(str(number), text) for number, text in enumerate(NEWS)]
    found = [mentions.find(article, gazetteer) for article in articles]
    assert all(found)
    assert [mentions.find(article, both) for article in articles] == found


def test_without_marks_the_recognised_part_is_the_base(both: Layered) -> None:
    """Nothing is built twice: recognition uses the default as it stands."""
    assert both.recognised is both._base
    assert both.recognised.recognised is both._base
