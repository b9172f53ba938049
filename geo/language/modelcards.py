"""The cards of the models that come with the package: which files belong together.

A card is the JSON file beside the weights: version of the format, hashes, corpora, figures.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources
from typing import Any

from geo.errors import ModelError

__all__ = ["check", "read"]

_REMEDY = "install geo-incident-mapper again"


def read(
    name: str, wanted: Sequence[str], version: int
) -> tuple[Mapping[str, Any], dict[str, bytes]]:
    """Return a card and the files it speaks of, once they are seen to fit.

    Raises
    ------
    ModelError
        A file is missing, damaged or of another version.

    Examples
    --------
    >>> card, files = read("pos.json", ["pos_words.txt"], 2)
    >>> card["format"], list(files)
    (2, ['pos_words.txt'])
    """
    folder = resources.files("geo").joinpath("models")
    try:
        card = json.loads(folder.joinpath(name).read_text("utf-8"))
        files = {one: folder.joinpath(one).read_bytes() for one in wanted}
    except (OSError, ValueError) as error:
        raise ModelError(f"cannot be read ({error})", path=name, remedy=_REMEDY) from error
    check(name, card, files.items(), version)
    return card, files


def check(name: str, card: object, files: Iterable[tuple[str, bytes]], version: int) -> None:
    """Refuse weights of another version, and files that the card does not speak of.

    Raises
    ------
    ModelError
        One of them does not fit.
    """
    told = card if isinstance(card, dict) else {}
    if told.get("format") != version:
        found = f"is of format {told.get('format')}, this version reads {version}"
        raise ModelError(found, path=name, remedy=_REMEDY)
    known = told.get("files")
    for one, data in files:
        if not isinstance(known, dict) or hashlib.sha256(data).hexdigest() != known.get(one):
            raise ModelError("is not the file that the model card names", path=one, remedy=_REMEDY)
