"""What the stub of an operation leaves to another at its address, which asks the query for the same and for more."""

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from sdkwright.ir import Api, Operation
from sdkwright.stubs.addresses import constant_query, required

Asked: TypeAlias = Mapping[str, Mapping[str, str]]
"""What is asked of each parameter of the query."""

_EXACT: Final = "equalTo"


def left_to_others(api: Api, known: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, dict[str, bool]]]:
    """What must not be in the query, by the names of the operations; of most operations nothing.

    Args:
        api: The API.
        known: Where the stubs answer, by the names of the operations.
    """
    at: dict[tuple[object, ...], list[Operation]] = {}
    for operation in api.operations:
        at.setdefault((operation.method, *known[operation.name].items()), []).append(operation)
    found: dict[str, dict[str, dict[str, bool]]] = {}
    keys = {operation.name: _keys(operation, api) for operation in api.operations}
    for group in at.values():
        asked = {one.name: _query(one, api) for one in group} if len(group) > 1 else {}
        for operation in group if asked else ():
            names = {*_left(operation, asked)} - keys.get(operation.name, frozenset())
            found |= {operation.name: {name: {"absent": True} for name in sorted(names)}} if names else {}
    return found


def _keys(operation: Operation, api: Api) -> frozenset[str]:
    """What the operation's keys are called in the query, where they are sent beside its parameters."""
    used = {name for alternative in operation.security or () for name in alternative}
    return frozenset(
        scheme.parameter for scheme in api.security_schemes if scheme.name in used and scheme.location == "query"
    )


def _query(operation: Operation, api: Api) -> Asked:
    return constant_query(operation) | required(operation.parameters, api.schemas).get("queryParameters", {})


def _left(operation: Operation, asked: Mapping[str, Asked]) -> Iterator[str]:
    """The first name by which each operation that asks for more is known, if ours can never send it."""
    ours = asked[operation.name]
    sent = {parameter.wire for parameter in operation.parameters if parameter.location == "query"}
    for theirs in asked.values():
        more = theirs.keys() - ours.keys()
        if more and ours.keys() <= theirs.keys() and not any(_differs(ours[name], theirs[name]) for name in ours):
            yield from sorted(more - sent)[:1]


def _differs(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether no value is what both ask for."""
    return _EXACT in one and _EXACT in other and one != other
