"""The command ``geo``: each command is one function of ``geo.commands`` with the same words.

Exit code 0: everything was read. 1: something was rejected, or the work could not be done.
2: the command line itself is wrong.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from geo.errors import GeoError

if TYPE_CHECKING:
    from geo.commands import Summary
    from geo.gazetteer import Gazetteer
    from geo.model import Place, Rejected
    from geo.selection import Selection

__all__ = ["main"]

SHOWN_REJECTS = 20
"""Rejected inputs that are spelt out; the count is always of all."""

Command = TypeVar("Command", bound=Callable[..., Any])


if TYPE_CHECKING:
    _Value = click.ParamType[Any]
else:
    _Value = click.ParamType


class _Day(_Value):
    """A calendar day, written 2023-01-08."""

    name = "day"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no day of the calendar; write it as 2023-01-08", param, ctx)


class _Box(_Value):
    """West, south, east, north in degrees."""

    name = "w,s,e,n"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[float, ...]:
        if isinstance(value, tuple):
            return value
        try:
            west, south, east, north = (float(part) for part in str(value).split(","))
        except ValueError:
            self.fail(f"{value!r} is no box; write west,south,east,north", param, ctx)
        if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
            self.fail(f"{value!r}: west must be less than east, south than north", param, ctx)
        return west, south, east, north


class _Group(click.Group):
    """Commands whose errors are sentences, not tracebacks."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401
        try:
            return super().invoke(ctx)
        except GeoError as error:
            raise click.ClickException(str(error)) from error


def _with(*options: Callable[[Any], Any]) -> Callable[[Command], Command]:
    """Join options into one decorator, in the order given."""

    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


_sources = click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
_reading = _with(
    click.option(
        "--published",
        type=_Day(),
        metavar="DAY",
        help="Publication date of articles that have none, as 2023-01-08.",
    ),
    click.option("--encoding", default="utf-8", show_default=True, help="Encoding of text files."),
)
_selecting = _with(
    click.option(
        "--all", "everything", is_flag=True, help="Also background and verbal incidents, flagged."
    ),
    click.option(
        "--since", type=_Day(), metavar="DAY", help="Only what may have happened on or after it."
    ),
    click.option(
        "--until", type=_Day(), metavar="DAY", help="Only what may have happened on or before it."
    ),
    click.option(
        "--kind", "kinds", multiple=True, help="Only this kind, such as roadblock; may be repeated."
    ),
    click.option(
        "--bbox", type=_Box(), metavar="W,S,E,N", help="Only incidents in this box, in degrees."
    ),
)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="geo-incident-mapper", prog_name="geo")
@click.option("--verbose", is_flag=True, help="Log what the library does to standard error.")
def main(*, verbose: bool) -> None:
    """Read news articles and put what happened on a map, offline, with evidence.

    Example: geo map seeds/
    """
    if verbose:
        import logging  # noqa: PLC0415

        logging.basicConfig(level=logging.INFO, stream=sys.stderr)


@main.command()
@_sources
@click.option("-o", "--output", default="maps", show_default=True, help="Folder for the results.")
@_selecting
@click.option("--title", help="Title of the page.")
@click.option("--open", "open_page", is_flag=True, help="Open the page in the browser.")
@_reading
def map(  # noqa: A001 - the word of the command
    *,
    sources: Sequence[str],
    output: str,
    title: str | None,
    open_page: bool,
    published: date | None,
    encoding: str,
    **chosen: Any,  # noqa: ANN401
) -> None:
    """Read articles and draw what happened: a page and its data.

    SOURCE is a text file, Markdown with front matter, JSON Lines, a folder of such files, - for
    standard input, or an edited incidents.geojson.

    Example: geo map seeds/ -o maps/
    """
    from geo import commands  # noqa: PLC0415

    summary = commands.map(
        sources,
        output,
        selection=_selection(chosen),
        title=title,
        published=published,
        encoding=encoding,
        gazetteer=_gazetteer(),
    )
    _tell(summary)
    if open_page:
        click.launch(summary.files[0].absolute().as_uri())
    _leave(summary.rejected)


@main.command()
@_sources
@click.option("-o", "--output", required=True, help="File to write: .geojson or .csv.")
@click.option(
    "--geometry",
    type=click.Choice(["footprint", "point"]),
    default="footprint",
    show_default=True,
    help="Crossings as polygons and regions as outlines, or one point each.",
)
@_selecting
@_reading
def export(
    *,
    sources: Sequence[str],
    output: str,
    geometry: Any,  # noqa: ANN401 - one of two words, checked by click
    published: date | None,
    encoding: str,
    **chosen: Any,  # noqa: ANN401
) -> None:
    """Read articles and write the incidents as GeoJSON or CSV.

    Example: geo export seeds/ -o incidents.csv
    """
    from geo import commands  # noqa: PLC0415

    summary = commands.export(
        sources,
        output,
        selection=_selection(chosen),
        geometry=geometry,
        published=published,
        encoding=encoding,
        gazetteer=_gazetteer(),
    )
    _tell(summary)
    _leave(summary.rejected)


@main.command()
@_sources
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="For a person, or one JSON object an article.",
)
@_reading
def read(*, sources: Sequence[str], form: str, published: date | None, encoding: str) -> None:
    """Show what was understood in each article, and why.

    Example: geo read seeds/ --format jsonl
    """
    from geo import commands  # noqa: PLC0415
    from geo.lexicon import default_lexicon  # noqa: PLC0415

    rejects: list[Rejected] = []
    readings = commands.read(
        sources,
        published=published,
        encoding=encoding,
        gazetteer=_gazetteer(),
        rejected=rejects.append,
    )
    lexicon = default_lexicon()
    if form == "jsonl":
        from geo.io.readings import dumps  # noqa: PLC0415

        for reading in readings:
            click.echo(dumps(reading, lexicon.kinds))
    else:
        from rich.console import Console  # noqa: PLC0415

        from geo.explain import show  # noqa: PLC0415

        console = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
        for reading in readings:
            show(reading, lexicon, console)
    _name_rejects(rejects)
    _leave(rejects)


@main.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME…")
def locate(*, names: Sequence[str]) -> None:
    """Say where places are, the likeliest first, with their namesakes.

    Example: geo locate Strpce Brnjak "Zubin Potok"
    """
    from geo import commands  # noqa: PLC0415

    gazetteer = _gazetteer()
    missing = 0
    for name, places in commands.locate(*names, gazetteer=gazetteer):
        click.secho(name, bold=True)
        for place in places:
            click.echo(_line(place))
        if not places:
            missing += 1
            close = gazetteer.suggest(name)
            told = f"; did you mean {', '.join(close)}?" if close else ""
            click.echo(f"  not in the gazetteer{told}")
    if missing:
        sys.exit(1)


def _line(place: Place) -> str:
    """Return a place as one line: name, sort, countries, position, doubt, id."""
    parts = [place.name, place.kind.value, "|".join(place.countries)]
    if place.lat is not None and place.lon is not None:
        # Latitude first, as people say it; the letters leave no doubt about the order.
        north, east = ("N" if place.lat >= 0 else "S"), ("E" if place.lon >= 0 else "W")
        parts.append(f"{abs(place.lat):.4f}{north} {abs(place.lon):.4f}{east}")
    else:
        parts.append("no position")
    if place.uncertainty_m:
        parts.append(f"±{_distance(place.uncertainty_m)}")
    return f"  {'  '.join(parts)}  [{place.id}]"


def _distance(metres: float) -> str:
    return f"{metres / 1000:g} km" if metres >= 1000 else f"{metres:g} m"


@main.group()
def gazetteer() -> None:
    """Look after the gazetteer.

    Example: geo gazetteer check
    """


@gazetteer.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
def check(*, folder: Path | None) -> None:
    """Validate the reviewed tables; name file, line and column of whatever is wrong.

    Example: geo gazetteer check
    """
    from geo.io import overlay  # noqa: PLC0415

    problems = overlay.check(folder or overlay.find_folder())
    for problem in problems:
        click.echo(str(problem), err=True)
    if problems:
        click.echo(f"{len(problems)} problems", err=True)
        sys.exit(1)
    click.echo("the gazetteer is in order")


@gazetteer.command()
@click.option("--force", is_flag=True, help="Compile it even if it is up to date.")
def build(*, force: bool) -> None:
    """Compile the gazetteer now rather than at first use.

    Example: geo gazetteer build
    """
    from geo.io import index  # noqa: PLC0415

    click.echo(str(index.build_index(force=force, progress=_progress(), notice=_notice)))


@gazetteer.command()
def info() -> None:
    """Say which file is in use, what it holds, and under which licences.

    Example: geo gazetteer info
    """
    from geo.io import index  # noqa: PLC0415

    told = _gazetteer().info
    click.echo(f"file: {index.index_path() or 'temporary'}")
    for key, value in told.items():
        click.echo(f"{key}: {value}")


def _gazetteer() -> Gazetteer:
    from geo.io import index  # noqa: PLC0415

    return index.open_gazetteer(progress=_progress(), notice=_notice)


def _notice(line: str) -> None:
    click.echo(f"note: {line}", err=True)


def _progress() -> Callable[[str, float], None]:
    """Return a progress display: one line that moves on a terminal, a line at each stage else."""
    last = [""]

    def tell(what: str, share: float) -> None:
        if sys.stderr.isatty():
            end = "\n" if share >= 1.0 else ""
            sys.stderr.write(f"\rcompiling the gazetteer, once: {share:4.0%} {what:<40}{end}")
            sys.stderr.flush()
        elif what != last[0]:
            click.echo(f"compiling the gazetteer, once: {what}", err=True)
        last[0] = what

    return tell


def _selection(chosen: dict[str, Any]) -> Selection:
    from geo.lexicon import default_lexicon  # noqa: PLC0415
    from geo.selection import Selection  # noqa: PLC0415

    known = default_lexicon().kinds
    for kind in chosen["kinds"]:
        if kind not in known:
            raise click.BadParameter(
                f"{kind!r} is no kind of incident; there are {', '.join(sorted(known))}",
                param_hint="--kind",
            )
    return Selection(**chosen)


def _tell(summary: Summary) -> None:
    """Print the closing summary: what was read, shown, left open and set aside."""
    _name_rejects(summary.rejected)
    for warning in summary.warnings:
        click.echo(f"note: {warning}", err=True)
    click.echo(
        f"{_many(summary.articles, 'article')} read, {summary.without_incident} without incident, "
        f"{len(summary.rejected)} rejected"
    )
    click.echo(
        f"{_many(summary.incidents, 'incident')}: {summary.unlocated} without a place, "
        f"{summary.undated} without a date; {summary.hidden} more are talk, history or filtered out"
    )
    if not summary.incidents:
        click.echo("nothing to show: the result is empty, and says so")
    for path in summary.files:
        click.echo(str(path))


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _name_rejects(rejects: Sequence[Rejected]) -> None:
    for reject in rejects[:SHOWN_REJECTS]:
        click.echo(f"rejected: {reject}", err=True)
    if len(rejects) > SHOWN_REJECTS:
        click.echo(f"rejected: {len(rejects) - SHOWN_REJECTS} more", err=True)


def _leave(rejects: Sequence[Rejected]) -> None:
    if rejects:
        sys.exit(1)
