"""What a claim, a mark and a release do, written once: each says its statements to what executes them."""

from collections.abc import Callable, Generator
from typing import Any, Final, TypeAlias, TypeVar

import attrs

from ..stores.base import Refusal, new_token
from .faults import is_locked
from .statements import MARIADB, POSTGRESQL, Result, Statements, stored

__all__ = ["Keeper", "Steps", "drive", "purge"]

_T = TypeVar("_T")
Parameters: TypeAlias = dict[str, Any]
# Says a statement with its parameters, and gets what it gave.
Steps: TypeAlias = Generator[tuple[str, Parameters], Result, _T]


@attrs.frozen
class Keeper:
    """Keeps claims and marks.

    Attributes:
        statements: The statements of the database.
        lease: Seconds for which a claim holds.
        retention: Seconds for which a mark is kept.
    """

    statements: Statements
    lease: float
    retention: float

    def claim(self, key: str, *, in_transaction: bool = False) -> Steps[str | Refusal]:
        """Say how to take a key.

        Args:
            key: What names the delivery.
            in_transaction: Whether the transaction goes on, so that what it locks stays locked.
        """
        kept, token, of_mariadb = stored(key), new_token(), self.statements.database == MARIADB
        if of_mariadb and in_transaction and (rows := (yield self.statements.is_mark, {"key": kept}).rows):
            return _refusal(rows)
        terms = {"key": kept, "token": token, "lease": float(self.lease)}
        if self.statements.database == POSTGRESQL:
            terms["lock"] = self.statements.lock(kept)
        try:
            result = yield self.statements.claim, terms
        except Exception as error:
            if not is_locked(error):
                raise
            if of_mariadb and in_transaction and not (yield "SELECT @@in_transaction", {}).rows[0][0]:
                # innodb_rollback_on_timeout: what the owner did before is gone, and it has to know.
                raise
            return Refusal.IN_PROGRESS
        if of_mariadb:
            (held,) = result.rows[0]
            return token if held == token else Refusal.DONE if held is None else Refusal.IN_PROGRESS
        if result.count == 1:
            return token
        return _refusal((yield self.statements.is_mark, {"key": kept}).rows)

    def done(self, key: str, token: str) -> Steps[bool]:
        """Say how to mark a delivery as handled.

        Args:
            key: What was claimed.
            token: What the claim gave.
        """
        terms = {"key": stored(key), "retention": float(self.retention)}
        if (yield self.statements.mark, {**terms, "token": token}).count == 1:
            return True
        # The lease ran out, and what came after it has been given back.
        return (yield self.statements.mark_absent, terms).count == 1

    def release(self, key: str, token: str) -> Steps[bool]:
        """Say how to give a delivery back.

        Args:
            key: What was claimed.
            token: What the claim gave.
        """
        return (yield self.statements.release, {"key": stored(key), "token": token}).count == 1


def drive(steps: Steps[_T], execute: Callable[[str, Parameters], Result]) -> _T:
    """Return what steps come to.

    Args:
        steps: The steps.
        execute: Executes a statement.
    """
    send: Callable[[Any], tuple[str, Parameters]] = steps.send
    given: Any = None
    while True:
        try:
            statement, parameters = send(given)
        except StopIteration as end:
            value: _T = end.value
            return value
        try:
            send, given = steps.send, execute(statement, parameters)
        except Exception as error:  # noqa: BLE001 - the steps raise again what is not their own
            send, given = steps.throw, error


def _refusal(rows: list[tuple[Any, ...]]) -> Refusal:
    return Refusal.DONE if rows and rows[0][0] else Refusal.IN_PROGRESS


_PURGED: Final = (("deliveries", "delivery"), ("failures", "delivery"), ("waiting", "delivery"), ("lines", "line"))


def purge(statements: Statements, batch: int) -> Steps[int]:
    """Say how to delete a batch of what has ended, of each table.

    Args:
        statements: The statements of the database.
        batch: Rows of a table.
    """
    count = 0
    for table, key in _PURGED:
        count += (yield statements.purge(table, key), {"batch": batch}).count
    return count
