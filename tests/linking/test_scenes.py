"""A trigger finds its own place and day, or what can be said of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.language import text as texts
from geo.linking import newsday, scenes, setting, timing, whereabouts
from geo.linking.hometown import Hometown
from geo.linking.scenes import Scene, Sentence, only_in
from geo.model import Article, Mention, MentionClass, Place, PlaceKind, Resolution, Span, When
from tests.strategies import resolutions, whens

PUBLISHED = date(2023, 1, 12)
TUESDAY, SUNDAY = date(2023, 1, 10), date(2023, 1, 8)


def span(text: str, words: str) -> Span:
    """Return where words stand in a text for the first time."""
    start = text.index(words)
    return Span(start, start + len(words))


def named(
    text: str,
    words: str,
    kind: PlaceKind = PlaceKind.SETTLEMENT,
    use: MentionClass = MentionClass.LITERAL,
    country: str = "XA",
    **mention: Any,
) -> Resolution:
    """Return the resolution of a name in a text; the name is also its place's id."""
    code = words if kind is PlaceKind.COUNTRY else country
    place = Place(words, words, kind, 10.0, 50.0, (code,))
    return Resolution(Mention(span(text, words), words, use, **mention), place, 0.8)


def dated(text: str, words: str, first: date, last: date | None = None, sort: str = "day") -> When:
    """Return the date that words of a text mean."""
    return When(first, last or first, sort, f"'{words}'", span(text, words), "DATE")


def sentence(text: str, trigger: str, *found: Resolution | When) -> Sentence:
    """Return the sentence in which a trigger stands, with those of the findings that are in it."""
    at = span(text, trigger)
    [whole] = [s for s in texts.sentences(text) if s.covers(at)]
    inside = [p for p in texts.paragraphs(text) if p.covers(whole)]
    paragraph = texts.paragraphs(text).index(inside[0])
    places = [r for r in found if isinstance(r, Resolution) and whole.covers(r.mention.span)]
    days = [w for w in found if isinstance(w, When) and w.span and whole.covers(w.span)]
    return Sentence(whole, paragraph, tuple(places), tuple(days))


def place(
    text: str, trigger: str, *found: Resolution, scene: Scene | None = None
) -> tuple[str | None, str]:
    """Return the id of the place a trigger is bound to, and how."""
    where, how = whereabouts.bind_place(
        Article("a", text), sentence(text, trigger, *found), span(text, trigger), scene or Scene()
    )
    return where.place.id if where and where.place else None, how


def when(
    text: str,
    trigger: str,
    *found: When,
    scene: Scene | None = None,
    published: date | None = PUBLISHED,
) -> tuple[When, bool]:
    """Return the date a trigger is bound to, and whether its sentence says it."""
    return timing.bind_when(
        Article("a", text, published=published),
        sentence(text, trigger, *found),
        span(text, trigger),
        scene or Scene(),
    )


# ---- the place


def test_the_clause_of_the_trigger_comes_first() -> None:
    """What stands in another clause belongs to something else."""
    text = "Guards shot a man in Tolmen, while farmers blocked a road near Galdor."
    found = named(text, "Tolmen"), named(text, "Galdor")
    assert place(text, "shot", *found) == (
        "Tolmen",
        "named in the same clause; 'in' stands before it",
    )
    assert place(text, "blocked", *found)[0] == "Galdor"


def test_the_finer_place_of_a_clause_wins() -> None:
    """A gate in a town in a region: the incident is at the gate."""
    text = "A bomb went off in Ardovia, in the town of Tolmen, at Holm."
    found = [
        named(text, "Ardovia", PlaceKind.COUNTRY),
        named(text, "Tolmen", country="Ardovia"),
        named(text, "Holm", PlaceKind.CROSSING, country="Ardovia"),
    ]
    assert place(text, "bomb", *found)[0] == "Holm"
    assert place(text, "bomb", *found[:2])[0] == "Tolmen"


def test_another_clause_of_the_sentence_comes_next() -> None:
    """Unless it only describes somebody."""
    text = "Farmers rallied in Tolmen, but police fired tear gas."
    where, how = place(text, "fired", named(text, "Tolmen"))
    assert (where, how.split(";")[0]) == ("Tolmen", "named in the same sentence")
    text = "The farmers, who come from Galdor, blocked a road."
    assert place(text, "blocked", named(text, "Galdor"))[0] is None


@pytest.mark.parametrize(
    "use", [use for use in MentionClass if use not in {MentionClass.LITERAL, MentionClass.MODIFIER}]
)
def test_only_a_place_carries_an_incident(use: MentionClass) -> None:
    """Never a dateline, a government, a people, a part of a name, or page furniture."""
    text = "Farmers blocked a road in Tolmen."
    assert place(text, "blocked", named(text, "Tolmen", use=use))[0] is None
    assert not scenes.can_carry(named(text, "Tolmen", use=use))


def test_a_point_of_reference_and_an_unknown_name_carry_nothing() -> None:
    """What lies 60 km north of Estrun is not in Estrun; a name not found has no place."""
    text = "Farmers blocked a road 60 km north of Estrun."
    far = named(text, "Estrun", relation="reference")
    lost = replace(named(text, "Estrun"), place=None)
    assert place(text, "blocked", far)[0] is None
    assert place(text, "blocked", lost)[0] is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A general of Ardovia shot two men.", None),
        ("Soldiers opened fire in Ardovia.", "Ardovia"),
        ("Soldiers opened fire across all of Ardovia.", "Ardovia"),
        ("Jets bombed Ardovia.", "Ardovia"),
    ],
)
def test_a_country_must_stand_in_space(text: str, found: str | None) -> None:
    """A country is more often whose than where."""
    trigger = next(word for word in ("bombed", "shot", "opened fire") if word in text)
    assert place(text, trigger, named(text, "Ardovia", PlaceKind.COUNTRY))[0] == found


@pytest.mark.parametrize(
    "text",
    [
        "Two men were wounded and taken to a hospital in Galdor.",
        "Two men were wounded and flown to the city of Galdor.",
        "Two men were wounded, a court in Galdor heard.",
    ],
)
def test_where_the_wounded_are_brought_it_did_not_happen(text: str) -> None:
    """Hospitals and courts stand elsewhere."""
    assert place(text, "wounded", named(text, "Galdor"))[0] is None


def test_the_sentence_before_sets_the_scene() -> None:
    """In its own paragraph and the next, and not further; never over a place of its own."""
    text = "Farmers rallied.\n\nPolice fired tear gas.\n\nA man was shot."
    where = named("Tolmen", "Tolmen")
    scene = Scene(where=where, where_paragraph=0)
    assert place(text, "rallied", scene=scene) == ("Tolmen", "the place of the sentence before")
    assert place(text, "fired", scene=scene) == ("Tolmen", "the place of the paragraph before")
    assert place(text, "shot", scene=scene) == (None, "no place is named")


def test_what_came_before_need_not_have_happened_here() -> None:
    """A cause is in the country, unless its sentence names a place."""
    text = "Farmers blocked a road after police arrested a man."
    country = named("Ardovia", "Ardovia", PlaceKind.COUNTRY)
    scene = Scene(where=named("Tolmen", "Tolmen"), where_paragraph=0, country=country)
    assert place(text, "arrested", scene=scene)[0] == "Ardovia"
    text = "Farmers blocked a road in Tolmen after police in Galdor arrested a man."
    found = named(text, "Tolmen"), named(text, "Galdor")
    assert place(text, "arrested", *found, scene=scene)[0] == "Galdor"


def test_those_who_act_have_a_home() -> None:
    """It is better than what the article is about, worse than a scene."""
    text = "Belmark police arrested a man."
    home = named(text, "Belmark", PlaceKind.COUNTRY, MentionClass.MODIFIER)
    about = named("Ardovia", "Ardovia", PlaceKind.COUNTRY)
    where, how = place(text, "arrested", home, scene=Scene(about=about))
    assert (where, "those who act" in how) == ("Belmark", True)
    scene = Scene(about=about, where=named("Tolmen", "Tolmen"), where_paragraph=0)
    assert place(text, "arrested", home, scene=scene)[0] == "Tolmen"


def test_what_the_article_is_about_comes_last_and_says_so() -> None:
    """And without it the place is unknown, with a reason."""
    about = named("North", "North", PlaceKind.REGION)
    told = place("A man was shot.", "shot", scene=Scene(about=about))
    assert told == ("North", "no place named here; what the article is about")
    assert place("A man was shot.", "shot") == (None, "no place is named")


# ---- the date


def test_the_date_of_the_clause_comes_first() -> None:
    """Each trigger has its own."""
    text = "Guards shot a man on Sunday, while farmers blocked a road on Tuesday."
    found = dated(text, "Sunday", SUNDAY), dated(text, "Tuesday", TUESDAY)
    assert when(text, "shot", *found) == (found[0], True)
    assert when(text, "blocked", *found) == (found[1], True)


def test_the_date_of_the_sentence_comes_next() -> None:
    """The nearest one, unless it only describes somebody."""
    text = "On Tuesday farmers rallied, but police fired tear gas."
    tuesday = dated(text, "Tuesday", TUESDAY)
    assert when(text, "fired", tuesday) == (tuesday, True)
    text = "The farmers, who have been there since Sunday, blocked a road."
    assert when(text, "blocked", dated(text, "Sunday", SUNDAY))[1] is False


def test_a_year_that_belongs_to_a_noun_dates_nothing_else() -> None:
    """The 2008 declaration does not make the protest one of 2008."""
    text = "Farmers rallied against the 2008 declaration."
    year = dated(text, "2008", date(2008, 1, 1), date(2008, 12, 31), "year")
    assert when(text, "rallied", year)[0].first != year.first


@pytest.mark.parametrize("kind", ["DURATION", "SET"])
def test_a_length_of_time_is_no_date(kind: str) -> None:
    """Neither "for three days" nor "every day" says when."""
    text = "Farmers blocked a road for days."
    length = replace(dated(text, "for days", TUESDAY), type=kind)
    assert when(text, "blocked", length)[1] is False


def test_a_cause_came_before_its_effect() -> None:
    """At most a week before the day of the effect, and the basis says so."""
    text = "On Tuesday farmers blocked a road after police arrested a man."
    told, _ = when(text, "arrested", dated(text, "Tuesday", TUESDAY))
    assert (told.first, told.last, told.precision) == (date(2023, 1, 3), TUESDAY, "range")
    assert "before" in told.basis
    assert "'Tuesday'" in told.basis


def test_a_date_is_carried_within_its_paragraph() -> None:
    """And handed on as often as needed, without repeating how."""
    text = "Police fired tear gas.\n\nA man was shot."
    tuesday = dated("Tuesday", "Tuesday", TUESDAY)
    told, said = when(text, "fired", scene=Scene(when=tuesday, when_paragraph=0))
    assert (told.first, said, told.basis.count("carried")) == (TUESDAY, False, 1)
    again, _ = when(text, "fired", scene=Scene(when=told, when_paragraph=0))
    assert again.basis == told.basis
    other, _ = when(text, "shot", scene=Scene(when=tuesday, when_paragraph=0))
    assert "carried" not in other.basis


def test_what_had_happened_is_before_the_scene() -> None:
    """That police had fired is no event of the day that is told of."""
    tuesday = dated("Tuesday", "Tuesday", TUESDAY)
    scene = Scene(when=tuesday, when_paragraph=0)
    told, _ = when("Police had fired tear gas.", "fired", scene=scene)
    assert told.first is not None
    assert told.first < TUESDAY
    told, _ = when("Police had earlier fired tear gas.", "fired", scene=scene)
    assert (told.first, told.last) == (None, None)


def test_the_day_that_the_opening_speaks_of_serves_the_rest() -> None:
    """It is better than a guess from the day of publication."""
    tuesday = dated("Tuesday", "Tuesday", TUESDAY)
    told, said = when("A man was shot.", "shot", scene=Scene(news_day=tuesday))
    assert (told.first, said) == (TUESDAY, False)
    assert "'Tuesday'" in told.basis


def test_an_undated_report_is_of_the_last_days_or_of_none() -> None:
    """An interval that says what it rests on; without a publication date nothing is invented."""
    told, said = when("A man was shot.", "shot")
    assert (told.last, told.precision, said) == (PUBLISHED, "range", False)
    assert "2023-01-12" in told.basis
    told, said = when("A man was shot.", "shot", published=None)
    assert (told.first, told.last, told.precision, said) == (None, None, "unknown", False)


# ---- the scene


def test_a_scene_moves_by_halves() -> None:
    """A sentence that says only where leaves the when as it was."""
    scene = Scene()
    tolmen, tuesday = named("Tolmen", "Tolmen"), dated("Tuesday", "Tuesday", TUESDAY)
    scene.move(tolmen, None, 1)
    scene.move(None, tuesday, 2)
    scene.move(None, When(None, None, "unknown", "…"), 3)
    assert (scene.where, scene.where_paragraph) == (tolmen, 1)
    assert (scene.when, scene.when_paragraph) == (tuesday, 2)


def test_a_scene_is_settled_once_and_only_from_a_country() -> None:
    """The first report says what an article on a country is really about."""
    tolmen, galdor = named("Tolmen", "Tolmen"), named("Galdor", "Galdor")
    north = named("North", "North", PlaceKind.REGION)
    scene = Scene(about=named("Ardovia", "Ardovia", PlaceKind.COUNTRY))
    scene.settle(tolmen)
    scene.settle(galdor)
    assert scene.about == tolmen
    scene = Scene(about=north)
    scene.settle(tolmen)
    assert scene.about == north


def at_home(strength: float) -> Scene:
    """Return the scene of an article that is at home in Tolmen."""
    return Scene(home=Hometown(named("Tolmen", "Tolmen"), strength))


def test_what_names_no_place_is_where_the_article_is_at_home() -> None:
    """Behind "after" as well; a town that little speaks for stays out of it."""
    text = "Police held a man after a boy was shot."
    assert place(text, "held", scene=at_home(2.0))[0] == "Tolmen"
    assert place(text, "shot", scene=at_home(2.0))[0] == "Tolmen"
    assert place(text, "held", scene=at_home(0.5)) == (None, "no place is named")


def test_a_street_that_nobody_knows_is_in_the_town_of_the_article() -> None:
    """It is told as near the town, under the name that the text has."""
    text = "A boy was shot in Gilpin Court."
    told = sentence(text, "shot")
    where, how = whereabouts.bind_place(Article("a", text), told, span(text, "shot"), at_home(2.0))
    assert where is not None
    assert where.place is not None
    assert (where.place.id, where.mention.span.of(text)) == ("Tolmen", "Gilpin Court")
    assert how.startswith("named, but not in the gazetteer")


def test_a_region_that_is_the_subject_outweighs_a_weak_town() -> None:
    """An article on a region is at home in no town of it unless much speaks for that."""
    text = "Barricades went up and a man was shot."
    for strength, expected in ((3.0, "North"), (5.0, "Tolmen")):
        scene = at_home(strength)
        scene.about = named("North", "North", PlaceKind.REGION)
        assert place(text, "shot", scene=scene)[0] == expected


def test_a_sentence_without_a_report_sets_the_scene() -> None:
    """With places that stand in space and days that are told of, not with asides."""
    text = "Last Tuesday was tense in Tolmen, where Hans, who is from Galdor, lives."
    found = named(text, "Tolmen"), named(text, "Galdor"), dated(text, "Last Tuesday", TUESDAY)
    scene = Scene()
    setting.set_scene(
        Article("a", text, published=date(2023, 1, 15)), sentence(text, "tense", *found), scene
    )
    assert scene.where == found[0]
    assert scene.when == found[2]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Galdor, in the south, woke up to broken windows.", "Galdor"),
        ("Galdor had a calmer night.", "Galdor"),
        ("In the afternoon the march reached Galdor.", "Galdor"),
        ("Soldiers came from Galdor.", None),
        ("The mayor of Galdor was sorry.", None),
    ],
)
def test_a_town_that_is_told_of_sets_the_scene(text: str, wanted: str | None) -> None:
    """As the subject of its sentence, or where somebody comes to; not whose mayor speaks."""
    scene, found = Scene(), named(text, "Galdor")
    setting.set_scene(Article("a", text), sentence(text, text.rsplit(maxsplit=1)[-1], found), scene)
    assert (scene.where.mention.name if scene.where else None) == wanted


def test_a_town_that_lost_by_little_beats_another_paragraph() -> None:
    """What a paragraph ago was told of is weaker than the only town of the sentence."""
    text = "On Monday, in the area near Galdor, the mission noted that troops had pulled back."
    scene = Scene(where=named("Tolmen", "Tolmen"), where_paragraph=-1)
    assert place(text, "pulled back", named(text, "Galdor"), scene=scene)[0] == "Galdor"


def filed(text: str, words: str, *, capital: bool) -> Resolution:
    """Return the dateline of a text, with its town."""
    where = named(text, words, use=MentionClass.DATELINE, country="Ardovia")
    assert where.place is not None
    told = (("capital", "true"),) if capital else ()
    return replace(where, place=replace(where.place, attributes=told))


def test_a_report_from_the_capital_is_about_its_country() -> None:
    """Filed elsewhere it is about the part that it keeps naming."""
    text = "GALDOR, 4 March (AP) - In Holm, in Holm, Ardovia"
    holm = named(text, "Holm", PlaceKind.ADMIN1, country="Ardovia")
    ardovia = named(text, "Ardovia", PlaceKind.COUNTRY)
    for capital, wanted in ((True, ardovia), (False, holm)):
        desk = filed(text, "GALDOR", capital=capital)
        assert scenes.focus([desk, holm, holm, ardovia]) == wanted


def test_a_desk_and_its_people_outweigh_a_country_named_once() -> None:
    """But not one that the article keeps naming."""
    text = "GALDOR, 4 March (AP) - Ardovian guards left for Belmark"
    desk = filed(text, "GALDOR", capital=True)
    people = named(text, "Ardovian", use=MentionClass.DEMONYM, country="Ardovia")
    ardovia = replace(named(text, "Ardovia", PlaceKind.COUNTRY))
    belmark = named(text, "Belmark", PlaceKind.COUNTRY)
    lookup = {"Ardovia": ardovia.place}.get
    [once, often] = (scenes.country_of([desk, people, *[belmark] * n], lookup) for n in (1, 5))
    assert once is not None
    assert once.place == ardovia.place
    assert often == belmark


def test_from_a_capital_a_place_goes_on_only_after_a_deed_of_the_day() -> None:
    """A meeting in one town, or a deed of another day, says nothing of the next paragraph."""
    text = "In Tolmen on Monday, on Tuesday."
    tolmen, monday = named(text, "Tolmen"), dated(text, "Monday", SUNDAY)
    tuesday = dated(text, "Tuesday", TUESDAY)
    for by_deed, when_, wanted in (
        (False, None, False), (True, None, True), (True, monday, True), (True, tuesday, False),
    ):  # fmt: skip
        scene = Scene(of_the_capital=True)
        scene.move(tolmen, monday, 0, by_deed=by_deed)
        assert scene.goes_on(1, when_) is wanted
        assert scene.goes_on(0, when_)
        assert replace(scene, of_the_capital=False).goes_on(1, when_)


def test_a_street_that_nobody_knows_lies_in_the_town_of_the_desk() -> None:
    """A village does not; and "this city" is that town too."""
    text = "GALDOR, 4 March (AP) - A bomb exploded on Holm Street."
    desk = filed(text, "GALDOR", capital=True)
    assert place(text, "exploded", scene=Scene(desk=desk))[0] == "GALDOR"
    for said, wanted in (("in Upper Holm", None), ("in this city", "GALDOR")):
        told = f"GALDOR, 4 March (AP) - A bomb exploded {said}."
        assert place(told, "exploded", scene=Scene(desk=desk))[0] == wanted


def test_the_focus_is_the_part_of_a_country_that_is_named_again() -> None:
    """Named once it is a detail, and the country stands."""
    text = "In Ardovia, in the North: Tolmen. The North is far."
    ardovia, tolmen = named(text, "Ardovia", PlaceKind.COUNTRY), named(text, "Tolmen")
    ardovia = replace(ardovia, place=replace(ardovia.place, countries=("Ardovia",)))  # type: ignore[type-var]
    north = named(text, "North", PlaceKind.REGION, country="Ardovia")
    assert scenes.focus([ardovia, north, tolmen, north]) == north
    assert scenes.focus([ardovia, north, tolmen]) == ardovia
    assert scenes.focus([]) is None


def test_the_country_is_that_of_most_places_if_it_is_named() -> None:
    """A country that is only implied is no mention that could be shown."""
    text = "Belmark, Ardovia: Tolmen, Holm"
    belmark, ardovia = (named(text, n, PlaceKind.COUNTRY) for n in ("Belmark", "Ardovia"))
    towns = [named(text, n, country="Ardovia") for n in ("Tolmen", "Holm")]
    assert scenes.country_of([belmark, ardovia, *towns]) == ardovia
    assert scenes.country_of([belmark, *towns]) == belmark
    assert scenes.country_of(towns) is None


def test_the_news_day_is_a_recent_day_of_the_opening() -> None:
    """Not a month, not a day long ago, not one of the future, not one far down."""
    text = "It is 10 January. " + "So. " * newsday.OPENING_SENTENCES + "It is 9 January."

    def news_day(*found: When) -> When | None:
        told = [
            Sentence(s, 0, (), tuple(w for w in found if w.span and s.covers(w.span)))
            for s in texts.sentences(text)
        ]
        return newsday.news_day(Article("a", text, published=PUBLISHED), told)

    day = dated(text, "10 January", TUESDAY)
    assert news_day(day, dated(text, "9 January", SUNDAY)) == day
    assert news_day(dated(text, "9 January", SUNDAY)) is None
    for first in (date(2022, 1, 10), date(2023, 1, 13)):
        assert news_day(dated(text, "10 January", first)) is None
    assert news_day(dated(text, "10 January", date(2023, 1, 1), TUESDAY, "month")) is None


# ---- whatever is found


@given(
    st.lists(resolutions(), max_size=4), st.lists(whens(), max_size=3), st.none() | resolutions()
)
def test_any_findings_can_be_bound(
    found: list[Resolution], days: list[When], before: Resolution | None
) -> None:
    """An answer comes with words for it, and is one of those found or a name of the sentence."""
    text = "Farmers blocked a road after police had arrested a man in Tolmen. " * 9
    told = Sentence(Span(0, len(text)), 0, tuple(found), tuple(days))
    scene = Scene(where=before, where_paragraph=0)
    where, how = whereabouts.bind_place(Article("a", text), told, span(text, "blocked"), scene)
    assert how
    named = {resolution.mention.span for resolution in found}
    assert (
        where is None
        or where in (*found, before)
        or where.mention.span in named
        or where.mention.span.of(text).strip()
    )
    assert where is None or where in (*found, before) or where.because
    day, _ = timing.bind_when(Article("a", text), told, span(text, "blocked"), scene)
    assert day.basis or day in days


def test_a_place_of_one_sentence_is_no_last_resort() -> None:
    """What a sentence named without putting the deed there does not come back as the article's."""
    text = "Farmers of Tolmen blocked a road. Tolmen and Galdor are far away."
    first, second = Span(0, 33), Span(34, len(text))
    towns = named(text, "Tolmen"), named(text, "Galdor")
    scene = Scene(only=only_in([Sentence(first, 0, towns[:1], ()), Sentence(second, 0, towns, ())]))
    assert scene.is_told_elsewhere(towns[0], second)
    assert not scene.is_told_elsewhere(towns[1], second)


def test_a_desk_abroad_says_little_of_the_country() -> None:
    """What is filed from one country and speaks of another alone is about the other."""
    text = "HOLM, May 4 - Radio spoke of the murder of six nuns in Ardovia."
    desk = named(text, "HOLM", use=MentionClass.DATELINE, country="XB")
    there = named(text, "Ardovia", PlaceKind.COUNTRY)
    assert scenes.country_of([desk, there]) == there
    belmark = Place("XB", "Belmark", PlaceKind.COUNTRY, 10.0, 50.0, ("XB",))
    alone = scenes.country_of([desk], lambda _: belmark)
    assert alone is not None
    assert alone.place == belmark


def test_a_dateline_speaks_once_and_a_body_for_its_country() -> None:
    """Town and country in one dateline are one voice; what is filed at home names its bodies."""
    text = "HOLM (Belmark), 4 May - Ardovia, Ardovia and the Bank of Belmark"
    desk = named(text, "HOLM", use=MentionClass.DATELINE, country="Belmark")
    land = named(text, "Belmark", PlaceKind.COUNTRY, use=MentionClass.DATELINE)
    ardovia = named(text, "Ardovia", PlaceKind.COUNTRY)
    body = named(text, "Belmark", PlaceKind.COUNTRY, use=MentionClass.EMBEDDED)
    lookup = {"Belmark": land.place}.get
    assert scenes.country_of([desk, land, ardovia, ardovia, ardovia, body], lookup) == ardovia
    at_home = scenes.country_of([desk, ardovia, body], lookup)
    assert at_home is not None
    assert at_home.place == land.place
