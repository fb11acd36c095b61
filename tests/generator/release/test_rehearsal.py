"""The rehearsal plays every scene on its own index, and fails where something is not refused as it must be."""

import io
import sys
import zipfile
from contextlib import contextmanager

import attrs
import pytest

from sdkwright.emit.package import version_of
from sdkwright.errors import GeneratorError
from sdkwright.project import MARK, Project
from sdkwright.release import checkout
from sdkwright.release.archives import Archives
from sdkwright.release.index import Index
from sdkwright.release.login import Login
from sdkwright.report import Report

# The package exports a function of the module's name.
module = sys.modules["sdkwright.release.rehearsal"]
AS_MADE = b"VERSION = '1.0.0'\n"


@pytest.fixture
def project(tmp_path):
    files = {
        MARK: b'[package]\nname = "things"\nclient = "Things"\n',
        "pyproject.toml": b'[project]\nname = "things"\nversion = "1.0.0"\n',
        "README.md": b"# Things\n",
        "CHANGELOG.md": b"# Changes\n",
        "generated/things/_build.py": AS_MADE,
    }
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return Project(tmp_path)


@attrs.define
class Theatre:
    """An index and what publishes to it, which do as the real ones do but for what they forget."""

    forgets: str = ""
    builds: int = 0
    packages: object = None
    is_running: bool = False
    index: object = None

    def refuse(self, what, sentence):
        if what != self.forgets:
            raise GeneratorError(sentence)

    @contextmanager
    def serve(self, folder, *, package):
        self.packages = folder / "packages"
        self.packages.mkdir(parents=True)
        self.is_running = True
        login = Login("maintainer", "the-password")
        self.index = Index("http://127.0.0.1:9/", "http://127.0.0.1:9/simple/", login, package=package)
        yield self

    def start(self):
        self.is_running = True

    def stop(self):
        self.is_running = False

    @property
    def files(self):
        return sorted(path.name for path in self.packages.iterdir())

    def build(self, project, into, report, _what):
        self.builds += 1
        into.mkdir(parents=True, exist_ok=True)
        found = Archives(version_of(project), into / "things-1.0.0-py3-none-any.whl", into / "things-1.0.0.tar.gz")
        with zipfile.ZipFile(found.wheel, "w") as archive:
            archive.writestr(zipfile.ZipInfo("things/__init__.py"), "")
        found.sdist.write_bytes(b"source" + (b"" if self.forgets != "build" else str(self.builds).encode()))
        return found

    def upload(self, index, path):
        if index.login.password != self.index.login.password:
            self.refuse("403", "cannot upload: 403 Forbidden")
            return
        if path.name in self.files:
            self.refuse("400", "cannot upload: 400 Bad Request")
            return
        (self.packages / path.name).write_bytes(path.read_bytes())

    def publish(self, project, index, report, *, dist, what, send=None):
        try:
            checkout.refuse_changes(project)
        except GeneratorError:
            self.refuse("dirty", "the checkout is not as committed")
        if not self.is_running:
            self.refuse("down", "the index does not answer")
        if index.login.password != self.index.login.password:
            self.refuse("password", "the credentials were not accepted")
            return
        archives = self.build(project, dist, report, what)
        left = [path for path in archives if path.name not in self.files]
        if not left:
            self.refuse("published", "a published version never changes")
        if (project.package / "_build.py").read_bytes() != AS_MADE:
            self.refuse("hand", "it is not what the generator makes")
        if b"Another line." in project.changelog.read_bytes():
            self.refuse("other", "the file is there with other contents")
        if self.files and version_of(project) != "1.0.0":
            with zipfile.ZipFile(self.packages / self.files[0]) as archive:
                assert "things/departed.py" in archive.namelist()
            self.refuse("low", f"this is {version_of(project)}, and must be higher")
            return
        for path in [] if self.forgets == "rest" and self.files else left:
            (send or self.upload)(index, path)
            if not self.is_running:
                self.refuse("break", "the index went away. Run it again")


def rehearse(project, monkeypatch, forgets=""):
    """The report of a rehearsal."""
    theatre, report = Theatre(forgets), Report(io.StringIO())
    monkeypatch.setattr(module, "PackageServer", theatre.serve)
    for name in ("build", "publish", "upload"):
        monkeypatch.setattr(module, name, getattr(theatre, name))
    monkeypatch.setattr(module.pipeline, "state_version", lambda _: None)
    module.rehearse(project, report)
    return report.out.getvalue()


def test_every_scene_is_played_and_the_checkout_stays_as_it_is(project, monkeypatch):
    before = {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()}
    said = rehearse(project, monkeypatch)
    scenes = ["wrong password", "and upload", "index down", "dirty", "hand edit", "broken off"]
    scenes += ["Run again", "once more", "sent twice", "other bytes", "too low"]
    places = [said.index(scene) for scene in scenes]
    assert places == sorted(places)
    assert said.count("refused, as it must be") == len(scenes) - 1
    assert {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("forgets", "said"),
    [
        ("build", "two builds of one commit differ"),
        ("password", "wrong password was not refused"),
        ("break", "broken off was not refused"),
        ("rest", "the index has"),
        ("low", "too low was not refused"),
    ],
)
def test_what_is_not_refused_fails_the_rehearsal(project, monkeypatch, forgets, said):
    with pytest.raises(GeneratorError, match=said):
        rehearse(project, monkeypatch, forgets)
