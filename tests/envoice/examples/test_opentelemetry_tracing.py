"""The tracing example, run as a program against the generated stubs."""

import json
import os
import subprocess
import sys
from pathlib import Path

from sdkwright.project import Project
from sdkwright.stubs.server import StubServer
from tests.envoice.docs.recipes import program

ROOT = Path(__file__).parents[3]


def test_requests_are_spans_without_their_queries():
    with StubServer.from_folder(Path(Project.find(__file__).stubs)) as server:
        environment = os.environ | {
            "ENVOICE_API_KEY": "key-4f1d2c",
            "ENVOICE_API_SECRET": "secret-9b7e8a",
            "ENVOICE_BASE_URL": server.base_url,
            "PYTHONPATH": str(ROOT / "generated"),
        }
        ran = subprocess.run(
            [sys.executable, program("opentelemetry_tracing")],
            capture_output=True,
            text=True,
            env=environment,
            check=False,
        )
        assert ran.returncode == 0, ran.stderr
        journal, base_url = list(server.journal), server.base_url
    assert int(ran.stdout) > 0
    decoder, spans, rest = json.JSONDecoder(), [], ran.stderr.strip()
    while rest:
        span, end = decoder.raw_decode(rest)
        spans.append(span)
        rest = rest[end:].strip()
    (outer,) = [span for span in spans if span["name"] == "count invoices"]
    inner = [span for span in spans if span is not outer]
    assert len(inner) == len(journal) > 0
    for span in inner:
        assert span["parent_id"] == outer["context"]["span_id"]
        assert span["attributes"]["http.url"] == f"{base_url}/api/invoice/all"
    for text in ("pageSize", "key-4f1d2c", "secret-9b7e8a"):
        assert text not in ran.stderr
    assert outer["attributes"]["invoices.count"] == int(ran.stdout)
