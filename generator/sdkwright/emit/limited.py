"""Tells whether a document demands anything of values beyond their types."""

from sdkwright.ir import Api
from sdkwright.ir.constraints import checked


def has_limits(api: Api) -> bool:
    """Whether a document demands anything of values beyond their types.

    Args:
        api: The API.
    """
    return any(
        [
            *(checked(field.limits) for model in api.models.values() for field in model.fields),
            *(checked(parameter.limits) for operation in api.operations for parameter in operation.parameters),
            *(
                checked(content.limits)
                for operation in api.operations
                for content in (operation.body.contents if operation.body is not None else ())
            ),
        ]
    )
