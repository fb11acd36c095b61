"""Tells whether a document demands anything of values beyond their types."""

from sdkwright.ir import Api


def has_limits(api: Api) -> bool:
    """Whether a document demands anything of values beyond their types.

    Args:
        api: The API.
    """
    return any(
        [
            *(field.limits for model in api.models.values() for field in model.fields),
            *(parameter.limits for operation in api.operations for parameter in operation.parameters),
            *(
                content.limits
                for operation in api.operations
                for content in (operation.body.contents if operation.body is not None else ())
            ),
        ]
    )
