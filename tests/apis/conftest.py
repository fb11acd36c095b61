"""The packages of the projects, each made once."""

import importlib
import sys
from functools import cache

import attrs
import pytest

from sdkwright import documents
from sdkwright.stubs import build_mappings
from sdkwright.stubs.server import StubServer
from tests.apis import projects


@attrs.frozen
class Made:
    """A package that was made and can be imported.

    Attributes:
        project: Its project.
        package: The package itself.
    """

    project: object
    package: object

    def module(self, name):
        """A module of the package by its name in it."""
        return importlib.import_module(f"{self.package.__name__}.{name}")

    def client(self, *, asynchronous=False, **arguments):
        """A client with a key of its own for each security scheme."""
        name = f"Async{self.project.client}" if asynchronous else self.project.client
        keys = {scheme.argument: f"the-{scheme.argument}" for scheme in self.project.configuration.security}
        return getattr(self.package, name)(**keys | arguments)


@pytest.fixture(scope="session")
def make(tmp_path_factory):
    """Makes the package of a project at the first call, and imports it under its own name."""

    @cache
    def made(name):
        project = projects.make(name, tmp_path_factory.mktemp(name))
        sys.path.append(str(project.generated))
        importlib.invalidate_caches()
        return Made(project, importlib.import_module(project.name))

    return made


@pytest.fixture(scope="session")
def stubs(make):
    """Makes the server of a project's own stubs, which listens for the whole session."""
    servers = {}

    def server(name):
        if name not in servers:
            project = make(name).project
            document = documents.load(project.normalised.read_bytes(), name=name)
            servers[name] = StubServer(build_mappings(document, project=project)).__enter__()
        servers[name].reset()
        return servers[name]

    yield server
    for found in servers.values():
        found.__exit__(None, None, None)
