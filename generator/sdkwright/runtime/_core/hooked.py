"""Lets the project's hook sign what no other part of the package can."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final, cast

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


def sign(
    plan: Plan,
    headers: dict[str, str],
    *,
    method: str,
    url: str,
    content: object,
    challenge: str | None,
    time: float,
) -> None:
    """Add the headers that sign a request to those that it has.

    Args:
        plan: The way to sign, with what the caller gave.
        headers: All other headers of the request.
        method: HTTP method.
        url: Where the request goes.
        content: The request's body: bytes, None, or what is read while it is sent.
        challenge: What the service asked for with a 401, or None at first.
        time: Seconds since 1970, by the client's clock.

    Raises:
        ConfigurationError: It cannot be signed.
    """
    found: dict[str, str] = {}
    for scheme, kind, value in plan.hooked:
        own = value if is_provider(value) else None
        single, parts = _given(value)
        signing = Signing(
            scheme=scheme,
            kind=kind,
            value=single,
            method=method,
            url=url,
            content=content if isinstance(content, bytes) else None,
            challenge=challenge,
            values=parts,
            headers=dict(headers),
            time=time,
            streamed=content is not None and not isinstance(content, bytes),
        )
        found |= _headers(_hook().headers if own is None else own, signing, "hook" if own is None else "callable")
    for name, text in found.items():
        if not _NAME.match(name) or not _VALUE.match(text):
            raise ConfigurationError("What signs the request gave a header that is not printable ASCII text.")
    replaced = {name.lower() for name in found}
    for name in [name for name in headers if name.lower() in replaced]:
        # The signature is of the hook's own value, and a header that stands twice would not fit it.
        del headers[name]
    headers.update({name: SecretStr(text) for name, text in found.items()})


def _given(value: object) -> tuple[str, dict[str, str]]:
    """What the caller gave: the value where it is one, and the values of all parts where the project names them."""
    if isinstance(value, str):
        return value, {}
    if is_provider(value):
        return "", {}
    parts = cast("dict[str, str]", value)
    return next(iter(parts.values())) if len(parts) == 1 else "", {**parts}


def _headers(sign_with: Callable[[Signing], Any], signing: Signing, called: str) -> Mapping[str, str]:
    """What a hook or a callable gives; its error says nothing of what it holds, and its frames are not shown."""
    failure = ""
    try:
        headers = sign_with(signing)
    except ConfigurationError as error:
        failure = error.message
    except Exception as error:  # noqa: BLE001 - it may raise anything
        failure = f"The {called} that signs for {signing.scheme} raised {type(error).__name__}."
    else:
        if isinstance(headers, Mapping):
            pairs = cast("Mapping[object, object]", headers).items()
            if all(isinstance(part, str) for pair in pairs for part in pair):
                return cast("Mapping[str, str]", headers)
            del pairs
        kind = type(cast("object", headers)).__name__
        failure = f"The {called} that signs for {signing.scheme} gave {kind} and not a mapping of names to texts."
        # No traceback that shows locals shows it.
        del headers
    raise ConfigurationError(failure)


def answers_challenges(plan: Plan) -> bool:
    """Return whether a request that was refused is signed anew, with what the service asked for.

    Args:
        plan: The way to sign.
    """
    return any(is_provider(value) for _, _, value in plan.hooked) or _hook().answers_challenges
