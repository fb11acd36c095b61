"""The example applications, each started as its text says and posted to."""

import contextlib
import http.client
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.envoice.docs.recipes import program
from tests.envoice.webhooks.receiver import SCHEME, SECRET, UNKNOWN, delivery
from tests.waiting import until

ROOT = Path(__file__).parents[3]
# The overrides are tried from where they lie, as everywhere in the tests.
RUN = "import sys, runpy; from tests import layers; layers.install(); runpy.run_path(sys.argv[1], run_name='__main__')"


@pytest.fixture(params=["fastapi", "flask", "django"])
def app(request, tmp_path):
    """Start an example on a port that is free; yields the port, which its server prints, and what it prints."""
    environ = os.environ | {
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "generated")]),
        "ENVOICE_WEBHOOK_SECRET": SECRET,
        "ENVOICE_WEBHOOK_SCHEME": SCHEME,
        "WEBHOOKS_DB": str(tmp_path / "webhooks.db"),
        "PORT": "0",
        "PYTHONUNBUFFERED": "1",
    }
    command = [sys.executable, "-c", RUN, str(program(f"webhooks_{request.param}"))]
    with open(tmp_path / "said", "w+") as said:  # noqa: PTH123 - read while it is written
        process = subprocess.Popen(command, cwd=tmp_path, env=environ, stdout=said, stderr=subprocess.STDOUT)
        try:
            until(lambda: port_in(tmp_path / "said"), process)
            yield port_in(tmp_path / "said"), tmp_path / "said"
        finally:
            process.kill()
            process.wait(60)


def port_in(said):
    found = re.search(r"http://127\.0\.0\.1:([1-9]\d*)", said.read_text())
    return found and int(found[1])


def post(port, body):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    with contextlib.closing(connection):
        connection.request("POST", "/webhooks/envoice", body, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()


def test_an_example_takes_deliveries(app):
    port, said = app
    assert post(port, delivery(71)) == (200, "handled")
    assert post(port, delivery(71)) == (200, "handled before")
    assert post(port, delivery(72, UNKNOWN)) == (200, "handled")
    assert post(port, delivery(73, secret="another")) == (400, "signature refused")
    lines = said.read_text().splitlines()
    assert [line for line in lines if line.startswith(("invoice", "activity"))] == [
        "invoice 3971 was paid",
        "activity 71: Paid",
        f"activity 72: {UNKNOWN}",
    ]
