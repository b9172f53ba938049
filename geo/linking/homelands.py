"""Where those who take part are at home: the country of what names no place of its own.

A capital that condemned a murder, or a desk that wrote of it, is not where it was. "The murder of
the Ardovian minister" was in Ardovia for want of other words, a deed of the FMLN in El Salvador,
and "in his country" is that of the minister who speaks. The words are in ``homelands.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from geo.language.almanac import alternatives, words
from geo.language.arguments import Arguments, Phrase, arguments
from geo.language.sought import Sought
from geo.language.text import small_words
from geo.lexicon import Trigger
from geo.linking.scenes import Lookup, Scene, Sentence, can_carry, is_country
from geo.model import Mention, MentionClass, Resolution, Span

__all__ = ["THEIRS", "corrected", "of_phrase"]

OF_GROUP, OF_PEOPLE = 0.6, 0.5
"""Scores of the country of a group, and of a people."""
GUESSED = "no place"
"""What begins how a place was found that no words of the deed name."""
THEIRS = f"{GUESSED} named; the country of those who take part"

_COUNTRY = Sought(
    r"\b(?:in|across|throughout|inside|within|around|of|to)\s+"
    r"(?P<whose>his|her|their|our|my|this)\s+(?:own\s+)?(?:home\s*)?(?:country|homeland|nation)\b"
    r"(?![’'-])"
)
_PEOPLES = frozenset({MentionClass.DEMONYM, MentionClass.MODIFIER})
_SPEAKERS = _PEOPLES | {MentionClass.METONYM}


@dataclass(frozen=True, slots=True)
class _Homeland:
    """The countries in which somebody is at home, the words that say so, and how sure that is."""

    span: Span
    countries: frozenset[str]
    because: str
    score: float


@dataclass(frozen=True, slots=True)
class _Lists:
    """The offices of a state, and the countries of each armed group."""

    offices: frozenset[str]
    groups: Mapping[str, frozenset[str]]
    pattern: Sought


def of_phrase(
    text: str, sentence: Sentence, own: Span, trigger: Span, scene: Scene
) -> Resolution | None:
    """Return the country that a clause means by "in our country", if no place stands nearer.

    Parameters
    ----------
    text
        The whole text.
    sentence
        The sentence of the trigger.
    own, trigger
        The clause of the trigger, and where it stands.
    scene
        What the article speaks of.
    """
    said = _COUNTRY.search(text, own.start, own.end)
    if said is None:
        return None
    at = Span(said.start("whose"), said.end())
    first, last = sorted((trigger, at))
    between = Span(first.end, max(first.end, last.start))
    if any(can_carry(r) and between.covers(r.mention.span) for r in sentence.resolutions):
        return None
    before = [
        r
        for r in sentence.resolutions
        if r.mention.span.end <= at.start and is_country(r) and r.mention.use in _SPEAKERS
    ]
    meant = before[-1] if before else scene.country
    if meant is None:
        return None
    mention = Mention(at, at.of(text), MentionClass.LITERAL, found_by="part")
    return replace(meant, mention=mention, because=(f"'{at.of(text)}'", *meant.because))


def corrected(
    text: str,
    sentence: Sentence,
    trigger: Trigger,
    scene: Scene,
    told: tuple[Resolution | None, str],
) -> tuple[Resolution | None, str]:
    """Return the country of those who take part where a guess lies in another, or there is none.

    Parameters
    ----------
    text
        The whole text.
    sentence, trigger
        The sentence, and what in it tells of the deed.
    scene
        What the article speaks of.
    told
        The place of the deed so far, and how it was found.
    """
    where, how = told
    if (where is not None and not how.startswith(GUESSED)) or scene.lookup is None:
        return told
    theirs = arguments(text, sentence.span, trigger.span)
    home = _of_group(text, sentence, trigger, theirs)
    if home is None and trigger.kind.family == "violence":
        home = _of_people(text, sentence, theirs)
    return told if home is None else _within(told, scene, scene.lookup, home)


def _within(
    told: tuple[Resolution | None, str], scene: Scene, lookup: Lookup, home: _Homeland
) -> tuple[Resolution | None, str]:
    """Return a guess that lies in one of some countries, else the country, if it is only one."""
    guess = told[0].place if told[0] is not None else None
    if guess is not None and not home.countries.isdisjoint(guess.countries):
        return told
    spoken = scene.country.place if scene.country is not None else None
    spoken_of = home.countries & {spoken.id} if spoken is not None else frozenset()
    likely = sorted(spoken_of or home.countries)
    place = lookup(likely[0]) if len(likely) == 1 else None
    if place is None:
        return None, f"{GUESSED} is named, and those who act do so in several countries"
    # Nothing names the place: an empty stretch, where the words begin that tell of it.
    at = Span(home.span.start, home.span.start)
    mention = Mention(at, place.name, MentionClass.DEMONYM)
    where = Resolution(mention, place, home.score, (home.because,))
    return where, THEIRS


def _of_group(
    text: str, sentence: Sentence, trigger: Trigger, theirs: Arguments
) -> _Homeland | None:
    """Return where the armed group that acted does so."""
    known = _lists()
    spans = [phrase.span for phrase in _parts(theirs.agents)]
    # The tagger takes some names for verbs: then whoever stands before the deed will have done it.
    for span in spans or [Span(sentence.span.start, trigger.span.start)]:
        if found := known.pattern.search(text, span.start, span.end):
            because = f"'{found.group()}' acts there"
            return _Homeland(Span(*found.span()), known.groups[found.group()], because, OF_GROUP)
    return None


def _of_people(text: str, sentence: Sentence, theirs: Arguments) -> _Homeland | None:
    """Return the country of those whom it befell, if they hold an office in it."""
    for phrase in _parts(theirs.patients):
        if _lists().offices.isdisjoint(phrase.span.of(text).lower().split()):
            continue
        for r in sentence.resolutions:
            mention = r.mention
            inside = phrase.span.covers(mention.span) and mention.span != phrase.head
            if mention.use in _PEOPLES and r.place is not None and is_country(r) and inside:
                because = f"'{mention.span.of(text)}' says whom it befell"
                return _Homeland(mention.span, frozenset({r.place.id}), because, OF_PEOPLE)
    return None


def _parts(phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """Yield phrases with what is said of them behind "of" and commas."""
    for phrase in phrases:
        yield phrase
        yield from _parts(p for p in (phrase.complement, phrase.apposition) if p is not None)


@cache
def _lists() -> _Lists:
    """Read ``homelands.toml``, once."""
    table = tomllib.loads(
        resources.files("geo.linking").joinpath("homelands.toml").read_text("utf-8")
    )
    groups = {
        name.strip(): frozenset(codes.split())
        for codes, row in table["groups"].items()
        for name in row.split("|")
    }
    pattern = Sought(
        rf"(?<!\w)(?:{alternatives(map(re.escape, groups))})(?!\w)",
        needed=frozenset(max(small_words(name), key=len) for name in groups),
    )
    return _Lists(words(table["offices"]), groups, pattern)
