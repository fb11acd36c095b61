"""The answer to one call as it came, and what it means: a decoded result, or an error of the tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, overload

import msgspec

from ._http.headers import header_value, request_id
from ._http.operation import Operation
from ._json.codec import Undecodable, decode, decode_plain
from ._json.time_limit import LateError, TimeLimit
from ._json.unknown import unknown_fields
from ._lazy import lazy_module
from .deviations import Deviation, inspect, sinks
from .errors import DecodeError, StreamError, public_url
from .events import LOGGER, call_hook
from .hooks._errors import ErrorHook
from .hooks.errors import Errors
from .transports._contract import is_success

if TYPE_CHECKING:
    from ._http import media, refusing
else:
    media, refusing = lazy_module("._http.media"), lazy_module("._http.refusing")
# Only a package carries it whose operations answer more than JSON with one status.
_answers: Any = lazy_module("._http.answers")

__all__ = ["RawResponse"]

H = TypeVar("H")
T = TypeVar("T")

_HOOK: Final[ErrorHook] = Errors()
"""What the project says of faults and of the bodies of errors."""
_ITEM: Final = "[*]"
"""Where the items of a stream stand in what the operation answers."""


class RawResponse(Generic[T]):
    """What came back for one call, before it is decoded. Made by the client.

    Args:
        operation: What was called.
        url: Where the request went, with the values of the query.
        status: HTTP status, any integer.
        headers: Response headers, looked up in any case.
        content: The unpacked body.
        defect: Why the body is not the whole body, or None.
        elapsed: Seconds from the beginning of the call to the end of the answer, waiting between attempts included.
        attempts: How many times the request was tried.
        retry_after: Seconds after which the service asks to be tried again, if it says so.
        hide: Takes the credentials that were sent out of a text.
        raise_faults: Whether a fault is raised.
        on_deviation: Called with each difference between the answer and the vendor's document, or None.
        in_doubt: Whether an earlier attempt may have been carried out, whatever this answer says.
        limit: Until when the call that it answers may read it, or None for no limit.
        remark: What the error of its status says of the call besides; empty for nothing.
    """

    __slots__ = (
        "_defect",
        "_in_doubt",
        "_is_reported",
        "_limit",
        "_on_deviation",
        "_raise_faults",
        "_redact",
        "_remark",
        "_url",
        "attempts",
        "content",
        "elapsed",
        "headers",
        "operation",
        "retry_after",
        "status",
    )

    def __init__(  # noqa: PLR0913 - the client alone makes one
        self,
        *,
        operation: Operation[T],
        url: str,
        status: int,
        headers: Mapping[str, str],
        content: bytes,
        defect: str | None,
        elapsed: float,
        attempts: int,
        retry_after: float | None,
        hide: Callable[[bytes], bytes],
        raise_faults: bool,
        on_deviation: Callable[[Deviation], None] | None,
        in_doubt: bool = False,
        limit: TimeLimit | None = None,
        remark: str = "",
    ) -> None:
        self.operation: Operation[T] = operation
        self.status: int = status
        self.headers: Mapping[str, str] = headers
        self.content: bytes = content
        self.elapsed: float = elapsed
        self.attempts: int = attempts
        self.retry_after: float | None = retry_after
        self._url = url
        self._defect = defect
        self._redact = hide
        self._raise_faults = raise_faults
        self._on_deviation = on_deviation
        self._in_doubt = in_doubt
        self._limit = limit
        self._remark = remark
        self._is_reported = False

    @property
    def url(self) -> str:
        """Where the request went, without the values of the query."""
        return public_url(self._url)

    @property
    def ok(self) -> bool:
        """Whether the status is 2xx."""
        return is_success(self.status)

    @property
    def request_id(self) -> str | None:
        """The service's identifier of this call, if it sent one."""
        return request_id(self.headers)

    @overload
    def header(self, name: str) -> str | None: ...
    @overload
    def header(self, name: str, kind: type[H]) -> H | None: ...
    def header(self, name: str, kind: Any = None) -> Any:
        """Return the value of a header, or None when it was not sent or is no such value.

            remaining = raw.header("X-Rate-Limit-Remaining", int)

        The document's headers and their types stand in the docstring of the method.

        Args:
            name: Its name, in any case.
            kind: `int`, `float`, `bool`, `str`, `Decimal`, `datetime`, `date` or `UUID`; None for text.
        """
        text = self.headers.get(name)
        return text if text is None or kind is None else header_value(text, kind)

    @property
    def text(self) -> str:
        """The body as text, in the charset of its Content-Type.

        Raises:
            DecodeError: The body is not in that charset.
        """
        try:
            return media.as_text(self.content, self.headers.get("content-type"))
        except Undecodable as error:
            failure = self._refusal().decode_error(error)
        raise failure

    def parse(self) -> T:
        """Decode the answer, as the method without `with_raw_response` does.

        Raises:
            DecodeError: The body is not what the operation answers.
            FaultError: The answer is an envelope that says it failed, and faults are raised.
        """
        return self._parsed(None)

    def _parsed(self, limit: TimeLimit | None) -> T:
        if self._defect is not None or not is_success(self.status):
            self.check()
        value: T | None = None
        failure: DecodeError | None = None
        try:
            value = self._decoded(limit)
        except Undecodable as error:
            failure = self._refusal().decode_error(error)
        if not self._is_reported:
            self._is_reported = True
            for sink in sinks(self._on_deviation):
                self._report(sink, limit)
        if self._raise_faults and (fault := _HOOK.find_fault(value, self.content)) is not None:
            refusal = self._refusal().fault(fault, failure.path if failure is not None else "")
            # A traceback with locals must not contain what the service may have quoted.
            del value, fault
            raise refusal
        if failure is not None:
            raise failure
        # What was decoded is a T, which may itself be None.
        return value  # type: ignore[return-value]

    def json(self) -> Any:
        """Return the body as plain objects; numbers with a fraction are exact decimals.

        Raises:
            DecodeError: The body is not JSON.
        """
        try:
            return decode_plain(self.content)
        except Undecodable as error:
            failure = self._refusal().decode_error(error)
        raise failure

    def unknown_fields(self) -> dict[str, object]:
        """Return what the answer holds and this package's models do not: JSON path to value.

        Raises:
            DecodeError: The body is not JSON.
        """
        kind = self._json_kind()
        if kind is None:
            return {}
        try:
            return unknown_fields(self.content, kind)
        except Undecodable as error:
            failure = self._refusal().decode_error(error)
        raise failure

    def check(self) -> None:
        """Raise the error that the status or a broken body stands for, if any.

        Raises:
            APIStatusError: The status is not 2xx.
            DecodeError: The body is not whole.
        """
        if not self.ok:
            raise self._refusal().status_error()
        if self._defect is not None:
            raise DecodeError(f"the body cannot be read: {self._defect}", **self._refusal().context())

    def _refusal(self) -> refusing.Refusal:
        return refusing.Refusal(
            operation=self.operation,
            status=self.status,
            headers=self.headers,
            content=self.content,
            url=self._url,
            elapsed=self.elapsed,
            attempts=self.attempts,
            retry_after=self.retry_after,
            hide=self._redact,
            in_doubt=self._in_doubt,
            remark=self._remark,
            hook=_HOOK,
        )

    def _decoded(self, limit: TimeLimit | None) -> T:
        operation = self.operation
        if operation.answers:
            found: T = _answers.read(
                operation.answers, self.status, self.headers.get("content-type"), self.content, limit
            )
            return found
        result = operation.result
        if result is not None:
            return decode(self.content, result, limit)
        # Nothing is expected, but a page of HTML says that something else than the service answered.
        if self.content and not self.content.isspace():
            decode(self.content, msgspec.Raw)
        # Operation[None] is the only kind without a result; the checkers cannot see that T is None here.
        return None  # type: ignore[return-value]

    def _json_kind(self) -> Any:
        operation = self.operation
        if not operation.answers:
            return operation.result
        return _answers.json_kind(operation, self.status, self.headers.get("content-type"), self.content)

    def _report(self, sink: Callable[[Deviation], None], limit: TimeLimit | None) -> None:
        operation = self.operation
        try:
            found = list(self._deviations(limit))
        except LateError:
            # The result is complete. Only the report of its deviations is not.
            LOGGER.warning("%s: there was no time left to look for deviations in the answer", operation.name)
        else:
            _tell(sink, found)

    def _deviations(self, limit: TimeLimit | None) -> Iterator[Deviation]:
        name, items = self.operation.name, None
        if self.operation.answers:
            items = _answers.items_in(self.operation, self.status, self.headers.get("content-type"), self.content)
        if items is None:
            yield from inspect(name, self._json_kind(), self._redact(self.content), limit)
            return
        for text, kind in items:
            yield from inspect(name, kind, self._redact(text), limit, outer=_ITEM)

    def _report_item(self, text: bytes, kind: Any) -> None:
        for sink in sinks(self._on_deviation):
            _tell(sink, list(inspect(self.operation.name, kind, self._redact(text), outer=_ITEM)))

    def __repr__(self) -> str:
        return f"<RawResponse {self.operation.name} {self.status}, {len(self.content)} bytes>"


def _tell(sink: Callable[[Deviation], None], found: Iterable[Deviation]) -> None:
    def report(found: Iterable[Deviation]) -> None:
        for deviation in found:
            sink(deviation)

    call_hook(report, found)


def broke_off(raw: RawResponse[Any], reason: str, received: int) -> StreamError:
    """Return the error of an answer that is read in parts and broke off.

    Args:
        raw: Its head.
        reason: What happened, without any part of the request.
        received: How many items, or bytes, had come whole.
    """
    return raw._refusal().broke_off(reason, received)  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - of this module


def unreadable(raw: RawResponse[Any], text: bytes, reason: str, path: str) -> DecodeError:
    """Return the error of an item that is not what was declared.

    Args:
        raw: The head of the answer.
        text: The item.
        reason: What is wrong.
        path: Where in the stream.
    """
    return raw._refusal().unreadable(text, reason, path)  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - of this module


def report_item(raw: RawResponse[Any], text: bytes, kind: Any) -> None:
    """Tell whoever wants to know of deviations what one item of a stream has.

    Args:
        raw: The head of the answer.
        text: The item.
        kind: What it decodes to.
    """
    raw._report_item(text, kind)  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - of this module


def parse_in_time(raw: RawResponse[T]) -> T:
    """Decode an answer as a part of its call, which has to end by its deadline.

    Args:
        raw: The answer.

    Raises:
        APIDeadlineError: The deadline has passed while what is not clean was read.
        APIResponseError: As for `RawResponse.parse`.
    """
    limit = raw._limit  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - of this module
    if limit is None:
        return raw._parsed(None)  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - as above
    try:
        return raw._parsed(limit)  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]
    except LateError:
        pass
    raise raw._refusal().late(limit)  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]
