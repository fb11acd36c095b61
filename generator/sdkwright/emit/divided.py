"""Divides the models of a large API among modules, so that a program loads no more of them than it uses.

Models that the same resources reach lie in one module. A model is reached by all that reach whoever names it, so a
module only imports from those that more resources reach: no two import each other, and models that refer to one
another in a circle lie in one module.
"""

from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from sdkwright.emit.answers import own_errors, usual_errors
from sdkwright.ir import Api, Operation, references
from sdkwright.normalise.identifiers import flat, snake

LIMIT: Final = 300
"""Models and enums that one module holds at most before they are divided."""

_LONGEST: Final = 60
_UNUSED: Final = "unused"


@attrs.frozen
class Part:
    """A module of models.

    Attributes:
        name: Its name below `_models`.
        names: Its models and enums, sorted.
        imports: What it takes from other parts: names by part, both sorted.
    """

    name: str
    names: tuple[str, ...]
    imports: Mapping[str, tuple[str, ...]]


def parts_of(api: Api) -> tuple[Part, ...]:
    """The modules of the models, sorted by name; none where one module holds all.

    Args:
        api: The API.
    """
    if len(api.schemas) <= LIMIT:
        return ()
    usual = usual_errors(api)
    users: dict[str, list[str]] = {name: [] for name in api.schemas}
    for resource in api.resources:
        named = {name for operation in resource.operations for name in _named(operation, api, usual)}
        for name in api.reachable(named):
            users[name].append(flat(resource.name))
    groups: dict[tuple[str, ...], list[str]] = {}
    for name in sorted(api.schemas):
        groups.setdefault(tuple(users[name]), []).append(name)
    called = _called(groups)
    homes = {name: called[group] for group, names in groups.items() for name in names}
    made = [
        Part(called[group], tuple(names), _imports(called[group], names, homes, api)) for group, names in groups.items()
    ]
    return tuple(sorted(made, key=lambda part: part.name))


def _called(groups: Mapping[tuple[str, ...], list[str]]) -> dict[tuple[str, ...], str]:
    """A name for each group: that of the resource that alone reaches it, or of its first model."""
    found: dict[tuple[str, ...], str] = {}
    taken: set[str] = set()
    for users, names in sorted(groups.items(), key=lambda group: (len(group[0]), group[0])):
        wanted = users[0] if len(users) == 1 else f"shared_{snake(names[0])}"[:_LONGEST] if users else _UNUSED
        found[users] = next(name for name in _candidates(wanted.rstrip("_")) if name not in taken)
        taken.add(found[users])
    return found


def _candidates(wanted: str) -> Iterator[str]:
    yield wanted
    number = 2
    while True:
        yield f"{wanted}_{number}"
        number += 1


def _imports(part: str, names: list[str], homes: Mapping[str, str], api: Api) -> dict[str, tuple[str, ...]]:
    used = {other for name in names for other in api.schemas[name].references if homes[other] != part}
    return {
        home: tuple(sorted(name for name in used if homes[name] == home))
        for home in sorted({homes[name] for name in used})
    }


def _named(operation: Operation, api: Api, usual: dict[str, str]) -> Iterator[str]:
    """The schemas that the module of a resource loads for an operation: the usual errors are loaded by name."""
    yield from operation.sent
    for parameter in operation.parameters:
        yield from references(parameter.type)
    for response in operation.successes:
        for content in response.contents:
            yield from references(content.type)
    for error in (own_errors(operation, api, usual) or {}).values():
        yield from references(error.type)
