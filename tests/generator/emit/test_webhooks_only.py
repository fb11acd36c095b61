"""A document may have webhooks alone, since OpenAPI 3.1: its package has typed events, and no operation."""

import importlib
import io
import json
import sys

import pytest

from sdkwright import pipeline
from sdkwright.project import MARK, Project
from sdkwright.report import Report
from tests.computed import ROOT, computed

SCHEMA = {
    "type": "object",
    "required": ["kind", "bell"],
    "properties": {"kind": {"const": "bell.rang"}, "bell": {"type": "integer"}},
}
RANG = {"post": {"requestBody": {"content": {"application/json": {"schema": SCHEMA}}}}}
DOCUMENT = {"openapi": "3.1.0", "info": {"title": "Bell tower", "version": "1"}, "webhooks": {"bellRang": RANG}}


def make(root):
    (root / "spec").mkdir()
    (root / "spec" / "upstream.json").write_text(json.dumps(DOCUMENT), encoding="utf-8")
    declared = '[package]\nname = "bell_tower"\nclient = "BellTower"\n[command_line]\nenabled = true\n'
    (root / MARK).write_text(declared, encoding="utf-8")
    pipeline.generate(Project(root), Report(io.StringIO()), check_types=False)


@pytest.fixture
def package(monkeypatch):
    root = computed("webhooks-only", make, sources=(ROOT / "generator",), key=json.dumps(DOCUMENT))
    monkeypatch.syspath_prepend(root / "generated")
    yield importlib.import_module("bell_tower")
    for name in [name for name in sys.modules if name.partition(".")[0] == "bell_tower"]:
        del sys.modules[name]


def test_its_package_reads_events_and_offers_nothing_to_call(package, capsys):
    event = importlib.import_module("bell_tower.webhook_events").parse_event(b'{"kind":"bell.rang","bell":3}')
    assert (type(event), event.bell) == (package.BellRangEvent, 3)
    assert importlib.import_module("bell_tower.cli._run").run(["--help"]) == 0
    shown = capsys.readouterr().out
    assert "Tools:" in shown
    assert not {"Resources:", "export"} & {*shown.split()}


def test_its_command_line_reads_the_body_of_a_webhook(package, capsys, tmp_path):
    run = importlib.import_module("bell_tower.cli._run").run
    body = tmp_path / "body.json"
    body.write_bytes(b'{"kind":"bell.rang","bell":3}')
    for more in ([], ["--name", "bellRang"]):
        assert run(["parse-event", "--body", str(body), "--format", "json", *more]) == 0
        assert json.loads(capsys.readouterr().out) == {"kind": "bell.rang", "bell": 3}
    assert run(["parse-event", "--body", str(body), "--name", "bellFell"]) == 2
    assert "'bellFell' is not 'bellRang'" in capsys.readouterr().err
    body.write_bytes(b'{"kind":"bell.rang","bell":"many"}')
    assert run(["parse-event", "--body", str(body)]) == importlib.import_module("bell_tower.cli._exits").WEBHOOK
    assert "many" not in capsys.readouterr().err
