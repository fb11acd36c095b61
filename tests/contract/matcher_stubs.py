"""Mappings with every matcher and every way of answering that the embedded server has, one path each."""

from typing import Any, Final

_JSON: Final = {"Number": "INV-1", "Id": 7, "Items": [{"Cost": 1.5, "Note": None}, {"Cost": 2}], "Paid": False}


def _header(matcher: dict[str, Any]) -> dict[str, Any]:
    return {"headers": {"X-Test": matcher}}


def _query(matcher: dict[str, Any]) -> dict[str, Any]:
    return {"queryParameters": {"q": matcher}}


def _body(*matchers: dict[str, Any]) -> dict[str, Any]:
    return {"bodyPatterns": list(matchers)}


def _path(expression: str, **matcher: Any) -> dict[str, Any]:
    return _body({"matchesJsonPath": {"expression": expression} | matcher if matcher else expression})


TEXTS: Final[list[dict[str, Any]]] = [
    {"equalTo": "abc"},
    {"equalTo": "ABC", "caseInsensitive": True},
    {"equalTo": "abc", "caseInsensitive": False},
    {"equalTo": "a b"},
    {"contains": "b"},
    {"contains": "é"},
    {"doesNotContain": "b"},
    {"matches": "a.c|[0-9]+"},
    {"matches": r"\w+"},
    {"matches": "(?i)ABC"},
    {"matches": ""},
    {"doesNotMatch": "a.*"},
    {"absent": True},
]
_PATHS: Final[list[dict[str, Any]]] = [
    _path("$.Id"),
    _path("$.Paid"),
    _path("$.Items"),
    _path("$.Items[0].Note"),
    _path("$.Items[-1].Cost"),
    _path("$.Items[*].Cost"),
    _path("$.Items[*].Note"),
    _path("$..Cost"),
    _path("$..*"),
    _path("$.Items[0:1]"),
    _path("$['Number']"),
    _path("$"),
    _path("$.Number", absent=True),
    _path("$.Items", absent=True),
    _path("$.Items[0].Note", absent=True),
    _path("$.Items", contains="Cost"),
    _path("$.Items[0]", contains="Cost"),
    _path("$", contains="INV"),
    _path("$.Number", equalTo="INV-1"),
    _path("$.Number", contains="INV"),
    _path("$.Number", doesNotMatch="INV-.*"),
    _path("$.Number", doesNotContain="INV"),
    _path("$.Id", equalTo="7"),
    _path("$.Paid", equalTo="false"),
    _path("$.Id", matches="[0-9]+"),
    _path("$.Items[*].Cost", equalTo="2"),
    _path("$.Items[*].Cost", matches=r"[0-9]+\.[0-9]+"),
    _path("$..Note", doesNotMatch="x"),
]
_JSONS: Final[list[dict[str, Any]]] = [
    _body({"equalToJson": _JSON}),
    _body({"equalToJson": '{"Id": 7}', "ignoreExtraElements": True}),
    _body({"equalToJson": {"Items": [{"Cost": 2}]}, "ignoreExtraElements": True, "ignoreArrayOrder": True}),
    _body({"equalToJson": {"Items": [{"Cost": 2}]}, "ignoreExtraElements": True}),
    _body({"equalToJson": [1, 2, [3]], "ignoreArrayOrder": True}),
    _body({"equalToJson": [1, 2, [3]]}),
    _body({"equalToJson": [1, 1, 2], "ignoreArrayOrder": True, "ignoreExtraElements": True}),
    _body({"equalToJson": "7"}),
    _body({"equalToJson": "null"}),
    _body({"equalToJson": {}, "ignoreExtraElements": True}),
    _body({"equalToJson": {"a": None}, "ignoreExtraElements": True}),
    _body({"equalToJson": {"a": None}}),
]
_URLS: Final[list[dict[str, Any]]] = [
    {"url": "/u/0?q=abc"},
    {"url": "/u/1"},
    {"urlPattern": r"/u/2\?q=[a-c]+"},
    {"urlPathPattern": "/u/3/[0-9]+"},
    {"urlPath": "/u/4/a%20b"},
    {"urlPath": "/u/5/a b"},
    {"urlPath": "/u/6"},
    {"urlPathPattern": "/u/7.*", "method": "GET"},
]
_ANSWERS: Final[list[dict[str, Any]]] = [
    {},
    {"status": 299, "statusMessage": "Nearly"},
    {"status": 204, "body": "nothing of this is sent"},
    {"status": 304},
    {"body": "é €", "headers": {"Content-Type": "text/plain; charset=utf-8"}},
    {"base64Body": "AAEC/w==", "headers": {"X-Two": ["1", "2"], "x-empty": ""}},
    {"jsonBody": {"money": 100.10, "big": 12345678901234567890, "huge": 1e40, "tiny": 1e-9, "text": "é €", "n": None}},
    {"jsonBody": None},
    {"jsonBody": "Draft"},
    {"jsonBody": [1.0, 0.1, -0.0, 2, True]},
    {"status": 503, "body": "late", "fixedDelayMilliseconds": 30},
    {"body": "0123456789", "chunkedDribbleDelay": {"numberOfChunks": 4, "totalDuration": 40}},
    {"body": "", "chunkedDribbleDelay": {"numberOfChunks": 4, "totalDuration": 40}},
    {"body": "short", "headers": {"Content-Length": "100"}},
    {"body": "not gzip", "headers": {"Content-Encoding": "gzip"}},
    {"fault": "CONNECTION_RESET_BY_PEER"},
    {"fault": "EMPTY_RESPONSE", "fixedDelayMilliseconds": 20},
    {"fault": "MALFORMED_RESPONSE_CHUNK", "status": 503, "body": "nothing of this is sent"},
    {"fault": "RANDOM_DATA_THEN_CLOSE"},
]
_ORDER: Final[list[dict[str, Any]]] = [
    {"name": "low", "priority": 9, "request": {"urlPathPattern": "/o/.*"}},
    {"name": "plain", "request": {"urlPath": "/o/a"}},
    {"name": "high", "priority": 1, "request": {"urlPath": "/o/a", "headers": {"X-Test": {"equalTo": "abc"}}}},
    {"name": "twin one", "request": {"urlPath": "/o/b"}},
    {"name": "twin two", "request": {"urlPath": "/o/b"}},
]
_SCENARIO: Final[list[dict[str, Any]]] = [
    {"name": "step one", "requiredScenarioState": "Started", "newScenarioState": "two", "response": {"status": 503}},
    {"name": "step two", "requiredScenarioState": "two", "newScenarioState": "three", "response": {"status": 429}},
    {"name": "any step", "priority": 8, "response": {"status": 200}},
]


def stubs() -> list[dict[str, Any]]:
    """All of them; a name says what is tried."""
    found: list[dict[str, Any]] = []
    for kind, requests in {
        "h": [_header(matcher) for matcher in TEXTS],
        "q": [_query(matcher) for matcher in TEXTS],
        "b": [_body(matcher) for matcher in TEXTS] + [_body({"contains": "a"}, {"doesNotContain": "b"})],
        "p": _PATHS,
        "j": _JSONS,
    }.items():
        for number, request in enumerate(requests):
            found.append({"name": f"{kind}{number}", "request": {"urlPath": f"/{kind}/{number}"} | request})
    found += [{"name": f"u{number}", "request": request} for number, request in enumerate(_URLS)]
    found += _ORDER
    found += [{"request": {"urlPath": "/s"}, "scenarioName": "steps"} | step for step in _SCENARIO]
    found += [
        {"name": f"a{number}", "request": {"urlPath": f"/a/{number}"}, "response": answer}
        for number, answer in enumerate(_ANSWERS)
    ]
    for stub in found:
        stub["request"].setdefault("method", "ANY")
        stub.setdefault("response", {"status": 200, "body": stub["name"]})
    return found
