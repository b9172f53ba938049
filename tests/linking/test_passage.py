"""Where people only came from, were taken to or speak."""

import pytest

from geo.linking.passage import is_passed, is_thing, names_road
from geo.model import Place, PlaceKind, Span


@pytest.mark.parametrize(
    ("text", "passed"),
    [
        ("Eighty officers were drafted in from Galdor.", True),
        ("They brought in extra staff from Tolmen and Galdor.", True),
        ("Soldiers arrived from Galdor.", True),
        ("Rockets were launched from Galdor toward Tolmen.", True),
        ("The wounded were flown to Galdor.", True),
        ("A court in Galdor heard the case.", True),
        ("They marched to call for a ceasefire in Galdor.", True),
        ("The students rallied in solidarity with miners in Galdor.", True),
        ("The crowd shouted against the war in Galdor.", True),
        ("A bus that left Tolmen for Galdor was hit.", True),
        ("They burned lorries bound for the camps in Galdor.", True),
        ("A bus that had left Galdor for Tolmen was hit.", True),
        ("A clerk who was shot on Monday has died in hospital in Galdor.", True),
        ("He died at PQRH in Galdor on Friday.", True),
        ("Two men are nursing cuts at the district hospital, Galdor.", True),
        ("The wounded were ferried by bus to Galdor.", True),
        ("One of them was later moved to Galdor.", True),
        ("He was captured and later sent to Galdor.", True),
        ("A Galdor-bound bus was hit.", True),
        ("Three troop trains were later moved to Galdor.", False),
        ("He was driven to a hospital on the far side, in Galdor.", True),
        ("Rockets fired from hills near Galdor came down on a market in Tolmen.", True),
        ("Rockets fired from hills near Galdor frightened the herds.", False),
        ("They sat down on the Galdor-Tolmen national highway.", True),
        ("They sat down on the Tolmen-Galdor railway.", True),
        ("They sat down on the Tolmen-Orvam highway at Galdor.", False),
        ("They marched against the mayor in Galdor.", False),
        ("He died in a brawl at a clinic in Galdor.", False),
        ("Gunmen shot two nurses at the hospital in Galdor.", False),
        ("Six died at a hospital in Galdor when rebels shelled it.", False),
        ("Six men being treated at the clinic in Galdor were shot dead.", False),
        ("Troops were carried to Galdor by lorries.", False),
        ("The bodies were carried to Galdor by lorries.", True),
        ("They marched to demand a bridge in Galdor.", False),
        ("One shell was left in Galdor for the sappers.", False),
        ("The last troops withdrew from Galdor.", False),
        ("Twelve girls were taken from Galdor.", False),
        ("The patrol came under fire from Galdor.", False),
        ("A bomb went off in Galdor.", False),
    ],
)
def test_where_somebody_came_from_is_no_scene(text: str, passed: bool) -> None:  # noqa: FBT001
    """Nor is what they ask for or the ends of their way; unlike what they were taken from."""
    start = text.index("Galdor")
    assert is_passed(text, Span(start, start + 6)) is passed


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("They drove him off in his own Orvam Galdor.", True),
        ("Men in a Galdor and two others fled.", True),
        ("It was in a Galdor suburb.", False),
        ("It was near Galdor.", False),
    ],
)
def test_what_somebody_owns_is_a_make_and_no_town(text: str, thing: bool) -> None:  # noqa: FBT001
    """An article or owner before a name that ends its phrase tells so."""
    start = text.index("Galdor")
    start = text.index("Orvam") if "Orvam" in text else start
    assert is_thing(text, Span(start, text.index("Galdor") + 6)) is thing


@pytest.mark.parametrize(
    ("text", "passed"),
    [
        ("Lorries stood on the bridge to Galdor.", True),
        ("The government in Galdor shut a crossing.", True),
        ("The mission said from Galdor that shots were heard.", True),
        ("Troops evacuated the wounded to a hospital in the city of Galdor.", True),
        ("They chanted death to Galdor.", True),
        ("The bridge was hit, he told reporters outside a court in Galdor.", True),
        ("Many called on Galdor to withdraw.", True),
        ("They called for calm in Galdor to end the strike.", False),
        ("Troops shot men who tried to fire rockets at Galdor.", True),
        ("Rockets were fired at Galdor.", False),
        ("They marched on the government in Galdor.", False),
        ("Lorries stood near the bridge in Galdor.", False),
    ],
)
def test_the_other_end_and_who_speaks_or_rules_is_no_scene(text: str, passed: bool) -> None:  # noqa: FBT001
    """A road to a country leads out of this one; a government may act anywhere."""
    start = text.index("Galdor")
    country = Place("galdor", "Galdor", PlaceKind.COUNTRY, None, None)
    assert is_passed(text, Span(start, start + 6), country) is passed


@pytest.mark.parametrize(
    ("text", "road"),
    [
        ("A bus was hit on the Galdor road near Tolmen.", True),
        ("Lorries were burned along the main Galdor highway.", True),
        ("A bus was hit in Galdor on the road to Tolmen.", False),
    ],
)
def test_a_road_has_its_name_from_a_town_far_off(text: str, road: bool) -> None:  # noqa: FBT001
    """What is near another town is not at the end of its road."""
    start = text.index("Galdor")
    assert names_road(text, Span(start, start + 6)) is road
