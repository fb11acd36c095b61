"""The account's key pair: checked once, hidden in every text, taken from arguments, a provider or the environment."""

import os
import re
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from typing import Any, Final, NoReturn, Self, TypeAlias, cast

from ._redaction.values import hidden
from .errors import ConfigurationError

__all__ = [
    "KEY_HEADER",
    "KEY_VARIABLE",
    "SECRET_HEADER",
    "SECRET_VARIABLE",
    "AsyncCredentialsProvider",
    "Credentials",
    "CredentialsProvider",
    "SyncCredentialsProvider",
]

KEY_HEADER: Final = "x-auth-key"
SECRET_HEADER: Final = "x-auth-secret"  # noqa: S105 - the header's name, not a secret

KEY_VARIABLE: Final = "ENVOICE_API_KEY"
SECRET_VARIABLE: Final = "ENVOICE_API_SECRET"  # noqa: S105 - the variable's name, not a secret

# What a header carries the same way through every client and proxy.
_SENDABLE: Final = re.compile(r"[\x20-\x7e]*")


class HoldsSecrets:
    """Base of the classes that hold a secret: copies share the object, and pickling it is refused."""

    __slots__ = ()

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        name = type(self).__name__
        raise TypeError(f"{name} holds secrets and is never pickled: build it anew in the process that needs it.")

    def __getstate__(self) -> NoReturn:
        # What reads the attributes of an object asks for them here, and not all of it asks `__reduce_ex__` first.
        self.__reduce_ex__(2)

    def __rich_repr__(self) -> Iterator[object]:
        # Without it, rich prints the fields of an attrs class, whatever its repr says.
        return iter(())

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self


def _check(value: object, name: str) -> None:
    """Refuse what cannot be sent as a header value.

    Args:
        value: What `hidden` made of it, so that no traceback through here shows it.
        name: What to call it.

    Raises:
        ConfigurationError: The value is unfit; the message names it and never quotes it.
    """
    if not isinstance(value, str):
        kind = value if isinstance(value, type) else type(value)
        raise ConfigurationError(f"{name} must be a str, not {kind.__name__}.")
    if not value.strip():
        raise ConfigurationError(f"{name} is empty: copy it from the account's settings page.")
    if value != value.strip():
        raise ConfigurationError(f"{name} begins or ends with whitespace (a line break read from a file?): strip it.")
    sendable = _SENDABLE.match(value)
    if sendable is None or sendable.end() != len(value):
        at = 0 if sendable is None else sendable.end()
        raise ConfigurationError(
            f"{name} has a control or non-ASCII character at position {at}: copy it again from the settings page."
        )


class Credentials(HoldsSecrets):
    """One account's key pair. Neither value appears in a repr, an error or a pickle.

    `api_key` and `api_secret` give the values to whoever asks for them by name: texts whose own repr is `<hidden>`, and
    which are themselves when they are formatted, written or sent.

    Args:
        api_key: The authentication key of the account's settings page, sent as `x-auth-key`.
        api_secret: The authentication secret beside it, sent as `x-auth-secret`.

    Raises:
        ConfigurationError: A value is not a str, is empty, is surrounded by whitespace, or has a control or non-ASCII
            character. The message names the field and never quotes the value.
    """

    __slots__ = ("_reveal",)

    _reveal: Callable[[], tuple[str, str]]

    def __init__(self, api_key: str, api_secret: str) -> None:
        api_key, api_secret = hidden(api_key), hidden(api_secret)
        _check(api_key, "api_key")
        _check(api_secret, "api_secret")
        # In no attribute, because tools that list slots read them whatever the class refuses.
        object.__setattr__(self, "_reveal", lambda: (api_key, api_secret))

    @property
    def api_key(self) -> str:
        """The authentication key."""
        return self._reveal()[0]

    @property
    def api_secret(self) -> str:
        """The authentication secret."""
        return self._reveal()[1]

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError("Credentials never change: make others.")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError("Credentials never change: make others.")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Credentials):
            return NotImplemented
        return (self.api_key, self.api_secret) == (other.api_key, other.api_secret)

    def __hash__(self) -> int:
        return hash((self.api_key, self.api_secret))

    def __repr__(self) -> str:
        return "Credentials(api_key=<hidden>, api_secret=<hidden>)"

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Self:
        """Read `ENVOICE_API_KEY` and `ENVOICE_API_SECRET`.

        Args:
            environ: The variables to read; the process's own when None.

        Returns:
            The key pair.

        Raises:
            ConfigurationError: A variable is unset, empty or unfit; the message names it.
        """
        variables = os.environ if environ is None else environ
        values: dict[str, str] = {name: hidden(variables.get(name)) for name in (KEY_VARIABLE, SECRET_VARIABLE)}
        # A traceback that shows locals would show the whole environment.
        del variables, environ
        missing = [name for name, value in values.items() if not value]
        if missing:
            verb = "is" if len(missing) == 1 else "are"
            raise ConfigurationError(
                f"{' and '.join(missing)} {verb} not set: set both variables, or pass api_key= and api_secret=."
            )
        for name, value in values.items():
            _check(value, name)
        return cls(values[KEY_VARIABLE], values[SECRET_VARIABLE])


def secret_values(pairs: Iterable[Credentials]) -> Iterator[str]:
    """Yield every secret value of some credentials.

    Args:
        pairs: The credentials.
    """
    for pair in pairs:
        yield pair.api_key
        yield pair.api_secret


SyncCredentialsProvider: TypeAlias = Callable[[], Credentials]
"""Called without arguments when credentials are first needed, and again after a 401."""

AsyncCredentialsProvider: TypeAlias = Callable[[], Awaitable[Credentials]]
"""The same for the async client; the sync client refuses it."""

CredentialsProvider: TypeAlias = SyncCredentialsProvider | AsyncCredentialsProvider


def resolve_credentials(
    *,
    api_key: str | None = None,
    api_secret: str | None = None,
    credentials: Credentials | CredentialsProvider | None = None,
) -> Credentials | CredentialsProvider:
    """Choose where the key pair comes from: `api_key` and `api_secret`, then `credentials`, then the environment.

    Args:
        api_key: The authentication key; `api_secret` must come with it.
        api_secret: The authentication secret; `api_key` must come with it.
        credentials: A key pair, or a callable that gives one. Not together with the two above.

    Returns:
        The key pair, or the provider, which is not called here.

    Raises:
        ConfigurationError: Half a pair, both ways at once, something that is neither, or no credentials at all.
    """
    api_key, api_secret = hidden(api_key), hidden(api_secret)
    # The class can be called too, but not without arguments.
    usable = isinstance(credentials, Credentials) or (
        callable(credentials) and cast("object", credentials) is not Credentials
    )
    credentials = credentials if usable else hidden(credentials)
    given = [name for name, value in (("api_key", api_key), ("api_secret", api_secret)) if value is not None]
    if credentials is not None:
        if given:
            raise ConfigurationError(
                f"credentials= and {' and '.join(f'{name}=' for name in given)}: give one of them."
            )
        if not usable:
            kind = credentials.__name__ if isinstance(credentials, type) else "str"
            kind = "the class itself" if credentials is type else kind
            raise ConfigurationError(
                f"credentials= must be Credentials or a callable that gives them, not {kind}; "
                "pass Credentials(api_key, api_secret)."
            )
        return credentials
    if api_key is not None and api_secret is not None:
        return Credentials(api_key, api_secret)
    if given:
        lacking = "api_secret" if api_secret is None else "api_key"
        raise ConfigurationError(f"{given[0]}= was given without {lacking}=: give both, or neither.")
    return Credentials.from_environment()
