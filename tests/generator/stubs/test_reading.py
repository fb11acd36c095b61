import re
from decimal import Decimal

import pytest

from sdkwright.errors import GeneratorError
from sdkwright.stubs.exchange import Answer, Asked, Dribble, Fault
from sdkwright.stubs.reading import read_stub


def stub(request, /, *, name="one", **more):
    return {"name": name, "request": {"urlPath": "/a"} | request, "response": {"status": 200, "body": name}} | more


def answer(response) -> Answer:
    return read_stub({"request": {"urlPath": "/a"}, "response": response}, position=0).answer


@pytest.mark.parametrize(
    ("mapping", "key"),
    [
        (stub({"basicAuth": {}}), r"request\.basicAuth"),
        (stub({"urlPathTemplate": "/a/{id}"}), r"request\.urlPathTemplate"),
        (stub({"url": "/a"}), "request has 2 of url"),
        ({"name": "one", "request": {}, "response": {}}, "request has 0 of url"),
        (stub({}, postServeActions=[]), "postServeActions"),
        (stub({}, priority="high"), "priority must be of type int"),
        (stub({}, request=[]), "request must be of type dict"),
        (stub({}, newScenarioState="two"), "needs scenarioName"),
        (stub({}, response={"fault": "EXPLODE"}), r"response\.fault EXPLODE"),
        (stub({}, response={"transformers": ["response-template"]}), r"response\.transformers"),
        (stub({}, response={"proxyBaseUrl": "http://a"}), r"response\.proxyBaseUrl"),
        (stub({}, response={"bodyFileName": "a.json"}), r"response\.bodyFileName"),
        (stub({}, response={"delayDistribution": {"type": "uniform"}}), r"response\.delayDistribution"),
        (stub({}, response={"chunkedDribbleDelay": {"numberOfChunks": 0, "totalDuration": 1}}), "chunkedDribbleDelay"),
        (stub({}, response={"chunkedDribbleDelay": {"numberOfChunks": 2}}), "chunkedDribbleDelay"),
        (stub({}, response={"body": "a", "jsonBody": 1}), "both jsonBody and body"),
        (stub({}, response={"base64Body": "?"}), r"response\.base64Body"),
        (stub({}, response={"status": True}), "status must be of type int"),
        (stub({}, response={"status": 100}), "status 100"),
        (stub({}, response={"headers": {"A": "b\r\nC: d"}}), r"response\.headers\.A"),
        (stub({}, response={"headers": {"A": []}}), r"response\.headers\.A"),
        (stub({}, response={"headers": {"A b": "c"}}), r"response\.headers\.A b"),
        (stub({}, response={"headers": {"Transfer-Encoding": "chunked"}}), r"headers\.Transfer-Encoding"),
        (stub({}, response={"headers": {"Content-Length": "2"}, "body": "abc"}), "Content-Length is less"),
        (stub({}, response={"headers": {"Content-Length": "x"}}), "Content-Length is not one number"),
        (stub({"headers": {"A": {"hasExactly": []}}}), r"request\.headers\.A\.hasExactly"),
        (stub({"headers": {"A": {"equalTo": ""}}}), r"request\.headers\.A\.equalTo is empty"),
        (stub({"headers": {"A": {"contains": "x", "caseInsensitive": True}}}), r"A must have exactly one"),
        (stub({"queryParameters": {"a": {"absent": False}}}), r"request\.queryParameters\.a\.absent"),
        (stub({"queryParameters": {"a": {"equalTo": 1}}}), r"request\.queryParameters\.a\.equalTo"),
        (stub({"queryParameters": {"a": "1"}}), r"request\.queryParameters\.a must have"),
        (stub({"queryParameters": {"a": {"matches": "("}}}), "not a regular expression"),
        (stub({"queryParameters": {"a": {"matches": "[a&&[b]]"}}}), "Python and Java share"),
        (stub({"queryParameters": {"a": {"matches": "(?P<n>a)"}}}), "Python and Java share"),
        *(
            (stub({"queryParameters": {"a": {"matches": text}}}), "Python and Java share")
            for text in ("/api/{id}", "a{,3}", "(a)(?(1)b|c)", "(?a)a", "a(?#x)", "(?u)a", "a*+", "(?P=n)")
        ),
        (stub({"method": "GET_OR_HEAD"}), r"request\.method GET_OR_HEAD"),
        (stub({"method": "get"}), r"request\.method get"),
        (stub({}, response={"statusMessage": "OK\r\nx-evil: 1"}), r"response\.statusMessage"),
        (stub({}, response={"fixedDelayMilliseconds": -100}), r"fixedDelayMilliseconds -100 is less than 0"),
        (stub({"bodyPatterns": [{"equalToJson": '"#{json-unit.ignore}"'}]}), "has a placeholder"),
        (stub({"bodyPatterns": [{"matchesJsonPath": "$['a','b']"}]}), "has a list of names"),
        (stub({"bodyPatterns": [{"equalToXml": "<a/>"}]}), r"request\.bodyPatterns\[0\]\.equalToXml"),
        (stub({"bodyPatterns": [{"equalToJson": "{"}]}), r"bodyPatterns\[0\]\.equalToJson is not JSON"),
        (stub({"bodyPatterns": [{"equalToJson": "{}", "ignoreNulls": True}]}), r"bodyPatterns\[0\]\.ignoreNulls"),
        (stub({"bodyPatterns": [{"equalToJson": '"${json-unit.any-string}"'}]}), "has a placeholder"),
        (stub({"bodyPatterns": [{"matchesJsonPath": "$.a["}]}), "not a JSONPath of RFC 9535"),
        (stub({"bodyPatterns": [{"matchesJsonPath": "$.a[?(@.b == 1)]"}]}), "has a filter"),
        (stub({"bodyPatterns": [{"matchesJsonPath": {"expression": "$..a", "absent": True}}]}), "path to one place"),
        (stub({"bodyPatterns": [{"matchesJsonPath": {"expression": "$.a", "equalToJson": "1"}}]}), "equalToJson"),
    ],
)
def test_what_it_cannot_do_it_refuses_by_name(mapping, key):
    with pytest.raises(GeneratorError, match=rf"Stub 'one': .*{key}.*the embedded server cannot serve it"):
        read_stub(mapping, position=0)


def test_one_without_a_name_is_named_by_its_id_or_its_place():
    with pytest.raises(GeneratorError, match="Stub 'number 3'"):
        read_stub({"request": {}}, position=2)
    with pytest.raises(GeneratorError, match="Stub 'abc'"):
        read_stub({"id": "abc", "request": {}}, position=2)


def test_everything_an_answer_may_be():
    assert answer(
        {
            "status": 503,
            "statusMessage": "Gone fishing",
            "headers": {"A": ["1", "2"], "B": ""},
            "body": "é",
            "fixedDelayMilliseconds": 250,
            "chunkedDribbleDelay": {"numberOfChunks": 2, "totalDuration": 500},
            "fault": "EMPTY_RESPONSE",
        }
    ) == Answer(
        status=503,
        headers=(("A", "1"), ("A", "2"), ("B", "")),
        body="é".encode(),
        reason="Gone fishing",
        delay=0.25,
        dribble=Dribble(2, 0.5),
        fault=Fault.EMPTY_RESPONSE,
    )


@pytest.mark.parametrize(
    ("response", "body"),
    [
        ({}, b""),
        ({"body": "null"}, b"null"),
        ({"jsonBody": None}, b""),
        ({"jsonBody": "Draft"}, b'"Draft"'),
        (
            {"jsonBody": {"a": Decimal("100.10"), "b": Decimal("1E+2"), "c": [Decimal("-0.0"), 1e-9]}},
            b'{"a":100.10,"b":100,"c":[0.0,0.000000001]}',
        ),
        ({"base64Body": "AAEC/w=="}, b"\x00\x01\x02\xff"),
        ({"status": 204, "body": "never sent"}, b""),
    ],
)
def test_bodies_are_written_as_wiremock_writes_them(response, body):
    assert answer(response).body == body


def test_an_answer_says_which_stub_gave_it():
    read = read_stub(stub({}, id="7f", name="a stub"), position=0)
    assert read.answer.headers == (("Matched-Stub-Id", "7f"), ("Matched-Stub-Name", "a stub"))


BODY = b'{"Number": "INV-1", "Id": 7, "Items": [{"Cost": 1.5}, {"Cost": 2}], "Note": null, "None": []}'


@pytest.mark.parametrize(
    ("pattern", "body", "found"),
    [
        ({"equalToJson": '{"a": 1.0}'}, b'{"a": 1}', True),
        ({"equalToJson": {"a": True}}, b'{"a": 1}', False),
        ({"equalToJson": {"a": 1}}, b'{"a": 1, "b": 2}', False),
        ({"equalToJson": {"a": 1}, "ignoreExtraElements": True}, b'{"a": 1, "b": 2}', True),
        ({"equalToJson": [1, 2]}, b"[2, 1]", False),
        ({"equalToJson": [1, 2], "ignoreArrayOrder": True}, b"[2, 1]", True),
        ({"equalToJson": [1, 2], "ignoreArrayOrder": True}, b"[2, 1, 1]", False),
        (
            {"equalToJson": [{}, {"a": 1}], "ignoreArrayOrder": True, "ignoreExtraElements": True},
            b'[{"a": 1}, {}]',
            True,
        ),
        ({"equalToJson": "0.1"}, b"0.10", True),
        ({"equalToJson": "{}"}, b"", False),
        ({"matchesJsonPath": "$.Items[*].Cost"}, BODY, True),
        ({"matchesJsonPath": "$.Missing"}, BODY, False),
        ({"matchesJsonPath": "$.Note"}, BODY, False),
        ({"matchesJsonPath": "$.None"}, BODY, False),
        ({"matchesJsonPath": {"expression": "$.Number", "equalTo": "INV-1"}}, BODY, True),
        ({"matchesJsonPath": {"expression": "$.Id", "matches": "[0-9]"}}, BODY, True),
        ({"matchesJsonPath": {"expression": "$.Items[*].Cost", "equalTo": "1.5"}}, BODY, True),
        ({"matchesJsonPath": {"expression": "$.Missing", "doesNotMatch": "x"}}, BODY, False),
        ({"matchesJsonPath": {"expression": "$.Missing", "absent": True}}, BODY, True),
        ({"matchesJsonPath": {"expression": "$.Number", "absent": True}}, BODY, False),
        ({"matchesJsonPath": {"expression": "$.Number", "absent": True}}, b"", True),
        ({"matchesJsonPath": {"expression": "$.Number", "absent": True}}, b"{", False),
        ({"matches": '.*"Id".*'}, b'{\n "Id": 7\n}', True),
        ({"doesNotMatch": '.*"Id".*'}, b'{\n "Id": 7\n}', False),
        ({"matches": r"\{\d{1,2}(?:,\d+)*\}"}, b"{12,7}", True),
        ({"matchesJsonPath": "$['a,b']"}, b'{"a,b": 1}', True),
        ({"contains": "INV"}, BODY, True),
        ({"equalTo": "7"}, b"7", True),
        ({"doesNotContain": "7"}, b"", True),
        ({"absent": True}, b"7", False),
    ],
)
def test_body_patterns(pattern, body, found):
    """The rows that surprise were measured with WireMock 3.13.2."""
    asked = Asked.of("POST", "/a", [], body)
    misses = list(read_stub(stub({"bodyPatterns": [pattern]}), position=0).misses(asked, {}))
    assert (misses == []) is found


def test_a_miss_never_shows_what_was_sent():
    matchers = {
        "headers": {"x-auth-key": {"equalTo": "right"}},
        "queryParameters": {"q": {"matches": "right"}},
        "bodyPatterns": [
            {"equalToJson": '"right"'},
            {"contains": "right"},
            {"matchesJsonPath": {"expression": "$", "equalTo": "right"}},
        ],
    }
    asked = Asked.of("POST", "/a?q=s3cret", [("X-Auth-Key", "s3cret")], b'"s3cret"')
    said = "; ".join(read_stub(stub(matchers), position=0).misses(asked, {}))
    assert len(said.split("; ")) == 5
    assert re.search("s3cret", said) is None


def test_a_number_with_a_huge_exponent_is_not_written_out():
    numbers = {"a": Decimal("1e-30000000"), "b": Decimal("-0.0"), "c": Decimal("1e3")}
    assert answer({"jsonBody": numbers}).body == b'{"a":1E-30000000,"b":0.0,"c":1000}'
