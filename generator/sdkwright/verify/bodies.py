"""Judges what the constant of an operation says of the body of its request: its media types and its fields."""

import ast
from collections.abc import Iterator, Mapping

from sdkwright import media
from sdkwright.emit.fields import EXTRAS
from sdkwright.ir import Model, Operation, Reference, Schema
from sdkwright.verify.staged import Module, Problem, keyword

_WIRE = 1
"""The place of a field's name on the wire among the arguments of `_BodyField`."""


def wrong_body(
    module: Module, call: ast.Call, operation: Operation, schemas: Mapping[str, Schema]
) -> Iterator[Problem]:
    """What the constant says of the body other than the document does.

    Args:
        module: Where the constant stands.
        call: What makes it.
        operation: The operation.
        schemas: The models and enums, by name.
    """
    contents = operation.body.contents if operation.body is not None else ()
    types = [content.media_type for content in contents]
    sent = keyword(call, "body_type") or (media.JSON if types else "")
    if sent != next(iter(types), ""):
        yield module.problem(call, f"{operation.name} sends {sent!r}, and not {types[0] if types else 'no body'!r}")
    if _texts(call, "body_types") != types[1:]:
        yield module.problem(call, f"{operation.name} offers other media types than the document")
    families = {media.family(name) for name in types}
    type_ = contents[0].type if contents else None
    model = schemas.get(type_.name) if isinstance(type_, Reference) else None
    if not families & {"form", "multipart"} or not isinstance(model, Model):
        return
    # What the service sets is never sent.
    wanted, found = {field.wire for field in model.fields if not field.read_only}, set(_fields(call))
    wanted |= set() if model.extras is None else {f"-{EXTRAS}"}
    for wire in sorted(wanted - found):
        yield module.problem(call, f"{operation.name} never sends the field {wire!r}")
    for wire in sorted(found - wanted):
        yield module.problem(call, f"{operation.name} sends {wire!r}, which its body does not have")


def _value(call: ast.Call, name: str) -> ast.expr | None:
    return next((option.value for option in call.keywords if option.arg == name), None)


def _texts(call: ast.Call, name: str) -> list[str]:
    value = _value(call, name)
    found: list[str] = [] if value is None else list(ast.literal_eval(value))
    return found


def _fields(call: ast.Call) -> Iterator[str]:
    value = _value(call, "body_fields")
    for field in value.elts if isinstance(value, ast.Tuple) else ():
        if isinstance(field, ast.Call) and len(field.args) > _WIRE and isinstance(field.args[_WIRE], ast.Constant):
            yield str(ast.literal_eval(field.args[_WIRE]))
