"""What failed: how often and why, and what is parked for a person after so many attempts."""

from base64 import b64decode, b64encode
from datetime import UTC, datetime
from typing import Any, Final

import attrs
import msgspec

from ...errors import ConfigurationError
from .statements import MARIADB, Statements, stored
from .steps import Steps

__all__ = ["Failure", "Parked"]

FOREVER: Final = 1e12
"""Seconds for which a parked event is kept: until someone retries or drops it."""

MAX_LISTED: Final = 1000


@attrs.frozen
class Failure:
    """How an event stands whose functions have failed.

    Attributes:
        attempts: How often it was tried.
        parked: Whether it waits for a person.
        newly: Whether this failure parked it.
    """

    attempts: int
    parked: bool
    newly: bool = False


@attrs.frozen
class Parked:
    """An event that failed so often that it waits for a person. The repr shows nothing of its body.

    Attributes:
        key: What names it, for `retry` and `drop`.
        attempts: How often it was tried.
        error: The last error, without secrets and without what the delivery held.
        since: When it was parked.
    """

    key: str
    attempts: int
    error: str
    since: datetime
    body: bytes = attrs.field(repr=False)
    headers: dict[str, str] = attrs.field(repr=False)


def failed(
    known: Statements, key: str, error: str, limit: int | None, delivery: tuple[bytes, dict[str, str]], retention: float
) -> Steps[Failure]:
    """Say how to count a failure, and to park the event when it is the last that is allowed.

    Args:
        known: The statements of the database.
        key: What names the delivery.
        error: The failure, fit for a log.
        limit: Attempts after which it is parked; None for never.
        delivery: The body and the headers, kept when it is parked.
        retention: Seconds for which a count is kept.
    """
    kept, table = stored(key), known.table("failures")
    into = f"INSERT INTO {table} (delivery, attempts, error, until)"
    values = f" VALUES (:key, 1, :error, {known.now} + :retention)"
    again = (
        " ON DUPLICATE KEY UPDATE attempts = attempts + 1, error = VALUES(error),"
        " until = GREATEST(until, VALUES(until))"
        if known.database == MARIADB
        else f" ON CONFLICT (delivery) DO UPDATE SET attempts = {table}.attempts + 1, error = excluded.error,"
        f" until = CASE WHEN {table}.until > excluded.until THEN {table}.until ELSE excluded.until END"
    )
    yield into + values + again, {"key": kept, "error": error.replace("\0", ""), "retention": float(retention)}
    state = yield from state_of(known, key)
    if state is None or state.parked or limit is None or state.attempts < limit:
        return state or Failure(1, parked=False)
    body, headers = delivery
    text = (
        f"UPDATE {table} SET parked = {known.now}, until = :until, body = :body, headers = :headers"
        " WHERE delivery = :key"
    )
    named = msgspec.json.encode([key, headers]).decode()
    yield text, {"key": kept, "until": FOREVER, "body": b64encode(body).decode(), "headers": named}
    return Failure(state.attempts, parked=True, newly=True)


def state_of(known: Statements, key: str) -> Steps[Failure | None]:
    """Say how to read whether an event has failed before.

    Args:
        known: The statements of the database.
        key: What names the delivery.
    """
    text = f"SELECT attempts, parked FROM {known.table('failures')} WHERE delivery = :key"
    rows = (yield text, {"key": stored(key)}).rows
    return Failure(int(rows[0][0]), parked=rows[0][1] is not None) if rows else None


def forget(known: Statements, key: str) -> Steps[bool]:
    """Say how to forget the failures of an event, parked or not.

    Args:
        known: The statements of the database.
        key: What names the delivery.
    """
    text = f"DELETE FROM {known.table('failures')} WHERE delivery = :key"
    return (yield text, {"key": stored(key)}).count == 1


def drop(known: Statements, key: str) -> Steps[bool]:
    """Say how to forget an event that is parked, and to let its line go on.

    Args:
        known: The statements of the database.
        key: What names the delivery.
    """
    text = f"DELETE FROM {known.table('failures')} WHERE delivery = :key AND parked IS NOT NULL"
    dropped = (yield text, {"key": stored(key)}).count == 1
    if dropped:
        yield f"DELETE FROM {known.table('waiting')} WHERE delivery = :key", {"key": stored(key)}
    return dropped


def parked(known: Statements, key: str | None = None) -> Steps[list[Parked]]:
    """Say how to read what is parked, the oldest first, at most a thousand.

    Args:
        known: The statements of the database.
        key: What names one of them; None for all.
    """
    one = " AND delivery = :key" if key is not None else ""
    text = (
        f"SELECT delivery, attempts, error, parked, body, headers FROM {known.table('failures')}"
        f" WHERE parked IS NOT NULL{one} ORDER BY parked, delivery LIMIT {MAX_LISTED}"
    )
    return [_parked(row) for row in (yield text, {} if key is None else {"key": stored(key)}).rows]


def _parked(row: tuple[Any, ...]) -> Parked:
    _, attempts, error, since, body, headers = row
    key, named = msgspec.json.decode(headers, type=tuple[str, dict[str, str]])
    return Parked(key, int(attempts), error, datetime.fromtimestamp(float(since), UTC), b64decode(body), named)


def check_attempts(attempts: object) -> int | None:
    """Return after how many failures an event is parked.

    Args:
        attempts: What was given.

    Raises:
        ConfigurationError: It is neither None nor a whole number from 1.
    """
    if attempts is None or (isinstance(attempts, int) and not isinstance(attempts, bool) and attempts >= 1):
        return attempts
    raise ConfigurationError(f"attempts= of a SQL store must be a whole number from 1, or None; got {attempts!r}.")
