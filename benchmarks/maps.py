"""The page and folium's own ways of drawing the same incidents: size, time to make, time to use.

    python -m benchmarks.maps            # prints the table
    python -m benchmarks.maps --write    # and puts it into docs/benchmarks.md

Each page is made in a process of its own, by processor time and the memory it takes, then opened
in headless Chromium from disk, three times, with the network off. What the peers would load comes
from wheels (Leaflet, MarkerCluster, jQuery), their other files are empty: they get what they need,
at once. Interactive is the first frame after the page has loaded, pan the worst of three jumps of
200 pixels until the frame is drawn. Peers that take minutes are not run.
"""

from __future__ import annotations

import argparse
import html
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path
from typing import Any

import geopandas as gpd

from benchmarks.compare import PAGE, ROOT

COUNTS = (1_000, 10_000, 100_000)
RUNS = 3
OUT_OF_REACH = {("Marker", 100_000), ("MarkerCluster", 100_000)}
"""By their pace with 10,000 Python alone would take three minutes, and the page 100 MB."""

HEAD = ("way", "incidents", "size", "Python", "memory", "interactive", "pan", "page's memory")
BORDERS = re.compile(r'<script type="application/json" id="geo-borders">(.*?)</script>', re.DOTALL)
SERVED = {
    "leaflet.js": ("XStatic-Leaflet", "leaflet.js"),
    "leaflet.css": ("XStatic-Leaflet", "leaflet.css"),
    "leaflet.markercluster.js": ("XStatic-Leaflet-MarkerCluster", "leaflet.markercluster.js"),
    "jquery-3.7.1.min.js": ("XStatic-jQuery", "jquery.min.js"),
}
READY = """addEventListener("load", () => requestAnimationFrame(() => setTimeout(() => {
    window.__ready = performance.now();
})))"""
BARE = "function (row) { return L.circleMarker([row[0], row[1]], {radius: 6}); }"
PAN = """async () => {
    const name = Object.keys(window).find((key) => /^map_/.test(key) && window[key].panBy);
    const times = [];
    for (let n = 0; n < 3; n += 1) {
        const began = performance.now();
        window[name].panBy([n % 2 ? -200 : 200, n % 2 ? -100 : 100], { animate: false });
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        times.push(performance.now() - began);
    }
    return Math.max(...times);
}"""


# ---- the ways


def geo_page(frame: gpd.GeoDataFrame, path: Path) -> None:
    """Draw with everything: list, filters, timeline, search, cards."""
    from geo import maps

    maps.write_map(frame, path, title="Invented")


def bare() -> Any:
    """Return folium's map without tiles, which would need a network."""
    import folium

    made = folium.Map(tiles=None, prefer_canvas=True, location=(20, 10), zoom_start=3)
    made.options["maxZoom"] = 18  # clusters need one, and tiles would have said it
    return made


def told(row: Any) -> str:
    """Return what a popup says: title, day, sentence and source, escaped."""
    words = (row.title, row.date_start, row.quote, row.publisher)
    return "<br>".join(html.escape(str(word)) for word in words)


def rows(frame: gpd.GeoDataFrame) -> Any:
    """Return the incidents that have a point."""
    return frame[frame.geometry.notna()].itertuples()


def pins(frame: gpd.GeoDataFrame, group: Any) -> None:
    """Put a pin for each incident on a map or into a group."""
    import folium

    for row in rows(frame):
        at = (row.geometry.y, row.geometry.x)
        folium.Marker(at, popup=told(row)).add_to(group)


def marker(frame: gpd.GeoDataFrame, path: Path) -> None:
    """Draw a pin for each incident, with what it says in a popup."""
    made = bare()
    pins(frame, made)
    made.save(path)


def marker_cluster(frame: gpd.GeoDataFrame, path: Path) -> None:
    """Draw the same in clusters."""
    from folium.plugins import MarkerCluster

    made = bare()
    cluster: Any = MarkerCluster  # folium's plugins carry no types
    pins(frame, cluster().add_to(made))
    made.save(path)


def fast_marker_cluster(frame: gpd.GeoDataFrame, path: Path) -> None:
    """Draw clusters of bare points: nothing of the incidents is in the page."""
    from folium.plugins import FastMarkerCluster

    made = bare()
    cluster: Any = FastMarkerCluster
    points = [[row.geometry.y, row.geometry.x] for row in rows(frame)]
    cluster(points, callback=BARE).add_to(made)
    made.save(path)


def geojson(frame: gpd.GeoDataFrame, path: Path) -> None:
    """Draw one layer with all properties, on a canvas, with a popup of four of them."""
    import folium

    made = bare()
    fields = ["title", "date_start", "quote", "publisher"]
    folium.GeoJson(
        frame[frame.geometry.notna()].to_json(default=str),
        marker=folium.CircleMarker(radius=6),
        popup=folium.GeoJsonPopup(fields),
    ).add_to(made)
    made.save(path)


WAYS: dict[str, Callable[[gpd.GeoDataFrame, Path], None]] = {
    "geo": geo_page,
    "Marker": marker,
    "MarkerCluster": marker_cluster,
    "FastMarkerCluster": fast_marker_cluster,
    "GeoJson": geojson,
}


# ---- measuring


def main(arguments: Sequence[str]) -> int:
    """Measure each way in processes of its own, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--count", type=int, action="append", help="incidents; may be repeated")
    parser.add_argument("--way", choices=list(WAYS), action="append", help="may be repeated")
    parser.add_argument("--write", action="store_true", help="put it into docs/benchmarks.md")
    parser.add_argument("--file", type=Path, help="make one page there, and print what it cost")
    parser.add_argument("--frame", type=Path, help="of these incidents, pickled")
    chosen = parser.parse_args(arguments)
    ways = chosen.way or list(WAYS)
    if chosen.file:
        print(json.dumps(made(ways[0], chosen.frame, chosen.file)))
        return 0
    found = list(every(ways, chosen.count or list(COUNTS)))
    text = table(found)
    if chosen.write:
        from tools.make_accuracy import filled

        PAGE.write_text(filled(PAGE.read_text("utf-8"), {"maps": text}), "utf-8")
    return 0


def every(ways: Sequence[str], counts: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """Measure and print line by line."""
    from benchmarks.incidents import frame

    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            incidents = Path(folder, "incidents.pkl")
            frame(count).to_pickle(incidents)
            for way in ways:
                line = measured(way, count, incidents)
                print(" | ".join(line), flush=True)
                yield line


def made(way: str, incidents: Path, file: Path) -> dict[str, float]:
    """Make one page in this process; what it costs beyond having the incidents."""
    import pandas as pd

    from benchmarks.incidents import frame

    WAYS[way](frame(3), file)  # imports, and tables that are read once
    told = pd.read_pickle(incidents)  # noqa: S301 - our own, written just now
    held, before = resident("VmRSS"), time.process_time()
    Path("/proc/self/clear_refs").write_text("5", "ascii")  # forget the peak of reading them
    WAYS[way](told, file)
    return {"python_s": time.process_time() - before, "more_mb": resident("VmHWM") - held}


def resident(field: str) -> float:
    """Return megabytes of this process by the kernel's word for them; Linux only."""
    status = Path("/proc/self/status").read_text("ascii")
    found = re.search(rf"^{field}:\s+(\d+) kB", status, re.MULTILINE)
    assert found is not None
    return int(found[1]) / 1e3


def measured(way: str, count: int, incidents: Path) -> tuple[str, ...]:
    """Make a page and open it: one line of the table."""
    if (way, count) in OUT_OF_REACH:
        return (way, f"{count:,}", *["out of reach"] * (len(HEAD) - 2))
    for package, name in SERVED.values():
        packaged(package, name)  # say at once what is not installed
    file = incidents.with_suffix(".html")
    words = ("-m", "benchmarks.maps", "--way", way, "--frame", incidents, "--file", file)
    done = subprocess.run(
        [sys.executable, *map(str, words)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    cost = json.loads(done.stdout)
    seen = [opened(file) for _ in range(RUNS)]
    size = len(BORDERS.sub("", file.read_text("utf-8")).encode())
    ready, pan, heap = (statistics.median(values) for values in zip(*seen, strict=True))
    return (
        way,
        f"{count:,}",
        f"{size / 1e6:.1f} MB",
        f"{cost['python_s']:.2f} s",
        f"{cost['more_mb']:,.0f} MB",
        f"{ready / 1e3:.2f} s",
        f"{pan:,.0f} ms",
        f"{heap / 1e6:,.0f} MB",
    )


@contextmanager
def browser() -> Iterator[Any]:
    """Start a Chromium of its own, so that no page profits from the one before."""
    from tests.browser import chromium

    with chromium() as started:
        yield started


def opened(file: Path) -> tuple[float, float, float]:
    """Open a page: milliseconds until the first frame, of the worst pan, and bytes it holds."""
    with browser() as started:
        page = started.new_page(viewport={"width": 1280, "height": 800})
        complaints: list[str] = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.route(re.compile("^https?:"), serve)
        page.add_init_script(READY)
        page.set_default_timeout(180_000)
        page.goto(file.as_uri(), wait_until="load")
        page.wait_for_function("window.__ready")
        ready = page.evaluate("window.__ready")
        pan = page.evaluate(PAN)
        session = page.context.new_cdp_session(page)
        session.send("HeapProfiler.collectGarbage")
        heap = session.send("Runtime.getHeapUsage")["usedSize"]
        if complaints:
            raise SystemExit(f"{file}: the page is broken: {complaints[0]}")
    return ready, pan, heap


def serve(route: Any) -> None:
    """Answer for the network: with what a wheel has, or with nothing."""
    name = route.request.url.rpartition("/")[2]
    kind = "text/css" if name.endswith(".css") else "text/javascript"
    route.fulfill(body=packaged(*SERVED[name]) if name in SERVED else "", content_type=kind)


def packaged(package: str, name: str) -> str:
    """Return a file of an XStatic wheel."""
    for file in metadata.files(package) or ():
        if file.name == name:
            return file.read_text("utf-8")
    raise SystemExit(f"{package} has no {name}; pip install -e '.[bench,test]'")


def table(found: Sequence[Sequence[str]]) -> str:
    """Return the table with what it was measured on."""
    lines = [HEAD, ("---", *["--:"] * (len(HEAD) - 1)), *found]
    drawn = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
    where = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    on = f"folium {metadata.version('folium')}; headless Chromium, drawn by the processor"
    return f"{drawn}\n\n{on}; {where}."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
