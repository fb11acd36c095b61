"""How a handler takes `connection=`, `transaction=`, `order_by=` and the retry of a parked event."""

from collections.abc import Callable
from typing import Any

from ..errors import ConfigurationError
from .endpoint import Outcome
from .flow import Flow, How, Received, Receiver

__all__ = ["TransactionalReceiver"]


class TransactionalReceiver(Receiver):
    """A `Receiver` that handles deliveries in transactions too. What that needs is imported by the first of them."""

    def _how(self, connection: Any, transaction: Any) -> How | None:
        """How a delivery is handled.

        Raises:
            ConfigurationError: It cannot be handled that way.
        """
        if self.order_by is not None and transaction is None:
            raise ConfigurationError("A handler with order_by= handles deliveries by handle(..., transaction=) only.")
        if connection is None and transaction is None:
            return None
        if connection is not None and transaction is not None:
            raise ConfigurationError("handle() takes connection= or transaction=, not both.")
        if self._enqueue is not None:
            raise ConfigurationError(
                "A handler with enqueue= hands events on and writes nothing itself: event.enqueue() leaves a job."
            )
        if connection is not None:
            from .transactions import check_store  # most callers have no transaction

            check_store(self.store)
            return How(connection)
        return How(begin=self.beginning(transaction))

    def check(self, transaction: Any) -> None:
        """Refuse what deliveries cannot be handled in, before one comes: for an endpoint.

        Args:
            transaction: What the endpoint was given.

        Raises:
            ConfigurationError: It begins no transaction, or the handler needs one.
        """
        self._how(None, transaction)

    def _retrying(self, key: str, parked: Any, transaction: Any) -> How:
        """How a parked event is handled again."""
        if not parked:
            raise ConfigurationError(f"No event {key!r} is parked.")
        if transaction is None:
            return How(retrying=True)
        return How(begin=self.beginning(transaction), retrying=True)

    def _check_retry(self) -> Any:
        store: Any = self.store
        if getattr(store, "database", None) is None:
            raise ConfigurationError("Events are parked by a SQLStore or AsyncSQLStore with an engine only.")
        return store

    def beginning(self, transaction: Any) -> Callable[[], Any]:
        """Return what begins a transaction.

        Args:
            transaction: What the caller gave.

        Raises:
            ConfigurationError: It begins none.
        """
        from .transactions import beginning  # most callers have no transaction

        return beginning(transaction, self.store, is_async=self.is_async)

    def _in_transaction(self, received: Received, how: How) -> Flow[Outcome]:
        from . import transactions  # most callers have none

        if how.begin is None:
            return (yield from transactions.within(self, received, how.connection))
        if self.order_by is not None:
            from .ordering import ordered
            from .sql.ordering import place_of

            try:
                line = self.order_by(received.event)
            except Exception as error:  # noqa: BLE001 - whatever the caller's function raises
                return (yield from self.failed(received, error))
            place = place_of(getattr(received.event, "id", None))
            if line is not None and place is not None:
                where = (str(line), place)
                return (yield from ordered(self, received, how.begin, where, retrying=how.retrying))
        return (yield from transactions.owned(self, received, how.begin, retrying=how.retrying))
