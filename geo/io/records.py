"""From bytes to records: decoding, front matter and JSON Lines, with file and line in every error.

A record is an article whose fields nobody has checked yet; ``geo.io.articles`` does that.
"""

from __future__ import annotations

import codecs
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from geo.errors import ArticleError

__all__ = [
    "LARGEST_FILE",
    "LARGEST_TEXT",
    "Record",
    "decode",
    "from_json_lines",
    "from_text",
    "looks_like_json",
]

LARGEST_TEXT = 10_000_000  # characters: no article; a book, or a dump that lacks its line breaks
LARGEST_FILE = 4 * LARGEST_TEXT  # bytes of one article, or of one JSON line
LOOK_AHEAD = 4096  # bytes of standard input that tell JSON Lines from a text

_BOMS = (
    # UTF-32 first: its mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LONGEST_BOM = 4  # bytes
# "title: Police: two dead": what is plain text and has a colon in it.
_COLON = re.compile(
    r"^(\w[\w-]*:[ \t]+)(?![ \t\"'\[{|>&*!%@`])([^\n\r]*:(?:[ \t][^\n\r]*)?)(?=\r?$)", re.MULTILINE
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")  # in no text but for an escape or a stray one
_OPENING = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSING = re.compile(r"(?:(?<=\n)|(?<=\r))(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)")


@dataclass(frozen=True, slots=True)
class Record:
    """An article before its fields are checked.

    ``line`` is where it stands in a file of many; ``lines`` says where each field stands, if that
    is known; ``kind`` says in words what holds the fields.
    """

    id: object
    text: object
    path: str
    line: int | None
    fields: Mapping[str, object]
    lines: Mapping[str, int]
    kind: str


def decode(data: bytes, path: str, encoding: str) -> str:
    r"""Decode a whole file strictly; a byte order mark knows better than ``encoding``.

    Raises
    ------
    ArticleError
        It is binary or in another encoding; byte offset and line are named.

    Examples
    --------
    >>> decode("Штрпце".encode("utf-16"), "a.txt", "utf-8")
    'Штрпце'
    """
    encoding, skipped = _encoding_of(data, encoding)
    return _decoded(data[skipped:], path, encoding, offset=skipped)


def from_text(text: str, path: str, name: str, *, front_matter: bool) -> Record:
    r"""Make a record of a text, and of the front matter before it if there may be one.

    The text is what follows the closing line, to the character.

    Raises
    ------
    ArticleError
        The front matter is not closed, or holds no fields.

    Examples
    --------
    >>> record = from_text("---\ntitle: Riot\n---\nTwo died.", "a.md", "a.md", front_matter=True)
    >>> record.text, dict(record.fields), dict(record.lines)
    ('Two died.', {'title': 'Riot'}, {'title': 2})
    """
    opening = _OPENING.match(text) if front_matter else None
    if opening is None:
        return Record(name, text, path, None, {}, {}, "text")
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        remedy = "put a line of --- behind it"
        raise ArticleError("the front matter is not closed", path=path, line=1, remedy=remedy)
    fields, lines = _front_matter(text[opening.end() : closing.start()], path)
    body = text[closing.end() :]
    return Record(fields.get("id") or name, body, path, None, fields, lines, "front matter")


def from_json_lines(
    stream: BinaryIO,
    path: str,
    name: str,
    *,
    encoding: str,
    reject: Callable[[ArticleError], None],
) -> Iterator[Record]:
    """Read one JSON object a line; a line that is none is rejected and the next one read.

    An object without an id gets the name of the file and its line as id.

    Raises
    ------
    ArticleError
        The file as a whole cannot be used: it is empty, binary or in another encoding.

    Examples
    --------
    >>> lines = io.BytesIO(b'{"text": "Two died."}')
    >>> [record] = from_json_lines(lines, "a.jsonl", "a.jsonl", encoding="utf-8", reject=print)
    >>> record.id, record.text, record.line
    ('a.jsonl:1', 'Two died.', 1)
    """
    stream, encoding = _one_byte_line_ends(stream, path, encoding)
    some = False
    for number, offset, raw in _raw_lines(stream):
        some = True
        if b"\x00" in raw:
            raise _binary(path, number, offset + raw.index(b"\x00"))
        try:
            if len(raw) >= LARGEST_FILE:
                raise ArticleError(f"the line has {LARGEST_FILE:,} bytes or more")  # noqa: TRY301
            yield _json_record(_decoded(raw, path, encoding, number, offset), name, path, number)
        except ArticleError as error:
            reject(ArticleError(error.reason, path=path, line=number, remedy=error.remedy))
    if not some:
        raise ArticleError("the file is empty", path=path)


def looks_like_json(data: bytes, encoding: str) -> bool:
    """Tell whether the first character that is no white space is a brace.

    Examples
    --------
    >>> looks_like_json(b' {"text": "Two died."}', "utf-8")
    True
    """
    encoding, skipped = _encoding_of(data, encoding)
    return str(data[skipped:LOOK_AHEAD], encoding, "ignore").lstrip().startswith("{")


def _encoding_of(data: bytes, encoding: str) -> tuple[str, int]:
    """Return the encoding, and the length of the byte order mark that says so."""
    for mark, marked in _BOMS:
        if data.startswith(mark):
            return marked, len(mark)
    return encoding, 0


def _decoded(data: bytes, path: str, encoding: str, line: int = 1, offset: int = 0) -> str:
    wide = b"\x00" in "a".encode(encoding)
    if b"\x00" in data and not wide:
        at = data.index(b"\x00")
        raise _binary(path, line + data.count(b"\n", 0, at), offset + at)
    try:
        text = str(data, encoding)
    except UnicodeDecodeError as error:
        before = str(data[: error.start], encoding, "ignore")
        # Damaged text has none of these; a binary file that begins like a mark is full of them.
        if wide and _CONTROL.search(str(data, encoding, "ignore")):
            raise _binary(
                path, line + before.count("\n"), offset + error.start, "bytes that no text has"
            ) from error
        raise ArticleError(
            f"this is not {encoding}: {error.reason} at byte offset {offset + error.start}",
            path=path,
            line=line + before.count("\n"),
            remedy="say how it is encoded, for example --encoding cp1250, or save it as UTF-8",
        ) from error
    if wide and "\x00" in text:
        before = text[: text.index("\x00")]
        at = offset + len(before.encode(encoding)) - len("".encode(encoding))
        raise _binary(path, line + before.count("\n"), at)
    return text


def _binary(path: str, line: int, offset: int, found: str = "a NUL byte") -> ArticleError:
    told = f"this is binary, not text: {found} at byte offset {offset}"
    remedy = "save it as text; if it is UTF-16, say --encoding utf-16"
    return ArticleError(told, path=path, line=line, remedy=remedy)


# ---- front matter


def _front_matter(source: str, path: str) -> tuple[dict[str, object], dict[str, int]]:
    """Read the fields as written: nothing is constructed, so a date stays the words it was."""
    import yaml  # noqa: PLC0415 - only Markdown pays for it

    try:
        node = _composed(source)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        told = getattr(error, "problem", None) or "it cannot be read"
        raise ArticleError(
            f"the front matter is no YAML: {told}",
            path=path,
            line=2 + (mark.line if mark else 0),
            remedy="put values that hold a colon, a quote or a bracket in quotes",
        ) from error
    if node is None:
        return {}, {}
    if not isinstance(node, yaml.MappingNode):
        remedy = "write each field as name: value"
        raise ArticleError("the front matter holds no fields", path=path, line=2, remedy=remedy)
    return _fields(node.value, path)


def _composed(source: str) -> Any:  # noqa: ANN401 - a node of a library without types
    """Compose YAML; a headline with a colon, which is none, is read as if it stood in quotes."""
    import yaml  # noqa: PLC0415

    try:
        return yaml.compose(source, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        quoted = _COLON.sub(lambda m: f"{m[1]}'{m[2].replace(chr(39), chr(39) * 2)}'", source)
        if quoted == source:
            raise
        try:
            return yaml.compose(quoted, Loader=yaml.SafeLoader)
        except yaml.YAMLError:
            pass
        raise


def _fields(pairs: Iterable[Any], path: str) -> tuple[dict[str, object], dict[str, int]]:
    fields: dict[str, object] = {}
    lines: dict[str, int] = {}
    for key, value in pairs:
        name, line = str(key.value), key.start_mark.line + 2
        if name in fields:
            raise ArticleError(f"the field {name!r} is given twice", path=path, line=line)
        lines[name] = line
        is_null = value.tag == "tag:yaml.org,2002:null"
        fields[name] = None if is_null else value.value
    return fields, lines


# ---- JSON Lines


def _one_byte_line_ends(stream: BinaryIO, path: str, encoding: str) -> tuple[BinaryIO, str]:
    """Return the stream in an encoding in which a line feed is one byte.

    Then lines can be decoded one by one, and a bad byte costs one article, not the file.
    """
    start = stream.read(_LONGEST_BOM)
    encoding, skipped = _encoding_of(start, encoding)
    if "\n{".encode(encoding) == b"\n{":
        stream.seek(skipped)
        return stream, encoding
    stream.seek(0)
    text = decode(stream.read(), path, encoding)
    return io.BytesIO(text.encode("utf-8")), "utf-8"


def _raw_lines(stream: BinaryIO) -> Iterator[tuple[int, int, bytes]]:
    """Return number, byte offset and content of the lines that hold something.

    Of a line that is too long the beginning is returned and the rest skipped.
    """
    number, offset = 0, stream.tell()
    while raw := stream.readline(LARGEST_FILE):
        number += 1
        if raw.strip():
            yield number, offset, raw
        offset += len(raw)
        while not raw.endswith(b"\n") and (raw := stream.readline(LARGEST_FILE)):
            offset += len(raw)


def _json_record(line: str, name: str, path: str, number: int) -> Record:
    try:
        found = json.loads(line)
    except json.JSONDecodeError as error:
        told = f"this line is no JSON: {error.msg} at column {error.colno}"
        raise ArticleError(told, remedy="write one whole object a line") from error
    except (ValueError, RecursionError) as error:
        raise ArticleError("this line is no JSON that can be read") from error
    if not isinstance(found, dict):
        remedy = 'write {"id": ..., "text": ...}'
        raise ArticleError("this line is JSON, but no object", remedy=remedy)
    own = found.get("id")
    made = f"{name}:{number}" if own is None or own == "" else own
    return Record(made, found.get("text"), path, number, found, {}, "record")
