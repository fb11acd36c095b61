"""Fills in the addresses that a package index shows, from one setting; what is not set is left out."""

import tomllib
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface


class Addresses(MetadataHookInterface):
    """Reads `[tool.sdkwright]`: `repository`, `documentation`, and further addresses in its table `urls`."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set the project's URLs.

        Args:
            metadata: The project's, which is changed.
        """
        settings = tomllib.loads(Path(self.root, "pyproject.toml").read_text(encoding="utf-8"))
        metadata["urls"] = urls(settings.get("tool", {}).get("sdkwright", {}))


def urls(stated: dict[str, Any]) -> dict[str, str]:
    """The addresses by their titles.

    Args:
        stated: The table `[tool.sdkwright]`. `folder` is where the distribution lies in its repository, and `branch`
            the one that links name.
    """
    repository = stated.get("repository", "").rstrip("/")
    host = repository.removeprefix("https://").partition("/")[0]
    file = "/".join(filter(None, [stated.get("branch", "main"), stated.get("folder", ""), "CHANGELOG.md"]))
    verb = "-/blob" if host.startswith("gitlab.") else "blob" if host.startswith("github.") else "src/branch"
    found = {"Documentation": stated.get("documentation", "")}
    if repository:
        found |= {
            "Source": repository,
            "Changelog": f"{repository}/{verb}/{file}",
            "Issues": f"{repository}/-/issues" if host.startswith("gitlab.") else f"{repository}/issues",
        }
    return stated.get("urls", {}) | {title: address for title, address in found.items() if address}
