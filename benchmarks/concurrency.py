"""Times our async client against the bare HTTP library below it: 2,000 GETs, 50 in flight, server in another process.

Each round runs every candidate once, in turn; what counts is the median of the rounds' ratios. It measures the package
as it was generated. Usage: PYTHONPATH=generated python benchmarks/concurrency.py [ROUNDS]
"""

from __future__ import annotations

import asyncio
import gc
import json
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any, Final

import aiohttp
import httpx
from envoice import AsyncEnvoice
from envoice.transports import AiohttpTransport, AsyncHttpx2Transport

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

REQUESTS: Final = 2_000
IN_FLIGHT: Final = 50
WARM_UP: Final = 100

SERVE: Final = "--serve"
PATH: Final = "/api/client/details"
KEYS: Final = {"x-auth-key": "key", "x-auth-secret": "secret"}
BODY: Final = json.dumps(
    {"Id": 7, "Name": "Acme d.o.o.", "Email": "acme@example.com", "Address": "Street 1", "ClientCurrencyId": 163}
).encode()
ANSWER: Final = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(BODY)
) + BODY


class Server(asyncio.Protocol):
    """Gives every request the same answer and does so little that it is never what is measured."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin a connection."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.received = b""

    def data_received(self, data: bytes) -> None:
        """Answer the requests that are complete."""
        *complete, self.received = (self.received + data).split(b"\r\n\r\n")
        self.transport.write(ANSWER * len(complete))


async def serve() -> None:
    """Tell the port and serve until the process ends."""
    server = await asyncio.get_running_loop().create_server(Server, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


async def seconds(call: Callable[[], Awaitable[object]]) -> float:
    """How long the calls take, so many in flight at any time."""

    async def worker(numbers: list[int]) -> None:
        while numbers:
            numbers.pop()
            await call()

    async def run(count: int) -> None:
        numbers = list(range(count))
        async with asyncio.TaskGroup() as group:
            for _ in range(IN_FLIGHT):
                group.create_task(worker(numbers))

    await run(WARM_UP)
    gc.collect()
    started = time.perf_counter()
    await run(REQUESTS)
    return time.perf_counter() - started


async def bare_aiohttp(base_url: str) -> float:
    """What an aiohttp session takes to fetch and read the JSON."""
    async with aiohttp.ClientSession(headers=KEYS) as session:

        async def call() -> object:
            async with session.get(base_url + PATH, params={"id": "7"}) as response:
                return json.loads(await response.read())

        return await seconds(call)


async def bare_httpx(base_url: str) -> float:
    """What an httpx client takes to fetch and read the JSON."""
    async with httpx.AsyncClient(headers=KEYS) as client:

        async def call() -> object:
            response = await client.get(base_url + PATH, params={"id": "7"})
            return json.loads(response.content)

        return await seconds(call)


async def timed(client: AsyncEnvoice) -> float:
    """What our client takes to fetch and decode a typed model."""
    async with client:
        return await seconds(lambda: client.clients.get(7))


async def ours_aiohttp(base_url: str) -> float:
    """Our client on the aiohttp transport."""
    return await timed(
        AsyncEnvoice(api_key="key", api_secret="secret", base_url=base_url, transport=AiohttpTransport())
    )


async def ours_httpx(base_url: str) -> float:
    """Our client as it comes."""
    return await timed(AsyncEnvoice(api_key="key", api_secret="secret", base_url=base_url))


async def ours_httpx2(base_url: str) -> float:
    """Our client on the httpx2 transport."""
    return await timed(
        AsyncEnvoice(api_key="key", api_secret="secret", base_url=base_url, transport=AsyncHttpx2Transport())
    )


CANDIDATES: Final[tuple[Callable[[str], Coroutine[Any, Any, float]], ...]] = (
    bare_aiohttp,
    ours_aiohttp,
    bare_httpx,
    ours_httpx,
    ours_httpx2,
)
# Ours, what it is measured against, and the least part of its requests a second that ours has to reach.
LIMITS: Final = (("ours_aiohttp", "bare_aiohttp", 0.8), ("ours_httpx", "bare_httpx", 0.95))


def main() -> int:
    """Print the requests a second and the ratios; the exit status is 1 beyond a limit."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    times: dict[str, list[float]] = {candidate.__name__: [] for candidate in CANDIDATES}
    with subprocess.Popen([sys.executable, __file__, SERVE], stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            base_url = f"http://127.0.0.1:{int(server.stdout.readline())}"
            for number in range(rounds):
                # Every other round backwards, so that none always follows the same one.
                for candidate in CANDIDATES if number % 2 == 0 else CANDIDATES[::-1]:
                    times[candidate.__name__].append(asyncio.run(candidate(base_url)))
        finally:
            server.kill()
    print(f"{REQUESTS} GETs, {IN_FLIGHT} in flight, {rounds} rounds")
    for name, values in times.items():
        rates = [REQUESTS / value for value in values]
        print(f"{name:<13} {statistics.median(rates):7.0f}/s   min {min(rates):7.0f}   max {max(rates):7.0f}")
    missed = False
    for name, against, limit in LIMITS:
        ratio = statistics.median(theirs / mine for mine, theirs in zip(times[name], times[against], strict=True))
        print(f"{name} / {against}: {ratio:.2f} (at least {limit})")
        missed = missed or ratio < limit
    return int(missed)


if __name__ == "__main__":
    if sys.argv[1:] == [SERVE]:
        asyncio.run(serve())
    else:
        sys.exit(main())
