"""One of the two documents: its operations and schemas by their public names, and who sends or receives what."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

import attrs

from sdkwright.ir import Api, Content, Field, Model, Operation, Schema, Type, references


@attrs.frozen
class Side:
    """A normalised document, but for the nullability that we add.

    Attributes:
        api: What it says.
    """

    api: Api = attrs.field(repr=False)

    @cached_property
    def operations(self) -> dict[str, Operation]:
        """By public name."""
        return {operation.name: operation for operation in self.api.operations}

    @property
    def schemas(self) -> Mapping[str, Schema]:
        """By public name, hoisted enums among them."""
        return self.api.schemas

    @cached_property
    def sent(self) -> dict[str, set[str]]:
        """The operations that send a schema, by schema."""
        return self._users(lambda operation: [*operation.sent, *_named(item.type for item in operation.parameters)])

    @cached_property
    def received(self) -> dict[str, set[str]]:
        """The operations that receive a schema, by schema; errors apart, which are the same for all."""
        return self._users(lambda operation: [*_received(operation)])

    def users(self, schema: str) -> tuple[str, ...]:
        """The operations that send or receive a schema, sorted."""
        return tuple(sorted(self.sent[schema] | self.received[schema]))

    def _users(self, starts: Callable[[Operation], list[str]]) -> dict[str, set[str]]:
        users: dict[str, set[str]] = defaultdict(set)
        for name, operation in self.operations.items():
            for schema in self.api.reachable(starts(operation)):
                users[schema].add(name)
        return users


def _received(operation: Operation) -> Iterable[str]:
    types = (content.type for response in operation.successes for content in response.contents)
    return _named(types)


def _named(types: Iterable[Type]) -> list[str]:
    return [name for type_ in types for name in references(type_)]


def type_in(content: Content | None) -> Type | None:
    """The type of a body, or None where there is no body."""
    return None if content is None else content.type


def fields(model: Model) -> dict[str, Field]:
    """The fields of a model by their names in Python, old names apart."""
    return {field.name: field for field in model.fields if field.alias_of is None}
