"""The page on cassettes and HTTP mocks is a test run: it records without secrets, and replays without a service."""

import os
import subprocess
import sys

import pytest

from tests.envoice.docs.pages import ROOT, blocks

PAGE = "docs/pages/guides/http-mocks.md"
KEY, SECRET = "key-4f1d2c-of-the-cassette", "secret-9b7e8a-of-the-cassette"


@pytest.fixture
def run(tmp_path):
    text = "\n\n".join(block.text for block in blocks(PAGE) if block.kind == "python")
    (tmp_path / "test_page.py").write_text(text, encoding="utf-8")

    def go(base_url, *, key=KEY, secret=SECRET, **more):
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("ENVOICE_", "RECORD", "PYTEST"))
        }
        env = kept | {
            "ENVOICE_API_KEY": key,
            "ENVOICE_API_SECRET": secret,
            "ENVOICE_BASE_URL": base_url,
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "generated")]),
        }
        words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_page.py"]
        return subprocess.run(
            words, cwd=tmp_path, env=env | more, capture_output=True, text=True, timeout=120, check=False
        )

    return go


def test_the_page_runs_and_its_cassette_holds_no_secret(run, stub_server, tmp_path):
    refused = run("http://127.0.0.1:9")
    assert "1 failed, 2 passed" in refused.stdout, refused.stdout
    recorded = run(stub_server.base_url, RECORD="once")
    assert "3 passed" in recorded.stdout, recorded.stdout
    cassette = (tmp_path / "cassettes" / "currencies.yaml").read_text(encoding="utf-8")
    assert "/api/general/currencies" in cassette
    assert not any(text in cassette for text in (KEY, SECRET, "x-auth"))
    # Nothing listens there: what is answered comes from the cassette.
    replayed = run("http://127.0.0.1:9", key="any-key-at-all", secret="any-secret-at-all")
    assert "3 passed" in replayed.stdout, replayed.stdout
