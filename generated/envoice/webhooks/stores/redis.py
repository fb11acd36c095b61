"""Keeps claims and marks in Redis, for receivers on many machines. It needs the extra `redis`."""

from typing import Any, Final, cast
from urllib.parse import urlsplit

from ..._api import NAME
from ..._http.hosts import is_host
from ..._lazy import redis, redis_asyncio
from ...errors import ConfigurationError
from .base import DEFAULT_LEASE, DEFAULT_RETENTION, Refusal, check_terms, new_token

__all__ = ["DEFAULT_PREFIX", "AsyncRedisStore", "RedisStore"]

BUILDS_ON: Final = ("_api.NAME",)

DEFAULT_PREFIX: Final = f"{NAME}:webhooks:"

_TIMEOUT: Final = 5.0  # the client's own default is to wait forever

_DONE_VALUE: Final = "done"
# A step that the client sends twice, because its answer was lost, finds its own token.
_CLAIM: Final = """
local held = redis.call('GET', KEYS[1])
if held and held ~= ARGV[1] then return held end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return ARGV[1]
"""
_DONE: Final = """
local held = redis.call('GET', KEYS[1])
local marked = 'done:' .. ARGV[1]
if held and held ~= ARGV[1] and held ~= marked then return 0 end
redis.call('SET', KEYS[1], marked, 'PX', ARGV[2])
return 1
"""
_RELEASE: Final = """
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])
"""
_MISSING: Final = f"RedisStore needs the Redis client: pip install '{NAME}[redis]'."


class _Terms:
    """What both stores keep."""

    def __init__(self, *, lease: float, retention: float, prefix: str) -> None:
        self._prefix = prefix
        self._lease = self._retention = 0
        check_terms(type(self).__name__, lease=lease, retention=retention)
        self._lease = _milliseconds(lease)
        self._retention = _milliseconds(retention)

    def __repr__(self) -> str:
        name = type(self).__name__
        return f"{name}(prefix={self._prefix!r}, lease={self._lease / 1000}, retention={self._retention / 1000})"


class RedisStore(_Terms):
    """A `Store` in Redis. Each step is one script, which the server runs whole; leases and retention are expiry times.

    The server must not evict keys (`maxmemory-policy noeviction`), and a fail-over to a replica forgets what had not
    reached it: what was handled just before may then run once more.

    Args:
        client: The client, which stays the caller's to close. Deliveries of different accounts need different prefixes.
        lease: Seconds for which a claim holds; longer than the slowest handler takes.
        retention: Seconds for which a delivery is remembered as handled.
        prefix: What the keys begin with.

    Raises:
        ConfigurationError: A time is not above 0.
    """

    def __init__(
        self,
        client: "redis.Redis",
        *,
        lease: float = DEFAULT_LEASE,
        retention: float = DEFAULT_RETENTION,
        prefix: str = DEFAULT_PREFIX,
    ) -> None:
        super().__init__(lease=lease, retention=retention, prefix=prefix)
        self._client = client

    @classmethod
    def from_url(
        cls,
        url: str,
        *,
        lease: float = DEFAULT_LEASE,
        retention: float = DEFAULT_RETENTION,
        prefix: str = DEFAULT_PREFIX,
    ) -> "RedisStore":
        """Make a store with a client of its own.

        Args:
            url: Where the server is, such as `redis://localhost:6379/0`. The client waits five seconds for an
                answer; the URL may say otherwise, `?socket_timeout=2`.
            lease: As for the class.
            retention: As for the class.
            prefix: As for the class.

        Raises:
            ConfigurationError: The URL names a host that cannot be looked up.
            ImportError: The Redis client is not installed.
        """
        try:
            from redis import Redis  # an extra
        except ImportError:
            raise ImportError(_MISSING) from None
        client = cast("Any", Redis).from_url(_checked(url), socket_timeout=_TIMEOUT)
        return cls(client, lease=lease, retention=retention, prefix=prefix)

    def claim(self, key: str) -> str | Refusal:
        """Ask to handle a delivery; see `Store.claim`.

        Args:
            key: What names the delivery.

        Returns:
            A token, or why another's claim stands in the way.
        """
        token = new_token()
        return _claimed(token, self._client.eval(_CLAIM, 1, self._prefix + key, token, self._lease))

    def done(self, key: str, token: str) -> bool:
        """Mark a delivery as handled; see `Store.done`.

        Args:
            key: What `claim` was asked for.
            token: What it gave.

        Returns:
            Whether it is marked by this call.
        """
        return bool(self._client.eval(_DONE, 1, self._prefix + key, token, self._retention))

    def release(self, key: str, token: str) -> bool:
        """Give a delivery back; see `Store.release`.

        Args:
            key: What `claim` was asked for.
            token: What it gave.

        Returns:
            Whether the claim was still this one.
        """
        return bool(self._client.eval(_RELEASE, 1, self._prefix + key, token))


class AsyncRedisStore(_Terms):
    """`RedisStore` on redis-py's async client, with methods to await. Both understand each other's keys.

    Args:
        client: The client, which stays the caller's to close.
        lease: Seconds for which a claim holds; longer than the slowest handler takes.
        retention: Seconds for which a delivery is remembered as handled.
        prefix: What the keys begin with.

    Raises:
        ConfigurationError: A time is not above 0.
    """

    def __init__(
        self,
        client: "redis_asyncio.Redis",
        *,
        lease: float = DEFAULT_LEASE,
        retention: float = DEFAULT_RETENTION,
        prefix: str = DEFAULT_PREFIX,
    ) -> None:
        super().__init__(lease=lease, retention=retention, prefix=prefix)
        self._client = client

    @classmethod
    def from_url(
        cls,
        url: str,
        *,
        lease: float = DEFAULT_LEASE,
        retention: float = DEFAULT_RETENTION,
        prefix: str = DEFAULT_PREFIX,
    ) -> "AsyncRedisStore":
        """Make a store with a client of its own.

        Args:
            url: Where the server is, such as `redis://localhost:6379/0`. The client waits five seconds for an
                answer; the URL may say otherwise, `?socket_timeout=2`.
            lease: As for the class.
            retention: As for the class.
            prefix: As for the class.

        Raises:
            ConfigurationError: The URL names a host that cannot be looked up.
            ImportError: The Redis client is not installed.
        """
        try:
            from redis.asyncio import Redis  # an extra
        except ImportError:
            raise ImportError(_MISSING) from None
        client = cast("Any", Redis).from_url(_checked(url), socket_timeout=_TIMEOUT)
        return cls(client, lease=lease, retention=retention, prefix=prefix)

    async def claim(self, key: str) -> str | Refusal:
        """Ask to handle a delivery; see `Store.claim`.

        Args:
            key: What names the delivery.

        Returns:
            A token, or why another's claim stands in the way.
        """
        token = new_token()
        return _claimed(token, await self._client.eval(_CLAIM, 1, self._prefix + key, token, self._lease))

    async def done(self, key: str, token: str) -> bool:
        """Mark a delivery as handled; see `Store.done`.

        Args:
            key: What `claim` was asked for.
            token: What it gave.

        Returns:
            Whether it is marked by this call.
        """
        return bool(await self._client.eval(_DONE, 1, self._prefix + key, token, self._retention))

    async def release(self, key: str, token: str) -> bool:
        """Give a delivery back; see `Store.release`.

        Args:
            key: What `claim` was asked for.
            token: What it gave.

        Returns:
            Whether the claim was still this one.
        """
        return bool(await self._client.eval(_RELEASE, 1, self._prefix + key, token))


def _checked(url: str) -> str:
    """Return the URL; the client would raise Python's error for such a host, at the first delivery."""
    host = urlsplit(url).hostname
    if host is not None and not is_host(host):
        raise ConfigurationError(
            "The url has a host that is no host name; pass one such as 'redis://localhost:6379/0'."
        )
    return url


def _milliseconds(seconds: float) -> int:
    return max(1, round(seconds * 1000))


def _claimed(token: str, answer: bytes | str) -> str | Refusal:
    """Read the script's answer; a client set to decode gives text where others give bytes."""
    held = answer.decode() if isinstance(answer, bytes) else answer
    if held == token:
        return token
    return Refusal.DONE if held.startswith(_DONE_VALUE) else Refusal.IN_PROGRESS
