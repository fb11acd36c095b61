# /// script
# dependencies = ["nox>=2026.10"]
# ///
"""The maintainer's commands. `nox --list` names them; arguments after `--` go to the command behind a session."""

import os
from pathlib import Path

import nox

nox.needs_version = ">=2026.10"
nox.options.sessions = ["generate", "demo"]
nox.options.error_on_external_run = True

PYPROJECT = nox.project.load_toml("pyproject.toml")
# This checkout's own generator, whichever is installed.
GENERATOR = str(Path("generator").resolve())
TOOLS: dict[str, str] = {}
BENCHMARKS = ("cli", "client", "concurrency", "generation", "webhooks")
# Their expectations come from the document, which the generator's own tests read with its exact versions.
NEED_THE_GENERATOR = ("test_deviations", "test_operations")
SITE_SETTINGS = "docs/zensical.toml"
RESOURCES = "    # Here `nox -s docs` names a page for each resource.\n"
QUIET = {"PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"}
PYTHONS = nox.project.python_versions(PYPROJECT)
# Their absence is told, and fails nothing: a machine that has one Python tests that one.
nox.options.error_on_missing_interpreters = False
# pyenv's commands stand on PATH for every version, and answer only for those that are chosen.
_PYENV = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
if _CHOSEN := [path.name for version in PYTHONS for path in sorted(_PYENV.glob(f"{version}.*"))[-1:]]:
    os.environ.setdefault("PYENV_VERSION", ":".join(["system", *_CHOSEN]))


@nox.session(reuse_venv=True)
def workshop(session: nox.Session) -> None:
    """Make the environment that the other sessions share: they need the same tools."""
    groups = nox.project.dependency_groups(PYPROJECT, "lint")
    session.install("--quiet", "--editable", "generator[release,stubs]", *groups)
    # pyright brings its engine from the npm registry at first use; here, so that no later stage needs the network.
    session.run("python", "-m", "pyright", "--version", silent=True, env=QUIET)
    TOOLS["python"] = str(Path(session.bin) / "python")


def python(session: nox.Session, *arguments: str, **env: str) -> None:
    """Run the workshop's Python."""
    path = os.pathsep.join(filter(None, [GENERATOR, env.pop("PYTHONPATH", ""), os.environ.get("PYTHONPATH", "")]))
    session.run(TOOLS["python"], *arguments, env=QUIET | {"PYTHONPATH": path} | env, external=True)


@nox.session(venv_backend="none", requires=["workshop"])
def fetch(session: nox.Session) -> None:
    """Bring the vendor's document into spec/ and pin it; `-- --source NAME`, `-- --file PATH`, `-- --update`."""
    python(session, "-m", "sdkwright", "fetch", *session.posargs)


@nox.session(venv_backend="none", requires=["workshop"])
def generate(session: nox.Session) -> None:
    """Make the package and verify it; `-- --check` compares instead of writing, `-- --force` overwrites hand edits."""
    python(session, "-m", "sdkwright", "generate", *session.posargs)


@nox.session(venv_backend="none", requires=["workshop"])
def update(session: nox.Session) -> None:
    """Take a new document with all that follows from it, or nothing; `-- --dry-run`, `-- --file PATH`, `-- --help`."""
    python(session, "-m", "sdkwright", "update", *session.posargs)


@nox.session(venv_backend="none", requires=["workshop"])
def drift(session: nox.Session) -> None:
    """Fail, with what has changed, if the source has another document than the pinned one; for a scheduled run."""
    python(session, "-m", "sdkwright", "drift", *session.posargs)


@nox.session(venv_backend="none", requires=["workshop"])
def demo(session: nox.Session) -> None:
    """Run the vendor's quickstart with the package against stubs on loopback; `-- --picture` draws README's session."""
    python(session, "-m", "sdkwright", "demo", *session.posargs)


@nox.session(venv_backend="none", requires=["workshop"])
def tests(session: nox.Session) -> None:
    """Run the tests, and fail below the coverage that pyproject.toml asks for; arguments go to pytest."""
    python(session, "-m", "coverage", "erase")
    workers = ["--numprocesses=auto", "--dist=worksteal"]
    # Some of the tests reach only some of the code.
    limit = ["--cov-fail-under=0"] if session.posargs else []
    python(session, "-m", "pytest", *workers, "--cov", "--cov-report=term:skip-covered", *limit, *session.posargs)


@nox.session(python=PYTHONS, requires=["workshop"])
@nox.parametrize("resolution", ["lowest", "highest"])
def pythons(session: nox.Session, resolution: str) -> None:
    """Test the installed wheel on each supported Python that is here, with the oldest and newest dependencies."""
    folder = session.create_tmp()
    if "wheel" not in TOOLS:
        python(session, "-m", "sdkwright", "build", "--into", folder)
        TOOLS["wheel"] = str(next(Path(folder).glob(f"*-{PYPROJECT['project']['version']}-*.whl")))
    extras = PYPROJECT["project"]["optional-dependencies"]
    declared = [*PYPROJECT["project"]["dependencies"], *(line for extra in extras.values() for line in extra)]
    lowest = Path(folder, "lowest.txt")
    lowest.write_text("".join(f"{line.split(',')[0].replace('>=', '==')}\n" for line in declared), encoding="utf-8")
    groups = nox.project.dependency_groups(PYPROJECT, "test-package")
    # An old library may use what a newer one beneath it has deprecated since.
    bounds, warnings = [], []
    if resolution == "lowest":
        bounds, warnings = ["--constraint", str(lowest)], ["-W", "ignore::DeprecationWarning"]
    session.install("--quiet", *bounds, f"{TOOLS['wheel']}[{','.join(extras)}]", *groups)
    left_out = [f"--ignore=tests/envoice/sdk/{name}.py" for name in NEED_THE_GENERATOR]
    paths = session.posargs or ["tests/envoice/sdk", "tests/testing", "tests/webhooks", "tests/cli"]
    options = [
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
def contract(session: nox.Session) -> None:
    """Try every outcome of every operation on the stubs; `-- --server wiremock|both`, `-- --prism`."""
    plugin = ["-p", "tests.contract.report", "--contract-html", ".nox/contract.html", "--chaos-calls", "10000"]
    workers = ["--numprocesses", "auto", "--dist", "worksteal", "--quiet"]
    python(session, "-m", "pytest", "tests/contract", *plugin, *workers, *session.posargs)


def site_settings() -> str:
    """Write the site's settings with every page of a resource in the navigation: which there are, the document says."""
    pages = sorted({path.stem for path in Path("docs/pages/resources").glob("*.md")} - {"index", "models"})
    named = "".join(f'    {{ "{page}" = "resources/{page}.md" }},\n' for page in pages)
    settings = Path("docs/.zensical.toml")
    settings.write_text(Path(SITE_SETTINGS).read_text(encoding="utf-8").replace(RESOURCES, named), encoding="utf-8")
    return str(settings)


@nox.session(reuse_venv=True)
def docs(session: nox.Session) -> None:
    """Build the documentation's site in docs/.site; `-- --serve` serves it, `-- --browser` tests it in Chromium."""
    session.install("--quiet", *nox.project.dependency_groups(PYPROJECT, "docs"))
    serve, browser = ("--serve" in session.posargs), ("--browser" in session.posargs)
    if rest := [word for word in session.posargs if word not in {"--serve", "--browser"}]:
        session.error(f"docs takes --serve and --browser, not {' '.join(rest)}.")
    settings = site_settings()
    if serve:
        session.run("zensical", "serve", "--config-file", settings)
        return
    session.run("zensical", "build", "--strict", "--clean", "--config-file", settings)
    # A page that is read from a folder may fetch a script, but no data.
    index = Path("docs/.site/search.json")
    index.with_suffix(".js").write_text(f"var __index = {index.read_text(encoding='utf-8')};\n", encoding="utf-8")
    session.run("python", "-m", "pytest", "tests/envoice/site", *([] if browser else ["--without-browser"]))


@nox.session(venv_backend="none", requires=["workshop"])
def build(session: nox.Session) -> None:
    """Build wheel, source archive and bill of materials into dist/, and inspect them."""
    python(session, "-m", "sdkwright", "build", *session.posargs)


@nox.session(venv_backend="none", requires=["workshop"])
def publish(session: nox.Session) -> None:
    """Publish to a package index and install from there, `-- --index URL`; without one, rehearse on loopback."""
    python(session, "-m", "sdkwright", "publish", *session.posargs)


@nox.session(venv_backend="none", requires=["workshop"])
def release(session: nox.Session) -> None:
    """Set the version and collect the changelog; `-- --bump PART`, `-- --version 1.2.3`."""
    python(session, "-m", "sdkwright", "release", *session.posargs)


@nox.session(venv_backend="none", requires=["workshop"])
def lint(session: nox.Session) -> None:
    """Check what people write: the code with ruff, all words with codespell."""
    python(session, "-m", "ruff", "check", *session.posargs)
    python(session, "-m", "ruff", "format", "--check")
    python(session, "-m", "codespell_lib")


@nox.session(venv_backend="none", requires=["workshop"])
def typing(session: nox.Session) -> None:
    """Check the generator and the package with mypy and pyright, all strict, and that every public type is known."""
    python(session, "-m", "mypy")
    python(session, "-m", "mypy", "--strict", "-p", "envoice", MYPYPATH="generated")
    python(session, "-m", "mypy", "--strict", "--exclude=tests/typing/fail", "tests/typing", MYPYPATH="generated")
    python(session, "-m", "pyright", "--pythonpath", TOOLS["python"])
    python(session, "tests/envoice/completeness.py", "generated", "envoice")


@nox.session(venv_backend="none", requires=["workshop"])
def benchmarks(session: nox.Session) -> None:
    """Measure the generator and the package; `-- NAME` runs one: cli, client, concurrency, generation or webhooks."""
    for name in session.posargs or BENCHMARKS:
        python(session, f"benchmarks/{name}.py", PYTHONPATH="generated")


if __name__ == "__main__":
    nox.main()
