import json
from collections import Counter

import pytest

from sdkwright import pipeline
from sdkwright.project import Project
from sdkwright.stubs import build_mappings, render
from sdkwright.stubs.edges import HEADER, generic_edges
from sdkwright.stubs.mappings import build_edges
from sdkwright.stubs.server import StubServer
from tests.contract.differential import own
from tests.generator.stubs import sample

SIGNED = (
    ("Accept", "application/json"),
    ("x-auth-key", "k"),
    ("x-auth-secret", "s"),
    ("Content-Type", "application/json"),
)
PROJECT = Project.find(__file__)
API = pipeline.api_in_place(PROJECT)
GENERIC = sorted({name for name, _ in generic_edges(PROJECT)})


@pytest.fixture(scope="module")
def server():
    return StubServer(
        [mapping for mappings in build_edges(sample.api(), project=PROJECT).values() for mapping in mappings]
        + build_mappings(sample.api(), project=PROJECT)
    )


@pytest.fixture
def fresh(server):
    server.reset()
    return server


def ask(server, edge, url="/api/invoice/details?id=1", method="GET"):
    return server.respond(method, url, [*SIGNED, (HEADER, edge)], b"{}")


def body(answer):
    return json.loads(answer.body)


def test_every_edge_of_all_is_there_for_every_real_operation():
    real = StubServer([mapping for mappings in build_edges(API, project=PROJECT).values() for mapping in mappings])
    operations = [own(mapping) for mapping in build_mappings(API, project=PROJECT)]
    for edge in GENERIC:
        for request in operations:
            # A scenario that is not put back would hide its edge from the next operation.
            real.reset()
            real.respond(request.method, request.url, [*request.headers, (HEADER, edge)], b"")
            assert real.journal[0].stub == f"any {edge}" or real.journal[0].stub.startswith(f"any {edge} "), request


def test_every_edge_of_an_operation_answers_its_own_request():
    edges = [mapping for mappings in build_edges(API, project=PROJECT).values() for mapping in mappings]
    real = StubServer(edges)
    for mapping in edges:
        real.reset()
        request = own(mapping)
        real.respond(request.method, request.url, request.headers, b"")
        reached = real.journal[0].stub
        if "requiredScenarioState" not in mapping or mapping["requiredScenarioState"] == "Started":
            assert reached == mapping["name"]


def test_ids_and_names_are_unique():
    for key in ("id", "name"):
        found = Counter(
            mapping[key] for file in render(API, project=PROJECT).values() for mapping in json.loads(file)["mappings"]
        )
        assert [value for value, count in found.items() if count > 1] == []


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 422, 429, 500, 502, 503])
def test_errors_come_as_json_as_html_and_as_nothing(fresh, status):
    told, empty, page = (ask(fresh, f"{status}-{form}") for form in ("json", "empty", "html"))
    assert {told.status, empty.status, page.status} == {status}
    assert body(told)["Message"]
    assert ("x-request-id", f"stub-{status}") in told.headers
    assert empty.body == b""
    assert page.body.startswith(b"<html>")


@pytest.mark.parametrize(
    ("edge", "expected"),
    [
        ("nulls", {"Id": None, "Status": None}),
        ("ordinals", {"Status": 0}),
        ("unknown-enums", {"Status": "AddedInALaterRevision"}),
        ("unknown-ordinals", {"Status": 4711}),
        ("extras", {"CC": "accounts@example.com"}),
    ],
)
def test_what_the_service_may_answer_instead(fresh, edge, expected):
    answer = ask(fresh, edge)
    found = body(answer)
    assert {name: found[name] for name in expected} == expected or (edge == "ordinals" and found["Status"] in {0, 1, 2})


def test_an_ordinal_stands_for_the_very_value(fresh):
    plain = body(ask(fresh, "none"))["Status"]
    assert ["Draft", "Paid", "Unpaid"][body(ask(fresh, "ordinals"))["Status"]] == plain


def test_amounts_and_dates_are_written_to_the_letter(fresh):
    decimals, dates = ask(fresh, "decimals").body, ask(fresh, "dates").body
    assert all(amount in decimals for amount in (b":0.1,", b":100.10,", b":-0.01,", b":12345678901234567.89,"))
    assert b"2018-02-06T01:00:00+01:00" in dates
    assert b"Number" not in decimals + dates


def test_bare_answers_have_edges_too(fresh):
    assert ask(fresh, "nulls", "/api/worktype/new", "POST").body == b"null"
    assert body(ask(fresh, "ordinals", "/api/invoice/status")) in {0, 1, 2}
    assert ask(fresh, "delay", "/api/client/update", "POST").status == 204


def test_an_edge_that_an_operation_lacks_is_its_usual_answer(fresh):
    ask(fresh, "ordinals", "/api/client/candelete")
    assert fresh.journal[0].stub == "clients.can_delete"


def test_an_edge_hides_no_unsigned_request(fresh):
    assert fresh.respond("GET", "/api/invoice/details?id=1", [(HEADER, "400-json")], b"").status == 404


@pytest.mark.parametrize(
    ("edge", "statuses"),
    [("retry-503", [503, 200, 200]), ("retry-503-twice", [503, 502, 200]), ("retry-429", [429, 200])],
)
def test_a_retry_succeeds(fresh, edge, statuses):
    for _ in range(2):
        assert [ask(fresh, edge).status for _ in statuses] == statuses
        fresh.reset()


def pages(server, edge, numbers=("", "1", "2", "3", "4", "17")):
    return [
        ask(server, edge, f"/api/invoice/all?queryOptions.page={number}" if number else "/api/invoice/all")
        for number in numbers
    ]


@pytest.mark.parametrize(("edge", "total"), [("pages", 5), ("counts-low", 1), ("counts-high", 1000)])
def test_pages_turn_whatever_the_count_says(fresh, edge, total):
    found = [body(answer) for answer in pages(fresh, edge)]
    assert [page["Count"] for page in found] == [len(page["Result"]) for page in found] == [2, 2, 2, 1, 0, 0]
    assert {page["TotalCount"] for page in found} == {total}
    ids = [item["Id"] for page in found[1:4] for item in page["Result"]]
    assert len(set(ids)) == 5


def test_a_page_may_fail_once(fresh):
    assert [answer.status for answer in pages(fresh, "pages-flaky", ("1", "2", "2", "3"))] == [200, 503, 200, 200]


def test_faults_hide_in_a_success(fresh):
    page = body(ask(fresh, "faulted-filled", "/api/invoice/all"))
    assert page["IsFaulted"] is True
    assert page["ErrorMessages"][0]["FaultMessage"]
    assert len(page["Result"]) == 2
    assert body(ask(fresh, "faulted", "/api/invoice/all"))["Result"] is None
