"""Where a client's credentials come from: its arguments, a value or a provider, or the environment."""

from __future__ import annotations

import os
from typing import Any, Final, cast

from .._redaction.values import as_secret
from .._security.api_keys import ARGUMENTS, half_given, join, made, values_of
from .._security.checks import guarded
from .._security.schemes import SETTINGS, VARIABLE_OF
from ..credentials import Credentials, CredentialsProvider
from ..errors import ConfigurationError

BUILDS_ON: Final = ("credentials.Credentials", "credentials.CredentialsProvider")


def resolve_credentials(
    *, credentials: Credentials | CredentialsProvider | None = None, **keys: Any
) -> Credentials | CredentialsProvider:
    """Choose where the credentials come from: the keys, then `credentials`, then the environment.

    Args:
        credentials: The credentials, or a callable that gives them. Not together with the keys.
        keys: Each key by the client's argument for it; None for one that was not given. All come together.

    Returns:
        The credentials, or the provider, which is not called here.

    Raises:
        TypeError: There is no such argument.
        ConfigurationError: Some of the keys, both ways at once, something that is neither, or no credentials at all.
    """
    if unknown := keys.keys() - set(ARGUMENTS):
        raise TypeError(f"there is no argument {min(unknown)!r}; the keys are {', '.join(ARGUMENTS) or 'none'}")
    keys = {name: guarded(name, keys.get(name)) for name in ARGUMENTS}
    # The class can be called too, but not without arguments.
    usable = isinstance(credentials, Credentials) or (
        callable(credentials) and cast("object", credentials) is not Credentials
    )
    credentials = credentials if usable else as_secret(credentials)
    given = [name for name, value in keys.items() if value is not None]
    if credentials is not None:
        if given:
            raise ConfigurationError(f"credentials= and {join(f'{name}=' for name in given)}: give one of them.")
        if not usable:
            kind = credentials.__name__ if isinstance(credentials, type) else "str"
            kind = "the class itself" if credentials is type else kind
            raise ConfigurationError(
                f"credentials= must be Credentials or a callable that gives them, not {kind}; "
                f"pass Credentials({', '.join(ARGUMENTS)})."
            )
        return credentials
    if not set(given) - SETTINGS:
        found = Credentials.from_environment()
        if not given:
            return found
        return made(Credentials, (keys[name] or value for name, value in zip(ARGUMENTS, values_of(found), strict=True)))
    if (problem := half_given(given)) is not None:
        raise ConfigurationError(problem)
    for name in SETTINGS - set(given):
        keys[name] = as_secret(os.environ.get(VARIABLE_OF[name]) or None)
    return made(Credentials, keys.values())
