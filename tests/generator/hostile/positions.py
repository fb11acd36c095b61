"""Where hostile documents say it: a position puts a payload in one place of the base and gives the names it needs."""

from collections.abc import Callable
from typing import Any

from sdkwright.normalise.identifiers import member, snake
from tests.generator.hostile.base import CREATE, DOCUMENT, GET, KIND, LIST, ORDER, Draft, Json
from tests.generator.hostile.operations import ANY_OPERATION
from tests.generator.hostile.position import Position, renamed
from tests.generator.hostile.unions import UNIONS

_EXTENSIONS = (
    "x-python-type", "customTypePath", "customBasePath", "default_factory", "x-name", "x-unit", "x-wire-name",
    "x-upstream-id", "x-is-base-class", "title", "pattern", "$id", "$anchor", "$comment",
)  # fmt: skip


def _schema_name(draft: Draft, payload: str) -> None:
    _unnamed_schema(draft, payload)
    del draft.names["schemas"]["NoteApi"]
    draft.names["schemas"][payload] = "Note"
    draft.names["enums"][f"{payload}.Kind"] = draft.names["enums"].pop(KIND)


def _unnamed_schema(draft: Draft, payload: str) -> None:
    pending: list[Any] = [draft.document]
    while pending:
        node = pending.pop()
        if isinstance(node, dict):
            if node.get("$ref") == "#/components/schemas/NoteApi":
                node["$ref"] = f"#/components/schemas/{payload.replace('~', '~0').replace('/', '~1')}"
            pending += node.values()
        elif isinstance(node, list):
            pending += node
    renamed(draft.schemas, "NoteApi", payload)


def _property_name(draft: Draft, payload: str) -> None:
    renamed(draft.schemas["NoteApi"]["properties"], "Text", payload)
    draft.names["properties"][payload] = "text"


def _unnamed_property(draft: Draft, payload: str) -> None:
    renamed(draft.schemas["NoteApi"]["properties"], "Text", payload)
    draft.shown[snake(payload)] = "text"


def _sent_property_name(draft: Draft, payload: str) -> None:
    renamed(draft.schemas["NoteCreateApi"]["properties"], "Text", payload)
    draft.schemas["NoteCreateApi"]["required"] = [payload]
    draft.names["properties"][payload] = "text"


def _unnamed_sent_property(draft: Draft, payload: str) -> None:
    _sent_property_name(draft, payload)
    del draft.names["properties"][payload]
    draft.shown[snake(payload)] = "text"


def _enum_value(draft: Draft, payload: Any) -> None:
    draft.schemas["NoteApi"]["properties"]["Kind"]["enum"][0] = payload
    draft.names["members"][f"NoteKind.{payload}"] = "PLAIN"


def _unnamed_enum_value(draft: Draft, payload: str) -> None:
    draft.schemas["NoteApi"]["properties"]["Kind"]["enum"][0] = payload
    draft.shown[member(payload)] = "PLAIN"


def _component_enum_value(draft: Draft, payload: Any) -> None:
    draft.schemas["Colour"]["enum"][0] = payload
    draft.names["members"][f"Colour.{payload}"] = "RED"


def _parameter_enum_value(draft: Draft, payload: Any) -> None:
    _parameter(draft, "queryOptions.order")["schema"]["enum"][0] = payload
    draft.names["members"][f"NoteOrder.{payload}"] = "NEWEST"


def _parameter_name(draft: Draft, payload: str) -> None:
    _parameter(draft, "queryOptions.words")["name"] = payload
    draft.names["parameters"][f"GET {LIST} ?{payload}"] = "words"


def _unnamed_parameter(draft: Draft, payload: str) -> None:
    _parameter(draft, "queryOptions.words")["name"] = payload
    draft.shown[_argument(payload)] = "words"


def _argument(payload: str) -> str:
    return snake(payload.rpartition(".")[2])


def _unnamed_required_parameter(draft: Draft, payload: str) -> None:
    draft.getting["parameters"][-1]["name"] = payload
    draft.shown[_argument(payload)] = "plain"


def _enum_parameter_name(draft: Draft, payload: str) -> None:
    _parameter(draft, "queryOptions.order")["name"] = payload
    del draft.names["enums"][ORDER]
    draft.names["enums"][f"GET {LIST} ?{payload}"] = "NoteOrder"
    draft.names["parameters"][f"GET {LIST} ?{payload}"] = "order"


def _parameter(draft: Draft, name: str) -> Json:
    return next(parameter for parameter in draft.listing["parameters"] if parameter["name"] == name)


def _path(draft: Draft, payload: str) -> None:
    renamed(draft.document["paths"], GET, f"/api/note/{payload}")
    draft.names["operations"] = {
        key.replace(GET, f"/api/note/{payload}"): name for key, name in draft.names["operations"].items()
    }


def _whole_path(draft: Draft, payload: str) -> None:
    renamed(draft.document["paths"], GET, payload)
    draft.names["operations"] = {key.replace(GET, payload): name for key, name in draft.names["operations"].items()}


def _unnamed_path(draft: Draft, payload: str) -> None:
    renamed(draft.document["paths"], GET, f"/api/{payload}")


def _media_type(draft: Draft, payload: str) -> None:
    for content in (
        draft.getting["responses"]["200"]["content"],
        draft.document["paths"][CREATE]["post"]["requestBody"]["content"],
    ):
        content[payload] = content["application/json"]


def _only_media_type(draft: Draft, payload: str) -> None:
    renamed(draft.getting["responses"]["200"]["content"], "application/json", payload)


def _extensions(holder: Json, payload: Any) -> None:
    for keyword in _EXTENSIONS:
        holder.setdefault(keyword, payload)
    holder["x-python-import"] = {"module": payload, "name": payload}
    holder["x-enum-varnames"] = holder["x-enum-descriptions"] = [payload, payload]
    holder["x-paginated"] = {"items": payload, "page": payload, "page_size": payload}


def _extensions_of_schemas(draft: Draft, payload: Any) -> None:
    for schema in draft.schemas.values():
        _extensions(schema, payload)


def _extensions_of_properties(draft: Draft, payload: Any) -> None:
    for schema in draft.schemas.values():
        for value in schema.get("properties", {}).values():
            _extensions(value, payload)


def _extensions_of_parameters(draft: Draft, payload: Any) -> None:
    for parameter in draft.listing["parameters"]:
        _extensions(parameter["schema"], payload)
        for keyword in ("x-name", "x-wire-name", "x-python-type", "customTypePath"):
            parameter[keyword] = payload


def _extensions_of_operations(draft: Draft, payload: Any) -> None:
    for holder in (draft.document, draft.document["info"], draft.listing, draft.getting):
        for keyword in ("x-upstream-id", "x-paginated", "x-name", "x-python-import", "customBasePath"):
            holder[keyword] = payload


def _extension_key(draft: Draft, payload: str) -> None:
    for holder in (draft.document, draft.listing, draft.text):
        holder[f"x-{payload}"] = {payload: payload}


def _security_scheme_name(draft: Draft, payload: str) -> None:
    renamed(draft.document["components"]["securitySchemes"], "x-auth-key", payload)
    draft.document["security"] = [{payload: []}]


def _security_header(draft: Draft, payload: Any) -> None:
    draft.document["components"]["securitySchemes"]["x-auth-key"]["name"] = payload
    for item in draft.document["paths"].values():
        for operation in item.values():
            operation["parameters"][0]["name"] = payload


def _set(*path: str | int) -> Callable[[Draft, Any], None]:
    """A position that is simply a place."""

    def put(draft: Draft, payload: Any) -> None:
        node: Any = draft.document
        for step in path[:-1]:
            node = node[step]
        node[path[-1]] = payload

    return put


_NOTE = ("components", "schemas", "NoteApi")
_TEXT = (*_NOTE, "properties", "Text")
_PRICE = ("components", "schemas", "NoteCreateApi", "properties", "Price")
_ALL = ("paths", LIST, "get")
# A field that is required comes before all others.
_OTHER_PROPERTIES = tuple(sorted(DOCUMENT["components"]["schemas"]["NoteApi"]["properties"].keys() - {"Text", "Id"}))
# The parameters that turn pages come behind all others.
_OTHER_ARGUMENTS = ("order",)


def _required(draft: Draft, payload: Any) -> None:
    draft.schemas["NoteApi"]["required"].append(payload)


def _formatted(draft: Draft, payload: Any) -> None:
    draft.text["format"] = payload
    _parameter(draft, "queryOptions.words")["schema"]["format"] = payload


def _defaulted(draft: Draft, payload: Any) -> None:
    draft.text["default"] = draft.text["example"] = payload
    draft.text["examples"] = [payload]
    draft.schemas["NoteCreateApi"]["properties"]["Colour"] = {
        "$ref": "#/components/schemas/Colour",
        "default": payload,
    }
    parameter = _parameter(draft, "queryOptions.words")
    parameter["schema"]["default"] = parameter["schema"]["example"] = parameter["example"] = payload


def _text_key(prefix: str, *path: str | int) -> Callable[[Draft, str], None]:
    """A position that is the key of an object; its value is another text."""

    def put(draft: Draft, payload: str) -> None:
        node: Any = draft.document
        for step in path:
            node = node[step]
        node[f"{prefix}{payload}"] = {"description": payload}

    return put


def _reference(prefix: str) -> Callable[[Draft, str], None]:
    def put(draft: Draft, payload: str) -> None:
        draft.schemas["NoteApi"]["properties"]["Colour"] = {"$ref": f"{prefix}{payload}"}

    return put


def _server(prefix: str) -> Callable[[Draft, str], None]:
    def put(draft: Draft, payload: str) -> None:
        draft.document["servers"][0]["url"] = f"{prefix}{payload}"

    return put


def _described_reference(draft: Draft, payload: Any) -> None:
    draft.schemas["NoteApi"]["properties"]["Colour"]["description"] = payload


POSITIONS: dict[str, Position] = (
    {
        "schema name": Position(_schema_name, takes_values=False, fate="named"),
        "schema name, unnamed": Position(_unnamed_schema, takes_values=False, fate="refused"),
        "schema description": Position(_set(*_NOTE, "description")),
        "enum description": Position(_set("components", "schemas", "Colour", "description")),
        "property name": Position(
            _property_name, takes_values=False, fate="named", among=_OTHER_PROPERTIES, unfit='a"b'
        ),
        "property name, unnamed": Position(
            _unnamed_property, takes_values=False, fate="named", among=_OTHER_PROPERTIES, unfit='a"b'
        ),
        "sent property name": Position(_sent_property_name, takes_values=False, fate="named", unfit='a"b'),
        "sent property name, unnamed": Position(_unnamed_sent_property, takes_values=False, fate="named", unfit='a"b'),
        "property description": Position(_set(*_TEXT, "description")),
        "sent property description": Position(_set(*_PRICE, "description")),
        "description beside a reference": Position(_described_reference),
        # What is no type is any value.
        "type": Position(_set(*_TEXT, "type"), benign="anything at all"),
        "format": Position(_formatted),
        "default and example": Position(_defaulted, fate="unread"),
        "required entry": Position(_required),
        # Values of other kinds change the type of the enum, or it is none.
        "enum value": Position(_enum_value, takes_values=False),
        "enum value, unnamed": Position(_unnamed_enum_value, benign="Plain", takes_values=False),
        "component enum value": Position(_component_enum_value, takes_values=False),
        "parameter enum value": Position(_parameter_enum_value, takes_values=False),
        "parameter name": Position(_parameter_name, takes_values=False, fate="named"),
        "parameter name, unnamed": Position(
            _unnamed_parameter, takes_values=False, fate="named", among=_OTHER_ARGUMENTS, sorted_as=_argument
        ),
        "required parameter name, unnamed": Position(_unnamed_required_parameter, takes_values=False, fate="named"),
        "parameter name with an enum": Position(_enum_parameter_name, takes_values=False, fate="named"),
        "parameter description": Position(_set(*_ALL, "parameters", -1, "description")),
        "parameter place": Position(_set(*_ALL, "parameters", -1, "in"), benign="query", fate="refused"),
        "path": Position(_path, takes_values=False, fate="either", is_template=True),
        "whole path": Position(_whole_path, benign="/api/plain", takes_values=False, fate="either", is_template=True),
        "path, unnamed": Position(_unnamed_path, takes_values=False, fate="refused"),
        "method": Position(_text_key("", "paths", LIST), benign="x-plain", takes_values=False, fate="unread"),
        "operationId": Position(_set(*_ALL, "operationId")),
        "tag": Position(_set(*_ALL, "tags", 0), fate="unread"),
        "summary": Position(_set(*_ALL, "summary")),
        "operation description": Position(_set(*_ALL, "description"), fate="unread"),
        "response description": Position(_set(*_ALL, "responses", "200", "description"), fate="unread"),
        "response status": Position(_text_key("", *_ALL, "responses"), benign="400", takes_values=False, fate="unread"),
        "media type": Position(_media_type, takes_values=False, fate="unread"),
        "only media type": Position(_only_media_type, takes_values=False, fate="unread"),
        "server": Position(
            _server(""), benign="https://www.envoice.in", takes_values=False, fate="either", is_template=True
        ),
        "server host": Position(
            _server("https://"), benign="www.envoice.in", takes_values=False, fate="either", is_template=True
        ),
        "server path": Position(
            _server("https://www.envoice.in/"), benign="", takes_values=False, fate="either", is_template=True
        ),
        "title": Position(_set("info", "title"), fate="unread"),
        "version": Position(_set("info", "version"), fate="unread"),
        "description": Position(_set("info", "description"), fate="unread"),
        # What leads nowhere is any value.
        "reference": Position(_reference(""), benign="#/components/schemas/Nowhere", takes_values=False),
        "reference to a schema": Position(_reference("#/components/schemas/"), benign="Nowhere", takes_values=False),
        "request body": Position(_set("paths", CREATE, "post", "requestBody", "description"), fate="unread"),
        "security scheme name": Position(_security_scheme_name, takes_values=False, fate="refused"),
        "security header": Position(_security_header, benign="x-auth-key", fate="either"),
        "security scheme description": Position(
            _set("components", "securitySchemes", "x-auth-key", "description"), fate="unread"
        ),
        "component of another kind": Position(
            _text_key("", "components"), benign="x-plain", takes_values=False, fate="unread"
        ),
        "extensions of schemas": Position(_extensions_of_schemas),
        # What is no pattern is told and not checked.
        "extensions of properties": Position(_extensions_of_properties, unfit="("),
        "extensions of parameters": Position(_extensions_of_parameters, unfit="("),
        "extensions of operations": Position(_extensions_of_operations, fate="unread"),
        "extension's key": Position(_extension_key, takes_values=False, fate="unread"),
    }
    | ANY_OPERATION
    | UNIONS
)
