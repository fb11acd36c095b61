"""Where a project is published: one setting, from which the index, the site and `llms.txt` take every address."""

import re
import tomllib
from pathlib import Path
from typing import Any, Final

import attrs

from sdkwright.errors import GeneratorError

_ADDRESS: Final = re.compile(r"https://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[A-Za-z0-9._~%+-]+)*/?")
_BRANCH: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]*")
_KEYS: Final = ("repository", "documentation", "branch")


@attrs.frozen
class Addresses:
    """Where people find a project.

    Attributes:
        repository: The page of its repository, without a slash at the end; empty if it is not said.
        documentation: Where its site is, with a slash at the end; empty if it is not said.
        branch: The branch that links into the repository name.
    """

    repository: str = ""
    documentation: str = ""
    branch: str = "main"

    def source(self, path: str, *, verb: str = "blob") -> str:
        """The address of a file in the repository; empty where there is no repository.

        Args:
            path: The file, relative to the checkout.
            verb: `blob` to read it, `edit` to change it.
        """
        if not self.repository:
            return ""
        host = self.repository.split("/")[2]
        if host.startswith("gitlab."):
            verb = f"-/{verb}"
        elif not host.startswith("github."):
            # As Gitea and Forgejo have it.
            verb = "src/branch" if verb == "blob" else "_edit"
        return f"{self.repository}/{verb}/{self.branch}/{path}"


def is_address(text: str) -> bool:
    """Whether a text can stand for where something is published: an https address without a query.

    Args:
        text: The text.
    """
    return _ADDRESS.fullmatch(text) is not None


def addresses(pyproject: Path, *, displayed_path: str) -> Addresses:
    """Read `repository`, `documentation` and `branch` of `[tool.sdkwright]`.

    Args:
        pyproject: The settings of a distribution; where there is no such file, nothing is said.
        displayed_path: What errors call it.

    Raises:
        GeneratorError: One of them is no https address, or no branch.
    """
    if not pyproject.is_file():
        return Addresses()
    try:
        tables: dict[str, Any] = tomllib.loads(pyproject.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise GeneratorError(f"{displayed_path}: {error}.") from None
    stated = tables.get("tool", {}).get("sdkwright", {})
    found = {key: stated[key] for key in _KEYS if key in stated}
    for key, value in found.items():
        rule, kind = (_BRANCH, "the name of a branch") if key == "branch" else (_ADDRESS, "an https address")
        if not isinstance(value, str) or not rule.fullmatch(value):
            raise GeneratorError(f"{displayed_path}: {key} of [tool.sdkwright] is {value!r}; allowed is {kind}.")
    return Addresses(
        repository=found.get("repository", "").rstrip("/"),
        documentation=f"{documentation.rstrip('/')}/" if (documentation := found.get("documentation", "")) else "",
        branch=found.get("branch", "main"),
    )
