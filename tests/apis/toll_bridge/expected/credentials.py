# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/toll_bridge; CONTRIBUTING.md says how to change what is generated.
"""What an account's requests are signed with: checked once, redacted in every text, and renewed by a provider."""

from collections.abc import Awaitable, Callable
from typing import Final, TypeAlias

from ._redaction.values import as_secret
from ._security.api_keys import ApiKeys

__all__ = [
    "KEY_ID_VARIABLE",
    "SECRET_KEY_VARIABLE",
    "AsyncCredentialsProvider",
    "Credentials",
    "CredentialsProvider",
    "SyncCredentialsProvider",
]

KEY_ID_VARIABLE: Final = "BRIDGE_KEY_ID"
SECRET_KEY_VARIABLE: Final = "BRIDGE_SECRET_KEY"


class Credentials(ApiKeys):
    """What one account's requests are signed with. No value appears in a repr, an error or a pickle.

    A property gives its value to whoever asks for it by name: a text whose own repr is `<hidden>`, and which is itself
    when it is formatted, written or sent.

    Args:
        key_id: The account's key id, which requests are signed with.
        secret_key: The account's secret key, which requests are signed with.

    Raises:
        ConfigurationError: A value is not a str, is empty, is surrounded by whitespace, or has a control or non-ASCII
            character. The message names the field and never quotes the value.
    """

    __slots__ = ()

    def __init__(self, key_id: str, secret_key: str) -> None:
        key_id = as_secret(key_id)
        secret_key = as_secret(secret_key)
        self._hold(key_id, secret_key)

    @property
    def key_id(self) -> str:
        """The account's key id, which requests are signed with."""
        return self._value(0)

    @property
    def secret_key(self) -> str:
        """The account's secret key, which requests are signed with."""
        return self._value(1)


SyncCredentialsProvider: TypeAlias = Callable[[], Credentials]
"""Called without arguments when credentials are first needed, and again after a 401."""

AsyncCredentialsProvider: TypeAlias = Callable[[], Awaitable[Credentials]]
"""The same for the async client; the sync client refuses it."""

CredentialsProvider: TypeAlias = SyncCredentialsProvider | AsyncCredentialsProvider
