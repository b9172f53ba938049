"""What a user's own folium layers do to the page, and what they must not do to it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import folium
import pytest
from folium import plugins

from geo import maps
from geo.errors import OutputError
from geo.mapping.tiles import Tiles
from tests import invented

POLICY = "Content-Security-Policy"
CLUSTER: Any = plugins.MarkerCluster  # folium's plugins carry no types
HEAT: Any = plugins.HeatMap
BOX = [[50.0, 9.0], [51.0, 10.0]]
TILES = "https://tiles.example/{z}/{x}/{y}.png"


def remote() -> folium.TileLayer:
    """Return a layer that loads from the network."""
    return folium.TileLayer(TILES, attr="somebody")


def local() -> folium.GeoJson:
    """Return one that does not."""
    return folium.GeoJson({"type": "Point", "coordinates": [9.7, 50.6]})


@pytest.mark.parametrize(
    ("layer", "told"),
    [
        (remote, "tiles.example"),
        (lambda: CLUSTER([[50.6, 9.7]]), "markercluster"),
        (lambda: HEAT([[50.6, 9.7]]), "leaflet.heat"),
        (lambda: folium.Marker([50.6, 9.7], popup="a"), "jquery"),
        (lambda: folium.Marker([50.6, 9.7], icon=folium.Icon()), "awesome-markers"),
        (lambda: folium.raster_layers.ImageOverlay("https://a.example/a.png", BOX), "a.example"),
    ],
)
def test_what_loads_is_named_and_refused(layer: Any, told: str, tmp_path: Path) -> None:
    """Nothing is written, and the message says what to do."""
    with pytest.raises(OutputError, match=rf"(?i){told}.*allow_remote=True"):
        maps.write_map(invented.frame(), tmp_path / "a.html", layers=[layer()])
    assert list(tmp_path.iterdir()) == []


def test_notebook_and_file_are_refused_alike() -> None:
    """There is one place where a page is made."""
    drawn = maps.draw(invented.frame())
    remote().add_to(drawn)
    for make in (drawn.page, drawn._repr_html_, drawn.get_root().render):
        with pytest.raises(OutputError, match=r"tiles\.example"):
            make()
    with pytest.raises(OutputError, match=r"tiles\.example"):
        drawn.save(io.BytesIO())


def test_whoever_allows_it_gets_a_page_without_a_policy(tmp_path: Path) -> None:
    """Also the files that folium's own popups and icons build on are then loaded."""
    layers = [remote(), folium.Marker([50.6, 9.7], popup="a", icon=folium.Icon())]
    path = maps.write_map(invented.frame(), tmp_path / "a.html", layers=layers, allow_remote=True)
    page = path.read_text("utf-8")
    assert POLICY not in page
    assert TILES in page
    assert page.index("jquery-3") < page.index("$(`")
    assert page.index("leaflet.awesome-markers.js") < page.index("L.AwesomeMarkers")


def test_a_layer_that_loads_nothing_keeps_the_policy(tmp_path: Path) -> None:
    """It is part of the page, and the page still lets nothing in."""
    page = maps.write_map(invented.frame(), tmp_path / "a.html", layers=[local()]).read_text(
        "utf-8"
    )
    assert "L.geoJson(" in page
    assert POLICY in page


def test_a_link_to_follow_is_no_load() -> None:
    """A user's own text may point somewhere."""
    drawn = maps.draw(invented.frame())
    page: Any = drawn.get_root()
    page.html.add_child(folium.Element('<a href="https://desk.example/">our desk</a>'))
    assert "desk.example" in drawn.page()


def test_saving_is_folium_s_and_makes_the_same_page(tmp_path: Path) -> None:
    """By name, to a stream, and as text."""
    drawn, stream = maps.draw(invented.frame()), io.BytesIO()
    drawn.save(str(tmp_path / "a.html"))
    drawn.save(stream, close_file=False)
    assert (tmp_path / "a.html").read_bytes() == stream.getvalue() == drawn.page().encode("utf-8")


def test_tiles_open_the_policy_for_pictures_of_their_host_only() -> None:
    """Scripts and styles stay as they were."""
    tiles = Tiles("https://tiles.example:8443/a/{z}/{x}/{y}.png?k=1", "© <b>somebody</b>")
    page = maps.draw(invented.frame(), tiles=tiles).page()
    policy = page.partition(f'{POLICY}" content="')[2].partition('"')[0]
    parts = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert parts["img-src"] == "data: https://tiles.example:8443"
    assert parts["default-src"] == "'none'"
    assert "tiles.example" not in policy.replace(parts["img-src"], "")
    assert "<b>somebody" not in page
