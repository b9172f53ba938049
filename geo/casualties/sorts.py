"""Tell the noun that somebody goes by from those that only say of what sort he is.

"Two police officers", "three volunteer relief workers", "12 military and civilian staff".
"""

from __future__ import annotations

from geo.casualties.persons import ONE, Opening
from geo.casualties.tokens import Words
from geo.casualties.vocabulary import ADJECTIVE, HEAD, MORE, Head, head_of, some
from geo.language.numerals import quantity

__all__ = [
    "attributive",
    "disagrees",
    "is_near",
    "is_number",
    "is_participle",
    "leads",
    "past_sorts",
    "two_sorts",
]

MODIFIERS_AT_MOST = 5
"""Words between a number or article and its noun at most: "two masked armed off-duty state ..."."""
SORTS = 2
"""Words between two joined modifiers and their noun at most: "Jammu and Kashmir state police"."""
SORTED = 4
"""Words between a noun that says what sort somebody is and his own at most."""
_OF_SORTS = frozenset({"", ADJECTIVE})


def attributive(words: Words, opening: Opening, k: int) -> bool:
    """Tell whether a noun of people only says what sort is counted: "12 civilian auxiliaries"."""
    several = opening.count is not None and opening.count.minimum > 1
    if several and k == opening.last and (leads(words, k) or _is_nation(words, k)):
        return True
    return _is_sort(words, opening, k)


def _is_sort(words: Words, opening: Opening, k: int) -> bool:
    """Tell whether a noun that cannot be of its number stands before one that can.

    "Three volunteer relief workers", "a police station chief", unlike "three youths".
    """
    head = head_of(words.word(k))
    if head is None or words.headline:
        return False
    # "One male aid worker": of what sort he is, though "one male" could be somebody.
    if not disagrees(opening, head) and head.lemma not in {"male", "female", "staff"}:
        return False
    end = k + 1
    while end - k <= SORTED and words.tag(end) in _OF_SORTS and _may_be_sort(words, end):
        end += 1
    behind = head_of(words.word(end)) if words.tag(end) == HEAD and end > k + 1 else None
    return behind is not None and not disagrees(opening, behind)


def two_sorts(words: Words, opening: Opening, k: int) -> int | None:
    """Return where the second of two modifiers ends that "and" joins before one noun.

    "A Jammu and Kashmir policeman" is one, "12 military and civilian staff" are 12; "a man and
    police officer" and "two Serbs and policemen" are not so joined.
    """
    if words.low[k] not in {"and", "&"} or words.headline or words.tags[k - 1] not in _OF_SORTS:
        return None
    behind = k + 2
    while behind < k + 2 + SORTS and words.tag(behind) == "" and words.low[behind].isalpha():
        behind += 1
    noun = head_of(words.word(behind)) if words.tag(behind) == HEAD else None
    names = words.is_capital(k - 1) and words.is_capital(k + 1)
    if noun is None or (opening.count == ONE and not names):
        return None
    sort = words.tag(k + 1) in _OF_SORTS or words.tag(k + 1) == HEAD
    number = opening.count is not None and opening.count.minimum > 1
    return k + 2 if sort and (noun.plural or not number) and not is_number(words, k + 1) else None


def _is_nation(words: Words, k: int) -> bool:
    """Tell whether a people only says of where several are: "four American security guards"."""
    head, behind = head_of(words.word(k)), words.word(k + 1)
    single = words.is_capital(k) and head is not None and not head.plural
    return single and not words.headline and words.tag(k + 1) == "" and behind.islower()


def leads(words: Words, k: int) -> bool:
    """Tell whether a noun of one stands before that of several, which no list knows."""
    head, behind = head_of(words.word(k)), words.word(k + 1)
    plain = words.tag(k + 1) == "" and behind.endswith("s") and not words.is_capital(k + 1)
    return plain and head is not None and not head.plural


def _may_be_sort(words: Words, k: int) -> bool:
    """Tell what may stand before a noun from a verb: "state-funded", "Red", unlike "attacked"."""
    return words.is_capital(k) or "-" in words.low[k] or not is_participle(words.low[k])


def is_participle(word: str) -> bool:
    """Tell whether a word can open what describes people: "working for", "drawn from"."""
    return word.endswith(("ed", "ing")) or word in some("participles")


def disagrees(opening: Opening, head: Head) -> bool:
    """Tell whether a noun cannot be of its number: "two man", or "a" of "a victims' group"."""
    several = opening.count is not None and opening.count.minimum > 1
    single = opening.count == ONE and opening.form == "indefinite"
    # Papers of South Asia: "a security personnel"; notes of aid agencies: "a national staff".
    single &= head.lemma not in {"personnel", "staff"}
    several &= head.lemma != "youth"  # "three youth were hurt"
    return (several and not head.plural) or (single and head.plural and not head.count)


def is_number(words: Words, at: int) -> bool:
    """Tell whether another number begins at a word."""
    return words.low[at] not in MORE and quantity(words.low, at) is not None


def past_sorts(words: Words, at: int) -> int:
    """Return where a noun stands behind what says of what sort it is: "and Arno police guard"."""
    k = at
    while k - at < SORTS and words.tag(k) in _OF_SORTS and words.word(k).isalpha():
        k += 1
    return k


def is_near(words: Words, start: int, k: int) -> bool:
    """Tell whether few words were read over; a name of several counts as one."""
    if k - start <= MODIFIERS_AT_MOST:
        return True
    inside = range(start + 1, k)
    names = sum(words.is_capital(j) and words.is_capital(j - 1) for j in inside)
    return k - start - names <= MODIFIERS_AT_MOST
