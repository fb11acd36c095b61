"""A document that was written for other generators gives its names, and says what is repeated."""

import pytest

from sdkwright import pipeline
from tests.apis.calling import KINDS, answered

NAME = "ferry_line"


@pytest.fixture(scope="module")
def made(make):
    return make(NAME)


def test_the_names_are_those_of_the_extensions_and_the_table_comes_first(made):
    assert {operation.key: operation.name for operation in made.api.operations} == {
        "GET /boats": "boats.list",
        "GET /sailings": "timetable.sailings.list",
        "GET /sailings/{id}": "timetable.sailings.get",
        # `sailings` is the resource below.
        "GET /timetable": "timetable.read_sailings",
        "GET /status": "service.health",
        "POST /sailings": "timetable.sailings.add_extra",
        "POST /sailings/{id}/cancel": "timetable.sailings.cancel",
    }


def test_what_is_read_as_less_is_told(made):
    told = pipeline.normalised(made.project)[1].ledger.told
    assert {where: what.partition(",")[0] for where, what in told.items() if "x-" in where} == {
        "GET /boats x-speakeasy-group": "not read",
        "GET /boats x-speakeasy-name-override": "not read",
        "POST /sailings/{id}/cancel x-speakeasy-retries": "read as a POST that may be repeated",
        "x-speakeasy-name-override 2": "not read",
        "x-speakeasy-retries": "its backoff is left to `retry=` of the client; not repeated after 4XX",
    }


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("use", "attempts"),
    [
        (lambda client: client.timetable.sailings.get(1), 2),
        (lambda client: client.timetable.sailings.cancel(1), 2),
        (lambda client: client.timetable.sailings.add_extra(id=1), 1),
        (lambda client: client.boats.list().page(), 1),
    ],
)
def test_calls_are_repeated_as_the_document_says(made, kind, use, attempts):
    sent = []

    def answer(request):
        sent.append(request)
        return 503, {}

    retry = made.package.RetryPolicy(first_delay=0.0, max_delay=0.0)
    with pytest.raises(made.package.InternalServerError) as caught:
        answered(made, use, answer, kind=kind, max_retries=1, retry=retry)
    assert (len(sent), caught.value.attempts) == (attempts, attempts)
