"""The garbage collector: kept away where many objects are made, and searched for seldom else."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["seldom_searched", "uncollected"]

MADE_BETWEEN = 50_000
"""Objects made between two searches, 700 by itself. What an article leaves behind goes without
them, but for some circles; what is kept, words and places, is looked through each time in vain. So
183 articles take 6 % less time, and 2,942 of them 520 MB where they took 516."""


@contextmanager
def seldom_searched() -> Iterator[None]:
    """Make the searches for circles of references rare: for a program, not for a library."""
    before = gc.get_threshold()
    if before[0]:  # zero: whoever runs us searches by hand
        gc.set_threshold(max(before[0], MADE_BETWEEN), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def uncollected() -> Iterator[None]:
    """Spare the collector a million objects: it takes a third of the time and finds nothing.

    Examples
    --------
    >>> with uncollected():
    ...     gc.isenabled()
    False
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
