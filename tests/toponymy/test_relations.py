"""Spatial relations become places where no other is named, and evidence where one is."""

from __future__ import annotations

from datetime import date

import pytest

from geo.frames import to_frame
from geo.gazetteer import Gazetteer
from geo.geometry import geodesy
from geo.geometry.geodesy import distance_m, offset
from geo.model import Article, Incident, Mention, MentionClass, Place, PlaceKind, Resolution, Span
from geo.pipeline import Reader, Reading
from geo.stories import merge
from geo.tables import titles
from geo.tables.precision import geo_precision
from geo.toponymy import relations
from geo.toponymy.spatial import find
from tests.stopwatch import cpu_seconds

LIMIT_S = 8.0


def reading(text: str, gazetteer: Gazetteer) -> Reading:
    """Read one article."""
    return Reader(gazetteer).read(Article("a", text, published=date(2021, 3, 4)))


def derived(text: str, gazetteer: Gazetteer) -> Resolution:
    """Return the only spatial relation of a text, resolved."""
    (found,) = reading(text, gazetteer).relations
    return found


def incident(text: str, gazetteer: Gazetteer) -> Incident:
    """Return the only incident of a text."""
    (found,) = merge(reading(text, gazetteer).reports)
    return found


@pytest.mark.parametrize(
    ("phrase", "place_id", "name"),
    [
        ("15 km south of Tolmen", "rel:15km-S-of:xa-tolmen", "15 km south of Tolmen"),
        (
            "about ten miles north-east of Tolmen",
            "rel:~10miles-NE-of:xa-tolmen",
            "about 10 miles north-east of Tolmen",
        ),
        ("10 kilometres from Tolmen", "rel:10km-from:xa-tolmen", "10 km from Tolmen"),
        ("just south of Tolmen", "rel:just-S-of:xa-tolmen", "just south of Tolmen"),
        (
            "between Tolmen and Galdor",
            "rel:between:xa-tolmen+xb-galdor",
            "between Tolmen and Galdor",
        ),
        (
            "on the road from Galdor to Tolmen",
            "rel:road:xa-tolmen+xb-galdor",
            "on the road between Tolmen and Galdor",
        ),
    ],
)
def test_an_incident_without_a_place_of_its_own_is_put_there(
    gazetteer: Gazetteer, phrase: str, place_id: str, name: str
) -> None:
    """Its id is readable and the same everywhere, the title reads well, the radius is told."""
    found = incident(f"Gunmen opened fire on a bus {phrase} on Monday.", gazetteer)
    assert found.where is not None
    assert found.where.place is not None
    place = found.where.place
    assert (place.id, place.name) == (place_id, name)
    assert place.approximate
    assert place.uncertainty_m is not None
    assert place.uncertainty_m > 2_000
    assert name in titles.title(found)
    assert found.where.because


def test_the_point_lies_where_the_words_say(gazetteer: Gazetteer) -> None:
    """15 km south of Tolmen, by the geodesic; the reasons name the method and the doubt."""
    found = derived("Gunmen opened fire 15 km south of Tolmen.", gazetteer)
    assert found.place is not None
    lon, lat = offset(9.7, 50.6, 180, 15_000)
    assert distance_m(found.place.lon or 0, found.place.lat or 0, lon, lat) < 1
    assert found.because == (
        "15 km south of Tolmen: point and radius by the point-radius method, heading ±45°",
    )
    assert found.place.attribute("references") == "xa-tolmen"


def test_a_named_place_beats_the_phrase(gazetteer: Gazetteer) -> None:
    """The place it describes, or any town of the sentence; a country does not."""
    for text in (
        "Gunmen opened fire in Holm, 30 km east of Tolmen, on Monday.",
        "Gunmen opened fire in Holm on Monday, and 30 km east of Tolmen nobody knew.",
    ):
        where = incident(text, gazetteer).where
        assert where is not None
        assert where.place is not None
        assert where.place.id == "xa-crossing-holm"
    where = incident("In Ardovia, gunmen opened fire 30 km east of Tolmen.", gazetteer).where
    assert where is not None
    assert where.place is not None
    assert where.place.id.startswith("rel:30km-E-of")


def test_a_name_nobody_knows_is_where_the_text_says(gazetteer: Gazetteer) -> None:
    """No gazetteer need know Hulinka where the text says how it lies to Tolmen."""
    where = incident("Gunmen opened fire in Hulinka, 15 km south of Tolmen.", gazetteer).where
    assert where is not None
    assert where.place is not None
    assert where.place.id == "rel:15km-S-of:xa-tolmen"


def test_the_place_named_before_stands_for_the_phrase_it_fits(gazetteer: Gazetteer) -> None:
    """What is near the border in the next sentence is the town just named, if that lies there."""
    for phrase, place_id in (
        ("near the border with Serbia", "xk-zubin-potok"),
        ("20 km west of Mitrovica", "xk-zubin-potok"),
        ("40 km south of Pristina", "rel:40km-S-of:xk-pristina"),
        ("5 km south of Zubin Potok", "rel:5km-S-of:xk-zubin-potok"),
    ):
        text = f"In Kosovo, men gathered in Zubin Potok. Gunmen opened fire {phrase}."
        where = incident(text, gazetteer).where
        assert where is not None
        assert where.place is not None
        assert where.place.id == place_id


def test_a_distance_is_measured_from_the_town_not_its_province(gazetteer: Gazetteer) -> None:
    """A province of the same name has no middle; a country is never taken for its town."""
    text = "9 km south of Tolmen"
    mention = Mention(Span(14, 20), "Tolmen", MentionClass.LITERAL)
    town = gazetteer.get("xa-tolmen")
    for wide, found_in in (
        (Place("xa-p", "Tolmen", PlaceKind.ADMIN1, 9.5, 50.4, ("XA",)), "rel:9km-S-of:xa-tolmen"),
        (Place("xb-p", "Tolmen", PlaceKind.ADMIN1, 11.0, 50.4, ("XB",)), None),
        (Place("XA", "Tolmen", PlaceKind.COUNTRY, 9.5, 50.4, ("XA",)), None),
    ):
        known = [Resolution(mention, wide, 0.8, alternatives=((town, 0.6),))]
        (found,) = relations.resolve(find(text, [mention]), known, gazetteer)
        assert (found.place.id if found.place else None) == found_in


def test_a_contradiction_is_said_and_fails_nothing(gazetteer: Gazetteer) -> None:
    """Half to twice the distance and 67 degrees agree; beyond that the reasons say so."""
    for text, contradicts in (
        ("Gunmen opened fire in Galdor, 40 km east of Tolmen.", False),
        ("Gunmen opened fire in Galdor, 200 km north of Tolmen.", True),
        ("Gunmen opened fire in Galdor, 50 km west of Tolmen.", True),
    ):
        where = incident(text, gazetteer).where
        assert where is not None
        assert where.place is not None
        assert where.place.id == "xb-galdor"
        assert any("the text says" in why for why in where.because) is contradicts
    where = incident("Gunmen opened fire in Galdor, 200 km north of Tolmen.", gazetteer).where
    assert where is not None
    assert where.because[-1] == "the text says 200 km north of Tolmen; it is 51 km ESE"


def test_a_border_is_that_of_a_country_in_play(gazetteer: Gazetteer) -> None:
    """The whole of it and no side; without a second country it stays open, and says so."""
    found = derived("In Kosovo, gunmen opened fire near the border with Serbia.", gazetteer)
    assert found.place is not None
    assert found.place.id == "rel:near-border:RS+XK"
    assert found.place.countries == ("RS", "XK")
    assert found.place.uncertainty_m is not None
    assert found.place.uncertainty_m > 70_000
    same = derived("Kosovo police were shot at near the Serbian border.", gazetteer)
    assert same.place == found.place
    alone = derived("Gunmen opened fire near the Serbian border.", gazetteer)
    assert alone.place is None
    assert alone.because == ("which of the borders of RS is meant is not said",)


def test_no_incident_is_put_on_what_a_phrase_refers_to(gazetteer: Gazetteer) -> None:
    """A neighbour is not where it happened, even where nothing comes of the phrase."""
    found = incident("Gunmen opened fire near the border with Serbia.", gazetteer)
    assert found.where is None or found.where.place is None
    where = incident("Gunmen opened fire on the outskirts of Tolmen.", gazetteer).where
    assert where is not None
    assert where.place is not None
    assert where.place.id == "xa-tolmen"
    assert geo_precision(where) == 2


def test_the_frame_draws_a_point_with_a_halo_and_nothing_for_a_wide_area(
    gazetteer: Gazetteer,
) -> None:
    """A pin 500 km wide would claim what nobody said."""
    near = incident("Gunmen opened fire 15 km south of Tolmen on Monday.", gazetteer)
    row = to_frame([near]).iloc[0]
    assert row.geometry.geom_type == "Point"
    assert (row.geo_precision, row.place, row.country) == (2, "15 km south of Tolmen", "XA")
    assert row.uncertainty_m > 10_000
    wide = Place("rel:x", "x", PlaceKind.REGION, 9.0, 50.0, uncertainty_m=500_000.0)
    where = Resolution(Mention(Span(0, 1), "x", MentionClass.LITERAL), wide, 0.5)
    assert geo_precision(where) == 3
    assert to_frame([_moved(near, where)]).iloc[0].geometry is None


def _moved(told: Incident, where: Resolution) -> Incident:
    from dataclasses import replace

    return replace(told, where=where)


def test_two_reports_of_one_phrase_are_one_incident(gazetteer: Gazetteer) -> None:
    """Whichever end of the road is named first."""
    reader = Reader(gazetteer)
    told = [
        f"Gunmen opened fire on a bus on the road {way} on Monday."
        for way in ("from Tolmen to Galdor", "between Galdor and Tolmen")
    ]
    reports = [
        report
        for number, text in enumerate(told)
        for report in reader.read(Article(str(number), text, published=date(2021, 3, 4))).reports
    ]
    assert len(merge(reports)) == 1


@pytest.mark.parametrize(("away_km", "way", "agrees"), [
    (5, 180, False), (19, 180, True), (60, 180, True), (30, 120, True), (90, 180, False),
    (30, 90, False), (30, 0, False),
])  # fmt: skip
def test_agreement_is_wide_in_distance_and_bearing(
    gazetteer: Gazetteer,
    away_km: float,
    way: float,
    agrees: bool,  # noqa: FBT001 - a table
) -> None:
    """30 km south: half to twice of it, 67 degrees to either side, and the towns' extent."""
    text = "30 km south of Tolmen"
    (phrase,) = find(text, [Mention(Span(15, 21), "Tolmen", MentionClass.LITERAL)])
    tolmen = gazetteer.get("xa-tolmen")
    lon, lat = geodesy.offset(tolmen.lon or 0, tolmen.lat or 0, way, away_km * 1000)
    candidate = Place("c", "C", PlaceKind.SETTLEMENT, lon, lat)
    assert relations.agreement(candidate, phrase, tolmen) is agrees


def test_agreement_is_silent_where_nothing_is_said(gazetteer: Gazetteer) -> None:
    """A country, a place without a position, a border, a missing reference."""
    text = "30 km south of Tolmen"
    (phrase,) = find(text, [Mention(Span(15, 21), "Tolmen", MentionClass.LITERAL)])
    tolmen, country = gazetteer.get("xa-tolmen"), gazetteer.get("XA")
    nowhere = Place("n", "N", PlaceKind.SETTLEMENT, None, None)
    assert relations.agreement(country, phrase, tolmen) is None
    assert relations.agreement(nowhere, phrase, tolmen) is None
    assert relations.agreement(tolmen, phrase) is None


def test_a_place_on_the_way_agrees_with_between(gazetteer: Gazetteer) -> None:
    """Holm lies between Tolmen and Galdor, Estrun far to the south."""
    text = "between Tolmen and Galdor"
    spans = [Mention(Span(8, 14), "Tolmen", MentionClass.LITERAL),
             Mention(Span(19, 25), "Galdor", MentionClass.LITERAL)]  # fmt: skip
    (phrase,) = find(text, spans)
    ends = [gazetteer.get("xa-tolmen"), gazetteer.get("xb-galdor")]
    holm, estrun = gazetteer.get("xa-crossing-holm"), gazetteer.get("xa-estrun")
    assert relations.agreement(holm, phrase, *ends) is True
    assert relations.agreement(estrun, phrase, *ends) is False


def test_text_without_relations_passes_untouched(gazetteer: Gazetteer) -> None:
    """What is found for names stays the very same."""
    found = reading("Gunmen opened fire in Tolmen.", gazetteer)
    named, derived_ = relations.place(found.article.text, found.resolutions, gazetteer)
    assert (named, derived_) == (found.resolutions, ())


@pytest.mark.parametrize(
    "token", ["near the Serbian border ", "15 km south of Tolmen ", "between Tolmen and Galdor "]
)
def test_a_flood_of_phrases_takes_linear_time(gazetteer: Gazetteer, token: str) -> None:
    """100 kB of relations are found and resolved in seconds: geodesics cost 0.1 ms each."""
    text = token * (100_000 // len(token))
    found = reading("Tolmen", gazetteer).resolutions
    names = ("Serbian", "Tolmen", "Galdor")
    spots = [(at, name) for name in names for at in _all(text, name)]
    use = {"Serbian": MentionClass.DEMONYM}
    known = [
        Resolution(
            Mention(Span(at, at + len(name)), name, use.get(name, MentionClass.LITERAL)),
            gazetteer.lookup(name)[0] if gazetteer.lookup(name) else gazetteer.country("RS"),
            0.9,
        )
        for at, name in sorted(spots)
    ]
    assert cpu_seconds(lambda: relations.place(text, [*found, *known], gazetteer)) < LIMIT_S


def _all(text: str, name: str) -> list[int]:
    found, at = [], text.find(name)
    while at >= 0:
        found.append(at)
        at = text.find(name, at + 1)
    return found


@pytest.mark.parametrize(
    "phrase", ["north of Tolmen", "12 km north of Tolmen", "between Tolmen and Galdor"]
)
def test_what_says_where_by_itself_needs_no_preposition(phrase: str, gazetteer: Gazetteer) -> None:
    """Behind the object of a verb it is as good as "in": the dateline's town is farther off."""
    text = f"GALDOR - Gunmen shot two tall guards {phrase} on Tuesday."
    where = incident(text, gazetteer).where
    assert where is not None
    assert where.place is not None
    assert where.place.derived
