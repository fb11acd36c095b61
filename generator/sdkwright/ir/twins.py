"""Gives an operation that answers JSON or, by the same status, a stream a second operation for its stream."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count
from typing import Final

import attrs

from sdkwright.ir.operations import Operation, Response
from sdkwright.readings import STREAMS, reading

_SUFFIX: Final = "_stream"


def with_stream_twins(operations: Sequence[Operation]) -> Iterator[Operation]:
    """The operations, each followed by its twin that gives the stream, if it has one.

    The twin is called as the operation with `_stream` behind it, or with a number too where that name is taken.

    Args:
        operations: The operations as the document has them; the stream of an answer comes behind its JSON.
    """
    taken = {name for operation in operations for name in _names(operation)}
    for operation in operations:
        if not any(map(_stream_of, operation.successes)):
            yield operation
            continue
        yield attrs.evolve(operation, responses=tuple(map(_without_stream, operation.responses)))
        name = next(name for name in _candidates(operation) if name not in taken)
        taken.add(name)
        yield attrs.evolve(
            operation,
            name=name,
            responses=tuple(_of_stream(operation.successes, operation.errors)),
            pagination=None,
            aliases=(),
            twin_of=operation.name,
        )


def _names(operation: Operation) -> Iterator[str]:
    yield operation.name
    yield from (f"{operation.resource}.{alias.name}" for alias in operation.aliases)


def _candidates(operation: Operation) -> Iterator[str]:
    name = f"{operation.name}{_SUFFIX}"
    return chain([name], (f"{name}_{number}" for number in count(2)))


def _stream_of(response: Response) -> Response | None:
    """A success with the stream that stands behind its JSON alone; None where there is none."""
    content = next((one for one in response.contents[1:] if reading(one.media_type) in STREAMS), None)
    return None if content is None else attrs.evolve(response, contents=(content,))


def _without_stream(response: Response) -> Response:
    others = tuple(one for one in response.contents[1:] if reading(one.media_type) not in STREAMS)
    return attrs.evolve(response, contents=(*response.contents[:1], *others))


def _of_stream(successes: Iterable[Response], errors: Iterable[Response]) -> Iterator[Response]:
    streams = [stream for response in successes if (stream := _stream_of(response)) is not None]
    yield from streams
    # What stands for any status may be both.
    yield from (error for error in errors if error.status not in {stream.status for stream in streams})
