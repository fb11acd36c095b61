"""What the vendor's own document says of an answer: its fields, and so which of those that came it does not have."""

import json
from functools import cache

from sdkwright.project import Project

_JSON = "application/json"


@cache
def _upstream():
    return json.loads(Project.find(__file__).upstream.read_bytes())


def undeclared(sent, method, path):
    """Every field of an answer that the vendor's document lacks: its path in the answer, and its value.

    Args:
        sent: The JSON value that was answered.
        method: Of the operation.
        path: Of the operation.
    """
    responses = _upstream()["paths"][path][method.lower()]["responses"]
    content = next(response for status, response in responses.items() if status.startswith("2")).get("content", {})
    return dict(_beyond(sent, content[_JSON]["schema"], "")) if content else {}


def _beyond(sent, schema, path):
    if "$ref" in schema:
        schema = _upstream()["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    if isinstance(sent, list) and "items" in schema:
        for index, item in enumerate(sent):
            yield from _beyond(item, schema["items"], f"{path}[{index}]")
    elif isinstance(sent, dict) and "properties" in schema:
        for name, value in sent.items():
            inner = f"{path}.{name}" if path else name
            if name in schema["properties"]:
                yield from _beyond(value, schema["properties"][name], inner)
            else:
                yield inner, value
