"""Articles from files, folders and standard input; what cannot be used is named."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import OptionError
from geo.io import articles, records
from geo.model import Article, Rejected

PROSE = "Miners blocked a road near Cusco."


def read(*sources: str | Path, **options: Any) -> tuple[list[Article], list[Rejected]]:
    """Read everything, and return it beside what was set aside."""
    rejected: list[Rejected] = []
    found = list(articles.read(sources, rejected=rejected.append, **options))
    return found, rejected


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Write files below a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def lines(*rows: object) -> str:
    """Write rows as JSON Lines; a string stands for itself."""
    return "".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows)


def only(rejected: Iterable[Rejected]) -> Rejected:
    """Return the one that was set aside."""
    (one,) = rejected
    return one


def give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Put bytes into standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


# ---- what is read


def test_front_matter_is_no_part_of_the_text(tmp_path: Path) -> None:
    """The text is what follows the closing line, and the fields describe it."""
    head = "---\ntitle: 'Roads: shut'\npublisher: AP\ndate: 2019-07-01\nurl: https://a.example/1\n---\n"
    write(tmp_path, {"a.md": f"{head}\n{PROSE}\n"})
    (article,), rejected = read(tmp_path)
    assert rejected == []
    assert article.text == f"\n{PROSE}\n"
    assert (article.title, article.publisher) == ("Roads: shut", "AP")
    assert article.url == "https://a.example/1"
    assert article.published == date(2019, 7, 1)
    assert article.published_basis == "the field date of the front matter"


def test_markdown_without_front_matter_and_text_with_dashes_are_text(tmp_path: Path) -> None:
    """Only Markdown has front matter, and it need not."""
    write(tmp_path, {"a.md": PROSE, "b.txt": f"---\ntitle: x\n---\n{PROSE}"})
    found, rejected = read(tmp_path)
    assert [article.text for article in found] == [PROSE, f"---\ntitle: x\n---\n{PROSE}"]
    assert rejected == []


def test_line_ends_are_kept(tmp_path: Path) -> None:
    """Offsets count the characters of the file, carriage returns included."""
    write(
        tmp_path, {"a.txt": "One.\r\nTwo.\rThree.\n", "b.md": "---\r\ntitle: x\r\n---\r\nOne.\r\n"}
    )
    found, _ = read(tmp_path)
    assert [article.text for article in found] == ["One.\r\nTwo.\rThree.\n", "One.\r\n"]
    assert found[1].title == "x"


def test_a_folder_is_read_by_path_and_hides_what_is_no_article(tmp_path: Path) -> None:
    """Ids are paths below the folder, in their order; READMEs and hidden files are no articles."""
    names = ["b.txt", "a/z.md", "a/b/c.TXT", "README.md", "a/readme.txt", ".x.txt", ".git/a.txt"]
    write(tmp_path, dict.fromkeys(names, PROSE))
    found, rejected = read(tmp_path)
    assert [article.id for article in found] == ["a/b/c.TXT", "a/z.md", "b.txt"]
    assert rejected == []


def test_a_file_has_its_name_as_id_even_a_readme(tmp_path: Path) -> None:
    """A file that was asked for by name is read."""
    write(tmp_path, {"a/README.txt": PROSE})
    assert [article.id for article in read(tmp_path / "a" / "README.txt")[0]] == ["README.txt"]


def test_json_lines_carry_ids_and_fields(tmp_path: Path) -> None:
    """An id is the record's, a number too; without one it is file and line."""
    rows = ({"id": "x", "text": PROSE, "title": "T", "mood": [1]}, {"id": 7, "text": PROSE})
    write(tmp_path, {"n/a.jsonl": "\n" + lines(*rows, {"text": PROSE, "published": None})})
    found, rejected = read(tmp_path)
    assert [article.id for article in found] == ["x", "7", "n/a.jsonl:4"]
    assert found[0].title == "T"
    assert rejected == []


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        (f"  {PROSE}\n".encode(), ["-"]),
        (lines({"id": "x", "text": PROSE}, {"text": PROSE}).encode(), ["x", "-:2"]),
        (("\ufeff" + lines({"id": "x", "text": PROSE})).encode("utf-16-le"), ["x"]),
    ],
)
def test_standard_input_is_json_lines_or_one_text(
    monkeypatch: pytest.MonkeyPatch, data: bytes, ids: list[str]
) -> None:
    """A brace at its beginning tells JSON Lines from a text."""
    give(monkeypatch, data)
    found, rejected = read("-")
    assert [article.id for article in found] == ids
    assert {article.text.strip() for article in found} == {PROSE}
    assert rejected == []


def test_clutter_is_marked_and_the_text_is_not_touched(tmp_path: Path) -> None:
    """What the page added stays in the text, marked."""
    text = f"Share\n{PROSE}\nReuters"
    write(tmp_path, {"a.txt": text})
    (article,), _ = read(tmp_path)
    assert article.text == text
    assert [part.span.of(text) for part in article.clutter] == ["Share", "Reuters"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_knows_the_encoding(tmp_path: Path, encoding: str) -> None:
    """It is honoured whatever encoding was given, and is no part of the text."""
    text = "Gotovuša, Штрпце"
    write(
        tmp_path,
        {"a.txt": text.encode(encoding), "b.jsonl": lines({"text": text}).encode(encoding)},
    )
    found, rejected = read(tmp_path, encoding="cp1250")
    assert [article.text for article in found] == [text, text]
    assert rejected == []


def test_an_encoding_can_be_given(tmp_path: Path) -> None:
    """Files without a mark are read in the encoding that was named."""
    text = "Žandarmerija u Štrpcu"
    write(
        tmp_path,
        {"a.txt": text.encode("cp1250"), "b.jsonl": f'{{"text": "{text}"}}'.encode("cp1250")},
    )
    assert [article.text for article in read(tmp_path, encoding="cp1250")[0]] == [text, text]


SAFE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1)


@given(SAFE.filter(lambda text: bool(text.strip()) and not text.startswith("\ufeff")))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    """A text survives ``.txt`` and ``.jsonl`` to the character."""
    with TemporaryDirectory() as folder:
        write(
            Path(folder), {"a.txt": text, "b.jsonl": json.dumps({"text": text}, ensure_ascii=False)}
        )
        found, rejected = read(folder)
    assert [article.text for article in found] == [text, text]
    assert rejected == []


# ---- when it was published


def test_a_field_beats_the_date_given_and_that_beats_the_text(tmp_path: Path) -> None:
    """The nearer to the article, the better the date."""
    rows = (
        {"text": f"1 May 2019\n\n{PROSE}", "published": "2020-02-02"},
        {"text": "1 May 2019\n\nX"},
    )
    write(tmp_path, {"a.jsonl": lines(*rows)})
    given_day = date(2021, 3, 3)
    days = [article.published for article in read(tmp_path, published=given_day)[0]]
    assert days == [date(2020, 2, 2), given_day]
    (_, last), _ = read(tmp_path)
    assert last.published == date(2019, 5, 1)
    assert last.published_basis == "a date that stands alone in the first lines"


def test_a_late_datetime_keeps_its_day(tmp_path: Path) -> None:
    """The calendar day is the one that is written, in no other time zone."""
    write(tmp_path, {"a.jsonl": lines({"text": PROSE, "published": "2023-01-08T23:30:00-08:00"})})
    assert read(tmp_path)[0][0].published == date(2023, 1, 8)


@pytest.mark.parametrize(
    "value",
    ["2022-02-31", "0025-06-01", 1673136000, "1970-01-01T00:00:00Z", "soon", "", [2022], True],
)
def test_an_impossible_date_is_left_out_with_a_warning(tmp_path: Path, value: object) -> None:
    """The article is kept, its day is unknown, and the warning names file and line."""
    write(tmp_path, {"a.jsonl": lines("", {"text": PROSE, "published": value})})
    (article,), rejected = read(tmp_path)
    assert (article.published, rejected) == (None, [])
    assert article.warnings[0].startswith(f"{tmp_path / 'a.jsonl'}:2: published was left out: ")


def test_an_impossible_date_in_front_matter_names_its_own_line(tmp_path: Path) -> None:
    """The warning points at the field, and a date given for all still counts."""
    write(tmp_path, {"a.md": f"---\ntitle: x\npublished: 2022-02-31\n---\n{PROSE}"})
    (article,), _ = read(tmp_path, published=date(2022, 3, 1))
    assert article.warnings[0].startswith(
        f"{tmp_path / 'a.md'}:3: published was left out: 2022-02-31"
    )
    assert article.published == date(2022, 3, 1)


def test_nothing_is_published_today(tmp_path: Path) -> None:
    """Without any date the day is unknown, and so is its basis."""
    write(tmp_path, {"a.txt": f"{PROSE} On 3 May 2011 they had done so before."})
    (article,), _ = read(tmp_path)
    assert (article.published, article.published_basis) == (None, None)


def test_an_address_that_is_none_of_the_web_is_left_out(tmp_path: Path) -> None:
    """A link to a script never gets further than this."""
    write(tmp_path, {"a.jsonl": lines({"text": PROSE, "url": "javascript:alert(1)"})})
    (article,), _ = read(tmp_path)
    assert article.url is None
    assert "a.jsonl:1: url was left out" in article.warnings[0]


# ---- what is set aside


def test_bad_lines_cost_only_themselves(tmp_path: Path) -> None:
    """Each line that is no article is named with its number; the others are read."""
    rows = (
        {"id": "first", "text": PROSE},
        "not json",
        [1, 2],
        {"title": "no text"},
        {"text": 5},
        {"text": "  "},
        {"text": PROSE, "title": ["a"]},
        {"text": PROSE, "id": {"a": 1}},
        {"id": "first", "text": PROSE},
        '{"text": "half \\ud800"}',
        '{"text": "nul \\u0000"}',
        "[" * 100_000,
        '{"id": ' + "9" * 5000 + "}",
        {"id": "last", "text": PROSE},
    )
    write(tmp_path, {"a.jsonl": lines(*rows)})
    found, rejected = read(tmp_path)
    assert [article.id for article in found] == ["first", "last"]
    assert [one.line for one in rejected] == list(range(2, 14))
    assert {one.path for one in rejected} == {str(tmp_path / "a.jsonl")}
    told = [one.reason for one in rejected]
    assert told[0].startswith("this line is no JSON")
    assert told[1:5] == [
        "this line is JSON, but no object",
        "it has no text",
        "text is a number, not a string",
        "the text is empty",
    ]
    assert told[5:7] == ["title is a list, not a string", "id is an object, not a string"]
    assert told[7] == f"the id 'first' is already that of {tmp_path / 'a.jsonl'}:1"
    assert "half a character" in told[8]
    assert "NUL" in told[9]


def test_a_title_alone_is_an_article(tmp_path: Path) -> None:
    """The text stays empty, and a warning says so."""
    write(tmp_path, {"a.jsonl": lines({"id": "a", "text": " ", "title": "Miners shot"})})
    (found,), rejected = read(tmp_path)
    assert (found.title, found.text, rejected) == ("Miners shot", " ", [])
    (warning,) = found.warnings
    assert warning == f"{tmp_path / 'a.jsonl'}:1: the text is empty: only the title is read"


@pytest.mark.parametrize(
    "title",
    [
        "Police: two dead",
        "Live: 'we fled': a town empties",
        "Toll rises: 9 # of them boys",
        "Ends:",
    ],
)
def test_a_headline_with_a_colon_needs_no_quotes(tmp_path: Path, title: str) -> None:
    """Strictly it is no YAML, and what is meant is plain."""
    write(tmp_path, {"a.md": f"---\ntitle: {title}\npublished: 2024-05-08\n---\nMiners struck."})
    (found,), rejected = read(tmp_path)
    assert (found.title, str(found.published), rejected) == (title, "2024-05-08", [])


@pytest.mark.parametrize(
    ("name", "content", "line", "reason"),
    [
        ("a.txt", "", None, "the text is empty"),
        ("a.md", "---\nurl: x\n---\n \n", None, "the text is empty"),
        ("a.jsonl", " \n\n", None, "the file is empty"),
        ("a.md", "---\ntitle: x\n\nMiners blocked a road.", 1, "the front matter is not closed"),
        ("a.md", "---\n- x\n---\nText.", 2, "the front matter holds no fields"),
        ("a.md", "---\nok: 1\ntitle: @a\n---\nText.", 3, "the front matter is no YAML"),
        ("a.md", "---\ntitle: a\ntitle: b\n---\nText.", 3, "the field 'title' is given twice"),
        ("a.md", "---\nx: 1\ntitle: [a]\n---\nText.", 3, "title is a list, not a string"),
        ("a.md", "---\nx: " + "[" * 9000 + "\n---\nText.", 2, "the front matter is no YAML"),
        ("a.txt", b"One.\n\x00\x01", 2, "this is binary, not text: a NUL byte at byte offset 5"),
        ("a.jsonl", b'{"text"\n\x00\n\x00\n', 2, "this is binary"),
        ("a.txt", "One.\nŠtrpce.".encode("cp1250"), 2, "this is not utf-8"),
        ("a.jsonl", '\n{"text": "Š"}'.encode("cp1250"), 2, "this is not utf-8"),
        ("a.txt", "\ufeffŠ".encode("utf-16-le")[:-1], 1, "this is not utf-16-le"),
        ("a.txt", b"\xff\xfe\x01\x00\x00\xd8\x02\x00", 1, "this is binary"),
        ("a.txt", "\ufeffOne.\n\x00".encode("utf-16-le"), 2, "this is binary, not text: a NUL"),
        ("a.pdf", b"%PDF", None, "this is not a kind of file this reads (.pdf)"),
        ("a", b"Text.", None, "this is not a kind of file this reads (no ending)"),
    ],
)
def test_a_file_that_cannot_be_used_is_named(
    tmp_path: Path, name: str, content: str | bytes, line: int | None, reason: str
) -> None:
    """File, line and reason are said, and the file beside it is still read."""
    write(tmp_path, {name: content, "z.txt": PROSE})
    found, rejected = read(tmp_path)
    assert [article.id for article in found] == ["z.txt"]
    last = rejected[-1]
    assert (last.path, last.line) == (str(tmp_path / name), line)
    assert last.reason.startswith(reason)


def test_a_wrong_encoding_is_told_with_offset_and_remedy(tmp_path: Path) -> None:
    """The byte is named, counted from the beginning of the file, and the option that helps."""
    write(tmp_path, {"a.txt": b"One.\nTwo \x8a", "b.jsonl": b'\n{"text": "\x8a"}'})
    _, rejected = read(tmp_path)
    assert [one.reason.rsplit(" ", 1)[1] for one in rejected] == ["9", "11"]
    assert all("--encoding cp1250" in str(one) for one in rejected)


def test_an_unknown_encoding_is_refused_before_anything_is_read() -> None:
    """A codec that makes no text of bytes is as unknown as none."""
    for name in ("cp-nine", "base64", "rot13", "utf-8\x00"):
        with pytest.raises(OptionError, match="no text encoding"):
            articles.read(["x.txt"], encoding=name, rejected=print)


def test_an_empty_folder_and_a_missing_path_are_named(tmp_path: Path) -> None:
    """Nothing to read is said, not passed over."""
    (tmp_path / "empty").mkdir()
    sources = (tmp_path / "empty", tmp_path / "none.txt", "", "a\x00b.txt", "x" * 5000)
    found, rejected = read(*sources)
    assert found == []
    assert rejected[0].reason == "there is no article in this folder"
    assert [one.reason for one in rejected[1:4]] == ["there is no such file or folder"] * 3
    assert rejected[4].reason.startswith("it cannot be read (")


def test_two_files_with_one_id_are_told_apart(tmp_path: Path) -> None:
    """The second of two equal ids is rejected, naming both; equal contents are fine."""
    write(tmp_path, {"one/a.txt": PROSE, "two/a.txt": PROSE, "two/b.txt": PROSE})
    found, rejected = read(tmp_path / "one", tmp_path / "two")
    assert [article.id for article in found] == ["a.txt", "b.txt"]
    assert only(rejected).path == str(tmp_path / "two" / "a.txt")
    assert str(tmp_path / "one" / "a.txt") in only(rejected).reason
    assert len(read(tmp_path)[0]) == 3


def test_links_that_lead_round_are_followed_once(tmp_path: Path) -> None:
    """A folder that holds itself ends, and what leads nowhere is named."""
    write(tmp_path, {"a/x.txt": PROSE})
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    found, rejected = read(tmp_path)
    assert [article.id for article in found] == ["a/x.txt"]
    assert [one.reason for one in rejected] == [
        "this link leads to a folder that is read anyway",
        "this link leads nowhere",
    ]


def test_a_pipe_with_the_name_of_an_article_does_not_stop_the_reading(tmp_path: Path) -> None:
    """Only files are opened: a pipe would wait for ever."""
    write(tmp_path, {"b.txt": PROSE})
    os.mkfifo(tmp_path / "a.txt")
    found, rejected = read(tmp_path)
    assert [article.id for article in found] == ["b.txt"]
    assert only(rejected).reason == "this is neither file nor folder"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    """Permissions are said as such."""
    write(tmp_path, {"a.txt": PROSE, "b.txt": PROSE})
    (tmp_path / "a.txt").chmod(0)
    found, rejected = read(tmp_path)
    assert [article.id for article in found] == ["b.txt"]
    assert only(rejected).reason == "it cannot be read (permission denied)"


def test_a_text_beyond_all_bounds_is_refused(tmp_path: Path) -> None:
    """A dump that lacks its line breaks does not fill the memory, whatever holds it."""
    size = records.LARGEST_TEXT + 1
    write(tmp_path, {"a.txt": "x" * size, "b.jsonl": lines({"text": "x" * size}, {"text": PROSE})})
    with (tmp_path / "c.txt").open("wb") as sparse:
        sparse.truncate(records.LARGEST_FILE + 1)
    found, rejected = read(tmp_path)
    assert [article.id for article in found] == ["b.jsonl:2"]
    assert [one.reason.split(" has ")[0] for one in rejected] == [
        "the text",
        "the text",
        "the file",
    ]


def test_a_line_beyond_all_bounds_is_skipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line after it is read, under its own number."""
    monkeypatch.setattr(records, "LARGEST_FILE", 100)
    write(tmp_path, {"a.jsonl": lines({"text": "x" * 500}, {"text": PROSE})})
    found, rejected = read(tmp_path)
    assert [article.id for article in found] == ["a.jsonl:2"]
    assert (only(rejected).line, only(rejected).reason) == (1, "the line has 100 bytes or more")


def test_a_name_that_is_no_utf8_can_be_printed(tmp_path: Path) -> None:
    """The id of a file with a broken name is text like any other."""
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(PROSE)
    (article,), _ = read(tmp_path)
    assert article.id == "caf\\xe9.txt"


def test_the_order_of_the_directory_does_not_matter(tmp_path: Path) -> None:
    """The same files give the same articles, whichever was written first."""
    names = ["b.txt", "a.txt", "c/a.txt", "a/b.txt", "a-b.txt"]
    one = write(tmp_path / "one", dict.fromkeys(names, PROSE))
    two = write(tmp_path / "two", dict.fromkeys(reversed(names), PROSE))
    assert read(one) == read(two)
