"""Page furniture inside an article: share bars, adverts, credits, bylines, copyright lines.

Copied news carries what stood around it on the page, and that names places too ("updates on
Russia's war in Ukraine"). Here it is marked, never removed. Precision comes first: a phrase counts
only in the position in which pages put it, because a sentence marked by mistake is an incident
lost. The words of pages are in ``geo.language.furniture``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from geo.language import furniture
from geo.language import text as prose
from geo.language.furniture import LONGEST_LINK, Rules
from geo.model import Clutter, Span

__all__ = ["find", "is_in"]

LONGEST_ADVERT = 400  # characters: the longest sentence a page says about itself
LONGEST_LINE, MIN_LINK = 120, 8  # characters of a headline in a list of links
MOST_LINKS = 12  # in one list of links
LONGEST_BYLINE = 160  # characters of a line of names
MOST_BUTTONS = 40  # in one share bar, dates and numbers between them included
MOST_NAME_WORDS = 16  # in a byline, agencies and towns included
BYLINE_LINES = 8  # from either end of the text; between them "By Land and Sea" is a heading

_LINE = re.compile(r"[^\n\r\u2028\u2029]++")
_COPYRIGHT = re.compile(
    r"(?:©|\bCopyright (?=©|\([cC]\)|[0-9]{4})|\bCOPYRIGHT (?=©|\(C\)|[0-9]{4}))[^\n\r]{0,300}"
)
_RESERVED = re.compile(r"\ball rights reserved(?=[.!]|\s*$)[.!]?", re.IGNORECASE | re.MULTILINE)
_LEADERS = re.compile(r"[\s>*•●■▶►|»–—-]*")
_TRIMMED = "()[]{}<>*_=|•·~–—- \t\u00a0:.…"
_BUTTON_GAP = re.compile(r"(?:[^\S\n\r]|[|·•,:()/–—-])*")
_DASH = re.compile(r"(?:--+|[—–\n])\s*")
_CLIP = re.compile(r"[0-9]:[0-9]{2} (?=[^\W\d_]|[\"'“‘0-9])(?![ap]\.?m\b)", re.IGNORECASE)
_HOUR = re.compile(r"[0-9]{2}[:.][0-9]{2} ")  # of a running report, whose entries are no films
_CLIPS = 2  # lines of one list of films: a single "9:15 …" may begin an account
_GOES_ON = re.compile(r"[^\S\n\r]+[^\W\d_A-Z]")


def find(text: str) -> tuple[Clutter, ...]:
    r"""Mark the page furniture, sorted and without overlaps.

    The words of a photo caption are content and stay unmarked; its credit is furniture.

    Examples
    --------
    >>> text = "Police left Brnjak. REUTERS/Jane Doe\n\nShare\nThe road is shut."
    >>> [(part.kind, part.span.of(text)) for part in find(text)]
    [('photo credit', 'REUTERS/Jane Doe'), ('share bar', 'Share')]
    """
    rules = furniture.rules()
    lines = list(_lines(text))
    sentences = [_after_leaders(text, sentence) for sentence in prose.sentences(text)]
    found = [
        *_whole_lines(text, lines, rules),
        *_clips(text, lines),
        *_share_bars(text, lines, sentences, rules),
        *_labels(text, lines, sentences, rules),
        *_lists(text, lines, sentences, rules),
        *_adverts(text, sentences, rules),
        *_credits(text, rules),
        *_bylines(text, lines, rules),
        *_copyright(text, sentences),
    ]
    return tuple(_merged(text, found))


def is_in(parts: Iterable[Clutter], span: Span) -> bool:
    """Tell whether a trigger or sentence is page furniture, or most of it is.

    A credit at its end or the agency in its dateline, "TOLMEN (Reuters) -", leave a sentence prose.

    Examples
    --------
    >>> text = "Rebels shelled Tolmen. REUTERS/Jane Doe"
    >>> [is_in(find(text), part) for part in (Span(0, 22), Span(0, 39), Span(23, 39))]
    [False, False, True]
    """
    met = sum(
        min(p.span.end, span.end) - max(p.span.start, span.start)
        for p in parts
        if p.span.overlaps(span)
    )
    return 2 * met > span.end - span.start


def _lines(text: str) -> Iterator[Span]:
    """Return the lines that say something, without the bullets and blanks around them."""
    for found in _LINE.finditer(text):
        if said := found[0].rstrip():
            yield _after_leaders(text, Span(found.start(), found.start() + len(said)))


def _whole_lines(text: str, lines: Sequence[Span], rules: Rules) -> Iterator[Clutter]:
    for span in lines:
        if span.end - span.start > LONGEST_BYLINE:
            continue
        said = span.of(text)
        if (kind := rules.lines.get(said.strip(_TRIMMED).casefold())) is not None:
            yield Clutter(span, kind)
        elif rules.agency.fullmatch(said):
            yield Clutter(span, "agency")
    for found in rules.signed.finditer(text):
        yield Clutter(Span(*found.span()), "agency")


def _clips(text: str, lines: Sequence[Span]) -> Iterator[Clutter]:
    """Find the lists of films that play beside an article: "0:48 Zoo bear meets snow"."""
    if any(_HOUR.match(text, span.start, span.end) for span in lines):
        return
    told = [span for span in lines if _CLIP.match(text, span.start, span.end)]
    told = [span for span in told if _is_link(span.of(text))]
    if len(told) >= _CLIPS:
        yield from (Clutter(span, "list of films") for span in told)


def _after_leaders(text: str, line: Span) -> Span:
    found = _LEADERS.match(text, line.start, line.end)
    start = found.end() if found else line.start
    return Span(start, line.end) if start < line.end else line


def _share_bars(
    text: str, lines: Sequence[Span], sentences: Sequence[Span], rules: Rules
) -> Iterator[Clutter]:
    ends = {line.start: line.end for line in lines}
    starts = sorted({*ends, *(sentence.start for sentence in sentences)})
    for start in starts:
        if (span := _buttons(text, start, ends.get(start), rules)) is not None:
            yield Clutter(span, "share bar")


def _buttons(text: str, start: int, line_end: int | None, rules: Rules) -> Span | None:
    """Read a run of buttons; dates and numbers may stand between them."""
    at, last, strong = start, start, False
    for _ in range(MOST_BUTTONS):
        is_strong = rules.strong.match(text, at)
        button = is_strong or rules.weak.match(text, at)
        found = button or rules.filler.match(text, at)
        if found is None:
            break
        strong = strong or is_strong is not None
        last = found.end() if button else last
        gap = _BUTTON_GAP.match(text, found.end())
        at = gap.end() if gap else found.end()
        if line_end is not None and at >= line_end:
            return Span(start, line_end) if last > start else None
    return Span(start, last) if strong and not _GOES_ON.match(text, last) else None


def _labels(
    text: str, lines: Sequence[Span], sentences: Sequence[Span], rules: Rules
) -> Iterator[Clutter]:
    """Find "Read more:" and the headline behind it, up to the end of the line or sentence."""
    ends = [sentence.end for sentence in sentences]
    begun = {sentence.start for sentence in sentences}
    in_wrapped = [
        Span(line.start, min(line.end, ends[bisect_right(ends, line.start)]))
        for line in lines
        if line.start not in begun
    ]
    for span in (*sentences, *in_wrapped):
        found = rules.label.match(text, span.start, span.end)
        if found:
            fits = span.end - span.start <= LONGEST_LINK
            yield Clutter(span if fits else Span(*found.span()), "read more")


def _lists(
    text: str, lines: Sequence[Span], sentences: Sequence[Span], rules: Rules
) -> Iterator[Clutter]:
    """Find the lists of links under a line of their own: "Related news", "More from this page"."""
    for found in rules.bracketed.finditer(text):
        yield Clutter(Span(*found.span()), "read more")
    prose_from = next((s.end for s in sentences if text[s.end - 1] in ".!?"), len(text))
    for number, head in enumerate(lines):
        said = head.of(text).strip(_TRIMMED)
        if head.start < prose_from or not rules.heads.fullmatch(said):
            continue
        behind = lines[number + 1 : number + 1 + MOST_LINKS]
        links = list(takewhile(lambda line: _is_link(line.of(text)), behind))
        if links:
            yield Clutter(Span(head.start, links[-1].end), "read more")


def _is_link(said: str) -> bool:
    """Tell whether a line can be a headline: it is short, and no sentence."""
    told = said.rstrip("\"”’'")
    opens = next((letter for letter in said if letter.isalnum()), "")
    short = MIN_LINK <= len(said) <= LONGEST_LINE
    return short and told[-1:] not in {".", "!", "…", ":", ";", ","} and not opens.islower()


def _adverts(text: str, sentences: Sequence[Span], rules: Rules) -> Iterator[Clutter]:
    for kind, token in rules.tokens:
        yield from (Clutter(Span(*found.span()), kind) for found in token.finditer(text))
    for span in sentences:
        if span.end - span.start > LONGEST_ADVERT:
            continue
        said = span.of(text)
        if (advert := _advert(said, rules)) is not None:
            yield Clutter(span, advert)
        elif (credited := _closing(said, rules)) is not None:
            kind, skipped = credited
            yield Clutter(Span(span.start + skipped, span.end), kind)


def _advert(said: str, rules: Rules) -> str | None:
    for kind, opens, needs in rules.openers:
        if opens.match(said) and (needs is None or needs.search(said)):
            return kind
    return next((kind for kind, holds in rules.insides if holds.search(said)), None)


def _closing(said: str, rules: Rules) -> tuple[str, int] | None:
    """Return the kind of a sentence that ends in a credit, and where behind a dash it starts."""
    for kind, closes in rules.closers:
        if closes.search(said):
            dash = [found.end() for found in _DASH.finditer(said)]
            return kind, dash[-1] if dash else 0
    return None


def _credits(text: str, rules: Rules) -> Iterator[Clutter]:
    for pattern in rules.credits:
        for found in pattern.finditer(text):
            yield Clutter(_with_brackets(text, Span(*found.span())), "photo credit")


def _with_brackets(text: str, span: Span) -> Span:
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    return Span(span.start - 1, span.end + 1) if before + after in {"()", "[]"} else span


def _bylines(text: str, lines: Sequence[Span], rules: Rules) -> Iterator[Clutter]:
    for found in rules.signature.finditer(text):
        yield Clutter(Span(*found.span()), "byline")
    if text.isupper():
        return  # capitals tell a name only where small letters are used
    middle = range(BYLINE_LINES, len(lines) - BYLINE_LINES)
    for number, span in enumerate(lines):
        if number not in middle and span.end - span.start <= LONGEST_BYLINE:
            role = rules.byline.match(text, span.start, span.end)
            if role and _is_names(text[role.end() : span.end], rules):
                yield Clutter(span, "byline")


def _is_names(said: str, rules: Rules) -> bool:
    """Tell whether a line holds nothing but names and what joins them."""
    words = re.findall(r"[^\s,;|/&()]+", said)
    if not words or len(words) > MOST_NAME_WORDS or said.rstrip()[-1] in "?!:":
        return False
    if rules.agency.fullmatch(said):
        return True
    if words[0].lower().strip(".") in rules.never_names:
        return False
    named = [word for word in words if word.lower() not in rules.connectors]
    return len(words) > 1 and bool(named) and all(word[0].isupper() for word in named)


def _copyright(text: str, sentences: Sequence[Span]) -> Iterator[Clutter]:
    ends = [sentence.end for sentence in sentences]
    for found in _COPYRIGHT.finditer(text):
        end = min(found.end(), ends[bisect_right(ends, found.start())])
        yield Clutter(Span(found.start(), end), "copyright")
    for found in _RESERVED.finditer(text):
        yield Clutter(Span(*found.span()), "copyright")


def _merged(text: str, found: Iterable[Clutter]) -> Iterator[Clutter]:
    """Join what overlaps, and neighbours of one kind with only blanks between them."""
    current: Clutter | None = None
    for part in sorted(found, key=lambda part: (part.span.start, -part.span.end, part.kind)):
        if current is None:
            current = part
        elif _joins(text, current, part):
            end = max(current.span.end, part.span.end)
            current = Clutter(Span(current.span.start, end), current.kind)
        else:
            yield current
            current = part
    if current is not None:
        yield current


def _joins(text: str, one: Clutter, other: Clutter) -> bool:
    if other.span.start < one.span.end:
        return True
    between = text[one.span.end : other.span.start]
    return one.kind == other.kind and not between.strip(" \t\u00a0")
