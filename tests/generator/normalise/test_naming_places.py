"""The class of what is written out in its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdkwright.config import Package
from sdkwright.emit import package
from sdkwright.normalise.identifiers import check_class
from sdkwright.normalise.naming import places
from sdkwright.normalise.naming.plurals import is_many, many, one
from sdkwright.normalise.naming.reserved import reserved_classes


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("response text/event-stream", "WatchJobResponse"),
        ("response 404 application/problem+json", "WatchJobError404"),
        ("response application/vnd.shop.v1+json.lines.kind", "WatchJobResponseLinesKind"),
        ("body multipart/form-data.file", "WatchJobRequestFile"),
        ("response default", "WatchJobResponse"),
    ],
)
def test_a_media_type_is_no_status_and_no_property(place, name):
    assert places.by_key(f"GET /jobs/a.b {place}", {}, {"GET /jobs/a.b": "jobs.watch"}) == name


@pytest.mark.parametrize(
    ("found", "name"),
    [
        (places.of_property("Order", "shipping_address"), "OrderShippingAddress"),
        (places.of_property("Order", "lines", item=True), "OrderLine"),
        (places.of_property("Order", "orderStatus"), "OrderStatus"),
        (places.of_property("Order", "+1"), "OrderN1"),
        (places.of_property("Order", "日本"), "OrderValue"),
        (places.of_item("OrderLines"), "OrderLine"),
        (places.of_item("ListOrdersResponse"), "ListOrdersResponseItem"),
        (places.of_body("customers.create_source"), "CreateCustomerSourceRequest"),
        (places.of_body("invoices.create"), "CreateInvoiceRequest"),
        (places.of_answer("issues.list_for_repo"), "ListIssuesForRepoResponse"),
        (places.of_answer("invoices.get", "default"), "GetInvoiceResponse"),
        (places.of_answer("invoices.get", "404"), "GetInvoiceError404"),
        (places.of_answer("invoices.get", "4XX"), "GetInvoiceError4XX"),
        (places.of_parameter("orders.list", "query.sort[]"), "OrderSort"),
        (places.of_parameter("orders.list", "states", item=True), "OrderState"),
        (places.of_variant("Order", "with_id"), "OrderWithId"),
        (places.of_variant("Pet", "any"), "AnyPet"),
        (places.of_variant("Payment", "card_payment"), "CardPayment"),
    ],
)
def test_a_place_says_what_stands_in_it(found, name):
    assert found == name


OPERATIONS = {"GET /a b/{id}": "things.get", "POST /things": "things.create"}


@pytest.mark.parametrize(
    ("key", "item", "name"),
    [
        ("Order_v1.Kind", False, "OrderKind"),
        ("Other.lines", True, "OtherLine"),
        ("GET /a b/{id} response", False, "GetThingResponse"),
        ("GET /a b/{id} response", True, "GetThingResponseItem"),
        ("GET /a b/{id} response 404", False, "GetThingError404"),
        ("GET /a b/{id} response.owner", False, "GetThingResponseOwner"),
        ("GET /a b/{id} ?order.by", False, "ThingBy"),
        ("GET /a b/{id} {id}", False, "ThingId"),
        ("GET /a b/{id} {id}.kinds", True, "ThingKind"),
        ("GET /a b/{id} cookie session", False, "ThingSession"),
        ("POST /things body", False, "CreateThingRequest"),
        ("POST /things body.lines", True, "CreateThingRequestLine"),
        ("#responses/Bad", False, "ResponsesBad"),
    ],
)
def test_a_key_of_a_site_says_where_it_is(key, item, name):
    assert places.by_key(key, {"Order_v1": "Order"}, OPERATIONS, item=item) == name


@given(st.text(), st.text(), st.booleans(), st.sampled_from(["", "200", "5xx", "default", "x-", "é"]))
def test_whatever_the_words_are_the_class_can_stand(owner, wire, item, status):
    classes = places.Classes()
    operation = "things.create_" + "x" * 120
    for name in (
        places.of_property(places.of_body(operation), wire, item=item),
        places.of_parameter(operation, wire, item=item),
        places.of_answer(operation, status),
        places.by_key(f"{owner}.{wire}", {}, {}, item=item),
    ):
        check_class(classes.take(name), "here")


def test_a_class_is_taken_once_and_what_was_called_otherwise_is_known():
    classes = places.Classes({"Order"})
    assert [classes.take(*wanted) for wanted in (("Order", "OrderModel"), ("Line",), ("Line",), ("Order", "Line"))] == [
        "OrderModel", "Line", "Line2", "Line3",
    ]  # fmt: skip
    assert classes.clashes == {"OrderModel": "Order", "Line2": "Line", "Line3": "Order"}


def test_what_every_package_offers_is_reserved_and_the_neutral_names_of_the_runtime_are_not():
    found = reserved_classes(Package(name="tides", client="Tides"))
    assert found > {"AsyncTides", "TidesError", "NotFoundError", "RequestOptions", "Pager", "Operation", "Credentials"}
    assert not found & {"Thing", "Things", "Order", "Tide"}


@pytest.mark.parametrize(
    "pair",
    [
        "issue issues", "address addresses", "category categories", "box boxes", "person people", "database databases",
        "alias aliases", "cache caches", "house houses", "bonus bonuses", "analysis analyses", "movie movies",
        "key keys", "match matches", "business businesses", "index indices", "child children", "response responses",
        "invoice_category invoice_categories",
    ],
)  # fmt: skip
def test_one_and_many(pair):
    single, several = pair.split()
    assert (one(several), one(single), many(single), many(several)) == (single, single, several, several)
    assert (is_many(several), is_many(single)) == (True, False)


@pytest.mark.parametrize("word", ["status", "news", "auth", "billing", "", "sms"])
def test_what_there_is_one_of_stays(word):
    assert many(word) == one(word) == word


@pytest.mark.parametrize(
    ("name", "key", "listed"),
    [
        ("followers.list", "GET /f response", "Follower"),
        ("users.list_rides", "GET /f response", "Ride"),
        ("history.list", "GET /f response", ""),
        ("followers.list_for_team", "GET /f response", ""),
        ("followers.get", "GET /f response", ""),
        ("followers.list", "GET /f response.data", ""),
        ("followers.list", "Other", ""),
    ],
)
def test_what_a_list_answers_is_called_as_one_of_it(name, key, listed):
    assert places.of_listed(key, {"GET /f": name}) == listed


@pytest.mark.parametrize(
    ("single", "several"),
    [
        ("telephony", "telephony"),
        ("text_to_speech", "text_to_speech"),
        ("user_for_topic", "users_for_topic"),
        ("term_of_service", "terms_of_service"),
        ("www", "www"),
    ],
)
def test_a_phrase_has_the_plural_of_its_noun(single, several):
    assert many(single) == several
    assert one(several) == single


def test_every_name_that_a_package_offers_is_reserved():
    offered = {name for names in package._EXPORTS.values() for name in names} | {"Outcome"}
    assert offered <= reserved_classes(Package(name="acme", client="Acme"))
