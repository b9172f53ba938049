"""Arguments and options that several commands share, and what their values may be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from geo.selection import Selection

__all__ = ["behind", "reading", "selecting", "selection", "sources"]

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


def _with(*options: Callable[[Any], Any]) -> Callable[[Command], Command]:
    """Join options into one decorator, in the order given."""

    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


sources = click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
reading = _with(
    click.option(
        "--published",
        type=_Day(),
        metavar="DAY",
        help="Publication date of articles that have none, as 2023-01-08.",
    ),
    click.option("--encoding", default="utf-8", show_default=True, help="Encoding of text files."),
    click.option(
        "--workers",
        type=click.IntRange(min=1),
        metavar="N",
        help="Processes that read; by default one a processor, up to 8, once there are more than "
        "40 articles.",
    ),
)
behind = _with(
    click.option(
        "--basemap",
        metavar="FILE",
        help="Your own map behind the incidents: GeoJSON or GeoPackage. For orientation only.",
    ),
    click.option(
        "--tiles",
        metavar="URL",
        help="An online background, as https://tiles.example/{z}/{x}/{y}.png. Whoever opens the "
        "page then asks that host for pictures.",
    ),
    click.option(
        "--attribution", metavar="TEXT", help="Whom to credit for the basemap or the tiles."
    ),
)
selecting = _with(
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


def selection(chosen: dict[str, Any]) -> Selection:
    """Return what the options of ``selecting`` ask for; days and kinds are checked here."""
    from geo.lexicon import default_lexicon  # noqa: PLC0415
    from geo.selection import Selection  # noqa: PLC0415

    since, until = chosen["since"], chosen["until"]
    if since and until and since > until:
        raise click.BadParameter(f"{since} is after {until}", param_hint="--since")
    known = default_lexicon().kinds
    for kind in chosen["kinds"]:
        if kind not in known:
            raise click.BadParameter(
                f"{kind!r} is no kind of incident; there are {', '.join(sorted(known))}",
                param_hint="--kind",
            )
    return Selection(**chosen)
