"""Count the victims of each incident over the whole article that tells of it.

A sentence rarely says all: the headline counts, the lead describes, later paragraphs name and say
who died in hospital. The sentences of an article are dealt out to its incidents: each to the one
that a trigger in it tells of, the others to the one told of before. A ``Ledger`` per incident adds
up, and every report of the incident gets the same figures. History, and figures of a year or of
other cases, stay out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from geo.casualties.counts import told
from geo.casualties.harms import Harm
from geo.casualties.identity import of_hurt
from geo.casualties.ledger import Ledger, Toll
from geo.events.specificity import GENERAL
from geo.events.struggles import TOLL_OF_A_WAR
from geo.language import text as texts
from geo.language.clauses import holding
from geo.lexicon import Lexicon
from geo.linking.passage import hails_from, is_in_care
from geo.linking.remnants import SHARES_VERB
from geo.linking.scenes import Sentence, can_carry
from geo.model import Article, Place, PlaceKind, Report, Span
from geo.reports.divisions import as_own, divided
from geo.reports.foreign import did_before, is_foreign
from geo.reports.mourned import without_mourned
from geo.reports.overviews import before_older, belongs, labelled, of_overview, tells_from
from geo.reports.ownership import FIELDS, OF_KIND, family_of, figures, without_causes
from geo.reports.parts import PART_OF
from geo.reports.shares import share
from geo.reports.threads import (
    DAYS_APART,
    Thread,
    is_another,
    is_elsewhere,
    names_another_town,
    of_report,
)
from geo.toponymy.containers import lies_in

__all__ = ["tell", "whole"]

_REGIONS = frozenset({PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.REGION})
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CALM = frozenset({"strike", "roadblock", "border_closure"})
"""What hurts nobody by itself: victims told before it are of something else."""


def whole(article: Article) -> Toll:
    """Count the victims of an article that tells of one incident.

    Examples
    --------
    >>> text = "Two men were shot on Friday. One of them, Bo Lind, 24, died in hospital."
    >>> {name: count.minimum for name, count in whole(Article("a", text)).stated().items()}
    {'killed': 1, 'injured': 1}
    """
    ledger = Ledger()
    ledger.add(_headline(article), 0, headline=True)
    first = True
    for span in texts.sentences(article.text):
        harms = told(span.of(article.text))
        if not harms or belongs(article, span, first=first):
            ledger.add(harms, span.start)
        first = first and not harms
    return ledger.toll()


def _headline(article: Article) -> tuple[Harm, ...]:
    """Read the headline, unless it speaks of another year: "Man jailed for 2016 killing of two"."""
    if not article.title or _tells_history(article):
        return ()
    return told(article.title, headline=True)


def _tells_history(article: Article) -> bool:
    years = (int(year) for year in _YEAR.findall(article.title or ""))
    day = article.published
    return day is not None and any(year < day.year - 1 for year in years)


def tell(
    article: Article,
    sentences: Sequence[Sentence],
    reports: Sequence[Report],
    lexicon: Lexicon,
    headings: Iterable[int] = (),
) -> list[Report]:
    """Give each report of news the figures that the whole article has of its incident.

    Parameters
    ----------
    article
        The article.
    sentences
        Its sentences, in order.
    reports
        What was read in them.
    lexicon
        The kinds, which say what figures a report can own.
    headings
        Paragraphs with a heading or dateline of their own: each begins anew.

    Returns
    -------
    The reports in the same order. What only background or talk says is left as it is.
    """
    families = [family_of(report, lexicon) for report in reports]
    if not any(families):
        return list(reports)
    begun = sorted({*headings, *labelled(article, sentences)})
    under = [bisect_right(begun, sentence.paragraph) for sentence in sentences]
    harmless = frozenset(
        n for n, kind in lexicon.kinds.items() if kind.family not in FIELDS and n not in OF_KIND
    )
    title = _headline(article)
    threads = _dealt(article, sentences, reports, families, title, under, harmless)
    if sum(thread.ledger.is_told for thread in threads) > 1:
        # What the headline counts is all of them together.
        threads = _dealt(article, sentences, reports, families, (), under, harmless)
    overall = of_overview(article, sentences)
    if overall is not None:
        rest = [s for s in sentences if s.span != overall]
        parts = _dealt(
            article, rest, reports, families, (), _without(under, sentences, overall), harmless
        )
        if sum(thread.ledger.is_told for thread in parts) > 1:
            threads = parts  # what the lead counts is all of them together
    result = list(reports)
    if (division := divided(article, sentences)) is not None:
        rest = [s for s in sentences if s.span != division.lead]
        kept = _without(under, sentences, division.lead)
        threads = _dealt(article, rest, reports, families, (), kept, harmless, division.parts)
        result = [
            _summed(r) if r.sentence == division.lead and _is_sum(article.text, r, family) else r
            for r, family in zip(reports, families, strict=True)
        ]
    for thread in threads:
        for at, told_now in figures(thread, reports, families, sentences):
            if any(getattr(result[at], name) is not count for name, count in told_now.items()):
                result[at] = replace(
                    result[at],
                    killed=told_now["killed"],
                    injured=told_now["injured"],
                    arrested=told_now["arrested"],
                    missing=told_now["missing"],
                )  # nothing to copy else: most reports hurt nobody
    return result


def _is_sum(text: str, report: Report, family: str) -> bool:
    """Tell whether a report counts the dead itself: what stands beside it is news of its own."""
    if family != "violence":
        return False
    clause = holding(text, report.sentence, report.trigger).span
    return any(harm.fate == "killed" for harm in told(clause.of(text)))


def _summed(report: Report) -> Report:
    """Set aside what only tells the sum of the towns told behind it."""
    why = f"{GENERAL}: sums up what is told one by one"
    return replace(report, background=True, because=(*report.because, why))


def _without(under: Sequence[int], sentences: Sequence[Sentence], left: Span) -> list[int]:
    return [head for head, s in zip(under, sentences, strict=True) if s.span != left]


def _dealt(
    article: Article,
    sentences: Sequence[Sentence],
    reports: Sequence[Report],
    families: Sequence[str],
    headline: Iterable[Harm],
    under: Sequence[int],
    harmless: frozenset[str],
    parts: frozenset[Span] = frozenset(),
) -> list[Thread]:
    """Deal the sentences out to the incidents; ``under`` tells which heading each stands under."""
    here: dict[int, list[int]] = {}
    for at, report in enumerate(reports):
        here.setdefault(report.sentence.start, []).append(at)
    dealing = _Dealing(
        article, reports, families, waiting=[(headline, None)], harmless=harmless, parts=parts
    )
    for sentence, heading in zip(sentences, under, strict=True):
        dealing.take(sentence, here.get(sentence.span.start, []), heading)
    return dealing.threads


def _is_a_place(sentence: Sentence, harm: Harm) -> bool:
    """Tell whether who was harmed is a town: "Tolmen was hit by missiles" hurt nobody."""
    start = sentence.span.start
    at = Span(start + harm.start, start + harm.end)
    return any(r.place is not None and r.mention.span == at for r in sentence.resolutions)


@dataclass(slots=True)
class _Dealing:
    """The incidents of an article so far, and where in it what is read stands.

    ``last`` is the incident told of last, ``waiting`` the victims that none has taken up, with
    their sentence if that is not the headline; ``history`` and ``elsewhere`` are paragraphs that
    go on with old deeds, or with a town of which no report was read; ``first`` until victims were
    told; ``day`` is the latest sentence with a date; ``harmless`` are kinds that never have
    victims, such as a patrol; ``parts`` are sentences each with its share of a sum.
    """

    article: Article
    reports: Sequence[Report]
    families: Sequence[str]
    waiting: list[tuple[Iterable[Harm], Sentence | None]]
    threads: list[Thread] = field(default_factory=list)
    last: Thread | None = None
    harmless: frozenset[str] = frozenset()
    parts: frozenset[Span] = frozenset()
    heading: int = 0
    day: Sentence | None = None
    history: int = -1
    elsewhere: int = -1
    first: bool = True

    def take(self, sentence: Sentence, found: Sequence[int], heading: int) -> None:
        """Give the victims of a sentence, in which some reports were found, to their incident."""
        if heading != self.heading:
            # What no incident has taken up under a heading is none of the next one's.
            self.last, self.heading = None, heading
            self.waiting = [early for early in self.waiting if early[1] is None]
        self.day = sentence if sentence.whens else self.day
        text, reports = self.article.text, self.reports
        news = [at for at in found if self.families[at]]
        told_of = [(at, of_report(text, self.threads, reports[at], at, heading)) for at in news]
        if self._is_passed_over(sentence, found, news):
            return
        harms = self._harms(sentence, found)
        opened = any(reports[one.reports[0]].sentence == sentence.span for _, one in told_of)
        if harms is None or (
            harms and not belongs(self.article, sentence.span, first=self.first or opened)
        ):
            return
        if _is_of_war(harms):
            self.history = sentence.paragraph
            return
        self.first = self.first and not harms
        for _, thread in told_of:
            thread.paragraph = sentence.paragraph
        self._credit(sentence, harms, told_of)

    def _is_passed_over(
        self, sentence: Sentence, found: Sequence[int], news: Sequence[int]
    ) -> bool:
        """Tell whether a sentence goes on with old deeds, or with what was elsewhere."""
        if news:
            self.history = self.elsewhere = -1
        elif any(_is_old(self.reports[at]) for at in found):
            if any(map(_is_of_the_hurt, told(sentence.span.of(self.article.text)))):
                return False  # whom the news hurt is no history
            self.history = sentence.paragraph  # until news is told in its paragraph
        if self.history == sentence.paragraph:
            return True
        text, last = self.article.text, self.last
        if not found and last is not None and is_elsewhere(text, sentence, last):
            self.elsewhere = sentence.paragraph  # what it tells there no report was read of
        return self.elsewhere == sentence.paragraph

    def _harms(self, sentence: Sentence, found: Sequence[int]) -> Sequence[Harm] | None:
        """Return what victims a sentence tells of, ``None`` if they are of an older day."""
        said = sentence.span.of(self.article.text)
        harms: Sequence[Harm] = told(said)
        harms = [h for h in before_older(said, harms) if not _is_a_place(sentence, h)]
        if sentence.span in self.parts:
            harms = [as_own(harm) for harm in harms] if found else ()
        if harms and found:
            here, text = [self.reports[at] for at in found], self.article.text
            told_of = [self.families[at] for at in found]
            harms = without_mourned(text, sentence.span, harms, here, told_of)
            harms = without_causes(harms, sentence.span.start, here, told_of)
            is_news = any(told_of)
            harms = [h for h in harms if not did_before(said, h, is_news=is_news)]
            return _here(self.article, sentence, harms, here, self.harmless)
        if harms and self.last is not None and _is_of_older_day(sentence, self.last):
            return None
        return [h for h in harms if not self._is_foreign(sentence, said, h)]

    def _is_foreign(self, sentence: Sentence, said: str, harm: Harm) -> bool:
        last, text = self.last, self.article.text
        if last is None:
            return False
        return is_foreign(said, harm, elsewhere=lambda: names_another_town(text, sentence, last))

    def _credit(
        self, sentence: Sentence, harms: Sequence[Harm], told_of: Sequence[tuple[int, Thread]]
    ) -> None:
        """Put victims to the incidents that a sentence tells of, or to the one before."""
        if told_of:
            self.last = told_of[0][1]
        if self.last is None:
            day = self.day if self.day and self.day.paragraph == sentence.paragraph else sentence
            self.waiting.append((harms, replace(sentence, whens=sentence.whens or day.whens)))
            return
        if not self.last.kinds <= _CALM:
            self._take_up(self.last)
        span = sentence.span
        shared = any(self.reports[at].because[-1:] == (SHARES_VERB,) for at, _ in told_of)
        if shared or len({id(thread) for _, thread in told_of}) > 1:
            share(self.article, sentence, harms, [(self.reports[at], one) for at, one in told_of])
        elif not told_of and (deed := self._deed_of(self.last)) is not None:
            held = [harm for harm in harms if _is_of_held(harm)]
            self.last.ledger.add(held, span.start)
            deed.ledger.add([harm for harm in harms if not _is_of_held(harm)], span.start)
        else:
            self.last.ledger.add(harms, span.start)

    def _deed_of(self, thread: Thread) -> Thread | None:
        """Return the deed told of before an arrest: nobody is killed or hurt by the arrest."""
        if not all(self.families[at] == "detention" for at in thread.reports):
            return None
        deeds = (t for t in reversed(self.threads) if t.heading == self.heading)
        violent = (t for t in deeds if any(self.families[at] == "violence" for at in t.reports))
        return next(violent, None)

    def _take_up(self, thread: Thread) -> None:
        """Give an incident the victims told of before, but those of another town and day."""
        kept: list[tuple[Iterable[Harm], Sentence | None]] = []
        for harms, said in self.waiting:
            if said is not None and is_another(self.article.text, said, thread):
                kept.append((harms, said))
            else:
                start = said.span.start if said is not None else 0
                thread.ledger.add(harms, start, headline=said is None)
        self.waiting = kept


def _is_of_held(harm: Harm) -> bool:
    """Tell whether a harm may be of who was arrested: "he was taken to hospital for a check"."""
    first = next(iter(harm.people), None)
    return harm.fate == "arrested" or (
        first is not None and (first.form == "pronoun" or first.attacker)
    )


def _is_of_older_day(sentence: Sentence, thread: Thread) -> bool:
    """Tell whether a sentence without a deed dates those it counts before an incident.

    "Fifteen people died when the roof fell in on 1 November" are not those of a march in February.
    """
    days = [when for when in sentence.whens if when.type == "DATE" and when.last is not None]
    if not days or not thread.begun:
        return False
    limit = min(thread.begun) - timedelta(days=DAYS_APART)
    return all(when.last is not None and when.last < limit for when in days)


def _here(
    article: Article,
    sentence: Sentence,
    harms: Sequence[Harm],
    reports: Sequence[Report],
    harmless: frozenset[str],
) -> tuple[Harm, ...]:
    """Leave out who was hurt in another clause at another place: "a day after 20 died in Y"."""
    scenes = [r.where.place for r in reports if r.where is not None and r.where.place]
    places = {place.id for place in scenes}
    foreign = [
        holding(article.text, sentence.span, r.mention.span).span
        for r in sentence.resolutions
        if can_carry(r)
        and r.place is not None
        and r.place.id not in places
        and not _holds(r.place, scenes)
        and not is_in_care(article.text, r.mention.span)
        and not tells_from(article.text, r.mention.span)
        and not hails_from(article.text, r.mention.span)
    ]
    # Nor is what history tells: "who stabbed two in 2016 was jailed on Monday".
    foreign += [
        holding(article.text, sentence.span, r.trigger).span
        for r in reports
        if _is_old(r) and r.kind not in harmless
    ]
    triggers = [report.trigger for report in reports if not report.background]
    apart = [c for c in foreign if not any(c.start <= t.start < c.end for t in triggers)]
    start = sentence.span.start
    return tuple(
        h
        for h in harms
        if _is_of_the_hurt(h) or not any(c.start <= h.at + start < c.end for c in apart)
    )


def _is_of_the_hurt(harm: Harm) -> bool:
    """Tell whether one of those told hurt died: "one of the wounded died on Monday"."""
    return harm.fate == "killed" and any(map(of_hurt, harm.people[:1]))


def _holds(place: Place, scenes: Iterable[Place]) -> bool:
    """Tell whether a region holds where it happened: "two died in Arno, in the south of Belt"."""
    return place.kind in _REGIONS and any(lies_in(scene, place) for scene in scenes)


def _is_old(report: Report) -> bool:
    """Tell whether a report is history; "one with a knife wound" only says how he was hurt.

    Nor is a step of a deed of the same sentence: its dead are those of the deed.
    """
    if any(reason.startswith(PART_OF) for reason in report.because[-1:]):
        return False
    said = report.quote[: report.trigger.end - report.sentence.start].rstrip("s").lower()
    return report.background and not said.endswith(("wound", "injury", "injurie"))


def _is_of_war(harms: Iterable[Harm]) -> bool:
    dead = (harm.count for harm in harms if harm.fate == "killed" and harm.count is not None)
    return any(count.minimum >= TOLL_OF_A_WAR for count in dead)
