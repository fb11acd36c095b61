"""Taking a new document: everything that follows from it, or nothing at all."""

import hashlib
import io
import json
import re
from pathlib import Path

import pytest

from sdkwright import documents, pipeline
from sdkwright.diff.findings import Severity
from sdkwright.diff.version import Part
from sdkwright.errors import GeneratorError
from sdkwright.report import Report
from sdkwright.tree import disk
from sdkwright.update import Wishes, update
from sdkwright.update.release import with_version
from tests import judges
from tests.generator.update.conftest import leave_out_the_type_checkers, leave_out_what_was_judged_before
from tests.generator.update.revision import CAME, GONE, later

STAGES = [
    "fetch", "diff", "names", "normalise", "generate", "format", "overrides", "stubs", "reference", "verify", "swap",
    "compare",
    "release", "tests",
]  # fmt: skip

# In one process, which is there sooner than several.
ALONE = ("--numprocesses=0",)


def wishes(checkout, **more):
    return Wishes(**{"file": checkout.new, "accept_names": True, "tests": None} | more)


class StoppingReport(Report):
    """Is interrupted when a stage of a name has ended."""

    def __init__(self, name):
        super().__init__(out=io.StringIO())
        self.name = name

    def stage(self, name):
        return _Stopping(super().stage(name), stops=name == self.name)


class _Stopping:
    def __init__(self, stage, *, stops):
        self.stage, self.stops = stage, stops

    def __enter__(self):
        return self.stage.__enter__()

    def __exit__(self, *error):
        self.stage.__exit__(*error)
        if self.stops:
            raise KeyboardInterrupt


# On a slow machine beside two other workers it takes as long as any test may.
@pytest.mark.timeout(1_200)
def test_everything_follows_from_the_new_document(checkout, report, monkeypatch):
    """With mypy and pyright, and the tests of the checkout."""
    judges.mypy_cache(checkout.project.generated / ".mypy_cache")
    leave_out_what_was_judged_before(monkeypatch)
    before, upstream = checkout.contents, checkout.upstream
    comparison = update(checkout.project, wishes(checkout, tests=()), report)
    project, after = checkout.project, checkout.contents
    assert comparison.worst is Severity.BREAKING
    assert comparison.bump.new == "0.2.0"
    assert 'version = "0.2.0"' in project.pyproject.read_text()
    assert json.loads(project.lock.read_text())["sha256"] == comparison.new.sha256
    assert checkout.upstream == later(upstream)
    names = project.names.read_text()
    assert f'"{CAME}" = "taxes.usage"  # operationId TaxApi_Usage' in names
    assert '"TaxDetailsApiModel.Kind" = "TaxKind"' in names
    entry = (project.changes / f"+{comparison.new.sha256[:12]}.document.md").read_text()
    assert "New operations: `taxes.usage`." in entry
    assert "Removed operations: `clients.can_delete`." in entry
    assert "The API document of later.json" in entry
    assert "def usage(" in (project.package / "resources/taxes.py").read_text()
    assert "class TaxKind(" in (project.package / "models.py").read_text()
    assert "taxes.usage" in (project.stubs / "taxes.json").read_text()
    assert "\n## taxes.usage\n" in (project.reference / "taxes.md").read_text()
    assert "\n## clients.can_delete\n" not in (project.reference / "clients.md").read_text()
    # The update had the same bytes judged.
    leave_out_the_type_checkers(monkeypatch)
    pipeline.check(project, report)
    pipeline.read_upstream(project)
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert {name.partition("/")[0] for name in changed} == {"spec", "generated", "docs", "tests", "pyproject.toml"}
    assert "1 passed" in report.out.getvalue()


def test_a_second_time_there_is_nothing_to_do(checkout, report, remembered):
    update(checkout.project, wishes(checkout), report)
    before = checkout.contents
    assert update(checkout.project, wishes(checkout), report) is None
    assert "there is nothing to do" in report.out.getvalue()
    assert checkout.contents == before


def test_a_dry_run_shows_all_and_writes_nothing(dry_run):
    assert dry_run.comparison.bump.new == "0.2.0"
    for shown in (
        "clients.can_delete",
        "Version: 0.1.0 -> 0.2.0 (minor)",
        "spec/envoice.lock (differs)",
        "generated/envoice/resources/taxes.py (differs)",
        "pyproject.toml (differs)",
        "generated/envoice is in place, in the copy only",
    ):
        assert shown in dry_run.said
    assert re.search(r"docs/changes/\+[0-9a-f]{12}\.document\.md \(missing\)", dry_run.said)
    assert dry_run.after == dry_run.before


def test_mypy_goes_on_from_what_it_knows_of_the_checkout(dry_run):
    """In the copy: what it learns there is nothing of the checkout."""
    assert dry_run.known == [b"known"]
    assert dry_run.before["generated/.mypy_cache/3.11/envoice.data.json"] == hashlib.sha256(b"known").hexdigest()


@pytest.mark.parametrize("stage", STAGES)
def test_interrupted_at_the_end_of_any_stage_nothing_has_changed(stage, checkout, remembered):
    before = checkout.contents
    stopping = StoppingReport(stage)
    with pytest.raises(KeyboardInterrupt):
        update(checkout.project, wishes(checkout, tests=ALONE), stopping)
    assert checkout.contents == before


def test_every_stage_is_one_that_was_interrupted(checkout, report, remembered):
    update(checkout.project, wishes(checkout, tests=ALONE), report)
    said = [line.split()[0] for line in report.out.getvalue().splitlines() if re.search(r"\d\.\d\d s$", line)]
    assert set(said) == set(STAGES)


def test_a_version_until_which_something_was_to_be_kept_is_refused(checkout):
    project = checkout.project
    document = documents.load(project.normalised.read_bytes(), name="openapi.yaml")
    document["paths"]["/api/tax/all"]["get"] |= {"deprecated": True, "x-deprecation": {"until": "0.2.0"}}
    project.normalised.write_text(documents.dump_yaml(document, header=""), encoding="utf-8")
    project.pyproject.write_bytes(with_version(project, "0.2.0"))
    before = checkout.contents
    with pytest.raises(
        GeneratorError, match=r"^taxes\.list was to be kept until 0\.2\.0, and this is 0\.2\.0; take it"
    ):
        pipeline.state_version(project)
    assert checkout.contents == before


class TestFailures:
    """Each is one sentence that says what to do, and leaves everything as it was."""

    def refused(self, checkout, wish, said):
        before = checkout.contents
        out = io.StringIO()
        with pytest.raises(GeneratorError, match=said) as caught:
            update(checkout.project, wish, Report(out=out))
        assert checkout.contents == before
        assert "Traceback" not in str(caught.value)
        return out.getvalue()

    def test_a_document_that_is_none(self, checkout):
        checkout.new.write_text("<html>")
        self.refused(checkout, wishes(checkout), r"later\.json: the top level is not an object")

    def test_a_document_that_cannot_be_mended(self, checkout):
        document = later(checkout.upstream)
        document["paths"]["/api/tax/usage"]["get"]["responses"]["200"] = {"$ref": "#/components/responses/Nothing"}
        checkout.write(document)
        self.refused(checkout, wishes(checkout), "/paths/~1api~1tax~1usage/get/responses/200: .*, which is not there")

    def test_names_that_are_missing(self, checkout):
        said = self.refused(
            checkout, wishes(checkout, accept_names=False), r"2 things of the new document have no name.*--accept-names"
        )
        # What has changed is told all the same.
        assert "operation-removed" in said

    def test_a_correction_that_finds_nothing(self, checkout):
        document = checkout.upstream
        del document["paths"]["/api/worktype/details"]
        checkout.write(document)
        said = self.refused(checkout, wishes(checkout), r"overlay action \d+ .* matches nothing; correct its target")
        assert "correction-idle" in said

    def test_an_override_that_stands_on_what_goes(self, checkout):
        document = checkout.upstream
        del document["paths"]["/api/invoice/pdf"]
        checkout.write(document)
        # Advice that the command refuses, such as `--without`, is none.
        way_out = r"(?s)additions/invoices\.py(?!.*--without).*sdkwright keep WHAT --until VERSION --file"
        self.refused(checkout, wishes(checkout), way_out)

    def test_tests_that_do_not_pass(self, checkout, remembered):
        (checkout.project.root / "tests/test_it.py").write_text("def test_it():\n    assert 1 == 2\n")
        self.refused(
            checkout, wishes(checkout, tests=ALONE), r"the tests do not pass with the new document(.|\n)*1 failed"
        )

    def test_the_reasons_of_pytest_are_kept_whatever_it_prints_after_them(self, checkout, remembered):
        (checkout.project.root / "tests/test_it.py").write_text("def test_it():\n    assert 1 == 2\n")
        (checkout.project.root / "tests/conftest.py").write_text(
            "def pytest_terminal_summary(terminalreporter):\n"
            "    for number in range(200):\n"
            "        terminalreporter.write_line(f'noise {number}')\n"
        )
        self.refused(checkout, wishes(checkout, tests=ALONE), r"E +assert 1 == 2(.|\n)*noise 199")

    @pytest.mark.parametrize("name", ["tests/test_it.py::test_missing", "tests/test_it.py::TestIt::test_it"])
    def test_a_test_that_is_not_there_is_found_before_the_work(self, name, checkout, monkeypatch):
        monkeypatch.setattr("sdkwright.sources.receive", lambda *_, **__: pytest.fail("work was done"))
        said = rf"^--tests {name}: pytest finds no such test; list them with `--collect-only`\.$"
        self.refused(checkout, wishes(checkout, tests=[name]), said)

    def test_a_test_that_is_there_is_taken(self, checkout, report, remembered):
        update(checkout.project, wishes(checkout, tests=[*ALONE, "tests/test_it.py::test_it"]), report)
        assert "1 passed" in report.out.getvalue()

    def test_no_line_of_a_version(self, checkout, remembered):
        path = checkout.project.pyproject
        path.write_text(path.read_text().replace('\nversion = "0.1.0"', '\nversion="0.1.0"'))
        self.refused(checkout, wishes(checkout), r"pyproject\.toml needs one line")

    @pytest.mark.parametrize(
        ("version", "said"),
        [
            ("0.0.9", r"^--version 0\.0\.9 is not above 0\.1\.0; name a later one\.$"),
            ("banana", r"^--version 'banana' is not of the form 1\.2\.3; name one that is\.$"),
        ],
    )
    def test_a_version_that_cannot_follow_is_refused_before_any_stage(self, version, said, checkout):
        assert self.refused(checkout, wishes(checkout, version=version), said) == ""

    def test_generated_files_that_were_edited(self, checkout):
        (checkout.project.package / "models.py").write_text("# mine\n")
        self.refused(checkout, wishes(checkout), "models.py")

    def test_a_disk_that_is_full_when_everything_is_put_in_place(self, checkout, monkeypatch, remembered):
        write, package = disk.write, str(checkout.project.root)

        def full(path, data):
            if str(path).startswith(package) and path.name.startswith("new-"):
                raise OSError(28, "No space left on device")
            write(path, data)

        monkeypatch.setattr(disk, "write", full)
        before = checkout.contents
        with pytest.raises((GeneratorError, OSError)):
            update(checkout.project, wishes(checkout), Report(out=io.StringIO()))
        monkeypatch.undo()
        assert checkout.contents == before


class TestWishes:
    @pytest.mark.parametrize(
        ("wish", "version"),
        [({"part": Part.PATCH}, "0.1.1"), ({"part": Part.MAJOR}, "1.0.0"), ({"version": "3.1.4"}, "3.1.4")],
    )
    def test_the_version_is_the_one_that_was_asked_for(self, wish, version, checkout, report, remembered):
        comparison = update(checkout.project, wishes(checkout, **wish), report)
        assert comparison.bump.new == version
        assert "as asked; breaking, by " in comparison.bump.reason
        assert f'version = "{version}"' in checkout.project.pyproject.read_text()

    def test_tests_can_be_chosen(self, checkout, report, remembered):
        (checkout.project.root / "tests/test_other.py").write_text("def test_a():\n    assert 0\n")
        update(checkout.project, wishes(checkout, tests=[*ALONE, "tests/test_it.py"]), report)
        assert "1 passed" in report.out.getvalue()

    def test_the_command_that_is_named_takes_the_same_document(self, checkout):
        assert Wishes(file=checkout.new).again == f" --file {checkout.new}"
        assert Wishes(source="mirror").again == " --source mirror"
        assert Wishes().again == ""
        assert Wishes(file=Path("my documents/new.json")).again == " --file 'my documents/new.json'"


def test_what_goes_is_named_as_it_was(checkout, report, remembered):
    comparison = update(checkout.project, wishes(checkout), report)
    gone = [one for one in comparison.findings if one.rule == "operation-removed"]
    assert [(one.place, one.text) for one in gone] == [("clients.can_delete", GONE)]
