"""Which of the declared answers came, and what it is read as.

An answer is declared by a status (`200`, `2XX` or `default`), a media type or a range of them, and a type. `str` and
`bytes` are the body as text and as it is, unless the media type is JSON; any other type is read as JSON.
"""

from __future__ import annotations

from typing import Any, Final

from .._json.codec import Undecodable, decode
from .._json.time_limit import TimeLimit
from .media import as_text, essence, fits, is_json, is_lines, is_stream
from .operation import Answers, Operation

_PAGE: Final = "text/html"
# What is served under it may be anything, under its own name too.
_ANY_FILE: Final = "application/octet-stream"


def chosen(answers: Answers, status: int, content_type: str | None, content: bytes) -> tuple[str, Any]:
    """Return the media type and the kind of the declared answer that came.

    Args:
        answers: What is declared, the preferred one first.
        status: Of the answer.
        content_type: Its header, if it has one.
        content: Its body.
    """
    found = [answer for answer in answers if answer[0] == str(status)]
    found = found or [answer for answer in answers if answer[0] == f"{status // 100}XX"]
    found = found or [answer for answer in answers if answer[0] == "default"]
    if not found:
        # A status that the document does not know: an empty body is the answer without one, where there is such.
        bare = [answer for answer in answers if answer[2] is None]
        found = bare if bare and not content else [answer for answer in answers if answer[2] is not None] or bare
    name = essence(content_type)
    # Of JSON, the kin of a media type is as good as it.
    kin = is_json(name)
    fitting = [answer for answer in found if fits(answer[1], name) or (kin and is_json(answer[1]))]
    _, media_type, kind = (fitting or found)[0]
    if not fitting and media_type != _ANY_FILE and _is_something_else(media_type, kind, name):
        raise Undecodable(f"{name} is not {media_type}, which was asked for")
    return media_type, kind


def _is_something_else(media_type: str, kind: Any, name: str) -> bool:
    """Whether a body is what a proxy or an error handler says instead of a text, a file or a stream."""
    if is_stream(media_type):
        # Lines of JSON come under its name, and events under that of text, but neither is a page.
        return name == _PAGE or (is_json(name) and not is_lines(media_type))
    return (kind in {str, bytes} and name == _PAGE) or (kind is bytes and is_json(name))


def check_begun(operation: Operation[Any], status: int, content_type: str | None) -> None:
    """Refuse an answer that is to be read in parts and is something else than the operation gives in parts.

    Args:
        operation: What was called.
        status: Of the answer.
        content_type: Its header, if it has one.

    Raises:
        Undecodable: It is.
    """
    # That there is a body is not known yet.
    media_type, kind = chosen(operation.answers, status, content_type, b" ")
    asked = operation.answers[0][1]
    if kind is not None and is_stream(asked) and not is_stream(media_type):
        raise Undecodable(f"{essence(content_type) or media_type} is not {asked}, which was asked for")


def read(answers: Answers, status: int, content_type: str | None, content: bytes, limit: TimeLimit | None) -> Any:
    """Return the value of an answer that means success.

    Args:
        answers: What is declared, the preferred one first.
        status: Of the answer.
        content_type: Its header, if it has one.
        content: Its body, unpacked.
        limit: Until when what is not clean is read; None for no limit.

    Raises:
        LateError: The deadline has passed.
        Undecodable: The body is not what was declared.
    """
    media_type, kind = chosen(answers, status, content_type, content)
    if kind is None:
        return None
    if is_stream(media_type):
        from .._streaming.decoding import items_of  # a whole stream is rarely read at once

        return items_of(content, media_type, kind)
    if is_text(media_type, kind, content_type):
        return as_text(content, content_type)
    if kind is bytes and not is_json(media_type):
        return content
    return decode(content, kind, limit)


def json_kind(operation: Operation[Any], status: int, content_type: str | None, content: bytes) -> Any:
    """Return the type that an answer in JSON decodes to; None where it is none.

    Args:
        operation: What was called.
        status: Of the answer.
        content_type: Its header, if it has one.
        content: Its body.
    """
    try:
        media_type, kind = chosen(operation.answers, status, content_type, content)
    except Undecodable:
        return None
    is_other = is_stream(media_type) or (kind in {str, bytes} and not is_json(media_type))
    return None if is_other else kind


def items_in(
    operation: Operation[Any], status: int, content_type: str | None, content: bytes
) -> list[tuple[bytes, Any]] | None:
    """Return the items of a whole stream that are JSON, each with its type; None where the answer is no stream.

    Args:
        operation: What was called.
        status: Of the answer.
        content_type: Its header, if it has one.
        content: Its body.
    """
    if not is_stream(operation.answers[0][1]):
        return None
    from .._streaming.decoding import cut, is_last, is_text  # as above

    try:
        media_type, kind = chosen(operation.answers, status, content_type, content)
        if kind is None or not is_stream(media_type):
            return None
        items = cut(content, media_type)
    except Undecodable:
        return []
    return [(item.text, kind) for item in items if not is_last(item, kind) and not is_text(item, kind)]


def is_text(media_type: str, kind: Any, content_type: str | None) -> bool:
    """Return whether a body is read as text.

    Args:
        media_type: What was declared; under `*/*`, what comes decides.
        kind: What was declared.
        content_type: What came.
    """
    return kind is str and not is_json(media_type) and not (media_type == "*/*" and is_json(essence(content_type)))
