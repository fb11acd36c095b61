"""Handles a delivery in a transaction of the caller's database: mark and effect are committed together, or neither is.

With `transaction=` the transaction is ours: it is rolled back when a function fails, tried again when the database
gives it up for another's sake, and 200 is answered after its commit. With `connection=` it is the caller's: a failure
is undone up to a savepoint and raised, and the caller commits, and answers only then.

A function that commits by itself is told from its savepoint, which is gone then. Its claim is committed as one that
holds for the lease, so that what it did may happen twice, and is not lost.
"""

import logging
import random
import time
from collections.abc import Callable
from functools import partial
from typing import Any, Final, TypeVar, cast

import attrs

from .._api import NAME
from ..errors import ConfigurationError
from . import endpoint
from ._handling import Handling, handling
from .endpoint import Outcome
from .flow import BusyError, Flow, Received, Receiver, Short
from .handlers import Registered, is_async
from .sql import outbox, parking
from .sql.connections import bound_to
from .sql.faults import Ended, explained, is_conflict, is_given_up, is_locked
from .sql.steps import Keeper, Steps
from .stores.base import Refusal
from .stores.sql import SQLStore
from .stores.sql_async import AsyncSQLStore

__all__ = ["beginning", "check_store", "owned", "within"]

BUILDS_ON: Final = ("_api.NAME",)

TRIES: Final = 4
"""How often a transaction of ours is begun for one delivery."""

_T = TypeVar("_T")

_log: Final = logging.getLogger(f"{NAME}.webhooks")


class UnavailableError(Exception):
    """No transaction could be begun, or the claim failed; no function has run."""


class CommittedItselfError(ConfigurationError):
    """A function has ended the transaction that it was to leave to its owner."""


@attrs.frozen
class Work:
    """One delivery in one transaction.

    Attributes:
        receiver: The handler.
        received: The delivery.
        bound: The connection.
        retrying: Whether it is handled although it is parked.
        late: Whether one that comes after it was handled before.
    """

    receiver: Receiver
    received: Received
    bound: Any
    retrying: bool = False
    late: bool = False


def within(receiver: Receiver, received: Received, given: Any) -> Flow[Outcome]:
    """Say the steps of a delivery in the caller's transaction. A failure is raised.

    Args:
        receiver: The handler.
        received: The delivery.
        given: The connection.
    """
    bound = bound_to(given, is_async=receiver.is_async)
    try:
        return _outcome((yield from work_on(Work(receiver, received, bound))))
    except BusyError:
        return endpoint.IN_PROGRESS
    except UnavailableError as error:
        raise error.__cause__ or error from None
    except Exception as error:
        # Not here and now: the caller's connection may be the last of the pool, or hold SQLite's write lock.
        if cast("Any", receiver.store).database is not None:
            receiver.afterwards(receiver.counting(received, error))
        yield from receiver.report(error, received.event)
        raise


def owned(receiver: Receiver, received: Received, begin: Callable[[], Any], *, retrying: bool = False) -> Flow[Outcome]:
    """Say the steps of a delivery in a transaction of our own.

    Args:
        receiver: The handler.
        received: The delivery.
        begin: Gives a context that holds a transaction, with its connection.
        retrying: Whether it is handled although it is parked.
    """

    def body(bound: Any) -> Flow["Refusal | parking.Failure | None"]:
        return (yield from work_on(Work(receiver, received, bound, retrying=retrying)))

    try:
        return _outcome((yield from tried(lambda: in_transaction(receiver, begin, body))))
    except BusyError:
        return endpoint.IN_PROGRESS
    except Exception as error:  # noqa: BLE001 - whatever a function or a database raises
        return (yield from failed_in(receiver, received, error))


def tried(make: Callable[[], Flow[_T]]) -> Flow[_T]:
    """Say the steps of a transaction again while the database gives it up for another's sake.

    Args:
        make: Gives the steps.
    """
    for attempt in range(1, TRIES + 1):
        try:
            return (yield from make())
        except Exception as error:
            if attempt == TRIES or not is_conflict(error):
                raise
        # Those that were in each other's way must not come back at the same time.
        yield Short(time.sleep, random.uniform(0.005, 0.03) * attempt)  # noqa: S311 - no secret
    raise AssertionError


def failed_in(receiver: Receiver, received: Received, error: Exception) -> Flow[Outcome]:
    """Say what is done when a transaction of ours has failed.

    Args:
        receiver: The handler.
        received: The delivery.
        error: What was raised.
    """
    if not isinstance(error, UnavailableError):
        return (yield from receiver.failed(received, error))
    described = receiver.described(error.__cause__, received.event)
    _log.error("The database did not take %s: %s", received.key, described)
    return endpoint.UNAVAILABLE


def in_transaction(receiver: Receiver, begin: Callable[[], Any], body: Callable[[Any], Flow[_T]]) -> Flow[_T]:
    """Say the steps of a transaction of our own, and its commit.

    Args:
        receiver: The handler.
        begin: Gives a context that holds a transaction.
        body: Gives the steps in it, for a connection.
    """
    enter, leave = (_enter_async, _leave_async) if receiver.is_async else (_enter, _leave)
    try:
        manager = begin()
        given = yield Short(enter, manager)
    except Exception as error:
        raise UnavailableError from error
    try:
        bound = bound_to(_of_django(manager) if given is None else given, is_async=receiver.is_async)
        result = yield from body(bound)
    except GeneratorExit:
        # Its process ends, and its connection with it: the database rolls back.
        raise
    except BaseException as error:
        try:
            yield Short(leave, manager, error)
        except Exception as second:  # noqa: BLE001 - most contexts raise again what they are given
            if second is not error:
                _log.debug("A transaction ended with %s after a failure.", type(second).__name__)
        raise
    # The commit. What it raises is told as the failure that it is.
    yield Short(leave, manager, None)
    return result


def _enter(manager: Any) -> Any:
    return manager.__enter__()


async def _enter_async(manager: Any) -> Any:
    return await manager.__aenter__()


def _leave(manager: Any, error: BaseException | None) -> None:
    manager.__exit__(type(error) if error else None, error, error.__traceback__ if error else None)


async def _leave_async(manager: Any, error: BaseException | None) -> None:
    await manager.__aexit__(type(error) if error else None, error, error.__traceback__ if error else None)


def _of_django(atomic: Any) -> Any:
    from .sql.django import connection_of

    return connection_of(atomic)


def beginning(transaction: Any, store: Any, *, is_async: bool) -> Callable[[], Any]:
    """Return what begins a transaction: a call of it gives a context that holds one, and commits at its end.

    Args:
        transaction: What the caller gave.
        store: The handler's store.
        is_async: Whether the context is to be awaited.

    Raises:
        ConfigurationError: It begins none, or not of this kind.
    """
    check_store(store)
    if transaction is True:
        if store.database is None or store.database.is_async != is_async:
            raise ConfigurationError("transaction=True needs a store with an engine of the handler's own kind.")
        transaction = store.database.engine
    begin = getattr(transaction, "begin", transaction)
    if not callable(begin):
        raise ConfigurationError(
            "transaction= takes an engine or sessionmaker of SQLAlchemy, True for the store's engine, or a function "
            f"such as pool.connection or Django's atomic; got {type(transaction).__name__}."
        )
    awaited = hasattr(transaction, "sync_engine") or "async" in type(transaction).__name__.lower()
    if hasattr(transaction, "begin") and awaited != is_async:
        needed = "AsyncWebhookHandler" if awaited else "WebhookHandler"
        raise ConfigurationError(f"{type(transaction).__name__} begins transactions for {needed}.")
    return cast("Callable[[], Any]", begin)


def check_store(store: Any) -> None:
    """Refuse a store whose marks cannot stand in the caller's transaction.

    Args:
        store: The handler's store.

    Raises:
        ConfigurationError: It is no SQL store.
    """
    if not isinstance(store, SQLStore | AsyncSQLStore):
        raise ConfigurationError(
            f"transaction= and connection= need SQLStore or AsyncSQLStore; got {type(store).__name__}."
        )


def prepare(work: Work, key: str) -> Flow[tuple[Keeper | None, str | Refusal]]:
    """Say how a transaction is made ready to write, and a key claimed in it.

    Args:
        work: The delivery.
        key: What is claimed.

    Returns:
        What keeps the claim, and its token; None, where the database has no writer to spare, and the refusal.
    """
    store: Any = work.receiver.store
    try:
        keeper = Keeper((yield Short(work.bound.begin, store.prefix)), store.lease, store.retention)
        token = yield from through(work, keeper.claim(key, in_transaction=True))
    except Exception as error:
        if is_locked(error):
            return None, Refusal.IN_PROGRESS
        raise UnavailableError from error
    return (None if isinstance(token, Refusal) else keeper), token


def work_on(work: Work) -> Flow["Refusal | parking.Failure | None"]:
    """Say how a delivery is claimed, handled and marked, all on one connection.

    Args:
        work: The delivery.
    """
    keeper, token = yield from prepare(work, work.received.key)
    if keeper is None or isinstance(token, Refusal):
        return cast("Refusal", token)
    try:
        return (yield from _claimed(work, keeper, token))
    except GeneratorExit:
        raise
    except BaseException as error:
        # In a transaction of the caller's, which may be committed for the rest of what it did.
        yield from _give_back(work, keeper, token, error)
        raise


def _claimed(work: Work, keeper: Keeper, token: str) -> Flow["parking.Failure | None"]:
    """Run the functions and mark the delivery, unless it is parked."""
    key, known = work.received.key, keeper.statements
    state: parking.Failure | None = yield from through(work, parking.state_of(known, key))
    if state is not None and state.parked and not work.retrying:
        yield from through(work, keeper.release(key, token))
        return state
    for handler in work.receiver.handlers.matching(work.received.event):
        yield from _run(work, handler, keeper)
    if state is not None:
        yield from through(work, parking.forget(known, key))
    if not (yield from through(work, keeper.done(key, token))):
        raise RuntimeError("Another has taken the delivery over: make the lease longer.")
    return None


def _give_back(work: Work, keeper: Keeper, token: str, error: BaseException) -> Flow[None]:
    if isinstance(error, CommittedItselfError):
        # What is committed stays as a claim, until the lease ends.
        return
    try:
        yield from through(work, keeper.release(work.received.key, token))
    except Exception as second:  # noqa: BLE001 - the transaction can do nothing but roll back
        _log.debug("A claim could not be given back: %s.", type(second).__name__)


def _run(work: Work, handler: Registered, keeper: Keeper) -> Flow[None]:
    """Run one function in a savepoint, with a claim and a mark of its own in it."""
    name = f"{work.received.key}/{handler.name}"
    savepoint = yield Short(work.bound.savepoint)
    try:
        token = yield from through(work, keeper.claim(name, in_transaction=True))
        if token is Refusal.IN_PROGRESS:
            raise BusyError  # noqa: TRY301 - undone below
        if not isinstance(token, Refusal):
            current = Handling(work.received.key, handler.name, work.late, jobs=[])
            with handling(current):
                yield _call(work, handler)
            yield Short(work.bound.check, savepoint)
            for job in current.jobs or ():
                yield from through(work, outbox.insert(keeper.statements, *job))
            yield from through(work, keeper.done(name, token))
        yield Short(work.bound.release, savepoint)
    except GeneratorExit:
        raise
    except BaseException as error:
        gone = yield from _undo(work, savepoint, error)
        if gone and not is_given_up(error):
            raise CommittedItselfError(
                f"The function {handler.name} ended the transaction by itself, so that its effect may happen twice: "
                "leave commit and rollback to the owner of the connection."
            ) from error
        raise


def _undo(work: Work, savepoint: Any, error: BaseException) -> Flow[bool]:
    """Roll back to a savepoint; whether it is gone, and with it the transaction that had it."""
    try:
        yield Short(work.bound.roll_back, savepoint, error)
    except Ended:
        return True
    except Exception as second:  # noqa: BLE001 - the transaction can do nothing but roll back
        _log.debug("A savepoint could not be rolled back: %s.", type(second).__name__)
    return isinstance(error, Ended)


def _call(work: Work, handler: Registered) -> Callable[[], Any]:
    if not handler.takes_connection:
        return partial(handler.function, work.received.event)
    if work.receiver.is_async and not is_async(handler.function):
        call = getattr(work.bound, "call", None)
        if call is None:
            raise ConfigurationError(
                f"{handler.name} is a plain function, and this connection is to be awaited: make it a coroutine."
            )
        return partial(call, handler.function, work.received.event)
    return partial(handler.function, work.received.event, work.bound.given)


def through(work: Work, steps: Steps[Any]) -> Flow[Any]:
    """Say how steps are executed on the connection.

    Args:
        work: The delivery.
        steps: The steps.
    """
    send: Callable[[Any], tuple[str, dict[str, Any]]] = steps.send
    given: Any = None
    while True:
        try:
            statement, parameters = send(given)
        except StopIteration as end:
            return end.value
        try:
            given = yield Short(work.bound.execute, statement, parameters)
            send = steps.send
        except Exception as error:  # noqa: BLE001 - the steps raise again what is not their own
            send, given = steps.throw, explained(error, cast("Any", work.receiver.store).prefix)


def _outcome(refusal: "Refusal | parking.Failure | None") -> Outcome:
    if refusal is None:
        return endpoint.HANDLED
    if isinstance(refusal, parking.Failure):
        return endpoint.PARKED
    return endpoint.HANDLED_BEFORE if refusal is Refusal.DONE else endpoint.IN_PROGRESS
