"""Writes the generated modules of the package into a staging folder and lays the overrides beside them."""

import ast
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sdkwright.emit.api import api_module
from sdkwright.emit.command_modules import write_commands
from sdkwright.emit.compatibility import offer_pages, surface_of, with_surface, write_surface
from sdkwright.emit.deprecated import deprecated_fields
from sdkwright.emit.divided import is_divided
from sdkwright.emit.environment import environment
from sdkwright.emit.fronts import Export, home_of, write_fronts
from sdkwright.emit.fronts import exports as exports_of_overrides
from sdkwright.emit.headers import headers_class, headers_of
from sdkwright.emit.limited import has_limits
from sdkwright.emit.limits import MODULE as LIMITS
from sdkwright.emit.limits import limits_module
from sdkwright.emit.methods import Method
from sdkwright.emit.model_modules import write_models
from sdkwright.emit.named import write_named
from sdkwright.emit.needs import for_document
from sdkwright.emit.own_fronts import FRONTS, fronts_of
from sdkwright.emit.rendering import Renderer
from sdkwright.emit.resources import Resource, models_named, resources_of
from sdkwright.emit.schemas import schemas_module
from sdkwright.emit.security import Key, alternatives, declared_security, keys_of
from sdkwright.emit.servers import servers_of
from sdkwright.emit.union_names import UnionNames
from sdkwright.emit.webhook_events import MODULE as WEBHOOK_EVENTS
from sdkwright.emit.webhook_events import webhook_events
from sdkwright.errors import GeneratorError
from sdkwright.ir import Api, Operation
from sdkwright.ir.operations import STYLES
from sdkwright.project import MARK, Project
from sdkwright.rooms import ROOMS
from sdkwright.syntax import assigned

_HEADER = (
    "# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next "
    "generation.\n"
    "# What is written by hand lies in overrides/{name}; CONTRIBUTING.md says how to change what is generated."
)
GENERATORS = ("datamodel-code-generator", "openapi-python-client")

# The public modules, which `NAME.errors` reaches without an import of its own.
_MODULES = (
    "auth",
    "clock",
    "credentials",
    "deviations",
    "enums",
    "errors",
    "events",
    "interchange",
    "models",
    "options",
    "otel",
    "pagination",
    "problems",
    "responses",
    "streaming",
    "testing",
    "transports",
    "webhooks",
)
# Those that an API without security schemes has no use for.
_SIGNING = frozenset({"auth", "credentials"})
# What a package carries where callers have a server to choose.
_SERVER_CHOICE = "_http/server_choice.py"
# What `import NAME` offers besides the clients, the models and the errors.
_EXPORTS = {
    ".credentials": ("Credentials",),
    ".deviations": ("Deviation", "DeviationReport"),
    ".enums": ("OpenEnum",),
    ".events": ("RequestEvent", "ResponseEvent"),
    ".interchange": ("json_default", "to_arrow", "to_rows"),
    ".options": ("RequestOptions", "RetryPolicy"),
    ".pagination": ("AsyncPager", "Page", "Pager"),
    ".pagination.forward": ("AsyncForwardPager", "ForwardPage", "ForwardPager"),
    ".responses": ("RawResponse",),
    ".webhooks": ("WebhookEvent", "Webhooks"),
    "msgspec": ("UNSET", "UnsetType"),
}


def write_package(api: Api, package: Path, *, project: Project, spec_sha256: str) -> list[Resource]:
    """Write the generated modules to `package`, which is empty, without the overrides.

    Args:
        api: The API.
        package: The folder to fill.
        project: The checkout, for its version and its additions to resources, which must be Python.
        spec_sha256: Digest of the upstream document, hexadecimal.

    Returns:
        The resources that were written, by path; those below others are among them.

    Raises:
        GeneratorError: A generator failed, or two public names are the same.
    """
    project = for_document(project, api)
    keys = keys_of(project.configuration, api, place=MARK)
    servers = servers_of(api, project)
    resources = resources_of(api, project)
    names = sorted(api.schemas)
    added = exports_of_overrides(project)
    fronts = fronts_of(api, [method for resource in resources for method in resource.methods])
    exports = _exports(project, names, added, fronts)
    surface = None
    if project.configuration.compatibility.stainless:
        surface = surface_of(project, api, _by_key(resources), keys)
        exports = with_surface(exports)
    if not keys:
        exports = [(module, found) for module, found in exports if module.removeprefix(".") not in _SIGNING]
    _check_public_names(exports, resources)
    check_doctor(project, resources)
    render = Renderer(environment(), package, header_of(project))
    write_models(render, api)
    # Many models would make every import of the package slow, so they are named by their own module alone.
    divided = is_divided(api)
    named = [(module, found) for module, found in exports if not (divided and module == ".models")]
    public = sorted(name for _, found in named for name in found)
    about = description_of(project)
    modules = [name for name in _MODULES if _is_carried(name, project) and (keys or name not in _SIGNING)]
    modules = sorted([*modules, *fronts, *([WEBHOOK_EVENTS] if api.webhooks else [])])
    if surface is not None:
        modules = sorted([*modules, "types"])
    for name in fronts:
        render.module(f"{name}.py", FRONTS[name])
    front = {"exports": named, "modules": modules, "public": public, "divided": divided}
    render("__init__.py", "init.py.jinja", about=about, **front)
    if api.webhooks:
        later = frozenset(api.schemas) if divided else frozenset[str]()
        events = webhook_events(api, project.title, later=later)
        render(f"{WEBHOOK_EVENTS}.py", "webhook_events.py.jinja", **events)
    write_fronts(render, project, added)
    ways, absent = alternatives(api), project.absent_rooms
    write_named(
        render,
        project.configuration.package,
        keys,
        resources,
        ways=ways,
        absent=absent,
        servers=servers,
        says=[
            *(["faults"] if project.configuration.errors.fault is not None else []),
            *(["limits"] if has_limits(api) else []),
        ],
    )
    render.module(
        "_api.py",
        api_module(project.configuration, api, servers, place=MARK, chooses_servers=project.carries(_SERVER_CHOICE)),
    )
    write_build(api, package, project=project, spec_sha256=spec_sha256)
    render.text("py.typed", "")
    render.module("_schemas.py", schemas_module(api))
    render("_deprecated.py", "deprecated.py.jinja", models=deprecated_fields(api))
    if project.carries(LIMITS):
        render.module(LIMITS, limits_module(api, [method for resource in resources for method in resource.methods]))
    for resource in resources:
        render(
            f"resources/{resource.attribute}.py",
            "resource.py.jinja",
            summary=resource.summary,
            attribute=resource.attribute,
            class_name=resource.class_name,
            children=resource.children,
            methods=resource.methods,
            security={method.operation.name: _security(method.operation, keys) for method in resource.methods},
            models=() if divided else models_named(resource),
            # Whoever names one of these loads it, and so does it through the module that has them all.
            later=frozenset(api.schemas) if divided else frozenset(),
            streams=any(method.stream is not None for method in resource.methods),
            forward=any(method.scheme for method in resource.methods),
            streaming=any(method.streaming for method in resource.methods),
            servers=servers,
            usual_styles=STYLES,
            headers={method.operation.name: headers_of(method.operation) for method in resource.methods},
            headers_class=headers_class,
            unions=UnionNames(),
        )
    if project.carries("_commands/"):
        write_commands(render, resources, api, project)
    if surface is not None:
        write_surface(render, surface, project, api, keys)
    return resources


def _by_key(resources: Iterable[Resource]) -> dict[str, list[Method]]:
    """The methods by the key of their operation, old names apart."""
    found: dict[str, list[Method]] = {}
    for resource in resources:
        for method in resource.methods:
            if method.alias_of is None:
                found.setdefault(method.operation.key, []).append(method)
    return found


def _security(operation: Operation, keys: list[Key]) -> str | None:
    """Source of what an operation says of its security, or None."""
    found = declared_security(operation, keys)
    return None if found is None else ascii(found)


def write_build(api: Api, package: Path, *, project: Project, spec_sha256: str) -> None:
    """Write `_build.py`, the one module that depends on the version, with the arguments of `write_package`."""
    Renderer(environment(), package, header_of(project))(
        "_build.py",
        "build.py.jinja",
        version=version_of(project),
        base_url=servers_of(api, project).default_url,
        spec_sha256=spec_sha256,
        generators=[(name, version(name)) for name in GENERATORS],
    )


def copy_overrides(package: Path, *, project: Project) -> int:
    """Lay the hand-written modules beside the generated ones, as they are; returns their number.

    Raises:
        GeneratorError: A generated file has the same name.
    """
    count = 0
    for name, source in project.hand_written_files().items():
        target = package / name
        if target.exists():
            raise GeneratorError(f"{project.show(source)} has the name of a generated file; rename the override.")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        count += 1
    if project.configuration.compatibility.stainless:
        offer_pages(package)
    return count


def tidy(package: Path) -> None:
    """Drop unused imports and format, with our settings and no one else's.

    Args:
        package: The package, or one module of it.

    Raises:
        GeneratorError: ruff refuses a file, which is then no Python.
    """
    # A project may lie in a folder that git ignores, where ruff by itself looks at nothing.
    found = "respect-gitignore=false"
    inline = (found, "line-length=120", 'target-version="py311"', "lint.isort.combine-as-imports=true")
    settings = ["--isolated", "--no-cache", "--quiet", *(word for setting in inline for word in ("--config", setting))]
    for command in (["check", "--fix-only", "--select", "F401,I"], ["format"]):
        ran = subprocess.run(
            [sys.executable, "-m", "ruff", *command, *settings, str(package)],
            capture_output=True,
            text=True,
            check=False,
        )
        if ran.returncode != 0:
            detail = " ".join((ran.stderr or ran.stdout).replace(str(package), package.name).split())
            raise GeneratorError(
                f"ruff cannot {command[0]} what was generated; fix the template that wrote it: {detail[:400]}"
            )


def _exports(
    project: Project, model_names: list[str], added: list[Export], fronts: Mapping[str, tuple[str, ...]]
) -> list[tuple[str, list[str]]]:
    """The modules whose names the package offers, with the names, sorted."""
    exports = {
        ".client": sorted([f"Async{project.client}", project.client]),
        ".errors": sorted(
            [*_listed_classes(project.hand_written_files()["errors.py"]), f"{project.client}Error", "Outcome"]
        ),
    }
    exports |= {module: list(names) for module, names in _EXPORTS.items() if _is_carried(module, project)}
    exports |= {f".{name}": [*names] for name, names in fronts.items()}
    absent = {name for room in project.absent_rooms for name in room.errors}
    absent -= {name for room in ROOMS if room not in project.absent_rooms for name in room.errors}
    exports[".errors"] = [name for name in exports[".errors"] if name not in absent]
    for export in added:
        if not export.front:
            home = home_of(export, added)
            exports[home] = sorted([*exports.get(home, []), export.name])
    if model_names:
        exports[".models"] = model_names
    return sorted(exports.items())


def _is_carried(module: str, project: Project) -> bool:
    """Whether the package has a public module, be it a file or a folder: `webhooks/` for `.webhooks`."""
    name = module.removeprefix(".").replace(".", "/")
    return project.carries(f"{name}/") and project.carries(f"{name}.py")


def _listed_classes(path: Path) -> list[str]:
    """The classes that a module lists in `__all__`, by their spelling: it may take them from elsewhere."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    listed: list[str] = next(ast.literal_eval(value) for name, value in assigned(body) if name == "__all__" and value)
    return [name for name in listed if not name.isupper()]


def _check_public_names(exports: list[tuple[str, list[str]]], resources: list[Resource]) -> None:
    seen: dict[str, str] = {}
    named = [(name, module) for module, names in exports for name in names]
    named += [(f"{prefix}{resource.class_name}", "the resources") for resource in resources for prefix in ("", "Async")]
    for name, home in named:
        if name in seen:
            raise GeneratorError(
                f"{name} would stand for something in {seen[name]} and in {home}; rename the schema or resource in "
                "spec/names.toml."
            )
        seen[name] = home


def check_doctor(project: Project, resources: list[Resource]) -> None:
    """Refuse a resource that the command `doctor` could not read.

    Args:
        project: The checkout, whose configuration names the resources.
        resources: Those that there are.

    Raises:
        GeneratorError: One has no list, or its list needs an argument.
    """
    lists = {
        resource.path: [argument.name for argument in method.arguments if argument.default is None]
        for resource in resources
        for method in resource.methods
        if method.name == "list"
    }
    fit = [name for name, needed in lists.items() if not needed]
    for name in project.configuration.command_line.doctor:
        if name not in lists:
            known = ", ".join(lists) or "none"
            raise GeneratorError(f"{MARK}: [command_line] doctor: {name!r} is no resource with a list; it has {known}.")
        if needed := lists[name]:
            way_out = f"name one that needs none, such as {fit[0]!r}" if fit else "take it out, for no list needs none"
            raise GeneratorError(
                f"{MARK}: [command_line] doctor: {name}.list needs {', '.join(needed)}, which `doctor` cannot know; "
                f"{way_out}."
            )


def header_of(project: Project) -> str:
    """What every generated module begins with."""
    return _HEADER.format(name=project.name)


def version_of(project: Project) -> str:
    """The version that `pyproject.toml` states; 0.0.0 for a project without the file, which nobody publishes."""
    return str(_metadata(project)["version"]) if project.pyproject.exists() else "0.0.0"


def description_of(project: Project) -> str:
    """The package in one sentence: what `pyproject.toml` says, or of which API it is."""
    metadata = _metadata(project) if project.pyproject.exists() else {}
    said = " ".join(str(metadata.get("description") or f"Typed Python SDK for the {project.title} API").split())
    return f"{said.removesuffix('.')}."


def _metadata(project: Project) -> Mapping[str, Any]:
    return _project_table(project.pyproject.read_text(encoding="utf-8"))


@lru_cache(4)
def _project_table(text: str) -> Mapping[str, Any]:
    found: dict[str, Any] = tomllib.loads(text)["project"]
    return MappingProxyType(found)
