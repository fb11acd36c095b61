"""Reads what the client is: names, environments, arguments, variables and security."""

import re
from collections.abc import Mapping
from typing import Any, Final

from sdkwright.config import values
from sdkwright.documents import mapping
from sdkwright.normalise.identifiers import is_snake, snake
from sdkwright.stainless.casing import Casings, in_python
from sdkwright.stainless.migration import Migration
from sdkwright.stainless.transforms import correct, normalized
from sdkwright.stainless.tree import text

_AS_PARAMETER: Final = frozenset({"send_as_body_param", "send_as_path_param", "send_as_query_param"})
_ROLES: Final = frozenset({"username", "password", "client_id", "client_secret"})
_VARIABLE: Final = re.compile(r"\{([A-Za-z0-9_.-]+)\}")


def read_client(found: Mapping[str, Any], document: dict[str, Any], migration: Migration) -> None:
    """Read the settings of the client.

    Args:
        found: The configuration.
        document: The document, which is changed as they say.
        migration: What is filled.
    """
    migration.tables["compatibility"] = {"stainless": True}
    _names(found, migration)
    options = mapping(mapping(found.get("client_settings")).get("opts"))
    _environments(found, options, document, migration)
    _security(found, document, migration)
    _options(options, document, migration)


def _names(found: Mapping[str, Any], migration: Migration) -> None:
    python = mapping(mapping(found.get("targets")).get("python"))
    older = mapping(mapping(found.get("package")).get("python"))
    package = migration.tables.setdefault("package", {})
    for name in (python.get("package_name"), python.get("project_name"), python.get("package"), older.get("name")):
        if is_snake(named := text(name).replace("-", "_")):
            package.setdefault("name", named)
    organization = text(mapping(found.get("organization")).get("name"))
    if values.CLASS_NAME.accepts(client := Casings(found).pascal(organization)):
        package["client"] = client
    prefix = text(mapping(found.get("client_settings")).get("default_env_prefix"))
    if values.VARIABLE.accepts(prefix := prefix or snake(organization).strip("_").upper()):
        package["environment"] = prefix


def _environments(
    found: Mapping[str, Any], options: Mapping[str, Any], document: dict[str, Any], migration: Migration
) -> None:
    environments = {str(name): url.rstrip("/") for name, url in mapping(found.get("environments")).items() if text(url)}
    if not environments:
        return
    variables = {
        variable: str(about.get("default", ""))
        for about in map(mapping, options.values())
        if (variable := text(about.get("server_variable")))
    }
    migration.tables["compatibility"]["environments"] = environments
    servers = [_server(name, url, variables) for name, url in environments.items()]
    declared = document.get("servers")
    there = [str(mapping(one).get("url")).rstrip("/") for one in declared] if isinstance(declared, list) else []
    if [*environments.values()] == there and len(there) == 1:
        return
    if "servers" in document:
        reason = "The environments of the configuration take the place of the document's servers."
        correct({"target": "$.servers", "description": reason, "remove": True}, document, migration)
    reason = "The configuration names these environments."
    correct({"target": "$", "description": reason, "update": {"servers": servers}}, document, migration)


def _server(name: str, url: str, variables: Mapping[str, str]) -> dict[str, Any]:
    server: dict[str, Any] = {"url": url, "description": name}
    if within := _VARIABLE.findall(url):
        server["variables"] = {one: {"default": variables.get(one, "")} for one in within}
    return server


def _security(found: Mapping[str, Any], document: dict[str, Any], migration: Migration) -> None:
    schemes = {str(name): node for name, node in mapping(found.get("security_schemes")).items() if mapping(node)}
    declared = mapping(mapping(document.get("components")).get("securitySchemes"))
    reason = "The configuration declares these security schemes."
    for name, node in schemes.items():
        if name in declared and declared[name] != node:
            target = normalized(("components", "securitySchemes", name))
            correct({"target": target, "description": reason, "remove": True}, document, migration)
    if new := {name: node for name, node in schemes.items() if declared.get(name) != node}:
        update = {"components": {"securitySchemes": new}}
        correct({"target": "$", "description": reason, "update": update}, document, migration)
    security = found.get("security")
    if not isinstance(security, list) or security == document.get("security"):
        return
    reason = "The configuration says how requests are signed."
    if "security" in document:
        correct({"target": "$.security", "description": reason, "remove": True}, document, migration)
    correct({"target": "$", "description": reason, "update": {"security": security}}, document, migration)


def _options(options: Mapping[str, Any], document: Mapping[str, Any], migration: Migration) -> None:
    schemes = mapping(mapping(document.get("components")).get("securitySchemes"))
    tables: dict[str, dict[str, Any]] = {}
    for name, node in options.items():
        place, about = f"client_settings.opts.{name}", mapping(node)
        scheme = text(mapping(about.get("auth")).get("security_scheme"))
        if not scheme:
            migration.tell(place, "signs nothing; the clients of the former SDK's surface alone take it")
            for word in _AS_PARAMETER & about.keys():
                migration.tell(f"{place}.{word}", "not read; give it to each call")
            continue
        argument = in_python(name)
        if scheme not in schemes:
            migration.tell(place, f"no security scheme is called {scheme!r}; the client has no such argument")
        elif not values.ARGUMENT.accepts(argument):
            migration.tell(place, f"{argument!r} cannot be an argument of a client; it is named by rule")
        else:
            _give(tables.setdefault(scheme, {"scheme": scheme}), argument, about, place, migration)
    migration.tables["security"] = [*tables.values()]


def _give(table: dict[str, Any], argument: str, about: Mapping[str, Any], place: str, migration: Migration) -> None:
    """Write an argument and its variable into the table of a scheme."""
    role = text(mapping(about.get("auth")).get("role"))
    part = role if role in _ROLES else ""
    if role and not part and role != "value":
        migration.tell(f"{place}.auth.role", f"{role!r} is unknown; the argument is what the scheme carries")
    if part:
        table.setdefault("arguments", {})[part] = argument
    elif "argument" in table:
        migration.tell(place, f"{table['argument']!r} is the argument of its scheme already; it is left out")
        return
    else:
        table["argument"] = argument
    if variable := text(about.get("read_env")):
        if not values.VARIABLE.accepts(variable):
            migration.tell(f"{place}.read_env", f"{variable!r} is no name in capitals; the variable is named by rule")
        elif part:
            table.setdefault("variables", {})[part] = variable
        else:
            table["variable"] = variable
    if about.get("nullable") is not True:
        migration.tell(f"{place}.nullable", "a client without it is refused only where an operation needs it")
    if "default" in about:
        migration.tell(f"{place}.default", "the clients of the former SDK's surface alone have it")
