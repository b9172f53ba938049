"""What ``docs/`` shows of commands is what they print; ``docs/cli.md`` has each, with its options.

They run in forks of one process that has everything loaded: starting them took five minutes.
"""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from tests.pages import CLI, PAGES, README, lay_out, run, steps, wrong

TYPED = [page for page in PAGES if page != README and list(steps(page))]


@pytest.mark.parametrize("page", TYPED, ids=lambda page: page.name)
def test_commands_print_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    """Whoever types a command of the documentation sees what the documentation shows."""
    lay_out(tmp_path)
    assert wrong(page, tmp_path) == ""


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("geo", 2),
        ("geo --version", 0),
        ("geo map --colour", 2),
        ("geo locate Brnjak Nowherewhatsoever", 1),
        ("printf 'Brnjak\\n' | xargs geo locate 2> /dev/null | cut -c 1-12", 0),
    ],
)
def test_a_fork_prints_what_the_command_prints(command: str, code: int, tmp_path: Path) -> None:
    """The process that is forked shows nothing of itself, and hides nothing."""
    forked = run(command, tmp_path)
    assert forked == run(command, tmp_path, forked=False)
    assert forked.code == code


def test_a_fork_leaves_nothing_behind(tmp_path: Path) -> None:
    """What one command adds, reads or is told is unknown to the next in another folder."""
    here, there = tmp_path / "here", tmp_path / "there"
    for folder in (here, there):
        folder.mkdir()
    Path(here, "a.csv").write_text("name,lon,lat,country\nQuarn,20.5,42.6,XK\n", encoding="utf-8")
    assert run("geo gazetteer add a.csv --kind settlement", here).code == 0
    assert run("geo locate Quarn", here).code == 0
    assert run("geo locate Quarn", there).code == 1


def test_a_page_that_is_wrong_is_named(tmp_path: Path) -> None:
    """A letter too many, or a command that falls over, is told with its line."""
    page = tmp_path / "page.md"
    page.write_text("```console\n$ geo --version\ngeo, version x\n```\n", encoding="utf-8")
    told = wrong(page, tmp_path)
    assert told.startswith("page.md:2: $ geo --version\ngeo, version ")
    assert told == wrong(page, tmp_path, forked=False)


def commands() -> list[tuple[str, click.Command]]:
    """List every command of the command line with the words that call it."""
    from geo.cli import main

    found: list[tuple[str, click.Command]] = []
    waiting: list[tuple[str, click.Command]] = [("geo", main)]
    while waiting:
        words, command = waiting.pop(0)
        found.append((words, command))
        if isinstance(command, click.Group):
            context = click.Context(command, info_name=words)
            for name in command.list_commands(context):
                child = command.get_command(context, name)
                assert child is not None
                waiting.append((f"{words} {name}", child))
    return found


def section(words: str) -> str:
    """Give the part of ``docs/cli.md`` under the heading of one command."""
    text = CLI.read_text(encoding="utf-8")
    flags = re.MULTILINE | re.DOTALL
    found = re.search(rf"^#+ `{re.escape(words)}`$(.*?)(?=^#+ `geo|\Z)", text, flags)
    assert found, f"docs/cli.md has no heading `{words}`"
    return found[1]


def test_every_command_has_its_section_and_an_example() -> None:
    """``docs/cli.md`` shows each command at work, and the test above runs what it shows."""
    called = [step.command for step in steps(CLI)]
    for words, command in commands():
        section(words)
        if not isinstance(command, click.Group):
            assert any(line.startswith(f"{words} ") or line == words for line in called), words


def test_every_option_is_described() -> None:
    """Each option of a command stands in the section of that command."""
    for words, command in commands():
        options = [item for item in command.params if isinstance(item, click.Option)]
        names = {name for option in options for name in (*option.opts, *option.secondary_opts)}
        text = section(words)
        assert {name for name in names if not re.search(rf"`{name}\b", text)} == set(), words


def test_every_help_ends_with_an_example() -> None:
    """The description of a command closes with a command line that can be typed."""
    for words, command in commands():
        last = (command.help or "").rstrip().splitlines()[-1].strip()
        assert f"{last} ".startswith(f"Example: {words} "), words


def test_every_command_of_the_docs_exists() -> None:
    """A section about a command that is gone would mislead."""
    text = CLI.read_text(encoding="utf-8")
    headings = set(re.findall(r"^#+ `(geo[ \w-]*)`$", text, re.MULTILINE))
    assert headings == {words for words, _ in commands()}
