"""Guards methods that callers write: whatever they do wrong becomes one sentence that quotes nothing."""

import traceback
from collections.abc import Callable
from typing import TypeVar

from ..errors import ConfigurationError, WebhookPayloadError

_T = TypeVar("_T")


def call_for_bytes(owner: object, method: str, call: Callable[[], object]) -> bytes:
    """Return the signature that a caller's method gives.

    Args:
        owner: What has the method.
        method: The method's name.
        call: Calls it.

    Raises:
        WebhookPayloadError: The method raised it.
        ConfigurationError: The method failed otherwise, or gave no bytes.
    """
    made = call_guarded(owner, method, call)
    if isinstance(made, bytes):
        return made
    kind = type(made).__name__
    raise ConfigurationError(f"{_named(owner, method)} must give the signature as bytes; it gave {kind}.")


def call_guarded(owner: object, method: str, call: Callable[[], _T]) -> _T:
    """Return what a caller's method gives.

    Args:
        owner: What has the method.
        method: The method's name.
        call: Calls it.

    Raises:
        WebhookPayloadError: The method raised it.
        ConfigurationError: The method failed otherwise.
    """
    try:
        return call()
    except WebhookPayloadError:
        raise
    except Exception as error:  # noqa: BLE001 - it may raise whatever it likes
        # Not its text, which may hold what it signs with.
        frame = traceback.extract_tb(error.__traceback__)[-1]
        kind = type(error).__name__
        problem = f"{_named(owner, method)} failed: {kind} at {frame.filename}:{frame.lineno}."
    raise ConfigurationError(problem)


def _named(owner: object, method: str) -> str:
    return f"The {method} of {type(owner).__qualname__}"
