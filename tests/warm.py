"""Answer ``geo …`` in forks of one process that has everything loaded.

``serve SOCKET FOLDER`` is that process, which has read the articles of the folder; ``ask SOCKET``
is the ``geo`` that a shell finds before the installed one: it hands over its streams, words, folder
and surroundings. Nothing of the tests is imported: a fork sees what the installed command sees.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from pathlib import Path
from typing import Any, NoReturn

STREAMS = (0, 1, 2)
SIZE = 8
"""Bytes that tell how long the request is."""
GONE = 99
"""The code of a command that fell over before it could tell its own."""


def ask(address: str, words: list[str]) -> int:
    """Have a command run on our streams and return its code."""
    asked = {"words": words, "folder": os.getcwd(), "surroundings": dict(os.environ)}  # noqa: PTH109
    told = json.dumps(asked).encode()
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(address)
        socket.send_fds(line, [len(told).to_bytes(SIZE, "big")], STREAMS)
        line.sendall(told)
        return int(line.recv(SIZE) or GONE)


def serve(address: str, articles: Path) -> None:
    """Answer until whoever started us goes, and say first when everything is loaded."""
    import select
    import signal
    import warnings

    ready = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    # As an error: what is told once would otherwise be told here and to no command.
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warm_up(articles)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for a fork: it tells its code
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(address)
        door.listen()
        os.write(ready, b"ready\n")
        while door.fileno() in select.select([door.fileno(), 0], [], [])[0]:
            line, _ = door.accept()
            if not os.fork():
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                answer(line)
            line.close()


def warm_up(articles: Path) -> None:
    """Load what commands load: modules, vocabularies, borders and the page's shell."""
    import gc
    import tempfile

    from geo import commands
    from geo.cli import main
    from geo.io import index

    with tempfile.TemporaryDirectory() as name:
        # Closed again: each fork opens the gazetteer itself, as no connection outlives a fork.
        gazetteer = index.open_gazetteer(with_layers=False)
        commands.map(articles, Path(name, "maps"), gazetteer=gazetteer)
        for form in ("csv", "acled"):
            source = Path(name, "maps", "incidents.geojson")
            commands.export(source, Path(name, "a.csv"), form=form, gazetteer=gazetteer)
        gazetteer.close()
    main(["--help"], standalone_mode=False)
    sys.stdout.flush()
    gc.collect()
    gc.freeze()


def answer(line: socket.socket) -> NoReturn:
    """Be the command that was asked for, tell its code and leave."""
    import atexit
    import traceback

    head, streams, _, _ = socket.recv_fds(line, SIZE, len(STREAMS))
    with line.makefile("rb") as told:
        asked: dict[str, Any] = json.loads(told.read(int.from_bytes(head, "big")))
    for ours, theirs in zip(STREAMS, streams, strict=True):
        os.dup2(theirs, ours)
        os.close(theirs)
    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["surroundings"])
    sys.argv = ["geo", *asked["words"]]
    code = 1
    try:
        code = leave()
    except BaseException:  # noqa: BLE001 - whatever it is, Python would print it and go
        traceback.print_exc()
    finally:
        atexit._run_exitfuncs()
        sys.stdout.flush()
        line.sendall(str(code).encode())
        os._exit(code)


def leave() -> int:
    """Run the command and return the code it leaves with."""
    from geo.cli import main

    try:
        main()
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else int(left.code is not None)
    return 0


if __name__ == "__main__":
    if sys.argv[1] == "ask":
        sys.exit(ask(sys.argv[2], sys.argv[3:]))
    serve(sys.argv[2], Path(sys.argv[3]))
