"""The entries of a bulletin: paragraphs, bullets and sections under the name of a place.

"Macomia: Insurgents …", "• Quissanga – Three fishermen …", "Rutshuru territory. On 13 May …",
"Machala, 22 Sept. A fight …", or the name alone on its line. Only the text is read here: a style of
heading must come more than once, and whoever knows the names asks which of the headings are places
(``of_places``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from geo.language.almanac import WEEKDAYS, alternatives
from geo.language.text import paragraphs
from geo.language.words import words
from geo.model import Span

__all__ = ["Entry", "entries", "hours", "of_places"]

LEAST = 2
"""Entries that make a bulletin: one alone is a speaker, a caption or a dateline."""
PLACES_AMONG = 0.5
"""Share of the headings that must be places, so that the others only part what stands between."""
LINE = "line"
"""The sign of a heading that has a line of its own."""
SPOKEN = 3
"""Times that a label comes again when it is a speaker's; two notes may be on one town."""
HOURS = 3
"""Paragraphs that begin with an hour and make a running report of a text."""
MEMO = frozenset({"to", "from", "by", "cc", "re", "via", "date", "subject"})
"""What heads the first lines of a letter, not the entries of a bulletin."""
SMALL = 3
"""Letters of the longest word that joins a name: "Deir ez-Zor", "Boucle du Mouhoun"."""
_MONTH = r"[A-Z][a-z]{2,8}\.?"
_CLOCK = r"\d{1,2}[:.]\d{2}(?:[ ]?[ap]\.?m\.?|[ ]?h(?:rs)?\.?)?"
# "05.02 - 17:40" of a police log, "18 Feb", "Tuesday, Feb. 13, overnight".
_LOGGED = rf"\d{{1,2}}\.\d{{1,2}}\.?,?[ ]?[–-]?[ ]?{_CLOCK}"
_DATED = (
    rf"(?:[A-Z][a-z]{{2,8}}day,?[ ])?(?:[Nn]ight[ ]of[ ])?"
    rf"(?:(?:\d{{1,2}}(?:[ ]to[ ]|[ ]?[–/-][ ]?))?\d{{1,2}}[ ]{_MONTH}|{_MONTH}[ ]\d{{1,2}})"
    rf"(?:,[ ](?:overnight|morning|afternoon|evening|night|(?:at[ ])?{_CLOCK}))?"
)
# "Sunday, Tolmen. …", "Monday night: Tolmen".
_WEEKDAY = (
    rf"{alternatives(day.capitalize() for day in WEEKDAYS)}"
    r"(?:[ ](?:morning|afternoon|evening|night))?"
)
# "15:40 | Tolmen", "12:10 – Tolmen: …" of a running report.
_TIMED = rf"{_CLOCK}[ ]?[|–—:-][ ]"
_HEADING = re.compile(
    r"(?P<bullet>[•·▪■●◦*–—-][ \t\u00a0]*|\(?\d{1,2}[.)][ \t\u00a0]+)?"
    rf"(?P<bracket>\[)?(?P<dated>{_DATED}[,;][ ]|{_WEEKDAY}[,;:][ ]|{_TIMED})?(?:The[ ])?"
    r"(?P<label>[^\W\d_][^\n:.;!?()\"“”–—\d]{1,47}?)(?P<more>[ ]?\([^()\n]{2,40}\)|"
    rf"(?:,[ ][^\n,:;!?]{{2,40}}){{1,2}}(?=,[ ](?:{_LOGGED}))|"
    r"(?<=\w),[ ][^\n,:;!?\]]{2,40}(?=\]))?"
    rf"(?P<day>,[ ](?:\d{{1,2}}[ ]{_MONTH}|{_MONTH}[ ]\d{{1,2}})(?=[.:–—-]|[ ][–—-])|"
    rf",[ ]{_LOGGED})?"
    r"(?P<sign>\](?=\s)|:(?=[\s])|\.?[ ]?[–—](?=\s)|\.-(?=\s)|[ ]--?(?=\s)|"
    r"\.(?=\s+[A-Z0-9\"“‘])|(?=\.?\s*\Z))"
)
_HOURS = frozenset({"morning", "afternoon", "evening", "night"})
# Prose has a word that no name has before the first sign: that is told in a tenth of the time.
_PROSE = re.compile(r"[A-Z][^\n:.;!?()\"“”–—\d,\[\]-]*?[ ]([a-z]{4,})\b")
# "10:30 – Tolmen counts its dead", "10:30 Tolmen counts its dead", a line of its own.
_HEADLINE = re.compile(rf"(?:{_TIMED}|{_CLOCK}[ ])(?P<said>[A-Z][^\n]{{8,110}}[^\s.!?:…])\s*\Z")
# "15:40 – In Tolmen the road is still shut. …": prose, of which the first sentence is looked at.
_TOLD_AT = re.compile(
    rf"(?:{_TIMED}|(?:\*\*)?{_CLOCK}(?:\*\*)?[ ])(?P<said>[A-Z\"“][^\n.!?]{{8,200}}[.!?])(?=\s|\Z)"
)
_BEGINS_AT = re.compile(
    r"(?:\*\*)?([01]?\d|2[0-3])[:.][0-5]\d(?:[ ]?([ap])\.?m\b\.?|(?![\d.]))(?:\*\*)?:?[ ]",
    re.IGNORECASE,
)
NOON = 12
_PARTED = re.compile(r"[ ]?[,/&(]|[ ](?:and|of)[ ]|[ ](?P<sort>[\w-]+)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A stretch of text under its heading.

    ``label`` is the name that it begins with, ``heading`` also what stands in brackets behind it,
    ``span`` all of it, up to the next entry; ``headline`` tells that the label is a sentence, which
    may name a place anywhere.
    """

    label: Span
    heading: Span
    span: Span
    headline: bool = False


@dataclass(frozen=True, slots=True)
class _Style:
    """How a heading is set apart: by a bullet in front, and by what stands behind it."""

    bullet: bool
    sign: str

    def is_like(self, other: _Style) -> bool:
        """Tell whether two headings of a line of text can stand in one list."""
        return self.bullet == other.bullet and self.sign != LINE


@dataclass(frozen=True, slots=True)
class _Heading:
    label: Span
    whole: Span
    style: _Style


# Names, their links and the incidents are read by three stages.
@lru_cache(maxsize=4)
def entries(text: str) -> tuple[Entry, ...]:
    r"""Return the entries of a bulletin, none for other texts.

    Examples
    --------
    >>> text = "Tolmen: A bomb went off.\n\nGaldor: Two men were shot.\n\nThis note is weekly."
    >>> [(one.label.of(text), one.span.of(text)) for one in entries(text)]
    [('Tolmen', 'Tolmen: A bomb went off.'), ('Galdor', 'Galdor: Two men were shot.')]
    """
    pieces = paragraphs(text)
    told = ((at, _heading(text, piece)) for at, piece in enumerate(pieces))
    found = {at: heading for at, heading in told if heading is not None}
    styles = Counter(heading.style for heading in found.values())
    clocked = tuple(_clocked(text, pieces))
    if len(clocked) > len(found):
        return clocked
    if not styles or styles.most_common(1)[0][1] < LEAST:
        return tuple(_headlines(text, pieces))
    style = styles.most_common(1)[0][0]
    begun = [at for at, heading in found.items() if heading.style == style]
    if style.sign == LINE:  # one name right behind another: a list and no headings
        begun = [at for at in begun if at + 1 < len(pieces) and at + 1 not in begun]
    labels = Counter(found[at].label.of(text).lower() for at in begun)
    if (
        len(labels) < LEAST
        or max(labels.values()) >= SPOKEN
        or len(labels) <= len(begun) * PLACES_AMONG
    ):
        return ()  # the speakers of an interview come again and again
    if style.sign != LINE:  # "Demonstrations: …" behind "Cauca. …" and "Nariño. …" parts them too
        begun = [at for at, heading in found.items() if heading.style.is_like(style)]
    return tuple(_cut(pieces, begun, found))


def _headlines(text: str, pieces: Sequence[Span]) -> Iterator[Entry]:
    """Yield the entries of a running report, each under an hour and a headline."""
    told = [_HEADLINE.match(text, piece.start, piece.end) for piece in pieces]
    begun = [at for at, match in enumerate(told) if match is not None]
    if len(begun) < LEAST:
        return
    for here, end in zip(begun, (*begun[1:], len(pieces)), strict=True):
        match = told[here]
        assert match is not None
        said = Span(*match.span("said"))
        yield Entry(said, said, Span(pieces[here].start, pieces[end - 1].end), headline=True)


def _clocked(text: str, pieces: Sequence[Span]) -> Iterator[Entry]:
    """Yield the entries of a running report whose paragraphs begin with an hour: "15:40 – In …"."""
    told = [_TOLD_AT.match(text, piece.start, piece.end) for piece in pieces]
    begun = [at for at, match in enumerate(told) if match is not None]
    if len(begun) < HOURS:
        return
    for here, end in zip(begun, (*begun[1:], len(pieces)), strict=True):
        match, under = told[here], _heading(text, pieces[here])
        assert match is not None
        said = under.label if under is not None else Span(*match.span("said"))
        whole = Span(pieces[here].start, pieces[end - 1].end)
        yield Entry(said, said, whole, headline=under is None)


def hours(text: str) -> tuple[int, ...]:
    r"""Return the hours that the entries of a running report begin with, in its order.

    Examples
    --------
    >>> hours("12.40 – Emali: Calm.\n\n11:05 – Nairobi: Calm.\n\n09:10 – Good morning.")
    (12, 11, 9)
    """
    told = (_BEGINS_AT.match(text, piece.start, piece.end) for piece in paragraphs(text))
    found = tuple(_hour(match) for match in told if match is not None)
    return found if len(found) >= HOURS else ()


def _hour(told: re.Match[str]) -> int:
    """Return the hour of a clock: 13 for "1.05pm"."""
    half = (told[2] or "").lower()
    return int(told[1]) % NOON + (NOON if half == "p" else 0) if half else int(told[1])


def _cut(
    pieces: Sequence[Span], begun: Sequence[int], found: Mapping[int, _Heading]
) -> Iterator[Entry]:
    """Cut a text at its headings; the last entry is no longer than the longest of the others."""
    longest = max(following - here for here, following in pairwise(begun))
    ends = (*begun[1:], min(begun[-1] + longest, len(pieces)))
    for here, end in zip(begun, ends, strict=True):
        told = found[here]
        yield Entry(told.label, told.whole, Span(pieces[here].start, pieces[end - 1].end))


def _heading(text: str, piece: Span) -> _Heading | None:
    """Return the heading that a paragraph begins with."""
    prose = _PROSE.match(text, piece.start, piece.end)
    if prose is not None and prose[1] not in _HOURS | words().sorts:
        return None
    match = _HEADING.match(text, piece.start, piece.end)
    if match is None or not _is_name(match["label"]):
        return None
    label = Span(*match.span("label"))
    end = match.end("more") if match["more"] else label.end
    sign = match["sign"].strip() or LINE
    style = _Style(bool(match["bullet"]), sign if sign in {":", ".", "]", LINE} else "-")
    return _Heading(label, Span(label.start, end), style)


def _is_name(label: str) -> bool:
    """Tell whether all words are capitalised but those that say a sort, or join a name."""
    told = [word for word in re.split(r"[\s/,&’'-]+", label) if word]
    if not told or not told[0][0].isupper() or label.lower() in MEMO:
        return False
    known = words()
    return all(w[0].isupper() or len(w) <= SMALL or w in known.sorts for w in told)


def of_places(text: str, cut: Sequence[Entry], names: Sequence[Span]) -> dict[Entry, int]:
    """Return which name each entry is headed by, by its position; none if few of them are places.

    Parameters
    ----------
    text
        The text.
    cut
        Its entries.
    names
        Where names of places stand in it, in order.
    """
    if not cut:
        return {}
    if any(entry.headline for entry in cut):
        return _of_headlines(cut, names)
    starts = {span.start: at for at, span in enumerate(names)}
    found = {
        entry: starts[entry.label.start]
        for entry in cut
        if entry.label.start in starts and _heads(text, entry, names[starts[entry.label.start]])
    }
    # "Tolmen (Galdor). …", of which only the town in brackets is known.
    found |= {
        entry: at
        for entry in cut
        for at, span in enumerate(names)
        if entry not in found and entry.label.end < span.start < entry.heading.end
    }
    places = {entry.label.of(text).lower() for entry in found}
    enough = len(places) >= LEAST and len(found) >= PLACES_AMONG * len(cut)
    return found if enough else {}


def _of_headlines(cut: Sequence[Entry], names: Sequence[Span]) -> dict[Entry, int]:
    """Return the first place that each headline names; an hour begins an entry without one too."""
    inside = ((entry, [n for n, at in enumerate(names) if entry.label.covers(at)]) for entry in cut)
    return {entry: found[0] for entry, found in inside if found}


def _heads(text: str, entry: Entry, name: Span) -> bool:
    """Tell whether a name is all of a label, but for its sort and for a second name."""
    if name.end >= entry.label.end:
        return True
    rest = _PARTED.match(text, name.end, entry.label.end)
    if rest is None:
        return False
    return rest["sort"] is None or rest["sort"].lower() in words().sorts
