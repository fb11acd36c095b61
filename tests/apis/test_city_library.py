"""An API with a key header of its own, and a package whose environment and command are called otherwise than it."""

import json
import os
import subprocess
import sys

import pytest

from tests.apis.calling import KINDS, answered, call

NAME = "city_library"


@pytest.fixture
def made(make, monkeypatch):
    for variable in ("CITYLIB_CARD", "CITYLIB_BASE_URL", "CITY_LIBRARY_CARD"):
        monkeypatch.delenv(variable, raising=False)
    return make(NAME)


def branches(_request):
    return 200, [{"code": "N", "name": "North"}]


@pytest.mark.parametrize("kind", KINDS)
def test_the_key_comes_from_the_declared_variable(made, monkeypatch, kind):
    monkeypatch.setenv("CITYLIB_CARD", "from-the-environment")
    monkeypatch.setenv("CITY_LIBRARY_CARD", "of-another-name")
    monkeypatch.setenv("CITYLIB_BASE_URL", "https://branch.example.org")
    value, [request] = answered(made, lambda client: client.branches.list(), branches, kind=kind, card=None)
    assert [branch.name for branch in value] == ["North"]
    assert request.url == "https://branch.example.org/v2/branches"
    assert request.headers["x-api-key"] == "from-the-environment"


def test_without_a_key_the_error_names_the_argument_and_the_variable(made):
    with pytest.raises(made.package.ConfigurationError) as caught:
        made.client(card=None)
    assert "card" in str(caught.value)
    assert "CITYLIB_CARD" in str(caught.value)


def test_errors_are_called_as_the_client(made):
    assert issubclass(made.package.ConfigurationError, made.package.CityLibraryError)
    assert made.package.CityLibraryError.__module__ == "city_library.errors"


@pytest.mark.parametrize("kind", KINDS)
def test_the_error_says_the_declared_message(made, kind):
    with pytest.raises(made.package.NotFoundError, match=r"No such book\.") as caught:
        answered(
            made,
            lambda client: client.books.get(isbn="0"),
            lambda _request: (404, {"message": "not this", "detail": "No such book."}),
            kind=kind,
        )
    assert caught.value.detail == "No such book."
    assert "the-card" not in repr(caught.value)


def test_no_repr_shows_the_key(made):
    client = made.client(card="not-to-be-seen")
    assert "not-to-be-seen" not in repr(client) + repr(vars(client))


def test_the_command_line(made, stubs):
    server = stubs(NAME)
    environment = {**os.environ, "PYTHONPATH": str(made.project.generated), "CITYLIB_CARD": "a-card"}
    environment["CITYLIB_BASE_URL"] = server.base_url
    command = [sys.executable, "-m", NAME, "books", "search", "--words", "sea wolf", "--field-limit", "3", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    assert {"isbn", "title"} <= json.loads(done.stdout)[0].keys()
    [entry] = server.journal
    assert (entry.stub, dict(entry.query)) == ("books.search", {"words": "sea wolf", "limit": "3"})


@pytest.mark.parametrize("kind", KINDS)
def test_an_edge_of_the_stubs_is_an_error_of_the_package(made, stubs, kind):
    for edge, wanted in (("401-json", "AuthenticationError"), ("503-html", "InternalServerError")):
        options = made.package.RequestOptions(headers={"x-stub": edge}, max_retries=0)
        with pytest.raises(getattr(made.package, wanted)):
            call(made, lambda client, options=options: client.branches.list(options=options), kind=kind,
                 base_url=stubs(NAME).base_url)  # fmt: skip
