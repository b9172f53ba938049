"""What the commands do, as functions with the same words: read, map, export, score.

``geo.lookups`` has ``locate`` and ``search``.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TextIO

from geo.errors import ArticleError, OptionError, OutputError
from geo.model import Rejected
from geo.summary import Summary

if TYPE_CHECKING:
    import geopandas as gpd

    from geo.evaluation.mistakes import Mistake
    from geo.gazetteer import Gazetteer
    from geo.mapping.labels import Label
    from geo.model import Report
    from geo.pipeline import Reading
    from geo.scoring import Protocol, Score
    from geo.selection import Selection

__all__ = ["Summary", "export", "map", "read", "score"]

Sources = str | Path | Iterable[str | Path]
Form = Literal["geojson", "csv", "acled", "ucdp"]
PAGES = (".html", ".htm")
"""What the name of a page ends in: whoever names one wants a file, not a folder called so."""


def read(
    sources: Sources,
    *,
    published: date | None = None,
    encoding: str = "utf-8",
    gazetteer: Gazetteer | None = None,
    workers: int | None = 1,
    rejected: Callable[[Rejected], None] | None = None,
) -> Iterator[Reading]:
    """Read articles and yield what was understood of each.

    Parameters
    ----------
    sources
        Files and folders, or ``-`` for standard input.
    published
        Publication day of articles that tell none.
    encoding
        Of text files.
    gazetteer
        Where things are; the one that comes with the package if not given.
    workers
        Processes that read; ``None``: one a processor, up to eight. The results are the same, in
        the same order. A script that asks for several keeps its own work behind
        ``if __name__ == "__main__":``, for each of them imports it.
    rejected
        Called with every input that is set aside; without it the first one raises.

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp(), "a.txt")
    >>> _ = path.write_text("Serbs blocked a road near Zubin Potok on 10 December 2022.")
    >>> [report.kind for reading in read(path) for report in reading.reports]
    ['roadblock']
    """
    from geo import workers as reading  # noqa: PLC0415
    from geo.io import articles, index  # noqa: PLC0415

    found = articles.read(
        _listed(sources), published=published, encoding=encoding, rejected=rejected or _refuse
    )
    known = gazetteer or index.open_gazetteer()
    return reading.read(found, known, workers=workers, rejected=rejected)


def map(  # noqa: A001 - the word of the command
    sources: Sources,
    output: str | Path = "maps",
    *,
    selection: Selection | None = None,
    title: str | None = None,
    basemap: str | Path | None = None,
    tiles: str | None = None,
    attribution: str | None = None,
    published: date | None = None,
    encoding: str = "utf-8",
    gazetteer: Gazetteer | None = None,
    workers: int | None = 1,
) -> Summary:
    """Draw the incidents of articles or of an edited file: a page and its data.

    ``incidents.html`` and ``incidents.geojson`` are written to the folder ``output``, which is made
    if it is missing; where ``output`` names a page (``map.html``), that page alone is written. It
    also holds talk and history, hidden until its reader asks for them;
    an edited ``incidents.geojson`` that lies there itself stays as it is. Inputs
    that cannot be read are in ``Summary.rejected``; the others are drawn.

    Parameters
    ----------
    sources
        Articles as :func:`read` takes them, and ``.geojson`` files written before: what they hold
        stands as it was edited, beside or in place of what is read now.
    output
        Folder for the results, or the page: a name that ends in ``.html`` and is no folder.
    selection
        Which incidents; by default all that are neither talk nor history.
    title
        What the page is called.
    basemap
        A GeoJSON or GeoPackage file to draw behind the incidents.
    tiles
        Address of an online background, with ``{z}``, ``{x}`` and ``{y}`` in it.
    attribution
        Whom to credit for the basemap or the tiles; the tiles need one.
    published, encoding, gazetteer, workers
        As for :func:`read`.

    Raises
    ------
    OptionError
        The tiles are no address of tiles, or nobody is credited for them.
    BasemapError
        The basemap cannot be drawn.
    OutputError
        The folder cannot be written to.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "a.txt").write_text("Serbs blocked a road near Zubin Potok.")
    >>> summary = map(folder / "a.txt", folder / "maps")
    >>> [path.name for path in summary.files]
    ['incidents.html', 'incidents.geojson']
    """
    from geo import maps, zones  # noqa: PLC0415
    from geo.io import basemaps, geojson, index  # noqa: PLC0415
    from geo.mapping.tiles import Tiles  # noqa: PLC0415

    online = Tiles(tiles, attribution or "") if tiles else None
    behind = basemaps.read(basemap) if basemap else None
    if behind is not None and attribution and not online:
        behind.attrs["attribution"] = attribution
    listed, (page, data) = _listed(sources), _results(Path(output))
    known = gazetteer or index.open_gazetteer()
    summary = _collect(
        listed, known, selection, published=published, encoding=encoding, workers=workers
    )
    if summary.nothing_read:
        return summary
    drawn = summary.shown if summary.drawn is None else summary.drawn
    maps.write_map(
        drawn,
        page,
        title=title,
        zones=zones.crossings_frame(known),
        labels=_labels(summary.shown, known),
        attribution=known.credits(_place_ids(drawn)),
        everything=bool(selection and selection.everything),
        basemap=behind,
        tiles=online,
    )
    summary.files.append(page)
    if data is not None and not any(_is_same(data, source) for source in listed):
        credit = known.credits(_place_ids(summary.shown))
        geojson.write(summary.shown, data, attribution=credit)
        summary.files.append(data)
    return summary


def export(
    sources: Sources,
    output: str | Path | TextIO,
    *,
    form: Form | None = None,
    selection: Selection | None = None,
    geometry: Literal["footprint", "point"] = "footprint",
    published: date | None = None,
    encoding: str = "utf-8",
    gazetteer: Gazetteer | None = None,
    workers: int | None = 1,
) -> Summary:
    """Write incidents as GeoJSON or CSV, or in the columns of ACLED or UCDP.

    Parameters
    ----------
    sources, selection, published, encoding, gazetteer, workers
        As for :func:`map`.
    output
        A file, or an open text stream.
    form
        ``geojson`` or ``csv``; if not given, what the ending of the file says (``.geojson``,
        ``.json``, ``.csv``), and GeoJSON for a stream. ``acled`` and ``ucdp`` are CSV in the
        columns of these two (:mod:`geo.tables.codings`); what they do not code is counted in
        ``Summary.uncoded``.
    geometry
        ``footprint``: crossings as polygons, regions as outlines; ``point``: one point each.

    Raises
    ------
    OptionError
        The file has another ending and no form is given.
    OutputError
        The file cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "a.txt").write_text("Serbs blocked a road near Zubin Potok.")
    >>> export(folder / "a.txt", folder / "a.csv").incidents
    1
    """
    from geo.io import geojson, index, tables  # noqa: PLC0415

    form = form or _form(output)
    path = Path(output) if isinstance(output, (str, Path)) else None
    if path is not None:
        _writable(path.parent)
    known = gazetteer or index.open_gazetteer()
    listed = _listed(sources)
    summary = _collect(
        listed, known, selection, published=published, encoding=encoding, workers=workers
    )
    if summary.nothing_read:
        return summary
    if form == "csv":
        tables.write_csv(summary.shown, output)
    elif form in tables.CODINGS:
        summary.uncoded = tables.write_coded(summary.shown, output, form)
    else:
        credit = known.credits(_place_ids(summary.shown))
        geojson.write(summary.shown, output, geometry=geometry, attribution=credit)
    summary.files += [path] if path is not None else []
    return summary


def score(
    gold: Sources = (),
    *,
    protocol: Protocol = "coords",
    without: Iterable[str] = (),
    given_spans: bool = False,
    peers: str | Path | None = None,
    gazetteer: Gazetteer | None = None,
    mistake: Callable[[Mistake], None] | None = None,
) -> tuple[Score, ...]:
    """Score how well places are found and placed, against gold.

    Parameters
    ----------
    gold
        JSON Lines of texts with the places they name; the project's own, which a checkout has, if
        none is given.
    protocol
        What gold without a point is: ``coords``: neutral, ``all``: gold for recognition.
    without
        Classes of mentions that count neither way: ``demonym``, ``embedded`` and so on.
    given_spans
        Resolve the spans of the gold rather than those found.
    peers
        A folder with answers of other systems, ``SYSTEM_GOLD.jsonl`` for the gold ``GOLD.jsonl``.
    gazetteer
        Where things are; the one that comes with the package if not given.
    mistake
        Called with each place that we missed, invented, or put nowhere or elsewhere.

    Returns
    -------
    For each file one score of ours, then those of the peers by name.

    Raises
    ------
    InputError
        A file cannot be read or is no gold: file, line and what to do.
    OptionError
        A protocol or class does not exist, or a peer answers other texts.

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp(), "gold.jsonl")
    >>> place = '{"start": 3, "end": 11, "lat": 42.67, "lon": 21.17}'
    >>> line = f'{{"id": "a", "text": "In Pristina", "toponyms": [{place}]}}'
    >>> _ = path.write_text(line)
    >>> score(path)[0].located.f1
    1.0
    """
    from geo import scoring  # noqa: PLC0415
    from geo.evaluation import attempts, mistakes  # noqa: PLC0415
    from geo.io import gold as files  # noqa: PLC0415
    from geo.io import index  # noqa: PLC0415

    known = gazetteer or index.open_gazetteer()
    scores: list[Score] = []
    for path in [Path(one) for one in _listed(gold)] or [files.own_gold()]:
        texts = files.read_gold(path)
        found = attempts.attempt(texts, known, given_spans=given_spans)
        ours = {name: attempts.answered(told) for name, told in found.items()}
        if mistake is not None:
            for one in mistakes.find(texts, ours, without=without):
                mistake(one)
        systems = [
            ("geo", ours),
            *((n, files.read_answers(p)) for n, p in files.peers(peers, path)),
        ]
        scores += (
            scoring.score(
                texts,
                told,
                system=name,
                gold_name=path.stem,
                protocol=protocol,
                without=without,
                gazetteer=known if name == "geo" else None,
            )
            for name, told in systems
        )
    return tuple(scores)


def _listed(sources: Sources) -> list[str | Path]:
    return [sources] if isinstance(sources, (str, Path)) else list(sources)


def _refuse(rejected: Rejected) -> None:
    raise ArticleError(
        rejected.reason, path=rejected.path, line=rejected.line, remedy=rejected.remedy
    )


def _form(output: str | Path | TextIO) -> Form:
    if not isinstance(output, (str, Path)):
        return "geojson"
    ending = Path(output).suffix.lower()
    if ending in {".geojson", ".json"}:
        return "geojson"
    if ending == ".csv":
        return "csv"
    raise OptionError(
        f"the ending of {output} says nothing about the format",
        remedy="write to a .geojson or a .csv file, or name the format",
    )


def _results(output: Path) -> tuple[Path, Path | None]:
    """Return the page and its data in a folder; of one who names a page, that page alone."""
    if output.suffix.lower() in PAGES and not output.is_dir():
        return _writable(output.parent) / output.name, None
    folder = _writable(output)
    return folder / "incidents.html", folder / "incidents.geojson"


def _writable(folder: Path) -> Path:
    """Make a folder, and find out that nothing can be written there before the work is done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        told = (error.strerror or type(error).__name__).lower()
        raise OutputError(
            f"{folder}: this folder cannot be made ({told}); give another one with -o"
        ) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise OutputError(f"{folder}: nothing can be written there; give another folder with -o")
    return folder


def _is_same(path: Path, source: str | Path) -> bool:
    return path.exists() and Path(source).exists() and path.samefile(source)


def _collect(
    sources: Sequence[str | Path],
    gazetteer: Gazetteer,
    selection: Selection | None,
    *,
    published: date | None,
    encoding: str,
    workers: int | None,
) -> Summary:
    """Read all sources into one frame of the incidents that are asked for."""
    from geo import corrections, frames, stories, zones  # noqa: PLC0415
    from geo import workers as reading  # noqa: PLC0415
    from geo.io import articles  # noqa: PLC0415
    from geo.selection import Selection, aside, select  # noqa: PLC0415

    summary = Summary(frames.to_frame(()))
    wanted = selection or Selection()
    files = [source for source in sources if corrections.holds_incidents(source)]
    texts = [source for source in sources if source not in files]
    edited = corrections.read(files, summary)
    rejected = summary.rejected.append
    found = articles.read(texts, published=published, encoding=encoding, rejected=rejected)
    reports: list[Report] = []
    counted = summary.counted(found)
    for told in reading.reports(counted, gazetteer, workers=workers, rejected=summary.set_aside):
        summary.without_incident += not told
        reports += told
    joined = corrections.join(frames.to_frame(stories.merge(reports)), edited)
    attached = zones.attach(joined, zones.crossings_frame(gazetteer))
    summary.shown = select(attached, wanted)
    summary.drawn = select(attached, replace(wanted, everything=True))
    summary.aside = aside(attached, wanted)
    summary.filtered = len(attached) - summary.aside - len(summary.shown)
    return summary


def _place_ids(frame: gpd.GeoDataFrame) -> set[str]:
    """Return the ids of the places that incidents lie at: of sets, those of their members too."""
    members = (place for one in frame["members"] if isinstance(one, list) for place in one)
    return {str(place) for place in (*frame["place_id"].dropna(), *members)}


def _labels(frame: gpd.GeoDataFrame, gazetteer: Gazetteer) -> tuple[Label, ...]:
    """Return names of settlements around the incidents, for orientation."""
    from geo.mapping import labels  # noqa: PLC0415

    placed = frame[frame["lat"].notna()]
    return labels.around(list(zip(placed["lon"], placed["lat"], strict=True)), gazetteer)
