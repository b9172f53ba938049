"""Close a phrase of people at its head: a noun, a name, a people, or a number that stands alone."""

from __future__ import annotations

from geo.casualties import (
    ADJECTIVE,
    ADVERB,
    BE,
    DEFINITE,
    FATE,
    HAVE,
    HEAD,
    MARK,
    MORE,
    NOUN,
    PREPOSITION,
    SUBORDINATE,
    VERB,
    Words,
    head_of,
    some,
    vocabulary,
)
from geo.model import Count
from geo.numerals import quantity
from geo.persons import ONE, Person, finished, name_at

__all__ = ["capital", "headless", "is_number", "noun", "owner", "stranger"]

NAME_WORDS = 3
"""Words of the name of a person, besides titles, at most."""
STRANGERS = 3
"""Words of an unknown noun and what stands before it at most: "two elderly canal boatmen"."""
_AGENTS = ("er", "or", "ist", "ian", "ant", "ent", "ee", "eer", "man", "ess", "ive")
"""Endings of nouns that can be of people: one thing alone may be anything else."""
_SHOTS = frozenset(["shot", "shots", "round", "rounds"])


def capital(
    words: Words, at: int, k: int, count: Count | None, form: str, ages: tuple[int, ...]
) -> Person | None:
    """Close a phrase at a name ("a 15-year-old, Ana Kos") or at a people ("two ethnic Serbs")."""
    tags, length = words.tags, len(words.low)
    if not words.headline and (ages or count == ONE):
        stop, name = name_at(words, k)
        ends = stop >= length or tags[stop] not in {HEAD, "", ADJECTIVE}
        if name and ends and (ages or (len(name) > 1 and form == "indefinite" and k == at)):
            told = "name" if form == "indefinite" and k > at else form
            return finished(words, at, stop, ONE, told, ages, name=name)
    if count is None or count == ONE:
        return None
    behind = tags[k + 1] if k + 1 < length else MARK
    longer = behind == HEAD or (behind == "" and words.raw[k + 1][0].isupper())
    return None if longer else _people_of(words, at, k, count, form)


def is_number(words: Words, at: int) -> bool:
    """Tell whether another number begins at a word."""
    return words.low[at] not in MORE and quantity(words.low, at) is not None


def owner(words: Words, at: int) -> int | None:
    """Return where the noun of people stands that belongs to somebody: "the man's wife"."""
    for k in range(at, min(at + 3, len(words.low))):
        if words.tags[k] == HEAD:
            return k
        if words.tags[k] not in {"", ADJECTIVE}:
            return None
    return None


def noun(
    words: Words,
    at: int,
    k: int,
    count: Count | None,
    form: str,
    ages: tuple[int, ...],
    fate: str | None,
    *,
    more: bool,
    ordinal: int,
    attacker: bool,
) -> Person | None:
    """Close a phrase at its noun."""
    head = head_of(words.low[k])
    assert head is not None, "the tag says that it is one"
    if count is None and not head.plural:
        count = ONE
    if count is not None and count.minimum > 1 and not head.plural:
        return None
    if head.count:
        count = Count(
            head.count * (count.minimum if count else 1),
            head.count * (count.minimum if count else 1),
        )
    if count == ONE and form == "indefinite" and head.plural and not head.count:
        return None
    end = k + 1
    name: tuple[str, ...] = ()
    if count == ONE:
        end, name = name_at(words, end)
        if not name and form in {"possessive", "definite"}:
            end, name = _apposed(words, end)
    return finished(
        words,
        at,
        end,
        count,
        form,
        ages,
        head=head.lemma,
        sex=head.sex,
        name=name,
        attacker=head.attacker or attacker,
        young=head.young,
        fate=fate,
        more=more or head.lemma in MORE,
        ordinal=ordinal,
        body=head.body,
    )


def _apposed(words: Words, end: int) -> tuple[int, tuple[str, ...]]:
    """Read the name between commas behind a noun: "her husband, Jon, 33,"."""
    if words.low[end : end + 1] != [","] or words.headline:
        return end, ()
    stop, name = name_at(words, end + 1)
    closed = words.low[stop : stop + 1] == [","] and 0 < len(name) <= NAME_WORDS
    return (stop, name) if closed else (end, ())


def headless(
    words: Words, at: int, end: int, count: Count | None, form: str, *, more: bool
) -> Person | None:
    """Read a number that stands alone, or "the dead", "the wounded"."""
    low, tags, length = words.low, words.tags, len(words.low)
    tag = tags[end] if end < length else MARK
    fated = tag in {ADJECTIVE, FATE} and low[end] in vocabulary().adjectives
    if fated and form == "definite" and low[end] != "missing":
        following = tags[end + 1] if end + 1 < length else MARK
        listed = low[end + 1 : end + 2] in (["included"], ["include"])
        if following not in {HEAD, ""} or listed or words.raw[end + 1][0].isupper():
            return Person(at, end + 1, count, "definite", fate=vocabulary().adjectives[low[end]])
    if form in {"number", "other", "definite"} and count is not None:
        plain = (
            words.raw[at].isdigit()
            and at
            and words.low[at - 1] == ","
            and tag not in {FATE, ADJECTIVE, ADVERB}
        )
        named = _people_of(words, at, end, count, form) if tag == "" else None
        if named is not None:
            return named
        if tag == "" and not (
            end < length
            and (words.raw[end][0].isupper() or low[end] in {"late", "early", "today", "yesterday"})
        ):
            return None
        if form == "definite" and tag != BE and low[at] != "both":
            return None
        if (
            (
                low[end : end + 1]
                and low[end] in _SHOTS
                and (words.low[at] in DEFINITE or (at and words.tags[at - 1] == VERB))
            )
            or plain
            or (tag == NOUN and low[end] in vocabulary().nouns)
        ):
            return None
        return Person(at, end, count, "definite" if form == "definite" else form, more=more)
    return None


def stranger(words: Words, at: int, end: int, count: Count | None, form: str) -> Person | None:
    """Read a number of what no list knows, "two gendarmes": people, if they were killed or hurt.

    Whoever asks must see to it that no house is hit, and no cow.
    """
    if count is None or not count.minimum or form == "definite":
        return None
    k = end
    while k < len(words.low) and k - end < STRANGERS and words.tags[k] in {"", ADJECTIVE}:
        k += 1
    word = words.low[k - 1] if k > end else ""
    plural = word.endswith("s") and not word.endswith("ss")
    fits = word.isalpha() and len(word) > 3 and plural == (count != ONE)
    known = word if plural else word + "s"
    if not fits or words.tags[k - 1] != "" or known in some("no_people") or words.headline:
        return None
    if not plural and not (word.endswith(_AGENTS) or _is_killed(words, at)):
        return None
    if any(words.raw[j][0].isupper() for j in range(end, k)) or is_number(words, end):
        return None
    tag = words.tags[k] if k < len(words.tags) else MARK
    verb = tag == "" and words.low[k].endswith("ed")  # "a conductor escaped"
    if tag not in {MARK, BE, FATE, HAVE, PREPOSITION, SUBORDINATE, ADVERB, VERB} and not verb:
        return None
    return Person(at, k, count, form, head=word.removesuffix("s"), stranger=True)


def _is_killed(words: Words, at: int) -> bool:
    """Tell whether a phrase is the object of a verb that takes people: "killing a sentry"."""
    fate = vocabulary().fates.get(words.low[at - 1], ("", ""))[0] if at else ""
    return fate in {"killed", "injured"}


def _people_of(words: Words, at: int, end: int, count: Count | None, form: str) -> Person | None:
    """Read a people: "two Serbs", "12 Turkish"."""
    word = words.low[end]
    if (
        words.raw[end][0].isupper()
        and word.endswith(("s", "ese", "ish"))
        and word not in some("no_person")
        and len(word) > 3
    ):
        return Person(at, end + 1, count, form, head="people")
    return None
