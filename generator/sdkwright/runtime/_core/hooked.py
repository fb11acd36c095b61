"""Lets the project's hook sign what no other part of the package can."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

from .._redaction.values import SecretStr
from .._security.schemes import Plan, is_provider
from ..errors import ConfigurationError
from ..hooks._security import Signing
from ..hooks.security import Security

_NAME: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+\Z")
_VALUE: Final = re.compile(r"[!-~](?:[ -~]*[!-~])?\Z")


@cache
def _hook() -> Security:
    return Security()


def sign(plan: Plan, method: str, url: str, content: bytes | None, challenge: str | None) -> dict[str, str]:
    """Return the headers that sign a request.

    Args:
        plan: The way to sign, with what the caller gave.
        method: HTTP method.
        url: Where the request goes.
        content: The request's body if it is in memory, or None.
        challenge: What the service asked for with a 401, or None at first.

    Raises:
        ConfigurationError: It cannot be signed.
    """
    found: dict[str, str] = {}
    for scheme, kind, value in plan.hooked:
        own = value if is_provider(value) else None
        signing = Signing(
            scheme=scheme,
            kind=kind,
            value="" if own is not None else value,
            method=method,
            url=url,
            content=content,
            challenge=challenge,
        )
        found |= _hook().headers(signing) if own is None else _own_headers(own, signing)
    for name, text in found.items():
        if not _NAME.match(name) or not _VALUE.match(text):
            raise ConfigurationError("What signs the request gave a header that is not printable ASCII text.")
    return {name: SecretStr(text) for name, text in found.items()}


def _own_headers(sign_with: Callable[[Signing], Any], signing: Signing) -> Mapping[str, str]:
    """What a callable of the caller's gives; its error says nothing of what it holds."""
    failure = ""
    try:
        headers = sign_with(signing)
    except ConfigurationError:
        raise
    except Exception as error:  # noqa: BLE001 - it may raise anything
        failure = f"raised {type(error).__name__}"
    else:
        if isinstance(headers, Mapping) and all(isinstance(part, str) for pair in headers.items() for part in pair):
            return headers
        failure = f"gave {type(headers).__name__} and not a mapping of names to texts"
        # No traceback that shows locals shows it.
        del headers
    raise ConfigurationError(f"The callable that signs for {signing.scheme} {failure}.")


def answers_challenges(plan: Plan) -> bool:
    """Return whether a request that was refused is signed anew, with what the service asked for.

    Args:
        plan: The way to sign.
    """
    return any(is_provider(value) for _, _, value in plan.hooked) or _hook().answers_challenges
