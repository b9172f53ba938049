"""Search keys of names: one spelling for Штрпце, Štrpce and STRPCE.

A key holds only ``a``–``z``, digits and single spaces. Cyrillic and Greek go through the tables
of ``geo.language.scripts``, one a language; scripts without a table are spelt out by anyascii, at
best effort.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from geo.language import scripts

__all__ = ["fold", "keys", "latin", "spelt", "tries"]

FURTHER = 7
"""Letters of a Latin writing that is not the first and still indexed: the short ones are English
words and surnames before all, such as Holy, Honda, Barely. Whoever types Cyrillic gets them too."""
_FOLD_TABLE = str.maketrans({"đ": "dj"})
_STROKE = str.maketrans({"đ": "d", "Đ": "D", "ђ": "d", "Ђ": "D"})
_STROKED = frozenset("đĐђЂ")
# Removed, not turned into a space: Xi'an is one word. U+00B4 would decompose into space and mark.
# Behind the apostrophes of all keyboards: soft hyphen, zero-width signs and marks of direction.
_REMOVED = dict.fromkeys(
    map(
        ord,
        "'’‘‛ʼʻ`´ʹ′ʾʿˈʽˊˋ‵ꞌ՚׳᾽᾿＇｀\u00ad\u061c\u200b\u200c\u200d\u200e\u200f"
        "\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff",
    )
)
_MARKS = re.compile("[\u0300-\u036f]+")
_NOT_KEY = re.compile(r"[^a-z0-9]+")
_AND = re.compile(r"(?<=[a-z0-9])\s*&\s*(?=[a-z0-9])")
_INITIALS = re.compile(r"\b(?:\w\.){2,}", re.UNICODE)
# Written both ways on maps and in the news, before another word: St. Louis, Fort Worth, Mt. Vernon.
# No "is" for island: the headline "How Long Is the Wait" names no Long Island.
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft", "point": "pt"}
_LONG = {short: word for word, short in _SHORT.items()}
_SHORTENED = re.compile(rf"\b(?:{'|'.join((*_SHORT, *_LONG))})(?= )")
# Cheaper than the expression, for the nineteen names of twenty that hold none of these.
_MAYBE_SHORTENED = re.compile("(?:t|te) ")
# Three names of five: they have one key, and it is found in a tenth of the time.
_PLAIN = re.compile("[A-Za-z0-9]+(?: [A-Za-z0-9]+)*")
_FINAL_Q = re.compile(r"iq\b")
# Albanian writes -iq where Serbian has -ić (Leposaviq, Leposavić).
_FINAL_C = re.compile(r"(?:ić|ић)\b", re.IGNORECASE)
# German and Scandinavian letters without the keyboard: Duesseldorf, Tromsoe, Aarhus.
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue",
     "Ø": "Oe", "Å": "Aa"}
)  # fmt: skip
_UMLAUTED = frozenset("äöüøåÄÖÜØÅ")
# Turks, Hungarians and the French write ö and ü too, but never oe and ue for them.
_NO_GERMAN = frozenset("ışğçőűáéíóúèêëâîôûãõñıİŞĞÇŐŰÁÉÍÓÚÈÊËÂÎÔÛÃÕÑ")
# Kosovo's keyboards have q where Albanian has ç: Deqan for Deçan.
_CEDILLA = str.maketrans({"ç": "q", "Ç": "Q"})
_NO_ALBANIAN = frozenset("ışğöüéèêôâîûãõáíóúñIİŞĞÖÜÉÈÊÔÂÎÛÃÕÁÍÓÚÑ") - {"I"}
_ISLANDS = re.compile(r"(?<= )is$")
_WRAPPED = re.compile(
    r"^(?:the )?(?:(?:city|town|village|municipality|republic|state|island) of (?:the )?)?"
    r"(.+?)(?: (?:city|town|village|municipality))?$"
)


def latin(text: str) -> str:
    """Write Serbian Cyrillic in Serbian Latin, letter for letter.

    Examples
    --------
    >>> latin("Ђаковица, Љубљана")
    'Đakovica, Ljubljana'
    """
    small = scripts.tables()[0].letters
    capitals = {ord(chr(sign).upper()): told.capitalize() for sign, told in small.items()}
    told = text.translate({**small, **capitals})
    if not text.isupper():
        return told
    return told.upper()


def fold(name: str) -> str:
    """Return the one search key of a name; the key of a key is itself.

    Case, marks, apostrophes, hyphens and dots do not count. Names without a letter or a digit
    have the empty key.

    Examples
    --------
    >>> {fold(name) for name in ("Štrpce", "Штрпце", "STRPCE")}
    {'strpce'}
    >>> fold("Hani-i-Elezit"), fold("St. Albans"), fold("Đakovica"), fold("Xi’an")
    ('hani i elezit', 'st albans', 'djakovica', 'xian')
    >>> fold("Київ"), fold("Θεσσαλονίκη"), fold("Bosnia & Herzegovina")
    ('kyiv', 'thessaloniki', 'bosnia and herzegovina')
    """
    if name.isascii():
        low = name.lower()
        return low if low.isalnum() else _to_key(low.replace("'", "").replace("`", ""))
    return _to_key(_to_ascii(next(_writings(name))))


def _writings(name: str) -> Iterator[str]:
    """Yield a name in small letters, in Latin ones if a table has its script."""
    small = name.translate(_REMOVED).casefold()
    romanised = scripts.romanise(small) if scripts.is_written_in_them(small) else iter(())
    first = next(romanised, small)
    yield first
    yield from romanised


def _to_ascii(text: str) -> str:
    """Take the marks off, and spell out what is left in other scripts."""
    bare = text.translate(_FOLD_TABLE)
    if not bare.isascii():
        bare = _MARKS.sub("", unicodedata.normalize("NFKD", bare))
    if not bare.isascii():
        # Composed again, since Korean and Japanese letters are not marks to be taken off.
        whole = unicodedata.normalize("NFC", bare)
        bare = _spell_out(whole.casefold().translate(_FOLD_TABLE))
    return bare.lower().replace("'", "").replace("`", "")


def _to_key(told: str) -> str:
    if "&" in told:
        told = _AND.sub(" and ", told)
    return _NOT_KEY.sub(" ", told).strip()


def _spell_out(text: str) -> str:
    # Imported late: most names and every English text do without its tables.
    from anyascii import anyascii  # noqa: PLC0415

    return str(anyascii(text))


def keys(name: str) -> tuple[str, ...]:
    """Return every key that a name is indexed under, ``fold(name)`` first.

    Examples
    --------
    >>> keys("Đakovica")
    ('djakovica', 'dakovica')
    >>> keys("Leposaviq"), keys("U.S."), keys("Saint-Denis")
    (('leposaviq', 'leposavic'), ('u s', 'us'), ('saint denis', 'st denis'))
    >>> keys("Донецк"), keys("Düsseldorf")
    (('doneck', 'donetsk'), ('dusseldorf', 'duesseldorf'))
    """
    if _PLAIN.fullmatch(name):
        key = name.lower()
        if "iq" not in key and not _MAYBE_SHORTENED.search(key):
            return (key,)
    return tuple(_keys(name, shortest=FURTHER))


def _keys(name: str, *, shortest: int) -> dict[str, None]:
    """Return the keys of a name, further Latin writings only of so many letters."""
    first, *others = spelt(name)
    found = dict.fromkeys((first, *(key for key in others if len(key) >= shortest)))
    if "." in name:
        found[fold(_INITIALS.sub(_join, name))] = None
    if _MAYBE_SHORTENED.search(first):
        found |= dict.fromkeys(_abbreviated(first))
    if "iq" in first:
        found[_FINAL_Q.sub("ic", first)] = None
    if not name.isascii():
        found |= dict.fromkeys(_letters_otherwise(name))
    return dict.fromkeys(filter(None, found))


def spelt(name: str) -> tuple[str, ...]:
    """Return the key of each Latin writing of a name, ``fold(name)`` first.

    Examples
    --------
    >>> spelt("Суми"), spelt("Sumy")
    (('sumi', 'sumy'), ('sumy',))
    """
    if name.isascii():
        return (fold(name),)
    return tuple(_to_key(_to_ascii(told)) for told in dict.fromkeys(_writings(name)))


def _letters_otherwise(name: str) -> Iterator[str]:
    """Yield the keys of a name under the other habits of writing its letters."""
    letters = frozenset(name)
    if not _STROKED.isdisjoint(letters):
        yield fold(name.translate(_STROKE))
    if _FINAL_C.search(name):
        yield fold(_FINAL_C.sub("iq", name))
    if not _UMLAUTED.isdisjoint(letters) and _NO_GERMAN.isdisjoint(letters):
        yield fold(name.translate(_UMLAUTS))
    if ("ç" in name or "Ç" in name) and _NO_ALBANIAN.isdisjoint(letters):
        yield fold(name.translate(_CEDILLA))


def _abbreviated(key: str) -> Iterator[str]:
    """Yield a key with its long words short, and with its short ones long."""
    yield _SHORTENED.sub(lambda found: _SHORT.get(found.group(), found.group()), key)
    yield _SHORTENED.sub(lambda found: _LONG.get(found.group(), found.group()), key)


def tries(name: str) -> tuple[str, ...]:
    """Return the keys to look a name up by, in turn: its own, then without what stands around it.

    The first ones are those of ``keys``, with all Latin writings of Cyrillic and Greek.

    Examples
    --------
    >>> tries("the City of Mitrovica"), tries("Peja municipality")
    (('the city of mitrovica', 'mitrovica'), ('peja municipality', 'peja'))
    """
    own = _keys(name, shortest=0)
    bare = [_WRAPPED.sub(r"\1", key) for key in own]
    islands = [_ISLANDS.sub(word, key) for key in own for word in ("islands", "island")]
    return tuple(dict.fromkeys((*own, *bare, *islands)))


def _join(initials: re.Match[str]) -> str:
    return initials.group().replace(".", "") + " "
