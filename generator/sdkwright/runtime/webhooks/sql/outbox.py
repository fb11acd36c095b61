"""Jobs that are written in the transaction of an effect, and handed on after its commit, at least once."""

from typing import Final

import attrs

from ..stores.base import new_token
from .statements import MARIADB, POSTGRESQL, Statements
from .steps import Steps

__all__ = ["Job"]

MAX_ERROR: Final = 500


@attrs.frozen
class Job:
    """A job to hand on.

    Attributes:
        id: The same each time that it is handed on.
        name: What it is.
        payload: What it needs, as JSON text.
        attempts: How often it was handed on before.
    """

    id: str
    name: str
    payload: str
    attempts: int


def insert(known: Statements, job: str, name: str, payload: str) -> Steps[None]:
    """Say how to write a job; one that is there already stays.

    Args:
        known: The statements of the database.
        job: The job's id.
        name: What it is.
        payload: What it needs, as JSON text.
    """
    rows = f"{known.table('jobs')} (id, name, payload, attempts, due) VALUES (:id, :name, :payload, 0, {known.now})"
    text = (
        f"INSERT IGNORE INTO {rows}" if known.database == MARIADB else f"INSERT INTO {rows} ON CONFLICT (id) DO NOTHING"
    )
    yield text, {"id": job, "name": name, "payload": payload}


def take(known: Statements, count: int, seconds: float) -> Steps[tuple[str, list[Job]]]:
    """Say how to take jobs that are due, the longest waiting first, which nobody else gets for a while.

    Args:
        known: The statements of the database.
        count: How many to take at most.
        seconds: For how long.

    Returns:
        The token that they are taken under, and the jobs.
    """
    table, token = known.table("jobs"), new_token()
    due = f"due <= {known.now}"
    take_them = f"SET token = :token, due = {known.now} + :seconds"
    terms = {"token": token, "seconds": float(seconds), "count": count}
    if known.database == MARIADB:
        yield f"UPDATE {table} {take_them} WHERE {due} ORDER BY due LIMIT :count", terms
    else:
        skip = " FOR UPDATE SKIP LOCKED" if known.database == POSTGRESQL else ""
        chosen = f"SELECT id FROM {table} WHERE {due} ORDER BY due LIMIT :count{skip}"
        yield f"UPDATE {table} {take_them} WHERE id IN ({chosen})", terms
    text = f"SELECT id, name, payload, attempts FROM {table} WHERE token = :token ORDER BY id"
    return token, [Job(*row) for row in (yield text, {"token": token}).rows]


def handed_on(known: Statements, job: str, token: str) -> Steps[bool]:
    """Say how to forget a job that was handed on.

    Args:
        known: The statements of the database.
        job: The job's id.
        token: What it was taken under.
    """
    text = f"DELETE FROM {known.table('jobs')} WHERE id = :id AND token = :token"
    return (yield text, {"id": job, "token": token}).count == 1


def put_off(known: Statements, job: str, token: str, error: str, seconds: float) -> Steps[bool]:
    """Say how to leave a job that could not be handed on to a later time.

    Args:
        known: The statements of the database.
        job: The job's id.
        token: What it was taken under.
        error: Why, fit for a log.
        seconds: After how long it is due again.
    """
    text = (
        f"UPDATE {known.table('jobs')} SET token = NULL, attempts = attempts + 1, error = :error,"
        f" due = {known.now} + :seconds WHERE id = :id AND token = :token"
    )
    terms = {"id": job, "token": token, "error": error[:MAX_ERROR].replace("\0", ""), "seconds": float(seconds)}
    return (yield text, terms).count == 1
