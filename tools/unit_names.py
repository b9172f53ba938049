"""How news in English calls a unit that GeoNames and ISO 3166-2 name: for ``make_units.py``."""

# ruff: noqa: INP001 - a script, no package
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from geo.language.names import fold, keys

__all__ = ["called", "cyrillic"]

ALIKE = 0.6
"""Other Latin names are kept if they look like the English one: Halab is left to Arabic."""

COMPOSED = 3
"""So many of the bare names are written with the sort of unit behind them."""

SHORTEST = 4
"""Bare names of fewer letters are abbreviations and ordinary syllables more often than units."""

# The sort of unit as ISO 3166-2 tells it: what English puts behind the name.
SORTS = {
    "Province": ("Province",), "Region": ("Region",), "State": ("State",),
    "District": ("District",), "Department": ("Department",), "County": ("County",),
    "Governorate": ("Governorate", "Province"), "Prefecture": ("Prefecture",),
    "Municipality": ("Municipality",), "Parish": ("Parish",), "Rayon": ("District",),
    "Canton": ("Canton",), "Division": ("Division",), "Oblast": ("Oblast", "Region"),
    "Voivodship": ("Voivodeship", "Province"), "Administrative territory": ("Krai", "Territory"),
    "Republic": ("Republic",), "Emirate": ("Emirate",), "Administrative atoll": ("Atoll",),
    "Regional state": ("Region", "State"), "Geographical region": ("Region",),
    "Autonomous region": ("Autonomous Region",), "Popularate": ("District",),
    "Metropolitan department": ("Department",), "Metropolitan region": (),
    "London borough": ("Borough",), "Economic prefecture": ("Prefecture",),
}  # fmt: skip
# What news says where ISO is silent or says something else.
FIRST = {
    "RU": ("Oblast", "Region"), "UA": ("Oblast", "Region"), "SY": ("Governorate", "Province"),
    "SA": ("Region", "Province"), "IT": (), "ES": (), "AU": (), "GB": (), "CA": (), "DE": (),
    "AT": (), "BE": (), "FR": (), "BR": ("State",), "RO": ("County",),
    "PE": ("Region", "Department"),
    "KZ": ("Region", "Oblast"), "KG": ("Region", "Oblast"), "UZ": ("Region",), "US": (),
    "LB": ("Governorate", "Province"), "GR": ("Region",), "PS": (), "TW": (), "MG": ("Region",),
    "IE": (), "BG": ("Province", "Region"), "BY": ("Region", "Oblast"), "HK": ("District",),
}  # fmt: skip
SECOND = {
    "UA": ("Raion", "District"), "RU": ("Raion", "District"), "BY": ("District",),
    "IN": ("District",), "PK": ("District",), "BD": ("District",), "NP": ("District",),
    "LK": ("District",), "AF": ("District",), "IR": ("County",), "IQ": ("District",),
    "SY": ("District",), "YE": ("District",), "LB": ("District",), "PS": ("Governorate",),
    "IL": ("District",), "JO": ("District",), "TR": ("District",), "MM": ("District", "Township"),
    "NG": ("Local Government Area", "LGA"), "CD": ("Territory",), "ML": ("Cercle",),
    "BF": ("Province",), "NE": ("Department",), "TD": ("Department",), "CM": ("Department",),
    "CF": ("Prefecture",), "ET": ("Zone",), "SO": ("District",), "SS": ("County",),
    "SD": ("Locality",), "KE": ("District", "Sub-County"), "UG": ("District",), "TZ": ("District",),
    "MW": ("District",), "MZ": ("District",), "ZW": ("District",), "ZM": ("District",),
    "GH": ("District",), "SL": ("District",), "GN": ("Prefecture",), "CI": ("Region",),
    "SN": ("Department",), "RW": ("District",), "BI": ("Commune",), "EG": ("District",),
    "TN": ("Delegation",), "DZ": ("District",), "MA": ("Province",), "PH": ("Province",),
    "ID": ("Regency",), "MY": ("District",), "VN": ("District",), "KH": ("District",),
    "CN": ("Prefecture", "City"), "KP": ("County",), "KR": ("County",), "IT": ("Province",),
    "ES": ("Province",), "PL": ("County",), "HU": ("District",), "CZ": ("District",),
    "SK": ("District",), "AT": ("District",), "CH": ("District",), "DE": ("Region",),
    "FR": ("Department",), "BE": ("Province",), "GE": ("Municipality",), "AL": ("Municipality",),
    "HT": ("Arrondissement",), "PE": ("Province",), "BO": ("Province",), "CL": ("Province",),
    "NZ": ("District",), "IE": ("County",), "AU": (), "GB": (), "CA": (), "US": (),
}  # fmt: skip
_ENDS = sorted(
    {word for words in (*SORTS.values(), *FIRST.values(), *SECOND.values()) for word in words}
    | {
        "Regional State",
        "Oblast'",
        "Raion",
        "Rayon",
        "Kray",
        "Okrug",
        "Area",
        "Borough",
        "Voivodeship",
        "Woreda",
        "Township",
    },
    key=len,
    reverse=True,
)
_ENGLISH_END = re.compile(rf" (?:{'|'.join(_ENDS)})$", re.IGNORECASE)
# What other languages put before and behind the name.
_FOREIGN = re.compile(
    r"^(?:Prov[ií]n[cç]i[ae]s? (?:di|de la|del|de|d[’'])|Province of|Province d[eu]|Powiat"
    r"|Kabupaten|Kota|Shahrest[āa]n-e|Markaz|Cercle de|Caza d[eu](?: la)?|Nefat|Regierungsbezirk"
    r"|Politischer Bezirk|Bezirk|Wahlkreis|County of"
    r"|(?:City and )?(?:Metropolitan |Royal )?Borough of|London Borough of|Co(?= )|County(?= )"
    r"|Wilaya ya|Kaunti ya|Mkoa wa|Meẖoz|Județul|Contae|City of|District of|Municipality of"
    r"|D[eé]partement d(?:e la|u|es|e)"
    r"|Komuna e|Obshtina|Muh[aā]faz(?:at|̧at)|Im[āa]rat|Balad[īi]yat|Raionul|Opština|Gorod"
    r"|Gorodskoy Okrug|Okres|Amphoe|Huyện|Thành Phố|Thị Xã|Quận|Mudīrīyat|Degmada|Delegación de"
    r"|Arrondissement (?:de|du|des))\s*(?=\S)"
    r"|(?<=\S)\s+(?:İlçesi|Shi|Xian|Qu|Diqu|kommun|Kommune|Kraj|kraj|novads|Mis[’']krada|Rajons"
    r"|Atholhu|Pradesh \(division\)|Special Woreda|Unitary Authority|Oblast’|oblast['’]?)$"
)
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ' ’‘ʼʻ.,()/&–-]+")
_CYRILLIC = re.compile(r"[Ѐ-ӿ' ’ʼ.-]+")
# "Walker" alone is no county; and states that news calls by their name alone.
_NEVER_BARE = frozenset({"US", "CA"})
_SHOWN_BARE = frozenset({"BR", "CN", "IN", "MX", "MY", "US", "VE"})
_WITH_CYRILLIC = frozenset({"RU", "UA", "BY", "BG", "RS", "KZ", "KG"})


# English words throughout, and all the same what news calls them.
_BARE_IN_NEWS = frozenset(
    ["western cape", "eastern cape", "northern cape", "southern highlands", "eastern highlands",
     "western highlands", "bay of plenty"]
)  # fmt: skip


def called(
    code: str, names: tuple[str, ...], sort: str, words: frozenset[str]
) -> tuple[str, tuple[str, ...], str]:
    """Return the name of a unit in English news, its other names, and the bare name.

    Parameters
    ----------
    code
        Of GeoNames: ``UA.05.1408``.
    names
        All that it is called, the name of GeoNames first.
    sort
        What ISO 3166-2 says it is.
    words
        Lower-case English words: no unit is called by such a word alone.
    """
    english = [name for name in map(plain, names) if _LATIN.fullmatch(name)] or [names[0]]
    full = [name for name in english if _ENGLISH_END.search(name)]
    first = bare_of(english[0])
    behind = ends(code, sort)
    bares = dict.fromkeys((first, *map(bare_of, full)))
    bares |= dict.fromkeys(b for b in map(bare_of, english[1:]) if is_alike(b, first))
    alone = code.count(".") == 1 or code[:2] not in _NEVER_BARE
    good = [bare for bare in bares if alone and is_bare(bare, words)]
    composed = [f"{bare} {end}" for bare in list(bares)[:COMPOSED] for end in behind]
    shown = shown_as(english[0], first, full, composed)
    if code.count(".") == 1 and code[:2] in _SHOWN_BARE and first in good:
        shown = first
    others = dict.fromkeys((*good, *full, *composed, *adjectives(bares, behind)))
    if code.startswith("IE.") and "County" in behind:
        shown, others = f"County {first}", others | dict.fromkeys(f"County {b}" for b in bares)
    return shown, distinct(shown, others), first


def shown_as(told: str, first: str, full: list[str], composed: list[str]) -> str:
    """Choose the name to show: as GeoNames has it if that is English, else with its sort behind."""
    if _ENGLISH_END.search(told) and not _FOREIGN.search(told):
        return told
    own = (name for name in full if bare_of(name) == first)
    capital = (name for name in full if name.rpartition(" ")[2].istitle())
    return next(own, None) or next(iter(composed), None) or next(capital, first)


def plain(name: str) -> str:
    """Write a name without the marks of transliteration that news leaves out."""
    told = unicodedata.normalize("NFC", name).replace("‘", "'").replace("’", "'")
    return told.replace("ʼ", "'").replace("ʻ", "'").replace("`", "'").strip()


def ends(code: str, sort: str) -> tuple[str, ...]:
    """Return the words that English puts behind the name of such a unit."""
    country, level = code[:2], code.count(".")
    if level == 2:
        return SECOND.get(country, SORTS.get(sort, ()))
    if sort in ("Republic", "Administrative territory"):
        return SORTS[sort]
    if "city" in sort.lower() or sort.startswith(("Autonomous", "Capital")):
        return ()
    return FIRST.get(country, SORTS.get(sort, ()))


def bare_of(name: str) -> str:
    """Take off what says that it is a unit.

    Examples
    --------
    >>> bare_of("Provincia di Rimini"), bare_of("Donetsk Oblast"), bare_of("Kent")
    ('Rimini', 'Donetsk', 'Kent')
    """
    told = _ENGLISH_END.sub("", name)
    return _FOREIGN.sub("", told).strip() or name


def is_alike(name: str, first: str) -> bool:
    """Tell whether one name is a spelling of the other."""
    return SequenceMatcher(None, fold(name), fold(first)).ratio() >= ALIKE


def is_bare(name: str, words: frozenset[str]) -> bool:
    """Tell whether a name means the unit without a word for what it is."""
    key = fold(name)
    if key in _BARE_IN_NEWS:
        return True
    if len(key) < SHORTEST or any(letter.isdigit() for letter in key):
        return False
    return not all(part in words for part in re.split(r"[ -]+", name.lower()))


def adjectives(bares: Iterable[str], behind: tuple[str, ...]) -> Iterator[str]:
    """Yield the ways to write Russian and Ukrainian adjectives: Shebekinskiy is Shebekinsky."""
    for bare in bares:
        for told in ("skiy", "skyi", "skyy"):
            if bare.endswith(told):
                yield from (f"{bare.removesuffix(told)}sky {end}" for end in behind)


def distinct(shown: str, others: Iterable[str]) -> tuple[str, ...]:
    """Return the others that folding does not make equal to one before."""
    seen, found = set(keys(shown)), []
    for name in others:
        if not seen.issuperset(keys(name)):
            seen.update(keys(name))
            found.append(name)
    return tuple(found)


def cyrillic(code: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names in Cyrillic of a first-level unit where news is written so."""
    if code[:2] not in _WITH_CYRILLIC or code.count(".") != 1:
        return ()
    return tuple(name for name in names if _CYRILLIC.fullmatch(name))[:2]
