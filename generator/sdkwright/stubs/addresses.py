"""Where a stub answers: the path of its operation, as a pattern where it has parameters.

A pattern never fits what another operation's path says more closely: `/orders/{id}` leaves `/orders/latest` to the
operation of that path.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final, TypeAlias
from urllib.parse import parse_qsl

from sdkwright.ir import Api, Enum, Operation, Parameter, Reference, Scalar, Schema, Type, is_one_value, is_plain
from sdkwright.media import QUERY_STRING

Asked: TypeAlias = dict[str, dict[str, str]]
"""What a stub asks of each header, cookie or parameter of the query."""

_HOLE: Final = re.compile(r"\{([^{}]+)\}")
_SPECIAL: Final = re.compile(r"[\\.^$|()\[\]{}*+?]")
_NUMBERS: Final = {"integer": "-?[0-9]+", "number": r"-?[0-9]+(\.[0-9]+)?", "boolean": "true|false"}
_UUID: Final = "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"
_TEXT: Final = ".+"
_SEGMENT: Final = "[^/]+"
_BEFORE: Final = {"label": r"\.", "matrix": ";"}


def addresses(api: Api) -> dict[str, dict[str, str]]:
    """The key and the value by which a stub says where it answers, by the names of the operations.

    Args:
        api: The API.
    """
    patterns = {operation.name: _pattern(operation, api.schemas) for operation in api.operations}
    routes = {operation.name: _path(operation) for operation in api.operations}
    alike: dict[tuple[str, int], list[Operation]] = {}
    for operation in api.operations:
        alike.setdefault((operation.method, routes[operation.name].count("/")), []).append(operation)
    found: dict[str, dict[str, str]] = {}
    for group in alike.values():
        for operation in group:
            path, pattern = routes[operation.name], patterns[operation.name]
            if "{" not in path:
                found[operation.name] = {"urlPath": path}
                continue
            closer = sorted({
                patterns[other.name] for other in group if _is_closer(routes[other.name], path)
            } - {pattern})  # fmt: skip
            found[operation.name] = {"urlPathPattern": "".join(f"(?!{text}$)" for text in closer) + pattern}
    return {operation.name: found[operation.name] for operation in api.operations}


def _path(operation: Operation) -> str:
    return operation.route.partition("?")[0]


def _is_closer(other: str, path: str) -> bool:
    """Whether another path, of as many segments, says more than this one of an address that both may fit."""
    pairs = list(zip(other.split("/"), path.split("/"), strict=True))
    for theirs, ours in pairs:
        if "{" not in ours and "{" not in theirs and theirs != ours:
            return False
        if "{" not in theirs and "{" in ours and not re.fullmatch(_generic(ours), theirs):
            return False
        if "{" in theirs and "{" not in ours and not re.fullmatch(_generic(theirs), ours):
            return False
    # As OpenAPI says, what is concrete comes before what has parameters; the first difference decides.
    for theirs, ours in pairs:
        if (count := (len(_HOLE.findall(theirs)), -len(_HOLE.sub("", theirs)))) != (
            mine := (len(_HOLE.findall(ours)), -len(_HOLE.sub("", ours)))
        ):
            return count < mine
    return False


def _generic(segment: str) -> str:
    return _filled(segment, lambda _name: _SEGMENT)


def _pattern(operation: Operation, schemas: Mapping[str, Schema]) -> str:
    in_path = {parameter.wire: parameter for parameter in operation.parameters if parameter.location == "path"}
    return _filled(_path(operation), lambda name: _of_path(in_path[name], schemas) if name in in_path else _SEGMENT)


def _filled(path: str, pattern_of: Callable[[str], str]) -> str:
    pieces = _HOLE.split(path)
    return "".join(
        pattern_of(piece) if place % 2 else _SPECIAL.sub(r"\\\g<0>", piece) for place, piece in enumerate(pieces)
    )


def _of_path(parameter: Parameter, schemas: Mapping[str, Schema]) -> str:
    before = _BEFORE.get(parameter.style, "")
    if before or parameter.media_type or not is_one_value(parameter.type, schemas):
        return f"{before}{_SEGMENT}"
    values = _values(parameter.type, schemas)
    if values:
        # Enums are open, so that any other value goes there too where nothing else does.
        return _SEGMENT
    if parameter.type == Scalar("string", "uuid"):
        # A word in its place is of another path, as in `/zones/count` beside `/zones/{id}`.
        return _UUID
    pattern = _NUMBERS.get(parameter.type.kind, _SEGMENT) if isinstance(parameter.type, Scalar) else _SEGMENT
    return f"(?:{pattern})" if "|" in pattern else pattern


def _values(type_: Type, schemas: Mapping[str, Schema]) -> tuple[str, ...]:
    schema = schemas.get(type_.name) if isinstance(type_, Reference) else None
    return tuple(map(str, schema.values)) if isinstance(schema, Enum) else ()


def pattern_of(parameter: Parameter, schemas: Mapping[str, Schema]) -> str:
    """The pattern of a parameter's value as text, a list apart.

    Args:
        parameter: The parameter.
        schemas: The models and enums of the API, by name.
    """
    if parameter.location == "header" and (values := _values(parameter.type, schemas)) and len(values) == 1:
        # What tells operations at one path apart.
        return _SPECIAL.sub(r"\\\g<0>", values[0])
    return _NUMBERS.get(parameter.type.kind, _TEXT) if isinstance(parameter.type, Scalar) else _TEXT


def required(parameters: Iterable[Parameter], schemas: Mapping[str, Schema]) -> dict[str, Asked]:
    """What a stub asks of the query, the headers and the cookies: each parameter that must be there.

    Args:
        parameters: Those of the operation.
        schemas: The models and enums of the API, by name.
    """
    keys = {"query": "queryParameters", "header": "headers", "cookie": "cookies"}
    found: dict[str, Asked] = {}
    for parameter in parameters:
        if parameter.required and parameter.location in keys and _has_its_name(parameter, schemas):
            of_place = found.setdefault(keys[parameter.location], {})
            of_place[parameter.wire] = {"matches": pattern_of(parameter, schemas)}
    return found


def _has_its_name(parameter: Parameter, schemas: Mapping[str, Schema]) -> bool:
    """Whether what is sent has the parameter's own name: the members of an object may be sent under theirs."""
    if parameter.style == QUERY_STRING:
        return False
    if parameter.location == "header" or parameter.media_type or is_plain(parameter, schemas):
        return True
    return is_one_value(parameter.type, schemas) or (not parameter.explode and parameter.style != "deepObject")


def constant_query(operation: Operation) -> dict[str, dict[str, str]]:
    """What the path itself says of the query, constant or with a parameter in it, as a stub asks it.

    Args:
        operation: The operation.
    """
    query = operation.route.partition("?")[2]
    pairs = [(name, value) for name, value in parse_qsl(query, keep_blank_values=True) if "{" not in name]
    return {name: _asked_of(value) for name, value in pairs}


def _asked_of(value: str) -> dict[str, str]:
    if "{" in value:
        # A parameter of the path stands there, which may be all that tells operations apart.
        return {"matches": _TEXT}
    # WireMock does not find an empty value among several.
    return {"equalTo": value} if value else {"matches": ""}
