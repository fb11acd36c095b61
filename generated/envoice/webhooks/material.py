"""The keys and secrets that a scheme signs deliveries with, from arguments or the environment."""

import itertools
from typing import Final

from envoice._redaction.values import SecretBytes
from envoice.errors import ConfigurationError

from ._secrets import as_secrets as taken
from ._secrets import encoded, from_variables, values_of
from .schemes import Scheme

__all__ = ["combined", "encoded", "from_variables", "taken", "values_of"]

SECRET_VARIABLES: Final = ("ENVOICE_WEBHOOK_SECRET", "ENVOICE_API_SECRET")
KEY_VARIABLES: Final = ("ENVOICE_WEBHOOK_KEY", "ENVOICE_API_KEY")
"""The vendor names no secret of its own for webhooks, so the account's key pair is the second choice of each."""


def combined(
    scheme: "Scheme", *, secrets: tuple[SecretBytes, ...], keys: tuple[SecretBytes, ...]
) -> tuple[tuple[SecretBytes, ...], ...]:
    """Return what a scheme may sign with: one key material for each secret, key or pair in force.

    Args:
        scheme: The scheme.
        secrets: The secrets in force.
        keys: The keys in force.

    Raises:
        ConfigurationError: What the scheme signs with is not given.
    """
    given = {"key": keys, "secret": secrets}
    for name in scheme.needs:
        if not given[name]:
            raise ConfigurationError(f"The scheme {scheme} signs with the {name}: pass {name}=.")
    return tuple(itertools.product(*(given[name] for name in scheme.needs)))
