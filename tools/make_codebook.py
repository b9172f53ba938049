"""Write ``docs/codebook.md`` from ``geo/kinds.toml`` and ``geo/events/codebook.toml``.

Run ``python -m tools.make_codebook`` after a change of either; a test compares.
"""

# ruff: noqa: INP001 - a script, no package
from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from geo.events.codebook import Entry, entries

PAGE = Path(__file__).parent.parent / "docs" / "codebook.md"
HEAD = """\
# Codebook

What each kind of incident is, what counts as one and what does not, and what other taxonomies
call it. Made from `geo/kinds.toml` and `geo/events/codebook.toml` by
`python -m tools.make_codebook`; the sentences are invented.

A kind is never a default: where no words tell of one there is no incident. A deed that is
planned, threatened or denied is kept as talk, and one told as history as background; neither is
on the map unless asked for (`--all`). Where two kinds fit, the more telling one is taken: a blast
with "suicide bomber" in its sentence is a suicide bombing. A step of another deed ("burst into a
house and shot three") is background too.

The UCDP column says which type of violence (1 a state against an armed group, 2 between armed
groups, 3 against civilians) it can be if somebody is killed; which it is follows from the actors
(`geo export --format ucdp`).
"""


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """Return the text of the page."""
    return "\n".join([HEAD, *_table(), *_families()]) + "\n"


def _table() -> Iterator[str]:
    yield "| kind | ACLED event / sub-event | PLOVER | CAMEO | UCDP |"
    yield "|---|---|---|---|---|"
    for entry in entries():
        kind = entry.kind
        acled = " / ".join(filter(None, (kind.acled_event_type, kind.acled_sub_event_type)))
        cells = (f"[{kind.name}](#{kind.name})", acled, kind.plover, kind.cameo, entry.ucdp)
        yield "| " + " | ".join(cell or "–" for cell in cells) + " |"


def _families() -> Iterator[str]:
    for family, members in groupby(_by_family(), key=lambda entry: entry.kind.family):
        yield f"\n## {family.capitalize()}"
        for entry in members:
            yield from _section(entry)


def _by_family() -> list[Entry]:
    order = list(dict.fromkeys(entry.kind.family for entry in entries()))
    return sorted(entries(), key=lambda entry: order.index(entry.kind.family))


def _section(entry: Entry) -> Iterator[str]:
    yield f"\n### {entry.kind.name}\n\n**{entry.kind.label}.** {entry.definition}\n"
    yield f"* Counts: {entry.included}."
    yield f"* Does not: {entry.excluded}."
    if entry.kind.part_of:
        yield f"* Part of: {', '.join(sorted(entry.kind.part_of))}, told in the same sentence."
    yield from (f"* Told: “{sentence}”" for sentence in entry.told)


if __name__ == "__main__":
    main()
