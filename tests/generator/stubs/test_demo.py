import io
import json
import textwrap
from pathlib import Path

import pytest

from sdkwright import demo, pipeline
from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.stubs import render

PROJECT = Project.find(__file__)


@pytest.fixture
def stubs(tmp_path: Path) -> Path:
    for name, text in render(pipeline.api_in_place(PROJECT), project=PROJECT).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_it_tells_both_passes_in_the_same_words(stubs):
    out = io.StringIO()
    demo.run(PROJECT, stubs, out=out)
    _, sync, asynchronous = out.getvalue().split("\n\n")
    assert sync.splitlines()[0] == "Sync (Envoice)"
    assert asynchronous.splitlines()[0] == "Async (AsyncEnvoice)"
    assert sync.splitlines()[1:] == asynchronous.splitlines()[1:]


def test_it_tells_what_the_sdk_answered(stubs):
    out = io.StringIO()
    demo.run(PROJECT, stubs, out=out)
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
        demo.run(PROJECT, stubs, out=io.StringIO())


def test_a_failed_call_fails_in_one_sentence(stubs):
    file = stubs / "clients.json"
    found = mappings(file)
    for stub in found:
        stub["response"] = {"status": 503}
    file.write_text(json.dumps({"mappings": found}), encoding="utf-8")
    with pytest.raises(GeneratorError, match=r"Sync \(Envoice\), step 4: .*503") as caught:
        demo.run(PROJECT, stubs, out=io.StringIO())
    assert "any-value" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "replacement", "message"),
    [
        ('"Value": "GB"', '"Value": "FR"', "No record for GB"),
        ('"Value": "EUR"', '"Value": "CHF"', "No record for EUR"),
        (
            '"Id": 235',
            '"Id": null',
            r"countries\.list: the answer .* cannot be read: .* got `null` at \[0\]\.Id",
        ),
        ('"Id": 163', '"Id": null', r"currencies\.list answered a record without an id"),
    ],
)
def test_an_answer_that_cannot_be_used_fails_in_one_sentence(stubs, text, replacement, message):
    for file in stubs.glob("c*.json"):
        file.write_text(file.read_text(encoding="utf-8").replace(text, replacement), encoding="utf-8")
    with pytest.raises(GeneratorError, match=message):
        demo.run(PROJECT, stubs, out=io.StringIO())


@pytest.mark.parametrize(
    ("lacking", "said"),
    [
        ("generated", "^generated/acme is not there; run `python -m sdkwright generate` first.$"),
        ("examples", "^examples/quickstart.py is missing; the demo runs that program.$"),
    ],
)
def test_what_is_missing_is_a_sentence(lacking, said, stubs, tmp_path):
    with pytest.raises(GeneratorError, match=said):
        demo.run(project_of(tmp_path / "acme", "print('one')", lacking=lacking), stubs, out=io.StringIO())


def test_a_project_of_another_name_runs_its_own_program_with_its_own_variables(stubs, tmp_path):
    program = """
        import os, sys
        print(f"1. Package  {__import__('acme').NAME}")
        print(f"2. Mode     {sys.argv[1:]}")
        print(f"3. Reads    {sorted(name for name in os.environ if name.startswith('ACME_'))}")
    """
    out = io.StringIO()
    demo.run(project_of(tmp_path / "acme", program), stubs, out=out)
    _, sync, asynchronous = out.getvalue().split("\n\n")
    assert sync.splitlines()[:3] == ["Sync (Acme)", "  1. Package  acme", "  2. Mode     []"]
    assert asynchronous.splitlines()[:3] == ["Async (AsyncAcme)", "  1. Package  acme", "  2. Mode     ['--async']"]
    assert sync.splitlines()[3] == "  3. Reads    ['ACME_BASE_URL', 'ACME_KEY', 'ACME_TOKEN']"
    assert sync.splitlines()[4] == "  0 calls, 0 stubs matched, 0 unmatched"


def test_a_program_that_fails_is_told_by_its_last_words(stubs, tmp_path):
    project = project_of(tmp_path / "acme", "print('one')\nimport sys\nsys.exit('no more')")
    with pytest.raises(GeneratorError, match=r"^Sync \(Acme\), step 2: no more$"):
        demo.run(project, stubs, out=io.StringIO())


def project_of(root: Path, program: str, *, lacking: str = "") -> Project:
    """A project of another API, with the least that the demo needs."""
    files = {
        "spec/sdk.toml": '[package]\nname = "acme"\nclient = "Acme"\n',
        # A token stands in for what it could be fetched with.
        "generated/acme/_api.py": """SECURITY = (
            ("bearer", "token", "ACME_TOKEN", "bearer", "access_token"),
            ("bearer", "client_id", "ACME_CLIENT_ID", "oauth2", "client_id"),
            ("key", "key", "ACME_KEY", "header", "x-key"),
        )""",
        "generated/acme/__init__.py": "NAME = 'acme'\n",
        "examples/quickstart.py": textwrap.dedent(program),
    }
    for name, text in files.items():
        if not name.startswith(lacking or "\0"):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
    return Project(root)


def mappings(file: Path) -> list[dict]:
    return json.loads(file.read_text(encoding="utf-8"))["mappings"]
