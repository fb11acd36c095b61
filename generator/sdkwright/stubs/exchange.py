"""A request as a stub sees it and an answer as a stub gives it, with no socket in between."""

import enum
import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any, Final, NoReturn
from urllib.parse import parse_qsl, urlsplit

import attrs

# Of the fake in each package: it reads what any client writes, too.
from sdkwright.runtime.testing._parts import Part, parts_of

NOT_JSON: Final = object()
"""What a body is that cannot be read as JSON; an empty one is none either."""


class Fault(enum.StrEnum):
    """The ways in which WireMock breaks an answer off."""

    CONNECTION_RESET_BY_PEER = "CONNECTION_RESET_BY_PEER"
    EMPTY_RESPONSE = "EMPTY_RESPONSE"
    MALFORMED_RESPONSE_CHUNK = "MALFORMED_RESPONSE_CHUNK"
    RANDOM_DATA_THEN_CLOSE = "RANDOM_DATA_THEN_CLOSE"


@attrs.frozen
class Asked:
    """One request.

    Attributes:
        method: Upper case.
        target: Path and query as they stand in the request line, not decoded.
        headers: In the order sent, names in lower case.
        body: As sent.
    """

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @classmethod
    def of(cls, method: str, url: str, headers: Iterable[tuple[str, str]], body: bytes) -> "Asked":
        """A request as any HTTP library holds it; `url` may be absolute or start with its path."""
        # By itself a path that begins with two slashes would be read as a host.
        parts = urlsplit(f"//stubs{url}" if url.startswith("/") else url)
        target = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        return cls(method.upper(), target, tuple((name.lower(), value) for name, value in headers), body)

    @cached_property
    def path(self) -> str:
        """The path, not decoded: WireMock compares it as it was sent."""
        return self.target.partition("?")[0]

    @cached_property
    def query(self) -> tuple[tuple[str, str], ...]:
        """Decoded names and values in the order sent."""
        return tuple(parse_qsl(self.target.partition("?")[2], keep_blank_values=True))

    @cached_property
    def parameters(self) -> Mapping[str, list[str]]:
        """What was sent under each name of the query."""
        return _gathered(self.query)

    @cached_property
    def header_values(self) -> Mapping[str, list[str]]:
        """What was sent under each name, in lower case, of the headers."""
        return _gathered(self.headers)

    @cached_property
    def cookies(self) -> Mapping[str, list[str]]:
        """What was sent under each name of the cookies."""
        pairs = [pair.partition("=") for text in self.header_values.get("cookie", ()) for pair in text.split(";")]
        return _gathered((name.strip(), value.strip()) for name, _, value in pairs)

    @cached_property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8", "replace")

    @cached_property
    def json(self) -> Any:
        """The body as a JSON value whose fractions are floats, or `NOT_JSON`."""
        return read_json(self.text)

    @cached_property
    def loose_json(self) -> Any:
        """As `json`; but a bare word is a text, as WireMock's JSONPath library reads it."""
        return self.text if self.json is NOT_JSON and self.text.isalpha() else self.json

    @cached_property
    def form(self) -> Mapping[str, list[str]]:
        """What was sent under each name of a form; nothing in a body that is none."""
        kind = next(iter(self.header_values.get("content-type", ())), "")
        is_form = kind.partition(";")[0].strip().lower() == "application/x-www-form-urlencoded"
        return _gathered(parse_qsl(self.text, keep_blank_values=True)) if is_form else {}

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parts of a multipart body; none of a body that is none."""
        return parts_of(next(iter(self.header_values.get("content-type", ())), ""), self.body)

    @cached_property
    def exact_json(self) -> Any:
        """The body as a JSON value whose fractions are `Decimal`, or `NOT_JSON`."""
        return read_json(self.text, fraction=Decimal)


@attrs.frozen
class Dribble:
    """An answer sent in pieces: so many `chunks`, spread over so many `seconds`."""

    chunks: int
    seconds: float

    def pieces(self, body: bytes) -> list[bytes]:
        """`body` cut as WireMock cuts it: equal pieces, the last with what remains; none of nothing."""
        count = min(self.chunks, len(body))
        if count == 0:
            return []
        size = len(body) // count
        return [body[size * index : size * (index + 1)] for index in range(count - 1)] + [body[size * (count - 1) :]]


@attrs.frozen
class Answer:
    """What a stub answers, or how it fails to.

    Attributes:
        status: The status code.
        headers: Names and values in the order to be sent; a name may come more than once.
        body: The bytes; empty where the status or the method allows none.
        reason: The reason phrase; empty for the usual one.
        delay: Seconds before the first byte, or before the fault.
        dribble: How the body is spread over time; None for at once.
        fault: How the answer breaks off: nothing else of it is sent then.
        hangs_up: Whether the connection ends after the whole answer, which does not say so.
    """

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    reason: str = ""
    delay: float = 0.0
    dribble: Dribble | None = None
    fault: Fault | None = None
    hangs_up: bool = False

    @property
    def announced(self) -> int | None:
        """The Content-Length that the stub itself names, true or not."""
        return next((int(value) for name, value in self.headers if name.lower() == "content-length"), None)


def read_json(text: str, *, fraction: type[float] | type[Decimal] = float) -> Any:
    """`text` as a JSON value, or `NOT_JSON`."""
    try:
        return json.loads(text, parse_float=fraction, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        return NOT_JSON


def _no_constant(text: str) -> NoReturn:
    raise ValueError(f"{text} is not JSON")


def _gathered(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found
