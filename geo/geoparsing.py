"""Geoparsing in one call: text in, toponyms out, as records or as a GeoDataFrame."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from geo import places
from geo.errors import OptionError
from geo.gazetteer import Gazetteer
from geo.io.index import open_gazetteer
from geo.language import casing, clutter
from geo.linking import headlines
from geo.model import Article, MentionClass, Resolution
from geo.recognisers import Recogniser, recognise
from geo.toponyms import Toponym, toponym
from geo.toponymy import relations, unlisted

if TYPE_CHECKING:
    import geopandas as gpd

__all__ = ["default_gazetteer", "geoparse", "geoparse_frame", "resolved"]


def geoparse(
    text: str | Article,
    *,
    gazetteer: Gazetteer | None = None,
    recogniser: Recogniser | None = None,
    classes: Iterable[MentionClass | str] | None = None,
    published: date | None = None,
    publisher: str | None = None,
) -> tuple[Toponym, ...]:
    """Find every place that a text names, and where it is.

    Parameters
    ----------
    text
        The text, or an article with what is known of it. It is never rewritten, so that offsets
        count its own characters. Without a letter, or empty, it names nothing: the result is
        empty. The time grows with the length.
    gazetteer
        Where things are; the one that comes with the package if not given, opened once a process.
    recogniser
        What finds the names; our own if not given.
    classes
        Keep only names that are used so: ``"literal"``, ``"dateline"``, ``"demonym"`` and the
        others of ``MentionClass``. All names count as evidence, whether they are kept or not.
    published, publisher
        Fill what the article does not say of itself.

    Returns
    -------
    Toponyms in the order of the text, not overlapping. What could not be placed is among them,
    without a place and with the reason.

    Raises
    ------
    OptionError
        The text is no string, a class is none, or the recogniser gave what cannot be used.

    Examples
    --------
    >>> for found in geoparse("Lorries queued near Zubin Potok, Kosovo, and in Ljig."):
    ...     print(found.start, found.name, found.place_id, found.country)
    20 Zubin Potok xk-zubin-potok XK
    33 Kosovo XK XK
    48 Ljig gn:788584 RS
    """
    wanted = _wanted(classes)
    known = gazetteer or default_gazetteer()
    return _toponyms(_article(text, published, publisher), known, recogniser, wanted)


def geoparse_frame(
    texts: Any,  # noqa: ANN401 - pandas objects; naming their types would load pandas
    *,
    text_column: str | None = None,
    id_column: str | None = None,
    gazetteer: Gazetteer | None = None,
    recogniser: Recogniser | None = None,
    classes: Iterable[MentionClass | str] | None = None,
) -> gpd.GeoDataFrame:
    """Find every place that many texts name: one row a toponym, EPSG:4326.

    Parameters
    ----------
    texts
        A list or other iterable of texts, of pairs (id, text) or of articles; a dictionary of
        texts by id; a Series; or a DataFrame. Iterators are read one text at a time.
    text_column
        The column of a DataFrame that holds the texts; ``"text"`` if not given.
    id_column
        The column that holds the ids; the index of the DataFrame if not given.
    gazetteer, recogniser, classes
        As for ``geoparse``.

    Returns
    -------
    The fields of ``Toponym.to_dict`` as columns, behind two that join them to the texts:
    ``document`` is the caller's id (the index of a Series or DataFrame, the id of a pair or
    article, else the number of the text), ``row`` the number of the text from 0. Rows keep the
    order of the texts; ids may come twice. The geometry is the representative point, ``None``
    where nothing was placed. Without a toponym the columns and their types are the same.

    Warns
    -----
    MissingTextWarning
        Some texts are ``None`` or ``NaN``: they give no rows, and are counted.

    Raises
    ------
    OptionError
        ``texts`` is a single string, a text is no string, or there is no such column.

    Examples
    --------
    >>> found = geoparse_frame({"x7": "A strike in Ljig.", "x8": "Rain."})
    >>> found[["document", "row", "name", "country"]].values.tolist()
    [['x7', 0, 'Ljig', 'RS']]
    """
    from geo.tables import toponym_frames  # noqa: PLC0415 - pandas is for those who ask for frames

    wanted = _wanted(classes)
    known = gazetteer or default_gazetteer()

    def parse(text: str | Article) -> tuple[Toponym, ...]:
        return _toponyms(_article(text, None, None), known, recogniser, wanted)

    documents = toponym_frames.documents(texts, text_column=text_column, id_column=id_column)
    return toponym_frames.to_frame(documents, parse)


def default_gazetteer() -> Gazetteer:
    """Return the gazetteer that comes with the package, opened once a process.

    A forked child opens its own: a connection to SQLite must not be carried over.
    """
    return _opened(os.getpid())


@lru_cache(maxsize=1)
def _opened(_process: int) -> Gazetteer:
    return open_gazetteer()


def _wanted(classes: Iterable[MentionClass | str] | None) -> frozenset[MentionClass] | None:
    if classes is None:
        return None
    told = (classes,) if isinstance(classes, str) else tuple(classes)
    try:
        return frozenset(map(MentionClass, told))
    except ValueError as error:
        known = ", ".join(MentionClass)
        raise OptionError(f"classes: {error}", remedy=f"choose from {known}") from None


def _article(text: str | Article, published: date | None, publisher: str | None) -> Article:
    if isinstance(text, Article):
        return replace(
            text,
            published=text.published or published,
            publisher=text.publisher or publisher,
        )
    if not isinstance(text, str):
        told = f"the text is of type {type(text).__name__}"
        raise OptionError(told, remedy="give a string, or use geoparse_frame for many texts")
    marked = clutter.find(text)
    return Article("text", text, published=published, publisher=publisher, clutter=marked)


def _toponyms(
    article: Article,
    gazetteer: Gazetteer,
    recogniser: Recogniser | None,
    wanted: frozenset[MentionClass] | None,
) -> tuple[Toponym, ...]:
    named, _ = resolved(article, gazetteer, recogniser)
    kept = (one for one in named if wanted is None or one.mention.use in wanted)
    return tuple(toponym(one, article.text) for one in kept)


def resolved(
    article: Article, gazetteer: Gazetteer, recogniser: Recogniser | None = None
) -> tuple[tuple[Resolution, ...], tuple[Resolution, ...]]:
    """Return what an article names, and what it places by other places ("15 km south of …").

    What shouts is read through its shadow, by recognisers of users too.
    """
    named, derived, _ = resolved_with_title(article, gazetteer, recogniser)
    return named, derived


def resolved_with_title(
    article: Article, gazetteer: Gazetteer, recogniser: Recogniser | None = None
) -> tuple[tuple[Resolution, ...], tuple[Resolution, ...], tuple[Resolution, ...]]:
    """Return the same, and what the title names; the spans of that are offsets into the title.

    Text and title are resolved together: where one says "Salem", the other says "Oregon".
    """
    said = casing.shadow(article)
    found = recognise(said, gazetteer, recogniser)
    titled = headlines.find(said, gazetteer)
    read, behind = headlines.behind(said, titled)
    answers = places.resolve(read, (*found, *behind), gazetteer)
    placed = unlisted.place(said.text, answers[: len(found)])
    named, derived = relations.place(said.text, placed, gazetteer)
    told = zip(titled, answers[len(found) :], strict=True)
    return named, derived, tuple(replace(answer, mention=mention) for mention, answer in told)
