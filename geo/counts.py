"""Count people: how many were killed, injured, arrested or are missing.

A sentence names groups of people ("two soldiers and a policeman", "a 15-year-old boy", "Ana Kos,
31") and says what befell them. Parts never add to their whole: "seven wounded, two of them
critically" are seven, "two …, including an 11-year-old" are two. Ages, distances, money, years and
the size of an army are no people: a number must stand before a noun of people or before what befell
them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from geo.model import Count, Span
from geo.people import NUMBER, QUANTITY, STOPS_HERE, SURNAME, Person, groups, read, total

__all__ = ["find"]

_ACTIVE = re.compile(
    r"\b(?:kill|wound|injur|shoot|shot|stabb?|arrest|detain|murder)(?:ed|ing|s|es)?\s+$",
    re.IGNORECASE,
)
_ASIDE = (
    r"(?:,[^.;]{0,80}?,|\s+\([^)]{0,60}\)|,?\s+(?:from|in|of|at|near|on|aboard|inside|outside|"
    r"identified)"
    r"\s+[^.;,]{0,50}?)?"
)
_HOW = r"(?:\s+(?:\w+ly|also|all|both|either|among\s+those))*"
_AUXILIARY = (
    r"(?:was|were|are|is|been|being|be|have\s+been|has\s+been|had\s+been|left|reported|feared|"
    r"confirmed|"
    r"believed|got|remain|remains|remained)"
)
# A bullet there kills as often as not; without a word on it nobody knows.
_VITAL = re.compile(
    r"\b(?:in|to|through)\s+the\s+(?:[\w-]+\s+)?(?:head|face|neck|chest|back|torso|abdomen|"
    r"stomach)\b|"
    r"\b(?:himself|herself)\b(?!\s+in\s+the\s+(?:[\w-]+\s+)?(?:leg|foot|hand|arm|thigh|finger))",
    re.IGNORECASE,
)
# What befalls people, by field: verbs with the people behind them; participles behind "was"; words
# right behind the people, as in headlines; verbs of what people go through; nouns with "of" behind.
_DEADLY = (
    r"killed|slain|murdered|massacred|assassinated|executed|beheaded|lynched|gunned\s+down|"
    r"pronounced\s+dead|"
    r"(?:found|declared|confirmed|shot|presumed)\s+dead|(?:\w+\s+)?and\s+killed|burn(?:ed|"
    r"t)\s+alive|"
    r"(?:shot|stabbed|beaten|hacked|stoned|bludgeoned|burn(?:ed|t)|found\s+shot|"
    r"found\s+stabbed)\s+to\s+death|"
    r"fatally\s+(?:shot|stabbed|wounded|injured|struck|hit)|shot\s+(?:\w+\s+){0,6}and\s+killed"
)
_BEFALLS = {
    "killed": {
        "verb": rf"kill(?:s|ing)|{_DEADLY}|murdering|shoot(?:ing|s)\s+dead|shoot(?:ing|"
        rf"s)\s+and\s+kill(?:ing|s)|"
        r"fatally\s+(?:shooting|stabbing|wounding)|gunning\s+down|claim(?:ed|ing|"
        r"s)\s+the\s+lives\s+of",
        "participle": rf"{_DEADLY}|dead",
        "behind": rf"{_DEADLY}|dead|to\s+death|and\s+killed",
        "middle": r"(?:was\s+|were\s+)?(?:died|dies|dying|perished|succumbed|lost\s+(?:his|her|"
        r"their)\s+li(?:fe|ves))",
        "noun": r"deaths?|killings?|(?:fatal|deadly)\s+(?:shooting|stabbing|beating)s?|murders?|"
        r"slayings?|assassinations?|executions?|lynching|massacre",
    },
    "injured": {
        "verb": r"wound(?:ed|ing|s)|injur(?:ed|ing|es)|hurt(?:ing|s)?",
        "participle": r"wounded|injured|hurt|hospitali[sz]ed|(?:\w+\s+)?and\s+(?:wounded|injured)|"
        r"in\s+(?:critical|serious|stable|fair|guarded)|(?:rushed|"
        r"airlifted)\s+to\s+(?:\w+\s+){0,4}hospital",
        "behind": r"wounded|injured|hurt|in\s+critical\s+condition",
        "middle": r"(?:sustained|suffered|suffers|suffering|sustaining)\s+(?:[\w-]+\s+){0,4}?"
        r"(?:injur(?:y|ies)|wounds?|burns|bruises)",
    },
    "arrested": {
        "verb": r"arrest(?:ed|ing|s)|detain(?:ed|ing|s)|round(?:ed|ing)\s+up|apprehended|nabbed",
        "participle": r"arrested|detained|taken\s+into\s+custody|apprehended|in\s+custody|"
        r"rounded\s+up|nabbed",
        "behind": r"arrested|detained|in\s+custody",
        "noun": r"arrests?",
    },
    "missing": {
        "participle": r"missing|unaccounted\s+for",
        "behind": r"missing|unaccounted\s+for",
        "middle": r"went\s+missing|disappeared|vanished",
    },
    # Hit by a bullet or a knife: whether they lived, other words must say.
    "struck": {
        "verb": r"shot|shooting(?!\s+(?:dead|and|at))|stabbed|stabbing",
        "participle": r"shot|stabbed|(?:struck|hit)\s+by\s+(?:[\w-]+\s+){0,3}(?:gunfire|bullets?|"
        r"shots?)",
        "behind": r"shot|stabbed",
    },
}  # fmt: skip
_NOUNS_COUNTED = {
    "killed": r"(?:deaths|fatalities|dead|killed)",
    "injured": r"(?:injuries|injured|wounded|hurt)",
    "arrested": r"arrests",
}
_APART = {
    "killed": (
        # "four people were shot, one fatally"
        rf"\b(?P<group>{NUMBER})(?:\s+of\s+(?:them|whom))?\s+(?:fatally|died|to\s+death)\b",
        rf"\bclaim(?:ed|ing|s)?\s+(?P<group>a|{QUANTITY})\s+li(?:fe|ves)\b",
        (
            rf"\b(?:death\s+)?toll\b(?:\s+(?!injur)[\w-]+){{0,6}}?\s+(?:to|at|"
            rf"of)\s+(?P<group>{QUANTITY})"
        ),
    ),
}
_NOBODY = (
    r"\b(?P<none>(?:no|zero)\s+{what}\b|(?:no\s+one|nobody|none|"
    r"no\s+(?!one\b)[\w-]+(?:\s+[\w-]+)?)\s+"
    r"(?:was|were|is|are|been|has\s+been|have\s+been)\s+(?:\w+ly\s+)?(?:{participle})\b)"
)
_NONE_OF = {
    "killed": r"(?:casualties|deaths|fatalities)",
    "injured": r"(?:casualties|injuries)",
    "arrested": r"arrests",
}
# Letters without which a field cannot be spoken of: most sentences are dismissed by these alone.
_HINTS = {
    "killed": r"kill|dead|death|die[ds]|dying|slain|murder|fatal|massacre|execut|assassin|behead|"
    r"casualt|lives|"
    r"perish|lynch|alive|succumb|gunned|toll|life|stabbed|suicide|himself|herself|slaying",
    "injured": r"wound|injur|hurt|hospital|condition|burns|bruises|casualt",
    "arrested": r"arrest|detain|custody|apprehend|nabbed|round",
    "missing": r"missing|unaccounted|disappear|vanish",
    "struck": r"shot|shoot|stab|struck|bullet|gunfire",
}
_HINT = {field: re.compile(stems, re.IGNORECASE) for field, stems in _HINTS.items()}
_HIMSELF = re.compile(
    r"\bkill(?:ed|ing|s)\s+(?:himself|herself|themselves)\b|\bt(?:ook|aking|akes)\s+(?:his|"
    r"her)\s+own\s+life\b|"
    r"\bcommit(?:ted|ting|s)\s+suicide\b|\bturn(?:ed|ing|s)\s+(?:\w+\s+){1,2}on\s+(?:himself|"
    r"herself)\b|"
    r"\b(?:then|before|and)\s+(?:fatally\s+)?(?:shot|shooting)\s+(?:himself|"
    r"herself)\b(?!\s+in\s+the\s+(?:\w+\s+)?(?:leg|foot|hand|arm|thigh|finger))|"
    r"\bthen\s+(?:himself|herself)\b",
    re.IGNORECASE,
)

# A group that was not told of before, and what makes one a part of a group that was.
_ANOTHER = re.compile(
    r"(?!(?:the|these|those|all|both|his|her|their|its|he|she|him|himself|herself|someone)\b)"
    r"(?:[^\W\dA-Z]|\d|[A-Z][a-z-]*\s+[a-z])"
)
_PART_BEFORE = re.compile(r"\b(?:including|among(?:\s+them)?|such\s+as|,\s+at\s+least)\s+$")
_PART = re.compile(r"(?:[\w-]+\s+){1,3}of\s+(?:them|whom|those|these|the|its|their)\b")


@dataclass(frozen=True, slots=True)
class _Wording:
    """How a field is told of a group of people: by words before it, behind it, or of its own."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    apart: tuple[re.Pattern[str], ...]


@cache
def _wordings() -> dict[str, _Wording]:
    return {field: _wording(field, words) for field, words in _BEFALLS.items()}


def _wording(field: str, words: dict[str, str]) -> _Wording:
    before = [way for way in (words.get("verb"), _of(words.get("noun"))) if way] or ["(?!)"]
    behind = [
        rf"{_ASIDE},?(?:\s+who)?\s+{_AUXILIARY}{_HOW}\s+(?:{words['participle']})\b",
        rf"{_HOW}\s+(?:{words['behind']})\b{STOPS_HERE}",
    ]
    if "middle" in words:
        behind.append(
            rf"{_ASIDE},?(?:\s+(?:who|has|have|had|later|also))*\s+(?:{words['middle']})\b"
        )
    apart = [
        rf"\b{SURNAME}\s+(?:was|has\s+been|had\s+been){_HOW}\s+(?:{words['participle']})\b",
        *_APART.get(field, ()),
    ]
    if field in _NOUNS_COUNTED:
        apart.append(rf"\b(?P<group>{QUANTITY})\s+{_NOUNS_COUNTED[field]}\b")
    if field in _NONE_OF:
        apart.append(_NOBODY.format(what=_NONE_OF[field], participle=words["participle"]))
    return _Wording(
        re.compile(rf"\b(?:{'|'.join(before)})\s+$", re.IGNORECASE),
        re.compile("|".join(behind), re.IGNORECASE),
        tuple(re.compile(way, re.IGNORECASE) for way in apart),
    )


def _of(noun: str | None) -> str | None:
    return noun and rf"(?:{noun})\s+of"


# Asked again for every trigger of a clause.
@lru_cache(maxsize=64)
def find(text: str, span: Span) -> dict[str, Count]:
    """Find how many people a sentence says were killed, injured, arrested or are missing.

    Parameters
    ----------
    text
        The whole text.
    span
        The sentence.

    Returns
    -------
    Counts by ``killed``, ``injured``, ``arrested``, ``missing``; what is not stated is absent.

    Examples
    --------
    >>> text = "The blast killed two soldiers and a policeman and wounded dozens."
    >>> {k: (c.minimum, c.maximum) for k, c in find(text, Span(0, len(text))).items()}
    {'killed': (3, 3), 'injured': (24, None)}
    """
    sentence = span.of(text)
    fields = {field for field, hint in _HINT.items() if hint.search(sentence)}
    if not fields:
        return {}
    if sentence.isupper():  # wires in capitals: no word is a name by its looks
        sentence = "".join(c.lower() if len(c.lower()) == 1 else c for c in sentence)
    people = groups(sentence)
    found: dict[str, Count] = {}
    for field, wording in _wordings().items():
        if field not in fields:
            continue
        told = list(_told_of_groups(sentence, wording, people))
        for at, count in (*told, *_told_apart(sentence, wording)):
            if _better(count, found.get(field)):
                found[field] = replace(count, span=at)
        if field in found and _others(sentence, found[field], told):
            found[field] = replace(found[field], maximum=None)
    return {
        field: replace(count, span=count.span and _shifted(count.span, span.start))
        for field, count in _settled(sentence, found).items()
    }


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _told_of_groups(
    sentence: str, wording: _Wording, people: list[list[Person]]
) -> Iterator[tuple[Span, Count]]:
    """Find the groups of which something is told, and how many they are."""
    for group in people:
        part = group
        behind = wording.behind.match(sentence, group[-1].end)
        for index, person in enumerate(group):
            if wording.before.search(sentence, max(person.start - 60, 0), person.start):
                part = group[index:]
                yield Span(part[0].start, part[-1].end), total(part)
                break
        else:
            # "killed a man and two others were hurt": the last of the group has a verb of its own.
            if behind:
                if _ACTIVE.search(sentence, max(group[0].start - 60, 0), group[0].start):
                    part = group[-1:]
                yield Span(part[0].start, part[-1].end), total(part)


def _told_apart(sentence: str, wording: _Wording) -> Iterator[tuple[Span, Count]]:
    """Find what is told without a group of people: "the toll rose to 12", "nobody was hurt"."""
    for pattern in wording.apart:
        for match in pattern.finditer(sentence):
            name = "group" if "group" in pattern.groupindex else "none"
            count = Count(0, 0) if name == "none" else read(match.group(name))
            if count is not None:
                yield Span(match.start(name), match.end(name)), count


def _settled(sentence: str, found: dict[str, Count]) -> dict[str, Count]:
    """Add an attacker's own death, and tell the hurt among those who were shot."""
    struck = found.pop("struck", None)
    if match := _HIMSELF.search(sentence):
        at = Span(match.start(), match.end())
        killed = found.get("killed", Count(0, 0, span=at))
        more = killed.maximum is None or killed.span is None or killed.span.overlaps(at)
        found["killed"] = (
            Count(1, 1, span=at) if not killed.minimum else killed if more else _plus(killed)
        )
    if struck is not None and not (struck.minimum == 1 and _VITAL.search(sentence)):
        dead = found["killed"].minimum if "killed" in found else 0
        hurt = Count(
            max(struck.minimum - dead, 0),
            None if struck.maximum is None else max(struck.maximum - dead, 0),
            struck.approximate,
            struck.span,
        )
        if hurt.minimum and _better(hurt, found.get("injured")):
            found["injured"] = hurt
    return found


def _plus(count: Count) -> Count:
    return Count(
        count.minimum + 1,
        None if count.maximum is None else count.maximum + 1,
        count.approximate,
        count.span,
    )


def _others(sentence: str, best: Count, told: list[tuple[Span, Count]]) -> bool:
    """Tell whether the same befell another group, so that the sentence tells of more than one.

    "Killed 30 soldiers, and 12 farmers were killed": 30 at least, since the two may be of one deed.
    What is definite ("the three") or a part ("two of them") was told of before.
    """
    if best.span is None or best.span not in {at for at, _ in told}:
        return False  # a toll counts them all
    return any(
        not at.overlaps(best.span)
        and count.minimum
        and (count.minimum > 1 or best.minimum == 1)
        and _ANOTHER.match(at.of(sentence)) is not None
        and not _PART_BEFORE.search(sentence, 0, at.start)
        and not _PART.match(sentence, at.start)
        and at.of(sentence).split()[-1].lower() != best.span.of(sentence).split()[-1].lower()
        for at, count in told
    )


def _better(new: Count, old: Count | None) -> bool:
    """Prefer the larger: a part ("one of them a child") never exceeds its whole."""
    return old is None or new.minimum > old.minimum
