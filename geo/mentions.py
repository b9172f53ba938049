"""Find what a text names: places, parts of countries, sets of crossings, peoples.

Plain rules over the gazetteer. A capitalised word begins a name; the longest name in the gazetteer
wins; the words around it decide whether a place is meant at all and how it is used. Large and
curated places are believed on their own, small towns of the world only behind a word that puts
them in space, because two thirds of what a world gazetteer matches in news is no place.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from geo import phrases
from geo.almanac import MONTHS, WEEKDAYS
from geo.model import Article, Mention, MentionClass, Place, PlaceKind, Span
from geo.names import fold

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

__all__ = ["find", "sort_of"]

WELL_KNOWN = 100_000
"""Inhabitants from which a town of the world is believed without a locative word beside it."""
A_TOWN = 15_000
"""Inhabitants from which "to X" and "from X" are taken for a place rather than a person."""
LONGEST_NAME = 6
"""Words of the longest name that is looked up."""
CONTEXT = 80
"""Characters of context looked at on each side of a name."""
DATELINE_PARAGRAPHS = 3
"""A dateline stands in one of the first paragraphs: behind a caption and a headline at most."""

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[’'][^\W_]+)*")
_JOIN = re.compile(r"^(?:[ \u00a0]|-|\. |’|'|\n)$")
_POSSESSIVE = re.compile(r"[’']s?$")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:\n][\"'”’)\]]*\s+|[\"“(\[•*—–]\s*|\A)[\"'“‘(\[]*$")
_LEFT_WORD = re.compile(r"([^\W_][\w’'.-]*)[ \u00a0]$")
_RIGHT_WORD = re.compile(r"^[ \u00a0]([^\W_][\w’'-]*)")
_DISTANCE_OF = re.compile(
    r"(?:\b\d[\d,.]*\s*(?:km|kilomet\w+|miles?|mi)\b[^.;]{0,40}\bfrom\s+|"
    r"(?<!the )\b(?:due\s+)?(?:north|south|east|west)(?:[- ]?(?:east|west))?\s+of\s+)"
    r"(?:the\s+)?(?:\w+\s+){0,2}$"
)
_LISTED = re.compile(
    r"\b(?:in|near|at|between|towns? of|villages? of|cities of)\s+"
    r"(?:[A-ZŠŽČĆĐ][\w-]+(?:,| and)\s+){1,4}$"
)
_NEAR = re.compile(
    r"\b(?:near|outside|close to|not far from|just off|around|nearby)\s+"
    r"(?:the\s+)?(?:[a-z-]+\s+){0,3}(?:of\s+)?$"
)


@dataclass(frozen=True, slots=True)
class _Words:
    """The closed lists of ``words.toml``."""

    locative: frozenset[str]
    moving: frozenset[str]
    hints: Mapping[str, str]
    directions: Mapping[str, str]
    titles: frozenset[str]
    heads: frozenset[str]
    bodies: frozenset[str]
    speaks: re.Pattern[str]
    spoken_to: re.Pattern[str]
    owns: frozenset[str]
    common: frozenset[str]
    hint_before: re.Pattern[str]
    hint_after: re.Pattern[str]


@cache
def _words() -> _Words:
    text = resources.files("geo").joinpath("words.toml").read_text("utf-8")
    table: dict[str, Any] = tomllib.loads(text)
    hints = "|".join(sorted(map(re.escape, table["hints"]), key=lambda h: (-len(h), h)))
    return _Words(
        locative=frozenset(table["locative"]),
        moving=frozenset(table["moving"]),
        hints=table["hints"],
        directions=table["directions"],
        titles=frozenset(table["beside"]["titles"]),
        heads=frozenset(table["beside"]["heads"]),
        bodies=frozenset(table["modifies"]["bodies"]),
        speaks=re.compile(
            rf"^\s+(?:has |have |had |also |later |still )?{_any(table['speaks']['verbs'])}"
        ),
        spoken_to=re.compile(rf"\b{_any(table['speaks']['before'])}\s+$", re.IGNORECASE),
        owns=frozenset(table["speaks"]["owns"]),
        common=frozenset(table["common"]["words"]),
        hint_before=re.compile(
            rf"\b({hints})s?\s+(?:of|at|in|called)\s+(?:the\s+)?$", re.IGNORECASE
        ),
        hint_after=re.compile(rf"^\s+({hints})\b", re.IGNORECASE),
    )


def sort_of(hint: str) -> str | None:
    """Return the kind of place that a word such as "town" or "border gate" speaks of."""
    return _words().hints.get(hint)


def _any(rows: list[str]) -> str:
    return "(?:" + "|".join(re.escape(r) for r in sorted(rows, key=lambda r: (-len(r), r))) + r")\b"


@dataclass(frozen=True, slots=True)
class _Hit:
    """A name of the gazetteer as it stands in the text, before anything is decided."""

    span: Span
    kind: str  # "place", "demonym" or "organisation"
    places: tuple[Place, ...] = ()


class _Scan:
    """One article under the eye: its words, and what may be asked about a stretch of it."""

    def __init__(self, article: Article, gazetteer: Gazetteer) -> None:
        self.text = article.text
        self.article = article
        self.gazetteer = gazetteer
        self.words = [Span(m.start(), m.end()) for m in _TOKEN.finditer(self.text)]
        self.lower_words = {w for s in self.words if (w := s.of(self.text)).islower()}
        self.countries = frozenset[str]()

    def before(self, span: Span) -> str:
        return self.text[max(0, span.start - CONTEXT) : span.start]

    def after(self, span: Span) -> str:
        return self.text[span.end : span.end + CONTEXT]

    def starts_sentence(self, at: int) -> bool:
        return bool(_SENTENCE_START.search(self.text[max(0, at - 10) : at]))

    def known(self, word: str) -> bool:
        """Tell whether a capitalised word beside a name is a title, a people or a direction."""
        words = _words()
        low = _POSSESSIVE.sub("", word).strip(".").lower()
        return (
            low in words.titles
            or low in words.directions
            or low in words.common
            or low in MONTHS
            or low in WEEKDAYS
            or fold(low) in self.gazetteer.demonyms
            or fold(low) in self.gazetteer.organisations
        )


def find(article: Article, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Find every place that a text names, each with the way it is used.

    Parameters
    ----------
    article
        The article; its text is not changed, and its clutter is respected.
    gazetteer
        The names to look for.

    Returns
    -------
    Mentions in the order of the text, not overlapping. A mention says what is named and how,
    not where it is.
    """
    scan = _Scan(article, gazetteer)
    hits = list(_hits(scan))
    scan.countries = _countries_in_play(hits)
    named = [m for hit in hits for m in _judge(scan, hit)]
    datelined = [_dateline(scan, m) for m in named]
    directed = [_with_direction(scan, m) for m in datelined]
    nameless = [p for p in _phrases(scan) if not any(p.span.overlaps(m.span) for m in directed)]
    return tuple(sorted((*directed, *nameless), key=lambda m: m.span))


def _hits(scan: _Scan) -> Iterator[_Hit]:
    """Yield the longest name at each capitalised word, left to right, not overlapping."""
    index = 0
    while index < len(scan.words):
        word = scan.words[index]
        if not scan.text[word.start].isupper():
            index += 1
            continue
        hit, used = _longest(scan, index)
        if hit is None:
            index += 1
            continue
        yield hit
        index += used


def _longest(scan: _Scan, index: int) -> tuple[_Hit | None, int]:
    best: _Hit | None = None
    used = 1
    gazetteer = scan.gazetteer
    open_place = True
    for size, span in enumerate(_windows(scan, index), start=1):
        name = _POSSESSIVE.sub("", span.of(scan.text))
        key = fold(name)
        at = Span(span.start, span.start + len(name))
        if not key:
            break
        if key in gazetteer.demonyms:
            best, used = _Hit(at, "demonym"), size
        elif key in gazetteer.organisations:
            best, used = _Hit(at, "organisation"), size
        elif (
            open_place
            and _ends_like_name(scan, index + size - 1)
            and (places := gazetteer.lookup(name))
        ):
            best, used = _Hit(at, "place", places), size
        open_place = open_place and gazetteer.extends(key)
    return best, used


def _ends_like_name(scan: _Scan, index: int) -> bool:
    return scan.text[scan.words[index].start].isupper()


def _windows(scan: _Scan, index: int) -> Iterator[Span]:
    """Yield the stretches that begin at a word and grow by one word while nothing parts them."""
    first = scan.words[index]
    yield first
    last = first
    for word in scan.words[index + 1 : index + LONGEST_NAME]:
        between = scan.text[last.end : word.start]
        if not _JOIN.match(between) or _POSSESSIVE.search(last.of(scan.text)):
            return
        yield Span(first.start, word.end)
        last = word


def _countries_in_play(hits: list[_Hit]) -> frozenset[str]:
    """Countries that the text speaks of by name or people."""
    codes: set[str] = set()
    for hit in hits:
        if hit.kind == "place" and hit.places[0].kind is PlaceKind.COUNTRY:
            codes.update(hit.places[0].countries)
    return frozenset(codes)


def _judge(scan: _Scan, hit: _Hit) -> Iterator[Mention]:
    """Decide whether a hit is a place, and how the text uses it."""
    if hit.kind == "demonym":
        yield _mention(scan, hit.span, MentionClass.DEMONYM)
        return
    if hit.kind == "organisation":
        yield from _embedded(scan, hit.span)
        return
    use = _use(scan, hit)
    if use is not None:
        yield _mention(scan, hit.span, use)


def _mention(scan: _Scan, span: Span, use: MentionClass) -> Mention:
    """Build a mention; clutter overrules whatever was decided."""
    for clutter in scan.article.clutter:
        if clutter.span.overlaps(span):
            use = MentionClass.BYLINE if clutter.kind == "byline" else MentionClass.CLUTTER
    return Mention(span, span.of(scan.text), use, _hint(scan, span), _relation(scan, span))


def _embedded(scan: _Scan, span: Span) -> Iterator[Mention]:
    """Yield the countries and large towns inside the name of an organisation."""
    for word in scan.words:
        if not span.covers(word):
            continue
        name = _POSSESSIVE.sub("", word.of(scan.text))
        places = scan.gazetteer.lookup(name) if word != span and name[0].isupper() else ()
        if places and (places[0].kind is PlaceKind.COUNTRY or _size(places[0]) >= WELL_KNOWN):
            yield _mention(scan, Span(word.start, word.start + len(name)), MentionClass.EMBEDDED)


def _size(place: Place) -> int:
    return place.population or 0


def _use(scan: _Scan, hit: _Hit) -> MentionClass | None:
    """Return how the text uses a name of the gazetteer, ``None`` if it means no place."""
    words = _words()
    before, after = scan.before(hit.span), scan.after(hit.span)
    cue = _has_cue(scan, hit, before, after)
    if not cue and not _believed(scan, hit):
        return None
    if _part_of_longer(scan, hit, before):
        return None
    right = _RIGHT_WORD.match(after)
    if right and right.group(1)[0].isupper():
        return _beside(scan, hit, right.group(1))
    possessive = re.match(r"^[’']s?\s+([\w-]+)", after)
    if possessive and possessive.group(1).lower() in words.owns:
        return MentionClass.METONYM
    if possessive and _is_state(hit) and possessive.group(1) not in words.directions:
        return MentionClass.MODIFIER
    if right and right.group(1).lower() in words.bodies:
        return MentionClass.MODIFIER
    if re.match(r"^-[^\W\d_]", after) or re.search(r"[^\W\d_]-$", before):
        return MentionClass.MODIFIER
    if _speaks_as_government(hit, before, after):
        return MentionClass.METONYM
    return MentionClass.LITERAL


def _speaks_as_government(hit: _Hit, before: str, after: str) -> bool:
    """Tell whether a country or capital acts as a government here."""
    if not _is_state(hit):
        return False
    place = hit.places[0]
    words = _words()
    if words.speaks.match(after):
        return not re.search(r"\b(?:in|at|near|from|of|to)\s+(?:the\s+)?$", before)
    return place.kind is not PlaceKind.COUNTRY and bool(words.spoken_to.search(before))


def _is_state(hit: _Hit) -> bool:
    """Tell whether a name can stand for a government: a country's or a capital's."""
    place = hit.places[0]
    return place.kind is PlaceKind.COUNTRY or place.attribute("capital") == "true"


def _has_cue(scan: _Scan, hit: _Hit, before: str, after: str) -> bool:
    """Tell whether a word beside the name puts it in space."""
    words = _words()
    left = _LEFT_WORD.search(before)
    word = left.group(1).lower() if left else ""
    if word in words.locative | words.directions.keys():
        return True
    if word in words.moving:
        # "speaking to Pink", "from Smith": a person or a firm as often as a village.
        return not _common(scan, hit) and (_is_curated(hit) or _size(hit.places[0]) >= A_TOWN)
    if words.hint_before.search(before) or words.hint_after.match(after):
        return True
    return _has_holder(scan, hit, after) or bool(_LISTED.search(before))


def _has_holder(scan: _Scan, hit: _Hit, after: str) -> bool:
    """Tell whether a country or state stands behind the name: "Newport, Vermont"."""
    follow = re.match(r"^,\s+([A-Z][\w.]*(?:\s[A-Z]\w+)?)", after)
    holder = scan.gazetteer.lookup(follow.group(1).rstrip(".")) if follow else ()
    if not holder or holder[0].kind not in {PlaceKind.COUNTRY, PlaceKind.ADMIN1}:
        return False
    return not _common(scan, hit) or scan.starts_sentence(hit.span.start)


def _is_curated(hit: _Hit) -> bool:
    return not hit.places[0].id.startswith("gn:")


def _common(scan: _Scan, hit: _Hit) -> bool:
    word = hit.span.of(scan.text).lower()
    return word in _words().common or word in scan.lower_words


def _believed(scan: _Scan, hit: _Hit) -> bool:
    """Tell whether a name is taken for a place with nothing beside it to say so."""
    place = hit.places[0]
    if _common(scan, hit) and place.kind is not PlaceKind.COUNTRY:
        return False
    if len(hit.span.of(scan.text)) < 3 and place.kind is not PlaceKind.COUNTRY:
        return False
    if place.kind in {PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.REGION}:
        return True
    if not _is_curated(hit):
        return _size(place) >= WELL_KNOWN
    return not scan.countries.isdisjoint(place.countries) or _size(place) >= WELL_KNOWN


def _part_of_longer(scan: _Scan, hit: _Hit, before: str) -> bool:
    """Tell whether an unknown capitalised word right before makes this a surname or the like."""
    left = _LEFT_WORD.search(before)
    if not left or not left.group(1)[0].isupper():
        return False
    at = hit.span.start - len(before) + left.start()
    if scan.starts_sentence(at) and left.group(1).lower() in _words().locative:
        return False
    word = left.group(1)
    if _words().titles & {word.strip(".").lower()}:
        return hit.places[0].kind is not PlaceKind.COUNTRY
    return not scan.known(word) and not (scan.starts_sentence(at) and word.endswith("s"))


def _beside(scan: _Scan, hit: _Hit, right: str) -> MentionClass | None:
    """Judge a name with a capitalised word right behind it."""
    words = _words()
    low = _POSSESSIVE.sub("", right).lower()
    if low in words.heads:
        return MentionClass.EMBEDDED
    if low in words.titles or fold(low) in scan.gazetteer.demonyms:
        return MentionClass.MODIFIER
    if hit.places[0].kind is PlaceKind.COUNTRY:
        return MentionClass.MODIFIER
    return MentionClass.LITERAL if scan.known(right) else None


def _hint(scan: _Scan, span: Span) -> str | None:
    words = _words()
    for pattern, context in (
        (words.hint_after, scan.after(span)),
        (words.hint_before, scan.before(span)),
    ):
        if match := pattern.search(context):
            return match.group(1).lower()
    return None


def _relation(scan: _Scan, span: Span) -> str | None:
    before = scan.before(span)
    if _DISTANCE_OF.search(before):
        return "reference"
    return "near" if _NEAR.search(before) else None


def _dateline(scan: _Scan, mention: Mention) -> Mention:
    """Mark the place a report was filed from: it is context, and no incident's place by itself."""
    if mention.use not in {MentionClass.LITERAL, MentionClass.METONYM, MentionClass.MODIFIER}:
        return mention
    head = scan.text[: mention.span.start]
    if len(re.findall(r"\n\s*\n", head.lstrip())) >= DATELINE_PARAGRAPHS:
        return mention
    line = head.rsplit("\n", 1)[-1]
    rest = scan.text[mention.span.end : mention.span.end + CONTEXT]
    shouted = mention.name.isupper() and len(mention.name) > 3
    opens = not line.strip() and re.match(r"^(?:, ?[A-Z]|\s*[—–(-])", rest)
    follows = re.fullmatch(r"\s*[A-Z][A-Z .'’-]{2,},\s+", line)
    dashed = re.fullmatch(r"\s*[A-Z][\w .'’-]{2,},\s+", line) and re.match(
        r"^\s*(?:\([^)]*\)\s*)?[—–-]", rest
    )
    if (
        (opens and (shouted or re.match(r"^[^.\n]{0,40}?\s?[—–]\s|^ \(", rest)))
        or follows
        or dashed
    ):
        return replace(mention, use=MentionClass.DATELINE)
    return mention


def _with_direction(scan: _Scan, mention: Mention) -> Mention:
    """Grow "Kosovo" to "northern Kosovo", "Kosovo's north" or "the north of Kosovo"."""
    if mention.use not in {MentionClass.LITERAL, MentionClass.METONYM}:
        return mention
    directions = _words().directions
    before, after = scan.before(mention.span), scan.after(mention.span)
    for match in (
        re.search(r"\b([A-Za-z-]+)\s+$", before),
        re.search(r"\b(?:the\s+)?([a-z-]+)\s+(?:part\s+)?of\s+$", before),
    ):
        if match and match.group(1).lower() in directions:
            of = "of" in match.group()
            if of and not match.group().startswith("the "):
                return mention  # "north of Pristina" measures from it, it does not divide it
            side = directions[match.group(1).lower()]
            return _part(
                scan, mention, mention.span.start - len(match.group()), mention.span.end, side
            )
    tail = re.match(r"^[’']s\s+([a-z-]+)\b", after)
    if tail and tail.group(1) in directions:
        return _part(
            scan,
            mention,
            mention.span.start,
            mention.span.end + tail.end(),
            directions[tail.group(1)],
        )
    return mention


def _part(scan: _Scan, mention: Mention, start: int, end: int, side: str) -> Mention:
    places = scan.gazetteer.lookup(mention.name)
    if not places or places[0].kind not in {PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.REGION}:
        return mention
    return replace(
        mention,
        span=Span(start, end),
        name=f"{side} of {mention.name}",
        use=MentionClass.LITERAL,
        found_by="direction",
    )


def _phrases(scan: _Scan) -> Iterator[Mention]:
    """Yield what is named without a name: sets of crossings, a crossing, a part of the country."""
    for phrase in phrases.find(scan.text, _words().directions):
        mention = _mention(scan, phrase.span, MentionClass.LITERAL)
        yield replace(mention, name=phrase.name, found_by=phrase.rule)
