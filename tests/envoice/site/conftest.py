"""The built site. `nox -s docs` makes it and has what these tests need; elsewhere they are left out, with a word."""

import functools
import http.server
import shutil
import threading
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SITE = ROOT / "docs" / ".site"
HERE = find_spec("zensical") is not None and find_spec("playwright") is not None
collect_ignore_glob = [] if HERE else ["test_*.py"]


def pytest_addoption(parser):
    parser.addoption("--without-browser", action="store_true", help="leave out the tests that need Chromium")


def pytest_report_header():
    return None if HERE else "tests/envoice/site: left out, for `nox -s docs` runs it where the site's tools are"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="session")
def site():
    """The folder of the built site."""
    assert (SITE / "index.html").is_file(), "the site is not built: run `nox -s docs`"
    return SITE


@pytest.fixture(scope="session")
def origin(site):
    """The site on loopback."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def chromium(request):
    """The machine's Chromium, driven by Playwright."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where it is installed

    if request.config.getoption("--without-browser"):
        pytest.skip("--without-browser")
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as play:
        path = found or play.chromium.executable_path
        if not Path(path).exists():
            pytest.fail("no Chromium: `apt-get install chromium` (Debian), or `python -m playwright install chromium`.")
        browser = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium, origin):
    """Opens pages of the site, and fails if one asks anyone else for anything or writes an error to its console."""
    asked, said, contexts = [], [], []

    def opened(path="index.html", *, base=origin, **settings):
        contexts.append(chromium.new_context(**settings))
        page = contexts[-1].new_page()
        page.set_default_timeout(20_000)
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(f"{base}/{path}")
        return page

    yield opened
    for context in contexts:
        context.close()
    ours = (f"{origin}/", "data:", "blob:", SITE.as_uri())
    assert not [url for url in asked if not url.startswith(ours)]
    assert asked
    assert not said
