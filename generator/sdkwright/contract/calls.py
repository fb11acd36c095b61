"""Calls every operation of a package through both clients, and says what came of each call."""

import asyncio
import inspect
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Final, Literal, TypeAlias

import attrs

from sdkwright.contract.arguments import Given
from sdkwright.contract.package import Package
from sdkwright.contract.recording import Exchange
from sdkwright.emit.methods import Method
from sdkwright.text import without_controls

Mode: TypeAlias = Literal["sync", "async"]
MODES: Final[tuple[Mode, ...]] = ("sync", "async")

_LONGEST: Final = 400
_DATA: Final = (str, bytes, dict, list, tuple)


@attrs.frozen
class Outcome:
    """What came of one call.

    Attributes:
        operation: The operation's public name.
        mode: By which client it was called.
        given: Which arguments it had.
        error: Why it failed; empty where it was answered as the operation.
        exchanges: What was sent and answered.
    """

    operation: str
    mode: Mode
    given: Given
    error: str = ""
    exchanges: tuple[Exchange, ...] = attrs.field(default=(), repr=False)


@attrs.define
class _Running:
    """A call that is made: what goes wrong within `watched` is its error."""

    error: str = ""


def call_all(package: Package, given: Iterable[Given] = ("required", "all")) -> list[Outcome]:
    """Call every operation, sync and async, and collect what came of it. Nothing that a call does raises.

    Args:
        package: The package.
        given: With which arguments each operation is called; each way is a call.
    """
    ways = tuple(given)
    return [*_sync(package, ways), *asyncio.run(_async(package, ways))]


def _sync(package: Package, ways: tuple[Given, ...]) -> Iterator[Outcome]:
    with _watched() as making:
        client = package.client()
    for method, way in _calls(package, ways):
        with _watched(making.error) as call:
            if not making.error:
                bound, arguments = _bound(package, client, method, way)
                _read(bound(**arguments))
        yield _outcome(package, method, "sync", way, call)
    if not making.error:
        client.close()


async def _async(package: Package, ways: tuple[Given, ...]) -> list[Outcome]:
    found: list[Outcome] = []
    with _watched() as making:
        client = package.async_client()
    for method, way in _calls(package, ways):
        with _watched(making.error) as call:
            if not making.error:
                bound, arguments = _bound(package, client, method, way)
                await _read_async(bound(**arguments))
        found.append(_outcome(package, method, "async", way, call))
    if not making.error:
        await client.aclose()
    return found


def _calls(package: Package, ways: tuple[Given, ...]) -> Iterator[tuple[Method, Given]]:
    return ((method, way) for method in package.methods for way in ways)


def _bound(package: Package, client: Any, method: Method, given: Given) -> tuple[Any, dict[str, Any]]:
    bound = getattr(getattr(client, method.operation.resource), method.name)
    return bound, package.arguments.of(method, given)


@contextmanager
def _watched(error: str = "") -> Iterator[_Running]:
    running = _Running(error)
    try:
        yield running
    except Exception as caught:  # noqa: BLE001 - whatever it is, it is the outcome
        running.error = without_controls(f"{type(caught).__name__}: {caught}"[:_LONGEST])


def _outcome(package: Package, method: Method, mode: Mode, given: Given, call: _Running) -> Outcome:
    exchanges, name, error = package.server.take(), method.operation.name, call.error
    if not error and not exchanges:
        error = "nothing was sent"
    missed = next((exchange.miss for exchange in exchanges if exchange.stub is None), "")
    if missed:
        error = missed
    elif not error and (others := [exchange.stub for exchange in exchanges if exchange.stub != name]):
        error = f"the stub of {others[0]} answered"
    return Outcome(name, mode, given, error, exchanges)


def _read(answer: Any) -> None:
    """Read an answer that comes in parts: one page of a list, or a stream to its end."""
    if hasattr(answer, "page") and hasattr(answer, "pages"):
        answer.page()
    elif isinstance(answer, Iterator):
        for _ in answer:
            pass
    elif hasattr(answer, "__enter__") and not isinstance(answer, _DATA):
        with answer as opened:
            _read(opened)


async def _read_async(answer: Any) -> None:
    if inspect.isawaitable(answer):
        answer = await answer
    if hasattr(answer, "page") and hasattr(answer, "pages"):
        await answer.page()
    elif isinstance(answer, AsyncIterator):
        async for _ in answer:
            pass
    elif hasattr(answer, "__aenter__") and not isinstance(answer, _DATA):
        async with answer as opened:
            await _read_async(opened)
