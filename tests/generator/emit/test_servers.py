"""Where the calls of a package go: absolute addresses, of whatever the document says."""

import json

import pytest

from sdkwright.emit.named import write_named
from sdkwright.emit.servers import Servers, servers_of
from sdkwright.ir import Api, Operation, Response, Server, ServerVariable
from sdkwright.project import MARK, Project
from sdkwright.sources import document_url

URL = "https://docs.example/v1/openapi.json"


@pytest.fixture
def project(tmp_path):
    """Makes a project that declares a base URL, or whose document was downloaded."""

    def make(base_url=None, url=None):
        (tmp_path / "spec").mkdir(exist_ok=True)
        declared = '[package]\nname = "acme"\nclient = "Acme"\n' + (f'base_url = "{base_url}"\n' if base_url else "")
        (tmp_path / MARK).write_text(declared, encoding="utf-8")
        if url:
            origin = {"kind": "url", "url": url}
            lock = {"source": "site", "origin": origin, "fetched_at": "2026-03-20T12:00:00Z", "sha256": "0" * 64}
            lock |= {"bytes": 1, "openapi": "3.0.3", "title": "A", "version": "1", "operations": 1, "schemas": 0}
            (tmp_path / "spec" / "acme.lock").write_text(json.dumps(lock | {"tools": {}}), encoding="utf-8")
        return Project(tmp_path)

    return make


def api(*servers, own=()):
    operation = Operation("a.get", "GET", "/a", (Response("200"),), servers=tuple(own))
    return Api("A", "1", "", servers, (), (operation,), {}, {})


@pytest.mark.parametrize(
    ("server", "base_url", "url", "expected"),
    [
        ("https://api.example/v2", None, None, "https://api.example/v2"),
        ("https://api.example/v2", "https://b.example", URL, "https://api.example/v2"),
        ("/v2", None, URL, "https://docs.example/v2"),
        ("v2", None, URL, "https://docs.example/v1/v2"),
        ("//api.example/v2", None, URL, "https://api.example/v2"),
        ("/", None, URL, "https://docs.example"),
        ("/v2", "https://b.example/x", URL, "https://b.example/v2"),
        ("/v2", None, None, ""),
        ("/v2", None, "http://127.0.0.1:8080/openapi.json", ""),
        (None, None, None, ""),
        (None, None, URL, "https://docs.example"),
        (None, "https://b.example/x", None, "https://b.example/x"),
    ],
)
def test_where_calls_go_by_default(project, server, base_url, url, expected):
    found = servers_of(api(*([Server(server)] if server else [])), project(base_url, url))
    assert (found.default_url, found.is_choice) == (expected, False)


def test_an_address_of_a_download_is_shown_without_its_query(project):
    assert document_url(project(url=f"{URL}?token=x")) == URL


def test_a_choice_is_several_servers_or_variables(project):
    one, other = Server("https://a.example", "a"), Server("https://b.example", "b")
    region = Server("https://{r}.example", "c", variables=(ServerVariable("r", "eu", ("eu", "us")),))
    facts = {"a": ("a", "https://a.example", ()), "c": ("c", "https://{r}.example", (("r", "eu", ("eu", "us")),))}
    assert servers_of(api(one), project()).facts == ()
    assert servers_of(api(region), project()).facts == (facts["c"],)
    found = servers_of(api(one, other, region), project())
    assert (found.facts[0], found.facts[2], found.default_url) == (facts["a"], facts["c"], "https://a.example")
    assert servers_of(api(Server("https://{x}.example", "x", variables=(ServerVariable("x"),))), project()).facts


def test_variables_of_an_operations_own_server_are_a_choice_too(project):
    region = Server("https://{r}.example", "", variables=(ServerVariable("r", "eu", ("eu", "us")),))
    declared = api(Server("https://a.example", "a"), own=[region])
    found = servers_of(declared, project())
    assert (found.facts, found.variables) == ((("a", "https://a.example", ()),), ("r",))
    assert found.with_variables(declared.operations[0]) == (("", "https://{r}.example", (("r", "eu", ("eu", "us")),)),)
    assert servers_of(api(region, own=[region]), project()).variables == ()


def test_an_own_server_is_kept_where_callers_may_choose_another_for_the_rest(project):
    one, other = Server("https://a.example", "a"), Server("https://b.example", "b")
    declared = api(one, other, own=[one])
    assert servers_of(declared, project()).of(declared.operations[0]) == "https://a.example"


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ((), ""),
        (("https://a.example",), ""),
        (("/files", "https://b.example"), "https://b.example"),
        (("https://b.example/v1", "https://c.example"), "https://b.example/v1"),
        (("/files",), ""),
    ],
)
def test_an_operations_own_server(project, own, expected):
    declared = api(Server("https://a.example"), own=map(Server, own))
    assert servers_of(declared, project()).of(declared.operations[0]) == expected
    relative = api(Server("https://a.example"), own=[Server("/files")])
    assert servers_of(relative, project(url=URL)).of(relative.operations[0]) == "https://docs.example/files"


def test_the_origins_of_plain_http_are_those_that_the_document_names(project):
    declared = api(
        Server("https://a.example"), Server("http://b.example/v1"), Server("http://localhost:1"),
        own=[Server("http://c.example:8080")],
    )  # fmt: skip
    assert servers_of(declared, project()).http_origins(declared) == ("b.example:80", "c.example:8080")


def test_a_client_says_what_says_where_it_calls(project):
    written = {}

    def render(name, _template, **values):
        written[name] = values

    for listed, is_named in (((), False), ((Server("https://a.example", "a"),), True)):
        package = project().configuration.package
        write_named(render, package, [], resources=[], servers=Servers(listed, ""))
        assert written["client.py"]["is_named"] is is_named


@pytest.mark.parametrize(
    "value", ["a.example", "ftp://a.example", "https://u:p@a.example", "https://a.example?x=1", "https://{a}.example"]
)
def test_a_base_url_is_an_absolute_one(project, value):
    with pytest.raises(Exception, match=r"base_url: .* is not allowed; allowed is an absolute https or http URL"):
        _ = project(value).configuration
