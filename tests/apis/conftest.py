"""The packages of the projects and of the combinations of switches, each made once."""

import importlib
import io
import shutil
import sys
from functools import cache, cached_property

import attrs
import pytest

from sdkwright import pipeline
from sdkwright.report import Report
from sdkwright.stubs import build_mappings
from sdkwright.stubs.mappings import build_edges
from sdkwright.stubs.server import StubServer
from tests.apis import projects
from tests.apis.combinations import lay


@attrs.frozen(slots=False)
class Made:
    """A package that was made and can be imported.

    Attributes:
        project: Its project.
        package: The package itself.
    """

    project: object
    package: object

    @cached_property
    def api(self):
        """The API that the package was made from."""
        return pipeline.api_in_place(self.project)

    @cached_property
    def keys(self):
        """The headers that carry the keys of `client`, in lower case, with their values."""
        return {name.lower(): f"the-{argument}" for _, argument, _, place, name in self.security if place == "header"}

    @cached_property
    def security(self):
        """What callers give, but for what tokens are fetched with: scheme, argument, variable, place and name."""
        return [row for row in self.module("_api").SECURITY if row[3] != "oauth2"]

    def module(self, name):
        """A module of the package by its name in it."""
        return importlib.import_module(f"{self.package.__name__}.{name}")

    def client(self, *, asynchronous=False, **arguments):
        """A client with a key of its own for each security scheme: ours, whatever lies over it."""
        name = f"Async{self.project.client}" if asynchronous else self.project.client
        keys = {argument: f"the-{argument}" for _, argument, _, _, _ in self.security}
        return getattr(self.module("client"), name)(**keys | arguments)


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """The folder that holds what is made of each project."""
    return tmp_path_factory.mktemp("apis")


@pytest.fixture(scope="session")
def make(folder):
    """Makes the package of a project at the first call, and imports it under its own name."""

    @cache
    def made(name):
        project = projects.make(name, folder / name)
        sys.path.append(str(project.generated))
        importlib.invalidate_caches()
        return Made(project, importlib.import_module(project.name))

    return made


@pytest.fixture(scope="session")
def combine(tmp_path_factory):
    """Makes the package of a combination of switches at the first call, beside those of the others."""
    together = tmp_path_factory.mktemp("combinations")

    @cache
    def combined(rooms):
        project = lay(tmp_path_factory.mktemp("combination"), rooms)
        pipeline.generate(project, Report(io.StringIO()), check_types=False)
        return shutil.copytree(project.package, together / project.name)

    return combined


@pytest.fixture(scope="session")
def _servers():
    """The servers that listen for the whole session, by their projects."""
    servers = {}
    yield servers
    for server in servers.values():
        server.__exit__(None, None, None)


@pytest.fixture
def stubs(make, _servers):
    """Gives the server of a project's own stubs and edges."""

    def server(name):
        if name not in _servers:
            made = make(name)
            edges = build_edges(made.api, project=made.project).values()
            mappings = [*build_mappings(made.api, project=made.project), *(one for some in edges for one in some)]
            _servers[name] = StubServer(mappings).__enter__()
        _servers[name].reset()
        return _servers[name]

    return server
