"""The environment in which a program that uses the package calls a stub server."""

import os

from sdkwright.project import Project


def variables(project: Project, base_url: str) -> dict[str, str]:
    """The variables that the package reads, by name; the stubs accept any credentials.

    Args:
        project: The checkout, for the names.
        base_url: Where the stub server listens.
    """
    credentials = {security.variable: "any-value" for security in project.configuration.security}
    return credentials | {f"{project.environment}_BASE_URL": base_url}


def environment(project: Project, base_url: str) -> dict[str, str]:
    """This process's environment for a program that imports the generated package and calls a stub server.

    Args:
        project: The checkout, with the package.
        base_url: Where the stub server listens.
    """
    others = {name: value for name, value in os.environ.items() if not name.startswith(f"{project.environment}_")}
    return others | variables(project, base_url) | {"PYTHONPATH": str(project.generated), "PYTHONIOENCODING": "utf-8"}
