"""Hands jobs of the outbox to queues. A payload that is an object becomes keyword arguments, a list positional ones.

Each queue gets the job's id, which is the same when the relay hands it on again: a task whose effect must not happen
twice remembers that.
"""

import inspect
import pkgutil
from collections.abc import Callable
from typing import Any, Final

import msgspec

from ..errors import ConfigurationError
from .sql.outbox import Job

__all__ = ["QUEUES", "sender_of", "to_celery", "to_dramatiq", "to_procrastinate", "to_rq"]


def arguments(job: Job) -> tuple[list[Any], dict[str, Any]]:
    """Return what a task is called with.

    Args:
        job: The job.
    """
    payload: Any = msgspec.json.decode(job.payload)
    if payload is None:
        return [], {}
    if isinstance(payload, dict):
        return [], {str(name): value for name, value in payload.items()}  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    return (payload if isinstance(payload, list) else [payload]), {}  # pyright: ignore[reportUnknownVariableType]


def _is_there_already(error: Exception) -> bool:
    """Return whether the queue holds the job: a relay died before it could note that it had handed it on."""
    return type(error).__name__ in {"AlreadyEnqueued", "DuplicateJobError"}


def to_celery(app: Any) -> Callable[[Job], None]:
    """Return what sends jobs to Celery, by the names of its tasks, with the job's id as the task's.

    Args:
        app: The application of Celery.
    """

    def send(job: Job) -> None:
        positional, named = arguments(job)
        app.send_task(job.name, args=positional, kwargs=named, task_id=job.id)

    return send


def to_dramatiq(broker: Any) -> Callable[[Job], None]:
    """Return what sends jobs to Dramatiq, by the names of its actors, with the job's id as the message's.

    Args:
        broker: The broker of Dramatiq, which knows the actors.
    """

    def send(job: Job) -> None:
        positional, named = arguments(job)
        message = broker.get_actor(job.name).message_with_options(args=positional, kwargs=named)
        broker.enqueue(message.copy(message_id=job.id))

    return send


def to_rq(queue: Any) -> Callable[[Job], None]:
    """Return what sends jobs to RQ, by the names of its functions, with the job's id as RQ's.

    Args:
        queue: The queue of RQ.
    """
    # Older ones put a job that is handed on again into the queue once more.
    once = {"unique": True} if "unique" in inspect.signature(queue.enqueue_call).parameters else {}

    def send(job: Job) -> None:
        positional, named = arguments(job)
        try:
            queue.enqueue_call(job.name, args=positional, kwargs=named, job_id=job.id, **once)
        except Exception as error:
            if not _is_there_already(error):
                raise

    return send


def to_procrastinate(app: Any) -> Callable[[Job], None]:
    """Return what sends jobs to Procrastinate, by the names of its tasks, with the job's id as the queueing lock.

    Args:
        app: The application of Procrastinate, opened.
    """

    def send(job: Job) -> None:
        positional, named = arguments(job)
        if positional:
            raise ConfigurationError(f"{job.name}: Procrastinate takes a payload that is an object, or none.")
        try:
            app.configure_task(job.name, queueing_lock=job.id).defer(**named)
        except Exception as error:
            if not _is_there_already(error):
                raise

    return send


QUEUES: Final[dict[str, Callable[[Any], Callable[[Job], object]]]] = {
    "celery": to_celery,
    "dramatiq": to_dramatiq,
    "rq": to_rq,
    "procrastinate": to_procrastinate,
}


def sender_of(queue: str, name: str) -> Callable[[Job], object]:
    """Return what sends jobs, for a command.

    Args:
        queue: One of `QUEUES`, or `call` for a function that takes a job.
        name: Where the application, broker, queue or function is, as `module:name`.

    Raises:
        ConfigurationError: It cannot be loaded.
    """
    found = loaded(name)
    if queue == "call":
        if not callable(found):
            raise ConfigurationError(f"{name} is no function that takes a job.")
        return found  # type: ignore[no-any-return]
    return QUEUES[queue](found)


def loaded(name: str) -> Any:
    """Return what a command names.

    Args:
        name: Where it is, as `module:name`.

    Raises:
        ConfigurationError: It cannot be loaded.
    """
    try:
        return pkgutil.resolve_name(name)
    except Exception as error:  # noqa: BLE001 - the module may raise whatever it likes
        problem = f"{name} cannot be loaded ({type(error).__name__}): name it as module:name."
    raise ConfigurationError(problem)
