"""Every block of the guide to webhooks does what the text around it says."""

import contextlib
import http.client
import re
import subprocess
import sys
from types import ModuleType

import django.test
import pytest
from django.conf import settings
from envoice import ActivityType
from envoice.testing import sign_delivery
from envoice.webhooks import constructions
from envoice.webhooks.__main__ import main
from starlette.testclient import TestClient

from tests.envoice.docs.pages import ROOT, blocks
from tests.runtime.webhooks import sites  # noqa: F401 - it gives Django its settings, which a process has once

PAGE = "docs/pages/guides/webhooks.md"
GUIDE = (ROOT / PAGE).read_text(encoding="utf-8")
CAPTURE, *PYTHON = [block.text for block in blocks(PAGE) if block.kind == "python"]
CONSOLE = [block.text for block in blocks(PAGE) if block.kind == "command"]
PATH = "/webhooks/envoice"
SECRET, SCHEME = "a-secret", "sha256:secret:timestamp+body:base64:join=."


def delivery(id):
    return sign_delivery(SCHEME, secret=SECRET, id=id, type=ActivityType.PAID, invoice_id=3971)


@pytest.fixture
def guide(tmp_path, monkeypatch):
    """The names of all blocks but the first, which serves without end; run in order, as one program."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ENVOICE_WEBHOOK_SECRET", SECRET)
    monkeypatch.setenv("ENVOICE_WEBHOOK_SCHEME", SCHEME)
    names = {"__name__": "guide"}
    for block in PYTHON:
        exec(compile(block, PAGE, "exec"), names)
    yield names
    for made in ("handler", "receiver", "async_handler"):
        names[made].store.close()


# A port that is free, told once it is bound.
TELLING = """
import http.server

class Told(http.server.HTTPServer):
    def server_activate(self):
        super().server_activate()
        print(self.server_port, flush=True)

http.server.HTTPServer = Told
"""


def test_a_delivery_is_captured_and_its_scheme_found(tmp_path, capsys):
    code = TELLING + CAPTURE.replace("8000", "0")
    with subprocess.Popen([sys.executable, "-c", code], cwd=tmp_path, stdout=subprocess.PIPE, text=True) as capture:
        try:
            port = int(capture.stdout.readline())
            assert posted(port, delivery(71).body) == 503
            body = delivery(72).body
            assert posted(port, iter([body[:50], body[50:]])) == 503
        finally:
            capture.kill()
    captured = sorted(tmp_path.glob("captured-*.json"))
    (command,) = re.findall(r"^\$ python -m envoice\.webhooks (.*)$", CONSOLE[0], re.MULTILINE)
    renamed = {f"captured-{number}.json": str(file) for number, file in enumerate(captured, 1)}
    assert main([renamed.get(one, one) for one in command.split()], {"ENVOICE_WEBHOOK_SECRET": SECRET}) == 0
    printed = capsys.readouterr().out
    assert CONSOLE[0].splitlines()[2] == printed.splitlines()[0]
    assert f"ENVOICE_WEBHOOK_SCHEME={SCHEME}\n" in printed


def posted(port, body):
    """The status of a POST; of parts, one in chunks."""
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as to:
        to.request("POST", "/", body)
        return to.getresponse().status


def test_it_verifies(guide):
    body, headers = delivery(71)
    assert guide["verified"](body, headers).id == 71
    assert guide["verified"](body[:-1], headers) is None


def test_it_handles_each_event_once(guide, capsys):
    assert guide["handler"].handle(*delivery(71)).status == 200
    assert guide["handler"].handle(*delivery(71)).text == "handled before"
    assert capsys.readouterr().out == "paid: 3971\nseen: 71 Paid\n"


def test_it_queues(guide, capsys):
    assert guide["receiver"].handle(*delivery(71)).text == "queued"
    assert capsys.readouterr().out == ""
    guide["work"]()
    assert capsys.readouterr().out == "paid: 3971\nseen: 71 Paid\n"


def posted_to_fastapi(guide, body):
    with TestClient(guide["fastapi_app"]) as client:
        answer = client.post(PATH, content=body)
    return answer.status_code, answer.text


def posted_to_flask(guide, body):
    answer = guide["flask_app"].test_client().post(PATH, data=body)
    return answer.status_code, answer.text


def posted_to_django(guide, body):
    urls = ModuleType("urls")
    urls.urlpatterns = guide["urlpatterns"]
    settings.ROOT_URLCONF = urls
    answer = django.test.Client().post(PATH, body, content_type="application/json")
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize("post", [posted_to_fastapi, posted_to_flask, posted_to_django])
def test_each_framework_takes_deliveries(guide, post, capsys):
    assert post(guide, delivery(71).body) == (200, "handled")
    assert post(guide, delivery(71).body) == (200, "handled before")
    assert post(guide, b"{}") == (400, "signature refused")
    assert "seen: 71 Paid\n" in capsys.readouterr().out


def test_its_test_passes(guide):
    tests = [name for name in guide if name.startswith("test_")]
    assert len(tests) == 1
    guide[tests[0]]()


def test_every_number_is_right(guide):
    assert f"`retention`, {int(guide['handler'].store._retention / 86400)} days" in GUIDE
    assert guide["handler"].store._lease == 300
    assert guide["webhooks"].max_body == 64 * 1024
    assert f"some {round(sum(1 for _ in constructions()), -5):,} constructions" in GUIDE
    assert guide["MemoryStore"]()._capacity == 100_000
