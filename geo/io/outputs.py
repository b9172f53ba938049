"""Write a text to a file or a stream: whole, or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TextIO

from geo.errors import OutputError

__all__ = ["CREDITS", "write_text"]

CREDITS = ("Places: GeoNames, CC BY 4.0",)
"""Whom every result has to credit; layers of users add their own."""


def write_text(text: str, target: str | Path | TextIO, *, encoding: str = "utf-8") -> None:
    """Write beside the final place and rename into it, so that nobody reads half a file.

    Parameters
    ----------
    text
        What to write; line ends stay as they are.
    target
        A file, whose folder is made when it is missing, or an open text stream.
    encoding
        Of the file; a stream has its own.

    Raises
    ------
    OutputError
        The folder cannot be made or written to.

    Examples
    --------
    >>> import io
    >>> stream = io.StringIO()
    >>> write_text("Raška", stream)
    >>> stream.getvalue()
    'Raška'
    """
    if not isinstance(target, str | Path):
        target.write(text)
        return
    try:
        _write(text.encode(encoding), Path(os.path.realpath(target)))
    except OSError as error:
        raise OutputError(
            f"{target}: cannot be written ({error.strerror or error}); "
            "choose another file or make the folder writable"
        ) from error


def _write(content: bytes, path: Path) -> None:
    if path.exists() and not path.is_file() and not path.is_dir():
        path.write_bytes(content)  # a pipe or a device: renaming would put a file in its place
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    # Short, since the name itself may already have the length that the file system allows.
    beside = path.with_name(f".{path.name[:40]}.{os.getpid()}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
