"""One of the two documents: its operations and schemas by their public names, and who sends or receives what."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import attrs

from sdkwright.documents import walk
from sdkwright.normalise.deprecations import is_alias
from sdkwright.normalise.identifiers import snake
from sdkwright.normalise.sites import OperationSite, operations

_REFERENCE = "#/components/schemas/"
JSON = "application/json"


@attrs.frozen
class Side:
    """A mended document, but for the nullability that we add.

    Attributes:
        document: The document.
    """

    document: dict[str, Any] = attrs.field(repr=False)

    @cached_property
    def operations(self) -> dict[str, OperationSite]:
        """By public name."""
        return {str(site.operation["operationId"]): site for site in operations(self.document)}

    @property
    def schemas(self) -> dict[str, dict[str, Any]]:
        """By public name, hoisted enums among them."""
        found: dict[str, dict[str, Any]] = self.document["components"]["schemas"]
        return found

    @cached_property
    def sent(self) -> dict[str, set[str]]:
        """The operations that send a schema, by schema."""
        return self._users(lambda site: [site.operation.get("requestBody", {}), site.parameters])

    @cached_property
    def received(self) -> dict[str, set[str]]:
        """The operations that receive a schema, by schema; errors apart, which are the same for all."""
        return self._users(lambda site: [success(site)[1]])

    def users(self, schema: str) -> tuple[str, ...]:
        """The operations that send or receive a schema, sorted."""
        return tuple(sorted(self.sent[schema] | self.received[schema]))

    def _users(self, starts: Any) -> dict[str, set[str]]:
        users: dict[str, set[str]] = defaultdict(set)
        for name, site in self.operations.items():
            for schema in self._reachable(starts(site)):
                users[schema].add(name)
        return users

    def _reachable(self, start: object) -> set[str]:
        found: set[str] = set()
        pending = [*references(start)]
        while pending:
            name = pending.pop()
            if name not in found and name in self.schemas:
                found.add(name)
                pending += references(self.schemas[name])
        return found


def references(value: object) -> Iterator[str]:
    """The schemas that a value refers to, directly."""
    for _, node in walk(value):
        if isinstance(node, dict) and str(node.get("$ref", "")).startswith(_REFERENCE):
            yield node["$ref"].removeprefix(_REFERENCE)


def success(site: OperationSite) -> tuple[str, dict[str, Any]]:
    """The status and the response that mean success, of which there is one."""
    return next((status, response) for status, response in site.operation["responses"].items() if status[0] == "2")


def content(holder: dict[str, Any]) -> dict[str, Any] | None:
    """The schema of a body, or None where there is no body."""
    schema: dict[str, Any] | None = holder.get("content", {}).get(JSON, {}).get("schema")
    return schema


def fields(schema: dict[str, Any]) -> dict[str, tuple[str, dict[str, Any]]]:
    """The properties of a schema by their names in Python: wire name and schema."""
    return {
        str(value.get("x-name") or snake(wire)): (wire, value)
        for wire, value in schema.get("properties", {}).items()
        if not is_alias(value)
    }
