"""The page about another API's document is true: its files, in their order, make the SDK that it shows."""

import json
import os
import shlex
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from sdkwright.cli import main
from sdkwright.pipeline import normalised
from sdkwright.project import Project
from tests.envoice.docs.pages import ROOT, blocks

PAGE = "docs/pages/maintainers/any-document.md"
SDK, DOCUMENT, FETCH, USE, _CONTRACT, _EVENTS, _SOURCES, NAMES, _ACCEPT, ACTIONS = (
    block.text for block in blocks(PAGE)
)


class Boats(BaseHTTPRequestHandler):
    """Answers two boats, to those who have the key."""

    def do_GET(self):
        known = (self.path, self.headers["x-api-key"]) == ("/boats", "...")
        data = json.dumps([{"id": 1, "len": 7.5}, {"id": 2, "len": 12}] if known else {}).encode()
        self.send_response(200 if known else 401)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def service():
    with HTTPServer(("127.0.0.1", 0), Boats) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder in which the commands of the page were given, up to `generate`."""
    folder = tmp_path_factory.mktemp("maker")
    (folder / "harbour" / "spec").mkdir(parents=True)
    (folder / "harbour" / "spec" / "sdk.toml").write_text(SDK, encoding="utf-8")
    (folder / "harbour" / "boats.json").write_text(DOCUMENT, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for line in FETCH.splitlines():
            *_, command = line.partition("python -m sdkwright ")
            fast = ["--skip-types"] if command.startswith("generate") else []
            assert main([*shlex.split(command), *fast]) == 0
    return folder


def test_two_files_become_an_sdk_that_its_caller_uses_as_the_page_says(folder, service):
    environment = {**os.environ, "PYTHONPATH": str(folder / "harbour" / "generated"), "HARBOUR_BASE_URL": service}
    command = [sys.executable, "-c", USE]
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (said.stdout, said.stderr) == ("1 7.5\n2 12\n", "")


def test_what_is_read_as_less_stands_in_the_ledger(folder):
    ledger = (folder / "harbour" / "spec" / "ledger.md").read_text(encoding="utf-8")
    _, told = ledger.split("## Mended or read as less")
    assert "'x-api-key' of 1 operations is an API key" in told


def test_names_and_corrections_of_the_page_are_taken(folder, tmp_path):
    spec = folder / "harbour" / "spec"
    (tmp_path / "spec").mkdir()
    for name in ("sdk.toml", "upstream.json"):
        (tmp_path / "spec" / name).write_bytes((spec / name).read_bytes())
    (tmp_path / "spec" / "names.toml").write_text(NAMES, encoding="utf-8")
    overlay = f"overlay: 1.0.0\ninfo: {{title: Corrections, version: 1.0.0}}\nactions:\n{ACTIONS}"
    (tmp_path / "spec" / "overlay.yaml").write_text(overlay, encoding="utf-8")
    document = normalised(Project(tmp_path))[1].document
    assert document["paths"]["/boats"]["get"]["operationId"] == "boats.list_moored"
    (boat,) = document["components"]["schemas"].values()
    assert boat["properties"]["owner"]["type"] == "integer"
    assert boat["properties"]["len"]["x-name"] == "length"
    assert (ROOT / PAGE).is_file()
