# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/record_archive; CONTRIBUTING.md says how to change what is generated.
"""What an account's requests are signed with: checked once, redacted in every text, and renewed by a provider."""

from collections.abc import Awaitable, Callable
from typing import Final, TypeAlias

from ._redaction.values import as_secret
from ._security.api_keys import ApiKeys

__all__ = [
    "KEY_PARAMETER",
    "KEY_VARIABLE",
    "AsyncCredentialsProvider",
    "Credentials",
    "CredentialsProvider",
    "SyncCredentialsProvider",
]

KEY_PARAMETER: Final = "key"
KEY_VARIABLE: Final = "RECORD_ARCHIVE_API_KEY"


class Credentials(ApiKeys):
    """What one account's requests are signed with. No value appears in a repr, an error or a pickle.

    A property gives its value to whoever asks for it by name: a text whose own repr is `<hidden>`, and which is itself
    when it is formatted, written or sent.

    Args:
        api_key: The account's key, sent in the query as `key`.

    Raises:
        ConfigurationError: A value is not a str, is empty, is surrounded by whitespace, or has a control or non-ASCII
            character. The message names the field and never quotes the value.
    """

    __slots__ = ()

    def __init__(self, api_key: str) -> None:
        api_key = as_secret(api_key)
        self._hold(api_key)

    @property
    def api_key(self) -> str:
        """The account's key."""
        return self._value(0)


SyncCredentialsProvider: TypeAlias = Callable[[], Credentials]
"""Called without arguments when credentials are first needed, and again after a 401."""

AsyncCredentialsProvider: TypeAlias = Callable[[], Awaitable[Credentials]]
"""The same for the async client; the sync client refuses it."""

CredentialsProvider: TypeAlias = SyncCredentialsProvider | AsyncCredentialsProvider
