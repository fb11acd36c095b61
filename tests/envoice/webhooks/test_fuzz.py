"""Nothing but `WebhookError` gets out of `unwrap`, nothing unsigned gets through, and the quick reading hides nothing.

The examples are always the same. The suite runs some of them; `ENVOICE_FUZZ_EXAMPLES=100000 pytest -s` on this file
runs as many of each test as it says, and prints what became of the bodies.
"""

import json
import os
from collections import Counter
from contextlib import suppress
from datetime import timedelta

import pytest
from envoice.errors import WebhookError
from envoice.webhooks import Scheme, Webhooks, _strict, reading
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.envoice.webhooks import oracle
from tests.envoice.webhooks.oracle import SECRET, SIMPLE, TIMESTAMP, compact, delivery

SCHEME = Scheme.parse(SIMPLE)
WEBHOOKS = Webhooks(secret=SECRET, scheme=SIMPLE)
LINES = (
    "sha256:secret:body:base64",
    "sha256:secret:blank_body:hex",
    "hmac-sha256:secret:activity_id+order_id:hex",
    "sha256:none:invoice_id+order_id:hex:join=.",
)
OTHERS = [
    *(Webhooks(secret=SECRET, scheme=line) for line in LINES),
    Webhooks(secret=SECRET, scheme=SIMPLE, max_age=timedelta(days=1)),
]
EXAMPLES = int(os.environ.get("ENVOICE_FUZZ_EXAMPLES", "500"))

REAL = (
    b'{"Id":71,"Type":11,"Message":"Jane paid \\"INV-1\\", caf\xc3\xa9","Link":"https://www.envoice.in/i/1?x=[{",'
    b'"InvoiceNumber":"INV-1","InvoiceId":3971,"OrderId":null,"CreatedOn":"2018-02-06T11:43:30.1234567Z"}'
)


def signed(activity, timestamp=TIMESTAMP, write=compact):
    values = {"timestamp": timestamp.encode(), "activity": activity}
    return write(oracle.signature(SCHEME, values), activity, timestamp)


SEEDS = [signed(REAL), signed(REAL, write=delivery), signed(oracle.ACTIVITY, write=delivery), signed(b"{}")]
TOKENS = b'" \\ { } [ ] , : null NaN 1e999 -0 \\ud800 \\u0000 "Id":1, "Signature":"", "Activity":{},'
FRAGMENTS = st.sampled_from([*TOKENS.split(), b"\0", b"\xef\xbb\xbf", b"\xff", b"\xed\xa0\x80", b" ", b"\n"])
TEXTS = st.text(max_size=5) | st.sampled_from(
    [TIMESTAMP, "", "9999-12-31T23:59:59.9999999", "0001-01-01T00:00:00+23:59", "2018-02-06", "24:00", "\ud800"]
)
NUMBERS = st.integers() | st.floats() | st.sampled_from([2**63, -(2**64), 10**40, 1e308])
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
MEMBERS = ["Signature", "Timestamp", "Activity", "Id", "Type", "Message", "CreatedOn", "OrderId", "Link", "id", "type"]
OBJECTS = st.dictionaries(st.sampled_from(MEMBERS), JSON | st.dictionaries(TEXTS, JSON, max_size=4), max_size=4)
ACTIVITIES = st.fixed_dictionaries(
    {},
    optional={
        "Message": st.none() | st.text(),
        "Link": st.none() | st.text(max_size=5),
        "Type": st.none() | st.integers(-1, 99),
        "InvoiceId": st.none() | st.integers(),
        "Id": st.none() | st.integers(-(2**63), 2**63),
        "CreatedOn": st.none() | st.just(TIMESTAMP) | TEXTS,
        "Extra": JSON,
    },
)


@st.composite
def mutated(draw):
    """A good delivery with bits flipped, bytes cut or put in, its end cut off, or parts of it and another joined."""
    body = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, max(len(body) - 1, 0)))
        match draw(st.sampled_from(["flip", "put", "cut", "end", "splice", "repeat"])):
            case "flip" if body:
                body[at] ^= 1 << draw(st.integers(0, 7))
            case "put":
                body[at:at] = draw(FRAGMENTS | st.binary(max_size=4))
            case "cut":
                del body[at : at + draw(st.integers(1, 40))]
            case "end":
                del body[at:]
            case "splice":
                body[at:] = draw(st.sampled_from(SEEDS))[draw(st.integers(0, 300)) :]
            case _:
                body[at:at] = body[at : at + draw(st.integers(1, 40))]
    return bytes(body)


@st.composite
def rightly_signed(draw):
    """Any activity at all under a signature that fits: what verification lets through must still be decoded."""
    separators = draw(st.sampled_from([(",", ":"), (", ", ": "), (" , ", "\n:\t")]))
    document = draw(ACTIVITIES | ACTIVITIES | OBJECTS | JSON)
    activity = json.dumps(document, separators=separators, ensure_ascii=draw(st.booleans()))
    timestamp = draw(st.just(TIMESTAMP) | TEXTS.filter(lambda text: json.dumps(text) == f'"{text}"'))
    write = draw(st.sampled_from([compact, delivery]))
    return signed(activity.encode(errors="surrogatepass"), timestamp, write)


BODIES = st.binary(max_size=60) | mutated() | rightly_signed() | OBJECTS.map(lambda value: json.dumps(value).encode())
SUITE = settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def told(seen, expected):
    """Tell what became of the bodies: a fuzz run in which nothing passes would test little."""
    print(f"\n{EXAMPLES} examples: {dict(seen.most_common())}")
    assert expected <= seen.keys()


def strictly(body):
    """What Python's own parser reads, with every member given twice refused, be it in another case."""

    def members(pairs):
        assert len({name.casefold() for name, _ in pairs}) == len(pairs)
        return dict(pairs)

    return json.loads(body.decode(), object_pairs_hook=members)


def test_nothing_but_a_webhook_error_gets_out():
    seen = Counter()

    @SUITE
    @given(BODIES)
    def check(body):
        for other in OTHERS:
            with suppress(WebhookError):
                other.unwrap(body)
        try:
            event = WEBHOOKS.unwrap(body)
        except WebhookError as error:
            seen[type(error).__name__] += 1
            return
        seen["passed"] += 1
        # What passes has a signature that fits, over bytes that are in the body, and one meaning to every parser.
        document = strictly(body)
        values = {"timestamp": document["Timestamp"].encode(), "activity": reading.read(body).activity}
        assert document["Signature"].lower() == oracle.signature(SCHEME, values)
        assert values["activity"] in body
        activity = document["Activity"]
        assert strictly(values["activity"]) == activity
        assert (event.id, event.activity.message) == (activity.get("Id"), activity.get("Message"))
        assert event.timestamp.tzinfo is not None

    check()
    told(seen, {"passed", "WebhookPayloadError", "WebhookSignatureError"})


def test_the_quick_reading_gives_what_the_thorough_one_gives():
    seen = Counter()

    @SUITE
    @given(BODIES)
    def check(body):
        try:
            reading.read(body)
        except WebhookError:
            return
        quick = reading._ordinary(body, nested=True)
        if quick is None:
            return
        thorough = reading._any_notation(body, nested=True)
        seen["read both ways"] += 1
        assert [quick.body, quick.signature, quick.timestamp, quick.activity] == [
            thorough.body,
            thorough.signature,
            thorough.timestamp,
            thorough.activity,
        ]
        assert quick.body_without_signature() == thorough.body_without_signature()
        # What the quick reading takes for settled, the thorough one finds nothing against.
        if quick.settled:
            reading.check_within(thorough)

    check()
    told(seen, {"read both ways"})


PIECES = st.sampled_from(["[", "{", "]", "}", ",", ":"]) | st.text('"\\\\[{]} é', max_size=6).map(json.dumps)


def test_the_quick_look_at_the_depth_sees_what_a_slow_one_sees(monkeypatch):
    monkeypatch.setattr(_strict, "MAX_DEPTH", 3)
    monkeypatch.setattr(_strict, "_TOO_DEEP", b"[" * 4)
    seen = Counter()

    @SUITE
    @given(st.lists(PIECES, max_size=25), st.sampled_from(["", '"', '"[[[[[', '"\\\\"[[[[[', '"\\"[[[[[']))
    def check(pieces, end):
        # Brackets that close what was not opened are no depth: a parser stops there.
        depths = [0]
        for piece in [*pieces, *end.partition('"\\\\"')[2]]:
            depths.append(max(depths[-1] + {"[": 1, "{": 1, "]": -1, "}": -1}.get(piece, 0), 0))
        deep = _strict.is_deep("".join([*pieces, end]).encode())
        seen[deep] += 1
        assert deep == (max(depths) > 3)

    check()
    told(seen, {True, False})


def slips(body):
    """Every body with one bit flipped, one byte taken out or doubled, or the end cut off."""
    for at, byte in enumerate(body):
        head, tail = body[:at], body[at + 1 :]
        yield from (head + bytes([byte ^ 1 << bit]) + tail for bit in range(8))
        yield head + tail
        yield head + bytes([byte, byte]) + tail
        yield head


@pytest.mark.parametrize("body", SEEDS)
def test_no_slip_changes_what_passes(body):
    before, exact = WEBHOOKS.unwrap(body), reading.read(body).activity
    for changed in slips(body):
        try:
            event = WEBHOOKS.unwrap(changed)
        except WebhookError:
            continue
        # Only the case of hex digits in the signature, and white space around the members, mean nothing.
        assert (event.activity, event.timestamp) == (before.activity, before.timestamp)
        assert reading.read(changed).activity == exact


def test_the_seeds_pass():
    for body in SEEDS:
        assert WEBHOOKS.unwrap(body).raw == body
    with pytest.raises(WebhookError):
        WEBHOOKS.unwrap(SEEDS[0][:-1])
