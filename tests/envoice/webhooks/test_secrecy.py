"""Nothing shows what deliveries are signed with: no repr, no pickle, no error and no traceback with locals."""

import copy
import pickle
import traceback
from datetime import timedelta

import pytest
from envoice.auth import EnvoiceAuth
from envoice.credentials import Credentials
from envoice.errors import ConfigurationError, WebhookError, WebhookSignatureError
from envoice.testing import sign_delivery
from envoice.webhooks import (
    MAX_BODY,
    AsyncRedisStore,
    Identifier,
    MemoryStore,
    RedisStore,
    Scheme,
    SQLiteStore,
    WebhookHandler,
    Webhooks,
)

from tests.envoice.webhooks import oracle
from tests.envoice.webhooks.oracle import KEY, SECRET, SIMPLE
from tests.layers import is_ours


def test_it_shows_and_pickles_no_secret():
    webhooks = Webhooks(secret=[SECRET, "second"], key=KEY, scheme=SIMPLE)
    assert repr(webhooks) == f"Webhooks(scheme={SIMPLE!r}, material=<2 hidden>, max_body={MAX_BODY})"
    with pytest.raises(TypeError, match="Webhooks holds secrets"):
        pickle.dumps(webhooks)
    with pytest.raises(TypeError):
        vars(webhooks)
    assert copy.deepcopy(webhooks) is webhooks


MADE_WRONG = {
    "age": {"scheme": SIMPLE, "max_age": 5},
    "age unsigned": {"scheme": "sha256:secret:activity:hex", "max_age": timedelta(1)},
    "size": {"scheme": SIMPLE, "max_body": None},
    "scheme": {"scheme": SECRET},
    "no scheme": {"scheme": 5},
    "another key": {"scheme": "sha256:key+secret:activity:hex"},
    "surrounded": {"secret": f"{SECRET}\n", "scheme": SIMPLE},
    "surrounded beside": {"secret": ["fine", f" {SECRET}"]},
    "bytes": {"secret": SECRET.encode()},
    "in a list": {"secret": [SECRET.encode()]},
    "key": {"key": f"{SECRET} ", "secret": "fine"},
}


def inside(error):
    """What a traceback with locals shows of our own frames."""
    captured = traceback.TracebackException.from_exception(error, capture_locals=True)
    texts = [f"{name} = {text}" for one in captured.stack if is_ours(one) for name, text in one.locals.items()]
    assert texts
    return "\n".join([str(error), *texts])


@pytest.mark.parametrize("given", MADE_WRONG.values(), ids=MADE_WRONG)
def test_a_traceback_through_a_constructor_shows_no_secret(given):
    with pytest.raises(ConfigurationError) as caught:
        Webhooks(**{"secret": SECRET} | given)
    assert SECRET not in inside(caught.value)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Identifier(secret=f"{SECRET}\n"),
        lambda: Identifier(secret=["fine", SECRET.encode()]),
        lambda: Identifier(secret="fine", key=f" {SECRET}"),
        lambda: sign_delivery(SIMPLE, secret=f"{SECRET}\n"),
        lambda: sign_delivery("hmac-sha256:key:activity:hex", secret=SECRET),
        lambda: sign_delivery("hmac-sha256:key", secret=SECRET),
        lambda: sign_delivery(SIMPLE, secret=SECRET, message=object()),
    ],
)
def test_a_traceback_through_what_else_takes_a_secret_shows_none(make):
    with pytest.raises(ConfigurationError) as caught:
        make()
    assert SECRET not in inside(caught.value)


@pytest.mark.parametrize(
    "changed",
    [
        {"ENVOICE_WEBHOOK_SCHEME": SECRET},
        {"ENVOICE_WEBHOOK_SCHEME": ""},
        {"ENVOICE_WEBHOOK_SCHEME": "sha256:key:body:hex"},
        {"ENVOICE_WEBHOOK_SECRET": f"{SECRET}\n"},
        {"ENVOICE_WEBHOOK_SECRET_OLD": f"{SECRET}\n"},
    ],
)
def test_a_traceback_through_the_environment_shows_no_secret_and_no_variable(changed):
    environ = {"ENVOICE_WEBHOOK_SECRET": SECRET, "ENVOICE_WEBHOOK_SCHEME": SIMPLE, "DATABASE_PASSWORD": "hunter2"}
    with pytest.raises(ConfigurationError, match="ENVOICE_WEBHOOK_") as caught:
        Webhooks.from_environment(environ | changed)
    assert SECRET not in inside(caught.value)
    assert "hunter2" not in inside(caught.value)


def test_a_traceback_through_verification_shows_no_secret():
    for line in (SIMPLE, "sha256:secret:activity_id:hex:placement=around"):
        with pytest.raises(WebhookError) as caught:
            Webhooks(secret=SECRET, scheme=line).unwrap(oracle.delivery("0" * 64, b"{}"))
        assert SECRET not in inside(caught.value)


async def put(event):
    """A queue that nothing awaits."""


@pytest.mark.parametrize(
    "make",
    [
        lambda: Webhooks(secret=SECRET, scheme=SIMPLE, max_body=0),
        lambda: WebhookHandler(Webhooks(secret=SECRET, scheme=SIMPLE), store=AsyncRedisStore(None)),
        lambda: WebhookHandler(Webhooks(secret=SECRET, scheme=SIMPLE), store=MemoryStore(), enqueue=put),
        lambda: MemoryStore(capacity=0),
        lambda: SQLiteStore("x", lease=0),
        lambda: SQLiteStore(""),
        lambda: RedisStore(None, lease=0),
        lambda: EnvoiceAuth(Credentials(KEY, SECRET), base_url="http://www.envoice.in"),
    ],
)
def test_what_is_half_made_can_be_shown(make):
    with pytest.raises(ConfigurationError) as caught:
        make()
    shown = inside(caught.value)
    assert SECRET not in shown
    assert "failed" not in shown


def test_an_error_shows_neither_secret_nor_the_right_signature():
    with pytest.raises(WebhookSignatureError) as caught:
        Webhooks(secret=SECRET, scheme=SIMPLE).unwrap(oracle.delivery("00" * 32))
    assert SECRET not in str(caught.value)
    assert oracle.signature(Scheme.parse(SIMPLE)) not in str(caught.value)
    assert caught.value.__context__ is None
