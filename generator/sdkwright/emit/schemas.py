"""Writes `_schemas.py`: what the document says of models beyond their fields, as literals."""

from typing import Final

from sdkwright.emit.answers import usual_errors
from sdkwright.emit.api import Fact, literals_module
from sdkwright.ir import Api, Model

_ABOUT: Final = "What the document says of the models beyond their fields: literals alone."


def schemas_module(api: Api) -> str:
    """The text of `_schemas.py`, without its header.

    Args:
        api: The API.
    """
    models = api.models.values()
    names = {model.name: model.upstream_id for model in models if model.upstream_id not in {"", model.name}}
    secrets = {model.name: found for model in models if (found := _secrets(model))}
    constants = [
        Fact("NAMES", "dict[str, str]", names, "The vendor's names of the models whose schemas have others."),
        Fact(
            "SECRETS",
            "dict[str, dict[str, bool]]",
            secrets,
            "By model and field, whether nobody should see its value, where that is said.",
        ),
        Fact(
            "ERRORS",
            "dict[str, str]",
            usual_errors(api),
            "The models of errors by status, unless an operation differs.",
        ),
    ]
    return literals_module(_ABOUT, constants)


def _secrets(model: Model) -> dict[str, bool]:
    return {field.name: field.secret for field in model.fields if field.secret is not None}
