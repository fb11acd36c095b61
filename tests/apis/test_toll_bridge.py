"""A project's hooks sign requests with an HMAC over method, path, body and date, and verify deliveries of their own."""

import asyncio
import copy
import hashlib
import hmac
import io
import json
import logging
import pickle
import shutil
import time
import traceback
from email.utils import parsedate_to_datetime

import pytest

from sdkwright.errors import GeneratorError
from sdkwright.project import MARK, Project
from sdkwright.verify.rooms import refuse_misplaced
from tests.apis import projects
from tests.apis.calling import KINDS
from tests.apis.token_server import serving

ID, KEY, SECRET = "key-of-the-bridge", "secret %&+ of the bridge", "secret-of-the-webhooks"
CROSSING = {"id": 7, "plate": "M-AB 12"}
PAID = json.dumps({"kind": "crossing.paid", "id": "e-1", "crossing": CROSSING}).encode()


@pytest.fixture(scope="module")
def made(make):
    """The package."""
    return make("toll_bridge")


@pytest.fixture
def bridge():
    """The service, which answers a crossing, or a list of them."""
    with serving() as (service, base_url):
        service.answer = lambda asked: (200, [CROSSING] if asked.line.startswith("GET") else CROSSING)
        service.base_url = base_url
        yield service


def run(made, bridge, use, kind, **given):
    """What a use of a client of either kind gives."""
    given = {"key_id": ID, "secret_key": KEY, "base_url": bridge.base_url} | given

    async def awaited():
        async with made.package.AsyncTollBridge(**given) as client:
            return await use(client)

    if kind == "async":
        return asyncio.run(awaited())
    with made.package.TollBridge(**given) as client:
        return use(client)


def frames_of(error):
    """The local variables of every frame of the package."""
    frames = traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__), capture_locals=True)
    own = [frame for frame in frames if frame.filename != __file__]
    assert own
    return repr([frame.locals for frame in own])


def assert_signed(asked):
    """The signature is that of what arrived."""
    method, _, target = asked.line.partition(" ")
    text = "\n".join((method, target, hashlib.sha256(asked.body).hexdigest(), asked.headers["date"]))
    made = hmac.new(KEY.encode(), text.encode(), hashlib.sha256).hexdigest()
    assert asked.headers["x-bridge-signature"] == f"{ID}:{made}"
    assert KEY not in repr(asked)


def test_the_override_is_short():
    override = projects.FOLDER / "toll_bridge" / "overrides" / "toll_bridge" / "hooks" / "security.py"
    assert len(override.read_text(encoding="utf-8").splitlines()) < 40


@pytest.mark.parametrize("kind", KINDS)
def test_the_signature_is_of_what_arrives(made, bridge, kind):
    run(made, bridge, lambda client: client.crossings.list(lane="left side"), kind)
    run(made, bridge, lambda client: client.crossings.create(plate="M-ÄÖ 1"), kind)
    run(made, bridge, lambda client: client.crossings.update_photo(7, content=b"\x89PNG"), kind)
    lines = ["GET /crossings?lane=left%20side", "POST /crossings", "PUT /crossings/7/photo"]
    assert [asked.line for asked in bridge.asked] == lines
    assert [bool(asked.body) for asked in bridge.asked] == [False, True, True]
    for asked in bridge.asked:
        assert_signed(asked)
        assert abs(parsedate_to_datetime(asked.headers["date"]).timestamp() - time.time()) < 100


@pytest.mark.parametrize("kind", KINDS)
def test_a_retry_is_signed_anew_by_the_clients_clock(made, bridge, kind):
    clock = made.module("testing").FakeClock()
    bridge.answer = lambda asked: (503, {}, {"Retry-After": "60"}) if len(bridge.asked) == 1 else (200, [])
    run(made, bridge, lambda client: client.crossings.list(), kind, clock=clock, max_retries=1)
    first, second = bridge.asked
    for asked in bridge.asked:
        assert_signed(asked)
    assert first.headers["x-bridge-signature"] != second.headers["x-bridge-signature"]
    moments = [parsedate_to_datetime(asked.headers["date"]).timestamp() for asked in bridge.asked]
    assert moments[1] - moments[0] >= 60


@pytest.mark.parametrize("kind", KINDS)
def test_a_redirect_is_signed_anew_and_elsewhere_not_at_all(made, bridge, kind):
    with serving() as (other, elsewhere):
        other.answer = lambda asked: (200, [])
        places = {"GET /crossings": "/crossings?lane=b", "GET /crossings?lane=b": f"{elsewhere}/crossings"}
        bridge.answer = lambda asked: (302, {}, {"Location": places[asked.line]})
        run(made, bridge, lambda client: client.crossings.list(), kind, follow_redirects=True)
    assert [asked.line for asked in bridge.asked] == [*places]
    for asked in bridge.asked:
        assert_signed(asked)
    [asked] = other.asked
    assert not {"x-bridge-signature", "date", "authorization"} & asked.headers.keys()
    assert ID not in repr(asked)


@pytest.mark.parametrize("kind", KINDS)
def test_secrets_are_nowhere_but_on_the_wire(made, bridge, kind, caplog):
    caplog.set_level(logging.DEBUG)
    bridge.answer = lambda asked: (403, {"error": {"message": f"bad {ID} {KEY}", "code": KEY}})
    with pytest.raises(made.package.PermissionDeniedError) as caught:
        run(made, bridge, lambda client: client.crossings.create(plate="a"), kind)
    error, signature = caught.value, bridge.asked[0].headers["x-bridge-signature"].partition(":")[2]
    texts = [
        frames_of(error),
        str(error),
        repr(error),
        repr(error.body),
        repr(pickle.dumps(error)),
        repr(vars(copy.copy(error))),
    ]
    for text in (*texts, caplog.text):
        assert KEY not in text
        assert signature not in text
    assert error.detail == "bad <hidden> <hidden>"
    credentials = made.module("credentials").Credentials(ID, KEY)
    assert repr(credentials) == "Credentials(key_id=<hidden>, secret_key=<hidden>)"
    with pytest.raises(TypeError, match="never pickled"):
        pickle.dumps(credentials)


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_hook_raises_shows_no_secret_and_no_frames(made, bridge, kind, monkeypatch):
    def fail(self, signing):
        key = f"{signing.values['secret_key']}!"
        return {}[key]

    monkeypatch.setattr(made.module("hooks.security").Security, "headers", fail)
    with pytest.raises(
        made.package.ConfigurationError, match="The hook that signs for signature raised KeyErr"
    ) as caught:
        run(made, bridge, lambda client: client.crossings.list(), kind)
    assert KEY not in frames_of(caught.value)
    assert caught.value.__cause__ is caught.value.__context__ is None
    assert bridge.asked == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_body_that_is_read_while_it_is_sent_is_refused_by_the_hook(made, bridge, kind):
    with pytest.raises(made.package.ConfigurationError, match="cannot be signed: give its bytes"):
        run(made, bridge, lambda client: client.crossings.update_photo(7, content=io.BytesIO(b"a" * 100)), kind)
    assert bridge.asked == []


def test_half_a_key_is_refused_and_the_environment_is_read(made, monkeypatch):
    with pytest.raises(made.package.ConfigurationError, match="key_id= was given without secret_key="):
        made.package.TollBridge(key_id=ID)
    monkeypatch.setenv("BRIDGE_KEY_ID", ID)
    monkeypatch.setenv("BRIDGE_SECRET_KEY", KEY)
    assert made.module("credentials").Credentials.from_environment().secret_key == KEY


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"error": {"message": " Lane\nclosed "}}, "Lane\nclosed"),
        ({"problems": [{"detail": "no such lane"}, {"detail": "other"}]}, "no such lane"),
        ({"error": {"message": "", "fields": {"plate": ["is short"]}}}, "plate: is short"),
        ({"error.message": "as it is called"}, "as it is called"),
        ({"error": {"message": "bell \x07 and \u202e"}}, "bell \x07 and \u202e"),
        ({"error": "text", "problems": {"0": {"detail": "no"}}}, None),
        ({"error": [{"message": "no"}], "problems": []}, None),
        ({"error": {"message": {"message": "no"}}, "problems": [[{"detail": "no"}]]}, None),
        ([{"error": {"message": "no"}}], None),
    ],
)
def test_the_text_of_an_error_lies_below_the_top(made, bridge, body, said):
    bridge.answer = lambda asked: (400, body)
    with pytest.raises(made.package.APIStatusError) as caught:
        run(made, bridge, lambda client: client.crossings.list(), "sync")
    assert caught.value.detail == said
    assert str(caught.value).isprintable()


def test_a_huge_text_of_an_error_is_cut(made, bridge):
    bridge.answer = lambda asked: (400, {"error": {"message": "a" * 300_000}, "problems": [[]] * 10_000})
    with pytest.raises(made.package.APIStatusError) as caught:
        run(made, bridge, lambda client: client.crossings.list(), "sync")
    assert len(str(caught.value)) < 1_000


def test_a_fake_that_keeps_what_is_made_answers_errors_of_the_same_form(made):
    testing, paths = made.module("testing"), made.module("_json.error_paths")
    assert paths.placed_at("problems[1].detail", "a") == {"problems": [{"detail": "a"}, {"detail": "a"}]}
    service = testing.FakeService()
    service.answer("crossings.list", [])
    with service.client() as client:
        assert client.crossings.list() == []
    assert made.module("testing.state")._error("no") == {"error": {"message": "no"}}


class TestDeliveries:
    @pytest.fixture
    def webhooks(self, made):
        return made.package.Webhooks(secret=SECRET)

    def headers(self, body, secret=SECRET, *, at=None):
        moment = str(int(time.time() if at is None else at)).encode()
        signature = hmac.new(secret.encode(), moment + b"." + body, hashlib.sha256).hexdigest()
        return {"Bridge-Signature": f"t={moment.decode()},v1={signature}"}

    def test_a_delivery_is_verified_and_typed(self, made, webhooks):
        event = webhooks.unwrap(PAID, self.headers(PAID))
        assert (event.type, event.id, event.raw) == ("crossing.paid", "e-1", PAID)
        assert type(event.data) is made.package.CrossingPaid
        assert event.data.crossing.plate == "M-AB 12"
        assert "M-AB" not in repr(event)

    def test_each_secret_counts_while_one_replaces_another(self, made, monkeypatch):
        monkeypatch.setenv("BRIDGE_WEBHOOK_SECRET", "the-new-one")
        monkeypatch.setenv("BRIDGE_WEBHOOK_SECRET_OLD", SECRET)
        webhooks = made.package.Webhooks.from_environment()
        for secret in (SECRET, "the-new-one"):
            assert webhooks.unwrap(PAID, self.headers(PAID, secret)).id == "e-1"

    def test_what_was_tampered_with_is_refused(self, made, webhooks):
        headers, errors = self.headers(PAID), made.module("errors")
        later = {"bridge-signature": headers["Bridge-Signature"].replace("t=1", "t=2")}
        for body, given in (
            (PAID.replace(b"7", b"8"), headers),
            (PAID + b" ", headers),
            (PAID, later),
            (PAID, self.headers(PAID, "another-secret")),
            (PAID, {}),
            (PAID, {"Bridge-Signature": "v1=00"}),
        ):
            with pytest.raises(errors.WebhookSignatureError) as caught:
                webhooks.unwrap(body, given)
            assert SECRET not in repr(caught.value)
        with pytest.raises(errors.WebhookError, match="not made within 300 s"):
            webhooks.unwrap(PAID, self.headers(PAID, at=time.time() - 1_000))

    @pytest.mark.parametrize("body", [b"[]", b'{"id": "a"}', b'{"id": "a", "kind": "b", "id": "c"}', b"[" * 100])
    def test_what_is_signed_and_cannot_be_read_is_refused(self, made, webhooks, body):
        with pytest.raises(made.module("errors").WebhookPayloadError):
            webhooks.unwrap(body, self.headers(body))

    def test_a_handler_runs_once_for_each_event(self, made, webhooks):
        hooks, seen = made.module("webhooks"), []
        handler = hooks.WebhookHandler(webhooks, store=hooks.MemoryStore())
        handler.on(made.module("hooks.webhooks").EventType.CROSSING_PAID)(lambda event: seen.append(event.id))
        outcomes = [handler.handle(PAID, self.headers(PAID)) for _ in range(2)]
        assert seen == ["e-1"]
        assert len(outcomes) == 2

    def test_each_webhook_of_the_document_has_a_signed_sample(self, made, webhooks):
        hook = made.module("hooks.webhooks").Deliveries()
        assert set(hook.event_names()) == {"crossing.paid", "lane.closed"}
        for name in hook.event_names():
            event = webhooks.unwrap(*hook.sample(name, {"BRIDGE_WEBHOOK_SECRET": SECRET}))
            assert event.type == name
        with pytest.raises(made.package.ConfigurationError, match="cannot be signed"):
            hook.sample(name, {})

    def test_no_secret_is_shown(self, made, webhooks):
        assert SECRET not in repr(webhooks)
        with pytest.raises(TypeError, match="never pickled"):
            pickle.dumps(webhooks)
        with pytest.raises(made.package.ConfigurationError):
            made.package.Webhooks(secret="")


def test_a_style_without_its_hook_is_refused(tmp_path):
    shutil.copytree(projects.FOLDER / "toll_bridge", tmp_path / "bridge", ignore=shutil.ignore_patterns("expected"))
    root = tmp_path / "bridge"
    (root / "overrides" / "toll_bridge" / "hooks" / "security.py").unlink()
    with pytest.raises(GeneratorError, match=r"'signature' has the style \"hook\", and there is no overrides/toll_br"):
        refuse_misplaced(Project(root))
    settings = (root / MARK).read_text(encoding="utf-8")
    (root / MARK).write_text(settings.replace('style = "hook"\nparts', "parts"), encoding="utf-8")
    with pytest.raises(GeneratorError, match="has parts, which a hook signs with; set style"):
        Project(root).configuration  # noqa: B018 - reads it
