"""Reads what the client is: package, environments, arguments, variables, security, and how queries are written."""

from collections.abc import Iterator, Mapping
from typing import Any

from sdkwright.documents import mapping
from sdkwright.normalise.identifiers import is_snake, snake
from sdkwright.stainless.answers import resolved
from sdkwright.stainless.migration import Migration
from sdkwright.stainless.tree import text


def read_client(found: Mapping[str, Any], document: Mapping[str, Any], migration: Migration) -> None:
    """Read the settings of the client.

    Args:
        found: The configuration.
        document: The document.
        migration: What is filled.
    """
    migration.tables["compatibility"] = {"stainless": True}
    python = mapping(mapping(found.get("targets")).get("python"))
    package = migration.tables.setdefault("package", {})
    for key in ("package_name", "project_name", "package"):
        name = text(python.get(key)).replace("-", "_")
        if name and is_snake(name):
            package.setdefault("name", name)
    settings = mapping(found.get("client_settings"))
    if prefix := text(settings.get("default_env_prefix")):
        package["environment"] = prefix
    _environments(found, migration)
    _security(found, document, migration)
    _options(settings, migration)
    _queries(mapping(found.get("query_settings")), document, migration)


def _environments(found: Mapping[str, Any], migration: Migration) -> None:
    environments = {str(name): url for name, url in mapping(found.get("environments")).items() if text(url)}
    if not environments:
        return
    first = next(iter(environments.values()))
    migration.tables["package"]["base_url"] = first.rstrip("/")
    migration.tables["compatibility"]["environments"] = {name: url.rstrip("/") for name, url in environments.items()}


def _security(found: Mapping[str, Any], document: Mapping[str, Any], migration: Migration) -> None:
    declared = mapping(mapping(document.get("components")).get("securitySchemes"))
    schemes = {name: node for name, node in mapping(found.get("security_schemes")).items() if name not in declared}
    if schemes:
        migration.overlay.append({
            "target": "$.components",
            "description": "The configuration declares these security schemes, and the document does not.",
            "update": {"securitySchemes": schemes},
        })  # fmt: skip
    security = found.get("security")
    if isinstance(security, list) and "security" not in document:
        migration.overlay.append({
            "target": "$",
            "description": "The configuration says how requests are signed, and the document does not.",
            "update": {"security": security},
        })  # fmt: skip


def _options(settings: Mapping[str, Any], migration: Migration) -> None:
    for name, node in mapping(settings.get("opts")).items():
        place, about = f"client_settings.opts.{name}", mapping(node)
        scheme = text(mapping(about.get("auth")).get("security_scheme"))
        if not scheme:
            migration.tell(place, "signs nothing and has no counterpart; give it as a header or in the query")
            continue
        table = {"scheme": scheme, "argument": name if is_snake(str(name)) else snake(str(name))}
        if variable := text(about.get("read_env")):
            table["variable"] = variable
        if role := text(mapping(about.get("auth")).get("role")):
            migration.tell(f"{place}.auth.role", f"{role!r}: the argument is named by rule")
            continue
        if about.get("nullable") is not True:
            migration.tell(f"{place}.nullable", "a client without it is refused only where an operation needs it")
        migration.tables.setdefault("security", []).append(table)


def _queries(settings: Mapping[str, Any], document: Mapping[str, Any], migration: Migration) -> None:
    arrays, nested = text(settings.get("array_format")), text(settings.get("nested_format"))
    if arrays == "comma":
        for target, _ in _arrays(document):
            migration.overlay.append(_corrected(target, {"style": "form", "explode": False}))
    elif arrays == "brackets":
        for target, name in _arrays(document):
            if not name.endswith("[]"):
                migration.overlay.append(_corrected(target, {"name": f"{name}[]"}))
    elif arrays not in {"", "repeat"}:
        migration.tell("query_settings.array_format", f"{arrays!r} has no counterpart; each item is repeated")
    if nested == "dots":
        migration.tell("query_settings.nested_format", "'dots' has no counterpart; objects are written as declared")


def _corrected(target: str, update: Mapping[str, Any]) -> dict[str, Any]:
    return {"target": target, "description": "The configuration says how arrays are written.", "update": dict(update)}


def _arrays(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The parameters of the query that are arrays and stand in their operations: the target of each, and its name."""
    for path, item in mapping(document.get("paths")).items():
        for method, operation in mapping(item).items():
            for number, node in enumerate(mapping(operation).get("parameters") or ()):
                about = mapping(node)
                schema = resolved(about.get("schema"), document)
                if about.get("in") == "query" and schema.get("type") == "array" and "'" not in path:
                    yield f"$.paths['{path}'].{method}.parameters[{number}]", str(about.get("name"))
