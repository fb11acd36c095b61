"""What a stateful fake keeps: records that were created, and what follows from them for the other operations.

The rules go by what an operation is called, takes and answers, and by no resource's name. A resource is kept if it has
an operation `create`, and its records have an id.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, cast

import msgspec

from .._api import MESSAGE_FIELDS
from .._http.operation import Operation
from .._json.codec import Undecodable, decode, encode
from .._json.shapes import Shape, is_list, is_object, shape_of
from .._lazy import lazy_module
from ..errors import ConfigurationError, EncodeError
from . import _catalogue
from ._call import Call
from .replies import Reply, as_plain, default, is_paged, item_shape

__all__ = ["UNKNOWN", "State"]

BUILDS_ON: Final = ("_api.MESSAGE_FIELDS",)

# Only a package carries it whose errors have their texts below the top.
_paths: Any = lazy_module("._json.error_paths")

UNKNOWN: Final = object()
"""The answer of an operation that nothing kept says anything of."""

_ID: Final = "id"
_NOT_FOUND: Final = 404
_CHANGES: Final = "change_"
_READS: Final = "get_"


class _Kept:
    """The records of one resource, as JSON has them, by their ids.

    Args:
        resource: Its name.
        shape: Of a record.
        id_name: What the id is called in JSON.
    """

    def __init__(self, resource: str, shape: Shape, id_name: str) -> None:
        self.resource = resource
        self.shape = shape
        self.id_name = id_name
        self.records: dict[int, dict[str, Any]] = {}
        self._numbers = itertools.count(1)

    def new_id(self) -> int:
        """Return the next id that no record has had."""
        return next(number for number in self._numbers if number not in self.records)

    def missing(self, number: int) -> Reply:
        """Return the answer for an id that no record has.

        Args:
            number: The id.
        """
        message = f"{self.resource}: no record has the id {number}."
        return Reply(status=_NOT_FOUND, json=_error(message))


def _error(message: str) -> dict[str, Any]:
    """The body of an error, where `[errors]` says that its text is."""
    for path in MESSAGE_FIELDS[:1]:
        return _paths.placed_at(path, message) if "." in path or "[" in path else {path: message}
    return {}


class State:
    """The records of every resource that keeps some. Its methods are called from any thread."""

    def __init__(self) -> None:
        self._kept: dict[str, _Kept | None] = {}
        self._lock = threading.Lock()

    def keep(self, resource: str, records: Sequence[object]) -> None:
        """Keep records as if they had been created.

        Args:
            resource: The resource's name.
            records: Models or plain objects in the wire's names; one without an id gets the next.

        Raises:
            ConfigurationError: The resource keeps nothing, or a record has another shape.
        """
        kept = self._of(resource)
        if kept is None:
            names = dict.fromkeys(name.rpartition(".")[0] for name in _catalogue.operations())
            raise ConfigurationError(f"keep({resource!r}): give one of {', '.join(filter(self._of, names))}.")
        for record in records:
            plain = _checked(kept, record)
            with self._lock:
                self._create(kept, plain)

    def clear(self) -> None:
        """Forget every record."""
        with self._lock:
            self._kept = {}

    def answer(self, operation: Operation[Any], call: Call) -> object:
        """Return what follows from the records for a call, a value or a `Reply`.

        Args:
            operation: What was called.
            call: The call.

        Returns:
            The answer; `UNKNOWN` where the records say nothing.
        """
        resource, _, verb = operation.name.rpartition(".")
        kept = self._of(resource)
        if kept is None:
            return UNKNOWN
        with self._lock:
            return self._answer(kept, operation, verb, call)

    def _of(self, resource: str) -> _Kept | None:
        """What is kept of a resource; the models of those that nobody asks for are not loaded."""
        if resource not in self._kept:
            found = _kept_of(resource)
            with self._lock:
                self._kept.setdefault(resource, found)
        return self._kept[resource]

    def _answer(self, kept: _Kept, operation: Operation[Any], verb: str, call: Call) -> object:
        body = call.body if call.content else None
        if verb == "create" and is_object(body):
            number = self._create(kept, {**body, kept.id_name: None})
            return _result(operation, kept, number)
        if _lists(operation, kept):
            return _listed(operation, kept, call)
        asked = _asked_id(operation, kept, call, body)
        return UNKNOWN if asked is None else self._about(kept, operation, asked, body)

    def _about(self, kept: _Kept, operation: Operation[Any], number: int, body: object) -> object:
        """The answer of an operation on one record."""
        verb = operation.name.rpartition(".")[2]
        if number not in kept.records:
            return kept.missing(number)
        if verb == "delete":
            del kept.records[number]
            return number if operation.result is int else default(operation)
        if is_object(body) and (verb == "update" or verb.startswith(_CHANGES)):
            kept.records[number] |= self._record(kept.shape, body)
        return _result(operation, kept, number)

    def _create(self, kept: _Kept, members: Mapping[str, Any]) -> int:
        given = members.get(kept.id_name)
        number = given if isinstance(given, int) else kept.new_id()
        kept.records[number] = {**self._record(kept.shape, members), kept.id_name: number}
        return number

    def _record(self, shape: Shape, members: Mapping[str, Any]) -> dict[str, Any]:
        """The members that a record has, and for the id of another record, as in `ClientId`, that record itself."""
        record: dict[str, Any] = _projected(shape, _numbered(shape, members))
        for name, field in shape.fields.items():
            number = members.get(f"{name}Id")
            if name not in record and field.shape.fields and isinstance(number, int):
                record[name] = self._other(field.shape, number)
        return record

    def _other(self, shape: Shape, number: int) -> dict[str, Any]:
        for kept in self._kept.values():
            if kept is not None and kept.shape.kind is shape.kind and number in kept.records:
                return kept.records[number]
        id_name = _id_of(shape)
        return {id_name: number} if id_name else {}


def _kept_of(resource: str) -> _Kept | None:
    """What is kept of a resource, nothing so far; None where it keeps no records."""
    operations = _catalogue.operations_of(resource)
    shape = _record_shape(resource, operations) if f"{resource}.create" in operations else None
    id_name = None if shape is None else _id_of(shape)
    return None if shape is None or id_name is None else _Kept(resource, shape, id_name)


def _record_shape(resource: str, operations: Mapping[str, Operation[Any]]) -> Shape | None:
    """The shape of a record: what `get` answers, else `create`, else an item of `list`."""
    for verb in ("get", "create", "list"):
        operation = operations.get(f"{resource}.{verb}")
        if operation is None or operation.result is None:
            continue
        shape = _item_shape(operation) or shape_of(cast("Any", operation.result))
        if shape.fields:
            return shape
    return None


def _item_shape(operation: Operation[Any]) -> Shape | None:
    """The shape of an item of a list, in pages or not; None of what is no list."""
    if operation.result is None:
        return None
    shape = shape_of(cast("Any", operation.result))
    return item_shape(operation) if is_paged(operation) else shape.item


def _id_of(shape: Shape) -> str | None:
    return next((wire for wire, field in shape.fields.items() if field.name == _ID), None)


def _lists(operation: Operation[Any], kept: _Kept) -> bool:
    item = _item_shape(operation)
    return operation.method == "GET" and item is not None and _id_of(item) == kept.id_name


def _listed(operation: Operation[Any], kept: _Kept, call: Call) -> object:
    item = cast("Shape", _item_shape(operation))
    records = [kept.records[number] for number in sorted(kept.records)]
    if searched := _option(call, "query"):
        records = [record for record in records if _contains(record, searched.casefold())]
    by = _option(call, "orderBy")
    name = next((name for name in kept.shape.fields if by and name.casefold() == by.casefold()), None)
    if name is not None:
        records.sort(key=lambda record: _sortable(record.get(name)), reverse=_option(call, "order") == "Desc")
    page, size = _option(call, "page"), _option(call, "pageSize")
    if not is_paged(operation) and page is not None and size is not None and page.isdecimal() and size.isdecimal():
        records = records[(max(int(page), 1) - 1) * int(size) :][: int(size)]
    return [_projected(item, record) for record in records]


def _option(call: Call, name: str) -> str | None:
    texts = (text for wire, text in call.query.items() if wire.rpartition(".")[2].casefold() == name.casefold())
    return next((text for text in texts if isinstance(text, str) and text), None)


def _contains(value: object, searched: str) -> bool:
    if is_object(value):
        return any(_contains(item, searched) for item in value.values())
    return isinstance(value, str) and searched in value.casefold()


def _sortable(value: object) -> tuple[bool, bool, Any]:
    return (True, True, value) if isinstance(value, int | Decimal) else (value is not None, False, f"{value}")


def _asked_id(operation: Operation[Any], kept: _Kept, call: Call, body: object) -> int | None:
    """The id of the record that a call is about: the last of its path, its one required one, or that of its body."""
    if call.path_values:
        return _integer([*call.path_values.values()][-1])
    named = [name for name in operation.required if name]
    if len(named) == 1:
        return _integer(call.query.get(named[0]))
    number = body
    if is_object(body):
        # What is sent for a record, as a message is, names it as `OrderId`.
        number = body.get(f"{kept.shape.kind.__name__}{kept.id_name}", body.get(kept.id_name))
    return number if isinstance(number, int) and not isinstance(number, bool) else None


def _integer(text: object) -> int | None:
    return int(text) if isinstance(text, str) and text.lstrip("-").isdecimal() else None


def _checked(kept: _Kept, record: object) -> dict[str, Any]:
    kind, plain = kept.shape.kind, as_plain(record)
    if isinstance(record, msgspec.Struct) and not isinstance(record, kind):
        problem = f"got {type(record).__name__}"
    elif not is_object(plain):
        problem = f"got {record!r}"
    else:
        try:
            # It gets the ids that it lacks.
            number = plain.get(kept.id_name)
            decode(encode(_numbered(kept.shape, {**plain, kept.id_name: 1 if number is None else number})), kind)
        except EncodeError as error:
            problem = error.message
        except Undecodable as error:
            problem = f"{error.reason}{f' at {error.path}' if error.path else ''}"
        else:
            return plain
    where = f"keep({kept.resource!r})"
    raise ConfigurationError(
        f"{where}: a record must be of the model {kind.__name__}, or an object of its names: {problem}."
    )


def _result(operation: Operation[Any], kept: _Kept, number: int) -> object:
    """What an operation answers for a record: the record, its id, one of its members, or what is made up."""
    verb, record = operation.name.rpartition(".")[2], kept.records[number]
    if operation.result is None:
        return None
    shape = shape_of(cast("Any", operation.result))
    if shape.kind is kept.shape.kind:
        # A copy, because it is written out while other threads may change the record.
        return _projected(shape, record)
    if verb in {"create", "update"} and operation.result is int:
        return number
    if verb.startswith(_READS):
        for name, field in kept.shape.fields.items():
            if field.name == verb.removeprefix(_READS) and field.shape.kind is shape.kind and record.get(name):
                return record[name]
    if verb.startswith(_CHANGES) and operation.result is bool:
        return True
    return default(operation)


def _numbered(shape: Shape, value: Any) -> Any:
    """A value in which the objects of its lists have ids, as the service gives them."""
    if shape.fields and is_object(value):
        return {
            name: _numbered(shape.fields[name].shape, item) if name in shape.fields else item
            for name, item in value.items()
        }
    if shape.item is None or not is_list(value):
        return value
    items: list[Any] = [_numbered(shape.item, item) for item in value]
    if (id_name := _id_of(shape.item)) is None:
        return items
    taken = {item.get(id_name) for item in items if is_object(item)}
    free = (number for number in itertools.count(1) if number not in taken)
    return [{**item, id_name: next(free)} if is_object(item) and item.get(id_name) is None else item for item in items]


def _projected(shape: Shape, value: Any) -> Any:
    """The members of a value that stand in a shape, at every depth."""
    if shape.fields and is_object(value):
        return {
            name: _projected(shape.fields[name].shape, item) for name, item in value.items() if name in shape.fields
        }
    if shape.item is not None and is_list(value):
        return [_projected(shape.item, item) for item in value]
    return value
