"""Choose among namesakes the one in the state whose own police or courts speak.

"A boy was shot in Jefferson, the Georgia Bureau of Investigation said": thirty towns bear the name,
and nothing beside it says which. Where a report names the bodies of one state, was filed from it,
or has it in its headline, the town of that state is meant unless the namesake elsewhere is sure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from geo.language.names import fold
from geo.linking.elsewhere import LEAST
from geo.linking.headlines import end_of_headline
from geo.model import Article, MentionClass, Place, PlaceKind, Resolution
from geo.toponymy.authorities import is_of_state
from geo.toponymy.containers import lies_in

__all__ = ["settle"]

SURE = 0.8
"""So sure a namesake elsewhere is left alone."""
MUCH_LARGER = 5
"""A namesake elsewhere with so many times the inhabitants is meant all the same."""
FOUND = 0.62
"""How sure the one in the state is: on 1,294 reports of shootings six of seven were right."""
_NAMED = frozenset(
    {MentionClass.LITERAL, MentionClass.MODIFIER, MentionClass.EMBEDDED, MentionClass.DATELINE}
)


def settle(
    article: Article, resolutions: Sequence[Resolution], titled: Sequence[Resolution]
) -> tuple[tuple[Resolution, ...], tuple[Resolution, ...]]:
    """Return the places of a text and of its title, with towns in the state that speaks.

    Parameters
    ----------
    article
        The article.
    resolutions, titled
        The places of its text, and those of its title.
    """
    told, above = tuple(resolutions), tuple(titled)
    counties = {fold(r.place.name): r for r in told if r.place and r.place.kind is PlaceKind.ADMIN2}
    told = tuple(_of_county(r, counties) for r in told)
    above = tuple(_of_county(r, counties) for r in above)
    states = {state.id: state for state in _speaking(article, told, above)}
    if len(states) != 1:
        return told, above
    state = next(iter(states.values()))
    return tuple(_within(r, state) for r in told), tuple(_within(r, state) for r in above)


def _of_county(r: Resolution, counties: Mapping[str, Resolution]) -> Resolution:
    """Return the county of a bare name: "in Tolmen … the sheriff of Tolmen County"."""
    county = counties.get(f"{fold(r.mention.name)} county")
    if county is None or county.place is None or r.place is None:
        return r
    elsewhere = r.place.kind is PlaceKind.SETTLEMENT and not lies_in(r.place, county.place)
    if not elsewhere or r.mention.use not in _NAMED or r.place.unlisted:
        return r
    because = (f"{county.place.name}, which the article speaks of", *county.because)
    return replace(r, place=county.place, score=county.score, because=because)


def _speaking(
    article: Article, told: Sequence[Resolution], above: Sequence[Resolution]
) -> Iterator[Place]:
    """Yield the states whose bodies act, that a report was filed from or that its title names."""
    end = end_of_headline(article.title) if article.title else 0
    yield from (r.place for r in above if _is_state(r) and r.place and r.mention.span.end <= end)
    for r in told:
        filed = r.mention.use is MentionClass.DATELINE
        if _is_state(r) and r.place and (filed or is_of_state(article.text, r.mention.span.end)):
            yield r.place


def _is_state(r: Resolution) -> bool:
    return r.place is not None and r.place.kind is PlaceKind.ADMIN1


def _within(r: Resolution, state: Place) -> Resolution:
    """Return a town as the one in a state, if it may be that."""
    place = r.place
    if r.mention.use not in _NAMED or r.mention.found_by != "name":
        return r
    misspelt = any(reason.startswith("spelt ") for reason in r.because)
    if place is not None:
        sure = r.score >= SURE and not misspelt
        if place.kind is not PlaceKind.SETTLEMENT or place.unlisted or sure:
            return r
        if _lies_in(place, state) or place.countries != state.countries:
            return r
    least = (place.population or 0) / MUCH_LARGER if place is not None else 0
    for other, share in r.alternatives:
        if _lies_in(other, state) and share >= LEAST and (other.population or 0) >= least:
            because = (f"in {state.name}, whose own police or courts speak", *r.because)
            return replace(r, place=other, score=FOUND, because=because)
    if misspelt:  # one letter off from a town of another state: a village that no list has
        return replace(r, place=None, because=(f"not in {state.name}", *r.because))
    return r


def _lies_in(place: Place, state: Place) -> bool:
    return place.kind is PlaceKind.SETTLEMENT and place.part_of == state.id
