"""The nox sessions of a project that `sdkwright new` made: its `noxfile.py` imports this module, and has them all.

They run in the environment of the noxfile, which holds the pinned `sdkwright[project]`. Arguments after `--` go to the
command behind a session.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import nox

from sdkwright.project import Project

nox.needs_version = ">=2026.10"
nox.options.sessions = ["generate", "demo"]
nox.options.error_on_external_run = True

# The documentation's site, in an environment of its own: what else is there needs none of it.
_SITE: Final = ("markdown==3.11.3", "pygments==2.21.0", "pymdown-extensions==12.3", "zensical==0.0.73")
_QUIET: Final = {"PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"}


@nox.session(venv_backend="none")
def generate(session: nox.Session) -> None:
    """Make the package and verify it; `-- --check` compares instead of writing, `-- --force` overwrites hand edits."""
    _sdkwright(session, "generate")
    # A trial, or a question, changes no page.
    if {*session.posargs} <= {"--check", "--force", "--skip-types", "--allow-partial"}:
        _docs(session, *(word for word in session.posargs if word == "--check"))


@nox.session(venv_backend="none")
def demo(session: nox.Session) -> None:
    """Run examples/quickstart.py with the package against stubs on loopback."""
    _sdkwright(session, "demo")


@nox.session(venv_backend="none")
def tests(session: nox.Session) -> None:
    """Run the tests; `-- PATH` and options of pytest."""
    generated = str(Project.find().generated)
    path = os.pathsep.join(filter(None, [generated, os.environ.get("PYTHONPATH", "")]))
    session.run(sys.executable, "-m", "pytest", *session.posargs, env={"PYTHONPATH": path}, external=True)


@nox.session(venv_backend="none")
def contract(session: nox.Session) -> None:
    """Call every operation, sync and async, against its stubs; `-- --outcomes` with each other answer, too."""
    _sdkwright(session, "contract")


@nox.session(venv_backend="none")
def typing(session: nox.Session) -> None:
    """Check the package and the typed sample with mypy, strict."""
    project = Project.find()
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file="]
    env = {"MYPYPATH": str(project.generated)}
    session.run(*command, "-p", project.name, env=env, external=True)
    session.run(*command, *map(str, project.usage_samples()), env=env, external=True)


@nox.session(venv_backend="none")
def fetch(session: nox.Session) -> None:
    """Bring the vendor's document into spec/ and pin it; `-- --file PATH`, `-- --update`."""
    _sdkwright(session, "fetch")


@nox.session(venv_backend="none")
def update(session: nox.Session) -> None:
    """Take a new document with all that follows from it, or nothing; `-- --dry-run`, `-- --file PATH`."""
    _sdkwright(session, "update")
    if not {"--dry-run", "--help", "-h"} & {*session.posargs}:
        _docs(session)


@nox.session(venv_backend="none")
def upgrade(session: nox.Session) -> None:
    """Take a newer sdkwright with all that follows, or nothing; `-- --to VERSION`, `-- --dry-run`."""
    _sdkwright(session, "upgrade")


@nox.session(venv_backend="none")
def drift(session: nox.Session) -> None:
    """Fail, with what has changed, if the source has another document than the pinned one; `-- --file PATH`."""
    _sdkwright(session, "drift")


@nox.session(reuse_venv=True)
def docs(session: nox.Session) -> None:
    """Build the documentation's site in docs/.site; `-- --serve` serves it."""
    if rest := [word for word in session.posargs if word != "--serve"]:
        session.error(f"docs takes --serve, not {' '.join(rest)}.")
    session.install("--quiet", *_SITE)
    _docs(session, "--stage")
    settings = "docs/.zensical.toml"
    if session.posargs:
        # The server follows what is laid out for it, and this what people write.
        following = subprocess.Popen([sys.executable, "-m", "sdkwright", "docs", "--follow"])
        try:
            session.run("zensical", "serve", "--config-file", settings)
        finally:
            following.terminate()
        return
    shutil.rmtree(Path("docs/.site"), ignore_errors=True)
    session.run("zensical", "build", "--strict", "--clean", "--config-file", settings)
    _docs(session, "--finish")


@nox.session(venv_backend="none")
def build(session: nox.Session) -> None:
    """Build wheel, source archive and bill of materials into dist/, and inspect them."""
    _sdkwright(session, "build")


@nox.session(venv_backend="none")
def publish(session: nox.Session) -> None:
    """Publish to a package index and install from there, `-- --index URL`; without one, rehearse on loopback."""
    _sdkwright(session, "publish")


@nox.session(venv_backend="none")
def release(session: nox.Session) -> None:
    """Set the version and collect docs/changes into CHANGELOG.md; `-- --bump PART`, `-- --version 1.2.3`."""
    _sdkwright(session, "release")


@nox.session(venv_backend="none")
def lint(session: nox.Session) -> None:
    """Check what people write with ruff."""
    session.run(sys.executable, "-m", "ruff", "check", *session.posargs, external=True)
    session.run(sys.executable, "-m", "ruff", "format", "--check", external=True)


def _docs(session: nox.Session, *arguments: str) -> None:
    session.run(sys.executable, "-m", "sdkwright", "docs", *arguments, env=_QUIET, external=True)


def _sdkwright(session: nox.Session, command: str) -> None:
    session.run(sys.executable, "-m", "sdkwright", command, *session.posargs, env=_QUIET, external=True)
