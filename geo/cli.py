"""The command ``geo``: each command is one function of ``geo.commands`` with the same words.

Exit code 0: everything was read. 1: something was rejected or left out, or the work could not be
done. 2: the command line itself is wrong.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from geo import cli_gazetteer, options
from geo.errors import GeoError, OptionError
from geo.garbage import seldom_searched
from geo.terminal import harmless, place_line

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer
    from geo.lexicon import Lexicon
    from geo.model import Rejected
    from geo.pipeline import Reading
    from geo.summary import Summary

__all__ = ["main"]

SUGGESTED = 5
"""Places that a name may mean which is not found."""
SHOWN = 20
"""Notes that are spelt out; a rejected input is always named."""
LONGEST = 300
"""Characters of an unexpected error that are shown: it may quote an article."""


class _Group(click.Group):
    """Commands whose errors are sentences, not tracebacks."""

    def main(self, *args: Any, **known: Any) -> Any:  # noqa: ANN401
        try:
            return super().main(*args, **known)
        finally:
            _let_go()

    def make_context(self, *args: Any, **known: Any) -> click.Context:  # noqa: ANN401
        try:
            return super().make_context(*args, **known)
        except OSError as error:  # help that cannot be shown
            if error.errno == errno.EPIPE:
                raise
            raise click.ClickException(_unexpected(error)) from error

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401
        try:
            with seldom_searched():
                return super().invoke(ctx)
        except OptionError as error:
            raise click.UsageError(harmless(str(error)), ctx) from error
        except GeoError as error:
            raise click.ClickException(harmless(str(error))) from error
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except Exception as error:
            # Whoever reads the pipe may go, as `head` does: then click leaves quietly.
            is_gone = isinstance(error, OSError) and error.errno == errno.EPIPE
            if is_gone or ctx.params.get("verbose"):
                raise
            raise click.ClickException(_unexpected(error)) from error


def _let_go() -> None:
    """Drop what standard output cannot take: Python would try again at the very end, and moan."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _unexpected(error: Exception) -> str:
    if isinstance(error, OSError):  # a full disk, say: not ours to mend
        return harmless(f"{error.filename or 'output'}: {error.strerror or error}")
    told = harmless(f"{type(error).__name__}: {error}")[:LONGEST]
    return f"unexpected {told}\n`geo --verbose …` shows where; please report it"


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="geo-incident-mapper", prog_name="geo")
@click.option("--verbose", is_flag=True, help="Log what the library does to standard error.")
@click.option("--no-layers", is_flag=True, help="Leave out the gazetteers that you have added.")
def main(*, verbose: bool, no_layers: bool) -> None:
    """Read news articles and put what happened on a map, offline, with evidence.

    Example: geo map seeds/
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # An old terminal may lack letters: no reason to stop.
            stream.reconfigure(errors="replace")
    if os.environ.get("NO_COLOR"):
        click.get_current_context().color = False
    click.get_current_context().obj = {"with_layers": not no_layers}
    if verbose:
        import logging  # noqa: PLC0415

        logging.basicConfig(level=logging.INFO, stream=sys.stderr)


@main.command()
@options.sources
@click.option(
    "-o",
    "--output",
    default="maps",
    show_default=True,
    help="Folder for the results, or a page.html, written alone.",
)
@options.selecting
@click.option("--title", help="Title of the page.")
@options.behind
@click.option("--open", "open_page", is_flag=True, help="Open the page in the browser.")
@options.reading
def map(  # noqa: A001 - the word of the command
    *,
    sources: Sequence[str],
    output: str,
    title: str | None,
    basemap: str | None,
    tiles: str | None,
    attribution: str | None,
    open_page: bool,
    published: date | None,
    encoding: str,
    workers: int | None,
    **chosen: Any,  # noqa: ANN401
) -> None:
    """Read articles and draw what happened: a page and its data.

    SOURCE is a text file, Markdown with front matter, JSON Lines, a folder of such files, - for
    standard input, or an edited incidents.geojson, whose incidents stand as they were edited.

    Example: geo map seeds/ -o maps/
    """
    from geo import commands  # noqa: PLC0415

    summary = commands.map(
        sources,
        output,
        selection=options.selection(chosen),
        title=title,
        basemap=basemap,
        tiles=tiles,
        attribution=attribution,
        published=published,
        encoding=encoding,
        workers=workers,
        gazetteer=_gazetteer(),
    )
    _tell(summary)
    if open_page and summary.files:
        click.launch(summary.files[0].absolute().as_uri())
    _leave(summary.rejected, summary.warnings)


@main.command()
@options.sources
@click.option(
    "-o", "--output", required=True, help="File to write, .geojson or .csv; - for standard output."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["geojson", "csv", "acled", "ucdp"]),
    help="What to write, if the ending of the file does not say it; else GeoJSON. acled and ucdp "
    "are CSV in their columns and codes.",
)
@click.option(
    "--geometry",
    type=click.Choice(["footprint", "point"]),
    default="footprint",
    show_default=True,
    help="Crossings as polygons and regions as outlines, or one point each.",
)
@options.selecting
@options.reading
def export(
    *,
    sources: Sequence[str],
    output: str,
    form: Any,  # noqa: ANN401 - one of two words, checked by click
    geometry: Any,  # noqa: ANN401 - the same
    published: date | None,
    encoding: str,
    workers: int | None,
    **chosen: Any,  # noqa: ANN401
) -> None:
    """Read articles and write the incidents as GeoJSON or CSV.

    Example: geo export seeds/ -o incidents.csv
    """
    from geo import commands  # noqa: PLC0415

    stream = io.StringIO(newline="") if output == "-" else None
    summary = commands.export(
        sources,
        output if stream is None else stream,
        form=form,
        selection=options.selection(chosen),
        geometry=geometry,
        published=published,
        encoding=encoding,
        workers=workers,
        gazetteer=_gazetteer(),
    )
    if stream is not None:
        click.echo(stream.getvalue().encode(), nl=False)
    _tell(summary, err=stream is not None)
    _leave(summary.rejected, summary.warnings)


@main.command()
@options.sources
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="For a person, or one JSON object an article.",
)
@options.reading
def read(
    *,
    sources: Sequence[str],
    form: str,
    published: date | None,
    encoding: str,
    workers: int | None,
) -> None:
    """Show what was understood in each article, and why.

    Example: geo read seeds/ --format jsonl
    """
    from geo import commands  # noqa: PLC0415
    from geo.lexicon import default_lexicon  # noqa: PLC0415

    rejects: list[Rejected] = []
    warnings: list[str] = []
    readings = commands.read(
        sources,
        published=published,
        encoding=encoding,
        workers=workers,
        gazetteer=_gazetteer(),
        rejected=rejects.append,
    )
    show = _printer(form, default_lexicon())
    for reading in readings:
        show(reading)
        warnings += reading.article.warnings
    _name("rejected", rejects)
    if form == "jsonl":
        _name("note", warnings, most=SHOWN)
    if rejects:
        click.echo(f"{_many(len(rejects), 'input')} rejected", err=True)
    _leave(rejects, warnings)


def _printer(form: str, lexicon: Lexicon) -> Callable[[Reading], None]:
    """Return what prints a reading: for programs as bytes, since JSON is UTF-8 everywhere."""
    if form == "jsonl":
        from geo.io.readings import dumps  # noqa: PLC0415

        return lambda reading: click.echo(f"{dumps(reading, lexicon.kinds)}\n".encode(), nl=False)
    from rich.console import Console  # noqa: PLC0415

    from geo.explain import show  # noqa: PLC0415

    console = Console(highlight=False)
    return lambda reading: show(reading, lexicon, console)


@main.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME…")
def locate(*, names: Sequence[str]) -> None:
    """Say where places are, with their namesakes.

    The likeliest comes first. Behind a comma may stand what a place lies in.

    Example: geo locate Strpce Brnjak "Newport, Vt."
    """
    from geo import lookups  # noqa: PLC0415

    gazetteer = _gazetteer()
    missing = 0
    for name, places, because in lookups.locate(*names, gazetteer=gazetteer):
        click.secho(harmless(name), bold=True)
        if because:
            click.echo(harmless(f"  ({because})"))
        for place in places:
            click.echo(place_line(place))
        if not places:
            missing += 1
            click.echo(harmless(f"  not in the gazetteer{_suggested(gazetteer, name)}"))
    if missing:
        sys.exit(1)


def _suggested(gazetteer: Gazetteer, name: str) -> str:
    """Return what may have been meant, each with its countries."""
    # Behind the comma stands what does not hold it: one of that name elsewhere may be meant.
    bare = name.partition(",")[0]
    near = (gazetteer.lookup(bare) if bare != name else ()) or gazetteer.similar(bare)
    close = [f"{place.name} ({'|'.join(place.countries)})" for place in near]
    close = list(dict.fromkeys(close))[:SUGGESTED]
    return f"; did you mean {', '.join(close)}?" if close else ""


@main.command()
@click.argument("gold", nargs=-1, metavar="[GOLD]…")
@click.option(
    "--protocol",
    type=click.Choice(["coords", "all"]),
    default="coords",
    show_default=True,
    help="What gold without coordinates is: neutral, or gold for recognition.",
)
@click.option(
    "--without",
    default="",
    metavar="CLASS,…",
    help="Classes of mentions that count neither way, such as demonym,embedded.",
)
@click.option(
    "--given-spans", is_flag=True, help="Resolve the spans of the gold: resolution alone."
)
@click.option("--mistakes", is_flag=True, help="Name each mistake, on standard error.")
@click.option(
    "--peers", metavar="FOLDER", help="Also the answers of others, SYSTEM_GOLD.jsonl in a folder."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="For a person, for a program, or a table for a page.",
)
def score(
    *,
    gold: Sequence[str],
    protocol: Any,  # noqa: ANN401 - one of two words, checked by click
    without: str,
    given_spans: bool,
    mistakes: bool,
    peers: str | None,
    form: str,
) -> None:
    """Score how well places are found and placed, against gold.

    GOLD is JSON Lines: id, text, toponyms with start, end, lat, lon, geonameid and class. Without
    it the project's own gold is scored, which a checkout has.

    Example: geo score --without demonym
    """
    from geo import commands  # noqa: PLC0415
    from geo.evaluation import scoreboard  # noqa: PLC0415

    scores = commands.score(
        gold,
        protocol=protocol,
        without=[name for name in without.replace(" ", "").split(",") if name],
        given_spans=given_spans,
        peers=peers,
        gazetteer=_gazetteer(),
        mistake=(lambda one: _name("mistake", [one])) if mistakes else None,
    )
    show = {
        "text": scoreboard.as_text,
        "json": scoreboard.as_json,
        "markdown": scoreboard.as_markdown,
    }[form]
    click.echo("\n".join(harmless(line) for line in show(scores).split("\n")))


def _gazetteer() -> Gazetteer:
    return cli_gazetteer.opened()


def _tell(summary: Summary, *, err: bool = False) -> None:
    """Print the closing summary: what was read, shown, left open and set aside."""
    _name("rejected", summary.rejected)
    _name("note", summary.warnings, most=SHOWN)
    click.echo(
        f"{_many(summary.articles, 'article')} read, {summary.without_incident} without incident, "
        f"{len(summary.rejected)} rejected",
        err=err,
    )
    if summary.nothing_read:
        click.echo("nothing could be read, so nothing was written", err=err)
        return
    click.echo(
        f"{_many(summary.incidents, 'incident')}: {summary.unlocated} without a place, "
        f"{summary.undated} without a date{_left_out(summary)}",
        err=err,
    )
    if not summary.incidents:
        click.echo("nothing to show: the result is empty, and says so", err=err)
    for path in summary.files:
        click.echo(harmless(str(path)), err=err)


def _left_out(summary: Summary) -> str:
    told = [f"{summary.aside} talk or history (--all adds them)"] if summary.aside else []
    told += [f"{summary.filtered} not asked for"] if summary.filtered else []
    told += [f"{summary.uncoded} that this coding has no row for"] if summary.uncoded else []
    return f"; left out: {', '.join(told)}" if told else ""


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _name(what: str, told: Sequence[object], *, most: int | None = None) -> None:
    shown = told[:most]
    for one in shown:
        click.echo(f"{what}: {harmless(str(one))}", err=True)
    if len(told) > len(shown):
        click.echo(f"{what}: {len(told) - len(shown)} more", err=True)


def _leave(rejects: Sequence[Rejected], warnings: Sequence[str]) -> None:
    """Let the exit code tell whether all that was handed over could be used."""
    if rejects or warnings:
        sys.exit(1)


main.add_command(cli_gazetteer.gazetteer)
