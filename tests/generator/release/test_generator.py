"""The generator as a distribution: what its archives must hold, and what is said where they do not."""

import io
import tarfile
import zipfile
from types import SimpleNamespace

import pytest

from sdkwright.carried import CARRIED
from sdkwright.errors import GeneratorError
from sdkwright.release import generator
from sdkwright.release.generator import GENERATOR

INFO = "sdkwright-1.2.3.dist-info"
CARRIED_FILE = f"sdkwright/{CARRIED[0]}/thing.py"
PYPROJECT = '[project]\nname = "sdkwright"\nversion = "1.2.3"\nrequires-python = ">=3.11"\n'
METADATA = "Metadata-Version: 2.4\nName: sdkwright\nVersion: 1.2.3\nRequires-Python: {python}\n{more}"
SOUND = METADATA.format(python=">=3.11", more="License-Expression: MIT\nRequires-Dist: httpx\n")


@pytest.fixture
def project(tmp_path):
    root = tmp_path / "generator"
    for name, text in {"pyproject.toml": PYPROJECT, "sdkwright/__init__.py": "", CARRIED_FILE: "x = 1\n"}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return SimpleNamespace(root=tmp_path)


def packed(text="x = 1\n"):
    made, data = io.BytesIO(), text.encode()
    with tarfile.open(fileobj=made, mode="w:bz2") as archive:
        member = tarfile.TarInfo(CARRIED_FILE.removeprefix("sdkwright/"))
        member.size = len(data)
        archive.addfile(member, io.BytesIO(data))
    return made.getvalue()


def contents(**changed):
    files = {
        "sdkwright/__init__.py": b"",
        generator._ARCHIVE: packed(),
        f"{INFO}/METADATA": SOUND.encode(),
        f"{INFO}/entry_points.txt": b"",
        f"{INFO}/licenses/LICENSE": b"",
    } | changed
    return {name: data for name, data in files.items() if data is not None}


def problems(project, files):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    with zipfile.ZipFile(made) as archive:
        return [*generator._wheel(project.root / "generator", "1.2.3", archive, "the.whl")]


def test_a_wheel_that_holds_what_the_checkout_has_is_accepted(project):
    assert problems(project, contents()) == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"sdkwright/__init__.py": None}, "the.whl lacks sdkwright/__init__.py"),
        ({"sdkwright/__init__.py": b"y = 2"}, "the.whl has another sdkwright/__init__.py than the checkout"),
        ({generator._ARCHIVE: packed("x = 2\n")}, f"the.whl: {generator._ARCHIVE} does not hold what the checkout has"),
        (
            {f"{INFO}/METADATA": METADATA.format(python=">=3.9", more="License-Expression: MIT\n").encode()},
            "the wheel asks for Python >=3.9, pyproject.toml for >=3.11",
        ),
        (
            {f"{INFO}/METADATA": METADATA.format(python=">=3.11", more="Requires-Dist: pyright\n").encode()},
            "an installation would bring pyright, which belongs to an extra",
        ),
        ({f"{INFO}/METADATA": METADATA.format(python=">=3.11", more="").encode()}, "the wheel states no licence"),
    ],
)
def test_a_wheel_that_holds_something_else_is_told(project, changed, said):
    assert any(one.startswith(said) for one in problems(project, contents(**changed)))


def test_everything_that_is_wrong_with_the_archives_is_told_at_once(project, tmp_path, monkeypatch):
    monkeypatch.setattr(generator.inspection, "accept_by_tools", lambda *_: None)
    wheel, sdist = tmp_path / "the.whl", tmp_path / "the.tar.gz"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, data in contents(**{"sdkwright/__init__.py": None}).items():
            archive.writestr(name, data)
    with tarfile.open(sdist, "w:gz"):
        pass
    with pytest.raises(GeneratorError, match=r"lacks sdkwright/__init__\.py") as caught:
        GENERATOR.inspect(project, wheel, sdist)
    assert "the source archive lacks sdkwright-1.2.3/pyproject.toml" in str(caught.value)


def test_a_checkout_without_the_generator_is_told(tmp_path):
    with pytest.raises(GeneratorError, match="so there is no generator to build; leave out --distribution"):
        GENERATOR.name(SimpleNamespace(root=tmp_path))


@pytest.mark.parametrize(
    ("printed", "files", "said"),
    [
        ("pyright did not judge", ["client.py", "models.py"], "a project of 2 modules made by it"),
        ("all is judged", ["client.py"], None),
        ("pyright did not judge", ["models.py"], None),
    ],
)
def test_what_was_installed_makes_a_project(project, tmp_path, monkeypatch, printed, files, said):
    monkeypatch.setattr(generator, "installed", lambda *_: SimpleNamespace(python=tmp_path / "bin" / "python"))

    def run(command, _what, cwd):
        assert command[0] == tmp_path / "bin" / "sdkwright"
        made = cwd / "harbour" / "generated" / "harbour"
        made.mkdir(parents=True)
        for name in files:
            (made / name).touch()
        return printed

    monkeypatch.setattr(generator, "run", run)
    arguments = (project, None, "1.2.3", {}, tmp_path)
    if said is None:
        with pytest.raises(GeneratorError, match=r"the installed sdkwright 1\.2\.3 made no project, or did not say"):
            GENERATOR.try_installed(*arguments)
    else:
        assert said in GENERATOR.try_installed(*arguments)
