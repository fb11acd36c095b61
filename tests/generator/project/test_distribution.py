"""The generator as a distribution: what its wheel holds, and that it works without its checkout."""

import os
import shutil
import subprocess
import sys
import zipfile

import pytest

from tests.generator.checkout import ROOT


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


def test_the_installed_generator_makes_the_same_package(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    for name in ("docs/pages/resources", "generated", "overrides", "spec", "tests/contract/stubs"):
        shutil.copytree(ROOT / name, tmp_path / "project" / name, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path / "project")
    ran = subprocess.run(
        [sys.executable, "-m", "sdkwright", "generate", "--check"],
        cwd=tmp_path / "project",
        env=os.environ | {"PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stderr == ""
    assert ran.stdout.splitlines()[-1].split("  ")[0] == "compare"
    assert "nothing differs" in ran.stdout
