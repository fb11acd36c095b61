"""Fixtures for the tests that call operations: a caller of each kind for the whole run, and the record of outcomes."""

import json
import time
from decimal import Decimal

import pytest

from sdkwright.stubs.journal import unmatched
from tests.contract.calls import CALLERS
from tests.contract.judge import judge


class Record:
    """Notes each outcome that went as it should, for the table of the report."""

    def __init__(self, server, properties):
        self._server = server
        self._properties = properties

    def problems(self, journal, offer, expected, sending=None):
        """What is wrong with some requests, which are judged and counted."""
        self._properties.append(("judged", len(journal)))
        return list(journal_problems(journal, offer, expected, sending))

    def note(self, operation, mode, outcome, count=1):
        self._properties.append(("contract", [self._server, operation, mode, outcome, count]))


@pytest.fixture(scope="session")
def callers(serving):
    made = {mode: caller(serving.base_url) for mode, caller in CALLERS.items()}
    yield made
    for caller in made.values():
        caller.close()


@pytest.fixture
def record(request, serving):
    return Record(
        {"StubServer": "embedded", "WireMock": "wiremock"}[type(serving).__name__], request.node.user_properties
    )


def whole_journal(server, count, seconds=120):
    """The journal once it has so many requests: a busy WireMock notes one after the client has given it up."""
    deadline = time.monotonic() + seconds
    while len(journal := server.journal) < count and time.monotonic() < deadline:
        time.sleep(0.1)
    return journal


def journal_problems(journal, offer, expected, sending=None):
    """What is wrong with the requests of one operation: number, place, content, stubs, and what the judge says.

    Args:
        journal: What was received.
        offer: The operation.
        expected: How many requests.
        sending: What each has to send; None for what is not the same in each.
    """
    yield from unmatched(journal)
    if len(journal) != expected:
        yield f"{len(journal)} requests were sent, not {expected}"
    for received in journal:
        if (received.method, received.path) != (offer.method, offer.path):
            yield f"{received.method} {received.path} was asked"
        edge = received.headers.get("x-stub")
        if received.stub is not None and edge is None and received.stub != offer.operation:
            yield f"{received.stub} answered"
        if sending is not None:
            yield from _content_problems(received, sending)
        for complaint in judge().request(received):
            yield f"the judge of requests: {complaint}"


def _content_problems(received, sending):
    if tuple(sorted(received.query)) != sending.query:
        yield f"the query {received.query} was sent, not {sending.query}"
    body = json.loads(received.body, parse_float=Decimal) if received.body else None
    if _exact(body) != _exact(sending.body):
        yield f"the body {received.body!r} was sent, not {sending.body!r}"


def _exact(value):
    """A JSON value as a text that tells 100.10 from 100.1."""
    return json.dumps(value, default=str, sort_keys=True)
