"""Writes the generated modules of the package into a staging folder and lays the overrides beside them."""

import ast
import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import attrs

from sdkwright.emit.api import api_module
from sdkwright.emit.commands import commands_of, enum_members
from sdkwright.emit.deprecated import deprecated_fields
from sdkwright.emit.endpoints import Endpoints, endpoints
from sdkwright.emit.fronts import exports as exports_of_overrides
from sdkwright.emit.fronts import home_of, write_fronts
from sdkwright.emit.methods import Method, in_reading_order, methods_of
from sdkwright.emit.models import models
from sdkwright.emit.rendering import Renderer
from sdkwright.emit.signatures import Field, fields
from sdkwright.errors import GeneratorError
from sdkwright.normalise.identifiers import class_of
from sdkwright.normalise.sites import OperationSite, operations
from sdkwright.project import MARK, Project
from sdkwright.verify.overrides import refuse_broken

HEADER = (
    "# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next "
    "generation.\n"
    "# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated."
)
GENERATORS = ("datamodel-code-generator", "openapi-python-client")

_WORD = re.compile(r"\w+")
# The public modules, which `envoice.errors` reaches without an import of its own.
_MODULES = (
    "auth",
    "clock",
    "credentials",
    "deviations",
    "enums",
    "errors",
    "events",
    "models",
    "options",
    "pagination",
    "responses",
    "testing",
    "transports",
    "webhooks",
)
# What `import envoice` offers besides the clients, the models and the errors.
_EXPORTS = {
    ".credentials": ("Credentials",),
    ".deviations": ("Deviation", "DeviationReport"),
    ".enums": ("OpenEnum",),
    ".events": ("RequestEvent", "ResponseEvent"),
    ".options": ("RequestOptions", "RetryPolicy"),
    ".pagination": ("AsyncPager", "Page", "Pager"),
    ".responses": ("RawResponse",),
    ".webhooks": ("WebhookEvent", "Webhooks"),
    "msgspec": ("UNSET", "UnsetType"),
}


@attrs.frozen
class Resource:
    """One resource of the client.

    Attributes:
        attribute: The client's property, `invoices`.
        class_name: Its class, `Invoices`; the asynchronous one is `AsyncInvoices`.
        module: Where the client takes it from: the generated module, or the addition that extends it.
        methods: Its methods.
    """

    attribute: str
    class_name: str
    module: str
    methods: list[Method]

    @property
    def folder(self) -> str:
        """The package that `module` lies in."""
        return self.module.rpartition(".")[0]

    @property
    def summary(self) -> str:
        """One sentence for a docstring."""
        return f"Operations on {self.attribute.replace('_', ' ')}, reached as `client.{self.attribute}`."


@attrs.frozen
class Written:
    """What a package was made with, for whoever describes it.

    Attributes:
        resources: In the order of the client's attributes.
        fields: The fields of the models, by class.
    """

    resources: list[Resource]
    fields: dict[str, list[Field]]

    @property
    def operations(self) -> int:
        """How many operations are methods now; an old name of one is not counted."""
        return sum(method.alias_of is None for resource in self.resources for method in resource.methods)


def write_package(document: dict[str, Any], package: Path, *, project: Project, spec_sha256: str) -> Written:
    """Write the generated modules to `package`, which is empty, without the overrides.

    Args:
        document: The normalised document.
        package: The folder to fill.
        project: The checkout, for its version and its additions to resources.
        spec_sha256: Digest of the upstream document, hexadecimal.

    Returns:
        The resources and models that were written.

    Raises:
        GeneratorError: A generator failed, two public names are the same, or an override is no Python.
    """
    refuse_broken(project)
    models_source = models(document)
    parsed = endpoints(document)
    by_class = fields(models_source)
    resources = [*_resources(parsed, document, by_class, project)]
    exports = _exports(project, sorted(by_class))
    _check_public_names(exports, resources)
    render = Renderer(parsed.environment, package, HEADER)
    body = _with_public_names(models_source, sorted(by_class))
    render.text("models.py", f'{HEADER}\n"""The models: what the service takes and answers."""\n\n{body}')
    public = sorted(name for _, names in exports for name in names)
    render("__init__.py", "init.py.jinja", exports=exports, modules=_MODULES, public=public)
    write_fronts(render, project)
    render("client.py", "client.py.jinja", resources=resources)
    render.text("_api.py", f"{HEADER}\n{api_module(project.configuration, document, place=MARK)}")
    render(
        "_build.py",
        "build.py.jinja",
        version=version_of(project),
        base_url=document["servers"][0]["url"],
        spec_sha256=spec_sha256,
        generators=[(name, version(name)) for name in GENERATORS],
    )
    render.text("py.typed", "")
    render("_deprecated.py", "deprecated.py.jinja", models=deprecated_fields(document))
    for resource in resources:
        render(
            f"resources/{resource.attribute}.py",
            "resource.py.jinja",
            summary=resource.summary,
            attribute=resource.attribute,
            class_name=resource.class_name,
            methods=resource.methods,
            models=_used(resource, by_class),
        )
    _write_commands(render, resources, models_source, by_class, project)
    return Written(resources, by_class)


def _write_commands(
    render: Renderer,
    resources: list[Resource],
    models_source: str,
    by_class: dict[str, list[Field]],
    project: Project,
) -> None:
    """Write what the command line knows of each resource."""
    by_hand, members = project.override_files(), enum_members(models_source)
    found = [
        commands_of(resource, members, by_class, by_hand.get(f"additions/{resource.attribute}.py"))
        for resource in resources
    ]
    render("_commands/__init__.py", "commands_init.py.jinja", resources=found)
    for one in found:
        render(
            f"_commands/{one.attribute}.py",
            "commands.py.jinja",
            attribute=one.attribute,
            commands=one.commands,
            enums=one.enums,
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
    return count


def tidy(package: Path) -> None:
    """Drop unused imports and format, with our settings and no one else's.

    Raises:
        GeneratorError: ruff refuses a file, which is then no Python.
    """
    inline = ("line-length=120", 'target-version="py311"', "lint.isort.combine-as-imports=true")
    settings = ["--isolated", "--no-cache", "--quiet", *(word for setting in inline for word in ("--config", setting))]
    for command in (["check", "--fix-only", "--select", "F401,I"], ["format"]):
        ran = subprocess.run(
            [sys.executable, "-m", "ruff", *command, *settings, str(package)],
            capture_output=True,
            text=True,
            check=False,
        )
        if ran.returncode != 0:
            detail = " ".join((ran.stderr or ran.stdout).replace(str(package), "envoice").split())
            raise GeneratorError(
                f"ruff cannot {command[0]} what was generated; mend the template that wrote it: {detail[:400]}"
            )


def _resources(
    parsed: Endpoints, document: dict[str, Any], by_class: dict[str, list[Field]], project: Project
) -> Iterator[Resource]:
    sites: dict[tuple[str, str], OperationSite] = {(site.method, site.path): site for site in operations(document)}
    schemas, by_hand = document["components"]["schemas"], project.override_files()
    for attribute, found in parsed.by_resource.items():
        methods = [
            one
            for endpoint in found
            for one in methods_of(
                endpoint, sites[endpoint.method.upper(), endpoint.path.get_untrusted_value()], by_class, schemas
            )
        ]
        folder = "additions" if f"additions/{attribute}.py" in by_hand else "resources"
        yield Resource(attribute, class_of(attribute), f"{folder}.{attribute}", in_reading_order(methods))


def _used(resource: Resource, by_class: dict[str, list[Field]]) -> list[str]:
    """The models that a resource may need; `tidy` drops those that only its texts name."""
    return sorted(set(_WORD.findall(repr(resource.methods))) & by_class.keys())


def _exports(project: Project, model_names: list[str]) -> list[tuple[str, list[str]]]:
    """The modules whose names the package offers, with the names, sorted."""
    exports = {
        ".client": ["AsyncEnvoice", "Envoice"],
        ".errors": sorted([*_public_classes(project.hand_written_files()["errors.py"]), "Outcome"]),
    }
    exports |= {module: list(names) for module, names in _EXPORTS.items()}
    added = exports_of_overrides(project)
    for export in added:
        if not export.front:
            home = home_of(export, added)
            exports[home] = sorted([*exports.get(home, []), export.name])
    exports[".models"] = model_names
    return sorted(exports.items())


def _with_public_names(source: str, names: list[str]) -> str:
    """`source` with an `__all__` behind its imports."""
    lines = source.split("\n")
    imports = [node for node in ast.parse(source).body if isinstance(node, ast.Import | ast.ImportFrom)]
    lines.insert(imports[-1].end_lineno or 0, f"\n__all__ = {json.dumps(names)}\n")
    return "\n".join(lines)


def _public_classes(path: Path) -> Iterator[str]:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node.name


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


def version_of(project: Project) -> str:
    """The version that `pyproject.toml` states."""
    settings = tomllib.loads(project.pyproject.read_text(encoding="utf-8"))
    return str(settings["project"]["version"])
