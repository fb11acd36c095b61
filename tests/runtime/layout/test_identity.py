"""What the neutral API declares is what the runtime goes by: names, variables and the headers that carry the keys."""

import copy
import pickle

import httpx
import pytest

from sdkwright.runtime import auth, client, credentials, errors, events
from sdkwright.runtime._http.operation import Operation
from sdkwright.runtime._redaction.bodies import without_secrets
from sdkwright.runtime.options import checked_headers
from sdkwright.runtime.transports import Response

KEY, SECRET = "key-4f1d2c", "secret-9b7e8a"
GET = Operation(name="things.get", method="GET", path="/things", result=dict)


class Recorder:
    """Answers every request with an empty object and keeps what was sent."""

    def __init__(self):
        self.requests = []

    def send(self, request, /):
        self.requests.append(request)
        return Response(200, {}, b"{}")

    def close(self):
        pass


@pytest.fixture(autouse=True)
def _no_variables(monkeypatch):
    for name in ("KEY", "SECRET"):
        monkeypatch.delenv(f"THINGS_API_{name}", raising=False)
    monkeypatch.delenv("THINGS_BASE_URL", raising=False)


def sent(**settings):
    recorder = Recorder()
    with client.Things(transport=recorder, **settings) as things:
        things.call(GET)
    return recorder.requests[0]


def test_a_request_carries_the_keys_in_the_declared_headers():
    request = sent(api_key=KEY, api_secret=SECRET)
    assert request.url == "https://things.example/things"
    assert request.headers == {
        "accept": "application/json",
        "user-agent": "things-python/0.0.0",
        "x-things-key": KEY,
        "x-things-secret": SECRET,
    }
    assert KEY not in repr(request.headers)
    assert SECRET not in repr(request.headers)


def test_the_environment_gives_the_keys_and_the_address(monkeypatch):
    monkeypatch.setenv("THINGS_API_KEY", KEY)
    monkeypatch.setenv("THINGS_API_SECRET", SECRET)
    monkeypatch.setenv("THINGS_BASE_URL", "https://other.example")
    request = sent()
    assert request.url == "https://other.example/things"
    assert (request.headers["x-things-key"], request.headers["x-things-secret"]) == (KEY, SECRET)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            {},
            "THINGS_API_KEY and THINGS_API_SECRET are not set: set both variables, or pass api_key= and api_secret=.",
        ),
        ({"api_key": KEY}, "api_key= was given without api_secret=: give both, or neither."),
        ({"api_key": KEY, "api_secret": ""}, "api_secret is empty: copy it from the account's settings page."),
        (
            {"credentials": KEY},
            (
                "credentials= must be Credentials or a callable that gives them, not str; "
                "pass Credentials(api_key, api_secret)."
            ),
        ),
    ],
)
def test_keys_that_cannot_be_used(given, message):
    with pytest.raises(errors.ThingsError) as caught:
        client.Things(**given)
    assert type(caught.value) is errors.ConfigurationError
    assert str(caught.value) == message


def test_an_argument_that_no_client_has():
    with pytest.raises(TypeError, match="api_kee"):
        client.Things(api_kee=KEY)


def test_nobody_else_may_set_the_headers_of_the_keys():
    with pytest.raises(errors.ConfigurationError, match="'X-Things-Key' is set by the client itself"):
        checked_headers({"X-Things-Key": "mine"})
    assert dict(checked_headers({"x-auth-token": "mine"})) == {"x-auth-token": "mine"}


@pytest.mark.parametrize("spelt", ["x-things-secret", "X_THINGS_SECRET", "X-Things-Key"])
def test_an_echo_of_the_headers_is_hidden(spelt):
    assert without_secrets(f"sent {spelt}: {SECRET}".encode()) == f"sent {spelt}: <hidden>".encode()
    assert without_secrets(b"sent x-things-name: anna") == b"sent x-things-name: anna"


def test_the_authentication_of_httpx_signs_one_origin_and_strips_what_was_sent():
    seen = []

    def answer(request):
        seen.append(dict(request.headers))
        return httpx.Response(200)

    keys = credentials.Credentials(KEY, SECRET)
    signing = auth.ThingsAuth(keys, base_url="https://things.example")
    with httpx.Client(auth=signing, transport=httpx.MockTransport(answer)) as http_client:
        ours = http_client.get("https://things.example/a")
        http_client.get("https://elsewhere.example/a")
    assert (seen[0]["x-things-key"], seen[0]["x-things-secret"]) == (KEY, SECRET)
    assert not {"x-things-key", "x-things-secret"} & (seen[1].keys() | ours.request.headers.keys())
    assert repr(signing) == "ThingsAuth(<hidden>, credentials='fixed', origin='https://things.example')"


def test_the_names_of_the_package():
    assert events.LOGGER.name == "things.requests"
    assert (credentials.KEY_HEADER, credentials.KEY_VARIABLE) == ("x-things-key", "THINGS_API_KEY")
    assert errors.ThingsError.__module__ == "sdkwright.runtime.errors"
    assert "ThingsError" in errors.__all__


def test_errors_can_be_pickled_under_the_package_s_name():
    error = errors.ThingsError("broken")
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert (type(twin), twin.message) == (errors.ThingsError, "broken")
