"""Models that are both sent and received: value, null and absent differ on the wire, and absent reads as None."""

import copy
import pickle
from datetime import UTC, datetime
from decimal import Decimal

import msgspec
import pytest
from envoice import (
    UNSET,
    AdditionalClientEmail,
    InvoiceRecurrence,
    OrderItem,
    PaymentLinkRecord,
    ProductItem,
    models,
)
from envoice._json.codec import decode, encode
from envoice._json.nullable import held_name
from envoice.testing import FakeService, Reply, build

END = datetime(2026, 12, 31, tzinfo=UTC)
SENT = b'{"EndOfRecurrance":null,"Title":"a"}'


@pytest.fixture
def received():
    """As the service answers it: a value, a null, and the rest left out."""
    return decode(SENT, InvoiceRecurrence)


@pytest.mark.parametrize(
    ("model", "sent"),
    [
        (InvoiceRecurrence(title="a", end_of_recurrence=None), SENT),
        (InvoiceRecurrence(title="a", end_of_recurrence=UNSET), b'{"Title":"a"}'),
        (InvoiceRecurrence(end_of_recurrence=END), b'{"EndOfRecurrance":"2026-12-31T00:00:00Z"}'),
        (ProductItem(tax_id=None, cost=100), b'{"Cost":100,"TaxId":null}'),
        (OrderItem(cost=Decimal("1.10")), b'{"Cost":1.10}'),
        (PaymentLinkRecord(items=None), b'{"Items":null}'),
        (AdditionalClientEmail(), b"{}"),
    ],
)
def test_only_what_was_given_is_sent(model, sent):
    assert encode(model, "things.create") == sent


def test_methods_send_the_null_that_they_are_given():
    service = FakeService()
    with service.client() as client:
        client.invoices.update(1, recurring_profile=InvoiceRecurrence(title="a", end_of_recurrence=None))
        client.payment_links.create(number="1", total_amount=None)
        client.payment_links.create(number="1", total_amount=7)
        client.products.update(1, items=[ProductItem(id=3, tax_id=None)])
    assert [call.body for call in service.calls] == [
        {"Id": 1, "RecurringProfile": {"EndOfRecurrance": None, "Title": "a"}},
        {"Number": "1", "TotalAmount": None},
        {"Number": "1", "TotalAmount": 7},
        {"Id": 1, "Items": [{"Id": 3, "TaxId": None}]},
    ]


def test_what_is_absent_or_null_reads_as_none(received):
    assert (received.title, received.end_of_recurrence, received.status) == ("a", None, None)


def test_what_was_received_is_sent_back_as_it_came():
    service = FakeService({"products.get": Reply(json={"Id": 1, "Items": [{"Id": 3, "Cost": 1.10, "TaxId": None}]})})
    client = service.client()
    items = client.products.get(1).items
    client.products.update(1, items=items)
    assert service.calls[-1].body == {"Id": 1, "Items": [{"Id": 3, "Cost": Decimal("1.10"), "TaxId": None}]}
    changed = [msgspec.structs.replace(items[0], cost=2)]
    client.products.update(1, items=changed)
    assert service.calls[-1].body["Items"] == [{"Id": 3, "Cost": 2, "TaxId": None}]


@pytest.mark.parametrize(
    "again",
    [
        copy.copy,
        copy.deepcopy,
        msgspec.structs.replace,
        lambda model: pickle.loads(pickle.dumps(model)),
        lambda model: decode(encode(model), type(model)),
        lambda model: msgspec.convert(msgspec.to_builtins(model), type(model)),
    ],
    ids=["copy", "deepcopy", "replace", "pickle", "JSON", "plain values"],
)
def test_a_copy_keeps_the_three_states(received, again):
    assert encode(again(received)) == SENT
    assert again(received) == received
    assert hash(again(received)) == hash(received)
    assert repr(again(received)) == repr(received)


def test_a_copy_can_set_and_clear_a_field(received):
    assert encode(msgspec.structs.replace(received, title=None)) == b'{"EndOfRecurrance":null,"Title":null}'
    assert encode(msgspec.structs.replace(received, end_of_recurrence=UNSET)) == b'{"Title":"a"}'


def test_the_repr_has_what_is_sent(received):
    assert repr(received) == "InvoiceRecurrence(end_of_recurrence=None, title='a')"
    assert received.__rich_repr__() == [("end_of_recurrence", None), ("title", "a")]
    assert repr(InvoiceRecurrence()) == "InvoiceRecurrence()"
    assert repr(ProductItem(cost=100)) == "ProductItem(cost=Decimal('100'))"


def test_models_that_read_the_same_are_equal(received):
    assert received == InvoiceRecurrence(title="a")
    assert len({received, InvoiceRecurrence(title="a"), InvoiceRecurrence(title="b")}) == 2
    assert received != InvoiceRecurrence()
    assert InvoiceRecurrence() != AdditionalClientEmail()
    assert ProductItem(cost=100) == ProductItem(cost=Decimal(100))
    assert PaymentLinkRecord(items=[]) != PaymentLinkRecord(items=None)


def test_an_amount_reads_as_a_decimal():
    cost = ProductItem(cost=100).cost
    assert cost == 100
    assert isinstance(cost, Decimal)


def test_they_do_not_change(received):
    for change in (lambda: setattr(received, "title", "b"), lambda: delattr(received, "title")):
        with pytest.raises(AttributeError):
            change()
    assert received.title == "a"


def test_a_pattern_matches_what_is_read(received):
    match received:
        case InvoiceRecurrence(status=None, title=title):
            assert title == "a"
        case _:
            pytest.fail("did not match")


class Special(ProductItem, kw_only=True):
    """A caller's own."""

    extra: int | None = None


def test_a_subclass_of_a_callers_own_does_the_same():
    assert encode(Special(tax_id=None, cost=1)) == b'{"Cost":1,"TaxId":null}'
    assert Special(extra=1) != Special(extra=2)
    assert Special().tax_id is None


def test_a_built_model_keeps_the_null_that_it_is_given():
    model = build(InvoiceRecurrence, title=None)
    assert model.title is None
    assert b'"Title":null' in encode(model)
    assert isinstance(build(ProductItem, cost=100).cost, Decimal)


def test_no_field_of_any_model_reads_as_unset_where_its_type_is_none():
    both = [
        model
        for model in vars(models).values()
        if isinstance(model, type)
        and any(held_name(model, name) != name for name in getattr(model, "__struct_fields__", ()))
    ]
    assert len(both) > 20
    for model in both:
        empty = decode(b"{}", model)
        assert {getattr(empty, name) for name in model.__struct_fields__} == {None}
