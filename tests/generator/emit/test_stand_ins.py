"""The runtime's stand-ins are what the generator writes for the neutral API that the runtime declares."""

import pytest

from sdkwright.carried import FOLDER as RUNTIME
from sdkwright.config import Package
from sdkwright.emit.environment import environment
from sdkwright.emit.named import NAMED, write_named
from sdkwright.emit.package import tidy
from sdkwright.emit.rendering import Renderer
from sdkwright.emit.security import Key
from sdkwright.project import STAND_INS
from tests import layers

PACKAGE = Package(name="things", client="Things")


def written(folder, keys, package=PACKAGE):
    write_named(Renderer(environment(), folder, "# head"), package, keys, [])
    tidy(folder)
    return {name: (folder / name).read_text(encoding="utf-8").removeprefix("# head\n") for name in NAMED}


@pytest.fixture
def declared():
    """What the runtime's `_api.py` declares."""
    values = {}
    exec((RUNTIME / "_api.py").read_text(encoding="utf-8"), values)
    return values


def test_the_stand_ins_are_what_would_be_generated(tmp_path, declared):
    assert (declared["NAME"], declared["CLIENT"], declared["ENVIRONMENT"]) == ("things", "Things", "THINGS")
    keys = [Key(scheme, argument, variable, name) for scheme, argument, variable, _, name in declared["SECURITY"]]
    assert len(keys) == 2
    assert written(tmp_path, keys) == {name: (RUNTIME / name).read_text(encoding="utf-8") for name in NAMED}
    assert NAMED.keys() < STAND_INS


def test_the_tests_import_what_a_generation_replaces_from_the_generated_package():
    modules = {name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in STAND_INS}
    assert modules == layers.STAND_INS | layers.FRONTS


def classes(text):
    values = {"__package__": "things", "__name__": "things.credentials"}
    text = text.replace("from ._redaction", "from sdkwright.runtime._redaction")
    exec(text.replace("from ._security", "from sdkwright.runtime._security"), values)
    return values


def test_an_api_with_one_key(tmp_path):
    credentials = written(tmp_path, [Key("token", "token", "ACME_TOKEN", "X-Token")])["credentials.py"]
    values = classes(credentials)
    assert (values["TOKEN_HEADER"], values["TOKEN_VARIABLE"]) == ("X-Token", "ACME_TOKEN")
    assert "def __init__(self, token: str) -> None:" in credentials
    assert "SECRET" not in values["__all__"]


def test_an_api_without_keys(tmp_path):
    files = written(tmp_path, [])
    assert "def __init__(self) -> None:" in files["credentials.py"]
    assert "Args:" not in files["credentials.py"]
    assert "with Things() as client:" in files["client.py"]
    assert "on requests to one origin.\n" in files["auth.py"]
