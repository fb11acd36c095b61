"""The addresses of an index: the usual ones, and those that are refused."""

from pathlib import Path

import pytest
from twine.utils import DEFAULT_REPOSITORY, TEST_REPOSITORY

from sdkwright.errors import GeneratorError
from sdkwright.release.index import Index
from sdkwright.release.login import Login


def named(name, *, environ=None, **options):
    return Index.named(name, package="envoice", environ=environ or {}, pypirc=Path("/nowhere"), **options)


@pytest.mark.parametrize(
    ("upload", "simple"),
    [
        ("http://localhost:8080/", "http://localhost:8080/simple/"),
        ("http://localhost:8080", "http://localhost:8080/simple/"),
        (DEFAULT_REPOSITORY, "https://pypi.org/simple/"),
        (TEST_REPOSITORY, TEST_REPOSITORY.removesuffix("legacy/") + "simple/"),
        ("https://a.example/artifactory/api/pypi/internal", "https://a.example/artifactory/api/pypi/internal/simple/"),
        ("https://a.example/repository/internal/", "https://a.example/repository/internal/simple/"),
        (
            "https://a.example/api/v4/projects/7/packages/pypi",
            "https://a.example/api/v4/projects/7/packages/pypi/simple/",
        ),
        ("https://a.example/internal/simple", "https://a.example/internal/simple/"),
        ("https://a.example/notsimple", "https://a.example/notsimple/simple/"),
    ],
)
def test_where_packages_are_listed(upload, simple):
    assert named(upload) == Index(upload, simple, package="envoice")


def test_the_list_can_be_named():
    index = named("https://devpi.example/root/dev/", simple="https://devpi.example/root/dev/+simple/")
    assert index.simple == "https://devpi.example/root/dev/+simple/"


@pytest.mark.parametrize(
    "slip", ["", "internal", "pypi.example.com", "ftp://a.example/", "https://", "https://a:b:c/", "https://[a/",
             "https://a.example:x/", "file:///etc/passwd", "https://a.example/?token=hunter2", "https://a.example/#x"]
)  # fmt: skip
@pytest.mark.parametrize("option", ["--index", "--simple"])
def test_a_slip_is_a_sentence(slip, option):
    with pytest.raises(GeneratorError, match=rf"^{option} takes an http\(s\) address") as told:
        named(slip) if option == "--index" else named("https://a.example/", simple=slip)
    assert "hunter2" not in str(told.value)


@pytest.mark.parametrize(
    "address", ["https://me:hunter2@a.example/", "https://:hunter2@a.example/", "https://me@a.example/"]
)
@pytest.mark.parametrize("option", ["--index", "--simple"])
def test_credentials_are_no_part_of_a_command_line(address, option):
    with pytest.raises(GeneratorError, match=rf"^{option} holds credentials.*TWINE_PASSWORD") as told:
        named(address) if option == "--index" else named("https://a.example/", simple=address)
    assert "hunter2" not in str(told.value)


SECRET = {"TWINE_PASSWORD": "hunter2"}


@pytest.mark.parametrize("host", ["pypi.internal", "10.0.0.7", "localhost.example.com", "0.0.0.0"])
def test_credentials_are_not_sent_in_the_clear(host):
    with pytest.raises(GeneratorError, match="in the clear; use https, or --plain") as told:
        named(f"http://{host}/", environ=SECRET)
    assert "hunter2" not in str(told.value)
    assert named(f"http://{host}/", environ=SECRET, plain=True).login
    assert named(f"http://{host}/").login is None


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8080", "127.7.7.7", "[::1]:3141"])
def test_loopback_needs_no_encryption(host):
    assert named(f"http://{host}/", environ=SECRET).login


@pytest.mark.parametrize(
    ("simple", "reads"),
    [
        ("https://a.example/internal/+simple/", True),
        ("https://a.example:443/", True),
        ("https://A.example/", True),
        ("http://a.example/internal/simple/", False),
        ("https://a.example:8443/", False),
        ("https://b.example/", False),
        ("https://a.example.b.example/", False),
    ],
)
def test_the_list_gets_the_credentials_only_on_the_origin_they_are_for(simple, reads):
    index = named("https://a.example/internal/", simple=simple, environ=SECRET)
    assert (index.reader is not None) is reads
    assert ("hunter2" in index.with_login) is reads


def test_names_and_passwords_are_quoted_in_an_address():
    index = Index("https://a.example/", "https://a.example/simple/", Login("m:e", "a@b/c"), package="envoice")
    assert index.with_login == "https://m%3Ae:a%40b%2Fc@a.example/simple/"
