"""Reads WireMock mappings strictly: what this server would not do as WireMock does it is refused by name.

So no stub means one thing here and another there. A refusal names the stub and the key.
"""

import base64
import binascii
import re
import warnings
from collections.abc import Collection, Mapping
from decimal import Decimal
from http import HTTPStatus
from typing import Any, Final

import attrs
import jsonpath_rfc9535
import msgspec

from sdkwright.errors import GeneratorError
from sdkwright.stubs.conditions import (
    OPERATORS,
    REGEX_FLAGS,
    BodyCondition,
    Condition,
    CookieCondition,
    FormCondition,
    HeaderCondition,
    JsonCondition,
    PartCondition,
    PathCondition,
    QueryCondition,
    Text,
)
from sdkwright.stubs.equality import JsonOptions
from sdkwright.stubs.exchange import NOT_JSON, Answer, Dribble, Fault, read_json
from sdkwright.stubs.matching import DEFAULT_PRIORITY, Step, Stub, Url

_ENCODER: Final = msgspec.json.Encoder(decimal_format="number")
_URLS: Final = ("url", "urlPath", "urlPattern", "urlPathPattern")
_BODIES: Final = ("body", "jsonBody", "base64Body")
_MAPPING: Final = frozenset(
    {"id", "uuid", "name", "priority", "persistent", "request", "response", "metadata"}
    | {"scenarioName", "requiredScenarioState", "newScenarioState"}
)
_REQUEST: Final = frozenset(
    {"method", *_URLS, "headers", "queryParameters", "cookies"}
    | {"formParameters", "bodyPatterns", "multipartPatterns"}
)
_RESPONSE: Final = frozenset(
    {"status", "statusMessage", "headers", *_BODIES, "fixedDelayMilliseconds", "chunkedDribbleDelay", "fault"}
)
_BODILESS: Final = frozenset({HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED})
_LAST_STATUS: Final = 999
_MAX_ZEROS: Final = 100
_HEADER_NAME: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_HEADER_VALUE: Final = re.compile(r"(?:[!-~\x80-\xff](?:[ \t!-~\x80-\xff]*[!-~\x80-\xff])?)?")
# Filters and functions: Jayway, which WireMock uses, has its own view of them.
_NOT_SHARED: Final = re.compile(r"[?(]")
# Groups that begin with `(?` mean the same for these only; a brace that is no count, and a second `+`, differ too.
_NOT_JAVA: Final = re.compile(r"\(\?(?!:|=|!|<=|<!|i\))|(?<!\\)\{(?!\d+(?:,\d*)?\})|(?<!\\)[*+?}]\+")
_METHOD: Final = re.compile(r"[A-Z0-9!#$%&'*+.^_`|~-]{1,40}")
_UNION: Final = re.compile(r"\[[^\]]*,")
_PLACEHOLDER: Final = re.compile(r"[$#]\{json-unit")


def read_stub(mapping: Mapping[str, Any], *, position: int) -> Stub:
    """One mapping as a stub.

    Args:
        mapping: The mapping; fractions may be `Decimal`.
        position: Which one it is, from 0, for one that has neither name nor id.

    Raises:
        GeneratorError: It uses something that is not supported here.
    """
    name = str(mapping.get("name") or mapping.get("id") or f"number {position + 1}")
    reader = _Reader(name)
    reader.refuse_unknown(mapping, "", _MAPPING)
    request = reader.of(mapping, "request", dict, {})
    reader.refuse_unknown(request, "request.", _REQUEST)
    conditions: list[Condition] = [
        HeaderCondition(key, matcher) for key, matcher in reader.texts(request, "headers").items()
    ]
    conditions += [QueryCondition(key, matcher) for key, matcher in reader.texts(request, "queryParameters").items()]
    conditions += [CookieCondition(key, matcher) for key, matcher in reader.texts(request, "cookies").items()]
    conditions += [FormCondition(key, matcher) for key, matcher in reader.texts(request, "formParameters").items()]
    conditions += reader.bodies(request)
    conditions += reader.parts(request)
    return Stub(
        name=name,
        id=str(mapping.get("id") or mapping.get("uuid") or ""),
        priority=reader.of(mapping, "priority", int, DEFAULT_PRIORITY),
        method=reader.method(request),
        url=reader.url(request),
        conditions=tuple(conditions),
        step=reader.step(mapping),
        answer=reader.answer(reader.of(mapping, "response", dict, {}), reader.stub_headers(mapping)),
    )


@attrs.frozen
class _Reader:
    """Reads one mapping and refuses, in its name, what it does not know."""

    stub: str

    def refusal(self, reason: str) -> GeneratorError:
        return GeneratorError(f"Stub {self.stub!r}: {reason}; the embedded server cannot serve it, WireMock may.")

    def refuse_unknown(self, value: Mapping[str, Any], where: str, known: Collection[str]) -> None:
        if unknown := [key for key in value if key not in known]:
            raise self.refusal(f"{where}{unknown[0]} is not supported")

    def of(self, value: Mapping[str, Any], key: str, kind: type[Any], default: object) -> Any:
        found = value.get(key, default)
        if not isinstance(found, kind) or (isinstance(found, bool) and kind is not bool):
            raise self.refusal(f"{key} must be of type {kind.__name__}")
        return found

    def method(self, request: Mapping[str, Any]) -> str:
        method = self.of(request, "method", str, "ANY")
        if not _METHOD.fullmatch(method) or method == "GET_OR_HEAD":
            raise self.refusal(f"request.method {method[:40]} is no method in capitals alone")
        return str(method)

    def pattern(self, where: str, text: str) -> re.Pattern[str]:
        """A regular expression that means the same to Java; what would not, such as nested sets, Python warns of."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error", FutureWarning)
                found = re.compile(text, REGEX_FLAGS)
        except (re.error, FutureWarning, ValueError, OverflowError) as error:
            raise self.refusal(f"{where} is not a regular expression that Python and Java share ({error})") from None
        if odd := _NOT_JAVA.search(text):
            raise self.refusal(f"{where} is not a regular expression that Python and Java share ({odd[0]})")
        return found

    def url(self, request: Mapping[str, Any]) -> Url:
        keys = [key for key in _URLS if key in request]
        if len(keys) != 1:
            raise self.refusal(f"request has {len(keys)} of {', '.join(_URLS)}, and needs one")
        text = self.of(request, keys[0], str, "")
        pattern = self.pattern(f"request.{keys[0]}", text) if keys[0].endswith("Pattern") else None
        return Url(keys[0], text, whole=keys[0] in {"url", "urlPattern"}, pattern=pattern)

    def texts(self, request: Mapping[str, Any], key: str) -> dict[str, Text]:
        found = self.of(request, key, dict, {})
        return {name: self.text(f"request.{key}.{name}", matcher) for name, matcher in found.items()}

    def text(self, where: str, matcher: object) -> Text:
        """One string matcher."""
        match matcher:
            case {"absent": True, **others} if not others:
                return Text("absent")
            case {"equalTo": str(operand), "caseInsensitive": bool(ignores_case), **others} if not others:
                return Text("equalTo", operand, ignores_case)
            case dict() if len(matcher) == 1:
                [(operator, operand)] = matcher.items()
            case _:
                raise self.refusal(f"{where} must have exactly one of {', '.join(OPERATORS)}, absent: true")
        if operator not in OPERATORS or not isinstance(operand, str):
            raise self.refusal(f"{where}.{operator} is not supported")
        if operator == "equalTo" and not operand:
            # WireMock does not find an empty value among several.
            raise self.refusal(f'{where}.equalTo is empty, which is not supported; use "matches": ""')
        if operator in {"matches", "doesNotMatch"}:
            self.pattern(f"{where}.{operator}", operand)
        return Text(str(operator), operand)

    def bodies(self, request: Mapping[str, Any]) -> list[Condition]:
        return [
            self.body(f"request.bodyPatterns[{index}]", matcher)
            for index, matcher in enumerate(self.of(request, "bodyPatterns", list, []))
        ]

    def parts(self, request: Mapping[str, Any]) -> list[Condition]:
        return [
            self.part(f"request.multipartPatterns[{index}]", pattern)
            for index, pattern in enumerate(self.of(request, "multipartPatterns", list, []))
        ]

    def part(self, where: str, pattern: object) -> Condition:
        match pattern:
            case {"matchingType": ("ANY" | "ALL") as kind, "headers": dict(headers), **others} if not others:
                texts = ((name.lower(), self.text(f"{where}.headers.{name}", text)) for name, text in headers.items())
                return PartCondition(tuple(texts), every=kind == "ALL")
            case _:
                raise self.refusal(f"{where} must have matchingType and headers and nothing else")

    def body(self, where: str, matcher: object) -> Condition:
        match matcher:
            case {"equalToJson": expected, **options}:
                return self.json(where, expected, options)
            case {"matchesJsonPath": str(expression), **others} if not others:
                return PathCondition(expression, self.path(where, expression))
            case {"matchesJsonPath": {"expression": str(expression), **operator}, **others} if not others:
                path, inner = self.path(where, expression), self.text(f"{where}.matchesJsonPath", operator)
                if inner.operator == "absent" and not path.singular_query():
                    raise self.refusal(f"{where}.matchesJsonPath: absent needs a path to one place")
                return PathCondition(expression, path, inner)
            case _:
                return BodyCondition(self.text(where, matcher))

    def json(self, where: str, expected: object, options: Mapping[Any, Any]) -> JsonCondition:
        self.refuse_unknown(options, f"{where}.", {"ignoreArrayOrder", "ignoreExtraElements"})
        # Normalised through text, so that fractions are exact whoever read the mapping.
        text = expected if isinstance(expected, str) else _ENCODER.encode(expected).decode()
        value = read_json(text, fraction=Decimal)
        if value is NOT_JSON:
            raise self.refusal(f"{where}.equalToJson is not JSON")
        if _PLACEHOLDER.search(text):
            raise self.refusal(f"{where}.equalToJson has a placeholder, which is not supported")
        order, extra = (
            self.of(options, key, bool, default=False) for key in ("ignoreArrayOrder", "ignoreExtraElements")
        )
        return JsonCondition(value, JsonOptions(array_order=order, extra_elements=extra))

    def path(self, where: str, expression: str) -> jsonpath_rfc9535.JSONPathQuery:
        # Text in quotes may look like anything.
        bare = re.sub(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"", "''", expression)
        try:
            found = jsonpath_rfc9535.compile(expression)
        except jsonpath_rfc9535.JSONPathError as error:
            said = " ".join(str(error).split())
            raise self.refusal(f"{where}.matchesJsonPath {expression} is not a JSONPath of RFC 9535 ({said})") from None
        if _NOT_SHARED.search(bare):
            raise self.refusal(f"{where}.matchesJsonPath {expression} has a filter, which is not supported")
        if _UNION.search(bare):
            raise self.refusal(f"{where}.matchesJsonPath {expression} has a list of names, which is not supported")
        return found

    def step(self, mapping: Mapping[str, Any]) -> Step | None:
        keys = ("scenarioName", "requiredScenarioState", "newScenarioState")
        scenario, required, new = (self.of(mapping, key, str, "") for key in keys)
        if not scenario and (required or new):
            raise self.refusal("a scenario state needs scenarioName")
        return Step(scenario, required or None, new or None) if scenario else None

    def stub_headers(self, mapping: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
        """The headers by which an answer says, as WireMock's do, which stub gave it."""
        pairs = (("Matched-Stub-Id", mapping.get("id")), ("Matched-Stub-Name", mapping.get("name")))
        return tuple(
            (name, value) for name, value in pairs if isinstance(value, str) and _HEADER_VALUE.fullmatch(value)
        )

    def answer(self, response: Mapping[str, Any], stub_headers: tuple[tuple[str, str], ...]) -> Answer:
        self.refuse_unknown(response, "response.", _RESPONSE)
        status = self.of(response, "status", int, 200)
        if not HTTPStatus.OK <= status <= _LAST_STATUS:
            raise self.refusal(f"response.status {status} is not that of a whole answer")
        headers, body = self.headers(response), self.content(response)
        answer = Answer(
            status=status,
            headers=(*headers, *stub_headers),
            body=b"" if status in _BODILESS else body,
            reason=self.reason(response),
            delay=self.delay(response),
            dribble=self.dribble(response),
            fault=self.fault(response),
        )
        if answer.announced is not None and answer.announced < len(body):
            raise self.refusal("response.headers.Content-Length is less than the body")
        return answer

    def reason(self, response: Mapping[str, Any]) -> str:
        text = self.of(response, "statusMessage", str, "")
        if not _HEADER_VALUE.fullmatch(text):
            raise self.refusal("response.statusMessage is not text on one line")
        return str(text)

    def delay(self, response: Mapping[str, Any]) -> float:
        milliseconds = self.of(response, "fixedDelayMilliseconds", int, 0)
        if milliseconds < 0:
            raise self.refusal(f"response.fixedDelayMilliseconds {milliseconds} is less than 0")
        return float(milliseconds / 1000)

    def headers(self, response: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
        found: list[tuple[str, str]] = []
        for name, value in self.of(response, "headers", dict, {}).items():
            values = value if isinstance(value, list) else [value]
            texts = [text for text in values if isinstance(text, str) and _HEADER_VALUE.fullmatch(text)]
            if not _HEADER_NAME.fullmatch(name) or not values or len(texts) != len(values):
                raise self.refusal(f"response.headers.{name} is no header, or its value is not text on one line")
            if name.lower() in {"transfer-encoding", "connection"}:
                raise self.refusal(f"response.headers.{name} is the server's own affair, which is not supported")
            if name.lower() == "content-length" and not (len(texts) == 1 and re.fullmatch("[0-9]{1,9}", texts[0])):
                raise self.refusal(f"response.headers.{name} is not one number")
            found += [(name, text) for text in texts]
        return tuple(found)

    def content(self, response: Mapping[str, Any]) -> bytes:
        keys = [key for key in _BODIES if key in response]
        if len(keys) > 1:
            raise self.refusal(f"response has both {keys[1]} and {keys[0]}")
        match keys:
            case []:
                return b""
            case ["jsonBody"]:
                # WireMock takes null for no body at all.
                value = response["jsonBody"]
                return b"" if value is None else _ENCODER.encode(_plain(value))
            case ["body"]:
                return str(self.of(response, "body", str, "")).encode()
            case _:
                try:
                    return base64.b64decode(self.of(response, "base64Body", str, ""), validate=True)
                except binascii.Error as error:
                    raise self.refusal(f"response.base64Body is not base64 ({error})") from None

    def dribble(self, response: Mapping[str, Any]) -> Dribble | None:
        if "chunkedDribbleDelay" not in response:
            return None
        match response["chunkedDribbleDelay"]:
            case {"numberOfChunks": int(chunks), "totalDuration": int(duration), **others} if not others:
                if chunks > 0 and duration >= 0:
                    return Dribble(chunks, duration / 1000)
        raise self.refusal("response.chunkedDribbleDelay needs numberOfChunks and totalDuration and nothing else")

    def fault(self, response: Mapping[str, Any]) -> Fault | None:
        found = response.get("fault")
        try:
            return None if found is None else Fault(found)
        except ValueError:
            raise self.refusal(f"response.fault {found} is not supported") from None


def _plain(value: object) -> object:
    """`value` with numbers as WireMock writes them: never as -0, and with an exponent only beyond any amount."""
    match value:
        case dict():
            return {key: _plain(item) for key, item in value.items()}
        case list():
            return [_plain(item) for item in value]
        case float():
            return _plain(Decimal(repr(value)))
        case Decimal():
            return msgspec.Raw(format(value or abs(value), "f" if abs(value.adjusted()) <= _MAX_ZEROS else "").encode())
        case _:
            return value
