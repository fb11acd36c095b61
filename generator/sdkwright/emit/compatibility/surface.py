"""Works out the surface of the former SDK, and writes its modules."""

import ast
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

import attrs

from sdkwright.emit.compatibility.arguments import closure, params_module
from sdkwright.emit.compatibility.clients import client_module
from sdkwright.emit.compatibility.methods import Described, describe
from sdkwright.emit.compatibility.resources import OF_CLIENT, pages_module, resource_module
from sdkwright.emit.compatibility.types import arguments_module, type_modules
from sdkwright.emit.methods import Method
from sdkwright.emit.rendering import Renderer
from sdkwright.emit.security import Key
from sdkwright.errors import GeneratorError
from sdkwright.ir import Api
from sdkwright.normalise.identifiers import flat, with_owners
from sdkwright.project import Project
from sdkwright.received import read_upstream
from sdkwright.stainless import Migration, read
from sdkwright.stainless.settings import Settings, read_settings

FILE: Final = "spec/stainless.yml"


_ERRORS: Final = (
    "APIResponseValidationError", "APIStatusError", "AuthenticationError", "BadRequestError", "ConflictError",
    "InternalServerError", "NotFoundError", "PermissionDeniedError", "RateLimitError", "UnprocessableEntityError",
)  # fmt: skip
_OFFERED: Final = {
    ".compatibility._client": ("DEFAULT_MAX_RETRIES", "DEFAULT_TIMEOUT"),
    ".compatibility._errors": _ERRORS,
    ".compatibility._files": ("file_from_path",),
    ".compatibility._httpx": ("DefaultAsyncHttpxClient", "DefaultHttpxClient", "Timeout"),
    ".compatibility._model": ("BaseModel",),
    ".compatibility._responses": ("APIResponse", "AsyncAPIResponse"),
    ".compatibility._streams": ("AsyncStream", "Stream"),
    ".compatibility._values": ("NOT_GIVEN", "NotGiven", "Omit", "not_given", "omit"),
    ".compatibility.client": ("AsyncClient", "Client", "ENVIRONMENTS"),
}


@attrs.frozen
class Surface:
    """What is laid over the package.

    Attributes:
        migration: What the configuration says.
        methods: Each of its methods, with ours that it calls.
        settings: What it has besides.
    """

    migration: Migration
    methods: tuple[Described, ...]
    settings: Settings

    @property
    def resources(self) -> list[str]:
        """Every resource by path, those that only others stand below among them."""
        named = (method.declared.resource for method in self.methods if method.declared.resource)
        return sorted({one for resource in named for one in with_owners(resource)})


def surface_of(project: Project, api: Api, ours: Mapping[str, list[Method]], keys: Iterable[Key]) -> Surface:
    """The surface that `spec/stainless.yml` declares.

    Args:
        project: The checkout.
        api: The API.
        ours: Our methods by the key of their operation; a stream's twin behind the method that it is of.
        keys: What callers give for the security schemes.

    Raises:
        GeneratorError: The configuration is not there, is none, or names an operation that the package lacks.
    """
    path = project.root / FILE
    if not path.is_file():
        raise GeneratorError(f"{FILE} is not there, which [compatibility] stainless = true reads; put it there.")
    migration = read(path.read_bytes(), read_upstream(project).document, name=FILE)
    settings = read_settings(path, [key.argument for key in keys])
    described = []
    for one in migration.methods:
        if one.endpoint not in ours:
            if project.configuration.normalisation.partial:
                # What cannot be written is listed where the document is normalised.
                continue
            raise GeneratorError(
                f"{FILE}: {one.place}: the package has no operation {one.endpoint}, which the document has; keep it in "
                "the overlay, or take the method out."
            )
        scheme = migration.schemes.get(one.scheme)
        described.append(describe(one, ours[one.endpoint], scheme, api, settings))
    return Surface(migration, tuple(described), settings)


def with_surface(exports: list[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
    """The modules whose names the package offers, with those of the surface in place of ours.

    Args:
        exports: The modules with their names. A model has its name, whatever the surface calls so.
    """
    models = {name for module, names in exports if module == ".models" for name in names}
    models |= {name for module, names in exports if module == ".client" for name in names}
    offered = {module: [name for name in names if name not in models] for module, names in _OFFERED.items()}
    taken = {name for names in offered.values() for name in names}
    for module, names in exports:
        kept = [name for name in names if name not in taken]
        home = f".compatibility{module}" if module == ".client" else module
        offered[home] = sorted([*offered.get(home, []), *kept])
    return sorted(offered.items())


def offer_pages(package: Path) -> None:
    """Have the package `pagination` offer the classes of pages, where callers of the former SDK import them from.

    Args:
        package: The package with the modules of the runtime and of the surface.
    """
    schemes, front = package / "compatibility/_schemes.py", package / "pagination/__init__.py"
    pages = re.findall(
        r"^class (\w+)\(Base(?:Sync|Async)Page\[T\]\)", schemes.read_text(encoding="utf-8"), re.MULTILINE
    )
    text = front.read_text(encoding="utf-8")
    # A name of ours stays what it is.
    pages = sorted(name for name in pages if not re.search(rf'"{name}"', text))
    if pages:
        imported = "\n".join(f"from ..compatibility._schemes import {name} as {name}" for name in pages)
        text = re.sub(r"^(from \.\._api import [^\n]*\n)", rf"\1{imported}\n", text, count=1, flags=re.MULTILINE)
        listed = re.search(r"^__all__ = (\[[^\]]*\])", text, re.MULTILINE)
        names = sorted([*ast.literal_eval(listed[1]), *pages]) if listed else pages
        lines = "".join(f'    "{name}",\n' for name in names)
        text = re.sub(r"^__all__ = \[[^\]]*\]", f"__all__ = [\n{lines}]", text, count=1, flags=re.MULTILINE)
        front.write_text(text, encoding="utf-8")


def write_surface(render: Renderer, surface: Surface, project: Project, api: Api, keys: list[Key]) -> None:
    """Write the modules of the surface.

    Args:
        render: Renders into the package.
        surface: What is written.
        project: The checkout.
        api: The API.
        keys: What callers give for the security schemes.
    """
    types = [argument.type for method in surface.methods for argument in method.arguments]
    given = closure(types, api)
    render.module("compatibility/_params.py", params_module(given, api))
    render.module("compatibility/_arguments.py", arguments_module(surface.methods))
    render.module("compatibility/_schemes.py", pages_module(surface.migration.schemes.values(), surface.settings.rules))
    for path in surface.resources:
        methods = [one for one in surface.methods if one.declared.resource == path]
        below = [one for one in surface.resources if one.rpartition(".")[0] == path]
        render.module(f"compatibility/resources/{flat(path)}.py", resource_module(path, methods, below))
    render.module("compatibility/resources/__init__.py", '"""The resources as callers know them."""\n')
    top = [one for one in surface.resources if "." not in one]
    own = [one for one in surface.methods if not one.declared.resource]
    if own:
        render.module(f"compatibility/resources/_{OF_CLIENT}.py", resource_module("", own, top))
    names = [one.declared.name for one in own]
    clients = client_module(project, surface.migration, surface.settings, keys, top, own=names)
    render.module("compatibility/client.py", clients)
    for name, text in type_modules(surface.migration, surface.methods, api, given).items():
        render.module(name, text)
    for file in [render.package / "models.py", *(render.package / "_models").glob("*.py")]:
        # Models have what callers of the former SDK call.
        source = file.read_text(encoding="utf-8")
        file.write_text(source.replace("_json.model import Model\n", "compatibility._model import Model\n"), "utf-8")
