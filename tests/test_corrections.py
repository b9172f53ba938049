"""What somebody edited stands beside, and in place of, what is read now."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import geopandas as gpd
from shapely.geometry import Point

from geo import corrections, frames
from geo.io import geojson
from geo.summary import Summary


def table(*rows: dict[str, Any]) -> gpd.GeoDataFrame:
    """Return a frame of protests, one a row."""
    told = [{"type": "protest", "date_start": "2023-01-08"} | row for row in rows]
    return frames.from_records(told, [Point(10, 50)] * len(told))


def ids(frame: gpd.GeoDataFrame) -> list[str]:
    """Return the ids in their order."""
    return list(frame["id"])


def test_an_edited_incident_replaces_the_one_read_now() -> None:
    """Every field of it stands; the others are added in the order of dates."""
    edited = table({"id": "b", "type": "riot", "note": "seen by us"})
    fresh = table({"id": "a", "date_start": "2023-02-01"}, {"id": "b"})
    joined = corrections.join(fresh, [edited])
    assert joined[["id", "type"]].to_numpy().tolist() == [["b", "riot"], ["a", "protest"]]
    assert frames.records(joined)[0]["note"] == "seen by us"
    assert frames.records(joined)[1]["note"] is None


def test_an_incident_is_known_again_by_its_reports() -> None:
    """An article that came in since has given it another id; it is still the same."""
    edited = table({"id": "old", "report_ids": ["old", "x"]})
    fresh = table({"id": "new", "report_ids": ["new", "old"]}, {"id": "other"})
    assert ids(corrections.join(fresh, [edited])) == ["old", "other"]


def test_of_two_edited_incidents_with_one_id_the_first_stands() -> None:
    """The files count in the order in which they were given."""
    first, second = table({"id": "a", "type": "riot"}), table({"id": "a"}, {"id": "b"})
    joined = corrections.join(table(), [first, second])
    assert joined[["id", "type"]].to_numpy().tolist() == [["a", "riot"], ["b", "protest"]]


def test_nothing_joined_with_nothing_is_an_empty_frame() -> None:
    """It has the columns and the coordinate system of a full one."""
    joined = corrections.join(table(), [table()])
    assert ids(joined) == []
    assert joined.crs.to_epsg() == 4326


def test_joining_keeps_types_and_coordinates() -> None:
    """Also where one of the two has no number, no day and no position at all."""
    bare = frames.from_records([{"id": "z", "type": "riot", "date_start": None}], [None])
    joined = corrections.join(table({"id": "a", "killed": 3}), [bare])
    assert ids(joined) == ["a", "z"]
    assert (joined.dtypes == bare.dtypes).all()
    frames.validate(joined)


def test_a_file_that_cannot_be_read_is_set_aside(tmp_path: Path) -> None:
    """The others still count, and an id in two of them is told."""
    good, again, bad = (tmp_path / name for name in ("a.geojson", "b.geojson", "c.geojson"))
    geojson.write(table({"id": "a"}), good)
    geojson.write(table({"id": "a"}, {"id": "b"}), again)
    bad.write_text("[]")
    summary = Summary(table())
    assert [ids(frame) for frame in corrections.read([good, bad, again], summary)] == [
        ["a"],
        ["a", "b"],
    ]
    assert summary.edited == 2
    assert [reject.path for reject in summary.rejected] == [str(bad)]
    assert summary.warnings == [f"{again}: incident 'a' is also in {good}, which stands"]


def test_all_faults_of_a_file_are_told_and_the_rest_is_drawn(tmp_path: Path) -> None:
    """A feature without an id, one of no shape: each with line and remedy, and no other is lost."""
    path, summary = tmp_path / "a.geojson", Summary(table())
    geojson.write(table({"id": "a"}, {"id": "b"}, {"id": "c"}), path)
    path.write_text(path.read_text().replace('"b"', "null").replace('"Point"', "7", 1))
    [frame] = corrections.read([path], summary)
    assert ids(frame) == ["c"]
    told = [str(reject).removeprefix(f"{path}:") for reject in summary.rejected]
    assert told[0].startswith('2: feature "a": its geometry cannot be read')
    assert told[1].startswith("3: feature 2 has no id; ")
    assert all(reject.remedy for reject in summary.rejected)


def test_a_marker_that_was_moved_is_drawn_and_told(tmp_path: Path) -> None:
    """The note names file, line and feature; what was read of the place stays."""
    path, summary = tmp_path / "a.geojson", Summary(table())
    geojson.write(table({"id": "a", "country": "XA"}, {"id": "b"}), path)
    path.write_text(path.read_text().replace("[10, 50]", "[11, 50]", 1))
    [frame] = corrections.read([path], summary)
    told = frames.records(frame)[0]
    assert (told["lon"], told["country"], summary.rejected) == (11.0, "XA", [])
    [note] = summary.warnings
    assert note.startswith(f'{path}:2: feature "a": lat, lon (50.0, 10.0) are off its geometry')


def test_a_file_of_faults_counts_as_not_read(tmp_path: Path) -> None:
    """Then nothing is written over older results."""
    path, summary = tmp_path / "a.geojson", Summary(table())
    geojson.write(table({"id": "a"}), path)
    path.write_text(path.read_text().replace('"a"', "null"))
    assert (corrections.read([path], summary), summary.edited) == ([], 0)
    assert len(summary.rejected) == 1


def test_a_folder_is_no_file_of_incidents(tmp_path: Path) -> None:
    """However it is called."""
    (tmp_path / "a.geojson").mkdir()
    assert not corrections.holds_incidents(tmp_path / "a.geojson")
    assert corrections.holds_incidents("A.GeoJSON")
    assert not corrections.holds_incidents("a.jsonl")
