"""Show a person what was understood of an article, and why, in the article's own words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from geo import titles
from geo.model import Count, Incident, Report
from geo.stories import merge

if TYPE_CHECKING:
    from rich.console import Console

    from geo.lexicon import Lexicon
    from geo.pipeline import Reading

__all__ = ["show"]

TRIGGER, PLACE, DATE, QUIET = "bold red", "bold cyan", "bold yellow", "dim"
# What commands a terminal, and what turns the writing direction and so rearranges what it shows.
_COMMANDS = {*range(32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)}


def show(reading: Reading, lexicon: Lexicon, console: Console) -> None:
    """Print one article's incidents with their evidence and the reasons for each.

    Parameters
    ----------
    reading
        What was understood.
    lexicon
        Where the labels of kinds come from.
    console
        Where to print; without colour the marks are words.
    """
    article = reading.article
    console.print(Text(_clean(article.title or article.id), style="bold"))
    console.print(Text(_published(reading), style=QUIET))
    for warning in article.warnings:
        console.print(Text(f"note: {_clean(warning)}", style="yellow"))
    incidents = merge(reading.reports)
    if not incidents:
        console.print(Text("no incident found", style=QUIET))
    for incident in _in_text_order(incidents):
        label = lexicon.kinds[incident.kind].label if incident.kind in lexicon.kinds else None
        _show_incident(incident, titles.title(incident, label=label), console)
    console.print()


def _published(reading: Reading) -> str:
    article = reading.article
    if article.published is None:
        return f"{article.id}: no publication date, so relative dates stay open"
    basis = f" ({article.published_basis})" if article.published_basis else ""
    return f"{_clean(article.id)}: published {article.published.isoformat()}{_clean(basis)}"


def _in_text_order(incidents: Iterable[Incident]) -> Sequence[Incident]:
    return sorted(incidents, key=lambda i: min(r.trigger for r in i.reports))


def _show_incident(incident: Incident, title: str, console: Console) -> None:
    line = Text()
    line.append("\n" + title, style="bold")
    line.append(f"  {_flags(incident)}", style=QUIET)
    console.print(line)
    for report in incident.reports:
        console.print(Padding(_marked(report), (0, 0, 0, 2)))
    for fact in _facts(incident):
        console.print(Padding(Text(fact, style=QUIET), (0, 0, 0, 2)))


def _flags(incident: Incident) -> str:
    flags = [incident.status.value]
    flags += ["background"] * incident.background + ["talk"] * incident.verbal
    return f"{', '.join(flags)}; confidence {incident.confidence:.2f}"


def _facts(incident: Incident) -> Iterable[str]:
    where = incident.where
    if where is None:
        yield "where: no place is named"
    elif where.place is None:
        yield f"where: '{where.mention.name}' not placed: {'; '.join(where.because)}"
    else:
        yield f"where: {where.place.name} [{where.place.id}]: {'; '.join(where.because)}"
    yield f"when: {incident.when.basis}"
    for name in ("killed", "injured", "arrested", "missing"):
        count = getattr(incident, name)
        if count is not None:
            yield f"{name}: {_number(count)}"
    yield f"why: {'; '.join(incident.because)}"


def _number(count: Count) -> str:
    about = "about " if count.approximate else ""
    if count.maximum is None:
        return f"at least {count.minimum}"
    if count.maximum != count.minimum:
        return f"{about}{count.minimum} to {count.maximum}"
    return f"{about}{count.minimum}"


def _marked(report: Report) -> Text:
    """Return the sentence with trigger, place, date and counts marked in it."""
    start = report.sentence.start
    shown = Text(_clean(report.quote))
    marks = [(report.trigger, TRIGGER)]
    if report.where is not None:
        marks.append((report.where.mention.span, PLACE))
    if report.when.span is not None:
        marks.append((report.when.span, DATE))
    for span, style in marks:
        if report.sentence.covers(span):
            shown.stylize(style, span.start - start, span.end - start)
    return shown


def _clean(text: str) -> str:
    """Take from a text what would command a terminal; every character keeps its place."""
    safe = {n: " " if chr(n) in "\r\n\t" else "\N{REPLACEMENT CHARACTER}" for n in _COMMANDS}
    return text.translate(safe)
