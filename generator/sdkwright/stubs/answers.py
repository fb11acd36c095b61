"""Answers of stubs in any media type: JSON, text, bytes, events and lines."""

import base64
from collections.abc import Iterable
from typing import Final

import attrs
import msgspec

from sdkwright.emit.annotations import Annotation
from sdkwright.emit.answers import Answer, answers_of, choices_of
from sdkwright.ir import DEFAULT, Api, Array, Content, Enum, Operation, Reference, Response, Scalar, Type
from sdkwright.ir.constraints import Limits
from sdkwright.media import JSON
from sdkwright.readings import ANY, essence, reading
from sdkwright.stubs.bodies import Bodies
from sdkwright.stubs.shapes import Mapping

_WHOLE: Final = 200
STREAMED: Final = 3
"""Items of a stream."""

JSON_SENT: Final = "application/json; charset=utf-8"
"""How services name JSON, whatever their documents say."""

_ENCODER: Final = msgspec.json.Encoder(decimal_format="number")
_BINARY: Final = Scalar("string", "binary")
_HEADERS: Final = {
    ("integer", ""): "7",
    ("number", ""): "7",
    ("boolean", ""): "true",
    ("string", "date-time"): "2026-01-05T08:00:00Z",
    ("string", "date"): "2026-01-05",
    ("string", "uuid"): "6c84fb90-12c4-11e1-840d-7b25c5ee775a",
    ("string", ""): "text",
}
"""Values of headers, by JSON type and format."""
_TEXTS: Final = {
    "text/csv": "id,name\r\n1,One\r\n2,Two\r\n",
    "text/html": "<!DOCTYPE html><html><head><title>Answer</title></head><body><p>Answer</p></body></html>",
    "text/xml": '<?xml version="1.0" encoding="UTF-8"?><answer><id>1</id></answer>',
    "text/markdown": "# Answer\n",
}
_PNG: Final = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
_PDF: Final = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj %%EOF"
_FILES: Final = {"application/pdf": _PDF, "image/png": base64.b64decode(_PNG)}
# What these say of a body is for who sends it to know.
_OF_THE_CONNECTION: Final = frozenset(
    {"connection", "content-encoding", "content-length", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade"}
)
# Every byte once, so that whoever reads it as text is found out.
_BYTES: Final = bytes(range(256))


def main_answer(operation: Operation, bodies: Bodies) -> Mapping:
    """What an operation answers when nothing is said: its first success.

    Args:
        operation: The operation.
        bodies: Makes values.

    Raises:
        GeneratorError: The answer is of a type that no stub can have.
    """
    return answer(operation.success, answers_of(operation)[0], bodies, operation.name)


def answer(response: Response, chosen: Answer, bodies: Bodies, name: str, *, otherwise: int = 200) -> Mapping:
    """The response of a mapping for an answer of the document.

    Args:
        response: The answer.
        chosen: What is read of it.
        bodies: Makes values.
        name: What the values are for, as in `invoices.get`.
        otherwise: The status that stands for any.
    """
    status = status_of(response.status, otherwise=otherwise)
    headers = headers_of(response, bodies)
    if chosen.annotation is None:
        return {"status": status} | ({"headers": headers} if headers else {})
    media_type = _media_type(response.content, chosen)
    said = {"Content-Type": media_type} | headers
    limits = response.content.limits if response.content is not None else {}
    return {"status": status, "headers": said} | _body(media_type, chosen.annotation, bodies, name, limits)


def json_answer(operation: Operation) -> Mapping:
    """The status and the headers of what an operation answers in JSON.

    The media type is its own where that says more than `application/json`.

    Args:
        operation: The operation, whose answer has a body.
    """
    own = _media_type(operation.success.content, answers_of(operation)[0])
    headers = {"Content-Type": JSON_SENT if own == JSON else own}
    return {"status": status_of(operation.success.status, otherwise=_WHOLE), "headers": headers}


def chosen_answers(operation: Operation, bodies: Bodies) -> Iterable[tuple[str, Mapping]]:
    """What an operation answers when another media type is asked for, by that media type.

    Args:
        operation: The operation.
        bodies: Makes values.

    Raises:
        GeneratorError: An answer is of a type that no stub can have.
    """
    main = operation.success
    for content, choice in zip(main.contents[1:], choices_of(operation)[1:], strict=False):
        response = attrs.evolve(main, contents=(content,))
        yield choice.media_type, answer(response, choice.answers[0], bodies, f"{operation.name} {choice.media_type}")


def headers_of(response: Response, bodies: Bodies) -> dict[str, str]:
    """The headers that the document declares of an answer, but for those of the connection.

    Args:
        response: The answer.
        bodies: Knows the schemas.
    """
    return {
        header.name: _header(header.type, bodies)
        for header in response.headers
        if header.name.lower() not in _OF_THE_CONNECTION
    }


def further_answers(operation: Operation, api: Api, bodies: Bodies) -> Iterable[tuple[str, Mapping]]:
    """The other answers of an operation, by what chooses them: `answer-202`, `error-404`.

    Args:
        operation: The operation.
        api: The API, for its shared answers.
        bodies: Makes values.
    """
    for response in operation.successes:
        if response is not operation.success:
            yield (
                f"answer-{status_of(response.status)}",
                answer(response, _first(response), bodies, f"{operation.name}#{response.status}"),
            )
    for response in operation.errors:
        written = api.responses.get(response.shared) or response
        if response.status == DEFAULT and response in operation.successes:
            continue
        status = status_of(response.status, otherwise=500)
        if status < _WHOLE:
            # It only announces the answer.
            continue
        made = answer(
            Response(str(status), contents=written.contents, headers=written.headers),
            _first(written),
            bodies,
            f"{operation.name}#{response.status}",
            otherwise=500,
        )
        yield f"error-{status}", made


def status_of(pattern: str, *, otherwise: int = 200) -> int:
    """A status that a pattern means: 200 for `2XX`.

    Args:
        pattern: As in the document.
        otherwise: What stands for any status.
    """
    return otherwise if pattern == DEFAULT else int(pattern.replace("XX", "00"))


def asked(media_type: str) -> str:
    """The media type that a request's Accept has to contain."""
    return media_type.partition(",")[0] or JSON


def _first(response: Response) -> Answer:
    content = response.content
    if content is None:
        return Answer(response.status)
    return Answer(response.status, content.media_type, Annotation(content.type))


def _media_type(content: Content | None, chosen: Answer) -> str:
    name = essence(content.media_type) if content is not None else chosen.media_type
    if "*" not in name:
        # With the parameters that the document has, as `; type=collection`.
        return content.media_type.strip() if content is not None else name
    if chosen.reading == "bytes":
        return "application/octet-stream"
    return "text/plain" if chosen.reading == "text" or chosen.annotation == Annotation(Scalar("string")) else JSON


def _body(media_type: str, annotation: Annotation, bodies: Bodies, name: str, limits: Limits) -> Mapping:
    kind = reading(media_type)
    if annotation.type == _BINARY:
        return {"base64Body": base64.b64encode(_FILES.get(essence(media_type), _BYTES)).decode()}
    if kind == "text" and media_type != ANY:
        return {"body": _text(media_type)}
    if kind in {"events", "lines", "sequence"}:
        items = [bodies.answer(annotation.type, operation=f"{name}#{number}") for number in range(1, STREAMED + 1)]
        return {"body": "".join(_item(item, kind, number) for number, item in enumerate(items, 1))}
    if kind == "bytes":
        return {"base64Body": base64.b64encode(_FILES.get(essence(media_type), _BYTES)).decode()}
    return {"jsonBody": bodies.answer(annotation.type, operation=name, limits=limits)}


def _item(item: object, kind: str, number: int) -> str:
    written = _ENCODER.encode(item).decode()
    if kind == "events":
        said = item if isinstance(item, str) else written
        return f"id: {number}\ndata: {said}\n\n"
    return f"\x1e{written}\n" if kind == "sequence" else f"{written}\n"


def _text(media_type: str) -> str:
    name = essence(media_type)
    kin = "text/xml" if name.endswith(("/xml", "+xml")) else name
    return _TEXTS.get(kin, "The answer.")


def _header(type_: Type, bodies: Bodies) -> str:
    if isinstance(type_, Array):
        return _header(type_.items, bodies)
    if isinstance(type_, Reference) and isinstance(found := bodies.schemas[type_.name], Enum):
        return str(found.values[0])
    if not isinstance(type_, Scalar):
        return _HEADERS["string", ""]
    return _HEADERS.get((type_.kind, type_.format)) or _HEADERS.get((type_.kind, ""), _HEADERS["string", ""])
