"""What the verifiers of all signatures share: a limit on the body, and failures in words that hold no secret."""

from collections.abc import Callable, Iterable
from typing import Final

from .._checks import is_count
from .._redaction.values import HoldsSecrets, SecretBytes
from ..errors import ConfigurationError

MAX_BODY: Final = 64 * 1024
"""The largest body that is looked at unless the caller says otherwise, in bytes."""


class BaseVerifier(HoldsSecrets):
    """The base of a hook's `Webhooks`, which defines `unwrap` and `from_environment`. It is never pickled.

    A subclass calls `_set_limit` before it looks at any secret, then `_keep` with what it has found.
    """

    __slots__ = ("_describe", "_max_body")

    def __init__(self) -> None:
        # Set before anything can fail: an error may show the half-made object.
        self._describe: Callable[[BaseException | None, bytes], str] | None = None
        self._max_body = MAX_BODY

    def _set_limit(self, max_body: int) -> None:
        """Set the largest body to look at.

        Args:
            max_body: Bytes, from 1.

        Raises:
            ConfigurationError: It is no number from 1.
        """
        if not is_count(max_body):
            raise ConfigurationError(f"max_body must be a number of bytes from 1; got {max_body!r}.")
        self._max_body = max_body

    def _keep(self, secrets: Iterable[SecretBytes]) -> None:
        """Keep what no description of a failure may show.

        Args:
            secrets: What deliveries are signed with.
        """
        self._describe = _describer(tuple(secrets))

    @property
    def max_body(self) -> int:
        """The largest body to look at, in bytes; a receiver need not read on beyond it."""
        return self._max_body

    def describe_failure(self, error: BaseException | None, body: bytes) -> str:
        """Return the type, message and place of an error for a log, without secrets and without what a delivery held.

        Args:
            error: What a handler or a store raised; None gives nothing.
            body: The delivery that it was raised for.
        """
        return "" if self._describe is None else self._describe(error, body)


def _describer(secrets: tuple[SecretBytes, ...]) -> Callable[[BaseException | None, bytes], str]:
    # The secrets are in no attribute, because tools that list slots read them whatever the class refuses.
    def described(error: BaseException | None, body: bytes) -> str:
        from .redaction import describe  # only where something fails

        return describe(error, body, [value.decode(errors="replace") for value in secrets])

    return described
