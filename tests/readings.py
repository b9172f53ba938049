"""What a text is read as, for tests that only ask where."""

from __future__ import annotations

from datetime import date

import geo


def places(text: str, title: str | None = None) -> list[str | None]:
    """Return where the incidents of a text are, in their order."""
    article = geo.Article("a", text, title, date(2026, 11, 26))
    told = geo.Reader(geo.open_gazetteer()).read(article).reports
    return [r.where.place.name if r.where and r.where.place else None for r in told]
