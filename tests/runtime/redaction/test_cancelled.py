"""A call that is cancelled or interrupted leaves no credential in its traceback, and stays cancelled."""

import asyncio
import dataclasses
import traceback

import httpcore
import httpx
import pytest
import trio
from sdk._redaction.frames import empty_frames
from sdk.transports._streams import GuardedStream

from tests.runtime.kinds import KINDS
from tests.runtime.loopback import Wire
from tests.runtime.standin import GET, KEY, SECRET, Things

ASYNC = [kind for kind in KINDS if kind.run is not None]
STEPS = 40


def shown(error):
    """Check what a traceback with locals shows; return its text."""
    text = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    assert KEY not in text
    assert SECRET not in text
    return text


def answering(peer):
    peer.answer(b'{"Id":7}')


@pytest.mark.parametrize("kind", ASYNC, ids=lambda kind: kind.name)
def test_a_call_that_is_cancelled_at_any_step(kind):
    caught = []

    async def call(client):
        try:
            return await client.call(GET)
        except BaseException as error:
            caught.append(error)
            raise

    async def by_asyncio(client, steps):
        task = asyncio.create_task(call(client))
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        return task.cancelled()

    async def by_trio(client, steps):
        with trio.CancelScope() as scope:
            async with trio.open_nursery() as nursery:
                nursery.start_soon(call, client)
                for _ in range(steps):
                    await trio.lowlevel.checkpoint()
                scope.cancel()
        return scope.cancelled_caught

    async def run():
        ended = []
        for steps in range(STEPS):
            async with kind.client(wire.base_url) as client:
                ended.append(await (by_trio if kind.run is trio.run else by_asyncio)(client, steps))
        return ended

    with Wire(answering) as wire:
        ended = kind.run(run)
    # At the first step nothing is made yet, and whatever was cancelled was seen by the one who called.
    assert ended[1]
    assert len(caught) >= 5
    for error in caught:
        kinds = error.exceptions if isinstance(error, BaseExceptionGroup) else [error]
        assert all(isinstance(one, asyncio.CancelledError | trio.Cancelled) for one in kinds)
        shown(error)


def library_of(kind):
    return pytest.importorskip("httpcore2" if "httpx2" in kind.name else "httpcore")


@pytest.mark.parametrize("kind", ASYNC[:-1], ids=lambda kind: kind.name)
@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError])
def test_whatever_else_ends_a_call_while_it_writes(kind, stop, monkeypatch):
    core = library_of(kind)
    stream = core._backends.trio.TrioStream if kind.run is trio.run else core._backends.anyio.AnyIOStream

    async def write(self, buffer, *_, **__):
        raise stop

    monkeypatch.setattr(stream, "write", write)
    caught = []

    async def run():
        async with kind.client(wire.base_url) as client:
            try:
                await client.call(GET)
            except BaseException as error:  # noqa: BLE001 - whatever it is
                caught.append(error)

    with Wire(answering) as wire:
        kind.run(run)
    assert type(caught[0]) is stop
    _without_test_frames(caught[0])


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.run is None], ids=lambda kind: kind.name)
@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError])
def test_an_interrupt_of_a_sync_call(kind, stop, monkeypatch):
    def write(self, buffer, timeout=None):
        raise stop

    interrupt_writing(monkeypatch, library_of(kind), write)
    with Wire(answering) as wire, kind.client(wire.base_url) as client, pytest.raises(stop) as caught:
        client.call(GET)
    _without_test_frames(caught.value)


def interrupt_writing(monkeypatch, core, write):
    """Let `write` take the place of what writes, whether the call has an end or none."""
    monkeypatch.setattr(core._backends.sync.SyncStream, "write", write)
    monkeypatch.setattr(GuardedStream, "_write", write)


@pytest.mark.parametrize("stop", [KeyboardInterrupt, MemoryError])
def test_an_interrupt_of_a_sync_call_without_an_end(stop, monkeypatch):
    def write(self, buffer, timeout=None):
        raise stop

    interrupt_writing(monkeypatch, httpcore, write)
    with Wire(answering) as wire, KINDS[0].client(wire.base_url, timeout=None) as client, pytest.raises(stop) as caught:
        client.call(GET)
    _without_test_frames(caught.value)


def _without_test_frames(error):
    """Check all frames but those of this file, whose `write` is handed the bytes."""
    names = []
    for frame, _ in traceback.walk_tb(error.__traceback__):
        if frame.f_code.co_filename != __file__:
            names.append(frame.f_code.co_name)
            assert KEY not in repr(frame.f_locals)
            assert SECRET not in repr(frame.f_locals)
    # The lines are still there to look at.
    assert {"_answer", "send"} <= set(names)


def test_what_was_handled_before_and_what_a_hook_raises_is_left_alone():
    class MistakeError(Exception):
        pass

    def hook(request):
        mine = "seen"
        raise MistakeError(mine)

    http_client = httpx.Client(event_hooks={"request": [hook]})
    earlier = httpx.ReadError("of somebody else")

    def call():
        try:
            raise earlier
        except httpx.ReadError:
            client.call(GET, query={"id": 1})

    client = Things(api_key=KEY, api_secret=SECRET, base_url="http://127.0.0.1:1", http_client=http_client)
    with http_client, client, pytest.raises(MistakeError) as caught:
        call()
    assert caught.value.__context__ is earlier
    assert "seen" in shown(caught.value)
    frames = [frame for frame, _ in traceback.walk_tb(caught.value.__traceback__)]
    assert next(frame.f_locals for frame in frames if frame.f_code.co_name == "hook")["mine"] == "seen"


def test_the_errors_of_libraries_are_taken_from_the_chain():
    inner = ValueError("kept")
    inner.__cause__ = inner.__context__ = httpx.ReadError(SECRET)
    error = BaseExceptionGroup("several", [inner, KeyboardInterrupt()])
    error.__cause__ = inner
    empty_frames(error, None)
    assert str(error.__cause__) == "kept"
    assert error.__cause__.__cause__ is error.__cause__.__context__ is None
    assert error.__suppress_context__
    shown(error)


def test_a_frozen_exception_of_a_hook_comes_out_as_itself():
    @dataclasses.dataclass(frozen=True)
    class FrozenError(Exception):
        number: int

    error = FrozenError(7)
    BaseException.__setattr__(error, "__context__", httpx.ReadError(SECRET))
    empty_frames(error, None)
    assert error.__context__ is None


def test_a_chain_that_leads_back_into_itself_ends():
    first, second = httpx.ReadError(SECRET), httpx.WriteError(SECRET)
    first.__cause__, first.__context__, second.__context__ = second, second, first
    error = KeyboardInterrupt()
    error.__context__ = first
    empty_frames(error, None)
    assert error.__context__ is None
