"""Where credentials are found, in which order, and that nothing tells them."""

import base64
import copy
import pickle
import textwrap
import time
import traceback

import pytest
from twine.utils import DEFAULT_REPOSITORY, TEST_REPOSITORY

from sdkwright.errors import GeneratorError
from sdkwright.release import login as logins
from sdkwright.release.index import Index
from sdkwright.release.login import Login, sections
from sdkwright.release.process import redacted, run
from tests.generator.checkout import ROOT

SECRET = 'p@ss/w&rd "ü" +1'
URL = "https://pypi.example.com/internal/"


def pypirc(tmp_path, text):
    path = tmp_path / ".pypirc"
    path.write_text(textwrap.dedent(text), encoding="utf-8")
    return path


def keyring(monkeypatch, kind):
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "generator"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", f"tests.generator.release.keyrings.{kind}")


def named(name=URL, *, environ=None, pypirc="/nowhere", **options):
    return Index.named(name, package="envoice", environ=environ or {}, pypirc=logins.Path(pypirc), **options)


def pair(index):
    return index.login and (index.login.user, index.login.password)


FILE = f"""
    [distutils]
    index-servers = internal
    [internal]
    repository = {URL}
    username = of-the-file
    password = file-password
"""


def test_the_environment_comes_before_the_file_and_the_file_before_the_keyring(tmp_path, monkeypatch):
    keyring(monkeypatch, "Keeping")
    path = pypirc(tmp_path, FILE)
    environ = {"TWINE_USERNAME": "of-the-environment", "TWINE_PASSWORD": "environment-password"}
    assert pair(named(environ=environ, pypirc=path)) == ("of-the-environment", "environment-password")
    assert pair(named(pypirc=path)) == ("of-the-file", "file-password")
    assert pair(named()) == ("of-the-keyring", f"kept for {URL} None")


def test_a_section_is_named_or_found_by_its_address(tmp_path):
    path = pypirc(tmp_path, FILE)
    expected = Index(URL, f"{URL}simple/", Login("of-the-file", "file-password"), package="envoice")
    assert named("internal", pypirc=path) == named(URL, pypirc=path) == expected
    assert named(URL.rstrip("/"), pypirc=path).login == expected.login


def test_a_name_without_a_password_is_looked_up_in_the_keyring(tmp_path, monkeypatch):
    keyring(monkeypatch, "Keeping")
    path = pypirc(tmp_path, FILE.replace("password = file-password", ""))
    assert pair(named(pypirc=path)) == ("of-the-file", f"kept for {URL} of-the-file")
    assert pair(named(environ={"TWINE_USERNAME": "me"}, pypirc=path)) == ("me", f"kept for {URL} me")


def test_a_token_needs_no_name():
    assert pair(named(environ={"TWINE_PASSWORD": "pypi-token"})) == ("__token__", "pypi-token")


def test_an_address_in_the_file_may_hold_credentials(tmp_path):
    address = URL.replace("https://", "https://me:a%40b@")
    path = pypirc(tmp_path, FILE.replace(URL, address).replace("password = file-password", ""))
    index = named("internal", pypirc=path)
    assert pair(index) == ("me", "a@b")
    assert index.upload == URL


def test_without_any_there_is_no_login():
    assert named(environ={"TWINE_USERNAME": "", "TWINE_PASSWORD": ""}).login is None


@pytest.mark.parametrize("kind", ["Failing", "Asking", "Mumbling"])
def test_a_keyring_that_cannot_answer_has_nothing(monkeypatch, kind, capfd):
    keyring(monkeypatch, kind)
    assert named().login is None
    assert capfd.readouterr() == ("", "")


def test_a_keyring_may_greet(monkeypatch):
    keyring(monkeypatch, "Greeting")
    assert pair(named()) == ("me", "password")


def test_a_keyring_that_hangs_is_a_sentence(monkeypatch):
    keyring(monkeypatch, "Hanging")
    monkeypatch.setattr(logins, "PATIENCE", 1.5)
    started = time.monotonic()
    with pytest.raises(GeneratorError, match=r"keyring did not answer .* PYTHON_KEYRING_BACKEND="):
        named()
    assert time.monotonic() - started < 30


@pytest.mark.parametrize(
    "text",
    ["password = hunter2", "[internal]\npassword = hunter2\n[internal]\n", "[internal\npassword = hunter2", "\udcff"],
)
def test_a_broken_file_is_a_sentence_that_tells_nothing_of_it(tmp_path, text):
    path = tmp_path / ".pypirc"
    path.write_bytes(b"[internal]\npassword = \xff\xfe hunter2" if text == "\udcff" else text.encode())
    with pytest.raises(GeneratorError, match=r"^\.pypirc cannot be read.*correct it") as told:
        named(pypirc=path)
    assert "hunter2" not in "".join(traceback.format_exception(told.value))


def test_a_section_without_an_address_is_a_sentence(tmp_path):
    path = pypirc(tmp_path, "[distutils]\nindex-servers = internal\n[internal]\npassword = hunter2\n")
    with pytest.raises(GeneratorError, match=r"`repository` of \[internal\] in \.pypirc"):
        named("internal", pypirc=path)


def test_pypi_is_known_without_a_file(tmp_path):
    assert sections(tmp_path / ".pypirc")["pypi"]["repository"] == DEFAULT_REPOSITORY
    assert named("pypi").simple == "https://pypi.org/simple/"
    assert named("testpypi").upload == TEST_REPOSITORY


def test_no_repr_pickle_or_copy_holds_the_password():
    login = Login("me", SECRET)
    index = Index(URL, URL, login, package="envoice")
    assert SECRET not in repr(login) + repr(index) + str(index)
    for turn, one in ((pickle.dumps, login), (pickle.dumps, index), (copy.copy, login), (copy.deepcopy, index)):
        with pytest.raises(TypeError, match="not pickled") as told:
            turn(one)
        assert SECRET not in str(told.value)


@pytest.mark.parametrize("form", Login("me", SECRET).forms)
def test_every_form_of_the_password_is_hidden(form):
    assert redacted(f"before {form} after", Login("me", SECRET).forms) == "before **** after"


def test_the_forms_are_those_of_addresses_headers_and_bodies():
    forms = Login("me", SECRET).forms
    assert SECRET in forms
    assert "p%40ss%2Fw%26rd%20%22%C3%BC%22%20%2B1" in forms
    assert "p%40ss%2Fw%26rd+%22%C3%BC%22+%2B1" in forms
    assert r"p@ss/w&rd \"\u00fc\" +1" in forms
    assert base64.b64encode(f"me:{SECRET}".encode()).decode() in forms


def test_a_tool_is_not_told_credentials_it_was_not_given(monkeypatch):
    monkeypatch.setenv("TWINE_USERNAME", "me")
    monkeypatch.setenv("TWINE_PASSWORD", SECRET)
    code = "import os; print(sorted(name for name in os.environ if name.startswith('TWINE')))"
    assert run([logins.sys.executable, "-c", code], "look").strip() == "[]"
    told = run([logins.sys.executable, "-c", code], "look", env={"TWINE_PASSWORD": SECRET})
    assert told.strip() == "['TWINE_PASSWORD']"
