"""Measures the package against raw httpx, json and hand-written msgspec in one run; ratios count, not times.

Usage: client.py [ROUNDS]. The exit status is 1 if a ratio is beyond its limit.
"""

from __future__ import annotations

import gc
import json
import os
import socketserver
import ssl
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import tracemalloc
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import certifi
import httpx
import msgspec
import trustme

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "generated")]

from envoice import Envoice, InvoiceCreate, InvoiceItemCreate, InvoiceStatus, models  # noqa: E402
from envoice._http.arguments import check_body  # noqa: E402
from envoice._json.codec import decode, encode  # noqa: E402
from envoice.resources import invoices  # noqa: E402

from benchmarks import floor, payloads  # noqa: E402 - the path comes first

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SECRETS = {"api_key": "k" * 60, "api_secret": "s" * 60}
SMALL = b'{"Id":3971,"Number":"INV-1","Status":"Draft","TotalAmount":100.10,"Currency":{"Id":163,"Value":"EUR"}}'
_PATH = "/api/invoice/details"


def once(work: Callable[[], object], repeat: int) -> float:
    """Seconds for one go, over `repeat` of them."""
    gc.collect()
    started = time.perf_counter()
    for _ in range(repeat):
        work()
    return (time.perf_counter() - started) / repeat


def paired(ours: Callable[[], object], theirs: Callable[[], object], rounds: int, repeat: int) -> tuple[float, float]:
    """The medians of both, run in turn."""
    ours(), theirs()
    pairs = [(once(ours, repeat), once(theirs, repeat)) for _ in range(rounds)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


_OPTIONAL = frozenset({"brotli", "brotlicffi", "click", "pygments", "rich", "trio", "zstandard"})
"""What httpx imports where it is installed, which it is not where the package alone is."""


def processes(
    ours: str, theirs: str, rounds: int, *, installed: frozenset[str] = frozenset(), **variables: str
) -> tuple[float, float]:
    """The medians of two programs as whole processes, run in turn, with compiled modules in place.

    They see the dependencies of the package, and of what else is here only what is named as `installed`.
    """
    hidden = f"import sys\nsys.modules.update(dict.fromkeys({sorted(_OPTIONAL - installed)}))\n"
    ours, theirs = hidden + ours, hidden + theirs
    with tempfile.TemporaryDirectory() as cache:
        env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        env |= {"PYTHONPYCACHEPREFIX": cache, "PYTHONPATH": str(ROOT / "generated"), **variables}

        def run(program: str) -> float:
            started = time.perf_counter()
            subprocess.run([sys.executable, "-c", program], env=env, check=True)
            return time.perf_counter() - started

        run(ours), run(theirs)
        pairs = [(run(ours), run(theirs)) for _ in range(rounds)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def kept(work: Callable[[], object]) -> float:
    """Bytes that what `work` gives keeps."""
    work()
    gc.collect()
    tracemalloc.start()
    value = work()
    gc.collect()
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    del value
    return float(size)


def calls() -> tuple[Callable[[], object], Callable[[], object]]:
    """A GET through the package, and through raw httpx and json, on the same mock transport."""

    def handler(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=SMALL, headers={"content-type": "application/json"})

    client = Envoice(**SECRETS, http_client=httpx.Client(transport=httpx.MockTransport(handler)))
    raw = httpx.Client(
        base_url="https://www.envoice.in",
        transport=httpx.MockTransport(handler),
        headers={"x-auth-key": "k" * 60, "x-auth-secret": "s" * 60, "Accept": "application/json"},
    )

    def theirs() -> object:
        response = raw.get(_PATH, params={"id": 3971})
        response.raise_for_status()
        return json.loads(response.content)

    return lambda: client.invoices.get(3971), theirs


_FIRST_OURS = """
from envoice import Envoice
Envoice(api_key="k", api_secret="s", base_url="{url}").invoices.get(3971)
"""
_FIRST_RAW = """
import httpx, json
client = httpx.Client(base_url="{url}", headers={{"x-auth-key": "k", "x-auth-secret": "s"}})
response = client.get("/api/invoice/details", params={{"id": 3971}})
response.raise_for_status()
json.loads(response.content)
"""


class _Answers(socketserver.StreamRequestHandler):
    """Answers each request on a connection with the same small invoice."""

    def handle(self) -> None:
        while self.rfile.readline():
            while self.rfile.readline().strip():
                pass
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(SMALL), SMALL))


@contextmanager
def listening(tls: ssl.SSLContext | None = None) -> Iterator[str]:
    """The base URL of a server on loopback that gives these answers."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Answers) as server:
        if tls is not None:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"{'http' if tls is None else 'https'}://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def first_calls(rounds: int) -> tuple[float, float]:
    """Import, client and one call over loopback, as whole processes: the package, and raw httpx and json."""
    with listening() as url:
        return processes(_FIRST_OURS.format(url=url), _FIRST_RAW.format(url=url), rounds)


def first_secure_calls(rounds: int) -> tuple[float, float]:
    """The same over https, where both load all the authorities that certifi knows, and one made for this."""
    authority = trustme.CA()
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(tls)
    with tempfile.TemporaryDirectory() as folder, listening(tls) as url:
        known = Path(folder) / "authorities.pem"
        known.write_bytes(Path(certifi.where()).read_bytes() + authority.cert_pem.bytes())
        return processes(_FIRST_OURS.format(url=url), _FIRST_RAW.format(url=url), rounds, SSL_CERT_FILE=str(known))


def building(*, checked: bool) -> tuple[Callable[[], object], Callable[[], object]]:
    """An invoice of 50 items, made and written, as a model and as dicts.

    Args:
        checked: Whether the kinds of all arguments are checked too, as a call does before it writes.
    """
    cost, texts = Decimal("100.10"), [f"Work {number}" for number in range(50)]
    operation: Any = vars(invoices)["_CREATE"]

    def ours() -> bytes:
        items = [InvoiceItemCreate(description=text, cost=cost, quantity=2, work_type_id=7) for text in texts]
        body = InvoiceCreate(client_id=2185, currency_id=163, number="INV-1", status=InvoiceStatus.DRAFT, items=items)
        if checked:
            check_body(operation, body)
        return encode(body, operation.name)

    def theirs() -> bytes:
        items = [{"Description": text, "Cost": 100.10, "Quantity": 2, "WorkTypeId": 7} for text in texts]
        body = {"ClientId": 2185, "CurrencyId": 163, "Number": "INV-1", "Status": "Draft", "Items": items}
        return json.dumps(body).encode()

    return ours, theirs


def measure(rounds: int) -> list[tuple[str, float, float, float | None, str]]:
    """Name, our figure, theirs, limit of the ratio or None for one that is only told, unit."""
    clean, real = payloads.clean(), payloads.real()
    typed: Any = list[models.Invoice]
    by_hand = msgspec.json.Decoder(list[floor.Invoice])
    ours_clean, floor_clean = paired(lambda: decode(clean, typed), lambda: by_hand.decode(clean), rounds, 5)
    _, dicts = paired(lambda: decode(clean, typed), lambda: json.loads(clean), rounds, 5)
    ours_real, again = paired(lambda: decode(real, typed), lambda: decode(clean, typed), rounds, 5)
    first, first_raw = first_calls(rounds)
    secure, secure_raw = first_secure_calls(rounds)
    nothing, importing = processes("pass", "import httpx", rounds)
    import_ours, _ = processes("import envoice", "pass", rounds)
    call, call_raw = paired(*calls(), rounds * 3, 300)
    build, build_raw = paired(*building(checked=False), rounds * 3, 200)
    judged, judged_raw = paired(*building(checked=True), rounds * 3, 200)
    return [
        ("decode 500 invoices / hand-written msgspec", ours_clean, floor_clean, 1.15, "ms"),
        ("decode 500 invoices / json.loads", ours_clean, dicts, 1.0, "ms"),
        ("the page as really sent / the clean page", ours_real, again, 2.0, "ms"),
        ("one call / raw httpx, mock transport", call, call_raw, 1.10, "ms"),
        ("import envoice / import httpx", import_ours - nothing, importing - nothing, 0.3, "ms"),
        ("import, client, first call / raw httpx", first, first_raw, 1.15, "ms"),
        ("the same over https", secure, secure_raw, None, "ms"),
        ("memory of the page / dicts", kept(lambda: decode(clean, typed)), kept(lambda: json.loads(clean)), 1.0, "MB"),
        ("invoice of 50 items / dict and json.dumps", build, build_raw, 0.5, "ms"),
        ("the same, checked as a call checks it", judged, judged_raw, None, "ms"),
    ]


def main() -> int:
    """Print the table; the exit status is 1 if a ratio is beyond its limit."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    beyond = 0
    print(f"{'':46}{'ours':>10}{'theirs':>10}{'':4}{'ratio':>7}{'limit':>7}")
    for name, ours, theirs, limit, unit in measure(rounds):
        scale = 1e3 if unit == "ms" else 1e-6
        ratio = ours / theirs
        is_beyond = limit is not None and ratio > limit
        beyond += is_beyond
        told = f"{'-' if limit is None else format(limit, '.2f'):>7}{'  beyond' if is_beyond else ''}"
        print(f"{name:46}{ours * scale:10.3f}{theirs * scale:10.3f} {unit:3}{ratio:7.2f}{told}")
    return int(beyond > 0)


if __name__ == "__main__":
    sys.exit(main())
