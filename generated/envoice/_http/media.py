"""What the media type of an answer says of its body."""

from __future__ import annotations

import codecs
import re
from typing import Final

from .._json.codec import Undecodable

_LINES: Final = frozenset({
    "jsonl", "x-jsonl", "jsonlines", "x-jsonlines", "ndjson", "x-ndjson", "stream+json", "x-json-stream",
})  # fmt: skip
_SEQUENCES: Final = frozenset({"json-seq", "geo+json-seq"})
_CHARSET: Final = re.compile(r";\s*charset\s*=\s*\"?([!#-+\--:<-~]{1,40})", re.IGNORECASE)
# The encoding that XML says by itself. It is read before the text is, so in ASCII.
_XML: Final = re.compile(rb"\s*<\?xml[^>]{0,80}?\sencoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_BOMS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

# Python's own, which no service means; `idna` takes minutes for what is long.
_NO_CHARSETS: Final = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"})

JSON: Final = "application/json"
EVENTS: Final = "text/event-stream"
PROBLEM: Final = "application/problem+json"


def essence(content_type: str | None) -> str:
    """Return a media type in lower case, without its parameters; empty for none.

    Args:
        content_type: The header.
    """
    return (content_type or "").partition(";")[0].strip().lower()


def is_json(name: str) -> bool:
    """Return whether a media type is JSON.

    Args:
        name: The media type, as `essence` gives it.
    """
    return name.endswith(("/json", "+json", "/x-json", "/json-patch")) and not is_lines(name)


def is_lines(name: str) -> bool:
    """Return whether a media type is a document of JSON on each line.

    Args:
        name: The media type.
    """
    return name.startswith("application/") and name.removeprefix("application/") in _LINES


def is_sequence(name: str) -> bool:
    """Return whether a media type is documents of JSON, each behind a record separator.

    Args:
        name: The media type.
    """
    return name.startswith("application/") and name.removeprefix("application/") in _SEQUENCES


def is_stream(name: str) -> bool:
    """Return whether a media type comes item by item.

    Args:
        name: The media type.
    """
    return name == EVENTS or is_lines(name) or is_sequence(name)


def fits(pattern: str, name: str) -> bool:
    """Return whether a media type is one of those that a pattern means.

    Args:
        pattern: A media type, or a range of them: `text/*`, `*/*`, `application/*+json`.
        name: The media type.
    """
    if pattern in {"*/*", name}:
        return True
    kind, _, rest = pattern.partition("/")
    if not name.startswith(f"{kind}/"):
        return False
    return rest == "*" or (rest.startswith("*+") and name.endswith(rest[1:]))


def text_of(content: bytes, content_type: str | None) -> str:
    """Return a body as text: in the charset of its header, of its byte order mark or of its XML, else in UTF-8.

    Args:
        content: The body.
        content_type: The header.

    Raises:
        LookupError: Nobody knows the charset.
        UnicodeDecodeError: The body is not in it.
    """
    declared = _CHARSET.search(content_type or "")
    marked = next((name for mark, name in _BOMS if content.startswith(mark)), None)
    if declared is not None:
        charset = declared[1].strip("\"'").lower()
        # A byte order mark is no part of the text, whether or not a header says the same.
        return _decoded(content, marked if marked is not None and charset.startswith("utf") else charset)
    if marked is not None:
        return content.decode(marked)
    written = _XML.match(content[:200])
    return _decoded(content, "utf-8" if written is None else written[1].decode("ascii"))


def _decoded(content: bytes, charset: str) -> str:
    if codecs.lookup(charset).name.replace("_", "-") in _NO_CHARSETS:
        raise LookupError(charset)
    return content.decode(charset)


def as_text(content: bytes, content_type: str | None) -> str:
    """Return a body as text.

    Args:
        content: The body.
        content_type: Its header, which may name its charset.

    Raises:
        Undecodable: It is not in its charset, or nobody knows that.
    """
    try:
        return text_of(content, content_type)
    except UnicodeError:
        reason = "the body is not in the charset that it says, or not UTF-8"
    except LookupError:
        reason = "the body says a charset that nobody knows"
    raise Undecodable(reason)
