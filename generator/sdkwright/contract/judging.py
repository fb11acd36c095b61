"""Has openapi-core, which is not ours, judge requests and answers by the document that the vendor wrote.

It judges how something is sent: where, under which name, in which form and of which type. The values are ours, so what
a document asks of values beyond their type is left out of the copy that judges.
"""

import warnings
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Final, cast
from urllib.parse import unquote

import attrs

from sdkwright import media
from sdkwright.contract.complaints import LONGEST, is_null, is_written, nothing, told
from sdkwright.contract.contradictions import COMBINING
from sdkwright.contract.recording import Exchange
from sdkwright.contract.strict import StrictDocument, known_method, without_refusals
from sdkwright.errors import GeneratorError
from sdkwright.media import QUERY_STRING, is_json
from sdkwright.readings import essence, is_media_type, reading
from sdkwright.stubs.exchange import Asked
from sdkwright.text import without_controls

_BODILESS: Final = frozenset({204, 205})
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
    _last: list[tuple[tuple[str, str], Any]] = attrs.field(factory=list, init=False, repr=False)

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
        if why := self._beyond(path, asked):
            return Judgement(unjudged=why)
        judgement = self._judged(path, asked.method, "iter_request_errors", _request(asked))
        if judgement.unjudged:
            return judgement
        return attrs.evolve(judgement, problems=(*judgement.problems, *self._let_pass(path, asked)))

    def answer(self, path: str, exchange: Exchange) -> Judgement:
        """Judge an answer, with the same arguments."""
        from werkzeug.datastructures import Headers  # noqa: PLC0415 - comes with openapi-core

        answer = exchange.answer
        headers = Headers(list(answer.headers))
        kind = headers.get("Content-Type", "")
        if answer.body and not any(part in kind for part in _READABLE):
            return Judgement(unjudged=f"a body of {kind or 'no type'}")
        if why := self._unreadable(path, exchange.asked.method.lower(), answer.status, kind):
            return Judgement(unjudged=why)
        if not _is_text(answer.body):
            return Judgement(unjudged=f"a body of bytes in {kind}")
        response = _Response(answer.status, kind, answer.body, headers)
        return self._judged(path, exchange.asked.method, "iter_response_errors", _request(exchange.asked), response)

    def _judged(self, path: str, method: str, judge: str, *asked: Any) -> Judgement:
        from openapi_core.exceptions import OpenAPIError  # noqa: PLC0415 - an extra
        from openapi_core.templating.paths.exceptions import PathError  # noqa: PLC0415 - an extra
        from openapi_core.validation.request import exceptions as wrong  # noqa: PLC0415 - an extra

        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                errors = [*getattr(self._one(path, method), judge)(*asked)]
        except OpenAPIError as error:
            errors = [error]
        except Exception as error:  # noqa: BLE001 - a judge that stumbles says nothing of what it judges
            return Judgement(unjudged=f"openapi-core fails ({type(error).__name__})")
        # Of two parameters in one segment it gives the one what belongs to the other.
        if _is_odd(path) and any(
            isinstance(error, PathError) or getattr(error, "location", "") == "path" for error in errors
        ):
            return Judgement(unjudged="a path that openapi-core does not match")
        is_form = "form" in asked[0].content_type
        if is_form and not asked[0].body:
            # A form without fields is no byte.
            errors = [error for error in errors if not isinstance(error, wrong.MissingRequestBodyError)]
        forgive = is_null if self.nulls and len(asked) > 1 else is_written if is_form else nothing
        errors = [error for error in errors if not self._is_of_several_types(path, method, error)]
        said = (
            without_controls(
                told(error, is_written if isinstance(error, wrong.ParameterValidationError) else forgive)[:LONGEST]
            )
            for error in errors
        )
        return Judgement(tuple(filter(None, said)))

    def _unreadable(self, path: str, method: str, status: int, kind: str) -> str:
        """Why openapi-core has nothing to hold an answer against; empty where it has."""
        answers = self._strict.whole.get("paths", {}).get(path, {}).get(method, {}).get("responses") or {}
        found = next((answers[key] for key in (str(status), f"{status // 100}XX", "default") if key in answers), None)
        if found is None:
            return "an answer that the document does not declare" if _is_success(status) else ""
        content = self._strict.resolved(found).get("content") or {}
        if content and not any(map(is_media_type, content)):
            return "an answer of what is no media type"
        if content and (status in _BODILESS or method == "head"):
            return "an answer that has no body by its status or method, whatever is declared"
        schema = self._strict.resolved((content.get(kind.partition(";")[0].strip()) or {}).get("schema"))
        is_text = schema.get("type", "string") == "string" and COMBINING.isdisjoint(schema)
        is_other = reading(kind) != "json" and not is_text
        return "a text that is declared as something else" if is_other else ""

    def _is_of_several_types(self, path: str, method: str, error: BaseException) -> bool:
        """Whether an error is about a parameter that may be a list or a text, which openapi-core never reads."""
        return any(
            (item.get("name"), item.get("in")) == (getattr(error, "name", ""), getattr(error, "location", ""))
            and not COMBINING.isdisjoint(self._strict.resolved(item.get("schema")))
            for item in self._strict.declared(path, method.lower())
        )

    @cached_property
    def _strict(self) -> StrictDocument:
        return StrictDocument(self.document)

    def _one(self, path: str, method: str) -> Any:
        """openapi-core with a document of one operation: no other can answer for it."""
        from openapi_core import Config, OpenAPI  # noqa: PLC0415 - an extra

        if self._last and self._last[0][0] == (path, method):
            return self._last[0][1]
        item = self._strict.resolved(self._strict.whole["paths"][path])
        kept = {name: value for name, value in item.items() if name in {"parameters", method.lower()}}
        if method.lower() in kept:
            kept[known_method(method)] = kept.pop(method.lower())
        document = {name: value for name, value in self._strict.whole.items() if name not in {"paths", "webhooks"}}
        # Of the parts of a combined schema each would forbid the members of the others.
        combines = self._strict.combines(kept)
        policy: Any = "allow" if combines else "forbid"
        if combines:
            document, kept = without_refusals(document), without_refusals(kept)
        config = Config(
            spec_validator_cls=None,
            additional_properties_default_policy=policy,
            extra_media_type_deserializers=cast("Any", _Readers()),
        )
        made = OpenAPI.from_dict(document | {"paths": {path: kept}}, config=config)
        # Only the last is kept: the next to be judged is mostly of the same operation.
        self._last[:] = [((path, method), made)]
        return made

    def _beyond(self, path: str, asked: Asked) -> str:
        """Why openapi-core cannot read what an operation declares; empty where it can."""
        if path not in self._strict.whole.get("paths", {}):
            return "a path that the document writes otherwise"
        for parameter in self._strict.declared(path, asked.method.lower()):
            schema = self._strict.resolved(parameter.get("schema"))
            style = parameter.get("style", "form" if parameter.get("in") in {"query", "cookie"} else "simple")
            is_object = any(one.get("type") == "object" or "properties" in one for one in self._members(schema))
            items = self._strict.resolved(schema.get("items"))
            is_more = items.get("type") in {"object", "array"} or not {"properties", *COMBINING}.isdisjoint(items)
            if is_more and "content" not in parameter:
                return "a parameter with objects or lists in a list"
            fields = map(self._strict.resolved, (schema.get("properties") or {}).values())
            if style == "deepObject" and any(
                field.get("type") in {"object", "array"} or "properties" in field for field in fields
            ):
                return "a parameter of style deepObject with an object or a list in it"
            if style in {"spaceDelimited", "matrix", "label", QUERY_STRING} or (style == "form" and is_object):
                return f"a parameter of style {style}"
        return self._beyond_in_body(path, asked)

    def _members(self, schema: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        """A schema and those of which it is made."""
        parts = (found for word in COMBINING if isinstance(found := schema.get(word), list))
        return [schema, *(self._strict.resolved(one) for found in parts for one in found)]

    def _beyond_in_body(self, path: str, asked: Asked) -> str:
        """Why openapi-core cannot read the form that an operation declares; empty where it can, or there is none."""
        operation = self._strict.whole["paths"][path].get(asked.method.lower(), {})
        content = self._strict.resolved(operation.get("requestBody")).get("content") or {}
        kind = dict(asked.headers).get("content-type", "").partition(";")[0]
        if kind and kind not in content and content and not any(map(is_media_type, content)):
            return "a body of what is no media type"
        if kind and kind not in content and not media.FORM_SLIPS.keys().isdisjoint(content):
            return "a form under a name that is no media type"
        schema = self._strict.resolved(content.get(kind, {}).get("schema"))
        is_object = "properties" in schema or schema.get("type") in {"object", "array"}
        if is_object and media.family(kind) in {"text", "bytes"}:
            return "a text that is declared as something else"
        return self._beyond_in_form(content.get(kind, {}), kind)

    def _beyond_in_form(self, about: dict[str, Any], kind: str) -> str:
        """The same of a form; empty of any other body."""
        encodings = {name: self._strict.resolved(found) for name, found in (about.get("encoding") or {}).items()}
        if any({"style", "explode"} & {*encoding} for encoding in encodings.values()):
            return "a form whose fields have styles"
        schema = self._strict.resolved(about.get("schema"))
        if "form" not in kind:
            return ""
        if schema.get("type", "object") != "object":
            return "a form that is declared as something else"
        fields = {name: self._strict.resolved(found) for name, found in (schema.get("properties") or {}).items()}
        if any(field.get("type") == "object" or "allOf" in field for field in fields.values()):
            return "a form with an object in it"
        # Each item is JSON. openapi-core reads it where an encoding says so, and objects in the parts of a form.
        unread = {"array"} if "multipart" in kind else {"array", "object"}
        kinds = {name: str(encoding.get("contentType")) for name, encoding in encodings.items()}
        texts = [field for name, field in fields.items() if not _is_json(kinds.get(name, ""))]
        is_nested = any(self._strict.resolved(field.get("items")).get("type") in unread for field in texts)
        return "a form with objects or lists in a list" if is_nested else ""

    def _let_pass(self, path: str, asked: Asked) -> Iterator[str]:
        """What openapi-core lets pass: a query undeclared or there twice, an empty key, a body that nobody reads."""
        parameters = [item for item in self._strict.declared(path, asked.method.lower()) if item.get("in") == "query"]
        declared = {item.get("name"): item for item in parameters} | dict.fromkeys(self._strict.keys("query"))
        loose = any(item.get("style") == "deepObject" for item in parameters)
        names = [name for name, _ in asked.query]
        for name in dict.fromkeys(names):
            if name not in declared:
                if not loose:
                    yield without_controls(f"no query parameter {name!r} is declared"[:LONGEST])
            elif names.count(name) > 1 and not self._is_list(declared[name]):
                yield without_controls(f"the query parameter {name!r} is there {names.count(name)} times"[:LONGEST])
        for key in self._strict.keys("header"):
            if not dict(asked.headers).get(str(key).lower(), "x").strip():
                yield without_controls(f"{key} is empty"[:LONGEST])
        is_sent = asked.body or "content-type" in asked.header_values
        if is_sent and "requestBody" not in self._strict.whole["paths"][path].get(asked.method.lower(), {}):
            yield f"{asked.method} has a body, and none is declared"

    def _is_list(self, parameter: Mapping[str, Any] | None) -> bool:
        schema = self._strict.resolved((parameter or {}).get("schema"))
        return schema.get("type", "array") == "array" or not COMBINING.isdisjoint(schema)


def _request(asked: Asked) -> _Request:
    from openapi_core.datatypes import RequestParameters  # noqa: PLC0415 - an extra
    from werkzeug.datastructures import Headers, ImmutableMultiDict  # noqa: PLC0415 - comes with it
    from werkzeug.http import parse_cookie  # noqa: PLC0415 - as well

    headers = Headers(list(asked.headers))
    cookies = parse_cookie(headers.get("cookie", ""))
    parameters = RequestParameters(
        query=ImmutableMultiDict(asked.query),
        header=headers,
        # The values are in the form of a query, and openapi-core takes them as they are.
        cookie=ImmutableMultiDict([(name, unquote(value)) for name, value in cookies.items(multi=True)]),
        path={},
    )
    # A slash within a value would look like one of the path.
    path = asked.path if "%2f" in asked.path.lower() else unquote(asked.path)
    return _Request(known_method(asked.method), path, parameters, asked.body or None, headers.get("content-type", ""))


def _is_success(status: int) -> bool:
    return status // 100 == 2  # noqa: PLR2004 - the class of statuses is its own name


def _is_odd(path: str) -> bool:
    """Whether a template has more in a segment than text or one parameter, or characters that no path has."""
    return any("{" in part and (part[0] != "{" or part.find("}") != len(part) - 1) for part in path.split("/")) or bool(
        {"#", "?"} & set(path)
    )


class _Readers(dict[str, Any]):
    """What reads a body by its media type, where openapi-core knows only some of them by name."""

    def __contains__(self, kind: object) -> bool:
        if not isinstance(kind, str) or "form" in kind:
            return False
        return _is_json(kind) or reading(kind) == "text" or "*" in kind

    def __getitem__(self, kind: str) -> Any:
        from openapi_core.deserializing.media_types.util import json_loads, plain_loads  # noqa: PLC0415 - an extra

        if "*" not in kind:
            return json_loads if _is_json(kind) else plain_loads

        def by_content(body: bytes, **options: str) -> Any:
            try:
                return json_loads(body, **options)
            except ValueError:
                return plain_loads(body, **options)

        return by_content


def _is_json(kind: str) -> bool:
    return is_json(essence(kind))


def _is_text(body: bytes) -> bool:
    try:
        body.decode()
    except UnicodeDecodeError:
        return False
    return True
