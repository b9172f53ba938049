"""What the commands do, as functions with the same words: read, map, export, locate."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from geo.errors import OptionError
from geo.model import Place, Rejected

if TYPE_CHECKING:
    import geopandas as gpd

    from geo.gazetteer import Gazetteer
    from geo.model import Report
    from geo.pipeline import Reading
    from geo.selection import Selection

__all__ = ["Summary", "export", "locate", "map", "read"]

LABELS = 60
"""Place names for orientation on a map: the viewer shows as many as fit."""
LABEL_MARGIN = 0.6
"""Degrees around the incidents in which places are named."""

Sources = str | Path | Iterable[str | Path]


@dataclass(slots=True)
class Summary:
    """What came of a run: how much was read, drawn, left open and set aside.

    ``shown`` is the frame that was written; ``files`` the files.
    """

    shown: gpd.GeoDataFrame | None = None
    articles: int = 0
    without_incident: int = 0
    hidden: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)

    @property
    def incidents(self) -> int:
        """Incidents that were written."""
        return 0 if self.shown is None else len(self.shown)

    @property
    def unlocated(self) -> int:
        """Incidents written without a position."""
        return 0 if self.shown is None else int(self.shown["lat"].isna().sum())

    @property
    def undated(self) -> int:
        """Incidents written without a date."""
        return 0 if self.shown is None else int(self.shown["date_end"].isna().sum())


def read(
    sources: Sources,
    *,
    published: date | None = None,
    encoding: str = "utf-8",
    gazetteer: Gazetteer | None = None,
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
    from geo.io import articles, index  # noqa: PLC0415
    from geo.pipeline import Reader  # noqa: PLC0415

    reader = Reader(gazetteer or index.open_gazetteer())
    found = articles.read(
        _listed(sources), published=published, encoding=encoding, rejected=rejected or _refuse
    )
    return reader.stream(found)


def map(  # noqa: A001 - the word of the command
    sources: Sources,
    output: str | Path = "maps",
    *,
    selection: Selection | None = None,
    title: str | None = None,
    published: date | None = None,
    encoding: str = "utf-8",
    gazetteer: Gazetteer | None = None,
) -> Summary:
    """Draw the incidents of articles, or of an edited GeoJSON file: a page and its data.

    ``incidents.html`` and ``incidents.geojson`` are written to the folder ``output``, which is made
    if it is missing. Inputs that cannot be read are in ``Summary.rejected``; the others are drawn.

    Parameters
    ----------
    sources
        Articles as :func:`read` takes them, and ``.geojson`` files written before.
    output
        Folder for the results.
    selection
        Which incidents; by default all that are neither talk nor history.
    title
        What the page is called.
    published, encoding, gazetteer
        As for :func:`read`.

    Raises
    ------
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
    from geo import frames, maps  # noqa: PLC0415
    from geo.io import geojson, index  # noqa: PLC0415

    known = gazetteer or index.open_gazetteer()
    summary = _collect(sources, known, selection, published=published, encoding=encoding)
    frame = summary.shown
    assert frame is not None
    page, data = Path(output, "incidents.html"), Path(output, "incidents.geojson")
    geojson.write(frame, _made(data))
    maps.write_map(
        frame, page, title=title, zones=frames.crossings_frame(known), labels=_labels(frame, known)
    )
    summary.files += [page, data]
    return summary


def export(
    sources: Sources,
    output: str | Path,
    *,
    selection: Selection | None = None,
    geometry: Literal["footprint", "point"] = "footprint",
    published: date | None = None,
    encoding: str = "utf-8",
    gazetteer: Gazetteer | None = None,
) -> Summary:
    """Write the incidents of articles as GeoJSON or CSV, chosen by the ending of the file.

    Parameters
    ----------
    sources, selection, published, encoding, gazetteer
        As for :func:`map`.
    output
        A ``.geojson`` (or ``.json``) or ``.csv`` file.
    geometry
        ``footprint``: crossings as polygons, regions as outlines; ``point``: one point each.

    Raises
    ------
    OptionError
        The file has another ending.
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

    path = Path(output)
    ending = path.suffix.lower()
    if ending not in {".geojson", ".json", ".csv"}:
        raise OptionError(
            f"{path.name} has no known ending", remedy="write to a .geojson or a .csv file"
        )
    known = gazetteer or index.open_gazetteer()
    summary = _collect(sources, known, selection, published=published, encoding=encoding)
    assert summary.shown is not None
    if ending == ".csv":
        tables.write_csv(summary.shown, path)
    else:
        geojson.write(summary.shown, path, geometry=geometry)
    summary.files.append(path)
    return summary


def locate(
    *names: str, gazetteer: Gazetteer | None = None
) -> tuple[tuple[str, tuple[Place, ...]], ...]:
    """Say where names are: for each, all places of that name, the likeliest first.

    Parameters
    ----------
    names
        In any spelling or script of the gazetteer.
    gazetteer
        Where things are; the one that comes with the package if not given.

    Examples
    --------
    >>> [(name, places)] = locate("Штрпце")
    >>> name, places[0].id
    ('Штрпце', 'xk-strpce')
    """
    from geo.io import index  # noqa: PLC0415

    known = gazetteer or index.open_gazetteer()
    return tuple((name, known.lookup(name)) for name in names)


def _listed(sources: Sources) -> list[str | Path]:
    return [sources] if isinstance(sources, (str, Path)) else list(sources)


def _refuse(rejected: Rejected) -> None:
    from geo.errors import ArticleError  # noqa: PLC0415

    raise ArticleError(
        rejected.reason, path=rejected.path, line=rejected.line, remedy=rejected.remedy
    )


def _collect(
    sources: Sources,
    gazetteer: Gazetteer,
    selection: Selection | None,
    *,
    published: date | None,
    encoding: str,
) -> Summary:
    """Read all sources into one frame of the incidents that are asked for."""
    from geo import frames, stories, zones  # noqa: PLC0415
    from geo.io import geojson  # noqa: PLC0415
    from geo.selection import Selection, select  # noqa: PLC0415

    listed = _listed(sources)
    edited = [s for s in listed if Path(s).suffix.lower() == ".geojson"]
    texts = [s for s in listed if s not in edited]
    summary = Summary()
    reports: list[Report] = []
    if texts:
        for reading in read(
            texts,
            published=published,
            encoding=encoding,
            gazetteer=gazetteer,
            rejected=summary.rejected.append,
        ):
            summary.articles += 1
            summary.without_incident += not reading.reports
            summary.warnings += reading.article.warnings
            reports += reading.reports
    fresh = frames.to_frame(stories.merge(reports))
    read_back = [geojson.read(path) for path in edited]
    frame = _joined(fresh, read_back) if read_back else fresh
    attached = zones.attach(frame, frames.crossings_frame(gazetteer))
    summary.shown = select(attached, selection or Selection())
    summary.hidden = len(attached) - len(summary.shown)
    return summary


def _joined(fresh: gpd.GeoDataFrame, edited: list[gpd.GeoDataFrame]) -> gpd.GeoDataFrame:
    """Join incidents read now with edited ones; where both have an id, the edited one stays."""
    import geopandas as gpd  # noqa: PLC0415
    import pandas as pd  # noqa: PLC0415

    from geo.frames import CRS  # noqa: PLC0415

    filled = [frame for frame in (*edited, fresh) if len(frame)]
    if len(filled) < 2:
        return filled[0] if filled else fresh
    joined = pd.concat(filled, ignore_index=True).drop_duplicates("id", keep="first")
    order = sorted(
        range(len(joined)),
        key=lambda n: (joined["date_start"].iloc[n] or "9999", joined["id"].iloc[n]),
    )
    return gpd.GeoDataFrame(joined.iloc[order].reset_index(drop=True), crs=CRS)


def _made(path: Path) -> Path:
    """Make the folder of a file, or say why it cannot be made."""
    from geo.errors import OutputError  # noqa: PLC0415

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"{path.parent}: cannot be made ({error.strerror}); give another folder with -o"
        ) from error
    return path


def _labels(frame: gpd.GeoDataFrame, gazetteer: Gazetteer) -> list[tuple[str, float, float, float]]:
    """Return the weightiest settlements around the incidents, for orientation."""
    from geo.model import PlaceKind  # noqa: PLC0415

    placed = frame[frame["lat"].notna()]
    if placed.empty:
        return []
    west, east = placed["lon"].min() - LABEL_MARGIN, placed["lon"].max() + LABEL_MARGIN
    south, north = placed["lat"].min() - LABEL_MARGIN, placed["lat"].max() + LABEL_MARGIN
    places = gazetteer.within(
        max(west, -180.0),
        max(south, -90.0),
        min(east, 180.0),
        min(north, 90.0),
        kinds=(PlaceKind.SETTLEMENT,),
        limit=LABELS,
    )
    return [
        (place.name, place.lon, place.lat, float(LABELS - rank))
        for rank, place in enumerate(places)
        if place.lon is not None and place.lat is not None
    ]
