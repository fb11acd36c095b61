"""The pages of "Make an SDK" are true: each is run, block by block, on a package of this folder."""

import io
import os
import re
import subprocess
import sys
import tomllib

import attrs
import pytest

from sdkwright import pipeline
from sdkwright.cli import main
from sdkwright.config import Configuration
from sdkwright.config.keys import value_kind
from sdkwright.config.reading import read
from sdkwright.project import MARK, Project
from sdkwright.report import Report
from tests.apis import projects
from tests.envoice.docs.pages import ROOT, blocks

PAGES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs" / "pages" / "make").glob("*.md"))
REFERENCE = "docs/pages/make/configuration.md"
HOOKS = "docs/pages/make/hooks.md"
_PROJECT = re.compile(r"<!-- project: (\w+) -->")
_LEAST = '[package]\nname = "acme"\nclient = "Acme"\n'


def project_of(page):
    """The project of this folder that a page is run on."""
    return _PROJECT.search((ROOT / page).read_text(encoding="utf-8"))[1]


def program(page, *, without=()):
    """The Python of a page as one program, and what its pages say that it prints."""
    shown = [block for block in blocks(page) if block.language in {"py", "text"} and block.text not in without]
    code = "".join(block.text for block in shown if block.language == "py")
    return code, "".join(block.text for block in shown if block.language == "text")


def variables_of(made, base_url):
    """The environment in which a package talks to its stubs."""
    module = made.module("_api")
    given = {variable: f"the-{argument}" for _, argument, variable, place, _ in module.SECURITY if place != "oauth2"}
    return given | {f"{module.ENVIRONMENT}_BASE_URL": base_url}


@pytest.mark.parametrize("page", [page for page in PAGES if page not in {REFERENCE, HOOKS}])
def test_what_a_page_shows_is_what_its_package_does(make, stubs, page, monkeypatch, capsys):
    name = project_of(page)
    for variable, value in variables_of(make(name), stubs(name).base_url).items():
        monkeypatch.setenv(variable, value)
    code, printed = program(page)
    exec(compile(code, page, "exec"), {"__name__": page})
    assert capsys.readouterr().out == printed != ""


def test_the_method_of_the_page_on_hooks_is_one_of_the_client(make, stubs, tmp_path):
    override = next(block.text for block in blocks(HOOKS) if block.language == "py")
    place = re.match(r"# (overrides/\S+)\n", override)[1]
    root = tmp_path / "tides"
    (root / place).parent.mkdir(parents=True)
    (root / place).write_text(override, encoding="utf-8")
    (root / "spec").mkdir()
    for name in ("sdk.toml", "upstream.json"):
        (root / "spec" / name).write_bytes((projects.FOLDER / "tides" / "spec" / name).read_bytes())
    project = Project(root)
    pipeline.generate(project, Report(io.StringIO()), check_types=False)
    code, printed = program(HOOKS, without={override})
    variables = variables_of(make("tides"), stubs("tides").base_url)
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(project.generated)} | variables
    command = [sys.executable, "-W", "error", "-c", code]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.stderr) == (printed, "")


@pytest.mark.parametrize("page", PAGES)
def test_the_tables_of_a_page_are_read(page, tmp_path):
    for block in blocks(page):
        if block.text.startswith(f"# {MARK}\n"):
            path = tmp_path / "sdk.toml"
            path.write_text(("" if "[package]" in block.text else _LEAST) + block.text, encoding="utf-8")
            read(path, name=f"{page}:{block.line}")


def test_the_reference_is_what_the_command_prints(capsys):
    assert main(["configuration"]) == 0
    printed = capsys.readouterr().out
    assert printed == (ROOT / REFERENCE).read_text(encoding="utf-8"), f"python -m sdkwright configuration > {REFERENCE}"
    assert printed.count("\n| `") == sum(len(attrs.fields(kind)) for kind in tables())


def tables(kind=Configuration):
    """The classes of all tables."""
    inner = [value_kind(field) for field in attrs.fields(kind)]
    found = [one for one in inner if isinstance(one, type)]
    return [*([] if kind is Configuration else [kind]), *(table for one in found for table in tables(one))]


def test_every_page_is_in_the_site_under_its_section():
    nav = tomllib.loads((ROOT / "docs" / "zensical.toml").read_text(encoding="utf-8"))["project"]["nav"]
    section = next(entry["Make an SDK"] for entry in nav if "Make an SDK" in entry)
    shown = [path for entry in section for path in entry.values()]
    assert {f"docs/pages/{path}" for path in shown} >= {*PAGES}
