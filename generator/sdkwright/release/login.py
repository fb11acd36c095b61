"""Credentials for an index: where they are looked for, and every form of them that output must not contain."""

import base64
import configparser
import html
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NoReturn, Self
from urllib.parse import quote, quote_plus, urlsplit

import attrs
import msgspec
from requests import PreparedRequest
from requests.auth import AuthBase, HTTPBasicAuth
from twine.exceptions import TwineException
from twine.utils import get_config

from sdkwright.errors import GeneratorError
from sdkwright.release.process import without_credentials

PATIENCE: Final = 60.0
"""How long a keyring may take to answer, in seconds: a person may have to unlock it."""


@attrs.frozen
class Login:
    """A name and a password or token, which no repr shows and no pickle holds."""

    user: str = attrs.field(repr=False)
    password: str = attrs.field(repr=False)

    @classmethod
    def of(cls, user: str | None, password: str | None) -> Self | None:
        """The login with a password; the name that goes with a token is `__token__`."""
        return cls(user or "__token__", password) if password else None

    @property
    def forms(self) -> tuple[str, ...]:
        """What output must not contain: the password as it is, and as addresses, headers and bodies carry it."""
        pair = base64.b64encode(f"{self.user}:{self.password}".encode()).decode()
        alone = base64.b64encode(self.password.encode()).decode()
        quoted = (quote(self.password, safe=""), quote(self.password), quote_plus(self.password))
        escaped = (json.dumps(self.password)[1:-1], repr(self.password)[1:-1], html.escape(self.password))
        return tuple(dict.fromkeys((self.password, *quoted, *escaped, pair, alone)))

    def __reduce__(self) -> NoReturn:
        """Refuse to be pickled or copied.

        Raises:
            TypeError: Always.
        """
        raise TypeError("a login is not pickled, because a pickle would show the password; look it up again.")


class OnOrigin(AuthBase):
    """Sends a login to one origin, and to no other that the index names in its pages.

    Args:
        address: An address on the origin.
        login: The login.
    """

    def __init__(self, address: str, login: Login) -> None:
        self._address = address
        self._login = login

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        """Sign a request, if it goes to the origin."""
        if same_origin(request.url or "", self._address):
            HTTPBasicAuth(self._login.user.encode(), self._login.password.encode())(request)
        return request


def same_origin(first: str, second: str) -> bool:
    """Whether two http(s) addresses have scheme, host and port in common."""
    return _origin(first) == _origin(second)


def sections(path: Path) -> dict[str, dict[str, str | None]]:
    """The indexes that a `.pypirc` names; those of PyPI where there is no such file.

    Raises:
        GeneratorError: It cannot be read. The message has nothing of its contents, which are secrets.
    """
    try:
        found = get_config(str(path)) if path.is_file() else get_config(os.devnull)
        return {name: dict(section) for name, section in found.items()}
    except (TwineException, configparser.Error, OSError, ValueError) as error:
        line = getattr(error, "lineno", None)
        where = f" at line {line}" if isinstance(line, int) else ""
        raise GeneratorError(
            f"{path.name} cannot be read{where} ({type(error).__name__}); correct it, or move it away and set "
            f"TWINE_PASSWORD."
        ) from None


def find(address: str, section: Mapping[str, str | None], environ: Mapping[str, str]) -> Login | None:
    """The login for an index: of the environment, of a section of `.pypirc`, or of the keyring, in this order.

    Args:
        address: Where uploads go.
        section: What `.pypirc` says of the index; a name without a password is looked up.
        environ: The environment.

    Raises:
        GeneratorError: The keyring does not answer.
    """
    user = environ.get("TWINE_USERNAME") or section.get("username")
    password = environ.get("TWINE_PASSWORD") or section.get("password")
    return Login.of(user, password) or _kept(address, user)


def _kept(address: str, user: str | None) -> Login | None:
    """What the keyring has: asked by a process of its own, which can neither prompt here nor hang us."""
    command = [sys.executable, "-m", "keyring", "--mode", "creds", "--output", "json", "get", address]
    try:
        done = subprocess.run(
            [*command, user] if user else command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=PATIENCE,
            env=without_credentials(os.environ),
            start_new_session=True,
        )
    except subprocess.TimeoutExpired:
        raise GeneratorError(
            f"the keyring did not answer in {PATIENCE:.0f} seconds; unlock it, set TWINE_USERNAME and TWINE_PASSWORD, "
            f"or turn it off with PYTHON_KEYRING_BACKEND=keyring.backends.null.Keyring."
        ) from None
    if done.returncode != 0:
        return None
    try:
        # The last line: some greet first.
        found = msgspec.json.decode(done.stdout.strip().rpartition(b"\n")[2], type=dict[str, str])
    except msgspec.DecodeError:
        return None
    return Login.of(found.get("username"), found.get("password"))


def _origin(address: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(address)
    return parts.scheme, parts.hostname, parts.port or {"http": 80, "https": 443}.get(parts.scheme)
