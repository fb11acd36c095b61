# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/swim_hall; CONTRIBUTING.md says how to change what is generated.
"""What an account's requests are signed with: checked once, redacted in every text, and renewed by a provider."""

from collections.abc import Awaitable, Callable
from typing import Final, TypeAlias

from ._redaction.values import as_secret
from ._security.api_keys import ApiKeys
from ._security.checks import guarded

__all__ = [
    "USERNAME_VARIABLE",
    "PASSWORD_VARIABLE",
    "KEY_HEADER",
    "KEY_VARIABLE",
    "ACCESS_TOKEN_VARIABLE",
    "AsyncCredentialsProvider",
    "Credentials",
    "CredentialsProvider",
    "SyncCredentialsProvider",
    "TokenProvider",
]

USERNAME_VARIABLE: Final = "SWIM_HALL_USERNAME"
PASSWORD_VARIABLE: Final = "SWIM_HALL_PASSWORD"
KEY_HEADER: Final = "X-Hall-Key"
KEY_VARIABLE: Final = "SWIM_HALL_API_KEY"
ACCESS_TOKEN_VARIABLE: Final = "SWIM_HALL_ACCESS_TOKEN"

TokenProvider: TypeAlias = Callable[[], str] | Callable[[], Awaitable[str]]
"""Gives a token: called without arguments when one is first needed, and again after a 401. A synchronous client takes
plain functions only."""


class Credentials(ApiKeys):
    """What one account's requests are signed with. No value appears in a repr, an error or a pickle.

    A property gives its value to whoever asks for it by name: a text whose own repr is `<hidden>`, and which is itself
    when it is formatted, written or sent.

    Args:
        username: The name for HTTP's basic authentication.
        password: The password for HTTP's basic authentication.
        api_key: The account's key, sent as `X-Hall-Key`.
        access_token: The token that requests carry, or a callable that gives it.

    Raises:
        ConfigurationError: A value is not a str, is empty, is surrounded by whitespace, or has a control or non-ASCII
            character. The message names the field and never quotes the value.
            Or what was given is a part of what belongs together.
    """

    __slots__ = ()

    def __init__(
        self,
        *,
        username: str | None = None,
        password: str | None = None,
        api_key: str | None = None,
        access_token: str | TokenProvider | None = None,
    ) -> None:
        username = as_secret(username)
        password = as_secret(password)
        api_key = as_secret(api_key)
        access_token = guarded("access_token", access_token)
        self._hold(username, password, api_key, access_token)

    @property
    def username(self) -> str | None:
        """The name for HTTP's basic authentication."""
        return self._value(0)

    @property
    def password(self) -> str | None:
        """The password for HTTP's basic authentication."""
        return self._value(1)

    @property
    def api_key(self) -> str | None:
        """The account's key."""
        return self._value(2)

    @property
    def access_token(self) -> str | TokenProvider | None:
        """The token that requests carry, or a callable that gives it."""
        return self._value(3)


SyncCredentialsProvider: TypeAlias = Callable[[], Credentials]
"""Called without arguments when credentials are first needed, and again after a 401."""

AsyncCredentialsProvider: TypeAlias = Callable[[], Awaitable[Credentials]]
"""The same for the async client; the sync client refuses it."""

CredentialsProvider: TypeAlias = SyncCredentialsProvider | AsyncCredentialsProvider
