"""Judges that each operation is signed as the document says, and that the package can have what fetches its tokens."""

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Final

from sdkwright.emit.security import Alternatives, declared_security, keys_of
from sdkwright.project import MARK, Project
from sdkwright.verify.staged import Module, Problem, Staged, Verdict, keyword, operation_of

_LIBRARY: Final = "oauthlib"
_REQUIREMENT: Final = re.compile(rf"\s*{_LIBRARY}\s*(?:\[.*\])?\s*(?:[<>=!~;@ ].*)?", re.IGNORECASE)


def judge(staged: Staged) -> Verdict:
    """Judge `security` of each operation's constant, and `pyproject.toml` where tokens are fetched."""
    api, project = staged.api, staged.project
    keys = keys_of(project.configuration, api, place=MARK)
    wanted = {operation.name: declared_security(operation, keys) for operation in api.operations}
    problems = [
        problem
        for module in staged.resources.values()
        for call in _constants(module)
        for problem in _differing(module, call, wanted)
    ]
    if any(key.place == "oauth2" for key in keys) and not _has_library(project):
        problems.append(
            Problem(
                project.show(project.pyproject),
                f"lacks {_LIBRARY}, with which the package fetches tokens; add it to the dependencies, or to an extra "
                f'such as oauth2 = ["{_LIBRARY}>=3.2.2"]',
            )
        )
    return Verdict(problems, f"{len(wanted)} operations signed as the document says")


def _constants(module: Module) -> Iterator[ast.Call]:
    for statement in module.tree.body:
        if found := operation_of(statement):
            yield found[1]


def _differing(module: Module, call: ast.Call, wanted: Mapping[str, Alternatives | None]) -> Iterator[Problem]:
    name = str(keyword(call, "name"))
    given = next((argument.value for argument in call.keywords if argument.arg == "security"), None)
    try:
        found = None if given is None else ast.literal_eval(given)
    except ValueError:
        found = "no literal"
    if name in wanted and found != wanted[name]:
        yield module.problem(call, f"{name} is signed by {found}, and not by {wanted[name]}")


def _has_library(project: Project) -> bool:
    """Whether a project names the library; one without `pyproject.toml` is published by nobody."""
    if not project.pyproject.exists():
        return True
    metadata = tomllib.loads(project.pyproject.read_text(encoding="utf-8")).get("project", {})
    extras = metadata.get("optional-dependencies", {})
    named = [*metadata.get("dependencies", []), *(line for extra in extras.values() for line in extra)]
    return any(_REQUIREMENT.fullmatch(line) for line in named)
