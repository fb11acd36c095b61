# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/ferry_line; CONTRIBUTING.md says how to change what is generated.
"""What an account's requests are signed with: checked once, redacted in every text, and renewed by a provider."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from ._security.api_keys import ApiKeys

__all__ = [
    "AsyncCredentialsProvider",
    "Credentials",
    "CredentialsProvider",
    "SyncCredentialsProvider",
]


class Credentials(ApiKeys):
    """What one account's requests are signed with. No value appears in a repr, an error or a pickle.

    A property gives its value to whoever asks for it by name: a text whose own repr is `<hidden>`, and which is itself
    when it is formatted, written or sent.
    """

    __slots__ = ()

    def __init__(self) -> None:
        self._hold()


SyncCredentialsProvider: TypeAlias = Callable[[], Credentials]
"""Called without arguments when credentials are first needed, and again after a 401."""

AsyncCredentialsProvider: TypeAlias = Callable[[], Awaitable[Credentials]]
"""The same for the async client; the sync client refuses it."""

CredentialsProvider: TypeAlias = SyncCredentialsProvider | AsyncCredentialsProvider
