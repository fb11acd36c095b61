"""Looks at everything a call depends on, one thing after another, and says what is wrong with the first that fails."""

from __future__ import annotations

import importlib
import itertools
import platform
import socket
import ssl
import time
from collections.abc import Iterator, Sequence
from email.utils import parsedate_to_datetime
from importlib.metadata import PackageNotFoundError, version
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import attrs

from .._api import DOCTOR_LISTS, NAME, SECURITY
from .._build import SPEC_SHA256, VERSION
from .._http.servers import resolve_base_url
from .._lazy import httpx, lazy_module
from .._names.errors import SDKError
from .._security.api_keys import given_of, join
from .._security.schemes import SETTINGS, VARIABLE_OF
from ..credentials import Credentials
from ..deviations import DeviationReport
from ..errors import ConfigurationError
from ._command import Command
from ._exits import CONFIGURATION, CONNECTION, status_of
from ._session import Session
from ._text import escape_terminal

if TYPE_CHECKING:
    from .._names import clients as _clients
else:
    _clients = lazy_module("._names.clients")

BUILDS_ON: Final = (
    "_api.DOCTOR_LISTS",
    "_api.NAME",
    "_api.SECURITY",
    "_build.SPEC_SHA256",
    "_build.VERSION",
    "_names.clients.SDKClient",
    "_names.errors.SDKError",
    "credentials.Credentials",
)

OK: Final = "ok"
WARNING: Final = "warning"
FAILED: Final = "failed"
SKIPPED: Final = "skipped"

_SHORT: Final = 20
"""Characters below which a key is hardly one: the account's settings page gives about 60."""
_SKEW: Final = 60.0
"""Seconds that clocks may differ: what signatures and deadlines bear."""
_SECONDS: Final = 10.0
_PACKAGES: Final = ("httpx", "msgspec", "attrs", "click", "rich")
_FEW: Final = 10
"""Items that are asked for, where a list has pages."""


@attrs.frozen
class Check:
    """What one look found.

    Attributes:
        name: What was looked at.
        state: `ok`, `warning`, `failed` or `skipped`.
        detail: What was found, without secrets.
        status: The exit status that a failure stands for.
    """

    name: str
    state: str
    detail: str
    status: int = 0

    def row(self) -> dict[str, Any]:
        """Return the same for programs."""
        return {"check": self.name, "state": self.state, "detail": self.detail}


def exit_status(checks: Sequence[Check]) -> int:
    """Return the status of the first failure, 0 without one."""
    return next((check.status for check in checks if check.state == FAILED), 0)


def examine(session: Session, *, deviations: bool) -> Iterator[Check]:
    """Look at everything.

    Args:
        session: Settings of this run.
        deviations: Whether to compare some answers with the document.

    Yields:
        What was found, as it is found. What depends on something that failed is skipped.
    """
    yield _versions()
    credentials = _credentials()
    yield credentials
    try:
        base_url = resolve_base_url(session.settings.get("base_url"), session.settings.get("server")).url
    except ConfigurationError as error:
        yield Check("address", FAILED, escape_terminal(error.message), CONFIGURATION)
        return
    reached = True
    for check in _connection(base_url):
        reached = reached and check.state != FAILED
        yield check
    if not reached or credentials.state == FAILED:
        yield Check("service", SKIPPED, "what stands above comes first")
        return
    if DOCTOR_LISTS:
        yield from _service(session, deviations=deviations)
    else:
        yield Check("service", SKIPPED, "no list is named that could be read")


def _versions() -> Check:
    found: list[str] = []
    for name in _PACKAGES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            continue
    python = f"Python {platform.python_version()}"
    return Check("versions", OK, f"{NAME} {VERSION}, document {SPEC_SHA256[:12]}, {python}, {', '.join(found)}")


def _credentials() -> Check:
    try:
        credentials = Credentials.from_environment()
    except ConfigurationError as error:
        problem = error.message.partition(": set ")[0]
        return Check("credentials", FAILED, f"{problem.rstrip('.')}.", CONFIGURATION)
    values = {
        VARIABLE_OF[name]: value
        for name, value in given_of(credentials).items()
        if isinstance(value, str) and name not in SETTINGS
    }
    if not values:
        return Check("credentials", OK, "none are set, and none are needed")
    for name, other in itertools.combinations(values, 2):
        if values[name] == values[other]:
            return Check("credentials", WARNING, f"{name} and {other} are the same.")
    if short := [name for name, value in values.items() if len(value) < _SHORT and _is_key(name)]:
        return Check("credentials", WARNING, f"{join(short)} shorter than keys are; copied whole?")
    verb = "is" if len(values) == 1 else "are"
    return Check("credentials", OK, f"{join(values)} {verb} set and of a plausible form")


def _is_key(variable: str) -> bool:
    """Whether a variable holds what a service makes up, and not what people choose."""
    return any(name == variable and place != "basic" for _, _, name, place, _ in SECURITY)


def _connection(base_url: str) -> Iterator[Check]:
    parts = urlsplit(base_url)
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    if parts.scheme in getproxies() and not proxy_bypass(host):
        yield Check("network", SKIPPED, "a proxy is set, so names and ports are its business")
        return
    try:
        started = time.perf_counter()
        addresses = {str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
        yield Check("name", OK, f"{host} is {', '.join(sorted(addresses)[:3])} ({_ms(started)})")
    except (OSError, UnicodeError) as error:
        yield Check("name", FAILED, f"{host} has no address: {_reason(error)}", CONNECTION)
        return
    try:
        started = time.perf_counter()
        with socket.create_connection((host, port), timeout=_SECONDS) as connection:
            yield Check("port", OK, f"port {port} answers ({_ms(started)})")
            if parts.scheme == "https":
                yield _tls(connection, host)
    except OSError as error:
        yield Check("port", FAILED, f"port {port} of {host}: {_reason(error)}", CONNECTION)


def _tls(connection: socket.socket, host: str) -> Check:
    import httpx  # only for its certificates, which calls go by

    try:
        started = time.perf_counter()
        with httpx.create_ssl_context().wrap_socket(connection, server_hostname=host) as secured:
            return Check("TLS", OK, f"{secured.version()} ({_ms(started)})")
    except ssl.SSLCertVerificationError as error:
        return Check("TLS", FAILED, f"the certificate is refused: {escape_terminal(error.verify_message)}", CONNECTION)
    except OSError as error:
        return Check("TLS", FAILED, f"no TLS: {_reason(error)}", CONNECTION)


def _service(session: Session, *, deviations: bool) -> Iterator[Check]:
    dates: list[str] = []
    try:
        watching = _watching(dates)
    except Exception as error:  # noqa: BLE001 - an HTTP library may raise anything
        # Its text may quote a proxy's password.
        problem = (
            f"no connection can be set up ({type(error).__name__}); check HTTPS_PROXY, ALL_PROXY and SSL_CERT_FILE"
        )
        yield Check("service", FAILED, problem, CONFIGURATION)
        return
    with watching as http_client, session.client(http_client=http_client, max_retries=0) as client:
        resource = DOCTOR_LISTS[0]
        try:
            raw = attrgetter(resource)(client).with_raw_response.list(**_arguments(resource))
            raw.parse()
        except SDKError as error:
            yield Check("service", FAILED, escape_terminal(error.message), status_of(error))
            yield from _clock(dates)
            return
        yield Check("service", OK, f"{resource}.list answered {raw.status} in {raw.elapsed * 1000:.0f} ms")
        yield from _clock(dates)
        if deviations:
            yield from _deviations(client)


def _watching(dates: list[str]) -> httpx.Client:
    """A client that notes what time the service has: an error carries no headers."""
    import httpx  # `--help` does without it

    def note_date(response: httpx.Response) -> None:
        dates.append(response.headers.get("date", ""))

    return httpx.Client(event_hooks={"response": [note_date]})


def _clock(dates: Sequence[str]) -> Iterator[Check]:
    if not dates:
        return
    try:
        theirs = parsedate_to_datetime(dates[-1]).timestamp()
    except ValueError:
        yield Check("clock", SKIPPED, "the service tells no time")
        return
    skew = time.time() - theirs
    if abs(skew) > _SKEW:
        way = "ahead of" if skew > 0 else "behind"
        yield Check("clock", WARNING, f"this machine is {abs(skew):.0f} s {way} the service; set its clock")
    else:
        yield Check("clock", OK, f"{abs(skew):.0f} s from the service's")


def _deviations(client: _clients.SDKClient) -> Iterator[Check]:
    with DeviationReport() as report:
        for resource in DOCTOR_LISTS:
            arguments = _arguments(resource)
            try:
                answer = attrgetter(resource)(client).list(**arguments)
                if arguments:
                    answer.page()
            except SDKError as error:
                yield Check(f"{resource}.list", FAILED, escape_terminal(error.message), status_of(error))
    if not report.deviations:
        yield Check("deviations", OK, f"none in {', '.join(f'{name}.list' for name in DOCTOR_LISTS)}")
    for deviation in report.deviations:
        where = f"{deviation.operation} {deviation.path or '(whole)'}"
        expected, seen = deviation.expected or "nothing", deviation.seen or "nothing"
        detail = f"{deviation.kind.value}: {expected} expected, {seen} seen, {deviation.count} times"
        yield Check("deviation", WARNING, escape_terminal(f"{where}: {detail}"))


def _arguments(resource: str) -> dict[str, int]:
    """The arguments of a resource's `list` with which its answer is small."""
    commands: Sequence[Command] = importlib.import_module(
        f".._commands.{resource.replace('.', '_')}", __package__
    ).COMMANDS
    command = next(command for command in commands if command.verb == "list")
    takes_size = any(argument.name == "page_size" for argument in command.arguments)
    return {"page_size": _FEW} if command.paged and takes_size else {}


def _ms(started: float) -> str:
    return f"{(time.perf_counter() - started) * 1000:.0f} ms"


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return f"no answer within {_SECONDS:.0f} s"
    return escape_terminal(getattr(error, "strerror", None) or type(error).__name__)
