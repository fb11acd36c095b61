"""What a fake service answers: a value that the operation answers, a `Reply` as it comes, or a failure."""

from __future__ import annotations

import errno
import socket
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from types import GenericAlias
from typing import Any, Final, TypeGuard, cast, get_args

import msgspec
from attrs import field, frozen

from .._api import FAULT_FLAG, FAULT_MESSAGES
from .._http.operation import Operation
from .._json.base_types import as_base_type
from .._json.codec import Undecodable, decode, decode_plain, encode
from .._json.shapes import Shape, is_object, shape_of
from .._lazy import lazy_module
from .._names.errors import SDKError
from ..errors import ConfigurationError, EncodeError
from ..hooks._pagination import PageHook, PageLayout
from ..hooks.pagination import Pages
from ..pagination import Page
from ..transports import Response, TransportError
from ._call import Call
from ._catalogue import pages_of, turns_pages
from .factories import classes_of, value_of

__all__ = ["Reply"]

# Only a package carries it whose operations answer more than JSON with one status.
_answers: Any = lazy_module(".testing._answers")
# Only a package carries it that has lists which are read forward.
_forward: Any = lazy_module(".testing._forward")

BUILDS_ON: Final = ("_api.FAULT_FLAG", "_api.FAULT_MESSAGES", "_names.errors.SDKError")

_PAGES: Final[PageHook] = Pages()

_JSON: Final = {"content-type": "application/json; charset=utf-8"}
_UNREACHABLE: Final = {errno.ECONNREFUSED, errno.ENETUNREACH, errno.EHOSTUNREACH, errno.EADDRNOTAVAIL}
_UNSENT_OF_AIOHTTP: Final = {
    "ClientConnectorError",
    "ClientHttpProxyError",
    "ConnectionTimeoutError",
    "InvalidURL",
    "NonHttpUrlClientError",
    "ServerFingerprintMismatch",
}
_NO_CONTENT: Final = 204
_ITEMS: Final = 3


def as_plain(value: Any) -> Any:
    """Return a value as JSON has it: models as objects, dates as texts, floats as the decimals they print as.

    Args:
        value: Anything; what has no such form stays, such as `unittest.mock.ANY`.

    Raises:
        EncodeError: A model or a number cannot be written.
    """
    if isinstance(value, float):
        return Decimal(repr(as_base_type(value)))
    if isinstance(value, msgspec.Struct | date | Enum):
        return decode_plain(encode(value))
    if is_object(value):
        return {name: as_plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [as_plain(item) for item in cast("Sequence[Any]", value)]
    return value


def _headers(value: Mapping[str, str | int]) -> dict[str, str]:
    refused = [name for name, text in value.items() if not isinstance(cast("object", text), str | int)]
    if refused:
        raise ConfigurationError(f"Reply: the header {refused[0]!r} must be a text or an integer.")
    return {name.lower(): str(text) for name, text in value.items()}


@frozen(kw_only=True)
class Reply:
    """An answer as it comes, whatever the operation answers.

        Reply(status=503, headers={"Retry-After": "2"})
        Reply(json={"Id": 7, "Status": 0})
        Reply(status=502, body=b"<html>Bad gateway</html>", headers={"Content-Type": "text/html"})

    Args:
        status: HTTP status, any integer.
        json: What to send as JSON, in the wire's names; a float is sent as the decimal that it prints as.
        body: In its place, the exact bytes.
        headers: Response headers. JSON says so unless you say otherwise.

    Raises:
        ConfigurationError: A part is of the wrong type, or both `json` and `body` are given.
    """

    status: int = 200
    json: Any = msgspec.UNSET
    body: bytes = field(default=b"", repr=False)
    headers: Mapping[str, str | int] = field(factory=dict[str, str], converter=_headers)

    def __attrs_post_init__(self) -> None:
        status, body = cast("object", self.status), cast("object", self.body)
        if not isinstance(status, int) or isinstance(status, bool):
            raise ConfigurationError(f"Reply: status must be an integer; got {status!r}.")
        if not isinstance(body, bytes):
            raise ConfigurationError(f"Reply: body must be bytes, such as b'Draft'; got {type(body).__name__}.")
        if self.json is msgspec.UNSET:
            return
        if body:
            raise ConfigurationError("Reply: json= and body=: give one of them.")
        try:
            content = encode(as_plain(self.json))
        except EncodeError as error:
            raise ConfigurationError(f"Reply: json: {error.message}") from None
        object.__setattr__(self, "body", content)

    def response(self) -> Response:
        """Return the response of the transport for this reply."""
        headers = cast("dict[str, str]", self.headers)
        return Response(
            self.status, Headers(headers if self.json is msgspec.UNSET else {**_JSON, **headers}), self.body
        )


class Headers(dict[str, str]):
    """Headers with names in lower case, looked up in any case."""

    def __getitem__(self, name: str, /) -> str:
        return super().__getitem__(name.lower())

    def __contains__(self, name: object, /) -> bool:
        return isinstance(name, str) and super().__contains__(name.lower())

    def get(self, name: str, default: Any = None, /) -> Any:
        """Return the value of a header.

        Args:
            name: Its name in any case.
            default: What to return when it was not sent.
        """
        return super().get(name.lower(), default)


def check(operation: Operation[Any], answer: object) -> None:
    """Refuse an answer that the operation would not give, where the test is written and not where it runs.

    Args:
        operation: What is to be answered.
        answer: With what.

    Raises:
        ConfigurationError: It is none that the operation gives.
    """
    kind = cast("type[object]", answer) if isinstance(answer, type) else type(answer)
    if issubclass(kind, SDKError):
        raise ConfigurationError(
            f"{operation.name}: the client makes a {kind.__name__} of what it receives; answer with what leads to it, "
            "such as Reply(status=404), TimeoutError() or ConnectionError()."
        )
    is_failure = issubclass(kind, BaseException)
    if isinstance(answer, type) and not is_failure:
        raise ConfigurationError(f"{operation.name}: answer with a {kind.__name__}, not with the class itself.")
    if not (is_failure or isinstance(answer, Reply) or callable(answer)):
        if operation.answers:
            _of_several(operation, answer)
        else:
            _written(operation, _paged(operation, answer)[0])


def respond(operation: Operation[Any], answer: object, call: Call) -> Response:
    """Return what comes back for one call.

    Args:
        operation: What was called.
        answer: What was said to answer.
        call: The call, for the page that it asks for.

    Raises:
        TransportError: The answer is a failure of the connection.
        BaseException: The answer is any other exception.
    """
    if (failure := _failure(answer)) is not None:
        raise failure
    if isinstance(answer, Reply):
        return answer.response()
    answer, further = _paged(operation, answer, call)
    layout = _layout(operation)
    if layout is not None and _is_items(answer):
        answer = _turned(operation, layout, answer, call)
    if operation.answers:
        status, headers, body = _of_several(operation, answer)
        return Response(status, Headers(headers | further), body)
    body = _written(operation, answer)
    return Response(200, Headers(_JSON | further), body) if body else Response(_NO_CONTENT, Headers(), b"")


def default(operation: Operation[Any]) -> object:
    """Return what an operation answers of which nothing was said: built models, three for a list.

    Args:
        operation: What is called.
    """
    if operation.answers:
        found: object = _answers.made_up(operation)
        return found
    if operation.result is None:
        return None
    if is_paged(operation):
        item = cast("msgspec.Struct", value_of(_item(operation)))
        return [_numbered(item, number) for number in range(1, _ITEMS + 1)]
    pages = pages_of(operation.name)
    made: object = value_of(operation.result) if pages is None else _forward.made_up(operation, pages)
    return made


def is_paged(operation: Operation[Any]) -> bool:
    """Whether an operation answers the envelope of a page.

    Args:
        operation: Any operation.
    """
    return _layout(operation) is not None


def _layout(operation: Operation[Any]) -> PageLayout | None:
    kind: Any = operation.result
    return _PAGES.layout(kind)


def _is_page(answer: object) -> TypeGuard[Page[Any]]:
    return isinstance(answer, Page)


def _paged(operation: Operation[Any], answer: object, call: Call | None = None) -> tuple[object, dict[str, str]]:
    """A `Page`, or the items of a list that is read forward, as an answer and its headers; all else as it is.

    Without a call, the answer has all items.
    """
    layout = _layout(operation)
    if _is_items(answer) and layout is None and (pages := pages_of(operation.name)) is not None:
        envelope: tuple[object, dict[str, str]] = _forward.page(operation, pages, answer, call)
        return envelope
    if not _is_page(answer) or layout is None:
        return answer, {}
    items = answer.items
    _refuse_other_models(operation, GenericAlias(list, (_item(operation),)), items)
    return _envelope(operation, layout, items, answer.total), {}


def _envelope(
    operation: Operation[Any], layout: PageLayout, items: Sequence[object], total: int | None
) -> dict[str, object]:
    """A page as the service writes it."""
    counts = {layout.total_name: total, layout.count_name: len(items)}
    body: dict[str, object] = {name: count for name, count in counts.items() if name is not None}
    body[layout.items_name] = items
    fields = shape_of(cast("Any", operation.result)).fields
    no_fault = {FAULT_FLAG: False, FAULT_MESSAGES: list[object]()}
    return body | {name: value for name, value in no_fault.items() if name is not None and name in fields}


def _is_items(answer: object) -> TypeGuard[Sequence[object]]:
    return isinstance(answer, list | tuple)


def item_shape(operation: Operation[Any]) -> Shape | None:
    """Return the shape of the items of a page; None for an operation that answers no page.

    Args:
        operation: Any operation.
    """
    kind: Any = operation.result
    layout = _layout(operation)
    return None if layout is None else shape_of(kind).fields[layout.items_name].shape.item


def _item(operation: Operation[Any]) -> Any:
    items = item_shape(operation)
    return items.kind if items is not None else object


def _numbered(model: msgspec.Struct, number: int) -> msgspec.Struct:
    named = any(field.name == "id" for field in msgspec.structs.fields(model))
    return msgspec.structs.replace(model, id=number) if named else model


def _of_several(operation: Operation[Any], answer: object) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of an answer that is not simply JSON."""
    found: tuple[int, dict[str, str], bytes] | None = _answers.written(operation.answers, answer)
    if found is None:
        kinds = " or ".join(dict.fromkeys(_name(kind) for _, _, kind in operation.answers))
        raise ConfigurationError(f"{operation.name} answers {kinds}, which {_kind(answer)} is not.")
    return found


def _written(operation: Operation[Any], answer: object) -> bytes:
    """The answer as JSON that the client reads as the operation's result; nothing for an operation without one."""
    expected: Any = operation.result
    if expected is None:
        if answer is None:
            return b""
        raise ConfigurationError(f"{operation.name} answers nothing; answer None or a Reply, not {_kind(answer)}.")
    if is_paged(operation) and _is_items(answer):
        expected = GenericAlias(list, (_item(operation),))
    _refuse_other_models(operation, expected, answer)
    try:
        body = encode(answer)
        decode(body, expected)
    except EncodeError as error:
        problem = error.message.rstrip(".")
    except Undecodable as error:
        problem = f"{error.reason}{f' at {error.path}' if error.path else ''}"
    else:
        return body
    raise ConfigurationError(f"{operation.name} answers {_name(expected)}, which {_kind(answer)} is not: {problem}.")


def _refuse_other_models(operation: Operation[Any], expected: Any, answer: object) -> None:
    # Another model may decode as the right one, because no field is required.
    for item in answer if _is_items(answer) else [answer]:
        if isinstance(item, msgspec.Struct) and not isinstance(item, classes_of(expected)):
            raise ConfigurationError(f"{operation.name} answers {_name(expected)}, not {_kind(item)}.")


def _turned(operation: Operation[Any], layout: PageLayout, items: Sequence[object], call: Call) -> Mapping[str, object]:
    """The page that was asked for."""
    part = items
    if turns_pages(call.operation):
        number, size = _asked(call, "page") or 1, _asked(call, "pagesize") or layout.default_size
        part = items[(number - 1) * size : number * size]
    return _envelope(operation, layout, part, len(items))


def _asked(call: Call, name: str) -> int | None:
    for wire, text in call.query.items():
        if wire.rpartition(".")[2].lower() == name and isinstance(text, str) and text.isdecimal():
            return int(text)
    return None


def _failure(answer: object) -> BaseException | None:
    """The exception that an answer is, as a transport raises it."""
    if isinstance(answer, type) and issubclass(answer, BaseException):
        return as_failure(_made(answer))
    return as_failure(answer) if isinstance(answer, BaseException) else None


def _made(kind: type[BaseException]) -> BaseException:
    try:
        return kind()
    except TypeError:
        # Those of httpx want a message.
        return kind(kind.__name__)


def as_failure(error: BaseException) -> BaseException:
    """Return what a transport makes of an error: what befalls a connection becomes a `TransportError`.

    Args:
        error: Any exception. One about a file, which has its name, is none of the connection.

    Returns:
        The `TransportError`, or the exception itself.
    """
    if isinstance(error, TransportError) or (isinstance(error, OSError) and error.filename is not None):
        return error
    homes = {kind.__name__: kind.__module__.partition(".")[0] for kind in type(error).__mro__}
    if homes.get("RequestError") in {"httpx", "httpx2"}:
        from ..transports._httpx import transport_error  # only to raise these

        return transport_error(cast("Any", error))
    from_aiohttp = homes.get("ClientError") == "aiohttp"
    if not from_aiohttp and not isinstance(error, OSError):
        return error
    timed_out = isinstance(error, TimeoutError)
    unsent = (
        isinstance(error, ConnectionRefusedError | socket.gaierror)
        or (isinstance(error, OSError) and error.errno in _UNREACHABLE)
        or not _UNSENT_OF_AIOHTTP.isdisjoint(homes)
    )
    usual = "timed out" if timed_out else "refused" if unsent else "connection lost"
    return TransportError(str(error) or usual, sent=not unsent, timed_out=timed_out)


def _name(kind: Any) -> str:
    return str(kind) if get_args(kind) else getattr(kind, "__name__", str(kind))


def _kind(value: object) -> str:
    return f"{value!r:.80}" if value is None or isinstance(value, int | str | bytes) else f"a {type(value).__name__}"
