"""Where a call goes whose operation has parameters of other kinds than plain values of the query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import quote

from ..errors import ConfigurationError, EncodeError
from .arguments import check_parameters
from .operation import Operation
from .parameters import place
from .url import joined, query_of


class Target(NamedTuple):
    """Where a call goes.

    Args:
        url: The URL with all values.
        shown: The same with names in the place of what the path holds, and of what is all of the query; empty if there
            is neither.
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
    # What has no name in the query would be taken for one, and names are shown.
    nameless = [
        quote(parameter.wire, safe="") for parameter in operation.parameters if parameter.style == "querystring"
    ]
    is_shown = placed.path == operation.path and not nameless
    seen = "&".join(f"{name}=" for name in nameless) or whole
    shown = "" if is_shown else joined(base_url + operation.path, seen, operation)
    return Target(url, shown, placed.headers)
