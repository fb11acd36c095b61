"""Works out where the calls of a package go: the absolute addresses of the document's servers."""

from typing import Any, Final
from urllib.parse import urljoin, urlsplit

import attrs

from sdkwright.ir import Api, Operation, Server
from sdkwright.project import Project
from sdkwright.sources import document_url

_ABSOLUTE: Final = ("http://", "https://", "{")
_HTTP: Final = 80
_LOOPBACK: Final = ("localhost", "127.0.0.1", "::1")


@attrs.frozen
class Servers:
    """The servers of a package.

    Attributes:
        listed: Those of the API that have an absolute address, the first of which is the default.
        base: What relative addresses are relative to; empty if nothing says.
        variables: The names of the variables of operations' own servers.
    """

    listed: tuple[Server, ...]
    base: str
    variables: tuple[str, ...] = ()

    @property
    def default_url(self) -> str:
        """Where calls go when nobody chooses; empty if nothing says."""
        return next((server.default_url for server in self.listed), "")

    @property
    def is_choice(self) -> bool:
        """Whether a caller has something to choose: several servers, or variables, operations' own included."""
        return len(self.listed) > 1 or any(server.variables for server in self.listed) or bool(self.variables)

    @property
    def facts(self) -> tuple[Any, ...]:
        """Each server to choose from, as `_api.py` has them."""
        return tuple(map(_facts, self.listed)) if self.is_choice else ()

    def of(self, operation: Operation) -> str:
        """The base URL of an operation's own; empty if it has none, or none that is known."""
        own = self._own(operation)
        if not own or own == [*self.listed] or (len(self.listed) == 1 and own[0].default_url == self.default_url):
            return ""
        return own[0].default_url

    def with_variables(self, operation: Operation) -> tuple[Any, ...]:
        """The servers of an operation's own as `_api.py` has those of all, where a caller may set a variable of one."""
        own = self._own(operation) if self.of(operation) else []
        return tuple(map(_facts, own)) if any(server.variables for server in own) else ()

    def _own(self, operation: Operation) -> list[Server]:
        found = [absolute(server, self.base) for server in operation.servers]
        return [server for server in found if server.default_url.startswith(_ABSOLUTE[:2])]

    def named(self, operation: Operation) -> dict[str, str]:
        """The base URLs of an operation's own by the names that a caller may choose, where there are several."""
        choices = {server.name for server in self.listed}
        known = {server.name: server.default_url for server in self._own(operation) if server.name in choices}
        return known if self.of(operation) and {*known.values()} - {self.of(operation)} else {}

    def http_origins(self, api: Api) -> tuple[str, ...]:
        """The hosts and ports that the document names with plain http, this machine apart."""
        urls = [server.default_url for server in self.listed]
        for operation in api.operations:
            urls += [self.of(operation), *self.named(operation).values()]
        parts = [urlsplit(url) for url in urls if url.startswith("http://")]
        found = {f"{part.hostname}:{part.port or _HTTP}" for part in parts if part.hostname not in _LOOPBACK}
        return tuple(sorted(found))


def servers_of(api: Api, project: Project) -> Servers:
    """The servers of an API's package.

    A relative address is relative to where the document was fetched from, or to `[package] base_url`. A document
    without a server has the one that OpenAPI says it has, `/`.

    Args:
        api: The API.
        project: The checkout, for what it declares and where the document comes from.
    """
    base = project.configuration.package.base_url or document_url(project)
    servers = api.servers or (Server("/", "default"),)
    if not api.servers and project.configuration.package.base_url is not None:
        servers = (Server(base, "default"),)
    made = [absolute(server, base) for server in servers]
    known = Servers(tuple(server for server in made if server.url.startswith(_ABSOLUTE)), base)
    own = (known.with_variables(operation) for operation in api.operations)
    names = {name for listed in own for _, _, variables in listed for name, _, _ in variables}
    return attrs.evolve(known, variables=tuple(sorted(names)))


def _facts(server: Server) -> tuple[Any, ...]:
    return (
        server.name,
        server.url,
        tuple((variable.name, variable.default, variable.values) for variable in server.variables),
    )


def absolute(server: Server, base: str) -> Server:
    """A server with an absolute address, if it has one or what it is relative to is known."""
    if server.url.startswith(_ABSOLUTE) or not base:
        return server
    # Braces are no part of an address, and stay as they are.
    return attrs.evolve(server, url=urljoin(base, server.url).rstrip("/"))
