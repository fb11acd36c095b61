"""A package index on loopback, for rehearsals: pypiserver with a password, and a folder for its packages."""

import secrets
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from passlib.apache import HtpasswdFile

from sdkwright.errors import GeneratorError
from sdkwright.release.index import Index
from sdkwright.release.login import Login

_PATIENCE: Final = 20.0


class PackageServer:
    """A context manager that serves a folder of packages to whoever knows the password.

    Args:
        folder: A folder to work in.
        package: The package that its index is asked for.
        fallback: The list of packages to redirect to for what it does not have; by default it redirects nowhere.
    """

    def __init__(self, folder: Path, *, package: str, fallback: str | None = None) -> None:
        self._fallback = ["--disable-fallback"] if fallback is None else ["--fallback-url", fallback]
        self._package = package
        self.packages = folder / "packages"
        self.packages.mkdir(parents=True)
        self._log = folder / "server.log"
        self._users = folder / "users"
        self._login = Login("maintainer", secrets.token_urlsafe(16))
        users = HtpasswdFile(str(self._users), new=True)
        users.set_password(self._login.user, self._login.password)
        users.save()
        self._process: subprocess.Popen[bytes] | None = None
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = int(free.getsockname()[1])

    @property
    def index(self) -> Index:
        """The index, for one who knows the password."""
        address = f"http://127.0.0.1:{self._port}/"
        return Index(address, f"{address}simple/", self._login, package=self._package)

    @property
    def files(self) -> list[str]:
        """What was uploaded."""
        return sorted(path.name for path in self.packages.iterdir())

    def start(self) -> None:
        """Start it, and wait until it answers.

        Raises:
            GeneratorError: It does not come up.
        """
        place = ["--port", str(self._port), "--interface", "127.0.0.1", "--backend", "simple-dir", *self._fallback]
        rights = ["--passwords", str(self._users), "--authenticate", "update,download,list"]
        command = [sys.executable, "-m", "pypiserver", "run", *place, *rights, str(self.packages)]
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until and self._process.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self._port)) == 0:
                    return
            time.sleep(0.05)
        self.stop()
        said = " ".join(self._log.read_text(encoding="utf-8", errors="replace").split())[-300:]
        raise GeneratorError(f"the package server for the rehearsal does not come up: {said}")

    def stop(self) -> None:
        """Stop it; what was uploaded stays in its folder."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
            self._process = None

    def __enter__(self) -> Self:
        """Start it."""
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop it."""
        self.stop()
