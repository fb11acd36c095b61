"""Two documents compared whole, and what both real revisions of the document give in either direction."""

import copy
import json
from collections import Counter
from pathlib import Path

import pytest

from sdkwright import cli, documents
from sdkwright.diff.compare import compare_all, compare_documents
from sdkwright.diff.findings import Level, Severity
from sdkwright.upstream import Upstream

REVISIONS = Path(__file__).resolve().parents[4] / "shared" / "spec-revisions"
shared = pytest.mark.skipif(not REVISIONS.is_dir(), reason="needs the two real revisions in ../shared/spec-revisions")


def upstream(document, name="new.json"):
    return Upstream(document, name.ljust(64, "0"), name)


@pytest.fixture
def revisions():
    small, large = sorted(REVISIONS.glob("*.json"), key=lambda path: path.stat().st_size)
    return [upstream(documents.load(path.read_bytes(), name=path.name), path.name) for path in (small, large)]


class TestAnOperationThatAnOverrideNeeds:
    @pytest.mark.no_cover  # It goes the whole way, which the tests of each room cover.
    def test_it_is_told_on_every_level(self, known, made_once):
        new = copy.deepcopy(known.upstream)
        del new["paths"]["/api/invoice/details"]
        found = compare_all(
            upstream(known.upstream, "old.json"), upstream(new), known.tables, project=known.project, version="1.0.0"
        )
        told = {(one.level, one.rule, one.place) for one in found.findings}
        assert (Level.WIRE, "operation-removed", "invoices.get") in told
        assert (Level.SURFACE, "name-removed", "resources.invoices.Invoices.get") in told
        assert (Level.CALLERS, "no-longer-type-checks", "resources.invoices.Invoices.get") in told
        assert found.bump.new == "2.0.0"
        assert found.worst is Severity.BREAKING
        overrides = known.project.override_files()
        needs = [name for name in overrides if name == "additions/invoices.py"]
        assert needs, "the addition of invoices is what stands on an operation"


@shared
class TestRevisions:
    def test_from_42_paths_to_61_nothing_breaks(self, revisions, known):
        found = compare_documents(*revisions, known.tables, configuration=known.project.configuration)
        rules = Counter(one.rule for one in found.findings)
        assert [len(side.document["paths"]) for side in revisions] == [42, 61]
        assert rules["operation-added"] == 19
        assert rules["operation-removed"] == 0
        assert found.worst is Severity.RISKY

    def test_back_again_every_operation_that_came_goes(self, revisions, known):
        there = compare_documents(*revisions, known.tables, configuration=known.project.configuration)
        back = compare_documents(*reversed(revisions), known.tables, configuration=known.project.configuration)
        came = {one.place for one in there.findings if one.rule == "operation-added"}
        assert {one.place for one in back.findings if one.rule == "operation-removed"} == came
        assert back.worst is Severity.BREAKING

    def test_what_both_have_keeps_its_name(self, revisions, known):
        """So nothing that stays is told as gone and new."""
        found = compare_documents(*revisions, known.tables, configuration=known.project.configuration).findings
        gone = {one.place for one in found if one.rule.endswith("-removed")}
        new = {one.place for one in found if one.rule.endswith(("-added", "-added-optional", "-added-required"))}
        assert not gone
        assert len(new) > 19

    @pytest.mark.parametrize(("order", "status"), [((0, 1), 4), ((1, 0), 5), ((1, 1), 0)])
    def test_the_command_says_so_by_its_status(self, order, status, tmp_path, capsys):
        small_and_large = sorted(REVISIONS.glob("*.json"), key=lambda path: path.stat().st_size)
        old, new = (str(small_and_large[index]) for index in order)
        files = {kind: tmp_path / f"report.{kind}" for kind in ("json", "markdown", "html")}
        options = [part for kind, path in files.items() for part in (f"--{kind}", str(path))]
        assert cli.main(["diff", "--wire-only", "--old", old, new, *options]) == status
        told = json.loads(files["json"].read_text())
        assert told["worst"] == {4: "risky", 5: "breaking", 0: "safe"}[status]
        assert str(told["worst"] if told["findings"] else "Nothing differs") in capsys.readouterr().out
        assert files["html"].read_text().startswith("<!doctype html>")
        assert files["markdown"].read_text().startswith("# API changes: ")


class TestCommand:
    def test_a_document_that_is_none_is_refused_in_one_sentence(self, tmp_path, capsys):
        path = tmp_path / "new.json"
        for text, said in (("[", "new.json: not JSON that we accept"), ("{}", "new.json: ")):
            path.write_text(text)
            assert cli.main(["diff", "--wire-only", str(path)]) == 1
            error = capsys.readouterr().err
            assert error.startswith("error: ")
            assert said in error
            assert "Traceback" not in error

    def test_one_that_is_not_there_is_refused(self, tmp_path, capsys):
        assert cli.main(["diff", str(tmp_path / "none.json")]) == 1
        assert "none.json: cannot be read (No such file or directory); check the path." in capsys.readouterr().err

    def test_a_report_that_cannot_be_written_is_said(self, tmp_path, capsys, known):
        path = tmp_path / "same.json"
        path.write_text(json.dumps(known.upstream))
        (tmp_path / "taken").mkdir()
        assert cli.main(["diff", "--wire-only", str(path), "--json", str(tmp_path / "taken")]) == 1
        assert "taken" in capsys.readouterr().err

    def test_the_rules_are_listed(self, capsys):
        assert cli.main(["diff", "--rules"]) == 0
        assert "breaking  operation-removed" in capsys.readouterr().out
