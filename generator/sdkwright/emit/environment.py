"""Makes the environment that renders templates: that of openapi-python-client, whose filters escape texts."""

from functools import cache

from jinja2 import Environment, StrictUndefined

from sdkwright.emit.annotations import aliases, unshadowed
from sdkwright.emit.later import of_models, read_later
from sdkwright.emit.rendering import TEMPLATES
from sdkwright.emit.union_names import in_names
from sdkwright.errors import GeneratorError

_NOTHING = {"openapi": "3.0.3", "info": {"title": "none", "version": "1"}, "paths": {}}


@cache
def environment() -> Environment:
    """The environment with our templates; one for all packages, since most of the time goes to compiling them.

    Raises:
        GeneratorError: openapi-python-client does not make it.
    """
    # Slow to import, and needed where a package is written.
    from openapi_python_client import Project  # noqa: PLC0415
    from openapi_python_client.parser.errors import GeneratorError as ClientGeneratorError  # noqa: PLC0415

    from sdkwright.ir.client_generator import parse  # noqa: PLC0415

    data, config = parse(_NOTHING, source="none")
    if isinstance(data, ClientGeneratorError):
        raise GeneratorError(f"openapi-python-client makes no environment: {data.header or ''} {data.detail or ''}.")
    made = Project(openapi=data, config=config, custom_template_path=TEMPLATES).env
    # A misspelt name would otherwise be written as nothing.
    made.undefined = StrictUndefined
    made.filters |= {
        "aliases": aliases,
        "unshadowed": unshadowed,
        "in_names": in_names,
        "of_models": of_models,
        "read_later": read_later,
        "as_literal": ascii,
    }
    return made
