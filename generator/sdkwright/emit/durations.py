"""Tells whether an API has durations, which may have years and months."""

from sdkwright.emit.annotations import source
from sdkwright.ir import Api, Type


def has_durations(api: Api) -> bool:
    """Whether any value of the API is a duration.

    Args:
        api: The API.
    """
    types: list[Type] = [field.type for model in api.models.values() for field in model.fields]
    types += [model.extras for model in api.models.values() if model.extras is not None]
    for operation in api.operations:
        types += [parameter.type for parameter in operation.parameters]
        types += [content.type for content in (operation.body.contents if operation.body is not None else ())]
        types += [content.type for response in operation.responses for content in response.contents]
    types += [content.type for response in api.responses.values() for content in response.contents]
    types += [header.type for operation in api.operations for one in operation.responses for header in one.headers]
    types += [schema.type for schema in api.schemas.values() if hasattr(schema, "type")]
    return any("Duration" in source(type_, named=lambda _: "") for type_ in types)
