"""Operations of Swagger 2.0: their bodies are parameters there, and media types stand apart from schemas."""

from typing import Any, Final

from sdkwright.documents import copied, unescape
from sdkwright.normalise.budget import Budget
from sdkwright.normalise.sites import METHODS
from sdkwright.normalise.swagger.parameters import plain_form, plain_header, plain_parameter
from sdkwright.normalise.swagger.schemas import FILE
from sdkwright.plain_values import Tell
from sdkwright.text import clean

_JSON: Final = "application/json"
_BYTES: Final = "application/octet-stream"
_PARAMETERS: Final = "#/parameters/"
_RESPONSES: Final = "#/responses/"
_OWN: Final = ("parameters", "responses", "consumes", "produces", "schemes")


class Operations:
    """Converts the operations of one document.

    Args:
        document: The document of Swagger 2.0; its structure may be wrong anywhere.
        tell: Takes the place and what is read as less than it says.
    """

    def __init__(self, document: dict[str, Any], tell: Tell) -> None:
        self._tell = tell
        self._parameters, self._responses = _named(document, "parameters"), _named(document, "responses")
        self._consumes, self._produces = _texts(document, "consumes"), _texts(document, "produces")
        self._budget = Budget()

    def item(self, item: dict[str, Any], path: str) -> dict[str, Any]:
        """A path with its operations as OpenAPI 3.0 has them.

        Raises:
            GeneratorError: What operations share is too much to be written out for each.
        """
        methods = {word for word in item if word.lower() in METHODS and isinstance(item[word], dict)}
        result = {word: value for word, value in item.items() if word not in methods and word != "parameters"}
        shared = self._resolved(item.get("parameters"))
        if plain := self._plain(shared, path):
            result["parameters"] = plain
        sent = [one for one in shared if one.get("in") in ("body", "formData")]
        for method, operation in item.items():
            if method in methods:
                result[method] = self._operation(operation, sent, f"{method.upper()} {path}")
        return result

    def shared_parameters(self) -> dict[str, Any]:
        """The parameters that operations refer to, without those of bodies."""
        return {
            name: plain_parameter(parameter, f"parameters {name}", self._tell)
            for name, parameter in self._parameters.items()
            if isinstance(parameter, dict) and parameter.get("in") not in ("body", "formData")
        }

    def shared_responses(self) -> dict[str, Any]:
        """The answers that operations refer to, of the media types that most have."""
        return {
            name: self._response(response, self._produces)
            for name, response in self._responses.items()
            if isinstance(response, dict)
        }

    def _operation(self, operation: dict[str, Any], shared: list[dict[str, Any]], where: str) -> dict[str, Any]:
        consumes = _texts(operation, "consumes") if "consumes" in operation else self._consumes
        produces = _texts(operation, "produces") if "produces" in operation else self._produces
        result = {word: value for word, value in operation.items() if word not in _OWN}
        parameters = self._resolved(operation.get("parameters"))
        if plain := self._plain(parameters, where):
            result["parameters"] = plain
        names = {_place(one) for one in parameters}
        has_body = any(one.get("in") == "body" for one in parameters)
        inherited = [one for one in shared if _place(one) not in names and not (has_body and one["in"] == "body")]
        body = self._body([*inherited, *parameters], consumes, where)
        if body is not None:
            result["requestBody"] = body
        responses = operation.get("responses")
        if isinstance(responses, dict):
            result["responses"] = {
                status: self._answer(response, produces) if isinstance(response, dict) else response
                for status, response in responses.items()
            }
        elif "responses" in operation:
            result["responses"] = responses
        return result

    def _resolved(self, parameters: object) -> list[dict[str, Any]]:
        """A list of parameters in which those of bodies are written out, and the others may be references."""
        found = []
        for one in parameters if isinstance(parameters, list) else ():
            reference = one.get("$ref") if isinstance(one, dict) else None
            held = self._held(self._parameters, reference, _PARAMETERS)
            if held is not None and held.get("in") in ("body", "formData"):
                self._budget.spend(held)
                found.append(copied(held))
            elif isinstance(one, dict):
                found.append(one)
        return found

    @staticmethod
    def _held(named: dict[str, Any], reference: object, prefix: str) -> dict[str, Any] | None:
        if not isinstance(reference, str) or not reference.startswith(prefix):
            return None
        found = named.get(unescape(reference.removeprefix(prefix)))
        return found if isinstance(found, dict) else None

    def _plain(self, parameters: list[dict[str, Any]], where: str) -> list[dict[str, Any]]:
        return [
            one if "$ref" in one else plain_parameter(one, where, self._tell)
            for one in parameters
            if one.get("in") not in ("body", "formData")
        ]

    def _body(self, parameters: list[dict[str, Any]], consumes: list[str], where: str) -> dict[str, Any] | None:
        bodies = [one for one in parameters if one.get("in") == "body"]
        fields = [one for one in parameters if one.get("in") == "formData"]
        for one in bodies[1:]:
            self._tell(where, f"a second body, {clean(one.get('name'))!r}, is not sent")
        if bodies and fields:
            names = ", ".join(clean(one.get("name")) for one in fields)
            self._tell(where, f"has a body, so the form beside it is not sent: {names[:100]}")
        if not bodies:
            return plain_form(fields, consumes, where, self._tell) if fields else None
        body = bodies[0]
        schema = body.get("schema", {})
        content = {media_type: {"schema": self._copied(schema)} for media_type in consumes or [_JSON]}
        kept = {word: body[word] for word in ("description", "required") if word in body}
        return kept | {"content": content}

    def _copied(self, schema: Any) -> Any:
        self._budget.spend(schema)
        return copied(schema)

    def _answer(self, response: dict[str, Any], produces: list[str]) -> dict[str, Any]:
        held = self._held(self._responses, response.get("$ref"), _RESPONSES)
        if held is None or "schema" not in held or produces == self._produces:
            return response if "$ref" in response else self._response(response, produces)
        self._budget.spend(held)
        return self._response(copied(held), produces)

    def _response(self, response: dict[str, Any], produces: list[str]) -> dict[str, Any]:
        result = {word: value for word, value in response.items() if word not in ("schema", "headers", "examples")}
        result.setdefault("description", "")
        schema = response.get("schema")
        if schema is not None:
            is_file = isinstance(schema, dict) and schema.items() >= FILE.items()
            types = produces or [_BYTES if is_file else _JSON]
            result["content"] = {media_type: {"schema": self._copied(schema)} for media_type in types}
        headers = response.get("headers")
        if isinstance(headers, dict):
            result["headers"] = {
                name: plain_header(header) for name, header in headers.items() if isinstance(header, dict)
            }
        return result


def server_order(schemes: list[str]) -> list[str]:
    """The schemes that requests can go by, the safe one first; https where none is named."""
    known = [one.lower() for one in schemes if one.lower() in ("http", "https")]
    return sorted(dict.fromkeys(known), reverse=True) or ["https"]


def _place(parameter: dict[str, Any]) -> tuple[str, str]:
    return str(parameter.get("in")), str(parameter.get("name"))


def _named(document: dict[str, Any], word: str) -> dict[str, Any]:
    found = document.get(word)
    return found if isinstance(found, dict) else {}


def _texts(holder: dict[str, Any], word: str) -> list[str]:
    found = holder.get(word)
    found = [found] if isinstance(found, str) else found
    return [*dict.fromkeys(one for one in found if isinstance(one, str))] if isinstance(found, list) else []
