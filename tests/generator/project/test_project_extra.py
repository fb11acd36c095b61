"""`sdkwright[project]` brings what the optional parts of a new package import, for both judges of types."""

import re
import tomllib

from sdkwright.project import Project

ROOT = Project.find(__file__).root
NAME = re.compile(r"[a-z0-9_-]+")


def test_the_extra_has_every_library_that_a_new_project_offers():
    pyproject = tomllib.loads((ROOT / "generator/pyproject.toml").read_text(encoding="utf-8"))
    brought = {NAME.match(one)[0] for one in pyproject["project"]["optional-dependencies"]["project"]}
    template = (ROOT / "generator/sdkwright/new/templates/pyproject.toml.jinja").read_text(encoding="utf-8")
    extras = template.partition("[project.optional-dependencies]")[2].partition("\n[")[0]
    offered = {NAME.match(one)[0] for one in re.findall(r'"([a-z][^"]*)"', extras)}
    assert "pyarrow" in offered
    assert offered <= brought
