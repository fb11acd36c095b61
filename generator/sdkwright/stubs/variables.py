"""The environment in which a program that uses the package calls a stub server."""

import ast
import os

from sdkwright.project import Project
from sdkwright.syntax import assigned


def variables(project: Project, base_url: str) -> dict[str, str]:
    """The variables that the package reads, by name; the stubs accept any credentials.

    Args:
        project: The checkout, for the names.
        base_url: Where the stub server listens.
    """
    return _credentials(project) | {f"{project.environment}_BASE_URL": base_url}


def _credentials(project: Project) -> dict[str, str]:
    """A value for each thing that the package asks for; where it could fetch tokens, a token stands in for them."""
    declared = project.package / "_api.py"
    found = dict(assigned(ast.parse(declared.read_text(encoding="utf-8")).body)) if declared.is_file() else {}
    declared_rows = found.get("SECURITY")
    rows = () if declared_rows is None else ast.literal_eval(declared_rows)
    return {variable: "any-value" for _, _, variable, place, _ in rows if place != "oauth2"}


def environment(project: Project, base_url: str) -> dict[str, str]:
    """This process's environment for a program that imports the generated package and calls a stub server.

    Args:
        project: The checkout, with the package.
        base_url: Where the stub server listens.
    """
    others = {name: value for name, value in os.environ.items() if not name.startswith(f"{project.environment}_")}
    return others | variables(project, base_url) | {"PYTHONPATH": str(project.generated), "PYTHONIOENCODING": "utf-8"}
