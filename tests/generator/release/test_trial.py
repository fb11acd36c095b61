"""What was published is installed and tried as a stranger would; what is not as it should be is told."""

import hashlib
import shutil
import sysconfig

import attrs
import pytest

from sdkwright.errors import GeneratorError
from sdkwright.release import trial
from sdkwright.release.environment import Environment
from sdkwright.release.login import Login
from tests.generator.release.standin import listing, rewheeled

ASKS_FOR_MORE = """```python
import os, urllib.error, urllib.request
try:
    urllib.request.urlopen(os.environ['ENVOICE_BASE_URL'] + '/nowhere')
except urllib.error.HTTPError:
    pass
```
"""


@pytest.fixture(autouse=True)
def offline(monkeypatch):
    """What the package needs is there already, so that no test needs the network."""
    make = Environment.make.__func__

    def made(cls, folder):
        clean = make(cls, folder)
        packages = next(folder.glob("lib/python*/site-packages"))
        (packages / "workshop.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
        return clean

    monkeypatch.setattr(Environment, "make", classmethod(made))


def attempt(project, archives, folder, wheel=None, *, digests=None):
    data = (wheel or archives.wheel).read_bytes()
    digests = digests or {archives.wheel.name: hashlib.sha256(data).hexdigest()}
    with listing({archives.wheel.name: data}) as server:
        index = server.index(Login("me", "p@ss/word"))
        told = trial.try_installed(project, index, archives.version, digests, folder)
    assert {(request.authorization.username, request.authorization.password) for request in server.asked} == {
        ("me", "p@ss/word")
    }
    return told


def test_what_was_sent_works(home, archives, tmp_path):
    told = attempt(home, archives, tmp_path)
    assert told.startswith(f"envoice=={archives.version} in a clean environment; README's first example: ")


def test_other_bytes_than_were_sent_are_told(home, archives, tmp_path):
    with pytest.raises(GeneratorError, match=f"pip got a {archives.wheel.name} from .* not what was sent"):
        attempt(home, archives, tmp_path, digests={archives.wheel.name: "0" * 64})


def test_another_version_inside_is_told(home, archives, tmp_path):
    other = {"envoice/_build.py": lambda data: data.replace(archives.version.encode(), b"9.9.9")}
    wheel = rewheeled(archives.wheel, tmp_path / archives.wheel.name, other)
    with pytest.raises(GeneratorError, match=rf"installed as {archives.version} says that it is 9\.9\.9"):
        attempt(home, archives, tmp_path, wheel)


def test_a_package_that_does_not_import_is_told(home, archives, tmp_path):
    wheel = rewheeled(archives.wheel, tmp_path / archives.wheel.name, {"envoice/__init__.py": b"1 / 0\n"})
    with pytest.raises(GeneratorError, match=r"cannot import envoice:(?s:.*)ZeroDivisionError"):
        attempt(home, archives, tmp_path, wheel)


def test_a_version_that_is_not_there_is_a_sentence_without_the_password(home, archives, tmp_path):
    with listing({}) as server, pytest.raises(GeneratorError, match="cannot install envoice==") as told:
        trial.try_installed(home, server.index(Login("me", "p@ss/word")), archives.version, {}, tmp_path)
    assert "p@ss/word" not in str(told.value)
    assert "p%40ss%2Fword" not in str(told.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("```python\n1 / 0\n```\n", "cannot run the README's first example:(?s:.*)ZeroDivisionError"),
        ("No example.\n", r"README\.md has no block of Python"),
        (
            ASKS_FOR_MORE,
            "README's first example: .*nowhere",
        ),
    ],
)
def test_an_example_that_does_not_work_is_told(home, tmp_path, text, told):
    root = tmp_path / "root"
    shutil.copytree(home.stubs, root / "tests" / "contract" / "stubs")
    (root / "spec").mkdir()
    shutil.copy(home.spec / "sdk.toml", root / "spec")
    (root / "README.md").write_text(text, encoding="utf-8")
    clean = Environment.make(tmp_path / "clean")
    with pytest.raises(GeneratorError, match=told):
        trial.run_example(attrs.evolve(home, root=root, target=root), clean, tmp_path)
