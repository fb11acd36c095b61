"""Calls an operation with a client of either kind, as a caller would."""

import asyncio
import json
from decimal import Decimal

from tests.apis.answers import Answers

KINDS = ("sync", "async")


def call(made, run, *, kind, **arguments):
    """What a call gives; the items of all pages, or of a stream, as a list.

    Args:
        made: The package.
        run: What a caller writes, of a client.
        kind: `sync` or `async`.
        arguments: The client's.
    """
    return asyncio.run(_awaited(made, run, arguments)) if kind == "async" else _waited(made, run, arguments)


def answered(made, run, answer, *, kind, **arguments):
    """What a call gives when its requests are answered by a function, and the requests."""
    answers = Answers(made, answer)
    value = call(made, run, kind=kind, transport=answers.of_kind(asynchronous=kind == "async"), **arguments)
    return value, answers.sent


def _waited(made, run, arguments):
    with made.client(**arguments) as client:
        found = run(client)
        return [*found] if is_items(made, found) else found


async def _awaited(made, run, arguments):
    async with made.client(asynchronous=True, **arguments) as client:
        found = run(client)
        return [item async for item in found] if is_items(made, found) else await found


def is_items(made, found):
    """Whether a call gave a pager or a stream."""
    pagers, streams = made.package.Pager | made.package.AsyncPager, {"Stream", "AsyncStream"}
    # Only a package with streams has their classes.
    return isinstance(found, pagers) or (type(found).__name__ in streams and made.module("streaming") is not None)


def text(document):
    """JSON with its decimals as numbers."""
    marked = json.dumps(document, default=lambda number: f"{{{number}}}")
    return marked.replace('"{', "").replace('}"', "").encode()


def plain(content):
    """The values of JSON, its fractions as decimals."""
    return json.loads(content, parse_float=Decimal)
