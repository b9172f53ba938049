"""Find what a text names: places, parts of countries, sets of crossings, peoples.

The tagger and the gazetteer say where names of places stand (``geo.toponymy.recognition`` weighs
the two); the words around a name say how it is used: as a place, for the people of it, for its
government, in the name of a body, in front of a report.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.language.clauses import is_past
from geo.language.names import fold
from geo.language.tagger import Tag, Tagger, default_tagger
from geo.language.words import sort_of, words
from geo.model import Article, Mention, MentionClass, Place, PlaceKind, Span
from geo.toponymy import authorities, localities, phrases, references
from geo.toponymy.appearance import is_head, is_state
from geo.toponymy.cues import WELL_KNOWN, hint_beside, is_money, says_sort, size, whole_of
from geo.toponymy.enclosed import POSSESSIVE_AHEAD, has_base, has_house, is_owned
from geo.toponymy.recognition import Judge
from geo.toponymy.sightings import POSSESSIVE, Scan, Sighting
from geo.toponymy.spatial import is_on_route

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer

__all__ = ["find", "sort_of"]

_AREAS = {PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.REGION}
_HYPHEN_AFTER = re.compile(r"-[^\W\d_]")
_HYPHEN_BEFORE = re.compile(r"[^\W\d_]-$")
_OWNED = re.compile(r"[’']s?\s+([\w-]+)")
_WHERE = re.compile(r"\b(?:in|at|near|from|of|to)\s+(?:the\s+)?$")
_TAIL = re.compile(r"\s[a-z]+$")
_HOUSE_BEHIND = re.compile(r"\s([a-z]+)\b")
# The rest of a body's name: "Oslo International Airport".
_CAPITALS = re.compile(r"(?:[ \u00a0](?:of |for |and |& )?[^\W\d_a-z][\w’'.-]*){1,5}")
_PARTIES = {"D-", "R-", "I-"}  # "D-Ohio": the state of a politician of the USA
_SIDE_BEFORE = re.compile(r"\b([A-Za-z-]+)\s+$")
_SIDE_OF = re.compile(r"\bthe\s+([a-z-]+)\s+(?:part\s+)?of\s+$")
_SIDE_AFTER = re.compile(r"[’']s\s+([a-z-]+)\b")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}|U[SK]")
_NOUN_BEHIND = re.compile(
    r"\s{1,2}(?!(?:and|or|but|nor|in|on|at|to|of|for|from|by|with|as|that|which|who|when|where|while|"
    r"if|is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should|"
    r"shall|not|says|also|since|until|after|before|during|because|against|over|under|into|than|then|"
    r"there|here|now|today|yesterday|tomorrow|tonight|last|next|this|every|each|once|again|alone|it|"
    r"he|she|they|we|the|an?|its|all|[a-z]+(?:ly|ing))\b)([a-z]+)\b|\s*\$\d"
)
"""What stands behind "U.S." in "a U.S. student", "U.S. aid": a noun, no verb and no particle."""


def find(
    article: Article, gazetteer: Gazetteer, *, tagger: Tagger | None = None
) -> tuple[Mention, ...]:
    """Find every place that a text names, each with the way it is used.

    Parameters
    ----------
    article
        The article; its text is not changed, and its clutter is respected.
    gazetteer
        The names to look for.
    tagger
        What tells places from people and bodies; the one that comes with the package if not given.

    Returns
    -------
    Mentions in the order of the text, not overlapping. A mention says what is named and how,
    not where it is.
    """
    scan = Scan(article, gazetteer.recognised)
    judge = Judge(scan, tagger or default_tagger())
    listed = _apart(_with_direction(scan, m) for m in _named(judge))
    named = [*listed, *_unlisted(judge, listed)]
    named += _free(named, _headings(judge))
    named += _free(named, _authorities(judge))
    named += _free(named, _localities(judge))
    return tuple(sorted((*named, *_free(named, _phrases(judge))), key=lambda m: m.span))


def _apart(found: Iterable[Mention]) -> list[Mention]:
    """Drop a mention that begins inside the one before, which took a word of it for its own."""
    kept: list[Mention] = []
    for mention in found:
        if not kept or kept[-1].span.end <= mention.span.start:
            kept.append(mention)
    return kept


class _Ends:
    """Stretches that do not overlap, and whether another one meets one of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._ends = [span.end for span in self._spans]

    def meet(self, span: Span) -> bool:
        at = bisect_right(self._ends, span.start)
        return any(other.overlaps(span) for other in self._spans[at : at + 1])


def _authorities(judge: Judge) -> Iterator[Mention]:
    """Yield the towns and states in front of their police that the tagger passed over."""
    for sighting in authorities.find(judge.scan):
        yield _mention(judge, sighting, MentionClass.EMBEDDED)


def _free(taken: Iterable[Mention], found: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions that overlap none of those taken."""
    ends = _Ends(mention.span for mention in taken)
    return (mention for mention in found if not ends.meet(mention.span))


def _named(judge: Judge) -> Iterator[Mention]:
    """Yield the mentions among the names, in the order of the text."""
    last = None
    for sighting in judge.scan.sightings:
        for mention in _read(judge, sighting, last):
            yield mention
            last = mention


def _read(judge: Judge, sighting: Sighting, last: Mention | None) -> Iterator[Mention]:
    """Decide whether a sighting is a place, and how the text uses it."""
    if is_money(judge.scan.text, sighting):
        return
    if sighting.kind == "demonym" and not judge.is_heading(sighting.span):
        if judge.scan.gazetteer.demonyms[sighting.key].places:
            yield _mention(judge, sighting, MentionClass.DEMONYM)
    elif sighting.kind == "organisation":
        yield from _embedded(judge, sighting.span)
    elif sighting.kind == "unit":
        if judge.is_false_friend(sighting.span):  # "Rift Valley fever"
            return
        yield _mention(judge, sighting, _unit_use(judge, sighting), _last_word(sighting.name))
    elif judge.is_heading(sighting.span):
        yield _mention(judge, sighting, MentionClass.LITERAL)
    elif judge.is_dateline(sighting.span):
        yield _mention(judge, sighting, MentionClass.DATELINE)
    elif judge.is_place(sighting, last) and (use := _use_here(judge, sighting)):
        yield _mention(judge, sighting, use)


def _last_word(name: str) -> str:
    return name.rsplit(None, 1)[-1].lower()


def _unit_use(judge: Judge, sighting: Sighting) -> MentionClass:
    """Judge "Walker County" and "Walker County Sheriff's Office"."""
    tag, lies = judge.tag_at(sighting.span)
    inside = tag is not None and lies == "inside"
    embedded = inside or is_head(judge.scan.right_word(sighting.span))
    return MentionClass.EMBEDDED if embedded else MentionClass.LITERAL


def _use_here(judge: Judge, sighting: Sighting) -> MentionClass | None:
    """Judge how a place is used, also as a part of a longer name that the tagger sees."""
    tag, lies = judge.tag_at(sighting.span)
    use = _use(judge.scan, sighting)
    if is_on_route(judge.scan.text, sighting.span):
        return use
    if tag is None or lies != "inside":
        return use if tag is None or tag.label != "LOC" else use or MentionClass.LITERAL
    if has_base(judge.scan, sighting, tag):
        return MentionClass.LITERAL
    if tag.label != "LOC":
        return MentionClass.EMBEDDED
    # The tagger takes in the noun of "Helmand province"; "Kan Sauk village" is not Sauk Village.
    alone = tag.span.start >= sighting.span.start
    if says_sort(judge.scan, sighting) and (alone or sighting.kind != "place"):
        return MentionClass.LITERAL
    if is_owned(judge.scan, sighting, tag):
        return MentionClass.LITERAL
    return _within_place(judge.scan, sighting, tag)


def _within_place(scan: Scan, sighting: Sighting, tag: Tag) -> MentionClass | None:
    """Judge a known name inside a longer one: a part of it, or a mere word of it.

    "Eastern Galdor" is Galdor; "Galdor, Ardovia" and "Galdor Ardovia" are two places; the hospital
    in "Galdor Memorial Hospital" is named after the town, "Galdor hospital" is in it; "Galdor
    Heights" is a place of its own.
    """
    span, whole = sighting.span, tag.span
    before = scan.text[whole.start : span.start].strip()
    after = scan.text[span.end : whole.end].strip()
    if "," in whole.of(scan.text):
        return MentionClass.LITERAL
    if not before and POSSESSIVE_AHEAD.match(scan.text, span.end) and _is_town(sighting):
        return MentionClass.LITERAL
    held = sighting.places[0].kind in _AREAS and bool(scan.gazetteer.lookup(before))
    if before and not (held or _is_side(before) or _is_area(scan, before)):
        return None
    if not after or after in words().venues or _is_area(scan, after):
        return MentionClass.LITERAL
    if not before and has_house(scan, sighting, tag):
        own = after.lower() in words().towns
        return MentionClass.LITERAL if own else MentionClass.EMBEDDED
    return MentionClass.EMBEDDED if is_head(_last_word(after).title()) else None


def _is_town(sighting: Sighting) -> bool:
    """Tell whether a name is a town's that is large enough to have quarters of its own."""
    place = sighting.places[0]
    return place.kind is PlaceKind.SETTLEMENT and size(place) >= WELL_KNOWN


def _is_side(before: str) -> bool:
    """Tell whether words in front of a name take a part of it: "the former Eastern"."""
    known = words()
    sides = known.parts | known.directions.keys() | {"the"}
    return before in _PARTIES or all(word in sides for word in before.lower().split())


def _is_area(scan: Scan, name: str) -> bool:
    """Tell whether a name is that of a country, a state or a region."""
    places = scan.gazetteer.lookup(name)
    return bool(places) and places[0].kind in _AREAS


def _unlisted(judge: Judge, listed: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the places that only the tagger sees: in no list, or in none under the whole name."""
    # "The Schengen area" is no town, though half of its name is one.
    bodies = (s.span for s in judge.scan.sightings if s.kind == "organisation")
    ends = _Ends([*(mention.span for mention in listed), *bodies])
    for tag in judge.tags:
        if tag.label == "LOC" and not ends.meet(tag.span) and judge.is_unlisted_place(tag.span):
            span = whole_of(judge.scan, _without_tail(judge.scan.text, tag.span))
            span = _with_full_stop(judge.scan.text, span)
            sighting = Sighting(span, "place", span.of(judge.scan.text))
            if not is_money(judge.scan.text, sighting):
                yield _mention(judge, sighting, MentionClass.LITERAL)


def _headings(judge: Judge) -> Iterator[Mention]:
    """Yield what heads an entry of a bulletin and is in no list."""
    for span in judge.unlisted_headings():
        sighting = Sighting(span, "place", span.of(judge.scan.text))
        yield _mention(judge, sighting, MentionClass.LITERAL)


def _localities(judge: Judge) -> Iterator[Mention]:
    """Yield the farms, cantons and quarters that only the noun beside them makes places of."""
    for found in localities.find(judge.scan.text):
        tag, _ = judge.tag_at(found.span)
        if tag is not None and tag.label == "NORP":  # "a Sunni neighborhood"
            continue
        if tag is not None and not found.noun and tag.label == "ORG":
            continue  # "at Safeway in King County"
        sighting = Sighting(found.span, "place", found.span.of(judge.scan.text))
        yield _mention(judge, sighting, MentionClass.LITERAL, found.noun or None)


def _without_tail(text: str, span: Span) -> Span:
    """Leave to the noun what describes it: the tagger sees "Tolmen refugee" before "camp"."""
    house = _HOUSE_BEHIND.match(text, span.end)
    if house is None or house[1] not in words().venues:
        return span
    while (tail := _TAIL.search(text, span.start, span.end)) is not None:
        span = Span(span.start, tail.start())
    return span


def _with_full_stop(text: str, span: Span) -> Span:
    """Let "Collins Ave." keep its full stop."""
    short = _last_word(span.of(text)) in words().streets
    return (
        Span(span.start, span.end + 1) if short and text[span.end : span.end + 1] == "." else span
    )


def _mention(
    judge: Judge, sighting: Sighting, use: MentionClass, hint: str | None = None
) -> Mention:
    """Build a mention; clutter overrules whatever was decided."""
    scan, span = judge.scan, sighting.span
    if clutter := judge.clutter_at(span):
        use = MentionClass.BYLINE if clutter.kind == "byline" else MentionClass.CLUTTER
    hint = hint or hint_beside(scan, sighting) or judge.in_brackets.get(span)
    wide = bool(sighting.places) and sighting.places[0].kind in _AREAS
    relation = references.of(scan.before(span), scan.after(span), wide=wide)
    return Mention(span, sighting.name, use, hint, relation)


def _embedded(judge: Judge, span: Span) -> Iterator[Mention]:
    """Yield the countries and large towns inside the name of an organisation."""
    scan = judge.scan
    for word in scan.words_within(span):
        if judge.is_first_name(scan.left_word(word)):
            continue
        name = POSSESSIVE.sub("", word.of(scan.text))
        places = scan.gazetteer.lookup(name) if word != span and name[0].isupper() else ()
        if places and (
            places[0].kind is PlaceKind.COUNTRY or (places[0].population or 0) >= WELL_KNOWN
        ):
            at = Span(word.start, word.start + len(name))
            yield _mention(judge, Sighting(at, "place", name, places), MentionClass.EMBEDDED)


# ---------------------------------------------------------------- how it is used


def _use(scan: Scan, sighting: Sighting) -> MentionClass | None:
    """Return how the text uses a place, ``None`` if the words behind make it another name."""
    before, after = scan.before(sighting.span), scan.after(sighting.span)
    right = scan.right_word(sighting.span)
    if right[:1].isupper():
        return _beside(scan, sighting, right)
    if owned := _OWNED.match(after):
        return _owner(sighting, owned.group(1))
    if right in words().bodies or right in words().locals:
        return MentionClass.MODIFIER
    if is_on_route(scan.text, sighting.span):
        return MentionClass.LITERAL
    if _HYPHEN_AFTER.match(after) or _HYPHEN_BEFORE.search(before):
        return MentionClass.MODIFIER
    if _speaks_as_government(sighting, before, after):
        return MentionClass.METONYM
    if _INITIALS.fullmatch(sighting.span.of(scan.text)):
        noun = _NOUN_BEHIND.match(after)
        if noun and not (noun.group(1) and is_past(noun.group(1))):
            return MentionClass.MODIFIER
    return MentionClass.LITERAL


def _owner(sighting: Sighting, thing: str) -> MentionClass:
    """Judge "Belgrade's request" and "Serbia's north"."""
    if thing.lower() in words().owns:
        return MentionClass.METONYM
    if is_state(sighting) and thing not in words().directions:
        return MentionClass.MODIFIER
    return MentionClass.LITERAL


def _beside(scan: Scan, sighting: Sighting, right: str) -> MentionClass | None:
    """Judge a name with a capitalised word right behind it."""
    low = POSSESSIVE.sub("", right).lower()
    if is_head(right):
        return MentionClass.EMBEDDED
    if low in words().titles or fold(low) in scan.gazetteer.demonyms:
        return MentionClass.MODIFIER
    if scan.knows(right):
        return MentionClass.LITERAL
    run = _CAPITALS.match(scan.after(sighting.span))
    if run and any(map(is_head, run.group().split())):
        return MentionClass.EMBEDDED
    state = sighting.places[0].kind in {PlaceKind.COUNTRY, PlaceKind.ADMIN1}
    return MentionClass.MODIFIER if state else None


def _speaks_as_government(sighting: Sighting, before: str, after: str) -> bool:
    """Tell whether a country or capital acts as a government here."""
    if words().mission_of.search(before):
        return True
    if not is_state(sighting):
        return False
    if words().speaks.match(after):
        return not _WHERE.search(before)
    country = sighting.places[0].kind is PlaceKind.COUNTRY
    return not country and bool(words().spoken_to.search(before))


# ---------------------------------------------------------------- parts and phrases


def _with_direction(scan: Scan, mention: Mention) -> Mention:
    """Make "north of Kosovo" of "northern Kosovo", "Kosovo's north" and "the north of Kosovo"."""
    if mention.use not in {MentionClass.LITERAL, MentionClass.METONYM}:
        return mention
    places = scan.gazetteer.lookup(mention.name)
    if not places or places[0].kind not in _AREAS:
        return mention
    part = _side(scan, mention.span)
    return mention if part is None else _part(scan, mention, places[0], *part)


def _side(scan: Scan, span: Span) -> tuple[str, Span] | None:
    """Return which side of a place is named, and the stretch with the word that says so."""
    before, after = scan.before(span), scan.after(span)
    sides = words().directions
    # "north of Pristina" without "the" measures from it, it does not divide it.
    for match in (_SIDE_BEFORE.search(before), _SIDE_OF.search(before)):
        if match and (side := sides.get(match.group(1).lower())):
            return side, Span(span.start - len(match.group()), span.end)
    tail = _SIDE_AFTER.match(after)
    if tail and (side := sides.get(tail.group(1))):
        return side, Span(span.start, span.end + tail.end())
    return None


def _part(scan: Scan, mention: Mention, whole: Place, side: str, span: Span) -> Mention:
    """Name a part; it takes the word that says so only where its outline makes it a place."""
    outlined = any(region.direction == side for region in scan.gazetteer.regions(whole.id))
    return replace(
        mention,
        span=span if outlined else mention.span,
        name=f"{side} of {mention.name}",
        use=MentionClass.LITERAL,
        relation=None if mention.relation == "reference" else mention.relation,
        found_by="direction",
    )


def _is_told(judge: Judge, phrase: phrases.Phrase) -> bool:
    """Tell whether a bare "the north" may mean a part of a country that the article speaks of."""
    if phrase.rule != "part" or " of " in phrase.span.of(judge.scan.text):
        return True
    gazetteer, side = judge.scan.gazetteer, phrase.name.partition(" ")[0]
    return any(r.direction == side for c in judge.scan.countries for r in gazetteer.regions(c))


def _phrases(judge: Judge) -> Iterator[Mention]:
    """Yield what is named without a name: sets of crossings, a crossing, a part of the country."""
    found = phrases.find(judge.scan.text, words().directions)
    for phrase in (phrase for phrase in found if _is_told(judge, phrase)):
        sighting = Sighting(phrase.span, phrase.rule, phrase.name)
        mention = _mention(judge, sighting, MentionClass.LITERAL)
        yield replace(mention, found_by=phrase.rule)
