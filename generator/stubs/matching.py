"""The part of WireMock's mapping format that our stubs use: read strictly, matched as WireMock matches.

A mapping that uses anything else is refused by name, so that no stub means one thing here and another in WireMock.
"""

import difflib
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

import attrs
import msgspec
from werkzeug.datastructures import Headers
from werkzeug.wrappers import Request

from generator.errors import GeneratorError

DEFAULT_PRIORITY = 5
"""WireMock's own; a lower number is asked first."""

_ENCODER = msgspec.json.Encoder(decimal_format="number")
_URL_KEYS = ("url", "urlPath", "urlPathPattern")
_OPERATORS: dict[str, tuple[str, Callable[[str, str], bool]]] = {
    "equalTo": ("is not", lambda operand, value: value == operand),
    "contains": ("does not contain", lambda operand, value: operand in value),
    "matches": ("does not match", lambda operand, value: re.fullmatch(operand, value) is not None),
}


@attrs.frozen
class Condition:
    """What one header or query parameter must be.

    Attributes:
        label: What it is about, for people: `header Accept`.
        name: The header or parameter.
        operator: A key of `_OPERATORS`, or `absent`.
        operand: The text to compare with.
    """

    label: str
    name: str
    operator: str
    operand: str

    def miss(self, values: Sequence[str]) -> str | None:
        """Why `values`, all that were sent under the name, do not satisfy this; None when one of them does.

        The sentence never shows what was sent: it may be a secret.
        """
        if self.operator == "absent":
            return f"{self.label} is present" if values else None
        if not values:
            return f"{self.label} is missing"
        wrong, holds = _OPERATORS[self.operator]
        return None if any(holds(self.operand, value) for value in values) else f'{self.label} {wrong} "{self.operand}"'


@attrs.frozen
class Reply:
    """What a stub answers: status, headers, and a body of bytes."""

    status: int
    headers: Headers
    body: bytes


@attrs.frozen
class Stub:
    """One mapping, read.

    Attributes:
        name: The mapping's name, or its id, or its position.
        priority: Lower is asked first.
        method: Upper case, or `ANY`.
        url_key: Which of `url`, `urlPath` and `urlPathPattern` it has.
        url: Its text.
        headers: Conditions on headers, whose names ignore case.
        query: Conditions on query parameters.
        reply: The answer.
    """

    name: str
    priority: int
    method: str
    url_key: str
    url: str
    headers: tuple[Condition, ...]
    query: tuple[Condition, ...]
    reply: Reply

    def misses(self, request: Request) -> list[str]:
        """Why this stub does not answer `request`, one reason each; empty when it does."""
        return list(self._misses(request))

    def _misses(self, request: Request) -> Iterator[str]:
        if self.method not in {"ANY", request.method}:
            yield f"method is not {self.method}"
        if not self._is_url(request):
            yield f"{self.url_key} is not {self.url}"
        found = [condition.miss(request.headers.getlist(condition.name)) for condition in self.headers]
        found += [condition.miss(request.args.getlist(condition.name)) for condition in self.query]
        yield from filter(None, found)

    def _is_url(self, request: Request) -> bool:
        if self.url_key == "urlPathPattern":
            return re.fullmatch(self.url, request.path) is not None
        return self.url == (_full_url(request) if self.url_key == "url" else request.path)

    def distance(self, request: Request) -> tuple[float, bool, int]:
        """How far `request` is from this stub, to be compared: by address first, then method, then the rest."""
        misses = self.misses(request)
        likeness = 1.0 if self._is_url(request) else difflib.SequenceMatcher(None, self.url, request.path).ratio()
        return -likeness, self.method not in {"ANY", request.method}, len(misses)


def in_order(mappings: Sequence[Mapping[str, Any]]) -> list[Stub]:
    """`mappings` as stubs in the order in which they are asked: by priority, and of equals the last first.

    Raises:
        GeneratorError: A mapping uses something that is not supported here; the sentence names mapping and key.
    """
    stubs = [_stub(mapping, index) for index, mapping in enumerate(mappings)]
    stubs.reverse()
    return sorted(stubs, key=lambda stub: stub.priority)


def nearest(stubs: Sequence[Stub], request: Request) -> str:
    """A sentence about the stub that comes closest to `request`, and why it did not answer."""
    if not stubs:
        return "There are no stubs."
    stub = min(stubs, key=lambda stub: stub.distance(request))
    return f"The nearest is {stub.name} ({stub.method} {stub.url}): {'; '.join(stub.misses(request))}."


def _full_url(request: Request) -> str:
    query = request.query_string.decode("latin-1")
    return f"{request.path}?{query}" if query else request.path


def _stub(mapping: Mapping[str, Any], index: int) -> Stub:
    name = str(mapping.get("name") or mapping.get("id") or f"number {index + 1}")
    reader = _Reader(name)
    reader.only(mapping, "", {"id", "uuid", "name", "priority", "request", "response", "metadata"})
    request = reader.of(mapping, "request", dict, {})
    reader.only(request, "request.", {"method", *_URL_KEYS, "headers", "queryParameters"})
    urls = [key for key in _URL_KEYS if key in request]
    if len(urls) != 1:
        raise reader.refusal(f"request has {len(urls)} of {', '.join(_URL_KEYS)}, and needs one")
    url = reader.of(request, urls[0], str, "")
    if urls[0] == "urlPathPattern":
        reader.pattern("request.urlPathPattern", url)
    return Stub(
        name=name,
        priority=reader.of(mapping, "priority", int, DEFAULT_PRIORITY),
        method=reader.of(request, "method", str, "ANY").upper(),
        url_key=urls[0],
        url=url,
        headers=reader.conditions(request, "headers", "header"),
        query=reader.conditions(request, "queryParameters", "query parameter"),
        reply=reader.reply(reader.of(mapping, "response", dict, {})),
    )


@attrs.frozen
class _Reader:
    """Reads one mapping and refuses, in its name, what it does not know."""

    mapping: str

    def refusal(self, reason: str) -> GeneratorError:
        return GeneratorError(f"Stub {self.mapping!r}: {reason}; the embedded server cannot serve it, WireMock may.")

    def only(self, value: Mapping[str, Any], where: str, known: Collection[str]) -> None:
        if unknown := [key for key in value if key not in known]:
            raise self.refusal(f"{where}{unknown[0]} is not supported")

    def of(self, value: Mapping[str, Any], key: str, kind: type[Any], default: object) -> Any:
        found = value.get(key, default)
        if not isinstance(found, kind) or isinstance(found, bool):
            raise self.refusal(f"{key} must be of type {kind.__name__}")
        return found

    def pattern(self, where: str, text: str) -> None:
        try:
            re.compile(text)
        except re.error as error:
            raise self.refusal(f"{where} is not a regular expression ({error})") from None

    def conditions(self, request: Mapping[str, Any], key: str, label: str) -> tuple[Condition, ...]:
        return tuple(
            self._condition(f"request.{key}.{name}", f"{label} {name}", name, matcher)
            for name, matcher in self.of(request, key, dict, {}).items()
        )

    def _condition(self, where: str, label: str, name: str, matcher: object) -> Condition:
        match matcher:
            case {"absent": True, **others} if not others:
                return Condition(label, name, "absent", "")
            case dict() if len(matcher) == 1:
                [(operator, operand)] = matcher.items()
            case _:
                raise self.refusal(f"{where} must have exactly one of {', '.join(_OPERATORS)}, absent: true")
        if operator not in _OPERATORS or not isinstance(operand, str):
            raise self.refusal(f"{where}.{operator} is not supported")
        if operator == "matches":
            self.pattern(f"{where}.matches", operand)
        return Condition(label, name, operator, operand)

    def reply(self, response: Mapping[str, Any]) -> Reply:
        self.only(response, "response.", {"status", "headers", "jsonBody", "body"})
        if "jsonBody" in response and "body" in response:
            raise self.refusal("response has both jsonBody and body")
        json_body = _ENCODER.encode(response["jsonBody"]) if "jsonBody" in response else b""
        try:
            headers = Headers(self.of(response, "headers", dict, {}))
        except (TypeError, ValueError) as error:
            raise self.refusal(f"response.headers: {error}") from None
        body = self.of(response, "body", str, "").encode() or json_body
        return Reply(self.of(response, "status", int, 200), headers, body)
