"""Stubs for what goes wrong: a request chooses one with the header `x-stub`, whatever operation it is for.

An operation that has no such stub answers as usual. Where a scenario is over, it answers as usual too, so that a retry
succeeds.
"""

import json
from collections.abc import Iterator
from typing import Final

from sdkwright.emit.answers import answers_of, has_one_answer
from sdkwright.error_paths import place
from sdkwright.ir import Operation, Type
from sdkwright.ir.choices import most_members
from sdkwright.project import Project
from sdkwright.stubs.answers import JSON_SENT, headers_of, json_answer, main_answer
from sdkwright.stubs.bodies import Bodies
from sdkwright.stubs.paging import paging
from sdkwright.stubs.shapes import Edge, Mapping
from sdkwright.stubs.unions import with_unknown_members
from sdkwright.stubs.variants import variants

MEMBER: Final = "member-"
"""The beginning of the names of the answers with another member of each union."""

MEMBERS: Final = 12
"""How many members of a union have an answer of their own."""

HEADER: Final = "x-stub"
"""The request header whose value names an edge."""

_JSON: Final = {"Content-Type": JSON_SENT}
_HTML: Final = {"Content-Type": "text/html"}
_STATUSES: Final = {
    400: "The request is invalid.",
    401: "Authorization has been denied for this request.",
    403: "The account has no access to this resource.",
    404: "No HTTP resource was found that matches the request.",
    409: "The resource was changed meanwhile.",
    422: "The request cannot be carried out.",
    429: "Too many requests.",
    500: "An error has occurred.",
    502: "Bad gateway.",
    503: "The service is unavailable.",
}
_PAGE: Final = "<html><head><title>{status}</title></head><body><h1>{status}</h1><p>{said}</p><hr>nginx</body></html>"
_PAST: Final = "Mon, 05 Jan 2026 08:00:00 GMT"
_FUTURE: Final = "Thu, 31 Dec 2099 23:59:59 GMT"
_NESTED: Final = 2_000
_DRIBBLE: Final = {"chunkedDribbleDelay": {"numberOfChunks": 3, "totalDuration": 300}}


def generic_edges(project: Project) -> list[Edge]:
    """The edges that every operation of a project has alike."""
    return [*_errors(project), *_waits(), *_successes(), *_breaks(), *_retries()]


def operation_edges(operation: Operation, bodies: Bodies) -> Iterator[Edge]:
    """The edges of one operation, made from the type of its answer.

    Args:
        operation: The operation.
        bodies: Makes answers.
    """
    content = operation.success.content
    if content is None:
        yield "delay", {"response": {"status": 204, "fixedDelayMilliseconds": 300}}
        return
    if not has_one_answer(operation) and answers_of(operation)[0].reading != "json":
        plain_answer = main_answer(operation, bodies)
        yield "delay", {"response": plain_answer | {"fixedDelayMilliseconds": 300}}
        yield "dribble", {"response": plain_answer | _DRIBBLE}
        return
    plain = bodies.answer(content.type, operation=operation.name)
    changed = dict(variants(plain, content.type, bodies))
    late = changed["nulls"] if isinstance(plain, dict | list) else plain
    own = json_answer(operation)
    for name, body in changed.items():
        yield name, {"response": own | _json(body)}
    declared = {"headers": own["headers"] | headers_of(operation.success, bodies)}
    for name, body in _of_unions(content.type, operation.name, bodies):
        yield name, {"response": own | declared | _json(body)}
    yield "delay", {"response": own | _json(late) | {"fixedDelayMilliseconds": 300}}
    yield "dribble", {"response": own | _json(late) | _DRIBBLE}
    yield from paging(operation, plain, content.type, bodies, own)


def _of_unions(type_: Type, operation: str, bodies: Bodies) -> Iterator[tuple[str, object]]:
    """Answers with each other member of the unions inside, and one with members that the document does not have."""
    known = bodies.answer(type_, operation=operation)
    if (unknown := with_unknown_members(known, type_, bodies.schemas)) != known:
        yield "unknown-members", unknown
    for number in range(1, min(most_members(type_, bodies.schemas), MEMBERS)):
        if not bodies.has_room():
            return
        yield f"{MEMBER}{number + 1}", bodies.answer(type_, operation=operation, choice=number)


def _json(body: object) -> Mapping:
    # A jsonBody of null is no body to WireMock.
    return {"body": "null"} if body is None else {"jsonBody": body}


def _errors(project: Project) -> Iterator[Edge]:
    declared, texts = project.configuration.errors, project.examples.errors
    key, messages = (*declared.message, "message")[0], {**_STATUSES, **texts.messages}
    for status in _STATUSES:
        said, named = messages[status], {"x-request-id": f"stub-{status}"}
        yield f"{status}-json", _answer(status, _JSON | named, jsonBody=place({}, key, said))
        yield f"{status}-empty", _answer(status, named)
        yield f"{status}-html", _answer(status, _HTML, body=_PAGE.format(status=status, said=said))
    for status in (429, 503):
        for name, value in (("seconds", "2"), ("past", _PAST), ("date", _FUTURE), ("nonsense", "soon")):
            headers = _JSON | {"Retry-After": value}
            yield f"{status}-retry-after-{name}", _answer(status, headers, jsonBody=place({}, key, messages[status]))
    if declared.fields:
        invalid = place(place({}, key, messages[400]), declared.fields, dict(texts.fields))
        yield "400-model-state", _answer(400, _JSON, jsonBody=invalid)
    yield "500-exception", _answer(500, _JSON, jsonBody={**place({}, key, messages[500]), **texts.exception})
    yield "409-text", _answer(409, _JSON, body=f'"{messages[409]}"')
    cut = json.dumps(place({}, key, messages[500][:16]), ensure_ascii=False)
    yield "500-cut", _answer(500, _JSON, body=cut.rstrip('"}]'))
    yield "503-phrase", {"response": {"status": 503, "statusMessage": "Back in ten minutes"}}


def _waits() -> Iterator[Edge]:
    yield "hang", {"response": {"status": 503, "fixedDelayMilliseconds": 10_000}}
    yield "500-delay", {"response": {"status": 500, "fixedDelayMilliseconds": 300}}


def _successes() -> Iterator[Edge]:
    """Answers with a status of success that are none."""
    yield "empty", _answer(200, _JSON)
    yield "empty-untyped", {"response": {"status": 200}}
    yield "no-content", {"response": {"status": 204}}
    yield "blank", _answer(200, _JSON, body=" \r\n")
    yield "html", _answer(200, _HTML, body=_PAGE.format(status="Sign in", said="Your session has expired."))
    yield "text", _answer(200, {"Content-Type": "text/plain"}, body="Service is restarting")
    yield "xml", _answer(200, {"Content-Type": "application/xml"}, body="<Invoice><Id>7</Id></Invoice>")
    yield "truncated", _answer(200, _JSON, body='{"Id": 3971, "Number": "INV-00')
    yield "trailing", _answer(200, _JSON, body='{"Id": 3971} trailing')
    yield "garbage", _answer(200, _JSON, base64Body="AP/+fwGAiYqLjI2Oj5A=")
    yield "shapeless", _answer(200, _JSON, jsonBody=[[[]]])
    yield "nested", _answer(200, _JSON, body="[" * _NESTED + "]" * _NESTED)
    yield "not-finite", _answer(200, _JSON, body='{"TotalAmount": NaN}')
    yield (
        "latin-1",
        _answer(200, {"Content-Type": "application/json; charset=iso-8859-1"}, base64Body="eyJOYW1lIjogIkr8cmdlbiJ9"),
    )
    yield "utf-16", _answer(200, {"Content-Type": "application/json; charset=utf-16"}, base64Body="//57AH0A")
    yield "gzip-false", _answer(200, _JSON | {"Content-Encoding": "gzip"}, body="{}")
    yield "gzip-cut", _answer(200, _JSON | {"Content-Encoding": "gzip"}, base64Body="H4sIAAAAAAAC/6tWyk==")
    yield "brotli", _answer(200, _JSON | {"Content-Encoding": "br"}, body="{}")
    yield "redirect", _answer(302, {"Location": "https://elsewhere.example/api"})
    yield "redirect-307", _answer(307, {"Location": "https://elsewhere.example/api"})


def _breaks() -> Iterator[Edge]:
    for name, fault in (
        ("reset", "CONNECTION_RESET_BY_PEER"),
        ("hang-up", "EMPTY_RESPONSE"),
        ("bad-chunk", "MALFORMED_RESPONSE_CHUNK"),
        ("noise", "RANDOM_DATA_THEN_CLOSE"),
    ):
        yield name, {"response": {"status": 200, "fault": fault}}
    yield "cut-short", _answer(200, _JSON | {"Content-Length": "1000"}, body='{"Id": 3971, "Number"')
    yield "503-cut-short", _answer(503, _HTML | {"Content-Length": "1000"}, body="<html><head>")


def _retries() -> Iterator[Edge]:
    """First some failures, then the operation's own answer; `x-stub` stays the same."""
    unavailable: Mapping = {"status": 503}
    limited: Mapping = {"status": 429}
    courses: dict[str, list[Mapping]] = {
        "retry-503": [unavailable],
        "retry-503-twice": [unavailable, {"status": 502}],
        "retry-503-now": [unavailable | {"headers": {"Retry-After": "0"}}],
        "retry-503-later": [unavailable | {"headers": {"Retry-After": "1"}}],
        "retry-503-past": [unavailable | {"headers": {"Retry-After": _PAST}}],
        "retry-429": [limited | {"headers": {"Retry-After": "0"}}],
        "retry-reset": [{"status": 200, "fault": "CONNECTION_RESET_BY_PEER"}],
        "retry-hang-up": [{"status": 200, "fault": "EMPTY_RESPONSE"}],
        "retry-delay": [{"status": 503, "fixedDelayMilliseconds": 900}],
    }
    for name, responses in courses.items():
        states = ["Started", *(f"failed {count + 1}" for count in range(len(responses)))]
        for index, response in enumerate(responses):
            yield (
                name,
                {
                    "scenarioName": name,
                    "requiredScenarioState": states[index],
                    "newScenarioState": states[index + 1],
                    "response": response,
                },
            )


def _answer(status: int, headers: Mapping, **body: object) -> Mapping:
    return {"response": {"status": status, "headers": headers} | body}
