"""Writes for each method a program that calls it, with values like those of the stubs.

Nothing of the document's text is in it: names are checked identifiers, values are ours.
"""

import ast
import keyword
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final, Protocol, TypeVar

import attrs

from sdkwright.emit.arguments import Argument
from sdkwright.emit.bodies import FILES
from sdkwright.emit.fields import FieldCode, fields_of
from sdkwright.emit.methods import Method
from sdkwright.examples.values import Values
from sdkwright.ir import Alias, Api, Array, Enum, Reference, Scalar, Type, Union
from sdkwright.ir.choices import union_of
from sdkwright.normalise.naming.words import singular
from sdkwright.project import Project
from sdkwright.reference.layout import call

_PLAIN_WORD: Final = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,40}")
_LISTED: Final = 7
"""Arguments in an example, and fields in a model of it, unless more are required."""

_IN_USE: Final = frozenset({"client", "datetime", "print"})
"""Names that the programs themselves need: a result that took one would hide it."""

_DEPTH: Final = 2
"""Models inside models, at most."""


class _Given(Protocol):
    """What may have to be given."""

    @property
    def default(self) -> str | None:
        """Source of its default; None if it must be given."""


_T = TypeVar("_T", bound=_Given)


@attrs.define
class _Values:
    """Makes the values of one example and notes what it has to import."""

    project: Project
    api: Api
    place: str
    names: set[str] = attrs.field(factory=set)
    told: dict[tuple[str, str], str] = attrs.field(factory=dict)
    standard: set[str] = attrs.field(factory=set)
    around: list[str] = attrs.field(factory=list)

    def value(self, type_: Type, name: str, wire: str, *, indent: int, owner: str = "", depth: int = 0) -> str:
        """Source of a value of a type; `indent` is that of the line it begins on."""
        match type_:
            case Array(items):
                inside = [] if self._is_around(items) else [items]
                written = [self.value(one, name, wire, indent=indent + 4, owner=owner, depth=depth) for one in inside]
                return call("[", written, "]", indent=indent, before=len(name) + 2)
            case Reference(kind) if isinstance(alias := self.api.schemas[kind], Alias):
                return self.value(alias.type, name, wire, indent=indent, owner=owner, depth=depth)
            case Reference(kind):
                return self._named(kind, indent=indent, depth=depth, before=len(name) + 2)
            case Scalar():
                return self._plain(type_, name, wire, owner)
            case Union(members):
                self.told |= _values_of(type_)
                member = next((one for one in members if not self._is_around(one)), members[0])
                return self.value(member, name, wire, indent=indent, owner=owner, depth=depth)
            case _:
                return "{}"

    def _is_around(self, type_: Type) -> bool:
        """Whether a type is a model that is being written, or a list of one, so that it would have no end."""
        while isinstance(type_, Array):
            type_ = type_.items
        union = union_of(type_, self.api.schemas)
        if union is not None:
            return all(map(self._is_around, union.members))
        return isinstance(type_, Reference) and type_.name in self.around

    def _named(self, kind: str, *, indent: int, depth: int, before: int) -> str:
        self.names.add(kind)
        schema = self.api.schemas[kind]
        if isinstance(schema, Alias):
            return "{}"
        if isinstance(schema, Enum):
            return f"{kind}.{schema.members[0]}"
        self.around.append(kind)
        parts = [
            f"{code.field.name}={self._field(code, kind, indent=indent + 4, depth=depth + 1)}"
            for code in chosen(
                [code for code in fields_of(schema, self.api.schemas) if depth < _DEPTH or code.default is None],
                lambda code: code.field.name,
                self.project,
            )
        ]
        self.around.pop()
        return call(f"{kind}(", parts, indent=indent, before=before)

    def _field(self, code: FieldCode, owner: str, *, indent: int, depth: int) -> str:
        field = code.field
        if isinstance(field.type, Scalar) and (owner, field.wire) in self.told:
            return f'"{self.told[owner, field.wire]}"'
        return self.value(field.type, field.name, field.wire, indent=indent, owner=owner, depth=depth)

    def _plain(self, type_: Scalar, name: str, wire: str, owner: str) -> str:
        place, wire = f"example {self.place}/{wire}", f"{wire[:1].upper()}{wire[1:]}"
        values = Values(self.project.examples)
        match type_:
            case Scalar("integer"):
                return "100" if name == "page_size" else str(values.integer(place, wire, owner))
            case Scalar("string", "date-time"):
                self.standard.add("from datetime import UTC, datetime")
                moment = datetime.fromisoformat(values.moment(place, wire))
                return f"datetime({moment.year}, {moment.month}, {moment.day}, tzinfo=UTC)"
            case Scalar("number"):
                self.standard.add("from decimal import Decimal")
                return f'Decimal("{values.decimal(place, wire, owner)}")'
            case Scalar("string"):
                text = values.text(place, owner, wire)
                return f'"{text}"' if text.isprintable() and not set(text) & set('"\\') else repr(text)
            case _:
                return "True"


def _values_of(union: Union) -> dict[tuple[str, str], str]:
    """The value of the discriminator that stands for a model, by the model and the property; plain words alone."""
    return {
        (name, union.discriminator): value for value, name in reversed(union.variants) if _PLAIN_WORD.fullmatch(value)
    }


def chosen(candidates: Sequence[_T], name: Callable[[_T], str], project: Project) -> list[_T]:
    """Of arguments or fields those that an example shows: the required ones, then the telling ones.

    Args:
        candidates: The arguments or fields.
        name: Gives the name of one.
        project: The checkout, which declares what is telling.
    """
    required = [candidate for candidate in candidates if candidate.default is None]
    rank = {telling: place for place, telling in enumerate(project.examples.documentation.telling)}
    others = sorted(
        (candidate for candidate in candidates if candidate.default is not None and name(candidate) in rank),
        key=lambda candidate: rank[name(candidate)],
    )
    return required + others[: max(0, _LISTED - len(required))]


def _imported(package: str, names: list[str]) -> list[str]:
    """The statement that imports some names of a package; none for no names."""
    top = call(f"from {package} import ", [", ".join(names)], "")
    if "\n" in top:
        top = call(f"from {package} import (", names)
    return [top] if names else []


def example(resource: str, method: Method, api: Api, *, project: Project, has_files: bool = True) -> str:
    """A whole program that calls `method` of `client.<resource>`.

    Args:
        resource: `invoices`.
        method: The method.
        api: The API, for its models and enums.
        project: The checkout, for its names and example values.
        has_files: Whether a file that is sent lies in a folder; otherwise its content is written out.
    """
    package, client = project.name, project.client
    maker = _Values(project, api, method.operation.name)
    arguments = chosen([*method.positional, *method.by_name], lambda argument: argument.name, project)
    if not arguments and method.body_fields:
        arguments = method.body_fields[:2]
    many = method.paginated is not None or method.stream is not None
    receiver = f"client.{resource}.{method.name}("
    own = resource.rpartition(".")[2]
    name = _item_name(own, package) if many else _result_name(own, method, package)
    head = f"for {name} in {receiver}" if many else f"{name} = {receiver}" if name else receiver
    parts = [_given(argument, maker, method.body_class or "", has_files=has_files) for argument in arguments]
    lines = call(head, parts, "):" if many else ")", indent=4)
    if many:
        lines += f"\n        print({name})"
    elif name:
        lines += f"\n    print({name})"
    standard = "".join(f"{line}\n" for line in sorted(maker.standard))
    if project.configuration.compatibility.stainless:
        # Under its name the package offers the client of the surface that lies over this one.
        top = "\n".join([f"from {package}.client import {client}", *_imported(package, sorted(maker.names))])
    else:
        [top] = _imported(package, [client, *sorted(maker.names)])
    source = f"{standard}{chr(10) if standard else ''}{top}\n\nwith {client}() as client:\n    {lines}\n"
    ast.parse(source)
    return source


def _given(argument: Argument, maker: _Values, owner: str, *, has_files: bool) -> str:
    if FILES in argument.annotation.instead and "str" not in argument.annotation.instead:
        if has_files:
            maker.standard.add("from pathlib import Path")
        path = f'Path("{argument.name}")' if has_files else f'b"{argument.name}"'
        return f"{argument.name}={f'[{path}]' if isinstance(argument.annotation.type, Array) else path}"
    value = maker.value(argument.annotation.type, argument.name, argument.wire, indent=8, owner=owner)
    return value if argument.positional else f"{argument.name}={value}"


def _item_name(resource: str, package: str) -> str:
    name = singular(resource).replace(" ", "_")
    return "result" if name in {*_IN_USE, package} or keyword.iskeyword(name) else name


def _result_name(resource: str, method: Method, package: str) -> str:
    """What an example calls the result; empty where there is none."""
    item = _item_name(resource, package)
    match method.answer.type if method.answer is not None else None:
        case None:
            return ""
        case Scalar("boolean"):
            return "answer"
        case Scalar("integer"):
            return f"{item}_id"
        case Array():
            return f"{resource}_found" if keyword.iskeyword(resource) or resource in _IN_USE else resource
        case Reference(name) if name.lower().endswith(("link", "status")):
            return "link" if name.lower().endswith("link") else "status"
        case _:
            return item
