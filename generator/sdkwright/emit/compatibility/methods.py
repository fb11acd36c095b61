"""Describes the methods of the former SDK by ours: arguments, what is sent, and what is answered."""

import re
from collections.abc import Collection
from typing import Final

import attrs

from sdkwright.emit.annotations import Annotation
from sdkwright.emit.arguments import Argument
from sdkwright.emit.bodies import FILES
from sdkwright.emit.compatibility.arguments import Renaming, annotated
from sdkwright.emit.compatibility.given import Given
from sdkwright.emit.compatibility.unions import by_field
from sdkwright.emit.fields import EXTRAS
from sdkwright.emit.methods import Method
from sdkwright.ir import Alias, Api, Array, Map, Model, Object, Operation, Reference, Type
from sdkwright.normalise.identifiers import flat
from sdkwright.stainless.former import argument_name
from sdkwright.stainless.migration import Method as Declared
from sdkwright.stainless.migration import Scheme
from sdkwright.stainless.pagination import type_at
from sdkwright.stainless.settings import Settings

_OPTIONS: Final = frozenset({"extra_body", "extra_headers", "extra_query", "self", "timeout"})
_CHOICES: Final = frozenset({"accept", "content_type"})
# What a document says of a stream that it does not describe.
_UNTOLD: Final = frozenset({"Any", "bytes", "str"})


@attrs.frozen
class Described:
    """A method of the former SDK.

    Attributes:
        declared: What the configuration says of it.
        method: Ours.
        stream: Ours that gives the stream; None where there is none.
        arguments: Its arguments.
        result: What it returns.
        item: What its stream or its page consists of; empty for neither.
        summary: What it does.
        event: The model of an event of a stream that the document does not describe; empty where it does.
        idempotency: The header for a key by which a repeated request is known; empty for none.
        turned_in_body: Whether the body holds what turns its pages.
    """

    declared: Declared
    method: Method
    stream: Method | None
    arguments: tuple[Given, ...]
    result: str
    item: str
    summary: str
    event: str = ""
    idempotency: str = ""
    turned_in_body: bool = False

    @property
    def home(self) -> str:
        """The module that has our operation."""
        return flat(self.method.operation.resource)

    @property
    def is_paged(self) -> bool:
        """Whether it answers pages."""
        return bool(self.declared.scheme and self.item)

    @property
    def is_bytes(self) -> bool:
        """Whether it answers bytes."""
        return self.result == "bytes" and not self.declared.unwrapped


def describe(declared: Declared, ours: list[Method], scheme: Scheme | None, api: Api, settings: Settings) -> Described:
    """Describe one method.

    Args:
        declared: What the configuration says.
        ours: Our method, and that of its stream.
        scheme: How it turns pages; None where it answers none.
        api: The API.
        settings: What the configuration says besides.
    """
    method = next((one for one in ours if not one.operation.twin_of), ours[0])
    stream = next((one for one in ours if one.stream is not None), None)
    idempotency = "" if method.operation.method.upper() == "GET" else settings.idempotency
    taken = _OPTIONS | {"idempotency_key"} if idempotency else _OPTIONS
    arguments = tuple(
        one
        for argument in method.arguments
        if argument.place not in _CHOICES and argument.name != EXTRAS
        for one in by_field(_given(argument, method, declared, api, taken, settings), declared, api, taken)
    )
    arguments = tuple(sorted(_told_apart(arguments), key=lambda one: _order(one, declared)))
    result, item = _result(method, declared, scheme, api)
    event = ""
    if declared.streams:
        told = stream.stream.plain if stream is not None and stream.stream is not None else ""
        event = _model_of(declared.event_model, api) if not told or told in _UNTOLD else ""
        item = event or told or (result if _answered(method.operation, api) else "Any")
        stream = None if event else stream
    result, item = (_within(source, api) for source in (result, item))
    turning = set(scheme.request.values()) if scheme is not None else set()
    in_body = any(one.place == "body" and one.wire in turning for one in arguments)
    return Described(declared, method, stream, arguments, result, item, method.summary, event, idempotency, in_body)


def _order(given: Given, declared: Declared) -> tuple[bool, bool, int]:
    """Where an argument stands: those that go by place first, in the order in which the configuration lists them."""
    if not given.positional:
        return True, False, 0
    listed = declared.positional
    return False, not given.required, listed.index(given.wire) if given.wire in listed else len(listed)


def _told_apart(arguments: tuple[Given, ...]) -> tuple[Given, ...]:
    """The arguments, each with a name of its own: ours where two have the same."""
    seen: set[str] = set()
    found = []
    for one in arguments:
        given = attrs.evolve(one, name=one.key) if one.name in seen else one
        seen.add(given.name)
        found.append(given)
    return tuple(found)


def _within(source: str, api: Api) -> str:
    """A type with its models reached through their module: a name of a document may be one of ours too."""
    return re.sub(
        r"(?<![\w.])[A-Za-z_]\w*", lambda word: f"_models.{word[0]}" if word[0] in api.schemas else word[0], source
    )


def _given(
    argument: Argument, method: Method, declared: Declared, api: Api, taken: Collection[str], settings: Settings
) -> Given:
    place = str(argument.place)
    if place == "body" and method.body_class is None and not method.body.is_mapping:
        place = "whole"
    elif place != "body":
        place = "query" if place == "query" and argument.plain else "path"
    is_file = FILES in argument.annotation.instead.split(" | ")
    annotation = annotated(argument.annotation.type, api)
    if is_file:
        annotation = "Sequence[FileTypes]" if isinstance(argument.annotation.type, Array) else "FileTypes"
    required = argument.default is None
    if argument.annotation.nullable or not required:
        annotation += " | None"
    name = (declared.body_argument or "body") if place == "whole" else argument_name(argument.wire, declared)
    return Given(
        f"{name}_" if name in taken else name,
        argument.name,
        argument.wire,
        place,
        argument.annotation.type,
        annotation,
        required,
        # Plain bytes go by place too, behind what the path holds.
        argument.wire in declared.positional or (place == "whole" and is_file),
        is_file,
        Renaming(api).models(argument.annotation.type),
        settings.dotted and argument.place == "query" and _is_object(argument.annotation.type, api),
    )


def _is_object(type_: Type, api: Api) -> bool:
    schema = api.schemas.get(type_.name) if isinstance(type_, Reference) else None
    if isinstance(schema, Alias):
        return _is_object(schema.type, api)
    return isinstance(type_, Map | Object) or isinstance(schema, Model)


def _result(method: Method, declared: Declared, scheme: Scheme | None, api: Api) -> tuple[str, str]:
    """What a method returns, and the items of its page."""
    model = _answered(method.operation, api)
    if scheme is not None and model is not None:
        found = type_at(Reference(model.name), scheme.items, api)
        return "", _plain(found.items) if isinstance(found, Array) else "Any"
    if declared.unwrapped and model is not None:
        field = next((one for one in model.fields if one.wire == declared.unwrapped), None)
        if field is not None:
            return f"{_plain(field.type)} | None" if field.nullable else _plain(field.type), ""
    return (str(method.returns)) if method.returns is not None else "None", ""


def _answered(operation: Operation, api: Api) -> Model | None:
    type_ = next((content.type for content in operation.success.contents), None)
    return api.models.get(type_.name) if isinstance(type_, Reference) else None


def _plain(type_: Type) -> str:
    return Annotation(type_).qualified


def _model_of(schema: str, api: Api) -> str:
    return next((one.name for one in api.schemas.values() if one.upstream_id == schema), "") if schema else ""
