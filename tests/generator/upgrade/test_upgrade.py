"""An upgrade takes a newer generator with all that follows, or nothing."""

import importlib.metadata
import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import attrs
import pytest
from packaging.version import Version

from sdkwright import cli, tree
from sdkwright.diff.findings import Finding, Level, Severity
from sdkwright.emit import package as writing
from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.release.environment import Environment
from sdkwright.report import Report
from sdkwright.upgrade import Wishes, newer, upgrade
from sdkwright.upgrade.keys import keys
from tests.generator.checkout import ROOT, contents
from tests.generator.release.standin import page, serving

# The package exports a function of the module's name.
module = sys.modules["sdkwright.upgrade.upgrade"]
NOXFILE = '"""Commands."""\n# dependencies = ["sdkwright[project]==0.1.0"]\n'
FOUND = Finding(Level.SURFACE, "name-added", Severity.SAFE, "clock.half", "new")


@pytest.fixture
def project(small_made, tmp_path):
    """A project that was made by 0.1.0."""
    root = tmp_path / "project"
    shutil.copytree(small_made, root)
    (root / "noxfile.py").write_text(NOXFILE, encoding="utf-8")
    (root / "tests" / "test_it.py").write_text("def test_it():\n    pass\n", encoding="utf-8")
    return Project(root)


def run(project, report=None, **wishes):
    return upgrade(project, Wishes(**wishes), report or Report(out=io.StringIO()))


@pytest.fixture
def newer_one(monkeypatch):
    """This is 0.2.0, whose packages have a name more."""

    def generate(project, report, *, aside):
        assert (project.judge_samples, aside, project.target) == (False, True, project.root)
        with (project.package / "clock.py").open("a", encoding="utf-8") as clock:
            clock.write("HALF = 0.5\n")
        (project.package / tree.MANIFEST).write_bytes(tree.build(project.package, facts={}))

    monkeypatch.setattr(module, "installed_version", lambda _: "0.2.0")
    monkeypatch.setattr(module.pipeline, "generate", generate)
    monkeypatch.setattr(module, "compare_packages", lambda *_, **__: [FOUND])


@pytest.mark.usefixtures("newer_one")
def test_all_that_follows_is_taken_or_shown_or_nothing(project, tmp_path, monkeypatch):
    before, report = contents(project.root), Report(out=io.StringIO())
    (tmp_path / "keys.json").write_text(json.dumps({**keys(), "package.motto": "needed"}), encoding="utf-8")

    def refuse(*_, **__):
        raise GeneratorError("the tests do not pass.")

    with monkeypatch.context() as patch:
        patch.setattr(module, "run_tests", refuse)
        with pytest.raises(GeneratorError) as told:
            run(project)
    assert str(told.value) == "sdkwright 0.2.0 was not taken, and nothing was changed: the tests do not pass."
    assert contents(project.root) == before

    assert run(project, report, dry_run=True, tests=None, keys=tmp_path / "keys.json") == 0
    said = report.out.getvalue()
    assert contents(project.root) == before
    assert "package.motto is gone" in said
    assert "name-added: clock.half: new" in said
    assert "Would be changed" in said

    assert run(project, tests=None) == 0
    assert (project.root / "noxfile.py").read_text(encoding="utf-8") == NOXFILE.replace("0.1.0", "0.2.0")
    assert 'version = "1.1.0"' in project.pyproject.read_text(encoding="utf-8")
    assert "HALF = 0.5" in (project.package / "clock.py").read_text(encoding="utf-8")
    entry = (project.changes / "+sdkwright-0.2.0.changed.md").read_text(encoding="utf-8")
    assert entry == "Made by sdkwright 0.2.0.\n- `clock.half`: new (safe).\n"
    # Taken once, it is the pinned one.
    monkeypatch.setattr(module, "newest", lambda *_: Version("0.2.0"))
    assert run(project, report) == 0
    assert report.out.getvalue().endswith("sdkwright 0.2.0 is the pinned one; there is nothing to do.\n")


@pytest.mark.parametrize(("running", "to"), [("0.0.9", None), ("0.1.0", "0.0.9")])
def test_an_older_one_is_refused(project, monkeypatch, running, to):
    monkeypatch.setattr(module, "installed_version", lambda _: running)
    monkeypatch.setattr(module, "newest", lambda _folder, exactly: Version(exactly))
    with pytest.raises(GeneratorError, match=r"sdkwright 0\.0\.9 is older than 0\.1\.0, which noxfile\.py pins"):
        run(project, to=to)


def test_what_is_not_committed_or_edited_by_hand_is_refused(project, monkeypatch):
    monkeypatch.setattr(module, "installed_version", lambda _: "0.2.0")
    edited = project.package / "client.py"
    kept = edited.read_bytes()
    edited.write_bytes(kept + b"# by hand\n")
    with pytest.raises(GeneratorError, match=r"client\.py"):
        run(project)
    edited.write_bytes(kept)
    subprocess.run(["git", "init", "--quiet", project.root], check=True)
    with pytest.raises(GeneratorError, match="the checkout is not as committed"):
        run(project)


def test_what_is_pending_is_refused_before_anything_is_installed(project, monkeypatch):
    monkeypatch.setattr(module, "installed_version", lambda _: "0.1.0")
    monkeypatch.setattr(module, "newest", lambda *_: Version("0.2.0"))
    monkeypatch.setattr(writing, "_HEADER", "# Another one.")
    with pytest.raises(GeneratorError, match="what is committed is not what the generator makes"):
        run(project)


def test_a_newer_one_does_the_rest_and_its_status_counts(project, monkeypatch, tmp_path):
    asked = []
    monkeypatch.setattr(module, "installed_version", lambda _: "0.1.0")
    monkeypatch.setattr(module, "newest", lambda *_: Version("0.2.0"))
    monkeypatch.setattr(module.pipeline, "check", lambda *_: None)
    monkeypatch.setattr(module, "install", lambda version, folder: folder / str(version) / "python")
    monkeypatch.setenv("PYTHONPATH", "elsewhere")

    def start(command, *, env, check):
        known = json.loads(Path(command[command.index("--keys") + 1]).read_bytes())
        asked.append((command, env, check, known))
        return subprocess.CompletedProcess(command, 3)

    monkeypatch.setattr(newer.subprocess, "run", start)
    assert run(project, dry_run=True, tests=["tests/test_it.py"]) == 3
    ((command, env, check, known),) = asked
    assert command[0].endswith(os.path.join("0.2.0", "python"))  # noqa: PTH118 - as text
    assert command[1:6] == ["-m", "sdkwright", "upgrade", "--project", str(project.root)]
    assert command[8:] == ["--dry-run", "--tests", "tests/test_it.py"]
    assert ("PYTHONPATH" in env, check, known) == (False, False, keys())


def least_wheel(version):
    written = io.BytesIO()
    info = f"sdkwright-{version}.dist-info"
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: sdkwright\nVersion: {version}\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")
    return written.getvalue()


def _index(*versions):
    files = {f"sdkwright-{version}-py3-none-any.whl": least_wheel(version) for version in versions}

    def answer(request):
        return page(files) if "/simple/" in request.path else _file(files[request.path.rpartition("/")[2]])

    return serving(answer)


def _file(data):
    from werkzeug.wrappers import Response  # noqa: PLC0415

    return Response(data, content_type="application/octet-stream")


@pytest.fixture
def only_index(monkeypatch):
    """Has pip take packages from one address alone."""
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_RETRIES", "0")
    return lambda url: monkeypatch.setenv("PIP_INDEX_URL", f"{url}/simple/")


def test_the_newest_of_an_index_is_found(only_index, tmp_path):
    with _index("0.1.0", "0.2.0", "0.10.0", "0.11.0rc1") as server:
        only_index(server.url)
        assert newer.newest(tmp_path / "newest", None) == Version("0.10.0")


@pytest.mark.parametrize(
    ("to", "said"), [("0.3.0", "cannot find sdkwright==0.3.0"), ("one", "--to 'one' is no version")]
)
def test_a_version_that_is_none_or_nowhere_is_refused(only_index, tmp_path, to, said):
    with _index("0.2.0") as server:
        only_index(server.url)
        with pytest.raises(GeneratorError, match=said) as raised:
            newer.newest(tmp_path / "to", to)
        assert len(str(raised.value).splitlines()) == 1


def test_without_pip_there_is_a_sentence(monkeypatch, tmp_path):
    monkeypatch.setattr(newer, "find_spec", lambda _: None)
    with pytest.raises(GeneratorError, match="pip is not installed here"):
        newer.newest(tmp_path, None)


@pytest.mark.no_cover
@pytest.mark.full(reason="each stage is tried above; this builds two versions and takes the later one from an index")
def test_the_later_of_two_versions_is_taken_from_an_index(project, only_index, tmp_path, monkeypatch, capfd):
    wheels = {}
    for version in ("0.1.0", "0.2.0"):
        source = tmp_path / version
        shutil.copytree(ROOT / "generator", source, ignore=shutil.ignore_patterns("__pycache__"))
        settings = (source / "pyproject.toml").read_text(encoding="utf-8")
        (source / "pyproject.toml").write_text(settings.replace('version = "0.1.0"', f'version = "{version}"'))
        if version == "0.2.0":
            with (source / "sdkwright" / "runtime" / "clock.py").open("a", encoding="utf-8") as clock:
                clock.write('\n\nHALF = 0.5\n"""A half."""\n')
        command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", tmp_path / "dist"]
        subprocess.run([*command, source], check=True)
    wheels = {path.name: path.read_bytes() for path in (tmp_path / "dist").glob("*.whl")}
    assert len(wheels) == 2
    # What it needs is here already, and an installation of it takes minutes.
    here, install = Path(importlib.metadata.distribution("attrs").locate_file("")), Environment.install

    def without_dependencies(self, arguments, doing, **options):
        install(self, ["--no-deps", *arguments], doing, **options)
        (site,) = self.folder.glob("lib/python*/site-packages")
        (site / "here.pth").write_text(f"{here}\n", encoding="utf-8")

    monkeypatch.setattr(Environment, "install", without_dependencies)
    monkeypatch.setattr(module, "installed_version", lambda _: "0.1.0")

    def answer(request):
        return page(wheels) if "/simple/" in request.path else _file(wheels[request.path.rpartition("/")[2]])

    with serving(answer) as server:
        only_index(server.url)
        status = cli.main(["upgrade", "--project", str(project.root), "--no-tests"])
    said = capfd.readouterr()
    assert (status, said.err) == (0, "")
    assert "name-added: clock.HALF: new" in said.out
    assert "HALF" in (project.package / "clock.py").read_text(encoding="utf-8")
    assert "sdkwright[project]==0.2.0" in (project.root / "noxfile.py").read_text(encoding="utf-8")
    assert attrs.evolve(project).configuration.package.name == "car_parks"
