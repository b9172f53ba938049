"""A real Chromium for tests that open a page: Debian's, with no network, one for the whole run."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NoReturn

import pytest
from playwright.sync_api import Browser, Error, Page, sync_playwright

DESKTOP = (1280, 800)
PHONE = (390, 844)

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def missing(why: str) -> NoReturn:
    """Skip for a newcomer, fail where browser and Node were promised."""
    if os.environ.get("GEO_REQUIRE_BROWSER") == "1":
        pytest.fail(f"GEO_REQUIRE_BROWSER=1, but {why}")
    pytest.skip(f"no browser test: {why}")


def node() -> str:
    """Return the Node.js that is installed: it runs the page's scripts without a page."""
    return shutil.which("node") or missing("there is no node (apt install nodejs)")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the Chromium that is installed; playwright's own is never downloaded."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        missing(f"there is no {', '.join(_NAMES)} (apt install chromium)")
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=found, args=list(_SWITCHES))
        except Error as error:
            missing(f"{found} does not start: {error.message.splitlines()[0]}")
        yield browser
        browser.close()


@dataclass
class Opened:
    """A page, and everything that it asked for or complained about."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@contextmanager
def opened(
    browser: Browser,
    file: Path,
    size: tuple[int, int] = DESKTOP,
    scheme: Literal["light", "dark"] = "light",
    fragment: str = "",
) -> Iterator[Opened]:
    """Open a file from disk with the network off."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        offline=True,
        reduced_motion="reduce",
        color_scheme=scheme,
    )
    seen = Opened(context.new_page())
    seen.page.on("request", lambda request: seen.requests.append(request.url))
    seen.page.on("console", lambda message: seen.complaints.append(message.text))
    seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    seen.page.goto(file.as_uri() + fragment)
    yield seen
    context.close()


@contextmanager
def quiet(
    browser: Browser,
    file: Path,
    size: tuple[int, int] = DESKTOP,
    fragment: str = "",
    scheme: Literal["light", "dark"] = "light",
) -> Iterator[Page]:
    """Open a file that must ask for nothing and complain about nothing, whatever is done to it."""
    with opened(browser, file, size, scheme, fragment) as seen:
        yield seen.page
        asked = [url for url in seen.requests if not url.startswith("blob:")]  # what it made itself
        assert seen.complaints == []
        assert {url.partition("#")[0] for url in asked} == {file.as_uri()}
