"""Show a person what was understood of an article, and why, in the article's own words.

The words that tell what, who, where, when and how many stand out in the sentence, each in the style
of the label below it, so that the labels are the legend. Styles differ in more than colour, and
every label quotes its words: nothing is lost on a terminal without colour, or in a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from geo.model import Actor, Count, Incident, Report, Span
from geo.reports import sureness
from geo.stories import merge
from geo.tables import titles
from geo.terminal import harmless

if TYPE_CHECKING:
    from rich.console import Console

    from geo.lexicon import Lexicon
    from geo.pipeline import Reading

__all__ = ["show"]

WHY, WHERE, WHEN, COUNT = "bold red", "underline cyan", "italic yellow", "bold green"
WHO = "italic underline magenta"
QUIET = "dim"
NARROWEST = 16
"""Characters of a line, however narrow the terminal says it is."""
_HOW = "place: "
"""What a report's reasons begin with that say how its place was found."""
_PEOPLE = ("killed", "injured", "arrested", "missing")


def show(reading: Reading, lexicon: Lexicon, console: Console) -> None:
    """Print one article's incidents with their evidence and the reasons for each.

    Parameters
    ----------
    reading
        What was understood.
    lexicon
        Where the labels of kinds come from.
    console
        Where to print; on a terminal lines are wrapped to its width, else they are left whole.
    """
    article = reading.article
    _print(Text(harmless(article.title or article.id), style="bold"), console)
    _print(Text(harmless(_published(reading)), style=QUIET), console)
    for warning in article.warnings:
        _print(Text(f"note: {harmless(warning)}", style="yellow"), console)
    if not reading.reports:
        _print(Text("no incident found", style=QUIET), console)
    for incident in _in_text_order(merge(reading.reports)):
        kind = lexicon.kinds.get(incident.kind)
        _show(incident, titles.title(incident, label=kind.label if kind else None), console)
    console.print()


def _print(line: Text, console: Console, *, indent: int = 0) -> None:
    """Print a line; what must be wrapped keeps its indent, and no line ends in white space."""
    width = max(console.width - indent, NARROWEST)
    for part in line.wrap(console, width) if console.is_terminal else [line]:
        console.print(Text(" " * indent).append_text(part), soft_wrap=True)


def _published(reading: Reading) -> str:
    article = reading.article
    name = f"{article.id}: " if article.title else ""
    if article.published is None:
        return f"{name}no publication date, so relative dates stay open"
    basis = f" ({article.published_basis})" if article.published_basis else ""
    return f"{name}published {article.published.isoformat()}{basis}"


def _in_text_order(incidents: Iterable[Incident]) -> Sequence[Incident]:
    """Put the news first, then talk and history."""
    return sorted(incidents, key=lambda i: (_is_quiet(i), min(r.trigger for r in i.reports)))


def _is_quiet(incident: Incident) -> bool:
    return incident.background or incident.verbal


def _show(incident: Incident, title: str, console: Console) -> None:
    quiet = QUIET if _is_quiet(incident) else ""
    line = Text(harmless(title), style=quiet or "bold")
    for told in _figures(incident):
        line.append(f", {told}", style=COUNT)
    line.append(f"  {_flags(incident)}", style=QUIET)
    console.print()
    _print(line, console)
    for report in incident.reports:
        _print(_marked(report, quiet), console, indent=2)
    for label, style, reasons in _reasons(incident):
        _print(Text(style=QUIET).append(label, style).append(f": {reasons}"), console, indent=2)


def _figures(incident: Incident) -> Iterator[str]:
    for name in _PEOPLE:
        count = getattr(incident, name)
        if count is not None:
            yield f"{_number(count)} {name}"


def _number(count: Count) -> str:
    about = "about " if count.approximate else ""
    if count.maximum is None:
        return f"at least {count.minimum}"
    if count.maximum != count.minimum:
        return f"{about}{count.minimum} to {count.maximum}"
    return f"{about}{count.minimum}"


def _flags(incident: Incident) -> str:
    flags = [incident.status.value]
    flags += ["background"] * incident.background + ["talk"] * incident.verbal
    return f"{', '.join(flags)}; confidence {incident.confidence:.2f}"


def _reasons(incident: Incident) -> Iterator[tuple[str, str, str]]:
    """Yield label, style and reasons: who, where, when and why, and what was not believed."""
    who = "; ".join(_actor(actor) for actor in incident.actors)
    if who:
        yield "who", WHO, harmless(who)
    how = [told.removeprefix(_HOW) for told in incident.because if told.startswith(_HOW)]
    why = [told for told in incident.because if not told.startswith(_HOW)]
    yield "where", WHERE, harmless("; ".join([*_where(incident), *how]))
    yield "when", WHEN, harmless(incident.when.basis)
    if why:
        yield "why", WHY, harmless("; ".join(why))
    surest = max(incident.reports, key=lambda report: report.confidence)
    yield "sure", QUIET, sureness.reasons(surest)
    rejected = dict.fromkeys(told for report in incident.reports for told in report.rejected)
    if rejected:
        yield "not at", QUIET, harmless("; ".join(rejected))
    for conflict in incident.conflicts:
        said = f"{conflict.field} {conflict.told}, says {', '.join(conflict.documents)}"
        yield "but", QUIET, harmless(said)


def _actor(actor: Actor) -> str:
    sector = f", {actor.sector}" if actor.sector else ""
    return f"{actor.name} ({actor.role}{sector})"


def _where(incident: Incident) -> Iterator[str]:
    where = incident.where
    if where is None:
        return
    if where.place is None:
        yield f"'{where.mention.name}' could not be placed"
    elif where.members:
        yield f"{where.place.name} [{', '.join(place.id for place in where.members)}]"
    else:
        yield f"{where.place.name} [{where.place.id}]"
    yield from where.because


def _marked(report: Report, quiet: str) -> Text:
    """Return the sentence with trigger, place, date and counts marked in it."""
    shown = Text(harmless(report.quote), style=quiet)
    for span, style in _marks(report):
        if report.sentence.covers(span):
            start = report.sentence.start
            shown.stylize(style, span.start - start, span.end - start)
    return shown


def _marks(report: Report) -> Iterator[tuple[Span, str]]:
    yield from ((actor.span, WHO) for actor in report.actors if actor.span is not None)
    yield report.trigger, WHY
    if report.where is not None:
        yield report.where.mention.span, WHERE
    if report.when.span is not None:
        yield report.when.span, WHEN
    for name in _PEOPLE:
        count = getattr(report, name)
        if count is not None and count.span is not None:
            yield count.span, COUNT
