"""Lines of big text files, plain or zipped, one by one and with their numbers.

A line that cannot be text is handed to whoever counts such lines, and does not stop the others.
"""

from __future__ import annotations

import contextlib
import io
import re
import sqlite3
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from geo.errors import TableError

__all__ = ["CONTROL", "Reject", "Seen", "opened", "read_lines"]

LONGEST_LINE = 1_000_000
"""Bytes; the longest line of GeoNames has some ten thousand."""

CONTROL = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f]")
"""Characters that no name has; the tab parts columns."""

Reject = Callable[[int, str, str], None]
"""Told the line, what is wrong with it, and what stands there."""

_NAMELESS = re.compile(r"readme|license|^__MACOSX|/\.", re.IGNORECASE)
_DAMAGED = "is cut short or damaged ({})"
_AGAIN = "fetch it again"


@contextlib.contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file, or the one table inside a zip.

    Raises
    ------
    TableError
        The file is missing, cut short, or holds several tables or none.
    """
    try:
        if path.suffix.lower() != ".zip":
            with path.open("rb") as file:
                yield file
            return
        with zipfile.ZipFile(path) as archive, archive.open(_member(archive, path)) as file:
            yield io.BufferedReader(file, 1 << 20)  # type: ignore[type-var]
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise TableError(_DAMAGED.format(error), path=path, remedy=_AGAIN) from error
    except OSError as error:
        raise TableError(
            f"cannot be read ({error.strerror or error})", path=path, remedy="check the name"
        ) from error


def _member(archive: zipfile.ZipFile, path: Path) -> str:
    names = [
        info.filename
        for info in archive.infolist()
        if not info.is_dir() and not _NAMELESS.search(info.filename)
    ]
    own = [name for name in names if Path(name).stem.lower() == path.stem.lower()]
    found = own or names
    if len(found) != 1:
        told = (
            f"holds {len(found)} tables ({', '.join(sorted(found)[:5])})" if found else "is empty"
        )
        raise TableError(told, path=path, remedy="unpack it and name one file")
    return found[0]


def read_lines(path: Path, reject: Reject, *, encoding: str = "utf-8") -> Iterator[tuple[int, str]]:
    """Yield the lines of a file with their numbers, from 1, without line ends.

    Parameters
    ----------
    path
        The file, or a zip with one table in it.
    reject
        Told of lines that are not text: of another encoding, with NUL bytes, endless.
    encoding
        How letters are written; a byte order mark is taken off.
    """
    with opened(path) as stream:
        for number, raw in enumerate(_raw_lines(stream), start=1):
            line = raw.rstrip(b"\r\n")
            if number == 1:
                line = _without_mark(line, path)
            if len(raw) >= LONGEST_LINE and not raw.endswith(b"\n"):
                reject(number, f"longer than {LONGEST_LINE} bytes", repr(raw[:80]))
            elif b"\0" in line:
                reject(number, "holds a NUL byte", repr(line[:80]))
            else:
                try:
                    text = line.decode(encoding)
                except UnicodeDecodeError:
                    reject(number, f"is not {encoding.upper()}", repr(line[:80]))
                else:
                    yield number, text


def _raw_lines(stream: BinaryIO) -> Iterator[bytes]:
    """Yield lines; of one without end only the beginning, so that memory stays bounded."""
    while raw := stream.readline(LONGEST_LINE):
        yield raw
        while len(raw) >= LONGEST_LINE and not raw.endswith(b"\n"):
            raw = stream.readline(LONGEST_LINE)


def _without_mark(line: bytes, path: Path) -> bytes:
    if line.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise TableError("is written in UTF-16", path=path, line=1, remedy="save it as UTF-8")
    return line.removeprefix(b"\xef\xbb\xbf")


class Seen:
    """Ids with the line where each was first met, on disk once they are many.

    Examples
    --------
    >>> seen = Seen()
    >>> seen.first("a", 1), seen.first("b", 2), seen.first("a", 3)
    (None, None, 1)
    """

    def __init__(self) -> None:
        self._ids = sqlite3.connect("", check_same_thread=False)  # private, spills to disk
        self._ids.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32768;"
            "CREATE TABLE seen (id PRIMARY KEY, line INTEGER) WITHOUT ROWID; BEGIN"
        )
        self._add = self._ids.cursor()

    def first(self, identity: str | int, line: int) -> int | None:
        """Remember an id, and return the line that had it before, if one had."""
        told = "INSERT OR IGNORE INTO seen VALUES (?, ?)"
        if self._add.execute(told, (identity, line)).rowcount:
            return None
        found = self._add.execute("SELECT line FROM seen WHERE id = ?", (identity,)).fetchone()
        return int(found[0])

    def close(self) -> None:
        """Drop them."""
        self._ids.close()
