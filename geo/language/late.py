"""Expressions that are compiled when they are first asked: an article asks a quarter of them."""

from __future__ import annotations

import re
from typing import Any, cast

__all__ = ["late"]


class _Late:
    """What is no expression yet, and has the methods of one."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._told = pattern, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever an expression has
        if name.startswith("__"):  # as a copy asks of one that has nothing yet
            raise AttributeError(name)
        compiled = re.compile(*self._told)
        # Found at once from now on: this is called for what is not there.
        self.__dict__ |= {
            known: getattr(compiled, known) for known in dir(compiled) if known[:2] != "__"
        }
        return getattr(compiled, name)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    r"""Return an expression that is compiled when it is first used.

    Of the thousand of the stages a run over one short article comes to three hundred; the others
    took a tenth of it. It has the methods of a pattern, but ``re.sub(late(…), …)`` takes it not.

    Examples
    --------
    >>> late(r"\bplan(?:s|ned)?\s+to\b").search("they planned to march")
    <re.Match object; span=(5, 15), match='planned to'>
    """
    return cast("re.Pattern[str]", _Late(pattern, flags))
