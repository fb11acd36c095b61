"""Parameters, headers and fields of forms of Swagger 2.0, which have their types beside their names."""

from typing import Any, Final

from sdkwright.documents import copied
from sdkwright.normalise.swagger.schemas import FILE, plain_node
from sdkwright.plain_values import Tell
from sdkwright.text import clean

FORM: Final = "application/x-www-form-urlencoded"
MULTIPART: Final = "multipart/form-data"

_OF_SCHEMA: Final = (
    "type", "format", "items", "default", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength",
    "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "enum", "multipleOf",
)  # fmt: skip
_STYLES: Final = {"ssv": "spaceDelimited", "pipes": "pipeDelimited"}
_BETWEEN: Final = {"csv": "commas", "ssv": "spaces", "tsv": "tabs", "pipes": "pipes", "multi": "names"}


def plain_parameter(parameter: dict[str, Any], where: str, tell: Tell) -> dict[str, Any]:
    """A parameter of path, query or header as OpenAPI 3.0 has it.

    Args:
        parameter: As Swagger 2.0 has it.
        where: Its place.
        tell: Takes what is read as less than it says.
    """
    schema = _schema(parameter)
    kept = {word: value for word, value in parameter.items() if word not in {*_OF_SCHEMA, "collectionFormat", "schema"}}
    if parameter.get("in") == "path":
        kept["required"] = True
    if schema.get("type") == "file":
        tell(where, f"the parameter {clean(parameter.get('name'))!r} is a file outside a form, read as text")
        schema = {"type": "string"}
    style = _style(parameter, schema, where, tell) if schema.get("type") == "array" else {}
    if parameter.get("x-ms-skip-url-encoding") is True and parameter.get("in") == "query":
        style["allowReserved"] = True
    return kept | style | {"schema": schema}


def plain_header(header: dict[str, Any]) -> dict[str, Any]:
    """A header of an answer as OpenAPI 3.0 has it."""
    kept = {word: value for word, value in header.items() if word not in {*_OF_SCHEMA, "collectionFormat"}}
    return kept | {"schema": _schema(header)}


def plain_form(fields: list[dict[str, Any]], consumes: list[str], where: str, tell: Tell) -> dict[str, Any]:
    """The body that the fields of a form are.

    Args:
        fields: The parameters of the form.
        consumes: The media types that the operation takes.
        where: The operation.
        tell: Takes what is read as less than it says.
    """
    properties: dict[str, Any] = {}
    encoding: dict[str, Any] = {}
    for field in fields:
        name = str(field.get("name", ""))
        schema = _schema(field)
        if isinstance(field.get("description"), str):
            schema.setdefault("description", field["description"])
        schema = schema | FILE if schema.get("type") == "file" else schema
        if schema.get("type") == "array":
            encoding[name] = _style(field | {"in": "query"}, schema, where, tell)
            is_joined = field.get("collectionFormat") != "multi" and schema.get("items") != FILE
            if is_joined and MULTIPART in _form_types(fields, consumes):
                tell(where, f"the values of {clean(name)!r} in a form of several parts, each sent as a part of its own")
        if name in properties:
            tell(where, f"the field {clean(name)!r} stands twice in the form; the last one counts")
        properties[name] = schema
    required = [str(field.get("name", "")) for field in fields if field.get("required") is True]
    schema = {"type": "object", "properties": properties} | ({"required": required} if required else {})
    # A style says nothing of a form of several parts.
    styled = {"schema": schema} | ({"encoding": encoding} if encoding else {})
    content = {
        media_type: copied(styled if _is_plain(media_type) else {"schema": schema})
        for media_type in _form_types(fields, consumes)
    }
    return {"content": content} | ({"required": True} if required else {})


def _is_plain(media_type: str) -> bool:
    return media_type.partition(";")[0].strip().lower() == FORM


def _form_types(fields: list[dict[str, Any]], consumes: list[str]) -> list[str]:
    has_file = any(field.get("type") == "file" for field in fields)
    plain = {one: one.partition(";")[0].strip().lower() for one in consumes}
    found = [one for one, kind in plain.items() if kind == MULTIPART or (kind == FORM and not has_file)]
    return found or [MULTIPART if has_file else FORM]


def _schema(holder: dict[str, Any]) -> dict[str, Any]:
    # Some write a schema where Swagger has the type itself.
    inner = holder.get("schema")
    schema: dict[str, Any] = copied(inner) if isinstance(inner, dict) else {}
    schema |= {word: copied(holder[word]) for word in _OF_SCHEMA if word in holder}
    if isinstance(holder.get("x-nullable"), bool):
        schema["nullable"] = holder["x-nullable"]
    inside: Any = schema.get("items")
    while isinstance(inside, dict):
        plain_node(inside, keep_format=True)
        inside = inside.get("items")
    return schema


def _style(parameter: dict[str, Any], schema: dict[str, Any], where: str, tell: Tell) -> dict[str, Any]:
    """How the values of an array are written: between commas, if nothing is said."""
    items = schema.get("items")
    if isinstance(items, dict) and "collectionFormat" in items:
        if items.get("type") == "array" and items["collectionFormat"] != "csv":
            tell(where, f"{clean(parameter.get('name'))!r} writes arrays in an array its own way, read as JSON would")
        schema["items"] = {word: value for word, value in items.items() if word != "collectionFormat"}
    written = str(parameter.get("collectionFormat", "csv"))
    place = parameter.get("in")
    if place == "query":
        if written == "multi":
            return {"style": "form", "explode": True}
        if written in _STYLES:
            return {"style": _STYLES[written]}
    if written != "csv":
        between = _BETWEEN.get(written, clean(written))
        tell(where, f"the values of {clean(parameter.get('name'))!r} stand between {between}, sent between commas")
    return {"style": "form", "explode": False} if place == "query" else {}
