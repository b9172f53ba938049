"""Reading articles: text files, Markdown with front matter, JSON Lines, folders, standard input.

What cannot be used is set aside as a ``Rejected`` that names file, line and remedy; everything else
is still read. ``Article.text`` is the text as decoded, line ends included, so that offsets stay
true; of a ``.md`` file it is what follows the front matter, of a JSON line the field ``text``.
"""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from geo.errors import ArticleError, OptionError
from geo.io import records
from geo.io.records import LARGEST_FILE, LARGEST_TEXT, Record
from geo.language import clutter
from geo.model import Article, Rejected
from geo.temporal import published as publication

__all__ = ["ENDINGS", "read"]

ENDINGS = (".jsonl", ".md", ".txt")

_DATE_FIELDS = ("published", "date")
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Options:
    published: date | None
    encoding: str
    rejected: Callable[[Rejected], None]

    def reject(self, error: ArticleError) -> None:
        self.rejected(Rejected(error.path, error.line, error.reason, error.remedy))


def read(
    sources: Iterable[str | Path],
    *,
    published: date | None = None,
    encoding: str = "utf-8",
    rejected: Callable[[Rejected], None],
) -> Iterator[Article]:
    r"""Read articles from files, folders and standard input (``-``), in order.

    A folder is read with all below it, sorted by path; hidden files and ``README.*`` are no
    articles. An article's id is that of its record, else its path relative to the folder given, or
    the name of the file given. Of two articles with one id the second is rejected.

    Parameters
    ----------
    published
        Publication day of the articles that carry none in a field. Without it, a day that stands
        alone in the text's first or last lines or in a photo caption is taken; never today.
    encoding
        How files are encoded that do not begin with a byte order mark.
    rejected
        Called with everything that was set aside.

    Raises
    ------
    OptionError
        The encoding is unknown.

    Examples
    --------
    >>> import tempfile
    >>> folder = tempfile.TemporaryDirectory()
    >>> path = Path(folder.name, "a.md")
    >>> _ = path.write_text("---\npublished: 2023-01-08\n---\nSerbs blocked a road.\n")
    >>> [article] = read([path], rejected=print)
    >>> article.id, article.text, article.published
    ('a.md', 'Serbs blocked a road.\n', datetime.date(2023, 1, 8))
    >>> list(read([Path(folder.name) / "b.txt"], rejected=lambda one: print(one.reason)))
    there is no such file or folder
    []
    >>> folder.cleanup()
    """
    _check_encoding(encoding)
    listed = [sources] if isinstance(sources, (str, Path)) else sources
    return _articles(listed, _Options(published, encoding, rejected))


def _check_encoding(encoding: str) -> None:
    try:
        "a".encode(encoding)
    except (LookupError, ValueError) as error:
        raise OptionError(
            f"there is no text encoding called {encoding!r}",
            remedy="name one that Python knows, such as utf-8, cp1250 or utf-16",
        ) from error


def _articles(sources: Iterable[str | Path], options: _Options) -> Iterator[Article]:
    first_seen: dict[str, str] = {}
    for source in sources:
        for record in _records(source, options):
            try:
                article = _article(record, options)
                _check_new(article.id, record, first_seen)
            except ArticleError as error:
                options.reject(error)
            else:
                yield article


def _check_new(article_id: str, record: Record, first_seen: dict[str, str]) -> None:
    if article_id in first_seen:
        told = f"the id {article_id!r} is already that of {first_seen[article_id]}"
        remedy = "give it another id, or give the one folder that holds both"
        raise _wrong(record, "id", told, remedy)
    here = record.path if record.line is None else f"{record.path}:{record.line}"
    first_seen[article_id] = here


# ---- from a record to an article


def _article(record: Record, options: _Options) -> Article:
    title = _string(record, "title")
    warnings: list[str] = []
    text = _text(record, title, warnings)
    marked = clutter.find(text)
    day, basis = _field_day(record, warnings)
    if day is not None and (earlier := publication.before(day, text)) is not None:
        day, basis = earlier[0], f"{earlier[1]} of {basis}"
    if day is None and options.published is not None:
        day, basis = options.published, "the publication date given for all articles"
    if day is None and (shown := publication.in_text(text, marked)) is not None:
        day, basis = shown
    return Article(
        id=_id(record),
        text=text,
        title=title,
        published=day,
        published_basis=basis,
        publisher=_string(record, "publisher"),
        url=_url(record, warnings),
        clutter=marked,
        warnings=tuple(warnings),
    )


def _id(record: Record) -> str:
    if isinstance(record.id, int) and not isinstance(record.id, bool):
        return str(record.id)
    if not isinstance(record.id, str):
        raise _wrong(record, "id", f"id is {_named(record.id)}, not a string")
    _check_characters(record, "id", record.id)
    return record.id


def _text(record: Record, title: str | None, warnings: list[str]) -> str:
    text = record.text
    if text is None:
        raise _wrong(record, "text", "it has no text", 'put the article into the field "text"')
    if not isinstance(text, str):
        raise _wrong(record, "text", f"text is {_named(text)}, not a string")
    if not text.strip():
        if title is None:
            raise _wrong(record, "text", "the text is empty")
        warnings.append(str(_wrong(record, "text", "the text is empty: only the title is read")))
    if len(text) > LARGEST_TEXT:
        told = f"the text has {len(text):,} characters, more than {LARGEST_TEXT:,}"
        raise _wrong(record, "text", told, "split it into articles")
    _check_characters(record, "text", text)
    return text


def _string(record: Record, field: str) -> str | None:
    value = record.fields.get(field)
    if value is None:
        return None
    if not isinstance(value, str):
        raise _wrong(record, field, f"{field} is {_named(value)}, not a string", "put it in quotes")
    _check_characters(record, field, value)
    return value.strip() or None


def _check_characters(record: Record, field: str, value: str) -> None:
    """Refuse what no file can hold: a later step would fail on it, far from here."""
    if (at := value.find("\x00")) >= 0:
        told = f"{field} has a NUL character at position {at}"
        raise _wrong(record, field, told, "remove it: text has none")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        half = f"half a character (\\u{ord(value[error.start]):04x})"
        told = f"{field} has {half} at position {error.start}"
        raise _wrong(record, field, told, "export it again as UTF-8") from error


def _wrong(record: Record, field: str, reason: str, remedy: str | None = None) -> ArticleError:
    line = record.lines.get(field, record.line)
    return ArticleError(reason, path=record.path, line=line, remedy=remedy)


def _named(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list"}
    return names.get(type(value), "an object")


def _url(record: Record, warnings: list[str]) -> str | None:
    """Keep an address of the web; another scheme could run something when it is opened."""
    url = _string(record, "url")
    if url is None or _WEB.fullmatch(url):
        return url
    warnings.append(str(_wrong(record, "url", "url was left out: it is no address of the web")))
    return None


def _field_day(record: Record, warnings: list[str]) -> tuple[date | None, str | None]:
    for field in _DATE_FIELDS:
        value = record.fields.get(field)
        if value is None:
            continue
        day = publication.as_written(value)
        if isinstance(day, date):
            return day, f"the field {field} of the {record.kind}"
        error = _wrong(record, field, f"{field} was left out: {day}", "write it as 2023-01-08")
        warnings.append(str(error))
    return None, None


# ---- sources, folders, files


def _records(source: str | Path, options: _Options) -> Iterator[Record]:
    path = Path(source)
    if str(source) == "-":
        yield from _guarded(_standard_input(options), options)
    elif str(source) and _is_folder(path):
        for found in _files_below(path, options):
            name = found.relative_to(path).as_posix()
            yield from _guarded(_file(found, _shown(name), options), options)
    else:
        yield from _guarded(_file(path, _shown(path.name), options), options)


def _guarded(found: Iterator[Record], options: _Options) -> Iterator[Record]:
    """Pass records on; what ends a file early is set aside, and the next file is read."""
    try:
        yield from found
    except ArticleError as error:
        options.reject(error)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a name too long, a folder above it shut, a NUL in it
        return False


def _shown(path: str | Path) -> str:
    """Return a path as text that can be printed, even if its bytes are no UTF-8."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _files_below(folder: Path, options: _Options) -> list[Path]:
    """List the files, each folder once: links may lead round in circles."""
    found: list[Path] = []
    seen: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        try:
            visible = _entries(waiting.pop(), seen)
        except ArticleError as error:
            options.reject(error)
        else:
            waiting += [path for path in reversed(visible) if _is_folder(path)]
            found += [path for path in visible if not _is_folder(path)]
    if not any(path.suffix.lower() in ENDINGS for path in found):
        told, remedy = "there is no article in this folder", f"articles end in {_endings()}"
        options.reject(ArticleError(told, path=_shown(folder), remedy=remedy))
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def _entries(folder: Path, seen: set[tuple[int, int]]) -> list[Path]:
    try:
        status = folder.stat()
        entries = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as error:
        raise _unreadable(folder, error) from error
    identity = (status.st_dev, status.st_ino)
    if identity in seen:
        raise ArticleError("this link leads to a folder that is read anyway", path=_shown(folder))
    seen.add(identity)
    return [path for path in entries if not _is_no_article(path)]


def _is_no_article(path: Path) -> bool:
    return path.name.startswith(".") or path.name.lower().split(".")[0] == "readme"


def _endings() -> str:
    return ", ".join(ENDINGS[:-1]) + f" or {ENDINGS[-1]}"


def _unreadable(path: Path, error: OSError) -> ArticleError:
    told = (error.strerror or type(error).__name__).lower()
    return ArticleError(f"it cannot be read ({told})", path=_shown(path))


def _file(path: Path, name: str, options: _Options) -> Iterator[Record]:
    shown = _shown(path) if path.name else ""
    try:
        ending = _checked_ending(path, shown)
        if ending == ".jsonl":
            with path.open("rb") as stream:
                yield from _json_lines(stream, shown, name, options)
        else:
            text = records.decode(path.read_bytes(), shown, options.encoding)
            yield records.from_text(text, shown, name, front_matter=ending == ".md")
    except OSError as error:
        raise _unreadable(path, error) from error


def _is_there(path: Path) -> bool:
    """Tell whether there is such a name; a shut folder above it raises OSError."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    return bool(path.name)


def _checked_ending(path: Path, shown: str) -> str:
    ending = path.suffix.lower()
    if not _is_there(path):
        raise ArticleError("there is no such file or folder", path=shown, remedy="check the name")
    if ending not in ENDINGS:
        told = f"this is not a kind of file this reads ({ending or 'no ending'})"
        raise ArticleError(told, path=shown, remedy=f"articles end in {_endings()}")
    if not path.is_file():
        told = "this link leads nowhere" if path.is_symlink() else "this is neither file nor folder"
        raise ArticleError(told, path=shown)
    if ending != ".jsonl" and (size := path.stat().st_size) > LARGEST_FILE:
        told = f"the file has {size:,} bytes, more than {LARGEST_FILE:,}"
        raise ArticleError(told, path=shown, remedy="split it into articles")
    return ending


def _json_lines(stream: BinaryIO, shown: str, name: str, options: _Options) -> Iterator[Record]:
    return records.from_json_lines(
        stream, shown, name, encoding=options.encoding, reject=options.reject
    )


def _standard_input(options: _Options) -> Iterator[Record]:
    """Read JSON Lines if the first character is a brace, else one text."""
    if sys.stdin is None:
        raise ArticleError("standard input is closed", path="-")
    data = sys.stdin.buffer.read()
    if records.looks_like_json(data, options.encoding):
        yield from _json_lines(io.BytesIO(data), "-", "-", options)
    else:
        text = records.decode(data, "-", options.encoding)
        yield records.from_text(text, "-", "-", front_matter=False)
