"""The gazetteers that users add: one file each, in a folder that lasts.

``$GEO_DATA_DIR``, or the platform's folder for the data of users, holds the files and a list of
them, ``layers.json``. A file is written beside its place and renamed into it; what is listed and
missing, damaged or of another version is an error that says how to add it again, for nobody else
can.
"""

from __future__ import annotations

import contextlib
import csv
import hashlib
import json
import os
import re
import shlex
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from geo import gazetteer
from geo.errors import GazetteerIndexError, OptionError
from geo.gazetteer import Gazetteer, Layer
from geo.gazetteers.layered import Layered
from geo.io import database
from geo.io.imports import Reading, Settings
from geo.io.outputs import write_text
from geo.language.names import fold, keys
from geo.model import Rejected

__all__ = ["DATA_VARIABLE", "Added", "Listed", "add", "default_folder", "listed", "over", "remove"]

DATA_VARIABLE = "GEO_DATA_DIR"
OFF_VARIABLE = "GEO_NO_LAYERS"
APPLICATION = "geo-incident-mapper"
LIST = "layers.json"
LOCK_SECONDS = 60
"""The list is held for milliseconds; who waits longer waits for a dead process."""
DRAFT_SECONDS = 86_400
"""Nothing takes a day to add: an older draft was left behind."""

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
# What search keys are like: if these come out differently, the keys in a layer are of no use.
_PROBES = (
    "St. Élie-sur-Mer", "Đakovica", "Ђаковица", "Leposaviq", "Ćuprija", "Kyïv", "Ёлкино", "Đorđe",
    "Shtërpcë", "Łódź", "Straße", "İzmir", "Ħamrun", "Sankt-Peterburg", "U.S.", "N’Djamena", "Ötzi",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Listed:
    """A layer as the list of layers tells of it."""

    layer: Layer
    path: Path
    digest: str
    folding: str
    places: int
    names: int
    rejected: int
    command: tuple[str, ...]

    @property
    def again(self) -> str:
        """The command line that made it."""
        return shlex.join(("geo", "gazetteer", "add", *self.command))


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a file came to: the layer, and the rows that were set aside."""

    listed: Listed
    rejected: tuple[Rejected, ...]
    report: Path | None
    replaced: bool


def default_folder() -> Path:
    """Return the folder of the layers, which need not exist.

    Raises
    ------
    OptionError
        There is no home to have it in.
    """
    told = os.environ.get(DATA_VARIABLE)
    if told:
        return Path(told).absolute()
    from platformdirs import user_data_path  # noqa: PLC0415 - not with a folder of one's own

    found = user_data_path(APPLICATION, appauthor=False)
    if not found.is_absolute():
        raise OptionError("there is no home folder", remedy=f"set {DATA_VARIABLE} to a folder")
    return found


def listed(*, folder: Path | None = None) -> tuple[Listed, ...]:
    """Return the layers in the order they were added.

    Parameters
    ----------
    folder
        Where layers lie; by default ``$GEO_DATA_DIR`` or the platform's folder for data.

    Raises
    ------
    GazetteerIndexError
        The list cannot be read.

    Examples
    --------
    >>> import tempfile
    >>> listed(folder=Path(tempfile.mkdtemp()))
    ()
    """
    here = folder
    try:
        here = here or default_folder()
        text = (here / LIST).read_text("utf-8")
    except (FileNotFoundError, NotADirectoryError, OptionError):
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise _broken(here or Path(), error) from error
    try:
        told = json.loads(text)
        return tuple(_listed(here, one) for one in told["layers"])
    except (ValueError, KeyError, TypeError) as error:
        raise _broken(here, error) from error


def over(base: Gazetteer) -> Gazetteer:
    """Put the layers over a gazetteer; without any it comes back as it is.

    Raises
    ------
    GazetteerIndexError
        A layer is missing, damaged or of another version.
    """
    found = () if os.environ.get(OFF_VARIABLE) else listed()
    if not found:
        return base
    for one in found:
        _check(one)
    layers = [Gazetteer(database.connect(one.path), layer=one.layer) for one in found]
    marked = [
        Gazetteer(
            database.connect(one.path),
            layer=one.layer,
            marked_only=one.layer.recognise == "some",
        )
        for one in found
        if one.layer.recognise != "none"
    ]
    return Layered(base, layers, marked)


def add(
    path: str | Path,
    *,
    name: str | None = None,
    settings: Settings | None = None,
    folder: Path | None = None,
    command: Sequence[str] = (),
    progress: Callable[[str, float], None] | None = None,
) -> Added:
    r"""Add the places of a file as a layer, or replace the layer of that name.

    Parameters
    ----------
    path
        A GeoNames dump (text or zip), a CSV or TSV file, or what GDAL opens.
    name
        Of the layer: small letters, digits, ``-`` and ``_``; by default that of the file.
    settings
        How to read it, and its licence and source.
    folder
        As for ``listed``.
    command
        The words that do the same on a command line, for messages.
    progress
        Called with what is being done and how much of it is done, 0 to 1.

    Raises
    ------
    TableError
        The file cannot be used; nothing was taken from it.
    OptionError
        A setting or the name cannot be.
    GazetteerIndexError
        The layer cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> here = Path(tempfile.mkdtemp())
    >>> _ = (here / "v.csv").write_text("name,lon,lat\nUpper Quarn,20.51,42.61\n")
    >>> added = add(here / "v.csv", settings=Settings(kind="settlement"), folder=here)
    >>> added.listed.layer.name, added.listed.places
    ('v', 1)
    """
    path, known = Path(path), settings or Settings()
    called = _named(name or fold(path.name.partition(".")[0]).replace(" ", "-"))
    here = folder or default_folder()
    known = _with_source(path, known)
    draft = here / f"{called}.{os.getpid()}.draft"
    report = here / f"{called}.{os.getpid()}.rejected"
    words = tuple(command) or (str(path), "--name", called)
    try:
        here.mkdir(mode=0o700, parents=True, exist_ok=True)
        _remove_drafts(here)
        with contextlib.ExitStack() as stack:
            stack.callback(report.unlink, missing_ok=True)
            reading = stack.enter_context(_reported(path, called, known, report))
            made = _write(reading, called, known, draft, words, progress or (lambda *_: None))
            return _enlist(made, reading, draft, report)
    except (OSError, sqlite3.Error) as error:
        raise GazetteerIndexError(
            f"nothing can be written in {here} ({error}); set {DATA_VARIABLE} to another folder"
        ) from error
    finally:
        for left in (draft, draft.with_suffix(".whole")):
            with contextlib.suppress(OSError):
                left.unlink()


def remove(name: str, *, folder: Path | None = None) -> Path:
    r"""Take a layer off, and return the file that it was.

    Parameters
    ----------
    name
        Of the layer.
    folder
        As for ``listed``.

    Raises
    ------
    OptionError
        No layer has this name.

    Examples
    --------
    >>> import tempfile
    >>> here = Path(tempfile.mkdtemp())
    >>> _ = (here / "v.csv").write_text("name,lon,lat\nUpper Quarn,20.51,42.61\n")
    >>> _ = add(here / "v.csv", settings=Settings(kind="settlement"), folder=here)
    >>> remove("v", folder=here).name
    'v.sqlite'
    """
    here = folder or default_folder()
    known = listed(folder=here)
    with _locked(here) if known else contextlib.nullcontext():
        known = listed(folder=here)
        gone = [one for one in known if one.layer.name == name]
        if not gone:
            names = ", ".join(one.layer.name for one in known) or "none"
            raise OptionError(f"no layer is called {name!r}", remedy=f"there are: {names}")
        _write_list(here, [one for one in known if one.layer.name != name])
    with contextlib.suppress(OSError):  # in use on Windows; it is listed no more
        gone[0].path.unlink()
    gone[0].path.with_suffix(".rejected.tsv").unlink(missing_ok=True)
    return gone[0].path


# ---- making one


def _named(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise OptionError(
            f"{name!r} cannot be the name of a layer",
            remedy="give one of small letters, digits, - and _ with --name",
        )
    return name


def _with_source(path: Path, settings: Settings) -> Settings:
    from geo.io import geonames  # noqa: PLC0415

    dump = settings.source or settings.columns or path.suffix.lower() not in {".txt", ".zip"}
    if not dump and path.is_file() and geonames.is_dump(path):
        return replace(settings, source="GeoNames", licence=settings.licence or "CC BY 4.0")
    return replace(
        settings,
        source=settings.source or path.name,
        licence=settings.licence or "licence not stated",
    )


@contextlib.contextmanager
def _reported(path: Path, name: str, settings: Settings, report: Path) -> Iterator[Reading]:
    """Give the places of a file, and write down the rows that are set aside."""
    with report.open("w", encoding="utf-8", errors="replace", newline="") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
        table.writerow(("file", "line", "reason", "row"))

        def told(one: Rejected, text: str) -> None:
            table.writerow((one.path, one.line, one.reason, text[:1000]))

        reading = Reading(path, name, settings, told)
        yield reading


def _write(
    reading: Reading,
    name: str,
    settings: Settings,
    draft: Path,
    words: tuple[str, ...],
    progress: Callable[[str, float], None],
) -> Listed:
    layer = Layer(name, settings.source, settings.licence, "all" if settings.recognise else "none")
    digest = _digest(reading.path, settings)
    told = asdict(layer) | {"digest": digest, "format": str(database.FORMAT), "folding": _folding()}
    bytes_in_all = max(reading.path.stat().st_size, 1)
    progress(f"reading {reading.path.name}", 0.0)

    def count(places: int) -> None:
        # A row of GeoNames has some 130 bytes, zipped 35: good enough for a moving line.
        size = 35 if reading.path.suffix == ".zip" else 130
        share = min(0.6 * places * size / bytes_in_all, 0.6)
        progress(f"{places:,} places", share)

    with database.writing(draft, draft.with_suffix(".whole")) as connection:
        gazetteer.build(
            connection, reading, info=told, marks=not settings.recognise, progress=count
        )
        progress("moving it into place", 0.98)
        [(places, names, marked)] = connection.execute(
            "SELECT (SELECT value FROM info WHERE key = 'places'),"
            " (SELECT value FROM info WHERE key = 'names'), EXISTS (SELECT 1 FROM marked)"
        ).fetchall()
    if marked and not settings.recognise:
        layer = replace(layer, recognise="some")
    path = draft.with_name(f"{name}.sqlite")
    progress("done", 1.0)
    return Listed(layer, path, digest, _folding(), int(places), int(names), reading.rejected, words)


def _enlist(made: Listed, reading: Reading, draft: Path, report: Path) -> Added:
    """Put a layer that is whole into its place and on the list."""
    kept = made.path.with_suffix(".rejected.tsv")
    with _locked(made.path.parent):
        known = listed(folder=made.path.parent)
        at = [one.layer.name for one in known]
        replaced = made.layer.name in at
        draft.with_suffix(".whole").replace(made.path)
        if reading.rejected:
            report.replace(kept)
        else:
            kept.unlink(missing_ok=True)
        names = [made if one.layer.name == made.layer.name else one for one in known]
        _write_list(made.path.parent, names if replaced else [*names, made])
    return Added(made, tuple(reading.first), kept if reading.rejected else None, replaced)


def _remove_drafts(here: Path) -> None:
    """Remove what processes left behind that were killed."""
    for left in (*here.glob("*.draft"), *here.glob("*.whole"), *here.glob("*.rejected")):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > DRAFT_SECONDS:
                left.unlink()


def _digest(path: Path, settings: Settings) -> str:
    digest = hashlib.sha256(repr((database.FORMAT, _folding(), settings)).encode())
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()[:16]


def _folding() -> str:
    """Say in a few digits how names are folded."""
    told = repr([keys(name) for name in _PROBES])
    return hashlib.sha256(told.encode()).hexdigest()[:8]


# ---- the list


@contextlib.contextmanager
def _locked(here: Path) -> Iterator[None]:
    from filelock import FileLock, Timeout  # noqa: PLC0415 - only who changes the list needs it

    try:
        with FileLock(here / "layers.lock", timeout=LOCK_SECONDS):
            yield
    except Timeout as error:
        raise GazetteerIndexError(
            f"{error.lock_file} has been held for {LOCK_SECONDS} s; end that process"
        ) from error


def _write_list(here: Path, known: Sequence[Listed]) -> None:
    told = [asdict(one) | {"path": one.path.name} for one in known]
    write_text(json.dumps({"layers": told}, ensure_ascii=False, indent=1) + "\n", here / LIST)


def _listed(here: Path, told: dict[str, Any]) -> Listed:
    return Listed(
        **told | {
            "layer": Layer(**told["layer"]),
            "path": here / Path(told["path"]).name,
            "command": tuple(told["command"]),
        }
    )  # fmt: skip


def _check(one: Listed) -> None:
    """Refuse a layer that cannot answer.

    Raises
    ------
    GazetteerIndexError
        Saying which, why, and the command that mends it.
    """
    wrong = database.fault(one.path, one.digest)
    if wrong is None and one.folding != _folding():
        wrong = "made with other spelling rules: another version of geo made it"
    if wrong is not None:
        raise GazetteerIndexError(
            f"the layer {one.layer.name} cannot be used: {one.path} is {wrong}; run "
            f"`{one.again}` again, or `geo gazetteer remove {one.layer.name}`"
        )


def _broken(here: Path, error: Exception) -> GazetteerIndexError:
    return GazetteerIndexError(
        f"{here / LIST} cannot be read ({type(error).__name__}: {error}); "
        "delete it and add the layers again with `geo gazetteer add`"
    )
