"""What a sentence calls untrue: "described as false a report that …", "rumours of … were baseless".

"Denied that" and "dismissed reports of" stand before a deed and are read with its clause
(``geo.events.factuality``). Here the judgement stands apart from it: at the end of the sentence,
before the report, or in a sentence of its own ("no such attack took place").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from geo.language.late import late
from geo.language.sought import Sought
from geo.language.text import small_words
from geo.model import Article, Report, Span, Status

__all__ = ["is_refuted", "withdrawn"]

REACH = 4
"""Sentences before "no such attack took place" of which one tells what did not."""
_KEYS = (
    "fals", "fake", "true", "baseless", "found", "fabricat", "mislead", "hoax", "lie", "rumo",
    "incorrect", "inaccura", "fict", "groundless", "nonsense", "mischie", "bogus", "debunk",
    "invent", "truth", "informat", "substance", "brush", "scotch", "initially", "at first",
    "mistak", "first reported", "cold water", "quash", "dispel", "propaganda",
    "no evidence", "no proof", "no sign", "no indication",
)  # fmt: skip
"""Parts of a word without which no expression for what is untrue need be tried."""
_REPORT = (
    r"(?:(?:news|media|press|viral|social\s+media|online|unverified|earlier)\s+)?"
    r"(?:reports?|claims?|rumou?rs?|stor(?:y|ies)|posts?|messages?|videos?|clips?|allegations?|"
    r"publications?|accounts?|assertions?|statements?|accusations?|suggestions?|information|speculation)"
)
_UNTRUE = (
    r"[\"“‘']?(?:(?:totally|completely|entirely|absolutely|utterly|simply|pure|outright|patently|also|both)\s+)?"
    r"(?:false(?:hoods?)?|fake(?:\s+news)?|untrue|not\s+true|baseless|unfounded|fabricat(?:ed|ions?)|misleading|"
    r"hoax(?:es)?|an?\s+(?:\w+\s+)?(?:hoax|lie|fabrication|rumou?r|falsehood)|(?:all\s+)?lies|fictitious|"
    r"incorrect|inaccurate|groundless|nonsense|mischievous|bogus|without\s+foundation|(?:an?\s+)?inventions?|"
    r"(?:only\s+|mere(?:ly)?\s+|just\s+)rumou?rs?|figments?|(?:dis|mis)information|(?:\w+\s+)?propaganda|"
    r"(?:mere\s+|pure\s+)?(?:hearsay|gossip|fiction|fantasy|speculation))\b"
)
_CALL = (
    r"\b(?:describ(?:e|es|ed|ing)|brand(?:s|ed|ing)?|label(?:s|led|ed|ling)?|call(?:s|ed|ing)?|"
    r"term(?:s|ed|ing)?|tag(?:s|ged)?|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|denounc(?:es?|ed|ing)|"
    r"declar(?:es?|ed|ing)|slam(?:s|med)?|condemn(?:s|ed)?|flag(?:s|ged)?|deem(?:s|ed)?|"
    r"characteri[sz](?:es?|ed))"
)
_CLAUSE = r"(?:(?!\b(?:but|although|while)\b)[^;:])*"
_THAT = r"(?:that|of|about|saying|claiming|alleging|suggesting|which)"
_BEFORE = Sought(
    rf"{_CALL}\s+(?:as\s+)?{_UNTRUE}{_CLAUSE}\b{_REPORT}\s+(?:[\w’'-]+\s+){{0,6}}?{_THAT}\b{_CLAUSE}$"
    rf"|\b(?:not|un)\s*true\s+that\b{_CLAUSE}$"
    rf"|\bno\s+(?:\w+\s+)?(?:evidence|proof|sign|indication)s?\s+(?:at\s+all\s+)?(?:that\s{_CLAUSE}|of\s+(?:an?\s+|any\s+)?)$"
    rf"|\b(?:false|fake|fabricated|bogus|unfounded|baseless|debunked)\s+{_REPORT}\s+"
    rf"(?:[\w’'-]+\s+){{0,6}}?{_THAT}\b{_CLAUSE}$"
)
_SWEPT_ASIDE = Sought(
    rf"(?:\b(?:brush|sweep|swept|wav|shrugg|laugh|scotch|pour|quash|quell|dispel|squash|play|knock|shot|bat|bats|allay)"
    rf"(?:e[sd]?|ing|ed|led|ted|s)?\s+(?:aside|off|away|down|cold\s+water\s+on)?\s*(?:[\w’'-]+\s+){{0,3}}?|"
    rf"\bno\s+(?:\w+\s+)?(?:truth|substance|basis|foundation)\s+(?:[\w-]+\s+){{0,2}}?(?:to|in|for|behind)\s+(?:[\w-]+\s+){{0,3}}?)"
    rf"{_REPORT}\s+(?:[\w’'-]+\s+){{0,6}}?{_THAT}\b{_CLAUSE}$"
)
# "Media first reported a hostage situation, but officers found only a couple arguing".
_AT_FIRST = late(
    r"\b(?:initially|at\s+first|first|originally|earlier|wrongly|mistakenly|erroneously)\s+(?:been\s+)?"
    r"(?:report|believ|thought|fear|suspect|describ|treat|call)\w*\s+(?:[\w’'-]+\s+){0,5}$|"
    r"\b(?:mistook|mistaken|mistaking|mistakes?)\b[^.;]{0,60}\bfor\s+(?:[\w’'-]+\s+){0,3}$"
)
_IN_FACT = re.compile(
    r"^[^.;]{0,60}\b(?:but|until|before|only\s+(?:for|to))\b[^.;]{0,60}\b(?:found\s+(?:only|no|nothing|that\s+it)|"
    r"turned\s+out|proved|(?:was|were)\s+(?:only|in\s+fact|actually|merely|just|really|caused\s+by)|"
    r"no\s+(?:sign|evidence|trace|such)|false\s+alarm|nobody|nothing)\b"
)
_REPORTED = late(rf"\b{_REPORT}\s+(?:[\w’'-]+\s+){{0,6}}?{_THAT}\b{_CLAUSE}$")
_BEHIND = late(
    rf"^{_CLAUSE}?\b(?:(?:is|are|was|were|be|been|as|proved|proven|turned\s+out|found)\s+"
    rf"(?:to\s+be\s+)?(?:[\w-]+,?\s+(?:and\s+)?){{0,2}}?){_UNTRUE}"
)
# "Called reports that rebels had taken the port a lie".
_CALLED = late(rf"{_CALL}\s+(?:the\s+)?{_REPORT}\s+(?:[\w’'-]+\s+){{0,4}}?{_THAT}\b{_CLAUSE}$")
_WHAT = late(rf"^{_CLAUSE}?\s(?:as\s+)?{_UNTRUE}")
_NO_SUCH = late(
    r"\b(?:no\s+such\s+(?:\w+\s+)?(?:attacks?|incidents?|things?|events?|killings?|shootings?|explosions?|"
    r"abductions?|kidnapp?ings?|clash(?:es)?|raids?|protests?|strikes?|operations?|cases?)\b"
    r"|nothing\s+of\s+(?:the\s+(?:kind|sort)|that\s+sort)\s+(?:ever\s+)?(?:happened|occurred|took\s+place))",
    re.IGNORECASE,
)
_NEEDS_NO_SUCH = frozenset({"no", "nothing"})
# "An audio clip claiming that five pupils were taken": in an article that opens with its debunking.
OPENING = 4
"""Sentences in which an article says what it is about."""
_DEBUNKED = re.compile(
    r"\b(?:rumou?rs?|hoax|fake|false|falsely|untrue|not\s+true|no\s+truth|baseless|unfounded|fabricat\w+|misleading|"
    r"debunk\w*|(?:dis|mis)information|with\s+contempt|disregard|ignore|doctored|mischievous|old\s+video|unrelated|"
    r"there\s+(?:was|is|were|had\s+been|has\s+been)\s+no\s+(?:such|truth|"
    r"(?:\w+\s+)?(?:attacks?|abductions?|kidnapp?ings?|explosions?|shootings?|killings?|raids?|bombs?|clash(?:es)?|incidents?)))\b"
    r"|^No,?\s(?!(?:end|one|let-?up|sign|word|claim|arrests?|deaths?|casualties|injur)\b)",
    re.IGNORECASE,
)
_CLIP = late(
    r"\b(?:audio|video|clip|recording|voice\s+note|message|post|tweet|rumou?r|forward|whatsapp|facebook|tiktok|telegram|"
    r"flyer|photo|image|notice)s?\b[^.;]{0,80}?\b(?:claim(?:s|ed|ing)?|alleg(?:es|ed|ing)|purport(?:s|ed|ing|edly)?|"
    r"suggest(?:s|ed|ing)?|say(?:s|ing)|said|insist(?:s|ed|ing)|warn(?:s|ed|ing)|that|has\s+an?)\b"
    # "The rumours raced across the island: a ferry blown up, two policemen shot."
    r"|\brumou?rs?\b[^.;]{0,80}:"
)
_HEARSAY = re.compile(
    r"\b(?:reports?|reported(?:ly)?|claim(?:s|ed|ing)?|published|alleg\w+|rumou?rs?|viral|quoting|posts?|posted|"
    r"social\s+media|circulat\w+|stor(?:y|ies))\b",
    re.IGNORECASE,
)


def is_refuted(text: str, sentence: Span, trigger: Span) -> bool:
    """Tell whether a sentence calls the report of a deed untrue.

    Examples
    --------
    >>> text = "Rumours of a shooting in Aurora turned out to be false."
    >>> is_refuted(text, Span(0, len(text)), Span(13, 21))
    True
    >>> text = "Police shot a man over a false report of a burglary."
    >>> is_refuted(text, Span(0, len(text)), Span(7, 11))
    False
    """
    said = sentence.of(text).lower()
    if not any(key in said for key in _KEYS):
        return False
    before = said[: trigger.start - sentence.start]
    if _BEFORE.search(before) or _SWEPT_ASIDE.search(before):
        return True
    behind = said[trigger.end - sentence.start :]
    if at_first := _AT_FIRST.search(before):
        return "mist" in at_first.group() or _IN_FACT.match(behind) is not None
    if _CALLED.search(before) and _WHAT.match(behind):
        return True
    return bool(_REPORTED.search(before) and _BEHIND.match(behind))


def withdrawn(
    article: Article, sentences: Sequence[Span], reports: Iterable[Report]
) -> list[Report]:
    """Return reports, with the hearsay denied that the article says was no such thing.

    Parameters
    ----------
    article
        The article.
    sentences
        Its sentences.
    reports
        What it reports, in the order of the text.
    """
    text, told = article.text, list(reports)
    for at, span in enumerate(sentences if told else ()):
        said = span.of(text)
        if _NEEDS_NO_SUCH.isdisjoint(small_words(said)):
            continue
        if (found := _NO_SUCH.search(said)) is not None:
            near = sentences[max(at - REACH, 0)].start
            told = [
                _denied(r, found.group())
                if near <= r.sentence.start < span.start and _HEARSAY.search(r.quote)
                else r
                for r in told
            ]
    opening = " ".join((article.title or "", *(span.of(text) for span in sentences[:OPENING])))
    if (found := _DEBUNKED.search(opening)) is None:
        return told
    return [_denied(r, found.group()) if _is_of_a_clip(r) else r for r in told]


def _is_of_a_clip(report: Report) -> bool:
    """Tell whether a deed is only what a clip, a post or a rumour claims."""
    before = report.quote[: report.trigger.start - report.sentence.start].lower()
    return not report.verbal and _CLIP.search(before, before.rfind(";") + 1) is not None


def _denied(report: Report, words: str) -> Report:
    because = (*report.because, f"called untrue: '{words.lower()}'")
    return replace(report, status=Status.DENIED, verbal=True, because=because)
