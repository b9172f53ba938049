"""Why a place was chosen, in words."""

import pytest

from geo.toponymy import cases, evidence
from geo.toponymy.context import gather
from geo.toponymy.reasons import reasons
from geo.toponymy.weights import WEIGHTS
from tests import namesakes


def told(text: str, *names: str) -> tuple[str, ...]:
    """Return the reasons for the best candidate of the first name of a text."""
    mentions = namesakes.named(text, *names)
    world = namesakes.gazetteer()
    docket = cases.call(gather(namesakes.article(text), mentions, world), mentions)
    shares, situation = evidence.judge(docket, WEIGHTS)
    best = max(range(len(shares[0])), key=lambda index: shares[0][index])
    return reasons(docket.cases[0], best, situation, WEIGHTS, world)


@pytest.mark.parametrize(
    ("text", "names", "reason"),
    [
        ("Fenwick.", ("Fenwick",), "only place of its name"),
        ("Dell, Upper Mark,", ("Dell", "Upper Mark"), "named with Upper Mark"),
        ("Dell. Fenwick.", ("Dell", "Fenwick"), "the article speaks of Upper Mark"),
        ("Ardovia.", ("Ardovia",), "the country of that name"),
        ("Tern County, Upper Mark,", ("Tern County", "Upper Mark"), "called a county"),
        ("Belmark. Garrow.", ("Belmark", "Garrow"), "the article speaks of other countries"),
        (
            "Dell, 25 km north of Garrow.",
            ("Dell", "Garrow"),
            "where the text puts it from another place",
        ),
    ],
)
def test_what_was_weighed_is_said(text: str, names: tuple[str, ...], reason: str) -> None:
    """Each argument that told has its words, and no other reason is made up."""
    found = told(text, *names)
    assert reason in found
    assert len(found) == len(set(found))


def test_the_nearest_place_is_named_with_its_distance() -> None:
    """Nearness is said in kilometres from the nearest firm place."""
    found = told("Dell. Fenwick. Garrow.", "Dell", "Fenwick", "Garrow")
    near = [reason for reason in found if " km from " in reason]
    assert near == ["13 km from Garrow"]
