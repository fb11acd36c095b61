"""Reads captured deliveries: files that hold the body of a request, or the whole request."""

import re
from collections.abc import Callable
from typing import Final

from .._lazy import pathlib
from ..errors import ConfigurationError, WebhookError

_HTTP_HEAD: Final = re.compile(rb"[A-Z]++ [^ ]++ HTTP/[0-9.]++\r?\n(?:[^\r\n]++\r?\n)*+\r?\n")
_CHUNKED: Final = re.compile(rb"^transfer-encoding:[^\r\n]*chunked", re.IGNORECASE | re.MULTILINE)
_CHUNK: Final = re.compile(rb"([0-9a-fA-F]{1,8})[^\r\n]*\r?\n")
_BETWEEN_CHUNKS: Final = re.compile(rb"\r?\n")


def read_capture(file: "pathlib.Path", check: Callable[[bytes], object]) -> bytes:
    """Return the body of a captured delivery.

    Args:
        file: The capture: the exact body, or the whole HTTP request.
        check: Raises a `WebhookError` when a body holds no delivery.

    Raises:
        ConfigurationError: The file cannot be read, or holds no delivery.
    """
    try:
        body = captured_body(file.read_bytes())
        check(body)
    except OSError as error:
        problem = f"{file} cannot be read: {error.strerror or type(error).__name__}."
    except (ConfigurationError, WebhookError) as error:
        problem = f"{file} is no delivery as it was received: {error}"
    else:
        return body
    raise ConfigurationError(problem)


def captured_body(content: bytes) -> bytes:
    """Return the body of a capture: what follows the headers of a raw HTTP request, or else all of it.

    Args:
        content: What a file holds.

    Returns:
        The body, put together where it was sent in chunks.

    Raises:
        ConfigurationError: It was sent in chunks, and they are not all there.
    """
    head = _HTTP_HEAD.match(content)
    if head is None:
        # No JSON object begins like a chunk, so a body that was saved in chunks can be recognised.
        return _put_together(content) or content
    body = content[head.end() :]
    if not _CHUNKED.search(head[0]):
        return body
    whole = _put_together(body)
    if whole is None:
        raise ConfigurationError(
            "It is a chunked capture whose chunks are not whole: capture the body as the server gives it to the "
            "application, or all bytes of the request."
        )
    return whole


def _put_together(chunks: bytes) -> bytes | None:
    """The body of chunks; None where they do not end as they must. What follows the last is no part of it."""
    body, position = b"", 0
    while (head := _CHUNK.match(chunks, position)) is not None:
        size = int(head[1], 16)
        if size == 0:
            return body
        position = head.end() + size
        end = _BETWEEN_CHUNKS.match(chunks, position)
        if end is None:
            return None
        body += chunks[head.end() : position]
        position = end.end()
    return None
