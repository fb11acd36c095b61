"""Chooses the library that sends by its name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from .. import transports
from .._api import NAME
from .._mismatch import SYNCHRONOUS, TRANSPORTS, described
from ..errors import ConfigurationError

BUILDS_ON: Final = ("_api.NAME",)

SYNC: Final = {library: name for (library, _), name in TRANSPORTS.items() if name in SYNCHRONOUS}
ASYNC: Final = {library: name for (library, _), name in TRANSPORTS.items() if name not in SYNCHRONOUS}
"""By the library's name, the transport that sends through it."""


def check_library(http: object, kinds: Mapping[str, str], http_client: object, transport: object) -> None:
    """Refuse a library that cannot be used.

    Args:
        http: The `http` argument.
        kinds: The libraries that there are.
        http_client: The `http_client` argument.
        transport: The `transport` argument.

    Raises:
        ConfigurationError: There is no such library, it is not installed, or another argument says what sends.
    """
    if http == "httpx":
        return
    if not isinstance(http, str) or http not in kinds:
        given = repr(http[:40]) if isinstance(http, str) else described(http)
        raise ConfigurationError(f"http must be one of {', '.join(map(repr, kinds))}; got {given}.")
    if http_client is not None or transport is not None:
        other = "http_client" if http_client is not None else "transport"
        raise ConfigurationError(f"http= and {other}=: give one of them.")
    from importlib.util import find_spec  # most clients need none of it

    if find_spec(http) is None:
        raise ConfigurationError(f"http={http!r} needs the library {http}: pip install '{NAME}[{http}]'.")


def connected(http: str, kinds: Mapping[str, str], http_client: object) -> Any:
    """Return the transport that sends through a library.

    Args:
        http: The `http` argument.
        kinds: The libraries that there are.
        http_client: The `http_client` argument, or None.
    """
    # Importing a library costs more than the rest together.
    kind: Any = getattr(transports, kinds[http])
    return kind() if http_client is None else kind(http_client)
