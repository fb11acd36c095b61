# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/boat_club; CONTRIBUTING.md says how to change what is generated.
"""What an account's requests are signed with: checked once, redacted in every text, and renewed by a provider."""

from collections.abc import Awaitable, Callable
from typing import Final, TypeAlias

from ._redaction.values import as_secret
from ._security.api_keys import ApiKeys
from ._security.checks import guarded

__all__ = [
    "ASSOCIATION_VARIABLE",
    "CLUB_VARIABLE",
    "CLIENT_ID_VARIABLE",
    "CLIENT_SECRET_VARIABLE",
    "TOKEN_URL_VARIABLE",
    "SCOPES_VARIABLE",
    "KEY_PARAMETER",
    "KEY_VARIABLE",
    "USERNAME_VARIABLE",
    "PASSWORD_VARIABLE",
    "AsyncCredentialsProvider",
    "Credentials",
    "CredentialsProvider",
    "SyncCredentialsProvider",
    "TokenProvider",
]

ASSOCIATION_VARIABLE: Final = "BOATS_ASSOCIATION"
CLUB_VARIABLE: Final = "BOATS_CLUB"
CLIENT_ID_VARIABLE: Final = "BOATS_CLIENT_ID"
CLIENT_SECRET_VARIABLE: Final = "BOATS_CLIENT_SECRET"
TOKEN_URL_VARIABLE: Final = "BOATS_TOKEN_URL"
SCOPES_VARIABLE: Final = "BOATS_SCOPES"
KEY_PARAMETER: Final = "harbour-key"
KEY_VARIABLE: Final = "BOATS_API_KEY"
USERNAME_VARIABLE: Final = "BOATS_USERNAME"
PASSWORD_VARIABLE: Final = "BOATS_PASSWORD"

TokenProvider: TypeAlias = Callable[[], str] | Callable[[], Awaitable[str]]
"""Gives a token: called without arguments when one is first needed, and again after a 401. A synchronous client takes
plain functions only."""


class Credentials(ApiKeys):
    """What one account's requests are signed with. No value appears in a repr, an error or a pickle.

    A property gives its value to whoever asks for it by name: a text whose own repr is `<hidden>`, and which is itself
    when it is formatted, written or sent.

    Args:
        association: The token that requests carry, or a callable that gives it.
        club: The token that requests carry, or a callable that gives it.
        client_id: The client's id, with which it fetches tokens.
        client_secret: The client's secret, with which it fetches tokens.
        token_url: Where tokens are fetched, if not where the API's document says.
        scopes: What tokens are asked for, if not what the operations require; with spaces between.
        api_key: The account's key, sent in the query as `harbour-key`.
        username: The name for HTTP's basic authentication.
        password: The password for HTTP's basic authentication.

    Raises:
        ConfigurationError: A value is not a str, is empty, is surrounded by whitespace, or has a control or non-ASCII
            character. The message names the field and never quotes the value.
            Or what was given is a part of what belongs together.
    """

    __slots__ = ()

    def __init__(
        self,
        *,
        association: str | TokenProvider | None = None,
        club: str | TokenProvider | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        token_url: str | None = None,
        scopes: str | None = None,
        api_key: str | None = None,
        username: str | None = None,
        password: str | None = None,
    ) -> None:
        association = guarded("association", association)
        club = guarded("club", club)
        client_id = as_secret(client_id)
        client_secret = as_secret(client_secret)
        token_url = as_secret(token_url)
        scopes = as_secret(scopes)
        api_key = as_secret(api_key)
        username = as_secret(username)
        password = as_secret(password)
        self._hold(association, club, client_id, client_secret, token_url, scopes, api_key, username, password)

    @property
    def association(self) -> str | TokenProvider | None:
        """The token that requests carry, or a callable that gives it."""
        return self._value(0)

    @property
    def club(self) -> str | TokenProvider | None:
        """The token that requests carry, or a callable that gives it."""
        return self._value(1)

    @property
    def client_id(self) -> str | None:
        """The client's id, with which it fetches tokens."""
        return self._value(2)

    @property
    def client_secret(self) -> str | None:
        """The client's secret, with which it fetches tokens."""
        return self._value(3)

    @property
    def token_url(self) -> str | None:
        """Where tokens are fetched, if not where the API's document says."""
        return self._value(4)

    @property
    def scopes(self) -> str | None:
        """What tokens are asked for, if not what the operations require; with spaces between."""
        return self._value(5)

    @property
    def api_key(self) -> str | None:
        """The account's key."""
        return self._value(6)

    @property
    def username(self) -> str | None:
        """The name for HTTP's basic authentication."""
        return self._value(7)

    @property
    def password(self) -> str | None:
        """The password for HTTP's basic authentication."""
        return self._value(8)


SyncCredentialsProvider: TypeAlias = Callable[[], Credentials]
"""Called without arguments when credentials are first needed, and again after a 401."""

AsyncCredentialsProvider: TypeAlias = Callable[[], Awaitable[Credentials]]
"""The same for the async client; the sync client refuses it."""

CredentialsProvider: TypeAlias = SyncCredentialsProvider | AsyncCredentialsProvider
