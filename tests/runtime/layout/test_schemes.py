"""A package of an API with security schemes of every kind: what each puts on a request, and what it never shows."""

import importlib
import shutil
import sys
from urllib.parse import parse_qs

import pytest

from sdkwright.carried import FOLDER as RUNTIME
from sdkwright.config import Package
from sdkwright.emit.environment import environment
from sdkwright.emit.named import write_named
from sdkwright.emit.package import tidy
from sdkwright.emit.rendering import Renderer
from sdkwright.emit.security import Key

NAME = "acme_of_every_kind"
KEYS = (
    Key("cookie", "session", "ACME_SESSION", "sid", "cookie"),
    Key("other", "theme", "ACME_THEME", "look", "cookie"),
    Key("digest", "digest", "ACME_DIGEST", "Digest", "hook"),
    Key("custom", "custom", "ACME_CUSTOM", "Acme-Token", "hook"),
    Key("user", "access_token", "ACME_ACCESS_TOKEN", "access_token", "bearer"),
    Key("user", "client_id", "ACME_CLIENT_ID", "client_id", "oauth2"),
    Key("user", "client_secret", "ACME_CLIENT_SECRET", "client_secret", "oauth2"),
    Key("user", "refresh_token", "ACME_REFRESH_TOKEN", "refresh_token", "oauth2"),
    Key("user", "token_url", "ACME_TOKEN_URL", "token_url", "oauth2"),
    Key("user", "scopes", "ACME_SCOPES", "scopes", "oauth2"),
)
WAYS = (("cookie",), ("cookie", "other"), ("digest",), ("custom",), ("user",), ("certificate",))
HOOK = """
from ._security import DefaultSecurity

class Security(DefaultSecurity):
    answers_challenges = True

    def headers(self, signing):
        if signing.kind != "Digest":
            return super().headers(signing)
        return {"Authorization": f"Digest answer-to-{signing.challenge}-of-{signing.value[:4]}"}
"""


@pytest.fixture(scope="module")
def acme(tmp_path_factory):
    """The package, whose modules the tests import by name."""
    home = tmp_path_factory.mktemp("schemes")
    folder = home / NAME
    shutil.copytree(RUNTIME, folder, ignore=shutil.ignore_patterns("__pycache__"))
    rows = tuple((key.scheme, key.argument, key.variable, key.place, key.header) for key in KEYS)
    api = (folder / "_api.py").read_text(encoding="utf-8")
    flows = {"user": ("", "/oauth/refresh", "read", "body")}
    facts = f"NAME = {NAME!r}\nCLIENT = 'Acme'\nENVIRONMENT = 'ACME'\nSECURITY = {rows!r}\nALTERNATIVES = {WAYS!r}\n"
    (folder / "_api.py").write_text(f"{api}\n{facts}OAUTH2 = {flows!r}\n", encoding="utf-8")
    (folder / "hooks" / "security.py").write_text(HOOK, encoding="utf-8")
    write_named(Renderer(environment(), folder, ""), Package(name=NAME, client="Acme"), KEYS, resources=[], ways=WAYS)
    tidy(folder / "client.py")
    sys.path.append(str(home))
    yield lambda module: importlib.import_module(f"{NAME}.{module}")
    sys.path.remove(str(home))
    for module in [module for module in sys.modules if module.partition(".")[0] == NAME]:
        del sys.modules[module]


@pytest.fixture
def called(acme):
    """Calls an operation that needs some schemes; returns the requests."""

    def run(*security, answers=(), headers=None, **given):
        response, sent, answers = acme("transports").Response, [], list(answers)

        class Recorder:
            def send(self, request, /):
                sent.append(request)
                return answers.pop(0) if answers else response(200, {}, b"{}")

            def close(self):
                pass

        operation = acme("_http.operation").Operation(
            name="a.b", method="GET", path="/a", result=dict, security=security
        )
        with acme("client").Acme(transport=Recorder(), max_retries=0, headers=headers or {}, **given) as client:
            client.call(operation)
        return sent

    return run


def test_cookies_stand_beside_one_another(called):
    [request] = called(("cookie", "other"), session="abc123", theme="dark-blue")
    assert request.headers["Cookie"] == "sid=abc123; look=dark-blue"
    assert "abc123" not in repr(request.headers)


def test_nobody_else_may_set_the_cookies(called, acme):
    with pytest.raises(acme("errors").ConfigurationError, match="'Cookie' is set by the client"):
        called(("cookie",), session="abc123", headers={"Cookie": "sid=another"})


@pytest.mark.parametrize("value", ["xy z", "xy;z", 'xy"z', "xy,z", "xy\\z"])
def test_what_no_cookie_carries_is_refused_and_never_quoted(acme, value):
    with pytest.raises(acme("errors").ConfigurationError, match=r"^session ") as caught:
        acme("credentials").Credentials(session=value)
    assert value not in str(caught.value)


def test_a_hook_signs_and_answers_a_challenge_once(called, acme):
    refused = acme("transports").Response(401, {"www-authenticate": "nonce"}, b"")
    first, second = called(("digest",), answers=[refused], digest="user:password")
    assert first.headers["Authorization"] == "Digest answer-to-None-of-user"
    assert second.headers["Authorization"] == "Digest answer-to-nonce-of-user"
    with pytest.raises(acme("errors").AuthenticationError):
        called(("digest",), answers=[refused, refused], digest="user:password")


def test_another_scheme_is_its_name_and_the_value(called):
    [request] = called(("custom",), custom="value-0123")
    assert request.headers["Authorization"] == "Acme-Token value-0123"
    assert "value-0123" not in repr(request.headers)


def test_digest_without_a_hook_of_its_own_is_refused(acme):
    hook = acme("hooks._security")
    signing = hook.Signing(scheme="d", kind="Digest", value="v", method="GET", url="u", content=None, challenge=None)
    with pytest.raises(acme("errors").ConfigurationError, match=r"hooks/security\.py"):
        hook.DefaultSecurity().headers(signing)


def test_a_callers_own_callable_signs_and_answers_a_challenge_once(called, acme):
    refused, seen = acme("transports").Response(401, {"www-authenticate": "nonce"}, b""), []

    def sign(signing):
        seen.append((signing.kind, signing.value, signing.method, signing.challenge))
        return {"Authorization": f"Digest of {signing.challenge}", "X-Signed": "s3cret-0123"}

    first, second = called(("digest",), answers=[refused], digest=sign)
    assert seen == [("Digest", "", "GET", None), ("Digest", "", "GET", "nonce")]
    assert first.headers["Authorization"] == "Digest of None"
    assert second.headers["Authorization"] == "Digest of nonce"
    assert "s3cret" not in repr(second.headers)


@pytest.mark.parametrize(
    ("sign", "said"),
    [
        (lambda _: ["s3cret"], r"for digest gave list and not"),
        (lambda _: {"a": b"s3cret"}, r"for digest gave dict and not"),
        (lambda _: {"a": "s3cret\r\nb: c"}, "not printable ASCII"),
        (lambda _: {"a b": "s3cret"}, "not printable ASCII"),
        (lambda _: {}["s3cret"], "for digest raised KeyError"),
    ],
)
def test_what_a_callers_own_callable_gives_is_judged_and_never_quoted(called, acme, sign, said):
    with pytest.raises(acme("errors").ConfigurationError, match=said) as caught:
        called(("digest",), digest=sign)
    assert "s3cret" not in str(caught.value)
    assert caught.value.__cause__ is caught.value.__context__ is None


def test_stand_ins_sign_what_the_projects_hook_does_not(acme, monkeypatch):
    given = acme("_core.stand_ins").stand_ins(lambda name: f"a-{name}")
    assert given == {name: f"a-{name}" for name in ("session", "theme", "digest", "custom", "access_token")}
    monkeypatch.setattr(acme("hooks.security"), "Security", acme("hooks._security").DefaultSecurity)
    assert callable(acme("_core.stand_ins").stand_ins(str)["digest"])


def test_a_certificate_is_the_connections_business(called):
    [request] = called(("certificate",), ("cookie",), session="abc123")
    assert request.headers["Cookie"] == "sid=abc123"
    [request] = called(("certificate",), ("cookie",), custom="unused-0123")
    assert request.headers.keys() == {"accept", "user-agent"}


def test_a_refresh_token_that_is_replaced_is_used_from_then_on(called, acme):
    pytest.importorskip("oauthlib")
    response = acme("transports").Response

    def token(number):
        body = f'{{"access_token": "token-{number}", "token_type": "Bearer", "refresh_token": "refresh-{number}"}}'
        return response(200, {"content-type": "application/json"}, body.encode())

    refused = response(401, {}, b"")
    sent = called(("user",), answers=[token(1), refused, token(2)], refresh_token="refresh-0", client_id="app")
    assert [(request.method, request.url) for request in sent] == [
        ("POST", "https://things.example/oauth/refresh"),
        ("GET", "https://things.example/a"),
    ] * 2
    for request, number in ((sent[0], 0), (sent[2], 1)):
        form = {"grant_type": ["refresh_token"], "refresh_token": [f"refresh-{number}"], "client_id": ["app"]}
        assert parse_qs(str(request.content, "ascii")) == form
    assert [request.headers["Authorization"] for request in sent[1::2]] == ["Bearer token-1", "Bearer token-2"]


def test_a_token_that_was_given_is_used_until_it_is_refused(called, acme):
    pytest.importorskip("oauthlib")
    response = acme("transports").Response
    fresh = response(200, {}, b'{"access_token": "token-2", "token_type": "Bearer"}')
    sent = called(("user",), answers=[response(401, {}, b""), fresh], access_token="token-1", refresh_token="refresh-0")
    assert [request.headers.get("Authorization") for request in sent] == ["Bearer token-1", None, "Bearer token-2"]


def test_without_the_library_the_way_out_is_named(called, acme, monkeypatch):
    monkeypatch.setitem(sys.modules, "oauthlib", None)
    for module in [module for module in sys.modules if module.startswith("oauthlib.")]:
        monkeypatch.delitem(sys.modules, module)
    with pytest.raises(acme("errors").ConfigurationError, match=r"pip install 'acme_of_every_kind\[oauth2\]'"):
        called(("user",), refresh_token="refresh-0")
