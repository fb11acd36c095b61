"""The tools that check a commit are the ones that the sessions and the generator use: one version each."""

import tomllib

import pytest
import yaml

from tests.envoice.public_api import ROOT


def pins(tool):
    """Find each exact version of a tool, by where it stands."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    generator = tomllib.loads((ROOT / "generator" / "pyproject.toml").read_text(encoding="utf-8"))
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    places = {
        **{f"group {name}": lines for name, lines in project["dependency-groups"].items()},
        "generator": generator["project"]["dependencies"],
        **{hook["id"]: hook["additional_dependencies"] for repo in config["repos"] for hook in repo["hooks"]},
    }
    found = {
        (place, *str(line).split("==", 1)) for place, lines in places.items() for line in lines if "==" in str(line)
    }
    return {place: version for place, name, version in found if name == tool}


@pytest.mark.parametrize(
    ("tool", "places"),
    [
        ("ruff", {"generator", "ruff-check", "ruff-format"}),
        ("codespell", {"group lint", "codespell"}),
    ],
)
def test_a_tool_has_one_version(tool, places):
    versions = pins(tool)
    assert set(versions) == places
    assert len(set(versions.values())) == 1, f"{tool} is pinned to several versions: {versions}"
