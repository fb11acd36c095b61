"""Takes the exact bytes of a delivery and gives a typed event, or raises `WebhookError`, and nothing else."""

import hmac
import logging
import os
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Final, Self

from envoice._redaction.values import as_secret
from envoice.errors import ConfigurationError, WebhookError, WebhookSignatureError

from ._secrets import as_secrets, encoded, from_variables, values_of
from ._verifier import BaseVerifier
from .delivery import WebhookEvent, read_event, read_timestamp
from .guarding import comparable_of, signer_of
from .material import KEY_VARIABLES, SECRET_VARIABLES, combined
from .reading import MAX_BODY, check_within, read
from .schemes import Scheme, Signer

__all__ = ["SCHEME_VARIABLE", "Webhooks"]

SCHEME_VARIABLE: Final = "ENVOICE_WEBHOOK_SCHEME"

_log: Final = logging.getLogger("envoice.webhooks")

_NO_SCHEME: Final = (
    "No signature scheme is chosen, and none can be assumed: the vendor documents Signature only as a 'sha256 string', "
    "with no construction. Capture a delivery of your account, run `python -m envoice.webhooks identify --body "
    "captured.json`, and pass what it finds: Webhooks(scheme=...)."
)
_NO_MATCH: Final = (
    "The delivery's Signature fits none of the secrets under the chosen scheme: it is forged, or secret, scheme or "
    "body (it must be the exact bytes received) is not the right one."
)


class Webhooks(BaseVerifier):
    """Verifies deliveries and decodes them. Its repr shows no secret, and it is never pickled.

    A scheme that leaves Activity unsigned, or signs with nothing secret, is accepted with a warning in the log.

    Args:
        secret: The secret that deliveries are signed with, or several while one replaces another.
        key: The key, or several, for a scheme that uses it.
        scheme: How the signature is made, as a `Scheme` or its line of configuration. The vendor documents no
            construction, so there is no default: find yours with `python -m envoice.webhooks identify`.
        max_body: The largest body to look at, in bytes.
        max_age: Refuse a delivery whose Timestamp is older. Off unless given, and best left off: a receiver that was
            down gets all that it missed later, in order, so old deliveries are real events that a limit throws away.
            Against replays, keep the ids of the activities that were handled. The scheme must sign the timestamp.

    Raises:
        ConfigurationError: No scheme is given, a secret or key is no str or is empty, the scheme is none or needs one
            that is not given, `max_body` is no number from 1, or `max_age` is no positive timedelta or has no signed
            time to go by.
    """

    __slots__ = ("_comparable", "_max_age", "_scheme", "_signers")

    def __init__(
        self,
        *,
        secret: str | Iterable[str] | None = None,
        key: str | Iterable[str] | None = None,
        scheme: Scheme | str | None = None,
        max_body: int = MAX_BODY,
        max_age: timedelta | None = None,
    ) -> None:
        # First of all: an error may show this half-made object, and a traceback these arguments.
        super().__init__()
        self._scheme: Scheme | None = None
        self._comparable: Callable[[str], bytes] = str.encode
        self._signers: tuple[Signer, ...] = ()
        self._max_age = max_age
        secret, key = as_secrets(secret), as_secrets(key)
        scheme = as_secret(scheme) if isinstance(scheme, str) else scheme
        self._set_limit(max_body)
        secrets, keys = encoded("secret", secret), encoded("key", key)
        self._scheme = scheme = _scheme(scheme)
        _check_age(max_age, scheme)
        self._comparable = comparable_of(scheme)
        self._signers = tuple(signer_of(scheme, *pair) for pair in combined(scheme, secrets=secrets, keys=keys))
        self._keep((*secrets, *keys))
        if weakness := scheme.weakness():
            _log.warning("The scheme %s is weak. %s", scheme, weakness)

    @classmethod
    def from_environment(
        cls,
        environ: Mapping[str, str] | None = None,
        *,
        max_body: int = MAX_BODY,
        max_age: timedelta | None = None,
    ) -> Self:
        """Read the scheme from `ENVOICE_WEBHOOK_SCHEME`, and its secret and key from the environment.

        The secret is `ENVOICE_WEBHOOK_SECRET`, else `ENVOICE_API_SECRET`; the key is `ENVOICE_WEBHOOK_KEY`, else
        `ENVOICE_API_KEY`. The vendor names no secret of its own for webhooks, hence the second of each. During a
        replacement, the old one stands in `ENVOICE_WEBHOOK_SECRET_OLD` or `ENVOICE_WEBHOOK_KEY_OLD`.

        Args:
            environ: The variables to read; the process's own when None.
            max_body: As for the class.
            max_age: As for the class.

        Raises:
            ConfigurationError: The scheme is not set, is none, or needs a secret or key that is not set.
        """
        variables = os.environ if environ is None else environ
        secret, key = from_variables(variables, SECRET_VARIABLES), from_variables(variables, KEY_VARIABLES)
        line: str = as_secret(variables.get(SCHEME_VARIABLE, ""))
        # A traceback that shows locals would show the whole environment.
        del variables, environ
        scheme = _scheme_set(line)
        for name, found, names in (("secret", secret, SECRET_VARIABLES), ("key", key, KEY_VARIABLES)):
            if not found and name in scheme.needs:
                raise ConfigurationError(f"The scheme {scheme} signs with the {name}: set {' or '.join(names)}.")
        return cls(secret=values_of(secret), key=values_of(key), scheme=scheme, max_body=max_body, max_age=max_age)

    def __repr__(self) -> str:
        scheme = None if self._scheme is None else str(self._scheme)
        return f"Webhooks(scheme={scheme!r}, material=<{len(self._signers)} hidden>, max_body={self._max_body})"

    def unwrap(self, body: bytes, headers: Mapping[str, str] | None = None) -> "WebhookEvent":
        """Verify one delivery and decode it.

        Args:
            body: The request's body exactly as received, before any decoding.
            headers: The request's headers. Not used: the vendor puts signature and time into the body.

        Returns:
            The event.

        Raises:
            WebhookPayloadError: The body is too large, nested too deep, no JSON, ambiguous, of the wrong shape, or has
                nothing that the vendor documents.
            WebhookSignatureError: The signature is missing, malformed, or not made with any of the secrets.
            WebhookError: The delivery is older than `max_age`.
            ConfigurationError: A scheme of your own fails.
        """
        del headers
        received = read(body, self._max_body)
        claimed = self._comparable(received.signature)
        fits = False
        for signer in self._signers:  # every one is tried, so that the time does not tell which fits
            fits |= hmac.compare_digest(claimed, signer(received))
        if not fits:
            raise WebhookSignatureError(_NO_MATCH)
        check_within(received)
        timestamp = read_timestamp(received)
        if self._max_age is not None and datetime.now(UTC) - timestamp > self._max_age:
            raise WebhookError(f"The delivery was made more than {self._max_age} ago (max_age= of Webhooks).")
        return read_event(received, timestamp)


def _scheme_set(line: str) -> Scheme:
    """The scheme that the environment names."""
    if not line.strip():
        raise ConfigurationError(f"{SCHEME_VARIABLE} is not set. {_NO_SCHEME}")
    try:
        return Scheme.parse(line)
    except ConfigurationError as error:
        problem = f"{SCHEME_VARIABLE} is no scheme: {error.message}"
    raise ConfigurationError(problem)


def _scheme(scheme: object) -> Scheme:
    if scheme is None:
        raise ConfigurationError(_NO_SCHEME)
    if isinstance(scheme, Scheme):
        return scheme
    if isinstance(scheme, str):
        return Scheme.parse(scheme)
    raise ConfigurationError(f"scheme= of Webhooks takes a Scheme or its text, not {type(scheme).__name__}.")


def _check_age(max_age: object, scheme: Scheme) -> None:
    if max_age is None:
        return
    if not isinstance(max_age, timedelta) or max_age <= timedelta():
        raise ConfigurationError(f"max_age must be a timedelta above zero, or None for no limit; got {max_age!r}.")
    if not scheme.signs("timestamp"):
        raise ConfigurationError("max_age needs a scheme that signs the timestamp: anyone can write another one.")
