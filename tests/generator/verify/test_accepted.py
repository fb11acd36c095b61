"""What the type checkers have accepted is not judged again, until something has changed that types can see."""

import sys

import attrs
import pytest

from sdkwright.verify import accepted, types
from sdkwright.verify.staged import Problem, Staged
from tests.generator import verify_sample as sample

MODULE = '''\
"""A module."""

import os


class Order:
    """An order."""

    number: int = 1
    """Its number."""

    def total(self, text: str = "a") -> str:
        r"""The total."""
        # Why it is so.
        kind = "open"
        "-".join(kind)
        return f"{text}{self.number}" + (
            "b"
        )
'''
SEEN = [
    ("number: int", "number: bool"),
    ("number: int = 1", "number: int = 2"),
    ('"a"', '"b"'),
    ('f"{text}', "f'{text}"),
    ('f"{text}{self.number}"', 'f"{text}{self.numbers}"'),
    ('        r"""The total."""\n', ""),
    ('kind = "open"', 'kind = "shut"'),
    ('"-".join', '"+".join'),
    ('    """Its number."""', "    number"),
    ('    """Its number."""', '    f"{number}"'),
    ('    """Its number."""', '    x = """Its number."""'),
    ("    number: int = 1\n", "number: int = 1\n"),
    ("import os\n", "import os\nimport sys\n"),
    ("# Why it is so.", "# type: ignore"),
    ("# Why it is so.", "# pyright: ignore[reportCall]"),
    ('"""A module."""', '# mypy: ignore-errors\n"""A module."""'),
]
UNSEEN = [
    ('"""A module."""', '"""Another module,\n\ntold at length."""'),
    ('"""A module."""', '# Written by hand.\n"""A module."""'),
    ('    """An order."""', '    """An order: x."""'),
    ('"""Its number."""', '"""Its number, from 1 on."""'),
    ('r"""The total."""', "'''The sum.'''"),
    ("# Why it is so.\n", "\n"),
    ("import os\n", "import os  # noqa: F401\n"),
    ("import os\n\n\n", "import os\n"),
    ('+ (\n            "b"\n        )', '+ ("b")'),
]


def digest_of(folder, text, **options):
    path = folder / "module.py"
    path.write_text(text, encoding="utf-8")
    return accepted.digest(folder, [path], **{"settings": "", **options})


@pytest.mark.parametrize(("old", "new"), SEEN)
def test_what_types_can_see_makes_another_digest(tmp_path, old, new):
    assert old in MODULE
    assert digest_of(tmp_path, MODULE.replace(old, new, 1)) != digest_of(tmp_path, MODULE)


@pytest.mark.parametrize(("old", "new"), UNSEEN)
def test_what_types_cannot_see_makes_none(tmp_path, old, new):
    assert old in MODULE
    assert digest_of(tmp_path, MODULE.replace(old, new, 1)) == digest_of(tmp_path, MODULE)


def test_where_a_comment_stands_that_a_type_checker_obeys_is_seen(tmp_path):
    text = "x = [  # type: ignore\n    1,\n    2,\n]\n"
    moved = "x = [\n    1,  # type: ignore\n    2,\n]\n"
    own_line = "x = [\n    # type: ignore\n    1,\n    2,\n]\n"
    assert len({digest_of(tmp_path, one) for one in (text, moved, own_line)}) == 3


def test_another_python_settings_and_name_of_a_file_are_seen(tmp_path, monkeypatch):
    first = digest_of(tmp_path, MODULE)
    found = {first, digest_of(tmp_path, MODULE, settings="other")}
    (tmp_path / "other.py").write_text(MODULE, encoding="utf-8")
    found.add(accepted.digest(tmp_path, [tmp_path / "other.py"], settings=""))
    monkeypatch.setenv("PYRIGHT_PYTHON_FORCE_VERSION", "1.1.300")
    found.add(digest_of(tmp_path, MODULE))
    monkeypatch.delenv("PYRIGHT_PYTHON_FORCE_VERSION")
    assert digest_of(tmp_path, MODULE) == first
    monkeypatch.setattr(sys, "version", "3.99.0")
    found.add(digest_of(tmp_path, MODULE))
    assert len(found) == 5


@attrs.define
class Installed:
    name: str
    version: str


def test_what_is_installed_is_seen(tmp_path, monkeypatch):
    mypy, httpx = Installed("mypy", "2.4.1"), Installed("httpx", "0.28.1")
    monkeypatch.setattr(accepted, "distributions", lambda: [mypy, httpx])
    first = digest_of(tmp_path, MODULE)
    monkeypatch.setattr(accepted, "distributions", lambda: [httpx, mypy])
    assert digest_of(tmp_path, MODULE) == first
    found = {first}
    for present in ([mypy], [mypy, httpx, Installed("attrs", "26.1.0")], [attrs.evolve(mypy, version="2.5.0"), httpx]):
        monkeypatch.setattr(accepted, "distributions", lambda present=present: present)
        found.add(digest_of(tmp_path, MODULE))
    assert len(found) == 4


@pytest.fixture
def judged(tmp_path, monkeypatch):
    """Judge a small tree, and count how often mypy and pyright were asked: `judged(mypy's problems)`."""
    project, stage = sample.stage(tmp_path)
    staged = Staged(root=stage, api=sample.API, project=project)
    asked, problems = [], []

    def answer(tool):
        def run(*_arguments, **_options):
            asked.append(tool)
            return problems if tool == "mypy" else []

        return run

    monkeypatch.setattr(types, "_mypy", answer("mypy"))
    monkeypatch.setattr(types, "pyright", answer("pyright"))

    def judge(*found):
        problems[:] = found
        # As it is staged anew.
        verdict = types.judge(attrs.evolve(staged))
        return verdict, sorted(asked)

    judge.project, judge.stage, judge.cache = project, stage, types.cache_of(staged)
    return judge


TWICE = ["mypy", "mypy", "pyright", "pyright"]


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_an_accepted_tree_is_not_judged_again(judged):
    verdict, asked = judged()
    assert asked == ["mypy", "pyright"]
    assert verdict.fact.startswith("mypy and pyright, both strict, accept")
    edit(judged.stage / "envoice" / "models.py", '"""An invoice."""', '"""A bill."""')
    verdict, asked = judged()
    assert asked == ["mypy", "pyright"]
    assert verdict.problems == []
    assert verdict.fact == "mypy and pyright accepted it before; nothing that types can see has changed"


def test_a_tree_with_another_type_is_judged_again(judged):
    judged()
    edit(judged.stage / "envoice" / "models.py", "note: str | None = None", "note: str | int | None = None")
    assert judged()[1] == TWICE


def test_a_tree_with_another_usage_sample_is_judged_again(judged):
    judged()
    judged.project.usage_sample.write_text(sample.USAGE + "x: int = 1\n")
    assert judged()[1] == TWICE
    judged.project.usage_sample.unlink()
    assert judged()[1] == ["mypy"] * 3 + ["pyright"] * 3


def test_a_refused_tree_is_judged_again(judged):
    problem = Problem("envoice/models.py:1", "mypy: no")
    assert judged(problem)[0].problems == [problem]
    assert judged(problem)[0].problems == [problem]
    assert judged()[1] == ["mypy"] * 3 + ["pyright"] * 3


@pytest.mark.parametrize("spoilt", [b"", b"\xff", b"0" * 64, None])
def test_a_spoilt_memory_has_the_tree_judged_again(judged, spoilt):
    judged()
    mark = judged.cache / "accepted"
    assert mark.stat().st_size == 64
    mark.unlink()
    mark.write_bytes(spoilt) if spoilt is not None else mark.mkdir()
    assert judged()[1] == TWICE


def test_where_nothing_can_be_remembered_the_tree_is_judged_again(judged):
    judged.cache.parent.mkdir(parents=True, exist_ok=True)
    judged.cache.write_text("no folder")
    assert judged()[0].problems == []
    assert judged()[1] == TWICE
