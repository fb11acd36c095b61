"""Calls every operation of a package through both clients, and says what came of each call."""

import asyncio
import inspect
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from operator import attrgetter
from typing import Any, Final, Literal, TypeAlias

import attrs

from sdkwright.contract.arguments import Given
from sdkwright.contract.package import Package
from sdkwright.contract.recording import Exchange
from sdkwright.emit.methods import Method
from sdkwright.ir.choices import most_members
from sdkwright.stubs.edges import MEMBER, MEMBERS
from sdkwright.stubs.forward import NEXT
from sdkwright.text import without_controls

Mode: TypeAlias = Literal["sync", "async"]
MODES: Final[tuple[Mode, ...]] = ("sync", "async")

_LONGEST: Final = 400
_DATA: Final = (str, bytes, dict, list, tuple)


@attrs.frozen
class Way:
    """How an operation is called.

    Attributes:
        given: Which arguments the call has.
        edge: Which answer is asked for; empty for the operation's own.
        choice: The number of the member that is given for each union.
        accept: The media type that is asked for; empty for the default.
    """

    given: Given = "required"
    edge: str = ""
    choice: int = 0
    accept: str = ""


@attrs.frozen
class Outcome:
    """What came of one call.

    Attributes:
        operation: The operation's public name.
        mode: By which client it was called.
        way: How it was called.
        error: What is wrong with it; empty where it went as it should.
        exchanges: What was sent and answered.
    """

    operation: str
    mode: Mode
    way: Way
    error: str = ""
    exchanges: tuple[Exchange, ...] = attrs.field(default=(), repr=False)


@attrs.define
class _Running:
    """A call that is made: what is raised within `_watched` is its error."""

    error: Exception | None = None


def plain(package: Package, given: Iterable[Given] = ("required", "all")) -> dict[str, tuple[Way, ...]]:
    """Each operation with its own answer, once for each kind of arguments, each member of its unions, each media type.

    Args:
        package: The package.
        given: The kinds.
    """
    usual = tuple(map(Way, given))
    return {method.operation.name: (*usual, *_members(package, method), *_chosen(method)) for method in package.methods}


def _chosen(method: Method) -> Iterator[Way]:
    """The ways to ask for an answer in another media type than the default."""
    return (Way("required", accept=choice.media_type) for choice in method.choices[1:])


def _members(package: Package, method: Method) -> Iterator[Way]:
    """The ways to call an operation with each other member of the unions that it takes and answers."""
    schemas = package.api.schemas
    taken = max((most_members(one.annotation.type, schemas) for one in method.arguments), default=1)
    answered = {edge for edge in package.edges[method.operation.name] if edge.startswith(MEMBER)}
    for number in range(1, min(max(taken, len(answered) + 1), MEMBERS)):
        edge = f"{MEMBER}{number + 1}"
        yield Way("all", edge if edge in answered else "", number)


def edges(package: Package) -> dict[str, tuple[Way, ...]]:
    """Each operation with each other answer that its stubs can give, but for those that wait."""
    return {name: tuple(Way("required", edge) for edge in found) for name, found in package.edges.items()}


def call_all(package: Package, ways: Mapping[str, Iterable[Way]]) -> list[Outcome]:
    """Call operations, sync and async, and collect what came of it. Nothing that a call does raises.

    A call goes as it should when it gives a value and the stub that was meant has answered. One that asks for another
    answer may as well raise an error of the package's own.

    Args:
        package: The package.
        ways: How each operation is called, by its name.
    """
    calls = [(method, way) for method in package.methods for way in ways.get(method.operation.name, ())]
    return [*_sync(package, calls), *asyncio.run(_async(package, calls))]


def _sync(package: Package, calls: list[tuple[Method, Way]]) -> Iterator[Outcome]:
    with _watched() as making:
        client = package.client()
    for method, way in calls:
        with _watched(making.error) as call:
            if making.error is None:
                _read(_begun(package, client, method, way), whole=not way.edge)
        yield _outcome(package, method, "sync", way, call.error)
    if making.error is None:
        client.close()


async def _async(package: Package, calls: list[tuple[Method, Way]]) -> list[Outcome]:
    found: list[Outcome] = []
    with _watched() as making:
        client = package.async_client()
    for method, way in calls:
        with _watched(making.error) as call:
            if making.error is None:
                await _read_async(_begun(package, client, method, way), whole=not way.edge)
        found.append(_outcome(package, method, "async", way, call.error))
    if making.error is None:
        await client.aclose()
    return found


def _begun(package: Package, client: Any, method: Method, way: Way) -> Any:
    bound = attrgetter(f"{method.operation.resource}.{method.name}")(client)
    options = {"options": package.options(way.edge)} if way.edge else {}
    arguments = attrs.evolve(package.arguments, choice=way.choice)
    accept = {method.accepting.name: way.accept} if method.accepting is not None and way.accept else {}
    return bound(**arguments.of(method, way.given), **accept, **options)


@contextmanager
def _watched(error: Exception | None = None) -> Iterator[_Running]:
    running = _Running(error)
    try:
        yield running
    except Exception as caught:  # noqa: BLE001 - whatever it is, it is the outcome
        running.error = caught


def _outcome(package: Package, method: Method, mode: Mode, way: Way, raised: Exception | None) -> Outcome:
    exchanges, name = package.server.take(), method.operation.name
    missed = next((exchange.miss for exchange in exchanges if exchange.stub is None), "")
    error = ""
    if missed:
        error = missed
    elif raised is not None and not (_may_fail(way) and isinstance(raised, package.base_error)):
        error = without_controls(f"{type(raised).__name__}: {raised}"[:_LONGEST])
    elif not exchanges:
        error = "nothing was sent"
    elif others := [seen.stub for seen in exchanges if not _is_meant(seen.stub or "", package.alike[name], way)]:
        error = f"the stub of {others[0]} answered"
    return Outcome(name, mode, way, error, exchanges)


def _may_fail(way: Way) -> bool:
    """Whether what is answered may be an error, or make one."""
    return bool(way.edge) and not way.edge.startswith(MEMBER)


def _is_meant(stub: str, names: Iterable[str], way: Way) -> bool:
    if way.edge:
        return stub.startswith(("any ", *(f"{name} " for name in names)))
    return stub in {f"{name} {kind}".rstrip() for name in names for kind in (way.accept, NEXT)}


def is_pager(answer: object) -> bool:
    """Whether an answer is a list that turns pages; a model may have fields of such names.

    Args:
        answer: What a call returned.
    """
    return all(inspect.isfunction(getattr(type(answer), name, None)) for name in ("page", "pages"))


def _is_read_forward(answer: object) -> bool:
    """Whether a list is one of which each page leads to the next."""
    return inspect.isfunction(getattr(type(answer), "resume", None))


def _read(answer: Any, *, whole: bool = False) -> None:
    """Read an answer that comes in parts: one page of a list, or all of them, or a stream to its end."""
    if is_pager(answer):
        if whole and _is_read_forward(answer):
            for _ in answer.pages():
                pass
        else:
            answer.page()
    elif isinstance(answer, Iterator):
        for _ in answer:
            pass
    elif hasattr(answer, "__enter__") and not isinstance(answer, _DATA):
        with answer as opened:
            _read(opened)


async def _read_async(answer: Any, *, whole: bool = False) -> None:
    if inspect.isawaitable(answer):
        answer = await answer
    if is_pager(answer):
        if whole and _is_read_forward(answer):
            async for _ in answer.pages():
                pass
        else:
            await answer.page()
    elif isinstance(answer, AsyncIterator):
        async for _ in answer:
            pass
    elif hasattr(answer, "__aenter__") and not isinstance(answer, _DATA):
        async with answer as opened:
            await _read_async(opened)
