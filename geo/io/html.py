"""Write a page: whole, or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from geo.errors import OutputError

__all__ = ["write"]


def write(page: str, path: str | Path) -> Path:
    """Write HTML beside its final place, then rename it into that place.

    Parameters
    ----------
    page
        The whole document.
    path
        The file; its folder is made when it is missing.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    OutputError
        The folder cannot be made or written to.

    Examples
    --------
    >>> folder = tempfile.mkdtemp()
    >>> write("<!DOCTYPE html>", Path(folder, "maps", "a.html")).read_text()
    '<!DOCTYPE html>'
    """
    target = Path(path)
    temporary: str | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(
            dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part"
        )
        with os.fdopen(handle, "wb") as file:
            file.write(page.encode("utf-8"))
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(target)
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
        raise OutputError(
            f"{target}: cannot be written ({error.strerror or error}); "
            "choose another file with -o or make the folder writable"
        ) from error
    return target


def _umask() -> int:
    """Return the mask that new files get: ``mkstemp`` makes them private."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
