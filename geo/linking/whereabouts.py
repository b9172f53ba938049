"""Bind a trigger to its own place.

This is the weak point of every peer: three quarters of audited GDELT rows have a wrong type or a
wrong place. Here the order is stated, and each answer says which one it was: what the sentence
itself says, by learned weights (``geo.linking.attachment``); the scene of the sentence before; that
of the paragraph before; where those who act belong; the town that the article is at home in
(``geo.linking.hometown``); what the article is about; the country of the dateline. Never a
dateline's town for itself, a government, a people, a reference point or page clutter. "15 km south
of X" is a place of its own (``geo.toponymy.relations``). A set of crossings that stays open keeps
the incident open. For a name that nobody knows stands what holds it, if the sentence says so, and
the town that the article is at home in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from geo.language.clauses import Clause, holding, is_told
from geo.language.sought import Sought
from geo.language.words import sort_of
from geo.linking import (
    attachment,
    eponyms,
    homelands,
    inherited,
    lone,
    meanwhile,
    measured,
    openings,
    qualifiers,
    standbys,
    tellers,
    unknowns,
    vicinity,
    villages,
    whereclause,
)
from geo.linking.aftermath import avenged
from geo.linking.alongside import together
from geo.linking.capitals import at_its_seat, capital_meant, has_capital
from geo.linking.elsewhere import of_this_town, unless_far
from geo.linking.houses import town_of_house
from geo.linking.scenes import AREAS, Scene, Sentence, can_carry, is_country
from geo.linking.setting import (
    as_scene,
    is_at_venue,
    scenes_of,
    town_told_of,
)
from geo.model import Article, PlaceKind, Resolution, Span
from geo.toponymy import relations
from geo.toponymy.containers import lies_in

__all__ = ["bind_place", "rejected_places"]

_Found: TypeAlias = tuple[Resolution | None, str]
"""A place, and in words how it was found."""

IN_CAPITAL = "the capital of the country it speaks of"
AT_SEAT = "a house of its government, or the city; the capital that it was filed from"
_WORD = re.compile(r"[a-z]+")
_THERE = Sought(
    r"\bthere\b(?!\s+(?:is|are|was|were|has|have|had|will|would|may|might|could|must|seems?|remains?)\b)"
)
_BEFALLEN = Sought(
    r"\b(?:killed|died|dead|wounded|injured|hurt|stabbed|shot|beheaded|hacked|burned|burnt|slain|"
    r"abducted|kidnapped|missing|gunned\s+down|eliminated|neutrali[sz]ed|slaughtered|massacred|"
    r"lynched)\b",
    re.IGNORECASE,
)
"""What befell people: where it was that they were hurt "after gunmen attacked X" is X."""


def bind_place(
    article: Article,
    sentence: Sentence,
    trigger: Span,
    scene: Scene,
    rivals: Sequence[Span] = (),
) -> _Found:
    """Return the place of what a trigger tells of, and in words how it was found.

    ``rivals`` are the other triggers of the sentence: a place in a clause of theirs that tells
    what led to the news is their own.
    """
    here = _at_home_in_paragraph(scene, sentence)
    trigger = _main_verb(article.text, sentence, trigger)
    sentence = _without_avenged(article.text, sentence, trigger)
    where, how = _bind(article, sentence, trigger, scene, rivals)
    where, how = _stood_in(article.text, sentence, trigger, scene, rivals, (where, how))
    if (afar := _told_afar(article, sentence, where)) is not None:
        if not tellers.is_headed(article, afar):
            return tellers.only_country(sentence, afar, scene.lookup), f"{how}; {tellers.AFAR}"
        where = afar
    if how in {IN_CAPITAL, AT_SEAT}:
        return where, how  # a quarter of the capital is none of the article's town
    if where is not None and here.home is not None and not _is_held(sentence, where):
        where, how = vicinity.refine(article.text, where, how, here.home)
    if where is not None and standbys.is_weak(article.text, sentence, trigger, where):
        how = f"{how}; {qualifiers.WEAKLY}"
    return where, how


def _main_verb(text: str, sentence: Sentence, trigger: Span) -> Span:
    """Return the last verb of words that hold two of them with a place between.

    "A priest kidnapped in Tolmen on Sunday was freed in Orva": freed in Orva.
    """
    held = [r.mention.span for r in sentence.resolutions if trigger.covers(r.mention.span)]
    if not held:
        return trigger
    told = [m for m in _WORD.finditer(text, trigger.start, trigger.end) if is_told(m[0])]
    if not told or told[0].start() > held[0].start or told[-1].start() < held[-1].end:
        return trigger
    return Span(told[-1].start(), trigger.end)


def _told_afar(article: Article, sentence: Sentence, where: Resolution | None) -> Resolution | None:
    """Return the capital of which only is known that a deed is told there, with no other place."""
    if where is None:
        return tellers.teller(article.text, sentence)
    return where if tellers.is_afar(article.text, where.mention.span, where.place) else None


def _stood_in(
    text: str,
    sentence: Sentence,
    trigger: Span,
    scene: Scene,
    rivals: Sequence[Span],
    found: _Found,
) -> _Found:
    """Return a place, or what stands in for one where there is none or it is only a country."""
    where, how = found
    if where is None or is_country(where):
        where, how = standbys.of_somebody(text, sentence, trigger, rivals) or found
    where, how = standbys.road_end(text, sentence, where) or (where, how)
    if where is None and (only := lone.town(text, sentence, trigger, scene)):
        return only, f"{how}; {standbys.ONLY_TOWN}"
    if where is None and (there := tellers.carers(text, sentence)):
        return there, f"{how}; {tellers.CARED}"
    if where is not None and where.place is None:
        return standbys.held_by_only(text, sentence, trigger, scene, where, how)
    return where, how


def _without_avenged(text: str, sentence: Sentence, trigger: Span) -> Sentence:
    """Leave out the places of what a deed answers: "a revenge attack for air strikes in Galdor"."""
    start = avenged(text, sentence.span, trigger)
    if start is None:
        return sentence
    kept = tuple(r for r in sentence.resolutions if r.mention.span.start < start)
    return replace(sentence, span=Span(sentence.span.start, start), resolutions=kept)


def _is_held(sentence: Sentence, where: Resolution) -> bool:
    """Tell whether a sentence names the unit that a place lies in: "in Y region, … X"."""
    place = where.place
    if place is None or place.kind is not PlaceKind.SETTLEMENT:
        return False
    if sort_of(where.mention.hint or "") == PlaceKind.ADMIN2:
        return True  # "Galdor's Orva district"
    named = {r.place.id for r in sentence.resolutions if r.place is not None}
    if place.unlisted and place.part_of in named:
        return True  # "the Orva quarter in western Galdor"
    return any(
        r.place is not None and r.place.kind in AREAS and lies_in(place, r.place)
        for r in sentence.resolutions
    )


def _at_home_in_paragraph(scene: Scene, sentence: Sentence) -> Scene:
    """Let the town that a paragraph has told of be the one its streets and quarters lie in.

    "A bomb went off in Tolmen. An hour later another hit the Galdor district": whatever town the
    article is at home in.
    """
    home, here = scene.home, scene.where
    if home is None or here is None or scene.where_paragraph != sentence.paragraph:
        return scene
    if here.place is not None and here.place.unlisted:
        here = scene.towns.get(here.place.part_of or "")  # a quarter: the town that holds it
    if here is None or here.place is None or here.place.id not in scene.towns:
        return scene
    return scene if vicinity.is_near(here, home) else replace(scene, home=replace(home, where=here))


def _bind(
    article: Article, sentence: Sentence, trigger: Span, scene: Scene, rivals: Sequence[Span]
) -> _Found:
    """Return the place by what the words say, without asking whether it lies where it should."""
    text = article.text
    own = holding(text, sentence.span, trigger)
    if called := _called(text, sentence, trigger, own, scene):
        return called
    told = attachment.choose(text, sentence, trigger, rivals)
    if there := whereclause.place(text, sentence, own, trigger, told.places):
        return there, "named right before its clause, which opens with 'where'"
    if scene.where and openings.is_of_speakers(text, sentence, trigger, told.places):
        told = attachment.Choice()
    theirs = bool(told.places) and _is_theirs(text, sentence, told.places[0], own, rivals)
    if told.places and (not theirs or _BEFALLEN.search(text, trigger.start, trigger.end)):
        return _of_words(text, sentence, trigger, own, scene, told)
    if pointed := _of_sentence(text, sentence, trigger, own, scene, told):
        return pointed
    if not told.places and (there := meanwhile.place(text, sentence, trigger, rivals)):
        return there, "named in the same sentence; what was being done there"
    if own.cause and town_told_of(text, sentence) is None:
        return _of_cause(text, sentence, trigger, scene, rivals)
    if (beside := measured.behind(sentence, own.span, trigger)) is not None:
        return beside, "the only place behind it in its clause"
    return _of_tale(text, sentence, trigger, scene, told)


def _called(
    text: str, sentence: Sentence, trigger: Span, own: Clause, scene: Scene
) -> _Found | None:
    """Return the place that a deed, or whoever takes part, goes by."""
    if meant := homelands.of_phrase(text, sentence, own.span, trigger, scene):
        return meant, "the country it calls its own"
    if named := eponyms.named_after(text, sentence, trigger):
        return named, "it is called by its name"
    if deplored := eponyms.deplored(text, sentence, trigger):
        return deplored, "named in the same clause; others deplore it"
    if struck := eponyms.struck(text, sentence, trigger):
        return struck, "named in the same clause; it is what this befell"
    return None


def _of_words(
    text: str,
    sentence: Sentence,
    trigger: Span,
    own: Clause,
    scene: Scene,
    told: attachment.Choice,
) -> _Found:
    """Return the place that the words of its sentence give a deed."""
    doubting = _without_other(sentence, own, scene)
    found = of_this_town(text, unless_far(text, together(told.places), doubting), scene)
    if has_capital(text, found) and (at := scene.capital_of(found)):
        return at, IN_CAPITAL
    if (seat := at_its_seat(text, own.span, scene)) and _may_be_its(seat, found):
        return seat, AT_SEAT
    if is_country(found) and (inside := capital_meant(text, sentence, own.span, scene)):
        return inside, IN_CAPITAL  # "In Ardovia, gunmen attacked a bank in the capital"
    if found.place is None:
        if inside := capital_meant(text, sentence, own.span, scene):
            return replace(inside, mention=replace(found.mention, relation="near")), IN_CAPITAL
        return unknowns.place(text, sentence, trigger, scene, found)
    near = "clause" if own.span.covers(found.mention.span) else "sentence"
    if near == "sentence" and measured.is_beside_town(
        beside := measured.only_in(sentence, own.span)
    ):
        return beside, "the only place of its clause"
    return _or_named(found, f"named in the same {near}; {told.because}", scene, sentence)


def _without_other(sentence: Sentence, own: Clause, scene: Scene) -> Scene:
    """Leave a country out that only another clause names: "a day after an attack in Ardovia"."""
    country = scene.country
    if country is None or scene.is_told_elsewhere(country, sentence.span):
        return scene
    named = (r for r in sentence.resolutions if r.place == country.place)
    if any(own.span.covers(r.mention.span) for r in named):
        return scene
    return replace(scene, country=None)


def _of_sentence(
    text: str,
    sentence: Sentence,
    trigger: Span,
    own: Clause,
    scene: Scene,
    told: attachment.Choice,
) -> _Found | None:
    """Return what else a sentence says of where its deed was: "there", "in the capital"."""
    if not told.places and (there := _pointed_at(text, sentence, own.span, trigger)):
        return there, "named before in its sentence, which says 'there'"
    if not told.places and not own.cause and (ahead := openings.scene(text, sentence, trigger)):
        because = "named in the same sentence, which opens with it"
        return _known_or_not(text, sentence, trigger, scene, ahead, because)
    if not told.places and (town := town_of_house(text, sentence, own.span)):
        return town, "the town in the name of a house of which it tells a part"
    if capital := capital_meant(text, sentence, own.span, scene):
        return capital, IN_CAPITAL
    if seat := at_its_seat(text, own.span, scene):
        return seat, AT_SEAT
    if scene.desk is not None and villages.THIS_TOWN.search(text, own.span.start, own.span.end):
        return scene.desk, "the town it was filed from, which it calls this one"
    return None


def _of_tale(
    text: str, sentence: Sentence, trigger: Span, scene: Scene, told: attachment.Choice
) -> _Found:
    """Return where the article has been, or what the sentence hardly says where that is coarse."""
    where, how = inherited.of_scene(text, sentence, trigger, scene)
    if where is scene.head and (finer := _only_inside(text, sentence, scene)):
        return finer, "the only place of the sentence in that at the head of the entry"
    if unknowns.is_area(where) and (town := _of_venue(text, sentence)):
        return town, "the town of a house that the sentence names"
    stale = scene.where is where and scene.where_paragraph != sentence.paragraph
    if told.maybe is not None and not scene.by_word and (stale or unknowns.is_area(where)):
        because = "named in the same sentence; nothing nearer is told"
        return _known_or_not(text, sentence, trigger, scene, told.maybe, because)
    if told.places and scene.home is not None and unknowns.is_area(where):
        return told.places[0], "no place named of its own; that of what led to it"
    if told.only is not None and not scene.by_word and (where is None or is_country(where)):
        because = "the only town of its sentence"
        return _known_or_not(text, sentence, trigger, scene, told.only, because)
    return where, how


def _known_or_not(
    text: str, sentence: Sentence, trigger: Span, scene: Scene, found: Resolution, because: str
) -> _Found:
    """Return a name with a reason, or where it lies if no list has it."""
    if found.place is None:
        return unknowns.place(text, sentence, trigger, scene, found)
    return found, because


def _pointed_at(text: str, sentence: Sentence, clause: Span, trigger: Span) -> Resolution | None:
    """Return the place that "there" means: "the mayor of X said that a school was burned there"."""
    if not _THERE.search(text, trigger.start, clause.end):
        return None
    before = (r for r in sentence.resolutions if r.mention.span.end <= trigger.start)
    named = [r for r in before if r.place is not None and can_carry(r)]
    return named[-1] if named else None


def _only_inside(text: str, sentence: Sentence, scene: Scene) -> Resolution | None:
    """Return the only finer place of a sentence in the area that its entry stands under."""
    area = scene.head.place if scene.head is not None else None
    if area is None or area.kind not in AREAS:
        return None
    inside = [r for r in scenes_of(text, sentence) if r.place and lies_in(r.place, area)]
    return inside[0] if len(inside) == 1 else None


def _of_venue(text: str, sentence: Sentence) -> Resolution | None:
    """Return the only town in whose barracks, market or school a sentence puts something."""
    towns = [r for r in sentence.resolutions if is_at_venue(text, sentence, r)]
    return as_scene(towns[0]) if len(towns) == 1 else None


def _of_cause(
    text: str, sentence: Sentence, trigger: Span, scene: Scene, rivals: Sequence[Span]
) -> _Found:
    """Return the place of what led to the news, which need not have happened where that is.

    Only the country is sure.
    """
    if taken := attachment.captured_before(text, sentence, trigger):
        return taken, "named in the same sentence; what was taken by it"
    if acting := unknowns.acting(text, sentence, trigger, scene):
        return acting, "no place named; that of those who act"
    moved_on = _moves_on(text, sentence, scene, rivals)
    if not moved_on and _is_scene_of_deed(scene, sentence):
        return scene.where, "the place of the deed before"
    if not moved_on and scene.head is not None:
        return scene.head, f"no place named for what came before; {unknowns.AT_HEAD}"
    if not moved_on and (home := inherited.home_near(scene, trigger, sentence)):
        return home, f"no place named here; {unknowns.AT_HOME}"
    if scene.is_told_elsewhere(scene.country, sentence.span):
        return scene.country, "no place named for what came before; the country"
    if scene.filed_from is not None:
        return (
            scene.filed_from,
            "no place named for what came before; the country it was filed from",
        )
    return None, "no place is named for what came before"


def _moves_on(text: str, sentence: Sentence, scene: Scene, rivals: Sequence[Span]) -> bool:
    """Tell whether the news of a sentence is not where the sentences before were."""
    here = scene.where.place if scene.where is not None else None
    told = (p for r in rivals for p in attachment.choose(text, sentence, r).places[:1])
    return any(p.place is None or here is None or p.place.id != here.id for p in told)


def _is_scene_of_deed(scene: Scene, sentence: Sentence) -> bool:
    """Tell whether the paragraph, or the one before, has told of a deed in a town."""
    near = scene.deed_paragraph is not None and sentence.paragraph - scene.deed_paragraph <= 1
    here = near and scene.where is not None and sentence.paragraph - scene.where_paragraph <= 1
    place = scene.where.place if scene.where is not None else None
    return here and place is not None and place.kind is PlaceKind.SETTLEMENT


def rejected_places(
    article: Article, sentence: Sentence, trigger: Span, rivals: Sequence[Span] = ()
) -> tuple[str, ...]:
    """Return which places of its sentence a trigger was not put on, and why, in words."""
    return attachment.choose(article.text, sentence, trigger, rivals).rejected


def _may_be_its(seat: Resolution, found: Resolution) -> bool:
    """Tell whether a capital may be meant by its country, or by a name that nobody knows."""
    if found.place is None or seat.place is None:
        return found.place is None
    return is_country(found) and not {*found.place.countries}.isdisjoint(seat.place.countries)


def _is_theirs(
    text: str, sentence: Sentence, found: Resolution, own: Clause, rivals: Sequence[Span]
) -> bool:
    """Tell whether a place is that of what led to the news: "closed its border after clashes in X".

    It is if it stands in a clause of causes that holds another trigger and not the own one.
    """
    clause = holding(text, sentence.span, found.mention.span)
    if clause == own or not clause.cause:
        return False
    return any(clause.span.covers(rival) for rival in rivals)


def _or_named(
    found: Resolution, how: str, scene: Scene, sentence: Sentence
) -> tuple[Resolution, str]:
    """Let the town of the sentence before stand for "near the border" if it lies there."""
    before = scene.where
    if (
        before is not None
        and before.place is not None
        and found.place is not None
        and found.place.derived
        and sentence.paragraph - scene.where_paragraph <= 1
        and relations.holds(found.place, before.place)
    ):
        return before, f"named before, and {found.place.name}"
    return found, how
