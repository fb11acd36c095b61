"""Lets the project's hook sign what no other part of the package can."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from .._redaction.values import SecretStr
from .._security.schemes import Plan
from ..errors import ConfigurationError
from ..hooks._security import Signing
from ..hooks.security import Security

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
        ConfigurationError: The hook cannot sign it.
    """
    found: dict[str, str] = {}
    for scheme, kind, value in plan.hooked:
        signing = Signing(
            scheme=scheme, kind=kind, value=value, method=method, url=url, content=content, challenge=challenge
        )
        for name, text in _hook().headers(signing).items():
            if not _VALUE.match(text):
                raise ConfigurationError(f"The hook for {kind} gave a header that is not printable ASCII text.")
            found[name] = SecretStr(text)
    return found


def answers_challenges() -> bool:
    """Return whether the hook signs a request anew that was refused."""
    return _hook().answers_challenges
