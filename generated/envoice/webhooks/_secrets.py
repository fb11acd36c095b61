"""Reads the secrets that sign deliveries from arguments or the environment, and keeps them out of texts."""

from collections.abc import Iterable, Mapping
from typing import Any, Final, cast

from .._redaction.values import SecretBytes, SecretStr, as_secret
from ..errors import ConfigurationError

__all__ = ["as_secrets", "encoded", "from_variables", "values_of"]

_OLD: Final = "_OLD"


def as_secrets(value: object) -> Any:
    """Return an argument as secrets, so that a traceback with locals does not contain it. Nothing is refused here.

    Args:
        value: A str, several, None, or a value of any other type.

    Returns:
        None, or a tuple of what `as_secret` makes of each.
    """
    if value is None:
        return None
    if isinstance(value, str) or not isinstance(value, Iterable):
        value = (value,)
    return tuple(as_secret(secret) if secret is not None else type(None) for secret in cast("Iterable[object]", value))


def from_variables(environ: Mapping[str, str], names: tuple[str, ...]) -> dict[str, SecretStr]:
    """Return what some variables hold: the first that is set and not empty, and beside it the one that it replaces.

    Args:
        environ: The variables.
        names: Their names, the preferred one first. What is being replaced stands in the preferred name with `_OLD`.

    Returns:
        The values by their variables; either may be lacking.
    """
    first = next((name for name in names if environ.get(name)), names[0])
    return {name: SecretStr(value) for name in (first, names[0] + _OLD) if (value := environ.get(name))}


def values_of(variables: Mapping[str, SecretStr]) -> tuple[SecretStr, ...]:
    """Return the values that `from_variables` found.

    Args:
        variables: What it gave.

    Raises:
        ConfigurationError: One has white space around it; the message names the variable.
    """
    for name, value in variables.items():
        _refuse_surrounded(name, value)
    return tuple(variables.values())


def encoded(name: str, value: object) -> tuple[SecretBytes, ...]:
    """Return one secret, several or none, as bytes.

    Args:
        name: What to call it in an error.
        value: A str, several, or None.

    Raises:
        ConfigurationError: Something else, an empty str, or one within whitespace. The message never quotes it.
    """
    values: tuple[Any, ...] = as_secrets(value) or ()
    for secret in values:
        if not isinstance(secret, str) or not secret.strip():
            raise ConfigurationError(f"{name}= takes a str, or several, none of them empty.")
        _refuse_surrounded(f"{name}=", secret)
    # A lone surrogate, of a variable that is not UTF-8, gives bytes that fit nothing rather than another exception.
    return tuple(SecretStr(secret).encode(errors="surrogatepass") for secret in values)


def _refuse_surrounded(name: str, value: str) -> None:
    if value != value.strip():
        raise ConfigurationError(f"{name} begins or ends with whitespace (a line break read from a file?): strip it.")
