"""A package may have any number of API keys, each under the names that its project declares."""

import json
import shutil
import subprocess
import sys

import pytest

from sdkwright.carried import FOLDER as RUNTIME
from sdkwright.config import Package
from sdkwright.emit.environment import environment
from sdkwright.emit.named import write_named
from sdkwright.emit.rendering import Renderer
from sdkwright.emit.security import Key

KEYS = (
    Key("token", "token", "ACME_TOKEN", "X-Acme-Token"),
    Key("user", "user", "ACME_USER", "X-Acme-User"),
    Key("seal", "api_seal", "ACME_SEAL", "X-Acme-Seal"),
)
TRY = """
import json, sys
from acme.client import Acme
from acme.credentials import Credentials
from acme.errors import AcmeError
from acme._http.operation import Operation
from acme.transports import Response

class Recorder:
    def send(self, request, /):
        self.headers = dict(request.headers)
        return Response(200, {}, b"{}")
    def close(self):
        pass

def message(**given):
    try:
        Acme(**given)
    except AcmeError as error:
        return str(error)

given, recorder = json.loads(sys.argv[1]), Recorder()
Acme(transport=recorder, **given).call(Operation(name="a.b", method="GET", path="/a", result=dict))
print(json.dumps({
    "headers": recorder.headers,
    "repr": repr(Credentials(**given)),
    "equal": Credentials(**given) == Credentials(*given.values()),
    "nothing": message(),
    "one": message(**dict(list(given.items())[:1])),
}))
"""


@pytest.fixture
def package(tmp_path):
    """Makes the package of an API with some keys, and tries its client in a process of its own."""

    def make(*keys):
        folder = tmp_path / "acme"
        shutil.copytree(RUNTIME, folder, ignore=shutil.ignore_patterns("__pycache__"))
        schemes = tuple((key.scheme, key.argument, key.variable, "header", key.header) for key in keys)
        api = (folder / "_api.py").read_text(encoding="utf-8")
        names = f"NAME = 'acme'\nCLIENT = 'Acme'\nENVIRONMENT = 'ACME'\nSECURITY = {schemes!r}\n"
        names += f"ALTERNATIVES = {(tuple(key.scheme for key in keys),)!r}\n"
        (folder / "_api.py").write_text(f"{api}\n{names}", encoding="utf-8")
        write_named(Renderer(environment(), folder, ""), Package(name="acme", client="Acme"), keys, resources=[])
        given = {key.argument: f"value-of-{key.argument}" for key in keys}
        command = [sys.executable, "-W", "error", "-c", TRY, json.dumps(given)]
        done = subprocess.run(
            command, cwd=tmp_path, env={"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return make


def test_one_key(package):
    found = package(KEYS[0])
    assert found["headers"]["X-Acme-Token"] == "value-of-token"
    assert (found["repr"], found["equal"]) == ("Credentials(token=<hidden>)", True)
    assert found["nothing"] == "ACME_TOKEN is not set: set the variable, or pass token=."
    assert found["one"] is None


def test_three_keys(package):
    found = package(*KEYS)
    assert {name: value for name, value in found["headers"].items() if name.startswith("X-Acme")} == {
        "X-Acme-Token": "value-of-token",
        "X-Acme-User": "value-of-user",
        "X-Acme-Seal": "value-of-api_seal",
    }
    assert (found["repr"], found["equal"]) == ("Credentials(token=<hidden>, user=<hidden>, api_seal=<hidden>)", True)
    assert found["nothing"] == (
        "ACME_TOKEN, ACME_USER and ACME_SEAL are not set: set all variables, or pass token=, user= and api_seal=."
    )
    assert found["one"] == "token= was given without user= and api_seal=: give all, or none."


def test_no_keys(package):
    found = package()
    assert found["headers"].keys() == {"accept", "user-agent"}
    assert (found["repr"], found["equal"]) == ("Credentials()", True)
    assert (found["nothing"], found["one"]) == (None, None)
