"""Verification: a delivery passes if its bytes were signed with one of the secrets, and becomes a typed event."""

import itertools
import json
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import envoice
import pytest
from envoice.errors import ConfigurationError, WebhookError, WebhookPayloadError, WebhookSignatureError
from envoice.models import ActivityType, WebhookActivity
from envoice.testing import sign_delivery
from envoice.webhooks import MAX_BODY, Scheme, Webhooks
from envoice.webhooks.delivery import BUILDS_ON

from tests.envoice.webhooks import oracle
from tests.envoice.webhooks.oracle import KEY, SECRET, SIMPLE

BODY = oracle.delivery(oracle.signature(Scheme.parse(SIMPLE)))


def signed(activity, *, scheme=SIMPLE, timestamp=oracle.TIMESTAMP, **material):
    scheme = Scheme.parse(scheme)
    return oracle.delivery(oracle.signature(scheme, oracle.parts(activity, timestamp), **material), activity, timestamp)


def unwrapped(activity, **how):
    return Webhooks(secret=SECRET, scheme=SIMPLE).unwrap(signed(activity, **how))


# The event.


def test_the_event_is_typed():
    event = Webhooks(secret=SECRET, scheme=SIMPLE).unwrap(BODY, {"content-type": "text/plain"})
    assert (event.id, event.type) == (71, ActivityType.PAID)
    assert event.type is ActivityType.PAID
    assert event.timestamp == datetime(2018, 2, 6, 11, 43, 30, 123457, tzinfo=UTC)
    assert event.created_on == datetime(2018, 2, 6, 11, 43, 30, 120000, tzinfo=UTC)
    assert isinstance(event.activity, WebhookActivity)
    assert (event.activity.message, event.activity.invoice_id) == ("café {[", 3971)
    assert (event.activity.order_id, event.activity.order_number, event.activity.link) == (None, None, None)
    assert event.raw == BODY


@pytest.mark.parametrize("number", range(len(ActivityType)))
def test_every_ordinal_is_its_activity_type(number):
    assert unwrapped(b'{"Type":%d}' % number).type is list(ActivityType)[number]


@pytest.mark.parametrize("number", [len(ActivityType), 999, -1, 2**63 - 1])
def test_an_unknown_ordinal_is_kept(number):
    kind = unwrapped(b'{"Id":1,"Type":%d}' % number).type
    assert isinstance(kind, ActivityType)
    assert (kind.is_known, kind) == (False, str(number))


@pytest.mark.parametrize("member", ActivityType)
def test_a_type_may_come_as_its_text_as_enums_do_elsewhere(member):
    event = unwrapped(b'{"Id":71,"Type":"%b","InvoiceId":5}' % member.value.encode())
    assert event.type is member
    assert (event.id, event.activity.type, event.activity.invoice_id) == (71, member.ordinal, 5)


@pytest.mark.parametrize("respell", [str.lower, str.upper, str.swapcase])
def test_the_text_of_a_type_may_come_in_any_case(respell):
    for member in ActivityType:
        event = unwrapped(b'{"Type":"%b"}' % respell(member.value).encode())
        assert event.type is member
        assert event.activity.type == member.ordinal


@pytest.mark.parametrize(("text", "number"), [("11", 11), ("0", 0), ("011", 11), ("4711", 4711), ("-1", -1)])
def test_the_digits_of_an_ordinal_may_come_as_a_text(text, number):
    event = unwrapped(b'{"Id":71,"Type":"%b"}' % text.encode())
    assert (event.type, event.activity.type) == (ActivityType.from_ordinal(number), number)


@pytest.mark.parametrize("text", ["Brand new", "11.0", " 11", "1" * 30, "\u0661", ""])
def test_an_unknown_text_is_kept(text):
    event = unwrapped(b'{"Id":71,"Type":"%b","CreatedOn":"2018-02-06"}' % text.encode())
    assert event.type == text
    assert not event.type.is_known
    assert event.activity.type is None
    assert event.created_on.tzinfo is UTC


def test_the_digits_of_a_number_beyond_64_bits_are_refused():
    with pytest.raises(WebhookPayloadError, match=r"wrong shape at Activity\.Type"):
        unwrapped(b'{"Type":"99999999999999999999"}')


def test_an_event_may_have_nothing_but_its_time():
    event = unwrapped(b"{}")
    assert (event.id, event.type, event.created_on, event.activity) == (None, None, None, WebhookActivity())


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2018-02-06T11:43:30", datetime(2018, 2, 6, 11, 43, 30, tzinfo=UTC)),
        ("2018-02-06T11:43:30.5+02:00", datetime(2018, 2, 6, 9, 43, 30, 500000, tzinfo=UTC)),
        ("2018-02-06T11:43:30.1234567Z", datetime(2018, 2, 6, 11, 43, 30, 123457, tzinfo=UTC)),
    ],
)
def test_every_time_has_a_zone_and_one_without_offset_is_in_utc(text, time):
    event = unwrapped(b'{"CreatedOn":"%s"}' % text.encode(), timestamp=text)
    assert event.timestamp == event.created_on == event.activity.created_on == time
    assert event.timestamp.tzinfo is not None
    assert event.created_on.tzinfo is not None


def test_an_event_can_be_queued_for_another_process():
    event = Webhooks(secret=SECRET, scheme=SIMPLE).unwrap(BODY)
    again = pickle.loads(pickle.dumps(event))
    assert (again.activity, again.type, again.timestamp, again.raw) == (
        event.activity,
        event.type,
        event.timestamp,
        event.raw,
    )


def test_an_event_shows_no_personal_data():
    event = unwrapped(b'{"Id":71,"Type":11,"Message":"Jane Doe","Link":"https://www.envoice.in/x?jane"}')
    assert repr(event) == str(event)
    assert repr(event).startswith("WebhookEvent(id=71, type=<ActivityType.PAID: 'Paid'>, timestamp=2018-02-06T11:43:30")
    assert "ane" not in repr(event) + repr(event.__rich_repr__())


# What passes and what does not.


def test_a_change_of_any_byte_is_noticed():
    webhooks = Webhooks(secret=SECRET, scheme=SIMPLE)
    # The same document, written otherwise: verification is of the bytes.
    rewritten = BODY.replace(b'"Type":11', b'"Type": 11')
    assert json.loads(rewritten) == json.loads(BODY)
    for other in (rewritten, BODY.replace(b"3971", b"3972"), BODY.replace(b"30.1234567Z", b"30.1234568Z")):
        with pytest.raises(WebhookSignatureError, match="fits none"):
            webhooks.unwrap(other)


def test_what_stands_around_the_members_does_not_matter():
    body = b' \n{"Extra":[1,{}],"Activity":\t%s\n,"Timestamp":"%s" ,"Signature" :"%s"}\n ' % (
        oracle.ACTIVITY,
        oracle.TIMESTAMP.encode(),
        oracle.signature(Scheme.parse(SIMPLE)).encode(),
    )
    for received in (bytearray(body), memoryview(body), memoryview(b"x" + body)[1:]):
        event = Webhooks(secret=SECRET, scheme=SIMPLE).unwrap(received)
        assert (event.id, event.raw) == (71, body)
        assert type(event.raw) is bytes


@pytest.mark.parametrize("secret", [["new", SECRET], [SECRET, "new"], (SECRET,), (one for one in ["new", SECRET])])
def test_several_secrets_are_tried_while_one_replaces_another(secret):
    assert Webhooks(secret=secret, scheme=SIMPLE).unwrap(BODY).id == 71


@pytest.mark.parametrize("material", ["key+secret", "secret+key"])
def test_every_pair_of_keys_and_secrets_is_tried(material):
    scheme = f"sha256:{material}:activity:hex"
    webhooks = Webhooks(key=["k1", "k2"], secret=["s1", "s2"], scheme=scheme)
    for key, secret in itertools.product(["k1", "k2"], ["s1", "s2"]):
        assert webhooks.unwrap(signed(b'{"Id":5}', scheme=scheme, key=key, secret=secret)).id == 5
    with pytest.raises(WebhookSignatureError):
        webhooks.unwrap(signed(b'{"Id":5}', scheme=scheme, key="k1", secret="s3"))


def test_every_secret_is_tried_whichever_fits():
    tried = []

    class Counting(Scheme):
        def signer(self, *material):
            sign = super().signer(*material)

            def counted(received):
                tried.append(bytes(material[0]))
                return sign(received)

            return counted

    line = Scheme.parse(SIMPLE)
    scheme = Counting(digest=line.digest, material=line.material, signed=line.signed, encoding=line.encoding)
    assert Webhooks(secret=[SECRET, "new"], scheme=scheme).unwrap(BODY).id == 71
    assert tried == [SECRET.encode(), b"new"]


def test_signatures_are_compared_in_constant_time(monkeypatch):
    compared = []

    def compare(one, other):
        compared.append((one, other))
        return False

    monkeypatch.setattr("envoice.webhooks.verification.hmac.compare_digest", compare)
    with pytest.raises(WebhookSignatureError):
        Webhooks(secret=[SECRET, "new"], scheme=SIMPLE).unwrap(BODY)
    right = oracle.signature(Scheme.parse(SIMPLE)).encode()
    assert compared == [(right, right), (right, oracle.signature(Scheme.parse(SIMPLE), secret="new").encode())]


def test_one_instance_serves_many_threads():
    webhooks = Webhooks(secret=["new", SECRET], scheme=SIMPLE)
    bodies = [signed(b'{"Id":%d}' % number) for number in range(200)]
    with ThreadPoolExecutor(8) as threads:
        assert [event.id for event in threads.map(webhooks.unwrap, bodies)] == list(range(200))


@pytest.mark.parametrize("settings", [{}, {"scheme": None}])
def test_without_a_scheme_it_is_not_made_and_the_error_names_the_way_out(settings):
    with pytest.raises(ConfigurationError, match=r"documents .* no construction.*envoice\.webhooks identify.*scheme="):
        Webhooks(secret=SECRET, **settings)


# Age.


def test_old_deliveries_pass_unless_an_age_is_given():
    body, _ = sign_delivery(SIMPLE, secret=SECRET, id=71, timestamp=datetime.now(UTC) - timedelta(hours=1))
    assert Webhooks(secret=SECRET, scheme=SIMPLE).unwrap(body).id == 71
    assert Webhooks(secret=SECRET, scheme=SIMPLE, max_age=timedelta(hours=2)).unwrap(body).id == 71
    with pytest.raises(WebhookError, match="more than 0:30:00 ago"):
        Webhooks(secret=SECRET, scheme=SIMPLE, max_age=timedelta(minutes=30)).unwrap(body)


def test_an_age_is_looked_at_after_the_signature():
    body, _ = sign_delivery(SIMPLE, secret="other", timestamp=datetime(2018, 2, 6, tzinfo=UTC))
    with pytest.raises(WebhookSignatureError):
        Webhooks(secret=SECRET, scheme=SIMPLE, max_age=timedelta(1)).unwrap(body)


@pytest.mark.parametrize("part", ["activity", "activity_id"])
def test_an_age_needs_a_time_that_is_signed(part):
    with pytest.raises(ConfigurationError, match="signs the timestamp"):
        Webhooks(secret=SECRET, scheme=f"sha256:secret:{part}:hex", max_age=timedelta(1))
    assert Webhooks(secret=SECRET, scheme="sha256:secret:body:hex", max_age=timedelta(1))


@pytest.mark.parametrize("value", [300, timedelta(0), timedelta(-1), "1h", True])
def test_an_age_that_is_none_is_refused(value):
    with pytest.raises(ConfigurationError, match="max_age must be"):
        Webhooks(secret=SECRET, scheme=SIMPLE, max_age=value)


# Configuration.


@pytest.mark.parametrize(
    ("material", "given", "lacking"),
    [
        ("secret", {"key": KEY}, "pass secret="),
        ("key", {"secret": SECRET}, "pass key="),
        ("key+secret", {"key": KEY}, "pass secret="),
        ("secret+key", {"secret": SECRET}, "pass key="),
        ("secret", {"secret": []}, "pass secret="),
    ],
)
def test_key_material_that_the_scheme_needs_is_asked_for_at_once(material, given, lacking):
    with pytest.raises(ConfigurationError, match=lacking):
        Webhooks(scheme=f"sha256:{material}:activity:hex", **given)


@pytest.mark.parametrize("value", ["", " ", b"bytes", 5, ["fine", ""], ["fine", None], [b"x"]])
@pytest.mark.parametrize("name", ["secret", "key"])
def test_unusable_key_material_is_refused(name, value):
    with pytest.raises(ConfigurationError, match=f"{name}= takes"):
        Webhooks(**{name: value})


@pytest.mark.parametrize("value", ["abc\n", " abc", ["fine", "abc\t"]])
@pytest.mark.parametrize("name", ["secret", "key"])
def test_key_material_with_whitespace_around_it_is_refused(name, value):
    with pytest.raises(ConfigurationError, match=rf"^{name}= begins or ends with whitespace .*: strip it\.$") as caught:
        Webhooks(**{name: value})
    assert "abc" not in str(caught.value)


@pytest.mark.parametrize("value", [5, b"sha256:secret:activity:hex", ["hex"], Scheme])
def test_a_scheme_is_a_scheme_or_its_text(value):
    with pytest.raises(ConfigurationError, match="takes a Scheme or its text"):
        Webhooks(secret=SECRET, scheme=value)


@pytest.mark.parametrize("value", ["9", 0, -1, True, 1.5, None])
def test_a_bound_that_is_none_is_refused_at_once(value):
    with pytest.raises(ConfigurationError, match="max_body"):
        Webhooks(secret="s", scheme=None, max_body=value)


def test_the_size_is_bounded_where_it_is_said_to_be():
    webhooks = Webhooks(secret=SECRET, scheme=SIMPLE)
    assert webhooks.unwrap(BODY + b" " * (MAX_BODY - len(BODY))).id == 71
    with pytest.raises(WebhookPayloadError, match="bytes and the limit"):
        webhooks.unwrap(BODY + b" " * (MAX_BODY + 1 - len(BODY)))
    with pytest.raises(WebhookPayloadError, match="bytes and the limit is 10 "):
        Webhooks(secret=SECRET, scheme=SIMPLE, max_body=10).unwrap(BODY)
    assert (webhooks.max_body, Webhooks(secret=SECRET, scheme=SIMPLE, max_body=10).max_body) == (MAX_BODY, 10)


def test_all_can_be_taken_from_the_environment():
    account = {"ENVOICE_API_KEY": "account-key", "ENVOICE_API_SECRET": SECRET, "ENVOICE_WEBHOOK_SCHEME": SIMPLE}
    assert Webhooks.from_environment(account).unwrap(BODY).id == 71
    own = account | {"ENVOICE_WEBHOOK_SECRET": "own"}
    assert Webhooks.from_environment(own).unwrap(sign_delivery(SIMPLE, secret="own", id=1).body).id == 1
    with pytest.raises(WebhookSignatureError):
        Webhooks.from_environment(own).unwrap(BODY)


def test_while_a_secret_is_replaced_the_environment_gives_both():
    line = "sha256:key+secret:activity:hex"
    environ = {"ENVOICE_WEBHOOK_SCHEME": line, "ENVOICE_API_KEY": "key", "ENVOICE_WEBHOOK_KEY_OLD": "old-key"}
    environ |= {"ENVOICE_WEBHOOK_SECRET": "new", "ENVOICE_WEBHOOK_SECRET_OLD": "old"}
    webhooks = Webhooks.from_environment(environ)
    for key, secret in itertools.product(["key", "old-key"], ["new", "old"]):
        assert webhooks.unwrap(signed(b'{"Id":5}', scheme=line, key=key, secret=secret)).id == 5
    with pytest.raises(WebhookSignatureError):
        webhooks.unwrap(signed(b'{"Id":5}', scheme=line, key="key", secret="other"))


def test_the_environment_takes_bounds_as_well():
    environ = {"ENVOICE_WEBHOOK_SECRET": SECRET, "ENVOICE_WEBHOOK_SCHEME": SIMPLE}
    webhooks = Webhooks.from_environment(environ, max_body=len(BODY), max_age=timedelta(days=1))
    assert webhooks.max_body == len(BODY)
    with pytest.raises(WebhookError, match="more than 1 day, 0:00:00 ago"):
        webhooks.unwrap(BODY)


@pytest.mark.parametrize(
    ("environ", "told"),
    [
        (
            {"ENVOICE_WEBHOOK_SCHEME": SIMPLE, "ENVOICE_WEBHOOK_SECRET": "abc\n"},
            "^ENVOICE_WEBHOOK_SECRET begins or ends with whitespace",
        ),
        ({"ENVOICE_API_SECRET": SECRET}, r"ENVOICE_WEBHOOK_SCHEME is not set\. No signature scheme .* identify"),
        ({"ENVOICE_WEBHOOK_SCHEME": " "}, "ENVOICE_WEBHOOK_SCHEME is not set"),
        ({"ENVOICE_WEBHOOK_SCHEME": "sha256:secret:all:hex"}, r"^ENVOICE_WEBHOOK_SCHEME is no scheme: .*'timestamp'"),
        (
            {"ENVOICE_WEBHOOK_SCHEME": SIMPLE, "ENVOICE_API_SECRET": "", "ENVOICE_API_KEY": KEY},
            "signs with the secret: set ENVOICE_WEBHOOK_SECRET or ENVOICE_API_SECRET",
        ),
        (
            {"ENVOICE_WEBHOOK_SCHEME": "sha256:key+secret:body:hex", "ENVOICE_API_SECRET": SECRET},
            "signs with the key: set ENVOICE_WEBHOOK_KEY or ENVOICE_API_KEY",
        ),
    ],
)
def test_an_environment_that_lacks_something_is_told_at_once_by_its_variable(environ, told):
    with pytest.raises(ConfigurationError, match=told):
        Webhooks.from_environment(environ)


# The package.


def test_it_names_the_generated_names_it_stands_on():
    for name in BUILDS_ON:
        module, kind, *field = name.split(".")
        assert module == "models"
        assert set(field) <= set(getattr(getattr(envoice.models, kind), "__struct_fields__", ()))


def test_a_forgery_is_refused_before_the_models_are_built():
    code = (
        "import sys; from envoice.webhooks import Webhooks\n"
        "try: Webhooks(secret='s', scheme='sha256:secret:activity:hex').unwrap(sys.argv[1].encode())\n"
        "except Exception as error: print(type(error).__name__)\n"
        "print('envoice.models' in sys.modules, 'httpx' in sys.modules)"
    )
    paths = (
        f"import sys; sys.path[:0] = {sys.path!r}; import envoice; envoice.__path__[:] = {list(envoice.__path__)!r}\n"
    )
    ran = subprocess.run([sys.executable, "-c", paths + code, BODY], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["WebhookSignatureError", "False", "False"]
