"""Checks of single values that several rooms share."""

from __future__ import annotations

from ipaddress import ip_address


def is_count(value: object) -> bool:
    """Return whether a value is an integer from 1.

    Args:
        value: Anything; True is not a number.
    """
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1


def is_loopback(host: str) -> bool:
    """Return whether a host name or address is this machine and never another one.

    Args:
        host: Lower-case host without brackets.
    """
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def describe_missing(operation: str, argument: str, value: object) -> str:
    """Return what is said of a required argument that is None or UNSET.

    Args:
        operation: Public name of the operation.
        argument: Name of the argument, or the path of a field in it.
        value: None or UNSET.
    """
    return f"{operation}: {argument} is required; got {value}."
