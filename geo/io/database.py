"""A gazetteer's file: written beside its place and renamed into it, then only ever read."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from geo.garbage import uncollected

__all__ = ["FORMAT", "connect", "fault", "writing"]

FORMAT = 3
"""Raise it when the file changes in a way that an older or newer program would misread."""
_CACHE_KB = 32_768  # what SQLite may keep in memory while it sorts twelve million places on disk


class _Connection(sqlite3.Connection):
    """A connection that is opened anew where it is unpickled, as in another process."""

    path: Path

    def __reduce__(self) -> tuple[object, ...]:
        return connect, (self.path,)


def connect(path: Path) -> sqlite3.Connection:
    """Open a file that is never written again: no lock, no journal, also on a read-only disk."""
    whole = path.absolute()
    uri = f"{whole.as_uri()}?mode=ro&immutable=1"
    opened = sqlite3.connect(uri, uri=True, check_same_thread=False, factory=_Connection)
    opened.path = whole
    return opened


def fault(path: Path, digest: str) -> str | None:
    """Say what is wrong with a file, ``None`` if it has the size and contents that it claims.

    Parameters
    ----------
    path
        The file.
    digest
        What its ``info`` must tell: that it was made of the very inputs that are meant.
    """
    try:
        size = path.stat().st_size
    except OSError as error:
        return (error.strerror or str(error)).lower()
    connection = connect(path)
    try:
        (version,), (pages,), (page,) = (
            connection.execute(f"PRAGMA {name}").fetchone()
            for name in ("user_version", "page_count", "page_size")
        )
        told = connection.execute("SELECT value FROM info WHERE key = 'digest'").fetchone()
        names = connection.execute("SELECT 1 FROM name LIMIT 1").fetchone()
    except sqlite3.DatabaseError as error:
        return f"damaged: {error}"
    finally:
        connection.close()
    if version != FORMAT:
        return f"of format {version}, not {FORMAT}: another version of geo made it"
    if pages * page != size:
        return f"{size} bytes long instead of {pages * page}: cut short"
    if names is None:
        return "damaged: it has lost its names"
    return None if told == (digest,) else "made of other data"


@contextlib.contextmanager
def writing(draft: Path, path: Path) -> Iterator[sqlite3.Connection]:
    """Give an empty database; when the block ends well, it appears whole as ``path``.

    Parameters
    ----------
    draft
        Where it grows, in the folder of ``path``; what lies there is removed.
    path
        Where it ends.
    """
    draft.unlink(missing_ok=True)
    connection = sqlite3.connect(draft)
    try:
        with _sorting_in(connection, str(draft.parent.absolute())), uncollected():
            # Nobody reads the draft, and a crash leaves nothing that is worth saving.
            connection.executescript(
                f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                f"PRAGMA temp_store = FILE; PRAGMA cache_size = -{_CACHE_KB}"
            )
            yield connection
            # Last of all: its presence says that the file is whole.
            connection.execute(f"PRAGMA user_version = {FORMAT}")
        connection.close()
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        connection.close()
        with contextlib.suppress(OSError):
            draft.unlink()


@contextlib.contextmanager
def _sorting_in(connection: sqlite3.Connection, folder: str) -> Iterator[None]:
    """Let SQLite sort where there is room for the result: a temporary folder may be memory."""
    # Deprecated, but the variable SQLITE_TMPDIR is read once a process, before we are asked.
    setting = "PRAGMA temp_store_directory = '{}'"
    with contextlib.suppress(sqlite3.Error):
        connection.execute(setting.format(folder.replace("'", "''")))
    try:
        yield
    finally:
        with contextlib.suppress(sqlite3.Error):
            connection.execute(setting.format(""))
