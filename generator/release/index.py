"""A package index: where to upload, where to read, as whom, and what it has."""

import ipaddress
import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, Self
from urllib.parse import quote, unquote, urlsplit, urlunsplit

import attrs
import keyring
import keyring.errors
from packaging.version import InvalidVersion, Version
from pypi_simple import DistributionPackage, NoSuchProjectError, PyPISimple, UnsupportedContentTypeError
from requests import RequestException
from twine.exceptions import TwineException
from twine.utils import get_config

from generator.errors import GeneratorError

PACKAGE: Final = "envoice"
_PYPIRC: Final = "~/.pypirc"
# Where uploads and pages have no common address.
_APART: Final = {
    "https://upload.pypi.org/legacy": "https://pypi.org/simple/",
    "https://test.pypi.org/legacy": "https://test.pypi.org/simple/",
}
_TIMEOUT: Final = 30.0


@attrs.frozen
class Login:
    """A name and a password or token, which no repr shows."""

    user: str = attrs.field(repr=False)
    password: str = attrs.field(repr=False)


@attrs.frozen
class Index:
    """An index of packages.

    Attributes:
        upload: Where files are sent, without credentials.
        simple: Where it lists them (https://packaging.python.org/en/latest/specifications/simple-repository-api/).
        login: As whom; None to let twine find a trusted publisher, and to read as anybody.
    """

    upload: str
    simple: str
    login: Login | None = None

    @classmethod
    def named(
        cls,
        name: str,
        *,
        simple: str | None = None,
        plain: bool = False,
        environ: Mapping[str, str] = os.environ,
        pypirc: Path = Path(_PYPIRC),
    ) -> Self:
        """The index of an address, or of a section of `.pypirc`.

        The credentials are the first of: those in the address, TWINE_USERNAME and TWINE_PASSWORD, those of `.pypirc`,
        those of the keyring.

        Args:
            name: The address that uploads go to, or the name of a section.
            simple: The address of the list of packages; by default what such indexes usually have.
            plain: Whether to send credentials without encryption.
            environ: The environment.
            pypirc: The file.

        Raises:
            GeneratorError: No such section, an address that is none, or credentials would be sent in the clear.
        """
        sections = _sections(pypirc.expanduser())
        known = sections.get(name)
        url = str(known["repository"]) if known else name
        address, own = _apart(url)
        if simple is not None:
            simple, _ = _apart(simple)
        known = known or next((one for one in sections.values() if _same(one["repository"], address)), {})
        login = own or _login(environ.get("TWINE_USERNAME"), environ.get("TWINE_PASSWORD"))
        login = login or _login(known.get("username"), known.get("password")) or _kept(address, known.get("username"))
        if login and not plain and not _private(address):
            raise GeneratorError(
                f"{address}: credentials would be sent in the clear; use https, or --plain in a network that you trust."
            )
        return cls(address, simple or _usual(address), login)

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be told."""
        return (self.login.password,) if self.login else ()

    @property
    def with_login(self) -> str:
        """The address of the list with the credentials in it: for the environment of pip, never for a command line."""
        if self.login is None:
            return self.simple
        parts = urlsplit(self.simple)
        user, password = quote(self.login.user, safe=""), quote(self.login.password, safe="")
        return urlunsplit(parts._replace(netloc=f"{user}:{password}@{parts.netloc}"))

    def releases(self) -> dict[Version, dict[str, str]]:
        """What it has of the package: by version, the SHA-256 of each file by its name.

        Raises:
            GeneratorError: It does not answer, refuses, or does not answer as an index.
        """
        try:
            auth = (self.login.user, self.login.password) if self.login else None
            with PyPISimple(self.simple, auth=auth) as client:
                page = client.get_project_page(PACKAGE, timeout=_TIMEOUT)
                found: dict[Version, dict[str, str]] = {}
                for package in page.packages:
                    version = _version(package)
                    if version is not None:
                        found.setdefault(version, {})[package.filename] = _digest(package)
                return found
        except NoSuchProjectError:
            return {}
        except (RequestException, UnsupportedContentTypeError) as error:
            raise GeneratorError(self._unreadable(error)) from None

    def wait_for(
        self,
        version: str,
        files: Mapping[str, str],
        *,
        seconds: float = 60,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Wait until it lists what was sent: many take a while.

        Args:
            version: The version.
            files: The SHA-256 of each file by its name.
            seconds: How long at most.
            sleep: Waits.

        Raises:
            GeneratorError: It lists something else, or not all of it in time.
        """
        pause = 0.5
        while not files.items() <= (there := self.releases().get(Version(version), {})).items():
            for name, digest in files.items():
                if there.get(name, digest) != digest:
                    raise GeneratorError(f"{self.simple} lists {name} with other contents than were sent; look there.")
            if seconds <= 0:
                raise GeneratorError(f"{self.simple} does not list {PACKAGE} {version} yet; run this again later.")
            sleep(pause)
            seconds, pause = seconds - pause, min(pause * 2, 8)

    def _unreadable(self, error: Exception) -> str:
        response = getattr(error, "response", None)
        if response is None:
            why = "does not answer" if isinstance(error, RequestException) else "does not answer as a package index"
            return f"{self.simple} {why} ({type(error).__name__}); check the address, or name the list with --simple."
        if response.status_code in {401, 403}:
            whose = "the credentials were not accepted" if self.login else "it asks for credentials"
            return (
                f"{self.simple} answers {response.status_code}: {whose}; set TWINE_USERNAME and TWINE_PASSWORD, or "
                f"store them in .pypirc or the keyring."
            )
        return f"{self.simple} answers {response.status_code}; name the list of its packages with --simple."


def _apart(url: str) -> tuple[str, Login | None]:
    """An address without its credentials, and those."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
    if not host or parts.scheme not in {"http", "https"}:
        raise GeneratorError(
            "--index takes an http(s) address or a section of .pypirc, and this is neither; check it for a slip."
        )
    login = _login(unquote(parts.username or ""), unquote(parts.password or ""))
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2])), login


def _login(user: object, password: object) -> Login | None:
    return Login(str(user or "__token__"), str(password)) if password else None


def _sections(path: Path) -> dict[str, dict[str, str | None]]:
    if not path.is_file():
        return {}
    try:
        return {name: dict(section) for name, section in get_config(str(path)).items()}
    except (TwineException, OSError, ValueError) as error:
        raise GeneratorError(f"{path.name} cannot be read ({type(error).__name__}); correct it.") from None


def _kept(address: str, user: str | None) -> Login | None:
    try:
        found = keyring.get_credential(address, user)
    except keyring.errors.KeyringError:
        return None
    return _login(found.username, found.password) if found else None


def _private(address: str) -> bool:
    parts = urlsplit(address)
    try:
        loopback = ipaddress.ip_address(parts.hostname or "").is_loopback
    except ValueError:
        loopback = parts.hostname == "localhost"
    return parts.scheme == "https" or loopback


def _same(one: str | None, other: str) -> bool:
    return (one or "").rstrip("/") == other.rstrip("/")


def _usual(address: str) -> str:
    plain = address.rstrip("/")
    return _APART.get(plain, f"{plain}/" if plain.endswith("simple") else f"{plain}/simple/")


def _version(package: DistributionPackage) -> Version | None:
    try:
        return Version(package.version or "")
    except InvalidVersion:
        return None


def _digest(package: DistributionPackage) -> str:
    # An index that states none has a file that cannot be told from ours: other contents, then.
    return dict(package.digests).get("sha256", "unknown")
