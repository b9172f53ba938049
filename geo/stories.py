"""Fold reports of the same thing into one incident, within an article and across articles.

First the reports of each article are told apart from their retellings; then article by article,
the earliest published first, each account joins the incident that most speaks for (``likeness``),
or opens one. So the order of the input does not matter, and an article that comes out later can
join an incident but never rename, split or bridge those that were there.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from geo.events import wording
from geo.events.assertion import AGED
from geo.linking.villages import village
from geo.model import Incident, MentionClass, Report, Resolution
from geo.reports import consensus, details
from geo.reports.kinship import Kinship, kinship
from geo.reports.likeness import (
    COUNTED,
    MOST_TELLINGS,
    QUIET,
    QUIET_WITHIN,
    WEIGHTS,
    WITHIN,
    Account,
    Days,
    add,
    odds,
    settle,
)
from geo.reports.nearness import Locality, Relation, relation

__all__ = ["merge"]

BACKED = 2
"""Articles that tell of an incident, so that two parts of a further one may both be of it."""
INHERITED = 0.3
"""Voice of a place or day that a sentence took over from others, against 1 for its own."""
OF_UNKNOWN = 0.5
"""The same of a name that nobody knows, beside one that gives a point."""
AT_ONCE = 32
"""Incidents that an account is compared with under one key, the latest ones: what bounds the time
where thousands are told of one place on one day."""
GROUPS = 40
"""The same among the accounts of one article, which may be a list of hundreds."""
LONG_DAYS = 45
"""Longest interval of which each day is looked up; longer ones are compared among themselves."""
NEARBY_DAYS = 3
"""Days around an interval in which the same thing may be dated by others."""
UNSEEN = 30
"""Incidents that are thought of beside those told: no name is rare because two are all there is."""
RAREST = 5.0
"""What the rarest detail tells at most, as a natural logarithm."""
SHARED_BY = 16
"""Incidents a detail may be shared by and still lead from one to the other."""
OF_AGE, OF_SENTENCE = 0.4, 2.0
"""What an age says against a name, and a sentence that is copied word by word."""
COPIED = 60
"""Characters of a sentence that two articles have in common because one copied it."""
_TAKING = frozenset({"abduction", "robbery"})
NEXT_SENTENCE = 3
"""Characters between two sentences that stand side by side."""
ARREST = "arrest"
AGE_WITHIN = 60
"""Characters around "arrested" within which an age is that of who was; victims are further off."""


def merge(reports: Iterable[Report]) -> tuple[Incident, ...]:
    """Merge reports into incidents.

    Parameters
    ----------
    reports
        Reports of any number of articles, in any order; the same report twice counts once.

    Returns
    -------
    Incidents, by date (undated last), then by id. An incident has the id of its anchor: the
    report published first, undated articles last. History never joins with news, nor talk with
    deeds.

    Examples
    --------
    >>> from geo.model import Source, Span, Status, When
    >>> day, span = When(date(2023, 1, 8), date(2023, 1, 8), "day", "as written"), Span(0, 1)
    >>> told = [
    ...     Report(n, "protest", Source(n), span, span, "", Status.OCCURRED, day, None)
    ...     for n in ("b", "a")
    ... ]
    >>> [incident.id for incident in merge(told)]  # no place: each may be a protest of its own
    ['a', 'b']
    """
    articles: dict[tuple[object, ...], list[Report]] = defaultdict(list)
    for report in sorted(_once(reports), key=_order):
        articles[report.source.published, _article(report)].append(report)
    stories = _Stories()
    for told in articles.values():
        stories.read(told)
    incidents = [consensus.incident(a, stories.lying) for a in stories.incidents]
    return tuple(sorted(incidents, key=lambda i: (i.when.first or date.max, i.id)))


def _once(reports: Iterable[Report]) -> list[Report]:
    """Return each report once; of two files with the same words the first by name is the source."""
    found: dict[str, Report] = {}
    for report in reports:
        other = found.get(report.id)
        if other is None or (other != report and _named(report) < _named(other)):
            found[report.id] = report
    return list(found.values())


def _named(report: Report) -> tuple[str, str]:
    return report.source.document, repr(report)


def _order(report: Report) -> tuple[object, ...]:
    """Order reports: earliest published, undated last, then by content, then as the text goes."""
    source = report.source
    published = source.published or date.max
    return source.published is None, published, source.content_hash, report.trigger, report.id


def _article(report: Report) -> str:
    return report.source.content_hash or report.source.document


class _Stories:
    """The incidents told so far, and where to look for those that an account may be of."""

    def __init__(self) -> None:
        self.incidents: list[Account] = []
        self._index: dict[object, list[int]] = defaultdict(list)
        self._told: Counter[str] = Counter()
        self._details: defaultdict[int, set[str]] = defaultdict(set)  # of each incident, together
        self._localities: dict[object, Locality] = {}
        self._relations: dict[tuple[Locality, Locality], Relation] = {}

    def read(self, reports: Sequence[Report]) -> None:
        """Take in the reports of one article, in the order of its text."""
        groups = self._groups(reports)
        own: set[int] = set()
        for group in groups:
            own.add(self._file(group, own))

    # ---- one article

    def _groups(self, reports: Sequence[Report]) -> list[Account]:
        """Tell the accounts of one article apart: what retells another joins it."""
        groups: dict[tuple[bool, bool], list[Account]] = defaultdict(list)
        for report in reports:
            account = self._account(report)
            rivals = groups[report.background, report.verbal]
            best = self._best(account, rivals[-GROUPS:])
            if best is None:
                rivals.append(account)
            else:
                add(best, account)
                settle(best, self.lying)
        return [group for rivals in groups.values() for group in rivals]

    def _best(self, account: Account, rivals: Sequence[Account]) -> Account | None:
        """Return the account that one most likely retells, the latest of equals."""
        weights = QUIET_WITHIN if account.quiet else WITHIN
        found, most = None, 0.0
        for rival in rivals:
            if _is_beside(account.reports[0], rival.reports):
                continue
            likely = odds(account, rival, self.lying, self._rarity, weights)
            if account.elsewhere and _is_of_sentence(account.reports[0], rival.reports):
                likely -= weights.elsewhere  # the case that the sentence opens is that of both
            if likely >= most and likely > 0.0:
                found, most = rival, likely
        return found

    def _account(self, report: Report) -> Account:
        account = Account(
            reports=[report],
            kinds={report.kind: 1.0},
            details=[frozenset((*report.details, *_quoted(report)))],
            background=report.background,
            quiet=report.background or report.verbal,
            targets=wording.targets(report),
            ages=_ages_of_arrested(report),
            definite=wording.points_back(report),
            another=wording.points_ahead(report),
            elsewhere=wording.is_elsewhere(report),
        )
        where = self._locality(report.where)
        if where is not None and report.where is not None:
            account.placed = _is_placed(report, report.where)
            voice = 1.0 if account.placed else INHERITED
            account.localities[where] = voice if where.known else voice * OF_UNKNOWN
        first, last = report.when.first, report.when.last
        if first is not None and last is not None:
            account.dated = _is_stated(report)
            days = Days(first.toordinal(), last.toordinal())
            account.days[days] = 1.0 if account.dated else INHERITED
        else:
            account.weekday = wording.weekday(report)
        for name in COUNTED:
            count = getattr(report, name)
            if count is not None:
                account.counts[name] = {(count.minimum, count.maximum): 1.0}
        settle(account, self.lying)
        return account

    def _locality(self, where: Resolution | None) -> Locality | None:
        if where is None:
            return None
        key = (
            (where.place.id, *(m.id for m in where.members)) if where.place else where.mention.name
        )
        if key not in self._localities:
            found = Locality.of(where)
            assert found is not None
            self._localities[key] = found
        return self._localities[key]

    # ---- many articles

    def _file(self, account: Account, own: Container[int]) -> int:
        """Let an account join the incident it is most likely of, or open one; return its number.

        What its own article has told already is another incident, since that was asked within the
        article; unless other articles show that both are of theirs.
        """
        account = self._voice(account)
        weights = QUIET if account.quiet else WEIGHTS
        best, most = None, 0.0
        for number in self._candidates(account):
            rival = self.incidents[number]
            if number in own:
                if account.quiet or len(rival.parts) < BACKED:
                    continue
                rival = _of_others(rival, account)
            likely = odds(account, rival, self.lying, self._rarity, weights)
            if likely >= most and likely > 0.0:
                best, most = number, likely
        if best is None:
            best = len(self.incidents)
            self.incidents.append(Account())
        told, incident = self._details[best], self.incidents[best]
        self._told.update(account.details[0] - told)
        incident.parts.append(account)
        tellings = len(incident.details)
        add(incident, account)
        if len(incident.details) > tellings:  # no more are kept of one that all tell
            told |= account.details[0]
        settle(incident, self.lying)
        for key in _keys(account):
            known = self._index[key]
            if not known or known[-1] != best:
                known.append(best)
        return best

    def _voice(self, account: Account) -> Account:
        """Give an article one voice for each thing it says, however many sentences say so."""
        voice = Account(
            reports=account.reports,
            kinds={account.kind: 1.0},
            counts={name: dict.fromkeys(told, 1.0) for name, told in account.counts.items()},
            details=[frozenset().union(*account.details)],
            background=account.background,
            quiet=account.quiet,
            placed=account.placed,
            dated=account.dated,
        )
        if account.where is not None:
            voice.localities[account.where] = 1.0 if account.placed else INHERITED
        if account.when is not None:
            voice.days[account.when] = 1.0 if account.dated else INHERITED
        settle(voice, self.lying)
        return voice

    def _candidates(self, account: Account) -> Iterator[int]:
        found: set[int] = set()
        for key in _questions(account):
            if known := self._index.get(key):
                found.update(known[-AT_ONCE:])
        for detail in account.details[0]:
            known = self._index.get((_flags(account), detail), [])
            if len(known) <= SHARED_BY:
                found.update(known)
        return iter(sorted(found))

    def lying(self, one: Locality, other: Locality) -> Relation:
        """Say how two places lie to each other."""
        pair = one, other
        if pair not in self._relations:
            self._relations[pair] = relation(one, other)
        return self._relations[pair]

    def _rarity(self, detail: str) -> float:
        """Say how rare a detail was in the articles so far: later ones change nothing."""
        told = math.log((len(self.incidents) + UNSEEN) / (self._told[detail] + 1))
        told = max(min(told, RAREST), 0.0)
        if detail.startswith(AGED):
            return told * OF_AGE
        return told * OF_SENTENCE if len(detail) >= COPIED else told


def _of_others(incident: Account, account: Account) -> Account:
    """Return an incident without the details that an article has told itself."""
    article = _article(account.reports[0])
    others = [part for part in incident.parts if _article(part.reports[0]) != article]
    told = [detail for part in others[:MOST_TELLINGS] for detail in part.details]
    return replace(incident, details=told)


def _is_beside(report: Report, others: Sequence[Report]) -> bool:
    """Tell whether two reports cannot be of one deed: "shot dead in Tolmen and Galdor".

    Nor are those under two headings of a bulletin, or of two villages that no list has.
    """
    where = report.where
    if any(_took_and_killed(report, other) for other in others):
        return True
    if _is_later(report, others):
        return True
    if _is_of_another_entry(report, others):
        return True
    if (own := village(report)) is not None:
        names = {name for other in others if (name := village(other)) is not None}
        # "South Austin" may be Austin; Englewood is not.
        if names and not any(own in name or name in own for name in names):
            return True
    return where is not None and any(
        other.trigger == report.trigger
        and other.kind == report.kind
        and other.where is not None
        and other.where.mention.span != where.mention.span
        for other in others
    )


def _is_of_another_entry(report: Report, others: Sequence[Report]) -> bool:
    """Tell whether reports stand under other headings, and none says that it is known already."""
    if not report.entry or wording.updates(report.quote):
        return False
    return any(
        other.entry not in {0, report.entry} and not wording.updates(other.quote)
        for other in others
    )


def _is_later(report: Report, others: Sequence[Report]) -> bool:
    """Tell whether a sentence opens with a later hour and tells of others, or of another sort."""
    if _is_of_sentence(report, others) or not wording.opens_later(report):
        return False
    unlike = all(kinship(report.kind, other.kind) < Kinship.OFTEN for other in others)
    return unlike or wording.is_later(report)


def _took_and_killed(report: Report, other: Report) -> bool:
    """Tell whether one tells of people who were killed, the other of some who were taken away.

    Or robbed, in both cases further on: "the attack" behind it may mean either.
    """
    took, attack = sorted((report, other), key=lambda r: r.kind not in _TAKING)
    if took.kind not in _TAKING or attack.kind not in {"attack", "shooting"}:
        return False
    dead = attack.killed is not None and attack.killed.minimum > 0
    first, last = sorted((report.sentence, other.sentence), key=lambda s: s.start)
    apart = last.start - first.end > NEXT_SENTENCE
    return dead and apart and not wording.points_back(attack)


def _is_of_sentence(report: Report, others: Sequence[Report]) -> bool:
    """Tell whether the sentence of a report told one of others: "was detained with a pistol"."""
    return any(report.sentence == other.sentence for other in others)


def _is_placed(report: Report, where: Resolution) -> bool:
    """Tell whether the sentence itself names the place, not only its people or its paper."""
    named = where.mention.use is MentionClass.LITERAL
    return named and report.sentence.covers(where.mention.span)


def _ages_of_arrested(report: Report) -> frozenset[str]:
    """Return how old who was arrested is: two men of two ages were arrested, each by himself."""
    if report.kind != ARREST:
        return frozenset()
    at = report.trigger.start - report.sentence.start
    return details.ages(report.quote[max(at - AGE_WITHIN, 0) : at + AGE_WITHIN])


def _is_stated(report: Report) -> bool:
    """Tell whether the sentence itself gives the day, and it was not taken over from another."""
    span = report.when.span
    return span is not None and report.sentence.covers(span)


def _quoted(report: Report) -> tuple[str, ...]:
    return (report.quote,) if len(report.quote) >= COPIED else ()


def _flags(account: Account) -> tuple[bool, bool]:
    return account.reports[0].background, account.reports[0].verbal


def _keys(account: Account) -> Iterator[object]:
    """Yield what an incident is found by: its places on its days, and its details."""
    flags = _flags(account)
    for detail in account.details[0]:
        if not detail.startswith(AGED):
            yield flags, detail
    where = account.where
    if where is None or account.when is None or not where.known:
        return
    for day in _days(account.when, 0):
        for place in where.names:
            yield flags, place, day


def _questions(account: Account) -> Iterator[object]:
    """Yield under which keys the incidents stand that an account may be of."""
    flags = _flags(account)
    where = account.where
    if where is None or account.when is None or not where.known:
        return
    for day in _days(account.when, NEARBY_DAYS):
        for place in where.asks:
            yield flags, place, day


def _days(days: Days, around: int) -> Sequence[int]:
    """Return the days of an interval and around it; none in particular of a long one."""
    if days.width > LONG_DAYS:
        return (-1,)
    return range(days.first - around, days.last + around + 1)
