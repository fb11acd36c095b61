"""The tools: some operations with a tool of their own, the rest behind a few that call any, all of a bounded size."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from mcp import types

from .._api import TITLE
from ._declared import TOOLS
from ._operations import CHANGES, Kind, Operation, Permissions, operations
from ._schemas import DATA, input_schema, output_schema

BUILDS_ON: Final = ("_api.TITLE",)

BUDGET: Final = 24_000
"""Bytes of the list of tools: a client puts all of it before its model, whatever is asked."""

_DEPTHS: Final = (2, 1)
"""Models within models that schemas show, until the list fits."""

_LONGEST_NAME: Final = 60
"""Characters of a name, of which some hosts allow 64, with their own before it."""

_OPERATION: Final[dict[str, Any]] = {"type": "string", "description": "Such as orders.get."}
_RESULT: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {
        "notice": {"type": "string"},
        DATA: {},
        "note": {"type": "string"},
        "total": {"type": ["integer", "null"]},
        "next": {"type": "object"},
    },
    "required": ["notice", DATA],
    "additionalProperties": False,
}
_ABOUT: Final[dict[Kind, str]] = {
    "read": "Call any operation that only reads. describe says what it takes.",
    "write": "Call any operation that changes something, once a person agreed. describe says what it takes.",
    "delete": "Call any operation that deletes something, once a person agreed. describe says what it takes.",
}


class Offered(NamedTuple):
    """The tools of a server.

    Args:
        tools: All of them.
        operations: The operations that have a tool of their own, by its name.
    """

    tools: list[types.Tool]
    operations: dict[str, Operation]


def offered(permissions: Permissions, *, has_folder: bool) -> Offered:
    """Return the tools, with as many operations of their own as fit.

    Args:
        permissions: What may be changed.
        has_folder: Whether files may be read and written.
    """
    general = _general(permissions, has_folder=has_folder)
    reserved = {tool.name for tool in general}
    own: dict[str, Operation] = {}
    for operation in _curated():
        fits = len(operation.tool) <= _LONGEST_NAME and operation.tool not in reserved
        if fits and permissions.allows(operation) and (has_folder or not operation.needs_folder):
            own.setdefault(operation.tool, operation)
    room = BUDGET - size(general)
    kept: dict[str, types.Tool] = {}
    for depth in _DEPTHS:
        made = {name: _own(operation, depth) for name, operation in own.items()}
        sizes = itertools.accumulate(size([tool]) for tool in made.values())
        kept = {name: made[name] for name, taken in zip(made, sizes, strict=True) if taken <= room}
        if len(kept) == len(made):
            break
    return Offered([*kept.values(), *general], {name: own[name] for name in kept})


def size(tools: Iterable[types.Tool]) -> int:
    """Return how many bytes tools take in a list of them.

    Args:
        tools: The tools.
    """
    return sum(len(tool.model_dump_json(by_alias=True, exclude_none=True).encode()) + 1 for tool in tools)


def _curated() -> list[Operation]:
    known = operations()
    if TOOLS:
        return [known[name] for name in TOOLS if name in known]
    return [operation for operation in known.values() if operation.command.verb in {"list", "get"}]


def _own(operation: Operation, depth: int) -> types.Tool:
    asks = " A person is asked first." if operation.kind in CHANGES else ""
    return types.Tool(
        name=operation.tool,
        description=f"{operation.summary.rstrip('.')}.{asks}",
        input_schema=input_schema(operation, depth, terse=True),
        output_schema=output_schema(operation, depth, terse=True),
        annotations=hints(operation.kind),
    )


def hints(kind: Kind, *, is_open: bool = True) -> types.ToolAnnotations:
    """Return what a tool does to its surroundings.

    Args:
        kind: What it does.
        is_open: Whether it reaches the service.
    """
    return types.ToolAnnotations(
        read_only_hint=kind == "read",
        destructive_hint=kind == "delete",
        # To delete what is gone changes nothing more; to create something twice does.
        idempotent_hint=kind != "write",
        open_world_hint=is_open,
    )


def _general(permissions: Permissions, *, has_folder: bool) -> list[types.Tool]:
    tools = [
        _tool(
            "search_operations",
            f"Find operations of {TITLE} by words; an empty query lists all.",
            {"query": {"type": "string"}},
            "read",
            is_open=False,
        ),
        _tool(
            "describe",
            "What an operation takes and answers, as JSON Schemas, and how to call it.",
            {"operation": _OPERATION},
            "read",
            is_open=False,
        ),
    ]
    tools += [
        _tool(
            f"call_{kind}",
            _ABOUT[kind],
            {"operation": _OPERATION, "arguments": {"type": "object"}},
            kind,
            needed=["operation"],
        )
        for kind in ("read", *CHANGES)
        if kind == "read" or permissions.any_of(kind)
    ]
    if has_folder:
        file = {"type": "string", "description": "Its name, ending in .csv, .jsonl or .parquet."}
        exported = _tool("export", "Write all of a list to a file.", {"operation": _OPERATION, "file": file}, "write")
        tools.append(exported)
    return tools


def _tool(
    name: str,
    about: str,
    properties: dict[str, Any],
    kind: Kind,
    *,
    needed: list[str] | None = None,
    is_open: bool = True,
) -> types.Tool:
    schema = {
        "type": "object",
        "properties": properties,
        "required": [*properties] if needed is None else needed,
        "additionalProperties": False,
    }
    return types.Tool(
        name=name,
        description=about,
        input_schema=schema,
        output_schema=_RESULT,
        annotations=hints(kind, is_open=is_open),
    )
