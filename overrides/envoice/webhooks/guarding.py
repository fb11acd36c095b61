"""Guards the schemes that callers write: whatever their methods do wrong becomes one sentence that quotes nothing."""

from collections.abc import Callable

from ._digests import NOTATIONS
from ._guarding import call_for_bytes, call_guarded
from .reading import Received
from .schemes import Scheme, Signer

__all__ = ["comparable_of", "signer_of"]


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
    signer = call_guarded(scheme, "signer", lambda: scheme.signer(*material))

    def sign(received: "Received") -> bytes:
        return call_for_bytes(scheme, "signer", lambda: signer(received))

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
    return lambda signature: call_for_bytes(scheme, "comparable", lambda: scheme.comparable(signature))
