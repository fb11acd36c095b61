"""Every block of code in README and docs is dealt with by its kind: run, judged, parsed, or counted with its reason."""

import ast
import inspect
import itertools
import json
import os
import re
import signal
import subprocess
import sys
import tomllib
from functools import cached_property
from pathlib import Path

import pytest
import yaml
from envoice import Envoice

from sdkwright.normalise import Names, Overlay
from tests import judges
from tests.computed import accepted
from tests.envoice.docs import commands
from tests.envoice.docs.pages import ROOT, blocks, blocks_of, pages

PAGES = pages()
# Pages whose blocks are a test run, or a program that waits or takes arguments: other tests run them.
APART = {f"docs/pages/guides/{name}.md" for name in ("http-mocks", "testing", "webhooks")} | {
    page for page in PAGES if page.startswith("docs/pages/cookbook/")
}
CLIENT = Envoice(api_key="key-4f1d2c", api_secret="secret-9b7e8a")
OVERLAY_KEYS = {"target", "description"}
OVERLAY = {"overlay": "1.1.0", "info": {"title": "Of a page", "version": "1.0.0"}}


RUN = [
    page
    for page in PAGES
    if page not in APART and any(block.kind == "python" and not block.reason for block in blocks(page))
]


@pytest.fixture(scope="module")
def run(tmp_path_factory, stub_server):
    """Runs the Python of a page, and gives its exit status and what it said."""
    folder = tmp_path_factory.mktemp("pages")
    environment = {name: text for name, text in os.environ.items() if not name.startswith("ENVOICE_")} | {
        "ENVOICE_API_KEY": "key-4f1d2c",
        "ENVOICE_API_SECRET": "secret-9b7e8a",
        "ENVOICE_BASE_URL": stub_server.base_url,
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "generated")]),
    }
    command = [sys.executable, "-W", "error", "-W", "ignore::ResourceWarning", "-m", "tests.envoice.docs.run_page"]
    numbers = itertools.count()
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=folder, env=environment, start_new_session=True, **pipes) as process:

        def go(page):
            process.stdin.write(f"{page}\n")
            process.stdin.flush()
            status = int(process.stdout.readline())
            return status, (folder / f"{next(numbers)}.err").read_text(encoding="utf-8")

        try:
            yield go
            process.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            # A page that never ends has failed; nothing of it is to outlive the tests.
            os.killpg(process.pid, signal.SIGKILL)


@pytest.mark.parametrize("page", PAGES)
def test_the_python_of_a_page_runs(page, run, counted):
    for block in blocks(page):
        if block.kind == "python":
            counted("python, not run: " + block.reason if block.reason else "python run")
    if page in RUN:
        status, said = run(page)
        assert status == 0, said
        assert "Traceback" not in said, said


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_of_a_page_exist(page, counted):
    for block in blocks(page):
        if block.kind == "command":
            counted("commands" + (f", not judged: {block.reason}" if block.reason else " judged"))
            problems = (
                [] if block.reason else [said for line in commands.lines(block) if (said := commands.problem(line))]
            )
            assert not problems, f"{page}:{block.line}: {problems[0]}"
    named = re.findall(r"`(?:python3? -m )?nox -s (\w+)", (ROOT / page).read_text(encoding="utf-8"))
    assert set(named) <= commands.sessions().keys() | commands.sessions(commands.OF_PROJECTS).keys()


@pytest.mark.parametrize("page", PAGES)
def test_the_data_of_a_page_is_valid(page, counted):
    for block in blocks(page):
        if block.kind == "data":
            counted("data parsed")
            value = _parsed(block)
            if isinstance(value, list) and all(isinstance(one, dict) and one.keys() >= OVERLAY_KEYS for one in value):
                Overlay.parse(OVERLAY | {"actions": value}, name=f"{page}:{block.line}")
            if block.language == "toml" and "operations" in value:
                Names.parse(block.text, name=f"{page}:{block.line}")
        if block.kind == "text":
            counted("text shown")


@pytest.mark.parametrize("page", [page for page in PAGES if "/resources/" in page])
def test_the_signatures_of_a_resource_are_those_of_the_package(page, counted):
    resource = getattr(CLIENT, Path(page).stem, None)
    for block in blocks(page):
        if block.kind == "signature":
            counted("signatures compared")
            (shown,) = ast.parse(block.text).body
            real = inspect.signature(getattr(resource, shown.name)).parameters
            arguments = [*shown.args.args, *shown.args.kwonlyargs]
            assert [one.arg for one in arguments] == [
                name for name in real if name != "options"
            ] or "options" in block.text
            assert len(shown.args.kwonlyargs) == sum(
                one.kind is one.KEYWORD_ONLY for name, one in real.items() if name != "options"
            ) + ("options" in block.text)


def test_every_method_of_every_resource_has_its_page():
    for name in vars(Envoice):
        page = ROOT / "docs" / "pages" / "resources" / f"{name}.md"
        if isinstance(vars(Envoice)[name], cached_property):
            methods = {one for one in dir(getattr(CLIENT, name)) if one[0] != "_"}
            shown = set(re.findall(r"^## \w+\.(\w+)$", page.read_text(encoding="utf-8"), re.MULTILINE))
            assert shown == methods - {"with_raw_response"}


def _parsed(block):
    match block.language:
        case "yaml":
            return yaml.safe_load(block.text)
        case "toml":
            return tomllib.loads(block.text)
        case _:
            return json.loads(block.text)


def test_no_block_hides():
    text = "a\n\n```python\n1\n```\n\n<!-- not run: it waits -->\n\n```python\n2\n```\n\n    nox -s demo\n"
    found = list(blocks_of(text, "page"))
    assert [(one.line, one.kind, one.reason) for one in found] == [
        (4, "python", ""),
        (10, "python", "it waits"),
        (13, "command", ""),
    ]
    with pytest.raises(AssertionError, match="page:1: a block of 'ruby'"):
        list(blocks_of("```ruby\nputs 1\n```\n", "page"))
    with pytest.raises(AssertionError, match="a block of ''"):
        list(blocks_of("```\nputs 1\n```\n", "page"))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("nox -s nothing", "no session nothing"),
        ("nox -s generate -- --nothing", "has no option --nothing"),
        ("nox -s tests -- tests/nothing", "there is no tests/nothing"),
        ("python -m sdkwright keep x --nothing", "has no option --nothing"),
        ("python -m envoice.webhooks identify --nothing x", "has no option --nothing"),
        ("pip install envoice[nothing]", "no extra nothing"),
        ("export ENVOICE_NOTHING=1", "ENVOICE_NOTHING is read nowhere"),
        ("rm -rf nothing", "unknown command"),
        ("python nothing.py --dry-run", "there is no examples/nothing.py"),
        ("python dunning.py reminders.db", ""),
        ("nox -s update -- --dry-run  # as the guide has it", ""),
    ],
)
def test_a_command_that_does_not_exist_is_found(line, said):
    assert said in commands.problem(line)
    assert bool(said) == bool(commands.problem(line))


@pytest.fixture(scope="module")
def modules(tmp_path_factory):
    """The Python of every page as modules: a page of a resource has one for each block, any other is one program."""
    folder = tmp_path_factory.mktemp("modules")
    for page in (page for page in PAGES if page.startswith(("docs/pages", "README"))):
        stem = re.sub(r"\W", "_", page.removesuffix(".md"))
        code = [block for block in blocks(page) if block.kind == "python"]
        if "/resources/" in page:
            for block in code:
                (folder / f"{stem}_{block.line}.py").write_text("\n" * (block.line - 1) + block.text, encoding="utf-8")
        elif code:
            text = ""
            for block in code:
                # Line numbers are the page's, so that an error leads there.
                text += "\n" * (block.line - 1 - text.count("\n")) + block.text
            (folder / f"{stem}.py").write_text(text, encoding="utf-8")
    with_code = sum(any(block.kind == "python" for block in blocks(page)) for page in PAGES)
    assert len(list(folder.iterdir())) > with_code > 30
    return folder


def judged(modules):
    """All that decides what a type checker says of the pages."""
    package = {path.relative_to(ROOT).as_posix(): path for path in (ROOT / "generated").rglob("*.py")}
    return {"how": Path(__file__)} | package | {path.name: path for path in modules.glob("*.py")}


def test_mypy_accepts_the_python_of_every_page(modules, tmp_path):
    def judge():
        settings, programs = tmp_path / "mypy.ini", tmp_path / "programs"
        programs.mkdir()
        cache = judges.mypy_cache(tmp_path / "cache")
        settings.write_text("[mypy]\nstrict = true\npython_version = 3.11\n")
        for module in modules.glob("*.py"):
            # Guides leave the types of functions out where these say nothing of the package. Some libraries have none.
            loose = (
                'allow-untyped-defs, allow-incomplete-defs, allow-untyped-calls, disable-error-code="import-untyped"'
            )
            text = module.read_text(encoding="utf-8")
            (programs / module.name).write_text(f"{text}\n# mypy: {loose}\n", encoding="utf-8")
        ran = subprocess.run(
            [sys.executable, "-m", "mypy", "--config-file", settings, "--cache-dir", cache, programs],
            env=os.environ | {"MYPYPATH": str(ROOT / "generated")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stdout
        count = len(list(modules.glob("*.py")))
        assert f"no issues found in {count} source files" in ran.stdout

    accepted("mypy-of-the-pages", judge, judged(modules))


def test_pyright_accepts_the_python_of_every_page(modules):
    def judge():
        settings = modules / "pyrightconfig.json"
        settings.write_text(json.dumps({"extraPaths": [str(ROOT / "generated")]}))
        ran = subprocess.run(
            [sys.executable, "-m", "pyright", "--project", settings, "--pythonpath", sys.executable, "--outputjson"],
            capture_output=True,
            text=True,
            check=False,
        )
        found = json.loads(ran.stdout)
        errors = [
            f"{Path(one['file']).name}:{one['range']['start']['line'] + 1}: {one['message']}"
            for one in found["generalDiagnostics"]
            if one["severity"] == "error"
        ]
        assert not errors, "\n".join(errors)
        assert found["summary"]["filesAnalyzed"] == len(list(modules.glob("*.py")))

    accepted("pyright-of-the-pages", judge, judged(modules))
