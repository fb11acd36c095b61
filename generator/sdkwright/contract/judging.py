"""Has openapi-core, which is not ours, judge requests and answers by the document that the vendor wrote.

It judges how something is sent: where, under which name, in which form and of which type. The values are ours, so what
a document asks of values beyond their type is left out of the copy that judges.
"""

import copy
import warnings
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Final
from urllib.parse import unquote

import attrs

from sdkwright.contract.recording import Exchange
from sdkwright.errors import GeneratorError
from sdkwright.stubs.exchange import Asked
from sdkwright.text import without_controls

_LONGEST: Final = 400
_OF_VALUES: Final = frozenset({
    "pattern", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
    "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties",
})  # fmt: skip
_READABLE: Final = ("json", "x-www-form-urlencoded", "form-data", "text/", "octet-stream")


@attrs.frozen
class Judgement:
    """What openapi-core says of a request, or of an answer.

    Attributes:
        problems: What is wrong.
        unjudged: Why it could not judge; empty where it could.
    """

    problems: tuple[str, ...] = ()
    unjudged: str = ""


@attrs.define
class _Request:
    """A request as openapi-core reads it."""

    method: str
    path: str
    parameters: Any
    body: bytes | None
    content_type: str
    host_url: str = "http://stubs.example"


@attrs.frozen
class _Response:
    status_code: int
    content_type: str
    data: bytes
    headers: Any


@attrs.frozen(slots=False)
class Judge:
    """Judges by a document.

    Attributes:
        document: The vendor's, as the overlay corrects it.
        nulls: Whether any property of an answer may be null, whatever the document says.

    Raises:
        GeneratorError: openapi-core is not installed.
    """

    document: Mapping[str, Any] = attrs.field(repr=False)
    nulls: bool = False

    def __attrs_post_init__(self) -> None:
        try:
            import openapi_core  # noqa: F401, PLC0415 - an extra, and slow to import
        except ImportError:
            raise GeneratorError(
                "openapi-core judges the calls; install it: pip install 'sdkwright[contract]'."
            ) from None

    def request(self, path: str, exchange: Exchange) -> Judgement:
        """Judge a request.

        Args:
            path: The operation's path, as the document writes it.
            exchange: The request.
        """
        asked = exchange.asked
        if why := self._beyond(path, asked.method):
            return Judgement(unjudged=why)
        judgement = self._judged(path, asked.method, "iter_request_errors", _request(asked))
        undeclared = () if judgement.unjudged else tuple(self._undeclared(path, asked))
        return attrs.evolve(judgement, problems=(*judgement.problems, *undeclared))

    def answer(self, path: str, exchange: Exchange) -> Judgement:
        """Judge an answer, with the same arguments."""
        from werkzeug.datastructures import Headers  # noqa: PLC0415 - comes with openapi-core

        answer = exchange.answer
        headers = Headers(list(answer.headers))
        kind = headers.get("Content-Type", "")
        if answer.body and not any(part in kind for part in _READABLE):
            return Judgement(unjudged=f"a body of {kind or 'no type'}")
        response = _Response(answer.status, kind, answer.body, headers)
        return self._judged(path, exchange.asked.method, "iter_response_errors", _request(exchange.asked), response)

    def _judged(self, path: str, method: str, judge: str, *asked: object) -> Judgement:
        from openapi_core.exceptions import OpenAPIError  # noqa: PLC0415 - an extra
        from openapi_core.templating.paths.exceptions import PathError  # noqa: PLC0415 - an extra

        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                errors = [*getattr(self._one(path, method), judge)(*asked)]
        except OpenAPIError as error:
            errors = [error]
        except Exception as error:  # noqa: BLE001 - a judge that stumbles says nothing of what it judges
            return Judgement(unjudged=f"openapi-core fails ({type(error).__name__})")
        if any(isinstance(error, PathError) for error in errors) and _is_odd(path):
            return Judgement(unjudged="a path that openapi-core does not match")
        nulls = self.nulls and judge == "iter_response_errors"
        told = (without_controls(_told(error, nulls=nulls)[:_LONGEST]) for error in errors)
        return Judgement(tuple(filter(None, told)))

    def _one(self, path: str, method: str) -> Any:
        """openapi-core with a document of one operation: no other can answer for it."""
        from openapi_core import Config, OpenAPI  # noqa: PLC0415 - an extra

        item = self._strict["paths"][path]
        kept = {name: value for name, value in item.items() if name in {"parameters", method.lower()}}
        document = {name: value for name, value in self._strict.items() if name not in {"paths", "webhooks"}}
        return OpenAPI.from_dict(document | {"paths": {path: kept}}, config=Config(spec_validator_cls=None))

    @cached_property
    def _strict(self) -> dict[str, Any]:
        """A copy in which nothing stands in for what is missing, and any server will do."""
        strict: dict[str, Any] = _without_values(copy.deepcopy(dict(self.document)))
        strict["servers"] = [{"url": "/"}]
        for item in strict.get("paths", {}).values():
            item.pop("servers", None)
            for operation in (node for node in item.values() if isinstance(node, dict)):
                operation.pop("servers", None)
            for parameter in _parameters(item):
                # A default would stand in for a missing one.
                if parameter.get("required") and isinstance(parameter.get("schema"), dict):
                    parameter["schema"].pop("default", None)
        return strict

    def _declared(self, path: str, method: str) -> list[dict[str, Any]]:
        item = self._strict["paths"].get(path, {})
        return [
            self._resolved(node)
            for node in _parameters({"parameters": item.get("parameters"), method: item.get(method)})
        ]

    def _resolved(self, node: Any) -> dict[str, Any]:
        """A node behind its references within the document; empty for one that leads nowhere."""
        for _ in range(10):
            if not isinstance(node, dict) or "$ref" not in node:
                break
            found: Any = self._strict
            for part in str(node["$ref"]).removeprefix("#/").split("/"):
                found = found.get(part.replace("~1", "/").replace("~0", "~")) if isinstance(found, dict) else None
            node = found
        return node if isinstance(node, dict) else {}

    def _beyond(self, path: str, method: str) -> str:
        """Why openapi-core cannot read what an operation declares; empty where it can."""
        if path not in self._strict.get("paths", {}):
            return "a path that the document writes otherwise"
        for parameter in self._declared(path, method.lower()):
            schema = self._resolved(parameter.get("schema"))
            style = parameter.get("style", "form" if parameter.get("in") in {"query", "cookie"} else "simple")
            is_object = schema.get("type") == "object" or "properties" in schema
            if style in {"spaceDelimited", "matrix", "label"} or (style == "form" and is_object):
                return f"a parameter of style {style}"
        return ""

    def _undeclared(self, path: str, asked: Asked) -> Iterator[str]:
        """Query parameters that the document lacks, which openapi-core lets pass."""
        parameters = [item for item in self._declared(path, asked.method.lower()) if item.get("in") == "query"]
        if any(item.get("style") == "deepObject" for item in parameters):
            return
        schemes = self._strict.get("components", {}).get("securitySchemes", {}).values()
        keys = {scheme.get("name") for scheme in map(self._resolved, schemes) if scheme.get("in") == "query"}
        declared = {item.get("name") for item in parameters} | keys
        for name in dict.fromkeys(name for name, _ in asked.query):
            if name not in declared:
                yield without_controls(f"no query parameter {name!r} is declared"[:_LONGEST])


def _parameters(holder: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The parameters of a path and of its operations."""
    for node in (holder, *holder.values()):
        listed = node.get("parameters") if isinstance(node, dict) else None
        yield from (parameter for parameter in listed or () if isinstance(parameter, dict))


def _without_values(node: Any) -> Any:
    """A document without what it asks of values; names of properties are no keywords."""
    if isinstance(node, list):
        return [_without_values(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {}
    for name, value in node.items():
        if name == "properties" and isinstance(value, dict):
            kept[name] = {key: _without_values(schema) for key, schema in value.items()}
        elif name not in _OF_VALUES:
            kept[name] = _without_values(value)
    return kept


def _request(asked: Asked) -> _Request:
    from openapi_core.datatypes import RequestParameters  # noqa: PLC0415 - an extra
    from werkzeug.datastructures import Headers, ImmutableMultiDict  # noqa: PLC0415 - comes with it
    from werkzeug.http import parse_cookie  # noqa: PLC0415 - as well

    headers = Headers(list(asked.headers))
    parameters = RequestParameters(
        query=ImmutableMultiDict(asked.query),
        header=headers,
        cookie=ImmutableMultiDict(parse_cookie(headers.get("cookie", ""))),
        path={},
    )
    # A slash within a value would look like one of the path.
    path = asked.path if "%2f" in asked.path.lower() else unquote(asked.path)
    return _Request(asked.method.lower(), path, parameters, asked.body or None, headers.get("content-type", ""))


def _is_odd(path: str) -> bool:
    """Whether a template has more in a segment than text or one parameter, or characters that no path has."""
    return any("{" in part and (part[0] != "{" or part.find("}") != len(part) - 1) for part in path.split("/")) or bool(
        {"#", "?"} & set(path)
    )


def _told(error: BaseException, *, nulls: bool = False) -> str:
    """What is wrong, by the error's causes, which alone say it; empty where it is a null that may be there."""
    texts: list[str] = []
    cause: BaseException | None = error
    while cause is not None:
        if errors := [*getattr(cause, "schema_errors", ())]:
            found = [one for one in errors if not (nulls and _is_null(one))]
            return "; ".join(f"{'.'.join(map(str, one.path))}: {one.message[:_LONGEST]}".lstrip(": ") for one in found)
        texts.append(str(cause).split("\n", 1)[0])
        cause = cause.__cause__
    return "; ".join(dict.fromkeys(texts))


def _is_null(error: Any) -> bool:
    return error.instance is None and error.validator in {"type", "nullable", "enum"}
