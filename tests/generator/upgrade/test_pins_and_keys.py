"""What a project pins, and what its configuration may say, by two versions of the generator."""

import importlib.metadata
import re

import pytest
from packaging.version import Version

from sdkwright.errors import GeneratorError
from sdkwright.new.skeleton import Skeleton
from sdkwright.project import Project
from sdkwright.upgrade.keys import changes, keys
from sdkwright.upgrade.pins import pinned, repinned

NOXFILE = '# /// script\n# dependencies = ["nox>=2026.10", "sdkwright[project]==0.3.1"]\n# ///\n'


@pytest.fixture
def project(tmp_path):
    (tmp_path / "noxfile.py").write_text(NOXFILE, encoding="utf-8")
    return Project(tmp_path)


def test_the_pin_is_read(project):
    assert pinned(project) == Version("0.3.1")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "noxfile.py pins no sdkwright"),
        ("import nox\n", "noxfile.py pins no sdkwright"),
        ('"sdkwright>=1"', "noxfile.py pins no sdkwright"),
        (f"{NOXFILE}# sdkwright==0.3.2\n", "pins sdkwright 0.3.1 and 0.3.2; leave one"),
        ('"sdkwright==1.x"', "Invalid version: '1.x' of sdkwright"),
        (b"\xff", "noxfile.py cannot be read"),
    ],
)
def test_no_pin_and_several_are_refused(project, text, said):
    path = project.root / "noxfile.py"
    if text is None:
        path.unlink()
    else:
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(GeneratorError, match=re.escape(said)):
        pinned(project)


def test_pins_are_raised_wherever_they_stand_and_nothing_else_changes(project):
    files = {
        ".pre-commit-config.yaml": 'additional_dependencies: ["ruff==0.1.0", "other==0.3.1"]\r\n',
        "requirements.txt": "sdkwright==0.3.1\nmy-sdkwright-plugin==0.3.1\n",
        "README.md": "sdkwright==0.3.1 was the first.\n",
    }
    for name, text in files.items():
        (project.root / name).write_bytes(text.encode())
    found = {path.name: data.decode() for path, data in repinned(project, Version("0.4.0")).items()}
    assert found == {
        "noxfile.py": NOXFILE.replace("0.3.1", "0.4.0"),
        ".pre-commit-config.yaml": files[".pre-commit-config.yaml"].replace(
            "0.1.0", importlib.metadata.version("ruff")
        ),
        "requirements.txt": "sdkwright==0.4.0\nmy-sdkwright-plugin==0.3.1\n",
    }
    assert repinned(project, Version("0.3.1")).keys() == {project.root / ".pre-commit-config.yaml"}


def test_a_new_project_pins_what_is_found(tmp_path):
    skeleton = Skeleton(
        name="harbour", client="Harbour", title="Harbour", licence="MIT", author="A", year=2026, ci="", oauth=False,
        urls={}, variables=[],
    )  # fmt: skip
    (tmp_path / "noxfile.py").write_text(skeleton._text("noxfile.py"), encoding="utf-8")
    assert str(pinned(Project(tmp_path))) == importlib.metadata.version("sdkwright")


def test_the_keys_are_those_of_the_configuration():
    found = keys()
    assert found["package.name"] == "needed"
    assert found["package.base_url"] == "by default None"
    assert found["package.title"] == "by default made of others"
    assert found["security.scopes"] == "by default empty"
    assert {name for name in found if name.startswith("pagination.NAME.")}
    assert {name for name in found if name.startswith("errors.fault.")}


def test_what_another_version_makes_of_the_keys_is_told():
    old = {"package.name": "needed", "package.motto": "by default ''", "names.mode": "by default 'table'"}
    new = {"package.name": "needed", "package.slogan": "by default 'x'", "names.mode": "by default 'rule'"}
    assert changes(old, new) == [
        "package.motto is gone",
        "package.slogan is new (by default 'x')",
        "names.mode: by default 'table' before, by default 'rule' now",
    ]
    assert changes(new, new) == []
