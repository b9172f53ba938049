"""Read the names of people: "Ana B. Kos", "Omar al-Varn", and one capital word that acts."""

from __future__ import annotations

from geo.casualties.persons import ONE, Opening, Person, finished
from geo.casualties.tokens import Words
from geo.casualties.vocabulary import ADJECTIVE, ADVERB, BE, FATE, GENITIVE, HAVE, NOUN, some

__all__ = ["name_at", "named"]


def name_at(words: Words, at: int) -> tuple[int, tuple[str, ...]]:
    """Read the name that begins at a word, if one does: its end and its words."""
    k, name = at, list[str]()
    while k < len(words.raw):
        if words.raw[k] == "." and name and len(name[-1]) <= 2 and words.is_capital(k + 1):
            k += 1  # "Ana B. Kos"
        elif words.raw[k] == "." and _are_initials(name) and k + 1 < len(words.raw):
            return k + 1, tuple(name)  # "A.K. (22) and B.L. (35)"
        elif not words.is_capital(k) and not (name and _is_of_name(words, k)):
            break
        elif words.low[k] in some("titles"):
            k += 1 + (words.word(k + 1) == ".")
        elif words.tags[k] not in {"", ADVERB} or words.low[k] in some("no_person"):
            break
        else:
            name.append(words.low[k])
            k += 1
    if name and words.word(k) == "," and words.word(k + 1) in {"jr", "sr"}:
        k += 2 + (words.word(k + 2) == ".")
    return k, tuple(part for part in name if part not in some("generations"))


def _are_initials(name: list[str]) -> bool:
    """Tell whether police name somebody by his letters only."""
    return len(name) > 1 and all(len(part) == 1 for part in name)


def _is_of_name(words: Words, k: int) -> bool:
    """Tell whether a small word is of a name: "Omar al-Varn", "Omar bin Kos", "Ana de Kos"."""
    particle, _, rest = words.raw[k].partition("-")
    if rest and particle in some("particles"):
        return rest[0].isupper()
    after = k + 1 + (words.word(k + 1) in some("particles"))  # "van der Berg"
    return words.low[k] in some("particles") and words.is_capital(after)


def named(words: Words, at: int) -> Person | None:
    """Read a name: of several words, or of one with an age or with what befell it behind."""
    lead = words.word(at - 1)
    if words.headline or lead in some("before_no_name"):
        return None
    if lead == "of" and words.word(at - 2) == ",":
        return None  # "Ana Kos, 31, of Long Hill"
    if words.word(at - 2) == "the" and words.is_capital(at - 1) and lead not in some("titles"):
        return None  # "at the Blue Anchor Grill"
    end, name = name_at(words, at)
    later = words.word(end) in {"today", "yesterday", "tonight", "who"}
    if not name or (words.word(end) in some("no_person") and not later):
        return None
    person = finished(words, Opening(at, end, ONE, "name"), end, name=name)
    if len(name) > 1 or person.ages:
        return person
    return person if _may_be_surname(words, at) and _acts(words, end) else None


def _may_be_surname(words: Words, at: int) -> bool:
    """Tell by the words before whether one capital word can be a person."""
    lead = words.word(at - 1)
    if lead in some("before_places") and not words.is_capital(at - 2):
        return False
    described = words.tag(at - 1) in {"", ADJECTIVE}
    # "The red Lexus was found" speaks of nobody.
    return not (described and lead.isalpha() and lead == words.raw[at - 1])


def _acts(words: Words, end: int) -> bool:
    """Tell by the words behind whether one capital word is a person: "Kos later died"."""
    tag, word = words.tag(end), words.word(end)
    if tag in {BE, HAVE, FATE} or word in GENITIVE:
        return True
    later = tag == ADVERB and words.tag(end + 1) in {FATE, BE}
    if word == "who":  # "the death of Kos who was shot", "a native of Arno who"
        if words.is_capital(end - 2):
            return False  # "members of the Village Guard who"
        return words.word(end - 2) != "of" or words.tag(end - 3) in {NOUN, FATE}
    return later or (word == "," and words.word(end + 1) == "who")
