"""Goes through the types of all values of an API."""

from collections.abc import Iterator

from sdkwright.ir import Alias, Api, Model, Type, inside


def types_of(api: Api) -> Iterator[Type]:
    """Every type of what models, parameters, bodies, answers and webhooks hold, those inside others too.

    Args:
        api: The API.
    """
    for type_ in (*_types_of_schemas(api), *_types_of_calls(api)):
        yield from inside(type_)


def _types_of_schemas(api: Api) -> Iterator[Type]:
    for schema in api.schemas.values():
        if isinstance(schema, Model):
            yield from (field.type for field in schema.fields)
            yield from [] if schema.extras is None else [schema.extras]
        elif isinstance(schema, Alias):
            yield schema.type


def _types_of_calls(api: Api) -> Iterator[Type]:
    yield from (webhook.type for webhook in api.webhooks)
    answers = [*api.responses.values()]
    for operation in api.operations:
        yield from (parameter.type for parameter in operation.parameters)
        yield from (content.type for content in (operation.body.contents if operation.body is not None else ()))
        answers += operation.responses
    yield from (content.type for answer in answers for content in answer.contents)
