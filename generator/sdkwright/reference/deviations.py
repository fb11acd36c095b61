"""What is known of an operation's answers beyond the document, by the kind of its result."""

from collections.abc import Iterator, Mapping
from typing import Any

from sdkwright.config import Configuration
from sdkwright.emit.methods import Method
from sdkwright.emit.schemas import referenced
from sdkwright.reference.quoting import inline


def deviations(method: Method, schemas: Mapping[str, dict[str, Any]], configuration: Configuration) -> Iterator[str]:
    """Sentences in Markdown on what the service does that its document does not say, and how it is treated.

    Args:
        method: The method.
        schemas: The schemas of the normalised document.
        configuration: What the project declares.
    """
    if method.paginated is not None:
        if told := " ".join(_of_pages(method, schemas, configuration)):
            yield told
        result = method.paginated["items"]
    else:
        result = (method.result or "").removeprefix("List[").rstrip("]")
    schema = schemas.get(result)
    if schema is None:
        return
    if "enum" in schema:
        member = f"{result}.{schema['x-enum-varnames'][0]}"
        yield f"The answer may be a bare word without quotes, or the ordinal of the value: 0 is {inline(member)}."
        return
    enums = sorted({name for name in referenced(schema) if "enum" in schemas.get(name, {})})
    yield "Any field may be null or left out, and is then `None`."
    if enums:
        listed = ", ".join(map(inline, enums))
        yield f"Sent as a text or as its ordinal, and with values that this version may not know: {listed}."


def _of_pages(method: Method, schemas: Mapping[str, dict[str, Any]], configuration: Configuration) -> Iterator[str]:
    if configuration.errors.fault:
        flag = configuration.errors.fault.flag
        yield f"A page may say `{flag}` with status 200: that is a `FaultError`, which carries the page."
    page = configuration.page_of(schemas.get(method.result or "", {}).get("properties", {}))
    if page is not None and page.total and not page.trust_total:
        yield f"What `{page.total}` says is not believed."
