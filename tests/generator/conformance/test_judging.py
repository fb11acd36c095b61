"""What is lost or changed between an answer and what a method returned is found; a scenario is judged by both sides."""

import base64
import json
import types
from datetime import UTC, datetime

import pytest

from tests.conformance import known, packages
from tests.conformance.comparing import difference
from tests.conformance.summary import Outcome, lines, outcomes, passed, surprises

# The neutral package: what a model is, is not asked.
SDK = types.SimpleNamespace(__name__="sdkwright.runtime")


def answered(body, content_type="application/json"):
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    return {"contentType": content_type, "base64": base64.b64encode(raw).decode()}


@pytest.mark.parametrize(
    ("body", "returned", "said"),
    [
        ({"a": [1, None]}, {"a": [1, None]}, ""),
        ({"a": 1}, {}, "a is lost"),
        ({}, {"a": 1}, "a was not answered"),
        ({"a": [1, 2]}, {"a": [1]}, "a: [1] in place of [1, 2]"),
        ({"a": [{"b": True}]}, {"a": [{"b": 1}]}, "a[0].b: 1 in place of True"),
        (1.0, 1, ""),
        ("2022-08-26T18:38:00.000Z", datetime(2022, 8, 26, 18, 38, tzinfo=UTC), ""),
        ("2022-08-26T18:38:00.000Z", datetime(2022, 8, 26, 18, 39, tzinfo=UTC), "the body: '2022-08-26T18:39:00Z'"),
        ("a", None, "the body: None in place of 'a'"),
    ],
)
def test_json_is_compared_member_by_member(body, returned, said):
    assert difference(SDK, answered(body), returned).startswith(said)
    assert bool(difference(SDK, answered(body), returned)) == bool(said)


@pytest.mark.parametrize(
    ("body", "kind", "returned", "good"),
    [
        (b"\x89PNG", "image/png", b"\x89PNG", True),
        (b"\x89PNG", "image/png", b"\x89", False),
        (b"<a/>", "application/xml", "<a/>", True),
        (b"<a/>", "application/xml", "<b/>", False),
        (b'{"a":1}', "application/json", b'{"a":1}', True),
        (b'{"a":1}\n{"a":2}\n', "application/jsonl", [{"a": 1}, {"a": 2}], True),
        (b'{"a":1}\n{"a":2}\n', "application/jsonl", [{"a": 1}], False),
        (b"", "application/json", None, True),
    ],
)
def test_bytes_text_and_streams_are_compared_whole(body, kind, returned, good):
    assert (difference(SDK, answered(body, kind), returned) == "") is good


def test_what_comes_without_a_body_is_nothing():
    assert difference(SDK, None, None) == ""
    assert "returned" in difference(SDK, None, {"a": 1})


def test_a_scenario_passes_when_both_sides_say_so(monkeypatch):
    monkeypatch.setattr("tests.conformance.summary.FAILING", {"Known": "OpenAPI cannot say it", "Mended": "so too"})
    judged = {"Good": "pass", "Refused": "fail", "Lost": "pass", "Known": "fail", "Mended": "pass"}
    names = [*judged, "Never"]
    found = outcomes(names, judged, {"Lost": "a is lost", "Never": "no call: why"})
    assert found["Never"] == Outcome("not-implemented", "no call: why")
    assert [name for name in names if found[name].passes] == ["Good", "Mended"]
    assert passed(found) == pytest.approx(2 / 6)
    assert surprises(found) == ["Lost", "Mended", "Never", "Refused"]
    told = list(lines({"sync": found, "async": found}))
    assert told[0] == "sync: 2 of 6 scenarios pass (33.3%); the server passes 3"
    assert "  Known (sync, async, fail) [known: OpenAPI cannot say it]: the requests" in "\n".join(told)
    assert "  Lost (sync, async, pass): a is lost" in told
    assert told[-1] == "  Mended passes: take it off tests/conformance/known.py"


def test_every_known_failure_has_a_reason():
    assert all(len(why.split()) > 4 for why in known.FAILING.values())


@pytest.mark.parametrize(
    ("description", "document", "name"),
    [
        ("type/union", "openapi.json", "type_union"),
        ("versioning/madeOptional", "openapi.v2.json", "versioning_madeoptional_v2"),
        (
            "server/versions/versioned",
            "openapi.2021-01-01-preview.json",
            "server_versions_versioned_2021_01_01_preview",
        ),
    ],
)
def test_each_document_has_a_package_of_its_own(description, document, name):
    assert packages.name_of(description, document) == name
