"""Whatever is received that is no delivery ends in one family of errors, signed or not."""

import contextlib
import json
import threading

import pytest
from envoice.errors import WebhookError, WebhookPayloadError, WebhookSignatureError
from envoice.webhooks import MAX_BODY, MAX_DEPTH, Scheme, Webhooks, _strict, reading

from tests.envoice.webhooks import oracle
from tests.envoice.webhooks.oracle import SECRET, SIMPLE, TIMESTAMP, compact, delivery

SCHEME = Scheme.parse(SIMPLE)
SIGNATURE = oracle.signature(SCHEME)
BODY = delivery(SIGNATURE)


def signed(activity, timestamp=TIMESTAMP):
    """A delivery of any bytes under a signature that fits."""
    values = {"timestamp": timestamp.encode(), "activity": activity}
    return delivery(oracle.signature(SCHEME, values), activity, timestamp)


def signed_compactly(activity):
    """The same in the notation of the vendor's serialiser."""
    values = {"timestamp": TIMESTAMP.encode(), "activity": activity}
    return compact(oracle.signature(SCHEME, values), activity)


def unwrap(body, max_body=2_000_000):
    # More than any account sends, so that what is bounded here is not the size.
    return Webhooks(secret=SECRET, scheme=SIMPLE, max_body=max_body).unwrap(body)


def nested(levels):
    return b'{"Signature":"x","Timestamp":"x","Activity":%s}' % (b"[" * levels + b"]" * levels)


def put_first(member):
    return BODY.replace(b"{", b"{" + member + b",", 1)


NO_BYTES = {
    "text": ("{}", "bytes received, not str"),
    "None": (None, "not NoneType"),
    "a document": ({"Signature": "x"}, "not dict"),
}

NO_JSON = {
    "empty": (b"", "not JSON"),
    "blank": (b" \n", "not JSON"),
    "a form": (b"Signature=x", "not JSON"),
    "truncated": (BODY[:-3], "not JSON"),
    "two documents": (BODY * 2, "not JSON"),
    "not UTF-8": (BODY.replace(b"Message", b"Mess\xffge"), "not UTF-8: byte"),
    "UTF-16": (BODY.decode().encode("utf-16"), "not UTF-8"),
    "UTF-16 without BOM": (b"{\0}\0", "not JSON"),
    "surrogate bytes": (b'{"x":"\xed\xa0\x80"}', "not UTF-8"),
    "surrogate escape": (put_first(rb'"x":"\ud800"'), "not JSON"),
    "surrogate signature": (delivery("\ud800"), "not JSON"),
    "surrogate timestamp": (rb'{"Signature":"x","Timestamp":"\ud800","Activity":{}}', "not JSON"),
    "BOM": (b"\xef\xbb\xbf" + BODY, "byte order mark"),
    "control character": (BODY.replace(b"caf", b"ca\nf"), "not JSON"),
    "NaN": (signed(b'{"Id":NaN}'), "not JSON"),
    "Infinity": (signed(b'{"Id":-Infinity}'), "not JSON"),
    "NaN beside": (put_first(b'"x":NaN'), "not JSON"),
    "leading zero": (put_first(b'"x":01'), "not JSON"),
    "trailing comma": (BODY[:-1] + b",}", "not JSON"),
    "comment": (b"/**/" + BODY, "not JSON"),
    "no delimiter": (b'{"a" 1}', "not JSON"),
    "deep after an open string": (b'{"x":"' + b"[" * 60_000, "not JSON"),
    "strings without end": (b'"' + b'\\"' * 30_000 + b"[" * 100, "not JSON"),
    "open, and not deep": (b'{"a":[' + b"[]," * 100, "not JSON"),
    "closed too often": (b"]" * 100 + b"[" * 10, "not JSON"),
}

TOO_MUCH = {
    "10 MB": (b" " * 10_000_000, "10000000 bytes and the limit is 65536"),
    "deep": (nested(100_000), "deeper than 32"),
    "deep objects": (b'{"a":' * 100_000, "deeper than 32"),
    "deep and unclosed": (b"[" * 100_000, "deeper than 32"),
    "deep, mixed": (b'[{"a":' * 100_000, "deeper than 32"),
    "deep after what is not": (b'{"a":[[]],"b":' * 40, "deeper than 32"),
    "open and then deep": (b"[" * 20 + b"[" * 13 + b"]" * 13, "deeper than 32"),
}

AMBIGUOUS = {
    "signature": put_first(b'"Signature":"x"'),
    "signature, compact": compact("x", b"{}").replace(b"{", b'{"Signature":"y",', 1),
    "signature twice the same, compact": compact("x", b"{}").replace(b"{", b'{"Signature":"x",', 1),
    "activity, compact": compact("x", b'{},"Activity":{}'),
    "signature, escaped": put_first(rb'"\u0053ignature":"x"'),
    "within the activity": signed(b'{"Id": 71, "Type":1, "Id":72}'),
    "within the activity, compact": signed_compactly(b'{"Id":71,"Type":1,"Id":71}'),
    "within the activity, escaped": signed_compactly(rb'{"Id":71,"\u0049d":72}'),
    "within the activity, in another case": signed_compactly(b'{"Id":71,"id":72}'),
    "within the activity, in another case, with blanks": signed(b'{ "Id": 71, "Type": 1, "ID": 71 }'),
    "signature, in another case": put_first(b'"signature":"x"'),
    "within the ordinary activity's members": signed_compactly(b'{"Message":{"y":1,"Y":1},"Id":71}'),
    "within the ordinary activity's arrays": signed_compactly(b'{"Message":[{"y":1,"y":1}],"Id":71}'),
    "an unknown member": put_first(b'"x":1,"x":1'),
    "within an unknown member": put_first(b'"x":{"y":1,"y":1}'),
    "within arrays": put_first(b'"x":[[1,{"y":[{"z":1,"z":2}]}]]'),
    "within the activity's members": signed(b'{"Id":1,"Extra":{"y":1,"y":2}}'),
    "within the activity's arrays": signed(b'{"Id":1,"Extra":[{"y":1,"y":2}]}'),
    "empty names": put_first(b'"":1,"":2'),
}

WRONG_SHAPE = {
    "array": (b"[]", "the delivery is not an object"),
    "null": (b"null", "the delivery is not an object"),
    "number": (b"1", "the delivery is not an object"),
    "string": (b'"x"', "the delivery is not an object"),
    "no activity": (b'{"Signature":"x","Timestamp":"x"}', "no Activity"),
    "null activity": (delivery("x", b"null"), "no Activity"),
    "no timestamp": (b'{"Signature":"x","Activity":{}}', "no Timestamp"),
    "null timestamp": (b'{"Signature":"x","Timestamp":null,"Activity":{}}', "no Timestamp"),
    "number as timestamp": (b'{"Signature":"x","Timestamp":5,"Activity":{}}', "wrong shape at Timestamp"),
    "no time as timestamp": (signed(b"{}", "yesterday"), "wrong shape at Timestamp"),
    "array as activity": (signed(b"[1]"), "wrong shape at Activity"),
    "array of objects as activity": (signed(b'[{"Id":1}]'), "wrong shape at Activity"),
    "members in lower case": (signed(b'{"id":3,"type":11}'), "Activity has Id in another case"),
    "a member in lower case": (signed_compactly(b'{"Id":3,"type":11}'), "Activity has Type in another case"),
    "members of something else": (signed(b'{"Event":3}'), "none of the documented members Message, Link, Type"),
    "members of something else, nested": (signed(b'{"Event":{"Id":3}}'), "none of the documented members"),
    "string as activity": (signed(b'"x"'), "wrong shape at Activity"),
    "number as message": (signed(b'{"Message":1}'), r"wrong shape at Activity\.Message"),
    "object as type": (signed(b'{"Type":{}}'), r"wrong shape at Activity\.Type"),
    "fraction as type": (signed(b'{"Type":1.5}'), r"wrong shape at Activity\.Type"),
    "bool as type": (signed(b'{"Type":true}'), r"wrong shape at Activity\.Type"),
    "huge type": (signed(b'{"Type":1%s}' % (b"0" * 30)), r"wrong shape at Activity\.Type"),
    "huge integer": (signed(b'{"Id":1%s}' % (b"0" * 10_000)), "wrong shape"),
    "huge exponent": (signed(b'{"Id":1e999999999}'), "wrong shape"),
    "no time as created on": (signed(b'{"CreatedOn":"soon"}'), r"wrong shape at Activity\.CreatedOn"),
}

NO_SIGNATURE = {
    "none": (b'{"Timestamp":"x","Activity":{}}', "no Signature"),
    "null": (delivery(None), "no Signature"),
    "empty": (delivery(""), "no Signature"),
    "empty, compact": (compact("", b"{}"), "no Signature"),
    "number": (delivery(5), "not a string"),
    "true": (delivery(signature=True), "not a string"),
    "list": (delivery([SIGNATURE]), "not a string"),
    "object": (delivery({"x": SIGNATURE}), "not a string"),
    "non-ASCII": (delivery("\u212a" * 64), "not a string of ASCII"),
    "non-ASCII, compact": (compact("é" * 32, b"{}"), "not a string of ASCII"),
    "short": (delivery(SIGNATURE[:-1]), "fits none"),
    "long": (delivery(SIGNATURE + "0"), "fits none"),
    "padded": (delivery(SIGNATURE + " "), "fits none"),
    "NUL": (delivery(SIGNATURE + "\0"), "fits none"),
    "another": (delivery("0" * 64), "fits none"),
    "a megabyte": (delivery("0" * 1_000_000), "fits none"),
}


@pytest.mark.parametrize(("body", "told"), NO_BYTES.values(), ids=NO_BYTES)
def test_what_is_no_bytes_is_refused(body, told):
    with pytest.raises(WebhookPayloadError, match=told):
        unwrap(body)


@pytest.mark.parametrize(("body", "told"), NO_JSON.values(), ids=NO_JSON)
def test_what_is_no_json_is_refused(body, told):
    with pytest.raises(WebhookPayloadError, match=told):
        unwrap(body)


@pytest.mark.parametrize(("body", "told"), TOO_MUCH.values(), ids=TOO_MUCH)
def test_what_is_too_much_is_refused_before_it_is_parsed(body, told, monkeypatch):
    monkeypatch.setattr(_strict, "MEMBERS", None)
    monkeypatch.setattr(reading, "_ORDINARY", None)
    with pytest.raises(WebhookPayloadError, match=told):
        unwrap(body, MAX_BODY if len(body) > 1_000_000 else 2_000_000)


class Counted:
    """A parser that counts what it is asked."""

    def __init__(self, parser):
        self.parser, self.asked = parser, 0

    def decode(self, text):
        self.asked += 1
        return self.parser.decode(text)


@pytest.mark.parametrize("activity", [b'{"Id":1,"x":[[{"y":[{}]}]]}', b'{"Id":1, "x":{}}', b"[[],[]]"])
def test_within_a_body_nobody_looks_before_its_signature_fits_and_then_but_once(activity, monkeypatch):
    counted = Counted(_strict._WITHIN)
    monkeypatch.setattr(_strict, "_WITHIN", counted)
    with pytest.raises(WebhookSignatureError):
        unwrap(delivery("0" * 64, activity))
    assert counted.asked == 0
    with contextlib.suppress(WebhookPayloadError):
        unwrap(signed(activity))
    assert counted.asked == 1


@pytest.mark.parametrize("body", AMBIGUOUS.values(), ids=AMBIGUOUS)
def test_a_member_given_twice_is_refused_at_any_depth(body):
    with pytest.raises(WebhookPayloadError, match="twice"):
        unwrap(body)


@pytest.mark.parametrize(("body", "told"), WRONG_SHAPE.values(), ids=WRONG_SHAPE)
def test_what_is_no_delivery_is_refused(body, told):
    with pytest.raises(WebhookPayloadError, match=told):
        unwrap(body)


@pytest.mark.parametrize(("body", "told"), NO_SIGNATURE.values(), ids=NO_SIGNATURE)
def test_a_signature_that_is_none_is_refused(body, told):
    with pytest.raises(WebhookSignatureError, match=told):
        unwrap(body)


def test_a_message_repeats_nothing_of_the_body():
    body = put_first(b'"Jane Doe\\n":{"y":1,"y":1}')
    for spoilt in (body, b'{"Jane Doe":1,"Jane Doe":2}', b'["Jane Doe"]', b'{"Jane Doe'):
        with pytest.raises(WebhookPayloadError) as caught:
            unwrap(spoilt)
        assert "Jane" not in str(caught.value)
        assert len(str(caught.value)) < 200


@pytest.mark.parametrize(("levels", "told"), [(MAX_DEPTH - 1, "fits none"), (MAX_DEPTH, "deeper than 32")])
def test_the_depth_is_bounded_where_it_is_said_to_be(levels, told):
    with pytest.raises(WebhookError, match=told):
        unwrap(nested(levels))


def test_brackets_in_strings_and_side_by_side_are_not_depth():
    activity = b'{"Id":71,"Message":"%s \\" [[[","Extra":[%s]}' % (b"[{" * 100, b",".join([b"[{}]"] * 100))
    assert unwrap(signed(activity)).id == 71


@pytest.mark.parametrize("text", ["[", "{", "[{" * 5, "]", '":[', '":{', "\\[" * 20])
def test_brackets_in_a_text_of_an_ordinary_delivery_change_nothing(text):
    event = unwrap(signed_compactly(json.dumps({"Message": text, "Id": 71}, separators=(",", ":")).encode()))
    assert (event.id, event.activity.message) == (71, text)


def test_deep_nesting_does_not_end_a_thread_with_a_small_stack():
    caught = []

    def receive():
        for body in (nested(100_000), b'{"a":' * 200_000, b'{"a":[' * 30, nested(MAX_DEPTH - 1)):
            try:
                unwrap(body)
            except WebhookError as error:
                caught.append(str(error))

    before = threading.stack_size(256 * 1024)
    try:
        thread = threading.Thread(target=receive)
        thread.start()
    finally:
        threading.stack_size(before)
    thread.join(60)
    assert not thread.is_alive()
    assert len(caught) == 4
