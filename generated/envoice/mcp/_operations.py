"""The operations that tools call, told apart by what they do, and which of them are allowed."""

from __future__ import annotations

import difflib
import importlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final, Literal, NamedTuple, TypeAlias

import click

from .._commands import RESOURCES
from ..cli._command import Command
from ..cli._exits import SAFE
from ..cli._text import escape_terminal
from ._declared import DELETES, READS

BUILDS_ON: Final = ("_commands.RESOURCES",)

Kind: TypeAlias = Literal["read", "write", "delete"]

CHANGES: Final[tuple[Kind, ...]] = ("write", "delete")
"""What has to be allowed."""

_DELETING: Final = frozenset({"delete", "destroy", "erase", "purge", "remove"})
_SENT: Final = frozenset({"upload", "uploads", "named_uploads"})


class Operation(NamedTuple):
    """One method of a resource.

    Args:
        resource: The resource, `orders`.
        command: The method, as the command line knows it.
        enums: The members of the enums that its arguments take, in lower case.
        kind: What it does.
    """

    resource: str
    command: Command
    enums: Mapping[str, Sequence[str]]
    kind: Kind

    @property
    def name(self) -> str:
        """Its public name, `orders.get`."""
        return f"{self.resource}.{self.command.verb}"

    @property
    def tool(self) -> str:
        """The name of its own tool, in the characters that every host takes."""
        return self.name.replace(".", "_")

    @property
    def summary(self) -> str:
        """What it does, on one line, in the vendor's words."""
        gone = "Deprecated. " if self.command.deprecated else ""
        return gone + escape_terminal(self.command.summary)

    @property
    def needs_folder(self) -> bool:
        """Whether it reads or writes a file of this machine."""
        kinds = {argument.kind for argument in self.command.arguments}
        return bool(self.command.gives == "file" or kinds & {*_SENT, "file"})

    @property
    def needed(self) -> list[str]:
        """The names of the arguments that must be given."""
        return [argument.name for argument in self.command.arguments if argument.required]


@cache
def operations() -> Mapping[str, Operation]:
    """Return every operation by its public name, in the order of the resources."""
    found: dict[str, Operation] = {}
    for resource in RESOURCES:
        module = importlib.import_module(f".._commands.{resource.replace('.', '_')}", __package__)
        for command in module.COMMANDS:
            operation = Operation(resource, command, module.ENUMS, _kind(f"{resource}.{command.verb}", command))
            found[operation.name] = operation
    return found


def _kind(name: str, command: Command) -> Kind:
    method = command.calls.partition(" ")[0]
    if name in READS or method in SAFE:
        return "read"
    # What is written by hand says nothing of what it sends, so it may be anything but a deletion.
    return "delete" if name in DELETES or method == "DELETE" or command.verb.split("_")[0] in _DELETING else "write"


def named(name: object) -> Operation:
    """Return an operation.

    Args:
        name: Its public name, `orders.get`.

    Raises:
        UsageError: There is none.
    """
    known = operations()
    if not isinstance(name, str) or name not in known:
        near = difflib.get_close_matches(str(name), known, 1)
        hint = f"did you mean {near[0]}?" if near else "search_operations finds those that there are."
        raise click.UsageError(f"There is no operation {escape_terminal(name)[:100]!r}; {hint}")
    return known[name]


class Permissions:
    """What may be changed; whatever only reads is always allowed.

    Args:
        words: `write`, `delete`, or names of operations with commas between.

    Raises:
        UsageError: A word is neither.
    """

    def __init__(self, words: Iterable[str] = ()) -> None:
        asked = [word.strip() for text in words for word in text.split(",") if word.strip()]
        self._kinds = {word for word in asked if word in CHANGES}
        self._names = {named(word).name for word in asked if word not in CHANGES}

    def allows(self, operation: Operation) -> bool:
        """Return whether an operation may be called.

        Args:
            operation: The operation.
        """
        return operation.kind == "read" or operation.kind in self._kinds or operation.name in self._names

    def any_of(self, kind: Kind) -> bool:
        """Return whether any operation of a kind may be called.

        Args:
            kind: What it does.
        """
        return any(operation.kind == kind and self.allows(operation) for operation in operations().values())

    def check(self, operation: Operation, kind: Kind) -> None:
        """Refuse an operation that is not allowed, or that another tool calls.

        Args:
            operation: The operation.
            kind: What the tool is for.

        Raises:
            UsageError: It is not called; the message says how it would be.
        """
        if not self.allows(operation):
            raise click.UsageError(
                f"{operation.name} is not allowed here: whoever starts this server allows it with --allow "
                f"{operation.name}, or with --allow {operation.kind}."
            )
        if operation.kind != kind:
            raise click.UsageError(f"{operation.name} is called by call_{operation.kind}, for it is no {kind}.")


def search(text: str, permissions: Permissions, most: int) -> list[dict[str, object]]:
    """Return the operations that fit a text best.

    Args:
        text: Words of what is wanted; empty for all operations.
        permissions: What may be called.
        most: How many to return.
    """
    words = text.lower().replace(".", " ").replace("_", " ").split()
    ranked = [(_rank(operation, words), operation) for operation in operations().values()]
    found = [operation for rank, operation in sorted(ranked, key=lambda pair: -pair[0]) if rank or not words]
    return [
        {
            "operation": operation.name,
            "kind": operation.kind,
            "summary": operation.summary,
            "needs": operation.needed,
            "allowed": permissions.allows(operation),
        }
        for operation in found[:most]
    ]


def _rank(operation: Operation, words: Sequence[str]) -> int:
    """How well an operation fits: a word of its name counts more than one of its summary."""
    name = operation.name.replace(".", " ").replace("_", " ")
    summary = operation.summary.lower()
    return sum(3 * _has(name, word) + _has(summary, word) for word in words)


def _has(text: str, word: str) -> bool:
    # A plural finds the singular, and the other way round.
    return word in text or (word.endswith("s") and word[:-1] in text)
