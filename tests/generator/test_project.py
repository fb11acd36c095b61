"""Where things lie in a checkout."""

from pathlib import Path

import attrs
import pytest

from generator.project import Project

INPUTS = ("spec", "sources", "upstream", "lock", "overlay", "names", "overrides", "usage_sample")
OUTPUTS = ("normalised", "ledger", "generated", "package", "stubs")


def test_here_is_the_checkout_that_the_generator_belongs_to(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    here = Project.here()
    assert (here.root / "pyproject.toml").is_file()
    assert here.target == here.root
    for name in INPUTS:
        assert getattr(here, name).exists(), name


def test_a_trial_reads_from_the_root_and_writes_below_the_target(tmp_path):
    project = Project(tmp_path / "root", target=tmp_path / "out", trial_spec=tmp_path / "try.json")
    assert project.upstream == tmp_path / "try.json"
    assert all(getattr(project, name).is_relative_to(project.root) for name in INPUTS if name != "upstream")
    assert all(getattr(project, name).is_relative_to(project.target) for name in OUTPUTS)


@pytest.mark.parametrize("name", OUTPUTS)
def test_without_a_target_everything_lies_below_the_root(name, tmp_path):
    assert getattr(Project(tmp_path), name).is_relative_to(tmp_path)


def test_override_files_are_sorted_and_those_left_out_are_not_among_them(tmp_path):
    project = Project(tmp_path)
    for name in ("webhooks.py", "additions/invoices.py", "auth.py", "notes.txt"):
        path = project.overrides / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert list(project.override_files()) == ["additions/invoices.py", "auth.py", "webhooks.py"]
    assert project.override_files()["auth.py"] == project.overrides / "auth.py"
    left = attrs.evolve(project, without=frozenset({"additions/invoices.py"}))
    assert list(left.override_files()) == ["auth.py", "webhooks.py"]


def test_a_path_is_shown_relative_to_the_checkout_where_it_lies_inside():
    project = Project(Path("/checkout"))
    assert project.show(project.normalised) == "spec/openapi.yaml"
    assert project.show(Path("/elsewhere/a.json")) == "/elsewhere/a.json"
