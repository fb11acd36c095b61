"""Describes the methods of the former SDK by ours: arguments, what is sent, and what is answered."""

from typing import Final

import attrs

from sdkwright.emit.annotations import Annotation
from sdkwright.emit.bodies import FILES
from sdkwright.emit.compatibility.arguments import Renaming, annotated
from sdkwright.emit.fields import EXTRAS
from sdkwright.emit.methods import Argument, Method
from sdkwright.ir import Api, Array, Model, Operation, Reference, Type
from sdkwright.normalise.identifiers import flat
from sdkwright.stainless.migration import Method as Declared

_OPTIONS: Final = ("extra_headers", "extra_query", "extra_body", "timeout")


@attrs.frozen
class Given:
    """One argument of a method.

    Attributes:
        name: In Python.
        wire: On the wire.
        place: Where it goes: `path` for all that is no plain query, `query`, `body`, or `whole` for the whole body.
        type: Its type.
        annotation: What a caller may give.
        required: Whether it must be given.
        positional: Whether it may be given by place.
        file: Whether it is a file.
        models: The models of its value whose fields are renamed.
    """

    name: str
    wire: str
    place: str
    type: Type
    annotation: str
    required: bool
    positional: bool
    file: bool
    models: str


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
    """

    declared: Declared
    method: Method
    stream: Method | None
    arguments: tuple[Given, ...]
    result: str
    item: str
    summary: str

    @property
    def home(self) -> str:
        """The module that has our operation."""
        return flat(self.method.operation.resource)


def describe(declared: Declared, ours: list[Method], api: Api) -> Described:
    """Describe one method.

    Args:
        declared: What the configuration says.
        ours: Our method, and that of its stream.
        api: The API.
    """
    method = next((one for one in ours if not one.operation.twin_of), ours[0])
    stream = next((one for one in ours if one.stream is not None), None)
    arguments = tuple(
        _given(argument, method, declared, api)
        for argument in method.arguments
        if argument.place != "content_type" and argument.name != EXTRAS
    )
    result, item = _result(method, declared, api)
    if declared.streams and stream is not None and stream.stream is not None:
        item = stream.stream.plain
    elif declared.streams:
        item = _model_of(declared.event_model, api) or result
    return Described(declared, method, stream, arguments, result, item, method.summary)


def _given(argument: Argument, method: Method, declared: Declared, api: Api) -> Given:
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
    last = method.operation.in_path[-1].name if method.operation.in_path else ""
    return Given(
        declared.body_argument if place == "whole" and declared.body_argument else argument.name,
        argument.wire,
        place,
        argument.annotation.type,
        annotation,
        required,
        argument.name == last or argument.wire in declared.positional,
        is_file,
        Renaming(api).models(argument.annotation.type),
    )


def _result(method: Method, declared: Declared, api: Api) -> tuple[str, str]:
    """What a method returns, and the items of its page."""
    model = _answered(method.operation, api)
    if declared.scheme and model is not None:
        field = next((one for one in model.fields if one.type and isinstance(one.type, Array)), None)
        if field is not None and isinstance(field.type, Array):
            item = field.type.items
            return "", (_plain(item))
    if declared.unwrapped and model is not None:
        field = next((one for one in model.fields if one.wire == declared.unwrapped), None)
        if field is not None:
            return (_plain(field.type)), ""
    return (str(method.returns)) if method.returns is not None else "None", ""


def _answered(operation: Operation, api: Api) -> Model | None:
    type_ = next((content.type for content in operation.success.contents), None)
    return api.models.get(type_.name) if isinstance(type_, Reference) else None


def _plain(type_: Type) -> str:
    return Annotation(type_).qualified


def _model_of(schema: str, api: Api) -> str:
    return next((one.name for one in api.schemas.values() if one.upstream_id == schema), "") if schema else ""
