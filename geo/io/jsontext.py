"""JSON as text, written alike by this package and by its page: numbers as JavaScript prints them.

A set that somebody filters in the page and saves has to be the file that ``geo export`` writes,
byte for byte; so there is one way to write a value, and ``viewer/writer.js`` follows it.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from decimal import Decimal

__all__ = ["dumps", "number"]

_SURROGATE = re.compile("[\ud800-\udfff]")

_quoted = json.JSONEncoder(ensure_ascii=False).encode


def dumps(value: object) -> str:
    r"""Write one value: letters as UTF-8, a space behind commas and colons, no lone surrogate.

    Raises
    ------
    TypeError, ValueError
        It holds what JSON cannot.

    Examples
    --------
    >>> dumps({"name": "Raška", "distance_m": 20.0, "known": [None, True]})
    '{"name": "Raška", "distance_m": 20, "known": [null, true]}'
    """
    # Exact types first: a million cells pass through here.
    if isinstance(value, str):
        return _quoted(_SURROGATE.sub("\ufffd", value))
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return number(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{dumps(str(k))}: {dumps(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(dumps, value)) + "]"
    raise TypeError(f"a {type(value).__name__} has no form in JSON")


def number(value: float) -> str:
    """Print a number as JavaScript does.

    Examples
    --------
    >>> number(20.0), number(0.00001), number(1e-7), number(1e21), number(-0.0)
    ('20', '0.00001', '1e-7', '1e+21', '0')
    """
    if isinstance(value, int):
        return str(int(value))
    if not math.isfinite(value):
        raise ValueError(f"{value} is no number in JSON")
    if value == 0:
        return "0"
    told = repr(float(value))  # the shortest digits that give this number back, as in JavaScript
    if 1e-6 <= abs(value) < 1e21:
        return (f"{Decimal(told):f}" if "e" in told else told).removesuffix(".0")
    digits, _, power = told.partition("e")
    return f"{digits.removesuffix('.0')}e{int(power):+d}"
