"""Handles the events of one line one at a time, the lowest id that waits first; lines side by side.

An event is noted as waiting before it is handled. Whoever then has the lock of its line handles those before it as
well, each in a transaction of its own, so that nobody has to be delivered again for it.
"""

import logging
from collections.abc import Callable
from functools import partial
from typing import Any, Final

from .._api import NAME
from . import endpoint
from ._failures import Flow, Received, Short
from .endpoint import Outcome
from .flow import BusyError, Receiver
from .sql import ordering, parking
from .sql.ordering import Waiting
from .stores.base import Refusal
from .transactions import Work, failed_in, in_transaction, prepare, through, tried, work_on

__all__ = ["ordered"]

BUILDS_ON: Final = ("_api.NAME",)

MOST: Final = 1000
"""How many events before it one delivery handles at most."""

_log: Final = logging.getLogger(f"{NAME}.webhooks")


class _Turn:
    """What is handled now: the delivery itself, or one before it.

    Args:
        received: The delivery.
        retrying: Whether it waits for none before it.
    """

    def __init__(self, received: Received, *, retrying: bool = False) -> None:
        self.received = received
        self.retrying = retrying


def ordered(
    receiver: Receiver, received: Received, begin: Callable[[], Any], line: tuple[str, str], *, retrying: bool
) -> Flow[Outcome]:
    """Say the steps of a delivery that has a place in a line.

    Args:
        receiver: The handler.
        received: The delivery.
        begin: Begins a transaction.
        line: The line, and the delivery's place in it.
        retrying: Whether a person asked for it, so that it waits for none before it.
    """
    store: Any = receiver.store
    name, place = line
    waiting = Waiting(received.key, place, received.body, received.headers)
    if retrying:
        return (yield from _take_turn(receiver, _Turn(received, retrying=True), begin, name, waiting))
    try:
        yield Short(store.register, name, waiting)
    except Exception as error:  # noqa: BLE001 - a backend's own errors
        _log.error("The database did not take %s: %s", received.key, receiver.described(error, received.event))
        return endpoint.UNAVAILABLE
    for _ in range(MOST):
        turn = _Turn(received)
        outcome = yield from _take_turn(receiver, turn, begin, name, waiting)
        if turn.received is received:
            return outcome
        if outcome is endpoint.HANDLED or outcome is endpoint.HANDLED_BEFORE:
            continue
        if outcome is endpoint.PARKED and not receiver.parked_blocks:
            continue
        # One before it is not handled, and comes again.
        return endpoint.IN_PROGRESS
    return endpoint.IN_PROGRESS


def _take_turn(receiver: Receiver, turn: _Turn, begin: Callable[[], Any], line: str, waiting: Waiting) -> Flow[Outcome]:
    body = partial(_in_line, receiver, turn, line, waiting)
    try:
        return (yield from tried(lambda: in_transaction(receiver, begin, body)))
    except BusyError:
        return endpoint.IN_PROGRESS
    except Exception as error:  # noqa: BLE001 - whatever a function or a database raises
        outcome = yield from failed_in(receiver, turn.received, error)
        if outcome is endpoint.PARKED:
            store: Any = receiver.store
            yield Short(store.park_in_line, turn.received.key, blocks=receiver.parked_blocks)
        return outcome


def _in_line(receiver: Receiver, turn: _Turn, line: str, waiting: Waiting, bound: Any) -> Flow[Outcome]:
    """Handle who is first, with the line's lock, all in one transaction."""
    work = Work(receiver, turn.received, bound)
    keeper, token = yield from prepare(work, ordering.line_key(line))
    if keeper is None or isinstance(token, Refusal):
        return endpoint.IN_PROGRESS
    known = keeper.statements
    first: Waiting | None = None
    if not turn.retrying:
        first = yield from through(work, ordering.lowest(known, line, waiting.place))
    if first is not None and first.key != waiting.key:
        # It is that one's failure where its delivery cannot be verified any more.
        turn.received = Received(turn.received.event, first.key, first.headers, first.body)
        event = yield Short(receiver.webhooks.unwrap, first.body, first.headers)
        turn.received = Received(event, first.key, first.headers, first.body)
    mine = waiting if first is None else first
    late = yield from through(work, ordering.is_late(known, line, mine.place))
    refusal = yield from work_on(Work(receiver, turn.received, bound, retrying=turn.retrying, late=late))
    if refusal is None:
        yield from through(work, ordering.passed(known, line, mine.place, keeper.retention))
    if refusal is None or refusal is Refusal.DONE or (_is_parked(refusal) and not receiver.parked_blocks):
        yield from through(work, ordering.leave(known, mine.key))
    yield from through(work, keeper.release(ordering.line_key(line), token))
    if refusal is None:
        return endpoint.HANDLED
    if _is_parked(refusal):
        return endpoint.PARKED
    return endpoint.HANDLED_BEFORE if refusal is Refusal.DONE else endpoint.IN_PROGRESS


def _is_parked(refusal: object) -> bool:
    return isinstance(refusal, parking.Failure)
