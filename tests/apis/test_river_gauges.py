"""An API with parameters in every place and style, and servers of every kind."""

import json
import os
import subprocess
import sys

import pytest

from tests.apis.answers import NOON
from tests.apis.calling import KINDS, answered, call

NAME = "river_gauges"
BASE_URL = "https://eu.rivers.example.org/v2"


@pytest.fixture
def made(make, monkeypatch):
    monkeypatch.delenv("RIVERS_BASE_URL", raising=False)
    return make(NAME)


def gauge(_request):
    return 200, {"id": 7, "river": "Ley"}


def get(river, **more):
    return lambda client: client.gauges.get(river, 7, x_reader="Ana", **more)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("river", ["..", ".", "", "a\x00", "a\nb"])
def test_a_value_that_would_lead_elsewhere_sends_nothing(made, kind, river):
    sent = []
    with pytest.raises(made.package.EncodeError, match=r"^gauges\.get: river (?:is|holds) [a-z]"):
        answered(made, get(river), sent.append, kind=kind)
    assert not sent


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("river", "segment"),
    [("../x", "..%2Fx"), ("%2F", "%252F"), ("a/b?c#d", "a%2Fb%3Fc%23d"), ("x" * 10_000, "x" * 10_000)],
)
def test_any_other_value_is_one_segment(made, kind, river, segment):
    _, [request] = answered(made, get(river), gauge, kind=kind)
    assert request.url == f"{BASE_URL}/rivers/{segment}/gauges/7/"


@pytest.mark.parametrize(
    ("arguments", "base_url"),
    [
        ({}, BASE_URL),
        ({"server": "production"}, BASE_URL),
        ({"server": "sandbox"}, "https://sandbox.rivers.example.org/v2"),
        ({"server_variables": {"region": "us"}}, "https://us.rivers.example.org/v2"),
        ({"server": "museum_rivers_example_org"}, "http://museum.rivers.example.org:8080/v1"),
        ({"server": "https://sandbox.rivers.example.org/v2/"}, "https://sandbox.rivers.example.org/v2"),
        (
            {"server": "https://{region}.rivers.example.org/v2", "server_variables": {"region": "us"}},
            "https://us.rivers.example.org/v2",
        ),
        ({"base_url": "https://mine.example/x/"}, "https://mine.example/x"),
        ({"base_url": "http://museum.rivers.example.org:8080"}, "http://museum.rivers.example.org:8080"),
    ],
)
def test_a_server_is_chosen_by_name_or_by_url(made, arguments, base_url):
    with made.client(**arguments) as client:
        assert client.base_url == base_url


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            {"server": "nowhere"},
            "server must be one of production, sandbox, museum_rivers_example_org, or the URL of one; got another",
        ),
        ({"server": "sandbox", "base_url": "https://a.example"}, r"base_url= and server= .*: give one of them"),
        ({"server_variables": {"region": "mars"}}, "'region' must be one of eu, us"),
        ({"server_variables": {"zone": "eu"}}, "there is no variable 'zone'; this server has region, shelf"),
        ({"server": "sandbox", "server_variables": {"region": "eu"}}, "no variable 'region'; this server has shelf"),
        ({"base_url": "http://eu.rivers.example.org"}, "would send the credentials unencrypted"),
    ],
)
def test_what_is_no_server_is_refused_in_a_sentence(made, arguments, said):
    with pytest.raises(made.package.ConfigurationError, match=said):
        made.client(**arguments)


def test_the_environment_says_where_before_the_document(made, monkeypatch):
    monkeypatch.setenv("RIVERS_BASE_URL", "https://set.example")
    with made.client() as client:
        assert client.base_url == "https://set.example"


def test_the_environment_names_a_server_unless_it_says_where(made, monkeypatch):
    monkeypatch.setenv("RIVERS_SERVER", "sandbox")
    with made.client() as client:
        assert client.base_url == "https://sandbox.rivers.example.org/v2"
    with made.client(server="production") as client:
        assert client.base_url == BASE_URL
    monkeypatch.setenv("RIVERS_BASE_URL", "https://set.example")
    with made.client() as client:
        assert client.base_url == "https://set.example"
    monkeypatch.delenv("RIVERS_BASE_URL")
    monkeypatch.setenv("RIVERS_SERVER", "nowhere")
    with pytest.raises(made.package.ConfigurationError, match=r"^RIVERS_SERVER must be one of production, sandbox"):
        made.client()


@pytest.mark.parametrize(
    ("arguments", "host"),
    [
        ({}, "archive.rivers.example.org"),
        ({"server": "sandbox"}, "archive.sandbox.rivers.example.org"),
        # It has none of that name, and is nowhere else.
        ({"server": "museum_rivers_example_org"}, "archive.rivers.example.org"),
        ({"base_url": "https://mine.example"}, "mine.example"),
        # A variable of its own, beside one that it does not have.
        ({"server_variables": {"shelf": "vault", "region": "us"}}, "vault.rivers.example.org"),
        ({"server": "sandbox", "server_variables": {"shelf": "vault"}}, "archive.sandbox.rivers.example.org"),
    ],
)
@pytest.mark.parametrize("kind", KINDS)
def test_an_operation_with_servers_of_its_own_follows_the_choice_by_name(made, kind, arguments, host):
    _, [request] = answered(made, lambda client: client.archive.read(NOON), lambda _: (200, []), kind=kind, **arguments)
    assert request.url.startswith(f"https://{host}/archive/")


@pytest.mark.parametrize(
    ("words", "url"),
    [
        (["--server", "sandbox"], "https://sandbox.rivers.example.org/v2"),
        (["--server", "https://sandbox.rivers.example.org/v2"], "https://sandbox.rivers.example.org/v2"),
        (["--server", "https://mine.example"], "https://mine.example"),
        ([], BASE_URL),
    ],
)
def test_the_command_line_chooses_a_server(made, capsys, monkeypatch, words, url):
    monkeypatch.setenv("RIVERS_API_KEY", "key-0123")
    assert made.module("cli._run").run([*words, "gauges", "list", "--dry-run"]) == 0
    assert url in capsys.readouterr().out


@pytest.mark.parametrize("kind", KINDS)
def test_an_operations_own_server_gets_the_key_and_where_it_redirects_to_does_not(made, kind):
    moves = iter([(307, b"", {"location": "https://eu.rivers.example.org/x"}), (200, [])])
    value, sent = answered(
        made, lambda client: client.archive.read(NOON), lambda _: next(moves),
        kind=kind, follow_redirects=True,
    )  # fmt: skip
    assert value == []
    assert sent[0].url.startswith("https://archive.rivers.example.org/archive/")
    assert ["x-api-key" in request.headers for request in sent] == [True, False]


def test_a_caller_who_says_where_says_it_for_all(made):
    _, [request] = answered(
        made,
        lambda client: client.archive.read(NOON),
        lambda _: (200, []),
        kind="sync",
        base_url="https://mine.example",
    )
    assert request.url.startswith("https://mine.example/archive/")


@pytest.mark.parametrize("kind", KINDS)
def test_a_raw_answer_has_the_same_arguments_and_shows_the_template(made, kind):
    raw, [request] = answered(
        made, lambda client: client.gauges.with_raw_response.get("Ley", 7, x_reader="Ana"), gauge, kind=kind
    )
    assert raw.parse().id == 7
    assert raw.url == f"{BASE_URL}/rivers/{{river}}/gauges/{{gaugeId}}/"
    assert "Ley" in request.url


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_shows_the_template(made, kind, caplog):
    caplog.set_level(1)
    with pytest.raises(made.package.NotFoundError) as caught:
        answered(made, get("Jane Doe"), lambda _: (404, {}), kind=kind)
    assert "/rivers/{river}/gauges/{gaugeId}/" in str(caught.value)
    assert "Jane" not in str(caught.value) + repr(caught.value) + caplog.text


def test_a_plain_object_stands_for_a_model(made):
    _, [request] = answered(
        made, lambda client: client.gauges.list(where={"minLevel": 2}), lambda _: (200, []), kind="sync"
    )
    assert request.url == f"{BASE_URL}/gauges?where%5BminLevel%5D=2"


@pytest.mark.parametrize("kind", KINDS)
def test_the_fake_knows_what_the_path_holds(made, kind):
    testing = made.module("testing")
    fake = testing.FakeService({"gauges.get": lambda call: {"id": int(call.path_values["gaugeId"])}})
    assert call(made, get("Ley/Ley"), kind=kind, transport=getattr(fake, _client_of(kind))().transport).id == 7
    found = fake.assert_called("gauges.get", path={"river": "Ley/Ley", "gaugeId": 7})
    assert found.path_values == {"river": "Ley/Ley", "gaugeId": "7"}
    with pytest.raises(AssertionError, match="with path="):
        fake.assert_called("gauges.get", path={"gaugeId": 8})


def _client_of(kind):
    return "async_client" if kind == "async" else "client"


def test_the_fake_answers_from_the_projects_own_stubs(made):
    fake = made.module("testing").FakeService(strict=True)
    fake.load_stubs(made.project.stubs / "gauges.json")
    with fake.client() as client:
        assert get("Ley")(client).id == client.gauges.get("Other", 8, x_reader="Bo", session="s").id


def test_the_command_line_takes_what_the_path_holds_by_place(made, stubs):
    server = stubs(NAME)
    environment = {**os.environ, "PYTHONPATH": str(made.project.generated), "RIVERS_API_KEY": "a-key"}
    environment["RIVERS_BASE_URL"] = server.base_url
    words = ["gauges", "get", "Ley & Co", "7", "--x-reader", "Ana", "--json"]
    done = subprocess.run(
        [sys.executable, "-m", NAME, *words], capture_output=True, text=True, check=False, env=environment
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["id"]
    words = ["gauges", "list", "--where", '{"kind": "radar"}', "--box", "[1.5, 2]", "--json"]
    done = subprocess.run(
        [sys.executable, "-m", NAME, *words], capture_output=True, text=True, check=False, env=environment
    )
    assert done.returncode == 0, done.stderr
    assert [entry.stub for entry in server.journal] == ["gauges.get", "gauges.list"]
    assert dict(server.journal[1].query) == {"where[kind]": "radar", "box": "1.5,2"}


def test_the_pages_name_the_arguments(made):
    page = (made.project.reference / "gauges.md").read_text(encoding="utf-8")
    assert "client.gauges.get(" in page
    assert "x_reader" in page
