"""What deliveries are signed with: taken from arguments or the environment, never shown."""

import itertools
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final, cast

from envoice.errors import ConfigurationError

if TYPE_CHECKING:
    from .schemes import Scheme

SECRET_VARIABLES: Final = ("ENVOICE_WEBHOOK_SECRET", "ENVOICE_API_SECRET")
KEY_VARIABLES: Final = ("ENVOICE_WEBHOOK_KEY", "ENVOICE_API_KEY")
"""The vendor names no secret of its own for webhooks, so the account's key pair is the second choice of each."""


def from_variables(environ: Mapping[str, str], names: Iterable[str]) -> str | None:
    """Return the first of some variables that is set and not empty.

    Args:
        environ: The variables.
        names: Their names, the preferred one first.
    """
    return next((value for name in names if (value := environ.get(name))), None)


def encoded(name: str, value: object) -> tuple[bytes, ...]:
    """Return one secret, several or none, as bytes.

    Args:
        name: What to call it in an error.
        value: A str, several, or None.

    Raises:
        ConfigurationError: Something else, or an empty str. The message never quotes it.
    """
    if value is None:
        return ()
    if isinstance(value, str) or not isinstance(value, Iterable):
        value = (value,)
    several = [_usable(one) for one in cast("Iterable[object]", value)]
    usable = tuple(one for one in several if one is not None)
    if len(usable) != len(several):
        raise ConfigurationError(f"{name}= takes a str, or several, none of them empty.")
    return usable


def joined(scheme: "Scheme", *, secrets: tuple[bytes, ...], keys: tuple[bytes, ...]) -> tuple[bytes, ...]:
    """Return the bytes that a scheme may sign with: one for each secret, key or pair in force.

    Args:
        scheme: The scheme.
        secrets: The secrets in force.
        keys: The keys in force.

    Raises:
        ConfigurationError: What the scheme signs with is not given.
    """
    given = {"key": keys, "secret": secrets}
    needed = scheme.material.split("+")
    for name in needed:
        if not given[name]:
            raise ConfigurationError(f"The scheme {scheme} signs with the {name}: pass {name}=.")
    return tuple(b"".join(pair) for pair in itertools.product(*(given[name] for name in needed)))


def _usable(secret: object) -> bytes | None:
    # A lone surrogate, of a variable that is not UTF-8, gives bytes that fit nothing rather than another exception.
    return secret.encode(errors="surrogatepass") if isinstance(secret, str) and secret.strip() else None
