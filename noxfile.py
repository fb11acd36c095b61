# /// script
# dependencies = ["nox>=2026.10"]
# ///
"""The maintainer's commands. `nox --list` names them; arguments after `--` go to the command behind a session."""

import ast
import functools
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import nox
from nox.command import CommandFailed

nox.needs_version = ">=2026.10"
nox.options.sessions = ["generate", "demo"]
nox.options.error_on_external_run = True
nox.options.default_venv_backend = "uv|virtualenv"

PYPROJECT = nox.project.load_toml("pyproject.toml")
# This checkout's own generator, whichever is installed.
GENERATOR = str(Path("generator").resolve())
TOOLS: dict[str, str] = {}
BENCHMARKS = ("bodies", "cli", "client", "concurrency", "generation", "webhooks")
# What the tests of the installed package are: those of the runtime, and Envoice's own.
OF_THE_PACKAGE = ("tests/runtime", *(f"tests/envoice/{room}" for room in ("sdk", "webhooks", "testing", "cli")))
# They read the generator, or the document with the generator's exact versions.
NEED_THE_GENERATOR = (
    "tests/runtime/layout",
    "tests/runtime/http/test_later.py",
    "tests/runtime/json/test_deprecation.py",
    "tests/runtime/json/test_dialects.py",
    "tests/runtime/json/test_divided.py",
    "tests/runtime/json/test_union_dialects.py",
    "tests/envoice/sdk/test_deviations.py",
    "tests/envoice/sdk/test_operations.py",
)
QUIET = {"PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"}
# Tests wait for a third of their time: one worker more than there are cores.
WORKERS = (os.cpu_count() or 1) + 1
# What the mark of an environment holds until all is installed.
BEGUN = "begun"
PYTHONS = nox.project.python_versions(PYPROJECT)
# Their absence is told, and fails nothing: a machine that has one Python tests that one.
nox.options.error_on_missing_interpreters = False
# pyenv's commands stand on PATH for every version, and answer only for those that are chosen.
_PYENV = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
if _CHOSEN := [path.name for version in PYTHONS for path in sorted(_PYENV.glob(f"{version}.*"))[-1:]]:
    os.environ.setdefault("PYENV_VERSION", ":".join(["system", *_CHOSEN]))
# uv leaves compiling a package to its first use, and pytest compiles in its own way: kept, not done in each process.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def timed(stage: Callable[..., None]) -> Callable[..., None]:
    """Have a session say how long it took; nox rounds to minutes."""

    @functools.wraps(stage)
    def run(session: nox.Session, *arguments: object, **options: object) -> None:
        started = time.monotonic()
        try:
            stage(session, *arguments, **options)
        finally:
            session.log(f"{session.name} took {time.monotonic() - started:.1f} s")

    return run


def settings_of_pip() -> dict[str, str]:
    """Say for uv, which does not read pip's settings, where pip takes packages from on this machine."""
    command = [sys.executable, "-m", "pip", "config", "list"]
    listed = subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines()
    given: dict[str, list[str]] = {}
    for scope in ("global.", "install.", ":env:."):
        for line in listed:
            name, _, value = line.removeprefix(scope).partition("=")
            if line.startswith(scope):
                given[name] = str(ast.literal_eval(value)).split()
    said = {
        "SSL_CERT_FILE": given.get("cert", []),
        "UV_CONSTRAINT": given.get("constraint", []),
        "UV_DEFAULT_INDEX": given.get("index-url", []),
        "UV_FIND_LINKS": [",".join(given.get("find-links", []))],
        "UV_INSECURE_HOST": given.get("trusted-host", []),
        "UV_NO_INDEX": given.get("no-index", []),
        "UV_INDEX": (others := given.get("extra-index-url", [])),
        # Of all that the indexes have, as pip does.
        "UV_INDEX_STRATEGY": ["unsafe-best-match"] if others else [],
    }
    return {name: " ".join(words) for name, words in said.items() if any(words) and name not in os.environ}


def install(
    session: nox.Session,
    *arguments: str,
    made_of: str = "",
    anew: bool = False,
    then: Callable[[], object] = lambda: None,
) -> None:
    """Install into the environment of a session, unless that was done before and nothing has changed since.

    Args:
        session: The session.
        *arguments: What to install, with options.
        made_of: What else decides what comes of that.
        anew: Whether a change calls for an environment without what was there before.
        then: What belongs to the installation besides.
    """
    if session._runner.global_config.no_install:  # noqa: SLF001 (nox tells it nowhere else)
        return
    place = Path(session.virtualenv.location)
    mark = place / "installed"

    def packages() -> list[str]:
        return sorted(str(path) for lib in ("lib/*", "Lib") for path in place.glob(f"{lib}/site-packages/*.dist-info"))

    def state() -> str:
        python = (place / "pyvenv.cfg").read_text(encoding="utf-8")
        return hashlib.sha256("\0".join([*arguments, made_of, python, *packages()]).encode()).hexdigest()

    found = mark.read_text(encoding="utf-8") if mark.exists() else ""
    if found == state():
        session.log("Everything is installed.")
        return
    # What an interrupted installation leaves can look whole to the next one.
    if found == BEGUN or (anew and packages()):
        shutil.rmtree(place)
        session.virtualenv.create()
    mark.write_text(BEGUN, encoding="utf-8")
    try:
        session.install("--quiet", *arguments, env=settings_of_pip() if session.venv_backend == "uv" else None)
        then()
    except CommandFailed:
        # The installer takes back what it could not finish.
        mark.unlink()
        raise
    mark.write_text(state(), encoding="utf-8")


@nox.session(reuse_venv=True)
@timed
def workshop(session: nox.Session) -> None:
    """Make the environment that the other sessions share: they need the same tools."""
    groups = nox.project.dependency_groups(PYPROJECT, "lint")
    install(
        session,
        *("--editable", "generator[contract,pyright,release,stubs]", *groups),
        made_of=Path("generator/pyproject.toml").read_text(encoding="utf-8"),
        # pyright brings its engine from the npm registry at first use; here, so that no later stage needs the network.
        then=lambda: session.run("python", "-m", "pyright", "--version", silent=True, env=QUIET),
    )
    TOOLS["python"] = str(Path(session.bin) / "python")


def python(session: nox.Session, *arguments: str, **env: str) -> None:
    """Run the workshop's Python."""
    path = os.pathsep.join(filter(None, [GENERATOR, env.pop("PYTHONPATH", ""), os.environ.get("PYTHONPATH", "")]))
    session.run(TOOLS["python"], *arguments, env=QUIET | {"PYTHONPATH": path} | env, external=True)


@nox.session(venv_backend="none", requires=["workshop"])
@timed
def fetch(session: nox.Session) -> None:
    """Bring the vendor's document into spec/ and pin it; `-- --source NAME`, `-- --file PATH`, `-- --update`."""
    python(session, "-m", "sdkwright", "fetch", *session.posargs)


@nox.session(venv_backend="none", requires=["workshop"])
@timed
def generate(session: nox.Session) -> None:
    """Make the package and verify it; `-- --check` compares instead of writing, `-- --force` overwrites hand edits."""
    python(session, "-m", "sdkwright", "generate", *session.posargs)
    # A trial, or a question, changes no page.
    if {*session.posargs} <= {"--check", "--force", "--skip-types", "--allow-partial"}:
        python(session, "-m", "sdkwright", "docs", *(word for word in session.posargs if word == "--check"))


@nox.session(venv_backend="none", requires=["workshop"])
@timed
def update(session: nox.Session) -> None:
    """Take a new document with all that follows from it, or nothing; `-- --dry-run`, `-- --file PATH`, `-- --help`."""
    python(session, "-m", "sdkwright", "update", *session.posargs)
    if not {"--dry-run", "--help", "-h"} & {*session.posargs}:
        python(session, "-m", "sdkwright", "docs")


@nox.session(venv_backend="none", requires=["workshop"])
@timed
def drift(session: nox.Session) -> None:
    """Fail, with what has changed, if the source has another document than the pinned one; for a scheduled run."""
    python(session, "-m", "sdkwright", "drift", *session.posargs)


@nox.session(venv_backend="none", requires=["workshop"])
@timed
def demo(session: nox.Session) -> None:
    """Run the vendor's quickstart with the package against stubs on loopback; `-- --picture` draws README's session."""
    python(session, "-m", "sdkwright", "demo", *session.posargs)


@nox.session(venv_backend="none", requires=["workshop"])
@timed
def tests(session: nox.Session) -> None:
    """Run the tests, held to the coverage that pyproject.toml asks for; `-- --full`, `-- PATH`, options of pytest."""
    named = [path for word in session.posargs if (path := Path(word.partition("::")[0])).exists()]
    # A file's tests have begun before workers have; so a folder is run by these, and a file is not.
    workers = (
        [] if named and all(path.is_file() for path in named) else [f"--numprocesses={WORKERS}", "--dist=worksteal"]
    )
    # Some of the tests reach only some of the code.
    limit = ["--cov-fail-under=0"] if set(session.posargs) - {"--full"} else []
    coverage = [] if named else ["--cov", "--cov-report=term:skip-covered", *limit]
    if coverage:
        python(session, "-m", "coverage", "erase")
    python(session, "-m", "pytest", *workers, *coverage, *session.posargs)


@nox.session(python=PYTHONS, reuse_venv=True, requires=["workshop"])
@nox.parametrize("resolution", ["lowest", "highest"])
@timed
def pythons(session: nox.Session, resolution: str) -> None:
    """Test the installed wheel on each supported Python that is here, with the oldest and newest dependencies."""
    if "wheel" not in TOOLS:
        folder = session.cache_dir / "wheel"
        shutil.rmtree(folder, ignore_errors=True)
        python(session, "-m", "sdkwright", "build", "--into", str(folder))
        TOOLS["wheel"] = str(next(folder.glob(f"*-{PYPROJECT['project']['version']}-*.whl")))
    extras = PYPROJECT["project"]["optional-dependencies"]
    declared = [*PYPROJECT["project"]["dependencies"], *(line for extra in extras.values() for line in extra)]
    lowest = session.cache_dir / "lowest.txt"
    lowest.write_text("".join(f"{line.split(',')[0].replace('>=', '==')}\n" for line in declared), encoding="utf-8")
    groups = nox.project.dependency_groups(PYPROJECT, "test-package")
    # An old library may use what a newer one beneath it has deprecated since.
    bounds, warnings = [], []
    if resolution == "lowest":
        bounds, warnings = ["--constraint", str(lowest)], ["-W", "ignore::DeprecationWarning"]
    install(
        session,
        *(*bounds, f"{TOOLS['wheel']}[{','.join(extras)}]", *groups),
        made_of=hashlib.sha256(Path(TOOLS["wheel"]).read_bytes()).hexdigest(),
        anew=True,
    )
    left_out = [f"--ignore={path}" for path in NEED_THE_GENERATOR]
    paths = session.posargs or OF_THE_PACKAGE
    options = [
        f"--package={PYPROJECT['project']['name']}",
        "--override-ini=pythonpath=.",
        "--numprocesses=auto",
        "--quiet",
        "-p",
        "no:cacheprovider",
        *warnings,
        *left_out,
    ]
    session.run("python", "-m", "pytest", *options, *paths)


@nox.session(venv_backend="none", requires=["workshop"])
@timed
def contract(session: nox.Session) -> None:
    """Try every outcome of every operation on the stubs; `-- --server wiremock|both`, `-- --prism`."""
    python(session, "-m", "sdkwright", "contract")
    plugin = ["-p", "tests.contract.report", "--contract-html", ".nox/contract.html", "--chaos-calls", "10000"]
    workers = ["--numprocesses", "auto", "--dist", "worksteal", "--quiet"]
    python(session, "-m", "pytest", "tests/contract", *plugin, *workers, *session.posargs)


@nox.session(venv_backend="none", requires=["workshop"])
@timed
def corpus(session: nox.Session) -> None:
    """Try the generator on some hundred documents of strangers; `-- --sample N`, `-- --only NAME`, `-- --help`."""
    python(session, "-m", "tests.corpus", *session.posargs)


@nox.session(venv_backend="none", requires=["workshop"])
@timed
def conformance(session: nox.Session) -> None:
    """Have another's server judge the packages of its own descriptions; `-- --slice`, `-- --only NAME`, `-- --help`."""
    python(session, "-m", "tests.conformance", *session.posargs)


@nox.session(venv_backend="none", requires=["workshop"])
@timed
def former(session: nox.Session) -> None:
    """Judge what callers of former SDKs wrote, on packages that keep their surface; `-- FOLDER`, `-- --help`."""
    python(session, "-m", "tests.former", *session.posargs)


@nox.session(reuse_venv=True, requires=["workshop"])
@timed
def docs(session: nox.Session) -> None:
    """Build the documentation's site in docs/.site; `-- --serve` serves it, `-- --browser` tests it in Chromium."""
    install(session, *nox.project.dependency_groups(PYPROJECT, "docs"))
    serve, browser = ("--serve" in session.posargs), ("--browser" in session.posargs)
    if rest := [word for word in session.posargs if word not in {"--serve", "--browser"}]:
        session.error(f"docs takes --serve and --browser, not {' '.join(rest)}.")
    python(session, "-m", "sdkwright", "docs", "--stage")
    settings = "docs/.zensical.toml"
    if serve:
        # The server follows what is laid out for it, and this what people write.
        path = os.pathsep.join(filter(None, [GENERATOR, os.environ.get("PYTHONPATH", "")]))
        command = [TOOLS["python"], "-m", "sdkwright", "docs", "--follow"]
        following = subprocess.Popen(command, env=os.environ | {"PYTHONPATH": path})
        try:
            session.run("zensical", "serve", "--config-file", settings)
        finally:
            following.terminate()
        return
    session.run("zensical", "build", "--strict", "--clean", "--config-file", settings)
    python(session, "-m", "sdkwright", "docs", "--finish")
    session.run("python", "-m", "pytest", "tests/envoice/site", *([] if browser else ["--without-browser"]))


def distributions(session: nox.Session, command: str) -> None:
    """Run a command for the package, and for the generator; or for the one that `--distribution` names."""
    named = any(word.startswith("--distribution") for word in session.posargs)
    for arguments in [[]] if named else [["--distribution", "generator"], ["--distribution", "package"]]:
        python(session, "-m", "sdkwright", command, *arguments, *session.posargs)


@nox.session(venv_backend="none", requires=["workshop"])
@timed
def build(session: nox.Session) -> None:
    """Build wheel, source archive and bill of materials of both distributions into dist/, and inspect them."""
    distributions(session, "build")


@nox.session(venv_backend="none", requires=["workshop"])
@timed
def publish(session: nox.Session) -> None:
    """Publish both to a package index and install from there, `-- --index URL`; without one, rehearse on loopback."""
    distributions(session, "publish")


@nox.session(venv_backend="none", requires=["workshop"])
@timed
def release(session: nox.Session) -> None:
    """Set the version and collect the changelog; `-- --bump PART`, `-- --version 1.2.3`."""
    python(session, "-m", "sdkwright", "release", *session.posargs)


@nox.session(venv_backend="none", requires=["workshop"])
@timed
def lint(session: nox.Session) -> None:
    """Check what people write: the code with ruff, all words with codespell."""
    python(session, "-m", "ruff", "check", *session.posargs)
    python(session, "-m", "ruff", "format", "--check")
    python(session, "-m", "codespell_lib")


@nox.session(venv_backend="none", requires=["workshop"])
@timed
def typing(session: nox.Session) -> None:
    """Check the generator and the package with mypy and pyright, all strict, and that every public type is known."""
    python(session, "-m", "mypy")
    python(session, "-m", "mypy", "--strict", "-p", "envoice", MYPYPATH="generated")
    python(session, "-m", "mypy", "--strict", "--exclude=tests/typing/fail", "tests/typing", MYPYPATH="generated")
    python(session, "-m", "pyright", "--pythonpath", TOOLS["python"])
    python(session, "tests/envoice/completeness.py", "generated", "envoice")


@nox.session(venv_backend="none", requires=["workshop"])
@timed
def benchmarks(session: nox.Session) -> None:
    """Measure the generator and the package; `-- NAME` runs one, also exactly_once, size or new_sdk: minutes."""
    for name in session.posargs or BENCHMARKS:
        python(session, f"benchmarks/{name}.py", PYTHONPATH="generated")


if __name__ == "__main__":
    nox.main()
