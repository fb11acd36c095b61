"""Schemes are data: each has a line of configuration, stands for exact bytes, and differs from every other."""

import base64
import itertools
import json

import msgspec
import pytest
from envoice.errors import ConfigurationError, WebhookError, WebhookPayloadError
from envoice.webhooks import MemoryStore, Scheme, WebhookHandler, Webhooks
from envoice.webhooks.reading import Received, read
from envoice.webhooks.registry import SEPARATORS
from envoice.webhooks.schemes import PARTS

from tests.envoice.webhooks import oracle

# A prime, so that every text, separator, keying and encoding is met.
STEP = 11
GOOD = {"digest": "sha256", "material": "secret", "signed": ("activity",), "encoding": "hex"}


def test_every_construction_makes_the_signature_it_says(registry):
    values, received = oracle.parts(oracle.ALL_IDS), read(oracle.delivery("?", oracle.ALL_IDS))
    material = {"key": b"the-key", "secret": b"the-secret"}
    for scheme in [*registry[::STEP], *(scheme for scheme in registry if scheme.encoding == "hex")]:
        used = [material[name] for name in scheme.needs]
        assert scheme.signer(*used)(received).decode() == oracle.signature(scheme, values), scheme


@pytest.mark.parametrize("length", [1, 63, 64, 65, 1000])
def test_key_material_of_any_length_signs(length):
    received, used = read(oracle.delivery("?")), "k" * length
    for line in (oracle.SIMPLE, "hmac-sha256:secret+key:activity:base64:placement=last", "sha256:secret:body:hex"):
        scheme = Scheme.parse(line)
        made = scheme.signer(*([used.encode()] * len(scheme.needs)))(received)
        assert made.decode() == oracle.signature(scheme, secret=used, key=used)


def test_every_construction_differs_from_every_other(registry):
    values = oracle.parts(oracle.ALL_IDS)
    every = [scheme for scheme in registry if scheme.encoding == "hex"]
    assert len({oracle.signature(scheme, values) for scheme in every}) == len(every) == len(registry) / 2


def test_the_registry_has_what_is_usual(registry):
    assert {scheme.digest for scheme in registry} == {"sha256", "hmac-sha256"}
    assert {scheme.material for scheme in registry} == {"secret", "key", "key+secret", "secret+key", "none"}
    assert {scheme.separator for scheme in registry} == set(SEPARATORS)
    assert {scheme.material_separator for scheme in registry} == set(SEPARATORS)
    assert {scheme.encoding for scheme in registry} == {"hex", "base64"}
    assert {scheme.placement for scheme in registry} == {"before", "after", "around", "first", "last", "ends"}
    texts = {scheme.signed for scheme in registry}
    small = {"timestamp", "activity_id", "invoice_id", "order_id"}
    assert {(part,) for part in PARTS} <= texts
    for size in range(1, 5):
        assert set(itertools.permutations(small, size)) <= texts
    for whole in ("activity", "body", "blank_body"):
        for part in small:
            assert {(whole, part), (part, whole)} <= texts
            assert part == "timestamp" or set(itertools.permutations((whole, part, "timestamp"))) <= texts
        assert ("timestamp", "activity_id", "invoice_id", "order_id", whole) in texts


def test_every_construction_has_a_line_of_configuration(registry):
    lines = [str(scheme) for scheme in registry]
    assert len(set(lines)) == len(lines)
    assert all(line.isprintable() and " " not in line for line in lines)
    assert all(Scheme.parse(str(scheme)) == scheme for scheme in registry[::STEP])


@pytest.mark.parametrize(
    ("line", "scheme"),
    [
        ("sha256:secret:activity:hex", Scheme(**GOOD)),
        (" sha256:secret:activity:hex\n", Scheme(**GOOD)),
        (
            "hmac-sha256:key+secret:timestamp+activity_id:base64:join=.",
            Scheme(
                digest="hmac-sha256",
                material="key+secret",
                signed=("timestamp", "activity_id"),
                encoding="base64",
                separator=".",
            ),
        ),
        ("sha256:secret:activity:hex:join=%3A:placement=last", Scheme(**GOOD, separator=":", placement="last")),
        ("sha256:secret:activity:hex:placement=after:join=%0A", Scheme(**GOOD, separator="\n", placement="after")),
        (
            "sha256:key+secret:activity:hex:material-join=%3A",
            Scheme(**GOOD | {"material": "key+secret"}, material_separator=":"),
        ),
        ("sha256:none:activity:hex", Scheme(**GOOD | {"material": "none"})),
    ],
)
def test_a_line_of_configuration_is_read(line, scheme):
    assert Scheme.parse(line) == scheme
    assert Scheme.parse(str(scheme)) == scheme


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("", "is written DIGEST:MATERIAL"),
        ("sha256:secret:activity", "is written DIGEST:MATERIAL"),
        ("sha256:secret:activity:hex:.", "is written DIGEST:MATERIAL"),
        ("sha256:secret:activity:hex:join=.:join=.", "is written DIGEST:MATERIAL"),
        ("sha256:secret:activity:hex:separator=.", "is written DIGEST:MATERIAL"),
        ("md5:secret:activity:hex", r"Scheme\.digest must be"),
        ("sha256:secret::hex", r"Scheme\.signed must be"),
        ("sha256:secret:activity:hex:join=%C3%A9", r"Scheme\.separator must be"),
        ("sha256:secret:activity:hex:placement=", r"Scheme\.placement must be"),
        ("hmac-sha256:secret:activity:hex:placement=last", r"Scheme\.placement has no effect on hmac-sha256"),
        ("hmac-sha256:secret+key:activity:hex:placement=after", r"Scheme\.placement has no effect on hmac-sha256"),
        ("hmac-sha256:none:activity:hex", "'none' goes with the digest 'sha256'"),
        ("sha256:none:activity:hex:placement=after", "'none' goes with the digest 'sha256'"),
        ("sha256:secret:activity:hex:material-join=.", "between the two of a pair that is joined"),
        ("sha256:secret+key:activity:hex:material-join=.:placement=ends", "between the two of a pair that is joined"),
        ("hmac-sha256:secret+key:activity:hex:material-join=.:placement=last", "between the two of a pair"),
    ],
)
def test_a_line_that_is_none_is_refused(line, told):
    with pytest.raises(ConfigurationError, match=told):
        Scheme.parse(line)
    with pytest.raises(ConfigurationError, match=told):
        Webhooks(secret="s", scheme=line)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"digest": "md5"}, "digest"),
        ({"material": "password"}, "material"),
        ({"signed": ()}, "signed"),
        ({"signed": "activity"}, "signed"),
        ({"signed": ("activity", "link")}, "signed"),
        ({"signed": None}, "signed"),
        ({"encoding": ["hex"]}, "encoding"),
        ({"separator": b"."}, "separator"),
        ({"separator": "·"}, "separator"),
        ({"material_separator": None}, "material_separator"),
        ({"placement": "both"}, "placement"),
    ],
)
def test_a_scheme_that_does_not_exist_is_refused(changed, field):
    with pytest.raises(ConfigurationError, match=rf"Scheme\.{field} must be"):
        Scheme(**(GOOD | changed))


@pytest.mark.parametrize("text", ["s3cr3t-0123456789", "sha256:s3cr3t-0123456789", "s3cr3t:0123:456789:x:y"])
def test_a_secret_in_the_place_of_a_scheme_is_not_quoted(text):
    with pytest.raises(ConfigurationError) as caught:
        Scheme.parse(text)
    assert "s3cr3t" not in str(caught.value)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("sha256:none:body:hex", "proves nothing: anyone can make a delivery"),
        ("hmac-sha256:secret:timestamp+invoice_id:hex", "does not cover all of Activity"),
    ],
)
def test_a_scheme_that_proves_little_is_taken_with_a_warning(line, told, caplog):
    webhooks = Webhooks(secret=oracle.SECRET, scheme=line)
    assert told in caplog.text
    assert webhooks.unwrap(oracle.delivery(oracle.signature(Scheme.parse(line)))).id == 71


@pytest.mark.parametrize("line", [oracle.SIMPLE, "sha256:secret:body:hex", "sha256:key+secret:blank_body:hex"])
def test_a_scheme_that_covers_the_activity_is_taken_without(line, caplog):
    assert Webhooks(secret=oracle.SECRET, key=oracle.KEY, scheme=line)
    assert caplog.text == ""


class Odd(Scheme):
    """A scheme of one's own whose methods do what they are told."""

    def signer(self, *material):
        return odd["signer"](material)

    def comparable(self, signature):
        return odd["comparable"](signature)


odd = {}


@pytest.mark.parametrize(
    ("method", "does", "told"),
    [
        (
            "signer",
            lambda material: lambda received: "text",
            "signer of Odd must give the signature as bytes; it gave str",
        ),
        ("signer", lambda material: lambda received: None, "signer of Odd must give .* it gave NoneType"),
        ("signer", lambda material: lambda received: 1 / 0, r"signer of Odd failed: ZeroDivisionError at .*:\d+"),
        ("signer", lambda material: lambda: b"", "signer of Odd failed: TypeError"),
        ("comparable", lambda signature: signature, "comparable of Odd must give the signature as bytes; it gave str"),
        ("comparable", lambda signature: 1 / 0, "comparable of Odd failed: ZeroDivisionError"),
    ],
)
def test_a_scheme_of_ones_own_that_does_not_work_is_told_in_a_sentence(method, does, told, monkeypatch):
    monkeypatch.setitem(odd, "signer", lambda material: lambda received: b"x")
    monkeypatch.setitem(odd, "comparable", str.encode)
    scheme = Odd(**GOOD)
    assert Webhooks(secret="s", scheme=scheme).unwrap(oracle.delivery("x")).id == 71
    monkeypatch.setitem(odd, method, does)
    with pytest.raises(ConfigurationError, match=told) as caught:
        Webhooks(secret="s", scheme=scheme).unwrap(oracle.delivery("x"))
    assert caught.value.__context__ is None
    handler = WebhookHandler(Webhooks(secret="s", scheme=scheme), store=MemoryStore())
    assert handler.handle(oracle.delivery("x")).status == 500


def test_a_scheme_of_ones_own_that_makes_no_signer_is_told_in_a_sentence(monkeypatch):
    monkeypatch.setitem(odd, "signer", lambda material: 1 / 0)
    with pytest.raises(ConfigurationError, match="signer of Odd failed: ZeroDivisionError"):
        Webhooks(secret="s", scheme=Odd(**GOOD))


def test_a_scheme_has_no_default_construction():
    with pytest.raises(TypeError, match=r"digest.*material.*signed.*encoding"):
        Scheme()


# The parts are exact bytes.

MEMBERS = {
    "first": (
        b'{"Signature":"s","Timestamp":"t","Activity":{}}',
        b'{"Timestamp":"t","Activity":{}}',
        b'{"Signature":"","Timestamp":"t","Activity":{}}',
    ),
    "between": (
        b'{"Timestamp":"t","Signature":"s","Activity":{}}',
        b'{"Timestamp":"t","Activity":{}}',
        b'{"Timestamp":"t","Signature":"","Activity":{}}',
    ),
    "last": (
        b'{"Timestamp":"t","Activity":{},"Signature":"s"}',
        b'{"Timestamp":"t","Activity":{}}',
        b'{"Timestamp":"t","Activity":{},"Signature":""}',
    ),
    "indented, first": (
        b'\n{\n  "Signature" : "s" ,\n  "Timestamp": "t",\n  "Activity": {}\n}\n',
        b'\n{\n  "Timestamp": "t",\n  "Activity": {}\n}\n',
        b'\n{\n  "Signature" : "" ,\n  "Timestamp": "t",\n  "Activity": {}\n}\n',
    ),
    "indented, last": (
        b'{\r\n\t"Timestamp": "t",\r\n\t"Activity": { } ,\r\n\t"Signature": "s"\r\n}',
        b'{\r\n\t"Timestamp": "t",\r\n\t"Activity": { }\r\n}',
        b'{\r\n\t"Timestamp": "t",\r\n\t"Activity": { } ,\r\n\t"Signature": ""\r\n}',
    ),
    "escaped and looking like others": (
        rb'{"Extra\"":"\"Signature\":\"x\",","\u0053ignature":"\u0073","Timestamp":"t","Activity":{"Signature":"x"}}',
        rb'{"Extra\"":"\"Signature\":\"x\",","Timestamp":"t","Activity":{"Signature":"x"}}',
        rb'{"Extra\"":"\"Signature\":\"x\",","\u0053ignature":"","Timestamp":"t","Activity":{"Signature":"x"}}',
    ),
}


@pytest.mark.parametrize(("body", "without", "blank"), MEMBERS.values(), ids=MEMBERS)
def test_the_signature_is_cut_out_of_the_exact_body(body, without, blank):
    received = read(body)
    assert received.signature == "s"
    assert received.body_without_signature() == without
    assert received.body_with_blank_signature() == blank


@pytest.mark.parametrize("signature", [r"a\",\"b", r"\\", r"\u0041", "a,b", "é"])
def test_the_quick_cut_finds_what_the_slow_one_finds(signature):
    body = b'{"Signature":"%s","Timestamp":"t","Activity":{}}' % signature.encode()
    received = Received(body, json.loads(body)["Signature"], "t", b"{}")
    assert received.body_without_signature() == b'{"Timestamp":"t","Activity":{}}'
    assert received.body_with_blank_signature() == b'{"Signature":"","Timestamp":"t","Activity":{}}'


def test_members_of_the_activity_are_exact():
    received = read(b'{"Signature":"s","Timestamp":"t","Activity":{"Id" :  71 ,"InvoiceId":null,"Link":"\\u0041"}}')
    assert received.activity == b'{"Id" :  71 ,"InvoiceId":null,"Link":"\\u0041"}'
    assert received.activity_member("Id") == b"71"
    assert received.activity_member("InvoiceId") == received.activity_member("OrderId") == b""
    assert received.activity_member("Link") == b'"\\u0041"'


@pytest.mark.parametrize("activity", [b"{}", b'{"Id":null}', b"[]", b"5"])
@pytest.mark.parametrize("signed", ["activity_id", "timestamp+activity_id", "invoice_id+order_id"])
def test_an_identity_that_is_signed_must_be_there(activity, signed):
    webhooks = Webhooks(secret="s", scheme=f"sha256:secret:{signed}:hex")
    with pytest.raises(WebhookPayloadError):
        webhooks.unwrap(oracle.delivery("x", activity))


def test_ids_that_an_event_lacks_are_empty_beside_one_that_it_has():
    scheme = Scheme.parse("sha256:secret:activity_id+order_id:hex:join=.")
    assert oracle.parts()["order_id"] == b""
    assert Webhooks(secret=oracle.SECRET, scheme=scheme).unwrap(oracle.delivery(oracle.signature(scheme))).id == 71


def in_pairs(text):
    """As `BitConverter.ToString` of .NET writes bytes."""
    return "-".join(text[at : at + 2] for at in range(0, len(text), 2)).upper()


@pytest.mark.parametrize("respell", [str.swapcase, str.upper, str, in_pairs])
def test_hex_is_taken_in_either_case_and_in_pairs(respell):
    scheme = Scheme.parse(oracle.SIMPLE)
    body = oracle.delivery(respell(oracle.signature(scheme)))
    assert Webhooks(secret=oracle.SECRET, scheme=scheme).unwrap(body).id == 71


@pytest.mark.parametrize("at", [1, 2, 64])
def test_hex_with_a_dash_that_parts_no_pairs_is_refused(at):
    made = oracle.signature(Scheme.parse(oracle.SIMPLE))
    with pytest.raises(WebhookError):
        Webhooks(secret=oracle.SECRET, scheme=oracle.SIMPLE).unwrap(oracle.delivery(f"{made[:at]}-{made[at:]}"))


@pytest.mark.parametrize("number", range(8))
def test_base64_is_taken_in_either_alphabet_padded_or_not_and_in_no_other_case(number):
    scheme = Scheme.parse("hmac-sha256:secret:activity:base64")
    activity = b'{"Id":%d}' % number
    made = oracle.signature(scheme, oracle.parts(activity))
    webhooks = Webhooks(secret=oracle.SECRET, scheme=scheme)
    url_safe = base64.urlsafe_b64encode(base64.b64decode(made)).decode()
    for spelt in (made, url_safe, made.rstrip("="), url_safe.rstrip("=")):
        assert webhooks.unwrap(oracle.delivery(spelt, activity)).id == number
    for other in (made.swapcase(), made + "=", made[:-2], "=" + made):
        with pytest.raises(WebhookError):
            webhooks.unwrap(oracle.delivery(other, activity))


def test_a_construction_of_ones_own_overrides_the_signer():
    class Reversed(Scheme):
        def signer(self, *material):
            return lambda received: (received.timestamp.encode() + material[0])[::-1].hex().encode()

    scheme = Reversed(digest="sha256", material="secret", signed=("timestamp",), encoding="hex")
    signature = (oracle.TIMESTAMP + oracle.SECRET)[::-1].encode().hex()
    assert Webhooks(secret=oracle.SECRET, scheme=scheme).unwrap(oracle.delivery(signature)).id == 71


def test_names_are_written_again_as_they_came():
    # The quick reading rests on it: what comes out as the same bytes had no member twice.
    every = {chr(code): msgspec.Raw(b"1") for code in range(0x800) if not 0xD800 <= code <= 0xDFFF}
    written = msgspec.json.encode(every)
    assert msgspec.json.encode(msgspec.json.decode(written, type=dict[str, msgspec.Raw])) == written
