"""The command line as newcomers and hostile users meet it: words, exit codes, files left alone."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from geo import cli
from geo.gazetteer import Gazetteer
from geo.io import index
from tests.test_commands import BLOCK, NEWS

HEAD = "---\npublished: 2023-01-12\n---\n"
HOSTILE = "[bold]Riot[/] {{7*7}} <script>x</script> \x1b[2J\x1b]0;x\x07 =1+1"
SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder, with the small gazetteer."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cli, "_gazetteer", lambda: gazetteer)
    return tmp_path


@pytest.fixture
def news(desk: Path) -> Path:
    """Write four articles and a broken one into the folder ``news``."""
    (desk / "news").mkdir()
    for name, text in NEWS.items():
        (desk / "news" / name).write_text(text, encoding="utf-8")
    return desk / "news"


def geo(*words: str, stdin: bytes = b"", **known: Any) -> Result:
    """Run a command line; what was unexpected shows as such."""
    return CliRunner().invoke(cli.main, list(words), input=stdin, prog_name="geo", **known)


def write(name: str, text: str = "", data: bytes = b"") -> str:
    """Write a file where we are, and return its name."""
    Path(name).write_bytes(data or text.encode())
    return name


# ---- bad input: each a message that names file and line, the rest processed, counted, exit code 1

BAD = {
    "binary.txt": (b"Riot in Tolmen.\nSo\0", r"binary\.txt:2: this is binary, .* NUL"),
    "latin.txt": (b"Riot.\nGla\xb9", r"latin\.txt:2: this is not utf-8: .*--encoding"),
    "open.md": (b"---\ntitle: x\n", r"open\.md:1: the front matter is not closed; put"),
    "yaml.md": (b"---\ntitle: 'x\n---\n", r"yaml\.md:\d: the front matter is no YAML"),
    "lines.jsonl": (b'{"text": "x"}\nno\n', r"lines\.jsonl:2: this line is no JSON"),
    "twice.jsonl": (
        b'{"id": "a", "text": "x"}\n{"id": "a", "text": "y"}',
        r"twice\.jsonl:2: the id 'a' is already that of twice\.jsonl:1",
    ),
    "empty.txt": (b"", r"empty\.txt: the text is empty"),
    "page.html": (b"<html>", r"page\.html: this is not a kind of file this reads"),
    "broken.geojson": (b'{"type":\n', r"broken\.geojson:2: is not JSON"),
    "other.geojson": (b'{"type": "Feature"}', r"other\.geojson: is a Feature, not a Feature"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_named_and_the_rest_is_drawn(name: str, desk: Path) -> None:
    """With its line and what to do; the count and the exit code tell of it too."""
    data, message = BAD[name]
    done = geo("map", write(name, data=data), write("good.md", HEAD + BLOCK))
    assert re.search(f"^rejected: {message}", done.stderr, re.MULTILINE), done.stderr
    assert (done.exit_code, ", 1 rejected\n" in done.stdout) == (1, True)
    assert len(json.loads((desk / "maps/incidents.geojson").read_text())["features"]) == 1


@pytest.mark.parametrize("name", [name for name in BAD if not name.endswith(".geojson")])
def test_a_bad_file_is_named_by_read_as_well(name: str) -> None:
    """In both forms; the good article is shown."""
    data, message = BAD[name]
    names = write(name, data=data), write("good.md", HEAD + BLOCK)
    for form in ("text", "jsonl"):
        done = geo("read", *names, "--format", form)
        assert re.search(f"^rejected: {message}", done.stderr, re.MULTILINE), done.stderr
        assert (done.exit_code, "1 input rejected\n" in done.stderr) == (1, True)
        assert "good.md" in done.stdout


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("empty", "rejected: empty: there is no article in this folder; articles end in .jsonl"),
        ("missing", "rejected: missing: there is no such file or folder; check the name"),
        ("link.txt", "rejected: link.txt: this link leads nowhere"),
        ("missing.geojson", "rejected: missing.geojson: cannot be read (No such file"),
    ],
)
def test_when_nothing_can_be_read_nothing_is_written(source: str, message: str) -> None:
    """The message says so, and older results stay."""
    Path("empty").mkdir()
    Path("link.txt").symlink_to("nowhere")
    Path("maps").mkdir()
    page = Path(write("maps/incidents.html", "yesterday's"))
    done = geo("map", source)
    assert done.stderr.startswith(message)
    assert done.stdout == (
        "0 articles read, 0 without incident, 1 rejected\n"
        "nothing could be read, so nothing was written\n"
    )
    assert (done.exit_code, page.read_text()) == (1, "yesterday's")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_named() -> None:
    """It is there, but shut."""
    Path(write("shut.txt", BLOCK)).chmod(0)
    assert "shut.txt: it cannot be read (permission denied)" in geo("read", "shut.txt").stderr


def test_an_impossible_date_is_left_out_and_told() -> None:
    """The article is still read; nothing is invented in its place, and the exit code tells."""
    name = write("a.md", f"---\ntitle: x\npublished: 2023-02-31\n---\n{BLOCK}")
    for command in (["map", name], ["read", name, "--format", "jsonl"]):
        done = geo(*command)
        assert "note: a.md:3: published was left out: 2023-02-31 is no day" in done.stderr
        assert done.exit_code == 1
    assert json.loads(done.stdout)["published"] is None


def test_articles_without_incident_give_an_honest_empty_map(desk: Path) -> None:
    """That is no error: everything was read."""
    done = geo("map", write("a.txt", "The weather was fine."))
    assert done.stdout == (
        "1 article read, 1 without incident, 0 rejected\n"
        "0 incidents: 0 without a place, 0 without a date\n"
        "nothing to show: the result is empty, and says so\n"
        "maps/incidents.html\nmaps/incidents.geojson\n"
    )
    assert done.exit_code == 0
    assert json.loads((desk / "maps/incidents.geojson").read_text())["features"] == []


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (["map", "a.txt", "-o", "a.txt"], "Error: a.txt: this folder cannot be made (file exists)"),
        (["map", "a.txt", "-o", "/dev/null/x"], "Error: /dev/null/x: this folder cannot be made"),
        (["export", "a.txt", "-o", "a.txt/b.csv"], "Error: a.txt: this folder cannot be made"),
        (["export", "a.txt", "-o", "f.csv"], "Error: f.csv: cannot be written (Is a directory)"),
    ],
)
def test_what_cannot_be_written_is_said(command: list[str], message: str) -> None:
    """In one sentence with a remedy, and with exit code 1."""
    write("a.txt", BLOCK)
    Path("f.csv").mkdir()
    done = geo(*command)
    assert done.stderr.startswith(message)
    assert done.exit_code == 1


# ---- a wrong command line: exit code 2


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["map"], "Missing argument 'SOURCE…'"),
        (["fly"], "No such command 'fly'"),
        (["map", "a.txt", "--since", "2023-02-31"], "'2023-02-31' is no day of the calendar"),
        (["map", "a.txt", "--since", "2023-02-01", "--until", "2023-01-01"], "is after 2023-01-01"),
        (["map", "a.txt", "--kind", "flod"], "'flod' is no kind of incident; there are abduction"),
        (["map", "a.txt", "--bbox", "1,2,3"], "is no box; write west,south,east,north"),
        (["map", "a.txt", "--bbox", "1,2,1,nan"], "west must be less than east"),
        (["map", "a.txt", "--encoding", "klingon"], "there is no text encoding called 'klingon'"),
        (["export", "a.txt"], "Missing option '-o' / '--output'"),
        (["export", "a.txt", "-o", "a.shp"], "the ending of a.shp says nothing about the format"),
        (["read", "a.txt", "--format", "xml"], "'xml' is not one of 'text', 'jsonl'"),
    ],
)
def test_a_wrong_command_line_is_explained(words: list[str], message: str) -> None:
    """Nothing is read, nothing is written."""
    write("a.txt", BLOCK)
    done = geo(*words)
    assert message in done.stderr
    assert (done.exit_code, done.stdout, list(Path().glob("*/*"))) == (2, "", [])


# ---- options


def shown(*words: str) -> set[str]:
    """Draw the news with options, and return the kinds that are left."""
    assert geo("map", "news", *words, "-o", "out").exit_code == 1  # one of the five is broken
    told = json.loads(Path("out/incidents.geojson").read_text())["features"]
    return {feature["properties"]["type"] for feature in told}


@pytest.mark.usefixtures("news")
def test_incidents_can_be_chosen() -> None:
    """By day, kind and box; talk only with ``--all``."""
    assert shown() == {"roadblock", "explosion"}
    assert shown("--all") == {"roadblock", "explosion", "demand"}
    assert shown("--since", "2023-01-11") == shown("--kind", "explosion") == {"explosion"}
    assert shown("--until", "2023-01-10") == shown("--bbox", "9.99,50.5,10.1,50.6") == {"roadblock"}
    assert shown("--kind", "explosion", "--kind", "roadblock") == {"roadblock", "explosion"}


@pytest.mark.usefixtures("news")
def test_the_summary_tells_singular_from_plural_and_what_is_left_out() -> None:
    """And how to see it."""
    lines = geo("map", "news", "--kind", "roadblock").stdout.splitlines()
    assert lines[0] == "4 articles read, 1 without incident, 1 rejected"
    assert lines[1] == (
        "1 incident: 0 without a place, 0 without a date; "
        "left out: 1 talk or history (--all adds them), 1 not asked for"
    )


def test_the_title_is_text_and_the_page_can_be_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the title holds; nothing is opened where nothing was written."""
    opened: list[str] = []
    monkeypatch.setattr(click, "launch", opened.append)
    assert geo("map", "missing", "--open").exit_code == 1
    done = geo("map", write("a.txt", BLOCK), "--title", "<b>{{7*7}}</b>", "--open")
    assert done.exit_code == 0
    assert opened == [Path("maps/incidents.html").absolute().as_uri()]
    page = Path("maps/incidents.html").read_text(encoding="utf-8")
    assert "<b>{{7*7}}</b>" not in page
    assert "49" not in re.findall(r"<title>(.*?)</title>", page)[0]


def test_day_and_encoding_can_be_given() -> None:
    """For articles that do not say them themselves."""
    name = write(
        "a.txt", data="Barikada. Farmers put up a roadblock in Štrpce on Tuesday.".encode("cp1250")
    )
    done = geo(
        "read", name, "--published", "2023-01-12", "--encoding", "cp1250", "--format", "jsonl"
    )
    [incident] = json.loads(done.stdout)["incidents"]
    assert (incident["date_start"], incident["place"]["place_id"]) == ("2023-01-10", "xk-strpce")


def test_standard_input_is_a_source() -> None:
    """A text, or JSON Lines; lines are named in messages."""
    assert "Roadblock at Holm" in geo("read", "-", stdin=BLOCK.encode()).stdout
    done = geo("map", "-", stdin=b'{"text": "Riot in Tolmen."}\nno\n')
    assert done.stdout.startswith("1 article read, 0 without incident, 1 rejected\n1 incident: ")
    assert done.stderr.startswith("rejected: -:2: this line is no JSON")


@pytest.mark.parametrize(
    ("words", "begin"), [([], '{"type": "FeatureC'), (["--format", "csv"], "id,report_ids,type")]
)
def test_an_export_to_standard_output_is_nothing_else(words: list[str], begin: str) -> None:
    """The summary goes to standard error, so that a pipe gets only data."""
    done = geo("export", write("a.md", HEAD + BLOCK), "-o", "-", *words)
    assert done.stdout_bytes.decode().startswith(begin)
    assert "article read" not in done.stdout
    assert done.stderr.startswith("1 article read, 0 without incident, 0 rejected\n1 incident: ")


def test_an_edited_file_is_drawn_again() -> None:
    """What was edited is kept, and the file is left as it is."""
    assert geo("map", write("a.md", HEAD + BLOCK)).exit_code == 0
    data = Path("maps/incidents.geojson")
    edited = data.read_text(encoding="utf-8").replace('"title": "Roadblock', '"title": "Hay bales')
    data.write_text(edited, encoding="utf-8")
    done = geo("map", str(data))
    assert done.stdout.splitlines() == [
        "0 articles read, 0 without incident, 0 rejected",
        "1 incident: 0 without a place, 0 without a date",
        "maps/incidents.html",
    ]
    assert data.read_text(encoding="utf-8") == edited
    assert "Hay bales" in Path("maps/incidents.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [["map"], ["read"], ["export", "-o", "a.csv"]])
def test_every_reject_is_named(words: list[str]) -> None:
    """However many there are: each with its file, its line and the reason."""
    write("a.jsonl", "no\n" * 100)
    lines = geo(*words, "a.jsonl").stderr.splitlines()
    named = [line for line in lines if line.startswith("rejected: ")]
    assert len(set(named)) == 100
    for number, line in enumerate(named, 1):
        assert line.startswith(f"rejected: a.jsonl:{number}: this line is no JSON")


def test_many_notes_are_counted_not_listed() -> None:
    """The articles were read; what was left out of them does not fill the screen."""
    line = json.dumps({"text": BLOCK, "published": "2023-02-31"})
    write("a.jsonl", f"{line}\n" * (cli.SHOWN + 5))
    done = geo("map", "a.jsonl")
    assert done.stderr.count("note: a.jsonl:") == cli.SHOWN
    assert done.stderr.endswith("note: 5 more\n")


# ---- hostile words


def test_words_of_others_cannot_command_the_terminal() -> None:
    """Neither titles nor ids, names of files, typed names or messages."""
    line = json.dumps({"id": HOSTILE, "title": HOSTILE, "text": BLOCK, "url": f"x:{HOSTILE}"})
    write("a.jsonl", f"{line}\n{line}\n")
    write("b\x1b[2J.md", "---\n")
    for words in (["read", "a.jsonl"], ["map", "a.jsonl", "b\x1b[2J.md"], ["locate", HOSTILE]):
        done = geo(*words)
        assert not set(done.output) & set("\x1b\x07"), words
    assert "[bold]Riot[/] {{7*7}}" in geo("read", "a.jsonl").stdout


def test_an_unexpected_error_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Short, harmless, and with the way to learn more; ``--verbose`` shows the traceback."""

    def fail() -> Gazetteer:
        raise KeyError(HOSTILE * 100)

    monkeypatch.setattr(cli, "_gazetteer", fail)
    done = geo("locate", "x")
    assert done.stderr.startswith("Error: unexpected KeyError: ")
    assert len(done.stderr) < 500
    assert (done.exit_code, "\x1b" in done.stderr) == (1, False)
    assert isinstance(geo("--verbose", "locate", "x").exception, KeyError)


# ---- locate, help


def test_locate_says_where_how_sure_and_what_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """The exit code tells when a name is not found; a close one is offered."""
    monkeypatch.setenv("NO_COLOR", "1")
    done = geo("locate", "Штрпце", "Brnjak", "Zubin Potk", color=True)
    assert done.stdout.splitlines()[:2] == [
        "Штрпце",
        "  Štrpce  settlement  XK  42.2394N 21.0264E  ±2 km  [xk-strpce]",
    ]
    assert done.stdout.count("xk-brnja") + done.stdout.count("xk-crossing-brnjak") == 3
    assert "not in the gazetteer; did you mean Zubin Potok (XK)?" in done.stdout
    assert done.exit_code == 1
    assert geo("locate", "Brnjak").exit_code == 0


def test_locate_says_how_it_read_a_name() -> None:
    """An ending that was taken off is told; a name elsewhere is offered with its country."""
    done = geo("locate", "Prishtinës", "Tolmen, Ardovia")
    assert "  (Prishtinës read as Pristina, without its case ending)\n" in done.stdout
    assert (done.exit_code, "[xa-tolmen]" in done.stdout) == (0, True)
    done = geo("locate", "Tolmen, Belmark")
    assert (done.exit_code, "did you mean Tolmen (XA)?" in done.stdout) == (1, True)


@pytest.mark.parametrize("words", [[], ["map"], ["export"], ["read"], ["locate"], ["gazetteer"]])
def test_help_is_whole(words: list[str]) -> None:
    """No sentence of the list of commands is cut off at the width of a terminal."""
    done = geo(*words, "--help", terminal_width=80)
    assert done.exit_code == 0
    assert not [line for line in done.stdout.splitlines()[1:] if line.endswith("...")]


# ---- as a process


@pytest.fixture(scope="module")
def compiled() -> None:
    """Compile the whole gazetteer, so that no process tells that it does."""
    index.build_index()


def start(*words: str, **known: Any) -> subprocess.Popen[bytes]:
    """Start the command as a process of its own, with the whole gazetteer."""
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [sys.executable, "-m", "geo", *words], stdout=pipe, stderr=pipe, **known
    )


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Write more articles than a pipe holds or a second reads."""
    path = tmp_path_factory.mktemp("many") / "many.jsonl"
    line = json.dumps({"text": (SEEDS / "2023-01-08-kfor-says-no.md").read_text(encoding="utf-8")})
    path.write_text(f"{line}\n" * 3000, encoding="utf-8")
    return str(path)


@pytest.mark.usefixtures("compiled")
@pytest.mark.parametrize("form", ["text", "jsonl"])
def test_a_pipe_that_closes_is_no_error(many: str, form: str) -> None:
    """``geo read … | head -1`` ends quietly, and at once."""
    with start("read", many, "--format", form) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


@pytest.mark.usefixtures("compiled")
def test_an_interrupt_shows_no_traceback(many: str) -> None:
    """Ctrl-C ends it with one word."""
    # A shell lets what it starts in the background ignore it, and so on down to here.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    process = start("read", many, "--format", "jsonl")
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert told.strip() == b"Aborted!"
    assert process.returncode == 1


@pytest.mark.usefixtures("compiled")
def test_a_terminal_of_another_age_is_no_reason_to_stop() -> None:
    """Letters that it lacks are replaced; JSON stays UTF-8."""
    old = os.environ | {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    shown, told = start("locate", "Zvečan", env=old).communicate(timeout=60)
    assert shown.startswith(b"Zve?an\n")
    assert told == b""
    write("a.txt", "Riot in Zvečan.")
    line, _ = start("read", "a.txt", "--format", "jsonl", env=old).communicate(timeout=60)
    assert json.loads(line.decode())["places"][0]["name"] == "Zvečan"


@pytest.mark.usefixtures("compiled")
@pytest.mark.parametrize("words", [["read", "a.txt"], ["locate", "Tolmen"], ["--help"]])
def test_a_full_disk_is_said(words: list[str]) -> None:
    """Not a traceback, and not silence; nor a last complaint of Python, which buffers or not."""
    write("a.txt", BLOCK)
    known = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "geo", *words],
            stdout=full, stderr=subprocess.PIPE, check=False, env=known,
        )  # fmt: skip
    assert done.stderr == b"Error: output: No space left on device\n"
    assert done.returncode == 1


# ---- scores

SPOT = '{"start": 8, "end": 14, "lat": 50.6, "lon": 9.7}'
GOLD = f'{{"id": "a", "text": "Fire in Tolmen", "toponyms": [{SPOT}]}}'


@pytest.mark.parametrize(
    ("form", "begin"),
    [
        ("text", "gold, geo: protocol coords\n  1 text, 1 places"),
        ("json", '[\n {\n  "system": "geo"'),
        ("markdown", "| system | exact F1"),
    ],
)
def test_a_score_has_three_forms(form: str, begin: str) -> None:
    """For a person, for a program, for a page; no other is known."""
    told = geo("score", write("gold.jsonl", GOLD), "--format", form)
    assert (told.exit_code, told.stdout[: len(begin)]) == (0, begin), told.output


def test_peers_stand_beside_ours() -> None:
    """A folder of others' answers to the same gold gives a line each."""
    Path("peers").mkdir()
    write("peers/Other_gold.jsonl", '{"id": "a", "places": []}')
    told = geo("score", write("gold.jsonl", GOLD), "--peers", "peers", "--format", "json")
    scores = [(one["system"], one["located"]["f1"]) for one in json.loads(told.stdout)]
    assert scores == [("geo", 1.0), ("Other", 0.0)]


def test_mistakes_are_named_beside_the_score() -> None:
    """They go to standard error, and what comes out stays JSON."""
    gold = GOLD.replace('"lat": 50.6', '"lat": -50.6')
    told = geo("score", write("gold.jsonl", gold), "--mistakes", "--format", "json")
    assert json.loads(told.stdout)[0]["located"]["f1"] == 0.0
    assert re.match(
        r"mistake: a: misplaced by 11,\d+ km: 'Tolmen' in “Fire in Tolmen”", told.stderr
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["missing.jsonl"], r"missing\.jsonl: this file cannot be read"),
        (["broken.jsonl"], r"broken\.jsonl:1: this is no JSON; write one JSON object a line"),
        (["gold.jsonl", "--without", "demonyms"], "'demonyms' is no class"),
        (["gold.jsonl", "--peers", "."], "holds no answers to gold.jsonl; call the files SYSTEM_"),
        (["gold.jsonl", "--protocol", "strict"], "'strict' is not one of"),
    ],
)
def test_what_cannot_be_scored_is_said(words: list[str], message: str) -> None:
    """File, line and remedy; nothing is scored by half."""
    write("gold.jsonl", GOLD)
    write("broken.jsonl", "{")
    told = geo("score", *words)
    assert told.exit_code in {1, 2}
    assert re.search(message, told.output), told.output
    assert "F1" not in told.output
