"""The generated package of a project, imported, and clients of it that ask its own stubs in this process."""

import importlib
import re
import sys
import uuid
from collections.abc import Iterable, Mapping
from types import ModuleType
from typing import Any, Final

import attrs
import httpx

from sdkwright import pipeline
from sdkwright.contract.arguments import Arguments
from sdkwright.contract.recording import RecordingServer
from sdkwright.emit.methods import Method, method
from sdkwright.emit.security import keys_of
from sdkwright.errors import GeneratorError
from sdkwright.ir import Api, Operation
from sdkwright.project import MARK, Project
from sdkwright.stubs import build_mappings
from sdkwright.stubs.edges import HEADER
from sdkwright.stubs.mappings import build_edges
from sdkwright.stubs.transport import InProcess

_PARAMETER: Final = re.compile(r"\{[^{}]*\}")
_WAITING: Final = frozenset({"fixedDelayMilliseconds", "chunkedDribbleDelay"})
_SIGNING: Final = "hooks/security.py"
HOST: Final = "https://stubs.example"
"""Where the clients believe that the service is."""


@attrs.frozen
class Package:
    """A package, ready to be called.

    Attributes:
        project: Its project.
        api: The API that it was made from.
        module: The package itself.
        arguments: Makes the arguments of calls.
        server: Answers with the stubs of the package, those that the header `x-stub` chooses among them.
        edges: The names of these by operation; what makes one wait is left out.
        alike: The names of the operations whose method and address no request tells from those of an operation.
    """

    project: Project
    api: Api
    module: ModuleType
    arguments: Arguments
    server: RecordingServer
    edges: Mapping[str, tuple[str, ...]]
    alike: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, project: Project) -> "Package":
        """Import the package in place; no other package of its name may be imported in this process.

        Raises:
            GeneratorError: It is not there, or cannot be imported.
        """
        if not (project.package / "__init__.py").is_file():
            raise GeneratorError(f"{project.show(project.package)} is not there; run `sdkwright generate` first.")
        api = pipeline.api_in_place(project)
        module = _imported(project)
        models = importlib.import_module(f"{project.name}.models")
        edges = [mapping for made in build_edges(api, project=project).values() for mapping in made]
        server = RecordingServer([*build_mappings(api, project=project), *edges])
        arguments = Arguments(api, project, models)
        return cls(project, api, module, arguments, server, _named(edges, api), alike(api.operations))

    @property
    def methods(self) -> list[Method]:
        """The method of each operation."""
        return [method(operation, self.api) for operation in self.api.operations]

    @property
    def _clients(self) -> ModuleType:
        """What offers the clients; a surface for other callers has some of the same names."""
        if self.project.configuration.compatibility.stainless:
            return importlib.import_module(f"{self.project.name}.client")
        return self.module

    def client(self) -> Any:
        """A synchronous client that asks the stubs."""
        kind = getattr(self._clients, self.project.client)
        return kind(**self._settings(), http_client=httpx.Client(transport=InProcess(self.server)))

    def async_client(self) -> Any:
        """An asynchronous client that asks the stubs."""
        kind = getattr(self._clients, f"Async{self.project.client}")
        return kind(**self._settings(), http_client=httpx.AsyncClient(transport=InProcess(self.server)))

    def options(self, edge: str) -> Any:
        """Options of a call that ask for a stub by its name."""
        return self.module.RequestOptions(headers={HEADER: edge})

    @property
    def base_error(self) -> type[Exception]:
        """The base of every error that the package raises."""
        found: type[Exception] = importlib.import_module(f"{self.project.name}._names.errors").SDKError
        return found

    def _settings(self) -> dict[str, Any]:
        found = keys_of(self.project.configuration, self.api, place=MARK)
        # A token is given, for the stubs have no endpoint to fetch one from.
        # A key may have to be a UUID, and each is another.
        made = {key.argument: str(uuid.uuid5(uuid.NAMESPACE_URL, key.argument)) for key in found}
        keys: dict[str, Any] = {key.argument: made[key.argument] for key in found if key.place != "oauth2"}
        if _SIGNING not in self.project.override_files():
            # The project leaves to its callers how these sign.
            keys |= {key.argument: _signed for key in found if key.takes_signer}
        return keys | {"base_url": HOST, "max_retries": 0}


def _signed(signing: Any) -> dict[str, str]:
    """What a caller's own callable may give for a scheme of HTTP that the package does not know."""
    return {"Authorization": f"{signing.kind} a-signature"}


def alike(operations: Iterable[Operation]) -> dict[str, frozenset[str]]:
    """By the name of each operation, all of the same method and address but for what their parameters are called.

    As `/boards/{id}/cards/{card}` and `/boards/{id}/cards/{filter}`: the stub of either may answer.

    Args:
        operations: The operations.
    """
    groups: dict[tuple[str, str], set[str]] = {}
    for operation in operations:
        groups.setdefault(_address(operation), set()).add(operation.name)
    return {name: frozenset(group) for group in groups.values() for name in group}


def _address(operation: Operation) -> tuple[str, str]:
    return operation.method, _PARAMETER.sub("{}", operation.route)


def _named(edges: Iterable[Any], api: Api) -> dict[str, tuple[str, ...]]:
    """The names of edges by operation, with those that all operations have alike."""
    found: dict[str, dict[str, None]] = {name: {} for name in ("", *(operation.name for operation in api.operations))}
    for mapping in edges:
        # What `Accept` chooses among has no name.
        chosen, response = mapping["request"]["headers"].get(HEADER, {}), mapping["response"]
        if "equalTo" in chosen and not _WAITING.intersection(response):
            found[mapping["metadata"].get("operationId", "")][chosen["equalTo"]] = None
    shared = found.pop("")
    return {name: tuple(own | shared) for name, own in found.items()}


def _imported(project: Project) -> ModuleType:
    folder = str(project.generated)
    if folder not in sys.path:
        sys.path.insert(0, folder)
    importlib.invalidate_caches()
    try:
        module = importlib.import_module(project.name)
    except ImportError as error:
        raise GeneratorError(f"{project.show(project.package)} cannot be imported: {error}.") from None
    found = getattr(module, "__file__", None) or ""
    if not found.startswith(folder):
        raise GeneratorError(f"the package {project.name} was imported from {found}; call another project apart.")
    return module
