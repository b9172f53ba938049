"""The words of page furniture: share bars, adverts, credits, bylines and the like, as patterns.

``clutter.toml`` lists them; here they are compiled, each with what it needs around it. Where on a
page they count is known to ``geo.language.clutter``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from geo.language.almanac import MONTHS, WEEKDAYS, alternatives

__all__ = ["LONGEST_LINK", "Rules", "rules"]

LONGEST_LINK = 200  # characters of a headline behind "Read more:"
LONGEST_HEAD = 40  # characters behind "More from"
LONGEST_CREDIT = 80  # characters behind "Photo:"
LONGEST_SIGNATURE = 600  # characters of "(Reporting by …; Editing by …)"
_CAPITAL = "A-Z\u00c0-\u00de\u0100-\u024f\u0391-\u03a9\u0400-\u042f"
_NAME_WORD = rf"(?:[{_CAPITAL}]\.|[{_CAPITAL}][\w'’-]{{1,30}})"
_SHOUTED = rf"[{_CAPITAL}][{_CAPITAL}'’-]{{1,30}}(?!\w)"
_PARTICLE = r"(?:(?:de|van|der|von|al|bin|el)[ -]){0,2}"
# At most four words where a mark ends the name; where prose goes on, only first and last name.
_NAME = (
    rf"(?:{_SHOUTED}(?: {_SHOUTED})?(?= *(?:[/)\],.;|]|$))"
    rf"|{_NAME_WORD}(?: {_PARTICLE}{_NAME_WORD}){{1,3}}(?= *(?:[/)\],.;|]|$))"
    rf"|{_NAME_WORD}(?: {_PARTICLE}(?!{_SHOUTED}){_NAME_WORD})?)"
)
_AUTHOR = rf"{_NAME_WORD}(?: {_PARTICLE}{_NAME_WORD})?"


@dataclass(frozen=True, slots=True)
class Rules:
    """The vocabulary as patterns; openers, closers, insides and tokens come with their kind."""

    openers: tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None], ...]
    closers: tuple[tuple[str, re.Pattern[str]], ...]
    insides: tuple[tuple[str, re.Pattern[str]], ...]
    tokens: tuple[tuple[str, re.Pattern[str]], ...]
    lines: dict[str, str]
    label: re.Pattern[str]
    heads: re.Pattern[str]
    bracketed: re.Pattern[str]
    strong: re.Pattern[str]
    weak: re.Pattern[str]
    filler: re.Pattern[str]
    agency: re.Pattern[str]
    signed: re.Pattern[str]
    credits: tuple[re.Pattern[str], ...]
    byline: re.Pattern[str]
    signature: re.Pattern[str]
    connectors: frozenset[str]
    never_names: frozenset[str]


@cache
def rules() -> Rules:
    """Return the vocabulary that comes with the package, compiled once."""
    source = resources.files("geo.language").joinpath("clutter.toml").read_text(encoding="utf-8")
    table: dict[str, Any] = tomllib.loads(source)
    share, photo, byline = table["share_bar"], table["photo_credit"], table["byline"]
    agencies = _either(table["agency"]["names"])
    return Rules(
        openers=tuple(
            (row["kind"], _starting(row["opens"]), _word_of(row.get("needs", ())))
            for row in table["opener"]
        ),
        closers=tuple((row["kind"], _ending(row["closes"])) for row in table["closer"]),
        insides=tuple((row["kind"], re.compile(_either(row["holds"]))) for row in table["inside"]),
        tokens=tuple(
            (row["kind"], re.compile(rf"(?<!\w){_either(row['tokens'])}(?!\w)"))
            for row in table["token"]
        ),
        lines={name.casefold(): row["kind"] for row in table["line"] for name in row["lines"]},
        label=_label(table["label"]["labels"]),
        heads=_heads(table),
        bracketed=_bracketed(table["label"]["labels"]),
        strong=re.compile(rf"{_either(share['strong'])}(?!\w)"),
        weak=re.compile(rf"{_either(share['weak'])}(?![\w'’])"),
        filler=_filler(share["filler"]),
        agency=_agency_line(agencies),
        signed=re.compile(rf"[(\[]{agencies}[)\]](?= ?[—–-]|$)", re.MULTILINE),
        credits=tuple(_credit_patterns(photo)),
        byline=re.compile(rf"{_either(byline['roles'])}:? +"),
        signature=_signature(byline["roles"]),
        connectors=frozenset(byline["connectors"]),
        never_names=frozenset(byline["never_names"]) | MONTHS.keys() | WEEKDAYS.keys(),
    )


def _either(phrases: Iterable[str]) -> str:
    """Return an alternation of phrases as written or in capitals, the longest first."""
    both = {form for phrase in phrases for form in (phrase, phrase.upper())}
    longest_first = sorted(both, key=lambda phrase: (-len(phrase), phrase))
    escaped = (re.escape(phrase).replace(r"\ ", " ") for phrase in longest_first)
    return "(?:" + "|".join(one.replace("'", "['’]") for one in escaped) + ")"


def _starting(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"{_either(phrases)}(?!\w)")


def _word_of(words: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w){_either(words)}(?!\w)") if words else None


def _ending(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"{_either(phrases)}(?: (?:from|in) [^.]{{2,60}})?[.)]*$")


def _label(labels: Sequence[str]) -> re.Pattern[str]:
    every = _either((*labels, *map(_titled, labels)))
    shouted = _either(label.upper() for label in labels if " " in label)
    return re.compile(rf"(?:{every} ?[:»>|]|{shouted}(?!\w)|{every}$)")


def _titled(label: str) -> str:
    """Write all words with a capital: "Also Read"."""
    return " ".join(word[:1].upper() + word[1:] for word in label.split())


def _heads(table: dict[str, Any]) -> re.Pattern[str]:
    """Return what a line is that heads a list of links."""
    told = [re.escape(head) for head in (*table["label"]["labels"], *table["list"]["heads"])]
    more = [
        rf"{re.escape(head)} [^.!?]{{2,{LONGEST_HEAD}}}" for head in table["list"]["open_heads"]
    ]
    return re.compile(rf"(?:{'|'.join((*told, *more))})", re.IGNORECASE)


def _bracketed(labels: Sequence[str]) -> re.Pattern[str]:
    every = _either((*labels, *map(_titled, labels)))
    return re.compile(
        rf"\[{every} ?[:»>|][^\[\]\n]{{3,{LONGEST_LINK}}}\]"
        rf"|\({every} ?[:»>|][^()\n]{{3,{LONGEST_LINK}}}\)"
        # The blocks of links of one large site say where they begin and end.
        r"|^list of [0-9]+ items?[ ]*$(?s:.{0,1000}?)^end of list[ ]*$",
        re.MULTILINE,
    )


def _agency_line(agencies: str) -> re.Pattern[str]:
    several = rf"{agencies}(?:(?:[/,&]|,? and|\s)\s*{agencies})*"
    return re.compile(rf"[(\[—–-]*\s*(?:[Ss]ource: *)?{several}\s*[)\]]?\.?")


def _filler(words: Iterable[str]) -> re.Pattern[str]:
    named = rf"(?:{alternatives(MONTHS)}|{alternatives(WEEKDAYS)})\b\.?"
    plain = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?:[0-9][0-9.:/T+-]*|(?:{plain})(?!\w)|{named})", re.IGNORECASE)


def _credit_patterns(photo: dict[str, Any]) -> Iterator[re.Pattern[str]]:
    longest_first = sorted(photo["sources"], key=lambda name: (-len(name), name))
    source = "(?:" + "|".join(re.escape(name) for name in longest_first) + r")(?!\w)"
    tail = rf"(?:[/,] ?(?:{source}|{_either(photo['tails'])}(?!\w)|{_NAME}(?=[/)]))){{0,4}}"
    end = rf"{tail}(?: via {source})?\.?"
    labels = _either(photo["labels"])
    yield re.compile(rf"(?<![\w/]){source}/{_NAME}{end}", re.MULTILINE)
    yield re.compile(rf"(?<![\w/]){_AUTHOR} ?/ ?{source}{end}")
    yield re.compile(r"(?<=[(\[])(?:AP Photo|AFP Photo|Getty Images)(?=[)\]])")
    yield re.compile(rf"(?<!\w){source} via {source}\.?")
    yield re.compile(rf"(?<=[(\[]){labels}(?::| by) ?[^()\[\]\n\r]{{2,{LONGEST_CREDIT}}}(?=[)\]])")
    yield re.compile(
        rf"(?:^|(?<=[.!?] )|(?<=[.!?]['\"”’] )){labels}(?:: ?| by )(?:{source}|{_NAME}){end}$",
        re.MULTILINE,
    )
    yield re.compile(rf"(?:^|(?<=[.(] )|(?<=\()){_either(photo['announcements'])}:?", re.MULTILINE)


def _signature(roles: Iterable[str]) -> re.Pattern[str]:
    told = _either(role for role in roles if role != "By")
    return re.compile(rf"\((?:{told})(?!\w)[^()]{{0,{LONGEST_SIGNATURE}}}(?:\)|\Z)")
