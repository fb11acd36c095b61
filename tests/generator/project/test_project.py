"""Where things lie in a checkout."""

import shutil
from pathlib import Path

import attrs
import pytest

from sdkwright.cli import main
from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from tests.generator.checkout import ROOT, declare, python

INPUTS = ("spec", "sources", "upstream", "lock", "overlay", "names", "overrides", "usage_sample")
OUTPUTS = ("normalised", "ledger", "generated", "package", "stubs")


def test_the_project_is_the_nearest_folder_upward_that_has_its_settings(tmp_path, monkeypatch):
    inner = tmp_path / "outer" / "inner"
    for root in (inner, inner.parent):
        (root / "spec").mkdir(parents=True)
        (root / "spec" / "sdk.toml").touch()
    deep = inner / "spec" / "deeper"
    deep.mkdir()
    assert Project.find(deep).root == inner
    assert Project.find(inner / "spec" / "sdk.toml").root == inner
    monkeypatch.chdir(inner.parent)
    assert Project.find().root == inner.parent


def test_outside_a_project_the_way_out_is_told(tmp_path, capsys):
    with pytest.raises(GeneratorError, match=r"no spec/sdk.toml here or in a folder above; .* --project"):
        Project.find(tmp_path)
    assert main(["--project", str(tmp_path), "ledger"]) == 1
    assert (
        capsys.readouterr().err
        == f"error: --project {tmp_path}: that folder has no spec/sdk.toml; name one that has, or write it.\n"
    )


@pytest.mark.parametrize("order", [["--project", "{root}", "ledger"], ["ledger", "--project", "{root}"]])
def test_a_project_is_named_before_or_after_the_command(order, tmp_path, monkeypatch, capsys):
    shutil.copytree(ROOT / "spec", tmp_path / "spec")
    (tmp_path / "spec" / "ledger.md").unlink()
    monkeypatch.chdir("/")
    assert main([word.format(root=tmp_path) for word in order]) == 0
    assert capsys.readouterr().out == (ROOT / "spec" / "ledger.md").read_text(encoding="utf-8")


def test_the_old_command_names_the_new_one_and_runs_it():
    ran = python("-m", "generator", "ledger", cwd=ROOT)
    assert ran.returncode == 0
    assert ran.stdout == (ROOT / "spec" / "ledger.md").read_text(encoding="utf-8")
    assert ran.stderr == "`python -m generator` goes with the next release; run `python -m sdkwright`.\n"
    assert not (ROOT / "generator" / "__init__.py").exists()


def test_a_copy_of_a_checkout_runs_its_own_generator(tmp_path):
    shutil.copytree(ROOT / "generator", tmp_path / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "generator" / "sdkwright" / "errors.py").write_text("raise SystemExit('the copy')\n", encoding="utf-8")
    (tmp_path / "noxfile.py").write_bytes((ROOT / "noxfile.py").read_bytes())
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    code = (
        "import os, noxfile\n"
        "class Session:\n"
        "    posargs = ['--help']\n"
        "    def run(self, *words, env, external):\n"
        "        os.execvpe(words[0], words, os.environ | env)\n"
        "noxfile.TOOLS['python'] = __import__('sys').executable\n"
        "noxfile.python(Session(), '-m', 'sdkwright', '--help')\n"
    )
    ran = python("-c", code, cwd=tmp_path, env={"PYTHONPATH": str(ROOT / "generator")})
    assert ran.stderr == "the copy\n"
    old = python("-m", "generator", "--help", cwd=tmp_path, env={"PYTHONPATH": str(ROOT / "generator")})
    assert old.stderr.endswith("the copy\n")


def test_the_paths_of_a_checkout_are_there():
    here = Project.find(__file__)
    assert (here.root / "pyproject.toml").is_file()
    assert here.target == here.root
    for name in INPUTS:
        assert getattr(here, name).exists(), name


def test_a_trial_reads_from_the_root_and_writes_below_the_target(tmp_path):
    declare(tmp_path / "root")
    project = Project(tmp_path / "root", target=tmp_path / "out", trial_spec=tmp_path / "try.json")
    assert project.upstream == tmp_path / "try.json"
    assert all(getattr(project, name).is_relative_to(project.root) for name in INPUTS if name != "upstream")
    assert all(getattr(project, name).is_relative_to(project.target) for name in OUTPUTS)


@pytest.mark.parametrize("name", OUTPUTS)
def test_without_a_target_everything_lies_below_the_root(name, tmp_path):
    assert getattr(declare(tmp_path), name).is_relative_to(tmp_path)


def test_override_files_are_sorted_and_those_left_out_are_not_among_them(tmp_path):
    project = declare(tmp_path)
    for name in ("webhooks.py", "additions/invoices.py", "auth.py", "notes.txt"):
        path = project.overrides / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert list(project.override_files()) == ["additions/invoices.py", "auth.py", "webhooks.py"]
    assert project.override_files()["auth.py"] == project.overrides / "auth.py"
    left = attrs.evolve(project, without=frozenset({"additions/invoices.py"}))
    assert list(left.override_files()) == ["auth.py", "webhooks.py"]
    assert list(left.left_out_files()) == ["additions/invoices.py"]


def test_a_path_is_shown_relative_to_the_checkout_where_it_lies_inside():
    project = Project(Path("/checkout"))
    assert project.show(project.normalised) == "spec/openapi.yaml"
    assert project.show(Path("/elsewhere/a.json")) == "/elsewhere/a.json"


def test_what_is_called_as_the_package_comes_of_the_declared_names(tmp_path):
    (tmp_path / "spec").mkdir()
    named = 'name = "acme_billing"\nclient = "AcmeBilling"\nenvironment = "ACME"\ntitle = "Acme\'s billing"\n'
    (tmp_path / "spec" / "sdk.toml").write_text("[package]\n" + named, encoding="utf-8")
    project = Project(tmp_path)
    assert (project.name, project.client) == ("acme_billing", "AcmeBilling")
    assert (project.environment, project.title) == ("ACME", "Acme's billing")
    assert project.package == tmp_path / "generated" / "acme_billing"
    assert project.overrides == tmp_path / "overrides" / "acme_billing"
    assert project.lock == tmp_path / "spec" / "acme_billing.lock"


def test_the_declaration_is_read_once(tmp_path):
    project = declare(tmp_path)
    assert project.name == "envoice"
    (tmp_path / "spec" / "sdk.toml").unlink()
    assert project.package.name == "envoice"


def test_a_folder_without_declaration_lacks_only_what_is_called_as_the_package(tmp_path):
    project = Project(tmp_path)
    assert project.names == tmp_path / "spec" / "names.toml"
    with pytest.raises(GeneratorError, match=r"^spec/sdk.toml: missing; "):
        _ = project.package
