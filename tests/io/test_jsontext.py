from __future__ import annotations

import json
import subprocess
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.io import jsontext
from tests import browser

finite = st.floats(allow_nan=False, allow_infinity=False)
values = st.recursive(
    st.none() | st.booleans() | finite | st.integers(-(2**53), 2**53) | st.text(),
    lambda one: st.lists(one, max_size=3) | st.dictionaries(st.text(max_size=3), one, max_size=3),
    max_leaves=8,
)


@given(values)
def test_what_is_written_is_what_was_meant(value: Any) -> None:
    """A reader to whom all numbers are of one sort, as in JavaScript, gets the value back."""
    assert json.loads(jsontext.dumps(value), parse_int=float) == value


@pytest.mark.browser
@settings(max_examples=10, deadline=None)
@given(st.lists(finite, min_size=50, max_size=200))
def test_numbers_are_printed_as_javascript_prints_them(numbers: list[float]) -> None:
    """To the last digit and the form of the exponent."""
    script = "for (const n of JSON.parse(require('fs').readFileSync(0))) console.log(String(n))"
    told = subprocess.run(
        [browser.node(), "-e", script],
        input=json.dumps(numbers),
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split() == [*map(jsontext.number, numbers)]
