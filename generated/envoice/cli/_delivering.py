"""Posts deliveries to a receiver: those that `webhooks listen` hands on, and the samples of `webhooks trigger`."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

import click

from .._checks import is_loopback
from .._errors.calls import public_url
from .._names.errors import SDKError
from ..errors import ConfigurationError
from ..hooks.webhooks import Deliveries
from ._text import escape_terminal, nearest
from ._values import Type

BUILDS_ON: Final = ("_names.errors.SDKError",)

_SECONDS: Final = 20
_HOPS: Final = frozenset(
    {"connection", "content-length", "expect", "host", "keep-alive", "proxy-authenticate", "proxy-authorization"}
    | {"proxy-connection", "te", "trailer", "transfer-encoding", "upgrade"}
)
"""Headers that hold for one connection, and those that whoever sends sets anew."""


class UnreachableError(SDKError):
    """Nothing answers where a delivery is posted to."""


class Delivered(NamedTuple):
    """What a receiver answered.

    Args:
        status: HTTP status.
        seconds: How long it took.
    """

    status: int
    seconds: float


class Url(Type):
    """Where deliveries are posted to: http or https."""

    name = "url"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the URL."""
        text = str(value)
        try:
            parts = urlsplit(text)
            fits = parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port or 1) > 0
        except ValueError:
            fits = False
        if not fits or not text.isascii() or not text.isprintable() or " " in text:
            self.fail(f"{text!r} is no URL; write it like http://localhost:8000/webhooks.", param, ctx)
        return text


def post(url: str, body: bytes, headers: Iterable[tuple[str, str]]) -> Delivered:
    """Post one delivery, its bytes as they are.

    Args:
        url: Where to.
        body: The exact bytes.
        headers: The headers that it came with; those of the connection are left out.

    Raises:
        UnreachableError: Nothing answers there.
    """
    import httpx  # no help needs it

    # As bytes, because a header may hold more than ASCII.
    kept = [
        (name.encode("latin-1", "replace"), value.encode("latin-1", "replace"))
        for name, value in headers
        if name.lower() not in _HOPS
    ]
    begun = time.monotonic()
    local = is_loopback((urlsplit(url).hostname or "").lower())
    try:
        # No proxy leads to this machine.
        with httpx.Client(timeout=_SECONDS, trust_env=not local, headers={}) as client:
            request = httpx.Request("POST", url, headers=kept, content=body)
            answer = client.send(request, stream=True)
            answer.close()
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
        problem = type(error).__name__
    else:
        return Delivered(answer.status_code, time.monotonic() - begun)
    raise UnreachableError(
        f"{escape_terminal(public_url(url))} cannot be reached ({problem}); start the receiver there."
    )


def same_place(url: str, host: str, port: int) -> bool:
    """Return whether a URL leads to an address that this process listens at, so that a delivery would go round.

    Args:
        url: The URL.
        host: The address.
        port: The port.
    """
    parts = urlsplit(url)
    named = (parts.hostname or "").lower()
    local = is_loopback(named) and (is_loopback(host.lower()) or host in {"", "0.0.0.0", "::"})  # noqa: S104 - compared
    return (parts.port or (443 if parts.scheme == "https" else 80)) == port and (named == host.lower() or local)


def event_named(word: str) -> str:
    """Return the name of an event as the API has it.

    Args:
        word: The name in any case; hyphens, dots and underscores do not count.

    Raises:
        UsageError: There is no such event.
    """
    names = event_names()
    known = {_folded(name): name for name in names}
    found = known.get(_folded(word))
    if found is None:
        near = nearest(_folded(word), known)
        hint = f"did you mean {known[near]}?" if near else f"there are {', '.join(names)}."
        raise click.UsageError(f"there is no event {escape_terminal(word)!r}; {hint}")
    return found


def event_names() -> Sequence[str]:
    """Return the events of which there are samples.

    Raises:
        ConfigurationError: The project's hook makes none.
    """
    names = getattr(Deliveries(), "event_names", None)
    if names is None:
        raise ConfigurationError("This package makes no sample deliveries: its hook for webhooks has no event_names.")
    found: Sequence[str] = names()
    return found


def sample(name: str, environ: Mapping[str, str]) -> tuple[bytes, Mapping[str, str]]:
    """Return a signed delivery of an event.

    Args:
        name: What `event_named` gave.
        environ: The environment variables, which say how deliveries are signed.

    Raises:
        ConfigurationError: They do not say it.
    """
    hook: Any = Deliveries()
    body, headers = hook.sample(name, environ)
    return body, headers


def _folded(name: str) -> str:
    return "".join(char for char in name.lower() if char.isalnum())
