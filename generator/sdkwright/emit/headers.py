"""Works out the headers that the answers of an operation declare: a class with a property for each."""

from collections.abc import Iterator
from typing import Final

import attrs

from sdkwright.emit.annotations import source
from sdkwright.emit.answers import answers_of, streamed
from sdkwright.emit.docstrings import readable
from sdkwright.ir import Header, Operation
from sdkwright.normalise.identifiers import class_of
from sdkwright.normalise.naming.words import safe_snake

_TAKEN: Final = frozenset(
    {"bool", "bytes", "date", "datetime", "dict", "get", "int", "items", "keys", "list", "property", "str", "time"}
    | {"values"}
)
"""What no property can be called: the types of others, and what a mapping has."""


@attrs.frozen
class HeaderCode:
    """One header as a property.

    Attributes:
        name: In Python.
        wire: As in the document.
        type: Source of its type.
        text: What it means, as one sentence.
    """

    name: str
    wire: str
    type: str
    text: str


def headers_of(operation: Operation) -> list[HeaderCode]:
    """The headers that the successes of an operation declare, each once, by name.

    Args:
        operation: The operation.
    """
    declared = {header.name.lower(): header for response in operation.successes for header in response.headers}
    return [*_named([declared[name] for name in sorted(declared)])]


def said_of_headers(operation: Operation) -> str:
    """What a docstring says of the headers that the successes of an operation declare; empty where there are none.

    Args:
        operation: The operation.
    """
    names = [f"`{header.name}` ({header.type.replace(' | ', ' or ')})" for header in headers_of(operation)]
    if not names:
        return ""
    text = f"Headers of the answer, attributes of `headers` of what `with_raw_response` gives: {', '.join(names)}."
    if streamed(operation) is None and not any(answer.reading in {"bytes", "text"} for answer in answers_of(operation)):
        return text
    return f"{text} `{headers_class(operation)}` reads them of an answer that is read in parts."


def headers_class(operation: Operation) -> str:
    """The name of the class of an operation's headers.

    Args:
        operation: The operation.
    """
    return f"{class_of(operation.resource)}{class_of(operation.verb)}Headers"


def _named(headers: list[Header]) -> Iterator[HeaderCode]:
    taken: set[str] = set(_TAKEN)
    for header in headers:
        name = safe_snake(header.name, "header")
        while name in taken:
            name += "_"
        taken.add(name)
        text = readable(header.description) or f"The header {header.name}"
        yield HeaderCode(name, header.name, source(header.type), f"{text.rstrip('.')}; None where it was not sent.")
