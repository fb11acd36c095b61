"""Where hostile documents say what any operation may hold: paths, servers, parameters, bodies, answers, credentials."""

import re
from collections.abc import Callable
from typing import Any

from sdkwright.normalise.identifiers import member, snake
from tests.generator.hostile.base import CREATE, GET, Draft, Json
from tests.generator.hostile.position import Position, renamed

_TEXT_KEY = "NoteApi.Text"


def _const(draft: Draft, payload: Any) -> None:
    draft.text["const"] = payload
    draft.names["enums"][_TEXT_KEY] = "NoteText"
    draft.names["members"][f"NoteText.{payload}"] = "PLAIN"


def _unnamed_const(draft: Draft, payload: str) -> None:
    draft.text["const"] = payload
    draft.names["enums"][_TEXT_KEY] = "NoteText"
    draft.shown[member(payload)] = "PLAIN"


def _integer_enum(draft: Draft, payload: Any) -> None:
    draft.schemas["NoteApi"]["properties"]["Id"] = {"type": "integer", "enum": [1, 2, payload]}
    draft.names["enums"]["NoteApi.Id"] = "NoteId"


def _extras(draft: Draft, payload: Any) -> None:
    draft.schemas["NoteApi"]["additionalProperties"] = {"type": "string", "description": payload, "default": payload}


def _map(draft: Draft, payload: Any) -> None:
    draft.schemas["NoteApi"]["properties"]["Text"] = {
        "type": "object",
        "description": payload,
        "additionalProperties": {"type": "integer", "description": payload, "x-additionalPropertiesName": payload},
        "example": {str(payload): payload},
        "default": {str(payload): 1},
    }


def _path_parameter(draft: Draft, payload: str) -> None:
    path = f"{GET}/{{{payload}}}"
    draft.getting["parameters"][-1] |= {"name": payload, "in": "path"}
    renamed(draft.document["paths"], GET, path)
    draft.names["operations"][f"GET {path}"] = draft.names["operations"].pop(f"GET {GET}")
    draft.names["parameters"][f"GET {path} {{{payload}}}"] = "note_id"
    # What ends the path is in no path, so that this is a parameter of the query, without a name of ours.
    draft.shown[_argument(payload)] = "plain"


def _argument(payload: str) -> str:
    return snake(payload.rpartition(".")[2])


def _unnamed_path_parameter(draft: Draft, payload: str) -> None:
    _path_parameter(draft, payload)
    draft.names["parameters"].clear()


def _placed(place: str) -> Callable[[Draft, str], None]:
    """A parameter of the header or the cookies, by a name of ours."""

    def put(draft: Draft, payload: str) -> None:
        draft.getting["parameters"].append({"name": payload, "in": place, "schema": {"type": "string"}})
        key = f"?{payload}" if place == "header" else f"{place} {payload}"
        draft.names["parameters"][f"GET {GET} {key}"] = "shelf"

    return put


def _deep_parameter(draft: Draft, payload: Any) -> None:
    schema = {"type": "object", "additionalProperties": {"type": "string", "description": payload}}
    draft.getting["parameters"].append(
        {"name": "filter", "in": "query", "style": "deepObject", "description": payload, "schema": schema}
    )


def _parameter_default(draft: Draft, payload: Any) -> None:
    draft.getting["parameters"].append(
        {"name": "shelf", "in": "query", "schema": {"type": "string", "default": payload}}
    )


def _content_of_parameter(draft: Draft, payload: str) -> None:
    content = {f"application/{payload}": {"schema": {"type": "string"}}}
    draft.getting["parameters"].append({"name": "shelf", "in": "query", "content": content})


def _server_of_operation(draft: Draft, payload: str) -> None:
    draft.getting["servers"] = [{"url": f"https://www.envoice.in/{payload}", "description": payload}]


def _server_variable(draft: Draft, payload: Any) -> None:
    variable = {"default": payload, "enum": [payload, "other"], "description": payload}
    draft.document["servers"] = [{"url": "https://www.envoice.in/{zone}", "variables": {"zone": variable}}]


def _server_variable_name(draft: Draft, payload: str) -> None:
    url = f"https://www.envoice.in/{{{payload}}}"
    draft.document["servers"] = [{"url": url, "variables": {payload: {"default": "a"}}}]


def _body(draft: Draft) -> Json:
    return draft.document["paths"][CREATE]["post"]["requestBody"]["content"]


def _request_media_type(prefix: str) -> Callable[[Draft, str], None]:
    def put(draft: Draft, payload: str) -> None:
        content = _body(draft)
        content[f"{prefix}{payload}"] = content.pop("application/json")
        del content["text/json"]
        if prefix:
            draft.names["parameters"][f"POST {CREATE} body"] = "content"

    return put


def _answer_media_type(draft: Draft, payload: str) -> None:
    content = draft.getting["responses"]["200"]["content"]
    content.clear()
    content[f"application/{payload}"] = {"schema": {"type": "string", "format": "binary"}}


def _multipart_name(draft: Draft, payload: str) -> None:
    content = _body(draft)
    content.clear()
    content["multipart/form-data"] = {
        "schema": {"$ref": "#/components/schemas/NoteCreateApi"},
        "encoding": {payload: {"contentType": "text/plain", "headers": {payload: {"schema": {"type": "string"}}}}},
    }
    renamed(draft.schemas["NoteCreateApi"]["properties"], "Text", payload)
    draft.schemas["NoteCreateApi"]["required"] = [payload]
    draft.names["properties"][payload] = "text"


def _encoding(draft: Draft, payload: Any) -> None:
    content = _body(draft)
    content.clear()
    content["application/x-www-form-urlencoded"] = {
        "schema": {"$ref": "#/components/schemas/NoteCreateApi"},
        "encoding": {"Text": {"contentType": payload}},
    }


def _answer_header(draft: Draft, payload: str) -> None:
    # What HTTP takes for a name makes a property by rule, which tests of the names try.
    name = "plain" if re.fullmatch(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", payload) else payload
    draft.getting["responses"]["200"]["headers"] = {
        name: {"description": payload, "schema": {"type": "string", "description": payload}}
    }


def _scheme(**scheme: Any) -> Callable[[Draft, Any], None]:
    """A scheme beside the others, with the payload where it says `...`, for one operation."""

    def put(draft: Draft, payload: Any) -> None:
        draft.document["components"]["securitySchemes"]["other"] = _filled(scheme, payload)

    return put


def _filled(node: Any, payload: Any) -> Any:
    if isinstance(node, dict):
        return {payload if key == "..." else key: _filled(value, payload) for key, value in node.items()}
    return payload if node is ... else node


def _flow(**flow: Any) -> Callable[[Draft, Any], None]:
    defaults: Json = {"tokenUrl": "https://www.envoice.in/token", "scopes": {}}
    return _scheme(type="oauth2", flows={"clientCredentials": defaults | flow})


ANY_OPERATION: dict[str, Position] = {
    "const": Position(_const, takes_values=False),
    "const, unnamed": Position(_unnamed_const, benign="Plain", takes_values=False),
    "value of an integer enum": Position(_integer_enum, takes_values=False, fate="either"),
    "extras": Position(_extras),
    "map": Position(_map),
    "path parameter name": Position(_path_parameter, takes_values=False, fate="named", is_template=True, unfit="a #"),
    "path parameter name, unnamed": Position(
        _unnamed_path_parameter, takes_values=False, fate="named", is_template=True, unfit="a #"
    ),
    "header parameter name": Position(_placed("header"), takes_values=False, fate="named", unfit="a b"),
    "cookie parameter name": Position(_placed("cookie"), takes_values=False, fate="named"),
    "deep parameter": Position(_deep_parameter),
    "parameter default": Position(_parameter_default, takes_values=False),
    "media type of a parameter": Position(_content_of_parameter, takes_values=False, fate="unread"),
    "server of an operation": Position(
        _server_of_operation, takes_values=False, fate="either", is_template=True, unfit="a\\"
    ),
    "server variable": Position(_server_variable, takes_values=False, fate="either", is_template=True),
    "server variable name": Position(_server_variable_name, takes_values=False, fate="either", is_template=True),
    "request media type": Position(_request_media_type(""), takes_values=False, fate="either"),
    "request media type of applications": Position(
        _request_media_type("application/"), takes_values=False, fate="either", unfit="a b"
    ),
    "answer media type of applications": Position(_answer_media_type, takes_values=False, fate="either"),
    "multipart name": Position(_multipart_name, takes_values=False, fate="named", unfit=("a b", "a\\b")),
    "media type of an encoding": Position(_encoding, fate="unread"),
    "answer header": Position(_answer_header, takes_values=False, fate="either", unfit="a b"),
    "other scheme": Position(_scheme(type="http", scheme=...), fate="either"),
    "header of another scheme": Position(
        _scheme(type="apiKey", name=..., **{"in": "header"}), fate="either", unfit=" "
    ),
    "token address": Position(_flow(tokenUrl=...), fate="either"),
    "scope": Position(_flow(scopes={"...": "Anything"}), takes_values=False, fate="unread"),
    "discovery address": Position(_scheme(type="openIdConnect", openIdConnectUrl=...), fate="either"),
}
