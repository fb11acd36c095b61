"""What is known of an operation's answers beyond the document, by the kind of its result."""

from collections.abc import Iterator
from typing import Final

from sdkwright.config import Configuration, Dialect
from sdkwright.ir import Api, Enum, Model, Operation, Schema, references
from sdkwright.reference.quoting import inline

_ENUMS: Final = {
    "text-or-ordinal": "Sent as a text or as its ordinal, and with values that this version may not know",
    "open": "Sent with values that this version may not know",
}


def deviations(operation: Operation, api: Api, configuration: Configuration) -> Iterator[str]:
    """Sentences in Markdown on what the service does that its document does not say, and how it is treated.

    Args:
        operation: The operation.
        api: The API, for its models and enums.
        configuration: What the project declares.
    """
    content = operation.success.content
    answered = next(references(content.type), "") if content is not None else ""
    if operation.pagination is not None:
        if text := " ".join(_of_pages(api.schemas.get(answered), configuration)):
            yield text
        answered = operation.pagination.items
    schema = api.schemas.get(answered)
    if schema is None:
        return
    if isinstance(schema, Enum):
        yield from _of_enum(schema, configuration.dialect)
        return
    if configuration.dialect.nullable == "every-property":
        fields = schema.fields if isinstance(schema, Model) else ()
        always = " and ".join(inline(field.name) for field in fields if field.required and not field.nullable)
        yield f"Any field{f' but {always}' if always else ''} may be null or left out, and is then `None`."
    enums = sorted({name for name in schema.references if name in api.enums})
    if enums and (sent := _ENUMS.get(configuration.dialect.enums)):
        yield f"{sent}: {', '.join(map(inline, enums))}."


def _of_enum(enum: Enum, dialect: Dialect) -> Iterator[str]:
    said = ["a bare word without quotes"] if dialect.bare_words else []
    if dialect.enums == "text-or-ordinal":
        said.append(f"the ordinal of the value: 0 is {inline(f'{enum.name}.{enum.members[0]}')}")
    if said:
        yield f"The answer may be {', or '.join(said)}."
    elif dialect.enums == "open":
        yield "The answer may be a value that this version does not know."


def _of_pages(schema: Schema | None, configuration: Configuration) -> Iterator[str]:
    if configuration.errors.fault:
        flag = configuration.errors.fault.flag
        yield f"A page may say `{flag}` with status 200: that is a `FaultError`, which carries the page."
    page = configuration.page_of([field.wire for field in schema.fields]) if isinstance(schema, Model) else None
    if page is not None and page.total and not page.trust_total:
        yield f"What `{page.total}` says is not believed."
