"""Fixtures for the tests that call operations: a caller of each kind for the whole run, and the record of outcomes."""

import pytest

from generator.stubs.journal import unmatched
from tests.contract.calls import CALLERS
from tests.contract.judge import judge


class Record:
    """Notes each outcome that went as it should, for the table of the report."""

    def __init__(self, server, properties):
        self._server = server
        self._properties = properties

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


def journal_problems(journal, offer, expected):
    """What is wrong with the requests of one operation: their number, place and stubs, and what the judge says."""
    yield from unmatched(journal)
    if len(journal) != expected:
        yield f"{len(journal)} requests were sent, not {expected}"
    for received in journal:
        if (received.method, received.path) != (offer.method, offer.path):
            yield f"{received.method} {received.path} was asked"
        edge = received.headers.get("x-stub")
        if received.stub is not None and edge is None and received.stub != offer.operation:
            yield f"{received.stub} answered"
        for complaint in judge().request(received):
            yield f"the judge of requests: {complaint}"
