"""Where a call goes whose operation has parameters of other kinds than plain values of the query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from ..errors import ConfigurationError, EncodeError
from .arguments import check_parameters
from .operation import Operation
from .parameters import place
from .url import joined, query_of


class Target(NamedTuple):
    """Where a call goes.

    Args:
        url: The URL with all values.
        shown: The same with the names of what the path holds in the place of its values; empty if it holds none.
        headers: Headers by their names in lower case.
    """

    url: str
    shown: str
    headers: Mapping[str, str]


def target_of(
    base_url: str,
    operation: Operation[Any],
    values: Mapping[str, object],
    query: Mapping[str, object],
    further: Mapping[str, object],
) -> Target:
    """Return where a call goes, and the headers that its parameters make.

    Args:
        base_url: Checked base URL, without a trailing slash.
        operation: What to call.
        values: What `operation.parameters` stand for, by their names in Python.
        query: Wire names and plain values of the query; None and UNSET are left out.
        further: The query that the client adds to every request.

    Raises:
        ConfigurationError: What the client adds is a parameter of the operation.
        EncodeError: A value is of the wrong kind, cannot be written or would change the path, a required one is
            missing, or there is no such parameter.
    """
    if further:
        names = {parameter.wire for parameter in operation.parameters if parameter.location == "query"}
        if both := names & further.keys():
            raise ConfigurationError(
                f"query: {min(both)!r} is a parameter of {operation.name} itself; give it as an argument."
            )
    check_parameters(operation, values)
    if unknown := values.keys() - {parameter.name for parameter in operation.parameters}:
        raise EncodeError(f"{operation.name} has no parameter {min(unknown)!r}.")
    placed = place(operation.name, operation.path, operation.parameters, values)
    whole = "&".join(filter(None, (*placed.query, query_of(operation, (query, further)))))
    url = joined(base_url + placed.path, whole, operation)
    shown = "" if placed.path == operation.path else joined(base_url + operation.path, whole, operation)
    return Target(url, shown, placed.headers)
