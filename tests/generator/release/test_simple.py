"""Pages of an index: what is read of them, and pages that are none."""

import contextlib
import json

import pytest

from sdkwright.release import simple

PAGE = "https://index.example/simple/envoice/"
JSON = "application/vnd.pypi.simple.v1+json"
WHEEL = "envoice-1.2.0-py3-none-any.whl"


def read(body, kind="text/html"):
    return simple.files(body.encode(), kind, PAGE, "envoice")


def in_json(*files, version="1.0", name="envoice", **more):
    return json.dumps({"meta": {"api-version": version}, "name": name, "files": list(files), **more})


def test_files_are_read_out_of_html():
    (file,) = read(
        "<!DOCTYPE html><html><head><meta name='pypi:repository-version' content='1.1'></head><body>\n"
        f"<A class=x data-requires-python=\"&gt;=3.11\" HREF='../../f/{WHEEL}#sha256=ABC' data-yanked> {WHEEL}\n</a>"
    )
    assert (file.name, str(file.version), file.sha256, file.yanked) == (WHEEL, "1.2.0", "abc", True)
    assert file.url == f"https://index.example/f/{WHEEL}"


def test_a_base_a_sign_that_is_not_escaped_and_a_comment():
    (file,) = read(
        f"<html><base href='https://files.example/a/'><!-- <a href='envoice-9.0.zip'>envoice-9.0.zip</a> -->"
        f"<a data-requires-python='>=3.11' href='{WHEEL}'><b>{WHEEL}</b></a>"
    )
    assert file.url == f"https://files.example/a/{WHEEL}"


@pytest.mark.parametrize(("yanked", "expected"), [(False, False), (True, True), ("", True), ("broken", True)])
def test_files_are_read_out_of_json(yanked, expected):
    listed = {"filename": WHEEL, "url": f"../{WHEEL}", "hashes": {"sha256": "abc"}, "yanked": yanked, "size": 7}
    (file,) = read(in_json(listed, versions=["1.2.0"]), f"{JSON}; charset=utf-8")
    assert (file.url, file.yanked) == (f"https://index.example/simple/{WHEEL}", expected)


@pytest.mark.parametrize(
    ("name", "version"),
    [
        ("Envoice-1.0.tar.gz", "1.0"),
        ("envoice-1.0rc1.zip", "1.0rc1"),
        ("envoice-1.0-2-py3-none-any.whl", "1.0"),
        ("envoice-1.0-py3.11.egg", "1.0"),
        ("other-1.0.tar.gz", None),
        ("envoice-tools-1.0.tar.gz", None),
        ("envoice_tools-1.0-py3-none-any.whl", None),
        ("envoice-nonsense.tar.gz", None),
        ("envoice-1.0.txt", None),
        (f"envoice-{'1' * 20_000}.tar.gz", None),
        (f"envoice-{'1' * 230}.tar.gz", "1" * 230),
    ],
)
def test_only_versions_of_the_project_count(name, version):
    found = read(in_json({"filename": name, "url": "x", "hashes": {}}), JSON)
    assert [str(file.version) for file in found] == ([version] if version else [])


@pytest.mark.parametrize(
    "body",
    [
        "[" * 200_000,
        '{"a":' * 200_000,
        in_json()[:-1] + ', "x": ' + "[" * 200_000,
        in_json(name="other"),
        in_json(version="2.0"),
        in_json(version="1" * 20_000),
        '{"meta": {"api-version": 1}, "name": "envoice", "files": []}',
    ],
)
def test_json_that_is_no_page_is_refused(body):
    with pytest.raises(simple.UnreadableError, match=r"^with "):
        read(body, JSON)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "nothing here",
        "<![foo[",
        "[" * 200_000,
        "<html><script src='app.js'></script><div id=app></div>",
        "<html><form action=/login>Sign in</form><a href='/help'>Help</a>",
    ],
)
def test_a_web_site_is_no_empty_list(body):
    with pytest.raises(simple.UnreadableError, match="no list of files"):
        read(body)


@pytest.mark.parametrize(
    "body", ["<!DOCTYPE html><body>", "<html><body><h1>Links for envoice</h1></body>", "<html><![foo[<!-- "]
)
def test_an_empty_list_is_one(body):
    assert read(body) == []


@pytest.mark.parametrize(
    "kind", ["", "text/plain", "application/json", "application/vnd.pypi.simple.v2+json", "image/png"]
)
def test_a_content_type_that_is_not_read_is_refused(kind):
    with pytest.raises(simple.UnreadableError, match="content type"):
        read("<html>", kind)
    # What an index calls it stays out of the message.
    with pytest.raises(simple.UnreadableError) as told:
        simple.kind("\x1b[2Jx")
    assert str(told.value).isprintable()


@pytest.mark.parametrize("part", ["<!--", "<a ", '<a "', "<a '<a \"", "x ", "<a x=", "<![CDATA[", "&", "</a"])
def test_the_time_grows_with_the_length_alone(part):
    """Two megabytes: what grows with the square of that takes minutes."""
    body = f"<html><a {part * (2_000_000 // len(part))}"
    with contextlib.suppress(simple.UnreadableError):
        assert read(body) == []
