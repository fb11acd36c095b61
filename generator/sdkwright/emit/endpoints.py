"""Reads the operations of a normalised document with openapi-python-client.

Its parser is fed a copy in which an object schema is only its name: the models come from elsewhere, so nothing inside a
schema can cost us an operation. Whatever it reports is fatal, because it would otherwise leave the operation out.
"""

from typing import Any

import attrs
from jinja2 import Environment, StrictUndefined
from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError as ClientGeneratorError
from openapi_python_client.parser.openapi import Endpoint, EndpointCollection

from sdkwright.emit.rendering import TEMPLATES
from sdkwright.errors import GeneratorError
from sdkwright.normalise.sites import operations


@attrs.frozen
class Endpoints:
    """The parsed operations by resource, and the Jinja environment that escapes their texts."""

    by_resource: dict[str, list[Endpoint]]
    environment: Environment


def endpoints(document: dict[str, Any]) -> Endpoints:
    """Parse the operations of a normalised document.

    Raises:
        GeneratorError: openapi-python-client would leave something out.
    """
    config = Config.from_sources(
        ConfigFile(post_hooks=[], project_name_override="envoice", package_name_override="envoice"),
        MetaType.NONE,
        document_source="spec/openapi.yaml",
        file_encoding="utf-8",
        overwrite=False,
        output_path=None,
    )
    data = GeneratorData.from_dict(_names_only(document), config=config)
    if isinstance(data, ClientGeneratorError):
        raise GeneratorError(f"openapi-python-client cannot read the normalised document: {_one_line(data)}.")
    collections = data.endpoint_collections_by_tag.values()
    problems = [_one_line(error) for error in data.errors]
    problems += [_one_line(error) for collection in collections for error in collection.parse_errors]
    if problems:
        raise GeneratorError(
            "openapi-python-client would leave something out:" + "".join(f"\n  {line}" for line in problems[:10])
        )
    by_resource = {str(collection.tag): _sorted(collection) for collection in collections}
    _check_complete(document, by_resource)
    environment = Project(openapi=data, config=config, custom_template_path=TEMPLATES).env
    # A misspelt name would otherwise be written as nothing.
    environment.undefined = StrictUndefined
    return Endpoints(dict(sorted(by_resource.items())), environment)


def _names_only(document: dict[str, Any]) -> dict[str, Any]:
    schemas = {
        name: _only_values(schema["enum"]) if "enum" in schema else {"type": "object"}
        for name, schema in document["components"]["schemas"].items()
    }
    paths: dict[str, Any] = {}
    for site in operations(document):
        operation = {key: value for key, value in site.operation.items() if not key.startswith("x-")}
        # Errors are judged by the request core, the same for every operation.
        operation["responses"] = {
            status: response for status, response in site.operation["responses"].items() if status.startswith("2")
        }
        paths.setdefault(site.path, {})[site.method.lower()] = operation
    return {
        "openapi": "3.0.3",
        "info": {"title": "envoice", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _only_values(values: list[str]) -> dict[str, Any]:
    """An enum whose members are its places: those that the parser makes of `A` and `a` would be the same."""
    return {"type": "string", "enum": values, "x-enum-varnames": [f"VALUE_{place}" for place in range(len(values))]}


def _sorted(collection: EndpointCollection) -> list[Endpoint]:
    return sorted(collection.endpoints, key=lambda endpoint: str(endpoint.name))


def _check_complete(document: dict[str, Any], by_resource: dict[str, list[Endpoint]]) -> None:
    parsed = {
        f"{endpoint.method.upper()} {endpoint.path.get_untrusted_value()}"
        for found in by_resource.values()
        for endpoint in found
    }
    if missing := sorted({site.key for site in operations(document)} - parsed):
        raise GeneratorError(f"openapi-python-client left out {', '.join(missing[:10])}.")


def _one_line(error: ClientGeneratorError) -> str:
    return " ".join(f"{error.header or ''} {error.detail or ''}".split())[:400]
