"""A project's own hooks: how they take the place of the runtime's defaults, and what is said of one that cannot."""

import subprocess
import sys

import attrs
import pytest

from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.verify.hooks import refuse_incomplete
from tests.generator.checkout import declare

RUNTIME = {
    "hooks/__init__.py": '"""Hooks."""\n',
    "hooks/greetings.py": "from ._greetings import DefaultGreetings as Greetings\n",
    "hooks/_greetings.py": (
        "from typing import Protocol\n"
        "class GreetingHook(Protocol):\n"
        "    word: str\n"
        "    def greet(self) -> str: ...\n"
        "    def leave(self) -> str: ...\n"
        "class DefaultGreetings:\n"
        "    word: str = 'hello'\n"
        "    def greet(self) -> str: return self.word\n"
        "    def leave(self) -> str: return 'bye'\n"
    ),
    "hooks/partings.py": "from ._partings import Plain as Partings\n",
    "hooks/_partings.py": (
        "from typing import Protocol\n"
        "class PartingHook(Protocol):\n    def part(self): ...\n"
        "class Plain:\n    def part(self): pass\n"
    ),
    "use.py": "from .hooks.greetings import Greetings\nprint(Greetings().greet())\n",
}

ASKED = "which GreetingHook asks for; define it, or extend DefaultGreetings of hooks/_greetings.py."
IMPORT = "or import DefaultGreetings of hooks/_greetings.py as Greetings."
OTHERS = "there are greetings and partings. Rename the module, or begin its name with an underscore if hooks share it."


@pytest.fixture
def project(tmp_path):
    """A project with a runtime of one module that uses a hook."""
    write(tmp_path / "runtime", RUNTIME)
    return attrs.evolve(declare(tmp_path / "root"), runtime=tmp_path / "runtime")


def write(folder, files):
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def greeting(project, folder):
    """What a package of the project's hand-written modules says."""
    for name, path in project.hand_written_files().items():
        write(folder / "envoice", {name: path.read_text(encoding="utf-8")})
    run = [sys.executable, "-c", "import envoice.use"]
    return subprocess.run(run, cwd=folder, capture_output=True, text=True, check=True).stdout.strip()


def test_a_hook_of_the_project_takes_the_place_of_the_default(project, tmp_path):
    assert greeting(project, tmp_path / "first") == "hello"
    own = "from ._greetings import DefaultGreetings\nclass Greetings(DefaultGreetings):\n    word = 'welcome'\n"
    write(project.overrides, {"hooks/greetings.py": own, "hooks/_shared.py": ""})
    refuse_incomplete(project)
    write(project.overrides, {"hooks/partings.py": "from envoice.hooks._partings import Plain as Partings\n"})
    refuse_incomplete(project)
    (project.overrides / "hooks" / "partings.py").unlink()
    assert greeting(project, tmp_path / "second") == "welcome"
    assert list(project.hook_files()) == ["hooks/greetings.py"]
    without = attrs.evolve(project, without=frozenset({"hooks/greetings.py"}))
    assert greeting(without, tmp_path / "third") == "hello"


def test_a_hook_that_extends_nothing_needs_all_that_the_protocol_asks_for(project):
    own = "class Greetings:\n    word = ''\n    def greet(self): return self.word\n    def leave(self): return ''\n"
    write(project.overrides, {"hooks/greetings.py": own})
    refuse_incomplete(project)


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        (
            "greetings",
            "class Greetings:\n    word = 'welcome'\n    def greet(self): return ''\n",
            f"Greetings has no leave, {ASKED}",
        ),
        (
            "greetings",
            "class Greetings(Other):\n    pass\n",
            f"Greetings has no greet, leave or word, {ASKED}",
        ),
        (
            "greetings",
            "class Welcome:\n    pass\n",
            f"the hook has no class Greetings; define it, with GreetingHook's greet, leave and word, {IMPORT}",
        ),
        (
            "greeting",
            "class Greetings:\n    pass\n",
            f'there is no hook of this name (did you mean "greetings"?); {OTHERS}',
        ),
    ],
)
def test_a_hook_that_the_runtime_cannot_use_is_one_sentence(project, name, text, sentence):
    write(project.overrides, {f"hooks/{name}.py": text})
    with pytest.raises(GeneratorError) as caught:
        refuse_incomplete(project)
    assert str(caught.value) == f"overrides/envoice/hooks/{name}.py: {sentence}"


def test_another_override_than_a_hook_may_not_have_the_name_of_a_module_of_the_runtime(project):
    write(project.overrides, {"hooks/_greetings.py": ""})
    with pytest.raises(GeneratorError, match="has the name of a module of the runtime"):
        project.hand_written_files()


def test_every_hook_of_the_runtime_has_a_default_that_fulfils_its_protocol(tmp_path):
    project = Project.find(__file__)
    names = [path for path in (project.runtime / "hooks").glob("*.py") if not path.name.startswith("_")]
    assert names
    empty = declare(tmp_path)
    for path in names:
        write(empty.overrides, {f"hooks/{path.name}": "class Nothing: pass\n"})
        with pytest.raises(GeneratorError, match=r"the hook has no class \w+; define it, "):
            refuse_incomplete(empty)
        (empty.overrides / "hooks" / path.name).unlink()
