"""Asks a token endpoint for a token (RFC 6749), and reads what it answers. No I/O; the protocol is oauthlib's."""

from __future__ import annotations

import re
from base64 import b64encode
from importlib import import_module
from typing import Any, Final
from urllib.parse import quote_plus, urljoin, urlsplit

from .._api import NAME
from .._checks import is_loopback
from .._http.hosts import is_host
from .._redaction.values import HoldsSecrets, SecretBytes, SecretStr
from ..errors import ConfigurationError, one_line

BUILDS_ON: Final = ("_api.NAME",)

_EARLY: Final = 30.0
"""Seconds before its end that a token is renewed, so that it does not end on the way, whatever clock is wrong."""
_SHARE: Final = 0.1
"""The most of a token's time that is given up for it."""
_LONGEST: Final = 500
_SENDABLE: Final = re.compile(r"[!-~]+(?: +[!-~]+)*")
_FORM: Final = "application/x-www-form-urlencoded"


class Fresh(HoldsSecrets):
    """What a token endpoint gave.

    Args:
        token: The access token.
        lasts: Seconds for which it may be used, or None for as long as it is taken.
        refresh_token: What the next one is to be asked for with, or None.
    """

    __slots__ = ("lasts", "refresh_token", "token")

    def __init__(self, token: str, lasts: float | None, refresh_token: str | None) -> None:
        self.token = SecretStr(token)
        self.lasts = lasts
        self.refresh_token = None if refresh_token is None else SecretStr(refresh_token)


class Refusal:
    """What a token endpoint said instead.

    Args:
        error: The code of the specification, such as `invalid_client`; empty if it gave none.
        description: Its explanation, in one line.
    """

    __slots__ = ("description", "error")

    def __init__(self, error: str, description: str) -> None:
        self.error = error
        self.description = description

    def __str__(self) -> str:
        return (
            f"{self.error} ({self.description})" if self.error and self.description else self.error or self.description
        )


class Grant(HoldsSecrets):
    """One way to get a token: for the client itself, or with a refresh token.

    Args:
        url: The token endpoint.
        client_id: Whom the token is for, or None for a client without an id.
        client_secret: The client's secret, or None for a public client.
        refresh_token: What to ask with; None to ask for the client itself.
        scopes: What to ask for, with spaces between; empty to leave it to the service.
        in_body: Whether the client shows its secret in the body, in place of a header.
    """

    __slots__ = ("client_id", "client_secret", "in_body", "refresh_token", "scopes", "url")

    def __init__(
        self,
        url: str,
        *,
        client_id: str | None,
        client_secret: str | None,
        refresh_token: str | None,
        scopes: str,
        in_body: bool,
    ) -> None:
        self.url = url
        self.client_id = client_id
        self.client_secret = client_secret
        self.refresh_token = refresh_token
        self.scopes = scopes
        self.in_body = in_body or client_secret is None

    @property
    def repeatable(self) -> bool:
        """Whether asking twice does no harm: a refresh token may be good for one use."""
        return self.refresh_token is None

    def headers(self) -> dict[str, str]:
        """Return the headers of the request."""
        found = {"accept": "application/json", "Content-Type": _FORM}
        if not self.in_body and self.client_id is not None and self.client_secret is not None:
            # Unlike elsewhere, both are encoded as in a form first (RFC 6749, 2.3.1).
            pair = SecretStr(f"{quote_plus(self.client_id)}:{quote_plus(self.client_secret)}")
            found["Authorization"] = SecretStr(f"Basic {b64encode(pair.encode()).decode('ascii')}")
        return found

    def content(self) -> bytes:
        """Return the body of the request.

        Raises:
            ConfigurationError: oauthlib is not installed.
        """
        client = self._client()
        parts: dict[str, Any] = {"client_secret": self.client_secret} if self.in_body and self.client_secret else {}
        scope = self.scopes.split() or None
        if self.refresh_token is None:
            body = client.prepare_request_body(scope=scope, include_client_id=self.in_body, **parts)
        else:
            if self.in_body and self.client_id is not None:
                parts["client_id"] = self.client_id
            body = client.prepare_refresh_body(refresh_token=str(self.refresh_token), scope=scope, **parts)
        return SecretBytes(str(body).encode("ascii"))

    def read(self, body: bytes, *, accepted: bool) -> Fresh | Refusal:
        """Return what an answer of the endpoint says.

        Args:
            body: The answer's body.
            accepted: Whether its status is a success.
        """
        oauthlib = _oauthlib("oauthlib.oauth2.rfc6749.errors")
        try:
            found = dict(self._client().parse_request_body_response(body.decode("utf-8", "replace"), scope=None))
            token = found.get("access_token")
            if not accepted or not isinstance(token, str):
                return Refusal("", "it gave no token")
            if not _SENDABLE.fullmatch(token):
                return Refusal("", "what it gave as a token cannot be sent in a header")
            refresh = found.get("refresh_token")
            return Fresh(token, _lasts(found.get("expires_in")), refresh if isinstance(refresh, str) else None)
        except oauthlib.MissingTokenError:
            return Refusal("", "it gave no token")
        except oauthlib.OAuth2Error as error:
            return Refusal(_text(error.error), _text(error.description))
        except Exception:  # noqa: BLE001 - what stands in an answer may be anything
            return Refusal("", "its answer cannot be read")

    def secrets(self) -> list[str]:
        """Return what no text may show, in the forms in which requests carry it."""
        found = [self.client_secret, self.refresh_token, self.headers().get("Authorization", "").removeprefix("Basic ")]
        return [value for value in found if value]

    def _client(self) -> Any:
        # One for each use: it keeps what it reads.
        return _oauthlib("oauthlib.oauth2").BackendApplicationClient(
            None if self.client_id is None else str(self.client_id)
        )


def lifetime(lasts: float | None) -> float | None:
    """Return the seconds after which a token is renewed, or None for never.

    Args:
        lasts: Seconds for which it may be used.
    """
    return None if lasts is None else max(lasts - min(_EARLY, lasts * _SHARE), 0.0)


def endpoint(url: str, base_url: str) -> str:
    """Return where tokens are fetched.

    Args:
        url: What the document or the caller says; it may be relative to the base URL.
        base_url: Where requests go.

    Raises:
        ConfigurationError: A secret cannot be sent there.
    """
    try:
        found = urljoin(f"{base_url}/", url)
        parts = urlsplit(found)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise ConfigurationError("token_url is not a URL; give that of the service's token endpoint.") from None
    if not is_host(host) or port == 0 or parts.username is not None or parts.fragment or not found.isprintable():
        raise ConfigurationError("token_url is not the URL of a token endpoint: https, a host and a path.")
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(host)):
        raise ConfigurationError(
            f"token_url of {one_line(host)} would send a secret unencrypted; use https (http is for loopback)."
        )
    return found


def _lasts(value: object) -> float | None:
    try:
        seconds = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None
    return seconds if 0 <= seconds < float("inf") else None


def _text(value: object) -> str:
    return one_line(value)[:_LONGEST] if isinstance(value, str) else ""


def _oauthlib(module: str) -> Any:
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "oauthlib":
            raise
    raise ConfigurationError(f"To fetch tokens this needs oauthlib: pip install '{NAME}[oauth2]'.")
