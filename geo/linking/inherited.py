"""Say where a deed was whose sentence names no place: where the article has been, or is at home.

The sentence before comes first, then the paragraph, those who act, the town of the news, what the
article is about, and the country that it was filed from.
"""

from __future__ import annotations

from geo.language.clauses import holding
from geo.linking import unknowns, vicinity
from geo.linking.mentioned import of_its_day, town_spoken_of
from geo.linking.scenes import Scene, Sentence, is_country, is_town
from geo.linking.setting import town_told_of
from geo.model import Resolution, Span

__all__ = ["home_near", "of_scene"]

FAR_FROM_NAMED, NOT_FAR = 300, 3.0
"""Characters from where a town is named within which a report that was filed from a capital, and so
may be about all of the country, is at home in it; unless so much speaks for the town. Of 79 such
deeds of wire reports farther off gold gives the country for 42 and the town for 23."""


def of_scene(
    text: str, sentence: Sentence, trigger: Span, scene: Scene
) -> tuple[Resolution | None, str]:
    """Return the place that the sentences before have been speaking of."""
    if (subject := town_told_of(text, sentence)) is not None:
        return subject, "the town that its sentence tells of"
    own = holding(text, sentence.span, trigger).span
    if (town := town_spoken_of(text, sentence, own, scene)) is not None:
        return town, "the town that was named before"
    if (place := of_its_day(text, sentence, trigger, scene)) is not None:
        return place, "the place of the deed of that day"
    if scene.where is not None and scene.where_paragraph == sentence.paragraph:
        return scene.where, "the place of the sentence before"
    acting = unknowns.acting(text, sentence, trigger, scene)
    if acting is not None and is_town(acting):
        return acting, "no place named; the town of those who act"
    if scene.where is not None and sentence.paragraph - scene.where_paragraph <= 1:
        return scene.where, "the place of the paragraph before"
    if scene.head is not None:
        return scene.head, f"no place named here; {unknowns.AT_HEAD}"
    if acting is not None and not _has_town_of(acting, home_near(scene, trigger, sentence)):
        return acting, "no place named; that of those who act"
    if scene.deed is not None and not vicinity.is_near(scene.deed, scene.home) and scene.home:
        return scene.deed, "no place named here; that of the first deed"
    if home := home_near(scene, trigger, sentence):
        return home, f"no place named here; {unknowns.AT_HOME}"
    if scene.is_told_elsewhere(scene.about, sentence.span):
        return scene.about, "no place named here; what the article is about"
    if scene.filed_from is not None:
        return scene.filed_from, "no place named anywhere; the country it was filed from"
    return None, "no place is named"


def _has_town_of(country: Resolution, home: Resolution | None) -> bool:
    """Tell whether those who act are of the country whose town the news is from."""
    whole, town = country.place, home.place if home is not None else None
    if whole is None or town is None or not is_country(country):
        return False
    return whole.id in town.countries


def home_near(scene: Scene, trigger: Span, sentence: Sentence) -> Resolution | None:
    """Return the town of the article for what names no place, if that is not far from its name."""
    home = scene.home
    if home is not None and _is_abroad(home.where, scene):
        return None
    if home is not None and scene.of_the_capital and home.strength < NOT_FAR:
        away = min((abs(at - trigger.start) for at in home.at), default=0)
        if away > FAR_FROM_NAMED:
            return None
    return unknowns.home_of(scene, unknowns.LEAST_HOME, unknowns.AT_HOME, besides=sentence)


def _is_abroad(town: Resolution, scene: Scene) -> bool:
    """Tell whether a town is not in the country an article speaks of: talks were held there."""
    country = scene.country.place if scene.country is not None else None
    place = town.place
    return place is not None and country is not None and country.id not in place.countries
