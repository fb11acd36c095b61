"""Guards the schemes that callers write: whatever their methods do wrong becomes one sentence that quotes nothing."""

import traceback
from collections.abc import Callable
from typing import TypeVar

from envoice.errors import ConfigurationError, WebhookPayloadError

from ._digests import NOTATIONS
from .reading import Received
from .schemes import Scheme, Signer

__all__ = ["comparable_of", "signer_of"]

_T = TypeVar("_T")


def signer_of(scheme: Scheme, *material: bytes) -> Signer:
    """Return the signer of a scheme, which raises nothing but what it may.

    Args:
        scheme: Any scheme.
        material: What `Scheme.signer` takes.

    Returns:
        A function of a delivery. It raises `WebhookPayloadError` where a part that is signed is not there, and
        `ConfigurationError` where a signer of one's own fails or gives no bytes.

    Raises:
        ConfigurationError: `signer` itself fails.
    """
    if type(scheme).signer is Scheme.signer:
        return scheme.signer(*material)
    signer = _called(scheme, "signer", lambda: scheme.signer(*material))

    def sign(received: "Received") -> bytes:
        return _bytes(scheme, "signer", lambda: signer(received))

    return sign


def comparable_of(scheme: Scheme) -> Callable[[str], bytes]:
    """Return what gives a claimed signature in the notation of a scheme's signer.

    Args:
        scheme: Any scheme.

    Returns:
        A function of the text of Signature. It raises `ConfigurationError` where a method of one's own fails or gives
        no bytes.
    """
    if type(scheme).comparable is Scheme.comparable:
        return NOTATIONS[scheme.encoding]
    return lambda signature: _bytes(scheme, "comparable", lambda: scheme.comparable(signature))


def _bytes(scheme: Scheme, method: str, call: Callable[[], object]) -> bytes:
    made = _called(scheme, method, call)
    if isinstance(made, bytes):
        return made
    kind = type(made).__name__
    raise ConfigurationError(f"{_named(scheme, method)} must give the signature as bytes; it gave {kind}.")


def _called(scheme: Scheme, method: str, call: Callable[[], _T]) -> _T:
    try:
        return call()
    except WebhookPayloadError:
        raise
    except Exception as error:  # noqa: BLE001 - it may raise whatever it likes
        # Not its text, which may hold what it signs with.
        frame = traceback.extract_tb(error.__traceback__)[-1]
        kind = type(error).__name__
        problem = f"{_named(scheme, method)} failed: {kind} at {frame.filename}:{frame.lineno}."
    raise ConfigurationError(problem)


def _named(scheme: Scheme, method: str) -> str:
    return f"The {method} of {type(scheme).__qualname__}"
