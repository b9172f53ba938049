from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from geo.errors import OutputError
from geo.io.outputs import write_text


def test_a_link_keeps_pointing(tmp_path: Path) -> None:
    """What stands behind a symbolic link is replaced, not the link."""
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    write_text("new", tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


def test_a_device_is_written_to_not_replaced() -> None:
    """Renaming a file onto a device would take it from everybody."""
    write_text("x", os.devnull)
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_others_may_read_what_the_umask_allows(tmp_path: Path) -> None:
    """A result has the rights of any new file, not those of a temporary one."""
    (tmp_path / "plain").touch()
    write_text("x", tmp_path / "result")
    assert (tmp_path / "result").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_long_names_are_written(tmp_path: Path) -> None:
    """The temporary name fits wherever the final one does; a longer one is refused."""
    write_text("x", tmp_path / ("n" * 255))
    with pytest.raises(OutputError, match="cannot be written"):
        write_text("x", tmp_path / ("n" * 256))
    assert len(list(tmp_path.iterdir())) == 1
