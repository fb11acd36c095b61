"""The generator as a distribution: what its wheel holds, and that it works without its checkout."""

import os
import shutil
import subprocess
import sys
import zipfile

import pytest

from tests.generator.checkout import ROOT, contents, lay_small


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built from a copy, so that nothing is left in the checkout."""
    folder = tmp_path_factory.mktemp("distribution")
    shutil.copytree(ROOT / "generator", folder / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--wheel-dir",
        folder,
        folder / "generator",
    ]
    subprocess.run([*command, folder / "generator"], check=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_the_package_with_its_templates_and_the_runtime(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    package = ROOT / "generator" / "sdkwright"
    expected = {
        f"sdkwright/{path.relative_to(package).as_posix()}"
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert names == expected
    assert {name for name in names if name.endswith(".jinja")}
    assert "sdkwright/runtime/errors.py" in names


@pytest.mark.no_cover  # It goes the whole way, which the tests of each room cover.
def test_the_installed_generator_makes_the_same_package(wheel, small_made, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    project = tmp_path / "project"
    lay_small(project)
    ran = subprocess.run(
        [sys.executable, "-m", "sdkwright", "generate", "--skip-types"],
        cwd=project,
        env=os.environ | {"PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stderr == ""
    assert contents(project) == contents(small_made)
