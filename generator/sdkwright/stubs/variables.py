"""The environment in which a program that uses the package calls a stub server."""

from sdkwright.project import Project


def variables(project: Project, base_url: str) -> dict[str, str]:
    """The variables that the package reads, by name; the stubs accept any credentials.

    Args:
        project: The checkout, for the names.
        base_url: Where the stub server listens.
    """
    credentials = {security.variable: "any-value" for security in project.configuration.security}
    return credentials | {f"{project.environment}_BASE_URL": base_url}
