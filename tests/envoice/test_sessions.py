"""The sessions: which tests they run, what they hold to the coverage, and when an environment is installed anew."""

import os
import re
import runpy
import shutil
import subprocess
import tomllib
from types import SimpleNamespace

import pytest
from nox.command import CommandFailed

from tests.envoice.public_api import ROOT


class Session:
    """Takes the place of nox's, and keeps the commands."""

    name = "trial"

    def __init__(self, *posargs):
        self.posargs, self.commands, self.said = posargs, [], []

    def run(self, *command, **_options):
        self.commands.append(command)

    def log(self, line):
        self.said.append(line)


@pytest.fixture(scope="module")
def noxfile():
    """Load it once: nox registers each session in one place."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        patch.setenv("PYENV_VERSION", "")
        return runpy.run_path("noxfile.py")


@pytest.fixture
def commands(noxfile, monkeypatch):
    monkeypatch.setitem(noxfile["TOOLS"], "python", "python")
    monkeypatch.chdir(ROOT)

    def run(*posargs):
        session = Session(*posargs)
        noxfile["tests"].func(session)
        return [" ".join(command[2:]) for command in session.commands]

    return run


WORKERS = f"--numprocesses={os.cpu_count() + 1} --dist=worksteal"
COVERAGE = "--cov --cov-report=term:skip-covered"


def test_a_whole_run_is_held_to_the_coverage_that_is_asked_for(commands):
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["coverage"]
    assert 0 < settings["report"]["fail_under"] <= 100
    assert all((ROOT / folder).is_dir() for folder in settings["run"]["source"])
    assert commands() == ["coverage erase", f"pytest {WORKERS} {COVERAGE}"]


def test_so_is_a_run_of_the_full_matrix(commands):
    assert commands("--full") == ["coverage erase", f"pytest {WORKERS} {COVERAGE} --full"]


def test_a_run_with_other_options_is_not(commands):
    measured = f"pytest {WORKERS} {COVERAGE} --cov-fail-under=0"
    assert commands("-k", "retries") == ["coverage erase", f"{measured} -k retries"]
    assert commands("--full", "-x") == ["coverage erase", f"{measured} --full -x"]


@pytest.mark.parametrize(
    "named", ["tests/envoice/test_sessions.py", "tests/envoice/test_sessions.py::test_so_is_a_run_of_the_full_matrix"]
)
def test_one_test_waits_for_no_worker_and_no_coverage(commands, named):
    assert commands(named, "-x") == [f"pytest {named} -x"]


def test_a_folder_has_workers_and_no_coverage(commands):
    assert commands("tests/envoice") == [f"pytest {WORKERS} tests/envoice"]


def test_a_session_says_how_long_it_took(noxfile):
    session = Session()
    noxfile["timed"](lambda _session: None)(session)
    assert session.said == ["trial took 0.0 s"]
    with pytest.raises(CommandFailed):
        noxfile["timed"](lambda _session: (_ for _ in ()).throw(CommandFailed()))(session)
    assert session.said == ["trial took 0.0 s"] * 2


READS_THE_GENERATOR = re.compile(r"^\s*(?:from|import) .*\b(?:sdkwright|copies|vendor_document)\b", re.MULTILINE)


def test_what_reads_the_generator_is_left_out_where_it_is_not_installed(noxfile):
    files = {path for folder in noxfile["OF_THE_PACKAGE"] for path in (ROOT / folder).rglob("test_*.py")}
    reading = {path for path in files if READS_THE_GENERATOR.search(path.read_text(encoding="utf-8"))}
    left_out = [ROOT / path for path in noxfile["NEED_THE_GENERATOR"]]
    assert [path for path in reading if not any(path.is_relative_to(place) for place in left_out)] == []
    assert [place for place in left_out if not any(path.is_relative_to(place) for path in reading)] == []


class Environment(Session):
    """A session with a folder for its environment, in which each package that it installs has a folder."""

    venv_backend = "virtualenv"

    def __init__(self, place):
        super().__init__()
        self.place, self.installed, self.fails = place, [], None
        self._runner = SimpleNamespace(global_config=SimpleNamespace(no_install=False))
        self.virtualenv = SimpleNamespace(location=str(place), create=self.create)
        self.create()

    def create(self):
        (self.place / "lib" / "python3.11" / "site-packages").mkdir(parents=True)
        (self.place / "pyvenv.cfg").write_text("version = 3.11.7\n")

    def install(self, _quiet, *arguments, env):
        assert not env
        self.installed.append(arguments)
        for argument in arguments:
            (self.place / "lib" / "python3.11" / "site-packages" / f"{argument}.dist-info").mkdir(exist_ok=True)
            if self.fails is not None:
                raise self.fails

    @property
    def packages(self):
        return sorted(path.stem for path in self.place.rglob("*.dist-info"))


@pytest.fixture
def environment(tmp_path):
    return Environment(tmp_path / "environment")


@pytest.fixture
def install(noxfile, environment):
    def install(*arguments, **options):
        """Install, and say how often that was done so far."""
        noxfile["install"](environment, *arguments, **options)
        return len(environment.installed)

    return install


def test_what_is_installed_is_not_installed_again(install, environment):
    assert [install("a", "b", made_of="x"), install("a", "b", made_of="x")] == [1, 1]
    assert environment.said == ["Everything is installed."]


def test_a_change_of_what_is_asked_for_is_installed(install, environment):
    assert [install("a"), install("b"), install("b", made_of="x"), install("b", made_of="y")] == [1, 2, 3, 4]
    assert environment.packages == ["a", "b"]


def test_another_python_and_what_was_taken_away_by_hand_are_installed(install, environment):
    install("a", "b")
    (environment.place / "pyvenv.cfg").write_text("version = 3.13.0\n")
    assert install("a", "b") == 2
    shutil.rmtree(next(environment.place.rglob("a.dist-info")))
    assert install("a", "b") == 3
    shutil.rmtree(environment.place)
    environment.create()
    assert [install("a", "b"), install("a", "b")] == [4, 4]


def test_where_nothing_is_to_be_installed_nothing_is_taken_for_installed(install, environment):
    environment._runner.global_config.no_install = True
    assert install("a") == 0
    environment._runner.global_config.no_install = False
    assert install("a") == 1


def test_an_environment_that_must_hold_nothing_else_is_made_anew(install, environment):
    install("a", anew=True)
    assert install("b", anew=True) == 2
    assert environment.packages == ["b"]


def test_after_an_interruption_the_environment_is_made_anew(install, environment):
    environment.fails = KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        install("a", "b")
    assert environment.packages == ["a"]
    environment.fails = None
    assert [install("b"), install("b")] == [2, 2]
    assert environment.packages == ["b"]


@pytest.mark.parametrize("where", ["the installation", "what belongs to it"])
def test_what_failed_is_tried_again(install, environment, where):
    def fail():
        raise CommandFailed

    install("a")
    environment.fails = CommandFailed() if where == "the installation" else None
    with pytest.raises(CommandFailed):
        install("a", "b", then=fail)
    environment.fails = None
    assert [install("a", "b"), install("a", "b")] == [3, 3]
    assert environment.packages == ["a", "b"]


def test_uv_takes_packages_from_where_pip_does(noxfile, monkeypatch):
    said = """:env:.index-url='https://one.example/simple'
global.cert='/etc/roots.pem'
global.extra-index-url='https://two.example/simple\\nhttps://three.example/simple'
global.find-links='/srv/wheels /srv/more'
global.index-url='https://zero.example/simple'
global.no-index='true'
global.timeout='20'
global.trusted-host='one.example'
install.constraint='/etc/bounds.txt'
list.format='columns'
"""
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: SimpleNamespace(stdout=said))
    for name in (
        "UV_COMPILE_BYTECODE",
        "SSL_CERT_FILE",
        "UV_CONSTRAINT",
        "UV_DEFAULT_INDEX",
        "UV_FIND_LINKS",
        "UV_INDEX",
        "UV_NO_INDEX",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("UV_INDEX_STRATEGY", "first-index")
    assert noxfile["settings_of_pip"]() == {
        "SSL_CERT_FILE": "/etc/roots.pem",
        "UV_CONSTRAINT": "/etc/bounds.txt",
        "UV_DEFAULT_INDEX": "https://one.example/simple",
        "UV_FIND_LINKS": "/srv/wheels,/srv/more",
        "UV_INDEX": "https://two.example/simple https://three.example/simple",
        "UV_INSECURE_HOST": "one.example",
        "UV_NO_INDEX": "true",
    }
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: SimpleNamespace(stdout=""))
    assert noxfile["settings_of_pip"]() == {}
