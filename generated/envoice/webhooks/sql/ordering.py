"""The events of one line, such as those of one invoice: which of them waits, and how far the line has come."""

from base64 import b64decode, b64encode
from typing import Any

import attrs
import msgspec

from .parking import FOREVER
from .statements import MARIADB, POSTGRESQL, Statements, stored
from .steps import Steps

__all__ = ["Waiting", "place_of"]

_DIGITS = 20
_MAX_PLACE = 64


@attrs.frozen
class Waiting:
    """An event that waits for its turn.

    Attributes:
        key: What names it.
        place: Where it stands.
        body: Its delivery.
        headers: The headers of that.
    """

    key: str
    place: str
    body: bytes
    headers: dict[str, str]


def place_of(id: object) -> str | None:
    """Return an event's place in its line: a text that sorts as the ids do; None where it has no id.

    Args:
        id: The event's id: a number, or a text that sorts.
    """
    if isinstance(id, int) and not isinstance(id, bool) and id > 0:
        return f"{id:0{_DIGITS}d}"
    return id if isinstance(id, str) and 0 < len(id) <= _MAX_PLACE and stored(id) == id else None


def line_key(line: str) -> str:
    """Return what locks a line.

    Args:
        line: The line.
    """
    return f"line/{stored(line)}"


def _compared(known: Statements) -> str:
    # As bytes, whatever language the database sorts in.
    return 'place COLLATE "C"' if known.database == POSTGRESQL else "place"


def register(known: Statements, line: str, waiting: Waiting, retention: float) -> Steps[None]:
    """Say how to let an event wait; one that does already stays.

    Args:
        known: The statements of the database.
        line: The line.
        waiting: The event.
        retention: Seconds for which it is kept when nothing more comes of it.
    """
    rows = (
        f"{known.table('waiting')} (delivery, line, place, body, headers, until)"
        f" VALUES (:key, :line, :place, :body, :headers, {known.now} + :retention)"
    )
    is_mariadb = known.database == MARIADB
    text = f"INSERT IGNORE INTO {rows}" if is_mariadb else f"INSERT INTO {rows} ON CONFLICT (delivery) DO NOTHING"
    named = msgspec.json.encode([waiting.key, waiting.headers]).decode()
    yield (
        text,
        {
            "key": stored(waiting.key),
            "line": stored(line),
            "place": waiting.place,
            "body": b64encode(waiting.body).decode(),
            "headers": named,
            "retention": float(retention),
        },
    )


def lowest(known: Statements, line: str, place: str) -> Steps[Waiting | None]:
    """Say how to read who is first in a line, up to a place.

    Args:
        known: The statements of the database.
        line: The line.
        place: The last place that is looked at.
    """
    text = (
        f"SELECT place, body, headers FROM {known.table('waiting')} WHERE line = :line"
        f" AND {_compared(known)} <= :place ORDER BY {_compared(known)}, delivery LIMIT 1"
    )
    rows = (yield text, {"line": stored(line), "place": place}).rows
    return _waiting(rows[0]) if rows else None


def _waiting(row: tuple[Any, ...]) -> Waiting:
    place, body, headers = row
    key, named = msgspec.json.decode(headers, type=tuple[str, dict[str, str]])
    return Waiting(key, place, b64decode(body), named)


def is_late(known: Statements, line: str, place: str) -> Steps[bool]:
    """Say how to find whether one that comes after a place was handled before.

    Args:
        known: The statements of the database.
        line: The line.
        place: The place.
    """
    text = f"SELECT 1 FROM {known.table('lines')} WHERE line = :line AND {_compared(known)} > :place"
    return bool((yield text, {"line": stored(line), "place": place}).rows)


def leave(known: Statements, key: str) -> Steps[bool]:
    """Say how to take an event out of its line.

    Args:
        known: The statements of the database.
        key: What names it.
    """
    text = f"DELETE FROM {known.table('waiting')} WHERE delivery = :key"
    return (yield text, {"key": stored(key)}).count == 1


def stay(known: Statements, key: str) -> Steps[None]:
    """Say how to let an event that is parked block its line until a person has seen to it.

    Args:
        known: The statements of the database.
        key: What names it.
    """
    text = f"UPDATE {known.table('waiting')} SET until = :until WHERE delivery = :key"
    yield text, {"key": stored(key), "until": FOREVER}


def passed(known: Statements, line: str, place: str, retention: float) -> Steps[None]:
    """Say how to note how far a line has come.

    Args:
        known: The statements of the database.
        line: The line.
        place: The place that was handled.
        retention: Seconds for which that is known.
    """
    table = known.table("lines")
    into = f"INSERT INTO {table} (line, place, until) VALUES (:line, :place, {known.now} + :retention)"
    if known.database == MARIADB:
        again = " ON DUPLICATE KEY UPDATE place = GREATEST(place, VALUES(place)), until = VALUES(until)"
    else:
        collated = ' COLLATE "C"' if known.database == POSTGRESQL else ""
        again = (
            f" ON CONFLICT (line) DO UPDATE SET until = excluded.until, place = CASE WHEN {table}.place{collated}"
            f" > excluded.place{collated} THEN {table}.place ELSE excluded.place END"
        )
    yield into + again, {"line": stored(line), "place": place, "retention": float(retention)}
