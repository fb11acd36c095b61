"""Writes for each method a program that calls it, with values like those of the stubs.

Nothing of the document's text is in it: names are checked identifiers, values are ours.
"""

import ast
import keyword
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import attrs

from sdkwright.emit.docstrings import spoken
from sdkwright.emit.methods import Argument, Method
from sdkwright.emit.signatures import Field
from sdkwright.examples.values import Values
from sdkwright.normalise.naming.words import singular
from sdkwright.project import Project
from sdkwright.reference.layout import call

_SHOWN: Final = 7
"""Arguments in an example, and fields in a model of it, unless more are required."""

_DEPTH: Final = 2
"""Models inside models, at most."""


@attrs.define
class _Values:
    """Makes the values of one example and notes what it has to import."""

    project: Project
    fields: Mapping[str, Sequence[Field]]
    schemas: Mapping[str, dict[str, Any]]
    place: str
    names: set[str] = attrs.field(factory=set)
    standard: set[str] = attrs.field(factory=set)

    def value(self, annotation: str, name: str, wire: str, *, indent: int, owner: str = "", depth: int = 0) -> str:
        """Source of a value of a type; `indent` is that of the line it begins on."""
        kind = spoken(annotation).partition(" or ")[0]
        if kind.startswith("list["):
            item = self.value(kind[5:-1], name, wire, indent=indent + 4, owner=owner, depth=depth)
            return call("[", [item], "]", indent=indent, before=len(name) + 2)
        if kind in self.schemas:
            return self._named(kind, indent=indent, depth=depth, before=len(name) + 2)
        return self._plain(kind, name, wire, owner)

    def _named(self, kind: str, *, indent: int, depth: int, before: int) -> str:
        self.names.add(kind)
        if "enum" in self.schemas[kind]:
            return f"{kind}.{self.schemas[kind]['x-enum-varnames'][0]}"
        shown = [one for one in self.fields.get(kind, ()) if depth < _DEPTH or one.default is None]
        place: dict[str, Any] = {"indent": indent + 4, "owner": kind, "depth": depth + 1}
        parts = [
            f"{one.name}={self.value(one.annotation, one.name, one.wire, **place)}"
            for one in chosen(shown, self.project)
        ]
        return call(f"{kind}(", parts, indent=indent, before=before)

    def _plain(self, kind: str, name: str, wire: str, owner: str) -> str:
        place, wire = f"example {self.place}/{wire}", f"{wire[:1].upper()}{wire[1:]}"
        values = Values(self.project.examples)
        if kind == "int":
            return "100" if name == "page_size" else str(values.integer(place, wire, owner))
        if kind == "datetime":
            self.standard.add("from datetime import UTC, datetime")
            moment = datetime.fromisoformat(values.moment(place, wire))
            return f"datetime({moment.year}, {moment.month}, {moment.day}, tzinfo=UTC)"
        if kind == "Decimal":
            self.standard.add("from decimal import Decimal")
            return f'Decimal("{values.decimal(place, wire, owner)}")'
        if kind == "str":
            text = values.text(place, owner, wire)
            return f'"{text}"' if text.isprintable() and not set(text) & set('"\\') else repr(text)
        return "True" if kind == "bool" else "{}"


def chosen(arguments: Sequence[Any], project: Project) -> list[Any]:
    """Of arguments or fields those that an example shows: the required ones, then the telling ones."""
    required = [one for one in arguments if one.default is None]
    rank = {name: place for place, name in enumerate(project.examples.documentation.telling)}
    told = sorted(
        (one for one in arguments if one.default is not None and one.name in rank), key=lambda o: rank[o.name]
    )
    return required + told[: max(0, _SHOWN - len(required))]


def example(
    resource: str,
    method: Method,
    fields: Mapping[str, Sequence[Field]],
    schemas: Mapping[str, dict[str, Any]],
    *,
    project: Project,
) -> str:
    """A whole program that calls `method` of `client.<resource>`.

    Args:
        resource: `invoices`.
        method: The method.
        fields: The fields of the generated models, by class.
        schemas: The schemas of the normalised document.
        project: The checkout, for its names and example values.
    """
    package, client = project.name, project.client
    maker = _Values(project, fields, schemas, method.operation_id)
    arguments: list[Argument] = chosen([*method.positional, *method.by_name], project)
    if not arguments and method.body_fields:
        arguments = method.body_fields[:2]
    many = method.paginated is not None
    receiver = f"client.{resource}.{method.name}("
    name = _one_of(resource, package) if many else _result_name(resource, method, package)
    head = f"for {name} in {receiver}" if many else f"{name} = {receiver}" if name else receiver
    parts = []
    for argument in arguments:
        value = maker.value(argument.annotation, argument.name, argument.wire, indent=8, owner=method.body_class or "")
        parts.append(value if argument.positional else f"{argument.name}={value}")
    lines = call(head, parts, "):" if many else ")", indent=4)
    if many:
        lines += f"\n        print({name})"
    elif name:
        lines += f"\n    print({name})"
    imported = ", ".join([client, *sorted(maker.names)])
    standard = "".join(f"{line}\n" for line in sorted(maker.standard))
    top = call(f"from {package} import ", [imported], "")
    if "\n" in top:
        top = call(f"from {package} import (", [client, *sorted(maker.names)])
    source = f"{standard}{chr(10) if standard else ''}{top}\n\nwith {client}() as client:\n    {lines}\n"
    ast.parse(source)
    return source


def _one_of(resource: str, package: str) -> str:
    name = singular(resource).replace(" ", "_")
    return "result" if name in {"client", package} or keyword.iskeyword(name) else name


def _result_name(resource: str, method: Method, package: str) -> str:
    """What an example calls the result; empty where there is none."""
    one = _one_of(resource, package)
    match method.result:
        case None:
            return ""
        case "bool":
            return "answer"
        case "int":
            return f"{one}_id"
        case result if result.startswith("List["):
            return f"{resource}_found" if keyword.iskeyword(resource) else resource
        case result if result.lower().endswith(("link", "status")):
            return "link" if result.lower().endswith("link") else "status"
        case _:
            return one
