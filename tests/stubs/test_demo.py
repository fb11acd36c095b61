import io
import json
import re
import sys
from pathlib import Path

import pytest

from sdkwright import demo, pipeline
from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.stubs import render


@pytest.fixture
def stubs(tmp_path: Path) -> Path:
    for name, text in render(pipeline.api_in_place(Project.find(__file__))).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_it_tells_both_passes_in_the_same_words(stubs):
    out = io.StringIO()
    demo.run(stubs, out=out)
    _, sync, asynchronous = out.getvalue().split("\n\n")
    assert sync.splitlines()[0] == "Sync (Envoice)"
    assert asynchronous.splitlines()[0] == "Async (AsyncEnvoice)"
    assert sync.splitlines()[1:] == asynchronous.splitlines()[1:]


def test_it_tells_what_the_sdk_answered(stubs):
    out = io.StringIO()
    demo.run(stubs, out=out)
    lines = out.getvalue().split("\n\n")[1].splitlines()[1:]
    assert [line[:17].strip() for line in lines[:8]] == [
        "1. Work type",
        "2. Countries",
        "3. Currencies",
        "4. Client",
        "5. Invoice",
        "6. Sent",
        "7. Status",
        "8. Invoices",
    ]
    created = next(stub for stub in mappings(stubs / "invoices.json") if stub["name"] == "invoices.create")
    invoice = created["response"]["jsonBody"]
    assert f"{invoice['Number']} created, id {invoice['Id']}: 2 items, " in lines[4]
    assert f"{invoice['TotalAmount']:,.2f} {invoice['Currency']['Value']}, Draft" in lines[4]
    assert lines[8] == "  8 calls, 8 stubs matched, 0 unmatched"


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("work_types.json", r"Sync \(Envoice\), step 1: No stub answers POST /api/worktype/new\. The nearest is "),
        ("invoices.json", r"Sync \(Envoice\), step 5: No stub answers POST /api/invoice/new\. The nearest is "),
    ],
)
def test_a_request_without_a_stub_fails_by_name(stubs, file, message):
    (stubs / file).unlink()
    with pytest.raises(GeneratorError, match=message):
        demo.run(stubs, out=io.StringIO())


def test_a_failed_call_fails_in_one_sentence(stubs):
    file = stubs / "clients.json"
    found = mappings(file)
    for stub in found:
        stub["response"] = {"status": 503}
    file.write_text(json.dumps({"mappings": found}), encoding="utf-8")
    with pytest.raises(GeneratorError, match=r"Sync \(Envoice\), step 4: .*503") as caught:
        demo.run(stubs, out=io.StringIO())
    assert re.search("demo-(key|secret)", str(caught.value)) is None


@pytest.mark.parametrize(
    ("text", "replacement", "message"),
    [
        ('"Value": "GB"', '"Value": "FR"', "No record for GB"),
        ('"Value": "EUR"', '"Value": "CHF"', "No record for EUR"),
        ('"Id": 235', '"Id": null', r"countries\.list answered a record without an id"),
    ],
)
def test_an_answer_that_cannot_be_used_fails_in_one_sentence(stubs, text, replacement, message):
    for file in stubs.glob("c*.json"):
        file.write_text(file.read_text(encoding="utf-8").replace(text, replacement), encoding="utf-8")
    with pytest.raises(GeneratorError, match=message):
        demo.run(stubs, out=io.StringIO())


def test_without_the_package_it_says_how_to_get_it(stubs, monkeypatch):
    monkeypatch.delitem(sys.modules, "sdkwright.demo.quickstart", raising=False)
    monkeypatch.delattr(demo, "quickstart", raising=False)
    monkeypatch.setitem(sys.modules, "envoice", None)
    with pytest.raises(GeneratorError, match="run `python -m sdkwright generate` first"):
        demo.run(stubs, out=io.StringIO())


def mappings(file: Path) -> list[dict]:
    return json.loads(file.read_text(encoding="utf-8"))["mappings"]
