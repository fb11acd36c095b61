"""The workflows to copy: valid, and of nothing but what there is."""

import ast
import re
import subprocess
import sys
import tomllib

import pytest
import yaml

from sdkwright.cli.entry import _parser
from sdkwright.project import Project
from sdkwright.release import changelog
from tests.generator.checkout import ROOT

CI = ROOT / "docs" / "pages" / "maintainers" / "ci"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WORKFLOWS = sorted(CI.glob("*.yml"))
# Those that give their arguments to a tool of others.
FOREIGN = {"contract", "tests"}


@pytest.mark.parametrize("kind", ["github", "gitlab"])
def test_it_is_valid(kind):
    schema = {"github": "vendor.github-workflows", "gitlab": "vendor.gitlab-ci"}[kind]
    extra = ["--data-transform", "gitlab-ci"] if kind == "gitlab" else []
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *extra, str(CI / f"{kind}.yml")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.fixture(scope="module")
def sessions():
    """The sessions of the noxfile."""
    functions = [
        one for one in ast.parse((ROOT / "noxfile.py").read_text(encoding="utf-8")).body if hasattr(one, "name")
    ]
    return {one.name for one in functions if "nox.session" in "".join(map(ast.unparse, one.decorator_list))}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_session_and_option_in_it_exists(path, sessions):
    lines = re.findall(r"nox -s ([^#`\n]+)", path.read_text(encoding="utf-8"))
    assert lines
    for line in lines:
        names, _, options = line.partition(" -- ")
        chosen = re.sub(r"--\S+( \$\{\{.*\}\}| \S+)?", "", names).split()
        assert set(chosen) <= sessions, line
        if options and chosen[0] not in FOREIGN:
            known = _parser()._subparsers._group_actions[0].choices[chosen[0]]._option_string_actions
            assert {one for one in options.split() if one.startswith("--")} <= set(known), line


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_its_pythons_are_those_of_the_classifiers(path):
    declared = [line.rpartition(" ")[2] for line in PROJECT["classifiers"] if re.search(r":: 3\.\d+$", line)]
    matrix = re.findall(r'(?i)python: (\[".*"\])', path.read_text(encoding="utf-8"))
    assert [yaml.safe_load(one) for one in matrix] == [declared]
    single = re.findall(r'python(?:-version: "|:)(3\.\d+)', path.read_text(encoding="utf-8"))
    assert single
    assert set(single) <= set(declared)


def test_building_and_uploading_are_apart():
    jobs = yaml.safe_load((CI / "github.yml").read_text(encoding="utf-8"))["jobs"]
    assert [name for name, job in jobs.items() if "id-token" in job.get("permissions", {})] == ["publish"]
    assert [name for name, job in jobs.items() if "secrets." in str(job)] == ["publish"]
    assert jobs["publish"]["needs"] == "build"
    checkouts = [step for job in jobs.values() for step in job["steps"] if "checkout" in step.get("uses", "")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


@pytest.mark.parametrize("folder", ["", "generator"])
def test_every_entry_of_the_changelog_would_be_told(folder):
    changelog._refuse_unpublished(changelog._Files(Project.find(__file__), ROOT / folder))
