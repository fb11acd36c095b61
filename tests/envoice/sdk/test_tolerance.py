"""What the service may send in place of what its document says: read without loss, or refused with the place."""

import json
import random
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from envoice import models
from envoice._json.codec import Undecodable, decode, encode
from envoice._json.unknown import unknown_fields
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.envoice.sdk import wire

OPERATIONS = wire.received()
RECEIVED = wire.models_of([*(operation.result for operation in OPERATIONS.values()), models.WebhookDelivery])
EAST = timezone(timedelta(hours=1))
WEST = timezone(timedelta(hours=-5))


def test_there_is_something_to_test():
    assert len(OPERATIONS) == 55
    assert len(RECEIVED) > 50
    assert models.PaymentLinkRecord in RECEIVED
    assert models.InvoiceCreate not in RECEIVED


@pytest.mark.parametrize("model", RECEIVED, ids=lambda model: model.__name__)
@given(seed=st.integers(0, 2**32))
@settings(max_examples=8, deadline=None)
def test_every_model_comes_out_as_it_was_meant(model, seed):
    answer = wire.Answer(model, random.Random(seed))
    assert wire.leaves(decode(answer.body, model)) == wire.leaves(answer.meant)
    assert unknown_fields(answer.body, model) == answer.unknown


@pytest.mark.parametrize("name", OPERATIONS)
@given(seed=st.integers(0, 2**32))
@settings(max_examples=8, deadline=None)
def test_every_operation_reads_what_it_is_sent(name, seed):
    result = OPERATIONS[name].result
    answer = wire.Answer(result, random.Random(seed))
    assert wire.leaves(decode(answer.body, result)) == wire.leaves(answer.meant)


@pytest.mark.parametrize("model", RECEIVED, ids=lambda model: model.__name__)
def test_every_model_survives_the_way_out_and_back(model):
    decoded = decode(wire.Answer(model, random.Random(1)).body, model)
    again = decode(encode(decoded), model)
    assert wire.leaves(again) == wire.leaves(decoded)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *wire.CLEAN_DATES.items(),
        *((text, value) for text, (value, _) in wire.ODD_DATES.items()),
        ("9999-12-31T23:59:59.9999999-05:00", wire.MAX.replace(tzinfo=WEST)),
        ("9999-12-31 23:59:59.99999999999999999999", wire.MAX),
        ("0001-01-01T00:00:00.0000000-05:00", wire.MIN.replace(tzinfo=WEST)),
        ("2018-12-31T23:59:59.9999994+01:00", datetime(2018, 12, 31, 23, 59, 59, 999999, tzinfo=EAST)),
        ("2018-12-31t23:59:59.9999995z", datetime(2018, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)),
        ("2018-02-06T11:43:30.00000050000000000000001Z", datetime(2018, 2, 6, 11, 43, 30, 1, tzinfo=UTC)),
    ],
)
# Null in a list makes the whole body be read tolerantly: both readings must agree.
@pytest.mark.parametrize("items", ["[]", "[null]"], ids=["strict", "tolerant"])
def test_dates(text, value, items):
    body = f'{{"Id": 1, "Items": {items}, "IssuedOn": {json.dumps(text)}}}'.encode()
    decoded = decode(body, models.Invoice).issued_on
    assert wire.leaves(decoded) == wire.leaves(value)


@pytest.mark.parametrize(
    ("body", "value"),
    [
        (b"null", []),
        (b"[null, null]", []),
        (b'[null, {"Id": 1}, null]', [models.Client(id=1)]),
        (b"\xef\xbb\xbf null ", []),
    ],
)
def test_nulls_of_a_list(body, value):
    assert decode(body, list[models.Client]) == value


@pytest.mark.parametrize("body", [b"0", b" 0\n", b"Draft", b'"Draft"', b"\xef\xbb\xbf0"])
def test_a_status_comes_as_word_text_or_ordinal(body):
    assert decode(body, models.InvoiceStatus) is models.InvoiceStatus.DRAFT


@pytest.mark.parametrize(
    ("body", "path"),
    [
        (b'{"Items": [null, {"Id": 1}, null, {"Cost": true}]}', "Items[3].Cost"),
        (b'{"Items": [null, {"Id": 1}, null, {"Cost": {}}], "IssuedOn": ""}', "Items[3].Cost"),
        (b'{"Items": [{"Cost": "1,5"}]}', "Items[0].Cost"),
        (b'{"IssuedOn": "", "Id": "7"}', "Id"),
        (b'{"IssuedOn": "2018-13-06"}', "IssuedOn"),
        (b'{"IssuedOn": "2018-13-06T23:59:59.9999999"}', "IssuedOn"),
        (b'{"IssuedOn": " "}', "IssuedOn"),
        (b'{"IssuedOn": "6.2.2018"}', "IssuedOn"),
        (b'{"IssuedOn": "20180206"}', "IssuedOn"),
        (b'{"IssuedOn": 1517878800}', "IssuedOn"),
        (b'{"IssuedOn": "", "Id": 1.0}', "Id"),
        (b'{"Id": 1.0}', "Id"),
        (b'{"Id": true}', "Id"),
        (b'{"Number": 7}', "Number"),
        (b'{"Number": 7.5, "IssuedOn": ""}', "Number"),
        (b'{"Status": true}', "Status"),
        (b'{"Status": 1.0}', "Status"),
        (b'{"Status": 99999999999999999999}', "Status"),
        (b'{"Status": 99999999999999999999, "IssuedOn": ""}', "Status"),
        (b'{"Status": []}', "Status"),
        (b'{"Items": {}}', "Items"),
        (b'{"Items": [[]]}', "Items[0]"),
        (b'{"Client": []}', "Client"),
        (b'{"Client": {"Id": []}}', "Client.Id"),
        (b'{"Id": null}', "Id"),
        (b'{"Id": 1, "Items": [null, {"Id": 1}, {"Id": null}]}', "Items[2].Id"),
    ],
)
def test_what_would_be_a_guess_is_refused_at_its_place(body, path):
    with pytest.raises(Undecodable) as caught:
        decode(body, models.Invoice)
    assert caught.value.path == path
    assert "decimal.Decimal" not in caught.value.reason
    assert caught.value.__context__ is None


@pytest.mark.parametrize(
    "number", ["NaN", "nan", "sNaN", "-nan12", "Infinity", "-Infinity", "inf", "+INF", "\\u004eaN", " NaN "]
)
@pytest.mark.parametrize(
    ("body", "path"),
    [
        ('{"Id": 1, "TotalAmount": "%s"}', "TotalAmount"),
        ('{"Id": 1, "Items": [{"Id": 2}, {"Id": 3, "Cost": "%s"}]}', "Items[1].Cost"),
        ('{"Id": 1, "Items": [null, {"Id": 2}, {"Id": 3, "Cost": "%s"}]}', "Items[2].Cost"),
        ('{"Id": 1, "RecurringProfile": null, "Payments": [{"Amount": "%s"}]}', "Payments[0].Amount"),
    ],
)
def test_a_number_is_finite_in_any_spelling(number, body, path):
    with pytest.raises(Undecodable, match="not finite") as caught:
        decode((body % number).encode(), models.Invoice)
    assert caught.value.path == path


@pytest.mark.parametrize("literal", [b"NaN", b"Infinity", b"-Infinity", b"01", b"+1", b"1.", b".5", b"0x1"])
def test_what_is_no_number_in_json_is_refused(literal):
    with pytest.raises(Undecodable):
        decode(b'{"TotalAmount": %s}' % literal, models.Invoice)


def test_a_huge_exponent_is_only_a_number():
    for body in (b'{"Id": 1, "TotalAmount": 1E999999999}', b'{"Id": 1, "TotalAmount": 1E999999999, "IssuedOn": ""}'):
        decoded = decode(body, models.Invoice)
        assert decoded.total_amount == Decimal("1E999999999")
        assert repr(decoded) == "Invoice(id=1, total_amount=Decimal('1E+999999999'))"
        assert encode(decoded) == b'{"Id":1,"TotalAmount":1E+999999999}'


@pytest.mark.parametrize(
    ("body", "path"),
    [
        (b'{"Id": %s}' % (b"1" * 5000), "Id"),
        (b'{"IssuedOn": "", "Id": %s}' % (b"1" * 5000), "IssuedOn"),
        (b'{"TotalAmount": 1E%s}' % (b"9" * 40), "TotalAmount"),
        (b'{"Id": "7", "X": ' + b"[" * 100_000, ""),
        (b'{"Items": ' + b'[{"X": ' * 100_000, ""),
    ],
)
def test_bombs_are_refused(body, path):
    with pytest.raises(Undecodable) as caught:
        decode(body, models.Invoice)
    assert caught.value.path == path
    assert len(caught.value.reason) < 200


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ('{"Id": 1}'.encode("utf-16"), "UTF-16"),
        ('{"Id": 1}'.encode("utf-16-le"), "UTF-16"),
        ('{"Notes": "café"}'.encode("latin-1"), "not UTF-8"),
        (b" <!DOCTYPE html>", "HTML"),
        (b"\x1f\x8b\x08\x00", "gzip|UTF-16"),
        (b"Service unavailable", "malformed"),
    ],
)
def test_what_is_no_json_is_told_apart(body, reason):
    with pytest.raises(Undecodable, match=reason):
        decode(body, models.Invoice)


@pytest.mark.parametrize(
    ("body", "result", "path"),
    [
        (b'{"Message": "Not today"}', models.Estimation, ""),
        (b'{"id": 1, "status": "Draft"}', models.Estimation, ""),
        (b'{"Message": "Not today"}', models.InvoicePage, ""),
        (b'[{"Id": 1}, {"Message": "Not today"}]', list[models.Tax], "[1]"),
    ],
)
def test_an_object_with_no_field_of_its_model_is_not_that_model(body, result, path):
    with pytest.raises(Undecodable, match="none of the fields of") as caught:
        decode(body, result)
    assert caught.value.path == path
    assert "Not today" not in caught.value.reason


@pytest.mark.parametrize("body", [b"{}", b'{"Id": null}', b'{"Id": null, "Message": "x"}'])
def test_an_empty_model_is_one(body):
    assert decode(body, models.Estimation) == models.Estimation()


@pytest.mark.parametrize(
    ("body", "result", "path"),
    [
        (b"{}", models.Invoice, ""),
        (b'{"Message": "Not today"}', models.Invoice, ""),
        (b'{"Id": 1, "Items": [null, {"Id": 1}, {"Cost": 1}]}', models.Invoice, "Items[2]"),
        (b'[{"Id": 1}, {"Name": "x"}]', list[models.Country], "[1]"),
        (b'[{"Name": "x"}]', list[models.Country], "[0]"),
        (b'[{"Name": "x"}]', list[models.UiLanguage], "[0]"),
        (b'[{"Title": "x"}]', list[models.WorkType], "[0]"),
    ],
)
def test_what_an_answer_always_carries_is_missed_by_its_name(body, result, path):
    with pytest.raises(Undecodable) as caught:
        decode(body, result)
    assert caught.value.reason == "Object missing required field `Id`"
    assert caught.value.path == path


def test_unknown_fields_keep_their_values_exactly():
    body = b'{"Id": 1, "id": 2, "CC": 1.50, "Items": [null, {"Zz": {"A": [1e2]}}], "Client": null}'
    assert unknown_fields(body, models.Invoice) == {
        "id": 2,
        "CC": Decimal("1.50"),
        "Items[1].Zz": {"A": [Decimal("1E2")]},
    }
    assert unknown_fields(b'[{"A": 1}]', list[models.Client]) == {"[0].A": 1}
    assert unknown_fields(b"Draft", models.InvoiceStatus) == unknown_fields(b"7", int) == {}
    with pytest.raises(Undecodable, match="HTML"):
        unknown_fields(b"<html>", models.Invoice)
