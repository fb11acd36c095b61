"""Brings every version of OpenAPI into one form, that of OpenAPI 3.0, before anything else reads the document.

| module | what it does |
|---|---|
| `grammar` | says which kind of thing stands where |
| `schemas` | the words of schemas that OpenAPI 3.1 has of JSON Schema |
| `definitions` | schemas inside schemas that have a name: `$defs`, `$id`, `$anchor` |
| `parts` | the parts of OpenAPI 3.1 and 3.2 around the schemas |
| `swagger` (beside this folder) | Swagger 2.0 |
"""

from typing import Any, Final

from sdkwright.documents import copied
from sdkwright.errors import GeneratorError
from sdkwright.normalise.sites import WEBHOOKS
from sdkwright.normalise.swagger import converted
from sdkwright.normalise.versions.definitions import hoist_definitions
from sdkwright.normalise.versions.parts import plain_parts
from sdkwright.normalise.versions.schemas import plain_schemas
from sdkwright.plain_values import Tell

__all__ = ["INNER", "plain", "plain_words"]

INNER: Final = "3.0.3"
"""The version of what is made of a document of another one."""


def plain(document: dict[str, Any], tell: Tell, *, name: str) -> dict[str, Any]:
    """A document of any version that is read, in the form of OpenAPI 3.0; what is that already comes out as it is.

    Args:
        document: As `documents.load` gives it, its structure may be wrong anywhere; it is not changed.
        tell: Takes the place and what is read as less than it says.
        name: What to call the document in an error.

    Raises:
        GeneratorError: It is of a version that is not read.
    """
    version = _version(document, name=name)
    is_modern = not version.startswith(("2.", "3.0"))
    result: dict[str, Any] = copied(document)
    if version.startswith("2."):
        result = converted(result, tell)
    else:
        plain_parts(result, tell)
        result["openapi"] = INNER if is_modern else version
    if result.get(WEBHOOKS) and not result.get("paths"):
        # Since OpenAPI 3.1 a document may have webhooks alone.
        result["paths"] = {}
    hoist_definitions(result)
    plain_schemas(result, tell, is_modern=is_modern)
    return result


def plain_words(document: dict[str, Any], tell: Tell) -> None:
    """Bring what an overlay may have written in the words of OpenAPI 3.1 into the form of 3.0, in place."""
    plain_schemas(document, tell)


def _version(document: dict[str, Any], *, name: str) -> str:
    declared = document.get("openapi", document.get("swagger"))
    if isinstance(declared, bool) or not isinstance(declared, str | int | float):
        raise GeneratorError(f"{name}: not an OpenAPI document: it has no `openapi` version.")
    # Without quotes, YAML reads a version as a number.
    version = f"{declared}.0" if isinstance(declared, int) else str(declared).strip()
    is_read = version.startswith(("3.0", "3.1", "3.2") if "openapi" in document else "2.0")
    if not is_read:
        shown = ascii(version[:20])[1:-1]
        kind = "OpenAPI" if "openapi" in document else "Swagger"
        raise GeneratorError(f"{name}: {kind} {shown}; Swagger 2.0 and OpenAPI 3.0 to 3.2 are read; convert it.")
    return f"{version}.0" if version.count(".") == 1 else version
