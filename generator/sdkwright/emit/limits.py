"""Writes `_validation/limits.py`: what the document demands of values beyond their types, as literals."""

from collections.abc import Iterator
from typing import Final, TypeAlias

from sdkwright.emit.api import Fact, literals_module
from sdkwright.emit.arguments import Argument
from sdkwright.emit.fields import EXTRAS
from sdkwright.emit.methods import Method
from sdkwright.ir import Api, Content, Limits, Model
from sdkwright.ir.constraints import checked

MODULE: Final = "_validation/limits.py"
"""Where it stands in the package."""

Row: TypeAlias = tuple[str, str, str, Limits]
_ABOUT: Final = "What the document demands of values beyond their types: literals alone."


def limits_module(api: Api, methods: list[Method]) -> str:
    """The text of `_validation/limits.py`, without its header.

    Args:
        api: The API.
        methods: Every method; old names have the limits of their operations.
    """
    models = {model.name: found for model in api.models.values() if (found := _of_model(model))}
    operations = {method.operation.name: rows for method in methods if (rows := tuple(_of(method, api)))}
    return literals_module(
        _ABOUT,
        [
            Fact("MODELS", "dict[str, dict[str, dict[str, Any]]]", models, "By model and field, keywords and values."),
            Fact(
                "OPERATIONS",
                "dict[str, tuple[tuple[str, str, str, dict[str, Any]], ...]]",
                operations,
                "By operation, each argument: where it goes, its key there, its name, keywords and values.",
            ),
        ],
    )


def _of_model(model: Model) -> dict[str, Limits]:
    return {field.name: found for field in model.fields if field.alias_of is None and (found := checked(field.limits))}


def _of(method: Method, api: Api) -> Iterator[Row]:
    """What stands in no model: parameters, the one value that is a body, and the fields of a form."""
    for argument in method.arguments:
        if argument.parameter is not None and (found := checked(argument.parameter.limits)):
            is_plain = argument.place == "query" and argument.plain
            place, key = ("query", argument.wire) if is_plain else ("parameter", argument.name)
            yield place, key, argument.name, found
    body = method.operation.body
    if body is None or method.body_class is not None:
        return
    for argument in method.body_fields:
        if method.body.is_mapping:
            if found := _of_field(argument, body.content, api):
                yield "field", argument.wire, argument.name, found
        elif found := checked(body.content.limits):
            yield "body", "", argument.name, found


def _of_field(argument: Argument, content: Content, api: Api) -> Limits:
    model = api.models.get(getattr(content.type, "name", ""))
    if model is None or argument.name == EXTRAS:
        return {}
    return next((checked(field.limits) for field in model.fields if field.wire == argument.wire), {})
