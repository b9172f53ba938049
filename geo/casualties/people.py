"""Find the people that a sentence names, who they are, and how many.

"Two soldiers and a policeman", "a 15-year-old boy", "Ana Kos, 31", "between 10 and 15 others",
"one of the five". Phrases of people are put together from tagged words, in one pass.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from geo.casualties.ages import age_at
from geo.casualties.bands import band
from geo.casualties.belongings import with_owner
from geo.casualties.headwords import (
    capital,
    headless,
    is_plural,
    noun,
    of_named,
    owned,
    owner_sex,
    stranger,
    twins,
    with_children,
)
from geo.casualties.namings import named
from geo.casualties.parts import is_part, is_shared, part_of
from geo.casualties.persons import ONE, Opening, Person, family, finished
from geo.casualties.sorts import attributive, is_near, is_number, past_sorts, two_sorts
from geo.casualties.tokens import Words
from geo.casualties.vocabulary import (
    ADJECTIVE,
    ADVERB,
    BE,
    DETERMINER,
    FATE,
    GENITIVE,
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
    head_of,
    some,
    vocabulary,
)
from geo.language.numerals import OPENERS, ORDINALS, quantity
from geo.model import Count

__all__ = ["people"]

OPENING = 2
"""Words before a noun without an article that opens a sentence at most: "ABC party activist"."""
NOUNS_AT_MOST = 5
"""Nouns of people side by side at most: "the police officer candidate suspect's"."""
_SORTS = frozenset({"foreign", "local"})
_SINGLE = frozenset(["a", "an", "another", "one"])
_NOBODY = Count(0, 0)
_OF_ALL = frozenset({"the", "them", "these", *POSSESSIVE})
"""What may stand behind "all of" and "both of"."""
_LEADS_NOUN = frozenset({"", ADJECTIVE, HEAD})  # "Police officer", "Local party leader"
_OPENING = frozenset({HEAD, PRONOUN, DETERMINER})
_NEVER_FIRST = frozenset({MARK, PREPOSITION, VERB, BE, HAVE, NOUN, ADJECTIVE, FATE})
_NO_NOUN = frozenset({MARK, BE, HAVE, PREPOSITION, VERB, FATE, SUBORDINATE, MODAL, ADVERB})
"""Behind "a 15-year-old" they show that no noun follows."""
_OBJECT = frozenset({MARK, PREPOSITION, SUBORDINATE, MODAL, ADVERB, VERB})
"""Behind "her" they show that it is no possessive: "killed her in"."""


@cache
def _articles() -> frozenset[str]:
    return frozenset({*_SINGLE, *ORDINALS, "all", "both", "no"})


@cache
def _openers() -> frozenset[str]:
    return frozenset({*OPENERS, *_articles(), "nobody", "none"})


def people(words: Words) -> list[Person]:
    """Find the phrases of people of a sentence, from left to right."""
    found: list[Person] = []
    at, length, openers = 0, len(words.raw), _openers()
    while at < length:
        person = _person(words, at) if _may_open(words, at, openers) else None
        if person is None:
            at += 1
            continue
        if person.body and person.form == "possessive":
            person = replace(person, sex=owner_sex(words, person))
        person = with_owner(words, with_children(words, person))
        found.append(replace(person, part=True) if is_part(words, at) else person)
        found += _sharing(words, found[-1])
        at = found[-1].last
    return found


def _may_open(words: Words, at: int, openers: frozenset[str]) -> bool:
    """Tell in one look whether a phrase can begin at a word: most words open none."""
    tag, word = words.tags[at], words.low[at]
    if tag in _OPENING or word in openers:
        return True
    return tag == "" and (words.raw[at] != word or "-" in word or word[0].isdigit())


def _sharing(words: Words, before: Person) -> Iterator[Person]:
    """Read the nouns that share the article of the one before: "his wife, sister and son"."""
    while before.single and before.head and words.word(before.last) in {"and", ","}:
        at = before.last + 1
        k = past_sorts(words, at)
        head = head_of(words.word(k)) if words.tag(k) == HEAD else None
        plain = before.form in {"indefinite", "definite", "possessive"} and not before.name
        if not plain or head is None:
            return
        listed = words.word(before.last) == "," and words.word(at + 1) in {"and", ","}
        if not (listed or words.word(before.last) == "and") or head.plural or head.count:
            return
        person = _read_on(words, Opening(at, at, ONE, before.form))
        if person is None or (k > at and words.word(person.last) not in {"were", "are"}):
            return  # "killed a nun and the party leader Kos", unlike "a nun and Arno guard were"
        yield person
        before = person


def _person(words: Words, at: int) -> Person | None:
    """Read the phrase of people that begins at a word."""
    word, tag = words.low[at], words.tags[at]
    if word == "that" and words.tag(at + 1) == FATE and words.tag(at - 1) != MARK:
        return None  # "the shooting that killed a man"
    if word == "that" and (told := quantity(words.low, at + 1)) and told[0].minimum > 1:
        return None  # "said that two men", unlike "that one man"
    if word in {"nobody", "none"}:
        return Person(at, at + 1, _NOBODY, "number", head="one")
    if tag == PRONOUN and words.word(at - 1) == "of" and words.word(at - 2) in some("shares"):
        return None  # "13 people, most of them migrants, died"
    if tag == PRONOUN or (word == "her" and words.tag(at + 1) in _OBJECT):
        return _pronoun(word, at)
    if tag in _NEVER_FIRST:
        return _opened(words, at) if tag == PREPOSITION else None  # "about 12"
    if tag == DETERMINER or (word in _articles() and words.word(at + 1) != "."):
        person = _opened(words, at)
        return replace(person, count=None, part=True) if person and is_shared(words, at) else person
    if tag == HEAD or age_at(words, at)[1]:
        return _bare(words, at)
    if words.is_capital(at) and (opening := of_named(words, at)) is not None:
        return _read_on(words, opening)
    return _opened(words, at) or (named(words, at) if words.is_capital(at) else None)


def _pronoun(word: str, at: int) -> Person:
    if word in some("several"):
        return Person(at, at + 1, None, "pronoun", head=word)
    form = "indefinite" if word == "someone" else "pronoun"
    return Person(at, at + 1, ONE, form, head=word, sex=PRONOUNS[word])


# ---- what opens a phrase


def _opened(words: Words, at: int) -> Person | None:
    """Read what begins with a number, an article or its like: "two other soldiers", "the men"."""
    if words.low[at] == "no" and words.word(at + 1) == "one":
        no_one = Person(at, at + 2, _NOBODY, "number", head="one")
        return None if words.word(at + 2) == "else" else no_one
    if (household := family(words, at)) is not None:
        return household
    opening = _opening(words, at)
    if opening is None:
        return None
    return _sharing_noun(words, opening) or _read_on(words, opening)


def _sharing_noun(words: Words, opening: Opening) -> Person | None:
    """Read "two Malian and" of "two Malian and three Togolese sailors": one noun for both."""
    k = opening.last
    nation = words.is_capital(k) and not words.low[k].endswith("s")
    sort = words.tag(k) == "" and (nation or words.low[k] in _SORTS)
    if opening.form != "number" or not sort or words.word(k + 1) != "and" or words.headline:
        return None
    other = _opening(words, k + 2) if k + 2 < len(words.low) else None
    if other is None or other.form != "number" or not words.is_capital(other.last):
        return None
    person = _described(words, other)
    if person is None or person.head in {"", "people"} or person.last < other.last + 2:
        return None
    return Person(opening.first, k + 1, opening.count, "number", head=person.head)


def _opening(words: Words, at: int) -> Opening | None:
    """Read how many are told of, and in which form; ``None`` where nothing is opened."""
    word = words.low[at]
    if word == "one" and _ends_a_name(words, at):
        return None
    number = quantity(words.low, at)
    if number is not None and (word != "one" or number[1] > at + 1):
        return Opening(at, number[1], number[0], "number")
    if words.tags[at] != DETERMINER and word not in _articles():
        return None
    opening = _article(words, at)
    ordinal = ORDINALS.get(words.word(opening.last)) if opening is not None else None
    if opening is None or ordinal is None or word == "no":
        return opening
    end = opening.last + 1
    return replace(opening, form="other", ordinal=ordinal, last=end, more=True)


def _ends_a_name(words: Words, at: int) -> bool:
    """Tell whether "One" is of a name: "rushed to Regional One"."""
    return not words.headline and words.is_capital(at) and words.is_capital(at - 1)


def _article(words: Words, at: int) -> Opening | None:
    """Read an article or its like: how many it opens, and in which form."""
    word = words.low[at]
    if word in ORDINALS:
        return Opening(at, at + 1, ONE, "other", more=True, ordinal=ORDINALS[word])
    if word == "another":
        count, end = quantity(words.low, at + 1) or (ONE, at + 1)
        return Opening(at, end, count, "other", more=True)
    if word in {"no", "one"}:
        return Opening(at, at + 1, _NOBODY if word == "no" else ONE, "number")
    if word in {"a", "an"}:
        extra = quantity(words.low, at + 2) if words.word(at + 1) == "additional" else None
        if extra is not None:  # "an additional seven pupils"
            return Opening(at, extra[1], extra[0], "other", more=True)
        return Opening(at, at + 1, ONE, "indefinite")
    return _definite(words, at)


def _definite(words: Words, at: int) -> Opening | None:
    """Read "the", "his", "all of the", "both": how many they are is told behind, if at all."""
    low, word, end = words.low, words.low[at], at + 1
    count = None
    if word in {"all", "both"}:
        if words.word(end) == "of" and words.word(end + 1) not in _OF_ALL:
            return None
        end += words.word(end) in {"the", "of", "these", *POSSESSIVE}
        end += words.word(end - 1) == "of"
    if word == "all" and (read := quantity(low, end)) is not None:
        count, end = read
        if words.word(end) == "of" and words.word(end + 1) in _OF_ALL:
            end += 2  # "all six of the people"
    if word == "both":
        count = Count(2, 2)
        if words.is_capital(end) and not words.headline:
            return None  # "both Arno and Belt"
    rest = words.word(end) in {"remaining", "other"}
    if (read := quantity(low, end + rest)) is not None:
        if word == "both":
            return None  # "two teens, both 18,"
        count, end = read
    if rest and read is not None:  # "the remaining two": of those who were told of
        return Opening(at, end, count, "number", more=True)
    return Opening(at, end, count, "possessive" if word in POSSESSIVE else "definite")


# ---- what stands between the opening and the noun


def _read_on(words: Words, opening: Opening) -> Person | None:
    """Read on behind the number or article, to the noun."""
    if words.word(opening.last) in MORE:
        opening = _with_others(words, opening)
    end = opening.last
    if words.word(end) == "of" and words.word(end - 1) in some("measures"):
        opening = replace(opening, last=end + 1)
    elif words.word(end) == "of" and opening.form in {"number", "indefinite", "other"}:
        part = None if opening.inner else _partitive(words, opening)
        if part is not None or opening.form == "number":
            return part
    return _described(words, opening)


def _with_others(words: Words, opening: Opening) -> Opening:
    """Read "other", "more": people beside those who were told of."""
    end = opening.last
    while words.word(end) in MORE and words.low[end] != "others":
        end += 1
    other = opening.form == "definite" and end > opening.last
    return replace(opening, last=end, form="other" if other else opening.form, more=True)


def _described(words: Words, opening: Opening) -> Person | None:
    """Read over what describes somebody, to the noun, age or name that closes the phrase."""
    start, k, aged = opening.last, opening.last, opening.last
    while k < len(words.low) and is_near(words, start, k):
        if words.tags[k] == HEAD and attributive(words, opening, k):
            k += 1
            continue
        if words.tags[k] == HEAD:
            k, opening, ends = _at_noun(words, opening, k)
            if ends:
                return noun(words, opening, k)
            continue
        age, width = age_at(words, k)
        if width:
            k = aged = k + width
            opening = replace(opening, ages=(*opening.ages, age))
            several = opening.count is not None and opening.count.minimum > 1
            if several and words.low[k - 1].endswith("old") and not is_plural(words, k):
                return None  # "image 8 of 8 4-year-old shot", unlike "two 4-year-old girls"
            if words.tag(k) in _NO_NOUN:
                return finished(words, replace(opening, count=opening.count or ONE), k)
            continue
        if (named := capital(words, opening, k)) is not None:
            return named
        if words.low[k] in some("school_years") and quantity(words.low, k + 1) is not None:
            k += 2  # "a Grade 10 learner"
            continue
        if words.low[k] in GENITIVE and k > start and (inner := owned(words, k + 1)) is not None:
            k, opening = inner, replace(opening, form="possessive")  # "the lorry's driver"
            continue
        if k > start and (second := two_sorts(words, opening, k)) is not None:
            k = second  # "12 military and civilian staff"
            continue
        fate = _modifier(words, start, k)
        if fate is None:
            break
        opening = replace(opening, fate=fate) if fate else opening
        k += 1
    return _nounless(words, opening, aged)


def _at_noun(words: Words, opening: Opening, k: int) -> tuple[int, Opening, bool]:
    """Go on to what belongs to somebody ("the man's wife"), or tell that the phrase ends here."""
    k, opening = _compound(words, opening, k)
    inner = owned(words, k + 2) if words.word(k + 1) in GENITIVE else None
    if inner is None:
        return k, opening, True
    return inner, replace(opening, form="possessive"), False


def _compound(words: Words, opening: Opening, k: int) -> tuple[int, Opening]:
    """Go to the last of several nouns, and note whether another is of an attacker."""
    last = k + NOUNS_AT_MOST - 1
    while k < last and words.tag(k + 1) == HEAD and words.low[k + 1] not in MORE:
        head = head_of(words.low[k])
        if head is not None and head.attacker:
            opening = replace(opening, attacker=True)
        born, behind = words.low[k] == "twin", head_of(words.low[k + 1])
        if born and opening.count is None and behind is not None and behind.plural:
            opening = replace(opening, count=Count(2, 2))  # "his twin sons", not "his twin brother"
        k += 1
    return k, opening


def _modifier(words: Words, start: int, k: int) -> str | None:
    """Return what befell somebody by a word before the noun ("two wounded men"), else nothing.

    ``None`` where the word cannot stand before the noun.
    """
    word, tag, known = words.low[k], words.tags[k], vocabulary()
    if word in known.of_victims:
        return known.of_victims[word] if words.word(k + 1) in {"victim", "victims"} else ""
    behind_noun = k > start and words.tags[k - 1] in {"", HEAD}
    if tag == FATE and behind_noun and not words.low[k - 1].endswith("ed"):
        return None  # "an explosive device wounded Mayor Reyes"
    if tag == ADJECTIVE or (tag == FATE and known.fates[word][1] == "past"):
        fate = known.adjectives.get(word) or known.fates[word][0]
        return fate if words.tag(k + 1) in {HEAD, ""} else None
    plain = tag == "" or (tag == ADVERB and (word.endswith("ly") or word in some("called_so")))
    if tag == VERB and word.endswith("ed"):  # "two wanted men", "a wanted gang leader"
        article = words.low[k - 1] in {"a", "an", "the"} and words.tag(k + 1) == ""
        plain |= words.tag(k + 2 if article else k + 1) == HEAD
    return "" if plain and not is_number(words, k) else None


def _nounless(words: Words, opening: Opening, aged: int) -> Person | None:
    """Close a phrase without a noun: at an age, at a number that stands alone, at a stranger."""
    single = opening.count == ONE or (opening.count is None and opening.form == "definite")
    if opening.ages and single:
        return finished(words, replace(opening, count=ONE), aged)
    if attributive(words, opening, opening.last):
        return stranger(words, opening)
    return band(words, opening) or headless(words, opening) or stranger(words, opening)


# ---- parts


def _partitive(words: Words, opening: Opening) -> Person | None:
    """Read "one of the five people", "two of them", "four of the wounded"."""
    at, count, behind = opening.first, opening.count, opening.last + 1
    word = words.word(behind)
    own = word in POSSESSIVE and words.word(behind + 1) == "own"
    if own and words.tag(behind + 2) in {MARK, PREPOSITION}:  # "one of their own"
        return Person(at, behind + 2, count, "number")
    noun_follows = word == "those" and words.tag(behind + 1) == HEAD  # "one of those victims"
    if word in some("group") and not noun_follows:
        return Person(at, behind + 1, count, "number", part=True)
    if word == "the" and words.tag(behind + 1) == ADJECTIVE:
        fate = vocabulary().adjectives[words.low[behind + 1]]
        return Person(at, behind + 2, count, "number", part=True, fate=fate)
    all_ = quantity(words.low, behind + 1) if word == "the" else None
    if all_ is not None and words.tag(all_[1]) in {MARK, BE, HAVE}:  # "one of the nine, a nurse,"
        return Person(at, all_[1], count, "number", part=True, whole=all_[0])
    group = _opening(words, behind) if behind < len(words.low) else None
    # A part of a part is not read: nobody writes "one of two of the men".
    whole = _read_on(words, replace(group, inner=True)) if group is not None else None
    return part_of(words, opening, whole) if whole is not None else None


# ---- nouns without an article


def _bare(words: Words, at: int) -> Person | None:
    """Read a noun of people without an article: in headlines, before names, "victims"."""
    head = head_of(words.low[at])
    if (born := twins(words, at)) is not None:
        return born
    if head is not None and head.plural and not head.count:
        aged = finished(words, Opening(at, at, None, "number"), at + 1, noun=head)
        if len(aged.ages) > 1:
            return aged  # "Brothers, 12 and 14, killed"
        told = Person(at, at + 1, None, "definite", head.lemma, head.sex, body=head.body)
        return told if head.lemma in {"victim", "body"} else None
    person = _read_on(words, Opening(at, at, ONE, "indefinite"))
    if person is None:
        return None
    if person.name:
        return replace(person, form="name")
    return person if words.headline or person.ages or _opens_sentence(words, person) else None


def _opens_sentence(words: Words, person: Person) -> bool:
    """Tell whether a sentence begins as headlines do: "ABC activist was gunned down in Arno"."""
    before = range(person.first)
    plain = len(before) <= OPENING and all(words.tags[k] in _LEADS_NOUN for k in before)
    both = words.word(person.last) == "and" and words.tag(person.last + 1) == HEAD
    end = person.last + 2 * both  # "Bus driver and conductor shot"
    said = words.word(end) in ({"were"} if both else {"was", "is"})
    return plain and (said or _is_done_to(words, end))


def _is_done_to(words: Words, at: int) -> bool:
    """Tell whether a participle without an object says what befell somebody: "killed in"."""
    past = words.tag(at) == FATE and vocabulary().fates[words.low[at]][1] == "past"
    behind = at + 1 + (words.word(at + 1) in {"dead", "down", "up"})
    return past and (words.tag(behind) in {MARK, PREPOSITION} or at in words.deadly)
