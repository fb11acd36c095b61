"""`envoice.testing.sign_delivery` makes what `Webhooks` accepts, for any scheme and from whatever is at hand."""

import json
from datetime import UTC, datetime, timedelta, timezone

import envoice
import msgspec
import pytest
from envoice.errors import ConfigurationError, WebhookPayloadError
from envoice.models import ActivityType, WebhookActivity
from envoice.testing import SignedDelivery, deliveries, sign_delivery
from envoice.webhooks import Webhooks

SIMPLE = "hmac-sha256:secret:timestamp+activity:hex"
# A prime, so that each text, separator, keying and encoding is met.
STEP = 211


def unwrapped(made, scheme=SIMPLE):
    return Webhooks(secret="secret", key="key", scheme=scheme).unwrap(*made)


def test_any_scheme_signs(registry):
    some = registry[::STEP]
    assert {scheme.signed for scheme in some} == {scheme.signed for scheme in registry}
    for scheme in some:
        made = sign_delivery(scheme, secret="secret", key="key", id=71, invoice_id=3971, order_id=58)
        assert unwrapped(made, scheme).id == 71


def test_it_gives_body_and_headers():
    made = sign_delivery(SIMPLE, secret="secret", id=71)
    assert isinstance(made, SignedDelivery)
    body, headers = made
    assert (body, headers) == (made.body, made.headers)
    assert headers["content-type"].startswith("application/json")


def test_fields_become_what_the_service_sends():
    body, _ = sign_delivery(
        SIMPLE,
        secret="secret",
        timestamp=datetime(2018, 2, 6, 12, 43, 30, 123456, tzinfo=timezone(timedelta(hours=1))),
        message='café "x"',
        type=ActivityType.PAID,
        invoice_number="INV-1",
        order_id=None,
        id=71,
        created_on=datetime(2018, 2, 6),  # noqa: DTZ001 - one without a zone is in UTC here
    )
    document = json.loads(body)
    assert list(document) == ["Signature", "Timestamp", "Activity"]
    assert document["Timestamp"] == "2018-02-06T11:43:30.1234560Z"
    assert document["Activity"] == {
        "Message": 'café "x"',
        "Type": 11,
        "InvoiceNumber": "INV-1",
        "OrderId": None,
        "Id": 71,
        "CreatedOn": "2018-02-06T00:00:00.0000000Z",
    }


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (11, ActivityType.PAID),
        (ActivityType.PAID, ActivityType.PAID),
        (ActivityType.from_ordinal(999), ActivityType("999")),
        (None, None),
    ],
)
def test_a_type_comes_back(given, kind):
    assert unwrapped(sign_delivery(SIMPLE, secret="secret", type=given)).type == kind


@pytest.mark.parametrize(
    "activity",
    [
        WebhookActivity(id=71, type=11, created_on=datetime(2018, 2, 6, tzinfo=UTC)),
        {"Id": 71, "Type": 11, "CreatedOn": "2018-02-06T00:00:00Z", "Unheard": [{"of": 1}]},
        {"Id": 71, "Type": ActivityType.PAID, "CreatedOn": datetime(2018, 2, 6, tzinfo=UTC)},
        b'{ "Id" : 71 , "Type":11,"CreatedOn":"2018-02-06T00:00:00Z"}',
    ],
)
def test_an_activity_may_be_a_model_members_or_bytes(activity):
    event = unwrapped(sign_delivery(SIMPLE, secret="secret", activity=activity))
    assert (event.id, event.type, event.created_on) == (71, ActivityType.PAID, datetime(2018, 2, 6, tzinfo=UTC))
    if isinstance(activity, bytes):
        assert activity in event.raw
    changed = unwrapped(sign_delivery(SIMPLE, secret="secret", activity=activity, id=72))
    assert (changed.id, changed.type) == (72, ActivityType.PAID)


def test_the_activity_of_an_event_can_be_delivered_again():
    event = unwrapped(sign_delivery(SIMPLE, secret="secret", id=71, type=ActivityType.VOID, link="https://x/?a=1"))
    again = unwrapped(sign_delivery(SIMPLE, secret="secret", activity=event.activity, timestamp=event.timestamp))
    assert (again.activity, again.timestamp) == (event.activity, event.timestamp)


def test_it_is_made_now_unless_a_time_is_given():
    before = datetime.now(UTC)
    assert before <= unwrapped(sign_delivery(SIMPLE, secret="secret")).timestamp <= datetime.now(UTC)
    text = "2018-02-06T11:43:30.1234567Z"
    assert json.loads(sign_delivery(SIMPLE, secret="secret", timestamp=text).body)["Timestamp"] == text


class Text(str):
    """Such as a template renders."""

    __slots__ = ()


class Moment(datetime):
    """Such as a frozen clock's."""

    def isoformat(self, *_, **__):
        return "not asked"


def test_values_of_subclasses_are_written_as_their_base_types():
    moment = Moment(2018, 2, 6, tzinfo=UTC)
    delivery = sign_delivery(SIMPLE, secret="secret", message=Text("Hello"), created_on=moment, timestamp=moment)
    event = unwrapped(delivery)
    assert (event.activity.message, event.created_on, event.timestamp) == ("Hello", moment, moment)
    assert json.loads(delivery.body)["Timestamp"] == "2018-02-06T00:00:00.0000000Z"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "signs with the secret: pass secret="),
        ({"secret": ""}, "secret= takes"),
        ({"secret": "secret", "colour": 1}, "has no field 'colour'; it has created_on, id, invoice_id"),
        ({"secret": "secret", "type": ActivityType("NewKind")}, "has no ordinal"),
        (
            {"secret": "secret", "message": object()},
            "The field .*message.* cannot be written as JSON: it is of the",
        ),
        ({"secret": "secret", "activity": {"a": [object()]}}, r"The field .*\['a'\]\[0\].* cannot be written as JSON"),
        ({"secret": "secret", "activity": b"[1]", "id": 5}, "cannot be written as JSON"),
    ],
)
def test_what_cannot_be_made_is_told(given, told):
    with pytest.raises(ConfigurationError, match=told):
        sign_delivery(SIMPLE, **given)


def test_bytes_that_are_no_json_are_refused():
    with pytest.raises(WebhookPayloadError, match="not JSON"):
        sign_delivery(SIMPLE, secret="secret", activity=b"{")


def test_its_fields_are_those_of_the_model():
    fields = {field.name for field in msgspec.structs.fields(WebhookActivity)}
    assert set(deliveries.ActivityFields.__annotations__) == fields
    listed = {name.split(".", 2)[2] for name in deliveries.BUILDS_ON if name.count(".") == 2}
    assert listed == fields
    assert envoice.models.WebhookActivity is WebhookActivity
