"""Find the people that a sentence names, who they are, and how many.

"Two soldiers and a policeman", "a 15-year-old boy", "Ana Kos, 31", "between 10 and 15 others",
"one of the five". Phrases of people are put together from tagged words, in one pass.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from geo.casualties import (
    ADJECTIVE,
    ADVERB,
    BE,
    DETERMINER,
    FATE,
    HAVE,
    HEAD,
    MARK,
    MODAL,
    MORE,
    NOUN,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    PRONOUNS,
    SUBORDINATE,
    VERB,
    Words,
    head_of,
    some,
    vocabulary,
)
from geo.headwords import capital, headless, is_number, noun, owner, stranger
from geo.model import Count
from geo.numerals import OPENERS, ORDINALS, is_age, quantity
from geo.persons import ONE, Person, age_at, finished, name_at

__all__ = ["people"]

_SINGLE = frozenset(["a", "an", "another", "one"])
_PLURAL_PRONOUNS = frozenset(["they", "them", "themselves"])
_FATE_WORDS = {
    "gunshot": "struck",
    "shooting": "struck",
    "stabbing": "struck",
    "homicide": "killed",
    "murder": "killed",
}
_MEASURES = frozenset(["dozens", "scores", "hundreds", "thousands", "couple", "dozen", "handful"])
_MODIFIERS_AT_MOST = 5
_SHARES = tuple([word, "of"] for word in ("most", "many", "some", "several", "half", "majority"))
_OF_ALL = frozenset({"the", "them", "these", *POSSESSIVE})
"""What may stand behind "all of" and "both of"."""


_OPENING = frozenset({HEAD, PRONOUN, DETERMINER})


@cache
def _openers() -> frozenset[str]:
    return frozenset({*OPENERS, *_SINGLE, *ORDINALS, "all", "both", "no", "nobody", "none"})


def people(words: Words) -> list[Person]:
    """Find the phrases of people of a sentence, from left to right."""
    found, at, length = [], 0, len(words.raw)
    raw, low, tags, openers = words.raw, words.low, words.tags, _openers()
    while at < length:
        tag, word = tags[at], low[at]
        # Most words open no phrase: told by the tag, in one look.
        if (
            tag in _OPENING
            or word in openers
            or (tag == "" and (raw[at] != word or "-" in word or word[0].isdigit()))
        ):
            person = _person(words, at)
        else:
            person = None
        if person is None:
            at += 1
            continue
        among = at and (
            words.low[at - 1] == "including" or words.low[max(at - 2, 0) : at] == ["among", "them"]
        )
        found.append(replace(person, part=True) if among else person)
        at = person.last
        while (shared := _shared(words, found[-1])) is not None:
            found.append(shared)
            at = shared.last
    return found


def _shared(words: Words, before: Person) -> Person | None:
    """Read a noun that shares the article of the one before: "his wife and daughter"."""
    at = before.last + 1
    if words.low[before.last : at] != ["and"] or words.tags[at : at + 1] != [HEAD]:
        return None
    opened = before.single and before.form in {"indefinite", "definite", "possessive"}
    if not opened or before.name or not before.head:
        return None
    head = head_of(words.low[at])
    if head is None or head.plural or head.count:
        return None
    return _rest(words, at, at, ONE, before.form)


def _person(words: Words, at: int) -> Person | None:
    """Read the phrase of people that begins at a word."""
    word, tag = words.low[at], words.tags[at]
    if word in {"nobody", "none"}:
        return Person(at, at + 1, Count(0, 0), "number", head="one")
    if tag == PRONOUN and words.low[max(at - 2, 0) : at] in _SHARES:
        return None  # "13 people, most of them migrants, died"
    if tag == PRONOUN and not (word == "her" and _possesses(words, at)):
        return _pronoun(word, at)
    if tag in {MARK, PREPOSITION, VERB, BE, HAVE, NOUN} and word != "over":
        return quantity(words.low, at) and _counted(words, at) if tag == PREPOSITION else None
    if tag == DETERMINER or word in _SINGLE or word in {"all", "both", "no"} or word in ORDINALS:
        return _determined(words, at)
    if tag in (ADJECTIVE, FATE):
        return None
    if tag == HEAD or is_age(word) is not None:
        return _bare(words, at)
    return _counted(words, at) or (_named(words, at) if words.raw[at][0].isupper() else None)


def _possesses(words: Words, at: int) -> bool:
    """Tell "her brother" from "killed her in"."""
    following = words.tags[at + 1 : at + 2]
    return following not in ([], [MARK], [PREPOSITION], [SUBORDINATE], [MODAL], [ADVERB], [VERB])


def _pronoun(word: str, at: int) -> Person:
    if word in _PLURAL_PRONOUNS:
        return Person(at, at + 1, None, "pronoun", head=word)
    form = "indefinite" if word == "someone" else "pronoun"
    return Person(at, at + 1, ONE, form, head=word, sex=PRONOUNS[word])


def _counted(words: Words, at: int) -> Person | None:
    """Read what begins with a number: "two other soldiers", "one of the five", "12"."""
    read = quantity(words.low, at)
    if read is None:
        return None
    count, end = read
    return _rest(words, at, end, count, "number")


def _determined(words: Words, at: int) -> Person | None:
    """Read what begins with an article or its like."""
    low, word = words.low, words.low[at]
    number = quantity(low, at)  # "a dozen men"
    if number is not None and (word != "one" or number[1] > at + 1):
        return _rest(words, at, number[1], number[0], "number")
    form, end, ordinal = "indefinite", at + 1, 0
    count: Count | None = ONE
    if word in ORDINALS:
        form, ordinal = "other", ORDINALS[word]
    elif word == "another":
        form = "other"
        if (read := quantity(low, end)) is not None:
            count, end = read
    elif word == "no" and low[end : end + 1] == ["one"]:
        return (
            None
            if low[end + 1 : end + 2] == ["else"]
            else Person(at, end + 1, Count(0, 0), "number", head="one")
        )
    elif word == "no":
        return _rest(words, at, end, Count(0, 0), "number")
    elif word == "one":
        form = "number"
    elif word not in {"a", "an"}:
        form, count = ("possessive" if word in POSSESSIVE else "definite"), None
        if (
            word in {"all", "both"}
            and end < len(low)
            and low[end] in {"the", "of", "these", *POSSESSIVE}
        ):
            if low[end] == "of" and low[end + 1 : end + 2][0:1] and low[end + 1] not in _OF_ALL:
                return None
            end += 1 + (low[end] == "of")
        if word == "all" and (read := quantity(low, end)) is not None:
            count, end = read
            if (
                low[end : end + 1] == ["of"]
                and low[end + 1 : end + 2][0:1]
                and low[end + 1] in _OF_ALL
            ):
                end += 2
        if word == "both":
            count = Count(2, 2)
            if end < len(low) and words.raw[end][0].isupper() and not words.headline:
                return None
        if end < len(low) and (read := quantity(low, end)) is not None:
            count, end = read
    if end < len(low) and low[end] in ORDINALS:
        form, ordinal, end = "other", ORDINALS[low[end]], end + 1
    return _rest(words, at, end, count, form, ordinal)


def _rest(
    words: Words, at: int, end: int, count: Count | None, form: str, ordinal: int = 0
) -> Person | None:
    """Read on behind the number or article, to the noun."""
    low, tags, length = words.low, words.tags, len(words.low)
    more = ordinal > 1 or form == "other"
    while end < length and low[end] in MORE:
        more = True
        if tags[end] == HEAD and low[end] == "others":
            break
        end += 1
        if form == "definite":
            form = "other"
    if end < length and low[end] == "of" and low[end - 1] in _MEASURES:
        end += 1
    elif end < length and low[end] == "of" and form in {"number", "indefinite", "other"}:
        partitive = _partitive(words, at, end, count)
        if partitive is not None or form == "number":
            return partitive
    ages: tuple[int, ...] = ()
    fate, k, attacker, aged = None, end, False, end
    while k < length and k - end <= _MODIFIERS_AT_MOST:
        tag, word = tags[k], low[k]
        if tag == HEAD:
            while k + 1 < length and tags[k + 1] == HEAD and low[k + 1] not in MORE:
                attacker |= _is_attacker(low[k])
                k += 1
            if (
                k + 1 < length
                and low[k + 1] in {"'s", "’s"}
                and k + 2 < length
                and tags[k + 2] in {HEAD, "", ADJECTIVE}
            ):
                inner = owner(words, k + 2)
                if inner is None:
                    return noun(
                        words,
                        at,
                        k,
                        count,
                        form,
                        ages,
                        fate,
                        more=more,
                        ordinal=ordinal,
                        attacker=attacker,
                    )
                form, k = "possessive", inner
                continue
            return noun(
                words, at, k, count, form, ages, fate, more=more, ordinal=ordinal, attacker=attacker
            )
        age, width = age_at(words, k)
        if width:
            ages += (age,)
            k += width
            aged = k
            if k >= length or tags[k] in {
                MARK,
                BE,
                HAVE,
                PREPOSITION,
                VERB,
                FATE,
                SUBORDINATE,
                MODAL,
                ADVERB,
            }:
                return finished(
                    words, at, k, ONE if count is None else count, form, ages, more=more
                )
            continue
        if words.raw[k][0].isupper() and tag == "":
            named = capital(words, at, k, count, form, ages)
            if named is not None:
                return named
        if word in _FATE_WORDS:
            if k + 1 < length and low[k + 1] in {"victim", "victims"}:
                fate = _FATE_WORDS[word]
        elif (
            tag == FATE and k > end and tags[k - 1] in {"", HEAD} and not low[k - 1].endswith("ed")
        ):
            break  # "an explosive device wounded Mayor Reyes"
        elif tag == ADJECTIVE or (tag == FATE and vocabulary().fates[word][1] == "past"):
            fate = vocabulary().adjectives.get(word) or vocabulary().fates[word][0]
            if k + 1 >= length or tags[k + 1] not in {HEAD, ""}:
                break
        elif (tag and not (tag == ADVERB and word.endswith("ly")) and word != "off") or is_number(
            words, k
        ):
            break
        k += 1
    if ages and (count == ONE or (count is None and form == "definite")):
        return finished(words, at, aged, ONE, form, ages, more=more, ordinal=ordinal)
    alone = headless(words, at, end, count, form, more=more)
    if alone is not None:
        return replace(alone, ordinal=ordinal)
    return stranger(words, at, end, count, form)


def _is_attacker(word: str) -> bool:
    head = head_of(word)
    return head is not None and head.attacker


def _fated(words: Words, last: int) -> str | None:
    """Return what befell a group by the word behind its number: "one of the three wounded"."""
    return vocabulary().adjectives.get(words.low[last]) if last < len(words.low) else None


def _partitive(words: Words, at: int, of: int, count: Count | None) -> Person | None:
    """Read "one of the five people", "two of them", "four of the wounded"."""
    after = of + 1
    if after >= len(words.low):
        return None
    if words.low[after] in POSSESSIVE and words.low[after + 1 : after + 2] == ["own"]:
        ends = words.tags[after + 2 : after + 3] in ([], [MARK], [PREPOSITION])
        if ends:  # "one of their own"
            return Person(at, after + 2, count, "number")
    if words.low[after] in {"them", "whom", "these", "those"}:
        return Person(at, after + 1, count, "number", part=True)
    if (
        words.low[after] == "the"
        and words.low[after + 1 : after + 2]
        and words.tags[after + 1] == ADJECTIVE
    ):
        fate = vocabulary().adjectives[words.low[after + 1]]
        return Person(at, after + 2, count, "number", part=True, fate=fate)
    if (
        words.tags[after] == DETERMINER
        or words.low[after] in {"all", "whom"}
        or quantity(words.low, after)
    ):
        inner = _person(words, after)
        larger = (
            inner is not None
            and inner.count is not None
            and count is not None
            and inner.count.minimum > count.minimum
        )
        if inner is not None and (inner.count is None or larger):
            fated = _fated(words, inner.last) if not inner.head else None
            return Person(
                at,
                inner.last + (fated is not None),
                count,
                "number",
                inner.head,
                inner.sex,
                part=inner.form != "possessive",
                whole=inner.count,
                fate=inner.fate or fated,
                attacker=inner.attacker,
                young=inner.young,
                body=inner.body,
            )
    return None


def _bare(words: Words, at: int) -> Person | None:
    """Read a noun of people without an article: in headlines, before names, "victims"."""
    head = head_of(words.low[at])
    if head is None or not head.plural or head.count:
        person = _rest(words, at, at, ONE, "indefinite")
        if person is None:
            return None
        if person.name:
            return replace(person, form="name")
        return person if words.headline or person.ages else None
    return (
        Person(
            at,
            at + 1,
            None,
            "definite",
            head.lemma,
            head.sex,
            attacker=head.attacker,
            body=head.body,
        )
        if (head.lemma in {"victim", "body"})
        else None
    )


def _named(words: Words, at: int) -> Person | None:
    """Read a name: of several words, or of one with an age or with what befell it behind."""
    lead = words.low[at - 1] if at else ""
    if lead == "of" and words.low[max(at - 2, 0)] == ",":
        return None  # "Ana Kos, 31, of Long Hill"
    if words.headline or lead in {"(", "the", "in", "at", "near", "on", "outside"}:
        return None
    end, name = name_at(words, at)
    if not name or any(word in some("no_person") for word in words.low[end : end + 1]):
        return None
    person = finished(words, at, end, ONE, "name", (), name=name)
    if len(name) > 1 or person.ages:
        return person
    if (
        lead in {"and", "&", "of", "from", "to"}
        and not (at > 1 and words.raw[at - 2][0].isupper())
        and lead != "of"
    ):
        return None
    if (
        at
        and words.tags[at - 1] in {"", ADJECTIVE}
        and lead.isalpha()
        and lead == words.raw[at - 1]
    ):
        return None  # "the red Lexus was found"
    tag = words.tags[end] if end < len(words.tags) else MARK
    later = tag == ADVERB and words.tags[end + 1 : end + 2] in ([FATE], [BE])
    if (
        tag in {BE, HAVE, FATE}
        or later
        or words.low[end : end + 1] in (["'s"], ["’s"])
        or words.low[end : end + 2] == [",", "who"]
    ):
        return person
    return None
