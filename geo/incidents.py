"""Read what happened: triggers become reports, each with its place, date, counts and evidence.

One pass over the sentences. A trigger opens a report unless it only points back at one
(``geo.reports.coreference``).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from geo import dates
from geo.events import assertion, beats, genres, refutations
from geo.events.specificity import GENERAL
from geo.language import text as texts
from geo.language.clauses import at_semicolons
from geo.lexicon import Lexicon, Trigger
from geo.linking import (
    bynames,
    citywide,
    headlines,
    hometown,
    liveblogs,
    quarters,
    statewide,
    strays,
    unknowns,
)
from geo.linking.entries import under_headings
from geo.linking.newsday import day_told_at, news_day, running_day
from geo.linking.passage import is_wanted
from geo.linking.qualifiers import serves_in
from geo.linking.scenes import (
    Lookup,
    Scene,
    Sentence,
    capital_of,
    country_of,
    dateline,
    desk_of,
    focus,
    is_from_capital,
    only_in,
    towns,
)
from geo.linking.surroundings import parts as parts_of
from geo.model import Article, Report, Resolution, Span, When
from geo.reports import (
    accusations,
    actors,
    bodies,
    captions,
    dateless,
    deeds,
    details,
    endings,
    happened,
    lives,
    parts,
    placing,
    precedents,
    recollections,
    redating,
    reminders,
    reporting,
    retellings,
    retrospect,
    roundups,
    sequels,
    sureness,
    tolls,
)
from geo.toponymy import unlisted

__all__ = ["extract"]


def extract(
    article: Article,
    resolutions: Iterable[Resolution],
    whens: Iterable[When],
    lexicon: Lexicon,
    titled: Sequence[Resolution] = (),
    country: Lookup | None = None,
    capital: Lookup | None = None,
) -> tuple[Report, ...]:
    """Read the incidents that an article reports.

    Parameters
    ----------
    article
        The article.
    resolutions
        Its places, resolved.
    whens
        Its dates, resolved as far as they can be.
    lexicon
        The triggers to look for.
    titled
        The places of its title.
    country
        Gives the country of a code, for an article that names only towns of it.
    capital
        Gives its capital, for one that says "in the capital" and does not name it.

    Returns
    -------
    Reports in the order of the text. History and talk are among them, marked.
    """
    resolutions, titled = statewide.settle(article, tuple(resolutions), titled)
    resolutions, titled = strays.settle(article, resolutions, titled)
    resolutions = bynames.settle(article.text, quarters.settle(article.text, resolutions))
    resolutions, whens = unlisted.again(article.text, resolutions), tuple(whens)
    resolutions = unlisted.described(article.text, resolutions)
    sentences = _sentences(article, resolutions, whens)
    said = [sentence.span.of(article.text) for sentence in sentences]
    heads = under_headings(article.text, sentences)
    headed = {r.mention.span for r in heads.values() if r is not None}
    sentences = _with_towns(article.text, sentences, headed)
    named = (r for s in sentences for r in s.resolutions)
    located = _located(article.text, named)
    begun, whole = tuple(heads), sentences
    if begun:
        sentences = _without(sentences, headed)
    ahead = [s for s in sentences if not begun or s.paragraph < begun[0]]
    scene = replace(
        _scene(article, located, titled, country, capital),
        news_day=news_day(article, ahead) or running_day(article),
        only=only_in(sentences, titled),
        looks_back=retrospect.looks_back(article, sentences),
        life=lives.life(article, sentences),
        genre=genres.find(article),
    )
    told: list[Report] = []
    reports: list[Report] = []
    triggers: dict[Span, Trigger] = {}
    beat = beats.of(article.title, said)
    of_all = liveblogs.town_of(heads.values(), scene.home, titled)
    for index, sentence in enumerate(sentences):
        if sentence.paragraph in heads:
            head = liveblogs.head_in(heads.pop(sentence.paragraph), of_all)
            scene.begin(unknowns.somewhere(head, scene), sentence.paragraph)
            told += _under(reports, len(begun) - len(heads) - 1)
            reports = []  # nothing points back over a heading
        happened.tell_scene(article, sentence, scene, reports, lexicon)
        deeds.read(article, sentence, lexicon, scene, reports, (said, index), triggers, beat)
    told += _under(reports, len(begun) - len(heads))
    told = actors.attach(article.text, sentences, told, triggers)
    told = _marked(article, sentences, told, lexicon, triggers, whens)
    counted = tolls.tell(article, sentences, told, lexicon, begun)
    # All headlines are in the tense of plots.
    above = _headline(
        article, titled, lexicon, scene, counted, replace(beat, plot=False, quiet=None)
    )
    if above:
        barred = _barred(article, whole, lexicon, triggers)
        above = [report for report in above if report.kind not in barred]
    counted += [_of_its_entry(article, report, whole) for report in above]
    detailed = details.attach(article, counted, resolutions)
    return tuple(sureness.rated(assertion.mark(article, report, lexicon)) for report in detailed)


def _located(text: str, named: Iterable[Resolution]) -> list[Resolution]:
    """Return the places that an article may be about: none that people only ask for.

    Nor those that somebody is sent to, "the ambassador to Ardovia", if there are others.
    """
    told = [r for r in named if not is_wanted(text, r.mention.span)]
    return [r for r in told if not serves_in(text, r)] or told


def _marked(
    article: Article,
    sentences: Sequence[Sentence],
    told: Sequence[Report],
    lexicon: Lexicon,
    triggers: Mapping[Span, Trigger],
    whens: Sequence[When],
) -> list[Report]:
    """Let reports have their say on each other: what is withdrawn, redated, a step or history."""
    told = refutations.withdrawn(article, [s.span for s in sentences], told)
    told = placing.settle(article.text, sentences, told, lexicon)
    told = bodies.settle(article.text, sentences, redating.settle(told, lexicon), lexicon)
    told = endings.mark(told)
    told = reminders.mark(parts.mark(told, lexicon, triggers), lexicon)
    told = retellings.mark(article.text, sequels.mark(told, lexicon), lexicon)
    told = captions.mark(article, accusations.mark(told, lexicon))
    told = recollections.mark(article.text, [s.span for s in sentences], told)
    told = precedents.mark(article, roundups.mark(told, lexicon), lexicon, whens)
    return dateless.mark(article, sentences, told, lexicon)


def _scene(
    article: Article,
    located: Sequence[Resolution],
    titled: Sequence[Resolution],
    country: Lookup | None,
    capital: Lookup | None,
) -> Scene:
    """Return where an article is at home, before any sentence of it is read."""
    # What the text only hints at the title may say: "Ardovia: flash update".
    told_above = [hometown.in_text(article, r) for r in titled]
    at_home = country_of(located, country) or country_of([*located, *told_above], country)
    desk, home = desk_of(located, at_home), hometown.find(article, located, titled)
    return Scene(
        about=focus(located, country),
        country=at_home,
        capital=capital_of(located, at_home) if at_home else None,
        filed_from=dateline(located) or (at_home if desk is not None else None),
        desk=desk,
        of_the_capital=is_from_capital(located),
        home=home,
        city=citywide.city_of(article.text, located, desk, home),
        towns=towns(located),
        parts=parts_of(article.text, located),
        lookup=country,
        find_capital=capital,
    )


def _with_towns(text: str, sentences: Iterable[Sentence], heads: Container[Span]) -> list[Sentence]:
    """Let bare names mean towns; what heads an entry holds all of its county."""
    return [
        replace(
            s,
            resolutions=tuple(
                r if r.mention.span in heads else hometown.as_town(text, r) for r in s.resolutions
            ),
        )
        if s.resolutions
        else s
        for s in sentences
    ]


def _without(sentences: Sequence[Sentence], heads: Container[Span]) -> list[Sentence]:
    """Take the headings out of the sentences: "Idlib: A bomb in Sarmin …" is not in both."""
    return [
        replace(s, resolutions=tuple(r for r in s.resolutions if r.mention.span not in heads))
        for s in sentences
    ]


def _under(reports: Iterable[Report], entry: int) -> list[Report]:
    """Let reports know the entry of a bulletin that they stand in."""
    return [replace(report, entry=entry) if entry else report for report in reports]


def _headline(
    article: Article,
    titled: Sequence[Resolution],
    lexicon: Lexicon,
    scene: Scene,
    reports: Sequence[Report],
    beat: beats.Beat,
) -> list[Report]:
    """Read the headline where the text tells of no violence: of a page that was not stored.

    Of 2,595 pages on US shootings 4 % hold no more of the news than that. Their spans are empty.
    """
    line = headlines.line_of(article.title)
    if not line or "sport" in beat.topics:
        return []
    if any(_is_violent(report, lexicon) and not _is_general(report) for report in reports):
        return []
    read = replace(article, text=line, clutter=())
    named = tuple(r for r in titled if r.mention.span.end <= len(line))
    sentence = Sentence(Span(0, len(line)), 0, named, _dated(read))
    told: list[Report] = []
    setting = Scene(
        country=scene.country,
        home=scene.home,
        news_day=scene.news_day,
        looks_back=scene.looks_back,
        life=scene.life,
        genre=scene.genre,
    )
    triggers: dict[Span, Trigger] = {}
    deeds.read(read, sentence, lexicon, setting, told, ([line], 0), triggers, beat)
    told = actors.attach(line, [sentence], told, triggers)
    families = {lexicon.kinds[r.kind].family for r in reports if not r.background}
    new = [r for r in told if lexicon.kinds[r.kind].family not in families]
    return [
        headlines.evidence(
            r, reporting.hashed(f"{article.content_hash}:title:{r.trigger.start}:{r.kind}")
        )
        for r in tolls.tell(read, [sentence], new, lexicon)
    ]


def _barred(
    article: Article,
    sentences: Sequence[Sentence],
    lexicon: Lexicon,
    read: Mapping[Span, Trigger],
) -> set[str]:
    """Return the kinds of mishaps of which the text has words, and none that are meant as deeds.

    "Death toll in tanker explosion climbs" is of the accident that the text tells of.
    """
    found = {t.kind.name for s in sentences for t in lexicon.find(article.text, s.span, [])}
    return (found & deeds.MISHAPS) - {trigger.kind.name for trigger in read.values()}


def _of_its_entry(article: Article, report: Report, sentences: Sequence[Sentence]) -> Report:
    """Give what only a headline tells the day that the text has for its place."""
    if report.where is None or report.when.span is not None or report.when.precision == "day":
        return report
    day = day_told_at(article, sentences, report.where)
    return report if day is None else replace(report, when=replace(day, span=None))


def _is_violent(report: Report, lexicon: Lexicon) -> bool:
    return not report.verbal and lexicon.kinds[report.kind].family == "violence"


def _is_general(report: Report) -> bool:
    return report.background and report.because[-1].startswith(GENERAL)


def _dated(article: Article) -> tuple[When, ...]:
    return tuple(when for when in dates.find(article) if when.span is not None)


def _sentences(
    article: Article, resolutions: tuple[Resolution, ...], whens: tuple[When, ...]
) -> list[Sentence]:
    paragraphs = texts.paragraphs(article.text)
    places = [r.mention.span for r in resolutions]
    days = [w.span for w in whens if w.span is not None]
    dated = [w for w in whens if w.span is not None]
    result, paragraph = [], 0
    text = article.text
    for span in chain.from_iterable(_parts(text, s, places) for s in texts.sentences(text)):
        while paragraph + 1 < len(paragraphs) and paragraphs[paragraph].end <= span.start:
            paragraph += 1
        named = resolutions[slice(*_inside(places, span))]
        told = tuple(dated[slice(*_inside(days, span))])
        result.append(Sentence(span, paragraph, named, told))
    return result


def _parts(text: str, span: Span, places: Sequence[Span]) -> Sequence[Span]:
    """Cut a sentence at its semicolons if more than one of the parts has a place of its own.

    "In X, gunmen killed four; in Y, a bomb wounded seven": as one sentence the weights mix them up.
    """
    parts = at_semicolons(text, span)
    if len(parts) > 1:
        placed = [part for part in parts if len(set(_inside(places, part))) > 1]
        return parts if len(placed) > 1 else (span,)
    return parts


def _inside(spans: Sequence[Span], sentence: Span) -> tuple[int, int]:
    """Return the first and last index of the spans, sorted, that a sentence covers."""
    first = bisect_left(spans, sentence.start, key=lambda s: s.start)
    last = bisect_right(spans, sentence.end, lo=first, key=lambda s: s.end)
    return first, last
