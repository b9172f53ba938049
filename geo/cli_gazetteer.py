"""The commands ``geo gazetteer …``: look after the gazetteer and the layers over it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geo.errors import OptionError, TableError
from geo.terminal import harmless, place_line

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer
    from geo.io.imports import Settings
    from geo.io.layers import Listed

__all__ = ["gazetteer", "opened"]

SHOWN = 20
"""Rejected rows that are spelt out; the report holds all."""
FOUND = 20
"""Places that a search shows unless told."""


@click.group()
def gazetteer() -> None:
    """Look after the gazetteer, and add your own to it.

    Example: geo gazetteer check
    """


def _reading(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that say how a file of places is read."""
    path = click.Path(path_type=Path)
    options = (
        click.option(
            "--columns",
            multiple=True,
            metavar="FIELD=COLUMN,…",
            help="Which column tells what: name, lon, lat, id, country, kind, population, "
            "other_names, language:sq …; by default their headings say it.",
        ),
        click.option("--kind", help="Kind of the places whose row tells none, as settlement."),
        click.option("--country", help="Country of the places whose row tells none, as XK."),
        click.option(
            "--features",
            help="Of a GeoNames dump: the classes and codes wanted, as P,A,S.PSTB; "
            "by default A,H,L,P,S,T.",
        ),
        click.option(
            "--alternate-names", type=path, help="GeoNames' alternateNamesV2, text or zip."
        ),
        click.option("--admin1", type=path, help="GeoNames' admin1CodesASCII.txt."),
        click.option("--admin2", type=path, help="GeoNames' admin2Codes.txt."),
        click.option("--table", help="Of a GeoPackage: the table to read."),
        click.option("--encoding", default="utf-8", show_default=True, help="Of a text file."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@gazetteer.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--name", help="What to call it; by default what the file is called.")
@click.option("--licence", default="", help="Under which licence its data are.")
@click.option("--source", default="", help="Whom to credit where its places are shown.")
@click.option("--recognise", is_flag=True, help="Look for its names in texts, too.")
@_reading
def add(*, file: Path, name: str | None, **chosen: Any) -> None:  # noqa: ANN401
    """Add a gazetteer of your own as a layer.

    A layer of the same name is replaced. FILE is a GeoNames country dump or allCountries (text or
    zip), a CSV or TSV file, or what GDAL opens: GeoPackage, GeoJSON, Shapefile.

    Example: geo gazetteer add villages.csv --kind settlement --licence "CC BY 4.0"
    """
    from geo.io import layers  # noqa: PLC0415

    added = layers.add(
        file,
        name=name,
        settings=_settings(chosen),
        command=_words(file, name, chosen),
        progress=progress("adding the gazetteer"),
    )
    _name_rejected(added.rejected, added.listed.rejected)
    if added.report:
        click.echo(f"rejected rows: {harmless(str(added.report))}", err=True)
    verb = "replaced" if added.replaced else "added"
    click.echo(f"{verb} {_summary(added.listed)}")
    if added.listed.rejected:
        sys.exit(1)


@gazetteer.command()
@click.argument("name")
def remove(*, name: str) -> None:
    """Take a layer off and delete its file.

    Example: geo gazetteer remove villages
    """
    from geo.io import layers  # noqa: PLC0415

    click.echo(f"removed {name} ({harmless(str(layers.remove(name)))})")


@gazetteer.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
@_reading
def check(*, path: Path | None, **chosen: Any) -> None:  # noqa: ANN401
    """Validate the reviewed tables, or a file that is to be added.

    PATH is a folder of reviewed tables or a file such as `add` takes, with the same options.
    File, line and column of whatever is wrong are named.

    Example: geo gazetteer check
    """
    from geo.io import overlay  # noqa: PLC0415

    if path is not None and not path.is_dir():
        _check_file(path, _settings(chosen))
        return
    problems = overlay.check(path or overlay.find_folder())
    for problem in problems:
        click.echo(harmless(str(problem)), err=True)
    if problems:
        click.echo(_many(len(problems), "problem"), err=True)
        sys.exit(1)
    click.echo("the gazetteer is in order")


def _check_file(path: Path, settings: Settings) -> None:
    from geo.io.imports import read  # noqa: PLC0415

    wrong = 0

    def told(line: int, reason: str, text: str) -> None:
        nonlocal wrong
        wrong += 1
        click.echo(harmless(f"{path}:{line}: {reason}: {text[:80]}"), err=True)

    places = sum(1 for _ in read(path, "checked", settings, told))
    if wrong:
        click.echo(f"{_many(places, 'place')}, {_many(wrong, 'problem')}", err=True)
        sys.exit(1)
    if not places:
        remedy = "name another file, or other columns or features"
        raise TableError("holds no places that are wanted", path=path, remedy=remedy)
    click.echo(f"{_many(places, 'place')}, all in order")


@gazetteer.command()
@click.option("--force", is_flag=True, help="Compile it even if it is up to date.")
def build(*, force: bool) -> None:
    """Compile the gazetteer now rather than at first use.

    Example: geo gazetteer build
    """
    from geo.io import index  # noqa: PLC0415

    path = index.build_index(force=force, progress=progress(), notice=notice)
    click.echo(str(path))


@gazetteer.command()
def info() -> None:
    """Say which files are in use, and what they hold.

    Their counts, sources and licences, and those of the layers over the default gazetteer.

    Example: geo gazetteer info
    """
    from geo.io import index, layers  # noqa: PLC0415

    told = index.open_gazetteer(with_layers=False, progress=progress(), notice=notice).info
    click.echo(f"file: {index.index_path() or 'temporary'}")
    for key, value in told.items():
        click.echo(f"{key}: {value}")
    for one in layers.listed():
        click.echo(f"layer: {_summary(one)}")
        click.echo(harmless(f"  {one.layer.source}; {one.layer.licence}"))
        click.echo(f"  recognised in texts: {one.layer.recognise}")
        click.echo(harmless(f"  file: {one.path} ({_size(one.path)})"))
    opened()  # says what is wrong with a layer


@gazetteer.command()
@click.argument("name")
@click.option("--country", help="Only there, as XK.")
@click.option("--kind", help="Only places of this kind, as settlement.")
@click.option("--near", metavar="LON,LAT", help="The nearest to this point first.")
@click.option("--limit", type=click.IntRange(1), default=FOUND, show_default=True)
def search(
    *, name: str, country: str | None, kind: str | None, near: str | None, limit: int
) -> None:
    """List the places of a name, then those whose name begins so.

    Example: geo gazetteer search "Zubin" --country XK
    """
    from geo import lookups  # noqa: PLC0415

    found = lookups.search(
        name,
        country=country,
        kind=kind,
        near=_position(near) if near else None,
        limit=limit,
        gazetteer=opened(),
    )
    for place in found:
        layer = place.attribute("layer")
        click.echo(place_line(place) + (f"  ({layer})" if layer else ""))
    if not found:
        click.echo("nothing found", err=True)
        sys.exit(1)


def _position(told: str) -> tuple[float, float]:
    lon, _, lat = told.partition(",")
    try:
        found = float(lon), float(lat)
    except ValueError:
        found = (999.0, 999.0)
    if abs(found[0]) > 180 or abs(found[1]) > 90:
        raise OptionError(f"{told!r} is no position", remedy="write LON,LAT, as 20.87,42.89")
    return found


def _settings(chosen: dict[str, Any]) -> Settings:
    from geo.io.imports import Settings  # noqa: PLC0415

    columns: dict[str, str] = {}
    for pair in (pair for told in chosen["columns"] for pair in told.split(",")):
        field, sign, column = pair.partition("=")
        if not sign:
            raise OptionError(f"{pair!r} names no column", remedy="write name=NAME,lon=X,lat=Y")
        columns[field.strip()] = column.strip()
    features = tuple(filter(None, (chosen["features"] or "").replace(" ", "").split(",")))
    return Settings(**chosen | {"columns": columns, "features": features})


def _words(file: Path, name: str | None, chosen: dict[str, Any]) -> list[str]:
    """Return the words behind ``geo gazetteer add`` that do this again."""
    words = [str(file)] + (["--name", name] if name else [])
    for option, value in chosen.items():
        flag = f"--{option.replace('_', '-')}"
        if value is True:
            words.append(flag)
        elif option == "columns":
            words += [word for told in value for word in (flag, told)]
        elif value and (option, value) != ("encoding", "utf-8"):
            words += [flag, str(value)]
    return words


def _summary(one: Listed) -> str:
    told = f"{one.layer.name}: {_many(one.places, 'place')}, {_many(one.names, 'name')}"
    return f"{told}, {_many(one.rejected, 'row')} rejected" if one.rejected else told


def _size(path: Path) -> str:
    try:
        return f"{path.stat().st_size / 1e6:.1f} MB"
    except OSError:
        return "missing"


def _name_rejected(rejected: Sequence[object], number: int) -> None:
    for one in rejected[:SHOWN]:
        click.echo(harmless(f"rejected: {one}"), err=True)
    if number > SHOWN:
        click.echo(f"rejected: {number - SHOWN} more", err=True)


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def opened() -> Gazetteer:
    """Open the gazetteer, with progress on standard error while it is compiled."""
    from geo.io import index  # noqa: PLC0415

    told = click.get_current_context().find_root().obj or {}
    return index.open_gazetteer(progress=progress(), notice=notice, **told)


def notice(line: str) -> None:
    """Tell something that is not an error."""
    click.echo(f"note: {line}", err=True)


def progress(doing: str = "compiling the gazetteer, once") -> Callable[[str, float], None]:
    """Return a progress display: one line that moves on a terminal, a line at each stage else."""
    last = [""]

    def tell(what: str, share: float) -> None:
        if sys.stderr.isatty():
            end = "\n" if share >= 1.0 else ""
            sys.stderr.write(f"\r{doing}: {share:4.0%} {what:<40}{end}")
            sys.stderr.flush()
        elif what != last[0] and not what[0].isdigit():
            click.echo(f"{doing}: {what}", err=True)
        last[0] = what

    return tell
