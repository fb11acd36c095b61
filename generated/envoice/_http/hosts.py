"""Tells whether a host name can be looked up at all: libraries raise errors of their own for one that cannot."""

from __future__ import annotations

from functools import lru_cache
from ipaddress import ip_address
from typing import Final

_MAX_NAME: Final = 253
_MAX_LABEL: Final = 63
_ENCODED: Final = "xn--"


@lru_cache(maxsize=128)
def is_host(host: str) -> bool:
    """Return whether a host is an address, or a name that the domain name system can carry.

    Args:
        host: Name or address, without brackets.
    """
    name = host.removesuffix(".")
    try:
        ip_address(name)
    except ValueError:
        return len(name) <= _MAX_NAME and _is_name(name)
    return True


def _is_name(name: str) -> bool:
    if _ENCODED in name.lower() or not name.isascii():
        import idna  # comes with httpx, and such names are rare

        try:
            # Both ways, because some libraries decode the name and some encode it.
            name = idna.encode(idna.decode(name.lower())).decode("ascii")
        except UnicodeError:
            return False
    return all(0 < len(label) <= _MAX_LABEL for label in name.split("."))
