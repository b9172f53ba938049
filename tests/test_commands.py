"""The commands as functions: what is written, what is counted, what is left alone."""

from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Literal

import pytest

from geo import commands
from geo.errors import ArticleError, OptionError, OutputError
from geo.gazetteer import Entry, Gazetteer, Layer, build
from geo.gazetteers.layered import Layered
from geo.model import Place, PlaceKind
from geo.selection import Selection
from geo.summary import Summary
from tests import unpacked

ARTICLE = "---\ntitle: Hay bales\npublished: 2023-01-12\n---\n"
BLOCK = "Farmers put up a roadblock at the Holm crossing on Tuesday."
NEWS = {
    "block.md": f"{ARTICLE}{BLOCK}",
    "blast.md": f"{ARTICLE}Two people were killed in an explosion in Tolmen on Wednesday.",
    "talk.md": f"{ARTICLE}On Monday the mayor of Galdor demanded that they pay for the bridge.",
    "quiet.txt": "The weather was fine.",
    "bad.md": "---\ntitle: never closed\n",
}
Draw = Callable[..., Summary]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Write five articles, one of which is broken."""
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in NEWS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def draw(gazetteer: Gazetteer, tmp_path: Path) -> Draw:
    """Return ``map`` with the small gazetteer, writing to ``maps``."""

    def run(*sources: str | Path, output: Path | None = None, **known: Any) -> Summary:
        folder = output or tmp_path / "maps"
        return commands.map(sources, folder, gazetteer=gazetteer, **known)

    return run


def features(path: Path) -> dict[str, dict[str, Any]]:
    """Return the properties of a GeoJSON file by id."""
    told = json.loads(path.read_text(encoding="utf-8"))["features"]
    return {feature["id"]: feature["properties"] for feature in told}


def edit(path: Path, kind: str, **changes: Any) -> None:
    """Change the incident of one kind in a file, as a person would in an editor."""
    told = json.loads(path.read_text(encoding="utf-8"))
    for feature in told["features"]:
        if feature["properties"]["type"] == kind:
            feature["properties"].update(changes)
    path.write_text(json.dumps(told, indent=1), encoding="utf-8")


# ---- reading


def test_without_a_listener_the_first_reject_raises(news: Path, gazetteer: Gazetteer) -> None:
    """A program that does not ask for rejects must not lose them."""
    with pytest.raises(ArticleError, match=r"bad\.md:1: the front matter is not closed"):
        list(commands.read(news, gazetteer=gazetteer))


def test_one_source_or_many_may_be_given(news: Path, gazetteer: Gazetteer) -> None:
    """A path as text, a path, and any number of both."""
    block = news / "block.md"
    for sources in (str(block), block, [block], iter([str(block)])):
        [reading] = commands.read(sources, gazetteer=gazetteer)
        assert reading.article.id == "block.md"


def test_the_day_of_publication_can_be_given(tmp_path: Path, gazetteer: Gazetteer) -> None:
    """It makes "on Tuesday" a day; without it the date stays open."""
    path = tmp_path / "a.txt"
    path.write_text(BLOCK, encoding="utf-8")
    days = [
        next(commands.read(path, published=day, gazetteer=gazetteer)).reports[0].when.first
        for day in (None, date(2023, 1, 12))
    ]
    assert days == [None, date(2023, 1, 10)]


# ---- drawing


def test_everything_is_counted(news: Path, draw: Draw, tmp_path: Path) -> None:
    """Read, without incident, shown, left out, rejected: nothing is silently lost."""
    summary = draw(news)
    assert (summary.articles, summary.without_incident, summary.edited) == (4, 1, 0)
    assert [Path(reject.path or "").name for reject in summary.rejected] == ["bad.md"]
    assert sorted(summary.shown["type"]) == ["explosion", "roadblock"]
    assert (summary.aside, summary.filtered) == (1, 0)
    assert (summary.incidents, summary.unlocated, summary.undated) == (2, 0, 0)
    names = ["incidents.html", "incidents.geojson"]
    assert summary.files == [tmp_path / "maps" / name for name in names]
    assert all(path.stat().st_size for path in summary.files)


def test_what_is_not_asked_for_is_counted_apart(news: Path, draw: Draw) -> None:
    """Talk is aside; an incident of another day is filtered."""
    summary = draw(news, selection=Selection(since=date(2023, 1, 11)))
    assert (summary.incidents, summary.aside, summary.filtered) == (1, 1, 1)
    summary = draw(news, selection=Selection(everything=True))
    assert (summary.incidents, summary.aside, summary.filtered) == (3, 0, 0)


@pytest.mark.parametrize("everything", [True, False])
def test_the_page_holds_the_talk_that_the_file_leaves_out(
    news: Path, draw: Draw, *, everything: bool
) -> None:
    """Its reader can ask for it; with --all it is shown at first, and in the file."""
    summary = draw(news, selection=Selection(everything=everything))
    page, file = summary.files
    held = unpacked.held(page.read_text("utf-8"))
    assert sorted(row["verbal"] for row in held.incidents) == [False, False, True]
    assert held.meta["talk"] is everything
    assert len(features(file)) == (3 if everything else 2)


def test_the_undated_and_the_unlocated_are_counted(tmp_path: Path, draw: Draw) -> None:
    """They are written all the same."""
    (tmp_path / "a.txt").write_text("A riot broke out.")
    (tmp_path / "b.txt").write_text("Farmers put up a roadblock in Tolmen.")
    summary = draw(tmp_path)
    assert (summary.incidents, summary.unlocated, summary.undated) == (2, 1, 2)


def test_articles_without_incident_give_an_honest_empty_map(news: Path, draw: Draw) -> None:
    """They were read: the result is written, and it is empty."""
    summary = draw(news / "quiet.txt")
    assert summary.incidents == 0
    assert features(summary.files[1]) == {}


def test_when_nothing_can_be_read_older_results_stay(news: Path, draw: Draw) -> None:
    """A mistyped name must not wipe out yesterday's map."""
    before = [path.read_bytes() for path in draw(news).files]
    summary = draw(news / "bad.md", news / "mistyped.md")
    assert (summary.nothing_read, summary.files, len(summary.rejected)) == (True, [], 2)
    assert before == [path.read_bytes() for path in draw(news).files]


def test_the_same_articles_give_the_same_bytes(news: Path, draw: Draw, tmp_path: Path) -> None:
    """Whatever the order in which they are named."""
    paths = [news / name for name in NEWS if name != "bad.md"]
    forth = draw(*paths, output=tmp_path / "a")
    back = draw(*reversed(paths), output=tmp_path / "b")
    for one, other in zip(forth.files, back.files, strict=True):
        assert one.read_bytes() == other.read_bytes()


# ---- drawing again


def test_an_edited_file_is_drawn_as_it_was_edited(news: Path, draw: Draw, tmp_path: Path) -> None:
    """What a person changed and added is on the new map and in its data."""
    data = draw(news).files[1]
    edit(data, "roadblock", title="Hay on the road", injured=4, note="seen by us")
    summary = draw(data, output=tmp_path / "again")
    [block] = [p for p in features(summary.files[1]).values() if p["type"] == "roadblock"]
    assert (block["title"], block["injured"], block["note"]) == ("Hay on the road", 4, "seen by us")
    assert "Hay on the road" in summary.files[0].read_text(encoding="utf-8")
    assert (summary.articles, summary.edited) == (0, 1)


def test_a_file_drawn_again_unchanged_is_the_same(news: Path, draw: Draw, tmp_path: Path) -> None:
    """Not a byte is lost on the way round, of a file that holds what the page holds."""
    whole = Selection(everything=True)
    first = draw(news, selection=whole)
    again = draw(first.files[1], output=tmp_path / "again", selection=whole)
    for one, other in zip(first.files, again.files, strict=True):
        assert one.read_bytes() == other.read_bytes()


def test_an_edited_file_is_never_written_over_by_its_own_map(news: Path, draw: Draw) -> None:
    """Drawn into its own folder with a filter, it would lose what the filter leaves out."""
    page, data = draw(news).files
    before = data.read_bytes()
    summary = draw(data, selection=Selection(kinds=["riot"]))
    assert (summary.files, summary.incidents) == ([page], 0)
    assert data.read_bytes() == before


def test_edited_incidents_stand_among_articles(news: Path, draw: Draw, tmp_path: Path) -> None:
    """Those read again are not drawn twice, new ones are added."""
    data = draw(news / "block.md").files[1]
    edit(data, "roadblock", title="Hay on the road")
    summary = draw(news / "block.md", data, news / "blast.md", output=tmp_path / "both")
    titles = sorted(p["title"] for p in features(summary.files[1]).values())
    assert titles == ["Explosion in Tolmen, 11 January 2023", "Hay on the road"]


def test_an_id_that_comes_twice_is_told(news: Path, draw: Draw, tmp_path: Path) -> None:
    """In one file the second is refused with its line; of two files the first stands."""
    data = draw(news / "block.md").files[1]
    copy = tmp_path / "copy.geojson"
    copy.write_bytes(data.read_bytes())
    edit(copy, "roadblock", title="Another title")
    summary = draw(data, copy, output=tmp_path / "both")
    assert "Another title" not in list(summary.shown["title"])
    assert "which stands" in summary.warnings[0]
    line = data.read_text(encoding="utf-8").splitlines()[1]
    copy.write_text(f'{{"type": "FeatureCollection", "features": [\n{line},\n{line}\n]}}')
    summary = draw(copy, output=tmp_path / "none")
    assert summary.rejected[0].line == 3
    assert "comes twice" in summary.rejected[0].reason
    assert summary.incidents == 1


def test_a_broken_file_of_incidents_is_set_aside(news: Path, draw: Draw, tmp_path: Path) -> None:
    """The articles beside it are still drawn."""
    broken = tmp_path / "broken.geojson"
    broken.write_text('{"type":\n')
    summary = draw(broken, news / "block.md")
    assert summary.incidents == 1
    assert str(summary.rejected[0]).startswith(f"{broken}:2: is not JSON")


# ---- where to write


@pytest.mark.parametrize("output", ["a file", "a file/below", "/dev/null/maps", "/proc/maps"])
def test_a_folder_that_cannot_be_written_to_is_found_out_first(
    output: str, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    """Nobody waits for a thousand articles to learn it."""
    (tmp_path / "a file").write_text("")

    with pytest.raises(OutputError, match="give another"):
        commands.map([], tmp_path / output, gazetteer=gazetteer)
    with pytest.raises(OutputError, match="give another"):
        commands.export([], tmp_path / output / "a.csv", gazetteer=gazetteer)


def test_a_missing_folder_is_made(news: Path, tmp_path: Path, gazetteer: Gazetteer) -> None:
    """For the results of both commands."""
    target = tmp_path / "new" / "folder" / "a.csv"
    assert commands.export(news / "block.md", target, gazetteer=gazetteer).files == [target]
    assert target.read_text(encoding="utf-8-sig").count("\n") == 2


def test_who_names_a_page_gets_that_page(news: Path, draw: Draw, tmp_path: Path) -> None:
    """A name that ends in .html is a file, unless a folder is called so already."""
    page, folder = tmp_path / "new" / "Map.HTML", tmp_path / "old.html"
    assert draw(news / "block.md", output=page).files == [page]
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert [*page.parent.iterdir()] == [page]
    folder.mkdir()
    assert draw(news / "block.md", output=folder).files[0] == folder / "incidents.html"


# ---- exporting


def test_the_ending_says_the_form_unless_it_is_given(
    news: Path, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    """An ending that says nothing is a mistake before anything is read."""

    def export(name: str, **known: Any) -> str:
        path = tmp_path / name
        commands.export(news / "block.md", path, gazetteer=gazetteer, **known)
        return path.read_text(encoding="utf-8-sig")[:4]

    assert export("a.CSV") == export("a.dat", form="csv") == "id,r"
    assert export("a.json") == export("a.csv", form="geojson") == '{"ty'
    with pytest.raises(OptionError, match=r"ending of \S+a\.shp says nothing"):
        export("a.shp")


def test_points_for_tools_that_dislike_mixed_layers(news: Path, gazetteer: Gazetteer) -> None:
    """A crossing's polygon becomes the point that stands for it; a stream is written to."""
    kinds: dict[Literal["footprint", "point"], str] = {"footprint": "Polygon", "point": "Point"}
    for geometry, kind in kinds.items():
        stream = io.StringIO()
        summary = commands.export(news / "block.md", stream, geometry=geometry, gazetteer=gazetteer)
        [feature] = json.loads(stream.getvalue())["features"]
        assert (feature["geometry"]["type"], summary.files) == (kind, [])


# ---- locating


def test_whoever_tells_of_a_place_that_is_shown_is_credited(
    news: Path, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    """In the file and on the page; a layer whose places are not shown is not named."""
    layers = []
    for name, town in (("survey", "Quarnholt"), ("unused", "Brimstad")):
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        place = Place(f"{name}:1", town, PlaceKind.SETTLEMENT, 20.5, 42.5, ("XK",))
        build(connection, [Entry(place, curated=False)])
        layers.append(Gazetteer(connection, layer=Layer(name, "<b>A & B</b>", "ODbL")))
    (news / "block.md").write_text("Farmers blocked a road near Quarnholt on 3 May 2023.")
    known = Layered(gazetteer, layers, layers)
    commands.map(news / "block.md", tmp_path / "out", gazetteer=known)
    told = json.loads((tmp_path / "out" / "incidents.geojson").read_text("utf-8"))
    assert told["attribution"] == ["Places: GeoNames, CC BY 4.0", "survey: <b>A & B</b>, ODbL"]
    page = (tmp_path / "out" / "incidents.html").read_text("utf-8")
    assert "survey: \\u003cb\\u003eA \\u0026 B" in page
    assert "<b>A" not in page
