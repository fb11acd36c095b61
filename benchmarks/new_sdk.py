"""Measures a new SDK against what two other generators make of the same document, all in one run; ratios count.

`sdkwright new`, openapi-python-client and datamodel-code-generator each make a client of a public document, and each
runs in an environment with nothing but what it needs. Usage: new_sdk.py [ROUNDS]. The exit status is 1 if ours takes
more than its limit of the faster of the others.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "generator")]

from tests.corpus import documents  # noqa: E402 - the path comes first
from tests.corpus.peers import PEERS, Peer  # noqa: E402

NAME: Final = "lyft.com"
OURS: Final = "sdkwright"
SERVE: Final = "--serve"
RIDE: Final = {
    "ride_type": "lyft",
    "display_name": "Lyft",
    "seats": 4,
    "image_url": "https://cdn.example.com/car.png",
    "pricing_details": {
        "base_charge": 200,
        "cancel_penalty_amount": 500,
        "cost_minimum": 500,
        "cost_per_mile": 115,
        "cost_per_minute": 23,
        "currency": "USD",
        "trust_and_service": 155,
    },
}
LIMITS: Final = {"import": 1.0, "first call": 1.0, "decode": 1.0, "in flight, httpx": 1.0, "in flight, httpx2": 1.0}
"""What each measure of ours may take, as a part of what the other takes; the faster of them, where both are named."""
RIVALS: Final = {
    "in flight, httpx": ("openapi-python-client",),
    "in flight, httpx2": ("datamodel-code-generator",),
}
"""Whom a measure is held against, where that is not both: each is bound to one HTTP library, and ours takes either."""

# What each client is asked for: the module to import, a call, the same awaited, and how it reads an answer.
PROGRAMS: Final = {
    OURS: """
def client(url):
    from ride_sharing import RideSharing
    return RideSharing(client_authentication="token", base_url=url)
def call(client):
    return client.ride_types.list(lat=1, lng=1)
def async_client(url):
    from ride_sharing import AsyncRideSharing
    return AsyncRideSharing(client_authentication="token", base_url=url)
def httpx2_client(url):
    from ride_sharing import AsyncRideSharing
    from ride_sharing.transports import AsyncHttpx2Transport
    return AsyncRideSharing(client_authentication="token", base_url=url, transport=AsyncHttpx2Transport())
async def acall(client):
    return await client.ride_types.list(lat=1, lng=1)
def reader():
    from ride_sharing._json.codec import decode
    from ride_sharing.resources import ride_types
    operation = ride_types._LIST
    return lambda data: decode(data, operation.result)
MODULE = "ride_sharing"
""",
    "openapi-python-client": """
def client(url):
    from client import AuthenticatedClient
    return AuthenticatedClient(base_url=url, token="token")
def call(client):
    from client.api.public import get_ride_types
    return get_ride_types.sync(client=client, lat=1.0, lng=1.0)
async_client = httpx2_client = client
async def acall(client):
    from client.api.public import get_ride_types
    return await get_ride_types.asyncio(client=client, lat=1.0, lng=1.0)
def reader():
    import json
    from client.models import GetRideTypesRideTypesResponse
    return lambda data: GetRideTypesRideTypesResponse.from_dict(json.loads(data))
MODULE = "client"
""",
    "datamodel-code-generator": """
def client(url):
    from client import Client
    return Client(base_url=url, client_authentication="token")
def call(client):
    return client.public.get_ride_types(lat=1.0, lng=1.0)
def async_client(url):
    from client import AsyncClient
    return AsyncClient(base_url=url, client_authentication="token")
httpx2_client = async_client
async def acall(client):
    return await client.public.get_ride_types(lat=1.0, lng=1.0)
def reader():
    from client.types.public import GetRideTypesResponse
    return GetRideTypesResponse.model_validate_json
MODULE = "client"
""",
}
_IN_FLIGHT: Final = """
async def run(count):
    numbers = list(range(count))
    async def worker():
        while numbers:
            numbers.pop()
            assert await acall(one) is not None
    await asyncio.gather(*(worker() for _ in range(50)))
async def main():
    global one
    one = MAKE(url)
    await run(100)
    gc.collect()
    started = time.perf_counter()
    await run(500)
    print((time.perf_counter() - started) / 500)
asyncio.run(main())
"""
# Each prints seconds for one go.
MEASURES: Final = {
    "import": """
import importlib
started = time.perf_counter()
importlib.import_module(MODULE)
client(url)
print(time.perf_counter() - started)
""",
    "first call": """
started = time.perf_counter()
assert call(client(url)) is not None
print(time.perf_counter() - started)
""",
    "decode": """
data = json.dumps({"ride_types": [ride] * 500}).encode()
read = reader()
assert len(read(data).ride_types) == 500
gc.collect()
started = time.perf_counter()
for _ in range(20):
    read(data)
print((time.perf_counter() - started) / 20)
""",
    "in flight, httpx": _IN_FLIGHT.replace("MAKE", "async_client"),
    "in flight, httpx2": _IN_FLIGHT.replace("MAKE", "httpx2_client"),
}


class Server(asyncio.Protocol):
    """Gives every request the same answer and does so little that it is never what is measured."""

    body = json.dumps({"ride_types": [RIDE] * 3}).encode()
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body) + body

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin a connection."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.received = b""

    def data_received(self, data: bytes) -> None:
        """Answer the requests that are complete."""
        *complete, self.received = (self.received + data).split(b"\r\n\r\n")
        self.transport.write(self.answer * len(complete))


async def serve() -> None:
    """Tell the port and serve until the process ends."""
    server = await asyncio.get_running_loop().create_server(Server, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def _new(document: Path, target: Path) -> list[str]:
    arguments = ["new", "ride_sharing", "--document", str(document), "--into", str(target / "made"), "--skip-types"]
    return ["-m", "sdkwright", *arguments, "--ci", "none"]


def candidates() -> list[Peer]:
    """Ours and the two others, each with what its clients need."""
    ours = Peer(
        OURS,
        ("attrs==26.1.0", "httpx==0.28.1", "msgspec==0.22.0", "oauthlib>=3.2.2", "httpx2>=2.16"),
        _new,
        lambda _: 0,
    )
    return [ours, *(peer for peer in PEERS if peer.name in PROGRAMS)]


def made(peer: Peer, folder: Path) -> Path:
    """The folder with the client that a generator makes."""
    target = folder / peer.name
    target.mkdir()
    peer.install()
    # Ours runs here, with all that it needs; the environment is that of its client.
    python = sys.executable if peer.name == OURS else str(peer.python)
    command = [python, *peer.command(documents.folder() / f"{NAME}.json", target)]
    subprocess.run(command, check=True, capture_output=True, cwd=folder)
    return target / "made" / "generated" if peer.name == OURS else target


def measured(peer: Peer, client: Path, measure: str, url: str) -> float:
    """Seconds for one go of a measure, in a process of its own."""
    head = f"import sys\nsys.path.insert(0, {str(client)!r})\nimport asyncio, gc, json, time\n"
    values = f"url, ride = {url!r}, {RIDE!r}\n"
    program = f"{head}{PROGRAMS[peer.name]}{values}{MEASURES[measure]}"
    done = subprocess.run([str(peer.python), "-I", "-c", program], check=True, capture_output=True, text=True)
    return float(done.stdout)


def main() -> int:
    """Print the medians and the ratios; the exit status is 1 beyond a limit."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    peers, beyond = candidates(), 0
    with (
        tempfile.TemporaryDirectory() as name,
        subprocess.Popen([sys.executable, __file__, SERVE], stdout=subprocess.PIPE, text=True) as server,
    ):
        try:
            assert server.stdout is not None
            url = f"http://127.0.0.1:{int(server.stdout.readline())}"
            clients = {peer.name: made(peer, Path(name)) for peer in peers}
            print(f"{NAME}, {rounds} rounds, ms{'':14}" + "".join(f"{peer.name:>26}" for peer in peers))
            for measure, limit in LIMITS.items():
                found: dict[str, list[float]] = {peer.name: [] for peer in peers}
                # The first round compiles modules and counts for none; every other one goes backwards.
                for number in range(-1, rounds):
                    for peer in peers if number % 2 else peers[::-1]:
                        seconds = measured(peer, clients[peer.name], measure, url)
                        found[peer.name] += [seconds] if number >= 0 else []
                medians = {one: statistics.median(values) for one, values in found.items()}
                ratio = medians[OURS] / min(
                    medians[one] for one in RIVALS.get(measure, [one for one in medians if one != OURS])
                )
                beyond += ratio > limit
                told = "".join(f"{medians[peer.name] * 1e3:26.2f}" for peer in peers)
                print(f"{measure:34}{told}   {ratio:.2f} of theirs (at most {limit}){' beyond' * (ratio > limit)}")
        finally:
            server.kill()
    return int(beyond > 0)


if __name__ == "__main__":
    if sys.argv[1:] == [SERVE]:
        asyncio.run(serve())
    else:
        sys.exit(main())
