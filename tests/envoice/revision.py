"""Makes the package of a revision of the vendor's document, without the judges of types."""

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import attrs

from sdkwright import pipeline
from sdkwright.project import Project
from sdkwright.report import Report

ROOT = Path(__file__).parents[2]


def make_revision(root: Path, revise: Callable[[dict[str, Any]], None], names: Mapping[str, Mapping[str, str]]) -> Path:
    """The folder with the package of a revision.

    Args:
        root: An empty folder for the project.
        revise: Changes the vendor's document.
        names: What comes to the tables of names, by table.
    """
    shutil.copytree(ROOT / "spec", root / "spec")
    shutil.copyfile(ROOT / "pyproject.toml", root / "pyproject.toml")
    (root / "overrides").symlink_to(ROOT / "overrides")
    document = json.loads((root / "spec" / "upstream.json").read_bytes())
    revise(document)
    trial = root / "trial.json"
    trial.write_text(json.dumps(document), encoding="utf-8")
    table_of_names = root / "spec" / "names.toml"
    text = table_of_names.read_text(encoding="utf-8")
    for table, added in names.items():
        lines = "".join(f'"{key}" = "{name}"\n' for key, name in added.items())
        text = text.replace(f"[{table}]\n", f"[{table}]\n{lines}")
    table_of_names.write_text(text, encoding="utf-8")
    project = attrs.evolve(Project(root), trial_spec=trial)
    with (root / "report.txt").open("w", encoding="utf-8") as stream:
        pipeline.generate(project, Report(stream), check_types=False)
    return project.generated
