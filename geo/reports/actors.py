"""Say who takes part in an incident, in which role, and of what sector.

Who did it and to whom comes from the grammar (``geo.language.arguments``), whom the words mean from
``geo.events.sectors``. Bombs, towns and pronouns are no actors.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from geo.events.sectors import Telling, default_sectors
from geo.language.arguments import Phrase, arguments, speakers
from geo.language.text import bounds
from geo.lexicon import Kind, Trigger
from geo.linking.scenes import Sentence
from geo.model import Actor, MentionClass, PlaceKind, Report, Resolution, Span

__all__ = ["attach", "find", "merged"]

ROLES = ("perpetrator", "authority", "target", "speaker")
"""In the order in which the actors of an incident are listed."""
LONGEST_NAME = 80
"""Characters of a name; what is longer is a list."""
PHRASES_KEPT = 4096
"""Different phrases whose reading is kept."""
MOST = 8
"""Actors of one report; a sentence with more is a list of names."""
DEEPEST = 3
"""Times that "of" is followed: "dozens of members of the party"."""

_SUFFERED = re.compile(
    r"(?:murder|assassination|killing|slaying|shooting|execution|lynching|beheading|poisoning|abduction|"
    r"kidnapp?ing|disappearance|rape|death)s?\b",
    re.IGNORECASE,
)
"""Nouns whose owner is as a rule whom it befell."""
_POSSESSIVE = re.compile(r"(?:['’]s?)\s+(?:[a-z-]+\s+){0,2}")
_ARMED = frozenset(
    {
        "military", "police", "intelligence", "government", "peacekeepers", "rebels", "militia",
        "identity_militia", "armed_group", "criminals", "rioters", "protesters",
    }
)  # fmt: skip
"""Sectors of those who kill and abduct themselves."""
_VIOLENT = frozenset({"violence", "property", "detention", "control"})
_ACTING = frozenset({MentionClass.DEMONYM, MentionClass.METONYM, MentionClass.EMBEDDED})


def find(
    text: str, sentence: Span, trigger: Trigger, resolutions: Iterable[Resolution] = ()
) -> tuple[Actor, ...]:
    """Find who takes part in what a trigger tells of.

    Parameters
    ----------
    text
        The whole text.
    sentence
        The sentence that holds the trigger.
    trigger
        The words that tell of the deed, and its kind.
    resolutions
        The places of the sentence: a town is no actor, though a country may act.

    Returns
    -------
    Those who acted first, then those whom it befell, then those who say so; nobody twice.

    Examples
    --------
    >>> from geo.lexicon import default_lexicon
    >>> text = "Three soldiers were kidnapped by rebels, police said."
    >>> (trigger,) = default_lexicon().find(text)
    >>> for actor in find(text, Span(0, len(text)), trigger):
    ...     print(actor.role, actor.name, actor.sector)
    perpetrator rebels rebels
    target soldiers military
    speaker police police
    """
    reader = _Reader(text, tuple(resolutions))
    told = arguments(text, sentence, trigger.span)
    own = reader.named(told.deed, acts=True) if told.deed is not None else None
    if own is not None and own.sector is not None and _heads(own, told.deed):
        acting = [own]  # "protesters" is a trigger and who does it
    else:
        acting = [a for p in told.agents if (a := reader.named(p, acts=True))]
    state = trigger.kind.family == "politics"
    befallen = [a for p in told.patients if (a := reader.named(p, acts=state))]
    if not befallen and (victim := _owner(text, trigger, acting)):
        acting, befallen = [a for a in acting if a is not victim], [victim]
    saying = [a for p in speakers(text, sentence) if (a := reader.named(p, acts=True))]
    found = [_acting(actor, trigger.kind) for actor in acting]
    found += [_befallen(actor, trigger.kind) for actor in befallen]
    known = {actor.name.lower() for actor in found}
    found += [
        Actor(a.name, "speaker", a.sector, a.span) for a in saying if a.name.lower() not in known
    ]
    return merged([found])[:MOST]


def attach(
    text: str,
    sentences: Iterable[Sentence],
    reports: Iterable[Report],
    triggers: Mapping[Span, Trigger],
) -> list[Report]:
    """Give reports those who take part; only the sentences of what is reported are parsed.

    ``triggers`` are those of the reports by where they stand.
    """
    named = {sentence.span: sentence.resolutions for sentence in sentences}
    found: dict[Span, tuple[Actor, ...]] = {}
    told = []
    for report in reports:
        at, sentence = report.trigger, report.sentence
        if at not in found:
            found[at] = find(text, sentence, triggers[at], named[sentence])
        told.append(replace(report, actors=found[at]) if found[at] else report)
    return told


def merged(told: Iterable[Iterable[Actor]]) -> tuple[Actor, ...]:
    """Unite the actors of reports: by role, then in the order told, nobody twice.

    Where one telling knows the sector and another does not, it is known.

    Examples
    --------
    >>> rebels = Actor("Rebels", "perpetrator", "rebels")
    >>> both = merged([[Actor("Ana Kos", "target")], [rebels, Actor("rebels", "perpetrator")]])
    >>> [actor.name for actor in both]
    ['Rebels', 'Ana Kos']
    """
    found: dict[tuple[str, str], Actor] = {}
    for actors in told:
        for actor in actors:
            key = (actor.name.lower(), actor.role)
            known = found.get(key)
            if known is None or (known.sector is None and actor.sector is not None):
                found[key] = actor
    return tuple(sorted(found.values(), key=lambda actor: ROLES.index(actor.role)))


def _owner(text: str, trigger: Trigger, acting: Iterable[Actor]) -> Actor | None:
    """Return whom "Ana Kos's murder" befell; "the army's killing of two" has who did it."""
    if _SUFFERED.match(text, trigger.span.start) is None:
        return None
    return next(
        (
            actor
            for actor in acting
            if actor.span is not None
            and actor.sector not in _ARMED
            and _POSSESSIVE.fullmatch(text, actor.span.end, trigger.span.start)
        ),
        None,
    )


def _heads(actor: Actor, deed: Phrase | None) -> bool:
    """Tell whether a noun that tells of a deed is itself who does it."""
    return deed is not None and actor.span is not None and actor.span.end == deed.span.end


def _acting(actor: Actor, kind: Kind) -> Actor:
    """Give who acts a role: only those who hold authority arrest or close a road with it."""
    known = default_sectors()
    role = known.roles.get(kind.name) or known.roles.get(kind.family, ROLES[0])
    if role == "authority" and actor.sector not in known.authorities:
        role = ROLES[0]
    # "Two men shot": that they are people does not make civilians of them.
    nobody = actor.sector == "civilians" and role == ROLES[0] and kind.family in _VIOLENT
    return Actor(actor.name, role, None if nobody else actor.sector, actor.span)


def _befallen(actor: Actor, kind: Kind) -> Actor:
    """Give who undergoes it a role: troops that are sent act themselves."""
    sent = kind.family == "forces" and actor.sector in default_sectors().authorities
    return Actor(actor.name, "authority" if sent else "target", actor.sector, actor.span)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the phrases of a text."""

    text: str
    places: tuple[Resolution, ...]

    def named(self, phrase: Phrase, *, acts: bool, depth: int = 0) -> Actor | None:
        """Return whom a phrase means, the role yet to be said; ``None`` if nobody."""
        words, told = self._read(phrase)
        counted = self._is_quantity(phrase)
        inner = None
        if depth < DEEPEST and phrase.complement and (counted or (told.people and not told.sector)):
            inner = self.named(phrase.complement, acts=acts, depth=depth + 1)
        if counted or not words:
            return inner
        if told.sector is None and phrase.apposition is not None:
            told = told._replace(sector=self._read(phrase.apposition)[1].sector)
        span = self._span(phrase, words, told, acts=acts)
        aside = phrase.apposition
        if span is None and aside is not None and aside.name and depth < DEEPEST:
            return self.named(aside, acts=acts, depth=depth + 1)  # "a hiker, Ana Kos, was"
        if span is None:
            return None
        if inner is not None and inner.span is not None and span.end == words[-1].end:
            told = told._replace(sector=told.sector or inner.sector)
            span = Span(span.start, inner.span.end)
        name = span.of(self.text)
        return Actor(name, "", told.sector, span) if len(name) <= LONGEST_NAME else None

    def _span(self, phrase: Phrase, words: list[Span], told: Telling, *, acts: bool) -> Span | None:
        """Return the name of an actor; of "rebel attack" its first word, of a bomb nothing."""
        whole = Span(words[0].start, words[-1].end)
        if told.people and told.sector is not None and told.last == len(words):
            return whole
        if default_sectors().never_acts(words[-1].of(self.text)):
            return self._inner(words, told) if acts else None
        if told.sector is not None:
            return whole if told.people or not acts else self._inner(words, told)
        may = self._may_act(phrase, acts=acts)
        return whole if may or (told.people and phrase.complement is not None) else None

    def _inner(self, words: list[Span], told: Telling) -> Span | None:
        if told.sector is None:
            return None
        return Span(words[told.first].start, words[told.last - 1].end)

    def _may_act(self, phrase: Phrase, *, acts: bool) -> bool:
        """Tell whether a name may be an actor's: no town's, and a country's if it acts."""
        for resolution in self.places:
            if not resolution.mention.span.overlaps(phrase.head):
                continue
            if resolution.mention.use in _ACTING:
                return True
            place = resolution.place
            return acts and place is not None and place.kind == PlaceKind.COUNTRY
        return phrase.name

    def _read(self, phrase: Phrase) -> tuple[list[Span], Telling]:
        """Return the words of a phrase without leading articles and numbers, and what they say."""
        at, told = _told(phrase.span.of(self.text), phrase.name)
        start = phrase.span.start
        return [Span(start + first, start + last) for first, last in at], told

    def _is_quantity(self, phrase: Phrase) -> bool:
        """Tell whether a phrase only counts: "dozens of", "a group of"."""
        word = phrase.head.of(self.text).lower()
        quantities = default_sectors().quantities
        if phrase.complement is None:
            return False
        return word[0].isdigit() or word in quantities or word.removesuffix("s") in quantities


@lru_cache(maxsize=PHRASES_KEPT)
def _told(phrase: str, name: bool) -> tuple[tuple[tuple[int, int], ...], Telling]:  # noqa: FBT001
    """Read a phrase; news says "police" and "two men" all the time."""
    known = default_sectors()
    at = bounds(phrase, 0, len(phrase))
    words = [phrase[start:end] for start, end in at]
    first = 0
    while first < len(at) and (
        not words[first][0].isalpha() or words[first].lower() in known.leading
    ):
        first += 1
    return tuple(at[first:]), known.tell(words[first:], name=name)
