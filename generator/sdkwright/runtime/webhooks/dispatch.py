"""Takes a delivery from its bytes to its handlers and says what to answer: verified, once, in order.

What is guaranteed, with handlers that end within the store's lease:

- A handler that succeeded for an event does not run for it again, however often and however many times at once it is
  delivered, while the store remembers it. It is known by its module and name, or by the `name=` it was given: renaming
  it makes another of it for what is still delivered again.
- A handler that failed runs again with the next delivery of the event; those that succeeded before it do not.
- A process that is killed while a handler runs leaves the event to a later delivery, once the lease has run out. The
  handler then runs again from its beginning: it is at least once in this case, and wherever a handler outlives the
  lease or the store fails after it, so a handler should bear a repetition.

An event is known by its id. One without an id is known by the digest of the body, so that only a repetition of the same
bytes counts as one. Order and age are no criterion: a service delivers what was missed later, so events arrive late and
repeatedly as a matter of course. A handler that needs the present state asks the API for it.
"""

import asyncio
import contextlib
import inspect
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any, TypeAlias, TypeVar

from ..errors import ConfigurationError
from ..hooks import webhooks as hook
from ..hooks.webhooks import WebhookEvent, Webhooks
from .driving import arguments, cancellation, contained, drive_now, is_cancelled, refuse_async
from .endpoint import Outcome
from .flow import Flow, OnError, OrderBy, Short
from .handlers import check_types, is_async
from .stores.base import AsyncStore, Store
from .threads import MAX_THREADS, Threads
from .transactional import TransactionalReceiver

__all__ = ["AsyncHandler", "AsyncWebhookHandler", "Handler", "InThread", "WebhookHandler"]

Handler: TypeAlias = Callable[[WebhookEvent], None]
AsyncHandler: TypeAlias = Callable[[WebhookEvent], Awaitable[None] | None]
# With the connection of the delivery's transaction.
ConnectedHandler: TypeAlias = Callable[[WebhookEvent, Any], None]
AsyncConnectedHandler: TypeAlias = Callable[[WebhookEvent, Any], Awaitable[None] | None]
InThread: TypeAlias = Callable[[Callable[[], Any]], Awaitable[Any]]

_HandlerT = TypeVar("_HandlerT", bound=Handler | ConnectedHandler)
_AsyncHandlerT = TypeVar("_AsyncHandlerT", bound=AsyncHandler | AsyncConnectedHandler)


class WebhookHandler(TransactionalReceiver):
    """Receives deliveries and runs functions on their events; see the module for what is guaranteed.

        handler = WebhookHandler(Webhooks.from_environment(), store=SQLiteStore("webhooks.db"))

        @handler.on()
        def changed(event: WebhookEvent) -> None: ...

    Handlers run one after the other, in the order of registration, in the thread that calls `handle`. The first that
    fails ends the delivery, and the service delivers again. An event that no handler is for is answered 200 and not
    remembered.

    Args:
        webhooks: Verifies the deliveries.
        store: Remembers which were handled. Receivers of different accounts need stores of their own.
        enqueue: Hands an event to a queue in place of the handlers. When it returns, the delivery counts as handled:
            the queue must then hold `event.raw` durably, and its worker calls `dispatch(webhooks.unwrap(raw))`. From
            there on it is for the queue to run an event again that failed.
        on_error: Is called with the exception of a failed handler and the event, for an error tracker. The log has only
            its type, where it was raised, and its message without secrets and without what the delivery held.
        order_by: Gives the line that an event has its place in, such as the id of its invoice; None for none. Events of
            one line are handled one at a time, the lowest id that waits first, and one that comes late has
            `event.late`. It needs a `SQLStore` and `handle(..., transaction=)`.
        parked_blocks: Whether an event that is parked keeps those after it in its line waiting.

    Raises:
        ConfigurationError: `store` or `enqueue` is asynchronous.
    """

    def __init__(
        self,
        webhooks: "Webhooks",
        *,
        store: Store,
        enqueue: Handler | None = None,
        on_error: OnError | None = None,
        order_by: OrderBy | None = None,
        parked_blocks: bool = True,
    ) -> None:
        super().__init__(webhooks, store, enqueue, on_error, order_by=order_by, parked_blocks=parked_blocks)
        if is_async(store.claim):
            raise ConfigurationError(f"{type(store).__name__} is asynchronous: use it with AsyncWebhookHandler.")
        for function in (enqueue, on_error):
            refuse_async(function)

    def on(self, *types: "hook.EventType", name: str | None = None) -> Callable[[_HandlerT], _HandlerT]:
        """Register the decorated function.

        Args:
            types: The types it is for. None of them: it gets every event, also of an unknown type or of none.
            name: What the store knows it by, for ever; the function's module and name when None. Two functions of one
                name need it, as closures and lambdas are.

        Returns:
            The decorator, which gives back the function as it is.

        Raises:
            ConfigurationError: What is given is no type, the function is asynchronous, or another has its name.
        """
        check_types(types)

        def register(function: _HandlerT) -> _HandlerT:
            refuse_async(function)
            self.handlers.add(function, types, name)
            return function

        return register

    def unmatched(self, function: _HandlerT, *, name: str | None = None) -> _HandlerT:
        """Register the decorated function for events that no handler is for.

        Args:
            function: Takes an event.
            name: As for `on`.

        Returns:
            The function as it is.

        Raises:
            ConfigurationError: The function is asynchronous, or another has its name.
        """
        refuse_async(function)
        self.handlers.add_unmatched(function, name)
        return function

    def handle(
        self,
        body: bytes,
        headers: Mapping[str, str] | None = None,
        *,
        connection: Any = None,
        transaction: Any = None,
    ) -> "Outcome":
        """Verify a delivery, run its handlers, and say what to answer.

        With `transaction=` or `connection=`, mark and effect are one: a function that takes a second argument gets the
        connection, and what it writes there happens exactly once. Both need a `SQLStore`.

        Args:
            body: The request's body exactly as received.
            headers: The request's headers.
            connection: The caller's own connection: of SQLAlchemy (a session too), psycopg 3, or Django. What fails is
                raised, undone up to a savepoint. Commit, and answer only then.
            transaction: What begins a transaction, which is committed before the answer, and rolled back where a
                function fails: an engine or sessionmaker, `pool.connection` of psycopg, Django's `atomic`, or True
                for the store's engine.

        Returns:
            What to answer. A failed handler is an outcome too, but with `connection=`; else only what ends a process,
            such as KeyboardInterrupt, is raised, after the delivery was released.

        Raises:
            ConfigurationError: The store or the connection is of another kind.
            Exception: What a function raised, with `connection=`.
        """
        return drive_now(self.deliver(body, headers, self._how(connection, transaction)))

    def retry(self, key: str, *, transaction: Any = None) -> "Outcome":
        """Handle a parked event again. When it fails again, it stays parked.

        Args:
            key: What names it, as `SQLStore.parked` says.
            transaction: As for `handle`.

        Returns:
            What came of it, as for a delivery.

        Raises:
            ConfigurationError: No such event is parked, or the store parks none.
        """
        store = self._check_retry()
        found = store.parked(key)
        how = self._retrying(key, found, transaction)
        store.count("retried")
        return drive_now(self.deliver(found[0].body, found[0].headers, how))

    def dispatch(self, event: "WebhookEvent", connection: Any = None) -> None:
        """Run the handlers of an event that is verified already, apart from any store: for a queue's worker, and tests.

        Args:
            event: What `Webhooks.unwrap` gave.
            connection: What functions get that take a connection.

        Raises:
            Exception: What the first handler that fails raises.
        """
        for handler in self.handlers.matching(event):
            handler.function(*arguments(handler, event, connection))


class AsyncWebhookHandler(TransactionalReceiver):
    """`WebhookHandler` with `handle` and `dispatch` to await, on asyncio or trio.

    A handler is a coroutine function, or a plain function, which runs in a thread, and fails where it calls `sys.exit`.
    A delivery that was begun is carried to its end even if the request is cancelled, because the client may have gone
    while the handler succeeds. If the event loop itself ends first, a coroutine is cancelled and the delivery released;
    of a plain function nobody knows then how its thread will fare, so that is left to its lease.

    Args:
        webhooks: Verifies the deliveries.
        store: Remembers which were handled; a `Store` is called in threads.
        enqueue: As for `WebhookHandler`; a coroutine function or a plain one, which runs in a thread.
        on_error: As for `WebhookHandler`; a coroutine function or a plain one, which runs in a thread.
        order_by: As for `WebhookHandler`; a plain function.
        parked_blocks: As for `WebhookHandler`.
        max_threads: Plain functions that run at the same time in one event loop. They have threads of their own, so
            that slow ones keep nothing else of the application waiting; the store has as many again. A function that
            waits for a thread has been claimed already: its lease should cover the wait.

    Raises:
        ConfigurationError: `max_threads` is no integer from 1.
    """

    is_async = True

    def __init__(
        self,
        webhooks: "Webhooks",
        *,
        store: Store | AsyncStore,
        enqueue: AsyncHandler | None = None,
        on_error: OnError | None = None,
        order_by: OrderBy | None = None,
        parked_blocks: bool = True,
        max_threads: int = MAX_THREADS,
    ) -> None:
        super().__init__(webhooks, store, enqueue, on_error, order_by=order_by, parked_blocks=parked_blocks)
        self._functions, self._store_threads = Threads(max_threads), Threads(max_threads)
        self._deliveries: set[asyncio.Task[Outcome]] = set()
        self._counting: set[asyncio.Task[None]] = set()

    def on(self, *types: "hook.EventType", name: str | None = None) -> Callable[[_AsyncHandlerT], _AsyncHandlerT]:
        """Register the decorated function; see `WebhookHandler.on`.

        Args:
            types: The types it is for; none of them for every event.
            name: What the store knows it by; the function's module and name when None.

        Returns:
            The decorator, which gives back the function as it is.

        Raises:
            ConfigurationError: What is given is no type, or another function has its name.
        """
        check_types(types)

        def register(function: _AsyncHandlerT) -> _AsyncHandlerT:
            self.handlers.add(function, types, name)
            return function

        return register

    def unmatched(self, function: _AsyncHandlerT, *, name: str | None = None) -> _AsyncHandlerT:
        """Register the decorated function for events that no handler is for.

        Args:
            function: Takes an event.
            name: As for `on`.

        Returns:
            The function as it is.

        Raises:
            ConfigurationError: Another function has its name.
        """
        self.handlers.add_unmatched(function, name)
        return function

    async def handle(
        self,
        body: bytes,
        headers: Mapping[str, str] | None = None,
        *,
        connection: Any = None,
        transaction: Any = None,
        in_thread: InThread | None = None,
    ) -> "Outcome":
        """Verify a delivery, run its handlers, and say what to answer.

        Args:
            body: The request's body exactly as received.
            headers: The request's headers.
            connection: The caller's own connection, as for `WebhookHandler.handle`, to await. A plain function that
                takes a connection gets the plain one that belongs to it, and runs in the event loop.
            transaction: As for `WebhookHandler.handle`, to await.
            in_thread: Runs a plain function in a thread, for a framework that has threads of its own; anyio's by
                default. `max_threads` holds for either.

        Returns:
            What to answer. A failed handler is an outcome too, but with `connection=`.

        Raises:
            ConfigurationError: The store or the connection is of another kind.
            Exception: What a function raised, with `connection=`.
        """
        return await self._carried(self.deliver(body, headers, self._how(connection, transaction)), in_thread)

    async def retry(self, key: str, *, transaction: Any = None) -> "Outcome":
        """Handle a parked event again; see `WebhookHandler.retry`.

        Args:
            key: What names it.
            transaction: As for `handle`.

        Returns:
            What came of it, as for a delivery.

        Raises:
            ConfigurationError: No such event is parked, or the store parks none.
        """
        store = self._check_retry()
        found = await self._call(Short(store.parked, key), None)
        how = self._retrying(key, found, transaction)
        store.count("retried")
        return await self._carried(self.deliver(found[0].body, found[0].headers, how), None)

    async def _carried(self, flow: "Flow[Outcome]", in_thread: InThread | None) -> "Outcome":
        """Carry a delivery to its end even if the request is cancelled."""
        delivery = self._drive(flow, in_thread)
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            import anyio  # comes with httpx, and is needed only for trio

            with anyio.CancelScope(shield=True):
                return await delivery
        task = asyncio.create_task(delivery)
        # The loop keeps no task alive by itself.
        self._deliveries.add(task)
        task.add_done_callback(self._deliveries.discard)
        return await asyncio.shield(task)

    async def dispatch(self, event: "WebhookEvent", connection: Any = None) -> None:
        """Run the handlers of an event that is verified already, apart from any store: for a queue's worker, and tests.

        Args:
            event: What `Webhooks.unwrap` gave.
            connection: What functions get that take a connection.

        Raises:
            Exception: What the first handler that fails raises.
        """
        for handler in self.handlers.matching(event):
            await self._call(partial(handler.function, *arguments(handler, event, connection)), None)

    def afterwards(self, step: Callable[[], Any]) -> None:
        """Do something once the caller's transaction may have ended.

        Args:
            step: What to do.
        """
        if not is_async(step):
            super().afterwards(step)
            return
        task = asyncio.create_task(self._quietly(step))
        self._counting.add(task)
        task.add_done_callback(self._counting.discard)

    async def _quietly(self, step: Callable[[], Any]) -> None:
        try:
            await step()
        except Exception as error:  # noqa: BLE001 - a backend's own errors
            self.tell_uncounted(error)

    async def _drive(self, flow: "Flow[Outcome]", in_thread: InThread | None) -> "Outcome":
        with contextlib.closing(flow):
            send: Callable[[Any], Callable[[], Any]] = flow.send
            given: Any = None
            while True:
                try:
                    step = send(given)
                except StopIteration as end:
                    outcome: Outcome = end.value
                    return outcome
                try:
                    send, given = flow.send, await self._call(step, in_thread)
                except asyncio.CancelledError as error:
                    if is_cancelled() and not is_async(step):
                        raise
                    send, given = flow.throw, cancellation(error)
                except BaseException as error:  # noqa: BLE001 - the flow raises again what is not its own
                    send, given = flow.throw, error

    async def _call(self, step: Callable[[], Any], in_thread: InThread | None) -> Any:
        threads = self._store_threads if isinstance(step, Short) else self._functions
        result = step() if is_async(step) else await threads.run(partial(contained, step), in_thread)
        return await result if inspect.isawaitable(result) else result
