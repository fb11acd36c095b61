"""A fake of the service: answers by operation, notes every call, and touches no network."""

from __future__ import annotations

import inspect
import os
import threading
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Final, TypeVar, cast
from urllib.parse import parse_qs, urlsplit

from .._checks import is_count
from .._core.stand_ins import stand_ins
from .._http.operation import Operation
from .._http.servers import BASE_URL_VARIABLE, EXAMPLE, IS_NAMED
from .._names.clients import AsyncSDKClient, SDKClient
from .._redaction.names import SECRET_COOKIES, SECRET_HEADERS, SECRET_QUERY
from ..errors import ConfigurationError
from ..transports import Request, Response
from . import _catalogue
from ._call import Call, values_of
from ._sending import AsyncSender, Sender
from .clock import FakeClock
from .comparison import as_text, holds, wire_names
from .replies import as_failure, as_plain, check, default, respond
from .state import UNKNOWN, State
from .stubs import Stub

__all__ = ["Call", "FakeService", "UnexpectedCallError"]

BUILDS_ON: Final = ("_names.clients.AsyncSDKClient", "_names.clients.SDKClient")

T = TypeVar("T")

_NOTHING: Final[Mapping[str, object]] = {}
_PDF: Final = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj %%EOF"
_MAX_BODY: Final = 300
"""Characters of a body that a failed assertion shows."""


class UnexpectedCallError(AssertionError):
    """A strict fake was asked for an operation of which nothing was said.

    It is none of the package's errors, so that code under test that handles those does not hide it.
    """


class FakeService:
    """Stands in for the service: `FakeService().client()` is a client that no test needs a network for.

        fake = FakeService({"orders.get": build(Order, number="A-1")})
        assert fake.client().orders.get(3971).number == "A-1"
        fake.assert_called("orders.get", query={"id": 3971})

    An operation of which nothing is said answers built models (see `build`), or is refused by a strict fake. One fake
    may serve several clients, from several threads.

    Args:
        answers: By the operation's name, what `answer` takes.
        strict: Whether to refuse an operation of which nothing was said.
        stateful: Whether to keep what is created, so that `get`, `list`, `update` and `delete` go by it. Ids are
            assigned from 1, members that only the service computes stay None, and an id that no record has is answered
            404. Nothing is kept of a resource without `create`. What `answer` and `load_stubs` say prevails.

    Raises:
        ConfigurationError: There is no such operation, or it never answers this.
    """

    def __init__(
        self, answers: Mapping[str, object] = _NOTHING, *, strict: bool = False, stateful: bool = False
    ) -> None:
        self.strict: bool = strict
        self._state = State() if stateful else None
        self.clock: FakeClock = FakeClock()
        """What clients made here go by, so that retries wait for nothing."""
        self.pdf: bytes = _PDF
        """What a method stores that follows a link to a file; no link is followed."""
        self.calls: list[Call] = []
        """Every request that arrived, repeated attempts included."""
        self._answers: dict[str, list[object]] = {}
        self._stubs: list[Stub] = []
        self._lock = threading.Lock()
        for name, answer in answers.items():
            self.answer(name, answer)

    def answer(self, operation: str, *answers: Callable[[Call], object] | object) -> None:
        """Say what an operation answers from now on.

            fake.answer("orders.get", Reply(status=503), TimeoutError(), build(Order))  # one after another
            fake.answer("orders.list", build_many(Order, 25))  # in the pages that are asked for
            fake.answer("customers.create", lambda call: call.body["Id"])

        Args:
            operation: Public name, `orders.get`.
            answers: One for each request, the last for all that follow: what the operation answers, as models or plain
                values; for a list with pages its items; a `Reply`; an exception or its class, where `TimeoutError`,
                `ConnectionError`, `TransportError` and the errors of httpx and aiohttp are failures of the connection;
                or a function of the `Call` that returns or raises one of these, for asynchronous clients also a
                coroutine function.

        Raises:
            ConfigurationError: There is no such operation, or it never answers this.
        """
        known = _catalogue.operation(operation)
        if not answers:
            raise TypeError(f"answer({operation!r}): say with what.")
        for answer in answers:
            check(known, answer)
        with self._lock:
            self._answers[operation] = list(answers)

    def load_stubs(self, source: str | os.PathLike[str] | Sequence[Mapping[str, Any]]) -> None:
        """Answer from WireMock stubs where `answer` says nothing; of several that match, the one loaded last.

        Understood are `method`, `urlPath`, `urlPathPattern`, `headers`, `queryParameters` and `cookies` with `equalTo`,
        `contains`, `matches` and `absent`, and `priority`; in the response `status`, `headers`, `jsonBody`, `body` and
        `base64Body`.

        Args:
            source: A file, a folder of `*.json` files and of folders of such, or the mappings themselves. As in
                WireMock, what lies in a folder `__files` holds no mappings.

        Raises:
            ConfigurationError: A stub cannot be read, or says more than is understood.
        """
        from .stubs import read  # only for stubs

        stubs = read(source)
        with self._lock:
            # The last one wins within a priority, as in WireMock.
            self._stubs = sorted([*reversed(stubs), *self._stubs], key=lambda stub: stub.priority)

    def keep(self, resource: str, *records: object) -> None:
        """Keep records as if they had been created, for a stateful fake.

            fake.keep("orders", build(Order, id=7), build(Order, id=8))

        Args:
            resource: The resource's name, `orders`.
            records: Models, or plain objects in the wire's names; one without an id gets the next.

        Raises:
            ConfigurationError: The fake is not stateful, the resource keeps nothing, or a record is no object.
        """
        if self._state is None:
            raise ConfigurationError(f"keep({resource!r}): make the fake with FakeService(stateful=True).")
        self._state.keep(resource, records)

    def reset(self) -> None:
        """Forget every call, answer, stub and record."""
        if self._state is not None:
            self._state.clear()
        with self._lock:
            self.calls.clear()
            self._answers.clear()
            self._stubs.clear()

    def client(self, **settings: Any) -> SDKClient:
        """Return a client of this service.

        Args:
            settings: What the client takes.
        """
        return SDKClient(**self._settings(settings, Sender(self)))

    def async_client(self, **settings: Any) -> AsyncSDKClient:
        """Return an asynchronous client of this service, for asyncio or trio.

        Args:
            settings: What the client takes.
        """
        return AsyncSDKClient(**self._settings(settings, AsyncSender(self)))

    def calls_to(self, operation: str) -> list[Call]:
        """Return the calls of one operation, in their order.

        Args:
            operation: Public name, `orders.get`.

        Raises:
            ConfigurationError: There is no such operation.
        """
        _catalogue.operation(operation)
        return [call for call in self.calls if call.operation == operation]

    def assert_called(
        self,
        operation: str,
        *,
        times: int | None = None,
        path: Mapping[str, object] = _NOTHING,
        query: Mapping[str, object] = _NOTHING,
        body: object = None,
    ) -> Call:
        """Assert that an operation was called, and return the last call that fits.

        Args:
            operation: Public name, `orders.get`.
            times: How many calls fit, from 1; None for at least one. For none there is `assert_not_called`.
            path: Parameters of the path by their wire names that a call must have, compared as text.
            query: Parameters by their wire names that a call must have, compared as text.
            body: What a call's body must be, plain or as a model; of an object at the top, the members named here.

        Raises:
            AssertionError: It was not called like this; the message shows the calls.
            ConfigurationError: There is no such operation, or `times` is not an integer from 1.
            EncodeError: `body` has no JSON form.
        """
        plain = as_plain(body)
        if times is not None and not is_count(times):
            raise ConfigurationError(f"assert_called({operation!r}): times must be an integer from 1; got {times!r}.")
        wanted = {name: as_text(value) for name, value in query.items()}
        placed = {name: as_text(value) for name, value in path.items()}
        fitting = [
            call
            for call in self.calls_to(operation)
            if all(call.query.get(name) == text for name, text in wanted.items())
            and all(call.path_values.get(name) == text for name, text in placed.items())
            and holds(call, plain)
        ]
        if fitting and times in {None, len(fitting)}:
            return fitting[-1]
        like = f" with path={dict(path)}" if path else ""
        like += f" with query={dict(query)}" if query else ""
        like += f" with body={body!r}" if body is not None else ""
        count = "at least once" if times is None else f"{times} times"
        raise AssertionError(
            f"{operation}{like} was to be called {count} and was called {len(fitting)} times; "
            f"{wire_names(self.calls_to(operation), query, plain)}{self._describe_calls(bodies=body is not None)}"
        )

    def assert_not_called(self, operation: str | None = None) -> None:
        """Assert that an operation, or any, was not called.

        Args:
            operation: Public name, `orders.get`; None for any.

        Raises:
            AssertionError: It was called; the message shows the calls.
        """
        calls = self.calls if operation is None else self.calls_to(operation)
        if calls:
            raise AssertionError(f"{operation or 'nothing'} was not to be called; {self._describe_calls()}")

    def respond(self, request: Request) -> Response:
        """Note a request and return what comes back. For transports.

        Args:
            request: What was sent.

        Raises:
            TransportError: The connection is said to fail.
            UnexpectedCallError: Nothing was said of the operation, and this fake is strict.
        """
        operation, call, answer = self._arrived(request)
        if callable(answer) and not isinstance(answer, type):
            answer = _called(answer, call)
            if inspect.isawaitable(answer):
                cast("Any", answer).close()
                raise TypeError(f"{operation.name}: only an asynchronous client can await its answer.")
        return respond(operation, answer, call)

    async def arespond(self, request: Request) -> Response:
        """Do the same for an asynchronous transport.

        Args:
            request: What was sent.

        Raises:
            TransportError: The connection is said to fail.
            UnexpectedCallError: Nothing was said of the operation, and this fake is strict.
        """
        operation, call, answer = self._arrived(request)
        if callable(answer) and not isinstance(answer, type):
            answer = _called(answer, call)
            if inspect.isawaitable(answer):
                answer = await _awaited(answer)
        return respond(operation, answer, call)

    def _arrived(self, request: Request) -> tuple[Operation[Any], Call, object]:
        operation = _catalogue.operation(request.operation)
        call = _call(request, operation)
        with self._lock:
            self.calls.append(call)
            queue = self._answers.get(operation.name)
            if queue is not None:
                return operation, call, queue.pop(0) if len(queue) > 1 else queue[0]
            stub = next((stub for stub in self._stubs if stub.matches(request)), None)
        if stub is not None:
            return operation, call, stub.reply
        if self._state is not None and (answer := self._state.answer(operation, call)) is not UNKNOWN:
            return operation, call, answer
        if self.strict:
            raise UnexpectedCallError(
                f"{operation.name} was called, and nothing was said of it; add answer({operation.name!r}, ...), or "
                f"leave out strict=True for an answer that is made up. {self._describe_calls()}"
            )
        return operation, call, default(operation)

    def _settings(self, settings: dict[str, Any], transport: object) -> dict[str, Any]:
        # Tokens are given, for a fake has no endpoint to fetch them from.
        keys = {} if "credentials" in settings else stand_ins(lambda name: f"test-{name}")
        # A document may name no server, and a fake is nowhere.
        where = {} if IS_NAMED or os.environ.get(BASE_URL_VARIABLE) or "server" in settings else {"base_url": EXAMPLE}
        return {**keys, **where, "transport": transport, "clock": self.clock, **settings}

    def _describe_calls(self, *, bodies: bool = False) -> str:
        if not self.calls:
            return "there were no calls."
        lines = [f"  {number}. {call}{_body(call) if bodies else ''}" for number, call in enumerate(self.calls, 1)]
        return "\n".join(["the calls were:", *lines])

    def __repr__(self) -> str:
        kinds = f"{', strict' if self.strict else ''}{', stateful' if self._state is not None else ''}"
        return f"<FakeService, {len(self.calls)} calls{kinds}>"


def _called(answer: Callable[[Call], object], call: Call) -> object:
    """What a function of the caller's returns, or the failure of the connection that it raises."""
    try:
        return answer(call)
    except Exception as error:
        failure = as_failure(error)
        if failure is error:
            raise
    return failure


async def _awaited(answer: Awaitable[object]) -> object:
    try:
        return await answer
    except Exception as error:
        failure = as_failure(error)
        if failure is error:
            raise
    return failure


def _call(request: Request, operation: Operation[Any]) -> Call:
    parts = urlsplit(request.url)
    pairs = parse_qs(parts.query, keep_blank_values=True)
    query = {name: texts for name, texts in pairs.items() if name not in SECRET_QUERY}
    headers = {name.lower(): text for name, text in request.headers.items()}
    cookies = "; ".join(_other_cookies(headers.get("cookie", "")))
    headers = {name: text for name, text in headers.items() if name not in SECRET_HEADERS}
    headers |= {"cookie": cookies} if cookies else {}
    single = {name: texts[0] if len(texts) == 1 else texts for name, texts in query.items()}
    # The transports of a fake have read what was a stream.
    content = request.content if isinstance(request.content, bytes) else None
    placed = values_of(operation.path, parts.path)
    return Call(request.operation, request.method, parts.path, single, content, headers, placed)


def _other_cookies(text: str) -> list[str]:
    """The cookies of a header that are no credentials."""
    cookies = filter(None, (cookie.strip() for cookie in text.split(";")))
    return [cookie for cookie in cookies if cookie.partition("=")[0] not in SECRET_COOKIES]


def _body(call: Call) -> str:
    text = "nothing" if call.content is None else call.content.decode(errors="replace")
    return f" with {text if len(text) <= _MAX_BODY else text[: _MAX_BODY - 1] + '…'}"
