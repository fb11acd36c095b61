"""An API without security: a client without arguments for credentials, a command that asks for none."""

import importlib
import inspect
import io
import json
import sys

import pytest

from sdkwright import pipeline
from sdkwright.project import MARK, Project
from sdkwright.report import Report
from tests.apis import projects

SETTINGS = '[package]\nname = "open_tides"\nclient = "OpenTides"\n\n[testing]\nenabled = true\n'


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """The package of the least project, whose document says nothing of security."""
    folder = tmp_path_factory.mktemp("open_tides")
    (folder / "spec").mkdir()
    document = json.loads((projects.FOLDER / "tides" / "spec" / "upstream.json").read_text(encoding="utf-8"))
    del document["security"], document["components"]["securitySchemes"]
    (folder / "spec" / "upstream.json").write_text(json.dumps(document), encoding="utf-8")
    (folder / MARK).write_text(SETTINGS, encoding="utf-8")
    project = Project(folder)
    pipeline.generate(project, Report(io.StringIO()), check_types=False)
    sys.path.append(str(project.generated))
    yield importlib.import_module(project.name)
    sys.path.remove(str(project.generated))


def test_no_client_has_an_argument_for_credentials(package):
    for kind in (package.OpenTides, package.AsyncOpenTides):
        assert next(iter(inspect.signature(kind).parameters)) == "base_url"
    assert {"Credentials", "auth", "credentials"}.isdisjoint(package.__all__)


def test_a_request_carries_none(package):
    fake = importlib.import_module("open_tides.testing").FakeService()
    with fake.client() as client:
        client.harbours.list()
    assert fake.calls[0].headers.keys() == {"accept", "user-agent"}
