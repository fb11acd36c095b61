"""Divides the models of a large API among modules, so that a program loads no more of them than it uses.

Models that the same resources reach lie together, and where those are many, such as the same operations reach. A model
is reached by all that reach whoever names it, so a module only names models of itself and of those that more operations
reach: no two need each other, and models that refer to one another in a circle lie in one module.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from sdkwright.emit.answers import own_errors, usual_errors
from sdkwright.ir import Api, Operation, references
from sdkwright.normalise.identifiers import flat, snake

LIMIT: Final = 300
"""Models and enums that one module holds at most before they are divided."""

CHUNK: Final = 24
"""Models of the same resources from which on another module begins, unless the same operations reach them."""

_LONGEST: Final = 60
_UNUSED: Final = "unused"


@attrs.frozen
class Part:
    """A module of models.

    Attributes:
        name: Its name below `_models`.
        names: Its models and enums, sorted.
        imports: What it names of other parts: names by part, both sorted.
    """

    name: str
    names: tuple[str, ...]
    imports: Mapping[str, tuple[str, ...]]


def is_divided(api: Api) -> bool:
    """Whether the models of an API are too many for one module.

    Args:
        api: The API.
    """
    return len(api.schemas) > LIMIT


def parts_of(api: Api) -> tuple[Part, ...]:
    """The modules of the models, sorted by name; none where one module holds all.

    Args:
        api: The API.
    """
    if not is_divided(api):
        return ()
    users = _users(api)
    groups: dict[tuple[str, ...], dict[int, list[str]]] = {}
    for name in sorted(api.schemas):
        groups.setdefault(_resources(users[name], api), {}).setdefault(users[name], []).append(name)
    chunks = {resources: [*_chunks(group)] for resources, group in groups.items()}
    called = _called(chunks)
    homes = {name: called[chunk] for parts in chunks.values() for chunk in parts for name in chunk}
    made = [Part(part, chunk, _imports(part, chunk, homes, api)) for chunk, part in called.items()]
    return tuple(sorted(made, key=lambda part: part.name))


def _users(api: Api) -> dict[str, int]:
    """The operations that reach each model, a bit for each in the order of the resources."""
    usual = usual_errors(api)
    users = dict.fromkeys(api.schemas, 0)
    operations = [operation for resource in api.resources for operation in resource.operations]
    for place, operation in enumerate(operations):
        for name in _named(operation, api, usual):
            users[name] |= 1 << place
    pending = [name for name, found in users.items() if found]
    while pending:
        name = pending.pop()
        for other in api.schemas[name].references:
            if users[other] | users[name] != users[other]:
                users[other] |= users[name]
                pending.append(other)
    return users


def _resources(users: int, api: Api) -> tuple[str, ...]:
    """The resources that some operations belong to."""
    found: list[str] = []
    for resource in api.resources:
        if users & ((1 << len(resource.operations)) - 1):
            found.append(flat(resource.name))
        users >>= len(resource.operations)
    return tuple(found)


def _chunks(group: Mapping[int, list[str]]) -> Iterator[tuple[str, ...]]:
    """The models of the same resources, some to a module: first those that most operations reach.

    A model names none behind it in this order, so that no two modules need each other.
    """
    chunk: list[str] = []
    for _, names in sorted(group.items(), key=lambda found: (-found[0].bit_count(), found[0])):
        if chunk and len(chunk) + len(names) > CHUNK:
            yield tuple(sorted(chunk))
            chunk = []
        chunk += names
    yield tuple(sorted(chunk))


def _called(chunks: Mapping[tuple[str, ...], Sequence[tuple[str, ...]]]) -> dict[tuple[str, ...], str]:
    """A name for each module: that of the resource that alone reaches it, or of its first model."""
    found: dict[tuple[str, ...], str] = {}
    taken: set[str] = set()
    for users, parts in sorted(chunks.items(), key=lambda group: (len(group[0]), group[0])):
        for place, names in enumerate(parts):
            first = snake(names[0])
            wanted = users[0] if len(users) == 1 else f"shared_{first}" if users else _UNUSED
            wanted = f"{wanted}_{first}" if place and len(users) <= 1 else wanted
            found[names] = next(name for name in _candidates(wanted[:_LONGEST].rstrip("_")) if name not in taken)
            taken.add(found[names])
    return found


def _candidates(wanted: str) -> Iterator[str]:
    yield wanted
    number = 2
    while True:
        yield f"{wanted}_{number}"
        number += 1


def _imports(part: str, names: Sequence[str], homes: Mapping[str, str], api: Api) -> dict[str, tuple[str, ...]]:
    used = {other for name in names for other in api.schemas[name].references if homes[other] != part}
    return {
        home: tuple(sorted(name for name in used if homes[name] == home))
        for home in sorted({homes[name] for name in used})
    }


def _named(operation: Operation, api: Api, usual: dict[str, str]) -> Iterator[str]:
    """The schemas that the constant of an operation names, or its body: the usual errors are loaded by name."""
    yield from operation.sent
    for parameter in operation.parameters:
        yield from references(parameter.type)
    for response in operation.successes:
        for content in response.contents:
            yield from references(content.type)
    for error in (own_errors(operation, api, usual) or {}).values():
        yield from references(error.type)
