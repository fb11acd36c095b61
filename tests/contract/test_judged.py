"""The judge that is not ours: it bites, and it finds nothing wrong with the stubs' own answers.

The requests of the package are judged where they are made, in every test that calls an operation.
"""

import json
from datetime import UTC, datetime
from decimal import Decimal

import attrs
import pytest
from envoice import Invoice, InvoiceItem, InvoiceStatus

from sdkwright.stubs.journal import Received
from tests.contract.comparing import differences
from tests.contract.declared import undeclared
from tests.contract.judge import judge
from tests.contract.offered import body, is_paged, offers, sent_json

AUTH = {"x-auth-key": "<hidden>", "x-auth-secret": "<hidden>"}
JSON = {"content-type": "application/json"}
LIST = Received("GET", "/api/invoice/all", (("queryOptions.page", "1"),), AUTH, b"", None)
GET = Received("GET", "/api/invoice/details", (("id", "7"),), AUTH, b"", None)
CREATE = Received("POST", "/api/invoice/new", (), AUTH | JSON, b'{"ClientId": 7, "Items": [{"Cost": 100.10}]}', None)


def sending(document):
    return attrs.evolve(CREATE, body=json.dumps(document).encode())


@pytest.mark.parametrize("good", [LIST, GET, CREATE], ids=["list", "get", "create"])
def test_what_is_right_passes(good):
    assert judge().request(good) == []


WRONG = {
    "no key": (attrs.evolve(GET, headers={"x-auth-secret": "x"}), "x-auth-key"),
    "no secret": (attrs.evolve(CREATE, headers={"x-auth-key": "x"} | JSON), "x-auth-secret"),
    "no id": (attrs.evolve(GET, query=()), "id"),
    "an id that is no number": (attrs.evolve(GET, query=(("id", "seven"),)), "seven"),
    "a page that is no number": (attrs.evolve(LIST, query=(("queryOptions.page", "one"),)), "one"),
    "an undeclared parameter": (attrs.evolve(LIST, query=(("page", "1"),)), "'page'"),
    "a field of another type": (sending({"ClientId": "seven"}), "ClientId"),
    "an undeclared field": (sending({"Client_id": 7}), "Client_id"),
    "a nested field of another type": (sending({"Items": [{"Cost": "much"}]}), "Items.0.Cost"),
    "an undeclared nested field": (sending({"Items": [{"Price": 1}]}), "Price"),
    "a value that the enum lacks": (sending({"Status": "Drafted"}), "Drafted"),
    "null for a number": (sending({"ClientId": None}), "ClientId"),
    "no body": (attrs.evolve(CREATE, body=b""), "body"),
    "another type of content": (attrs.evolve(CREATE, headers=AUTH | {"content-type": "text/plain"}), "text/plain"),
    "an empty key": (attrs.evolve(GET, headers=AUTH | {"x-auth-key": " "}), "x-auth-key is empty"),
    "a parameter twice": (attrs.evolve(GET, query=(("id", "7"), ("id", "7"))), "'id' is there 2 times"),
    "a body with a GET": (attrs.evolve(GET, body=b"{}", headers=AUTH | JSON), "GET has a body"),
    "a form": (
        attrs.evolve(
            CREATE,
            path="/api/paymentlink/delete",
            headers=AUTH | {"content-type": "application/x-www-form-urlencoded"},
            body=b"Id=7",
        ),
        "x-www-form-urlencoded",
    ),
    "another method": (attrs.evolve(GET, method="DELETE"), "delete"),
    "another path": (attrs.evolve(GET, path="/api/invoice/detail"), "a path that the document writes otherwise"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_found(name):
    wrong, said = WRONG[name]
    assert said in "; ".join(judge().request(wrong))


# Answers as the document has them, but for nulls, of which it knows nothing and which the service sends for any field.
# The other edges are there because the service departs from the document.
FAITHFUL = {
    *("nulls", "deep-nulls", "sparse", "decimals", "delay", "dribble", "complaint", "no-result", "counts-null"),
    *("faulted", "faulted-filled", "faulted-silent"),
}


def without_nulls(value):
    match value:
        case dict():
            return {name: without_nulls(member) for name, member in value.items() if member is not None}
        case list():
            return [without_nulls(item) for item in value if item is not None]
        case _:
            return value


@pytest.mark.parametrize("operation", offers())
def test_the_stubs_answer_what_the_document_says(operation, record_property):
    offer = offers()[operation]
    asked = Received(offer.method, offer.path, (), AUTH, b"", None)
    faithful = [outcome for outcome in offer.edges if outcome in FAITHFUL or is_paged(offer, outcome)]
    mappings = [offer.own, *(mapping for outcome in faithful for mapping in offer.edges[outcome])]
    for mapping in mappings:
        response = mapping["response"]
        if response["status"] >= 400 or body(mapping) == b"null":
            continue
        kind = response.get("headers", {}).get("Content-Type", "")
        content = body(mapping)
        if content:
            content = json.dumps(without_nulls(sent_json(mapping)), default=float).encode()
        assert list(judge().response(asked, response["status"], kind, content)) == [], mapping["name"]
    record_property("judged answers", len(mappings))


BAD_ANSWERS = {
    "another type": (200, b'{"Id": "seven"}', "Id"),
    "an undeclared field": (200, b'{"CC": "x"}', "CC"),
    "an enum's ordinal": (200, b'{"Status": 0}', "Status"),
    "no JSON": (200, b"<html>", "<html>"),
    "an undocumented status": (418, b"{}", "418"),
}


@pytest.mark.parametrize("name", BAD_ANSWERS)
def test_an_answer_that_is_wrong_is_found(name):
    status, content, said = BAD_ANSWERS[name]
    assert said in "; ".join(judge().response(GET, status, "application/json", content))


# The comparer of values is judged as well: each loss and each change is seen.
SENT = {
    "Id": 7,
    "Status": 0,
    "IssuedOn": "2018-02-06T01:00:00.1234567+01:00",
    "TotalAmount": Decimal("100.10"),
    "Items": [{"Id": 3, "Cost": Decimal("0.30000000000000004")}, None],
    "Notes": None,
    "CC": "x",
}
DECODED = {
    "id": 7,
    "status": InvoiceStatus.DRAFT,
    "issued_on": datetime(2018, 2, 6, 0, 0, 0, 123457, tzinfo=UTC),
    "total_amount": Decimal("100.1"),
    "items": [InvoiceItem(id=3, cost=Decimal("0.30000000000000004"))],
}
CHANGES = {
    "lost": {"id": None},
    "another number": {"id": 8},
    "a flag for a number": {"id": True},
    "another member": {"status": InvoiceStatus.PAID},
    "another instant": {"issued_on": datetime(2018, 2, 6, 1, 0, 0, 123457, tzinfo=UTC)},
    "a lost zone": {"issued_on": datetime(2018, 2, 6, 0, 0, 0, 123457)},  # noqa: DTZ001 - what must be seen
    "a lost microsecond": {"issued_on": datetime(2018, 2, 6, 0, 0, 0, 123456, tzinfo=UTC)},
    "a rounded amount": {"items": [InvoiceItem(id=3, cost=Decimal("0.3"))]},
    "a lost item": {"items": []},
    "a value for null": {"notes": ""},
    "a value out of nowhere": {"terms": "x"},
}


def test_what_is_the_same_is_seen_to_be():
    assert list(differences(SENT, Invoice(**DECODED))) == []
    assert undeclared(SENT, "GET", "/api/invoice/details") == {"CC": "x"}


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_lost_or_changed_is_seen(change):
    assert len(list(differences(SENT, Invoice(**(DECODED | CHANGES[change]))))) == 1
