"""Chooses the servers that the contract is tried on: `--server embedded` (the default), `wiremock` or `both`."""

import pytest

from sdkwright.project import Project
from sdkwright.stubs.server import StubServer
from sdkwright.stubs.wiremock import WireMock

STUBS = Project.find(__file__).stubs
KINDS = {"embedded": StubServer.from_folder, "wiremock": WireMock}


def pytest_addoption(parser):
    parser.addoption(
        "--server",
        choices=["embedded", "wiremock", "both"],
        default="embedded",
        help="what serves the stubs; wiremock needs npm, and Java or pip",
    )


def chosen(config):
    option = config.getoption("--server", "embedded")
    return list(KINDS) if option == "both" else [option]


def pytest_generate_tests(metafunc):
    if "serving" in metafunc.fixturenames:
        metafunc.parametrize("serving", chosen(metafunc.config), indirect=True, scope="session")


@pytest.fixture(scope="session")
def serving(request):
    """The generated stubs, served for the whole run by each server that was chosen."""
    with KINDS[request.param](STUBS) as running:
        yield running


@pytest.fixture
def server(serving):
    """The same server with nothing in its journal and every scenario at its beginning."""
    serving.reset()
    return serving
