"""Writes what a new project has besides its document and what is generated: commands, settings, tests and pages."""

import importlib.metadata
import re
import zlib
from functools import cache
from pathlib import Path
from typing import Any, Final

import attrs
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from sdkwright import carried
from sdkwright.limits import WHEEL
from sdkwright.new.choices import CI_FILES
from sdkwright.new.first_call import FirstCall
from sdkwright.new.writing import toml
from sdkwright.reference.quoting import fenced, inline, prose

_PER_FILE: Final = 300
"""About what an archive needs for a file besides its content."""
_ROUND: Final = 50_000
_URL: Final = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[A-Za-z0-9._~/%+-]*)?")


@attrs.frozen(kw_only=True)
class Skeleton:
    """What the files of a project say.

    Attributes:
        name: The package.
        client: The class of its client.
        title: The API's name in prose.
        licence: One of `LICENCES`.
        author: Who holds the rights.
        year: Since when.
        ci: What runs the tests on each change: a key of `CI_FILES`, or empty.
        oauth: Whether the package fetches tokens.
        urls: The addresses that an index shows, by title.
        variables: The variables that the client reads.
        wheel_limit: What the wheel may weigh, in bytes; 0 for the usual.
        numbered: Whether a list has pages that can be asked for by their numbers.
        forward: Whether a list has pages of which each leads to the next.
        repository: The address of the project's repository; empty if it is not known.
        documentation: The address of its documentation; empty if it is not known.
    """

    name: str
    client: str
    title: str
    licence: str
    author: str
    year: int
    ci: str
    oauth: bool
    urls: dict[str, str]
    variables: list[str]
    wheel_limit: int = 0
    numbered: bool = False
    forward: bool = False
    repository: str = ""
    documentation: str = ""

    def settings(self) -> dict[str, str]:
        """The files that a generation reads, by their paths."""
        return {"pyproject.toml": self._text("pyproject.toml")}

    def files(self, call: FirstCall) -> dict[str, str]:
        """The other files, by their paths.

        Args:
            call: The package's first call.
        """
        found = {
            "noxfile.py": self._text("noxfile.py"),
            "hatch_build.py": self._text("hatch_build.py"),
            "README.md": self._text("README.md", example=call.source),
            "CHANGELOG.md": self._text("CHANGELOG.md"),
            "CONTRIBUTING.md": self._text("CONTRIBUTING.md"),
            "LICENSE": self._rendered(f"licences/{self.licence}.txt"),
            ".gitignore": self._text("gitignore"),
            ".pre-commit-config.yaml": self._text("pre-commit.yaml"),
            f"overrides/{self.name}/README.md": self._text("overrides.md"),
            "examples/quickstart.py": call.quickstart,
            "tests/test_smoke.py": self._text("test_smoke.py"),
            "tests/contract/test_contract.py": self._text("test_contract.py"),
            "docs/zensical.toml": self._text("zensical.toml"),
            "docs/changes/.gitkeep": "",
            "docs/pages/index.md": self._text("docs_index.md", example=call.source),
            "docs/pages/guides/errors-and-retries.md": self._text("docs_errors.md"),
            "docs/pages/guides/options.md": self._text("docs_options.md"),
            "docs/pages/guides/deviations.md": self._text("docs_deviations.md"),
        }
        if self.numbered or self.forward:
            found["docs/pages/guides/lists.md"] = self._text("docs_lists.md")
        if self.ci:
            found[CI_FILES[self.ci]] = self._text(f"{self.ci}.yml")
        return found

    def _text(self, template: str, **values: Any) -> str:
        return self._rendered(f"{template}.jinja", **values)

    def _rendered(self, template: str, **values: Any) -> str:
        return (
            _environment()
            .get_template(template)
            .render(
                attrs.asdict(self)
                | {
                    "command": toml(self.name.replace("_", "-")),
                    "description": f"Typed Python SDK for {self.title}, sync and async",
                    "sdkwright": importlib.metadata.version("sdkwright"),
                    "ruff": importlib.metadata.version("ruff"),
                }
                | values
            )
        )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(carried.folder("new/templates")),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - nothing of it is HTML, and what is a stranger's goes through a filter
    )
    environment.filters |= {"toml": toml, "prose": prose, "fenced": fenced, "inline": inline}
    return environment


def wheel_limit(package: Path) -> int:
    """What the wheel of a package may weigh, in bytes: half as much again as now; 0 where the usual is enough.

    Args:
        package: The generated package.
    """
    size = sum(len(zlib.compress(path.read_bytes())) + _PER_FILE for path in package.rglob("*.py"))
    return 0 if size * 5 < WHEEL * 4 else -(-size * 3 // 2 // _ROUND) * _ROUND


def urls_of(document: dict[str, Any], origin: str) -> dict[str, str]:
    """The addresses that a document gives of its API, as far as an index may show them.

    Args:
        document: The vendor's document.
        origin: Where it was fetched; empty if it was not.
    """
    places = {
        "Homepage": ("info", "contact", "url"),
        "Documentation": ("externalDocs", "url"),
        "Terms of service": ("info", "termsOfService"),
    }
    found = {title: _at(document, path) for title, path in places.items()} | {"OpenAPI document": origin}
    return {title: url for title, url in found.items() if isinstance(url, str) and _URL.fullmatch(url)}


def _at(document: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        document = document.get(name) if isinstance(document, dict) else None
    return document
