"""Deliveries: every construction verifies its own, nothing else passes, and no other exception gets out."""

import base64
import copy
import hashlib
import hmac
import itertools
import json
import pickle
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import msgspec
import pytest
from envoice.errors import ConfigurationError, WebhookError, WebhookPayloadError, WebhookSignatureError
from envoice.webhooks import BUILDS_ON, MAX_BODY, MAX_DEPTH, Scheme, Webhooks
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

KEY, SECRET = "the-key", "the-secret"
TIMESTAMP = "2018-02-06T11:43:30.1234567Z"
# Spaces, an escape and an order of members that no serialiser of ours would give back.
ACTIVITY = (
    rb'{ "Type":3,"Message" : "caf\u00e9 {[", "Id":71, "InvoiceId":3971, "OrderId":null,'
    rb' "CreatedOn":"2018-02-06T11:43:30.12Z"}'
)
SIMPLE = Scheme(digest="hmac-sha256", material="secret", signed=("timestamp", "activity"), encoding="hex")


@pytest.fixture(autouse=True)
def models(monkeypatch):
    """Stand in for the generated models until there are some."""
    if Path(sys.modules["envoice"].__path__[0], "models.py").exists():
        return

    class WebhookActivity(msgspec.Struct, kw_only=True):
        message: str | None = msgspec.field(name="Message", default=None)
        type: int | None = msgspec.field(name="Type", default=None)
        invoice_id: int | None = msgspec.field(name="InvoiceId", default=None)
        order_id: int | None = msgspec.field(name="OrderId", default=None)
        id: int | None = msgspec.field(name="Id", default=None)
        created_on: datetime | None = msgspec.field(name="CreatedOn", default=None)

    class WebhookDelivery(msgspec.Struct, kw_only=True):
        signature: str | None = msgspec.field(name="Signature", default=None)
        timestamp: datetime | None = msgspec.field(name="Timestamp", default=None)
        activity: WebhookActivity | None = msgspec.field(name="Activity", default=None)

    module = ModuleType("envoice.models")
    module.WebhookActivity, module.WebhookDelivery = WebhookActivity, WebhookDelivery
    monkeypatch.setitem(sys.modules, "envoice.models", module)
    monkeypatch.setattr(sys.modules["envoice"], "models", module, raising=False)


def expected(scheme, *, key=KEY, secret=SECRET, activity=ACTIVITY, timestamp=TIMESTAMP, number=b"71"):
    """A signature, computed apart from the code under test."""
    values = {"timestamp": timestamp.encode(), "activity": activity, "activity_id": number}
    text = scheme.separator.encode().join(values[part] for part in scheme.signed)
    material = {"key": key, "secret": secret, "key+secret": key + secret}[scheme.material].encode()
    if scheme.digest == "hmac-sha256":
        digest = hmac.new(material, text, hashlib.sha256)
    elif scheme.placement == "before":
        digest = hashlib.sha256(material + text)
    else:
        digest = hashlib.sha256(text + material)
    return digest.hexdigest() if scheme.encoding == "hex" else base64.b64encode(digest.digest()).decode()


def delivery(signature, activity=ACTIVITY, timestamp=TIMESTAMP):
    return b'{"Signature":%s,"Timestamp":"%s", "Activity": %s }' % (
        json.dumps(signature).encode(),
        timestamp.encode(),
        activity,
    )


def signed(scheme=SIMPLE, **how):
    activity = how.get("activity", ACTIVITY)
    return delivery(expected(scheme, **how), activity)


CONSTRUCTIONS = [
    Scheme(digest=digest, material=material, signed=parts, encoding=encoding, separator=separator, placement=placement)
    for digest, material, parts, encoding, separator, placement in itertools.product(
        ["sha256", "hmac-sha256"],
        ["secret", "key", "key+secret"],
        [("timestamp", "activity"), ("activity", "timestamp"), ("activity",), ("activity_id", "timestamp")],
        ["hex", "base64"],
        ["", "."],
        ["before", "after"],
    )
]


@pytest.mark.parametrize("scheme", CONSTRUCTIONS)
def test_every_construction_verifies_its_own_delivery(scheme):
    event = Webhooks(secret=SECRET, key=KEY, scheme=scheme).unwrap(signed(scheme), {"content-type": "text/plain"})
    assert event.activity.id == 71
    with pytest.raises(WebhookSignatureError, match="fits none"):
        Webhooks(secret="x", key="x", scheme=scheme).unwrap(signed(scheme))


def test_constructions_are_told_apart():
    # A placement means nothing under HMAC, nor a separator between one part: those four-fold ones are the same.
    assert len({expected(scheme) for scheme in CONSTRUCTIONS}) == 2 * (3 * 7 * 2 + 3 * 7)


def test_the_event_is_typed():
    event = Webhooks(secret=SECRET, scheme=SIMPLE).unwrap(signed())
    assert event.signature == expected(SIMPLE)
    assert event.timestamp == datetime(2018, 2, 6, 11, 43, 30, 123457, tzinfo=UTC)
    assert event.activity.message == "café {["
    assert (event.activity.type, event.activity.invoice_id, event.activity.order_id) == (3, 3971, None)
    assert event.activity.created_on == datetime(2018, 2, 6, 11, 43, 30, 120000, tzinfo=UTC)


def test_hex_is_taken_in_either_case_and_base64_is_not():
    assert Webhooks(secret=SECRET, scheme=SIMPLE).unwrap(delivery(expected(SIMPLE).upper()))
    scheme = Scheme(digest="hmac-sha256", material="secret", signed=("activity",), encoding="base64")
    with pytest.raises(WebhookSignatureError):
        Webhooks(secret=SECRET, scheme=scheme).unwrap(delivery(expected(scheme).swapcase()))


def test_a_change_of_any_byte_of_the_activity_is_noticed():
    webhooks = Webhooks(secret=SECRET, scheme=SIMPLE)
    body = signed()
    # The same document, written otherwise: verification is of the bytes.
    rewritten = body.replace(b'"Type":3', b'"Type": 3')
    assert json.loads(rewritten) == json.loads(body)
    for other in (rewritten, body.replace(b"3971", b"3972"), body.replace(b"30.1234567Z", b"30.1234568Z")):
        with pytest.raises(WebhookSignatureError):
            webhooks.unwrap(other)


def test_what_stands_around_the_members_does_not_matter():
    body = b' \n{"Extra":[1,{}],"Activity":\t%s\n,"Timestamp":"%s" ,"Signature" :"%s"}\n ' % (
        ACTIVITY,
        TIMESTAMP.encode(),
        expected(SIMPLE).encode(),
    )
    assert Webhooks(secret=SECRET, scheme=SIMPLE).unwrap(bytearray(body)).activity.id == 71


@pytest.mark.parametrize("secret", [["new", SECRET], [SECRET, "new"], (SECRET,), (one for one in ["new", SECRET])])
def test_several_secrets_are_tried_while_one_replaces_another(secret):
    assert Webhooks(secret=secret, scheme=SIMPLE).unwrap(signed())


def test_every_pair_of_keys_and_secrets_is_tried():
    scheme = Scheme(digest="sha256", material="key+secret", signed=("activity",), encoding="hex")
    webhooks = Webhooks(key=["k1", "k2"], secret=["s1", "s2"], scheme=scheme)
    for key, secret in itertools.product(["k1", "k2"], ["s1", "s2"]):
        assert webhooks.unwrap(signed(scheme, key=key, secret=secret))
    with pytest.raises(WebhookSignatureError):
        webhooks.unwrap(signed(scheme, key="k1", secret="s3"))


# Nothing is assumed of the vendor.


def test_without_a_scheme_it_refuses_and_says_what_to_do():
    with pytest.raises(ConfigurationError, match=r"documents .* no construction.*Capture.*Webhooks\(scheme=Scheme"):
        Webhooks(secret=SECRET).unwrap(signed())


def test_a_scheme_has_no_default_construction():
    with pytest.raises(TypeError, match=r"digest.*material.*signed.*encoding"):
        Scheme()


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"digest": "md5"}, "digest"),
        ({"material": "password"}, "material"),
        ({"signed": ()}, "signed"),
        ({"signed": "activity"}, "signed"),
        ({"signed": ("activity", "body")}, "signed"),
        ({"signed": None}, "signed"),
        ({"encoding": ["hex"]}, "encoding"),
        ({"separator": b"."}, "separator"),
        ({"separator": "·"}, "separator"),
        ({"placement": "both"}, "placement"),
    ],
)
def test_a_scheme_that_does_not_exist_is_refused(changed, field):
    good = {"digest": "sha256", "material": "secret", "signed": ("activity",), "encoding": "hex"}
    with pytest.raises(ConfigurationError, match=rf"Scheme\.{field} must be"):
        Scheme(**(good | changed))


@pytest.mark.parametrize(
    ("material", "given", "lacking"),
    [
        ("secret", {"key": KEY}, "pass secret="),
        ("key", {"secret": SECRET}, "pass key="),
        ("key+secret", {"key": KEY}, "pass secret="),
        ("key+secret", {"secret": SECRET}, "pass key="),
        ("secret", {"secret": []}, "pass secret="),
    ],
)
def test_key_material_that_the_scheme_needs_is_asked_for_at_once(material, given, lacking):
    scheme = Scheme(digest="sha256", material=material, signed=("activity",), encoding="hex")
    with pytest.raises(ConfigurationError, match=lacking):
        Webhooks(scheme=scheme, **given)


@pytest.mark.parametrize("value", ["", " ", b"bytes", 5, ["fine", ""], ["fine", None], [b"x"]])
@pytest.mark.parametrize("name", ["secret", "key"])
def test_unusable_key_material_is_refused(name, value):
    with pytest.raises(ConfigurationError, match=f"{name}= of Webhooks"):
        Webhooks(**{name: value})


# Nothing shows a secret.


def test_it_shows_and_pickles_no_secret():
    webhooks = Webhooks(secret=[SECRET, "second"], key=KEY, scheme=SIMPLE)
    assert "2 hidden" in repr(webhooks)
    assert "the-" not in f"{webhooks!r} {webhooks}"
    with pytest.raises(TypeError, match="Webhooks holds secrets"):
        pickle.dumps(webhooks)
    with pytest.raises(TypeError):
        vars(webhooks)
    assert copy.deepcopy(webhooks) is webhooks


def test_an_error_shows_neither_secret_nor_the_right_signature():
    with pytest.raises(WebhookSignatureError) as caught:
        Webhooks(secret=SECRET, scheme=SIMPLE).unwrap(delivery("00" * 32))
    assert SECRET not in str(caught.value)
    assert expected(SIMPLE) not in str(caught.value)


# Every malformed input ends in the one family.


def nested(levels):
    return b'{"Signature":"x","Timestamp":"x","Activity":%s}' % (b"[" * levels + b"]" * levels)


MALFORMED = {
    "no bytes": ("{}", WebhookPayloadError, "bytes received, not str"),
    "None": (None, WebhookPayloadError, "not NoneType"),
    "empty": (b"", WebhookPayloadError, "not JSON"),
    "not JSON": (b"Signature=x", WebhookPayloadError, "not JSON"),
    "truncated": (signed()[:-3], WebhookPayloadError, "not JSON"),
    "two documents": (signed() * 2, WebhookPayloadError, "not JSON"),
    "not UTF-8": (signed().replace(b"Message", b"Mess\xffge"), WebhookPayloadError, "not UTF-8"),
    "UTF-16": (signed().decode().encode("utf-16"), WebhookPayloadError, "not UTF-8"),
    "UTF-16 without BOM": (b"{\0}\0", WebhookPayloadError, "not JSON"),
    "surrogate bytes": (b'{"x":"\xed\xa0\x80"}', WebhookPayloadError, "not UTF-8"),
    "BOM": (b"\xef\xbb\xbf" + signed(), WebhookPayloadError, "byte order mark"),
    "array": (b"[]", WebhookPayloadError, "wrong shape"),
    "null": (b"null", WebhookPayloadError, "wrong shape"),
    "number": (b"1", WebhookPayloadError, "wrong shape"),
    "10 MB": (b" " * 10_000_000, WebhookPayloadError, "10000000 bytes and the limit is 1048576"),
    "deep": (nested(100_000), WebhookPayloadError, "deeper than 32"),
    "deep and unclosed": (b"[" * 100_000, WebhookPayloadError, "deeper than 32"),
    "deep after an open string": (b'{"x":"' + b"[" * 100_000, WebhookPayloadError, "not JSON"),
    "strings without end": (b'"' + b'\\"' * 400_000 + b"[" * 100, WebhookPayloadError, "not JSON"),
    "NaN": (signed().replace(b"3971", b"NaN"), WebhookPayloadError, "number NaN"),
    "Infinity": (signed().replace(b"3971", b"-Infinity"), WebhookPayloadError, "number -Infinity"),
    "NaN beside": (signed().replace(b"{", b'{"x":NaN,', 1), WebhookPayloadError, "number NaN"),
    "duplicate": (signed().replace(b"{", b'{"Signature":"x",', 1), WebhookPayloadError, "twice"),
    "duplicate, escaped": (signed().replace(b"{", b'{"\\u0053ignature":"x",', 1), WebhookPayloadError, "twice"),
    "duplicate within": (signed().replace(b'"Type"', b'"Id"'), WebhookPayloadError, "twice"),
    "duplicate in an extra": (signed().replace(b"{", b'{"x":{"y":1,"y":1},', 1), WebhookPayloadError, "twice"),
    "control character": (signed().replace(b"caf", b"ca\nf"), WebhookPayloadError, "not JSON"),
    "huge integer": (signed(activity=b'{"Id":1%s}' % (b"0" * 10_000)), WebhookPayloadError, "wrong shape"),
    "huge exponent": (signed(activity=b'{"Id":1e999999999}'), WebhookPayloadError, "wrong shape"),
    "no signature": (b'{"Timestamp":"x","Activity":{}}', WebhookSignatureError, "no Signature"),
    "null signature": (delivery(None), WebhookSignatureError, "no Signature"),
    "empty signature": (delivery(""), WebhookSignatureError, "no Signature"),
    "number as signature": (delivery(5), WebhookSignatureError, "not a string"),
    "list as signature": (delivery([expected(SIMPLE)]), WebhookSignatureError, "not a string"),
    "non-ASCII signature": (delivery("\u212a" * 64), WebhookSignatureError, "not a string of ASCII"),
    "surrogate signature": (delivery("\ud800"), WebhookPayloadError, "JSON is malformed"),
    "short signature": (delivery(expected(SIMPLE)[:-1]), WebhookSignatureError, "fits none"),
    "padded signature": (delivery(expected(SIMPLE) + " "), WebhookSignatureError, "fits none"),
    "no activity": (b'{"Signature":"x","Timestamp":"x"}', WebhookPayloadError, "no Activity"),
    "null activity": (delivery("x", b"null"), WebhookPayloadError, "no Activity"),
    "no timestamp": (b'{"Signature":"x","Activity":{}}', WebhookPayloadError, "no Timestamp"),
    "number as timestamp": (b'{"Signature":"x","Timestamp":5,"Activity":{}}', WebhookPayloadError, "wrong shape"),
    "surrogate timestamp": (b'{"Signature":"x","Timestamp":"\\ud800","Activity":{}}', WebhookPayloadError, "shape"),
    "array as activity": (signed(activity=b"[1]"), WebhookPayloadError, "wrong shape at Activity"),
    "string as type": (signed(activity=b'{"Type":"Paid"}'), WebhookPayloadError, r"wrong shape at Activity\.Type"),
}


@pytest.mark.parametrize(("body", "error", "told"), MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_delivery_is_refused(body, error, told):
    with pytest.raises(error, match=told):
        Webhooks(secret=SECRET, scheme=SIMPLE).unwrap(body)


def test_a_signed_timestamp_that_is_no_time_is_refused():
    body = delivery(expected(SIMPLE, timestamp="yesterday"), timestamp="yesterday")
    with pytest.raises(WebhookPayloadError, match="Timestamp"):
        Webhooks(secret=SECRET, scheme=SIMPLE).unwrap(body)


@pytest.mark.parametrize("activity", [b"{}", b'{"Id":null}', b"[]", b"5"])
def test_an_identity_that_is_signed_must_be_there(activity):
    scheme = Scheme(digest="sha256", material="secret", signed=("activity_id",), encoding="hex")
    with pytest.raises(WebhookPayloadError):
        Webhooks(secret=SECRET, scheme=scheme).unwrap(delivery("x", activity))


def test_the_limits_are_where_they_are_said_to_be():
    webhooks = Webhooks(secret=SECRET, scheme=SIMPLE)
    body = signed()
    assert webhooks.unwrap(body + b" " * (MAX_BODY - len(body)))
    with pytest.raises(WebhookPayloadError, match="bytes and the limit"):
        webhooks.unwrap(body + b" " * (MAX_BODY + 1 - len(body)))
    with pytest.raises(WebhookPayloadError, match="bytes and the limit is 10 "):
        Webhooks(secret=SECRET, scheme=SIMPLE, max_body=10).unwrap(body)
    for levels, error in ((MAX_DEPTH - 1, "not JSON|fits none"), (MAX_DEPTH, "deeper")):
        with pytest.raises(WebhookError, match=error):
            webhooks.unwrap(nested(levels))


def test_brackets_in_strings_and_side_by_side_are_not_depth():
    activity = b'{"Id":71,"Message":"%s \\" [[[","Extra":[%s]}' % (b"[{" * 100, b",".join([b"[]"] * 100))
    assert Webhooks(secret=SECRET, scheme=SIMPLE).unwrap(signed(activity=activity)).activity.id == 71


def test_deep_nesting_does_not_end_a_thread_with_a_small_stack():
    caught = []

    def receive():
        for body in (nested(100_000), b'{"a":' * 200_000):
            try:
                Webhooks(secret=SECRET, scheme=SIMPLE).unwrap(body)
            except WebhookPayloadError as error:
                caught.append(str(error))

    before = threading.stack_size(256 * 1024)
    try:
        thread = threading.Thread(target=receive)
        thread.start()
    finally:
        threading.stack_size(before)
    thread.join()
    assert len(caught) == 2


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from([TIMESTAMP, "\ud800"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
MEMBERS = st.sampled_from(["Signature", "Timestamp", "Activity", "Id", "Type", "Message", "CreatedOn"])
OBJECTS = st.dictionaries(MEMBERS, JSON | st.dictionaries(MEMBERS, JSON, max_size=4), max_size=4)


@st.composite
def mutated(draw):
    """A good delivery with a few bytes replaced, taken out or put in."""
    body = bytearray(signed())
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(body)))
        body[at : at + draw(st.integers(0, 3))] = draw(st.binary(max_size=4))
    return bytes(body)


@st.composite
def rightly_signed(draw):
    """Any activity at all under a signature that fits: what verification lets through must still be decoded."""
    activity = json.dumps(draw(OBJECTS | JSON)).encode()
    timestamp = draw(
        st.sampled_from([TIMESTAMP, "", "9999-12-31T23:59:59.9999999", "2018-02-06", "2018-02-06T01:00:00"])
    )
    return delivery(expected(SIMPLE, activity=activity, timestamp=timestamp), activity, timestamp)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary() | mutated() | rightly_signed() | OBJECTS.map(lambda value: json.dumps(value).encode()))
def test_nothing_but_a_webhook_error_gets_out(body):
    try:
        event = Webhooks(secret=SECRET, scheme=SIMPLE).unwrap(body)
    except WebhookError:
        return
    # What passes has a signature that fits, over bytes that are in the body.
    document = json.loads(body)
    assert event.signature == document["Signature"]
    assert event.activity.id == document["Activity"].get("Id")


def test_it_names_the_generated_models_it_stands_on():
    assert BUILDS_ON == ("models.WebhookActivity", "models.WebhookDelivery")
    for name in BUILDS_ON:
        assert hasattr(sys.modules["envoice"].models, name.removeprefix("models."))


@pytest.mark.parametrize("value", ["9", 0, -1, True, 1.5, None])
def test_a_bound_that_is_none_is_refused_at_once(value):
    with pytest.raises(ConfigurationError, match="max_body"):
        Webhooks(secret="s", scheme=None, max_body=value)
