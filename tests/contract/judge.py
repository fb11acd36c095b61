"""Has openapi-core judge requests and responses by the vendor's own document, and closes the gaps that it leaves."""

import copy
import json
from functools import cache

import attrs
from openapi_core import OpenAPI
from openapi_core.datatypes import RequestParameters
from openapi_core.exceptions import OpenAPIError
from werkzeug.datastructures import Headers, ImmutableMultiDict

from sdkwright.project import Project

_JSON = "application/json"


@attrs.define
class _Asked:
    """A request as openapi-core reads it."""

    method: str
    path: str
    parameters: RequestParameters
    body: bytes | None
    content_type: str
    host_url: str = "http://127.0.0.1"


@attrs.frozen
class _Answered:
    status_code: int
    content_type: str
    data: bytes
    headers: Headers


def judging_copy(document):
    """The vendor's document, made strict: nothing stands in for what is missing, and nothing undeclared is let pass."""
    strict = copy.deepcopy(document)
    # The document's own is a host; requests here go to a loopback port.
    strict["servers"] = [{"url": "/"}]
    for item in strict["paths"].values():
        for operation in item.values():
            for parameter in operation.get("parameters", []):
                if parameter.get("required"):
                    # A default would stand in for a missing auth header.
                    parameter["schema"].pop("default", None)
            if "$ref" in operation.get("requestBody", {}):
                name = operation["requestBody"]["$ref"].rpartition("/")[2]
                operation["requestBody"] = copy.deepcopy(document["components"]["requestBodies"][name])
            for holder in (operation.get("requestBody", {}), *operation["responses"].values()):
                if "content" in holder:
                    holder["content"] = {_JSON: holder["content"][_JSON]}
    for schema in strict["components"]["schemas"].values():
        if "properties" in schema:
            schema.setdefault("additionalProperties", False)
    return strict


class Judge:
    """Judges by one document.

    Args:
        document: The vendor's, as received.
    """

    def __init__(self, document) -> None:
        self._document = judging_copy(document)
        self._openapi = OpenAPI.from_dict(self._document)
        self._known = {}

    def request(self, received):
        """What is wrong with a request of a journal; the same request is judged once, whatever stub it asks for."""
        headers = frozenset(pair for pair in received.headers.items() if pair[0] != "x-stub")
        key = (received.method, received.path, received.query, received.body, headers)
        if key not in self._known:
            found = [*self._undeclared(received), *self._of_request(received), *_of_its_form(received)]
            self._known[key] = found
        return self._known[key]

    def response(self, received, status, content_type, body):
        """What is wrong with an answer to a request."""
        answered = _Answered(status, content_type, body, Headers({"Content-Type": content_type}))
        try:
            self._openapi.validate_response(_asked(received), answered)
        except OpenAPIError as error:
            yield _told(error)

    def _of_request(self, received):
        try:
            self._openapi.validate_request(_asked(received))
        except OpenAPIError as error:
            yield _told(error)

    def _undeclared(self, received):
        """Query parameters that the document lacks, which openapi-core lets pass."""
        operation = self._document["paths"].get(received.path, {}).get(received.method.lower(), {})
        declared = {item["name"] for item in operation.get("parameters", []) if item["in"] == "query"}
        for name, _ in received.query:
            if name not in declared:
                yield f"{received.method} {received.path} declares no query parameter {name!r}"


def _of_its_form(received):
    """What openapi-core lets pass: empty credentials, a parameter twice, a body where none is expected."""
    for name in ("x-auth-key", "x-auth-secret"):
        if not received.headers.get(name, "x").strip():
            yield f"{name} is empty"
    names = [name for name, _ in received.query]
    for name in {name for name in names if names.count(name) > 1}:
        yield f"the query parameter {name!r} stands there {names.count(name)} times"
    if received.method == "GET" and (received.body or "content-type" in received.headers):
        yield "a GET has a body"


@cache
def judge():
    """The judge by the vendor's document of this checkout."""
    return Judge(json.loads(Project.find(__file__).upstream.read_bytes()))


def _asked(received):
    parameters = RequestParameters(
        query=ImmutableMultiDict(received.query),
        header=Headers(list(received.headers.items())),
        cookie=ImmutableMultiDict(),
        path={},
    )
    kind = received.headers.get("content-type", "")
    return _Asked(received.method.lower(), received.path, parameters, received.body or None, kind)


def _told(error):
    """The error with its causes, which alone say what is wrong."""
    texts = []
    cause = error
    while cause is not None:
        texts.append(str(cause).split("\n", 1)[0])
        texts += [f"{'.'.join(map(str, one.path))}: {one.message}" for one in getattr(cause, "schema_errors", ())]
        cause = cause.__cause__
    return "; ".join(texts)
