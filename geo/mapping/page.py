"""The page around the map: a branca figure that gets its contents after branca is done.

branca compiles its own output a second time as a Jinja2 template, so whatever it is handed can
run code on the machine that makes the map. It is handed the bare shell only. Data, title, styles
and scripts take the place of markers in what comes back, and are never looked at again.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import metadata, resources
from typing import Any

from branca.element import Figure
from jinja2 import Template

from geo.errors import OutputError
from geo.mapping import remote
from geo.mapping.tiles import Tiles

__all__ = ["IncidentPage", "as_json", "asset"]

SHA256 = {
    "leaflet.css": "90b693d86392a4779c861b28cf307e7e59c3fb35328c4d8b95f58f814d38c722",
    "leaflet.js": "5819285cec137b229c94e1ee5ad73e8b6b84345a4367d60f75fe477fe0fb7b03",
    "marker-icon.png": "574c3a5cca85f4114085b6841596d62f00d7c892c7b03f28cbfa301deb1dc437",
    "marker-shadow.png": "264f5c640339f042dd729062cfc04c17f8ea0f29882b538e3848ed8f10edb4da",
}
"""What Leaflet 1.9.3 is; anything else that the wheel may hold is refused."""

STYLES = ("leaflet.css", "viewer.css")
SCRIPTS = (
    # what computes, and can run without a page
    *("days.js", "words.js", "spelling.js", "packed.js", "store.js", "filters.js", "permalink.js"),
    *("writer.js", "grid.js", "search.js", "tally.js"),
    # what draws
    *(
        "symbols.js",
        "labels.js",
        "tiles.js",
        "background.js",
        "areas.js",
        "pen.js",
        "flags.js",
        "marks.js",
        "list.js",
        "chips.js",
    ),
    *("timeline.js", "facets.js", "card.js", "legend.js", "tools.js", "viewer.js"),
)
"""In the order in which they stand in the page; one may use those before it."""

MARKERS = ("policy", "title", "styles", "leaflet", "furniture", "data", "viewer")
UNSAFE = re.compile("[{}<>&\u2028\u2029\ud800-\udfff]")
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
PINS = """\
delete L.Icon.Default.prototype._getIconUrl;
L.Icon.Default.mergeOptions({{iconUrl: "{0}", iconRetinaUrl: "{0}", shadowUrl: "{1}"}});
"""
"""The usual pin of a user's own ``folium.Marker``; Leaflet would look for it beside the page."""

SHELL = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<!--geo:policy-->
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<!--geo:title-->
<!--geo:styles-->
<!--geo:leaflet-->
{{ this.header.render(**kwargs) }}
</head>
<body>
<main class="stage">
{{ this.html.render(**kwargs) }}
</main>
<!--geo:furniture-->
<!--geo:data-->
<script>
{{ this.script.render(**kwargs) }}
</script>
<!--geo:viewer-->
</body>
</html>

"""


class IncidentPage(Figure):
    """A branca figure whose data is put in once the shell has been rendered.

    Parameters
    ----------
    title
        Title of the document.
    data
        JSON texts by element id, inert as :func:`as_json` makes them, for the viewer to read.
    blocks
        What is read on demand, in base64.
    tiles
        The one host from which pictures may come.
    """

    allow_remote = False
    """Whether layers may load from the network; the page then has no policy."""

    _template = Template(SHELL)

    def __init__(
        self,
        *,
        title: str,
        data: Mapping[str, str],
        blocks: Sequence[str] = (),
        tiles: Tiles | None = None,
    ) -> None:
        super().__init__()
        self.header._children.clear()  # the shell says its own encoding  # noqa: SLF001
        self._title = title
        self._data = dict(data)
        self._blocks = tuple(blocks)
        self._origin = tiles.origin if tiles else ""

    def render(self, **kwargs: Any) -> str:  # noqa: ANN401 - branca's signature
        """Return the page: self-contained, with a policy that lets nothing in.

        Raises
        ------
        OutputError
            A layer that was added loads from the network, and that is not allowed.
        """
        shell: str = super().render(**kwargs)
        if not self.allow_remote:
            remote.refuse(shell)
        parts = {
            "styles": "\n".join(f"<style>{asset(name)}</style>" for name in STYLES),
            "leaflet": _leaflet_for(shell),
            "furniture": asset("panel.html"),
            "viewer": "\n".join(f"<script>{asset(name)}</script>" for name in SCRIPTS),
        }
        own = shell + parts["styles"] + parts["leaflet"] + parts["viewer"]
        parts["policy"] = "" if self.allow_remote else _policy(own, self._origin)
        parts["title"] = f"<title>{html.escape(_printable(self._title))}</title>"
        parts["data"] = "\n".join(
            f'<script type="{kind}" id="{name}">{text}</script>'
            for kind, name, text in self._told()
        )
        return _filled(shell, parts)

    def _told(self) -> Iterator[tuple[str, str, str]]:
        """Yield type, id and text of each data element."""
        for name, text in self._data.items():
            yield "application/json", name, text
        for number, text in enumerate(self._blocks):
            yield "text/plain", f"geo-block-{number}", text


def as_json(value: object) -> str:
    r"""Write JSON that means nothing to HTML, to a template engine or to an old JavaScript.

    Examples
    --------
    >>> as_json({"title": "</script> {{7*7}}"})
    '{"title":"\\u003c/script\\u003e \\u007b\\u007b7*7\\u007d\\u007d"}'
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return STRING.sub(lambda s: UNSAFE.sub(lambda c: f"\\u{ord(c[0]):04x}", s[0]), text)


@cache
def asset(name: str) -> str:
    """Return one of the viewer's own files, or one of Leaflet's from its wheel."""
    if name in SHA256:
        return _leaflet(name)
    text = resources.files("geo").joinpath("viewer", name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")  # a parser does that too, and hashes must match


def _leaflet_for(shell: str) -> str:
    """Return Leaflet, and what a user's own layers need beside it."""
    scripts = [f"<script>{asset('leaflet.js')}</script>"]
    if "L.marker(" in shell:
        pin, shadow = (_as_address(_wheel(n)) for n in ("marker-icon.png", "marker-shadow.png"))
        scripts.append(f"<script>{PINS.format(pin, shadow)}</script>")
    return "\n".join([*scripts, remote.tags(shell)]).rstrip()


def _as_address(picture: bytes) -> str:
    return "data:image/png;base64," + base64.b64encode(picture).decode()


def _leaflet(name: str) -> str:
    text = _wheel(name).decode("utf-8").replace("\r\n", "\n")
    # Pictures beside the style sheet and the source map are files we do not carry.
    text = re.sub(r"url\([^)]*\)", "none", text) if name.endswith(".css") else text
    return re.sub(r"\n?//# sourceMappingURL=\S+", "", text)


def _wheel(name: str) -> bytes:
    """Read from the wheel without importing it: its namespace package is an old kind."""
    for file in metadata.files("XStatic-Leaflet") or ():
        if file.name == name and "data" in file.parts:
            raw = file.read_binary()
            if hashlib.sha256(raw).hexdigest() != SHA256[name]:
                raise OutputError(
                    f"{name} of the package XStatic-Leaflet is not that of Leaflet 1.9.3; "
                    "install XStatic-Leaflet==1.9.3.0 again"
                )
            return raw
    raise OutputError(f"{name} is not installed; install XStatic-Leaflet==1.9.3.0")


def _policy(page: str, origin: str) -> str:
    """Allow these very scripts and styles, pictures of one host if there is one, nothing else."""
    scripts = _hashes(re.findall(r"<script>(.*?)</script>", page, re.DOTALL))
    styles = _hashes(re.findall(r"<style>(.*?)</style>", page, re.DOTALL))
    policy = (
        f"default-src 'none'; script-src {scripts}; style-src {styles}; "
        f"img-src {f'data: {origin}'.strip()}; "
        "base-uri 'none'; form-action 'none'"
    )
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">'


def _hashes(texts: list[str]) -> str:
    digests = (hashlib.sha256(text.encode("utf-8")).digest() for text in texts)
    return " ".join(dict.fromkeys(f"'sha256-{base64.b64encode(d).decode()}'" for d in digests))


def _printable(text: str) -> str:
    """Drop what no HTML file may hold: control characters and lone surrogates."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(c if c.isprintable() or c == " " else " " for c in whole)


def _filled(shell: str, parts: Mapping[str, str]) -> str:
    """Put the parts in, each once, in order; what a part says is not searched for markers."""
    out: list[str] = []
    rest = shell
    for name in MARKERS:
        before, found, rest = rest.partition(f"<!--geo:{name}-->")
        assert found, f"the shell has lost its marker {name}"
        out += [before, parts[name]]
    return "".join([*out, rest])
