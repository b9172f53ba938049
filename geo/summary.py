"""What came of a run, as counts and names: so that nothing is silently lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from geo.model import Article, Rejected

if TYPE_CHECKING:
    import geopandas as gpd

__all__ = ["Summary"]


@dataclass(slots=True)
class Summary:
    """What came of a run: how much was read, shown, left out and set aside.

    Attributes
    ----------
    shown
        The incidents that were written.
    articles, without_incident
        Articles read, and those of them that report none.
    aside, filtered
        Incidents left out: talk and history, and what the selection does not ask for.
    uncoded
        Incidents written nowhere since the coding asked for has no row for them.
    rejected
        Inputs that could not be used.
    warnings
        What was put right or passed over in those that could.
    files
        What was written; nothing if nothing could be read.
    edited
        Files of edited incidents that were read.
    drawn
        What a page holds: the incidents shown, and talk and history that its reader can ask for.
    """

    shown: gpd.GeoDataFrame
    articles: int = 0
    without_incident: int = 0
    aside: int = 0
    filtered: int = 0
    uncoded: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    edited: int = 0
    drawn: gpd.GeoDataFrame | None = None

    def counted(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Pass articles on, and keep their number and what was put right in them."""
        for article in articles:
            self.articles += 1
            self.warnings += article.warnings
            yield article

    def set_aside(self, rejected: Rejected) -> None:
        """Count an article that was read and could not be understood as one that was rejected."""
        self.articles -= 1
        self.rejected.append(rejected)

    @property
    def incidents(self) -> int:
        """Incidents that were written."""
        return len(self.shown)

    @property
    def unlocated(self) -> int:
        """Incidents written without a position."""
        return int(self.shown["lat"].isna().sum())

    @property
    def undated(self) -> int:
        """Incidents written without a date."""
        return int(self.shown["date_end"].isna().sum())

    @property
    def nothing_read(self) -> bool:
        """Whether no input could be used, so that nothing is written over older results."""
        return not self.articles and not self.edited
