"""Works out the commands of the command line: one for each method of a resource, those of additions included."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, Protocol

import attrs
import griffe

from sdkwright.emit.annotations import Annotation, source
from sdkwright.emit.answers import answers_of, choices_of
from sdkwright.emit.bodies import FILES
from sdkwright.emit.docstrings import plain
from sdkwright.emit.fields import EXTRAS, fields_of
from sdkwright.emit.methods import Method
from sdkwright.errors import GeneratorError
from sdkwright.ir import Api, Array, Map, Model, Reference, Scalar, Type
from sdkwright.ir.choices import union_of

_SCALARS: Final = {
    "str": "str",
    "int": "int",
    "Decimal": "decimal",
    "bool": "bool",
    "datetime": "datetime",
    "date": "date",
    "time": "time",
    "Duration": "duration",
    "UUID": "uuid",
    "bytes": "bytes",
}
"""From the type of an argument to the kind of its option."""
# By the annotation of an argument that is written by hand.
_KINDS: Final = {
    frozenset({"int"}): "int",
    frozenset({"str"}): "str",
    frozenset({"bool"}): "bool",
    frozenset({"datetime"}): "datetime",
    frozenset({"Decimal"}): "decimal",
    frozenset({"Decimal", "int"}): "decimal",
    frozenset({"str", "os.PathLike[str]"}): "file",
}
_ABSENT: Final = {"None", "UnsetType"}


class Owner(Protocol):
    """What is asked of a resource."""

    @property
    def path(self) -> str:
        """How it is reached from the client, `invoices`."""

    @property
    def class_name(self) -> str:
        """Its class, `Invoices`."""

    @property
    def methods(self) -> list[Method]:
        """Its generated methods."""


@attrs.frozen
class Argument:
    """One argument of a command.

    Attributes:
        name: Of the method's argument.
        kind: `int`, `str`, `bool`, `decimal`, `datetime`, `date`, `time`, `duration`, `uuid`, `bytes`, `json`, `texts`
            for a list of them, `any` for one of several types, `file` to write, `upload`, `uploads` and `named_uploads`
            to read, `accept` for the media type of the answer, or the name of an enum.
        text: What it means.
        required: Whether the method needs it.
        positional: Whether it is given by place.
        body: Whether it is a field of the body's model.
        of: The model that a JSON value is, or a list of it with `[]` at the end; empty for any value.
        choices: Of `accept`, the media types that may be asked for, the default first, each with how it is read.
    """

    name: str
    kind: str
    text: str
    required: bool
    positional: bool
    body: bool = False
    of: str = ""
    choices: Sequence[tuple[str, str]] = ()


@attrs.frozen
class Command:
    """One command, ready to be rendered.

    Attributes:
        verb: Name of the method.
        summary: What it does, in one sentence.
        calls: What it sends, `GET /api/invoice/all`; empty for a method written by hand.
        arguments: Its arguments, those that are given by place first.
        body: Name of the body's model, or None.
        item: Name of the type that a list consists of, or None where no list is answered.
        answer: Name of the model that is answered, or None where it is a list or no model.
        paged: Whether the list comes in pages.
        gives: `file` where the answer is bytes, `lines` where it is a stream of items; empty for any other.
        filters: The fields of the items by which they can be picked, with the enum of each.
        deprecated: The warning about a method that goes, or None.
    """

    verb: str
    summary: str
    calls: str
    arguments: list[Argument]
    body: str | None = None
    item: str | None = None
    answer: str | None = None
    paged: bool = False
    gives: str = ""
    filters: Sequence[tuple[str, str]] = ()
    deprecated: str | None = None


@attrs.frozen
class Commands:
    """The commands of one resource.

    Attributes:
        attribute: How the resource is reached from the client, `invoices`.
        commands: One for each method, in the order of the methods.
        enums: The members of the enums that arguments and filters take, in lower case.
    """

    attribute: str
    commands: list[Command]
    enums: dict[str, list[str]]


def commands_of(owner: Owner, api: Api, addition: Path | None) -> Commands:
    """The commands of one resource.

    Args:
        owner: The resource.
        api: The API, for its models and enums.
        addition: The hand-written module that extends the resource, or None.

    Raises:
        GeneratorError: A method of the addition has an argument of a type that no option can have.
    """
    members = {enum.name: [member.lower() for member in enum.members] for enum in api.enums.values()}
    found = [_generated(method, api) for method in owner.methods]
    if addition is not None:
        have = {command.verb for command in found}
        found += [command for command in _by_hand(addition, owner, members) if command.verb not in have]
    used = {argument.kind for command in found for argument in command.arguments}
    used |= {kind for command in found for _, kind in command.filters}
    return Commands(owner.path, found, {name: members[name] for name in sorted(used & members.keys())})


def _generated(method: Method, api: Api) -> Command:
    arguments = [
        Argument(
            argument.name,
            _kind_of(argument.annotation, api, positional=argument.positional)
            if argument.place != "accept"
            else "accept",
            argument.text,
            required=argument.default is None,
            positional=argument.positional,
            body=method.body_class is not None and argument.place == "body",
            of=_of(argument.annotation.type, api) if method.body_class is None else "",
            choices=_choices(method) if argument.place == "accept" else (),
        )
        for argument in [*method.positional, *method.by_name]
        # What is beside the fields stands in the document of --body.
        if not (method.body_class is not None and argument.place == "body" and argument.name == EXTRAS)
    ]
    item, paged = _item(method), method.paginated is not None
    arguments_used = {argument.name for argument in arguments}
    return Command(
        verb=method.name,
        summary=method.summary,
        calls=method.operation.key,
        arguments=arguments,
        body=method.body_class,
        item=item,
        answer=_answer(method, api) if item is None else None,
        paged=paged,
        gives=_gives(method),
        filters=[*_filters(api.models.get(item or ""), api, arguments_used)] if paged else (),
        deprecated=method.deprecated,
    )


def _choices(method: Method) -> tuple[tuple[str, str], ...]:
    """The media types that a caller may ask for, each with how it is read."""
    default = answers_of(method.operation)
    return tuple(
        (choice.media_type, (choice.answers or default)[0].reading or "json") for choice in choices_of(method.operation)
    )


def _gives(method: Method) -> str:
    if method.stream is not None:
        return "lines"
    return "file" if method.answers and method.answers[0].reading == "bytes" else ""


def _item(method: Method) -> str | None:
    """The type that the answered list consists of, or None where no list is answered."""
    if method.paginated is not None:
        return method.paginated.items
    match method.answer.type if method.answer is not None else None:
        case Array(Scalar() | Reference() as items, nullable_items=False):
            return source(items)
        case _:
            return None


def _answer(method: Method, api: Api) -> str | None:
    """The model that is answered, if it has fields to show."""
    match method.answer.type if method.answer is not None else None:
        case Reference(name) if name in api.models and api.models[name].fields:
            return name
        case _:
            return None


def _filters(model: Model | None, api: Api, arguments_used: set[str]) -> Iterator[tuple[str, str]]:
    for code in fields_of(model, api.schemas) if model is not None else ():
        field = code.field
        if isinstance(field.type, Reference) and field.type.name in api.enums and field.name not in arguments_used:
            yield field.name, field.type.name


def _of(type_: Type, api: Api) -> str:
    """The model that a JSON value is, or a list of it; empty for any other value."""
    match type_:
        case Reference(name) if name not in api.enums:
            return name
        case Array(Reference(name)) if name not in api.enums:
            return f"{name}[]"
        case _:
            return ""


def _kind_of(annotation: Annotation, api: Api, *, positional: bool) -> str:
    """The kind of option for an argument."""
    if FILES in annotation.instead and isinstance(annotation.type, Map):
        return "named_uploads"
    if FILES in annotation.instead.split(" | "):
        return "uploads" if isinstance(annotation.type, Array) else "upload"
    if annotation.type == Array(Scalar("string")) and not (annotation.instead or positional):
        return "texts"
    return _kind(annotation.type, api) or "json"


def _kind(type_: Type, api: Api) -> str | None:
    """The kind of option for a type, or None where only JSON can say it."""
    match type_:
        case Scalar():
            return _SCALARS.get(source(type_))
        case Reference(name) if name in api.enums:
            return name
        case _:
            return "any" if union_of(type_, api.schemas) is not None else None


def _kind_by_hand(annotation: str, enums: Mapping[str, list[str]]) -> str | None:
    """The kind of option for the annotation of a hand-written argument, or None where only JSON can say it."""
    choices = frozenset(annotation.split(" | ")) - _ABSENT
    name = next(iter(choices), "")
    return name if len(choices) == 1 and name in enums else _KINDS.get(choices)


def _by_hand(addition: Path, owner: Owner, enums: Mapping[str, list[str]]) -> Iterator[Command]:
    """The commands of the public methods that a hand-written module adds."""
    module = griffe.visit(addition.stem, addition, addition.read_text(encoding="utf-8"))
    added = module.classes.get(owner.class_name)
    for function in added.functions.values() if added is not None else ():
        if function.name.startswith("_") or function.has_labels("property"):
            continue
        sections = function.docstring.parse("google") if function.docstring is not None else []
        texts = {
            parameter.name: plain(parameter.description)
            for section in sections
            if isinstance(section, griffe.DocstringSectionParameters)
            for parameter in section.value
        }
        description = next(
            (section.value for section in sections if isinstance(section, griffe.DocstringSectionText)), ""
        )
        where = f"{addition.name}: {owner.class_name}.{function.name}"
        yield Command(
            verb=function.name,
            summary=plain(description.partition("\n\n")[0]),
            calls="",
            arguments=[
                _argument(parameter, texts, enums, where)
                for parameter in function.parameters
                if parameter.name not in {"self", "options"}
            ],
        )


def _argument(
    parameter: griffe.Parameter, texts: Mapping[str, str], enums: Mapping[str, list[str]], where: str
) -> Argument:
    kind = _kind_by_hand(str(parameter.annotation), enums)
    if kind is None:
        raise GeneratorError(
            f"{where}: the command line has no option for the type of {parameter.name} ({parameter.annotation}); give "
            "it a plain type, or begin the method's name with an underscore."
        )
    required = parameter.default is None
    by_place = parameter.kind is not griffe.ParameterKind.keyword_only and kind != "file"
    return Argument(parameter.name, kind, texts.get(parameter.name, ""), required=required, positional=by_place)
