"""A committed copy of the checkout and one pair of archives of it for all tests, and no credentials of this machine."""

import io
import os
import shutil
import subprocess

import pytest

from sdkwright.emit.package import version_of
from sdkwright.project import Project
from sdkwright.release import archives as building
from sdkwright.report import Report
from sdkwright.update.workspace import workspace
from tests.computed import SOURCES, computed
from tests.generator.checkout import ROOT
from tests.generator.update.memory import Memory

# What gets into the archives besides the package.
PUBLISHED = ("CHANGELOG.md", "LICENSE", "README.md")
WHO = {
    f"GIT_{role}_{what}": value
    for role in ("AUTHOR", "COMMITTER")
    for what, value in {"NAME": "Tests", "EMAIL": "tests@example.com", "DATE": "1767225600 +0000"}.items()
}


def git(root, *arguments):
    command = ["git", "-C", str(root), *arguments]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=os.environ | WHO)
    assert done.returncode == 0, f"git {arguments[0]}: {done.stderr}"
    return done.stdout


def commit(root, message="A change"):
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "-c", "commit.gpgsign=false", "commit", "--quiet", "--allow-empty", "--message", message)


@pytest.fixture(scope="session")
def home(tmp_path_factory):
    """The checkout, committed: shared, so not to be changed."""
    root = tmp_path_factory.mktemp("home") / "checkout"
    with workspace(Project(ROOT)) as copy:
        shutil.copytree(copy.root, root, symlinks=True)
    commit(root, "As it is")
    return Project(root)


@pytest.fixture
def checkout(home, tmp_path):
    """A checkout of its own."""
    root = tmp_path / "checkout"
    git(tmp_path, "clone", "--quiet", str(home.root), str(root))
    return Project(root)


@pytest.fixture(scope="session")
def archives(home):
    """What `home` is built into: shared, so not to be changed."""
    sources = [*SOURCES, ROOT / "generated" / "envoice", ROOT / "examples", *(ROOT / name for name in PUBLISHED)]
    folder = computed("archives", lambda folder: building._build(home, folder), sources=sources, key=str(WHO))
    (wheel,), (sdist,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
    return building.Archives(version_of(home), wheel, sdist)


@pytest.fixture(scope="session")
def surfaces():
    """Reads the surface of the same package once."""
    return Memory().read_surface


@pytest.fixture(autouse=True)
def stranger(monkeypatch, tmp_path):
    """Nobody's account: no credentials in the environment, in `.pypirc`, in `.netrc` or in a keyring."""
    for name in [name for name in os.environ if name.startswith(("TWINE_", "PIP_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "nobody"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")


@pytest.fixture
def report():
    return Report(out=io.StringIO())
