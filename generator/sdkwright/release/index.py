"""A package index: where to upload, where to read, and as whom."""

import ipaddress
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Self
from urllib.parse import quote, unquote, urlsplit, urlunsplit

import attrs
from packaging.utils import canonicalize_name
from twine.utils import DEFAULT_REPOSITORY, TEST_REPOSITORY

from sdkwright.errors import GeneratorError
from sdkwright.release.login import Login, find, same_origin, sections

_PYPIRC: Final = "~/.pypirc"
# Where uploads and pages have no common address.
_APART: Final = {
    DEFAULT_REPOSITORY.rstrip("/"): "https://pypi.org/simple/",
    TEST_REPOSITORY.rstrip("/"): TEST_REPOSITORY.replace("/legacy/", "/simple/"),
}


@attrs.frozen
class Index:
    """An index of packages.

    Attributes:
        upload: Where files are sent, without credentials.
        simple: Where it lists them (https://packaging.python.org/en/latest/specifications/simple-repository-api/).
        login: As whom; None to let twine find a trusted publisher, and to read as anybody.
        package: The package's name, as indexes write it.
    """

    upload: str
    simple: str
    login: Login | None = None
    package: str = attrs.field(kw_only=True, converter=canonicalize_name)

    @classmethod
    def named(
        cls,
        name: str,
        *,
        package: str,
        simple: str | None = None,
        plain: bool = False,
        environ: Mapping[str, str] = os.environ,
        pypirc: Path = Path(_PYPIRC),
    ) -> Self:
        """The index of an address, or of a section of `.pypirc`.

        The credentials are the first of: TWINE_USERNAME and TWINE_PASSWORD, those of `.pypirc`, those of the keyring.

        Args:
            name: The address that uploads go to, or the name of a section.
            package: The package's name.
            simple: The address of the list of packages; by default what such indexes usually have.
            plain: Whether to send credentials without encryption.
            environ: The environment.
            pypirc: The file.

        Raises:
            GeneratorError: No such section, an address that is none or holds credentials, or credentials would be sent
                in the clear.
        """
        known = sections(pypirc.expanduser())
        if name in known:
            address, section = _of_section(name, known[name])
        else:
            address = _without_login(name, "--index")
            section = next((table for table in known.values() if _same(table.get("repository"), address)), {})
        simple = _usual(address) if simple is None else _without_login(simple, "--simple")
        login = find(address, section, environ)
        if login and not plain and not _private(address):
            raise GeneratorError(
                f"{address}: credentials would be sent in the clear; use https, or --plain in a network that you trust."
            )
        return cls(address, simple, login, package=package)

    @property
    def reader(self) -> Login | None:
        """As whom to read: the login, where the list is on the origin that it is for."""
        return self.login if same_origin(self.upload, self.simple) else None

    @property
    def secrets(self) -> tuple[str, ...]:
        """What output must never contain."""
        return self.login.forms if self.login else ()

    @property
    def with_login(self) -> str:
        """The address of the list with the credentials in it: for the environment of pip, never for a command line."""
        if self.reader is None:
            return self.simple
        parts = urlsplit(self.simple)
        user, password = quote(self.reader.user, safe=""), quote(self.reader.password, safe="")
        return urlunsplit(parts._replace(netloc=f"{user}:{password}@{parts.netloc}"))


def _of_section(name: str, section: dict[str, str | None]) -> tuple[str, dict[str, str | None]]:
    """The address of a section, and the section with the credentials that its address may hold."""
    address, user, password = _apart(section.get("repository") or "", f"`repository` of [{name}] in .pypirc")
    own = {"username": user, "password": password}
    return address, section | {key: value for key, value in own.items() if value}


def _without_login(url: str, option: str) -> str:
    address, user, password = _apart(url, option)
    if user or password:
        raise GeneratorError(
            f"{option} holds credentials, and command lines are read by others and kept in logs; leave them out of the "
            f"address and set TWINE_USERNAME and TWINE_PASSWORD."
        )
    return address


def _apart(url: str, where: str) -> tuple[str, str, str]:
    """An address without its credentials, and those."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
    if not host or parts.scheme not in {"http", "https"} or parts.query or parts.fragment:
        other = " or a section of .pypirc" if where == "--index" else ""
        raise GeneratorError(f"{where} takes an http(s) address{other}, and this is none; check it for a slip.")
    address = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    return address, unquote(parts.username or ""), unquote(parts.password or "")


def _private(address: str) -> bool:
    parts = urlsplit(address)
    try:
        loopback = ipaddress.ip_address(parts.hostname or "").is_loopback
    except ValueError:
        loopback = parts.hostname == "localhost"
    return parts.scheme == "https" or loopback


def _same(first: str | None, second: str) -> bool:
    return (first or "").rstrip("/") == second.rstrip("/")


def _usual(address: str) -> str:
    plain = address.rstrip("/")
    return _APART.get(plain, f"{plain}/" if plain.endswith("/simple") else f"{plain}/simple/")
