"""Works out the commands of the command line: one for each method of a resource, those of additions included."""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, Protocol

import attrs
import griffe

from sdkwright.emit.docstrings import plain
from sdkwright.emit.methods import Method
from sdkwright.emit.signatures import Field
from sdkwright.errors import GeneratorError

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
_PAGE: Final = re.compile(r"(?:Pager|List|list)\[(\w+)\]")


class Owner(Protocol):
    """What is asked of a resource."""

    @property
    def attribute(self) -> str:
        """The client's property, `invoices`."""

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
        kind: `int`, `str`, `bool`, `datetime`, `decimal`, `file`, `json`, or the name of an enum.
        text: What it means.
        required: Whether the method needs it.
        positional: Whether it is given by place.
        body: Whether it is a field of the body's model.
    """

    name: str
    kind: str
    text: str
    required: bool
    positional: bool
    body: bool = False


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
        filters: The fields of the items by which they can be picked, with the enum of each.
        deprecated: What a caller is told of a method that goes, or None.
    """

    verb: str
    summary: str
    calls: str
    arguments: list[Argument]
    body: str | None = None
    item: str | None = None
    answer: str | None = None
    paged: bool = False
    filters: Sequence[tuple[str, str]] = ()
    deprecated: str | None = None


@attrs.frozen
class Commands:
    """The commands of one resource.

    Attributes:
        attribute: The resource, `invoices`.
        commands: One for each method, in the order of the methods.
        enums: The members of the enums that arguments and filters take, in lower case.
    """

    attribute: str
    commands: list[Command]
    enums: dict[str, list[str]]


def commands_of(
    owner: Owner, members: Mapping[str, list[str]], models: Mapping[str, list[Field]], addition: Path | None
) -> Commands:
    """The commands of one resource.

    Args:
        owner: The resource.
        members: The members of every enum, as `enum_members` gives them.
        models: The fields of the classes of `models.py`.
        addition: The hand-written module that extends the resource, or None.

    Raises:
        GeneratorError: A method of the addition has an argument of a type that no option can have.
    """
    found = [_generated(method, members, models) for method in owner.methods]
    if addition is not None:
        have = {command.verb for command in found}
        found += [command for command in _by_hand(addition, owner, members) if command.verb not in have]
    used = {argument.kind for command in found for argument in command.arguments}
    used |= {kind for command in found for _, kind in command.filters}
    return Commands(owner.attribute, found, {name: members[name] for name in sorted(used & members.keys())})


def enum_members(models_source: str) -> dict[str, list[str]]:
    """The members of every enum in the source of `models.py`, in lower case, by class."""
    return {
        node.name: [
            statement.targets[0].id.lower()
            for statement in node.body
            if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name)
        ]
        for node in ast.parse(models_source).body
        if isinstance(node, ast.ClassDef) and any(ast.unparse(base) == "OpenEnum" for base in node.bases)
    }


def _generated(method: Method, enums: Mapping[str, list[str]], models: Mapping[str, list[Field]]) -> Command:
    arguments = [
        Argument(
            argument.name,
            _kind(argument.annotation, enums) or "json",
            argument.text,
            required=argument.default is None,
            positional=argument.positional,
            body=method.body_class is not None and not argument.in_query,
        )
        for argument in [*method.positional, *method.by_name]
    ]
    paged = method.paginated is not None
    listed = _PAGE.fullmatch(method.result or "")
    item = method.paginated["items"] if method.paginated is not None else listed[1] if listed else None
    return Command(
        verb=method.name,
        summary=plain(method.doc.partition("\n\n")[0]),
        calls=f"{method.http_method} {method.path}",
        arguments=arguments,
        body=method.body_class,
        item=item,
        answer=method.result if item is None and models.get(method.result or "") else None,
        paged=paged,
        filters=[*_filters(models.get(item, ()), enums, {one.name for one in arguments})] if paged and item else (),
        deprecated=method.deprecated,
    )


def _filters(fields: Sequence[Field], enums: Mapping[str, list[str]], taken: set[str]) -> Iterator[tuple[str, str]]:
    for field in fields:
        kind = _kind(field.annotation, enums)
        if kind in enums and field.name not in taken:
            yield field.name, str(kind)


def _kind(annotation: str, enums: Mapping[str, list[str]]) -> str | None:
    """The kind of option for a type, or None where only JSON can say it."""
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
        told = next((section.value for section in sections if isinstance(section, griffe.DocstringSectionText)), "")
        where = f"{addition.name}: {owner.class_name}.{function.name}"
        yield Command(
            verb=function.name,
            summary=plain(told.partition("\n\n")[0]),
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
    kind = _kind(str(parameter.annotation), enums)
    if kind is None:
        raise GeneratorError(
            f"{where}: the command line has no option for the type of {parameter.name} ({parameter.annotation}); give "
            "it a plain type, or begin the method's name with an underscore."
        )
    required = parameter.default is None
    by_place = parameter.kind is not griffe.ParameterKind.keyword_only and kind != "file"
    return Argument(parameter.name, kind, texts.get(parameter.name, ""), required=required, positional=by_place)
