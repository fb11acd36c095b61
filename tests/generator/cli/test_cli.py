"""The commands that are not told of elsewhere: what they print, and what they refuse."""

import json
import shutil

import pytest

from sdkwright import documents
from sdkwright.cli import main
from tests.generator.checkout import ROOT, python
from tests.vendor_document import OPERATIONS

SLOW = ("datamodel_code_generator", "faker", "openapi_python_client", "pydantic")


def test_normalise_prints_the_committed_document(project, capsys):
    assert main(["normalise"]) == 0
    assert capsys.readouterr().out == project.normalised.read_text(encoding="utf-8")


def test_ledger_prints_the_committed_ledger(project, capsys):
    assert main(["ledger"]) == 0
    assert capsys.readouterr().out == project.ledger.read_text(encoding="utf-8")


def test_stubs_writes_the_committed_mappings(project, tmp_path, capsys):
    assert main(["stubs", "--into", str(tmp_path)]) == 0
    assert str(tmp_path) in capsys.readouterr().out
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert written == {path.name: path.read_bytes() for path in project.stubs.glob("*.json")}
    mappings = [mapping for text in written.values() for mapping in json.loads(text)["mappings"]]
    assert sum("edge" not in mapping.get("metadata", {}) for mapping in mappings) == OPERATIONS


def test_what_is_committed_is_what_the_generator_makes(capsys):
    assert main(["generate", "--check"]) == 0
    assert "nothing differs" in capsys.readouterr().out


def test_the_demo_tells_both_passes(capsys):
    assert main(["demo"]) == 0
    assert capsys.readouterr().out.count("8 calls, 8 stubs matched, 0 unmatched") == 2


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["generate", "--spec", "other.json"], "error: --spec tries another document and needs --into"),
        (["generate", "--without", "nothing.py"], "error: --without nothing.py: there is no such override"),
        (["generate", "--into", "{full}"], "holds other things than a generated tree; name an empty folder."),
        (["fetch", "--source", "nowhere"], "nowhere"),
        (["fetch", "--file", "nowhere.json"], "nowhere.json"),
    ],
)
def test_arguments_that_cannot_be_met_are_one_sentence(arguments, sentence, tmp_path, capsys):
    (tmp_path / "letter.txt").write_text("mine")
    # A copy: the checkout may be locked by another test.
    shutil.copytree(ROOT / "spec", tmp_path / "copy" / "spec")
    project = ["--project", str(tmp_path / "copy")]
    assert main([*project, *(argument.format(full=tmp_path) for argument in arguments)]) == 1
    said = capsys.readouterr().err
    assert sentence in said
    assert said.startswith("error: ")
    assert said.count("\n") == 1


def test_an_interrupt_is_told_and_changes_nothing(monkeypatch, capsys):
    def interrupted(*_arguments, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr("sdkwright.pipeline.check", interrupted)
    assert main(["generate", "--check"]) == 130
    assert capsys.readouterr().err == "interrupted; nothing was changed.\n"


def test_an_interrupt_of_the_imports_is_told_too(tmp_path):
    script = tmp_path / "interrupted.py"
    script.write_text(
        "import runpy, sys\n"
        "class Finder:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'sdkwright.cli':\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Finder())\n"
        "runpy.run_module('sdkwright', run_name='__main__')\n"
    )
    ran = python(str(script))
    assert (ran.returncode, ran.stderr) == (130, "interrupted; nothing was changed.\n")


def test_a_defect_is_told_as_one_in_a_line(monkeypatch, capsys):
    def broken(*_arguments, **_options):
        raise KeyError("version\nof what")

    monkeypatch.setattr("sdkwright.pipeline.check", broken)
    assert main(["generate", "--check"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("error: a defect of the generator: KeyError: ")
    assert said.count("\n") == 1


def test_a_command_is_required(capsys):
    with pytest.raises(SystemExit) as caught:
        main([])
    assert caught.value.code == 2
    assert "command" in capsys.readouterr().err


def test_the_committed_document_can_be_read_back(project, normalised):
    assert documents.load(project.normalised.read_bytes(), name="openapi.yaml") == normalised.document


@pytest.mark.no_cover  # Which modules are loaded, each test of them covers.
def test_a_command_that_reads_no_document_waits_for_no_generator():
    ran = python("-c", "import sys, sdkwright.cli; print(sorted({*sys.argv[1:]} & {*sys.modules}))", *SLOW)
    assert (ran.stdout, ran.stderr) == ("[]\n", "")
