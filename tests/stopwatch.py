"""How long something takes, on machines that are busy and in processes that are large."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import process_time


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return the time of this process that `work` takes, no collection of garbage included.

    Late in a run of five thousand tests one full pass of the collector takes .7 s, and it falls
    into whatever happens to run: once into a test that allows .1 s.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        began = process_time()
        work()
        return process_time() - began
    finally:
        if collecting:
            gc.enable()
