"""What an event knows while a function handles it: whether it comes late, and the jobs that go with its effect."""

import contextvars
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final

import attrs
import msgspec

from ..errors import ConfigurationError

__all__ = ["HandledEvent", "Handling", "handling"]


@attrs.define
class Handling:
    """One call of a function.

    Attributes:
        key: What names the delivery.
        function: The function's name in the store.
        late: Whether an event that comes after this one was handled before it.
        jobs: The jobs it has given, as id, name and payload; None where there is no transaction to write them in.
    """

    key: str
    function: str
    late: bool = False
    jobs: list[tuple[str, str, str]] | None = None


_CURRENT: Final[contextvars.ContextVar[Handling | None]] = contextvars.ContextVar("handling", default=None)


@contextmanager
def handling(current: Handling) -> Iterator[None]:
    """Let events know how they are handled, until the context ends.

    Args:
        current: The call.
    """
    token = _CURRENT.set(current)
    try:
        yield
    finally:
        # A delivery that its event loop left behind is ended in another context, which knows nothing of it.
        with suppress(ValueError):
            _CURRENT.reset(token)


class HandledEvent:
    """What every event has besides what the delivery says."""

    __slots__ = ()

    @property
    def late(self) -> bool:
        """Whether one that comes after it in its order was handled before: see `order_by` of a handler."""
        current = _CURRENT.get()
        return current is not None and current.late

    def enqueue(self, name: str, payload: Any = None) -> str:
        """Leave a job that is written in the transaction of the function's effect, and handed on by the relay.

        Args:
            name: What the job is, such as a task's name.
            payload: What it needs, as JSON has it.

        Returns:
            The job's id, the same each time that this function leaves its first, second, ... job for this event.

        Raises:
            ConfigurationError: No function is handling an event in a transaction here, the name is none, or the payload
                cannot be written as JSON.
        """
        current = _CURRENT.get()
        if current is None or current.jobs is None:
            raise ConfigurationError(
                "event.enqueue() works while a function handles the event by handle(..., transaction=) or "
                "handle(..., connection=): the job is written in that transaction."
            )
        if not isinstance(name, str) or not name.strip() or len(name) > 255:  # noqa: PLR2004 # pyright: ignore[reportUnnecessaryIsInstance]
            raise ConfigurationError("event.enqueue() takes the job's name, a text of at most 255 characters.")
        try:
            text = msgspec.json.encode(payload).decode()
        except (TypeError, ValueError, msgspec.MsgspecError) as error:
            problem = f"The payload of {name!r} cannot be written as JSON: {error}."
        else:
            named = "\0".join((current.key, current.function, str(len(current.jobs))))
            job = hashlib.sha256(named.encode(errors="surrogatepass")).hexdigest()[:32]
            current.jobs.append((job, name, text))
            return job
        raise ConfigurationError(problem)
